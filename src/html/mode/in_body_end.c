/* End tags in the "in body" insertion mode (HTML Standard, section 13.2.6.4.7). */
#include "html/builder.h"

static void block(cl_builder *b, const cl_token *token) {
    if (!cl_in_scope(b, token->tag))
        return;
    cl_generate_implied_end_tags(b, CL_TAG_NONE, token);
    cl_pop_until(b, token->tag, token);
}

static void form(cl_builder *b, const cl_token *token) {
    if (cl_is_open(b, CL_TAG_TEMPLATE)) {
        block(b, token);
        return;
    }
    const cl_node node = b->form;
    b->form = CL_NODE_NONE;
    if (!node)
        return;
    const uint32_t position = cl_open_find(b, node);
    if (position == CL_NOWHERE || (b->scope.count && b->scope.at[b->scope.count - 1] > position))
        return;
    cl_generate_implied_end_tags(b, CL_TAG_NONE, token);
    b->dom->nodes.at[node].c = token->end;
    if (position == b->depth - 1)
        cl_pop(b, token->end);
    else
        cl_open_remove(b, position);
}

static void p(cl_builder *b, const cl_token *token) {
    if (!cl_in_button_scope(b, CL_TAG_P))
        cl_insert_implied(b, CL_TAG_P, token);
    cl_close_p(b, token);
}

static void list_item(cl_builder *b, const cl_token *token) {
    const bool open = token->tag == CL_TAG_LI ? cl_in_list_item_scope(b, CL_TAG_LI) : cl_in_scope(b, token->tag);
    if (!open)
        return;
    cl_generate_implied_end_tags(b, token->tag, token);
    cl_pop_until(b, token->tag, token);
}

static void heading(cl_builder *b, const cl_token *token) {
    if (cl_heading_in_scope(b) == CL_NOWHERE)
        return;
    cl_generate_implied_end_tags(b, CL_TAG_NONE, token);
    cl_pop_to(b, cl_heading_in_scope(b), token);
}

static void object(cl_builder *b, const cl_token *token) {
    if (!cl_in_scope(b, token->tag))
        return;
    cl_generate_implied_end_tags(b, CL_TAG_NONE, token);
    cl_pop_until(b, token->tag, token);
    cl_formatting_clear_to_marker(b);
}

static void br(cl_builder *b, cl_token *token) {
    /* "Parse error. Drop the attributes from the token, and act as described in the next entry; i.e. act as if this was
     * a "br" start tag token" */
    cl_reconstruct(b, token);
    cl_insert_void(b, token);
    b->frameset_ok = false;
}

void cl_any_other_end_tag(cl_builder *b, const cl_token *token) {
    const uint32_t position = cl_top(b, token->tag);
    if (position == CL_NOWHERE || (b->special.count && b->special.at[b->special.count - 1] > position))
        return;
    cl_generate_implied_end_tags(b, token->tag, token);
    cl_pop_to(b, position, token);
}

/* </body> and </html>: what comes after goes to other modes. */
static bool body(cl_builder *b, cl_token *token) {
    if (!cl_in_scope(b, CL_TAG_BODY))
        return false;
    b->mode = CL_MODE_AFTER_BODY;
    if (token->tag == CL_TAG_HTML)
        return true;
    return false;
}

bool cl_in_body_end_tag(cl_builder *b, cl_token *token) {
    switch (token->tag) {
    case CL_TAG_TEMPLATE:
        return cl_mode_in_head(b, token);
    case CL_TAG_BODY:
    case CL_TAG_HTML:
        return body(b, token);
    case CL_TAG_ADDRESS:
    case CL_TAG_ARTICLE:
    case CL_TAG_ASIDE:
    case CL_TAG_BLOCKQUOTE:
    case CL_TAG_BUTTON:
    case CL_TAG_CENTER:
    case CL_TAG_DETAILS:
    case CL_TAG_DIALOG:
    case CL_TAG_DIR:
    case CL_TAG_DIV:
    case CL_TAG_DL:
    case CL_TAG_FIELDSET:
    case CL_TAG_FIGCAPTION:
    case CL_TAG_FIGURE:
    case CL_TAG_FOOTER:
    case CL_TAG_HEADER:
    case CL_TAG_HGROUP:
    case CL_TAG_LISTING:
    case CL_TAG_MAIN:
    case CL_TAG_MENU:
    case CL_TAG_NAV:
    case CL_TAG_OL:
    case CL_TAG_PRE:
    case CL_TAG_SEARCH:
    case CL_TAG_SECTION:
    case CL_TAG_SELECT:
    case CL_TAG_SUMMARY:
    case CL_TAG_UL:
        block(b, token);
        return false;
    case CL_TAG_FORM:
        form(b, token);
        return false;
    case CL_TAG_P:
        p(b, token);
        return false;
    case CL_TAG_LI:
    case CL_TAG_DD:
    case CL_TAG_DT:
        list_item(b, token);
        return false;
    case CL_TAG_H1:
    case CL_TAG_H2:
    case CL_TAG_H3:
    case CL_TAG_H4:
    case CL_TAG_H5:
    case CL_TAG_H6:
        heading(b, token);
        return false;
    case CL_TAG_A:
    case CL_TAG_B:
    case CL_TAG_BIG:
    case CL_TAG_CODE:
    case CL_TAG_EM:
    case CL_TAG_FONT:
    case CL_TAG_I:
    case CL_TAG_NOBR:
    case CL_TAG_S:
    case CL_TAG_SMALL:
    case CL_TAG_STRIKE:
    case CL_TAG_STRONG:
    case CL_TAG_TT:
    case CL_TAG_U:
        cl_adoption_agency(b, token, token->tag);
        return false;
    case CL_TAG_APPLET:
    case CL_TAG_MARQUEE:
    case CL_TAG_OBJECT:
        object(b, token);
        return false;
    case CL_TAG_BR:
        br(b, token);
        return false;
    default:
        cl_any_other_end_tag(b, token);
        return false;
    }
}
