/* What is found in the pieces of structured data of a table: structured FILE [ROWS LEAVES] [-v].
 *
 * The table is JSON, an object a line: html, and expected, what is in it. Where expected names fields of a record
 * (title, author, sitename, publish_date, tags, description), a row is right where the record of the page has them;
 * where it is the graph that is said, the strings in that are counted, each found where one of the page's values is the
 * same. Fails below ROWS percent of the rows or LEAVES percent of the strings; -v lists what is missing. Where there is
 * no such file, it says that it skipped, by the exit status 77. */
#include "html/html.h"
#include "record/fields.h"
#include "record/page_data.h"
#include "record/record.h"
#include "record/string.h"

#include <stdio.h>
#include <stdlib.h>

static cl_json table;
static cl_arena arena;
static cl_parser *parser;
static cl_dom dom;
static cl_blocks blocks;
static cl_page_data data;
static cl_record_maker *maker;
static bool verbose;

static void must(bool good) {
    if (good)
        return;
    puts("a page of the table could not be read at all");
    exit(1);
}

static cl_slice string_at(uint32_t value) {
    bool failed = false;
    return cl_json_string(&table, value, &arena, &failed);
}

/* Whether one of the page's own values says the same. */
static bool is_said(cl_slice want) {
    bool failed = false;
    for (uint32_t i = 1; i < data.json.count; i++) {
        const cl_slice have = cl_json_string(&data.json, i, &arena, &failed);
        if (have.size && (cl_slice_equal(have, want) || (want.size > 200 && cl_contains(have, want)) ||
                             (have.size > 3 && cl_ends(want, have))))
            return true;
    }
    for (size_t i = 0; i < blocks.notes.count; i++) {
        const cl_slice have =
            cl_clean(cl_dom_attr(&dom, blocks.notes.at[i].node, CL_ATTR_CONTENT), &arena, true, &failed);
        if (have.size && cl_slice_equal(have, want))
            return true;
    }
    return false;
}

/* Counts the strings of the graph that `root` is. */
static void count_leaves(uint32_t root, size_t *found, size_t *all) {
    for (uint32_t i = root + 1; i < table.count; i++) {
        const cl_json_value *const v = &table.at[i];
        if (v->type != CL_JSON_STRING || cl_contains(v->name, CL_SLICE("context")) ||
            cl_slice_equal(v->name, CL_SLICE("url")))
            continue;
        const cl_slice want = string_at(i);
        /* Names of properties, which stand as values in some forms of a graph, and numbers of nodes without a name. */
        const bool name =
            !cl_contains(want, CL_SLICE(" ")) && !cl_contains(want, CL_SLICE("/")) && cl_contains(want, CL_SLICE(":"));
        if (want.size < 2 || name)
            continue;
        (*all)++;
        if (is_said(want))
            (*found)++;
        else if (verbose)
            printf("    missing %.*s: %.*s\n", (int)v->name.size, v->name.data, (int)(want.size < 90 ? want.size : 90),
                want.data);
    }
}

/* Whether a row is a page with a graph: some have no page but the graph itself, some ask for other things. */
static bool is_graph(uint32_t row, uint32_t html) {
    bool failed = false;
    const cl_slice page = cl_slice_trim(cl_json_unescape(table.at[html].text, &arena, &failed));
    return cl_ends(string_at(cl_json_get(&table, row, CL_SLICE("source"))), CL_SLICE("extruct")) && page.size &&
           page.data[0] != '[' && page.data[0] != '{';
}

static bool in_list(const cl_slice *list, size_t count, cl_slice want) {
    for (size_t i = 0; i < count; i++)
        if (cl_slice_equal_nocase(list[i], want))
            return true;
    return false;
}

static bool has_authors(const cl_record *r, cl_slice want) {
    /* Names are parted by semicolons; one that stands for the site counts as well. */
    for (size_t i = 0; i < r->authors.count; i++)
        if (!cl_contains(want, r->authors.at[i].name))
            return false;
    return r->authors.count > 0;
}

/* 1 the record has it, 0 not, -1 it is no field that is asked for. */
static int has_field(const cl_record *r, const cl_json_value *v, uint32_t value) {
    const cl_slice want = v->type == CL_JSON_STRING ? string_at(value) : CL_SLICE_NONE, name = v->name;
    if (cl_slice_equal(name, CL_SLICE("title")))
        return want.size ? cl_slice_equal(r->title, want) : -1;
    if (cl_slice_equal(name, CL_SLICE("sitename")))
        return want.size ? cl_contains(want, r->site_name) && r->site_name.size : -1;
    if (cl_slice_equal(name, CL_SLICE("author")))
        return want.size ? has_authors(r, want) : -1;
    if (cl_slice_equal(name, CL_SLICE("publish_date"))) {
        bool failed = false;
        const cl_slice day = cl_date_iso(want, &arena, &failed);
        return day.size >= 10 && r->published.size >= 10 ? memcmp(day.data, r->published.data, 10) == 0 : -1;
    }
    if (cl_slice_equal(name, CL_SLICE("tags"))) {
        size_t there = 0, all = 0;
        for (uint32_t i = table.at[value].first; i; i = table.at[i].next, all++)
            there += in_list(r->topics.at, r->topics.count, string_at(i)) ||
                     in_list(r->keywords.at, r->keywords.count, string_at(i)) ||
                     cl_slice_equal_nocase(r->section, string_at(i));
        return there * 2 >= all;
    }
    return -1;
}

static void parse(cl_slice html) {
    const cl_parse_options options = {.scripting = false};
    must(cl_html_parse(parser, &dom, html, &options, NULL) == CUTLINE_OK);
    must(cl_blocks_of_tree(&blocks, &dom, NULL) == CUTLINE_OK);
    must(cl_page_data_read(&data, &dom, &blocks, CL_SLICE_NONE, &arena));
}

/* -1: the row is a graph. */
static int judge_fields(uint32_t expected) {
    cl_record record;
    int right = -1;
    must(cl_record_make(maker, &dom, NULL, &record, NULL) == CUTLINE_OK);
    for (uint32_t i = table.at[expected].first; i; i = table.at[i].next) {
        const int has = has_field(&record, &table.at[i], i);
        if (has == 0 && verbose)
            printf("    wrong %.*s: want %.*s; title %.*s, site %.*s, first author %.*s\n", (int)table.at[i].name.size,
                table.at[i].name.data, (int)table.at[i].text.size, table.at[i].text.data ? table.at[i].text.data : "",
                (int)record.title.size, record.title.data ? record.title.data : "", (int)record.site_name.size,
                record.site_name.data ? record.site_name.data : "",
                record.authors.count ? (int)record.authors.at[0].name.size : 0,
                record.authors.count ? record.authors.at[0].name.data : "");
        right = has < 0 ? right : right < 0 ? has : right && has;
    }
    return right;
}

static void open_all(void) {
    cl_arena_init(&arena, &cl_allocator_default);
    parser = cl_parser_new(&cl_allocator_default);
    maker = cl_record_maker_new(&cl_allocator_default);
    cl_dom_init(&dom, &cl_allocator_default);
    cl_blocks_init(&blocks, &cl_allocator_default);
    cl_page_data_init(&data, &cl_allocator_default);
}

static void close_all(void) {
    cl_vector_free(&cl_allocator_default, &table);
    cl_page_data_free(&data);
    cl_blocks_free(&blocks);
    cl_dom_free(&dom);
    cl_record_maker_free(maker);
    cl_parser_free(parser);
    cl_arena_free(&arena);
}

int main(int count, char **arguments) {
    static char line[1 << 20];
    FILE *const file = count > 1 ? fopen(arguments[1], "r") : NULL;
    if (!file) {
        puts("no table of structured data there: skipped");
        return 77;
    }
    verbose = count > 4 && strcmp(arguments[4], "-v") == 0;
    size_t rows = 0, right = 0, leaves = 0, found = 0;
    open_all();
    for (unsigned number = 1; fgets(line, sizeof line, file); number++) {
        uint32_t row = 0;
        bool failed = false;
        cl_arena_reset(&arena);
        table.count = 0;
        must(cl_json_read(&cl_allocator_default, &table, cl_slice_z(line), &row));
        const uint32_t expected = cl_json_get(&table, row, CL_SLICE("expected"));
        const uint32_t html = cl_json_get(&table, row, CL_SLICE("html"));
        parse(cl_json_unescape(table.at[html].text, &arena, &failed));
        if (verbose)
            printf("%u\n", number);
        const int is_right = judge_fields(expected);
        rows += is_right >= 0;
        right += is_right > 0;
        if (is_right < 0 && is_graph(row, html))
            count_leaves(expected, &found, &leaves);
    }
    fclose(file);
    close_all();
    const double row_share = rows ? 100.0 * (double)right / (double)rows : 0;
    const double leaf_share = leaves ? 100.0 * (double)found / (double)leaves : 0;
    printf("fields of records: %zu of %zu rows (%.1f %%); strings of graphs: %zu of %zu (%.1f %%)\n", right, rows,
        row_share, found, leaves, leaf_share);
    return count > 3 && (row_share < atof(arguments[2]) || leaf_share < atof(arguments[3]));
}
