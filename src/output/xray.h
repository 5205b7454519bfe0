/* What the files of the X-ray have in common: one HTML page, nothing loaded, no script; shown by its style alone. */
#ifndef CL_OUTPUT_XRAY_H
#define CL_OUTPUT_XRAY_H

#include "output/markup.h"

/* A probability in percent. */
void cl_put_percent(cl_writer *w, double value);

/* One file each. */
void cl_put_xray_style(cl_writer *w);
void cl_put_xray_blocks(cl_writer *w, const cl_record *record);

#endif
