/* A page whose blocks have the roles that a test gives them, for making one field of its record: what the model would
 * say of the page plays no part. */
#ifndef TEST_MAKING_H
#define TEST_MAKING_H

#include "page.h"
#include "record/fields.h"

typedef struct making {
    test_page page;
    cl_page_data data;
    cl_labels labels;
    cl_arena arena;
    cl_record record;
    cl_record_options options;
    cl_making m;
} making;

static inline void making_open(making *m, const char *html, const char *url) {
    memset(m, 0, sizeof *m);
    page_open(&m->page, html);
    cl_arena_init(&m->arena, &cl_allocator_default);
    cl_page_data_init(&m->data, &cl_allocator_default);
    assert_true(cl_page_data_read(&m->data, &m->page.dom, &m->page.blocks, cl_slice_z(url), &m->arena));
    cl_labels_init(&m->labels, &cl_allocator_default);
    const size_t count = m->page.blocks.list.count;
    assert_true(cl_vector_reserve(&cl_allocator_default, &m->labels.list, count + 1));
    m->labels.list.count = count;
    for (size_t i = 0; i < count; i++)
        m->labels.list.at[i] = (cl_label){.probability = 0.9f, .role = CL_ROLE_OTHER};
    m->labels.headline = CL_NO_BLOCK;
    m->options.url = cl_slice_z(url);
    m->record.roles = UINT32_C(1) << CL_ROLE_BODY;
    m->m = (cl_making){.dom = &m->page.dom,
        .blocks = &m->page.blocks,
        .labels = &m->labels,
        .data = &m->data,
        .options = &m->options,
        .arena = &m->arena,
        .record = &m->record};
}

/* Gives the block of that text a role. */
static inline void making_role(making *m, const char *text, cl_role role) {
    const size_t i = (size_t)(page_block(&m->page, text) - m->page.blocks.list.at);
    m->labels.list.at[i].role = (uint8_t)role;
    if (role == CL_ROLE_HEADLINE)
        m->labels.headline = (uint32_t)i;
}

static inline void making_close(making *m) {
    assert_false(m->m.failed);
    cl_labels_free(&m->labels);
    cl_page_data_free(&m->data);
    cl_arena_free(&m->arena);
    page_close(&m->page);
}

/* Strings with + between. */
static inline void assert_strings(const char *want, const cl_slice *at, size_t count) {
    char have[1024] = "";
    size_t size = 0;
    for (size_t i = 0; i < count && size + at[i].size + 2 < sizeof have; i++) {
        if (i)
            have[size++] = '+';
        memcpy(have + size, at[i].data, at[i].size);
        size += at[i].size;
    }
    assert_slice(want, cl_slice_of(have, size));
}

#endif
