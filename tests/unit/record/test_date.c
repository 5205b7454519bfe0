#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "record/date_calendar.h"
#include "record/date_words.h"

#include <stdlib.h>

static cl_arena arena;

static void assert_date(const char *want, const char *text, const cl_date_known *known) {
    cl_date date;
    bool failed = false;
    const bool found = cl_date_read(cl_slice_z(text), known, &date);
    const cl_slice have = found ? cl_date_write(&date, &arena, &failed) : CL_SLICE("none");
    assert_false(failed);
    if (have.size != strlen(want) || memcmp(have.data, want, have.size) != 0)
        fail_msg("%s: want %s, have %.*s", text, want, (int)have.size, have.data);
}

typedef struct row {
    const char *language, *text, *want;
} row;

static void assert_rows(const row *rows, size_t count, cl_date_known known) {
    for (size_t i = 0; i < count; i++) {
        known.language = cl_slice_z(rows[i].language);
        assert_date(rows[i].want, rows[i].text, &known);
    }
}

#define ASSERT_ROWS(rows, ...) assert_rows(rows, sizeof(rows) / sizeof *(rows), (cl_date_known){__VA_ARGS__})

static void as_programs_write_them(void **state) {
    (void)state;
    static const row rows[] = {
        {"", "2024-05-01", "2024-05-01"}, {"", "2024-05-01T10:00:30+02:00", "2024-05-01T10:00:30+02:00"},
        {"", "2024-05-01T10:00:30.123456Z", "2024-05-01T10:00:30Z"}, {"", "2024-05-01 10:00", "2024-05-01T10:00:00"},
        {"", "2024-05-01T10:00:00 -0330", "2024-05-01T10:00:00-03:30"}, {"", "20240501", "2024-05-01"},
        {"", "20240501083000", "2024-05-01T08:30:00"}, {"", "2024/5/1", "2024-05-01"},
        {"", " 2024.05.01 ", "2024-05-01"}, {"", "Tue, 03 Sep 2024 10:00:00 GMT", "2024-09-03T10:00:00Z"},
        {"", "Fri Sep 23 2016 10:34:51 GMT+0800 (CST)", "2016-09-23T10:34:51+08:00"},
        {"", "30/May/2008:08:11:17 -0700", "2008-05-30T08:11:17-07:00"}, {"", "1714557600", "2024-05-01T10:00:00Z"},
        {"", "1714557600000", "2024-05-01T10:00:00Z"}, {"", "1709164800", "2024-02-29T00:00:00Z"},
        {"pt", "2024-10-05", "2024-10-05"}, /* not turned round */
        {"", "2024-13-01", "2024-01-13"},   /* which can mean nothing else */
    };
    ASSERT_ROWS(rows, .reference = NULL);
}

static void what_is_no_date(void **state) {
    (void)state;
    static const char *const texts[] = {"", "2024", "2024-02-30", "yesterday", "1000-01-01", "2024-05", "20x40501", "0",
        "-", "12122004", "33.20.2004", "2005-2006", "12:30", "February 30 2008", "32. Januar 2020", "May 2020", "5 May",
        "192.168.12.2004", "Tel. 030-12-12-2004", "invalid date string", "two days ago", "5 out of 2015"};
    const cl_date_known known = {.language = CL_SLICE("en")};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_date("none", texts[i], &known);
}

static void in_many_languages(void **state) {
    (void)state;
    static const row rows[] = {
        {"en", "September 3, 2024 4:05 PM", "2024-09-03T16:05:00"},
        {"en", "3rd Sept. 2024", "2024-09-03"},
        {"en", "1:00PM, Thu. May 23, 2019", "2019-05-23T13:00:00"},
        {"en", "Thu May  8 17:57:51 2009", "2009-05-08T17:57:51"},
        {"en", "21 December 2024 at 09:31 AM EST", "2024-12-21T09:31:00-05:00"},
        {"de", "3. März 2024, 14.30 Uhr", "2024-03-03T14:30:00"},
        {"ar", "4 آذار/مارس 2025", "2025-03-04"}, /* a month by both of its names */
        {"th", "4 มี.ค. 68 10:30 น.", "2025-03-04T10:30:00"},
        {"de", "Samstag, 3. Dez. 2011", "2011-12-03"},
        {"de", "28.01.22", "2022-01-28"},
        {"fr", "1er février 2024 à 14h40", "2024-02-01T14:40:00"},
        {"fr", "mar. 15 mai 2012", "2012-05-15"},
        {"es", "21 de octubre de 2014", "2014-10-21"},
        {"pt", "Terça-feira, 12 de março de 2024 às 19h", "2024-03-12T19:00:00"},
        {"it", "2 set 2024", "2024-09-02"},
        {"pl", "2 września 1945", "1945-09-02"},
        {"ru", "13 января 2015 г. в 13:34", "2015-01-13T13:34:00"},
        {"uk", "7 січня 2025 року", "2025-01-07"},
        {"el", "3 Νοεμβρίου 2024", "2024-11-03"},
        {"hu", "2020. május 5.", "2020-05-05"},
        {"hr", "06. travnja 2021.", "2021-04-06"},
        {"cs", "4. listopadu 2020", "2020-11-04"}, /* October in Croatian */
        {"lt", "2020 m. gegužės 5 d.", "2020-05-05"},
        {"fi", "5.7.2018 klo 5.45", "2018-07-05T05:45:00"},
        {"vi", "ngày 12 tháng 5 năm 2020", "2020-05-12"},
        {"hi", "१६ दिसम्बर १९७१", "1971-12-16"},
        {"bn", "25শে মার্চ 1971", "1971-03-25"},
        {"ar", "5 كانون الثاني 2024", "2024-01-05"},
        {"he", "5 בינואר 2024", "2024-01-05"},
        {"zh", "2012年12月20日10:35", "2012-12-20T10:35:00"},
        {"ja", "2016年3月20日(日) 21時40分", "2016-03-20T21:40:00"},
        {"ko", "2024년 3월 5일 오후 3:20", "2024-03-05T15:20:00"},
        {"ja", "２０２４年９月３日", "2024-09-03"},
    };
    ASSERT_ROWS(rows, .reference = NULL);
}

static void in_other_calendars(void **state) {
    (void)state;
    static const row rows[] = {
        {"th", "25 เมษายน 2567", "2024-04-25"},
        {"th", "25 เม.ย. 2567", "2024-04-25"},
        {"fa", "۱۵ اردیبهشت ۱۴۰۳", "2024-05-04"},
        {"fa", "۱۴۰۳/۰۲/۱۵", "2024-05-04"},
        {"fa", "جمعه سی ام اسفند ۱۳۸۷", "2009-03-20"},
        {"ar", "11-08-1434 هـ", "2013-06-20"},
        {"ar", "30 رمضان 1445", "2024-04-09"},
        {"ja", "令和6年5月1日", "2024-05-01"},
        {"ja", "平成26年12月29日", "2014-12-29"},
        {"zh", "民國113年5月1日", "2024-05-01"},
        {"fa", "۳۱ اسفند ۱۴۰۳", "none"},
    };
    ASSERT_ROWS(rows, .reference = NULL);
}

static void day_or_month_first(void **state) {
    (void)state;
    static const row rows[] = {{"en", "3/5/2014", "2014-03-05"}, {"en-US", "3/5/2014", "2014-03-05"},
        {"en-GB", "3/5/2014", "2014-05-03"}, {"de", "3/5/2014", "2014-05-03"}, {"en", "3.5.2014", "2014-05-03"},
        {"en", "23/5/2014", "2014-05-23"}, {"fr", "3/25/2014", "2014-03-25"}, {"zh", "14/5/3", "2014-05-03"}};
    ASSERT_ROWS(rows, .reference = NULL);
    assert_date("2014-05-03", "3/5/2014", &(cl_date_known){.language = CL_SLICE("en"), .order = CL_ORDER_DMY});
}

static const cl_date reference = {2014, 9, 1, 10, 30, 0, CL_NO_ZONE};

static void from_a_day_that_is_known(void **state) {
    (void)state;
    static const row rows[] = {
        {"en", "2 hours ago", "2014-09-01T08:30:00"},
        {"en", "11 hours ago", "2014-08-31T23:30:00"},
        {"en", "yesterday", "2014-08-31"},
        {"en", "Yesterday 1:20 pm", "2014-08-31T13:20:00"},
        {"de", "vor 3 Tagen", "2014-08-29T10:30:00"},
        {"fr", "il y a 12 heures", "2014-08-31T22:30:00"},
        {"ru", "2 ч. 21 мин. назад", "2014-09-01T08:09:00"},
        {"zh", "3周前", "2014-08-11T10:30:00"},
        {"sw", "mwezi 2 uliopita", "2014-07-01T10:30:00"},
        {"en", "10 December", "2013-12-10"}, /* the last one */
        {"en", "1 September 9:15", "2014-09-01T09:15:00"},
        {"en", "in 3 days", "none"}, /* nothing is published in the future */
        {"en", "5 min read", "none"},
        {"en", "two thousand", "none"},
        {"en", "99999999999 years ago", "none"},
        {"en", "3000 years ago", "none"},
    };
    ASSERT_ROWS(rows, .reference = &reference);
    static const row partial[] = {{"en", "in 3 days", "2014-09-04T10:30:00"}, {"en", "May 2013", "2013-05-01"},
        {"en", "16:10", "2014-09-01T16:10:00"}, {"en", "Thursday", "2014-08-28"}, {"en", "last Friday", "2014-08-29"},
        {"en", "2 weeks after yesterday", "2014-09-14"}};
    ASSERT_ROWS(partial, .reference = &reference, .partial = true);
}

static void several_in_one_text(void **state) {
    (void)state;
    const cl_date_known known = {.language = CL_SLICE("en")};
    cl_dated found[4];
    const cl_slice text = CL_SLICE("Published 3 March 2020 10:00 | Last updated: 4 March 2020, 11:30");
    assert_int_equal(2, cl_date_find(text, &known, found, 4));
    assert_int_equal(CL_SAID_PUBLISHED, found[0].said);
    assert_int_equal(3, found[0].date.day);
    assert_int_equal(10, found[0].date.hour);
    assert_int_equal(CL_SAID_MODIFIED, found[1].said);
    assert_int_equal(4, found[1].date.day);
    assert_int_equal(11, found[1].date.hour);
    assert_int_equal(1, cl_date_find(text, &known, found, 1));
    assert_int_equal(2, cl_date_find(CL_SLICE("3 March 2020, 10:15 | 4 March 2020"), &known, found, 4));
    assert_int_equal(CL_NO_HOUR, found[1].date.hour);
    assert_int_equal(1, cl_date_find(CL_SLICE("3 March 2020, updated 10:15"), &known, found, 4));
    assert_int_equal(CL_SAID_NOTHING, found[0].said);
    const cl_date_known german = {.language = CL_SLICE("de")};
    assert_int_equal(1, cl_date_find(CL_SLICE("Zuerst am 3. Mai 2020 um 10:15 Uhr geändert"), &german, found, 4));
    assert_int_equal(CL_SAID_MODIFIED, found[0].said);
    assert_int_equal(1, cl_date_find(CL_SLICE("Der Beitrag wurde am 3. Mai 2020 veröffentlicht"), &german, found, 4));
    assert_int_equal(CL_SAID_PUBLISHED, found[0].said);
    assert_int_equal(1, cl_date_find(CL_SLICE("Copyright 1.2.2003"), &known, found, 4));
    assert_int_equal(CL_SAID_OTHER, found[0].said);
}

/* What a date tells besides its day. */
static void told_by_its_place(void **state) {
    (void)state;
    const cl_date_known known = {.language = CL_SLICE("en")};
    cl_dated found[4];
    assert_int_equal(1, cl_date_find(CL_SLICE("By Anas KrauseUpdatedJanuary 25, 2026"), &known, found, 4));
    assert_int_equal(found[0].said, CL_SAID_MODIFIED);
    assert_int_equal(1, cl_date_find(CL_SLICE("#1, Aug 5, 2023 (Edited)"), &known, found, 4));
    assert_int_equal(found[0].said, CL_SAID_NOTHING);
    assert_int_equal(2, cl_date_find(CL_SLICE("3/5/2014 or 13/5/2014"), &known, found, 4));
    assert_true(found[0].either && found[0].order == CL_ORDER_MDY);
    assert_true(!found[1].either && found[1].order == CL_ORDER_DMY);
    assert_int_equal(3, cl_date_find(CL_SLICE("5/5/2014, 2014-05-03, 3 May 2014"), &known, found, 4));
    for (size_t i = 0; i < 3; i++)
        assert_true(!found[i].either && found[i].order == CL_ORDER_UNKNOWN);
    assert_int_equal(1, cl_date_find(CL_SLICE("June 11-15, 2026"), &known, found, 4));
    assert_int_equal(found[0].date.year, 2026);
    assert_int_equal(found[0].date.day, 11);
    assert_int_equal(0, cl_date_find(CL_SLICE("The conference of June 11-15"), &known, found, 4));
    assert_int_equal(1, cl_date_find(CL_SLICE("June-11-15"), &known, found, 4));
    assert_int_equal(1, cl_date_find(CL_SLICE("July 4-98"), &known, found, 4));
    const cl_date_known persian = {.language = CL_SLICE("fa")};
    assert_int_equal(1, cl_date_find(CL_SLICE("03/05/1399"), &persian, found, 4));
    assert_true(!found[0].either && found[0].date.year == 2020);
    static const struct {
        const char *text;
        bool opens;
    } texts[] = {{"(5 May 2020) The lock opened", true}, {"Tuesday, 5 May 2020: the lock opened", true},
        {"Frankfurt am Main, 5 May 2020. The lock opened", true}, {"5 May 2020 was the day", false},
        {"5 May 2020 - 7 May 2020", false}, {"On the morning of that day, 5 May 2020. The", false},
        {"The lock opened (5 May 2020) The", false}, {"5 May 2020", false}};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_true(cl_date_find(cl_slice_z(texts[i].text), &known, found, 4) > 0);
        assert_int_equal(found[0].opens, texts[i].opens);
    }
    static const struct {
        const char *text, *language;
        cl_date_said said, alone;
    } words[] = {{"* Updated two hours ago", "en", CL_SAID_MODIFIED, CL_SAID_MODIFIED},
        {"Last updated on:", "en", CL_SAID_MODIFIED, CL_SAID_MODIFIED},
        {"Zuletzt aktualisiert am", "de", CL_SAID_MODIFIED, CL_SAID_MODIFIED},
        {"Updated by Anas Krause", "en", CL_SAID_MODIFIED, CL_SAID_NOTHING},
        {"Vor zwei Stunden", "de", CL_SAID_NOTHING, CL_SAID_NOTHING}, {"...", "en", CL_SAID_NOTHING, CL_SAID_NOTHING}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const cl_slice text = cl_slice_z(words[i].text), language = cl_slice_z(words[i].language);
        assert_int_equal(cl_date_first_word(text, language, false), words[i].said);
        assert_int_equal(cl_date_first_word(text, language, true), words[i].alone);
    }
}

static void weekdays_and_leap_days_of_many_years(void **state) {
    (void)state;
    cl_date d;
    for (int64_t day = -100000; day < 100000; day += 7) {
        cl_date_of_days(day, &d);
        assert_true(cl_date_valid(&d));
        assert_int_equal(day, cl_date_days(d.year, d.month, d.day));
    }
    assert_int_equal(29, cl_month_days(2000, 2));
    assert_int_equal(28, cl_month_days(1900, 2));
    assert_false(cl_calendar_convert(CL_PERSIAN, 1403, 13, 1, &d));
    assert_false(cl_calendar_convert(CL_HIJRI, 1445, 1, 31, &d));
    assert_false(cl_calendar_convert(CL_HIJRI, 9999, 1, 1, &d));
}

/* Every beginning of a text, and texts of one thing over and over, are read within bounds. */
static void garbage(void **state) {
    (void)state;
    static const char text[] =
        "[сентября] 12. 10:30:00.5 +05:30, ۱۴۰۳/۰۲/۱۵ 令和6年5月1日 — 2 days ago '24 ม.ค. p.m. 3/5/2014";
    const cl_date_known known = {.reference = &reference, .partial = true};
    cl_dated found[4];
    for (size_t n = 0; n < sizeof text; n++) {
        size_t size = n;
        while (size && ((unsigned char)text[size] & 0xC0) == 0x80)
            size--; /* blocks hold whole characters */
        char *const copy = malloc(size + 1);
        memcpy(copy, text, size);
        (void)cl_date_find(cl_slice_of(copy, size), &known, found, 4);
        free(copy);
    }
    static const char *const parts[] = {
        "1", "1.", "1:", "a ", "may ", "1 may 2020 ", "年", "1年1月", "ago ", "-", "'1", "\xF4\x8F\xBF\xBF", "ﷺ", "İ"};
    enum { SIZE = 1 << 20 };
    char *const large = malloc(SIZE);
    assert_non_null(large);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const size_t size = strlen(parts[i]);
        size_t n = 0;
        for (; n + size <= SIZE; n += size)
            memcpy(large + n, parts[i], size);
        (void)cl_date_find(cl_slice_of(large, n), &known, found, 4);
    }
    free(large);
}

static int set_up(void **state) {
    (void)state;
    cl_arena_init(&arena, &cl_allocator_default);
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    cl_arena_free(&arena);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(as_programs_write_them),
        cmocka_unit_test(what_is_no_date),
        cmocka_unit_test(in_many_languages),
        cmocka_unit_test(in_other_calendars),
        cmocka_unit_test(day_or_month_first),
        cmocka_unit_test(from_a_day_that_is_known),
        cmocka_unit_test(several_in_one_text),
        cmocka_unit_test(told_by_its_place),
        cmocka_unit_test(weekdays_and_leap_days_of_many_years),
        cmocka_unit_test(garbage),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
