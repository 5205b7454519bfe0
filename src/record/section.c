/* The section of the site that a story stands in. */
#include "record/fields.h"
#include "record/string.h"

#define SECTION_MAX 100u /* bytes */

/* Whether a name is one for machines: "news_news", "deportes/formula-1", "uk-news". */
static bool is_slug(cl_slice s) {
    bool capital = false, mark = false;
    for (size_t i = 0; i < s.size; i++) {
        const char c = s.data[i];
        if (c == ' ' || (unsigned char)c >= 0x80)
            return false;
        capital |= c >= 'A' && c <= 'Z';
        mark |= c == '_' || c == '/' || c == '-';
    }
    return !capital || mark;
}

/* The first of a list with commas, as some pages write theirs. */
static cl_slice first_of(cl_slice s) {
    const char *const comma = s.size ? memchr(s.data, ',', s.size) : NULL;
    return comma ? cl_slice_trim(cl_slice_of(s.data, (size_t)(comma - s.data))) : s;
}

/* Names of no section, but of what the page's software sorts it under. */
static bool is_empty(cl_slice s) {
    static const char *const names[] = {"uncategorized", "allgemein", "sin categoría", "non classé", "article",
        "articles", "posts", "post", "home", "tags"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (cl_slice_equal_nocase(s, cl_slice_z(names[i])))
            return true;
    return s.size < 2 || s.size > SECTION_MAX || cl_begins(s, CL_SLICE("http"));
}

static void set(cl_making *m, cl_slice section, cl_origin from) {
    m->record->section = section;
    m->record->from.section = from;
}

/* A link that says it is of a category. */
static cl_slice category(cl_making *m) {
    for (size_t i = 0; i < m->data->tag_count; i++) {
        const cl_tag_link *const tag = &m->data->tags[i];
        const uint8_t role =
            tag->block < m->labels->list.count ? m->labels->list.at[tag->block].role : (uint8_t)CL_ROLE_OTHER;
        if (role == CL_ROLE_RELATED || role == CL_ROLE_NAVIGATION || role == CL_ROLE_PROMOTION ||
            !cl_contains(cl_dom_attr(m->dom, tag->node, CL_ATTR_REL), CL_SLICE("category")))
            continue;
        const cl_slice name = cl_element_text(m->dom, tag->node, m->arena, &m->failed);
        if (!is_empty(name))
            return name;
    }
    return CL_SLICE_NONE;
}

/* As machines are told it, in JSON-LD or meta, the name for readers rather than that for machines; else a category. */
void cl_make_section(cl_making *m) {
    const cl_meta_value *const meta = &m->data->meta[CL_META_SECTION];
    const struct {
        cl_slice name;
        cl_origin from;
    } found[] = {{cl_page_data_json(m->data, CL_SLICE("articleSection"), m->arena, &m->failed), CL_FROM_JSON_LD},
        {meta->value, meta->item ? CL_FROM_MICRODATA : CL_FROM_META},
        {m->dom ? category(m) : CL_SLICE_NONE, CL_FROM_VISIBLE}};
    for (unsigned slugs = 0; slugs < 2; slugs++)
        for (size_t i = 0; i < sizeof found / sizeof *found; i++) {
            const cl_slice name = first_of(found[i].name);
            if (is_empty(name) || (!slugs && is_slug(name)))
                continue;
            set(m, name, found[i].from);
            return;
        }
}
