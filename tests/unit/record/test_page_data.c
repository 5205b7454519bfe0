#include "making.h"

#include <stdio.h>
#include <stdlib.h>

#define LD(json) "<script type=application/ld+json>" json "</script>"

/* The headline of the object that is taken for the story. */
static void story_is(const char *html, const char *url, const char *headline) {
    making m;
    bool failed = false;
    making_open(&m, html, url);
    const cl_json *const json = &m.data.json;
    assert_slice(
        headline, cl_json_string(json, cl_json_get(json, m.data.article, CL_SLICE("headline")), &m.arena, &failed));
    making_close(&m);
}

static void the_story_among_several(void **state) {
    (void)state;
    /* by what it is */
    story_is(
        LD("[{\"@type\":\"BreadcrumbList\",\"headline\":\"a\"},{\"@type\":\"WebPage\",\"headline\":\"b\"},{\"@type\":"
           "\"VideoObject\",\"headline\":\"c\"},{\"@type\":\"schema:NewsArticle\",\"headline\":\"d\"}]"),
        NULL, "d");
    /* by where it stands */
    story_is(
        LD("{\"@type\":\"ItemList\",\"itemListElement\":[{\"@type\":\"NewsArticle\",\"headline\":\"a\"}]}")
            LD("{\"@graph\":[{\"@type\":[\"Thing\",\"Article\"],\"headline\":\"b\",\"isPartOf\":{\"@type\":\"Article\","
               "\"headline\":\"c\",\"datePublished\":\"2024\"}}]}"),
        NULL, "b");
    /* by its address: url, @id, mainEntityOfPage */
    static const char *const own[] = {"\"url\":\"http://bote.example/enten/?x=1\"",
        "\"@id\":\"https://www.bote.example/enten\"",
        "\"mainEntityOfPage\":{\"@id\":\"https://bote.example/enten#top\"}"};
    for (size_t i = 0; i < 3; i++) {
        char html[600];
        snprintf(html, sizeof html,
            LD("[{\"@type\":\"NewsArticle\",\"headline\":\"Hunde\",\"datePublished\":\"2024\",\"url\":\"https://"
               "bote.example/"
               "hunde\"},{\"@type\":\"NewsArticle\",\"headline\":\"Enten\",%s}]"),
            own[i]);
        story_is(html, "https://bote.example/enten", "Enten");
    }
    /* or that of its AMP page */
    story_is("<link rel=amphtml href=https://bote.example/enten/amp>" LD(
                 "[{\"@type\":\"NewsArticle\",\"headline\":\"Hunde\",\"datePublished\":\"2024\",\"url\":\"https://"
                 "bote.example/hunde\"},{\"@type\":\"NewsArticle\",\"headline\":\"Enten\",\"url\":\"https://"
                 "bote.example/enten/amp\"}]"),
        NULL, "Enten");
    /* by its headline */
    story_is("<title>Enten ziehen ins Büro | Bote</title>" LD(
                 "{\"@type\":\"NewsArticle\",\"headline\":\"Hunde bleiben draußen\",\"datePublished\":\"2024\"}")
                 LD("{\"@type\":\"NewsArticle\",\"headline\":\"Enten ziehen ins Büro\"}"),
        NULL, "Enten ziehen ins Büro");
    /* and none where the only one is another's */
    story_is("<title>Enten ziehen ins Büro</title>" LD("{\"@type\":\"NewsArticle\",\"headline\":\"Hunde bleiben "
                                                       "draußen\",\"url\":\"https://bote.example/hunde\"}"),
        "https://bote.example/enten", "");
}

static void item_says(const char *html, const char *name, const char *value) {
    making m;
    bool failed = false;
    making_open(&m, html, NULL);
    assert_slice(value, cl_page_data_item(&m.data, cl_slice_z(name), &m.arena, &failed));
    assert_int_equal(0, m.data.article);
    making_close(&m);
}

static void microdata_and_rdfa(void **state) {
    (void)state;
    static const char micro[] =
        "<article itemscope itemtype=http://schema.org/NewsArticle><meta itemprop=alternativeHeadline content='Ente \\ "
        "n'><h1 itemprop=headline>Enten</h1><div itemprop=publisher itemscope "
        "itemtype=http://schema.org/Organization><b "
        "itemprop=name>Bote</b></div><p>Text, <time itemprop=datePublished datetime=2024-05-01>1. "
        "Mai</time></p></article><h2 "
        "itemprop=headline>Hunde</h2>";
    item_says(micro, "headline", "Enten");
    item_says(micro, "alternativeHeadline", "Ente \\ n");
    item_says(micro, "publisher", "Bote");
    item_says(micro, "datePublished", "2024-05-01");
    item_says("<div vocab=http://schema.org/ typeof=Article resource=#a><h1 property=schema:headline>Enten</h1><span "
              "property=author typeof=Person><b property=name>Ada</b></span></div>",
        "author", "Ada");
    item_says("<meta property=og:title content=x><p itemprop=headline>Enten</p>", "headline", "");
}

/* HTML Standard, section 5.2.5: what stands elsewhere, in the elements whose ids itemref names. */
static void items_refer_to_elements(void **state) {
    (void)state;
    static const char html[] =
        "<p id=who>By <b itemprop=author itemscope><i itemprop=name>Ada Bach</i></b></p>"
        "<article itemscope itemtype=https://schema.org/Article itemref=' who  when none when'>"
        "<h1 itemprop=headline>Enten</h1></article><time id=when itemprop=datePublished datetime=2024-05-01>May</time>"
        "<p itemprop=description>Of another</p>";
    item_says(html, "headline", "Enten");
    item_says(html, "datePublished", "2024-05-01");
    item_says(html, "description", "");
    making m;
    bool failed = false;
    making_open(&m, html, NULL);
    const cl_json *const json = &m.data.json;
    const uint32_t author = cl_json_get(json, m.data.item, CL_SLICE("author"));
    assert_int_not_equal(0, author);
    assert_slice("Ada Bach", cl_json_string(json, cl_json_get(json, author, CL_SLICE("name")), &m.arena, &failed));
    making_close(&m);
    /* one that refers to itself, or to what it is in, is as if it did not */
    item_says("<div id=a><div itemscope itemtype=https://schema.org/Article itemref='a b' id=b>"
              "<h1 itemprop=headline>Enten</h1></div></div>",
        "headline", "Enten");
}

static void the_site(void **state) {
    (void)state;
    static const char *const pages[] = {LD("{\"@type\":\"NewsArticle\",\"publisher\":{\"@id\":\"#p\"}}")
                                            LD("[{\"@id\":\"#p\",\"@type\":\"Organization\",\"name\":"
                                               "\"Bote\"}]"),
        LD("{\"@graph\":[{\"@type\":\"Organization\",\"name\":\"Verlag\"},{\"@type\":\"WebSite\",\"name\":\"Bote\"}]}"),
        LD("{\"@type\":\"NewsMediaOrganization\",\"name\":\"Bote\"}"),
        LD("{\"@type\":\"Person\",\"worksFor\":{\"@type\":\"Organization\",\"name\":\"Amt\"}}")
            LD("{\"@type\":\"Organization\",\"name\":\"Bote\"}"),
        ("<div itemscope itemtype=https://schema.org/Article><p itemprop=publisher itemscope><b "
         "itemprop=name>Bote</b></div>")};
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        making m;
        bool failed = false;
        making_open(&m, pages[i], NULL);
        const cl_json *const json = &m.data.json;
        assert_slice(
            "Bote", cl_json_string(json, cl_json_get(json, m.data.publisher, CL_SLICE("name")), &m.arena, &failed));
        making_close(&m);
    }
}

/* Objects in objects, and values without one around them, to no end. */
static void items_are_bounded(void **state) {
    (void)state;
    enum { ITEMS = 20000 };
    char *const html = malloc(ITEMS * 40);
    assert_non_null(html);
    size_t size = 0;
    for (size_t i = 0; i < ITEMS; i++) {
        const char *const part = i % 3 ? "<i itemprop=a>x</i>" : "<div itemscope itemprop=b>";
        memcpy(html + size, part, strlen(part));
        size += strlen(part);
    }
    html[size] = '\0';
    making m;
    making_open(&m, html, NULL);
    assert_in_range(m.data.json.count, 10, 5000);
    making_close(&m);
    free(html);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_story_among_several),
        cmocka_unit_test(microdata_and_rdfa),
        cmocka_unit_test(items_refer_to_elements),
        cmocka_unit_test(the_site),
        cmocka_unit_test(items_are_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
