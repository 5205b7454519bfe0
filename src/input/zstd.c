/* Zstandard (RFC 8878), of one or several frames; skippable frames are skipped. */
#ifdef CL_ZSTD_CUSTOM_MEMORY
/* ZSTD_createDCtx_advanced() is outside of the library's stable interface, but without it zstd allocates past the
 * context's allocator. The build defines this only where the zstd it links has the function; where it has not, zstd's
 * own state (not the page) comes from malloc(). */
#define ZSTD_STATIC_LINKING_ONLY
#endif
#include "input/unpack.h"

#include <zstd.h>
#include <zstd_errors.h>

/* The largest window that is taken: 2^27 bytes, what `zstd -d` takes as well. It bounds what a few bytes can make us
 * allocate. */
#define WINDOW_LOG_MAX 27

/* State that is bigger than this (a window of 8 MiB, zstd's level 19, fits) is not kept for the next page. */
#define KEEP ((size_t)16 << 20)

bool cl_is_zstd(cl_slice bytes) {
    if (bytes.size < 4)
        return false;
    /* A frame, or a skippable frame: 0x184D2A50 to 0x184D2A5F. */
    return memcmp(bytes.data, "\x28\xb5\x2f\xfd", 4) == 0 ||
           (((unsigned char)bytes.data[0] & 0xf0u) == 0x50u && memcmp(bytes.data + 1, "\x2a\x4d\x18", 3) == 0);
}

static ZSTD_DCtx *make(const cutline_allocator *allocator) {
#ifdef CL_ZSTD_CUSTOM_MEMORY
    union {
        const cutline_allocator *given;
        void *opaque;
    } user = {allocator};
    return ZSTD_createDCtx_advanced((ZSTD_customMem){cl_unpack_alloc, cl_unpack_release, user.opaque});
#else
    (void)allocator;
    return ZSTD_createDCtx();
#endif
}

static cutline_status failure(size_t code, size_t at, bool first, cutline_error *error) {
    switch (ZSTD_getErrorCode(code)) {
    case ZSTD_error_memory_allocation:
        return cl_unpack_fail(CUTLINE_E_NOMEM, at, NULL, error);
    case ZSTD_error_frameParameter_windowTooLarge:
        return cl_unpack_fail(CUTLINE_E_LIMIT, at,
            "the zstd window is over its limit of 128 MiB: pack the page again without --long or --ultra", error);
    case ZSTD_error_prefix_unknown:
        if (!first)
            return cl_unpack_fail(CUTLINE_E_DAMAGED, at,
                "the zstd data are followed by something else: what was unpacked is used, the rest left out", error);
        break;
    default:
        break;
    }
    return cl_unpack_fail(
        CUTLINE_E_DAMAGED, at, "the zstd data are damaged: what came before the damage is used", error);
}

static cutline_status frames(ZSTD_DCtx *context, cl_unpack *u, cutline_error *error) {
    ZSTD_inBuffer in = {u->packed.data, u->packed.size, 0};
    for (bool first = true;;) {
        const size_t room = cl_unpack_room(u);
        if (!room)
            return cl_unpack_fail(CUTLINE_E_NOMEM, in.pos, NULL, error);
        ZSTD_outBuffer out = {u->out->at, u->out->count + room, u->out->count};
        const size_t left = ZSTD_decompressStream(context, &out, &in);
        u->out->count = out.pos;
        const char *const over = cl_unpack_over(u, in.pos);
        if (over)
            return cl_unpack_fail(CUTLINE_E_LIMIT, in.pos, over, error);
        if (ZSTD_isError(left))
            return failure(left, in.pos, first, error);
        if (left == 0) { /* a frame is complete */
            first = false;
            if (cl_unpack_is_padding(cl_slice_of(u->packed.data + in.pos, in.size - in.pos)))
                return CUTLINE_OK;
        } else if (in.pos == in.size && out.pos < out.size) {
            return cl_unpack_fail(CUTLINE_E_DAMAGED, in.pos,
                "the zstd data end too soon: what is there is used, get the whole file", error);
        }
    }
}

cutline_status cl_unpack_zstd(cl_unpack *unpack, void **state, cutline_error *error) {
    if (!*state)
        *state = make(unpack->allocator);
    ZSTD_DCtx *const context = *state;
    if (!context)
        return cl_unpack_fail(CUTLINE_E_NOMEM, 0, NULL, error);
    ZSTD_DCtx_reset(context, ZSTD_reset_session_only);
    ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, WINDOW_LOG_MAX);
    const cutline_status status = frames(context, unpack, error);
    if (ZSTD_sizeof_DCtx(context) > KEEP) {
        ZSTD_freeDCtx(context);
        *state = NULL;
    }
    return status;
}

void cl_unpack_zstd_free(void *state) {
    ZSTD_freeDCtx(state);
}
