#include "label/kernels.h"

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
void cl_network_begin_plain(const int32_t *sums, const float *scale, const float *bias, float *u, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const float product = (float)sums[i] * scale[i];
        const float sum = product + bias[i];
        u[i] = sum > 0 ? sum : 0;
    }
}

void cl_network_add_plain(const int32_t *sums, const float *scale, const float *bias, float *u, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const float product = (float)sums[i] * scale[i];
        const float sum = product + bias[i];
        u[i] += sum > 0 ? sum : 0;
    }
}

void cl_network_quantise_plain(const float *u, float step, uint8_t *q, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const float product = u[i] * step;
        const float sum = product + 0.5f;
        q[i] = sum < 127 ? (uint8_t)sum : 127;
    }
}

const cl_network_kernels cl_network_kernels_plain = {
    "plain", multiply, cl_network_begin_plain, cl_network_add_plain, cl_network_quantise_plain};
