#include "output/uuid.h"

#define FNV_OFFSET UINT64_C(0xcbf29ce484222325)
#define FNV_PRIME  UINT64_C(0x100000001b3)

static uint64_t hash(uint64_t h, cl_slice s) {
    for (size_t i = 0; i < s.size; i++)
        h = (h ^ (unsigned char)s.data[i]) * FNV_PRIME;
    return (h ^ 0xff) * FNV_PRIME;
}

void cl_uuid_add(cl_uuid *u, const cl_record *r) {
    const uint64_t before = u->first ? u->first : FNV_OFFSET;
    u->first = hash(hash(hash(before, r->source.path), r->title), r->text);
    u->second = hash(hash(u->first, r->text), r->title);
}

void cl_put_uuid(cl_writer *w, cl_uuid u) {
    static const char digits[] = "0123456789abcdef";
    char text[36];
    size_t size = 0;
    for (unsigned i = 0; i < 32; i++) {
        if (i == 8 || i == 12 || i == 16 || i == 20)
            text[size++] = '-';
        const unsigned nibble = (unsigned)((i < 16 ? u.first : u.second) >> (60 - 4 * (i & 15))) & 15;
        text[size++] = digits[i == 12 ? 8 : i == 16 ? 8 | (nibble & 3) : nibble];
    }
    cl_put_text(w, "urn:uuid:");
    cl_put(w, text, size);
}
