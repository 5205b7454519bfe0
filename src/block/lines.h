/* What the model for flattened text sees of a unit.
 *
 * In: the units of a text, and blocks made of them. Out, unit by unit: a row as features.h has it, with columns of its
 * own (lines_data.inc). The text of a unit is measured as that of any block; what there is of markup, indent and blank
 * lines stands for what tags are in a page. The ids of classes are what stands at the ends of it and of its neighbours,
 * by which can be told whether two units are one. */
#ifndef CL_BLOCK_LINES_H
#define CL_BLOCK_LINES_H

#include "block/features.h"

/* Numbers of the columns. */
enum {
#define SHARED(name) CL_L_##name,
#define LINE(name)   CL_L_##name,
#include "block/lines_data.inc"
#undef SHARED
#undef LINE
    CL_LINE_COUNT
};

typedef struct cl_lines {
    cl_features *features;
    const cl_text *text;
    uint8_t page[CL_LINE_COUNT]; /* the columns that are the same for all units */
} cl_lines;

/* The name of a column, a constant; absent from CL_LINE_COUNT on. */
cl_slice cl_line_name(size_t column);

/* Measures a text. What it was given must stay as it is while rows are asked for; `features` is filled.
 * CUTLINE_E_NOMEM. */
cutline_status cl_lines_measure(
    cl_lines *lines, cl_features *features, const cl_text *text, const cl_blocks *blocks, cutline_error *error);
/* Fills the row of a unit, the first CL_LINE_COUNT columns of it. */
void cl_lines_row(const cl_lines *lines, uint32_t unit, cl_feature_row *row);

#endif
