#include "label/kernels.h"

#ifdef CL_NETWORK_KERNELS_NEON
#include <arm_neon.h>

/* Inputs are 0 to 127, so they are the same as signed numbers; two products fit 16 bits with their sum. */
static inline int32x4_t step(int32x4_t sum, int8x16_t quad, const int8_t *matrix) {
    const int8x16_t w = vld1q_s8(matrix);
    const int16x8_t low = vmull_s8(vget_low_s8(quad), vget_low_s8(w));
    const int16x8_t high = vmull_high_s8(quad, w);
    return vpadalq_s16(sum, vpaddq_s16(low, high));
}

static void multiply(const cl_network_input *in, size_t rows, const int8_t *matrix, size_t outputs, int32_t *out) {
    for (size_t r = 0; r < rows; r++, out += outputs)
        for (size_t o = 0; o < outputs; o += CL_NETWORK_LANES) {
            int32x4_t sums[8];
            for (size_t k = 0; k < 8; k++)
                sums[k] = vdupq_n_s32(0);
            const int8_t *m = matrix + 4 * o;
            for (size_t p = 0; p < in->parts; p++) {
                const uint8_t *const part = in->at + r * in->stride + p * in->apart;
                for (size_t q = 0; q < in->quads; q++, m += 4 * outputs) {
                    const int32_t quad = cl_network_quad(part + 4 * q);
                    if (!quad)
                        continue;
                    const int8x16_t a = vreinterpretq_s8_s32(vdupq_n_s32(quad));
                    for (size_t k = 0; k < 8; k++)
                        sums[k] = step(sums[k], a, m + 16 * k);
                }
            }
            for (size_t k = 0; k < 8; k++)
                vst1q_s32(out + o + 4 * k, sums[k]);
        }
}

const cl_network_kernels cl_network_kernels_neon = {
    "neon", multiply, cl_network_begin_plain, cl_network_add_plain, cl_network_quantise_plain, cl_network_mean_plain};

#else
typedef int cl_no_network_neon; /* a file needs a declaration */
#endif
