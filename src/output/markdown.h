/* What the files of Markdown have in common. CommonMark 0.31, tables as GitHub has them. */
#ifndef CL_OUTPUT_MARKDOWN_H
#define CL_OUTPUT_MARKDOWN_H

#include "output/inline.h"

/* Where a text stands: what begins its lines after the first, and what it may contain. */
typedef struct cl_md_place {
    cl_slice line; /* stands for a line feed: "  \n", "  \n> ", " " */
    bool blocks;   /* a block could begin where a line does */
    bool heading;  /* a "#" at its end would be taken for the heading's */
} cl_md_place;

/* A part of a block with its links and emphasis. What looks like markup by accident is escaped. */
void cl_md_part(cl_writer *w, cl_inline *in, cl_slice part, cl_md_place place);
/* A text that has neither. */
void cl_md_text(cl_writer *w, cl_slice text, cl_md_place place);
/* "](address)" */
void cl_md_target(cl_writer *w, cl_slice url);

/* What is known of an article as YAML between two lines "---". */
void cl_md_front_matter(cl_writer *w, const cl_record *record);

#endif
