/* Where nodes stand in the page, and what of the page is a slice and not a copy. */
#include "parsed.h"

/* The part of the page that an element takes, from its start tag to the end of its end tag. */
static void assert_part(const parsed *p, const char *name, const char *wanted) {
    const cl_node n = parsed_first(p, name);
    assert_int_not_equal(n, CL_NODE_NONE);
    const cl_node_data *const d = cl_dom_at(&p->dom, n);
    const cl_slice part = cl_slice_of(p->dom.source.data + d->b, d->c - d->b);
    if (!cl_slice_equal(part, cl_slice_z(wanted)))
        fail_msg("<%s>: \"%.*s\" instead of \"%s\"", name, (int)part.size, part.data, wanted);
}

static void test_elements(void **state) {
    static const char page[] =
        "<!doctype html><html><body>x<div a=1>y<p>z</p ></div\n><br/><i>u<em>v</i>w</body></html>";
    parsed p;
    (void)state;
    parsed_start(&p);
    assert_int_equal(parsed_page(&p, CL_SLICE(page), NULL), CUTLINE_OK);
    assert_part(&p, "div", "<div a=1>y<p>z</p ></div\n>");
    assert_part(&p, "p", "<p>z</p >");
    assert_part(&p, "br", "<br/>");
    assert_part(&p, "i", "<i>u<em>v</i>");
    assert_part(&p, "em", "<em>v");
    assert_part(&p, "head", ""); /* made without a tag */
    parsed_end(&p);
}

static void test_implied_elements(void **state) {
    parsed p;
    (void)state;
    parsed_start(&p);
    assert_int_equal(parsed_page(&p, CL_SLICE("<table><td>a</table></x>"), NULL), CUTLINE_OK);
    const cl_node tbody = parsed_first(&p, "tbody"), tr = parsed_first(&p, "tr");
    assert_int_equal(cl_dom_at(&p.dom, tbody)->b, 7); /* where <td> begins */
    assert_int_equal(cl_dom_at(&p.dom, tr)->b, 7);
    assert_part(&p, "td", "<td>a");
    assert_part(&p, "table", "<table><td>a</table>");
    parsed_end(&p);
}

/* Text that is as in the page is a slice of it, and so are attributes. */
static void test_slices(void **state) {
    static const char page[] = "<html><head></head><body><p class=x title=\"a b\">text, and\nmore of it<!--c-->"
                               "<script>s & t</script></p></body></html>";
    parsed p;
    (void)state;
    parsed_start(&p);
    assert_int_equal(parsed_page(&p, CL_SLICE(page), NULL), CUTLINE_OK);
    assert_int_equal(p.dom.pool.count, 0);
    const cl_node element = parsed_first(&p, "p"), text = cl_dom_first_child(&p.dom, element);
    assert_ptr_equal(cl_dom_data(&p.dom, text).data, strstr(page, "text, and"));
    assert_ptr_equal(cl_dom_attr(&p.dom, element, CL_ATTR_TITLE).data, strstr(page, "a b"));
    assert_int_equal(cl_dom_at(&p.dom, text)->c, (unsigned)(strstr(page, "text, and") - page));
    parsed_end(&p);
}

/* A dropped end tag parts a text, not its node; the pool has room for what was put together, and not much more. */
static void test_text_of_pieces(void **state) {
    parsed p;
    cl_buffer page = {0};
    (void)state;
    parsed_start(&p);
    parsed_add(&page, "<p>", 1);
    parsed_add(&page, "ab</x>", 20000);
    assert_int_equal(parsed_page(&p, cl_slice_of(page.at, page.count), NULL), CUTLINE_OK);
    const cl_slice text = cl_dom_data(&p.dom, cl_dom_first_child(&p.dom, parsed_first(&p, "p")));
    assert_int_equal(text.size, 40000);
    for (size_t i = 0; i < text.size; i++)
        assert_int_equal(text.data[i], i % 2 ? 'b' : 'a');
    assert_true(p.dom.pool.count <= 4 * text.size);
    cl_vector_free(&cl_allocator_default, &page);
    parsed_end(&p);
}

static bool is_space(const parsed *p, const char *name) {
    return (cl_dom_at(&p->dom, cl_dom_first_child(&p->dom, parsed_first(p, name)))->flags & CL_NODE_SPACE) != 0;
}

static void test_space_flag(void **state) {
    parsed p;
    (void)state;
    parsed_start(&p);
    assert_int_equal(
        parsed_page(
            &p, CL_SLICE("<b> \n\t</b><i> &#32;\r</i><s> </y> x</s><u>x </u><em>&nbsp;</em><q> </y>\r</q>"), NULL),
        CUTLINE_OK);
    assert_true(is_space(&p, "b"));
    assert_true(is_space(&p, "i"));
    assert_false(is_space(&p, "s"));
    assert_false(is_space(&p, "u"));
    assert_false(is_space(&p, "em")); /* no-break space is none of the white space of HTML */
    assert_true(is_space(&p, "q"));
    parsed_end(&p);
}

static void test_quirks(void **state) {
    parsed p;
    (void)state;
    parsed_start(&p);
    assert_int_equal(parsed_page(&p, CL_SLICE("<!doctype html>x"), NULL), CUTLINE_OK);
    assert_int_equal(p.dom.quirks, 0);
    assert_int_equal(parsed_page(&p, CL_SLICE("x"), NULL), CUTLINE_OK);
    assert_int_equal(p.dom.quirks, 1);
    assert_int_equal(
        parsed_page(&p, CL_SLICE("<!doctype html public \"-//W3C//DTD XHTML 1.0 Frameset//EN\" ''>"), NULL),
        CUTLINE_OK);
    assert_int_equal(p.dom.quirks, 2);
    parsed_end(&p);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_elements),
        cmocka_unit_test(test_implied_elements),
        cmocka_unit_test(test_slices),
        cmocka_unit_test(test_text_of_pieces),
        cmocka_unit_test(test_space_flag),
        cmocka_unit_test(test_quirks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
