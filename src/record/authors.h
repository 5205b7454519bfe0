/* Where the names of a page's authors are found; authors.c chooses between them. */
#ifndef CL_RECORD_AUTHORS_H
#define CL_RECORD_AUTHORS_H

#include "record/byline.h"
#include "record/fields.h"

/* The places that name authors. */
typedef enum cl_author_place {
    CL_PLACE_JSON = 0, /* author of the story's JSON-LD */
    CL_PLACE_CREATOR,  /* creator of it */
    CL_PLACE_META,     /* <meta> */
    CL_PLACE_CARD,     /* <meta> of a card for others to show: "Written by" and a name */
    CL_PLACE_ITEM,     /* microdata at the headline or in the story */
    CL_PLACE_LINK,     /* rel=author, or a class that says byline or author, there */
    CL_PLACE_BYLINE,   /* the blocks that are the byline */
    CL_PLACE_DATE,     /* a line at the headline with the date, and a name in it */
    CL_PLACE_END,      /* a byline behind the story */
    CL_PLACE_COUNT
} cl_author_place;

typedef struct cl_author_sources {
    cl_names names[CL_PLACE_COUNT];
    cl_names helpers; /* those whom JSON-LD names as contributor or editor, and those whom notes thank */
} cl_author_sources;

/* Reads them all. */
void cl_author_sources_read(cl_making *m, cl_author_sources *sources);

#endif
