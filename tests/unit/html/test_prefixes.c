/* A page that breaks off at any byte has a tree, which holds what trees hold and can be written.
 *
 * usage: test_prefixes FOLDER     our sample pages; each of their prefixes is parsed */
#include "parsed.h"

#include <dirent.h>
#include <stdio.h>

static const char *folder;

/* Each prefix in a room of just its size, so that a sanitizer sees a read beyond it. */
static void parse_prefixes(parsed *p, const char *bytes, size_t size, size_t step, const char *context) {
    for (size_t n = 0; n <= size; n += step) {
        char *const copy = malloc(n ? n : 1);
        assert_non_null(copy);
        memcpy(copy, bytes, n);
        /* a character that is cut is not UTF-8: the decoder's job, not the parser's */
        if (cl_is_valid_utf8(copy, n)) {
            const cl_parse_options options = {.scripting = n % 2, .fragment = cl_slice_z(context)};
            assert_int_equal(parsed_page(p, cl_slice_of(copy, n), &options), CUTLINE_OK);
            if (n % 16 == 0) {
                assert_non_null(parsed_text(p, CUTLINE_TREE_TEST));
                assert_non_null(parsed_text(p, CUTLINE_TREE_HTML));
            }
        }
        free(copy);
    }
}

static void test_prefixes_of_every_construct(void **state) {
    static const char page[] =
        "\xEF\xBB\xBF<!DOCTYPE html PUBLIC \"-//W3C//DTD HTML 4.01//EN\" 'x'><html lang=en a='b&amp;' "
        "c=\"d\r\n\"><head>"
        "<title>a&lt;</title ><script><!--<script>b</script>--></script><style>c</style><noscript><p>d</noscript>"
        "<!-- e --!><!---><![CDATA[f]]><body><p>g<b><i>h</b>i</i>&notin;&#x1F600;&#128;\xC3\xA9\r\n"
        "<table>j<caption>k<colgroup><col> l<tr><td>m<template><tr>n</template></table>"
        "<svg viewbox=0 xlink:href=o><![CDATA[p]]]]><desc><q>r</desc><g/></svg><math><mi>s<annotation-xml encoding="
        "text/html><div>t</math><select><option>u<optgroup></select><textarea>\nv</textarea><pre>\r\nw</pre>"
        "<iframe>x</iframe><frameset><plaintext>y</body></html><!--z-->";
    static const char *const contexts[] = {
        NULL, "div", "table", "select", "svg svg", "math mi", "template", "title", "script"};
    parsed p;
    (void)state;
    parsed_start(&p);
    for (size_t i = 0; i < sizeof contexts / sizeof *contexts; i++)
        parse_prefixes(&p, page, sizeof page - 1, 1, contexts[i]);
    parsed_end(&p);
}

static int is_page(const struct dirent *entry) {
    const size_t size = strlen(entry->d_name);
    return size > 5 && strcmp(entry->d_name + size - 5, ".html") == 0;
}

/* Every 7th prefix: that is every place of a construct somewhere, and takes a second, not a minute. */
static void test_prefixes_of_samples(void **state) {
    struct dirent **names;
    const int count = scandir(folder, &names, is_page, alphasort);
    parsed p;
    (void)state;
    assert_true(count > 0);
    parsed_start(&p);
    for (int i = 0; i < count; i++) {
        static char bytes[1 << 16];
        char path[4096];
        snprintf(path, sizeof path, "%s/%s", folder, names[i]->d_name);
        FILE *const f = fopen(path, "rb");
        assert_non_null(f);
        parse_prefixes(&p, bytes, fread(bytes, 1, sizeof bytes, f), 7, NULL);
        fclose(f);
        free(names[i]);
    }
    free(names);
    parsed_end(&p);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_prefixes_of_every_construct),
        cmocka_unit_test(test_prefixes_of_samples),
    };
    if (argc != 2) {
        fprintf(stderr, "usage: test_prefixes FOLDER\n");
        return 2;
    }
    folder = argv[1];
    return cmocka_run_group_tests(tests, NULL, NULL);
}
