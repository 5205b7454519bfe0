#include "record/date_reading.h"
#include "record/string.h"

/* Names of zones that mean one thing nearly everywhere they are written; minutes east of Greenwich. */
static const struct {
    char name[6];
    int16_t minutes;
} zones[] = {{"z", 0}, {"gmt", 0}, {"utc", 0}, {"ut", 0}, {"wet", 0}, {"west", 60}, {"bst", 60}, {"cet", 60},
    {"mez", 60}, {"cest", 120}, {"mesz", 120}, {"eet", 120}, {"eest", 180}, {"msk", 180}, {"trt", 180}, {"sast", 120},
    {"wat", 60}, {"eat", 180}, {"gst", 240}, {"pkt", 300}, {"ist", 330}, {"wib", 420}, {"wita", 480}, {"wit", 540},
    {"sgt", 480}, {"hkt", 480}, {"jst", 540}, {"kst", 540}, {"aest", 600}, {"aedt", 660}, {"acst", 570}, {"awst", 480},
    {"nzst", 720}, {"nzdt", 780}, {"brt", -180}, {"art", -180}, {"clt", -240}, {"est", -300}, {"edt", -240},
    {"cst", -360}, {"cdt", -300}, {"mst", -420}, {"mdt", -360}, {"pst", -480}, {"pdt", -420}, {"akst", -540},
    {"hst", -600}, {"et", -300}, {"pt", -480}};

static bool zone_named(cl_slice word, int *minutes) {
    for (size_t i = 0; i < sizeof zones / sizeof *zones; i++)
        if (cl_slice_equal(word, cl_slice_z(zones[i].name))) {
            *minutes = zones[i].minutes;
            return true;
        }
    return false;
}

/* +02:00, +0200, +02, -5, that begins at token i; where it ends. */
static size_t read_offset(const cl_reading *r, size_t i, bool sure, int *zone) {
    const cl_token *const t = r->tokens.at;
    const int sign = cl_token_is(&r->tokens, i, '+') ? 1 : cl_token_is(&r->tokens, i, '-') ? -1 : 0;
    if (!sign || t[i + 1].kind != CL_TOKEN_NUMBER || !t[i + 1].glued || t[i + 1].digits > 4)
        return i;
    int hours = t[i + 1].number, minutes = 0;
    size_t end = i + 2;
    if (t[i + 1].digits > 2) {
        minutes = hours % 100;
        hours /= 100;
    } else if (cl_token_is(&r->tokens, i + 2, ':') && t[i + 3].kind == CL_TOKEN_NUMBER && t[i + 3].digits == 2) {
        minutes = t[i + 3].number;
        end = i + 4;
    } else if (sign < 0 && !sure) {
        return i; /* from one time to another */
    }
    if (hours > 14 || minutes % 15 != 0)
        return i;
    *zone = sign * (hours * 60 + minutes);
    return end;
}

/* The zone after a time; where it ends. */
static size_t read_zone(const cl_reading *r, size_t i, int *zone) {
    const size_t end = read_offset(r, i, false, zone);
    if (end != i)
        return end;
    if (r->tokens.at[i].kind == CL_TOKEN_SIGN && r->tokens.at[i].sign == '(')
        i++;
    if (r->tokens.at[i].kind != CL_TOKEN_WORD || !zone_named(cl_token_text(&r->tokens, i), zone))
        return end;
    return read_offset(r, i + 1, true, zone); /* GMT+8 */
}

static bool keep_time(cl_reading *r, cl_found_time time, int half) {
    if (half == 2 && time.hour < 12)
        time.hour += 12;
    else if (half == 1 && time.hour == 12)
        time.hour = 0;
    if (time.hour > 24 || time.minute > 59 || r->time_count == CL_TIMES_FOUND)
        return false;
    time.hour %= 24;
    time.zone = CL_NO_ZONE;
    time.end = read_zone(r, time.end, &time.zone);
    for (size_t i = time.begin; i < time.end; i++)
        r->tokens.at[i].used = true;
    r->times[r->time_count++] = time;
    return true;
}

/* The half of the day that is said after (or in Eastern Asia before) a time; takes its token. */
static int read_half(const cl_reading *r, cl_found_time *time) {
    int half = cl_means(r, time->end, CL_MEANS_HALF);
    if (half) {
        time->end++;
        return half;
    }
    half = time->begin ? cl_means(r, time->begin - 1, CL_MEANS_HALF) : 0;
    if (half)
        time->begin--;
    return half;
}

/* 12:30, 12:30:15, 12:30:15.123 */
static bool read_colons(cl_reading *r, size_t i) {
    const cl_token *const t = r->tokens.at;
    if (t[i].digits > 2 || !cl_token_is(&r->tokens, i + 1, ':') || !t[i + 1].glued || !cl_is_number(r, i + 2) ||
        t[i + 2].digits > 2 || !t[i + 2].glued)
        return false;
    cl_found_time time = {i, i + 3, t[i].number, t[i + 2].number, 0, 0};
    if (cl_token_is(&r->tokens, i + 3, ':') && cl_is_number(r, i + 4) && t[i + 4].glued && t[i + 4].digits <= 2) {
        time.second = t[i + 4].number < 60 ? t[i + 4].number : 0;
        time.end = i + 5;
        if (t[i + 5].kind == CL_TOKEN_SIGN && (t[i + 5].sign == '.' || t[i + 5].sign == ',') && t[i + 5].glued &&
            cl_is_number(r, i + 6) && t[i + 6].glued)
            time.end = i + 7;
    }
    const int half = read_half(r, &time);
    return keep_time(r, time, half);
}

/* Whether the hours at token i are a span of time, as in "2 h ago": it can be, and the text has no other date. */
static bool is_span(const cl_reading *r, size_t i) {
    if (!cl_means(r, i + 1, CL_MEANS_UNIT) || r->date_count)
        return false;
    bool span = r->tokens.count <= 3;
    for (size_t k = 0; k < r->tokens.count; k++) {
        if (cl_means(r, k, CL_MEANS_MONTH) || cl_means(r, k, CL_MEANS_DAY_OFFSET) || cl_means(r, k, CL_MEANS_WEEKDAY))
            return false;
        span |= cl_means(r, k, CL_MEANS_DIRECTION) || cl_means(r, k, CL_MEANS_UNIT_DIRECTION) ||
                (k < i && cl_means(r, k, CL_MEANS_UNIT));
    }
    return span;
}

/* 12h30, 12 Uhr, 12時30分; where they are no span of time. */
static bool read_marked(cl_reading *r, size_t i) {
    const cl_token *const t = r->tokens.at;
    if (t[i].digits > 2 || cl_means(r, i + 1, CL_MEANS_MARK) != CL_MARKS_HOUR)
        return false;
    cl_found_time time = {i, i + 2, t[i].number, 0, 0, 0};
    if (cl_is_number(r, i + 2) && t[i + 2].digits <= 2 && t[i + 2].number < 60) {
        const bool minutes = cl_means(r, i + 3, CL_MEANS_MARK) == CL_MARKS_MINUTE;
        if (minutes || t[i + 2].glued) {
            time.minute = t[i + 2].number;
            time.end = minutes ? i + 4 : i + 3;
        }
    }
    const int half = read_half(r, &time);
    return (half || !is_span(r, i)) && keep_time(r, time, half);
}

/* 9 pm, 9.30 pm, 12.16 pm; and 13.12 after a date of numbers. */
static bool read_half_hours(cl_reading *r, size_t i) {
    const cl_token *const t = r->tokens.at;
    if (t[i].digits > 2)
        return false;
    cl_found_time time = {i, i + 1, t[i].number, 0, 0, 0};
    if (cl_token_is(&r->tokens, i + 1, '.') && t[i + 1].glued && cl_is_number(r, i + 2) && t[i + 2].glued &&
        t[i + 2].digits == 2 && !(cl_token_is(&r->tokens, i + 3, '.') && cl_is_number(r, i + 4))) {
        time.minute = t[i + 2].number;
        time.end = i + 3;
    }
    const bool dotted = time.end == i + 3;
    const bool dated = dotted && r->date_count == 1 && (i == r->dates[0].end || i == r->dates[0].end + 1);
    const bool marked = dotted && cl_means(r, i + 3, CL_MEANS_MARK) == CL_MARKS_HOUR;
    const int half = cl_means(r, time.end, CL_MEANS_HALF);
    if (!half && !dated && !marked)
        return false;
    time.end += half || marked;
    return keep_time(r, time, half);
}

void cl_read_times(cl_reading *r) {
    for (size_t i = 0; i < r->tokens.count; i++)
        if (cl_is_number(r, i) && !read_colons(r, i) && !read_marked(r, i))
            (void)read_half_hours(r, i);
}
