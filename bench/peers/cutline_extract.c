/* Ours: a record and its JSON, written to memory, with one context for all pages. Public interface only.
 *
 * The memory is a buffer of a fixed size that is written over and over, as one is that is emptied into a file: what the
 * record needs is measured, not what somebody keeps of its JSON. */
#include "../peer.h"

#include <cutline.h>
#include <stdlib.h>
#include <string.h>

typedef struct state {
    cutline_context *context;
    size_t used;
    char json[1 << 16];
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
    free(s);
}

static int append(void *opaque, const char *data, size_t size) {
    state *const s = opaque;
    while (size) {
        if (s->used == sizeof s->json)
            s->used = 0;
        const size_t room = sizeof s->json - s->used, n = size < room ? size : room;
        memcpy(s->json + s->used, data, n);
        s->used += n;
        data += n;
        size -= n;
    }
    return 0;
}

static bool extract(void *opaque, const char *bytes, size_t size) {
    state *const s = opaque;
    const cutline_record *record = NULL;
    s->used = 0;
    return cutline_context_extract(s->context, bytes, size, NULL, &record, NULL) == CUTLINE_OK &&
           cutline_record_write(record, CUTLINE_FORMAT_JSON, append, s, NULL) == CUTLINE_OK;
}

const bench_peer peer_cutline_extract = {"cutline-extract", version, open_state, extract, NULL, close_state};
