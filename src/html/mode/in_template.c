/* The "in template" insertion mode (HTML Standard, section 13.2.6.4.20). */
#include "html/builder.h"

static bool go_on_in(cl_builder *b, cl_mode mode) {
    if (b->template_modes.count)
        b->template_modes.at[b->template_modes.count - 1] = mode;
    b->mode = mode;
    return true;
}

static bool start_tag(cl_builder *b, cl_token *token) {
    switch (token->tag) {
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
        return cl_mode_in_head(b, token);
    case CL_TAG_CAPTION:
    case CL_TAG_COLGROUP:
    case CL_TAG_TBODY:
    case CL_TAG_TFOOT:
    case CL_TAG_THEAD:
        return go_on_in(b, CL_MODE_IN_TABLE);
    case CL_TAG_COL:
        return go_on_in(b, CL_MODE_IN_COLUMN_GROUP);
    case CL_TAG_TR:
        return go_on_in(b, CL_MODE_IN_TABLE_BODY);
    case CL_TAG_TD:
    case CL_TAG_TH:
        return go_on_in(b, CL_MODE_IN_ROW);
    default:
        return go_on_in(b, CL_MODE_IN_BODY);
    }
}

bool cl_mode_in_template(cl_builder *b, cl_token *token) {
    switch (token->type) {
    case CL_TOKEN_START_TAG:
        return start_tag(b, token);
    case CL_TOKEN_END_TAG:
        return token->tag == CL_TAG_TEMPLATE ? cl_mode_in_head(b, token) : false;
    case CL_TOKEN_EOF:
        if (!cl_is_open(b, CL_TAG_TEMPLATE)) {
            cl_stop_parsing(b, token);
            return false;
        }
        cl_pop_until(b, CL_TAG_TEMPLATE, token);
        cl_formatting_clear_to_marker(b);
        if (b->template_modes.count)
            b->template_modes.count--;
        cl_reset_insertion_mode(b);
        return true;
    default:
        return cl_mode_in_body(b, token);
    }
}
