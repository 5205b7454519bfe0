#include "record/date_reading.h"
#include "record/string.h"

#include <stdio.h>

#define YEAR_LEAST 1900 /* of a date that is to be whole; where parts will do, the common era is enough */
#define YEAR_MOST  2199
#define CENTURY    50 /* of two digits: those below are of the 21st */

#define BUDDHIST_LEAST   2400 /* as a year of our era nobody writes it yet */
#define BUDDHIST_MOST    2650
#define BUDDHIST_AHEAD   543
#define BUDDHIST_CENTURY 2500 /* that Thai pages leave out */

int cl_year_of(const cl_reading *r, size_t i, bool *two_digits) {
    const cl_token *const t = &r->tokens.at[i];
    *two_digits = t->digits == 2;
    if (t->kind != CL_TOKEN_NUMBER || (t->digits != 4 && t->digits != 2) || t->number < (t->digits == 4 ? 1 : 0))
        return -1;
    return t->number;
}

int cl_year_without(const cl_date_known *known, int month, int day) {
    const cl_date *const reference = known->reference;
    const int64_t today = cl_date_days(reference->year, reference->month, reference->day);
    const int64_t ahead = cl_date_days(reference->year, month, day) - today;
    const int64_t most = known->partial ? 183 : 1;
    return ahead > most ? reference->year - 1 : ahead < -182 && known->partial ? reference->year + 1 : reference->year;
}

bool cl_keep_date(cl_reading *r, cl_found_date found, int year, int month, int day, cl_calendar calendar) {
    if (found.two_digits && calendar == CL_GREGORIAN && year >= CENTURY &&
        cl_begins(r->known->language, CL_SLICE("th")))
        year += BUDDHIST_CENTURY;
    else if (found.two_digits && calendar == CL_GREGORIAN)
        year += year < CENTURY ? 2000 : 1900;
    if (calendar == CL_GREGORIAN && year >= BUDDHIST_LEAST && year <= BUDDHIST_MOST)
        year -= BUDDHIST_AHEAD;
    found.date = (cl_date){.hour = CL_NO_HOUR, .zone = CL_NO_ZONE};
    if (r->date_count == CL_DATES_FOUND || !cl_calendar_convert(calendar, year, month, day, &found.date))
        return false;
    if (!r->known->partial && (found.date.year < YEAR_LEAST || found.date.year > YEAR_MOST))
        return false;
    for (size_t i = found.begin; i < found.end; i++)
        r->tokens.at[i].used = true;
    r->dates[r->date_count++] = found;
    return true;
}

/* ---- what a language does with numbers */

static bool speaks(cl_slice tag, const char *languages) {
    const cl_slice list = cl_slice_z(languages);
    if (tag.size < 2 || (tag.size > 2 && tag.data[2] != '-' && tag.data[2] != '_'))
        return false;
    for (size_t i = 0; i + 2 <= list.size; i += 3)
        if (cl_slice_equal_nocase(cl_slice_of(tag.data, 2), cl_slice_of(list.data + i, 2)))
            return true;
    return false;
}

static cl_date_order order_of(cl_slice language) {
    if (!language.size || cl_slice_equal_nocase(language, CL_SLICE("und")))
        return CL_ORDER_MDY;
    if (speaks(language, "zh ja ko hu eu mn"))
        return CL_ORDER_YMD;
    if (cl_begins(language, CL_SLICE("fil")) || cl_begins(language, CL_SLICE("tl")))
        return CL_ORDER_MDY;
    if (!speaks(language, "en"))
        return CL_ORDER_DMY;
    /* English with a country other than these is written day first */
    const cl_slice country = language.size >= 5 ? cl_slice_of(language.data + language.size - 2, 2) : CL_SLICE_NONE;
    return !country.size || cl_slice_equal_nocase(country, CL_SLICE("US")) ||
                   cl_slice_equal_nocase(country, CL_SLICE("PH"))
               ? CL_ORDER_MDY
               : CL_ORDER_DMY;
}

/* ---- ISO 8601 as programs write it, which most texts are */

static int fixed(const char *p, size_t n) {
    int value = 0;
    for (size_t i = 0; i < n; i++) {
        if (p[i] < '0' || p[i] > '9')
            return -1;
        value = value * 10 + (p[i] - '0');
    }
    return value;
}

static size_t iso_zone(cl_slice text, size_t i, cl_date *d) {
    if (i < text.size && cl_ascii_lower(text.data[i]) == 'z') {
        d->zone = 0;
        return i + 1;
    }
    if (i + 3 > text.size || (text.data[i] != '+' && text.data[i] != '-'))
        return i;
    const int hours = fixed(text.data + i + 1, 2);
    const size_t colon = i + 3 < text.size && text.data[i + 3] == ':';
    const int minutes = i + 5 + colon <= text.size ? fixed(text.data + i + 3 + colon, 2) : -1;
    if (hours < 0 || hours > 14 || minutes > 59)
        return i;
    d->zone = (text.data[i] == '-' ? -1 : 1) * (hours * 60 + (minutes > 0 ? minutes : 0));
    return i + 3 + (minutes >= 0 ? colon + 2 : 0);
}

static bool read_iso(cl_slice text, cl_date *d) {
    const char *const p = text.data;
    *d = (cl_date){.hour = CL_NO_HOUR, .zone = CL_NO_ZONE};
    if (text.size < 10 || p[4] != '-' || p[7] != '-')
        return false;
    d->year = fixed(p, 4);
    d->month = fixed(p + 5, 2);
    d->day = fixed(p + 8, 2);
    if (d->year < YEAR_LEAST || d->year > YEAR_MOST || !cl_date_valid(d))
        return false;
    size_t i = 10;
    if (text.size >= 16 && (cl_ascii_lower(p[10]) == 't' || p[10] == ' ') && p[13] == ':') {
        d->hour = fixed(p + 11, 2);
        d->minute = fixed(p + 14, 2);
        if (d->hour < 0 || d->hour > 23 || d->minute < 0 || d->minute > 59)
            return false;
        i = 16;
        if (i + 3 <= text.size && p[i] == ':' && fixed(p + i + 1, 2) >= 0) {
            d->second = fixed(p + i + 1, 2) % 60;
            i += 3;
        }
        if (i < text.size && (p[i] == '.' || p[i] == ','))
            for (i++; i < text.size && p[i] >= '0' && p[i] <= '9'; i++)
                ;
        if (i + 1 < text.size && p[i] == ' ' && (p[i + 1] == '+' || p[i + 1] == '-'))
            i++;
        i = iso_zone(text, i, d);
    }
    return i == text.size;
}

/* Seconds or milliseconds since 1970, of which there is nothing else. */
static bool read_epoch(cl_slice text, cl_date *d) {
    if ((text.size != 10 && text.size != 13) || fixed(text.data, 9) < 0)
        return false;
    for (size_t i = 9; i < text.size; i++)
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
    const int64_t seconds = INT64_C(10) * fixed(text.data, 9) + (text.data[9] - '0');
    cl_date_of_days(seconds / 86400, d);
    d->hour = (int)(seconds / 3600 % 24);
    d->minute = (int)(seconds / 60 % 60);
    d->second = (int)(seconds % 60);
    d->zone = 0;
    return true;
}

/* ---- putting it together */

static void sort_dates(cl_reading *r) {
    for (size_t i = 1; i < r->date_count; i++)
        for (size_t k = i; k > 0 && r->dates[k].begin < r->dates[k - 1].begin; k--) {
            const cl_found_date swap = r->dates[k];
            r->dates[k] = r->dates[k - 1];
            r->dates[k - 1] = swap;
        }
}

/* The time of the date at index i: the first behind it, before the next date; of the first date also one before it. */
static void add_time(const cl_reading *r, size_t i, cl_date *date) {
    const size_t to = i + 1 < r->date_count ? r->dates[i + 1].begin : r->tokens.count;
    const cl_found_time *best = NULL;
    for (size_t k = 0; k < r->time_count; k++) {
        const cl_found_time *const t = &r->times[k];
        const bool follows = t->begin >= r->dates[i].begin;
        if (t->begin >= to || (!follows && i > 0))
            continue;
        best = t;
        if (follows)
            break;
    }
    if (!best || date->hour != CL_NO_HOUR)
        return;
    date->hour = best->hour;
    date->minute = best->minute;
    date->second = best->second;
    date->zone = best->zone;
}

#define SAID_AFTER 8 /* tokens behind a date in which a word may still speak of it */

/* What the word behind the last date says of it, as in "am 3. Mai 2020 geändert"; not where it is of a time that
 * follows, as in "3 May 2020, updated 10:15". */
static int said_after(const cl_reading *r, size_t end) {
    for (size_t k = end; k < r->tokens.count && k < end + SAID_AFTER; k++) {
        const int said = cl_means(r, k, CL_MEANS_SAID);
        if (!said)
            continue;
        for (size_t t = 0; t < r->time_count; t++)
            if (r->times[t].begin > k)
                return 0;
        if (cl_token_is(&r->tokens, k + 1, ':') ||
            (cl_token_is(&r->tokens, k - 1, '(') && cl_token_is(&r->tokens, k + 1, ')')))
            return 0; /* "3 May 2020 Updated: at noon", "3 May 2020 (edited)" */
        return said == CL_SAID_OTHER ? 0 : said;
    }
    return 0;
}

/* What the words before the date say of it. */
static cl_date_said said_of(const cl_reading *r, size_t i) {
    const size_t from = i ? r->dates[i - 1].end : 0;
    int said = 0;
    for (size_t k = r->dates[i].begin; k-- > from && !said;)
        said = cl_means(r, k, CL_MEANS_SAID);
    for (size_t k = from; k < r->dates[i].begin && !said; k++)
        if (cl_slice_equal(cl_token_text(&r->tokens, k), CL_SLICE("\xC2\xA9"))) /* the sign of copyright */
            said = CL_SAID_OTHER;
    if (!said && i + 1 == r->date_count)
        said = said_after(r, r->dates[i].end);
    return (cl_date_said)said;
}

/* In which order the numbers of a date were read, and whether there is another. */
static void tell_order(const cl_reading *r, size_t i, cl_dated *d) {
    if (!r->dates[i].year_last || d->date.day == d->date.month)
        return;
    const int a = r->tokens.at[r->dates[i].begin].number, b = r->tokens.at[r->dates[i].begin + 2].number;
    d->either = a <= 12 && b <= 12;
    d->order = d->date.day == a ? CL_ORDER_DMY : CL_ORDER_MDY;
}

#define PLACE_WORDS 4u /* before a date that opens a text */

/* Whether a text begins with the date, parted by a sign from what follows, but for a day of the week, and for a place
 * with a comma. */
static bool opens_text(const cl_reading *r, size_t i) {
    const cl_token *const t = r->tokens.at;
    size_t begin = r->dates[i].begin, words = 0;
    const cl_token *const next = &t[r->dates[i].end];
    if (i || next->kind != CL_TOKEN_SIGN || !strchr("):-.|", next->sign) || next[1].kind != CL_TOKEN_WORD)
        return false;
    while (begin && (t[begin - 1].kind == CL_TOKEN_SIGN || cl_means(r, begin - 1, CL_MEANS_WEEKDAY)))
        begin--;
    for (size_t k = 0; k < begin; k++)
        words += t[k].kind == CL_TOKEN_WORD;
    return begin == 0 || (words == begin && words <= PLACE_WORDS && cl_token_is(&r->tokens, begin, ','));
}

size_t cl_date_find(cl_slice text, const cl_date_known *known, cl_dated *found, size_t max) {
    text = cl_slice_trim(text);
    cl_date date;
    if (max && (read_iso(text, &date) || read_epoch(text, &date))) {
        *found = (cl_dated){.date = date};
        return 1;
    }
    cl_reading r;
    r.known = known;
    r.order = known->order ? known->order : order_of(known->language);
    r.persian = speaks(known->language, "fa ps");
    r.arabic = speaks(known->language, "ar ur");
    r.time_count = r.date_count = 0;
    cl_tokens_read(&r.tokens, text, known->language);
    cl_read_numeric_dates(&r);
    cl_read_times(&r);
    cl_read_named_dates(&r);
    if (known->partial && !r.date_count)
        cl_read_numeric_parts(&r);
    sort_dates(&r);
    if (known->reference && max && cl_read_relative(&r, found))
        return 1;
    size_t count = 0;
    for (size_t i = 0; i < r.date_count && count < max; i++) {
        cl_dated *const d = &found[count++];
        *d = (cl_dated){.date = r.dates[i].date, .said = said_of(&r, i), .two_digits = r.dates[i].two_digits};
        d->words = (uint16_t)r.tokens.unknown;
        d->opens = opens_text(&r, i);
        tell_order(&r, i, d);
        add_time(&r, i, &d->date);
    }
    return count;
}

cl_date_said cl_date_first_word(cl_slice text, cl_slice language, bool alone) {
    cl_tokens tokens;
    cl_tokens_read(&tokens, text, language);
    const cl_token *first = tokens.at;
    while (first->kind == CL_TOKEN_SIGN)
        first++;
    const bool is = first->kind == CL_TOKEN_WORD && !(alone && tokens.unknown > 1); /* "Last updated on" */
    return is ? (cl_date_said)first->value[CL_MEANS_SAID] : CL_SAID_NOTHING;
}

bool cl_date_read(cl_slice text, const cl_date_known *known, cl_date *date) {
    cl_dated found;
    if (!cl_date_find(text, known, &found, 1))
        return false;
    *date = found.date;
    return true;
}

cl_slice cl_date_write(const cl_date *d, cl_arena *arena, bool *failed) {
    char out[96];
    int size = snprintf(out, sizeof out, "%04d-%02d-%02d", d->year, d->month, d->day);
    if (d->hour != CL_NO_HOUR) {
        size += snprintf(out + size, sizeof out - (size_t)size, "T%02d:%02d:%02d", d->hour, d->minute, d->second);
        const int zone = d->zone < 0 ? -d->zone : d->zone;
        if (d->zone == 0)
            size += snprintf(out + size, sizeof out - (size_t)size, "Z");
        else if (d->zone != CL_NO_ZONE)
            size += snprintf(
                out + size, sizeof out - (size_t)size, "%c%02d:%02d", d->zone < 0 ? '-' : '+', zone / 60, zone % 60);
    }
    const cl_slice copy = cl_arena_copy(arena, cl_slice_of(out, (size_t)size));
    *failed |= copy.data == NULL;
    return copy;
}
