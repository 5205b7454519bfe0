/* What holds for every tree, whatever page it came from. For fuzzers and tests: cl_broken_invariant() says what is
 * wrong in words, or NULL. It trusts nothing in the tree, so that it can be asked about a broken one. */
#ifndef FUZZ_INVARIANTS_H
#define FUZZ_INVARIANTS_H

#include "dom/dom.h"

#include <stdlib.h>

/* Levels of elements for each level of the limit of depth. The limit is one of open elements; the adoption agency puts
 * up to eight clones, which are open no more, between a block and the next: nine levels for two open elements (as
 * <a><u><div> and </a>, repeated, show). */
#define CL_DEPTH_FACTOR 5u

static inline bool cl_is_valid_utf8(const char *p, size_t size) {
    if (!size)
        return true; /* p may be NULL */
    const unsigned char *s = (const unsigned char *)p, *const end = s + size;
    while (s < end) {
        const unsigned char c = *s++;
        if (c < 0x80)
            continue;
        const int more = c >= 0xF0 ? 3 : c >= 0xE0 ? 2 : 1;
        if (c < 0xC2 || c > 0xF4 || end - s < more)
            return false;
        const unsigned char low = c == 0xE0 ? 0xA0 : c == 0xF0 ? 0x90 : 0x80;
        const unsigned char high = c == 0xED ? 0x9F : c == 0xF4 ? 0x8F : 0xBF;
        if (*s < low || *s > high)
            return false;
        for (int i = 1; i < more; i++)
            if ((s[i] & 0xC0) != 0x80)
                return false;
        s += more;
    }
    return true;
}

/* Whether `size` bytes at `offset` are in the pool or in the source, and are UTF-8. */
static inline const char *cl_broken_slice(const cl_dom *dom, bool pooled, uint32_t offset, uint32_t size) {
    const size_t have = pooled ? dom->pool.count : dom->source.size;
    if (offset > have || size > have - offset)
        return pooled ? "a slice is out of the pool" : "a slice is out of the source";
    const char *const bytes = pooled ? dom->pool.at : dom->source.data;
    return size && !cl_is_valid_utf8(bytes + offset, size) ? "a slice is not UTF-8" : NULL;
}

static inline const char *cl_broken_attr(const cl_dom *dom, const cl_attr *a) {
    if (a->name >= CL_ATTR_KNOWN)
        return "an attribute has no such name";
    if (a->name == CL_ATTR_OTHER) {
        if (!a->name_size)
            return "an attribute's name is empty";
        const char *const broken = cl_broken_slice(dom, a->flags & CL_ATTR_NAME_POOLED, a->name_offset, a->name_size);
        if (broken)
            return broken;
        const cl_slice name = cl_attr_name(dom, a);
        for (size_t i = 0; i < name.size; i++)
            if ((name.data[i] >= 'A' && name.data[i] <= 'Z') || name.data[i] == '\0' || cl_is_space(name.data[i]))
                return "an attribute's name has a byte that no name has";
    }
    if (a->flags & CL_ATTR_VALUE_ABSENT)
        return "an element's attribute has no value";
    return cl_broken_slice(dom, a->flags & CL_ATTR_VALUE_POOLED, a->value_offset, a->value_size);
}

static inline bool cl_same_attr_name(const cl_dom *dom, const cl_attr *a, const cl_attr *b) {
    return a->name == b->name &&
           (a->name != CL_ATTR_OTHER || cl_slice_equal(cl_attr_name(dom, a), cl_attr_name(dom, b)));
}

static inline const char *cl_broken_attrs(const cl_dom *dom, uint32_t first) {
    if (!first)
        return NULL;
    uint32_t i = first;
    for (;; i++) {
        if (i >= dom->attrs.count)
            return "a list of attributes does not end";
        const cl_attr *const a = &dom->attrs.at[i];
        const char *const broken = cl_broken_attr(dom, a);
        if (broken)
            return broken;
        /* the first ones against all: for as many as a page likes, all against all would take too long */
        for (uint32_t j = first; j < i && j < first + 40; j++)
            if (cl_same_attr_name(dom, &dom->attrs.at[j], a))
                return "an element has the same attribute twice";
        if (a->flags & CL_ATTR_LAST)
            return NULL;
    }
}

static inline const char *cl_broken_doctype(const cl_dom *dom, const cl_node_data *d) {
    if (!d->a || d->a + 2 >= dom->attrs.count)
        return "a doctype has not its three records";
    for (uint32_t i = d->a; i < d->a + 3; i++) {
        const cl_attr *const a = &dom->attrs.at[i];
        if (a->flags & CL_ATTR_VALUE_ABSENT)
            continue;
        const char *const broken =
            cl_broken_slice(dom, a->flags & CL_ATTR_VALUE_POOLED, a->value_offset, a->value_size);
        if (broken)
            return broken;
    }
    return NULL;
}

static inline const char *cl_broken_element(const cl_dom *dom, const cl_node_data *d) {
    if (d->tag == CL_TAG_NONE || d->tag >= CL_TAG_KNOWN + dom->names.count)
        return "an element has no such tag";
    if (d->tag >= CL_TAG_KNOWN) {
        const cl_tag_name *const name = &dom->names.at[d->tag - CL_TAG_KNOWN];
        const char *const broken = cl_broken_slice(dom, true, name->offset, name->size);
        if (broken || !name->size)
            return broken ? broken : "an element's name is empty";
    }
    if (d->ns > CUTLINE_NS_MATHML)
        return "an element has no such namespace";
    if (d->b > d->c || d->c > dom->source.size)
        return "an element's place in the source is none";
    if (d->tag == CL_TAG_TEMPLATE && d->ns == CUTLINE_NS_HTML) {
        const cl_node_data *const content = &dom->nodes.at[d->first_child];
        if (!d->first_child || content->type != CUTLINE_NODE_CONTENT || content->next)
            return "a template's only child is not its contents";
    }
    return cl_broken_attrs(dom, d->a);
}

static inline const char *cl_broken_node(const cl_dom *dom, cl_node n) {
    const cl_node_data *const d = &dom->nodes.at[n];
    const cl_node_data *const parent = &dom->nodes.at[d->parent];
    switch (d->type) {
    case CUTLINE_NODE_DOCTYPE:
        return d->parent != CL_NODE_DOCUMENT ? "a doctype is not in the document" : cl_broken_doctype(dom, d);
    case CUTLINE_NODE_ELEMENT:
        return cl_broken_element(dom, d);
    case CUTLINE_NODE_TEXT:
        if (!d->b)
            return "a text is empty";
        if (parent->type == CUTLINE_NODE_DOCUMENT)
            return "a text is in the document itself";
        /* fallthrough */
    case CUTLINE_NODE_COMMENT:
        if (d->first_child)
            return "a text or comment has children";
        if (d->c > dom->source.size)
            return "a text's place in the source is none";
        return cl_broken_slice(dom, d->flags & CL_NODE_POOLED, d->a, d->b);
    case CUTLINE_NODE_CONTENT:
        return parent->type == CUTLINE_NODE_ELEMENT && parent->tag == CL_TAG_TEMPLATE && parent->ns == CUTLINE_NS_HTML
                   ? NULL
                   : "contents are in no template";
    default:
        return "a node in the tree is of no type";
    }
}

/* Whether the links of the children of `n` agree with each other; counts them. */
static inline const char *cl_broken_children(const cl_dom *dom, cl_node n, size_t *reached) {
    const cl_node first = dom->nodes.at[n].first_child;
    cl_node previous = CL_NODE_NONE;
    for (cl_node child = first; child; child = dom->nodes.at[child].next) {
        if (child >= dom->nodes.count)
            return "a link leads out of the nodes";
        if (++*reached > dom->nodes.count)
            return "the links of siblings go round";
        if (dom->nodes.at[child].parent != n)
            return "a child has another parent";
        if (previous && dom->nodes.at[child].previous != previous)
            return "a sibling's previous is another";
        previous = child;
    }
    return first && dom->nodes.at[first].previous != previous ? "the first child does not lead to the last" : NULL;
}

/* What is broken in a tree parsed with that limit of depth (0: the default); *where (may be NULL) is the node. */
static inline const char *cl_broken_invariant(const cl_dom *dom, uint64_t max_depth, cl_node *where) {
    cl_node unwanted;
    where = where ? where : &unwanted;
    *where = CL_NODE_DOCUMENT;
    /* a document, or the document fragment that parsing a fragment gives */
    if (dom->nodes.count < 2 ||
        (dom->nodes.at[CL_NODE_DOCUMENT].type != CUTLINE_NODE_DOCUMENT &&
            dom->nodes.at[CL_NODE_DOCUMENT].type != CUTLINE_NODE_CONTENT) ||
        dom->nodes.at[CL_NODE_DOCUMENT].parent)
        return "there is no document";
    const uint64_t deepest = (max_depth ? max_depth : 512u) * CL_DEPTH_FACTOR + 16;
    size_t reached = 1, depth = 0;
    for (cl_node n = CL_NODE_DOCUMENT; n;) {
        *where = n;
        const char *broken = cl_broken_children(dom, n, &reached);
        if (!broken && n != CL_NODE_DOCUMENT)
            broken = cl_broken_node(dom, n);
        if (broken)
            return broken;
        if (dom->nodes.at[n].first_child) {
            depth += dom->nodes.at[n].type == CUTLINE_NODE_ELEMENT;
            n = dom->nodes.at[n].first_child;
            if (depth > deepest)
                return "the tree is deeper than the limit";
            continue;
        }
        while (n && !dom->nodes.at[n].next) {
            n = dom->nodes.at[n].parent;
            depth -= n && dom->nodes.at[n].type == CUTLINE_NODE_ELEMENT;
        }
        n = n ? dom->nodes.at[n].next : CL_NODE_NONE;
    }
    return NULL;
}

#endif
