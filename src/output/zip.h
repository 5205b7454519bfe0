/* ZIP archives (PKWARE's APPNOTE.TXT 6.3.10), written front to back: files stored or deflated, without ZIP64, with one
 * time for all (1980-01-01), so that the same files give the same bytes. */
#ifndef CL_OUTPUT_ZIP_H
#define CL_OUTPUT_ZIP_H

#include "base/vector.h"
#include "output/writer.h"

typedef struct cl_zip {
    const cutline_allocator *allocator;
    cl_writer *w;
    cl_buffer directory; /* of the files so far: stands at the end */
    cl_buffer packed;
    uint64_t size; /* of what was written */
    size_t count;
} cl_zip;

/* Adds a file; `name` is ASCII. CUTLINE_E_NOMEM, or _E_LIMIT where the archive is more than ZIP has room for. */
cutline_status cl_zip_add(cl_zip *zip, const char *name, cl_slice data, bool deflated);
/* Writes the directory of it all. */
void cl_zip_end(cl_zip *zip);
void cl_zip_free(cl_zip *zip);

#endif
