/* Comments and doctypes (HTML Standard, sections 13.2.5.41 to 13.2.5.68). */
#include "html/declaration.h"

#include "dom/build.h"
#include "html/scan.h"

/* The bytes of a comment, resolved where they must be. */
static void set_data(cl_dom *dom, cl_token *token, const char *p, const char *end, uint32_t flags) {
    token->type = CL_TOKEN_COMMENT;
    token->text = 0;
    token->data = (uint32_t)(p - dom->source.data);
    token->size = (uint32_t)(end - p);
    if (flags & (CL_TEXT_CR | CL_TEXT_NUL)) {
        const size_t mark = dom->pool.count;
        if (cl_resolve(dom, p, end, false, false, CL_NUL_REPLACE)) {
            token->data = (uint32_t)mark;
            token->size = (uint32_t)(dom->pool.count - mark);
            token->text = CL_TEXT_POOLED;
        }
    }
}

/* What an unfinished comment does not hold of its last dashes: the states "comment end" and around it. */
static const char *without_unfinished_end(const char *p, const char *end) {
    const size_t size = (size_t)(end - p);
    if (size >= 3 && memcmp(end - 3, "--!", 3) == 0)
        return end - 3;
    if (size >= 2 && memcmp(end - 2, "--", 2) == 0)
        return end - 2;
    return size >= 1 && end[-1] == '-' ? end - 1 : end;
}

const char *cl_read_comment(cl_dom *dom, cl_token *token, const char *p, const char *end) {
    uint32_t flags = 0;
    if (p < end && *p == '>') { /* "abrupt-closing-of-empty-comment" */
        set_data(dom, token, p, p, 0);
        return p + 1;
    }
    if (end - p >= 2 && p[0] == '-' && p[1] == '>') {
        set_data(dom, token, p, p, 0);
        return p + 2;
    }
    for (const char *q = p;; q++) {
        q = cl_scan_either(q, end, '-', '-', &flags);
        if (q == end)
            break;
        if (end - q < 3 || q[1] != '-')
            continue;
        if (q[2] == '>') {
            set_data(dom, token, p, q, flags);
            return q + 3;
        }
        if (q[2] == '!' && end - q >= 4 && q[3] == '>') {
            set_data(dom, token, p, q, flags);
            return q + 4;
        }
    }
    set_data(dom, token, p, without_unfinished_end(p, end), flags);
    return end;
}

const char *cl_read_bogus_comment(cl_dom *dom, cl_token *token, const char *p, const char *end) {
    uint32_t flags = 0;
    const char *const q = cl_scan_either(p, end, '>', '>', &flags);
    set_data(dom, token, p, q, flags);
    return q < end ? q + 1 : q;
}

/* ---- doctypes -------------------------------------------------------------------------------------------------- */

/* Bytes of a name or an identifier as an attribute record; a name is in lower case. */
static void set_part(cl_dom *dom, cl_attr *part, const char *p, const char *end, bool lower) {
    const size_t mark = dom->pool.count;
    part->flags &= (uint32_t)~CL_ATTR_VALUE_ABSENT & 0x3F;
    if (!cl_resolve(dom, p, end, false, false, CL_NUL_REPLACE))
        return;
    if (lower)
        for (size_t i = mark; i < dom->pool.count; i++)
            dom->pool.at[i] = cl_ascii_lower(dom->pool.at[i]);
    part->value_offset = (uint32_t)mark;
    part->value_size = (uint32_t)(dom->pool.count - mark);
    part->flags |= CL_ATTR_VALUE_POOLED;
}

/* "bogus DOCTYPE state": to the ">", which is passed. */
static const char *bogus(const char *p, const char *end) {
    while (p < end && *p != '>')
        p++;
    return p < end ? p + 1 : p;
}

/* A quoted identifier at `p`, where its quote stands. False: it does not end with its quote; *at is where it goes on.
 */
static bool identifier(cl_dom *dom, cl_attr *part, const char **at, const char *end) {
    const char quote = **at;
    const char *const p = *at + 1;
    const char *q = p;
    while (q < end && *q != quote && *q != '>')
        q++;
    set_part(dom, part, p, q, false);
    *at = q < end ? q + 1 : q;
    return q < end && *q == quote;
}

static bool is_quote(const char *p, const char *end) {
    return p < end && (*p == '"' || *p == '\'');
}

/* "after DOCTYPE name state" and on: the identifiers. *ok: nothing is wrong enough for quirks. */
static const char *identifiers(cl_dom *dom, cl_attr parts[3], const char *p, const char *end, bool *ok) {
    *ok = true;
    if (p < end && *p == '>')
        return p + 1;
    const bool is_public = end - p >= 6 && cl_slice_equal_nocase(cl_slice_of(p, 6), CL_SLICE("public"));
    const bool is_system = end - p >= 6 && cl_slice_equal_nocase(cl_slice_of(p, 6), CL_SLICE("system"));
    *ok = false;
    if (!is_public && !is_system)
        return bogus(p, end);
    p = cl_skip_space(p + 6, end);
    if (is_public) {
        if (!is_quote(p, end))
            return bogus(p, end);
        if (!identifier(dom, &parts[1], &p, end))
            return p;
        p = cl_skip_space(p, end);
        if (p < end && *p == '>') {
            *ok = true;
            return p + 1;
        }
    }
    if (!is_quote(p, end))
        return bogus(p, end);
    if (!identifier(dom, &parts[2], &p, end))
        return p;
    p = cl_skip_space(p, end);
    /* "after DOCTYPE system identifier state": other characters are an error, but not one for quirks. */
    *ok = p < end;
    return bogus(p, end);
}

const char *cl_read_doctype(cl_dom *dom, cl_token *token, const char *p, const char *end) {
    cl_attr parts[3] = {{.flags = CL_ATTR_VALUE_ABSENT}, {.flags = CL_ATTR_VALUE_ABSENT},
        {.flags = CL_ATTR_VALUE_ABSENT | CL_ATTR_LAST}};
    token->type = CL_TOKEN_DOCTYPE;
    token->force_quirks = true;
    p = cl_skip_space(p, end);
    if (p < end && *p == '>') {
        p++;
    } else if (p < end) {
        const char *q = p;
        while (q < end && !cl_is_space(*q) && *q != '>')
            q++;
        set_part(dom, &parts[0], p, q, true);
        bool ok = false;
        p = cl_skip_space(q, end);
        if (p < end)
            p = identifiers(dom, parts, p, end, &ok);
        token->force_quirks = !ok;
    }
    if (dom->attrs.capacity - dom->attrs.count < 3 && !cl_vector_grow(dom->allocator, &dom->attrs, 3)) {
        dom->failed = CUTLINE_E_NOMEM;
        return p;
    }
    token->attrs = (uint32_t)dom->attrs.count;
    memcpy(dom->attrs.at + dom->attrs.count, parts, sizeof parts);
    dom->attrs.count += 3;
    return p;
}
