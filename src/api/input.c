#include "api/context.h"
#include "base/checked.h"
#include "base/status.h"

#include <unistd.h>

struct cutline_input {
    cutline_context *context;
    cl_input memory; /* the context's, or its own where the context has lent that already */
    cl_input_limits limits;
    int fd;
    bool is_read;
    size_t size; /* of this block, strings included */
    cl_slice path, url, charset;
};

static cl_slice place(char **at, cl_slice s) {
    if (!s.data)
        return CL_SLICE_NONE;
    char *const copy = *at;
    memcpy(copy, s.data, s.size);
    copy[s.size] = '\0';
    *at += s.size + 1;
    return cl_slice_of(copy, s.size);
}

/* An input with copies of its strings, in one block. */
static cutline_input *make(cutline_context *context, cl_slice path, cl_slice url, cl_slice charset) {
    size_t size = sizeof(cutline_input) + 3;
    if (!cl_add(size, path.size, &size) || !cl_add(size, url.size, &size) || !cl_add(size, charset.size, &size))
        return NULL;
    cutline_input *const input = cl_realloc(&context->allocator, NULL, 0, size);
    if (!input)
        return NULL;
    char *at = (char *)(input + 1);
    *input = (cutline_input){.context = context, .fd = -1, .size = size};
    input->path = place(&at, path);
    input->url = place(&at, url);
    input->charset = place(&at, charset);
    input->memory = context->input;
    cl_input_init(&context->input, &context->allocator);
    return input;
}

cutline_status cutline_input_open(cutline_context *context, const char *path, const cutline_options *options,
    cutline_input **input, cutline_error *error) {
    if (input)
        *input = NULL;
    if (!context || !path || !input)
        return cl_fail(error, CUTLINE_E_ARGUMENT, CUTLINE_STAGE_INPUT, 0,
            "cutline_input_open: a context, a path and an input are needed");
    cutline_input *const made = make(context, cl_slice_z(path), options ? cl_slice_z(options->url) : CL_SLICE_NONE,
        options ? cl_slice_z(options->charset) : CL_SLICE_NONE);
    if (!made)
        return cl_fail(error, CUTLINE_E_NOMEM, CUTLINE_STAGE_INPUT, 0, NULL);
    made->limits = (cl_input_limits){
        cl_options_limit(options, CUTLINE_LIMIT_PAGE_BYTES), cl_options_limit(options, CUTLINE_LIMIT_UNPACK_RATIO)};
    cutline_status status = CUTLINE_OK;
    if (strcmp(path, "-") == 0)
        made->fd = STDIN_FILENO;
    else
        status = cl_input_open(path, &made->fd, error);
    if (status != CUTLINE_OK) {
        cutline_input_close(made);
        return status;
    }
    *input = made;
    return CUTLINE_OK;
}

cutline_status cutline_input_next(cutline_input *input, cutline_page *page, cutline_error *error) {
    if (page)
        *page = (cutline_page){.bytes = NULL};
    if (!input || !page)
        return cl_fail(
            error, CUTLINE_E_ARGUMENT, CUTLINE_STAGE_INPUT, 0, "cutline_input_next: an input and a page are needed");
    if (input->is_read)
        return CUTLINE_END;
    input->is_read = true;
    page->path = input->path;
    page->url = input->url;
    page->charset = input->charset;
    cl_slice bytes;
    const cutline_status status =
        cl_input_read(&input->memory, input->fd, input->path.data, &input->limits, &bytes, error);
    page->bytes = bytes.data;
    page->size = bytes.size;
    return status;
}

void cutline_input_close(cutline_input *input) {
    if (!input)
        return;
    cutline_context *const context = input->context;
    if (input->fd > STDIN_FILENO || (input->fd == STDIN_FILENO && !cl_slice_equal(input->path, CL_SLICE("-"))))
        close(input->fd);
    cl_input_free(&context->input);
    context->input = input->memory;
    cl_free(&context->allocator, input, input->size);
}
