/* Brotli (RFC 7932). It has no magic bytes and no checksum. */
#include "input/unpack.h"

#include <brotli/decode.h>

static bool is_memory(BrotliDecoderErrorCode code) {
    return code <= BROTLI_DECODER_ERROR_ALLOC_CONTEXT_MODES && code >= BROTLI_DECODER_ERROR_ALLOC_BLOCK_TYPE_TREES;
}

/* One call of the decoder: moves *at and the output on. */
static BrotliDecoderResult step(BrotliDecoderState *state, cl_unpack *u, size_t *at, size_t room) {
    size_t in_left = u->packed.size - *at;
    const size_t given = room;
    const uint8_t *in = (const uint8_t *)u->packed.data + *at;
    uint8_t *out = (uint8_t *)u->out->at + u->out->count;
    const BrotliDecoderResult result = BrotliDecoderDecompressStream(state, &in_left, &in, &room, &out, NULL);
    *at = u->packed.size - in_left;
    u->out->count += given - room;
    return result;
}

static cutline_status stream(BrotliDecoderState *state, cl_unpack *u, cutline_error *error) {
    for (size_t at = 0;;) {
        const size_t room = cl_unpack_room(u);
        if (!room)
            return cl_unpack_fail(CUTLINE_E_NOMEM, at, NULL, error);
        const BrotliDecoderResult result = step(state, u, &at, room);
        const char *const over = cl_unpack_over(u, at);
        if (over)
            return cl_unpack_fail(CUTLINE_E_LIMIT, at, over, error);
        switch (result) {
        case BROTLI_DECODER_RESULT_SUCCESS:
            if (at < u->packed.size)
                return cl_unpack_fail(CUTLINE_E_DAMAGED, at,
                    "the brotli data are followed by something else: what was unpacked is used, the rest left out",
                    error);
            return CUTLINE_OK;
        case BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT:
            break;
        case BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT:
            return cl_unpack_fail(CUTLINE_E_DAMAGED, at,
                "the brotli data end too soon: what is there is used, get the whole file", error);
        case BROTLI_DECODER_RESULT_ERROR:
        default:
            if (is_memory(BrotliDecoderGetErrorCode(state)))
                return cl_unpack_fail(CUTLINE_E_NOMEM, at, NULL, error);
            return cl_unpack_fail(
                CUTLINE_E_DAMAGED, at, "the brotli data are damaged: what came before the damage is used", error);
        }
    }
}

cutline_status cl_unpack_brotli(cl_unpack *unpack, cutline_error *error) {
    /* brotli's parameter is not const; what it points to is only read. */
    union {
        const cutline_allocator *given;
        void *opaque;
    } user = {unpack->allocator};
    BrotliDecoderState *const state = BrotliDecoderCreateInstance(cl_unpack_alloc, cl_unpack_release, user.opaque);
    if (!state)
        return cl_unpack_fail(CUTLINE_E_NOMEM, 0, NULL, error);
    const cutline_status status = stream(state, unpack, error);
    BrotliDecoderDestroyInstance(state);
    return status;
}
