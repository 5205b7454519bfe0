/* What a page says of itself for machines: JSON-LD, <meta>, <link>, <title>, microdata, <time>, in one place.
 *
 * In: a tree and the notes taken while its blocks were made. Out: for each thing that a field may be read from, the
 * value of the source that is to be trusted most. */
#ifndef CL_RECORD_PAGE_DATA_H
#define CL_RECORD_PAGE_DATA_H

#include "block/features.h"
#include "record/json.h"
#include "record/record.h"

/* What <meta> elements are read for. */
typedef enum cl_meta {
    CL_META_TITLE,
    CL_META_SITE,
    CL_META_PUBLISHED,
    CL_META_MODIFIED,
    CL_META_AUTHOR,
    CL_META_URL,
    CL_META_LANGUAGE,
    CL_META_DESCRIPTION,
    CL_META_SECTION,
    CL_META_ACCESS,
    CL_META_TYPE,
    CL_META_LABEL_1, /* what the next is: "Written by" */
    CL_META_DATA_1,
    CL_META_LABEL_2,
    CL_META_DATA_2,
    CL_META_IMAGE,
    CL_META_IMAGE_WIDTH,
    CL_META_IMAGE_HEIGHT,
    CL_META_IMAGE_ALT,
    CL_META_COUNT
} cl_meta;

typedef struct cl_meta_value {
    cl_slice value; /* absent: none */
    uint8_t rank;   /* of the name it stood under, the lowest is the best; see page_data.c */
    bool item;      /* from microdata: itemprop */
} cl_meta_value;

/* Where keywords were found, the most trusted first. */
typedef enum cl_keyword_source {
    CL_KEYWORD_TAG,     /* article:tag, one a <meta> */
    CL_KEYWORD_PARSELY, /* lists with commas: parsely-tags, sailthru.tags and so on */
    CL_KEYWORD_NEWS,    /* news_keywords */
    CL_KEYWORD_META,    /* keywords */
    CL_KEYWORD_SOURCES
} cl_keyword_source;

#define CL_KEYWORDS 128u /* more <meta> with keywords are not read */

typedef struct cl_keyword {
    cl_slice value; /* one, or a list */
    uint8_t source; /* cl_keyword_source */
} cl_keyword;

#define CL_META_AUTHORS 16u /* more <meta> that name authors are not read */
#define CL_ITEM_AUTHORS 32u
#define CL_TIMES        64u /* nor are more <time> */

typedef struct cl_time_value {
    cl_slice value; /* the datetime attribute, or the text */
    uint32_t block; /* number of the block it stands in or before */
    bool empty;     /* without a text: the block is one that it does not stand in */
    bool published; /* pubdate, or said by itemprop or class */
    bool modified;
} cl_time_value;

#define CL_DATES 32u

/* A date that <meta>, microdata, RDFa or an element with a class for dates gives; <time> stands apart. */
typedef struct cl_date_value {
    cl_slice value;
    uint32_t block; /* number of the block it stands in or before */
    uint8_t rank;   /* of the name, as in cl_meta_value; CL_DATE_OF_CLASS */
    bool modified;
    bool item; /* microdata or RDFa */
} cl_date_value;

#define CL_DATE_OF_CLASS 20u /* a rank: an element with a class like "date" or "published" */

typedef struct cl_item_author {
    cl_slice name;
    cl_slice url; /* of the link it is or holds, as it stands */
    uint32_t block;
    uint32_t box;
    bool item; /* itemprop=author; else rel=author or a class */
} cl_item_author;

#define CL_TAGS 100u

/* A link with rel=tag. */
typedef struct cl_tag_link {
    cl_node node;
    uint32_t block; /* number of the block it stands in */
} cl_tag_link;

typedef struct cl_page_data {
    const cutline_allocator *allocator;
    cl_json json;
    uint32_t article; /* the object of JSON-LD that is this page's story, 0: none */
    uint32_t page;    /* the one that is the page itself */
    uint32_t publisher;
    uint32_t item_begin; /* from here on the objects are from microdata and RDFa */
    uint32_t item;       /* the one of these that is the story */
    cl_meta_value meta[CL_META_COUNT];
    cl_slice authors[CL_META_AUTHORS]; /* all values of CL_META_AUTHOR's rank */
    size_t author_count;
    cl_keyword keywords[CL_KEYWORDS];
    size_t keyword_count;
    cl_time_value times[CL_TIMES];
    size_t time_count;
    cl_date_value dates[CL_DATES];
    size_t date_count;
    cl_item_author item_authors[CL_ITEM_AUTHORS];
    size_t item_author_count;
    cl_tag_link tags[CL_TAGS];
    size_t tag_count;
    cl_slice title;     /* text of <title> */
    cl_slice canonical; /* link rel=canonical */
    cl_slice amp;       /* link rel=amphtml: the same story as an AMP page */
    cl_slice previous;  /* link or a rel=prev, as it stands */
    cl_slice next;
    size_t script_count;
    cl_slice language;  /* <html lang> */
    cl_slice direction; /* <html dir> or <body dir> */
    cl_slice base;      /* the first <base href> */
} cl_page_data;

void cl_page_data_init(cl_page_data *data, const cutline_allocator *allocator);
void cl_page_data_free(cl_page_data *data);

/* Reads it all. `url` is where the page was fetched from, if that is known. Strings are in the tree or the arena. false
 * where there is no memory. */
bool cl_page_data_read(cl_page_data *data, const cl_dom *dom, const cl_blocks *blocks, cl_slice url, cl_arena *arena);
/* Empties it, for a page that says nothing. */
void cl_page_data_clear(cl_page_data *data);
/* What blocks are compared with. false where there is no memory. */
bool cl_page_data_sayings(const cl_page_data *data, cl_arena *arena, cl_page_says *says);

/* The text of an element as far as it is short, up to 300 bytes; white space folded, in the arena. */
cl_slice cl_element_text(const cl_dom *dom, cl_node root, cl_arena *arena, bool *failed);

/* A string of the story's JSON-LD object, or, where there is none, of the page's. */
cl_slice cl_page_data_json(const cl_page_data *data, cl_slice name, cl_arena *arena, bool *failed);
/* The same of what microdata or RDFa say of the story. */
cl_slice cl_page_data_item(const cl_page_data *data, cl_slice name, cl_arena *arena, bool *failed);
/* The object that a value is, or that its "@id" refers to, or the first of an array. */
uint32_t cl_page_data_object(const cl_page_data *data, uint32_t value);

/* ---- between the files of page data */

/* Makes objects of microdata and RDFa, after those of JSON-LD (page_items.c). false where there is no memory. */
bool cl_page_data_items(cl_page_data *data, const cl_dom *dom, const cl_blocks *blocks, cl_arena *arena);
/* Finds the story, the page and the publisher among the objects (page_json.c). false where there is no memory. */
bool cl_page_data_choose(cl_page_data *data, cl_slice url, cl_arena *arena);

#endif
