#include "api/context.h"
#include "base/status.h"
#include "output/output.h"

cutline_status cutline_output_open(cutline_context *context, cutline_format format, const cutline_options *options,
    cutline_write_fn write, void *user, cutline_output **output, cutline_error *error) {
    if (output)
        *output = NULL;
    if (!context || !write || !output)
        return cl_fail(error, CUTLINE_E_ARGUMENT, CUTLINE_STAGE_OUTPUT, 0,
            "cutline_output_open: a context, a write function and an output are needed");
    return cl_output_open(
        &context->allocator, format, options ? options->without_fields : 0, write, user, output, error);
}

cutline_status cutline_output_add(cutline_output *output, const cutline_record *record, cutline_error *error) {
    if (!output || !record)
        return cl_fail(error, CUTLINE_E_ARGUMENT, CUTLINE_STAGE_OUTPUT, 0,
            "cutline_output_add: an output and a record are needed");
    return cl_output_add(output, record, error);
}

cutline_status cutline_output_close(cutline_output *output, cutline_error *error) {
    return cl_output_close(output, error);
}
