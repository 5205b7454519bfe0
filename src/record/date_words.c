#include "record/date_words.h"
#include "block/words.h"
#include "record/string.h"

#include "record/date_words_data.inc"

#define HASH_START 0x811c9dc5u /* FNV-1a, as in generate_date_words.py */
#define HASH_PRIME 0x01000193u

/* ---- folding: what generate_date_words.py calls fold() */

/* The first digit of each script that has its own. */
static const uint16_t zeros[] = {0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xE50,
    0xED0, 0xF20, 0x1040, 0x17E0, 0xFF10};

static uint32_t ascii_digit(uint32_t c) {
    for (size_t i = 0; i < sizeof zeros / sizeof *zeros; i++)
        if (c >= zeros[i] && c < zeros[i] + 10u)
            return '0' + c - zeros[i];
    return c;
}

static bool is_apostrophe(uint32_t c) {
    return c == '\'' || c == '`' || c == 0xB4 || c == 0x2018 || c == 0x2019 || c == 0x2BC || c == 0x2BB ||
           c == 0xA78C || c == 0x2035;
}

static bool is_hyphen(uint32_t c) {
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

/* Marks that are left out: accents of their own, the points of Arabic and Indic letters, joiners. */
static bool is_mark(uint32_t c) {
    return (c >= 0x300 && c < 0x370) || c == 0x640 || c == 0x93C || c == 0x9BC || (c >= 0x64B && c <= 0x65F) ||
           c == 0xAD || c == 0xFEFF || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x2069);
}

static uint32_t fold_arabic(uint32_t c) {
    switch (c) {
    case 0x64A:
    case 0x649:
        return 0x6CC; /* yeh */
    case 0x643:
        return 0x6A9; /* kaf */
    case 0x623:
    case 0x625:
    case 0x622:
        return 0x627; /* alef */
    case 0x629:
    case 0x6C0:
        return 0x647; /* heh */
    default:
        return c;
    }
}

static uint32_t fold_indic(uint32_t c) {
    static const uint16_t composed[] = {0x915, 0x916, 0x917, 0x91C, 0x921, 0x922, 0x92B, 0x92F};
    if (c >= 0x958 && c <= 0x95F)
        return composed[c - 0x958];
    return c == 0x9DC ? 0x9A1 : c == 0x9DD ? 0x9A2 : c == 0x9DF ? 0x9AF : c;
}

static uint32_t fold_letter(uint32_t c) {
    static const uint16_t greek[] = {0x3B1, 0x3B5, 0x3B7, 0x3B9, 0x3C5};
    c = cl_fold(c);
    if (c < 0xC0)
        return c;
    if (c < 0x250)
        return date_letters[c - 0xC0] == '.' ? c : (uint32_t)date_letters[c - 0xC0];
    if (c >= 0x1E00 && c < 0x1F00)
        return date_letters_more[c - 0x1E00] == '.' ? c : (uint32_t)date_letters_more[c - 0x1E00];
    if (c >= 0x3AC && c <= 0x3AF)
        return greek[c - 0x3AC];
    if (c == 0x3B0 || c == 0x3CB || c == 0x3CD)
        return 0x3C5;
    if (c == 0x3CA)
        return 0x3B9;
    if (c == 0x3CC)
        return 0x3BF;
    if (c == 0x3CE)
        return 0x3C9;
    if (c == 0x451)
        return 0x435;
    if (c >= 0x600 && c < 0x700)
        return fold_arabic(c);
    return c >= 0x958 && c <= 0x9DF ? fold_indic(c) : c;
}

/* Scripts that write words without spaces between them, or numbers together with what follows. */
static bool is_unspaced(uint32_t c) {
    return (c >= 0xE00 && c < 0x10A0) || (c >= 0x1780 && c < 0x1800) || (c >= 0x3040 && c < 0xA000) ||
           (c >= 0xAC00 && c < 0xD7B0) || (c >= 0xF900 && c < 0xFB00);
}

static bool is_letter(uint32_t c) {
    if (c < 0x80)
        return c - 'a' < 26;
    if (c < 0x2000)
        return c >= 0xC0 ? c != 0xD7 && c != 0xF7 && c != 0x60C && c != 0x61B && c != 0x61F && c != 0x66A &&
                               c != 0x6D4 && c != 0x964
                         : c == 0xAA || c == 0xB5;
    return c >= 0x2C00 && !(c >= 0x2E00 && c < 0x3005) && !(c >= 0x3008 && c < 0x3021) && c != 0x30FB &&
           !(c >= 0xFF00 && c < 0xFF66) && c < 0xFFF0;
}

/* A sign as ASCII: '|' for all that parts one thing from another. */
static char as_sign(uint32_t c) {
    if (is_hyphen(c))
        return '-';
    if (c == 0x3001 || c == 0x60C)
        return ',';
    if (c == 0x3002 || c == 0x6D4 || c == 0x964)
        return '.';
    return c < 0x80 && c > ' ' ? (char)c : '|';
}

/* ---- words */

static unsigned language_number(cl_slice tag) {
    size_t size = 0;
    char name[4] = "";
    while (size < tag.size && size < 3 && tag.data[size] != '-' && tag.data[size] != '_') {
        name[size] = cl_ascii_lower(tag.data[size]);
        size++;
    }
    static const char others[][2][4] = {
        {"tl", "fil"}, {"no", "nb"}, {"iw", "he"}, {"in", "id"}, {"sh", "hr"}, {"mo", "ro"}};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (strcmp(others[i][0], name) == 0)
            memcpy(name, others[i][1], sizeof name);
    for (unsigned i = 0; size && i < LANGUAGE_COUNT; i++)
        if (memcmp(date_languages[i], name, sizeof name) == 0)
            return i + 1;
    return 0;
}

static bool in_set(unsigned begin, unsigned language) {
    const uint16_t *p = date_language_sets + begin;
    if (!*p)
        return true;
    while (*p && *p != language)
        p++;
    return *p != 0;
}

/* Whether it is worth a look at the words that are known. */
static bool may_be_known(uint32_t hash) {
    const uint32_t bit = hash & (64 * (sizeof date_word_hashes / sizeof *date_word_hashes) - 1);
    return date_word_hashes[bit / 64] >> bit % 64 & 1;
}

/* What a word means: in the language, or else in English, or, where no language is given, in any; false where nothing.
 */
static bool look_up(uint32_t hash, size_t size, const unsigned languages[2], cl_token *token) {
    const unsigned end = date_word_index[(hash >> 20) + 1];
    unsigned i = date_word_index[hash >> 20];
    while (i < end && (date_words[i].hash != hash || date_words[i].size != size))
        i++;
    if (i == end)
        return false;
    uint8_t rank[CL_MEANS_COUNT] = {0};
    for (unsigned k = date_words[i].first; k < date_words[i].first + date_words[i].count; k++) {
        const unsigned kind = date_meanings[k].kind;
        const uint8_t mine = languages[0] && in_set(date_meanings[k].languages, languages[0]) ? 3
                             : in_set(date_meanings[k].languages, languages[1])               ? 2
                             : languages[0]                                                   ? 0
                                                                                              : 1;
        if (mine > rank[kind]) {
            rank[kind] = mine;
            token->value[kind] = date_meanings[k].value;
        }
    }
    uint8_t best = 0;
    for (unsigned kind = 0; kind < CL_MEANS_COUNT; kind++)
        best = rank[kind] > best ? rank[kind] : best;
    for (unsigned kind = 0; kind < CL_MEANS_COUNT; kind++) /* "mar" is a Tuesday in French, not March */
        if (rank[kind] < best)
            token->value[kind] = 0;
    return best != 0;
}

/* A small letter of ASCII. */
static bool is_small(uint32_t c) {
    return c - 'a' < 26;
}

#define PHRASE_WORDS 6u

/* The longest word or phrase that begins at `at`. 0 for none. */
static size_t longest_word(const cl_tokens *t, size_t at, const unsigned languages[2], cl_token *token) {
    uint32_t hash = HASH_START;
    size_t best = 0;
    unsigned words = 0;
    size_t i = at;
    while (i < t->size && i - at < WORD_SIZE_MAX && words < PHRASE_WORDS) {
        size_t n;
        uint32_t c = cl_code_at(t->text + i, t->text + t->size, &n);
        if (c != ' ' && !is_letter(c))
            break;
        for (size_t k = 0; k < n; k++)
            hash = (hash ^ (unsigned char)t->text[i + k]) * HASH_PRIME;
        i += n;
        while (is_small(c) && i < t->size && i - at < WORD_SIZE_MAX && is_small((unsigned char)t->text[i])) {
            c = (unsigned char)t->text[i++];
            hash = (hash ^ c) * HASH_PRIME;
        }
        size_t next_size = 0;
        const uint32_t next = i < t->size ? cl_code_at(t->text + i, t->text + t->size, &next_size) : ' ';
        if (c == ' ' || (is_letter(next) && !is_unspaced(next) && !is_unspaced(c)))
            continue;
        words += next == ' ';
        if (!may_be_known(hash))
            continue;
        cl_token found = {.kind = CL_TOKEN_WORD};
        if (look_up(hash, i - at, languages, &found)) {
            memcpy(token->value, found.value, sizeof token->value);
            best = i - at;
        }
    }
    return best;
}

/* ---- the text */

typedef struct folding {
    const char *p;
    const char *end;
    uint32_t before, before_that; /* code points written last */
    bool small;                   /* the one read last was a small letter */
} folding;

static void put(cl_tokens *t, folding *f, uint32_t c) {
    t->size = (size_t)(cl_put_code_point(t->text + t->size, c) - t->text);
    f->before_that = f->before;
    f->before = c;
}

static uint32_t peek(const folding *f) {
    size_t n;
    return f->p < f->end ? fold_letter(cl_code_at(f->p, f->end, &n)) : ' ';
}

static void put_folded(cl_tokens *t, folding *f, uint32_t c) {
    if (is_mark(c))
        return;
    if (is_apostrophe(c)) {
        /* only that of a year is kept: '24 */
        if (f->before == ' ' && peek(f) - '0' < 10)
            put(t, f, '\'');
        return;
    }
    if (c >= 0xFF01 && c <= 0xFF5E)
        c -= 0xFEE0;
    c = ascii_digit(c);
    if (c <= ' ' || c == 0xA0 || c == 0x202F || c == 0x3000 || (c >= 0x2000 && c <= 0x200A)) {
        if (f->before != ' ')
            put(t, f, ' ');
        return;
    }
    const bool capital = cl_fold(c) != c;
    if (capital && f->small && is_letter(f->before) && is_letter(f->before_that))
        put(t, f, ' '); /* "UpdatedJanuary 25": the page parts the two by its looks alone */
    f->small = is_letter(c) && !capital;
    c = fold_letter(c);
    if (is_hyphen(c) && is_letter(f->before) && is_letter(peek(f)))
        c = ' ';
    if (c == '.' && is_letter(f->before)) {
        if (!is_letter(f->before_that))
            return; /* p.m. */
        c = ' ';
    }
    if (c == ' ' && f->before == ' ')
        return;
    put(t, f, c);
}

static void fold_text(cl_tokens *t, cl_slice text) {
    const size_t size = text.size < CL_DATE_TEXT_MAX ? text.size : CL_DATE_TEXT_MAX;
    folding f = {text.data, text.data + size, ' ', ' ', false};
    while (f.p < f.end && t->size + 8 < sizeof t->text) {
        const unsigned char byte = (unsigned char)*f.p;
        const bool digit = (unsigned)(byte - '0') < 10;
        if (is_small(byte) || digit || (byte == ' ' && f.before != ' ')) { /* most of most texts */
            f.p++;
            f.before_that = f.before;
            f.before = byte;
            f.small = byte == ' ' ? f.small : !digit;
            t->text[t->size++] = (char)byte;
            continue;
        }
        size_t n;
        const uint32_t c = cl_code_at(f.p, f.end, &n);
        f.p += n;
        put_folded(t, &f, c);
    }
}

static size_t read_number(const cl_tokens *t, size_t at, cl_token *token) {
    size_t n = 0;
    int64_t value = 0;
    while (at + n < t->size && (unsigned char)(t->text[at + n] - '0') < 10) {
        if (n < 9)
            value = value * 10 + (t->text[at + n] - '0');
        n++;
    }
    token->kind = CL_TOKEN_NUMBER;
    token->digits = n < 255 ? (uint8_t)n : 255;
    token->number = n <= 9 ? (int32_t)value : -1;
    return n;
}

/* A word that is not known, up to where it ends; of scripts without spaces, one letter. */
static size_t unknown_word(const cl_tokens *t, size_t at) {
    size_t n;
    const uint32_t first = cl_code_at(t->text + at, t->text + t->size, &n);
    size_t i = at + n;
    while (i < t->size && !is_unspaced(first)) {
        const uint32_t c = cl_code_at(t->text + i, t->text + t->size, &n);
        if (!is_letter(c) || is_unspaced(c))
            break;
        i += n;
    }
    return i - at;
}

/* The endings of numbers: 1st, 2de, the T of 12T10. */
static bool is_ending(const cl_tokens *t, const cl_token *word) {
    if (!word->glued || !t->count || t->at[t->count - 1].kind != CL_TOKEN_NUMBER)
        return false;
    const size_t end = word->begin + word->size;
    const bool t_mark =
        word->size == 1 && t->text[word->begin] == 't' && end < t->size && t->text[end] >= '0' && t->text[end] <= '9';
    static const char english[] = "st nd rd th er";
    bool known = false;
    for (size_t i = 1; i < CL_MEANS_COUNT; i++)
        known |= word->value[i] != 0;
    if (word->size == 2)
        for (size_t i = 0; i < sizeof english - 1; i += 3)
            known &= memcmp(english + i, t->text + word->begin, 2) != 0;
    return t_mark || (!known && word->size <= 12);
}

void cl_tokens_read(cl_tokens *t, cl_slice text, cl_slice language) {
    t->size = t->count = 0;
    t->unknown = 0;
    if (text.size)
        fold_text(t, text);
    const unsigned languages[2] = {language_number(language), language_number(CL_SLICE("en"))};
    bool glued = false, quoted = false;
    for (size_t at = 0; at < t->size && t->count < CL_TOKENS_MAX;) {
        if (t->text[at] == ' ' || t->text[at] == '\'') {
            glued = false;
            quoted = t->text[at++] == '\'';
            continue;
        }
        cl_token token = {.glued = glued, .quoted = quoted, .begin = (uint16_t)at};
        size_t n;
        const uint32_t c = cl_code_at(t->text + at, t->text + t->size, &n);
        if (c - '0' < 10) {
            n = read_number(t, at, &token);
        } else if (is_letter(c)) {
            token.kind = CL_TOKEN_WORD;
            n = longest_word(t, at, languages, &token);
            if (!n) {
                n = unknown_word(t, at);
                t->unknown++;
            }
        } else {
            token.kind = CL_TOKEN_SIGN;
            token.sign = as_sign(c);
        }
        token.size = (uint16_t)n;
        at += n;
        glued = true;
        quoted = false;
        if (token.kind != CL_TOKEN_WORD || !is_ending(t, &token))
            t->at[t->count++] = token;
    }
    t->at[t->count] = (cl_token){.kind = CL_TOKEN_END};
}
