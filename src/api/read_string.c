/* Readers of single fields for strings that stand alone. Each is given what record/ gives it on a page. */
#include "api/context.h"
#include "base/status.h"
#include "output/writer.h"
#include "record/byline.h"
#include "record/credit.h"
#include "record/date.h"
#include "record/fields.h"
#include "record/string.h"

#define STRING_MAX 16384u /* bytes; no line of a page that is one of these fields comes near */
#define MARK       "\xef\xbf\xbd"

/* The beginning of a string, in valid UTF-8. */
static cl_slice valid_text(cl_slice s, cl_arena *arena, bool *failed) {
    if (s.size > STRING_MAX) {
        s.size = STRING_MAX;
        for (unsigned i = 0; i < 3 && ((unsigned char)s.data[s.size] & 0xC0) == 0x80; i++)
            s.size--; /* a whole character */
    }
    size_t valid = 0;
    if (!s.size || cl_utf8_valid(s.data, s.size, &valid))
        return s;
    char *const out = cl_arena_array(arena, s.size, sizeof MARK - 1);
    if (!out) {
        *failed = true;
        return CL_SLICE_NONE;
    }
    size_t size = 0;
    for (size_t at = 0; at < s.size; at++) { /* behind a valid part stands one byte that is none */
        valid = 0;
        const bool rest = cl_utf8_valid(s.data + at, s.size - at, &valid);
        const size_t part = rest ? s.size - at : valid;
        memcpy(out + size, s.data + at, part);
        size += part;
        at += part;
        if (at < s.size) {
            memcpy(out + size, MARK, sizeof MARK - 1);
            size += sizeof MARK - 1;
        }
    }
    return cl_slice_of(out, size);
}

static void put_or_null(cl_writer *w, cl_slice s) {
    if (s.size)
        cl_put_json_string(w, s);
    else
        cl_put_text(w, "null");
}

static void put_byline(cl_writer *w, cl_slice text, cl_arena *arena, bool *failed) {
    cl_names names = {.count = 0};
    bool any = false;
    cl_byline_read(text, arena, &names, failed);
    cl_put_text(w, "[");
    for (size_t i = 0; i < names.count; i++) {
        if (names.at[i].task != CL_TASK_WROTE)
            continue;
        if (any)
            cl_put_text(w, ",");
        any = true;
        cl_put_json_string(w, names.at[i].text);
    }
    cl_put_text(w, "]");
}

static void put_date(cl_writer *w, cl_slice text, const cl_date_known *known, cl_arena *arena, bool *failed) {
    cl_date date;
    put_or_null(w, cl_date_read(text, known, &date) ? cl_date_write(&date, arena, failed) : CL_SLICE_NONE);
}

static void put_caption(cl_writer *w, cl_slice text) {
    cl_slice caption, credit;
    bool any = false;
    cl_caption_split(text, &caption, &credit);
    cl_put_text(w, "{");
    cl_put_name(w, &any, CL_SLICE("caption"));
    put_or_null(w, caption);
    cl_put_name(w, &any, CL_SLICE("credit"));
    put_or_null(w, credit);
    cl_put_text(w, "}");
}

static cutline_status wrong(const char *message, cutline_error *error) {
    return cl_fail(error, CUTLINE_E_ARGUMENT, CUTLINE_STAGE_RECORD, 0, message);
}

cutline_status cutline_read_string(cutline_context *context, cutline_reading reading, cutline_string text,
    const cutline_known *known, cutline_write_fn write, void *user, cutline_error *error) {
    static const cl_date_known plain = {.reference = NULL};
    cl_date_known dates = {.partial = true, .language = known ? known->language : CL_SLICE_NONE};
    cl_date reference;
    if (!context || !write)
        return wrong("cutline_read_string: a context and a write function are needed", error);
    if (reading < CUTLINE_READ_BYLINE || reading > CUTLINE_READ_HEADLINE)
        return wrong("cutline_read_string: there is no such reading: see cutline_reading", error);
    if (known && known->reference.size) {
        if (!cl_date_read(known->reference, &plain, &reference))
            return wrong("cutline_read_string: the reference is no date: 2024-05-01, 2024-05-01T10:00:00Z", error);
        dates.reference = &reference;
    }
    cl_arena arena;
    cl_writer w = {.write = write, .user = user, .count = 0, .failed = false};
    bool failed = false;
    cl_arena_init(&arena, &context->allocator);
    text = cl_clean(valid_text(text, &arena, &failed), &arena, true, &failed);
    if (reading == CUTLINE_READ_BYLINE)
        put_byline(&w, text, &arena, &failed);
    else if (reading == CUTLINE_READ_DATE)
        put_date(&w, text, &dates, &arena, &failed);
    else if (reading == CUTLINE_READ_CAPTION)
        put_caption(&w, text);
    else
        put_or_null(&w, cl_title_without_site(text, known ? known->site : CL_SLICE_NONE));
    cl_put_text(&w, "\n");
    if (!failed)
        cl_writer_flush(&w);
    cl_arena_free(&arena);
    return failed     ? cl_fail(error, CUTLINE_E_NOMEM, CUTLINE_STAGE_RECORD, 0, NULL)
           : w.failed ? cl_fail(error, CUTLINE_E_WRITE, CUTLINE_STAGE_OUTPUT, 0, NULL)
                      : CUTLINE_OK;
}
