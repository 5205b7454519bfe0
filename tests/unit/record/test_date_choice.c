#include "making.h"

#include "record/string.h"

#include <stdio.h>
#include <stdlib.h>

#define STORY "<p>The harbour master opened the lock at six.</p><p>Eleven boats went through before the sun was up.</p>"

typedef struct want {
    const char *published, *modified; /* "": none */
    cl_origin from;
} want;

/* The headline is "Ducks", the blocks of STORY are the body, those that hold "@" have the role date, "#" navigation. */
static void assert_choice(const char *html, const char *fetched, want w) {
    making m;
    making_open(&m, html, NULL);
    for (size_t i = 0; i < m.page.blocks.list.count; i++) {
        const cl_slice text = m.page.blocks.list.at[i].text;
        cl_label *const label = &m.labels.list.at[i];
        if (text.size == 5 && memcmp(text.data, "Ducks", 5) == 0)
            m.labels.headline = (uint32_t)i;
        else if (memchr(text.data, '@', text.size))
            label->role = CL_ROLE_DATE;
        else if (memchr(text.data, '#', text.size))
            label->role = CL_ROLE_NAVIGATION;
        else if (cl_contains(text, CL_SLICE("The harbour")))
            label->role = CL_ROLE_BODY;
    }
    m.record.language = CL_SLICE("en");
    m.record.source.canonical = m.data.canonical;
    m.options.fetched = cl_slice_z(fetched);
    cl_make_dates(&m.m);
    assert_slice(w.published, m.record.published);
    assert_slice(w.modified, m.record.modified);
    assert_int_equal(w.from, m.record.from.published);
    making_close(&m);
}

static void machines_are_believed(void **state) {
    (void)state;
    assert_choice(
        "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-05-01T06:00:00+02:00\","
        "\"dateModified\":\"2024-05-02T06:00:00+02:00\"}</script><h1>Ducks</h1><p>@ 1 May 2024</p>" STORY,
        NULL, (want){"2024-05-01T06:00:00+02:00", "2024-05-02T06:00:00+02:00", CL_FROM_JSON_LD});
    assert_choice("<meta property=article:published_time content=2024-05-01T06:00:00Z><meta property=og:updated_time "
                  "content=2024-05-03><h1>Ducks</h1>" STORY,
        NULL, (want){"2024-05-01T06:00:00Z", "2024-05-03", CL_FROM_META});
    assert_choice("<h1>Ducks</h1><abbr class=published title=2024-05-01T06:00:00-05:00>6 AM</abbr>" STORY, NULL,
        (want){"2024-05-01T06:00:00-05:00", "", CL_FROM_VISIBLE});
}

static void people_are_read(void **state) {
    (void)state;
    assert_choice("<h1>Ducks</h1><p>@ Published 1 May 2024, 10:15 | Updated 2 May 2024</p>" STORY, NULL,
        (want){"2024-05-01T10:15:00", "2024-05-02", CL_FROM_VISIBLE});
    assert_choice("<h1>Ducks</h1>" STORY "<p>@ 1 May 2024</p>", NULL, (want){"2024-05-01", "", CL_FROM_VISIBLE});
    assert_choice("<link rel=canonical href=https://a.example/2024/05/01/ducks><h1>Ducks</h1>" STORY, NULL,
        (want){"2024-05-01", "", CL_FROM_META});
}

/* With the day first in the address, where that is clear, and in a note at the foot that says so. */
static void days_come_first(void **state) {
    (void)state;
    assert_choice("<link rel=canonical href=https://a.example/meldungen/29-10-2021><h1>Ducks</h1>" STORY, NULL,
        (want){"2021-10-29", "", CL_FROM_META});
    assert_choice("<link rel=canonical href=https://a.example/05-10-2021><h1>Ducks</h1>" STORY, NULL,
        (want){"", "", CL_FROM_NOWHERE});
    assert_choice("<link rel=canonical href=https://a.example/05-30-2021><h1>Ducks</h1>" STORY, NULL,
        (want){"2021-05-30", "", CL_FROM_META});
}

/* Where nothing else is said: what scripts are told, if that is one day. */
static void scripts_are_told(void **state) {
    (void)state;
    static const char *const none[] = {"{\"unpublishedAt\":\"2024-05-01\"}", "{\"published_at\":true}",
        "{\"publicDate\":\"2024-05-01\"}", "{\"published_at\":\"2024-05-01\",\"next\":{\"pubDate\":\"2024-05-02\"}}",
        "{\"published_at\":", "\"published_at"};
    assert_choice("<h1>Ducks</h1>" STORY "<script>window.state = {\"id\":7,\"firstPublishedAt\" : "
                  "\"2024-05-01T10:15:00+02:00\",\"a\":\"{\\\"publish_date\\\":\\\"2024-05-01\\\"}\"}</script>",
        NULL, (want){"2024-05-01T10:15:00+02:00", "", CL_FROM_STATE});
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        char html[2048];
        snprintf(html, sizeof html, "<h1>Ducks</h1>" STORY "<script>%s</script>", none[i]);
        assert_choice(html, NULL, (want){"", "", CL_FROM_NOWHERE});
    }
    assert_choice("<h1>Ducks</h1><p>@ 3 May 2024</p>" STORY "<script>{\"published_at\":\"2024-05-01\"}</script>", NULL,
        (want){"2024-05-03", "", CL_FROM_VISIBLE});
}

static void what_was_changed_was_not_published_then(void **state) {
    (void)state;
    assert_choice(
        "<h1>Ducks</h1><p>@ Last updated: 2 May 2024</p>" STORY, NULL, (want){"", "2024-05-02", CL_FROM_NOWHERE});
    assert_choice("<meta property=article:modified_time content=2024-05-02><h1>Ducks</h1>" STORY, NULL,
        (want){"", "2024-05-02", CL_FROM_NOWHERE});
}

/* The words around a <time> tell what it is of, whatever its class says. */
static void times_of_the_last_change(void **state) {
    (void)state;
    static const char meta[] = "<meta property=article:published_time content=2024-05-01T06:00:00+02:00>";
    static const struct {
        const char *line, *published, *modified;
    } lines[] = {
        {"Updated <time class=published datetime=2024-05-02>2 May 2024</time>", "", "2024-05-02"},
        {"Last updated on <time datetime=2024-05-03T02:00:00Z>2 May 2024</time>", "", "2024-05-03T02:00:00Z"},
        {"Updated <time datetime=2024-05-02>two hours ago</time>", "", "2024-05-02"},
        {"By Anas<span>Updated</span><time class=published datetime=2024-05-02>May 2, 2024</time>", "", "2024-05-02"},
        {"Last updated on:</p><p>@ 2 May 2024", "", "2024-05-02"},
        {"Last updated</p><p>@ <time datetime=2024-05-02>Thursday</time>", "", "2024-05-02"},
        {"Updated by Anas Krause</p><p>@ 2 May 2024", "2024-05-02", ""},
        {"<time class='entry-date updated' datetime=2024-05-02>2 May 2024</time>", "2024-05-02", ""},
        {"<time class=updated datetime=2024-05-02></time>", "", "2024-05-02"},
        {"Published <time datetime=2024-05-02>two hours ago</time>", "2024-05-02", ""},
        {"<time datetime=2024-05-02>2 May 2024</time> (edited)", "2024-05-02", ""},
        {"<time datetime=2024-05-02>2 May 2024</time> Updated: <time datetime=2024-05-03>3 May</time>", "2024-05-02",
            ""},
    };
    char html[2048];
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        snprintf(html, sizeof html, "<h1>Ducks</h1><p>@ %s</p>" STORY, lines[i].line);
        assert_choice(html, NULL,
            (want){lines[i].published, lines[i].modified, *lines[i].published ? CL_FROM_VISIBLE : CL_FROM_NOWHERE});
        if (*lines[i].published)
            continue;
        snprintf(html, sizeof html, "%s<h1>Ducks</h1><p>@ %s</p>" STORY, meta, lines[i].line);
        assert_choice(html, NULL, (want){"2024-05-01T06:00:00+02:00", lines[i].modified, CL_FROM_META});
    }
}

/* A <time> without words does not stand in the block that comes next. */
static void a_time_without_words_stands_nowhere(void **state) {
    (void)state;
    assert_choice("<meta property=article:published_time content=2024-05-01><h1>Ducks</h1><p>@ 1 May 2024</p>"
                  "<time class=published datetime=2024-05-03T10:00:00Z></time><p>@ Ducks and drakes</p>" STORY,
        NULL, (want){"2024-05-01", "", CL_FROM_META});
}

/* 3/5/2014 is read as the rest of the page has it. */
static void the_order_of_the_page(void **state) {
    (void)state;
    assert_choice("<h1>Ducks</h1><p>@ 02-12-2024</p>" STORY, NULL, (want){"2024-02-12", "", CL_FROM_VISIBLE});
    assert_choice("<h1>Ducks</h1><p>@ 02-12-2024</p>" STORY "<p>Geese 25-11-2024</p>", NULL,
        (want){"2024-12-02", "", CL_FROM_VISIBLE});
    assert_choice("<h1>Ducks</h1><p>@ 02-12-2024</p>" STORY "<p>Geese 11-11-2024</p>", NULL,
        (want){"2024-02-12", "", CL_FROM_VISIBLE});
    assert_choice("<h1>Ducks</h1><p>@ 09.10.2024</p>" STORY "<p>Geese 11.24.2023</p>", NULL,
        (want){"2024-09-10", "", CL_FROM_VISIBLE});
    assert_choice("<h1>Ducks</h1><p>@ 02-12-2024</p>" STORY "<p>Geese 25-11-2024</p><p>Swans 11-25-2024</p>", NULL,
        (want){"2024-02-12", "", CL_FROM_VISIBLE});
    assert_choice(
        "<meta property=article:published_time content=2024-09-10T23:30:00Z><h1>Ducks</h1><p>@ 09.10.2024</p>" STORY,
        NULL, (want){"2024-09-10T23:30:00Z", "", CL_FROM_META});
    assert_choice("<meta property=article:modified_time content=2024-09-11><meta name=date content=2024-10-09>"
                  "<h1>Ducks</h1><p>@ 09.10.2024</p>" STORY,
        NULL, (want){"2024-10-09", "2024-09-11", CL_FROM_META});
}

/* The day that the top of a page tells is today's; that of a story may be the first thing in it. */
static void where_a_day_stands(void **state) {
    (void)state;
    assert_choice(
        "<p># <time datetime=2024-05-03>3 May 2024</time></p><h1>Ducks</h1><p>(1 May 2024) The harbour master "
        "opened the lock at six, and eleven boats went through before the sun was up.</p>",
        NULL, (want){"2024-05-01", "", CL_FROM_VISIBLE});
    assert_choice("<h1>Ducks</h1><p>Kiel, 1 May 2024. The harbour master opened the lock at six.</p>", NULL,
        (want){"2024-05-01", "", CL_FROM_VISIBLE});
    assert_choice("<h1>Ducks</h1><p>1 May 2024 was the day on which The harbour master opened the lock.</p>", NULL,
        (want){"", "", CL_FROM_NOWHERE});
}

static void other_dates_are_not_the_story(void **state) {
    (void)state;
    assert_choice("<h1>Ducks</h1>" STORY
                  "<footer><p>Copyright 1.2.2019. All rights reserved by the harbour master, the "
                  "town of ducks and all who sail in them since then</p></footer>",
        NULL, (want){"", "", CL_FROM_NOWHERE});
    assert_choice(
        "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"datePublished\":\"1970-01-01T00:00:00Z\"}"
        "</script><h1>Ducks</h1><p>@ 1 May 2024</p>" STORY,
        NULL, (want){"2024-05-01", "", CL_FROM_VISIBLE});
}

/* The day is the one where the page lives: the time in UTC is of the next. */
static void the_day_that_is_shown(void **state) {
    (void)state;
    assert_choice(
        "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"datePublished\":\"2023-11-09T01:09:55Z\"}"
        "</script><h1>Ducks</h1><p>@ November 8, 2023 at 6:09 p.m.</p>" STORY,
        NULL, (want){"2023-11-08T18:09:55-07:00", "", CL_FROM_JSON_LD});
    assert_choice(
        "<link rel=canonical href=https://a.example/2023/11/08/ducks><script "
        "type=application/ld+json>{\"@type\":\"NewsArticle\",\"datePublished\":\"2023-11-09T01:09:55Z\"}</script>"
        "<h1>Ducks</h1>" STORY,
        NULL, (want){"2023-11-08", "", CL_FROM_JSON_LD});
}

static void from_when_it_was_fetched(void **state) {
    (void)state;
    static const char page[] = "<h1>Ducks</h1><p>@ 2 hours ago</p>" STORY;
    assert_choice(page, "2024-05-01T01:30:00", (want){"2024-04-30T23:30:00", "", CL_FROM_VISIBLE});
    assert_choice(page, NULL, (want){"", "", CL_FROM_NOWHERE});
}

/* A page of nothing but dates, and a title that is a megabyte of them. */
static void many_dates_are_bounded(void **state) {
    (void)state;
    enum { SIZE = 1 << 20 };
    static const char time[] = "<time datetime=2024-05-01>1 May 2024</time><p>2 May 2024</p>";
    char *const html = malloc(2 * SIZE + 64);
    assert_non_null(html);
    size_t n = 0;
    memcpy(html, "<title>", 7);
    n += 7;
    while (n < SIZE) {
        memcpy(html + n, "1 May 2024 ", 11);
        n += 11;
    }
    memcpy(html + n, "</title>", 8);
    n += 8;
    while (n + sizeof time < 2 * SIZE) {
        memcpy(html + n, time, sizeof time - 1);
        n += sizeof time - 1;
    }
    html[n] = '\0';
    making m;
    making_open(&m, html, NULL);
    cl_make_dates(&m.m);
    assert_true(m.record.published.size >= 10);
    making_close(&m);
    free(html);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(machines_are_believed),
        cmocka_unit_test(people_are_read),
        cmocka_unit_test(days_come_first),
        cmocka_unit_test(scripts_are_told),
        cmocka_unit_test(what_was_changed_was_not_published_then),
        cmocka_unit_test(times_of_the_last_change),
        cmocka_unit_test(a_time_without_words_stands_nowhere),
        cmocka_unit_test(the_order_of_the_page),
        cmocka_unit_test(where_a_day_stands),
        cmocka_unit_test(other_dates_are_not_the_story),
        cmocka_unit_test(the_day_that_is_shown),
        cmocka_unit_test(from_when_it_was_fetched),
        cmocka_unit_test(many_dates_are_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
