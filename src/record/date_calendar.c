#include "record/date_calendar.h"

int cl_month_days(int year, int month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

bool cl_date_valid(const cl_date *d) {
    return d->year >= 1 && d->year <= 9999 && d->month >= 1 && d->month <= 12 && d->day >= 1 &&
           d->day <= cl_month_days(d->year, d->month);
}

/* Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil, for the years of the common era. */
int64_t cl_date_days(int year, int month, int day) {
    const int64_t y = month <= 2 ? year - 1 : year;
    const int64_t era = y / 400, yoe = y - era * 400;
    const int64_t doy = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

/* civil_from_days, likewise. */
void cl_date_of_days(int64_t days, cl_date *d) {
    const int64_t z = days + 719468, era = z / 146097, doe = z - era * 146097;
    const int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    const int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;
    d->day = (int)(doy - (153 * mp + 2) / 5 + 1);
    d->month = (int)(mp < 10 ? mp + 3 : mp - 9);
    d->year = (int)(yoe + era * 400 + (d->month <= 2));
}

/* The years that the rule below was compared with ICU for: it is the same on every day of them. */
#define PERSIAN_FIRST 1279
#define PERSIAN_LAST  1468

static bool of_persian(int year, int month, int day, int64_t *days) {
    if (year < PERSIAN_FIRST || year > PERSIAN_LAST || day > (month <= 6 ? 31 : 30))
        return false;
    const int64_t before = month <= 7 ? 31 * (month - 1) : 30 * (month - 1) + 6;
    *days = INT64_C(365) * (year - 1) + (8 * year + 21) / 33 - 492268 + before + day - 1;
    return true;
}

/* The Umm al-Qura calendar, as ICU has it: which months of a year have 30 days, the first in the lowest bit. */
#define HIJRI_FIRST       1343
#define HIJRI_FIRST_BEGIN (-16588) /* days since 1970-01-01 */
static const uint16_t hijri_months[] = {
    0x6a9,
    0x535,
    0x25d,
    0x4bd,
    0x9ba,
    0x3b4,
    0xb69,
    0xb2a,
    0xa55,
    0x4ad,
    0xa5d,
    0x2da,
    0x6d9,
    0xeaa,
    0xe94,
    0xd2a,
    0xc56,
    0x4ae,
    0xa6d,
    0x56a,
    0xd55,
    0xd4a,
    0xa93,
    0x52b,
    0xa5b,
    0x53a,
    0x6b5,
    0xea9,
    0xd52,
    0xd29,
    0xa55,
    0x4ad,
    0x56d,
    0xaea,
    0x6e4,
    0xed1,
    0xda2,
    0xaaa,
    0x95a,
    0x2da,
    0x5b9,
    0xbb2,
    0x764,
    0x6c9,
    0x555,
    0x2ab,
    0x4db,
    0xaba,
    0x5b4,
    0xda9,
    0xd52,
    0xaa5,
    0x92d,
    0x26d,
    0x8ed,
    0x2da,
    0xad5,
    0xaa5,
    0xa4b,
    0x497,
    0x937,
    0x2b6,
    0x975,
    0xd69,
    0xd52,
    0xc95,
    0x92b,
    0x25b,
    0x4db,
    0x9d5,
    0x5d2,
    0xda5,
    0xd4a,
    0xa95,
    0x54d,
    0xaad,
    0x3aa,
    0xbd2,
    0xbc4,
    0xb89,
    0xa95,
    0x52d,
    0x5ad,
    0xb6a,
    0x6d4,
    0xdc9,
    0xd92,
    0xaa6,
    0x956,
    0x2ae,
    0x56d,
    0x36a,
    0xb55,
    0xaaa,
    0x94d,
    0x49d,
    0x95d,
    0x2ba,
    0x5b5,
    0x5aa,
    0xd55,
    0xa9a,
    0x92e,
    0x26e,
    0x55d,
    0xada,
    0x6d4,
    0x6a5,
    0xb27,
    0xa4d,
    0x4ad,
    0x56d,
    0xb5a,
    0x754,
    0xf49,
    0xe92,
    0xd26,
    0xa56,
    0x356,
    0x6b5,
    0xbaa,
    0xb92,
    0xb25,
    0x68b,
    0xa9b,
    0x55a,
    0xada,
    0x5b4,
    0xda9,
    0xb52,
    0xa9a,
    0x536,
    0x276,
    0x575,
    0xaf2,
    0x6d4,
    0x6a9,
    0x555,
    0x2ad,
    0x4bd,
    0x9ba,
    0x574,
    0xb69,
    0xb52,
    0xa95,
    0x52d,
    0xa5d,
    0x4da,
    0xad9,
    0x6b2,
    0xe95,
    0xe2a,
    0xc96,
    0x92e,
    0xaad,
    0x56a,
    0xd65,
};
#define HIJRI_COUNT ((int)(sizeof hijri_months / sizeof *hijri_months))

/* A 30th of a month of 29 days is the day after: where the moon was seen later, people wrote that. */
static bool of_hijri(int year, int month, int day, int64_t *days) {
    if (year < HIJRI_FIRST || year >= HIJRI_FIRST + HIJRI_COUNT || day > 30)
        return false;
    int64_t sum = HIJRI_FIRST_BEGIN;
    for (int y = 0; y <= year - HIJRI_FIRST; y++)
        for (int m = 0; m < (y == year - HIJRI_FIRST ? month - 1 : 12); m++)
            sum += 29 + (hijri_months[y] >> m & 1);
    *days = sum + day - 1;
    return true;
}

bool cl_calendar_convert(cl_calendar calendar, int year, int month, int day, cl_date *date) {
    int64_t days;
    if (month < 1 || month > 12 || day < 1)
        return false;
    if (calendar == CL_GREGORIAN) {
        date->year = year;
        date->month = month;
        date->day = day;
    } else if (calendar == CL_PERSIAN ? of_persian(year, month, day, &days) : of_hijri(year, month, day, &days)) {
        cl_date_of_days(days, date);
    } else {
        return false;
    }
    return cl_date_valid(date);
}
