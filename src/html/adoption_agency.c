/* The adoption agency algorithm (HTML Standard, section 13.2.6.4.7). */
#include "html/builder.h"

/* Position of the highest-up ("topmost") special element that is below the formatting element in the tree: the
 * "furthest block". CL_NOWHERE where there is none. */
static uint32_t furthest_block(const cl_builder *b, uint32_t position) {
    uint32_t i = b->special.count, found = CL_NOWHERE;
    while (i > 0 && b->special.at[i - 1] > position)
        found = b->special.at[--i];
    return found;
}

/* Takes entries whose node is none out of the stack, from `from` on. */
static void compact(cl_builder *b, uint32_t from) {
    uint32_t to = from;
    for (uint32_t i = from; i < b->depth; i++)
        if (b->open[i].node)
            b->open[to++] = b->open[i];
    b->depth = to;
}

static void drop(cl_builder *b, cl_open *e) {
    cl_open_forget(b, e);
    e->node = CL_NODE_NONE;
}

/* The inner loop: between the furthest block and the formatting element, formatting elements are cloned and chained,
 * the others leave the stack. Returns the last node of the chain; *bookmark is an index in the list. */
static cl_node chain_up(cl_builder *b, uint32_t position, uint32_t block, uint32_t *bookmark, const cl_token *token) {
    cl_node last = b->open[block].node;
    uint32_t counter = 0;
    for (uint32_t i = block - 1; i > position; i--) {
        cl_open *const e = &b->open[i];
        uint32_t index = cl_formatting_find(b, e->node);
        if (++counter > 3 && index != CL_NOWHERE) {
            cl_formatting_remove(b, index);
            if (index < *bookmark)
                --*bookmark;
            index = CL_NOWHERE;
        }
        if (index == CL_NOWHERE) {
            drop(b, e);
            continue;
        }
        const cl_node clone = cl_clone_element(b, e->node, token->begin);
        b->formatting[index].node = clone;
        e->node = clone;
        if (last == b->open[block].node)
            *bookmark = index + 1;
        cl_dom_remove(b->dom, last);
        cl_dom_append(b->dom, clone, last);
        last = clone;
    }
    return last;
}

/* One turn of the outer loop with a furthest block. */
static void adopt(cl_builder *b, uint32_t index, uint32_t position, uint32_t block, const cl_token *token) {
    cl_dom *const dom = b->dom;
    const cl_open formatting = b->open[position];
    const cl_formatting entry = b->formatting[index];
    const cl_node block_node = b->open[block].node;
    uint32_t bookmark = index;
    const cl_node last = chain_up(b, position, block, &bookmark, token);
    cl_dom_remove(dom, last);
    cl_insert_at(b, cl_appropriate_place(b, position - 1), last);
    const cl_node clone = cl_clone_element(b, formatting.node, token->begin);
    if (!clone)
        return;
    cl_dom_move_children(dom, block_node, clone);
    cl_dom_append(dom, block_node, clone);
    /* The list: the clone at the bookmark, the element away. */
    const uint32_t old = cl_formatting_find(b, formatting.node);
    cl_formatting_remove(b, old);
    if (old < bookmark)
        bookmark--;
    memmove(&b->formatting[bookmark + 1], &b->formatting[bookmark],
        (b->formatting_count - bookmark) * sizeof *b->formatting);
    b->formatting[bookmark] = (cl_formatting){clone, entry.tag, entry.attrs, entry.hash};
    b->formatting_count++;
    /* The stack: the element away, the clone above the furthest block. Between them one place is free then. */
    cl_open_forget(b, &formatting);
    for (uint32_t i = position; i < block; i++)
        b->open[i] = b->open[i + 1];
    b->open[block] = formatting;
    b->open[block].node = clone;
    compact(b, position);
    cl_open_reindex(b);
}

void cl_adoption_agency(cl_builder *b, const cl_token *token, uint32_t tag) {
    if (cl_current_is(b, tag) && cl_formatting_find(b, cl_current(b)->node) == CL_NOWHERE) {
        cl_pop_to(b, b->depth - 1, token);
        return;
    }
    for (int outer = 0; outer < 8 && !b->dom->failed; outer++) {
        const uint32_t index = cl_formatting_find_tag(b, tag);
        if (index == CL_NOWHERE) {
            cl_any_other_end_tag(b, token);
            return;
        }
        const uint32_t position = cl_open_find(b, b->formatting[index].node);
        if (position == CL_NOWHERE) {
            cl_formatting_remove(b, index);
            return;
        }
        if (b->scope.count && b->scope.at[b->scope.count - 1] > position)
            return; /* not in scope */
        const uint32_t block = furthest_block(b, position);
        if (block == CL_NOWHERE) {
            cl_pop_to(b, position, token);
            cl_formatting_remove(b, index);
            return;
        }
        adopt(b, index, position, block, token);
    }
}
