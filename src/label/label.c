#include "label/label.h"
#include "label/softmax.h"

/* Letters of body at which a page is half as sure to be an article as its blocks are to be body. */
#define LETTERS_HALF 300.0

void cl_labels_init(cl_labels *labels, const cutline_allocator *allocator) {
    memset(labels, 0, sizeof *labels);
    labels->allocator = allocator;
    cl_network_init(&labels->network, allocator);
}

void cl_labels_free(cl_labels *labels) {
    cl_vector_free(labels->allocator, &labels->list);
    cl_vector_free(labels->allocator, &labels->body);
    cl_vector_free(labels->allocator, &labels->copies);
    cl_vector_free(labels->allocator, &labels->goes_on);
    cl_network_free(&labels->network);
}

cl_slice cl_role_name(cl_role role) {
    static const char *const names[CL_ROLE_COUNT] = {"other", "headline", "kicker", "deck", "byline", "date", "body",
        "aside", "note", "bio", "caption", "credit", "topic", "related", "promotion", "comment", "share", "navigation",
        "consent", "legal", "edition"};
    return cl_slice_z((unsigned)role < CL_ROLE_COUNT ? names[role] : names[0]);
}

cl_slice cl_page_kind_name(cl_page_kind kind) {
    static const char *const names[CL_PAGE_KIND_COUNT] = {"article", "live-blog", "gallery", "video", "opinion",
        "interview", "listing", "forum", "product", "service", "documentation", "error", "other"};
    return cl_slice_z((unsigned)kind < CL_PAGE_KIND_COUNT ? names[kind] : names[CL_PAGE_OTHER]);
}

bool cl_labels_reserve(cl_labels *labels, size_t count) {
    labels->list.count = labels->body.count = 0;
    if (!cl_vector_reserve(labels->allocator, &labels->list, count) ||
        !cl_vector_reserve(labels->allocator, &labels->body, count))
        return false;
    labels->list.count = labels->body.count = count;
    return true;
}

void cl_labels_take(cl_labels *labels, uint32_t block, const float *logits) {
    float p[CL_ROLE_COUNT];
    memcpy(p, logits, sizeof p);
    cl_softmax(p, CL_ROLE_COUNT);
    labels->body.at[block] = p[CL_ROLE_BODY];
    p[CL_ROLE_BODY] = 0;
    const float most = cl_largest(p, CL_ROLE_COUNT);
    uint8_t other = 0;
    while (p[other] < most)
        other++;
    labels->list.at[block] = (cl_label){most, other};
}

float cl_labels_take_kinds(cl_labels *labels, float *kinds) {
    labels->kind = CL_PAGE_OTHER;
    if (!labels->list.count)
        return 0;
    cl_softmax(kinds, CL_PAGE_KIND_COUNT);
    for (unsigned i = 0; i < CL_PAGE_KIND_COUNT; i++)
        if (kinds[i] > kinds[labels->kind])
            labels->kind = (cl_page_kind)i;
    return kinds[CL_PAGE_ARTICLE] + kinds[CL_PAGE_LIVE_BLOG] + kinds[CL_PAGE_OPINION] + kinds[CL_PAGE_INTERVIEW];
}

void cl_labels_find_body(cl_labels *labels, const cl_body_thresholds *least, float story) {
    const float threshold = least->story * story + least->other * (1 - story);
    for (size_t i = 0; i < labels->list.count; i++)
        if (labels->body.at[i] >= threshold)
            labels->list.at[i] = (cl_label){labels->body.at[i], CL_ROLE_BODY};
}

void cl_labels_rescue(cl_labels *labels, float least, float share) {
    float best = 0;
    for (size_t i = 0; i < labels->list.count; i++) {
        if (labels->list.at[i].role == CL_ROLE_BODY)
            return;
        best = labels->body.at[i] > best ? labels->body.at[i] : best;
    }
    if (best < least)
        return;
    for (size_t i = 0; i < labels->list.count; i++)
        if (labels->body.at[i] >= share * best)
            labels->list.at[i] = (cl_label){labels->body.at[i], CL_ROLE_BODY};
}

double cl_labels_confidence(const cl_labels *labels, const cl_blocks *blocks) {
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
