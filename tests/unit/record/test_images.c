/* Images: which, where from, with what caption and credit. */
#include "harbour.h"
#include "record/credit.h"
#include "record/image_source.h"
#include "record/record.h"

#include <stdio.h>
#include <stdlib.h>

#define PAGE(inside) "<html lang=de><title>Enten im Büro</title><article><h1>Enten im Büro</h1>" inside "</article>"

static void figures(void **state) {
    (void)state;
    made m;
    make(
        &m, PAGE("<p class=lead>Ein Hafen wacht auf.</p>" ONE
                 "<figure><img src=/b/schleuse.jpg alt='Die Schleuse' width=900 height=600><figcaption>Die Schleuse am "
                 "Morgen. Foto: Ada Bach / Bote</figcaption></figure>" TWO
                 "<figure><img src=../b/enten.jpg><figcaption><span>Zwei Enten vor dem Fenster.</span> <span "
                 "class=credit>© Emil Zahn</span></figcaption></figure>" THREE));
    const cl_record *const r = &m.record;
    assert_int_equal(2, r->images.count);
    const cutline_image *const image = r->images.at;
    assert_slice("https://bote.example/b/schleuse.jpg", image[0].url);
    assert_slice("Die Schleuse", image[0].alt);
    assert_slice("Die Schleuse am Morgen.", image[0].caption);
    assert_slice("Ada Bach / Bote", image[0].credit);
    assert_int_equal(900, image[0].width);
    assert_int_equal(600, image[0].height);
    assert_int_equal(1, image[0].block);
    assert_int_equal(1, image[0].lead);
    assert_slice("https://bote.example/b/enten.jpg", image[1].url);
    assert_slice("Zwei Enten vor dem Fenster.", image[1].caption);
    assert_slice("Emil Zahn", image[1].credit);
    assert_int_equal(2, image[1].block);
    assert_int_equal(0, image[1].lead);
    assert_null(image[1].alt.data);
    assert_int_equal(3, r->body_count);
    assert_int_equal(CL_FROM_VISIBLE, r->from.images);
    done(&m);
}

/* A credit before the caption, alone in it, and behind the figure. */
static void credits_beside_the_caption(void **state) {
    (void)state;
    made m;
    make(&m,
        PAGE(ONE "<figure><img src=/b/schleuse.jpg width=900><figcaption><span class=source>Bote</span> <span "
                 "class=caption>Bote und Enten sitzen am Morgen vor der Schleuse.</span></figcaption></figure>" TWO
                 "<figure><img src=/b/enten.jpg width=900><figcaption><span class=image-source>Hafenamt</span>"
                 "</figcaption></figure>" THREE
                 "<div><figure><img src=/b/boote.jpg width=900><figcaption>Elf Boote fahren am Abend aus dem Hafen."
                 "</figcaption></figure><div><p class=image-description>Elf Boote fahren am Abend aus dem Hafen.</p>"
                 "<p class=image-copyright>© picture alliance/dpa | Emil Zahn</p></div></div>" ONE));
    const cl_record *const r = &m.record;
    assert_int_equal(3, r->images.count);
    assert_slice("Bote und Enten sitzen am Morgen vor der Schleuse.", r->images.at[0].caption);
    assert_slice("Bote", r->images.at[0].credit);
    assert_null(r->images.at[1].caption.data);
    assert_slice("Hafenamt", r->images.at[1].credit);
    assert_slice("Elf Boote fahren am Abend aus dem Hafen.", r->images.at[2].caption);
    assert_slice("picture alliance/dpa | Emil Zahn", r->images.at[2].credit);
    done(&m);
}

static void no_others(void **state) {
    (void)state;
    made m;
    make(&m,
        "<title>Enten im Büro</title><header><img src=/logo.png width=300 height=90><nav><a href=/>Start</a> <a "
        "href=/hafen>Hafen</a></nav></header><article><h1>Enten im Büro</h1><div class=byline><img src=/p/bach-200.jpg "
        "width=200 height=200>Von Ada Bach</div>" ONE "<img src=/i/teilen-icon.png><img "
        "src='data:image/gif;base64,R0lGODlhAQABAAAAACw='><img src=/x.svg><img src=/t.gif width=1 height=1>" TWO
        "<p><img src=https://bote.example/b/boote.jpg></p>" THREE
        "</article><aside class=related><h2>Mehr aus dem Hafen</h2><ul><li><a href=/a><img src=/b/kran.jpg>Der Kran "
        "dreht sich wieder</a><li><a href=/b><img src=/b/fisch.jpg>Fisch wird teurer als Brot</a></ul></aside>"
        "<img src=https://stat.example/facebook.com/tr?id=7>");
    assert_int_equal(1, m.record.images.count);
    assert_slice("https://bote.example/b/boote.jpg", m.record.images.at[0].url);
    assert_int_equal(2, m.record.images.at[0].block);
    done(&m);
}

/* A picture that is there three times is one. */
static void once(void **state) {
    (void)state;
    made m;
    make(&m,
        "<meta property=og:image content=/b/schleuse-1200x630.jpg><meta property=og:image:width content=1200>" PAGE(ONE
            "<figure><img class=lazy src=/leer.gif data-src=/b/schleuse-300x200.jpg><noscript><img "
            "src=/b/schleuse-640x400.jpg></noscript><figcaption>Die Schleuse am Morgen</figcaption></figure>" TWO THREE
            "<div class=gross><img src=/b/schleuse.jpg?w=640></div>"));
    assert_int_equal(1, m.record.images.count);
    assert_slice("https://bote.example/b/schleuse-1200x630.jpg", m.record.images.at[0].url);
    assert_slice("Die Schleuse am Morgen", m.record.images.at[0].caption);
    assert_int_equal(1200, m.record.images.at[0].width);
    assert_int_equal(1, m.record.images.at[0].lead);
    done(&m);
}

/* What no block says is read off the element: its data, its title, its alternative text. */
static void said_by_the_element(void **state) {
    (void)state;
    made m;
    make(&m, PAGE(ONE "<figure><img src=/b/a-boote.jpg data-caption='Elf Boote' data-source='Ada Bach'></figure>" TWO
                      "<figure><img src=/b/b-boote.jpg alt='Boote | Foto: Emil Zahn'><figcaption>Noch ein "
                      "Boot</figcaption></figure>" THREE));
    assert_int_equal(2, m.record.images.count);
    assert_slice("Elf Boote", m.record.images.at[0].caption);
    assert_slice("Ada Bach", m.record.images.at[0].credit);
    assert_slice("Noch ein Boot", m.record.images.at[1].caption);
    assert_slice("Emil Zahn", m.record.images.at[1].credit);
    done(&m);
}

static void said_for_machines(void **state) {
    (void)state;
    made m;
    make(&m,
        "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Enten im Büro\",\"image\":"
        "{\"@type\":\"ImageObject\",\"url\":\"https://bote.example/b/hafen.jpg\",\"width\":\"1600\",\"height\":900,"
        "\"caption\":\"Der Hafen\",\"creditText\":\"Foto: Ada Bach\"}}</script>" PAGE(ONE TWO THREE));
    assert_int_equal(1, m.record.images.count);
    const cutline_image *const image = m.record.images.at;
    assert_slice("https://bote.example/b/hafen.jpg", image->url);
    assert_slice("Der Hafen", image->caption);
    assert_slice("Ada Bach", image->credit);
    assert_int_equal(1600, image->width);
    assert_int_equal(900, image->height);
    assert_true(image->block == CUTLINE_NO_BLOCK);
    assert_int_equal(CL_FROM_META, m.record.from.images);
    done(&m);
    make(&m, "<base href=https://bilder.example/x/><meta property=og:image content=/favicon-64.png>" PAGE(
                 ONE "<figure><img src=y.jpg></figure>" TWO THREE));
    assert_int_equal(1, m.record.images.count);
    assert_slice("https://bilder.example/x/y.jpg", m.record.images.at[0].url);
    assert_int_equal(1, m.record.images.at[0].lead);
    done(&m);
}

static cl_image_source first_image(test_page *page, const char *html) {
    page_open(page, html);
    for (size_t i = 0; i < page->blocks.notes.count; i++) {
        const cl_note *const note = &page->blocks.notes.at[i];
        if (note->kind == CL_NOTE_IMAGE)
            return cl_image_source_of(&page->dom, note->node, true);
        if (note->kind == CL_NOTE_BACKGROUND)
            return cl_image_source_of_background(&page->dom, note->node);
        if (note->kind == CL_NOTE_NOSCRIPT)
            return cl_image_source_of_markup(cl_dom_data(&page->dom, cl_dom_first_child(&page->dom, note->node)));
    }
    fail_msg("no image noted in %s", html);
    return (cl_image_source){0};
}

static void sources(void **state) {
    static const struct {
        const char *html, *url;
        uint32_t width, height;
    } images[] = {
        {"<img src=a.jpg width=640px height=480.0>", "a.jpg", 640, 480},
        {"<img src=a.jpg width=100%>", "a.jpg", 0, 0},
        {"<img src=a.jpg srcset='b.jpg 400w, c.jpg 1200w,d.jpg 800w'>", "c.jpg", 1200, 0},
        {"<img src=a.jpg srcset='b.jpg 1x, c.jpg 2x'>", "c.jpg", 0, 0},
        {"<img src=a.jpg srcset=' b.jpg , '>", "b.jpg", 0, 0},
        {"<img src=s.jpg width=300 height=200 srcset='https://i.example/w_424,c_fit/s.jpg 424w,https://i.example/"
         "w_1456,c_fit/s.jpg 1456w'>",
            "https://i.example/w_1456,c_fit/s.jpg", 1456, 971},
        {"<picture><source media='(min-width: 900px)' srcset='b.webp 1x, c.webp 2x'><source srcset=d.webp><img "
         "src=a.jpg></picture>",
            "c.webp", 0, 0},
        {"<picture><source srcset='b.webp 800w'><img src=a.jpg srcset='c.jpg 800w'></picture>", "c.jpg", 800, 0},
        {"<img src=data:image/gif;base64,R0lG data-src=b.jpg>", "b.jpg", 0, 0},
        {"<img src=a.jpg data-srcset='b.jpg 100w, c.jpg 200w' data-src=d.jpg>", "c.jpg", 200, 0},
        {"<img src=/img/spacer.gif data-hi-res=/x/b.jpg?w=3>", "/x/b.jpg?w=3", 0, 0},
        {"<img src=/img/spacer.gif data-name='An image.jpg of it'>", NULL, 0, 0},
        {"<img src='b_{width}.jpg'>", NULL, 0, 0},
        {"<x-image src=a.jpg width=3></x-image>", "a.jpg", 3, 0},
        {"<x-video src=a.mp4></x-video>", NULL, 0, 0},
        {"<amp-img src=a.jpg width=30 height=20></amp-img>", "a.jpg", 30, 20},
        {"<div style=\"color: red; background-image: url('a b.jpg')\"></div>", "a b.jpg", 0, 0},
        {"<div style=\"background:url(a.jpg) no-repeat\"></div>", "a.jpg", 0, 0},
        {"<div data-bg=a.jpg></div>", "a.jpg", 0, 0},
        {"<p>Boote<noscript>&lt;img alt=\"x\" src=\"a.jpg\" width='7'&gt;</noscript>", "a.jpg", 7, 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof images / sizeof *images; i++) {
        test_page page;
        const cl_image_source s = first_image(&page, images[i].html);
        if (images[i].url)
            assert_slice(images[i].url, s.url);
        else
            assert_null(s.url.data);
        if (images[i].width != s.width || images[i].height != s.height)
            fail_msg("%s: %ux%u", images[i].html, s.width, s.height);
        page_close(&page);
    }
}

static void keys(void **state) {
    static const char *const same[][2] = {
        {"https://a.example/u/2024/boote-im-hafen-300x200.jpg", "/u/2024/boote-im-hafen.jpg?w=3"},
        {"https://a.example/w_300/4711000.jpg", "https://b.example/800x0/4711000.webp"},
        {"/_next/image?url=%2Fb%2Fhafen01.jpg&w=640", "/b/hafen01.jpg"},
        {"https://i.example/x/https%3A%2F%2Fa.example%2Fhafen01.jpg", "https://a.example/hafen01.jpg"},
        {"/b/1200x675_hafen01.png", "/b/hafen01~640x360.png"}, {"/b/hafen01@2x.png", "/b/hafen01.png"},
        {"/b/hafen01-scaled.png", "/b/HAFEN01.png"}, {"/b/hafen01_600_resize.webp", "/b/hafen01.jpg"}};
    static const char *const other[][2] = {{"/b/hafen01.jpg", "/b/hafen02.jpg"},
        {"/b/hafen_600.jpg", "/b/hafen_601.jpg"}, {"/2024/05/1.jpg", "/2024/06/1.jpg"},
        {"/a/original.jpg", "/b/original.jpg"}, {"/a/image1.jpg", "/b/image1.jpg"}, {"/x", "/y"}, {"", "/"}};
    (void)state;
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        if (cl_image_key(cl_slice_z(same[i][0])) != cl_image_key(cl_slice_z(same[i][1])))
            fail_msg("%s and %s are two", same[i][0], same[i][1]);
    for (size_t i = 0; i + 1 < sizeof other / sizeof *other; i++)
        if (cl_image_key(cl_slice_z(other[i][0])) == cl_image_key(cl_slice_z(other[i][1])))
            fail_msg("%s and %s are one", other[i][0], other[i][1]);
}

static void credits(void **state) {
    /* text, caption, credit; an empty one is absent */
    static const char *const texts[][3] = {{"Boats at noon [Ada Bach/Agency]", "Boats at noon", "Ada Bach/Agency"},
        {"Boats at noon. (AP Photo/Ada Bach)", "Boats at noon.", "AP Photo/Ada Bach"},
        {"Boats at noon. (Ada Bach)", "Boats at noon.", "Ada Bach"},
        {"Boats at noon (left)", "Boats at noon (left)", ""}, {"The season (2023/24)", "The season (2023/24)", ""},
        {"Boats at noon. Photo: Ada Bach / Agency", "Boats at noon.", "Ada Bach / Agency"},
        {"Boats at noon Photograph: Ada Bach/Agency", "Boats at noon", "Ada Bach/Agency"},
        {"Boats at noon. © Reuters", "Boats at noon.", "Reuters"},
        {"Boats at noon | Ada Bach/Getty Images", "Boats at noon", "Ada Bach/Getty Images"},
        {"Boats at noon. Ada Bach/AFP", "Boats at noon.", "Ada Bach/AFP"},
        {"Boote am Mittag. Foto: dpa", "Boote am Mittag.", "dpa"},
        {"Boote am Mittag. Foto: © Ada Bach", "Boote am Mittag.", "Ada Bach"},
        {"Boote am Mittag. Bild: Ada Bach | Ada Bach", "Boote am Mittag.", "Ada Bach"},
        {"Des bateaux à midi. Crédit photo : Ada Bach", "Des bateaux à midi.", "Ada Bach"},
        {"Лодки в полдень. ФОТО: А. Бах", "Лодки в полдень.", "А. Бах"},
        {"Tekneler. Fotoğraf : Ada Bach/AA", "Tekneler.", "Ada Bach/AA"},
        {"정오의 배들. 출처 = 연합뉴스", "정오의 배들.", "연합뉴스"},
        {"정오의 배들이다. 고영권 기자", "정오의 배들이다.", "고영권"}, {"正午の船。写真：共同", "正午の船。", "共同"},
        {"正午の船＝12日（浜口徹撮影）", "正午の船＝12日", "浜口徹"}, {"正午の船（昨年）", "正午の船（昨年）", ""},
        {"القوارب عند الظهر (رويترز)", "القوارب عند الظهر", "رويترز"}, {"Photo: Ada Bach", "", "Ada Bach"},
        {"Photo: the boats wait for the tide at noon while the harbour master reads his lists and drinks tea",
            "Photo: the boats wait for the tide at noon while the harbour master reads his lists and drinks tea", ""},
        {"The boats of A. Bach are late", "The boats of A. Bach are late", ""},
        {"He said no. Then he said yes to either/or", "He said no. Then he said yes to either/or", ""}, {"", "", ""}};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        cl_slice caption, credit;
        cl_caption_split(cl_slice_z(texts[i][0]), &caption, &credit);
        assert_slice(texts[i][1], caption);
        assert_slice(texts[i][2], credit);
        assert_true(*texts[i][1] || !caption.data);
        assert_true(*texts[i][2] || !credit.data);
    }
    assert_slice("Ada Bach", cl_credit_clean(CL_SLICE(" (Photo: Ada Bach) ")));
    assert_slice("Ada Bach", cl_credit_clean(CL_SLICE("Photo by Ada Bach.")));
    assert_null(cl_credit_clean(CL_SLICE(" - ")).data);
    cl_slice caption, credit;
    cl_credit_split(CL_SLICE("Boote am Mittag. (Foto: dpa)"), &caption, &credit);
    assert_slice("Boote am Mittag.", caption);
    assert_slice("dpa", credit);
    cl_credit_split(CL_SLICE("Ada Bach (Bote)"), &caption, &credit);
    assert_null(caption.data);
    assert_slice("Ada Bach (Bote)", credit);
    assert_slice("Boote am Mittag", cl_caption_trim(CL_SLICE("Boote am Mittag - Copyright ")));
    assert_slice("Boote am Mittag", cl_caption_trim(CL_SLICE("Boote am Mittag Foto: ")));
    assert_null(cl_caption_trim(CL_SLICE("Foto:")).data);
    assert_true(cl_looks_like_credit(CL_SLICE("Ada Bach/AFP")));
    assert_false(cl_looks_like_credit(CL_SLICE("Ada Bach")));
}

/* 10,000 images, and a <picture> with 100,000 sources and images: done at once, and the first of them are given. */
static void many(void **state) {
    (void)state;
    const size_t room = 8u << 20;
    char *const html = malloc(room);
    assert_non_null(html);
    char *at = html + sprintf(html, "<title>Enten im Büro</title><article><h1>Enten im Büro</h1>" ONE);
    for (unsigned i = 0; i < 20000; i++)
        at += sprintf(at, "<img src=/b/bild-%06u.jpg>", i);
    at += sprintf(at, "<picture>");
    for (unsigned i = 0; i < 50000; i++)
        at += sprintf(at, "<source srcset='/b/quelle-%u.jpg 900w'>", i);
    for (unsigned i = 0; i < 50000; i++)
        at += sprintf(at, "<img>");
    sprintf(at, "</picture>" TWO THREE "</article>");
    made m;
    make(&m, html);
    assert_int_equal(10000, m.record.images.count);
    assert_slice("https://bote.example/b/bild-000000.jpg", m.record.images.at[0].url);
    done(&m);
    free(html);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(figures),
        cmocka_unit_test(credits_beside_the_caption),
        cmocka_unit_test(no_others),
        cmocka_unit_test(once),
        cmocka_unit_test(said_by_the_element),
        cmocka_unit_test(said_for_machines),
        cmocka_unit_test(sources),
        cmocka_unit_test(keys),
        cmocka_unit_test(credits),
        cmocka_unit_test(many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
