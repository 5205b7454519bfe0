/* <selectedcontent>: shows the chosen option of a customizable select (HTML Standard, section 4.10.17). The standard
 * clones when an option is popped; for a tree that is read when it is finished, once at the end comes to the same. */
#include "html/builder.h"

/* The option that a select shows: the last with a "selected" attribute, else the first that is not disabled. Those of a
 * select within it are not its own. */
static cl_node selected_option(const cl_dom *dom, cl_node select) {
    cl_node first = CL_NODE_NONE, chosen = CL_NODE_NONE;
    for (cl_node n = cl_dom_first_child(dom, select); n;) {
        if (cl_dom_is(dom, n, CL_TAG_OPTION)) {
            if (!first && !cl_dom_has_attr(dom, n, CL_ATTR_DISABLED))
                first = n;
            if (cl_dom_has_attr(dom, n, CL_ATTR_SELECTED))
                chosen = n;
        }
        const bool other = cl_dom_is(dom, n, CL_TAG_SELECT);
        n = other ? cl_dom_following_outside(dom, select, n) : cl_dom_following(dom, select, n);
    }
    return chosen ? chosen : first;
}

/* Copies of the children of `from`, all the way down, become those of `to`; no more of them than *left. */
static void clone_children(cl_dom *dom, cl_node from, cl_node to, uint64_t *left) {
    cl_node parent = to;
    for (cl_node n = cl_dom_first_child(dom, from); n && *left > 0 && !dom->failed; --*left) {
        cl_node_data data = dom->nodes.at[n];
        data.parent = data.first_child = data.next = data.previous = CL_NODE_NONE;
        data.flags &= (uint32_t)~CL_NODE_GROWING & 31u;
        const cl_node clone = cl_dom_new_node(dom);
        dom->nodes.at[clone] = data;
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

static cl_node ancestor(const cl_dom *dom, cl_node n, enum cl_tag tag) {
    while ((n = cl_dom_parent(dom, n)) != CL_NODE_NONE && !cl_dom_is(dom, n, tag))
        continue;
    return n;
}

static void fill(cl_builder *b, cl_node n) {
    cl_dom *const dom = b->dom;
    const cl_node select = ancestor(dom, n, CL_TAG_SELECT);
    if (!select || (dom->nodes.at[select].flags & CL_NODE_SERVED) || cl_dom_has_attr(dom, select, CL_ATTR_MULTIPLE))
        return;
    dom->nodes.at[select].flags |= CL_NODE_SERVED;
    const cl_node option = selected_option(dom, select);
    if (!option || ancestor(dom, n, CL_TAG_OPTION) == option)
        return; /* an option that holds the selectedcontent is not copied into itself */
    for (cl_node child; (child = cl_dom_first_child(dom, n)) != CL_NODE_NONE;)
        cl_dom_remove(dom, child);
    clone_children(dom, option, n, &b->clones_left);
}

void cl_fill_selectedcontent(cl_builder *b) {
    cl_dom *const dom = b->dom;
    if (!b->has_selectedcontent)
        return;
    for (cl_node n = CL_NODE_DOCUMENT; n && !dom->failed;) {
        const bool found = cl_dom_is(dom, n, CL_TAG_SELECTEDCONTENT);
        if (found)
            fill(b, n);
        n = found ? cl_dom_following_outside(dom, CL_NODE_DOCUMENT, n) : cl_dom_following(dom, CL_NODE_DOCUMENT, n);
    }
}
