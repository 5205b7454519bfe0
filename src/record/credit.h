/* Captions and credits apart. */
#ifndef CL_RECORD_CREDIT_H
#define CL_RECORD_CREDIT_H

#include "base/slice.h"

/* The caption without its credit, and the credit without brackets and "Photo:"; either absent where there is none. Both
 * are parts of `text`. */
void cl_caption_split(cl_slice text, cl_slice *caption, cl_slice *credit);

/* A text that is known to be a credit, without brackets and words such as "Photo:"; a part of it. */
cl_slice cl_credit_clean(cl_slice credit);

/* The same of a text that is known to be a credit, with or without a caption before it; the credit as it stands. */
void cl_credit_split(cl_slice text, cl_slice *caption, cl_slice *credit);

/* A caption whose credit was taken away, without what led up to that: "Photo:", a dash. */
cl_slice cl_caption_trim(cl_slice caption);

/* Whether a text begins with a word for a credit, "Photo:". */
bool cl_begins_with_credit(cl_slice text);

/* Whether a part of a caption that an element holds is a credit, as far as its words tell. */
bool cl_looks_like_credit(cl_slice text);

#endif
