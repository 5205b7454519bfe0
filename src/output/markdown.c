/* CommonMark 0.31, tables as GitHub has them. Nothing in a text may become markup: what could is escaped. */
#include "output/markdown.h"

static void put_heading(cl_writer *w, const cl_body_block *b, cl_slice text, int level) {
    static const char marks[] = "######";
    cl_put(w, marks, (size_t)(level < 1 ? 1 : level > 6 ? 6 : level));
    size_t next = 0;
    cl_put_text(w, " ");
    cl_put_markdown(w, b, 0, text, CL_SLICE(" "), false, &next);
}

static void put_items(cl_writer *w, const cl_body_block *b) {
    size_t begin = 0, next = 0;
    for (size_t i = 0; i < b->item_count; i++) {
        if (i)
            cl_put_text(w, "\n");
        cl_put_slice(w, b->ordered ? CL_SLICE("1. ") : CL_SLICE("- "));
        cl_put_markdown(w, b, begin, b->items[i], b->ordered ? CL_SLICE("  \n   ") : CL_SLICE("  \n  "), true, &next);
        begin += b->items[i].size + 1;
    }
}

static void put_row(
    cl_writer *w, const cl_body_block *b, const cl_table_row *row, size_t columns, size_t *begin, size_t *next) {
    cl_put_text(w, "|");
    for (size_t i = 0; i < columns; i++) {
        cl_put_text(w, " ");
        if (i < row->count)
            cl_put_markdown(w, b, *begin, row->cells[i], CL_SLICE("<br>"), false, next);
        *begin += i < row->count ? row->cells[i].size + 1 : 0;
        cl_put_text(w, " |");
    }
    cl_put_text(w, "\n");
}

/* A row more than the page's longest is none of GitHub's tables; more columns than this are cut. */
#define COLUMNS_MAX 256u

static void put_table(cl_writer *w, const cl_body_block *b) {
    size_t columns = 1, begin = 0, next = 0;
    for (size_t i = 0; i < b->row_count; i++)
        columns = b->rows[i].count > columns ? b->rows[i].count : columns;
    columns = columns > COLUMNS_MAX ? COLUMNS_MAX : columns;
    for (size_t i = 0; i < b->row_count; i++) {
        put_row(w, b, &b->rows[i], columns, &begin, &next);
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
    size_t next = 0;
    switch (b->type) {
    case CUTLINE_BLOCK_HEADING:
        put_heading(w, b, b->text, b->level < 2 ? 2 : b->level);
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
        cl_put_markdown(w, b, 0, b->text, CL_SLICE("  \n> "), true, &next);
        break;
    case CUTLINE_BLOCK_PARAGRAPH:
    case CUTLINE_BLOCK_NOTE:
    case CUTLINE_BLOCK_NONE:
        cl_put_markdown(w, b, 0, b->text, CL_SLICE("  \n"), true, &next);
        break;
    }
    if (b->type != CUTLINE_BLOCK_TABLE)
        cl_put_text(w, "\n");
}

void cl_output_markdown(cl_writer *w, const cl_record *r) {
    if (r->title.size) {
        put_heading(w, NULL, r->title, 1);
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
