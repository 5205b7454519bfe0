#include "record/fields.h"

/* A table is one, and not a way to lay out a page, while its cells are short. */
#define CELL_MAX 200u

typedef struct making_body {
    cl_making *m;
    cl_body_block *blocks;
    size_t count;
    uint32_t at; /* the next block of the page */
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

/* Texts one after the other with a separator between. */
static cl_slice join(making_body *b, const cl_slice *parts, size_t count, char separator) {
    size_t size = 0;
    for (size_t i = 0; i < count; i++)
        size += parts[i].size + 1;
    char *const text = room(b, size + 1, 1);
    if (!text)
        return CL_SLICE_NONE;
    char *out = text;
    for (size_t i = 0; i < count; i++) {
        if (i)
            *out++ = separator;
        if (parts[i].size)
            memcpy(out, parts[i].data, parts[i].size);
        out += parts[i].size;
    }
    return cl_slice_of(text, (size_t)(out - text));
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
        .text = join(b, items, end - b->at, '\n'),
        .items = items,
        .item_count = end - b->at,
        .offset = b->m->blocks->list.at[b->at].offset,
        .block = b->at,
        .end_block = end};
    b->at = end;
}

/* Whether a block is a cell of a table that is one: not the one that the whole story stands in. */
static bool is_cell(const making_body *b, uint32_t i) {
    if (!is_body(b, i) || b->m->blocks->list.at[i].type != CL_BLOCK_CELL || b->m->blocks->list.at[i].chars > CELL_MAX)
        return false;
    const cl_box *const box = box_of(b, i);
    const cl_box *const table = &b->m->blocks->boxes.at[box->list];
    const bool around_body = box->list <= b->m->labels->body_box && b->m->labels->body_box < table->end_box;
    return box->list && box->row && table->tag == CL_TAG_TABLE && !around_body &&
           (box->tag == CL_TAG_TD || box->tag == CL_TAG_TH || box->end_block - box->first_block == 1);
}

/* Cells from the next block on that are of its table: where they end, how many rows they make, and the longest row. */
static uint32_t measure_table(const making_body *b, size_t *rows, uint32_t *longest) {
    const uint32_t list = box_of(b, b->at)->list;
    uint32_t end = b->at, row = 0, cells = 0;
    *rows = 0;
    *longest = 0;
    for (; end < b->m->labels->list.count && is_cell(b, end) && box_of(b, end)->list == list; end++) {
        if (box_of(b, end)->row != row) {
            row = box_of(b, end)->row;
            cells = 0;
            (*rows)++;
        }
        *longest = ++cells > *longest ? cells : *longest;
    }
    return end;
}

static void add_table(making_body *b, uint32_t end, size_t row_count) {
    const uint32_t begin = b->at;
    cl_slice *const cells = room(b, end - begin, sizeof *cells);
    cl_table_row *const rows = room(b, row_count, sizeof *rows);
    cl_slice *const lines = room(b, row_count, sizeof *lines);
    if (!cells || !rows || !lines)
        return;
    size_t row = 0;
    for (uint32_t i = begin; i < end; i++) {
        const bool new_row = i > begin && box_of(b, i)->row != box_of(b, i - 1)->row;
        row += new_row;
        cells[i - begin] = b->m->blocks->list.at[i].text;
        if (!rows[row].count)
            rows[row].cells = &cells[i - begin];
        rows[row].count++;
    }
    for (size_t i = 0; i < row_count; i++)
        lines[i] = join(b, rows[i].cells, rows[i].count, '\t');
    b->blocks[b->count++] = (cl_body_block){.type = CUTLINE_BLOCK_TABLE,
        .text = join(b, lines, row_count, '\n'),
        .rows = rows,
        .row_count = row_count,
        .offset = b->m->blocks->list.at[begin].offset,
        .block = begin,
        .end_block = end};
    b->at = end;
}

static void add_next(making_body *b) {
    size_t rows;
    uint32_t longest;
    if (is_item(b, b->at)) {
        add_list(b);
        return;
    }
    if (is_cell(b, b->at)) {
        const uint32_t end = measure_table(b, &rows, &longest);
        if (rows > 1 && longest > 1)
            add_table(b, end, rows);
        else
            while (b->at < end)
                add_plain(b);
        return;
    }
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
