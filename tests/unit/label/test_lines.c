#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "vectors.h"
#include "label/lines_model.h"
#include "lines_vectors.inc"

/* A flattened text with its labels. */
typedef struct labelled {
    cl_text text;
    cl_blocks blocks;
    cl_features features;
    cl_lines lines;
    cl_labels labels;
} labelled;

static void label_open(labelled *l, const char *source) {
    const cutline_allocator *const a = &cl_allocator_default;
    cl_text_init(&l->text, a);
    cl_blocks_init(&l->blocks, a);
    cl_features_init(&l->features, a);
    cl_labels_init(&l->labels, a);
    assert_true(cl_text_read(&l->text, cl_slice_z(source)));
    assert_int_equal(CUTLINE_OK, cl_blocks_of_text(&l->blocks, &l->text, NULL));
    assert_int_equal(CUTLINE_OK, cl_lines_measure(&l->lines, &l->features, &l->text, &l->blocks, NULL));
    assert_int_equal(CUTLINE_OK, cl_label_lines(&l->labels, &l->lines, &l->blocks, CUTLINE_FAVOR_BALANCE, false, NULL));
    assert_int_equal(l->blocks.list.count, l->labels.list.count);
}

static void label_close(labelled *l) {
    cl_text_free(&l->text);
    cl_blocks_free(&l->blocks);
    cl_features_free(&l->features);
    cl_labels_free(&l->labels);
}

static void assert_block(const labelled *l, const char *role, const char *text) {
    for (size_t i = 0; i < l->blocks.list.count; i++) {
        const cl_slice have = l->blocks.list.at[i].text;
        if (have.size == strlen(text) && memcmp(have.data, text, have.size) == 0) {
            assert_string_equal(role, cl_role_name((cl_role)l->labels.list.at[i].role).data);
            return;
        }
    }
    fail_msg("no block \"%s\"", text);
}

static const char menu[] = "Home\nNews\nSport\nWeather\n\n";
static const char footer[] =
    "\nShare\nMore from News\nContact us\nPrivacy policy\n© 2024 Harbour Ledger. All rights reserved.\n";
static const char first[] =
    "The harbour master opened the lock at six on Monday, a little earlier than the timetable would have "
    "had it, because the tide was in a hurry.";
static const char second[] =
    "Nobody complained. Eleven boats went through before the sun had cleared the roof of the customs "
    "house on the far side, the council said.";
static const char third[] =
    "By noon the water stood so high that the ducks could look into the office, and two of them did so "
    "for some time.";

static char *joined(const char *const *parts) {
    size_t size = 1;
    for (size_t i = 0; parts[i]; i++)
        size += strlen(parts[i]);
    char *const all = calloc(size, 1);
    assert_non_null(all);
    for (size_t i = 0; parts[i]; i++)
        memcpy(all + strlen(all), parts[i], strlen(parts[i]) + 1);
    return all;
}

static void a_story_is_found_between_menu_and_footer(void **state) {
    (void)state;
    const char *const gaps[] = {"\n", "\n\n"};
    for (size_t i = 0; i < 2; i++) {
        const char *const gap = gaps[i];
        char *const source = joined((const char *[]){menu, "Ducks look into the harbour office", gap, "By Ada Bach",
            gap, first, gap, second, gap, third, gap, footer, NULL});
        labelled l;
        label_open(&l, source);
        assert_block(&l, "headline", "Ducks look into the harbour office");
        assert_block(&l, "byline", "By Ada Bach");
        assert_block(&l, "body", first);
        assert_block(&l, "body", second);
        assert_block(&l, "body", third);
        assert_block(&l, "navigation", "Home");
        assert_int_equal(CL_PAGE_ARTICLE, l.labels.kind);
        assert_int_not_equal(CL_NO_BLOCK, l.labels.headline);
        assert_true(l.labels.confidence > 0.4);
        label_close(&l);
        free(source);
    }
}

/* Every text node on a line of its own, as get_text("\n", strip=True) of BeautifulSoup has it. */
static void a_sentence_in_pieces_is_put_together(void **state) {
    (void)state;
    char *const source = joined((const char *[]){menu, "Ducks look into the harbour office\nBy Ada Bach\n", first,
        "\nNobody complained. Eleven boats went through before the sun had cleared the roof of the\ncustoms house\n"
        "on the far side, the\ncouncil\nsaid.\n",
        third, "\n", footer, NULL});
    labelled l;
    label_open(&l, source);
    assert_block(&l, "body", first);
    assert_block(&l, "body", second);
    assert_block(&l, "body", third);
    label_close(&l);
    free(source);
}

static void texts_of_nothing_are_not_sure(void **state) {
    (void)state;
    static const char *const sources[] = {"", "\n\n", "Home", "Home\nNews\nSport\nLogin\nContact\n"};
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
        labelled l;
        label_open(&l, sources[i]);
        assert_true(l.labels.confidence < 0.2);
        label_close(&l);
    }
}

/* ---- the network that is compiled in, on the vectors that its exporter made */

static void take(void *user, uint32_t block, const float *logits) {
    memcpy((float *)user + (size_t)block * CL_LINES_OUTPUTS, logits, CL_LINES_OUTPUTS * sizeof *logits);
}

static void check_vectors(const vectors *v, uint32_t blocks, const float *logits, const float *kinds) {
    cl_network network;
    float got_kinds[CL_PAGE_KIND_COUNT], *const got = calloc((size_t)blocks * CL_LINES_OUTPUTS, sizeof *got);
    assert_non_null(got);
    cl_network_init(&network, &cl_allocator_default);
    assert_true(cl_network_run(&network, &cl_lines_model, blocks, vector_row, v, take, got, got_kinds));
    size_t beside = 0; /* see test_network.c */
    for (size_t i = 0; i < (size_t)blocks * CL_LINES_OUTPUTS; i++) {
        const float difference = got[i] > logits[i] ? got[i] - logits[i] : logits[i] - got[i];
        beside += difference > 0.01f;
        assert_true(difference <= 0.1f);
    }
    assert_true(beside * 50 <= (size_t)blocks * CL_LINES_OUTPUTS);
    for (size_t i = 0; i < CL_PAGE_KIND_COUNT; i++)
        assert_true(got_kinds[i] <= kinds[i] + 0.01f && got_kinds[i] >= kinds[i] - 0.01f);
    cl_network_free(&network);
    free(got);
}

static void the_tables_give_what_training_says(void **state) {
    (void)state;
    CHECK_VECTORS(0, CL_LINE_COUNT);
    CHECK_VECTORS(1, CL_LINE_COUNT);
    CHECK_VECTORS(2, CL_LINE_COUNT);
}

/* Columns that were renamed, moved or added since the network was trained are found here. */
static void the_columns_are_those_of_the_training(void **state) {
    (void)state;
    uint32_t hash = 0x811c9dc5u;
    for (size_t i = 0; i < CL_LINE_COUNT; i++) {
        const cl_slice s = cl_line_name(i);
        if (i)
            hash = (hash ^ '\n') * 0x01000193u;
        for (size_t k = 0; k < s.size; k++)
            hash = (hash ^ (unsigned char)s.data[k]) * 0x01000193u;
    }
    assert_int_equal(hash, cl_lines_columns_hash);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_story_is_found_between_menu_and_footer),
        cmocka_unit_test(a_sentence_in_pieces_is_put_together),
        cmocka_unit_test(texts_of_nothing_are_not_sure),
        cmocka_unit_test(the_tables_give_what_training_says),
        cmocka_unit_test(the_columns_are_those_of_the_training),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
