/* What the unpackers share: one packed slice in, one growing buffer out, which both limits are looked at for. */
#ifndef CL_INPUT_UNPACK_H
#define CL_INPUT_UNPACK_H

#include "input/input.h"

typedef struct cl_unpack {
    const cutline_allocator *allocator;
    cl_slice packed;
    cl_buffer *out;
    uint64_t page_bytes; /* both limits; the messages name them */
    uint64_t ratio;
    const char *page_message;
    const char *ratio_message;
} cl_unpack;

/* So much is unpacked at a time, before the limits are looked at again. */
#define CL_UNPACK_STEP ((size_t)4 << 20)

/* Room in `out`: at least one byte, CL_UNPACK_STEP at most. 0 where there is no memory. */
size_t cl_unpack_room(cl_unpack *unpack);
/* Which limit was passed, now that the packed bytes were read up to `at`; NULL: none. */
const char *cl_unpack_over(const cl_unpack *unpack, size_t at);
cutline_status cl_unpack_fail(cutline_status status, size_t at, const char *message, cutline_error *error);

/* Whether what follows the last member or frame is padding: zeros, as tapes and block devices leave them. */
bool cl_unpack_is_padding(cl_slice rest);

/* malloc and free as the libraries call them, on the context's allocator (`user`). */
void *cl_unpack_alloc(void *user, size_t size);
void cl_unpack_release(void *user, void *block);

bool cl_is_gzip(cl_slice bytes);
bool cl_is_zstd(cl_slice bytes);

/* Each unpacks all of `packed` into `out`. CUTLINE_E_DAMAGED leaves in `out` what came before the damage. */
cutline_status cl_unpack_gzip(cl_unpack *unpack, cutline_error *error);
cutline_status cl_unpack_zstd(cl_unpack *unpack, void **state, cutline_error *error);
cutline_status cl_unpack_brotli(cl_unpack *unpack, cutline_error *error);

/* Gives back what cl_unpack_zstd() kept in `state`. */
void cl_unpack_zstd_free(void *state);

#endif
