/* Arithmetic on sizes that says so when it would overflow. */
#ifndef CL_BASE_CHECKED_H
#define CL_BASE_CHECKED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* false where a + b has no size_t. */
static inline bool cl_add(size_t a, size_t b, size_t *sum) {
    return !__builtin_add_overflow(a, b, sum);
}

/* false where a * b has no size_t. */
static inline bool cl_mul(size_t a, size_t b, size_t *product) {
    return !__builtin_mul_overflow(a, b, product);
}

#endif
