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

cutline_status cl_output_write(
    const cl_record *record, cutline_format format, cutline_write_fn write, void *user, cutline_error *error) {
    cl_writer w = {.write = write, .user = user, .count = 0, .failed = false};
    switch (format) {
    case CUTLINE_FORMAT_TEXT:
        cl_output_text(&w, record);
        break;
    case CUTLINE_FORMAT_JSON:
        cl_output_json(&w, record);
        break;
    case CUTLINE_FORMAT_MARKDOWN:
        cl_output_markdown(&w, record);
        break;
    case CUTLINE_FORMAT_BLOCKS:
        cl_output_blocks(&w, record);
        break;
    case CUTLINE_FORMAT_FEATURES:
        cl_output_features(&w, record);
        break;
    case CUTLINE_FORMAT_XRAY:
        cl_output_xray(&w, record);
        break;
    default:
        return cl_fail(
            error, CUTLINE_E_ARGUMENT, CUTLINE_STAGE_OUTPUT, 0, "there is no such format: use text, json or markdown");
    }
    cl_writer_flush(&w);
    return w.failed ? cl_fail(error, CUTLINE_E_WRITE, CUTLINE_STAGE_OUTPUT, 0, NULL) : CUTLINE_OK;
}
