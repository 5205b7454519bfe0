/* Encoding Standard, sections 10 (GBK, gb18030) and 11 (Big5). */
#include "encoding/decoders.h"

#include "gb18030_data.inc"
#include "big5_data.inc"

/* "index gb18030 ranges code point"; 0 for null. */
static uint32_t range_point(uint32_t pointer) {
    if ((pointer > 39419 && pointer < 189000) || pointer > 1237575)
        return 0;
    if (pointer == 7457)
        return 0xE7C7;
    if (pointer >= 189000)
        return 0x10000u + pointer - 189000u;
    size_t low = 0, high = sizeof range_pointers / sizeof range_pointers[0];
    while (high - low > 1) { /* range_pointers[low] <= pointer */
        const size_t middle = low + (high - low) / 2;
        if (range_pointers[middle] <= pointer)
            low = middle;
        else
            high = middle;
    }
    return (uint32_t)range_points[low] + pointer - range_pointers[low];
}

/* Four bytes, of which the second is a digit (gb18030 decoder, steps 3 and 4 and what leads there). */
static char *four_bytes(cl_sink *sink, cl_source *in, char *out) {
    const unsigned char *const p = in->bytes + in->at;
    const size_t left = in->size - in->at;
    if (left > 2 && (p[2] < 0x81 || p[2] > 0xFE)) {
        in->at += 1;
        return cl_put_error(sink, out);
    }
    if (left < 4) {
        in->at = in->size;
        return cl_put_error(sink, out);
    }
    if (p[3] < 0x30 || p[3] > 0x39) {
        in->at += 1;
        return cl_put_error(sink, out);
    }
    const uint32_t point =
        range_point(((p[0] - 0x81u) * 10u + (p[1] - 0x30u)) * 1260u + (p[2] - 0x81u) * 10u + (p[3] - 0x30u));
    in->at += 4;
    return point ? cl_put_point(out, point) : cl_put_error(sink, out);
}

char *cl_step_gb18030(cl_sink *sink, cl_source *in, size_t end, char *out) {
    while (in->at < end) {
        const unsigned char lead = in->bytes[in->at];
        if (lead < 0x80) {
            out = cl_copy_ascii(sink, in, end, out);
            continue;
        }
        if (lead == 0x80 || lead == 0xFF || in->size - in->at < 2) {
            in->at++;
            out = lead == 0x80 ? cl_put_point(out, 0x20AC) : cl_put_error(sink, out);
            continue;
        }
        const unsigned char trail = in->bytes[in->at + 1];
        if (trail >= 0x30 && trail <= 0x39) {
            out = four_bytes(sink, in, out);
            continue;
        }
        uint32_t point = 0;
        if (trail >= 0x40 && trail != 0x7F && trail != 0xFF)
            point = gb18030[(lead - 0x81u) * 190u + trail - (trail < 0x7F ? 0x40u : 0x41u)];
        out = cl_put_pair(sink, in, point, out);
    }
    return out;
}

/* The code point of a pointer of index Big5, 0 for none. */
static uint32_t big5_point(uint32_t pointer) {
    if (pointer < BIG5_FIRST)
        return 0;
    const uint32_t i = pointer - BIG5_FIRST;
    return big5[i] | (big5_astral[i / 8] >> (i % 8) & 1u) << 17;
}

char *cl_step_big5(cl_sink *sink, cl_source *in, size_t end, char *out) {
    while (in->at < end) {
        const unsigned char lead = in->bytes[in->at];
        if (lead < 0x80) {
            out = cl_copy_ascii(sink, in, end, out);
            continue;
        }
        if (lead == 0x80 || lead == 0xFF || in->size - in->at < 2) {
            in->at++;
            out = cl_put_error(sink, out);
            continue;
        }
        const unsigned char trail = in->bytes[in->at + 1];
        uint32_t pointer = 0;
        if ((trail >= 0x40 && trail <= 0x7E) || (trail >= 0xA1 && trail <= 0xFE))
            pointer = (lead - 0x81u) * 157u + trail - (trail < 0x7F ? 0x40u : 0x62u);
        if (pointer == 1133 || pointer == 1135 || pointer == 1164 || pointer == 1166) {
            /* Two code points: a letter and a combining macron or caron. */
            out = cl_put_point(out, pointer < 1164 ? 0xCA : 0xEA);
            out = cl_put_point(out, pointer == 1133 || pointer == 1164 ? 0x304 : 0x30C);
            in->at += 2;
            continue;
        }
        out = cl_put_pair(sink, in, big5_point(pointer), out);
    }
    return out;
}
