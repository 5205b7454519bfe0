#include "encoding/kernels.h"

#ifdef CL_KERNELS_NEON
#include <arm_neon.h>

#define TARGET
#define VEC_BYTES 16
typedef uint8x16_t vec;

static inline vec v_load(const unsigned char *p) {
    return vld1q_u8(p);
}
static inline vec v_table(const unsigned char *p) {
    return vld1q_u8(p);
}
static inline vec v_splat(int byte) {
    return vdupq_n_u8((unsigned char)byte);
}
static inline vec v_or(vec a, vec b) {
    return vorrq_u8(a, b);
}
static inline vec v_and(vec a, vec b) {
    return vandq_u8(a, b);
}
static inline vec v_xor(vec a, vec b) {
    return veorq_u8(a, b);
}
static inline vec v_subs(vec a, vec b) {
    return vqsubq_u8(a, b);
}
static inline vec v_shr4(vec a) {
    return vshrq_n_u8(a, 4);
}
static inline vec v_lookup(vec table, vec a) {
    return vqtbl1q_u8(table, a);
}
static inline vec v_prev1(vec a, vec before) {
    return vextq_u8(before, a, 15);
}
static inline vec v_prev2(vec a, vec before) {
    return vextq_u8(before, a, 14);
}
static inline vec v_prev3(vec a, vec before) {
    return vextq_u8(before, a, 13);
}
static inline bool v_any(vec a) {
    return vmaxvq_u8(a) != 0;
}
static inline bool v_any_high(vec a) {
    return vmaxvq_u8(a) >= 0x80;
}

#include "encoding/utf8_lookup.h"

const cl_kernels cl_kernels_neon = {"neon", ascii_wide, utf8_lookup};

#else
typedef int cl_no_neon; /* a file needs a declaration */
#endif
