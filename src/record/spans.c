/* Links and emphasis within the blocks of the body.
 *
 * A link to a place in the story, as those to footnotes and back are, is told the block that is there: elements with
 * the ids that such links name are looked up in one walk over the tree, on pages that have such links. */
#include "base/url.h"
#include "record/fields.h"
#include "record/string.h"

#include <stdlib.h>

#define INNER_MAX 512u /* links to places in the story; more lead to the page */

/* A link to a place on the page. */
typedef struct inner {
    cl_slice id;
    cutline_span *span;
} inner;

typedef struct making_spans {
    cl_making *m;
    inner *inner; /* INNER_MAX of them; NULL until there is one */
    size_t count;
} making_spans;

cl_slice cl_link_url(cl_making *m, cl_node n) {
    const cl_slice href = cl_slice_trim(cl_dom_attr(m->dom, n, CL_ATTR_HREF));
    if (!href.size || cl_begins(href, CL_SLICE("javascript:")) || cl_begins(href, CL_SLICE("data:")) ||
        cl_begins(href, CL_SLICE("vbscript:")))
        return CL_SLICE_NONE;
    return cl_url_resolve(m->base, href, m->arena, &m->failed);
}

/* What of an address comes after "#", where it leads to the page itself; absent where it leads elsewhere. */
static cl_slice own_fragment(const cl_making *m, cl_slice url) {
    const char *const mark = url.size ? memchr(url.data, '#', url.size) : NULL;
    if (!mark)
        return CL_SLICE_NONE;
    const cl_slice page = cl_slice_of(url.data, (size_t)(mark - url.data));
    if (page.size && !cl_slice_equal(page, m->base) && !cl_slice_equal(page, m->record->source.canonical))
        return CL_SLICE_NONE;
    return cl_slice_of(mark + 1, url.size - page.size - 1);
}

static void note_inner(making_spans *s, cutline_span *span) {
    const cl_slice id = own_fragment(s->m, span->url);
    if (!id.size || s->count == INNER_MAX)
        return;
    if (!s->inner)
        s->inner = cl_arena_array(s->m->arena, INNER_MAX, sizeof *s->inner);
    if (!s->inner) {
        s->m->failed = true;
        return;
    }
    s->inner[s->count++] = (inner){id, span};
}

/* One of the page's spans as one of the body's; false where it is none. */
static bool span_of(making_spans *s, const cl_block_span *from, size_t shift, cutline_span *to) {
    cl_making *const m = s->m;
    if (from->start >= from->end || from->type == CL_SPAN_CREDIT ||
        from->end > m->blocks->list.at[from->block].text.size)
        return false;
    *to = (cutline_span){.start = shift + from->start,
        .end = shift + from->end,
        .type = (cutline_span_type)from->type,
        .block = CUTLINE_NO_BLOCK,
        .item = CUTLINE_NO_BLOCK};
    if (from->type != CL_SPAN_LINK)
        return true;
    to->url = cl_link_url(m, from->node);
    note_inner(s, to);
    return to->url.size;
}

/* The spans of one block; *next is the first of the page's that is not behind. Items stand in the text of their block
 * with one character between. */
static void make_block(making_spans *s, cl_body_block *b, size_t *next) {
    cl_making *const m = s->m;
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
        const size_t start = b->starts ? b->starts[block - b->block] : shift;
        count += span_of(s, &blocks->spans.at[*next], start, &spans[count]);
    }
    b->spans = spans;
    b->span_count = count;
}

/* ---- links to places in the story */

static int by_id(const void *a, const void *b) {
    const cl_slice *const x = &((const inner *)a)->id, *const y = &((const inner *)b)->id;
    const int order = memcmp(x->data, y->data, x->size < y->size ? x->size : y->size);
    return order ? order : (x->size > y->size) - (x->size < y->size);
}

/* Tells a link the block of the page that it leads to, if that is in the body. A table is none: it need not be shown.
 */
static void lead_to(cl_making *m, cutline_span *span, uint32_t block) {
    const size_t i = cl_body_index(m, block);
    if (i == CUTLINE_NO_BLOCK || m->body[i].block > block || m->body[i].type == CUTLINE_BLOCK_TABLE)
        return;
    cl_body_block *const b = &m->body[i];
    span->block = i;
    if (b->type != CUTLINE_BLOCK_LIST)
        return;
    if (!b->led_to)
        b->led_to = cl_arena_array(m->arena, b->item_count, sizeof *b->led_to);
    if (!b->led_to) {
        m->failed = true;
        return;
    }
    span->item = block - b->block;
    b->led_to[span->item] = true;
}

/* Tells all links that name an id, the ids in order, the block of its element. */
static void lead_all(making_spans *s, cl_slice id, uint32_t block) {
    const inner key = {.id = id};
    size_t low = 0, high = s->count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (by_id(&s->inner[middle], &key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < s->count && cl_slice_equal(s->inner[low].id, id); low++)
        if (s->inner[low].span->block == CUTLINE_NO_BLOCK) /* the first element of an id is the one */
            lead_to(s->m, s->inner[low].span, block);
}

/* Walks over the tree along with the blocks; an element is in the block that has begun and not ended there, or else in
 * the next. */
static void find_places(making_spans *s) {
    const cl_dom *const dom = s->m->dom;
    const cl_blocks *const blocks = s->m->blocks;
    uint32_t block = 0;
    qsort(s->inner, s->count, sizeof *s->inner, by_id);
    for (cl_node n = CL_NODE_DOCUMENT; n && block < blocks->list.count && !s->m->failed;
         n = cl_dom_following(dom, CL_NODE_DOCUMENT, n)) {
        if (n == blocks->list.at[block].last) {
            block++;
            continue;
        }
        cl_slice id = cl_dom_attr(dom, n, CL_ATTR_ID);
        if (!id.size && cl_dom_is(dom, n, CL_TAG_A))
            id = cl_dom_attr(dom, n, CL_ATTR_NAME);
        if (id.size)
            lead_all(s, id, block);
    }
}

void cl_make_spans(cl_making *m) {
    making_spans s = {.m = m};
    size_t next = 0;
    for (size_t i = 0; m->dom && i < m->record->body_count && !m->failed; i++)
        make_block(&s, &m->body[i], &next);
    if (s.count && !m->failed)
        find_places(&s);
}
