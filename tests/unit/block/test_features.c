/* Features of pages made by hand. */
#include "../encoding/cmocka_all.h"

#include "block/features.h"
#include "html/html.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct page {
    cl_parser *parser;
    cl_dom dom;
    cl_blocks blocks;
    cl_features features;
    cl_feature_row row;
} page;

static void open_page(page *p, const char *html, size_t size, const cl_page_says *says) {
    const cl_parse_options how = {.max_depth = 512, .max_nodes = UINT64_C(1) << 31};
    p->parser = cl_parser_new(&cl_allocator_default);
    cl_dom_init(&p->dom, &cl_allocator_default);
    cl_blocks_init(&p->blocks, &cl_allocator_default);
    cl_features_init(&p->features, &cl_allocator_default);
    assert_int_equal(cl_html_parse(p->parser, &p->dom, cl_slice_of(html, size), &how, NULL), CUTLINE_OK);
    assert_int_equal(cl_blocks_of_tree(&p->blocks, &p->dom, NULL), CUTLINE_OK);
    assert_int_equal(cl_features_measure(&p->features, &p->dom, &p->blocks, says, NULL), CUTLINE_OK);
}

static void close_page(page *p) {
    cl_features_free(&p->features);
    cl_blocks_free(&p->blocks);
    cl_dom_free(&p->dom);
    cl_parser_free(p->parser);
}

/* A column of the first block whose text begins so. */
static int x(page *p, const char *text, unsigned column) {
    for (uint32_t i = 0; i < p->blocks.list.count; i++) {
        const cl_slice s = p->blocks.list.at[i].text;
        if (s.size >= strlen(text) && memcmp(s.data, text, strlen(text)) == 0) {
            cl_features_row(&p->features, i, &p->row);
            return p->row.x[column];
        }
    }
    fail_msg("there is no block that begins with \"%s\"", text);
    return -1;
}

#define ON(text, name)  assert_int_equal(x(&p, text, CL_X_##name), CL_FEATURE_ONE)
#define OFF(text, name) assert_int_equal(x(&p, text, CL_X_##name), 0)

#define LONG_TEXT                                                                                                      \
    "The council of Little Wold voted on Monday evening to keep the old ferry running through the winter, after "      \
    "more than two hundred people had signed a letter. "

static const char story[] =
    "<!doctype html><title>The ferry stays - Wold Post</title>"
    "<body><nav class='top-menu'><ul><li><a href=/>Home</a><li><a href=/n>News</a></ul></nav>"
    "<main><article><h1>The ferry stays</h1>"
    "<div class=by-line>By Ann Miller</div><time>3 May 2024, 10:45</time>"
    "<div class=text><p>First. " LONG_TEXT "</p><p>Second. " LONG_TEXT "</p>"
    "<figure><img src=f.jpg><figcaption>The ferry <span>(Photo: Wold Post)</span></figcaption></figure>"
    "<h2>Why it matters</h2><p>Third. " LONG_TEXT "</p><p><a href=/x><strong>Read also: the bridge</strong></a></p>"
    "<p>Fourth: what now?</p></div></article>"
    "<aside><h3>Most read</h3><ul><li><a href=/a>One way</a><li><a href=/b>Another way</a></ul></aside></main>"
    "<footer><p>\xc2\xa9 2024 Wold Post | post@wold.example</p><div hidden>Home</div></footer>";

static const cl_page_says wold = {.title = {"The ferry stays - Wold Post", 27},
    .headline = {"The ferry stays", 15},
    .description = {"Council voted on Monday evening to keep the ferry", 49},
    .author = {"Ann Miller", 10},
    .site = {"Wold Post", 9},
    .date = {"2024-05-03", 10}};

static void a_story_is_measured(void **state) {
    (void)state;
    page p;
    open_page(&p, story, sizeof story - 1, &wold);
    ON("The ferry stays", is_headline);
    ON("The ferry stays", title_cover);
    ON("The ferry stays", title_words);
    ON("The ferry stays", level_1);
    ON("By Ann", byline_word);
    ON("By Ann", author_cover);
    ON("3 May", year_of_page);
    ON("3 May", day_of_page);
    ON("3 May", time);
    ON("3 May", wrap_time);
    OFF("First.", time);
    ON("First.", is_good);
    ON("First.", in_core);
    ON("First.", in_best);
    ON("First.", between);
    ON("First.", last_stop);
    assert_true(x(&p, "First.", CL_X_description_grams) > 0);
    ON("The ferry (", in_figcaption);
    ON("The ferry (", credit_word);
    ON("The ferry (", last_bracket);
    OFF("The ferry (", all_brackets);
    assert_true(x(&p, "The ferry (", CL_X_media) > 0);
    ON("Why it", level_2);
    ON("Why it", between);
    ON("Read also", one_link);
    ON("Read also", wrap_bold);
    ON("Read also", bold);
    ON("Read also", after_good);
    ON("Read also", links);
    ON("Fourth", last_question);
    ON("Fourth", colon);
    OFF("Third.", colon);
    ON("Home", in_nav);
    ON("Home", before_core);
    assert_int_equal(x(&p, "Home", CL_X_AROUND + CL_MARK_NAVIGATION_BIT), CL_FEATURE_ONE);
    assert_int_equal(x(&p, "First.", CL_X_AROUND + CL_MARK_NAVIGATION_BIT), 0);
    ON("One way", after_core);
    ON("One way", in_aside);
    OFF("First.", in_aside);
    ON("\xc2\xa9", copyright);
    ON("\xc2\xa9", address);
    ON("\xc2\xa9", parting);
    ON("\xc2\xa9", year);
    /* the second "Home" is the same text, hidden */
    cl_features_row(&p.features, (uint32_t)p.blocks.list.count - 1, &p.row);
    assert_int_equal(p.row.x[CL_X_again], CL_FEATURE_ONE);
    assert_int_equal(p.row.x[CL_X_OWN + CL_MARK_HIDDEN_BIT], CL_FEATURE_ONE);
    close_page(&p);
}

/* The deepest box that holds most of the text is the core; marks are told apart by whether they are inside of it. */
static void phrases_reach_as_far_as_their_box(void **state) {
    (void)state;
    static const char html[] =
        "<article><p>" LONG_TEXT "</p><h2>References</h2><p>Miller, A.: Ferries of the north. 1999.</p>"
        "<h3>Online</h3><p>Bach, B.: On tides. 2004.</p><h2>Outlook</h2><p>After that it will be summer.</p></article>"
        "<section><div><b>Most read</b></div><div><h3>One way</h3><p>A teaser</p></div></section>"
        "<div>Somewhere else</div><ul><li><a hreflang=pt href=/pt>Brasil</a><li><a href=/es>Mar</a></ul>";
    page p;
    open_page(&p, html, sizeof html - 1, NULL);
    ON("References", begins_note);
    ON("References", phrase);
    OFF("References", under_note);
    ON("Miller", under_note);
    ON("Bach", under_note);
    OFF("After that", under_note);
    ON("One way", under_related);
    ON("A teaser", under_related);
    OFF("Somewhere else", under_related);
    assert_int_equal(x(&p, "Brasil", CL_X_OWN + CL_MARK_EDITION_BIT), CL_FEATURE_ONE);
    assert_int_equal(x(&p, "Mar", CL_X_OWN + CL_MARK_EDITION_BIT), 0);
    close_page(&p);
}

static void marks_around_the_core_are_told_from_those_inside(void **state) {
    (void)state;
    static const char html[] = "<body><div class=sidebar><div class=text><p>" LONG_TEXT "<p>" LONG_TEXT
                               "<div class=newsletter><p>Sign up</div></div></div>";
    page p;
    open_page(&p, html, sizeof html - 1, NULL);
    assert_int_equal(x(&p, "The council", CL_X_AROUND + CL_MARK_ASIDE_BIT), CL_FEATURE_ONE);
    assert_int_equal(x(&p, "The council", CL_X_INSIDE + CL_MARK_ASIDE_BIT), 0);
    assert_int_equal(x(&p, "Sign up", CL_X_INSIDE + CL_MARK_PROMOTION_BIT), CL_FEATURE_ONE);
    assert_int_equal(x(&p, "Sign up", CL_X_OWN + CL_MARK_PROMOTION_BIT), 0); /* of the box around */
    close_page(&p);
}

static void scripts_without_spaces_are_words_too(void **state) {
    (void)state;
    /* Japanese: headline "Ferry continues", then a sentence. */
    static const char html[] =
        "<title>\xe6\xb8\xa1\xe3\x81\x97\xe8\x88\xb9</title><h1>\xe6\xb8\xa1\xe3\x81\x97\xe8\x88\xb9</h1>"
        "<p>\xe6\xb8\xa1\xe3\x81\x97\xe8\x88\xb9\xe3\x81\xaf\xe7\xb6\x9a\xe3\x81\x8f\xe3\x80\x82</p>";
    const cl_page_says says = {.title = cl_slice_z("\xe6\xb8\xa1\xe3\x81\x97\xe8\x88\xb9")};
    page p;
    open_page(&p, html, sizeof html - 1, &says);
    ON("\xe6\xb8\xa1\xe3\x81\x97\xe8\x88\xb9", is_headline);
    ON("\xe6\xb8\xa1\xe3\x81\x97\xe8\x88\xb9", wide);
    cl_features_row(&p.features, 1, &p.row);
    assert_int_equal(p.row.x[CL_X_last_stop], CL_FEATURE_ONE);
    /* six characters and five pairs, and the three marked words at both ends */
    assert_int_equal(p.row.word_count, 6 + 5 + 3);
    close_page(&p);
}

static void ids_are_in_range_and_few(void **state) {
    (void)state;
    char *const html = malloc(200000);
    assert_non_null(html);
    size_t n = 0;
    for (int i = 0; i < 600; i++)
        n += (size_t)sprintf(html + n, "<div class='one two-three fourFive%c id' id=six>", 'a' + i % 26);
    for (int i = 0; i < 9000; i++)
        n += (size_t)sprintf(html + n, "w%d \xe6\xb8\xa1 ", i);
    page p;
    open_page(&p, html, n, NULL);
    assert_int_equal(p.blocks.list.count, 1);
    cl_features_row(&p.features, 0, &p.row);
    assert_int_equal(p.row.class_count, CL_CLASSES_MAX);
    assert_true(p.row.word_count <= CL_WORDS_MAX && p.row.word_count >= CL_FIRST_WORDS + CL_LAST_WORDS);
    for (uint32_t i = 0; i < p.row.word_count; i++)
        assert_true(p.row.words[i] < CL_WORD_IDS);
    for (uint32_t i = 0; i < p.row.class_count; i++)
        assert_true(p.row.classes[i] < CL_CLASS_IDS);
    for (unsigned i = 0; i < CL_FEATURE_COUNT; i++)
        assert_true(p.row.x[i] <= CL_FEATURE_MAX);
    close_page(&p);
    free(html);
}

/* The same words of a class at the same distance have the same ids; a tag is another word than a class. */
static void class_ids_are_of_words_and_distance(void **state) {
    (void)state;
    static const char html[] = "<p class=storyText>a</p><p class=text-story>b</p><div class=storyText><p>c</p></div>"
                               "<p class=p>d</p>";
    page p;
    open_page(&p, html, sizeof html - 1, NULL);
    uint16_t a[3], c0;
    cl_features_row(&p.features, 0, &p.row);
    memcpy(a, p.row.classes, sizeof a); /* p, story, text */
    cl_features_row(&p.features, 1, &p.row);
    assert_int_equal(p.row.classes[0], a[0]);
    assert_int_equal(p.row.classes[1], a[2]);
    assert_int_equal(p.row.classes[2], a[1]);
    cl_features_row(&p.features, 2, &p.row);
    c0 = p.row.classes[0];
    assert_int_equal(c0, a[0]);
    for (uint32_t i = 1; i < p.row.class_count; i++)
        assert_int_not_equal(p.row.classes[i], a[1]);
    cl_features_row(&p.features, 3, &p.row);
    assert_int_not_equal(p.row.classes[1], p.row.classes[0]);
    close_page(&p);
}

static void columns_have_names(void **state) {
    (void)state;
    char room[32];
    for (size_t i = 0; i < CL_FEATURE_COUNT; i++) {
        const cl_slice name = cl_feature_name(i, room, sizeof room);
        assert_non_null(name.data);
        assert_true(name.size > 0);
    }
    assert_null(cl_feature_name(CL_FEATURE_COUNT, room, sizeof room).data);
    const cl_slice last = cl_feature_name(CL_FEATURE_COUNT - 1, room, sizeof room);
    assert_true(cl_slice_equal(last, CL_SLICE("inside.hidden")));
}

static void an_empty_page_is_measured(void **state) {
    (void)state;
    page p;
    open_page(&p, "", 0, NULL);
    assert_int_equal(p.blocks.list.count, 0);
    close_page(&p);
}

static void logarithms_are_near(void **state) {
    (void)state;
    assert_true(cl_x_log(0) == 0.0f);
    const float at[][2] = {{1, 0.6931f}, {2, 1.0986f}, {9, 2.3026f}, {99, 4.6052f}, {99999, 11.5129f}};
    for (size_t i = 0; i < 5; i++) {
        const float got = cl_x_log((uint32_t)at[i][0]);
        assert_true(got <= at[i][1] + 0.001f && got > at[i][1] - 0.061f);
    }
    assert_true(cl_x_log(UINT32_MAX) > 22);
}

/* Ten times the blocks take about ten times as long; the bound is generous. */
static double seconds_for(unsigned paragraphs) {
    static const char pattern[] = "<div class=item><p>word number <b>x</b></p></div>";
    const size_t size = (sizeof pattern - 1) * paragraphs;
    char *const html = malloc(size);
    assert_non_null(html);
    for (unsigned i = 0; i < paragraphs; i++)
        memcpy(html + i * (sizeof pattern - 1), pattern, sizeof pattern - 1);
    page p;
    open_page(&p, html, size, NULL);
    const clock_t begin = clock();
    assert_int_equal(cl_features_measure(&p.features, &p.dom, &p.blocks, NULL, NULL), CUTLINE_OK);
    for (uint32_t i = 0; i < p.blocks.list.count; i++)
        cl_features_row(&p.features, i, &p.row);
    const double seconds = (double)(clock() - begin) / CLOCKS_PER_SEC;
    close_page(&p);
    free(html);
    return seconds;
}

static void time_is_linear(void **state) {
    (void)state;
    const double small = seconds_for(10000), large = seconds_for(100000);
    assert_true(large < 40 * small + 0.05);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_story_is_measured),
        cmocka_unit_test(phrases_reach_as_far_as_their_box),
        cmocka_unit_test(marks_around_the_core_are_told_from_those_inside),
        cmocka_unit_test(scripts_without_spaces_are_words_too), cmocka_unit_test(ids_are_in_range_and_few),
        cmocka_unit_test(class_ids_are_of_words_and_distance), cmocka_unit_test(columns_have_names),
        cmocka_unit_test(an_empty_page_is_measured), cmocka_unit_test(logarithms_are_near),
        cmocka_unit_test(time_is_linear)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
