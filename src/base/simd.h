/* Sixteen bytes at a time, inline: SSE2 (every x86-64), NEON (every arm64), or plain C that gives the same answers.
 *
 * cl_bytes16 is what was loaded; a comparison gives a mask with bit i set where byte i matches. Kernels over long runs,
 * which gain from wider registers chosen at run time, are in encoding/ (UTF-8 validation). */
#ifndef CL_BASE_SIMD_H
#define CL_BASE_SIMD_H

#include <stdint.h>
#include <string.h>

#if defined(__SSE2__) && !defined(CL_PLAIN)
#include <emmintrin.h>
#define CL_SIMD_SSE2 1
typedef __m128i cl_bytes16;
typedef __m128i cl_hits; /* 0xFF in the bytes that match */

static inline cl_bytes16 cl_load(const char *p) {
    return _mm_loadu_si128((const __m128i *)(const void *)p);
}
static inline cl_hits cl_eq(cl_bytes16 b, char c) {
    return _mm_cmpeq_epi8(b, _mm_set1_epi8(c));
}
/* Bytes at or below c, unsigned. */
static inline cl_hits cl_le(cl_bytes16 b, unsigned char c) {
    return _mm_cmpeq_epi8(_mm_min_epu8(b, _mm_set1_epi8((char)c)), b);
}
static inline cl_hits cl_or(cl_hits a, cl_hits b) {
    return _mm_or_si128(a, b);
}
static inline uint32_t cl_mask(cl_hits h) {
    return (uint32_t)_mm_movemask_epi8(h);
}
/* Bytes from `first` to `last`. */
static inline cl_hits cl_between(cl_bytes16 b, unsigned char first, unsigned char last) {
    return cl_le(_mm_sub_epi8(b, _mm_set1_epi8((char)first)), (unsigned char)(last - first));
}
/* Letters of ASCII. */
static inline cl_hits cl_ascii_letters(cl_bytes16 b) {
    return cl_between(_mm_or_si128(b, _mm_set1_epi8(0x20)), 'a', 'z');
}

#elif defined(__ARM_NEON) && defined(__aarch64__) && !defined(CL_PLAIN)
#include <arm_neon.h>
#define CL_SIMD_NEON 1
typedef uint8x16_t cl_bytes16;
typedef uint8x16_t cl_hits;

static inline cl_bytes16 cl_load(const char *p) {
    return vld1q_u8((const uint8_t *)p);
}
static inline cl_hits cl_eq(cl_bytes16 b, char c) {
    return vceqq_u8(b, vdupq_n_u8((uint8_t)c));
}
static inline cl_hits cl_le(cl_bytes16 b, unsigned char c) {
    return vcleq_u8(b, vdupq_n_u8(c));
}
static inline cl_hits cl_or(cl_hits a, cl_hits b) {
    return vorrq_u8(a, b);
}
static inline uint32_t cl_mask(cl_hits h) {
    static const uint8_t bits[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    const uint8x16_t m = vandq_u8(h, vld1q_u8(bits));
    return (uint32_t)vaddv_u8(vget_low_u8(m)) | (uint32_t)vaddv_u8(vget_high_u8(m)) << 8;
}
static inline cl_hits cl_between(cl_bytes16 b, unsigned char first, unsigned char last) {
    return cl_le(vsubq_u8(b, vdupq_n_u8(first)), (unsigned char)(last - first));
}
static inline cl_hits cl_ascii_letters(cl_bytes16 b) {
    return cl_between(vorrq_u8(b, vdupq_n_u8(0x20)), 'a', 'z');
}

#else
#define CL_SIMD_PLAIN 1
typedef struct cl_bytes16 {
    unsigned char byte[16];
} cl_bytes16;
typedef uint32_t cl_hits; /* the mask itself */

static inline cl_bytes16 cl_load(const char *p) {
    cl_bytes16 b;
    memcpy(b.byte, p, 16);
    return b;
}
static inline cl_hits cl_eq(cl_bytes16 b, char c) {
    uint32_t m = 0;
    for (unsigned i = 0; i < 16; i++)
        m |= (uint32_t)(b.byte[i] == (unsigned char)c) << i;
    return m;
}
static inline cl_hits cl_le(cl_bytes16 b, unsigned char c) {
    uint32_t m = 0;
    for (unsigned i = 0; i < 16; i++)
        m |= (uint32_t)(b.byte[i] <= c) << i;
    return m;
}
static inline cl_hits cl_or(cl_hits a, cl_hits b) {
    return a | b;
}
static inline uint32_t cl_mask(cl_hits h) {
    return h;
}
static inline cl_hits cl_between(cl_bytes16 b, unsigned char first, unsigned char last) {
    uint32_t m = 0;
    for (unsigned i = 0; i < 16; i++)
        m |= (uint32_t)((unsigned char)(b.byte[i] - first) <= last - first) << i;
    return m;
}
static inline cl_hits cl_ascii_letters(cl_bytes16 b) {
    for (unsigned i = 0; i < 16; i++)
        b.byte[i] |= 0x20;
    return cl_between(b, 'a', 'z');
}
#endif

/* Eight bytes as a little-endian word. */
static inline uint64_t cl_load64(const char *p) {
    uint64_t x;
    memcpy(&x, p, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    x = __builtin_bswap64(x);
#endif
    return x;
}

/* The upper-case ASCII letters among eight bytes made lower-case. */
static inline uint64_t cl_lower64(uint64_t x) {
    const uint64_t ones = UINT64_C(0x0101010101010101);
    const uint64_t low7 = x & (ones * 0x7F);
    const uint64_t from_a = low7 + ones * (0x80 - 'A'), past_z = low7 + ones * (0x7F - 'Z');
    const uint64_t upper = (from_a ^ past_z) & ~x & (ones * 0x80);
    return x | upper >> 2;
}

/* Index of the lowest set bit; the mask is not 0. */
static inline unsigned cl_first(uint32_t mask) {
    return (unsigned)__builtin_ctz(mask);
}

#endif
