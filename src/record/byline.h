/* Names out of the strings that name them: bylines as pages show them, and what is written into author fields.
 *
 * In: one string, of any language. Out: one name a person as they sign, without "By" and its like, tasks, places,
 * dates, addresses and handles; agencies and desks as organizations; who translated, edited or took the pictures as
 * helpers. Time is linear in the string, of which no more than CL_BYLINE_MAX bytes are read. */
#ifndef CL_RECORD_BYLINE_H
#define CL_RECORD_BYLINE_H

#include "base/arena.h"
#include "base/slice.h"

#include <stdint.h>

#define CL_BYLINE_MAX 2048u
#define CL_NAMES_MAX  64u /* more are left out */

/* What somebody named in a byline did. */
typedef enum cl_task {
    CL_TASK_WROTE = 0,
    CL_TASK_HELPED,       /* edited, translated, checked, contributed */
    CL_TASK_PHOTOGRAPHED, /* or drew, or filmed */
    CL_TASK_SOURCE        /* an agency or a paper that the text was taken from */
} cl_task;

typedef struct cl_name {
    cl_slice text;
    cl_slice url; /* of the one named, where a source gives it along with the name */
    uint8_t task; /* cl_task */
    bool organization;
    bool announced; /* a word such as "By" stands before it */
    bool whole;     /* nothing else was in the string but names, words such as "By", dates and tasks */
    bool plain;     /* capitals throughout, and no word of it is one that bylines use otherwise */
    uint8_t words;
    uint32_t block; /* of the page, that it stands in; where the page shows it */
} cl_name;

typedef struct cl_names {
    cl_name at[CL_NAMES_MAX];
    size_t count;
} cl_names;

/* Adds the names in `byline`, valid UTF-8, none twice. *failed is set where there is no memory. */
void cl_byline_read(cl_slice byline, cl_arena *arena, cl_names *names, bool *failed);

/* Adds one name as it is; drops it where one that says the same is there. */
void cl_names_add(cl_names *names, cl_name name);

/* Whether two names are the same but for case, accents of capitals, marks and white space. */
bool cl_names_same(cl_slice a, cl_slice b);

/* Whether a string is no name but what stands in its place: "admin", "unknown", an address. */
bool cl_name_is_empty(cl_slice name);

#endif
