#include "record/quotation_parts.h"

/* Tokens of the sentence to either side of the verb that are looked at. */
#define REACH 64u

typedef struct outlet_search {
    const cl_quote_names *names;
    cl_slice text;
    const cl_quote_tokens *tokens;
    uint32_t first, last; /* of the sentence */
} outlet_search;

/* Parts of the names of papers, stations and agencies, in small letters. */
static const char *const media[] = {"news", "times", "post", "press", "radio", "journal", "herald", "tribune", "gazet",
    "magazin", "zeitung", "tidning", "presse", "diario", "di\xC3\xA1rio", "jornal", "giornale", "corriere", "courrier",
    "figaro", "kurier", "rundfunk", "agence", "agentur", "agencia", "ag\xC3\xAAncia", "agenzia", "television",
    "televisi\xC3\xB3n", "broadcast", "broadcasting", "newspaper", "observer", "guardian", "telegraph", "daily",
    "weekly", "reuters", "bloomberg", "\xD0\xB2\xD0\xB5\xD1\x81\xD1\x82\xD0\xBD\xD0\xB8\xD0\xBA", "podcast"};
/* Agencies that are written small. */
static const char *const agencies[] = {"dpa", "afp", "apa", "epd", "kna", "sid", "ansa", "efe", "lusa"};

static bool is_agency(const char *word, size_t size) {
    for (size_t i = 0; i < sizeof agencies / sizeof *agencies; i++)
        if (cl_slice_equal_nocase(cl_slice_of(word, size), cl_slice_z(agencies[i])))
            return true;
    return false;
}

/* Letters that an ending adds at most: "Gazette", not "Pressemitteilung". */
#define ENDING_MAX 2u

static bool has_media_word(const char *text, size_t size) {
    for (size_t i = 0; i < sizeof media / sizeof *media; i++) {
        const size_t n = strlen(media[i]);
        for (size_t at = 0; at + n <= size; at++) {
            if (!cl_slice_equal_nocase(cl_slice_of(text + at, n), cl_slice_of(media[i], n)))
                continue;
            size_t end = at + n;
            while (end < size && cl_is_ascii_letter(text[end]))
                end++;
            if (end - at - n <= ENDING_MAX)
                return true;
        }
    }
    return false;
}

/* Whether a phrase names somebody who publishes, and no person: by a word of the trade, by capitals or a digit, or as
 * one word that is nobody's surname, which counts behind "told" only. */
static bool publishes(const outlet_search *s, uint32_t first, uint32_t last, bool told) {
    const cl_quote_token *const at = s->tokens->at;
    const char *const text = s->text.data;
    for (uint32_t i = first; i <= last; i++) {
        if (at[i].kind != CL_TOKEN_WORD)
            continue;
        const char *const word = text + at[i].start;
        const size_t size = at[i].end - at[i].start;
        unsigned big = 0, small = 0, digits = 0;
        for (size_t k = 0; k < size; k++) {
            big += word[k] >= 'A' && word[k] <= 'Z';
            small += word[k] >= 'a' && word[k] <= 'z';
            digits += word[k] >= '0' && word[k] <= '9';
        }
        if ((big > 1 && !small) || (digits && small) || is_agency(word, size))
            return true;
    }
    if (has_media_word(text + at[first].start, at[last].end - at[first].start))
        return true;
    /* Every noun of German has a capital. */
    const char begin = text[at[first].start];
    return told && first == last && s->names->language != CL_LANGUAGE_GERMAN && !(begin >= '0' && begin <= '9') &&
           !(at[first].classes & (CL_TITLE | CL_ROLE | CL_DAY)) && !cl_quote_names_knows(s->names, &at[first]);
}

/* The outlet whose name begins at a token, an article before it aside. */
static cl_slice outlet_at(const outlet_search *s, uint32_t at, bool told) {
    const cl_quote_token *const tokens = s->tokens->at;
    uint32_t first, last;
    while (at <= s->last && cl_token_is(&tokens[at], CL_DET) && !tokens[at].capital)
        at++;
    if (at > s->last || tokens[at].kind != CL_TOKEN_WORD)
        return CL_SLICE_NONE;
    if (is_agency(s->text.data + tokens[at].start, tokens[at].end - tokens[at].start)) {
        first = last = at;
    } else if (!cl_quote_phrase_after(s->tokens, s->names->language, at, &first, &last)) {
        return CL_SLICE_NONE;
    }
    /* "the newspaper Morgenpost" */
    while (first < last && !tokens[first].capital)
        first++;
    if (!is_agency(s->text.data + tokens[first].start, tokens[first].end - tokens[first].start) &&
        (!tokens[first].capital || !publishes(s, first, last, told)))
        return CL_SLICE_NONE;
    /* "Fox News anchor Ada Bach" */
    for (uint32_t i = first + 1; i <= last; i++)
        if (cl_token_is(&tokens[i], CL_ROLE) && !tokens[i].capital)
            last = i - 1;
    return cl_slice_of(s->text.data + tokens[first].start, tokens[last].end - tokens[first].start);
}

/* "to" and "with", behind which an outlet can have any name; English alone is asked. */
static bool leads_to_outlet(const outlet_search *s, const cl_quote_token *t) {
    if (s->names->language != CL_LANGUAGE_ENGLISH)
        return true;
    const cl_slice word = cl_slice_of(s->text.data + t->start, t->end - t->start);
    return cl_slice_equal_nocase(word, CL_SLICE("to")) || cl_slice_equal_nocase(word, CL_SLICE("with"));
}

/* "interview with", "statement to": the outlet stands behind the preposition, or behind the word itself where that is
 * one ("gegenüber", "auprès de"). */
static cl_slice after_told(const outlet_search *s, uint32_t i) {
    const cl_quote_token *const tokens = s->tokens->at;
    if (cl_token_is(&tokens[i], CL_PREP)) {
        const cl_slice outlet = outlet_at(s, i + 1, true);
        if (outlet.size)
            return outlet;
    }
    for (uint32_t at = i + 1; at < s->last && at < i + 5; at++)
        if (cl_token_is(&tokens[at], CL_PREP | CL_OF)) {
            const cl_slice outlet = outlet_at(s, at + 1, leads_to_outlet(s, &tokens[at]));
            if (outlet.size)
                return outlet;
        }
    return CL_SLICE_NONE;
}

/* Arabic writes "to" with the word: لصحيفة الصباح. */
static cl_slice after_told_arabic(const outlet_search *s, uint32_t i) {
    static const char *const kinds[] = {"صحيفة", "جريدة", "وكالة", "قناة", "موقع", "إذاعة", "مجلة", "شبكة"};
    const cl_quote_token *const tokens = s->tokens->at;
    for (uint32_t at = i + 1; at <= s->last && at < i + 4; at++) {
        const char *const word = s->text.data + tokens[at].start;
        const size_t size = tokens[at].end - tokens[at].start;
        if (tokens[at].kind != CL_TOKEN_WORD || size < 6 || memcmp(word, "\xD9\x84", 2) != 0)
            continue;
        for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
            if (cl_slice_equal(cl_slice_of(word + 2, size - 2), cl_slice_z(kinds[k])) && at < s->last &&
                tokens[at + 1].kind == CL_TOKEN_WORD)
                return cl_slice_of(s->text.data + tokens[at + 1].start, tokens[at + 1].end - tokens[at + 1].start);
        return cl_slice_of(word + 2, size - 2);
    }
    return CL_SLICE_NONE;
}

/* "told Arabi21"; "sagte Bach der Morgenpost", "dit Bach au Courrier": behind a speaker who follows the verb. */
static cl_slice after_verb(const outlet_search *s, const cl_quote_frame *frame) {
    const cl_quote_token *const tokens = s->tokens->at;
    if (frame->kind == CL_FRAME_SAY && (s->text.data[tokens[frame->cue].start] | 32) == 't' && frame->cue < s->last)
        return outlet_at(s, frame->cue + 1, true);
    if (!frame->after || frame->last >= s->last)
        return CL_SLICE_NONE;
    const uint32_t next = frame->last + 1;
    if (cl_token_is(&tokens[next], CL_DET) && s->names->language == CL_LANGUAGE_GERMAN)
        return outlet_at(s, next, false);
    return cl_token_is(&tokens[next], CL_PREP) && next < s->last ? outlet_at(s, next + 1, false) : CL_SLICE_NONE;
}

cl_slice cl_quote_outlet(
    const cl_quote_names *names, cl_slice text, const cl_quote_tokens *tokens, const cl_quote_frame *frame) {
    outlet_search s = {.names = names, .text = text, .tokens = tokens, .first = frame->cue, .last = frame->cue};
    while (s.first > 0 && frame->cue - s.first < REACH && tokens->at[s.first - 1].sentence == frame->sentence)
        s.first--;
    while (
        s.last + 1 < tokens->count && s.last - frame->cue < REACH && tokens->at[s.last + 1].sentence == frame->sentence)
        s.last++;
    cl_slice outlet = after_verb(&s, frame);
    for (uint32_t i = s.first; i < s.last && !outlet.size; i++)
        if (cl_token_is(&tokens->at[i], CL_TOLD))
            outlet = names->language == CL_LANGUAGE_ARABIC ? after_told_arabic(&s, i) : after_told(&s, i);
    return outlet;
}
