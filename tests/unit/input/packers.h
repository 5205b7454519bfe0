/* Packed bytes for the tests, made by the libraries that pack them. */
#ifndef TESTS_INPUT_PACKERS_H
#define TESTS_INPUT_PACKERS_H

#include "base/slice.h"

typedef struct packed {
    char *data;
    size_t size;
} packed;

/* Adds to what is there, so that several members are several calls. */
void pack_gzip(packed *to, const char *bytes, size_t size);
void pack_zstd(packed *to, const char *bytes, size_t size);
void pack_brotli(packed *to, const char *bytes, size_t size);
void pack_plain(packed *to, const char *bytes, size_t size);
/* A zstd frame of blocks that repeat one byte: four bytes for 128 KiB. */
void pack_zstd_bomb(packed *to, size_t blocks);
void packed_free(packed *p);

#endif
