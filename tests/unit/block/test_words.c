#include "../encoding/cmocka_all.h"

#include "block/block.h"
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

static uint32_t number_of(const char *text) {
    cl_word_reader r = cl_words_of(cl_slice_z(text));
    return cl_word_next(&r).number;
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

static uint32_t plain_hash(const char *p, size_t size) {
    uint32_t hash = 0x811c9dc5u;
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ ((uint8_t)p[i] | 32u)) * 0x01000193u;
    return cl_mix(hash);
}

static void assert_one_word(cl_word_reader r, const char *text, size_t size) {
    const cl_word w = cl_word_next(&r);
    assert_int_equal(w.kind, CL_WORD_LETTERS);
    assert_int_equal(w.size, size);
    assert_int_equal(w.upper, (size + 2) / 3);
    assert_int_equal(w.hash, plain_hash(text, size));
    assert_int_equal(cl_word_next(&r).kind, CL_WORD_NONE);
    assert_ptr_equal(r.at, r.end);
}

/* Of any length, wherever the text ends, and with bytes of other texts behind it. */
static void words_of_any_length(void **state) {
    (void)state;
    for (size_t size = 1; size <= 40; size++)
        for (size_t after = 0; after <= 20; after++) {
            char text[64 + CL_TEXT_PAD];
            memset(text, ' ', sizeof text);
            for (size_t i = 0; i < size; i++)
                text[i] = (char)((i % 3 ? 'a' : 'A') + i % 26);
            assert_one_word(cl_words_of(cl_slice_of(text, size + after)), text, size);
            assert_one_word(cl_words_of_block(cl_slice_of(text, size + after)), text, size);
            memset(text + size, 'x', sizeof text - size);
            assert_one_word(cl_words_of(cl_slice_of(text, size)), text, size);
            assert_one_word(cl_words_of_block(cl_slice_of(text, size)), text, size);
        }
}

static void letters_beyond_ascii_belong_to_words(void **state) {
    (void)state;
    KINDS("caf\xc3\xa9 caf\xc3\xa9\x73 and more words behind", "LLLLLL");
    assert_int_equal(hash_of("caf\xc3\xa9\x73 and more words"), hash_of("CAF\xc3\x89\x53"));
    assert_int_not_equal(hash_of("caf\xc3\xa9 and more words"), hash_of("caf and more words"));
    assert_int_equal(hash_of("so\xc2\xad\x66t and more words"), hash_of("soft"));
    assert_int_equal(number_of("1\xc2\xad\x32\x33\x34"), 1234);
    assert_int_equal(number_of("\xd9\xa1\x32\x33\x34"), 1234);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(words_of_any_length),
        cmocka_unit_test(letters_beyond_ascii_belong_to_words), cmocka_unit_test(texts_are_cut_into_words),
        cmocka_unit_test(case_is_folded), cmocka_unit_test(numbers_have_their_length_and_value),
        cmocka_unit_test(punctuation_is_counted), cmocka_unit_test(any_bytes_come_to_an_end)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
