/* The language of a text, from its script, its everyday words and its letters.
 *
 * Made of word lists of our own for some 75 languages, and of scripts that one language has alone. On running text of
 * fifty words or more it is right but for languages that are nearly one (Croatian, Bosnian and Serbian in Latin
 * letters; Bokmål and Danish in short texts; Indonesian and Malay); on a headline it is a guess. Languages that it has
 * no words of come out as another, or as none. (cld2 knows more languages; it is C++ that allocates behind the caller's
 * back and ends the program where there is no memory.) */
#ifndef CL_RECORD_LANGUAGE_DETECT_H
#define CL_RECORD_LANGUAGE_DETECT_H

#include "base/slice.h"

#include <stdint.h>

#define CL_LANGUAGE_SAMPLE 2400u /* bytes of a text that are read */

typedef struct cl_language_guess {
    cl_slice tag;   /* BCP 47, a constant; absent where nothing tells */
    bool sure;      /* the text is long enough, and no other language comes near */
    bool letters;   /* it has letters enough to tell its direction */
    bool rightward; /* they are written from right to left */
} cl_language_guess;

/* What was read so far. Zeroed at the start. */
typedef struct cl_language_counts {
    uint32_t read; /* bytes */
    uint32_t words;
    uint32_t letters[32]; /* by script */
    uint32_t han[2];      /* characters of simplified, of traditional writing alone */
    uint32_t scores[96];  /* by language */
    uint32_t hits[96];    /* words of it */
} cl_language_counts;

/* Reads a text, up to CL_LANGUAGE_SAMPLE bytes in all. */
void cl_language_read(cl_language_counts *counts, cl_slice text);
cl_language_guess cl_language_guess_of(const cl_language_counts *counts);

/* Whether two tags are of one language, or of two that this file does not tell apart. */
bool cl_language_alike(cl_slice a, cl_slice b);

#endif
