/* Probabilities from logits, the same on every machine: no function of libm, no sum in another order. */
#ifndef CL_LABEL_SOFTMAX_H
#define CL_LABEL_SOFTMAX_H

#include <stdint.h>
#include <string.h>

/* A step of Horner's rule, in two statements, so that no compiler makes one rounding of them. */
static inline float cl_next_term(float sum, float x, float term) {
    const float product = sum * x;
    return product + term;
}

/* e^x for x <= 0, within 3e-7 of it: 2^n times a polynomial in the rest (Taylor's, on +-0.35). There is neither a loop
 * nor a choice of floats in it, so that compilers make four at once. */
static inline float cl_exp_negative(float x) {
    uint32_t bits; /* of numbers below 0 they are the greater the lower these are; -80 is the least */
    memcpy(&bits, &x, sizeof bits);
    bits = bits < 0xC2A00000u ? bits : 0xC2A00000u;
    float most;
    memcpy(&most, &bits, sizeof most);
    const float n_float = most * 1.44269504f - 0.5f;
    const int32_t n = (int32_t)n_float; /* towards 0: the nearest, since it is negative */
    const float high = (float)n * 0.693359375f;
    const float low = (float)n * -2.12194440e-4f;
    const float r = (most - high) - low;
    float sum = cl_next_term(1.0f / 5040, r, 1.0f / 720);
    sum = cl_next_term(sum, r, 1.0f / 120);
    sum = cl_next_term(sum, r, 1.0f / 24);
    sum = cl_next_term(sum, r, 1.0f / 6);
    sum = cl_next_term(sum, r, 0.5f);
    sum = cl_next_term(sum, r, 1);
    sum = cl_next_term(sum, r, 1);
    bits = (uint32_t)(n + 127) << 23;
    float power;
    memcpy(&power, &bits, sizeof power);
    return sum * power;
}

/* The largest of `count` numbers, at least one. Four at a time, so that no comparison waits for the one before it. */
static inline float cl_largest(const float *values, uint32_t count) {
    float tops[4] = {values[0], values[0], values[0], values[0]};
    uint32_t i = 0;
    for (; i + 4 <= count; i += 4)
        for (uint32_t k = 0; k < 4; k++)
            tops[k] = values[i + k] > tops[k] ? values[i + k] : tops[k];
    for (; i < count; i++)
        tops[0] = values[i] > tops[0] ? values[i] : tops[0];
    const float a = tops[0] > tops[1] ? tops[0] : tops[1], b = tops[2] > tops[3] ? tops[2] : tops[3];
    return a > b ? a : b;
}

/* Makes `count` logits probabilities. */
static inline void cl_softmax(float *values, uint32_t count) {
    const float top = cl_largest(values, count);
    float sum = 0;
    for (uint32_t i = 0; i < count; i++)
        values[i] = cl_exp_negative(values[i] - top);
    for (uint32_t i = 0; i < count; i++)
        sum += values[i];
    for (uint32_t i = 0; i < count; i++)
        values[i] /= sum;
}

#endif
