/* What the attributes of an element say of its purpose. */
#ifndef CL_BLOCK_ATTRIBUTES_H
#define CL_BLOCK_ATTRIBUTES_H

#include "block/block.h"
#include "block/mark.h"
#include "dom/dom.h"

typedef struct cl_attributes {
    uint32_t marks;
    uint32_t hash;        /* of the class */
    cl_class_words words; /* of class, id, role and item property */
    bool hidden;          /* from sight */
    bool aria_hidden;     /* from screen readers only, but whole boxes that are so are mostly menus and dialogues */
    bool href;
    bool item;
    bool author;
    bool tag;
    bool titled;     /* or has a datetime */
    bool source;     /* src */
    bool background; /* an image that is none */
} cl_attributes;

void cl_attributes_read(const cl_dom *dom, cl_class_cache *classes, cl_node n, cl_attributes *to);

/* The words of an element that cl_attributes_read() reads, its tag the first of them. */
void cl_attributes_words(const cl_dom *dom, cl_class_cache *classes, cl_node n, cl_class_words *to);
/* Keeps the words of an element, the tag first, for its box. */
bool cl_attributes_keep(cl_blocks *blocks, const cl_dom *dom, cl_box *box, const cl_class_words *words);

/* Whether a value has a word in it, in small letters of ASCII, wherever. */
bool cl_attributes_have(cl_slice s, const char *word);

#endif
