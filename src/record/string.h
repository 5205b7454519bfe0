/* What several fields need of strings. */
#ifndef CL_RECORD_STRING_H
#define CL_RECORD_STRING_H

#include "base/arena.h"
#include "base/slice.h"

#include <stdint.h>

/* Writes a code point as UTF-8 and returns where it ends; what is none is written as U+FFFD. Room for 4 bytes. */
char *cl_put_code_point(char *out, uint32_t code);

/* A string as a record has it: white space of every kind folded to one space and gone from the ends, invisible
 * characters left out; with `references`, HTML character references undone (the numbered ones and those that strings
 * outside of HTML are seen to have). The string itself where nothing changes, else a copy in the arena. *failed is set,
 * and the absent slice given, where there is no memory. */
cl_slice cl_clean(cl_slice s, cl_arena *arena, bool references, bool *failed);

/* A letter or a digit of ASCII. */
static inline bool cl_is_ascii_word(char c) {
    return cl_is_ascii_letter(c) || (unsigned char)(c - '0') < 10;
}

/* Whether `s` begins with, ends in, has `part` in it, whatever the case of ASCII letters. */
bool cl_begins(cl_slice s, cl_slice part);
bool cl_ends(cl_slice s, cl_slice part);
bool cl_contains(cl_slice s, cl_slice part);
/* Whether one of many words, each of two bytes or more, is in `s`, whatever the case of ASCII letters. */
bool cl_contains_any(cl_slice s, const char *const *words, size_t count);
/* The same for words in small letters, whatever the case of letters in `s`, of which CL_FOLDED_MAX bytes are read. */
#define CL_FOLDED_MAX 1024u
bool cl_says_any(cl_slice s, const char *const *words, size_t count);
#define CL_SAYS_ANY(s, words)     cl_says_any((s), (words), sizeof(words) / sizeof *(words))
#define CL_CONTAINS_ANY(s, words) cl_contains_any((s), (words), sizeof(words) / sizeof *(words))

/* The number in ASCII digits that a string begins with, 0 where there is none; digits after the sixth are not of it.
 * `*end` (may be NULL): where it ends. */
uint32_t cl_leading_number(cl_slice s, size_t *end);
/* How many words a string has whose white space is folded: those that spaces part. */
size_t cl_word_count(cl_slice s);

/* The first words of a title as hashes that see neither case nor punctuation; their number. */
#define CL_TITLE_WORDS 48u
size_t cl_title_words(cl_slice text, uint32_t words[CL_TITLE_WORDS]);
/* Words that two titles have in common: 0 none, 1 all. */
float cl_agreement(const uint32_t *a, size_t a_count, const uint32_t *b, size_t b_count);

/* The two strings one after the other, in the arena. */
cl_slice cl_join(cl_slice a, cl_slice b, cl_arena *arena, bool *failed);
/* Many, with a separator between each two. */
cl_slice cl_join_all(const cl_slice *parts, size_t count, cl_slice separator, cl_arena *arena, bool *failed);

#endif
