/* Plain text: the headline, then the body, paragraphs parted by a blank line. */
#include "output/article.h"
#include "output/choice.h"
#include "output/inline.h"

static void put_words(void *user, cl_slice text) {
    cl_put_slice(user, text);
}

static void open_link(void *user, const cutline_span *span, size_t at, size_t end) {
    (void)user, (void)span, (void)at, (void)end;
}

/* The address behind the words that lead to it. */
static void close_link(void *user, const cutline_span *span) {
    cl_put_text((cl_writer *)user, " (");
    cl_put_slice(user, cl_slice_trim(span->url));
    cl_put_text((cl_writer *)user, ")");
}

static const cl_inline_writer linked = {put_words, open_link, close_link};

static void begin(cl_writer *w, bool *any) {
    if (*any)
        cl_put_text(w, "\n");
    *any = true;
}

static void put_figure(cl_writer *w, bool *any, cl_slice what, cl_slice caption, cl_slice credit, cl_slice url) {
    begin(w, any);
    cl_put_text(w, "[");
    cl_put_slice(w, what);
    if (caption.size)
        cl_put_text(w, ": ");
    cl_put_slice(w, caption);
    if (credit.size)
        cl_put_text(w, " \xc2\xb7 ");
    cl_put_slice(w, credit);
    if (url.size)
        cl_put_text(w, " \xc2\xb7 ");
    cl_put_slice(w, url);
    cl_put_text(w, "]\n");
}

static void put_image(cl_writer *w, bool *any, const cutline_image *image) {
    put_figure(w, any, CL_SLICE("image"), image->caption.size ? image->caption : image->alt, image->credit, image->url);
}

static void put_figures(cl_writer *w, bool *any, const cl_record *r, cl_figures *at, size_t block) {
    const bool images = cl_shows(r, CUTLINE_PART_IMAGES, false), media = cl_shows(r, CUTLINE_PART_MEDIA, false);
    for (size_t i; images && (i = cl_next_image(at, r, block)) != SIZE_MAX;)
        put_image(w, any, &r->images.at[i]);
    for (size_t i; media && (i = cl_next_media(at, r, block)) != SIZE_MAX;)
        put_figure(w, any, r->media.at[i].type, r->media.at[i].caption, CL_SLICE_NONE, r->media.at[i].url);
}

static void put_block(cl_writer *w, bool *any, const cl_record *r, const cl_body_block *b) {
    const uint32_t spans = (uint32_t)cl_shows(r, CUTLINE_PART_LINKS, false) << CUTLINE_SPAN_LINK;
    cl_inline in = cl_inline_of(b, spans);
    if (b->type == CUTLINE_BLOCK_NOTE || (b->type == CUTLINE_BLOCK_TABLE && !cl_shows(r, CUTLINE_PART_TABLES, true)))
        return;
    begin(w, any);
    cl_inline_part(&in, b->text, &linked, w);
    cl_put_text(w, "\n");
}

/* Where the text is to have less or more than the record's has. */
static void put_body(cl_writer *w, bool *any, const cl_record *r) {
    cl_figures at = {0, 0};
    size_t lead = 0;
    for (size_t i; cl_shows(r, CUTLINE_PART_IMAGES, false) && (i = cl_next_lead(&lead, r)) != SIZE_MAX;)
        put_image(w, any, &r->images.at[i]);
    for (size_t i = 0; i < r->body_count; i++) {
        put_figures(w, any, r, &at, i);
        put_block(w, any, r, &r->body[i]);
    }
    put_figures(w, any, r, &at, r->body_count);
}

void cl_output_text(cl_writer *w, const cl_record *r) {
    bool any = r->title.size != 0;
    if (any) {
        cl_put_slice(w, r->title);
        cl_put_text(w, "\n");
    }
    const bool other = cl_shows(r, CUTLINE_PART_LINKS, false) || !cl_shows(r, CUTLINE_PART_TABLES, true) ||
                       cl_shows(r, CUTLINE_PART_IMAGES, false) || cl_shows(r, CUTLINE_PART_MEDIA, false);
    if (other) {
        put_body(w, &any, r);
    } else if (r->text.size) {
        begin(w, &any);
        cl_put_slice(w, r->text);
        cl_put_text(w, "\n");
    }
    if (!cl_shows(r, CUTLINE_PART_COMMENTS, false))
        return;
    for (size_t i = cl_next_comment(r, 0); i != SIZE_MAX; i = cl_next_comment(r, i + 1)) {
        begin(w, &any);
        cl_put_slice(w, r->page_blocks->list.at[i].text);
        cl_put_text(w, "\n");
    }
}
