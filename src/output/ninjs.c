/* ninjs 2.1, the News in JSON of the IPTC: one object on one line. */
#include "output/choice.h"
#include "output/markup.h"
#include "output/uuid.h"

static bool has_control(cl_slice s) {
    for (size_t i = 0; i < s.size; i++)
        if ((unsigned char)s.data[i] <= ' ' || strchr("\"<>\\^`{|}", s.data[i]))
            return true;
    return false;
}

static bool is_uri(cl_slice url) {
    return cl_url_is_absolute(url) && !has_control(url);
}

/* Whether a time has all that "date-time" of RFC 3339 asks for. */
static bool is_time(cl_slice t) {
    const char *const data = t.data;
    if (t.size < 20 || data[10] != 'T' || t.data[16] != ':')
        return false;
    return data[t.size - 1] == 'Z' || (data[t.size - 3] == ':' && (data[t.size - 6] == '+' || data[t.size - 6] == '-'));
}

static void put_valued(cl_writer *w, const char *list, cl_slice role, cl_slice type, cl_slice text) {
    bool any = true, inner = false;
    if (!text.size)
        return;
    cl_put_name(w, &any, cl_slice_z(list));
    cl_put_text(w, "[{");
    cl_put_field(w, &inner, CL_SLICE("role"), role);
    cl_put_field(w, &inner, CL_SLICE("contenttype"), type);
    cl_put_field(w, &inner, CL_SLICE("value"), text);
    cl_put_text(w, "}]");
}

/* Authors: people, or organisations. */
static void put_people(cl_writer *w, const cl_record *r, int organizations, cl_slice name) {
    bool any = true, some = false;
    for (size_t i = 0; i < r->authors.count; i++) {
        const cutline_person *const p = &r->authors.at[i];
        bool inner = false;
        if ((p->organization != 0) != organizations)
            continue;
        if (!some)
            cl_put_name(w, &any, name);
        cl_put_slice(w, some ? CL_SLICE(",{") : CL_SLICE("[{"));
        some = true;
        cl_put_field(w, &inner, CL_SLICE("name"), p->name);
        cl_put_field(w, &inner, CL_SLICE("rel"), CL_SLICE("author"));
        if (is_uri(p->url))
            cl_put_field(w, &inner, CL_SLICE("uri"), p->url);
        cl_put_text(w, "}");
    }
    if (some)
        cl_put_text(w, "]");
}

static void put_subjects(cl_writer *w, const cl_record *r) {
    bool any = true;
    if (!r->topics.count)
        return;
    cl_put_name(w, &any, CL_SLICE("subjects"));
    for (size_t i = 0; i < r->topics.count; i++) {
        cl_put_slice(w, i ? CL_SLICE(",{\"name\":") : CL_SLICE("[{\"name\":"));
        cl_put_json_string(w, r->topics.at[i]);
        cl_put_text(w, "}");
    }
    cl_put_text(w, "]");
}

static void put_image(cl_writer *w, const cutline_image *image, size_t number) {
    bool any = false, size = true;
    cl_put_text(w, "{");
    cl_put_name(w, &any, CL_SLICE("name"));
    cl_put_text(w, "\"image");
    cl_put_number(w, number);
    cl_put_text(w, "\"");
    cl_put_field(w, &any, CL_SLICE("uri"), image->url);
    cl_put_field(w, &any, CL_SLICE("type"), CL_SLICE("picture"));
    put_valued(w, "descriptions", CL_SLICE("caption"), CL_SLICE_NONE, image->caption);
    cl_put_field(w, &any, CL_SLICE("by"), image->credit);
    cl_put_text(w, ",\"renditions\":[{\"name\":\"original\"");
    cl_put_field(w, &size, CL_SLICE("href"), image->url);
    if (image->width) {
        cl_put_name(w, &size, CL_SLICE("width"));
        cl_put_number(w, image->width);
    }
    if (image->height) {
        cl_put_name(w, &size, CL_SLICE("height"));
        cl_put_number(w, image->height);
    }
    cl_put_text(w, "}]}");
}

static void put_images(cl_writer *w, const cl_record *r) {
    size_t count = 0;
    for (size_t i = 0; cl_shows(r, CUTLINE_PART_IMAGES, true) && i < r->images.count; i++) {
        if (!is_uri(r->images.at[i].url))
            continue;
        cl_put_slice(w, count ? CL_SLICE(",") : CL_SLICE(",\"associations\":["));
        put_image(w, &r->images.at[i], ++count);
    }
    if (count)
        cl_put_text(w, "]");
}

/* A day without a time has no place among the dates of ninjs: it is told in words. */
static void put_descriptions(cl_writer *w, const cl_record *r) {
    const cl_slice day = is_time(r->published) ? CL_SLICE_NONE : r->published;
    if (!r->deck.size && !day.size)
        return;
    cl_put_text(w, ",\"descriptions\":[");
    if (r->deck.size) {
        cl_put_text(w, "{\"role\":\"summary\",\"value\":");
        cl_put_json_string(w, r->deck);
        cl_put_text(w, "}");
    }
    if (day.size) {
        cl_put_slice(w, r->deck.size ? CL_SLICE(",{\"role\":\"published\",\"value\":")
                                     : CL_SLICE("{\"role\":\"published\",\"value\":"));
        cl_put_json_string(w, day);
        cl_put_text(w, "}");
    }
    cl_put_text(w, "]");
}

void cl_output_ninjs(cl_writer *w, const cl_record *r) {
    bool any = false;
    const cl_slice url = is_uri(r->source.canonical) ? r->source.canonical : r->source.url;
    cl_put_text(w, "{");
    cl_put_name(w, &any, CL_SLICE("uri"));
    if (is_uri(url)) {
        cl_put_json_string(w, url);
    } else {
        cl_uuid uuid = {0, 0};
        cl_uuid_add(&uuid, r);
        cl_put_text(w, "\"");
        cl_put_uuid(w, uuid);
        cl_put_text(w, "\"");
    }
    cl_put_text(w, ",\"standard\":{\"name\":\"ninjs\",\"version\":\"2.1\","
                   "\"schema\":\"http://www.iptc.org/std/ninjs/ninjs-schema_2.1.json\"},\"type\":\"text\"");
    if (is_time(r->published))
        cl_put_field(w, &any, CL_SLICE("firstcreated"), r->published);
    if (is_time(r->modified))
        cl_put_field(w, &any, CL_SLICE("versioncreated"), r->modified);
    cl_put_field(w, &any, CL_SLICE("language"), r->language);
    cl_put_field(w, &any, CL_SLICE("title"), r->title);
    put_valued(w, "headlines", CL_SLICE("main"), CL_SLICE_NONE, r->title);
    put_descriptions(w, r);
    put_valued(w, "bodies", CL_SLICE("main"), CL_SLICE("text/plain"), r->text);
    put_people(w, r, 0, CL_SLICE("people"));
    put_people(w, r, 1, CL_SLICE("organisations"));
    put_subjects(w, r);
    cl_put_field(w, &any, CL_SLICE("located"), r->dateline);
    if (r->site_name.size) {
        cl_put_text(w, ",\"infosources\":[{\"role\":\"publisher\",\"name\":");
        cl_put_json_string(w, r->site_name);
        cl_put_text(w, "}]");
    }
    put_images(w, r);
    cl_put_text(w, "}\n");
}
