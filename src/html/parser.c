/* Parsing a page: the tokenizer's tokens through the tree builder's modes. */
#include "html/builder.h"

#include "base/status.h"

struct cl_parser {
    const cutline_allocator *allocator;
    cl_builder builder;
};

cl_parser *cl_parser_new(const cutline_allocator *allocator) {
    cl_parser *const parser = cl_realloc(allocator, NULL, 0, sizeof *parser);
    if (!parser)
        return NULL;
    memset(parser, 0, sizeof *parser);
    parser->allocator = allocator;
    parser->builder.allocator = allocator;
    return parser;
}

void cl_parser_free(cl_parser *parser) {
    if (!parser)
        return;
    const cutline_allocator *const a = parser->allocator;
    cl_builder *const b = &parser->builder;
    cl_tokenizer_free(&b->tokenizer, a);
    cl_vector_free(a, &b->template_modes);
    cl_vector_free(a, &b->top);
    cl_vector_free(a, &b->foreign);
    cl_vector_free(a, &b->pending);
    cl_free(a, parser, sizeof *parser);
}

/* Everything that the page before left. */
static void start(cl_builder *b, cl_dom *dom, const cl_parse_options *o) {
    b->dom = dom;
    cl_tokenizer_start(&b->tokenizer, dom);
    b->mode = b->original_mode = CL_MODE_INITIAL;
    b->depth = b->formatting_count = 0;
    if (b->top.count > 8 * CL_TAG_KNOWN) { /* a page with very many names of its own */
        cl_vector_free(b->allocator, &b->top);
        cl_vector_free(b->allocator, &b->foreign);
    }
    for (size_t i = 0; i < b->top.count; i++) {
        b->top.at[i] = CL_NOWHERE;
        b->foreign.at[i] = 0;
    }
    b->special.count = b->hard.count = b->scope.count = 0;
    cl_vector_clear(b->allocator, &b->template_modes);
    cl_vector_clear(b->allocator, &b->pending);
    b->head = b->form = b->context = CL_NODE_NONE;
    b->max_depth =
        (uint32_t)(o->max_depth && o->max_depth < CL_OPEN_ELEMENTS_MAX ? o->max_depth : CL_TREE_DEPTH_DEFAULT);
    if (o->max_depth >= CL_OPEN_ELEMENTS_MAX)
        b->max_depth = CL_OPEN_ELEMENTS_MAX;
    b->clones_left = CL_CLONES_MIN + dom->source.size / 8;
    b->scripting = dom->scripting = o->scripting;
    b->frameset_ok = true;
    b->foster_parenting = b->skip_line_feed = b->fragment = b->stopped = b->has_selectedcontent = false;
}

/* The tokenizer's state for the content of a context element (section 13.4, "parsing HTML fragments", step 4). */
static cl_tokenizer_state state_within(uint32_t tag, bool scripting) {
    switch (tag) {
    case CL_TAG_TITLE:
    case CL_TAG_TEXTAREA:
        return CL_STATE_RCDATA;
    case CL_TAG_STYLE:
    case CL_TAG_XMP:
    case CL_TAG_IFRAME:
    case CL_TAG_NOEMBED:
    case CL_TAG_NOFRAMES:
        return CL_STATE_RAWTEXT;
    case CL_TAG_NOSCRIPT:
        return scripting ? CL_STATE_RAWTEXT : CL_STATE_DATA;
    case CL_TAG_SCRIPT:
        return CL_STATE_SCRIPT_DATA;
    case CL_TAG_PLAINTEXT:
        return CL_STATE_PLAINTEXT;
    default:
        return CL_STATE_DATA;
    }
}

/* "parsing HTML fragments": a root element to put the nodes into, and a context that hangs nowhere. */
static bool start_fragment(cl_builder *b, cl_slice context) {
    uint32_t ns = CUTLINE_NS_HTML;
    if (context.size > 4 && memcmp(context.data, "svg ", 4) == 0) {
        ns = CUTLINE_NS_SVG;
        context = cl_slice_of(context.data + 4, context.size - 4);
    } else if (context.size > 5 && memcmp(context.data, "math ", 5) == 0) {
        ns = CUTLINE_NS_MATHML;
        context = cl_slice_of(context.data + 5, context.size - 5);
    }
    if (!context.size)
        return false;
    /* SVG names may come as the tree has them. */
    const size_t mark = b->dom->pool.count;
    if (!cl_dom_pool_put(b->dom, context.data, context.size))
        return true;
    for (size_t i = mark; i < b->dom->pool.count; i++)
        b->dom->pool.at[i] = cl_ascii_lower(b->dom->pool.at[i]);
    uint32_t tag = cl_tag_intern_pooled(b->dom, mark, context.size);
    if (ns == CUTLINE_NS_SVG)
        tag = cl_tag_adjust_svg(tag);
    b->fragment = true;
    b->context_tag = tag;
    b->context_ns = ns;
    cl_token made = {.type = CL_TOKEN_START_TAG, .tag = tag};
    b->context = cl_create_element(b, &made, tag, ns);
    if (ns == CUTLINE_NS_HTML)
        b->tokenizer.state = state_within(tag, b->scripting);
    /* the appropriate end tag of such content is the context's own, and is not looked for */
    made.tag = CL_TAG_HTML;
    const cl_node root = cl_create_element(b, &made, CL_TAG_HTML, CUTLINE_NS_HTML);
    cl_dom_append(b->dom, CL_NODE_DOCUMENT, root);
    cl_push(b, root, CL_TAG_HTML, CUTLINE_NS_HTML);
    if (tag == CL_TAG_TEMPLATE && ns == CUTLINE_NS_HTML) {
        if (!cl_vector_room(b->allocator, &b->template_modes))
            b->dom->failed = CUTLINE_E_NOMEM;
        else
            b->template_modes.at[b->template_modes.count++] = CL_MODE_IN_TEMPLATE;
    }
    cl_reset_insertion_mode(b);
    if (tag == CL_TAG_FORM && ns == CUTLINE_NS_HTML)
        b->form = b->context;
    return true;
}

/* ---- "tree construction dispatcher" (section 13.2.6) */

static bool is_mathml_text_point(uint32_t tag) {
    return tag == CL_TAG_MI || tag == CL_TAG_MO || tag == CL_TAG_MN || tag == CL_TAG_MS || tag == CL_TAG_MTEXT;
}

/* "HTML integration point": by the attribute it had in the page, for annotation-xml. */
bool cl_is_html_point(const cl_builder *b, cl_node node, uint32_t tag, uint32_t ns) {
    if (ns == CUTLINE_NS_SVG)
        return tag == CL_TAG_SVG_FOREIGNOBJECT || tag == CL_TAG_DESC || tag == CL_TAG_TITLE;
    if (ns != CUTLINE_NS_MATHML || tag != CL_TAG_ANNOTATION_XML)
        return false;
    const cl_slice encoding = cl_dom_attr(b->dom, node, CL_ATTR_ENCODING);
    return cl_slice_equal_nocase(encoding, CL_SLICE("text/html")) ||
           cl_slice_equal_nocase(encoding, CL_SLICE("application/xhtml+xml"));
}

bool cl_is_text_point(uint32_t tag, uint32_t ns) {
    return ns == CUTLINE_NS_MATHML && is_mathml_text_point(tag);
}

cl_open cl_adjusted_current(const cl_builder *b) {
    if (b->depth == 1 && b->fragment)
        return (cl_open){b->context, b->context_tag, CL_NOWHERE, (uint16_t)b->context_ns, 0};
    return *cl_current(b);
}

static bool is_for_foreign_content(const cl_builder *b, const cl_token *token) {
    const cl_open node = cl_adjusted_current(b);
    if (node.ns == CUTLINE_NS_HTML || token->type == CL_TOKEN_EOF)
        return false;
    const bool start_tag = token->type == CL_TOKEN_START_TAG, text = token->type == CL_TOKEN_TEXT;
    if (cl_is_text_point(node.tag, node.ns) &&
        (text || (start_tag && token->tag != CL_TAG_MGLYPH && token->tag != CL_TAG_MALIGNMARK)))
        return false;
    if (node.ns == CUTLINE_NS_MATHML && node.tag == CL_TAG_ANNOTATION_XML && start_tag && token->tag == CL_TAG_SVG)
        return false;
    return !((start_tag || text) && cl_is_html_point(b, node.node, node.tag, node.ns));
}

typedef bool (*mode_function)(cl_builder *, cl_token *);
static const mode_function modes[] = {
    [CL_MODE_INITIAL] = cl_mode_initial,
    [CL_MODE_BEFORE_HTML] = cl_mode_before_html,
    [CL_MODE_BEFORE_HEAD] = cl_mode_before_head,
    [CL_MODE_IN_HEAD] = cl_mode_in_head,
    [CL_MODE_IN_HEAD_NOSCRIPT] = cl_mode_in_head_noscript,
    [CL_MODE_AFTER_HEAD] = cl_mode_after_head,
    [CL_MODE_IN_BODY] = cl_mode_in_body,
    [CL_MODE_TEXT] = cl_mode_text,
    [CL_MODE_IN_TABLE] = cl_mode_in_table,
    [CL_MODE_IN_TABLE_TEXT] = cl_mode_in_table_text,
    [CL_MODE_IN_CAPTION] = cl_mode_in_caption,
    [CL_MODE_IN_COLUMN_GROUP] = cl_mode_in_column_group,
    [CL_MODE_IN_TABLE_BODY] = cl_mode_in_table_body,
    [CL_MODE_IN_ROW] = cl_mode_in_row,
    [CL_MODE_IN_CELL] = cl_mode_in_cell,
    [CL_MODE_IN_TEMPLATE] = cl_mode_in_template,
    [CL_MODE_AFTER_BODY] = cl_mode_after_body,
    [CL_MODE_IN_FRAMESET] = cl_mode_in_frameset,
    [CL_MODE_AFTER_FRAMESET] = cl_mode_after_frameset,
    [CL_MODE_AFTER_AFTER_BODY] = cl_mode_after_after_body,
    [CL_MODE_AFTER_AFTER_FRAMESET] = cl_mode_after_after_frameset,
};

bool cl_process(cl_builder *b, cl_token *token) {
    return modes[b->mode](b, token);
}

/* A start tag that opens one element too many, where its content can do without it. */
static bool is_one_too_many(const cl_builder *b, const cl_token *token) {
    if (b->depth < CL_OPEN_ELEMENTS_MAX || token->type != CL_TOKEN_START_TAG)
        return false;
    switch (token->tag) {
    case CL_TAG_SCRIPT:
    case CL_TAG_STYLE:
    case CL_TAG_TITLE:
    case CL_TAG_TEXTAREA:
    case CL_TAG_XMP:
    case CL_TAG_IFRAME:
    case CL_TAG_NOEMBED:
    case CL_TAG_NOFRAMES:
    case CL_TAG_NOSCRIPT:
    case CL_TAG_PLAINTEXT:
    case CL_TAG_BR:
    case CL_TAG_IMG:
    case CL_TAG_HR:
    case CL_TAG_INPUT:
    case CL_TAG_META:
    case CL_TAG_LINK:
    case CL_TAG_WBR:
        return b->depth >= CL_OPEN_ELEMENTS_MAX + 16;
    default:
        return true;
    }
}

static void run(cl_builder *b) {
    cl_token token = {0};
    cl_dom *const dom = b->dom;
    while (!b->stopped && !dom->failed) {
        b->tokenizer.foreign = b->depth > 0 && cl_adjusted_current(b).ns != CUTLINE_NS_HTML;
        cl_tokenizer_next(&b->tokenizer, &token);
        if (dom->failed || is_one_too_many(b, &token))
            continue;
        if (b->skip_line_feed) {
            b->skip_line_feed = false;
            if (token.type == CL_TOKEN_TEXT) {
                cl_skip_line_feed(b, &token);
                if (!token.size)
                    continue;
            }
        }
        bool again;
        do {
            if (b->depth > 0 && cl_adjusted_current(b).ns != CUTLINE_NS_HTML && is_for_foreign_content(b, &token))
                again = cl_mode_foreign(b, &token);
            else
                again = cl_process(b, &token);
        } while (again && !dom->failed);
    }
}

/* "Return the children of root": they become those of a document fragment. */
static void finish_fragment(cl_dom *dom) {
    const cl_node root = cl_dom_first_child(dom, CL_NODE_DOCUMENT);
    dom->nodes.at[CL_NODE_DOCUMENT].type = CUTLINE_NODE_CONTENT;
    cl_dom_remove(dom, root);
    cl_dom_move_children(dom, root, CL_NODE_DOCUMENT);
}

cutline_status cl_html_parse(
    cl_parser *parser, cl_dom *dom, cl_slice source, const cl_parse_options *options, cutline_error *error) {
    static const cl_parse_options defaults = {0};
    const cl_parse_options *const o = options ? options : &defaults;
    cl_builder *const b = &parser->builder;
    if (source.size > CL_PAGE_BYTES_MAX)
        return cl_fail(error, CUTLINE_E_LIMIT, CUTLINE_STAGE_HTML, 0, "the page is larger than 4 GiB");
    if (!source.data)
        source = cl_slice_of("", 0);
    if (!cl_dom_reset(dom, source, o->max_nodes ? o->max_nodes : CL_TREE_NODES_DEFAULT))
        return cl_fail(error, CUTLINE_E_NOMEM, CUTLINE_STAGE_HTML, 0, NULL);
    start(b, dom, o);
    if (o->fragment.data && !start_fragment(b, o->fragment))
        return cl_fail(
            error, CUTLINE_E_ARGUMENT, CUTLINE_STAGE_HTML, 0, "the context element of the fragment has no name");
    run(b);
    if (b->fragment)
        finish_fragment(dom);
    if (!dom->failed)
        cl_fill_selectedcontent(b);
    if (dom->failed)
        return cl_fail(error, dom->failed, CUTLINE_STAGE_HTML, (uint64_t)(b->tokenizer.at - b->tokenizer.start),
            dom->failed == CUTLINE_E_LIMIT ? "the tree has more nodes than the limit tree-nodes allows" : NULL);
    return CUTLINE_OK;
}
