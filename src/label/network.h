/* The network that gives blocks their roles, in 8 bits.
 *
 *   columns, mean of the words' rows, mean of the classes' rows    (7 bits each)
 *     -> dense layer -> u
 *     -> u += convolution over three blocks, `dilation` apart      (once a layer)
 *        after one of them the mean of u over the page is added, through a dense layer of its own
 *     -> roles: a dense layer; kind of the page: one over the mean of u
 *
 * Each layer reads u in 7 bits with a step of its own, multiplies with weights of 8 bits and sums in 32: exact, so that
 * kernels agree to the bit. What is added to u is float. train/quantise.py does the same in numpy. */
#ifndef CL_LABEL_NETWORK_H
#define CL_LABEL_NETWORK_H

#include "block/features.h"
#include "label/kernels.h"

/* The sizes and tables of a network. Matrices of int8_t that run for each block stand as kernels.h has them, [in / 4]
 * [out][4]; the others as [out][in]. */
typedef struct cl_network_model {
    uint32_t columns;
    uint32_t embedding;      /* numbers of a word's row; a row has a NUL behind it */
    uint32_t width;          /* of u; a multiple of CL_NETWORK_LANES */
    uint32_t input;          /* columns and two embeddings, filled up to a multiple of 4 */
    uint32_t layers;         /* convolutions */
    uint32_t mean_after;     /* the layer, from 1 on, after which the page's mean is added */
    uint32_t roles;          /* at most CL_NETWORK_LANES */
    uint32_t kinds;          /* likewise */
    uint32_t embedding_zero; /* what 0 is in a row */
    const uint8_t *dilation;
    float word_scale, class_scale; /* of a sum of rows, before it is divided by their count */
    const float *step;             /* of what each layer reads, and of what the roles do */
    const int8_t *w0;
    const float *scale0, *bias0;
    const int8_t *w; /* of each layer, one after the other */
    const float *scale, *bias;
    const int8_t *wg;
    const float *scale_g, *bias_g;
    const int8_t *wo; /* filled up to CL_NETWORK_LANES outputs */
    const float *scale_o, *bias_o;
    const int8_t *wk;
    const float *scale_k, *bias_k;
    const char *words, *classes; /* CL_WORD_IDS and CL_CLASS_IDS rows */
} cl_network_model;

/* Memory, reused from page to page. */
typedef struct cl_network {
    const cutline_allocator *allocator;
    const cl_network_kernels *kernels;
    CL_VECTOR(float) u;      /* of each block of a stretch */
    CL_VECTOR(uint8_t) read; /* the same in 7 bits, with rows of zeros before and behind */
    CL_VECTOR(uint8_t) in;   /* what a tile of blocks reads */
    CL_VECTOR(int32_t) sums; /* and what comes of it */
} cl_network;

/* Gives the row of a block; takes the logits of its roles. */
typedef void (*cl_network_row_fn)(const void *user, uint32_t block, cl_feature_row *row);
typedef void (*cl_network_take_fn)(void *user, uint32_t block, const float *logits);

void cl_network_init(cl_network *network, const cutline_allocator *allocator);
void cl_network_free(cl_network *network);

/* Runs a page of `blocks` blocks through a model. `kinds` is filled with the logits of its kinds. Pages of more than
 * CL_NETWORK_BLOCKS blocks are cut into stretches of so many, each of which is as a page. false: no memory. */
bool cl_network_run(cl_network *network, const cl_network_model *model, uint32_t blocks, cl_network_row_fn row,
    const void *rows, cl_network_take_fn take, void *taker, float *kinds);

#endif
