#include "work.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int buffer_write(void *user, const char *data, size_t size) {
    buffer *const b = user;
    if (size > b->capacity - b->size) {
        if (size > SIZE_MAX / 4 - b->capacity)
            return 1;
        const size_t capacity = b->capacity + b->capacity / 2 + size;
        char *const at = realloc(b->at, capacity);
        if (!at)
            return 1;
        b->at = at;
        b->capacity = capacity;
    }
    if (size)
        memcpy(b->at + b->size, data, size);
    b->size += size;
    return 0;
}

void buffer_free(buffer *b) {
    free(b->at);
    *b = (buffer){.at = NULL};
}

cutline_status work_on(cutline_context *context, const void *bytes, size_t size, const cutline_options *options,
    cutline_format format, buffer *out, cutline_error *error) {
    const cutline_record *record = NULL;
    out->size = 0;
    *error = (cutline_error){.status = CUTLINE_OK};
    cutline_status status = cutline_context_extract(context, bytes, size, options, &record, error);
    if (status == CUTLINE_OK)
        status = cutline_record_write(record, format, buffer_write, out, error);
    if (status == CUTLINE_E_WRITE) /* all that a buffer can lack */
        *error = (cutline_error){.status = status = CUTLINE_E_NOMEM, .stage = CUTLINE_STAGE_OUTPUT};
    return status;
}
