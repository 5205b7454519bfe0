/* What of the body is the story. The network is not asked: the test says what it said. */
#include "told.h"
#include "label/story.h"

/* The harbour's links are none of it, and the page has one headline. */
static cl_role role_of(cl_slice text, const void *user) {
    (void)user;
    if (cl_slice_equal(text, cl_slice_z("Die Schleuse")))
        return CL_ROLE_HEADLINE;
    return text.size >= 4 && memcmp(text.data, "Link", 4) == 0 ? CL_ROLE_RELATED : CL_ROLE_BODY;
}

static void becomes(const char *html, float story, const char *text, cl_role want) {
    told t;
    told_open(&t, html, role_of, NULL);
    cl_labels_keep_story(&t.labels, &t.features, story);
    assert_string_equal(cl_role_name(want).data, told_role(&t, text));
    told_close(&t);
}

#define P1                                                                                                             \
    "Der Hafenmeister öffnete die Schleuse um sechs, ein wenig früher als der Fahrplan es wollte, denn die Flut "    \
    "hatte es eilig. Elf Boote fuhren hindurch, noch ehe die Sonne über dem Dach stand, und das letzte war gelb."
#define P2                                                                                                             \
    "Gegen Mittag stand das Wasser so hoch, dass die Enten ins Büro schauen konnten, und zwei von ihnen taten das "   \
    "auch. Niemand beschwerte sich, am wenigsten der Hafenmeister, der sie beim Namen kannte."
#define STORY              "<h1>Die Schleuse</h1><p>" P1 "</p><p>" P2 "</p>"
#define LINKS6             "<li>Link eins<li>Link zwei<li>Link drei<li>Link vier<li>Link fünf<li>Link sechs"
#define LINKS12            "<ul>" LINKS6 LINKS6 "</ul>"
#define LINKS24            "<ul>" LINKS6 LINKS6 LINKS6 LINKS6 "<li>Link mehr</ul>"
#define OTHER              "Ein Leser schreibt, dass ihm die Boote zu laut sind, vor allem das gelbe am frühen Morgen."
#define PAGE(between, far) "<div id=a><div id=b>" STORY "</div></div>" between "<div id=c>" far "</div>"

static void a_text_far_away_is_another(void **state) {
    (void)state;
    becomes(PAGE(LINKS12, "<p>" OTHER "</p>"), 1, OTHER, CL_ROLE_OTHER);
    becomes(PAGE(LINKS12, "<p>" OTHER "</p>"), 1, P1, CL_ROLE_BODY);
    /* Nor is the story the longer of two, if it follows the headline. */
    becomes(PAGE(LINKS24, "<p>" P1 " " P1 "<p>" P2 " " P2 "<p>" OTHER), 1, OTHER, CL_ROLE_OTHER);
    becomes(PAGE(LINKS24, "<p>" P1 " " P1 "<p>" P2 " " P2 "<p>" OTHER), 1, P2, CL_ROLE_BODY);
}

static void a_text_stays(void **state) {
    (void)state;
    /* on a page that is no story, */
    becomes(PAGE(LINKS12, "<p>" OTHER "</p>"), 0.3f, OTHER, CL_ROLE_BODY);
    /* that is near, */
    becomes(PAGE("<ul>" LINKS6 "</ul>", "<p>" OTHER "</p>"), 1, OTHER, CL_ROLE_BODY);
    /* that is in the same part of the page, */
    becomes("<div id=a><div id=b>" STORY LINKS24 "<div><p>" OTHER "</p></div></div></div>", 1, OTHER, CL_ROLE_BODY);
    /* that is longer and not far enough, */
    becomes(PAGE(LINKS12, "<p>" P1 P1 "<p>" P2 P2 "<p>" OTHER), 1, OTHER, CL_ROLE_BODY);
    /* that is told as the story is, part by part, */
    becomes("<div id=a><section><div>" STORY "</div></section>" LINKS12 "<section><div><p>" OTHER
            "</div></section></div>",
        1, OTHER, CL_ROLE_BODY);
    /* or is told of a story that is none. */
    becomes("<div id=a><div id=b><h1>Die Schleuse</h1><p>Elf Boote.</div></div>" LINKS12
            "<div id=c><p>Noch zwei.</div>",
        1, "Noch zwei.", CL_ROLE_BODY);
}

static void a_page_in_many_pieces_is_left_as_it_is(void **state) {
    (void)state;
#define PIECE(name) LINKS12 "<div id=" name "><p>" OTHER "</p></div>"
#define PIECES4     PIECE("d") PIECE("e") PIECE("f") PIECE("g")
    becomes(PAGE(PIECES4, "<p>Ein Brief.</p>"), 1, OTHER, CL_ROLE_OTHER);
    becomes(PAGE(PIECES4 PIECES4 PIECE("h"), "<p>Ein Brief.</p>"), 1, OTHER, CL_ROLE_BODY);
}

#define BOX       "<div class=box><h3>Was man weiß</h3><p>" OTHER "</p></div>"
#define IN(inner) "<div id=a><h1>Die Schleuse</h1><p>" P1 "<p>" P2 inner "<p>" P1 " Ja.<p>" P2 " Nein.</div>"

static void of_lines_becomes(const char *html, float story, const char *text, cl_role want) {
    told t;
    told_open(&t, html, role_of, NULL);
    cl_labels_keep_story_lines(&t.labels, &t.page.blocks, story);
    assert_string_equal(cl_role_name(want).data, told_role(&t, text));
    told_close(&t);
}

/* As for a flattened text: only how many lines lie between, and how many letters a stretch has, counts. */
static void lines_far_away_are_another(void **state) {
    (void)state;
#define FAR LINKS24 LINKS24
    of_lines_becomes(PAGE(LINKS12, "<p>Wetter.</p>"), 1, "Wetter.", CL_ROLE_OTHER);
    of_lines_becomes(PAGE(LINKS12, "<p>Wetter.</p>"), 0.3f, "Wetter.", CL_ROLE_BODY);
    of_lines_becomes(PAGE(LINKS12, "<p>" OTHER "</p>"), 1, OTHER, CL_ROLE_BODY);
    of_lines_becomes(PAGE(FAR, "<p>" OTHER "</p>"), 1, OTHER, CL_ROLE_OTHER);
    of_lines_becomes("<p>" OTHER "</p>" FAR STORY, 1, OTHER, CL_ROLE_BODY);
    of_lines_becomes("<p>Wetter.</p>" LINKS12 STORY, 1, "Wetter.", CL_ROLE_OTHER);
}

static void a_box_with_a_heading_stands_beside_the_story(void **state) {
    (void)state;
    becomes(IN(BOX), 1, OTHER, CL_ROLE_ASIDE);
    becomes(IN(BOX), 1, "Was man weiß", CL_ROLE_ASIDE);
    becomes(IN(BOX), 1, P2 " Nein.", CL_ROLE_BODY);
    becomes(IN(BOX), 0.3f, OTHER, CL_ROLE_BODY);
    /* Not where it has no heading, or a list, or where the story is told in such boxes, or in sections. */
    becomes(IN("<div class=box><p>" OTHER "</p></div>"), 1, OTHER, CL_ROLE_BODY);
    becomes(IN("<div class=box><h3>Was man weiß</h3><ul><li>" OTHER "</ul></div>"), 1, OTHER, CL_ROLE_BODY);
    becomes(IN(BOX BOX BOX), 1, OTHER, CL_ROLE_BODY);
#define SUBHEAD "<h2>Wasser</h2><p>" P2
    becomes(IN(BOX SUBHEAD SUBHEAD SUBHEAD SUBHEAD), 1, OTHER, CL_ROLE_ASIDE);
    becomes(IN(BOX SUBHEAD SUBHEAD SUBHEAD SUBHEAD SUBHEAD), 1, OTHER, CL_ROLE_BODY);
    /* Nor where the box is most of the page. */
    becomes("<div id=a><p>" P1 "<p>" P2 "<div><h3>Was man weiß</h3><p>" P1 " " P1 " " P2 "</div></div>", 1,
        "Was man weiß", CL_ROLE_BODY);
}

static void what_is_no_text_does_not_end_a_story(void **state) {
    (void)state;
#define ENDS(tail) "<div id=a><div id=b>" STORY "</div>" tail "</div>"
    becomes(ENDS("<h4>Mehr dazu</h4>"), 1, "Mehr dazu", CL_ROLE_RELATED);
    becomes(ENDS("<h4>Mehr dazu</h4><p><a href=/x>Noch eine Schleuse</a>"), 1, "Noch eine Schleuse", CL_ROLE_RELATED);
    becomes(ENDS("<h4>Mehr dazu</h4><p>Sie schließt um acht."), 1, "Mehr dazu", CL_ROLE_BODY);
    becomes("<div id=a>" STORY "<h4>Mehr dazu</h4></div>", 1, "Mehr dazu", CL_ROLE_BODY);
    becomes(
        ENDS("<ul><li>" OTHER " Eins.<li>" OTHER " Zwei.<li>" OTHER " Drei.</ul>"), 1, OTHER " Zwei.", CL_ROLE_BODY);
}

static void a_heading_before_the_story_is_its_deck(void **state) {
    (void)state;
#define BEGINS(lead) "<div id=a><h1>Die Schleuse</h1>" lead "<div id=b><p>" P1 "<p>" P2 "</div></div>"
    becomes(BEGINS("<h2>" OTHER "</h2>"), 1, OTHER, CL_ROLE_DECK);
    becomes(BEGINS("<p>" OTHER "</p>"), 1, OTHER, CL_ROLE_BODY);
    becomes(BEGINS("<h2>Hoch</h2>"), 1, "Hoch", CL_ROLE_BODY);
    becomes(BEGINS("<h2>" OTHER "</h2><p>Wasser.</p>"), 1, OTHER, CL_ROLE_BODY);
    becomes("<div id=b><h1>Die Schleuse</h1><h2>" OTHER "</h2><p>" P1 "<p>" P2 "</div>", 1, OTHER, CL_ROLE_BODY);
}

static void a_line_that_heads_something_else_goes_with_it(void **state) {
    (void)state;
#define LAST(last, more) "<div id=a>" STORY last "<ul><li>Link eins<li>Link zwei</ul>" more "</div>"
    becomes(LAST("<h4>Mehr dazu</h4>", ""), 1, "Mehr dazu", CL_ROLE_RELATED);
    becomes(LAST("<p>Das könnte Sie auch freuen:", ""), 1, "Das könnte Sie auch freuen:", CL_ROLE_RELATED);
    becomes(LAST("<p>请继续阅读：", ""), 1, "请继续阅读：", CL_ROLE_RELATED);
    becomes(LAST("<h3>Zum Schluss</h3><h4>Mehr dazu</h4>", ""), 1, "Zum Schluss", CL_ROLE_RELATED);
    becomes(LAST("<p>Das freut auch Sie.", ""), 1, "Das freut auch Sie.", CL_ROLE_BODY);
    becomes(LAST("<h4>Wasser</h4>", "<p>Es steigt."), 1, "Wasser", CL_ROLE_BODY);
    becomes("<div id=a>" STORY "<h4>Ende</h4></div>", 1, "Ende", CL_ROLE_BODY);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_far_away_is_another),
        cmocka_unit_test(a_text_stays),
        cmocka_unit_test(a_page_in_many_pieces_is_left_as_it_is),
        cmocka_unit_test(lines_far_away_are_another),
        cmocka_unit_test(a_box_with_a_heading_stands_beside_the_story),
        cmocka_unit_test(what_is_no_text_does_not_end_a_story),
        cmocka_unit_test(a_heading_before_the_story_is_its_deck),
        cmocka_unit_test(a_line_that_heads_something_else_goes_with_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
