#include "record/place.h"

#define AFTER_MAX  3u  /* blocks after the story in which something without a caption may stand */
#define BEFORE_MAX 6u  /* and before */
#define LEVELS_MAX 12u /* boxes around a place that are looked at */

static bool is_story(cl_role role) {
    return role == CL_ROLE_HEADLINE || role == CL_ROLE_KICKER || role == CL_ROLE_DECK || role == CL_ROLE_BODY ||
           role == CL_ROLE_NOTE || role == CL_ROLE_ASIDE;
}

bool cl_leads_away(cl_role role) {
    return role == CL_ROLE_RELATED || role == CL_ROLE_PROMOTION || role == CL_ROLE_COMMENT ||
           role == CL_ROLE_NAVIGATION || role == CL_ROLE_CONSENT || role == CL_ROLE_LEGAL || role == CL_ROLE_BIO ||
           role == CL_ROLE_EDITION;
}

/* Sums over the blocks, so that any box can be asked for at once; and where the story is. */
static bool weigh(cl_places *w, cl_making *m) {
    *w = (cl_places){.m = m, .first = CL_NO_BLOCK};
    const size_t count = m->blocks->list.count;
    w->good = cl_arena_array(m->arena, count + 1, sizeof *w->good);
    w->bad = cl_arena_array(m->arena, count + 1, sizeof *w->bad);
    w->story = cl_arena_array(m->arena, count + 1, sizeof *w->story);
    if (!w->good || !w->bad || !w->story)
        return false;
    for (uint32_t i = 0; i < count; i++) {
        const cl_role role = cl_block_role(w->m, i);
        const uint32_t chars = w->m->blocks->list.at[i].chars + 1;
        w->good[i + 1] = w->good[i] + (is_story(role) || cl_is_caption(role) ? chars : 0);
        w->story[i + 1] = w->story[i] + (is_story(role) ? chars : 0);
        w->bad[i + 1] = w->bad[i] + (cl_leads_away(role) ? chars : 0);
        if (w->first == CL_NO_BLOCK && (role == CL_ROLE_BODY || role == CL_ROLE_DECK || i == w->m->labels->headline))
            w->first = i;
        if (role == CL_ROLE_BODY)
            w->last = i;
    }
    return true;
}

void cl_make_places(cl_making *m) {
    cl_places *const places = cl_arena_alloc(m->arena, sizeof *places);
    if (places && weigh(places, m))
        m->places = places;
    else
        m->failed = true;
}

static uint32_t within(const uint32_t *sums, const cl_box *box) {
    return sums[box->end_block] - sums[box->first_block];
}

/* The first box around a place that has blocks that tell, and the marks on the way there. */
static uint32_t telling_box(const cl_places *w, const cl_note *note, uint32_t *marks) {
    const cl_blocks *const blocks = w->m->blocks;
    uint32_t box = note->box;
    *marks = note->marks;
    for (unsigned level = 0; box && level < LEVELS_MAX; level++) {
        const cl_box *const b = &blocks->boxes.at[box];
        if (within(w->good, b) + within(w->bad, b) > 0)
            break;
        *marks |= b->marks;
        box = b->parent;
    }
    return box;
}

/* The nearest block before or after a place that tells; CL_NO_BLOCK where none is near. */
static uint32_t near_block(const cl_places *w, uint32_t from, bool before) {
    for (uint32_t i = 0; i < BEFORE_MAX; i++) {
        if (before ? from < i + 1 : (size_t)from + i >= w->m->blocks->list.count)
            break;
        const uint32_t block = before ? from - i - 1 : from + i;
        if (is_story(cl_block_role(w->m, block)) || cl_is_caption(cl_block_role(w->m, block)) ||
            cl_leads_away(cl_block_role(w->m, block)))
            return block;
    }
    return CL_NO_BLOCK;
}

/* Whether what has no caption stands in the run of the story. */
static bool stands_in_story(const cl_places *w, const cl_note *note, uint32_t marks) {
    const bool figure = marks & CL_MARK_FIGURE;
    if (w->first == CL_NO_BLOCK || note->block + BEFORE_MAX < w->first || note->block > w->last + AFTER_MAX)
        return false;
    if (!figure && marks & (CL_MARK_BYLINE | CL_MARK_BIO | CL_MARK_SHARE | CL_MARK_ADVERT | CL_MARK_COMMENT |
                               CL_MARK_PROMOTION | CL_MARK_FOOTER | CL_MARK_NAVIGATION))
        return false;
    if (figure && !note->linked && note->block >= w->first && note->block <= w->last)
        return true;
    const uint32_t before = near_block(w, note->block, true), after = near_block(w, note->block, false);
    const bool away_before = before == CL_NO_BLOCK || cl_leads_away(cl_block_role(w->m, before));
    const bool away_after = after == CL_NO_BLOCK || cl_leads_away(cl_block_role(w->m, after));
    return !(away_before && away_after);
}

cl_place cl_place_of(const cl_places *w, const cl_note *note) {
    uint32_t marks;
    cl_place place = {.box = telling_box(w, note, &marks)};
    const cl_box *const box = &w->m->blocks->boxes.at[place.box];
    if (within(w->bad, box) >= within(w->good, box))
        return place;
    place.figure = marks & CL_MARK_FIGURE;
    place.captioned = place.box && within(w->story, box) == 0;
    place.in_story = place.captioned || stands_in_story(w, note, marks);
    return place;
}
