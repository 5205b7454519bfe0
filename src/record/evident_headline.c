/* Headline and byline of a flattened text that the network has not found, or has taken other lines for: the line before
 * the story that is none of those that stand between the two, and among these the one that names somebody. */
#include "record/authors.h"
#include "record/date.h"
#include "record/fields.h"

#define LINES_MAX    8u   /* between the headline and the story */
#define LINE_MAX     200u /* bytes of one that says who or when */
#define WORDS_MAX    3u   /* beside a date, in a line that is one */
#define HEADLINE_MIN 14u  /* letters */
#define HEADLINE_MAX 300u

/* Whether a line says nothing but when. */
static bool is_date(const cl_making *m, uint32_t line) {
    const cl_slice text = m->blocks->list.at[line].text;
    const cl_date_known known = {.language = m->record->language};
    cl_dated dated;
    return text.size <= LINE_MAX && cl_date_find(text, &known, &dated, 1) && dated.words <= WORDS_MAX;
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
    return role != CL_ROLE_BODY && role != CL_ROLE_DECK && role != CL_ROLE_DATE && role != CL_ROLE_BYLINE &&
           role != CL_ROLE_CAPTION && role != CL_ROLE_CREDIT && role != CL_ROLE_CONSENT && b->chars >= HEADLINE_MIN &&
           b->chars <= HEADLINE_MAX && b->sentences == 0 && !is_date(m, line) && !is_byline(m, line, false);
}

static void find_headline(cl_making *m, cl_labels *labels, uint32_t first) {
    const uint32_t before = labels->headline;
    if (before != CL_NO_BLOCK && !is_date(m, before) && !is_byline(m, before, false))
        return;
    for (uint32_t i = first; i-- > 0 && first - i <= LINES_MAX;)
        if (may_be_headline(m, labels, i)) {
            if (before != CL_NO_BLOCK)
                labels->list.at[before].role = CL_ROLE_OTHER;
            labels->list.at[i].role = CL_ROLE_HEADLINE;
            labels->headline = i;
            return;
        }
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

void cl_evident_headline(cl_making *m, cl_labels *labels) {
    const uint32_t count = (uint32_t)labels->list.count;
    uint32_t first = 0;
    while (first < count && labels->list.at[first].role != CL_ROLE_BODY)
        first++;
    if (m->dom || first == count)
        return;
    find_headline(m, labels, first);
    find_byline(m, labels, first);
}
