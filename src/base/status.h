/* Failing in one line. */
#ifndef CL_BASE_STATUS_H
#define CL_BASE_STATUS_H

#include <cutline.h>

/* Fills `error` (may be NULL) and returns `status`. `message` NULL means the status's own sentence. */
cutline_status cl_fail(
    cutline_error *error, cutline_status status, cutline_stage stage, uint64_t offset, const char *message);

#endif
