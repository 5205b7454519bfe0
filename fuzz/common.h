/* What the fuzzers share: their input's first bytes as choices, memory that may run out, and the end of it all. */
#ifndef FUZZ_COMMON_H
#define FUZZ_COMMON_H

#include "base/vector.h"
#include "invariants.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Says what went wrong and stops, which libFuzzer takes for a crash. */
#define FUZZ_CHECK(condition, what)                                                                                    \
    do {                                                                                                               \
        if (!(condition)) {                                                                                            \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, (what));                                                \
            abort();                                                                                                   \
        }                                                                                                              \
    } while (0)

/* The next byte of the choices, 0 where there is none. */
static inline uint8_t fuzz_choice(const uint8_t **data, size_t *size) {
    if (!*size)
        return 0;
    --*size;
    return *(*data)++;
}

/* An allocator whose nth call fails and which counts what is out. */
typedef struct fuzz_memory {
    size_t calls, fail_at; /* 0: never */
    bool failed;
    size_t live;
} fuzz_memory;

static inline void *fuzz_reallocate(void *user, void *old, size_t old_size, size_t new_size) {
    fuzz_memory *const m = user;
    (void)old_size;
    if (++m->calls == m->fail_at) {
        m->failed = true;
        return NULL;
    }
    void *const block = realloc(old, new_size ? new_size : 1);
    m->live += block && !old;
    return block;
}

static inline void fuzz_release(void *user, void *block, size_t size) {
    fuzz_memory *const m = user;
    (void)size;
    m->live--;
    free(block);
}

static inline cutline_allocator fuzz_allocator(fuzz_memory *memory) {
    return (cutline_allocator){fuzz_reallocate, fuzz_release, memory};
}

/* A writer into a cl_buffer. */
static inline int fuzz_append(void *user, const char *data, size_t size) {
    return !cl_buffer_put(&cl_allocator_default, user, data, size);
}

/* The decoder gives the parser nothing but UTF-8: what is none is cut out here. */
static inline cl_slice fuzz_utf8_of(const uint8_t *data, size_t size, cl_buffer *copy) {
    const char *const bytes = (const char *)data;
    if (cl_is_valid_utf8(bytes, size))
        return cl_slice_of(bytes, size);
    copy->count = 0;
    for (size_t i = 0; i < size; i++)
        FUZZ_CHECK(cl_buffer_put(&cl_allocator_default, copy, (data[i] & 0x80) ? "\xC3\xA9" : &bytes[i],
                       (data[i] & 0x80) ? 2 : 1),
            "no memory");
    return cl_slice_of(copy->at, copy->count);
}

#endif
