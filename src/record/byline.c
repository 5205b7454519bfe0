#include "record/byline.h"
#include "block/words.h"
#include "record/byline_tokens.h"
#include "record/string.h"

#include <stdlib.h>

/* What a word that stands before a name says of the one named. */
typedef enum announcement {
    UNSAID = 0, /* nothing */
    WROTE,
    HELPED,
    PHOTOGRAPHED,
    SOURCE,
    NOBODY /* no name comes here: a part of the page around the byline */
} announcement;

typedef struct parser {
    cl_arena *arena;
    cl_names *names;
    bool *failed;
    const cl_token *tokens;
    size_t count;
    size_t first;       /* names that were there before */
    announcement said;  /* of what comes next */
    bool rest;          /* there was something that is no name */
    bool sentence;      /* the whole is one, or more */
    bool ended;         /* what comes from here on is none */
    uint8_t most_words; /* of a name so far */
    size_t colon_names; /* names before a colon that nothing announced: the end of them */
} parser;

static bool has(const cl_token *t, uint32_t uses) {
    return (t->uses & uses) != 0;
}

static bool small(const cl_token *t) {
    return t->letters == CL_LETTERS_SMALL;
}

static bool says(const cl_token *t, const char *word) {
    return cl_slice_equal_nocase(t->text, cl_slice_z(word));
}

/* "and" and its like; those of one letter only as small letters. */
static bool joins(const cl_token *t, uint32_t uses) {
    const bool name = t->letters == CL_LETTERS_CAPITAL && !says(t, "and") && !says(t, "und"); /* "Dan", "En" */
    return has(t, uses) && !t->bracket && !name && (t->size > 1 || small(t) || !t->letters);
}

static bool preposition(const cl_token *t) {
    return has(t, CL_USE_PREP) && (t->size > 1 || small(t));
}

/* Months, days and measures of time are that beside figures. */
static bool of_a_date(const parser *p, size_t i) {
    const cl_token *const t = &p->tokens[i];
    if (t->number)
        return true;
    if (!has(t, CL_USE_MONTH | CL_USE_DAY | CL_USE_TIME))
        return false;
    for (size_t k = 1; k <= 3 && k <= i; k++) {
        if (p->tokens[i - k].number)
            return true;
        if (!has(&p->tokens[i - k], CL_USE_MONTH | CL_USE_DAY | CL_USE_TIME))
            break;
    }
    for (size_t k = 1; k <= 2; k++) {
        if (i + k < p->count && p->tokens[i + k].number)
            return true;
        if (i + k >= p->count || !has(&p->tokens[i + k], CL_USE_MONTH | CL_USE_DAY | CL_USE_PREP | CL_USE_TIME))
            break;
    }
    return has(t, CL_USE_DAY) && t->gap != CL_GAP_SPACE && (i + 1 == p->count || p->tokens[i + 1].gap != CL_GAP_SPACE);
}

/* ---- one name */

static bool vowels(cl_slice s) {
    for (size_t i = 0; i < s.size; i++)
        if ((unsigned char)s.data[i] >= 0x80 || strchr("AEIOUY", s.data[i]))
            return true;
    return false;
}

/* A name in capitals as it is signed: one at the beginning of each part. */
static char *without_capitals(char *out, cl_slice word) {
    const char *const end = word.data + word.size;
    bool first = true;
    for (const char *q = word.data; q < end;) {
        size_t size;
        const uint32_t c = cl_code_at(q, end, &size);
        const bool letter = cl_fold(c) != c;
        if (!letter || first)
            for (size_t i = 0; i < size; i++)
                *out++ = q[i];
        else
            out = cl_put_code_point(out, cl_fold(c));
        const size_t done = (size_t)(q + size - word.data);
        first = !letter || (done == 2 && word.size > 4 && word.data[0] == 'M' && word.data[1] == 'C');
        q += size;
    }
    return out;
}

static bool number_of_kings(cl_slice s) {
    for (size_t i = 0; i < s.size; i++)
        if (!strchr("IVX", s.data[i]))
            return false;
    return true;
}

/* The words as one string; in capitals throughout, and more than one, written as names are. */
static cl_slice written(parser *p, size_t begin, size_t end, bool organization) {
    size_t size = 0, capitals = 0, counted = 0;
    for (size_t i = begin; i < end; i++) {
        const cl_token *const t = &p->tokens[i];
        size += t->text.size * 2 + 2;
        if (t->size > 1 && !has(t, CL_USE_SUFFIX)) {
            counted++;
            capitals += t->letters == CL_LETTERS_CAPITALS;
        }
    }
    char *const copy = cl_arena_alloc(p->arena, size + 1);
    if (!copy) {
        *p->failed = true;
        return CL_SLICE_NONE;
    }
    const bool loud = !organization && counted >= 2 && capitals == counted;
    char *out = copy;
    for (size_t i = begin; i < end; i++) {
        const cl_token *const t = &p->tokens[i];
        if (i > begin) {
            if (t->degree)
                *out++ = ',';
            *out++ = ' ';
        }
        const bool son = says(t, "jr") || says(t, "jr.") || says(t, "sr") || says(t, "sr.");
        if (loud && t->letters == CL_LETTERS_CAPITALS && (son || (vowels(t->text) && !number_of_kings(t->text)))) {
            out = without_capitals(out, t->text);
        } else {
            memcpy(out, t->text.data, t->text.size);
            out += t->text.size;
        }
    }
    /* The number of a note, or of comments, that is glued to a name. */
    if (end - begin >= 2 && !organization)
        while (out - copy > 4 && out[-1] >= '0' && out[-1] <= '9')
            out--;
    return cl_clean(cl_slice_of(copy, (size_t)(out - copy)), p->arena, false, p->failed);
}

/* Without quotation marks around the whole. */
static cl_slice unquoted(cl_slice s) {
    static const char *const pairs[][2] = {
        {"\"", "\""}, {"“", "”"}, {"„", "“"}, {"‘", "’"}, {"«", "»"}, {"《", "》"}, {"「", "」"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        const size_t a = strlen(pairs[i][0]), b = strlen(pairs[i][1]);
        if (s.size > a + b && memcmp(s.data, pairs[i][0], a) == 0 && memcmp(s.data + s.size - b, pairs[i][1], b) == 0)
            return cl_slice_of(s.data + a, s.size - a - b);
    }
    return s;
}

static bool is_organization(const parser *p, size_t begin, size_t end) {
    bool organization =
        p->tokens[begin].domain ||
        (end - begin == 1 && has(&p->tokens[begin], CL_USE_AGENCY) && p->tokens[begin].letters != CL_LETTERS_CAPITAL) ||
        (end - begin >= 2 && says(&p->tokens[begin], "the"));
    for (size_t i = begin; i < end; i++)
        organization |= has(&p->tokens[i], CL_USE_ORG) && (i > begin || end - begin <= 3);
    if (end - begin >= 2)
        for (size_t i = begin; i < end; i++)
            organization |= has(&p->tokens[i], CL_USE_AGENCY) && p->tokens[i].letters == CL_LETTERS_CAPITALS;
    return organization || says(&p->tokens[begin], "reuters") || says(&p->tokens[begin], "bloomberg");
}

static void put_name(parser *p, size_t begin, size_t end) {
    const bool organization = is_organization(p, begin, end);
    const announcement said = p->said;
    bool plain = true;
    for (size_t i = begin; i < end; i++)
        plain &= !(p->tokens[i].uses & ~(uint32_t)(CL_USE_PARTICLE | CL_USE_SUFFIX | CL_USE_TITLE | CL_USE_EMPTY |
                                                   CL_USE_AND | CL_USE_WITH | CL_USE_MONTH)) &&
                 (p->tokens[i].letters != CL_LETTERS_SMALL || has(&p->tokens[i], CL_USE_PARTICLE)) &&
                 !p->tokens[i].domain;
    cl_name name = {.text = unquoted(written(p, begin, end, organization)),
        .task = (uint8_t)(said == HELPED         ? CL_TASK_HELPED
                          : said == PHOTOGRAPHED ? CL_TASK_PHOTOGRAPHED
                          : said == SOURCE       ? CL_TASK_SOURCE
                                                 : CL_TASK_WROTE),
        .organization = organization,
        .announced = said != UNSAID,
        .plain = plain,
        .words = (uint8_t)(end - begin + (end - begin == 1 && p->tokens[begin].wide && p->tokens[begin].size <= 5))};
    if (!name.text.size || cl_name_is_empty(name.text))
        return;
    p->most_words = name.words > p->most_words ? name.words : p->most_words;
    cl_names_add(p->names, name);
}

/* Whether words are written as a name is: capitals but for "von" and its like, no figures. */
static bool name_like(const parser *p, size_t begin, size_t end) {
    size_t smalls = 0, particles = 0;
    for (size_t i = begin; i < end; i++) {
        const cl_token *const t = &p->tokens[i];
        if (t->number)
            return false;
        const bool particle = has(t, CL_USE_PARTICLE | CL_USE_ORG);
        if (small(t) && has(t, CL_USE_ROLE | CL_USE_QUALITY) && !particle)
            return false;
        smalls += small(t) && !particle && !(i > begin && has(t, CL_USE_SUFFIX));
        particles += particle && small(t);
    }
    const size_t n = end - begin;
    if (n == 0 || n > 7 || particles == n)
        return false;
    const uint32_t alone = (uint32_t)(CL_USE_AGENCY | CL_USE_ORG | CL_USE_SUFFIX | CL_USE_EMPTY) |
                           (p->tokens[begin].letters == CL_LETTERS_CAPITALS ? CL_USE_PARTICLE : 0u);
    if (n == 1) /* no word that bylines use otherwise, unless it is announced and looks like a name */
        return (p->tokens[begin].size >= 2 || p->tokens[begin].wide) && !says(&p->tokens[begin], "the") &&
               (!(p->tokens[begin].uses & ~alone) ||
                   (p->said == WROTE && p->tokens[begin].letters >= CL_LETTERS_CAPITAL &&
                       !(p->tokens[begin].uses &
                           ~(alone | CL_USE_PLACE | CL_USE_MONTH | CL_USE_QUALITY | CL_USE_AND))));
    if (smalls == n - particles && n <= 3 && !p->sentence)
        return n - particles >= 2 || p->said == WROTE; /* all in small letters, as some sign */
    return smalls == 0 || (smalls == 1 && n == 2 && p->said == WROTE && !small(&p->tokens[begin]));
}

/* ---- a part of a byline: what stands between commas, "and", dates and the like */

/* Words before the first that can't be of a name: where it is, for whom, a date, a link of the page. */
static size_t cut_behind(parser *p, size_t begin, size_t end) {
    for (size_t i = begin + 1; i < end; i++) {
        const cl_token *const t = &p->tokens[i];
        const bool of_page =
            has(t, CL_USE_NOISE) && (i - begin >= 2 || i + 1 < end || has(t, CL_USE_BY) || t->size > 5);
        const bool done = has(t, CL_USE_DID | CL_USE_HELP | CL_USE_PHOTO) && i - begin >= 2;
        const bool special = has(t, CL_USE_QUALITY) && i + 1 < end &&
                             (has(&p->tokens[i + 1], CL_USE_PREP | CL_USE_BY) || says(&p->tokens[i + 1], "to")) &&
                             i - begin >= 2;
        if (preposition(t) || of_page || done || special || (has(t, CL_USE_SAYS) && i - begin >= 2) || says(t, "to") ||
            (says(t, "the") && i - begin >= 2 && i + 1 < end && !small(&p->tokens[i + 1]))) {
            p->rest = true;
            return i;
        }
    }
    return end;
}

/* Without the task behind a name: "Ada Bach Senior Editor"; not where one word would be left of three or fewer. */
static size_t cut_task_behind(parser *p, size_t begin, size_t end) {
    if (says(&p->tokens[begin], "the"))
        return end;
    for (size_t i = begin + 1; i < end; i++) {
        if (i >= begin + 2 && (says(&p->tokens[i], "senior") || says(&p->tokens[i], "staff")))
            return i;
        if (!has(&p->tokens[i], CL_USE_ROLE))
            continue;
        size_t cut = i;
        while (cut > begin + 2 && has(&p->tokens[cut - 1], CL_USE_QUALITY))
            cut--;
        /* What is left would be no name: "Daily Mail Reporter" is whole. */
        if (has(&p->tokens[cut - 1], CL_USE_ORG | CL_USE_QUALITY) && !p->tokens[begin].wide)
            return end;
        if (cut - begin < 2 && end - cut < 2 && !p->tokens[begin].wide)
            return end;
        return cut;
    }
    return end;
}

/* "Ada Bach Metro Ledger": without the paper's name behind two words that have no other use. */
static size_t cut_paper_behind(const parser *p, size_t begin, size_t end) {
    if (p->said != WROTE || end - begin != 4 || !has(&p->tokens[end - 1], CL_USE_ORG))
        return end;
    for (size_t i = begin; i < begin + 2; i++)
        if (p->tokens[i].uses || p->tokens[i].letters != CL_LETTERS_CAPITAL || says(&p->tokens[i], "new") ||
            says(&p->tokens[i], "los") || says(&p->tokens[i], "san"))
            return end;
    return begin + 2;
}

/* Without a task before a name: "Health correspondent Ada Bach". */
static size_t cut_before(parser *p, size_t begin, size_t end) {
    if (end - begin >= 3 && (cl_ends(p->tokens[begin].text, CL_SLICE("'s")) ||
                                cl_ends(p->tokens[begin].text, CL_SLICE("’s")))) /* "CNN's Ada Bach" */
        begin++;
    size_t after = begin;
    for (size_t k = begin; k < end && has(&p->tokens[k], CL_USE_ROLE | CL_USE_QUALITY | CL_USE_PARTICLE); k++)
        if (has(&p->tokens[k], CL_USE_ROLE))
            after = k + 1;
    return after > begin && after + 1 == end && has(&p->tokens[after], CL_USE_SUFFIX) ? end : after;
}

static bool all(const parser *p, size_t begin, size_t end, uint32_t uses) {
    for (size_t i = begin; i < end; i++)
        if (!has(&p->tokens[i], uses))
            return false;
    return begin < end;
}

/* Whether no word of them has a use in bylines other than as a part of a name. */
static bool unused(const parser *p, size_t begin, size_t end) {
    const uint32_t of_names = CL_USE_PARTICLE | CL_USE_SUFFIX | CL_USE_TITLE | CL_USE_AND | CL_USE_MONTH;
    for (size_t i = begin; i < end; i++)
        if (p->tokens[i].uses & ~of_names)
            return false;
    return true;
}

/* Whether the words are a place, as they stand after names. */
static bool is_place(const parser *p, size_t begin, size_t end) {
    static const char *const first[] = {"new", "los", "san", "são", "santa", "hong", "rio", "buenos", "tel", "abu",
        "kuala", "den", "la", "st", "st.", "cape"};
    if (all(p, begin, end, CL_USE_PLACE))
        return true;
    for (size_t k = 0; k < sizeof first / sizeof *first; k++)
        if (end - begin == 2 && cl_slice_equal_nocase(p->tokens[begin].text, cl_slice_z(first[k])) && k != 3 && k != 12)
            return p->names->count > p->first;
    return false;
}

/* Reads one part as a name, where it is one. `joined`: "and" or "with" stands before it. */
static void read_part(parser *p, size_t begin, size_t end, bool joined) {
    if (begin >= end || p->said == NOBODY)
        return;
    const cl_gap gap = (cl_gap)p->tokens[begin].gap;
    const bool others = p->names->count > p->first;
    if (has(&p->tokens[begin], CL_USE_AND) && p->tokens[begin].letters == CL_LETTERS_NONE && end - begin > 1)
        begin++;
    if (preposition(&p->tokens[begin]) && !has(&p->tokens[begin], CL_USE_PARTICLE)) {
        p->rest = true;
        return;
    }
    begin = cut_before(p, begin, end);
    if (begin >= end)
        return;
    end = cut_behind(p, begin, end);
    const size_t whole = end;
    end = cut_paper_behind(p, begin, cut_task_behind(p, begin, end));
    while (end > begin + 1 && small(&p->tokens[end - 1]) && has(&p->tokens[end - 1], CL_USE_PARTICLE))
        end--; /* "Ada Bach le jeudi" */
    /* Behind a name, words of other use and a task are that one's: "Ada Bach, West Coast Editor". */
    if (others && !joined && end < whole && gap == CL_GAP_COMMA && !unused(p, begin, end)) {
        p->rest = true;
        return;
    }
    if (has(&p->tokens[begin], CL_USE_NOISE | CL_USE_DID | CL_USE_HELP | CL_USE_PHOTO) &&
        !is_organization(p, begin, end)) {
        p->rest = true;
        return;
    }
    if (!name_like(p, begin, end) || all(p, begin, end, CL_USE_QUALITY | CL_USE_SUFFIX | CL_USE_PREP) ||
        all(p, begin, end, CL_USE_EMPTY | CL_USE_LABEL | CL_USE_AND | CL_USE_WITH)) {
        p->rest = true;
        return;
    }
    /* Small letters behind a name with capitals are no name. */
    if (others && small(&p->tokens[begin]) && !has(&p->tokens[begin], CL_USE_PARTICLE) &&
        p->names->at[p->first].plain) {
        p->rest = true;
        return;
    }
    if (others && !joined) {
        /* After a name, a body is whom somebody works for, and one word alone a place. */
        const bool one =
            end - begin == 1 && !p->tokens[begin].wide && (p->most_words > 1 || p->names->at[p->first].organization);
        const bool body = p->said != SOURCE && is_organization(p, begin, end) && !p->names->at[p->first].organization;
        if (one || body || (gap == CL_GAP_SLASH && p->tokens[begin].wide) || is_place(p, begin, end)) {
            p->rest |= one && !has(&p->tokens[begin], CL_USE_PLACE);
            return;
        }
    }
    if (others && joined && end - begin == 1 && p->most_words > 1 && !is_organization(p, begin, end) &&
        !p->tokens[begin].wide) {
        p->rest = true;
        return;
    }
    put_name(p, begin, end);
}

/* ---- words of scripts without spaces: what stands before and behind a name is written together with it */

typedef struct affix {
    const char *text;
    uint32_t use;
} affix;

static const affix before_wide[] = {{"責任編輯", CL_USE_HELP}, {"责任编辑", CL_USE_HELP}, {"特約記者", CL_USE_LABEL},
    {"特约记者", CL_USE_LABEL}, {"本報記者", CL_USE_LABEL}, {"本报记者", CL_USE_LABEL}, {"見習記者", CL_USE_LABEL},
    {"见习记者", CL_USE_LABEL}, {"實習記者", CL_USE_LABEL}, {"实习记者", CL_USE_LABEL}, {"題图来自", CL_USE_PHOTO},
    {"题图来自", CL_USE_PHOTO}, {"图片来源", CL_USE_PHOTO}, {"記者・", CL_USE_LABEL}, {"取材・文・", CL_USE_LABEL},
    {"文・", CL_USE_LABEL}, {"記者", CL_USE_LABEL}, {"记者", CL_USE_LABEL}, {"作者", CL_USE_LABEL},
    {"撰文", CL_USE_LABEL}, {"编辑", CL_USE_HELP}, {"編輯", CL_USE_HELP}, {"来源", CL_USE_SOURCE},
    {"來源", CL_USE_SOURCE}, {"摄影", CL_USE_PHOTO}, {"攝影", CL_USE_PHOTO}, {"編集", CL_USE_HELP}};
static const char *const behind_wide[] = {"綜合報導", "综合报道", "特约记者", "特派记者", "記者", "记者", "報導",
    "报道", "报导", "特派員", "기자", "특파원", "編輯", "编辑"};

static cl_slice without_behind(cl_slice s) {
    for (size_t i = 0; i < sizeof behind_wide / sizeof *behind_wide; i++) {
        const size_t n = strlen(behind_wide[i]);
        if (s.size >= n && memcmp(s.data + s.size - n, behind_wide[i], n) == 0)
            return cl_slice_of(s.data, s.size - n);
    }
    return s;
}

/* Takes apart what is written together in each word; a word that is left empty keeps its bytes, and its use. */
static void part_wide(cl_token *tokens, size_t count) {
    for (size_t i = 0; i < count; i++) {
        cl_token *const t = &tokens[i];
        if (!t->wide || t->uses)
            continue;
        for (size_t k = 0; k < sizeof before_wide / sizeof *before_wide; k++) {
            const size_t n = strlen(before_wide[k].text);
            if (t->text.size <= n + 3 || memcmp(t->text.data, before_wide[k].text, n) != 0)
                continue;
            t->text = cl_slice_of(t->text.data + n, t->text.size - n);
            t->size = (uint8_t)(t->size > n / 3 ? t->size - n / 3 : 0);
            t->gap = CL_GAP_BAR;
            t->glued = before_wide[k].use;
            break;
        }
        const cl_slice rest = without_behind(t->text);
        if (rest.size >= 6)
            t->text = rest;
    }
}

/* ---- the whole */

static announcement said_by(uint32_t uses) {
    return uses & CL_USE_PHOTO                                            ? PHOTOGRAPHED
           : uses & CL_USE_HELP && !(uses & CL_USE_LABEL)                 ? HELPED
           : uses & CL_USE_SOURCE                                         ? SOURCE
           : uses & (CL_USE_DID | CL_USE_LABEL | CL_USE_BY | CL_USE_ROLE) ? WROTE
                                                                          : UNSAID;
}

/* Whether a word of BY_FIRST at `i` announces a name there rather than being part of one. */
static bool announces(const parser *p, size_t i) {
    const cl_token *const t = &p->tokens[i];
    if (!has(t, CL_USE_BY_FIRST) || i + 1 >= p->count || p->tokens[i + 1].gap != CL_GAP_SPACE)
        return false;
    const bool first = t->gap != CL_GAP_SPACE || i == 0 || of_a_date(p, i - 1) ||
                       has(&p->tokens[i - 1], CL_USE_DID | CL_USE_HELP | CL_USE_PHOTO | CL_USE_LABEL | CL_USE_TIME);
    const cl_token *const next = &p->tokens[i + 1];
    if (!first || (small(next) && has(next, CL_USE_PARTICLE)))
        return false;
    if (!has(t, CL_USE_PARTICLE) || says(t, "von"))
        return true;
    /* "De" and its like are the beginnings of names as well: of those with two words behind it they are not. */
    if (has(next, CL_USE_ORG) || small(t))
        return true;
    return !says(t, "van") && i + 2 < p->count && p->tokens[i + 2].gap == CL_GAP_SPACE &&
           !joins(&p->tokens[i + 2], CL_USE_AND | CL_USE_WITH);
}

/* The announcement that a word at `i` makes, of what comes after it; UNSAID for all others. */
static announcement announcement_at(const parser *p, size_t i) {
    const cl_token *const t = &p->tokens[i];
    const bool first = t->gap != CL_GAP_SPACE || i == 0;
    const cl_gap after = i + 1 < p->count ? (cl_gap)p->tokens[i + 1].gap : CL_GAP_BAR;
    const cl_token *const before = i && t->gap == CL_GAP_SPACE ? &p->tokens[i - 1] : NULL;
    if (t->glued)
        return said_by(t->glued);
    if (has(t, CL_USE_BY) || announces(p, i)) {
        if (!before || !has(before, CL_USE_PHOTO | CL_USE_HELP | CL_USE_DID | CL_USE_LABEL))
            return WROTE;
        const bool also =
            i >= 3 && joins(&p->tokens[i - 2], CL_USE_AND) && has(&p->tokens[i - 3], CL_USE_DID | CL_USE_LABEL);
        return also ? WROTE : said_by(before->uses) == UNSAID ? WROTE : said_by(before->uses);
    }
    if (after == CL_GAP_COLON &&
        has(t, CL_USE_DID | CL_USE_LABEL | CL_USE_HELP | CL_USE_PHOTO | CL_USE_SOURCE | CL_USE_ROLE))
        return said_by(t->uses);
    if (after == CL_GAP_COLON && has(t, CL_USE_NOISE))
        return NOBODY;
    if (!first || after != CL_GAP_SPACE)
        return t->wide && has(t, CL_USE_LABEL) && after == CL_GAP_SLASH ? WROTE : UNSAID;
    if (i + 1 < p->count && has(t, CL_USE_LABEL) && !has(&p->tokens[i + 1], CL_USE_BY | CL_USE_BY_FIRST | CL_USE_AND) &&
        !small(&p->tokens[i + 1]))
        return WROTE;
    if (i + 1 < p->count && has(t, CL_USE_PHOTO | CL_USE_SOURCE) && !small(&p->tokens[i + 1]) && t->letters)
        return said_by(t->uses);
    return UNSAID;
}

/* A name before which nothing stands that announces it is dropped where one is announced later. */
static void drop_unannounced(parser *p) {
    size_t kept = p->first;
    for (size_t i = p->first; i < p->names->count; i++)
        if (p->names->at[i].announced)
            p->names->at[kept++] = p->names->at[i];
    p->rest |= kept != p->names->count;
    p->names->count = kept;
}

/* Reads the words from `begin` to `end`, which no strong part stands between: names with commas and "and". */
static void read_run(parser *p, size_t begin, size_t end) {
    bool joined = false;
    size_t from = begin;
    for (size_t i = begin; i <= end; i++) {
        const bool at_end = i == end;
        const bool join = !at_end && joins(&p->tokens[i], CL_USE_AND | CL_USE_WITH) && i > begin;
        const bool date = !at_end && of_a_date(p, i);
        if (!at_end && !join && !date && (p->tokens[i].gap == CL_GAP_SPACE || i == begin))
            continue;
        read_part(p, from, i, joined);
        joined = join || (joined && from == i);
        from = i + (join || date);
        if (!at_end && !join && !date)
            joined = false;
    }
}

/* "Bach, Ada": a family name and what else there is, and nothing more. */
static bool turned_round(const parser *p) {
    const cl_token *const t = p->tokens;
    if (p->count < 2 || p->count > 4 || t[1].gap != CL_GAP_COMMA || t[0].letters != CL_LETTERS_CAPITAL || t[0].domain ||
        t[1].bracket ||
        has(&t[0], CL_USE_ORG | CL_USE_AGENCY | CL_USE_PLACE | CL_USE_ROLE | CL_USE_EMPTY | CL_USE_LABEL))
        return false;
    for (size_t i = 1; i < p->count; i++)
        if (t[i].letters != CL_LETTERS_CAPITAL || t[i].number || (i > 1 && t[i].gap != CL_GAP_SPACE) ||
            has(&t[i], CL_USE_ORG | CL_USE_AGENCY | CL_USE_PLACE | CL_USE_ROLE | CL_USE_QUALITY | CL_USE_SUFFIX |
                           CL_USE_MONTH | CL_USE_DAY | CL_USE_NOISE | CL_USE_PREP | CL_USE_BY))
            return false;
    return true;
}

/* Names beside "reports" and its like, in a sentence that says who has written. */
static void read_sentence(parser *p) {
    for (size_t i = 0; i < p->count; i++) {
        if (!has(&p->tokens[i], CL_USE_SAYS))
            continue;
        size_t from = i + 1;
        if (from < p->count && cl_slice_equal(p->tokens[from].text, CL_SLICE("to")))
            from++;
        size_t to = from;
        while (to < p->count && to - from < 4 && (to == from || p->tokens[to].gap == CL_GAP_SPACE) &&
               p->tokens[to].letters >= CL_LETTERS_CAPITAL && !p->tokens[to].number)
            to++;
        if (to - from >= 2 && p->tokens[from].gap == CL_GAP_SPACE) {
            p->said = WROTE;
            put_name(p, from, to);
            return;
        }
        size_t back = i;
        while (back > 0 && i - back < 4 && p->tokens[back - 1].letters >= CL_LETTERS_CAPITAL &&
               !p->tokens[back - 1].number && !has(&p->tokens[back - 1], CL_USE_ROLE) &&
               p->tokens[back].gap == CL_GAP_SPACE)
            back--;
        if (i - back >= 2) {
            p->said = WROTE;
            put_name(p, back, i);
            return;
        }
    }
}

/* Of the names that a sentence seems to hold, what it announces is believed, then who is said to have written, then a
 * full name at its beginning; the rest is none. */
static void settle_sentence(parser *p) {
    const size_t count = p->names->count;
    for (size_t i = p->first; i < count; i++)
        if (p->names->at[i].announced)
            return;
    const bool full = count > p->first && p->names->at[p->first].plain && p->names->at[p->first].words >= 2;
    const cl_name first = full ? p->names->at[p->first] : (cl_name){.text = CL_SLICE_NONE};
    p->names->count = p->first;
    read_sentence(p);
    if (p->names->count > p->first || !full)
        return;
    p->names->at[p->first] = first;
    p->names->count = count;
}

static bool is_sentence(const parser *p) {
    size_t smalls = 0;
    for (size_t i = 0; i < p->count; i++)
        smalls += small(&p->tokens[i]) && !has(&p->tokens[i], CL_USE_PARTICLE | CL_USE_AND);
    return p->count > 7 && smalls * 2 >= p->count;
}

/* What a strong part, at token `i`, does to what was said. */
static void at_part(parser *p, size_t i, size_t run) {
    const cl_token *const t = &p->tokens[i];
    if (t->gap == CL_GAP_COLON && run < i) {
        /* What stands before a colon is a label, or, where it names a paper, what comes after it is a headline. */
        const bool paper = i > run && is_organization(p, run, i) && p->names->count > p->first;
        if (paper)
            p->ended = true;
        else
            p->colon_names = p->names->count;
    } else if (t->gap == CL_GAP_BAR || t->gap == CL_GAP_STOP) {
        if (p->said != WROTE || t->gap == CL_GAP_BAR)
            p->said = UNSAID;
    }
}

static void read_tokens(parser *p) {
    size_t run = 0;
    for (size_t i = 0; i <= p->count && !p->ended; i++) {
        const announcement said = i < p->count ? announcement_at(p, i) : UNSAID;
        const bool strong = i < p->count && i > run && p->tokens[i].gap >= CL_GAP_SLASH;
        if (i < p->count && said == UNSAID && !strong)
            continue;
        read_run(p, run, i);
        if (i == p->count)
            break;
        if (strong)
            at_part(p, i, run);
        run = i;
        if (said == UNSAID || p->ended)
            continue;
        if (said == WROTE && !p->tokens[i].wide && has(&p->tokens[i], CL_USE_BY | CL_USE_BY_FIRST))
            drop_unannounced(p);
        p->said = said;
        run = i + !p->tokens[i].glued;
    }
}

/* Of names on both sides of a colon that nothing announced, those behind it are meant. */
static void settle_colon(parser *p) {
    if (p->colon_names <= p->first || p->names->count <= p->colon_names)
        return;
    size_t kept = p->first;
    for (size_t i = p->colon_names; i < p->names->count; i++)
        p->names->at[kept++] = p->names->at[i];
    p->names->count = kept;
}

/* What stands in brackets is left out, where there is more than that. */
static size_t without_brackets(cl_token *tokens, size_t count) {
    size_t outside = 0;
    for (size_t i = 0; i < count; i++)
        outside += !tokens[i].bracket;
    if (!outside)
        return count;
    size_t kept = 0;
    cl_gap gap = CL_GAP_SPACE;
    for (size_t i = 0; i < count; i++) {
        gap = tokens[i].gap > gap ? (cl_gap)tokens[i].gap : gap;
        if (tokens[i].bracket)
            continue;
        tokens[kept] = tokens[i];
        tokens[kept++].gap = (uint8_t)gap;
        gap = CL_GAP_SPACE;
    }
    return kept;
}

/* "Ada Bach, MD": what stands behind the comma is part of the name. */
static void keep_suffixes(cl_token *tokens, size_t count) {
    for (size_t i = 1; i < count; i++) {
        const bool alone = i + 1 == count || tokens[i + 1].gap != CL_GAP_SPACE || has(&tokens[i + 1], CL_USE_AND);
        if (tokens[i].gap == CL_GAP_COMMA && !tokens[i].bracket && has(&tokens[i], CL_USE_SUFFIX) && alone &&
            (tokens[i].letters == CL_LETTERS_CAPITALS || tokens[i].size >= 3)) {
            tokens[i].gap = CL_GAP_SPACE;
            tokens[i].degree = true;
        }
    }
}

/* "… contributed to this report": all who are named have helped. */
static bool thanked(const cl_token *tokens, size_t count) {
    static const char *const words[] = {
        "contributed", "contribué", "contribuyó", "contribuyeron", "colaboró", "colaborou"};
    for (size_t i = 1; i < count; i++)
        for (size_t k = 0; k < sizeof words / sizeof *words; k++)
            if (says(&tokens[i], words[k]) && !(i + 1 < count && has(&tokens[i + 1], CL_USE_BY)))
                return true;
    return false;
}

/* "About the author - Ada Bach": without what stands before "author", which then announces the name as "Author:" does.
 */
static size_t without_about(cl_token *tokens, size_t count) {
    static const char *const words[] = {"about", "the", "our", "über", "den", "die", "zum", "zur", "sobre", "el", "la",
        "o", "a", "over", "de", "om", "об"};
    for (size_t k = 0; k + 1 < count && k <= 3; k++) {
        if (k && has(&tokens[k], CL_USE_LABEL | CL_USE_ROLE) && tokens[k + 1].gap != CL_GAP_SPACE) {
            memmove(tokens, tokens + k, (count - k) * sizeof *tokens);
            tokens[0].gap = CL_GAP_BAR;
            tokens[1].gap = CL_GAP_COLON;
            return count - k;
        }
        bool about = false;
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            about |= says(&tokens[k], words[i]);
        if (!about)
            return count;
    }
    return count;
}

static cl_slice bounded(cl_slice s) {
    if (s.size <= CL_BYLINE_MAX)
        return s;
    s.size = CL_BYLINE_MAX;
    while (s.size && ((unsigned char)s.data[s.size] & 0xC0) == 0x80)
        s.size--;
    while (s.size && s.data[s.size - 1] != ',')
        s.size--;
    return s;
}

void cl_byline_read(cl_slice byline, cl_arena *arena, cl_names *names, bool *failed) {
    cl_token tokens[CL_TOKENS_MAX];
    size_t count = cl_byline_tokens(bounded(cl_slice_trim(byline)), tokens);
    count = without_about(tokens, without_brackets(tokens, count));
    keep_suffixes(tokens, count);
    part_wide(tokens, count);
    parser p = {
        .arena = arena, .names = names, .failed = failed, .tokens = tokens, .count = count, .first = names->count};
    p.sentence = is_sentence(&p);
    if (turned_round(&p)) {
        cl_token turned[4];
        for (size_t i = 0; i < count; i++)
            turned[i] = tokens[(i + 1) % count];
        p.tokens = turned;
        put_name(&p, 0, count);
    } else {
        read_tokens(&p);
        settle_colon(&p);
        if (p.sentence && !thanked(tokens, count))
            settle_sentence(&p);
    }
    for (size_t i = p.first; i < names->count; i++) {
        names->at[i].whole = !p.rest;
        if (thanked(tokens, count))
            names->at[i].task = CL_TASK_HELPED;
    }
}

/* ---- names compared */

bool cl_name_is_empty(cl_slice name) {
    return (cl_byline_word(name) & CL_USE_EMPTY) != 0 || cl_begins(name, CL_SLICE("http")) ||
           cl_begins(name, CL_SLICE("{{"));
}

/* The next code point of a name that counts; 0 at its end. */
static uint32_t next_counting(const char **at, const char *end) {
    while (*at < end) {
        size_t size;
        const uint32_t c = cl_code_at(*at, end, &size);
        *at += size;
        const bool mark = c <= ' ' || c == '.' || c == ',' || c == '\'' || c == '-' || c == 0x2019 || c == 0xA0 ||
                          c == '"' || c == 0x2010 || c == 0x200B;
        if (!mark)
            return cl_fold(c);
    }
    return 0;
}

bool cl_names_same(cl_slice a, cl_slice b) {
    const char *p = a.data, *q = b.data;
    const char *const p_end = a.data + a.size, *const q_end = b.data + b.size;
    for (;;) {
        const uint32_t c = next_counting(&p, p_end);
        if (c != next_counting(&q, q_end))
            return false;
        if (!c)
            return true;
    }
}

void cl_names_add(cl_names *names, cl_name name) {
    for (size_t i = 0; i < names->count; i++) {
        cl_name *const have = &names->at[i];
        if (!cl_names_same(have->text, name.text))
            continue;
        if (!have->url.size)
            have->url = name.url;
        have->organization |= name.organization;
        have->announced |= name.announced;
        if (name.task == CL_TASK_WROTE)
            have->task = CL_TASK_WROTE;
        return;
    }
    if (names->count < CL_NAMES_MAX)
        names->at[names->count++] = name;
}
