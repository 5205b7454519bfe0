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

TARGET static inline __m256 linear(const int32_t *sums, __m256 scale, __m256 bias) {
    const __m256 s = _mm256_cvtepi32_ps(_mm256_loadu_si256((const __m256i *)(const void *)sums));
    return _mm256_max_ps(_mm256_add_ps(_mm256_mul_ps(s, scale), bias), _mm256_setzero_ps());
}

TARGET static void begin(
    const int32_t *sums, const float *scale, const float *bias, float *u, size_t width, size_t rows) {
    for (size_t i = 0; i < width; i += 8) {
        const __m256 s = _mm256_loadu_ps(scale + i), b = _mm256_loadu_ps(bias + i);
        for (size_t at = i; at < rows * width; at += width)
            _mm256_storeu_ps(u + at, linear(sums + at, s, b));
    }
}

TARGET static void add(
    const int32_t *sums, const float *scale, const float *bias, float *u, size_t width, size_t rows) {
    for (size_t i = 0; i < width; i += 8) {
        const __m256 s = _mm256_loadu_ps(scale + i), b = _mm256_loadu_ps(bias + i);
        for (size_t at = i; at < rows * width; at += width)
            _mm256_storeu_ps(u + at, _mm256_add_ps(_mm256_loadu_ps(u + at), linear(sums + at, s, b)));
    }
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

/* Sums of eight bytes of each row. */
TARGET static inline __m128i add_row(__m128i sums, const char *row) {
    return _mm_add_epi16(sums, _mm_cvtepu8_epi16(_mm_loadl_epi64((const __m128i *)(const void *)row)));
}

TARGET static inline void sum_24(const cl_network_bag *bag, __m128i *sums) {
    __m128i a = _mm_setzero_si128(), b = a, c = a;
    for (uint32_t i = 0; i < bag->count; i++) {
        const char *const row = bag->table + (size_t)bag->ids[i] * 25;
        a = add_row(a, row);
        b = add_row(b, row + 8);
        c = add_row(c, row + 16);
    }
    sums[0] = a;
    sums[1] = b;
    sums[2] = c;
}

TARGET static inline void sum_eights(const cl_network_bag *bag, __m128i *sums) {
    for (uint32_t k = 0; k < bag->embedding / 8; k++) {
        sums[k] = _mm_setzero_si128();
        for (uint32_t i = 0; i < bag->count; i++)
            sums[k] = add_row(sums[k], bag->table + (size_t)bag->ids[i] * (bag->embedding + 1) + 8 * k);
    }
}

TARGET static inline __m128i four_means(__m128i sums, __m256d ratio) {
    const __m256d mean = _mm256_mul_pd(_mm256_cvtepi32_pd(sums), ratio);
    const __m256d kept = _mm256_min_pd(_mm256_max_pd(mean, _mm256_set1_pd(-63)), _mm256_set1_pd(63));
    return _mm256_cvttpd_epi32(_mm256_add_pd(kept, _mm256_set1_pd(64.5)));
}

TARGET static void mean(const cl_network_bag *bag, uint8_t *to) {
    __m128i sums[CL_NETWORK_EMBEDDING_MAX / 8];
    if (bag->embedding == 24) /* by itself: its sums stay in registers */
        sum_24(bag, sums);
    else
        sum_eights(bag, sums);
    const __m256d ratio = _mm256_set1_pd(cl_network_bag_ratio(bag));
    const __m128i zero = _mm_set1_epi32((int32_t)(bag->count * bag->zero));
    for (uint32_t k = 0; k < bag->embedding / 8; k++) {
        const __m128i low = _mm_sub_epi32(_mm_cvtepu16_epi32(sums[k]), zero);
        const __m128i high = _mm_sub_epi32(_mm_cvtepu16_epi32(_mm_srli_si128(sums[k], 8)), zero);
        const __m128i means = _mm_packs_epi32(four_means(low, ratio), four_means(high, ratio));
        _mm_storel_epi64((__m128i *)(void *)(to + 8 * k), _mm_packus_epi16(means, means));
    }
}

const cl_network_kernels cl_network_kernels_avx2 = {"avx2", multiply, begin, add, quantise, mean};

#else
typedef int cl_no_network_avx2; /* a file needs a declaration */
#endif
