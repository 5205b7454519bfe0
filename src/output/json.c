/* One JSON object on one line (RFC 8259), in UTF-8, absent fields left out. */
#include "output/choice.h"
#include "output/json.h"

static void put_list(cl_writer *w, const cl_slice *items, size_t count) {
    cl_put_text(w, "[");
    for (size_t i = 0; i < count; i++) {
        if (i)
            cl_put_text(w, ",");
        cl_put_json_string(w, items[i]);
    }
    cl_put_text(w, "]");
}

void cl_put_source(cl_writer *w, const cl_record *r) {
    bool any = false;
    cl_put_text(w, "\"source\":{");
    cl_put_field(w, &any, CL_SLICE("path"), r->source.path);
    cl_put_field(w, &any, CL_SLICE("url"), r->source.url);
    cl_put_field(w, &any, CL_SLICE("canonical"), r->source.canonical);
    cl_put_field(w, &any, CL_SLICE("amp"), r->source.amp);
    cl_put_field(w, &any, CL_SLICE("kind"), r->source.kind == CUTLINE_KIND_TEXT ? CL_SLICE("text") : CL_SLICE("html"));
    cl_put_field(w, &any, CL_SLICE("encoding"), r->source.encoding);
    cl_put_name(w, &any, CL_SLICE("bytes"));
    cl_put_number(w, r->source.bytes);
    cl_put_text(w, "}");
}

static cl_slice type_name(cutline_block_type type) {
    switch (type) {
    case CUTLINE_BLOCK_HEADING:
        return CL_SLICE("heading");
    case CUTLINE_BLOCK_LIST:
        return CL_SLICE("list");
    case CUTLINE_BLOCK_QUOTATION:
        return CL_SLICE("quotation");
    case CUTLINE_BLOCK_PREFORMATTED:
        return CL_SLICE("preformatted");
    case CUTLINE_BLOCK_TABLE:
        return CL_SLICE("table");
    case CUTLINE_BLOCK_NOTE:
        return CL_SLICE("note");
    case CUTLINE_BLOCK_PARAGRAPH:
    case CUTLINE_BLOCK_NONE:
        break;
    }
    return CL_SLICE("paragraph");
}

/* Links and emphasis of a block, by the bytes of its text. */
static void put_place(cl_writer *w, bool *any, cl_slice name, size_t place) {
    if (place == CUTLINE_NO_BLOCK)
        return;
    cl_put_name(w, any, name);
    cl_put_number(w, place);
}

static void put_spans(cl_writer *w, bool *any, const cl_body_block *b, bool links) {
    static const char *const types[] = {"", "link", "emphasis", "strong"};
    bool some = false;
    for (size_t i = 0; i < b->span_count; i++) {
        bool inner = false;
        if (!links && b->spans[i].type == CUTLINE_SPAN_LINK)
            continue;
        if (!some)
            cl_put_name(w, any, CL_SLICE("spans"));
        cl_put_slice(w, some ? CL_SLICE(",{") : CL_SLICE("[{"));
        some = true;
        cl_put_field(w, &inner, CL_SLICE("type"), cl_slice_z(types[b->spans[i].type]));
        cl_put_name(w, &inner, CL_SLICE("start"));
        cl_put_number(w, b->spans[i].start);
        cl_put_name(w, &inner, CL_SLICE("end"));
        cl_put_number(w, b->spans[i].end);
        cl_put_field(w, &inner, CL_SLICE("url"), b->spans[i].url);
        put_place(w, &inner, CL_SLICE("block"), b->spans[i].block);
        put_place(w, &inner, CL_SLICE("item"), b->spans[i].item);
        cl_put_text(w, "}");
    }
    if (some)
        cl_put_text(w, "]");
}

static void put_table(cl_writer *w, bool *any, const cl_body_block *b) {
    cl_put_name(w, any, CL_SLICE("columns"));
    cl_put_number(w, b->columns);
    if (b->header) {
        cl_put_name(w, any, CL_SLICE("header"));
        put_list(w, b->header, b->columns);
        cl_put_name(w, any, CL_SLICE("header_rows"));
        cl_put_number(w, b->header_rows);
    }
    cl_put_name(w, any, CL_SLICE("rows"));
    cl_put_text(w, "[");
    for (size_t i = 0; i < b->row_count; i++) {
        if (i)
            cl_put_text(w, ",");
        put_list(w, b->rows[i].cells, b->rows[i].count);
    }
    cl_put_text(w, "]");
}

static void put_block(cl_writer *w, const cl_record *r, const cl_body_block *b) {
    bool any = false;
    cl_put_text(w, "{");
    cl_put_field(w, &any, CL_SLICE("type"), type_name(b->type));
    if (b->type == CUTLINE_BLOCK_HEADING) {
        cl_put_name(w, &any, CL_SLICE("level"));
        cl_put_number(w, (uint64_t)b->level);
    }
    if (b->type == CUTLINE_BLOCK_LIST) {
        cl_put_name(w, &any, CL_SLICE("ordered"));
        cl_put_slice(w, b->ordered ? CL_SLICE("true") : CL_SLICE("false"));
        cl_put_name(w, &any, CL_SLICE("items"));
        put_list(w, b->items, b->item_count);
    } else if (b->type == CUTLINE_BLOCK_TABLE) {
        if (cl_shows(r, CUTLINE_PART_TABLES, true))
            put_table(w, &any, b);
    } else {
        cl_put_field(w, &any, CL_SLICE("text"), b->text);
    }
    put_spans(w, &any, b, cl_shows(r, CUTLINE_PART_LINKS, true));
    cl_put_field(w, &any, CL_SLICE("time"), b->time);
    cl_put_text(w, "}");
}

static void put_flag(cl_writer *w, bool *any, cl_slice name) {
    cl_put_name(w, any, name);
    cl_put_text(w, "true");
}

static void put_count(cl_writer *w, bool *any, cl_slice name, uint64_t value) {
    cl_put_name(w, any, name);
    cl_put_number(w, value);
}

/* A member that is a list of objects; `put` writes the members of the one at an index. Nothing where it is empty. */
static void put_objects(cl_writer *w, bool *some, const cl_record *r, cl_slice name, size_t count,
    void (*put)(cl_writer *w, const cl_record *r, size_t index, bool *any)) {
    bool any;
    if (!count)
        return;
    cl_put_name(w, some, name);
    for (size_t i = 0; i < count; i++) {
        any = false;
        cl_put_slice(w, i ? CL_SLICE(",{") : CL_SLICE("[{"));
        put(w, r, i, &any);
        cl_put_text(w, "}");
    }
    cl_put_text(w, "]");
}

static void put_person(cl_writer *w, const cutline_person *p, bool *any) {
    cl_put_field(w, any, CL_SLICE("name"), p->name);
    cl_put_field(w, any, CL_SLICE("url"), p->url);
    if (p->organization)
        cl_put_field(w, any, CL_SLICE("kind"), CL_SLICE("organization"));
}

static void put_author(cl_writer *w, const cl_record *r, size_t index, bool *any) {
    put_person(w, &r->authors.at[index], any);
}

static void put_contributor(cl_writer *w, const cl_record *r, size_t index, bool *any) {
    put_person(w, &r->contributors.at[index], any);
}

static void put_edition(cl_writer *w, const cl_record *r, size_t index, bool *any) {
    const cutline_edition *const e = &r->editions.at[index];
    cl_put_field(w, any, CL_SLICE("language"), e->language);
    cl_put_field(w, any, CL_SLICE("label"), e->label);
    cl_put_field(w, any, CL_SLICE("url"), e->url);
}

static void put_related(cl_writer *w, const cl_record *r, size_t index, bool *any) {
    const cutline_related *const s = &r->related.at[index];
    cl_put_field(w, any, CL_SLICE("label"), s->label);
    cl_put_field(w, any, CL_SLICE("title"), s->title);
    cl_put_field(w, any, CL_SLICE("url"), s->url);
}

static void put_image(cl_writer *w, const cl_record *r, size_t index, bool *any) {
    const cutline_image *const image = &r->images.at[index];
    cl_put_field(w, any, CL_SLICE("url"), image->url);
    cl_put_field(w, any, CL_SLICE("alt"), image->alt);
    cl_put_field(w, any, CL_SLICE("caption"), image->caption);
    cl_put_field(w, any, CL_SLICE("credit"), image->credit);
    if (image->width)
        put_count(w, any, CL_SLICE("width"), image->width);
    if (image->height)
        put_count(w, any, CL_SLICE("height"), image->height);
    if (image->lead)
        put_flag(w, any, CL_SLICE("lead"));
    if (image->block != CUTLINE_NO_BLOCK)
        put_count(w, any, CL_SLICE("block"), image->block);
}

static void put_media(cl_writer *w, const cl_record *r, size_t index, bool *any) {
    const cutline_media *const media = &r->media.at[index];
    cl_put_field(w, any, CL_SLICE("type"), media->type);
    cl_put_field(w, any, CL_SLICE("url"), media->url);
    cl_put_field(w, any, CL_SLICE("provider"), media->provider);
    cl_put_field(w, any, CL_SLICE("caption"), media->caption);
    if (media->block != CUTLINE_NO_BLOCK)
        put_count(w, any, CL_SLICE("block"), media->block);
}

static void put_quote(cl_writer *w, const cl_record *r, size_t index, bool *any) {
    const cutline_quote *const quote = &r->quotes.at[index];
    cl_put_field(w, any, CL_SLICE("text"), quote->text);
    cl_put_field(w, any, CL_SLICE("mention"), quote->mention);
    cl_put_field(w, any, CL_SLICE("speaker"), quote->speaker);
    cl_put_field(w, any, CL_SLICE("cue"), quote->cue);
    cl_put_field(w, any, CL_SLICE("outlet"), quote->outlet);
    put_count(w, any, CL_SLICE("block"), quote->block);
    put_count(w, any, CL_SLICE("start"), quote->start);
    put_count(w, any, CL_SLICE("end"), quote->end);
}

static void put_strings(cl_writer *w, bool *any, cl_slice name, const cl_slice *strings, size_t count) {
    if (!count)
        return;
    cl_put_name(w, any, name);
    put_list(w, strings, count);
}

static void put_pages(cl_writer *w, bool *any, const cl_record *r) {
    bool inner = false;
    if (!r->pages.previous.data && !r->pages.next.data && !r->pages.single.data)
        return;
    cl_put_name(w, any, CL_SLICE("pages"));
    cl_put_text(w, "{");
    cl_put_field(w, &inner, CL_SLICE("prev"), r->pages.previous);
    cl_put_field(w, &inner, CL_SLICE("next"), r->pages.next);
    cl_put_field(w, &inner, CL_SLICE("single"), r->pages.single);
    cl_put_text(w, "}");
}

static void put_from(cl_writer *w, bool *some, const cl_record *r) {
    const struct {
        cl_slice field;
        cl_origin from;
    } found[] = {{CL_SLICE("canonical"), r->from.canonical}, {CL_SLICE("title"), r->from.title},
        {CL_SLICE("kicker"), r->from.kicker}, {CL_SLICE("deck"), r->from.deck},
        {CL_SLICE("dateline"), r->from.dateline}, {CL_SLICE("section"), r->from.section},
        {CL_SLICE("site"), r->from.site}, {CL_SLICE("language"), r->from.language},
        {CL_SLICE("access"), r->from.access}, {CL_SLICE("authors"), r->from.authors},
        {CL_SLICE("published"), r->from.published}, {CL_SLICE("modified"), r->from.modified},
        {CL_SLICE("topics"), r->from.topics}, {CL_SLICE("editions"), r->from.editions},
        {CL_SLICE("related"), r->from.related}, {CL_SLICE("images"), r->from.images}, {CL_SLICE("body"), r->from.body}};
    bool any = false;
    cl_put_name(w, some, CL_SLICE("from"));
    cl_put_text(w, "{");
    for (size_t i = 0; i < sizeof found / sizeof *found; i++)
        if (found[i].from != CL_FROM_NOWHERE)
            cl_put_field(w, &any, found[i].field, cl_origin_name(found[i].from));
    cl_put_text(w, "}");
}

static void put_dropped(cl_writer *w, bool *some, const cl_record *r) {
    bool any = false;
    cl_put_name(w, some, CL_SLICE("dropped"));
    cl_put_text(w, "[");
    for (size_t i = 0; i < r->page_blocks->list.count; i++) {
        if (cl_record_keeps(r, i))
            continue;
        if (any)
            cl_put_text(w, ",");
        any = true;
        cl_put_text(w, "{\"role\":");
        cl_put_json_string(w, cl_role_name((cl_role)r->page_labels->list.at[i].role));
        cl_put_text(w, ",\"probability\":");
        cl_put_thousandths(w, (double)r->page_labels->list.at[i].probability);
        cl_put_text(w, ",\"text\":");
        cl_put_json_string(w, r->page_blocks->list.at[i].text);
        cl_put_text(w, ",\"offset\":");
        cl_put_number(w, r->page_blocks->list.at[i].offset);
        cl_put_text(w, "}");
    }
    cl_put_text(w, "]");
}

static void put_site(cl_writer *w, bool *any, const cl_record *r) {
    bool inner = false;
    if (!r->site_name.data && !r->site_url.data)
        return;
    cl_put_name(w, any, CL_SLICE("site"));
    cl_put_text(w, "{");
    cl_put_field(w, &inner, CL_SLICE("name"), r->site_name);
    cl_put_field(w, &inner, CL_SLICE("url"), r->site_url);
    cl_put_text(w, "}");
}

static void put_body(cl_writer *w, bool *any, const cl_record *r) {
    if (!r->body_count)
        return;
    cl_put_name(w, any, CL_SLICE("body"));
    for (size_t i = 0; i < r->body_count; i++) {
        cl_put_slice(w, i ? CL_SLICE(",") : CL_SLICE("["));
        put_block(w, r, &r->body[i]);
    }
    cl_put_text(w, "]");
}

static void put_comments(cl_writer *w, bool *any, const cl_record *r) {
    bool some = false;
    for (size_t i = cl_next_comment(r, 0); i != SIZE_MAX; i = cl_next_comment(r, i + 1)) {
        bool inner = false;
        if (!some)
            cl_put_name(w, any, CL_SLICE("comments"));
        cl_put_slice(w, some ? CL_SLICE(",{") : CL_SLICE("[{"));
        cl_put_field(w, &inner, CL_SLICE("text"), r->page_blocks->list.at[i].text);
        put_count(w, &inner, CL_SLICE("offset"), r->page_blocks->list.at[i].offset);
        cl_put_text(w, "}");
        some = true;
    }
    if (some)
        cl_put_text(w, "]");
}

/* Those that are one string. */
static cl_slice string_of(const cl_record *r, cl_field field) {
    switch (field) {
    case CL_FIELD_TITLE:
        return r->title;
    case CL_FIELD_KICKER:
        return r->kicker;
    case CL_FIELD_DECK:
        return r->deck;
    case CL_FIELD_LANGUAGE:
        return r->language;
    case CL_FIELD_DIRECTION:
        return r->direction;
    case CL_FIELD_PUBLISHED:
        return r->published;
    case CL_FIELD_MODIFIED:
        return r->modified;
    case CL_FIELD_DATELINE:
        return r->dateline;
    case CL_FIELD_SECTION:
        return r->section;
    case CL_FIELD_ACCESS:
        return r->access;
    case CL_FIELD_PROBLEM:
        return r->problem;
    case CL_FIELD_TEXT:
        return r->text;
    default:
        return CL_SLICE_NONE;
    }
}

/* Those that are lists of objects. */
static void put_things(cl_writer *w, bool *any, const cl_record *r, cl_field field) {
    const cl_slice name = cl_field_name(field);
    const bool asked = r->choice.without_fields != 0; /* by its name */
    if (field == CL_FIELD_AUTHORS)
        put_objects(w, any, r, name, r->authors.count, put_author);
    else if (field == CL_FIELD_CONTRIBUTORS)
        put_objects(w, any, r, name, r->contributors.count, put_contributor);
    else if (field == CL_FIELD_EDITIONS)
        put_objects(w, any, r, name, r->editions.count, put_edition);
    else if (field == CL_FIELD_IMAGES && cl_shows(r, CUTLINE_PART_IMAGES, true))
        put_objects(w, any, r, name, r->images.count, put_image);
    else if (field == CL_FIELD_MEDIA && cl_shows(r, CUTLINE_PART_MEDIA, true))
        put_objects(w, any, r, name, r->media.count, put_media);
    else if (field == CL_FIELD_QUOTES)
        put_objects(w, any, r, name, r->quotes.count, put_quote);
    else if (field == CL_FIELD_RELATED)
        put_objects(w, any, r, name, r->related.count, put_related);
    else if (field == CL_FIELD_COMMENTS && (asked || cl_shows(r, CUTLINE_PART_COMMENTS, false)))
        put_comments(w, any, r);
    else if (field == CL_FIELD_DROPPED && (asked || r->dropped) && r->page_blocks)
        put_dropped(w, any, r);
}

void cl_put_json_field(cl_writer *w, bool *any, const cl_record *r, cl_field field) {
    switch (field) {
    case CL_FIELD_SOURCE:
        cl_put_source(w, r);
        *any = true;
        break;
    case CL_FIELD_SITE:
        put_site(w, any, r);
        break;
    case CL_FIELD_TOPICS:
        put_strings(w, any, cl_field_name(field), r->topics.at, r->topics.count);
        break;
    case CL_FIELD_KEYWORDS:
        put_strings(w, any, cl_field_name(field), r->keywords.at, r->keywords.count);
        break;
    case CL_FIELD_TRUNCATED:
        if (r->truncated)
            put_flag(w, any, cl_field_name(field));
        break;
    case CL_FIELD_PAGES:
        put_pages(w, any, r);
        break;
    case CL_FIELD_BODY:
        put_body(w, any, r);
        break;
    case CL_FIELD_CONFIDENCE:
        cl_put_name(w, any, cl_field_name(field));
        cl_put_thousandths(w, r->confidence);
        break;
    case CL_FIELD_FROM:
        put_from(w, any, r);
        break;
    default:
        cl_put_field(w, any, cl_field_name(field), string_of(r, field));
        put_things(w, any, r, field);
    }
}

void cl_output_json(cl_writer *w, const cl_record *r) {
    bool any = false;
    cl_put_text(w, "{");
    for (unsigned i = 0; i < CL_FIELD_COUNT; i++)
        if (cl_has_field(r, (cl_field)i))
            cl_put_json_field(w, &any, r, (cl_field)i);
    cl_put_text(w, "}\n");
}
