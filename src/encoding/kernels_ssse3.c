/* As kernels_avx2.c, for processors that have the byte shuffle but no wide registers. */
#include "encoding/kernels.h"

#ifdef CL_KERNELS_X86
#include <tmmintrin.h>

#define TARGET    __attribute__((target("ssse3")))
#define VEC_BYTES 16
typedef __m128i vec;

TARGET static inline vec v_load(const unsigned char *p) {
    return _mm_loadu_si128((const __m128i *)(const void *)p);
}
TARGET static inline vec v_table(const unsigned char *p) {
    return v_load(p);
}
TARGET static inline vec v_splat(int byte) {
    return _mm_set1_epi8((char)byte);
}
TARGET static inline vec v_or(vec a, vec b) {
    return _mm_or_si128(a, b);
}
TARGET static inline vec v_and(vec a, vec b) {
    return _mm_and_si128(a, b);
}
TARGET static inline vec v_xor(vec a, vec b) {
    return _mm_xor_si128(a, b);
}
TARGET static inline vec v_subs(vec a, vec b) {
    return _mm_subs_epu8(a, b);
}
TARGET static inline vec v_shr4(vec a) {
    return _mm_and_si128(_mm_srli_epi16(a, 4), _mm_set1_epi8(0x0F));
}
TARGET static inline vec v_lookup(vec table, vec a) {
    return _mm_shuffle_epi8(table, a);
}
TARGET static inline vec v_prev1(vec a, vec before) {
    return _mm_alignr_epi8(a, before, 15);
}
TARGET static inline vec v_prev2(vec a, vec before) {
    return _mm_alignr_epi8(a, before, 14);
}
TARGET static inline vec v_prev3(vec a, vec before) {
    return _mm_alignr_epi8(a, before, 13);
}
TARGET static inline bool v_any(vec a) {
    return _mm_movemask_epi8(_mm_cmpeq_epi8(a, _mm_setzero_si128())) != 0xFFFF;
}
TARGET static inline bool v_any_high(vec a) {
    return _mm_movemask_epi8(a) != 0;
}

#include "encoding/utf8_lookup.h"

const cl_kernels cl_kernels_ssse3 = {"ssse3", ascii_wide, utf8_lookup};

#else
typedef int cl_no_ssse3; /* a file needs a declaration */
#endif
