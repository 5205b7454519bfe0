/* Where blocks were glued together, or stand in one long line, they are cut: at the ends of sentences, where a capital
 * stands in a word, where a number runs into one. */
#include "text/parts.h"

#define LONG_LINE    1200u /* bytes from which a line is cut at its sentences; wide characters are three */
#define GAP_MIN      2u    /* white space in a row at which a line is cut: two blocks once, or two columns */
#define ADDRESS_LOOK 48    /* bytes of a word in which its "@" is looked for */
#define WORD_MIN     3u    /* letters of a word that another may be glued to: shorter ones are of names, "McLeod" */

#define BRACKET_MAX 200u /* characters that may stand in brackets, in which nothing is glued */

/* Where a paragraph is read. */
typedef struct scan {
    const char *begin, *at, *end;
    cl_char before, last; /* the two characters before */
    uint32_t lower;       /* small letters in a row before */
    uint32_t upper;       /* capitals before */
    uint32_t letters;     /* of the word before */
    uint32_t digits;      /* in a row before */
    bool quoted;          /* a quotation is open that a straight mark ends, or the one that opens those of others */
    uint32_t stop;        /* letters of the word before the last end of a sentence; quotation marks may follow that */
    bool ended;           /* an end of a sentence and nothing but closing marks since */
    bool address;         /* in an address of the web or of mail */
    uint32_t spaces;      /* in a row before; the wide one is two */
    uint32_t bracket;     /* characters since a bracket was opened, 0: none is */
} scan;

static cl_char look(const scan *s, const char *p, uint32_t *size) {
    *size = 0;
    return p < s->end ? cl_char_at(p, s->end, size) : CL_CHAR_SPACE;
}

/* The character at s->at: the high mark that opens in English closes what a low one has opened. */
static cl_char read(const scan *s, uint32_t *size) {
    const cl_char c = cl_char_at(s->at, s->end, size);
    return s->quoted && *size == 3 && memcmp(s->at, "\xE2\x80\x9C", 3) == 0 ? CL_CHAR_CLOSE : c;
}

static bool is_letter(cl_char c) {
    return c >= CL_CHAR_LOWER && c <= CL_CHAR_WIDE;
}

static scan begin_scan(cl_slice text) {
    return (scan){.begin = text.data,
        .at = text.data,
        .end = text.data + text.size,
        .before = CL_CHAR_SPACE,
        .last = CL_CHAR_SPACE};
}

/* Whether a quotation is open behind a straight mark: where white space stands at one side of it, that says so; else
 * every other one opens. */
static bool opens_quotation(const scan *s, const char *behind) {
    uint32_t size;
    const bool space_before = s->last == CL_CHAR_SPACE, space_behind = look(s, behind, &size) == CL_CHAR_SPACE;
    return space_before == space_behind ? !s->quoted : space_before;
}

/* Takes the character at s->at. */
static void step(scan *s, cl_char c, uint32_t size) {
    const char *const p = s->at;
    const bool low = size == 3 && memcmp(p, "\xE2\x80\x9E", 3) == 0; /* that opens, and the high one closes */
    const bool opens = c == CL_CHAR_QUOTE && opens_quotation(s, p + size);
    if (c == CL_CHAR_STOP || c == CL_CHAR_WIDE_STOP) {
        s->stop = s->ended ? s->stop : s->letters;
        s->ended = true;
    } else if (opens || (c != CL_CHAR_CLOSE && c != CL_CHAR_QUOTE)) {
        s->ended = false;
    }
    s->quoted = low || (c == CL_CHAR_QUOTE ? opens : s->quoted && (c != CL_CHAR_CLOSE || size == 1));
    s->letters = is_letter(c) ? s->letters + 1 : 0;
    s->lower = c == CL_CHAR_LOWER ? s->lower + 1 : 0;
    s->upper = c == CL_CHAR_UPPER ? s->upper + 1 : 0;
    s->digits = c == CL_CHAR_DIGIT ? s->digits + 1 : 0;
    s->spaces = c == CL_CHAR_SPACE ? s->spaces + (*p == (char)0xE3 ? 2 : 1) : 0;
    if (c == CL_CHAR_SPACE)
        s->address = false;
    else if (*p == '@' || *p == '_' || (*p == '/' && p + 1 < s->end && p[1] == '/') ||
             (*p == 'w' && s->end - p > 3 && memcmp(p, "www.", 4) == 0))
        s->address = true;
    if (c == CL_CHAR_OPEN && (*p == '(' || *p == '['))
        s->bracket = 1;
    else if (s->bracket)
        s->bracket = (c == CL_CHAR_CLOSE && size == 1) || s->bracket > BRACKET_MAX ? 0 : s->bracket + 1;
    s->before = s->last;
    s->last = c;
    s->at += size;
}

/* Whether the word at s->at goes on as an address of mail does: "Smith@example.org". */
static bool before_at_sign(const scan *s) {
    const char *p = s->at;
    while (p < s->end && p - s->at < ADDRESS_LOOK && !cl_is_space(*p) && *p != '@')
        p++;
    return p < s->end && *p == '@';
}

/* Whether a sentence ends before s->at, and what is there begins another without white space between. */
static bool at_glued_sentence(const scan *s, cl_char c, uint32_t size) {
    if (!s->ended || s->address || s->last == CL_CHAR_SPACE)
        return false;
    uint32_t next_size;
    const cl_char next = look(s, s->at + size, &next_size);
    if (s->last == CL_CHAR_WIDE_STOP || (s->last == CL_CHAR_CLOSE && s->before == CL_CHAR_WIDE_STOP))
        return false; /* no white space stands there anyway */
    if (c == CL_CHAR_OPEN)
        return next == CL_CHAR_UPPER || next == CL_CHAR_LETTER;
    if (c == CL_CHAR_LETTER)
        return s->stop >= WORD_MIN;
    if (c != CL_CHAR_UPPER)
        return false;
    if (s->last == CL_CHAR_CLOSE || s->last == CL_CHAR_QUOTE)
        return true;
    /* "z.B.", "U.S." and "Node.JS" are none */
    return (s->stop >= WORD_MIN || s->stop == 0) && (next == CL_CHAR_LOWER || next == CL_CHAR_SPACE) &&
           !before_at_sign(s);
}

/* Before a straight quotation mark that opens. */
static bool at_glued_quote(const scan *s, cl_char c) {
    if (c != CL_CHAR_QUOTE || s->quoted || !s->ended || s->stop < WORD_MIN ||
        (s->last != CL_CHAR_STOP && s->last != CL_CHAR_CLOSE))
        return false;
    uint32_t size;
    const cl_char next = look(s, s->at + 1, &size);
    return next == CL_CHAR_UPPER || next == CL_CHAR_LETTER;
}

static bool begins_with(const scan *s, const char *word) {
    const size_t n = strlen(word);
    return (size_t)(s->end - s->at) >= n && memcmp(s->at, word, n) == 0;
}

/* "IsraelMiddle" */
static bool at_glued_word(const scan *s, cl_char c, uint32_t size) {
    if (c != CL_CHAR_UPPER || s->lower < 2 || s->letters < WORD_MIN || s->address || s->bracket)
        return false;
    uint32_t next_size;
    const cl_char next = look(s, s->at + size, &next_size);
    if (begins_with(s, "Innen") || begins_with(s, "In ")) /* "MitarbeiterInnen" */
        return false;
    return next == CL_CHAR_LOWER || next == CL_CHAR_UPPER || next == CL_CHAR_SPACE;
}

/* A date or a time, such as "10/07", "9:30", "12. ", and no end of a name, as in "Arabi21". */
static bool begins_date(const scan *s) {
    const char *p = s->at;
    while (p < s->end && p - s->at < 4 && *p >= '0' && *p <= '9')
        p++;
    return p + 1 < s->end && ((*p && strchr("./:-", *p) && p[1] >= '0' && p[1] <= '9') || (*p == '.' && p[1] == ' '));
}

/* What is cut only where the whole text is glued: "Pino10/07", "22:39Sus", "USThe", "Albert)Selten". */
static bool at_glued_other(const scan *s, cl_char c, uint32_t size) {
    uint32_t next_size, more_size;
    const cl_char next = look(s, s->at + size, &next_size);
    if (s->address || s->bracket)
        return false;
    if (c == CL_CHAR_DIGIT)
        return s->lower >= WORD_MIN && begins_date(s);
    if (c == CL_CHAR_OTHER)
        return size == 3 && s->last != CL_CHAR_SPACE && memcmp(s->at, "\xE2\x80\xA2", 3) == 0; /* a bullet */
    if (c == CL_CHAR_OPEN)
        return s->lower >= WORD_MIN && *s->at != '(' && *s->at != '[' && next == CL_CHAR_UPPER;
    if (c != CL_CHAR_UPPER)
        return false;
    if (s->digits >= 2)
        return next == CL_CHAR_LOWER && look(s, s->at + size + next_size, &more_size) == CL_CHAR_LOWER;
    if (s->last == CL_CHAR_CLOSE)
        return next == CL_CHAR_LOWER || next == CL_CHAR_SPACE;
    return s->upper >= 2 && next == CL_CHAR_LOWER && look(s, s->at + size + next_size, &more_size) == CL_CHAR_LOWER;
}

uint32_t cl_text_count_glued(cl_slice line) {
    scan s = begin_scan(line);
    uint32_t count = 0, size;
    while (s.at < s.end) {
        const cl_char c = read(&s, &size);
        count += at_glued_sentence(&s, c, size) || at_glued_word(&s, c, size);
        step(&s, c, size);
    }
    return count;
}

/* Whether a sentence begins here, behind white space or, in scripts without, behind the end of one. */
static bool at_sentence(const scan *s, cl_char c, bool ended_before_space) {
    if (s->last == CL_CHAR_SPACE)
        return ended_before_space && (c == CL_CHAR_UPPER || c == CL_CHAR_LETTER || c == CL_CHAR_OPEN ||
                                         c == CL_CHAR_QUOTE || c == CL_CHAR_DIGIT || c == CL_CHAR_WIDE);
    return s->ended && (s->last == CL_CHAR_WIDE_STOP || s->before == CL_CHAR_WIDE_STOP) &&
           (c == CL_CHAR_WIDE || c == CL_CHAR_OPEN);
}

static bool cut(cl_text *text, const cl_text_paragraph *p, const char **begin, const char *at, cl_text_cut how) {
    if (!cl_text_add_part(text, *begin, at, 0) || !cl_text_begin_unit(text, p, how))
        return false;
    *begin = at;
    return true;
}

bool cl_text_add_plain(cl_text *text, const cl_text_paragraph *p) {
    const char *begin = p->text.data;
    scan s = begin_scan(p->text);
    const bool glued = text->style.glued, is_long = p->text.size >= LONG_LINE;
    bool ended = false; /* a sentence, before the white space that stands here */
    if (!cl_text_begin_unit(text, p, CL_CUT_LINE))
        return false;
    while (!p->code && s.at < s.end) {
        uint32_t size;
        const cl_char c = read(&s, &size);
        cl_text_cut how = CL_CUT_LINE;
        if (at_glued_sentence(&s, c, size) || at_glued_quote(&s, c) ||
            (glued && (at_glued_word(&s, c, size) || at_glued_other(&s, c, size))))
            how = CL_CUT_NONE;
        else if (s.spaces >= GAP_MIN && c != CL_CHAR_SPACE)
            how = CL_CUT_SPACE;
        else if (is_long && at_sentence(&s, c, ended))
            how = s.last == CL_CHAR_SPACE ? CL_CUT_SPACE : CL_CUT_NONE;
        if (how != CL_CUT_LINE && text->units.count < text->lines.count + CL_TEXT_CUTS_MAX &&
            !cut(text, p, &begin, s.at, how))
            return false;
        if (c != CL_CHAR_SPACE)
            ended = false;
        else if (s.last != CL_CHAR_SPACE)
            ended = s.ended && (s.stop >= WORD_MIN || s.last != CL_CHAR_STOP || s.stop == 0);
        step(&s, c, size);
    }
    return cl_text_add_part(text, begin, p->text.data + p->text.size, 0);
}
