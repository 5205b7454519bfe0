#include "api/context.h"

#include "base/status.h"

#define TEXT_OF(number)     #number
#define VERSION_OF(a, b, c) TEXT_OF(a) "." TEXT_OF(b) "." TEXT_OF(c)

const char *cutline_version(void) {
    return VERSION_OF(CUTLINE_VERSION_MAJOR, CUTLINE_VERSION_MINOR, CUTLINE_VERSION_PATCH);
}

cutline_status cutline_context_new(const cutline_allocator *allocator, cutline_context **context) {
    if (!context)
        return CUTLINE_E_ARGUMENT;
    *context = NULL;
    const cutline_allocator *const a = allocator ? allocator : &cl_allocator_default;
    if (!a->reallocate || !a->release)
        return CUTLINE_E_ARGUMENT;
    cutline_context *const c = cl_realloc(a, NULL, 0, sizeof *c);
    if (!c)
        return CUTLINE_E_NOMEM;
    *c = (cutline_context){.allocator = *a};
    cl_decoder_init(&c->decoder, &c->allocator);
    cl_dom_init(&c->dom, &c->allocator);
    cl_arena_init(&c->arena, &c->allocator);
    cl_input_init(&c->input, &c->allocator);
    c->parser = cl_parser_new(&c->allocator);
    if (!c->parser) {
        cutline_context_free(c);
        return CUTLINE_E_NOMEM;
    }
    *context = c;
    return CUTLINE_OK;
}

void cutline_context_free(cutline_context *context) {
    if (!context)
        return;
    const cutline_allocator a = context->allocator;
    if (context->maker)
        cl_record_maker_free(context->maker);
    if (context->parser)
        cl_parser_free(context->parser);
    cl_dom_free(&context->dom);
    cl_decoder_free(&context->decoder);
    cl_arena_free(&context->arena);
    cl_vector_free(&context->allocator, &context->page);
    cl_input_free(&context->input);
    cl_free(&a, context, sizeof *context);
}

cutline_status cl_context_decode(cutline_context *context, const void *bytes, size_t size,
    const cutline_options *options, cl_decoded *decoded, cutline_error *error) {
    const uint64_t limit = cl_options_limit(options, CUTLINE_LIMIT_PAGE_BYTES);
    if (!bytes && size)
        return cl_fail(error, CUTLINE_E_ARGUMENT, CUTLINE_STAGE_NONE, 0, "bytes are NULL but their size is not 0");
    if (size > limit)
        return cl_fail(error, CUTLINE_E_LIMIT, CUTLINE_STAGE_INPUT, limit,
            "the page is over its limit of bytes, CUTLINE_LIMIT_PAGE_BYTES (2 GiB unless set): no news page is that "
            "long");
    /* Nothing below sees a NULL: an empty page is an empty string. */
    return cl_decode(&context->decoder, bytes ? bytes : "", size, options ? options->encoding : NULL,
        options ? cl_slice_z(options->charset) : CL_SLICE_NONE, limit, decoded, error);
}

cutline_status cl_context_parse(
    cutline_context *context, const cl_decoded *decoded, const cl_parse_options *how, cutline_error *error) {
    cl_dom *const dom = &context->dom;
    const cutline_status status = cl_html_parse(context->parser, dom, decoded->text, how, error);
    if (status != CUTLINE_OK)
        return status;
    dom->encoding = decoded->encoding ? cl_encoding_name(decoded->encoding) : CL_SLICE_NONE;
    dom->encoding_source = decoded->source;
    return CUTLINE_OK;
}

cutline_status cutline_parse(cutline_context *context, const void *bytes, size_t size, const cutline_options *options,
    const cutline_tree **tree, cutline_error *error) {
    if (tree)
        *tree = NULL;
    if (!context || !tree)
        return cl_fail(
            error, CUTLINE_E_ARGUMENT, CUTLINE_STAGE_NONE, 0, "cutline_parse: a context and a tree are needed");
    context->record = (cl_record){.title = CL_SLICE_NONE};
    cl_decoded decoded;
    cutline_status status = cl_context_decode(context, bytes, size, options, &decoded, error);
    if (status != CUTLINE_OK)
        return status;
    const cl_parse_options how = {
        .scripting = !options || options->scripting != 0,
        .fragment = options ? cl_slice_z(options->fragment) : CL_SLICE_NONE,
        .max_depth = cl_options_limit(options, CUTLINE_LIMIT_TREE_DEPTH),
        .max_nodes = cl_options_limit(options, CUTLINE_LIMIT_TREE_NODES),
    };
    status = cl_context_parse(context, &decoded, &how, error);
    if (status == CUTLINE_OK)
        *tree = &context->dom;
    return status;
}
