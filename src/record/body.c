#include "record/fields.h"
#include "record/string.h"
#include "record/table.h"

typedef struct making_body {
    cl_making *m;
    cl_body_block *blocks;
    size_t count;
    uint32_t at;    /* the next block of the page */
    uint32_t plain; /* blocks before this one are of no table, as was measured */
} making_body;

static bool is_body(const making_body *b, uint32_t i) {
    return b->m->record->roles >> b->m->labels->list.at[i].role & 1;
}

/* A note of the editors is kept beside the text, at its place. */
static bool is_note(const making_body *b, uint32_t i) {
    return !is_body(b, i) && b->m->labels->list.at[i].role == CL_ROLE_NOTE;
}

static const cl_box *box_of(const making_body *b, uint32_t i) {
    return &b->m->blocks->boxes.at[b->m->blocks->list.at[i].box];
}

static void *room(making_body *b, size_t count, size_t size) {
    void *const p = cl_arena_array(b->m->arena, count, size);
    b->m->failed |= p == NULL;
    return p;
}

static cutline_block_type type_of(uint8_t type) {
    switch ((cl_block_type)type) {
    case CL_BLOCK_HEADING:
        return CUTLINE_BLOCK_HEADING;
    case CL_BLOCK_QUOTATION:
        return CUTLINE_BLOCK_QUOTATION;
    case CL_BLOCK_PREFORMATTED:
        return CUTLINE_BLOCK_PREFORMATTED;
    default:
        return CUTLINE_BLOCK_PARAGRAPH;
    }
}

static void add_plain(making_body *b) {
    const cutline_block_type note = is_note(b, b->at) ? CUTLINE_BLOCK_NOTE : CUTLINE_BLOCK_NONE;
    const cl_block *const from = &b->m->blocks->list.at[b->at++];
    const cutline_block_type type = note ? note : type_of(from->type);
    b->blocks[b->count++] = (cl_body_block){.type = type,
        .level = type == CUTLINE_BLOCK_HEADING ? from->level : 0,
        .text = from->text,
        .offset = from->offset,
        .block = b->at - 1,
        .end_block = b->at};
}

/* Whether a block is an item of a list, alone in it. Items of several blocks are paragraphs and headings of the story.
 */
static bool is_item(const making_body *b, uint32_t i) {
    if (!is_body(b, i) || b->m->blocks->list.at[i].type != CL_BLOCK_ITEM)
        return false;
    const cl_box *const box = box_of(b, i);
    const cl_box *const row = &b->m->blocks->boxes.at[box->row];
    return box->list && box->row && row->end_block - row->first_block == 1;
}

static void add_list(making_body *b) {
    const uint32_t list = box_of(b, b->at)->list;
    uint32_t end = b->at;
    while (end < b->m->labels->list.count && is_item(b, end) && box_of(b, end)->list == list)
        end++;
    cl_slice *const items = room(b, end - b->at, sizeof *items);
    if (!items)
        return;
    for (uint32_t i = b->at; i < end; i++)
        items[i - b->at] = b->m->blocks->list.at[i].text;
    b->blocks[b->count++] = (cl_body_block){.type = CUTLINE_BLOCK_LIST,
        .ordered = b->m->blocks->boxes.at[list].tag == CL_TAG_OL,
        .text = cl_join_all(items, end - b->at, CL_SLICE("\n"), b->m->arena, &b->m->failed),
        .items = items,
        .item_count = end - b->at,
        .offset = b->m->blocks->list.at[b->at].offset,
        .block = b->at,
        .end_block = end};
    b->at = end;
}

static void add_next(making_body *b) {
    if (b->at >= b->plain && cl_make_table(b->m, b->at, &b->blocks[b->count], &b->plain))
        b->at = b->blocks[b->count++].end_block;
    else if (is_item(b, b->at))
        add_list(b);
    else
        add_plain(b);
}

/* The text whole: blocks parted by a blank line, without notes. */
static cl_slice whole_text(making_body *b) {
    size_t size = 0;
    for (size_t i = 0; i < b->count; i++)
        size += b->blocks[i].text.size + 2;
    char *const text = room(b, size + 1, 1);
    if (!text)
        return CL_SLICE_NONE;
    char *out = text;
    for (size_t i = 0; i < b->count; i++) {
        if (b->blocks[i].type == CUTLINE_BLOCK_NOTE)
            continue;
        if (out > text) {
            *out++ = '\n';
            *out++ = '\n';
        }
        if (b->blocks[i].text.size)
            memcpy(out, b->blocks[i].text.data, b->blocks[i].text.size);
        out += b->blocks[i].text.size;
    }
    return cl_slice_of(text, (size_t)(out - text));
}

uint32_t cl_body_begin(const cl_labels *labels) {
    uint32_t i = 0;
    while (i < labels->list.count && labels->list.at[i].role != CL_ROLE_BODY)
        i++;
    return i;
}

uint32_t cl_body_end(const cl_labels *labels) {
    uint32_t i = (uint32_t)labels->list.count;
    while (i > 0 && labels->list.at[i - 1].role != CL_ROLE_BODY)
        i--;
    return i;
}

size_t cl_body_index(const cl_making *m, uint32_t block) {
    size_t low = 0, high = m->record->body_count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (m->record->body[middle].end_block <= block)
            low = middle + 1;
        else
            high = middle;
    }
    return low < m->record->body_count ? low : CUTLINE_NO_BLOCK;
}

void cl_make_body(cl_making *m) {
    making_body b = {.m = m};
    size_t count = 0, notes = 0;
    for (uint32_t i = 0; i < m->labels->list.count; i++) {
        count += is_body(&b, i);
        notes += is_note(&b, i);
    }
    if (!count)
        return;
    b.blocks = room(&b, count + notes, sizeof *b.blocks);
    while (b.at < m->labels->list.count && !m->failed) {
        if (is_body(&b, b.at) || is_note(&b, b.at))
            add_next(&b);
        else
            b.at++;
    }
    if (m->failed)
        return;
    m->record->body = m->body = b.blocks;
    m->record->body_count = b.count;
    m->record->text = whole_text(&b);
}
