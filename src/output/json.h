/* One field of a record as a member of an object of JSON: for JSON itself, and for what has JSON in a cell. */
#ifndef CL_OUTPUT_JSON_H
#define CL_OUTPUT_JSON_H

#include "output/choice.h"
#include "output/writer.h"

/* Nothing where the record has no such field. `*any`: as in cl_put_name(). */
void cl_put_json_field(cl_writer *w, bool *any, const cl_record *record, cl_field field);

#endif
