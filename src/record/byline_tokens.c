#include "record/byline_tokens.h"
#include "block/words.h"

typedef struct byline_word {
    char word[40];
    uint32_t uses;
} byline_word;

#include "record/byline_data.inc"

#define HASH_START 0x811c9dc5u /* FNV-1a, as in generate_byline_words.py */
#define HASH_PRIME 0x01000193u

/* UTF-8 of a code point that cl_fold() gave; it is one of those that have small letters, or its own. */
static char *put(char *out, uint32_t c) {
    if (c < 0x80) {
        *out++ = (char)c;
    } else if (c < 0x800) {
        *out++ = (char)(0xC0 | c >> 6);
        *out++ = (char)(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        *out++ = (char)(0xE0 | c >> 12);
        *out++ = (char)(0x80 | (c >> 6 & 0x3F));
        *out++ = (char)(0x80 | (c & 0x3F));
    } else {
        *out++ = (char)(0xF0 | c >> 18);
        *out++ = (char)(0x80 | (c >> 12 & 0x3F));
        *out++ = (char)(0x80 | (c >> 6 & 0x3F));
        *out++ = (char)(0x80 | (c & 0x3F));
    }
    return out;
}

uint32_t cl_byline_word(cl_slice word) {
    char folded[WORD_MAX + 8];
    char *out = folded;
    const char *const end = word.data + word.size;
    for (const char *p = word.data; p < end;) {
        if ((size_t)(out - folded) > WORD_MAX)
            return 0;
        size_t size;
        const uint32_t c = cl_code_at(p, end, &size);
        out = put(out, cl_fold(c == 0x2019 ? '\'' : c));
        p += size;
    }
    const size_t n = (size_t)(out - folded);
    if (n == 0 || n > WORD_MAX)
        return 0;
    uint32_t hash = HASH_START;
    for (size_t i = 0; i < n; i++)
        hash = (hash ^ (unsigned char)folded[i]) * HASH_PRIME;
    folded[n] = '\0';
    for (uint32_t i = hash & (WORD_SLOTS - 1); byline_words[i].uses; i = (i + 1) & (WORD_SLOTS - 1))
        if (strcmp(byline_words[i].word, folded) == 0)
            return byline_words[i].uses;
    return 0;
}

typedef struct cutter {
    const char *p;
    const char *end;
    cl_token *tokens;
    size_t count;
    cl_gap gap;        /* before the next word */
    unsigned brackets; /* open ones */
} cutter;

static bool wide_code(uint32_t c) {
    return (c >= 0x3005 && c <= 0x3007) || (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) ||
           (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF66 && c <= 0xFF9F) ||
           (c >= 0x20000 && c <= 0x3FFFF);
}

static bool digit_code(uint32_t c) {
    return (c >= '0' && c <= '9') || (c >= 0x660 && c <= 0x669) || (c >= 0x6F0 && c <= 0x6F9) ||
           (c >= 0x966 && c <= 0x96F) || (c >= 0x9E6 && c <= 0x9EF) || (c >= 0xE50 && c <= 0xE59) ||
           (c >= 0xFF10 && c <= 0xFF19);
}

static bool space_code(uint32_t c) {
    return c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
           c == 0x205F;
}

/* What a mark parts words like; CL_GAP_SPACE for all that are none, and for those that part nothing. */
static cl_gap gap_of(uint32_t c) {
    switch (c) {
    case ',':
    case 0xFF0C: /* ， */
    case 0x3001: /* 、 */
    case 0x60C:  /* ، */
        return CL_GAP_COMMA;
    case '/':
    case 0xFF0F: /* ／ */
    case '\\':
        return CL_GAP_SLASH;
    case '!':
    case '?':
    case 0x2026: /* … */
    case 0x3002: /* 。 */
        return CL_GAP_STOP;
    case ':':
    case 0xFF1A: /* ： */
    case 0xFF1D: /* ＝ */
        return CL_GAP_COLON;
    case ';':
    case 0xFF1B:
    case '|':
    case 0xFF5C:
    case '*':
    case '=':
    case '~':
    case '>':
    case 0x2022: /* • */
    case 0x25CF: /* ● */
    case 0x25A0: /* ■ */
    case 0x25AA: /* ▪ */
    case 0x25B6: /* ▶ */
    case 0x25BC: /* ▼ */
    case 0x25CA: /* ◊ */
    case 0x2192: /* → */
    case '\n':
        return CL_GAP_BAR;
    default:
        return CL_GAP_SPACE;
    }
}

static bool dash_code(uint32_t c) {
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFF0D;
}

/* Brackets: 1 opens, 2 closes. */
static int bracket_of(uint32_t c) {
    return c == '(' || c == '[' || c == '{' || c == 0xFF08 || c == 0x3010 || c == 0x3014   ? 1
           : c == ')' || c == ']' || c == '}' || c == 0xFF09 || c == 0x3011 || c == 0x3015 ? 2
                                                                                           : 0;
}

/* A character that is shown but says nothing: pictures, arrows, signs. */
static bool sign_code(uint32_t c) {
    return c == '#' || c == '^' || c == '`' || c == '$' || c == '%' ||
           (c >= 0xA1 && c <= 0xB4 && c != 0xA9 && c != 0xAA) || (c >= 0x200B && c <= 0x200F) || c == 0x2060 ||
           (c >= 0x2100 && c <= 0x2BFF) || (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xFE00 && c <= 0xFE0F) ||
           c == 0xFEFF || c == 0xFFFD || c == 0xAD || (c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0xE0000 && c <= 0xE0FFF);
}

static uint32_t code_or_space(const char *p, const char *end) {
    size_t size;
    return p < end ? cl_code_at(p, end, &size) : ' ';
}

static void gap(cutter *c, cl_gap g) {
    c->gap = g > c->gap ? g : c->gap;
}

/* How the letters of a word are written, and its other measures. */
static void measure(cl_token *t) {
    const char *const end = t->text.data + t->text.size;
    size_t letters = 0, capitals = 0, n = 0;
    bool first = false, wide = false, small = false;
    for (const char *p = t->text.data; p < end;) {
        size_t size;
        const uint32_t c = cl_code_at(p, end, &size);
        const bool capital = cl_fold(c) != c;
        const bool is_small = !capital && ((c >= 'a' && c <= 'z') || (c >= 0xDF && c < 0x250 && c != 0xF7) ||
                                              (c >= 0x3AC && c <= 0x3CE) || (c >= 0x430 && c <= 0x52F) ||
                                              (c >= 0x561 && c <= 0x587) || (c >= 0x1E00 && c <= 0x1EFF));
        if (n == 0 && digit_code(c))
            t->number = true;
        first |= letters == 0 && capital;
        letters += capital || is_small;
        capitals += capital;
        small |= is_small;
        wide |= wide_code(c);
        n++;
        p += size;
    }
    t->wide = wide;
    t->size = (uint8_t)(n < 255 ? n : 255);
    t->letters = (uint8_t)(!letters                  ? CL_LETTERS_NONE
                           : capitals >= 2 && !small ? CL_LETTERS_CAPITALS
                           : first                   ? CL_LETTERS_CAPITAL
                                                     : CL_LETTERS_SMALL);
    if (wide)
        t->letters = CL_LETTERS_NONE;
}

/* Whether a word is a name of the net: letters, a dot, letters, and no abbreviation. */
static bool is_domain(cl_slice s) {
    size_t label = 0, labels = 1, last = 0;
    for (size_t i = 0; i < s.size; i++) {
        const char c = s.data[i];
        if (c == '.') {
            if (label < 2)
                return false;
            labels++;
            label = 0;
            last = i + 1;
        } else if (c == '/' && labels > 1 && label >= 2) {
            s.size = i;
            break;
        } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || (c >= 'A' && c <= 'Z')) {
            label++;
        } else {
            return false;
        }
    }
    if (labels < 2 || label < 2 || label > 6)
        return false;
    for (size_t i = last; i < s.size; i++)
        if (!(s.data[i] >= 'a' && s.data[i] <= 'z'))
            return false;
    return true;
}

/* Tasks with a dot between them: "文・写真" are words and pictures, and who made both has written. */
static uint32_t tasks_joined(cl_slice word) {
    static const char dot[] = "・";
    const uint32_t tasks = CL_USE_LABEL | CL_USE_DID | CL_USE_HELP | CL_USE_PHOTO;
    uint32_t all = 0;
    for (size_t begin = 0, i = 0; i <= word.size; i++) {
        const bool at_dot = i + sizeof dot - 1 <= word.size && memcmp(word.data + i, dot, sizeof dot - 1) == 0;
        if (!at_dot && i < word.size)
            continue;
        const uint32_t uses = cl_byline_word(cl_slice_of(word.data + begin, i - begin)) & tasks;
        if (!uses)
            return 0;
        all |= uses;
        begin = i + sizeof dot - 1;
    }
    return all & (CL_USE_LABEL | CL_USE_DID) ? CL_USE_LABEL : all;
}

static void add(cutter *c, cl_slice text) {
    if (!text.size || c->count == CL_TOKENS_MAX)
        return;
    cl_token *const t = &c->tokens[c->count++];
    *t = (cl_token){.text = text, .gap = (uint8_t)c->gap, .bracket = c->brackets > 0};
    c->gap = CL_GAP_SPACE;
    measure(t);
    t->domain = is_domain(text);
    t->uses = cl_byline_word(text);
    if (!t->uses && t->wide && text.size <= WORD_MAX)
        t->uses = tasks_joined(text);
    if (t->domain)
        t->number = false;
}

/* Whether a word is "By" and something in capitals, glued: "ByABC". */
static bool by_capitals(cl_slice s) {
    return s.size > 4 && memcmp(s.data, "By", 2) == 0 && s.data[2] >= 'A' && s.data[2] <= 'Z' && s.data[3] >= 'A' &&
           s.data[3] <= 'Z';
}

/* Words glued to others where white space was lost: "closeBy Ada", "BachMedia Correspondent", "PorAna". Only before
 * words that have no business inside of names. */
static void add_unglued(cutter *c, cl_slice s) {
    size_t begin = 0;
    if (by_capitals(s)) {
        add(c, cl_slice_of(s.data, 2));
        begin = 2;
    }
    for (size_t i = begin + 1; i + 1 < s.size; i++) {
        const bool camel = s.data[i] >= 'A' && s.data[i] <= 'Z' && s.data[i - 1] >= 'a' && s.data[i - 1] <= 'z' &&
                           s.data[i + 1] >= 'a' && s.data[i + 1] <= 'z';
        if (!camel)
            continue;
        size_t end = i + 1;
        while (end < s.size && s.data[end] >= 'a' && s.data[end] <= 'z')
            end++;
        const uint32_t tail = cl_byline_word(cl_slice_of(s.data + i, end - i));
        const uint32_t head = cl_byline_word(cl_slice_of(s.data + begin, i - begin));
        const bool tail_apart = tail & (CL_USE_BY | CL_USE_NOISE | CL_USE_ROLE) ||
                                (tail & (CL_USE_DID | CL_USE_MONTH) && end - i >= 4) ||
                                (tail & CL_USE_QUALITY && end - i >= 5);
        const bool small_word = i + 2 == s.size && i - begin >= 3 && (tail & CL_USE_PREP) && s.data[i] != 'A';
        const bool head_apart =
            s.size - i >= 3 && (head & (CL_USE_BY | CL_USE_NOISE) ||
                                   (begin == 0 && cl_slice_equal(cl_slice_of(s.data, i), CL_SLICE("Von"))));
        if (tail_apart || head_apart || small_word) {
            add(c, cl_slice_of(s.data + begin, i - begin));
            begin = i;
        }
    }
    add(c, cl_slice_of(s.data + begin, s.size - begin));
}

/* A word whose end was found. Dots at its end stay with abbreviations and end a sentence after others. */
static void finish(cutter *c, const char *begin, const char *end) {
    while (begin < end && (*begin == '.' || *begin == '\'' || *begin == '-'))
        begin++;
    while (begin < end && (end[-1] == '\'' || end[-1] == '-'))
        end--;
    if (begin == end)
        return;
    const cl_slice whole = cl_slice_of(begin, (size_t)(end - begin));
    if (cl_slice_equal(whole, CL_SLICE("»")) || cl_slice_equal(whole, CL_SLICE("›")) ||
        cl_slice_equal(whole, CL_SLICE("«"))) {
        gap(c, CL_GAP_BAR);
        return;
    }
    const char *const at = memchr(begin, '@', whole.size);
    if (at) { /* an address, or the name of an account, which may be glued to a name: "Bach@adabach" */
        if (at > begin && !memchr(at, '.', (size_t)(end - at)))
            add_unglued(c, cl_slice_of(begin, (size_t)(at - begin)));
        gap(c, CL_GAP_BAR);
        return;
    }
    if (end[-1] != '.') {
        add_unglued(c, whole);
        return;
    }
    size_t size;
    (void)cl_code_at(begin, end, &size);
    const bool initial = whole.size == size + 1 || memchr(begin, '.', whole.size - 1);
    const bool known = cl_byline_word(whole) != 0;
    if (initial || known) {
        add(c, whole);
        return;
    }
    while (end > begin && end[-1] == '.')
        end--;
    const cl_slice bare = cl_slice_of(begin, (size_t)(end - begin));
    add_unglued(c, bare);
    /* A short word may be an abbreviation that is not known. */
    if (bare.size > 3 || cl_byline_word(bare))
        gap(c, CL_GAP_STOP);
}

/* Passes a tag that got into the string; false where there is none. */
static bool tag(cutter *c) {
    const size_t left = (size_t)(c->end - c->p);
    if (*c->p != '<')
        return false;
    const char *const close = memchr(c->p, '>', left < 512 ? left : 512);
    if (!close || left < 3 || (c->p[1] != '/' && !((c->p[1] | 32) >= 'a' && (c->p[1] | 32) <= 'z')))
        return false;
    c->p = close + 1;
    return true;
}

/* Passes an address; false where there is none. */
static bool address(cutter *c) {
    const cl_slice rest = cl_slice_of(c->p, (size_t)(c->end - c->p));
    const bool http = rest.size > 8 && (memcmp(rest.data, "http://", 7) == 0 || memcmp(rest.data, "https://", 8) == 0);
    const bool www = rest.size > 4 && memcmp(rest.data, "www.", 4) == 0;
    if (!http && !www)
        return false;
    while (c->p < c->end && !cl_is_space(*c->p) && *c->p != ')' && *c->p != '|')
        c->p++;
    gap(c, CL_GAP_BAR);
    return true;
}

/* Whether the mark `code` at `p` belongs to the word that began at `begin`. */
static bool within_word(const cutter *c, const char *begin, uint32_t code, size_t size) {
    const uint32_t next = code_or_space(c->p + size, c->end);
    const uint32_t before = begin < c->p ? (unsigned char)c->p[-1] : ' ';
    const bool tight = begin < c->p && !space_code(next) && gap_of(next) == CL_GAP_SPACE && !bracket_of(next);
    if (code == '.' || code == '\'' || code == 0x2019 || code == '@')
        return true;
    if (code == '-' || code == 0x2010 || code == 0x2011)
        return tight || (begin == c->p && !space_code(next) && !digit_code(next) && c->gap == CL_GAP_SPACE &&
                            c->count && !cl_is_space(begin[-1]));
    if (code == 0xB7 || code == 0x30FB) /* between the parts of a foreign name in Chinese and Japanese */
        return tight && before >= 0x80 && wide_code(next);
    if (code == ':' || code == ',')
        return tight && before >= '0' && before <= '9' && digit_code(next);
    if (code == '&' || code == '+')
        return tight;
    if (code == '_') /* "Ada_Bach" is two words, other names of accounts are one */
        return !(c->p - begin >= 3 && *begin >= 'A' && *begin <= 'Z' && next >= 'A' && next <= 'Z');
    if (code == '/') {
        const size_t so_far = (size_t)(c->p - begin);
        if (!tight || wide_code(next) || so_far > WORD_MAX)
            return false;
        /* "ab/dpa", "AFP/The Local" and "1/2" are one, "Ada Bach/dpa" is not. */
        const cl_slice word = cl_slice_of(begin, so_far);
        const bool alone = c->count == 0 || c->gap != CL_GAP_SPACE || c->tokens[c->count - 1].uses & CL_USE_BY ||
                           c->tokens[c->count - 1].uses & CL_USE_SOURCE;
        return is_domain(word) || (before >= '0' && before <= '9') || memchr(begin, '@', word.size) ||
               (alone && !(cl_byline_word(word) & (CL_USE_LABEL | CL_USE_PHOTO | CL_USE_DID)) &&
                   (unsigned char)*begin < 0x80);
    }
    return false;
}

/* Whether a word ends before `code` although nothing parts them: figures after letters that begin a date or a count. */
static bool turns_to_number(const char *begin, const char *p, const char *end) {
    if (begin == p || (size_t)(p - begin) > WORD_MAX || !digit_code(code_or_space(p, end)))
        return false;
    const char *last = p - 1;
    while (last > begin && ((unsigned char)*last & 0xC0) == 0x80)
        last--;
    size_t size;
    const uint32_t before = cl_code_at(last, end, &size);
    if (digit_code(before) || dash_code(before) || before == '.' || before == ':' || before == '/' || before == '@' ||
        before == ',')
        return false;
    if (wide_code(before))
        return true;
    const char *q = p;
    while (q < end && *q >= '0' && *q <= '9' && q - p < 5)
        q++;
    return p - begin >= 3 && q < end && q + 1 < end && (*q == '-' || *q == '.' || *q == '/' || *q == ':' || *q == ',') &&
           q[1] >= '0' && q[1] <= '9' && !memchr(begin, '@', (size_t)(p - begin));
}

/* Whether a year ends before a capital that was glued to it: "2025Ada". */
static bool turns_to_name(const char *begin, const char *p) {
    if (p - begin != 4 || !(*p >= 'A' && *p <= 'Z'))
        return false;
    for (const char *q = begin; q < p; q++)
        if (*q < '0' || *q > '9')
            return false;
    return true;
}

/* A character that is in no word: parts, brackets and signs. */
static void pass(cutter *c, uint32_t code, size_t size) {
    c->p += size;
    if (dash_code(code)) {
        gap(c, CL_GAP_DASH);
        return;
    }
    const int bracket = bracket_of(code);
    if (bracket) {
        c->brackets = bracket == 1 ? c->brackets + 1 : c->brackets - (c->brackets > 0);
        gap(c, CL_GAP_COMMA);
        return;
    }
    if (code == 0xB7 || code == 0x30FB) {
        gap(c, CL_GAP_BAR);
        return;
    }
    gap(c, gap_of(code));
}

size_t cl_byline_tokens(cl_slice text, cl_token tokens[CL_TOKENS_MAX]) {
    if (!text.size)
        return 0;
    cutter c = {.p = text.data, .end = text.data + text.size, .tokens = tokens, .gap = CL_GAP_BAR};
    const char *begin = c.p;
    while (c.p < c.end && c.count < CL_TOKENS_MAX) {
        size_t size;
        const uint32_t code = cl_code_at(c.p, c.end, &size);
        if (begin == c.p && (tag(&c) || address(&c))) {
            begin = c.p;
            continue;
        }
        const bool mark = gap_of(code) != CL_GAP_SPACE || dash_code(code) || bracket_of(code) || space_code(code) ||
                          sign_code(code) || code == '_' || code == '<' || code == 0xB7 || code == 0x30FB ||
                          code == '&' || code == '+' || code == '.' || code == '\'' || code == 0x2019 || code == '@';
        if (mark && within_word(&c, begin, code, size)) {
            c.p += size;
            continue;
        }
        if ((code == '&' || code == '+') && begin == c.p) {
            add(&c, cl_slice_of(c.p, 1));
            begin = c.p += 1;
            continue;
        }
        if (!mark && !turns_to_number(begin, c.p, c.end) && !turns_to_name(begin, c.p)) {
            c.p += size;
            continue;
        }
        finish(&c, begin, c.p);
        begin = c.p;
        if (mark && !(code == '<' && tag(&c)))
            pass(&c, code, size);
        else if (!mark)
            c.p += size;
        if (mark)
            begin = c.p;
    }
    if (c.count < CL_TOKENS_MAX)
        finish(&c, begin, c.p);
    return c.count;
}
