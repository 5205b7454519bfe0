/* What a character is to those who look for the ends of sentences, words and lines. */
#ifndef CL_TEXT_CHARS_H
#define CL_TEXT_CHARS_H

#include "base/slice.h"

#include <stdint.h>

typedef enum cl_char {
    CL_CHAR_SPACE,
    CL_CHAR_LOWER,
    CL_CHAR_UPPER,
    CL_CHAR_LETTER, /* of a script without capitals */
    CL_CHAR_WIDE,   /* of a script without spaces */
    CL_CHAR_DIGIT,
    CL_CHAR_STOP,      /* . ! ? and the like */
    CL_CHAR_WIDE_STOP, /* those of scripts without spaces */
    CL_CHAR_OPEN,      /* opening quotation marks and brackets */
    CL_CHAR_CLOSE,
    CL_CHAR_QUOTE, /* either: the straight one */
    CL_CHAR_OTHER
} cl_char;

/* The character at `p`, before `end`; *size: its bytes. */
cl_char cl_char_at(const char *p, const char *end, uint32_t *size);
/* The one before `p`, after `begin`; *size 0 and CL_CHAR_SPACE where there is none. */
cl_char cl_char_before(const char *p, const char *begin, uint32_t *size);

/* Whether nothing stands between two pieces of a sentence that were parted, such as "word" and ", but". */
bool cl_text_tight(cl_slice before, cl_slice after);

/* Columns that a text takes on a screen, 65535 where more. */
uint32_t cl_text_columns(cl_slice text);
/* Those of its first word. */
uint32_t cl_text_first_columns(cl_slice text);

#endif
