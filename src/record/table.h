/* Tables of the body: cells in their columns, and what the columns are called.
 *
 * In: blocks of the page that are short cells of one table. Out: one block of the body. What several blocks of a cell
 * say stands with a space between; a cell that spans columns or rows stands in the first of them, and the others are
 * empty, so that every row has as many cells. */
#ifndef CL_RECORD_TABLE_H
#define CL_RECORD_TABLE_H

#include "record/fields.h"

/* The table that begins with block `begin`, up to *end: false where it makes none, or there was no memory. */
bool cl_make_table(cl_making *m, uint32_t begin, cl_body_block *to, uint32_t *end);

#endif
