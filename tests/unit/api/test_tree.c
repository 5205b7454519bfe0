#include "cmocka_all.h"
#include "written.h"

#include <cutline.h>
#include <stdlib.h>
#include <string.h>

static const char page[] =
    "<!DOCTYPE html PUBLIC \"p\" \"s\">\n<html><body class=a id=b><!--note--><p>One<b>two</b></p>"
    "<svg xlink:href=\"x\"><title>t</title></svg><template><i>in</i></template></body></html>";

typedef struct fixture {
    cutline_context *context;
    const cutline_tree *tree;
} fixture;

static int set_up(void **state) {
    static fixture f;
    cutline_error error;
    if (cutline_context_new(NULL, &f.context) != CUTLINE_OK ||
        cutline_parse(f.context, page, sizeof page - 1, NULL, &f.tree, &error) != CUTLINE_OK)
        return 1;
    *state = &f;
    return 0;
}

static int tear_down(void **state) {
    cutline_context_free(((fixture *)*state)->context);
    return 0;
}

static int is(cutline_string s, const char *text) {
    return s.data && s.size == strlen(text) && memcmp(s.data, text, s.size) == 0;
}

/* The first node of that name; 0 where there is none. */
static cutline_node find(const cutline_tree *tree, const char *name) {
    const cutline_node root = cutline_tree_root(tree);
    for (cutline_node n = root; n; n = cutline_node_following(tree, root, n))
        if (is(cutline_node_name(tree, n), name) && cutline_node_get_type(tree, n) == CUTLINE_NODE_ELEMENT)
            return n;
    return 0;
}

static void the_tree_hangs_together(void **state) {
    const cutline_tree *const tree = ((fixture *)*state)->tree;
    const cutline_node root = cutline_tree_root(tree);
    size_t count = 0;
    assert_int_equal(cutline_node_get_type(tree, root), CUTLINE_NODE_DOCUMENT);
    for (cutline_node n = root; n; n = cutline_node_following(tree, root, n), count++) {
        const cutline_node first = cutline_node_first_child(tree, n), last = cutline_node_last_child(tree, n);
        assert_int_equal(first != 0, last != 0);
        if (first) {
            assert_int_equal(cutline_node_parent(tree, first), n);
            assert_int_equal(cutline_node_parent(tree, last), n);
            assert_int_equal(cutline_node_previous(tree, first), 0);
            assert_int_equal(cutline_node_next(tree, last), 0);
        }
        const cutline_node next = cutline_node_next(tree, n);
        if (next)
            assert_int_equal(cutline_node_previous(tree, next), n);
    }
    assert_true(count > 15 && count <= cutline_tree_node_count(tree));
}

static void what_a_node_says(void **state) {
    const cutline_tree *const tree = ((fixture *)*state)->tree;
    const cutline_node doctype = cutline_node_first_child(tree, cutline_tree_root(tree));
    assert_int_equal(cutline_node_get_type(tree, doctype), CUTLINE_NODE_DOCTYPE);
    assert_true(is(cutline_node_name(tree, doctype), "html"));
    const cutline_node body = find(tree, "body");
    const cutline_attribute first = cutline_node_first_attribute(tree, body),
                            second = cutline_attribute_next(tree, first);
    assert_true(is(cutline_attribute_name(tree, first), "class"));
    assert_true(is(cutline_attribute_name(tree, second), "id"));
    assert_true(is(cutline_attribute_value(tree, second), "b"));
    assert_int_equal(cutline_attribute_next(tree, second), 0);
    assert_int_equal(cutline_attribute_next(tree, 0), 0);
    assert_int_equal(cutline_node_first_attribute(tree, doctype), 0);
    assert_true(is(cutline_node_attribute(tree, body, "class"), "a"));
    assert_null(cutline_node_attribute(tree, body, "href").data);
    assert_null(cutline_attribute_name(tree, 0).data);
    const cutline_node comment = cutline_node_first_child(tree, body);
    assert_int_equal(cutline_node_get_type(tree, comment), CUTLINE_NODE_COMMENT);
    assert_true(is(cutline_node_data(tree, comment), "note"));
    assert_null(cutline_node_name(tree, comment).data);
    assert_null(cutline_node_data(tree, body).data);
    const cutline_node svg = find(tree, "svg");
    assert_int_equal(cutline_node_namespace(tree, svg), CUTLINE_NS_SVG);
    assert_true(is(cutline_attribute_name(tree, cutline_node_first_attribute(tree, svg)), "xlink:href"));
    assert_int_equal(cutline_node_namespace(tree, body), CUTLINE_NS_HTML);
    const cutline_node content = cutline_node_first_child(tree, find(tree, "template"));
    assert_int_equal(cutline_node_get_type(tree, content), CUTLINE_NODE_CONTENT);
    assert_int_equal(cutline_tree_quirks(tree), 0);
    assert_true(is(cutline_tree_encoding(tree), "windows-1252")); /* nothing is declared, and all is ASCII */
    assert_int_equal(cutline_tree_encoding_source(tree), CUTLINE_ENCODING_DEFAULT);
}

static void an_element_knows_where_it_stands(void **state) {
    const cutline_tree *const tree = ((fixture *)*state)->tree;
    const cutline_node b = find(tree, "b"), head = find(tree, "head");
    const size_t begin = cutline_node_source_begin(tree, b), end = cutline_node_source_end(tree, b);
    assert_int_equal(end - begin, strlen("<b>two</b>"));
    assert_memory_equal(page + begin, "<b>two</b>", end - begin);
    assert_int_equal(cutline_node_source_begin(tree, head), cutline_node_source_end(tree, head));
    assert_int_equal(cutline_node_source_end(tree, cutline_tree_root(tree)), 0);
}

static void any_number_may_be_asked_for(void **state) {
    const cutline_tree *const tree = ((fixture *)*state)->tree;
    static const cutline_node none[] = {0, 1000, UINT32_MAX};
    for (size_t i = 0; i < 3; i++) {
        const cutline_node n = none[i];
        assert_int_equal(cutline_node_get_type(tree, n), CUTLINE_NODE_NONE);
        assert_int_equal(cutline_node_parent(tree, n), 0);
        assert_int_equal(cutline_node_first_child(tree, n), 0);
        assert_int_equal(cutline_node_last_child(tree, n), 0);
        assert_int_equal(cutline_node_next(tree, n), 0);
        assert_int_equal(cutline_node_previous(tree, n), 0);
        assert_int_equal(cutline_node_following(tree, 1, n), 0);
        assert_int_equal(cutline_node_following(tree, n, 1), 0);
        assert_null(cutline_node_name(tree, n).data);
        assert_int_equal(cutline_node_first_attribute(tree, n), 0);
        assert_null(cutline_attribute_value(tree, n).data);
        assert_null(cutline_node_attribute(tree, n, "id").data);
        assert_int_equal(cutline_node_source_begin(tree, n), 0);
    }
    assert_int_equal(cutline_tree_root(NULL), 0);
    assert_int_equal(cutline_tree_node_count(NULL), 0);
    assert_int_equal(cutline_node_get_type(NULL, 1), CUTLINE_NODE_NONE);
    assert_null(cutline_tree_encoding(NULL).data);
    assert_null(cutline_node_attribute(tree, 1, NULL).data);
}

static void trees_are_written(void **state) {
    const cutline_tree *const tree = ((fixture *)*state)->tree;
    written out = {.size = 0};
    cutline_error error;
    assert_int_equal(cutline_tree_write(tree, find(tree, "p"), CUTLINE_TREE_TEST, append, &out, &error), CUTLINE_OK);
    assert_string_equal(out.at, "| <p>\n|   \"One\"\n|   <b>\n|     \"two\"\n");
    out.size = 0;
    assert_int_equal(cutline_tree_write(tree, find(tree, "p"), CUTLINE_TREE_HTML, append, &out, &error), CUTLINE_OK);
    assert_string_equal(out.at, "<p>One<b>two</b></p>");
    assert_int_equal(cutline_tree_write(tree, 1, (cutline_tree_format)0, append, &out, &error), CUTLINE_E_ARGUMENT);
    assert_int_equal(cutline_tree_write(tree, 1, CUTLINE_TREE_HTML, NULL, &out, &error), CUTLINE_E_ARGUMENT);
    out.size = sizeof out.at - 1;
    assert_int_equal(cutline_tree_write(tree, 1, CUTLINE_TREE_HTML, append, &out, &error), CUTLINE_E_WRITE);
}

static void options_of_parsing(void **state) {
    cutline_context *const context = ((fixture *)*state)->context;
    cutline_options *const options = cutline_options_new();
    const cutline_tree *tree;
    cutline_error error;
    written out = {.size = 0};
    assert_int_equal(cutline_options_set_fragment(options, "tr"), CUTLINE_OK);
    assert_int_equal(cutline_parse(context, "<td>x", 5, options, &tree, &error), CUTLINE_OK);
    assert_int_equal(
        cutline_tree_write(tree, cutline_tree_root(tree), CUTLINE_TREE_HTML, append, &out, &error), CUTLINE_OK);
    assert_string_equal(out.at, "<td>x</td>");
    assert_int_equal(cutline_options_set_fragment(options, ""), CUTLINE_OK);
    assert_int_equal(cutline_parse(context, "<td>x", 5, options, &tree, &error), CUTLINE_E_ARGUMENT);
    assert_null(tree);
    assert_int_equal(cutline_options_set_fragment(options, NULL), CUTLINE_OK);
    assert_int_equal(cutline_parse(context, "<noscript><p>", 13, options, &tree, &error), CUTLINE_OK);
    assert_int_equal(find(tree, "p"), 0);
    assert_int_equal(cutline_options_set_scripting(options, 0), CUTLINE_OK);
    assert_int_equal(cutline_parse(context, "<noscript><p>", 13, options, &tree, &error), CUTLINE_OK);
    assert_int_not_equal(find(tree, "p"), 0);
    assert_int_equal(cutline_parse(context, NULL, 0, options, &tree, &error), CUTLINE_OK);
    assert_int_not_equal(find(tree, "body"), 0);
    assert_int_equal(cutline_options_set_limit(options, CUTLINE_LIMIT_TREE_NODES, 4), CUTLINE_OK);
    assert_int_equal(cutline_parse(context, page, sizeof page - 1, options, &tree, &error), CUTLINE_E_LIMIT);
    assert_int_equal(error.stage, CUTLINE_STAGE_HTML);
    cutline_options_free(options);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(the_tree_hangs_together),
        TEST(what_a_node_says),
        TEST(an_element_knows_where_it_stands),
        TEST(any_number_may_be_asked_for),
        TEST(trees_are_written),
        TEST(options_of_parsing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
