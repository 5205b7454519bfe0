/* Decoders that need no big table: UTF-8 (Encoding Standard, section 8), single-byte encodings (9), and those of the
 * section on legacy miscellaneous encodings (14). */
#include "encoding/decoders.h"

/* After an error, so many bytes are looked at one by one before a kernel is asked again: bytes that are wrong all over
 * would otherwise start one for each of them. */
#define CALM_BYTES 64u

char *cl_step_utf8(cl_sink *sink, cl_source *in, size_t end, char *out) {
    while (in->at < end) {
        /* Three bytes more, so that a code point across the end is whole. */
        const size_t near = in->size - end > 3 ? end + 3 : in->size;
        const size_t valid = sink->kernels->utf8(in->bytes + in->at, near - in->at);
        memcpy(out, in->bytes + in->at, valid);
        out += valid;
        in->at += valid;
        for (size_t calm = 0; calm < CALM_BYTES && in->at < end;) {
            bool bad;
            const size_t size = cl_utf8_next(in->bytes + in->at, in->size - in->at, &bad);
            if (bad) {
                out = cl_put_error(sink, out);
                calm = 0;
            } else {
                memcpy(out, in->bytes + in->at, size);
                out += size;
                calm += size;
            }
            in->at += size;
        }
    }
    return out;
}

char *cl_step_single_byte(cl_sink *sink, cl_source *in, size_t end, char *out) {
    const uint16_t *const high = in->encoding->high;
    while (in->at < end) {
        const unsigned char byte = in->bytes[in->at];
        if (byte < 0x80) {
            out = cl_copy_ascii(sink, in, end, out);
            continue;
        }
        in->at++;
        out = high[byte - 0x80] ? cl_put_point(out, high[byte - 0x80]) : cl_put_error(sink, out);
    }
    return out;
}

char *cl_step_user_defined(cl_sink *sink, cl_source *in, size_t end, char *out) {
    while (in->at < end) {
        const unsigned char byte = in->bytes[in->at];
        if (byte < 0x80) {
            out = cl_copy_ascii(sink, in, end, out);
            continue;
        }
        in->at++;
        out = cl_put_point(out, 0xF780u + byte - 0x80u);
    }
    return out;
}

char *cl_step_replacement(cl_sink *sink, cl_source *in, size_t end, char *out) {
    (void)end;
    in->at = in->size;
    return cl_put_error(sink, out);
}

/* The shared UTF-16 decoder; `high` is where the more significant byte of a unit is, 0 or 1. */
static char *step_utf16(cl_sink *sink, cl_source *in, size_t end, char *out, size_t high) {
    while (in->at < end) {
        const unsigned char *const p = in->bytes + in->at;
        const size_t left = in->size - in->at;
        const uint32_t unit = left < 2 ? 0 : (uint32_t)p[high] << 8 | p[1 - high];
        const bool lead = unit >= 0xD800 && unit <= 0xDBFF;
        if (left < 2 || (lead && left < 4)) {
            in->at = in->size; /* one error, whatever of a character is left at the end */
            return cl_put_error(sink, out);
        }
        in->at += 2;
        if (unit < 0xD800 || unit > 0xDFFF) {
            out = cl_put_point(out, unit);
            continue;
        }
        const uint32_t next = lead ? (uint32_t)p[2 + high] << 8 | p[3 - high] : 0;
        if (next < 0xDC00 || next > 0xDFFF) {
            out = cl_put_error(sink, out);
            continue;
        }
        in->at += 2;
        out = cl_put_point(out, 0x10000u + ((unit - 0xD800u) << 10) + (next - 0xDC00u));
    }
    return out;
}

char *cl_step_utf16be(cl_sink *sink, cl_source *in, size_t end, char *out) {
    return step_utf16(sink, in, end, out, 0);
}

char *cl_step_utf16le(cl_sink *sink, cl_source *in, size_t end, char *out) {
    return step_utf16(sink, in, end, out, 1);
}
