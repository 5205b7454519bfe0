#include "../encoding/cmocka_all.h"

#include "block/phrase.h"

#include <string.h>

static void assert_phrase(uint32_t expected, const char *text) {
    const uint32_t have = cl_phrase_of(cl_words_of(cl_slice_z(text)));
    if (have != expected)
        fail_msg("'%s' is 0x%x, not 0x%x", text, (unsigned)have, (unsigned)expected);
}

static void whole_lines(void **state) {
    (void)state;
    assert_phrase(CL_PHRASE_RELATED | CL_PHRASE_WHOLE, "Mehr zum Thema");
    assert_phrase(CL_PHRASE_COMMENT | CL_PHRASE_WHOLE, "Leave a reply");
    assert_phrase(CL_PHRASE_COMMENT | CL_PHRASE_WHOLE, "Σχόλια");
    assert_phrase(CL_PHRASE_EDITION | CL_PHRASE_WHOLE, "Português");
    assert_phrase(CL_PHRASE_RELATED | CL_PHRASE_WHOLE, "ЧИТАЙТЕ ТАКЖЕ:");
    assert_phrase(CL_PHRASE_RELATED | CL_PHRASE_WHOLE, "関連記事");
    assert_phrase(CL_PHRASE_RELATED | CL_PHRASE_WHOLE, "ข่าวที่เกี่ยวข้อง");
    assert_phrase(CL_PHRASE_TOPIC | CL_PHRASE_WHOLE, "الكلمات المفتاحية");
}

static void beginnings(void **state) {
    (void)state;
    assert_phrase(CL_PHRASE_RELATED, "Lesen Sie auch: Die Fähre bleibt im Hafen");
    assert_phrase(CL_PHRASE_NOTE, "Editor’s note: an earlier version had the wrong ferry.");
    assert_phrase(CL_PHRASE_CONSENT, "We use cookies to know who rides the ferry.");
    assert_phrase(0, "The ferry stays. Read more");
    assert_phrase(0, "Unrelated");
}

static void signs_and_counts_do_not_matter(void **state) {
    (void)state;
    assert_phrase(CL_PHRASE_RELATED, "» Read more about the ferry");
    assert_phrase(CL_PHRASE_COMMENT | CL_PHRASE_WHOLE, "Comments (14)");
    assert_phrase(0, "14 comments");
    assert_phrase(0, "");
    assert_phrase(0, "| / |");
}

static void the_longest_counts(void **state) {
    (void)state;
    const uint32_t update = cl_phrase_of(cl_words_of(cl_slice_z("Update")));
    assert_true(update & CL_PHRASE_NOTE && update & CL_PHRASE_WHOLE);
    const uint32_t updated = cl_phrase_of(cl_words_of(cl_slice_z("Published on")));
    assert_true(updated & CL_PHRASE_DATE && updated & CL_PHRASE_WHOLE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whole_lines),
        cmocka_unit_test(beginnings),
        cmocka_unit_test(signs_and_counts_do_not_matter),
        cmocka_unit_test(the_longest_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
