#include "base/arena.h"

#include "base/checked.h"

/* 64 KiB: most pages' derived data fit in a few; ARENA_KEEP is what is kept for the next page. */
#define ARENA_BLOCK ((size_t)64 << 10)
#define ARENA_KEEP  ((size_t)4 << 20)

struct cl_arena_block {
    cl_arena_block *next;
    size_t size; /* of the whole block, header included */
};

#define HEADER ((sizeof(cl_arena_block) + 15) & ~(size_t)15)

void cl_arena_init(cl_arena *arena, const cutline_allocator *allocator) {
    *arena = (cl_arena){.allocator = allocator};
}

static void enter(cl_arena *arena, cl_arena_block *block) {
    arena->current = block;
    arena->at = (char *)block + HEADER;
    arena->end = (char *)block + block->size;
}

void *cl_arena_grow(cl_arena *arena, size_t size) {
    size_t need;
    if (!cl_add(size, HEADER + 15, &need))
        return NULL;
    cl_arena_block *const after = arena->current ? arena->current->next : arena->first;
    if (after && after->size >= need) {
        enter(arena, after);
    } else {
        /* Blocks grow with what is used already, so that a big page has few. */
        size_t want = arena->current ? arena->current->size * 2 : ARENA_BLOCK;
        if (want > ARENA_KEEP)
            want = ARENA_KEEP;
        if (want < need)
            want = need;
        cl_arena_block *const block = cl_realloc(arena->allocator, NULL, 0, want);
        if (!block)
            return NULL;
        block->size = want;
        block->next = after;
        if (arena->current)
            arena->current->next = block;
        else
            arena->first = block;
        enter(arena, block);
    }
    void *const p = arena->at;
    arena->at += (size + 15) & ~(size_t)15;
    return p;
}

void *cl_arena_array(cl_arena *arena, size_t count, size_t size) {
    size_t bytes;
    if (!cl_mul(count, size, &bytes))
        return NULL;
    void *const p = cl_arena_alloc(arena, bytes);
    if (p)
        memset(p, 0, bytes);
    return p;
}

cl_slice cl_arena_copy(cl_arena *arena, cl_slice s) {
    char *const p = cl_arena_alloc(arena, s.size);
    if (!p)
        return CL_SLICE_NONE;
    if (s.size)
        memcpy(p, s.data, s.size);
    return (cl_slice){p, s.size};
}

void cl_arena_reset(cl_arena *arena) {
    size_t kept = 0;
    for (cl_arena_block **link = &arena->first; *link;) {
        cl_arena_block *const block = *link;
        if (kept + block->size > ARENA_KEEP) {
            *link = block->next;
            cl_free(arena->allocator, block, block->size);
        } else {
            kept += block->size;
            link = &block->next;
        }
    }
    arena->current = NULL;
    arena->at = arena->end = NULL;
}

void cl_arena_free(cl_arena *arena) {
    for (cl_arena_block *block = arena->first; block;) {
        cl_arena_block *const next = block->next;
        cl_free(arena->allocator, block, block->size);
        block = next;
    }
    cl_arena_init(arena, arena->allocator);
}
