/* What the unpackers share: one packed slice in, one growing buffer out, one cap over both limits. */
#ifndef CL_INPUT_UNPACK_H
#define CL_INPUT_UNPACK_H

#include "input/input.h"

typedef struct cl_unpack {
    const cutline_allocator *allocator;
    cl_slice packed;
    cl_buffer *out;
    size_t cap;              /* bytes that may come out */
    const char *cap_message; /* which limit that is */
} cl_unpack;

/* Room for at least one more byte in `out`, at most one beyond the cap. false where there is no memory. */
bool cl_unpack_room(cl_unpack *unpack);
static inline bool cl_unpack_over(const cl_unpack *unpack) {
    return unpack->out->count > unpack->cap;
}
cutline_status cl_unpack_fail(
    const cl_unpack *unpack, cutline_status status, size_t at, const char *message, cutline_error *error);

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
