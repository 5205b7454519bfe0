/* Text that was flattened already, taken apart into lines.
 *
 * In: a page as text in UTF-8. Out: its lines that are not blank, without the white space at their ends, each with the
 * number of blank lines before it. block/ makes blocks of them. (Gluing undone, hard wraps joined: later; this is where
 * they belong.) */
#ifndef CL_TEXT_TEXT_H
#define CL_TEXT_TEXT_H

#include "base/slice.h"
#include "base/vector.h"

#include <stdint.h>

typedef struct cl_text_line {
    cl_slice text;   /* of the source, trimmed; never empty */
    uint32_t offset; /* where it begins in the source */
    uint32_t blanks; /* blank lines before it */
} cl_text_line;

typedef CL_VECTOR(cl_text_line) cl_text_lines;

/* Fills `lines` (emptied first). `source` is at most 4 GiB - 1. false where there is no memory. */
bool cl_text_split(const cutline_allocator *allocator, cl_slice source, cl_text_lines *lines);

#endif
