#include "cmocka_all.h"
#include "written.h"

#include <cutline.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SENTENCE "The harbour of Saltmarsh stays open on Sundays, the council has said, for as long as the ferry runs. "

static const char page[] = "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Harbour open</title></head>"
                           "<body><article><h1>Harbour open</h1><h2>Why</h2><p>" SENTENCE SENTENCE
                           "</p><p>" SENTENCE SENTENCE "</p><p>" SENTENCE SENTENCE "</p></article></body></html>";
#define PAGE_SIZE (sizeof page - 1)

static int is(cutline_string s, const char *text) {
    return s.data && s.size == strlen(text) && memcmp(s.data, text, s.size) == 0;
}

static int count_bytes(void *user, const char *data, size_t size) {
    (void)data;
    *(size_t *)user += size;
    return 0;
}

static int write_to_file(void *user, const char *data, size_t size) {
    return fwrite(data, 1, size, user) != size;
}

static void the_record_outlives_the_bytes(void **state) {
    (void)state;
    char *const bytes = malloc(PAGE_SIZE);
    assert_non_null(bytes);
    memcpy(bytes, page, PAGE_SIZE);
    cutline_record *record;
    cutline_error error;
    assert_int_equal(cutline_extract(bytes, PAGE_SIZE, &record, &error), CUTLINE_OK);
    memset(bytes, 'x', PAGE_SIZE);
    free(bytes);
    assert_true(is(cutline_record_title(record), "Harbour open"));
    assert_true(is(cutline_record_language(record), "en"));
    assert_true(is(cutline_record_encoding(record), "utf-8"));
    assert_non_null(strstr(cutline_record_text(record).data, "The harbour of Saltmarsh"));
    size_t size = 0;
    assert_int_equal(cutline_record_write(record, CUTLINE_FORMAT_JSON, count_bytes, &size, &error), CUTLINE_OK);
    assert_true(size > PAGE_SIZE / 2);
    cutline_record_free(record);
}

static void a_decoded_page_outlives_the_bytes_too(void **state) {
    (void)state;
    char bytes[] = "<meta charset=windows-1252><title>Caf\xe9</title><h1>Caf\xe9</h1><p>" SENTENCE;
    cutline_record *record;
    assert_int_equal(cutline_extract(bytes, sizeof bytes - 1, &record, NULL), CUTLINE_OK);
    memset(bytes, 'x', sizeof bytes);
    assert_true(is(cutline_record_title(record), "Caf\xc3\xa9"));
    assert_true(is(cutline_record_encoding(record), "windows-1252"));
    cutline_record_free(record);
}

static void accessors_out_of_range_are_empty(void **state) {
    (void)state;
    cutline_record *record;
    assert_int_equal(cutline_extract(page, PAGE_SIZE, &record, NULL), CUTLINE_OK);
    const size_t n = cutline_record_block_count(record);
    assert_true(n >= 3);
    assert_int_not_equal(cutline_record_block_type(record, n - 1), CUTLINE_BLOCK_NONE);
    assert_int_equal(cutline_record_block_type(record, n), CUTLINE_BLOCK_NONE);
    assert_null(cutline_record_block_text(record, n).data);
    assert_int_equal(cutline_record_block_level(record, SIZE_MAX), 0);
    assert_null(cutline_record_author_name(record, cutline_record_author_count(record)).data);
    assert_true(cutline_record_confidence(record) >= 0 && cutline_record_confidence(record) <= 1);
    cutline_record_free(record);
}

static void null_reads_as_empty(void **state) {
    (void)state;
    size_t size = 0;
    cutline_record_free(NULL);
    cutline_options_free(NULL);
    cutline_context_free(NULL);
    cutline_input_close(NULL);
    assert_null(cutline_record_title(NULL).data);
    assert_int_equal(cutline_record_block_count(NULL), 0);
    assert_int_equal(cutline_record_author_count(NULL), 0);
    assert_true(cutline_record_confidence(NULL) == 0);
    assert_int_equal(cutline_record_write(NULL, CUTLINE_FORMAT_JSON, count_bytes, &size, NULL), CUTLINE_OK);
    assert_true(size > 0);
    assert_int_equal(cutline_options_set_path(NULL, "x"), CUTLINE_E_ARGUMENT);
    assert_int_equal(cutline_options_set_encoding(NULL, "utf-8"), CUTLINE_E_ARGUMENT);
}

static void wrong_calls_say_so(void **state) {
    (void)state;
    cutline_context *context;
    const cutline_record *record = (const cutline_record *)(const void *)page;
    const cutline_tree *tree;
    cutline_input *input;
    cutline_error error;
    const cutline_allocator half = {NULL, NULL, NULL};
    assert_int_equal(cutline_context_new(NULL, NULL), CUTLINE_E_ARGUMENT);
    assert_int_equal(cutline_context_new(&half, &context), CUTLINE_E_ARGUMENT);
    assert_null(context);
    assert_int_equal(cutline_context_extract(NULL, page, PAGE_SIZE, NULL, &record, &error), CUTLINE_E_ARGUMENT);
    assert_null(record);
    assert_non_null(error.message);
    assert_int_equal(cutline_context_new(NULL, &context), CUTLINE_OK);
    assert_int_equal(cutline_context_extract(context, NULL, 5, NULL, &record, &error), CUTLINE_E_ARGUMENT);
    assert_int_equal(cutline_context_extract(context, page, 5, NULL, NULL, &error), CUTLINE_E_ARGUMENT);
    assert_int_equal(cutline_parse(context, NULL, 5, NULL, &tree, &error), CUTLINE_E_ARGUMENT);
    assert_int_equal(cutline_parse(context, page, 5, NULL, NULL, NULL), CUTLINE_E_ARGUMENT);
    assert_int_equal(cutline_input_open(context, NULL, NULL, &input, &error), CUTLINE_E_ARGUMENT);
    assert_int_equal(cutline_input_next(NULL, NULL, &error), CUTLINE_E_ARGUMENT);
    assert_int_equal(cutline_extract(page, 5, NULL, &error), CUTLINE_E_ARGUMENT);
    cutline_context_free(context);
}

static void what_is_no_page_fails(void **state) {
    (void)state;
    cutline_record *record;
    cutline_error error;
    assert_int_equal(cutline_extract(NULL, 0, &record, &error), CUTLINE_E_EMPTY);
    assert_null(record);
    assert_int_equal(error.status, CUTLINE_E_EMPTY);
    assert_int_equal(cutline_extract("%PDF-1.4", 8, &record, &error), CUTLINE_E_NOT_A_PAGE);
    assert_int_equal(error.stage, CUTLINE_STAGE_INPUT);
    assert_non_null(strstr(error.message, "a PDF document"));
}

static void a_failed_page_leaves_no_record_behind(void **state) {
    (void)state;
    cutline_context *context;
    const cutline_record *record;
    assert_int_equal(cutline_context_new(NULL, &context), CUTLINE_OK);
    assert_int_equal(cutline_context_extract(context, page, PAGE_SIZE, NULL, &record, NULL), CUTLINE_OK);
    const cutline_record *const old = record;
    assert_int_equal(cutline_context_extract(context, "", 0, NULL, &record, NULL), CUTLINE_E_EMPTY);
    assert_null(record);
    assert_null(cutline_record_title(old).data); /* emptied, not dangling */
    assert_int_equal(cutline_context_extract(context, page, PAGE_SIZE, NULL, &record, NULL), CUTLINE_OK);
    assert_true(is(cutline_record_title(record), "Harbour open"));
    cutline_context_free(context);
}

/* The first bytes that were written. */
typedef struct begun {
    char at[200];
    size_t size;
} begun;

static int keep_begin(void *user, const char *data, size_t size) {
    begun *const b = user;
    const size_t room = sizeof b->at - b->size, some = size < room ? size : room;
    memcpy(b->at + b->size, data, some);
    b->size += some;
    return 0;
}

static void a_copy_of_options_is_its_own(void **state) {
    (void)state;
    static const char one[] = "<title>T</title><h1>A headline</h1><p>Some text that is long enough.";
    cutline_options *const first = cutline_options_new();
    assert_non_null(first);
    assert_int_equal(cutline_options_set_path(first, "first"), CUTLINE_OK);
    assert_int_equal(cutline_options_set_fields(first, "source"), CUTLINE_OK);
    cutline_options *const copy = cutline_options_copy(first);
    assert_non_null(copy);
    assert_int_equal(cutline_options_set_url(copy, "https://a.example/b"), CUTLINE_OK);
    assert_int_equal(cutline_options_set_path(first, "second"), CUTLINE_OK);
    cutline_options *const plain = cutline_options_copy(NULL);
    assert_non_null(plain);
    cutline_context *context = NULL;
    assert_int_equal(cutline_context_new(NULL, &context), CUTLINE_OK);
    const struct {
        const cutline_options *options;
        const char *begin;
    } cases[] = {{first, "{\"source\":{\"path\":\"second\",\"kind\""},
        {copy, "{\"source\":{\"path\":\"first\",\"url\":\"https://a.example/b\",\"kind\""},
        {plain, "{\"source\":{\"kind\""}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const cutline_record *record = NULL;
        begun have = {.size = 0};
        assert_int_equal(
            cutline_context_extract(context, one, sizeof one - 1, cases[i].options, &record, NULL), CUTLINE_OK);
        assert_int_equal(cutline_record_write(record, CUTLINE_FORMAT_JSON, keep_begin, &have, NULL), CUTLINE_OK);
        assert_true(have.size > strlen(cases[i].begin));
        assert_memory_equal(have.at, cases[i].begin, strlen(cases[i].begin));
    }
    cutline_context_free(context);
    cutline_options_free(plain);
    cutline_options_free(copy);
    cutline_options_free(first);
}

static void options_are_checked_and_copied(void **state) {
    (void)state;
    cutline_options *const options = cutline_options_new();
    assert_non_null(options);
    char path[] = "a\xff/story.html", url[] = "https://example.org/a";
    assert_int_equal(cutline_options_set_path(options, path), CUTLINE_OK);
    assert_int_equal(cutline_options_set_url(options, url), CUTLINE_OK);
    path[0] = url[0] = '!';
    assert_int_equal(cutline_options_set_encoding(options, "klingon"), CUTLINE_E_ARGUMENT);
    assert_int_equal(cutline_options_set_encoding(options, " UTF8 "), CUTLINE_OK);
    assert_int_equal(cutline_options_set_encoding(options, NULL), CUTLINE_OK);
    assert_int_equal(cutline_options_set_kind(options, (cutline_kind)9), CUTLINE_E_ARGUMENT);
    assert_int_equal(cutline_options_set_limit(options, (cutline_limit)0, 1), CUTLINE_E_ARGUMENT);
    assert_int_equal(cutline_options_set_limit(options, (cutline_limit)5, 1), CUTLINE_E_ARGUMENT);
    assert_int_equal(cutline_options_set_limit(options, CUTLINE_LIMIT_PAGE_BYTES, UINT64_MAX), CUTLINE_E_ARGUMENT);
    assert_int_equal(cutline_options_set_limit(options, CUTLINE_LIMIT_PAGE_BYTES, PAGE_SIZE - 1), CUTLINE_OK);
    cutline_context *context;
    const cutline_record *record;
    cutline_error error;
    assert_int_equal(cutline_context_new(NULL, &context), CUTLINE_OK);
    assert_int_equal(cutline_context_extract(context, page, PAGE_SIZE, options, &record, &error), CUTLINE_E_LIMIT);
    assert_non_null(strstr(error.message, "CUTLINE_LIMIT_PAGE_BYTES"));
    assert_int_equal(cutline_options_set_limit(options, CUTLINE_LIMIT_PAGE_BYTES, 0), CUTLINE_OK);
    assert_int_equal(cutline_context_extract(context, page, PAGE_SIZE, options, &record, &error), CUTLINE_OK);
    cutline_options_free(options); /* the record has copies */
    char json[4096] = "";
    FILE *const out = fmemopen(json, sizeof json, "w");
    assert_non_null(out);
    assert_int_equal(cutline_record_write(record, CUTLINE_FORMAT_JSON, write_to_file, out, &error), CUTLINE_OK);
    fclose(out);
    assert_non_null(strstr(json, "\"path\":\"a\xef\xbf\xbd/story.html\""));
    assert_non_null(strstr(json, "https://example.org/a"));
    cutline_context_free(context);
}

static void a_transport_charset_that_is_none_counts_as_none(void **state) {
    (void)state;
    static const char latin[] = "<meta charset=windows-1251><title>\xcf\xf0\xe8\xe2\xe5\xf2</title><p>" SENTENCE;
    cutline_options *const options = cutline_options_new();
    cutline_context *context;
    const cutline_record *record;
    assert_int_equal(cutline_context_new(NULL, &context), CUTLINE_OK);
    assert_int_equal(cutline_options_set_transport_charset(options, "nonsense"), CUTLINE_OK);
    assert_int_equal(cutline_context_extract(context, latin, sizeof latin - 1, options, &record, NULL), CUTLINE_OK);
    assert_true(is(cutline_record_encoding(record), "windows-1251"));
    assert_int_equal(cutline_options_set_transport_charset(options, "koi8-r"), CUTLINE_OK);
    assert_int_equal(cutline_context_extract(context, latin, sizeof latin - 1, options, &record, NULL), CUTLINE_OK);
    assert_true(is(cutline_record_encoding(record), "koi8-r"));
    cutline_options_free(options);
    cutline_context_free(context);
}

static void a_writer_may_refuse(void **state) {
    (void)state;
    cutline_record *record;
    cutline_error error;
    static const cutline_format formats[] = {CUTLINE_FORMAT_TEXT, CUTLINE_FORMAT_JSON, CUTLINE_FORMAT_MARKDOWN,
        CUTLINE_FORMAT_BLOCKS, CUTLINE_FORMAT_FEATURES};
    assert_int_equal(cutline_extract(page, PAGE_SIZE, &record, NULL), CUTLINE_OK);
    for (size_t i = 0; i < 5; i++) {
        assert_int_equal(cutline_record_write(record, formats[i], refuse, NULL, &error), CUTLINE_E_WRITE);
        assert_int_equal(error.status, CUTLINE_E_WRITE);
    }
    assert_int_equal(cutline_record_write(record, (cutline_format)99, refuse, NULL, &error), CUTLINE_E_ARGUMENT);
    assert_int_equal(cutline_record_write(record, CUTLINE_FORMAT_TEXT, NULL, NULL, &error), CUTLINE_E_ARGUMENT);
    cutline_record_free(record);
}

/* Allocations left before there is no more memory. */
static void *meager_reallocate(void *user, void *old, size_t old_size, size_t new_size) {
    size_t *const left = user;
    (void)old_size;
    return *left ? (--*left, realloc(old, new_size)) : NULL;
}

static void meager_release(void *user, void *block, size_t size) {
    (void)user, (void)size;
    free(block);
}

static void an_input_may_find_no_memory(void **state) {
    (void)state;
    char name[] = "/tmp/cutline-api-XXXXXX";
    const int fd = mkstemp(name);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, page, PAGE_SIZE), PAGE_SIZE);
    close(fd);
    cutline_status status = CUTLINE_E_NOMEM;
    for (size_t n = 0; status == CUTLINE_E_NOMEM; n++) {
        size_t left = n;
        const cutline_allocator allocator = {meager_reallocate, meager_release, &left};
        cutline_context *context = NULL;
        cutline_input *input = NULL;
        cutline_page read;
        cutline_error error;
        status = cutline_context_new(&allocator, &context);
        if (status == CUTLINE_OK)
            status = cutline_input_open(context, name, NULL, &input, &error);
        if (status == CUTLINE_OK)
            status = cutline_input_next(input, &read, &error);
        if (status == CUTLINE_OK)
            assert_memory_equal(read.bytes, page, PAGE_SIZE);
        cutline_input_close(input);
        cutline_context_free(context);
        assert_true(n < 100);
    }
    assert_int_equal(status, CUTLINE_OK);
    unlink(name);
}

static void all_blocks_of_a_page_are_told(void **state) {
    (void)state;
    cutline_record *record;
    static const char html[] =
        "<title>A</title><nav><a href=/>Home</a></nav><p>A text that is long enough to be taken for a "
        "paragraph of a story, since it goes on and on. And on.";
    assert_int_equal(cutline_extract(html, sizeof html - 1, &record, NULL), CUTLINE_OK);
    assert_int_equal(cutline_record_page_block_count(record), 2);
    assert_int_equal(cutline_record_page_block_role(record, 0), CUTLINE_ROLE_NAVIGATION);
    assert_int_equal(cutline_record_page_block_role(record, 1), CUTLINE_ROLE_BODY);
    assert_true(is(cutline_record_page_block_text(record, 0), "Home"));
    assert_true(is(cutline_record_page_block_type(record, 1), "paragraph"));
    assert_int_equal(cutline_record_page_block_offset(record, 0), 31);
    assert_true(cutline_record_page_block_probability(record, 1) > 0);
    assert_true(is(cutline_record_page_kind(record), "article"));
    assert_true(is(cutline_role_name(CUTLINE_ROLE_EDITION), "edition"));
    /* Out of range, and without a record. */
    assert_null(cutline_record_page_block_text(record, 2).data);
    assert_null(cutline_record_page_block_type(record, 2).data);
    assert_int_equal(cutline_record_page_block_role(record, 2), CUTLINE_ROLE_OTHER);
    assert_int_equal(cutline_record_page_block_offset(record, 2), 0);
    assert_true(cutline_record_page_block_probability(record, 2) == 0);
    assert_int_equal(cutline_record_page_block_count(NULL), 0);
    assert_null(cutline_record_page_kind(NULL).data);
    assert_null(cutline_record_path(NULL).data);
    assert_int_equal(cutline_options_set_features(NULL, 1), CUTLINE_E_ARGUMENT);
    cutline_record_free(record);
}

static void two_inputs_may_be_open_at_once(void **state) {
    (void)state;
    char names[2][32] = {"/tmp/cutline-api-XXXXXX", "/tmp/cutline-api-XXXXXX"};
    cutline_context *context;
    cutline_input *inputs[2];
    cutline_page pages[2];
    cutline_error error;
    assert_int_equal(cutline_context_new(NULL, &context), CUTLINE_OK);
    for (size_t i = 0; i < 2; i++) {
        const int fd = mkstemp(names[i]);
        assert_true(fd >= 0);
        assert_int_equal(write(fd, i ? "second" : "first", i ? 6 : 5), i ? 6 : 5);
        close(fd);
        assert_int_equal(cutline_input_open(context, names[i], NULL, &inputs[i], &error), CUTLINE_OK);
    }
    for (size_t i = 0; i < 2; i++)
        assert_int_equal(cutline_input_next(inputs[i], &pages[i], &error), CUTLINE_OK);
    assert_memory_equal(pages[0].bytes, "first", 5);
    assert_memory_equal(pages[1].bytes, "second", 6);
    assert_true(is(pages[0].path, names[0]));
    assert_null(pages[0].url.data);
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(cutline_input_next(inputs[i], &pages[i], &error), CUTLINE_END);
        assert_null(pages[i].bytes);
        cutline_input_close(inputs[i]);
        unlink(names[i]);
    }
    cutline_context_free(context);
}

static void statuses_and_stages_have_words(void **state) {
    (void)state;
    static const cutline_status statuses[] = {CUTLINE_OK, CUTLINE_END, CUTLINE_E_NOMEM, CUTLINE_E_ARGUMENT,
        CUTLINE_E_LIMIT, CUTLINE_E_IO, CUTLINE_E_DAMAGED, CUTLINE_E_NOT_A_PAGE, CUTLINE_E_EMPTY, CUTLINE_E_WRITE};
    for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++)
        assert_true(strlen(cutline_status_message(statuses[i])) > 3);
    assert_string_equal(cutline_status_message((cutline_status)99), "unknown status");
    assert_string_equal(cutline_stage_name(CUTLINE_STAGE_NONE), "");
    assert_string_equal(cutline_stage_name(CUTLINE_STAGE_HTML), "html");
    assert_string_equal(cutline_version(), "0.1.0");
    /* Pinned: a program that was built against an older library reads the same numbers. */
    assert_int_equal(CUTLINE_E_NOMEM, 10);
    assert_int_equal(CUTLINE_E_IO, 20);
    assert_int_equal(CUTLINE_E_WRITE, 24);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_record_outlives_the_bytes),
        cmocka_unit_test(a_decoded_page_outlives_the_bytes_too),
        cmocka_unit_test(accessors_out_of_range_are_empty),
        cmocka_unit_test(null_reads_as_empty),
        cmocka_unit_test(wrong_calls_say_so),
        cmocka_unit_test(what_is_no_page_fails),
        cmocka_unit_test(a_failed_page_leaves_no_record_behind),
        cmocka_unit_test(a_copy_of_options_is_its_own),
        cmocka_unit_test(options_are_checked_and_copied),
        cmocka_unit_test(a_transport_charset_that_is_none_counts_as_none),
        cmocka_unit_test(a_writer_may_refuse),
        cmocka_unit_test(an_input_may_find_no_memory),
        cmocka_unit_test(all_blocks_of_a_page_are_told),
        cmocka_unit_test(two_inputs_may_be_open_at_once),
        cmocka_unit_test(statuses_and_stages_have_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
