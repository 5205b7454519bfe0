/* XML 1.0: the record, its fields as elements that are named as in JSON, links and emphasis of the body in place. */
#include "output/choice.h"
#include "output/inline.h"

static const cl_inline_tags tags = {"<link url=\"", "\">", "emphasis", "strong"};

static void put_number(cl_writer *w, const char *name, uint64_t value) {
    cl_put_text(w, " ");
    cl_put_slice(w, cl_slice_z(name));
    cl_put_text(w, "=\"");
    cl_put_number(w, value);
    cl_put_text(w, "\"");
}

static void put_people(cl_writer *w, const char *tag, const cutline_person *people, size_t count) {
    for (size_t i = 0; i < count; i++) {
        cl_put_text(w, "<");
        cl_put_slice(w, cl_slice_z(tag));
        cl_put_attribute(w, "url", people[i].url);
        if (people[i].organization)
            cl_put_text(w, " kind=\"organization\"");
        cl_put_text(w, ">");
        cl_put_markup(w, people[i].name);
        cl_put_text(w, "</");
        cl_put_slice(w, cl_slice_z(tag));
        cl_put_text(w, ">\n");
    }
}

static void put_image(cl_writer *w, const cutline_image *image) {
    cl_put_text(w, "<image");
    cl_put_attribute(w, "url", image->url);
    cl_put_attribute(w, "alt", image->alt);
    if (image->width)
        put_number(w, "width", image->width);
    if (image->height)
        put_number(w, "height", image->height);
    if (image->lead)
        cl_put_text(w, " lead=\"true\"");
    if (image->block != CUTLINE_NO_BLOCK)
        put_number(w, "block", image->block);
    cl_put_text(w, ">");
    cl_put_element(w, "caption", image->caption);
    cl_put_element(w, "credit", image->credit);
    cl_put_text(w, "</image>\n");
}

static void put_media(cl_writer *w, const cutline_media *media) {
    cl_put_text(w, "<medium");
    cl_put_attribute(w, "type", media->type);
    cl_put_attribute(w, "url", media->url);
    cl_put_attribute(w, "provider", media->provider);
    if (media->block != CUTLINE_NO_BLOCK)
        put_number(w, "block", media->block);
    cl_put_text(w, ">");
    cl_put_markup(w, media->caption);
    cl_put_text(w, "</medium>\n");
}

static void put_quote(cl_writer *w, const cutline_quote *quote) {
    cl_put_text(w, "<quote");
    cl_put_attribute(w, "mention", quote->mention);
    cl_put_attribute(w, "speaker", quote->speaker);
    cl_put_attribute(w, "cue", quote->cue);
    cl_put_attribute(w, "outlet", quote->outlet);
    put_number(w, "block", quote->block);
    put_number(w, "start", quote->start);
    put_number(w, "end", quote->end);
    cl_put_text(w, ">");
    cl_put_markup(w, quote->text);
    cl_put_text(w, "</quote>\n");
}

static void put_part(cl_writer *w, cl_inline *in, const char *tag, cl_slice part) {
    cl_put_text(w, "<");
    cl_put_slice(w, cl_slice_z(tag));
    cl_put_text(w, ">");
    cl_inline_markup(in, w, part, &tags, CL_SLICE("\n"));
    cl_put_text(w, "</");
    cl_put_slice(w, cl_slice_z(tag));
    cl_put_text(w, ">");
}

static void put_block(cl_writer *w, const cl_record *r, const cl_body_block *b) {
    static const char *const names[] = {
        "paragraph", "paragraph", "heading", "list", "quotation", "preformatted", "table", "note"};
    const char *const name = names[(unsigned)b->type < sizeof names / sizeof *names ? b->type : 0];
    cl_inline in = cl_inline_of(
        b, ~(UINT32_C(1) << CUTLINE_SPAN_LINK) | (uint32_t)cl_shows(r, CUTLINE_PART_LINKS, true) << CUTLINE_SPAN_LINK);
    cl_put_text(w, "<");
    cl_put_slice(w, cl_slice_z(name));
    if (b->level)
        put_number(w, "level", (uint64_t)b->level);
    if (b->type == CUTLINE_BLOCK_LIST)
        cl_put_attribute(w, "ordered", b->ordered ? CL_SLICE("true") : CL_SLICE("false"));
    cl_put_attribute(w, "time", b->time);
    cl_put_text(w, ">");
    if (b->type == CUTLINE_BLOCK_LIST) {
        for (size_t i = 0; i < b->item_count; i++)
            put_part(w, &in, "item", b->items[i]);
    } else if (b->type == CUTLINE_BLOCK_TABLE) {
        for (size_t i = 0; cl_shows(r, CUTLINE_PART_TABLES, true) && i < b->row_count; i++) {
            cl_put_slice(w, i < b->header_rows ? CL_SLICE("<row header=\"true\">") : CL_SLICE("<row>"));
            for (size_t k = 0; k < b->rows[i].count; k++)
                put_part(w, &in, "cell", b->rows[i].cells[k]);
            cl_put_text(w, "</row>\n");
        }
    } else {
        cl_inline_markup(&in, w, b->text, &tags, CL_SLICE("\n"));
    }
    cl_put_text(w, "</");
    cl_put_slice(w, cl_slice_z(name));
    cl_put_text(w, ">\n");
}

static void put_source(cl_writer *w, const cl_record *r) {
    cl_put_text(w, "<source");
    put_number(w, "bytes", r->source.bytes);
    cl_put_attribute(w, "kind", r->source.kind == CUTLINE_KIND_TEXT ? CL_SLICE("text") : CL_SLICE("html"));
    cl_put_attribute(w, "encoding", r->source.encoding);
    cl_put_text(w, ">\n");
    cl_put_element(w, "path", r->source.path);
    cl_put_element(w, "url", r->source.url);
    cl_put_element(w, "canonical", r->source.canonical);
    cl_put_element(w, "amp", r->source.amp);
    cl_put_text(w, "</source>\n");
}

static void put_body(cl_writer *w, const cl_record *r) {
    if (!r->body_count)
        return;
    cl_put_text(w, "<body>\n");
    for (size_t i = 0; i < r->body_count; i++)
        put_block(w, r, &r->body[i]);
    cl_put_text(w, "</body>\n");
}

static void put_links(cl_writer *w, const cl_record *r) {
    for (size_t i = 0; i < r->editions.count; i++) {
        cl_put_text(w, "<edition");
        cl_put_attribute(w, "language", r->editions.at[i].language);
        cl_put_attribute(w, "url", r->editions.at[i].url);
        cl_put_text(w, ">");
        cl_put_markup(w, r->editions.at[i].label);
        cl_put_text(w, "</edition>\n");
    }
    for (size_t i = 0; i < r->related.count; i++) {
        cl_put_text(w, "<related");
        cl_put_attribute(w, "label", r->related.at[i].label);
        cl_put_attribute(w, "url", r->related.at[i].url);
        cl_put_text(w, ">");
        cl_put_markup(w, r->related.at[i].title);
        cl_put_text(w, "</related>\n");
    }
}

void cl_xml_add(cl_writer *w, const cl_record *r) {
    cl_put_text(w, "<record");
    if (r->language.size)
        cl_put_attribute(w, "xml:lang", r->language);
    cl_put_text(w, ">\n");
    put_source(w, r);
    cl_put_element(w, "title", r->title);
    cl_put_element(w, "kicker", r->kicker);
    cl_put_element(w, "deck", r->deck);
    if (r->site_name.size || r->site_url.size) {
        cl_put_text(w, "<site");
        cl_put_attribute(w, "url", r->site_url);
        cl_put_text(w, ">");
        cl_put_markup(w, r->site_name);
        cl_put_text(w, "</site>\n");
    }
    cl_put_element(w, "direction", r->direction);
    put_people(w, "author", r->authors.at, r->authors.count);
    put_people(w, "contributor", r->contributors.at, r->contributors.count);
    cl_put_element(w, "published", r->published);
    cl_put_element(w, "modified", r->modified);
    cl_put_element(w, "dateline", r->dateline);
    cl_put_element(w, "section", r->section);
    for (size_t i = 0; i < r->topics.count; i++)
        cl_put_element(w, "topic", r->topics.at[i]);
    for (size_t i = 0; i < r->keywords.count; i++)
        cl_put_element(w, "keyword", r->keywords.at[i]);
    cl_put_element(w, "access", r->access);
    if (r->truncated)
        cl_put_text(w, "<truncated/>\n");
    cl_put_element(w, "problem", r->problem);
    cl_put_element(w, "prev", r->pages.previous);
    cl_put_element(w, "next", r->pages.next);
    cl_put_element(w, "single", r->pages.single);
    for (size_t i = 0; cl_shows(r, CUTLINE_PART_IMAGES, true) && i < r->images.count; i++)
        put_image(w, &r->images.at[i]);
    for (size_t i = 0; cl_shows(r, CUTLINE_PART_MEDIA, true) && i < r->media.count; i++)
        put_media(w, &r->media.at[i]);
    put_body(w, r);
    for (size_t i = 0; i < r->quotes.count; i++)
        put_quote(w, &r->quotes.at[i]);
    put_links(w, r);
    for (size_t i = cl_shows(r, CUTLINE_PART_COMMENTS, false) ? cl_next_comment(r, 0) : SIZE_MAX; i != SIZE_MAX;
         i = cl_next_comment(r, i + 1))
        cl_put_element(w, "comment", r->page_blocks->list.at[i].text);
    cl_put_text(w, "<confidence>");
    cl_put_thousandths(w, r->confidence);
    cl_put_text(w, "</confidence>\n</record>\n");
}

void cl_xml_begin(cl_writer *w) {
    cl_put_text(w, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
}

void cl_output_xml(cl_writer *w, const cl_record *r) {
    cl_xml_begin(w);
    cl_xml_add(w, r);
}
