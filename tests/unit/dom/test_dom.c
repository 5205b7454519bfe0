/* The tree: hanging up and taking down, walks, names, attributes, and how it is written. */
#include "dom/adjust.h"
#include "dom/build.h"
#include "dom/name_lookup.h"
#include "base/simd.h"
#include "html/html.h"

#include "../html/parsed.h"

static cl_node element(cl_dom *dom, uint32_t tag) {
    const cl_node n = cl_dom_new_node(dom);
    if (n)
        dom->nodes.at[n] = (cl_node_data){.type = CUTLINE_NODE_ELEMENT, .tag = tag & CL_TAG_NAMES_MAX};
    return n;
}

static void start(cl_dom *dom) {
    cl_dom_init(dom, &cl_allocator_default);
    assert_true(cl_dom_reset(dom, CL_SLICE(""), 1000));
}

static void assert_children(const cl_dom *dom, cl_node parent, const cl_node *wanted, size_t count) {
    cl_node n = cl_dom_first_child(dom, parent);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(n, wanted[i]);
        assert_int_equal(cl_dom_parent(dom, n), parent);
        assert_int_equal(cl_dom_previous(dom, n), i ? wanted[i - 1] : CL_NODE_NONE);
        n = cl_dom_next(dom, n);
    }
    assert_int_equal(n, CL_NODE_NONE);
    assert_int_equal(cl_dom_last_child(dom, parent), count ? wanted[count - 1] : CL_NODE_NONE);
}
#define ASSERT_CHILDREN(dom, parent, ...)                                                                              \
    assert_children(                                                                                                   \
        dom, parent, (const cl_node[]){__VA_ARGS__}, sizeof((const cl_node[]){__VA_ARGS__}) / sizeof(cl_node))

static void test_links(void **state) {
    cl_dom dom;
    (void)state;
    start(&dom);
    const cl_node root = element(&dom, CL_TAG_DIV), a = element(&dom, CL_TAG_A), b = element(&dom, CL_TAG_B),
                  c = element(&dom, CL_TAG_P), d = element(&dom, CL_TAG_Q);
    cl_dom_append(&dom, CL_NODE_DOCUMENT, root);
    assert_children(&dom, root, NULL, 0);
    cl_dom_append(&dom, root, a);
    ASSERT_CHILDREN(&dom, root, a);
    cl_dom_append(&dom, root, c);
    cl_dom_insert_before(&dom, root, b, c);
    cl_dom_insert_before(&dom, root, d, a);
    ASSERT_CHILDREN(&dom, root, d, a, b, c);
    cl_dom_remove(&dom, a); /* from the middle */
    ASSERT_CHILDREN(&dom, root, d, b, c);
    cl_dom_remove(&dom, d); /* the first */
    ASSERT_CHILDREN(&dom, root, b, c);
    cl_dom_remove(&dom, c); /* the last */
    ASSERT_CHILDREN(&dom, root, b);
    cl_dom_append(&dom, root, a);
    ASSERT_CHILDREN(&dom, root, b, a);
    cl_dom_remove(&dom, b);
    cl_dom_remove(&dom, a); /* the only one */
    assert_children(&dom, root, NULL, 0);
    cl_dom_remove(&dom, a); /* hangs nowhere */
    assert_int_equal(cl_dom_parent(&dom, a), CL_NODE_NONE);
    cl_dom_append(&dom, root, CL_NODE_NONE); /* what a tree without memory hands out */
    assert_children(&dom, root, NULL, 0);
    cl_dom_free(&dom);
}

static void test_moving_children(void **state) {
    cl_dom dom;
    (void)state;
    start(&dom);
    const cl_node from = element(&dom, CL_TAG_DIV), to = element(&dom, CL_TAG_P), a = element(&dom, CL_TAG_A),
                  b = element(&dom, CL_TAG_B), c = element(&dom, CL_TAG_I);
    cl_dom_move_children(&dom, from, to); /* none */
    assert_children(&dom, to, NULL, 0);
    cl_dom_append(&dom, from, a);
    cl_dom_append(&dom, from, b);
    cl_dom_move_children(&dom, from, to); /* to one without any */
    assert_children(&dom, from, NULL, 0);
    ASSERT_CHILDREN(&dom, to, a, b);
    cl_dom_append(&dom, from, c);
    cl_dom_move_children(&dom, from, to);
    ASSERT_CHILDREN(&dom, to, a, b, c);
    cl_dom_move_children(&dom, to, from);
    ASSERT_CHILDREN(&dom, from, a, b, c);
    cl_dom_free(&dom);
}

static void test_walks(void **state) {
    cl_dom dom;
    (void)state;
    start(&dom);
    const cl_node root = element(&dom, CL_TAG_DIV), a = element(&dom, CL_TAG_A), in_a = element(&dom, CL_TAG_B),
                  b = element(&dom, CL_TAG_I), after = element(&dom, CL_TAG_P);
    cl_dom_append(&dom, CL_NODE_DOCUMENT, root);
    cl_dom_append(&dom, root, a);
    cl_dom_append(&dom, a, in_a);
    cl_dom_append(&dom, root, b);
    cl_dom_append(&dom, CL_NODE_DOCUMENT, after);
    static const int steps[] = {0, 1, 2, 3};
    const cl_node order[] = {root, a, in_a, b};
    cl_node n = root;
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++, n = cl_dom_following(&dom, root, n))
        assert_int_equal(n, order[i]);
    assert_int_equal(n, CL_NODE_NONE); /* not on to `after`, which is outside */
    assert_int_equal(cl_dom_following(&dom, CL_NODE_DOCUMENT, b), after);
    assert_int_equal(cl_dom_following_outside(&dom, root, a), b);
    assert_int_equal(cl_dom_following_outside(&dom, a, a), CL_NODE_NONE);
    assert_int_equal(cl_dom_following(&dom, a, a), in_a);
    assert_int_equal(cl_dom_following(&dom, in_a, in_a), CL_NODE_NONE);
    cl_dom_free(&dom);
}

static void test_limit_of_nodes(void **state) {
    cl_dom dom;
    (void)state;
    cl_dom_init(&dom, &cl_allocator_default);
    assert_true(cl_dom_reset(&dom, CL_SLICE(""), 4));
    assert_int_not_equal(element(&dom, CL_TAG_P), CL_NODE_NONE);
    assert_int_not_equal(element(&dom, CL_TAG_P), CL_NODE_NONE);
    assert_int_equal(element(&dom, CL_TAG_P), CL_NODE_NONE);
    assert_int_equal(dom.failed, CUTLINE_E_LIMIT);
    assert_true(cl_dom_reset(&dom, CL_SLICE(""), 4));
    assert_int_equal(dom.failed, CUTLINE_OK);
    cl_dom_free(&dom);
}

/* ---- names */

static cl_name16 word_of(cl_slice name) {
    char bytes[16] = {0};
    memcpy(bytes, name.data, name.size);
    return (cl_name16){cl_load64(bytes), cl_load64(bytes + 8)};
}

/* Each known name is found by both lookups, and nothing that is like it. Names in mixed case are those of SVG, which no
 * tokenizer gives. */
static void test_known_tags(void **state) {
    cl_dom dom;
    (void)state;
    start(&dom);
    for (uint32_t tag = 1; tag < CL_TAG_KNOWN; tag++) {
        const cl_slice name = cl_dom_tag_name(&dom, tag);
        bool lower = true;
        assert_true(name.size > 0);
        for (size_t i = 0; i < name.size; i++)
            lower = lower && name.data[i] == cl_ascii_lower(name.data[i]);
        if (!lower)
            continue;
        assert_int_equal(cl_tag_known(name.data, name.size), tag);
        assert_int_not_equal(cl_tag_known(name.data, name.size - 1), tag);
        if (name.size <= 16) /* longer than 15 bytes: by the other lookup alone */
            assert_true(cl_tag_known16(word_of(name)) == tag || name.size == 16);
    }
    assert_int_equal(cl_tag_known("nothing", 7), CL_TAG_NONE);
    assert_int_equal(cl_tag_known("", 0), CL_TAG_NONE);
    assert_int_equal(cl_tag_known16((cl_name16){0, 0}), CL_TAG_NONE);
    cl_dom_free(&dom);
}

static void test_known_attributes(void **state) {
    cl_dom dom;
    (void)state;
    start(&dom);
    for (uint32_t i = 1; i < CL_ATTR_KNOWN; i++) {
        const cl_attr attr = {.name = i & 1023u};
        const cl_slice name = cl_attr_name(&dom, &attr);
        bool lower = true;
        assert_true(name.size > 0);
        for (size_t k = 0; k < name.size; k++)
            lower = lower && name.data[k] == cl_ascii_lower(name.data[k]);
        if (lower)
            assert_int_equal(cl_attr_known(name.data, name.size), i);
    }
    assert_int_equal(cl_attr_known("nothing", 7), CL_ATTR_OTHER);
    assert_int_equal(cl_attr_known16((cl_name16){0, 0}), CL_ATTR_OTHER);
    cl_dom_free(&dom);
}

static void assert_adjusted(const cl_dom *dom, const char *from, const char *to) {
    const uint32_t tag = cl_tag_known(from, strlen(from));
    assert_true(cl_slice_equal(cl_dom_tag_name(dom, cl_tag_adjust_svg(tag)), cl_slice_z(to)));
}

static void test_adjusted_names(void **state) {
    cl_dom dom;
    (void)state;
    start(&dom);
    assert_adjusted(&dom, "clippath", "clipPath");
    assert_adjusted(&dom, "foreignobject", "foreignObject");
    assert_adjusted(&dom, "fegaussianblur", "feGaussianBlur");
    assert_adjusted(&dom, "textpath", "textPath");
    assert_adjusted(&dom, "title", "title");
    assert_int_equal(cl_tag_adjust_svg(CL_TAG_KNOWN + 5), CL_TAG_KNOWN + 5);
    assert_int_not_equal(cl_attr_adjust_svg(CL_ATTR_VIEWBOX), CL_ATTR_VIEWBOX);
    assert_int_equal(cl_attr_adjust_svg(CL_ATTR_HREF), CL_ATTR_HREF);
    assert_int_equal(cl_attr_adjust_mathml(CL_ATTR_VIEWBOX), CL_ATTR_VIEWBOX);
    assert_true(cl_attr_is_foreign(CL_ATTR_XLINK_HREF));
    assert_false(cl_attr_is_foreign(CL_ATTR_HREF));
    cl_dom_free(&dom);
}

/* ---- writing */

static void assert_written(const char *page, const char *wanted) {
    parsed p;
    const cl_parse_options options = {.scripting = true, .fragment = CL_SLICE("body")};
    parsed_start(&p);
    assert_int_equal(parsed_page(&p, cl_slice_z(page), &options), CUTLINE_OK);
    assert_string_equal(parsed_text(&p, CUTLINE_TREE_HTML), wanted);
    parsed_end(&p);
}

static void test_html(void **state) {
    (void)state;
    assert_written("<p a='\"&amp;<>\xC2\xA0' b>x&lt;&gt;&amp;\"\xC2\xA0\xC2\xA1",
        "<p a=\"&quot;&amp;&lt;&gt;&nbsp;\" b=\"\">"
        "x&lt;&gt;&amp;\"&nbsp;\xC2\xA1</p>");
    assert_written("a<br>b<img src=x>c<wbr>d<hr>", "a<br>b<img src=\"x\">c<wbr>d<hr>");
    assert_written("<script>a<b&c</script><style>&amp;</style><xmp><i></xmp><noscript><b>&</noscript>",
        "<script>a<b&c</script><style>&amp;</style><xmp><i></xmp><noscript><b>&</noscript>");
    assert_written("<textarea>&lt;</textarea><title>&amp;</title>", "<textarea>&lt;</textarea><title>&amp;</title>");
    assert_written("<!--a--b-->", "<!--a--b-->");
    assert_written("<template>a<b>c</b></template>d", "<template>a<b>c</b></template>d");
    assert_written(
        "<svg viewbox=1 xlink:href=a><path/><br>", "<svg viewBox=\"1\" xlink:href=\"a\"><path></path></svg><br>");
    assert_written("<svg><style>&lt;</style>", "<svg><style>&lt;</style></svg>"); /* raw is only that of HTML */
    assert_written("<pre>\n\nx</pre>", "<pre>\nx</pre>");
}

static void test_doctype(void **state) {
    parsed p;
    (void)state;
    parsed_start(&p);
    assert_int_equal(parsed_page(&p, CL_SLICE("<!DOCTYPE HTML PUBLIC 'a' 'b'><p>"), NULL), CUTLINE_OK);
    assert_string_equal(
        parsed_text(&p, CUTLINE_TREE_HTML), "<!DOCTYPE html><html><head></head><body><p></p></body></html>");
    parsed_end(&p);
}

/* The order of UTF-16: U+FFxx after what needs two units. And what has a namespace sorts by its name with a space. */
static void test_order_of_attributes(void **state) {
    parsed p;
    const cl_parse_options options = {.fragment = CL_SLICE("div")};
    (void)state;
    parsed_start(&p);
    assert_int_equal(
        parsed_page(&p,
            CL_SLICE("<svg \xEF\xBC\xA1=1 \xF0\x9F\x98\x80=2 z=3 \xC3\xA9=4 xml:lang=5 xml:baa=6 a=7 xml=8>"),
            &options),
        CUTLINE_OK);
    assert_string_equal(parsed_text(&p, CUTLINE_TREE_TEST),
        "| <svg svg>\n|   a=\"7\"\n|   xml=\"8\"\n|   xml lang=\"5\"\n|   xml:baa=\"6\"\n|   z=\"3\"\n"
        "|   \xC3\xA9=\"4\"\n|   \xF0\x9F\x98\x80=\"2\"\n|   \xEF\xBC\xA1=\"1\"\n");
    parsed_end(&p);
}

static void test_part_of_a_tree(void **state) {
    parsed p;
    (void)state;
    parsed_start(&p);
    assert_int_equal(parsed_page(&p, CL_SLICE("<div><p>a<b>b</b></p>c</div>d"), NULL), CUTLINE_OK);
    p.text.count = 0;
    assert_int_equal(
        cl_dom_write(&p.dom, parsed_first(&p, "p"), CUTLINE_TREE_HTML, parsed_append, &p.text, NULL), CUTLINE_OK);
    assert_true(cl_slice_equal(cl_slice_of(p.text.at, p.text.count), CL_SLICE("<p>a<b>b</b></p>")));
    p.text.count = 0;
    assert_int_equal(
        cl_dom_write(&p.dom, parsed_first(&p, "b"), CUTLINE_TREE_TEST, parsed_append, &p.text, NULL), CUTLINE_OK);
    assert_true(cl_slice_equal(cl_slice_of(p.text.at, p.text.count), CL_SLICE("| <b>\n|   \"b\"\n")));
    parsed_end(&p);
}

static int refuse_after(void *user, const char *data, size_t size) {
    size_t *const left = user;
    (void)data;
    if (*left < size)
        return 1;
    *left -= size;
    return 0;
}

static void test_refused(void **state) {
    parsed p;
    cl_buffer page = {0};
    cutline_error error;
    (void)state;
    parsed_start(&p);
    parsed_add(&page, "<p title=x>text", 5000);
    assert_int_equal(parsed_page(&p, cl_slice_of(page.at, page.count), NULL), CUTLINE_OK);
    for (size_t left = 0; left < 20000; left += 4000) {
        size_t still = left;
        assert_int_equal(
            cl_dom_write(&p.dom, CL_NODE_DOCUMENT, CUTLINE_TREE_HTML, refuse_after, &still, &error), CUTLINE_E_WRITE);
        assert_int_equal(error.status, CUTLINE_E_WRITE);
    }
    assert_int_equal(cl_dom_write(&p.dom, CL_NODE_DOCUMENT, (cutline_tree_format)9, parsed_append, &p.text, NULL),
        CUTLINE_E_ARGUMENT);
    assert_int_equal(
        cl_dom_write(&p.dom, 1u << 30, CUTLINE_TREE_HTML, parsed_append, &p.text, NULL), CUTLINE_E_ARGUMENT);
    cl_vector_free(&cl_allocator_default, &page);
    parsed_end(&p);
}

/* Written and parsed again, a tree that was parsed from clean markup is the same. */
static void test_again(void **state) {
    static const char page[] = "<!DOCTYPE html><html lang=\"en\"><head><title>a &amp; b</title><style>p > a "
                               "{}</style></head><body><p>x<b>y</b>"
                               "</p><table><tbody><tr><td>z</td></tr></tbody></table><svg "
                               "viewBox=\"0\"><path></path></svg><!--c--></body></html>";
    parsed p;
    (void)state;
    parsed_start(&p);
    assert_int_equal(parsed_page(&p, CL_SLICE(page), NULL), CUTLINE_OK);
    assert_string_equal(parsed_text(&p, CUTLINE_TREE_HTML), page);
    parsed_end(&p);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_links),
        cmocka_unit_test(test_moving_children),
        cmocka_unit_test(test_walks),
        cmocka_unit_test(test_limit_of_nodes),
        cmocka_unit_test(test_known_tags),
        cmocka_unit_test(test_known_attributes),
        cmocka_unit_test(test_adjusted_names),
        cmocka_unit_test(test_html),
        cmocka_unit_test(test_doctype),
        cmocka_unit_test(test_order_of_attributes),
        cmocka_unit_test(test_part_of_a_tree),
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
