/* What of the body is the story. */
#ifndef CL_LABEL_STORY_H
#define CL_LABEL_STORY_H

#include "label/label.h"

/* Takes from the body, on a page that is a story (`story`: how likely), what is running text and yet no part of it: a
 * box with a heading of its own among the paragraphs becomes CL_ROLE_ASIDE; a stretch of text far from the one that
 * follows the headline and in another part of the page (another story, comments, notices) CL_ROLE_OTHER; what is no text
 * behind the last paragraph, or heads what is none of the story, goes with that. After the body was found. */
void cl_labels_keep_story(cl_labels *labels, const cl_features *features, float story);

/* The same for the blocks of a flattened text: stretches alone, by how far they are and how long. */
void cl_labels_keep_story_lines(cl_labels *labels, const cl_blocks *blocks, float story);

#endif
