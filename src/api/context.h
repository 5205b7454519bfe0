/* The glue over the stages: what a context and a set of options hold.
 *
 * In: the caller's bytes and options. Out: a tree, or a record, that belong to the context. */
#ifndef CL_API_CONTEXT_H
#define CL_API_CONTEXT_H

#include "encoding/encoding.h"
#include "html/html.h"
#include "input/input.h"
#include "record/record.h"

#define CL_LIMIT_COUNT 5 /* one beyond the last cutline_limit */

struct cutline_options {
    char *path;
    char *url;
    char *fetched;
    char *charset;
    char *fragment;
    const cl_encoding *encoding;
    cutline_kind kind;
    cutline_favor favor;
    int scripting; /* -1: not set */
    bool features;
    bool dropped;
    uint32_t roles; /* bit 1 << role: those of the text besides the body */
    uint64_t without_fields; /* as in cl_record.choice */
    uint32_t with, without;
    uint64_t limits[CL_LIMIT_COUNT];
};

struct cutline_context {
    cutline_allocator allocator;
    cl_decoder decoder;
    cl_parser *parser;
    cl_dom dom;
    cl_record_maker *maker; /* made with the first record */
    cl_record record;
    cl_arena arena; /* strings of the options that a record points to */
    cl_buffer page; /* of cutline_extract(): the page, whose bytes the caller may take away */
    cl_input input; /* memory of the inputs, lent to the one that is open */
};

/* Value of a limit, its default where there are no options or they do not set it. */
uint64_t cl_options_limit(const cutline_options *options, cutline_limit limit);

/* Decodes a page for the context. CUTLINE_E_LIMIT, _NOMEM, _ARGUMENT (bytes NULL with a size). */
cutline_status cl_context_decode(cutline_context *context, const void *bytes, size_t size,
    const cutline_options *options, cl_decoded *decoded, cutline_error *error);
/* Parses what was decoded into context->dom. */
cutline_status cl_context_parse(
    cutline_context *context, const cl_decoded *decoded, const cl_parse_options *how, cutline_error *error);

/* Whether text is HTML, or was flattened already: CUTLINE_KIND_HTML or _TEXT. */
cutline_kind cl_kind_of(cl_slice text);

#endif
