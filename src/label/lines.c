/* Roles of the lines of a flattened text, by their own looks alone: the story is the stretch of lines in which the long
 * ones outweigh the short ones by most (the maximum subarray). */
#include "base/status.h"
#include "label/label.h"

#define LONG_LINE   80u /* letters from which a line is a paragraph, with an end of a sentence in it */
#define SHORT_LINE  40  /* letters that a line which is none takes away: so a paragraph outweighs a few of them */
#define TITLE_MIN   15u
#define TITLE_MAX   160u
#define TITLE_LINES 12u /* before the story that are looked at */

static bool paragraph(const cl_block *b) {
    return b->chars >= LONG_LINE && b->sentences > 0;
}

static bool ends_sentence(cl_slice s) {
    static const char *const ends[] = {".", "!", "?", "\"", "…", "”", "»", "。", "！", "？", "」", "؟", "۔", "।", ":"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        const size_t n = strlen(ends[i]);
        if (s.size >= n && memcmp(s.data + s.size - n, ends[i], n) == 0)
            return true;
    }
    return false;
}

/* What a line adds to a stretch. */
static double line_weight(const cl_block *b) {
    if (paragraph(b))
        return (double)b->chars;
    if (!b->sentences || !ends_sentence(b->text))
        return -SHORT_LINE;
    return b->chars >= LONG_LINE / 2 ? (double)b->chars / 2 : 0;
}

/* First and last line of the best stretch; false where there is none. */
static bool best_stretch(const cl_blocks *blocks, uint32_t *first, uint32_t *last) {
    double best = 0, sum = 0;
    uint32_t begin = 0;
    for (uint32_t i = 0; i < blocks->list.count; i++) {
        const cl_block *const b = &blocks->list.at[i];
        if (sum <= 0) {
            sum = 0;
            begin = i;
        }
        sum += line_weight(b);
        if (sum > best) {
            best = sum;
            *first = begin;
            *last = i;
        }
    }
    return best > 0;
}

/* Whether a line may be a headline: no sentence, no caption with its credit in brackets, no byline, no date. */
static bool title_like(const cl_block *b) {
    static const char *const bylines[] = {"By ", "Von ", "Por ", "Par ", "Di ", "Door "};
    const char last = b->text.data[b->text.size - 1];
    if (b->chars < TITLE_MIN || b->chars > TITLE_MAX || last == '.' || last == ']' || last == ')' || last == ':' ||
        b->digits * 5 > b->chars)
        return false;
    for (size_t i = 0; i < sizeof bylines / sizeof *bylines; i++) {
        const size_t n = strlen(bylines[i]);
        if (b->text.size > n && memcmp(b->text.data, bylines[i], n) == 0)
            return false;
    }
    return true;
}

/* The longest such line shortly before the story. */
static uint32_t find_title(const cl_blocks *blocks, uint32_t first) {
    uint32_t best = CL_NO_BLOCK;
    for (uint32_t i = first, turns = 0; i-- > 0 && turns < TITLE_LINES; turns++) {
        const cl_block *const b = &blocks->list.at[i];
        if (title_like(b) && (best == CL_NO_BLOCK || b->chars > blocks->list.at[best].chars))
            best = i;
    }
    return best;
}

cutline_status cl_label_lines(cl_labels *labels, const cl_blocks *blocks, cutline_error *error) {
    labels->list.count = 0;
    if (!cl_vector_reserve(labels->allocator, &labels->list, blocks->list.count))
        return cl_fail(error, CUTLINE_E_NOMEM, CUTLINE_STAGE_LABEL, 0, NULL);
    labels->list.count = blocks->list.count;
    labels->body_box = 0;
    labels->headline = CL_NO_BLOCK;
    labels->confidence = 0;
    uint32_t first = 1, last = 0;
    const bool any = best_stretch(blocks, &first, &last);
    if (any)
        labels->headline = find_title(blocks, first);
    double taken = 0, all = 1;
    for (uint32_t i = 0; i < blocks->list.count; i++) {
        const cl_block *const b = &blocks->list.at[i];
        const bool body = any && i >= first && i <= last;
        labels->list.at[i] = (cl_label){0.5f, (uint8_t)(body                    ? CL_ROLE_BODY
                                                        : i == labels->headline ? CL_ROLE_HEADLINE
                                                                                : CL_ROLE_OTHER)};
        all += paragraph(b) ? (double)b->chars : 0;
        taken += paragraph(b) && body ? (double)b->chars : 0;
    }
    labels->kind = any ? CL_PAGE_ARTICLE : CL_PAGE_OTHER;
    labels->confidence = 0.8 * taken / all * (taken / (taken + 300));
    return CUTLINE_OK;
}
