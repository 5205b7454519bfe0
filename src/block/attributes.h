/* What the attributes of an element say of its purpose. */
#ifndef CL_BLOCK_ATTRIBUTES_H
#define CL_BLOCK_ATTRIBUTES_H

#include "block/mark.h"
#include "dom/dom.h"

typedef struct cl_attributes {
    uint32_t marks;
    uint32_t hash;    /* of the class */
    bool hidden;      /* from sight */
    bool aria_hidden; /* from screen readers only, but whole boxes that are so are mostly menus and dialogues */
    bool href;
    bool item;
    bool author;
    bool tag;
    bool titled;     /* or has a datetime */
    bool source;     /* src */
    bool background; /* an image that is none */
} cl_attributes;

void cl_attributes_read(const cl_dom *dom, cl_class_cache *classes, cl_node n, cl_attributes *to);

/* Whether a value has a word in it, in small letters of ASCII, wherever. */
bool cl_attributes_have(cl_slice s, const char *word);

#endif
