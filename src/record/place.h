/* Whether what stands at a place of the page belongs to the story, by the roles of the blocks around it. */
#ifndef CL_RECORD_PLACE_H
#define CL_RECORD_PLACE_H

#include "record/fields.h"

typedef struct cl_places {
    const cl_making *m;
    uint32_t *good;  /* letters of the story's own blocks, before each block */
    uint32_t *bad;   /* of those that lead elsewhere */
    uint32_t *story; /* of those of the story that are no captions */
    uint32_t first;  /* where the story begins, and its last block; CL_NO_BLOCK: there is none */
    uint32_t last;
} cl_places;

typedef struct cl_place {
    uint32_t box;   /* the first around it that has blocks that tell */
    bool captioned; /* that has a caption, and nothing of the story else */
    bool figure;    /* it is in a <figure> */
    bool in_story;
} cl_place;

cl_place cl_place_of(const cl_places *places, const cl_note *note);

static inline bool cl_is_caption(cl_role role) {
    return role == CL_ROLE_CAPTION || role == CL_ROLE_CREDIT;
}
bool cl_leads_away(cl_role role);

#endif
