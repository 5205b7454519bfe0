#include "label/label.h"

void cl_labels_init(cl_labels *labels, const cutline_allocator *allocator) {
    memset(labels, 0, sizeof *labels);
    labels->allocator = allocator;
    cl_network_init(&labels->network, allocator);
}

void cl_labels_free(cl_labels *labels) {
    cl_vector_free(labels->allocator, &labels->list);
    cl_vector_free(labels->allocator, &labels->body);
    cl_vector_free(labels->allocator, &labels->copies);
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
