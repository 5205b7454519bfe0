/* What by its words is no body, though the network said so. */
#include "making.h"

#include <stdio.h>

static void role_is(const making *m, const char *text, cl_role want) {
    const size_t i = (size_t)(page_block(&m->page, text) - m->page.blocks.list.at);
    assert_slice(cl_role_name(want).data, cl_role_name((cl_role)m->labels.list.at[i].role));
}

/* All blocks are body, as sure as said. */
static void body_open(making *m, const char *html, float probability) {
    making_open(m, html, NULL);
    for (size_t i = 0; i < m->labels.list.count; i++)
        m->labels.list.at[i] = (cl_label){probability, CL_ROLE_BODY};
}

static void becomes(const char *html, const char *text, float probability, cl_role want) {
    making m;
    body_open(&m, html, probability);
    cl_evident_endings(&m.m, &m.labels);
    role_is(&m, text, want);
    role_is(&m, "Ducks came.", CL_ROLE_BODY);
    making_close(&m);
}

static void rights_are_reserved_at_the_end(void **state) {
    (void)state;
    static const char *const lines[] = {"Правовая информация. Все права защищены.",
        "© Die Zeitung. Alle Rechte vorbehalten", "(C) Harbour Ledger Media, Northam", "© Le Phare",
        "Todos os direitos reservados ao jornal.", "無断転載を禁じます。",
        "Όροι χρήσης. Με επιφύλαξη παντός δικαιώματος."};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        char html[300];
        (void)snprintf(html, sizeof html, "<p>Ducks came.<p>%s", lines[i]);
        becomes(html, lines[i], 0.99f, CL_ROLE_LEGAL);
        (void)snprintf(html, sizeof html, "<p>%s<p>Ducks came.", lines[i]);
        becomes(html, lines[i], 0.99f, CL_ROLE_BODY);
    }
    becomes("<p>Ducks came.<p>They had rights.", "They had rights.", 0.5f, CL_ROLE_BODY);
}

static void letters_end_with_how_to_leave(void **state) {
    (void)state;
#define LEAVE "Vous recevez cette lettre chaque lundi. Se désabonner"
    becomes("<p>Ducks came.<p>" LEAVE, LEAVE, 0.6f, CL_ROLE_PROMOTION);
    becomes("<p>Ducks came.<p>" LEAVE, LEAVE, 0.95f, CL_ROLE_BODY); /* a story about letters */
    becomes("<p>Ducks came.<p>" LEAVE "<p>Alle Rechte vorbehalten", LEAVE, 0.6f, CL_ROLE_PROMOTION);
}

#define WALL     "Jetzt weiterlesen mit einem Abo."
#define DATA(is) "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":" is "}</script>"

static void a_wall_is_where_the_page_says_so(void **state) {
    (void)state;
    becomes(DATA("false") "<p>Ducks came.<p>" WALL, WALL, 0.95f, CL_ROLE_PROMOTION);
    becomes(DATA("\"False\"") "<p>Ducks came.<p>" WALL "<p>Sie haben bereits ein Abo?", WALL, 0.95f, CL_ROLE_PROMOTION);
    becomes(
        "<meta property=article:content_tier content=locked><p>Ducks came.<p>" WALL, WALL, 0.95f, CL_ROLE_PROMOTION);
    becomes(DATA("true") "<p>Ducks came.<p>" WALL, WALL, 0.95f, CL_ROLE_BODY);
    becomes("<p>Ducks came.<p>" WALL, WALL, 0.95f, CL_ROLE_BODY);
    becomes(DATA("false") "<p>" WALL "<p>Ducks came.", WALL, 0.95f, CL_ROLE_BODY);
}

/* Where nothing else is left, something is better than nothing. */
static void a_page_of_endings_stays(void **state) {
    (void)state;
    making m;
    body_open(&m, "<p>Alle Rechte vorbehalten<p>All rights reserved", 0.5f);
    cl_evident_endings(&m.m, &m.labels);
    role_is(&m, "Alle Rechte vorbehalten", CL_ROLE_BODY);
    role_is(&m, "All rights reserved", CL_ROLE_BODY);
    making_close(&m);
}

#define ANSWER  "Es ist ein Fehler aufgetreten!"
#define SIGN_UP "<p>Melden Sie sich an<p>" ANSWER

static void forms_answer(void **state) {
    (void)state;
    becomes("<p>Ducks came.</p><div>" SIGN_UP "</div><p>So.", ANSWER, 0.6f, CL_ROLE_PROMOTION);
    becomes("<p>Ducks came.</p><div>" SIGN_UP "</div><p>So.", "Melden Sie sich an", 0.6f, CL_ROLE_PROMOTION);
    becomes("<p>Ducks came.</p><div>" SIGN_UP "</div><p>So.", "So.", 0.6f, CL_ROLE_BODY);
    /* The box is all the story there is, or is more than a form. */
    becomes("<div><p>Ducks came." SIGN_UP "</div>", ANSWER, 0.6f, CL_ROLE_BODY);
    becomes("<p>Ducks came.</p><div>" SIGN_UP "<p>1<p>2<p>3<p>4<p>5<p>6<p>7</div>", ANSWER, 0.6f, CL_ROLE_BODY);
}

static void corrections_are_notes(void **state) {
    (void)state;
#define STORY "<p>Ducks came.<p>They ate.<p>They left."
    static const char *const notes[] = {"Correction, 5 March: there were three ducks.",
        "KORREKTUR: In einer früheren Fassung waren es drei.", "Rectificatif : elles étaient trois.",
        "Исправление: их было три.", "Rectification."};
    for (size_t i = 0; i < sizeof notes / sizeof *notes; i++) {
        const bool last = i + 1 == sizeof notes / sizeof *notes;
        char html[300];
        (void)snprintf(html, sizeof html, STORY "<p>%s", notes[i]);
        becomes(html, notes[i], 0.9f, last ? CL_ROLE_BODY : CL_ROLE_NOTE);
        (void)snprintf(html, sizeof html, "<p>%s" STORY, notes[i]);
        becomes(html, notes[i], 0.9f, last ? CL_ROLE_BODY : CL_ROLE_NOTE);
        (void)snprintf(html, sizeof html, "<p>Ducks came.<p>%s<p>They ate.<p>They left.", notes[i]);
        becomes(html, notes[i], 0.9f, CL_ROLE_BODY);
    }
    becomes("<p>Ducks came.<p>Correction: three.", "Correction: three.", 0.9f, CL_ROLE_BODY); /* a story of one line */
    becomes(STORY "<p>Correction officers came as well.", "Correction officers came as well.", 0.9f, CL_ROLE_BODY);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rights_are_reserved_at_the_end),
        cmocka_unit_test(letters_end_with_how_to_leave),
        cmocka_unit_test(a_wall_is_where_the_page_says_so),
        cmocka_unit_test(a_page_of_endings_stays),
        cmocka_unit_test(forms_answer),
        cmocka_unit_test(corrections_are_notes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
