/* The work on one page. Nothing here needs the interpreter. */
#ifndef CUTLINE_PYTHON_WORK_H
#define CUTLINE_PYTHON_WORK_H

#include <cutline.h>
#include <stdbool.h>

typedef struct buffer {
    char *at;
    size_t size, capacity;
} buffer;

/* A cutline_write_fn whose user is a buffer; 1 where there is no memory. */
int buffer_write(void *user, const char *data, size_t size);
void buffer_free(buffer *b);

/* Reads a page and puts what a format writes of it into the buffer, which is emptied first. */
cutline_status work_on(cutline_context *context, const void *bytes, size_t size, const cutline_options *options,
    cutline_format format, buffer *out, cutline_error *error);

#endif
