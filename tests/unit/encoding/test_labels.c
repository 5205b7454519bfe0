#include "cmocka_all.h"

#include "encoding/decoders.h"

static const char *name_of(const char *label) {
    const cl_encoding *const e = cl_encoding_for_label(cl_slice_z(label));
    return e ? e->name : "(none)";
}

static void labels_are_found(void **state) {
    (void)state;
    assert_string_equal(name_of("utf-8"), "utf-8");
    assert_string_equal(name_of("UTF8"), "utf-8");
    assert_string_equal(name_of("latin1"), "windows-1252");
    assert_string_equal(name_of("ISO-8859-1"), "windows-1252");
    assert_string_equal(name_of("iso-8859-9"), "windows-1254");
    assert_string_equal(name_of("TIS-620"), "windows-874");
    assert_string_equal(name_of("gb2312"), "gbk");
    assert_string_equal(name_of("ks_c_5601-1987"), "euc-kr");
    assert_string_equal(name_of("utf-16"), "utf-16le");
    assert_string_equal(name_of("hz-gb-2312"), "replacement");
    assert_string_equal(name_of("866"), "ibm866");    /* the first of the table */
    assert_string_equal(name_of("x-x-big5"), "big5"); /* the last */
}

static void white_space_and_case_do_not_matter(void **state) {
    (void)state;
    assert_string_equal(name_of(" \t\r\n\f Windows-1251 \n"), "windows-1251");
    assert_string_equal(name_of("\vutf-8"), "(none)"); /* a vertical tab is no ASCII white space */
    assert_null(cl_encoding_for_label(cl_slice_of("utf-8\0", 6)));
}

static void unknown_labels_are_none(void **state) {
    (void)state;
    static const char *const unknown[] = {
        "", " ", "utf", "utf-88", "utf-7", "bogus", "zzz", "0", "utf-32", "iso-8859-12"};
    for (size_t i = 0; i < sizeof unknown / sizeof unknown[0]; i++)
        assert_null(cl_encoding_for_label(cl_slice_z(unknown[i])));
    assert_null(cl_encoding_for_label(CL_SLICE_NONE));
}

static void a_name_is_its_own_label(void **state) {
    (void)state;
    for (size_t i = 0; i < CL_ENC_COUNT; i++) {
        assert_non_null(cl_encodings[i].name);
        assert_ptr_equal(cl_encoding_for_label(cl_encoding_name(&cl_encodings[i])), &cl_encodings[i]);
    }
    assert_null(cl_encoding_name(NULL).data);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_are_found),
        cmocka_unit_test(white_space_and_case_do_not_matter),
        cmocka_unit_test(unknown_labels_are_none),
        cmocka_unit_test(a_name_is_its_own_label),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
