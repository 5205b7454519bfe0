/* A name for what has no address: a UUID of version 8 (RFC 9562), the same for the same articles. */
#ifndef CL_OUTPUT_UUID_H
#define CL_OUTPUT_UUID_H

#include "output/writer.h"

/* All zeros before the first article. */
typedef struct cl_uuid {
    uint64_t first, second;
} cl_uuid;

void cl_uuid_add(cl_uuid *uuid, const cl_record *record);
/* "urn:uuid:" and the UUID. */
void cl_put_uuid(cl_writer *w, cl_uuid uuid);

#endif
