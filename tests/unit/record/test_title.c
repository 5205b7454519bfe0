#include "making.h"

#include <stdlib.h>

#define OG(title) "<meta property=og:site_name content='Der Bote'><meta property=og:title content='" title "'>"

static void title_is(const char *html, const char *headline, const char *title, const char *kicker) {
    making m;
    making_open(&m, html, NULL);
    if (headline)
        making_role(&m, headline, CL_ROLE_HEADLINE);
    m.record.site_name = CL_SLICE("Der Bote");
    cl_make_title(&m.m);
    assert_slice(title, m.record.title);
    assert_slice(kicker, m.record.kicker);
    making_close(&m);
}

static void as_shown_not_as_told(void **state) {
    (void)state;
    title_is(OG("Enten Hafen Flut News 2024") "<h1>Enten im Büro des Hafenmeisters</h1>",
        "Enten im Büro des Hafenmeisters", "Enten im Büro des Hafenmeisters", "");
    title_is(OG("Enten im Büro | Der Bote"), NULL, "Enten im Büro", "");
    title_is(
        "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Enten &amp; B\\u00fcro\"}</script>"
        "<title>Bote</title>",
        NULL, "Enten & Büro", "");
}

/* A heading of a teaser is likelier, but the page says another. */
static void a_heading_that_the_page_means(void **state) {
    (void)state;
    title_is(OG("Stirnlampen") "<h1>Stirnlampen</h1><h2>Das lesen andere gern</h2>", "Das lesen andere gern",
        "Stirnlampen", "");
    title_is(OG("Stirnlampen im Vergleich") "<h1>Der Bote</h1><h2>Lampen im Vergleich: elf Modelle</h2>",
        "Lampen im Vergleich: elf Modelle", "Lampen im Vergleich: elf Modelle", "");
}

static void kicker_in_the_heading(void **state) {
    (void)state;
    /* by its class */
    title_is("<h1><span class=headline-topline>Hafen</span> <span>Enten im Büro</span></h1>", "Hafen Enten im Büro",
        "Enten im Büro", "Hafen");
    /* because the page's own title goes without it */
    title_is(OG("Enten im Büro - Der Bote") "<h1><span><b>Hafen</b><i>Enten im Büro</i></span></h1>",
        "HafenEnten im Büro", "Enten im Büro", "Hafen");
    /* because the page's own title has a mark after it */
    title_is(OG("Hafen: Enten im Büro") "<h1><span class=a>Hafen</span> Enten im Büro</h1>", "Hafen Enten im Büro",
        "Enten im Büro", "Hafen");
    /* but not where all that it says of itself has the two as one */
    title_is(
        OG("Hafen: Enten im Büro") "<title>Hafen: Enten im Büro | Der Bote</title><h1><span class=kicker>Hafen</span> "
                                   "Enten im Büro</h1>",
        "Hafen Enten im Büro", "Hafen: Enten im Büro", "");
    title_is(OG("Enten im Büro") "<title>Hafen: Enten im Büro | Der Bote</title><h1><span class=kicker>Hafen</span> "
                                 "Enten im Büro</h1>",
        "Hafen Enten im Büro", "Enten im Büro", "Hafen");
    /* emphasis is none */
    title_is(OG("Hafen Enten im Büro") "<h1><em>Hafen</em> Enten im Büro</h1>", "Hafen Enten im Büro",
        "Hafen Enten im Büro", "");
}

static void what_hangs_on_the_heading(void **state) {
    (void)state;
    title_is(OG("Enten im Büro") "<h1>Enten im Büro <a href=/c>Kommentare: 90</a></h1>", "Enten im Büro Kommentare: 90",
        "Enten im Büro", "");
}

static void kicker_over_the_heading(void **state) {
    (void)state;
    making m;
    making_open(
        &m, "<p>·</p><p><a href=/h>Hafen</a><a href=/s>Stadt</a></p><p>1. Mai 2024</p><h1>Enten im Büro</h1>", NULL);
    making_role(&m, "·", CL_ROLE_KICKER);
    making_role(&m, "HafenStadt", CL_ROLE_KICKER);
    making_role(&m, "1. Mai 2024", CL_ROLE_KICKER);
    making_role(&m, "Enten im Büro", CL_ROLE_HEADLINE);
    cl_make_title(&m.m);
    assert_slice("Hafen", m.record.kicker);
    assert_int_equal(CL_FROM_VISIBLE, m.record.from.kicker);
    making_close(&m);
}

/* The page's own title tells where spaces are put in for markup's sake alone. */
static void spaces_of_markup(void **state) {
    (void)state;
    title_is(OG("港の鴨：市長室へ") "<h1>港の鴨：<span class=sub>市長室へ</span></h1>", "港の鴨： 市長室へ",
        "港の鴨：市長室へ", "");
}

static void a_title_of_a_megabyte(void **state) {
    (void)state;
    const size_t size = 1u << 20;
    char *const html = malloc(2 * size + 200);
    assert_non_null(html);
    strcpy(html, "<title>");
    size_t at = strlen(html);
    for (; at < size; at += 4)
        memcpy(html + at, "a - ", 4);
    memcpy(html + at, "</title><h1>", 12);
    at += 12;
    for (; at < 2 * size; at += 3)
        memcpy(html + at, "ä ", 3);
    strcpy(html + at, "</h1>");
    making m;
    making_open(&m, html, NULL);
    m.labels.headline = 0;
    m.record.site_name = CL_SLICE("a");
    cl_make_title(&m.m);
    assert_in_range(m.record.title.size, 1, CL_TITLE_MAX);
    making_close(&m);
    free(html);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(as_shown_not_as_told),
        cmocka_unit_test(a_heading_that_the_page_means),
        cmocka_unit_test(kicker_in_the_heading),
        cmocka_unit_test(what_hangs_on_the_heading),
        cmocka_unit_test(kicker_over_the_heading),
        cmocka_unit_test(spaces_of_markup),
        cmocka_unit_test(a_title_of_a_megabyte),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
