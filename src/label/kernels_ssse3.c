#include "label/kernels.h"

#ifdef CL_NETWORK_KERNELS_X86
#include <immintrin.h>

#define TARGET __attribute__((target("ssse3")))

/* Sixteen products of a quad with four outputs' weights, each output's summed. Two products fit 16 bits with their sum.
 */
TARGET static inline __m128i step(__m128i sum, __m128i quad, const int8_t *matrix) {
    const __m128i weights = _mm_loadu_si128((const __m128i *)(const void *)matrix);
    return _mm_add_epi32(sum, _mm_madd_epi16(_mm_maddubs_epi16(quad, weights), _mm_set1_epi16(1)));
}

TARGET static void multiply(
    const cl_network_input *in, size_t rows, const int8_t *matrix, size_t outputs, int32_t *out) {
    for (size_t r = 0; r < rows; r++, out += outputs)
        for (size_t o = 0; o < outputs; o += CL_NETWORK_LANES) {
            __m128i sums[8] = {_mm_setzero_si128(), _mm_setzero_si128(), _mm_setzero_si128(), _mm_setzero_si128(),
                _mm_setzero_si128(), _mm_setzero_si128(), _mm_setzero_si128(), _mm_setzero_si128()};
            const int8_t *m = matrix + 4 * o;
            for (size_t p = 0; p < in->parts; p++) {
                const uint8_t *const part = in->at + r * in->stride + p * in->apart;
                for (size_t q = 0; q < in->quads; q++, m += 4 * outputs) {
                    const int32_t quad = cl_network_quad(part + 4 * q);
                    if (!quad)
                        continue;
                    const __m128i a = _mm_set1_epi32(quad);
                    for (size_t k = 0; k < 8; k++)
                        sums[k] = step(sums[k], a, m + 16 * k);
                }
            }
            for (size_t k = 0; k < 8; k++)
                _mm_storeu_si128((__m128i *)(void *)(out + o + 4 * k), sums[k]);
        }
}

const cl_network_kernels cl_network_kernels_ssse3 = {
    "ssse3", multiply, cl_network_begin_plain, cl_network_add_plain, cl_network_quantise_plain, cl_network_mean_plain};

#else
typedef int cl_no_network_ssse3; /* a file needs a declaration */
#endif
