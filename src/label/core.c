#include "label/page.h"

/* The constants were chosen on the pages of `roles` and the articles of `wcxb` (measure: F1 of the letters of the
 * core's unmarked blocks against the body's) and looked at on `news`: 92.4, 91.8 and 94.3. They stand on plateaus: a
 * long text of 60 to 100 letters, a share of 0.55 to 0.6 and damping of 0.2 to 0.5 are all within 0.3 of that. */
#define LONG_TEXT     80u   /* letters from which a text is a paragraph of running text */
#define HALF_WEIGHT   0.5f  /* of those of half that length and more */
#define NO_SENTENCE   0.3f  /* of those without the end of a sentence */
#define LINKS_MAX     0.3f  /* share of letters in links from which on it is none */
#define DAMPED        0.3f  /* mass in boxes with a mark against the body */
#define MUCH_DAMPED   0.1f  /* with a loud one */
#define BEFORE_TITLE  0.3f  /* before the headline */
#define IN_ARTICLE    1.5f  /* in <article>, <main> or what is called the body */
#define CORE_SHARE    0.58f /* of the mass that the core has to hold */
#define MARK_IS_WRONG 0.6f  /* share of the mass with which a box's marks against the body can't be right */
#define LOUD_IS_WRONG 0.95f

static float block_mass(const cl_block *b) {
    if (b->chars < LONG_TEXT / 2 || (float)b->links >= LINKS_MAX * (float)b->chars)
        return 0;
    const float mass = b->chars < LONG_TEXT ? HALF_WEIGHT * (float)b->chars : (float)b->chars;
    return b->sentences ? mass : NO_SENTENCE * mass;
}

/* Sums over the boxes inside: a box comes before those. */
static void sum_up(const cl_blocks *blocks, float *of_boxes) {
    for (size_t i = blocks->boxes.count; i-- > 1;)
        of_boxes[blocks->boxes.at[i].parent] += of_boxes[i];
}

void cl_label_weigh(cl_label_page *page) {
    const cl_blocks *const blocks = page->blocks;
    for (size_t i = 0; i < blocks->boxes.count; i++)
        page->raw[i] = page->weighed[i] = page->direct[i] = 0;
    for (size_t i = 0; i < blocks->list.count; i++) {
        const cl_block *const b = &blocks->list.at[i];
        page->mass[i] = block_mass(b);
        page->raw[b->box] += page->mass[i];
    }
    sum_up(blocks, page->raw);
}

/* Marks as they come down to each box, without those against the body on boxes that hold most of the text. */
static void inherit_marks(cl_label_page *page) {
    const cl_blocks *const blocks = page->blocks;
    page->marks[0] = 0;
    for (size_t i = 1; i < blocks->boxes.count; i++) {
        const cl_box *const box = &blocks->boxes.at[i];
        uint32_t own = box->marks;
        if (page->raw[i] >= MARK_IS_WRONG * page->raw[0])
            own &= ~(uint32_t)(CL_MARKS_AGAINST & ~CL_MARKS_OUT);
        if (page->raw[i] >= LOUD_IS_WRONG * page->raw[0])
            own &= ~(uint32_t)CL_MARKS_OUT;
        page->marks[i] = page->marks[box->parent] | own;
    }
}

static float damping(uint32_t marks) {
    if (marks & CL_MARK_CONSENT)
        return 0.02f;
    if (marks & CL_MARKS_OUT)
        return MUCH_DAMPED;
    return marks & CL_MARKS_AGAINST ? DAMPED : 1;
}

/* Whether a box is a part of what holds the body: a paragraph, or a cell or an item that is one text. */
static bool is_part(const cl_box *box) {
    switch (box->tag) {
    case CL_TAG_TD:
    case CL_TAG_TH:
    case CL_TAG_LI:
    case CL_TAG_DD:
    case CL_TAG_BLOCKQUOTE:
        return box->end_block - box->first_block == 1;
    default:
        return cl_label_leaf(box->tag);
    }
}

void cl_label_find_core(cl_label_page *page) {
    const cl_blocks *const blocks = page->blocks;
    inherit_marks(page);
    for (size_t i = 0; i < blocks->list.count; i++) {
        if (page->mass[i] <= 0)
            continue;
        const uint32_t box = blocks->list.at[i].box;
        float mass = page->mass[i] * damping(page->marks[box]);
        if (page->headline != CL_NO_BLOCK && i < page->headline)
            mass *= BEFORE_TITLE;
        if (page->marks[box] & (CL_MARK_ARTICLE | CL_MARK_MAIN | CL_MARK_BODY))
            mass *= IN_ARTICLE;
        page->weighed[box] += mass;
    }
    sum_up(blocks, page->weighed);
    uint32_t core = 0;
    const float enough = CORE_SHARE * page->weighed[0];
    /* More than half: those that hold it are inside one another, so the last is the deepest. */
    if (page->weighed[0] > 0)
        for (uint32_t i = 0; i < blocks->boxes.count; i++)
            if (page->weighed[i] >= enough)
                core = i;
    while (core && is_part(&blocks->boxes.at[core]))
        core = blocks->boxes.at[core].parent;
    page->core = core;
}
