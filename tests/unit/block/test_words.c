#include "../encoding/cmocka_all.h"

#include "block/words.h"

#include <string.h>

/* The kinds of the words of a text, a letter each: L letters, N number, W wide, S sign. */
static void kinds_of(const char *text, char *kinds) {
    cl_word_reader r = cl_words_of(cl_slice_z(text));
    size_t n = 0;
    for (cl_word w; (w = cl_word_next(&r)).kind && n < 60;)
        kinds[n++] = " LNWS"[w.kind];
    kinds[n] = '\0';
}

#define KINDS(text, expected)                                                                                          \
    do {                                                                                                               \
        char kinds_[64];                                                                                               \
        kinds_of(text, kinds_);                                                                                        \
        assert_string_equal(kinds_, expected);                                                                         \
    } while (0)

static uint32_t hash_of(const char *text) {
    cl_word_reader r = cl_words_of(cl_slice_z(text));
    return cl_word_next(&r).hash;
}

static void texts_are_cut_into_words(void **state) {
    (void)state;
    KINDS("", "");
    KINDS(" .,-\n\"()", "");
    KINDS("The old ferry stays.", "LLLL");
    KINDS("covid19, 3.5 Mio", "LNNNL");
    KINDS("5 % | more: no?", "NSSLSLS");
    KINDS("Ærø \xe2\x80\x9cquoted\xe2\x80\x9d \xe2\x80\x94 dash", "LLL");
    KINDS("\xe6\x9d\xb1\xe4\xba\xac\xe3\x81\xa7\xe3\x80\x82", "WWW");   /* Han, Han, kana; the full stop is none */
    KINDS("\xea\xb3\xa0\xec\x96\x91 \xec\x8b\x9c", "LL");               /* Hangul has spaces */
    KINDS("\xd9\x85\xdb\x8c\xe2\x80\x8c\xd8\xb1\xd9\x88\xd9\x85", "L"); /* Persian, with a joiner inside */
    KINDS("\xd9\xa1\xd9\xa2 \xe0\xa5\xa8\xe0\xa5\xa6", "NN");           /* Arabic and Devanagari digits */
    KINDS("\xc2\xa9 2024", "SN");
    KINDS("\xf0\x9f\x98\x80 hi", "SL");
}

static void case_is_folded(void **state) {
    (void)state;
    static const char *const pairs[][2] = {{"FERRY", "ferry"}, {"ÄRGER", "ärger"}, {"Žižek", "žižEK"}, {"ŐSZ", "ősz"},
        {"МОСКВА", "Москва"}, {"Ёлка", "ёлка"}, {"ΑΘΗΝΑΣ", "αθηνας"}, {"Ή", "ή"}, {"Ằ", "ằ"}, {"Հայ", "հԱՅ"},
        {"ŸZ", "ÿz"}, {"\xef\xbc\xa1", "\xef\xbd\x81"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (hash_of(pairs[i][0]) != hash_of(pairs[i][1]))
            fail_msg("%s is not %s", pairs[i][0], pairs[i][1]);
    assert_int_not_equal(hash_of("×a"), hash_of("÷a"));
    assert_int_not_equal(hash_of("ferry"), hash_of("ferries"));
}

static void numbers_have_their_length_and_value(void **state) {
    (void)state;
    assert_int_equal(hash_of("1999"), hash_of("2024"));
    assert_int_equal(hash_of("123456"), hash_of("99999"));
    assert_int_not_equal(hash_of("1"), hash_of("12"));
    cl_word_reader r = cl_words_of(CL_SLICE("2024 12345 \xd9\xa2\xd9\xa0 \xe0\xa5\xa9"));
    assert_int_equal(cl_word_next(&r).number, 2024);
    assert_int_equal(cl_word_next(&r).number, 0);
    assert_int_equal(cl_word_next(&r).number, 20);
    assert_int_equal(cl_word_next(&r).number, 3);
    assert_int_equal(cl_word_next(&r).kind, CL_WORD_NONE);
}

static void punctuation_is_counted(void **state) {
    (void)state;
    cl_word_reader r = cl_words_of(CL_SLICE("\xe2\x80\x9e"
                                            "A, b\xe2\x80\x9d, (c) - d; \xc2\xabx\xc2\xbb"));
    uint32_t upper = 0;
    for (cl_word w; (w = cl_word_next(&r)).kind;)
        upper += w.upper;
    assert_int_equal(r.commas, 3);
    assert_int_equal(r.quotes, 4);
    assert_int_equal(r.brackets, 2);
    assert_int_equal(r.dashes, 1);
    assert_int_equal(upper, 1);
}

/* No byte sequence makes it read beyond the end, or stand still. */
static void any_bytes_come_to_an_end(void **state) {
    (void)state;
    for (unsigned a = 0; a < 256; a++)
        for (unsigned b = 0; b < 256; b += 3) {
            const char bytes[3] = {(char)a, (char)b, (char)(a ^ b)};
            for (size_t size = 0; size <= 3; size++) {
                cl_word_reader r = cl_words_of(cl_slice_of(bytes, size));
                unsigned turns = 0;
                while (cl_word_next(&r).kind)
                    assert_true(++turns <= 3);
                assert_ptr_equal(r.at, bytes + size);
            }
        }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(texts_are_cut_into_words), cmocka_unit_test(case_is_folded),
        cmocka_unit_test(numbers_have_their_length_and_value), cmocka_unit_test(punctuation_is_counted),
        cmocka_unit_test(any_bytes_come_to_an_end)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
