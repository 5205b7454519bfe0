#include "page.h"
#include "record/record.h"

#include <stdio.h>

#define STORY                                                                                                          \
    "<p>The harbour master opened the lock at six, a little earlier than the timetable would have it, for the tide "   \
    "was in a hurry.</p><p>Nobody complained. Eleven boats passed before the sun stood above the roof of the old "     \
    "customs house.</p><p>Towards noon the water was so high that the ducks could look into the office, and two of "   \
    "them did.</p><p>In the evening nobody could say where they had come from, nor where they had gone.</p>"
#define JSON(author)                                                                                                   \
    "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Ducks in the office\"," author         \
    ",\"publisher\":{\"name\":\"The Messenger\"}}</script>"

/* A page with so much in its head, before its headline and before its story. */
static const char page_form[] =
    "<title>Ducks in the office</title><meta property=og:site_name content='The Messenger'>%s<main><article>"
    "<h1>Ducks in the office</h1>%s" STORY "%s</article></main>";

typedef struct made {
    test_page page;
    cl_record_maker *maker;
    cl_record record;
    char html[8192];
} made;

static void make(made *m, const char *head, const char *before, const char *behind) {
    snprintf(m->html, sizeof m->html, page_form, head, before, behind);
    page_open(&m->page, m->html);
    m->maker = cl_record_maker_new(&cl_allocator_default);
    assert_non_null(m->maker);
    const cl_record_options options = {.url = CL_SLICE("https://messenger.example/ducks")};
    assert_int_equal(CUTLINE_OK, cl_record_make(m->maker, &m->page.dom, &options, &m->record, NULL));
}

static void done(made *m) {
    cl_record_maker_free(m->maker);
    page_close(&m->page);
}

static void write_people(const cutline_person *people, size_t count, char *out, size_t room) {
    size_t size = 0;
    out[0] = '\0';
    for (size_t i = 0; i < count && size < room; i++)
        size += (size_t)snprintf(out + size, room - size, people[i].organization ? "%s[%.*s]" : "%s%.*s", i ? "+" : "",
            (int)people[i].name.size, people[i].name.data);
}

/* The authors of a page, + between them and organizations in brackets; then the contributors. */
static void assert_people(
    const char *head, const char *before, const char *behind, const char *authors, const char *contributors) {
    static made m;
    char have[1024];
    make(&m, head, before, behind);
    write_people(m.record.authors.at, m.record.authors.count, have, sizeof have);
    if (strcmp(authors, have) != 0)
        fail_msg("%s %s %s: want \"%s\", have \"%s\"", head, before, behind, authors, have);
    write_people(m.record.contributors.at, m.record.contributors.count, have, sizeof have);
    if (strcmp(contributors, have) != 0)
        fail_msg("%s %s %s: want contributors \"%s\", have \"%s\"", head, before, behind, contributors, have);
    done(&m);
}

static void assert_authors(const char *head, const char *before, const char *authors) {
    assert_people(head, before, "", authors, "");
}

static void each_place_is_read(void **state) {
    (void)state;
    assert_authors(JSON("\"author\":{\"@type\":\"Person\",\"name\":\"Ada Bach\"}"), "", "Ada Bach");
    assert_authors(JSON("\"author\":[\"Ada Bach\",{\"name\":\"By Emil Zahn, Reporter\"}]"), "", "Ada Bach+Emil Zahn");
    assert_authors(JSON("\"author\":{\"name\":[\"Ada Bach\",\"Emil Zahn\"]}"), "", "Ada Bach+Emil Zahn");
    assert_authors(JSON("\"author\":{\"givenName\":\"Ada\",\"familyName\":\"Bach\"}"), "", "Ada Bach");
    assert_authors(
        JSON("\"author\":{\"@type\":\"Organization\",\"name\":\"Ducks and Boats\"}"), "", "[Ducks and Boats]");
    assert_authors(JSON("\"creator\":[\"Ada Bach\"]"), "", "Ada Bach");
    assert_authors("<meta name=author content='Ada Bach and Emil Zahn'>", "", "Ada Bach+Emil Zahn");
    assert_authors("<meta name=authors content='Ada Bach, Emil Zahn'>", "", "Ada Bach+Emil Zahn");
    assert_authors(
        "<meta name=twitter:label1 content='Written by'><meta name=twitter:data1 content='Ada Bach'>", "", "Ada Bach");
    assert_authors("<meta name=twitter:label1 content='Price'><meta name=twitter:data1 content='Ada Bach'>", "", "");
    assert_authors("", "<p itemprop=author>Ada Bach</p>", "Ada Bach");
    assert_authors("", "<span itemprop=author><meta itemprop=name content='Ada Bach'></span>", "Ada Bach");
    assert_authors("", "<a rel=author href=/ada>Ada Bach</a>", "Ada Bach");
    assert_authors("", "<p class=byline>By Ada Bach and Emil Zahn</p>", "Ada Bach+Emil Zahn");
}

static void persons_are_believed_before_bodies(void **state) {
    (void)state;
    const char *const byline = "<p class=byline>By <a rel=author href=/ada>Ada Bach</a></p>";
    assert_authors(JSON("\"author\":{\"@type\":\"Organization\",\"name\":\"The Messenger\"}"), byline, "Ada Bach");
    assert_authors(JSON("\"author\":\"admin\""), byline, "Ada Bach");
    assert_authors(JSON("\"author\":\"ada.bach\""), byline, "Ada Bach");
    assert_authors(JSON("\"author\":\"The Messenger\""), byline, "Ada Bach");
    assert_authors(JSON("\"author\":[\"The Messenger\",\"Emil Zahn\"]"), "", "Emil Zahn");
    assert_authors(JSON("\"author\":\"The Messenger\""), "", "[The Messenger]");
    assert_authors(JSON("\"author\":\"AFP\""), "", "[AFP]");
    assert_authors(JSON("\"author\":\"Emil Zahn\""), byline, "Emil Zahn");
    assert_authors("<meta name=author content='The Messenger'>", byline, "Ada Bach");
    assert_authors("<meta name=author content=https://social.example/messenger>", byline, "Ada Bach");
}

static void a_byline_that_says_more_is_believed(void **state) {
    (void)state;
    assert_authors(JSON("\"author\":\"Ada Bach\""),
        "<p class=byline><span class=author>By Ada Bach and Emil Zahn</span></p>", "Ada Bach+Emil Zahn");
    assert_authors(JSON("\"author\":\"Ada Bach\""),
        "<p class=byline><span class=author>By Ida Roth and Emil Zahn</span></p>", "Ada Bach");
}

static void others_are_no_authors(void **state) {
    (void)state;
    assert_people("", "",
        "<section class=comments><h2>Comments</h2><ul><li><a rel=author href=/u/1>Karl Kurz</a><p>I like ducks very "
        "much "
        "indeed.</p></li><li><a rel=author href=/u/2>Lena Lang</a><p>So do I, but the office is "
        "wet.</p></li></ul></section>",
        "", "");
    assert_people("", "<p class=byline>By Ada Bach</p>",
        "<aside class=related><h2>Related stories</h2><ul><li><a href=/a>Geese in the attic</a> <span class=author>By "
        "Karl "
        "Kurz</span></li><li><a href=/b>Swans on the roof</a> <span class=author>By Lena Lang</span></li></ul></aside>",
        "Ada Bach", "");
}

static void a_site_is_a_body_unless_somebody_bears_its_name(void **state) {
    (void)state;
    static const char form[] = "<script type=application/ld+json>{\"@type\":\"Article\",\"author\":\"Ducks Weekend\","
                               "\"publisher\":{\"@type\":\"%s\",\"name\":\"Ducks Weekend\"}}</script>";
    char head[512];
    snprintf(head, sizeof head, form, "NewsMediaOrganization");
    assert_authors(head, "", "[Ducks Weekend]");
    snprintf(head, sizeof head, form, "Person");
    assert_authors(head, "", "Ducks Weekend");
}

static void what_is_announced_is_believed_first(void **state) {
    (void)state;
    assert_authors("", "<p class=byline>By Ada Bach</p><p><span class=author>Messenger Bird</span></p>", "Ada Bach");
    assert_authors(JSON("\"author\":\"adab\""), "<p class=byline>By Emil Zahn</p>", "Emil Zahn");
    assert_authors(JSON("\"author\":\"Ada\""), "<p class=byline>By Ada Bach</p>", "Ada");
    assert_authors(
        "", "<div itemprop=author itemscope>A Ada Bach 12 badges<b itemprop=name>Ada Bach</b></div>", "Ada Bach");
}

static void one_name_behind_the_story(void **state) {
    (void)state;
    assert_people("", "", "<p><span class=author>Ada Bach</span></p>", "Ada Bach", "");
}

static void a_note_behind_the_story(void **state) {
    (void)state;
    assert_people("<meta name=author content='The Messenger'>", "",
        "<p class=note>(Text: Ada Bach)</p><section class=comments><h2>Comments</h2></section>", "Ada Bach", "");
    assert_people("<meta name=author content='The Messenger'>", "",
        "<section class=author-bio><h3>Press contact</h3><p>Karl Kurz</p><p>press@messenger.example</p></section>",
        "[The Messenger]", "");
}

/* The whole page may stand in a box whose name says something of other boxes: "__next". */
static void boxes_around_the_story_say_nothing(void **state) {
    (void)state;
    static made m;
    static char html[8192 + 64];
    make(&m, "", "<div><span class=author><a href=/ada>Ada Bach</a></span><span>Harbourtown</span></div>", "");
    done(&m);
    snprintf(html, sizeof html, "<body><div id=__next>%s</div>", m.html);
    page_open(&m.page, html);
    m.maker = cl_record_maker_new(&cl_allocator_default);
    const cl_record_options options = {.url = CL_SLICE("https://messenger.example/ducks")};
    assert_int_equal(CUTLINE_OK, cl_record_make(m.maker, &m.page.dom, &options, &m.record, NULL));
    assert_int_equal(1, m.record.authors.count);
    assert_slice("Ada Bach", m.record.authors.at[0].name);
    done(&m);
}

static void helpers_contribute(void **state) {
    (void)state;
    assert_people("", "<p class=byline>By Ada Bach, photos by Emil Zahn</p>", "", "Ada Bach", "Emil Zahn");
    assert_people(
        JSON("\"author\":\"Ada Bach\",\"contributor\":{\"name\":\"Emil Zahn\"}"), "", "", "Ada Bach", "Emil Zahn");
    assert_people(JSON("\"author\":\"Ada Bach\",\"contributor\":\"Ada Bach\""), "", "", "Ada Bach", "");
}

static void authors_have_addresses(void **state) {
    (void)state;
    static made m;
    make(&m, JSON("\"author\":{\"name\":\"Ada Bach\",\"url\":\"/people/ada\"}"), "", "");
    assert_slice("https://messenger.example/people/ada", m.record.authors.at[0].url);
    assert_int_equal(CL_FROM_JSON_LD, m.record.from.authors);
    done(&m);
    make(&m, JSON("\"author\":\"Ada Bach\""), "<p>By <a rel=author href=../ada>Ada Bach</a></p>", "");
    assert_slice("https://messenger.example/ada", m.record.authors.at[0].url);
    done(&m);
    make(&m, "", "<p>By <a rel=author href='mailto:ada@messenger.example'>Ada Bach</a></p>", "");
    assert_slice("Ada Bach", m.record.authors.at[0].name);
    assert_null(m.record.authors.at[0].url.data);
    done(&m);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_place_is_read),
        cmocka_unit_test(persons_are_believed_before_bodies),
        cmocka_unit_test(a_byline_that_says_more_is_believed),
        cmocka_unit_test(others_are_no_authors),
        cmocka_unit_test(a_site_is_a_body_unless_somebody_bears_its_name),
        cmocka_unit_test(what_is_announced_is_believed_first),
        cmocka_unit_test(one_name_behind_the_story),
        cmocka_unit_test(a_note_behind_the_story),
        cmocka_unit_test(boxes_around_the_story_say_nothing),
        cmocka_unit_test(helpers_contribute),
        cmocka_unit_test(authors_have_addresses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
