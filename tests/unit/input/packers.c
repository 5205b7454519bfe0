#include "packers.h"

#include <brotli/encode.h>
#include <stdlib.h>
#include <zlib.h>
#include <zstd.h>

static char *room(packed *to, size_t more) {
    to->data = realloc(to->data, to->size + more + 1);
    if (!to->data)
        abort();
    return to->data + to->size;
}

void pack_gzip(packed *to, const char *bytes, size_t size) {
    z_stream z = {.zalloc = NULL};
    if (deflateInit2(&z, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY) != Z_OK)
        abort();
    const size_t bound = size + size / 1000 + 128;
    z.next_out = (unsigned char *)room(to, bound);
    z.avail_out = (unsigned)bound;
    z.next_in = (unsigned char *)(size_t)bytes;
    z.avail_in = (unsigned)size;
    if (deflate(&z, Z_FINISH) != Z_STREAM_END)
        abort();
    to->size += z.total_out;
    deflateEnd(&z);
}

void pack_zstd(packed *to, const char *bytes, size_t size) {
    const size_t bound = ZSTD_compressBound(size);
    const size_t got = ZSTD_compress(room(to, bound), bound, bytes, size, 3);
    if (ZSTD_isError(got))
        abort();
    to->size += got;
}

void pack_brotli(packed *to, const char *bytes, size_t size) {
    size_t got = BrotliEncoderMaxCompressedSize(size) + 64;
    uint8_t *const out = (uint8_t *)room(to, got);
    if (!BrotliEncoderCompress(5, 22, BROTLI_MODE_TEXT, size, (const uint8_t *)bytes, &got, out))
        abort();
    to->size += got;
}

void pack_plain(packed *to, const char *bytes, size_t size) {
    memcpy(room(to, size), bytes, size);
    to->size += size;
}

void pack_zstd_bomb(packed *to, size_t blocks) {
    /* RFC 8878, section 3.1.1: magic number, a descriptor that says nothing of the size, a window of 128 KiB. */
    pack_plain(to, "\x28\xb5\x2f\xfd\x00\x38", 6);
    for (size_t i = 0; i < blocks; i++) {
        /* Block header: last block in bit 0, type 1 (RLE) in bits 1 and 2, size above. */
        const unsigned header = (128u << 10) << 3 | 1u << 1 | (i + 1 == blocks);
        const char block[4] = {(char)(header & 0xff), (char)(header >> 8 & 0xff), (char)(header >> 16), 'a'};
        pack_plain(to, block, sizeof block);
    }
}

void packed_free(packed *p) {
    free(p->data);
    *p = (packed){NULL, 0};
}
