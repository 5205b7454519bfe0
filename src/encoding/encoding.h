/* Bytes to UTF-8.
 *
 * In: the bytes of a page and what the transport said of them. Out: the page as valid UTF-8, and which encoding it was
 * in, and how that is known. Pages that are valid UTF-8 already are not copied. */
#ifndef CL_ENCODING_ENCODING_H
#define CL_ENCODING_ENCODING_H

#include "base/slice.h"
#include "base/vector.h"

#include <stdint.h>

/* An encoding of the WHATWG Encoding Standard: a constant. */
typedef struct cl_encoding cl_encoding;

/* "get an encoding" (Encoding Standard, section 4.2): NULL where the label is none. White space at the ends is
 * ignored, and so is case. */
const cl_encoding *cl_encoding_for_label(cl_slice label);
/* Its name in lower case: "utf-8", "windows-1252". */
cl_slice cl_encoding_name(const cl_encoding *encoding);

/* "prescan a byte stream to determine its encoding" (HTML Standard, section 13.2.3.2), over the first 1,024 bytes; NULL
 * where it finds none. */
const cl_encoding *cl_encoding_prescan(const char *bytes, size_t size);

/* Whether the bytes are valid UTF-8; if not, *valid (may be NULL) is the size of the valid prefix. */
bool cl_utf8_valid(const char *bytes, size_t size, size_t *valid);

/* What decodes: kernels chosen for this processor, and the memory that is reused from page to page. */
typedef struct cl_decoder {
    const cutline_allocator *allocator;
    const struct cl_kernels *kernels; /* chosen by cl_decoder_init() */
    cl_buffer buffer;
} cl_decoder;

typedef struct cl_decoded {
    cl_slice text; /* valid UTF-8, in the given bytes or in the decoder's buffer; no byte-order mark */
    const cl_encoding *encoding;
    cutline_encoding_source source;
    double confidence;           /* 0 to 1, how sure */
    const cl_encoding *declared; /* what the page or its transport said, where that was not followed; else NULL */
} cl_decoded;

void cl_decoder_init(cl_decoder *decoder, const cutline_allocator *allocator);
void cl_decoder_free(cl_decoder *decoder);

/* Decodes a whole page, by, in this order: a byte-order mark; `forced` (may be NULL); what the transport (`transport`
 * is its charset label, absent where there is none) or a <meta> of the page declares; the bytes themselves. A
 * declaration is not followed where it can't be true: bytes that are UTF-8, above ASCII, are UTF-8 whatever was said;
 * bytes that are said to be UTF-8 and mostly are not, and windows-1252 that is another script without doubt, are
 * detected. Where the bytes are their own UTF-8 the text is a slice of them; else it is in the decoder's buffer until
 * its next use. Fails with CUTLINE_E_NOMEM, or _E_LIMIT where the UTF-8 would be over `max_bytes`; `*out` is empty
 * then. All memory comes from the decoder's allocator, but for what uchardet takes while it detects. */
cutline_status cl_decode(cl_decoder *decoder, const char *bytes, size_t size, const cl_encoding *forced,
    cl_slice transport, uint64_t max_bytes, cl_decoded *out, cutline_error *error);

#endif
