/* Which encoding a page is in, and the page in UTF-8.
 *
 * The order is that of the HTML Standard, section 13.2.3.2, but what was declared is not believed where it can't be
 * true: a reader of archives meets many pages that were re-encoded after they were labelled. */
#include "base/status.h"
#include "encoding/decoders.h"
#include "encoding/detect.h"
#include "encoding/prescan.h"

/* Confidences, roughly the share of pages for which it is right. */
#define SURE      1.0
#define VALID     0.99 /* nobody said UTF-8, but other text that is valid UTF-8 is hardly ever met */
#define DECLARED  0.95
#define DAMAGED   0.9
#define DOUBTED   0.5 /* it says UTF-8, and is not, nor anything else that can be told */
#define DEFAULTED 0.3

/* Sequences of two bytes that may be valid UTF-8 by chance, where another encoding is declared. Of the characters of
 * EUC-KR or GBK about one in ten is; a text of three that all are is one in a thousand. */
#define CHANCE_SEQUENCES 2u

void cl_decoder_init(cl_decoder *decoder, const cutline_allocator *allocator) {
    *decoder = (cl_decoder){allocator, cl_kernels_best(), {NULL, 0, 0}};
}

void cl_decoder_free(cl_decoder *decoder) {
    cl_vector_free(decoder->allocator, &decoder->buffer);
}

bool cl_utf8_valid(const char *bytes, size_t size, size_t *valid) {
    const size_t prefix = cl_kernels_best()->utf8((const unsigned char *)bytes, size);
    if (valid)
        *valid = prefix;
    return prefix == size;
}

/* "BOM sniff" (Encoding Standard, section 6): NULL where there is no mark, else its size as well. */
static const cl_encoding *sniff_mark(const char *bytes, size_t size, size_t *mark) {
    *mark = 0;
    if (size >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
        *mark = 3;
        return &cl_encodings[CL_ENC_UTF_8];
    }
    if (size >= 2 && (memcmp(bytes, "\xFE\xFF", 2) == 0 || memcmp(bytes, "\xFF\xFE", 2) == 0)) {
        *mark = 2;
        return &cl_encodings[bytes[0] == '\xFE' ? CL_ENC_UTF_16BE : CL_ENC_UTF_16LE];
    }
    return NULL;
}

/* A page on its way through the choice. */
typedef struct page {
    cl_decoder *decoder;
    const char *bytes;
    size_t size;
    size_t ascii; /* size of the ASCII prefix */
    size_t valid; /* and of the prefix that is UTF-8 */
} page;

static void choose(cl_decoded *out, const cl_encoding *encoding, cutline_encoding_source source, double confidence) {
    out->encoding = encoding;
    out->source = source;
    out->confidence = confidence;
}

/* What the transport or the page declares: NULL where neither does. */
static const cl_encoding *find_declared(const page *p, cl_slice transport, cutline_encoding_source *source) {
    const cl_encoding *found = cl_encoding_for_label(transport);
    *source = CUTLINE_ENCODING_TRANSPORT;
    if (found)
        return found;
    *source = CUTLINE_ENCODING_META;
    found = cl_encoding_prescan(p->bytes, p->size);
    return found ? found : cl_encoding_late_meta(p->bytes, p->size);
}

static bool is_utf16(const cl_encoding *e) {
    return e && (e->kind == CL_KIND_UTF16BE || e->kind == CL_KIND_UTF16LE);
}

/* Whether bytes that are valid UTF-8 may be so by chance: a character or two of a declared encoding of two bytes. */
static bool valid_by_chance(const page *p, const cl_encoding *declared) {
    if (!declared || declared->kind == CL_KIND_UTF8 || declared->kind == CL_KIND_SINGLE_BYTE)
        return false;
    size_t sequences = 0;
    for (size_t at = p->ascii; at < p->size; at++) {
        const unsigned char byte = (unsigned char)p->bytes[at];
        if (byte >= 0xE0 || (byte >= 0xC0 && ++sequences > CHANCE_SEQUENCES))
            return false;
    }
    return true;
}

/* The text to detect by, in the decoder's buffer, which the decoded text will take over; false without memory. */
static bool take_sample(const page *p, cl_slice *sample) {
    cl_buffer *const buffer = &p->decoder->buffer;
    if (!cl_take_sample(p->decoder->allocator, buffer, p->bytes, p->size))
        return false;
    *sample = cl_slice_of(buffer->at, buffer->count);
    return true;
}

/* Bytes that are valid UTF-8, ASCII or more. */
static void choose_for_valid(
    const page *p, const cl_encoding *declared, cutline_encoding_source source, cl_decoded *out) {
    const cl_encoding *const utf8 = &cl_encodings[CL_ENC_UTF_8];
    if (is_utf16(declared) && !memchr(p->bytes, '\0', p->size)) {
        out->declared = declared; /* markup in UTF-16 has NUL bytes, and hardly ever is UTF-8 */
        declared = NULL;
    }
    if (p->ascii < p->size && declared != utf8 && !valid_by_chance(p, declared)) {
        out->declared = declared ? declared : out->declared;
        choose(out, utf8, CUTLINE_ENCODING_VALID_UTF8, VALID);
        return;
    }
    if (declared) {
        choose(out, declared, source, declared == utf8 || p->ascii == p->size ? SURE : DECLARED);
        return;
    }
    const cl_guess form = cl_guess_by_form(p->bytes, p->size);
    if (form.encoding)
        choose(out, form.encoding, CUTLINE_ENCODING_DETECTED, form.confidence);
    else /* ASCII is the same in all that it could be */
        choose(out, &cl_encodings[CL_ENC_WINDOWS_1252], CUTLINE_ENCODING_DEFAULT, SURE);
}

/* Bytes that are not UTF-8; false without memory. */
static bool choose_for_invalid(
    const page *p, const cl_encoding *declared, cutline_encoding_source source, cl_decoded *out) {
    const cl_encoding *const utf8 = &cl_encodings[CL_ENC_UTF_8];
    if (is_utf16(declared)) {
        choose(out, declared, source, DECLARED);
        return true;
    }
    if (cl_utf8_damaged(cl_survey_utf8(p->decoder->kernels, p->bytes, p->size), declared)) {
        out->declared = declared == utf8 ? NULL : declared;
        choose(out, utf8, declared == utf8 ? source : CUTLINE_ENCODING_VALID_UTF8, DAMAGED);
        return true;
    }
    cl_slice sample;
    if (!take_sample(p, &sample))
        return false;
    const bool believed = declared && declared != utf8;
    cl_guess guess = {NULL, 0};
    if (!believed)
        guess = cl_guess_by_form(p->bytes, p->size);
    if (!guess.encoding)
        guess = believed ? cl_contradict(sample, declared) : cl_detect(p->bytes, p->size, sample);
    if (declared && (!guess.encoding || guess.encoding == declared)) {
        choose(out, declared, source, believed ? DECLARED : DOUBTED);
        return true;
    }
    out->declared = declared;
    if (guess.encoding)
        choose(out, guess.encoding, CUTLINE_ENCODING_DETECTED, guess.confidence);
    else
        choose(out, &cl_encodings[CL_ENC_WINDOWS_1252], CUTLINE_ENCODING_DEFAULT, DEFAULTED);
    return true;
}

static bool choose_encoding(const page *p, const cl_encoding *forced, cl_slice transport, cl_decoded *out) {
    if (forced) {
        choose(out, forced, CUTLINE_ENCODING_FORCED, SURE);
        return true;
    }
    cutline_encoding_source source;
    const cl_encoding *const declared = find_declared(p, transport, &source);
    if (p->valid < p->size)
        return choose_for_invalid(p, declared, source, out);
    choose_for_valid(p, declared, source, out);
    return true;
}

/* Whether the bytes are their own UTF-8. */
static bool is_own_text(const page *p, const cl_encoding *e) {
    if (e->kind == CL_KIND_UTF8)
        return p->valid == p->size;
    if (p->ascii < p->size || is_utf16(e) || e->kind == CL_KIND_REPLACEMENT)
        return false;
    return e->kind != CL_KIND_ISO_2022_JP ||
           (!memchr(p->bytes, 0x1B, p->size) && !memchr(p->bytes, 0x0E, p->size) && !memchr(p->bytes, 0x0F, p->size));
}

cutline_status cl_decode(cl_decoder *decoder, const char *bytes, size_t size, const cl_encoding *forced,
    cl_slice transport, uint64_t max_bytes, cl_decoded *out, cutline_error *error) {
    static const char too_large[] = "the page, in UTF-8, is larger than the limit page-bytes allows: raise the limit";
    static const cl_decoded nothing = {{NULL, 0}, NULL, CUTLINE_ENCODING_NONE, 0, NULL};
    const cl_kernels *const kernels = decoder->kernels;
    if (!bytes)
        bytes = "";
    *out = nothing;
    cl_vector_clear(decoder->allocator, &decoder->buffer);
    size_t mark;
    const cl_encoding *const marked = sniff_mark(bytes, size, &mark);
    page p = {decoder, bytes + mark, size - mark, 0, 0};
    p.ascii = kernels->ascii((const unsigned char *)p.bytes, p.size);
    p.valid = p.ascii + kernels->utf8((const unsigned char *)p.bytes + p.ascii, p.size - p.ascii);
    if (marked)
        choose(out, marked, CUTLINE_ENCODING_BOM, SURE);
    else if (!choose_encoding(&p, forced, transport, out))
        return cl_fail(error, CUTLINE_E_NOMEM, CUTLINE_STAGE_ENCODING, 0, NULL);
    if (is_own_text(&p, out->encoding)) {
        if (p.size > max_bytes) {
            *out = nothing;
            return cl_fail(error, CUTLINE_E_LIMIT, CUTLINE_STAGE_ENCODING, 0, too_large);
        }
        out->text = cl_slice_of(p.bytes, p.size);
        return CUTLINE_OK;
    }
    decoder->buffer.count = 0; /* it held the sample */
    cl_sink sink = {decoder->allocator, &decoder->buffer, kernels, max_bytes, 0};
    const cutline_status status = cl_run_decoder(&sink, out->encoding, p.bytes, p.size);
    if (status != CUTLINE_OK) {
        *out = nothing;
        return cl_fail(error, status, CUTLINE_STAGE_ENCODING, 0, status == CUTLINE_E_LIMIT ? too_large : NULL);
    }
    out->text = decoder->buffer.count ? cl_slice_of(decoder->buffer.at, decoder->buffer.count) : CL_SLICE("");
    return CUTLINE_OK;
}
