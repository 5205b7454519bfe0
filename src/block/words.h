/* Texts read word by word, in any script, each word a hash that does not see the case of letters. */
#ifndef CL_BLOCK_WORDS_H
#define CL_BLOCK_WORDS_H

#include "base/simd.h"
#include "base/slice.h"

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
    const char *wide; /* before here, sixteen bytes may be loaded */
    uint32_t commas;  /* everyday punctuation, in any script */
    uint32_t quotes;
    uint32_t brackets;
    uint32_t dashes;
} cl_word_reader;

static inline cl_word_reader cl_words_of(cl_slice text) {
    return (cl_word_reader){.at = text.data,
        .end = text.data ? text.data + text.size : NULL,
        .wide = text.size >= 16 ? text.data + text.size - 15 : text.data};
}
/* The same for the text of a block, or the beginning of one: CL_TEXT_PAD bytes may be read behind it. */
static inline cl_word_reader cl_words_of_block(cl_slice text) {
    return (cl_word_reader){.at = text.data, .end = text.data + text.size, .wide = text.data + text.size};
}

cl_word cl_word_next_any(cl_word_reader *reader);

/* The code point at `p`, before `end`, in valid UTF-8, as texts of blocks are. */
static inline uint32_t cl_code_at(const char *p, const char *end, size_t *size) {
    const unsigned char *const s = (const unsigned char *)p;
    const size_t left = (size_t)(end - p);
    if (s[0] < 0x80)
        return *size = 1, s[0];
    if (s[0] < 0xE0 && left >= 2)
        return *size = 2, (uint32_t)(s[0] & 0x1F) << 6 | (s[1] & 0x3F);
    if (s[0] < 0xF0 && left >= 3)
        return *size = 3, (uint32_t)(s[0] & 0x0F) << 12 | (uint32_t)(s[1] & 0x3F) << 6 | (s[2] & 0x3F);
    if (left >= 4)
        return *size = 4, (uint32_t)(s[0] & 0x07) << 18 | (uint32_t)(s[1] & 0x3F) << 12 | (uint32_t)(s[2] & 0x3F) << 6 |
                              (s[3] & 0x3F);
    return *size = left, 0xFFFD;
}

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

#define CL_WORD_HASH  0x811c9dc5u /* FNV-1a, over code points in lower case */
#define CL_WORD_PRIME 0x01000193u

/* The hashes of all beginnings of eight letters of ASCII, which go on from hashes[0]: words end where nobody can
 * foretell, and a wrong guess costs more than all eight. */
static inline void cl_word_hashes(uint64_t letters, uint32_t hashes[9]) {
    const uint64_t small = letters | UINT64_C(0x2020202020202020);
    for (unsigned i = 0; i < 8; i++)
        hashes[i + 1] = (hashes[i] ^ (uint32_t)(small >> 8 * i & 0xFF)) * CL_WORD_PRIME;
}
/* Capitals among the `n` low bytes, 1 to 8, which are letters. */
static inline uint32_t cl_word_capitals(uint64_t letters, unsigned n) {
    const uint64_t ones = UINT64_C(0x0101010101010101), own = ~UINT64_C(0) >> (64 - 8 * n);
    return (uint32_t)(((~letters & own) >> 5 & ones) * ones >> 56);
}

/* The next word. Joiners and marks of direction are passed over inside of one. */
static inline cl_word cl_word_next(cl_word_reader *r) {
    const char *p = r->at;
    if (p < r->wide && *p == ' ')
        p++;
    if (p < r->wide) { /* a short word of ASCII, as most are */
        const size_t left = (size_t)(r->end - p);
        const unsigned n = cl_first(~cl_mask(cl_ascii_letters(cl_load(p))));
        if (n - 1 < 8 && (n >= left || (unsigned char)p[n] < 0x80)) {
            const unsigned size = n < left ? n : (unsigned)left;
            r->at = p + size;
            const uint64_t letters = cl_load64(p);
            uint32_t hashes[9] = {CL_WORD_HASH};
            cl_word_hashes(letters, hashes);
            return (cl_word){.kind = CL_WORD_LETTERS,
                .hash = cl_mix(hashes[size]),
                .size = size,
                .upper = cl_word_capitals(letters, size)};
        }
    }
    if (p == r->end) {
        r->at = p;
        return (cl_word){.kind = CL_WORD_NONE};
    }
    return cl_word_next_any(r);
}

#endif
