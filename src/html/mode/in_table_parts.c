/* The insertion modes "in caption", "in column group", "in table body", "in row" and "in cell" (HTML Standard, sections
 * 13.2.6.4.11 to 13.2.6.4.15). */
#include "html/builder.h"

static bool is_row_group(uint32_t tag) {
    return tag == CL_TAG_TBODY || tag == CL_TAG_TFOOT || tag == CL_TAG_THEAD;
}

static bool is_cell(uint32_t tag) {
    return tag == CL_TAG_TD || tag == CL_TAG_TH;
}

/* caption, col, colgroup, tbody, td, tfoot, th, thead, tr */
static bool is_table_tag(uint32_t tag) {
    return tag == CL_TAG_CAPTION || tag == CL_TAG_COL || tag == CL_TAG_COLGROUP || tag == CL_TAG_TR ||
           is_row_group(tag) || is_cell(tag);
}

void cl_clear_to_table_body(cl_builder *b, const cl_token *token) {
    while (!(cl_current(b)->ns == CUTLINE_NS_HTML && is_row_group(cl_current(b)->tag)) &&
           !cl_current_is(b, CL_TAG_TEMPLATE) && !cl_current_is(b, CL_TAG_HTML))
        cl_pop(b, token->begin);
}

void cl_clear_to_row(cl_builder *b, const cl_token *token) {
    while (!cl_current_is(b, CL_TAG_TR) && !cl_current_is(b, CL_TAG_TEMPLATE) && !cl_current_is(b, CL_TAG_HTML))
        cl_pop(b, token->begin);
}

/* ---- caption */

static bool close_caption(cl_builder *b, const cl_token *token) {
    if (!cl_in_table_scope(b, CL_TAG_CAPTION))
        return false;
    cl_generate_implied_end_tags(b, CL_TAG_NONE, token);
    cl_pop_until(b, CL_TAG_CAPTION, token);
    cl_formatting_clear_to_marker(b);
    b->mode = CL_MODE_IN_TABLE;
    return true;
}

bool cl_mode_in_caption(cl_builder *b, cl_token *token) {
    if (token->type == CL_TOKEN_START_TAG && is_table_tag(token->tag))
        return close_caption(b, token);
    if (token->type == CL_TOKEN_END_TAG) {
        if (token->tag == CL_TAG_CAPTION) {
            close_caption(b, token);
            return false;
        }
        if (token->tag == CL_TAG_TABLE)
            return close_caption(b, token);
        if (is_table_tag(token->tag) || token->tag == CL_TAG_BODY || token->tag == CL_TAG_HTML)
            return false;
    }
    return cl_mode_in_body(b, token);
}

/* ---- column group */

bool cl_mode_in_column_group(cl_builder *b, cl_token *token) {
    cl_token space;
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
        if (token->tag == CL_TAG_HTML)
            return cl_mode_in_body(b, token);
        if (token->tag == CL_TAG_COL) {
            cl_insert_void(b, token);
            return false;
        }
        if (token->tag == CL_TAG_TEMPLATE)
            return cl_mode_in_head(b, token);
        break;
    case CL_TOKEN_END_TAG:
        if (token->tag == CL_TAG_COLGROUP) {
            if (cl_current_is(b, CL_TAG_COLGROUP)) {
                cl_pop_to(b, b->depth - 1, token);
                b->mode = CL_MODE_IN_TABLE;
            }
            return false;
        }
        if (token->tag == CL_TAG_COL)
            return false;
        if (token->tag == CL_TAG_TEMPLATE)
            return cl_mode_in_head(b, token);
        break;
    case CL_TOKEN_EOF:
        return cl_mode_in_body(b, token);
    }
    if (!cl_current_is(b, CL_TAG_COLGROUP)) {
        /* ignored: of a text every character for itself, so that its white space stays */
        if (token->type == CL_TOKEN_TEXT) {
            cl_keep_spaces(b, token);
            cl_insert_text(b, token);
        }
        return false;
    }
    cl_pop(b, token->begin);
    b->mode = CL_MODE_IN_TABLE;
    return true;
}

/* ---- table body */

static bool close_table_body(cl_builder *b, const cl_token *token) {
    if (!cl_in_table_scope(b, CL_TAG_TBODY) && !cl_in_table_scope(b, CL_TAG_THEAD) &&
        !cl_in_table_scope(b, CL_TAG_TFOOT))
        return false;
    cl_clear_to_table_body(b, token);
    cl_pop(b, token->begin);
    b->mode = CL_MODE_IN_TABLE;
    return true;
}

static bool table_body_end_tag(cl_builder *b, cl_token *token) {
    if (is_row_group(token->tag)) {
        if (cl_in_table_scope(b, token->tag)) {
            cl_clear_to_table_body(b, token);
            cl_pop_to(b, b->depth - 1, token);
            b->mode = CL_MODE_IN_TABLE;
        }
        return false;
    }
    if (token->tag == CL_TAG_TABLE)
        return close_table_body(b, token);
    if (is_table_tag(token->tag) || token->tag == CL_TAG_BODY || token->tag == CL_TAG_HTML)
        return false;
    return cl_mode_in_table(b, token);
}

bool cl_mode_in_table_body(cl_builder *b, cl_token *token) {
    if (token->type == CL_TOKEN_END_TAG)
        return table_body_end_tag(b, token);
    if (token->type == CL_TOKEN_START_TAG) {
        if (token->tag == CL_TAG_TR) {
            cl_clear_to_table_body(b, token);
            cl_insert_html(b, token);
            b->mode = CL_MODE_IN_ROW;
            return false;
        }
        if (is_cell(token->tag)) {
            cl_clear_to_table_body(b, token);
            cl_insert_implied(b, CL_TAG_TR, token);
            b->mode = CL_MODE_IN_ROW;
            return true;
        }
        if (is_table_tag(token->tag))
            return close_table_body(b, token);
    }
    return cl_mode_in_table(b, token);
}

/* ---- row */

static bool close_row(cl_builder *b, const cl_token *token, bool by_its_tag) {
    if (!cl_in_table_scope(b, CL_TAG_TR))
        return false;
    cl_clear_to_row(b, token);
    if (by_its_tag)
        cl_pop_to(b, b->depth - 1, token);
    else
        cl_pop(b, token->begin);
    b->mode = CL_MODE_IN_TABLE_BODY;
    return true;
}

static bool row_end_tag(cl_builder *b, cl_token *token) {
    if (token->tag == CL_TAG_TR) {
        close_row(b, token, true);
        return false;
    }
    if (token->tag == CL_TAG_TABLE)
        return close_row(b, token, false);
    if (is_row_group(token->tag))
        return cl_in_table_scope(b, token->tag) && close_row(b, token, false);
    if (is_table_tag(token->tag) || token->tag == CL_TAG_BODY || token->tag == CL_TAG_HTML)
        return false;
    return cl_mode_in_table(b, token);
}

bool cl_mode_in_row(cl_builder *b, cl_token *token) {
    if (token->type == CL_TOKEN_END_TAG)
        return row_end_tag(b, token);
    if (token->type == CL_TOKEN_START_TAG) {
        if (is_cell(token->tag)) {
            cl_clear_to_row(b, token);
            cl_insert_html(b, token);
            b->mode = CL_MODE_IN_CELL;
            cl_formatting_marker(b);
            return false;
        }
        if (is_table_tag(token->tag))
            return close_row(b, token, false);
    }
    return cl_mode_in_table(b, token);
}

/* ---- cell */

/* "close the cell" */
static void close_cell(cl_builder *b, const cl_token *token) {
    cl_generate_implied_end_tags(b, CL_TAG_NONE, token);
    const uint32_t td = cl_top(b, CL_TAG_TD) + 1, th = cl_top(b, CL_TAG_TH) + 1; /* 0: not open */
    if (td || th)
        cl_pop_to(b, (td > th ? td : th) - 1, token);
    cl_formatting_clear_to_marker(b);
    b->mode = CL_MODE_IN_ROW;
}

static bool cell_end_tag(cl_builder *b, cl_token *token) {
    switch (token->tag) {
    case CL_TAG_TD:
    case CL_TAG_TH:
        if (!cl_in_table_scope(b, token->tag))
            return false;
        cl_generate_implied_end_tags(b, CL_TAG_NONE, token);
        cl_pop_until(b, token->tag, token);
        cl_formatting_clear_to_marker(b);
        b->mode = CL_MODE_IN_ROW;
        return false;
    case CL_TAG_BODY:
    case CL_TAG_CAPTION:
    case CL_TAG_COL:
    case CL_TAG_COLGROUP:
    case CL_TAG_HTML:
        return false;
    case CL_TAG_TABLE:
    case CL_TAG_TBODY:
    case CL_TAG_TFOOT:
    case CL_TAG_THEAD:
    case CL_TAG_TR:
        if (!cl_in_table_scope(b, token->tag))
            return false;
        close_cell(b, token);
        return true;
    default:
        return cl_mode_in_body(b, token);
    }
}

bool cl_mode_in_cell(cl_builder *b, cl_token *token) {
    if (token->type == CL_TOKEN_END_TAG)
        return cell_end_tag(b, token);
    if (token->type == CL_TOKEN_START_TAG && is_table_tag(token->tag)) {
        /* "Assert: The stack of open elements has a td or th element in table scope." */
        if (!cl_in_table_scope(b, CL_TAG_TD) && !cl_in_table_scope(b, CL_TAG_TH))
            return false;
        close_cell(b, token);
        return true;
    }
    return cl_mode_in_body(b, token);
}
