/* The insertion modes "in frameset", "after frameset" and "after after frameset" (HTML Standard, sections 13.2.6.4.22,
 * 13.2.6.4.23 and 13.2.6.4.25). */
#include "html/builder.h"

bool cl_mode_in_frameset(cl_builder *b, cl_token *token) {
    switch (token->type) {
    case CL_TOKEN_TEXT:
        cl_keep_spaces(b, token);
        cl_insert_text(b, token);
        return false;
    case CL_TOKEN_COMMENT:
        cl_insert_comment(b, token, CL_NODE_NONE);
        return false;
    case CL_TOKEN_DOCTYPE:
        return false;
    case CL_TOKEN_START_TAG:
        if (token->tag == CL_TAG_HTML)
            return cl_mode_in_body(b, token);
        if (token->tag == CL_TAG_FRAMESET)
            cl_insert_html(b, token);
        else if (token->tag == CL_TAG_FRAME)
            cl_insert_void(b, token);
        else if (token->tag == CL_TAG_NOFRAMES)
            return cl_mode_in_head(b, token);
        return false;
    case CL_TOKEN_END_TAG:
        if (token->tag != CL_TAG_FRAMESET || b->depth == 1)
            return false;
        cl_pop_to(b, b->depth - 1, token);
        if (!b->fragment && !cl_current_is(b, CL_TAG_FRAMESET))
            b->mode = CL_MODE_AFTER_FRAMESET;
        return false;
    case CL_TOKEN_EOF:
        cl_stop_parsing(b, token);
        return false;
    }
    return false;
}

bool cl_mode_after_frameset(cl_builder *b, cl_token *token) {
    switch (token->type) {
    case CL_TOKEN_TEXT:
        cl_keep_spaces(b, token);
        cl_insert_text(b, token);
        return false;
    case CL_TOKEN_COMMENT:
        cl_insert_comment(b, token, CL_NODE_NONE);
        return false;
    case CL_TOKEN_DOCTYPE:
        return false;
    case CL_TOKEN_START_TAG:
        if (token->tag == CL_TAG_HTML)
            return cl_mode_in_body(b, token);
        if (token->tag == CL_TAG_NOFRAMES)
            return cl_mode_in_head(b, token);
        return false;
    case CL_TOKEN_END_TAG:
        if (token->tag == CL_TAG_HTML)
            b->mode = CL_MODE_AFTER_AFTER_FRAMESET;
        return false;
    case CL_TOKEN_EOF:
        cl_stop_parsing(b, token);
        return false;
    }
    return false;
}

bool cl_mode_after_after_frameset(cl_builder *b, cl_token *token) {
    switch (token->type) {
    case CL_TOKEN_TEXT:
        cl_keep_spaces(b, token);
        if (token->size)
            cl_in_body_text(b, token);
        return false;
    case CL_TOKEN_COMMENT:
        cl_insert_comment(b, token, CL_NODE_DOCUMENT);
        return false;
    case CL_TOKEN_DOCTYPE:
        return false;
    case CL_TOKEN_START_TAG:
        if (token->tag == CL_TAG_HTML)
            return cl_mode_in_body(b, token);
        if (token->tag == CL_TAG_NOFRAMES)
            return cl_mode_in_head(b, token);
        return false;
    case CL_TOKEN_EOF:
        cl_stop_parsing(b, token);
        return false;
    default:
        return false;
    }
}
