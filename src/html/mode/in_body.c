/* The "in body" insertion mode (HTML Standard, section 13.2.6.4.7): text and what is neither a start nor an end tag.
 * The tags are in in_body_start.c and in_body_end.c. */
#include "html/builder.h"

void cl_in_body_text(cl_builder *b, cl_token *token) {
    if (token->text & CL_TEXT_UNRESOLVED) {
        cl_token_resolve(b->dom, token, CL_NUL_DROP);
        if (!token->size)
            return;
    }
    cl_reconstruct(b, token);
    cl_insert_text(b, token);
    if (!(token->text & CL_TEXT_SPACE))
        b->frameset_ok = false;
}

void cl_skip_line_feed(cl_builder *b, cl_token *token) {
    if (*cl_token_bytes(b->dom, token) == '&')
        cl_token_resolve(b->dom, token, CL_NUL_DROP);
    const char *const p = cl_token_bytes(b->dom, token);
    uint32_t n = 0;
    if (token->size && p[0] == '\n')
        n = 1;
    else if (token->size && p[0] == '\r' && !(token->text & CL_TEXT_POOLED)) /* one of a reference stays */
        n = token->size > 1 && p[1] == '\n' ? 2 : 1;
    token->data += n;
    token->size -= n;
}

void cl_stop_parsing(cl_builder *b, const cl_token *token) {
    while (b->depth > 0)
        cl_pop(b, token->begin);
    b->stopped = true;
}

bool cl_mode_in_body(cl_builder *b, cl_token *token) {
    switch (token->type) {
    case CL_TOKEN_TEXT:
        cl_in_body_text(b, token);
        return false;
    case CL_TOKEN_START_TAG:
        return cl_in_body_start_tag(b, token);
    case CL_TOKEN_END_TAG:
        return cl_in_body_end_tag(b, token);
    case CL_TOKEN_COMMENT:
        cl_insert_comment(b, token, CL_NODE_NONE);
        return false;
    case CL_TOKEN_DOCTYPE:
        return false;
    case CL_TOKEN_EOF:
        if (b->template_modes.count)
            return cl_mode_in_template(b, token);
        cl_stop_parsing(b, token);
        return false;
    }
    return false;
}
