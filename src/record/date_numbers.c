#include "record/date_reading.h"

static bool is_joint(char sign) {
    return sign == '-' || sign == '/' || sign == '.' || sign == ':' || sign == '|';
}

/* Whether a sign stands right between two numbers, as in longer runs of them (addresses, telephones, versions). */
static bool runs_on(const cl_reading *r, size_t sign) {
    const cl_token *const t = r->tokens.at;
    return sign > 0 && t[sign].kind == CL_TOKEN_SIGN && is_joint(t[sign].sign) && t[sign].glued && t[sign + 1].glued &&
           t[sign - 1].kind == CL_TOKEN_NUMBER && t[sign + 1].kind == CL_TOKEN_NUMBER;
}

/* Three numbers, the same sign between them: spaces may stand after full stops and slashes. */
static bool is_triple(const cl_reading *r, size_t i) {
    const cl_token *const t = r->tokens.at;
    for (size_t k = 0; k < 5; k++)
        if (t[i + k].used || t[i + k].kind != (k % 2 ? CL_TOKEN_SIGN : CL_TOKEN_NUMBER))
            return false;
    const char sign = t[i + 1].sign;
    if (!is_joint(sign) || t[i + 3].sign != sign)
        return false;
    const bool loose = sign == '.' || sign == '/';
    for (size_t k = 1; k < 5; k++)
        if (!t[i + k].glued && !(loose && k % 2 == 0) && sign != '|')
            return false;
    if ((i >= 2 && t[i].glued && runs_on(r, i - 1)) || t[i].digits > 4 ||
        (sign == ':' && i && t[i].glued && t[i - 1].kind == CL_TOKEN_SIGN))
        return false;
    return !(t[i + 5].kind == CL_TOKEN_SIGN && t[i + 5].sign != ':' && runs_on(r, i + 5));
}

static bool keep_triple(cl_reading *r, size_t i, int year, int month, int day, bool two_digits) {
    cl_found_date found = {.begin = i, .end = i + 5, .two_digits = two_digits};
    if (r->persian && year >= 1300 && year < 1450)
        return cl_keep_date(r, found, year, month, day, CL_PERSIAN);
    if (r->arabic && year >= 1300 && year < 1500)
        return cl_keep_date(r, found, year, month, day, CL_HIJRI);
    found.year_last = year == r->tokens.at[i + 4].number;
    return cl_keep_date(r, found, year, month, day, CL_GREGORIAN);
}

static bool read_triple(cl_reading *r, size_t i) {
    const cl_token *const t = r->tokens.at;
    if (!is_triple(r, i))
        return false;
    const int a = t[i].number, b = t[i + 2].number, c = t[i + 4].number;
    const char sign = t[i + 1].sign;
    if (t[i].digits == 4) /* a month over 12 can only be the day */
        return t[i + 2].digits <= 2 && t[i + 4].digits <= 2 &&
               (keep_triple(r, i, a, b, c, false) || (a >= 1900 && keep_triple(r, i, a, c, b, false)));
    if (t[i].digits > 2 || t[i + 2].digits > 2)
        return false;
    const bool month_first = r->order == CL_ORDER_MDY && sign != '.';
    const bool two = t[i + 4].digits <= 2;
    if (two && sign != ':' && (r->order == CL_ORDER_YMD || a > 31) && t[i].digits == 2)
        return keep_triple(r, i, a, b, c, true);
    if (two ? sign == ':' || t[i + 4].digits != 2 : t[i + 4].digits != 4)
        return false;
    return month_first ? keep_triple(r, i, c, a, b, two) || keep_triple(r, i, c, b, a, two)
                       : keep_triple(r, i, c, b, a, two) || keep_triple(r, i, c, a, b, two) ||
                             (r->arabic && two &&
                                 cl_keep_date(r, (cl_found_date){.begin = i, .end = i + 5}, 1400 + c, b, a, CL_HIJRI));
}

static int digits_at(const char *p, size_t n) {
    int value = 0;
    for (size_t i = 0; i < n; i++)
        value = value * 10 + (p[i] - '0');
    return value;
}

/* 20031231, 200312311559, 20031231155959; and 031231 where a time follows. */
static bool read_compact(cl_reading *r, size_t i) {
    const cl_token *const t = &r->tokens.at[i];
    const char *const p = r->tokens.text + t->begin;
    const bool six =
        t->digits == 6 && r->known->partial && t[1].kind == CL_TOKEN_NUMBER && cl_token_is(&r->tokens, i + 2, ':');
    if ((t->digits != 8 && t->digits != 12 && t->digits != 14 && !six) || runs_on(r, i + 1) ||
        (i >= 2 && t->glued && runs_on(r, i - 1)))
        return false;
    const int year = digits_at(p, six ? 2 : 4);
    if (!six && (year < 1900 || year > 2100))
        return false;
    const size_t after = six ? 2 : 4;
    if (!cl_keep_date(r, (cl_found_date){.begin = i, .end = i + 1, .two_digits = six}, year, digits_at(p + after, 2),
            digits_at(p + after + 2, 2), CL_GREGORIAN))
        return false;
    cl_date *const d = &r->dates[r->date_count - 1].date;
    if (t->digits >= 12 && digits_at(p + 8, 2) < 24 && digits_at(p + 10, 2) < 60) {
        d->hour = digits_at(p + 8, 2);
        d->minute = digits_at(p + 10, 2);
        d->second = t->digits == 14 && digits_at(p + 12, 2) < 60 ? digits_at(p + 12, 2) : 0;
    }
    return true;
}

void cl_read_numeric_dates(cl_reading *r) {
    for (size_t i = 0; i < r->tokens.count; i++) {
        if (!cl_is_number(r, i))
            continue;
        if (i + 5 <= r->tokens.count && read_triple(r, i))
            continue;
        (void)read_compact(r, i);
    }
}

/* 31/12, 12/31; 12/2003, 2003.12: where parts of a date will do. */
void cl_read_numeric_parts(cl_reading *r) {
    const cl_token *const t = r->tokens.at;
    for (size_t i = 0; i + 3 <= r->tokens.count && !r->date_count; i++) {
        const char sign = t[i + 1].kind == CL_TOKEN_SIGN ? t[i + 1].sign : '\0';
        if (!cl_is_number(r, i) || !cl_is_number(r, i + 2) || (sign != '/' && sign != '.' && sign != '-') ||
            !t[i + 1].glued || !t[i + 2].glued || t[i].digits > 4 || runs_on(r, i + 3) || (i && runs_on(r, i - 1)))
            continue;
        const int a = t[i].number, b = t[i + 2].number;
        const cl_found_date found = {.begin = i, .end = i + 3};
        if (t[i].digits == 4 && t[i + 2].digits <= 2)
            (void)cl_keep_date(r, found, a, b, 1, CL_GREGORIAN);
        else if (t[i + 2].digits == 4 && t[i].digits <= 2)
            (void)cl_keep_date(r, found, b, a, 1, CL_GREGORIAN);
        else if (r->known->reference && sign == '/' && t[i].digits <= 2 && t[i + 2].digits <= 2) {
            const bool month_first = (r->order == CL_ORDER_MDY && a <= 12) || b > 12;
            const int month = month_first ? a : b, day = month_first ? b : a;
            if (month >= 1 && month <= 12)
                (void)cl_keep_date(r, found, cl_year_without(r->known, month, day), month, day, CL_GREGORIAN);
        }
    }
}
