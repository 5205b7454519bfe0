/* What the parser does at its limits (base/limits.h), which the format of the tests has no room for. */
#include "parsed.h"

#include <stdio.h>

static void test_depth_siblings(void **state) {
    parsed p;
    (void)state;
    parsed_start(&p);
    const cl_parse_options options = {.max_depth = 4};
    assert_int_equal(parsed_page(&p, CL_SLICE("<div><p><b><i>x</i>y</b>z</div>w"), &options), CUTLINE_OK);
    /* html, body, div, p are four; what is deeper stands beside p, texts as well */
    assert_string_equal(parsed_text(&p, CUTLINE_TREE_TEST),
        "| <html>\n|   <head>\n|   <body>\n|     <div>\n|       <p>\n"
        "|         <b>\n|         <i>\n|         \"xyz\"\n"
        "|     \"w\"\n");
    parsed_end(&p);
}

static size_t levels(const cl_dom *dom, cl_node n) {
    size_t count = 0;
    while ((n = cl_dom_parent(dom, n)) != CL_NODE_NONE)
        count += cl_dom_type(dom, n) == CUTLINE_NODE_ELEMENT;
    return count;
}

/* The deepest element, by the number of elements around it. */
static size_t deepest(const parsed *p) {
    size_t most = 0;
    for (cl_node n = CL_NODE_DOCUMENT; n; n = cl_dom_following(&p->dom, CL_NODE_DOCUMENT, n)) {
        const size_t depth = cl_dom_first_child(&p->dom, n) ? 0 : levels(&p->dom, n);
        most = depth > most ? depth : most;
    }
    return most;
}

static void test_depth_default(void **state) {
    parsed p;
    cl_buffer page = {0};
    (void)state;
    parsed_start(&p);
    parsed_add(&page, "<div>", 3000);
    assert_int_equal(parsed_page(&p, cl_slice_of(page.at, page.count), NULL), CUTLINE_OK);
    assert_int_equal(parsed_count(&p, "div"), 3000);
    assert_int_equal(deepest(&p), CL_TREE_DEPTH_DEFAULT);
    cl_vector_free(&cl_allocator_default, &page);
    parsed_end(&p);
}

/* Nested templates: contents have no elements beside them, and texts are not lost. */
static void test_depth_of_templates(void **state) {
    parsed p;
    cl_buffer page = {0};
    (void)state;
    parsed_start(&p);
    parsed_add(&page, "<template>", 600);
    parsed_add(&page, "x<p>y", 1);
    assert_int_equal(parsed_page(&p, cl_slice_of(page.at, page.count), NULL), CUTLINE_OK);
    assert_int_equal(parsed_count(&p, "template"), 600);
    assert_int_equal(parsed_count(&p, "p"), 1);
    assert_true(deepest(&p) <= CL_TREE_DEPTH_DEFAULT + 1);
    cl_vector_free(&cl_allocator_default, &page);
    parsed_end(&p);
}

/* The adoption agency nests what the limit had put side by side no deeper than nine levels for two. */
static void test_depth_of_adoption(void **state) {
    parsed p;
    cl_buffer page = {0};
    (void)state;
    parsed_start(&p);
    parsed_add(&page, "<a><div>", 6000);
    assert_int_equal(parsed_page(&p, cl_slice_of(page.at, page.count), NULL), CUTLINE_OK);
    assert_true(deepest(&p) <= 5 * CL_TREE_DEPTH_DEFAULT);
    cl_vector_free(&cl_allocator_default, &page);
    parsed_end(&p);
}

/* With too many open elements a start tag is dropped and its text stays; what is closed makes room again. */
static void test_open_elements(void **state) {
    parsed p;
    cl_buffer page = {0};
    (void)state;
    parsed_start(&p);
    parsed_add(&page, "<x>", CL_OPEN_ELEMENTS_MAX + 100);
    parsed_add(&page, "<b>text</b><br><script>s</script>", 1);
    parsed_add(&page, "</x>", 200);
    parsed_add(&page, "<i>again</i>", 1);
    assert_int_equal(parsed_page(&p, cl_slice_of(page.at, page.count), NULL), CUTLINE_OK);
    assert_true(parsed_count(&p, "x") <= CL_OPEN_ELEMENTS_MAX);
    assert_int_equal(parsed_count(&p, "b"), 0);
    assert_int_equal(parsed_count(&p, "br"), 1);
    assert_int_equal(parsed_count(&p, "script"), 1);
    assert_int_equal(parsed_count(&p, "i"), 1);
    assert_non_null(strstr(parsed_text(&p, CUTLINE_TREE_TEST), "\"text\""));
    cl_vector_free(&cl_allocator_default, &page);
    parsed_end(&p);
}

static void test_nodes(void **state) {
    parsed p;
    (void)state;
    parsed_start(&p);
    /* none, document, html, head, body, three p: eight */
    const cl_parse_options enough = {.max_nodes = 8}, short_by_one = {.max_nodes = 7};
    assert_int_equal(parsed_page(&p, CL_SLICE("<p><p><p>"), &enough), CUTLINE_OK);
    assert_int_equal(p.dom.nodes.count, 8);
    assert_int_equal(parsed_page(&p, CL_SLICE("<p><p><p>"), &short_by_one), CUTLINE_E_LIMIT);
    assert_int_equal(p.error.status, CUTLINE_E_LIMIT);
    assert_int_equal(p.error.stage, CUTLINE_STAGE_HTML);
    assert_non_null(strstr(p.error.message, "nodes"));
    assert_int_equal(p.error.offset, 9);
    /* the parser is as good as new */
    assert_int_equal(parsed_page(&p, CL_SLICE("<p>"), NULL), CUTLINE_OK);
    assert_int_equal(parsed_count(&p, "p"), 1);
    parsed_end(&p);
}

/* k formatting elements and m paragraphs would make k * m clones. */
static void test_clones(void **state) {
    parsed p;
    cl_buffer page = {0};
    char tag[32];
    (void)state;
    parsed_start(&p);
    for (int i = 0; i < 400; i++) {
        snprintf(tag, sizeof tag, "<b id=%d>", i);
        parsed_add(&page, tag, 1);
    }
    parsed_add(&page, "<p>x", 5000);
    assert_int_equal(parsed_page(&p, cl_slice_of(page.at, page.count), NULL), CUTLINE_OK);
    assert_int_equal(parsed_count(&p, "p"), 5000);
    assert_true(p.dom.nodes.count < CL_CLONES_MIN + 2 * page.count);
    cl_vector_free(&cl_allocator_default, &page);
    parsed_end(&p);
}

static void test_merged_attributes(void **state) {
    parsed p;
    cl_buffer page = {0};
    char tag[32];
    (void)state;
    parsed_start(&p);
    parsed_add(&page, "<html first=1>", 1);
    for (unsigned i = 0; i < CL_MERGED_ATTRS_MAX + 500; i++) {
        snprintf(tag, sizeof tag, "<html a%u=%u>", i, i);
        parsed_add(&page, tag, 1);
    }
    assert_int_equal(parsed_page(&p, cl_slice_of(page.at, page.count), NULL), CUTLINE_OK);
    const cl_node html = parsed_first(&p, "html");
    unsigned count = 0;
    for (const cl_attr *a = cl_dom_attrs(&p.dom, html); a; a = cl_attr_next(a))
        count++;
    assert_int_equal(count, CL_MERGED_ATTRS_MAX);
    assert_true(cl_slice_equal(cl_dom_attr_named(&p.dom, html, CL_SLICE("first")), CL_SLICE("1")));
    assert_true(cl_slice_equal(cl_dom_attr_named(&p.dom, html, CL_SLICE("a700")), CL_SLICE("700")));
    cl_vector_free(&cl_allocator_default, &page);
    parsed_end(&p);
}

/* A name of 16 bits: longer ones are cut. Values and tag names of any size are whole. */
static void test_long_names(void **state) {
    parsed p;
    cl_buffer page = {0};
    const size_t size = 100000;
    (void)state;
    parsed_start(&p);
    parsed_add(&page, "<", 1);
    parsed_add(&page, "x", size);
    parsed_add(&page, " ", 1);
    parsed_add(&page, "n", size);
    parsed_add(&page, "=", 1);
    parsed_add(&page, "v", size);
    parsed_add(&page, ">", 1);
    assert_int_equal(parsed_page(&p, cl_slice_of(page.at, page.count), NULL), CUTLINE_OK);
    const cl_node body = cl_dom_last_child(&p.dom, parsed_first(&p, "html")), x = cl_dom_first_child(&p.dom, body);
    const cl_attr *const a = cl_dom_attrs(&p.dom, x);
    assert_int_equal(cl_dom_name(&p.dom, x).size, size);
    assert_non_null(a);
    assert_int_equal(cl_attr_name(&p.dom, a).size, CL_ATTR_NAME_MAX);
    assert_int_equal(cl_attr_value(&p.dom, a).size, size);
    cl_vector_free(&cl_allocator_default, &page);
    parsed_end(&p);
}

/* The set of names works from the 16th unknown name on; known names have a place of their own. */
static void test_many_attributes(void **state) {
    parsed p;
    cl_buffer page = {0};
    char text[64];
    (void)state;
    parsed_start(&p);
    parsed_add(&page, "<p href=1", 1);
    for (int round = 0; round < 2; round++)
        for (int i = 0; i < 1000; i++) {
            snprintf(text, sizeof text, " N%d=%d CLASS=%d", i, round * 1000 + i, round * 1000 + i);
            parsed_add(&page, text, 1);
        }
    parsed_add(&page, " HREF=2><p n1=again>", 1);
    assert_int_equal(parsed_page(&p, cl_slice_of(page.at, page.count), NULL), CUTLINE_OK);
    const cl_node first = parsed_first(&p, "p"), second = cl_dom_next(&p.dom, first);
    unsigned count = 0;
    for (const cl_attr *a = cl_dom_attrs(&p.dom, first); a; a = cl_attr_next(a))
        count++;
    assert_int_equal(count, 1002);
    assert_true(cl_slice_equal(cl_dom_attr(&p.dom, first, CL_ATTR_HREF), CL_SLICE("1")));
    assert_true(cl_slice_equal(cl_dom_attr(&p.dom, first, CL_ATTR_CLASS), CL_SLICE("0")));
    assert_true(cl_slice_equal(cl_dom_attr_named(&p.dom, first, CL_SLICE("n999")), CL_SLICE("999")));
    assert_true(cl_slice_equal(cl_dom_attr_named(&p.dom, second, CL_SLICE("n1")), CL_SLICE("again")));
    cl_vector_free(&cl_allocator_default, &page);
    parsed_end(&p);
}

static void test_context_without_a_name(void **state) {
    parsed p;
    (void)state;
    parsed_start(&p);
    const cl_parse_options options = {.fragment = CL_SLICE("")};
    assert_int_equal(parsed_page(&p, CL_SLICE("x"), &options), CUTLINE_E_ARGUMENT);
    assert_non_null(p.error.message);
    parsed_end(&p);
}

/* One parser, page after page: nothing of one is felt by the next. */
static void test_reuse(void **state) {
    static const char *const pages[] = {"<b><template><table><svg>", "<select><option>x<selectedcontent>", "\0", "",
        "<frameset>", "<!doctype x><z a=1><y b=2>&amp;", "<table>a<!--", "<textarea>", "<script><!--<script>", "<pre>"};
    parsed used, fresh;
    (void)state;
    parsed_start(&used);
    for (size_t i = 0; i < 100; i++) {
        const cl_slice page = cl_slice_z(pages[i * 7 % 10]);
        const cl_parse_options options = {.scripting = i % 2, .fragment = i % 3 ? CL_SLICE_NONE : CL_SLICE("td")};
        parsed_start(&fresh);
        assert_int_equal(parsed_page(&used, page, &options), CUTLINE_OK);
        assert_int_equal(parsed_page(&fresh, page, &options), CUTLINE_OK);
        assert_string_equal(parsed_text(&used, CUTLINE_TREE_TEST), parsed_text(&fresh, CUTLINE_TREE_TEST));
        parsed_end(&fresh);
    }
    parsed_end(&used);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_depth_siblings),
        cmocka_unit_test(test_depth_default),
        cmocka_unit_test(test_depth_of_templates),
        cmocka_unit_test(test_depth_of_adoption),
        cmocka_unit_test(test_open_elements),
        cmocka_unit_test(test_nodes),
        cmocka_unit_test(test_clones),
        cmocka_unit_test(test_merged_attributes),
        cmocka_unit_test(test_long_names),
        cmocka_unit_test(test_many_attributes),
        cmocka_unit_test(test_context_without_a_name),
        cmocka_unit_test(test_reuse),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
