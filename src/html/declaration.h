/* Comments and doctypes, and bytes that must change before they are text. */
#ifndef CL_HTML_DECLARATION_H
#define CL_HTML_DECLARATION_H

#include "html/tokenizer.h"

/* A comment after its "<!--", a bogus one from its data on, a doctype after "<!doctype": fill the token in and return
 * where the tokenizer goes on. */
const char *cl_read_comment(cl_dom *dom, cl_token *token, const char *p, const char *end);
const char *cl_read_bogus_comment(cl_dom *dom, cl_token *token, const char *p, const char *end);
const char *cl_read_doctype(cl_dom *dom, cl_token *token, const char *p, const char *end);

/* Appends bytes of the source to the pool: carriage returns normalised, NULs by the rule, character references resolved
 * where asked for. False where there is no room (dom->failed says why). */
bool cl_resolve(cl_dom *dom, const char *p, const char *end, bool references, bool in_attribute, cl_nul_rule nul);

#endif
