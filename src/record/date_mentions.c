#include "record/date_mentions.h"
#include "record/string.h"

#define BLOCK_TEXT_MAX    300u /* bytes of a block that are read */
#define BLOCKS_MAX        256u /* blocks that are read for dates */
#define NEAR_BEFORE       6    /* blocks before the headline that are near it */
#define NEAR_AFTER        8
#define RELATIVE_TEXT_MAX 60u /* "yesterday" is looked for in texts up to this */

#define YEAR_LEAST 1990 /* nothing was published on the web before */
#define YEAR_MOST  2100

static void add(cl_mentions *to, const cl_dated *found, cl_mention like) {
    if (to->count == CL_MENTIONS || found->date.year < YEAR_LEAST || found->date.year > YEAR_MOST)
        return;
    like.date = found->date;
    like.day = (int32_t)cl_date_days(found->date.year, found->date.month, found->date.day);
    like.said = (uint8_t)found->said;
    like.wordy = found->words > 5;
    like.two_digits = found->two_digits;
    like.either = found->either;
    like.opens = found->opens;
    like.order = found->order;
    if (!found->either)
        to->orders |= 1u << found->order;
    to->at[to->count++] = like;
}

/* The first date of a text. */
static void add_text(cl_mentions *to, cl_slice text, const cl_date_known *known, cl_mention like) {
    cl_dated found;
    if (text.size && cl_date_find(text, known, &found, 1))
        add(to, &found, like);
}

/* ---- what the page says for machines */

static void collect_json(cl_mentions *to, cl_making *m, const cl_date_known *known) {
    static const struct {
        const char *name;
        uint8_t own, others;
    } names[] = {{"datePublished", CL_DATE_JSON_STORY, CL_DATE_JSON_OTHER},
        {"dateModified", CL_DATE_MODIFIED_JSON, CL_DATE_SOURCES},
        {"dateCreated", CL_DATE_JSON_CREATED, CL_DATE_JSON_OTHER},
        {"uploadDate", CL_DATE_JSON_CREATED, CL_DATE_JSON_OTHER}};
    const cl_json *const json = &m->data->json;
    unsigned others = 0;
    for (uint32_t i = 1; i < json->count; i++) {
        const cl_json_value *const v = &json->at[i];
        if (v->type != CL_JSON_STRING || v->name.size < 10 || v->name.size > 13)
            continue;
        for (size_t k = 0; k < sizeof names / sizeof *names; k++) {
            if (!cl_slice_equal(v->name, cl_slice_z(names[k].name)))
                continue;
            if (m->data->item_begin && i >= m->data->item_begin) {
                if (v->parent == m->data->item)
                    add_text(to, cl_json_string(json, i, m->arena, &m->failed), known,
                        (cl_mention){.block = CL_NO_BLOCK,
                            .item = true,
                            .source = names[k].own == CL_DATE_JSON_STORY      ? CL_DATE_META
                                      : names[k].own == CL_DATE_MODIFIED_JSON ? CL_DATE_MODIFIED_META
                                                                              : CL_DATE_META_VAGUE});
                continue;
            }
            const bool story = m->data->article && v->parent == m->data->article;
            const bool page = m->data->page && v->parent == m->data->page;
            uint8_t source = story || page ? names[k].own : names[k].others;
            if (page && source == CL_DATE_JSON_STORY)
                source = CL_DATE_JSON_PAGE;
            if (source == CL_DATE_SOURCES || (!story && !page && ++others > 16))
                continue;
            add_text(to, cl_json_string(json, i, m->arena, &m->failed), known,
                (cl_mention){.block = CL_NO_BLOCK, .source = source});
        }
    }
}

static cl_date_source source_of_rank(uint8_t rank) {
    return rank <= 3                 ? CL_DATE_META
           : rank <= 7               ? CL_DATE_META_COMMON
           : rank < CL_DATE_OF_CLASS ? CL_DATE_META_VAGUE
                                     : CL_DATE_CLASS;
}

static void collect_marked(cl_mentions *to, cl_making *m, const cl_date_known *known) {
    for (size_t i = 0; i < m->data->date_count; i++) {
        const cl_date_value *const v = &m->data->dates[i];
        const cl_date_source source = source_of_rank(v->rank);
        add_text(to, v->value, known,
            (cl_mention){.block = source == CL_DATE_CLASS ? v->block : CL_NO_BLOCK,
                .source = v->modified ? CL_DATE_MODIFIED_META : (uint8_t)source,
                .item = v->item});
    }
    for (size_t i = 0; i < m->data->time_count; i++) {
        const cl_time_value *const t = &m->data->times[i];
        add_text(to, t->value, known,
            (cl_mention){.block = t->empty && !t->modified ? CL_NO_BLOCK : t->block,
                .source = t->published  ? CL_DATE_TIME_PUBLISHED
                          : t->modified ? CL_DATE_MODIFIED_TIME
                                        : CL_DATE_TIME});
    }
}

/* ---- the address: /2020/05/12/, /2020-05-12-, /20200512/; and the month alone, /2020/05/ */

static int digits(const char *p, const char *end, size_t most, size_t *size) {
    int value = 0;
    size_t n = 0;
    while (n < most && p + n < end && p[n] >= '0' && p[n] <= '9')
        value = value * 10 + (p[n++] - '0');
    *size = n;
    return value;
}

static bool is_digit(const char *p, const char *end) {
    return p < end && *p >= '0' && *p <= '9';
}

/* The date that begins at `p`; a day of 0 where there is only a month. */
static bool date_at(const char *p, const char *end, cl_date *d) {
    size_t n;
    d->year = digits(p, end, 4, &n);
    if (n != 4 || d->year < YEAR_LEAST || d->year > YEAR_MOST)
        return false;
    p += 4;
    const char mark = p < end ? *p : '\0';
    const bool parted = mark == '/' || mark == '-' || mark == '_' || mark == '.';
    p += parted;
    d->month = digits(p, end, 2, &n);
    if (n < (parted ? 1u : 2u) || d->month < 1 || d->month > 12)
        return false;
    p += n;
    d->day = 0;
    const bool parted_again = parted && p < end && *p == mark;
    if (parted && !parted_again)
        return mark == '/' && !is_digit(p, end);
    p += parted_again;
    const int day = digits(p, end, 2, &n);
    if (n == (parted ? n : 2) && n && !is_digit(p + n, end))
        d->day = day;
    return d->day ? cl_date_valid(d) : mark == '/' && !is_digit(p, end);
}

/* The date that begins at `p` with its day: 29-10-2021, 29.10.2021; a day and a month that could be either are left
 * alone but in `order`. */
static bool day_first_at(const char *p, const char *end, cl_date_order order, cl_date *d) {
    size_t n, k, y;
    const int first = digits(p, end, 2, &n);
    const char mark = p + n < end ? p[n] : '\0';
    if (!n || (mark != '-' && mark != '.' && mark != '_'))
        return false;
    p += n + 1;
    const int second = digits(p, end, 2, &k);
    if (!k || p + k >= end || p[k] != mark)
        return false;
    p += k + 1;
    d->year = digits(p, end, 4, &y);
    if (y != 4 || is_digit(p + y, end) || d->year < YEAR_LEAST || d->year > YEAR_MOST ||
        (first <= 12 && second <= 12 && first != second && order != CL_ORDER_DMY))
        return false;
    d->day = second > 12 ? second : first;
    d->month = second > 12 ? first : second;
    return cl_date_valid(d);
}

static void collect_address(cl_mentions *to, cl_slice url, cl_date_order order) {
    if (!url.size)
        return;
    const char *const end = url.data + url.size;
    const char *p = url.data;
    for (int slashes = 0; p < end && slashes < 3; p++)
        slashes += *p == '/';
    bool inside = false;
    for (; p < end && *p != '?' && *p != '#'; p++) {
        const bool before = inside;
        inside = is_digit(p, end);
        cl_dated found = {.date = {.hour = CL_NO_HOUR, .zone = CL_NO_ZONE}};
        if (before || !inside || !(date_at(p, end, &found.date) || day_first_at(p, end, order, &found.date)))
            continue;
        if (!to->url_month)
            to->url_month = found.date.year * 12 + found.date.month;
        if (found.date.day) {
            add(to, &found, (cl_mention){.block = CL_NO_BLOCK, .source = CL_DATE_URL});
            return;
        }
    }
}

/* ---- what it shows */

/* Whether there may be a date: digits of some script, or, short and with a day to reckon from, words alone. */
static bool may_hold_date(cl_slice text, const cl_date_known *known) {
    if (known->reference && text.size <= RELATIVE_TEXT_MAX)
        return true;
    for (size_t i = 0; i < text.size && i < BLOCK_TEXT_MAX; i++) {
        const unsigned char c = (unsigned char)text.data[i];
        if ((c >= '0' && c <= '9') || c == 0xD9 || c == 0xDB || c == 0xE0 || c == 0xE1 || c == 0xEF)
            return true;
    }
    return false;
}

static bool is_near(const cl_making *m, uint32_t block) {
    const uint32_t headline = m->labels->headline;
    return headline != CL_NO_BLOCK && block + NEAR_BEFORE >= headline && block <= headline + NEAR_AFTER;
}

static bool is_for_dates(const cl_making *m, uint32_t block) {
    const uint8_t role = m->labels->list.at[block].role;
    return role == CL_ROLE_DATE || role == CL_ROLE_BYLINE;
}

/* The part of a block's text that is read. */
static cl_slice text_of(const cl_making *m, uint32_t block) {
    cl_slice text = m->blocks->list.at[block].text;
    if (text.size > BLOCK_TEXT_MAX) {
        text.size = BLOCK_TEXT_MAX;
        while (text.size && ((unsigned char)text.data[text.size] & 0xC0) == 0x80)
            text.size--;
    }
    return text;
}

#define LABEL_TEXT_MAX 30u /* bytes of a block that is the label of the date in the next: "Last updated:" */
#define DATED_TEXT_MAX 60u /* and of that one */

/* Whether the block before one, beside the headline, is the label of a date of the last change. */
static bool follows_modified(const cl_making *m, uint32_t block, const cl_date_known *known) {
    if (!block || !is_near(m, block) || m->blocks->list.at[block].text.size > DATED_TEXT_MAX)
        return false;
    const cl_block *const before = &m->blocks->list.at[block - 1];
    return before->text.size <= LABEL_TEXT_MAX && !before->digits &&
           cl_date_first_word(before->text, known->language, true) == CL_SAID_MODIFIED;
}

static void collect_block(cl_mentions *to, const cl_making *m, uint32_t block, const cl_date_known *known) {
    const cl_slice text = text_of(m, block);
    if (!may_hold_date(text, known))
        return;
    cl_dated found[4];
    const size_t count = cl_date_find(text, known, found, sizeof found / sizeof *found);
    for (size_t i = 0; i < count; i++) {
        if (found[i].relative && !is_for_dates(m, block))
            continue; /* "yesterday" of a story */
        if (i == 0 && !found[i].said && follows_modified(m, block, known))
            found[i].said = CL_SAID_MODIFIED;
        add(to, &found[i],
            (cl_mention){.block = block,
                .source = found[i].said == CL_SAID_MODIFIED ? CL_DATE_MODIFIED_VISIBLE : CL_DATE_VISIBLE,
                .second = i > 0,
                .near_headline = is_near(m, block) && is_for_dates(m, block)});
    }
}

/* Where the page says it for machines, only what stands beside the headline is looked at as well. */
static void collect_visible(cl_mentions *to, const cl_making *m, const cl_date_known *known) {
    bool said = false;
    for (size_t i = 0; i < to->count; i++)
        said |= to->at[i].source == CL_DATE_JSON_STORY || to->at[i].source == CL_DATE_JSON_PAGE ||
                to->at[i].source == CL_DATE_META;
    unsigned read = 0;
    for (uint32_t i = 0; i < m->labels->list.count && read < BLOCKS_MAX; i++) {
        if (said && !(is_near(m, i) && is_for_dates(m, i)))
            continue;
        const size_t before = to->count;
        collect_block(to, m, i, known);
        read += to->count > before || m->blocks->list.at[i].digits > 0;
    }
}

/* ---- 3/5/2014 */

/* The day of a mention with day and month the other way round. */
static int32_t turned(const cl_mention *a) {
    return (int32_t)cl_date_days(a->date.year, a->date.day, a->date.month);
}

/* Whether something that can be read in one way only is of a day: of the next or the last, where it is a time in UTC.
 */
static bool is_confirmed(const cl_mentions *mentions, int32_t day) {
    for (size_t i = 0; i < mentions->count; i++) {
        const cl_mention *const b = &mentions->at[i];
        const int32_t apart = b->day > day ? b->day - day : day - b->day;
        if (!b->either && apart <= (b->date.hour != CL_NO_HOUR && b->date.zone == 0))
            return true;
    }
    return false;
}

/* Day and month change places where the page's other dates say so: one is of that day and none of this, or all
 * numbers that can be read in one way only have the other order. */
static void turn_by_page(cl_mentions *to) {
    const unsigned clear = to->orders & (1u << CL_ORDER_DMY | 1u << CL_ORDER_MDY);
    bool turn[CL_MENTIONS];
    for (size_t i = 0; i < to->count; i++) {
        const cl_mention *const a = &to->at[i];
        turn[i] = a->either && !is_confirmed(to, a->day) &&
                  (is_confirmed(to, turned(a)) || clear == 1u << (CL_ORDER_DMY + CL_ORDER_MDY - a->order));
    }
    for (size_t i = 0; i < to->count; i++) {
        cl_date *const d = &to->at[i].date;
        if (!turn[i])
            continue;
        to->at[i].day = turned(&to->at[i]);
        const int month = d->day;
        d->day = d->month;
        d->month = month;
    }
}

/* ---- the day where the page lives */

/* A time in UTC is of the day before or after where the page lives, if that is the day that it shows. */
static void move_to_shown_days(cl_mentions *to) {
    for (size_t i = 0; i < to->count; i++) {
        cl_mention *const a = &to->at[i];
        if (a->date.hour == CL_NO_HOUR || a->date.zone != 0 || a->source == CL_DATE_VISIBLE || cl_is_modified(a))
            continue;
        int32_t move = 0;
        for (size_t k = 0; k < to->count; k++) {
            const cl_mention *const b = &to->at[k];
            if (b->source != CL_DATE_URL && !(b->source == CL_DATE_VISIBLE && b->near_headline))
                continue;
            const int32_t days = b->day - a->day;
            if (days == 0) {
                move = 0;
                break;
            }
            if (!move && ((days == 1 && a->date.hour >= 10) || (days == -1 && a->date.hour < 12)))
                move = days; /* zones are 14 hours east to 12 west */
        }
        a->day += move;
        a->moved = move != 0;
    }
}

/* ---- what is of the last change by the words around it alone */

/* Whether a block's text says that its date of day `day`, give or take `apart`, is of the last change; or, where it has
 * none that can be read, begins with that. */
static bool says_modified(cl_slice text, const cl_date_known *known, int32_t day, int32_t apart) {
    cl_dated found[4];
    const size_t count = cl_date_find(text, known, found, sizeof found / sizeof *found);
    if (!count || found[0].relative)
        return cl_date_first_word(text, known->language, false) == CL_SAID_MODIFIED;
    bool said = false;
    for (size_t i = 0; i < count; i++) {
        const cl_date *const d = &found[i].date;
        const int32_t away = (int32_t)cl_date_days(d->year, d->month, d->day) - day;
        if (away > apart || away < -apart)
            continue;
        if (found[i].said != CL_SAID_MODIFIED)
            return false;
        said = true;
    }
    return said;
}

static bool is_time(const cl_mention *a) {
    return a->source == CL_DATE_TIME || a->source == CL_DATE_TIME_PUBLISHED || a->source == CL_DATE_CLASS;
}

static bool has_later_in_block(const cl_mentions *mentions, const cl_mention *a) {
    for (size_t i = 0; i < mentions->count; i++)
        if (mentions->at[i].block == a->block && mentions->at[i].day > a->day &&
            mentions->at[i].source != CL_DATE_VISIBLE)
            return true;
    return false;
}

/* <time> beside the headline that the words of its block tell to be of the last change, whatever its class says:
 * "Updated <time>two hours ago</time>". */
static void find_modified(cl_mentions *to, const cl_making *m, const cl_date_known *known) {
    for (size_t i = 0; i < to->count; i++) {
        cl_mention *const a = &to->at[i];
        if (!is_time(a) || a->block >= m->labels->list.count || !is_near(m, a->block) || has_later_in_block(to, a))
            continue;
        const int32_t apart = a->date.hour != CL_NO_HOUR && a->date.zone == 0;
        if (says_modified(text_of(m, a->block), known, a->day, apart) || follows_modified(m, a->block, known))
            a->source = CL_DATE_MODIFIED_TIME;
    }
}

/* English of a country that writes the day first, where the language does not say the country but the address does. */
static cl_date_order order_of(const cl_making *m) {
    static const char *const endings[] = {".uk", ".ie", ".au", ".nz", ".in", ".za", ".sg", ".ng", ".ke", ".eu", ".de",
        ".at", ".ch", ".fr", ".nl", ".be", ".it", ".es", ".dk", ".se", ".no", ".fi", ".pl", ".gr", ".my", ".hk", ".pk",
        ".ae"};
    const cl_slice language = m->record->language;
    if (!cl_slice_equal_nocase(language, CL_SLICE("en")) && language.size)
        return CL_ORDER_UNKNOWN;
    const cl_slice url = m->record->site_url;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (cl_ends(url, cl_slice_z(endings[i])))
            return CL_ORDER_DMY;
    return CL_ORDER_UNKNOWN;
}

void cl_mentions_collect(cl_mentions *to, cl_making *m) {
    cl_date_known known = {.language = m->record->language, .order = order_of(m)};
    const cl_date_known machine = known;
    cl_date fetched;
    if (m->options->fetched.size && cl_date_read(m->options->fetched, &machine, &fetched))
        known.reference = &fetched;
    to->count = 0;
    to->url_month = 0;
    to->orders = 0;
    const cl_slice addresses[] = {m->record->source.canonical, m->data->meta[CL_META_URL].value, m->record->source.url};
    for (size_t i = 0; i < sizeof addresses / sizeof *addresses && !to->url_month; i++)
        if (addresses[i].size)
            collect_address(to, addresses[i],
                known.language.size && !cl_begins(known.language, CL_SLICE("en")) ? CL_ORDER_DMY : known.order);
    add_text(to, m->data->title, &machine, (cl_mention){.block = CL_NO_BLOCK, .source = CL_DATE_TITLE});
    collect_json(to, m, &machine);
    collect_marked(to, m, &known);
    collect_visible(to, m, &known);
    turn_by_page(to);
    move_to_shown_days(to);
    find_modified(to, m, &known);
}

/* ---- points, in tenths of a natural logarithm of odds: fitted as docs/record.md tells */

static const int8_t source_points[CL_DATE_SOURCES] = {[CL_DATE_JSON_STORY] = 5,
    [CL_DATE_JSON_PAGE] = 3,
    [CL_DATE_JSON_CREATED] = -2,
    [CL_DATE_JSON_OTHER] = -3,
    [CL_DATE_META] = 2,
    [CL_DATE_META_COMMON] = -1,
    [CL_DATE_META_VAGUE] = 1,
    [CL_DATE_CLASS] = 0,
    [CL_DATE_TIME_PUBLISHED] = -3,
    [CL_DATE_TIME] = 1,
    [CL_DATE_VISIBLE] = -6,
    [CL_DATE_URL] = 5,
    [CL_DATE_TITLE] = 0};

#define OTHER_POINTS (-100) /* copyright, a licence, an event: never */

static int headline_points(const cl_making *m, uint32_t block) {
    static const struct {
        int to, points;
    } steps[] = {
        {-16, -8}, {-6, -5}, {-3, 0}, {-1, 1}, {0, -1}, {1, 10}, {2, 3}, {4, 8}, {8, 1}, {15, -1}, {30, -4}, {80, -6}};
    if (m->labels->headline == CL_NO_BLOCK)
        return 0;
    const int64_t distance = (int64_t)block - m->labels->headline;
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        if (distance <= steps[i].to)
            return steps[i].points;
    return -8;
}

static int role_points(uint8_t role) {
    switch ((cl_role)role) {
    case CL_ROLE_DATE:
        return 9;
    case CL_ROLE_BYLINE:
        return 3;
    case CL_ROLE_COMMENT:
    case CL_ROLE_PROMOTION:
        return -4;
    case CL_ROLE_RELATED:
        return -7;
    case CL_ROLE_BODY:
    case CL_ROLE_NOTE:
        return -6;
    case CL_ROLE_NAVIGATION: /* the day on which it was fetched, most often */
        return -12;
    case CL_ROLE_LEGAL:
        return -10;
    default:
        return 1;
    }
}

/* Where the body begins and ends. */
typedef struct span {
    uint32_t first, last; /* first is CL_NO_BLOCK where there is none */
} span;

static span body_of(const cl_making *m) {
    span body = {CL_NO_BLOCK, 0};
    for (uint32_t i = 0; i < m->labels->list.count; i++)
        if (m->labels->list.at[i].role == CL_ROLE_BODY) {
            if (body.first == CL_NO_BLOCK)
                body.first = i;
            body.last = i;
        }
    return body;
}

static int body_points(span body, uint32_t block) {
    if (body.first == CL_NO_BLOCK)
        return 0;
    if (block < body.first)
        return body.first - block <= 1 ? 8 : 4;
    if (block <= body.last)
        return -12;
    return block - body.last <= 3 ? -1 : block - body.last <= 20 ? -2 : -5;
}

static int place_points(const cl_making *m, const cl_mention *mention, span body) {
    static const int8_t nth[] = {5, 1, -6, -10};
    const cl_block *const b = &m->blocks->list.at[mention->block];
    uint32_t own = b->marks | m->blocks->boxes.at[b->box].marks, all = own;
    const uint8_t role = m->labels->list.at[mention->block].role;
    uint32_t box = b->box;
    for (unsigned up = 0; box; up++) {
        box = m->blocks->boxes.at[box].parent;
        if (cl_holds_story(m, box))
            break;
        all |= m->blocks->boxes.at[box].marks;
        if (up == 0)
            own |= m->blocks->boxes.at[box].marks;
    }
    /* Notes at the foot of a page are of the site, but for those that say when it was published. */
    const bool says_so = role == CL_ROLE_LEGAL && mention->said == CL_SAID_PUBLISHED;
    /* "(5 May 2020) The lock opened at six", and a place and a day that a story begins with */
    const bool opens =
        mention->opens && (mention->block == body.first || (role == CL_ROLE_DECK && is_near(m, mention->block)));
    int points = (says_so || opens ? 0 : role_points(role)) + headline_points(m, mention->block) +
                 (opens ? 0 : body_points(body, mention->block) + nth[mention->nth]);
    points += own & CL_MARK_BYLINE ? 2 : 0;
    points -= all & CL_MARK_COMMENT ? 6 : 0;
    points -= all & CL_MARK_RELATED ? 8 : 0;
    points -= all & CL_MARK_HIDDEN ? 2 : 0;
    if (mention->source == CL_DATE_VISIBLE && !opens)
        points -= (mention->wordy ? 2 : 0) + (b->links >= b->chars - b->chars / 10 ? 2 : 0);
    /* a sentence that has a date in it for other reasons */
    if (mention->source == CL_DATE_VISIBLE && mention->wordy && !opens && mention->said != CL_SAID_PUBLISHED &&
        role != CL_ROLE_DATE && role != CL_ROLE_BYLINE)
        points -= 8;
    /* when a picture was taken; markup tells better than lines do whether it is only that */
    if ((role == CL_ROLE_CAPTION || role == CL_ROLE_CREDIT) && mention->said != CL_SAID_PUBLISHED)
        points -= m->record->source.kind == CUTLINE_KIND_TEXT ? 30 : 8;
    return points;
}

/* What else is of the same day speaks for it. */
static int company_points(const cl_mentions *mentions, const cl_mention *a) {
    bool story = false, meta = false, time = false, url = false, title = false, shown = false;
    for (size_t i = 0; i < mentions->count; i++) {
        const cl_mention *const b = &mentions->at[i];
        if (b == a || b->day != a->day)
            continue;
        story |= b->source == CL_DATE_JSON_STORY || b->source == CL_DATE_JSON_PAGE;
        meta |= b->source == CL_DATE_META || b->source == CL_DATE_META_COMMON;
        time |= b->source == CL_DATE_TIME_PUBLISHED || b->source == CL_DATE_TIME;
        url |= b->source == CL_DATE_URL;
        title |= b->source == CL_DATE_TITLE;
        shown |= b->source == CL_DATE_VISIBLE && b->block != CL_NO_BLOCK && b->near_headline;
    }
    const uint8_t s = a->source;
    int points = 0;
    points += story && s != CL_DATE_JSON_STORY && s != CL_DATE_JSON_PAGE ? 7 : 0;
    points += meta && s != CL_DATE_META && s != CL_DATE_META_COMMON ? 12 : 0;
    points -= time && s != CL_DATE_TIME_PUBLISHED && s != CL_DATE_TIME ? 1 : 0;
    points += url && s != CL_DATE_URL ? 2 : 0;
    points += title && s != CL_DATE_TITLE ? 1 : 0;
    points += shown && s != CL_DATE_VISIBLE ? 5 : 0;
    return points;
}

void cl_mentions_judge(cl_mentions *mentions, const cl_making *m) {
    const span body = body_of(m);
    unsigned times = 0, texts = 0;
    for (size_t i = 0; i < mentions->count; i++) {
        cl_mention *const a = &mentions->at[i];
        if (cl_is_modified(a))
            continue;
        a->points = source_points[a->source] + company_points(mentions, a);
        if (a->block < m->labels->list.count) {
            const unsigned n = a->source == CL_DATE_VISIBLE ? texts++ : times++;
            a->nth = n <= 1 ? (uint8_t)n : n <= 3 ? 2 : 3;
            a->points += place_points(m, a, body);
        }
        a->points -= a->second ? 2 : 0;
        a->points -= a->two_digits ? 4 : 0;
        a->points += a->said == CL_SAID_PUBLISHED ? 3 : a->said == CL_SAID_OTHER ? OTHER_POINTS : 0;
        if (mentions->url_month)
            a->points += a->date.year * 12 + a->date.month == mentions->url_month ? 7 : -7;
    }
}
