/* The stack of open elements (HTML Standard, section 13.2.4.2). */
#include "html/builder.h"

/* Puts the entry at `position` into `top` and the stacks of positions. */
static void enter(cl_builder *b, uint32_t position) {
    cl_open *const e = &b->open[position];
    if (e->ns == CUTLINE_NS_HTML) {
        e->same = b->top.at[e->tag];
        b->top.at[e->tag] = position;
    } else {
        e->same = b->open[position - 1].ns == CUTLINE_NS_HTML ? position - 1 : b->open[position - 1].same;
        b->foreign.at[e->tag]++;
    }
    if (e->class & CL_CLASS_SPECIAL) {
        b->special.at[b->special.count++] = (uint16_t)position;
        if (e->class & CL_CLASS_HARD)
            b->hard.at[b->hard.count++] = (uint16_t)position;
        if (e->class & CL_CLASS_SCOPE)
            b->scope.at[b->scope.count++] = (uint16_t)position;
    }
}

static bool grow_top(cl_builder *b, uint32_t tag) {
    const size_t old = b->top.count;
    const size_t count = tag < CL_TAG_KNOWN ? CL_TAG_KNOWN : tag + (size_t)tag / 2;
    if (!cl_vector_reserve(b->allocator, &b->foreign, count) || !cl_vector_reserve(b->allocator, &b->top, count)) {
        b->dom->failed = CUTLINE_E_NOMEM;
        return false;
    }
    b->top.count = b->foreign.count = count;
    for (size_t i = old; i < count; i++) {
        b->top.at[i] = CL_NOWHERE;
        b->foreign.at[i] = 0;
    }
    return true;
}

void cl_push(cl_builder *b, cl_node node, uint32_t tag, uint32_t ns) {
    if (tag >= b->top.count && !grow_top(b, tag))
        return;
    if (b->depth >= sizeof b->open / sizeof *b->open) {
        b->dom->failed = CUTLINE_E_LIMIT; /* start tags are dropped long before */
        return;
    }
    b->open[b->depth] = (cl_open){node, tag, CL_NOWHERE, (uint16_t)ns, (uint16_t)cl_tag_class(tag, ns)};
    enter(b, b->depth++);
}

void cl_pop(cl_builder *b, uint32_t end) {
    const cl_open *const e = &b->open[--b->depth];
    b->dom->nodes.at[e->node].c = end;
    if (e->ns == CUTLINE_NS_HTML)
        b->top.at[e->tag] = e->same;
    else
        b->foreign.at[e->tag]--;
    if (e->class & CL_CLASS_SPECIAL) {
        b->special.count--;
        b->hard.count -= (e->class & CL_CLASS_HARD) != 0;
        b->scope.count -= (e->class & CL_CLASS_SCOPE) != 0;
    }
}

/* Where an element ends that the token closes: behind the token where that is its own end tag, else before it. */
static uint32_t end_of(const cl_open *e, const cl_token *token) {
    const bool own = token->type == CL_TOKEN_END_TAG && (token->tag == e->tag || (e->class & CL_CLASS_HEADING));
    return own ? token->end : token->begin;
}

void cl_pop_to(cl_builder *b, uint32_t position, const cl_token *token) {
    while (b->depth > position + 1)
        cl_pop(b, token->begin);
    cl_pop(b, end_of(cl_current(b), token));
}

void cl_pop_until(cl_builder *b, uint32_t tag, const cl_token *token) {
    const uint32_t position = cl_top(b, tag);
    if (position != CL_NOWHERE)
        cl_pop_to(b, position, token);
}

void cl_open_forget(cl_builder *b, const cl_open *e) {
    b->top.at[e->tag] = CL_NOWHERE;
    b->foreign.at[e->tag] = 0;
}

void cl_open_reindex(cl_builder *b) {
    for (uint32_t i = 0; i < b->depth; i++) {
        b->top.at[b->open[i].tag] = CL_NOWHERE;
        b->foreign.at[b->open[i].tag] = 0;
    }
    b->special.count = b->hard.count = b->scope.count = 0;
    for (uint32_t i = 0; i < b->depth; i++)
        enter(b, i);
}

void cl_open_remove(cl_builder *b, uint32_t position) {
    cl_open_forget(b, &b->open[position]);
    memmove(&b->open[position], &b->open[position + 1], (b->depth - position - 1) * sizeof *b->open);
    b->depth--;
    cl_open_reindex(b);
}

uint32_t cl_open_find(const cl_builder *b, cl_node node) {
    const cl_node_data *const d = &b->dom->nodes.at[node];
    if (d->ns == CUTLINE_NS_HTML) {
        uint32_t i = cl_top(b, d->tag);
        while (i != CL_NOWHERE && b->open[i].node != node)
            i = b->open[i].same;
        return i;
    }
    for (uint32_t i = b->depth; i-- > 0;)
        if (b->open[i].node == node)
            return i;
    return CL_NOWHERE;
}

/* ---- scopes. Positions plus one, so that "nowhere" is 0 and comparisons need no case of their own. */

static uint32_t above(uint32_t position) {
    return position + 1;
}

static uint32_t scope_end(const cl_builder *b) {
    return b->scope.count ? above(b->scope.at[b->scope.count - 1]) : 0;
}

static uint32_t max(uint32_t x, uint32_t y) {
    return x > y ? x : y;
}

bool cl_in_scope(const cl_builder *b, uint32_t tag) {
    const uint32_t p = above(cl_top(b, tag));
    return p && p >= scope_end(b);
}

bool cl_in_button_scope(const cl_builder *b, uint32_t tag) {
    const uint32_t p = above(cl_top(b, tag));
    return p && p >= max(scope_end(b), above(cl_top(b, CL_TAG_BUTTON)));
}

bool cl_in_list_item_scope(const cl_builder *b, uint32_t tag) {
    const uint32_t p = above(cl_top(b, tag));
    return p && p >= max(scope_end(b), max(above(cl_top(b, CL_TAG_OL)), above(cl_top(b, CL_TAG_UL))));
}

bool cl_in_table_scope(const cl_builder *b, uint32_t tag) {
    const uint32_t p = above(cl_top(b, tag));
    return p && p >= max(above(cl_top(b, CL_TAG_HTML)),
                         max(above(cl_top(b, CL_TAG_TABLE)), above(cl_top(b, CL_TAG_TEMPLATE))));
}

uint32_t cl_heading_in_scope(const cl_builder *b) {
    static const uint16_t headings[] = {CL_TAG_H1, CL_TAG_H2, CL_TAG_H3, CL_TAG_H4, CL_TAG_H5, CL_TAG_H6};
    uint32_t highest = 0;
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++)
        highest = max(highest, above(cl_top(b, headings[i])));
    return highest && highest >= scope_end(b) ? highest - 1 : CL_NOWHERE;
}

/* ---- implied end tags (section 13.2.6.3) */

void cl_generate_implied_end_tags(cl_builder *b, uint32_t except, const cl_token *token) {
    while ((cl_current(b)->class & CL_CLASS_IMPLIED) && cl_current(b)->tag != except)
        cl_pop(b, token->begin);
}

void cl_generate_all_implied_end_tags(cl_builder *b, const cl_token *token) {
    while (cl_current(b)->class & (CL_CLASS_IMPLIED | CL_CLASS_THOROUGHLY))
        cl_pop(b, token->begin);
}

void cl_close_p(cl_builder *b, const cl_token *token) {
    cl_generate_implied_end_tags(b, CL_TAG_P, token);
    cl_pop_until(b, CL_TAG_P, token);
}
