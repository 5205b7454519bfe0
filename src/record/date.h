/* Dates as people and machines write them.
 *
 * In: a short text in UTF-8. Out: the date in it, in the Gregorian calendar. date_words.c folds the text and looks its
 * words up (date_words_data.inc: what CLDR knows, and more), date_numbers.c, date_parse.c and date_relative.c read
 * dates off these, date_calendar.c converts. Nothing allocates; time is linear in the text, of which
 * CL_DATE_TEXT_MAX bytes are read. */
#ifndef CL_RECORD_DATE_H
#define CL_RECORD_DATE_H

#include "base/arena.h"
#include "base/slice.h"

#include <stdint.h>

typedef struct cl_date {
    int year, month, day;
    int hour, minute, second; /* hour CL_NO_HOUR: none is known */
    int zone;                 /* minutes east of Greenwich; CL_NO_ZONE: none is known */
} cl_date;

#define CL_NO_HOUR       (-1)
#define CL_NO_ZONE       10000
#define CL_DATE_TEXT_MAX 400u

/* What 1/2/2003 is. */
typedef enum cl_date_order {
    CL_ORDER_UNKNOWN = 0, /* as the language has it */
    CL_ORDER_DMY,
    CL_ORDER_MDY,
    CL_ORDER_YMD
} cl_date_order;

/* What is known of a text beforehand. */
typedef struct cl_date_known {
    cl_slice language;        /* BCP 47, absent: not known */
    cl_date_order order;      /* of numbers */
    const cl_date *reference; /* the day that "yesterday" is before; NULL: what needs one is no date */
    bool partial;             /* also "May 2020", "16:10", "Thursday": the day that is meant, as far as it can be */
} cl_date_known;

/* What the words before a date say of it. */
typedef enum cl_date_said { CL_SAID_NOTHING = 0, CL_SAID_PUBLISHED, CL_SAID_MODIFIED, CL_SAID_OTHER } cl_date_said;

typedef struct cl_dated {
    cl_date date;
    cl_date_said said;
    uint16_t words;  /* other words that the text has */
    uint8_t order;   /* cl_date_order, of three numbers with the year last; else CL_ORDER_UNKNOWN */
    bool two_digits; /* its year was written with two */
    bool relative;   /* said as "two hours ago" */
    bool either;     /* day and month could change places: 3/5/2014 */
    bool opens;      /* the text begins with it, or with a place and it, as in "(5 May 2020) The lock opened at six" */
} cl_dated;

/* The date that a text as a whole stands for. */
bool cl_date_read(cl_slice text, const cl_date_known *known, cl_date *date);

/* All dates in a text, in order, up to `max`: how many. */
size_t cl_date_find(cl_slice text, const cl_date_known *known, cl_dated *found, size_t max);

/* What the first word of a text says of the date in it, whether that can be read or not: "Updated two hours ago". With
 * `alone` only of texts with no more than one word that has nothing to do with dates: "Last updated on:". */
cl_date_said cl_date_first_word(cl_slice text, cl_slice language, bool alone);

/* ISO 8601, with the time and the zone where they are known. Absent, and *failed set, where there is no memory. */
cl_slice cl_date_write(const cl_date *date, cl_arena *arena, bool *failed);

/* Days since 1970-01-01. */
int64_t cl_date_days(int year, int month, int day);
void cl_date_of_days(int64_t days, cl_date *date);
/* Whether there is such a day. */
bool cl_date_valid(const cl_date *date);

#endif
