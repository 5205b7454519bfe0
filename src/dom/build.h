/* Changing the tree: for the tree builder (html/) alone. Where memory or the limit of nodes ends, dom->failed is set
 * and node 0 is handed out, which may be written to and is hung up nowhere: the parser stops at the next token. */
#ifndef CL_DOM_BUILD_H
#define CL_DOM_BUILD_H

#include "dom/dom.h"

cl_node cl_dom_new_node_slow(cl_dom *dom);

/* The number of a new node, which must be written to at once: dom->nodes.at[n] = (cl_node_data){...}. (Handing the data
 * to a function would have them stored and loaded again.) */
static inline cl_node cl_dom_new_node(cl_dom *dom) {
    if (dom->nodes.count < dom->nodes.capacity && dom->nodes.count < dom->max_nodes)
        return (cl_node)dom->nodes.count++;
    return cl_dom_new_node_slow(dom);
}

/* Hangs `n`, which hangs nowhere, up as the last child of `parent`. */
static inline void cl_dom_append(cl_dom *dom, cl_node parent, cl_node n) {
    if (!n)
        return;
    cl_node_data *const at = dom->nodes.at;
    const cl_node first = at[parent].first_child;
    at[n].parent = parent;
    if (!first) {
        at[parent].first_child = n;
        at[n].previous = n;
    } else {
        const cl_node last = at[first].previous;
        at[last].next = n;
        at[n].previous = last;
        at[first].previous = n;
    }
}

/* Hangs `n`, which hangs nowhere, up before `before`, a child of `parent`. */
void cl_dom_insert_before(cl_dom *dom, cl_node parent, cl_node n, cl_node before);
/* Takes `n` down; its children stay with it. Nothing happens where it hangs nowhere. */
void cl_dom_remove(cl_dom *dom, cl_node n);
/* Appends all children of `from` to those of `to`. */
void cl_dom_move_children(cl_dom *dom, cl_node from, cl_node to);

/* Bytes at the end of the pool; false and dom->failed where they do not fit. The pool is 32-bit as well. */
static inline bool cl_dom_pool_put(cl_dom *dom, const char *data, size_t size) {
    if (size > UINT32_MAX - dom->pool.count) {
        dom->failed = CUTLINE_E_LIMIT;
        return false;
    }
    if (!cl_buffer_put(dom->allocator, &dom->pool, data, size)) {
        dom->failed = CUTLINE_E_NOMEM;
        return false;
    }
    return true;
}

#endif
