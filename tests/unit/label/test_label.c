#include "page.h"
#include "label/label.h"

#include <stdio.h>

/* Paragraphs of running text, in languages of several scripts; made for these tests. */
static const char *const stories[][3] = {
    {"The harbour master opened the lock at six, a little earlier than the timetable would have had it, because the "
     "tide was in a hurry.",
        "Nobody complained. Eleven boats went through before the sun had cleared the roof of the customs house on the "
        "far side.",
        "By noon the water stood so high that the ducks could look into the office, and two of them did so for some "
        "time."},
    {"Der Hafenmeister öffnete die Schleuse um sechs, ein wenig früher als der Fahrplan es wollte, denn die Flut hatte "
     "es eilig.",
        "Niemand beschwerte sich. Elf Boote fuhren hindurch, noch ehe die Sonne über dem Dach des alten Zollhauses "
        "stand.",
        "Gegen Mittag stand das Wasser so hoch, dass die Enten ins Büro schauen konnten, und zwei von ihnen taten das "
        "auch."},
    {"Начальник порта открыл шлюз в шесть часов, немного раньше, чем полагалось по расписанию, потому что прилив "
     "торопился.",
        "Никто не жаловался. Одиннадцать лодок прошли ещё до того, как солнце поднялось над крышей старой таможни.",
        "К полудню вода поднялась так высоко, что утки могли заглянуть в контору, и две из них этим воспользовались."},
    {"فتح مدير الميناء الهويس في الساعة السادسة، قبل الموعد بقليل، لأن المد كان مستعجلاً في ذلك الصباح البارد من أيام "
     "الشتاء.",
        "لم يشتكِ أحد من ذلك. عبر أحد عشر قارباً قبل أن ترتفع الشمس فوق سقف مبنى الجمارك القديم على الضفة الأخرى.",
        "وعند الظهر ارتفع الماء حتى صار البط قادراً على النظر إلى داخل المكتب، وقد فعلت ذلك بطتان منه لبعض الوقت."},
    {"港の係長は六時に水門を開けた。潮が急いでいたので、時刻表より少し早かった。朝の空はまだ暗かった。",
        "誰も文句を言わなかった。向こう岸の古い税関の屋根に日が昇る前に、十一隻の船が通り抜けていった。",
        "昼には水がとても高くなり、鴨が事務所の中をのぞけるほどになった。二羽はしばらくそうしていた。"},
};
#define STORIES (sizeof stories / sizeof *stories)

typedef struct labelled {
    test_page page;
    cl_features features;
    cl_labels labels;
} labelled;

static void label_open(labelled *l, const char *html, const char *title) {
    page_open(&l->page, html);
    cl_labels_init(&l->labels, &cl_allocator_default);
    cl_features_init(&l->features, &cl_allocator_default);
    const cl_page_says says = {.title = cl_slice_z(title)};
    assert_int_equal(CUTLINE_OK, cl_features_measure(&l->features, &l->page.dom, &l->page.blocks, &says, NULL));
    assert_int_equal(CUTLINE_OK, cl_label_blocks(&l->labels, &l->features, CUTLINE_FAVOR_BALANCE, NULL));
    assert_int_equal(l->page.blocks.list.count, l->labels.list.count);
}

static void label_close(labelled *l) {
    cl_features_free(&l->features);
    cl_labels_free(&l->labels);
    page_close(&l->page);
}

static cl_role role_of(const labelled *l, const char *text) {
    return (cl_role)l->labels.list.at[page_block(&l->page, text) - l->page.blocks.list.at].role;
}

static void assert_role(const labelled *l, const char *role, const char *text) {
    assert_string_equal(role, cl_role_name(role_of(l, text)).data);
}

/* A page around a story, with %s for its three paragraphs: as much around it as pages have, since the network was
 * trained on those. */
#define MENU                                                                                                           \
    "<header><a class=logo href=/>The Paper</a><nav class=menu><ul><li><a href=/a>Rubrik A</a><li><a href=/b>Rubrik "  \
    "B</a><li><a href=/c>Politics</a><li><a href=/d>Business</a><li><a href=/e>Sport</a><li><a href=/f>Weather</a>"    \
    "</ul></nav><div><a href=/login>Log in</a></div><div><a href=/abo>Subscribe</a></div></header>"
#define FOOTER                                                                                                         \
    "<footer><ul><li><a href=/imprint>Imprint</a><li><a href=/privacy>Privacy</a><li><a href=/contact>Contact</a>"     \
    "<li><a href=/terms>Terms of use</a></ul><p>© 2024 The Paper. All rights reserved.</p></footer>"
#define TEASER(n)                                                                                                      \
    "<div class=teaser><a href=/t" n "><img src=t.jpg><h3>Other story " n                                              \
    "</h3></a><p>The other story has a teaser of some length, and this is number " n ".</p></div>"
static const char around[] =
    "<body>" MENU "<main><article><h1>Headline of the story</h1><p class=byline>By <a href=/ada>Ada Bach</a></p>"
    "<time datetime=2024-05-03>3 May 2024</time><div class=share><button>Share</button></div>"
    "<div class=article-body><p>%s</p><h2>Zwischen</h2><p>%s</p>"
    "<figure><img><figcaption>A lock, a boat and a good many ducks.</figcaption></figure>"
    "<p>%s</p></div></article><aside class='related-articles'><h2>Most read</h2>" TEASER("one") TEASER("two")
        TEASER("three") "</aside></main>"
                        "<section id=comments class=comments><h3>Comments</h3>"
                        "<div class=comment><span class=user>duck99</span><p>I have been to that lock myself, and I "
                        "must say that the ducks "
                        "are much larger than they look. Really.</p></div>"
                        "<div class=comment><span class=user>mia</span><p>Me too, and my whole family as well, in "
                        "every summer since the "
                        "year of the great flood.</p></div></section>" FOOTER;

static void the_body_is_found_in_any_language(void **state) {
    (void)state;
    for (size_t i = 0; i < STORIES; i++) {
        char html[4096];
        labelled l;
        snprintf(html, sizeof html, around, stories[i][0], stories[i][1], stories[i][2]);
        label_open(&l, html, "Headline of the story - The Paper");
        for (size_t k = 0; k < 3; k++)
            assert_role(&l, "body", stories[i][k]);
        assert_role(&l, "body", "Zwischen");
        assert_role(&l, "headline", "Headline of the story");
        assert_role(&l, "byline", "By Ada Bach");
        assert_role(&l, "date", "3 May 2024");
        assert_role(&l, "navigation", "Rubrik A");
        assert_role(&l, "caption", "A lock, a boat and a good many ducks.");
        assert_role(&l, "related", "Other story one");
        assert_role(&l, "related", "The other story has a teaser of some length, and this is number two.");
        assert_role(&l, "comment", "duck99");
        assert_role(&l, "comment",
            "I have been to that lock myself, and I must say that the ducks are much larger than they look. Really.");
        assert_role(&l, "legal", "© 2024 The Paper. All rights reserved.");
        assert_role(&l, "navigation", "Imprint");
        assert_true(l.labels.confidence > 0.4 && l.labels.confidence <= 1);
        label_close(&l);
    }
}

static size_t count_body(const labelled *l, const char *text) {
    size_t count = 0;
    for (size_t i = 0; i < l->labels.list.count; i++)
        count += l->labels.list.at[i].role == CL_ROLE_BODY &&
                 cl_slice_equal(l->page.blocks.list.at[i].text, cl_slice_z(text));
    return count;
}

/* A body for large screens and one for small ones: the text once, the heading and the short line at the end with it.
 * A line that is repeated within one story stays. */
static void a_story_told_twice_is_taken_once(void **state) {
    (void)state;
#define REFRAIN "And the ducks did not mind."
#define BODY                                                                                                           \
    "<p>%s</p><p>" REFRAIN "</p><h2>Zwischen</h2><p>%s</p><p>" REFRAIN "</p><p>%s</p><p>It was a good day for "        \
    "all.</p>"
    char html[8192];
    labelled l;
    snprintf(html, sizeof html,
        "<body>" MENU "<main><article><h1>Headline of the story</h1><p class=byline>By <a href=/ada>Ada Bach</a></p>"
        "<time datetime=2024-05-03>3 May 2024</time><div class=article-body><div class=on-desktop>" BODY
        "</div><div class=on-phone>" BODY "</div></div></article></main>" FOOTER,
        stories[0][0], stories[0][1], stories[0][2], stories[0][0], stories[0][1], stories[0][2]);
    label_open(&l, html, "Headline of the story - The Paper");
    for (size_t k = 0; k < 3; k++)
        assert_int_equal(1, count_body(&l, stories[0][k]));
    assert_int_equal(1, count_body(&l, "Zwischen"));
    assert_int_equal(2, count_body(&l, REFRAIN));
    assert_int_equal(1, count_body(&l, "It was a good day for all."));
    assert_role(&l, "body", stories[0][0]); /* the first copy */
    label_close(&l);
}

static void probabilities_are_such(void **state) {
    (void)state;
    char html[4096];
    labelled l;
    snprintf(html, sizeof html, around, stories[0][0], stories[0][1], stories[0][2]);
    label_open(&l, html, "");
    for (size_t i = 0; i < l.labels.list.count; i++)
        assert_true(l.labels.list.at[i].probability > 1.0f / CL_ROLE_COUNT && l.labels.list.at[i].probability <= 1);
    label_close(&l);
}

/* A dialogue about cookies that is as long as the story, or nearly. (Known to fail: one that is four times as long.) */
static void consent_is_not_the_story(void **state) {
    (void)state;
    static const char sentence[] =
        "<p>We and our partners store information on your device, such as cookies, and process "
        "personal data for measurement, as is described in the settings below. Number %d.</p>";
    char html[8192];
    size_t size = (size_t)snprintf(html, sizeof html, "<body>" MENU "<div id=cookie-consent>");
    for (int i = 0; i < 4; i++)
        size += (size_t)snprintf(html + size, sizeof html - size, sentence, i);
    snprintf(html + size, sizeof html - size,
        "</div><article><h1>Enten im Büro</h1><p>%s</p><p>%s</p><p>%s</p><p>%s</p><p>%s</p><p>%s</p></article>" FOOTER,
        stories[1][0], stories[1][1], stories[1][2], stories[0][0], stories[0][1], stories[0][2]);
    labelled l;
    label_open(&l, html, NULL);
    const size_t first = (size_t)(page_block(&l.page, "Subscribe") - l.page.blocks.list.at) + 1;
    assert_role(&l, "body", stories[1][0]);
    assert_role(&l, "body", stories[1][1]);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(CL_ROLE_CONSENT, l.labels.list.at[first + i].role);
    label_close(&l);
}

/* All of the page is in one menu, by its class names: they can't be right. */
static void names_that_cover_all_are_not_believed(void **state) {
    (void)state;
    char html[8192];
    labelled l;
    snprintf(html, sizeof html,
        "<body>" MENU
        "<form class='menu sidebar hidden'><div><p>%s</p><p>%s</p><p>%s</p><p>%s</p><p>%s</p><p>%s</p></div>"
        "</form>" FOOTER,
        stories[1][0], stories[1][1], stories[1][2], stories[0][0], stories[0][1], stories[0][2]);
    label_open(&l, html, NULL);
    for (size_t k = 0; k < 3; k++)
        assert_role(&l, "body", stories[1][k]);
    label_close(&l);
}

static void pages_of_nothing_are_not_sure(void **state) {
    (void)state;
    static const char *const pages[] = {"", "<p>x", "<ul><li><a href=a>one</a><li><a href=b>two</a></ul>"};
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        labelled l;
        label_open(&l, pages[i], NULL);
        assert_true(l.labels.confidence < 0.1);
        assert_int_equal(CL_NO_BLOCK, l.labels.headline);
        label_close(&l);
    }
}

static void the_headline_may_be_any_heading(void **state) {
    (void)state;
    static const char *const pages[][2] = {{"<h1>Example</h1><h2>Enten im Büro</h2><p>Text", "Enten im Büro | Example"},
        {"<h1>Logo</h1><div class=t>鴨が事務所をのぞく</div><p>鴨が月曜日に事務所をのぞいた。"
         "社員は驚いて、窓を開けた。<p>鴨は水曜日にも来ると言われている。",
            "鴨が事務所をのぞく - 新聞"},
        {"<p>Ein Satz.<h1>Утки в конторе</h1>", "Утки в конторе — Газета"}};
    static const char *const want[] = {"Enten im Büro", "鴨が事務所をのぞく", "Утки в конторе"};
    for (size_t i = 0; i < 3; i++) {
        labelled l;
        label_open(&l, pages[i][0], pages[i][1]);
        assert_int_not_equal(CL_NO_BLOCK, l.labels.headline);
        assert_slice(want[i], l.page.blocks.list.at[l.labels.headline].text);
        label_close(&l);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_body_is_found_in_any_language),
        cmocka_unit_test(a_story_told_twice_is_taken_once),
        cmocka_unit_test(probabilities_are_such),
        cmocka_unit_test(consent_is_not_the_story),
        cmocka_unit_test(names_that_cover_all_are_not_believed),
        cmocka_unit_test(pages_of_nothing_are_not_sure),
        cmocka_unit_test(the_headline_may_be_any_heading),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
