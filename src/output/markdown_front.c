/* Front matter: what is known of an article as YAML 1.2, its strings in quotation marks as in JSON. */
#include "output/markdown.h"

/* JSON's strings are YAML's, but for the characters that YAML wants to be printable. */
static void put_string(cl_writer *w, cl_slice s) {
    const unsigned char *const p = (const unsigned char *)s.data;
    static const char digits[] = "0123456789abcdef";
    cl_put_text(w, "\"");
    for (size_t i = 0; i < s.size; i++) {
        const bool control = p[i] == 0xC2 && i + 1 < s.size && p[i + 1] < 0xA0; /* of C1 */
        const bool mark = p[i] == 0xEF && s.size - i > 2 && p[i + 1] == 0xBB && p[i + 2] == 0xBF;
        const bool nothing = p[i] == 0xEF && s.size - i > 2 && p[i + 1] == 0xBF && p[i + 2] >= 0xBE;
        const unsigned char c = control ? p[i + 1] : p[i];
        if (mark || nothing) {
            cl_put_text(w, "\\ufffd");
            i += 2;
        } else if (control || c < ' ' || c == 0x7f) {
            const char escape[4] = {'\\', 'x', digits[c >> 4], digits[c & 15]};
            cl_put(w, escape, sizeof escape);
            i += control;
        } else {
            if (c == '"' || c == '\\')
                cl_put_text(w, "\\");
            cl_put(w, s.data + i, 1);
        }
    }
    cl_put_text(w, "\"\n");
}

static void put_entry(cl_writer *w, const char *name, cl_slice value) {
    if (!value.size)
        return;
    cl_put_slice(w, cl_slice_z(name));
    cl_put_text(w, ": ");
    put_string(w, value);
}

static void put_list(cl_writer *w, const char *name, const cl_slice *items, size_t count) {
    if (!count)
        return;
    cl_put_slice(w, cl_slice_z(name));
    cl_put_text(w, ":\n");
    for (size_t i = 0; i < count; i++) {
        cl_put_text(w, "  - ");
        put_string(w, items[i]);
    }
}

static void put_people(cl_writer *w, const char *name, const cutline_person *people, size_t count) {
    if (!count)
        return;
    cl_put_slice(w, cl_slice_z(name));
    cl_put_text(w, ":\n");
    for (size_t i = 0; i < count; i++) {
        cl_put_text(w, "  - ");
        put_string(w, people[i].name);
    }
}

static cl_slice lead_url(const cl_record *r) {
    for (size_t i = 0; i < r->images.count; i++)
        if (r->images.at[i].lead)
            return r->images.at[i].url;
    return CL_SLICE_NONE;
}

void cl_md_front_matter(cl_writer *w, const cl_record *r) {
    cl_put_text(w, "---\n");
    put_entry(w, "title", r->title);
    put_entry(w, "kicker", r->kicker);
    put_entry(w, "deck", r->deck);
    put_people(w, "authors", r->authors.at, r->authors.count);
    put_people(w, "contributors", r->contributors.at, r->contributors.count);
    put_entry(w, "published", r->published);
    put_entry(w, "modified", r->modified);
    put_entry(w, "dateline", r->dateline);
    put_entry(w, "site", r->site_name);
    put_entry(w, "url", r->source.canonical.size ? r->source.canonical : r->source.url);
    put_entry(w, "language", r->language);
    put_entry(w, "section", r->section);
    put_list(w, "topics", r->topics.at, r->topics.count);
    put_entry(w, "image", lead_url(r));
    put_entry(w, "access", r->access);
    put_entry(w, "problem", r->problem);
    put_entry(w, "source", r->source.path);
    cl_put_text(w, "---\n");
}
