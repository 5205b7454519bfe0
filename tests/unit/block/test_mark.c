#include "page.h"
#include "block/mark.h"

#include <stdio.h>

static uint32_t marks(const char *class) {
    return cl_class_read(cl_slice_z(class)).marks;
}

static void words_are_found_however_they_are_joined(void **state) {
    (void)state;
    assert_int_equal(CL_MARK_BODY, marks("article-body"));
    assert_int_equal(CL_MARK_BODY, marks("article_body"));
    assert_int_equal(CL_MARK_BODY, marks("articleBody"));
    assert_int_equal(CL_MARK_BODY, marks("ArticleBody"));
    assert_int_equal(CL_MARK_BODY, marks("articlebody"));
    assert_int_equal(CL_MARK_BODY, marks("o-article__body--large"));
    assert_int_equal(CL_MARK_COMMENT, marks("x Comments1"));
}

static void words_are_whole(void **state) {
    (void)state;
    assert_int_equal(0, marks("heads"));
    assert_int_equal(0, marks("loading"));      /* no "ad" */
    assert_int_equal(0, marks("shadow"));       /* nor here */
    assert_int_equal(0, marks("article body")); /* two classes are two things */
    assert_int_equal(0, marks(""));
    assert_int_equal(0, marks("---"));
}

static void several_languages(void **state) {
    (void)state;
    assert_int_equal(CL_MARK_COMMENT, marks("kommentare"));
    assert_int_equal(CL_MARK_RELATED, marks("noticias-relacionadas"));
    assert_int_equal(CL_MARK_CAPTION, marks("bildunterschrift"));
    assert_int_equal(CL_MARK_DECK, marks("chapo"));
    assert_int_equal(CL_MARK_ADVERT, marks("reklama"));
    assert_int_equal(CL_MARK_SHARE, marks("compartir"));
}

static void the_cache_gives_the_same(void **state) {
    (void)state;
    static char text[1000][32]; /* more than it has room for, each where it stays */
    static cl_class_cache cache;
    for (int turn = 0; turn < 3; turn++)
        for (int i = 0; i < 1000; i++) {
            const int size = snprintf(text[i], sizeof text[i], "%s-%d", i % 3 ? "sidebar-widget" : "entry-content", i);
            const cl_slice s = cl_slice_of(text[i], (size_t)size);
            const cl_class read = cl_class_read(s), cached = *cl_class_cached(&cache, s);
            if (!read.marks || read.marks != cached.marks || read.hash != cached.hash)
                fail_msg("%s", text[i]);
        }
}

static bool has_word(const cl_class_words *words, const char *word) {
    cl_class_words one = cl_class_read(cl_slice_z(word)).words;
    assert_int_equal(one.count, 1);
    for (uint32_t i = 0; i < words->count; i++)
        if (words->at[i] == one.at[0])
            return true;
    return false;
}

static void words_are_kept_once(void **state) {
    (void)state;
    const cl_class read = cl_class_read(CL_SLICE("teaserList x teaser-list__item M\xc3\xbcnchen"));
    assert_int_equal(read.words.count, 4); /* "x" is too short */
    assert_false(read.more);
    assert_true(has_word(&read.words, "teaser") && has_word(&read.words, "list") && has_word(&read.words, "item"));
    assert_true(has_word(&read.words, "m\xc3\xbcnchen"));
    assert_int_equal(cl_class_read(CL_SLICE("TEASER")).words.at[0], cl_class_read(CL_SLICE("teaser")).words.at[0]);
}

/* As many as there is room for, those of the first value before those of the second, none twice. */
static void words_of_several_values(void **state) {
    (void)state;
    static cl_class_cache cache;
    cl_class_words words = {.count = 0};
    cl_class_add_words(&cache, CL_SLICE("aa bb cc dd ee ff gg"), &words);
    assert_int_equal(words.count, 7);
    cl_class_add_words(&cache, CL_SLICE("gg ff ee dd cc bb aa zz yy xx ww vv uu"), &words);
    assert_int_equal(words.count, CL_CLASS_WORDS);
    assert_true(has_word(&words, "zz") && has_word(&words, "yy") && has_word(&words, "xx") && !has_word(&words, "ww"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_found_however_they_are_joined),
        cmocka_unit_test(words_are_whole),
        cmocka_unit_test(several_languages),
        cmocka_unit_test(the_cache_gives_the_same),
        cmocka_unit_test(words_are_kept_once),
        cmocka_unit_test(words_of_several_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
