/* The "before html" insertion mode (HTML Standard, section 13.2.6.4.2). */
#include "html/builder.h"

static void insert_root(cl_builder *b, cl_node root) {
    cl_dom_append(b->dom, CL_NODE_DOCUMENT, root);
    cl_push(b, root, CL_TAG_HTML, CUTLINE_NS_HTML);
    b->mode = CL_MODE_BEFORE_HEAD;
}

bool cl_mode_before_html(cl_builder *b, cl_token *token) {
    cl_token space;
    switch (token->type) {
    case CL_TOKEN_DOCTYPE:
        return false;
    case CL_TOKEN_COMMENT:
        cl_insert_comment(b, token, CL_NODE_DOCUMENT);
        return false;
    case CL_TOKEN_TEXT:
        cl_split_space(b, token, &space);
        if (!token->size)
            return false;
        break;
    case CL_TOKEN_START_TAG:
        if (token->tag == CL_TAG_HTML) {
            insert_root(b, cl_create_element(b, token, CL_TAG_HTML, CUTLINE_NS_HTML));
            return false;
        }
        break;
    case CL_TOKEN_END_TAG:
        if (token->tag != CL_TAG_HEAD && token->tag != CL_TAG_BODY && token->tag != CL_TAG_HTML &&
            token->tag != CL_TAG_BR)
            return false;
        break;
    default:
        break;
    }
    cl_token made = {.type = CL_TOKEN_START_TAG, .tag = CL_TAG_HTML, .begin = token->begin, .end = token->begin};
    insert_root(b, cl_create_element(b, &made, CL_TAG_HTML, CUTLINE_NS_HTML));
    return true;
}
