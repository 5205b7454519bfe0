/* <selectedcontent>: shows the chosen option of a customizable select (HTML Standard, section 4.10.17). The standard
 * clones when an option is popped; for a tree that is read when it is finished, once at the end comes to the same. */
#include "html/builder.h"

/* The option that a select shows: the last with a "selected" attribute, else the first. */
static cl_node selected_option(const cl_dom *dom, cl_node select) {
    cl_node first = CL_NODE_NONE, chosen = CL_NODE_NONE;
    for (cl_node n = cl_dom_following(dom, select, select); n; n = cl_dom_following(dom, select, n)) {
        if (!cl_dom_is(dom, n, CL_TAG_OPTION))
            continue;
        if (!first && !cl_dom_has_attr(dom, n, CL_ATTR_DISABLED))
            first = n;
        if (cl_dom_has_attr(dom, n, CL_ATTR_SELECTED))
            chosen = n;
    }
    return chosen ? chosen : first;
}

/* Copies of the children of `from`, all the way down, become those of `to`. */
static void clone_children(cl_dom *dom, cl_node from, cl_node to) {
    cl_node parent = to;
    for (cl_node n = cl_dom_first_child(dom, from); n && !dom->failed;) {
        cl_node_data data = dom->nodes.at[n];
        data.parent = data.first_child = data.next = data.previous = CL_NODE_NONE;
        data.flags &= (uint32_t)~CL_NODE_GROWING & 31u;
        const cl_node clone = cl_dom_new_node(dom, data);
        cl_dom_append(dom, parent, clone);
        if (cl_dom_first_child(dom, n)) {
            n = cl_dom_first_child(dom, n);
            parent = clone;
            continue;
        }
        while (!cl_dom_next(dom, n) && cl_dom_parent(dom, n) != from) {
            n = cl_dom_parent(dom, n);
            parent = cl_dom_parent(dom, parent);
        }
        n = cl_dom_next(dom, n);
    }
}

static cl_node ancestor_select(const cl_dom *dom, cl_node n) {
    while ((n = cl_dom_parent(dom, n)) != CL_NODE_NONE && !cl_dom_is(dom, n, CL_TAG_SELECT))
        continue;
    return n;
}

void cl_fill_selectedcontent(cl_builder *b) {
    cl_dom *const dom = b->dom;
    cl_node done = CL_NODE_NONE; /* the last select that was served: only its first selectedcontent is */
    if (!b->has_selectedcontent)
        return;
    for (cl_node n = CL_NODE_DOCUMENT; n && !dom->failed; n = cl_dom_following(dom, CL_NODE_DOCUMENT, n)) {
        if (!cl_dom_is(dom, n, CL_TAG_SELECTEDCONTENT))
            continue;
        const cl_node select = ancestor_select(dom, n);
        if (!select || select == done || cl_dom_has_attr(dom, select, CL_ATTR_MULTIPLE))
            continue;
        done = select;
        const cl_node option = selected_option(dom, select);
        cl_node inside = n;
        while (inside && inside != option)
            inside = cl_dom_parent(dom, inside);
        if (!option || inside)
            continue; /* an option that holds the selectedcontent is not copied into itself */
        for (cl_node child; (child = cl_dom_first_child(dom, n)) != CL_NODE_NONE;)
            cl_dom_remove(dom, child);
        clone_children(dom, option, n);
    }
}
