/* Roles from what the network says of each block. */
#include "base/status.h"
#include "block/attributes.h"
#include "label/label.h"
#include "label/model.h"
#include "label/neighbours.h"
#include "label/softmax.h"
#include "label/story.h"

#define HEADLINE_NEAR 0.3f /* of probability */

/* Letters of running text outside of a dialogue about cookies from which on it is no story. */
#define CONSENT_OUTSIDE 150u

/* Letters of body at which a page is half as sure as it would be otherwise. */
#define LETTERS_HALF 50.0

static void row_of(const void *user, uint32_t block, cl_feature_row *row) {
    cl_features_row(user, block, row);
}

static void take(void *user, uint32_t block, const float *logits) {
    cl_labels_take(user, block, logits);
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

/* Of two copies of a paragraph the better one: what is seen before what is hidden, what stands where most of the text
 * is before what does not, else the first. */
static unsigned copy_rank(const cl_features *features, size_t block) {
    const cl_blocks *const blocks = features->blocks;
    const cl_block *const b = &blocks->list.at[block];
    const cl_box *const core = &blocks->boxes.at[features->core];
    const bool hidden = (features->boxes.at[b->box].around | b->marks) & CL_MARK_HIDDEN;
    const bool inside = block >= core->first_block && block < core->end_block;
    return (hidden ? 0u : 2u) + inside;
}

/* The copy to keep of each text that is body, by the slot of the text. */
static void choose_copies(cl_labels *labels, const cl_features *features) {
    for (size_t i = 0; i < labels->copies.count; i++)
        labels->copies.at[i] = CL_NO_BLOCK;
    for (uint32_t i = 0; i < labels->list.count; i++) {
        if (labels->list.at[i].role != CL_ROLE_BODY)
            continue;
        uint32_t *const kept = &labels->copies.at[features->list.at[i].same];
        if (*kept == CL_NO_BLOCK || copy_rank(features, i) > copy_rank(features, *kept))
            *kept = i;
    }
}

static bool is_copy(const cl_labels *labels, const cl_features *features, size_t block) {
    return labels->list.at[block].role == CL_ROLE_BODY && labels->copies.at[features->list.at[block].same] != block;
}

/* Whether a box below the one that holds two copies is named after a kind of screen. */
static bool names_screen(const cl_features *features, size_t block, size_t other) {
    static const char *const words[] = {"mobile", "desktop", "phone", "tablet", "print", "hidden-xs", "visible-xs"};
    const cl_blocks *const blocks = features->blocks;
    for (uint32_t box = blocks->list.at[block].box; box; box = blocks->boxes.at[box].parent) {
        const cl_box *const at = &blocks->boxes.at[box];
        if (other >= at->first_block && other < at->end_block)
            return false;
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            if (cl_attributes_have(cl_dom_attr(features->dom, at->node, CL_ATTR_CLASS), words[i]) ||
                cl_attributes_have(cl_dom_attr(features->dom, at->node, CL_ATTR_ID), words[i]))
                return true;
    }
    return false;
}

/* A page says that a text is there for another screen, or for print, by hiding it or by a name. Where it says nothing,
 * both stay: careful readers take a paragraph as body as often as it is shown (a forum's quotations, a tested product's
 * data), and even a story shown twice. */
static bool for_other_screen(const cl_features *features, size_t copy, size_t kept) {
    return copy_rank(features, copy) / 2 < copy_rank(features, kept) / 2 || names_screen(features, copy, kept) ||
           names_screen(features, kept, copy);
}

/* Drops the copies of a row of blocks that has nothing else that is body, if they are for another screen and tell most
 * of `story`, the letters of body without copies. */
static void drop_row(cl_labels *labels, const cl_features *features, size_t begin, size_t end, uint64_t story) {
    uint64_t chars = 0;
    size_t first = end; /* long one */
    for (size_t i = begin; i < end; i++) {
        if (!is_copy(labels, features, i))
            continue;
        chars += features->blocks->list.at[i].chars;
        first = first == end && features->list.at[i].good ? i : first;
    }
    if (first == end || chars * 2 < story ||
        !for_other_screen(features, first, labels->copies.at[features->list.at[first].same]))
        return;
    for (size_t i = begin; i < end; i++) {
        if (!is_copy(labels, features, i))
            continue;
        labels->list.at[i].role = CL_ROLE_OTHER;
        labels->body.at[i] = 0;
    }
}

/* A story that is on the page twice, for screens of two sizes or for print, is told once. Running text does not repeat
 * itself; short blocks may (a refrain, a score), so they go only in a row with a long one. */
static bool drop_copies(cl_labels *labels, const cl_features *features) {
    if (!cl_vector_reserve(labels->allocator, &labels->copies, features->texts.count))
        return false;
    labels->copies.count = features->texts.count;
    choose_copies(labels, features);
    const size_t count = labels->list.count;
    uint64_t story = 0;
    for (size_t i = 0; i < count; i++)
        if (labels->list.at[i].role == CL_ROLE_BODY && !is_copy(labels, features, i))
            story += features->blocks->list.at[i].chars;
    for (size_t begin = 0, end; begin < count; begin = end + 1) {
        for (end = begin; end < count; end++)
            if (labels->list.at[end].role == CL_ROLE_BODY && !is_copy(labels, features, end))
                break;
        drop_row(labels, features, begin, end, story);
    }
    return true;
}

static double probability_of(double odds) {
    const double power = (double)cl_exp_negative((float)(odds < 0 ? odds : -odds));
    return odds < 0 ? power / (1 + power) : 1 / (1 + power);
}

/* How sure it is that the text is the story and little else: by what train/judge.py measures in sureness(). Less where
 * there is hardly any text. */
static double confidence(const cl_labels *labels, const cl_blocks *blocks, const float *kinds, float story) {
    double letters = 0, sure = 0, left = 0, unsure = 0;
    uint32_t taken = 0;
    bool headline = false;
    for (size_t i = 0; i < labels->list.count; i++) {
        const double chars = blocks->list.at[i].chars, p = (double)labels->body.at[i];
        unsure += chars * (p < 0.5 ? p : 1 - p);
        headline |= labels->list.at[i].role == CL_ROLE_HEADLINE;
        if (labels->list.at[i].role == CL_ROLE_BODY) {
            letters += chars;
            sure += chars * p;
            taken++;
        } else {
            left += chars * p;
        }
    }
    const double whole = letters + left + 1;
    const double measures[CL_CONFIDENCE_MEASURES] = {1, sure / (letters + 1), left / whole, unsure / whole,
        (double)story, (double)cl_x_log(letters < UINT32_MAX ? (uint32_t)letters : UINT32_MAX - 1) / 8, headline,
        (double)cl_x_log(taken) / 4, (double)kinds[labels->kind]};
    double odds = 0;
    for (unsigned i = 0; i < CL_CONFIDENCE_MEASURES; i++)
        odds += (double)cl_model_confidence[i] * measures[i];
    return letters > 0 ? letters / (letters + LETTERS_HALF) * probability_of(odds) : 0;
}

static float calibrated(const float *knots, float p) {
    const float at = p * (CL_CALIBRATION_KNOTS - 1);
    const unsigned below = (unsigned)at < CL_CALIBRATION_KNOTS - 2 ? (unsigned)at : CL_CALIBRATION_KNOTS - 2;
    return knots[below] + (at - (float)below) * (knots[below + 1] - knots[below]);
}

/* From here on a probability is how often blocks of which the network is as sure have that role in truth. */
static void calibrate(cl_labels *labels) {
    for (size_t i = 0; i < labels->list.count; i++) {
        cl_label *const l = &labels->list.at[i];
        l->probability = calibrated(
            l->role == CL_ROLE_BODY ? cl_model_calibration_body : cl_model_calibration_other, l->probability);
    }
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
    if (!cl_labels_reserve(labels, count) ||
        !cl_network_run(&labels->network, &cl_model, count, row_of, features, take, labels, kinds))
        return cl_fail(error, CUTLINE_E_NOMEM, CUTLINE_STAGE_LABEL, 0, NULL);
    const float story = cl_labels_take_kinds(labels, kinds);
    cl_labels_find_body(labels, &cl_model_favor[favor], story);
    cl_labels_rescue(labels, cl_model_rescue_least, cl_model_rescue_share);
    heed_consent(labels, features);
    cl_labels_heed_neighbours(labels, features);
    if (!drop_copies(labels, features))
        return cl_fail(error, CUTLINE_E_NOMEM, CUTLINE_STAGE_LABEL, 0, NULL);
    cl_labels_keep_story(labels, features, story);
    labels->body_box = features->core;
    labels->headline = find_headline(labels, features);
    labels->confidence = confidence(labels, blocks, kinds, story);
    calibrate(labels);
    return CUTLINE_OK;
}
