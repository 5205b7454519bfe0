/* The search for a <meta> that stands further down than the prescan looks. */
#ifndef CL_ENCODING_PRESCAN_H
#define CL_ENCODING_PRESCAN_H

#include "encoding/encoding.h"

/* How far down: heads are long where stylesheets and scripts stand in them. */
#define CL_LATE_META_BYTES ((size_t)256 << 10)

/* The encoding of the first <meta> that the parser would meet as an element ("change the encoding", HTML Standard,
 * section 13.2.3.4): comments, scripts and other raw text are passed over. NULL where there is none. */
const cl_encoding *cl_encoding_late_meta(const char *bytes, size_t size);

#endif
