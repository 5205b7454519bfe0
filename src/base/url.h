/* Addresses: a reference made whole by the address that it stands at.
 *
 * RFC 3986, section 5, with what browsers forgive (URL Standard, "basic URL parser"): white space around, tabs and line
 * feeds within, backslashes for slashes, spaces and quotation marks that should have been encoded. Characters that are
 * not ASCII stay as they are: an address is UTF-8. */
#ifndef CL_BASE_URL_H
#define CL_BASE_URL_H

#include "base/arena.h"

/* The parts of an address; absent (data NULL) where it does not have them. A path may be empty. */
typedef struct cl_url {
    cl_slice scheme;    /* without ":" */
    cl_slice authority; /* without "//" */
    cl_slice path;
    cl_slice query;    /* without "?" */
    cl_slice fragment; /* without "#" */
} cl_url;

/* Takes an address or a reference apart: RFC 3986, appendix B. */
cl_url cl_url_parts(cl_slice text);

/* Whether it has a scheme and an authority: "https://example.org". */
bool cl_url_whole(cl_slice text);

/* `reference` as seen from `base`; where that is absent, or no address that anything can be relative to, the reference
 * cleaned of what it should not have. In the arena; *failed is set, and the absent slice given, where there is no
 * memory. */
cl_slice cl_url_resolve(cl_slice base, cl_slice reference, cl_arena *arena, bool *failed);

#endif
