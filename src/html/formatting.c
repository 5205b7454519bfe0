/* The list of active formatting elements (HTML Standard, section 13.2.4.3). */
#include "html/builder.h"

static uint32_t count_attrs(const cl_dom *dom, cl_node node) {
    uint32_t n = 0;
    for (const cl_attr *a = cl_dom_attrs(dom, node); a; a = cl_attr_next(a))
        n++;
    return n;
}

static bool same_name(const cl_dom *dom, const cl_attr *x, const cl_attr *y) {
    return x->name == y->name &&
           (x->name != CL_ATTR_OTHER || cl_slice_equal(cl_attr_name(dom, x), cl_attr_name(dom, y)));
}

static bool same_attr(const cl_dom *dom, const cl_attr *x, const cl_attr *y) {
    return same_name(dom, x, y) && cl_slice_equal(cl_attr_value(dom, x), cl_attr_value(dom, y));
}

/* Whether two elements, which have equally many attributes, have the same ones. In another order only where they are
 * few: for many that would take their square. */
static bool same_attrs(const cl_dom *dom, cl_node x, cl_node y, uint32_t count) {
    const cl_attr *const a = cl_dom_attrs(dom, x), *const b = cl_dom_attrs(dom, y);
    uint32_t i = 0;
    while (i < count && same_attr(dom, &a[i], &b[i]))
        i++;
    if (i == count)
        return true;
    if (count > 32)
        return false;
    for (i = 0; i < count; i++) {
        uint32_t j = 0;
        while (j < count && !same_attr(dom, &a[i], &b[j]))
            j++;
        if (j == count)
            return false;
    }
    return true;
}

/* A hash of an element's attributes, the same for every order of them; never 0. */
static uint32_t hash_attrs(const cl_dom *dom, cl_node node) {
    uint32_t sum = 1;
    for (const cl_attr *a = cl_dom_attrs(dom, node); a; a = cl_attr_next(a)) {
        const cl_slice name = cl_attr_name(dom, a), value = cl_attr_value(dom, a);
        sum += (cl_name_hash(name.data, name.size) ^ 0x9E3779B9u) * (2 * cl_name_hash(value.data, value.size) + 1);
    }
    return sum ? sum : 1;
}

/* Whether an entry has the attributes of `node`, whose hash is *hash once it was asked for. Entries that are not alike
 * differ by their hashes, each made once, so that many attributes are not compared with those of all entries. */
static bool is_alike(const cl_dom *dom, cl_formatting *f, cl_node node, uint32_t attrs, uint32_t *hash) {
    if (attrs) {
        if (!f->hash)
            f->hash = hash_attrs(dom, f->node);
        if (!*hash)
            *hash = hash_attrs(dom, node);
    }
    return f->hash == *hash && same_attrs(dom, f->node, node, attrs);
}

void cl_formatting_remove(cl_builder *b, uint32_t index) {
    memmove(
        &b->formatting[index], &b->formatting[index + 1], (b->formatting_count - index - 1) * sizeof *b->formatting);
    b->formatting_count--;
}

static void make_room(cl_builder *b) {
    if (b->formatting_count < CL_FORMATTING_ENTRIES)
        return;
    const uint32_t half = CL_FORMATTING_ENTRIES / 2;
    memmove(b->formatting, b->formatting + half, half * sizeof *b->formatting);
    b->formatting_count = half;
}

void cl_formatting_push(cl_builder *b, cl_node node, uint32_t tag) {
    const uint32_t attrs = count_attrs(b->dom, node);
    uint32_t alike = 0, earliest = 0, hash = 0, i = b->formatting_count;
    /* "Noah's Ark clause": at most three alike after the last marker. */
    for (; i > 0 && b->formatting[i - 1].node; i--) {
        cl_formatting *const f = &b->formatting[i - 1];
        if (f->tag == tag && f->attrs == attrs && is_alike(b->dom, f, node, attrs, &hash)) {
            alike++;
            earliest = i - 1;
        }
    }
    if (alike >= 3)
        cl_formatting_remove(b, earliest);
    else if (b->formatting_count - i >= CL_FORMATTING_MAX)
        cl_formatting_remove(b, i);
    make_room(b);
    b->formatting[b->formatting_count++] = (cl_formatting){node, tag, attrs, hash};
}

void cl_formatting_marker(cl_builder *b) {
    make_room(b);
    b->formatting[b->formatting_count++] = (cl_formatting){CL_NODE_NONE, CL_TAG_NONE, 0, 0};
}

void cl_formatting_clear_to_marker(cl_builder *b) {
    while (b->formatting_count > 0 && b->formatting[--b->formatting_count].node)
        continue;
}

uint32_t cl_formatting_find(const cl_builder *b, cl_node node) {
    for (uint32_t i = b->formatting_count; i-- > 0;)
        if (b->formatting[i].node == node)
            return i;
    return CL_NOWHERE;
}

uint32_t cl_formatting_find_tag(const cl_builder *b, uint32_t tag) {
    for (uint32_t i = b->formatting_count; i-- > 0 && b->formatting[i].node;)
        if (b->formatting[i].tag == tag)
            return i;
    return CL_NOWHERE;
}

/* More clones than a page of this size may have: forgets what stands after the last marker. */
static void give_up(cl_builder *b) {
    while (b->formatting_count > 0 && b->formatting[b->formatting_count - 1].node)
        b->formatting_count--;
}

void cl_reconstruct_slow(cl_builder *b, const cl_token *token) {
    uint32_t i = b->formatting_count;
    while (i > 0 && b->formatting[i - 1].node && cl_open_find(b, b->formatting[i - 1].node) == CL_NOWHERE)
        i--;
    const uint32_t missing = b->formatting_count - i;
    if (missing > b->clones_left) {
        give_up(b);
        return;
    }
    b->clones_left -= missing;
    for (; i < b->formatting_count && b->depth < CL_OPEN_ELEMENTS_MAX && !b->dom->failed; i++) {
        cl_formatting *const f = &b->formatting[i];
        const cl_node clone = cl_clone_element(b, f->node, token->begin);
        cl_insert_at(b, cl_appropriate_place(b, b->depth - 1), clone);
        cl_push(b, clone, f->tag, CUTLINE_NS_HTML);
        f->node = clone;
    }
}
