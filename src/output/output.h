/* A record as bytes, one file a format.
 *
 * In: a record. Out: what `write` is given, in pieces of some kilobytes. Nothing is allocated. */
#ifndef CL_OUTPUT_OUTPUT_H
#define CL_OUTPUT_OUTPUT_H

#include "record/record.h"

/* Writes the record in a format. CUTLINE_E_ARGUMENT where the format is none, _E_WRITE where `write` said no. */
cutline_status cl_output_write(
    const cl_record *record, cutline_format format, cutline_write_fn write, void *user, cutline_error *error);

#endif
