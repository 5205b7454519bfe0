/* The "in head noscript" insertion mode (HTML Standard, section 13.2.6.4.5). */
#include "html/builder.h"

static bool is_like_in_head(uint32_t tag) {
    return tag == CL_TAG_BASEFONT || tag == CL_TAG_BGSOUND || tag == CL_TAG_LINK || tag == CL_TAG_META ||
           tag == CL_TAG_NOFRAMES || tag == CL_TAG_STYLE;
}

bool cl_mode_in_head_noscript(cl_builder *b, cl_token *token) {
    cl_token space;
    switch (token->type) {
    case CL_TOKEN_DOCTYPE:
        return false;
    case CL_TOKEN_COMMENT:
        return cl_mode_in_head(b, token);
    case CL_TOKEN_TEXT:
        cl_split_space(b, token, &space);
        cl_insert_text(b, &space);
        if (!token->size)
            return false;
        break;
    case CL_TOKEN_START_TAG:
        if (token->tag == CL_TAG_HTML)
            return cl_mode_in_body(b, token);
        if (is_like_in_head(token->tag))
            return cl_mode_in_head(b, token);
        if (token->tag == CL_TAG_HEAD || token->tag == CL_TAG_NOSCRIPT)
            return false;
        break;
    case CL_TOKEN_END_TAG:
        if (token->tag == CL_TAG_NOSCRIPT) {
            cl_pop_to(b, b->depth - 1, token);
            b->mode = CL_MODE_IN_HEAD;
            return false;
        }
        if (token->tag != CL_TAG_BR)
            return false;
        break;
    default:
        break;
    }
    cl_pop(b, token->begin);
    b->mode = CL_MODE_IN_HEAD;
    return true;
}
