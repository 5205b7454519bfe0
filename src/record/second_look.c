#include "record/second_look.h"
#include "base/status.h"
#include "record/string.h"

#define TAKEN_MIN 200u /* letters of body in the story as it was read */

void cl_second_look_init(cl_second_look *look, const cutline_allocator *allocator) {
    memset(look, 0, sizeof *look);
    look->allocator = allocator;
    cl_state_init(&look->state, allocator);
    cl_dom_init(&look->dom, allocator);
}

void cl_second_look_free(cl_second_look *look) {
    cl_state_free(&look->state);
    cl_dom_free(&look->dom);
    cl_vector_free(look->allocator, &look->page);
    cl_parser_free(look->parser);
}

size_t cl_body_letters(const cl_blocks *blocks, const cl_labels *labels) {
    size_t letters = 0;
    for (size_t i = 0; i < labels->list.count; i++)
        if (labels->list.at[i].role == CL_ROLE_BODY)
            letters += blocks->list.at[i].chars;
    return letters;
}

/* Where the page's <body> begins; its end where it has none. */
static size_t body_begin(const cl_dom *dom) {
    cl_node n = cl_dom_first_child(dom, CL_NODE_DOCUMENT);
    while (n && !cl_dom_is(dom, n, CL_TAG_HTML))
        n = cl_dom_next(dom, n);
    for (n = n ? cl_dom_first_child(dom, n) : n; n; n = cl_dom_next(dom, n))
        if (cl_dom_is(dom, n, CL_TAG_BODY)) {
            const size_t at = cl_dom_at(dom, n)->b;
            const cl_slice rest = cl_slice_of(dom->source.data + at, at < dom->source.size ? dom->source.size - at : 0);
            return cl_begins(rest, CL_SLICE("<body")) ? at : dom->source.size;
        }
    return dom->source.size;
}

static bool put(cl_second_look *look, const char *data, size_t size) {
    return cl_buffer_put(look->allocator, &look->page, data, size);
}

static bool make_page(cl_second_look *look, const cl_dom *dom) {
    const cl_slice source = dom->source;
    const size_t at = body_begin(dom);
    const cl_node text = look->state.script ? cl_dom_first_child(dom, look->state.script) : CL_NODE_NONE;
    cl_vector_clear(look->allocator, &look->page);
    if (source.size + look->state.html.count >= UINT32_MAX || !put(look, source.data, at) ||
        !put(look, look->state.html.at, look->state.html.count) || !put(look, source.data + at, source.size - at))
        return false;
    look->begin = (uint32_t)at;
    look->end = (uint32_t)(at + look->state.html.count);
    look->origin = text ? cl_dom_at(dom, text)->c : 0;
    return true;
}

cutline_status cl_second_look_parse(cl_second_look *look, const cl_dom *dom, const cl_blocks *blocks,
    const cl_page_data *data, cl_arena *arena, size_t letters, bool *found, cutline_error *error) {
    *found = false;
    if (!cl_state_find(&look->state, dom, blocks, data, arena, 2 * letters))
        return cl_fail(error, CUTLINE_E_NOMEM, CUTLINE_STAGE_RECORD, 0, NULL);
    if (!look->state.html.count)
        return CUTLINE_OK;
    if (!look->parser)
        look->parser = cl_parser_new(look->allocator);
    if (!look->parser || !make_page(look, dom))
        return cl_fail(error, CUTLINE_E_NOMEM, CUTLINE_STAGE_RECORD, 0, NULL);
    const cl_parse_options how = {.scripting = dom->scripting, .max_nodes = dom->max_nodes};
    *found = true;
    return cl_html_parse(look->parser, &look->dom, cl_slice_of(look->page.at, look->page.count), &how, error);
}

static bool is_inside(const cl_second_look *look, const cl_block *b) {
    return b->offset >= look->begin && b->offset < look->end;
}

/* A place that a page's software fills: "$$ARTICLEAD$$", "[[image:1]]", "{{gallery}}". */
static bool is_placeholder(cl_slice text) {
    if (text.size < 3 || text.size > 60 || memchr(text.data, ' ', text.size))
        return false;
    return memcmp(text.data, "$$", 2) == 0 || memcmp(text.data, "[[", 2) == 0 || memcmp(text.data, "{{", 2) == 0;
}

bool cl_second_look_take(const cl_second_look *look, cl_blocks *blocks, cl_labels *labels, size_t letters) {
    size_t taken = 0;
    for (size_t i = 0; i < labels->list.count; i++)
        if (labels->list.at[i].role == CL_ROLE_BODY && is_inside(look, &blocks->list.at[i]))
            taken += blocks->list.at[i].chars;
    if (taken < TAKEN_MIN || taken <= letters)
        return false;
    for (uint32_t i = 0; i < labels->list.count; i++) {
        cl_block *const b = &blocks->list.at[i];
        cl_label *const label = &labels->list.at[i];
        if (is_inside(look, b)) {
            if (label->role == CL_ROLE_HEADLINE)
                labels->headline = i;
            if (is_placeholder(b->text))
                label->role = CL_ROLE_OTHER;
            b->offset = look->origin;
        } else {
            if (label->role == CL_ROLE_BODY || label->role == CL_ROLE_DECK)
                label->role = CL_ROLE_OTHER;
            b->offset -= b->offset >= look->end ? look->end - look->begin : 0;
        }
    }
    return true;
}
