/* Strings that stand alone, read as one field. */
#include "cmocka_all.h"
#include "written.h"

#include <cutline.h>
#include <stdlib.h>
#include <string.h>

static cutline_context *context;

static int set_up(void **state) {
    (void)state;
    return cutline_context_new(NULL, &context) != CUTLINE_OK;
}

static int tear_down(void **state) {
    (void)state;
    cutline_context_free(context);
    return 0;
}

static cutline_string z(const char *s) {
    return (cutline_string){s, strlen(s)};
}

static void assert_reads(cutline_reading reading, const char *string, const cutline_known *known, const char *want) {
    written have = {.size = 0};
    assert_int_equal(cutline_read_string(context, reading, z(string), known, append, &have, NULL), CUTLINE_OK);
    assert_string_equal(have.at, want);
}

static void a_byline_is_the_names_of_those_who_wrote(void **state) {
    (void)state;
    assert_reads(CUTLINE_READ_BYLINE, "By Ann Archer and Bo Lind", NULL, "[\"Ann Archer\",\"Bo Lind\"]\n");
    assert_reads(CUTLINE_READ_BYLINE, "By Ann Archer. Photographs by Bo Lind", NULL, "[\"Ann Archer\"]\n");
    assert_reads(CUTLINE_READ_BYLINE, "Von Jörg Rot &amp; Anna Bach", NULL, "[\"Jörg Rot\",\"Anna Bach\"]\n");
    assert_reads(CUTLINE_READ_BYLINE, "", NULL, "[]\n");
}

static void a_date_is_read_with_what_is_known(void **state) {
    (void)state;
    const cutline_known british = {.language = z("en-GB"), .reference = z("2024-05-01")};
    const cutline_known american = {.language = z("en-US")};
    assert_reads(CUTLINE_READ_DATE, "May 3, 2021 10:15", NULL, "\"2021-05-03T10:15:00\"\n");
    assert_reads(CUTLINE_READ_DATE, "3/5/2021", &british, "\"2021-05-03\"\n");
    assert_reads(CUTLINE_READ_DATE, "3/5/2021", &american, "\"2021-03-05\"\n");
    assert_reads(CUTLINE_READ_DATE, "yesterday", &british, "\"2024-04-30\"\n");
    assert_reads(CUTLINE_READ_DATE, "yesterday", NULL, "null\n");
    assert_reads(CUTLINE_READ_DATE, "the harbour", NULL, "null\n");
}

static void a_caption_parts_from_its_credit(void **state) {
    (void)state;
    assert_reads(CUTLINE_READ_CAPTION, "The harbour on Sunday. (Photo: Ann Archer/AP)", NULL,
        "{\"caption\":\"The harbour on Sunday.\",\"credit\":\"Ann Archer/AP\"}\n");
    assert_reads(CUTLINE_READ_CAPTION, "The harbour on Sunday.", NULL,
        "{\"caption\":\"The harbour on Sunday.\",\"credit\":null}\n");
    assert_reads(CUTLINE_READ_CAPTION, " ", NULL, "{\"caption\":null,\"credit\":null}\n");
}

static void a_headline_loses_the_name_of_the_site(void **state) {
    (void)state;
    const cutline_known known = {.site = z("Harbour Press")};
    assert_reads(CUTLINE_READ_HEADLINE, "Ferry sails again - Harbour Press", &known, "\"Ferry sails again\"\n");
    assert_reads(
        CUTLINE_READ_HEADLINE, "Ferry sails again - Harbour Press", NULL, "\"Ferry sails again - Harbour Press\"\n");
    assert_reads(CUTLINE_READ_HEADLINE, "", &known, "null\n");
}

static void bytes_that_are_no_text_are_replaced(void **state) {
    (void)state;
    assert_reads(CUTLINE_READ_HEADLINE,
        "\xff"
        "Ferry \xc3 sails\xe2\x82",
        NULL,
        "\"\xef\xbf\xbd"
        "Ferry \xef\xbf\xbd sails\xef\xbf\xbd\xef\xbf\xbd\"\n");
}

static void a_long_string_is_cut_between_characters(void **state) {
    (void)state;
    enum { SIZE = 20000 };
    char *const string = malloc(SIZE);
    written *const have = calloc(1, sizeof *have);
    assert_true(string && have);
    string[0] = 'a'; /* so that the limit falls within a character */
    for (size_t i = 1; i + 1 < SIZE; i += 2)
        memcpy(string + i, "\xc3\xa9", 2);
    const cutline_string s = {string, SIZE - 1};
    assert_int_equal(cutline_read_string(context, CUTLINE_READ_HEADLINE, s, NULL, append, have, NULL), CUTLINE_OK);
    assert_int_equal(have->size, 16384 - 1 + strlen("\"\"\n"));
    assert_memory_equal(have->at + have->size - 3, "\xa9\"\n", 3);
    free(have);
    free(string);
}

static void what_can_not_be_asked_is_told(void **state) {
    (void)state;
    written have = {.size = 0};
    cutline_error error;
    const cutline_known wrong = {.reference = z("some day")};
    assert_int_equal(
        cutline_read_string(NULL, CUTLINE_READ_DATE, z("x"), NULL, append, &have, &error), CUTLINE_E_ARGUMENT);
    assert_int_equal(
        cutline_read_string(context, CUTLINE_READ_DATE, z("x"), NULL, NULL, &have, &error), CUTLINE_E_ARGUMENT);
    assert_int_equal(
        cutline_read_string(context, (cutline_reading)5, z("x"), NULL, append, &have, &error), CUTLINE_E_ARGUMENT);
    assert_int_equal(
        cutline_read_string(context, CUTLINE_READ_DATE, z("x"), &wrong, append, &have, &error), CUTLINE_E_ARGUMENT);
    assert_non_null(strstr(error.message, "reference"));
    assert_int_equal(have.size, 0);
    assert_int_equal(
        cutline_read_string(context, CUTLINE_READ_DATE, z("x"), NULL, refuse, NULL, &error), CUTLINE_E_WRITE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_byline_is_the_names_of_those_who_wrote),
        cmocka_unit_test(a_date_is_read_with_what_is_known),
        cmocka_unit_test(a_caption_parts_from_its_credit),
        cmocka_unit_test(a_headline_loses_the_name_of_the_site),
        cmocka_unit_test(bytes_that_are_no_text_are_replaced),
        cmocka_unit_test(a_long_string_is_cut_between_characters),
        cmocka_unit_test(what_can_not_be_asked_is_told),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
