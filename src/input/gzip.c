/* gzip (RFC 1952), of one or several members. */
#include "input/unpack.h"

#define ZLIB_CONST
#include <limits.h>
#include <zlib.h>

#define GZIP_WINDOW (15 + 16) /* the widest window, gzip's header and checksum */

bool cl_is_gzip(cl_slice bytes) {
    return bytes.size >= 3 && memcmp(bytes.data, "\x1f\x8b\x08", 3) == 0;
}

static void *gzip_alloc(void *user, unsigned count, unsigned size) {
    return cl_unpack_alloc(user, (size_t)count * size);
}

/* One call of inflate(): moves *at and the output on. */
static int step(z_stream *z, cl_unpack *u, size_t *at, unsigned room) {
    cl_buffer *const out = u->out;
    const size_t in_left = u->packed.size - *at;
    const unsigned in = in_left > UINT_MAX ? UINT_MAX : (unsigned)in_left;
    z->next_in = (const unsigned char *)u->packed.data + *at;
    z->avail_in = in;
    z->next_out = (unsigned char *)out->at + out->count;
    z->avail_out = room;
    const int result = inflate(z, Z_NO_FLUSH);
    *at += in - z->avail_in;
    out->count += room - z->avail_out;
    return result;
}

/* After a member: whether there is another (CUTLINE_OK) or this was the last (CUTLINE_END). */
static cutline_status next_member(z_stream *z, cl_unpack *u, size_t at, cutline_error *error) {
    const cl_slice rest = cl_slice_of(u->packed.data + at, u->packed.size - at);
    if (cl_unpack_is_padding(rest))
        return CUTLINE_END;
    if (!cl_is_gzip(rest))
        return cl_unpack_fail(CUTLINE_E_DAMAGED, at,
            "the gzip data are followed by something else: what was unpacked is used, the rest left out", error);
    inflateReset(z);
    return CUTLINE_OK;
}

static cutline_status members(z_stream *z, cl_unpack *u, cutline_error *error) {
    for (size_t at = 0;;) {
        const size_t room = cl_unpack_room(u);
        if (!room)
            return cl_unpack_fail(CUTLINE_E_NOMEM, at, NULL, error);
        const int result = step(z, u, &at, (unsigned)room);
        const char *const over = cl_unpack_over(u, at);
        if (over)
            return cl_unpack_fail(CUTLINE_E_LIMIT, at, over, error);
        if (result == Z_STREAM_END) {
            const cutline_status more = next_member(z, u, at, error);
            if (more != CUTLINE_OK)
                return more == CUTLINE_END ? CUTLINE_OK : more;
        } else if (result == Z_MEM_ERROR) {
            return cl_unpack_fail(CUTLINE_E_NOMEM, at, NULL, error);
        } else if (result != Z_OK && result != Z_BUF_ERROR) {
            return cl_unpack_fail(
                CUTLINE_E_DAMAGED, at, "the gzip data are damaged: what came before the damage is used", error);
        } else if (at == u->packed.size && z->avail_out) {
            return cl_unpack_fail(
                CUTLINE_E_DAMAGED, at, "the gzip data end too soon: what is there is used, get the whole file", error);
        }
    }
}

cutline_status cl_unpack_gzip(cl_unpack *unpack, cutline_error *error) {
    /* zlib's parameter is not const; what it points to is only read. */
    union {
        const cutline_allocator *given;
        void *opaque;
    } user = {unpack->allocator};
    z_stream z = {.zalloc = gzip_alloc, .zfree = cl_unpack_release, .opaque = user.opaque};
    if (inflateInit2(&z, GZIP_WINDOW) != Z_OK)
        return cl_unpack_fail(CUTLINE_E_NOMEM, 0, NULL, error);
    const cutline_status status = members(&z, unpack, error);
    inflateEnd(&z);
    return status;
}
