/* Features of units of flattened text. */
#include "../encoding/cmocka_all.h"

#include "block/lines.h"

#include <stdlib.h>
#include <string.h>

typedef struct measured {
    cl_text text;
    cl_blocks blocks;
    cl_features features;
    cl_lines lines;
    cl_feature_row row;
} measured;

static void measure(measured *m, const char *source) {
    cl_text_init(&m->text, &cl_allocator_default);
    cl_blocks_init(&m->blocks, &cl_allocator_default);
    cl_features_init(&m->features, &cl_allocator_default);
    assert_true(cl_text_read(&m->text, cl_slice_z(source)));
    assert_int_equal(CUTLINE_OK, cl_blocks_of_text(&m->blocks, &m->text, NULL));
    assert_int_equal(CUTLINE_OK, cl_lines_measure(&m->lines, &m->features, &m->text, &m->blocks, NULL));
}

static void forget(measured *m) {
    cl_text_free(&m->text);
    cl_blocks_free(&m->blocks);
    cl_features_free(&m->features);
}

static uint8_t x(measured *m, uint32_t unit, unsigned column) {
    cl_lines_row(&m->lines, unit, &m->row);
    return m->row.x[column];
}

static void columns_have_names(void **state) {
    (void)state;
    for (size_t i = 0; i < CL_LINE_COUNT; i++)
        for (size_t k = 0; k < i; k++)
            assert_false(cl_slice_equal(cl_line_name(i), cl_line_name(k)));
    assert_true(cl_slice_equal(CL_SLICE("chars"), cl_line_name(CL_L_chars)));
    assert_true(cl_slice_equal(CL_SLICE("text_code"), cl_line_name(CL_LINE_COUNT - 1)));
    assert_null(cl_line_name(CL_LINE_COUNT).data);
}

static void marks_and_places_are_seen(void **state) {
    (void)state;
    measured m;
    measure(&m, "# The boats\n\n\n  * [one](/1)\n  * [two](/2)\nand [three](/3), he said,\nwent out.");
    assert_int_equal(5, m.blocks.list.count);
    assert_int_equal(64, x(&m, 0, CL_L_first));
    assert_int_equal(64, x(&m, 0, CL_L_heading));
    assert_int_equal(64, x(&m, 0, CL_L_indent_less_next));
    assert_true(x(&m, 0, CL_L_blanks_next) > 0);
    assert_int_equal(0, x(&m, 1, CL_L_first));
    assert_int_equal(64, x(&m, 1, CL_L_item));
    assert_int_equal(64, x(&m, 1, CL_L_item_next));
    assert_int_equal(64, x(&m, 1, CL_L_links));
    assert_int_equal(x(&m, 0, CL_L_blanks_next), x(&m, 1, CL_L_blanks));
    assert_int_equal(64, x(&m, 1, CL_L_indent_more));
    assert_int_equal(64, x(&m, 2, CL_L_small_next));
    assert_int_equal(0, x(&m, 3, CL_L_item));
    assert_int_equal(64, x(&m, 3, CL_L_open_before));
    assert_true(x(&m, 3, CL_L_links) > 0 && x(&m, 3, CL_L_links) < 64);
    assert_int_equal(64, x(&m, 4, CL_L_comma_before));
    assert_int_equal(64, x(&m, 4, CL_L_text_markdown));
    assert_int_equal(0, x(&m, 4, CL_L_text_glued));
    forget(&m);
}

static void cuts_within_a_line_are_seen(void **state) {
    (void)state;
    measured m;
    measure(&m, "They came home.Nobody knew why.   Then they left.");
    assert_int_equal(3, m.blocks.list.count);
    assert_int_equal(64, x(&m, 0, CL_L_cut_none_next));
    assert_int_equal(64, x(&m, 1, CL_L_cut_none));
    assert_int_equal(64, x(&m, 1, CL_L_ended_before));
    assert_int_equal(64, x(&m, 1, CL_L_cut_space_next));
    assert_int_equal(64, x(&m, 2, CL_L_cut_space));
    /* The texts stand so that two and what is between are one. */
    static const char all[] = "They came home.Nobody knew why. Then they left.";
    assert_memory_equal(all, m.blocks.list.at[0].text.data, sizeof all - 1);
    forget(&m);
}

static void the_first_unit_is_taken_for_the_title(void **state) {
    (void)state;
    measured m;
    measure(&m, "Boats come home to the old harbour - Ledger\nMenu\nBoats come home to the old harbour\nText.");
    assert_int_equal(64, x(&m, 2, CL_L_is_headline));
    assert_int_equal(64, x(&m, 2, CL_L_title_words));
    assert_int_equal(0, x(&m, 0, CL_L_is_headline));
    assert_int_equal(64, x(&m, 3, CL_L_past_headline));
    assert_true(m.row.class_count > 0 && m.row.class_count <= CL_CLASSES_MAX);
    assert_int_equal(0, x(&m, 1, CL_L_title_words));
    forget(&m);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_have_names),
        cmocka_unit_test(marks_and_places_are_seen),
        cmocka_unit_test(cuts_within_a_line_are_seen),
        cmocka_unit_test(the_first_unit_is_taken_for_the_title),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
