#include "record/quotation_parts.h"

/* Words that a walk to a subject passes at most: over an apposition, over what stands between it and the verb, and
 * within the noun phrase. */
#define APPOSITION_MAX 40u
#define BETWEEN_MAX    6u
#define PHRASE_MAX     9u
/* Words between commas between a verb and its subject, at most. */
#define INSERTED_MAX      4u
#define CIRCUMSTANCES_MAX 5u
/* Languages in which a noun that is a subject has an article, or is a name. */
#define ARTICLES (CL_LANGUAGE_SPANISH | CL_LANGUAGE_FRENCH | CL_LANGUAGE_PORTUGUESE | CL_LANGUAGE_ITALIAN)

#define STOPS (CL_PREP | CL_JOIN | CL_RELATIVE | CL_ACCORDING)

typedef struct framing {
    const cl_quote_token *at;
    size_t count;
    cl_quote_frames *frames;
    uint16_t language;
    size_t sentence; /* first token of the sentence at hand */
} framing;

typedef struct phrase {
    uint32_t first, last;
    cl_mention_kind kind;
} phrase;

static const cl_quote_token *token(const framing *f, size_t i) {
    static const cl_quote_token none = {.kind = CL_TOKEN_POINT};
    return i < f->count ? &f->at[i] : &none;
}

static bool is_cue(const cl_quote_token *t) {
    return cl_token_is(t, CL_SAY | CL_SPEECH | CL_WEAK);
}

/* A word of a name or of what is written like one: not a day, and no pronoun at the beginning of a sentence. */
static bool is_capital(const cl_quote_token *t) {
    return t->kind == CL_TOKEN_WORD && t->capital && !(t->classes & (CL_PRONOUN | CL_DAY | STOPS | CL_DET));
}

static bool is_pronoun(const cl_quote_token *t) {
    return cl_token_is(t, CL_PRONOUN | CL_RELATIVE);
}

static cl_mention_kind pronoun_kind(const cl_quote_token *t) {
    return t->classes & CL_RELATIVE ? CL_MENTION_RELATIVE : CL_MENTION_PRONOUN;
}

/* A word that can stand within a noun phrase: small, and neither verb of saying nor any of the little words. */
static bool is_noun(const cl_quote_token *t) {
    return t->kind == CL_TOKEN_WORD && !(t->classes & (CL_PRONOUN | STOPS | CL_DAY | CL_SKIP | CL_DET | CL_OF)) &&
           (!(t->classes & (CL_SAY | CL_SPEECH | CL_WEAK)) || t->classes & CL_ROLE) && !t->adverb;
}

/* The sentence's first token; a word there may be a capital for that alone. */
static bool begins_sentence(const framing *f, size_t i) {
    return i == 0 || token(f, i - 1)->sentence != token(f, i)->sentence;
}

/* Something short between marks that is part of a name: "Ada “Ducks” Bach". */
static bool is_nickname(const cl_quote_token *t) {
    return t->kind == CL_TOKEN_SPAN && t->small && !t->comma;
}

/* "Speaking in Berlin, she said", "Still, she said": the first word of a sentence that is a name for its capital alone.
 */
static bool only_begins(const framing *f, size_t i) {
    const cl_quote_token *const t = token(f, i), *const next = token(f, i + 1);
    if (i != f->sentence || is_cue(next) || next->past)
        return false;
    return t->present || (next->kind == CL_TOKEN_COMMA && (t->classes & CL_SKIP || t->adverb));
}

/* How many tokens to the left of token i the noun phrase goes on; 0 where it begins there. */
static size_t step_left(const framing *f, size_t i) {
    const cl_quote_token *const t = token(f, i), *const left = token(f, i - 1);
    const cl_quote_token *const next = i >= 2 ? token(f, i - 2) : NULL;
    if ((is_capital(left) && !only_begins(f, i - 1)) || is_nickname(left))
        return 1;
    if (left->kind != CL_TOKEN_WORD)
        return 0;
    if (left->classes & CL_OF && next && (is_capital(t) || is_noun(t)) && (is_capital(next) || is_noun(next)))
        return 2;
    /* "de Blasio", "van Gogh" */
    if (left->classes & CL_OF && !(left->classes & CL_PREP) && f->language == CL_LANGUAGE_ENGLISH && is_capital(t))
        return 1;
    /* "the retired surgeon" */
    if (is_noun(left) && (!left->past || (next && cl_token_is(next, CL_DET))))
        return 1;
    const bool and = next && left->classes & CL_JOIN && !(left->classes & CL_PREP) && left->end - left->start <= 3;
    if (and&&((is_capital(t) && is_capital(next)) || (is_noun(t) && is_noun(next) && !next->past)))
        return 2;
    return 0;
}

/* Where the noun phrase begins that ends in token `last`; *det tells whether with an article or the like. */
static size_t phrase_begin(const framing *f, size_t last, bool *det) {
    const uint32_t sentence = token(f, last)->sentence;
    size_t i = last;
    for (unsigned n = 0; n < PHRASE_MAX && i > 0; n++) {
        const cl_quote_token *const left = token(f, i - 1);
        if (left->sentence != sentence && !is_nickname(left))
            break;
        if (cl_token_is(left, CL_DET)) {
            *det = true;
            /* "the head of the committee" */
            if (i < 3 || !cl_token_is(token(f, i - 2), CL_OF) || !is_noun(token(f, i - 3)))
                return i - 1;
            i -= 3;
            continue;
        }
        const size_t step = step_left(f, i);
        if (!step || token(f, i - step)->sentence != sentence)
            break;
        i -= step;
    }
    return i;
}

/* The noun phrase that ends in token `last`: false where there is none. */
static bool phrase_before(const framing *f, size_t last, phrase *np) {
    const cl_quote_token *t = token(f, last);
    if (is_pronoun(t)) {
        *np = (phrase){(uint32_t)last, (uint32_t)last, pronoun_kind(t)};
        return true;
    }
    /* "Rand Paul (R-Ky.)" */
    if (t->kind == CL_TOKEN_BRACKET && t->classes == ')') {
        size_t i = last;
        while (i > 0 && last - i < 8 && !(token(f, i)->kind == CL_TOKEN_BRACKET && token(f, i)->classes == '('))
            i--;
        if (i == 0 || token(f, i)->classes != '(')
            return false;
        last = i - 1;
        t = token(f, last);
    }
    if (cl_token_is(t, CL_DET) && last > 0 && cl_token_is(token(f, last - 1), CL_DET)) { /* "the two" */
        *np = (phrase){(uint32_t)last - 1, (uint32_t)last, CL_MENTION_NOUN};
        return true;
    }
    if (t->genitive || !(is_capital(t) || is_noun(t) || is_nickname(t)) || only_begins(f, last))
        return false;
    const bool capital = is_capital(t);
    bool det = false;
    const size_t first = phrase_begin(f, last, &det);
    *np = (phrase){(uint32_t)first, (uint32_t)last, capital ? CL_MENTION_NAME : CL_MENTION_NOUN};
    return capital || det || t->classes & CL_ROLE || first < last ||
           (t->end > t->start + 3 && !t->past && !(f->language & ARTICLES && f->language != CL_LANGUAGE_ANY));
}

/* The noun phrase that begins at token `first`. */
static bool phrase_after(const framing *f, size_t first, phrase *np) {
    size_t i = first;
    if (is_pronoun(token(f, i)) &&
        !(cl_token_is(token(f, i), CL_DET) && (is_noun(token(f, i + 1)) || is_capital(token(f, i + 1))))) {
        if (token(f, i)->classes & CL_RELATIVE)
            return false;
        *np = (phrase){(uint32_t)i, (uint32_t)i, CL_MENTION_PRONOUN};
        return true;
    }
    size_t last = SIZE_MAX;
    bool det = false, capital = false;
    for (; i < first + PHRASE_MAX && i < f->count && token(f, i)->sentence == token(f, first)->sentence; i++) {
        const cl_quote_token *const t = token(f, i);
        if (cl_token_is(t, CL_DET) && !is_capital(t)) {
            if (last != SIZE_MAX && !cl_token_is(token(f, i - 1), CL_OF))
                break;
            det = true;
            continue;
        }
        if (is_capital(t) && !(i == first && is_cue(t) && !det)) {
            last = i;
            capital = true;
            continue;
        }
        if (is_nickname(t) && last != SIZE_MAX) {
            last = i;
            continue;
        }
        if (cl_token_is(t, CL_OF) && last != SIZE_MAX &&
            (is_capital(token(f, i + 1)) || cl_token_is(token(f, i + 1), CL_DET) ||
                ((det || !capital) && is_noun(token(f, i + 1)))))
            continue;
        /* "Ohio State University professor Ada Bach" */
        if (capital && t->classes & CL_ROLE && is_capital(token(f, i + 1)))
            continue;
        /* "директор Харьковского горсовета Ада Бах" */
        if (capital && f->language == CL_LANGUAGE_RUSSIAN && is_noun(t) && is_capital(token(f, i + 1)))
            continue;
        det |= t->article;
        if (is_noun(t) && (!capital || det) && (!t->past || is_noun(token(f, i + 1)) || is_capital(token(f, i + 1)))) {
            last = i;
            continue;
        }
        if (det && cl_token_is(t, CL_DAY) && is_noun(token(f, i + 1)))
            continue;
        break;
    }
    if (last == SIZE_MAX)
        return false;
    /* Arabic has no capitals. */
    capital |= f->language == CL_LANGUAGE_ARABIC;
    *np = (phrase){(uint32_t)first, (uint32_t)last, capital ? CL_MENTION_NAME : CL_MENTION_NOUN};
    return capital || det || token(f, last)->classes & CL_ROLE;
}

/* The subject of an apposition: "Ada Bach, a spokeswoman for the city, said". `comma` is the one before the verb. The
 * nearest name that begins its clause; failing that, the first of what stands before a comma. */
static bool phrase_before_apposition(const framing *f, size_t comma, phrase *np) {
    const uint32_t sentence = token(f, comma)->sentence;
    size_t from = comma;
    while (from > 0 && comma - from < APPOSITION_MAX && token(f, from - 1)->sentence == sentence &&
           !(token(f, from - 1)->kind == CL_TOKEN_SPAN && !token(f, from - 1)->small))
        from--;
    bool found = false;
    const bool others = f->language != CL_LANGUAGE_ENGLISH;
    for (size_t i = comma; i-- > from + 1;) {
        const cl_quote_token *const t = token(f, i);
        if (t->kind != CL_TOKEN_COMMA && t->kind != CL_TOKEN_DASH &&
            !(t->kind == CL_TOKEN_BRACKET && t->classes == '('))
            continue;
        phrase this;
        if (!phrase_before(f, i - 1, &this) || this.first < from || this.kind == CL_MENTION_RELATIVE)
            continue;
        const cl_quote_token *const left = this.first > from ? token(f, this.first - 1) : NULL;
        if ((left && cl_token_is(left, CL_PREP | CL_OF)) ||
            (others && found && np->kind == CL_MENTION_NAME && this.kind != CL_MENTION_NAME))
            continue;
        *np = this;
        found = true;
        if (this.kind == CL_MENTION_NAME && (!left || cl_token_is(left, CL_JOIN) || left->kind == CL_TOKEN_COLON))
            return true;
    }
    /* "One of the executives, Ada Bach, said", "el presidente del sindicato, Ada Bach, dijo" */
    phrase name;
    if (others && found && np->kind == CL_MENTION_NOUN && phrase_before(f, comma - 1, &name) &&
        name.kind == CL_MENTION_NAME && name.first > from && name.last > name.first &&
        is_capital(token(f, name.first)) && token(f, name.first - 1)->kind == CL_TOKEN_COMMA) {
        *np = name;
        return true;
    }
    return found || (comma > from && phrase_before(f, comma - 1, np) && np->first > from &&
                        np->kind == CL_MENTION_NAME && token(f, np->first - 1)->kind == CL_TOKEN_COMMA);
}

/* A little word between subject and verb; with a capital it is a name ("Will said"), or begins the sentence. */
static bool skips(const framing *f, const cl_quote_token *t) {
    return t->kind == CL_TOKEN_WORD &&
           !(t->capital && (f->language == CL_LANGUAGE_ENGLISH || !(t->classes & CL_SKIP))) &&
           (t->classes & CL_SKIP || t->adverb);
}

/* "Bach however said" */
static bool is_connective(const framing *f, const cl_quote_token *t) {
    return f->language == CL_LANGUAGE_ENGLISH && cl_token_is(t, CL_JOIN) && !cl_token_is(t, CL_PREP) &&
           t->end - t->start >= 7 && !t->capital;
}

/* Passes little words, days and "on Monday" leftwards. */
static size_t pass_between(const framing *f, size_t i) {
    for (unsigned n = 0; i > 0 && n < BETWEEN_MAX; n++) {
        const cl_quote_token *const t = token(f, i - 1);
        if (!skips(f, t) && !cl_token_is(t, CL_DAY) && !is_connective(f, t) &&
            !(cl_token_is(t, CL_PREP) && cl_token_is(token(f, i), CL_DAY)))
            break;
        i--;
    }
    return i;
}

/* "a spokesman for Ada Bach": the phrase before the preposition is the subject. False where there is none, as in "said
 * in Berlin". */
static bool widen(const framing *f, phrase *np, uint32_t sentence) {
    phrase outer;
    if (!phrase_before(f, np->first - 2, &outer) || outer.kind == CL_MENTION_PRONOUN ||
        outer.kind == CL_MENTION_RELATIVE || np->last - outer.first > 2 * PHRASE_MAX)
        return false;
    const cl_quote_token *const first = token(f, outer.first);
    if (first->sentence != sentence || !(outer.kind == CL_MENTION_NAME || cl_token_is(first, CL_DET) ||
                                           token(f, outer.last)->classes & CL_ROLE || outer.first == f->sentence))
        return false;
    np->first = outer.first;
    np->kind = outer.kind;
    return true;
}

static bool subject_before(const framing *f, size_t cue, phrase *np) {
    const uint32_t sentence = token(f, cue)->sentence;
    size_t i = cue;
    for (unsigned n = 0; n < 3; n++) {
        i = pass_between(f, i);
        if (i == 0 || token(f, i - 1)->sentence != sentence)
            return false;
        const cl_quote_token *const t = token(f, i - 1);
        if (t->kind == CL_TOKEN_COMMA || t->kind == CL_TOKEN_DASH)
            return phrase_before_apposition(f, i - 1, np);
        if (!phrase_before(f, i - 1, np))
            return false;
        bool inside = false; /* a prepositional phrase that is none of the subject's, but for "with Bach saying" */
        const bool absolute = np->last + 1u == i && token(f, cue)->present && i == pass_between(f, cue);
        while (!inside && !absolute && np->kind != CL_MENTION_PRONOUN && np->first >= 1 &&
               cl_token_is(token(f, np->first - 1), CL_OF | CL_PREP) &&
               !cl_token_is(token(f, np->first - 1), CL_JOIN) && token(f, np->first - 1)->sentence == sentence)
            inside = np->first < 2 || !widen(f, np, sentence);
        if (!inside)
            return true;
        i = np->first - 1;
    }
    return false;
}

/* Whether a span stands right before token i, or but for a comma or a dash and little words. */
static bool follows_span(const framing *f, size_t i) {
    unsigned n = 0;
    while (i > 0 && n++ < 5) {
        const cl_quote_token *const t = token(f, i - 1);
        if (t->kind == CL_TOKEN_SPAN)
            return !t->small || t->comma;
        if (t->kind != CL_TOKEN_COMMA && t->kind != CL_TOKEN_DASH && !skips(f, t))
            return false;
        i--;
    }
    return false;
}

/* Passes what is put in between a verb and its subject: "lamenta, por su parte, Ada Bach". */
static size_t pass_inserted(const framing *f, size_t i) {
    if (f->language == CL_LANGUAGE_ENGLISH || token(f, i)->kind != CL_TOKEN_COMMA)
        return i;
    for (size_t k = i + 1; k < i + 2 + INSERTED_MAX; k++) {
        if (token(f, k)->kind == CL_TOKEN_COMMA)
            return k > i + 1 ? k + 1 : i;
        if (token(f, k)->kind != CL_TOKEN_WORD || token(f, k)->capital)
            break;
    }
    return i;
}

/* Passes "à cette occasion", "en rueda de prensa", "am Montag" before a subject with an article. */
static size_t pass_circumstances(const framing *f, size_t i) {
    if (f->language == CL_LANGUAGE_ENGLISH || !cl_token_is(token(f, i), CL_PREP))
        return i;
    for (size_t k = i + 2; k < i + 2 + CIRCUMSTANCES_MAX && token(f, k)->kind == CL_TOKEN_WORD; k++)
        if (cl_token_is(token(f, k), CL_DET) && !cl_token_is(token(f, k - 1), CL_PREP | CL_OF | CL_DET) &&
            is_noun(token(f, k + 1)))
            return k;
    return i;
}

static bool subject_after(const framing *f, size_t cue, phrase *np) {
    size_t i = pass_inserted(f, cue + 1);
    if (follows_span(f, cue))
        i = pass_circumstances(f, i);
    while (i < f->count && i < cue + 8 && skips(f, token(f, i)))
        i++;
    return token(f, i)->sentence == token(f, cue)->sentence && phrase_after(f, i, np);
}

/* Bit 0: the frame is in the mouth of another one ("she said he was"); bit 1: it is put in between commas. */
static uint8_t shape_of(const framing *f, size_t cue, const phrase *np, bool after) {
    const size_t first = np && np->first < cue ? np->first : cue, last = np && np->last > cue ? np->last : cue;
    if (first == 0)
        return 0;
    const cl_quote_token *const left = token(f, first - 1), *const right = token(f, last + 1);
    const bool same = left->sentence == token(f, cue)->sentence;
    const bool inside = !after && same && (is_cue(left) || cl_token_is(left, CL_JOIN));
    const bool between = same && left->kind == CL_TOKEN_COMMA && right->kind == CL_TOKEN_COMMA;
    return (uint8_t)(inside | between << 1);
}

static void add(framing *f, cl_frame_kind kind, size_t cue, const phrase *np, bool after) {
    cl_quote_frames *const frames = f->frames;
    if (frames->count == frames->capacity)
        return;
    frames->at[frames->count++] = (cl_quote_frame){.cue = (uint32_t)cue,
        .first = np ? np->first : (uint32_t)cue,
        .last = np ? np->last : (uint32_t)cue,
        .sentence = token(f, cue)->sentence,
        .kind = (uint8_t)kind,
        .mention = (uint8_t)(np ? np->kind : CL_MENTION_NONE),
        .after = after,
        .shape = shape_of(f, cue, np, after)};
}

/* The subject of the sentence: that of its first frame, or the noun phrase that it begins with. */
static bool sentence_subject(const framing *f, size_t cue, phrase *np) {
    const uint32_t sentence = token(f, cue)->sentence;
    const cl_quote_frames *const frames = f->frames;
    const cl_quote_frame *of_cue = NULL, *of_any = NULL;
    for (size_t n = frames->count; n > 0 && frames->at[n - 1].sentence == sentence && frames->count - n < 6; n--) {
        const cl_quote_frame *const frame = &frames->at[n - 1];
        if (frame->mention == CL_MENTION_NONE || frame->mention == CL_MENTION_RELATIVE || frame->last > cue)
            continue;
        if (frame->kind == CL_FRAME_ANY)
            of_any = frame; /* the first one, of the main clause more often than not */
        else if (!of_cue)
            of_cue = frame; /* the nearest one */
    }
    const cl_quote_frame *const frame = of_cue ? of_cue : of_any;
    if (frame) {
        *np = (phrase){frame->first, frame->last, (cl_mention_kind)frame->mention};
        return true;
    }
    size_t i = f->sentence;
    if (token(f, i)->sentence != sentence)
        return false;
    if (cl_token_is(token(f, i), CL_JOIN))
        i++;
    if (cl_token_is(token(f, i), CL_PREP | CL_SKIP) || token(f, i)->adverb) {
        while (i < cue && i < f->sentence + 16 && token(f, i)->kind != CL_TOKEN_COMMA)
            i++;
        i++;
    }
    return i < cue && phrase_after(f, i, np) && np->last < cue;
}

/* Whether a verb hangs on one before it: "and said", "but admitted", ", adding". */
static bool hangs(const framing *f, size_t cue) {
    size_t i = cue;
    while (i > f->sentence && skips(f, token(f, i - 1)) && cue - i < BETWEEN_MAX)
        i--;
    if (i <= f->sentence)
        return false;
    return token(f, cue)->present ||
           (cl_token_is(token(f, i - 1), CL_JOIN) && token(f, i - 1)->end - token(f, i - 1)->start <= 3);
}

/* Whether a sentence begins with a name and an apposition that ends in a comma: the subject of what follows. */
static bool begins_with_apposition(const framing *f, size_t comma) {
    phrase np;
    return token(f, f->sentence)->capital && phrase_before_apposition(f, comma, &np) && np.kind == CL_MENTION_NAME &&
           np.first == f->sentence;
}

/* ", said Ada Bach, who": a comma, the verb, and a name with no verb of its own after it. */
static bool inverts(const framing *f, size_t cue, const phrase *after) {
    if (cue == 0 || !(token(f, cue)->classes & CL_INVERTS) || token(f, cue - 1)->kind != CL_TOKEN_COMMA ||
        after->kind == CL_MENTION_PRONOUN || after->first != cue + 1)
        return false;
    const cl_quote_token *const next = token(f, after->last + 1);
    if (next->kind == CL_TOKEN_COMMA || next->kind == CL_TOKEN_POINT || next->kind == CL_TOKEN_BRACKET ||
        next->kind == CL_TOKEN_COLON)
        return true;
    return after->kind == CL_MENTION_NAME && cl_token_is(next, CL_RELATIVE | CL_PREP | CL_JOIN | CL_DAY) &&
           !begins_with_apposition(f, cue - 1);
}

/* "…," a message on the website reads: all that stands between what is said and the verb, with no verb of its own. */
static bool subject_since_span(const framing *f, size_t cue, phrase *np) {
    const size_t end = pass_between(f, cue);
    size_t i = end;
    while (i > 0 && end - i < 2 * PHRASE_MAX && token(f, i - 1)->kind == CL_TOKEN_WORD) {
        const cl_quote_token *const t = token(f, i - 1);
        if (t->classes & (CL_RELATIVE | CL_JOIN | CL_BE) || (is_cue(t) && !t->plural && !t->capital))
            return false;
        i--;
    }
    if (i == end || i == 0 || token(f, i - 1)->kind != CL_TOKEN_SPAN || !token(f, i - 1)->comma ||
        !cl_token_is(token(f, i), CL_DET) || !(is_noun(token(f, end - 1)) || is_capital(token(f, end - 1))))
        return false;
    *np = (phrase){(uint32_t)i, (uint32_t)end - 1, CL_MENTION_NOUN};
    return true;
}

/* A word that could be a verb of saying but is a noun: "the reports", "Trump's remarks", "recent attacks". */
static bool is_noun_here(const framing *f, size_t i) {
    if (i == 0)
        return false;
    const cl_quote_token *const t = token(f, i), *const left = token(f, i - 1);
    if (f->language != CL_LANGUAGE_ENGLISH)
        return false;
    if (is_nickname(left) && t->plural && t->classes & (CL_SPEECH | CL_WEAK))
        return true;
    if (left->sentence != t->sentence || left->kind != CL_TOKEN_WORD)
        return false;
    phrase np;
    if (subject_since_span(f, i, &np))
        return false;
    if (left->genitive || (left->classes & CL_DET && !(left->classes & CL_PRONOUN)))
        return true;
    return t->classes & (CL_SPEECH | CL_WEAK) && t->plural && !left->capital && !left->adverb &&
           !(left->classes & (CL_SKIP | CL_PRONOUN | CL_RELATIVE | CL_ROLE | CL_DAY)) && t->end - t->start > 4 &&
           !(left->classes & CL_JOIN) && !(left->end - left->start == 2 && left->classes & CL_PREP);
}

/* In languages other than English the subject can follow at once: always in Arabic, a pronoun in the others. */
static bool verb_first(const framing *f, size_t cue, const phrase *after) {
    return f->language != CL_LANGUAGE_ENGLISH && after->first == cue + 1 &&
           (f->language == CL_LANGUAGE_ARABIC || after->kind == CL_MENTION_PRONOUN);
}

/* Turkish has the subject before what is said, and the verb behind: Demir, "..." dedi. */
static bool before_span(const framing *f, size_t cue, phrase *np) {
    if (cue == 0 || token(f, cue - 1)->kind != CL_TOKEN_SPAN)
        return false;
    size_t i = cue - 1;
    i -= i > 0 && (token(f, i - 1)->kind == CL_TOKEN_COMMA || token(f, i - 1)->kind == CL_TOKEN_COLON);
    return i > 0 && phrase_before(f, i - 1, np);
}

static bool by(const framing *f, size_t i) {
    const cl_quote_token *const t = token(f, i);
    return f->language == CL_LANGUAGE_ENGLISH && t->kind == CL_TOKEN_WORD && t->by;
}

/* The subject of a verb that stands apart from it: "Bach, who lives in Ulm and has a dog, went on to say"; the phrase
 * before the relative clause, or else the subject of the sentence. */
static bool far_subject(const framing *f, size_t cue, phrase *np) {
    const uint32_t sentence = token(f, cue)->sentence;
    for (size_t i = cue; i-- > f->sentence + 1 && cue - i < APPOSITION_MAX && token(f, i)->sentence == sentence;) {
        if (!cl_token_is(token(f, i), CL_RELATIVE))
            continue;
        const size_t last = token(f, i - 1)->kind == CL_TOKEN_COMMA ? i - 2 : i - 1;
        return last < i && phrase_before(f, last, np);
    }
    return sentence_subject(f, cue, np);
}

/* The subject of a German participle is that of the little verb before it. */
static bool subject_of_participle(const framing *f, size_t cue, phrase *np) {
    const cl_quote_token_kind next = (cl_quote_token_kind)token(f, cue + 1)->kind;
    if (f->language != CL_LANGUAGE_GERMAN || next == CL_TOKEN_WORD)
        return false;
    const cl_quote_frames *const frames = f->frames;
    for (size_t n = frames->count; n > 0 && frames->at[n - 1].sentence == token(f, cue)->sentence; n--) {
        const cl_quote_frame *const frame = &frames->at[n - 1];
        if (frame->kind != CL_FRAME_ANY || !cl_token_is(token(f, frame->cue), CL_SKIP) ||
            frame->mention == CL_MENTION_NONE)
            continue;
        *np = (phrase){frame->first, frame->last, (cl_mention_kind)frame->mention};
        return true;
    }
    return false;
}

static void add_cue(framing *f, size_t i) {
    const cl_quote_token *const t = token(f, i);
    const cl_frame_kind kind = t->classes & CL_SAY      ? CL_FRAME_SAY
                               : t->classes & CL_SPEECH ? CL_FRAME_SPEECH
                                                        : CL_FRAME_WEAK;
    phrase before, after;
    /* "was asked by Ada Bach" */
    if (i > 0 && cl_token_is(token(f, i - 1), CL_SKIP) && by(f, i + 1) && phrase_after(f, i + 2, &after)) {
        add(f, kind, i, &after, true);
        return;
    }
    if (f->language == CL_LANGUAGE_TURKISH && before_span(f, i, &before)) {
        add(f, kind, i, &before, false);
        return;
    }
    const bool has_after = subject_after(f, i, &after), english = f->language == CL_LANGUAGE_ENGLISH;
    if (has_after && !(english && t->present) &&
        (follows_span(f, i) || inverts(f, i, &after) || verb_first(f, i, &after) ||
            (i == f->sentence && after.kind == CL_MENTION_NAME))) {
        add(f, kind, i, &after, true);
        return;
    }
    if ((english && subject_since_span(f, i, &before)) || subject_of_participle(f, i, &before))
        add(f, kind, i, &before, false);
    else if (hangs(f, i) && sentence_subject(f, i, &before))
        add(f, kind, i, &before, false);
    else if (subject_before(f, i, &before))
        add(f, kind, i, &before, false);
    else if (has_after && !english) /* "said he was" has no subject after the verb */
        add(f, kind, i, &after, true);
    else if (english && far_subject(f, i, &before))
        add(f, kind, i, &before, false);
    else
        add(f, kind, i, NULL, false);
}

/* Languages other than English put the subject behind a verb that follows what is said, and verbs of saying are many:
 * „…“, spöttelt er; "…", ironizó Horner. */
static bool follows_closed_span(const framing *f, size_t i) {
    if (i == 0)
        return false;
    const cl_quote_token *const left = token(f, i - 1);
    if (left->kind == CL_TOKEN_SPAN)
        return !left->small && left->comma;
    return i > 1 && (left->kind == CL_TOKEN_COMMA || left->kind == CL_TOKEN_DASH) &&
           token(f, i - 2)->kind == CL_TOKEN_SPAN && !token(f, i - 2)->small;
}

/* Whether a span begins right behind token i, or behind a colon or one word that begins a clause. */
static bool before_open_span(const framing *f, size_t i) {
    const cl_quote_token *const next = token(f, i + 1);
    if (next->kind == CL_TOKEN_SPAN)
        return !next->small;
    return (next->kind == CL_TOKEN_COLON || cl_token_is(next, CL_JOIN)) && token(f, i + 2)->kind == CL_TOKEN_SPAN &&
           !token(f, i + 2)->small;
}

/* Some word of another language that stands as a verb of saying does. */
static bool add_other(framing *f, size_t i) {
    const cl_quote_token *const t = token(f, i);
    if (f->language == CL_LANGUAGE_ENGLISH || f->language == CL_LANGUAGE_ARABIC || t->kind != CL_TOKEN_WORD ||
        t->capital || t->end - t->start < 3 || i == 0)
        return false;
    phrase np;
    if (!(t->classes & ~(uint32_t)CL_SKIP) && follows_closed_span(f, i) && phrase_after(f, i + 1, &np)) {
        add(f, CL_FRAME_SPEECH, i, &np, true);
        return true;
    }
    /* "hatte er betont": the pronoun behind a little verb. */
    if (f->language == CL_LANGUAGE_GERMAN && t->classes & CL_SKIP && is_pronoun(token(f, i + 1)) &&
        phrase_after(f, i + 1, &np) && np.kind == CL_MENTION_PRONOUN) {
        add(f, CL_FRAME_ANY, i, &np, true);
        return true;
    }
    if (!t->classes && before_open_span(f, i) && subject_before(f, i, &np) &&
        (np.kind != CL_MENTION_NOUN || cl_token_is(token(f, np.first), CL_DET))) {
        add(f, CL_FRAME_ANY, i, &np, false);
        return true;
    }
    return false;
}

/* "Bach proposes a", "Bach, who is mayor, proposes to": a verb in the present, not "Berlin voters". */
static bool acts(const framing *f, size_t i) {
    const cl_quote_token *const left = token(f, i - 1), *const next = token(f, i + 1);
    return f->language == CL_LANGUAGE_ENGLISH && left->sentence == token(f, i)->sentence &&
           (is_capital(left) || left->kind == CL_TOKEN_COMMA) && !left->genitive &&
           cl_token_is(next, CL_DET | CL_PREP | CL_PRONOUN) && !(next->classes & CL_JOIN);
}

/* A name or a pronoun beside some verb that is none of saying. */
static void add_any(framing *f, size_t i) {
    const cl_quote_token *const t = token(f, i);
    if (t->kind != CL_TOKEN_WORD || t->capital || i == 0 ||
        !(t->past || t->classes & CL_SKIP || (t->plural && (cl_token_is(token(f, i - 1), CL_PRONOUN) || acts(f, i)))))
        return;
    phrase np;
    if (t->past && follows_span(f, i) && subject_after(f, i, &np) && np.kind == CL_MENTION_NAME) {
        add(f, CL_FRAME_ANY, i, &np, true);
        return;
    }
    const cl_quote_token *const left = token(f, i - 1);
    if (left->sentence != t->sentence)
        return;
    if (left->kind == CL_TOKEN_COMMA ? !phrase_before_apposition(f, i - 1, &np) || np.kind != CL_MENTION_NAME
                                     : !(is_pronoun(left) || is_noun(left) || (is_capital(left) && !left->genitive)) ||
                                           !subject_before(f, i, &np))
        return;
    if (np.kind != CL_MENTION_NOUN || np.first == f->sentence ||
        (token(f, np.first - 1)->kind == CL_TOKEN_COMMA && cl_token_is(token(f, np.first), CL_DET)))
        add(f, CL_FRAME_ANY, i, &np, false);
}

static void add_according(framing *f, size_t i) {
    size_t next = i + 1;
    if (cl_token_is(token(f, next), CL_PREP) && !token(f, next)->capital)
        next++;
    phrase np;
    if (phrase_after(f, next, &np))
        add(f, CL_FRAME_ACCORDING, i, &np, true);
}

static void add_label(framing *f, size_t i) {
    phrase np;
    if (i == 0 || token(f, i + 1)->kind != CL_TOKEN_SPAN || !phrase_before(f, i - 1, &np))
        return;
    if (np.kind == CL_MENTION_NAME && (np.first == f->sentence || token(f, np.first - 1)->kind == CL_TOKEN_DASH))
        add(f, CL_FRAME_LABEL, i, &np, false);
}

/* "Bach acha que": the name that a sentence begins with, whatever its verb. */
static void add_topic(framing *f, size_t i) {
    phrase np;
    if (f->language == CL_LANGUAGE_ANY || !(f->language & ARTICLES & CL_LANGUAGE_DROPS) || !phrase_after(f, i, &np) ||
        np.kind != CL_MENTION_NAME || is_cue(token(f, np.last + 1)) || np.last + 1u >= f->count)
        return;
    const cl_quote_token *const next = token(f, np.last + 1);
    if (next->kind == CL_TOKEN_WORD && !next->capital && next->sentence == token(f, i)->sentence &&
        !(next->classes & (CL_PREP | CL_OF | CL_JOIN)))
        add(f, CL_FRAME_ANY, np.last + 1, &np, false);
}

void cl_quote_frames_find(const cl_quote_tokens *tokens, uint16_t language, cl_quote_frames *frames) {
    framing f = {.at = tokens->at, .count = tokens->count, .frames = frames, .language = language};
    frames->count = 0;
    for (size_t i = 0; i < tokens->count; i++) {
        const cl_quote_token *const t = &tokens->at[i];
        if (begins_sentence(&f, i)) {
            f.sentence = i;
            add_topic(&f, i);
        }
        if (cl_token_is(t, CL_ACCORDING))
            add_according(&f, i);
        else if (is_cue(t) && !(t->capital && !begins_sentence(&f, i)) && !is_noun_here(&f, i))
            add_cue(&f, i);
        else if (t->kind == CL_TOKEN_COLON)
            add_label(&f, i);
        else if (!add_other(&f, i))
            add_any(&f, i);
    }
}

bool cl_quote_phrase_after(
    const cl_quote_tokens *tokens, uint16_t language, size_t at, uint32_t *first, uint32_t *last) {
    const framing f = {.at = tokens->at, .count = tokens->count, .language = language};
    phrase np;
    if (at >= tokens->count || !phrase_after(&f, at, &np))
        return false;
    *first = np.first;
    *last = np.last;
    return true;
}
