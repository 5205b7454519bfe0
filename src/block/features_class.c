/* Words of the attributes around a block. */
#include "block/attributes.h"
#include "block/features.h"
#include "block/words.h"

#define INLINE_MAX 8u /* inline elements around a text that are looked at */

/* How far an element is from the block; elements of one distance share the ids of their words. */
enum distance { INLINE, BOX, PARENT, GRANDPARENT, NEAR, FAR };

/* Adds the ids of words to `count` that there are, as far as there is room; returns how many there are then. */
static uint32_t put(uint16_t *ids, uint32_t count, const uint32_t *words, uint32_t more, enum distance distance) {
    const uint32_t room = CL_CLASSES_MAX - count, n = more < room ? more : room;
    for (uint32_t i = 0; i < n; i++)
        ids[count + i] = (uint16_t)(cl_mix(words[i] + 0x9e3779b1u * (uint32_t)distance) & (CL_CLASS_IDS - 1));
    return count + n;
}

/* Those of a box. */
static uint32_t put_box(const cl_blocks *blocks, uint32_t box, uint16_t *ids, uint32_t count, enum distance distance) {
    const cl_box *const b = &blocks->boxes.at[box];
    return put(ids, count, blocks->classes.at + b->first_class, b->class_count, distance);
}

/* Those of a block's third box and of all around it. Blocks that stand together share them mostly. */
static const cl_class_ids *ids_around(const cl_features *f, uint32_t box) {
    cl_class_ids *const ids = f->around;
    if (ids->box == box)
        return ids;
    ids->box = box;
    ids->count = 0;
    uint32_t level = 2;
    for (uint32_t i = box; i && ids->count < CL_CLASSES_MAX; i = f->blocks->boxes.at[i].parent, level++)
        ids->count = put_box(f->blocks, i, ids->at, ids->count, level == 2 ? GRANDPARENT : level < 5 ? NEAR : FAR);
    return ids;
}

static void flag_wrapper(const cl_dom *dom, cl_node n, cl_feature_row *row) {
    switch (cl_dom_html_tag(dom, n)) {
    case CL_TAG_A:
        cl_x_flag(row, CL_X_wrap_a, true);
        break;
    case CL_TAG_B:
    case CL_TAG_STRONG:
        cl_x_flag(row, CL_X_wrap_bold, true);
        break;
    case CL_TAG_I:
    case CL_TAG_EM:
        cl_x_flag(row, CL_X_wrap_italic, true);
        break;
    case CL_TAG_SPAN:
        cl_x_flag(row, CL_X_wrap_span, true);
        break;
    case CL_TAG_TIME:
        cl_x_flag(row, CL_X_wrap_time, true);
        break;
    default:
        break;
    }
}

/* The inline elements that hold both the first and the last text of a block, innermost first. */
static void read_wrappers(const cl_features *f, const cl_block *b, cl_feature_row *row) {
    const cl_dom *const dom = f->dom;
    const cl_node box = f->blocks->boxes.at[b->box].node;
    cl_node last[INLINE_MAX];
    uint32_t count = 0;
    for (cl_node n = cl_dom_parent(dom, b->last); n && n != box && count < INLINE_MAX; n = cl_dom_parent(dom, n))
        last[count++] = n;
    uint32_t turns = 0;
    for (cl_node n = cl_dom_parent(dom, b->node); n && n != box && turns < INLINE_MAX;
         n = cl_dom_parent(dom, n), turns++)
        for (uint32_t i = 0; i < count; i++)
            if (last[i] == n) {
                cl_class_words words;
                cl_attributes_words(dom, f->blocks->class_cache, n, &words);
                row->class_count = put(row->classes, row->class_count, words.at, words.count, INLINE);
                flag_wrapper(dom, n, row);
                break;
            }
}

void cl_features_classes(const cl_features *f, uint32_t block, cl_feature_row *row) {
    const cl_block *const b = &f->blocks->list.at[block];
    row->class_count = 0;
    read_wrappers(f, b, row);
    uint32_t box = b->box;
    for (enum distance distance = BOX; box && distance < GRANDPARENT; distance++) {
        row->class_count = put_box(f->blocks, box, row->classes, row->class_count, distance);
        box = f->blocks->boxes.at[box].parent;
    }
    if (!box)
        return;
    const cl_class_ids *const around = ids_around(f, box);
    const uint32_t room = CL_CLASSES_MAX - row->class_count, n = around->count < room ? around->count : room;
    memcpy(row->classes + row->class_count, around->at, n * sizeof *around->at);
    row->class_count += n;
}
