/* The parser: any UTF-8 has a tree, in which everything holds that holds for trees, and which can be written.
 *
 * First byte: bit 0 scripting, bit 1 a small limit of depth, bit 2 of nodes, bit 3 memory runs out once; second byte:
 * the context element (0: a document); third: at which allocation. The rest is the page. */
#include "common.h"
#include "html/html.h"

static const char *const contexts[] = {"div", "p", "body", "html", "head", "title", "textarea", "script", "style",
    "noscript", "plaintext", "table", "tbody", "tr", "td", "caption", "colgroup", "select", "option", "template",
    "form", "frameset", "button", "a", "iframe", "svg svg", "svg foreignObject", "svg desc", "svg title", "svg path",
    "svg script", "math math", "math mi", "math annotation-xml", "x-y"};

static void write_twice(const cl_dom *dom, cl_buffer *out, const fuzz_memory *memory) {
    static const cutline_tree_format formats[] = {CUTLINE_TREE_TEST, CUTLINE_TREE_HTML};
    for (size_t i = 0; i < 2; i++) {
        out->count = 0;
        const cutline_status status = cl_dom_write(dom, CL_NODE_DOCUMENT, formats[i], fuzz_append, out, NULL);
        FUZZ_CHECK(status == CUTLINE_OK || (status == CUTLINE_E_NOMEM && memory->failed), "not written");
        FUZZ_CHECK(cl_is_valid_utf8(out->at, out->count), "what was written is not UTF-8");
    }
}

static void parse(
    cl_parser *parser, cl_dom *dom, cl_slice page, const cl_parse_options *options, const fuzz_memory *memory) {
    cutline_error error = {.message = NULL};
    cl_buffer out = {0};
    const cutline_status status = cl_html_parse(parser, dom, page, options, &error);
    if (status != CUTLINE_OK) {
        FUZZ_CHECK(status == (options->max_nodes ? CUTLINE_E_LIMIT : CUTLINE_E_NOMEM) || status == CUTLINE_E_NOMEM,
            "a status that can't be");
        FUZZ_CHECK(status != CUTLINE_E_NOMEM || memory->failed, "no memory, though there is");
        FUZZ_CHECK(error.status == status && error.message, "no message");
        return;
    }
    cl_node where;
    const char *const broken = cl_broken_invariant(dom, options->max_depth, &where);
    FUZZ_CHECK(!broken, broken);
    FUZZ_CHECK(!options->max_nodes || dom->nodes.count <= options->max_nodes, "more nodes than the limit");
    write_twice(dom, &out, memory);
    cl_vector_free(&cl_allocator_default, &out);
}

static void parse_with_little_memory(cl_slice page, const cl_parse_options *options, size_t fail_at) {
    fuzz_memory memory = {.fail_at = fail_at};
    const cutline_allocator allocator = fuzz_allocator(&memory);
    cl_dom dom;
    cl_dom_init(&dom, &allocator);
    cl_parser *const parser = cl_parser_new(&allocator);
    if (parser) {
        parse(parser, &dom, page, options, &memory);
        parse(parser, &dom, page, options, &memory);
    }
    cl_parser_free(parser);
    cl_dom_free(&dom);
    FUZZ_CHECK(memory.live == 0, "memory is left");
}

/* One parser for all pages, as a context has: nothing of a page may be felt by the next. */
static void parse_again_and_again(cl_slice page, const cl_parse_options *options) {
    static cl_parser *parser;
    static cl_dom dom;
    const fuzz_memory memory = {.failed = false};
    if (!parser) {
        parser = cl_parser_new(&cl_allocator_default);
        cl_dom_init(&dom, &cl_allocator_default);
        FUZZ_CHECK(parser, "no memory");
    }
    parse(parser, &dom, page, options, &memory);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    const uint8_t flags = fuzz_choice(&data, &size), context = fuzz_choice(&data, &size);
    const uint8_t fail_at = fuzz_choice(&data, &size);
    cl_parse_options options = {.scripting = (flags & 1) != 0};
    if (flags & 2)
        options.max_depth = 12;
    if (flags & 4)
        options.max_nodes = 200;
    if (context && context <= sizeof contexts / sizeof *contexts)
        options.fragment = cl_slice_z(contexts[context - 1]);
    cl_buffer copy = {0};
    const cl_slice page = fuzz_utf8_of(data, size, &copy);
    if (flags & 8)
        parse_with_little_memory(page, &options, fail_at);
    else
        parse_again_and_again(page, &options);
    cl_vector_free(&cl_allocator_default, &copy);
    return 0;
}
