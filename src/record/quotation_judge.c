#include "block/words.h"
#include "record/quotation_parts.h"

/* Frames on either side of a span that can be its own. */
#define FRAMES_BESIDE 6u

/* What is looked at, each with the number of its values; the weights stand one after the other. */
enum {
    SIDES = 2,
    DISTANCES = 7,
    SENTENCES = 4,
    ENDS = 4,
    BETWEENS = 3,
    LENGTHS = 3,
    CONNECTORS = 7,
    WORDS = 8,
    CASES = 3,
    BEFORES = 13,
    AFTERS = 10,
    SCORES = 8,
    SIGNS = 15,
    FORMS = 16,
    AGAINS = 4,
    NAMES = 4,
    CUES = 128,
    PLACES = 6,
    BESTS = CL_FRAME_KINDS + 3
};

/* Of a candidate. */
enum {
    SEE_DISTANCE = 0,
    SEE_END = SEE_DISTANCE + CL_FRAME_KINDS * SIDES * 2 * DISTANCES,
    SEE_BETWEEN = SEE_END + SIDES * SENTENCES * ENDS,
    SEE_MENTION = SEE_BETWEEN + SIDES * BETWEENS * SENTENCES,
    SEE_PLACE = SEE_MENTION + CL_FRAME_KINDS * CL_MENTION_KINDS * SIDES * 2,
    SEE_CONNECTOR = SEE_PLACE + SIDES * SENTENCES * 2 * LENGTHS,
    SEE_NEAREST = SEE_CONNECTOR + CONNECTORS * 2 * CL_FRAME_KINDS,
    SEE_OTHERS = SEE_NEAREST + 2 * SIDES * SENTENCES,
    SEE_KIND = SEE_OTHERS + 4 * SIDES * SENTENCES,
    SEE_NEAREST_KIND = SEE_KIND + CL_FRAME_KINDS * SIDES * SENTENCES * 2,
    SEE_SHAPE = SEE_NEAREST_KIND + CL_FRAME_KINDS * SIDES * 2 * 2,
    SEE_PREVIOUS = SEE_SHAPE + 4 * CL_FRAME_KINDS * SIDES * 2,
    SEE_PREVIOUS_LENGTH = SEE_PREVIOUS + 4 * 2 * 2 * 2,
    SEE_LEAD = SEE_PREVIOUS_LENGTH + 4 * LENGTHS,
    SEE_LEAD_MENTION = SEE_LEAD + 2 * 2 * 2 * CL_QUOTE_LEADS * 3,
    SEE_LEAD_KIND = SEE_LEAD_MENTION + 2 * CL_MENTION_KINDS,
    SEE_NEXT = SEE_LEAD_KIND + 2 * CL_FRAME_KINDS,
    SEE_BEFORE = SEE_NEXT + CL_FRAME_KINDS * SIDES * SIGNS,
    SEE_FORM = SEE_BEFORE + CL_FRAME_KINDS * SIDES * SIGNS,
    SEE_AGAIN = SEE_FORM + CL_FRAME_KINDS * SIDES * FORMS,
    SEE_NAME = SEE_AGAIN + AGAINS * SIDES * 2,
    SEE_CUE = SEE_NAME + NAMES * CL_MENTION_KINDS * 4,
    SEE_SIZE = SEE_CUE + CUES,
    SEE_SPAN_NEXT = SEE_SIZE + 5 * CL_MENTION_KINDS,
    SEE_SPAN_BEFORE = SEE_SPAN_NEXT + SIGNS * PLACES,
    SEE_GOES_ON = SEE_SPAN_BEFORE + SIGNS * PLACES,
    SEE_LEAD_NAME = SEE_GOES_ON + SIGNS * 2 * DISTANCES,
    SEE_GOVERNED = SEE_LEAD_NAME + NAMES * CL_MENTION_KINDS,
    SEE_CLAUSES = SEE_GOVERNED + CL_FRAME_KINDS * SIDES * 9,
    SEE_COUNT = SEE_CLAUSES + CL_FRAME_KINDS * SIDES * 6
};

/* Of a span. */
enum {
    LOOK_WORDS = 0,
    LOOK_CASE = LOOK_WORDS + WORDS * 6,
    LOOK_END = LOOK_CASE + WORDS * 2 * CASES,
    LOOK_BEFORE = LOOK_END + WORDS * ENDS,
    LOOK_AFTER = LOOK_BEFORE + BEFORES * LENGTHS,
    LOOK_BEST = LOOK_AFTER + AFTERS * LENGTHS,
    LOOK_SCORE = LOOK_BEST + BESTS * DISTANCES * LENGTHS,
    LOOK_WHOLE = LOOK_SCORE + SCORES * LENGTHS,
    LOOK_LITTLE = LOOK_WHOLE + 2 * 2 * LENGTHS,
    LOOK_VALUE = LOOK_LITTLE + 2 * CASES * LENGTHS,
    LOOK_SENTENCE = LOOK_VALUE + 2,
    LOOK_LIST = LOOK_SENTENCE + 2 * LENGTHS,
    LOOK_COUNT = LOOK_LIST + 3 * LENGTHS
};

#include "record/quotation_model_data.inc"

_Static_assert(
    SEE_COUNT *CL_QUOTE_ROW == sizeof candidate_weights / sizeof *candidate_weights, "a model of other code");
_Static_assert(2 * CL_QUOTE_UNITS == sizeof units / sizeof *units, "a model of other code");
_Static_assert(LOOK_COUNT == sizeof span_weights / sizeof *span_weights, "a model of other code");

const cl_quote_model cl_quote_model_learned = {candidate_weights, units, span_weights, SPAN_BIAS};
const size_t cl_quote_model_sizes[CL_QUOTE_TABLES] = {SEE_COUNT * CL_QUOTE_ROW, 2 * CL_QUOTE_UNITS, LOOK_COUNT};

static void see(cl_quote_seen *seen, unsigned number) {
    seen->at[seen->count++] = (uint16_t)number;
}

static unsigned distance_of(uint32_t n) {
    return n < 3 ? n : n < 5 ? 3 : n < 9 ? 4 : n < 17 ? 5 : 6;
}

static unsigned capped(uint32_t n, unsigned max) {
    return n < max ? n : max;
}

static unsigned words_of(uint32_t n) {
    return n <= 3 ? 0 : n <= 6 ? n - 3 : n <= 8 ? 4 : n <= 12 ? 5 : n <= 20 ? 6 : 7;
}

static unsigned length_of(uint32_t words) {
    return words < 5 ? 0 : words < 9 ? 1 : 2;
}

static const cl_quote_span *span_of(const cl_quote_view *v, uint32_t token) {
    return &v->spans->at[v->tokens->at[token].classes];
}

static bool is_span(const cl_quote_view *v, uint32_t token) {
    return v->tokens->at[token].kind == CL_TOKEN_SPAN && !v->tokens->at[token].small;
}

/* What a text ends in: 0 nothing, 1 a comma, 2 a point, 3 a question or a cry. */
static unsigned end_of(cl_slice text, const cl_quote_span *span) {
    if (span->start == span->end)
        return 0;
    const char c = text.data[span->end - 1];
    return c == ',' ? 1 : c == '.' ? 2 : c == '?' || c == '!' ? 3 : 0;
}

static bool starts_paragraph(const cl_quote_view *v) {
    return v->token == 0;
}

/* How the span hangs on what stands before it. */
static unsigned connector_of(const cl_quote_view *v) {
    if (v->token == 0)
        return 0;
    const cl_quote_token *const t = &v->tokens->at[v->token - 1];
    switch (t->kind) {
    case CL_TOKEN_COLON:
        return 1;
    case CL_TOKEN_COMMA:
        return 2;
    case CL_TOKEN_WORD:
        return t->classes & CL_JOIN ? 3 : t->classes & (CL_SAY | CL_SPEECH | CL_WEAK) ? 4 : 5;
    default:
        return 6;
    }
}

/* Whether another span stands right beside a frame: bit 0 before, bit 1 after it. */
static unsigned others_beside(const cl_quote_view *v, uint32_t low, uint32_t high) {
    unsigned others = 0;
    for (uint32_t n = 1; n <= 2; n++) {
        if (low >= n && low - n != v->token && is_span(v, low - n))
            others |= 1;
        if (high + n < v->tokens->count && high + n != v->token && is_span(v, high + n))
            others |= 2;
    }
    return others;
}

/* What sort of token stands somewhere; 0 beyond the paragraph. */
static unsigned sign_at(const cl_quote_view *v, uint32_t token) {
    if (token >= v->tokens->count)
        return 0;
    const cl_quote_token *const t = &v->tokens->at[token];
    switch (t->kind) {
    case CL_TOKEN_SPAN:
        return token == v->token ? 1 : 2;
    case CL_TOKEN_COMMA:
        return 3;
    case CL_TOKEN_COLON:
        return 4;
    case CL_TOKEN_POINT:
        return 5;
    case CL_TOKEN_WORD:
        break;
    default:
        return 6;
    }
    if (t->classes & CL_RELATIVE)
        return 7;
    if (t->classes & CL_JOIN)
        return 8;
    if (t->classes & CL_PRONOUN)
        return 9;
    if (t->classes & (CL_PREP | CL_OF))
        return 10;
    if (t->classes & CL_DET)
        return 11;
    if (t->classes & (CL_SAY | CL_SPEECH | CL_WEAK))
        return 12;
    return t->capital ? 13 : 14;
}

/* The form of a verb: the kinds of its ending, and whether it is passive, or behind "to". */
static unsigned form_of(const cl_quote_view *v, const cl_quote_frame *frame) {
    const cl_quote_token *const cue = &v->tokens->at[frame->cue];
    const unsigned ending = cue->past ? 1 : cue->present ? 2 : cue->plural ? 3 : 0;
    unsigned passive = 0;
    for (uint32_t i = frame->cue; i-- > 0 && frame->cue - i < 4 && !passive;) {
        const cl_quote_token *const t = &v->tokens->at[i];
        if (cl_token_is(t, CL_BE))
            passive = 1;
        else if (cl_token_is(t, CL_PREP))
            passive = 2;
        else if (!t->adverb && !cl_token_is(t, CL_SKIP))
            break;
    }
    const bool by = frame->cue + 1 < v->tokens->count && v->tokens->at[frame->cue + 1].by;
    return ending * 4 + (by ? 3 : passive);
}

/* Whom a mention means: 0 not known, 1 the one who spoke before, 2 another person, 3 no person. */
static unsigned person_of(const cl_quote_view *v, uint32_t name) {
    if (!name)
        return 0;
    return v->names->at[name - 1].thing ? 3 : v->has_previous && name == v->previous_name ? 1 : 2;
}

/* How a frame stands to that of the quotation before: 0 there is none in the paragraph, 1 it is the same one, 2 it
 * comes between the two quotations, 3 elsewhere. */
static unsigned again(const cl_quote_view *v, const cl_quote_frame *frame) {
    if (v->previous_token == UINT32_MAX)
        return 0;
    if (v->previous_frame != UINT32_MAX && frame == &v->frames->at[v->previous_frame])
        return 1;
    return frame->cue > v->previous_token && frame->cue < v->token ? 2 : 3;
}

static unsigned size_of(const cl_quote_frame *frame) {
    const uint32_t n = frame->last - frame->first + 1;
    return n < 3 ? n - 1 : n < 5 ? 2 : n < 9 ? 3 : 4;
}

/* How many verbs of saying come before a frame in its sentence, and how many between it and the span: up to 2 each. */
static unsigned governed(const cl_quote_view *v, const cl_quote_frame *frame) {
    const cl_quote_frame *const first = v->frames->at, *const end = first + v->frames->count;
    unsigned before = 0, between = 0;
    for (const cl_quote_frame *f = frame; f-- > first && frame - f < FRAMES_BESIDE && f->sentence == frame->sentence;) {
        if (frame->cue > v->token && f->cue < v->token)
            break;
        before += f->kind != CL_FRAME_ANY && f->mention != CL_MENTION_NONE;
    }
    if (frame->cue < v->token) {
        for (const cl_quote_frame *f = frame + 1; f < end && f->cue < v->token && f - frame < FRAMES_BESIDE; f++)
            between += f->kind != CL_FRAME_ANY;
    } else {
        between = before;
    }
    return capped(before, 2) * 3 + capped(between, 2);
}

/* Commas (up to 2) and words that begin clauses between a frame and the span. */
static unsigned clauses_between(const cl_quote_view *v, uint32_t low, uint32_t high) {
    const uint32_t from = low > v->token ? v->token + 1 : high + 1, to = low > v->token ? low : v->token;
    unsigned commas = 0, joins = 0;
    for (uint32_t i = from; i < to && i - from < 40; i++) {
        commas += v->tokens->at[i].kind == CL_TOKEN_COMMA;
        joins += cl_token_is(&v->tokens->at[i], CL_JOIN | CL_RELATIVE);
    }
    return capped(commas, 2) * 2 + (joins > 0);
}

static void see_more(const cl_quote_view *v, const cl_quote_frame *frame, uint32_t low, uint32_t high, unsigned place,
    cl_quote_seen *seen) {
    const unsigned side = frame->cue > v->token, kind = frame->kind * 2u + side;
    const bool here = frame->sentence == v->tokens->at[v->token].sentence;
    const uint32_t name = v->name_of[frame - v->frames->at];
    see(seen, SEE_NEXT + kind * SIGNS + sign_at(v, high + 1));
    see(seen, SEE_BEFORE + kind * SIGNS + sign_at(v, low ? low - 1 : UINT32_MAX));
    see(seen, SEE_FORM + kind * FORMS + form_of(v, frame));
    see(seen, SEE_AGAIN + (again(v, frame) * 2u + side) * 2u + here);
    see(seen, SEE_NAME + (person_of(v, name) * CL_MENTION_KINDS + frame->mention) * 4u +
                  (v->has_previous ? capped(v->previous_apart, 2) : 3u));
    see(seen, SEE_GOVERNED + kind * 9 + governed(v, frame));
    see(seen, SEE_CLAUSES + kind * 6 + clauses_between(v, low, high));
    see(seen, SEE_CUE + (v->tokens->at[frame->cue].hash >> 8) % CUES);
    see(seen, SEE_SIZE + size_of(frame) * CL_MENTION_KINDS + frame->mention);
    see(seen, SEE_SPAN_NEXT + sign_at(v, v->token + 1) * PLACES + place);
    see(seen, SEE_SPAN_BEFORE + sign_at(v, v->token ? v->token - 1 : UINT32_MAX) * PLACES + place);
}

static void see_frame(
    const cl_quote_view *v, const cl_quote_frame *frame, bool nearest, bool nearest_of_kind, cl_quote_seen *seen) {
    const cl_quote_span *const span = span_of(v, v->token);
    const unsigned side = frame->cue > v->token;
    const uint32_t low = frame->first < frame->cue ? frame->first : frame->cue;
    const uint32_t high = frame->last > frame->cue ? frame->last : frame->cue;
    uint32_t between = 0, apart = 0;
    const uint32_t from = side ? v->token + 1 : high + 1, to = side ? low : v->token;
    for (uint32_t i = from; i < to && apart < 64; i++, apart++)
        between += is_span(v, i);
    const uint32_t sentence = v->tokens->at[v->token].sentence;
    const unsigned sentences =
        capped(frame->sentence > sentence ? frame->sentence - sentence : sentence - frame->sentence, 3);
    const unsigned length = length_of(span->words), here = sentences == 0;
    see(seen, SEE_DISTANCE + ((frame->kind * 2u + side) * 2u + frame->after) * DISTANCES + distance_of(apart));
    see(seen, SEE_END + (side * SENTENCES + sentences) * ENDS + end_of(v->text, span));
    see(seen, SEE_BETWEEN + (side * BETWEENS + capped(between, 2)) * SENTENCES + sentences);
    see(seen, SEE_MENTION + (((unsigned)frame->kind * CL_MENTION_KINDS + frame->mention) * 2u + side) * 2u + here);
    see(seen, SEE_PLACE + ((side * SENTENCES + sentences) * 2u + starts_paragraph(v)) * LENGTHS + length);
    if (!side)
        see(seen, SEE_CONNECTOR + (connector_of(v) * 2u + here) * CL_FRAME_KINDS + frame->kind);
    see(seen, SEE_NEAREST + (nearest * 2u + side) * SENTENCES + sentences);
    see(seen, SEE_OTHERS + (others_beside(v, low, high) * 2u + side) * SENTENCES + sentences);
    see(seen, SEE_KIND + ((frame->kind * 2u + side) * SENTENCES + sentences) * 2u + starts_paragraph(v));
    see(seen, SEE_NEAREST_KIND + ((frame->kind * 2u + side) * 2u + nearest_of_kind) * 2u + here);
    see(seen, SEE_SHAPE + ((frame->shape * (unsigned)CL_FRAME_KINDS + frame->kind) * 2u + side) * 2u + here);
    see_more(v, frame, low, high, here ? side * 2u + nearest : 4u + side, seen);
}

/* The network: what was seen summed up plainly, and once more through units that count from zero up. */
static int32_t weigh(const cl_quote_model *model, const cl_quote_seen *seen) {
    int32_t sums[CL_QUOTE_ROW] = {0};
    for (unsigned i = 0; i < seen->count; i++) {
        const int16_t *const row = model->candidate_weights + (size_t)seen->at[i] * CL_QUOTE_ROW;
        for (unsigned k = 0; k < CL_QUOTE_ROW; k++)
            sums[k] += row[k];
    }
    int32_t score = sums[0];
    for (unsigned k = 0; k < CL_QUOTE_UNITS; k++) {
        const int32_t unit = sums[1 + k] + model->units[k];
        if (unit > 0)
            score += unit * model->units[CL_QUOTE_UNITS + k] / 256;
    }
    return score;
}

/* Whether there is a frame in the sentence of the span. */
static bool has_frame_here(const cl_quote_view *v) {
    const uint32_t sentence = v->tokens->at[v->token].sentence;
    const cl_quote_frames *const frames = v->frames;
    return (v->frame < frames->count && frames->at[v->frame].sentence == sentence) ||
           (v->frame && frames->at[v->frame - 1].sentence == sentence);
}

/* `kinds` has a bit for verbs of saying and one for others, where there was one on this side already. */
static void add_frame(
    const cl_quote_view *v, uint32_t number, unsigned *kinds, cl_candidate *candidates, size_t *count) {
    const cl_quote_frame *const frame = &v->frames->at[number];
    const unsigned kind = frame->kind == CL_FRAME_ANY ? 1 : 2;
    cl_candidate *const c = &candidates[*count];
    if (frame->mention == CL_MENTION_NONE && frame->kind == CL_FRAME_ANY)
        return;
    *c = (cl_candidate){.kind = CL_CANDIDATE_FRAME, .frame = number};
    see_frame(v, frame, *kinds == 0, !(*kinds & kind), &c->seen);
    *kinds |= kind;
    (*count)++;
}

size_t cl_quote_candidates(const cl_quote_view *v, cl_candidate candidates[CL_CANDIDATES_MAX], size_t *count) {
    const cl_quote_span *const span = span_of(v, v->token);
    const unsigned length = length_of(span->words), here = has_frame_here(v), starts = starts_paragraph(v);
    *count = 0;
    unsigned before = 0, after = 0;
    for (uint32_t n = 0; n < FRAMES_BESIDE && n < v->frame; n++)
        add_frame(v, v->frame - 1 - n, &before, candidates, count);
    for (uint32_t n = 0; n < FRAMES_BESIDE && v->frame + n < v->frames->count; n++)
        add_frame(v, v->frame + n, &after, candidates, count);
    if (v->has_previous) {
        cl_candidate *const c = &candidates[(*count)++];
        const unsigned apart = capped(v->previous_apart, 3);
        *c = (cl_candidate){.kind = CL_CANDIDATE_PREVIOUS};
        see(&c->seen, SEE_PREVIOUS + ((apart * 2u + starts) * 2u + here) * 2u + span->continues);
        see(&c->seen, SEE_PREVIOUS_LENGTH + apart * LENGTHS + length);
        const bool beside = v->previous_token != UINT32_MAX;
        see(&c->seen, SEE_GOES_ON + (sign_at(v, v->token - (v->token > 0)) * 2u + here) * DISTANCES +
                          (beside ? distance_of(v->token - v->previous_token - 1) : 6u));
    }
    for (unsigned i = 0; i < v->lead_count; i++) {
        const cl_quote_lead *const lead = &v->leads[i];
        const unsigned colon = lead->colon;
        cl_candidate *const c = &candidates[(*count)++];
        *c = (cl_candidate){.kind = CL_CANDIDATE_LEAD, .frame = i};
        see(&c->seen,
            SEE_LEAD + (((colon * 2u + starts) * 2u + here) * CL_QUOTE_LEADS + i) * 3u + capped(lead->sentences, 2));
        see(&c->seen, SEE_LEAD_MENTION + colon * CL_MENTION_KINDS + lead->frame.mention);
        see(&c->seen, SEE_LEAD_KIND + colon * CL_FRAME_KINDS + lead->frame.kind);
        see(&c->seen, SEE_LEAD_NAME + person_of(v, lead->name) * CL_MENTION_KINDS + lead->frame.mention);
    }
    size_t best = SIZE_MAX;
    for (size_t i = 0; i < *count; i++) {
        candidates[i].score = weigh(v->model, &candidates[i].seen);
        if (best == SIZE_MAX || candidates[i].score > candidates[best].score)
            best = i;
    }
    return best;
}

/* What stands before the span. */
static unsigned before_of(const cl_quote_view *v) {
    if (v->token == 0)
        return 0;
    const cl_quote_token *const t = &v->tokens->at[v->token - 1];
    switch (t->kind) {
    case CL_TOKEN_COLON:
        return 1;
    case CL_TOKEN_COMMA:
        return 2;
    case CL_TOKEN_POINT:
    case CL_TOKEN_SPAN:
        return 3;
    case CL_TOKEN_WORD:
        if (t->classes & CL_SAY)
            return 4;
        if (t->classes & CL_SPEECH)
            return 5;
        if (t->classes & CL_WEAK)
            return 6;
        if (t->classes & CL_JOIN)
            return 7;
        if (t->classes & CL_DET)
            return 8;
        if (t->classes & (CL_PREP | CL_OF))
            return 9;
        return t->genitive || t->capital ? 10 : 11;
    default:
        return 12;
    }
}

static unsigned after_of(const cl_quote_view *v) {
    if (v->token + 1 >= v->tokens->count)
        return 0;
    const cl_quote_token *const t = &v->tokens->at[v->token + 1];
    switch (t->kind) {
    case CL_TOKEN_COMMA:
        return 1;
    case CL_TOKEN_POINT:
        return 2;
    case CL_TOKEN_WORD:
        if (t->classes & (CL_SAY | CL_SPEECH | CL_WEAK))
            return 3;
        if (t->classes & CL_PRONOUN)
            return 4;
        if (t->classes & (CL_PREP | CL_OF))
            return 5;
        if (t->classes & CL_JOIN)
            return 6;
        return t->capital ? 7 : 8;
    default:
        return 9;
    }
}

/* The words of a span: whether they are written as in a title, and whether there is one of those that only speech has
 * (a pronoun, a form of to be). Long spans are looked into at their beginning. */
static void look_inside(const cl_quote_view *v, const cl_quote_span *span, unsigned *title, unsigned *little) {
    cl_quote_token room[24];
    cl_quote_tokens words = {.at = room, .capacity = sizeof room / sizeof *room};
    const uint32_t size = span->end - span->start < 200 ? span->end - span->start : 200;
    cl_quote_tokens_read(cl_slice_of(v->text.data + span->start, size), v->spans, 0, 0, v->language, &words);
    unsigned big = 0, small = 0;
    *little = 0;
    for (size_t i = 0; i < words.count; i++) {
        const cl_quote_token *const t = &words.at[i];
        if (t->kind != CL_TOKEN_WORD)
            continue;
        if (t->classes & (CL_PRONOUN | CL_SKIP) && t->end - t->start < 6)
            *little = 1;
        if (t->classes & (CL_PREP | CL_OF | CL_JOIN | CL_DET) && i)
            continue;
        big += t->capital;
        small += !t->capital;
    }
    *title = small == 0 && big > 1 ? 2 : big > small ? 1 : 0;
}

/* Other spans of the sentence, short ones. */
static unsigned spans_beside(const cl_quote_view *v) {
    const uint32_t sentence = v->tokens->at[v->token].sentence;
    unsigned n = 0;
    for (uint32_t i = v->token; i-- > 0 && v->token - i < 32 && v->tokens->at[i].sentence == sentence;)
        n += v->tokens->at[i].kind == CL_TOKEN_SPAN;
    for (uint32_t i = v->token + 1; i < v->tokens->count && i - v->token < 32 && v->tokens->at[i].sentence == sentence;
         i++)
        n += v->tokens->at[i].kind == CL_TOKEN_SPAN;
    return n < 2 ? n : 2;
}

/* Whether a span stands behind a word that leads to no speech, and no comma or dash follows: a name, as in „Движение
 * «Мир без войны»“. */
static bool is_embedded(const cl_quote_view *v) {
    if (v->token == 0)
        return false;
    const cl_quote_token *const left = &v->tokens->at[v->token - 1];
    const unsigned after = sign_at(v, v->token + 1);
    return left->kind == CL_TOKEN_WORD && !(left->classes & (CL_SAY | CL_SPEECH | CL_WEAK | CL_JOIN)) && after != 3 &&
           after != 6;
}

int32_t cl_quote_judge(const cl_quote_view *v, const cl_candidate *best, cl_quote_seen *seen) {
    const cl_quote_span *const span = span_of(v, v->token);
    const unsigned words = words_of(span->words), length = length_of(span->words);
    unsigned title, little;
    look_inside(v, span, &title, &little);
    size_t n;
    const uint32_t first =
        span->start < span->end ? cl_code_at(v->text.data + span->start, v->text.data + span->end, &n) : 0;
    const unsigned capital = cl_fold(first) != first;
    unsigned kind = CL_FRAME_KINDS + 2, distance = 0;
    if (best && best->kind == CL_CANDIDATE_FRAME) {
        const cl_quote_frame *const frame = &v->frames->at[best->frame];
        const uint32_t cue = frame->cue;
        kind = frame->kind;
        distance = distance_of(cue > v->token ? cue - v->token - 1 : v->token - cue - 1);
    } else if (best) {
        kind = CL_FRAME_KINDS + best->kind - 1u;
    }
    const int32_t score = best ? best->score / 256 + 4 : 0;
    const bool whole = v->token == 0 && v->token + 1 == v->tokens->count;
    seen->count = 0;
    see(seen, LOOK_WORDS + words * 6u + (span->mark * 2u % 6u) + span->unclosed);
    see(seen, LOOK_CASE + (words * 2u + capital) * CASES + title);
    see(seen, LOOK_END + words * ENDS + end_of(v->text, span));
    see(seen, LOOK_BEFORE + before_of(v) * LENGTHS + length);
    see(seen, LOOK_AFTER + after_of(v) * LENGTHS + length);
    see(seen, LOOK_BEST + (kind * DISTANCES + distance) * LENGTHS + length);
    see(seen, LOOK_SCORE + (score < 0 ? 0 : score > 7 ? 7u : (unsigned)score) * LENGTHS + length);
    see(seen, LOOK_WHOLE + (whole * 2u + starts_paragraph(v)) * LENGTHS + length);
    see(seen, LOOK_LITTLE + (little * CASES + title) * LENGTHS + length);
    see(seen, LOOK_VALUE + (span->open > 0 && v->text.data[span->open - 1] == '=' ? 1u : 0u));
    see(seen, LOOK_SENTENCE + (has_frame_here(v) ? LENGTHS : 0u) + length);
    see(seen, LOOK_LIST + spans_beside(v) * LENGTHS + length);
    /* English writes titles in capitals; the articles that the model learned from say little of them. */
    if (v->token > 0 && cl_token_is(&v->tokens->at[v->token - 1], CL_WORK) && length < 2 &&
        (v->language != CL_LANGUAGE_ENGLISH || title == 2))
        return INT32_MIN;
    /* Other languages have no articles to learn from: a few words within a sentence that nobody says are a term. */
    if (v->language != CL_LANGUAGE_ENGLISH && length == 0 && (!capital || is_embedded(v)) &&
        end_of(v->text, span) == 0 &&
        !(best && best->kind == CL_CANDIDATE_FRAME && kind != CL_FRAME_ANY &&
            v->frames->at[best->frame].sentence == v->tokens->at[v->token].sentence))
        return INT32_MIN;
    int32_t sum = v->model->bias;
    for (unsigned i = 0; i < seen->count; i++)
        sum += v->model->span_weights[seen->at[i]];
    return sum;
}
