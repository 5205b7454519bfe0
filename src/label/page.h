/* What the steps of plain scoring know of a page: arrays over its boxes and its blocks. */
#ifndef CL_LABEL_PAGE_H
#define CL_LABEL_PAGE_H

#include "label/label.h"

typedef struct cl_label_page {
    const cl_blocks *blocks;
    /* of each block */
    float *mass;         /* how much it looks like running text, in chars */
    uint32_t *next_good; /* blocks from here to the next that is surely running text; 0: it is one itself */
    /* of each box */
    float *raw;      /* mass of its blocks */
    float *weighed;  /* the same, that of marked boxes counted less */
    float *direct;   /* mass of the blocks for which it is the frame */
    uint32_t *marks; /* of it and the boxes around it, those that can't be right left out */
    /* mass of each shape: an open hash table */
    uint32_t *shapes;
    float *shape_mass;
    uint32_t shape_slots; /* a power of two */
    uint32_t core;        /* the box that holds the body */
    uint32_t headline;    /* block, CL_NO_BLOCK for none */
    uint32_t first, last; /* first and last block in the core that is surely running text; first > last: none */
    float total;          /* mass of unmarked blocks */
    uint32_t heeded;      /* the marks that points are given for */
} cl_label_page;

/* Mass of blocks and boxes, and the core (core.c). */
void cl_label_weigh(cl_label_page *page);
void cl_label_find_core(cl_label_page *page);

/* The block that says what the title says, best in a heading (headline.c); CL_NO_BLOCK for none. */
uint32_t cl_label_find_headline(const cl_blocks *blocks, cl_slice title);

/* Shapes, frames and neighbours, for cl_label_points() (points.c). */
void cl_label_measure(cl_label_page *page);
/* What is so of a block, one bit for each name of points.h. `back` is the number of blocks since the last that is
 * surely running text. */
uint64_t cl_label_facts(const cl_label_page *page, uint32_t block, uint32_t back);
/* How much speaks for the block being body: over 0 more than against, as log-odds. */
float cl_label_points(const cl_label_page *page, uint32_t block, uint32_t back);

/* Whether a box is a paragraph or the like, which others hold. */
static inline bool cl_label_leaf(uint32_t tag) {
    switch (tag) {
    case CL_TAG_P:
    case CL_TAG_LI:
    case CL_TAG_H1:
    case CL_TAG_H2:
    case CL_TAG_H3:
    case CL_TAG_H4:
    case CL_TAG_H5:
    case CL_TAG_H6:
    case CL_TAG_DD:
    case CL_TAG_DT:
    case CL_TAG_PRE:
    case CL_TAG_TD:
    case CL_TAG_TH:
    case CL_TAG_BLOCKQUOTE:
    case CL_TAG_ADDRESS:
        return true;
    default:
        return false;
    }
}

/* The box around a block that it shares with its like: the one it stands in, or the one around that where it stands
 * there alone. */
static inline uint32_t cl_label_frame(const cl_blocks *blocks, uint32_t box) {
    const cl_box *const b = &blocks->boxes.at[box];
    return cl_label_leaf(b->tag) || b->end_block - b->first_block == 1 ? b->parent : box;
}

#endif
