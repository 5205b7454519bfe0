/* A text while dates are read in it: what date_parse.c, date_numbers.c, date_time.c and date_relative.c share. */
#ifndef CL_RECORD_DATE_READING_H
#define CL_RECORD_DATE_READING_H

#include "record/date_calendar.h"
#include "record/date_words.h"

#define CL_TIMES_FOUND 8u
#define CL_DATES_FOUND 8u

typedef struct cl_found_time {
    size_t begin, end; /* tokens */
    int hour, minute, second, zone;
} cl_found_time;

typedef struct cl_found_date {
    size_t begin, end;
    cl_date date;
    bool two_digits; /* its year has two digits */
    bool relative;
    bool year_last; /* three numbers of our calendar, the year behind day and month */
} cl_found_date;

typedef struct cl_reading {
    const cl_date_known *known;
    cl_date_order order;
    bool persian; /* the language's own calendars are to be thought of */
    bool arabic;
    cl_tokens tokens;
    cl_found_time times[CL_TIMES_FOUND];
    size_t time_count;
    cl_found_date dates[CL_DATES_FOUND];
    size_t date_count;
} cl_reading;

/* Numbers alone: 31/12/2003, 2003-12-31, 20031231. */
void cl_read_numeric_dates(cl_reading *r);
/* 31/12, 12/2003, where nothing else was found. */
void cl_read_numeric_parts(cl_reading *r);
/* 12:30, 12h30, 9 pm, and the zone after it. */
void cl_read_times(cl_reading *r);
/* Those that give a month by its name or by a mark (2003年12月31日). */
void cl_read_named_dates(cl_reading *r);
/* What needs a reference, where nothing else was found; false where it is none. */
bool cl_read_relative(cl_reading *r, cl_dated *found);

/* Keeps a date of any calendar of tokens [begin, end); false, and nothing kept, where it is none. `year` of two digits
 * is one of the hundred years that end in 2049. */
bool cl_keep_date(cl_reading *r, cl_found_date found, int year, int month, int day, cl_calendar calendar);
/* The year of a token that may be one, -1 where it is none; *two_digits where it has two. */
int cl_year_of(const cl_reading *r, size_t i, bool *two_digits);
/* The year of a day and a month that were given none: the last time that there was such a day (a page tells of what has
 * been), or, where parts of dates will do, the time nearest to the reference. */
int cl_year_without(const cl_date_known *known, int month, int day);

static inline bool cl_is_number(const cl_reading *r, size_t i) {
    return r->tokens.at[i].kind == CL_TOKEN_NUMBER && !r->tokens.at[i].used;
}

/* What a word means of a kind; 0 for other tokens. */
static inline int cl_means(const cl_reading *r, size_t i, cl_word_means kind) {
    return r->tokens.at[i].kind == CL_TOKEN_WORD ? r->tokens.at[i].value[kind] : 0;
}

#endif
