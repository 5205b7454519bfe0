/* Texts read word by word, in any script, each word a hash that does not see the case of letters. */
#ifndef CL_BLOCK_WORDS_H
#define CL_BLOCK_WORDS_H

#include "base/slice.h"

#include <stdint.h>

typedef enum cl_word_kind {
    CL_WORD_NONE = 0, /* the text is at its end */
    CL_WORD_LETTERS,
    CL_WORD_NUMBER, /* a run of digits of any script */
    CL_WORD_WIDE,   /* one character of a script that is written without spaces */
    CL_WORD_SIGN    /* a character that is neither, and no everyday punctuation */
} cl_word_kind;

typedef struct cl_word {
    cl_word_kind kind;
    uint32_t hash;   /* of letters folded to lower case; of a number, its count of digits: 1, 2, 3, 4, more */
    uint32_t size;   /* code points */
    uint32_t number; /* value of a number of up to 4 digits, else 0 */
    uint32_t upper;  /* capitals among the letters */
} cl_word;

/* A place in a text, and what was passed on the way there. */
typedef struct cl_word_reader {
    const char *at;
    const char *end;
    uint32_t commas; /* everyday punctuation, in any script */
    uint32_t quotes;
    uint32_t brackets;
    uint32_t dashes;
} cl_word_reader;

static inline cl_word_reader cl_words_of(cl_slice text) {
    return (cl_word_reader){.at = text.data, .end = text.data ? text.data + text.size : NULL};
}

/* The next word. Joiners and marks of direction are passed over inside of one. */
cl_word cl_word_next(cl_word_reader *reader);

/* The code point at `p`, before `end`, in valid UTF-8, as texts of blocks are. */
uint32_t cl_code_at(const char *p, const char *end, size_t *size);

/* The small letter for a capital (Latin, Greek, Cyrillic, Armenian, full-width forms); others are their own. */
uint32_t cl_fold(uint32_t code);

/* Bits of a hash that are well mixed. */
static inline uint32_t cl_mix(uint32_t h) {
    h ^= h >> 16;
    h *= 0x85ebca6bu;
    h ^= h >> 13;
    h *= 0xc2b2ae35u;
    return h ^ h >> 16;
}

#endif
