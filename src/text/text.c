#include "text/text.h"
#include "text/parts.h"

#define TAB 8u

void cl_text_init(cl_text *text, const cutline_allocator *allocator) {
    memset(text, 0, sizeof *text);
    text->allocator = allocator;
}

void cl_text_free(cl_text *text) {
    cl_vector_free(text->allocator, &text->lines);
    cl_vector_free(text->allocator, &text->parts);
    cl_vector_free(text->allocator, &text->units);
    cl_vector_free(text->allocator, &text->joined);
}

static uint16_t indent_of(const char *begin, const char *end) {
    uint32_t columns = 0;
    for (const char *p = begin; p < end && columns < UINT16_MAX; p++)
        columns = *p == '\t' ? columns / TAB * TAB + TAB : columns + 1;
    return (uint16_t)(columns < UINT16_MAX ? columns : UINT16_MAX);
}

/* Lines end with a line feed, or a carriage return and a line feed. */
static bool read_lines(cl_text *text, cl_slice source) {
    uint32_t blanks = 0;
    size_t at = 0;
    while (at < source.size) {
        const char *const begin = source.data + at;
        const char *const found = memchr(begin, '\n', source.size - at);
        const size_t size = found ? (size_t)(found - begin) : source.size - at;
        cl_slice raw = cl_slice_of(begin, size);
        if (raw.size && raw.data[raw.size - 1] == '\r')
            raw.size--;
        const cl_slice line = cl_slice_trim(raw);
        at += size + 1;
        if (!line.size) {
            blanks++;
            continue;
        }
        if (!cl_vector_room(text->allocator, &text->lines))
            return false;
        const uint16_t indent = indent_of(begin, line.data);
        const uint32_t width = indent + cl_text_columns(line);
        text->lines.at[text->lines.count++] = (cl_text_line){.text = line,
            .offset = (uint32_t)(line.data - source.data),
            .blanks = blanks,
            .indent = indent,
            .width = (uint16_t)(width < UINT16_MAX ? width : UINT16_MAX),
            .space_before = line.data > begin,
            .space_after = line.data + line.size < raw.data + raw.size};
        blanks = 0;
    }
    return true;
}

bool cl_text_is_code(cl_slice line) {
    const size_t sample = line.size < 4096 ? line.size : 4096;
    size_t signs = 0;
    for (size_t i = 0; i < sample; i++)
        switch (line.data[i]) {
        case '{':
        case '}':
        case ';':
        case '=':
        case '<':
        case '>':
        case '_':
        case '\\':
        case '&':
        case '|':
        case '+':
            signs++;
            break;
        case '"':
            signs += i + 1 < sample && (line.data[i + 1] == ':' || line.data[i + 1] == ',');
            break;
        case '(':
            signs += i + 1 < sample && (line.data[i + 1] == ')' || line.data[i + 1] == '\'' || line.data[i + 1] == '"');
            break;
        default:
            break;
        }
    return sample >= 16 && signs * 20 >= sample; /* 5 % */
}

bool cl_text_begin_unit(cl_text *text, const cl_text_paragraph *p, cl_text_cut cut) {
    if (!cl_vector_room(text->allocator, &text->units))
        return false;
    const bool first = cut == CL_CUT_LINE;
    text->units.at[text->units.count++] = (cl_text_unit){.first_part = (uint32_t)text->parts.count,
        .end_part = (uint32_t)text->parts.count,
        .offset = p->first->offset,
        .blanks = first ? p->first->blanks : 0,
        .indent = p->first->indent,
        .cut = (uint8_t)cut,
        .level = p->level,
        .item = p->item && first,
        .quotation = p->quotation,
        .code = p->code,
        .wrapped = p->first != p->last,
        .space_before = first && p->first->space_before,
        .space_after = p->last->space_after};
    return true;
}

bool cl_text_add_part(cl_text *text, const char *begin, const char *end, uint32_t how) {
    if (begin == end)
        return true;
    if (!cl_vector_room(text->allocator, &text->parts))
        return false;
    text->parts.at[text->parts.count++] = (cl_text_part){.data = begin, .size = (uint32_t)(end - begin), .how = how};
    text->units.at[text->units.count - 1].end_part = (uint32_t)text->parts.count;
    return true;
}

bool cl_text_read(cl_text *text, cl_slice source) {
    cl_vector_clear(text->allocator, &text->lines);
    cl_vector_clear(text->allocator, &text->parts);
    cl_vector_clear(text->allocator, &text->units);
    cl_vector_clear(text->allocator, &text->joined);
    if (!read_lines(text, source))
        return false;
    cl_text_find_style(text);
    cl_text_find_wraps(text);
    if (!cl_text_reserve_joined(text))
        return false;
    for (size_t i = 0; i < text->lines.count;) {
        cl_text_paragraph p = {.first = &text->lines.at[i]};
        p.text = cl_text_join(text, &i);
        p.last = &text->lines.at[i - 1];
        for (size_t size; (size = cl_text_mark(text, p.first, p.text, &p)) != 0;)
            p.text = cl_slice_of(p.text.data + size, p.text.size - size);
        const bool marked = text->style.markdown || text->style.footnoted;
        p.code = !text->style.markdown && cl_text_is_code(p.text); /* addresses look like that */
        if (p.text.size && !(marked ? cl_text_add_marked(text, &p) : cl_text_add_plain(text, &p)))
            return false;
    }
    return true;
}
