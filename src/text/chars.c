#include "text/chars.h"

static uint32_t code_at(const char *p, const char *end, uint32_t *size) {
    const unsigned char *const s = (const unsigned char *)p;
    const size_t left = (size_t)(end - p);
    if (s[0] < 0x80 || left < 2)
        return *size = 1, s[0];
    if (s[0] < 0xE0 || left < 3)
        return *size = 2, (uint32_t)(s[0] & 0x1F) << 6 | (s[1] & 0x3F);
    if (s[0] < 0xF0 || left < 4)
        return *size = 3, (uint32_t)(s[0] & 0x0F) << 12 | (uint32_t)(s[1] & 0x3F) << 6 | (s[2] & 0x3F);
    return *size = 4,
           (uint32_t)(s[0] & 0x07) << 18 | (uint32_t)(s[1] & 0x3F) << 12 | (uint32_t)(s[2] & 0x3F) << 6 | (s[3] & 0x3F);
}

static cl_char of_ascii(uint32_t c) {
    if (c >= 'a' && c <= 'z')
        return CL_CHAR_LOWER;
    if (c >= 'A' && c <= 'Z')
        return CL_CHAR_UPPER;
    if (c >= '0' && c <= '9')
        return CL_CHAR_DIGIT;
    if (c <= ' ' || c == 0x7F)
        return CL_CHAR_SPACE;
    switch (c) {
    case '.':
    case '!':
    case '?':
        return CL_CHAR_STOP;
    case '(':
    case '[':
        return CL_CHAR_OPEN;
    case ')':
    case ']':
        return CL_CHAR_CLOSE;
    case '"':
        return CL_CHAR_QUOTE;
    default:
        return CL_CHAR_OTHER;
    }
}

/* Latin, Greek, Cyrillic and Armenian. */
static cl_char of_alphabet(uint32_t c) {
    if (c < 0x100)
        return c == 0xD7 || c == 0xF7 ? CL_CHAR_OTHER : c < 0xDF ? CL_CHAR_UPPER : CL_CHAR_LOWER;
    if (c < 0x180) {
        const bool odd = (c >= 0x139 && c <= 0x148) || c >= 0x179;
        return c == 0x178 || (c & 1) == odd ? CL_CHAR_UPPER : CL_CHAR_LOWER;
    }
    if (c < 0x370)
        return CL_CHAR_LOWER;
    if (c < 0x400)
        return (c >= 0x386 && c <= 0x38F) || (c >= 0x391 && c <= 0x3AB) ? CL_CHAR_UPPER : CL_CHAR_LOWER;
    if (c < 0x460)
        return c < 0x430 ? CL_CHAR_UPPER : CL_CHAR_LOWER;
    if (c < 0x530)
        return c & 1 ? CL_CHAR_LOWER : CL_CHAR_UPPER;
    return c < 0x557 ? CL_CHAR_UPPER : CL_CHAR_LOWER;
}

static cl_char of_punctuation(uint32_t c) {
    switch (c) {
    case 0x2026: /* horizontal ellipsis */
        return CL_CHAR_STOP;
    case 0x2018:
    case 0x201A:
    case 0x201B:
    case 0x201C:
    case 0x201E:
    case 0x201F:
    case 0x2039:
        return CL_CHAR_OPEN;
    case 0x2019:
    case 0x201D:
    case 0x203A:
        return CL_CHAR_CLOSE;
    default:
        return c <= 0x200B || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ? CL_CHAR_SPACE : CL_CHAR_OTHER;
    }
}

static cl_char of_wide(uint32_t c) {
    if (c == 0x3000)
        return CL_CHAR_SPACE;
    if (c == 0x3002 || c == 0xFF01 || c == 0xFF0E || c == 0xFF1F)
        return CL_CHAR_WIDE_STOP;
    if (c >= 0x3008 && c <= 0x301B && c != 0x3012 && c != 0x3013)
        return c & 1 ? CL_CHAR_CLOSE : CL_CHAR_OPEN;
    if (c == 0xFF08 || c == 0xFF09)
        return c & 1 ? CL_CHAR_CLOSE : CL_CHAR_OPEN;
    return c < 0x3005 || (c >= 0xFF00 && c < 0xFF66) ? CL_CHAR_OTHER : CL_CHAR_WIDE;
}

static cl_char of_code(uint32_t c) {
    if (c < 0x80)
        return of_ascii(c);
    if (c < 0xC0)
        return c == 0xA0                             ? CL_CHAR_SPACE
               : c == 0xAB || c == 0xA1 || c == 0xBF ? CL_CHAR_OPEN
               : c == 0xBB                           ? CL_CHAR_CLOSE
               : c == 0xAA || c == 0xB5 || c == 0xBA ? CL_CHAR_LOWER
                                                     : CL_CHAR_OTHER;
    if (c < 0x588)
        return of_alphabet(c);
    if (c == 0x61F || c == 0x6D4 || c == 0x964 || c == 0x589)
        return CL_CHAR_STOP;
    if ((c >= 0x660 && c <= 0x669) || (c >= 0x6F0 && c <= 0x6F9) || (c >= 0x966 && c <= 0x96F))
        return CL_CHAR_DIGIT;
    if (c >= 0x1E00 && c < 0x1F00)
        return c & 1 ? CL_CHAR_LOWER : CL_CHAR_UPPER;
    if (c >= 0x2000 && c < 0x2070)
        return of_punctuation(c);
    if (c >= 0x2070 && c < 0x2E80)
        return CL_CHAR_OTHER;
    if ((c >= 0xE00 && c <= 0xEFF) || (c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF))
        return CL_CHAR_WIDE;
    if ((c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFFEF) ||
        (c >= 0x20000 && c <= 0x3FFFF))
        return of_wide(c);
    return c >= 0x1F000 && c < 0x20000 ? CL_CHAR_OTHER : CL_CHAR_LETTER;
}

cl_char cl_char_at(const char *p, const char *end, uint32_t *size) {
    return of_code(code_at(p, end, size));
}

cl_char cl_char_before(const char *p, const char *begin, uint32_t *size) {
    *size = 0;
    if (p <= begin)
        return CL_CHAR_SPACE;
    const char *at = p - 1;
    while (at > begin && p - at < 4 && ((unsigned char)*at & 0xC0) == 0x80)
        at--;
    uint32_t own;
    const cl_char found = cl_char_at(at, p, &own);
    *size = (uint32_t)(p - at);
    return found;
}

static bool is_wide(cl_char c, uint32_t size) {
    return c == CL_CHAR_WIDE || c == CL_CHAR_WIDE_STOP ||
           (size == 3 && (c == CL_CHAR_OPEN || c == CL_CHAR_CLOSE || c == CL_CHAR_OTHER));
}

bool cl_text_tight(cl_slice before, cl_slice after) {
    const char *const end = before.data + before.size, *const behind = after.data + after.size;
    uint32_t last_size, first_size, size;
    const cl_char last = cl_char_before(end, before.data, &last_size);
    const cl_char first = cl_char_at(after.data, behind, &first_size);
    const bool one = after.size == first_size;
    const cl_char second = one ? CL_CHAR_SPACE : cl_char_at(after.data + first_size, behind, &size);
    const cl_char last_but_one = cl_char_before(end - last_size, before.data, &size);
    const bool word_second = second >= CL_CHAR_LOWER && second <= CL_CHAR_DIGIT;
    const bool word_last = last >= CL_CHAR_LOWER && last <= CL_CHAR_DIGIT;
    if ((first == CL_CHAR_WIDE || is_wide(first, first_size)) && is_wide(last, last_size) &&
        (first == CL_CHAR_WIDE || last == CL_CHAR_WIDE || first == CL_CHAR_WIDE_STOP || last == CL_CHAR_WIDE_STOP))
        return true;
    if (first == CL_CHAR_CLOSE || (first == CL_CHAR_STOP && !word_second) ||
        (strchr(",;:%", *after.data) && *after.data && !word_second) ||
        (*after.data == '-' && word_last && word_second) || (first == CL_CHAR_QUOTE && !word_second))
        return true;
    return (last == CL_CHAR_OPEN && memcmp(end - last_size, "\xC2\xAB", 2) != 0) ||
           (last == CL_CHAR_QUOTE && last_but_one == CL_CHAR_SPACE) ||
           (end[-1] == '-' && last_but_one >= CL_CHAR_LOWER && last_but_one <= CL_CHAR_DIGIT);
}

/* 0 for marks that stand over or under letters, 2 for full-width characters. */
static uint32_t columns_of(uint32_t c) {
    if (c < 0x300)
        return c != 0xAD;
    if (c < 0x370 || (c >= 0x591 && c <= 0x5C7) || (c >= 0x610 && c <= 0x61A) || (c >= 0x64B && c <= 0x65F) ||
        c == 0x670 || c == 0xE31 || (c >= 0xE34 && c <= 0xE3A) || (c >= 0xE47 && c <= 0xE4E) || c == 0x93C ||
        (c >= 0x941 && c <= 0x948) || c == 0x94D || (c >= 0x200B && c <= 0x200F) || c == 0xFEFF)
        return 0;
    return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
                   (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
                   (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFF)
               ? 2
               : 1;
}

uint32_t cl_text_columns(cl_slice text) {
    uint32_t columns = 0, size;
    for (const char *p = text.data, *const end = p + text.size; p < end && columns < UINT16_MAX; p += size)
        columns += columns_of(code_at(p, end, &size));
    return columns < UINT16_MAX ? columns : UINT16_MAX;
}

uint32_t cl_text_first_columns(cl_slice text) {
    uint32_t columns = 0, size;
    for (const char *p = text.data, *const end = p + text.size; p < end && columns < UINT16_MAX; p += size) {
        const uint32_t c = code_at(p, end, &size);
        const cl_char kind = of_code(c);
        if (kind == CL_CHAR_SPACE || (columns && kind == CL_CHAR_WIDE))
            break;
        columns += columns_of(c);
        if (kind == CL_CHAR_WIDE)
            break;
    }
    return columns < UINT16_MAX ? columns : UINT16_MAX;
}
