/* CommonMark 0.31, section 6: what is inline. Emphasis is marked only where the rules for delimiter runs
 * ("left-flanking", "right-flanking") can't but read it back; elsewhere its words stand plain. */
#include "output/markdown.h"
#include "block/words.h"

/* Characters that can begin or end inline markup wherever they stand. */
static bool inline_mark(char c) {
    return c && strchr("\\`*_[]<>&~|", c) != NULL;
}

/* Size of what at the beginning of a line would make a block of it: a heading, a list, a quotation, a rule; the
 * character to be escaped is the last one of it. 0 where there is none. */
static size_t block_mark(const char *p, size_t size) {
    if (*p == '#' || *p == '>' || *p == '+' || *p == '-' || *p == '=' || *p == ':')
        return 1;
    size_t digits = 0;
    while (digits < size && digits < 10 && p[digits] >= '0' && p[digits] <= '9')
        digits++;
    return digits && digits < size && (p[digits] == '.' || p[digits] == ')') ? digits + 1 : 0;
}

/* Whether a character is a letter or a digit for sure: what CommonMark calls punctuation is never. */
static bool is_word(uint32_t c) {
    if (c < 0x80)
        return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
    return c >= 0xC0 && c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c <= 0x2BFF) && !(c >= 0x2E00 && c <= 0x303F) &&
           !(c >= 0xFE00 && c <= 0xFE6F) && !(c >= 0xFF00 && c <= 0xFF65) && c < 0x1F000 &&
           !(c >= 0x600 && c <= 0x61F) && !(c >= 0x66A && c <= 0x66D) && c != 0x6D4 && c != 0x964 && c != 0x965;
}

/* Whether it parts words for sure: white space or punctuation. */
static bool is_gap(uint32_t c) {
    return c < 0x80 ? !is_word(c)
                    : (c >= 0x2010 && c <= 0x2027) || (c >= 0x3001 && c <= 0x3003) || (c >= 0x3008 && c <= 0x3011) ||
                          c == 0xAB || c == 0xBB || c == 0xA0;
}

static uint32_t code_before(cl_slice s, size_t at) {
    size_t i = at, size;
    while (i && ((unsigned char)s.data[--i] & 0xC0) == 0x80)
        ;
    return at ? cl_code_at(s.data + i, s.data + s.size, &size) : ' ';
}

static uint32_t code_after(cl_slice s, size_t at) {
    size_t size;
    return at < s.size ? cl_code_at(s.data + at, s.data + s.size, &size) : ' ';
}

typedef struct inline_text {
    cl_writer *w;
    const cl_body_block *b;
    cl_slice s;
    size_t begin; /* of `s` in the block's text */
    size_t *next; /* of the block's spans */
    const cutline_span *open[4];
    size_t open_count;
    size_t closed; /* where emphasis ended last, plus one */
} inline_text;

/* Whether another emphasis overlaps the one of a number. */
static bool has_company(const inline_text *t, size_t number) {
    const cutline_span *const span = &t->b->spans[number];
    for (size_t i = number > 2 ? number - 2 : 0; i < t->b->span_count && i <= number + 2; i++) {
        const cutline_span *const other = &t->b->spans[i];
        if (i != number && other->type != CUTLINE_SPAN_LINK && other->start < span->end && span->start < other->end)
            return true;
    }
    return false;
}

/* Whether a link begins or ends with it: then a bracket is what stands next to the mark. */
static bool link_at(const inline_text *t, size_t number, bool end) {
    const cutline_span *const span = &t->b->spans[number];
    for (size_t i = number > 2 ? number - 2 : 0; i < t->b->span_count && t->b->spans[i].start < span->end; i++) {
        const cutline_span *const other = &t->b->spans[i];
        if (other->type == CUTLINE_SPAN_LINK && (end ? other->end == span->end : other->start == span->start))
            return true;
    }
    return false;
}

/* Whether marks around a span are read back as emphasis, whatever stands around them. */
static bool can_mark(const inline_text *t, size_t number) {
    const cutline_span *const span = &t->b->spans[number];
    const size_t start = span->start - t->begin, end = span->end - t->begin;
    const bool gap_before = is_gap(code_before(t->s, start)), gap_after = is_gap(code_after(t->s, end));
    const bool word_first = is_word(code_after(t->s, start)) && !link_at(t, number, false);
    const bool word_last = is_word(code_before(t->s, end)) && !link_at(t, number, true);
    const uint32_t first = code_after(t->s, start), last = code_before(t->s, end);
    if (first <= ' ' || last <= ' ' || first == 0xA0 || last == 0xA0 || t->closed == span->start + 1)
        return false;
    if (!(gap_before && gap_after) && has_company(t, number))
        return false;
    return (word_first || gap_before) && (word_last || gap_after);
}

static void put_url(cl_writer *w, cl_slice url) {
    /* Within angle brackets brackets need not be in pairs. */
    const bool round = url.size && (memchr(url.data, '(', url.size) || memchr(url.data, ')', url.size));
    cl_put_slice(w, round ? CL_SLICE("](<") : CL_SLICE("]("));
    for (size_t i = 0; i < url.size; i++) {
        const char c = url.data[i];
        if (c == '\\')
            cl_put_text(w, "%5C");
        else if (c == '<')
            cl_put_text(w, "%3C");
        else if (c == '>')
            cl_put_text(w, "%3E");
        else if (c == '|')
            cl_put_text(w, "%7C");
        else if (c == '&')
            cl_put_text(w, "\\&"); /* "&copy=1" is an address, "&copy;" a character */
        else if ((unsigned char)c > ' ' && c != 0x7F)
            cl_put(w, &c, 1);
    }
    cl_put_slice(w, round ? CL_SLICE(">)") : CL_SLICE(")"));
}

/* Ends the spans that end at a place of the block, and begins those that begin there. */
static void put_marks(inline_text *t, size_t at) {
    while (t->open_count && t->open[t->open_count - 1]->end <= at) {
        const cutline_span *const span = t->open[--t->open_count];
        if (span->type == CUTLINE_SPAN_LINK) {
            put_url(t->w, span->url);
            continue;
        }
        cl_put_slice(t->w, span->type == CUTLINE_SPAN_STRONG ? CL_SLICE("**") : CL_SLICE("*"));
        t->closed = at + 1;
    }
    const size_t end = t->begin + t->s.size;
    for (; *t->next < t->b->span_count && t->b->spans[*t->next].start <= at; ++*t->next) {
        const cutline_span *const span = &t->b->spans[*t->next];
        const bool within = !t->open_count || span->end <= t->open[t->open_count - 1]->end;
        if (span->start != at || span->end <= at || span->end > end || at >= end || !within ||
            t->open_count == sizeof t->open / sizeof *t->open)
            continue;
        if (span->type == CUTLINE_SPAN_LINK)
            cl_put_text(t->w, "[");
        else if (can_mark(t, *t->next))
            cl_put_slice(t->w, span->type == CUTLINE_SPAN_STRONG ? CL_SLICE("**") : CL_SLICE("*"));
        else
            continue;
        t->open[t->open_count++] = span;
    }
}

void cl_put_markdown(
    cl_writer *w, const cl_body_block *b, size_t begin, cl_slice s, cl_slice line, bool block, size_t *next) {
    inline_text t = {.w = w, .b = b, .s = s, .begin = begin, .next = next};
    bool begins = block;
    for (size_t i = 0; i < s.size; i++) {
        const char c = s.data[i];
        if (b && (t.open_count || *next < b->span_count))
            put_marks(&t, begin + i);
        if (c == '\n') {
            cl_put_slice(w, line);
            begins = block;
            continue;
        }
        const size_t mark = begins ? block_mark(s.data + i, s.size - i) : 0;
        begins = false;
        if (mark > 1) { /* "12." */
            for (size_t k = 0; k + 1 < mark; k++, i++) {
                if (b && k)
                    put_marks(&t, begin + i);
                cl_put(w, s.data + i, 1);
            }
            if (b)
                put_marks(&t, begin + i);
            cl_put_text(w, "\\");
            cl_put(w, s.data + i, 1);
            continue;
        }
        if (mark || inline_mark(c))
            cl_put_text(w, "\\");
        cl_put(w, &c, 1);
    }
    if (b)
        put_marks(&t, begin + s.size);
}
