#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "output/choice.h"
#include "output/markup.h"
#include "output/output.h"

#include <stdlib.h>

/* What follows the type of a span that leads to no place in the story. */
#define NOWHERE CUTLINE_NO_BLOCK, CUTLINE_NO_BLOCK

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
        {.type = CUTLINE_BLOCK_TABLE, .rows = rows, .row_count = 2, .columns = 2}};
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
        "{\"type\":\"table\",\"columns\":2,\"rows\":[[\"Jahr\",\"a|b\"],[\"2023\"]]}],\"text\":\"Eins.\\n\\nZwei\","
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
    static const cutline_span spans[] = {{.start = 0, .end = 4, .url = {"/e", 2}, .type = CUTLINE_SPAN_LINK, NOWHERE},
        {.start = 1, .end = 2, .type = CUTLINE_SPAN_STRONG, NOWHERE}};
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

static void json_escapes_wherever_they_stand(void **state) {
    (void)state;
    for (size_t at = 0; at < 40; at++) {
        char title[64] = "", want[96] = "\"title\":\"";
        memset(title, 'x', at);
        memset(want + 9, 'x', at);
        strcat(title, "\n\"\\ and more");
        strcat(want, "\\n\\\"\\\\ and more\"");
        const cl_record record = {.title = cl_slice_z(title)};
        write_out(&record, CUTLINE_FORMAT_JSON);
        assert_non_null(strstr(written, want));
    }
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
        {.type = CUTLINE_BLOCK_TABLE, .rows = rows, .row_count = 2, .columns = 2}};
    const cl_record record = {.title = CL_SLICE("Titel *"), .body = body, .body_count = 7};
    write_out(&record, CUTLINE_FORMAT_MARKDOWN);
    assert_string_equal("# Titel \\*\n\nEins  \nzwei\n\n### Drei\n\n- Brot\n- 1\\. Geduld\n\n1. Brot\n\n> "
                        "Vier  \n> fünf\n\n"
                        "```\na\n  b\n```\n\n| Jahr | a\\|b |\n| --- | --- |\n| 2023 |  |\n",
        written);
}

/* What looks like markup by accident is text. */
static void markdown_escapes(void **state) {
    (void)state;
    static const char *const pairs[][2] = {{"# keine", "\\# keine\n"}, {"1. kein", "1\\. kein\n"},
        {"12) kein", "12\\) kein\n"}, {"- kein", "\\- kein\n"}, {"+ kein", "\\+ kein\n"},
        {"> kein > so", "\\> kein > so\n"}, {"=== x", "\\=== x\n"}, {"a - b # c 1. d", "a - b # c 1. d\n"},
        {"*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`\n"}, {"<b> & [x](y)", "\\<b> & \\[x\\](y)\n"},
        {"&amp; &#39; &copy AT&T", "\\&amp; \\&#39; &copy AT&T\n"}, {"3.5 km", "3.5 km\n"},
        {"    kein Code\n\n  \n   # doch", "kein Code  \n\\# doch\n"}, {"Ach!", "Ach!\n"}, {"~~~", "\\~\\~\\~\n"},
        {"| a |\n|---|", "\\| a \\|  \n\\|---\\|\n"}, {"a\\b", "a\\\\b\n"}, {"zwei\n# drei", "zwei  \n\\# drei\n"},
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
        {"ein Wort hier",
            {{4, 8, {NULL, 0}, CUTLINE_SPAN_STRONG, NOWHERE}, {4, 8, {NULL, 0}, CUTLINE_SPAN_EMPHASIS, NOWHERE}}, 2,
            "ein ***Wort*** hier\n"},
        {"ein Wort hier",
            {{0, 8, {NULL, 0}, CUTLINE_SPAN_EMPHASIS, NOWHERE}, {4, 8, {NULL, 0}, CUTLINE_SPAN_STRONG, NOWHERE}}, 2,
            "*ein **Wort*** hier\n"},
        {"1. Wort", {{0, 7, {NULL, 0}, CUTLINE_SPAN_STRONG, NOWHERE}}, 1, "**1. Wort**\n"},
        {"12. Wort", {{1, 2, {NULL, 0}, CUTLINE_SPAN_STRONG, NOWHERE}}, 1, "1**2**. Wort\n"},
        {"un(fass)bar", {{2, 8, {NULL, 0}, CUTLINE_SPAN_EMPHASIS, NOWHERE}}, 1, "un(fass)bar\n"},
        {"(fass) bar", {{0, 6, {NULL, 0}, CUTLINE_SPAN_EMPHASIS, NOWHERE}}, 1, "*(fass)* bar\n"},
        {"unfassbar", {{2, 6, {NULL, 0}, CUTLINE_SPAN_EMPHASIS, NOWHERE}}, 1, "un*fass*bar\n"},
        {"einszwei", {{0, 4, {NULL, 0}, CUTLINE_SPAN_STRONG, NOWHERE}, {4, 8, {NULL, 0}, CUTLINE_SPAN_STRONG, NOWHERE}},
            2, "**eins**zwei\n"},
        {"sieh *da*", {{0, 4, {"/a?b=1&c;(d)|\\", 14}, CUTLINE_SPAN_LINK, NOWHERE}}, 1,
            "[sieh](/a?b=1\\&c;%28d%29%7C%5C) \\*da\\*\n"},
        {"a [b] c",
            {{0, 7, {"https://x.example/", 18}, CUTLINE_SPAN_LINK, NOWHERE},
                {2, 5, {NULL, 0}, CUTLINE_SPAN_STRONG, NOWHERE}},
            2, "[a **\\[b\\]** c](https://x.example/)\n"},
        {"an eins und zwei",
            {{3, 7, {"/1", 2}, CUTLINE_SPAN_LINK, NOWHERE}, {12, 16, {"/2", 2}, CUTLINE_SPAN_LINK, NOWHERE}}, 2,
            "an [eins](/1) und [zwei](/2)\n"},
        {"eins", {{0, 9, {NULL, 0}, CUTLINE_SPAN_STRONG, NOWHERE}, {3, 2, {NULL, 0}, CUTLINE_SPAN_LINK, NOWHERE}}, 2,
            "**eins**\n"},
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
    static const cutline_span bold[] = {
        {0, 4, {NULL, 0}, CUTLINE_SPAN_STRONG, NOWHERE}, {10, 16, {"/g", 2}, CUTLINE_SPAN_LINK, NOWHERE}};
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

/* Links to footnotes and back lead to where these stand in what is written. */
static void html_of_places(void **state) {
    (void)state;
    static const cl_slice two[] = {{"Das Buch.", 9}, {"Der Plan, hier.", 15}};
    static bool led_to[] = {false, true};
    static const cutline_span there[] = {{4, 5, {"#fn", 3}, CUTLINE_SPAN_LINK, 1, 1}};
    static const cutline_span back[] = {{20, 24, {"#r", 2}, CUTLINE_SPAN_LINK, 0, CUTLINE_NO_BLOCK}};
    const cl_body_block body[] = {
        {.type = CUTLINE_BLOCK_PARAGRAPH, .text = CL_SLICE("Plan2"), .spans = there, .span_count = 1},
        {.type = CUTLINE_BLOCK_LIST,
            .text = CL_SLICE("Das Buch.\nDer Plan, hier."),
            .items = two,
            .item_count = 2,
            .spans = back,
            .span_count = 1,
            .led_to = led_to}};
    const cl_record record = {.body = body, .body_count = 2};
    write_out(&record, CUTLINE_FORMAT_HTML);
    assert_non_null(strstr(written, "<p id=\"b0\">Plan<a href=\"#b1-1\">2</a></p>\n<ul id=\"b1\">\n<li>Das Buch.</li>\n"
                                    "<li id=\"b1-1\">Der Plan, <a href=\"#b0\">hier</a>.</li>\n</ul>"));
    write_out(&record, CUTLINE_FORMAT_MARKDOWN);
    assert_string_equal("Plan[2](#fn)\n\n- Das Buch.\n- Der Plan, [hier](#r).\n", written);
    write_out(&record, CUTLINE_FORMAT_JSON);
    assert_non_null(strstr(written, "\"url\":\"#fn\",\"block\":1,\"item\":1}"));
}

static void write_one(const cl_body_block *block, const char *expected) {
    const cl_record record = {.body = block, .body_count = 1};
    write_out(&record, CUTLINE_FORMAT_MARKDOWN);
    assert_string_equal(expected, written);
}

static void markdown_of_spans(void **state) {
    (void)state;
    static const cutline_span spans[] = {
        {4, 9, {"https://x.example/a_(b)?c=1&amp;d e", 35}, CUTLINE_SPAN_LINK, NOWHERE},
        {6, 9, {NULL, 0}, CUTLINE_SPAN_STRONG, NOWHERE}};
    write_one(
        &(cl_body_block){
            .type = CUTLINE_BLOCK_PARAGRAPH, .text = CL_SLICE("Wow!a b*c."), .spans = spans, .span_count = 2},
        "Wow\\![a **b\\*c**](https://x.example/a_%28b%29?c=1\\&amp;d%20e).\n");
    /* A link that does something is none. */
    static const cutline_span bad[] = {{0, 1, {"java\tscript:x", 13}, CUTLINE_SPAN_LINK, NOWHERE},
        {2, 3, {"data:text/html,x", 16}, CUTLINE_SPAN_LINK, NOWHERE}, {4, 5, {"/a:b", 4}, CUTLINE_SPAN_LINK, NOWHERE}};
    write_one(
        &(cl_body_block){.type = CUTLINE_BLOCK_PARAGRAPH, .text = CL_SLICE("a b c"), .spans = bad, .span_count = 3},
        "a b [c](/a:b)\n");
    /* Where stars would not be read as emphasis there are none. */
    static const struct {
        const char *text;
        size_t start, end;
        const char *expected;
    } cases[] = {{"so it is", 3, 5, "so *it* is\n"}, {"so it is", 2, 6, "so *it* is\n"}, {"sofort", 2, 4, "so*fo*rt\n"},
        {"a„b“c", 1, 8, "a„b“c\n"}, {"„b“, c", 0, 7, "*„b“*, c\n"}, {"中文字", 3, 6, "中*文*字\n"},
        {"*x*", 0, 3, "*\\*x\\**\n"}, {"a\nb c", 2, 3, "a  \n*b* c\n"}, {"- x", 0, 3, "*- x*\n"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const cutline_span em[] = {{cases[i].start, cases[i].end, {NULL, 0}, CUTLINE_SPAN_EMPHASIS, NOWHERE}};
        write_one(
            &(cl_body_block){
                .type = CUTLINE_BLOCK_PARAGRAPH, .text = cl_slice_z(cases[i].text), .spans = em, .span_count = 1},
            cases[i].expected);
    }
    /* Two that touch would be one run of stars. */
    static const cutline_span touching[] = {
        {0, 1, {NULL, 0}, CUTLINE_SPAN_EMPHASIS, NOWHERE}, {1, 2, {NULL, 0}, CUTLINE_SPAN_STRONG, NOWHERE}};
    write_one(
        &(cl_body_block){.type = CUTLINE_BLOCK_PARAGRAPH, .text = CL_SLICE("ab c"), .spans = touching, .span_count = 2},
        "*a*b c\n");
}

static void markdown_of_lists_with_spans(void **state) {
    (void)state;
    static const cutline_span spans[] = {
        {0, 4, {"/b", 2}, CUTLINE_SPAN_LINK, NOWHERE}, {8, 14, {NULL, 0}, CUTLINE_SPAN_EMPHASIS, NOWHERE}};
    write_one(&(cl_body_block){.type = CUTLINE_BLOCK_LIST,
                  .text = CL_SLICE("Brot\n1. Geduld"),
                  .items = items,
                  .item_count = 2,
                  .spans = spans,
                  .span_count = 2},
        "- [Brot](/b)\n- 1\\. *Geduld*\n");
    static const cutline_span in_cells[] = {
        {5, 8, {"/c", 2}, CUTLINE_SPAN_LINK, NOWHERE}, {9, 13, {"/d", 2}, CUTLINE_SPAN_LINK, NOWHERE}};
    write_one(&(cl_body_block){.type = CUTLINE_BLOCK_TABLE,
                  .text = CL_SLICE("Jahr\ta|b\n2023"),
                  .rows = rows,
                  .row_count = 2,
                  .spans = in_cells,
                  .span_count = 2},
        "| Jahr | [a\\|b](/c) |\n| --- | --- |\n| [2023](/d) |  |\n");
}

/* Spans that cross, lie outside or say nothing leave elements that are nested, and the text whole. */
static void html_of_spans(void **state) {
    (void)state;
    static const cutline_span crossing[] = {{0, 3, {NULL, 0}, CUTLINE_SPAN_EMPHASIS, NOWHERE},
        {2, 6, {"/u", 2}, CUTLINE_SPAN_LINK, NOWHERE}, {5, 9, {NULL, 0}, CUTLINE_SPAN_STRONG, NOWHERE},
        {5, 6, {"/no", 3}, CUTLINE_SPAN_LINK, NOWHERE}, {7, 7, {"/no", 3}, CUTLINE_SPAN_LINK, NOWHERE},
        {8, 90, {NULL, 0}, CUTLINE_SPAN_EMPHASIS, NOWHERE}, {70, 90, {"/no", 3}, CUTLINE_SPAN_LINK, NOWHERE}};
    const cl_body_block body[] = {
        {.type = CUTLINE_BLOCK_PARAGRAPH, .text = CL_SLICE("a<c&e\"g'i"), .spans = crossing, .span_count = 7}};
    const cl_record record = {.body = body, .body_count = 1};
    write_out(&record, CUTLINE_FORMAT_HTML);
    assert_non_null(strstr(written,
        "<p id=\"b0\"><em>a&lt;<a href=\"/u\">c</a></em><a href=\"/u\">&amp;e<strong>&quot;</strong></a>"
        "<strong>g&#39;<em>i</em></strong></p>\n"));
}

static void html_is_safe(void **state) {
    (void)state;
    static const cutline_image images[] = {
        {.url = {"javascript:x", 12}, .caption = {"<script>", 8}, .block = CUTLINE_NO_BLOCK},
        {.url = {"https://x.example/\"onerror=x", 28}, .alt = {"\">", 2}, .lead = 1, .block = CUTLINE_NO_BLOCK}};
    static const cutline_person authors[] = {{.name = {"A\x01\xef\xbf\xbf", 5}, .url = {" \x01vbscript:x", 12}}};
    const cl_record record = {.title = CL_SLICE("</title><script>"),
        .language = CL_SLICE("\"><x"),
        .authors = {authors, 1},
        .images = {images, 2}};
    write_out(&record, CUTLINE_FORMAT_HTML);
    assert_null(strstr(written, "<script"));
    assert_null(strstr(written, "\"onerror"));
    assert_null(strstr(written, "javascript"));
    assert_null(strstr(written, "vbscript"));
    assert_non_null(strstr(written, "<h1>&lt;/title&gt;&lt;script&gt;</h1>"));
    assert_non_null(
        strstr(written, "<img src=\"https://x.example/%22onerror=x\" alt=\"&quot;&gt;\" loading=\"lazy\">"));
    assert_non_null(strstr(written, "A\xef\xbf\xbd\xef\xbf\xbd"));
}

static void parts_are_shown_or_not(void **state) {
    (void)state;
    static const cutline_span link[] = {{0, 4, {"/e", 2}, CUTLINE_SPAN_LINK, NOWHERE}};
    static const cutline_image images[] = {
        {.url = {"/i.jpg", 6}, .caption = {"See", 3}, .credit = {"Ada", 3}, .block = 1}};
    static const cutline_media media[] = {
        {.type = {"video", 5}, .url = {"/v", 2}, .provider = {"Tube", 4}, .block = CUTLINE_NO_BLOCK}};
    const cl_body_block body[] = {
        {.type = CUTLINE_BLOCK_PARAGRAPH, .text = CL_SLICE("Eins."), .spans = link, .span_count = 1},
        {.type = CUTLINE_BLOCK_TABLE, .text = CL_SLICE("Jahr\ta|b\n2023"), .rows = rows, .row_count = 2}};
    cl_record record = {
        .text = CL_SLICE("Eins."), .images = {images, 1}, .media = {media, 1}, .body = body, .body_count = 2};
    write_out(&record, CUTLINE_FORMAT_MARKDOWN);
    assert_string_equal("[Eins](/e).\n\n![](/i.jpg)  \nSee (Ada)\n\n| Jahr | a\\|b |\n| --- | --- |\n| 2023 |  |\n\n"
                        "[Tube](/v)\n",
        written);
    record.choice.without =
        1u << CUTLINE_PART_LINKS | 1u << CUTLINE_PART_TABLES | 1u << CUTLINE_PART_IMAGES | 1u << CUTLINE_PART_MEDIA;
    write_out(&record, CUTLINE_FORMAT_MARKDOWN);
    assert_string_equal("Eins.\n", written);
    write_out(&record, CUTLINE_FORMAT_JSON);
    assert_non_null(strstr(written, "\"body\":[{\"type\":\"paragraph\",\"text\":\"Eins.\"},{\"type\":\"table\"}]"));
    assert_null(strstr(written, "images"));
    record.choice.without = 0;
    record.choice.with = 1u << CUTLINE_PART_LINKS | 1u << CUTLINE_PART_IMAGES | 1u << CUTLINE_PART_MEDIA;
    write_out(&record, CUTLINE_FORMAT_TEXT);
    assert_string_equal("Eins (/e).\n\n[image: See · Ada · /i.jpg]\n\nJahr\ta|b\n2023\n\n[video · /v]\n", written);
}

static void front_matter(void **state) {
    (void)state;
    static const cl_slice topics[] = {{"a: b", 4}};
    const cl_record record = {.title = CL_SLICE("\"T\"\n\x7f\xc2\x85"),
        .deck = CL_SLICE("D"),
        .topics = {topics, 1},
        .text = CL_SLICE("x"),
        .choice = {.with = 1u << CUTLINE_PART_FRONT_MATTER}};
    write_out(&record, CUTLINE_FORMAT_MARKDOWN);
    assert_string_equal("---\ntitle: \"\\\"T\\\"\\x0a\\x7f\\x85\"\ndeck: \"D\"\ntopics:\n  - \"a: b\"\n---\n", written);
}

static void only_the_fields_that_are_wanted(void **state) {
    (void)state;
    cl_record record = {.title = CL_SLICE("T"), .deck = CL_SLICE("D"), .text = CL_SLICE("x")};
    record.choice.without_fields = cl_fields_without(CL_SLICE("text, title"));
    write_out(&record, CUTLINE_FORMAT_JSON);
    assert_string_equal("{\"title\":\"T\",\"text\":\"x\"}\n", written);
    record.choice.without_fields = cl_fields_without(CL_SLICE("kicker"));
    write_out(&record, CUTLINE_FORMAT_JSON);
    assert_string_equal("{}\n", written);
    assert_int_equal(UINT64_MAX, cl_fields_without(CL_SLICE("title,titel")));
    assert_int_equal(UINT64_MAX, cl_fields_without(CL_SLICE("")));
    for (size_t i = 0; i < CL_FIELD_COUNT; i++)
        assert_true(cl_field_name(i).size > 0);
    assert_null(cl_field_name(CL_FIELD_COUNT).data);
}

static void tables(void **state) {
    (void)state;
    static const cutline_person authors[] = {{.name = {"Ada; B", 6}}, {.name = {"=Emil", 5}}};
    cl_record record = {.title = CL_SLICE("=1+1"),
        .deck = CL_SLICE("a \"b\", c"),
        .published = CL_SLICE("-1"),
        .section = CL_SLICE("\xef\xbc\x9dSUM"),
        .authors = {authors, 2},
        .topics = {items, 1},
        .text = CL_SLICE("x\ny")};
    record.choice.without_fields =
        cl_fields_without(CL_SLICE("title,deck,authors,published,section,text,topics,access"));
    write_out(&record, CUTLINE_FORMAT_CSV);
    assert_string_equal("title,deck,authors,published,section,topics,access,text\r\n"
                        "'=1+1,\"a \"\"b\"\", c\",\"Ada, B; =Emil\",'-1,'\xef\xbc\x9dSUM,\"Brot\",,\"x\ny\"\r\n",
        written);
    write_out(&record, CUTLINE_FORMAT_TSV);
    assert_non_null(strstr(written, "title\tdeck\tauthors"));
    record.choice.without_fields = cl_fields_without(CL_SLICE("topics,body"));
    write_out(&record, CUTLINE_FORMAT_CSV);
    assert_string_equal("topics,body\r\n\"Brot\",\"\"\r\n", written);
    const cl_body_block body[] = {paragraph("\"")};
    record.body = body;
    record.body_count = 1;
    write_out(&record, CUTLINE_FORMAT_CSV);
    assert_string_equal(
        "topics,body\r\n\"Brot\",\"[{\"\"type\"\":\"\"paragraph\"\",\"\"text\"\":\"\"\\\"\"\"\"}]\"\r\n", written);
}

static void headers_of_tables(void **state) {
    (void)state;
    const cl_body_block body[] = {{.type = CUTLINE_BLOCK_TABLE,
        .text = CL_SLICE("Jahr\ta|b\n2023"),
        .rows = rows,
        .row_count = 2,
        .columns = 2,
        .header = cells,
        .header_rows = 1}};
    cl_record record = {.body = body, .body_count = 1};
    write_out(&record, CUTLINE_FORMAT_JSON);
    assert_non_null(strstr(written,
        "\"columns\":2,\"header\":[\"Jahr\",\"a|b\"],\"header_rows\":1,\"rows\":[[\"Jahr\",\"a|b\"],[\"2023\"]]"));
    write_out(&record, CUTLINE_FORMAT_HTML);
    assert_non_null(strstr(written, "<tr><th>Jahr</th><th>a|b</th></tr>\n<tr><td>2023</td></tr>"));
    write_out(&record, CUTLINE_FORMAT_XML);
    assert_non_null(strstr(written, "<row header=\"true\"><cell>Jahr</cell><cell>a|b</cell></row>\n<row><cell>2023"));
    write_out(&record, CUTLINE_FORMAT_TEI);
    assert_non_null(strstr(written, "<row role=\"label\"><cell>Jahr</cell><cell>a|b</cell></row>\n<row><cell>2023"));
    record.choice.without = 1u << CUTLINE_PART_TABLES;
    write_out(&record, CUTLINE_FORMAT_JSON);
    assert_non_null(strstr(written, "\"body\":[{\"type\":\"table\"}]"));
}

static void xml_and_tei_stay_well_formed(void **state) {
    (void)state;
    static const cutline_span link[] = {{0, 1, {"/?a=1&b=\"2", 10}, CUTLINE_SPAN_LINK, NOWHERE}};
    const cl_body_block body[] = {
        {.type = CUTLINE_BLOCK_PARAGRAPH, .text = CL_SLICE("a<b\x02"), .spans = link, .span_count = 1}};
    const cl_record record = {.title = CL_SLICE("]]>&"), .body = body, .body_count = 1};
    write_out(&record, CUTLINE_FORMAT_XML);
    assert_non_null(strstr(written, "<title>]]&gt;&amp;</title>"));
    assert_non_null(strstr(written, "<paragraph><link url=\"/?a=1&amp;b=%222\">a</link>&lt;b\xef\xbf\xbd</paragraph>"));
    write_out(&record, CUTLINE_FORMAT_TEI);
    assert_non_null(strstr(written, "<p><ref target=\"/?a=1&amp;b=%222\">a</ref>&lt;b\xef\xbf\xbd</p>"));
}

static void ninjs(void **state) {
    (void)state;
    static const cutline_image images[] = {{.url = {"a.jpg", 5}}, {.url = {"https://x.example/a.jpg", 23}, .width = 3}};
    cl_record record = {.title = CL_SLICE("T"), .published = CL_SLICE("2024-05-01"), .images = {images, 2}};
    write_out(&record, CUTLINE_FORMAT_NINJS);
    assert_memory_equal("{\"uri\":\"urn:uuid:", written, 17);
    assert_int_equal('8', written[17 + 14]);      /* a UUID of version 8 */
    assert_null(strstr(written, "firstcreated")); /* a day is no date-time */
    assert_non_null(strstr(written, "{\"role\":\"published\",\"value\":\"2024-05-01\"}"));
    assert_non_null(strstr(written, "\"associations\":[{\"name\":\"image1\",\"uri\":\"https://x.example/a.jpg\""));
    record.published = CL_SLICE("2024-05-01T10:00:00+02:00");
    record.source.canonical = CL_SLICE("https://x.example/t");
    write_out(&record, CUTLINE_FORMAT_NINJS);
    assert_memory_equal("{\"uri\":\"https://x.example/t\"", written, 28);
    assert_non_null(strstr(written, "\"firstcreated\":\"2024-05-01T10:00:00+02:00\""));
}

static void what_leads_out_of_a_book_has_a_plain_host(void **state) {
    (void)state;
    static const char *const good[] = {
        "https://x.example", "HTTP://x.example:80/a#b", "http://10.0.0.1?q", " http://a/ "};
    static const char *const bad[] = {"", "a.html", "//x.example/a", "mailto:a@x.example", "http:/x.example", "http://",
        "http://x.example:/", "http://[::1]/", "http://x-/", "http://-x/", "http://a b/", "http://u@x.example/",
        "http://x.example/#a#b", "http://x\n.example/"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_true(cl_url_is_whole(cl_slice_z(good[i])));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(cl_url_is_whole(cl_slice_z(bad[i])));
}

static void several_records_in_one_file(void **state) {
    (void)state;
    static const struct {
        cutline_format format;
        const char *begin, *end;
    } cases[] = {{CUTLINE_FORMAT_CSV, "title\r\nT\r\nT\r\n", "T\r\n"},
        {CUTLINE_FORMAT_XML, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<records>\n<record>",
            "</record>\n</records>\n"},
        {CUTLINE_FORMAT_TEI, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<teiCorpus", "</TEI>\n</teiCorpus>\n"},
        {CUTLINE_FORMAT_HTML, "<!DOCTYPE html>", "</article>\n</body>\n</html>\n"},
        {CUTLINE_FORMAT_JSON, "{\"title\":\"T\"}\n{\"title\":\"T\"}\n", "}\n"}};
    const uint64_t fields = cl_fields_without(CL_SLICE("title"));
    const cl_record record = {.title = CL_SLICE("T"), .choice = {.without_fields = fields}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cl_output *output;
        written_size = 0;
        assert_int_equal(
            CUTLINE_OK, cl_output_open(&cl_allocator_default, cases[i].format, fields, take, NULL, &output, NULL));
        assert_int_equal(CUTLINE_OK, cl_output_add(output, &record, NULL));
        assert_int_equal(CUTLINE_OK, cl_output_add(output, &record, NULL));
        assert_int_equal(CUTLINE_OK, cl_output_close(output, NULL));
        assert_memory_equal(cases[i].begin, written, strlen(cases[i].begin));
        assert_string_equal(cases[i].end, written + written_size - strlen(cases[i].end));
    }
    cl_output *output;
    assert_int_equal(
        CUTLINE_E_ARGUMENT, cl_output_open(&cl_allocator_default, (cutline_format)99, 0, take, NULL, &output, NULL));
    assert_int_equal(CUTLINE_OK, cl_output_close(NULL, NULL));
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
        cmocka_unit_test(json_escapes_wherever_they_stand),
        cmocka_unit_test(plain_text),
        cmocka_unit_test(markdown),
        cmocka_unit_test(markdown_escapes),
        cmocka_unit_test(markdown_spans),
        cmocka_unit_test(html_of_places),
        cmocka_unit_test(markdown_of_spans),
        cmocka_unit_test(markdown_of_lists_with_spans),
        cmocka_unit_test(html_of_spans),
        cmocka_unit_test(html_is_safe),
        cmocka_unit_test(parts_are_shown_or_not),
        cmocka_unit_test(front_matter),
        cmocka_unit_test(only_the_fields_that_are_wanted),
        cmocka_unit_test(tables),
        cmocka_unit_test(headers_of_tables),
        cmocka_unit_test(xml_and_tei_stay_well_formed),
        cmocka_unit_test(ninjs),
        cmocka_unit_test(what_leads_out_of_a_book_has_a_plain_host),
        cmocka_unit_test(several_records_in_one_file),
        cmocka_unit_test(long_texts_come_whole),
        cmocka_unit_test(a_write_that_fails_is_told),
        cmocka_unit_test(an_unknown_format_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
