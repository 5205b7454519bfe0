/* A record as bytes, one file a format.
 *
 * In: a record. Out: what `write` is given, in pieces of some kilobytes. Nothing is allocated, but for books and for
 * several records in one file. */
#ifndef CL_OUTPUT_OUTPUT_H
#define CL_OUTPUT_OUTPUT_H

#include "record/record.h"

/* Writes the record in a format. CUTLINE_E_ARGUMENT where the format is none, _E_WRITE where `write` said no. */
cutline_status cl_output_write(
    const cl_record *record, cutline_format format, cutline_write_fn write, void *user, cutline_error *error);

/* Several records in one file: what cutline_output is. */
typedef struct cutline_output cl_output;

/* `without_fields`: as in cl_record.choice. Fails with CUTLINE_E_NOMEM, _E_WRITE or _E_ARGUMENT. */
cutline_status cl_output_open(const cutline_allocator *allocator, cutline_format format, uint64_t without_fields,
    cutline_write_fn write, void *user, cl_output **output, cutline_error *error);
cutline_status cl_output_add(cl_output *output, const cl_record *record, cutline_error *error);
/* Writes what stands behind the last record, if all went well until here, and frees it all. NULL is fine. */
cutline_status cl_output_close(cl_output *output, cutline_error *error);

#endif
