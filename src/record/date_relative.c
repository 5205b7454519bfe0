#include "record/date_reading.h"

/* A span: what is counted in months, and what in seconds. */
typedef struct span {
    int64_t months, seconds;
    bool any;
} span;

#define SPAN_MOST INT64_C(1000000000) /* more of a unit is no date */

static void add(span *s, int unit, int64_t thousandths) {
    static const int seconds[] = {0, 1, 60, 3600, 86400, 7 * 86400};
    static const int months[] = {1, 3, 12, 120};
    if (unit <= CL_UNIT_WEEK)
        s->seconds += thousandths * seconds[unit] / 1000;
    else
        s->months += thousandths * months[unit - CL_UNIT_MONTH] / 1000;
    s->any = true;
}

/* The date that lies a span after another. */
static bool move(cl_date *d, const span *s, int sign) {
    const int64_t months = d->year * INT64_C(12) + d->month - 1 + sign * s->months;
    if (months < 12 || months >= 9999 * 12)
        return false;
    d->year = (int)(months / 12);
    d->month = (int)(months % 12) + 1;
    if (d->day > cl_month_days(d->year, d->month))
        d->day = cl_month_days(d->year, d->month);
    const int hour = d->hour == CL_NO_HOUR ? 0 : d->hour;
    const int64_t at =
        cl_date_days(d->year, d->month, d->day) * 86400 + hour * 3600 + d->minute * 60 + d->second + sign * s->seconds;
    const int64_t days = at >= 0 ? at / 86400 : -((86399 - at) / 86400);
    const int64_t rest = at - days * 86400;
    if (days < cl_date_days(1, 1, 1) || days > cl_date_days(9999, 12, 31))
        return false;
    cl_date_of_days(days, d);
    if (d->hour != CL_NO_HOUR || s->seconds % 86400) {
        d->hour = (int)(rest / 3600);
        d->minute = (int)(rest / 60 % 60);
        d->second = (int)(rest % 60);
    }
    return true;
}

static void move_days(cl_date *d, int64_t days) {
    cl_date_of_days(cl_date_days(d->year, d->month, d->day) + days, d);
}

static int weekday_of(const cl_date *d) {
    return (int)((cl_date_days(d->year, d->month, d->day) % 7 + 10) % 7) + 1; /* 1970-01-01 was a Thursday */
}

/* ---- what the words say */

typedef struct relative {
    cl_date base;
    span plus, minus; /* where a sign says which */
    span unsigned_;   /* where the direction of all does */
    int direction;    /* 1 past, 2 future */
    int which;
    int weekday;
    int turn;
    bool based; /* the base is said */
    bool day;   /* as a day, without its time */
} relative;

/* The number at token i, in thousandths; *first is where it begins. -1: none. */
static int64_t amount_at(const cl_reading *r, size_t i, size_t *first) {
    const cl_token *const t = r->tokens.at;
    *first = i;
    if (t[i].used)
        return -1;
    if (t[i].kind == CL_TOKEN_WORD)
        return t[i].value[CL_MEANS_NUMBER] ? 1000 * t[i].value[CL_MEANS_NUMBER] : -1;
    if (t[i].kind != CL_TOKEN_NUMBER)
        return -1;
    if (t[i].number < 0)
        return 1000 * (SPAN_MOST + 1);
    if (i >= 2 && t[i].glued && t[i - 1].glued &&
        (cl_token_is(&r->tokens, i - 1, '.') || cl_token_is(&r->tokens, i - 1, ',')) &&
        t[i - 2].kind == CL_TOKEN_NUMBER && t[i].digits <= 3) {
        static const int scale[] = {1000, 100, 10, 1};
        *first = i - 2;
        return 1000 * (int64_t)t[i - 2].number + t[i].number * scale[t[i].digits];
    }
    return 1000 * (int64_t)t[i].number;
}

/* The number that belongs to the unit at token i: the one before it, or the one after. */
static int64_t amount_of(const cl_reading *r, size_t i, size_t *first) {
    size_t k = i;
    for (int joints = 0; k > 0 && joints < 3; joints++) {
        k--;
        const int64_t amount = amount_at(r, k, first);
        if (amount >= 0)
            return amount;
        if (r->tokens.at[k].kind == CL_TOKEN_SIGN || cl_means(r, k, CL_MEANS_UNIT))
            break;
    }
    const int64_t amount = amount_at(r, i + 1, first);
    if (amount >= 0 && !cl_means(r, i + 2, CL_MEANS_UNIT) && !cl_means(r, i + 2, CL_MEANS_UNIT_DIRECTION))
        return amount;
    *first = i;
    return -1;
}

static void take_unit(const cl_reading *r, relative *rel, size_t i, int unit, int *sign) {
    size_t first;
    int64_t amount = amount_of(r, i, &first);
    if (first > 0 && amount >= 0) {
        const char mark = r->tokens.at[first - 1].kind == CL_TOKEN_SIGN ? r->tokens.at[first - 1].sign : '\0';
        if ((mark == '-' || mark == '+') && !(first > 1 && r->tokens.at[first - 1].glued && r->tokens.at[first].glued))
            *sign = mark == '-' ? -1 : 1;
    }
    if (amount < 0 && !rel->direction && !rel->which)
        return; /* "a week" says nothing without more */
    if (amount < 0)
        amount = 1000;
    if (amount > SPAN_MOST * 1000)
        return;
    add(*sign > 0 ? &rel->plus : *sign < 0 ? &rel->minus : &rel->unsigned_, unit, amount);
}

/* The first of what is said with "this": this year, this month. */
static void begin_of(cl_date *d, int unit) {
    if (unit == CL_UNIT_YEAR)
        d->month = 1;
    if (unit == CL_UNIT_YEAR || unit == CL_UNIT_MONTH)
        d->day = 1;
}

static void take_offsets(const cl_reading *r, relative *rel, size_t i) {
    const int day = cl_means(r, i, CL_MEANS_DAY_OFFSET), unit = cl_means(r, i, CL_MEANS_UNIT_OFFSET);
    if (day && !(rel->based && cl_means(r, i, CL_MEANS_TURN))) {
        move_days(&rel->base, day - 10);
        rel->based = rel->day = true;
    } else if (unit) {
        const int offset = unit / 16 - 2;
        span s = {0, 0, false};
        add(&s, unit % 16, 1000);
        if (offset == 0)
            begin_of(&rel->base, unit % 16);
        for (int k = 0; k < (offset < 0 ? -offset : offset); k++)
            (void)move(&rel->base, &s, offset < 0 ? -1 : 1);
        rel->based = true;
    } else if (cl_means(r, i, CL_MEANS_BASE) == 3) {
        rel->based = true;
    }
    if (cl_means(r, i, CL_MEANS_TURN) && !rel->turn)
        rel->turn = cl_means(r, i, CL_MEANS_TURN);
}

/* Directions and "last", "next", wherever they stand: units are read in their light. */
static void take_directions(const cl_reading *r, relative *rel) {
    for (size_t i = 0; i < r->tokens.count; i++) {
        const int direction = cl_means(r, i, CL_MEANS_UNIT_DIRECTION) ? cl_means(r, i, CL_MEANS_UNIT_DIRECTION) / 16
                                                                      : cl_means(r, i, CL_MEANS_DIRECTION);
        if (direction && rel->direction != 1)
            rel->direction = direction;
        if (!rel->which)
            rel->which = cl_means(r, i, CL_MEANS_WHICH);
        const int base = cl_means(r, i, CL_MEANS_BASE);
        if (base == 2 && !direction && rel->direction != 1)
            rel->direction = 2;
        else if (base == 1)
            rel->direction = 1;
    }
}

static bool is_weekday(const cl_reading *r, size_t i) {
    size_t first;
    return cl_means(r, i, CL_MEANS_WEEKDAY) &&
           !(cl_means(r, i, CL_MEANS_UNIT) && i && amount_at(r, i - 1, &first) >= 0);
}

static void take_words(const cl_reading *r, relative *rel) {
    int sign = 0;
    for (size_t i = 0; i < r->tokens.count; i++) {
        if (r->tokens.at[i].kind != CL_TOKEN_WORD || r->tokens.at[i].used)
            continue;
        const int both = cl_means(r, i, CL_MEANS_UNIT_DIRECTION);
        if (is_weekday(r, i) && !rel->weekday)
            rel->weekday = cl_means(r, i, CL_MEANS_WEEKDAY);
        else if (both)
            take_unit(r, rel, i, both % 16, &sign);
        else if (cl_means(r, i, CL_MEANS_UNIT))
            take_unit(r, rel, i, cl_means(r, i, CL_MEANS_UNIT), &sign);
        else
            take_offsets(r, rel, i);
    }
}

/* The day of the week that is meant: the last one there was, unless another is said. */
static void to_weekday(relative *rel) {
    const int today = weekday_of(&rel->base);
    int days = (rel->weekday - today + 7) % 7; /* forwards */
    if (rel->based)
        days = rel->weekday - today; /* of that week */
    else if (rel->which == 3)
        days = days ? days : 7;
    else if (rel->which == 1)
        days = days ? days - 7 : -7;
    else if (rel->which != 2)
        days = days ? days - 7 : 0;
    move_days(&rel->base, days);
    rel->based = rel->day = true;
}

static bool apply(relative *rel) {
    const bool future = rel->which == 3 || (rel->direction == 2 && rel->which != 1);
    if (rel->which == 2 && rel->unsigned_.any) {
        begin_of(&rel->base, rel->unsigned_.months == 12 ? CL_UNIT_YEAR
                             : rel->unsigned_.months     ? CL_UNIT_MONTH
                                                         : CL_UNIT_DAY);
        return true;
    }
    return move(&rel->base, &rel->plus, 1) && move(&rel->base, &rel->minus, -1) &&
           move(&rel->base, &rel->unsigned_, future ? 1 : -1);
}

bool cl_read_relative(cl_reading *r, cl_dated *found) {
    relative rel = {.base = *r->known->reference};
    take_directions(r, &rel);
    if (r->date_count) {
        rel.base = r->dates[0].date;
        rel.based = true;
    }
    take_words(r, &rel);
    const bool spans = rel.plus.any || rel.minus.any || rel.unsigned_.any;
    if (r->date_count) { /* a date, and a span from there on */
        bool base = false;
        for (size_t i = 0; i < r->tokens.count; i++)
            base |= cl_means(r, i, CL_MEANS_BASE) == 1 || cl_means(r, i, CL_MEANS_BASE) == 2;
        if (!r->known->partial || r->date_count > 1 || !(rel.plus.any || rel.minus.any || (rel.unsigned_.any && base)))
            return false;
        rel.weekday = 0;
    }
    const bool timed = r->known->partial && (r->time_count || rel.turn);
    if (!spans && !rel.based && !rel.weekday && !timed)
        return false;
    if (!r->known->partial && !(rel.direction == 1 && spans) && !(rel.based && rel.day))
        return false;
    if (rel.weekday)
        to_weekday(&rel);
    if (spans && !apply(&rel))
        return false;
    if (r->time_count) {
        rel.base.hour = r->times[0].hour;
        rel.base.minute = r->times[0].minute;
        rel.base.second = r->times[0].second;
    } else if (rel.turn) {
        rel.base.hour = (rel.turn - 1) % 24;
        rel.base.minute = rel.base.second = 0;
        if (rel.turn == 25)
            move_days(&rel.base, 1);
    } else if (rel.day && (rel.plus.seconds + rel.minus.seconds + rel.unsigned_.seconds) % 86400 == 0) {
        rel.base.hour = CL_NO_HOUR;
    }
    *found = (cl_dated){.date = rel.base, .relative = true, .words = (uint16_t)r->tokens.unknown};
    return cl_date_valid(&rel.base);
}
