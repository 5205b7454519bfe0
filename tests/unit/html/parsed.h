/* A page parsed, for tests: one call, one tree, and its nodes by simple paths. */
#ifndef TESTS_UNIT_HTML_PARSED_H
#define TESTS_UNIT_HTML_PARSED_H

#include "base/limits.h"
#include "base/memory.h"
#include "html/html.h"
#include "../../../fuzz/invariants.h"
#include "../encoding/cmocka_all.h"

typedef struct parsed {
    cl_parser *parser;
    cl_dom dom;
    cl_buffer text;
    cutline_error error;
} parsed;

static inline void parsed_start(parsed *p) {
    memset(p, 0, sizeof *p);
    cl_dom_init(&p->dom, &cl_allocator_default);
    p->parser = cl_parser_new(&cl_allocator_default);
    assert_non_null(p->parser);
}

static inline void parsed_end(parsed *p) {
    cl_parser_free(p->parser);
    cl_dom_free(&p->dom);
    cl_vector_free(&cl_allocator_default, &p->text);
}

static inline cutline_status parsed_page(parsed *p, cl_slice page, const cl_parse_options *options) {
    const cutline_status status = cl_html_parse(p->parser, &p->dom, page, options, &p->error);
    if (status == CUTLINE_OK) {
        const char *const broken = cl_broken_invariant(&p->dom, options ? options->max_depth : 0, NULL);
        if (broken)
            fail_msg("%s", broken);
    }
    return status;
}

static inline int parsed_append(void *user, const char *data, size_t size) {
    return !cl_buffer_put(&cl_allocator_default, user, data, size);
}

/* The tree in the tests' format, with a NUL at the end. */
static inline const char *parsed_text(parsed *p, cutline_tree_format format) {
    p->text.count = 0;
    assert_int_equal(cl_dom_write(&p->dom, CL_NODE_DOCUMENT, format, parsed_append, &p->text, NULL), CUTLINE_OK);
    assert_true(cl_buffer_put(&cl_allocator_default, &p->text, "", 1));
    return p->text.at;
}

/* The first element of that name in the document, none where there is none. */
static inline cl_node parsed_first(const parsed *p, const char *name) {
    cl_node n = CL_NODE_DOCUMENT;
    while ((n = cl_dom_following(&p->dom, CL_NODE_DOCUMENT, n)) != CL_NODE_NONE)
        if (cl_dom_type(&p->dom, n) == CUTLINE_NODE_ELEMENT &&
            cl_slice_equal(cl_dom_name(&p->dom, n), cl_slice_z(name)))
            return n;
    return CL_NODE_NONE;
}

static inline size_t parsed_count(const parsed *p, const char *name) {
    size_t count = 0;
    for (cl_node n = CL_NODE_DOCUMENT; n; n = cl_dom_following(&p->dom, CL_NODE_DOCUMENT, n))
        count += cl_dom_type(&p->dom, n) == CUTLINE_NODE_ELEMENT &&
                 cl_slice_equal(cl_dom_name(&p->dom, n), cl_slice_z(name));
    return count;
}

/* Text to build a page of. */
static inline void parsed_add(cl_buffer *page, const char *text, size_t times) {
    for (size_t i = 0; i < times; i++)
        assert_true(cl_buffer_put(&cl_allocator_default, page, text, strlen(text)));
}

#endif
