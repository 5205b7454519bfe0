#include "cmocka_all.h"

#include "encoding/encoding.h"
#include "encoding/prescan.h"

static const char *prescan(const char *page) {
    const cl_encoding *const e = cl_encoding_prescan(page, strlen(page));
    return e ? cl_encoding_name(e).data : "(none)";
}

static void charset_attribute(void **state) {
    (void)state;
    assert_string_equal(prescan("<meta charset=koi8-r>"), "koi8-r");
    assert_string_equal(prescan("<META\tCHARSET = ' KOI8-R '>"), "koi8-r");
    assert_string_equal(prescan("<meta/charset=\"koi8-r\">"), "koi8-r");
    assert_string_equal(prescan("<metacharset=koi8-r>"), "(none)");
    assert_string_equal(prescan("<meta charset=koi8-r"), "(none)"); /* the bytes ran out */
    assert_string_equal(prescan("<meta charset=none><meta charset=koi8-r>"), "koi8-r");
    assert_string_equal(prescan("<meta charset=koi8-r charset=utf-8>"), "koi8-r");
    assert_string_equal(prescan("<meta =charset=koi8-r>"), "(none)");
}

static void pragma(void **state) {
    (void)state;
    assert_string_equal(prescan("<meta http-equiv=Content-Type content='text/html; charset=big5'>"), "big5");
    assert_string_equal(prescan("<meta content='text/html; charset=big5' http-equiv=content-type>"), "big5");
    assert_string_equal(prescan("<meta content='text/html; charset=big5'>"), "(none)");
    assert_string_equal(prescan("<meta http-equiv=content-type content='charset charset = \"big5\" x'>"), "big5");
    assert_string_equal(prescan("<meta http-equiv=content-type content='charset = \"big5'>"), "(none)");
    assert_string_equal(prescan("<meta http-equiv=content-type content='charset=big5;x'>"), "big5");
    assert_string_equal(prescan("<meta http-equiv=content-type content='charset='>"), "(none)");
    assert_string_equal(prescan("<meta http-equiv=content-type content='x' content='charset=big5'>"), "(none)");
    /* The charset attribute wins wherever it stands, even if it is no label. */
    assert_string_equal(prescan("<meta http-equiv=content-type charset=koi8-r content='charset=big5'>"), "koi8-r");
    assert_string_equal(prescan("<meta http-equiv=content-type content='charset=big5' charset=koi8-r>"), "koi8-r");
    assert_string_equal(prescan("<meta http-equiv=content-type charset=x content='charset=big5'>"), "(none)");
}

static void what_is_passed_over(void **state) {
    (void)state;
    assert_string_equal(prescan("<!-- <meta charset=koi8-r> --><meta charset=big5>"), "big5");
    assert_string_equal(prescan("<!--><meta charset=koi8-r>"), "koi8-r"); /* the dashes serve twice */
    assert_string_equal(prescan("<p title='<meta charset=koi8-r>'><meta charset=big5>"), "big5");
    assert_string_equal(prescan("</p title='<meta charset=koi8-r>'><meta charset=big5>"), "big5");
    assert_string_equal(prescan("<!x <meta charset=koi8-r><meta charset=big5>"), "big5");
    assert_string_equal(prescan("<?x <meta charset=koi8-r><meta charset=big5>"), "big5");
    assert_string_equal(prescan("<script>'<meta charset=koi8-r>'</script>"), "koi8-r"); /* scripts are not */
    assert_string_equal(prescan("< <meta charset=koi8-r>"), "koi8-r");
    assert_string_equal(prescan(""), "(none)");
    assert_string_equal(prescan("<"), "(none)");
    assert_string_equal(prescan("<!--"), "(none)");
    assert_string_equal(prescan("</"), "(none)");
}

static void encodings_that_are_replaced(void **state) {
    (void)state;
    assert_string_equal(prescan("<meta charset=utf-16be>"), "utf-8");
    assert_string_equal(prescan("<meta charset=x-user-defined>"), "windows-1252");
}

static void xml_declaration(void **state) {
    (void)state;
    assert_string_equal(prescan("<?xml version='1.0' encoding='koi8-r'?><html>"), "koi8-r");
    assert_string_equal(prescan("<?xml version='1.0' encoding = \"utf-16\"?><html>"), "utf-8");
    assert_string_equal(prescan("<?xml encoding='koi8-r'?><meta charset=big5>"), "big5");
    assert_string_equal(prescan("<?xml encoding='koi8 -r'?>"), "(none)");
    assert_string_equal(prescan("<?xml encoding='koi8-r'"), "(none)");
    assert_string_equal(prescan(" <?xml encoding='koi8-r'?>"), "(none)");
    assert_string_equal(cl_encoding_name(cl_encoding_prescan("<\0?\0x\0", 6)).data, "utf-16le");
    assert_string_equal(cl_encoding_name(cl_encoding_prescan("\0<\0?\0x", 6)).data, "utf-16be");
}

static void it_ends_after_1024_bytes(void **state) {
    (void)state;
    static const char meta[] = "<meta charset=koi8-r>";
    char page[2048];
    memset(page, ' ', sizeof page);
    memcpy(page + 1024 - (sizeof meta - 1), meta, sizeof meta - 1);
    assert_non_null(cl_encoding_prescan(page, sizeof page));
    memset(page, ' ', sizeof page);
    memcpy(page + 1025 - (sizeof meta - 1), meta, sizeof meta - 1);
    assert_null(cl_encoding_prescan(page, sizeof page));
    assert_non_null(cl_encoding_late_meta(page, sizeof page));
}

static const char *late(const char *page) {
    const cl_encoding *const e = cl_encoding_late_meta(page, strlen(page));
    return e ? cl_encoding_name(e).data : "(none)";
}

static void a_late_meta_is_an_element(void **state) {
    (void)state;
    assert_string_equal(late("<script>'<meta charset=koi8-r>'</script><meta charset=big5>"), "big5");
    assert_string_equal(late("<STYLE x='>'><meta charset=koi8-r></sTYLE ><meta charset=big5>"), "big5");
    assert_string_equal(late("<script><meta charset=koi8-r></scriptx></script>"), "(none)");
    assert_string_equal(late("<script><meta charset=koi8-r>"), "(none)");
    assert_string_equal(late("<scripts><meta charset=koi8-r>"), "koi8-r");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(charset_attribute),
        cmocka_unit_test(pragma),
        cmocka_unit_test(what_is_passed_over),
        cmocka_unit_test(encodings_that_are_replaced),
        cmocka_unit_test(xml_declaration),
        cmocka_unit_test(it_ends_after_1024_bytes),
        cmocka_unit_test(a_late_meta_is_an_element),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
