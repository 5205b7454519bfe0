/* Text that was encoded to UTF-8 twice, as a paragraph that came through another system often is: â€™ for a right
 * quotation mark, Ã© for é. */
#ifndef CL_BLOCK_DOUBLE_ENCODED_H
#define CL_BLOCK_DOUBLE_ENCODED_H

#include "base/slice.h"

/* Whether a text was: all of its characters are those of windows-1252, their bytes are UTF-8 once more, and they are
 * such as nobody writes. `text` is valid UTF-8. */
bool cl_double_encoded(cl_slice text);
/* Undoes it, for a text of which that is so; the result, never longer, goes to `out`. Returns its size. */
size_t cl_undo_double_encoding(cl_slice text, char *out);

#endif
