/* The story in what a page gives its scripts: __NEXT_DATA__, the pieces of React's server components, Nuxt, Apollo,
 * Fusion, Angular's transfer state, and any other script with much JSON in it; or in the "articleBody" of its JSON-LD.
 *
 * In: a page whose own HTML holds no body. Out: the story as HTML, to be put in the page and read once more by the
 * ordinary parser, so that captions, notes and lists are told apart as they are on any other page. Nothing is known of
 * anybody's names: the story is the longest text or list of texts, near a headline that is the page's. */
#ifndef CL_RECORD_STATE_H
#define CL_RECORD_STATE_H

#include "record/page_data.h"

#define CL_STATE_BODY   400u  /* letters of a body from which on scripts are not looked into */
#define CL_STATE_TEASER 1200u /* and from which on it is no teaser that "articleBody" could replace */

typedef struct cl_state {
    const cutline_allocator *allocator;
    cl_json json;                /* of all scripts */
    CL_VECTOR(uint32_t) weights; /* of each value, letters of the paragraphs in it */
    cl_buffer html;
    cl_node script; /* the story's; CL_NODE_NONE where it is from JSON-LD */
} cl_state;

void cl_state_init(cl_state *state, const cutline_allocator *allocator);
void cl_state_free(cl_state *state);

/* Looks for a story of more than `least` letters; state->html is empty where there is none. false where there is no
 * memory. */
bool cl_state_find(cl_state *state, const cl_dom *dom, const cl_blocks *blocks, const cl_page_data *data,
    cl_arena *arena, size_t least);

/* ---- between the files of this part */

/* Writes the story that `text` is, a string or an array of values of state->json, as HTML; `object`: the one around it
 * that has the headline, 0 none (state_html.c). */
bool cl_state_write(cl_state *state, uint32_t text, uint32_t object, cl_slice title, cl_arena *arena);
/* A string as HTML: its character references undone where that is what makes it HTML. */
cl_slice cl_state_text(const cl_json *json, uint32_t value, cl_arena *arena, bool *failed);
/* Letters of a text outside of its tags, where it is a paragraph or more; else 0. */
size_t cl_state_letters(cl_slice text);
bool cl_state_is_html(cl_slice text);

#endif
