/* The record of a page: read off the roles of its blocks and off what the page says of itself.
 *
 * In: a tree in UTF-8 (or a flattened text). Out: a cl_record, the public cutline_record.
 *
 *   record.c                  the order of all this
 *   page_*.c, json.c          what the page says of itself, gathered once into page_data.h; sayings.c: what of that the
 *                             network is told
 *   state*.c, second_look.c   the story that a page gives its scripts alone
 *   evident.c                 roles that words leave no doubt of; place.c: what belongs to the story by where it stands
 *   one file a field          title.c, deck.c, body.c and so on (fields.h). Those that take more files have a common
 *                             beginning: date_*, byline* and author*, dateline*, image_* and credit*, language_*,
 *                             quotation_* (quotes.c makes a field of what these find in paragraphs)
 *
 * Fields read roles, blocks and page data. Of the tree they read the elements that were noted while it was cut into
 * blocks (cl_note, cl_block_span), for images, media and links; none walks it on its own. */
#ifndef CL_RECORD_RECORD_H
#define CL_RECORD_RECORD_H

#include "base/arena.h"
#include "base/slice.h"
#include "block/features.h"
#include "block/lines.h"
#include "dom/dom.h"
#include "label/label.h"

#include <stdint.h>

/* Where a field was found. */
typedef enum cl_origin {
    CL_FROM_NOWHERE = 0,
    CL_FROM_JSON_LD,
    CL_FROM_META,
    CL_FROM_MICRODATA,
    CL_FROM_VISIBLE,
    CL_FROM_TEXT,
    CL_FROM_STATE /* what a page's scripts are given: see state.h */
} cl_origin;

/* "json-ld", "meta" and so on; a constant. */
cl_slice cl_origin_name(cl_origin origin);

typedef struct cl_table_row {
    const cl_slice *cells;
    size_t count;
} cl_table_row;

typedef struct cl_body_block {
    cutline_block_type type;
    int level;             /* of a heading 1 to 6, else 0 */
    bool ordered;          /* of a list */
    cl_slice text;         /* whole: items one a line; rows one a line, cells parted by tabs */
    const cl_slice *items; /* of a list */
    size_t item_count;
    const cl_table_row *rows; /* of a table */
    size_t row_count;
    size_t columns;         /* cells of its longest row */
    const cl_slice *header; /* what these are called; NULL where the table does not say */
    size_t header_rows;     /* rows on top that say it */
    const uint32_t *starts; /* where each block of the page that it was made of begins in its text */
    cl_slice time;          /* of a post of a live blog */
    const cutline_span *spans;
    size_t span_count;
    bool *led_to;       /* of a list: for each item whether a link of the story leads to it; NULL: to none */
    uint32_t offset;    /* where it begins in the page's UTF-8 */
    uint32_t block;     /* the blocks of the page that it was made of: from this one */
    uint32_t end_block; /* to before this one */
} cl_body_block;

/* The lists of a record; NULL where empty. */
#define CL_LIST(type)                                                                                                  \
    struct {                                                                                                           \
        type const *at;                                                                                                \
        size_t count;                                                                                                  \
    }

/* Every string is valid UTF-8 and lives as long as the record; an absent one is a field that is not known. */
struct cutline_record {
    struct {
        cl_slice path;
        cl_slice url;
        cl_slice canonical;
        cl_slice amp;
        cl_slice encoding;
        cutline_kind kind; /* CUTLINE_KIND_HTML or _TEXT */
        uint64_t bytes;
    } source;
    cl_slice title;
    cl_slice kicker;
    cl_slice deck;
    cl_slice dateline;
    cl_slice section;
    cl_slice site_name;
    cl_slice site_url;
    cl_slice language;
    cl_slice direction; /* "ltr", "rtl" or absent */
    cl_slice published;
    cl_slice modified;
    cl_slice access;  /* "free", "metered", "paywalled" or absent */
    cl_slice problem; /* as cutline_record_problem() gives it */
    bool truncated;
    struct {
        cl_slice previous, next, single;
    } pages;
    CL_LIST(cutline_person) authors;
    CL_LIST(cutline_person) contributors;
    CL_LIST(cl_slice) topics;
    CL_LIST(cl_slice) keywords;
    CL_LIST(cutline_edition) editions;
    CL_LIST(cutline_related) related;
    CL_LIST(cutline_image) images;
    CL_LIST(cutline_media) media;
    CL_LIST(cutline_quote) quotes;
    const cl_body_block *body;
    size_t body_count;
    cl_slice text;
    double confidence;
    const cl_blocks *page_blocks; /* all blocks of the page, and their labels; NULL where none were made */
    const cl_labels *page_labels;
    const cl_features *page_features; /* NULL where they were not measured */
    const cl_lines *page_lines;       /* the same of a flattened text */
    uint32_t roles;                   /* bit 1 << cl_role: those whose blocks are in the text */
    bool dropped;                     /* the blocks that are not are wanted in JSON */
    struct {
        uint64_t without_fields; /* bit 1 << place in the list of fields: output/choice.h */
        uint32_t with, without;  /* bit 1 << cutline_part; in neither: as the format has it */
    } choice;                    /* what of it is written */
    struct {
        cl_origin canonical, title, kicker, deck, dateline, section, site, language, published, modified, access,
            authors, topics, editions, related, images, body;
    } from;
};
typedef struct cutline_record cl_record;

/* What is known of the page beforehand. Strings must live as long as the record; absent ones are not known. */
typedef struct cl_record_options {
    cl_slice path;
    cl_slice url;
    cl_slice fetched;  /* ISO 8601 */
    cl_slice encoding; /* that the page was decoded from */
    uint64_t bytes;    /* size of the page as it came */
    cutline_favor favor;
    bool measure;   /* the features of its blocks are wanted */
    bool dropped;   /* the record is to tell of the blocks that are not in its text */
    uint32_t roles; /* bit 1 << cl_role: those whose blocks are body beside CL_ROLE_BODY */
} cl_record_options;

/* Whether a block of the page is in the text. */
static inline bool cl_record_has(const cl_record *record, size_t block) {
    return record->roles >> record->page_labels->list.at[block].role & 1;
}

/* Whether it is in the body: what is in the text, and notes. */
static inline bool cl_record_keeps(const cl_record *record, size_t block) {
    return cl_record_has(record, block) ||
           (record->body_count && record->page_labels->list.at[block].role == CL_ROLE_NOTE);
}

/* The memory that records are made in, reused from page to page. */
typedef struct cl_record_maker cl_record_maker;

/* NULL where there is no memory. `allocator` must live as long as the maker. */
cl_record_maker *cl_record_maker_new(const cutline_allocator *allocator);
/* NULL is fine. Records that it made end with it. */
void cl_record_maker_free(cl_record_maker *maker);

/* Makes the record of a tree. `*record` (overwritten) points into the maker, the tree and the tree's source: it is good
 * until the next call with this maker, and as long as these are. `options` may be NULL. Fails with CUTLINE_E_NOMEM or
 * _E_LIMIT; a page with nothing in it gives a record with nothing in it. */
cutline_status cl_record_make(cl_record_maker *maker, const cl_dom *dom, const cl_record_options *options,
    cl_record *record, cutline_error *error);

/* The same of a flattened text in valid UTF-8, which must stay as it is while the record is in use. */
cutline_status cl_record_make_text(
    cl_record_maker *maker, cl_slice text, const cl_record_options *options, cl_record *record, cutline_error *error);

#endif
