/* All sets of kernels against each other and, for UTF-8, against the definition. */
#include "cmocka_all.h"

#include "encoding/decoders.h"

#include <stdlib.h>

static uint32_t seed = 12345;

static uint32_t next_random(uint32_t below) {
    seed = seed * 1664525u + 1013904223u; /* Numerical Recipes */
    return (seed >> 8) % below;
}

/* The bytes, in memory that ends where they end, so that a sanitizer sees a byte too many. */
static void check(const unsigned char *bytes, size_t size, size_t ascii, size_t utf8) {
    unsigned char *const copy = malloc(size ? size : 1);
    assert_non_null(copy);
    memcpy(copy, bytes, size);
    for (size_t i = 0; cl_kernels_at(i); i++) {
        const cl_kernels *const k = cl_kernels_at(i);
        const size_t got_ascii = k->ascii(copy, size), got_utf8 = k->utf8(copy, size);
        if (got_ascii != ascii || got_utf8 != utf8)
            fail_msg("%s: ascii %zu instead of %zu, utf8 %zu instead of %zu, of %zu bytes", k->name, got_ascii, ascii,
                got_utf8, utf8, size);
    }
    free(copy);
}

static void check_by_plain(const unsigned char *bytes, size_t size) {
    check(bytes, size, cl_kernels_plain.ascii(bytes, size), cl_kernels_plain.utf8(bytes, size));
}

/* Table 3-7 of the Unicode Standard, "Well-Formed UTF-8 Byte Sequences", for one sequence of `size` bytes. */
static bool well_formed(const unsigned char *b, size_t size) {
    static const unsigned char rows[][9] = {{1, 0x00, 0x7F}, {2, 0xC2, 0xDF, 0x80, 0xBF},
        {3, 0xE0, 0xE0, 0xA0, 0xBF, 0x80, 0xBF}, {3, 0xE1, 0xEC, 0x80, 0xBF, 0x80, 0xBF},
        {3, 0xED, 0xED, 0x80, 0x9F, 0x80, 0xBF}, {3, 0xEE, 0xEF, 0x80, 0xBF, 0x80, 0xBF},
        {4, 0xF0, 0xF0, 0x90, 0xBF, 0x80, 0xBF, 0x80, 0xBF}, {4, 0xF1, 0xF3, 0x80, 0xBF, 0x80, 0xBF, 0x80, 0xBF},
        {4, 0xF4, 0xF4, 0x80, 0x8F, 0x80, 0xBF, 0x80, 0xBF}};
    for (size_t r = 0; r < sizeof rows / sizeof rows[0]; r++) {
        bool fits = rows[r][0] == size;
        for (size_t i = 0; fits && i < size; i++)
            fits = b[i] >= rows[r][1 + 2 * i] && b[i] <= rows[r][2 + 2 * i];
        if (fits)
            return true;
    }
    return false;
}

/* Every sequence of three bytes, and of four with the fourth at a bound, in the middle of ASCII. */
static void plain_follows_the_definition(void **state) {
    (void)state;
    for (uint32_t i = 0; i < 1u << 24; i++) {
        const unsigned char bytes[3] = {(unsigned char)(i >> 16), (unsigned char)(i >> 8), (unsigned char)i};
        size_t valid = 0, step = 1;
        while (step && valid < 3) {
            step = 0;
            for (size_t n = 1; n <= 3 - valid; n++)
                if (well_formed(bytes + valid, n))
                    step = n;
            valid += step;
        }
        if (cl_kernels_plain.utf8(bytes, 3) != valid)
            fail_msg("%02x %02x %02x: %zu instead of %zu", bytes[0], bytes[1], bytes[2],
                cl_kernels_plain.utf8(bytes, 3), valid);
    }
    static const unsigned char last[] = {0x00, 0x7F, 0x80, 0xBF, 0xC0, 0xFF};
    for (uint32_t i = 0; i < 16u << 16; i++)
        for (size_t j = 0; j < sizeof last; j++) {
            const unsigned char bytes[4] = {
                (unsigned char)(0xF0 + (i >> 16)), (unsigned char)(i >> 8), (unsigned char)i, last[j]};
            assert_int_equal(cl_kernels_plain.utf8(bytes, 4) == 4, well_formed(bytes, 4));
        }
}

/* Every lead byte with seconds, thirds and fourths at the bounds, at every place around the end of a vector. */
static void sequences_at_every_place(void **state) {
    (void)state;
    static const unsigned char bounds[] = {
        0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xE0, 0xED, 0xF0, 0xF4, 0xFF};
    enum { COUNT = sizeof bounds, SIZE = 200 };
    static const size_t places[] = {
        0, 1, 13, 14, 15, 16, 29, 30, 31, 32, 60, 61, 62, 63, 64, 124, 125, 126, 127, 128, 190, 196};
    unsigned char bytes[SIZE];
    for (size_t p = 0; p < sizeof places / sizeof places[0]; p++)
        for (int lead = 0x78; lead < 0x100; lead += lead < 0xC0 ? 8 : 1)
            for (int i = 0; i < COUNT * COUNT * COUNT; i++) {
                memset(bytes, 'a', SIZE);
                bytes[places[p]] = (unsigned char)lead;
                bytes[places[p] + 1] = bounds[i % COUNT];
                bytes[places[p] + 2] = bounds[i / COUNT % COUNT];
                bytes[places[p] + 3] = bounds[i / COUNT / COUNT];
                const size_t ascii = cl_kernels_plain.ascii(bytes, SIZE), utf8 = cl_kernels_plain.utf8(bytes, SIZE);
                for (size_t k = 0; cl_kernels_at(k); k++)
                    if (cl_kernels_at(k)->ascii(bytes, SIZE) != ascii || cl_kernels_at(k)->utf8(bytes, SIZE) != utf8)
                        fail_msg("%s: lead %02x, place %zu, case %d", cl_kernels_at(k)->name, lead, places[p], i);
            }
}

/* Text of code points of all sizes, cut anywhere, and with a byte changed. */
static void random_text(void **state) {
    (void)state;
    static unsigned char bytes[1024];
    for (int round = 0; round < 40000; round++) {
        const size_t size = next_random(600);
        const uint32_t style = next_random(4);
        size_t at = 0;
        while (at < size) {
            static const uint32_t below[] = {0x80, 0x800, 0xD800, 0x110000};
            const uint32_t point = next_random(next_random(8) ? below[style] : below[next_random(4)]);
            if (point < 0xD800 || point > 0xDFFF)
                at = (size_t)(cl_put_point((char *)bytes + at, point) - (char *)bytes);
        }
        assert_int_equal(cl_kernels_plain.utf8(bytes, at), at);
        check_by_plain(bytes, at);
        check_by_plain(bytes, size);
        if (size) {
            bytes[next_random((uint32_t)size)] ^= (unsigned char)(1u << next_random(8));
            check_by_plain(bytes, at);
        }
    }
}

static void ascii_of_every_size(void **state) {
    (void)state;
    unsigned char bytes[300];
    memset(bytes, 'a', sizeof bytes);
    for (size_t size = 0; size < sizeof bytes; size++) {
        check(bytes, size, size, size);
        for (size_t at = 0; at < size; at++) {
            bytes[at] = 0x80;
            check(bytes, size, at, at);
            bytes[at] = 'a';
        }
    }
}

static void there_is_always_a_set(void **state) {
    (void)state;
    size_t count = 0;
    while (cl_kernels_at(count)) {
        print_message("kernels here: %s\n", cl_kernels_at(count)->name);
        count++;
    }
    assert_ptr_equal(cl_kernels_at(count - 1), &cl_kernels_plain);
    assert_ptr_equal(cl_kernels_at(0), cl_kernels_best());
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(there_is_always_a_set),
        cmocka_unit_test(plain_follows_the_definition),
        cmocka_unit_test(sequences_at_every_place),
        cmocka_unit_test(random_text),
        cmocka_unit_test(ascii_of_every_size),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
