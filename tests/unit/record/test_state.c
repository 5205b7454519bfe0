#include "page.h"
#include "record/record.h"
#include "record/state.h"

#include <stdio.h>
#include <stdlib.h>

#define TITLE "<title>Enten ziehen ins Hafenbüro</title>"
#define P1                                                                                                             \
    "Der Hafenmeister öffnete die Schleuse um sechs, ein wenig früher als der Fahrplan es wollte, denn die Flut "    \
    "hatte "                                                                                                           \
    "es eilig."
#define P2                                                                                                              \
    "Niemand beschwerte sich. Elf Boote fuhren hindurch, noch ehe die Sonne über dem Dach des alten Zollhauses stand " \
    "und die Möwen wach waren."
#define P3                                                                                                             \
    "Gegen Mittag stand das Wasser so hoch, dass die Enten ins Büro schauen konnten, und zwei von ihnen taten das "   \
    "auch, bis sie hungrig wurden."

typedef struct made {
    test_page page;
    cl_record_maker *maker;
    cl_record record;
} made;

static void make(made *m, const char *html) {
    page_open(&m->page, html);
    m->maker = cl_record_maker_new(&cl_allocator_default);
    assert_non_null(m->maker);
    assert_int_equal(CUTLINE_OK, cl_record_make(m->maker, &m->page.dom, NULL, &m->record, NULL));
}

static void done(made *m) {
    cl_record_maker_free(m->maker);
    page_close(&m->page);
}

static void story_is(const char *html, cl_origin from) {
    made m;
    make(&m, html);
    assert_slice(P1 "\n\n" P2 "\n\n" P3, m.record.text);
    assert_int_equal(from, m.record.from.body);
    assert_slice("Enten ziehen ins Hafenbüro", m.record.title);
    assert_null(m.record.problem.data);
    done(&m);
}

static void a_list_of_paragraphs(void **state) {
    (void)state;
    story_is(TITLE
        "<div id=__next></div><script id=__NEXT_DATA__ type=application/json>{\"props\":{\"related\":[{\"title\":\"x\","
        "\"text\":\"" P1 P2 P3 P1
        "\"}],\"story\":{\"title\":\"Enten ziehen ins Hafenbüro\",\"blocks\":[{\"type\":\"p\","
        "\"data\":\"" P1 "\"},{\"type\":\"promo\",\"data\":\"" P1 P2 "\"},{\"type\":\"p\",\"data\":{\"text\":\"" P2
        "\"}},{\"type\":\"p\",\"data\":\"" P3 "\"}]}}}</script>",
        CL_FROM_STATE);
}

static void one_string_of_html(void **state) {
    (void)state;
    story_is(TITLE "<div id=app></div><script>window.__PRELOADED_STATE__ = {article:{headline:\"Enten ziehen ins "
                   "Hafenbüro\",body:\"\\u003cp\\u003e" P1 "\\u003c/p\\u003e\\u003cp\\u003e" P2
                   "\\u003c\\/p\\u003e<p>" P3 "</p>\"}};</script>",
        CL_FROM_STATE);
    story_is(TITLE
        "<app-root></app-root><script type=application/json>{&q;a&q;:{&q;title&q;:&q;Enten ziehen ins Hafenbüro&q;,"
        "&q;html&q;:&q;&l;p&g;" P1 "&l;/p&g;&l;p&g;" P2 "&l;/p&g;&l;p&g;" P3 "&l;/p&g;&q;}}</script>",
        CL_FROM_STATE);
    story_is(TITLE "<div></div><script>self.__next_f.push([1,\"7:{\\\"title\\\":\\\"Enten ziehen ins "
                   "Hafenbüro\\\"}\\n\"])</script>"
                   "<script>self.__next_f.push([1,\"\\u003cp>" P1 "\\u003c/p>\\u003cp>" P2 "\\u003c/p>\\u003cp>" P3
                   "\\u003c/p>\"])</script>",
        CL_FROM_STATE);
}

static void article_body_of_json_ld(void **state) {
    (void)state;
    story_is(TITLE
        "<div></div><script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Enten ziehen ins "
        "Hafenbüro\",\"articleBody\":\"" P1 "\\n\\n" P2 "\\n\\n" P3 "\"}</script>",
        CL_FROM_JSON_LD);
}

/* What the HTML holds is the story, whatever the scripts say. */
static void the_page_comes_first(void **state) {
    (void)state;
    made m;
    make(&m, TITLE
        "<h1>Enten ziehen ins Hafenbüro</h1><article><p>" P1 "</p><p>" P2 "</p><p>" P3 "</p><p>" P1 P2
        "</p></article><script type=application/json>{\"title\":\"Enten ziehen ins Hafenbüro\",\"body\":\"<p>" P3 P3 P3
            P3 P3 P3 P3 P3 P3 P3 P3 "</p>\"}</script>");
    assert_int_equal(CL_FROM_VISIBLE, m.record.from.body);
    assert_slice(P1, m.record.body[0].text);
    done(&m);
}

/* Another story's text is none of this page's. */
static void another_headline(void **state) {
    (void)state;
    made m;
    make(&m,
        TITLE "<div id=app></div><script type=application/json>{\"title\":\"Hunde bleiben draußen\",\"body\":\"<p>" P1
              "</p><p>" P2 "</p><p>" P3 "</p>\"}</script>");
    assert_int_equal(0, m.record.body_count);
    assert_slice("needs-rendering", m.record.problem);
    done(&m);
}

/* Lists in lists in lists, and a hundred thousand paragraphs: time and memory stay with the page. */
static void state_is_bounded(void **state) {
    (void)state;
    enum { LEVELS = 100000, SIZE = 4u << 20 };
    char *const html = malloc(SIZE + 1000);
    assert_non_null(html);
    size_t at = (size_t)sprintf(html, TITLE "<script>x={\"title\":\"Enten ziehen ins Hafenbüro\",\"b\":");
    memset(html + at, '[', LEVELS);
    at += LEVELS;
    while (at < SIZE)
        at += (size_t)sprintf(html + at, "\"%s\",", P1);
    html[at] = '\0';
    made m;
    make(&m, html);
    done(&m);
    free(html);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_list_of_paragraphs),
        cmocka_unit_test(one_string_of_html),
        cmocka_unit_test(article_body_of_json_ld),
        cmocka_unit_test(the_page_comes_first),
        cmocka_unit_test(another_headline),
        cmocka_unit_test(state_is_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
