/* What JSON-LD says of images. */
#ifndef CL_RECORD_IMAGE_OBJECTS_H
#define CL_RECORD_IMAGE_OBJECTS_H

#include "record/fields.h"

typedef struct cl_image_object {
    uint64_t key; /* cl_image_key() of its address */
    cl_slice caption;
    cl_slice credit;
    uint32_t width, height;
} cl_image_object;

typedef struct cl_image_objects {
    cl_image_object *at;
    size_t count;
    cl_slice lead; /* address of the story's own image */
} cl_image_objects;

/* false where there is no memory. */
bool cl_image_objects_read(cl_image_objects *objects, cl_making *m);
/* The object of that key, or NULL. */
const cl_image_object *cl_image_objects_find(const cl_image_objects *objects, uint64_t key);

#endif
