#include "encoding/detect.h"

/* Pages that say nothing are taken for damaged UTF-8 where so many code points are right for one that is wrong; pages
 * that say UTF-8 need fewer, those that say something else more, and so many in all. By chance, text in encodings of
 * two bytes has up to 0.44 (measured: GBK, EUC-JP), in others hardly any. */
#define RIGHT_FOR_WRONG          10u
#define RIGHT_FOR_WRONG_DECLARED 2u
#define RIGHT_FOR_WRONG_OTHER    20u
#define RIGHT_MIN_OTHER          20u

/* Bytes that are enough to see whether a page is UTF-8. */
#define SURVEY_BYTES ((size_t)4 << 20)

cl_utf8_survey cl_survey_utf8(const cl_kernels *kernels, const char *bytes, size_t size) {
    const unsigned char *const p = (const unsigned char *)bytes;
    cl_utf8_survey survey = {0, 0};
    const size_t end = size < SURVEY_BYTES ? size : SURVEY_BYTES;
    for (size_t at = 0; at < end;) {
        if (p[at] < 0x80) {
            at += kernels->ascii(p + at, end - at);
            continue;
        }
        bool bad;
        at += cl_utf8_next(p + at, size - at, &bad);
        survey.good += !bad;
        survey.bad += bad;
    }
    return survey;
}

bool cl_utf8_damaged(cl_utf8_survey survey, const cl_encoding *declared) {
    if (!declared)
        return survey.good / RIGHT_FOR_WRONG >= survey.bad;
    if (declared->kind == CL_KIND_UTF8)
        return survey.good / RIGHT_FOR_WRONG_DECLARED >= survey.bad;
    return survey.good >= RIGHT_MIN_OTHER && survey.good / RIGHT_FOR_WRONG_OTHER >= survey.bad;
}

cl_guess cl_guess_by_form(const char *bytes, size_t size) {
    static const cl_guess none = {NULL, 0};
    const size_t head = size < 1024 ? size & ~(size_t)1 : 1024;
    size_t zeros[2] = {0, 0};
    for (size_t i = 0; i < head; i++)
        zeros[i & 1] += bytes[i] == '\0';
    if (head >= 16 && (zeros[0] == 0) != (zeros[1] == 0) && zeros[0] + zeros[1] > head / 5)
        return (cl_guess){&cl_encodings[zeros[1] ? CL_ENC_UTF_16LE : CL_ENC_UTF_16BE], 0.9};
    /* ISO-2022-JP: pairs between an escape to JIS X 0208 and one to something else, and not a byte above 7F. */
    size_t escapes = 0;
    for (const char *p = bytes; (p = memchr(p, 0x1B, (size_t)(bytes + size - p))) != NULL; p++) {
        const size_t left = (size_t)(bytes + size - p);
        if (left < 3)
            return none;
        if (memcmp(p + 1, "$B", 2) == 0 || memcmp(p + 1, "$@", 2) == 0)
            escapes++;
        else if (memcmp(p + 1, "(B", 2) != 0 && memcmp(p + 1, "(J", 2) != 0 && memcmp(p + 1, "(I", 2) != 0)
            return none;
    }
    return escapes ? (cl_guess){&cl_encodings[CL_ENC_ISO_2022_JP], 0.95} : none;
}

/* So many pairs can't all be common ones by chance; with fewer uchardet is asked first. */
#define PAIRS_SURE 0.95

cl_guess cl_detect(const char *bytes, size_t size, cl_slice sample) {
    const cl_guess pairs = cl_guess_pairs(sample);
    if (pairs.encoding && pairs.confidence >= PAIRS_SURE)
        return pairs;
    const cl_guess language = cl_guess_by_language(bytes, size, sample);
    const cl_guess any = cl_guess_any(sample);
    /* Of little text, what its language tells is worth more than what uchardet sees in it. */
    if (language.encoding && language.confidence > any.confidence)
        return language;
    if (any.encoding && any.confidence >= pairs.confidence)
        return any;
    return pairs.encoding ? pairs : language;
}

/* Declared wrongly is only believed of much text, and where the declared encoding makes no sense at all of it. */
#define CONTRADICT_BYTES 60u

cl_guess cl_contradict(cl_slice sample, const cl_encoding *declared) {
    static const cl_guess none = {NULL, 0};
    const cl_high_bytes high = cl_count_high_bytes(sample);
    if (high.count < CONTRADICT_BYTES)
        return none;
    const bool latin = declared == &cl_encodings[CL_ENC_WINDOWS_1252] || declared == &cl_encodings[CL_ENC_ISO_8859_15];
    if (!latin)
        return none;
    const cl_guess pairs = cl_guess_pairs(sample);
    if (pairs.encoding && pairs.confidence >= PAIRS_SURE)
        return pairs;
    /* In languages that are written in windows-1252 a letter with an accent stands nearly always alone. */
    if (high.count >= 3 * high.runs)
        return cl_guess_any(sample);
    return none;
}
