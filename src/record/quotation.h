/* Direct quotations in running text: where they are, and who says them.
 *
 *   paragraphs -> marks -> tokens -> frames -> (judge, speaker) -> quotations -> names
 *
 * quotation_marks.c finds what stands between marks, quotation_tokens.c reads the rest word by word, quotation_frames.c
 * finds the verbs of saying and their subjects, quotation_judge.c tells a quotation from a title or a scare quote and
 * picks the frame it belongs to (quotation_model_data.inc holds what was learned), quotation_names.c gives a mention its
 * full name. quotation_outlet.c finds whom something was told to, quotation_wide.c does without words, for Chinese and
 * Japanese. Everything reads the paragraphs of the text alone, so it does not matter whether they come from HTML. */
#ifndef CL_RECORD_QUOTATION_H
#define CL_RECORD_QUOTATION_H

#include "base/arena.h"
#include "base/slice.h"

#include <stdint.h>

/* Bytes of a paragraph that are read for quotations; what stands beyond is not looked at. */
#define CL_QUOTE_PARAGRAPH_MAX (UINT32_C(256) << 10)
/* Quotations of one text; those after it are left out. Tokens and frames of one paragraph, likewise. */
#define CL_QUOTES_MAX 65536u
/* Words of a quotation at least. */
#define CL_QUOTE_WORDS_MIN 3u

typedef struct cl_quote_paragraph {
    cl_slice text;
    bool heading; /* or a table: quotations are not looked for */
    bool whole;   /* marked up as one quotation, with or without marks */
} cl_quote_paragraph;

typedef struct cl_quotation {
    cl_slice text;    /* what stands between the marks, a slice of the paragraph */
    cl_slice mention; /* the speaker as named there, a slice of a paragraph; absent where nobody is named */
    cl_slice speaker; /* the fullest name for the mention */
    cl_slice cue;     /* the verb of saying */
    cl_slice outlet;  /* the one it was told to */
    uint32_t paragraph;
    uint32_t start; /* of the text, in bytes of the paragraph */
    uint32_t end;
} cl_quotation;

typedef struct cl_quotations {
    cl_quotation *at;
    size_t count;
} cl_quotations;

/* The quotations of a text, in order. `language` is a BCP 47 tag or absent. Slices point into the paragraphs and the
 * title. False where there is no memory. */
bool cl_find_quotations(const cl_quote_paragraph *paragraphs, size_t count, cl_slice title, cl_slice language,
    cl_arena *arena, cl_quotations *found);

#endif
