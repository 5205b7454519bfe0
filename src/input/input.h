/* Files and standard input to the bytes of a page.
 *
 * In: a path. Out: the bytes, unpacked where they were gzip, zstd or brotli; and, for the extraction, what bytes are
 * that are no page.
 *
 *   read.c    a file or a pipe into one buffer, by read(): a file that shrinks meanwhile is a short page, not a SIGBUS
 *   unpack.h  what the unpackers share; gzip.c zstd.c brotli.c
 *   sniff.c   PDF, pictures, archives, programs
 *
 * The buffers, and zstd's state, are kept from page to page. */
#ifndef CL_INPUT_INPUT_H
#define CL_INPUT_INPUT_H

#include "base/slice.h"
#include "base/vector.h"

#include <stdint.h>

typedef struct cl_input_limits {
    uint64_t page_bytes;   /* CUTLINE_LIMIT_PAGE_BYTES; 0: the default */
    uint64_t unpack_ratio; /* CUTLINE_LIMIT_UNPACK_RATIO; 0: the default */
} cl_input_limits;

/* The memory of reading. */
typedef struct cl_input {
    const cutline_allocator *allocator;
    cl_buffer file;     /* as read */
    cl_buffer unpacked; /* where it was packed */
    void *zstd;         /* ZSTD_DCtx, made when first needed */
} cl_input;

void cl_input_init(cl_input *input, const cutline_allocator *allocator);
void cl_input_free(cl_input *input);

/* Opens a file for reading: *fd. CUTLINE_E_IO with system_errno, for a directory as well. "-" is no special name here.
 */
cutline_status cl_input_open(const char *path, int *fd, cutline_error *error);

/* Reads all of `fd` and unpacks it. `path` is only asked for its ending (".br"). `bytes` are good until the next call.
 * Fails with CUTLINE_E_IO, _LIMIT, _NOMEM; and with _DAMAGED, where `bytes` are what was unpacked before the damage. */
cutline_status cl_input_read(
    cl_input *input, int fd, const char *path, const cl_input_limits *limits, cl_slice *bytes, cutline_error *error);

/* What the bytes are where they are no page ("a PDF document, ..."), a constant; NULL where they may be one. `encoded`:
 * an encoding is known from outside (UTF-16, say), so that control bytes tell nothing. */
const char *cl_sniff_binary(const char *bytes, size_t size, bool encoded);
/* What it gives (this very pointer) for binary bytes of a kind that it does not know. */
extern const char cl_sniff_unknown[];

#endif
