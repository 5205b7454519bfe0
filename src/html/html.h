/* UTF-8 to a tree: the WHATWG tokenizer and tree builder (HTML Standard, section 13.2).
 *
 * In: a page in valid UTF-8. Out: a cl_dom, whose text and attributes are slices of the page wherever they can be.
 *
 *   tokenizer.h   the whole page is in memory, so a token is read by one call, not by a machine that can stop anywhere
 *   builder.h     the stack of open elements, the active formatting elements, what all insertion modes share
 *   mode/         one file an insertion mode, named as the standard names it
 */
#ifndef CL_HTML_HTML_H
#define CL_HTML_HTML_H

#include "dom/dom.h"

typedef struct cl_parser cl_parser;

typedef struct cl_parse_options {
    bool scripting;
    cl_slice fragment;  /* context element as the tests write it: "div", "svg path"; absent: a document */
    uint64_t max_depth; /* CUTLINE_LIMIT_TREE_DEPTH; 0: the default */
    uint64_t max_nodes; /* CUTLINE_LIMIT_TREE_NODES; 0: the default */
} cl_parse_options;

/* NULL where there is no memory. */
cl_parser *cl_parser_new(const cutline_allocator *allocator);
void cl_parser_free(cl_parser *parser);

/* Parses `source`, which must stay as it is while the tree is in use, into `dom` (emptied first). Fails with
 * CUTLINE_E_NOMEM, _E_LIMIT (more nodes or names than allowed) or _E_ARGUMENT (an empty context element). */
cutline_status cl_html_parse(
    cl_parser *parser, cl_dom *dom, cl_slice source, const cl_parse_options *options, cutline_error *error);

#endif
