/* The "text" insertion mode (HTML Standard, section 13.2.6.4.8): within script, style, title, textarea and their like.
 */
#include "html/builder.h"

bool cl_mode_text(cl_builder *b, cl_token *token) {
    if (token->type == CL_TOKEN_TEXT) {
        cl_token_resolve(b->dom, token, CL_NUL_REPLACE);
        cl_insert_text(b, token);
        return false;
    }
    b->mode = b->original_mode;
    if (token->type == CL_TOKEN_END_TAG) {
        cl_pop_to(b, b->depth - 1, token);
        return false;
    }
    cl_pop(b, token->begin);
    return true; /* the end of the page */
}
