/* TEI P5: the article as a text with a header, several as a corpus. */
#include "output/article.h"
#include "output/choice.h"
#include "output/inline.h"

static const cl_inline_tags tags = {"<ref target=\"", "\">", "emph", "hi"};

static void put_names(cl_writer *w, const cutline_person *people, size_t count) {
    for (size_t i = 0; i < count; i++) {
        cl_put_text(w, "<author>");
        cl_put_slice(w, people[i].organization ? CL_SLICE("<orgName>") : CL_SLICE("<persName>"));
        cl_put_markup(w, people[i].name);
        cl_put_slice(w, people[i].organization ? CL_SLICE("</orgName>") : CL_SLICE("</persName>"));
        cl_put_text(w, "</author>\n");
    }
}

static void put_title(cl_writer *w, const cl_record *r) {
    cl_put_text(w, "<title>");
    cl_put_markup(w, r->title.size ? r->title : CL_SLICE("An article without a headline"));
    cl_put_text(w, "</title>\n");
}

static void put_date(cl_writer *w, const char *tag, cl_slice when) {
    if (!when.size)
        return;
    cl_put_text(w, "<");
    cl_put_slice(w, cl_slice_z(tag));
    cl_put_attribute(w, "when", when);
    cl_put_text(w, ">");
    cl_put_markup(w, when);
    cl_put_text(w, "</");
    cl_put_slice(w, cl_slice_z(tag));
    cl_put_text(w, ">\n");
}

static void put_address(cl_writer *w, cl_slice url) {
    if (!url.size || !cl_url_leads(url))
        return;
    cl_put_text(w, "<ptr target=\"");
    cl_put_url(w, url);
    cl_put_text(w, "\"/>\n");
}

static void put_source(cl_writer *w, const cl_record *r) {
    cl_put_text(w, "<sourceDesc>\n<bibl>\n");
    put_title(w, r);
    put_names(w, r->authors.at, r->authors.count);
    cl_put_element(w, "publisher", r->site_name);
    put_date(w, "date", r->published);
    put_address(w, r->source.canonical.size ? r->source.canonical : r->source.url);
    cl_put_text(w, "</bibl>\n</sourceDesc>\n");
}

static void put_terms(cl_writer *w, const cl_slice *terms, size_t count, cl_slice section) {
    if (!count && !section.size)
        return;
    cl_put_text(w, "<textClass>\n<keywords>\n");
    cl_put_element(w, "term", section);
    for (size_t i = 0; i < count; i++)
        cl_put_element(w, "term", terms[i]);
    cl_put_text(w, "</keywords>\n</textClass>\n");
}

static void put_header(cl_writer *w, const cl_record *r) {
    cl_put_text(w, "<teiHeader>\n<fileDesc>\n<titleStmt>\n");
    put_title(w, r);
    put_names(w, r->authors.at, r->authors.count);
    cl_put_text(w, "</titleStmt>\n<publicationStmt>\n<p>");
    cl_put_markup(w, r->site_name.size ? r->site_name : CL_SLICE("Read from a web page"));
    cl_put_text(w, "</p>\n</publicationStmt>\n");
    put_source(w, r);
    cl_put_text(
        w, "</fileDesc>\n<encodingDesc>\n<p>Made by Cutline from a web page.</p>\n</encodingDesc>\n<profileDesc>\n");
    if (r->deck.size) {
        cl_put_text(w, "<abstract>\n");
        cl_put_element(w, "p", r->deck);
        cl_put_text(w, "</abstract>\n");
    }
    put_terms(w, r->topics.at, r->topics.count, r->section);
    cl_put_text(w, "</profileDesc>\n</teiHeader>\n");
}

static void put_text(cl_writer *w, cl_inline *in, const char *open, cl_slice part, const char *close) {
    cl_put_slice(w, cl_slice_z(open));
    cl_inline_markup(in, w, part, &tags, CL_SLICE("<lb/>\n"));
    cl_put_slice(w, cl_slice_z(close));
}

static void put_list(cl_writer *w, cl_inline *in) {
    const cl_body_block *const b = in->block;
    cl_put_slice(w, b->ordered ? CL_SLICE("<list rend=\"numbered\">\n") : CL_SLICE("<list rend=\"bulleted\">\n"));
    for (size_t i = 0; i < b->item_count; i++)
        put_text(w, in, "<item>", b->items[i], "</item>\n");
    cl_put_text(w, "</list>\n");
}

static void put_table(cl_writer *w, cl_inline *in) {
    const cl_body_block *const b = in->block;
    cl_put_text(w, "<table>\n");
    for (size_t i = 0; i < b->row_count; i++) {
        cl_put_slice(w, i < b->header_rows ? CL_SLICE("<row role=\"label\">") : CL_SLICE("<row>"));
        for (size_t k = 0; k < b->rows[i].count; k++)
            put_text(w, in, "<cell>", b->rows[i].cells[k], "</cell>");
        cl_put_text(w, "</row>\n");
    }
    cl_put_text(w, "</table>\n");
}

static void put_block(cl_writer *w, const cl_record *r, const cl_body_block *b) {
    const uint32_t links = (uint32_t)cl_shows(r, CUTLINE_PART_LINKS, true) << CUTLINE_SPAN_LINK;
    cl_inline in = cl_inline_of(b, ~(UINT32_C(1) << CUTLINE_SPAN_LINK) | links);
    switch (b->type) {
    case CUTLINE_BLOCK_LIST:
        if (b->item_count)
            put_list(w, &in);
        break;
    case CUTLINE_BLOCK_TABLE:
        if (b->row_count && cl_shows(r, CUTLINE_PART_TABLES, true))
            put_table(w, &in);
        break;
    case CUTLINE_BLOCK_HEADING: /* within the run of the text: TEI has heads at the beginning of divisions alone */
        put_text(w, &in, "<p rend=\"heading\">", b->text, "</p>\n");
        break;
    case CUTLINE_BLOCK_QUOTATION:
        put_text(w, &in, "<quote>", b->text, "</quote>\n");
        break;
    case CUTLINE_BLOCK_NOTE:
        put_text(w, &in, "<note>", b->text, "</note>\n");
        break;
    case CUTLINE_BLOCK_PREFORMATTED:
        put_text(w, &in, "<p rend=\"preformatted\">", b->text, "</p>\n");
        break;
    case CUTLINE_BLOCK_PARAGRAPH:
    case CUTLINE_BLOCK_NONE:
        put_text(w, &in, "<p>", b->text, "</p>\n");
        break;
    }
}

static void put_figure(cl_writer *w, const cutline_image *image) {
    if (!cl_url_leads(image->url) && !image->caption.size && !image->credit.size)
        return;
    cl_put_text(w, "<figure>\n");
    if (cl_url_leads(image->url)) {
        cl_put_text(w, "<graphic url=\"");
        cl_put_url(w, image->url);
        cl_put_text(w, "\"/>\n");
    }
    cl_put_element(w, "p", image->caption);
    if (image->credit.size) {
        cl_put_text(w, "<p rend=\"credit\">");
        cl_put_markup(w, image->credit);
        cl_put_text(w, "</p>\n");
    }
    cl_put_element(w, "figDesc", image->alt);
    cl_put_text(w, "</figure>\n");
}

static void put_body(cl_writer *w, const cl_record *r) {
    const bool images = cl_shows(r, CUTLINE_PART_IMAGES, true);
    cl_figures at = {0, 0};
    size_t lead = 0;
    cl_put_text(w, "<text>\n<body>\n<div>\n");
    cl_put_element(w, "head", r->title);
    for (size_t i; images && (i = cl_next_lead(&lead, r)) != SIZE_MAX;)
        put_figure(w, &r->images.at[i]);
    for (size_t block = 0; block <= r->body_count; block++) {
        for (size_t i; images && (i = cl_next_image(&at, r, block)) != SIZE_MAX;)
            put_figure(w, &r->images.at[i]);
        if (block < r->body_count)
            put_block(w, r, &r->body[block]);
    }
    cl_put_text(w, "<p/>\n</div>\n"); /* a division is not empty */
    size_t comment = cl_shows(r, CUTLINE_PART_COMMENTS, false) ? cl_next_comment(r, 0) : SIZE_MAX;
    if (comment != SIZE_MAX) {
        cl_put_text(w, "<div type=\"comments\">\n");
        for (; comment != SIZE_MAX; comment = cl_next_comment(r, comment + 1))
            cl_put_element(w, "p", r->page_blocks->list.at[comment].text);
        cl_put_text(w, "</div>\n");
    }
    cl_put_text(w, "</body>\n</text>\n");
}

#define NAMESPACE " xmlns=\"http://www.tei-c.org/ns/1.0\""

void cl_tei_add(cl_writer *w, const cl_record *r) {
    cl_put_text(w, "<TEI" NAMESPACE);
    if (r->language.size)
        cl_put_attribute(w, "xml:lang", r->language);
    cl_put_text(w, ">\n");
    put_header(w, r);
    put_body(w, r);
    cl_put_text(w, "</TEI>\n");
}

void cl_tei_begin(cl_writer *w) {
    cl_put_text(w, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<teiCorpus" NAMESPACE ">\n<teiHeader>\n<fileDesc>\n"
                   "<titleStmt>\n<title>Articles</title>\n</titleStmt>\n<publicationStmt>\n<p>Read from web pages</p>\n"
                   "</publicationStmt>\n<sourceDesc>\n<p>The source of each stands in its header.</p>\n</sourceDesc>\n"
                   "</fileDesc>\n</teiHeader>\n");
}

void cl_output_tei(cl_writer *w, const cl_record *r) {
    cl_put_text(w, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    cl_tei_add(w, r);
}
