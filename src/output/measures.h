/* What is so of a block, in plain words, and where it stands in the tree: for those who ask why. */
#ifndef CL_OUTPUT_MEASURES_H
#define CL_OUTPUT_MEASURES_H

#include "output/writer.h"

/* Fills `reasons` with the strongest of what is so of a block, the strongest first; how many there are. */
size_t cl_measures(const cl_features *features, uint32_t block, cutline_reason *reasons, size_t size);

/* Writes the elements around a block's text, the outermost first: "html > body > main#top > p.lede". Of deep ones the
 * innermost, of long names the beginning. `put` writes a piece, escaped as the format wants it. */
void cl_put_path(cl_writer *w, const cl_features *features, uint32_t block, void (*put)(cl_writer *w, cl_slice piece));

#endif
