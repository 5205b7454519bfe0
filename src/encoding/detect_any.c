/* uchardet's answer, and the language's, weighed. */
#include "encoding/detect.h"

#include <uchardet/uchardet.h>

#define ENC(name) (&cl_encodings[CL_ENC_##name])

/* Encodings whose letters are not Latin: their bytes above 7F come in words. */
static bool is_other_script(const cl_encoding *e) {
    static const cl_encoding_index other[] = {CL_ENC_IBM866, CL_ENC_ISO_8859_5, CL_ENC_ISO_8859_6, CL_ENC_ISO_8859_7,
        CL_ENC_ISO_8859_8, CL_ENC_ISO_8859_8_I, CL_ENC_KOI8_R, CL_ENC_KOI8_U, CL_ENC_WINDOWS_874, CL_ENC_WINDOWS_1251,
        CL_ENC_WINDOWS_1253, CL_ENC_WINDOWS_1255, CL_ENC_WINDOWS_1256, CL_ENC_X_MAC_CYRILLIC};
    for (size_t i = 0; i < sizeof other / sizeof other[0]; i++)
        if (e == &cl_encodings[other[i]])
            return true;
    return false;
}

/* uchardet names some encodings as the standard does not, and some that the standard has not. */
static const cl_encoding *named(const char *name) {
    if (strcmp(name, "UHC") == 0)
        return ENC(EUC_KR);
    if (strcmp(name, "MAC-CYRILLIC") == 0)
        return ENC(X_MAC_CYRILLIC);
    const cl_encoding *const e = cl_encoding_for_label(cl_slice_z(name));
    if (!e || e->kind == CL_KIND_UTF8 || e->kind == CL_KIND_REPLACEMENT || e->kind == CL_KIND_ISO_2022_JP ||
        e->kind == CL_KIND_UTF16BE || e->kind == CL_KIND_UTF16LE)
        return NULL; /* told by other means, where it is so */
    return e;
}

static const cl_encoding *ask_uchardet(cl_slice sample) {
    const uchardet_t detector = uchardet_new();
    if (!detector)
        return NULL;
    const cl_encoding *found = NULL;
    if (uchardet_handle_data(detector, sample.data, sample.size) == 0) {
        uchardet_data_end(detector);
        found = named(uchardet_get_charset(detector));
    }
    uchardet_delete(detector);
    return found;
}

static bool is_same_text(const cl_encoding *a, const cl_encoding *b, cl_slice sample) {
    for (size_t i = 0; i < sample.size; i++) {
        const unsigned char byte = (unsigned char)sample.data[i];
        if (byte >= 0x80 && a->high[byte - 0x80] != b->high[byte - 0x80])
            return false;
    }
    return true;
}

/* The same letters, in the encoding that pages are really in: those of Windows have marks where those of ISO 8859 have
 * control characters, and Ukrainian has letters where KOI8-R draws boxes. */
static const cl_encoding *in_use(const cl_encoding *e, cl_slice sample) {
    if (e == ENC(ISO_8859_16))
        e = cl_count_impossible(sample, ENC(ISO_8859_2)) ? ENC(WINDOWS_1250) : ENC(ISO_8859_2);
    if (e == ENC(ISO_8859_13))
        return ENC(WINDOWS_1257);
    if (e == ENC(ISO_8859_15) && cl_count_impossible(sample, e))
        return ENC(WINDOWS_1252);
    if (e == ENC(KOI8_R))
        for (size_t i = 1; i < sample.size; i++)
            if (memchr("\xA4\xA6\xA7\xAD\xB4\xB6\xB7\xBD", sample.data[i], 8) &&
                (unsigned char)sample.data[i - 1] >= 0xC0)
                return ENC(KOI8_U);
    return e->kind == CL_KIND_SINGLE_BYTE && is_same_text(e, ENC(WINDOWS_1252), sample) ? ENC(WINDOWS_1252) : e;
}

/* Encodings of Latin letters that hardly any page is in. */
static bool is_exotic(const cl_encoding *e) {
    return e == ENC(ISO_8859_3) || e == ENC(ISO_8859_4) || e == ENC(ISO_8859_10) || e == ENC(ISO_8859_14) ||
           e == ENC(WINDOWS_1258) || e == ENC(MACINTOSH);
}

/* Letters with accents from which on a language can be told from others that are written in Latin letters. */
#define LETTERS_MIN 2u
/* Of a hundred bytes above 7F, so many may be impossible in what they are said to be in. */
#define IMPOSSIBLE_PERCENT 2u

/* Whether the sample can be in the encoding. */
static bool is_plausible(const cl_encoding *e, cl_slice sample, const cl_high_bytes *n) {
    if (e->kind != CL_KIND_SINGLE_BYTE)
        return n->count >= 2 * n->runs; /* two bytes a character: runs are of two at least, but for ASCII trails */
    if (cl_count_impossible(sample, e) * 100 > n->count * IMPOSSIBLE_PERCENT)
        return false;
    if (is_other_script(e))
        return n->count >= 2 * n->runs;
    if (n->count >= 3 * n->runs)
        return false; /* words of nothing but accented letters: no language writes so */
    if (e == ENC(WINDOWS_1252))
        return true;
    return (n->odd > 0 || n->letters >= LETTERS_MIN) && (!is_exotic(e) || n->odd * 20 > n->count);
}

/* Of 3,257 texts that were put into legacy encodings, long and short, more than these shares were told right; but real
 * pages are not chosen so evenly. */
static double confidence_of(const cl_high_bytes *n) {
    return n->count >= 200 ? 0.98 : n->count >= 40 ? 0.95 : n->count >= 10 ? 0.9 : 0.7;
}

cl_guess cl_guess_any(cl_slice sample) {
    const cl_high_bytes n = cl_count_high_bytes(sample);
    const cl_encoding *found = ask_uchardet(sample);
    if (found)
        found = in_use(found, sample);
    if (found && is_plausible(found, sample, &n))
        return (cl_guess){found, confidence_of(&n)};
    /* Bytes that stand alone, nothing odd about them: the one that most pages without a declaration are in. */
    if (n.count < 2 * n.runs && n.odd * 20 <= n.count)
        return (cl_guess){ENC(WINDOWS_1252), confidence_of(&n) * 0.8};
    return (cl_guess){NULL, 0};
}

/* The value of the lang attribute of the first <html> tag; absent where there is none near the start. */
static cl_slice find_language(const char *bytes, size_t size) {
    const size_t head = size < 4096 ? size : 4096;
    size_t at = 0;
    while (at + 5 < head && !cl_slice_equal_nocase(cl_slice_of(bytes + at, 5), CL_SLICE("<html")))
        at++;
    for (; at + 6 < head && bytes[at] != '>'; at++) {
        if (!(cl_is_space(bytes[at]) || bytes[at] == ':') ||
            !cl_slice_equal_nocase(cl_slice_of(bytes + at + 1, 5), CL_SLICE("lang=")))
            continue;
        size_t start = at + 6;
        start += bytes[start] == '"' || bytes[start] == '\'';
        size_t end = start;
        while (end < head && (cl_ascii_lower(bytes[end]) != bytes[end] || (bytes[end] >= 'a' && bytes[end] <= 'z') ||
                                 bytes[end] == '-' || bytes[end] == '_'))
            end++;
        return cl_slice_of(bytes + start, end - start);
    }
    return CL_SLICE_NONE;
}

cl_guess cl_guess_by_language(const char *bytes, size_t size, cl_slice sample) {
    static const struct {
        char tag[8]; /* a language, or a language and a region that comes first */
        cl_encoding_index encoding;
    } fallbacks[] = {{"zh-tw", CL_ENC_BIG5}, {"zh-hk", CL_ENC_BIG5}, {"zh-hant", CL_ENC_BIG5}, {"zh", CL_ENC_GBK},
        {"ar", CL_ENC_WINDOWS_1256}, {"fa", CL_ENC_WINDOWS_1256}, {"ur", CL_ENC_WINDOWS_1256},
        {"az", CL_ENC_WINDOWS_1254}, {"tr", CL_ENC_WINDOWS_1254}, {"ku", CL_ENC_WINDOWS_1254},
        {"ba", CL_ENC_WINDOWS_1251}, {"be", CL_ENC_WINDOWS_1251}, {"bg", CL_ENC_WINDOWS_1251},
        {"kk", CL_ENC_WINDOWS_1251}, {"ky", CL_ENC_WINDOWS_1251}, {"mk", CL_ENC_WINDOWS_1251},
        {"ru", CL_ENC_WINDOWS_1251}, {"sr", CL_ENC_WINDOWS_1251}, {"tg", CL_ENC_WINDOWS_1251},
        {"tt", CL_ENC_WINDOWS_1251}, {"uk", CL_ENC_WINDOWS_1251}, {"cs", CL_ENC_WINDOWS_1250},
        {"sk", CL_ENC_WINDOWS_1250}, {"hr", CL_ENC_WINDOWS_1250}, {"sl", CL_ENC_WINDOWS_1250},
        {"ro", CL_ENC_WINDOWS_1250}, {"bs", CL_ENC_WINDOWS_1250}, {"hu", CL_ENC_ISO_8859_2}, {"pl", CL_ENC_ISO_8859_2},
        {"el", CL_ENC_ISO_8859_7}, {"et", CL_ENC_WINDOWS_1257}, {"lt", CL_ENC_WINDOWS_1257},
        {"lv", CL_ENC_WINDOWS_1257}, {"he", CL_ENC_WINDOWS_1255}, {"ja", CL_ENC_SHIFT_JIS}, {"ko", CL_ENC_EUC_KR},
        {"th", CL_ENC_WINDOWS_874}, {"vi", CL_ENC_WINDOWS_1258}};
    const cl_slice language = find_language(bytes, size);
    const cl_high_bytes n = cl_count_high_bytes(sample);
    for (size_t i = 0; i < sizeof fallbacks / sizeof fallbacks[0]; i++) {
        const cl_slice tag = cl_slice_z(fallbacks[i].tag);
        if (language.size < tag.size || !cl_slice_equal_nocase(cl_slice_of(language.data, tag.size), tag) ||
            (language.size > tag.size && language.data[tag.size] != '-' && language.data[tag.size] != '_'))
            continue;
        const cl_encoding *const e = &cl_encodings[fallbacks[i].encoding];
        if (e->kind == CL_KIND_SINGLE_BYTE && cl_count_impossible(sample, e) * 100 > n.count * IMPOSSIBLE_PERCENT)
            return (cl_guess){NULL, 0};
        return (cl_guess){e, 0.75};
    }
    return (cl_guess){NULL, 0};
}
