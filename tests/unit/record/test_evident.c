/* Roles that words leave no doubt of. */
#include "making.h"

#include <stdio.h>

static void role_is(const making *m, const char *text, cl_role want) {
    const size_t i = (size_t)(page_block(&m->page, text) - m->page.blocks.list.at);
    assert_slice(cl_role_name(want).data, cl_role_name((cl_role)m->labels.list.at[i].role));
}

static void unsure(making *m) {
    for (size_t i = 0; i < m->labels.list.count; i++)
        m->labels.list.at[i].probability = 0.5f;
}

static void one_becomes(const char *html, const char *text, cl_role is, cl_role becomes) {
    making m;
    making_open(&m, html, NULL);
    making_role(&m, text, is);
    unsure(&m);
    cl_evident_roles(&m.m, &m.labels);
    role_is(&m, text, becomes);
    making_close(&m);
}

static void editions(void **state) {
    (void)state;
    static const char *const switchers[][2] = {{"<p>Português / Deutsch / English", "Português / Deutsch / English"},
        {"<div><a href=/a>Français</a> <a href=/b>Nederlands</a></div>", "Français Nederlands"},
        {"<p>Polski | <b>Čeština</b> |", "Polski | Čeština |"}};
    for (size_t i = 0; i < sizeof switchers / sizeof *switchers; i++)
        one_becomes(switchers[i][0], switchers[i][1], CL_ROLE_NAVIGATION, CL_ROLE_EDITION);
    static const char *const others[][2] = {{"<p>Deutsch", "Deutsch"}, {"<p>Deutsch / Enten", "Deutsch / Enten"},
        {"<p>Wir sprechen Deutsch, English", "Wir sprechen Deutsch, English"}, {"<p>/ | ,", "/ | ,"}};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        one_becomes(others[i][0], others[i][1], CL_ROLE_NAVIGATION, CL_ROLE_NAVIGATION);
    one_becomes("<p>Deutsch, English", "Deutsch, English", CL_ROLE_TOPIC, CL_ROLE_TOPIC);
    one_becomes("<p>Deutsch, English", "Deutsch, English", CL_ROLE_BODY, CL_ROLE_BODY);
    one_becomes("<h1>Deutsch, English</h1>", "Deutsch, English", CL_ROLE_HEADLINE, CL_ROLE_HEADLINE);
    /* One name a block, in a row. */
    making m;
    making_open(&m, "<ul><li>Deutsch<li>Türkçe</ul><p>Ente<p>English", NULL);
    unsure(&m);
    cl_evident_roles(&m.m, &m.labels);
    role_is(&m, "Deutsch", CL_ROLE_EDITION);
    role_is(&m, "Türkçe", CL_ROLE_EDITION);
    role_is(&m, "English", CL_ROLE_OTHER);
    making_close(&m);
}

static void references(void **state) {
    (void)state;
    static const struct {
        const char *html, *text;
        cl_role is, becomes;
    } rows[] = {
        {"<p>Ducks came.<p>READ: <a href=/g>Geese on the roof</a>", "READ: Geese on the roof", CL_ROLE_BYLINE,
            CL_ROLE_RELATED},
        {"<p>Ducks came.<p><b>Lesen:</b> <a href=/g>Gänse auf dem Dach</a>", "Lesen: Gänse auf dem Dach", CL_ROLE_TOPIC,
            CL_ROLE_RELATED},
        {"<p>Ducks came.<p>READ: Geese on the <a href=/r>roof</a>", "READ: Geese on the roof", CL_ROLE_BYLINE,
            CL_ROLE_BYLINE},
        {"<p>Ducks came.<p>TEXT: <a href=/g>Edda Brack</a>", "TEXT: Edda Brack", CL_ROLE_BYLINE, CL_ROLE_BYLINE},
        {"<p>Ducks came.<p>READ: <a href=/g>Geese on the roof</a>", "READ: Geese on the roof", CL_ROLE_BODY,
            CL_ROLE_BODY},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        making m;
        making_open(&m, rows[i].html, NULL);
        making_role(&m, "Ducks came.", CL_ROLE_BODY);
        making_role(&m, rows[i].text, rows[i].is);
        cl_evident_roles(&m.m, &m.labels);
        role_is(&m, rows[i].text, rows[i].becomes);
        making_close(&m);
    }
    /* No story, no story that is related to it. */
    one_becomes("<p>READ: <a href=/g>Geese on the roof</a>", "READ: Geese on the roof", CL_ROLE_OTHER, CL_ROLE_OTHER);
}

#define CAPTION "The mill pond at Tarnholm at noon"

static void captions(void **state) {
    (void)state;
    one_becomes("<td><img src=a.jpg alt='" CAPTION "'><br>" CAPTION "</td>", CAPTION, CL_ROLE_BYLINE, CL_ROLE_CAPTION);
    one_becomes("<td><img src=a.jpg alt='A pond'><br>" CAPTION "</td>", CAPTION, CL_ROLE_BYLINE, CL_ROLE_BYLINE);
    one_becomes(
        "<a href=/p><img src=a.jpg alt='" CAPTION "'><p>" CAPTION "</p></a>", CAPTION, CL_ROLE_OTHER, CL_ROLE_OTHER);
    one_becomes("<p><img src=a.jpg alt='" CAPTION "'>" CAPTION "</p>", CAPTION, CL_ROLE_RELATED, CL_ROLE_RELATED);
    one_becomes("<p><img src=a.jpg alt='" CAPTION "'>" CAPTION "</p>", CAPTION, CL_ROLE_BODY, CL_ROLE_BODY);
    one_becomes("<h1><img src=a.jpg alt='" CAPTION "'>" CAPTION "</h1>", CAPTION, CL_ROLE_HEADLINE, CL_ROLE_HEADLINE);
}

/* Both of two lines that are the same; of teasers, which are there twice too, none ends in a credit. */
static void caption_lines(void **state) {
    (void)state;
    static const struct {
        const char *text;
        cl_role want;
    } rows[] = {{CAPTION " [Ann One/Fotodienst]", CL_ROLE_CAPTION}, {CAPTION, CL_ROLE_OTHER}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char html[200];
        (void)snprintf(html, sizeof html, "<p>%s<p>%s<p>Ducks came.", rows[i].text, rows[i].text);
        making m;
        making_open(&m, html, NULL);
        m.m.dom = NULL;
        cl_evident_roles(&m.m, &m.labels);
        for (size_t k = 0; k < 2; k++)
            assert_int_equal(rows[i].want, m.labels.list.at[k].role);
        assert_int_equal(CL_ROLE_OTHER, m.labels.list.at[2].role);
        making_close(&m);
    }
}

/* "DucksHarbourTides", taken apart: units of one line begin where it does. */
static void topics_of_a_line(void **state) {
    (void)state;
    static const struct {
        const char *last;
        cl_role role, want;
    } rows[] = {{"Tides", CL_ROLE_TOPIC, CL_ROLE_TOPIC}, {"Tides", CL_ROLE_NAVIGATION, CL_ROLE_OTHER},
        {"Nobody slept. Nobody minded.", CL_ROLE_TOPIC, CL_ROLE_OTHER}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char html[100];
        (void)snprintf(html, sizeof html, "<p>Ducks<p>Harbour<p>%s<p>Comments", rows[i].last);
        making m;
        making_open(&m, html, NULL);
        m.m.dom = NULL;
        for (size_t k = 0; k < 3; k++)
            m.page.blocks.list.at[k].offset = 7;
        m.labels.list.at[0].role = (uint8_t)rows[i].role;
        cl_evident_roles(&m.m, &m.labels);
        role_is(&m, "Harbour", rows[i].want);
        role_is(&m, rows[i].last, rows[i].want);
        role_is(&m, "Comments", CL_ROLE_OTHER);
        making_close(&m);
    }
}

/* "Lakes & CanalsTidewaterDucks" close behind the story, of which the network says something else and is not sure. */
static void names_in_one_word_behind_the_story_are_topics(void **state) {
    (void)state;
    static const struct {
        const char *between;
        float sure;
        cl_role want;
    } rows[] = {{"", 0.5f, CL_ROLE_TOPIC}, {"<p>Share", 0.5f, CL_ROLE_TOPIC}, {"", 0.7f, CL_ROLE_NAVIGATION},
        {"<p>Share<p>Print<p>Send", 0.5f, CL_ROLE_NAVIGATION}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        static const char *const names[] = {"Lakes & Canals", "Tidewater", "Ducks"};
        char html[200];
        (void)snprintf(
            html, sizeof html, "<p>Ducks came.%s<p>Lakes &amp; Canals<p>Tidewater<p>Ducks<p>Comments", rows[i].between);
        making m;
        making_open(&m, html, NULL);
        m.m.dom = NULL;
        making_role(&m, "Ducks came.", CL_ROLE_BODY);
        for (size_t k = 0; k < m.labels.list.count; k++)
            m.page.blocks.list.at[k].offset = (uint32_t)k + 1;
        for (size_t k = 0; k < 3; k++) {
            const size_t at = (size_t)(page_block(&m.page, names[k]) - m.page.blocks.list.at);
            m.page.blocks.list.at[at].offset = 99;
            m.labels.list.at[at] = (cl_label){rows[i].sure, CL_ROLE_NAVIGATION};
        }
        cl_evident_roles(&m.m, &m.labels);
        for (size_t k = 0; k < 3; k++)
            role_is(&m, names[k], rows[i].want);
        role_is(&m, "Ducks came.", CL_ROLE_BODY);
        role_is(&m, "Comments", CL_ROLE_OTHER);
        making_close(&m);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(editions),
        cmocka_unit_test(references),
        cmocka_unit_test(captions),
        cmocka_unit_test(caption_lines),
        cmocka_unit_test(topics_of_a_line),
        cmocka_unit_test(names_in_one_word_behind_the_story_are_topics),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
