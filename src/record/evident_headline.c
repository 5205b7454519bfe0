/* Headline and byline of a flattened text that the network has not found, or has taken other lines for: the line before
 * the story that is none of those that stand between the two, and among these the one that names somebody. And of any
 * page the date between them, where the network has not known it; of a flattened text other stories at its end. */
#include "block/words.h"
#include "record/authors.h"
#include "record/date.h"
#include "record/fields.h"

#define LINES_MAX     8u     /* between the headline and the story */
#define LINE_MAX      200u   /* bytes of one that says who or when */
#define RELATED_LINES 16u    /* at the end of a text, under a heading */
#define RELATED_MAX   120u   /* letters of one */
#define DATE_MAX      60u    /* bytes of a date and nothing else */
#define WORDS_MAX     3u     /* beside a date, in a line that is one */
#define PIECES        16384u /* a power of two: pieces are kept as its bits */
#define STORY_MAX     3000u  /* bytes of the story that are compared with */
#define FOREIGN       0.35f  /* share of the pieces of a line that says little of the story */
#define SURE          0.7f   /* of a headline */
#define HEADLINE_MIN  14u    /* letters */
#define HEADLINE_MAX  300u

/* Whether a line says nothing but when. */
static bool is_date(const cl_making *m, uint32_t line) {
    const cl_slice text = m->blocks->list.at[line].text;
    const cl_date_known known = {.reference = NULL};
    cl_dated dated;
    return text.size <= LINE_MAX && cl_date_find(text, &known, &dated, 1) && dated.words <= WORDS_MAX;
}

/* Whether it says when and not a word more, be it "three hours ago". */
static bool is_bare_date(const cl_making *m, uint32_t block) {
    static const cl_date some_day = {.year = 2024, .month = 5, .day = 14, .hour = 12};
    const cl_slice text = m->blocks->list.at[block].text;
    const cl_date_known known = {.reference = &some_day};
    cl_dated dated;
    return text.size <= DATE_MAX && cl_date_find(text, &known, &dated, 1) == 1 && !dated.words;
}

/* Whether a line says nothing but who wrote the story: "By Ada Bach"; where it stands beside a date, also the name
 * alone. */
static bool is_byline(cl_making *m, uint32_t line, bool dated) {
    const cl_slice text = m->blocks->list.at[line].text;
    cl_names names = {.count = 0};
    if (text.size > LINE_MAX)
        return false;
    cl_byline_read(text, m->arena, &names, &m->failed);
    bool is = names.count > 0;
    for (size_t i = 0; i < names.count; i++) {
        const cl_name *const name = &names.at[i];
        is &=
            name->whole && (names.at[0].announced || (dated && name->plain && name->words >= 2 && !name->organization));
    }
    return is;
}

static bool may_be_headline(cl_making *m, const cl_labels *labels, uint32_t line) {
    const cl_block *const b = &m->blocks->list.at[line];
    const cl_role role = (cl_role)labels->list.at[line].role;
    return role != CL_ROLE_BODY && role != CL_ROLE_DATE && role != CL_ROLE_BYLINE && role != CL_ROLE_CAPTION &&
           role != CL_ROLE_CREDIT && role != CL_ROLE_CONSENT && b->chars >= HEADLINE_MIN && b->chars <= HEADLINE_MAX &&
           b->sentences == 0 && !is_date(m, line) && !is_byline(m, line, false);
}

/* ---- whether a line speaks of what the story does
 *
 * By pieces of four letters, in any script: words of a headline come again in the story, those of a menu do not. */

typedef struct pieces {
    uint64_t seen[PIECES / 64];
} pieces;

static bool next_piece(const char **p, const char *end, uint32_t *letters, unsigned *count, uint32_t *piece) {
    while (*p < end) {
        size_t size;
        const uint32_t c = cl_fold(cl_code_at(*p, end, &size));
        *p += size;
        if (c <= ' ') {
            *count = 0;
            continue;
        }
        for (unsigned i = 3; i > 0; i--)
            letters[i] = letters[i - 1];
        letters[0] = c;
        if (++*count < (c >= 0x2E80 ? 2 : 4)) /* two of those that are words */
            continue;
        const bool wide = c >= 0x2E80;
        uint32_t hash = letters[0] * 0x9e3779b1u + letters[1];
        hash = wide ? hash : (hash * 0x9e3779b1u + letters[2]) * 0x9e3779b1u + letters[3];
        *piece = (hash * 0x9e3779b1u) >> 16 & (PIECES - 1);
        return true;
    }
    return false;
}

static void see(const cl_making *m, const cl_labels *labels, uint32_t first, pieces *of) {
    size_t left = STORY_MAX;
    for (uint32_t i = first; i < labels->list.count && left; i++) {
        cl_slice text = m->blocks->list.at[i].text;
        if (labels->list.at[i].role != CL_ROLE_BODY)
            continue;
        text.size = text.size < left ? text.size : left;
        left -= text.size;
        uint32_t letters[4], piece;
        unsigned count = 0;
        for (const char *p = text.data; next_piece(&p, text.data + text.size, letters, &count, &piece);)
            of->seen[piece / 64] |= UINT64_C(1) << piece % 64;
    }
}

/* Pieces of a line, and those that the story has. */
typedef struct agreement {
    float all, seen;
} agreement;

static agreement agreement_of(const cl_making *m, uint32_t line, const pieces *of) {
    const cl_slice text = m->blocks->list.at[line].text;
    agreement a = {0, 0};
    uint32_t letters[4], piece;
    unsigned count = 0;
    for (const char *p = text.data; next_piece(&p, text.data + text.size, letters, &count, &piece); a.all++)
        a.seen += (float)(of->seen[piece / 64] >> piece % 64 & 1);
    return a;
}

/* The line that says most of what the story does, the last of several. One that the network took goes only where it is
 * none by its words, or says little of the story while another says more. */
static void find_headline(cl_making *m, cl_labels *labels, uint32_t first) {
    const uint32_t before = labels->headline;
    const bool sure = before != CL_NO_BLOCK && !is_date(m, before) && !is_byline(m, before, false);
    pieces of = {{0}};
    see(m, labels, first, &of);
    const agreement own = sure ? agreement_of(m, before, &of) : (agreement){0, 0};
    if (sure && (own.seen > FOREIGN * own.all || labels->list.at[before].probability >= SURE))
        return;
    uint32_t found = CL_NO_BLOCK;
    float most = -1;
    for (uint32_t i = first; i-- > 0 && first - i <= LINES_MAX;) {
        if (i == before || !may_be_headline(m, labels, i))
            continue;
        const agreement a = agreement_of(m, i, &of);
        const float says = a.all > 0 ? a.seen * a.seen / a.all : 0;
        if (says <= most || (sure && a.seen <= FOREIGN * a.all))
            continue;
        most = says;
        found = i;
    }
    if (found == CL_NO_BLOCK)
        return;
    if (before != CL_NO_BLOCK)
        labels->list.at[before].role = CL_ROLE_OTHER;
    labels->list.at[found].role = CL_ROLE_HEADLINE;
    labels->headline = found;
}

/* Between the headline and the story, where no line is known for a byline. */
static void find_byline(cl_making *m, cl_labels *labels, uint32_t first) {
    const uint32_t begin = labels->headline + 1;
    if (labels->headline == CL_NO_BLOCK || begin >= first || first - begin > LINES_MAX)
        return;
    for (uint32_t i = begin; i < first; i++)
        if (labels->list.at[i].role == CL_ROLE_BYLINE)
            return;
    for (uint32_t i = begin; i < first; i++) {
        const bool dated = (i > begin && is_date(m, i - 1)) || (i + 1 < first && is_date(m, i + 1));
        if (labels->list.at[i].role != CL_ROLE_DECK && !is_date(m, i) && is_byline(m, i, dated))
            labels->list.at[i].role = CL_ROLE_BYLINE;
    }
}

/* Between them, what is a date and nothing else. */
static void find_dates(const cl_making *m, cl_labels *labels, uint32_t first) {
    const uint32_t begin = labels->headline + 1;
    if (labels->headline == CL_NO_BLOCK || begin >= first || first - begin > LINES_MAX)
        return;
    for (uint32_t i = begin; i < first; i++) {
        const cl_role role = (cl_role)labels->list.at[i].role;
        if ((role == CL_ROLE_OTHER || role == CL_ROLE_SHARE || role == CL_ROLE_NAVIGATION || role == CL_ROLE_TOPIC ||
                role == CL_ROLE_ASIDE || role == CL_ROLE_RELATED) &&
            is_bare_date(m, i))
            labels->list.at[i].role = CL_ROLE_DATE;
    }
}

/* Short lines without an end at the end of a text, under one that says that they are other stories. */
static void find_related(const cl_making *m, cl_labels *labels) {
    const uint32_t end = cl_body_end(labels);
    for (uint32_t i = end; i-- > 0 && end - i <= RELATED_LINES;) {
        const cl_block *const b = &m->blocks->list.at[i];
        if (labels->list.at[i].role == CL_ROLE_BODY && (b->sentences || b->chars > RELATED_MAX))
            return;
        if (i + 1 == end || !cl_heads_related(b->text))
            continue;
        for (uint32_t k = i; k < end; k++)
            if (labels->list.at[k].role == CL_ROLE_BODY)
                labels->list.at[k].role = CL_ROLE_RELATED;
        return;
    }
}

void cl_evident_headline(cl_making *m, cl_labels *labels) {
    const uint32_t first = cl_body_begin(labels);
    if (first == labels->list.count)
        return;
    if (!m->dom) {
        find_headline(m, labels, first);
        find_byline(m, labels, first);
        find_related(m, labels);
    }
    find_dates(m, labels, first);
}
