/* Words of the attributes around a block. */
#include "block/features.h"
#include "block/words.h"

#define WORDS_A_BOX 10u /* tag, class, id, role and item property of one element; more are not read */
#define INLINE_MAX  8u  /* inline elements around a text that are looked at */

/* How far an element is from the block; elements of one distance share the ids of their words. */
enum distance { INLINE, BOX, PARENT, GRANDPARENT, NEAR, FAR };

typedef struct word_list {
    uint32_t at[WORDS_A_BOX];
    uint32_t count;
} word_list;

static void add(word_list *list, uint32_t hash) {
    for (uint32_t i = 0; i < list->count; i++)
        if (list->at[i] == hash)
            return;
    if (list->count < WORDS_A_BOX)
        list->at[list->count++] = hash;
}

/* Adds the words of an attribute: runs of letters, parted by whatever else, and by a capital after a small letter. */
static void add_words(word_list *list, cl_slice value) {
    const char *p = value.data;
    const char *const end = p ? p + value.size : NULL;
    while (p < end && list->count < WORDS_A_BOX) {
        const char *const begin = p;
        uint32_t hash = 0x811c9dc5u;
        for (; p < end; p++) {
            const unsigned char c = (unsigned char)*p, small = (unsigned char)(c | 32);
            if (c < 0x80 && (unsigned char)(small - 'a') >= 26)
                break;
            if (c < 'a' && p > begin && (unsigned char)p[-1] >= 'a')
                break;
            hash = (hash ^ (c < 0x80 ? small : c)) * 0x01000193u;
        }
        if (p - begin > 1)
            add(list, hash);
        while (p < end && (unsigned char)*p < 0x80 && (unsigned char)((*p | 32) - 'a') >= 26)
            p++;
    }
}

static void read_element(const cl_dom *dom, cl_node n, word_list *list) {
    const cl_slice tag = cl_dom_name(dom, n);
    uint32_t hash = 0x7a67u; /* a tag is another word than the same in a class */
    for (size_t i = 0; i < tag.size; i++)
        hash = (hash ^ (unsigned char)tag.data[i]) * 0x01000193u;
    list->count = 0;
    add(list, hash);
    for (const cl_attr *a = cl_dom_attrs(dom, n); a; a = cl_attr_next(a))
        if (a->name == CL_ATTR_CLASS || a->name == CL_ATTR_ID || a->name == CL_ATTR_ROLE || a->name == CL_ATTR_ITEMPROP)
            add_words(list, cl_attr_value(dom, a));
}

bool cl_features_read_classes(cl_features *f) {
    for (uint32_t i = 1; i < f->boxes.count; i++) {
        word_list list;
        read_element(f->dom, f->blocks->boxes.at[i].node, &list);
        if (f->classes.capacity - f->classes.count < WORDS_A_BOX &&
            !cl_vector_grow(f->allocator, &f->classes, WORDS_A_BOX))
            return false;
        f->boxes.at[i].first_class = (uint32_t)f->classes.count;
        f->boxes.at[i].class_count = (uint8_t)list.count;
        memcpy(f->classes.at + f->classes.count, list.at, list.count * sizeof *list.at);
        f->classes.count += list.count;
    }
    f->boxes.at[0].class_count = 0;
    return true;
}

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
                word_list list;
                read_element(dom, n, &list);
                put(row, list.at, list.count, INLINE);
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
        const cl_box_facts *const box = &f->boxes.at[i];
        put(row, f->classes.at + box->first_class, box->class_count, (enum distance)distance);
        levels++;
        distance = levels < 3 ? BOX + levels : levels < 5 ? NEAR : FAR;
    }
}
