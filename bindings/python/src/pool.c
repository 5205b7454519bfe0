#include "pool.h"

#include <stdlib.h>

pool *pool_new(void) {
    pool *const p = calloc(1, sizeof *p);
    if (p)
        atomic_init(&p->holders, 1);
    return p;
}

pool *pool_hold(pool *p) {
    atomic_fetch_add(&p->holders, 1);
    return p;
}

void pool_release(pool *p) {
    if (!p || atomic_fetch_sub(&p->holders, 1) > 1)
        return;
    for (size_t i = 0; i < POOL_SLOTS; i++)
        cutline_context_free(atomic_load(&p->slots[i]));
    free(p);
}

cutline_context *pool_take(pool *p) {
    for (size_t i = 0; i < POOL_SLOTS; i++) {
        /* Looked at first: a plain read keeps the line shared between threads. */
        if (!atomic_load_explicit(&p->slots[i], memory_order_relaxed))
            continue;
        cutline_context *const context = atomic_exchange(&p->slots[i], NULL);
        if (context)
            return context;
    }
    cutline_context *context = NULL;
    return cutline_context_new(NULL, &context) == CUTLINE_OK ? context : NULL;
}

void pool_give(pool *p, cutline_context *context, size_t page_size) {
    for (size_t i = 0; page_size <= POOL_PAGE_MAX && i < POOL_SLOTS; i++) {
        cutline_context *none = NULL;
        if (atomic_compare_exchange_strong(&p->slots[i], &none, context))
            return;
    }
    cutline_context_free(context);
}
