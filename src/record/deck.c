/* The standfirst: what stands between headline and body and sums the story up. */
#include "block/words.h"
#include "record/fields.h"
#include "record/string.h"

#define PARTS_MAX   16u   /* bulleted summaries have some; more blocks are not joined */
#define DECK_MAX    4000u /* bytes of a part; no standfirst is longer */
#define NEAR        16u   /* blocks after the headline in which the page's own description of itself is looked for */
#define WORDS_MIN   5u    /* of a description that is looked for */
#define LABEL_MAX   4u    /* words that a standfirst has at least, or an end of a sentence */
#define TITLE_AGAIN 0.8f  /* of the words of headline and block that they have in common: one is the other */
#define SURE        0.5f  /* from which on the first deck of several is the one */

/* Blocks that stand together and are deck. */
typedef struct run {
    uint32_t from, to; /* past the last */
    float best;
} run;

/* Whether a text sums anything up: a few words without an end are a label, a name, a link. */
static bool says_something(cl_slice text) {
    static const char *const ends[] = {".", "!", "?", "…", "”", "\"", "»", "“", "’", ")"};
    cl_word_reader words = cl_words_of(text);
    for (size_t count = 0; cl_word_next(&words).kind != CL_WORD_NONE;)
        if (++count >= LABEL_MAX)
            return true;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (cl_ends(text, cl_slice_z(ends[i])))
            return true;
    return false;
}

/* Whether it is the headline once more. */
static bool is_title(const cl_making *m, cl_slice text) {
    uint32_t title[CL_TITLE_WORDS], words[CL_TITLE_WORDS];
    const size_t title_count = cl_title_words(m->record->title, title);
    return cl_agreement(words, cl_title_words(text, words), title, title_count) >= TITLE_AGAIN;
}

static bool is_deck(const cl_making *m, uint32_t i) {
    return m->labels->list.at[i].role == CL_ROLE_DECK && m->blocks->list.at[i].text.size <= DECK_MAX;
}

static bool is_part(const cl_making *m, uint32_t i) {
    const cl_slice text = m->blocks->list.at[i].text;
    return says_something(text) && !is_title(m, text);
}

/* The next run from block `i` on; false where there is none. */
static bool next_run(const cl_making *m, uint32_t i, run *r) {
    const uint32_t count = (uint32_t)m->labels->list.count;
    while (i < count && !is_deck(m, i))
        i++;
    *r = (run){.from = i, .to = i};
    for (; r->to < count && is_deck(m, r->to); r->to++)
        if (m->labels->list.at[r->to].probability > r->best && is_part(m, r->to))
            r->best = m->labels->list.at[r->to].probability;
    return r->from < r->to;
}

/* Of several, the first that is likely enough, or else the likeliest: the others are of the same story in another form
 * (for print, read aloud), or of an author, and two standfirsts in one say everything twice. */
static bool find_run(const cl_making *m, run *found) {
    run r = {.from = 0};
    *found = (run){.from = 0};
    while (next_run(m, r.to, &r)) {
        if (r.best > found->best)
            *found = r;
        if (found->best >= SURE)
            return true;
    }
    return found->from < found->to;
}

static bool same_words(cl_slice a, cl_slice b) {
    cl_word_reader x = cl_words_of(a), y = cl_words_of(b);
    size_t count = 0;
    for (;; count++) {
        const cl_word v = cl_word_next(&x), w = cl_word_next(&y);
        if (v.kind != w.kind || (v.kind != CL_WORD_NONE && v.hash != w.hash))
            return false;
        if (v.kind == CL_WORD_NONE)
            return count >= WORDS_MIN;
    }
}

/* A block after the headline that says what the page says of itself: the standfirst, whatever it looks like. */
static bool find_described(cl_making *m, run *found) {
    const cl_slice told[] = {m->data->meta[CL_META_DESCRIPTION].value,
        cl_page_data_json(m->data, CL_SLICE("description"), m->arena, &m->failed)};
    const uint32_t headline = m->labels->headline;
    if (headline == CL_NO_BLOCK)
        return false;
    for (uint32_t i = headline + 1; i < m->labels->list.count && i <= headline + NEAR; i++) {
        const cl_slice text = m->blocks->list.at[i].text;
        if (m->labels->list.at[i].role == CL_ROLE_BODY)
            return false;
        if (m->labels->list.at[i].role == CL_ROLE_CAPTION || text.size > DECK_MAX)
            continue;
        if (same_words(text, told[0]) || same_words(text, told[1])) {
            *found = (run){.from = i, .to = i + 1};
            return true;
        }
    }
    return false;
}

static bool is_new(const cl_slice *parts, size_t count, cl_slice part) {
    for (size_t i = 0; i < count; i++)
        if (cl_slice_equal(parts[i], part))
            return false;
    return true;
}

void cl_make_deck(cl_making *m) {
    cl_slice parts[PARTS_MAX];
    size_t count = 0;
    run r;
    if (!find_run(m, &r) && !find_described(m, &r))
        return;
    for (uint32_t i = r.from; i < r.to && count < PARTS_MAX; i++)
        if (is_part(m, i) && is_new(parts, count, m->blocks->list.at[i].text))
            parts[count++] = m->blocks->list.at[i].text;
    /* Each part a paragraph. */
    m->record->deck = cl_join_all(parts, count, CL_SLICE("\n\n"), m->arena, &m->failed);
    m->record->from.deck = m->dom ? CL_FROM_VISIBLE : CL_FROM_TEXT;
}
