/* One JSON object on one line (RFC 8259), in UTF-8, absent fields left out. */
#include "output/writer.h"

#include <stdio.h>

/* A string in quotation marks: what needs no escape in one piece. */
void cl_put_json_string(cl_writer *w, cl_slice s) {
    static const char digits[] = "0123456789abcdef";
    cl_put_text(w, "\"");
    size_t begin = 0;
    for (size_t i = 0; i < s.size; i++) {
        const unsigned char c = (unsigned char)s.data[i];
        if (c >= ' ' && c != '"' && c != '\\')
            continue;
        cl_put(w, s.data + begin, i - begin);
        begin = i + 1;
        switch (c) {
        case '"':
            cl_put_text(w, "\\\"");
            break;
        case '\\':
            cl_put_text(w, "\\\\");
            break;
        case '\n':
            cl_put_text(w, "\\n");
            break;
        case '\t':
            cl_put_text(w, "\\t");
            break;
        case '\r':
            cl_put_text(w, "\\r");
            break;
        default: {
            const char escape[6] = {'\\', 'u', '0', '0', digits[c >> 4], digits[c & 15]};
            cl_put(w, escape, sizeof escape);
        }
        }
    }
    cl_put(w, s.data + begin, s.size - begin);
    cl_put_text(w, "\"");
}

/* A comma where the object or list has something in it, then the name. */
static void put_name(cl_writer *w, bool *any, cl_slice name) {
    if (*any)
        cl_put_text(w, ",");
    *any = true;
    cl_put_json_string(w, name);
    cl_put_text(w, ":");
}

static void put_field(cl_writer *w, bool *any, cl_slice name, cl_slice value) {
    if (!value.data)
        return;
    put_name(w, any, name);
    cl_put_json_string(w, value);
}

void cl_put_number(cl_writer *w, uint64_t value) {
    char digits[24];
    char *at = digits + sizeof digits;
    do {
        *--at = (char)('0' + value % 10);
        value /= 10;
    } while (value);
    cl_put(w, at, (size_t)(digits + sizeof digits - at));
}

void cl_put_thousandths(cl_writer *w, double value) {
    /* Without the locale's decimal point. */
    char digits[16];
    const unsigned thousandths = (unsigned)(value * 1000 + 0.5);
    const int size = snprintf(digits, sizeof digits, "%u.%03u", thousandths / 1000, thousandths % 1000);
    cl_put(w, digits, (size_t)size);
}

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
    put_field(w, &any, CL_SLICE("path"), r->source.path);
    put_field(w, &any, CL_SLICE("url"), r->source.url);
    put_field(w, &any, CL_SLICE("canonical"), r->source.canonical);
    put_field(w, &any, CL_SLICE("kind"), r->source.kind == CUTLINE_KIND_TEXT ? CL_SLICE("text") : CL_SLICE("html"));
    put_field(w, &any, CL_SLICE("encoding"), r->source.encoding);
    put_name(w, &any, CL_SLICE("bytes"));
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
    case CUTLINE_BLOCK_PARAGRAPH:
    case CUTLINE_BLOCK_NONE:
        break;
    }
    return CL_SLICE("paragraph");
}

static void put_block(cl_writer *w, const cl_body_block *b) {
    bool any = false;
    cl_put_text(w, "{");
    put_field(w, &any, CL_SLICE("type"), type_name(b->type));
    if (b->type == CUTLINE_BLOCK_HEADING) {
        put_name(w, &any, CL_SLICE("level"));
        cl_put_number(w, (uint64_t)b->level);
    }
    if (b->type == CUTLINE_BLOCK_LIST) {
        put_name(w, &any, CL_SLICE("ordered"));
        cl_put_slice(w, b->ordered ? CL_SLICE("true") : CL_SLICE("false"));
        put_name(w, &any, CL_SLICE("items"));
        put_list(w, b->items, b->item_count);
    } else if (b->type == CUTLINE_BLOCK_TABLE) {
        put_name(w, &any, CL_SLICE("rows"));
        cl_put_text(w, "[");
        for (size_t i = 0; i < b->row_count; i++) {
            if (i)
                cl_put_text(w, ",");
            put_list(w, b->rows[i].cells, b->rows[i].count);
        }
        cl_put_text(w, "]");
    } else {
        put_field(w, &any, CL_SLICE("text"), b->text);
    }
    cl_put_text(w, "}");
}

static void put_authors(cl_writer *w, const cl_record *r) {
    cl_put_text(w, ",\"authors\":[");
    for (size_t i = 0; i < r->author_count; i++) {
        bool any = false;
        if (i)
            cl_put_text(w, ",");
        cl_put_text(w, "{");
        put_field(w, &any, CL_SLICE("name"), r->authors[i].name);
        cl_put_text(w, "}");
    }
    cl_put_text(w, "]");
}

static void put_from(cl_writer *w, const cl_record *r) {
    const struct {
        cl_slice field;
        cl_origin from;
    } found[] = {{CL_SLICE("canonical"), r->from.canonical}, {CL_SLICE("title"), r->from.title},
        {CL_SLICE("deck"), r->from.deck}, {CL_SLICE("site"), r->from.site}, {CL_SLICE("language"), r->from.language},
        {CL_SLICE("authors"), r->from.authors}, {CL_SLICE("published"), r->from.published},
        {CL_SLICE("modified"), r->from.modified}, {CL_SLICE("body"), r->from.body}};
    bool any = false;
    cl_put_text(w, ",\"from\":{");
    for (size_t i = 0; i < sizeof found / sizeof *found; i++)
        if (found[i].from != CL_FROM_NOWHERE)
            put_field(w, &any, found[i].field, cl_origin_name(found[i].from));
    cl_put_text(w, "}");
}

static void put_dropped(cl_writer *w, const cl_record *r) {
    bool any = false;
    cl_put_text(w, ",\"dropped\":[");
    for (size_t i = 0; i < r->page_blocks->list.count; i++) {
        if (cl_record_has(r, i))
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

void cl_output_json(cl_writer *w, const cl_record *r) {
    bool any = true, site = false;
    cl_put_text(w, "{");
    cl_put_source(w, r);
    put_field(w, &any, CL_SLICE("title"), r->title);
    put_field(w, &any, CL_SLICE("deck"), r->deck);
    if (r->site_name.data || r->site_url.data) {
        cl_put_text(w, ",\"site\":{");
        put_field(w, &site, CL_SLICE("name"), r->site_name);
        put_field(w, &site, CL_SLICE("url"), r->site_url);
        cl_put_text(w, "}");
    }
    put_field(w, &any, CL_SLICE("language"), r->language);
    put_field(w, &any, CL_SLICE("direction"), r->direction);
    if (r->author_count)
        put_authors(w, r);
    put_field(w, &any, CL_SLICE("published"), r->published);
    put_field(w, &any, CL_SLICE("modified"), r->modified);
    if (r->body_count) {
        cl_put_text(w, ",\"body\":[");
        for (size_t i = 0; i < r->body_count; i++) {
            if (i)
                cl_put_text(w, ",");
            put_block(w, &r->body[i]);
        }
        cl_put_text(w, "]");
    }
    put_field(w, &any, CL_SLICE("text"), r->text);
    cl_put_text(w, ",\"confidence\":");
    cl_put_thousandths(w, r->confidence);
    put_from(w, r);
    if (r->dropped && r->page_blocks)
        put_dropped(w, r);
    cl_put_text(w, "}\n");
}
