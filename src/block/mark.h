/* What an element's class, id and item property say of its purpose. */
#ifndef CL_BLOCK_MARK_H
#define CL_BLOCK_MARK_H

#include "base/slice.h"

#include <stdint.h>

typedef struct cl_class {
    uint32_t marks; /* enum cl_mark */
    uint32_t hash;  /* of the whole string */
} cl_class;

/* Reads the words of a class attribute. Words are parted by whatever is no ASCII letter, and where a capital follows a
 * small letter; a word and the one before it are looked up as one as well. */
cl_class cl_class_read(cl_slice value);

/* Remembers what was read: pages use the same classes over and over. */
#define CL_CLASS_CACHE 256u
typedef struct cl_class_cache {
    struct {
        cl_slice value;
        cl_class read;
    } at[CL_CLASS_CACHE];
} cl_class_cache;

/* cl_class_read() through a cache that was zeroed at the start of the page. */
cl_class cl_class_cached(cl_class_cache *cache, cl_slice value);

#endif
