#include "output/output.h"
#include "base/status.h"
#include "output/epub.h"
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
    return format == CUTLINE_FORMAT_EPUB ||
           ((int)format > 0 && (size_t)format < sizeof alone / sizeof *alone && alone[format]);
}

static cutline_status no_format(cutline_error *error) {
    return cl_fail(error, CUTLINE_E_ARGUMENT, CUTLINE_STAGE_OUTPUT, 0, "there is no such format: see cutline_format");
}

/* A book of one article. */
static cutline_status write_book(const cl_record *record, cl_writer *w, cutline_error *error) {
    cl_book book;
    cl_book_begin(&book, &cl_allocator_default, w);
    cl_book_add(&book, record);
    cl_book_end(&book);
    cl_writer_flush(w);
    const cutline_status status = book.status;
    cl_book_free(&book);
    if (status != CUTLINE_OK)
        return cl_fail(error, status, CUTLINE_STAGE_OUTPUT, 0, NULL);
    return w->failed ? cl_fail(error, CUTLINE_E_WRITE, CUTLINE_STAGE_OUTPUT, 0, NULL) : CUTLINE_OK;
}

cutline_status cl_output_write(
    const cl_record *record, cutline_format format, cutline_write_fn write, void *user, cutline_error *error) {
    cl_writer w = {.write = write, .user = user, .count = 0, .failed = false};
    if (!is_format(format))
        return no_format(error);
    if (format == CUTLINE_FORMAT_EPUB)
        return write_book(record, &w, error);
    alone[format](&w, record);
    cl_writer_flush(&w);
    return w.failed ? cl_fail(error, CUTLINE_E_WRITE, CUTLINE_STAGE_OUTPUT, 0, NULL) : CUTLINE_OK;
}

struct cutline_output {
    const cutline_allocator *allocator;
    cutline_format format;
    size_t count; /* of the records so far */
    cl_writer writer;
    cl_book book; /* of CUTLINE_FORMAT_EPUB */
};

static cutline_status flushed(cl_output *o, cutline_error *error) {
    cl_writer_flush(&o->writer);
    if (o->format == CUTLINE_FORMAT_EPUB && o->book.status != CUTLINE_OK)
        return cl_fail(error, o->book.status, CUTLINE_STAGE_OUTPUT, 0,
            o->book.status == CUTLINE_E_LIMIT ? "there are more articles than one EPUB holds: make several" : NULL);
    return o->writer.failed ? cl_fail(error, CUTLINE_E_WRITE, CUTLINE_STAGE_OUTPUT, 0, NULL) : CUTLINE_OK;
}

/* What stands before the first record. */
static void put_begin(cl_output *o, uint64_t without_fields) {
    cl_writer *const w = &o->writer;
    if (o->format == CUTLINE_FORMAT_HTML)
        cl_html_begin(w);
    else if (o->format == CUTLINE_FORMAT_CSV || o->format == CUTLINE_FORMAT_TSV)
        cl_table_begin(w, o->format == CUTLINE_FORMAT_CSV ? ',' : '\t', without_fields);
    else if (o->format == CUTLINE_FORMAT_EPUB)
        cl_book_begin(&o->book, o->allocator, w);
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
    else if (o->format == CUTLINE_FORMAT_EPUB)
        cl_book_add(&o->book, record);
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
    else if (o->format == CUTLINE_FORMAT_EPUB)
        cl_book_end(&o->book);
    else if (o->format == CUTLINE_FORMAT_XML)
        cl_put_text(w, "</records>\n");
}

static void release(cl_output *o) {
    if (o->format == CUTLINE_FORMAT_EPUB)
        cl_book_free(&o->book);
    cl_free(o->allocator, o, sizeof *o);
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
        release(o);
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
    release(o);
    return status;
}
