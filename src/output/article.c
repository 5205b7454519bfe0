#include "output/article.h"
#include "output/choice.h"
#include "output/inline.h"

static const cl_inline_tags tags = {"<a href=\"", "\">", "em", "strong"};

static bool is_loose_lead(const cutline_image *image) {
    return image->lead && image->block == CUTLINE_NO_BLOCK;
}

size_t cl_next_image(cl_figures *at, const cl_record *r, size_t block) {
    const bool last = block >= r->body_count;
    for (; at->image < r->images.count; at->image++) {
        const cutline_image *const image = &r->images.at[at->image];
        if (is_loose_lead(image))
            continue;
        /* One that is out of order waits for those before it. */
        return image->block <= block || last ? at->image++ : SIZE_MAX;
    }
    return SIZE_MAX;
}

size_t cl_next_media(cl_figures *at, const cl_record *r, size_t block) {
    if (at->media >= r->media.count)
        return SIZE_MAX;
    return r->media.at[at->media].block <= block || block >= r->body_count ? at->media++ : SIZE_MAX;
}

size_t cl_next_lead(size_t *at, const cl_record *r) {
    while (*at < r->images.count)
        if (is_loose_lead(&r->images.at[(*at)++]))
            return *at - 1;
    return SIZE_MAX;
}

typedef struct article {
    cl_writer *w;
    const cl_record *r;
    cl_article how;
    cl_slice line; /* what a line feed of a paragraph is */
    uint32_t spans;
    bool images, media;
} article;

static void put_id_of(const article *a, size_t block, size_t item) {
    cl_put_text(a->w, " id=\"");
    cl_put_place(a->w, a->how.number, block, item);
    cl_put_text(a->w, "\"");
}

static void put_id(const article *a, size_t block) {
    put_id_of(a, block, CUTLINE_NO_BLOCK);
}

static bool leads(const article *a, cl_slice url) {
    return a->how.xhtml ? cl_url_is_whole(url) : cl_url_leads(url);
}

static cl_inline spans_of(const article *a, const cl_body_block *block) {
    cl_inline in = cl_inline_of(block, a->spans);
    in.whole = a->how.xhtml;
    in.within = true;
    in.number = a->how.number;
    return in;
}

/* "<tag id=...>", the text with its links and emphasis, "</tag>". */
static void put_text(const article *a, const char *tag, size_t block) {
    const cl_body_block *const b = &a->r->body[block];
    cl_inline in = spans_of(a, b);
    cl_put_text(a->w, "<");
    cl_put_slice(a->w, cl_slice_z(tag));
    put_id(a, block);
    cl_put_text(a->w, ">");
    cl_inline_markup(&in, a->w, b->text, &tags, b->type == CUTLINE_BLOCK_PREFORMATTED ? CL_SLICE("\n") : a->line);
    cl_put_text(a->w, "</");
    cl_put_slice(a->w, cl_slice_z(tag));
    cl_put_text(a->w, ">\n");
}

static void put_list(const article *a, size_t block) {
    const cl_body_block *const b = &a->r->body[block];
    cl_inline in = spans_of(a, b);
    cl_put_slice(a->w, b->ordered ? CL_SLICE("<ol") : CL_SLICE("<ul"));
    put_id(a, block);
    cl_put_text(a->w, ">\n");
    for (size_t i = 0; i < b->item_count; i++) {
        cl_put_text(a->w, "<li");
        if (b->led_to && b->led_to[i])
            put_id_of(a, block, i);
        cl_put_text(a->w, ">");
        cl_inline_markup(&in, a->w, b->items[i], &tags, a->line);
        cl_put_text(a->w, "</li>\n");
    }
    cl_put_slice(a->w, b->ordered ? CL_SLICE("</ol>\n") : CL_SLICE("</ul>\n"));
}

static void put_table(const article *a, size_t block) {
    const cl_body_block *const b = &a->r->body[block];
    cl_inline in = spans_of(a, b);
    cl_put_text(a->w, "<table");
    put_id(a, block);
    cl_put_text(a->w, ">\n");
    for (size_t i = 0; i < b->row_count; i++) {
        cl_put_text(a->w, "<tr>");
        for (size_t k = 0; k < b->rows[i].count; k++) {
            cl_put_slice(a->w, i < b->header_rows ? CL_SLICE("<th>") : CL_SLICE("<td>"));
            cl_inline_markup(&in, a->w, b->rows[i].cells[k], &tags, a->line);
            cl_put_slice(a->w, i < b->header_rows ? CL_SLICE("</th>") : CL_SLICE("</td>"));
        }
        cl_put_text(a->w, "</tr>\n");
    }
    cl_put_text(a->w, "</table>\n");
}

static void put_wrapped(const article *a, const char *before, size_t block, const char *after) {
    cl_put_slice(a->w, cl_slice_z(before));
    put_text(a, "p", block);
    cl_put_slice(a->w, cl_slice_z(after));
}

static void put_time(const article *a, cl_slice time) {
    if (!time.size)
        return;
    cl_put_text(a->w, "<time");
    cl_put_attribute(a->w, "datetime", time);
    cl_put_text(a->w, ">");
    cl_put_markup(a->w, time);
    cl_put_text(a->w, "</time>");
}

static void put_block(const article *a, size_t block) {
    static const char *const headings[] = {"h2", "h2", "h2", "h3", "h4", "h5", "h6"};
    const cl_body_block *const b = &a->r->body[block];
    if (b->time.size) {
        cl_put_text(a->w, "<p class=\"time\">");
        put_time(a, b->time);
        cl_put_text(a->w, "</p>\n");
    }
    switch (b->type) {
    case CUTLINE_BLOCK_HEADING:
        put_text(a, headings[b->level >= 0 && b->level <= 6 ? b->level : 0], block);
        break;
    case CUTLINE_BLOCK_LIST:
        put_list(a, block);
        break;
    case CUTLINE_BLOCK_TABLE:
        if (cl_shows(a->r, CUTLINE_PART_TABLES, true))
            put_table(a, block);
        break;
    case CUTLINE_BLOCK_QUOTATION:
        put_wrapped(a, "<blockquote>\n", block, "</blockquote>\n");
        break;
    case CUTLINE_BLOCK_NOTE:
        put_wrapped(a, "<aside class=\"note\">\n", block, "</aside>\n");
        break;
    case CUTLINE_BLOCK_PREFORMATTED:
        put_text(a, "pre", block);
        break;
    case CUTLINE_BLOCK_PARAGRAPH:
    case CUTLINE_BLOCK_NONE:
        put_text(a, "p", block);
        break;
    }
}

static void put_link(const article *a, cl_slice url, cl_slice text) {
    const bool link = leads(a, url);
    if (link) {
        cl_put_text(a->w, "<a href=\"");
        cl_put_url(a->w, url);
        cl_put_text(a->w, "\">");
    }
    cl_put_markup(a->w, text);
    if (link)
        cl_put_text(a->w, "</a>");
}

static void put_size(const article *a, const char *name, uint32_t pixels) {
    if (!pixels)
        return;
    cl_put_text(a->w, " ");
    cl_put_slice(a->w, cl_slice_z(name));
    cl_put_text(a->w, "=\"");
    cl_put_number(a->w, pixels);
    cl_put_text(a->w, "\"");
}

static void put_caption(const article *a, cl_slice caption, cl_slice credit) {
    if (!caption.size && !credit.size)
        return;
    cl_put_text(a->w, "<figcaption>");
    cl_put_markup(a->w, caption);
    if (credit.size) {
        cl_put_slice(a->w, caption.size ? CL_SLICE(" <span class=\"credit\">") : CL_SLICE("<span class=\"credit\">"));
        cl_put_markup(a->w, credit);
        cl_put_text(a->w, "</span>");
    }
    cl_put_text(a->w, "</figcaption>\n");
}

static void put_image(const article *a, const cutline_image *image) {
    const bool link = leads(a, image->url);
    if (!link && !image->caption.size && !image->credit.size)
        return;
    cl_put_slice(a->w, image->lead ? CL_SLICE("<figure class=\"lead\">\n") : CL_SLICE("<figure>\n"));
    if (link && a->how.xhtml) {
        /* A book must hold its pictures; those that are elsewhere can be linked to. */
        cl_put_text(a->w, "<p>");
        put_link(a, image->url, image->alt.size ? image->alt : image->url);
        cl_put_text(a->w, "</p>\n");
    } else if (link) {
        cl_put_text(a->w, "<img src=\"");
        cl_put_url(a->w, image->url);
        cl_put_text(a->w, "\"");
        cl_put_attribute(a->w, "alt", image->alt.data ? image->alt : CL_SLICE(""));
        put_size(a, "width", image->width);
        put_size(a, "height", image->height);
        cl_put_text(a->w, " loading=\"lazy\">\n");
    }
    put_caption(a, image->caption, image->credit);
    cl_put_text(a->w, "</figure>\n");
}

static void put_media(const article *a, const cutline_media *media) {
    cl_put_text(a->w, "<figure class=\"media\">\n<p>");
    put_link(a, media->url, media->provider.size ? media->provider : media->url.size ? media->url : media->type);
    cl_put_text(a->w, "</p>\n");
    put_caption(a, media->caption, CL_SLICE_NONE);
    cl_put_text(a->w, "</figure>\n");
}

static void put_figures(const article *a, cl_figures *at, size_t block) {
    for (size_t i; a->images && (i = cl_next_image(at, a->r, block)) != SIZE_MAX;)
        put_image(a, &a->r->images.at[i]);
    for (size_t i; a->media && (i = cl_next_media(at, a->r, block)) != SIZE_MAX;)
        put_media(a, &a->r->media.at[i]);
}

static void put_body(const article *a) {
    cl_figures at = {0, 0};
    size_t lead = 0;
    for (size_t i; a->images && (i = cl_next_lead(&lead, a->r)) != SIZE_MAX;)
        put_image(a, &a->r->images.at[i]);
    for (size_t i = 0; i < a->r->body_count; i++) {
        put_figures(a, &at, i);
        put_block(a, i);
    }
    put_figures(a, &at, a->r->body_count);
}

static void put_byline(const article *a) {
    const cl_record *const r = a->r;
    if (!r->authors.count && !r->published.size && !r->site_name.size)
        return;
    cl_put_text(a->w, "<p class=\"byline\">");
    for (size_t i = 0; i < r->authors.count; i++) {
        if (i)
            cl_put_text(a->w, ", ");
        put_link(a, r->authors.at[i].url, r->authors.at[i].name);
    }
    if (r->published.size) {
        cl_put_slice(a->w, r->authors.count ? CL_SLICE(" \xc2\xb7 ") : CL_SLICE(""));
        put_time(a, r->published);
    }
    if (r->site_name.size) {
        cl_put_slice(a->w, r->authors.count || r->published.size ? CL_SLICE(" \xc2\xb7 ") : CL_SLICE(""));
        put_link(a, r->source.canonical.size ? r->source.canonical : r->source.url, r->site_name);
    }
    cl_put_text(a->w, "</p>\n");
}

static void put_header(const article *a) {
    const cl_record *const r = a->r;
    cl_put_text(a->w, "<header>\n");
    if (r->kicker.size) {
        cl_put_text(a->w, "<p class=\"kicker\">");
        cl_put_markup(a->w, r->kicker);
        cl_put_text(a->w, "</p>\n");
    }
    cl_put_element(a->w, "h1", r->title);
    if (r->deck.size) {
        cl_put_text(a->w, "<p class=\"deck\">");
        for (size_t i = 0, begin = 0; i <= r->deck.size; i++) {
            if (i < r->deck.size && r->deck.data[i] != '\n')
                continue;
            if (begin && i > begin)
                cl_put_slice(a->w, a->line);
            cl_put_markup(a->w, cl_slice_of(r->deck.data + begin, i - begin));
            begin = i + 1;
        }
        cl_put_text(a->w, "</p>\n");
    }
    put_byline(a);
    cl_put_text(a->w, "</header>\n");
}

static void put_comments(const article *a) {
    size_t at = cl_next_comment(a->r, 0);
    if (at == SIZE_MAX)
        return;
    cl_put_text(a->w, "<section class=\"comments\">\n<h2 lang=\"en\" dir=\"ltr\">Comments</h2>\n");
    for (; at != SIZE_MAX; at = cl_next_comment(a->r, at + 1))
        cl_put_element(a->w, "p", a->r->page_blocks->list.at[at].text);
    cl_put_text(a->w, "</section>\n");
}

void cl_put_article(cl_writer *w, const cl_record *r, cl_article how) {
    const article a = {.w = w,
        .r = r,
        .how = how,
        .line = how.xhtml ? CL_SLICE("<br/>\n") : CL_SLICE("<br>\n"),
        .spans = UINT32_C(1) << CUTLINE_SPAN_EMPHASIS | UINT32_C(1) << CUTLINE_SPAN_STRONG |
                 (uint32_t)cl_shows(r, CUTLINE_PART_LINKS, true) << CUTLINE_SPAN_LINK,
        .images = cl_shows(r, CUTLINE_PART_IMAGES, true),
        .media = cl_shows(r, CUTLINE_PART_MEDIA, true)};
    cl_put_text(w, "<article");
    if (r->language.size) {
        cl_put_attribute(w, "lang", r->language);
        if (how.xhtml)
            cl_put_attribute(w, "xml:lang", r->language);
    }
    cl_put_attribute(w, "dir", r->direction.size ? r->direction : CL_SLICE("auto"));
    cl_put_text(w, ">\n");
    if (!how.bare)
        put_header(&a);
    put_body(&a);
    if (cl_shows(r, CUTLINE_PART_COMMENTS, false))
        put_comments(&a);
    cl_put_text(w, "</article>\n");
}
