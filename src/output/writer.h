/* Bytes gathered and given to a write function in pieces of some kilobytes. */
#ifndef CL_OUTPUT_WRITER_H
#define CL_OUTPUT_WRITER_H

#include "output/output.h"

typedef struct cl_writer {
    cutline_write_fn write;
    void *user;
    size_t count;
    bool failed; /* the write function said no: nothing is written any more */
    char buffer[8192];
} cl_writer;

void cl_put(cl_writer *w, const char *data, size_t size);
void cl_writer_flush(cl_writer *w);

static inline void cl_put_slice(cl_writer *w, cl_slice s) {
    cl_put(w, s.data, s.size);
}
/* A constant. */
#define cl_put_text(w, literal) cl_put((w), (literal), sizeof(literal) - 1)

/* One file each. */
void cl_output_json(cl_writer *w, const cl_record *record);
void cl_output_markdown(cl_writer *w, const cl_record *record);
void cl_output_text(cl_writer *w, const cl_record *record);

#endif
