/* Which encoding bytes are in that are not UTF-8 and do not truly say. */
#ifndef CL_ENCODING_DETECT_H
#define CL_ENCODING_DETECT_H

#include "encoding/encoding.h"

/* How the bytes look as UTF-8. */
typedef struct cl_utf8_survey {
    size_t good; /* code points of two bytes or more */
    size_t bad;  /* times that U+FFFD would have to stand in */
} cl_utf8_survey;

cl_utf8_survey cl_survey_utf8(const struct cl_kernels *kernels, const char *bytes, size_t size);

/* Whether bytes that look so are UTF-8 with some damage, and not another encoding. */
bool cl_utf8_damaged(cl_utf8_survey survey, bool declared);

/* The encoding that the bytes look like, and how sure that is (0 to 1); NULL where nothing can be said. */
const cl_encoding *cl_detect(const char *bytes, size_t size, double *confidence);

#endif
