#include "record/date.h"
#include "record/date_mentions.h"
#include "record/date_script.h"

cl_slice cl_date_iso(cl_slice text, cl_arena *arena, bool *failed) {
    static const cl_date_known known = {.reference = NULL};
    cl_date date;
    return text.size && cl_date_read(text, &known, &date) ? cl_date_write(&date, arena, failed) : CL_SLICE_NONE;
}

static cl_origin origin_of(const cl_making *m, const cl_mention *mention) {
    if (m->record->source.kind == CUTLINE_KIND_TEXT)
        return CL_FROM_TEXT;
    if (mention->item)
        return CL_FROM_MICRODATA;
    switch ((cl_date_source)mention->source) {
    case CL_DATE_JSON_STORY:
    case CL_DATE_JSON_PAGE:
    case CL_DATE_JSON_CREATED:
    case CL_DATE_JSON_OTHER:
    case CL_DATE_MODIFIED_JSON:
        return CL_FROM_JSON_LD;
    case CL_DATE_META:
    case CL_DATE_META_COMMON:
    case CL_DATE_META_VAGUE:
    case CL_DATE_MODIFIED_META:
    case CL_DATE_URL:
    case CL_DATE_TITLE:
        return CL_FROM_META;
    default:
        return CL_FROM_VISIBLE;
    }
}

/* How much a mention tells: the day, the time, the zone. */
static int detail(const cl_date *d) {
    return d->hour == CL_NO_HOUR ? 0 : d->zone == CL_NO_ZONE ? 1 : 2;
}

#define POINTS_LEAST (-12) /* of a date that is taken: measured, see docs/record.md */

static const cl_mention *best_of(const cl_mentions *mentions) {
    const cl_mention *best = NULL;
    for (size_t i = 0; i < mentions->count; i++) {
        const cl_mention *const a = &mentions->at[i];
        if (!cl_is_modified(a) && a->points >= POINTS_LEAST && (!best || a->points > best->points))
            best = a;
    }
    return best;
}

/* Of the mentions of the best one's day the one that tells most; machines' before people's. */
static const cl_mention *fullest_of(const cl_mentions *mentions, const cl_mention *best) {
    const cl_mention *full = best;
    for (size_t i = 0; i < mentions->count; i++) {
        const cl_mention *const a = &mentions->at[i];
        if (a->day != best->day || a->points < POINTS_LEAST || cl_is_modified(a))
            continue;
        const int more = detail(&a->date) - detail(&full->date);
        if (more > 0 || (more == 0 && a->source < full->source))
            full = a;
    }
    return full;
}

/* A time in UTC of which the page shows another day: in the page's zone, which the time that is shown gives away; or
 * the day alone where none is. */
static void to_shown_day(const cl_mentions *mentions, const cl_mention *a, cl_date *date) {
    const int utc = date->hour * 60 + date->minute;
    const int second = date->second;
    cl_date_of_days(a->day, date);
    const int64_t days = a->day - cl_date_days(a->date.year, a->date.month, a->date.day);
    for (size_t i = 0; i < mentions->count; i++) {
        const cl_mention *const b = &mentions->at[i];
        if (b->source != CL_DATE_VISIBLE || b->day != a->day || b->date.hour == CL_NO_HOUR || !b->near_headline)
            continue;
        const int zone = (int)days * 1440 + b->date.hour * 60 + b->date.minute - utc;
        if (zone % 15 != 0 || zone < -12 * 60 || zone > 14 * 60)
            continue;
        date->hour = b->date.hour;
        date->minute = b->date.minute;
        date->second = second;
        date->zone = zone;
        return;
    }
    date->hour = CL_NO_HOUR;
    date->minute = date->second = 0;
    date->zone = CL_NO_ZONE;
}

static void make_published(cl_making *m, const cl_mentions *mentions) {
    const cl_mention *const best = best_of(mentions);
    cl_date told;
    if (!best && cl_date_in_scripts(m, &told)) {
        m->record->published = cl_date_write(&told, m->arena, &m->failed);
        m->record->from.published = CL_FROM_STATE;
    }
    if (!best)
        return;
    const cl_mention *const full = fullest_of(mentions, best);
    cl_date date = full->date;
    if (full->moved)
        to_shown_day(mentions, full, &date);
    m->record->published = cl_date_write(&date, m->arena, &m->failed);
    m->record->from.published = origin_of(m, full);
}

#define MODIFIED_DISTANCE 60 /* blocks from the headline that a <time> of the last change may be away */

/* The last change: what JSON-LD says, or else <meta>, or else what is shown around the headline. */
static void make_modified(cl_making *m, const cl_mentions *mentions) {
    const cl_mention *best = NULL;
    const uint32_t headline = m->labels->headline;
    for (size_t i = 0; i < mentions->count; i++) {
        const cl_mention *const a = &mentions->at[i];
        if (!cl_is_modified(a) || (best && best->source <= a->source))
            continue;
        if (a->source == CL_DATE_MODIFIED_TIME && headline != CL_NO_BLOCK &&
            (a->block + MODIFIED_DISTANCE < headline || a->block > headline + MODIFIED_DISTANCE))
            continue;
        if (a->source == CL_DATE_MODIFIED_VISIBLE && !a->near_headline &&
            m->labels->list.at[a->block].role != CL_ROLE_DATE)
            continue;
        best = a;
    }
    if (!best)
        return;
    m->record->modified = cl_date_write(&best->date, m->arena, &m->failed);
    m->record->from.modified = origin_of(m, best);
}

void cl_make_dates(cl_making *m) {
    cl_mentions mentions;
    cl_mentions_collect(&mentions, m);
    cl_mentions_judge(&mentions, m);
    make_published(m, &mentions);
    make_modified(m, &mentions);
}
