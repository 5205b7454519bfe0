/* The place that a story is filed from, at the beginning of its first paragraph: "KYIV, Ukraine (AP) — ", "BERLIN. ",
 * "МОСКВА, 5 янв - ", "【東京=共同】", "新华社北京5月3日电".
 *
 * A place is believed where what stands beside it is what stands in datelines alone: an agency in brackets, a day, a
 * country after a place in capitals, a city that is known. Elsewhere capitals and a dash begin many other things. */
#include "block/words.h"
#include "record/byline_tokens.h"
#include "record/fields.h"
#include "record/string.h"

#include "record/dateline_data.inc"

#define HEAD_MAX   140u    /* bytes of a paragraph that a dateline ends in */
#define PLACE_MAX  64u     /* bytes of a place */
#define PARAGRAPHS 3u      /* that are looked at: what is taken for the first one may be a remark before the story */
#define SEARCH_MAX 100000u /* bytes of text in which a place is looked for once more */

typedef struct scan {
    const char *p;
    const char *end;
    bool agency; /* one was named that is known, or in brackets behind capitals */
    bool bracket;
    bool day;
    bool region;
} scan;

static bool is_dash(uint32_t c) {
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

static uint32_t peek(const scan *s, size_t *size) {
    *size = 0;
    return s->p < s->end ? cl_code_at(s->p, s->end, size) : 0;
}

static void skip_space(scan *s) {
    size_t size;
    for (uint32_t c = peek(s, &size); c == ' ' || c == '\n' || c == 0xA0; c = peek(s, &size))
        s->p += size;
}

static bool is_capital(uint32_t c) {
    return cl_fold(c) != c;
}

static bool is_letter(uint32_t c) {
    return (c | 32) - 'a' < 26 || c == '\'' || c == 0x2019 ||
           (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7 && c != 0x60C && c != 0x61B && c != 0x61F);
}

static bool is_caseless(uint32_t c) {
    return c >= 0x5D0 && c < 0x1E00;
}

/* A word: letters, hyphens between them, and a dot behind a short one ("St.", "N.Y."). */
static cl_slice word_at(scan *s) {
    const char *const begin = s->p;
    size_t letters = 0, size;
    for (uint32_t c = peek(s, &size); s->p < s->end; c = peek(s, &size)) {
        const scan after = {.p = s->p + size, .end = s->end};
        size_t next_size;
        const uint32_t next = peek(&after, &next_size);
        const bool hyphen = (c == '-' || c == 0x2011) && letters && is_letter(next);
        const bool dot =
            c == '.' && letters &&
            ((letters <= 2 && begin < s->p && is_capital(cl_code_at(begin, s->end, &next_size))) || is_letter(next));
        if (!is_letter(c) && !hyphen && !dot)
            break;
        letters = is_letter(c) ? letters + 1 : 0;
        s->p += size;
    }
    return cl_slice_of(begin, (size_t)(s->p - begin));
}

/* How a word is written. */
static bool begins_capital(cl_slice word) {
    size_t size;
    const uint32_t c = word.size ? cl_code_at(word.data, word.data + word.size, &size) : 0;
    return is_capital(c) || is_caseless(c);
}

static bool all_capitals(cl_slice s) {
    size_t capitals = 0;
    for (const char *p = s.data; p < s.data + s.size;) {
        size_t size;
        const uint32_t c = cl_code_at(p, s.data + s.size, &size);
        const bool letter = is_letter(c) && c != '\'' && c != 0x2019;
        if (letter && !is_capital(c))
            return false;
        capitals += letter;
        p += size;
    }
    return capitals >= 3;
}

/* Words with a capital and small ones between them, up to so many; what of it is a name. */
static cl_slice words_at(scan *s, unsigned max) {
    const char *const begin = s->p;
    const char *end = begin;
    for (unsigned words = 0; words < max; words++) {
        const char *const before = s->p;
        const cl_slice word = word_at(s);
        const bool small = word.size && word.size <= 4 && (cl_byline_word(word) & CL_USE_PARTICLE) && words;
        const bool at_river = cl_slice_equal(word, CL_SLICE("am")) || cl_slice_equal(word, CL_SLICE("an"));
        if (!word.size || !(begins_capital(word) || small || at_river)) {
            s->p = before;
            break;
        }
        if (begins_capital(word))
            end = s->p;
        size_t size;
        const uint32_t c = peek(s, &size);
        if (c == '/') {
            s->p += size;
            continue;
        }
        if (c == '\n')
            break;
        skip_space(s);
    }
    s->p = end;
    return cl_slice_of(begin, (size_t)(end - begin));
}

/* A place as the table has it: small letters, one space between words. */
static bool is_known(cl_slice place) {
    char folded[PLACE_MAX + 8];
    size_t n = 0;
    for (const char *p = place.data; p < place.data + place.size && n < PLACE_MAX;) {
        size_t size;
        const uint32_t c = cl_code_at(p, place.data + place.size, &size);
        p += size;
        if (c == ' ' || c == 0xA0 || c == '\n') {
            if (n && folded[n - 1] != ' ')
                folded[n++] = ' ';
        } else {
            n = (size_t)(cl_put_code_point(folded + n, cl_fold(c)) - folded);
        }
    }
    folded[n] = '\0';
    size_t low = 0, high = sizeof dateline_places / sizeof *dateline_places;
    while (low < high) {
        const size_t middle = (low + high) / 2;
        const int order = strcmp(dateline_places[middle], folded);
        if (order == 0)
            return true;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

/* A day: a figure and a month, with a year or without, "le" and its like before them. Leaves the place if it is none.
 */
static bool day_at(scan *s) {
    const char *const begin = s->p;
    unsigned numbers = 0, months = 0, others = 0;
    const char *end = begin;
    for (unsigned turns = 0; turns < 6; turns++) {
        size_t size, digits = 0;
        while (s->p < s->end && *s->p >= '0' && *s->p <= '9') {
            s->p++;
            digits++;
        }
        if (digits) {
            numbers++;
            while (s->p < s->end && (*s->p == '.' || *s->p == ',') && s->p + 1 < s->end && s->p[1] == ' ')
                s->p++;
            end = s->p;
            skip_space(s);
            continue;
        }
        const cl_slice word = word_at(s);
        if (!word.size)
            break;
        const uint32_t uses = cl_byline_word(word);
        const bool of = word.size <= 3 && !(uses & CL_USE_MONTH);
        if (!(uses & (CL_USE_MONTH | CL_USE_DAY)) && !of)
            break;
        months += (uses & CL_USE_MONTH) != 0;
        others += of;
        if (peek(s, &size) == '.')
            s->p += size;
        end = of ? end : s->p;
        skip_space(s);
    }
    const bool day = numbers && months == 1 && others <= 2;
    s->p = day ? end : begin;
    return day;
}

/* What stands in brackets behind a place: an agency, a country, a day. */
static bool bracket_at(scan *s) {
    const char *const close = memchr(s->p, ')', (size_t)(s->end - s->p));
    if (!close || close - s->p > 50 || close - s->p < 3)
        return false;
    const cl_slice inner = cl_slice_of(s->p + 1, (size_t)(close - s->p - 1));
    cl_token tokens[CL_TOKENS_MAX];
    const size_t count = cl_byline_tokens(inner, tokens);
    bool number = false;
    for (size_t i = 0; i < count; i++) {
        number |= tokens[i].number;
        s->agency |= (tokens[i].uses & (CL_USE_AGENCY | CL_USE_ORG)) != 0;
        s->agency |= tokens[i].letters == CL_LETTERS_CAPITALS && tokens[i].size <= 6;
    }
    for (size_t i = 0; i < inner.size; i++) /* "dpa/lnw", "jur" */
        if (inner.data[i] == '/')
            s->agency |= inner.size <= 16;
    s->day |= number;
    s->bracket = true;
    s->p = close + 1;
    return true;
}

/* What ends a dateline. */
typedef enum ending { NO_ENDING, DASH, COLON, STOP, NOTHING } ending;

static ending ending_at(scan *s) {
    size_t size;
    skip_space(s);
    uint32_t c = peek(s, &size);
    if (c == '.' && s->p + 1 < s->end) {
        const scan after = {.p = s->p + 1, .end = s->end};
        size_t next_size;
        if (!is_dash(peek(&after, &next_size)))
            return STOP;
        s->p += size;
        c = peek(s, &size);
    }
    if (!is_dash(c))
        return c == ':' ? COLON : c == 0 ? NO_ENDING : NOTHING;
    while (is_dash(c)) {
        s->p += size;
        c = peek(s, &size);
    }
    return c == ' ' || c == 0xA0 || c == '\n' || c == 0 ? DASH : NO_ENDING;
}

/* Whether a place in capitals stands elsewhere in the text, written as names are: "TALLAHASSEE" as "Tallahassee". */
static bool stands_elsewhere(cl_slice place, cl_slice text) {
    char name[PLACE_MAX * 2];
    size_t n = 0;
    bool first = true;
    for (const char *p = place.data; p < place.data + place.size && n + 8 < PLACE_MAX;) {
        size_t size;
        const uint32_t c = cl_code_at(p, place.data + place.size, &size);
        n = (size_t)(cl_put_code_point(name + n, first ? c : cl_fold(c)) - name);
        first = !is_letter(c);
        p += size;
    }
    if (text.size > SEARCH_MAX)
        text.size = SEARCH_MAX;
    for (const char *at = text.data; n && at && (size_t)(text.data + text.size - at) > n;) {
        const char *const hit = memchr(at, name[0], (size_t)(text.data + text.size - at) - n);
        if (!hit)
            return false;
        if (memcmp(hit, name, n) == 0)
            return true;
        at = hit + 1;
    }
    return false;
}

static bool has_vowel(cl_slice s) {
    for (size_t i = 0; i < s.size; i++)
        if ((unsigned char)s.data[i] >= 0x80 || strchr("aeiouyAEIOUY", s.data[i]))
            return true;
    return false;
}

static bool believed(const scan *s, cl_slice place, ending end, cl_slice text) {
    const bool loud = all_capitals(place);
    const bool known = is_known(place);
    if (!has_vowel(place))
        return false;
    switch (end) {
    case DASH:
        return s->agency || s->day || known || (s->bracket && loud) ||
               (loud && (s->region || stands_elsewhere(place, text)));
    case COLON:
        return s->bracket && (s->agency || s->day) && (loud || known || s->day);
    case STOP:
        return (s->bracket && s->agency && (loud || known || !s->region)) || (loud && known && !s->day && !s->region) ||
               (s->bracket && known);
    case NOTHING:
        return s->bracket && s->agency && loud;
    default:
        return false;
    }
}

/* ---- Chinese and Japanese */

static const char *find(cl_slice s, const char *part) {
    const size_t n = strlen(part);
    for (size_t i = 0; i + n <= s.size; i++)
        if (memcmp(s.data + i, part, n) == 0)
            return s.data + i;
    return NULL;
}

static bool ends_in(const char *begin, const char *end, const char *part) {
    const size_t n = strlen(part);
    return (size_t)(end - begin) >= n && memcmp(end - n, part, n) == 0;
}

/* Where figures before `end` begin, those of full width as well. */
static const char *before_figures(const char *begin, const char *end) {
    for (;;) {
        if (end > begin && end[-1] >= '0' && end[-1] <= '9')
            end--;
        else if (end - begin >= 3 && memcmp(end - 3, "\xEF\xBC", 2) == 0 && (unsigned char)end[-1] >= 0x90 &&
                 (unsigned char)end[-1] <= 0x99)
            end -= 3;
        else
            return end;
    }
}

/* "新华社北京5月3日电": what stands between the agency and the day. */
static cl_slice wire_place(cl_slice head) {
    static const char *const wires[] = {"日电", "日電", "日讯", "日訊", "日专电", "日專電"};
    static const char *const agencies[] = {"社", "网", "網", "报", "報", "台", "组", "組"};
    const char *day = NULL;
    for (size_t i = 0; i < sizeof wires / sizeof *wires && !day; i++)
        day = find(head, wires[i]);
    const char *end = day ? before_figures(head.data, day) : NULL;
    if (!end || end == day)
        return CL_SLICE_NONE;
    if (ends_in(head.data, end, "月"))
        end = before_figures(head.data, end - strlen("月"));
    for (const char *begin = end; begin - head.data >= 9 && end - begin <= 24; begin -= 3)
        for (size_t i = 0; i < sizeof agencies / sizeof *agencies; i++)
            if (end - begin >= 6 && ends_in(head.data, begin, agencies[i])) {
                const cl_slice place = cl_slice_of(begin, (size_t)(end - begin));
                return find(place, "记者") || find(place, "記者") ? CL_SLICE_NONE : place;
            }
    return CL_SLICE_NONE;
}

/* "【東京=共同】", "【ロンドン＝太田一郎】". */
static cl_slice bracket_place(cl_slice head) {
    static const char open[] = "【", close[] = "】";
    const char *const end = find(head, close);
    if (!end || head.size < 6 || memcmp(head.data, open, 3) != 0)
        return CL_SLICE_NONE;
    const cl_slice inner = cl_slice_of(head.data + 3, (size_t)(end - head.data - 3));
    static const char *const marks[] = {"＝", "=", "共同", "時事"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        const char *const at = find(inner, marks[i]);
        if (!at)
            continue;
        const cl_slice place = cl_slice_trim(cl_slice_of(inner.data, (size_t)(at - inner.data)));
        if (place.size >= 6 && place.size <= 36 && (unsigned char)place.data[0] >= 0xE3 && !find(place, "通信"))
            return place;
    }
    return CL_SLICE_NONE;
}

/* ---- the whole */

/* The dot of an abbreviated region, "Neb.", where more of the dateline follows it. */
static void pass_dot(scan *s) {
    size_t size;
    if (peek(s, &size) != '.')
        return;
    const char *const dot = s->p;
    s->p += size;
    skip_space(s);
    const uint32_t next = peek(s, &size);
    if (next != '(' && next != ',' && !(is_dash(next) && s->p > dot + 1))
        s->p = dot;
}

/* What stands behind a place: brackets, a day, a region. Gives the place with its region; false where it is none. */
static bool qualifiers_at(scan *s, cl_slice *place) {
    for (unsigned turns = 0; turns < 4; turns++) {
        size_t size;
        skip_space(s);
        const uint32_t c = peek(s, &size);
        if (c == '(') {
            if (!bracket_at(s))
                return false;
            continue;
        }
        const scan before = *s;
        if (c == ',' || (c == '.' && !s->day))
            s->p += size;
        skip_space(s);
        if (day_at(s)) {
            s->day = true;
            continue;
        }
        const cl_slice region = c == ',' && !s->region && !s->bracket ? words_at(s, 3) : CL_SLICE_NONE;
        if (!region.size || region.size > 32) {
            *s = before;
            break;
        }
        s->region = true;
        const char *const end = s->p;
        pass_dot(s);
        if (!s->day)
            place->size = (size_t)(end - place->data) + (s->p > end);
    }
    return true;
}

static cl_slice head_of(cl_slice paragraph) {
    cl_slice head = cl_slice_trim(paragraph);
    if (head.size > HEAD_MAX) {
        head.size = HEAD_MAX;
        while (head.size && ((unsigned char)head.data[head.size] & 0xC0) == 0x80)
            head.size--;
    }
    return head;
}

static cl_slice read_place(cl_slice paragraph, cl_slice text, bool *sure) {
    const cl_slice head = head_of(paragraph);
    if (!head.size)
        return CL_SLICE_NONE;
    if ((unsigned char)head.data[0] >= 0xE3) {
        *sure = true;
        const cl_slice place = bracket_place(head);
        return place.size ? place : wire_place(head);
    }
    scan s = {.p = head.data, .end = head.data + head.size};
    if (*s.p == '(' && bracket_at(&s) && s.agency) { /* "(ANSA) - ROMA, 3 MAG -" */
        if (ending_at(&s) != DASH)
            return CL_SLICE_NONE;
        skip_space(&s);
    }
    const cl_slice town = words_at(&s, 5);
    if (town.size > PLACE_MAX || town.size < 3)
        return CL_SLICE_NONE;
    cl_slice place = town;
    if (!qualifiers_at(&s, &place))
        return CL_SLICE_NONE;
    *sure = s.agency || s.day;
    return believed(&s, town, ending_at(&s), text) ? place : CL_SLICE_NONE;
}

/* A dateline in the first line or, behind a byline, in the second. */
static cl_slice read_lines(cl_slice paragraph, cl_slice text, bool *sure) {
    const cl_slice place = read_place(paragraph, text, sure);
    const char *const line = paragraph.size ? memchr(paragraph.data, '\n', paragraph.size) : NULL;
    if (place.size || !line || line - paragraph.data > HEAD_MAX)
        return place;
    return read_place(cl_slice_of(line, paragraph.size - (size_t)(line - paragraph.data)), text, sure);
}

cl_slice cl_dateline_place(cl_slice paragraph, cl_slice text) {
    bool sure = false;
    return read_lines(paragraph, text, &sure);
}

/* A block at the headline that is a city and nothing else. */
static cl_slice place_alone(const cl_making *m, uint32_t before) {
    const uint32_t headline = m->labels->headline;
    if (headline == CL_NO_BLOCK)
        return CL_SLICE_NONE;
    for (uint32_t i = headline + 1; i < before && i < headline + 12; i++) {
        const cl_role role = (cl_role)m->labels->list.at[i].role;
        const cl_slice text = cl_block_text(m, i);
        if ((role == CL_ROLE_BYLINE || role == CL_ROLE_DATE) && text.size <= PLACE_MAX && is_known(text))
            return text;
    }
    return CL_SLICE_NONE;
}

void cl_make_dateline(cl_making *m) {
    cl_slice place = CL_SLICE_NONE;
    unsigned paragraphs = 0;
    for (uint32_t i = 0; i < m->labels->list.count && !place.size && paragraphs < PARAGRAPHS; i++) {
        const uint8_t type = m->blocks->list.at[i].type;
        if (m->labels->list.at[i].role != CL_ROLE_BODY || type == CL_BLOCK_HEADING)
            continue;
        bool sure = false;
        if (type == CL_BLOCK_PARAGRAPH || type == CL_BLOCK_CELL)
            place = read_lines(cl_block_text(m, i), m->record->text, &sure);
        if (paragraphs++ == 0 && !place.size)
            place = place_alone(m, i);
        else if (paragraphs > 1 && !sure)
            place = CL_SLICE_NONE;
    }
    m->record->dateline = cl_clean(place, m->arena, false, &m->failed);
    if (place.size)
        m->record->from.dateline = m->record->source.kind == CUTLINE_KIND_TEXT ? CL_FROM_TEXT : CL_FROM_VISIBLE;
}
