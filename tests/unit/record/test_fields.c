#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "record/fields.h"
#include "record/string.h"

static cl_arena arena;

static void assert_slice(const char *want, cl_slice have) {
    if (have.size != strlen(want) || (have.size && memcmp(have.data, want, have.size) != 0))
        fail_msg("want \"%s\", have \"%.*s\"", want, (int)have.size, have.data ? have.data : "");
}

static void dates(void **state) {
    (void)state;
    static const char *const pairs[][2] = {
        {"2024-05-01", "2024-05-01"},
        {"2024-05-01T10:00:30+02:00", "2024-05-01T10:00:30+02:00"},
        {"2024-05-01T10:00:30.123456Z", "2024-05-01T10:00:30Z"},
        {"2024-05-01 10:00", "2024-05-01T10:00:00"},
        {"2024-05-01T10:00:00-0330", "2024-05-01T10:00:00-03:30"},
        {"2024/5/1", "2024-05-01"},
        {"20240501", "2024-05-01"},
        {" 2024.05.01 ", "2024-05-01"},
        {"Tue, 03 Sep 2024 10:00:00 GMT", "2024-09-03T10:00:00Z"},
        {"September 3, 2024 4:05 PM", "2024-09-03T16:05:00"},
        {"3rd Sept. 2024", "2024-09-03"},
        {"1714557600", "2024-05-01T10:00:00Z"},
        {"1714557600000", "2024-05-01T10:00:00Z"},
        {"1709164800", "2024-02-29T00:00:00Z"},
    };
    static const char *const none[] = {
        "", "2024", "2024-02-30", "yesterday", "1000-01-01", "2024-05", "20x40501", "0", "-"};
    bool failed = false;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        assert_slice(pairs[i][1], cl_date_iso(cl_slice_z(pairs[i][0]), &arena, &failed));
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_null(cl_date_iso(cl_slice_z(none[i]), &arena, &failed).data);
    assert_false(failed);
}

static void titles(void **state) {
    (void)state;
    static const char *const rows[][3] = {
        {"Enten im Büro - Der Bote", "Der Bote", "Enten im Büro"},
        {"Ducks | News | The Messenger", "The Messenger", "Ducks | News"},
        {"The ducks are back in town | Local", "", "The ducks are back in town"},
        {"Le Courrier : des canards au bureau", "Le Courrier", "des canards au bureau"},
        {"Ducks - a love story", "The Messenger", "Ducks - a love story"},
        {"Ducks", "Ducks", "Ducks"},
        {"", "X", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_slice(rows[i][2], cl_title_without_site(cl_slice_z(rows[i][0]), cl_slice_z(rows[i][1])));
}

static void language_tags(void **state) {
    (void)state;
    bool failed = false;
    assert_slice("de-AT", cl_language_tag(CL_SLICE("de_at"), &arena, &failed));
    assert_slice("zh-Hant-TW", cl_language_tag(CL_SLICE("ZH-HANT-tw"), &arena, &failed));
    assert_slice("en", cl_language_tag(CL_SLICE(" EN, fr"), &arena, &failed));
    assert_slice("es-419", cl_language_tag(CL_SLICE("es-419"), &arena, &failed));
    assert_null(cl_language_tag(CL_SLICE("deutsch"), &arena, &failed).data);
    assert_null(cl_language_tag(CL_SLICE("{{lang}}"), &arena, &failed).data);
    assert_null(cl_language_tag(CL_SLICE(""), &arena, &failed).data);
    assert_null(cl_language_tag(CL_SLICE("x"), &arena, &failed).data);
    assert_false(failed);
}

static void strings_are_cleaned(void **state) {
    (void)state;
    bool failed = false;
    const cl_slice same = CL_SLICE("schon sauber – ja");
    assert_ptr_equal(same.data, cl_clean(same, &arena, true, &failed).data);
    assert_slice("a b", cl_clean(CL_SLICE(" a\n\t b\xC2\xA0"), &arena, false, &failed));
    assert_slice("Wort", cl_clean(CL_SLICE("Wo\xC2\xADrt"), &arena, false, &failed));
    assert_slice("a &amp; b", cl_clean(CL_SLICE("a &amp; b"), &arena, false, &failed));
    assert_slice("a & b <é>", cl_clean(CL_SLICE("a &amp; b &lt;&#xE9;&gt;"), &arena, true, &failed));
    assert_slice("&bogus; &#; &#xZ; &", cl_clean(CL_SLICE("&bogus; &#; &#xZ; &"), &arena, true, &failed));
    assert_slice("", cl_clean(CL_SLICE(" \n"), &arena, true, &failed));
    assert_null(cl_clean(CL_SLICE_NONE, &arena, true, &failed).data);
    assert_false(failed);
}

/* Strings are scanned sixteen bytes at a time: what is found must not hang on where it stands. */
#define LONG 70u

static void change_is_seen_wherever_it_stands(void **state) {
    (void)state;
    static const char *const changes[][2] = {{"  ", " "}, {"\t", " "}, {"\xC2\xA0", " "}, {"\xC2\xAD", ""},
        {"\xE2\x80\x8B", ""}, {"\xE3\x80\x80", " "}, {"\xEF\xBB\xBF", ""}, {"&amp;", "&"},
        {"\xE2\x80\x99", "\xE2\x80\x99"}, {"\xC3\xA9", "\xC3\xA9"}, {" ", " "}};
    for (size_t c = 0; c < sizeof changes / sizeof *changes; c++)
        for (size_t at = 1; at < LONG; at++) {
            char given[2 * LONG] = "", want[2 * LONG] = "";
            memset(given, 'a', at);
            memset(want, 'a', at);
            strcat(strcat(given, changes[c][0]), "b and so on to the end of it");
            strcat(strcat(want, changes[c][1]), "b and so on to the end of it");
            bool failed = false;
            assert_slice(want, cl_clean(cl_slice_z(given), &arena, true, &failed));
            assert_false(failed);
        }
}

static void part_is_found_wherever_it_stands(void **state) {
    (void)state;
    static const char *const parts[] = {"k", "kl", "klm", "Klm.no", "k\xC3\xA9", "[", "[.", "klmnopklmnopklmnopklmnop"};
    for (size_t k = 0; k < sizeof parts / sizeof *parts; k++)
        for (size_t at = 0; at < LONG; at++) {
            char text[2 * LONG];
            const size_t n = strlen(parts[k]);
            memset(text, 'x', sizeof text);
            memcpy(text + at, parts[k], n);
            if (at % 2 && text[at] == 'k')
                text[at] = 'K';
            assert_true(cl_contains(cl_slice_of(text, sizeof text), cl_slice_z(parts[k])));
            assert_true(cl_contains(cl_slice_of(text, at + n), cl_slice_z(parts[k])));
            assert_false(cl_contains(cl_slice_of(text, at + n - 1), cl_slice_z(parts[k])));
            text[at + n - 1] = 'y';
            assert_false(cl_contains(cl_slice_of(text, sizeof text), cl_slice_z(parts[k])));
        }
    assert_true(cl_contains(CL_SLICE("a"), CL_SLICE("")));
    assert_false(cl_contains(CL_SLICE_NONE, CL_SLICE("a")));
}

static int set_up(void **state) {
    (void)state;
    cl_arena_init(&arena, &cl_allocator_default);
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    cl_arena_free(&arena);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates),
        cmocka_unit_test(titles),
        cmocka_unit_test(language_tags),
        cmocka_unit_test(strings_are_cleaned),
        cmocka_unit_test(change_is_seen_wherever_it_stands),
        cmocka_unit_test(part_is_found_wherever_it_stands),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
