/* Making and walking the tree. */
#include "dom/dom.h"

#include "dom/build.h"

void cl_dom_init(cl_dom *dom, const cutline_allocator *allocator) {
    *dom = (cl_dom){.allocator = allocator};
}

bool cl_dom_reset(cl_dom *dom, cl_slice source, uint64_t max_nodes) {
    const cutline_allocator *const a = dom->allocator;
    cl_vector_clear(a, &dom->nodes);
    cl_vector_clear(a, &dom->attrs);
    cl_vector_clear(a, &dom->pool);
    cl_vector_clear(a, &dom->names);
    if (dom->name_slots.count)
        memset(dom->name_slots.at, 0, dom->name_slots.count * sizeof *dom->name_slots.at);
    dom->source = source;
    dom->max_nodes = max_nodes;
    dom->quirks = 0;
    dom->failed = CUTLINE_OK;
    dom->encoding = CL_SLICE_NONE;
    dom->encoding_source = CUTLINE_ENCODING_NONE;
    /* An empty pool still has an address, so that an empty slice of it is not an absent one. */
    if (!cl_vector_reserve(a, &dom->nodes, 64) || !cl_vector_reserve(a, &dom->attrs, 64) ||
        !cl_vector_reserve(a, &dom->pool, 256))
        return false;
    dom->nodes.at[CL_NODE_NONE] = (cl_node_data){0};
    dom->nodes.at[CL_NODE_DOCUMENT] = (cl_node_data){.type = CUTLINE_NODE_DOCUMENT};
    dom->nodes.count = 2;
    dom->attrs.at[0] = (cl_attr){.flags = CL_ATTR_LAST};
    dom->attrs.count = 1;
    return true;
}

void cl_dom_free(cl_dom *dom) {
    const cutline_allocator *const a = dom->allocator;
    cl_vector_free(a, &dom->nodes);
    cl_vector_free(a, &dom->attrs);
    cl_vector_free(a, &dom->pool);
    cl_vector_free(a, &dom->names);
    cl_vector_free(a, &dom->name_slots);
}

cl_node cl_dom_new_node_slow(cl_dom *dom) {
    if (dom->nodes.count >= dom->max_nodes || dom->nodes.count >= UINT32_MAX) {
        dom->failed = CUTLINE_E_LIMIT;
        return CL_NODE_NONE;
    }
    if (!cl_vector_grow(dom->allocator, &dom->nodes, 1)) {
        dom->failed = CUTLINE_E_NOMEM;
        return CL_NODE_NONE;
    }
    return (cl_node)dom->nodes.count++;
}

void cl_dom_insert_before(cl_dom *dom, cl_node parent, cl_node n, cl_node before) {
    cl_node_data *const at = dom->nodes.at;
    const cl_node prev = at[before].previous;
    at[n].parent = parent;
    at[n].next = before;
    at[n].previous = prev;
    at[before].previous = n;
    if (at[parent].first_child == before)
        at[parent].first_child = n;
    else
        at[prev].next = n;
}

void cl_dom_remove(cl_dom *dom, cl_node n) {
    cl_node_data *const at = dom->nodes.at;
    const cl_node parent = at[n].parent;
    if (!parent)
        return;
    const cl_node first = at[parent].first_child;
    const cl_node next = at[n].next, prev = at[n].previous;
    if (first == n) {
        at[parent].first_child = next;
        if (next)
            at[next].previous = prev; /* the last child, or n itself where it was alone */
    } else {
        at[prev].next = next;
        at[next ? next : first].previous = prev;
    }
    at[n].parent = at[n].next = at[n].previous = CL_NODE_NONE;
}

void cl_dom_move_children(cl_dom *dom, cl_node from, cl_node to) {
    cl_node_data *const at = dom->nodes.at;
    const cl_node first = at[from].first_child;
    if (!first)
        return;
    for (cl_node n = first; n; n = at[n].next)
        at[n].parent = to;
    const cl_node to_first = at[to].first_child, last = at[first].previous;
    if (to_first) {
        const cl_node to_last = at[to_first].previous;
        at[to_last].next = first;
        at[first].previous = to_last;
        at[to_first].previous = last;
    } else {
        at[to].first_child = first;
    }
    at[from].first_child = CL_NODE_NONE;
}

cl_node cl_dom_following_outside(const cl_dom *dom, cl_node root, cl_node n) {
    const cl_node_data *const at = dom->nodes.at;
    while (n != root && n) {
        if (at[n].next)
            return at[n].next;
        n = at[n].parent;
    }
    return CL_NODE_NONE;
}

cl_node cl_dom_following(const cl_dom *dom, cl_node root, cl_node n) {
    const cl_node child = dom->nodes.at[n].first_child;
    return child ? child : cl_dom_following_outside(dom, root, n);
}

cl_slice cl_dom_name(const cl_dom *dom, cl_node n) {
    const cl_node_data *const d = &dom->nodes.at[n];
    if (d->type == CUTLINE_NODE_ELEMENT)
        return cl_dom_tag_name(dom, d->tag);
    if (d->type == CUTLINE_NODE_DOCTYPE)
        return cl_attr_value(dom, &dom->attrs.at[d->a]);
    return CL_SLICE_NONE;
}

static const cl_attr *find(const cl_dom *dom, cl_node n, enum cl_attr_name name) {
    for (const cl_attr *attr = cl_dom_attrs(dom, n); attr; attr = cl_attr_next(attr))
        if (attr->name == (uint32_t)name)
            return attr;
    return NULL;
}

cl_slice cl_dom_attr(const cl_dom *dom, cl_node n, enum cl_attr_name name) {
    const cl_attr *const attr = find(dom, n, name);
    return attr ? cl_attr_value(dom, attr) : CL_SLICE_NONE;
}

bool cl_dom_has_attr(const cl_dom *dom, cl_node n, enum cl_attr_name name) {
    return find(dom, n, name) != NULL;
}

cl_slice cl_dom_attr_named(const cl_dom *dom, cl_node n, cl_slice name) {
    for (const cl_attr *attr = cl_dom_attrs(dom, n); attr; attr = cl_attr_next(attr))
        if (cl_slice_equal(cl_attr_name(dom, attr), name))
            return cl_attr_value(dom, attr);
    return CL_SLICE_NONE;
}
