/* Encodings of two bytes a character: how well do the bytes pair, and how common are the characters?
 *
 * All have their common characters (kana, first-level kanji and hanzi, hangul) in rows of their own, so that text in
 * one of them, read as another, either does not pair or lands in rows that are hardly used. */
#include "encoding/detect.h"

/* What was seen of one encoding. */
typedef struct tally {
    size_t pairs;
    size_t bad;    /* bytes that make no pair */
    size_t common; /* pairs in the rows that are used most */
    size_t kana;   /* of these, kana */
    size_t low;    /* pairs whose second byte is no high one */
} tally;

typedef enum pair_class { PAIR_BAD, PAIR_RARE, PAIR_COMMON, PAIR_KANA } pair_class;

static bool between(unsigned char byte, unsigned char low, unsigned char high) {
    return byte >= low && byte <= high;
}

static pair_class class_gbk(unsigned char a, unsigned char b) {
    if (!between(a, 0x81, 0xFE) || b < 0x40 || b == 0x7F || b == 0xFF)
        return PAIR_BAD;
    return b >= 0xA1 && (between(a, 0xB0, 0xD7) || a == 0xA1 || a == 0xA3) ? PAIR_COMMON : PAIR_RARE;
}

static pair_class class_euc_kr(unsigned char a, unsigned char b) {
    if (!between(a, 0x81, 0xFE) || b < 0x41 || b == 0xFF)
        return PAIR_BAD;
    return b >= 0xA1 && (between(a, 0xB0, 0xC8) || a == 0xA1 || a == 0xA3) ? PAIR_COMMON : PAIR_RARE;
}

static pair_class class_big5(unsigned char a, unsigned char b) {
    if (!between(a, 0x81, 0xFE) || !(between(b, 0x40, 0x7E) || between(b, 0xA1, 0xFE)))
        return PAIR_BAD;
    return between(a, 0xA4, 0xC6) || a == 0xA1 ? PAIR_COMMON : PAIR_RARE;
}

static pair_class class_euc_jp(unsigned char a, unsigned char b) {
    if (!between(a, 0xA1, 0xFE) || !between(b, 0xA1, 0xFE))
        return a == 0x8E && between(b, 0xA1, 0xDF) ? PAIR_RARE : PAIR_BAD;
    if (a == 0xA4 || a == 0xA5)
        return PAIR_KANA;
    return a == 0xA1 || a == 0xA3 || between(a, 0xB0, 0xCF) ? PAIR_COMMON : PAIR_RARE;
}

static pair_class class_shift_jis(unsigned char a, unsigned char b) {
    if (!(between(a, 0x81, 0x9F) || between(a, 0xE0, 0xFC)) || b < 0x40 || b == 0x7F || b > 0xFC)
        return PAIR_BAD;
    if ((a == 0x82 && b >= 0x9F) || (a == 0x83 && b <= 0x96))
        return PAIR_KANA;
    return between(a, 0x81, 0x82) || between(a, 0x88, 0x98) ? PAIR_COMMON : PAIR_RARE;
}

/* Bytes that are a character alone. */
static bool is_single(cl_encoding_index encoding, unsigned char byte) {
    return encoding == CL_ENC_SHIFT_JIS && between(byte, 0xA1, 0xDF); /* halfwidth katakana */
}

static tally count_pairs(
    cl_slice sample, cl_encoding_index encoding, pair_class (*class_of)(unsigned char, unsigned char)) {
    const unsigned char *const p = (const unsigned char *)sample.data;
    tally t = {0, 0, 0, 0, 0};
    for (size_t i = 0; i < sample.size; i++) {
        if (p[i] < 0x80)
            continue;
        if (is_single(encoding, p[i])) {
            t.pairs++; /* a rare one */
            continue;
        }
        const unsigned char next = i + 1 < sample.size ? p[i + 1] : 0;
        const pair_class c = class_of(p[i], next);
        if (c == PAIR_BAD) {
            t.bad++;
            continue;
        }
        t.pairs++;
        t.common += c >= PAIR_COMMON;
        t.kana += c == PAIR_KANA;
        t.low += next < 0x80;
        i++;
    }
    return t;
}

/* So many pairs of a hundred must be common ones. Measured on 308 pages and manual pages that were put into these
 * encodings: text of the encoding's own language has 97 and more (but 63 where traditional characters are in GBK);
 * of other text that pairs, Chinese has up to 79 as EUC-KR or Big5, Japanese up to 81 as GBK. Korean has up to 100 as
 * GBK and 95 as Big5, and Japanese 98 as Big5: so these come after in the order of candidates. */
#define COMMON_PERCENT 85u
/* One that does not pair is allowed among so many: a page is put together from pieces. */
#define BAD_SHARE 50u
/* Japanese has so many kana in a hundred: measured, 18 and more; others that pair up to 3. */
#define KANA_PERCENT 10u
#define MANY_PAIRS   12u
#define FEW_PAIRS    2u

cl_guess cl_guess_pairs(cl_slice sample) {
    static const struct {
        cl_encoding_index encoding;
        pair_class (*class_of)(unsigned char, unsigned char);
        bool japanese;
    } candidates[] = {{CL_ENC_EUC_JP, class_euc_jp, true}, {CL_ENC_SHIFT_JIS, class_shift_jis, true},
        {CL_ENC_EUC_KR, class_euc_kr, false}, {CL_ENC_GBK, class_gbk, false}, {CL_ENC_BIG5, class_big5, false}};
    for (size_t i = 0; i < sizeof candidates / sizeof candidates[0]; i++) {
        const tally t = count_pairs(sample, candidates[i].encoding, candidates[i].class_of);
        if (t.pairs < FEW_PAIRS || t.bad > t.pairs / BAD_SHARE || t.common * 100 < t.pairs * COMMON_PERCENT)
            continue;
        if (candidates[i].japanese && t.kana * 100 < t.pairs * KANA_PERCENT)
            continue;
        /* An accented capital and a small letter are a pair of Big5 as well: there must be others. */
        if (candidates[i].encoding == CL_ENC_BIG5 && t.low * 4 > t.pairs * 3)
            continue;
        return (cl_guess){&cl_encodings[candidates[i].encoding], t.pairs >= MANY_PAIRS ? 0.98 : 0.75};
    }
    return (cl_guess){NULL, 0};
}
