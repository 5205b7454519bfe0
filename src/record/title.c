#include "block/words.h"
#include "record/fields.h"
#include "record/string.h"

/* What parts a headline from a site's name in a title: a space, and more. */
static const char *const separators[] = {
    " | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " / ", " :", " |"};

/* Whether a part of a title is the site's name: the name in it, or it in the name. */
static bool names_site(cl_slice part, cl_slice site) {
    return site.size >= 2 && part.size >= 2 && (cl_contains(part, site) || cl_contains(site, part)) &&
           part.size <= site.size + 24;
}

/* The last place at which a separator stands; false where none does. */
static bool last_separator(cl_slice s, size_t *at, size_t *size) {
    bool found = false;
    for (size_t k = 0; k < sizeof separators / sizeof *separators; k++) {
        const size_t n = strlen(separators[k]);
        if (separators[k][n - 1] != ' ')
            continue;
        for (size_t i = s.size; i-- > 0;)
            if (s.data[i] == ' ' && i + n <= s.size && s.data[i + 1] == separators[k][1] &&
                memcmp(s.data + i, separators[k], n) == 0) {
                if (!found || i > *at) {
                    *at = i;
                    *size = n;
                }
                found = true;
                break;
            }
    }
    return found;
}

static bool first_separator(cl_slice s, size_t *at, size_t *size) {
    for (size_t i = 1; i < s.size; i++)
        for (size_t k = 0; s.data[i] == ' ' && k < sizeof separators / sizeof *separators; k++) {
            const size_t n = strlen(separators[k]);
            if (i + n <= s.size && s.data[i + 1] == separators[k][1] && memcmp(s.data + i, separators[k], n) == 0) {
                *at = i;
                *size = n;
                return true;
            }
        }
    return false;
}

cl_slice cl_title_without_site(cl_slice title, cl_slice site) {
    size_t at = 0, size = 0;
    for (int turns = 0; turns < 3 && last_separator(title, &at, &size); turns++) {
        const cl_slice head = cl_slice_trim(cl_slice_of(title.data, at));
        const cl_slice tail = cl_slice_trim(cl_slice_of(title.data + at + size, title.size - at - size));
        /* A short part after a bar is the site's name whatever that is; after a dash only where it is known. */
        const bool bar = memchr(title.data + at, '|', size) != NULL;
        if (!head.size ||
            !(names_site(tail, site) || (bar && cl_word_count(tail) <= 3 && cl_word_count(head) > cl_word_count(tail))))
            break;
        title = head;
    }
    if (site.size && first_separator(title, &at, &size) && names_site(cl_slice_of(title.data, at), site) &&
        title.size - at - size >= at)
        title = cl_slice_trim(cl_slice_of(title.data + at + size, title.size - at - size));
    return title;
}

/* ---- the headline of the page */

#define KICKER_MAX 150u /* bytes */
#define SAID_MAX   5u
#define H1_MAX     8u   /* headings that are looked at */
#define H1_BETTER  0.4f /* by so much a heading has to agree better with what the page says than the likeliest one */

/* Titles that the page tells machines, without the site's name. */
typedef struct said {
    struct {
        cl_slice text;
        cl_origin from;
        uint32_t words[CL_TITLE_WORDS];
        size_t count;
    } at[SAID_MAX];
    size_t count;
} said;

static bool same(const uint32_t *a, size_t a_count, const uint32_t *b, size_t b_count) {
    return a_count && a_count == b_count && memcmp(a, b, a_count * sizeof *a) == 0;
}

static cl_slice bounded(cl_slice s) {
    if (s.size <= CL_TITLE_MAX)
        return s;
    s.size = CL_TITLE_MAX;
    while (s.size && ((unsigned char)s.data[s.size] & 0xC0) == 0x80)
        s.size--;
    return s;
}

static void say(cl_making *m, said *to, cl_slice text, cl_origin from) {
    text = cl_title_without_site(cl_clean(bounded(text), m->arena, true, &m->failed), m->record->site_name);
    if (!text.size || to->count == SAID_MAX)
        return;
    to->at[to->count].text = text;
    to->at[to->count].from = from;
    to->at[to->count].count = cl_title_words(text, to->at[to->count].words);
    to->count++;
}

static void read_said(cl_making *m, said *to) {
    say(m, to, cl_page_data_json(m->data, CL_SLICE("headline"), m->arena, &m->failed), CL_FROM_JSON_LD);
    say(m, to, m->data->meta[CL_META_TITLE].value, CL_FROM_META);
    say(m, to, m->data->title, CL_FROM_META);
    if (!to->count)
        say(m, to, cl_page_data_json(m->data, CL_SLICE("name"), m->arena, &m->failed), CL_FROM_JSON_LD);
    say(m, to, cl_page_data_item(m->data, CL_SLICE("headline"), m->arena, &m->failed), CL_FROM_MICRODATA);
}

/* How well a block agrees with the best of the page's own titles. */
static float agrees(const said *s, cl_slice text) {
    uint32_t words[CL_TITLE_WORDS];
    const size_t count = cl_title_words(bounded(text), words);
    float best = 0;
    for (size_t i = 0; i < s->count; i++) {
        const float a = cl_agreement(words, count, s->at[i].words, s->at[i].count);
        best = a > best ? a : best;
    }
    return best;
}

/* The block that is the headline: the one labelled so, but for an <h1> that says what the page says of itself where
 * that one says something else. */
static uint32_t find_block(const cl_making *m, const said *s) {
    uint32_t best = m->labels->headline;
    if (!s->count || !m->dom)
        return best;
    float most = best == CL_NO_BLOCK ? 0.5f : agrees(s, m->blocks->list.at[best].text) + H1_BETTER;
    unsigned seen = 0;
    for (uint32_t i = 0; i < m->blocks->list.count && seen < H1_MAX && most < 1; i++) {
        const cl_block *const b = &m->blocks->list.at[i];
        if (b->type != CL_BLOCK_HEADING || b->level != 1)
            continue;
        seen++;
        const float a = agrees(s, b->text);
        if (a > most) {
            most = a;
            best = i;
        }
    }
    return best;
}

/* ---- parts of a heading */

/* The element that holds all the text of a heading and is no wrapper. */
static cl_node innermost(const cl_dom *dom, cl_node n) {
    for (unsigned turns = 0; turns < 16; turns++) {
        cl_node only = CL_NODE_NONE;
        for (cl_node c = cl_dom_first_child(dom, n); c; c = cl_dom_next(dom, c)) {
            if (cl_dom_type(dom, c) == CUTLINE_NODE_TEXT ? (cl_dom_at(dom, c)->flags & CL_NODE_SPACE) != 0
                                                         : cl_dom_type(dom, c) != CUTLINE_NODE_ELEMENT)
                continue;
            if (only || cl_dom_type(dom, c) != CUTLINE_NODE_ELEMENT)
                return n;
            only = c;
        }
        if (!only)
            return n;
        n = only;
    }
    return n;
}

/* Its first or last element, if nothing but white space is before or after that. */
static cl_node edge(const cl_dom *dom, cl_node n, bool last) {
    cl_node c = last ? cl_dom_last_child(dom, n) : cl_dom_first_child(dom, n);
    while (c && cl_dom_type(dom, c) == CUTLINE_NODE_TEXT && cl_dom_at(dom, c)->flags & CL_NODE_SPACE)
        c = last ? cl_dom_previous(dom, c) : cl_dom_next(dom, c);
    return c && cl_dom_type(dom, c) == CUTLINE_NODE_ELEMENT ? c : CL_NODE_NONE;
}

static cl_slice without_separators(cl_slice s) {
    static const char *const marks[] = {" ", "-", "–", "—", "|", ":", "·", "•", "/", ",", "+", "»"};
    for (bool again = true; again;) {
        again = false;
        for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
            const cl_slice mark = cl_slice_z(marks[i]);
            if (s.size >= mark.size && memcmp(s.data, mark.data, mark.size) == 0) {
                s = cl_slice_of(s.data + mark.size, s.size - mark.size);
                again = true;
            }
        }
    }
    return s;
}

static bool is_said(const said *s, cl_slice text) {
    uint32_t words[CL_TITLE_WORDS];
    const size_t count = cl_title_words(text, words);
    for (size_t i = 0; i < s->count; i++)
        if (same(words, count, s->at[i].words, s->at[i].count))
            return true;
    return false;
}

/* Whether one of the page's titles has the part before the rest, with a mark between that the heading does not have. */
static bool is_set_apart(const said *s, cl_slice part, cl_slice rest) {
    for (size_t i = 0; i < s->count; i++) {
        const cl_slice text = s->at[i].text;
        if (text.size <= part.size || !cl_begins(text, part))
            continue;
        const cl_slice after = cl_slice_trim(cl_slice_of(text.data + part.size, text.size - part.size));
        const cl_slice bare = without_separators(after);
        if (bare.size < after.size && cl_slice_equal_nocase(bare, rest))
            return true;
    }
    return false;
}

/* Class names of a line over the headline, in the languages of those who make them. */
static bool is_marked(const cl_dom *dom, cl_node n) {
    static const char *const names[] = {"kicker", "overline", "topline", "highline", "roofline", "dachzeile", "eyebrow",
        "spitzmarke", "surtitle", "surtitre", "overtitle", "antetitulo", "occhiello", "supertitle", "preheadline",
        "pretitle", "headline-prefix", "title-prefix"};
    const cl_slice class = cl_dom_attr(dom, n, CL_ATTR_CLASS);
    return class.size < 200 && CL_CONTAINS_ANY(class, names);
}

/* What all of the page's own titles say, two at least, where that is the part, a colon and the rest: the two lines of
 * the heading are one headline then. Absent where one of them says something else. */
static cl_slice joined(const said *s, cl_slice part, cl_slice rest) {
    for (size_t i = 0; i < s->count; i++) {
        const cl_slice text = s->at[i].text;
        const cl_slice after =
            cl_begins(text, part) ? cl_slice_of(text.data + part.size, text.size - part.size) : CL_SLICE_NONE;
        if (!after.size || !cl_begins(cl_slice_trim(after), CL_SLICE(":")) ||
            !cl_slice_equal_nocase(without_separators(after), rest))
            return CL_SLICE_NONE;
    }
    return s->count >= 2 ? s->at[0].text : CL_SLICE_NONE;
}

/* A line over the headline that stands in the heading itself: taken off `title`; absent where there is none. */
static cl_slice kicker_within(cl_making *m, const said *s, const cl_block *b, cl_slice *title) {
    const cl_dom *const dom = m->dom;
    const cl_node heading = innermost(dom, m->blocks->boxes.at[b->box].node);
    const cl_node first = edge(dom, heading, false);
    const cl_slice part = first ? cl_element_text(dom, first, m->arena, &m->failed) : CL_SLICE_NONE;
    if (!part.size || part.size >= title->size || !cl_begins(*title, part))
        return CL_SLICE_NONE;
    const cl_slice rest = without_separators(cl_slice_of(title->data + part.size, title->size - part.size));
    if (!rest.size || !(is_marked(dom, first) || is_said(s, rest) || is_set_apart(s, part, rest)))
        return CL_SLICE_NONE;
    const cl_slice whole = joined(s, part, rest);
    *title = whole.size ? whole : rest;
    return whole.size ? CL_SLICE_NONE : part;
}

/* What stands in the heading after the headline: a number of comments, a button. */
static void drop_tail(cl_making *m, const said *s, const cl_block *b, cl_slice *title) {
    const cl_dom *const dom = m->dom;
    const cl_node last = edge(dom, innermost(dom, m->blocks->boxes.at[b->box].node), true);
    const cl_slice part = last ? cl_element_text(dom, last, m->arena, &m->failed) : CL_SLICE_NONE;
    if (!part.size || part.size >= title->size || !cl_ends(*title, part))
        return;
    const cl_slice rest = cl_slice_trim(cl_slice_of(title->data, title->size - part.size));
    if (is_said(s, rest) && !is_said(s, *title))
        *title = rest;
}

/* Whether two strings are the same but for white space. */
static bool same_letters(cl_slice a, cl_slice b) {
    size_t i = 0, k = 0;
    while (i < a.size || k < b.size) {
        if (i < a.size && a.data[i] == ' ')
            i++;
        else if (k < b.size && b.data[k] == ' ')
            k++;
        else if (i >= a.size || k >= b.size || a.data[i++] != b.data[k++])
            return false;
    }
    return true;
}

/* ---- the fields */

static void set(cl_making *m, cl_slice title, cl_origin from) {
    m->record->title = title;
    m->record->from.title = from;
}

/* A kicker is of words: no mark alone, no date, no address. */
static bool is_kicker(cl_slice s) {
    cl_word_reader reader = cl_words_of(s);
    size_t letters = 0, others = 0;
    for (cl_word w = cl_word_next(&reader); w.kind != CL_WORD_NONE; w = cl_word_next(&reader)) {
        letters += w.kind == CL_WORD_LETTERS && w.size > 1 ? 1 : w.kind == CL_WORD_WIDE;
        others += w.kind == CL_WORD_NUMBER;
    }
    return letters > others && s.size <= KICKER_MAX && !cl_begins(s, CL_SLICE("http"));
}

/* The block over the headline that is one line; of several links in it the first. */
static void set_kicker(cl_making *m, uint32_t headline, cl_slice within) {
    cl_slice kicker = is_kicker(within) ? within : CL_SLICE_NONE;
    for (uint32_t i = headline; i > 0 && headline - i < 4 && !kicker.size; i--) {
        const cl_block *const b = &m->blocks->list.at[i - 1];
        if (m->labels->list.at[i - 1].role != CL_ROLE_KICKER)
            continue;
        const cl_node link = m->dom && b->anchors > 1 ? cl_dom_parent(m->dom, b->node) : CL_NODE_NONE;
        const bool first = link && cl_dom_is(m->dom, link, CL_TAG_A);
        const cl_slice text = first ? cl_element_text(m->dom, link, m->arena, &m->failed) : b->text;
        if (is_kicker(text))
            kicker = without_separators(cl_clean(text, m->arena, false, &m->failed));
    }
    if (!kicker.size || cl_slice_equal_nocase(kicker, m->record->title))
        return;
    m->record->kicker = kicker;
    m->record->from.kicker = m->dom ? CL_FROM_VISIBLE : CL_FROM_TEXT;
}

/* As the page shows it, where it does; the machines' titles are often others, written for search. */
void cl_make_title(cl_making *m) {
    said s = {.count = 0};
    read_said(m, &s);
    const uint32_t block = find_block(m, &s);
    const cl_block *const b = block != CL_NO_BLOCK ? &m->blocks->list.at[block] : NULL;
    cl_slice title = b ? cl_clean(bounded(b->text), m->arena, false, &m->failed) : CL_SLICE_NONE;
    if (!title.size) {
        if (s.count)
            set(m, s.at[0].text, s.at[0].from);
        return;
    }
    cl_slice kicker = CL_SLICE_NONE;
    if (m->dom) {
        kicker = kicker_within(m, &s, b, &title);
        drop_tail(m, &s, b, &title);
    }
    for (size_t i = 0; i < s.count; i++)
        if (same_letters(title, s.at[i].text)) {
            title = s.at[i].text;
            break;
        }
    set(m, title, CL_FROM_VISIBLE);
    set_kicker(m, block, kicker);
}
