#include "block/phrase.h"

#include "block/phrase_data.inc"

static uint32_t looked_up(uint32_t key) {
    for (uint32_t i = key >> 1 & (PHRASE_SLOTS - 1); phrases[i].key; i = (i + 1) & (PHRASE_SLOTS - 1))
        if (phrases[i].key == key)
            return phrases[i].kinds;
    return 0;
}

/* Whether a phrase may begin with a word: most texts are done with that. */
static bool begins(uint32_t key) {
    const uint32_t bit = key >> 1 & (64 * (sizeof phrase_firsts / sizeof *phrase_firsts) - 1);
    return phrase_firsts[bit / 64] >> (bit % 64) & 1;
}

uint32_t cl_phrase_of(cl_word_reader words) {
    uint32_t hash = 0, kinds = 0, count = 0;
    for (;;) {
        const cl_word w = cl_word_next(&words);
        if (w.kind == CL_WORD_SIGN || (w.kind == CL_WORD_NUMBER && kinds))
            continue;
        if (w.kind == CL_WORD_NONE)
            return kinds;
        if (w.kind == CL_WORD_NUMBER || count == PHRASE_MOST)
            return kinds & ~(uint32_t)CL_PHRASE_WHOLE;
        hash = cl_mix(hash * 31u + w.hash);
        if (!count++ && !begins(hash | 1))
            return 0;
        const uint32_t found = looked_up(hash | 1);
        kinds = found ? found | CL_PHRASE_WHOLE : kinds & ~(uint32_t)CL_PHRASE_WHOLE;
    }
}
