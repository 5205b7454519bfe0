/* Words of the attributes around a block. */
#include "block/attributes.h"
#include "block/features.h"
#include "block/words.h"

#define INLINE_MAX 8u  /* inline elements around a text that are looked at */

/* How far an element is from the block; elements of one distance share the ids of their words. */
enum distance { INLINE, BOX, PARENT, GRANDPARENT, NEAR, FAR };

static void put(cl_feature_row *row, const uint32_t *words, uint32_t count, enum distance distance) {
    for (uint32_t i = 0; i < count && row->class_count < CL_CLASSES_MAX; i++)
        row->classes[row->class_count++] =
            (uint16_t)(cl_mix(words[i] + 0x9e3779b1u * (uint32_t)distance) & (CL_CLASS_IDS - 1));
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
                put(row, words.at, words.count, INLINE);
                flag_wrapper(dom, n, row);
                break;
            }
}

void cl_features_classes(const cl_features *f, uint32_t block, cl_feature_row *row) {
    const cl_block *const b = &f->blocks->list.at[block];
    row->class_count = 0;
    read_wrappers(f, b, row);
    uint32_t distance = BOX, levels = 0;
    for (uint32_t i = b->box; i && row->class_count < CL_CLASSES_MAX; i = f->blocks->boxes.at[i].parent) {
        const cl_box *const box = &f->blocks->boxes.at[i];
        put(row, f->blocks->classes.at + box->first_class, box->class_count, (enum distance)distance);
        levels++;
        distance = levels < 3 ? BOX + levels : levels < 5 ? NEAR : FAR;
    }
}
