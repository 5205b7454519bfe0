/* Who serves what is embedded, and what kind of thing that is, by its address. */
#ifndef CL_RECORD_PROVIDERS_H
#define CL_RECORD_PROVIDERS_H

#include "base/slice.h"

typedef struct cl_provider {
    const char *host; /* it and what is below it; with a path where the host serves other things too */
    const char *name; /* NULL: nothing of the story is there (advertisements, counters) */
    const char *type; /* as in cutline_media */
} cl_provider;

/* NULL where it is not known. */
const cl_provider *cl_provider_of(cl_slice url);

#endif
