#include "input/unpack.h"

#include "base/checked.h"
#include "base/status.h"

#define FIRST_ROOM ((size_t)64 << 10)

bool cl_unpack_room(cl_unpack *unpack) {
    cl_buffer *const out = unpack->out;
    if (out->count < out->capacity)
        return true;
    /* Markup packs to about a fifth; growing by half from there. The cap plus one: a byte too many is how it is seen.
     */
    size_t want = 0;
    if (!cl_add(out->capacity, out->capacity / 2, &want))
        return false;
    size_t first = 0;
    if (!cl_mul(unpack->packed.size, 4, &first) || first < FIRST_ROOM)
        first = FIRST_ROOM;
    if (want < first)
        want = first;
    if (want > unpack->cap + 1)
        want = unpack->cap + 1;
    return want > out->count && cl_vector_reserve(unpack->allocator, out, want);
}

cutline_status cl_unpack_fail(
    const cl_unpack *unpack, cutline_status status, size_t at, const char *message, cutline_error *error) {
    if (status == CUTLINE_E_LIMIT && !message)
        message = unpack->cap_message;
    return cl_fail(error, status, CUTLINE_STAGE_INPUT, at, message);
}

bool cl_unpack_is_padding(cl_slice rest) {
    for (size_t i = 0; i < rest.size; i++)
        if (rest.data[i])
            return false;
    return true;
}

/* The libraries free without a size; the allocator wants one: it stands before the block. */
#define HEADER ((size_t)16)

void *cl_unpack_alloc(void *user, size_t size) {
    const cutline_allocator *const a = user;
    size_t whole;
    if (!cl_add(size, HEADER, &whole))
        return NULL;
    char *const block = cl_realloc(a, NULL, 0, whole);
    if (!block)
        return NULL;
    memcpy(block, &whole, sizeof whole);
    return block + HEADER;
}

void cl_unpack_release(void *user, void *block) {
    const cutline_allocator *const a = user;
    if (!block)
        return;
    char *const start = (char *)block - HEADER;
    size_t whole;
    memcpy(&whole, start, sizeof whole);
    cl_free(a, start, whole);
}
