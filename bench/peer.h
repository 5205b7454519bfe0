/* A peer: one parser, as the driver times it.
 *
 * `parse` is what is timed: bytes in memory to a whole tree, with whatever it takes to be ready for the next page. The
 * tree stays until the next `parse` or `close`, so that `count` can look at it. */
#ifndef BENCH_PEER_H
#define BENCH_PEER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What stands in a tree: two parsers that count alike have built the same. Contents of templates are counted. */
typedef struct bench_count {
    uint64_t elements;
    uint64_t attributes;
    uint64_t value_bytes; /* of all attributes */
    uint64_t text_bytes;  /* of all text nodes outside <script> */
    uint64_t script_bytes;
    uint64_t comment_bytes;
} bench_count;

typedef struct bench_peer {
    const char *name;
    const char *(*version)(void);
    void *(*open)(void);
    bool (*parse)(void *state, const char *bytes, size_t size);
    void (*count)(void *state, bench_count *sum); /* adds the last tree; NULL where there is none */
    void (*close)(void *state);
} bench_peer;

extern const bench_peer peer_cutline;
extern const bench_peer peer_cutline_html;
extern const bench_peer peer_cutline_extract;
extern const bench_peer peer_lexbor;
extern const bench_peer peer_lexbor_reused;
extern const bench_peer peer_libxml2;

#endif
