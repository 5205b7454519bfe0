/* "The rules for parsing tokens in foreign content" (HTML Standard, section 13.2.6.5). */
#include "html/builder.h"

void cl_adjust_attributes(cl_dom *dom, const cl_token *token, uint32_t ns) {
    if (!token->attrs)
        return;
    for (cl_attr *a = &dom->attrs.at[token->attrs];; a++) {
        if (ns == CUTLINE_NS_SVG)
            a->name = cl_attr_adjust_svg(a->name) & 0x3FFu;
        else
            a->name = cl_attr_adjust_mathml(a->name) & 0x3FFu;
        if (cl_attr_is_foreign(a->name))
            a->flags |= CL_ATTR_FOREIGN;
        if (a->flags & CL_ATTR_LAST)
            return;
    }
}

void cl_insert_foreign(cl_builder *b, cl_token *token, uint32_t tag, uint32_t ns) {
    cl_adjust_attributes(b->dom, token, ns);
    const cl_node node = cl_create_element(b, token, tag, ns);
    cl_insert_at(b, cl_appropriate_place(b, b->depth - 1), node);
    if (!token->self_closing)
        cl_push(b, node, tag, ns);
}

/* Start tags of HTML that end foreign content. */
static bool breaks_out(const cl_dom *dom, const cl_token *token) {
    switch (token->tag) {
    case CL_TAG_B:
    case CL_TAG_BIG:
    case CL_TAG_BLOCKQUOTE:
    case CL_TAG_BODY:
    case CL_TAG_BR:
    case CL_TAG_CENTER:
    case CL_TAG_CODE:
    case CL_TAG_DD:
    case CL_TAG_DIV:
    case CL_TAG_DL:
    case CL_TAG_DT:
    case CL_TAG_EM:
    case CL_TAG_EMBED:
    case CL_TAG_H1:
    case CL_TAG_H2:
    case CL_TAG_H3:
    case CL_TAG_H4:
    case CL_TAG_H5:
    case CL_TAG_H6:
    case CL_TAG_HEAD:
    case CL_TAG_HR:
    case CL_TAG_I:
    case CL_TAG_IMG:
    case CL_TAG_LI:
    case CL_TAG_LISTING:
    case CL_TAG_MENU:
    case CL_TAG_META:
    case CL_TAG_NOBR:
    case CL_TAG_OL:
    case CL_TAG_P:
    case CL_TAG_PRE:
    case CL_TAG_RUBY:
    case CL_TAG_S:
    case CL_TAG_SMALL:
    case CL_TAG_SPAN:
    case CL_TAG_STRONG:
    case CL_TAG_STRIKE:
    case CL_TAG_SUB:
    case CL_TAG_SUP:
    case CL_TAG_TABLE:
    case CL_TAG_TT:
    case CL_TAG_U:
    case CL_TAG_UL:
    case CL_TAG_VAR:
        return true;
    case CL_TAG_FONT:
        for (const cl_attr *a = token->attrs ? &dom->attrs.at[token->attrs] : NULL; a; a = cl_attr_next(a))
            if (a->name == CL_ATTR_COLOR || a->name == CL_ATTR_FACE || a->name == CL_ATTR_SIZE)
                return true;
        return false;
    default:
        return false;
    }
}

static bool break_out(cl_builder *b, cl_token *token) {
    for (;;) {
        const cl_open *const e = cl_current(b);
        if (e->ns == CUTLINE_NS_HTML || cl_is_text_point(e->tag, e->ns) || cl_is_html_point(b, e->node, e->tag, e->ns))
            break;
        cl_pop(b, token->begin);
    }
    return cl_process(b, token);
}

/* Whether a text is nothing but white space and NULs, which say nothing about framesets. */
static bool is_blank(cl_dom *dom, cl_token token) {
    const size_t mark = dom->pool.count;
    cl_token_resolve(dom, &token, CL_NUL_DROP);
    dom->pool.count = mark;
    return !token.size || (token.text & CL_TEXT_SPACE);
}

static void text(cl_builder *b, cl_token *token) {
    if (b->frameset_ok && !is_blank(b->dom, *token))
        b->frameset_ok = false;
    cl_token_resolve(b->dom, token, CL_NUL_REPLACE);
    cl_insert_text(b, token);
}

static void start_tag(cl_builder *b, cl_token *token) {
    const uint32_t ns = cl_adjusted_current(b).ns;
    cl_insert_foreign(b, token, ns == CUTLINE_NS_SVG ? cl_tag_adjust_svg(token->tag) : token->tag, ns);
}

/* "any other end tag": the nearest element of that name, through foreign elements only; else the rules for HTML. */
static bool end_tag(cl_builder *b, cl_token *token) {
    const uint32_t adjusted = cl_tag_adjust_svg(token->tag);
    const uint32_t html = cl_current(b)->ns == CUTLINE_NS_HTML ? b->depth - 1 : cl_current(b)->same;
    const bool none = token->tag >= b->foreign.count || (!b->foreign.at[token->tag] && !b->foreign.at[adjusted]);
    for (uint32_t i = b->depth - 1; !none && i > html; i--) {
        if (b->open[i].tag == token->tag || b->open[i].tag == adjusted) {
            cl_pop_to(b, i, token);
            return false;
        }
    }
    return html > 0 && cl_process(b, token);
}

bool cl_mode_foreign(cl_builder *b, cl_token *token) {
    switch (token->type) {
    case CL_TOKEN_TEXT:
        text(b, token);
        return false;
    case CL_TOKEN_COMMENT:
        cl_insert_comment(b, token, CL_NODE_NONE);
        return false;
    case CL_TOKEN_START_TAG:
        if (breaks_out(b->dom, token))
            return break_out(b, token);
        start_tag(b, token);
        return false;
    case CL_TOKEN_END_TAG:
        if (token->tag == CL_TAG_BR || token->tag == CL_TAG_P)
            return break_out(b, token);
        return end_tag(b, token);
    default:
        return false;
    }
}
