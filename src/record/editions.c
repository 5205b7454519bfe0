/* The same page in other languages: <link hreflang>, and the switcher that the page shows. */
#include "base/url.h"
#include "block/words.h"
#include "record/fields.h"
#include "record/string.h"

#define EDITIONS_MAX 100u /* more are not given */
#define NAME_MAX     60u  /* bytes of a language's name */
#define SPACES_MAX   5u   /* in one, with those around it */
#define NAMES_MAX    600u /* of a block that is nothing but such */

static const struct {
    const char *name; /* in small letters */
    const char *tag;
} languages[] = {
#include "record/language_names.inc"
};

/* Small letters, as far as there is room. */
static cl_slice fold(cl_slice s, char *room, size_t room_size) {
    size_t size = 0;
    for (size_t i = 0; i < s.size && size + 4 < room_size;) {
        size_t n;
        const uint32_t c = cl_fold(cl_code_at(s.data + i, s.data + s.size, &n));
        size = (size_t)(cl_put_code_point(room + size, c) - room);
        i += n;
    }
    return cl_slice_of(room, size);
}

cl_slice cl_language_named(cl_slice name) {
    char room[2 * NAME_MAX];
    name = cl_slice_trim(name);
    if (!name.size || name.size > NAME_MAX)
        return CL_SLICE_NONE;
    const cl_slice low = fold(name, room, sizeof room);
    for (size_t begin = 0, end = sizeof languages / sizeof *languages; begin < end;) {
        const size_t middle = begin + (end - begin) / 2;
        const cl_slice at = cl_slice_z(languages[middle].name);
        const int order = memcmp(at.data, low.data, at.size < low.size ? at.size : low.size);
        if (order == 0 && at.size == low.size)
            return cl_slice_z(languages[middle].tag);
        if (order < 0 || (order == 0 && at.size < low.size))
            begin = middle + 1;
        else
            end = middle;
    }
    /* "Français (Canada)" */
    const char *const bracket = memchr(name.data, '(', name.size);
    return bracket && bracket > name.data ? cl_language_named(cl_slice_of(name.data, (size_t)(bracket - name.data)))
                                          : CL_SLICE_NONE;
}

/* Size of the mark that stands between names here, 0 where none does. */
static size_t separator(const char *p, const char *end) {
    static const char *const marks[] = {"/", "|", ",", "·", "•", ";", "\n", "\t", "、", "–"};
    const unsigned char c = (unsigned char)*p;
    if (c >= '0' && c < 0xC2 && c != '|' && c != ';')
        return 0; /* nearly all there is */
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        const size_t n = strlen(marks[i]);
        if ((size_t)(end - p) >= n && memcmp(p, marks[i], n) == 0)
            return n;
    }
    return 0;
}

/* Names in a text that is nothing but such; `*all` becomes false where there is anything else. */
static unsigned count_names(cl_slice text, bool *all) {
    unsigned count = 0;
    const char *const end = text.data + text.size;
    const char *begin = text.data;
    unsigned spaces = 0;
    for (const char *p = begin; text.size && *all;) {
        const size_t n = p < end ? separator(p, end) : 0;
        if (!n && p < end) {
            spaces += *p++ == ' ';
            *all = (size_t)(p - begin) <= NAME_MAX && spaces <= SPACES_MAX;
            continue;
        }
        const cl_slice part = cl_slice_trim(cl_slice_of(begin, (size_t)(p - begin)));
        count += part.size > 0;
        *all = !part.size || cl_language_named(part).size;
        begin = p + n;
        if (p == end)
            break;
        p = begin;
        spaces = 0;
    }
    return count;
}

unsigned cl_languages_only(const cl_blocks *blocks, uint32_t block) {
    const cl_slice text = blocks->list.at[block].text;
    /* What has a digit or ends a sentence is none: no need to look closer. */
    bool all = text.size <= NAMES_MAX && !blocks->list.at[block].digits && !blocks->list.at[block].sentences;
    unsigned count = 0;
    size_t behind = 0;
    for (size_t i = cl_blocks_first_span(blocks, block);
         all && i < blocks->spans.count && blocks->spans.at[i].block == block; i++) {
        const cl_block_span *const span = &blocks->spans.at[i];
        if (span->type != CL_SPAN_LINK || span->start >= span->end || span->end > text.size || span->start < behind)
            continue;
        count += count_names(cl_slice_of(text.data + behind, span->start - behind), &all);
        count += count_names(cl_slice_of(text.data + span->start, span->end - span->start), &all);
        behind = span->end;
    }
    if (all)
        count += count_names(cl_slice_of(text.data + behind, text.size - behind), &all);
    return all ? count : 0;
}

typedef struct making_editions {
    cl_making *m;
    cutline_edition *list;
    size_t count;
} making_editions;

static void add(making_editions *e, cl_slice language, cl_slice label, cl_slice url) {
    for (size_t i = 0; i < e->count; i++) {
        cutline_edition *const have = &e->list[i];
        if (!cl_slice_equal(have->language, language))
            continue;
        if (!have->label.data && label.size)
            have->label = label;
        if (!have->url.data && url.size)
            have->url = url;
        return;
    }
    if (e->count < EDITIONS_MAX)
        e->list[e->count++] = (cutline_edition){
            .language = language, .label = label.size ? label : CL_SLICE_NONE, .url = url.size ? url : CL_SLICE_NONE};
}

/* <link rel=alternate hreflang>; the page itself is not one of its editions. */
static void read_links(making_editions *e) {
    cl_making *const m = e->m;
    for (size_t i = 0; i < m->blocks->notes.count && e->count < EDITIONS_MAX; i++) {
        const cl_note *const note = &m->blocks->notes.at[i];
        if (note->kind != CL_NOTE_LINK)
            continue;
        const cl_slice tag = cl_slice_trim(cl_dom_attr(m->dom, note->node, CL_ATTR_HREFLANG));
        if (!tag.size || cl_slice_equal_nocase(tag, CL_SLICE("x-default")) ||
            !cl_contains(cl_dom_attr(m->dom, note->node, CL_ATTR_REL), CL_SLICE("alternate")) ||
            cl_contains(cl_dom_attr(m->dom, note->node, CL_ATTR_TYPE), CL_SLICE("rss")))
            continue;
        const cl_slice language = cl_language_tag(tag, m->arena, &m->failed);
        const cl_slice url = cl_link_url(m, note->node);
        if (language.size && url.size && !cl_slice_equal(url, m->record->source.canonical) &&
            !cl_slice_equal(url, m->options->url))
            add(e, language, CL_SLICE_NONE, url);
    }
}

/* The tag for a name in a switcher, or for a code of two letters that a link is called by. */
static cl_slice language_of(making_editions *e, cl_slice name, cl_node link) {
    cl_making *const m = e->m;
    const cl_slice named = cl_language_named(name);
    if (named.size || !link)
        return named;
    static const enum cl_attr_name said[] = {CL_ATTR_HREFLANG, CL_ATTR_LANG};
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        const cl_slice tag = cl_dom_attr(m->dom, link, said[i]);
        const cl_slice language = tag.size ? cl_language_tag(tag, m->arena, &m->failed) : CL_SLICE_NONE;
        if (language.size)
            return language;
    }
    const cl_slice code = cl_slice_trim(name);
    char room[8];
    /* "UK" and "CA" are countries. */
    const bool country = cl_slice_equal_nocase(code, CL_SLICE("uk")) || cl_slice_equal_nocase(code, CL_SLICE("ca"));
    const cl_slice low = code.size == 2 && !country ? fold(code, room, sizeof room) : CL_SLICE_NONE;
    for (size_t i = 0; low.size && i < sizeof languages / sizeof *languages; i++)
        if (cl_slice_equal(low, cl_slice_z(languages[i].tag)))
            return cl_slice_z(languages[i].tag);
    return CL_SLICE_NONE;
}

static void add_named(making_editions *e, cl_slice name, cl_node link) {
    const cl_slice label = cl_slice_trim(name);
    const cl_slice language = label.size <= NAME_MAX ? language_of(e, label, link) : CL_SLICE_NONE;
    if (language.size)
        add(e, language, label, link ? cl_link_url(e->m, link) : CL_SLICE_NONE);
}

/* "Portuguese / Spanish / English" */
static void read_names(making_editions *e, cl_slice text) {
    size_t begin = 0;
    for (size_t i = 0; i <= text.size;) {
        const size_t n = i < text.size ? separator(text.data + i, text.data + text.size) : 0;
        if (n || i == text.size)
            add_named(e, cl_slice_of(text.data + begin, i - begin), CL_NODE_NONE);
        i += n ? n : 1;
        begin = n ? i : begin;
    }
}

static void read_block(making_editions *e, uint32_t block) {
    const cl_blocks *const blocks = e->m->blocks;
    const cl_slice text = blocks->list.at[block].text;
    size_t behind = 0;
    for (size_t i = cl_blocks_first_span(blocks, block); i < blocks->spans.count && blocks->spans.at[i].block == block;
         i++) {
        const cl_block_span *const span = &blocks->spans.at[i];
        if (span->type != CL_SPAN_LINK || span->start >= span->end || span->end > text.size || span->start < behind)
            continue;
        read_names(e, cl_slice_of(text.data + behind, span->start - behind));
        add_named(e, cl_slice_of(text.data + span->start, span->end - span->start), span->node);
        behind = span->end;
    }
    if (text.size - behind <= NAMES_MAX)
        read_names(e, cl_slice_of(text.data + behind, text.size - behind));
}

void cl_make_editions(cl_making *m) {
    making_editions e = {.m = m, .list = cl_arena_array(m->arena, EDITIONS_MAX, sizeof *e.list)};
    if (!e.list) {
        m->failed = true;
        return;
    }
    if (m->dom)
        read_links(&e);
    const size_t said = e.count;
    for (uint32_t i = 0; i < m->labels->list.count && e.count < EDITIONS_MAX; i++)
        if (m->labels->list.at[i].role == CL_ROLE_EDITION)
            read_block(&e, i);
    if (!e.count)
        return;
    m->record->editions.at = e.list;
    m->record->editions.count = e.count;
    m->record->from.editions = said ? CL_FROM_META : m->dom ? CL_FROM_VISIBLE : CL_FROM_TEXT;
}
