/* What leads away from a page and belongs to it: media, related stories, editions; and its language. */
#include "harbour.h"
#include "record/fields.h"
#include "record/language_detect.h"
#include "record/providers.h"
#include "text/text.h"

#include <stdio.h>

#define PAGE(inside)                                                                                                   \
    "<html lang=de><title>Enten im Büro</title><main><article><h1>Enten im Büro</h1>" inside "</article></main>"

static void media(void **state) {
    (void)state;
    static const struct {
        const char *type, *url, *provider, *caption;
        size_t block;
    } want[] = {{"video", "https://www.youtube-nocookie.com/embed/enten", "YouTube", "Enten im Fenster", 1},
        {"video", "https://bote.example/v/schleuse.mp4", NULL, NULL, 1},
        {"post", "https://twitter.com/hafen/status/7", "X", NULL, 2},
        {"document", "https://bote.example/d/plan.pdf", NULL, "Der Fahrplan", 3},
        {"embed", "https://karten.example/tide", NULL, NULL, 3}};
    made m;
    make(&m,
        PAGE(ONE "<iframe src=//www.youtube-nocookie.com/embed/enten title='Enten im Fenster' width=560 "
                 "height=315></iframe><video poster=p.jpg><source src=/v/schleuse.mp4></video>"
                 "<iframe src=https://www.googletagmanager.com/ns.html></iframe>" TWO
                 "<blockquote class=twitter-tweet><p>Elf Boote, eine Trommel.</p>&mdash; Hafen (@hafen) <a "
                 "href='https://twitter.com/hafen/status/7'>3. Mai</a></blockquote>" THREE
                 "<object data=/d/plan.pdf title='Der Fahrplan'></object><iframe data-src=https://karten.example/tide "
                 "title='iframe'></iframe><iframe src=/zaehler width=1 height=1></iframe>" ONE) "<footer><iframe "
                                                                                                "src=https://"
                                                                                                "www.youtube.com/embed/"
                                                                                                "werbung></iframe></"
                                                                                                "footer>");
    assert_int_equal(sizeof want / sizeof *want, m.record.media.count);
    for (size_t i = 0; i < sizeof want / sizeof *want; i++) {
        const cutline_media *const have = &m.record.media.at[i];
        assert_slice(want[i].type, have->type);
        assert_slice(want[i].url, have->url);
        assert_slice(want[i].provider ? want[i].provider : "", have->provider);
        assert_slice(want[i].caption ? want[i].caption : "", have->caption);
        assert_true(have->block != CUTLINE_NO_BLOCK && have->block >= want[i].block);
    }
    done(&m);
}

/* The text that the first link with this address is told to lead to. */
static cl_slice led_to(const made *m, const char *url) {
    for (size_t i = 0; i < m->record.body_count; i++)
        for (size_t k = 0; k < m->record.body[i].span_count; k++) {
            const cutline_span *const span = &m->record.body[i].spans[k];
            if (!cl_slice_equal(span->url, cl_slice_z(url)) || span->block == CUTLINE_NO_BLOCK)
                continue;
            const cl_body_block *const to = &m->record.body[span->block];
            assert_true((to->type == CUTLINE_BLOCK_LIST) == (span->item != CUTLINE_NO_BLOCK));
            assert_true(span->item == CUTLINE_NO_BLOCK || to->led_to[span->item]);
            return span->item == CUTLINE_NO_BLOCK ? to->text : to->items[span->item];
        }
    return CL_SLICE_NONE;
}

static bool begins(cl_slice s, const char *with) {
    return s.size >= strlen(with) && memcmp(s.data, with, strlen(with)) == 0;
}

/* Footnotes: a link is told what its place on the page has become. */
static void places_in_the_story(void **state) {
    (void)state;
    made m;
    make(&m,
        PAGE("<p>The harbour master opened the lock at six, a little earlier than the timetable would have it, for the "
             "tide was in a hurry.<sup id=r1><a href=#n1>1</a></sup></p><p>Nobody complained, says the <a "
             "href=#none>book</a>. Eleven boats passed before the sun stood above the roof of the old customs "
             "house.<sup id=r2><a href='https://bote.example/hafen/enten#n2'>2</a></sup> Towards noon the water was "
             "high.</p><h2>Notes</h2><ol><li id=n1>The timetable of 1911, which hangs beside the door and is never "
             "looked at by anybody. <a href=#r1>back</a></li><li id=n2>The book of the harbour, page 12, in the hand "
             "of the master himself. <a href=#r2>back</a></li></ol><p id=n1>The second of an id is none.</p>"));
    assert_true(begins(led_to(&m, "https://bote.example/hafen/enten#n1"), "The timetable"));
    assert_true(begins(led_to(&m, "https://bote.example/hafen/enten#n2"), "The book"));
    assert_true(begins(led_to(&m, "https://bote.example/hafen/enten#r1"), "The harbour"));
    assert_true(begins(led_to(&m, "https://bote.example/hafen/enten#r2"), "Nobody"));
    assert_null(led_to(&m, "https://bote.example/hafen/enten#none").data);
    done(&m);
}

static void provider_is(const char *url, const char *name, const char *type) {
    const cl_provider *const p = cl_provider_of(cl_slice_z(url));
    assert_non_null(p);
    if (name)
        assert_string_equal(name, p->name);
    else
        assert_null(p->name);
    if (type)
        assert_string_equal(type, p->type);
}

static void providers(void **state) {
    (void)state;
    provider_is("https://player.vimeo.com/video/1", "Vimeo", "video");
    provider_is("https://WWW.YouTube.com:443/embed/x", "YouTube", "video");
    provider_is("https://www.google.com/maps/embed?pb=1", "Google Maps", "map");
    provider_is("https://www.facebook.com/plugins/like.php", NULL, NULL);
    provider_is("https://www.facebook.com/a/posts/1", "Facebook", "post");
    provider_is("https://twitter.com/intent/tweet?text=x", NULL, NULL);
    assert_null(cl_provider_of(CL_SLICE("https://notyoutube.com/x")));
    assert_null(cl_provider_of(CL_SLICE("/youtube.com/x")));
    assert_null(cl_provider_of(CL_SLICE("https://www.google.com/search")));
    assert_null(cl_provider_of(CL_SLICE_NONE));
}

static void related(void **state) {
    (void)state;
    static const char *const want[][3] = {{"LESEN SIE AUCH", "Der Kran dreht sich wieder", "https://bote.example/kran"},
        {"Mehr zum Thema", "Fisch wird teurer als Brot", "https://bote.example/fisch"},
        {"Mehr zum Thema", "Die Schleuse bekommt neue Tore", "https://bote.example/tore"}};
    made m;
    make(&m,
        PAGE(ONE
            "<p class=related-inline>LESEN SIE AUCH: <a href=/kran>Der Kran dreht sich wieder</a></p>" TWO THREE
            "<h3>Mehr zum Thema</h3><ul><li><a href=/fisch>Fisch wird teurer als Brot</a><li><a href=/tore>Die "
            "Schleuse bekommt neue Tore</a><li><a href=/mehr>mehr</a></ul>") "<aside "
                                                                             "class=teaser><h3>Meistgelesen</"
                                                                             "h3><ul><li><a href=/x>Das Wetter bleibt "
                                                                             "wie es war</a><li><a href=/y>Ein "
                                                                             "Schwan im Rathaus von "
                                                                             "Altstadt</a></ul></aside>");
    assert_int_equal(3, m.record.related.count);
    for (size_t i = 0; i < 3; i++) {
        assert_slice(want[i][0], m.record.related.at[i].label);
        assert_slice(want[i][1], m.record.related.at[i].title);
        assert_slice(want[i][2], m.record.related.at[i].url);
    }
    assert_int_equal(CL_FROM_VISIBLE, m.record.from.related);
    done(&m);
}

/* A label of its own says so behind the story too. */
static void related_after_the_story(void **state) {
    (void)state;
    made m;
    make(&m, PAGE(ONE TWO THREE "<p><b>LESEN:</b> <a href=/kran>Der Kran dreht sich wieder</a></p>"));
    assert_int_equal(1, m.record.related.count);
    assert_slice("LESEN", m.record.related.at[0].label);
    assert_slice("Der Kran dreht sich wieder", m.record.related.at[0].title);
    done(&m);
}

static void editions(void **state) {
    (void)state;
    made m;
    make(&m,
        "<link rel=canonical href=https://bote.example/hafen/enten><link rel=alternate hreflang=de "
        "href=https://bote.example/hafen/enten><link rel=alternate hreflang=pt-br href=/pt/patos><link rel=alternate "
        "hreflang=x-default href=/en/ducks><link rel=alternate hreflang=en href=/en/ducks><link rel=alternate "
        "type=application/rss+xml hreflang=fr href=/rss>" PAGE(ONE TWO THREE));
    assert_int_equal(2, m.record.editions.count);
    assert_slice("pt-BR", m.record.editions.at[0].language);
    assert_slice("https://bote.example/pt/patos", m.record.editions.at[0].url);
    assert_null(m.record.editions.at[0].label.data);
    assert_slice("en", m.record.editions.at[1].language);
    assert_int_equal(CL_FROM_META, m.record.from.editions);
    done(&m);
}

/* The table is searched by halves. */
static void language_table(void **state) {
    (void)state;
    static const struct {
        const char *name, *tag;
    } table[] = {
#include "record/language_names.inc"
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        assert_true(i == 0 || strcmp(table[i - 1].name, table[i].name) < 0);
        assert_slice(table[i].tag, cl_language_named(cl_slice_z(table[i].name)));
    }
}

static void language_names(void **state) {
    (void)state;
    static const char *const names[][2] = {{"Portuguese", "pt"}, {"Español", "es"}, {" ESPAÑOL ", "es"}, {"中文", "zh"},
        {"繁體中文", "zh-Hant"}, {"Русский", "ru"}, {"العربية", "ar"}, {"Français (Canada)", "fr"},
        {"Português (Brasil)", "pt-BR"}, {"日本語", "ja"}, {"Tiếng Việt", "vi"}, {"isiZulu", "zu"}, {"Englisch", "en"}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_slice(names[i][1], cl_language_named(cl_slice_z(names[i][0])));
    assert_null(cl_language_named(CL_SLICE("Sport")).data);
    assert_null(cl_language_named(CL_SLICE("")).data);
    assert_null(cl_language_named(CL_SLICE("(")).data);
    assert_null(cl_language_named(CL_SLICE("Spanis")).data);
    assert_null(cl_language_named(CL_SLICE("Spanishes")).data);
    assert_null(cl_language_named(CL_SLICE("Spanish\0es")).data);
}

static cl_language_guess guess(const char *text) {
    cl_language_counts counts = {0};
    cl_language_read(&counts, cl_slice_z(text));
    return cl_language_guess_of(&counts);
}

static void languages(void **state) {
    (void)state;
    static const char *const texts[][2] = {{"en", "The harbour master opened the lock at six, which was a little "
                                                  "earlier than the timetable had said it would be."},
        {"de", "Der Hafenmeister öffnete die Schleuse um sechs, ein wenig früher als der Fahrplan es wollte."},
        {"fr", "Le maître du port a ouvert l'écluse à six heures, un peu plus tôt que ce qui était prévu dans les "
               "horaires."},
        {"es", "El capitán del puerto abrió la esclusa a las seis, un poco antes de lo que decía el horario de los "
               "barcos."},
        {"pt", "O mestre do porto não abriu a eclusa às seis, mas um pouco antes do que dizia o horário dos barcos."},
        {"it", "Il capitano del porto ha aperto la chiusa alle sei, un po' prima di quello che diceva l'orario delle "
               "barche."},
        {"nl", "De havenmeester heeft de sluis om zes uur geopend, iets eerder dan het in de dienstregeling van de "
               "boten stond."},
        {"sv", "Hamnkaptenen öppnade slussen klockan sex, lite tidigare än vad som stod i tidtabellen för båtarna och "
               "det var bra."},
        {"da", "Havnefogeden åbnede slusen klokken seks, lidt tidligere end det stod i planen, og nogle af bådene blev "
               "der."},
        {"nb", "Havnefogden åpnet slusen klokken seks, litt tidligere enn det stod i planen, og noen av båtene ble der "
               "etter."},
        {"fi", "Satamamestari avasi sulun kello kuusi, ja se oli hieman aikaisemmin kuin aikataulu on sanonut, mutta "
               "ei se ollut."},
        {"pl", "Kapitan portu otworzył śluzę o szóstej, nieco wcześniej niż było to w rozkładzie, ale nikt się nie "
               "skarżył."},
        {"cs", "Správce přístavu otevřel komoru v šest, o něco dříve, než bylo v řádu, a nikdo si na to podle něj "
               "nestěžoval."},
        {"hu", "A kikötőmester hatkor nyitotta ki a zsilipet, kicsit korábban, mint az a menetrendben volt, és nem is "
               "baj."},
        {"tr", "Liman şefi kapıyı altıda açtı, bu tarifede olandan biraz daha erken bir saat ve kimse için sorun değil "
               "dedi."},
        {"id", "Kepala pelabuhan membuka pintu air pada pukul enam, lebih awal dari yang ada dalam jadwal, dan itu "
               "tidak salah."},
        {"vi", "Trưởng cảng đã mở cửa cống lúc sáu giờ, sớm hơn một chút so với lịch và không ai trong những người ở "
               "đó nói."},
        {"sw", "Mkuu wa bandari alifungua mlango saa kumi na mbili, mapema kuliko ratiba ya boti na hiyo ni kwa sababu "
               "ya maji."},
        {"ru", "Начальник порта открыл шлюз в шесть, немного раньше, чем это было по расписанию, и никто не сказал что "
               "это плохо."},
        {"uk", "Начальник порту відкрив шлюз о шостій, трохи раніше, ніж це було за розкладом, і ніхто не казав, що це "
               "погано."},
        {"bg", "Началникът на пристанището отвори шлюза в шест, малко по-рано, отколкото беше в разписанието, и това "
               "не е лошо."},
        {"ar", "فتح مدير الميناء البوابة في الساعة السادسة قبل ما كان في الجدول ولم يقل أحد من القوارب إن ذلك غير جيد "
               "على أي حال"},
        {"fa", "رئیس بندر دریچه را ساعت شش باز کرد که این کمی زودتر از برنامه بود و هیچ کس نیز از آن شکایت نمی کند"},
        {"he", "מנהל הנמל פתח את השער בשש, קצת לפני מה שהיה בלוח, אבל אף אחד לא אמר כי זה לא טוב"},
        {"hi", "बंदरगाह के प्रमुख ने छह बजे फाटक खोला और यह समय सारणी से पहले था लेकिन किसी ने नहीं कहा कि यह ठीक नहीं है"},
        {"ja", "港長は六時に水門を開けた。時刻表より少し早かったが、誰も文句を言わなかった。"},
        {"zh-Hans", "港长六点打开了闸门，比时间表说的早一点，但是这个时候没有人来说不对。"},
        {"zh-Hant", "港長六點打開了閘門，比時間表說的早一點，但是這個時候沒有人來說不對。"},
        {"ko", "항만장은 여섯 시에 수문을 열었고 시간표보다 조금 일렀지만 아무도 불평하지 않았다."},
        {"th", "นายท่าเปิดประตูน้ำเวลาหกโมง เร็วกว่าตารางเล็กน้อย"}, {"el", "Ο λιμενάρχης άνοιξε την πύλη στις έξι"}};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const cl_language_guess g = guess(texts[i][1]);
        if (!cl_slice_equal(g.tag, cl_slice_z(texts[i][0])) || !g.sure)
            fail_msg(
                "%s: %.*s%s", texts[i][0], (int)g.tag.size, g.tag.data ? g.tag.data : "", g.sure ? "" : " (unsure)");
        const bool rightward = i == 21 || i == 22 || i == 23;
        assert_int_equal(rightward, g.rightward);
    }
    assert_false(guess("Hafen").sure);
    assert_null(guess("12345").tag.data);
    assert_null(guess("").tag.data);
    assert_true(cl_language_alike(CL_SLICE("no"), CL_SLICE("nb-NO")));
    assert_true(cl_language_alike(CL_SLICE("de-AT"), CL_SLICE("de")));
    assert_false(cl_language_alike(CL_SLICE("de"), CL_SLICE("da")));
}

/* The page's word is taken while its text does not say otherwise. */
static void language_claims(void **state) {
    (void)state;
    static const char *const pages[][3] = {{"<html lang=de-at>" ONE TWO THREE, "de-AT", "meta"},
        {"<html lang=en>" ONE TWO THREE, "de", "text"}, {ONE TWO THREE, "de", "text"},
        {"<html lang=en><meta property=og:locale content=de_CH>" ONE TWO, "de-CH", "meta"},
        {"<html lang=en><p>Hafen", "en", "meta"}, {"<html lang=xx-y!>", "", ""}};
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        made m;
        make(&m, pages[i][0]);
        assert_slice(pages[i][1], m.record.language);
        assert_slice(pages[i][2], cl_origin_name(m.record.from.language));
        done(&m);
    }
    made m;
    make(&m, "<html dir=ltr><p>מנהל הנמל פתח את השער בשש, קצת לפני מה שהיה בלוח, אבל אף אחד לא אמר כי זה לא טוב.</p>");
    assert_slice("he", m.record.language);
    assert_slice("rtl", m.record.direction);
    done(&m);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(media),
        cmocka_unit_test(places_in_the_story),
        cmocka_unit_test(providers),
        cmocka_unit_test(related),
        cmocka_unit_test(related_after_the_story),
        cmocka_unit_test(editions),
        cmocka_unit_test(language_table),
        cmocka_unit_test(language_names),
        cmocka_unit_test(languages),
        cmocka_unit_test(language_claims),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
