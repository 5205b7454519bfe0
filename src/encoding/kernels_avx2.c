#include "encoding/kernels.h"

#ifdef CL_KERNELS_X86
#include <immintrin.h>

#define TARGET    __attribute__((target("avx2")))
#define VEC_BYTES 32
typedef __m256i vec;

TARGET static inline vec v_load(const unsigned char *p) {
    return _mm256_loadu_si256((const __m256i *)(const void *)p);
}
TARGET static inline vec v_table(const unsigned char *p) {
    return _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)(const void *)p));
}
TARGET static inline vec v_splat(int byte) {
    return _mm256_set1_epi8((char)byte);
}
TARGET static inline vec v_or(vec a, vec b) {
    return _mm256_or_si256(a, b);
}
TARGET static inline vec v_and(vec a, vec b) {
    return _mm256_and_si256(a, b);
}
TARGET static inline vec v_xor(vec a, vec b) {
    return _mm256_xor_si256(a, b);
}
TARGET static inline vec v_subs(vec a, vec b) {
    return _mm256_subs_epu8(a, b);
}
TARGET static inline vec v_shr4(vec a) {
    return _mm256_and_si256(_mm256_srli_epi16(a, 4), _mm256_set1_epi8(0x0F));
}
TARGET static inline vec v_lookup(vec table, vec a) {
    return _mm256_shuffle_epi8(table, a);
}
/* The high half of `before`, then the low half of `a`: what moves into the low half of each. */
TARGET static inline vec halves(vec a, vec before) {
    return _mm256_permute2x128_si256(before, a, 0x21);
}
TARGET static inline vec v_prev1(vec a, vec before) {
    return _mm256_alignr_epi8(a, halves(a, before), 15);
}
TARGET static inline vec v_prev2(vec a, vec before) {
    return _mm256_alignr_epi8(a, halves(a, before), 14);
}
TARGET static inline vec v_prev3(vec a, vec before) {
    return _mm256_alignr_epi8(a, halves(a, before), 13);
}
TARGET static inline bool v_any(vec a) {
    return !_mm256_testz_si256(a, a);
}
TARGET static inline bool v_any_high(vec a) {
    return _mm256_movemask_epi8(a) != 0;
}

#include "encoding/utf8_lookup.h"

const cl_kernels cl_kernels_avx2 = {"avx2", ascii_wide, utf8_lookup};

#else
typedef int cl_no_avx2; /* a file needs a declaration */
#endif
