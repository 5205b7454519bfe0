#include "record/date_reading.h"
#include "record/string.h"

typedef struct number {
    size_t at; /* token; SIZE_MAX: none */
    int day;   /* 0: it can't be one */
    int year;  /* -1: it can't be one */
    bool two_digits;
} number;

static const number none = {SIZE_MAX, 0, -1, false};

static bool is_slash(const cl_reading *r, size_t i) {
    return r->tokens.at[i].kind == CL_TOKEN_SIGN && r->tokens.at[i].sign == '/';
}

/* The month by its other name: "4 آذار/مارس 2025". */
static bool is_same_month(const cl_reading *r, size_t i) {
    const int month = cl_means(r, i, CL_MEANS_MONTH);
    return month && ((i >= 2 && is_slash(r, i - 1) && cl_means(r, i - 2, CL_MEANS_MONTH) == month) ||
                        (is_slash(r, i + 1) && cl_means(r, i + 2, CL_MEANS_MONTH) == month));
}

/* What stands between the parts of a date and means nothing. */
static bool is_joint(const cl_reading *r, size_t i) {
    const cl_token *const t = &r->tokens.at[i];
    if (is_same_month(r, i))
        return true;
    if (t->kind == CL_TOKEN_SIGN)
        return t->sign == '.' || t->sign == ',' || t->sign == '-' || t->sign == '/' || t->sign == '[' || t->sign == ']';
    if (t->kind != CL_TOKEN_WORD)
        return false;
    if (t->value[CL_MEANS_MONTH] || t->value[CL_MEANS_HALF] || t->value[CL_MEANS_SAID])
        return false;
    const int mark = t->value[CL_MEANS_MARK];
    return mark == CL_MARKS_YEAR || mark == CL_MARKS_DAY || mark == CL_MARKS_MONTH || t->value[CL_MEANS_WEEKDAY] ||
           t->size <= 4;
}

static number number_at(const cl_reading *r, size_t i) {
    number n = {i, 0, -1, false};
    const cl_token *const t = &r->tokens.at[i];
    if (t->kind == CL_TOKEN_NUMBER) {
        n.day = t->digits <= 2 && t->number >= 1 && t->number <= 31 && !t->quoted ? t->number : 0;
        n.year = cl_year_of(r, i, &n.two_digits);
    } else {
        n.day = t->value[CL_MEANS_ORDINAL] ? t->value[CL_MEANS_ORDINAL] : t->value[CL_MEANS_NUMBER];
    }
    return n;
}

static bool is_number(const cl_reading *r, size_t i) {
    return cl_is_number(r, i) || (r->tokens.at[i].kind == CL_TOKEN_WORD && !r->tokens.at[i].used &&
                                     (cl_means(r, i, CL_MEANS_ORDINAL) || cl_means(r, i, CL_MEANS_NUMBER) > 1));
}

#define JOINTS_MAX 4

static number before(const cl_reading *r, size_t i) {
    for (int joints = 0; i > 0 && joints <= JOINTS_MAX; joints++) {
        i--;
        if (is_number(r, i))
            return number_at(r, i);
        if (r->tokens.at[i].used || !is_joint(r, i))
            break;
    }
    return none;
}

/* The next number; a time may stand between where that is said. */
static number after(const cl_reading *r, size_t i, bool over_time) {
    for (int joints = 0; r->tokens.at[i].kind != CL_TOKEN_END && joints <= JOINTS_MAX; i++) {
        if (is_number(r, i))
            return number_at(r, i);
        if (over_time && r->tokens.at[i].used)
            continue;
        if (r->tokens.at[i].used || !is_joint(r, i))
            break;
        joints++;
    }
    return none;
}

static bool keep(cl_reading *r, size_t month_at, int month, cl_calendar calendar, number day, number year) {
    size_t begin = month_at, end = month_at + 1;
    const number *const parts[] = {&day, &year};
    for (size_t i = 0; i < 2; i++) {
        if (parts[i]->at < begin)
            begin = parts[i]->at;
        if (parts[i]->at != SIZE_MAX && parts[i]->at + 1 > end)
            end = parts[i]->at + 1;
    }
    const cl_found_date found = {.begin = begin, .end = end, .two_digits = year.two_digits};
    if (calendar == CL_GREGORIAN && year.year >= 1 && year.at != SIZE_MAX &&
        cl_means(r, year.at + 1, CL_MEANS_ERA) == CL_ERA_COMMON) {
        cl_found_date early = found;
        early.two_digits = false; /* the year 88 */
        return cl_keep_date(r, early, r->tokens.at[year.at].number, month, day.day, calendar);
    }
    return cl_keep_date(r, found, year.year, month, day.day, calendar);
}

/* Whether two digits after the day and the month are a year: in a date written with signs or an apostrophe, or where
 * partial dates are read as well. */
static bool is_short_year(const cl_reading *r, const number *n) {
    if (!n->two_digits)
        return true;
    const size_t next = n->at + 1;
    if (cl_means(r, next, CL_MEANS_HALF) || cl_means(r, next, CL_MEANS_UNIT) > CL_UNIT_SECOND)
        return cl_means(r, next, CL_MEANS_MARK) == CL_MARKS_YEAR;
    /* "4 มี.ค. 68": no hour, and no day of a month. */
    const bool thai = cl_begins(r->known->language, CL_SLICE("th")) && n->year > 31;
    if (r->known->partial || r->tokens.at[n->at].quoted || thai)
        return true;
    return n->at >= 2 && r->tokens.at[n->at].glued && r->tokens.at[n->at - 1].kind == CL_TOKEN_SIGN;
}

/* "June 11-15": the second number is a day as well, no year. */
static bool is_range(const cl_reading *r, size_t month_at, number from, number to) {
    return to.two_digits && to.day > from.day && from.at == month_at + 1 && to.at == from.at + 2 &&
           cl_token_is(&r->tokens, from.at + 1, '-');
}

static bool read_month(cl_reading *r, size_t i, int month, cl_calendar calendar) {
    const number left = before(r, i), right = after(r, i + 1, false);
    number far_right = right.at != SIZE_MAX && right.day ? after(r, right.at + 1, true) : none;
    if (far_right.at != SIZE_MAX && is_range(r, i, right, far_right)) {
        far_right = after(r, far_right.at + 1, true);
        if (far_right.two_digits)
            far_right = none;
    }
    if (left.day && r->order == CL_ORDER_YMD && left.two_digits && right.day && r->known->partial && far_right.year < 0)
        return keep(r, i, month, calendar, right, left);
    if (left.day && right.year >= 0 && !right.two_digits)
        return keep(r, i, month, calendar, left, right);
    if (right.day && far_right.year >= 0 && (!far_right.two_digits || is_short_year(r, &far_right)) &&
        !(left.day && far_right.two_digits))
        return keep(r, i, month, calendar, right, far_right);
    if (left.year >= 0 && !left.two_digits && right.day)
        return keep(r, i, month, calendar, right, left);
    if (left.day && right.year >= 0 && is_short_year(r, &right))
        return keep(r, i, month, calendar, left, right);
    if (left.day) {
        const number far_left = before(r, left.at);
        if (far_left.year >= 0 && !far_left.two_digits)
            return keep(r, i, month, calendar, left, far_left);
        const number late = after(r, i + 1, true); /* the time stands before the year */
        if (late.year >= 0 && !late.two_digits)
            return keep(r, i, month, calendar, left, late);
    }
    return false;
}

/* Days without a year, months without a day. */
static bool read_part(cl_reading *r, size_t i, int month, cl_calendar calendar) {
    const number left = before(r, i), right = after(r, i + 1, false);
    const cl_date *const reference = r->known->reference;
    if (left.at != SIZE_MAX && !left.day && (left.year < 0 || left.two_digits))
        return false; /* 32 January */
    if (r->known->partial && (right.year >= 0 || left.year >= 0) && !(left.day || right.day)) {
        number first = none;
        first.day = 1;
        return keep(r, i, month, calendar, first, right.year >= 0 ? right : left);
    }
    if (!reference || calendar != CL_GREGORIAN)
        return false;
    number day = left.day ? left : right.day ? right : none;
    if (!day.day) {
        if (!r->known->partial)
            return false;
        day.day = 1;
    }
    number year = none;
    year.year = cl_year_without(r->known, month, day.day);
    return keep(r, i, month, calendar, day, year);
}

static int first_year_of(int era) {
    switch (era) {
    case CL_ERA_REIWA:
        return 2018;
    case CL_ERA_HEISEI:
        return 1988;
    case CL_ERA_SHOWA:
        return 1925;
    case CL_ERA_TAISHO:
        return 1911;
    case CL_ERA_MEIJI:
        return 1867;
    case CL_ERA_MINGUO:
        return 1911;
    default:
        return 0;
    }
}

/* 2003年12月31日, 令和5年5月1日, 12月31日 */
static bool read_marked(cl_reading *r, size_t i) {
    size_t at = i;
    const cl_token *const t = r->tokens.at;
    cl_found_date found = {.begin = i};
    int year = -1;
    if (cl_means(r, at + 1, CL_MEANS_MARK) == CL_MARKS_YEAR) {
        const int era = at ? first_year_of(cl_means(r, at - 1, CL_MEANS_ERA)) : 0;
        year = era ? era + t[at].number : cl_year_of(r, at, &found.two_digits);
        found.two_digits &= !era;
        at += 2;
        while (t[at].kind == CL_TOKEN_SIGN && (t[at].sign == ',' || t[at].sign == '.'))
            at++;
        if (year < 0 || !cl_is_number(r, at))
            return false;
    }
    if (cl_means(r, at + 1, CL_MEANS_MARK) != CL_MARKS_MONTH || !is_number(r, at + 2) || t[at].digits > 2)
        return false;
    const number day = number_at(r, at + 2);
    const bool marked = cl_means(r, at + 3, CL_MEANS_MARK) == CL_MARKS_DAY;
    found.end = at + 3 + marked;
    if (year >= 0)
        return cl_keep_date(r, found, year, t[at].number, day.day, CL_GREGORIAN);
    /* as in Vietnamese: 31 tháng 12 năm 2003 */
    const number late = after(r, at + 3, false);
    if (late.year >= 0 && !late.two_digits && !marked) {
        found.end = late.at + 1;
        return cl_keep_date(r, found, late.year, day.day, t[at].number, CL_GREGORIAN);
    }
    if (!r->known->reference || !marked)
        return false;
    return cl_keep_date(
        r, found, cl_year_without(r->known, t[at].number, day.day), t[at].number, day.day, CL_GREGORIAN);
}

static cl_calendar calendar_of(const cl_reading *r, size_t i, int *month) {
    static const struct {
        cl_word_means kind;
        cl_calendar calendar;
    } kinds[] = {{CL_MEANS_PERSIAN, CL_PERSIAN}, {CL_MEANS_HIJRI, CL_HIJRI}, {CL_MEANS_MONTH, CL_GREGORIAN}};
    for (size_t k = 0; k < 3; k++) {
        *month = r->tokens.at[i].used ? 0 : cl_means(r, i, kinds[k].kind);
        if (*month)
            return kinds[k].calendar;
    }
    return CL_GREGORIAN;
}

void cl_read_named_dates(cl_reading *r) {
    int month;
    for (size_t i = 0; i < r->tokens.count; i++) {
        if (cl_is_number(r, i)) {
            (void)read_marked(r, i);
            continue;
        }
        const cl_calendar calendar = calendar_of(r, i, &month);
        if (month)
            (void)read_month(r, i, month, calendar);
    }
    for (size_t i = 0; i < r->tokens.count && !r->date_count; i++) {
        const cl_calendar calendar = calendar_of(r, i, &month);
        if (month)
            (void)read_part(r, i, month, calendar);
    }
}
