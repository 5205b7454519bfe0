#include "block/lines.h"
#include "base/status.h"
#include "block/words.h"

#define TITLE_BYTES 300u /* of the first unit, where it may be a title */

_Static_assert((int)CL_LINE_COUNT <= (int)CL_FEATURE_COUNT, "a row has no room for the columns of a line");

/* Columns of features.h by those of a line. */
static const uint16_t shared[] = {
#define SHARED(name) CL_X_##name,
#define LINE(name)
#include "block/lines_data.inc"
#undef SHARED
#undef LINE
};

static const char *const names[] = {
#define SHARED(name) #name,
#define LINE(name)   #name,
#include "block/lines_data.inc"
#undef SHARED
#undef LINE
};

cl_slice cl_line_name(size_t column) {
    return column < CL_LINE_COUNT ? cl_slice_z(names[column]) : CL_SLICE_NONE;
}

/* How a text ends, as far as it matters for what comes after it. */
enum ending { OPEN, ENDED, COMMA };

static uint32_t last_code(cl_slice text) {
    size_t at = text.size - 1, size;
    while (at && ((unsigned char)text.data[at] & 0xC0) == 0x80)
        at--;
    return cl_code_at(text.data + at, text.data + text.size, &size);
}

static uint32_t first_code(cl_slice text) {
    size_t size;
    return cl_code_at(text.data, text.data + text.size, &size);
}

static enum ending ending_of(cl_slice text) {
    switch (last_code(text)) {
    case '.':
    case '!':
    case '?':
    case ':':
    case '"':
    case ')':
    case 0xBB:
    case 0x2019:
    case 0x201C:
    case 0x201D:
    case 0x2026:
    case 0x3002:
    case 0x300D:
    case 0x61F:
    case 0x6D4:
    case 0x964:
    case 0xFF01:
    case 0xFF1F:
        return ENDED;
    case ',':
    case 0x60C:
    case 0x3001:
    case 0xFF0C:
        return COMMA;
    default:
        return OPEN;
    }
}

enum beginning { CAPITAL, SMALL, SIGN };

static enum beginning beginning_of(cl_slice text) {
    const uint32_t c = first_code(text);
    if (c < 0x80 && strchr(",.;:!?)]%/|&+-", (int)c) && c)
        return SIGN;
    if ((c >= 'a' && c <= 'z') || (c >= 0xDF && c < 0x530 && cl_fold(c) == c && c != 0xF7))
        return SMALL;
    return CAPITAL;
}

static float share(size_t part, size_t whole) {
    return whole ? (float)part / (float)whole : 0;
}

static void put(uint8_t *x, unsigned column, float value) {
    x[column] = cl_x_of(value);
}

static void put_flag(uint8_t *x, unsigned column, bool is) {
    x[column] = is ? CL_FEATURE_ONE : 0;
}

static void measure_text(cl_lines *l) {
    const cl_blocks *const blocks = l->features->blocks;
    const cl_text_style *const style = &l->text->style;
    const size_t count = blocks->list.count;
    size_t blanks = 0, cuts = 0, items = 0, open = 0, code = 0, good = 0;
    for (size_t i = 0; i < count; i++) {
        const cl_text_unit *const unit = &l->text->units.at[i];
        blanks += unit->blanks > 0;
        cuts += unit->cut != CL_CUT_LINE;
        items += unit->item;
        code += unit->code;
        open += beginning_of(blocks->list.at[i].text) != CAPITAL;
        good += l->features->list.at[i].good ? blocks->list.at[i].chars : 0;
    }
    memset(l->page, 0, sizeof l->page);
    put_flag(l->page, CL_L_text_markdown, style->markdown);
    put_flag(l->page, CL_L_text_footnoted, style->footnoted);
    put_flag(l->page, CL_L_text_wrapped, style->width > 0);
    put_flag(l->page, CL_L_text_glued, style->glued);
    put(l->page, CL_L_text_units, cl_x_log((uint32_t)count) / 5);
    put(l->page, CL_L_text_chars, cl_x_log(count ? (uint32_t)(blocks->chars / count) : 0) / 4);
    put(l->page, CL_L_text_blanks, share(blanks, count));
    put(l->page, CL_L_text_cuts, share(cuts, count));
    put(l->page, CL_L_text_items, share(items, count));
    put(l->page, CL_L_text_open, share(open, count));
    put(l->page, CL_L_text_links, share(blocks->boxes.at[0].links, blocks->chars));
    put(l->page, CL_L_text_good, share(good, blocks->chars));
    put(l->page, CL_L_text_code, share(code, count));
}

cutline_status cl_lines_measure(
    cl_lines *lines, cl_features *features, const cl_text *text, const cl_blocks *blocks, cutline_error *error) {
    cl_page_says says;
    memset(&says, 0, sizeof says);
    if (blocks->list.count && blocks->list.at[0].text.size <= TITLE_BYTES && last_code(blocks->list.at[0].text) != '.')
        says.title = blocks->list.at[0].text;
    const cutline_status status = cl_features_measure_lines(features, blocks, &says, error);
    lines->features = features;
    lines->text = text;
    if (status == CUTLINE_OK)
        measure_text(lines);
    return status;
}

static void put_neighbours(const cl_lines *l, uint32_t i, uint8_t *x) {
    const cl_blocks *const blocks = l->features->blocks;
    const cl_text_unit *const unit = &l->text->units.at[i];
    if (i) {
        const enum ending ending = ending_of(blocks->list.at[i - 1].text);
        put_flag(x, CL_L_open_before, ending == OPEN);
        put_flag(x, CL_L_ended_before, ending == ENDED);
        put_flag(x, CL_L_comma_before, ending == COMMA);
        put_flag(x, CL_L_space_after_before, unit[-1].space_after);
        put_flag(x, CL_L_indent_more, unit->indent > unit[-1].indent);
        put_flag(x, CL_L_indent_less, unit->indent < unit[-1].indent);
        put(x, CL_L_chars_before, cl_x_log(blocks->list.at[i - 1].chars) / 4);
    }
    if (i + 1 < blocks->list.count) {
        const enum beginning beginning = beginning_of(blocks->list.at[i + 1].text);
        put(x, CL_L_blanks_next, cl_x_log(unit[1].blanks) / 2);
        put_flag(x, CL_L_indent_more_next, unit->indent > unit[1].indent);
        put_flag(x, CL_L_indent_less_next, unit->indent < unit[1].indent);
        put_flag(x, CL_L_cut_space_next, unit[1].cut == CL_CUT_SPACE);
        put_flag(x, CL_L_cut_none_next, unit[1].cut == CL_CUT_NONE);
        put_flag(x, CL_L_item_next, unit[1].item);
        put_flag(x, CL_L_small_next, beginning == SMALL);
        put_flag(x, CL_L_sign_next, beginning == SIGN);
        put(x, CL_L_chars_next, cl_x_log(blocks->list.at[i + 1].chars) / 4);
    }
}

static void put_unit(const cl_text_unit *unit, uint8_t *x) {
    put(x, CL_L_blanks, cl_x_log(unit->blanks) / 2);
    put(x, CL_L_indent, (float)unit->indent / 16);
    put_flag(x, CL_L_cut_space, unit->cut == CL_CUT_SPACE);
    put_flag(x, CL_L_cut_none, unit->cut == CL_CUT_NONE);
    put_flag(x, CL_L_item, unit->item);
    put_flag(x, CL_L_heading, unit->level > 0);
    put(x, CL_L_level, (float)unit->level / 6);
    put_flag(x, CL_L_quotation, unit->quotation);
    put_flag(x, CL_L_code, unit->code);
    put_flag(x, CL_L_wrapped, unit->wrapped);
    put_flag(x, CL_L_space_before, unit->space_before);
    put_flag(x, CL_L_space_after, unit->space_after);
}

static void put_id(cl_feature_row *row, uint32_t place, uint32_t what) {
    row->classes[row->class_count++] =
        (uint16_t)(cl_mix(what * 0x9e3779b1u + place * 0x85ebca77u) & (CL_CLASS_IDS - 1));
}

/* Hashes of the last word of a text, as far as it is in its last bytes, and of the first. */
static uint32_t last_word(cl_slice text) {
    const char *p = text.data + text.size;
    uint32_t n = 0;
    while (p > text.data && n < 24 && !cl_is_space(p[-1])) {
        p--;
        n++;
    }
    cl_word_reader r = cl_words_of(cl_slice_of(p, n));
    uint32_t hash = 0;
    for (cl_word w; (w = cl_word_next(&r)).kind;)
        hash = w.hash;
    return hash;
}

static uint32_t first_word(cl_slice text) {
    cl_word_reader r = cl_words_of(cl_slice_of(text.data, text.size < 48 ? text.size : 48));
    return cl_word_next(&r).hash;
}

/* What stands at both ends, and next to them. */
static void put_ends(const cl_blocks *blocks, uint32_t i, const cl_text_unit *unit, cl_feature_row *row) {
    const cl_slice text = blocks->list.at[i].text;
    row->class_count = 0;
    put_id(row, 1, first_code(text));
    put_id(row, 2, last_code(text));
    if (i) {
        const cl_slice before = blocks->list.at[i - 1].text;
        const uint32_t code = last_code(before), first = first_code(text);
        put_id(row, 3, code);
        put_id(row, 4, code * 31 + (cl_fold(first) == first ? 1 : 2) + unit->cut * 4u);
        put_id(row, 5, last_word(before));
        put_id(row, 6, last_word(before) * 31 + first_word(text));
    }
    if (i + 1 < blocks->list.count) {
        put_id(row, 7, first_code(blocks->list.at[i + 1].text));
        put_id(row, 8, first_word(blocks->list.at[i + 1].text));
    }
}

void cl_lines_row(const cl_lines *lines, uint32_t unit, cl_feature_row *row) {
    uint8_t full[CL_FEATURE_COUNT];
    cl_features_begin(lines->features, row);
    cl_features_text(lines->features, unit, row);
    cl_features_place(lines->features, unit, row);
    memcpy(full, row->x, sizeof full);
    memcpy(row->x, lines->page, CL_LINE_COUNT);
    for (size_t i = 0; i < sizeof shared / sizeof *shared; i++)
        row->x[i] = full[shared[i]];
    put_unit(&lines->text->units.at[unit], row->x);
    put_neighbours(lines, unit, row->x);
    put_flag(row->x, CL_L_first, unit == 0);
    put_ends(lines->features->blocks, unit, &lines->text->units.at[unit], row);
}
