/* A page whose HTML holds no body, read once more with the story in it that its scripts were given.
 *
 * In: a page and the labels of its blocks. Out: where there is such a story, new blocks and labels, of a page that has
 * it before its <body>; no other block is body then. */
#ifndef CL_RECORD_SECOND_LOOK_H
#define CL_RECORD_SECOND_LOOK_H

#include "html/html.h"
#include "label/label.h"
#include "record/state.h"

typedef struct cl_second_look {
    const cutline_allocator *allocator;
    cl_state state;
    cl_parser *parser; /* made with the first page that needs it, as the rest is */
    cl_dom dom;
    cl_buffer page;
    uint32_t begin; /* of the story in the page */
    uint32_t end;
    uint32_t origin; /* of the script in the page as it came */
} cl_second_look;

void cl_second_look_init(cl_second_look *look, const cutline_allocator *allocator);
void cl_second_look_free(cl_second_look *look);

/* Letters of the blocks that are body. */
size_t cl_body_letters(const cl_blocks *blocks, const cl_labels *labels);

/* Makes look->dom, a page with the story; *found is false where there is none. CUTLINE_E_NOMEM or _E_LIMIT. */
cutline_status cl_second_look_parse(cl_second_look *look, const cl_dom *dom, const cl_blocks *blocks,
    const cl_page_data *data, cl_arena *arena, size_t letters, bool *found, cutline_error *error);
/* Takes the labels of that page: false where they hold no more of a body than `letters`, and nothing has changed.
 * Offsets of blocks become those in the page as it came. */
bool cl_second_look_take(const cl_second_look *look, cl_blocks *blocks, cl_labels *labels, size_t letters);

#endif
