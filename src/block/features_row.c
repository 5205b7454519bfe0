/* The columns that come of where a block stands. */
#include "block/features.h"

static const char *const names[] = {
#define FEATURE(name) #name,
#include "block/features_data.inc"
#undef FEATURE
};

cl_slice cl_feature_name(size_t column, char *room, size_t room_size) {
    static const char *const groups[] = {"own.", "around.", "inside."};
    static const char *const marks[CL_MARK_COUNT] = {
#define MARK(name) #name,
        CL_MARKS(MARK)
#undef MARK
    };
    if (column < CL_X_OWN)
        return cl_slice_z(names[column]);
    if (column >= CL_FEATURE_COUNT)
        return CL_SLICE_NONE;
    const cl_slice group = cl_slice_z(groups[(column - CL_X_OWN) / CL_MARK_COUNT]);
    const cl_slice mark = cl_slice_z(marks[(column - CL_X_OWN) % CL_MARK_COUNT]);
    if (group.size + mark.size > room_size)
        return CL_SLICE_NONE;
    memcpy(room, group.data, group.size);
    for (size_t i = 0; i < mark.size; i++)
        room[group.size + i] = cl_ascii_lower(mark.data[i]);
    return cl_slice_of(room, group.size + mark.size);
}

static float share(float part, float whole) {
    return whole > 0 ? part / whole : 0;
}

/* Flags for the `count` lowest bits, eight columns at a time: each takes one bit of a byte of its own, and where that
 * is not 0 the highest bit comes out of the sum. */
static inline void put_bits(cl_feature_row *row, unsigned column, uint32_t bits, unsigned count) {
    const uint64_t ones = UINT64_C(0x0101010101010101);
    _Static_assert(CL_FEATURE_ONE == 0x80 >> 1, "what is shifted below");
    for (unsigned i = 0; i < count; i += 8) {
        const uint64_t own = (bits >> i & 0xFF) * ones & UINT64_C(0x8040201008040201);
        const uint64_t flags = (((own & 0x7F * ones) + 0x7F * ones) | own) >> 1 & 0x40 * ones;
        uint8_t x[8];
        for (unsigned k = 0; k < 8; k++)
            x[k] = (uint8_t)(flags >> 8 * k);
        memcpy(row->x + column + i, x, count - i < 8 ? count - i : 8);
    }
}

static void put_marks(cl_feature_row *row, unsigned column, uint32_t marks) {
    put_bits(row, column, marks, CL_MARK_COUNT);
}

static void put_markup(const cl_features *f, const cl_block *b, cl_feature_row *row) {
    const cl_box *const box = &f->blocks->boxes.at[b->box];
    const cl_box_facts *const facts = &f->boxes.at[b->box];
    cl_x_flag(row, CL_X_is_paragraph + b->type - CL_BLOCK_PARAGRAPH, true);
    if (b->level)
        cl_x_flag(row, CL_X_level_1 + b->level - 1u, true);
    cl_x_flag(row, CL_X_box_p, box->tag == CL_TAG_P);
    cl_x_flag(row, CL_X_box_div, box->tag == CL_TAG_DIV);
    cl_x_flag(row, CL_X_box_cell, box->tag == CL_TAG_TD || box->tag == CL_TAG_TH);
    cl_x_flag(row, CL_X_box_term, box->tag == CL_TAG_DT || box->tag == CL_TAG_DD);
    cl_x_flag(row, CL_X_box_section,
        box->tag == CL_TAG_SECTION || box->tag == CL_TAG_ARTICLE || box->tag == CL_TAG_MAIN || box->tag == CL_TAG_BODY);
    cl_x_flag(row, CL_X_box_own, box->tag >= CL_TAG_KNOWN);
    put_bits(row, CL_X_in_p, facts->tags, CL_X_in_own - CL_X_in_p + 1);
    cl_x(row, CL_X_depth, (float)box->depth / 16);
    cl_x(row, CL_X_lists, (float)facts->lists / 3);
    cl_x(row, CL_X_tables, (float)facts->tables / 3);
    cl_x(row, CL_X_articles, (float)facts->articles / 2);
    cl_x(row, CL_X_sections, (float)facts->sections / 3);
    put_marks(row, CL_X_OWN, b->marks | box->marks);
    put_marks(row, CL_X_AROUND, facts->around);
    put_marks(row, CL_X_INSIDE, facts->inside);
}

static void put_phrases(const cl_block_facts *b, cl_feature_row *row) {
    _Static_assert(CL_X_phrase - CL_X_begins_note == CL_PHRASE_COUNT, "a column for each kind of phrases");
    put_bits(row, CL_X_begins_note, b->begins, CL_PHRASE_COUNT + 1);
    put_bits(row, CL_X_under_note, b->under, CL_X_under_topic - CL_X_under_note + 1);
}

static float place_in(const cl_box *box, uint32_t block) {
    const uint32_t count = box->end_block - box->first_block;
    return count > 1 ? (float)(block - box->first_block) / (float)(count - 1) : 0;
}

static void put_boxes(const cl_features *f, uint32_t block, cl_feature_row *row) {
    const cl_blocks *const blocks = f->blocks;
    const cl_block *const b = &blocks->list.at[block];
    uint32_t at[4] = {b->box, 0, 0, 0};
    for (unsigned i = 1; i < 4; i++)
        at[i] = blocks->boxes.at[at[i - 1]].parent;
    for (unsigned i = 0; i < 4; i++) {
        const cl_box *const box = &blocks->boxes.at[at[i]];
        cl_x(row, CL_X_box_chars + 4 * i, cl_x_log(box->chars) / 5);
        cl_x(row, CL_X_box_links + 4 * i, share((float)box->links, (float)box->chars));
        cl_x(row, CL_X_box_blocks + 4 * i, cl_x_log(box->end_block - box->first_block) / 4);
        cl_x(row, CL_X_box_mass + 4 * i, share(f->boxes.at[at[i]].mass, f->mass));
    }
    cl_x(row, CL_X_of_box, share((float)b->chars, (float)blocks->boxes.at[at[0]].chars));
    cl_x(row, CL_X_of_box1, share((float)b->chars, (float)blocks->boxes.at[at[1]].chars));
    cl_x(row, CL_X_place_in_box1, place_in(&blocks->boxes.at[at[1]], block));
    cl_x(row, CL_X_place_in_box2, place_in(&blocks->boxes.at[at[2]], block));
    const uint32_t frame = cl_features_frame(blocks, b->box);
    const cl_box *const best = &blocks->boxes.at[f->best_box];
    const bool in_best = f->best > 0 && b->box >= f->best_box && b->box < best->end_box;
    cl_x(row, CL_X_direct, share(f->boxes.at[frame].direct, f->mass));
    cl_x(row, CL_X_direct_best, share(f->boxes.at[frame].direct, f->boxes.at[f->best_box].direct));
    cl_x(row, CL_X_best, share(f->boxes.at[frame].best, f->best));
    cl_x_flag(row, CL_X_in_best, in_best);
    if (in_best)
        cl_x(row, CL_X_below_best, (float)(blocks->boxes.at[b->box].depth - best->depth) / 8);
}

static void put_core(const cl_features *f, uint32_t block, cl_feature_row *row) {
    const cl_blocks *const blocks = f->blocks;
    const cl_box *const core = &blocks->boxes.at[f->core];
    const uint32_t box = blocks->list.at[block].box;
    const bool in = block >= core->first_block && block < core->end_block;
    cl_x_flag(row, CL_X_in_core, in);
    cl_x_flag(row, CL_X_before_core, block < core->first_block);
    cl_x_flag(row, CL_X_after_core, block >= core->end_block);
    if (in && blocks->boxes.at[box].depth > core->depth)
        cl_x(row, CL_X_below_core, (float)(blocks->boxes.at[box].depth - core->depth) / 8);
    if (in)
        cl_x(row, CL_X_place_in_core, place_in(core, block));
    unsigned levels = 0;
    for (uint32_t i = box; !in && levels < 16 && !(i <= f->core && f->core < blocks->boxes.at[i].end_box);
         i = blocks->boxes.at[i].parent)
        levels++;
    cl_x(row, CL_X_outside_core, (float)levels / 8);
}

static void put_shape(const cl_features *f, uint32_t box, cl_feature_row *row, unsigned column) {
    const cl_shape *const shape = &f->shapes.at[f->boxes.at[box].shape];
    cl_x(row, column, cl_x_log(shape->count) / 3);
    cl_x(row, column + 1, share(shape->mass, f->mass));
    cl_x(row, column + 2, cl_x_log((uint32_t)(shape->chars / (float)shape->count)) / 4);
    cl_x(row, column + 3, share(shape->links, shape->chars));
}

static float distance(uint32_t blocks, float by) {
    return blocks >= UINT32_MAX - 1 ? 2 : cl_x_log(blocks) / by;
}

void cl_features_place(const cl_features *f, uint32_t block, cl_feature_row *row) {
    const cl_blocks *const blocks = f->blocks;
    const uint32_t count = (uint32_t)blocks->list.count;
    const cl_block_facts *const b = &f->list.at[block];
    const bool titled = f->headline != UINT32_MAX, good = f->first_good <= f->last_good;
    cl_x(row, CL_X_repeats, cl_x_log(f->texts.at[b->same].texts - 1) / 2);
    cl_x_flag(row, CL_X_again, !b->first);
    cl_x(row, CL_X_place, count > 1 ? (float)block / (float)(count - 1) : 0);
    cl_x(row, CL_X_place_chars, share((float)b->before, (float)blocks->chars));
    cl_x(row, CL_X_from_begin, cl_x_log(block) / 4);
    cl_x(row, CL_X_from_end, cl_x_log(count - 1 - block) / 4);
    cl_x_flag(row, CL_X_titled, titled);
    cl_x_flag(row, CL_X_is_headline, titled && block == f->headline);
    cl_x_flag(row, CL_X_past_headline, titled && block > f->headline);
    cl_x(row, CL_X_before_headline, titled && block < f->headline ? distance(f->headline - block, 4) : 0);
    cl_x(row, CL_X_after_headline, titled && block > f->headline ? distance(block - f->headline, 4) : 0);
    cl_x_flag(row, CL_X_is_good, b->good);
    cl_x(row, CL_X_back, distance(b->back, 3));
    cl_x(row, CL_X_ahead, distance(b->ahead, 3));
    cl_x_flag(row, CL_X_between, good && block >= f->first_good && block <= f->last_good);
    cl_x_flag(row, CL_X_before_good, good && block < f->first_good);
    cl_x_flag(row, CL_X_after_good, good && block > f->last_good);
    cl_x(row, CL_X_media, (float)blocks->list.at[block].media / 2);
    if (block + 1 < count)
        cl_x(row, CL_X_media_next, (float)blocks->list.at[block + 1].media / 2);
}

void cl_features_page(cl_features *f) {
    const cl_box *const page = &f->blocks->boxes.at[0];
    const cl_box *const core = &f->blocks->boxes.at[f->core];
    memset(f->page, 0, sizeof f->page);
    f->page[CL_X_core_links] = cl_x_of(share((float)core->links, (float)core->chars));
    f->page[CL_X_core_chars] = cl_x_of(share((float)core->chars, (float)page->chars));
    f->page[CL_X_page_blocks] = cl_x_of(cl_x_log((uint32_t)f->blocks->list.count) / 5);
    f->page[CL_X_page_links] = cl_x_of(share((float)page->links, (float)page->chars));
    cl_features_page_says(f);
}

void cl_features_row(const cl_features *f, uint32_t block, cl_feature_row *row) {
    const cl_block *const b = &f->blocks->list.at[block];
    cl_features_begin(f, row);
    cl_features_text(f, block, row);
    cl_features_classes(f, block, row);
    put_markup(f, b, row);
    put_boxes(f, block, row);
    put_core(f, block, row);
    put_shape(f, b->box, row, CL_X_shape_count);
    put_shape(f, cl_features_frame(f->blocks, b->box), row, CL_X_frame_count);
    cl_features_place(f, block, row);
    put_phrases(&f->list.at[block], row);
}
