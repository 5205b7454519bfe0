/* What an element's class, id and item property say of its purpose. */
#ifndef CL_BLOCK_MARK_H
#define CL_BLOCK_MARK_H

#include "base/slice.h"

#include <stdint.h>

#define CL_CLASS_WORDS 10u

/* Words as hashes, each once. */
typedef struct cl_class_words {
    uint32_t at[CL_CLASS_WORDS];
    uint32_t count;
} cl_class_words;

typedef struct cl_class {
    uint32_t marks; /* enum cl_mark */
    uint32_t hash;  /* of the whole string */
    cl_class_words words;
    bool more; /* there may be more words than these */
} cl_class;

/* Reads the words of a class attribute. Words are parted by whatever is no ASCII letter, and where a capital follows a
 * small letter; a word and the one before it are looked up as one as well. Those that are kept are of two letters at
 * least, and may have others than those of ASCII in them. */
cl_class cl_class_read(cl_slice value);

/* Remembers what was read: pages use the same classes over and over. */
#define CL_CLASS_CACHE 256u
typedef struct cl_class_cache {
    struct {
        cl_slice value;
        cl_class read;
    } at[CL_CLASS_CACHE];
} cl_class_cache;

/* cl_class_read() through a cache that was zeroed at the start of the page; good until the next call. */
const cl_class *cl_class_cached(cl_class_cache *cache, cl_slice value);

/* The same; adds the words of the value to those of an element, as far as there is room. */
const cl_class *cl_class_add_words(cl_class_cache *cache, cl_slice value, cl_class_words *words);

static inline void cl_class_add_word(cl_class_words *words, uint32_t hash) {
    for (uint32_t i = 0; i < words->count; i++)
        if (words->at[i] == hash)
            return;
    if (words->count < CL_CLASS_WORDS)
        words->at[words->count++] = hash;
}

#endif
