#include "making.h"

/* Makes the deck of a page under the headline "Enten im Büro"; every block whose text is in `blocks`, up to a NULL, is
 * deck. */
static void deck_is(const char *html, const char *const *blocks, const char *deck) {
    making m;
    making_open(&m, html, NULL);
    making_role(&m, "Enten im Büro", CL_ROLE_HEADLINE);
    for (; *blocks; blocks++)
        making_role(&m, *blocks, CL_ROLE_DECK);
    m.record.title = CL_SLICE("Enten im Büro");
    cl_make_deck(&m.m);
    assert_slice(deck, m.record.deck);
    making_close(&m);
}

static void parts_of_a_deck(void **state) {
    (void)state;
    deck_is("<h1>Enten im Büro</h1><p>Der Hafenmeister ist nicht da.<p>Die Enten schon.",
        (const char *const[]){"Der Hafenmeister ist nicht da.", "Die Enten schon.", NULL},
        "Der Hafenmeister ist nicht da.\n\nDie Enten schon.");
}

static void what_is_no_deck(void **state) {
    (void)state;
    /* a label over it */
    deck_is("<h1>Enten im Büro</h1><p>Das Hafenamt<p>Der Hafenmeister ist nicht da.",
        (const char *const[]){"Das Hafenamt", "Der Hafenmeister ist nicht da.", NULL},
        "Der Hafenmeister ist nicht da.");
    deck_is("<h1>Enten im Büro</h1><p>Das Hafenamt", (const char *const[]){"Das Hafenamt", NULL}, "");
    /* the headline once more */
    deck_is("<h1>Enten im Büro</h1><p>Hafen: Enten im Büro", (const char *const[]){"Hafen: Enten im Büro", NULL}, "");
    /* short ones are, where they end as sentences do */
    deck_is("<h1>Enten im Büro</h1><p>Wer quakt da?", (const char *const[]){"Wer quakt da?", NULL}, "Wer quakt da?");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_of_a_deck),
        cmocka_unit_test(what_is_no_deck),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
