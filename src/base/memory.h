/* The allocator of a context, as the stages use it. */
#ifndef CL_BASE_MEMORY_H
#define CL_BASE_MEMORY_H

#include <cutline.h>
#include <stddef.h>

/* malloc, realloc and free. */
extern const cutline_allocator cl_allocator_default;

static inline void *cl_realloc(const cutline_allocator *a, void *old, size_t old_size, size_t new_size) {
    return a->reallocate(a->user, old, old_size, new_size);
}

static inline void cl_free(const cutline_allocator *a, void *block, size_t size) {
    if (block)
        a->release(a->user, block, size);
}

#endif
