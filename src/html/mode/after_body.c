/* The "after body" and "after after body" insertion modes (HTML Standard, sections 13.2.6.4.21 and 13.2.6.4.24). */
#include "html/builder.h"

/* White space goes to the body; anything else opens it again. */
static bool text(cl_builder *b, cl_token *token) {
    cl_token space;
    cl_split_space(b, token, &space);
    if (space.size)
        cl_in_body_text(b, &space);
    if (!token->size)
        return false;
    b->mode = CL_MODE_IN_BODY;
    return true;
}

bool cl_mode_after_body(cl_builder *b, cl_token *token) {
    switch (token->type) {
    case CL_TOKEN_TEXT:
        return text(b, token);
    case CL_TOKEN_COMMENT:
        cl_insert_comment(b, token, b->open[0].node);
        return false;
    case CL_TOKEN_DOCTYPE:
        return false;
    case CL_TOKEN_START_TAG:
        if (token->tag == CL_TAG_HTML)
            return cl_mode_in_body(b, token);
        break;
    case CL_TOKEN_END_TAG:
        if (token->tag == CL_TAG_HTML) {
            if (!b->fragment)
                b->mode = CL_MODE_AFTER_AFTER_BODY;
            return false;
        }
        break;
    case CL_TOKEN_EOF:
        cl_stop_parsing(b, token);
        return false;
    }
    b->mode = CL_MODE_IN_BODY;
    return true;
}

bool cl_mode_after_after_body(cl_builder *b, cl_token *token) {
    switch (token->type) {
    case CL_TOKEN_TEXT:
        return text(b, token);
    case CL_TOKEN_COMMENT:
        cl_insert_comment(b, token, CL_NODE_DOCUMENT);
        return false;
    case CL_TOKEN_DOCTYPE:
        return false;
    case CL_TOKEN_START_TAG:
        if (token->tag == CL_TAG_HTML)
            return cl_mode_in_body(b, token);
        break;
    case CL_TOKEN_EOF:
        cl_stop_parsing(b, token);
        return false;
    default:
        break;
    }
    b->mode = CL_MODE_IN_BODY;
    return true;
}
