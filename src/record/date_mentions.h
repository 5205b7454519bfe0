/* Every date that a page gives, and how much each speaks for being that of publication: what date.c chooses from. */
#ifndef CL_RECORD_DATE_MENTIONS_H
#define CL_RECORD_DATE_MENTIONS_H

#include "record/date.h"
#include "record/fields.h"

/* Where a date was found. */
typedef enum cl_date_source {
    CL_DATE_JSON_STORY,     /* datePublished of the story's JSON-LD */
    CL_DATE_JSON_PAGE,      /* of the page's */
    CL_DATE_JSON_CREATED,   /* dateCreated, uploadDate of either */
    CL_DATE_JSON_OTHER,     /* of another object */
    CL_DATE_META,           /* article:published_time, itemprop=datePublished and the like */
    CL_DATE_META_COMMON,    /* Dublin Core, parsely and so on */
    CL_DATE_META_VAGUE,     /* "date", "created" */
    CL_DATE_CLASS,          /* an element with a class for dates, not seen */
    CL_DATE_TIME_PUBLISHED, /* <time> that says so */
    CL_DATE_TIME,           /* another */
    CL_DATE_VISIBLE,        /* text */
    CL_DATE_URL,
    CL_DATE_TITLE,
    CL_DATE_MODIFIED_JSON, /* these speak of the last change */
    CL_DATE_MODIFIED_META,
    CL_DATE_MODIFIED_TIME,
    CL_DATE_MODIFIED_VISIBLE,
    CL_DATE_SOURCES
} cl_date_source;

typedef struct cl_mention {
    cl_date date;
    int32_t day;    /* since 1970: where the page lives, as far as it shows that */
    uint32_t block; /* CL_NO_BLOCK: it stands in none */
    int points;     /* for publication */
    uint8_t source; /* cl_date_source */
    uint8_t said;   /* cl_date_said */
    uint8_t nth;    /* of those of its kind: 0, 1, 2 to 3, more */
    bool item;      /* in microdata */
    bool second;    /* not the first in its block */
    bool wordy;     /* among many other words */
    bool two_digits;
    uint8_t order;      /* cl_date_order in which it was read: numbers, the year last */
    bool either;        /* day and month could change places */
    bool opens;         /* its block begins with it */
    bool near_headline; /* beside the headline, in a block that is for dates or authors */
    bool moved;         /* the day is not that of `date`, which is in UTC */
} cl_mention;

#define CL_MENTIONS 160u /* more are not looked at */

typedef struct cl_mentions {
    cl_mention at[CL_MENTIONS];
    size_t count;
    unsigned orders;   /* of numbers that can be read in one way only, a bit each */
    int32_t url_month; /* months since year 0 that the address has, 0: none */
} cl_mentions;

/* Collects them. */
void cl_mentions_collect(cl_mentions *mentions, cl_making *m);
/* Gives each its points. */
void cl_mentions_judge(cl_mentions *mentions, const cl_making *m);

static inline bool cl_is_modified(const cl_mention *mention) {
    return mention->source >= CL_DATE_MODIFIED_JSON;
}

#endif
