/* Text, links and emphasis of Markdown (CommonMark 0.31, "Inlines").
 *
 * A run of stars is emphasis only where it is "left-flanking" and then "right-flanking": that depends on what stands at
 * both sides of both runs. Where it can't be told that they are, the words are written without: stray stars in a text
 * are worse than an emphasis that is lost. */
#include "output/markdown.h"

/* What a character is to a run of stars. OTHER: it can't be told, or does not matter. */
typedef enum side { SIDE_SPACE, SIDE_PUNCTUATION, SIDE_LETTER, SIDE_OTHER } side;

typedef struct range {
    uint32_t first, last;
    side side;
} range;

/* Beyond ASCII: letters of the scripts of the news, and the marks that stand beside words. In order. */
static const range ranges[] = {{0xA0, 0xA0, SIDE_SPACE}, {0xA1, 0xA1, SIDE_PUNCTUATION}, {0xA7, 0xA7, SIDE_PUNCTUATION},
    {0xAB, 0xAB, SIDE_PUNCTUATION}, {0xB6, 0xB7, SIDE_PUNCTUATION}, {0xBB, 0xBB, SIDE_PUNCTUATION},
    {0xBF, 0xBF, SIDE_PUNCTUATION}, {0xC0, 0xD6, SIDE_LETTER}, {0xD8, 0xF6, SIDE_LETTER}, {0xF8, 0x2C1, SIDE_LETTER},
    {0x386, 0x386, SIDE_LETTER}, {0x388, 0x481, SIDE_LETTER}, {0x48A, 0x559, SIDE_LETTER}, {0x561, 0x586, SIDE_LETTER},
    {0x5D0, 0x5EA, SIDE_LETTER}, {0x60C, 0x60C, SIDE_PUNCTUATION}, {0x61B, 0x61B, SIDE_PUNCTUATION},
    {0x61F, 0x61F, SIDE_PUNCTUATION}, {0x620, 0x669, SIDE_LETTER}, {0x66E, 0x6D3, SIDE_LETTER},
    {0x6D4, 0x6D4, SIDE_PUNCTUATION}, {0x6F0, 0x6FC, SIDE_LETTER}, {0x904, 0x963, SIDE_LETTER},
    {0x964, 0x965, SIDE_PUNCTUATION}, {0x966, 0x96F, SIDE_LETTER}, {0x980, 0x9F1, SIDE_LETTER},
    {0xA00, 0xA6F, SIDE_LETTER}, {0xA80, 0xAEF, SIDE_LETTER}, {0xB80, 0xBEF, SIDE_LETTER}, {0xC00, 0xC6F, SIDE_LETTER},
    {0xC85, 0xCEF, SIDE_LETTER}, {0xD00, 0xD6F, SIDE_LETTER}, {0xE01, 0xE3A, SIDE_LETTER}, {0xE40, 0xE4E, SIDE_LETTER},
    {0x10D0, 0x10FA, SIDE_LETTER}, {0x1E00, 0x1FBC, SIDE_LETTER}, {0x2000, 0x200A, SIDE_SPACE},
    {0x2010, 0x2027, SIDE_PUNCTUATION}, {0x202F, 0x202F, SIDE_SPACE}, {0x2030, 0x2043, SIDE_PUNCTUATION},
    {0x3000, 0x3000, SIDE_SPACE}, {0x3001, 0x3003, SIDE_PUNCTUATION}, {0x3008, 0x3011, SIDE_PUNCTUATION},
    {0x3041, 0x3096, SIDE_LETTER}, {0x30A1, 0x30FA, SIDE_LETTER}, {0x3400, 0x4DBF, SIDE_LETTER},
    {0x4E00, 0x9FFF, SIDE_LETTER}, {0xAC00, 0xD7A3, SIDE_LETTER}, {0xFF01, 0xFF03, SIDE_PUNCTUATION},
    {0xFF05, 0xFF0A, SIDE_PUNCTUATION}, {0xFF0C, 0xFF0F, SIDE_PUNCTUATION}, {0xFF10, 0xFF19, SIDE_LETTER},
    {0xFF1A, 0xFF1B, SIDE_PUNCTUATION}, {0xFF1F, 0xFF20, SIDE_PUNCTUATION}};

static side side_of(uint32_t c) {
    if (c <= ' ')
        return SIDE_SPACE;
    if (c < 0x80) {
        const uint32_t low = c | 0x20;
        return (low >= 'a' && low <= 'z') || (c >= '0' && c <= '9') ? SIDE_LETTER : SIDE_PUNCTUATION;
    }
    size_t low = 0, high = sizeof ranges / sizeof *ranges;
    while (low < high) {
        const size_t middle = (low + high) / 2;
        if (c > ranges[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    return low < sizeof ranges / sizeof *ranges && c >= ranges[low].first ? ranges[low].side : SIDE_OTHER;
}

/* The character at `p` of valid UTF-8. */
static uint32_t character(const char *p) {
    const unsigned char *const s = (const unsigned char *)p;
    if (s[0] < 0x80)
        return s[0];
    if (s[0] < 0xE0)
        return (s[0] & 0x1Fu) << 6 | (s[1] & 0x3Fu);
    if (s[0] < 0xF0)
        return (s[0] & 0x0Fu) << 12 | (s[1] & 0x3Fu) << 6 | (s[2] & 0x3Fu);
    return (s[0] & 0x07u) << 18 | (s[1] & 0x3Fu) << 12 | (s[2] & 0x3Fu) << 6 | (s[3] & 0x3Fu);
}

static side side_after(cl_slice text, size_t at) {
    return at < text.size ? side_of(character(text.data + at)) : SIDE_SPACE;
}

static side side_before(cl_slice text, size_t at) {
    if (!at || at > text.size)
        return SIDE_SPACE;
    do
        at--;
    while (at && ((unsigned char)text.data[at] & 0xC0) == 0x80);
    return side_of(character(text.data + at));
}

typedef struct emphasis {
    cutline_span_type type;
    size_t end;
    bool holds_link;
} emphasis;

typedef struct writing {
    cl_writer *w;
    const cl_inline *in;
    cl_md_place place;
    size_t part_begin, part_end; /* in the block's text */
    bool begins;                 /* nothing stands in this line yet */
    bool breaks;                 /* a line feed is still to be written */
    bool bang;                   /* so is a "!" */
    bool any;                    /* something has been written */
    bool after_stars;            /* emphasis has just been closed */
    side before;                 /* what was written last */
    emphasis waiting[2];         /* emphasis that opens before what comes next */
    size_t waiting_count;
    bool is_open[CUTLINE_SPAN_STRONG + 1]; /* by its type: it was written */
} writing;

/* Line feed and "!" that were held back. */
static void put_held(writing *m, bool link_follows) {
    if (m->bang)
        cl_put_slice(m->w, link_follows ? CL_SLICE("\\!") : CL_SLICE("!"));
    m->bang = false;
    if (!m->breaks)
        return;
    m->breaks = false;
    if (m->any) {
        cl_put_slice(m->w, m->place.line);
        m->before = SIDE_SPACE;
        m->after_stars = false;
    }
}

static void put_stars(writing *m, cutline_span_type type) {
    cl_put_slice(m->w, type == CUTLINE_SPAN_STRONG ? CL_SLICE("**") : CL_SLICE("*"));
    m->any = true;
    m->begins = false;
}

/* Whether stars would open here and close at the end of the emphasis. `next` is what they stand before. */
static bool would_work(const writing *m, const emphasis *e, side next) {
    const cl_slice text = cl_slice_of(m->in->block->text.data, m->part_end);
    const bool outer = m->before == SIDE_SPACE || m->before == SIDE_PUNCTUATION;
    if (m->after_stars || next == SIDE_SPACE || (next != SIDE_LETTER && !outer))
        return false;
    const side last = side_before(text, e->end), after = side_after(text, e->end);
    return after == SIDE_SPACE || after == SIDE_PUNCTUATION || (last == SIDE_LETTER && !e->holds_link);
}

static void put_waiting(writing *m, side next) {
    for (size_t i = 0; i < m->waiting_count; i++)
        m->is_open[m->waiting[i].type] = would_work(m, &m->waiting[i], next);
    for (size_t i = 0; i < m->waiting_count; i++)
        if (m->is_open[m->waiting[i].type])
            put_stars(m, m->waiting[i].type);
    m->waiting_count = 0;
}

/* Whether an "&" begins what would be read as a character: "&amp;", "&#39;", "&#x27;". The longest name has 31 letters.
 */
static bool is_entity(cl_slice s) {
    size_t i = 1;
    while (i < s.size && i <= 33 &&
           ((s.data[i] >= '0' && s.data[i] <= '9') ||
               (cl_ascii_lower(s.data[i]) >= 'a' && cl_ascii_lower(s.data[i]) <= 'z') || (i == 1 && s.data[i] == '#')))
        i++;
    return i > 1 && i < s.size && s.data[i] == ';';
}

/* Size of what at the beginning of a line would make a block of it: a heading, a list, a quotation, a rule; the
 * character to be escaped is the last one of it. 0 where there is none. */
static size_t block_mark(const char *p, size_t size) {
    if (strchr("#>+-=:", *p))
        return 1;
    size_t digits = 0;
    while (digits < size && digits < 10 && p[digits] >= '0' && p[digits] <= '9')
        digits++;
    const bool marked = digits && digits < size && (p[digits] == '.' || p[digits] == ')') &&
                        (digits + 1 == size || cl_is_space(p[digits + 1]));
    return marked ? digits + 1 : 0;
}

/* Whether a character can begin or end inline markup where it stands. */
static bool is_mark(const writing *m, cl_slice rest) {
    if (rest.data[0] == '&')
        return is_entity(rest);
    if (rest.data[0] == '#')
        return m->place.heading && rest.size == 1;
    return strchr("\\`*_[]<~|", rest.data[0]) != NULL;
}

/* One character, or the mark of a block; gives its size. */
static size_t put_character(writing *m, cl_slice rest) {
    const char c = rest.data[0];
    const size_t mark = m->begins && m->place.blocks ? block_mark(rest.data, rest.size) : 0;
    const size_t size = mark ? mark : 1;
    cl_put(m->w, rest.data, size - 1);
    if (c == '\0') {
        cl_put_text(m->w, "\xef\xbf\xbd");
    } else if (c == '!' && rest.size == 1) {
        m->bang = true;
    } else {
        if (mark || is_mark(m, rest))
            cl_put_text(m->w, "\\");
        cl_put(m->w, rest.data + size - 1, 1);
    }
    m->begins = false;
    m->any = true;
    m->after_stars = false;
    return size;
}

static void put_text(void *user, cl_slice text) {
    writing *const m = user;
    for (size_t i = 0; i < text.size;) {
        const char c = text.data[i];
        if (c == '\n' || c == '\r') {
            m->breaks = m->begins = true;
            i++;
            continue;
        }
        if (m->begins && cl_is_space(c)) {
            i++;
            continue;
        }
        put_held(m, false);
        put_waiting(m, side_of(character(text.data + i)));
        i += put_character(m, cl_slice_of(text.data + i, text.size - i));
    }
    if (text.size)
        m->before = side_before(text, text.size);
}

/* Whether a link begins before `end`. */
static bool holds_link(const cl_inline *in, size_t end) {
    for (size_t i = in->next; i < in->block->span_count && in->block->spans[i].start < end; i++)
        if (in->block->spans[i].type == CUTLINE_SPAN_LINK)
            return true;
    return false;
}

static void open_span(void *user, const cutline_span *span, size_t at, size_t end) {
    writing *const m = user;
    (void)at;
    if (span->type != CUTLINE_SPAN_LINK) {
        m->waiting[m->waiting_count++] = (emphasis){span->type, end, holds_link(m->in, end)};
        return;
    }
    put_held(m, true);
    put_waiting(m, SIDE_PUNCTUATION);
    cl_put_text(m->w, "[");
    m->before = SIDE_PUNCTUATION;
    m->any = true;
    m->begins = m->after_stars = false;
}

static void put_address(cl_writer *w, cl_slice s) {
    for (size_t i = 0; i < s.size; i++) {
        if (s.data[i] == '&' && is_entity(cl_slice_of(s.data + i, s.size - i)))
            cl_put_text(w, "\\");
        cl_put(w, s.data + i, 1);
    }
}

void cl_md_target(cl_writer *w, cl_slice url) {
    cl_put_text(w, "](");
    cl_put_url_by(w, url, "()", put_address);
    cl_put_text(w, ")");
}

static void close_span(void *user, const cutline_span *span) {
    writing *const m = user;
    if (span->type == CUTLINE_SPAN_LINK) {
        put_held(m, false);
        m->waiting_count = 0;
        cl_md_target(m->w, span->url);
        m->before = SIDE_PUNCTUATION;
        m->after_stars = false;
        return;
    }
    for (size_t i = 0; i < m->waiting_count; i++)
        if (m->waiting[i].type == span->type)
            m->waiting_count = i;
    if (!m->is_open[span->type])
        return;
    put_held(m, false);
    put_stars(m, span->type);
    m->is_open[span->type] = false;
    m->after_stars = true;
}

void cl_md_part(cl_writer *w, cl_inline *in, cl_slice part, cl_md_place place) {
    static const cl_inline_writer writer = {put_text, open_span, close_span};
    writing m = {.w = w,
        .in = in,
        .place = place,
        .part_begin = in->at,
        .part_end = in->at + part.size,
        .begins = true,
        .before = SIDE_SPACE};
    cl_inline_part(in, part, &writer, &m);
    m.breaks = false;
    put_held(&m, false);
}

void cl_md_text(cl_writer *w, cl_slice text, cl_md_place place) {
    const cl_body_block plain = {.text = text};
    cl_inline in = cl_inline_of(&plain, 0);
    cl_md_part(w, &in, text, place);
}
