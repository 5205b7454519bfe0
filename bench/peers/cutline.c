/* Ours: `cutline` is cutline_parse(), encoding and all; `cutline-html` the tokenizer and tree builder alone, which are
 * not public. Both with one context for all pages. */
#include "../peer.h"

#include "html/html.h"

#include <cutline.h>
#include <stdlib.h>

typedef struct state {
    cutline_context *context;
    cutline_options *options;
    const cutline_tree *tree;
    cl_parser *parser;
    cl_dom dom;
} state;

static const char *version(void) {
    return cutline_version();
}

/* Scripting is off, as it is in the peers: <noscript> holds elements. */
static void *open_state(void) {
    state *const s = calloc(1, sizeof *s);
    if (!s)
        return NULL;
    s->options = cutline_options_new();
    s->parser = cl_parser_new(&cl_allocator_default);
    cl_dom_init(&s->dom, &cl_allocator_default);
    if (cutline_context_new(NULL, &s->context) || !s->options || !s->parser)
        abort();
    cutline_options_set_scripting(s->options, 0);
    return s;
}

static void close_state(void *opaque) {
    state *const s = opaque;
    cutline_context_free(s->context);
    cutline_options_free(s->options);
    cl_parser_free(s->parser);
    cl_dom_free(&s->dom);
    free(s);
}

static bool parse(void *opaque, const char *bytes, size_t size) {
    state *const s = opaque;
    return cutline_parse(s->context, bytes, size, s->options, &s->tree, NULL) == CUTLINE_OK;
}

static bool parse_html(void *opaque, const char *bytes, size_t size) {
    state *const s = opaque;
    const cl_parse_options options = {.scripting = false};
    s->tree = &s->dom;
    return cl_html_parse(s->parser, &s->dom, cl_slice_of(bytes, size), &options, NULL) == CUTLINE_OK;
}

static void count_element(const cutline_tree *tree, cutline_node node, bench_count *sum) {
    sum->elements++;
    for (const cl_attr *a = cl_dom_attrs(tree, node); a; a = cl_attr_next(a)) {
        sum->attributes++;
        sum->value_bytes += cl_attr_value(tree, a).size;
    }
}

static void count(void *opaque, bench_count *sum) {
    const cutline_tree *const tree = ((state *)opaque)->tree;
    const cutline_node root = cutline_tree_root(tree);
    for (cutline_node node = root; node; node = cutline_node_following(tree, root, node)) {
        const cutline_node_type type = cutline_node_get_type(tree, node);
        const uint64_t size = cutline_node_data(tree, node).size;
        if (type == CUTLINE_NODE_ELEMENT)
            count_element(tree, node, sum);
        else if (type == CUTLINE_NODE_COMMENT)
            sum->comment_bytes += size;
        else if (type == CUTLINE_NODE_TEXT && cl_dom_is(tree, cutline_node_parent(tree, node), CL_TAG_SCRIPT))
            sum->script_bytes += size;
        else if (type == CUTLINE_NODE_TEXT)
            sum->text_bytes += size;
    }
}

const bench_peer peer_cutline = {"cutline", version, open_state, parse, count, close_state};
const bench_peer peer_cutline_html = {"cutline-html", version, open_state, parse_html, count, close_state};
