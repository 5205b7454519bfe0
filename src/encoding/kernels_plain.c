/* Plain C: eight bytes at a time where they are ASCII, else one code point after the other. */
#include "encoding/kernels.h"

#include <stdint.h>
#include <string.h>

size_t cl_ascii_prefix_plain(const unsigned char *bytes, size_t size) {
    size_t at = 0;
    for (; size - at >= 8; at += 8) {
        uint64_t eight;
        memcpy(&eight, bytes + at, 8);
        if (eight & UINT64_C(0x8080808080808080))
            break;
    }
    while (at < size && bytes[at] < 0x80)
        at++;
    return at;
}

size_t cl_utf8_next(const unsigned char *bytes, size_t size, bool *bad) {
    const unsigned char lead = bytes[0];
    *bad = false;
    if (lead < 0x80)
        return 1;
    size_t need;
    unsigned char low = 0x80, high = 0xBF; /* what the second byte may be */
    if (lead >= 0xC2 && lead <= 0xDF) {
        need = 2;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
        need = 3;
        low = lead == 0xE0 ? 0xA0 : 0x80;
        high = lead == 0xED ? 0x9F : 0xBF;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        need = 4;
        low = lead == 0xF0 ? 0x90 : 0x80;
        high = lead == 0xF4 ? 0x8F : 0xBF;
    } else {
        *bad = true;
        return 1;
    }
    for (size_t i = 1; i < need; i++) {
        if (i == size || bytes[i] < low || bytes[i] > high) {
            *bad = true;
            return i;
        }
        low = 0x80;
        high = 0xBF;
    }
    return need;
}

size_t cl_utf8_prefix_plain(const unsigned char *bytes, size_t size) {
    size_t at = 0;
    while (at < size) {
        if (bytes[at] < 0x80) {
            at += cl_ascii_prefix_plain(bytes + at, size - at);
            continue;
        }
        bool bad;
        const size_t step = cl_utf8_next(bytes + at, size - at, &bad);
        if (bad)
            break;
        at += step;
    }
    return at;
}

const cl_kernels cl_kernels_plain = {"plain", cl_ascii_prefix_plain, cl_utf8_prefix_plain};
