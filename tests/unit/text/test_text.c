#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "text/text.h"

static void lines_are_trimmed_and_blank_ones_counted(void **state) {
    (void)state;
    cl_text_lines lines = {0};
    const cl_slice source = CL_SLICE("\n  Überschrift \r\n\r\n \t\nErster Absatz.\nZweiter");
    assert_true(cl_text_split(&cl_allocator_default, source, &lines));
    assert_int_equal(3, lines.count);
    assert_true(cl_slice_equal(CL_SLICE("Überschrift"), lines.at[0].text));
    assert_int_equal(1, lines.at[0].blanks);
    assert_int_equal(3, lines.at[0].offset);
    assert_true(cl_slice_equal(CL_SLICE("Erster Absatz."), lines.at[1].text));
    assert_int_equal(2, lines.at[1].blanks);
    assert_true(cl_slice_equal(CL_SLICE("Zweiter"), lines.at[2].text));
    assert_int_equal(0, lines.at[2].blanks);
    assert_memory_equal("Zweiter", source.data + lines.at[2].offset, 7);
    cl_vector_free(&cl_allocator_default, &lines);
}

static void nothing_gives_no_lines(void **state) {
    (void)state;
    static const char *const sources[] = {"", "\n", " \n\t\r\n"};
    cl_text_lines lines = {0};
    for (size_t i = 0; i < 3; i++) {
        assert_true(cl_text_split(&cl_allocator_default, cl_slice_z(sources[i]), &lines));
        assert_int_equal(0, lines.count);
    }
    cl_vector_free(&cl_allocator_default, &lines);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_trimmed_and_blank_ones_counted),
        cmocka_unit_test(nothing_gives_no_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
