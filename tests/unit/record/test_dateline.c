#include "page.h"
#include "record/fields.h"

#include <stdio.h>
#include <stdlib.h>

static void assert_place(const char *paragraph, const char *want) {
    const cl_slice have = cl_dateline_place(cl_slice_z(paragraph), CL_SLICE_NONE);
    if (have.size != strlen(want) || (have.size && memcmp(have.data, want, have.size) != 0))
        fail_msg("%s: want \"%s\", have \"%.*s\"", paragraph, want, (int)have.size, have.data ? have.data : "");
}

static void agencies_and_days_make_a_place(void **state) {
    (void)state;
    assert_place("GAZA CITY (AP) — The ducks are back.", "GAZA CITY");
    assert_place("DUCK HARBOUR (Messenger News) — The ducks are back.", "DUCK HARBOUR");
    assert_place("KYIV, Ukraine (AP) -- The ducks are back.", "KYIV, Ukraine");
    assert_place("KYIV, March 3 (Reuters) - The ducks are back.", "KYIV");
    assert_place("OMAHA, Neb. (AP) - The ducks are back.", "OMAHA, Neb.");
    assert_place("SAN JUAN, P.R., Jan. 3 (UPI) -- The ducks are back.", "SAN JUAN, P.R.");
    assert_place("Entenhausen (dpa/lnw) - Die Enten sind wieder da.", "Entenhausen");
    assert_place("Berlin/Bonn (dpa). Die Enten sind wieder da.", "Berlin/Bonn");
    assert_place("Frankfurt am Main (AFP) Die Enten sind wieder da.", "");
    assert_place("TORONTO (AP) The ducks are back.", "TORONTO");
    assert_place("Wien, 14. Dezember 2021 – Die Enten sind wieder da.", "Wien");
    assert_place("Paris, le 3 mai 2024 – Les canards sont de retour.", "Paris");
    assert_place("MADRID, 3 May. (EUROPA PRESS) - Los patos han vuelto.", "MADRID");
    assert_place("(ANSA) - ROMA, 03 MAG - Le anatre sono tornate.", "ROMA");
    assert_place("МОСКВА, 5 янв - РИА Новости. Утки вернулись.", "МОСКВА");
    assert_place("Нижний Новгород, 5 мая (ТАСС) — Утки вернулись.", "Нижний Новгород");
    assert_place("القاهرة (رويترز) - عاد البط", "القاهرة");
    assert_place("By Ada Bach\nNEW DELHI, Jan 13 (IANS): The ducks are back.", "NEW DELHI");
}

static void known_cities_need_no_more_than_a_dash(void **state) {
    (void)state;
    assert_place("LONDON — The ducks are back.", "LONDON");
    assert_place("London – Die Enten sind wieder da.", "London");
    assert_place("TEGUCIGALPA, HONDURAS.- Los patos han vuelto.", "TEGUCIGALPA, HONDURAS");
    assert_place("BERLIN. Die Enten sind wieder da.", "BERLIN");
    assert_place("WENGEN, Switzerland -- The ducks are back.", "WENGEN, Switzerland");
    assert_place("CHICAGO—", "CHICAGO");
    assert_place("DUCKTOWN — The ducks are back.", "");
    const cl_slice text = CL_SLICE("DUCKTOWN — The ducks are back. Nobody in Ducktown minds.");
    assert_slice("DUCKTOWN", cl_dateline_place(text, text));
}

static void wires_of_china_and_japan(void **state) {
    (void)state;
    assert_place("新华社北京5月3日电 鸭子回来了。", "北京");
    assert_place("中新社香港１月１２日電 鴨子回來了。", "香港");
    assert_place("（法新社日內瓦16日電）鴨子回來了。", "日內瓦");
    assert_place("【東京=共同】カモが戻ってきた。", "東京");
    assert_place("【ロンドン＝山田花子】カモが戻ってきた。", "ロンドン");
    assert_place("【独自】カモが戻ってきた。", "");
    assert_place("网易财经1月12日讯 鸭子回来了。", "");
    assert_place("中新网1月17日电 鸭子回来了。", "");
}

static void other_beginnings_are_none(void **state) {
    (void)state;
    static const char *const none[] = {"", "-", "(", "The ducks — all of them — are back.", "EXCLUSIF - Les canards.",
        "LE POINT SUR LA SITUATION - Les canards.", "TLDR - they are back", "SRIM - The Stopping of Ducks",
        "UPDATE: The ducks are back.", "Ducks (birds) are back.",
        "Search engine optimization (SEO) continues to evolve.",
        "The American Duck Association (ADA) emphasizes that they are back.", "In London, May 3 was a day of ducks.",
        "Ada Bach (48) wundert es nicht.", "Paris, Texas is a town.", "London is full of ducks.", "May 3 - The ducks.",
        "JSON (JavaScript Object Notation), specified by RFC 7159", "A - B", "FTW - October 9 was a day."};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_place(none[i], "");
}

static void every_beginning_of_one_is_read(void **state) {
    (void)state;
    static const char paragraph[] =
        "(ANSA) - SÃO PAULO, St. Mark (Brasil), le 3 mai 2024 (AFP) — 新华社北京5月3日电 【東京=共同】 the ducks";
    for (size_t begin = 0; begin < sizeof paragraph - 1; begin++)
        for (size_t end = begin; end < sizeof paragraph; end++) {
            if (((unsigned char)paragraph[begin] & 0xC0) == 0x80 || ((unsigned char)paragraph[end] & 0xC0) == 0x80)
                continue;
            char *const copy =
                malloc(end - begin + 1); /* of its own size, so that a sanitizer sees what is read behind it */
            assert_non_null(copy);
            memcpy(copy, paragraph + begin, end - begin);
            const cl_slice place = cl_dateline_place(cl_slice_of(copy, end - begin), CL_SLICE_NONE);
            assert_true(place.size <= end - begin);
            free(copy);
        }
}

#define STORY                                                                                                          \
    "%sThe harbour master opened the lock at six, a little earlier than the timetable would have it, for the tide "    \
    "was "                                                                                                             \
    "in a hurry.</p><p>Nobody complained. Eleven boats passed before the sun stood above the roof of the old customs " \
    "house.</p><p>Towards noon the water was so high that the ducks could look into the office, and two of them "      \
    "did.</p>"

static void records_have_it(void **state) {
    (void)state;
    static const char *const pages[][2] = {
        {"<title>Ducks in the office</title><h1>Ducks in the office</h1><p>DUCK HARBOUR (Messenger) — ",
            "DUCK HARBOUR"},
        {"<title>Ducks in the office</title><h1>Ducks in the office</h1><p>", ""}};
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        char html[1024];
        test_page page;
        cl_record record;
        snprintf(html, sizeof html, STORY, pages[i][0]);
        page_open(&page, html);
        cl_record_maker *const maker = cl_record_maker_new(&cl_allocator_default);
        assert_non_null(maker);
        assert_int_equal(CUTLINE_OK, cl_record_make(maker, &page.dom, NULL, &record, NULL));
        assert_slice(pages[i][1], record.dateline);
        assert_int_equal(*pages[i][1] ? CL_FROM_VISIBLE : CL_FROM_NOWHERE, record.from.dateline);
        cl_record_maker_free(maker);
        page_close(&page);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agencies_and_days_make_a_place),
        cmocka_unit_test(known_cities_need_no_more_than_a_dash),
        cmocka_unit_test(wires_of_china_and_japan),
        cmocka_unit_test(other_beginnings_are_none),
        cmocka_unit_test(every_beginning_of_one_is_read),
        cmocka_unit_test(records_have_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
