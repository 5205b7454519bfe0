#include "output/inline.h"

/* One of each type at most: spans of one type do not overlap. */
#define OPEN_MAX 3u

void cl_put_place(cl_writer *w, size_t number, size_t block, size_t item) {
    if (number) {
        cl_put_text(w, "a");
        cl_put_number(w, number);
        cl_put_text(w, "-");
    }
    cl_put_text(w, "b");
    cl_put_number(w, block);
    if (item == CUTLINE_NO_BLOCK)
        return;
    cl_put_text(w, "-");
    cl_put_number(w, item);
}

cl_inline cl_inline_of(const cl_body_block *block, uint32_t types) {
    return (cl_inline){.block = block, .types = types};
}

typedef struct walk {
    cl_inline *in;
    const cl_inline_writer *writer;
    void *user;
    size_t at, end; /* in the block's text */
    cutline_span open[OPEN_MAX];
    size_t count;
} walk;

/* A span without the white space at its ends, cut at the end of the part. */
static cutline_span trimmed(const walk *k, const cutline_span *from) {
    const char *const text = k->in->block->text.data;
    cutline_span s = *from;
    s.end = s.end < k->end ? s.end : k->end;
    s.start = s.start < k->at ? k->at : s.start;
    while (s.start < s.end && cl_is_space(text[s.start]))
        s.start++;
    while (s.start < s.end && cl_is_space(text[s.end - 1]))
        s.end--;
    return s;
}

/* Whether one of its type is open where a span begins. */
static bool is_open(const walk *k, const cutline_span *s) {
    for (size_t i = 0; i < k->count; i++)
        if (k->open[i].type == s->type && s->start < k->open[i].end)
            return true;
    return false;
}

/* Whether a link is written as one to a place in the story. */
static bool is_within(const cl_inline *in, const cutline_span *s) {
    return in->within && s->block != CUTLINE_NO_BLOCK;
}

static bool is_wanted(const walk *k, const cutline_span *s) {
    return s->start < s->end && (unsigned)s->type <= CUTLINE_SPAN_STRONG && k->in->types >> s->type & 1 &&
           (s->type != CUTLINE_SPAN_LINK || is_within(k->in, s) ||
               (k->in->whole ? cl_url_is_whole(s->url) : cl_url_leads(s->url))) &&
           !is_open(k, s);
}

/* Where what is open now ends first; where the part does, if nothing is. */
static size_t first_end(const walk *k) {
    size_t end = k->end;
    for (size_t i = 0; i < k->count; i++)
        end = k->open[i].end < end ? k->open[i].end : end;
    return end;
}

static void open_span(walk *k, cutline_span span) {
    const size_t limit = first_end(k);
    k->open[k->count++] = span;
    k->writer->open(k->user, &span, k->at, span.end < limit ? span.end : limit);
}

/* Closes what ends here; what was opened after it is closed and opened again. */
static void close_ended(walk *k) {
    size_t first = 0;
    while (first < k->count && k->open[first].end > k->at)
        first++;
    cutline_span again[OPEN_MAX];
    size_t count = 0;
    for (size_t i = first; i < k->count; i++)
        if (k->open[i].end > k->at)
            again[count++] = k->open[i];
    while (k->count > first)
        k->writer->close(k->user, &k->open[--k->count]);
    for (size_t i = 0; i < count; i++)
        open_span(k, again[i]);
}

/* Opens what begins here, the longest outside. */
static void open_begun(walk *k) {
    cutline_span begun[OPEN_MAX];
    size_t count = 0;
    const cl_body_block *const b = k->in->block;
    for (; k->in->next < b->span_count && count + k->count < OPEN_MAX; k->in->next++) {
        const cutline_span s = trimmed(k, &b->spans[k->in->next]);
        if (b->spans[k->in->next].start >= k->end || (s.start > k->at && s.start < s.end))
            break;
        bool wanted = is_wanted(k, &s);
        for (size_t i = 0; i < count; i++)
            wanted = wanted && begun[i].type != s.type;
        if (!wanted)
            continue;
        size_t place = count++;
        for (; place && begun[place - 1].end < s.end; place--)
            begun[place] = begun[place - 1];
        begun[place] = s;
    }
    for (size_t i = 0; i < count; i++)
        open_span(k, begun[i]);
}

/* Where the next span begins that is in this part, else its end. Passes over those that are none. */
static size_t next_start(walk *k) {
    const cl_body_block *const b = k->in->block;
    for (; k->in->next < b->span_count && b->spans[k->in->next].start < k->end; k->in->next++) {
        const cutline_span s = trimmed(k, &b->spans[k->in->next]);
        if (is_wanted(k, &s))
            return s.start;
    }
    return k->end;
}

void cl_inline_part(cl_inline *in, cl_slice part, const cl_inline_writer *writer, void *user) {
    const cl_slice all = in->block->text;
    walk k = {.in = in, .writer = writer, .user = user, .at = in->at, .end = in->at + part.size};
    in->at = k.end + 1;
    if (!in->block->span_count || k.end > all.size || memcmp(all.data + k.at, part.data ? part.data : "", part.size)) {
        writer->text(user, part);
        return;
    }
    for (;;) {
        close_ended(&k);
        if (k.at >= k.end)
            break;
        open_begun(&k);
        const size_t stop = first_end(&k), start = next_start(&k), to = start < stop ? start : stop;
        if (to > k.at)
            writer->text(user, cl_slice_of(all.data + k.at, to - k.at));
        k.at = to;
    }
}

typedef struct markup {
    cl_writer *w;
    const cl_inline_tags *tags;
    cl_slice line;
    const cl_inline *in;
} markup;

static void put_markup_text(void *user, cl_slice text) {
    const markup *const m = user;
    size_t begin = 0;
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] != '\n')
            continue;
        cl_put_markup(m->w, cl_slice_of(text.data + begin, i - begin));
        cl_put_slice(m->w, m->line);
        begin = i + 1;
    }
    cl_put_markup(m->w, cl_slice_of(text.data + begin, text.size - begin));
}

static void put_tag(const markup *m, const char *name, size_t size, bool end) {
    cl_put_slice(m->w, end ? CL_SLICE("</") : CL_SLICE("<"));
    cl_put(m->w, name, size);
    cl_put_text(m->w, ">");
}

static void open_markup(void *user, const cutline_span *span, size_t at, size_t end) {
    const markup *const m = user;
    (void)at, (void)end;
    if (span->type == CUTLINE_SPAN_LINK) {
        cl_put_slice(m->w, cl_slice_z(m->tags->link));
        if (is_within(m->in, span)) {
            cl_put_text(m->w, "#");
            cl_put_place(m->w, m->in->number, span->block, span->item);
        } else {
            cl_put_url(m->w, span->url);
        }
        cl_put_slice(m->w, cl_slice_z(m->tags->link_end));
        return;
    }
    const char *const tag = span->type == CUTLINE_SPAN_STRONG ? m->tags->strong : m->tags->emphasis;
    put_tag(m, tag, strlen(tag), false);
}

static void close_markup(void *user, const cutline_span *span) {
    const markup *const m = user;
    const char *const tag = span->type == CUTLINE_SPAN_STRONG     ? m->tags->strong
                            : span->type == CUTLINE_SPAN_EMPHASIS ? m->tags->emphasis
                                                                  : m->tags->link + 1;
    put_tag(m, tag, strcspn(tag, " "), true);
}

void cl_inline_markup(cl_inline *in, cl_writer *w, cl_slice part, const cl_inline_tags *tags, cl_slice line) {
    static const cl_inline_writer writer = {put_markup_text, open_markup, close_markup};
    markup m = {w, tags, line, in};
    cl_inline_part(in, part, &writer, &m);
}
