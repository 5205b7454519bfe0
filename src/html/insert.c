/* Putting nodes into the tree (HTML Standard, section 13.2.6.1). */
#include "html/builder.h"

static bool is_table_part(uint32_t tag) {
    return tag == CL_TAG_TABLE || tag == CL_TAG_TBODY || tag == CL_TAG_TFOOT || tag == CL_TAG_THEAD || tag == CL_TAG_TR;
}

/* Where the children of an open element go: into the contents of a template. */
static cl_node inside(const cl_builder *b, const cl_open *e) {
    if (e->tag == CL_TAG_TEMPLATE && e->ns == CUTLINE_NS_HTML)
        return cl_dom_first_child(b->dom, e->node);
    return e->node;
}

/* Deeper than the limit, what would be a child becomes a sibling, as in Blink (HTMLConstructionSite::AttachLater): of
 * the element, or of the template whose contents `parent` is. */
static cl_node not_too_deep(const cl_builder *b, cl_node parent) {
    cl_node up = cl_dom_parent(b->dom, parent);
    if (cl_dom_type(b->dom, parent) == CUTLINE_NODE_CONTENT)
        up = cl_dom_parent(b->dom, up);
    const cutline_node_type type = cl_dom_type(b->dom, up);
    return type == CUTLINE_NODE_ELEMENT || type == CUTLINE_NODE_CONTENT ? up : parent;
}

static cl_place foster_parent(const cl_builder *b) {
    const uint32_t template = cl_top(b, CL_TAG_TEMPLATE), table = cl_top(b, CL_TAG_TABLE);
    if (template != CL_NOWHERE && (table == CL_NOWHERE || template > table)) {
        const cl_node parent = inside(b, &b->open[template]);
        return (cl_place){template >= b->max_depth ? not_too_deep(b, parent) : parent, CL_NODE_NONE};
    }
    if (table == CL_NOWHERE)
        return (cl_place){b->open[0].node, CL_NODE_NONE};
    const cl_node node = b->open[table].node;
    if (cl_dom_parent(b->dom, node))
        return (cl_place){cl_dom_parent(b->dom, node), node};
    return (cl_place){inside(b, &b->open[table - 1]), CL_NODE_NONE};
}

cl_place cl_appropriate_place(const cl_builder *b, uint32_t target) {
    const cl_open *const e = &b->open[target];
    if (b->foster_parenting && e->ns == CUTLINE_NS_HTML && is_table_part(e->tag))
        return foster_parent(b);
    cl_node parent = inside(b, e);
    if (target >= b->max_depth)
        parent = not_too_deep(b, parent);
    return (cl_place){parent, CL_NODE_NONE};
}

void cl_insert_at(cl_builder *b, cl_place place, cl_node node) {
    if (!node)
        return;
    if (place.before)
        cl_dom_insert_before(b->dom, place.parent, node, place.before);
    else
        cl_dom_append(b->dom, place.parent, node);
}

static void insert_here(cl_builder *b, cl_node node) {
    cl_insert_at(b, cl_appropriate_place(b, b->depth - 1), node);
}

cl_node cl_create_element(cl_builder *b, cl_token *token, uint32_t tag, uint32_t ns) {
    token->attrs_taken = true;
    const cl_node node = cl_dom_new_node(b->dom);
    b->dom->nodes.at[node] = (cl_node_data){.tag = tag & CL_TAG_NAMES_MAX,
        .type = CUTLINE_NODE_ELEMENT,
        .ns = ns & 3u,
        .a = token->attrs,
        .b = token->begin,
        .c = token->end};
    if (ns == CUTLINE_NS_HTML && tag == CL_TAG_TEMPLATE) {
        const cl_node content = cl_dom_new_node(b->dom);
        b->dom->nodes.at[content] = (cl_node_data){.type = CUTLINE_NODE_CONTENT};
        cl_dom_append(b->dom, node, content);
    } else if (tag == CL_TAG_SELECTEDCONTENT) {
        b->has_selectedcontent = true;
    }
    return node;
}

cl_node cl_clone_element(cl_builder *b, cl_node node, uint32_t begin) {
    cl_node_data data = b->dom->nodes.at[node];
    data.parent = data.first_child = data.next = data.previous = CL_NODE_NONE;
    data.b = data.c = begin;
    const cl_node clone = cl_dom_new_node(b->dom);
    b->dom->nodes.at[clone] = data;
    return clone;
}

cl_node cl_insert_html(cl_builder *b, cl_token *token) {
    const cl_node node = cl_create_element(b, token, token->tag, CUTLINE_NS_HTML);
    insert_here(b, node);
    cl_push(b, node, token->tag, CUTLINE_NS_HTML);
    return node;
}

void cl_insert_void(cl_builder *b, cl_token *token) {
    insert_here(b, cl_create_element(b, token, token->tag, CUTLINE_NS_HTML));
}

cl_node cl_insert_implied(cl_builder *b, uint32_t tag, const cl_token *token) {
    cl_token made = {.type = CL_TOKEN_START_TAG, .tag = tag, .begin = token->begin, .end = token->begin};
    return cl_insert_html(b, &made);
}

void cl_insert_comment(cl_builder *b, const cl_token *token, cl_node parent) {
    const cl_node node = cl_dom_new_node(b->dom);
    b->dom->nodes.at[node] = (cl_node_data){.type = CUTLINE_NODE_COMMENT,
        .flags = token->text & CL_TEXT_POOLED ? CL_NODE_POOLED : 0,
        .a = token->data,
        .b = token->size,
        .c = token->begin};
    if (parent)
        cl_dom_append(b->dom, parent, node);
    else
        insert_here(b, node);
}

/* ---- text */

static size_t power_of_two(size_t size) {
    size_t p = 64;
    while (p < size)
        p *= 2;
    return p;
}

/* Puts more text behind that of a text node. Where both stand together nothing is copied; else the node gets a room in
 * the pool that is the power of two at or above its size, so that a text of n pieces costs n. */
static void extend_text(cl_dom *dom, cl_node node, const cl_token *token) {
    cl_node_data *const d = &dom->nodes.at[node];
    const bool pooled = (token->text & CL_TEXT_POOLED) != 0;
    if (!(token->text & CL_TEXT_SPACE))
        d->flags &= (uint32_t)~CL_NODE_SPACE & 31u;
    if (((d->flags & CL_NODE_POOLED) != 0) == pooled && d->a + d->b == token->data) {
        d->b += token->size;
        d->flags &= (uint32_t)~CL_NODE_GROWING & 31u;
        return;
    }
    const size_t size = (size_t)d->b + token->size;
    if (!(d->flags & CL_NODE_GROWING) || size > power_of_two(d->b)) {
        const size_t room = power_of_two(size), mark = dom->pool.count;
        if (room > UINT32_MAX - mark) {
            dom->failed = CUTLINE_E_LIMIT;
            return;
        }
        if (dom->pool.capacity - mark < room && !cl_vector_grow(dom->allocator, &dom->pool, room)) {
            dom->failed = CUTLINE_E_NOMEM;
            return;
        }
        const cl_slice old = cl_dom_data(dom, node);
        memcpy(dom->pool.at + mark, old.data, old.size);
        dom->pool.count += room;
        d->a = (uint32_t)mark;
        d->flags |= CL_NODE_POOLED | CL_NODE_GROWING;
    }
    memcpy(dom->pool.at + d->a + d->b, cl_token_bytes(dom, token), token->size);
    d->b += token->size;
}

void cl_insert_text(cl_builder *b, const cl_token *token) {
    cl_dom *const dom = b->dom;
    if (!token->size)
        return;
    const cl_place place = cl_appropriate_place(b, b->depth - 1);
    if (place.parent == CL_NODE_DOCUMENT)
        return; /* "The DOM will not let Document nodes have Text node children" */
    const cl_node last = place.before ? cl_dom_previous(dom, place.before) : cl_dom_last_child(dom, place.parent);
    if (last && cl_dom_type(dom, last) == CUTLINE_NODE_TEXT) {
        extend_text(dom, last, token);
        return;
    }
    uint32_t flags = token->text & CL_TEXT_SPACE ? CL_NODE_SPACE : 0;
    if (token->text & CL_TEXT_POOLED)
        flags |= CL_NODE_POOLED;
    const cl_node node = cl_dom_new_node(dom);
    dom->nodes.at[node] = (cl_node_data){
        .type = CUTLINE_NODE_TEXT, .flags = flags & 31u, .a = token->data, .b = token->size, .c = token->begin};
    cl_insert_at(b, place, node);
}

/* How many of a text's bytes are white space at its beginning, references to it included. */
static uint32_t leading_space(const cl_builder *b, const cl_token *token) {
    const char *const first = cl_token_bytes(b->dom, token), *const end = first + token->size;
    const char *p = first;
    while (p < end) {
        size_t taken = 1, size = 1;
        char c[8] = {*p};
        if (*p == '&' && (token->text & CL_TEXT_REFERENCES) &&
            (taken = cl_character_reference(p, end, false, c, &size)) == 0)
            break;
        if (size != 1 || !cl_is_space(c[0]))
            break;
        p += taken;
    }
    return (uint32_t)(p - first);
}

void cl_split_space(cl_builder *b, cl_token *token, cl_token *space) {
    const uint32_t n = leading_space(b, token);
    *space = *token;
    space->size = n;
    space->text |= CL_TEXT_SPACE;
    cl_token_resolve(b->dom, space, CL_NUL_DROP);
    token->data += n;
    token->size -= n;
    if (!(token->text & CL_TEXT_POOLED))
        token->begin += n;
}

void cl_keep_spaces(cl_builder *b, cl_token *token) {
    cl_dom *const dom = b->dom;
    cl_token_resolve(dom, token, CL_NUL_DROP);
    if (token->text & CL_TEXT_SPACE)
        return;
    const size_t mark = dom->pool.count;
    for (uint32_t i = 0; i < token->size; i++) {
        const char c = cl_token_bytes(dom, token)[i];
        if (cl_is_space(c) && !cl_dom_pool_put(dom, &c, 1))
            break;
    }
    token->data = (uint32_t)mark;
    token->size = (uint32_t)(dom->pool.count - mark);
    token->text = CL_TEXT_POOLED | CL_TEXT_SPACE;
}

/* ---- raw text, modes */

void cl_insert_raw_text(cl_builder *b, cl_token *token, cl_tokenizer_state state) {
    cl_insert_html(b, token);
    b->tokenizer.state = state;
    b->original_mode = b->mode;
    b->mode = CL_MODE_TEXT;
}

static cl_mode mode_of(const cl_builder *b, uint32_t tag) {
    switch (tag) {
    case CL_TAG_TR:
        return CL_MODE_IN_ROW;
    case CL_TAG_TBODY:
    case CL_TAG_THEAD:
    case CL_TAG_TFOOT:
        return CL_MODE_IN_TABLE_BODY;
    case CL_TAG_CAPTION:
        return CL_MODE_IN_CAPTION;
    case CL_TAG_COLGROUP:
        return CL_MODE_IN_COLUMN_GROUP;
    case CL_TAG_TABLE:
        return CL_MODE_IN_TABLE;
    case CL_TAG_TEMPLATE:
        return b->template_modes.count ? b->template_modes.at[b->template_modes.count - 1] : CL_MODE_IN_BODY;
    case CL_TAG_FRAMESET:
        return CL_MODE_IN_FRAMESET;
    case CL_TAG_HTML:
        return b->head ? CL_MODE_AFTER_HEAD : CL_MODE_BEFORE_HEAD;
    case CL_TAG_TD:
    case CL_TAG_TH:
        return CL_MODE_IN_CELL;
    case CL_TAG_HEAD:
        return CL_MODE_IN_HEAD;
    default:
        return CL_MODE_IN_BODY;
    }
}

/* "reset the insertion mode appropriately" (section 13.2.4.1): by the highest element that says which. */
void cl_reset_insertion_mode(cl_builder *b) {
    static const uint16_t deciding[] = {CL_TAG_TD, CL_TAG_TH, CL_TAG_TR, CL_TAG_TBODY, CL_TAG_THEAD, CL_TAG_TFOOT,
        CL_TAG_CAPTION, CL_TAG_COLGROUP, CL_TAG_TABLE, CL_TAG_TEMPLATE, CL_TAG_HEAD, CL_TAG_BODY, CL_TAG_FRAMESET};
    uint32_t highest = 0, tag = CL_TAG_HTML;
    for (size_t i = 0; i < sizeof deciding / sizeof *deciding; i++) {
        const uint32_t p = cl_top(b, deciding[i]);
        if (p != CL_NOWHERE && p > highest) {
            highest = p;
            tag = deciding[i];
        }
    }
    if (highest == 0 && b->fragment) {
        /* The last node is the context element: of a cell or a head it does not say so. */
        tag = b->context_ns == CUTLINE_NS_HTML ? b->context_tag : CL_TAG_NONE;
        if (tag == CL_TAG_TD || tag == CL_TAG_TH || tag == CL_TAG_HEAD)
            tag = CL_TAG_NONE;
    }
    b->mode = mode_of(b, tag);
}
