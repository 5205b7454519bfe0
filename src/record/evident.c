/* Roles that the words of a block leave no doubt of, whatever the network said: a switcher of languages, a reference to
 * another story, the caption that repeats what stands for its image, the rest of a row of topics.
 *
 * But for references, no block of the body is touched: what is said here of a block is said of those
 * around a story. */
#include "record/credit.h"
#include "record/fields.h"
#include "record/place.h"
#include "record/string.h"

#define SURE            0.9f /* of a role: no name of a language is looked for */
#define NAMES_MIN       2u   /* languages in a row: one alone may be a word of a story */
#define REFERENCE_AFTER 12u  /* blocks after the body in which a reference is the story's */
#define CAPTION_MIN     20u  /* bytes of a text that is not the same as another by chance */
#define CAPTION_MAX     600u /* of a caption */
#define DOUBTFUL        0.7f /* of body */
#define LINKED_MIN      16u  /* letters of a title that a paragraph within the body leads to */
#define CREDIT_MAX      120u /* of a credit */
#define TOPICS_MIN      3u   /* in one glued line */
#define TOPICS_NEAR     3u   /* blocks between the story and such a line that no block of is said to be a topic */
#define TOPICS_SURE     0.6f /* where the network is so sure of their other roles on the mean, it is believed */
#define TOPIC_MAX       40u  /* bytes of one */

typedef struct evident {
    cl_labels *labels;
    const cl_blocks *blocks;
    const cl_dom *dom;
    uint32_t last; /* of the body; CL_NO_BLOCK where there is none */
} evident;

static cl_role role_of(const evident *e, uint32_t block) {
    return (cl_role)e->labels->list.at[block].role;
}

static bool is_open(const evident *e, uint32_t block) {
    const cl_role role = role_of(e, block);
    return role != CL_ROLE_BODY && role != CL_ROLE_NOTE && role != CL_ROLE_ASIDE && block != e->labels->headline;
}

static void give(const evident *e, uint32_t from, uint32_t to, cl_role role) {
    for (uint32_t i = from; i < to; i++) {
        e->labels->list.at[i].role = (uint8_t)role;
        if (e->labels->headline == i)
            e->labels->headline = CL_NO_BLOCK;
    }
}

/* Blocks in a row that are names of languages and nothing else; where they end. */
static uint32_t read_editions(const evident *e, uint32_t begin) {
    unsigned names = 0;
    uint32_t end = begin;
    for (; end < e->labels->list.count; end++) {
        const cl_label *const label = &e->labels->list.at[end];
        /* A role that the network is sure of is kept: most blocks need no look for names then. */
        const bool asked = !(e->dom && end == e->labels->headline) && label->role != CL_ROLE_BODY &&
                           label->role != CL_ROLE_TOPIC && label->probability < SURE;
        const unsigned more = asked || label->role == CL_ROLE_EDITION ? cl_languages_only(e->blocks, end) : 0;
        if (!more)
            break;
        names += more;
    }
    if (names >= NAMES_MIN)
        give(e, begin, end, CL_ROLE_EDITION);
    return end > begin ? end : begin + 1;
}

static bool repeats(const evident *e, uint32_t block, cl_slice other) {
    const cl_slice text = e->blocks->list.at[block].text;
    return text.size >= CAPTION_MIN && text.size <= CAPTION_MAX && is_open(e, block) && cl_slice_equal(text, other) &&
           !cl_leads_away(role_of(e, block));
}

/* A block under an image that says the same as stands for the image where it is not shown. */
static void read_captions(const evident *e, cl_arena *arena, bool *failed) {
    for (size_t i = 0; i < e->blocks->notes.count; i++) {
        const cl_note *const note = &e->blocks->notes.at[i];
        if (note->kind != CL_NOTE_IMAGE || note->linked || note->block >= e->labels->list.count ||
            cl_is_caption(role_of(e, note->block)) || !is_open(e, note->block))
            continue;
        const cl_slice said = cl_dom_attr(e->dom, note->node, CL_ATTR_ALT);
        if (said.size >= CAPTION_MIN && said.size <= CAPTION_MAX &&
            repeats(e, note->block, cl_clean(said, arena, false, failed)))
            give(e, note->block, note->block + 1, CL_ROLE_CAPTION);
    }
}

/* In a text both stand one after the other. Teasers do so too: it must end in a credit. */
static void read_caption_lines(const evident *e, uint32_t block) {
    cl_slice caption, credit;
    if (block == 0 || !repeats(e, block, e->blocks->list.at[block - 1].text) ||
        !(is_open(e, block - 1) || role_of(e, block - 1) == CL_ROLE_HEADLINE))
        return;
    cl_caption_split(e->blocks->list.at[block].text, &caption, &credit);
    if (caption.size && credit.size)
        give(e, block - 1, block + 1, CL_ROLE_CAPTION);
}

/* "fot. Marek Sowa" right behind a caption is no byline. */
static void read_credit(const evident *e, uint32_t block) {
    if (block && is_open(e, block) && cl_is_caption(role_of(e, block - 1)) && !cl_is_caption(role_of(e, block)) &&
        e->blocks->list.at[block].text.size <= CREDIT_MAX && cl_begins_with_credit(e->blocks->list.at[block].text))
        give(e, block, block + 1, CL_ROLE_CREDIT);
}

/* The units of one line that was a row of links are all topics where one is, or where the line stands close behind the
 * story and the network does not know better: menus and buttons it knows by their words. Where they end. */
static uint32_t read_topics(const evident *e, uint32_t begin) {
    const cl_block *const blocks = e->blocks->list.at;
    uint32_t end = begin;
    bool topic = false, few = true;
    float sure = 0;
    for (; end < e->labels->list.count && blocks[end].offset == blocks[begin].offset; end++) {
        topic |= role_of(e, end) == CL_ROLE_TOPIC;
        few &= is_open(e, end) && blocks[end].text.size <= TOPIC_MAX && !blocks[end].sentences;
        sure += e->labels->list.at[end].probability;
    }
    const bool near = e->last != CL_NO_BLOCK && begin > e->last && begin - e->last <= TOPICS_NEAR;
    if (few && end - begin >= TOPICS_MIN && (topic || (near && sure < TOPICS_SURE * (float)(end - begin))))
        give(e, begin, end, CL_ROLE_TOPIC);
    return end;
}

/* Whether a paragraph within the body of which the network is not sure sends its readers away, by title. "Where to
 * watch: Channel 5" is none. */
static bool is_doubtful_reference(const evident *e, uint32_t block) {
    const cl_block *const b = &e->blocks->list.at[block];
    return e->dom && role_of(e, block) == CL_ROLE_BODY && e->labels->list.at[block].probability < DOUBTFUL &&
           block > 0 && block < e->last && b->type == CL_BLOCK_PARAGRAPH && b->links >= LINKED_MIN &&
           cl_is_reference(e->blocks, block, true);
}

void cl_evident_roles(cl_making *m, cl_labels *labels) {
    evident e = {.labels = labels, .blocks = m->blocks, .dom = m->dom, .last = CL_NO_BLOCK};
    const uint32_t count = (uint32_t)labels->list.count;
    for (uint32_t i = 0; i < count; i++)
        e.last = role_of(&e, i) == CL_ROLE_BODY ? i : e.last;
    if (e.dom)
        read_captions(&e, m->arena, &m->failed);
    for (uint32_t i = 0; i < count; i++) {
        if (!e.dom)
            read_caption_lines(&e, i);
        read_credit(&e, i);
        if (e.last != CL_NO_BLOCK && i <= e.last + REFERENCE_AFTER && is_open(&e, i) &&
            cl_is_reference(e.blocks, i, e.dom != NULL))
            give(&e, i, i + 1, CL_ROLE_RELATED);
        if (is_doubtful_reference(&e, i))
            give(&e, i, i + 1, CL_ROLE_RELATED);
    }
    for (uint32_t i = 0; i < count;)
        i = read_editions(&e, i);
    for (uint32_t i = 0; i < count && !e.dom;)
        i = read_topics(&e, i);
}
