#include "block/attributes.h"
#include "block/block.h"

bool cl_attributes_have(cl_slice s, const char *word) {
    const size_t n = strlen(word);
    for (size_t i = 0; i + n <= s.size; i++)
        if (cl_ascii_lower(s.data[i]) == word[0] &&
            cl_slice_equal_nocase(cl_slice_of(s.data + i, n), cl_slice_of(word, n)))
            return true;
    return false;
}

/* What a style says: whether it hides ("display: none", "visibility: hidden"), whether there is an image behind. */
static void read_style(cl_slice style, cl_attributes *to) {
    static const struct { const char *property, *value; } hiding[] = {{"display", "none"}, {"visibility", "hidden"}};
    size_t at = 0;
    while (at < style.size) {
        const char *const found = memchr(style.data + at, ';', style.size - at);
        const size_t stop = found ? (size_t)(found - style.data) : style.size;
        const cl_slice declaration = cl_slice_of(style.data + at, stop - at);
        const char *const colon = declaration.size ? memchr(declaration.data, ':', declaration.size) : NULL;
        at = stop + 1;
        if (!colon)
            continue;
        const size_t name_size = (size_t)(colon - declaration.data);
        const cl_slice name = cl_slice_trim(cl_slice_of(declaration.data, name_size));
        const cl_slice value = cl_slice_of(colon + 1, declaration.size - name_size - 1);
        for (size_t i = 0; i < 2; i++)
            to->hidden |= cl_slice_equal_nocase(name, cl_slice_z(hiding[i].property)) &&
                          cl_attributes_have(value, hiding[i].value);
        to->background |= name.size >= 10 && cl_attributes_have(cl_slice_of(name.data, 10), "background") &&
                          cl_attributes_have(value, "url(");
    }
}

/* Attributes from which scripts make a background. */
static bool background_name(const cl_dom *dom, const cl_attr *a) {
    static const char *const names[] = {"data-bg", "data-background", "data-background-image", "data-bgset",
        "data-lazy-bg", "data-image-src", "data-bg-image", "data-src-background"};
    if (a->name_size < 7 || a->name_size > 21)
        return false;
    const cl_slice name = cl_attr_name(dom, a);
    for (size_t i = 0; memcmp(name.data, "data-", 5) == 0 && i < sizeof names / sizeof *names; i++)
        if (cl_slice_equal(name, cl_slice_z(names[i])))
            return true;
    return false;
}

static uint32_t role_marks(cl_slice role) {
    static const struct {
        const char *role;
        uint32_t marks;
    } roles[] = {{"navigation", CL_MARK_NAVIGATION}, {"complementary", CL_MARK_ASIDE}, {"contentinfo", CL_MARK_FOOTER},
        {"search", CL_MARK_NAVIGATION}, {"dialog", CL_MARK_FORM}, {"alertdialog", CL_MARK_FORM},
        {"menu", CL_MARK_NAVIGATION}, {"menubar", CL_MARK_NAVIGATION}, {"alert", CL_MARK_FORM}, {"form", CL_MARK_FORM},
        {"banner", CL_MARK_HEADER}, {"main", CL_MARK_MAIN}, {"article", CL_MARK_ARTICLE}};
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (cl_slice_equal_nocase(role, cl_slice_z(roles[i].role)))
            return roles[i].marks;
    return 0;
}

/* Puts the tag before words. */
static void add_tag(const cl_dom *dom, cl_node n, const cl_class_words *words, cl_class_words *to) {
    const cl_slice tag = cl_dom_name(dom, n);
    uint32_t hash = 0x7a67u; /* a tag is another word than the same in a class */
    for (size_t i = 0; i < tag.size; i++)
        hash = (hash ^ (unsigned char)tag.data[i]) * 0x01000193u;
    to->at[0] = hash;
    to->count = 1;
    for (uint32_t i = 0; i < words->count && to->count < CL_CLASS_WORDS; i++)
        if (words->at[i] != hash)
            to->at[to->count++] = words->at[i];
}

void cl_attributes_words(const cl_dom *dom, cl_class_cache *classes, cl_node n, cl_class_words *to) {
    cl_class_words words = {.count = 0};
    for (const cl_attr *a = cl_dom_attrs(dom, n); a; a = cl_attr_next(a))
        if (a->name == CL_ATTR_CLASS || a->name == CL_ATTR_ID || a->name == CL_ATTR_ROLE || a->name == CL_ATTR_ITEMPROP)
            cl_class_add_words(classes, cl_attr_value(dom, a), &words);
    add_tag(dom, n, &words, to);
}

bool cl_attributes_keep(cl_blocks *blocks, const cl_dom *dom, cl_box *box, const cl_class_words *words) {
    if (blocks->classes.capacity - blocks->classes.count < CL_CLASS_WORDS &&
        !cl_vector_grow(blocks->allocator, &blocks->classes, CL_CLASS_WORDS))
        return false;
    cl_class_words all = {.count = 0};
    add_tag(dom, box->node, words, &all);
    memcpy(blocks->classes.at + blocks->classes.count, all.at, sizeof all.at);
    box->first_class = (uint32_t)blocks->classes.count;
    box->class_count = (uint8_t)all.count;
    blocks->classes.count += all.count;
    return true;
}

static void read_class(const cl_dom *dom, cl_class_cache *classes, const cl_attr *a, cl_attributes *to) {
    const cl_class *const read = cl_class_add_words(classes, cl_attr_value(dom, a), &to->words);
    to->marks |= read->marks;
    to->hash = read->hash;
}

void cl_attributes_read(const cl_dom *dom, cl_class_cache *classes, cl_node n, cl_attributes *to) {
    memset(to, 0, sizeof *to);
    for (const cl_attr *a = cl_dom_attrs(dom, n); a; a = cl_attr_next(a)) {
        switch (a->name) {
        case CL_ATTR_CLASS:
            read_class(dom, classes, a, to);
            break;
        case CL_ATTR_ITEMPROP:
            to->item = true;
            /* fall through */
        case CL_ATTR_ID:
            to->marks |= cl_class_add_words(classes, cl_attr_value(dom, a), &to->words)->marks;
            break;
        case CL_ATTR_ITEMSCOPE:
        case CL_ATTR_TYPEOF:
        case CL_ATTR_PROPERTY:
            to->item = true;
            break;
        case CL_ATTR_ROLE:
            to->marks |= role_marks(cl_attr_value(dom, a));
            cl_class_add_words(classes, cl_attr_value(dom, a), &to->words);
            break;
        case CL_ATTR_HREF:
            to->href = true;
            break;
        case CL_ATTR_HIDDEN:
            to->hidden |= !cl_slice_equal_nocase(cl_attr_value(dom, a), CL_SLICE("until-found"));
            break;
        case CL_ATTR_ARIA_HIDDEN:
            to->aria_hidden = cl_slice_equal_nocase(cl_attr_value(dom, a), CL_SLICE("true"));
            break;
        case CL_ATTR_STYLE:
            read_style(cl_attr_value(dom, a), to);
            break;
        case CL_ATTR_TITLE:
        case CL_ATTR_DATETIME:
            to->titled = true;
            break;
        case CL_ATTR_HREFLANG:
            to->marks |= CL_MARK_EDITION;
            break;
        case CL_ATTR_REL:
            to->author |= cl_attributes_have(cl_attr_value(dom, a), "author");
            to->tag |= cl_attributes_have(cl_attr_value(dom, a), "tag") ||
                       cl_attributes_have(cl_attr_value(dom, a), "next") ||
                       cl_attributes_have(cl_attr_value(dom, a), "prev");
            break;
        case CL_ATTR_SRC:
            to->source = true;
            break;
        case CL_ATTR_OTHER:
            to->background |= background_name(dom, a);
            break;
        default:
            break;
        }
    }
}
