/* What a page says for machines: any script, any microdata gives values that hang together, a story or none, a record.
 *
 * First byte: bits 0 to 2 where the rest stands (`shapes`), bit 3 memory runs out once, bit 4 the page's address is
 * known; second byte: at which allocation. */
#include "common.h"
#include "html/html.h"
#include "record/state.h"

typedef struct shape {
    const char *before, *after;
} shape;

static const shape shapes[] = {
    {"<title>A headline of some words | Site</title><script type='application/ld+json'>", "</script><h1>A headline"},
    {"<script type='application/ld+json'><!--//<![CDATA[\n", "//]]>--></script><p>Text of the page itself, of a line."},
    {"<title>A headline</title><script id='__NEXT_DATA__' type='application/json'>", "</script><div id=app></div>"},
    {"<script>window.__PRELOADED_STATE__ = ", ";window.x = 1</script><h1>A headline</h1>"},
    {"<script>self.__next_f.push([1,\"", "\"])</script><div id=app></div>"},
    {"<div itemscope itemtype='https://schema.org/NewsArticle'>", "</div>"},
    {"<div vocab='https://schema.org/' typeof='NewsArticle'>", "</div>"},
    {"", ""},
};

typedef struct rig {
    fuzz_memory memory;
    cutline_allocator allocator;
    cl_parser *parser;
    cl_record_maker *maker;
    cl_dom dom;
    cl_blocks blocks;
    cl_page_data data;
    cl_state state;
    cl_arena arena;
} rig;

static void check_slice(cl_slice s) {
    FUZZ_CHECK(s.data || !s.size, "an absent string with a size");
    FUZZ_CHECK(cl_is_valid_utf8(s.data, s.size), "a string is not UTF-8");
}

/* A value comes after the one it is in and before those in it, so that no walk goes round. */
static void check_values(const cl_json *json, cl_arena *arena) {
    for (uint32_t i = 1; i < json->count; i++) {
        const cl_json_value *const v = &json->at[i];
        const bool holds = v->type == CL_JSON_OBJECT || v->type == CL_JSON_ARRAY;
        bool failed = false;
        FUZZ_CHECK(v->parent < i, "a value stands before the one it is in");
        FUZZ_CHECK(!v->first || (holds && v->first > i && v->first < json->count && json->at[v->first].parent == i),
            "a first value is not in its object");
        FUZZ_CHECK(!v->next || (v->next > i && v->next < json->count && json->at[v->next].parent == v->parent),
            "a next value is not of the same object");
        check_slice(v->name);
        check_slice(v->text);
        check_slice(cl_json_text(json, i, arena, &failed));
        check_slice(cl_json_unescape(v->text, arena, &failed));
    }
}

static void check_data(const cl_page_data *d) {
    const size_t count = d->json.count ? d->json.count : 1;
    FUZZ_CHECK(d->article < count && d->page < count && d->publisher < count && d->item < count, "no such object");
    FUZZ_CHECK(d->author_count <= CL_META_AUTHORS && d->item_author_count <= CL_ITEM_AUTHORS, "too many authors");
    FUZZ_CHECK(d->time_count <= CL_TIMES && d->date_count <= CL_DATES, "too many dates");
    FUZZ_CHECK(d->keyword_count <= CL_KEYWORDS && d->tag_count <= CL_TAGS, "too many keywords");
    for (size_t i = 0; i < CL_META_COUNT; i++)
        check_slice(d->meta[i].value);
    for (size_t i = 0; i < d->item_author_count; i++)
        check_slice(d->item_authors[i].name);
    check_slice(d->title);
    check_slice(d->canonical);
}

/* Whether memory ran out; everything else is a mistake. */
static bool good(const rig *r, bool done) {
    FUZZ_CHECK(done || r->memory.failed, "no memory, though there is");
    return done;
}

static void read_page(rig *r, cl_slice page, cl_slice url) {
    const cl_parse_options options = {.scripting = false};
    cl_record record;
    const cl_record_options how = {.url = url};
    if (!good(r, cl_html_parse(r->parser, &r->dom, page, &options, NULL) == CUTLINE_OK) ||
        !good(r, cl_blocks_of_tree(&r->blocks, &r->dom, NULL) == CUTLINE_OK) ||
        !good(r, cl_page_data_read(&r->data, &r->dom, &r->blocks, url, &r->arena)))
        return;
    check_data(&r->data);
    check_values(&r->data.json, &r->arena);
    if (!good(r, cl_state_find(&r->state, &r->dom, &r->blocks, &r->data, &r->arena, 0)))
        return;
    check_values(&r->state.json, &r->arena);
    FUZZ_CHECK(cl_is_valid_utf8(r->state.html.at, r->state.html.count), "a story is not UTF-8");
    if (good(r, cl_record_make(r->maker, &r->dom, &how, &record, NULL) == CUTLINE_OK))
        check_slice(record.text);
}

static void read_all(rig *r, cl_slice page, cl_slice url) {
    cl_dom_init(&r->dom, &r->allocator);
    cl_blocks_init(&r->blocks, &r->allocator);
    cl_page_data_init(&r->data, &r->allocator);
    cl_state_init(&r->state, &r->allocator);
    cl_arena_init(&r->arena, &r->allocator);
    r->parser = cl_parser_new(&r->allocator);
    r->maker = r->parser ? cl_record_maker_new(&r->allocator) : NULL;
    if (good(r, r->maker != NULL)) {
        read_page(r, page, url);
        read_page(r, page, url); /* nothing of a page may be felt by the next */
    }
    cl_record_maker_free(r->maker);
    cl_parser_free(r->parser);
    cl_arena_free(&r->arena);
    cl_state_free(&r->state);
    cl_page_data_free(&r->data);
    cl_blocks_free(&r->blocks);
    cl_dom_free(&r->dom);
    FUZZ_CHECK(r->memory.live == 0, "memory is left");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    const uint8_t flags = fuzz_choice(&data, &size), fail_at = fuzz_choice(&data, &size);
    const shape *const where = &shapes[flags & 7];
    cl_buffer copy = {0}, page = {0};
    const cl_slice text = fuzz_utf8_of(data, size, &copy);
    FUZZ_CHECK(cl_buffer_put(&cl_allocator_default, &page, where->before, strlen(where->before)) &&
                   cl_buffer_put(&cl_allocator_default, &page, text.data ? text.data : "", text.size) &&
                   cl_buffer_put(&cl_allocator_default, &page, where->after, strlen(where->after)),
        "no memory");
    rig r = {.memory = {.fail_at = (flags & 8) ? fail_at * 4u : 0}};
    r.allocator = fuzz_allocator(&r.memory);
    read_all(&r, cl_slice_of(page.at ? page.at : "", page.count),
        (flags & 16) ? CL_SLICE("https://example.org/2024/05/01/a-headline") : CL_SLICE_NONE);
    cl_vector_free(&cl_allocator_default, &page);
    cl_vector_free(&cl_allocator_default, &copy);
    return 0;
}
