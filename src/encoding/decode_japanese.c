/* Encoding Standard, section 12: EUC-JP, ISO-2022-JP, Shift_JIS. */
#include "encoding/decoders.h"

#include "jis_data.inc"

#define HALFWIDTH 0xFF61u /* the first of the halfwidth ones */

static uint32_t jis0208_point(uint32_t pointer) {
    return pointer < sizeof jis0208 / sizeof jis0208[0] ? jis0208[pointer] : 0;
}

static uint32_t jis0212_point(uint32_t pointer) {
    return pointer < sizeof jis0212 / sizeof jis0212[0] ? jis0212[pointer] : 0;
}

static bool is_94(unsigned char byte) {
    return byte >= 0xA1 && byte <= 0xFE;
}

/* 8F and two bytes of index jis0212. */
static char *three_bytes(cl_sink *sink, cl_source *in, char *out) {
    const unsigned char *const p = in->bytes + in->at;
    const size_t left = in->size - in->at;
    if (left < 3) {
        in->at = in->size;
        return cl_put_error(sink, out);
    }
    in->at++; /* the rest is a pair */
    return cl_put_pair(sink, in, is_94(p[2]) ? jis0212_point((p[1] - 0xA1u) * 94u + p[2] - 0xA1u) : 0, out);
}

char *cl_step_euc_jp(cl_sink *sink, cl_source *in, size_t end, char *out) {
    while (in->at < end) {
        const unsigned char lead = in->bytes[in->at];
        if (lead < 0x80) {
            out = cl_copy_ascii(sink, in, end, out);
            continue;
        }
        if ((lead != 0x8E && lead != 0x8F && !is_94(lead)) || in->size - in->at < 2) {
            in->at++;
            out = cl_put_error(sink, out);
            continue;
        }
        const unsigned char trail = in->bytes[in->at + 1];
        if (lead == 0x8F && is_94(trail)) {
            out = three_bytes(sink, in, out);
            continue;
        }
        uint32_t point = 0;
        if (lead == 0x8E && trail >= 0xA1 && trail <= 0xDF)
            point = HALFWIDTH + trail - 0xA1u;
        else if (is_94(lead) && is_94(trail))
            point = jis0208_point((lead - 0xA1u) * 94u + trail - 0xA1u);
        out = cl_put_pair(sink, in, point, out);
    }
    return out;
}

char *cl_step_shift_jis(cl_sink *sink, cl_source *in, size_t end, char *out) {
    while (in->at < end) {
        const unsigned char lead = in->bytes[in->at];
        if (lead < 0x80) {
            out = cl_copy_ascii(sink, in, end, out);
            continue;
        }
        const bool is_lead = (lead >= 0x81 && lead <= 0x9F) || (lead >= 0xE0 && lead <= 0xFC);
        if (!is_lead || in->size - in->at < 2) {
            in->at++;
            if (lead == 0x80)
                out = cl_put_point(out, lead);
            else if (lead >= 0xA1 && lead <= 0xDF)
                out = cl_put_point(out, HALFWIDTH + lead - 0xA1u);
            else
                out = cl_put_error(sink, out);
            continue;
        }
        const unsigned char trail = in->bytes[in->at + 1];
        uint32_t point = 0;
        if (trail >= 0x40 && trail <= 0xFC && trail != 0x7F) {
            const uint32_t pointer =
                (lead - (lead < 0xA0 ? 0x81u : 0xC1u)) * 188u + trail - (trail < 0x7F ? 0x40u : 0x41u);
            /* The range in between is for characters that each end-user defines: private use. */
            point = pointer >= 8836 && pointer <= 10715 ? 0xE000u - 8836u + pointer : jis0208_point(pointer);
        }
        out = cl_put_pair(sink, in, point, out);
    }
    return out;
}

/* States of the ISO-2022-JP decoder, as the standard names them; ASCII is where it starts. */
enum { ASCII = 0, ROMAN, KATAKANA, LEAD_BYTE, TRAIL_BYTE, ESCAPE_START, ESCAPE };

/* The code point of a byte in the states that take one byte, or 0 - 1 for an error. */
static uint32_t iso_single(const cl_iso_2022_jp *iso, unsigned char byte) {
    if (iso->state == KATAKANA)
        return byte >= 0x21 && byte <= 0x5F ? HALFWIDTH + byte - 0x21u : UINT32_MAX;
    if (byte >= 0x80 || byte == 0x0E || byte == 0x0F)
        return UINT32_MAX;
    if (iso->state == ROMAN && byte == 0x5C)
        return 0xA5;
    if (iso->state == ROMAN && byte == 0x7E)
        return 0x203E;
    return byte;
}

/* The states "escape start" and "escape"; `byte` is -1 at the end of the input. */
static char *iso_escape(cl_sink *sink, cl_source *in, int byte, char *out) {
    cl_iso_2022_jp *const iso = &in->iso;
    if (iso->state == ESCAPE_START && (byte == 0x24 || byte == 0x28)) {
        iso->lead = (unsigned char)byte;
        iso->state = ESCAPE;
        in->at++;
        return out;
    }
    if (iso->state == ESCAPE) {
        int state = -1;
        if (iso->lead == 0x28)
            state = byte == 0x42 ? ASCII : byte == 0x4A ? ROMAN : byte == 0x49 ? KATAKANA : -1;
        else if (byte == 0x40 || byte == 0x42)
            state = LEAD_BYTE;
        iso->lead = 0;
        if (state >= 0) {
            const bool twice = iso->output; /* two escapes with nothing in between: an error */
            iso->state = iso->output_state = (unsigned char)state;
            iso->output = true;
            in->at++;
            return twice ? cl_put_error(sink, out) : out;
        }
        in->at--; /* what followed the escape byte is read again */
    }
    iso->output = false;
    iso->state = iso->output_state;
    return cl_put_error(sink, out);
}

static char *iso_trail(cl_sink *sink, cl_source *in, int byte, char *out) {
    cl_iso_2022_jp *const iso = &in->iso;
    in->at += byte >= 0;
    iso->state = byte == 0x1B ? ESCAPE_START : LEAD_BYTE;
    if (byte < 0x21 || byte > 0x7E)
        return cl_put_error(sink, out);
    const uint32_t point = jis0208_point((iso->lead - 0x21u) * 94u + (uint32_t)byte - 0x21u);
    return point ? cl_put_point(out, point) : cl_put_error(sink, out);
}

char *cl_step_iso_2022_jp(cl_sink *sink, cl_source *in, size_t end, char *out) {
    cl_iso_2022_jp *const iso = &in->iso;
    while (in->at < end || (in->at == in->size && iso->state >= TRAIL_BYTE)) {
        const int byte = in->at < in->size ? in->bytes[in->at] : -1;
        if (iso->state >= ESCAPE_START) {
            out = iso_escape(sink, in, byte, out);
            continue;
        }
        if (iso->state == TRAIL_BYTE) {
            out = iso_trail(sink, in, byte, out);
            continue;
        }
        in->at++;
        if (byte == 0x1B) {
            iso->state = ESCAPE_START;
            continue;
        }
        iso->output = false;
        if (iso->state == LEAD_BYTE && byte >= 0x21 && byte <= 0x7E) {
            iso->lead = (unsigned char)byte;
            iso->state = TRAIL_BYTE;
            continue;
        }
        const uint32_t point = iso->state == LEAD_BYTE ? UINT32_MAX : iso_single(iso, (unsigned char)byte);
        out = point == UINT32_MAX ? cl_put_error(sink, out) : cl_put_point(out, point);
    }
    return out;
}
