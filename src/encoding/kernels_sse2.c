/* Every x86-64 has SSE2, but no byte shuffle in it: ASCII is passed over by vectors, the rest is looked at one by one.
 */
#include "encoding/kernels.h"

#ifdef CL_KERNELS_X86
#include <emmintrin.h>

#define TARGET __attribute__((target("sse2")))

TARGET static inline __m128i load(const unsigned char *p) {
    return _mm_loadu_si128((const __m128i *)(const void *)p);
}

TARGET static size_t ascii(const unsigned char *bytes, size_t size) {
    size_t at = 0;
    for (; size - at >= 64; at += 64) {
        const __m128i low = _mm_or_si128(load(bytes + at), load(bytes + at + 16));
        const __m128i high = _mm_or_si128(load(bytes + at + 32), load(bytes + at + 48));
        if (_mm_movemask_epi8(_mm_or_si128(low, high)))
            break;
    }
    for (; size - at >= 16; at += 16) {
        const int mask = _mm_movemask_epi8(load(bytes + at));
        if (mask)
            return at + (size_t)__builtin_ctz((unsigned)mask);
    }
    return at + cl_ascii_prefix_plain(bytes + at, size - at);
}

TARGET static size_t utf8(const unsigned char *bytes, size_t size) {
    size_t at = 0;
    while (at < size) {
        at += ascii(bytes + at, size - at);
        while (at < size && bytes[at] >= 0x80) {
            bool bad;
            const size_t step = cl_utf8_next(bytes + at, size - at, &bad);
            if (bad)
                return at;
            at += step;
        }
    }
    return at;
}

const cl_kernels cl_kernels_sse2 = {"sse2", ascii, utf8};

#else
typedef int cl_no_sse2; /* a file needs a declaration */
#endif
