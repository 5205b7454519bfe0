/* Addresses: RFC 3986, section 5.4, whole, and what browsers forgive. */
#include "base/url.h"

#include "../encoding/cmocka_all.h"

#include <stdlib.h>

static void *reallocate(void *user, void *old, size_t old_size, size_t new_size) {
    (void)user;
    (void)old_size;
    return realloc(old, new_size);
}

static void release(void *user, void *block, size_t size) {
    (void)user;
    (void)size;
    free(block);
}

static void *none(void *user, void *old, size_t old_size, size_t new_size) {
    (void)user;
    (void)old;
    (void)old_size;
    (void)new_size;
    return NULL;
}

static const cutline_allocator allocator = {reallocate, release, NULL};

static void is(const char *base, const char *reference, const char *expected) {
    cl_arena arena;
    bool failed = false;
    cl_arena_init(&arena, &allocator);
    const cl_slice url = cl_url_resolve(cl_slice_z(base), cl_slice_z(reference), &arena, &failed);
    assert_false(failed);
    if (!cl_slice_equal(url, cl_slice_z(expected)))
        fail_msg("%s at %s: %.*s, not %s", reference, base ? base : "nothing", (int)url.size, url.data, expected);
    cl_arena_free(&arena);
}

static void test_rfc_3986(void **state) {
    static const char *const examples[][2] = {/* 5.4.1, normal */
        {"g:h", "g:h"}, {"g", "http://a/b/c/g"}, {"./g", "http://a/b/c/g"}, {"g/", "http://a/b/c/g/"},
        {"/g", "http://a/g"}, {"//g", "http://g"}, {"?y", "http://a/b/c/d;p?y"}, {"g?y", "http://a/b/c/g?y"},
        {"#s", "http://a/b/c/d;p?q#s"}, {"g#s", "http://a/b/c/g#s"}, {"g?y#s", "http://a/b/c/g?y#s"},
        {";x", "http://a/b/c/;x"}, {"g;x", "http://a/b/c/g;x"}, {"g;x?y#s", "http://a/b/c/g;x?y#s"},
        {"", "http://a/b/c/d;p?q"}, {".", "http://a/b/c/"}, {"./", "http://a/b/c/"}, {"..", "http://a/b/"},
        {"../", "http://a/b/"}, {"../g", "http://a/b/g"}, {"../..", "http://a/"}, {"../../", "http://a/"},
        {"../../g", "http://a/g"},
        /* 5.4.2, abnormal */
        {"../../../g", "http://a/g"}, {"../../../../g", "http://a/g"}, {"/./g", "http://a/g"}, {"/../g", "http://a/g"},
        {"g.", "http://a/b/c/g."}, {".g", "http://a/b/c/.g"}, {"g..", "http://a/b/c/g.."}, {"..g", "http://a/b/c/..g"},
        {"./../g", "http://a/b/g"}, {"./g/.", "http://a/b/c/g/"}, {"g/./h", "http://a/b/c/g/h"},
        {"g/../h", "http://a/b/c/h"}, {"g;x=1/./y", "http://a/b/c/g;x=1/y"}, {"g;x=1/../y", "http://a/b/c/y"},
        {"g?y/./x", "http://a/b/c/g?y/./x"}, {"g?y/../x", "http://a/b/c/g?y/../x"}, {"g#s/./x", "http://a/b/c/g#s/./x"},
        {"g#s/../x", "http://a/b/c/g#s/../x"}};
    (void)state;
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
        is("http://a/b/c/d;p?q", examples[i][0], examples[i][1]);
}

static void test_bases(void **state) {
    (void)state;
    is("https://example.org", "a.jpg", "https://example.org/a.jpg");
    is("https://example.org?q=1", "?r", "https://example.org?r");
    is("https://example.org/a/b", "//cdn.example/x.jpg", "https://cdn.example/x.jpg");
    is("https://example.org/a/b", "http://other.example/a/../x.jpg", "http://other.example/x.jpg");
    is("mailto:a@example.org", "x.jpg", "x.jpg");
    is("/only/a/path", "x.jpg", "x.jpg");
    is(NULL, "../x.jpg", "../x.jpg");
    is(NULL, "https://example.org/x", "https://example.org/x");
}

static void test_what_browsers_forgive(void **state) {
    (void)state;
    is("https://example.org/a/", " \n x y.jpg\t ", "https://example.org/a/x%20y.jpg");
    is("https://example.org/a/", "long/\n  name.jpg", "https://example.org/a/long/%20%20name.jpg");
    is("https://example.org/a/", "\\img\\x.jpg?a=\\b", "https://example.org/img/x.jpg?a=\\b");
    is("https://example.org/a/", "\\\\cdn.example\\x.jpg", "https://cdn.example/x.jpg");
    is("https://example.org/a/", "say-\"hi\"<b>.jpg", "https://example.org/a/say-%22hi%22%3Cb%3E.jpg");
    is("https://example.org/a/", "\xC3\xBC.jpg", "https://example.org/a/\xC3\xBC.jpg");
    is("https://example.org/a/", "data:image/gif;base64,R0lG", "data:image/gif;base64,R0lG");
}

static void test_whole(void **state) {
    (void)state;
    assert_true(cl_url_whole(CL_SLICE("https://example.org")));
    assert_false(cl_url_whole(CL_SLICE("//example.org")));
    assert_false(cl_url_whole(CL_SLICE("https:///x")));
    assert_false(cl_url_whole(CL_SLICE("mailto:a@example.org")));
    assert_false(cl_url_whole(CL_SLICE_NONE));
}

static void test_without_memory(void **state) {
    static const cutline_allocator empty = {none, release, NULL};
    cl_arena arena;
    bool failed = false;
    (void)state;
    cl_arena_init(&arena, &empty);
    const cl_slice url = cl_url_resolve(CL_SLICE("http://a/"), CL_SLICE("b"), &arena, &failed);
    assert_true(failed);
    assert_null(url.data);
    cl_arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rfc_3986),
        cmocka_unit_test(test_bases),
        cmocka_unit_test(test_what_browsers_forgive),
        cmocka_unit_test(test_whole),
        cmocka_unit_test(test_without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
