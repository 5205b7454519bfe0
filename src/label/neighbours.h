/* Blocks that follow what they stand among. */
#ifndef CL_LABEL_NEIGHBOURS_H
#define CL_LABEL_NEIGHBOURS_H

#include "label/label.h"

/* Changes roles where what stands around a block leaves no doubt, whatever the network said: cells among cells of the
 * story, a list that a sentence of the story announces, a paragraph that is a link among paragraphs like it, a sentence
 * that is pulled out of the story to stand beside it, what an advertisement says. After the body was found; where none
 * was, on a page that is taken for a story, the longest row of paragraphs is it. */
void cl_labels_heed_neighbours(cl_labels *labels, const cl_features *features);

#endif
