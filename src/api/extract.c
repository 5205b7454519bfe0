#include "api/context.h"
#include "base/status.h"

#define REPLACEMENT "\xef\xbf\xbd" /* U+FFFD */

/* A copy in the context's arena of a string of the options, which a record outlives. Names of files are any bytes, the
 * strings of a record UTF-8: what is not becomes U+FFFD, byte by byte. */
static bool keep(cutline_context *context, const char *text, cl_slice *copy) {
    *copy = CL_SLICE_NONE;
    if (!text)
        return true;
    cl_slice rest = cl_slice_z(text);
    char *const out = rest.size < SIZE_MAX / 3 ? cl_arena_alloc(&context->arena, rest.size * 3) : NULL;
    if (!out)
        return false;
    size_t size = 0, valid = 0;
    while (!cl_utf8_valid(rest.data, rest.size, &valid)) {
        memcpy(out + size, rest.data, valid);
        memcpy(out + size + valid, REPLACEMENT, sizeof REPLACEMENT - 1);
        size += valid + sizeof REPLACEMENT - 1;
        rest = cl_slice_of(rest.data + valid + 1, rest.size - valid - 1);
    }
    memcpy(out + size, rest.data, rest.size);
    *copy = cl_slice_of(out, size + rest.size);
    return true;
}

/* Makes the record of a decoded page in context->record. */
static cutline_status make_fields(cutline_context *context, const cl_decoded *decoded, uint64_t bytes,
    const cutline_options *options, cutline_error *error) {
    cl_record_options known = {.bytes = bytes,
        .measure = options && options->features,
        .dropped = options && options->dropped,
        .favor = options ? options->favor : CUTLINE_FAVOR_BALANCE,
        .roles = options ? options->roles : 0};
    if (decoded->encoding)
        known.encoding = cl_encoding_name(decoded->encoding);
    if (!context->maker)
        context->maker = cl_record_maker_new(&context->allocator);
    if (!context->maker || (options && !keep(context, options->path, &known.path)) ||
        (options && !keep(context, options->url, &known.url)) ||
        (options && !keep(context, options->fetched, &known.fetched)))
        return cl_fail(error, CUTLINE_E_NOMEM, CUTLINE_STAGE_RECORD, 0, NULL);
    cutline_kind kind = options ? options->kind : CUTLINE_KIND_AUTO;
    if (kind == CUTLINE_KIND_AUTO)
        kind = cl_kind_of(decoded->text);
    if (kind == CUTLINE_KIND_TEXT)
        return cl_record_make_text(context->maker, decoded->text, &known, &context->record, error);
    const cl_parse_options how = {
        .scripting = options && options->scripting > 0,
        .max_depth = cl_options_limit(options, CUTLINE_LIMIT_TREE_DEPTH),
        .max_nodes = cl_options_limit(options, CUTLINE_LIMIT_TREE_NODES),
    };
    const cutline_status status = cl_context_parse(context, decoded, &how, error);
    return status == CUTLINE_OK ? cl_record_make(context->maker, &context->dom, &known, &context->record, error)
                                : status;
}

static cutline_status make_record(cutline_context *context, const cl_decoded *decoded, uint64_t bytes,
    const cutline_options *options, cutline_error *error) {
    const cutline_status status = make_fields(context, decoded, bytes, options, error);
    if (options) {
        context->record.choice.without_fields = options->without_fields;
        context->record.choice.with = options->with;
        context->record.choice.without = options->without;
    }
    return status;
}

static bool is_within(const cl_buffer *buffer, const char *at) {
    return buffer->at && (uintptr_t)at - (uintptr_t)buffer->at < buffer->capacity;
}

/* `copy`: the bytes go away after the call, so that what was not decoded into the context's memory is copied there. */
static cutline_status extract(cutline_context *context, const void *bytes, size_t size, const cutline_options *options,
    bool copy, cutline_error *error) {
    context->record = (cl_record){.title = CL_SLICE_NONE};
    cl_arena_reset(&context->arena);
    if (size == 0)
        return cl_fail(error, CUTLINE_E_EMPTY, CUTLINE_STAGE_INPUT, 0, NULL);
    const bool encoded =
        options && (options->encoding || (options->charset && cl_encoding_for_label(cl_slice_z(options->charset))));
    const char *const binary = bytes ? cl_sniff_binary(bytes, size, encoded) : NULL;
    if (binary)
        return cl_fail(error, CUTLINE_E_NOT_A_PAGE, CUTLINE_STAGE_INPUT, 0, binary);
    cl_decoded decoded;
    const cutline_status status = cl_context_decode(context, bytes, size, options, &decoded, error);
    if (status != CUTLINE_OK)
        return status;
    if (copy && !is_within(&context->decoder.buffer, decoded.text.data)) {
        if (!cl_buffer_put(&context->allocator, &context->page, decoded.text.data, decoded.text.size))
            return cl_fail(error, CUTLINE_E_NOMEM, CUTLINE_STAGE_INPUT, 0, NULL);
        decoded.text.data = context->page.at ? context->page.at : "";
    }
    return make_record(context, &decoded, size, options, error);
}

cutline_status cutline_context_extract(cutline_context *context, const void *bytes, size_t size,
    const cutline_options *options, const cutline_record **record, cutline_error *error) {
    if (record)
        *record = NULL;
    if (!context || !record)
        return cl_fail(error, CUTLINE_E_ARGUMENT, CUTLINE_STAGE_NONE, 0,
            "cutline_context_extract: a context and a record are needed");
    const cutline_status status = extract(context, bytes, size, options, false, error);
    if (status == CUTLINE_OK)
        *record = &context->record;
    return status;
}

cutline_status cutline_extract(const void *bytes, size_t size, cutline_record **record, cutline_error *error) {
    if (!record)
        return cl_fail(error, CUTLINE_E_ARGUMENT, CUTLINE_STAGE_NONE, 0, "cutline_extract: a record is needed");
    *record = NULL;
    cutline_context *context;
    cutline_status status = cutline_context_new(NULL, &context);
    if (status != CUTLINE_OK)
        return cl_fail(error, status, CUTLINE_STAGE_NONE, 0, NULL);
    status = extract(context, bytes, size, NULL, true, error);
    if (status == CUTLINE_OK)
        *record = &context->record;
    else
        cutline_context_free(context);
    return status;
}

/* The record of cutline_extract() stands in a context of its own: both end together. */
void cutline_record_free(cutline_record *record) {
    if (record)
        cutline_context_free((cutline_context *)(void *)((char *)record - offsetof(cutline_context, record)));
}
