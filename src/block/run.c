#include "block/run.h"
#include "base/simd.h"
#include "block/words.h"

/* What a byte is for the loop below. PLAIN, DIGIT and STOP are one letter each, REST none. */
enum { PLAIN, DIGIT, STOP, REST, SPACE, WIDE };

#define P8 PLAIN, PLAIN, PLAIN, PLAIN, PLAIN, PLAIN, PLAIN, PLAIN
#define R8 REST, REST, REST, REST, REST, REST, REST, REST
#define W8 WIDE, WIDE, WIDE, WIDE, WIDE, WIDE, WIDE, WIDE

static const uint8_t kinds[256] = {
    /* 00 */ REST, REST, REST, REST, REST, REST, REST, REST, REST, SPACE, SPACE, REST, SPACE, SPACE, REST, REST,
    /* 10 */ R8, R8,
    /* 20 */ SPACE, STOP, PLAIN, PLAIN, PLAIN, PLAIN, PLAIN, PLAIN, PLAIN, PLAIN, PLAIN, PLAIN, PLAIN, PLAIN, STOP,
    PLAIN,
    /* 30 */ DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, PLAIN, PLAIN, PLAIN, PLAIN, PLAIN,
    STOP,
    /* 40 */ P8, P8, P8, P8,
    /* 60 */ P8, P8, P8, P8,
    /* 80 */ R8, R8, R8, R8,
    /* A0 */ R8, R8, R8, R8,
    /* C0, those that begin what needs a look are WIDE: C2, D8, DB and all of three and four bytes */
    PLAIN, PLAIN, WIDE, PLAIN, PLAIN, PLAIN, PLAIN, PLAIN, P8,
    /* D0 */ P8, WIDE, PLAIN, PLAIN, WIDE, PLAIN, PLAIN, PLAIN, PLAIN,
    /* E0 */ W8, W8,
    /* F0 */ W8, W8};

void cl_run_start(cl_run *run, const cl_buffer *text) {
    *run = (cl_run){.begin = text->count};
}

static bool space_like(uint32_t c) {
    return c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
           c == 0x3000;
}

/* Left out of a text: soft hyphen, zero-width space, word joiner, byte-order mark. */
static bool ignorable(uint32_t c) {
    return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF;
}

/* Joiners and marks of direction: kept, but no letters. */
static bool invisible(uint32_t c) {
    return (c >= 0x200C && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

static bool sentence_end(uint32_t c) {
    switch (c) {
    case 0x2026: /* horizontal ellipsis */
    case 0x061F: /* Arabic question mark */
    case 0x06D4: /* Urdu full stop */
    case 0x0964: /* danda */
    case 0x104B: /* Myanmar full stop */
    case 0x1362: /* Ethiopic full stop */
    case 0x17D4: /* Khmer full stop */
    case 0x3002: /* ideographic full stop */
    case 0xFF01: /* full-width ! . ? */
    case 0xFF0E:
    case 0xFF1F:
        return true;
    default:
        return false;
    }
}

/* How many letters one stands for: 3 for Han, kana, Thai, Lao, Myanmar, Khmer, which are written without spaces, 2 for
 * Hangul syllables. */
static uint32_t weight(uint32_t c) {
    if (c < 0xE00)
        return 1;
    if (c <= 0xEFF || (c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF))
        return 3;
    if ((c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
        (c >= 0x20000 && c <= 0x3FFFF))
        return 3;
    return c >= 0xAC00 && c <= 0xD7A3 ? 2 : 1;
}

static uint16_t add16(uint16_t a, uint32_t b) {
    const uint32_t sum = a + b;
    return sum > UINT16_MAX ? UINT16_MAX : (uint16_t)sum;
}

/* The white space that stands before what comes now, a character that begins with `next`. (EF: full-width marks.) */
static char *put_gap(cl_run *run, char *out, bool first, unsigned char next) {
    const bool word = kinds[next] == DIGIT || (next >= 0x80 && next != 0xEF) || (unsigned char)((next | 32) - 'a') < 26;
    if (!first && run->breaks)
        *out++ = '\n';
    else if (!first && (run->space || (run->part && word)))
        *out++ = ' ';
    run->breaks = 0;
    run->space = run->part = false;
    return out;
}

/* How many bits are set in each of the four sixteenths. */
static uint64_t count_bits(uint64_t x) {
    x -= x >> 1 & UINT64_C(0x5555555555555555);
    x = (x & UINT64_C(0x3333333333333333)) + (x >> 2 & UINT64_C(0x3333333333333333));
    x = (x + (x >> 4)) & UINT64_C(0x0F0F0F0F0F0F0F0F);
    return (x + (x >> 8)) & UINT64_C(0x001F001F001F001F);
}

/* Copies what is words of ASCII with one space between them, from a character that is no space up to one. Sixteen bytes
 * are written, whatever of them is kept. Returns how many those are; adds to the counts of what they are. */
static size_t copy_words(const char *p, const char *end, char *out, uint32_t counts[4]) {
    const char *const begin = p;
    while (end - p >= 16) {
        const cl_bytes16 b = cl_load(p);
        const uint32_t spaces = cl_mask(cl_eq(b, ' '));
        const uint32_t stop = (~cl_mask(cl_between(b, ' ', 0x7F)) & 0xFFFF) | (spaces & spaces << 1) | 1u << 16;
        unsigned n = cl_first(stop);
        if (n && spaces >> (n - 1) & 1)
            n--; /* it may not be the only one */
        if (!n)
            break;
        memcpy(out, p, 16);
        const uint64_t own = (1u << n) - 1;
        const uint64_t digits = cl_mask(cl_between(b, '0', '9')) & own;
        const uint64_t stops = cl_mask(cl_or(cl_eq(b, '.'), cl_or(cl_eq(b, '!'), cl_eq(b, '?')))) & own;
        const uint64_t found = count_bits((spaces & own) | digits << 16 | stops << 32);
        counts[PLAIN] += n - (uint32_t)(found & 31) - (uint32_t)(found >> 16 & 31) - (uint32_t)(found >> 32);
        counts[DIGIT] += (uint32_t)(found >> 16 & 31);
        counts[STOP] += (uint32_t)(found >> 32);
        p += n;
        out += n;
    }
    return (size_t)(p - begin);
}

/* Adds what was counted; `wide` and `stops` are of characters that are not in `counts`. */
static void measure(cl_block *b, const uint32_t counts[4], uint32_t wide, uint32_t stops, unsigned how) {
    const uint32_t chars = counts[PLAIN] + counts[DIGIT] + counts[STOP] + wide;
    b->chars += chars;
    b->links += how & CL_RUN_LINK ? chars : 0;
    b->bold += how & CL_RUN_BOLD ? chars : 0;
    b->italic += how & CL_RUN_ITALIC ? chars : 0;
    b->sentences = add16(b->sentences, counts[STOP] + stops);
    b->digits = add16(b->digits, counts[DIGIT]);
}

bool cl_run_add(const cutline_allocator *a, cl_buffer *text, cl_run *run, cl_slice data, unsigned how) {
    /* Nothing gets longer, but for one gap; copy_words() writes some bytes more. */
    if (text->capacity - text->count < data.size + 17 && !cl_vector_grow(a, text, data.size + 17))
        return false;
    const bool pre = how & CL_RUN_PRE;
    char *const begin = text->at + run->begin;
    char *out = text->at + text->count;
    uint32_t counts[4] = {0, 0, 0, 0};
    uint32_t wide = 0, stops = 0;
    const char *p = data.data;
    const char *const end = p + data.size;
    while (p < end) {
        uint8_t kind = kinds[(unsigned char)*p];
        if (kind == SPACE && (!pre || *p == '\r')) {
            run->space = true;
            p++;
            continue;
        }
        if (kind == SPACE) {
            *out++ = *p++;
            continue;
        }
        size_t size = 1;
        uint32_t c = 0;
        if (kind == WIDE) {
            c = cl_code_at(p, end, &size);
            if (space_like(c) || ignorable(c)) {
                if (pre && space_like(c))
                    *out++ = ' ';
                else
                    run->space |= space_like(c);
                p += size;
                continue;
            }
        }
        out = put_gap(run, out, out == begin, (unsigned char)*p);
        if (kind == WIDE) {
            memcpy(out, p, size);
            out += size;
            p += size;
            stops += sentence_end(c);
            wide += invisible(c) ? 0 : weight(c);
            continue;
        }
        const size_t words = copy_words(p, end, out, counts);
        p += words;
        out += words;
        while (p < end && (kind = kinds[(unsigned char)*p]) < SPACE) {
            counts[kind]++;
            *out++ = *p++;
        }
    }
    text->count = (size_t)(out - text->at);
    measure(&run->block, counts, wide, stops, how);
    return true;
}
