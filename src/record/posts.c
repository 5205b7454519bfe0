/* When each post of a live blog was made. */
#include "record/fields.h"
#include "record/string.h"

bool cl_is_live(const cl_making *m) {
    const cl_json *const json = &m->data->json;
    const uint32_t type = cl_json_get(json, m->data->article, CL_SLICE("@type"));
    return m->labels->kind == CL_PAGE_LIVE_BLOG || (type && cl_ends(json->at[type].text, CL_SLICE("LiveBlogPosting")));
}

/* The time that stands at the head of a post belongs to the first of its blocks; that of the page is none of a post. */
void cl_make_posts(cl_making *m) {
    if (!m->body || !cl_is_live(m))
        return;
    for (size_t i = 0; i < m->data->time_count; i++) {
        const size_t block = cl_body_index(m, m->data->times[i].block);
        const cl_slice time = cl_date_iso(m->data->times[i].value, m->arena, &m->failed);
        if (block == CUTLINE_NO_BLOCK || time.size <= 10 || m->body[block].time.data ||
            (block == 0 && cl_slice_equal(time, m->record->published)))
            continue;
        m->body[block].time = time;
    }
}
