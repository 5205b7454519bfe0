#include "label/kernels.h"

#ifdef CL_NETWORK_KERNELS_X86
#include <immintrin.h>

#define TARGET __attribute__((target("avx2")))

TARGET static inline __m256i step(__m256i sum, __m256i quad, __m256i weights) {
    return _mm256_add_epi32(sum, _mm256_madd_epi16(_mm256_maddubs_epi16(quad, weights), _mm256_set1_epi16(1)));
}

TARGET static inline __m256i load(const int8_t *p) {
    return _mm256_loadu_si256((const __m256i *)(const void *)p);
}

TARGET static inline void store(int32_t *p, __m256i a) {
    _mm256_storeu_si256((__m256i *)(void *)p, a);
}

/* Two rows at a time, so that a weight is loaded once for both. */
TARGET static void two_rows(
    const cl_network_input *in, size_t row, size_t row2, const int8_t *m, size_t outputs, int32_t *out) {
    const __m256i zero = _mm256_setzero_si256();
    __m256i a0 = zero, a1 = zero, a2 = zero, a3 = zero, b0 = zero, b1 = zero, b2 = zero, b3 = zero;
    for (size_t p = 0; p < in->parts; p++) {
        const uint8_t *const part = in->at + row * in->stride + p * in->apart;
        const uint8_t *const part2 = in->at + row2 * in->stride + p * in->apart;
        for (size_t q = 0; q < in->quads; q++, m += 4 * outputs) {
            const int32_t quad = cl_network_quad(part + 4 * q), quad2 = cl_network_quad(part2 + 4 * q);
            if (!(quad | quad2))
                continue;
            const __m256i a = _mm256_set1_epi32(quad), b = _mm256_set1_epi32(quad2);
            const __m256i w0 = load(m), w1 = load(m + 32), w2 = load(m + 64), w3 = load(m + 96);
            a0 = step(a0, a, w0);
            a1 = step(a1, a, w1);
            a2 = step(a2, a, w2);
            a3 = step(a3, a, w3);
            b0 = step(b0, b, w0);
            b1 = step(b1, b, w1);
            b2 = step(b2, b, w2);
            b3 = step(b3, b, w3);
        }
    }
    int32_t *const out2 = out + row2 * outputs;
    out += row * outputs;
    store(out, a0);
    store(out + 8, a1);
    store(out + 16, a2);
    store(out + 24, a3);
    store(out2, b0);
    store(out2 + 8, b1);
    store(out2 + 16, b2);
    store(out2 + 24, b3);
}

TARGET static void multiply(
    const cl_network_input *in, size_t rows, const int8_t *matrix, size_t outputs, int32_t *out) {
    for (size_t r = 0; r < rows; r += 2)
        for (size_t o = 0; o < outputs; o += CL_NETWORK_LANES) /* the last of an odd number is done twice */
            two_rows(in, r, r + 1 < rows ? r + 1 : r, matrix + 4 * o, outputs, out + o);
}

TARGET static inline __m256 linear(const int32_t *sums, const float *scale, const float *bias) {
    const __m256 s = _mm256_cvtepi32_ps(_mm256_loadu_si256((const __m256i *)(const void *)sums));
    const __m256 r = _mm256_add_ps(_mm256_mul_ps(s, _mm256_loadu_ps(scale)), _mm256_loadu_ps(bias));
    return _mm256_max_ps(r, _mm256_setzero_ps());
}

TARGET static void begin(const int32_t *sums, const float *scale, const float *bias, float *u, size_t count) {
    for (size_t i = 0; i < count; i += 8)
        _mm256_storeu_ps(u + i, linear(sums + i, scale + i, bias + i));
}

TARGET static void add(const int32_t *sums, const float *scale, const float *bias, float *u, size_t count) {
    for (size_t i = 0; i < count; i += 8)
        _mm256_storeu_ps(u + i, _mm256_add_ps(_mm256_loadu_ps(u + i), linear(sums + i, scale + i, bias + i)));
}

TARGET static inline __m256i eight(const float *u, __m256 step_) {
    const __m256 q = _mm256_add_ps(_mm256_mul_ps(_mm256_loadu_ps(u), step_), _mm256_set1_ps(0.5f));
    return _mm256_cvttps_epi32(_mm256_min_ps(q, _mm256_set1_ps(127)));
}

TARGET static void quantise(const float *u, float by, uint8_t *q, size_t count) {
    const __m256 by8 = _mm256_set1_ps(by);
    const __m256i order = _mm256_setr_epi32(0, 4, 1, 5, 2, 6, 3, 7);
    for (size_t i = 0; i < count; i += 32) {
        const __m256i low = _mm256_packs_epi32(eight(u + i, by8), eight(u + i + 8, by8));
        const __m256i high = _mm256_packs_epi32(eight(u + i + 16, by8), eight(u + i + 24, by8));
        _mm256_storeu_si256(
            (__m256i *)(void *)(q + i), _mm256_permutevar8x32_epi32(_mm256_packus_epi16(low, high), order));
    }
}

const cl_network_kernels cl_network_kernels_avx2 = {"avx2", multiply, begin, add, quantise};

#else
typedef int cl_no_network_avx2; /* a file needs a declaration */
#endif
