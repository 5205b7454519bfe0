/* A vector: elements of one type, one after the other, grown by half.
 *
 * CL_VECTOR(type) declares the structure; the macros work on any such. A vector may move when it grows: keep indices,
 * not pointers. cl_vector_clear() keeps the memory for the next page unless it is much more than was needed. */
#ifndef CL_BASE_VECTOR_H
#define CL_BASE_VECTOR_H

#include "base/memory.h"
#include "base/slice.h"

#define CL_VECTOR(type)                                                                                                \
    struct {                                                                                                           \
        type *at;                                                                                                      \
        size_t count;                                                                                                  \
        size_t capacity;                                                                                               \
    }

/* Makes room for `count` elements of `size` bytes in all; false where there is no memory (nothing has changed then).
 * `at` is the address of the vector's pointer. */
bool cl_vector_reserve_(const cutline_allocator *a, void *at, size_t *capacity, size_t count, size_t size);
/* Room for `more` beyond `count`, growing by half. */
bool cl_vector_grow_(const cutline_allocator *a, void *at, size_t *capacity, size_t count, size_t more, size_t size);
/* Gives back what is above `keep_bytes` where less than a quarter of it was used. */
void cl_vector_trim_(const cutline_allocator *a, void *at, size_t *capacity, size_t used, size_t size);

#define cl_vector_reserve(a, v, n) cl_vector_reserve_((a), &(v)->at, &(v)->capacity, (n), sizeof *(v)->at)
#define cl_vector_grow(a, v, more) cl_vector_grow_((a), &(v)->at, &(v)->capacity, (v)->count, (more), sizeof *(v)->at)
/* Whether there is room for one more; makes it where not. */
#define cl_vector_room(a, v) ((v)->count < (v)->capacity || cl_vector_grow((a), (v), 1))
#define cl_vector_clear(a, v)                                                                                          \
    (cl_vector_trim_((a), &(v)->at, &(v)->capacity, (v)->count, sizeof *(v)->at), (void)((v)->count = 0))
#define cl_vector_free(a, v)                                                                                           \
    (cl_free((a), (v)->at, (v)->capacity * sizeof *(v)->at), (v)->at = NULL, (void)((v)->count = (v)->capacity = 0))

/* Bytes being put together. */
typedef CL_VECTOR(char) cl_buffer;

static inline bool cl_buffer_put(const cutline_allocator *a, cl_buffer *b, const char *data, size_t size) {
    if (b->capacity - b->count < size && !cl_vector_grow(a, b, size))
        return false;
    if (size)
        memcpy(b->at + b->count, data, size);
    b->count += size;
    return true;
}

#endif
