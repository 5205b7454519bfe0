/* Looking for the next byte that matters, sixteen at a time. All return `end` where there is none. */
#ifndef CL_HTML_SCAN_H
#define CL_HTML_SCAN_H

#include "base/simd.h"
#include "html/tokenizer.h"

/* Text up to the next "<". Adds to *flags what was passed over (CL_TEXT_CR, CL_TEXT_NUL and, where asked for,
 * CL_TEXT_REFERENCES). */
static inline const char *cl_scan_text(const char *p, const char *end, bool references, uint32_t *flags) {
    const char amp = references ? '&' : '\0';
    while (end - p >= 16) {
        const cl_bytes16 b = cl_load(p);
        const cl_hits lt = cl_eq(b, '<'), cr = cl_eq(b, '\r'), nul = cl_eq(b, '\0'), ref = cl_eq(b, amp);
        uint32_t m = cl_mask(cl_or(cl_or(lt, cr), cl_or(nul, ref)));
        if (m) {
            const uint32_t stop = cl_mask(lt);
            if (stop)
                m &= (stop & (0u - stop)) - 1; /* what stands before the first "<" */
            if (m) {
                if (m & cl_mask(cr))
                    *flags |= CL_TEXT_CR;
                if (m & cl_mask(nul))
                    *flags |= CL_TEXT_NUL;
                if (references && m & cl_mask(ref))
                    *flags |= CL_TEXT_REFERENCES;
            }
            if (stop)
                return p + cl_first(stop);
        }
        p += 16;
    }
    for (; p < end && *p != '<'; p++) {
        if (*p == '\r')
            *flags |= CL_TEXT_CR;
        else if (*p == '\0')
            *flags |= CL_TEXT_NUL;
        else if (references && *p == '&')
            *flags |= CL_TEXT_REFERENCES;
    }
    return p;
}

/* The next byte that is `a` or `b`; flags as above, without references unless `a` or `b` is "&". */
static inline const char *cl_scan_either(const char *p, const char *end, char a, char b, uint32_t *flags) {
    while (end - p >= 16) {
        const cl_bytes16 x = cl_load(p);
        const cl_hits hit = cl_or(cl_eq(x, a), cl_eq(x, b)), cr = cl_eq(x, '\r'), nul = cl_eq(x, '\0');
        uint32_t m = cl_mask(cl_or(hit, cl_or(cr, nul)));
        if (m) {
            const uint32_t stop = cl_mask(hit);
            if (stop)
                m &= (stop & (0u - stop)) - 1;
            if (m & cl_mask(cr))
                *flags |= CL_TEXT_CR;
            if (m & cl_mask(nul))
                *flags |= CL_TEXT_NUL;
            if (stop)
                return p + cl_first(stop);
        }
        p += 16;
    }
    for (; p < end && *p != a && *p != b; p++) {
        if (*p == '\r')
            *flags |= CL_TEXT_CR;
        else if (*p == '\0')
            *flags |= CL_TEXT_NUL;
    }
    return p;
}

/* The first byte that is not ASCII white space, within a tag: few of them, and no flags to tell. */
static inline const char *cl_skip_space(const char *p, const char *end) {
    while (p < end && cl_is_space(*p))
        p++;
    return p;
}

/* The first byte that is not ASCII white space. */
static inline const char *cl_scan_space(const char *p, const char *end, uint32_t *flags) {
    for (; p < end; p++) {
        if (*p == '\r')
            *flags |= CL_TEXT_CR;
        else if (*p != ' ' && *p != '\n' && *p != '\t' && *p != '\f')
            break;
        if (end - p >= 17 && p[1] == ' ') { /* indentation */
            const uint32_t m = ~cl_mask(cl_eq(cl_load(p + 1), ' ')) & 0xFFFFu;
            p += m ? cl_first(m) : 16;
        }
    }
    return p;
}

#endif
