/* Which encoding bytes are in that are not UTF-8 and do not, or not truly, say.
 *
 *   page -> sample (text between tags that has bytes above 7F) -> UTF-16? ISO-2022-JP? an encoding of two bytes?
 *        -> uchardet -> does its answer make sense here? -> else what pages in their language are usually in */
#ifndef CL_ENCODING_DETECT_H
#define CL_ENCODING_DETECT_H

#include "encoding/decoders.h"

/* Text that is looked at, at most: enough to be sure, and quick whatever the page's size. (uchardet reads some 7 MB a
 * second.) */
#define CL_SAMPLE_BYTES ((size_t)64 << 10)

/* How the bytes look as UTF-8; of a page that is very large, its first part. */
typedef struct cl_utf8_survey {
    size_t good; /* code points of two bytes or more */
    size_t bad;  /* times that U+FFFD would have to stand in */
} cl_utf8_survey;

cl_utf8_survey cl_survey_utf8(const cl_kernels *kernels, const char *bytes, size_t size);

/* Whether bytes that are not quite UTF-8 are UTF-8 with some damage; `declared` (may be NULL) is what they say they
 * are. */
bool cl_utf8_damaged(cl_utf8_survey survey, const cl_encoding *declared);

typedef struct cl_guess {
    const cl_encoding *encoding; /* NULL where nothing can be said */
    double confidence;
} cl_guess;

/* Puts the text of the page that tells most into `sample`; false where there is no memory. */
bool cl_take_sample(const cutline_allocator *allocator, cl_buffer *sample, const char *bytes, size_t size);

/* UTF-16 without a mark, ISO-2022-JP: what can be told from the page's bytes as they are. */
cl_guess cl_guess_by_form(const char *bytes, size_t size);
/* Encodings of two bytes a character, by the form of the pairs and how many of them are common characters. */
cl_guess cl_guess_pairs(cl_slice sample);
/* Any encoding, by uchardet, whose answer is weighed. (uchardet allocates by itself, and only here.) */
cl_guess cl_guess_any(cl_slice sample);
/* What pages in the language that the page says it is in used to be in (HTML Standard, section 13.2.3.2, the table
 * of fallback encodings by locale), where the sample can be that. */
cl_guess cl_guess_by_language(const char *bytes, size_t size, cl_slice sample);

/* All of these in turn. */
cl_guess cl_detect(const char *bytes, size_t size, cl_slice sample);
/* An encoding that the sample is in without doubt although it was declared to be in another; else NULL. */
cl_guess cl_contradict(cl_slice sample, const cl_encoding *declared);

/* What the sample's bytes above 7F look like. */
typedef struct cl_high_bytes {
    size_t count;
    size_t runs;    /* of such bytes in a row */
    size_t in_c1;   /* between 80 and 9F */
    size_t letters; /* that windows-1252 has a letter for */
    size_t odd;     /* that are no letter in windows-1252, but stand between letters: hardly windows-1252 */
} cl_high_bytes;

cl_high_bytes cl_count_high_bytes(cl_slice sample);
/* How many bytes of the sample a single-byte encoding has nothing, or a control character, for. */
size_t cl_count_impossible(cl_slice sample, const cl_encoding *encoding);

#endif
