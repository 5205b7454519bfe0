/* What can be asked of a page's blocks: reasons, paths, roles that go into the text. */
#include "cmocka_all.h"
#include "written.h"

#include <cutline.h>
#include <stdlib.h>
#include <string.h>

#define SENTENCE "The harbour of Saltmarsh stays open on Sundays, the council has said, for as long as the ferry runs. "

static const char page[] =
    "<!DOCTYPE html><html><head><title>Harbour open</title></head><body>"
    "<nav class=' top  menu x y'><a href=/>Home</a></nav><main id=' content '><h1>Harbour open</h1>"
    "<p class='" /* 39 bytes and a character of two: cut before it */
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\xc3\xa9z'>" SENTENCE SENTENCE "</p><p>" SENTENCE SENTENCE
    "</p><p>" SENTENCE SENTENCE "</p></main></body></html>";

typedef struct made {
    cutline_context *context;
    cutline_options *options;
    const cutline_record *record;
} made;

static int set_up(void **state) {
    made *const m = calloc(1, sizeof *m);
    assert_non_null(m);
    m->options = cutline_options_new();
    assert_non_null(m->options);
    assert_int_equal(cutline_context_new(NULL, &m->context), CUTLINE_OK);
    *state = m;
    return 0;
}

static int tear_down(void **state) {
    made *const m = *state;
    cutline_context_free(m->context);
    cutline_options_free(m->options);
    free(m);
    return 0;
}

static void extract(made *m) {
    assert_int_equal(
        cutline_context_extract(m->context, page, sizeof page - 1, m->options, &m->record, NULL), CUTLINE_OK);
    assert_int_equal(cutline_record_page_block_count(m->record), 5);
}

static void reasons_come_strongest_first_and_no_more_than_asked_for(void **state) {
    made *const m = *state;
    cutline_reason all[64], some[3];
    cutline_options_set_features(m->options, 1);
    extract(m);
    const size_t count = cutline_record_page_block_reasons(m->record, 0, all, 64);
    assert_true(count > 3 && count < 64);
    for (size_t i = 1; i < count; i++) {
        const double before = all[i - 1].weight, weight = all[i].weight;
        assert_true((before < 0 ? -before : before) >= (weight < 0 ? -weight : weight));
    }
    assert_string_equal(all[0].text, "it stands in a <nav>");
    assert_true(all[0].weight < -1);
    assert_int_equal(cutline_record_page_block_reasons(m->record, 0, some, 3), 3);
    assert_memory_equal(some[2].text, all[2].text, strlen(all[2].text) + 1);
    /* What an element says itself is not said of those around it. */
    for (size_t i = 0; i < count; i++)
        assert_null(strstr(all[i].text, "around it says: navigation"));
    assert_int_equal(cutline_record_page_block_reasons(m->record, 2, all, 64) > 3, 1);
    assert_true(all[0].weight > 1);
}

static void no_reasons_where_nothing_was_measured(void **state) {
    made *const m = *state;
    cutline_reason reason;
    written path = {.size = 0};
    extract(m);
    assert_int_equal(cutline_record_page_block_reasons(m->record, 0, &reason, 1), 0);
    assert_int_equal(cutline_record_page_block_path(m->record, 0, append, &path, NULL), CUTLINE_OK);
    assert_int_equal(path.size, 0);
    cutline_options_set_features(m->options, 1);
    extract(m);
    assert_int_equal(cutline_record_page_block_reasons(m->record, 5, &reason, 1), 0);
    assert_int_equal(cutline_record_page_block_reasons(m->record, 0, NULL, 1), 0);
    assert_int_equal(cutline_record_page_block_reasons(NULL, 0, &reason, 1), 0);
}

static void paths_name_the_elements_around(void **state) {
    made *const m = *state;
    static const char *const paths[] = {"html > body > nav.top.menu.x > a", "html > body > main#content > h1",
        "html > body > main#content > p.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\xe2\x80\xa6"};
    cutline_error error;
    cutline_options_set_features(m->options, 1);
    extract(m);
    for (size_t i = 0; i < 3; i++) {
        written path = {.size = 0};
        assert_int_equal(cutline_record_page_block_path(m->record, i, append, &path, NULL), CUTLINE_OK);
        assert_string_equal(path.at, paths[i]);
    }
    assert_int_equal(cutline_record_page_block_path(m->record, 0, refuse, NULL, &error), CUTLINE_E_WRITE);
    assert_int_equal(cutline_record_page_block_path(m->record, 0, NULL, NULL, &error), CUTLINE_E_ARGUMENT);
}

static void deep_paths_are_cut_at_the_outer_end(void **state) {
    made *const m = *state;
    char html[4096] = "<title>a</title>";
    written path = {.size = 0};
    for (int i = 0; i < 100; i++)
        strcat(html, "<div class=a>");
    strcat(html, "<b>" SENTENCE "</b>");
    cutline_options_set_features(m->options, 1);
    assert_int_equal(cutline_context_extract(m->context, html, strlen(html), m->options, &m->record, NULL), CUTLINE_OK);
    assert_int_equal(cutline_record_page_block_path(m->record, 0, append, &path, NULL), CUTLINE_OK);
    assert_string_equal(path.at,
        "\xe2\x80\xa6 > div.a > div.a > div.a > div.a > div.a > div.a > div.a > div.a > div.a > "
        "div.a > div.a > b");
}

static void roles_go_into_the_text_and_out_of_it(void **state) {
    made *const m = *state;
    extract(m);
    const cutline_role role = cutline_record_page_block_role(m->record, 0);
    const size_t body = cutline_record_block_count(m->record);
    assert_int_not_equal(role, CUTLINE_ROLE_BODY);
    assert_int_equal(cutline_options_set_role(m->options, role, 1), CUTLINE_OK);
    extract(m);
    assert_true(cutline_record_block_count(m->record) > body);
    assert_memory_equal(cutline_record_text(m->record).data, "Home\n\n", 6);
    assert_int_equal(cutline_options_set_role(m->options, role, 0), CUTLINE_OK);
    extract(m);
    assert_int_equal(cutline_record_block_count(m->record), body);
    assert_int_equal(cutline_options_set_role(m->options, CUTLINE_ROLE_BODY, 0), CUTLINE_E_ARGUMENT);
    assert_int_equal(cutline_options_set_role(m->options, (cutline_role)21, 1), CUTLINE_E_ARGUMENT);
    assert_int_equal(cutline_options_set_role(NULL, CUTLINE_ROLE_NOTE, 1), CUTLINE_E_ARGUMENT);
    assert_int_equal(cutline_options_set_dropped(NULL, 1), CUTLINE_E_ARGUMENT);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(reasons_come_strongest_first_and_no_more_than_asked_for, set_up, tear_down),
        cmocka_unit_test_setup_teardown(no_reasons_where_nothing_was_measured, set_up, tear_down),
        cmocka_unit_test_setup_teardown(paths_name_the_elements_around, set_up, tear_down),
        cmocka_unit_test_setup_teardown(deep_paths_are_cut_at_the_outer_end, set_up, tear_down),
        cmocka_unit_test_setup_teardown(roles_go_into_the_text_and_out_of_it, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
