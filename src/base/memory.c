#include "base/memory.h"

#include <stdlib.h>

static void *default_reallocate(void *user, void *old, size_t old_size, size_t new_size) {
    (void)user;
    (void)old_size;
    return realloc(old, new_size);
}

static void default_release(void *user, void *block, size_t size) {
    (void)user;
    (void)size;
    free(block);
}

const cutline_allocator cl_allocator_default = {default_reallocate, default_release, NULL};
