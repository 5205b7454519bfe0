/* Contexts that wait for the next page. Taking one and giving it back are single atomic steps, so that any thread may
 * do it with or without the interpreter's lock, and a fork in between leaves nothing locked. */
#ifndef CUTLINE_PYTHON_POOL_H
#define CUTLINE_PYTHON_POOL_H

#include <cutline.h>
#include <stdatomic.h>
#include <stddef.h>

enum {
    POOL_SLOTS = 32,        /* more threads than that make contexts anew */
    POOL_PAGE_MAX = 4 << 20 /* bytes: a context that has seen a longer page is freed, so that memory stays flat */
};

typedef struct pool {
    _Atomic(cutline_context *) slots[POOL_SLOTS];
    atomic_size_t holders; /* the module, trees, and threads at work: any of them may be the last when Python ends */
} pool;

/* An empty pool with one holder; NULL where there is no memory. */
pool *pool_new(void);
pool *pool_hold(pool *p);
/* The last holder frees it. NULL is fine. */
void pool_release(pool *p);

/* A context of the pool, or a new one; NULL where there is no memory. */
cutline_context *pool_take(pool *p);
/* Gives it back. `page_size`: of the longest page it was used for since. */
void pool_give(pool *p, cutline_context *context, size_t page_size);

#endif
