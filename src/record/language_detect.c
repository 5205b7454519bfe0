#include "record/language_detect.h"
#include "base/simd.h"
#include "block/words.h"

enum script {
    LATIN,
    CYRILLIC,
    ARABIC,
    DEVANAGARI,
    HEBREW,
    ETHIOPIC,
    HAN,
    KANA,
    HANGUL,
    THAI,
    GREEK,
    ARMENIAN,
    GEORGIAN,
    BENGALI,
    GURMUKHI,
    GUJARATI,
    ORIYA,
    TAMIL,
    TELUGU,
    KANNADA,
    MALAYALAM,
    SINHALA,
    LAO,
    TIBETAN,
    MYANMAR,
    KHMER,
    THAANA,
    SCRIPTS
};

typedef struct language_entry {
    uint32_t key;     /* hash of a word, or the code of a letter; tables are in its order */
    uint8_t language; /* of word_languages */
} language_entry;

#include "record/language_words_data.inc"

/* The language of a script that no other has, as far as newspapers go. */
static const char *const script_languages[SCRIPTS] = {[KANA] = "ja",
    [HANGUL] = "ko",
    [THAI] = "th",
    [GREEK] = "el",
    [ARMENIAN] = "hy",
    [GEORGIAN] = "ka",
    [BENGALI] = "bn",
    [GURMUKHI] = "pa",
    [GUJARATI] = "gu",
    [ORIYA] = "or",
    [TAMIL] = "ta",
    [TELUGU] = "te",
    [KANNADA] = "kn",
    [MALAYALAM] = "ml",
    [SINHALA] = "si",
    [LAO] = "lo",
    [TIBETAN] = "bo",
    [MYANMAR] = "my",
    [KHMER] = "km",
    [THAANA] = "dv"};

static enum script script_of(uint32_t c) {
    static const struct {
        uint32_t first, last;
        uint8_t script;
    } ranges[] = {{0xC0, 0x24F, LATIN}, {0x370, 0x3FF, GREEK}, {0x400, 0x52F, CYRILLIC}, {0x530, 0x58F, ARMENIAN},
        {0x590, 0x5FF, HEBREW}, {0x600, 0x6FF, ARABIC}, {0x750, 0x77F, ARABIC}, {0x780, 0x7BF, THAANA},
        {0x900, 0x97F, DEVANAGARI}, {0x980, 0x9FF, BENGALI}, {0xA00, 0xA7F, GURMUKHI}, {0xA80, 0xAFF, GUJARATI},
        {0xB00, 0xB7F, ORIYA}, {0xB80, 0xBFF, TAMIL}, {0xC00, 0xC7F, TELUGU}, {0xC80, 0xCFF, KANNADA},
        {0xD00, 0xD7F, MALAYALAM}, {0xD80, 0xDFF, SINHALA}, {0xE00, 0xE7F, THAI}, {0xE80, 0xEFF, LAO},
        {0xF00, 0xFFF, TIBETAN}, {0x1000, 0x109F, MYANMAR}, {0x10A0, 0x10FF, GEORGIAN}, {0x1100, 0x11FF, HANGUL},
        {0x1200, 0x139F, ETHIOPIC}, {0x1780, 0x17FF, KHMER}, {0x1E00, 0x1EFF, LATIN}, {0x3040, 0x30FF, KANA},
        {0x3400, 0x9FFF, HAN}, {0xAC00, 0xD7AF, HANGUL}, {0xF900, 0xFAFF, HAN}, {0xFB1D, 0xFB4F, HEBREW},
        {0xFB50, 0xFDFF, ARABIC}, {0xFE70, 0xFEFF, ARABIC}, {0x20000, 0x3FFFF, HAN}};
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges && ranges[i].first <= c; i++)
        if (c <= ranges[i].last)
            return (enum script)ranges[i].script;
    return SCRIPTS;
}

/* Everyday characters that simplified and traditional Chinese write differently. */
static void count_han(cl_language_counts *counts, uint32_t c) {
    static const uint16_t kinds[2][24] = {
        {0x8FD9, 0x4E2A, 0x4EEC, 0x6765, 0x8BF4, 0x56FD, 0x65F6, 0x5BF9, 0x8FC7, 0x540E, 0x4F1A, 0x53D1, 0x7ECF, 0x73B0,
            0x8FDB, 0x8FD8, 0x5173, 0x4E1A, 0x95E8, 0x4E3A, 0x95F4, 0x4E1C, 0x7535, 0x8F66},
        {0x9019, 0x500B, 0x5011, 0x4F86, 0x8AAA, 0x570B, 0x6642, 0x5C0D, 0x904E, 0x5F8C, 0x6703, 0x767C, 0x7D93, 0x73FE,
            0x9032, 0x9084, 0x95DC, 0x696D, 0x9580, 0x70BA, 0x9593, 0x6771, 0x96FB, 0x8ECA}};
    for (unsigned kind = 0; kind < 2; kind++)
        for (unsigned i = 0; i < 24; i++)
            counts->han[kind] += kinds[kind][i] == c;
}

#define WORD_SCORE   60u /* parted among the languages that have the word */
#define LETTER_SCORE 12u

static void count_letter(cl_language_counts *counts, uint32_t code) {
    const size_t count = sizeof language_letters / sizeof *language_letters;
    const uint32_t letter = cl_fold(code);
    size_t begin = 0, high = count;
    while (begin < high) {
        const size_t middle = begin + (high - begin) / 2;
        if (language_letters[middle].key < letter)
            begin = middle + 1;
        else
            high = middle;
    }
    size_t end = begin;
    while (end < count && language_letters[end].key == letter)
        end++;
    for (size_t i = begin; i < end; i++)
        counts->scores[language_letters[i].language] += LETTER_SCORE / (uint32_t)(end - begin);
}

static void count_word(cl_language_counts *counts, uint32_t hash) {
    const size_t stop = language_word_index[(hash >> 22) + 1];
    size_t begin = language_word_index[hash >> 22];
    while (begin < stop && language_words[begin].key < hash)
        begin++;
    size_t end = begin;
    while (end < stop && language_words[end].key == hash)
        end++;
    for (size_t i = begin; i < end; i++) {
        counts->scores[language_words[i].language] += WORD_SCORE / (uint32_t)(end - begin);
        counts->hits[language_words[i].language]++;
    }
}

void cl_language_read(cl_language_counts *counts, cl_slice text) {
    if (counts->read >= CL_LANGUAGE_SAMPLE || !text.size)
        return;
    if (text.size > CL_LANGUAGE_SAMPLE - counts->read) {
        text.size = CL_LANGUAGE_SAMPLE - counts->read;
        while (text.size && ((unsigned char)text.data[text.size] & 0xC0) == 0x80)
            text.size--;
    }
    counts->read += (uint32_t)text.size + 1;
    for (size_t i = 0; i < text.size;) {
        if (i + 16 <= text.size) {
            const cl_bytes16 b = cl_load(text.data + i);
            if (cl_mask(cl_le(b, 0x7F)) == 0xFFFF) {
                counts->letters[LATIN] += (uint32_t)__builtin_popcount(cl_mask(cl_ascii_letters(b)));
                i += 16;
                continue;
            }
        }
        if ((unsigned char)text.data[i] < 0x80) {
            counts->letters[LATIN] += (unsigned char)((text.data[i] | 32) - 'a') < 26;
            i++;
            continue;
        }
        size_t size;
        const uint32_t c = cl_code_at(text.data + i, text.data + text.size, &size);
        const enum script script = script_of(c);
        i += size;
        if (script == SCRIPTS)
            continue;
        counts->letters[script]++;
        if (script == HAN)
            count_han(counts, c);
        else if (!script_languages[script])
            count_letter(counts, c);
    }
    cl_word_reader reader = cl_words_of(text);
    for (cl_word w = cl_word_next(&reader); w.kind != CL_WORD_NONE; w = cl_word_next(&reader)) {
        if (w.kind != CL_WORD_LETTERS)
            continue;
        counts->words++;
        count_word(counts, w.hash);
    }
}

/* The script that most of the letters are of; a character of Han is worth more than a letter. */
static enum script main_script(const cl_language_counts *counts, uint32_t *all) {
    unsigned best = LATIN;
    *all = 0;
    uint32_t most = 0;
    for (unsigned i = 0; i < SCRIPTS; i++) {
        const uint32_t count = counts->letters[i] * (i == HAN || i == KANA || i == HANGUL ? 3 : 1);
        *all += count;
        if (count > most) {
            most = count;
            best = i;
        }
    }
    if (best == HAN && counts->letters[KANA] * 12 >= counts->letters[HAN])
        return KANA;
    return (enum script)best;
}

#define LETTERS_MIN      20u /* that a script is told by */
#define HITS_MIN         5u  /* everyday words that a language is told by for sure, */
#define HITS_SHARE       10u /* which must be one in so many, */
#define HITS_SHARE_ALONE 40u
#define LEAD_TENTHS      11u /* with so many tenths of the score of any other */

static cl_language_guess guess_words(const cl_language_counts *counts, enum script script) {
    const size_t count = sizeof word_languages / sizeof *word_languages;
    size_t best = count, second = count;
    for (size_t i = 0; i < count; i++) {
        if (word_scripts[i] != script || !counts->hits[i])
            continue;
        if (best == count || counts->scores[i] > counts->scores[best])
            best = i;
    }
    if (best == count)
        return (cl_language_guess){0};
    const cl_slice tag = cl_slice_z(word_languages[best]);
    for (size_t i = 0; i < count; i++)
        if (i != best && word_scripts[i] == script && (second == count || counts->scores[i] > counts->scores[second]) &&
            !cl_language_alike(tag, cl_slice_z(word_languages[i])))
            second = i;
    const uint32_t other = second == count ? 0 : counts->scores[second];
    /* Languages that put their everyday words before or after others without a space show few of them. */
    const bool alone = counts->hits[best] * HITS_SHARE_ALONE >= counts->words && counts->scores[best] >= 2 * other;
    return (cl_language_guess){.tag = tag,
        .sure = counts->hits[best] >= HITS_MIN && (alone || counts->hits[best] * HITS_SHARE >= counts->words) &&
                counts->scores[best] * 10 >= other * LEAD_TENTHS};
}

cl_language_guess cl_language_guess_of(const cl_language_counts *counts) {
    uint32_t all;
    const enum script script = main_script(counts, &all);
    cl_language_guess guess = {0};
    if (!all)
        return guess;
    if (script_languages[script]) {
        guess.tag = cl_slice_z(script_languages[script]);
        guess.sure = all >= LETTERS_MIN;
    } else if (script == HAN) {
        guess.tag = counts->han[1] > counts->han[0] ? CL_SLICE("zh-Hant") : CL_SLICE("zh-Hans");
        guess.sure = all >= LETTERS_MIN;
    } else {
        guess = guess_words(counts, script);
    }
    guess.letters = all >= LETTERS_MIN;
    guess.rightward = script == ARABIC || script == HEBREW || script == THAANA;
    return guess;
}

static cl_slice primary(cl_slice tag) {
    const char *const dash = tag.size ? memchr(tag.data, '-', tag.size) : NULL;
    return cl_slice_of(tag.data, dash ? (size_t)(dash - tag.data) : tag.size);
}

bool cl_language_alike(cl_slice a, cl_slice b) {
    static const char *const groups[] = {"no nb nn da", "sr hr bs sh cnr", "id ms", "fa prs", "tl fil", "he iw",
        "yi ji", "ku kmr", "zh cmn yue", "st tn nso"};
    a = primary(a);
    b = primary(b);
    if (cl_slice_equal(a, b))
        return true;
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
        bool has[2] = {false, false};
        for (const char *p = groups[i]; *p;) {
            const size_t size = strcspn(p, " ");
            has[0] |= cl_slice_equal(a, cl_slice_of(p, size));
            has[1] |= cl_slice_equal(b, cl_slice_of(p, size));
            p += size + (p[size] == ' ');
        }
        if (has[0] && has[1])
            return true;
    }
    return false;
}
