/* Probabilities from logits, the same on every machine: no function of libm, no sum in another order. */
#ifndef CL_LABEL_SOFTMAX_H
#define CL_LABEL_SOFTMAX_H

#include <stdint.h>
#include <string.h>

/* e^x for x <= 0, within 3e-7 of it: 2^n times a polynomial in the rest (Taylor's, on +-0.35). */
static inline float cl_exp_negative(float x) {
    const float most = x < -80 ? -80 : x;
    const float n_float = most * 1.44269504f - 0.5f;
    const int32_t n = (int32_t)n_float; /* towards 0: the nearest, since it is negative */
    const float high = (float)n * 0.693359375f;
    const float low = (float)n * -2.12194440e-4f;
    const float r = (most - high) - low;
    float sum = 1.0f / 5040;
    static const float terms[] = {1.0f / 720, 1.0f / 120, 1.0f / 24, 1.0f / 6, 0.5f, 1, 1};
    for (int i = 0; i < 7; i++) {
        const float product = sum * r;
        sum = product + terms[i];
    }
    const uint32_t bits = (uint32_t)(n + 127) << 23;
    float power;
    memcpy(&power, &bits, sizeof power);
    return sum * power;
}

/* Makes `count` logits probabilities. */
static inline void cl_softmax(float *values, uint32_t count) {
    float top = values[0], sum = 0;
    for (uint32_t i = 1; i < count; i++)
        top = values[i] > top ? values[i] : top;
    for (uint32_t i = 0; i < count; i++)
        values[i] = cl_exp_negative(values[i] - top);
    for (uint32_t i = 0; i < count; i++)
        sum += values[i];
    for (uint32_t i = 0; i < count; i++)
        values[i] /= sum;
}

#endif
