#include "output/output.h"
#include "base/status.h"
#include "output/writer.h"

void cl_writer_flush(cl_writer *w) {
    if (w->count && !w->failed)
        w->failed = w->write(w->user, w->buffer, w->count) != 0;
    w->count = 0;
}

void cl_put(cl_writer *w, const char *data, size_t size) {
    if (size > sizeof w->buffer - w->count) {
        cl_writer_flush(w);
        if (size > sizeof w->buffer / 2) { /* large ones as they are */
            if (!w->failed)
                w->failed = w->write(w->user, data, size) != 0;
            return;
        }
    }
    if (size)
        memcpy(w->buffer + w->count, data, size);
    w->count += size;
}

/* What a format writes of one record: a file by itself. */
static void (*const alone[])(cl_writer *w, const cl_record *record) = {[CUTLINE_FORMAT_TEXT] = cl_output_text,
    [CUTLINE_FORMAT_JSON] = cl_output_json,
    [CUTLINE_FORMAT_MARKDOWN] = cl_output_markdown,
    [CUTLINE_FORMAT_BLOCKS] = cl_output_blocks,
    [CUTLINE_FORMAT_FEATURES] = cl_output_features,
    [CUTLINE_FORMAT_XRAY] = cl_output_xray,
    [CUTLINE_FORMAT_HTML] = cl_output_html,
    [CUTLINE_FORMAT_CSV] = cl_output_csv,
    [CUTLINE_FORMAT_TSV] = cl_output_tsv,
    [CUTLINE_FORMAT_XML] = cl_output_xml,
    [CUTLINE_FORMAT_TEI] = cl_output_tei,
    [CUTLINE_FORMAT_NINJS] = cl_output_ninjs};

static bool is_format(cutline_format format) {
    return (int)format > 0 && (size_t)format < sizeof alone / sizeof *alone && alone[format];
}

static cutline_status no_format(cutline_error *error) {
    return cl_fail(error, CUTLINE_E_ARGUMENT, CUTLINE_STAGE_OUTPUT, 0, "there is no such format: see cutline_format");
}

cutline_status cl_output_write(
    const cl_record *record, cutline_format format, cutline_write_fn write, void *user, cutline_error *error) {
    cl_writer w = {.write = write, .user = user, .count = 0, .failed = false};
    if (!is_format(format))
        return no_format(error);
    alone[format](&w, record);
    cl_writer_flush(&w);
    return w.failed ? cl_fail(error, CUTLINE_E_WRITE, CUTLINE_STAGE_OUTPUT, 0, NULL) : CUTLINE_OK;
}

struct cutline_output {
    const cutline_allocator *allocator;
    cutline_format format;
    size_t count; /* of the records so far */
    cl_writer writer;
};

static cutline_status flushed(cl_output *o, cutline_error *error) {
    cl_writer_flush(&o->writer);
    return o->writer.failed ? cl_fail(error, CUTLINE_E_WRITE, CUTLINE_STAGE_OUTPUT, 0, NULL) : CUTLINE_OK;
}

/* What stands before the first record. */
static void put_begin(cl_output *o, uint64_t without_fields) {
    cl_writer *const w = &o->writer;
    if (o->format == CUTLINE_FORMAT_HTML)
        cl_html_begin(w);
    else if (o->format == CUTLINE_FORMAT_CSV || o->format == CUTLINE_FORMAT_TSV)
        cl_table_begin(w, o->format == CUTLINE_FORMAT_CSV ? ',' : '\t', without_fields);
    else if (o->format == CUTLINE_FORMAT_TEI)
        cl_tei_begin(w);
    else if (o->format == CUTLINE_FORMAT_XML) {
        cl_xml_begin(w);
        cl_put_text(w, "<records>\n");
    }
}

static void put_record(cl_output *o, const cl_record *record) {
    cl_writer *const w = &o->writer;
    if (o->format == CUTLINE_FORMAT_HTML)
        cl_html_add(w, record, o->count);
    else if (o->format == CUTLINE_FORMAT_CSV || o->format == CUTLINE_FORMAT_TSV)
        cl_table_add(w, o->format == CUTLINE_FORMAT_CSV ? ',' : '\t', record);
    else if (o->format == CUTLINE_FORMAT_TEI)
        cl_tei_add(w, record);
    else if (o->format == CUTLINE_FORMAT_XML)
        cl_xml_add(w, record);
    else
        alone[o->format](w, record);
}

/* And behind the last. */
static void put_end(cl_output *o) {
    cl_writer *const w = &o->writer;
    if (o->format == CUTLINE_FORMAT_HTML)
        cl_html_end(w);
    else if (o->format == CUTLINE_FORMAT_TEI)
        cl_put_text(w, "</teiCorpus>\n");
    else if (o->format == CUTLINE_FORMAT_XML)
        cl_put_text(w, "</records>\n");
}

cutline_status cl_output_open(const cutline_allocator *allocator, cutline_format format, uint64_t without_fields,
    cutline_write_fn write, void *user, cl_output **output, cutline_error *error) {
    *output = NULL;
    if (!is_format(format))
        return no_format(error);
    cl_output *const o = cl_realloc(allocator, NULL, 0, sizeof *o);
    if (!o)
        return cl_fail(error, CUTLINE_E_NOMEM, CUTLINE_STAGE_OUTPUT, 0, NULL);
    *o = (cl_output){.allocator = allocator, .format = format, .writer = {.write = write, .user = user}};
    put_begin(o, without_fields);
    const cutline_status status = flushed(o, error);
    if (status == CUTLINE_OK)
        *output = o;
    else
        cl_free(allocator, o, sizeof *o);
    return status;
}

cutline_status cl_output_add(cl_output *o, const cl_record *record, cutline_error *error) {
    o->count++;
    put_record(o, record);
    return flushed(o, error);
}

cutline_status cl_output_close(cl_output *o, cutline_error *error) {
    if (!o)
        return CUTLINE_OK;
    put_end(o);
    const cutline_status status = flushed(o, error);
    cl_free(o->allocator, o, sizeof *o);
    return status;
}
