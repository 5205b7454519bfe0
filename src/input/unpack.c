#include "input/unpack.h"

#include "base/checked.h"
#include "base/limits.h"
#include "base/status.h"

#define FIRST_ROOM ((size_t)64 << 10)

size_t cl_unpack_room(cl_unpack *unpack) {
    cl_buffer *const out = unpack->out;
    if (out->count == out->capacity) {
        /* Markup packs to about a fifth; growing by half from there. The limit plus one: a byte too many is how it is
         * seen. */
        size_t want = 0, first = 0;
        if (!cl_add(out->capacity, out->capacity / 2, &want))
            return 0;
        if (!cl_mul(unpack->packed.size, 4, &first) || first < FIRST_ROOM)
            first = FIRST_ROOM;
        if (want < first)
            want = first;
        if (want > unpack->page_bytes + 1)
            want = (size_t)unpack->page_bytes + 1;
        if (want <= out->count || !cl_vector_reserve(unpack->allocator, out, want))
            return 0;
    }
    const size_t room = out->capacity - out->count;
    return room < CL_UNPACK_STEP ? room : CL_UNPACK_STEP;
}

const char *cl_unpack_over(const cl_unpack *unpack, size_t at) {
    const uint64_t size = unpack->out->count;
    if (size > unpack->page_bytes)
        return unpack->page_message;
    /* Of what was read so far, not of the whole: a bomb is known by its first 16 MiB, however many it holds. */
    return size > CL_UNPACK_FREE_BYTES && size / unpack->ratio > at ? unpack->ratio_message : NULL;
}

cutline_status cl_unpack_fail(cutline_status status, size_t at, const char *message, cutline_error *error) {
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
