/* Decoding: any bytes in any encoding become UTF-8, the same each time.
 *
 * First byte: bit 0 an encoding is forced, bit 1 the transport names one; second byte: which. The rest is the page. */
#include "common.h"
#include "encoding/encoding.h"
#include "encoding/kernels.h"
#include "invariants.h"

static const char *const labels[] = {"utf-8", "ibm866", "iso-8859-2", "iso-8859-8-i", "koi8-r", "koi8-u", "macintosh",
    "windows-874", "windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254", "windows-1255",
    "windows-1256", "windows-1257", "windows-1258", "x-mac-cyrillic", "gbk", "gb18030", "big5", "euc-jp", "iso-2022-jp",
    "shift_jis", "euc-kr", "replacement", "utf-16be", "utf-16le", "x-user-defined", "iso-8859-16", "unknown"};

static cutline_status decode(
    cl_decoder *decoder, const uint8_t *data, size_t size, uint8_t flags, const char *label, cl_decoded *decoded) {
    const cl_encoding *const forced = (flags & 1) ? cl_encoding_for_label(cl_slice_z(label)) : NULL;
    const cl_slice transport = (flags & 2) ? cl_slice_z(label) : CL_SLICE_NONE;
    const uint64_t limit = (flags & 4) ? 100 : UINT32_MAX;
    return cl_decode(decoder, size ? (const char *)data : "", size, forced, transport, limit, decoded, NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    const uint8_t flags = fuzz_choice(&data, &size);
    const char *const label = labels[fuzz_choice(&data, &size) % (sizeof labels / sizeof *labels)];
    cl_decoder first, second;
    cl_decoded decoded, again;
    cl_decoder_init(&first, &cl_allocator_default);
    cl_decoder_init(&second, &cl_allocator_default);
    second.kernels = &cl_kernels_plain; /* all kernels give the same */
    const cutline_status status = decode(&first, data, size, flags, label, &decoded);
    FUZZ_CHECK(status == CUTLINE_OK || ((flags & 4) && status == CUTLINE_E_LIMIT), "decoding failed");
    FUZZ_CHECK(decode(&second, data, size, flags, label, &again) == status, "another status the second time");
    if (status == CUTLINE_OK) {
        FUZZ_CHECK(decoded.encoding && decoded.source != CUTLINE_ENCODING_NONE, "no encoding");
        FUZZ_CHECK(cl_is_valid_utf8(decoded.text.data, decoded.text.size), "not UTF-8");
        FUZZ_CHECK(decoded.confidence >= 0 && decoded.confidence <= 1, "a confidence that is none");
        FUZZ_CHECK(!(flags & 4) || decoded.text.size <= 100, "over the limit");
        FUZZ_CHECK(cl_slice_equal(decoded.text, again.text) && decoded.encoding == again.encoding &&
                       decoded.source == again.source,
            "another result the second time");
        size_t valid;
        const bool is_utf8 = cl_utf8_valid((const char *)data, size, &valid);
        FUZZ_CHECK(is_utf8 == cl_is_valid_utf8((const char *)data, size), "two opinions of what is UTF-8");
        FUZZ_CHECK(is_utf8 || cl_is_valid_utf8((const char *)data, valid), "the valid prefix is not");
    }
    cl_decoder_free(&first);
    cl_decoder_free(&second);
    return 0;
}
