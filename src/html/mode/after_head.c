/* The "after head" insertion mode (HTML Standard, section 13.2.6.4.6). */
#include "html/builder.h"

/* Elements of the head that come too late go into it all the same. */
static bool into_head(cl_builder *b, cl_token *token) {
    cl_push(b, b->head, CL_TAG_HEAD, CUTLINE_NS_HTML);
    const bool again = cl_mode_in_head(b, token);
    const uint32_t position = cl_open_find(b, b->head);
    if (position != CL_NOWHERE)
        cl_open_remove(b, position);
    return again;
}

static bool start_tag(cl_builder *b, cl_token *token, bool *again) {
    *again = false;
    switch (token->tag) {
    case CL_TAG_HTML:
        *again = cl_mode_in_body(b, token);
        return true;
    case CL_TAG_BODY:
        cl_insert_html(b, token);
        b->frameset_ok = false;
        b->mode = CL_MODE_IN_BODY;
        return true;
    case CL_TAG_FRAMESET:
        cl_insert_html(b, token);
        b->mode = CL_MODE_IN_FRAMESET;
        return true;
    case CL_TAG_BASE:
    case CL_TAG_BASEFONT:
    case CL_TAG_BGSOUND:
    case CL_TAG_LINK:
    case CL_TAG_META:
    case CL_TAG_NOFRAMES:
    case CL_TAG_SCRIPT:
    case CL_TAG_STYLE:
    case CL_TAG_TEMPLATE:
    case CL_TAG_TITLE:
        *again = into_head(b, token);
        return true;
    case CL_TAG_HEAD:
        return true;
    default:
        return false;
    }
}

bool cl_mode_after_head(cl_builder *b, cl_token *token) {
    cl_token space;
    bool again;
    switch (token->type) {
    case CL_TOKEN_TEXT:
        cl_split_space(b, token, &space);
        cl_insert_text(b, &space);
        if (!token->size)
            return false;
        break;
    case CL_TOKEN_COMMENT:
        cl_insert_comment(b, token, CL_NODE_NONE);
        return false;
    case CL_TOKEN_DOCTYPE:
        return false;
    case CL_TOKEN_START_TAG:
        if (start_tag(b, token, &again))
            return again;
        break;
    case CL_TOKEN_END_TAG:
        if (token->tag == CL_TAG_TEMPLATE)
            return cl_mode_in_head(b, token);
        if (token->tag != CL_TAG_BODY && token->tag != CL_TAG_HTML && token->tag != CL_TAG_BR)
            return false;
        break;
    default:
        break;
    }
    cl_insert_implied(b, CL_TAG_BODY, token);
    b->mode = CL_MODE_IN_BODY;
    return true;
}
