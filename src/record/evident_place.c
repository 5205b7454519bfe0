/* Blocks that are no body by where they stand, whatever the network said: short ones behind the element that holds the
 * story, captions, the box of a form that asks for an address, and what a live blog says before its first post.
 *
 * On pages of sites that the network has not seen (5-fold cross-validation over roles, news and wcxb) 16 blocks of the
 * body stand behind the story's element, none of them in the gold; 7 in boxes of such forms, one of them in it; and 58
 * are captions of figures, 17 of them in it, most on pages of products, which are left alone. */
#include "record/fields.h"
#include "record/string.h"

#define PARAGRAPH_MIN 120u /* letters */
#define PARAGRAPHS    2u   /* that the element holds, all that the body has of that length */
#define FIGURE_UP     8u   /* boxes from a caption to its figure */
#define BOX_BLOCKS    8u   /* in the box of a form */
#define BOX_MAX       300u /* letters there */
#define NODES         200u /* of a form that are looked at */
#define POSTS_MIN     2u
#define LINE_MAX      90u /* letters of a line before the first post */

static bool is_body(const cl_labels *labels, uint32_t block) {
    return labels->list.at[block].role == CL_ROLE_BODY;
}

static const cl_block *block_at(const cl_making *m, uint32_t block) {
    return &m->blocks->list.at[block];
}

/* ---- behind the story */

/* The innermost <article> around the headline and all long paragraphs; 0 where there is none. */
static uint32_t article_of(const cl_making *m, const cl_labels *labels) {
    const cl_box *const boxes = m->blocks->boxes.at;
    uint32_t first = labels->headline, last = labels->headline, paragraphs = 0;
    if (labels->headline == CL_NO_BLOCK)
        return 0;
    for (uint32_t i = 0; i < labels->list.count; i++) {
        if (!is_body(labels, i) || block_at(m, i)->chars < PARAGRAPH_MIN)
            continue;
        first = i < first ? i : first;
        last = i > last ? i : last;
        paragraphs++;
    }
    uint32_t box = paragraphs < PARAGRAPHS ? 0 : block_at(m, last)->box;
    while (box && (boxes[box].tag != CL_TAG_ARTICLE || boxes[box].first_block > first || boxes[box].end_block <= last))
        box = boxes[box].parent;
    return box;
}

/* Voices of readers, an imprint: lines behind an element that holds the whole story are not of it. */
static void heed_article(const cl_making *m, cl_labels *labels) {
    const uint32_t article = article_of(m, labels);
    const uint32_t end = article ? m->blocks->boxes.at[article].end_block : (uint32_t)labels->list.count;
    for (uint32_t i = end; i < labels->list.count; i++)
        if (is_body(labels, i))
            labels->list.at[i].role = CL_ROLE_OTHER;
}

/* ---- captions */

static bool in_figure(const cl_making *m, uint32_t block) {
    const cl_box *const boxes = m->blocks->boxes.at;
    uint32_t box = block_at(m, block)->box;
    for (unsigned up = 0; box && up < FIGURE_UP; up++, box = boxes[box].parent)
        if (boxes[box].tag == CL_TAG_FIGURE)
            return true;
    return false;
}

/* What stands under pictures is not the story where that stands beside them. On pages that are none it often is. */
static void heed_captions(const cl_making *m, cl_labels *labels) {
    uint32_t paragraphs = 0, chars = 0, captions = 0;
    if (labels->kind > CL_PAGE_GALLERY && labels->kind != CL_PAGE_OPINION && labels->kind != CL_PAGE_INTERVIEW)
        return;
    for (uint32_t i = 0; i < labels->list.count; i++) {
        const cl_block *const b = block_at(m, i);
        if (!is_body(labels, i))
            continue;
        if (b->type == CL_BLOCK_CAPTION)
            captions += b->chars;
        else if (b->chars >= PARAGRAPH_MIN) {
            paragraphs++;
            chars += b->chars;
        }
    }
    for (uint32_t i = 0; paragraphs >= PARAGRAPHS && captions < chars / 2 && i < labels->list.count; i++)
        if (is_body(labels, i) && block_at(m, i)->type == CL_BLOCK_CAPTION && in_figure(m, i))
            labels->list.at[i].role = CL_ROLE_CAPTION;
}

/* ---- forms */

static bool asks_address(const cl_dom *dom, cl_node form) {
    unsigned turns = 0;
    for (cl_node n = form; n && turns < NODES; n = cl_dom_following(dom, form, n), turns++)
        if (cl_dom_is(dom, n, CL_TAG_INPUT) &&
            (cl_slice_equal_nocase(cl_dom_attr(dom, n, CL_ATTR_TYPE), CL_SLICE("email")) ||
                cl_contains(cl_dom_attr(dom, n, CL_ATTR_NAME), CL_SLICE("mail"))))
            return true;
    return false;
}

/* Whether a box is small, and there is more of the body than it holds. */
static bool is_small(const cl_box *box, uint32_t first, uint32_t last) {
    return box->end_block - box->first_block <= BOX_BLOCKS && box->chars <= BOX_MAX &&
           (box->first_block > first || box->end_block <= last);
}

/* "Our letter", "Every morning in your mailbox", a form for the address: the small box around it is the letter's. */
static void heed_form(const cl_making *m, cl_labels *labels, uint32_t form, uint32_t first, uint32_t last) {
    const cl_box *const boxes = m->blocks->boxes.at;
    uint32_t box = form;
    while (boxes[box].parent && is_small(&boxes[boxes[box].parent], first, last))
        box = boxes[box].parent;
    for (uint32_t i = boxes[box].first_block; i < boxes[box].end_block; i++)
        if (is_body(labels, i))
            labels->list.at[i].role = CL_ROLE_PROMOTION;
}

static void heed_forms(const cl_making *m, cl_labels *labels) {
    const uint32_t first = cl_body_begin(labels), last = cl_body_end(labels) - 1;
    for (uint32_t i = 1; first < labels->list.count && i < m->blocks->boxes.count; i++) {
        const cl_box *const box = &m->blocks->boxes.at[i];
        if (box->tag == CL_TAG_FORM && box->first_block <= last && box->end_block > first &&
            is_small(box, first, last) && asks_address(m->dom, box->node))
            heed_form(m, labels, i, first, last);
    }
}

/* ---- live blogs */

/* The box of a post that begins with that block, a time. */
static uint32_t post_of(const cl_making *m, uint32_t block) {
    const cl_box *const boxes = m->blocks->boxes.at;
    uint32_t box = block_at(m, block)->box;
    while (boxes[box].parent && boxes[boxes[box].parent].first_block == block)
        box = boxes[box].parent;
    return box;
}

/* The first of several posts in a row, boxes of one shape in one box; 0 where there are none. */
static uint32_t first_post(const cl_making *m, const cl_labels *labels) {
    const cl_box *const boxes = m->blocks->boxes.at;
    uint32_t first = 0, posts = 0;
    for (uint32_t i = 0; i + 1 < labels->list.count && posts < POSTS_MIN; i++) {
        if (labels->list.at[i].role != CL_ROLE_DATE || !is_body(labels, i + 1))
            continue;
        const uint32_t box = post_of(m, i);
        const bool same = first && boxes[box].parent == boxes[first].parent && boxes[box].shape == boxes[first].shape;
        posts = same ? posts + 1 : 1;
        first = same ? first : box;
    }
    return posts < POSTS_MIN ? 0 : first;
}

/* "New posts load by themselves", right before the first. */
static void heed_posts(const cl_making *m, cl_labels *labels) {
    const cl_box *const boxes = m->blocks->boxes.at;
    const uint32_t post = first_post(m, labels);
    for (uint32_t i = boxes[post].first_block; post && i-- > boxes[boxes[post].parent].first_block;) {
        if (block_at(m, i)->chars > LINE_MAX || block_at(m, i)->type != CL_BLOCK_PARAGRAPH)
            return;
        if (is_body(labels, i))
            labels->list.at[i].role = CL_ROLE_OTHER;
    }
}

void cl_evident_places(const cl_making *m, cl_labels *labels) {
    if (!m->dom)
        return;
    heed_article(m, labels);
    heed_captions(m, labels);
    heed_forms(m, labels);
    if (cl_is_live(m))
        heed_posts(m, labels);
}
