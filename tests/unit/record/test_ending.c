/* Access, other pages, posts, and why there is no body. */
#include "making.h"

#define LD(json) "<script type=application/ld+json>" json "</script>"
#define LONG                                                                                                           \
    "Der Hafenmeister öffnete die Schleuse um sechs, ein wenig früher als der Fahrplan es wollte, denn die Flut "    \
    "hatte "                                                                                                           \
    "es eilig, und niemand beschwerte sich."

static void access_is(const char *html, const char *access, bool truncated) {
    making m;
    making_open(&m, html, NULL);
    making_role(&m, LONG, CL_ROLE_BODY);
    cl_make_body(&m.m);
    m.record.from.body = CL_FROM_VISIBLE;
    cl_make_access(&m.m);
    assert_slice(access, m.record.access);
    assert_int_equal(truncated, m.record.truncated);
    making_close(&m);
}

static void who_may_read(void **state) {
    (void)state;
    access_is("<p>" LONG, "", false);
    access_is(LD("{\"@type\":\"Article\",\"isAccessibleForFree\":true}") "<p>" LONG, "free", false);
    access_is(LD("{\"@type\":\"Article\",\"isAccessibleForFree\":\"False\"}") "<p>" LONG, "paywalled", false);
    access_is(
        LD("{\"@type\":\"Article\",\"hasPart\":[{\"isAccessibleForFree\":false}]}") "<p>" LONG, "paywalled", false);
    access_is("<meta property=article:content_tier content=metered><p>" LONG, "metered", false);
    access_is("<p>" LONG "<p>La suite est réservée aux abonnés.", "paywalled", true);
    access_is(LD("{\"@type\":\"Article\",\"isAccessibleForFree\":true}") "<p>" LONG "<p>Subscribe to read more stories",
        "free", false);
}

static void a_body_that_breaks_off(void **state) {
    (void)state;
    making m;
    making_open(&m, LD("{\"@type\":\"Article\",\"isAccessibleForFree\":false}") "<p>Er sagte, dass …", NULL);
    making_role(&m, "Er sagte, dass …", CL_ROLE_BODY);
    cl_make_body(&m.m);
    m.record.from.body = CL_FROM_VISIBLE;
    cl_make_access(&m.m);
    assert_true(m.record.truncated);
    making_close(&m);
}

static void pages_are(const char *html, const char *url, const char *previous, const char *next, const char *single) {
    making m;
    making_open(&m, html, url);
    making_role(&m, LONG, CL_ROLE_BODY);
    m.m.base = m.options.url;
    cl_make_pages(&m.m);
    assert_slice(previous, m.record.pages.previous);
    assert_slice(next, m.record.pages.next);
    assert_slice(single, m.record.pages.single);
    making_close(&m);
}

static void parts_of_a_story(void **state) {
    (void)state;
    pages_are("<link rel=next href='/h?p=3'><p>" LONG
              "<p><a rel=prev href='/h?p=1'>1</a> <a href='/h?all'>Auf einer Seite</a>",
        "https://a.example/h?p=2", "https://a.example/h?p=1", "https://a.example/h?p=3", "https://a.example/h?all");
    pages_are("<link rel=next href=/h/3><p>" LONG, "https://a.example/h/2", "", "https://a.example/h/3", "");
    pages_are("<link rel=next href=/heat_2.html><p>" LONG, "https://a.example/heat.html", "",
        "https://a.example/heat_2.html", "");
    /* the stories before and after in a blog */
    pages_are("<link rel=next href=/ducks><link rel=prev href=/gulls><p>" LONG, "https://a.example/heat", "", "", "");
}

/* Where no link says rel=next. */
static void a_row_of_numbers(void **state) {
    (void)state;
#define PAGER "<ul><li>1<li><a href='/h?p=2'>2</a><li><a href='/h?p=3'>3</a><li><a href='/h?p=2'>Weiter</a></ul>"
    pages_are("<p>" LONG PAGER "<p><a href='/h?all'>Auf einer Seite</a>", "https://a.example/h", "",
        "https://a.example/h?p=2", "https://a.example/h?all");
    pages_are("<p>" LONG "<p><a href=/heat>1</a> <b>2</b> <a href=/heat/3>3</a>", "https://a.example/heat/2",
        "https://a.example/heat", "https://a.example/heat/3", "");
    pages_are("<p>" LONG "<p><a href=/heat>1</a> <a href=/heat/2><b>2</b></a>", "https://a.example/heat/2",
        "https://a.example/heat", "", "");
    /* One leads elsewhere, or to another number; none is the page's own; they stand before the story. */
    pages_are("<p>" LONG "<p>1 <a href=/ducks/2>2</a>", "https://a.example/heat", "", "", "");
    pages_are("<p>" LONG "<p><b>1</b> <a href='/heat?p=7'>2</a>", "https://a.example/heat", "", "", "");
    pages_are(
        "<p>" LONG "<p><a href='/heat?p=1'>1</a> <a href='/heat?p=2'>2</a>", "https://a.example/heat", "", "", "");
    pages_are("<p><b>1</b> <a href='/heat?p=2'>2</a><p>" LONG, "https://a.example/heat", "", "", "");
    pages_are("<p>" LONG "<p><b>1</b> <i>4</i> <a href='/heat?p=2'>2</a>", "https://a.example/heat", "", "", "");
}

static void posts_have_times(void **state) {
    (void)state;
    making m;
    making_open(&m,
        LD("{\"@type\":\"LiveBlogPosting\"}") "<h1>Live</h1><time "
                                              "datetime=2025-02-18T18:00:00Z>18</time><p>Anfang.</p><div><time "
                                              "datetime=2025-02-18T19:48:00+01:00>19:48</time><h2>Zwei</h2><p>b</p></"
                                              "div>",
        NULL);
    making_role(&m, "Anfang.", CL_ROLE_BODY);
    making_role(&m, "Zwei", CL_ROLE_BODY);
    making_role(&m, "b", CL_ROLE_BODY);
    m.record.published = CL_SLICE("2025-02-18T18:00:00Z");
    cl_make_body(&m.m);
    cl_make_posts(&m.m);
    assert_int_equal(3, m.record.body_count);
    assert_null(m.record.body[0].time.data);
    assert_slice("2025-02-18T19:48:00+01:00", m.record.body[1].time);
    assert_null(m.record.body[2].time.data);
    making_close(&m);
}

static void problem_is(const char *html, const char *consent, const char *problem) {
    making m;
    making_open(&m, html, NULL);
    if (consent)
        making_role(&m, consent, CL_ROLE_CONSENT);
    cl_make_problem(&m.m);
    assert_slice(problem, m.record.problem);
    making_close(&m);
}

static void why_there_is_no_body(void **state) {
    (void)state;
    problem_is("<title>404 Not Found</title><h1>Oh no</h1>", NULL, "error-page");
    problem_is("<title>Bote</title><h1>Seite nicht gefunden</h1>", NULL, "error-page");
    problem_is("<title>Bote</title><p>Wir und unsere 800 Partner</p>", "Wir und unsere 800 Partner", "consent-wall");
    problem_is("<title>Anmelden | Bote</title><p>Kennwort</p>", NULL, "login");
    problem_is("<title>Bote</title><div id=root></div><script src=a.js></script>", NULL, "needs-rendering");
    problem_is("<title>Bote</title><noscript>You need to enable JavaScript to run this app.</noscript>", NULL,
        "needs-rendering");
    problem_is("<title>Bote</title><p>Telefon und Öffnungszeiten</p>", NULL, "not-an-article");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_may_read),
        cmocka_unit_test(a_body_that_breaks_off),
        cmocka_unit_test(parts_of_a_story),
        cmocka_unit_test(a_row_of_numbers),
        cmocka_unit_test(posts_have_times),
        cmocka_unit_test(why_there_is_no_body),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
