/* Character references (HTML Standard, sections 13.2.5.72 to 13.2.5.80). */
#include "html/tokenizer.h"

#include "base/simd.h"
#include "dom/adjust.h"

#include "entities_data.inc"

static const struct entity *find(const char *name, size_t size) {
    for (uint32_t h = cl_name_hash(name, size) & (ENTITY_SLOTS - 1); entity_slots[h];
         h = (h + 1) & (ENTITY_SLOTS - 1)) {
        const struct entity *const e = &entities[entity_slots[h] - 1];
        if (e->name_size == size && memcmp(entity_names + e->name, name, size) == 0)
            return e;
    }
    return NULL;
}

/* The entity whose name of at most 8 bytes, semicolon and all, stands at `name`, where 8 bytes can be read. */
static const struct entity *find_short(const char *name) {
    const uint64_t ones = UINT64_C(0x0101010101010101), v = cl_load64(name), x = v ^ ones * ';';
    const uint64_t semicolons = (x - ones) & ~x & ones * 0x80;
    if (!semicolons)
        return NULL;
    const unsigned bits = (unsigned)__builtin_ctzll(semicolons) + 1; /* up to and with the first */
    const uint64_t key = bits < 64 ? v & ((UINT64_C(1) << bits) - 1) : v;
    for (uint64_t h = key * UINT64_C(0x9E3779B97F4A7C15) >> (64 - SHORT_BITS); short_slots[h];
         h = (h + 1) & ((1u << SHORT_BITS) - 1))
        if (entities[short_slots[h] - 1].key == key)
            return &entities[short_slots[h] - 1];
    return NULL;
}

static bool is_alnum(char c) {
    return (c >= '0' && c <= '9') || ((unsigned char)(c | 0x20) >= 'a' && (unsigned char)(c | 0x20) <= 'z');
}

static size_t put_utf8(uint32_t c, char out[8]) {
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xC0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xE0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3F));
        out[2] = (char)(0x80 | (c & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3F));
    out[2] = (char)(0x80 | (c >> 6 & 0x3F));
    out[3] = (char)(0x80 | (c & 0x3F));
    return 4;
}

/* "numeric character reference end state": what the number stands for. */
static uint32_t numeric(uint32_t c) {
    static const uint16_t c1[32] = {0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030,
        0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178};
    if (c == 0 || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
        return 0xFFFD;
    return c >= 0x80 && c <= 0x9F ? c1[c - 0x80] : c;
}

static int digit(char c, bool hex) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (!hex)
        return -1;
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static size_t numeric_reference(const char *p, const char *end, char out[8], size_t *size) {
    const char *q = p + 2; /* after "&#" */
    const bool hex = q < end && (*q == 'x' || *q == 'X');
    if (hex)
        q++;
    const char *const first = q;
    uint32_t c = 0;
    for (int d; q < end && (d = digit(*q, hex)) >= 0; q++)
        c = c > 0x10FFFF ? c : c * (hex ? 16u : 10u) + (uint32_t)d;
    if (q == first)
        return 0;
    if (q < end && *q == ';')
        q++;
    *size = put_utf8(numeric(c), out);
    return (size_t)(q - p);
}

size_t cl_character_reference(const char *p, const char *end, bool in_attribute, char out[8], size_t *size) {
    const char *const name = p + 1;
    if (name >= end)
        return 0;
    if (*name == '#')
        return numeric_reference(p, end, out, size);
    /* A name with its semicolon is the longest match there can be. */
    const size_t left = (size_t)(end - name);
    const struct entity *e = left >= 8 ? find_short(name) : NULL;
    if (e) {
        memcpy(out, e->utf8, 8);
        *size = e->size;
        return 1 + (size_t)e->name_size;
    }
    size_t n = 0;
    while (n < left && n < ENTITY_NAME_MAX && is_alnum(name[n]))
        n++;
    if (n > 0 && n < left && name[n] == ';')
        e = find(name, n + 1);
    if (!e) {
        size_t k = n < ENTITY_BARE_MAX ? n : ENTITY_BARE_MAX;
        for (; k >= ENTITY_BARE_MIN && !e; k--)
            e = find(name, k);
        if (!e)
            return 0;
        /* "If the character reference was consumed as part of an attribute, and the last character matched is not a
         * semicolon, and the next input character is = or alphanumeric": for historical reasons, it is text. */
        const char *const after = name + e->name_size;
        if (in_attribute && after < end && (*after == '=' || is_alnum(*after)))
            return 0;
    }
    memcpy(out, e->utf8, 8);
    *size = e->size;
    return 1 + (size_t)e->name_size;
}
