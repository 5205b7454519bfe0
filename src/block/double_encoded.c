#include "block/double_encoded.h"

#include "base/simd.h"

/* Sequences from which on they can't be a chance, such as the ones that "BEYONCÉ’S" has. */
#define SEQUENCES_SURE 8u

/* Windows-1252 from 80 to 9F; what it has no character for stands for itself (Encoding Standard, index-windows-1252).
 */
static const uint16_t windows_1252[32] = {0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030,
    0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178};

/* The byte of windows-1252 that the next character stands for; -1 where there is none. */
static int next_byte(const unsigned char **p, const unsigned char *end) {
    const unsigned char *const s = *p;
    uint32_t c = s[0];
    if (c < 0x80) {
        *p = s + 1;
        return (int)c;
    }
    if (c < 0xE0 && end - s >= 2) {
        c = (c & 0x1F) << 6 | (s[1] & 0x3F);
        *p = s + 2;
    } else if (c < 0xF0 && end - s >= 3) {
        c = (c & 0x0F) << 12 | (uint32_t)(s[1] & 0x3F) << 6 | (s[2] & 0x3F);
        *p = s + 3;
    } else {
        return -1;
    }
    if (c >= 0xA0 && c <= 0xFF)
        return (int)c;
    for (int i = 0; i < 32; i++)
        if (windows_1252[i] == c)
            return 0x80 + i;
    return -1;
}

static const unsigned char *first_beyond_ascii(const unsigned char *p, const unsigned char *end) {
    for (; end - p >= 16; p += 16) {
        const uint32_t ascii = cl_mask(cl_le(cl_load((const char *)p), 0x7F));
        if (ascii != 0xFFFF)
            return p + cl_first(~ascii);
    }
    while (p < end && *p < 0x80)
        p++;
    return p;
}

/* Bytes that follow the first of a sequence of UTF-8; 0: it does not begin one. */
static int following(int first) {
    return first < 0xC2 || first > 0xF4 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
}

/* Whether the first two bytes of a sequence look like nothing else: â€ for quotation marks and dashes; Ã and Â before
 * a sign that is no quotation mark, for letters of Western Europe and the signs themselves. */
static bool telling(int first, int second) {
    return (first == 0xE2 && second == 0x80) || ((first == 0xC2 || first == 0xC3) && second >= 0xA0);
}

/* Surrogates, what is too long for its character, and what is beyond Unicode. */
static bool in_range(int first, int second) {
    switch (first) {
    case 0xE0:
        return second >= 0xA0;
    case 0xED:
        return second < 0xA0;
    case 0xF0:
        return second >= 0x90;
    case 0xF4:
        return second < 0x90;
    default:
        return true;
    }
}

bool cl_double_encoded(cl_slice text) {
    if (!text.size)
        return false;
    const unsigned char *const end = (const unsigned char *)text.data + text.size;
    const unsigned char *p = first_beyond_ascii((const unsigned char *)text.data, end);
    unsigned sequences = 0;
    bool told = false;
    while (p < end) {
        const int first = next_byte(&p, end);
        int left = following(first), second = 0;
        if (first < 0 || (first >= 0x80 && !left))
            return false;
        if (!left)
            continue;
        for (int i = 0; i < left; i++) {
            const int byte = p < end ? next_byte(&p, end) : -1;
            if (byte < 0x80 || byte > 0xBF)
                return false;
            second = i ? second : byte;
        }
        if (!in_range(first, second))
            return false;
        told |= telling(first, second);
        sequences++;
    }
    return told || sequences >= SEQUENCES_SURE;
}

size_t cl_undo_double_encoding(cl_slice text, char *out) {
    const unsigned char *p = (const unsigned char *)text.data;
    const unsigned char *const end = p + text.size;
    size_t size = 0;
    while (p < end) {
        const int byte = next_byte(&p, end);
        if (byte < 0)
            break;
        out[size++] = (char)byte;
    }
    return size;
}
