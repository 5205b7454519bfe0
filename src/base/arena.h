/* The arena: memory that is handed out piece by piece and given back all at once.
 *
 *   first                                   current (being filled)
 *   +--------+----------------------+       +--------+------------+-----------+
 *   | header | used ............... | ----> | header | used ..... | free .... | ----> (kept from an earlier page)
 *   +--------+----------------------+       +--------+------------+-----------+
 *
 * One page, one reset: cl_arena_reset() keeps the blocks, so that the next page allocates nothing. Blocks that only
 * an unusually big page needed are given back then. Pointers stay good until the reset: nothing is ever moved. */
#ifndef CL_BASE_ARENA_H
#define CL_BASE_ARENA_H

#include "base/memory.h"
#include "base/slice.h"

typedef struct cl_arena_block cl_arena_block;

typedef struct cl_arena {
    const cutline_allocator *allocator;
    cl_arena_block *first;
    cl_arena_block *current;
    char *at;  /* next free byte of the current block */
    char *end; /* end of the current block */
} cl_arena;

void cl_arena_init(cl_arena *arena, const cutline_allocator *allocator);
void cl_arena_reset(cl_arena *arena);
void cl_arena_free(cl_arena *arena);

void *cl_arena_grow(cl_arena *arena, size_t size);

/* `size` bytes aligned to 16, uninitialised; NULL where there is no memory. */
static inline void *cl_arena_alloc(cl_arena *arena, size_t size) {
    const size_t left = (size_t)(arena->end - arena->at);
    if (size > left || left - size < 15)
        return cl_arena_grow(arena, size);
    void *const p = arena->at;
    arena->at += (size + 15) & ~(size_t)15;
    return p;
}

/* `count` elements of `size` bytes, zeroed; NULL where there is no memory or the product overflows. */
void *cl_arena_array(cl_arena *arena, size_t count, size_t size);

/* A copy in the arena; the absent slice where there is no memory. */
cl_slice cl_arena_copy(cl_arena *arena, cl_slice s);

#endif
