/* The "in head" insertion mode (HTML Standard, section 13.2.6.4.4). */
#include "html/builder.h"

static void open_template(cl_builder *b, cl_token *token) {
    cl_insert_html(b, token);
    cl_formatting_marker(b);
    b->frameset_ok = false;
    b->mode = CL_MODE_IN_TEMPLATE;
    if (!cl_vector_room(b->allocator, &b->template_modes)) {
        b->dom->failed = CUTLINE_E_NOMEM;
        return;
    }
    b->template_modes.at[b->template_modes.count++] = CL_MODE_IN_TEMPLATE;
}

static void close_template(cl_builder *b, const cl_token *token) {
    if (!cl_is_open(b, CL_TAG_TEMPLATE))
        return;
    cl_generate_all_implied_end_tags(b, token);
    cl_pop_until(b, CL_TAG_TEMPLATE, token);
    cl_formatting_clear_to_marker(b);
    if (b->template_modes.count)
        b->template_modes.count--;
    cl_reset_insertion_mode(b);
}

/* False: the tag is not of the head. */
static bool start_tag(cl_builder *b, cl_token *token, bool *again) {
    *again = false;
    switch (token->tag) {
    case CL_TAG_HTML:
        *again = cl_mode_in_body(b, token);
        return true;
    case CL_TAG_BASE:
    case CL_TAG_BASEFONT:
    case CL_TAG_BGSOUND:
    case CL_TAG_LINK:
    case CL_TAG_META:
        cl_insert_void(b, token);
        return true;
    case CL_TAG_TITLE:
        cl_insert_raw_text(b, token, CL_STATE_RCDATA);
        return true;
    case CL_TAG_NOSCRIPT:
        if (b->scripting) {
            cl_insert_raw_text(b, token, CL_STATE_RAWTEXT);
        } else {
            cl_insert_html(b, token);
            b->mode = CL_MODE_IN_HEAD_NOSCRIPT;
        }
        return true;
    case CL_TAG_NOFRAMES:
    case CL_TAG_STYLE:
        cl_insert_raw_text(b, token, CL_STATE_RAWTEXT);
        return true;
    case CL_TAG_SCRIPT:
        cl_insert_raw_text(b, token, CL_STATE_SCRIPT_DATA);
        return true;
    case CL_TAG_TEMPLATE:
        open_template(b, token);
        return true;
    case CL_TAG_HEAD:
        return true;
    default:
        return false;
    }
}

bool cl_mode_in_head(cl_builder *b, cl_token *token) {
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
        if (token->tag == CL_TAG_HEAD) {
            cl_pop_to(b, b->depth - 1, token);
            b->mode = CL_MODE_AFTER_HEAD;
            return false;
        }
        if (token->tag == CL_TAG_TEMPLATE) {
            close_template(b, token);
            return false;
        }
        if (token->tag != CL_TAG_BODY && token->tag != CL_TAG_HTML && token->tag != CL_TAG_BR)
            return false;
        break;
    default:
        break;
    }
    cl_pop(b, token->begin); /* the head */
    b->mode = CL_MODE_AFTER_HEAD;
    return true;
}
