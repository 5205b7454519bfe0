#include "block/phrase.h"

#include "block/phrase_data.inc"

/* Whether a key may be one of those whose bits are set in a table. */
static inline bool may_be(const uint64_t *bits, size_t words, uint32_t key) {
    const uint32_t bit = key >> 1 & (uint32_t)(64 * words - 1);
    return bits[bit / 64] >> (bit % 64) & 1;
}

/* Whether a phrase may begin with a word: most texts are done with that. */
static bool begins(uint32_t key) {
    return may_be(phrase_firsts, sizeof phrase_firsts / sizeof *phrase_firsts, key);
}

static uint32_t looked_up(uint32_t key) {
    if (!may_be(phrase_keys, sizeof phrase_keys / sizeof *phrase_keys, key))
        return 0;
    for (uint32_t i = key >> 1 & (PHRASE_SLOTS - 1); phrases[i].key; i = (i + 1) & (PHRASE_SLOTS - 1))
        if (phrases[i].key == key)
            return phrases[i].kinds;
    return 0;
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
