#include "cmocka_all.h"

#include "input/input.h"

#include <stdlib.h>

static const char *sniff(const char *bytes, size_t size) {
    return cl_sniff_binary(bytes, size, false);
}

/* The bytes, then some that are no text, as such files go on. */
static const char *sniff_binary(const char *start, size_t size, size_t offset) {
    char bytes[600];
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (char)(i * 37 % 256);
    memset(bytes, 0, offset);
    memcpy(bytes + offset, start, size);
    return sniff(bytes, sizeof bytes);
}

#define IS(start, offset, word)                                                                                        \
    do {                                                                                                               \
        const char *const message_ = sniff_binary(start, sizeof(start) - 1, offset);                                   \
        assert_non_null(message_);                                                                                     \
        assert_non_null(strstr(message_, word));                                                                       \
    } while (0)

static void known_kinds_are_named(void **state) {
    (void)state;
    IS("%PDF-1.7\n", 0, "a PDF document, not a page: convert it to HTML or text first");
    IS("\x89PNG\r\n\x1a\n", 0, "PNG");
    IS("\xff\xd8\xff\xe0", 0, "JPEG");
    IS("GIF89a", 0, "GIF");
    IS("RIFF\0\0\0\0WEBPVP8 ", 0, "WebP");
    IS("PK\x03\x04", 0, "ZIP");
    IS("\x7f"
       "ELF\x02\x01\x01",
        0, "a program (ELF)");
    IS("MZ\x90\0\x03", 0, "program for Windows");
    IS("\x1f\x8b\x08", 0, "gzip twice");
    IS("BZh91AY&SY", 0, "bzip2");
    IS("\xfd"
       "7zXZ\0",
        0, "xz");
    IS("ustar", 257, "tar");
    IS("ftypisom", 4, "MP4");
    IS("WARC/1.0\r\n", 0, "WARC");
    IS("SQLite format 3\0", 0, "SQLite");
    IS("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0, "Office");
}

static void other_binary_data_are_named_so(void **state) {
    (void)state;
    char bytes[4096];
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (char)((i * 2654435761u) >> 13);
    assert_ptr_equal(sniff(bytes, sizeof bytes), cl_sniff_unknown);
    assert_null(cl_sniff_binary(bytes, sizeof bytes, true)); /* an encoding is given: it may be text in that */
    memset(bytes, 0, sizeof bytes);
    assert_ptr_equal(sniff(bytes, sizeof bytes), cl_sniff_unknown);
}

#define IS_PAGE(text) assert_null(sniff(text, sizeof(text) - 1))

static void pages_are_pages(void **state) {
    (void)state;
    IS_PAGE("");
    IS_PAGE("<");
    IS_PAGE("<p>text");
    IS_PAGE("Text only.\r\n\tAnd more.\f");
    IS_PAGE("MZ is how a text may begin, and BMW, and BZh, and ID3.");
    IS_PAGE("<!doctype html>\0\0\0\0\1\2\3\4\5\6\7\0\0\0\0\0\0\0\0\0\0"); /* begins as one: read, NULs and all */
    IS_PAGE("\x1b$B%F%9%H\x1b(B ISO-2022-JP \x1b$B%F\x1b(B \x1b$B%F\x1b(B");
    IS_PAGE("\xff\xfe<\0p\0>\0");
    IS_PAGE("\xfe\xff\x04\x1f\x04\x40\x04\x38\x04\x32\x04\x35\x04\x42");
}

static void utf16_needs_no_mark(void **state) {
    (void)state;
    char little[400], big[400];
    static const char text[] = "Text that is two bytes wide. ";
    for (size_t i = 0; i < 200; i++) {
        little[2 * i] = big[2 * i + 1] = text[i % (sizeof text - 1)];
        little[2 * i + 1] = big[2 * i] = 0;
    }
    assert_null(sniff(little, sizeof little));
    assert_null(sniff(big, sizeof big));
}

/* Every prefix: nothing is read beyond the end (the sanitizers say so). */
static void prefixes_are_safe(void **state) {
    (void)state;
    static const char tar[262] = "name";
    for (size_t size = 0; size <= sizeof tar; size++) {
        char *const exact = malloc(size ? size : 1);
        assert_non_null(exact);
        memcpy(exact, tar, size);
        const char *const message = sniff(exact, size);
        free(exact);
        assert_true(message == NULL || message == cl_sniff_unknown);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_kinds_are_named),
        cmocka_unit_test(other_binary_data_are_named_so),
        cmocka_unit_test(pages_are_pages),
        cmocka_unit_test(utf16_needs_no_mark),
        cmocka_unit_test(prefixes_are_safe),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
