#include "label/story.h"

/* Found on pages of sites that the network has not seen (5-fold cross-validation by site over roles, news, wcxb, daniel
 * and the snippets; train/RESULTS.md has the figures of each rule). All pages were looked at for them; on those of
 * articles, which were not, the text gains 0.13 of 100. */
#define STORY_LIKELY 0.4f /* that the page is one, from which on this is done */

#define GAP_MIN       12u  /* blocks between two stretches: what is nearer is one */
#define GAP_FAR       25u  /* from here on a stretch goes though it be longer than the story */
#define STORY_MIN     300u /* letters of the story, for another text to be told from it */
#define OPENING_MIN   200u /* letters of the first stretch behind the headline, to be the story */
#define SHARE_AFTER   0.7f /* most letters, of the story's, of a stretch that is near; after it */
#define SHARE_BEFORE  0.1f
#define FAR_AFTER     4.0f /* and of one that is far */
#define FAR_BEFORE    0.5f
#define GAP_LINES     50u   /* in a flattened text, from which on a stretch goes */
#define SHARE_LINES   0.05f /* and most letters of one that goes without */
#define STRETCHES_MAX 64u
#define DROPPED_MAX   8u  /* a page that has more is a listing, whatever its kind */
#define PATH_MAX      64u /* boxes on the way to two stretches of which it is compared whether they look alike */

#define BODY_MIN      600u /* letters of a body that a box is told from */
#define BOX_SHARE     0.4f /* most letters, of the body's, of a box apart */
#define BOXES_MAX     8u   /* candidates on a page: of more, none */
#define LIKE_MAX      2u   /* boxes that look alike: more are how the story is told */
#define PARAGRAPH_MIN 40u  /* letters of a paragraph that shows where the story begins and ends */
#define DECK_MIN      40u
#define TAIL_MAX      200u /* letters behind the story that may be none of it */
#define SUBHEADS_MAX  4u   /* of the story: one that has more is told in sections, and a box is one of these */

/* Takes from the body what of it stands there. */
static void leave(cl_labels *labels, uint32_t begin, uint32_t end, cl_role role) {
    for (uint32_t i = begin; i < end; i++)
        if (labels->list.at[i].role == CL_ROLE_BODY) {
            labels->list.at[i].role = (uint8_t)role;
            labels->body.at[i] = 0;
        }
}

typedef struct stretch {
    uint32_t first, last; /* blocks */
    uint32_t box;         /* the innermost that holds all of it */
    uint32_t chars;
} stretch;

typedef struct stretches {
    stretch at[STRETCHES_MAX];
    uint32_t count;
    bool dropped[STRETCHES_MAX];
} stretches;

static bool is_in(const cl_blocks *blocks, uint32_t box, uint32_t outer) {
    return box >= outer && box < blocks->boxes.at[outer].end_box;
}

static uint32_t common_box(const cl_blocks *blocks, uint32_t a, uint32_t b) {
    while (!is_in(blocks, b, a))
        a = blocks->boxes.at[a].parent;
    return a;
}

/* False where there are too many. */
static bool find_stretches(stretches *s, const cl_labels *labels, const cl_blocks *blocks) {
    s->count = 0;
    for (uint32_t i = 0; i < labels->list.count; i++) {
        if (labels->list.at[i].role != CL_ROLE_BODY)
            continue;
        const cl_block *const b = &blocks->list.at[i];
        if (!s->count || i - s->at[s->count - 1].last > GAP_MIN) {
            if (s->count == STRETCHES_MAX)
                return false;
            s->dropped[s->count] = false;
            s->at[s->count++] = (stretch){.first = i, .last = i};
        }
        stretch *const last = &s->at[s->count - 1];
        last->last = i;
        last->chars += b->chars;
    }
    return true;
}

static void find_boxes(stretches *s, const cl_blocks *blocks) {
    for (uint32_t i = 0; i < s->count; i++)
        s->at[i].box = common_box(blocks, blocks->list.at[s->at[i].first].box, blocks->list.at[s->at[i].last].box);
}

/* The stretch behind the headline, if it is long enough; else the longest. */
static uint32_t find_story(const stretches *s, const cl_labels *labels) {
    uint32_t headline = 0, longest = 0;
    while (headline < labels->list.count && labels->list.at[headline].role != CL_ROLE_HEADLINE)
        headline++;
    for (uint32_t i = 0; i < s->count; i++)
        if (s->at[i].first > headline) {
            if (s->at[i].chars >= OPENING_MIN)
                return i;
            break;
        }
    for (uint32_t i = 1; i < s->count; i++)
        if (s->at[i].chars > s->at[longest].chars)
            longest = i;
    return longest;
}

/* Whether the ways to two boxes look alike: the parts of a story may stand in boxes of their own. */
static bool are_alike(const cl_blocks *blocks, uint32_t a, uint32_t b) {
    const cl_box *const boxes = blocks->boxes.at;
    if (boxes[a].depth != boxes[b].depth)
        return false;
    for (unsigned i = 0; i < PATH_MAX; i++, a = boxes[a].parent, b = boxes[b].parent) {
        if (a == b)
            return true;
        if (boxes[a].shape != boxes[b].shape)
            return false;
    }
    return false;
}

/* Whether a stretch is none of the story, which stands in `around`. */
static bool is_elsewhere(
    const cl_blocks *blocks, const stretch *told, const stretch *one, uint32_t around, uint32_t gap, bool after) {
    const float share = (float)one->chars / (float)told->chars;
    const bool outside = !is_in(blocks, one->box, around);
    const bool far_outside = outside && !is_in(blocks, one->box, blocks->boxes.at[around].parent);
    return ((outside && gap >= GAP_FAR && share <= (after ? FAR_AFTER : FAR_BEFORE)) ||
               (far_outside && share <= (after ? SHARE_AFTER : SHARE_BEFORE))) &&
           !are_alike(blocks, told->box, one->box) &&
           !are_alike(blocks, told->box, blocks->boxes.at[one->box].parent); /* a single paragraph */
}

/* The same for a flattened text, which has no boxes. */
static bool is_far_line(const stretch *told, const stretch *one, uint32_t gap, bool after) {
    const float share = (float)one->chars / (float)told->chars;
    return share <= SHARE_LINES || (after && gap >= GAP_LINES && share <= FAR_AFTER);
}

/* Goes from the story outwards, to one side. What a stretch that stays stands in belongs to the story too. */
static void drop(stretches *s, const cl_blocks *blocks, uint32_t story, bool after) {
    const stretch *const told = &s->at[story];
    const stretch *edge = told;
    uint32_t around = told->box;
    for (uint32_t i = story; after ? ++i < s->count : i-- > 0;) {
        const stretch *const one = &s->at[i];
        const uint32_t gap = after ? one->first - edge->last - 1 : edge->first - one->last - 1;
        s->dropped[i] =
            blocks ? is_elsewhere(blocks, told, one, around, gap, after) : is_far_line(told, one, gap, after);
        if (s->dropped[i])
            continue;
        around = blocks ? common_box(blocks, around, one->box) : 0;
        edge = one;
    }
}

static void leave_stretches(cl_labels *labels, const cl_blocks *blocks, bool lines) {
    stretches s;
    if (!find_stretches(&s, labels, blocks) || s.count < 2)
        return;
    const uint32_t told = find_story(&s, labels);
    if (s.at[told].chars < STORY_MIN)
        return;
    if (!lines)
        find_boxes(&s, blocks);
    drop(&s, lines ? NULL : blocks, told, true);
    drop(&s, lines ? NULL : blocks, told, false);
    uint32_t dropped = 0;
    for (uint32_t i = 0; i < s.count; i++)
        dropped += s.dropped[i];
    for (uint32_t i = 0; i < s.count && dropped <= DROPPED_MAX; i++)
        if (s.dropped[i])
            leave(labels, s.at[i].first, s.at[i].last + 1, CL_ROLE_OTHER);
}

/* The box whose own paragraphs, without those in boxes inside, hold half of the letters of the body or more, which are
 * counted; 0: none does. (The vote of Boyer and Moore: what has the majority is left over when each letter is set
 * against one of another box.) */
static uint32_t box_of_paragraphs(const cl_labels *labels, const cl_blocks *blocks, uint64_t *letters) {
    uint64_t lead = 0, in = 0;
    uint32_t box = 0;
    for (size_t i = 0; i < labels->list.count; i++) {
        const cl_block *const b = &blocks->list.at[i];
        const uint32_t parent = blocks->boxes.at[b->box].parent;
        if (labels->list.at[i].role != CL_ROLE_BODY || b->type != CL_BLOCK_PARAGRAPH)
            continue;
        if (parent == box) {
            lead += b->chars;
        } else if (lead >= b->chars) {
            lead -= b->chars;
        } else {
            box = parent;
            lead = b->chars - lead;
        }
    }
    *letters = 0;
    for (size_t i = 0; i < labels->list.count; i++) {
        const cl_block *const b = &blocks->list.at[i];
        if (labels->list.at[i].role != CL_ROLE_BODY)
            continue;
        *letters += b->chars;
        in += b->type == CL_BLOCK_PARAGRAPH && blocks->boxes.at[b->box].parent == box ? b->chars : 0;
    }
    return 2 * in >= *letters ? box : 0;
}

/* Whether the body in a box is a heading and paragraphs below it. */
static bool is_headed(const cl_labels *labels, const cl_blocks *blocks, const cl_box *box, uint64_t letters) {
    uint32_t count = 0;
    uint64_t chars = 0;
    for (uint32_t i = box->first_block; i < box->end_block; i++) {
        if (labels->list.at[i].role != CL_ROLE_BODY)
            continue;
        if (blocks->list.at[i].type != (count ? CL_BLOCK_PARAGRAPH : CL_BLOCK_HEADING))
            return false;
        count++;
        chars += blocks->list.at[i].chars;
    }
    return count > 1 && (float)chars <= BOX_SHARE * (float)letters;
}

/* How many headings of the body stand among the paragraphs of a box. */
static uint32_t subheads(const cl_labels *labels, const cl_blocks *blocks, uint32_t box) {
    uint32_t count = 0;
    for (uint32_t i = blocks->boxes.at[box].first_block; i < blocks->boxes.at[box].end_block; i++) {
        const cl_block *const b = &blocks->list.at[i];
        count += labels->list.at[i].role == CL_ROLE_BODY && b->type == CL_BLOCK_HEADING &&
                 blocks->boxes.at[b->box].parent == box;
    }
    return count;
}

/* "What we know of the ferry", with two paragraphs, in a box between the paragraphs of the story. */
static void leave_boxes(cl_labels *labels, const cl_blocks *blocks, uint32_t around, uint64_t letters) {
    const cl_box *const boxes = blocks->boxes.at;
    if (letters < BODY_MIN || subheads(labels, blocks, around) > SUBHEADS_MAX)
        return;
    uint32_t found[BOXES_MAX], count = 0;
    for (uint32_t i = around + 1; i < boxes[around].end_box; i = boxes[i].end_box) {
        if (!is_headed(labels, blocks, &boxes[i], letters))
            continue;
        if (count == BOXES_MAX)
            return;
        found[count++] = i;
    }
    for (uint32_t i = 0; i < count; i++) {
        uint32_t like = 0;
        for (uint32_t k = 0; k < count; k++)
            like += boxes[found[k]].shape == boxes[found[i]].shape;
        if (like <= LIKE_MAX)
            leave(labels, boxes[found[i]].first_block, boxes[found[i]].end_block, CL_ROLE_ASIDE);
    }
}

/* "Further information", a list of places, behind the last paragraph of the story and not in its box: what is no text
 * does not end a story. */
static void leave_tail(cl_labels *labels, const cl_blocks *blocks, uint32_t around, uint32_t last) {
    const uint32_t begin = blocks->boxes.at[around].end_block, count = (uint32_t)labels->list.count;
    uint64_t letters = 0;
    for (uint32_t i = last + 1; i < count; i++) {
        const cl_block *const b = &blocks->list.at[i];
        if (labels->list.at[i].role != CL_ROLE_BODY)
            continue;
        letters += b->chars;
        if (i < begin || letters > TAIL_MAX || (b->type == CL_BLOCK_PARAGRAPH && b->links < b->chars / 2))
            return;
    }
    leave(labels, begin, count, CL_ROLE_RELATED);
}

/* A sentence that is marked up as a heading, before the first paragraph of the story and not in its box, is its deck,
 * where the body has nothing else there, and the page no deck. */
static void find_deck(cl_labels *labels, const cl_blocks *blocks, uint32_t around, uint32_t first) {
    uint32_t found = CL_NO_BLOCK;
    for (uint32_t i = 0; i < labels->list.count; i++) {
        const cl_role role = (cl_role)labels->list.at[i].role;
        if (role == CL_ROLE_DECK || (role == CL_ROLE_BODY && i < first && found != CL_NO_BLOCK))
            return;
        if (role == CL_ROLE_BODY && i < first)
            found = i;
    }
    if (found == CL_NO_BLOCK || found >= blocks->boxes.at[around].first_block ||
        blocks->list.at[found].type != CL_BLOCK_HEADING || blocks->list.at[found].chars < DECK_MIN)
        return;
    labels->list.at[found].role = CL_ROLE_DECK;
}

/* What stands before and behind the box that the paragraphs of the story are in. */
static void leave_ends(cl_labels *labels, const cl_blocks *blocks, uint32_t around) {
    uint32_t first = CL_NO_BLOCK, last = 0, count = 0;
    for (uint32_t i = 0; i < labels->list.count; i++) {
        const cl_block *const b = &blocks->list.at[i];
        if (labels->list.at[i].role != CL_ROLE_BODY || b->type != CL_BLOCK_PARAGRAPH || b->chars <= PARAGRAPH_MIN ||
            blocks->boxes.at[b->box].parent != around)
            continue;
        first = count++ ? first : i;
        last = i;
    }
    if (count < 2)
        return;
    leave_tail(labels, blocks, around, last);
    find_deck(labels, blocks, around, first);
}

static bool ends_with_colon(cl_slice text) {
    return (text.size && text.data[text.size - 1] == ':') ||
           (text.size >= 3 && memcmp(text.data + text.size - 3, "：", 3) == 0);
}

/* Whether a block with this role is what a heading before it is about, or only it and a line with a colon. */
static bool is_headed_by(cl_role role, bool heading) {
    return role == CL_ROLE_RELATED || (heading && (role == CL_ROLE_ASIDE || role == CL_ROLE_NOTE ||
                                                      role == CL_ROLE_PROMOTION || role == CL_ROLE_COMMENT));
}

/* "You may also like:" ends no story: a last line that heads what is none of it goes with that. */
static void leave_last(cl_labels *labels, const cl_blocks *blocks) {
    for (size_t i = labels->list.count; i-- > 0;) {
        if (labels->list.at[i].role != CL_ROLE_BODY)
            continue;
        const bool heading = blocks->list.at[i].type == CL_BLOCK_HEADING;
        const cl_role next = i + 1 < labels->list.count ? (cl_role)labels->list.at[i + 1].role : CL_ROLE_OTHER;
        if ((!heading && !ends_with_colon(blocks->list.at[i].text)) || !is_headed_by(next, heading))
            return;
        leave(labels, (uint32_t)i, (uint32_t)i + 1, next);
    }
}

void cl_labels_keep_story(cl_labels *labels, const cl_features *features, float story) {
    if (story < STORY_LIKELY)
        return;
    const cl_blocks *const blocks = features->blocks;
    uint64_t letters;
    const uint32_t around = box_of_paragraphs(labels, blocks, &letters);
    if (around) {
        leave_boxes(labels, blocks, around, letters);
        leave_ends(labels, blocks, around);
    }
    leave_stretches(labels, blocks, false);
    leave_last(labels, blocks);
}

void cl_labels_keep_story_lines(cl_labels *labels, const cl_blocks *blocks, float story) {
    if (story >= STORY_LIKELY)
        leave_stretches(labels, blocks, true);
}
