/* The tree: nodes that are 32-bit numbers into one array, attributes in another, text mostly in the page itself.
 *
 * In: the tree builder (html/), which makes nodes and hangs them up. Out: walks, names, attributes, text for all later
 * stages, none of which changes a tree.
 *
 *   nodes   [0: none][1: document][2][3]...         32 bytes each, links are indices
 *   attrs   [0: none][name, value | ... | last]     16 bytes each; an element's stand together, the last is marked
 *   pool    bytes made while parsing: text with character references, joined text, names in lower case
 *   source  the page in UTF-8: everything else is a slice of it
 *
 * Nothing here recurses; a walk is cl_dom_following(). */
#ifndef CL_DOM_DOM_H
#define CL_DOM_DOM_H

#include "base/arena.h"
#include "base/slice.h"
#include "base/vector.h"
#include "dom/names.h"

#include <stdint.h>

typedef cutline_node cl_node; /* 0: none */

#define CL_NODE_NONE     0u
#define CL_NODE_DOCUMENT 1u

/* Flags of a node. */
#define CL_NODE_POOLED  1u /* text or comment: its bytes are in the pool */
#define CL_NODE_SPACE   2u /* text: ASCII white space only */
#define CL_NODE_SERVED  8u /* select: its selectedcontent is filled */
#define CL_NODE_GROWING 4u /* text: its room in the pool is the power of two at or above its size */

typedef struct cl_node_data {
    cl_node parent;
    cl_node first_child;
    cl_node next;
    cl_node previous;  /* of a first child: the parent's last child */
    uint32_t tag : 22; /* enum cl_tag, or the number of an interned name */
    uint32_t type : 3; /* cutline_node_type */
    uint32_t ns : 2;   /* cutline_namespace */
    uint32_t flags : 5;
    uint32_t a; /* element, doctype: its first attribute, 0 none. Text, comment: offset of its bytes */
    uint32_t b; /* element: where its start tag begins. Text, comment: size in bytes */
    uint32_t c; /* element: where its end tag ends. Text, comment: where it begins in the source */
} cl_node_data;

/* Flags of an attribute. */
#define CL_ATTR_LAST         1u
#define CL_ATTR_NAME_POOLED  2u
#define CL_ATTR_VALUE_POOLED 4u
#define CL_ATTR_FOREIGN      8u  /* the name has a prefix that is a namespace: "xlink:href" */
#define CL_ATTR_VALUE_ABSENT 16u /* a doctype's missing identifier */

typedef struct cl_attr {
    uint32_t name : 10; /* enum cl_attr_name; CL_ATTR_OTHER: see name_offset */
    uint32_t flags : 6;
    uint32_t name_size : 16; /* of an unknown name; longer ones are cut there */
    uint32_t name_offset;
    uint32_t value_offset;
    uint32_t value_size;
} cl_attr;

typedef CL_VECTOR(cl_node_data) cl_node_vector;
typedef CL_VECTOR(cl_attr) cl_attr_vector;

/* A tag name that is not a known one. */
typedef struct cl_tag_name {
    uint32_t offset; /* in the pool */
    uint32_t size;
    uint32_t hash;
} cl_tag_name;

struct cutline_tree {
    const cutline_allocator *allocator;
    cl_slice source; /* the page in UTF-8; kept alive by whoever gave it */
    cl_node_vector nodes;
    cl_attr_vector attrs;
    cl_buffer pool;
    CL_VECTOR(cl_tag_name) names;   /* tag CL_TAG_KNOWN + i is names.at[i] */
    CL_VECTOR(uint32_t) name_slots; /* hash table over names: index + 1, 0 empty; count is its size */
    uint64_t max_nodes;
    int quirks;            /* 0, 1 quirks, 2 limited */
    bool scripting;        /* how <noscript> was parsed */
    cutline_status failed; /* CUTLINE_OK, _E_NOMEM or _E_LIMIT: nothing more is made then */
    cl_slice encoding;
    cutline_encoding_source encoding_source;
};
typedef struct cutline_tree cl_dom;

void cl_dom_init(cl_dom *dom, const cutline_allocator *allocator);
/* Empties the tree for the next page and makes the document node; false where there is no memory. */
bool cl_dom_reset(cl_dom *dom, cl_slice source, uint64_t max_nodes);
void cl_dom_free(cl_dom *dom);

/* ---- reading */

static inline const cl_node_data *cl_dom_at(const cl_dom *dom, cl_node n) {
    return &dom->nodes.at[n];
}
static inline cutline_node_type cl_dom_type(const cl_dom *dom, cl_node n) {
    return (cutline_node_type)dom->nodes.at[n].type;
}
static inline cl_node cl_dom_parent(const cl_dom *dom, cl_node n) {
    return dom->nodes.at[n].parent;
}
static inline cl_node cl_dom_first_child(const cl_dom *dom, cl_node n) {
    return dom->nodes.at[n].first_child;
}
static inline cl_node cl_dom_last_child(const cl_dom *dom, cl_node n) {
    const cl_node first = dom->nodes.at[n].first_child;
    return first ? dom->nodes.at[first].previous : CL_NODE_NONE;
}
static inline cl_node cl_dom_next(const cl_dom *dom, cl_node n) {
    return dom->nodes.at[n].next;
}
static inline cl_node cl_dom_previous(const cl_dom *dom, cl_node n) {
    const cl_node parent = dom->nodes.at[n].parent;
    return parent && dom->nodes.at[parent].first_child != n ? dom->nodes.at[n].previous : CL_NODE_NONE;
}
/* The tag of an element of HTML; CL_TAG_NONE for anything else. */
static inline uint32_t cl_dom_html_tag(const cl_dom *dom, cl_node n) {
    const cl_node_data *const d = &dom->nodes.at[n];
    return d->type == CUTLINE_NODE_ELEMENT && d->ns == CUTLINE_NS_HTML ? d->tag : CL_TAG_NONE;
}
static inline bool cl_dom_is(const cl_dom *dom, cl_node n, enum cl_tag tag) {
    return cl_dom_html_tag(dom, n) == (uint32_t)tag;
}

/* The node after `n` in document order, going into children; CL_NODE_NONE at the end of `root`'s subtree. */
cl_node cl_dom_following(const cl_dom *dom, cl_node root, cl_node n);
/* The same, but not into the children of `n`. */
cl_node cl_dom_following_outside(const cl_dom *dom, cl_node root, cl_node n);

/* Data of a text or a comment. */
static inline cl_slice cl_dom_data(const cl_dom *dom, cl_node n) {
    const cl_node_data *const d = &dom->nodes.at[n];
    if (d->type != CUTLINE_NODE_TEXT && d->type != CUTLINE_NODE_COMMENT)
        return CL_SLICE_NONE;
    return (cl_slice){(d->flags & CL_NODE_POOLED ? dom->pool.at : dom->source.data) + d->a, d->b};
}

/* Local name of an element, name of a doctype. */
cl_slice cl_dom_name(const cl_dom *dom, cl_node n);
/* Name of a tag number. */
cl_slice cl_dom_tag_name(const cl_dom *dom, uint32_t tag);

/* First attribute of an element, NULL where it has none; the others follow until one has CL_ATTR_LAST. */
static inline const cl_attr *cl_dom_attrs(const cl_dom *dom, cl_node n) {
    const cl_node_data *const d = &dom->nodes.at[n];
    return d->type == CUTLINE_NODE_ELEMENT && d->a ? &dom->attrs.at[d->a] : NULL;
}
/* The attribute after `attr`, NULL after the last. */
static inline const cl_attr *cl_attr_next(const cl_attr *attr) {
    return attr->flags & CL_ATTR_LAST ? NULL : attr + 1;
}
cl_slice cl_attr_name(const cl_dom *dom, const cl_attr *attr);
static inline cl_slice cl_attr_value(const cl_dom *dom, const cl_attr *attr) {
    if (attr->flags & CL_ATTR_VALUE_ABSENT)
        return CL_SLICE_NONE;
    return (cl_slice){
        (attr->flags & CL_ATTR_VALUE_POOLED ? dom->pool.at : dom->source.data) + attr->value_offset, attr->value_size};
}
/* Value of a known attribute; absent (data NULL) where the element has none such. */
cl_slice cl_dom_attr(const cl_dom *dom, cl_node n, enum cl_attr_name name);
/* The same for any name. */
cl_slice cl_dom_attr_named(const cl_dom *dom, cl_node n, cl_slice name);
bool cl_dom_has_attr(const cl_dom *dom, cl_node n, enum cl_attr_name name);

/* Known names; 0 where the name is none. In lower case, as the tokenizer has them. */
uint32_t cl_tag_known(const char *name, size_t size);
uint32_t cl_attr_known(const char *name, size_t size);

/* ---- writing (dom/serialize.c) */

cutline_status cl_dom_write(const cl_dom *dom, cl_node root, cutline_tree_format format, cutline_write_fn write,
    void *user, cutline_error *error);

#endif
