#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "record/json.h"

#include <stdlib.h>

static cl_json json;
static cl_arena arena;

static uint32_t read_text(cl_slice text) {
    uint32_t first = 0;
    json.count = 0;
    assert_true(cl_json_read(&cl_allocator_default, &json, text, &first));
    return first;
}

static uint32_t read(const char *text) {
    return read_text(cl_slice_z(text));
}

static void assert_string_of(const char *want, uint32_t object, const char *name) {
    bool failed = false;
    const cl_slice s = cl_json_string(&json, cl_json_get(&json, object, cl_slice_z(name)), &arena, &failed);
    assert_false(failed);
    if (!want) {
        assert_null(s.data);
        return;
    }
    if (s.size != strlen(want) || memcmp(s.data ? s.data : "", want, s.size) != 0)
        fail_msg("%s: want \"%s\", have \"%.*s\"", name, want, (int)s.size, s.data);
}

static void values_are_read(void **state) {
    (void)state;
    const uint32_t o = read("{\"a\":\"eins\",\"b\":{\"c\":[1,\"zwei\",null]},\"d\":true}");
    assert_int_equal(CL_JSON_OBJECT, json.at[o].type);
    assert_string_of("eins", o, "a");
    assert_string_of(NULL, o, "d");
    assert_string_of(NULL, o, "e");
    const uint32_t list = cl_json_get(&json, cl_json_get(&json, o, CL_SLICE("b")), CL_SLICE("c"));
    assert_int_equal(CL_JSON_ARRAY, json.at[list].type);
    const uint32_t second = json.at[json.at[list].first].next;
    assert_true(cl_slice_equal(CL_SLICE("zwei"), json.at[second].text));
    assert_int_equal(list, json.at[second].parent);
    assert_int_equal(0, json.at[json.at[second].next].next);
}

static void end_is_found_wherever_it_stands(void **state) {
    (void)state;
    for (size_t at = 0; at < 50; at++) {
        char text[100] = "{\"a\":\"", want[64] = "";
        memset(text + 6, 'x', at);
        memset(want, 'x', at);
        strcat(text, "\\\"y\",\"b\":\"z\"}");
        strcat(want, "\"y");
        const uint32_t o = read(text);
        assert_string_of(want, o, "a");
        assert_string_of("z", o, "b");
    }
}

static void strings_say_what_they_mean(void **state) {
    (void)state;
    const uint32_t o = read("{\"a\":\"\\u00fc \\\"x\\\" \\/ \\ud83d\\ude00\",\"b\":\"Tom &amp; "
                            "J&#246;rg&nbsp;&quot;\",\"c\":\"  a\\n\\n b \","
                            "\"d\":\"\\ud83d!\",\"e\":\"\"}");
    assert_string_of("ü \"x\" / 😀", o, "a");
    assert_string_of("Tom & Jörg \"", o, "b");
    assert_string_of("a b", o, "c");
    assert_string_of("\xEF\xBF\xBD!", o, "d");
    assert_string_of("", o, "e");
}

static void what_is_broken_is_read_as_far_as_it_goes(void **state) {
    (void)state;
    assert_string_of("x", read("<!-- {\"a\":\"x\",} -->"), "a");
    assert_string_of("x", read("//<![CDATA[\n{\"a\":\"x\"}\n//]]>"), "a");
    assert_string_of("x", read("<![CDATA[ {\"a\":\"x\"} ]]>"), "a");
    assert_string_of("x", read("{/* c } */ \"b\":[1,2,], // d }\n \"a\":\"x\"}"), "a");
    assert_string_of("x y", read("{\"a\":\"x\ny\"}"), "a");
    assert_string_of("x", read("{a:\"x\"}"), "a");
    assert_string_of("x", read("{'a':'x'}"), "a");
    assert_string_of("x", read("{\"b\":\"y\" \"a\":\"x\"}"), "a");
    assert_string_of("x", read("{\"a\":\"x\",\"b\":{\"c\":[\"cut o"), "a");
    assert_string_of("x", read("}]{\"a\":\"x\"}"), "a");
    assert_string_of("cut", read("{\"a\":\"cut"), "a");
}

/* Quotation marks that nobody has escaped. */
static void bare_quotation_marks(void **state) {
    (void)state;
    const char *const text = "{\"a\":\"He said \"no\" to it, \"never\" even\",\"b\":\"y\"}";
    assert_string_of("He said \"no\" to it, \"never\" even", read(text), "a");
    assert_string_of("y", read(text), "b");
    assert_string_of("<a>", read("{\"a\":\"&lt;a&gt;\" , }"), "a");
    assert_string_of("x", read("{\"b\":[\"p\",\"q\" ,1],\"a\":\"x\"}"), "a");
    assert_string_of("", read("{\"a\":\"\",\"b\":\"\"}"), "b");
}

static void prefixes_and_tags_are_taken_off(void **state) {
    (void)state;
    assert_string_of("x", read("{\"schema:a\":\"x\"}"), "a");
    assert_string_of("x", read("{\"http://schema.org/a\":\"x\"}"), "a");
    assert_string_of("By Ada Bach, 3 < 4 > 2", read("{\"a\":\"By <a href='/a'>Ada Bach</a>, 3 < 4 > 2\"}"), "a");
    assert_string_of("Tom & Jörg \"x\"", read("{\"a\":\"Tom &amp;amp; J&amp;ouml;rg &amp;quot;x&amp;quot;\"}"), "a");
}

/* A megabyte of tags that nobody closes is no markup, and is not searched for its end again and again. */
static void tags_that_never_end(void **state) {
    (void)state;
    enum { SIZE = 1u << 20 };
    char *const text = malloc(SIZE);
    assert_non_null(text);
    memcpy(text, "{\"a\":\">", 7);
    for (size_t i = 7; i < SIZE; i++)
        text[i] = i % 2 ? '<' : 'a';
    bool failed = false;
    const uint32_t a = cl_json_get(&json, read_text(cl_slice_of(text, SIZE)), CL_SLICE("a"));
    assert_int_equal(SIZE - 6, cl_json_string(&json, a, &arena, &failed).size);
    free(text);
}

static void doubled_encoding_is_undone(void **state) {
    (void)state;
    static const char *const texts[] = {"\"{\\\"a\\\":\\\"x\\\"}\"", " {\\\"a\\\":\\\"x\\\"}",
        "{&quot;a&quot;:&quot;x&quot;}", "{&#34;a&#34;:&#34;x&#34;}", "{\"a\":\"x\"}", "//<![CDATA[\n{\"a\":\"x\"}"};
    bool failed = false;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_string_of("x", read_text(cl_json_undouble(cl_slice_z(texts[i]), &arena, &failed)), "a");
    assert_false(failed);
}

static void text_of_a_value_of_any_kind(void **state) {
    (void)state;
    static const char *const texts[] = {
        "{\"a\":\"x\"}", "{\"a\":[\"x\",\"y\"]}", "{\"a\":{\"@value\":\"x\"}}", "{\"a\":[{\"name\":\"x\"}]}"};
    bool failed = false;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const cl_slice s = cl_json_text(&json, cl_json_get(&json, read(texts[i]), CL_SLICE("a")), &arena, &failed);
        assert_true(cl_slice_equal(s, CL_SLICE("x")));
    }
}

static void unescaped_text_is_as_it_stands(void **state) {
    (void)state;
    bool failed = false;
    const cl_slice s = cl_json_unescape(CL_SLICE("<p>a\\n\\u00fc &amp; \\\"b\\\"<\\/p>"), &arena, &failed);
    assert_true(cl_slice_equal(s, CL_SLICE("<p>a\n\u00fc &amp; \"b\"</p>")));
}

/* Five megabytes of values: as many are kept as there is a limit, and what is kept hangs together. */
static void values_are_bounded(void **state) {
    (void)state;
    enum { SIZE = 5u << 20 };
    char *const text = malloc(SIZE);
    assert_non_null(text);
    memcpy(text, "{\"a\":\"x\"", 8);
    memset(text + 8, ' ', SIZE - 8);
    for (size_t i = 8; i + 7 < SIZE; i += 7)
        memcpy(text + i, ",\"b\":{}", 7);
    assert_string_of("x", read_text(cl_slice_of(text, SIZE)), "a");
    assert_int_equal(CL_JSON_VALUES, json.count);
    free(text);
}

static void several_objects_in_one_script(void **state) {
    (void)state;
    const uint32_t first = read("{\"a\":\"1\"}{\"a\":\"2\"};{\"a\":\"3\"}");
    assert_string_of("1", first, "a");
    assert_string_of("2", json.at[first].next, "a");
    assert_string_of("3", json.at[json.at[first].next].next, "a");
}

static void nothing_in_it(void **state) {
    (void)state;
    static const char *const texts[] = {"", "null", "hello", "<!-- -->", ",,:", "\"lonely\"", "/", "/*", "\\"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_int_equal(0, read(texts[i]));
    assert_int_equal(0, read_text(CL_SLICE("\0\0")));
}

/* A hundred thousand levels: those below the limit are left out, what follows is read. */
static void deep_nesting_is_bounded(void **state) {
    (void)state;
    enum { LEVELS = 100000 };
    char *const text = malloc(2 * LEVELS + 32);
    assert_non_null(text);
    size_t size = 0;
    memcpy(text, "{\"b\":", 5);
    size += 5;
    memset(text + size, '[', LEVELS);
    size += LEVELS;
    memset(text + size, ']', LEVELS);
    size += LEVELS;
    memcpy(text + size, ",\"a\":\"x\"}", 9);
    size += 9;
    assert_string_of("x", read_text(cl_slice_of(text, size)), "a");
    assert_true(json.count <= CL_JSON_DEPTH + 3);
    free(text);
}

/* Every beginning of a text is a text. */
static void every_prefix_is_read(void **state) {
    (void)state;
    static const char text[] =
        "<!--{\"@graph\":[{\"@type\":[\"A\",'B'],name:\"\\u00e9\\\"\", /*c*/ \"n\":-1.5e3},],}//-->";
    for (size_t n = 0; n < sizeof text; n++) {
        char *const copy = malloc(n + 1); /* its own piece of memory, so that a look beyond is seen */
        memcpy(copy, text, n);
        (void)read_text(cl_slice_of(copy, n));
        for (uint32_t i = 1; i < json.count; i++) {
            bool failed = false;
            (void)cl_json_string(&json, i, &arena, &failed);
            assert_false(failed);
            assert_true(json.at[i].parent < i && (json.at[i].next == 0 || json.at[i].next > i));
        }
        free(copy);
    }
}

static int set_up(void **state) {
    (void)state;
    cl_arena_init(&arena, &cl_allocator_default);
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    cl_vector_free(&cl_allocator_default, &json);
    cl_arena_free(&arena);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_are_read),
        cmocka_unit_test(end_is_found_wherever_it_stands),
        cmocka_unit_test(strings_say_what_they_mean),
        cmocka_unit_test(what_is_broken_is_read_as_far_as_it_goes),
        cmocka_unit_test(bare_quotation_marks),
        cmocka_unit_test(prefixes_and_tags_are_taken_off),
        cmocka_unit_test(tags_that_never_end),
        cmocka_unit_test(doubled_encoding_is_undone),
        cmocka_unit_test(text_of_a_value_of_any_kind),
        cmocka_unit_test(unescaped_text_is_as_it_stands),
        cmocka_unit_test(values_are_bounded),
        cmocka_unit_test(several_objects_in_one_script),
        cmocka_unit_test(nothing_in_it),
        cmocka_unit_test(deep_nesting_is_bounded),
        cmocka_unit_test(every_prefix_is_read),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
