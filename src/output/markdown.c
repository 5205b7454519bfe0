/* CommonMark 0.31, tables as GitHub has them: block by block. Nothing in a text becomes markup, and no HTML is used. */
#include "output/markdown.h"
#include "output/article.h"
#include "output/choice.h"

static const cl_md_place paragraph = {{"  \n", 3}, true, false}, quotation = {{"  \n> ", 5}, true, false},
                         heading = {{" ", 1}, false, true}, cell = {{" ", 1}, false, false};

typedef struct markdown {
    cl_writer *w;
    const cl_record *r;
    uint32_t spans;
    bool any;          /* something stands before */
    bool list, second; /* the block before was a list; with the second kind of mark */
    bool ordered;
} markdown;

/* What parts two blocks. */
static void begin(markdown *m) {
    if (m->any)
        cl_put_text(m->w, "\n");
    m->any = true;
}

static void put_plain(markdown *m, cl_slice text) {
    begin(m);
    cl_md_text(m->w, text, paragraph);
    cl_put_text(m->w, "\n");
}

static void put_heading(markdown *m, cl_slice text, int level) {
    static const char marks[] = "######";
    begin(m);
    cl_put(m->w, marks, (size_t)(level < 1 ? 1 : level > 6 ? 6 : level));
    cl_put_text(m->w, " ");
    cl_md_text(m->w, text, heading);
    cl_put_text(m->w, "\n");
}

static void put_list(markdown *m, cl_inline *in) {
    const cl_body_block *const b = in->block;
    /* Two lists that follow one another would be one, but for another mark. */
    m->second = m->list && m->ordered == b->ordered && !m->second;
    const cl_slice mark = b->ordered  ? m->second ? CL_SLICE("1) ") : CL_SLICE("1. ")
                           : m->second ? CL_SLICE("* ")
                                      : CL_SLICE("- ");
    const cl_md_place place = {b->ordered ? CL_SLICE("  \n   ") : CL_SLICE("  \n  "), true, false};
    for (size_t i = 0; i < b->item_count; i++) {
        cl_put_slice(m->w, mark);
        cl_md_part(m->w, in, b->items[i], place);
        cl_put_text(m->w, "\n");
    }
}

/* More columns than this are cut. */
#define COLUMNS_MAX 256u

static void put_row(markdown *m, cl_inline *in, const cl_table_row *row, size_t columns) {
    cl_put_text(m->w, "|");
    for (size_t i = 0; i < row->count || i < columns; i++) {
        if (i < columns)
            cl_put_text(m->w, " ");
        if (i < row->count && i < columns)
            cl_md_part(m->w, in, row->cells[i], cell);
        else if (i < row->count)
            in->at += row->cells[i].size + 1;
        if (i < columns)
            cl_put_text(m->w, " |");
    }
    cl_put_text(m->w, "\n");
}

static void put_table(markdown *m, cl_inline *in) {
    const cl_body_block *const b = in->block;
    size_t columns = 1;
    for (size_t i = 0; i < b->row_count; i++)
        columns = b->rows[i].count > columns ? b->rows[i].count : columns;
    columns = columns > COLUMNS_MAX ? COLUMNS_MAX : columns;
    for (size_t i = 0; i < b->row_count; i++) {
        put_row(m, in, &b->rows[i], columns);
        for (size_t k = 0; i == 0 && k < columns; k++)
            cl_put_slice(m->w, k == 0 ? CL_SLICE("| --- |") : CL_SLICE(" --- |"));
        if (i == 0)
            cl_put_text(m->w, "\n");
    }
}

/* Between two fences longer than any row of backticks in it. */
static void put_preformatted(markdown *m, cl_slice s) {
    size_t longest = 2, row = 0;
    for (size_t i = 0; i < s.size; i++) {
        row = s.data[i] == '`' ? row + 1 : 0;
        longest = row > longest ? row : longest;
    }
    for (size_t i = 0; i <= longest; i++)
        cl_put_text(m->w, "`");
    cl_put_text(m->w, "\n");
    cl_put_slice(m->w, s);
    if (s.size && s.data[s.size - 1] != '\n')
        cl_put_text(m->w, "\n");
    for (size_t i = 0; i <= longest; i++)
        cl_put_text(m->w, "`");
    cl_put_text(m->w, "\n");
}

static void put_marked(markdown *m, cl_inline *in, cl_slice mark, cl_md_place place) {
    cl_put_slice(m->w, mark);
    cl_md_part(m->w, in, in->block->text, place);
    cl_put_text(m->w, "\n");
}

static void put_block(markdown *m, const cl_body_block *b) {
    static const char marks[] = "###### ";
    cl_inline in = cl_inline_of(b, m->spans);
    if (b->type == CUTLINE_BLOCK_TABLE && (!b->row_count || !cl_shows(m->r, CUTLINE_PART_TABLES, true)))
        return;
    if (b->time.size)
        put_plain(m, b->time);
    begin(m);
    switch (b->type) {
    case CUTLINE_BLOCK_HEADING: {
        const size_t level = b->level < 2 ? 2 : b->level > 6 ? 6 : (size_t)b->level;
        put_marked(m, &in, cl_slice_of(marks + 6 - level, level + 1), heading);
        break;
    }
    case CUTLINE_BLOCK_LIST:
        put_list(m, &in);
        break;
    case CUTLINE_BLOCK_TABLE:
        put_table(m, &in);
        break;
    case CUTLINE_BLOCK_PREFORMATTED:
        put_preformatted(m, b->text);
        break;
    case CUTLINE_BLOCK_QUOTATION:
        put_marked(m, &in, CL_SLICE("> "), quotation);
        break;
    case CUTLINE_BLOCK_PARAGRAPH:
    case CUTLINE_BLOCK_NOTE:
    case CUTLINE_BLOCK_NONE:
        put_marked(m, &in, CL_SLICE(""), paragraph);
        break;
    }
    m->list = b->type == CUTLINE_BLOCK_LIST;
    m->ordered = b->ordered;
}

static void put_caption(markdown *m, cl_slice caption, cl_slice credit) {
    cl_md_text(m->w, caption, paragraph);
    if (!credit.size)
        return;
    cl_put_slice(m->w, caption.size ? CL_SLICE(" (") : CL_SLICE("("));
    cl_md_text(m->w, credit, cell);
    cl_put_text(m->w, ")");
}

static void put_image(markdown *m, const cutline_image *image) {
    const bool leads = cl_url_leads(image->url), captioned = image->caption.size || image->credit.size;
    if (!leads && !captioned)
        return;
    begin(m);
    m->list = false;
    if (leads) {
        cl_put_text(m->w, "![");
        cl_md_text(m->w, image->alt, cell);
        cl_md_target(m->w, image->url);
        if (captioned)
            cl_put_slice(m->w, paragraph.line);
    }
    put_caption(m, image->caption, image->credit);
    cl_put_text(m->w, "\n");
}

static void put_media(markdown *m, const cutline_media *media) {
    const cl_slice name = media->provider.size ? media->provider : media->url.size ? media->url : media->type;
    begin(m);
    m->list = false;
    cl_put_slice(m->w, cl_url_leads(media->url) ? CL_SLICE("[") : CL_SLICE(""));
    cl_md_text(m->w, name, paragraph);
    if (cl_url_leads(media->url))
        cl_md_target(m->w, media->url);
    if (media->caption.size)
        cl_put_slice(m->w, paragraph.line);
    cl_md_text(m->w, media->caption, paragraph);
    cl_put_text(m->w, "\n");
}

static void put_figures(markdown *m, cl_figures *at, size_t block) {
    const bool images = cl_shows(m->r, CUTLINE_PART_IMAGES, true), media = cl_shows(m->r, CUTLINE_PART_MEDIA, true);
    for (size_t i; images && (i = cl_next_image(at, m->r, block)) != SIZE_MAX;)
        put_image(m, &m->r->images.at[i]);
    for (size_t i; media && (i = cl_next_media(at, m->r, block)) != SIZE_MAX;)
        put_media(m, &m->r->media.at[i]);
}

static void put_comments(markdown *m) {
    size_t at = cl_next_comment(m->r, 0);
    if (at == SIZE_MAX)
        return;
    put_heading(m, CL_SLICE("Comments"), 2);
    for (; at != SIZE_MAX; at = cl_next_comment(m->r, at + 1))
        put_plain(m, m->r->page_blocks->list.at[at].text);
}

void cl_output_markdown(cl_writer *w, const cl_record *r) {
    markdown m = {.w = w,
        .r = r,
        .spans = UINT32_C(1) << CUTLINE_SPAN_EMPHASIS | UINT32_C(1) << CUTLINE_SPAN_STRONG |
                 (uint32_t)cl_shows(r, CUTLINE_PART_LINKS, true) << CUTLINE_SPAN_LINK};
    if (cl_shows(r, CUTLINE_PART_FRONT_MATTER, false)) {
        cl_md_front_matter(w, r);
        m.any = true;
    } else {
        if (r->title.size)
            put_heading(&m, r->title, 1);
        if (r->deck.size)
            put_plain(&m, r->deck);
    }
    cl_figures at = {0, 0};
    size_t lead = 0;
    for (size_t i; cl_shows(r, CUTLINE_PART_IMAGES, true) && (i = cl_next_lead(&lead, r)) != SIZE_MAX;)
        put_image(&m, &r->images.at[i]);
    for (size_t i = 0; i < r->body_count; i++) {
        put_figures(&m, &at, i);
        put_block(&m, &r->body[i]);
    }
    put_figures(&m, &at, r->body_count);
    if (cl_shows(r, CUTLINE_PART_COMMENTS, false))
        put_comments(&m);
}
