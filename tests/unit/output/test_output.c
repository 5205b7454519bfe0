#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "output/output.h"

#include <stdlib.h>

static char written[1 << 17];
static size_t written_size;

static int take(void *user, const char *data, size_t size) {
    (void)user;
    if (size > sizeof written - 1 - written_size)
        return 1;
    memcpy(written + written_size, data, size);
    written_size += size;
    written[written_size] = '\0';
    return 0;
}

static void write_out(const cl_record *record, cutline_format format) {
    written_size = 0;
    written[0] = '\0';
    assert_int_equal(CUTLINE_OK, cl_output_write(record, format, take, NULL, NULL));
}

static const cl_slice items[] = {{"Brot", 4}, {"1. Geduld", 9}};
static const cl_slice cells[] = {{"Jahr", 4}, {"a|b", 3}, {"2023", 4}};
static const cl_table_row rows[] = {{cells, 2}, {cells + 2, 1}};

static cl_body_block paragraph(const char *text) {
    return (cl_body_block){.type = CUTLINE_BLOCK_PARAGRAPH, .text = cl_slice_z(text)};
}

static void json_of_nothing(void **state) {
    (void)state;
    const cl_record record = {.source = {.kind = CUTLINE_KIND_HTML}};
    write_out(&record, CUTLINE_FORMAT_JSON);
    assert_string_equal("{\"source\":{\"kind\":\"html\",\"bytes\":0},\"confidence\":0.000,\"from\":{}}\n", written);
}

static void json_of_all(void **state) {
    (void)state;
    static const cutline_person authors[] = {{.name = {"Ada", 3}}, {.name = {"Emil", 4}}};
    const cl_body_block body[] = {paragraph("Eins."),
        {.type = CUTLINE_BLOCK_HEADING, .level = 3, .text = CL_SLICE("Zwei")},
        {.type = CUTLINE_BLOCK_LIST, .ordered = true, .items = items, .item_count = 2},
        {.type = CUTLINE_BLOCK_TABLE, .rows = rows, .row_count = 2}};
    const cl_record record = {.source = {.path = CL_SLICE("p"),
                                  .url = CL_SLICE("u"),
                                  .canonical = CL_SLICE("c"),
                                  .encoding = CL_SLICE("utf-8"),
                                  .kind = CUTLINE_KIND_TEXT,
                                  .bytes = UINT64_C(5000000000)},
        .title = CL_SLICE("T"),
        .site_name = CL_SLICE("S"),
        .site_url = CL_SLICE("su"),
        .language = CL_SLICE("de"),
        .direction = CL_SLICE("ltr"),
        .published = CL_SLICE("2024-05-01"),
        .modified = CL_SLICE("2024-05-02"),
        .authors.at = authors,
        .authors.count = 2,
        .body = body,
        .body_count = 4,
        .text = CL_SLICE("Eins.\n\nZwei"),
        .confidence = 0.8765,
        .from = {.title = CL_FROM_VISIBLE, .published = CL_FROM_JSON_LD}};
    write_out(&record, CUTLINE_FORMAT_JSON);
    assert_string_equal(
        "{\"source\":{\"path\":\"p\",\"url\":\"u\",\"canonical\":\"c\",\"kind\":\"text\",\"encoding\":\"utf-8\","
        "\"bytes\":5000000000},\"title\":\"T\",\"site\":{\"name\":\"S\",\"url\":\"su\"},\"language\":\"de\","
        "\"direction\":\"ltr\",\"authors\":[{\"name\":\"Ada\"},{\"name\":\"Emil\"}],\"published\":\"2024-05-01\","
        "\"modified\":\"2024-05-02\",\"body\":[{\"type\":\"paragraph\",\"text\":\"Eins.\"},{\"type\":\"heading\","
        "\"level\":3,\"text\":\"Zwei\"},{\"type\":\"list\",\"ordered\":true,\"items\":[\"Brot\",\"1. Geduld\"]},"
        "{\"type\":\"table\",\"rows\":[[\"Jahr\",\"a|b\"],[\"2023\"]]}],\"text\":\"Eins.\\n\\nZwei\","
        "\"confidence\":0.877,\"from\":{\"title\":\"visible\",\"published\":\"json-ld\"}}\n",
        written);
}

static void json_of_lists(void **state) {
    (void)state;
    static const cutline_person helpers[] = {{.name = {"Presseamt", 9}, .url = {"/amt", 4}, .organization = 1}};
    static const cl_slice topics[] = {{"Brot", 4}, {"Salz", 4}};
    static const cutline_edition editions[] = {{.language = {"pt", 2}, .label = {"Português", 10}}};
    static const cutline_related related[] = {{.label = {"READ", 4}, .title = {"More", 4}, .url = {"/m", 2}}};
    static const cutline_image images[] = {{.url = {"a.jpg", 5}, .credit = {"Ada", 3}, .width = 640, .lead = 1},
        {.caption = {"Two", 3}, .block = CUTLINE_NO_BLOCK}};
    static const cutline_media media[] = {{.type = {"video", 5}, .url = {"v", 1}, .block = CUTLINE_NO_BLOCK}};
    static const cutline_quote quotes[] = {
        {.text = {"So it is.", 9}, .mention = {"he", 2}, .block = 1, .start = 7, .end = 18}};
    static const cutline_span spans[] = {{.start = 0, .end = 4, .url = {"/e", 2}, .type = CUTLINE_SPAN_LINK},
        {.start = 1, .end = 2, .type = CUTLINE_SPAN_STRONG}};
    const cl_body_block body[] = {{.type = CUTLINE_BLOCK_NOTE,
        .text = CL_SLICE("Eins."),
        .time = CL_SLICE("2024-05-01"),
        .spans = spans,
        .span_count = 2}};
    const cl_record record = {.kicker = CL_SLICE("K"),
        .dateline = CL_SLICE("ROM"),
        .section = CL_SLICE("Welt"),
        .access = CL_SLICE("free"),
        .problem = CL_SLICE("login"),
        .truncated = true,
        .pages = {.next = CL_SLICE("/2")},
        .contributors = {helpers, 1},
        .topics = {topics, 2},
        .keywords = {topics, 1},
        .editions = {editions, 1},
        .related = {related, 1},
        .images = {images, 2},
        .media = {media, 1},
        .quotes = {quotes, 1},
        .body = body,
        .body_count = 1};
    write_out(&record, CUTLINE_FORMAT_JSON);
    assert_string_equal(
        "{\"source\":{\"kind\":\"html\",\"bytes\":0},\"kicker\":\"K\",\"contributors\":[{\"name\":\"Presseamt\","
        "\"url\":\"/amt\",\"kind\":\"organization\"}],\"dateline\":\"ROM\",\"section\":\"Welt\","
        "\"topics\":[\"Brot\",\"Salz\"],\"keywords\":[\"Brot\"],\"editions\":[{\"language\":\"pt\","
        "\"label\":\"Português\"}],\"access\":\"free\",\"truncated\":true,\"problem\":\"login\","
        "\"pages\":{\"next\":\"/2\"},\"images\":[{\"url\":\"a.jpg\",\"credit\":\"Ada\",\"width\":640,"
        "\"lead\":true,\"block\":0},{\"caption\":\"Two\"}],\"body\":[{\"type\":\"note\",\"text\":\"Eins.\","
        "\"spans\":[{\"type\":\"link\",\"start\":0,\"end\":4,\"url\":\"/e\"},{\"type\":\"strong\",\"start\":1,"
        "\"end\":2}],\"time\":\"2024-05-01\"}],\"media\":[{\"type\":\"video\",\"url\":\"v\"}],"
        "\"quotes\":[{\"text\":\"So it is.\",\"mention\":\"he\",\"block\":1,\"start\":7,\"end\":18}],"
        "\"related\":[{\"label\":\"READ\",\"title\":\"More\",\"url\":\"/m\"}],\"confidence\":0.000,"
        "\"from\":{}}\n",
        written);
}

static void json_escapes(void **state) {
    (void)state;
    const cl_record record = {.title = CL_SLICE("\"a\\b\"\n\t\r\x01\x1f\x7f ü 😀 </script>")};
    write_out(&record, CUTLINE_FORMAT_JSON);
    assert_non_null(strstr(written, "\"title\":\"\\\"a\\\\b\\\"\\n\\t\\r\\u0001\\u001f\x7f ü 😀 </script>\""));
}

static void plain_text(void **state) {
    (void)state;
    const cl_record record = {.title = CL_SLICE("Titel"), .text = CL_SLICE("Eins.\n\nZwei.")};
    write_out(&record, CUTLINE_FORMAT_TEXT);
    assert_string_equal("Titel\n\nEins.\n\nZwei.\n", written);
    const cl_record untitled = {.text = CL_SLICE("Eins.")};
    write_out(&untitled, CUTLINE_FORMAT_TEXT);
    assert_string_equal("Eins.\n", written);
    const cl_record empty = {.title = CL_SLICE_NONE};
    write_out(&empty, CUTLINE_FORMAT_TEXT);
    assert_string_equal("", written);
}

static void markdown(void **state) {
    (void)state;
    const cl_body_block body[] = {paragraph("Eins\nzwei"),
        {.type = CUTLINE_BLOCK_HEADING, .level = 3, .text = CL_SLICE("Drei")},
        {.type = CUTLINE_BLOCK_LIST, .items = items, .item_count = 2},
        {.type = CUTLINE_BLOCK_LIST, .ordered = true, .items = items, .item_count = 1},
        {.type = CUTLINE_BLOCK_QUOTATION, .text = CL_SLICE("Vier\nfünf")},
        {.type = CUTLINE_BLOCK_PREFORMATTED, .text = CL_SLICE("a\n  b")},
        {.type = CUTLINE_BLOCK_TABLE, .rows = rows, .row_count = 2}};
    const cl_record record = {.title = CL_SLICE("Titel *"), .body = body, .body_count = 7};
    write_out(&record, CUTLINE_FORMAT_MARKDOWN);
    assert_string_equal("# Titel \\*\n\nEins  \nzwei\n\n### Drei\n\n- Brot\n- 1\\. Geduld\n\n<!-- -->\n\n1. Brot\n\n> "
                        "Vier  \n> fünf\n\n"
                        "    a\n      b\n\n| Jahr | a\\|b |\n| --- | --- |\n| 2023 |  |\n",
        written);
}

/* What looks like markup by accident is text. */
static void markdown_escapes(void **state) {
    (void)state;
    static const char *const pairs[][2] = {{"# keine", "\\# keine\n"}, {"1. kein", "1\\. kein\n"},
        {"12) kein", "12\\) kein\n"}, {"- kein", "\\- kein\n"}, {"+ kein", "\\+ kein\n"}, {"> kein", "\\> kein\n"},
        {"=== x", "\\=== x\n"}, {"a - b # c 1. d", "a - b # c 1. d\n"}, {"*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`\n"},
        {"<b> & [x](y)", "\\<b\\> \\& \\[x\\](y)\n"}, {"a\\b", "a\\\\b\n"}, {"zwei\n# drei", "zwei  \n\\# drei\n"},
        {"1984 war es", "1984 war es\n"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        const cl_body_block body[] = {paragraph(pairs[i][0])};
        const cl_record record = {.body = body, .body_count = 1};
        write_out(&record, CUTLINE_FORMAT_MARKDOWN);
        assert_string_equal(pairs[i][1], written);
    }
}

/* Links and emphasis, where CommonMark reads them back; elsewhere the words alone. */
static void markdown_spans(void **state) {
    (void)state;
    static const struct {
        const char *text;
        cutline_span spans[3];
        size_t count;
        const char *want;
    } cases[] = {
        {"ein Wort hier", {{4, 8, {NULL, 0}, CUTLINE_SPAN_STRONG}, {4, 8, {NULL, 0}, CUTLINE_SPAN_EMPHASIS}}, 2,
            "ein ***Wort*** hier\n"},
        {"ein Wort hier", {{0, 8, {NULL, 0}, CUTLINE_SPAN_EMPHASIS}, {4, 8, {NULL, 0}, CUTLINE_SPAN_STRONG}}, 2,
            "*ein **Wort*** hier\n"},
        {"1. Wort", {{0, 7, {NULL, 0}, CUTLINE_SPAN_STRONG}}, 1, "**1\\. Wort**\n"},
        {"12. Wort", {{1, 2, {NULL, 0}, CUTLINE_SPAN_STRONG}}, 1, "1**2**\\. Wort\n"},
        {"un(fass)bar", {{2, 8, {NULL, 0}, CUTLINE_SPAN_EMPHASIS}}, 1, "un(fass)bar\n"},
        {"(fass) bar", {{0, 6, {NULL, 0}, CUTLINE_SPAN_EMPHASIS}}, 1, "*(fass)* bar\n"},
        {"unfassbar", {{2, 6, {NULL, 0}, CUTLINE_SPAN_EMPHASIS}}, 1, "un*fass*bar\n"},
        {"einszwei", {{0, 4, {NULL, 0}, CUTLINE_SPAN_STRONG}, {4, 8, {NULL, 0}, CUTLINE_SPAN_STRONG}}, 2,
            "**eins**zwei\n"},
        {"sieh *da*", {{0, 4, {"/a?b=1&c;(d)|\\", 15}, CUTLINE_SPAN_LINK}}, 1,
            "[sieh](</a?b=1\\&c;(d)%7C%5C>) \\*da\\*\n"},
        {"a [b] c", {{0, 7, {"https://x.example/", 18}, CUTLINE_SPAN_LINK}, {2, 5, {NULL, 0}, CUTLINE_SPAN_STRONG}}, 2,
            "[a **\\[b\\]** c](https://x.example/)\n"},
        {"eins", {{0, 9, {NULL, 0}, CUTLINE_SPAN_STRONG}, {3, 2, {NULL, 0}, CUTLINE_SPAN_LINK}}, 2, "eins\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cl_body_block body[] = {paragraph(cases[i].text)};
        body[0].spans = cases[i].spans;
        body[0].span_count = cases[i].count;
        const cl_record record = {.body = body, .body_count = 1};
        write_out(&record, CUTLINE_FORMAT_MARKDOWN);
        assert_string_equal(cases[i].want, written);
    }
    static const cl_slice two[] = {{"Brot", 4}, {"viel Geduld", 11}};
    static const cutline_span bold[] = {{0, 4, {NULL, 0}, CUTLINE_SPAN_STRONG}, {10, 16, {"/g", 2}, CUTLINE_SPAN_LINK}};
    const cl_body_block list[] = {{.type = CUTLINE_BLOCK_LIST,
        .text = CL_SLICE("Brot\nviel Geduld"),
        .items = two,
        .item_count = 2,
        .spans = bold,
        .span_count = 2}};
    const cl_record record = {.body = list, .body_count = 1};
    write_out(&record, CUTLINE_FORMAT_MARKDOWN);
    assert_string_equal("- **Brot**\n- viel [Geduld](/g)\n", written);
}

/* Longer than the writer's buffer, whole and in pieces. */
static void long_texts_come_whole(void **state) {
    (void)state;
    enum { SIZE = 60000 };
    char *const text = malloc(SIZE);
    assert_non_null(text);
    for (size_t i = 0; i < SIZE; i++)
        text[i] = (char)('a' + i % 26);
    const cl_record record = {.text = cl_slice_of(text, SIZE)};
    write_out(&record, CUTLINE_FORMAT_TEXT);
    assert_int_equal(SIZE + 1, written_size);
    assert_memory_equal(text, written, SIZE);
    for (size_t i = 0; i < SIZE; i += 2)
        text[i] = '"';
    write_out(&record, CUTLINE_FORMAT_JSON);
    assert_int_equal('\n', written[written_size - 1]);
    size_t quotes = 0;
    for (size_t i = 1; i < written_size; i++)
        quotes += written[i] == '"' && written[i - 1] == '\\';
    assert_int_equal(SIZE / 2, quotes);
    free(text);
}

static int refuse(void *user, const char *data, size_t size) {
    (void)data;
    (void)size;
    ++*(int *)user;
    return 1;
}

static void a_write_that_fails_is_told(void **state) {
    (void)state;
    static char text[100000];
    memset(text, 'x', sizeof text);
    const cl_body_block body[] = {{.type = CUTLINE_BLOCK_PARAGRAPH, .text = {text, sizeof text}}};
    const cl_record record = {.title = CL_SLICE("T"), .text = {text, sizeof text}, .body = body, .body_count = 1};
    static const cutline_format formats[] = {CUTLINE_FORMAT_TEXT, CUTLINE_FORMAT_JSON, CUTLINE_FORMAT_MARKDOWN};
    for (size_t i = 0; i < 3; i++) {
        int calls = 0;
        cutline_error error = {.status = CUTLINE_OK};
        assert_int_equal(CUTLINE_E_WRITE, cl_output_write(&record, formats[i], refuse, &calls, &error));
        assert_int_equal(CUTLINE_E_WRITE, error.status);
        assert_int_equal(CUTLINE_STAGE_OUTPUT, error.stage);
        assert_non_null(error.message);
        assert_int_equal(1, calls); /* not asked again */
    }
}

static void an_unknown_format_is_told(void **state) {
    (void)state;
    const cl_record record = {.title = CL_SLICE("T")};
    int calls = 0;
    assert_int_equal(CUTLINE_E_ARGUMENT, cl_output_write(&record, (cutline_format)99, refuse, &calls, NULL));
    assert_int_equal(0, calls);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(json_of_nothing),
        cmocka_unit_test(json_of_all),
        cmocka_unit_test(json_of_lists),
        cmocka_unit_test(json_escapes),
        cmocka_unit_test(plain_text),
        cmocka_unit_test(markdown),
        cmocka_unit_test(markdown_escapes),
        cmocka_unit_test(markdown_spans),
        cmocka_unit_test(long_texts_come_whole),
        cmocka_unit_test(a_write_that_fails_is_told),
        cmocka_unit_test(an_unknown_format_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
