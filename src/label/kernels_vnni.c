#include "label/kernels.h"

#ifdef CL_NETWORK_KERNELS_X86
#include <immintrin.h>

#define TARGET  __attribute__((target("avx512f,avx512bw,avx512vnni,avx2")))
#define ROWS    4u
#define VECTORS 6u  /* of sums of a row: with those of the weights, all registers but one */
#define LISTED  64u /* quads */

TARGET static inline __m512i load(const int8_t *p) {
    return _mm512_loadu_si512((const void *)p);
}

/* Which of `count` quads, at most LISTED, are not 0 in all rows: their numbers, and how many there are. A loop over a
 * list goes on as the processor foresees, where a question at each quad would not. */
TARGET static inline size_t list_quads(const uint8_t *const in[ROWS], size_t count, uint32_t *list) {
    size_t listed = 0;
    __m512i numbers = _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    for (size_t q = 0; q < count; q += 16, numbers = _mm512_add_epi32(numbers, _mm512_set1_epi32(16))) {
        const __mmask16 there = (__mmask16)(count - q < 16 ? (1u << (count - q)) - 1 : 0xFFFFu);
        __m512i any = _mm512_setzero_si512();
        for (size_t r = 0; r < ROWS; r++)
            any = _mm512_or_si512(any, _mm512_maskz_loadu_epi32(there, in[r] + 4 * q));
        const __mmask16 some = _mm512_test_epi32_mask(any, any);
        _mm512_storeu_si512((void *)(list + listed), _mm512_maskz_compress_epi32(some, numbers));
        listed += (size_t)__builtin_popcount(some);
    }
    return listed;
}

/* Four rows at a time, `vectors` times sixteen outputs of each: a constant, so that all sums stay in registers. */
TARGET static inline __attribute__((always_inline)) void four_rows(const cl_network_input *in, const size_t rows[ROWS],
    const int8_t *m, size_t outputs, int32_t *out, const size_t vectors) {
    __m512i sums[ROWS][VECTORS];
    for (size_t r = 0; r < ROWS; r++)
        for (size_t v = 0; v < vectors; v++)
            sums[r][v] = _mm512_setzero_si512();
    for (size_t p = 0; p < in->parts; p++)
        for (size_t first = 0; first < in->quads; first += LISTED) {
            const size_t count = in->quads - first < LISTED ? in->quads - first : LISTED;
            const uint8_t *from[ROWS];
            uint32_t list[LISTED + 16];
            for (size_t r = 0; r < ROWS; r++)
                from[r] = in->at + rows[r] * in->stride + p * in->apart + 4 * first;
            const size_t listed = list_quads(from, count, list);
            for (size_t i = 0; i < listed; i++) {
                const size_t q = list[i];
                __m512i w[VECTORS];
                for (size_t v = 0; v < vectors; v++)
                    w[v] = load(m + 4 * outputs * q + 64 * v);
                for (size_t r = 0; r < ROWS; r++) {
                    const __m512i x = _mm512_set1_epi32(cl_network_quad(from[r] + 4 * q));
                    for (size_t v = 0; v < vectors; v++)
                        sums[r][v] = _mm512_dpbusd_epi32(sums[r][v], x, w[v]);
                }
            }
            m += 4 * outputs * count;
        }
    for (size_t r = 0; r < ROWS; r++)
        for (size_t v = 0; v < vectors; v++)
            _mm512_storeu_si512((void *)(out + rows[r] * outputs + 16 * v), sums[r][v]);
}

TARGET static void multiply(
    const cl_network_input *in, size_t rows, const int8_t *matrix, size_t outputs, int32_t *out) {
    for (size_t r = 0; r < rows; r += ROWS) {
        size_t four[ROWS], o = 0;
        for (size_t k = 0; k < ROWS; k++) /* the last one stands for those that are missing */
            four[k] = r + k < rows ? r + k : rows - 1;
        for (; outputs - o >= 16 * VECTORS; o += 16 * VECTORS)
            four_rows(in, four, matrix + 4 * o, outputs, out + o, VECTORS);
        for (; o < outputs; o += CL_NETWORK_LANES)
            four_rows(in, four, matrix + 4 * o, outputs, out + o, CL_NETWORK_LANES / 16);
    }
}

TARGET static inline __m512 linear(const int32_t *sums, __m512 scale, __m512 bias) {
    const __m512 s = _mm512_cvtepi32_ps(_mm512_loadu_si512((const void *)sums));
    return _mm512_max_ps(_mm512_add_ps(_mm512_mul_ps(s, scale), bias), _mm512_setzero_ps());
}

TARGET static void begin(
    const int32_t *sums, const float *scale, const float *bias, float *u, size_t width, size_t rows) {
    for (size_t i = 0; i < width; i += 16) {
        const __m512 s = _mm512_loadu_ps(scale + i), b = _mm512_loadu_ps(bias + i);
        for (size_t at = i; at < rows * width; at += width)
            _mm512_storeu_ps(u + at, linear(sums + at, s, b));
    }
}

TARGET static void add(
    const int32_t *sums, const float *scale, const float *bias, float *u, size_t width, size_t rows) {
    for (size_t i = 0; i < width; i += 16) {
        const __m512 s = _mm512_loadu_ps(scale + i), b = _mm512_loadu_ps(bias + i);
        for (size_t at = i; at < rows * width; at += width)
            _mm512_storeu_ps(u + at, _mm512_add_ps(_mm512_loadu_ps(u + at), linear(sums + at, s, b)));
    }
}

TARGET static void quantise(const float *u, float step, uint8_t *q, size_t count) {
    const __m512 by = _mm512_set1_ps(step), half = _mm512_set1_ps(0.5f), most = _mm512_set1_ps(127);
    for (size_t i = 0; i < count; i += 16) {
        const __m512 x = _mm512_min_ps(_mm512_add_ps(_mm512_mul_ps(_mm512_loadu_ps(u + i), by), half), most);
        _mm_storeu_si128((__m128i *)(void *)(q + i), _mm512_cvtepi32_epi8(_mm512_cvttps_epi32(x)));
    }
}

static void mean(const cl_network_bag *bag, uint8_t *to) {
    cl_network_kernels_avx2.mean(bag, to);
}

const cl_network_kernels cl_network_kernels_vnni = {"avx512vnni", multiply, begin, add, quantise, mean};

#else
typedef int cl_no_network_vnni; /* a file needs a declaration */
#endif
