#include "record/fields.h"

#define PARTS_MAX 16u /* bulleted summaries have some; more blocks are not joined */

/* The standfirst: the blocks that are it, each a paragraph. */
void cl_make_deck(cl_making *m) {
    cl_slice parts[PARTS_MAX];
    size_t count = 0, size = 0;
    for (uint32_t i = 0; i < m->labels->list.count && count < PARTS_MAX; i++) {
        if (m->labels->list.at[i].role != CL_ROLE_DECK)
            continue;
        parts[count++] = m->blocks->list.at[i].text;
        size += m->blocks->list.at[i].text.size + 2;
    }
    char *const text = count ? cl_arena_alloc(m->arena, size) : NULL;
    m->failed |= count && !text;
    if (!text)
        return;
    char *out = text;
    for (size_t i = 0; i < count; i++) {
        if (i) {
            *out++ = '\n';
            *out++ = '\n';
        }
        memcpy(out, parts[i].data, parts[i].size);
        out += parts[i].size;
    }
    m->record->deck = cl_slice_of(text, (size_t)(out - text));
    m->record->from.deck = CL_FROM_VISIBLE;
}
