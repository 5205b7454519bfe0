#include "page.h"
#include "record/record.h"

#include <stdio.h>
#include <stdlib.h>

#define STORY                                                                                                          \
    "<p>Der Hafenmeister öffnete die Schleuse um sechs, ein wenig früher als der Fahrplan es wollte, denn die Flut " \
    "hatte es eilig.</p><p>Niemand beschwerte sich. Elf Boote fuhren hindurch, noch ehe die Sonne über dem Dach des " \
    "alten Zollhauses stand.</p><p>Gegen Mittag stand das Wasser so hoch, dass die Enten ins Büro schauen konnten, "  \
    "und zwei von ihnen taten das auch.</p>"

typedef struct made {
    test_page page;
    cl_record_maker *maker;
    cl_record record;
} made;

static void make(made *m, const char *html, const char *url) {
    page_open(&m->page, html);
    m->maker = cl_record_maker_new(&cl_allocator_default);
    assert_non_null(m->maker);
    const cl_record_options options = {
        .path = CL_SLICE("a.html"), .url = cl_slice_z(url), .encoding = CL_SLICE("utf-8"), .bytes = 7};
    assert_int_equal(CUTLINE_OK, cl_record_make(m->maker, &m->page.dom, &options, &m->record, NULL));
}

static void done(made *m) {
    cl_record_maker_free(m->maker);
    page_close(&m->page);
}

static void fields_from_json_ld(void **state) {
    (void)state;
    made m;
    make(&m,
        "<html lang=de-de><title>Enten im Büro | Bote</title><script "
        "type=application/ld+json>{\"@graph\":[{\"@type\":\"WebPage\","
        "\"datePublished\":\"2020-01-01\"},{\"@type\":[\"NewsArticle\"],\"headline\":\"Enten im "
        "B\\u00fcro\",\"datePublished\":"
        "\"2024-05-01T06:00:00+02:00\",\"dateModified\":\"2024-05-02\",\"author\":[{\"@type\":\"Person\",\"name\":"
        "\"Ada Bach\"},"
        "{\"@id\":\"#emil\"}],\"publisher\":{\"@id\":\"#bote\"},\"isPartOf\":{\"@type\":\"NewsArticle\",\"headline\":"
        "\"Other\"}},"
        "{\"@id\":\"#emil\",\"@type\":\"Person\",\"name\":\"Emil Zahn\"},{\"@id\":\"#bote\",\"name\":\"Der "
        "Bote\"}]}</script>"
        "<link rel=canonical href=https://bote.example/enten><link rel=amphtml href=/amp/enten>"
        "<h1>Enten im Büro</h1>" STORY,
        NULL);
    const cl_record *const r = &m.record;
    assert_slice("Enten im Büro", r->title);
    assert_int_equal(CL_FROM_VISIBLE, r->from.title);
    assert_slice("Der Bote", r->site_name);
    assert_slice("https://bote.example", r->site_url);
    assert_slice("https://bote.example/enten", r->source.canonical);
    assert_slice("https://bote.example/amp/enten", r->source.amp);
    assert_slice("de-DE", r->language);
    assert_slice("ltr", r->direction);
    assert_slice("2024-05-01T06:00:00+02:00", r->published);
    assert_slice("2024-05-02", r->modified);
    assert_int_equal(CL_FROM_JSON_LD, r->from.published);
    assert_int_equal(2, r->authors.count);
    assert_slice("Ada Bach", r->authors.at[0].name);
    assert_slice("Emil Zahn", r->authors.at[1].name);
    assert_int_equal(3, r->body_count);
    assert_slice("a.html", r->source.path);
    assert_int_equal(7, r->source.bytes);
    assert_int_equal(CUTLINE_KIND_HTML, r->source.kind);
    done(&m);
}

static void fields_from_meta(void **state) {
    (void)state;
    made m;
    make(&m,
        "<meta property=og:title content='Patos en la oficina'><meta property=og:site_name content='El "
        "&quot;Diario&quot;'>"
        "<meta property=article:published_time content='2024-05-01T06:00:00Z'><meta name=date content='1999-01-01'>"
        "<meta name=author content='Por Ana Paz y Luis Gil'><meta property=og:locale content=de_MX>"
        "<meta property=og:url content=/patos>" STORY,
        "https://diario.example/x?y");
    const cl_record *const r = &m.record;
    assert_slice("Patos en la oficina", r->title);
    assert_int_equal(CL_FROM_META, r->from.title);
    assert_slice("El \"Diario\"", r->site_name);
    assert_slice("https://diario.example/patos", r->source.canonical);
    assert_slice("2024-05-01T06:00:00Z", r->published);
    assert_slice("de-MX", r->language);
    assert_int_equal(2, r->authors.count);
    assert_slice("Ana Paz", r->authors.at[0].name);
    assert_slice("Luis Gil", r->authors.at[1].name);
    assert_null(r->modified.data);
    done(&m);
}

static void fields_from_the_page_itself(void **state) {
    (void)state;
    made m;
    make(&m,
        "<html lang=ar dir=rtl><h1>بط في مكتب الميناء القديم</h1><p><span itemprop=author>ليلى الخطيب</span> "
        "<time datetime=2024-05-01>1 مايو</time></p>"
        "<p>فتح مدير الميناء البوابة في الساعة السادسة قبل ما كان في الجدول، لأن المد كان على عجلة من أمره، ولم يقل "
        "أحد "
        "من أصحاب القوارب إن ذلك غير جيد.</p><p>وعند الظهر ارتفع الماء إلى حد أن البط رأى ما في المكتب، وقد دخلت "
        "اثنتان "
        "منها بعد ذلك، كما قال مدير الميناء الذي أغلق النافذة.</p>",
        NULL);
    const cl_record *const r = &m.record;
    assert_slice("بط في مكتب الميناء القديم", r->title);
    assert_slice("rtl", r->direction);
    assert_slice("2024-05-01", r->published);
    assert_int_equal(CL_FROM_VISIBLE, r->from.published);
    assert_int_equal(1, r->authors.count);
    assert_slice("ليلى الخطيب", r->authors.at[0].name);
    assert_int_equal(CL_FROM_MICRODATA, r->from.authors);
    done(&m);
}

/* An agency or the site is an author only where nobody else is. */
static void the_site_gives_way_to_a_person(void **state) {
    (void)state;
    static const char page[] =
        "<meta property=og:site_name content='Der Bote'><script type=application/ld+json>{\"@type\":"
        "\"Article\",\"author\":{\"name\":\"Der Bote\"}}</script><h1>Enten im Büro</h1>%s" STORY;
    char html[2048];
    made m;
    snprintf(html, sizeof html, page, "<a rel=author href=/ada>Ada Bach</a>");
    make(&m, html, NULL);
    assert_int_equal(1, m.record.authors.count);
    assert_slice("Ada Bach", m.record.authors.at[0].name);
    done(&m);
    snprintf(html, sizeof html, page, "");
    make(&m, html, NULL);
    assert_int_equal(1, m.record.authors.count);
    assert_slice("Der Bote", m.record.authors.at[0].name);
    done(&m);
}

static void absent_is_absent(void **state) {
    (void)state;
    static const char *const pages[] = {
        "", "<p>", "<title></title><meta name=author content=''><script type=application/ld+json></script>"};
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        made m;
        make(&m, pages[i], NULL);
        assert_null(m.record.title.data);
        assert_null(m.record.site_name.data);
        assert_null(m.record.language.data);
        assert_null(m.record.published.data);
        assert_null(m.record.text.data);
        assert_int_equal(0, m.record.authors.count);
        assert_int_equal(0, m.record.body_count);
        assert_int_equal(CL_FROM_NOWHERE, m.record.from.language);
        assert_true(m.record.confidence < 0.01);
        done(&m);
    }
}

static void body_has_types(void **state) {
    (void)state;
    made m;
    make(&m,
        "<article>" STORY
        "<h2>Was mitzubringen ist, wenn man Enten besucht</h2><ol><li>Brot, aber nicht zu viel davon, sagt der "
        "Hafenmeister.</li><li>Geduld, denn die Enten kommen erst gegen Mittag ans Fenster.</li></ol>"
        "<blockquote><p>Ich habe noch nie so höfliche Enten gesehen, sagte der Hafenmeister am Abend beim "
        "Bier.</p></blockquote>"
        "<table><tr><th>Jahr</th><th>Enten im Büro</th></tr><tr><td>2023</td><td>eine, und die war "
        "klein</td></tr><tr><td>2024</td><td><ul><li>zwei am Montag</li><li>drei am <a "
        "href=/tag>Dienstag</a></li></ul></td></tr></table>" STORY "</article>",
        NULL);
    const cl_record *const r = &m.record;
    assert_int_equal(10, r->body_count);
    assert_int_equal(CUTLINE_BLOCK_HEADING, r->body[3].type);
    assert_int_equal(2, r->body[3].level);
    assert_int_equal(CUTLINE_BLOCK_LIST, r->body[4].type);
    assert_true(r->body[4].ordered);
    assert_int_equal(2, r->body[4].item_count);
    assert_slice("Geduld, denn die Enten kommen erst gegen Mittag ans Fenster.", r->body[4].items[1]);
    assert_int_equal(CUTLINE_BLOCK_QUOTATION, r->body[5].type);
    assert_int_equal(CUTLINE_BLOCK_TABLE, r->body[6].type);
    assert_int_equal(3, r->body[6].row_count);
    assert_int_equal(2, r->body[6].rows[1].count);
    assert_int_equal(2, r->body[6].rows[2].count);
    assert_slice("zwei am Montag drei am Dienstag", r->body[6].rows[2].cells[1]); /* a list in a cell */
    assert_slice(
        "Jahr\tEnten im Büro\n2023\teine, und die war klein\n2024\tzwei am Montag drei am Dienstag", r->body[6].text);
    assert_int_equal(1, r->body[6].span_count);
    assert_slice("Dienstag", cl_slice_of(r->body[6].text.data + r->body[6].spans[0].start, 8));
    /* the text is the blocks' texts */
    size_t size = 0;
    for (size_t i = 0; i < r->body_count; i++)
        size += r->body[i].text.size + (i ? 2 : 0);
    assert_int_equal(size, r->text.size);
    done(&m);
}

/* A table that the page is laid out in is no table of the story. */
static void layout_tables_are_seen_through(void **state) {
    (void)state;
    made m;
    make(&m, "<table><tr><td><a href=a>Menü</a></td><td>" STORY "</td></tr></table>", NULL);
    assert_int_equal(3, m.record.body_count);
    assert_int_equal(CUTLINE_BLOCK_PARAGRAPH, m.record.body[0].type);
    done(&m);
}

static void flattened_text(void **state) {
    (void)state;
    static const char text[] =
        "Rubrik\nEnten im Büro des Hafenmeisters\n\nDer Hafenmeister öffnete die Schleuse um sechs, ein wenig "
        "früher als der Fahrplan es wollte, denn die Flut hatte es eilig.\n\nNiemand beschwerte sich. Elf "
        "Boote fuhren hindurch, noch ehe die Sonne über dem Dach stand.\n\nTeilen\nDrucken\nImpressum\n";
    cl_record_maker *const maker = cl_record_maker_new(&cl_allocator_default);
    cl_record record;
    assert_non_null(maker);
    assert_int_equal(CUTLINE_OK, cl_record_make_text(maker, CL_SLICE(text), NULL, &record, NULL));
    assert_slice("Enten im Büro des Hafenmeisters", record.title);
    assert_int_equal(CL_FROM_TEXT, record.from.title);
    /* So little is not sure of its roles; the lines around the story are no part of it. */
    assert_true(record.body_count == 1 || record.body_count == 2);
    assert_true(record.text.size > 10 && record.text.data[record.text.size - 1] == '.');
    assert_int_equal(CUTLINE_KIND_TEXT, record.source.kind);
    assert_int_equal(CUTLINE_OK, cl_record_make_text(maker, CL_SLICE(""), NULL, &record, NULL));
    assert_int_equal(0, record.body_count);
    assert_null(record.title.data);
    cl_record_maker_free(maker);
}

/* An allocator that gives memory so many times, and counts what is not given back. */
typedef struct miser {
    size_t left;
    size_t held;
} miser;

static void *miserly(void *user, void *old, size_t old_size, size_t new_size) {
    miser *const m = user;
    if (m->left == 0)
        return NULL;
    m->left--;
    void *const p = realloc(old, new_size);
    if (p)
        m->held += new_size - old_size;
    return p;
}

static void give_back(void *user, void *block, size_t size) {
    ((miser *)user)->held -= size;
    free(block);
}

/* As SQLite does: the first allocation fails, then the second, and so on until all is well. */
static void every_allocation_may_fail(void **state) {
    (void)state;
    test_page page;
    page_open(&page,
        "<title>Enten</title><script type=application/ld+json>{\"@type\":\"Article\",\"headline\":\"Enten &amp; mehr\","
        "\"author\":\"Von Ada  Bach\"}</script><meta property=og:site_name content=' Der  Bote '><h1>Enten</h1>" STORY
        "<ul><li>Brot, aber nicht zu viel davon, sagt der Hafenmeister am Morgen.</ul>");
    bool all_well = false;
    for (size_t n = 0; n < 500 && !all_well; n++) {
        miser m = {.left = n, .held = 0};
        const cutline_allocator allocator = {miserly, give_back, &m};
        cl_record_maker *const maker = cl_record_maker_new(&allocator);
        if (maker) {
            cl_record record;
            cutline_error error = {.status = CUTLINE_OK};
            const cutline_status status = cl_record_make(maker, &page.dom, NULL, &record, &error);
            assert_true(status == CUTLINE_OK || (status == CUTLINE_E_NOMEM && error.status == CUTLINE_E_NOMEM));
            all_well = status == CUTLINE_OK;
        }
        cl_record_maker_free(maker);
        assert_int_equal(0, m.held);
    }
    assert_true(all_well);
    page_close(&page);
}

/* Links and emphasis by the bytes of their block's text, items and all. */
static void spans(void **state) {
    (void)state;
    made m;
    make(&m,
        "<title>Enten im Büro</title><article><h1>Enten im Büro</h1>" STORY
        "<p>Der <b>Hafenmeister, ein <a href='../rat?x'>Mitglied des Rates</a></b>, sagte dazu am <a "
        "href='javascript:x()'>"
        "Abend</a> nichts, was man <em> hätte </em> drucken können.</p>"
        "<ul><li>Elf Boote fuhren durch die Schleuse.<li>Zwei <i>Enten</i> kamen ins Büro.</ul>" STORY "</article>",
        "https://bote.example/hafen/enten");
    const cl_record *const r = &m.record;
    const cl_body_block *b = &r->body[3];
    assert_int_equal(3, b->span_count);
    static const char *const want[] = {"Hafenmeister, ein Mitglied des Rates", "Mitglied des Rates", "hätte"};
    static const cutline_span_type types[] = {CUTLINE_SPAN_STRONG, CUTLINE_SPAN_LINK, CUTLINE_SPAN_EMPHASIS};
    for (size_t i = 0; i < 3; i++) {
        assert_slice(want[i], cl_slice_of(b->text.data + b->spans[i].start, b->spans[i].end - b->spans[i].start));
        assert_int_equal(types[i], b->spans[i].type);
    }
    assert_slice("https://bote.example/rat?x", b->spans[1].url);
    assert_null(b->spans[0].url.data);
    b = &r->body[4];
    assert_int_equal(CUTLINE_BLOCK_LIST, b->type);
    assert_int_equal(1, b->span_count);
    assert_slice("Enten", cl_slice_of(b->text.data + b->spans[0].start, b->spans[0].end - b->spans[0].start));
    done(&m);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_from_json_ld),
        cmocka_unit_test(fields_from_meta),
        cmocka_unit_test(fields_from_the_page_itself),
        cmocka_unit_test(the_site_gives_way_to_a_person),
        cmocka_unit_test(absent_is_absent),
        cmocka_unit_test(body_has_types),
        cmocka_unit_test(layout_tables_are_seen_through),
        cmocka_unit_test(flattened_text),
        cmocka_unit_test(every_allocation_may_fail),
        cmocka_unit_test(spans),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
