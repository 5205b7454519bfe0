/* Links and emphasis within the blocks of the body. */
#include "base/url.h"
#include "record/fields.h"
#include "record/string.h"

cl_slice cl_link_url(cl_making *m, cl_node n) {
    const cl_slice href = cl_slice_trim(cl_dom_attr(m->dom, n, CL_ATTR_HREF));
    if (!href.size || cl_begins(href, CL_SLICE("javascript:")) || cl_begins(href, CL_SLICE("data:")) ||
        cl_begins(href, CL_SLICE("vbscript:")))
        return CL_SLICE_NONE;
    return cl_url_resolve(m->base, href, m->arena, &m->failed);
}

/* One of the page's spans as one of the body's; false where it is none. */
static bool span_of(cl_making *m, const cl_block_span *from, size_t shift, cutline_span *to) {
    if (from->start >= from->end || from->type == CL_SPAN_CREDIT ||
        from->end > m->blocks->list.at[from->block].text.size)
        return false;
    *to = (cutline_span){.start = shift + from->start, .end = shift + from->end, .type = (cutline_span_type)from->type};
    if (from->type == CL_SPAN_LINK)
        to->url = cl_link_url(m, from->node);
    return from->type != CL_SPAN_LINK || to->url.size;
}

/* The spans of one block; *next is the first of the page's that is not behind. Items and cells stand in the text of
 * their block with one character between. */
static void make_block(cl_making *m, cl_body_block *b, size_t *next) {
    const cl_blocks *const blocks = m->blocks;
    while (*next < blocks->spans.count && blocks->spans.at[*next].block < b->block)
        ++*next;
    size_t end = *next;
    while (end < blocks->spans.count && blocks->spans.at[end].block < b->end_block)
        end++;
    cutline_span *const spans = end > *next ? cl_arena_array(m->arena, end - *next, sizeof *spans) : NULL;
    if (end > *next && !spans) {
        m->failed = true;
        return;
    }
    size_t shift = 0, count = 0;
    uint32_t block = b->block;
    for (; *next < end; ++*next) {
        for (; block < blocks->spans.at[*next].block; block++)
            shift += blocks->list.at[block].text.size + 1;
        count += span_of(m, &blocks->spans.at[*next], shift, &spans[count]);
    }
    b->spans = spans;
    b->span_count = count;
}

void cl_make_spans(cl_making *m) {
    size_t next = 0;
    for (size_t i = 0; m->dom && i < m->record->body_count && !m->failed; i++)
        make_block(m, &m->body[i], &next);
}
