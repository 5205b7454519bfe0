/* Made-up pages with the logits that the exporter of a network computed for them, as rows for cl_network_run(). */
#ifndef TEST_VECTORS_H
#define TEST_VECTORS_H

#include "block/features.h"

#include <string.h>

typedef struct vectors {
    size_t columns; /* of a block */
    const uint8_t *x;
    const uint16_t *words, *word_ends, *classes, *class_ends;
} vectors;

static inline uint32_t vector_ids(const uint16_t *all, const uint16_t *ends, uint32_t block, uint16_t *to) {
    const uint32_t begin = block ? ends[block - 1] : 0, count = ends[block] - begin;
    memcpy(to, all + begin, count * sizeof *to);
    return count;
}

static inline void vector_row(const void *user, uint32_t block, cl_feature_row *row) {
    const vectors *const v = user;
    memcpy(row->x, v->x + (size_t)block * v->columns, v->columns);
    row->word_count = vector_ids(v->words, v->word_ends, block, row->words);
    row->class_count = vector_ids(v->classes, v->class_ends, block, row->classes);
}

/* The numbers of the n-th page of an .inc file, and what check_vectors() is to find for them. */
#define CHECK_VECTORS(n, columns)                                                                                      \
    check_vectors(&(const vectors){(columns), vector##n##_x, vector##n##_words, vector##n##_word_ends,                 \
                      vector##n##_classes, vector##n##_class_ends},                                                    \
        VECTOR##n##_BLOCKS, &vector##n##_logits[0][0], vector##n##_kinds)

#endif
