/* Each block gets a role.
 *
 * In: the features of blocks, or blocks that are lines. Out: a role and a probability for each, what kind of page it
 * is, and how sure it is that it is one article. A network that was trained on annotated pages (train/) says how likely
 * each role is, from the features of the block and of those around it; decode.c makes roles of that. */
#ifndef CL_LABEL_LABEL_H
#define CL_LABEL_LABEL_H

#include "block/features.h"
#include "block/lines.h"
#include "label/network.h"

/* What a block is for on its page. */
typedef enum cl_role {
    CL_ROLE_OTHER = 0,
    CL_ROLE_HEADLINE,
    CL_ROLE_KICKER,
    CL_ROLE_DECK,
    CL_ROLE_BYLINE,
    CL_ROLE_DATE,
    CL_ROLE_BODY,
    CL_ROLE_ASIDE,
    CL_ROLE_NOTE,
    CL_ROLE_BIO,
    CL_ROLE_CAPTION,
    CL_ROLE_CREDIT,
    CL_ROLE_TOPIC,
    CL_ROLE_RELATED,
    CL_ROLE_PROMOTION,
    CL_ROLE_COMMENT,
    CL_ROLE_SHARE,
    CL_ROLE_NAVIGATION,
    CL_ROLE_CONSENT,
    CL_ROLE_LEGAL,
    CL_ROLE_EDITION,
    CL_ROLE_COUNT
} cl_role;

/* "headline", "kicker" and so on; a constant. */
cl_slice cl_role_name(cl_role role);

/* What kind of page it is. */
typedef enum cl_page_kind {
    CL_PAGE_ARTICLE = 0,
    CL_PAGE_LIVE_BLOG,
    CL_PAGE_GALLERY,
    CL_PAGE_VIDEO,
    CL_PAGE_OPINION,
    CL_PAGE_INTERVIEW,
    CL_PAGE_LISTING,
    CL_PAGE_FORUM,
    CL_PAGE_PRODUCT,
    CL_PAGE_SERVICE,
    CL_PAGE_DOCUMENTATION,
    CL_PAGE_ERROR,
    CL_PAGE_OTHER,
    CL_PAGE_KIND_COUNT
} cl_page_kind;

/* "article", "live-blog" and so on; a constant. */
cl_slice cl_page_kind_name(cl_page_kind kind);

typedef struct cl_label {
    float probability; /* of the role, 0 to 1 */
    uint8_t role;      /* cl_role */
} cl_label;

typedef CL_VECTOR(float) cl_floats;

/* Labels and the memory to make them in, reused from page to page. list.at[i] is the label of block i. */
typedef struct cl_labels {
    const cutline_allocator *allocator;
    CL_VECTOR(cl_label) list;
    cl_floats body;          /* of each block, that it is body, where the network has said so */
    cl_numbers copies;       /* by the slot of a text in cl_features.texts: the block that is kept of its copies */
    CL_VECTOR(bool) goes_on; /* of each unit of a flattened text: whether it is one with the one before */
    cl_network network;
    uint32_t body_box; /* the box that holds the body; 0: the whole page */
    uint32_t headline; /* number of the block that is the headline, CL_NO_BLOCK where none is */
    cl_page_kind kind;
    double confidence; /* 0 to 1: that this is one article and that this is its body */
} cl_labels;

#define CL_NO_BLOCK UINT32_MAX

void cl_labels_init(cl_labels *labels, const cutline_allocator *allocator);
void cl_labels_free(cl_labels *labels);

/* Labels every block of the page that features were measured of; `favor` says what the body is to be, complete or
 * clean, where both can't be had. CUTLINE_E_NOMEM where there is no memory. */
cutline_status cl_label_blocks(
    cl_labels *labels, const cl_features *features, cutline_favor favor, cutline_error *error);
/* The same for the units of a flattened text, of which those that are one become one block: `blocks` has fewer then.
 * `apart`: they stay as they are, for those who want to see what is measured of each. */
cutline_status cl_label_lines(
    cl_labels *labels, const cl_lines *lines, cl_blocks *blocks, cutline_favor favor, bool apart, cutline_error *error);

/* ---- between the files of this stage */

/* Probabilities of body from which a block is that: on pages that are a story for sure, and on those that are none. */
typedef struct cl_body_thresholds {
    float story, other;
} cl_body_thresholds;

/* Room for the labels of so many blocks. */
bool cl_labels_reserve(cl_labels *labels, size_t count);
/* Takes the logits of a block: its likeliest role but body, and beside it how likely it is that it is body. */
void cl_labels_take(cl_labels *labels, uint32_t block, const float *logits);
/* Takes those of the page's kind. How likely the page is to be a story: the kinds that are told one after the other. */
float cl_labels_take_kinds(cl_labels *labels, float *kinds);
/* Body is what is likely enough to be that. On pages that are no story, text is more often so than it is sure. */
void cl_labels_find_body(cl_labels *labels, const cl_body_thresholds *least, float story);
/* Where no block passes for body: those that come near the best there is, if that is likely at all. */
void cl_labels_rescue(cl_labels *labels, float least, float share);
/* How sure: the letters that are body in fact, by the probabilities, of those taken and those left; less where there is
 * little text. */
double cl_labels_confidence(const cl_labels *labels, const cl_blocks *blocks);

#endif
