/* The text of a block with its links and emphasis, piece by piece: what opens closes again, and what is open closes in
 * the order in which markup must. */
#ifndef CL_OUTPUT_INLINE_H
#define CL_OUTPUT_INLINE_H

#include "output/markup.h"

/* What is written where; `at` is a place in the block's text. */
typedef struct cl_inline_writer {
    void (*text)(void *user, cl_slice text);
    /* `end`: where it will close, at the latest. */
    void (*open)(void *user, const cutline_span *span, size_t at, size_t end);
    void (*close)(void *user, const cutline_span *span);
} cl_inline_writer;

/* How far the parts of a block (its text; items; cells, in their order) have been written. */
typedef struct cl_inline {
    const cl_body_block *block;
    uint32_t types; /* bit 1 << cutline_span_type: those that are wanted */
    bool whole;     /* of links only those that cl_url_is_whole(), and those within the story */
    bool within;    /* links within the story lead to the ids that cl_put_place() writes */
    size_t number;  /* of the article, for these */
    size_t next;    /* the next span */
    size_t at;      /* where the next part begins in the block's text */
} cl_inline;

/* The id of a block of article `number` (0: the only one), or of an item of it: "a2-b7-3". */
void cl_put_place(cl_writer *w, size_t number, size_t block, size_t item);

cl_inline cl_inline_of(const cl_body_block *block, uint32_t types);
/* Writes the next part. Parts follow one another in the block's text with one byte between them. */
void cl_inline_part(cl_inline *in, cl_slice part, const cl_inline_writer *writer, void *user);

/* The elements that links and emphasis are in a language: before an address, after it; at the end; the others. */
typedef struct cl_inline_tags {
    const char *link, *link_end, *emphasis, *strong;
} cl_inline_tags;
/* The next part as markup; `line` stands for its line feeds. */
void cl_inline_markup(cl_inline *in, cl_writer *w, cl_slice part, const cl_inline_tags *tags, cl_slice line);

#endif
