#include "block/words.h"
#include "record/quotation_parts.h"

/* Marks that are open at once; with more, the outermost is forgotten. */
#define OPEN_MAX 16u

/* Every sign that can be a mark. A sign is a bit, so that what closes what is a set. */
enum sign {
    STRAIGHT = 1 << 0,      /* " ＂ */
    LEFT = 1 << 1,          /* “ ‟ 〝 */
    RIGHT = 1 << 2,         /* ” 〞 〟 */
    LOW = 1 << 3,           /* „ */
    GUILLEMET = 1 << 4,     /* « */
    GUILLEMET_END = 1 << 5, /* » */
    TWIN = 1 << 6,          /* '' ’’ and `` */
    CORNER = 1 << 7,        /* 「 『 */
    CORNER_END = 1 << 8,    /* 」 』 */
    ANGLE = 1 << 9,         /* ‹ */
    ANGLE_END = 1 << 10,    /* › */
    TICK = 1 << 11,         /* ' */
    TICK_LEFT = 1 << 12,    /* ‘ */
    TICK_RIGHT = 1 << 13,   /* ’ */
    TICK_LOW = 1 << 14      /* ‚ */
};

#define SINGLES (ANGLE | ANGLE_END | TICK | TICK_LEFT | TICK_RIGHT | TICK_LOW)

typedef struct opening {
    uint32_t open, start;
    uint16_t sign;
} opening;

typedef struct marking {
    const cl_quote_paragraph *paragraphs;
    size_t count;
    uint16_t language;
    cl_arena *arena;
    cl_quote_span *spans;
    size_t span_count, capacity;
    size_t first; /* span of the paragraph at hand */
    opening stack[OPEN_MAX];
    unsigned depth;
    bool failed;
} marking;

/* Those of general punctuation, by the last of their three bytes, E2 80 98 to E2 80 BA. */
static unsigned sign_of_punctuation(unsigned char last) {
    switch (last) {
    case 0x98:
        return TICK_LEFT;
    case 0x99:
        return TICK_RIGHT;
    case 0x9A:
        return TICK_LOW;
    case 0x9C:
    case 0x9F:
        return LEFT;
    case 0x9D:
        return RIGHT;
    case 0x9E:
        return LOW;
    case 0xB9:
        return ANGLE;
    case 0xBA:
        return ANGLE_END;
    default:
        return 0;
    }
}

/* Those of Chinese and Japanese, E3 80 8C to E3 80 9F. */
static unsigned sign_of_cjk(unsigned char last) {
    switch (last) {
    case 0x8C:
    case 0x8E:
        return CORNER;
    case 0x8D:
    case 0x8F:
        return CORNER_END;
    case 0x9D:
        return LEFT;
    case 0x9E:
    case 0x9F:
        return RIGHT;
    default:
        return 0;
    }
}

/* The sign at p and its size; 0 for none. */
static unsigned sign_at(const char *p, const char *end, size_t *size) {
    const unsigned char *const s = (const unsigned char *)p;
    const size_t left = (size_t)(end - p);
    *size = 1;
    if (s[0] < 0x80) {
        if (s[0] == '"')
            return STRAIGHT;
        if (s[0] != '\'' && s[0] != '`')
            return 0;
        if (left >= 2 && s[1] == s[0])
            return *size = 2, TWIN;
        return s[0] == '\'' ? TICK : 0;
    }
    if (s[0] == 0xC2) {
        *size = 2;
        return left < 2 ? 0 : s[1] == 0xAB ? GUILLEMET : s[1] == 0xBB ? GUILLEMET_END : 0;
    }
    *size = 3;
    if (left < 3)
        return 0;
    if (s[0] == 0xEF)
        return s[1] == 0xBC && s[2] == 0x82 ? STRAIGHT : 0;
    if (s[1] != 0x80)
        return 0;
    if (left >= 6 && memcmp(s, "\xE2\x80\x99\xE2\x80\x99", 6) == 0)
        return *size = 6, TWIN;
    return s[0] == 0xE2 ? sign_of_punctuation(s[2]) : sign_of_cjk(s[2]);
}

/* What closes a mark that `sign` opened. */
static unsigned closers(unsigned sign) {
    switch (sign) {
    case STRAIGHT:
        return STRAIGHT | RIGHT | TWIN;
    case LEFT:
        return RIGHT | STRAIGHT | TWIN | LEFT;
    case RIGHT:
        return RIGHT | STRAIGHT;
    case LOW:
        return LEFT | RIGHT | STRAIGHT;
    case GUILLEMET:
        return GUILLEMET_END;
    case GUILLEMET_END:
        return GUILLEMET;
    case TWIN:
        return TWIN | STRAIGHT;
    case CORNER:
        return CORNER_END;
    case ANGLE:
        return ANGLE_END;
    case ANGLE_END:
        return ANGLE;
    case TICK:
        return TICK;
    case TICK_LEFT:
        return TICK_RIGHT | TICK;
    case TICK_LOW:
        return TICK_LEFT | TICK_RIGHT;
    default:
        return 0;
    }
}

/* A letter or a digit of any script; what is not ASCII and no general punctuation counts as one. */
static bool is_letter(uint32_t c) {
    if (c < 0x80)
        return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
    return c > 0xBF && !(c >= 0x2000 && c < 0x2070) && !(c >= 0x3000 && c < 0x3012) && !(c >= 0xFF00 && c < 0xFF10) &&
           c != 0xD7 && c != 0xF7 && c != 0x60C && c != 0x61B && c != 0x61F;
}

static bool is_blank(uint32_t c) {
    return c <= ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x3000;
}

/* The code point before p, a blank at the beginning. */
static uint32_t code_before(const char *begin, const char *p) {
    if (p == begin)
        return ' ';
    const char *q = p - 1;
    while (q > begin && p - q < 4 && ((unsigned char)*q & 0xC0) == 0x80)
        q--;
    size_t size;
    return cl_code_at(q, p, &size);
}

static uint32_t code_after(const char *p, const char *end) {
    size_t size;
    return p < end ? cl_code_at(p, end, &size) : ' ';
}

/* Something that a mark can open after: a blank, an opening bracket, a dash, another mark. */
static bool opens_after(uint32_t c) {
    return is_blank(c) || c == '(' || c == '[' || c == '-' || c == '/' || c == '=' || c == '>' || c == ':' ||
           (c >= 0x2010 && c <= 0x2015) || c == 0x2018 || c == 0x201C || c == 0x201E || c == 0xAB || c == '"' ||
           c == 0xBF || c == 0xA1;
}

static bool add_span(marking *m, cl_quote_span span) {
    if (m->span_count == CL_QUOTES_MAX)
        return false;
    if (m->span_count == m->capacity) {
        const size_t capacity = m->capacity ? 2 * m->capacity : 64;
        cl_quote_span *const spans = cl_arena_array(m->arena, capacity, sizeof *spans);
        if (!spans)
            return m->failed = true, false;
        if (m->span_count)
            memcpy(spans, m->spans, m->span_count * sizeof *spans);
        m->spans = spans;
        m->capacity = capacity;
    }
    m->spans[m->span_count++] = span;
    return true;
}

/* The blanks at both ends of a text gone, of every kind. */
static void trim(const char *text, cl_quote_span *span) {
    size_t size;
    while (span->start < span->end && is_blank(cl_code_at(text + span->start, text + span->end, &size)))
        span->start += (uint32_t)size;
    while (span->start < span->end && is_blank(code_before(text + span->start, text + span->end))) {
        span->end--;
        while (span->end > span->start && ((unsigned char)text[span->end] & 0xC0) == 0x80)
            span->end--;
    }
}

static void push(marking *m, opening o) {
    if (m->depth == OPEN_MAX) {
        memmove(m->stack, m->stack + 1, (OPEN_MAX - 1) * sizeof *m->stack);
        m->depth--;
    }
    m->stack[m->depth++] = o;
}

/* Closes the innermost mark that `sign` can close; spans within it are no quotations of their own. */
static bool close_mark(marking *m, uint32_t paragraph, unsigned sign, uint32_t end, uint32_t close) {
    unsigned i = m->depth;
    while (i && !(closers(m->stack[i - 1].sign) & sign))
        i--;
    if (!i)
        return false;
    const opening o = m->stack[i - 1];
    /* A single mark is closed within its double one only: beyond, it was an apostrophe. */
    if (sign & SINGLES && i < m->depth)
        return false;
    m->depth = i - 1;
    while (m->span_count > m->first && m->spans[m->span_count - 1].open > o.open)
        m->span_count--;
    add_span(m, (cl_quote_span){.paragraph = paragraph,
                    .open = o.open,
                    .start = o.start,
                    .end = end,
                    .close = close,
                    .mark = o.sign & SINGLES ? CL_QUOTE_SINGLE : CL_QUOTE_DOUBLE});
    return true;
}

/* A sign where it stands. */
typedef struct place {
    uint32_t paragraph;
    uint32_t at, next;      /* its first byte, and the one after it */
    uint32_t before, after; /* code points beside it */
    unsigned sign;
    bool can_open;
} place;

static bool closes(marking *m, const place *s) {
    return close_mark(m, s->paragraph, s->sign, s->at, s->next);
}

static bool is_open(const marking *m, unsigned sign) {
    return m->depth && m->stack[m->depth - 1].sign == sign;
}

/* What a sign does: true where it opens; what it closes is closed then. */
static bool opens(marking *m, const place *s) {
    switch (s->sign) {
    case LOW:
    case CORNER:
    case TICK_LOW:
        return true;
    case GUILLEMET:
    case ANGLE:
        return s->can_open || !closes(m, s);
    case LEFT:
        /* It closes what „ has opened; after a letter it closes what it has opened itself, mistyped. */
        if (is_open(m, LOW) && !(s->can_open && is_letter(s->after)))
            return closes(m, s), false;
        return opens_after(s->before) || is_letter(s->after) || !closes(m, s);
    case TICK_LEFT:
        if (is_open(m, TICK_LOW) && !s->can_open)
            return closes(m, s), false;
        return s->can_open;
    case TICK:
    case TICK_RIGHT:
        if (!is_letter(s->after) && !is_blank(s->before) && closes(m, s))
            return false;
        return s->sign == TICK && s->can_open && is_letter(s->after);
    case RIGHT:
    case GUILLEMET_END:
    case ANGLE_END:
        /* Swedish and Finnish open with it, German and Danish with the guillemet turned. */
        return !closes(m, s) && s->can_open;
    case CORNER_END:
        return closes(m, s), false;
    default: /* STRAIGHT, TWIN */
        if (s->can_open && (is_letter(s->after) || !is_open(m, s->sign)))
            return true;
        return !closes(m, s) && (opens_after(s->before) || m->depth == 0) && !is_blank(s->after);
    }
}

static void read_sign(
    marking *m, uint32_t paragraph, const char *text, const char *p, size_t size, const char *end, unsigned sign) {
    const uint32_t at = (uint32_t)(p - text), before = code_before(text, p), after = code_after(p + size, end);
    const place s = {.paragraph = paragraph,
        .at = at,
        .next = at + (uint32_t)size,
        .before = before,
        .after = after,
        .sign = sign,
        .can_open = opens_after(before) && !is_blank(after)};
    if (opens(m, &s))
        push(m, (opening){.open = s.at, .start = s.next, .sign = (uint16_t)sign});
}

/* The double mark that a paragraph begins with, where it is one that can go on with the quotation of the paragraph
 * before: also a closing one, as in French and Spanish. *at is where it stands. 0 for none. */
static unsigned leading_mark(cl_slice text, size_t *at) {
    size_t n = 0;
    *at = 0;
    while (*at < text.size && is_blank(cl_code_at(text.data + *at, text.data + text.size, &n)))
        *at += n;
    if (*at == text.size)
        return 0;
    const unsigned sign = sign_at(text.data + *at, text.data + text.size, &n);
    return sign & SINGLES ? 0 : sign;
}

/* Languages that put the verb of saying within the marks: « Oui, a dit le maire, nous venons. » And those that have no
 * dialogue after dashes: English, German, Arabic, where a dash at the beginning is that of a list. */
#define CUE_INSIDE  (CL_LANGUAGE_FRENCH | 1u << 4 | 1u << 5 | 1u << 6 | 1u << 9) /* fr pt it ru pl */
#define NO_DIALOGUE (CL_LANGUAGE_ENGLISH | CL_LANGUAGE_GERMAN | CL_LANGUAGE_ARABIC)
/* Words of a comment within a quotation, and dashes and commas that are looked at for one. */
#define COMMENT_WORDS 14u
#define COMMENTS_MAX  64u

static size_t dash_size(const char *p, const char *end) {
    if (end - p >= 3 && memcmp(p, "\xE2\x80", 2) == 0 && (unsigned char)p[2] >= 0x93 && (unsigned char)p[2] <= 0x95)
        return 3;
    return p < end && *p == '-' && p + 1 < end && p[1] == ' ' ? 1 : 0;
}

static const char *pass_blanks(const char *p, const char *end) {
    size_t n = 0;
    while (p < end && is_blank(cl_code_at(p, end, &n)))
        p += n;
    return p;
}

/* Whether a comment begins at p: a verb of saying, after no more than two little words ("a-t-il ajouté", "le dijo"),
 * and then somebody who says it, or the end; after a dash the verb is enough. */
static bool begins_comment(const marking *m, const char *p, const char *end, bool dash) {
    uint32_t classes;
    for (unsigned n = 0; n < 3; n++) {
        p = pass_blanks(p, end);
        const char *const stop = cl_quote_word_at(p, end, m->language, &classes);
        if (stop == p)
            return false;
        const bool hung = memchr(p, '-', (size_t)(stop - p)) != NULL;
        if (classes & (CL_SAY | CL_SPEECH) && !(classes & CL_SKIP)) {
            if (hung || dash)
                return true;
            p = pass_blanks(stop, end);
            size_t size;
            const uint32_t c = p < end ? cl_code_at(p, end, &size) : '.';
            if (!is_letter(c) || cl_fold(c) != c)
                return true;
            cl_quote_word_at(p, end, m->language, &classes);
            return classes & (CL_PRONOUN | CL_DET | CL_TITLE | CL_ROLE);
        }
        if (!(classes & CL_SKIP) && !hung)
            return false;
        p = stop;
    }
    return false;
}

/* Where a comment that begins at p ends: at a point that is followed by a blank, at a dash, or at a comma where no dash
 * began it. Words with a point of one or two letters are initials and titles. NULL where it goes on too long. */
static const char *comment_end(const char *p, const char *end, bool at_comma) {
    unsigned words = 0;
    const char *word = p;
    for (; p < end && words < COMMENT_WORDS; p++) {
        if (*p == ' ') {
            words++;
            word = p + 1;
            continue;
        }
        const size_t dash = dash_size(p, end);
        if (dash && (p == word || (dash == 3 && p[3] == '.')))
            return p;
        const bool last = p + 1 == end || p[1] == ' ';
        if (last && (((*p == '.' || *p == '?' || *p == '!') && p - word > 2) || (at_comma && *p == ',')))
            return p;
    }
    return p == end ? end : NULL;
}

/* The next comma or dash that has blanks about it: where a comment can begin behind. */
static const char *next_break(const char *p, const char *end) {
    for (; p < end; p++)
        if (*p == ',' || (*p == ' ' && dash_size(p + 1, end)))
            return p;
    return NULL;
}

static void skip_signs(const char **p, const char *end) {
    while (*p < end && (**p == ',' || **p == '.' || **p == ' ' || **p == ':' || dash_size(*p, end)))
        *p += dash_size(*p, end) ? dash_size(*p, end) : 1;
}

/* A comment in a span of the paragraph is taken out: what stands before and behind it are two quotations. */
static void take_cues_out(marking *m, const char *text) {
    const size_t end_count = m->span_count + COMMENTS_MAX;
    for (size_t s = m->first; s < m->span_count && m->span_count < end_count; s++) {
        const cl_quote_span span = m->spans[s];
        const char *const begin = text + span.start, *const end = text + span.end;
        unsigned tried = 0;
        for (const char *p = begin; p && p < end && tried < COMMENTS_MAX;) {
            p = next_break(p, end);
            if (!p)
                break;
            const char *from = pass_blanks(p + 1, end);
            const size_t dash = dash_size(from, end);
            from = pass_blanks(from + dash, end);
            tried++;
            if (p + 1 == from || (*p == ' ' && !dash) || !begins_comment(m, from, end, dash > 0)) {
                p++;
                continue;
            }
            const char *const stop = comment_end(from, end, !dash);
            if (!stop) {
                p++;
                continue;
            }
            const char *rest = stop;
            skip_signs(&rest, end);
            if (rest < end) {
                if (!add_span(m, span)) /* room for one more */
                    return;
                memmove(m->spans + s + 2, m->spans + s + 1, (m->span_count - s - 2) * sizeof span);
                m->spans[s + 1] = span;
                m->spans[s + 1].open = m->spans[s + 1].start = (uint32_t)(rest - text);
                m->spans[s + 1].continues = false;
            }
            m->spans[s].end = (uint32_t)(p - text);
            m->spans[s].close = (uint32_t)(from - text);
            m->spans[s].continued = m->spans[s].unclosed = false;
            break;
        }
    }
}

/* Polish and Russian begin speech within a paragraph, too: the first dash behind the end of a sentence. NULL for none.
 */
static const char *dash_after_sentence(const char *p, const char *end) {
    for (; end - p > 4; p++)
        if ((*p == '.' || *p == '!' || *p == '?' || *p == ':') && p[1] == ' ' && dash_size(p + 2, end) == 3)
            return p + 2;
    return NULL;
}

/* A paragraph that begins with a dash: speech, and comments between dashes, or behind a comma where there is none. */
static bool read_dialogue(marking *m, uint32_t number) {
    const cl_slice whole = m->paragraphs[number].text;
    const char *const text = whole.data;
    const size_t length = whole.size < CL_QUOTE_PARAGRAPH_MAX ? whole.size : CL_QUOTE_PARAGRAPH_MAX;
    const char *const end = text + length;
    if (m->language & NO_DIALOGUE)
        return false;
    const char *p = text;
    if (!dash_size(p, end) && m->language & (CL_LANGUAGE_POLISH | CL_LANGUAGE_RUSSIAN))
        p = dash_after_sentence(p, end);
    if (!p || !dash_size(p, end))
        return false;
    p += dash_size(p, end);
    const size_t first = m->span_count;
    bool cue = false;
    unsigned tried = 0;
    while (p < end) {
        const char *const start = p;
        const char *stop = NULL, *comment = NULL;
        for (; p < end && tried < COMMENTS_MAX; p++) {
            const size_t dash = dash_size(p, end);
            if (!dash && *p != ',')
                continue;
            tried++;
            const char *const from = p + (dash ? dash : 1);
            if (begins_comment(m, from, end, dash > 0)) {
                stop = p;
                comment = from;
                break;
            }
        }
        cl_quote_span span = {.paragraph = number,
            .open = (uint32_t)(start - text),
            .start = (uint32_t)(start - text),
            .end = (uint32_t)((stop ? stop : end) - text),
            .close = (uint32_t)((stop ? stop : end) - text),
            .mark = CL_QUOTE_DASH};
        trim(text, &span);
        if (stop && span.end > span.start && text[span.end - 1] == ',')
            span.end--;
        if (span.start < span.end && !add_span(m, span))
            return true;
        if (!stop)
            break;
        cue = true;
        const char *const over = comment_end(comment, end, false);
        p = over ? over : end;
        skip_signs(&p, end);
    }
    for (size_t s = first; s < m->span_count; s++)
        m->spans[s].cue = cue;
    return true;
}

/* Paragraphs with dashes none of which names a speaker are lists. */
static void drop_lists(marking *m) {
    bool cue = false;
    for (size_t s = 0; s < m->span_count; s++)
        cue |= m->spans[s].cue;
    if (cue)
        return;
    size_t kept = 0;
    for (size_t s = 0; s < m->span_count; s++)
        if (m->spans[s].mark != CL_QUOTE_DASH)
            m->spans[kept++] = m->spans[s];
    m->span_count = kept;
}

/* A block that is marked up as a quotation is one, whether it has marks or not. */
static void take_whole(marking *m, uint32_t number) {
    const cl_slice text = m->paragraphs[number].text;
    const uint32_t length = (uint32_t)(text.size < CL_QUOTE_PARAGRAPH_MAX ? text.size : CL_QUOTE_PARAGRAPH_MAX);
    size_t first = m->span_count;
    while (first > 0 && m->spans[first - 1].paragraph == number)
        first--;
    for (size_t s = first; s < m->span_count; s++)
        if (m->spans[s].end - m->spans[s].start > length / 2)
            return;
    m->span_count = first;
    cl_quote_span span = {.paragraph = number, .end = length, .close = length, .mark = CL_QUOTE_BLOCK};
    trim(text.data, &span);
    add_span(m, span);
}

/* Bytes that can begin a sign. */
static const bool sign_bytes[256] = {
    ['"'] = true, ['\''] = true, ['`'] = true, [0xC2] = true, [0xE2] = true, [0xE3] = true, [0xEF] = true};

static void read_paragraph(marking *m, uint32_t number, bool *open) {
    const cl_quote_paragraph *const paragraph = &m->paragraphs[number];
    const char *const text = paragraph->text.data;
    const size_t length = paragraph->text.size < CL_QUOTE_PARAGRAPH_MAX ? paragraph->text.size : CL_QUOTE_PARAGRAPH_MAX;
    const char *const end = text + length;
    const char *p = text;
    const bool continues = *open;
    *open = false;
    m->first = m->span_count;
    m->depth = 0;
    if (continues) {
        size_t at, size;
        const unsigned sign = leading_mark(paragraph->text, &at);
        sign_at(text + at, end, &size);
        p = text + at + size;
        push(m, (opening){.open = (uint32_t)at,
                    .start = (uint32_t)(at + size),
                    .sign = (uint16_t)(sign == GUILLEMET_END ? GUILLEMET
                                       : sign == RIGHT       ? LEFT
                                                             : sign)});
    }
    while (p < end) {
        if (!sign_bytes[(unsigned char)*p]) {
            p++;
            continue;
        }
        size_t size;
        const unsigned sign = sign_at(p, end, &size);
        if (sign)
            read_sign(m, number, text, p, size, end, sign);
        p += size;
    }
    /* The outermost double mark that was left open. */
    unsigned i = 0;
    while (i < m->depth && m->stack[i].sign & SINGLES)
        i++;
    if (i < m->depth) {
        const opening o = m->stack[i];
        size_t at;
        const bool go_on = number + 1 < m->count && !m->paragraphs[number + 1].heading &&
                           leading_mark(m->paragraphs[number + 1].text, &at);
        const bool alone = m->span_count == m->first || m->spans[m->span_count - 1].open < o.open;
        if (alone && (go_on || o.open == 0)) {
            *open = go_on;
            add_span(m, (cl_quote_span){.paragraph = number,
                            .open = o.open,
                            .start = o.start,
                            .end = (uint32_t)length,
                            .close = (uint32_t)length,
                            .unclosed = true,
                            .continued = go_on});
        }
    }
    for (size_t s = m->first; s < m->span_count; s++) {
        trim(text, &m->spans[s]);
        m->spans[s].continues = continues && s == m->first;
    }
    if (m->language & CUE_INSIDE)
        take_cues_out(m, text);
}

bool cl_quote_spans_find(
    const cl_quote_paragraph *paragraphs, size_t count, uint16_t language, cl_arena *arena, cl_quote_spans *spans) {
    marking m = {.paragraphs = paragraphs, .count = count, .language = language, .arena = arena};
    bool open = false;
    for (size_t i = 0; i < count && !m.failed; i++) {
        if (paragraphs[i].heading || !paragraphs[i].text.size) {
            open = false;
            continue;
        }
        if (!read_dialogue(&m, (uint32_t)i))
            read_paragraph(&m, (uint32_t)i, &open);
        if (paragraphs[i].whole)
            take_whole(&m, (uint32_t)i);
    }
    drop_lists(&m);
    *spans = (cl_quote_spans){.at = m.spans, .count = m.span_count};
    return !m.failed;
}
