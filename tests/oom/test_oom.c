/* No memory, everywhere: the first allocation fails, then the second, then the third, until all goes well (as SQLite's
 * test_malloc.c). Each time the answer must be CUTLINE_E_NOMEM, the same context must do the same page well once there
 * is memory again, and nothing may be left at the end.
 *
 * usage: test_oom [PAGE...]     more pages than those made here, to be read from files
 *
 * Twice: the nth allocation alone fails, and the nth and all that come after. */
#include "base/vector.h"

#include "../unit/encoding/cmocka_all.h"

#include <stdio.h>
#include <stdlib.h>

/* ---- an allocator that fails when told to */

typedef struct failing {
    size_t calls, fail_at; /* 0: never */
    bool and_after;        /* all later ones as well */
    bool failed;
    size_t live, live_bytes;
} failing;

/* In front of each block: its size, so that what the library says of a block can be checked. */
#define HEAD 32u

static void *give(failing *f, size_t size) {
    char *const p = malloc(HEAD + size);
    assert_non_null(p);
    memcpy(p, &size, sizeof size);
    memset(p + HEAD, 0xA5, size); /* nobody may count on zeros */
    f->live++;
    f->live_bytes += size;
    return p + HEAD;
}

static void take(failing *f, void *block, size_t size) {
    char *const p = (char *)block - HEAD;
    size_t real;
    memcpy(&real, p, sizeof real);
    assert_int_equal(real, size);
    f->live--;
    f->live_bytes -= size;
    memset(block, 0x5A, size);
    free(p);
}

/* Always moves, so that a pointer kept across a call is a pointer to freed memory. */
static void *reallocate(void *user, void *old, size_t old_size, size_t new_size) {
    failing *const f = user;
    f->calls++;
    if (f->fail_at && (f->calls == f->fail_at || (f->and_after && f->calls > f->fail_at))) {
        f->failed = true;
        return NULL;
    }
    void *const block = give(f, new_size);
    if (old) {
        memcpy(block, old, old_size < new_size ? old_size : new_size);
        take(f, old, old_size);
    } else {
        assert_int_equal(old_size, 0);
    }
    return block;
}

static void release(void *user, void *block, size_t size) {
    assert_non_null(block);
    take(user, block, size);
}

/* ---- what is done with a page */

typedef struct job {
    const char *name;
    cl_slice page;
    const char *fragment; /* NULL: a document */
    bool extract;         /* cutline_context_extract(), not cutline_parse() */
    const char *charset;
} job;

static int append(void *user, const char *data, size_t size) {
    return !cl_buffer_put(&cl_allocator_default, user, data, size);
}

/* A book takes memory of the context, where that is asked for it. */
static cutline_status write_book(cutline_context *context, const cutline_record *record, cl_buffer *out) {
    cutline_output *book;
    cutline_status status = cutline_output_open(context, CUTLINE_FORMAT_EPUB, NULL, append, out, &book, NULL);
    if (status != CUTLINE_OK)
        return status;
    status = cutline_output_add(book, record, NULL);
    const cutline_status closed = cutline_output_close(book, NULL);
    return status != CUTLINE_OK ? status : closed;
}

static cutline_status write_record(cutline_context *context, const cutline_record *record, cl_buffer *out) {
    static const cutline_format formats[] = {CUTLINE_FORMAT_JSON, CUTLINE_FORMAT_MARKDOWN, CUTLINE_FORMAT_TEXT,
        CUTLINE_FORMAT_BLOCKS, CUTLINE_FORMAT_FEATURES, CUTLINE_FORMAT_HTML, CUTLINE_FORMAT_CSV, CUTLINE_FORMAT_TSV,
        CUTLINE_FORMAT_XML, CUTLINE_FORMAT_TEI, CUTLINE_FORMAT_NINJS};
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0; i < sizeof formats / sizeof *formats && status == CUTLINE_OK; i++)
        status = cutline_record_write(record, formats[i], append, out, NULL);
    return status == CUTLINE_OK ? write_book(context, record, out) : status;
}

static cutline_status extract_page(
    cutline_context *context, const cutline_options *options, const job *j, cl_buffer *out, cutline_error *error) {
    const cutline_record *record;
    const cutline_status status = cutline_context_extract(context, j->page.data, j->page.size, options, &record, error);
    assert_int_equal(status, error->status);
    assert_true(status == CUTLINE_OK ? record != NULL : record == NULL && error->message != NULL);
    return status == CUTLINE_OK ? write_record(context, record, out) : status;
}

static cutline_status do_page(cutline_context *context, const cutline_options *options, const job *j, cl_buffer *out) {
    cutline_error error = {.status = CUTLINE_OK};
    out->count = 0;
    if (j->extract)
        return extract_page(context, options, j, out, &error);
    const cutline_tree *tree;
    cutline_status status = cutline_parse(context, j->page.data, j->page.size, options, &tree, &error);
    assert_int_equal(status, error.status);
    assert_true(status == CUTLINE_OK ? tree != NULL : tree == NULL && error.message != NULL);
    if (status == CUTLINE_OK)
        status = cutline_tree_write(tree, cutline_tree_root(tree), CUTLINE_TREE_TEST, append, out, NULL);
    if (status == CUTLINE_OK)
        status = cutline_tree_write(tree, cutline_tree_root(tree), CUTLINE_TREE_HTML, append, out, NULL);
    return status;
}

/* One round with the nth allocation failing. False: there were fewer than n. */
static bool round_of(const job *j, const cutline_options *options, size_t n, bool and_after, const cl_buffer *wanted) {
    failing f = {.fail_at = n, .and_after = and_after};
    const cutline_allocator allocator = {reallocate, release, &f};
    cutline_context *context;
    cl_buffer out = {0};
    cutline_status status = cutline_context_new(&allocator, &context);
    if (status == CUTLINE_OK) {
        status = do_page(context, options, j, &out);
        const bool same = out.count == wanted->count && memcmp(out.at, wanted->at, out.count) == 0;
        /* an allocation that may fail, such as one that gives memory back, must not change the result */
        if (status == CUTLINE_OK ? !same : status != CUTLINE_E_NOMEM || !f.failed)
            fail_msg("%s: allocation %zu%s failed: status %d", j->name, n, and_after ? " and all after" : "", status);
        f.fail_at = 0;
        assert_int_equal(do_page(context, options, j, &out), CUTLINE_OK);
        if (out.count != wanted->count || memcmp(out.at, wanted->at, out.count) != 0)
            fail_msg("%s: after allocation %zu failed, the page comes out another way", j->name, n);
        cutline_context_free(context);
    } else {
        assert_int_equal(status, CUTLINE_E_NOMEM);
        assert_null(context);
    }
    cl_vector_free(&cl_allocator_default, &out);
    if (f.live || f.live_bytes)
        fail_msg("%s: allocation %zu failed: %zu blocks are left", j->name, n, f.live);
    return f.failed;
}

static void run_job(const job *j) {
    cutline_options *const options = cutline_options_new();
    cutline_context *context;
    cl_buffer wanted = {0};
    assert_non_null(options);
    assert_int_equal(cutline_options_set_features(options, 1), CUTLINE_OK);
    assert_int_equal(cutline_options_set_fragment(options, j->fragment), CUTLINE_OK);
    assert_int_equal(cutline_options_set_transport_charset(options, j->charset), CUTLINE_OK);
    assert_int_equal(cutline_context_new(NULL, &context), CUTLINE_OK);
    assert_int_equal(do_page(context, options, j, &wanted), CUTLINE_OK);
    size_t n[2];
    for (int and_after = 0; and_after < 2; and_after++)
        for (n[and_after] = 1; round_of(j, options, n[and_after], and_after != 0, &wanted);)
            n[and_after]++;
    assert_true(n[0] > 5 && n[1] > 5); /* a context alone takes as many */
    print_message("%s: %zu allocations failed in turn\n", j->name, n[0] - 1);
    cl_vector_free(&cl_allocator_default, &wanted);
    cutline_context_free(context);
    cutline_options_free(options);
}

static void parse_and_extract(const char *name, cl_slice page, const char *charset) {
    run_job(&(job){.name = name, .page = page, .charset = charset});
    run_job(&(job){.name = name, .page = page, .charset = charset, .extract = true});
}

/* ---- the pages */

static void repeat(cl_buffer *page, size_t times, const char *text) {
    for (size_t i = 0; i < times; i++)
        assert_true(cl_buffer_put(&cl_allocator_default, page, text, strlen(text)));
}

/* The text with "@" as the number. */
static void count_up(cl_buffer *page, size_t times, const char *text) {
    for (size_t i = 0; i < times; i++) {
        char number[32];
        snprintf(number, sizeof number, "%zu", i);
        for (const char *p = text; *p; p++)
            repeat(page, 1, *p == '@' ? number : (char[]){*p, '\0'});
    }
}

static void run_and_free(const char *name, cl_buffer *page, const char *charset) {
    parse_and_extract(name, cl_slice_of(page->at, page->count), charset);
    cl_vector_free(&cl_allocator_default, page);
}

static void test_every_construct(void **state) {
    (void)state;
    static const char page[] =
        "<!doctype html><html lang=en><head><title>A &amp; B</title><meta name=author content='A. Writer'>"
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"A \\u0026 B\"}</script></head>"
        "<body><article><h1>A &amp; B</h1><p>One <b><i>two</b> three</i> &notin; four.<p>Five\r\nsix\rseven"
        "<table>text<tr><td>cell<b></table>more<template><tr><td>x</template><svg><foreignObject><p>y</svg>"
        "<math><mi>z</mi></math><select><button><selectedcontent></button><option>o</select>"
        "<ul><li>1<li>2</ul><blockquote>q</blockquote><pre>\nline</pre><textarea>&lt;</textarea>"
        "<frameset></article></body><!-- end -->";
    parse_and_extract("every construct", CL_SLICE(page), NULL);
}

/* A page that has something for every field of a record. */
static void test_every_field(void **state) {
    (void)state;
    static const char page[] =
        "<!doctype html><html lang=en><head><title>A bridge is to be rebuilt | Site</title>"
        "<meta property=og:image content='/og&amp;.jpg'><meta name=keywords content='one,two'>"
        "<meta property=og:site_name content='Site &amp; Co'><meta name=twitter:label1 content='Written by'>"
        "<meta name=twitter:data1 content='Ada Bach'><link rel=canonical href=a/../b><base href=/x/>"
        "<link rel=next href='?page=2'><link rel=alternate hreflang=de href=/de>"
        "<script type='application/ld+json'>{\"@graph\":[{\"@type\":[\"NewsArticle\"],\"headline\":\"A bridge is to be "
        "rebuilt\",\"author\":[{\"@id\":\"#a\"},\"Bo &amp; "
        "Chen\"],\"datePublished\":\"2024-05-01T10:00:00\\u002b02:00\","
        "\"dateModified\":\"2 May 2024\",\"keywords\":\"b\\u0061,c\",\"image\":[{\"url\":\"/ld.jpg\",\"caption\":\"C "
        "&amp; "
        "D\",\"creditText\":\"E\"}],\"isAccessibleForFree\":false,\"hasPart\":{\"cssSelector\":\".wall\"},"
        "\"publisher\":"
        "{\"name\":\"Site\",\"url\":\"/\"}},{\"@id\":\"#a\",\"name\":\"Ada "
        "<b>Bach</b>\",\"url\":\"/a&amp;b\"}]}</script>"
        "</head><body><article itemscope itemtype='https://schema.org/NewsArticle'><p class=kicker>Rivers</p>"
        "<h1 itemprop=headline>A bridge is to <i>be</i> rebuilt</h1><p class=deck>The money is there, two years are "
        "needed.</p><p class=byline>By <a rel=author href=/a>Ada Bach</a>, Bo Chen and AFP; editing by Di Ek</p>"
        "<time datetime='2024-05-01T10:00+02:00'>1 May 2024</time><figure><picture><source srcset='/a.jpg 1x, /b.jpg "
        "2x'>"
        "<img data-src=/c.jpg width=800 height=600 alt='A&amp;B'></picture><figcaption>A bridge &amp; a river. [Ada "
        "Bach/dpa]</figcaption></figure><noscript><img src=/d.jpg width=800 height=600></noscript>"
        "<div style='background-image:url(/e.jpg)'></div><p>PARIS, May 1 (AFP) – The bridge over the river will be "
        "rebuilt "
        "within two years, the minister Ada Bach said on Monday, and <a href=/m>the money</a> was found.</p>"
        "<p>“We will <b>rebuild</b> the bridge soon,” Minister Eva Flor told Radio One. “It takes some time.</p>"
        "<p>“But it will be done in the end,” she added.</p><ul><li>One of the items<li>Two of the items</ul>"
        "<table><tr><th>=1<th>\"b\"<tr><td>c<td>d</table><iframe src=https://www.youtube.com/embed/x></iframe>"
        "<blockquote class=twitter-tweet><p>A post of somebody<a href=https://twitter.com/a/status/1>x</a></blockquote>"
        "<p>READ: <a href=/r>Another story of a bridge</a></p><p><em>Correction: it was Monday.</em></p></article>"
        "<ul class=tags><li><a rel=tag href=/t>Bridges &amp; roads</a><li><a rel=tag href=/u>Rivers</a></ul>"
        "<ul class=languages><li><a hreflang=de href=/de>Deutsch</a></ul>"
        "<div class=comments><p class=comment>I do not agree with any of this.</p></div></body>";
    run_job(&(job){.name = "every field", .page = CL_SLICE(page), .extract = true});
}

/* A story that stands in what a page gives its scripts. */
static void test_script_state(void **state) {
    (void)state;
    cl_buffer page = {0};
    repeat(&page, 1,
        "<title>A bridge is to be rebuilt</title><div id=app></div><script id=__NEXT_DATA__ "
        "type='application/json'>{\"title\":\"A bridge is to be rebuilt\",\"content\":[");
    count_up(&page, 9,
        "\"<p>The minister \\u201c@\\u201d told reporters &amp; others that the bridge would be rebuilt.</p>\",");
    repeat(&page, 1, "\"The end.\"]}</script>");
    run_job(&(job){.name = "script state", .page = cl_slice_of(page.at, page.count), .extract = true});
    cl_vector_free(&cl_allocator_default, &page);
}

static void test_empty(void **state) {
    (void)state;
    run_job(&(job){.name = "empty", .page = CL_SLICE("")});
}

static void test_fragments(void **state) {
    (void)state;
    static const char *const contexts[] = {"div", "svg path", "math annotation-xml", "template", "select", "x-y", "tr"};
    for (size_t i = 0; i < sizeof contexts / sizeof *contexts; i++)
        run_job(&(job){.name = contexts[i],
            .page = CL_SLICE("<td>a<b>c</td>&amp;\r<template><p>x</template><z><svg viewbox=1><option>o"),
            .fragment = contexts[i]});
}

/* Every array of the tree and of the builder grows a few times. */
static void test_growth(void **state) {
    (void)state;
    cl_buffer page = {0};
    count_up(&page, 300, "<x@ a@=1>");
    repeat(&page, 1, "<p");
    count_up(&page, 300, " b@=&amp;");
    repeat(&page, 1, ">");
    repeat(&page, 3000, "<p>a&amp;b<br>");
    repeat(&page, 20, "<template><table>x y");
    run_and_free("growth", &page, NULL);
}

static void test_formatting(void **state) {
    (void)state;
    cl_buffer page = {0};
    count_up(&page, 100, "<b id=@><i>");
    repeat(&page, 30, "<div>x</b></i>");
    repeat(&page, 30, "<table>a</b>b<tr>");
    count_up(&page, 30, "<html a@=1><body b@=2>");
    run_and_free("formatting", &page, NULL);
}

/* One text of many pieces, each of which has to be put together in the pool. */
static void test_long_pooled_text(void **state) {
    (void)state;
    cl_buffer page = {0};
    repeat(&page, 4000, "a&amp;</x>b\r\n");
    run_and_free("long pooled text", &page, NULL);
}

static void test_legacy_encoding(void **state) {
    (void)state;
    cl_buffer page = {0};
    repeat(&page, 1, "<title>x</title>");
    repeat(&page, 2000, "<p>\xCF\xF0\xE8\xE2\xE5\xF2, \xEC\xE8\xF0!");
    run_and_free("legacy encoding", &page, "windows-1251");
}

static void test_utf16(void **state) {
    (void)state;
    cl_buffer page = {0};
    static const char mark[] = "\xFF\xFE", piece[] = "<\0p\0>\0\xE9\0";
    assert_true(cl_buffer_put(&cl_allocator_default, &page, mark, 2));
    for (int i = 0; i < 500; i++)
        assert_true(cl_buffer_put(&cl_allocator_default, &page, piece, 8));
    run_and_free("utf-16", &page, NULL);
}

static void test_flattened_text(void **state) {
    (void)state;
    cl_buffer page = {0};
    repeat(&page, 1, "A headline of some words\n\n");
    count_up(&page, 200, "Paragraph @ says what is to be said, in a sentence or two. It ends here.\n\n");
    run_and_free("flattened text", &page, NULL);
}

/* Pages of files, which are the examples' (meson.build). */
static char **paths;
static int path_count;

static void test_files(void **state) {
    (void)state;
    for (int i = 0; i < path_count; i++) {
        FILE *const f = fopen(paths[i], "rb");
        char *const bytes = malloc(1u << 20);
        assert_non_null(f);
        assert_non_null(bytes);
        const size_t size = fread(bytes, 1, 1u << 20, f);
        fclose(f);
        parse_and_extract(strrchr(paths[i], '/'), cl_slice_of(bytes, size), NULL);
        free(bytes);
    }
}

int main(int argc, char **argv) {
    paths = argv + 1;
    path_count = argc - 1;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_construct),
        cmocka_unit_test(test_every_field),
        cmocka_unit_test(test_script_state),
        cmocka_unit_test(test_empty),
        cmocka_unit_test(test_fragments),
        cmocka_unit_test(test_growth),
        cmocka_unit_test(test_formatting),
        cmocka_unit_test(test_long_pooled_text),
        cmocka_unit_test(test_legacy_encoding),
        cmocka_unit_test(test_utf16),
        cmocka_unit_test(test_flattened_text),
        cmocka_unit_test(test_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
