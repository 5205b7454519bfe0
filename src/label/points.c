#include "label/page.h"
#include "label/points.h"

static const int16_t points[POINT_COUNT] = {
#define POINT(name, value) [POINT_##name] = value,
    CL_POINTS(POINT)
#undef POINT
};

/* By the number of the mark's bit. */
static const int16_t mark_points[32] = {
#define MARK(name, value) [CL_MARK_##name##_BIT] = value,
    CL_MARK_POINTS(MARK)
#undef MARK
};

static uint32_t shape_of(const cl_blocks *blocks, uint32_t box) {
    const cl_box *const b = &blocks->boxes.at[box];
    const uint32_t shape = b->shape * 31u + blocks->boxes.at[b->parent].shape;
    return shape ? shape : 1;
}

static uint32_t shape_slot(const cl_label_page *page, uint32_t shape) {
    uint32_t i = (shape ^ shape >> 15) & (page->shape_slots - 1);
    while (page->shapes[i] && page->shapes[i] != shape)
        i = (i + 1) & (page->shape_slots - 1);
    return i;
}

static bool sure(const cl_label_page *page, uint32_t block) {
    const cl_block *const b = &page->blocks->list.at[block];
    return b->chars >= 80 && page->mass[block] > 0 && b->sentences &&
           !((page->marks[b->box] | b->marks) & CL_MARKS_AGAINST) &&
           page->shape_mass[shape_slot(page, shape_of(page->blocks, b->box))] > 0.1f * page->total;
}

/* Marks as they come down from inside the core only: what the boxes around it are called is no matter. */
static void marks_below_core(cl_label_page *page) {
    const cl_blocks *const blocks = page->blocks;
    page->marks[0] = 0;
    for (uint32_t i = 1; i < blocks->boxes.count; i++) {
        const cl_box *const box = &blocks->boxes.at[i];
        const bool around = i <= page->core && page->core < box->end_box;
        page->marks[i] = page->marks[box->parent] | (around ? 0 : box->marks);
    }
}

static void weigh_shapes(cl_label_page *page) {
    const cl_blocks *const blocks = page->blocks;
    for (uint32_t i = 0; i < page->shape_slots; i++) {
        page->shapes[i] = 0;
        page->shape_mass[i] = 0;
    }
    page->total = 1e-6f;
    for (uint32_t i = 0; i < blocks->list.count; i++) {
        const cl_block *const b = &blocks->list.at[i];
        if (page->mass[i] <= 0)
            continue;
        const bool against = (page->marks[b->box] | b->marks) & CL_MARKS_AGAINST;
        const float mass = against ? 0.1f * page->mass[i] : page->mass[i];
        const uint32_t shape = shape_of(blocks, b->box);
        const uint32_t slot = shape_slot(page, shape);
        page->shapes[slot] = shape;
        page->shape_mass[slot] += mass;
        page->direct[cl_label_frame(blocks, b->box)] += mass;
        page->total += mass;
    }
}

void cl_label_measure(cl_label_page *page) {
    const cl_blocks *const blocks = page->blocks;
    const cl_box *const core = &blocks->boxes.at[page->core];
    marks_below_core(page);
    weigh_shapes(page);
    page->first = 1;
    page->last = 0;
    uint32_t distance = 99;
    for (uint32_t i = (uint32_t)blocks->list.count; i-- > 0;) {
        const bool good = i >= core->first_block && i < core->end_block && sure(page, i);
        if (good) {
            page->last = page->first > page->last ? i : page->last;
            page->first = i;
        }
        distance = good ? 0 : distance < 99 ? distance + 1 : 99;
        page->next_good[i] = distance;
    }
}

uint64_t cl_label_facts(const cl_label_page *page, uint32_t i, uint32_t back) {
    const cl_blocks *const blocks = page->blocks;
    const cl_block *const b = &blocks->list.at[i];
    const cl_box *const box = &blocks->boxes.at[b->box];
    const cl_box *const core = &blocks->boxes.at[page->core];
    const uint32_t frame_number = cl_label_frame(blocks, b->box);
    const cl_box *const frame = &blocks->boxes.at[frame_number];
    const uint32_t tag = box->tag;
    const uint32_t ahead = page->next_good[i];
    const float chars = (float)b->chars + 0.001f;
    const float links = (float)b->links / chars;
    const float around = (float)frame->links / ((float)frame->chars + 0.001f);
    const float shape = page->shape_mass[shape_slot(page, shape_of(blocks, b->box))] / page->total;
    const float direct = page->direct[frame_number] / page->total;
    const bool in = i >= core->first_block && i < core->end_block;
    const bool between = in && page->first <= page->last && i >= page->first && i <= page->last;
    const bool after = in && page->first <= page->last && i > page->last;
    const bool titled = page->headline != CL_NO_BLOCK;
    const bool heading = b->type == CL_BLOCK_HEADING;
    const bool item = b->type == CL_BLOCK_ITEM;
    const bool cell = b->type == CL_BLOCK_CELL;
    const bool text = page->mass[i] > 0;
    const char last = b->text.data[b->text.size - 1];
    uint64_t f = 0;
#define FACT(name, is) f |= (uint64_t)(is) << POINT_##name
    FACT(ALWAYS, true);
    FACT(IN_CORE, in);
    FACT(BETWEEN, between);
    FACT(AFTER_LAST, after);
    FACT(TITLE_TO_FIRST, in && titled && i > page->headline && page->first <= page->last && i < page->first);
    FACT(IN_BEFORE_TITLE, in && titled && i < page->headline);
    FACT(BEFORE_TITLE, titled && i < page->headline);
    FACT(OUT_AFTER_TITLE, !in && titled && i > page->headline);
    FACT(TITLE, i == page->headline);
    FACT(CHARS_15, b->chars >= 15);
    FACT(CHARS_40, b->chars >= 40);
    FACT(CHARS_150, b->chars >= 150);
    FACT(COLON, last == ':');
    FACT(QUESTION, last == '?');
    FACT(DIGITS, (float)b->digits > 0.2f * chars);
    FACT(BOLD, (float)b->bold > 0.9f * chars);
    FACT(ITALIC, (float)b->italic > 0.9f * chars);
    FACT(LINKS_30, links > 0.3f);
    FACT(LINKS_70, links > 0.7f);
    FACT(LINKS_95, links > 0.95f);
    FACT(AROUND_LINKS_30, around > 0.3f && links <= 0.3f);
    FACT(AROUND_LINKS_60, around > 0.6f && links <= 0.3f);
    FACT(SHAPE_2, shape > 0.02f);
    FACT(SHAPE_10, shape > 0.1f);
    FACT(SHAPE_40, shape > 0.4f);
    FACT(FRAME_2, direct > 0.02f);
    FACT(FRAME_10, direct > 0.1f);
    FACT(DEEP, box->depth > core->depth + 4);
    FACT(P, tag == CL_TAG_P);
    FACT(DIV, tag == CL_TAG_DIV);
    FACT(HEADING, heading);
    FACT(HEADING_1, heading && b->level == 1);
    FACT(HEADING_LOW, heading && b->level >= 4);
    FACT(HEADING_NEXT, heading && ahead <= 1);
    FACT(HEADING_BETWEEN, heading && between);
    FACT(HEADING_AFTER, heading && after);
    FACT(ITEM, item);
    FACT(ITEM_BETWEEN, item && between && links < 0.3f);
    FACT(ITEM_FRAME, item && direct > 0.1f);
    FACT(CELL, cell);
    FACT(CELL_BETWEEN, cell && between);
    FACT(CAPTION, b->type == CL_BLOCK_CAPTION);
    FACT(CONTROL, b->type == CL_BLOCK_CONTROL);
    FACT(QUOTATION, b->type == CL_BLOCK_QUOTATION);
    FACT(BACK_3, back <= 3);
    FACT(AHEAD_3, ahead <= 3);
    FACT(BETWEEN_SHORT, between && b->chars < 15);
    FACT(BETWEEN_NO_SENTENCE, between && !text && !b->sentences && !heading && !item);
    FACT(BETWEEN_SENTENCE, between && !text && b->sentences);
#undef FACT
    return f;
}

float cl_label_points(const cl_label_page *page, uint32_t block, uint32_t back) {
    const cl_block *const b = &page->blocks->list.at[block];
    int sum = 0;
    for (uint64_t f = cl_label_facts(page, block, back); f; f &= f - 1)
        sum += points[__builtin_ctzll(f)];
    for (uint32_t m = (page->marks[b->box] | b->marks) & page->heeded; m; m &= m - 1)
        sum += mark_points[__builtin_ctz(m)];
    return (float)sum / 100;
}
