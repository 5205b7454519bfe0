/* What the files of this folder share. */
#ifndef CL_TEXT_PARTS_H
#define CL_TEXT_PARTS_H

#include "text/chars.h"
#include "text/text.h"

/* A paragraph before it is taken apart: a line, or several that were joined. */
typedef struct cl_text_paragraph {
    cl_slice text; /* without the mark of a heading or an item */
    const cl_text_line *first, *last;
    bool item, quotation, code;
    uint8_t level;
} cl_text_paragraph;

/* Units of a text at most that come of cutting within paragraphs, and parts that come of markup: what is left stays
 * whole. No page of those in train/ has a hundredth. */
#define CL_TEXT_CUTS_MAX  (UINT32_C(1) << 19)
#define CL_TEXT_PARTS_MAX (UINT32_C(1) << 20)

/* style.c: after the lines are there. */
void cl_text_find_style(cl_text *text);
/* style.c: "](" in a line. */
uint32_t cl_text_count_links(cl_slice line);
/* wrap.c: says of each line whether it goes on in the next. */
void cl_text_find_wraps(cl_text *text);
/* wrap.c: room for all paragraphs of several lines in text->joined, so that they do not move. */
bool cl_text_reserve_joined(cl_text *text);
/* wrap.c: the text of the lines from `at` on that are one paragraph; moves *at behind them. */
cl_slice cl_text_join(cl_text *text, size_t *at);
/* markup.c: the size of a mark that begins a line, such as "* " or "## ", with the white space behind it; 0: none. */
size_t cl_text_mark(const cl_text *text, const cl_text_line *line, cl_slice rest, cl_text_paragraph *paragraph);
/* markup.c: adds the units of a paragraph with markup. */
bool cl_text_add_marked(cl_text *text, const cl_text_paragraph *paragraph);
/* glue.c: adds the units of one without. */
bool cl_text_add_plain(cl_text *text, const cl_text_paragraph *paragraph);
/* glue.c: how many places the lines have at which blocks seem to be glued. */
uint32_t cl_text_count_glued(cl_slice line);

/* Whether a line is code of a script or a style sheet, or data. */
bool cl_text_is_code(cl_slice line);
/* Whether `text` begins with such bytes. */
static inline bool cl_text_begins(cl_slice text, cl_slice with) {
    return text.size >= with.size && memcmp(text.data, with.data, with.size) == 0;
}

bool cl_text_begin_unit(cl_text *text, const cl_text_paragraph *paragraph, cl_text_cut cut);
bool cl_text_add_part(cl_text *text, const char *begin, const char *end, uint32_t how);

#endif
