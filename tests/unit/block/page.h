/* A page written in a test, parsed and cut into blocks; for the tests of block, label, record and output. */
#ifndef TEST_PAGE_H
#define TEST_PAGE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "block/block.h"
#include "html/html.h"

typedef struct test_page {
    cl_parser *parser;
    cl_dom dom;
    cl_blocks blocks;
} test_page;

static inline void page_open(test_page *page, const char *html) {
    const cl_parse_options options = {.scripting = false};
    page->parser = cl_parser_new(&cl_allocator_default);
    assert_non_null(page->parser);
    cl_dom_init(&page->dom, &cl_allocator_default);
    cl_blocks_init(&page->blocks, &cl_allocator_default);
    assert_int_equal(CUTLINE_OK, cl_html_parse(page->parser, &page->dom, cl_slice_z(html), &options, NULL));
    assert_int_equal(CUTLINE_OK, cl_blocks_of_tree(&page->blocks, &page->dom, NULL));
}

static inline void page_close(test_page *page) {
    cl_blocks_free(&page->blocks);
    cl_dom_free(&page->dom);
    cl_parser_free(page->parser);
}

static inline void assert_slice(const char *want, cl_slice have) {
    if (have.size != strlen(want) || (have.size && memcmp(have.data, want, have.size) != 0))
        fail_msg("want \"%s\", have \"%.*s\"", want, (int)have.size, have.data ? have.data : "");
}

/* The block of that text; the test fails where there is none. */
static inline const cl_block *page_block(const test_page *page, const char *text) {
    for (size_t i = 0; i < page->blocks.list.count; i++)
        if (cl_slice_equal(page->blocks.list.at[i].text, cl_slice_z(text)))
            return &page->blocks.list.at[i];
    fail_msg("no block \"%s\"", text);
    return NULL;
}

#endif
