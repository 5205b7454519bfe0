#include "label/kernels.h"

#ifdef CL_NETWORK_KERNELS_X86
#include <immintrin.h>

#define TARGET __attribute__((target("avx512f,avx512bw,avx512vnni,avx2")))
#define ROWS   4u

TARGET static inline __m512i load(const int8_t *p) {
    return _mm512_loadu_si512((const void *)p);
}

/* Four rows at a time, 32 outputs of each. */
TARGET static void four_rows(
    const uint8_t *const in[ROWS], size_t quads, const int8_t *m, size_t outputs, int32_t *const out[ROWS]) {
    __m512i a[ROWS], b[ROWS];
    for (size_t r = 0; r < ROWS; r++)
        a[r] = b[r] = _mm512_setzero_si512();
    for (size_t q = 0; q < quads; q++, m += 4 * outputs) {
        int32_t quad[ROWS], any = 0;
        for (size_t r = 0; r < ROWS; r++)
            any |= quad[r] = cl_network_quad(in[r] + 4 * q);
        if (!any)
            continue;
        const __m512i low = load(m), high = load(m + 64);
        for (size_t r = 0; r < ROWS; r++) {
            const __m512i x = _mm512_set1_epi32(quad[r]);
            a[r] = _mm512_dpbusd_epi32(a[r], x, low);
            b[r] = _mm512_dpbusd_epi32(b[r], x, high);
        }
    }
    for (size_t r = 0; r < ROWS; r++) {
        _mm512_storeu_si512((void *)out[r], a[r]);
        _mm512_storeu_si512((void *)(out[r] + 16), b[r]);
    }
}

TARGET static void multiply(
    const uint8_t *in, size_t stride, size_t rows, size_t quads, const int8_t *matrix, size_t outputs, int32_t *out) {
    for (size_t r = 0; r < rows; r += ROWS)
        for (size_t o = 0; o < outputs; o += CL_NETWORK_LANES) {
            const uint8_t *from[ROWS];
            int32_t *to[ROWS];
            for (size_t k = 0; k < ROWS; k++) { /* the last one stands for those that are missing */
                const size_t row = r + k < rows ? r + k : rows - 1;
                from[k] = in + row * stride;
                to[k] = out + row * outputs + o;
            }
            four_rows(from, quads, matrix + 4 * o, outputs, to);
        }
}

static void begin(const int32_t *sums, const float *scale, const float *bias, float *u, size_t count) {
    cl_network_kernels_avx2.begin(sums, scale, bias, u, count);
}

static void add(const int32_t *sums, const float *scale, const float *bias, float *u, size_t count) {
    cl_network_kernels_avx2.add(sums, scale, bias, u, count);
}

static void quantise(const float *u, float step, uint8_t *q, size_t count) {
    cl_network_kernels_avx2.quantise(u, step, q, count);
}

const cl_network_kernels cl_network_kernels_vnni = {"avx512vnni", multiply, begin, add, quantise};

#else
typedef int cl_no_network_vnni; /* a file needs a declaration */
#endif
