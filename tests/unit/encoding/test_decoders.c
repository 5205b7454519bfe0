/* Sequences that the Encoding Standard speaks of, one by one. The comparison over all sequences is in
 * tests/encoding_check. */
#include "cmocka_all.h"

#include "encoding/encoding.h"

/* Decodes `bytes` as `label`; the text is compared with `wanted`. */
static void check_(
    const char *label, const char *bytes, size_t size, const char *wanted, size_t wanted_size, int line) {
    cl_decoder decoder;
    cl_decoded decoded;
    cl_decoder_init(&decoder, &cl_allocator_default);
    const cl_encoding *const e = cl_encoding_for_label(cl_slice_z(label));
    assert_non_null(e);
    assert_int_equal(cl_decode(&decoder, bytes, size, e, CL_SLICE_NONE, UINT64_MAX, &decoded, NULL), CUTLINE_OK);
    if (decoded.text.size != wanted_size || memcmp(decoded.text.data, wanted, wanted_size) != 0)
        fail_msg(
            "line %d: %s gives '%.*s' instead of '%s'", line, label, (int)decoded.text.size, decoded.text.data, wanted);
    cl_decoder_free(&decoder);
}
#define CHECK(label, bytes, wanted) check_(label, bytes, sizeof(bytes) - 1, wanted, sizeof(wanted) - 1, __LINE__)

#define BAD "\xEF\xBF\xBD"

static void utf8(void **state) {
    (void)state;
    CHECK("utf-8", "", "");
    CHECK("utf-8", "a\0b", "a\0b");
    CHECK("utf-8", "\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80", "\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80");
    CHECK("utf-8", "\x80-\xC0\x80-\xF5", BAD "-" BAD BAD "-" BAD);
    CHECK("utf-8", "\xE2\x82", BAD); /* one for the whole prefix of a code point */
    CHECK("utf-8", "\xE2\x82x", BAD "x");
    CHECK("utf-8", "\xF0\x9F\x98\xC3\xA9", BAD "\xC3\xA9");
    CHECK("utf-8", "\xED\xA0\x80", BAD BAD BAD); /* surrogates have no prefix */
    CHECK("utf-8", "\xE0\x9F\x80\xF0\x8F\xF4\x90", BAD BAD BAD BAD BAD BAD BAD);
}

static void single_byte(void **state) {
    (void)state;
    CHECK("windows-1252", "\x80\x81\x8D\x9F\xE9", "\xE2\x82\xAC\xC2\x81\xC2\x8D\xC5\xB8\xC3\xA9");
    CHECK("iso-8859-1", "\x93x\x94", "\xE2\x80\x9Cx\xE2\x80\x9D");
    CHECK("windows-1251", "\xCF\xF0\xE8\x98", "\xD0\x9F\xD1\x80\xD0\xB8\xC2\x98");
    CHECK("windows-1253", "\xAA\xD2", BAD BAD);
    CHECK("iso-8859-8", "\xA1\xE0", BAD "\xD7\x90");
    CHECK("iso-8859-8-i", "\xA1\xE0", BAD "\xD7\x90");
    CHECK("x-user-defined", "a\x80\xFF", "a\xEF\x9E\x80\xEF\x9F\xBF");
    CHECK("replacement", "<p>any", BAD);
    CHECK("replacement", "", "");
}

static void utf16(void **state) {
    (void)state;
    CHECK("utf-16le", "a\0\xE9\0\x3D\xD8\0\xDE", "a\xC3\xA9\xF0\x9F\x98\x80");
    CHECK("utf-16be", "\0a\0\xE9\xD8\x3D\xDE\0", "a\xC3\xA9\xF0\x9F\x98\x80");
    CHECK("utf-16le",
        "\x3D\xD8"
        "a\0",
        BAD "a");
    CHECK("utf-16le",
        "\0\xDE"
        "a\0",
        BAD "a");
    CHECK("utf-16le", "\x3D\xD8\x3D\xD8\0\xDE", BAD "\xF0\x9F\x98\x80");
    CHECK("utf-16le", "a\0b", "a" BAD);
    CHECK("utf-16le", "\x3D\xD8\0", BAD); /* half a pair and half a unit at the end are one error */
    CHECK("utf-16le", "", "");
    CHECK("utf-16be",
        "\xFF\xFE"
        "a\0",
        "a"); /* a mark is believed above all */
}

static void chinese(void **state) {
    (void)state;
    CHECK("gbk", "\xD6\xD0\x80\xA2\xE3", "\xE4\xB8\xAD\xE2\x82\xAC\xE2\x82\xAC");
    CHECK("gbk", "\xFF\x81", BAD BAD);
    CHECK("gb18030", "\x81\x30\x81\x30", "\xC2\x80");
    CHECK("gb18030", "\x81\x35\xF4\x37", "\xEE\x9F\x87");
    CHECK("gb18030", "\x90\x30\x81\x30\xE3\x32\x9A\x35", "\xF0\x90\x80\x80\xF4\x8F\xBF\xBF");
    CHECK("gb18030", "\xE3\x32\x9A\x36", BAD);
    CHECK("gb18030", "\x84\x31\xA4\x37", "\xEF\xBF\xBD"); /* U+FFFD itself */
    CHECK("gb18030", "\x81\x30", BAD);
    CHECK("gb18030", "\x81\x30\x81", BAD);
    CHECK("gb18030", "\x81\x30<", BAD "0<");
    CHECK("gb18030", "\x81\x30\x81<", BAD "0" BAD "<");
    CHECK("gb18030", "\x81<", BAD "<"); /* an ASCII byte is not swallowed */
    CHECK("gb18030", "\x81\x7F", BAD "\x7F");
    CHECK("gb18030", "\xA6\xD9\xFE\x59", "\xEF\xB8\x90\xE9\xBE\xB4"); /* the amendments of 2022 */
    CHECK("big5", "\xA4\xA4\x87\x40", "\xE4\xB8\xAD\xE4\x8F\xB0");
    CHECK(
        "big5", "\x88\x62\x88\x64\x88\xA3\x88\xA5", "\xC3\x8A\xCC\x84\xC3\x8A\xCC\x8C\xC3\xAA\xCC\x84\xC3\xAA\xCC\x8C");
    CHECK("big5", "\x81\x40\x81\xA1\x80\xFF\xA4", BAD "@" BAD BAD BAD BAD);
}

static void japanese(void **state) {
    (void)state;
    CHECK("shift_jis", "\x93\xFA\x96\x7B\xB1\x80\\~", "\xE6\x97\xA5\xE6\x9C\xAC\xEF\xBD\xB1\xC2\x80\\~");
    CHECK("shift_jis", "\xF0\x40\xF9\xFC", "\xEE\x80\x80\xEE\x9D\x97");
    CHECK("shift_jis", "\xA0\xFD\xFF\x81", BAD BAD BAD BAD);
    CHECK("shift_jis", "\x81<\x81\xFD", BAD "<" BAD);
    CHECK("euc-jp", "\xC6\xFC\xCB\xDC\x8E\xB1\x8F\xB0\xA1", "\xE6\x97\xA5\xE6\x9C\xAC\xEF\xBD\xB1\xE4\xB8\x82");
    CHECK("euc-jp", "\x8F\xA1", BAD);
    CHECK("euc-jp", "\x8F\xA1<\x8F<\x8E<\xA1<", BAD "<" BAD "<" BAD "<" BAD "<");
    CHECK("euc-jp", "\x8F\xA1\xA1\x8E\xE0\x80", BAD BAD BAD);
}

static void iso_2022_jp(void **state) {
    (void)state;
    CHECK("iso-2022-jp", "a\x1B$BF|K\\\x1B(Bz", "a\xE6\x97\xA5\xE6\x9C\xACz");
    CHECK("iso-2022-jp", "\x1B(J\\~\x1B(I1", "\xC2\xA5\xE2\x80\xBE\xEF\xBD\xB1");
    CHECK("iso-2022-jp", "\x1B(B\x1B(Ba", BAD "a"); /* two escapes with nothing in between */
    CHECK("iso-2022-jp", "\x1B", BAD);
    CHECK("iso-2022-jp", "\x1B(", BAD "(");
    CHECK("iso-2022-jp", "\x1B$X", BAD "$X");
    CHECK("iso-2022-jp", "\x0E\x0F\x80", BAD BAD BAD);
    CHECK("iso-2022-jp", "\x1B$BF", BAD);
    CHECK("iso-2022-jp", "\x1B$BF\x1B(Ba", BAD "a");
    CHECK("iso-2022-jp", "\x1B$BF\x1B", BAD BAD);
    CHECK("iso-2022-jp", "\x1B$B\n", BAD);
}

static void korean(void **state) {
    (void)state;
    CHECK("euc-kr", "\xC7\xD1\x81\x41\xC6\x52", "\xED\x95\x9C\xEA\xB0\x82\xED\x9E\xA3");
    CHECK("euc-kr", "\x80\xFF\xC7<\xC7", BAD BAD BAD "<" BAD);
    CHECK("euc-kr", "\xFE\xFE\xC9\x40", BAD BAD "@");
}

/* Every length around the size of a decoder's step, with a character across its end. */
static void characters_across_steps(void **state) {
    (void)state;
    static char page[40000];
    static const struct {
        const char *label, *character, *text;
    } cases[] = {{"utf-8", "\xF0\x9F\x98\x80", "\xF0\x9F\x98\x80"}, {"gb18030", "\x81\x30\x81\x30", "\xC2\x80"},
        {"euc-jp", "\x8F\xB0\xA1", "\xE4\xB8\x82"}, {"big5", "\xA4\xA4", "\xE4\xB8\xAD"},
        {"iso-2022-jp", "\x1B$BF|\x1B(B", "\xE6\x97\xA5"}};
    for (size_t c = 0; c < sizeof cases / sizeof cases[0]; c++)
        for (size_t offset = 8180; offset < 8200; offset++) {
            const size_t size = strlen(cases[c].character);
            memset(page, 'x', sizeof page);
            memcpy(page + offset, cases[c].character, size);
            page[30000] = c == 0 ? '\xFF' : 'x'; /* so that UTF-8 is not just passed on */
            cl_decoder decoder;
            cl_decoded decoded;
            cl_decoder_init(&decoder, &cl_allocator_default);
            const cl_encoding *const e = cl_encoding_for_label(cl_slice_z(cases[c].label));
            assert_int_equal(cl_decode(&decoder, page, sizeof page, e, CL_SLICE_NONE, UINT64_MAX, &decoded, NULL), 0);
            assert_memory_equal(decoded.text.data + offset, cases[c].text, strlen(cases[c].text));
            assert_int_equal(decoded.text.size, sizeof page - size + strlen(cases[c].text) + (c == 0 ? 2 : 0));
            assert_true(cl_utf8_valid(decoded.text.data, decoded.text.size, NULL));
            cl_decoder_free(&decoder);
        }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(utf8),
        cmocka_unit_test(single_byte),
        cmocka_unit_test(utf16),
        cmocka_unit_test(chinese),
        cmocka_unit_test(japanese),
        cmocka_unit_test(iso_2022_jp),
        cmocka_unit_test(korean),
        cmocka_unit_test(characters_across_steps),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
