/* CommonMark 0.31, tables as GitHub has them. Nothing in a text may become markup: what could is escaped. */
#include "output/writer.h"

/* Characters that can begin or end inline markup wherever they stand. */
static bool inline_mark(char c) {
    return c && strchr("\\`*_[]<>&~|", c) != NULL;
}

/* Size of what at the beginning of a line would make a block of it: a heading, a list, a quotation, a rule; the
 * character to be escaped is the last one of it. 0 where there is none. */
static size_t block_mark(const char *p, size_t size) {
    if (*p == '#' || *p == '>' || *p == '+' || *p == '-' || *p == '=' || *p == ':')
        return 1;
    size_t digits = 0;
    while (digits < size && digits < 10 && p[digits] >= '0' && p[digits] <= '9')
        digits++;
    return digits && digits < size && (p[digits] == '.' || p[digits] == ')') ? digits + 1 : 0;
}

/* A text with its markup escaped; at each of its line feeds `line` is put ("\n", "\n> ", "<br>"). */
static void put_escaped(cl_writer *w, cl_slice s, cl_slice line, bool block) {
    bool begins = block;
    for (size_t i = 0; i < s.size; i++) {
        const char c = s.data[i];
        if (c == '\n') {
            cl_put_slice(w, line);
            begins = block;
            continue;
        }
        const size_t mark = begins ? block_mark(s.data + i, s.size - i) : 0;
        begins = false;
        if (mark > 1) {
            cl_put(w, s.data + i, mark - 1);
            i += mark - 1;
            cl_put_text(w, "\\");
            cl_put(w, s.data + i, 1);
            continue;
        }
        if (mark || inline_mark(c))
            cl_put_text(w, "\\");
        cl_put(w, &c, 1);
    }
}

static void put_heading(cl_writer *w, cl_slice text, int level) {
    static const char marks[] = "######";
    cl_put(w, marks, (size_t)(level < 1 ? 1 : level > 6 ? 6 : level));
    cl_put_text(w, " ");
    put_escaped(w, text, CL_SLICE(" "), false);
}

static void put_items(cl_writer *w, const cl_body_block *b) {
    for (size_t i = 0; i < b->item_count; i++) {
        if (i)
            cl_put_text(w, "\n");
        cl_put_slice(w, b->ordered ? CL_SLICE("1. ") : CL_SLICE("- "));
        put_escaped(w, b->items[i], b->ordered ? CL_SLICE("  \n   ") : CL_SLICE("  \n  "), true);
    }
}

static void put_row(cl_writer *w, const cl_table_row *row, size_t columns) {
    cl_put_text(w, "|");
    for (size_t i = 0; i < columns; i++) {
        cl_put_text(w, " ");
        if (i < row->count)
            put_escaped(w, row->cells[i], CL_SLICE("<br>"), false);
        cl_put_text(w, " |");
    }
    cl_put_text(w, "\n");
}

/* A row more than the page's longest is none of GitHub's tables; more columns than this are cut. */
#define COLUMNS_MAX 256u

static void put_table(cl_writer *w, const cl_body_block *b) {
    size_t columns = 1;
    for (size_t i = 0; i < b->row_count; i++)
        columns = b->rows[i].count > columns ? b->rows[i].count : columns;
    columns = columns > COLUMNS_MAX ? COLUMNS_MAX : columns;
    for (size_t i = 0; i < b->row_count; i++) {
        put_row(w, &b->rows[i], columns);
        for (size_t k = 0; i == 0 && k < columns; k++)
            cl_put_slice(w, k == 0 ? CL_SLICE("| --- |") : CL_SLICE(" --- |"));
        if (i == 0)
            cl_put_text(w, "\n");
    }
}

/* Each line behind four spaces, so that no fence can be in it. */
static void put_preformatted(cl_writer *w, cl_slice s) {
    size_t begin = 0;
    for (size_t i = 0; i <= s.size; i++) {
        if (i < s.size && s.data[i] != '\n')
            continue;
        if (begin)
            cl_put_text(w, "\n");
        cl_put_text(w, "    ");
        cl_put(w, s.data + begin, i - begin);
        begin = i + 1;
    }
}

static void put_block(cl_writer *w, const cl_body_block *b) {
    switch (b->type) {
    case CUTLINE_BLOCK_HEADING:
        put_heading(w, b->text, b->level < 2 ? 2 : b->level);
        break;
    case CUTLINE_BLOCK_LIST:
        put_items(w, b);
        break;
    case CUTLINE_BLOCK_TABLE:
        put_table(w, b);
        break;
    case CUTLINE_BLOCK_PREFORMATTED:
        put_preformatted(w, b->text);
        break;
    case CUTLINE_BLOCK_QUOTATION:
        cl_put_text(w, "> ");
        put_escaped(w, b->text, CL_SLICE("  \n> "), true);
        break;
    case CUTLINE_BLOCK_PARAGRAPH:
    case CUTLINE_BLOCK_NOTE:
    case CUTLINE_BLOCK_NONE:
        put_escaped(w, b->text, CL_SLICE("  \n"), true);
        break;
    }
    if (b->type != CUTLINE_BLOCK_TABLE)
        cl_put_text(w, "\n");
}

void cl_output_markdown(cl_writer *w, const cl_record *r) {
    if (r->title.size) {
        put_heading(w, r->title, 1);
        cl_put_text(w, "\n");
    }
    for (size_t i = 0; i < r->body_count; i++) {
        const cl_body_block *const b = &r->body[i];
        if (i || r->title.size)
            cl_put_text(w, "\n");
        /* Two lists, or two quotations, that follow one another would be one. */
        if (i && b->type == r->body[i - 1].type &&
            (b->type == CUTLINE_BLOCK_LIST || b->type == CUTLINE_BLOCK_PREFORMATTED))
            cl_put_text(w, "<!-- -->\n\n");
        put_block(w, b);
    }
}
