/* The tokenizer's states that hold text, and tags; comments and doctypes are in declaration.c. */
#include "html/tokenizer.h"

#include "base/limits.h"
#include "dom/adjust.h"
#include "dom/build.h"
#include "dom/name_lookup.h"
#include "html/declaration.h"
#include "html/scan.h"

static bool is_alpha(char c) {
    return (unsigned char)((c | 0x20) - 'a') < 26;
}

void cl_tokenizer_start(cl_tokenizer *t, cl_dom *dom) {
    t->dom = dom;
    t->start = t->at = dom->source.data;
    t->end = dom->source.data + dom->source.size;
    t->state = CL_STATE_DATA;
    t->last_start_tag = CL_TAG_NONE;
    t->foreign = false;
}

void cl_tokenizer_free(cl_tokenizer *t, const cutline_allocator *allocator) {
    cl_vector_free(allocator, &t->slots);
}

static uint32_t offset(const cl_tokenizer *t, const char *p) {
    return (uint32_t)(p - t->start);
}

static void emit_text(cl_tokenizer *t, cl_token *token, const char *end, uint32_t flags) {
    token->type = CL_TOKEN_TEXT;
    token->data = offset(t, t->at);
    token->size = (uint32_t)(end - t->at);
    token->text = flags;
    token->end = offset(t, end);
    t->at = end;
}

static void emit_eof(cl_tokenizer *t, cl_token *token) {
    t->at = t->end;
    token->type = CL_TOKEN_EOF;
    token->begin = token->end = offset(t, t->end);
}

/* ---- names ------------------------------------------------------------------------------------------------- */

/* A name of fewer than 16 bytes that ends within them: its size, 0 where it is not so simple. `is_attr`: "=" ends it.
 * *plain: it has no capitals. */
static inline unsigned short_name(const char *p, const char *end, bool is_attr, cl_name16 *name, bool *plain) {
    if (end - p < 16)
        return 0;
    const cl_bytes16 b = cl_load(p);
    cl_hits stop = cl_or(cl_le(b, ' '), cl_or(cl_eq(b, '/'), cl_eq(b, '>')));
    if (is_attr)
        stop = cl_or(stop, cl_eq(b, '='));
    const uint32_t m = cl_mask(stop);
    if (!m)
        return 0;
    const unsigned n = cl_first(m);
    const char c = p[n];
    if ((unsigned char)c <= ' ' && !cl_is_space(c))
        return 0; /* a control character is part of a name */
    uint64_t low = cl_load64(p), high = 0;
    if (n < 8) {
        low &= (UINT64_C(1) << 8 * n) - 1;
    } else if (n > 8) {
        high = cl_load64(p + 8) & ((UINT64_C(1) << 8 * (n - 8)) - 1);
    }
    *name = (cl_name16){cl_lower64(low), cl_lower64(high)};
    *plain = name->low == low && name->high == high;
    return n;
}

/* Where a name ends, however long it is; *plain: it is in lower case and without NUL. The first byte is part of it. */
static const char *long_name(const char *p, const char *end, bool is_attr, bool *plain) {
    *plain = true;
    for (const char *q = p;; q++) {
        if (q == end || cl_is_space(*q) || *q == '/' || *q == '>' || (is_attr && *q == '=' && q > p))
            return q;
        if ((*q >= 'A' && *q <= 'Z') || *q == '\0')
            *plain = false;
    }
}

/* The name in lower case and with U+FFFD for NUL at the end of the pool. */
static bool pool_name(cl_dom *dom, const char *p, const char *end) {
    for (; p < end; p++) {
        const char c = cl_ascii_lower(*p);
        if (!(c ? cl_dom_pool_put(dom, &c, 1) : cl_dom_pool_put(dom, "\xEF\xBF\xBD", 3)))
            return false;
    }
    return true;
}

/* Tag of the name at `p` of any size; *after is where it ends. */
static uint32_t long_tag_name(cl_tokenizer *t, const char *p, const char **after) {
    bool plain;
    const char *const q = long_name(p, t->end, false, &plain);
    *after = q;
    if (plain)
        return cl_tag_intern(t->dom, p, (size_t)(q - p));
    const size_t mark = t->dom->pool.count;
    if (!pool_name(t->dom, p, q))
        return CL_TAG_NONE;
    cl_dom *const dom = t->dom;
    const size_t size = dom->pool.count - mark;
    const size_t names = dom->names.count;
    const uint32_t tag = cl_tag_intern_pooled(dom, mark, size);
    if (dom->names.count == names) /* known: the copy is not needed */
        dom->pool.count = mark;
    return tag;
}

static inline uint32_t tag_name(cl_tokenizer *t, const char *p, const char **after) {
    cl_name16 name;
    bool plain;
    const unsigned n = short_name(p, t->end, false, &name, &plain);
    if (n) {
        const uint32_t tag = cl_tag_known16(name);
        if (tag) {
            *after = p + n;
            return tag;
        }
    }
    return long_tag_name(t, p, after);
}

/* ---- attributes -------------------------------------------------------------------------------------------- */

/* Puts attribute `index`, which has an unknown name, into the set of the element's names; false where it is there. */
static bool add_to_set(cl_tokenizer *t, uint32_t index) {
    cl_dom *const dom = t->dom;
    const size_t mask = t->slots.count - 1;
    const cl_slice name = cl_attr_name(dom, &dom->attrs.at[index]);
    size_t h = cl_name_hash(name.data, name.size) & mask;
    for (; t->slots.at[h].serial == t->serial; h = (h + 1) & mask)
        if (cl_slice_equal(name, cl_attr_name(dom, &dom->attrs.at[t->slots.at[h].attr])))
            return false;
    t->slots.at[h] = (cl_name_slot){t->serial, index};
    return true;
}

/* Makes the set fit for the element's `others` names and puts those of its `count` attributes from `first` on in. What
 * other elements left there has another serial and counts as empty, so nothing is cleared unless the set grows. */
static bool fill_set(cl_tokenizer *t, uint32_t first, uint32_t count) {
    cl_dom *const dom = t->dom;
    if (t->slots.count < 4 * (size_t)t->others) {
        size_t size = 128;
        while (size < 4 * (size_t)t->others)
            size *= 2;
        if (!cl_vector_reserve(dom->allocator, &t->slots, size)) {
            dom->failed = CUTLINE_E_NOMEM;
            return false;
        }
        t->slots.count = size;
        memset(t->slots.at, 0, size * sizeof *t->slots.at);
    }
    for (uint32_t i = first; i < first + count; i++)
        if (dom->attrs.at[i].name == CL_ATTR_OTHER)
            add_to_set(t, i);
    return true;
}

/* "duplicate-attribute": whether the last attribute, the `count`th after `first`, has a name that stands before it.
 * Few names are compared one by one; many go to a hash set, so that a million cost a million. */
static bool is_duplicate(cl_tokenizer *t, uint32_t first, uint32_t count) {
    const cl_attr *const attrs = t->dom->attrs.at + first;
    const cl_attr *const last = attrs + count;
    if (last->name != CL_ATTR_OTHER) {
        if (t->seen[last->name] == t->serial)
            return true;
        t->seen[last->name] = t->serial;
        return false;
    }
    t->others++;
    if (t->others > 16) {
        if ((t->others == 17 || (size_t)t->others * 2 > t->slots.count) && !fill_set(t, first, count))
            return false;
        const bool is_new = add_to_set(t, first + count);
        t->others -= !is_new;
        return !is_new;
    }
    if (t->others == 1)
        return false;
    const cl_slice name = cl_attr_name(t->dom, last);
    for (uint32_t i = 0; i < count; i++)
        if (attrs[i].name == CL_ATTR_OTHER && cl_slice_equal(name, cl_attr_name(t->dom, &attrs[i]))) {
            t->others--;
            return true;
        }
    return false;
}

/* Name of an attribute, "attribute name state"; returns where it ends. */
static inline const char *attribute_name(cl_tokenizer *t, const char *p, cl_attr *attr) {
    cl_name16 name;
    bool plain;
    const unsigned n = short_name(p, t->end, true, &name, &plain);
    if (n) {
        attr->name = cl_attr_known16(name) & 0x3FF;
        attr->name_offset = offset(t, p);
        attr->name_size = (uint16_t)n;
        if (plain || attr->name != CL_ATTR_OTHER)
            return p + n;
    }
    const char *const q = long_name(p, t->end, true, &plain);
    size_t size = (size_t)(q - p);
    attr->name_offset = offset(t, p);
    if (!plain) {
        cl_dom *const dom = t->dom;
        const size_t mark = dom->pool.count;
        pool_name(dom, p, q);
        size = dom->pool.count - mark;
        attr->name_offset = (uint32_t)mark;
        attr->flags = CL_ATTR_NAME_POOLED;
        if (size >= 16)
            attr->name = cl_attr_known(dom->pool.at + mark, size) & 0x3FF;
    } else if (size >= 16) {
        attr->name = cl_attr_known(p, size) & 0x3FF;
    }
    if (!n && size < 16) /* near the end of the page */
        attr->name = cl_attr_known(plain ? p : t->dom->pool.at + attr->name_offset, size) & 0x3FF;
    attr->name_size = (uint16_t)(size > CL_ATTR_NAME_MAX ? CL_ATTR_NAME_MAX : size);
    return q;
}

static void set_value(cl_tokenizer *t, cl_attr *attr, const char *p, const char *end, uint32_t flags) {
    attr->value_offset = offset(t, p);
    attr->value_size = (uint32_t)(end - p);
    if (flags & CL_TEXT_UNRESOLVED) {
        cl_dom *const dom = t->dom;
        const size_t mark = dom->pool.count;
        if (cl_resolve(dom, p, end, (flags & CL_TEXT_REFERENCES) != 0, true, CL_NUL_REPLACE)) {
            attr->value_offset = (uint32_t)mark;
            attr->value_size = (uint32_t)(dom->pool.count - mark);
            attr->flags |= CL_ATTR_VALUE_POOLED;
        }
    }
}

/* The three "attribute value" states; `p` is after "=" and white space. Returns where the value and its quote end, NULL
 * at the end of the page. */
static inline const char *attribute_value(cl_tokenizer *t, const char *p, cl_attr *attr) {
    const char *const end = t->end;
    uint32_t flags = 0;
    if (p == end)
        return NULL;
    if (*p == '"' || *p == '\'') {
        const char quote = *p++;
        const char *q = cl_scan_either(p, end, quote, '&', &flags);
        if (q < end && *q == '&') {
            flags |= CL_TEXT_REFERENCES;
            q = cl_scan_either(q, end, quote, quote, &flags);
        }
        if (q == end)
            return NULL;
        set_value(t, attr, p, q, flags);
        return q + 1;
    }
    const char *q = p;
    if (*q != '>') /* "missing-attribute-value" */
        for (; q < end && !cl_is_space(*q) && *q != '>'; q++) {
            if (*q == '&')
                flags |= CL_TEXT_REFERENCES;
            else if (*q == '\0')
                flags |= CL_TEXT_NUL;
        }
    if (q == end)
        return NULL;
    set_value(t, attr, p, q, flags);
    return q;
}

static void next_serial(cl_tokenizer *t) {
    t->others = 0;
    if (++t->serial == 0) {
        memset(t->seen, 0, sizeof t->seen);
        if (t->slots.count)
            memset(t->slots.at, 0, t->slots.count * sizeof *t->slots.at);
        t->serial = 1;
    }
}

/* From "before attribute name state" to the ">": returns what is after it, NULL at the end of the page (or memory). */
static const char *attributes(cl_tokenizer *t, cl_token *token, const char *p) {
    cl_dom *const dom = t->dom;
    const char *const end = t->end;
    const uint32_t first = (uint32_t)dom->attrs.count;
    uint32_t count = 0;
    next_serial(t);
    for (;;) {
        p = cl_skip_space(p, end);
        if (p == end)
            break;
        if (*p == '>') {
            if (count) {
                token->attrs = first;
                dom->attrs.at[first + count - 1].flags |= CL_ATTR_LAST;
                dom->attrs.count = first + count;
            }
            return p + 1;
        }
        if (*p == '/') {
            p++;
            if (p < end && *p == '>')
                token->self_closing = true;
            continue;
        }
        dom->attrs.count = first + count;
        if (dom->attrs.count >= UINT32_MAX - 1 || !cl_vector_room(dom->allocator, &dom->attrs)) {
            dom->failed = CUTLINE_E_NOMEM;
            break;
        }
        cl_attr *const attr = &dom->attrs.at[first + count];
        *attr = (cl_attr){0};
        p = attribute_name(t, p, attr);
        attr->value_offset = offset(t, p);
        const bool duplicate = is_duplicate(t, first, count);
        const char *const q = cl_skip_space(p, end);
        if (q < end && *q == '=') {
            p = attribute_value(t, cl_skip_space(q + 1, end), attr);
            if (!p)
                break;
        }
        count += !duplicate;
    }
    dom->attrs.count = first;
    return NULL;
}

/* "tag name state" and on; `p` is at the name. */
static void tag(cl_tokenizer *t, cl_token *token, const char *p, cl_token_type type) {
    token->self_closing = false;
    token->tag = tag_name(t, p, &p);
    if (p < t->end && *p == '>')
        p++;
    else
        p = attributes(t, token, p);
    if (!p) {
        emit_eof(t, token); /* "eof-in-tag": nothing of it is left */
        return;
    }
    token->type = type;
    token->end = offset(t, p);
    t->at = p;
    if (type == CL_TOKEN_START_TAG) {
        t->last_start_tag = token->tag;
    } else if (token->attrs) { /* "end-tag-with-attributes" */
        t->dom->attrs.count = token->attrs;
        token->attrs = 0;
    }
}

/* ---- text ---------------------------------------------------------------------------------------------------- */

/* Whether the "<" at `p` begins something other than text. */
static inline bool is_markup(const char *p, const char *end) {
    if (end - p < 2)
        return false;
    const char c = p[1];
    return is_alpha(c) || c == '!' || c == '?' || (c == '/' && end - p > 2);
}

static void data_text(cl_tokenizer *t, cl_token *token) {
    const char *const end = t->end;
    uint32_t flags = 0;
    const char *q = cl_scan_space(t->at, end, &flags);
    if (q > t->at && (q == end || (*q == '<' && is_markup(q, end)))) {
        emit_text(t, token, q, flags | CL_TEXT_SPACE);
        return;
    }
    for (;;) {
        q = cl_scan_text(q, end, true, &flags);
        if (q == end || is_markup(q, end))
            break;
        q++;
    }
    emit_text(t, token, q, flags);
}

/* "appropriate end tag token": </name with the name of the last start tag, and a byte that ends a name behind it. */
static bool is_appropriate_end_tag(const cl_tokenizer *t, const char *p) {
    const cl_slice name = cl_dom_tag_name(t->dom, t->last_start_tag);
    if (!name.size || (size_t)(t->end - p) < name.size + 3 || p[1] != '/')
        return false;
    const char after = p[2 + name.size];
    return (cl_is_space(after) || after == '/' || after == '>') &&
           cl_slice_equal_nocase(name, cl_slice_of(p + 2, name.size));
}

/* RCDATA and RAWTEXT: everything up to the appropriate end tag. */
static const char *raw_end(const cl_tokenizer *t, bool references, uint32_t *flags) {
    const char *q = t->at;
    for (;; q++) {
        q = cl_scan_text(q, t->end, references, flags);
        if (q == t->end || is_appropriate_end_tag(t, q))
            return q;
    }
}

static bool begins_nocase(const char *p, const char *end, cl_slice word) {
    return (size_t)(end - p) >= word.size && cl_slice_equal_nocase(cl_slice_of(p, word.size), word);
}

/* "<script" or "</script" with a byte behind it that ends the name: what switches the double escaped state. */
static bool is_script_word(const char *p, const char *end, cl_slice word) {
    return (size_t)(end - p) > word.size && begins_nocase(p, end, word) &&
           (cl_is_space(p[word.size]) || p[word.size] == '/' || p[word.size] == '>');
}

/* Script data (sections 13.2.5.4 and 13.2.5.15 to 13.2.5.31): between <!-- and -->, <script ...> hides a </script>. */
static const char *script_end(const cl_tokenizer *t, uint32_t *flags) {
    const char *const end = t->end;
    const char *q = t->at;
    enum { PLAIN, ESCAPED, DOUBLE_ESCAPED } in = PLAIN;
    while (q < end) {
        q = in == PLAIN ? cl_scan_text(q, end, false, flags) : cl_scan_either(q, end, '<', '-', flags);
        if (q == end)
            break;
        if (*q == '-') {
            const char *dash = q;
            while (dash < end && *dash == '-')
                dash++;
            if (dash - q >= 2 && dash < end && *dash == '>')
                in = PLAIN;
            q = dash;
            continue;
        }
        if (in != DOUBLE_ESCAPED && is_appropriate_end_tag(t, q))
            return q;
        if (in == PLAIN && begins_nocase(q, end, CL_SLICE("<!--"))) {
            in = ESCAPED;
            q += 2; /* its dashes may be those of a "-->" */
            continue;
        }
        if (in == ESCAPED && is_script_word(q, end, CL_SLICE("<script")))
            in = DOUBLE_ESCAPED;
        else if (in == DOUBLE_ESCAPED && is_script_word(q, end, CL_SLICE("</script")))
            in = ESCAPED;
        q++;
    }
    return end;
}

static const char *cdata_end(const cl_tokenizer *t, uint32_t *flags) {
    for (const char *q = t->at;; q++) {
        q = cl_scan_either(q, t->end, ']', ']', flags);
        if (q == t->end || (t->end - q >= 3 && q[1] == ']' && q[2] == '>'))
            return q;
    }
}

/* The states in which nothing but one end is looked for. False: the end of a CDATA section, which is no token. */
static bool raw_text(cl_tokenizer *t, cl_token *token) {
    uint32_t flags = 0;
    const char *q;
    switch (t->state) {
    case CL_STATE_RCDATA:
        q = raw_end(t, true, &flags);
        break;
    case CL_STATE_RAWTEXT:
        q = raw_end(t, false, &flags);
        break;
    case CL_STATE_SCRIPT_DATA:
        q = script_end(t, &flags);
        break;
    case CL_STATE_CDATA:
        q = cdata_end(t, &flags);
        break;
    default: /* PLAINTEXT */
        q = t->at;
        while ((q = cl_scan_text(q, t->end, false, &flags)) < t->end)
            q++;
        break;
    }
    if (q > t->at) {
        uint32_t ignored = 0;
        if (cl_is_space(*t->at) && cl_scan_space(t->at, q, &ignored) == q)
            flags |= CL_TEXT_SPACE;
        if (t->state != CL_STATE_CDATA)
            flags |= CL_TEXT_RAW;
        emit_text(t, token, q, flags);
        return true;
    }
    const cl_tokenizer_state state = t->state;
    t->state = CL_STATE_DATA;
    if (state == CL_STATE_CDATA) {
        t->at += 3;
        return false;
    }
    tag(t, token, t->at + 2, CL_TOKEN_END_TAG);
    return true;
}

/* ---- the whole --------------------------------------------------------------------------------------------- */

/* "<!" and "<?" and "</" with no letter behind it; the token is a comment or a doctype. False: a CDATA section begins.
 */
static bool declaration(cl_tokenizer *t, cl_token *token, const char *p) {
    const char *const end = t->end;
    if (p[1] == '!') {
        if (begins_nocase(p, end, CL_SLICE("<!--"))) {
            t->at = cl_read_comment(t->dom, token, p + 4, end);
            return true;
        }
        if (begins_nocase(p, end, CL_SLICE("<!doctype"))) {
            t->at = cl_read_doctype(t->dom, token, p + 9, end);
            return true;
        }
        if (t->foreign && (size_t)(end - p) >= 9 && memcmp(p, "<![CDATA[", 9) == 0) {
            t->at = p + 9;
            t->state = CL_STATE_CDATA;
            return false;
        }
    }
    t->at = cl_read_bogus_comment(t->dom, token, p[1] == '?' ? p + 1 : p + 2, end);
    return true;
}

void cl_tokenizer_next(cl_tokenizer *t, cl_token *token) {
    if (token->attrs && !token->attrs_taken)
        t->dom->attrs.count = token->attrs;
    token->attrs = 0;
    token->attrs_taken = false;
    for (;;) {
        const char *const p = t->at, *const end = t->end;
        token->begin = offset(t, p);
        if (p == end) {
            emit_eof(t, token);
            return;
        }
        if (t->state != CL_STATE_DATA) {
            if (raw_text(t, token))
                return;
            continue;
        }
        if (*p != '<' || !is_markup(p, end)) {
            data_text(t, token);
            return;
        }
        const char c = p[1];
        if (c == '/') {
            if (is_alpha(p[2])) {
                tag(t, token, p + 2, CL_TOKEN_END_TAG);
                return;
            }
            if (p[2] == '>') { /* "missing-end-tag-name" */
                t->at = p + 3;
                continue;
            }
        } else if (is_alpha(c)) {
            tag(t, token, p + 1, CL_TOKEN_START_TAG);
            return;
        }
        if (declaration(t, token, p)) {
            token->end = offset(t, t->at);
            return;
        }
    }
}
