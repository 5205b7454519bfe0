#include "making.h"

#include <stdio.h>

/* Makes section and topics of a page; every block whose text is in `blocks`, up to a NULL, is of topics. */
static void open_topics(making *m, const char *html, const char *const *blocks) {
    making_open(m, html, NULL);
    for (; *blocks; blocks++)
        making_role(m, *blocks, CL_ROLE_TOPIC);
    cl_make_section(&m->m);
    cl_make_topics(&m->m);
}

static void topics_are(const char *html, const char *const *blocks, const char *topics, const char *keywords) {
    making m;
    open_topics(&m, html, blocks);
    assert_strings(topics, m.record.topics.at, m.record.topics.count);
    assert_strings(keywords, m.record.keywords.at, m.record.keywords.count);
    making_close(&m);
}

static void each_link_is_one(void **state) {
    (void)state;
    topics_are("<p>Themen:<a href=/e>#Enten</a><a href=/h>Hafen</a><a href=/f>Flut</a></p>",
        (const char *const[]){"Themen:#EntenHafenFlut", NULL}, "Enten+Hafen+Flut", "");
    topics_are(
        "<h3>Mehr zum Thema</h3><ul><li><a href=/e>Enten</a><li><a href=/E>enten</a><li><a href=/h>Hafen</a></ul>",
        (const char *const[]){"Mehr zum Thema", "Enten", "enten", "Hafen", NULL}, "Enten+Hafen", "");
}

static void a_list_without_links(void **state) {
    (void)state;
    topics_are("<p>Tags: ducks, harbour · Warner Bros.</p>",
        (const char *const[]){"Tags: ducks, harbour · Warner Bros.", NULL}, "ducks+harbour+Warner Bros.", "");
    topics_are("<h4>Etiquetas</h4><button>patos</button><button>puerto</button>",
        (const char *const[]){"Etiquetas", "patos", "puerto", NULL}, "patos+puerto", "");
}

static void categories_are_none(void **state) {
    (void)state;
    making m;
    open_topics(&m,
        "<p>Posted in <a rel='category tag' href=/n>Nature</a> and tagged <a rel=tag href=/d>ducks</a>, <a rel=tag "
        "href=/h>harbour</a>. <a href=/p>Permalink</a></p>",
        (const char *const[]){"Posted in Nature and tagged ducks, harbour. Permalink", NULL});
    assert_strings("ducks+harbour", m.record.topics.at, m.record.topics.count);
    assert_slice("Nature", m.record.section);
    assert_int_equal(CL_FROM_VISIBLE, m.record.from.section);
    making_close(&m);
    topics_are("<p>Kategorien: <a href=/l>Länder</a><br>Schlagwörter: <a href=/e>Enten</a>, <a href=/h>Hafen</a></p>",
        (const char *const[]){"Kategorien: Länder\nSchlagwörter: Enten, Hafen", NULL}, "Enten+Hafen", "");
}

/* Links that say they are tags, in a block that was not seen to be topics. */
static void tags_elsewhere(void **state) {
    (void)state;
    topics_are("<p>1. Mai, von Ada, <a rel=tag href=/e>Enten</a></p><p><a rel=tag href=/x>Hunde</a></p>",
        (const char *const[]){NULL}, "Enten+Hunde", "");
}

#define TOLD                                                                                                           \
    "<meta name=keywords content='enten, büro, hafen nachrichten heute'><meta property=article:tag "                  \
    "content=Enten><meta "                                                                                             \
    "property=article:tag content=Hafen>"

/* No role says so, but where each link of a row leads, soon after the story. */
static void rows_by_their_addresses(void **state) {
    (void)state;
    static const struct {
        const char *row, *want;
    } rows[] = {{"<p><a href=/topics/d>ducks</a> | <a href=/topics/h>harbour</a></p>", "ducks+harbour"},
        {"<p><a href=/topics/d>ducks</a> | <a href=/news/h>harbour</a></p>", ""},
        {"<p>All that was ever written here of <a href=/topics/d>ducks</a>, or <a href=/topics/h>harbour</a></p>", ""}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char html[300];
        (void)snprintf(html, sizeof html, "<p>Ducks came.</p>%s", rows[i].row);
        making m;
        making_open(&m, html, NULL);
        making_role(&m, "Ducks came.", CL_ROLE_BODY);
        cl_make_topics(&m.m);
        assert_strings(rows[i].want, m.record.topics.at, m.record.topics.count);
        making_close(&m);
    }
    topics_are(
        "<p><a href=/topics/d>ducks</a> | <a href=/topics/h>harbour</a></p>", (const char *const[]){NULL}, "", "");
}

static void what_machines_are_told(void **state) {
    (void)state;
    /* only where nothing is shown, and the rest are keywords */
    making m;
    open_topics(&m, TOLD "<p>x</p>", (const char *const[]){NULL});
    assert_strings("Enten+Hafen", m.record.topics.at, m.record.topics.count);
    assert_strings("büro+hafen nachrichten heute", m.record.keywords.at, m.record.keywords.count);
    assert_int_equal(CL_FROM_META, m.record.from.topics);
    making_close(&m);
    topics_are("<meta name=keywords content='enten, büro'><p><a href=/m>Möwen</a></p>",
        (const char *const[]){"Möwen", NULL}, "Möwen", "enten+büro");
    /* JSON-LD: a list, a string, things with names */
    topics_are(
        "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"keywords\":[\"Enten\",{\"@type\":\"Thing\","
        "\"name\":\"Hafen\"},\"Flut; Ebbe\"]}</script>",
        (const char *const[]){NULL}, "Enten+Hafen+Flut+Ebbe", "");
}

/* Names that are no words of readers. */
static void what_is_for_machines_alone(void **state) {
    (void)state;
    topics_are("<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"keywords\":[\"Lite:true\",\"Tag:Ducks\","
               "\"Topic:Old Harbours\",\"Publication:messenger\"]}</script>",
        (const char *const[]){NULL}, "Ducks+Old Harbours", "");
    topics_are("<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"keywords\":[\"26157981-b4f7-4929-adc1-"
               "e860c6f03636\",\"Category: Travel\",\"NLP Entity Tokens: Old Harbours\"]}</script>",
        (const char *const[]){NULL}, "Old Harbours", "");
    topics_are(
        "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"keywords\":\"editors_pick,re:publica,Ducks\"}"
        "</script>",
        (const char *const[]){NULL}, "re:publica+Ducks", "");
}

/* The page shows two of the five tags it has. */
static void a_list_shown_in_part(void **state) {
    (void)state;
    topics_are("<meta name=news_keywords content='Enten,Hafen,Flut,Ebbe,Tide'><p><a href=/h>Hafen</a> <a "
               "href=/e>Enten</a></p>",
        (const char *const[]){"Hafen Enten", NULL}, "Hafen+Enten+Flut+Ebbe+Tide", "");
}

/* Blocks that were taken for topics, by what the page tells machines of its own. */
static void what_is_shown_by_what_is_told(void **state) {
    (void)state;
    /* nothing of them is told, and the tags are */
    topics_are(TOLD "<p><a href=/s>Zur Startseite</a></p>", (const char *const[]){"Zur Startseite", NULL},
        "Enten+Hafen", "büro+hafen nachrichten heute");
    /* unless they say that they are tags */
    topics_are(TOLD "<p><a rel=tag href=/m>Möwen</a></p>", (const char *const[]){"Möwen", NULL}, "Möwen",
        "Enten+Hafen+büro+hafen nachrichten heute");
    /* of two runs, that of which something is told */
    topics_are("<meta name=keywords content='Hafen, Boot'><p><a href=/h>Hafen</a> <a href=/m>Möwen</a><h2>x</h2><p><a "
               "href=/l>Anmelden</a>",
        (const char *const[]){"Hafen Möwen", "Anmelden", NULL}, "Hafen+Möwen", "Boot");
    /* tags made of the address tell nothing */
    making m;
    making_open(&m, "<meta name=keywords content='enten,im,hafen,buero'><p>x</p>", NULL);
    m.record.source.canonical = CL_SLICE("https://bote.example/enten-im-hafen-buero");
    cl_make_topics(&m.m);
    assert_strings("", m.record.topics.at, m.record.topics.count);
    making_close(&m);
}

static void numbers_of_stories(void **state) {
    (void)state;
    topics_are("<p><a href=/e>Enten <i>12</i></a> <a href=/h>Hafen <i>7</i></a></p>",
        (const char *const[]){"Enten 12 Hafen 7", NULL}, "Enten+Hafen", "");
    topics_are("<p><a href=/e>Enten</a> <a href=/h>Agenda 21</a></p>", (const char *const[]){"Enten Agenda 21", NULL},
        "Enten+Agenda 21", "");
    topics_are("<p><a href=/e>Enten</a> <a href=/u>Zum Hafen &gt;</a></p>",
        (const char *const[]){"Enten Zum Hafen >", NULL}, "Enten", "");
}

/* One string of JSON-LD that is another list without its commas. */
static void a_glued_list(void **state) {
    (void)state;
    topics_are("<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"keywords\":\"Hafen Enten Alte Flut\"}"
               "</script><meta name=keywords content='Enten,Alte Flut,Hafen'>",
        (const char *const[]){NULL}, "Enten+Alte Flut+Hafen", "");
}

static void sections(void **state) {
    (void)state;
    static const char *const rows[][2] = {
        {"<meta property=article:section content=espana><script type=application/ld+json>{\"@type\":\"Article\","
         "\"articleSection\":[\"España\",\"Madrid\"]}</script>",
            "España"},
        {"<meta property=article:section content='Local News'>", "Local News"},
        {"<meta property=article:section content=uk-news>", "uk-news"},
        {"<span itemprop=articleSection>Hafen</span>", "Hafen"},
        {"<meta property=article:section content=Uncategorized>", ""},
        {"<p>x</p>", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        making m;
        open_topics(&m, rows[i][0], (const char *const[]){NULL});
        assert_slice(rows[i][1], m.record.section);
        making_close(&m);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_link_is_one),
        cmocka_unit_test(a_list_without_links),
        cmocka_unit_test(categories_are_none),
        cmocka_unit_test(tags_elsewhere),
        cmocka_unit_test(rows_by_their_addresses),
        cmocka_unit_test(what_machines_are_told),
        cmocka_unit_test(what_is_for_machines_alone),
        cmocka_unit_test(a_list_shown_in_part),
        cmocka_unit_test(what_is_shown_by_what_is_told),
        cmocka_unit_test(numbers_of_stories),
        cmocka_unit_test(a_glued_list),
        cmocka_unit_test(sections),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
