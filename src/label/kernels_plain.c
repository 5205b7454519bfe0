#include "label/kernels.h"
#include "base/simd.h"

/* Adds the products of a part of a row. */
static void add_part(const uint8_t *in, size_t quads, const int8_t *matrix, size_t outputs, int32_t *out) {
    for (size_t q = 0; q < quads; q++) {
        const uint8_t *const a = in + 4 * q;
        const int8_t *const m = matrix + 4 * q * outputs;
        if (!cl_network_quad(a))
            continue;
        for (size_t o = 0; o < outputs; o++)
            out[o] += a[0] * m[4 * o] + a[1] * m[4 * o + 1] + a[2] * m[4 * o + 2] + a[3] * m[4 * o + 3];
    }
}

static void multiply(const cl_network_input *in, size_t rows, const int8_t *matrix, size_t outputs, int32_t *out) {
    for (size_t r = 0; r < rows; r++, out += outputs) {
        for (size_t o = 0; o < outputs; o++)
            out[o] = 0;
        for (size_t p = 0; p < in->parts; p++)
            add_part(
                in->at + r * in->stride + p * in->apart, in->quads, matrix + 4 * p * in->quads * outputs, outputs, out);
    }
}

/* Product and sum are two statements, so that no compiler makes one rounding of them. */
static inline float linear(int32_t value, float scale, float bias) {
    const float product = (float)value * scale;
    const float sum = product + bias;
    return sum > 0 ? sum : 0;
}

void cl_network_begin_plain(
    const int32_t *sums, const float *scale, const float *bias, float *u, size_t width, size_t rows) {
    for (size_t r = 0; r < rows; r++, sums += width, u += width)
        for (size_t i = 0; i < width; i++)
            u[i] = linear(sums[i], scale[i], bias[i]);
}

void cl_network_add_plain(
    const int32_t *sums, const float *scale, const float *bias, float *u, size_t width, size_t rows) {
    for (size_t r = 0; r < rows; r++, sums += width, u += width)
        for (size_t i = 0; i < width; i++)
            u[i] += linear(sums[i], scale[i], bias[i]);
}

void cl_network_quantise_plain(const float *u, float step, uint8_t *q, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const float product = u[i] * step;
        const float sum = product + 0.5f;
        q[i] = sum < 127 ? (uint8_t)sum : 127;
    }
}

#define EVEN_BYTES UINT64_C(0x00FF00FF00FF00FF)

/* Sums of rows of a table, eight bytes at a time: four sums of 16 bits in a number, those of the even bytes and those
 * of the odd ones. */
static inline void sum_eights(
    const char *table, size_t stride, const uint16_t *ids, uint32_t count, uint32_t eights, uint64_t (*sums)[2]) {
    for (uint32_t k = 0; k < eights; k++)
        sums[k][0] = sums[k][1] = 0;
    for (uint32_t i = 0; i < count; i++) {
        const char *const row = table + ids[i] * stride;
        for (uint32_t k = 0; k < eights; k++) {
            const uint64_t x = cl_load64(row + 8 * k);
            sums[k][0] += x & EVEN_BYTES;
            sums[k][1] += x >> 8 & EVEN_BYTES;
        }
    }
}

void cl_network_mean_plain(const cl_network_bag *bag, uint8_t *to) {
    uint64_t sums[CL_NETWORK_EMBEDDING_MAX / 8][2];
    sum_eights(bag->table, bag->embedding + 1, bag->ids, bag->count, bag->embedding / 8, sums);
    const double ratio = cl_network_bag_ratio(bag);
    const int32_t zero = (int32_t)(bag->count * bag->zero);
    for (uint32_t k = 0; k < bag->embedding; k++) {
        const double mean = (double)((int32_t)(sums[k / 8][k % 2] >> (k % 8 / 2 * 16) & 0xFFFF) - zero) * ratio;
        const double low = mean > -63 ? mean : -63;
        to[k] = (uint8_t)(int32_t)((low < 63 ? low : 63) + 64.5);
    }
}

const cl_network_kernels cl_network_kernels_plain = {
    "plain", multiply, cl_network_begin_plain, cl_network_add_plain, cl_network_quantise_plain, cl_network_mean_plain};
