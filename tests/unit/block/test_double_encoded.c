#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "block/double_encoded.h"

static void assert_undone(const char *want, const char *text) {
    char out[256];
    assert_true(strlen(text) < sizeof out);
    assert_true(cl_double_encoded(cl_slice_z(text)));
    const size_t size = cl_undo_double_encoding(cl_slice_z(text), out);
    assert_int_equal(strlen(want), size);
    assert_memory_equal(want, out, size);
}

static void texts_encoded_twice_are_mended(void **state) {
    (void)state;
    assert_undone("the growers’ co-operative — all of it", "the growersâ€™ co-operative â€” all of it");
    assert_undone("“Yes”", "â€œYesâ€\xC2\x9D"); /* 9D has no character in windows-1252 */
    assert_undone("café", "cafÃ©");
    assert_undone("25 °C", "25 Â°C");
    assert_undone("Über Öl für fünf", "Ãœber Ã–l fÃ¼r fÃ¼nf");
    assert_undone("Fine 🙂 thanks, that’s all",
        "Fine \xC3\xB0\xC5\xB8\xE2\x84\xA2\xE2\x80\x9A thanks, that\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2s all");
    assert_undone("Мост закрыт до осени",
        "\xC3\x90\xC5\x93\xC3\x90\xC2\xBE\xC3\x91\xC2\x81\xC3\x91\xE2\x80\x9A "
        "\xC3\x90\xC2\xB7\xC3\x90\xC2\xB0\xC3\x90\xC2\xBA\xC3\x91\xE2\x82\xAC\xC3\x91\xE2\x80"
        "\xB9\xC3\x91\xE2\x80\x9A \xC3\x90\xC2\xB4\xC3\x90\xC2\xBE "
        "\xC3\x90\xC2\xBE\xC3\x91\xC2\x81\xC3\x90\xC2\xB5\xC3\x90\xC2\xBD\xC3\x90\xC2\xB8");
    assert_undone("橋は秋まで閉鎖される",
        "\xC3\xA6\xC2\xA9\xE2\x80\xB9\xC3\xA3\xC2\x81\xC2\xAF\xC3\xA7\xC2\xA7\xE2\x80\xB9\xC3\xA3\xC2\x81\xC2\xBE\xC3"
        "\xA3\xC2\x81\xC2\xA7\xC3\xA9\xE2\x80\x93\xE2\x80\xB0\xC3\xA9\xC5\xBD\xE2\x80\x93\xC3\xA3\xC2\x81\xE2\x80\xA2"
        "\xC3\xA3\xE2\x80\x9A\xC5\x92\xC3\xA3\xE2\x80\x9A\xE2\x80\xB9");
}

static void what_people_write_is_left_alone(void **state) {
    (void)state;
    static const char *const texts[] = {"", "plain", "café", "« Un café… »", "BEYONCÉ’S TOUR, BEYONCÉ’S SHOW", "CAFÉ…",
        "Spaß“", "MAÇÔ, disse", "não, à noite", "Мост закрыт до осени", "橋は秋まで閉鎖", "ÃO", "the growersâ€™ café",
        "â€", "Ã", "ends with â€", "\xC3\xA0\xC2\x80\xC2\x80 is too long"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_false(cl_double_encoded(cl_slice_z(texts[i])));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_encoded_twice_are_mended),
        cmocka_unit_test(what_people_write_is_left_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
