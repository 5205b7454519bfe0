/* A run of inline content being put together: the text of the next block.
 *
 * White space as innerText has it (HTML Standard, "the innerText attribute", and CSS Text, "white space processing"):
 * runs of it are one space, none at the ends, a <br> is a line feed. No-break and other spaces count as space; soft
 * hyphens, zero-width spaces and word joiners are left out, joiners that Persian and Indic scripts need are kept. */
#ifndef CL_BLOCK_RUN_H
#define CL_BLOCK_RUN_H

#include "block/block.h"

typedef struct cl_run {
    size_t begin;     /* where its text begins in the buffer */
    bool space;       /* white space stands before whatever comes next */
    uint8_t breaks;   /* so do line breaks */
    bool part;        /* a part of its own begins: what comes next is not glued, where it is a word */
    cl_block block;   /* its measures so far */
    uint32_t covers;  /* marks of inline elements that ended and held nearly all of it when they did */
    uint32_t covered; /* chars of it then */
} cl_run;

/* How a text stands. */
#define CL_RUN_LINK   1u
#define CL_RUN_BOLD   2u
#define CL_RUN_ITALIC 4u
#define CL_RUN_PRE    8u
#define CL_RUN_HIDDEN 16u

void cl_run_start(cl_run *run, const cl_buffer *text);
static inline bool cl_run_empty(const cl_run *run, const cl_buffer *text) {
    return text->count == run->begin;
}
/* Adds the data of a text node, or of a line; false where there is no memory. */
bool cl_run_add(const cutline_allocator *a, cl_buffer *text, cl_run *run, cl_slice data, unsigned how);

#endif
