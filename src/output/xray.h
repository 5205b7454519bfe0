/* What the files of the X-ray have in common: one HTML page, nothing loaded, no script; shown by its style alone. */
#ifndef CL_OUTPUT_XRAY_H
#define CL_OUTPUT_XRAY_H

#include "output/writer.h"

/* Text and attribute values: what the page says can't become markup, and characters that HTML has no place for are
 * U+FFFD. */
void cl_put_html(cl_writer *w, cl_slice s);
/* A probability in percent. */
void cl_put_percent(cl_writer *w, double value);

/* One file each. */
void cl_put_xray_style(cl_writer *w);
void cl_put_xray_blocks(cl_writer *w, const cl_record *record);

#endif
