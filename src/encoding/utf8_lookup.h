/* UTF-8 validation by table lookup: the algorithm of Keiser and Lemire, "Validating UTF-8 in less than one instruction
 * per byte" (Software: Practice and Experience, 2020), over vectors of any width. A template: the file that includes
 * it has defined, for one kind of processor,
 *
 *   TARGET            attribute of functions that use these instructions
 *   vec, VEC_BYTES    a vector of bytes
 *   v_load(p) v_splat(b) v_or(a, b) v_and(a, b) v_xor(a, b)
 *   v_subs(a, b)      a - b, 0 where b is larger
 *   v_shr4(a)         the high halves of the bytes
 *   v_lookup(t, a)    the entries of a table of 16 at indexes 0 to 15; v_table(p) makes one
 *   v_prev1(a, before), v_prev2, v_prev3   a moved by so many bytes, the last ones of `before` moving in
 *   v_any(a)          whether any bit is set
 *   v_any_high(a)     whether the highest bit of any byte is
 *
 * Each pair of adjacent bytes is classified by the high half and the low half of the first and the high half of the
 * second: a bit that all three tables have is an error of that kind. The bit TWO_CONTS is no error where a third or
 * fourth byte has to be, and missing where one has to be and is not. */
#ifndef CL_ENCODING_UTF8_LOOKUP_H
#define CL_ENCODING_UTF8_LOOKUP_H

enum {
    TOO_SHORT = 1 << 0,  /* a lead byte, then no continuation */
    TOO_LONG = 1 << 1,   /* ASCII, then a continuation */
    OVERLONG_3 = 1 << 2, /* E0 80-9F */
    TOO_LARGE = 1 << 3,  /* F4 90-BF, F5-FF 90-BF */
    SURROGATE = 1 << 4,  /* ED A0-BF */
    OVERLONG_2 = 1 << 5, /* C0-C1 */
    OVERLONG_4 = 1 << 6, /* F0 80-8F; and F5-FF 80-8F, which are too large */
    TWO_CONTS = 1 << 7,  /* two continuations */
    ANY_LOW = TOO_SHORT | TOO_LONG | TWO_CONTS
};

static const unsigned char first_high[16] = {TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG,
    TOO_LONG, TWO_CONTS, TWO_CONTS, TWO_CONTS, TWO_CONTS, TOO_SHORT | OVERLONG_2, TOO_SHORT,
    TOO_SHORT | OVERLONG_3 | SURROGATE, TOO_SHORT | TOO_LARGE | OVERLONG_4};
static const unsigned char first_low[16] = {ANY_LOW | OVERLONG_3 | OVERLONG_2 | OVERLONG_4, ANY_LOW | OVERLONG_2,
    ANY_LOW, ANY_LOW, ANY_LOW | TOO_LARGE, ANY_LOW | TOO_LARGE | OVERLONG_4, ANY_LOW | TOO_LARGE | OVERLONG_4,
    ANY_LOW | TOO_LARGE | OVERLONG_4, ANY_LOW | TOO_LARGE | OVERLONG_4, ANY_LOW | TOO_LARGE | OVERLONG_4,
    ANY_LOW | TOO_LARGE | OVERLONG_4, ANY_LOW | TOO_LARGE | OVERLONG_4, ANY_LOW | TOO_LARGE | OVERLONG_4,
    ANY_LOW | TOO_LARGE | OVERLONG_4 | SURROGATE, ANY_LOW | TOO_LARGE | OVERLONG_4, ANY_LOW | TOO_LARGE | OVERLONG_4};
static const unsigned char second_high[16] = {TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
    TOO_SHORT, TOO_SHORT, TOO_LONG | OVERLONG_2 | TWO_CONTS | OVERLONG_3 | OVERLONG_4,
    TOO_LONG | OVERLONG_2 | TWO_CONTS | OVERLONG_3 | TOO_LARGE,
    TOO_LONG | OVERLONG_2 | TWO_CONTS | SURROGATE | TOO_LARGE,
    TOO_LONG | OVERLONG_2 | TWO_CONTS | SURROGATE | TOO_LARGE, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT};

enum { CHUNK = 64, PARTS = CHUNK / VEC_BYTES };

typedef struct checker {
    vec error;
    vec before;     /* the vector before */
    vec incomplete; /* not 0 where its end is inside a code point */
} checker;

TARGET static inline void check_vector(checker *c, vec input) {
    const vec first = v_prev1(input, c->before);
    const vec pairs = v_and(
        v_and(v_lookup(v_table(first_high), v_shr4(first)), v_lookup(v_table(first_low), v_and(first, v_splat(0x0F)))),
        v_lookup(v_table(second_high), v_shr4(input)));
    /* 80 where the byte two before leads three or more, or the one three before leads four. */
    const vec third = v_subs(v_prev2(input, c->before), v_splat(0xE0 - 0x80));
    const vec fourth = v_subs(v_prev3(input, c->before), v_splat(0xF0 - 0x80));
    const vec must = v_and(v_or(third, fourth), v_splat(0x80));
    c->error = v_or(c->error, v_xor(must, pairs));
    c->before = input;
}

#define FF8  0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF
#define FF16 FF8, FF8

/* Not 0 where one of the last three bytes leads more bytes than follow. */
TARGET static inline vec find_incomplete(vec last) {
    static const unsigned char maxima[64] = {FF16, FF16, FF16, FF8, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xEF, 0xDF, 0xBF};
    return v_subs(last, v_load(maxima + 64 - VEC_BYTES));
}

TARGET static inline bool check_chunk(checker *c, const unsigned char *bytes) {
    vec parts[PARTS];
    vec all = v_splat(0);
    for (int i = 0; i < PARTS; i++) {
        parts[i] = v_load(bytes + i * VEC_BYTES);
        all = v_or(all, parts[i]);
    }
    if (v_any_high(all)) {
        for (int i = 0; i < PARTS; i++)
            check_vector(c, parts[i]);
        c->incomplete = find_incomplete(parts[PARTS - 1]);
    } else {
        c->error = v_or(c->error, c->incomplete);
        c->incomplete = v_splat(0);
        c->before = parts[PARTS - 1];
    }
    return !v_any(c->error);
}

TARGET static size_t utf8_lookup(const unsigned char *bytes, size_t size) {
    checker c = {v_splat(0), v_splat(0), v_splat(0)};
    size_t at = 0;
    while (size - at >= CHUNK && check_chunk(&c, bytes + at))
        at += CHUNK;
    /* The rest, or the chunk with the error, one by one; from the start of a code point that the chunk's start cuts. */
    for (size_t back = 1; back <= 3 && back <= at && bytes[at - back] >= 0x80; back++)
        if (bytes[at - back] >= 0xC0) {
            at -= back;
            break;
        }
    return at + cl_utf8_prefix_plain(bytes + at, size - at);
}

TARGET static size_t ascii_wide(const unsigned char *bytes, size_t size) {
    size_t at = 0;
    for (; size - at >= CHUNK; at += CHUNK) {
        vec all = v_load(bytes + at);
        for (int i = 1; i < PARTS; i++)
            all = v_or(all, v_load(bytes + at + i * VEC_BYTES));
        if (v_any_high(all))
            break;
    }
    return at + cl_ascii_prefix_plain(bytes + at, size - at);
}

#endif
