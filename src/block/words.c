#include "block/words.h"

#include <stdbool.h>

/* What a code point is to a word; those from LETTER to SIGN are one, or begin one. */
enum glyph { SPACE, LETTER, DIGIT, WIDE, SIGN, COMMA, QUOTE, BRACKET, DASH, MUTE, JOINER };

#define S8 SPACE, SPACE, SPACE, SPACE, SPACE, SPACE, SPACE, SPACE
#define L8 LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER
#define D8 DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT

static const uint8_t ascii[128] = {S8, S8, S8, S8,
    /* 20 */ SPACE, SIGN, QUOTE, SIGN, SIGN, SIGN, SIGN, MUTE, BRACKET, BRACKET, SIGN, SIGN, COMMA, DASH, MUTE, SIGN,
    /* 30 */ D8, DIGIT, DIGIT, SIGN, COMMA, SIGN, SIGN, SIGN, SIGN,
    /* 40 */ SIGN, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, L8, L8, LETTER, LETTER, LETTER, BRACKET,
    MUTE, BRACKET, SIGN, MUTE,
    /* 60 */ MUTE, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, L8, L8, LETTER, LETTER, LETTER, BRACKET,
    SIGN, BRACKET, SIGN, SPACE};

typedef struct range {
    uint32_t first, last;
    uint8_t glyph;
} range;

/* Code points from U+0080 on that are no letters, in order. */
static const range ranges[] = {{0x80, 0xA0, SPACE}, {0xA1, 0xA9, SIGN}, {0xAB, 0xAB, QUOTE}, {0xAC, 0xAC, SIGN},
    {0xAD, 0xAD, JOINER}, {0xAE, 0xB4, SIGN}, {0xB6, 0xB9, SIGN}, {0xBB, 0xBB, QUOTE}, {0xBC, 0xBF, SIGN},
    {0xD7, 0xD7, SIGN}, {0xF7, 0xF7, SIGN}, {0x37E, 0x37E, SIGN}, {0x387, 0x387, SIGN}, {0x589, 0x589, MUTE},
    {0x5BE, 0x5BE, DASH}, {0x5F3, 0x5F3, MUTE}, {0x5F4, 0x5F4, QUOTE}, {0x60C, 0x60C, COMMA}, {0x61B, 0x61B, COMMA},
    {0x61F, 0x61F, SIGN}, {0x640, 0x640, JOINER}, {0x660, 0x669, DIGIT}, {0x66A, 0x66D, SIGN}, {0x6D4, 0x6D4, MUTE},
    {0x6F0, 0x6F9, DIGIT}, {0x964, 0x965, MUTE}, {0x966, 0x96F, DIGIT}, {0x9E6, 0x9EF, DIGIT}, {0xE00, 0xEFF, WIDE},
    {0x1000, 0x109F, WIDE}, {0x1362, 0x1362, MUTE}, {0x1780, 0x17FF, WIDE}, {0x2000, 0x200B, SPACE},
    {0x200C, 0x200F, JOINER}, {0x2010, 0x2015, DASH}, {0x2016, 0x2017, SIGN}, {0x2018, 0x2019, MUTE},
    {0x201A, 0x201F, QUOTE}, {0x2020, 0x2027, SIGN}, {0x2028, 0x2029, SPACE}, {0x202A, 0x202E, JOINER},
    {0x202F, 0x202F, SPACE}, {0x2030, 0x2038, SIGN}, {0x2039, 0x203A, QUOTE}, {0x203B, 0x205E, SIGN},
    {0x205F, 0x2064, SPACE}, {0x2066, 0x206F, JOINER}, {0x20A0, 0x20CF, SIGN}, {0x2100, 0x2BFF, SIGN},
    {0x2E00, 0x2E7F, SIGN}, {0x3000, 0x3000, SPACE}, {0x3001, 0x3001, COMMA}, {0x3002, 0x3002, MUTE},
    {0x3003, 0x3004, SIGN}, {0x3005, 0x3007, WIDE}, {0x3008, 0x300B, QUOTE}, {0x300C, 0x300F, QUOTE},
    {0x3010, 0x3011, BRACKET}, {0x3012, 0x3013, SIGN}, {0x3014, 0x301B, BRACKET}, {0x301C, 0x3030, SIGN},
    {0x3040, 0x30FA, WIDE}, {0x30FB, 0x30FB, SIGN}, {0x30FC, 0x30FF, WIDE}, {0x3400, 0x9FFF, WIDE},
    {0xE000, 0xF8FF, SIGN}, {0xF900, 0xFAFF, WIDE}, {0xFE00, 0xFE0F, JOINER}, {0xFEFF, 0xFEFF, JOINER},
    {0xFF01, 0xFF01, SIGN}, {0xFF02, 0xFF02, QUOTE}, {0xFF03, 0xFF07, SIGN}, {0xFF08, 0xFF09, BRACKET},
    {0xFF0A, 0xFF0B, SIGN}, {0xFF0C, 0xFF0C, COMMA}, {0xFF0D, 0xFF0D, DASH}, {0xFF0E, 0xFF0E, MUTE},
    {0xFF0F, 0xFF0F, SIGN}, {0xFF10, 0xFF19, DIGIT}, {0xFF1A, 0xFF1A, SIGN}, {0xFF1B, 0xFF1B, COMMA},
    {0xFF1C, 0xFF20, SIGN}, {0xFF3B, 0xFF40, BRACKET}, {0xFF5B, 0xFF60, BRACKET}, {0xFF61, 0xFF65, MUTE},
    {0xFF66, 0xFF9F, WIDE}, {0xFFE0, 0xFFFF, SIGN}, {0x1F000, 0x1FAFF, SIGN}, {0x20000, 0x3FFFF, WIDE}};

/* U+2000 to U+203F, where most signs of texts that are no ASCII stand. */
static const uint8_t general[64] = {S8, SPACE, SPACE, SPACE, SPACE, JOINER, JOINER, JOINER, JOINER,
    /* 2010 */ DASH, DASH, DASH, DASH, DASH, DASH, SIGN, SIGN, MUTE, MUTE, QUOTE, QUOTE, QUOTE, QUOTE, QUOTE, QUOTE,
    /* 2020 */ SIGN, SIGN, SIGN, SIGN, SIGN, SIGN, SIGN, SIGN, SPACE, SPACE, JOINER, JOINER, JOINER, JOINER, JOINER,
    SPACE,
    /* 2030 */ SIGN, SIGN, SIGN, SIGN, SIGN, SIGN, SIGN, SIGN, SIGN, QUOTE, QUOTE, SIGN, SIGN, SIGN, SIGN, SIGN};

static enum glyph glyph_of(uint32_t c) {
    if (c < 128)
        return (enum glyph)ascii[c];
    if (c >> 6 == 0x2000 >> 6)
        return (enum glyph)general[c & 63];
    /* Latin, and Greek, Cyrillic and Armenian, have no other characters among their letters than these. */
    if ((c >= 0xC0 && c < 0x37E && c != 0xD7 && c != 0xF7) || (c >= 0x388 && c < 0x589))
        return LETTER;
    if (c >= 0xAC00 && c <= 0xD7A3)
        return LETTER;
    if (c >= 0x4E00 && c <= 0x9FFF)
        return WIDE;
    if ((c >= 0x620 && c < 0x640) || (c > 0x640 && c < 0x660)) /* Arabic */
        return LETTER;
    size_t low = 0, high = sizeof ranges / sizeof *ranges;
    while (low < high) {
        const size_t middle = (low + high) / 2;
        if (c > ranges[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    return low < sizeof ranges / sizeof *ranges && c >= ranges[low].first ? (enum glyph)ranges[low].glyph : LETTER;
}

static uint32_t even_to_next(uint32_t c) {
    return c | 1;
}

static uint32_t odd_to_next(uint32_t c) {
    return c & 1 ? c + 1 : c;
}

static uint32_t fold_greek(uint32_t c) {
    if (c >= 0x391 && c <= 0x3AB)
        return c + 32;
    if (c == 0x3C2)
        return 0x3C3; /* the sigma at the end of a word */
    if (c == 0x386)
        return 0x3AC;
    if (c >= 0x388 && c <= 0x38A)
        return c + 37;
    if (c == 0x38C)
        return 0x3CC;
    return c == 0x38E || c == 0x38F ? c + 63 : c;
}

uint32_t cl_fold(uint32_t c) {
    if (c < 0x80)
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    if (c < 0x100)
        return c >= 0xC0 && c <= 0xDE && c != 0xD7 ? c + 32 : c;
    if (c < 0x180) {
        if (c == 0x130)
            return 'i';
        if (c == 0x178)
            return 0xFF;
        if (c == 0x131 || c == 0x138 || c == 0x149 || c == 0x17F)
            return c;
        return (c >= 0x139 && c <= 0x148) || c >= 0x179 ? odd_to_next(c) : even_to_next(c);
    }
    if (c >= 0x430 && c < 0x1E00 && !(c >= 0x460 && c <= 0x556)) /* Cyrillic in lower case, and what has no case */
        return c;
    if (c >= 0x386 && c <= 0x3C2)
        return fold_greek(c);
    if (c >= 0x400 && c <= 0x40F)
        return c + 80;
    if (c >= 0x410 && c <= 0x42F)
        return c + 32;
    if ((c >= 0x460 && c <= 0x481) || (c >= 0x48A && c <= 0x4BF) || (c >= 0x4D0 && c <= 0x52F))
        return even_to_next(c);
    if (c >= 0x531 && c <= 0x556)
        return c + 48;
    if (c >= 0x1E00 && c <= 0x1EFF && !(c >= 0x1E96 && c <= 0x1E9F))
        return even_to_next(c);
    return c >= 0xFF21 && c <= 0xFF3A ? c + 32 : c;
}

/* Passes what is no word; gives the glyph of what comes then, SPACE at the end. */
static inline enum glyph pass(cl_word_reader *r, uint32_t *code, size_t *size) {
    for (const char *p = r->at; p < r->end; p += *size) {
        *code = cl_code_at(p, r->end, size);
        const enum glyph glyph = *code < 128 ? (enum glyph)ascii[*code] : glyph_of(*code);
        if (glyph == SPACE)
            continue;
        if (glyph <= SIGN) {
            r->at = p;
            return glyph;
        }
        r->commas += glyph == COMMA;
        r->quotes += glyph == QUOTE;
        r->brackets += glyph == BRACKET;
        r->dashes += glyph == DASH;
    }
    r->at = r->end;
    return SPACE;
}

static uint32_t digit_value(uint32_t c) {
    if (c < 0x80)
        return c - '0';
    return c >= 0xFF10 ? c - 0xFF10 : c >= 0x966 ? (c - 0x966) % 0x80 % 10 : (c & 15);
}

/* Letters of ASCII at `p`: adds them to the hash and the counts; returns where they end. */
static inline const char *letters_of_ascii(const char *p, const char *end, uint32_t *hash, cl_word *w) {
    const char *const begin = p;
    uint32_t h = *hash, upper = 0;
    for (; p < end && (unsigned char)*p < 0x80 && ascii[(unsigned char)*p] == LETTER; p++) {
        upper += *p < 'a';
        h = (h ^ (unsigned char)(*p | 32)) * CL_WORD_PRIME;
    }
    *hash = h;
    w->upper += upper;
    w->size += (uint32_t)(p - begin);
    return p;
}

/* A word of up to 16 letters of ASCII, and no more, where there is one and so many bytes may be loaded. */
static bool read_ascii(cl_word_reader *r, cl_word *w) {
    const char *const p = r->at;
    if (p >= r->wide)
        return false;
    const size_t left = (size_t)(r->end - p);
    const unsigned letters = cl_first(~cl_mask(cl_ascii_letters(cl_load(p)))),
                   n = letters < left ? letters : (unsigned)left;
    if (n < left && (n == 16 || (unsigned char)p[n] >= 0x80))
        return false;
    const uint64_t low = cl_load64(p);
    uint32_t hashes[17] = {CL_WORD_HASH};
    cl_word_hashes(low, hashes);
    uint32_t upper = cl_word_capitals(low, n < 8 ? n : 8);
    if (n > 8) {
        const uint64_t high = cl_load64(p + 8);
        cl_word_hashes(high, hashes + 8);
        upper += cl_word_capitals(high, n - 8);
    }
    *w = (cl_word){.kind = CL_WORD_LETTERS, .hash = cl_mix(hashes[n]), .size = n, .upper = upper};
    r->at = p + n;
    return true;
}

/* A run of letters that begins here. */
static cl_word read_letters(cl_word_reader *r) {
    cl_word w = {.kind = CL_WORD_LETTERS};
    if ((unsigned char)*r->at < 0x80 && read_ascii(r, &w))
        return w;
    uint32_t hash = CL_WORD_HASH;
    const char *p = r->at, *const end = r->end;
    for (;;) {
        p = letters_of_ascii(p, end, &hash, &w);
        if (p == end || (unsigned char)*p < 0x80)
            break;
        size_t size;
        const uint32_t c = cl_code_at(p, end, &size);
        const enum glyph here = glyph_of(c);
        if (here != LETTER && here != JOINER)
            break;
        p += size;
        if (here == JOINER)
            continue;
        const uint32_t folded = cl_fold(c);
        w.size++;
        w.upper += folded != c && c != 0x3C2;
        hash = (hash ^ folded) * CL_WORD_PRIME;
    }
    r->at = p;
    w.hash = cl_mix(hash);
    return w;
}

/* A run of digits. */
static cl_word read_number(cl_word_reader *r) {
    cl_word w = {.kind = CL_WORD_NUMBER};
    uint32_t number = 0;
    const char *p = r->at, *const end = r->end;
    for (;;) {
        for (; p < end && *p >= '0' && *p <= '9'; p++)
            number = ++w.size <= 4 ? number * 10 + (uint32_t)(*p - '0') : number;
        if (p == end || (unsigned char)*p < 0x80)
            break;
        size_t size;
        const uint32_t c = cl_code_at(p, end, &size);
        const enum glyph here = glyph_of(c);
        if (here != DIGIT && here != JOINER)
            break;
        p += size;
        if (here == DIGIT && ++w.size <= 4)
            number = number * 10 + digit_value(c);
    }
    r->at = p;
    w.number = w.size <= 4 ? number : 0;
    w.hash = cl_mix(0x5eedu + (w.size < 5 ? w.size : 5));
    return w;
}

cl_word cl_word_next_any(cl_word_reader *r) {
    uint32_t code = 0;
    size_t size = 0;
    const enum glyph glyph = pass(r, &code, &size);
    if (glyph == LETTER)
        return read_letters(r);
    if (glyph == DIGIT)
        return read_number(r);
    if (glyph == SPACE)
        return (cl_word){.kind = CL_WORD_NONE};
    r->at += size;
    return (cl_word){
        .kind = glyph == WIDE ? CL_WORD_WIDE : CL_WORD_SIGN, .hash = cl_mix(code + 0x10000000u), .size = 1};
}
