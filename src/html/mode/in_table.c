/* The "in table" and "in table text" insertion modes (HTML Standard, sections 13.2.6.4.9 and 13.2.6.4.10). */
#include "html/builder.h"

void cl_clear_to_table(cl_builder *b, const cl_token *token) {
    while (!cl_current_is(b, CL_TAG_TABLE) && !cl_current_is(b, CL_TAG_TEMPLATE) && !cl_current_is(b, CL_TAG_HTML))
        cl_pop(b, token->begin);
}

/* "anything else": into the body, with foster parenting. */
static bool foster(cl_builder *b, cl_token *token) {
    b->foster_parenting = true;
    const bool again = cl_mode_in_body(b, token);
    b->foster_parenting = false;
    return again;
}

static bool is_table_part(const cl_open *e) {
    return e->ns == CUTLINE_NS_HTML && (e->tag == CL_TAG_TABLE || e->tag == CL_TAG_TBODY || e->tag == CL_TAG_TEMPLATE ||
                                           e->tag == CL_TAG_TFOOT || e->tag == CL_TAG_THEAD || e->tag == CL_TAG_TR);
}

/* Ends the table; false: there is none in scope. */
static bool close_table(cl_builder *b, const cl_token *token) {
    if (!cl_in_table_scope(b, CL_TAG_TABLE))
        return false;
    cl_pop_until(b, CL_TAG_TABLE, token);
    cl_reset_insertion_mode(b);
    return true;
}

static bool implied(cl_builder *b, uint32_t tag, cl_mode mode, const cl_token *token) {
    cl_clear_to_table(b, token);
    cl_insert_implied(b, tag, token);
    b->mode = mode;
    return true;
}

static void part(cl_builder *b, cl_token *token, cl_mode mode) {
    cl_clear_to_table(b, token);
    if (token->tag == CL_TAG_CAPTION)
        cl_formatting_marker(b);
    cl_insert_html(b, token);
    b->mode = mode;
}

static bool is_hidden(const cl_builder *b, const cl_token *token) {
    for (const cl_attr *a = token->attrs ? &b->dom->attrs.at[token->attrs] : NULL; a; a = cl_attr_next(a))
        if (a->name == CL_ATTR_TYPE)
            return cl_slice_equal_nocase(cl_attr_value(b->dom, a), CL_SLICE("hidden"));
    return false;
}

static bool start_tag(cl_builder *b, cl_token *token) {
    switch (token->tag) {
    case CL_TAG_CAPTION:
        part(b, token, CL_MODE_IN_CAPTION);
        return false;
    case CL_TAG_COLGROUP:
        part(b, token, CL_MODE_IN_COLUMN_GROUP);
        return false;
    case CL_TAG_COL:
        return implied(b, CL_TAG_COLGROUP, CL_MODE_IN_COLUMN_GROUP, token);
    case CL_TAG_TBODY:
    case CL_TAG_TFOOT:
    case CL_TAG_THEAD:
        part(b, token, CL_MODE_IN_TABLE_BODY);
        return false;
    case CL_TAG_TD:
    case CL_TAG_TH:
    case CL_TAG_TR:
        return implied(b, CL_TAG_TBODY, CL_MODE_IN_TABLE_BODY, token);
    case CL_TAG_TABLE:
        return close_table(b, token);
    case CL_TAG_STYLE:
    case CL_TAG_SCRIPT:
    case CL_TAG_TEMPLATE:
        return cl_mode_in_head(b, token);
    case CL_TAG_INPUT:
        if (!is_hidden(b, token))
            return foster(b, token);
        cl_insert_void(b, token);
        return false;
    case CL_TAG_FORM:
        if (!cl_is_open(b, CL_TAG_TEMPLATE) && !b->form) {
            b->form = cl_insert_html(b, token);
            cl_pop(b, token->end);
        }
        return false;
    default:
        return foster(b, token);
    }
}

static bool end_tag(cl_builder *b, cl_token *token) {
    switch (token->tag) {
    case CL_TAG_TABLE:
        close_table(b, token);
        return false;
    case CL_TAG_BODY:
    case CL_TAG_CAPTION:
    case CL_TAG_COL:
    case CL_TAG_COLGROUP:
    case CL_TAG_HTML:
    case CL_TAG_TBODY:
    case CL_TAG_TD:
    case CL_TAG_TFOOT:
    case CL_TAG_TH:
    case CL_TAG_THEAD:
    case CL_TAG_TR:
        return false;
    case CL_TAG_TEMPLATE:
        return cl_mode_in_head(b, token);
    default:
        return foster(b, token);
    }
}

bool cl_mode_in_table(cl_builder *b, cl_token *token) {
    switch (token->type) {
    case CL_TOKEN_TEXT:
        if (!is_table_part(cl_current(b)))
            return foster(b, token);
        b->pending.count = 0;
        b->original_mode = b->mode;
        b->mode = CL_MODE_IN_TABLE_TEXT;
        return true;
    case CL_TOKEN_COMMENT:
        cl_insert_comment(b, token, CL_NODE_NONE);
        return false;
    case CL_TOKEN_DOCTYPE:
        return false;
    case CL_TOKEN_START_TAG:
        return start_tag(b, token);
    case CL_TOKEN_END_TAG:
        return end_tag(b, token);
    case CL_TOKEN_EOF:
        return cl_mode_in_body(b, token);
    }
    return false;
}

/* The pending text is over: white space stays in the table, anything else is fostered, the whole of it. */
static void flush(cl_builder *b) {
    bool space = true;
    for (size_t i = 0; i < b->pending.count; i++)
        space = space && (b->pending.at[i].text & CL_TEXT_SPACE);
    for (size_t i = 0; i < b->pending.count; i++) {
        if (space)
            cl_insert_text(b, &b->pending.at[i]);
        else
            foster(b, &b->pending.at[i]);
    }
    b->pending.count = 0;
}

bool cl_mode_in_table_text(cl_builder *b, cl_token *token) {
    if (token->type == CL_TOKEN_TEXT) {
        cl_token_resolve(b->dom, token, CL_NUL_DROP);
        if (!token->size)
            return false;
        if (!cl_vector_room(b->allocator, &b->pending))
            b->dom->failed = CUTLINE_E_NOMEM;
        else
            b->pending.at[b->pending.count++] = *token;
        return false;
    }
    flush(b);
    b->mode = b->original_mode;
    return true;
}
