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

/* Decodes a whole page. `forced` (may be NULL) overrides all but a byte-order mark; `transport` is the charset label of
 * the transport, absent where there is none. Fails with CUTLINE_E_NOMEM, or _E_LIMIT where the UTF-8 would be over
 * `max_bytes`. */
cutline_status cl_decode(cl_decoder *decoder, const char *bytes, size_t size, const cl_encoding *forced,
    cl_slice transport, uint64_t max_bytes, cl_decoded *out, cutline_error *error);

#endif
