/* What the beginning of a text says it is for: everyday phrases of the web in many languages (generate_phrases.py). */
#ifndef CL_BLOCK_PHRASE_H
#define CL_BLOCK_PHRASE_H

#include "block/words.h"

/* Their order is that of the columns of features_data.inc, and of generate_phrases.py. */
#define CL_PHRASES(PHRASE)                                                                                             \
    PHRASE(NOTE)                                                                                                       \
    PHRASE(RELATED)                                                                                                    \
    PHRASE(COMMENT)                                                                                                    \
    PHRASE(PROMOTION)                                                                                                  \
    PHRASE(SHARE)                                                                                                      \
    PHRASE(BIO)                                                                                                        \
    PHRASE(TOPIC)                                                                                                      \
    PHRASE(EDITION) /* names of languages */                                                                           \
    PHRASE(LEGAL)                                                                                                      \
    PHRASE(CONSENT)                                                                                                    \
    PHRASE(CAPTION)                                                                                                    \
    PHRASE(DATE)

enum {
#define PHRASE(name) CL_PHRASE_##name##_BIT,
    CL_PHRASES(PHRASE)
#undef PHRASE
        CL_PHRASE_COUNT
};
enum cl_phrase {
#define PHRASE(name) CL_PHRASE_##name = 1u << CL_PHRASE_##name##_BIT,
    CL_PHRASES(PHRASE)
#undef PHRASE
        CL_PHRASE_WHOLE = 1u << CL_PHRASE_COUNT /* the phrase is all there is, but for signs and numbers */
};

/* Kinds whose phrases say nothing of the lines below. */
#define CL_PHRASES_LINES                                                                                               \
    (CL_PHRASE_WHOLE | CL_PHRASE_EDITION | CL_PHRASE_LEGAL | CL_PHRASE_CONSENT | CL_PHRASE_CAPTION | CL_PHRASE_DATE)

/* The phrases that a text begins with, those of the longest one. Signs before
 * it do not count. */
uint32_t cl_phrase_of(cl_word_reader words);

#endif
