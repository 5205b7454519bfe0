#include "record/fields.h"
#include "record/string.h"

#include <stdio.h>

typedef struct date {
    int year, month, day;
    int hour, minute, second; /* hour -1: none */
    int zone;                 /* minutes east of Greenwich; NO_ZONE: none */
} date;

#define NO_ZONE 10000

typedef struct scan {
    const char *p;
    const char *end;
} scan;

/* Reads a number of `min` to `max` digits; -1 where there is none. */
static int number(scan *s, int min, int max) {
    int value = 0, n = 0;
    const char *p = s->p;
    while (p < s->end && n < max && *p >= '0' && *p <= '9') {
        value = value * 10 + (*p++ - '0');
        n++;
    }
    if (n < min)
        return -1;
    s->p = p;
    return value;
}

static bool skip(scan *s, char c) {
    if (s->p == s->end || cl_ascii_lower(*s->p) != c)
        return false;
    s->p++;
    return true;
}

static void skip_spaces(scan *s) {
    while (s->p < s->end && cl_is_space(*s->p))
        s->p++;
}

/* Z, +02:00, +0200, +02, GMT, UTC. */
static void read_zone(scan *s, date *d) {
    skip_spaces(s);
    if (s->p == s->end)
        return;
    const cl_slice left = cl_slice_of(s->p, (size_t)(s->end - s->p));
    if (cl_ascii_lower(*s->p) == 'z' || cl_begins(left, CL_SLICE("GMT")) || cl_begins(left, CL_SLICE("UTC"))) {
        d->zone = 0;
        return;
    }
    const int sign = *s->p == '+' ? 1 : *s->p == '-' ? -1 : 0;
    if (!sign)
        return;
    s->p++;
    const int hours = number(s, 2, 2);
    (void)skip(s, ':');
    const int minutes = hours < 0 ? -1 : number(s, 2, 2);
    if (hours >= 0 && hours <= 14)
        d->zone = sign * (hours * 60 + (minutes > 0 && minutes < 60 ? minutes : 0));
}

/* 10:00, 10:00:30, 10:00:30.123, 10:00 PM, and the zone. */
static void read_time(scan *s, date *d) {
    const scan before = *s;
    const int hour = number(s, 1, 2);
    if (hour < 0 || hour > 24 || !skip(s, ':')) {
        *s = before;
        return;
    }
    const int minute = number(s, 2, 2);
    if (minute < 0 || minute > 59)
        return;
    d->hour = hour;
    d->minute = minute;
    d->second = 0;
    if (skip(s, ':')) {
        const int second = number(s, 2, 2);
        d->second = second >= 0 && second < 60 ? second : 0;
        if (skip(s, '.') || skip(s, ','))
            (void)number(s, 1, 9);
    }
    skip_spaces(s);
    if (s->end - s->p >= 2 && cl_ascii_lower(s->p[1]) == 'm' &&
        (cl_ascii_lower(*s->p) == 'p' || cl_ascii_lower(*s->p) == 'a')) {
        if (cl_ascii_lower(*s->p) == 'p' && d->hour < 12)
            d->hour += 12;
        else if (cl_ascii_lower(*s->p) == 'a' && d->hour == 12)
            d->hour = 0;
        s->p += 2;
    }
    read_zone(s, d);
}

static int month_named(scan *s) {
    static const char months[] = "janfebmaraprmayjunjulaugsepoctnovdec";
    if (s->end - s->p < 3)
        return -1;
    for (int i = 0; i < 12; i++)
        if (cl_begins(cl_slice_of(s->p, 3), cl_slice_of(months + 3 * i, 3))) {
            while (s->p < s->end && cl_ascii_lower(*s->p) >= 'a' && cl_ascii_lower(*s->p) <= 'z')
                s->p++;
            (void)skip(s, '.');
            return i + 1;
        }
    return -1;
}

static void skip_marks(scan *s) {
    while (s->p < s->end && (cl_is_space(*s->p) || *s->p == ',' || *s->p == '-'))
        s->p++;
}

/* 2024-05-01, 2024/05/01, 2024.05.01, 20240501, and the time. */
static bool read_iso(scan s, date *d) {
    d->year = number(&s, 4, 4);
    if (d->year < 0)
        return false;
    const char mark = s.p < s.end ? *s.p : '\0';
    if (mark == '-' || mark == '/' || mark == '.') {
        s.p++;
        d->month = number(&s, 1, 2);
        if (!skip(&s, mark))
            return false;
        d->day = number(&s, 1, 2);
    } else {
        d->month = number(&s, 2, 2);
        d->day = d->month < 0 ? -1 : number(&s, 2, 2);
    }
    if (!skip(&s, 't'))
        skip_marks(&s);
    read_time(&s, d);
    return true;
}

/* RFC 5322 and English: "Tue, 03 Sep 2024 10:00:00 GMT", "September 3, 2024", "Tue Sep 03 2024". */
static bool read_english(scan s, date *d) {
    d->day = -1;
    d->month = -1;
    for (int words = 0; words < 4 && s.p < s.end && (d->day < 0 || d->month < 0); words++) {
        skip_marks(&s);
        const int day = d->day < 0 ? number(&s, 1, 2) : -1;
        if (day > 0) {
            d->day = day;
            while (s.p < s.end && cl_ascii_lower(*s.p) >= 'a' && cl_ascii_lower(*s.p) <= 'z')
                s.p++; /* 1st, 2nd */
            continue;
        }
        const int month = d->month < 0 ? month_named(&s) : -1;
        if (month > 0) {
            d->month = month;
            continue;
        }
        while (s.p < s.end && !cl_is_space(*s.p) && *s.p != ',')
            s.p++; /* the day of the week */
    }
    skip_marks(&s);
    d->year = number(&s, 4, 4);
    skip_marks(&s);
    read_time(&s, d);
    return d->day > 0 && d->month > 0;
}

/* Seconds or milliseconds since 1970. */
static bool read_epoch(cl_slice text, date *d) {
    if (text.size != 10 && text.size != 13)
        return false;
    int64_t seconds = 0;
    for (size_t i = 0; i < 10; i++) {
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
        seconds = seconds * 10 + (text.data[i] - '0');
    }
    const int64_t days = seconds / 86400, rest = seconds % 86400;
    /* Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days, for days after 1970 */
    const int64_t z = days + 719468, era = z / 146097, doe = z - era * 146097;
    const int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    const int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;
    d->day = (int)(doy - (153 * mp + 2) / 5 + 1);
    d->month = (int)(mp < 10 ? mp + 3 : mp - 9);
    d->year = (int)(yoe + era * 400 + (d->month <= 2));
    d->hour = (int)(rest / 3600);
    d->minute = (int)(rest / 60 % 60);
    d->second = (int)(rest % 60);
    d->zone = 0;
    return true;
}

static bool valid(const date *d) {
    static const int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return d->year >= 1900 && d->year < 2200 && d->month >= 1 && d->month <= 12 && d->day >= 1 &&
           d->day <= days[d->month - 1];
}

cl_slice cl_date_iso(cl_slice text, cl_arena *arena, bool *failed) {
    text = cl_slice_trim(text);
    const scan s = {text.data, text.data ? text.data + text.size : NULL};
    date d = {.hour = -1, .zone = NO_ZONE};
    if (!text.size || !((read_iso(s, &d) && valid(&d)) ||
                          (d = (date){.hour = -1, .zone = NO_ZONE}, read_english(s, &d) && valid(&d)) ||
                          (d = (date){.hour = -1, .zone = NO_ZONE}, read_epoch(text, &d) && valid(&d))))
        return CL_SLICE_NONE;
    char out[64];
    int size = snprintf(out, sizeof out, "%04d-%02d-%02d", d.year, d.month, d.day);
    if (d.hour >= 0)
        size += snprintf(out + size, sizeof out - (size_t)size, "T%02d:%02d:%02d", d.hour % 24, d.minute, d.second);
    if (d.hour >= 0 && d.zone == 0)
        size += snprintf(out + size, sizeof out - (size_t)size, "Z");
    else if (d.hour >= 0 && d.zone != NO_ZONE)
        size += snprintf(out + size, sizeof out - (size_t)size, "%c%02d:%02d", d.zone < 0 ? '-' : '+',
            (d.zone < 0 ? -d.zone : d.zone) / 60, (d.zone < 0 ? -d.zone : d.zone) % 60);
    const cl_slice copy = cl_arena_copy(arena, cl_slice_of(out, (size_t)size));
    *failed |= copy.data == NULL;
    return copy;
}

/* The <time> that stands nearest after the headline, or before the body where there is none. */
static cl_slice visible_time(cl_making *m, bool modified) {
    const uint32_t headline = m->labels->headline;
    cl_slice best = CL_SLICE_NONE;
    uint32_t best_distance = UINT32_MAX;
    for (size_t i = 0; i < m->data->time_count; i++) {
        const cl_time_value *const t = &m->data->times[i];
        if (t->modified != modified && !(t->published && !modified))
            continue;
        const cl_box *const core = &m->blocks->boxes.at[m->labels->body_box];
        const uint32_t from = headline != CL_NO_BLOCK ? headline : core->first_block;
        uint32_t distance = t->block >= from ? t->block - from : 2 * (from - t->block) + 4;
        if (t->published)
            distance /= 4;
        if (distance > 60 || distance >= best_distance)
            continue;
        const cl_slice iso = cl_date_iso(t->value, m->arena, &m->failed);
        if (!iso.size)
            continue;
        best = iso;
        best_distance = distance;
    }
    return best;
}

/* A block that is marked as the date and holds one in a way of writing that machines have. */
static cl_slice visible_date(cl_making *m) {
    const uint32_t from =
        m->labels->headline != CL_NO_BLOCK ? m->labels->headline : m->blocks->boxes.at[m->labels->body_box].first_block;
    for (uint32_t i = from; i < m->labels->list.count && i < from + 20; i++) {
        const cl_block *const b = &m->blocks->list.at[i];
        const cl_slice iso = m->labels->list.at[i].role == CL_ROLE_DATE && b->text.size < 80
                                 ? cl_date_iso(b->text, m->arena, &m->failed)
                                 : CL_SLICE_NONE;
        if (iso.size)
            return iso;
    }
    return CL_SLICE_NONE;
}

static void make_date(cl_making *m, cl_slice json_name, cl_meta meta, bool modified, cl_slice *to, cl_origin *from) {
    const cl_meta_value said = m->data->meta[meta];
    const struct {
        cl_slice date;
        cl_origin from;
    } found[] = {{cl_date_iso(cl_page_data_json(m->data, json_name, m->arena, &m->failed), m->arena, &m->failed),
                     CL_FROM_JSON_LD},
        {cl_date_iso(said.value, m->arena, &m->failed), said.item ? CL_FROM_MICRODATA : CL_FROM_META},
        {visible_time(m, modified), CL_FROM_VISIBLE}, {modified ? CL_SLICE_NONE : visible_date(m), CL_FROM_VISIBLE}};
    for (size_t i = 0; i < sizeof found / sizeof *found; i++)
        if (found[i].date.size) {
            *to = found[i].date;
            *from = found[i].from;
            return;
        }
}

void cl_make_dates(cl_making *m) {
    cl_record *const r = m->record;
    make_date(m, CL_SLICE("datePublished"), CL_META_PUBLISHED, false, &r->published, &r->from.published);
    if (!r->published.size)
        make_date(m, CL_SLICE("dateCreated"), CL_META_PUBLISHED, false, &r->published, &r->from.published);
    make_date(m, CL_SLICE("dateModified"), CL_META_MODIFIED, true, &r->modified, &r->from.modified);
}
