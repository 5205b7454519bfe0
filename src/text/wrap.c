/* Paragraphs that were wrapped at a width are made whole. */
#include "text/parts.h"

#define WORDS_MIN    4u  /* in a line that says anything of the width: others may be addresses */
#define WIDTH_MIN    40u /* of columns: what is narrower is rather a column of short lines */
#define WIDTH_MAX    200u
#define WIDTH_NEAR   14u   /* a line that was wrapped ends at most so much before the width */
#define FULL_MIN     3u    /* such lines at least */
#define FULL_MANY    8u    /* where there are fewer, none may speak against it */
#define FULL_SHARE   0.8f  /* of the lines that end near the width, those that the next word had no room in */
#define OVER_SHARE   0.25f /* lines longer than the width, by those */
#define INSIDE_SHARE 0.3f  /* of those, at least: in German, 60 % of the words begin with a small letter */
#define HYPHEN_SHARE 0.05f /* of the wrapped lines, those that end in a hyphen, where words were hyphenated */

typedef struct counts {
    uint32_t lines;  /* of this width */
    uint32_t near;   /* lines that end near this width and go on in the next line, to all looks */
    uint32_t full;   /* of these, those that the first word of the next line had no room in */
    uint32_t inside; /* of these, those whose next line begins inside a sentence, by its first letter */
} counts;

static bool follows(const cl_text *text, size_t i) {
    return i + 1 < text->lines.count && !text->lines.at[i + 1].blanks;
}

static bool has_words(cl_slice line) {
    uint32_t words = 1;
    for (size_t i = 1; i < line.size && words < WORDS_MIN; i++)
        words += cl_is_space(line.data[i]) || (unsigned char)line.data[i] >= 0xE3; /* without spaces */
    return words >= WORDS_MIN;
}

/* Whether a line may be as long as it likes: html2text wraps no items and no links. */
static bool is_free(const cl_text *text, cl_slice line) {
    return text->style.markdown && (strchr("*[!#|", *line.data) || cl_text_count_links(line));
}

/* Whether a line begins as the middle of a sentence does. */
static bool begins_inside(cl_slice line) {
    uint32_t size;
    const cl_char first = cl_char_at(line.data, line.data + line.size, &size);
    return first == CL_CHAR_LOWER || first == CL_CHAR_LETTER || first == CL_CHAR_WIDE;
}

static bool begins_item(const cl_text *text, const cl_text_line *line) {
    cl_text_paragraph none = {.first = line};
    return cl_text_mark(text, line, line->text, &none) > 0;
}

static void count_line(const cl_text *text, size_t i, counts *of) {
    const cl_slice line = text->lines.at[i].text;
    const uint32_t width = text->lines.at[i].width;
    if (!has_words(line))
        return;
    if (!is_free(text, line))
        of[width < WIDTH_MAX ? width : WIDTH_MAX + 1].lines++;
    if (width > WIDTH_MAX || !follows(text, i) || begins_item(text, &text->lines.at[i + 1]))
        return;
    const cl_slice next = text->lines.at[i + 1].text;
    const uint32_t with_next = width + 1 + cl_text_first_columns(next);
    const bool inside = begins_inside(next);
    for (uint32_t w = width; w <= width + WIDTH_NEAR && w <= WIDTH_MAX; w++) {
        of[w].near++;
        of[w].full += with_next > w;
        of[w].inside += with_next > w && inside;
    }
}

/* The width at which most lines stop that a line follows, because the next word had no room. */
static uint32_t find_width(const cl_text *text) {
    counts of[WIDTH_MAX + 2];
    memset(of, 0, sizeof of);
    for (size_t i = 0; i < text->lines.count; i++)
        count_line(text, i, of);
    uint32_t best = 0, longer = of[WIDTH_MAX + 1].lines;
    float best_score = 0;
    for (uint32_t w = WIDTH_MAX; w >= WIDTH_MIN; longer += of[w--].lines) {
        const float near = (float)of[w].near, full = (float)of[w].full, over = (float)longer;
        const bool many = of[w].full >= FULL_MANY;
        if (of[w].full < FULL_MIN || full < FULL_SHARE * near || over > OVER_SHARE * full ||
            (float)of[w].inside < INSIDE_SHARE * full || (!many && (of[w].full < of[w].near || longer)))
            continue;
        const float score = full - 2 * (near - full) - 2 * over;
        if (score > best_score) {
            best_score = score;
            best = w;
        }
    }
    return best;
}

/* Whether a link of Markdown that begins in the line is open at its end. */
static bool link_open(cl_slice line) {
    bool text = true;
    for (size_t i = line.size; i-- > 0;) {
        if (i && line.data[i - 1] == '\\')
            continue;
        if (line.data[i] == ')')
            return false;
        if (line.data[i] == '[' && text)
            return true;
        if (line.data[i] == ']')
            text = false;
        if (line.data[i] == '(' && i && line.data[i - 1] == ']')
            return true;
    }
    return false;
}

/* How a line that goes on is parted from the next. That of CL_WRAP_HYPHEN is still to be seen. */
static cl_text_wrap gap_between(cl_slice a, cl_slice b) {
    uint32_t last_size, size;
    const char *const end = a.data + a.size;
    const cl_char last = cl_char_before(end, a.data, &last_size);
    const cl_char first = cl_char_at(b.data, b.data + b.size, &size);
    if (a.size > 2 && a.data[a.size - 1] == '-') {
        const cl_char before = cl_char_before(end - 1, a.data, &size);
        if (before == CL_CHAR_LOWER && first == CL_CHAR_LOWER)
            return CL_WRAP_HYPHEN;
        return before == CL_CHAR_SPACE ? CL_WRAP_SPACE : CL_WRAP_NONE;
    }
    if (last_size == 2 && memcmp(end - 2, "\xC2\xAD", 2) == 0) /* a soft hyphen */
        return CL_WRAP_NONE;
    const bool wide = last == CL_CHAR_WIDE || last == CL_CHAR_WIDE_STOP || (last == CL_CHAR_OTHER && last_size == 3);
    return wide && first >= CL_CHAR_WIDE && size == 3 ? CL_WRAP_NONE : CL_WRAP_SPACE;
}

/* Whether the next line was begun because what stands first in it had no room in this one. */
static bool goes_on(const cl_text *text, size_t i) {
    if (!follows(text, i))
        return false;
    const cl_text_line *const line = &text->lines.at[i], *const next = line + 1;
    const bool inside = i && text->lines.at[i - 1].continues;
    if ((inside && next->indent < line->indent) || begins_item(text, next))
        return false;
    if (text->style.markdown && link_open(line->text))
        return true;
    const uint32_t width = text->style.width;
    return width && line->width <= width && line->width + 1 + cl_text_first_columns(next->text) > width;
}

void cl_text_find_wraps(cl_text *text) {
    size_t wraps = 0, hyphens = 0;
    text->style.width = find_width(text);
    for (size_t i = 0; i < text->lines.count; i++) {
        cl_text_line *const line = &text->lines.at[i];
        if (!goes_on(text, i))
            continue;
        line->continues = (uint8_t)gap_between(line->text, line[1].text);
        wraps++;
        hyphens += line->continues == CL_WRAP_HYPHEN;
    }
    text->style.hyphenated = (float)hyphens > HYPHEN_SHARE * (float)wraps;
    for (size_t i = 0; hyphens && !text->style.hyphenated && i < text->lines.count; i++)
        if (text->lines.at[i].continues == CL_WRAP_HYPHEN)
            text->lines.at[i].continues = CL_WRAP_NONE;
}

bool cl_text_reserve_joined(cl_text *text) {
    size_t size = 0;
    for (size_t i = 0; i < text->lines.count; i++)
        if (text->lines.at[i].continues || (i && text->lines.at[i - 1].continues))
            size += text->lines.at[i].text.size + 1;
    return cl_vector_reserve(text->allocator, &text->joined, size);
}

cl_slice cl_text_join(cl_text *text, size_t *at) {
    const cl_text_line *line = &text->lines.at[(*at)++];
    if (!line->continues)
        return line->text;
    const size_t begin = text->joined.count;
    char *out = text->joined.at + begin;
    for (;; line++) {
        const size_t size = line->text.size - (line->continues == CL_WRAP_HYPHEN);
        memcpy(out, line->text.data, size);
        out += size;
        if (!line->continues)
            break;
        if (line->continues == CL_WRAP_SPACE)
            *out++ = ' ';
        (*at)++;
    }
    text->joined.count = (size_t)(out - text->joined.at);
    return cl_slice_of(text->joined.at + begin, text->joined.count - begin);
}
