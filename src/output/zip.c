#include "output/zip.h"
#include "base/checked.h"
#include "input/unpack.h"

#include <zlib.h>

#define FILES_MAX  65535u
#define BYTES_MAX  UINT32_C(0xffffffff)
#define DATE_FIRST 0x0021u /* 1980-01-01 as MS-DOS has it */

static unsigned char *put16(unsigned char *at, unsigned value) {
    at[0] = (unsigned char)value;
    at[1] = (unsigned char)(value >> 8);
    return at + 2;
}

static unsigned char *put32(unsigned char *at, uint64_t value) {
    return put16(put16(at, (unsigned)(value & 0xffff)), (unsigned)(value >> 16 & 0xffff));
}

static void put(cl_zip *z, const void *data, size_t size) {
    cl_put(z->w, data, size);
    z->size += size;
}

static void *zip_alloc(void *user, unsigned count, unsigned size) {
    size_t bytes;
    return cl_mul(count, size, &bytes) ? cl_unpack_alloc(user, bytes) : NULL;
}

/* RFC 1951, into z->packed. */
static bool deflate_all(cl_zip *z, cl_slice data) {
    union { /* zlib takes no pointer to what is constant */
        const cutline_allocator *given;
        void *opaque;
    } user = {z->allocator};
    union {
        const char *given;
        unsigned char *bytes;
    } in = {data.data};
    z_stream s = {.zalloc = zip_alloc, .zfree = cl_unpack_release, .opaque = user.opaque};
    if (deflateInit2(&s, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return false;
    const uLong room = deflateBound(&s, (uLong)data.size);
    z->packed.count = 0;
    bool good = room <= BYTES_MAX && cl_vector_reserve(z->allocator, &z->packed, room);
    if (good) {
        s.next_in = in.bytes;
        s.avail_in = (uInt)data.size;
        s.next_out = (unsigned char *)z->packed.at;
        s.avail_out = (uInt)room;
        good = deflate(&s, Z_FINISH) == Z_STREAM_END;
        z->packed.count = s.total_out;
    }
    deflateEnd(&s);
    return good;
}

/* What the header of a file and its entry in the directory have in common: APPNOTE 4.4.3 to 4.4.11. */
static unsigned char *put_about(
    unsigned char *at, bool deflated, uint32_t crc, size_t packed, size_t size, size_t name) {
    at = put16(at, 20); /* version 2.0 unpacks it */
    at = put16(at, 0);
    at = put16(at, deflated ? 8 : 0);
    at = put16(put16(at, 0), DATE_FIRST);
    at = put32(put32(put32(at, crc), packed), size);
    return put16(put16(at, (unsigned)name), 0);
}

cutline_status cl_zip_add(cl_zip *z, const char *name, cl_slice data, bool deflated) {
    const size_t name_size = strlen(name);
    if (z->count >= FILES_MAX || data.size > BYTES_MAX / 2 || z->size > BYTES_MAX / 4)
        return CUTLINE_E_LIMIT;
    if (deflated && !deflate_all(z, data))
        return CUTLINE_E_NOMEM;
    const cl_slice packed = deflated ? cl_slice_of(z->packed.at, z->packed.count) : data;
    const uint32_t crc = (uint32_t)crc32(0, (const unsigned char *)data.data, (uInt)data.size);
    unsigned char local[30], entry[46];
    unsigned char *const at =
        put_about(put16(put32(entry, 0x02014b50), 20), deflated, crc, packed.size, data.size, name_size);
    memset(at, 0, 10); /* comment, disk, attributes */
    put32(at + 10, z->size);
    put_about(put32(local, 0x04034b50), deflated, crc, packed.size, data.size, name_size);
    if (!cl_buffer_put(z->allocator, &z->directory, (const char *)entry, sizeof entry) ||
        !cl_buffer_put(z->allocator, &z->directory, name, name_size))
        return CUTLINE_E_NOMEM;
    put(z, local, sizeof local);
    put(z, name, name_size);
    put(z, packed.data, packed.size);
    z->count++;
    return CUTLINE_OK;
}

void cl_zip_end(cl_zip *z) {
    unsigned char end[22];
    unsigned char *at = put32(put32(end, 0x06054b50), 0);
    at = put16(put16(at, (unsigned)z->count), (unsigned)z->count);
    at = put32(put32(at, z->directory.count), z->size);
    put16(at, 0);
    put(z, z->directory.at, z->directory.count);
    put(z, end, sizeof end);
}

void cl_zip_free(cl_zip *z) {
    cl_vector_free(z->allocator, &z->directory);
    cl_vector_free(z->allocator, &z->packed);
}
