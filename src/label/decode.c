/* Roles from what the network says of each block. */
#include "base/status.h"
#include "label/label.h"
#include "label/model.h"
#include "label/softmax.h"

#define HEADLINE_NEAR 0.05f /* of probability */

/* Letters of running text outside of a dialogue about cookies from which on it is no story. */
#define CONSENT_OUTSIDE 150u

/* Letters of body at which a page is half as sure to be an article as its blocks are to be body. */
#define LETTERS_HALF 300.0

static void row_of(const void *user, uint32_t block, cl_feature_row *row) {
    cl_features_row(user, block, row);
}

/* The likeliest role of a block but body, and beside it how likely it is that it is body. */
static void take(void *user, uint32_t block, const float *logits) {
    cl_labels *const labels = user;
    float p[CL_ROLE_COUNT];
    memcpy(p, logits, sizeof p);
    cl_softmax(p, CL_ROLE_COUNT);
    cl_role other = CL_ROLE_OTHER;
    for (unsigned i = 0; i < CL_ROLE_COUNT; i++)
        if (i != CL_ROLE_BODY && p[i] > p[other])
            other = (cl_role)i;
    labels->list.at[block] = (cl_label){p[other], (uint8_t)other};
    labels->body.at[block] = p[CL_ROLE_BODY];
}

/* The kind of the page, and how likely it is to be a story: the kinds that are told one after the other. */
static float take_kinds(cl_labels *labels, float *kinds) {
    labels->kind = CL_PAGE_OTHER;
    if (!labels->list.count)
        return 0;
    cl_softmax(kinds, CL_PAGE_KIND_COUNT);
    for (unsigned i = 0; i < CL_PAGE_KIND_COUNT; i++)
        if (kinds[i] > kinds[labels->kind])
            labels->kind = (cl_page_kind)i;
    return kinds[CL_PAGE_ARTICLE] + kinds[CL_PAGE_LIVE_BLOG] + kinds[CL_PAGE_OPINION] + kinds[CL_PAGE_INTERVIEW];
}

/* Body is what is likely enough to be that. On pages that are no story, text is more often so than it is sure. */
static void find_body(cl_labels *labels, const cl_model_thresholds *least, float story) {
    const float threshold = least->story * story + least->other * (1 - story);
    for (size_t i = 0; i < labels->list.count; i++)
        if (labels->body.at[i] >= threshold)
            labels->list.at[i] = (cl_label){labels->body.at[i], CL_ROLE_BODY};
}

/* Where no block passes for body: those that come near the best there is, if that is likely at all. */
static void rescue(cl_labels *labels) {
    float best = 0;
    for (size_t i = 0; i < labels->list.count; i++) {
        if (labels->list.at[i].role == CL_ROLE_BODY)
            return;
        best = labels->body.at[i] > best ? labels->body.at[i] : best;
    }
    if (best < cl_model_rescue_least)
        return;
    const float least = cl_model_rescue_share * best;
    for (size_t i = 0; i < labels->list.count; i++)
        if (labels->body.at[i] >= least)
            labels->list.at[i] = (cl_label){labels->body.at[i], CL_ROLE_BODY};
}

static bool in_consent(const cl_features *features, size_t block) {
    return features->boxes.at[features->blocks->list.at[block].box].around & CL_MARK_CONSENT;
}

/* What stands in a dialogue about cookies, by the names of its boxes, is not the story where there is another text
 * after or before it: such a dialogue may be longer than the story, and it is written in sentences. */
static void heed_consent(cl_labels *labels, const cl_features *features) {
    size_t first = labels->list.count, last = 0;
    uint32_t outside = 0;
    for (size_t i = 0; i < labels->list.count; i++) {
        if (labels->list.at[i].role != CL_ROLE_BODY || !features->list.at[i].good || in_consent(features, i))
            continue;
        first = i < first ? i : first;
        last = i;
        outside += features->blocks->list.at[i].chars;
    }
    for (size_t i = 0; outside >= CONSENT_OUTSIDE && i < labels->list.count; i++)
        if (labels->list.at[i].role == CL_ROLE_BODY && (i < first || i > last) && in_consent(features, i))
            labels->list.at[i].role = CL_ROLE_CONSENT;
}

/* How sure: the letters that are body in fact, by the probabilities, of those taken and those left; less where there is
 * little text. */
static double confidence(const cl_labels *labels, const cl_blocks *blocks) {
    double taken = 0, sure = 0, left = 0;
    for (size_t i = 0; i < labels->list.count; i++) {
        const double chars = blocks->list.at[i].chars, p = (double)labels->body.at[i];
        if (labels->list.at[i].role == CL_ROLE_BODY) {
            taken += chars;
            sure += chars * p;
        } else {
            left += chars * p;
        }
    }
    return taken > 0 ? sure / (taken + left) * (taken / (taken + LETTERS_HALF)) : 0;
}

/* The likeliest headline; of those that are nearly as likely the one that says what the page's title says, and that one
 * too where there is no other. */
static uint32_t find_headline(const cl_labels *labels, const cl_features *features) {
    const uint32_t said = features->headline;
    uint32_t found = CL_NO_BLOCK;
    for (uint32_t i = 0; i < labels->list.count; i++)
        if (labels->list.at[i].role == CL_ROLE_HEADLINE &&
            (found == CL_NO_BLOCK || labels->list.at[i].probability > labels->list.at[found].probability))
            found = i;
    if (found == CL_NO_BLOCK || said == CL_NO_BLOCK)
        return found != CL_NO_BLOCK ? found : said;
    const bool near = labels->list.at[said].role == CL_ROLE_HEADLINE &&
                      labels->list.at[said].probability > labels->list.at[found].probability - HEADLINE_NEAR;
    return near ? said : found;
}

cutline_status cl_label_blocks(
    cl_labels *labels, const cl_features *features, cutline_favor favor, cutline_error *error) {
    const cl_blocks *const blocks = features->blocks;
    const uint32_t count = (uint32_t)blocks->list.count;
    float kinds[CL_PAGE_KIND_COUNT];
    labels->list.count = labels->body.count = 0;
    if (!cl_vector_reserve(labels->allocator, &labels->list, count) ||
        !cl_vector_reserve(labels->allocator, &labels->body, count))
        return cl_fail(error, CUTLINE_E_NOMEM, CUTLINE_STAGE_LABEL, 0, NULL);
    labels->list.count = labels->body.count = count;
    if (!cl_network_run(&labels->network, &cl_model, count, row_of, features, take, labels, kinds))
        return cl_fail(error, CUTLINE_E_NOMEM, CUTLINE_STAGE_LABEL, 0, NULL);
    find_body(labels, &cl_model_favor[favor], take_kinds(labels, kinds));
    rescue(labels);
    heed_consent(labels, features);
    labels->body_box = features->core;
    labels->headline = find_headline(labels, features);
    labels->confidence = confidence(labels, blocks);
    return CUTLINE_OK;
}
