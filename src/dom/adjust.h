/* What foreign content does to names (HTML Standard, sections 13.2.6.1 and 13.2.6.5). Numbers in, numbers out. */
#ifndef CL_DOM_ADJUST_H
#define CL_DOM_ADJUST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* "adjust SVG tag names": clippath becomes clipPath. */
uint32_t cl_tag_adjust_svg(uint32_t tag);
/* "adjust SVG attributes": viewbox becomes viewBox. */
uint32_t cl_attr_adjust_svg(uint32_t name);
/* "adjust MathML attributes": definitionurl becomes definitionURL. */
uint32_t cl_attr_adjust_mathml(uint32_t name);
/* "adjust foreign attributes": whether the name has a namespace's prefix, as xlink:href. */
bool cl_attr_is_foreign(uint32_t name);

/* The hash that interned names use as well. */
uint32_t cl_name_hash(const char *name, size_t size);

#endif
