#include "block/words.h"
#include "record/quotation_parts.h"

/* Tokens around a name in which its role is looked for. */
#define ROLE_BEFORE 4u
#define ROLE_AFTER  9u
/* Names under one word that are looked at. */
#define CHAIN_MAX   64u
#define MIDDLES_MAX 256u
/* Names that are looked for in the whole text. */
#define COMPLETED_MAX  32u
#define COMPLETED_READ 65536u
/* Bytes of a name at most. */
#define NAME_BYTES_MAX 200u

typedef struct run {
    uint32_t first, last; /* tokens */
} run;

static cl_slice slice_of(const char *text, const cl_quote_tokens *tokens, run r) {
    const cl_quote_token *const last = &tokens->at[r.last];
    uint32_t end = last->end;
    if (last->genitive)
        end -= text[end - 2] == '\'' ? 2 : 4;
    return cl_slice_of(text + tokens->at[r.first].start, end - tokens->at[r.first].start);
}

static bool is_name_word(const cl_quote_token *t) {
    return t->kind == CL_TOKEN_WORD && t->capital &&
           !(t->classes & (CL_PRONOUN | CL_DAY | CL_PREP | CL_JOIN | CL_RELATIVE | CL_ACCORDING | CL_DET));
}

/* The run of name words from token i on, with the particles within; *next is the token after it. */
static run run_from(const cl_quote_tokens *tokens, uint32_t i, uint32_t limit, uint32_t *next) {
    run r = {i, i};
    while (r.last < limit && !tokens->at[r.last].genitive) {
        if (is_name_word(&tokens->at[r.last + 1])) {
            r.last++;
            continue;
        }
        if (r.last + 1 < limit && cl_token_is(&tokens->at[r.last + 1], CL_OF) &&
            is_name_word(&tokens->at[r.last + 2])) {
            r.last += 2;
            continue;
        }
        break;
    }
    *next = r.last + 1;
    return r;
}

/* Whether a word ends in some letters, in UTF-8. */
static bool ends_in(const char *text, const cl_quote_token *t, const char *letters) {
    const size_t n = strlen(letters);
    return t->end - t->start > n && memcmp(text + t->end - n, letters, n) == 0;
}

/* The name within a run: what follows the last title. */
static run without_titles(const cl_quote_names *names, const char *text, const cl_quote_tokens *tokens, run r) {
    uint32_t first = r.first;
    for (uint32_t i = r.first; i < r.last; i++)
        if (tokens->at[i].classes & (CL_TITLE | CL_ROLE))
            first = i + 1;
    while (first < r.last && cl_token_is(&tokens->at[first], CL_OF) && !tokens->at[first].capital)
        first++;
    /* "Мэр Вересова Анна Белова", "burmistrz Zawierki Jan Kowalik": the place of the office, and no patronymic. */
    if (names->language & (CL_LANGUAGE_RUSSIAN | CL_LANGUAGE_POLISH) && first > 0 && r.last - first == 2 &&
        tokens->at[first - 1].classes & (CL_TITLE | CL_ROLE) && !ends_in(text, &tokens->at[first + 1], "ич") &&
        !ends_in(text, &tokens->at[first + 1], "вна"))
        first++;
    return (run){first, r.last};
}

static cl_gender gender_of_titles(const cl_quote_tokens *tokens, uint32_t from, uint32_t to) {
    for (uint32_t i = from; i < to; i++)
        if (tokens->at[i].classes & CL_TITLE && tokens->at[i].classes & CL_FEMALE)
            return CL_GENDER_FEMALE;
    return CL_GENDER_UNKNOWN;
}

/* What the ending of a name says in languages where it does: of the first name in Spanish, Portuguese and Polish, of
 * the last one in Russian. */
static cl_gender gender_of_ending(const char *text, const cl_quote_tokens *tokens, run inner, uint16_t language) {
    const cl_quote_token *const first = &tokens->at[inner.first], *const last = &tokens->at[inner.last];
    if (inner.first == inner.last && language != CL_LANGUAGE_RUSSIAN)
        return CL_GENDER_UNKNOWN;
    if (language == CL_LANGUAGE_RUSSIAN)
        return ends_in(text, last, "а") || ends_in(text, last, "я") ? CL_GENDER_FEMALE : CL_GENDER_MALE;
    if (language == CL_LANGUAGE_SPANISH || language == CL_LANGUAGE_PORTUGUESE)
        return ends_in(text, first, "a")   ? CL_GENDER_FEMALE
               : ends_in(text, first, "o") ? CL_GENDER_MALE
                                           : CL_GENDER_UNKNOWN;
    if (language == CL_LANGUAGE_POLISH)
        return ends_in(text, first, "a") ? CL_GENDER_FEMALE : CL_GENDER_MALE;
    return CL_GENDER_UNKNOWN;
}

bool cl_quote_names_init(cl_quote_names *names, uint16_t language, cl_arena *arena) {
    *names = (cl_quote_names){.language = language,
        .by_first = cl_arena_array(arena, CL_QUOTE_NAME_SLOTS, sizeof(uint32_t)),
        .by_last = cl_arena_array(arena, CL_QUOTE_NAME_SLOTS, sizeof(uint32_t))};
    return names->by_first && names->by_last;
}

static uint32_t find(const cl_quote_names *names, cl_slice text, uint32_t last_hash) {
    uint32_t n = names->by_last[last_hash & (CL_QUOTE_NAME_SLOTS - 1)];
    for (unsigned i = 0; n && i < CHAIN_MAX; i++, n = names->at[n - 1].next_last)
        if (names->at[n - 1].last_hash == last_hash && cl_slice_equal_nocase(names->at[n - 1].text, text))
            return n;
    return 0;
}

static bool grow(cl_quote_names *names, cl_arena *arena) {
    if (names->count < names->capacity)
        return true;
    const size_t capacity = names->capacity ? 2 * names->capacity : 64;
    cl_quote_name *const at = cl_arena_array(arena, capacity, sizeof *at);
    if (!at)
        return false;
    if (names->count)
        memcpy(at, names->at, names->count * sizeof *at);
    names->at = at;
    names->capacity = capacity;
    return true;
}

/* What a person is called beside the name: "campaign manager Ada Bach", "the mayor of Berlin, Ada Bach". */
static uint32_t role_before(const cl_quote_tokens *tokens, run whole, run inner) {
    const bool comma = whole.first > 0 && tokens->at[whole.first - 1].kind == CL_TOKEN_COMMA;
    const uint32_t reach = comma ? ROLE_AFTER : ROLE_BEFORE;
    const uint32_t from = whole.first > reach ? whole.first - reach : 0;
    for (uint32_t i = inner.first; i-- > from;) {
        const cl_quote_token *const t = &tokens->at[i];
        if (comma && i == whole.first - 1)
            continue;
        if (t->kind != CL_TOKEN_WORD || (i < whole.first && t->classes & (CL_JOIN | CL_SAY | CL_SPEECH)) ||
            (i < whole.first && !comma && t->classes & (CL_DET | CL_PREP | CL_OF)))
            return 0;
        if (t->classes & (CL_ROLE | CL_TITLE))
            return t->hash;
    }
    return 0;
}

/* "Ada Bach, the mayor of": not so where the mayor goes on to say something. */
static uint32_t role_after(const cl_quote_tokens *tokens, run whole) {
    if (whole.last + 1 >= tokens->count || tokens->at[whole.last + 1].kind != CL_TOKEN_COMMA)
        return 0;
    uint32_t role = 0;
    for (uint32_t i = whole.last + 2; i < tokens->count && i < whole.last + 2 + ROLE_AFTER; i++) {
        const cl_quote_token *const t = &tokens->at[i];
        if (t->kind != CL_TOKEN_WORD)
            return role;
        if (t->classes & (CL_SAY | CL_SPEECH) && !(t->classes & CL_ROLE))
            return 0;
        if (!role && t->classes & (CL_RELATIVE | CL_PRONOUN | CL_PREP))
            return 0;
        if (t->classes & CL_ROLE && !role)
            role = t->hash;
    }
    return role;
}

static void note_roles(cl_quote_name *name, const cl_quote_tokens *tokens, run whole, run inner) {
    const uint32_t before = role_before(tokens, whole, inner), after = role_after(tokens, whole);
    if (before)
        name->roles[0] = before;
    if (after)
        name->roles[1] = after;
}

static bool is_thing(const char *text, const cl_quote_tokens *tokens, run whole, run inner) {
    if (whole.first && cl_token_is(&tokens->at[whole.first - 1], CL_DET) && inner.first == whole.first)
        return true;
    const cl_quote_token *const t = &tokens->at[whole.last];
    if (whole.first != whole.last || t->end - t->start > 5)
        return false;
    for (uint32_t i = t->start; i < t->end; i++)
        if (text[i] >= 'a' && text[i] <= 'z')
            return false;
    return t->end - t->start > 1;
}

/* Whether a name can be somebody's: no thing, two words or more, or one with a title. */
static bool is_person(const cl_quote_name *name) {
    return !name->thing && (name->words > 1 || name->gender || name->roles[0] || name->roles[1]);
}

static bool add(cl_quote_names *names, const char *text, const cl_quote_tokens *tokens, run whole, cl_arena *arena) {
    const run inner = without_titles(names, text, tokens, whole);
    if (tokens->at[inner.last].classes & (CL_TITLE | CL_ROLE) && inner.first == inner.last)
        return true;
    const cl_slice name = slice_of(text, tokens, inner);
    const uint32_t last = tokens->at[inner.last].hash;
    if (name.size > NAME_BYTES_MAX)
        return true;
    uint32_t n = find(names, name, last);
    if (!n) {
        if (names->count == CL_QUOTE_NAMES_MAX)
            return true;
        if (!grow(names, arena))
            return false;
        const uint32_t first = tokens->at[inner.first].hash;
        uint32_t *const by_first = &names->by_first[first & (CL_QUOTE_NAME_SLOTS - 1)];
        uint32_t *const by_last = &names->by_last[last & (CL_QUOTE_NAME_SLOTS - 1)];
        names->at[names->count++] = (cl_quote_name){.text = name,
            .first_hash = first,
            .last_hash = last,
            .next_first = *by_first,
            .next_last = *by_last,
            .words = (uint16_t)(inner.last - inner.first + 1),
            .thing = is_thing(text, tokens, whole, inner) || tokens->at[inner.last].classes & CL_BODY};
        n = *by_first = *by_last = (uint32_t)names->count;
    }
    cl_quote_name *const entry = &names->at[n - 1];
    entry->count++;
    entry->inside |= whole.first > 0 && tokens->at[whole.first - 1].sentence == tokens->at[whole.first].sentence;
    if (!entry->gender)
        entry->gender = (uint8_t)gender_of_titles(tokens, whole.first, inner.first);
    if (!entry->gender)
        entry->gender = (uint8_t)gender_of_ending(text, tokens, inner, names->language);
    note_roles(entry, tokens, whole, inner);
    return true;
}

bool cl_quote_names_read(cl_quote_names *names, cl_slice text, const cl_quote_tokens *tokens, cl_arena *arena) {
    if (names->language == CL_LANGUAGE_ARABIC)
        return true; /* no capitals: names are known by where they stand (resolve_plain) */
    for (uint32_t i = 0; i < tokens->count;) {
        const bool begins = i == 0 || tokens->at[i - 1].sentence != tokens->at[i].sentence;
        if (!is_name_word(&tokens->at[i]) || (begins && tokens->at[i].classes & CL_SKIP)) {
            i++;
            continue;
        }
        if (!add(names, text.data, tokens, run_from(tokens, i, (uint32_t)tokens->count - 1, &i), arena))
            return false;
    }
    return true;
}

/* Whether `name` is `part` with more before it, or after it. */
static bool holds(const cl_quote_name *name, cl_slice part, bool last) {
    if (name->text.size <= part.size)
        return false;
    const char *const at = last ? name->text.data + name->text.size - part.size : name->text.data;
    if (!cl_slice_equal_nocase(cl_slice_of(at, part.size), part))
        return false;
    return last ? at[-1] == ' ' : name->text.data[part.size] == ' ';
}

static uint32_t fuller(const cl_quote_names *names, uint32_t name, bool last) {
    const cl_quote_name *const entry = &names->at[name - 1];
    const uint32_t hash = last ? entry->last_hash : entry->first_hash;
    uint32_t n = (last ? names->by_last : names->by_first)[hash & (CL_QUOTE_NAME_SLOTS - 1)], best = 0;
    for (unsigned i = 0; n && i < CHAIN_MAX; i++) {
        const cl_quote_name *const other = &names->at[n - 1];
        /* Two names for one word: the one that the story is about, which is written more often. */
        if ((last ? other->last_hash : other->first_hash) == hash && other->words <= 5 &&
            holds(other, entry->text, last) && (!best || other->count > names->at[best - 1].count))
            best = n;
        n = last ? other->next_last : other->next_first;
    }
    return best;
}

/* A name of three words or more with this one word in the middle: the first of two surnames. */
static uint32_t with_middle(const cl_quote_names *names, uint32_t name) {
    const cl_slice part = names->at[name - 1].text;
    for (size_t n = names->count; n > 0 && names->count - n < MIDDLES_MAX; n--) {
        const cl_quote_name *const other = &names->at[n - 1];
        if (other->words < 3 || other->words > 5)
            continue;
        for (size_t i = 1; i + part.size < other->text.size; i++)
            if (other->text.data[i - 1] == ' ' && other->text.data[i + part.size] == ' ' &&
                memcmp(other->text.data + i, part.data, part.size) == 0)
                return (uint32_t)n;
    }
    return 0;
}

static uint32_t fullest(const cl_quote_names *names, uint32_t name) {
    const uint32_t by_last = fuller(names, name, true);
    if (by_last)
        return by_last;
    if (names->language == CL_LANGUAGE_SPANISH && names->at[name - 1].words == 1) {
        const uint32_t middle = with_middle(names, name);
        if (middle)
            return middle;
    }
    const uint32_t by_first =
        names->at[name - 1].words == 1 && !names->at[name - 1].thing ? fuller(names, name, false) : 0;
    return by_first && names->at[by_first - 1].words == 2 && !names->at[by_first - 1].thing ? by_first : name;
}

cl_slice cl_quote_names_full(const cl_quote_names *names, uint32_t name) {
    return name ? names->at[fullest(names, name) - 1].text : CL_SLICE_NONE;
}

/* A word of a text with the plain word before it, where it stands so; the first time that it does. */
static cl_slice with_word_before(cl_slice text, cl_slice word, uint16_t language) {
    const char *const end = text.data + text.size;
    for (const char *p = text.data; (size_t)(end - p) > word.size; p++) {
        p = memchr(p, ' ', (size_t)(end - p));
        if (!p || (size_t)(end - p) <= word.size)
            break;
        if (memcmp(p + 1, word.data, word.size) != 0 || (p + 1 + word.size < end && p[1 + word.size] != ' '))
            continue;
        const char *first = p;
        while (first > text.data && first[-1] != ' ')
            first--;
        uint32_t classes;
        const char *const stop = cl_quote_word_at(first, p, language, &classes);
        /* An article or a title before it makes no first name. */
        if (stop == p && p - first > 4 && !classes && memcmp(first, "\xD8\xA7\xD9\x84", 4) != 0)
            return cl_slice_of(first, (size_t)(p - first) + 1 + word.size);
    }
    return CL_SLICE_NONE;
}

static void bring_to_focus(cl_quote_names *names, uint32_t name) {
    unsigned i = 0;
    while (i + 1 < CL_QUOTE_FOCUS && names->focus[i] != name)
        i++;
    for (; i > 0; i--)
        names->focus[i] = names->focus[i - 1];
    names->focus[0] = name;
}

/* "the mayor of Elmsford", "a spokesman for Ada Bach": the name is not that of the one who speaks. */
static bool belongs_to_office(const cl_quote_tokens *tokens, uint32_t first, uint32_t name) {
    if (name == first || !cl_token_is(&tokens->at[name - 1], CL_OF | CL_DET) || tokens->at[name - 1].capital)
        return false;
    bool of = false;
    for (uint32_t i = name; i-- > first;) {
        const cl_quote_token *const t = &tokens->at[i];
        of |= cl_token_is(t, CL_OF | CL_PREP);
        if (of && cl_token_is(t, CL_ROLE) && !t->capital)
            return true;
    }
    return false;
}

static bool is_number(const char *text, const cl_quote_token *t) {
    return text[t->start] >= '0' && text[t->start] <= '9';
}

static uint32_t resolve_name(
    cl_quote_names *names, cl_slice text, const cl_quote_tokens *tokens, uint32_t first, uint32_t last) {
    /* Behind an office stands the person: "the campaign's manager, Ada Bach", "Herald editor Ada Bach"; not so "Ada
     * Bach of Ohio". A number is nobody. */
    for (uint32_t i = first; i <= last;) {
        if (!is_name_word(&tokens->at[i]) || is_number(text.data, &tokens->at[i])) {
            i++;
            continue;
        }
        const run whole = run_from(tokens, i, last, &i);
        if (belongs_to_office(tokens, first, whole.first))
            continue;
        if (i < last && (tokens->at[whole.last].genitive ||
                            (cl_token_is(&tokens->at[i], CL_ROLE) && is_name_word(&tokens->at[i + 1]))))
            continue;
        const run inner = without_titles(names, text.data, tokens, whole);
        const uint32_t n = find(names, slice_of(text.data, tokens, inner), tokens->at[inner.last].hash);
        if (!n)
            continue;
        const uint32_t full = fullest(names, n);
        /* "der Minister" has a capital, and is no name. */
        if (names->language == CL_LANGUAGE_GERMAN && names->at[full - 1].words == 1 && whole.first > first &&
            inner.first == whole.first)
            continue;
        if (!names->at[full - 1].thing)
            bring_to_focus(names, full);
        return full;
    }
    return 0;
}

static uint32_t resolve_pronoun(cl_quote_names *names, const cl_quote_token *t, const char *text) {
    /* "They", "it" and their like can mean what is no person, or several. */
    const bool female = t->classes & CL_FEMALE;
    static const char *const he[] = {
        "he", "él", "il", "er", "ele", "lui", "egli", "он", "hij", "on", "han", "hän", "هو"};
    bool male = false;
    char small[8];
    size_t size = t->end - t->start;
    if (size < sizeof small) {
        for (size_t i = 0; i < size; i++)
            small[i] = cl_ascii_lower(text[t->start + i]);
        /* Cyrillic: О for о. */
        if (size == 4 && memcmp(small, "\xD0\x9E", 2) == 0)
            small[1] = '\xBE';
        for (size_t i = 0; i < sizeof he / sizeof *he; i++)
            male |= strlen(he[i]) == size && memcmp(he[i], small, size) == 0;
    }
    if (!male && !female)
        return 0;
    const uint8_t gender = female ? CL_GENDER_FEMALE : CL_GENDER_MALE;
    /* Who is surely a person goes before what may be a place or a firm, or in German any noun. */
    const unsigned rounds = names->language == CL_LANGUAGE_GERMAN ? 1 : 2;
    for (unsigned i = 0; i < rounds * CL_QUOTE_FOCUS; i++) {
        const uint32_t n = names->focus[i % CL_QUOTE_FOCUS];
        if (!n || (names->at[n - 1].gender && names->at[n - 1].gender != gender) ||
            (i < CL_QUOTE_FOCUS && !is_person(&names->at[n - 1])))
            continue;
        names->at[n - 1].gender = gender;
        bring_to_focus(names, n);
        return n;
    }
    return 0;
}

/* "the chairman of the board, Ada Bach, said": the name in apposition to an office. */
static uint32_t resolve_apposition(
    cl_quote_names *names, cl_slice text, const cl_quote_tokens *tokens, const cl_quote_frame *frame) {
    const uint32_t comma = frame->last + 1, from = comma + 1;
    if (from >= tokens->count || tokens->at[comma].kind != CL_TOKEN_COMMA || !is_name_word(&tokens->at[from]) ||
        cl_token_is(&tokens->at[from], CL_SAY | CL_SPEECH))
        return 0;
    /* A name of its own has none: "Senator Bach, Emil Zahn and". */
    bool office = names->language != CL_LANGUAGE_ENGLISH && cl_token_is(&tokens->at[frame->first], CL_DET);
    bool of = frame->mention == CL_MENTION_NOUN;
    for (uint32_t i = frame->first; i <= frame->last; i++) {
        of |= office && cl_token_is(&tokens->at[i], CL_OF | CL_PREP);
        office |= cl_token_is(&tokens->at[i], CL_ROLE | CL_TITLE);
    }
    uint32_t next;
    const run whole = run_from(tokens, from, (uint32_t)tokens->count - 1, &next);
    const bool ends = next == tokens->count || tokens->at[next].kind == CL_TOKEN_COMMA ||
                      tokens->at[next].kind == CL_TOKEN_POINT || cl_token_is(&tokens->at[next], CL_SAY | CL_SPEECH);
    return office && of && ends && whole.last > whole.first ? resolve_name(names, text, tokens, whole.first, whole.last)
                                                            : 0;
}

/* The last name that was called what the noun says. */
static uint32_t resolve_noun(cl_quote_names *names, const cl_quote_tokens *tokens, const cl_quote_frame *frame) {
    for (uint32_t i = frame->last + 1; i-- > frame->first;) {
        const cl_quote_token *const t = &tokens->at[i];
        if (!cl_token_is(t, CL_ROLE | CL_TITLE))
            continue;
        const uint32_t role = t->hash;
        for (size_t n = names->count; n > 0 && names->count - n < 256; n--) {
            if (names->at[n - 1].roles[0] != role && names->at[n - 1].roles[1] != role)
                continue;
            const uint32_t full = fullest(names, (uint32_t)n);
            bring_to_focus(names, full);
            return full;
        }
        return 0;
    }
    return 0;
}

/* The verb alone, in languages that need no subject: the last person that acted. A word that has only stood at the
 * beginning of sentences is no name. */
static uint32_t resolve_nobody(const cl_quote_names *names) {
    if (!(names->language & CL_LANGUAGE_DROPS) || names->language == CL_LANGUAGE_ANY)
        return 0;
    for (unsigned i = 0; i < CL_QUOTE_FOCUS && names->focus[i]; i++) {
        const cl_quote_name *const name = &names->at[names->focus[i] - 1];
        if (names->language == CL_LANGUAGE_ARABIC || is_person(name) || (name->inside && !name->thing))
            return names->focus[i];
    }
    return 0;
}

/* The name before "who". */
static uint32_t resolve_relative(cl_quote_names *names, cl_slice text, const cl_quote_tokens *tokens, uint32_t who) {
    uint32_t i = who;
    while (i > 0 && who - i < 16 && tokens->at[i - 1].sentence == tokens->at[who].sentence) {
        i--;
        if (!is_name_word(&tokens->at[i]))
            continue;
        uint32_t first = i;
        while (first > 0 && is_name_word(&tokens->at[first - 1]) && i - first < 6)
            first--;
        return resolve_name(names, text, tokens, first, i);
    }
    return 0;
}

/* Without capitals a name is what stands where one must: the phrase but for its titles. */
static uint32_t resolve_plain(
    cl_quote_names *names, cl_slice text, const cl_quote_tokens *tokens, const cl_quote_frame *frame, cl_arena *arena) {
    const run whole = {frame->first, frame->last}, inner = without_titles(names, text.data, tokens, whole);
    if (!add(names, text.data, tokens, whole, arena))
        return 0;
    const uint32_t n = find(names, slice_of(text.data, tokens, inner), tokens->at[inner.last].hash);
    if (!n)
        return 0;
    const uint32_t full = fullest(names, n);
    bring_to_focus(names, full);
    return full;
}

uint32_t cl_quote_names_resolve(
    cl_quote_names *names, cl_slice text, const cl_quote_tokens *tokens, const cl_quote_frame *frame, cl_arena *arena) {
    uint32_t apposition;
    switch ((cl_mention_kind)frame->mention) {
    case CL_MENTION_NONE: /* the verb alone */
        return resolve_nobody(names);
    case CL_MENTION_NAME:
        if (names->language == CL_LANGUAGE_ARABIC)
            return resolve_plain(names, text, tokens, frame, arena);
        apposition = resolve_apposition(names, text, tokens, frame);
        if (!apposition)
            apposition = resolve_name(names, text, tokens, frame->first, frame->last);
        return apposition || !cl_token_is(&tokens->at[frame->first], CL_DET) ? apposition
                                                                             : resolve_noun(names, tokens, frame);
    case CL_MENTION_PRONOUN:
        return resolve_pronoun(names, &tokens->at[frame->first], text.data);
    case CL_MENTION_NOUN:
        apposition = resolve_apposition(names, text, tokens, frame);
        return apposition ? apposition : resolve_noun(names, tokens, frame);
    case CL_MENTION_RELATIVE:
        return resolve_relative(names, text, tokens, frame->first);
    default:
        return 0;
    }
}

void cl_quote_names_complete(cl_quote_names *names, const cl_quote_paragraph *paragraphs, size_t count) {
    for (size_t n = 0; n < names->count && n < COMPLETED_MAX; n++) {
        cl_quote_name *const name = &names->at[n];
        if (name->words != 1 || fullest(names, (uint32_t)n + 1) != n + 1)
            continue;
        cl_slice whole = CL_SLICE_NONE;
        size_t left = COMPLETED_READ;
        for (size_t i = 0; i < count && !whole.size && left; i++) {
            const size_t size = paragraphs[i].text.size < left ? paragraphs[i].text.size : left;
            left -= size;
            whole = with_word_before(cl_slice_of(paragraphs[i].text.data, size), name->text, names->language);
        }
        if (whole.size)
            name->text = whole;
    }
}

bool cl_quote_names_knows(const cl_quote_names *names, const cl_quote_token *word) {
    uint32_t n = names->by_last[word->hash & (CL_QUOTE_NAME_SLOTS - 1)];
    for (unsigned i = 0; n && i < CHAIN_MAX; i++, n = names->at[n - 1].next_last)
        if (names->at[n - 1].last_hash == word->hash && names->at[n - 1].words > 1 && !names->at[n - 1].thing)
            return true;
    n = names->by_first[word->hash & (CL_QUOTE_NAME_SLOTS - 1)];
    for (unsigned i = 0; n && i < CHAIN_MAX; i++, n = names->at[n - 1].next_first)
        if (names->at[n - 1].first_hash == word->hash && names->at[n - 1].words == 2 && is_person(&names->at[n - 1]))
            return true;
    return false;
}
