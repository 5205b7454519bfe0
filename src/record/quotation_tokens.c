#include "base/simd.h"
#include "block/words.h"
#include "record/quotation_parts.h"

typedef struct known_word {
    uint32_t hash;
    uint16_t languages;
    uint32_t classes;
} known_word;

#include "record/quotation_words_data.inc"

/* Bytes of a bracket whose point ends no sentence, at most. */
#define BRACKET_MAX 16
/* Tokens of a dateline at most. */
#define DATELINE_MAX 14u

uint16_t cl_quote_language(cl_slice tag) {
    if (tag.size < 2 || (tag.size > 2 && tag.data[2] != '-'))
        return CL_LANGUAGE_ANY;
    static const char alike[][2][3] = {{"no", "sv"}, {"nb", "sv"}, {"nn", "sv"}, {"da", "sv"}, {"uk", "ru"},
        {"be", "ru"}, {"ca", "es"}, {"gl", "pt"}, {"af", "nl"}, {"fi", "sv"}, {"fa", "ar"}, {"ur", "ar"}};
    const char *two = tag.data;
    for (size_t i = 0; i < sizeof alike / sizeof *alike; i++)
        if (memcmp(alike[i][0], tag.data, 2) == 0)
            two = alike[i][1];
    for (size_t i = 0; i < sizeof language_tags / sizeof *language_tags; i++)
        if (memcmp(language_tags[i], two, 2) == 0)
            return (uint16_t)(1u << i);
    return CL_LANGUAGE_ANY;
}

#define HASH_BEGIN 0x811c9dc5u

static inline uint32_t hash_byte(uint32_t h, uint32_t byte) {
    return (h ^ byte) * 0x01000193u;
}

/* Takes a code point beyond ASCII into a hash, as the bytes of its small letter. */
static uint32_t hash_code(uint32_t h, uint32_t code) {
    code = cl_fold(code);
    if (code >= 0x10000) {
        h = hash_byte(h, 0xF0 | code >> 18);
        h = hash_byte(h, 0x80 | (code >> 12 & 0x3F));
        h = hash_byte(h, 0x80 | (code >> 6 & 0x3F));
    } else if (code >= 0x800) {
        h = hash_byte(h, 0xE0 | code >> 12);
        h = hash_byte(h, 0x80 | (code >> 6 & 0x3F));
    } else if (code >= 0x80) {
        h = hash_byte(h, 0xC0 | code >> 6);
    }
    return hash_byte(h, code >= 0x80 ? 0x80 | (code & 0x3F) : code);
}

static uint32_t hash_of(const char *word, size_t size) {
    uint32_t h = HASH_BEGIN;
    for (const char *p = word, *const end = word + size; p < end;) {
        if ((unsigned char)*p < 0x80) {
            h = hash_byte(h, (unsigned char)cl_ascii_lower(*p++));
            continue;
        }
        size_t n;
        h = hash_code(h, cl_code_at(p, end, &n));
        p += n;
    }
    return h;
}

/* Whether it is worth a look at the words that are known. */
static bool may_be_known(uint32_t hash) {
    const uint32_t bit = hash & (64 * (sizeof word_hashes / sizeof *word_hashes) - 1);
    return word_hashes[bit / 64] >> bit % 64 & 1;
}

/* The classes of a word, 0 for most. */
static uint32_t classes_of(uint32_t hash, uint16_t language) {
    uint32_t classes = 0;
    if (!may_be_known(hash))
        return 0;
    for (uint32_t i = hash & (WORD_SLOTS - 1); known_words[i].languages; i = (i + 1) & (WORD_SLOTS - 1))
        if (known_words[i].hash == hash && known_words[i].languages & language)
            classes |= known_words[i].classes;
    return classes;
}

typedef struct reading {
    const char *text;
    const char *end;
    uint16_t language;
    cl_quote_tokens *tokens;
    uint32_t sentence;
} reading;

static bool is_letter(uint32_t c) {
    if (c < 0x80)
        return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') || c == '@' || c == '#' || c == '_' ||
               c == '$' || c == '%' || c == '&';
    return c >= 0xC0 && c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c < 0x2C00) && !(c >= 0x3000 && c < 0x3005) &&
           !(c >= 0x3008 && c < 0x3020) && !(c >= 0xFF00 && c < 0xFF10) && !(c >= 0xFF1A && c < 0xFF20) && c != 0x60C &&
           c != 0x61B && c != 0x61F && c != 0x6D4 && c != 0xFEFF;
}

static cl_quote_token *add(reading *r, cl_quote_token_kind kind, uint32_t start, uint32_t end) {
    if (r->tokens->count == r->tokens->capacity)
        return NULL;
    cl_quote_token *const t = &r->tokens->at[r->tokens->count++];
    *t = (cl_quote_token){.start = start, .end = end, .kind = (uint8_t)kind, .sentence = r->sentence};
    return t;
}

static uint32_t letter_at(const char *p, const char *end, size_t *size) {
    if (p >= end)
        return 0;
    const uint32_t c = cl_code_at(p, end, size);
    return is_letter(c) ? c : 0;
}

/* Letters and digits of ASCII, and what counts as one. */
static const bool plain_letters[128] = {['0'] = 1,
    ['1'] = 1,
    ['2'] = 1,
    ['3'] = 1,
    ['4'] = 1,
    ['5'] = 1,
    ['6'] = 1,
    ['7'] = 1,
    ['8'] = 1,
    ['9'] = 1,
    ['a'] = 1,
    ['b'] = 1,
    ['c'] = 1,
    ['d'] = 1,
    ['e'] = 1,
    ['f'] = 1,
    ['g'] = 1,
    ['h'] = 1,
    ['i'] = 1,
    ['j'] = 1,
    ['k'] = 1,
    ['l'] = 1,
    ['m'] = 1,
    ['n'] = 1,
    ['o'] = 1,
    ['p'] = 1,
    ['q'] = 1,
    ['r'] = 1,
    ['s'] = 1,
    ['t'] = 1,
    ['u'] = 1,
    ['v'] = 1,
    ['w'] = 1,
    ['x'] = 1,
    ['y'] = 1,
    ['z'] = 1,
    ['A'] = 1,
    ['B'] = 1,
    ['C'] = 1,
    ['D'] = 1,
    ['E'] = 1,
    ['F'] = 1,
    ['G'] = 1,
    ['H'] = 1,
    ['I'] = 1,
    ['J'] = 1,
    ['K'] = 1,
    ['L'] = 1,
    ['M'] = 1,
    ['N'] = 1,
    ['O'] = 1,
    ['P'] = 1,
    ['Q'] = 1,
    ['R'] = 1,
    ['S'] = 1,
    ['T'] = 1,
    ['U'] = 1,
    ['V'] = 1,
    ['W'] = 1,
    ['X'] = 1,
    ['Y'] = 1,
    ['Z'] = 1,
    ['@'] = 1,
    ['#'] = 1,
    ['_'] = 1,
    ['$'] = 1,
    ['%'] = 1,
    ['&'] = 1};

/* Bytes from `first` to `last`, of ASCII, among eight: their highest bits. */
static uint64_t between(uint64_t x, unsigned char first, unsigned char last) {
    const uint64_t ones = UINT64_C(0x0101010101010101), low7 = x & ones * 0x7F;
    return ((low7 + ones * (0x80u - first)) ^ (low7 + ones * (0x7Fu - last))) & ~x & ones * 0x80;
}

/* Takes the letters and digits that a text begins with, eight at most, into a hash; how many there are. Where they end
 * can't be foreseen, and a wrong guess costs more than the hashes of all eight. */
static unsigned hash_eight(const char *p, uint32_t *hash) {
    const uint64_t x = cl_load64(p), small = x | UINT64_C(0x2020202020202020);
    const uint64_t others = ~(between(small, 'a', 'z') | between(x, '0', '9')) & UINT64_C(0x8080808080808080);
    const unsigned n = others ? (unsigned)__builtin_ctzll(others) / 8 : 8;
    uint32_t hashes[9] = {*hash};
    for (unsigned i = 0; i < 8; i++)
        hashes[i + 1] = hash_byte(hashes[i], (uint32_t)(small >> 8 * i & 0xFF));
    *hash = hashes[n];
    return n;
}

/* Where the word that begins at p ends, and its hash. Apostrophes, hyphens and points stay in it between letters. */
static const char *word_end(const char *p, const char *end, uint32_t *hash, bool *hyphen) {
    uint32_t h = HASH_BEGIN;
    size_t n, skip;
    *hyphen = false;
    if (end - p >= 8)
        p += hash_eight(p, &h);
    while (p < end) {
        const unsigned char byte = (unsigned char)*p;
        if (byte < 0x80 && plain_letters[byte]) {
            h = hash_byte(h, (unsigned char)cl_ascii_lower(*p++));
            continue;
        }
        if (byte <= ' ' || byte == ',')
            break;
        const uint32_t c = cl_code_at(p, end, &n);
        if (c != '\'' && c != 0x2019 && c != '-' && c != 0x2010 && c != 0x2011 && c != '.' && c != 0xAD && c != 0xB7) {
            if (!is_letter(c))
                break;
        } else if (!letter_at(p + n, end, &skip)) {
            break;
        }
        *hyphen |= c == '-';
        h = byte < 0x80 ? hash_byte(h, byte) : hash_code(h, c);
        p += n;
    }
    *hash = h;
    return p;
}

const char *cl_quote_word_at(const char *p, const char *end, uint16_t language, uint32_t *classes) {
    uint32_t hash;
    bool hyphen;
    size_t n;
    *classes = 0;
    if (!letter_at(p, end, &n))
        return p;
    const char *stop = word_end(p, end, &hash, &hyphen);
    *classes = classes_of(hash, language);
    /* "a-t-il", "dit-elle": the verb alone */
    const char *const dash =
        hyphen && language & CL_LANGUAGE_FRENCH && !*classes ? memchr(p, '-', (size_t)(stop - p)) : NULL;
    if (dash)
        *classes = classes_of(hash_of(p, (size_t)(dash - p)), language);
    return stop;
}

static uint32_t classes_of_pronoun(const reading *r, const char *word, size_t size) {
    for (size_t i = 1; i < 5 && i + 1 < size; i++)
        if (word[i] == '\'' || (i + 3 < size && memcmp(word + i, "\xE2\x80\x99", 3) == 0)) {
            const uint32_t classes = classes_of(hash_of(word, i), r->language);
            return classes & CL_PRONOUN ? classes : 0;
        }
    return 0;
}

static void classify(const reading *r, cl_quote_token *t) {
    const char *const word = r->text + t->start;
    size_t size = t->end - t->start, n = 1;
    const unsigned char byte = (unsigned char)word[0];
    const uint32_t first = byte < 0x80 ? byte : cl_code_at(word, r->end, &n);
    t->capital =
        byte < 0x80 ? byte <= 'Z' && plain_letters[byte] && byte != '#' && byte != '$' : cl_fold(first) != first;
    const char last = word[size - 1];
    t->plural = size > 3 && last == 's';
    if (last == 's' && size > 2 && word[size - 2] == '\'') {
        t->genitive = true;
        size -= 2;
    } else if (last == 's' && size > 4 && memcmp(word + size - 4, "\xE2\x80\x99", 3) == 0) {
        t->genitive = true;
        size -= 4;
    }
    if (t->genitive)
        t->hash = hash_of(word, size);
    t->classes = classes_of(t->hash, r->language);
    /* Arabic writes "and" and "so" with the word after it. */
    if (byte == 0xD9 && !t->classes && size > 4 &&
        (memcmp(word, "\xD9\x88", 2) == 0 || memcmp(word, "\xD9\x81", 2) == 0))
        t->classes = classes_of(hash_of(word + 2, size - 2), r->language);
    /* "I've", "she'll": the pronoun. */
    if (byte < 0x80 && !t->classes && !t->genitive && size > 3 && r->language == CL_LANGUAGE_ENGLISH)
        t->classes = classes_of_pronoun(r, word, size);
    /* "l'imam": the article, and the word with its classes. */
    if ((byte | 32) == 'l' && size > 4 && r->language & (CL_LANGUAGE_FRENCH | CL_LANGUAGE_ITALIAN) &&
        r->language != CL_LANGUAGE_ANY) {
        const size_t skip = word[1] == '\'' ? 2 : memcmp(word + 1, "\xE2\x80\x99", 3) == 0 ? 4 : 0;
        t->article = skip > 0;
        if (skip && size > skip)
            t->classes |= classes_of(hash_of(word + skip, size - skip), r->language) & CL_ROLE;
    }
    t->past = last == 'd' && size > 3 && word[size - 2] == 'e';
    t->present = last == 'g' && size > 4 && memcmp(word + size - 3, "ing", 3) == 0;
    t->by = size == 2 && word[0] == 'b' && word[1] == 'y';
    t->adverb = last == 'y' && size > 3 && word[size - 2] == 'l';
}

/* Whether a point ends no sentence for what comes after it: a comma, a small letter ("Bach Inc. said"), or a bracket
 * that closes what is no longer than "(D-Ohio.)". */
static bool goes_on(const reading *r, const char *point) {
    const char *p = point + 1;
    if (p == r->end)
        return false;
    if (*p == ')') {
        while (p > r->text && point - p < BRACKET_MAX && *p != '(')
            p--;
        return *p == '(';
    }
    if (*p == ' ')
        p++;
    return p < r->end && (*p == ',' || (*p >= 'a' && *p <= 'z'));
}

/* A word that ends in a point without ending the sentence: an initial, "U.S.", "Sen.", "No. 2". */
static bool is_abbreviation(const reading *r, const cl_quote_token *t) {
    const uint32_t size = t->end - t->start;
    const char *const word = r->text + t->start;
    if (goes_on(r, word + size))
        return true;
    if (size == 2 && memcmp(word, "No", 2) == 0 && r->end - word > 4 && word[4] >= '0' && word[4] <= '9')
        return true;
    return (size <= 2 && t->capital && (*word >= 'A' || *word < 0) && size == (*word < 0 ? 2 : 1)) ||
           memchr(word, '.', size) ||
           (t->capital && size <= 5 && t->classes & (CL_TITLE | CL_DAY) && !(t->classes & CL_ROLE));
}

static cl_quote_token *add_word(reading *r, uint32_t start, uint32_t end, uint32_t hash) {
    cl_quote_token *const t = add(r, CL_TOKEN_WORD, start, end);
    if (t) {
        t->hash = hash;
        classify(r, t);
    }
    return t;
}

/* French hangs pronouns on verbs: "a-t-il", "dit-elle". The verb becomes a word of its own; where the pronoun begins.
 */
static uint32_t split_pronoun(reading *r, uint32_t start, uint32_t end) {
    static const char *const ends[] = {"-t-il", "-t-elle", "-t-on", "-il", "-elle", "-ils", "-elles", "-on", "-je"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        const uint32_t n = (uint32_t)strlen(ends[i]);
        if (end - start <= n || memcmp(r->text + end - n, ends[i], n) != 0)
            continue;
        add_word(r, start, end - n, hash_of(r->text + start, end - n - start));
        return end - n + (ends[i][1] == 't' ? 3 : 1);
    }
    return start;
}

static void read_word(reading *r, const char **p) {
    uint32_t hash, start = (uint32_t)(*p - r->text);
    bool hyphen;
    const char *const stop = word_end(*p, r->end, &hash, &hyphen);
    const uint32_t end = (uint32_t)(stop - r->text);
    if (hyphen && r->language & CL_LANGUAGE_FRENCH) {
        const uint32_t pronoun = split_pronoun(r, start, end);
        if (pronoun != start)
            hash = hash_of(r->text + pronoun, end - pronoun);
        start = pronoun;
    }
    cl_quote_token *const t = add_word(r, start, end, hash);
    *p = stop;
    /* "the growers' union": the apostrophe belongs to the word. */
    if (stop > r->text && stop[-1] == 's' && stop < r->end)
        *p += *stop == '\'' ? 1 : r->end - stop > 3 && memcmp(stop, "\xE2\x80\x99 ", 4) == 0 ? 3 : 0;
    if (!t || stop == r->end || *stop != '.')
        return;
    if (end - start == 1 && t->capital && !(t->classes & CL_TITLE))
        t->classes = 0; /* the initial of a name, not the word "a" */
    *p += is_abbreviation(r, t);
}

static cl_quote_token_kind kind_of(uint32_t c) {
    switch (c) {
    case '.':
    case '!':
    case '?':
    case 0x2026:
    case 0x3002:
    case 0x61F:
    case 0x6D4:
    case 0xFF01:
    case 0xFF1F:
        return CL_TOKEN_POINT;
    case ',':
    case ';':
    case 0x60C:
    case 0x61B:
    case 0x3001:
    case 0xFF0C:
    case 0xFF1B:
        return CL_TOKEN_COMMA;
    case ':':
    case 0xFF1A:
        return CL_TOKEN_COLON;
    case '-':
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2012:
        return CL_TOKEN_DASH;
    case '(':
    case ')':
    case '[':
    case ']':
        return CL_TOKEN_BRACKET;
    default:
        return CL_TOKEN_OTHER;
    }
}

/* Whether what stands between marks ends the sentence around it: with a point, and nothing small after it. */
static bool ends_sentence(const reading *r, const cl_quote_span *span, const char *after) {
    if (span->start == span->end)
        return false;
    if (r->text[span->end - 1] != '.' && r->text[span->end - 1] != '!' && r->text[span->end - 1] != '?')
        return false;
    size_t n;
    while (after < r->end && *after == ' ')
        after++;
    const uint32_t c = letter_at(after, r->end, &n);
    return c == 0 || (r->text[span->end - 1] == '.' && cl_fold(c) != c);
}

/* "BERLIN, Dec. 8 (UPI) — ": what stands before the dash is a sentence of its own. A word in capitals begins it. */
static void part_dateline(const char *text, cl_quote_tokens *tokens) {
    const cl_quote_token *const first = tokens->at;
    if (tokens->count < 3 || first->kind != CL_TOKEN_WORD || first->end - first->start < 3)
        return;
    for (uint32_t i = first->start; i < first->end; i++)
        if (text[i] >= 'a' && text[i] <= 'z')
            return;
    size_t at = 1;
    while (at < tokens->count && at < DATELINE_MAX && tokens->at[at].kind != CL_TOKEN_DASH) {
        const cl_quote_token *const t = &tokens->at[at++];
        const char c = text[t->start];
        if (t->kind == CL_TOKEN_SPAN || t->kind == CL_TOKEN_COLON ||
            (t->kind == CL_TOKEN_WORD && !t->capital && !(c >= '0' && c <= '9')))
            return;
    }
    if (at == tokens->count || tokens->at[at].kind != CL_TOKEN_DASH)
        return;
    while (++at < tokens->count)
        tokens->at[at].sentence++;
}

void cl_quote_tokens_read(
    cl_slice text, const cl_quote_spans *spans, size_t first, size_t end, uint16_t language, cl_quote_tokens *tokens) {
    const size_t length = text.size < CL_QUOTE_PARAGRAPH_MAX ? text.size : CL_QUOTE_PARAGRAPH_MAX;
    reading r = {.text = text.data, .end = text.data, .language = language, .tokens = tokens};
    const char *p = text.data;
    tokens->count = 0;
    if (length)
        r.end += length;
    while (p < r.end && tokens->count < tokens->capacity) {
        if (first < end && (uint32_t)(p - text.data) >= spans->at[first].open) {
            const cl_quote_span *const span = &spans->at[first];
            cl_quote_token *const t = add(&r, CL_TOKEN_SPAN, span->open, span->close);
            if (t) {
                t->classes = (uint32_t)first;
                t->small = span->words < CL_QUOTE_WORDS_MIN;
                t->comma = span->start < span->end && text.data[span->end - 1] == ',';
            }
            p = text.data + span->close;
            r.sentence += ends_sentence(&r, span, p);
            first++;
            continue;
        }
        if (*p == ' ') {
            p++;
            continue;
        }
        size_t n;
        const uint32_t c = cl_code_at(p, r.end, &n);
        if (is_letter(c)) {
            read_word(&r, &p);
            continue;
        }
        if (c > ' ' && c != 0xA0 && !(c >= 0x2000 && c <= 0x200F)) {
            const cl_quote_token_kind kind = kind_of(c);
            cl_quote_token *const t =
                add(&r, kind, (uint32_t)(p - text.data), (uint32_t)(p - text.data + (ptrdiff_t)n));
            if (t)
                t->classes = c;
            r.sentence += kind == CL_TOKEN_POINT;
        }
        p += n;
    }
    part_dateline(text.data, tokens);
}

/* Bytes of a text by which its language is known. */
#define LANGUAGE_SAMPLE 1024u
#define LANGUAGE_COUNT  (sizeof language_tags / sizeof *language_tags)

/* The hashes of words that may be known at the beginning of some paragraphs; their number. */
static size_t sample_words(const cl_quote_paragraph *paragraphs, size_t count, uint32_t hashes[LANGUAGE_SAMPLE]) {
    size_t left = LANGUAGE_SAMPLE, found = 0;
    for (size_t i = 0; i < count && left; i++) {
        const char *p = paragraphs[i].text.data;
        const size_t size = paragraphs[i].text.size < left ? paragraphs[i].text.size : left;
        const char *const end = p + size;
        left -= size;
        while (p < end) {
            uint32_t hash;
            bool hyphen;
            if (*p == ' ') {
                p++;
                continue;
            }
            const char *const stop = word_end(p, end, &hash, &hyphen);
            if (stop > p && may_be_known(hash)) {
                hashes[found++] = hash;
                __builtin_prefetch(&known_words[hash & (WORD_SLOTS - 1)]); /* none of the table is in the cache yet */
            }
            p = stop > p ? stop : p + 1;
        }
    }
    return found;
}

uint16_t cl_quote_language_of(const cl_quote_paragraph *paragraphs, size_t count, uint16_t claimed) {
    uint32_t counts[LANGUAGE_COUNT] = {0}, hashes[LANGUAGE_SAMPLE];
    size_t best = 0;
    const size_t words = sample_words(paragraphs, count, hashes);
    for (size_t i = 0; i < words; i++)
        for (uint32_t k = hashes[i] & (WORD_SLOTS - 1); known_words[k].languages; k = (k + 1) & (WORD_SLOTS - 1))
            if (known_words[k].hash == hashes[i] &&
                known_words[k].classes & (CL_DET | CL_PREP | CL_JOIN | CL_OF | CL_SKIP))
                for (size_t l = 0; l < LANGUAGE_COUNT; l++)
                    counts[l] += known_words[k].languages >> l & 1;
    for (size_t l = 1; l < LANGUAGE_COUNT; l++)
        if (counts[l] > counts[best])
            best = l;
    /* As many of the language that the page claims: so close that it may be right. */
    for (size_t l = 0; l < LANGUAGE_COUNT; l++)
        if (claimed == 1u << l && 4 * counts[l] >= 3 * counts[best])
            return claimed;
    return counts[best] ? (uint16_t)(1u << best) : claimed;
}
