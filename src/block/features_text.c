/* What a block's text is like, and how far it agrees with what the page says of itself. */
#include "block/features.h"
#include "block/words.h"

/* The sayings, a bit each; TITLE is the title of the page and the headline of its metadata together. Runs of three
 * words have bits of their own. */
enum saying { TITLE, DESCRIPTION, AUTHOR, SITE, BODY, SAYINGS };
/* Bits beside these: words that say who made a picture, and those that a byline begins with. */
#define CREDIT_BIT (1u << 6)
#define BYLINE_BIT (1u << 7)
#define GRAM_SHIFT 8

#define SAYING_WORDS 2000u /* read of each but the body */
#define BODY_WORDS   50000u
#define TITLE_CHARS  300u /* of a block that can be the headline */
#define TITLE_ALIKE                                                                                                    \
    0.55f             /* share of words in common, of all words of both, from which a block says what the title says */
#define TITLE_H1 0.4f /* what a heading of level 1, of level 2, adds to that */
#define TITLE_H2 0.15f

/* The last three words' hash. */
typedef struct gram {
    uint32_t before, last;
    uint32_t words;
} gram;

static uint32_t next_gram(gram *g, uint32_t word) {
    const uint32_t hash = (g->before * 0x9e3779b1u) ^ (g->last * 0x85ebca77u) ^ (word * 0xc2b2ae3du);
    g->before = g->last;
    g->last = word;
    g->words++;
    return g->words >= 3 ? cl_mix(hash) | 1 : 0;
}

static uint32_t slot_of(const cl_features *f, uint32_t key) {
    const uint32_t mask = (uint32_t)(f->grams.count - 1);
    uint32_t i = (key ^ key >> 15) & mask;
    while (f->grams.at[i].key && f->grams.at[i].key != key)
        i = (i + 1) & mask;
    return i;
}

/* Whether it was new in that saying. */
static bool note(cl_features *f, uint32_t key, uint32_t bit) {
    cl_gram *const g = &f->grams.at[slot_of(f, key)];
    const bool had = g->texts & bit;
    g->key = key;
    g->texts |= bit;
    return !had;
}

/* Most keys are in their first slot, or that is free: which of both can't be foretold, and need not be. */
static inline uint32_t said_in(const cl_features *f, uint32_t key) {
    const cl_gram *const g = &f->grams.at[(key ^ key >> 15) & (uint32_t)(f->grams.count - 1)];
    return g->key == key || !g->key ? g->texts : f->grams.at[slot_of(f, key)].texts;
}

static uint32_t count_words(cl_slice text, uint32_t most) {
    cl_word_reader r = cl_words_of(text);
    uint32_t n = 0;
    while (n < most && cl_word_next(&r).kind)
        n++;
    return n;
}

static void read_saying(cl_features *f, cl_slice text, enum saying saying) {
    cl_word_reader r = cl_words_of(text);
    gram g = {0, 0, 0};
    const uint32_t most = saying == BODY ? BODY_WORDS : SAYING_WORDS;
    for (uint32_t n = 0; n < most; n++) {
        const cl_word w = cl_word_next(&r);
        if (!w.kind)
            break;
        const uint32_t hash = next_gram(&g, w.hash);
        if (hash)
            note(f, hash, 1u << (saying + GRAM_SHIFT));
        if (saying != BODY && w.kind != CL_WORD_SIGN)
            f->said[saying] += note(f, w.hash | 1, 1u << saying);
    }
    if (saying == BODY)
        f->said[BODY] += g.words;
}

/* Year and day of an ISO date. */
static void read_date(cl_features *f, cl_slice date) {
    f->year = f->day = 0;
    if (date.size < 10 || date.data[4] != '-' || date.data[7] != '-')
        return;
    for (size_t i = 0; i < 4; i++)
        f->year = f->year * 10 + (uint32_t)(date.data[i] - '0');
    f->day = (uint32_t)(date.data[8] - '0') * 10 + (uint32_t)(date.data[9] - '0');
}

static const char *const credits[] = {"photo", "photos", "foto", "fotos", "photograph", "photographer", "getty",
    "reuters", "afp", "ap", "dpa", "epa", "imago", "shutterstock", "istock", "image", "images", "picture", "bild",
    "фото", "写真", "credit", "quelle", "fuente", "source"};
static const char *const bylines[] = {"by", "von", "par", "por", "di", "door", "av", "af", "przez", "autor", "autora",
    "author", "text", "texte", "texto", "автор", "oleh", "yazan", "written", "reporting"};

static void read_words(cl_features *f, const char *const *words, size_t count, uint32_t bit) {
    for (size_t i = 0; i < count; i++) {
        cl_word_reader r = cl_words_of(cl_slice_z(words[i]));
        note(f, cl_word_next(&r).hash | 1, bit);
    }
}

/* Steps of the path of an address, 1 more; 0 where it is none. */
static uint32_t steps_of(cl_slice url) {
    if (!url.size)
        return 0;
    const char *const end = url.data + url.size;
    const char *p = memchr(url.data, ':', url.size);
    if (!p || end - p < 3 || p[1] != '/' || p[2] != '/')
        return 0;
    uint32_t steps = 1;
    bool step = true; /* the host */
    for (p += 3; p < end && *p != '?' && *p != '#'; p++) {
        if (*p != '/' && !step)
            steps++;
        step = *p != '/';
    }
    return steps;
}

bool cl_features_read_sayings(cl_features *f, const cl_page_says *says) {
    static const cl_page_says nothing = {.kinds = 0};
    says = says ? says : &nothing;
    const size_t words = count_words(says->title, SAYING_WORDS) + count_words(says->headline, SAYING_WORDS) +
                         count_words(says->description, SAYING_WORDS) + count_words(says->author, SAYING_WORDS) +
                         count_words(says->site, SAYING_WORDS) + count_words(says->body, BODY_WORDS);
    size_t slots = 256;
    while (slots < 4 * words + 128) /* a word and a run of three each, half of the table free */
        slots *= 2;
    cl_vector_clear(f->allocator, &f->grams);
    if (!cl_vector_reserve(f->allocator, &f->grams, slots))
        return false;
    f->grams.count = slots;
    memset(f->grams.at, 0, slots * sizeof *f->grams.at);
    memset(f->said, 0, sizeof f->said);
    f->kinds = says->kinds;
    f->steps = steps_of(says->url);
    read_saying(f, says->site, SITE);
    read_saying(f, says->headline.size ? says->headline : says->title, TITLE);
    read_saying(f, says->description, DESCRIPTION);
    read_saying(f, says->author, AUTHOR);
    read_saying(f, says->body, BODY);
    read_date(f, says->date);
    read_words(f, credits, sizeof credits / sizeof *credits, CREDIT_BIT);
    read_words(f, bylines, sizeof bylines / sizeof *bylines, BYLINE_BIT);
    return true;
}

void cl_features_find_headline(cl_features *f) {
    float best = TITLE_ALIKE;
    f->headline = UINT32_MAX;
    if (!f->said[TITLE])
        return;
    /* The title of a flattened text is its first unit: another that says the same is looked for. */
    for (uint32_t i = f->dom ? 0 : 1; i < f->blocks->list.count; i++) {
        const cl_block *const b = &f->blocks->list.at[i];
        const bool heading = b->type == CL_BLOCK_HEADING;
        const float marked = heading && b->level == 1 ? TITLE_H1 : heading && b->level == 2 ? TITLE_H2 : 0;
        if (b->chars > TITLE_CHARS || b->text.size < 4)
            continue;
        cl_word_reader r = cl_words_of_block(b->text);
        uint32_t words = 0, common = 0;
        float most = 1; /* that it can be alike */
        for (cl_word w; most + marked > best && (w = cl_word_next(&r)).kind;) {
            if (w.kind == CL_WORD_SIGN)
                continue;
            words++;
            if (said_in(f, w.hash | 1) & 1u << TITLE)
                common++;
            else
                most = (float)f->said[TITLE] / (float)(f->said[TITLE] + words - common);
        }
        if (most + marked <= best)
            continue;
        common = common < f->said[TITLE] ? common : f->said[TITLE];
        const float alike = (float)common / (float)(words + f->said[TITLE] - common);
        if (alike + marked > best && alike >= TITLE_ALIKE - TITLE_H1 && common) {
            best = alike + marked;
            f->headline = i;
        }
    }
}

/* What is counted while the words of a text go by. */
typedef struct scan {
    uint32_t words, signs, numbers, wide, letters, upper, with_upper, letter_words;
    uint32_t in[SAYINGS], grams[SAYINGS], all_grams;
    uint32_t last_words[CL_LAST_WORDS]; /* ids: a ring */
    uint32_t last_pairs[CL_LAST_WORDS]; /* UINT32_MAX: none */
    bool colon, question, exclamation, parting, at, copyright, address, year, time, date, year_of_page, day_of_page;
    bool credit, byline;
} scan;

static uint16_t id_of(uint32_t hash) {
    return (uint16_t)(cl_mix(hash) & (CL_WORD_IDS - 1));
}

static void see_sign(scan *s, const char *at, const char *text, const char *end) {
    const unsigned char c = (unsigned char)*at;
    switch (c) {
    case ':':
        s->colon = true;
        s->time |= at > text && at + 2 < end && at[-1] >= '0' && at[-1] <= '9' && at[1] >= '0' && at[1] <= '5' &&
                   at[2] >= '0' && at[2] <= '9';
        s->address |= at + 2 < end && at[1] == '/' && at[2] == '/';
        break;
    case '?':
        s->question = true;
        break;
    case '!':
        s->exclamation = true;
        break;
    case '@':
        s->at = true;
        s->address |= at > text && at + 1 < end && !cl_is_space(at[-1]) && !cl_is_space(at[1]);
        break;
    case '|':
    case '/':
    case '>':
        s->parting = true;
        break;
    case 0xC2:
        s->copyright |= at + 1 < end && (unsigned char)at[1] == 0xA9;
        s->parting |= at + 1 < end && ((unsigned char)at[1] == 0xB7 || (unsigned char)at[1] == 0xBB);
        break;
    case 0xE2:
        if (at + 2 < end) {
            const unsigned code = (unsigned)(unsigned char)at[1] << 8 | (unsigned char)at[2];
            s->parting |= code == 0x80A2 || (code >= 0x8690 && code <= 0x87BF) || (code >= 0x96A0 && code <= 0x97BF);
        }
        break;
    case 0xEF: /* full-width ! : ? */
        if (at + 2 < end && (unsigned char)at[1] == 0xBC) {
            s->exclamation |= (unsigned char)at[2] == 0x81;
            s->colon |= (unsigned char)at[2] == 0x9A;
            s->question |= (unsigned char)at[2] == 0x9F;
        }
        break;
    case 0xD8:
        s->question |= at + 1 < end && (unsigned char)at[1] == 0x9F;
        break;
    default:
        break;
    }
}

static void see_number(const cl_features *f, scan *s, const cl_word *w, const char *after, const char *end) {
    s->numbers++;
    s->year |= w->size == 4 && w->number >= 1900 && w->number < 2100;
    s->year_of_page |= f->year && w->number == f->year;
    s->day_of_page |= f->day && w->size <= 2 && w->number == f->day;
    if (w->size <= 2 && w->number && w->number <= 31 && end - after >= 4 &&
        (*after == '.' || *after == '/' || *after == '-')) {
        const char *p = after + 1;
        while (p < end && p < after + 4 && *p >= '0' && *p <= '9')
            p++;
        s->date |= p > after + 1 && p < after + 4 && p + 1 < end && *p == *after && p[1] >= '0' && p[1] <= '9';
    }
}

static void see_agreement(const cl_features *f, scan *s, uint32_t word, uint32_t run) {
    const uint32_t in = said_in(f, word | 1);
    for (unsigned k = 0; in && k < BODY; k++)
        s->in[k] += in >> k & 1;
    s->credit |= in & CREDIT_BIT && s->words < 6;
    s->byline |= in & BYLINE_BIT && s->words == 0;
    if (!run)
        return;
    s->all_grams++;
    const uint32_t grams = said_in(f, run) >> GRAM_SHIFT;
    for (unsigned k = 0; grams && k < SAYINGS; k++)
        s->grams[k] += grams >> k & 1;
}

static void put_word(cl_feature_row *row, uint32_t hash) {
    row->words[row->word_count++] = id_of(hash);
}

/* Ids of the first words as they come; the last ones are kept in a ring until it is known which they are. */
static void see_id(cl_feature_row *row, scan *s, const cl_word *w, const cl_word *before) {
    const bool pair = w->kind == CL_WORD_WIDE && before->kind == CL_WORD_WIDE;
    const uint32_t both = before->hash * 31u + w->hash;
    if (s->words == 0)
        put_word(row, w->hash ^ 0xf1257u);
    if (s->words == 1)
        put_word(row, both ^ 0x5ec0du);
    if (s->words < CL_FIRST_WORDS) {
        put_word(row, w->hash);
        if (pair)
            put_word(row, both);
    } else {
        s->last_words[s->words % CL_LAST_WORDS] = w->hash;
        s->last_pairs[s->words % CL_LAST_WORDS] = pair ? both : 0;
    }
}

static void see_last_ids(cl_feature_row *row, const scan *s, uint32_t last) {
    const uint32_t more = s->words > CL_FIRST_WORDS ? s->words - CL_FIRST_WORDS : 0;
    const uint32_t count = more < CL_LAST_WORDS ? more : CL_LAST_WORDS;
    for (uint32_t i = s->words - count; i < s->words; i++) {
        put_word(row, s->last_words[i % CL_LAST_WORDS]);
        if (s->last_pairs[i % CL_LAST_WORDS])
            put_word(row, s->last_pairs[i % CL_LAST_WORDS]);
    }
    if (s->words)
        put_word(row, last ^ 0x1a57u);
}

static void scan_text(const cl_features *f, cl_slice text, cl_feature_row *row, scan *s, cl_word_reader *r) {
    cl_word before = {.kind = CL_WORD_NONE};
    gram g = {0, 0, 0};
    const char *const end = text.data + text.size;
    for (cl_word w; (w = cl_word_next(r)).kind; before = w) {
        see_id(row, s, &w, &before);
        if (w.kind == CL_WORD_SIGN) {
            s->signs++;
            const char *at = r->at - 1; /* back to where the code point begins */
            while (at > text.data && ((unsigned char)*at & 0xC0) == 0x80)
                at--;
            see_sign(s, at, text.data, end);
        } else if (w.kind == CL_WORD_NUMBER) {
            see_number(f, s, &w, r->at, end);
        } else if (w.kind == CL_WORD_LETTERS) {
            s->letters += w.size;
            s->letter_words++;
            s->upper += w.upper;
            s->with_upper += w.upper > 0;
        } else {
            s->wide++;
        }
        see_agreement(f, s, w.hash, next_gram(&g, w.hash));
        s->words++;
    }
    see_last_ids(row, s, before.hash);
}

static float share(uint32_t part, uint32_t whole) {
    return whole ? (float)part / (float)whole : 0;
}

static void put_agreement(const cl_features *f, const scan *s, cl_feature_row *row) {
    cl_x(row, CL_X_title_words, share(s->in[TITLE], s->words));
    cl_x(row, CL_X_title_cover, share(s->in[TITLE], f->said[TITLE]));
    cl_x(row, CL_X_title_grams, share(s->grams[TITLE], s->all_grams));
    cl_x(row, CL_X_description_words, share(s->in[DESCRIPTION], s->words));
    cl_x(row, CL_X_description_cover, share(s->in[DESCRIPTION], f->said[DESCRIPTION]));
    cl_x(row, CL_X_description_grams, share(s->grams[DESCRIPTION], s->all_grams));
    cl_x(row, CL_X_body_grams, share(s->grams[BODY], s->all_grams));
    cl_x(row, CL_X_author_words, share(s->in[AUTHOR], s->words));
    cl_x(row, CL_X_author_cover, share(s->in[AUTHOR], f->said[AUTHOR]));
    cl_x(row, CL_X_site_words, share(s->in[SITE], s->words));
}

void cl_features_page_says(cl_features *f) {
    f->page[CL_X_says_description] = cl_x_of(f->said[DESCRIPTION] > 0);
    f->page[CL_X_says_author] = cl_x_of(f->said[AUTHOR] > 0);
    f->page[CL_X_says_body] = cl_x_of(f->said[BODY] > 0);
    for (unsigned i = 0; i < CL_SAYS_KIND_COUNT; i++)
        f->page[CL_X_says_article + i] = f->kinds >> i & 1 ? CL_FEATURE_ONE : 0;
    f->page[CL_X_front] = cl_x_of(f->steps == 1);
    f->page[CL_X_path_steps] = cl_x_of((float)f->steps / 4);
}

/* The column for a text that ends in such a character; -1 for others. */
static int ending_of(cl_slice tail) {
    size_t size;
    switch (cl_code_at(tail.data, tail.data + tail.size, &size)) {
    case '.':
    case 0x3002: /* ideographic full stop */
    case 0xFF0E:
    case 0x6D4: /* Urdu full stop */
    case 0x964: /* danda */
        return CL_X_last_stop;
    case ':':
    case 0xFF1A:
        return CL_X_last_colon;
    case '?':
    case 0xFF1F:
    case 0x61F: /* Arabic question mark */
        return CL_X_last_question;
    case '!':
    case 0xFF01:
        return CL_X_last_exclamation;
    case 0x2026: /* horizontal ellipsis */
        return CL_X_last_ellipsis;
    case ',':
    case 0x60C:  /* Arabic comma */
    case 0x3001: /* ideographic comma */
        return CL_X_last_comma;
    default:
        return -1;
    }
}

/* How a text begins and ends. */
static void put_ends(cl_slice text, cl_feature_row *row) {
    const cl_slice head = cl_slice_of(text.data, text.size < 4 ? text.size : 4);
    cl_word_reader r = cl_words_of(head);
    const cl_word first = cl_word_next(&r);
    const bool before = r.quotes || r.brackets;
    cl_x_flag(row, CL_X_first_quote, r.quotes > 0 || text.data[0] == '\'');
    cl_x_flag(row, CL_X_first_bracket, r.brackets > 0);
    cl_x_flag(row, CL_X_first_capital, !before && first.kind == CL_WORD_LETTERS && first.upper);
    cl_x_flag(row, CL_X_first_small, !before && first.kind == CL_WORD_LETTERS && !first.upper);
    cl_x_flag(row, CL_X_first_number, !before && first.kind == CL_WORD_NUMBER);
    cl_x_flag(row, CL_X_first_sign, !before && first.kind == CL_WORD_SIGN);
    size_t at = text.size - 1;
    while (at && ((unsigned char)text.data[at] & 0xC0) == 0x80)
        at--;
    const cl_slice tail = cl_slice_of(text.data + at, text.size - at);
    const int column = ending_of(tail);
    if (column >= 0) {
        const bool dots = text.size >= 3 && memcmp(text.data + text.size - 3, "...", 3) == 0;
        cl_x_flag(row, dots ? CL_X_last_ellipsis : (unsigned)column, true);
        return;
    }
    cl_word_reader e = cl_words_of(tail);
    const cl_word last = cl_word_next(&e);
    cl_x_flag(row, CL_X_last_quote, e.quotes > 0 || *tail.data == '\'');
    cl_x_flag(row, CL_X_last_bracket, e.brackets > 0);
    cl_x_flag(row, CL_X_last_letter, last.kind == CL_WORD_LETTERS || last.kind == CL_WORD_WIDE);
    cl_x_flag(row, CL_X_last_number, last.kind == CL_WORD_NUMBER);
}

static void put_flags(const cl_block *b, const scan *s, cl_feature_row *row) {
    cl_x_flag(row, CL_X_colon, s->colon);
    cl_x_flag(row, CL_X_question, s->question);
    cl_x_flag(row, CL_X_exclamation, s->exclamation);
    cl_x_flag(row, CL_X_parting, s->parting);
    cl_x_flag(row, CL_X_year, s->year);
    cl_x_flag(row, CL_X_time, s->time);
    cl_x_flag(row, CL_X_date, s->date);
    cl_x_flag(row, CL_X_year_of_page, s->year_of_page);
    cl_x_flag(row, CL_X_day_of_page, s->day_of_page);
    cl_x_flag(row, CL_X_at_sign, s->at);
    cl_x_flag(row, CL_X_address, s->address);
    cl_x_flag(row, CL_X_copyright, s->copyright);
    cl_x_flag(row, CL_X_credit_word, s->credit);
    cl_x_flag(row, CL_X_byline_word, s->byline);
    cl_x_flag(row, CL_X_all_brackets, row->x[CL_X_first_bracket] && row->x[CL_X_last_bracket]);
    cl_x_flag(row, CL_X_no_sentence, b->sentences == 0);
    cl_x_flag(row, CL_X_one_link, b->anchors == 1 && b->links * 20 >= b->chars * 19);
}

static uint32_t count_lines(cl_slice text) {
    uint32_t n = 0;
    for (const char *p = text.data, *const end = p + text.size; (p = memchr(p, '\n', (size_t)(end - p))) != NULL; p++)
        n++;
    return n;
}

void cl_features_text(const cl_features *f, uint32_t block, cl_feature_row *row) {
    const cl_block *const b = &f->blocks->list.at[block];
    scan s;
    memset(&s, 0, sizeof s);
    cl_word_reader r = cl_words_of_block(b->text);
    row->word_count = 0;
    scan_text(f, b->text, row, &s, &r);
    put_agreement(f, &s, row);
    put_ends(b->text, row);
    put_flags(b, &s, row);
    cl_x(row, CL_X_chars, cl_x_log(b->chars) / 4);
    cl_x(row, CL_X_words, cl_x_log(s.words) / 3);
    cl_x(row, CL_X_sentences, cl_x_log(b->sentences) / 2);
    cl_x(row, CL_X_word_length, share(s.letters, s.letter_words * 8));
    cl_x(row, CL_X_sentence_length, cl_x_log(b->chars / (b->sentences + 1u)) / 4);
    cl_x(row, CL_X_digits, share(b->digits, b->chars));
    cl_x(row, CL_X_numbers, share(s.numbers, s.words));
    cl_x(row, CL_X_capitals, share(s.upper, s.letters));
    cl_x(row, CL_X_capital_words, share(s.with_upper, s.letter_words));
    cl_x(row, CL_X_commas, share(r.commas * 4, s.words));
    cl_x(row, CL_X_quotes, (float)r.quotes / 4);
    cl_x(row, CL_X_brackets, (float)r.brackets / 4);
    cl_x(row, CL_X_dashes, (float)r.dashes / 4);
    cl_x(row, CL_X_signs, share(s.signs, s.words));
    cl_x(row, CL_X_wide, share(s.wide, s.words));
    cl_x(row, CL_X_lines, cl_x_log(count_lines(b->text)) / 2);
    cl_x(row, CL_X_links, share(b->links, b->chars));
    cl_x(row, CL_X_anchors, cl_x_log(b->anchors) / 2);
    cl_x(row, CL_X_bold, share(b->bold, b->chars));
    cl_x(row, CL_X_italic, share(b->italic, b->chars));
}
