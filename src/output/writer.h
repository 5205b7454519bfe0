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

/* A string in quotation marks, as JSON has it: what needs no escape in one piece. */
void cl_put_json_string(cl_writer *w, cl_slice s);
/* A comma where `*any` says that the object has something in it already, the name and a colon. */
void cl_put_name(cl_writer *w, bool *any, cl_slice name);
/* A member that is a string; nothing where the value is absent. */
void cl_put_field(cl_writer *w, bool *any, cl_slice name, cl_slice value);
void cl_put_number(cl_writer *w, uint64_t value);
/* A number from 0 on, with three digits behind the point. */
void cl_put_thousandths(cl_writer *w, double value);
/* The member "source" of a record. */
void cl_put_source(cl_writer *w, const cl_record *record);

/* One file each. */
void cl_output_json(cl_writer *w, const cl_record *record);
void cl_output_markdown(cl_writer *w, const cl_record *record);
void cl_output_text(cl_writer *w, const cl_record *record);
void cl_output_blocks(cl_writer *w, const cl_record *record);
void cl_output_xray(cl_writer *w, const cl_record *record);
void cl_output_features(cl_writer *w, const cl_record *record);
void cl_output_html(cl_writer *w, const cl_record *record);
void cl_output_csv(cl_writer *w, const cl_record *record);
void cl_output_tsv(cl_writer *w, const cl_record *record);
void cl_output_xml(cl_writer *w, const cl_record *record);
void cl_output_tei(cl_writer *w, const cl_record *record);
void cl_output_ninjs(cl_writer *w, const cl_record *record);

/* Of formats that have something around all records, or between them. */
void cl_html_begin(cl_writer *w);
void cl_html_add(cl_writer *w, const cl_record *record, size_t number);
void cl_html_end(cl_writer *w);
void cl_table_begin(cl_writer *w, char separator, uint64_t without_fields);
void cl_table_add(cl_writer *w, char separator, const cl_record *record);
void cl_xml_begin(cl_writer *w);
void cl_xml_add(cl_writer *w, const cl_record *record);
void cl_tei_begin(cl_writer *w);
void cl_tei_add(cl_writer *w, const cl_record *record);

#endif
