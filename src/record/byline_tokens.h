/* A byline cut into words: what each does, and what parts it from the one before. */
#ifndef CL_RECORD_BYLINE_TOKENS_H
#define CL_RECORD_BYLINE_TOKENS_H

#include "base/slice.h"

#include <stdint.h>

/* What stands before a word. The order is that of strength. */
typedef enum cl_gap {
    CL_GAP_SPACE = 0,
    CL_GAP_COMMA,
    CL_GAP_SLASH,
    CL_GAP_DASH, /* a dash with space around it */
    CL_GAP_STOP, /* the end of a sentence */
    CL_GAP_COLON,
    CL_GAP_BAR /* a bar, a bullet, a semicolon, the end of a line, an address that was left out; the beginning */
} cl_gap;

typedef enum cl_letters {
    CL_LETTERS_NONE = 0, /* of a script without capitals, or no letters */
    CL_LETTERS_SMALL,
    CL_LETTERS_CAPITAL, /* the first is one */
    CL_LETTERS_CAPITALS /* all are, two at least */
} cl_letters;

/* What a word does in bylines; generate_byline_words.py says each. */
enum cl_word_use {
    CL_USE_BY = 1u << 0,
    CL_USE_BY_FIRST = 1u << 1,
    CL_USE_DID = 1u << 2,
    CL_USE_LABEL = 1u << 3,
    CL_USE_HELP = 1u << 4,
    CL_USE_PHOTO = 1u << 5,
    CL_USE_SOURCE = 1u << 6,
    CL_USE_ROLE = 1u << 7,
    CL_USE_QUALITY = 1u << 8,
    CL_USE_AGENCY = 1u << 9,
    CL_USE_ORG = 1u << 10,
    CL_USE_PREP = 1u << 11,
    CL_USE_AND = 1u << 12,
    CL_USE_WITH = 1u << 13,
    CL_USE_PARTICLE = 1u << 14,
    CL_USE_SUFFIX = 1u << 15,
    CL_USE_TITLE = 1u << 16,
    CL_USE_MONTH = 1u << 17,
    CL_USE_DAY = 1u << 18,
    CL_USE_TIME = 1u << 19,
    CL_USE_NOISE = 1u << 20,
    CL_USE_EMPTY = 1u << 21,
    CL_USE_SAYS = 1u << 22,
    CL_USE_PLACE = 1u << 23
};

typedef struct cl_token {
    cl_slice text;
    uint32_t uses;   /* enum cl_word_use */
    uint32_t glued;  /* of a word that was written together with this one, before it */
    uint8_t gap;     /* cl_gap */
    uint8_t letters; /* cl_letters */
    uint8_t size;    /* code points; 255 where more */
    bool number;     /* begins with a digit */
    bool bracket;    /* stands in brackets */
    bool wide;       /* of a script that is written without spaces */
    bool domain;     /* example.org */
    bool degree;     /* ", MD": with a comma, but part of the name before it */
} cl_token;

#define CL_TOKENS_MAX 320u

/* Cuts `text` into no more than CL_TOKENS_MAX words and gives their number. */
size_t cl_byline_tokens(cl_slice text, cl_token tokens[CL_TOKENS_MAX]);

/* What a word does in bylines, whatever its case; 0 for most. */
uint32_t cl_byline_word(cl_slice word);

#endif
