/* The "before head" insertion mode (HTML Standard, section 13.2.6.4.3). */
#include "html/builder.h"

bool cl_mode_before_head(cl_builder *b, cl_token *token) {
    cl_token space;
    switch (token->type) {
    case CL_TOKEN_TEXT:
        cl_split_space(b, token, &space);
        if (!token->size)
            return false;
        break;
    case CL_TOKEN_COMMENT:
        cl_insert_comment(b, token, CL_NODE_NONE);
        return false;
    case CL_TOKEN_DOCTYPE:
        return false;
    case CL_TOKEN_START_TAG:
        if (token->tag == CL_TAG_HTML)
            return cl_mode_in_body(b, token);
        if (token->tag == CL_TAG_HEAD) {
            b->head = cl_insert_html(b, token);
            b->mode = CL_MODE_IN_HEAD;
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
    b->head = cl_insert_implied(b, CL_TAG_HEAD, token);
    b->mode = CL_MODE_IN_HEAD;
    return true;
}
