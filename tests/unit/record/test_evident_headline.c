/* Headline and byline of a flattened text. */
#include "making.h"

#define BODY "The harbour master opened the lock at six, for the tide was in a hurry."

/* Lines before the body; `is` is the role of the first one with that text, which becomes `want`. */
static void becomes(const char *html, const char *headline, const char *text, cl_role is, cl_role want) {
    making m;
    making_open(&m, html, NULL);
    m.m.dom = NULL;
    making_role(&m, text, is);
    if (headline)
        making_role(&m, headline, CL_ROLE_HEADLINE);
    making_role(&m, BODY, CL_ROLE_BODY);
    if (headline)
        m.labels.list.at[m.labels.headline].probability = 0.5f;
    cl_evident_headline(&m.m, &m.labels);
    const size_t i = (size_t)(page_block(&m.page, text) - m.page.blocks.list.at);
    assert_slice(cl_role_name(want).data, cl_role_name((cl_role)m.labels.list.at[i].role));
    if (want == CL_ROLE_HEADLINE)
        assert_int_equal(i, m.labels.headline);
    making_close(&m);
}

#define TITLE "Ducks in the office"
#define LINES "<p>Sport<p>Weather<p>" TITLE "<p>By Ada Bach<p>4 March 2025<p>" BODY

static void the_line_before_the_story(void **state) {
    (void)state;
    becomes(LINES, NULL, TITLE, CL_ROLE_NAVIGATION, CL_ROLE_HEADLINE);
    becomes(LINES, "4 March 2025", TITLE, CL_ROLE_NAVIGATION, CL_ROLE_HEADLINE);
    becomes(LINES, "By Ada Bach", TITLE, CL_ROLE_NAVIGATION, CL_ROLE_HEADLINE);
    /* The one that says what the story does, not the next one; one that says nothing of it, unless the network is sure.
     */
#define SHARE "<p>Harbour master and the lock<p>Facebook and Twitter<p>" BODY
    becomes(SHARE, NULL, "Harbour master and the lock", CL_ROLE_DECK, CL_ROLE_HEADLINE);
    becomes("<p>Sport Weather Politics" SHARE, "Sport Weather Politics", "Harbour master and the lock", CL_ROLE_DECK,
        CL_ROLE_HEADLINE);
    becomes("<p>The lock of the harbour" SHARE, "The lock of the harbour", "Harbour master and the lock", CL_ROLE_DECK,
        CL_ROLE_DECK);
    /* There is one, it is a sentence, too short, or too far from the story. */
    becomes("<p>Office of the harbour master" LINES, "Office of the harbour master", TITLE, CL_ROLE_NAVIGATION,
        CL_ROLE_NAVIGATION);
    becomes("<p>They came at noon.<p>" BODY, NULL, "They came at noon.", CL_ROLE_OTHER, CL_ROLE_OTHER);
    becomes("<p>Ducks<p>" BODY, NULL, "Ducks", CL_ROLE_OTHER, CL_ROLE_OTHER);
    becomes("<p>" TITLE "<p>1<p>2<p>3<p>4<p>5<p>6<p>7<p>8<p>" BODY, NULL, TITLE, CL_ROLE_OTHER, CL_ROLE_OTHER);
}

static void the_line_that_names_somebody(void **state) {
    (void)state;
    becomes(LINES, TITLE, "By Ada Bach", CL_ROLE_NAVIGATION, CL_ROLE_BYLINE);
    becomes("<p>" TITLE "<p>Ada Bach<p>4 March 2025<p>" BODY, TITLE, "Ada Bach", CL_ROLE_NAVIGATION, CL_ROLE_BYLINE);
    /* A name alone, without a date beside it. */
    becomes("<p>" TITLE "<p>Ada Bach<p>" BODY, TITLE, "Ada Bach", CL_ROLE_CAPTION, CL_ROLE_CAPTION);
    /* There is one already. */
    becomes("<p>" TITLE "<p>By Ada Bach<p>By Emil Crane<p>" BODY, TITLE, "By Ada Bach", CL_ROLE_BYLINE, CL_ROLE_BYLINE);
    becomes("<p>" TITLE "<p>By Ada Bach, who was there, and saw it<p>" BODY, TITLE,
        "By Ada Bach, who was there, and saw it", CL_ROLE_OTHER, CL_ROLE_OTHER);
}

/* Of pages of both kinds. */
static void the_line_that_is_a_date(void **state) {
    (void)state;
    static const struct {
        const char *html, *text;
        cl_role is, want;
    } rows[] = {{"<h1>" TITLE "</h1><p>3시간 전<p>" BODY, "3시간 전", CL_ROLE_SHARE, CL_ROLE_DATE},
        {"<h1>" TITLE "</h1><p>4 March 2025<p>" BODY, "4 March 2025", CL_ROLE_OTHER, CL_ROLE_DATE},
        /* It is the kicker, says more than the day, or stands before the headline. */
        {"<h1>" TITLE "</h1><p>4 March 2025<p>" BODY, "4 March 2025", CL_ROLE_KICKER, CL_ROLE_KICKER},
        {"<h1>" TITLE "</h1><p>Ducks since 4 March 2025<p>" BODY, "Ducks since 4 March 2025", CL_ROLE_OTHER,
            CL_ROLE_OTHER},
        {"<p>4 March 2025<h1>" TITLE "</h1><p>" BODY, "4 March 2025", CL_ROLE_OTHER, CL_ROLE_OTHER}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        making m;
        making_open(&m, rows[i].html, NULL);
        making_role(&m, TITLE, CL_ROLE_HEADLINE);
        making_role(&m, rows[i].text, rows[i].is);
        making_role(&m, BODY, CL_ROLE_BODY);
        cl_evident_headline(&m.m, &m.labels);
        const size_t k = (size_t)(page_block(&m.page, rows[i].text) - m.page.blocks.list.at);
        assert_slice(cl_role_name(rows[i].want).data, cl_role_name((cl_role)m.labels.list.at[k].role));
        making_close(&m);
    }
}

static void lines_under_see_also(void **state) {
    (void)state;
#define AFTER "<p>Geese on the roof<p>A swan in the bath"
    static const struct {
        const char *html;
        cl_role want;
    } rows[] = {{"<p>" BODY "<p>Διαβάστε επίσης" AFTER, CL_ROLE_RELATED}, {"<p>" BODY AFTER, CL_ROLE_BODY},
        {"<p>" BODY "<p>See also" AFTER "<p>" BODY, CL_ROLE_BODY}, {"<p>" BODY AFTER "<p>See also", CL_ROLE_BODY}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        making m;
        making_open(&m, rows[i].html, NULL);
        m.m.dom = NULL;
        for (size_t k = 0; k < m.labels.list.count; k++)
            m.labels.list.at[k].role = CL_ROLE_BODY;
        cl_evident_headline(&m.m, &m.labels);
        const size_t k = (size_t)(page_block(&m.page, "A swan in the bath") - m.page.blocks.list.at);
        assert_slice(cl_role_name(rows[i].want).data, cl_role_name((cl_role)m.labels.list.at[k].role));
        assert_int_equal(CL_ROLE_BODY, m.labels.list.at[0].role);
        making_close(&m);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_line_before_the_story),
        cmocka_unit_test(the_line_that_names_somebody),
        cmocka_unit_test(the_line_that_is_a_date),
        cmocka_unit_test(lines_under_see_also),
    };
    return cmocka_run_group_tests_name("evident_headline", tests, NULL, NULL);
}
