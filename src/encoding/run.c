#include "encoding/decoders.h"

static cl_step_fn *step_of(cl_encoding_kind kind) {
    switch (kind) {
    case CL_KIND_UTF8:
        return cl_step_utf8;
    case CL_KIND_SINGLE_BYTE:
        return cl_step_single_byte;
    case CL_KIND_GB18030:
        return cl_step_gb18030;
    case CL_KIND_BIG5:
        return cl_step_big5;
    case CL_KIND_EUC_JP:
        return cl_step_euc_jp;
    case CL_KIND_ISO_2022_JP:
        return cl_step_iso_2022_jp;
    case CL_KIND_SHIFT_JIS:
        return cl_step_shift_jis;
    case CL_KIND_EUC_KR:
        return cl_step_euc_kr;
    case CL_KIND_REPLACEMENT:
        return cl_step_replacement;
    case CL_KIND_UTF16BE:
        return cl_step_utf16be;
    case CL_KIND_UTF16LE:
        return cl_step_utf16le;
    case CL_KIND_USER_DEFINED:
        return cl_step_user_defined;
    }
    return cl_step_replacement;
}

cutline_status cl_run_decoder(cl_sink *sink, const cl_encoding *encoding, const char *bytes, size_t size) {
    cl_step_fn *const step = step_of(encoding->kind);
    cl_buffer *const buffer = sink->buffer;
    cl_source in = {encoding, (const unsigned char *)bytes, size, 0, {0, 0, 0, false}};
    /* Most text becomes somewhat longer: growing from here copies little. */
    if (!cl_vector_reserve(sink->allocator, buffer, size < sink->max_bytes ? size : (size_t)sink->max_bytes))
        return CUTLINE_E_NOMEM;
    while (in.at < size) {
        const size_t end = size - in.at > CL_STEP_BYTES ? in.at + CL_STEP_BYTES : size;
        if (!cl_vector_grow(sink->allocator, buffer, CL_STEP_ROOM))
            return CUTLINE_E_NOMEM;
        char *const out = step(sink, &in, end, buffer->at + buffer->count);
        buffer->count = (size_t)(out - buffer->at);
        if (buffer->count > sink->max_bytes)
            return CUTLINE_E_LIMIT;
    }
    return CUTLINE_OK;
}
