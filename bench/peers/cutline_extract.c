/* Ours: a record and its JSON, written to memory, with one context for all pages. Public interface only. */
#include "../peer.h"

#include <cutline.h>
#include <stdlib.h>
#include <string.h>

typedef struct state {
    cutline_context *context;
    char *json;
    size_t size;
    size_t capacity;
} state;

static const char *version(void) {
    return cutline_version();
}

static void *open_state(void) {
    state *const s = calloc(1, sizeof *s);
    if (!s || cutline_context_new(NULL, &s->context))
        abort();
    return s;
}

static void close_state(void *opaque) {
    state *const s = opaque;
    cutline_context_free(s->context);
    free(s->json);
    free(s);
}

static int append(void *opaque, const char *data, size_t size) {
    state *const s = opaque;
    if (s->capacity - s->size < size) {
        const size_t capacity = 2 * (s->size + size);
        char *const grown = realloc(s->json, capacity);
        if (!grown)
            return 1;
        s->json = grown;
        s->capacity = capacity;
    }
    memcpy(s->json + s->size, data, size);
    s->size += size;
    return 0;
}

static bool extract(void *opaque, const char *bytes, size_t size) {
    state *const s = opaque;
    const cutline_record *record = NULL;
    s->size = 0;
    return cutline_context_extract(s->context, bytes, size, NULL, &record, NULL) == CUTLINE_OK &&
           cutline_record_write(record, CUTLINE_FORMAT_JSON, append, s, NULL) == CUTLINE_OK;
}

const bench_peer peer_cutline_extract = {"cutline-extract", version, open_state, extract, NULL, close_state};
