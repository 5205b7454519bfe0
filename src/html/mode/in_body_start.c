/* Start tags in the "in body" insertion mode (HTML Standard, section 13.2.6.4.7). */
#include "html/builder.h"

static bool has_name(const cl_dom *dom, const cl_attr *first, const cl_attr *end, const cl_attr *attr) {
    for (const cl_attr *a = first; a < end; a++)
        if (a->name == attr->name &&
            (a->name != CL_ATTR_OTHER || cl_slice_equal(cl_attr_name(dom, a), cl_attr_name(dom, attr))))
            return true;
    return false;
}

/* How many there are, as far as CL_MERGED_ATTRS_MAX. */
static uint32_t count_attrs(const cl_attr *attr) {
    uint32_t n = 0;
    for (; attr && n < CL_MERGED_ATTRS_MAX; attr = cl_attr_next(attr))
        n++;
    return n;
}

/* Attributes of a second <html> or <body> that the first has not are added to it. */
static void merge_attributes(cl_builder *b, cl_node node, cl_token *token) {
    cl_dom *const dom = b->dom;
    if (!token->attrs)
        return;
    const uint32_t have = count_attrs(cl_dom_attrs(dom, node)), more = count_attrs(&dom->attrs.at[token->attrs]);
    if (have >= CL_MERGED_ATTRS_MAX)
        return;
    /* The old ones and the new ones together at the end of the array, behind those of the token. */
    if (!cl_vector_grow(dom->allocator, &dom->attrs, (size_t)have + more)) {
        dom->failed = CUTLINE_E_NOMEM;
        return;
    }
    cl_attr *const first = dom->attrs.at + dom->attrs.count;
    cl_attr *end = first;
    if (have)
        memcpy(first, cl_dom_attrs(dom, node), have * sizeof *first);
    end += have;
    for (const cl_attr *a = &dom->attrs.at[token->attrs]; a && end < first + CL_MERGED_ATTRS_MAX; a = cl_attr_next(a))
        if (!has_name(dom, first, end, a))
            *end++ = *a;
    if (end == first + have)
        return;
    for (cl_attr *a = first; a < end; a++)
        a->flags &= (uint32_t)~CL_ATTR_LAST & 0x3Fu;
    end[-1].flags |= CL_ATTR_LAST;
    dom->nodes.at[node].a = (uint32_t)dom->attrs.count;
    dom->attrs.count += (size_t)(end - first);
    token->attrs_taken = true;
}

static void html(cl_builder *b, cl_token *token) {
    if (!cl_is_open(b, CL_TAG_TEMPLATE))
        merge_attributes(b, b->open[0].node, token);
}

/* The body, where it is the second element of the stack. */
static bool has_body(const cl_builder *b) {
    return b->depth > 1 && b->open[1].tag == CL_TAG_BODY && b->open[1].ns == CUTLINE_NS_HTML;
}

static void body(cl_builder *b, cl_token *token) {
    if (!has_body(b) || cl_is_open(b, CL_TAG_TEMPLATE))
        return;
    b->frameset_ok = false;
    merge_attributes(b, b->open[1].node, token);
}

static void frameset(cl_builder *b, cl_token *token) {
    if (!has_body(b) || !b->frameset_ok)
        return;
    cl_dom_remove(b->dom, b->open[1].node);
    while (b->depth > 1)
        cl_pop(b, token->begin);
    cl_insert_html(b, token);
    b->mode = CL_MODE_IN_FRAMESET;
}

static void block(cl_builder *b, cl_token *token) {
    cl_close_p_in_button_scope(b, token);
    cl_insert_html(b, token);
}

static void heading(cl_builder *b, cl_token *token) {
    cl_close_p_in_button_scope(b, token);
    if (cl_current(b)->class & CL_CLASS_HEADING)
        cl_pop(b, token->begin);
    cl_insert_html(b, token);
}

static void pre(cl_builder *b, cl_token *token) {
    block(b, token);
    b->skip_line_feed = true;
    b->frameset_ok = false;
}

static void form(cl_builder *b, cl_token *token) {
    const bool in_template = cl_is_open(b, CL_TAG_TEMPLATE);
    if (b->form && !in_template)
        return;
    cl_close_p_in_button_scope(b, token);
    const cl_node node = cl_insert_html(b, token);
    if (!in_template)
        b->form = node;
}

/* <li>, <dd>, <dt>: an open one is closed, unless a special element (address, div and p do not count) is in between. */
static void list_item(cl_builder *b, cl_token *token) {
    b->frameset_ok = false;
    if (b->hard.count) {
        const cl_open *const e = &b->open[b->hard.at[b->hard.count - 1]];
        const bool is_definition = token->tag != CL_TAG_LI;
        if (e->ns == CUTLINE_NS_HTML &&
            (is_definition ? e->tag == CL_TAG_DD || e->tag == CL_TAG_DT : e->tag == CL_TAG_LI)) {
            const uint32_t tag = e->tag;
            cl_generate_implied_end_tags(b, tag, token);
            cl_pop_until(b, tag, token);
        }
    }
    block(b, token);
}

static void button(cl_builder *b, cl_token *token) {
    if (cl_in_scope(b, CL_TAG_BUTTON)) {
        cl_generate_implied_end_tags(b, CL_TAG_NONE, token);
        cl_pop_until(b, CL_TAG_BUTTON, token);
    }
    cl_reconstruct(b, token);
    cl_insert_html(b, token);
    b->frameset_ok = false;
}

static void formatting(cl_builder *b, cl_token *token) {
    cl_reconstruct(b, token);
    const cl_node node = cl_insert_html(b, token);
    cl_formatting_push(b, node, token->tag);
}

static void anchor(cl_builder *b, cl_token *token) {
    const uint32_t index = cl_formatting_find_tag(b, CL_TAG_A);
    if (index != CL_NOWHERE) {
        const cl_node node = b->formatting[index].node;
        cl_adoption_agency(b, token, CL_TAG_A);
        const uint32_t left = cl_formatting_find(b, node), open = cl_open_find(b, node);
        if (left != CL_NOWHERE)
            cl_formatting_remove(b, left);
        if (open != CL_NOWHERE)
            cl_open_remove(b, open);
    }
    formatting(b, token);
}

static void nobr(cl_builder *b, cl_token *token) {
    cl_reconstruct(b, token);
    if (cl_in_scope(b, CL_TAG_NOBR)) {
        cl_adoption_agency(b, token, CL_TAG_NOBR);
        cl_reconstruct(b, token);
    }
    const cl_node node = cl_insert_html(b, token);
    cl_formatting_push(b, node, CL_TAG_NOBR);
}

static void object(cl_builder *b, cl_token *token) {
    cl_reconstruct(b, token);
    cl_insert_html(b, token);
    cl_formatting_marker(b);
    b->frameset_ok = false;
}

static void table(cl_builder *b, cl_token *token) {
    if (b->dom->quirks != 1)
        cl_close_p_in_button_scope(b, token);
    cl_insert_html(b, token);
    b->frameset_ok = false;
    b->mode = CL_MODE_IN_TABLE;
}

static void void_element(cl_builder *b, cl_token *token) {
    cl_reconstruct(b, token);
    cl_insert_void(b, token);
    b->frameset_ok = false;
}

static bool within_select_fragment(const cl_builder *b) {
    return b->fragment && b->context_tag == CL_TAG_SELECT && b->context_ns == CUTLINE_NS_HTML;
}

static bool is_hidden_input(const cl_dom *dom, cl_node node) {
    return cl_slice_equal_nocase(cl_dom_attr(dom, node, CL_ATTR_TYPE), CL_SLICE("hidden"));
}

static void input(cl_builder *b, cl_token *token) {
    if (within_select_fragment(b))
        return;
    if (cl_in_scope(b, CL_TAG_SELECT))
        cl_pop_until(b, CL_TAG_SELECT, token);
    cl_reconstruct(b, token);
    cl_insert_void(b, token);
    if (!is_hidden_input(b->dom, (cl_node)(b->dom->nodes.count - 1)))
        b->frameset_ok = false;
}

static void hr(cl_builder *b, cl_token *token) {
    cl_close_p_in_button_scope(b, token);
    if (cl_in_scope(b, CL_TAG_SELECT))
        cl_generate_implied_end_tags(b, CL_TAG_NONE, token);
    cl_insert_void(b, token);
    b->frameset_ok = false;
}

static void select(cl_builder *b, cl_token *token) {
    if (within_select_fragment(b))
        return;
    if (cl_in_scope(b, CL_TAG_SELECT)) {
        cl_pop_until(b, CL_TAG_SELECT, token);
        return;
    }
    cl_reconstruct(b, token);
    cl_insert_html(b, token);
    b->frameset_ok = false;
}

static void option(cl_builder *b, cl_token *token) {
    if (cl_in_scope(b, CL_TAG_SELECT))
        cl_generate_implied_end_tags(b, token->tag == CL_TAG_OPTION ? CL_TAG_OPTGROUP : CL_TAG_NONE, token);
    else if (cl_current_is(b, CL_TAG_OPTION))
        cl_pop(b, token->begin);
    cl_reconstruct(b, token);
    cl_insert_html(b, token);
}

static void ruby_part(cl_builder *b, cl_token *token) {
    if (cl_in_scope(b, CL_TAG_RUBY)) {
        const bool within_rtc = token->tag == CL_TAG_RP || token->tag == CL_TAG_RT;
        cl_generate_implied_end_tags(b, within_rtc ? CL_TAG_RTC : CL_TAG_NONE, token);
    }
    cl_insert_html(b, token);
}

static void foreign(cl_builder *b, cl_token *token, uint32_t ns) {
    cl_reconstruct(b, token);
    cl_insert_foreign(b, token, token->tag, ns);
}

static void textarea(cl_builder *b, cl_token *token) {
    cl_insert_raw_text(b, token, CL_STATE_RCDATA);
    b->skip_line_feed = true;
    b->frameset_ok = false;
}

/* Tags whose content is not markup. False: the tag is none of them. */
static bool raw_text(cl_builder *b, cl_token *token) {
    switch (token->tag) {
    case CL_TAG_XMP:
        cl_close_p_in_button_scope(b, token);
        cl_reconstruct(b, token);
        b->frameset_ok = false;
        break;
    case CL_TAG_IFRAME:
        b->frameset_ok = false;
        break;
    case CL_TAG_NOEMBED:
        break;
    case CL_TAG_NOSCRIPT:
        if (!b->scripting)
            return false;
        break;
    default:
        return false;
    }
    cl_insert_raw_text(b, token, CL_STATE_RAWTEXT);
    return true;
}

/* The rarer tags. */
static bool other_start_tag(cl_builder *b, cl_token *token) {
    switch (token->tag) {
    case CL_TAG_HTML:
        html(b, token);
        return false;
    case CL_TAG_BODY:
        body(b, token);
        return false;
    case CL_TAG_FRAMESET:
        frameset(b, token);
        return false;
    case CL_TAG_FORM:
        form(b, token);
        return false;
    case CL_TAG_PLAINTEXT:
        block(b, token);
        b->tokenizer.state = CL_STATE_PLAINTEXT;
        return false;
    case CL_TAG_NOBR:
        nobr(b, token);
        return false;
    case CL_TAG_APPLET:
    case CL_TAG_MARQUEE:
    case CL_TAG_OBJECT:
        object(b, token);
        return false;
    case CL_TAG_PARAM:
    case CL_TAG_SOURCE:
    case CL_TAG_TRACK:
        cl_insert_void(b, token);
        return false;
    case CL_TAG_IMAGE:
        token->tag = CL_TAG_IMG; /* "Don't ask." */
        return true;
    case CL_TAG_TEXTAREA:
        textarea(b, token);
        return false;
    case CL_TAG_RB:
    case CL_TAG_RTC:
    case CL_TAG_RP:
    case CL_TAG_RT:
        ruby_part(b, token);
        return false;
    case CL_TAG_MATH:
        foreign(b, token, CUTLINE_NS_MATHML);
        return false;
    case CL_TAG_SVG:
        foreign(b, token, CUTLINE_NS_SVG);
        return false;
    case CL_TAG_CAPTION:
    case CL_TAG_COL:
    case CL_TAG_COLGROUP:
    case CL_TAG_FRAME:
    case CL_TAG_HEAD:
    case CL_TAG_TBODY:
    case CL_TAG_TD:
    case CL_TAG_TFOOT:
    case CL_TAG_TH:
    case CL_TAG_THEAD:
    case CL_TAG_TR:
        return false;
    default:
        if (raw_text(b, token))
            return false;
        cl_reconstruct(b, token);
        cl_insert_html(b, token);
        return false;
    }
}

bool cl_in_body_start_tag(cl_builder *b, cl_token *token) {
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
    case CL_TAG_ADDRESS:
    case CL_TAG_ARTICLE:
    case CL_TAG_ASIDE:
    case CL_TAG_BLOCKQUOTE:
    case CL_TAG_CENTER:
    case CL_TAG_DETAILS:
    case CL_TAG_DIALOG:
    case CL_TAG_DIR:
    case CL_TAG_DIV:
    case CL_TAG_DL:
    case CL_TAG_FIELDSET:
    case CL_TAG_FIGCAPTION:
    case CL_TAG_FIGURE:
    case CL_TAG_FOOTER:
    case CL_TAG_HEADER:
    case CL_TAG_HGROUP:
    case CL_TAG_MAIN:
    case CL_TAG_MENU:
    case CL_TAG_NAV:
    case CL_TAG_OL:
    case CL_TAG_P:
    case CL_TAG_SEARCH:
    case CL_TAG_SECTION:
    case CL_TAG_SUMMARY:
    case CL_TAG_UL:
        block(b, token);
        return false;
    case CL_TAG_H1:
    case CL_TAG_H2:
    case CL_TAG_H3:
    case CL_TAG_H4:
    case CL_TAG_H5:
    case CL_TAG_H6:
        heading(b, token);
        return false;
    case CL_TAG_PRE:
    case CL_TAG_LISTING:
        pre(b, token);
        return false;
    case CL_TAG_LI:
    case CL_TAG_DD:
    case CL_TAG_DT:
        list_item(b, token);
        return false;
    case CL_TAG_BUTTON:
        button(b, token);
        return false;
    case CL_TAG_A:
        anchor(b, token);
        return false;
    case CL_TAG_B:
    case CL_TAG_BIG:
    case CL_TAG_CODE:
    case CL_TAG_EM:
    case CL_TAG_FONT:
    case CL_TAG_I:
    case CL_TAG_S:
    case CL_TAG_SMALL:
    case CL_TAG_STRIKE:
    case CL_TAG_STRONG:
    case CL_TAG_TT:
    case CL_TAG_U:
        formatting(b, token);
        return false;
    case CL_TAG_TABLE:
        table(b, token);
        return false;
    case CL_TAG_AREA:
    case CL_TAG_BR:
    case CL_TAG_EMBED:
    case CL_TAG_IMG:
    case CL_TAG_KEYGEN:
    case CL_TAG_WBR:
        void_element(b, token);
        return false;
    case CL_TAG_INPUT:
        input(b, token);
        return false;
    case CL_TAG_HR:
        hr(b, token);
        return false;
    case CL_TAG_SELECT:
        select(b, token);
        return false;
    case CL_TAG_OPTION:
    case CL_TAG_OPTGROUP:
        option(b, token);
        return false;
    default:
        return other_start_tag(b, token);
    }
}
