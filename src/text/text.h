/* Text that was flattened already, taken apart into units: what may be a paragraph, a headline, an item of a list.
 *
 * In: a page as text in UTF-8, as somebody's tool has left it. Out: its units in order. Lines of a paragraph that was
 * wrapped at a width are one unit, hyphens of the wrapping undone; what was glued together is taken apart; marks of
 * Markdown and of text browsers are read and left out. Where that is not sure, it is rather two units than one: each
 * says how it stands to the one before, and label/ finds out which of them belong together.
 *
 *   lines   the lines that are not blank                     (text.c)
 *   style   what the text as a whole is like                 (style.c)
 *   joined  paragraphs of several lines, each in one piece   (wrap.c)
 *   parts   what of a paragraph is text, and how it stands   (markup.c)
 *   units   runs of parts                                    (glue.c cuts them) */
#ifndef CL_TEXT_TEXT_H
#define CL_TEXT_TEXT_H

#include "base/slice.h"
#include "base/vector.h"

#include <stdint.h>

typedef struct cl_text_line {
    cl_slice text;     /* of the source, trimmed; never empty */
    uint32_t offset;   /* where it begins in the source */
    uint32_t blanks;   /* blank lines before it */
    uint16_t indent;   /* columns before it; 65535 where more, as below */
    uint16_t width;    /* columns of it with its indent */
    bool space_before; /* white space at its beginning, at its end */
    bool space_after;
    uint8_t continues; /* cl_text_wrap: it goes on in the next line */
} cl_text_line;

/* What stands between a line and the next where both are one paragraph. */
typedef enum cl_text_wrap {
    CL_WRAP_END = 0,
    CL_WRAP_SPACE,
    CL_WRAP_NONE,
    CL_WRAP_HYPHEN /* that goes away */
} cl_text_wrap;

/* How a unit is parted from the one before. */
typedef enum cl_text_cut { CL_CUT_LINE = 0, CL_CUT_SPACE, CL_CUT_NONE } cl_text_cut;

/* How a part stands. */
#define CL_PART_LINK   1u
#define CL_PART_BOLD   2u
#define CL_PART_ITALIC 4u
#define CL_PART_ANCHOR 8u  /* a link begins */
#define CL_PART_OUT    16u /* markup, or the words for a picture: not text */

typedef struct cl_text_part {
    const char *data;
    uint32_t size;
    uint32_t how;
} cl_text_part;

typedef struct cl_text_unit {
    uint32_t first_part, end_part;
    uint32_t offset; /* in the source, of the line that it begins in */
    uint32_t blanks; /* blank lines before it */
    uint16_t indent;
    uint8_t cut;   /* cl_text_cut */
    uint8_t level; /* of a heading, 1 to 6 */
    bool item, quotation, code;
    bool wrapped;      /* its line goes on in the next */
    bool space_before; /* of its line, where it is the first or the last of it */
    bool space_after;
} cl_text_unit;

typedef struct cl_text_style {
    uint32_t width; /* at which its paragraphs are wrapped; 0: they are not */
    bool markdown;  /* links, headings and emphasis as html2text and others write them */
    bool footnoted; /* [12] before each link and a list of them at the end, as lynx writes */
    bool glued;     /* what were blocks stands together without anything between */
    bool hyphenated;
} cl_text_style;

/* A text taken apart, and the memory to do so, reused from page to page. */
typedef struct cl_text {
    const cutline_allocator *allocator;
    cl_text_style style;
    CL_VECTOR(cl_text_line) lines;
    CL_VECTOR(cl_text_part) parts;
    CL_VECTOR(cl_text_unit) units;
    cl_buffer joined;
} cl_text;

void cl_text_init(cl_text *text, const cutline_allocator *allocator);
void cl_text_free(cl_text *text);

/* Takes a text apart. `source` is at most 4 GiB - 1 and must stay as long as the units are read. false: no memory. */
bool cl_text_read(cl_text *text, cl_slice source);

#endif
