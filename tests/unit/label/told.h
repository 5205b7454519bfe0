/* A page of which a test says what the network said of it. */
#ifndef TEST_TOLD_H
#define TEST_TOLD_H

#include "page.h"
#include "label/label.h"

typedef struct told {
    test_page page;
    cl_features features;
    cl_labels labels;
} told;

/* Each block is what `role_of` says of its text, on a page that is an article. */
static void told_open(
    told *t, const char *html, cl_role (*role_of)(cl_slice text, const void *user), const void *user) {
    page_open(&t->page, html);
    cl_features_init(&t->features, &cl_allocator_default);
    cl_labels_init(&t->labels, &cl_allocator_default);
    const cl_page_says says = {.title = CL_SLICE_NONE};
    assert_int_equal(CUTLINE_OK, cl_features_measure(&t->features, &t->page.dom, &t->page.blocks, &says, NULL));
    const size_t count = t->page.blocks.list.count;
    assert_true(cl_labels_reserve(&t->labels, count));
    t->labels.kind = CL_PAGE_ARTICLE;
    for (size_t i = 0; i < count; i++) {
        t->labels.list.at[i] = (cl_label){0.5f, (uint8_t)role_of(t->page.blocks.list.at[i].text, user)};
        t->labels.body.at[i] = 0.5f;
    }
}

static void told_close(told *t) {
    cl_labels_free(&t->labels);
    cl_features_free(&t->features);
    page_close(&t->page);
}

/* The role that the block with this text has now, by name. */
static const char *told_role(const told *t, const char *text) {
    const size_t i = (size_t)(page_block(&t->page, text) - t->page.blocks.list.at);
    return cl_role_name((cl_role)t->labels.list.at[i].role).data;
}

#endif
