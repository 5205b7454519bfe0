#include "explain.h"

#include <stdint.h>

/* A character of text that is UTF-8, or a byte that is not, as it is; moves `at` behind it. */
static uint32_t next_character(const unsigned char *text, size_t size, size_t *at) {
    const uint32_t c = text[(*at)++];
    const unsigned more = c >= 0xf0 ? 3 : c >= 0xe0 ? 2 : c >= 0xc2 ? 1 : 0;
    if (!more || size - *at < more)
        return c;
    uint32_t value = c & (0x3fu >> more);
    for (unsigned i = 0; i < more; i++) {
        if ((text[*at + i] & 0xc0) != 0x80)
            return c;
        value = value << 6 | (text[*at + i] & 0x3fu);
    }
    *at += more;
    return value;
}

static size_t put_character(char *out, uint32_t c) {
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    const unsigned more = c >= 0x10000 ? 3 : c >= 0x800 ? 2 : 1;
    out[0] = (char)(more == 3 ? 0xf0 | c >> 18 : more == 2 ? 0xe0 | c >> 12 : 0xc0 | c >> 6);
    for (unsigned i = 1; i <= more; i++)
        out[i] = (char)(0x80 | (c >> 6 * (more - i) & 0x3f));
    return more + 1;
}

static bool is_space(uint32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xa0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000;
}

/* The small letter, by Unicode's simple case folding, of the alphabets that have capitals in common use. */
static uint32_t small(uint32_t c) {
    if ((c >= 'A' && c <= 'Z') || (c >= 0xc0 && c <= 0xde && c != 0xd7) || (c >= 0x391 && c <= 0x3ab && c != 0x3a2) ||
        (c >= 0x410 && c <= 0x42f))
        return c + 32;
    if ((c >= 0x100 && c <= 0x137 && c != 0x130 && c != 0x131) || (c >= 0x14a && c <= 0x177) ||
        (c >= 0x460 && c <= 0x481) || (c >= 0x48a && c <= 0x4bf) || (c >= 0x4d0 && c <= 0x52f) ||
        (c >= 0x1e00 && c <= 0x1e95) || (c >= 0x1ea0 && c <= 0x1eff) || (c >= 0x1a0 && c <= 0x1a5))
        return c | 1;
    if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17e) || (c >= 0x4c1 && c <= 0x4ce) || c == 0x1af)
        return c & 1 ? c + 1 : c;
    if (c >= 0x400 && c <= 0x40f)
        return c + 80;
    if (c >= 0x531 && c <= 0x556)
        return c + 48;
    switch (c) {
    case 0x130: /* dotted I */
        return 'i';
    case 0x178:
        return 0xff;
    case 0x386:
        return 0x3ac;
    case 0x388:
    case 0x389:
    case 0x38a:
        return c + 37;
    case 0x38c:
        return 0x3cc;
    case 0x38e:
    case 0x38f:
        return c + 63;
    case 0x3c2: /* final sigma */
        return 0x3c3;
    default:
        return c;
    }
}

/* Marks that keyboards have one of and typesetters many. */
static uint32_t plain(uint32_t c) {
    if (c == 0x2018 || c == 0x2019 || c == 0x201a || c == 0x201b || c == 0x2032)
        return '\'';
    if ((c >= 0x201c && c <= 0x201f) || c == 0xab || c == 0xbb || c == 0x2033)
        return '"';
    return c >= 0x2010 && c <= 0x2015 ? '-' : small(c);
}

char *cli_fold(const char *text, size_t size) {
    /* No character is folded to a longer one. */
    char *const out = cli_allocate(NULL, size + 1);
    size_t at = 0, used = 0;
    bool space = false;
    while (at < size) {
        const size_t begin = at;
        const uint32_t c = next_character((const unsigned char *)text, size, &at);
        if (is_space(c)) {
            space = used > 0;
            continue;
        }
        if (!c || (c >= 0x80 && at - begin == 1))
            continue; /* neither a NUL nor a byte that is no character can be looked for */
        if (space)
            out[used++] = ' ';
        space = false;
        used += put_character(out + used, plain(c));
    }
    out[used] = '\0';
    return out;
}
