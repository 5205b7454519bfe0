/* Shared inside this folder: what an encoding is, and the decoders of the Encoding Standard.
 *
 * A decoder is given all the bytes at once, so that it may look ahead and needs no state between calls. It works in
 * steps: a step is a run of input for which room in the output has been made beforehand. */
#ifndef CL_ENCODING_DECODERS_H
#define CL_ENCODING_DECODERS_H

#include "base/simd.h"
#include "encoding/encoding.h"
#include "encoding/kernels.h"

typedef enum cl_encoding_kind {
    CL_KIND_UTF8,
    CL_KIND_SINGLE_BYTE,
    CL_KIND_GB18030, /* GBK too: it decodes the same */
    CL_KIND_BIG5,
    CL_KIND_EUC_JP,
    CL_KIND_ISO_2022_JP,
    CL_KIND_SHIFT_JIS,
    CL_KIND_EUC_KR,
    CL_KIND_REPLACEMENT,
    CL_KIND_UTF16BE,
    CL_KIND_UTF16LE,
    CL_KIND_USER_DEFINED
} cl_encoding_kind;

/* The order of tables/labels.txt, which is the standard's: indexes of cl_encodings. */
typedef enum cl_encoding_index {
    CL_ENC_UTF_8,
    CL_ENC_IBM866,
    CL_ENC_ISO_8859_2,
    CL_ENC_ISO_8859_3,
    CL_ENC_ISO_8859_4,
    CL_ENC_ISO_8859_5,
    CL_ENC_ISO_8859_6,
    CL_ENC_ISO_8859_7,
    CL_ENC_ISO_8859_8,
    CL_ENC_ISO_8859_8_I,
    CL_ENC_ISO_8859_10,
    CL_ENC_ISO_8859_13,
    CL_ENC_ISO_8859_14,
    CL_ENC_ISO_8859_15,
    CL_ENC_ISO_8859_16,
    CL_ENC_KOI8_R,
    CL_ENC_KOI8_U,
    CL_ENC_MACINTOSH,
    CL_ENC_WINDOWS_874,
    CL_ENC_WINDOWS_1250,
    CL_ENC_WINDOWS_1251,
    CL_ENC_WINDOWS_1252,
    CL_ENC_WINDOWS_1253,
    CL_ENC_WINDOWS_1254,
    CL_ENC_WINDOWS_1255,
    CL_ENC_WINDOWS_1256,
    CL_ENC_WINDOWS_1257,
    CL_ENC_WINDOWS_1258,
    CL_ENC_X_MAC_CYRILLIC,
    CL_ENC_GBK,
    CL_ENC_GB18030,
    CL_ENC_BIG5,
    CL_ENC_EUC_JP,
    CL_ENC_ISO_2022_JP,
    CL_ENC_SHIFT_JIS,
    CL_ENC_EUC_KR,
    CL_ENC_REPLACEMENT,
    CL_ENC_UTF_16BE,
    CL_ENC_UTF_16LE,
    CL_ENC_X_USER_DEFINED,
    CL_ENC_COUNT
} cl_encoding_index;

struct cl_encoding {
    const char *name;
    cl_encoding_kind kind;
    const uint16_t *high; /* of a single-byte encoding: what 80 to FF mean, 0 for an error */
};

extern const cl_encoding cl_encodings[CL_ENC_COUNT];

#define CL_REPLACEMENT 0xFFFDu

/* Input that is decoded in one step, and room that is made for it: no byte of any encoding gives more than three
 * bytes of UTF-8, but for those a step reads past its end (three at most); and ASCII is written sixteen at a time. */
#define CL_STEP_BYTES 8192u
#define CL_STEP_ROOM  (3u * (CL_STEP_BYTES + 4u) + 16u)

/* Where ISO-2022-JP stands (Encoding Standard, section 12.2.1); the one decoder whose bytes mean what bytes long
 * before them said. */
typedef struct cl_iso_2022_jp {
    unsigned char state, output_state, lead;
    bool output;
} cl_iso_2022_jp;

/* What a decoder reads. */
typedef struct cl_source {
    const cl_encoding *encoding;
    const unsigned char *bytes;
    size_t size;
    size_t at;
    cl_iso_2022_jp iso;
} cl_source;

/* Where it writes. */
typedef struct cl_sink {
    const cutline_allocator *allocator;
    cl_buffer *buffer;
    const cl_kernels *kernels;
    uint64_t max_bytes;
    size_t errors; /* how often U+FFFD stands for something wrong */
} cl_sink;

/* Appends a code point, which is no surrogate; there must be room. */
static inline char *cl_put_point(char *out, uint32_t point) {
    if (point < 0x80) {
        *out++ = (char)point;
    } else if (point < 0x800) {
        *out++ = (char)(0xC0 | point >> 6);
        *out++ = (char)(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        *out++ = (char)(0xE0 | point >> 12);
        *out++ = (char)(0x80 | (point >> 6 & 0x3F));
        *out++ = (char)(0x80 | (point & 0x3F));
    } else {
        *out++ = (char)(0xF0 | point >> 18);
        *out++ = (char)(0x80 | (point >> 12 & 0x3F));
        *out++ = (char)(0x80 | (point >> 6 & 0x3F));
        *out++ = (char)(0x80 | (point & 0x3F));
    }
    return out;
}

/* Copies the ASCII bytes at in->at, up to `end`. In legacy encodings most runs are short: the first sixteen bytes are
 * looked at, and copied, at once; a kernel is only called where these are ASCII all. */
static inline char *cl_copy_ascii(const cl_sink *sink, cl_source *in, size_t end, char *out) {
    const char *const from = (const char *)in->bytes + in->at;
    size_t run = 0;
    if (end - in->at >= 16) {
        const uint32_t high = ~cl_mask(cl_le(cl_load(from), 0x7F)) & 0xFFFFu;
        memcpy(out, from, 16);
        run = high ? cl_first(high) : 16 + sink->kernels->ascii(in->bytes + in->at + 16, end - in->at - 16);
        if (run > 16)
            memcpy(out + 16, from + 16, run - 16);
    } else {
        for (; in->at + run < end && in->bytes[in->at + run] < 0x80; run++)
            out[run] = from[run];
    }
    in->at += run;
    return out + run;
}

/* A U+FFFD for what is wrong. */
static inline char *cl_put_error(cl_sink *sink, char *out) {
    sink->errors++;
    return cl_put_point(out, CL_REPLACEMENT);
}

/* The end of many a decoder: the two bytes at in->at mean `point`, or, with 0, nothing: an error, which leaves the
 * second byte to be read again where it is ASCII. */
static inline char *cl_put_pair(cl_sink *sink, cl_source *in, uint32_t point, char *out) {
    if (point) {
        in->at += 2;
        return cl_put_point(out, point);
    }
    in->at += in->bytes[in->at + 1] < 0x80 ? 1 : 2;
    return cl_put_error(sink, out);
}

/* Each decodes from in->at up to `end`, or a few bytes further where that is inside a character, to `out`, where there
 * is room; gives the end of what it wrote. */
typedef char *cl_step_fn(cl_sink *sink, cl_source *in, size_t end, char *out);
cl_step_fn cl_step_utf8;
cl_step_fn cl_step_single_byte;
cl_step_fn cl_step_gb18030;
cl_step_fn cl_step_big5;
cl_step_fn cl_step_euc_jp;
cl_step_fn cl_step_iso_2022_jp;
cl_step_fn cl_step_shift_jis;
cl_step_fn cl_step_euc_kr;
cl_step_fn cl_step_replacement;
cl_step_fn cl_step_utf16be;
cl_step_fn cl_step_utf16le;
cl_step_fn cl_step_user_defined;

/* Appends the whole of the bytes, decoded, to the sink's buffer ("run" with the error mode "replacement"; a byte-order
 * mark has been taken off). Fails with CUTLINE_E_NOMEM, or _E_LIMIT where the buffer would hold more than it may. */
cutline_status cl_run_decoder(cl_sink *sink, const cl_encoding *encoding, const char *bytes, size_t size);

#endif
