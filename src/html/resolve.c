/* Bytes that must change before they are text, and names that get numbers. */
#include "html/declaration.h"

#include "base/limits.h"
#include "dom/adjust.h"
#include "dom/build.h"
#include "html/scan.h"

/* The next byte that is CR, NUL or, where asked for, "&". */
static inline const char *next_special(const char *p, const char *end, char amp) {
    while (end - p >= 16) {
        const cl_bytes16 b = cl_load(p);
        const uint32_t m = cl_mask(cl_or(cl_eq(b, amp), cl_or(cl_eq(b, '\r'), cl_eq(b, '\0'))));
        if (m)
            return p + cl_first(m);
        p += 16;
    }
    while (p < end && *p != amp && *p != '\r' && *p != '\0')
        p++;
    return p;
}

/* The longest that bytes can become: NUL three for one, &nGt; six for five. */
static size_t resolved_bound(const char *p, const char *end, cl_nul_rule nul) {
    size_t bound = (size_t)(end - p) + (size_t)(end - p) / 4 + 16;
    if (nul == CL_NUL_REPLACE)
        while (p < end && (p = memchr(p, '\0', (size_t)(end - p))) != NULL) {
            bound += 2;
            p++;
        }
    return bound;
}

static bool reserve_pool(cl_dom *dom, size_t more) {
    if (more > UINT32_MAX - dom->pool.count) {
        dom->failed = CUTLINE_E_LIMIT;
        return false;
    }
    if (dom->pool.capacity - dom->pool.count < more && !cl_vector_grow(dom->allocator, &dom->pool, more)) {
        dom->failed = CUTLINE_E_NOMEM;
        return false;
    }
    return true;
}

bool cl_resolve(cl_dom *dom, const char *p, const char *end, bool references, bool in_attribute, cl_nul_rule nul) {
    if (!reserve_pool(dom, resolved_bound(p, end, nul)))
        return false;
    char *out = dom->pool.at + dom->pool.count;
    const char amp = references ? '&' : '\r';
    while (p < end) {
        const char *const q = next_special(p, end, amp);
        memcpy(out, p, (size_t)(q - p));
        out += q - p;
        p = q;
        if (p == end)
            break;
        if (*p == '\r') {
            *out++ = '\n';
            p += end - p > 1 && p[1] == '\n' ? 2 : 1;
        } else if (*p == '\0') {
            if (nul == CL_NUL_REPLACE) {
                memcpy(out, "\xEF\xBF\xBD", 3);
                out += 3;
            } else if (nul == CL_NUL_KEEP) {
                *out++ = '\0';
            }
            p++;
        } else {
            size_t size;
            char utf8[8];
            const size_t taken = cl_character_reference(p, end, in_attribute, utf8, &size);
            if (taken) {
                memcpy(out, utf8, 8);
                out += size;
                p += taken;
            } else {
                *out++ = *p++;
            }
        }
    }
    dom->pool.count = (size_t)(out - dom->pool.at);
    return true;
}

static bool is_all_space(cl_slice s) {
    uint32_t ignored = 0;
    const char *const end = s.data + s.size;
    return s.size && cl_scan_space(s.data, end, &ignored) == end;
}

void cl_token_resolve(cl_dom *dom, cl_token *token, cl_nul_rule nul) {
    if (!(token->text & CL_TEXT_UNRESOLVED))
        return;
    if (token->text & CL_TEXT_RAW)
        nul = CL_NUL_REPLACE;
    /* The token may have been cut already, so that the NUL or the "&" is gone: harmless. */
    const size_t mark = dom->pool.count;
    const char *const p = dom->source.data + token->data;
    const bool references = (token->text & CL_TEXT_REFERENCES) != 0;
    if (!cl_resolve(dom, p, p + token->size, references, false, token->text & CL_TEXT_NUL ? nul : CL_NUL_DROP)) {
        token->size = 0;
        return;
    }
    token->data = (uint32_t)mark;
    token->size = (uint32_t)(dom->pool.count - mark);
    const bool space = is_all_space(cl_slice_of(dom->pool.at + mark, token->size));
    token->text = (token->text & CL_TEXT_RAW) | CL_TEXT_POOLED | (space ? CL_TEXT_SPACE : 0);
}

/* ---- names --------------------------------------------------------------------------------------------------- */

static bool grow_names(cl_dom *dom) {
    const cutline_allocator *const a = dom->allocator;
    const size_t size = dom->name_slots.count ? 2 * dom->name_slots.count : 256;
    if (!cl_vector_reserve(a, &dom->name_slots, size))
        return false;
    dom->name_slots.count = size;
    memset(dom->name_slots.at, 0, size * sizeof *dom->name_slots.at);
    for (size_t i = 0; i < dom->names.count; i++) {
        size_t h = dom->names.at[i].hash & (size - 1);
        while (dom->name_slots.at[h])
            h = (h + 1) & (size - 1);
        dom->name_slots.at[h] = (uint32_t)(i + 1);
    }
    return true;
}

/* Interns `name`; where `pooled` says so it stands in the pool already and stays there. */
static uint32_t intern(cl_dom *dom, const char *name, size_t size, bool pooled) {
    const uint32_t known = cl_tag_known(name, size);
    if (known)
        return known;
    const uint32_t hash = cl_name_hash(name, size);
    const size_t at = pooled ? (size_t)(name - dom->pool.at) : dom->pool.count;
    if ((dom->names.count + 1) * 2 > dom->name_slots.count && !grow_names(dom)) {
        dom->failed = CUTLINE_E_NOMEM;
        return CL_TAG_NONE;
    }
    const size_t mask = dom->name_slots.count - 1;
    size_t h = hash & mask;
    for (; dom->name_slots.at[h]; h = (h + 1) & mask) {
        const cl_tag_name *const n = &dom->names.at[dom->name_slots.at[h] - 1];
        if (n->hash == hash && n->size == size && memcmp(dom->pool.at + n->offset, name, size) == 0)
            return CL_TAG_KNOWN + dom->name_slots.at[h] - 1;
    }
    if (dom->names.count >= CL_TAG_NAMES_MAX - CL_TAG_KNOWN) {
        dom->failed = CUTLINE_E_LIMIT;
        return CL_TAG_NONE;
    }
    if (!cl_vector_room(dom->allocator, &dom->names)) {
        dom->failed = CUTLINE_E_NOMEM;
        return CL_TAG_NONE;
    }
    if (!pooled && !cl_dom_pool_put(dom, name, size))
        return CL_TAG_NONE;
    dom->names.at[dom->names.count++] = (cl_tag_name){(uint32_t)at, (uint32_t)size, hash};
    dom->name_slots.at[h] = (uint32_t)dom->names.count;
    return (uint32_t)(CL_TAG_KNOWN + dom->names.count - 1);
}

uint32_t cl_tag_intern(cl_dom *dom, const char *name, size_t size) {
    return intern(dom, name, size, false);
}

uint32_t cl_tag_intern_pooled(cl_dom *dom, size_t offset, size_t size) {
    return intern(dom, dom->pool.at + offset, size, true);
}
