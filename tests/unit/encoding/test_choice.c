/* Which encoding a page is taken to be in, and what happens when memory or the limit ends. */
#include "cmocka_all.h"

#include "encoding/detect.h"

#include <stdlib.h>

static cl_decoded decode(cl_decoder *d, const char *page, size_t size, const char *forced, const char *transport) {
    cl_decoded out;
    const cl_encoding *const e = forced ? cl_encoding_for_label(cl_slice_z(forced)) : NULL;
    assert_int_equal(cl_decode(d, page, size, e, cl_slice_z(transport), UINT64_MAX, &out, NULL), CUTLINE_OK);
    assert_true(cl_utf8_valid(out.text.data, out.text.size, NULL));
    assert_non_null(out.text.data);
    assert_true(out.confidence > 0 && out.confidence <= 1);
    return out;
}

static void check_(const char *page, size_t size, const char *forced, const char *transport, const char *encoding,
    cutline_encoding_source source, const char *declared, int line) {
    cl_decoder d;
    cl_decoder_init(&d, &cl_allocator_default);
    const cl_decoded out = decode(&d, page, size, forced, transport);
    const char *const name = cl_encoding_name(out.encoding).data;
    const char *const other = out.declared ? cl_encoding_name(out.declared).data : "";
    if (strcmp(name, encoding) != 0 || out.source != source || strcmp(other, declared) != 0)
        fail_msg("line %d: %s, source %d, declared '%s'", line, name, (int)out.source, other);
    cl_decoder_free(&d);
}
#define CHECK(page, forced, transport, encoding, source, declared)                                                     \
    check_(page, sizeof(page) - 1, forced, transport, encoding, CUTLINE_ENCODING_##source, declared, __LINE__)

static void marks_come_first(void **state) {
    (void)state;
    CHECK("\xEF\xBB\xBF<meta charset=koi8-r>\xFF", "big5", "gbk", "utf-8", BOM, "");
    CHECK("\xFF\xFE<\0", NULL, "gbk", "utf-16le", BOM, "");
    CHECK("\xFE\xFF\0<", NULL, NULL, "utf-16be", BOM, "");
}

static void forced_then_transport_then_meta(void **state) {
    (void)state;
    CHECK("<meta charset=koi8-r>\xE9", "big5", "gbk", "big5", FORCED, "");
    CHECK("<meta charset=koi8-r>\xE9", NULL, "iso-8859-2", "iso-8859-2", TRANSPORT, "");
    CHECK("<meta charset=koi8-r>\xE9", NULL, "bogus", "koi8-r", META, "");
    CHECK("<meta charset=koi8-r>\xE9", NULL, NULL, "koi8-r", META, "");
    CHECK("<meta charset=utf-8>\xC3\xA9", NULL, NULL, "utf-8", META, "");
    CHECK("<p>x", NULL, NULL, "windows-1252", DEFAULT, "");
    CHECK("", NULL, NULL, "windows-1252", DEFAULT, "");
}

static void utf8_is_utf8_whatever_was_said(void **state) {
    (void)state;
    CHECK("<p>caf\xC3\xA9", NULL, NULL, "utf-8", VALID_UTF8, "");
    CHECK("<meta charset=iso-8859-1><p>caf\xC3\xA9", NULL, NULL, "utf-8", VALID_UTF8, "windows-1252");
    CHECK("<p>caf\xC3\xA9", NULL, "iso-8859-1", "utf-8", VALID_UTF8, "windows-1252");
    CHECK("<p>caf\xC3\xA9", "iso-8859-1", NULL, "windows-1252", FORCED, "");
    /* U+CA96 in EUC-KR is valid UTF-8 as well; one such character does not overrule the label, three do. */
    CHECK("<p>\xC7\xA7", NULL, "euc-kr", "euc-kr", TRANSPORT, "");
    CHECK("<p>\xC7\xA7\xC7\xA7\xC7\xA7", NULL, "euc-kr", "utf-8", VALID_UTF8, "euc-kr");
    CHECK("<p>caf\xC3\xA9", NULL, "utf-16", "utf-8", VALID_UTF8, "utf-16le");
    CHECK("<p>cafe", NULL, "utf-16", "windows-1252", DEFAULT, "utf-16le");
}

static void damaged_utf8_stays_utf8(void **state) {
    (void)state;
    CHECK("<meta charset=utf-8>\xC3\xA9\xC3\xA9\xC3\xA9\xC3", NULL, NULL, "utf-8", META, "");
    CHECK("\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3", NULL, NULL, "utf-8",
        VALID_UTF8, "");
    /* Bytes that no other encoding makes anything of. */
    CHECK("<meta charset=utf-8>you\x81\x8Dre", NULL, NULL, "utf-8", META, "");
}

static void invalid_utf8_is_something_else(void **state) {
    (void)state;
    CHECK("<meta charset=utf-8><p>Caf\xE9 au lait, d\xE9j\xE0 vu", NULL, NULL, "windows-1252", DETECTED, "utf-8");
    CHECK("<p>Das ist \xFC"
          "ber alle Ma\xDF"
          "en sch\xF6n und gr\xF6\xDF"
          "er als fr\xFCher",
        NULL, NULL, "windows-1252", DETECTED, "");
    CHECK("<p>\x93quoted\x94 \x96 and no more", NULL, NULL, "windows-1252", DETECTED, "");
}

static const char russian_koi8[] =
    "<p>\xF7\xCF\xD4 \xDC\xD4\xCF \xD4\xC5\xCB\xD3\xD4 \xCE\xC1 \xD2\xD5\xD3\xD3\xCB\xCF\xCD "
    "\xD1\xDA\xD9\xCB\xC5, \xCB\xCF\xD4\xCF\xD2\xD9\xCA \xCB\xCF\xC4\xC9\xD2\xCF\xD7\xC1\xCC\xC9 "
    "\xD2\xC1\xCE\xD8\xDB\xC5 \xD0\xCF-\xD2\xC1\xDA\xCE\xCF\xCD\xD5, \xC9 \xD7\xD3\xC5 \xC9\xC8 "
    "\xD0\xD5\xD4\xC1\xCC\xC9.";
#define JAPANESE                                                                                                       \
    "<p>\x82\xB1\x82\xEA\x82\xCD\x93\xFA\x96\x7B\x8C\xEA\x82\xCC\x95\xB6\x8F\xCD\x82\xC5\x82\xB7\x81\x42"              \
    "\x90\xCC\x82\xCD\x95\xB6\x8E\x9A\x83\x52\x81\x5B\x83\x68\x82\xAA\x82\xBD\x82\xAD\x82\xB3\x82\xF1"                 \
    "\x82\xA0\x82\xE8\x82\xDC\x82\xB5\x82\xBD\x81\x42"
static const char japanese_sjis[] = JAPANESE JAPANESE;

static void scripts_are_told_apart(void **state) {
    (void)state;
    CHECK(russian_koi8, NULL, NULL, "koi8-r", DETECTED, "");
    CHECK(japanese_sjis, NULL, NULL, "shift_jis", DETECTED, "");
    CHECK("<p>\x1B$BF|K\\\x1B(B", NULL, NULL, "iso-2022-jp", DETECTED, "");
    CHECK("<\0p\0>\0t\0e\0x\0t\0 \0t\0e\0x\0t\0", NULL, NULL, "utf-16le", DETECTED, "");
    CHECK("\0<\0p\0>\0t\0e\0x\0t\0 \0t\0e\0x\0t", NULL, NULL, "utf-16be", DETECTED, "");
}

static void a_declaration_that_makes_no_sense(void **state) {
    (void)state;
    CHECK(russian_koi8, NULL, "iso-8859-1", "koi8-r", DETECTED, "windows-1252");
    CHECK(japanese_sjis, NULL, "iso-8859-1", "shift_jis", DETECTED, "windows-1252");
    /* Any other is believed. */
    CHECK(russian_koi8, NULL, "windows-1251", "windows-1251", TRANSPORT, "");
}

static void the_language_decides_where_little_is_there(void **state) {
    (void)state;
    CHECK("<html lang=\"ru-RU\"><p>\xCC\xE8\xF0", NULL, NULL, "windows-1251", DETECTED, "");
    CHECK("<html class=x xml:lang='el'><p>\xC1\xE8\xDE\xED\xE1", NULL, NULL, "iso-8859-7", DETECTED, "");
    CHECK("<html lang=rumor><p>\xE9t\xE9", NULL, NULL, "windows-1252", DETECTED, "");
}

static void valid_pages_are_not_copied(void **state) {
    (void)state;
    static const char page[] = "\xEF\xBB\xBF<p>caf\xC3\xA9";
    cl_decoder d;
    cl_decoder_init(&d, &cl_allocator_default);
    assert_ptr_equal(decode(&d, page, sizeof page - 1, NULL, NULL).text.data, page + 3);
    static const char ascii[] = "<meta charset=big5><p>cafe";
    assert_ptr_equal(decode(&d, ascii, sizeof ascii - 1, NULL, NULL).text.data, ascii);
    assert_null(d.buffer.at);
    assert_int_equal(decode(&d, NULL, 0, NULL, NULL).text.size, 0);
    cl_decoder_free(&d);
}

static void the_limit_counts_utf8(void **state) {
    (void)state;
    cl_decoder d;
    cl_decoded out;
    cutline_error error;
    cl_decoder_init(&d, &cl_allocator_default);
    const cl_encoding *const e = cl_encoding_for_label(CL_SLICE("windows-1252"));
    assert_int_equal(cl_decode(&d, "caf\xE9", 4, e, CL_SLICE_NONE, 5, &out, &error), CUTLINE_OK);
    assert_int_equal(out.text.size, 5);
    assert_int_equal(cl_decode(&d, "caf\xE9", 4, e, CL_SLICE_NONE, 4, &out, &error), CUTLINE_E_LIMIT);
    assert_int_equal(error.stage, CUTLINE_STAGE_ENCODING);
    assert_non_null(error.message);
    assert_null(out.text.data);
    assert_null(out.encoding);
    assert_int_equal(cl_decode(&d, "cafe", 4, NULL, CL_SLICE_NONE, 4, &out, &error), CUTLINE_OK);
    assert_int_equal(cl_decode(&d, "cafe", 4, NULL, CL_SLICE_NONE, 3, &out, &error), CUTLINE_E_LIMIT);
    assert_null(out.encoding);
    cl_decoder_free(&d);
}

/* An allocator that says no from the n-th time on. */
typedef struct failing {
    size_t left;
    size_t held;
} failing;

static void *failing_reallocate(void *user, void *old, size_t old_size, size_t new_size) {
    failing *const f = user;
    if (f->left == 0)
        return NULL;
    f->left--;
    void *const p = realloc(old, new_size);
    f->held += new_size - old_size;
    return p;
}

static void failing_release(void *user, void *block, size_t size) {
    failing *const f = user;
    f->held -= size;
    free(block);
}

static void every_allocation_may_fail(void **state) {
    (void)state;
    static char page[200000];
    for (size_t i = 0; i < sizeof page; i++)
        page[i] = russian_koi8[i % (sizeof russian_koi8 - 1)];
    bool done = false;
    for (size_t allowed = 0; !done; allowed++) {
        assert_true(allowed < 100);
        failing f = {allowed, 0};
        const cutline_allocator a = {failing_reallocate, failing_release, &f};
        cl_decoder d;
        cl_decoded out;
        cutline_error error;
        cl_decoder_init(&d, &a);
        const cutline_status status = cl_decode(&d, page, sizeof page, NULL, CL_SLICE_NONE, UINT64_MAX, &out, &error);
        done = status == CUTLINE_OK;
        if (!done) {
            assert_int_equal(status, CUTLINE_E_NOMEM);
            assert_int_equal(error.status, CUTLINE_E_NOMEM);
            assert_null(out.text.data);
        }
        assert_true(!done || allowed > 1);
        cl_decoder_free(&d);
        assert_int_equal(f.held, 0);
    }
}

static void one_decoder_reads_many_pages(void **state) {
    (void)state;
    cl_decoder d;
    cl_decoder_init(&d, &cl_allocator_default);
    for (int i = 0; i < 3; i++) {
        const cl_decoded out = decode(&d, "caf\xE9", 4, "windows-1252", NULL);
        assert_int_equal(out.text.size, 5);
        assert_memory_equal(out.text.data, "caf\xC3\xA9", 5);
        decode(&d, russian_koi8, sizeof russian_koi8 - 1, NULL, NULL);
    }
    cl_decoder_free(&d);
}

static void the_sample_is_text(void **state) {
    (void)state;
    static const char page[] =
        "<p title='\xE1'>plain</p><script>'\xE2'</script ><style>\xE3</style><!-- \xE4 > -->\xE5<b>\xE6</b>";
    cl_buffer sample = {NULL, 0, 0};
    assert_true(cl_take_sample(&cl_allocator_default, &sample, page, sizeof page - 1));
    assert_int_equal(sample.count, 4);
    assert_memory_equal(sample.at, "\xE5\n\xE6\n", 4);
    static const char attributes[] = "<p title='\xE1'>plain";
    assert_true(cl_take_sample(&cl_allocator_default, &sample, attributes, sizeof attributes - 1));
    assert_int_equal((unsigned char)sample.at[0], 0xE1);
    cl_vector_free(&cl_allocator_default, &sample);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_come_first),
        cmocka_unit_test(forced_then_transport_then_meta),
        cmocka_unit_test(utf8_is_utf8_whatever_was_said),
        cmocka_unit_test(damaged_utf8_stays_utf8),
        cmocka_unit_test(invalid_utf8_is_something_else),
        cmocka_unit_test(scripts_are_told_apart),
        cmocka_unit_test(a_declaration_that_makes_no_sense),
        cmocka_unit_test(the_language_decides_where_little_is_there),
        cmocka_unit_test(valid_pages_are_not_copied),
        cmocka_unit_test(the_limit_counts_utf8),
        cmocka_unit_test(every_allocation_may_fail),
        cmocka_unit_test(one_decoder_reads_many_pages),
        cmocka_unit_test(the_sample_is_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
