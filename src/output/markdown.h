/* Texts with their links and emphasis as inline Markdown. */
#ifndef CL_OUTPUT_MARKDOWN_H
#define CL_OUTPUT_MARKDOWN_H

#include "output/writer.h"

/* A text that is a block's from byte `begin` on, its markup escaped, its links and emphasis marked; at each of its line
 * feeds `line` is put ("\n", "\n> ", "<br>"), and with `block` what would begin a block there is escaped as well. `b`
 * may be NULL for a text that is none's. *next is the first of the block's spans that is not before the text. */
void cl_put_markdown(
    cl_writer *w, const cl_body_block *b, size_t begin, cl_slice s, cl_slice line, bool block, size_t *next);

#endif
