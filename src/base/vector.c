#include "base/vector.h"

#include "base/checked.h"

/* A vector that a page needed less than a quarter of is given back when it is bigger than this. */
#define VECTOR_KEEP ((size_t)8 << 20)

static bool resize(const cutline_allocator *a, void *at, size_t *capacity, size_t count, size_t size) {
    void *old;
    size_t bytes;
    if (!cl_mul(count, size, &bytes))
        return false;
    memcpy(&old, at, sizeof old);
    void *const p = cl_realloc(a, old, *capacity * size, bytes);
    if (!p)
        return false;
    memcpy(at, &p, sizeof p);
    *capacity = count;
    return true;
}

bool cl_vector_reserve_(const cutline_allocator *a, void *at, size_t *capacity, size_t count, size_t size) {
    return count <= *capacity || resize(a, at, capacity, count, size);
}

bool cl_vector_grow_(const cutline_allocator *a, void *at, size_t *capacity, size_t count, size_t more, size_t size) {
    size_t need;
    if (!cl_add(count, more, &need))
        return false;
    if (need <= *capacity)
        return true;
    size_t want = *capacity + *capacity / 2;
    if (want < 16)
        want = 16;
    if (want < need)
        want = need;
    return resize(a, at, capacity, want, size);
}

void cl_vector_trim_(const cutline_allocator *a, void *at, size_t *capacity, size_t used, size_t size) {
    if (*capacity * size <= VECTOR_KEEP || used >= *capacity / 4)
        return;
    void *old;
    memcpy(&old, at, sizeof old);
    cl_free(a, old, *capacity * size);
    memset(at, 0, sizeof old);
    *capacity = 0;
}
