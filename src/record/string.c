#include "record/string.h"
#include "base/simd.h"
#include "block/words.h"

char *cl_put_code_point(char *out, uint32_t code) {
    if (code == 0 || (code >= 0xD800 && code < 0xE000) || code > 0x10FFFF)
        code = 0xFFFD;
    if (code < 0x80) {
        *out++ = (char)code;
    } else if (code < 0x800) {
        *out++ = (char)(0xC0 | code >> 6);
        *out++ = (char)(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        *out++ = (char)(0xE0 | code >> 12);
        *out++ = (char)(0x80 | (code >> 6 & 0x3F));
        *out++ = (char)(0x80 | (code & 0x3F));
    } else {
        *out++ = (char)(0xF0 | code >> 18);
        *out++ = (char)(0x80 | (code >> 12 & 0x3F));
        *out++ = (char)(0x80 | (code >> 6 & 0x3F));
        *out++ = (char)(0x80 | (code & 0x3F));
    }
    return out;
}

/* Size of the white space or the invisible character that begins here, 0 for others; *space says which. */
static size_t blank(const char *p, const char *end, bool *space) {
    const unsigned char c = (unsigned char)*p;
    *space = true;
    if (c <= ' ')
        return 1;
    if (c == 0xC2 && end - p >= 2) {
        const unsigned char d = (unsigned char)p[1];
        *space = d == 0xA0;
        return d == 0xA0 || d == 0xAD ? 2 : 0;
    }
    if (c == 0xE2 && end - p >= 3) {
        const unsigned char d = (unsigned char)p[1], e = (unsigned char)p[2];
        if (d == 0x80 && (e <= 0x8A || e == 0xA8 || e == 0xA9 || e == 0xAF))
            return 3;
        *space = false;
        return (d == 0x80 && (e == 0x8B || e == 0x8E || e == 0x8F)) || (d == 0x81 && e == 0xA0) ? 3 : 0;
    }
    if (c == 0xE3 && end - p >= 3 && (unsigned char)p[1] == 0x80 && (unsigned char)p[2] == 0x80)
        return 3;
    if (c == 0xEF && end - p >= 3 && (unsigned char)p[1] == 0xBB && (unsigned char)p[2] == 0xBF) {
        *space = false;
        return 3;
    }
    return 0;
}

/* A character reference that begins here: its size and what it stands for; 0 for none. */
static size_t reference(const char *p, const char *end, uint32_t *code) {
    static const struct {
        const char *name;
        uint32_t code;
    } named[] = {{"amp;", '&'}, {"quot;", '"'}, {"apos;", '\''}, {"lt;", '<'}, {"gt;", '>'}, {"nbsp;", ' '},
        {"rsquo;", 0x2019}, {"lsquo;", 0x2018}, {"rdquo;", 0x201D}, {"ldquo;", 0x201C}, {"bdquo;", 0x201E},
        {"laquo;", 0xAB}, {"raquo;", 0xBB}, {"ndash;", 0x2013}, {"mdash;", 0x2014}, {"hellip;", 0x2026},
        {"auml;", 0xE4}, {"ouml;", 0xF6}, {"uuml;", 0xFC}, {"Auml;", 0xC4}, {"Ouml;", 0xD6}, {"Uuml;", 0xDC},
        {"szlig;", 0xDF}, {"aacute;", 0xE1}, {"eacute;", 0xE9}, {"iacute;", 0xED}, {"oacute;", 0xF3}, {"uacute;", 0xFA},
        {"ntilde;", 0xF1}, {"egrave;", 0xE8}, {"agrave;", 0xE0}, {"ccedil;", 0xE7}, {"ecirc;", 0xEA}, {"ocirc;", 0xF4},
        {"acirc;", 0xE2}, {"aring;", 0xE5}, {"oslash;", 0xF8}, {"shy;", 0xAD}, {"copy;", 0xA9}};
    const size_t left = (size_t)(end - p);
    if (left < 4 || *p != '&')
        return 0;
    if (p[1] != '#') {
        for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
            const size_t n = strlen(named[i].name);
            if (n < left && memcmp(p + 1, named[i].name, n) == 0) {
                *code = named[i].code;
                return n + 1;
            }
        }
        return 0;
    }
    const bool sixteen = cl_ascii_lower(p[2]) == 'x';
    size_t i = sixteen ? 3 : 2;
    const size_t begin = i;
    uint32_t value = 0;
    for (; i < left && i < begin + 8 && p[i] != ';'; i++) {
        const char c = cl_ascii_lower(p[i]);
        if (c >= '0' && c <= '9')
            value = value * (sixteen ? 16u : 10u) + (uint32_t)(c - '0');
        else if (sixteen && c >= 'a' && c <= 'f')
            value = value * 16u + (uint32_t)(c - 'a' + 10);
        else
            return 0;
    }
    if (i == begin || i >= left || p[i] != ';')
        return 0;
    *code = value;
    return i + 1;
}

/* Whether a byte may begin what blank() knows, or a reference. */
static bool may_change(unsigned char c) {
    return c <= ' ' || c == '&' || c == 0xC2 || c == 0xE2 || c == 0xE3 || c == 0xEF;
}

/* Whether sixteen bytes hold nothing that may change but single spaces; `*before`: whether a space stands before them,
 * and at their end. */
static bool is_plain(const char *p, bool *before) {
    const cl_bytes16 b = cl_load(p);
    const uint32_t spaces = cl_mask(cl_eq(b, ' '));
    const cl_hits leads = cl_or(cl_or(cl_eq(b, '\xC2'), cl_eq(b, '\xE2')), cl_or(cl_eq(b, '\xE3'), cl_eq(b, '\xEF')));
    if (cl_mask(cl_or(cl_or(cl_le(b, ' ' - 1), cl_eq(b, '&')), leads)) || spaces & (spaces << 1 | *before))
        return false;
    *before = spaces >> 15;
    return true;
}

/* Whether cl_clean() has nothing to do. */
static bool is_clean(cl_slice s, bool references) {
    bool before = true; /* a space at the beginning is one too many */
    const char *const end = s.data + s.size;
    for (const char *p = s.data; p < end;) {
        const char *const stop = end - p < 16 ? end : p + 16;
        if (end - p >= 16 && is_plain(p, &before)) {
            p = stop;
            continue;
        }
        for (; p < stop; p++) {
            const unsigned char c = (unsigned char)*p;
            if (!may_change(c)) {
                before = false;
                continue;
            }
            bool space;
            if (c == ' ' ? before : c == '&' ? references : blank(p, end, &space) != 0)
                return false;
            before = c == ' ';
        }
    }
    return !before || s.size == 0;
}

cl_slice cl_clean(cl_slice s, cl_arena *arena, bool references, bool *failed) {
    if (!s.data || is_clean(s, references))
        return s;
    char *const copy = cl_arena_alloc(arena, s.size + 4);
    if (!copy) {
        *failed = true;
        return CL_SLICE_NONE;
    }
    char *out = copy;
    bool gap = false;
    const char *p = s.data;
    const char *const end = p + s.size;
    while (p < end) {
        bool space;
        if (!may_change((unsigned char)*p)) {
            if (gap && out > copy)
                *out++ = ' ';
            gap = false;
            *out++ = *p++;
            continue;
        }
        size_t n = blank(p, end, &space);
        uint32_t code = 0;
        const size_t referred = !n && references ? reference(p, end, &code) : 0;
        if (referred && (code == ' ' || code == 0xA0 || code == 0xAD || code == '\n')) {
            n = referred;
            space = code != 0xAD;
        }
        if (n) {
            gap |= space;
            p += n;
            continue;
        }
        if (gap && out > copy)
            *out++ = ' ';
        gap = false;
        if (referred) { /* never longer undone: the shortest that gives 4 bytes has more */
            out = cl_put_code_point(out, code);
            p += referred;
        } else {
            *out++ = *p++;
        }
    }
    return cl_slice_of(copy, (size_t)(out - copy));
}

bool cl_begins(cl_slice s, cl_slice part) {
    return s.size >= part.size && cl_slice_equal_nocase(cl_slice_of(s.data, part.size), part);
}

bool cl_ends(cl_slice s, cl_slice part) {
    return s.size >= part.size && cl_slice_equal_nocase(cl_slice_of(s.data + s.size - part.size, part.size), part);
}

static char upper(char c) {
    return c >= 'a' && c <= 'z' ? (char)(c - 32) : c;
}

/* Which of sixteen bytes are a character, whatever its case. */
static uint32_t find_either(const char *p, char c) {
    const cl_bytes16 b = cl_load(p);
    return cl_mask(cl_or(cl_eq(b, cl_ascii_lower(c)), cl_eq(b, upper(c))));
}

bool cl_contains(cl_slice s, cl_slice part) {
    if (part.size < 2)
        return !part.size || (s.size && (memchr(s.data, cl_ascii_lower(part.data[0]), s.size) ||
                                            memchr(s.data, upper(part.data[0]), s.size)));
    size_t i = 0;
    for (; i + 16 + part.size <= s.size; i += 16)
        for (uint32_t both = find_either(s.data + i, part.data[0]) & find_either(s.data + i + 1, part.data[1]); both;
             both &= both - 1)
            if (cl_slice_equal_nocase(cl_slice_of(s.data + i + cl_first(both), part.size), part))
                return true;
    const char first = cl_ascii_lower(part.data[0]);
    for (; i + part.size <= s.size; i++)
        if (cl_ascii_lower(s.data[i]) == first && cl_slice_equal_nocase(cl_slice_of(s.data + i, part.size), part))
            return true;
    return false;
}

/* The number of two bytes that follow one another, of ASCII letters in either case; other bytes may share it. */
#define PAIRS 1024u
static uint32_t pair_of(char a, char b) {
    return ((uint32_t)(unsigned char)cl_ascii_lower(a) << 5 ^ (unsigned char)cl_ascii_lower(b)) & (PAIRS - 1);
}

bool cl_contains_any(cl_slice s, const char *const *words, size_t count) {
    uint64_t pairs[PAIRS / 64] = {0}; /* that are in `s`: few words begin with one of them */
    for (size_t i = 0; i + 1 < s.size; i++) {
        const uint32_t pair = pair_of(s.data[i], s.data[i + 1]);
        pairs[pair / 64] |= UINT64_C(1) << pair % 64;
    }
    for (size_t i = 0; i < count; i++) {
        const uint32_t pair = pair_of(words[i][0], words[i][1]);
        if (pairs[pair / 64] >> pair % 64 & 1 && cl_contains(s, cl_slice_z(words[i])))
            return true;
    }
    return false;
}

bool cl_says_any(cl_slice s, const char *const *words, size_t count) {
    char small[2 * CL_FOLDED_MAX];
    size_t size = 0;
    for (size_t i = 0, n; i < s.size && i < CL_FOLDED_MAX && size + 4 < sizeof small; i += n) {
        const uint32_t c = cl_code_at(s.data + i, s.data + s.size, &n);
        /* The sigma at the end of a word is small as it is. */
        size = (size_t)(cl_put_code_point(small + size, c == 0x3C2 ? c : cl_fold(c)) - small);
    }
    return cl_contains_any(cl_slice_of(small, size), words, count);
}

uint32_t cl_leading_number(cl_slice s, size_t *end) {
    uint32_t value = 0;
    size_t i = 0;
    while (i < s.size && s.data[i] >= '0' && s.data[i] <= '9' && value < 100000)
        value = value * 10 + (uint32_t)(s.data[i++] - '0');
    if (end)
        *end = i;
    return value;
}

size_t cl_word_count(cl_slice s) {
    size_t count = s.size > 0;
    for (size_t i = 0; i < s.size; i++)
        count += s.data[i] == ' ';
    return count;
}

size_t cl_title_words(cl_slice text, uint32_t words[CL_TITLE_WORDS]) {
    cl_word_reader reader = cl_words_of(text);
    size_t count = 0;
    while (count < CL_TITLE_WORDS) {
        const cl_word w = cl_word_next(&reader);
        if (w.kind == CL_WORD_NONE)
            break;
        if (w.kind != CL_WORD_SIGN)
            words[count++] = w.hash + (w.kind == CL_WORD_NUMBER ? w.number * 2654435761u : 0);
    }
    return count;
}

float cl_agreement(const uint32_t *a, size_t a_count, const uint32_t *b, size_t b_count) {
    size_t common = 0;
    for (size_t i = 0; i < a_count; i++)
        for (size_t k = 0; k < b_count; k++)
            if (a[i] == b[k]) {
                common++;
                break;
            }
    return a_count + b_count ? 2.0f * (float)common / (float)(a_count + b_count) : 0;
}

cl_slice cl_join(cl_slice a, cl_slice b, cl_arena *arena, bool *failed) {
    char *const copy = cl_arena_alloc(arena, a.size + b.size);
    if (!copy) {
        *failed = true;
        return CL_SLICE_NONE;
    }
    if (a.size)
        memcpy(copy, a.data, a.size);
    if (b.size)
        memcpy(copy + a.size, b.data, b.size);
    return cl_slice_of(copy, a.size + b.size);
}

static char *put(char *out, cl_slice s) {
    if (s.size)
        memcpy(out, s.data, s.size);
    return out + s.size;
}

cl_slice cl_join_all(const cl_slice *parts, size_t count, cl_slice separator, cl_arena *arena, bool *failed) {
    size_t size = 1;
    for (size_t i = 0; i < count; i++)
        size += parts[i].size + separator.size;
    char *const text = cl_arena_alloc(arena, size);
    if (!text) {
        *failed = true;
        return CL_SLICE_NONE;
    }
    char *out = text;
    for (size_t i = 0; i < count; i++)
        out = put(i ? put(out, separator) : out, parts[i]);
    return cl_slice_of(text, (size_t)(out - text));
}
