/* The inner loops of the network, one set for each kind of processor; all sets give the same bits.
 *
 * Nothing global chooses: cl_network_kernels_best() asks the processor, and who needs a kernel keeps the pointer. */
#ifndef CL_LABEL_KERNELS_H
#define CL_LABEL_KERNELS_H

#include <stddef.h>
#include <stdint.h>

#define CL_NETWORK_EMBEDDING_MAX 64u

/* Outputs of a matrix come in groups of so many. */
#define CL_NETWORK_LANES 32u

/* Rows of inputs, 0 to 127, `stride` bytes apart. A row is `parts` runs of `quads` times four inputs, `apart` bytes
 * from one to the next: those of a convolution are parts of other rows. */
typedef struct cl_network_input {
    const uint8_t *at;
    size_t stride;
    size_t parts, apart;
    size_t quads;
} cl_network_input;

/* Rows of a table of embeddings, a row of `embedding` bytes and a NUL. */
typedef struct cl_network_bag {
    const char *table;
    uint32_t embedding; /* a multiple of 8 */
    uint32_t zero;      /* what 0 is in a row */
    float scale;        /* of a sum of rows, before it is divided by their count */
    const uint16_t *ids;
    uint32_t count; /* so few that sums of their bytes fit 16 bits */
} cl_network_bag;

typedef struct cl_network_kernels {
    const char *name;
    /* Products of `rows` rows of inputs with a matrix of -127 to 127 that stands as [parts][quads][outputs][4]:
     * out[row][output], `outputs` a multiple of CL_NETWORK_LANES. */
    void (*multiply)(const cl_network_input *in, size_t rows, const int8_t *matrix, size_t outputs, int32_t *out);
    /* In each of `rows` rows u[i] = max(0, sums[i] * scale[i] + bias[i]), or that added to it. `width` is a multiple of
     * CL_NETWORK_LANES. */
    void (*begin)(const int32_t *sums, const float *scale, const float *bias, float *u, size_t width, size_t rows);
    void (*add)(const int32_t *sums, const float *scale, const float *bias, float *u, size_t width, size_t rows);
    /* q[i] = min(127, u[i] * step + 0.5), cut off; u is 0 or more. */
    void (*quantise)(const float *u, float step, uint8_t *q, size_t count);
    /* The mean of rows of a table, in 7 bits with 64 for 0; 64 where there is none. */
    void (*mean)(const cl_network_bag *bag, uint8_t *to);
} cl_network_kernels;

/* The fastest set for this processor. */
const cl_network_kernels *cl_network_kernels_best(void);
/* The sets that this processor can run, fastest first, plain last; NULL from `index` on that there is none. */
const cl_network_kernels *cl_network_kernels_at(size_t index);

extern const cl_network_kernels cl_network_kernels_plain;
#if defined(__x86_64__) || defined(__i386__)
#define CL_NETWORK_KERNELS_X86 1
extern const cl_network_kernels cl_network_kernels_ssse3;
extern const cl_network_kernels cl_network_kernels_avx2;
extern const cl_network_kernels cl_network_kernels_vnni;
#elif defined(__aarch64__) && defined(__ARM_NEON)
#define CL_NETWORK_KERNELS_NEON 1
extern const cl_network_kernels cl_network_kernels_neon;
#endif

/* Members of the plain set that others use too. */
void cl_network_begin_plain(
    const int32_t *sums, const float *scale, const float *bias, float *u, size_t width, size_t rows);
void cl_network_add_plain(
    const int32_t *sums, const float *scale, const float *bias, float *u, size_t width, size_t rows);
void cl_network_quantise_plain(const float *u, float step, uint8_t *q, size_t count);
void cl_network_mean_plain(const cl_network_bag *bag, uint8_t *to);

/* What a sum of bytes of the rows, less what zeros would give, is multiplied with. */
static inline double cl_network_bag_ratio(const cl_network_bag *bag) {
    return bag->count ? (double)(bag->scale / (float)bag->count) : 0;
}

/* Four inputs as one number, for looking whether all are 0 and for spreading them over a register. */
static inline int32_t cl_network_quad(const uint8_t *in) {
    int32_t quad;
    __builtin_memcpy(&quad, in, 4);
    return quad;
}

#endif
