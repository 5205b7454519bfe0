#include "record/quotation_parts.h"

/* Words of a line that says whose a quotation is, at most. */
#define CREDIT_WORDS 12u

typedef struct finding {
    const cl_quote_paragraph *paragraphs;
    size_t count;
    uint16_t language;
    cl_arena *arena;
    const cl_quote_trace *trace;
    cl_quote_spans spans;
    cl_quote_tokens tokens;
    cl_quote_frames frames;
    cl_quote_names names;
    uint32_t *name_of;  /* of each frame of the paragraph: the name it means, number + 1 */
    uint32_t *speakers; /* of each quotation: number + 1 of its name */
    cl_quotations *found;
    cl_quote_lead leads[CL_QUOTE_LEADS];
    unsigned lead_count;
    bool has_previous;
    uint32_t previous_paragraph;             /* of the span before */
    uint32_t previous_token, previous_frame; /* of the span before, if it stands in this paragraph */
    cl_slice previous_mention, previous_outlet;
    uint32_t previous_name;
    bool failed;
} finding;

/* The words of a text; a character of Chinese or Japanese counts for half a one. */
static uint16_t count_words(const char *text, uint32_t start, uint32_t end) {
    uint32_t words = 0, wide = 0;
    bool inside = false;
    for (uint32_t i = start; i < end;) {
        const unsigned char c = (unsigned char)text[i];
        if (c >= 0xE3 && c <= 0xE9 && !(c == 0xE3 && (unsigned char)text[i + 1] < 0x81)) {
            wide++;
            inside = false;
            i += 3;
            continue;
        }
        const bool letter = (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') || (c >= 0xC3 && c != 0xE2);
        const bool joiner =
            inside && (c == '\'' || (c == 0xE2 && i + 3 < end && memcmp(text + i, "\xE2\x80\x99", 3) == 0 &&
                                        ((text[i + 3] | 32) >= 'a' && (text[i + 3] | 32) <= 'z')));
        const bool rest = (c & 0xC0) == 0x80;
        if (letter && !inside)
            words++;
        inside = letter || joiner || (rest && inside);
        i += joiner && c == 0xE2 ? 3 : 1;
    }
    words += wide / 2;
    return (uint16_t)(words < 65535 ? words : 65535);
}

static bool make_room(finding *f) {
    size_t longest = 0;
    for (size_t i = 0; i < f->count; i++)
        if (f->paragraphs[i].text.size > longest)
            longest = f->paragraphs[i].text.size;
    if (longest > CL_QUOTE_PARAGRAPH_MAX)
        longest = CL_QUOTE_PARAGRAPH_MAX;
    f->tokens.capacity = longest / 2 + 64;
    f->frames.capacity = f->tokens.capacity / 2;
    f->tokens.at = cl_arena_alloc(f->arena, f->tokens.capacity * sizeof *f->tokens.at);
    f->frames.at = cl_arena_alloc(f->arena, f->frames.capacity * sizeof *f->frames.at);
    f->name_of = cl_arena_alloc(f->arena, f->frames.capacity * sizeof *f->name_of);
    f->found->at = cl_arena_alloc(f->arena, f->spans.count * sizeof *f->found->at);
    f->speakers = cl_arena_alloc(f->arena, f->spans.count * sizeof *f->speakers);
    return f->tokens.at && f->frames.at && f->name_of && f->found->at && f->speakers &&
           cl_quote_names_init(&f->names, f->language, f->arena);
}

static cl_slice tokens_slice(const finding *f, cl_slice text, uint32_t first, uint32_t last) {
    const uint32_t start = f->tokens.at[first].start;
    return cl_slice_of(text.data + start, f->tokens.at[last].end - start);
}

static cl_slice mention_of(const finding *f, cl_slice text, const cl_quote_frame *frame) {
    return frame->mention == CL_MENTION_NONE ? CL_SLICE_NONE : tokens_slice(f, text, frame->first, frame->last);
}

static cl_slice cue_of(const finding *f, cl_slice text, const cl_quote_frame *frame) {
    return frame->kind == CL_FRAME_LABEL || frame->kind == CL_FRAME_ANY ? CL_SLICE_NONE
                                                                        : tokens_slice(f, text, frame->cue, frame->cue);
}

static void give_speaker(finding *f, cl_slice text, const cl_candidate *best, cl_quotation *q, uint32_t *name) {
    if (!best)
        return;
    if (best->kind == CL_CANDIDATE_FRAME) {
        const cl_quote_frame *const frame = &f->frames.at[best->frame];
        q->mention = mention_of(f, text, frame);
        q->cue = cue_of(f, text, frame);
        q->outlet = cl_quote_outlet(&f->names, text, &f->tokens, frame);
        *name = f->name_of[best->frame];
    } else if (best->kind == CL_CANDIDATE_PREVIOUS) {
        q->mention = f->previous_mention;
        if (f->previous_paragraph == q->paragraph)
            q->outlet = f->previous_outlet;
        *name = f->previous_name;
    } else {
        const cl_quote_lead *const lead = &f->leads[best->frame];
        q->mention = lead->mention;
        q->cue = lead->cue;
        *name = lead->name;
    }
}

static cl_quotation *add_quotation(finding *f, const cl_quote_span *span) {
    const cl_slice text = f->paragraphs[span->paragraph].text;
    f->speakers[f->found->count] = 0;
    cl_quotation *const q = &f->found->at[f->found->count++];
    *q = (cl_quotation){.text = cl_slice_of(text.data + span->start, span->end - span->start),
        .paragraph = span->paragraph,
        .start = span->start,
        .end = span->end};
    return q;
}

static void judge_wide(finding *f, uint32_t number) {
    const cl_slice previous = f->found->count ? f->found->at[f->found->count - 1].speaker : CL_SLICE_NONE;
    cl_quotation *const q = add_quotation(f, &f->spans.at[number]);
    if (!cl_quote_judge_wide(f->paragraphs, &f->spans, number, previous, q))
        f->found->count--;
}

static void judge_span(finding *f, uint32_t paragraph, uint32_t token, uint32_t frame) {
    const cl_slice text = f->paragraphs[paragraph].text;
    const uint32_t number = f->tokens.at[token].classes;
    cl_quote_span *const span = &f->spans.at[number];
    if (span->words < CL_QUOTE_WORDS_MIN)
        return;
    if (cl_quote_is_wide(text.data, span)) {
        judge_wide(f, number);
        return;
    }
    const cl_quote_view view = {.model = f->trace ? f->trace->model : &cl_quote_model_learned,
        .text = text,
        .spans = &f->spans,
        .tokens = &f->tokens,
        .frames = &f->frames,
        .token = token,
        .frame = frame,
        .language = f->language,
        .names = &f->names,
        .name_of = f->name_of,
        .has_previous = f->has_previous,
        .previous_token = f->previous_token,
        .previous_frame = f->previous_frame,
        .previous_name = f->previous_name,
        .previous_apart = paragraph - f->previous_paragraph,
        .leads = f->leads,
        .lead_count = f->lead_count};
    cl_candidate candidates[CL_CANDIDATES_MAX];
    size_t count;
    const size_t best = cl_quote_candidates(&view, candidates, &count);
    const cl_candidate *const speaker = best == SIZE_MAX ? NULL : &candidates[best];
    cl_quote_seen seen;
    const int32_t score = cl_quote_judge(&view, speaker, &seen);
    if (f->trace)
        f->trace->span(f->trace->data, &view, candidates, count, best, &seen, score);
    /* What is set as dialogue or marked up as a quotation needs no judgement. */
    if (score <= 0 && span->mark != CL_QUOTE_DASH && span->mark != CL_QUOTE_BLOCK)
        return;
    cl_quotation *const q = add_quotation(f, span);
    uint32_t *const name = &f->speakers[f->found->count - 1];
    give_speaker(f, text, speaker, q, name);
    f->has_previous = true;
    f->previous_paragraph = paragraph;
    f->previous_mention = q->mention;
    f->previous_outlet = q->outlet;
    f->previous_name = *name;
    f->previous_token = token;
    if (speaker && speaker->kind == CL_CANDIDATE_FRAME)
        f->previous_frame = speaker->frame;
}

static void keep_leads(finding *f, cl_slice text) {
    f->lead_count = 0;
    if (!f->tokens.count)
        return;
    const cl_quote_token *const last = &f->tokens.at[f->tokens.count - 1];
    for (size_t i = f->frames.count; i > 0 && f->lead_count < CL_QUOTE_LEADS; i--) {
        const cl_quote_frame *const frame = &f->frames.at[i - 1];
        if (frame->mention == CL_MENTION_NONE)
            continue;
        f->leads[f->lead_count++] = (cl_quote_lead){.frame = *frame,
            .sentences = last->sentence - frame->sentence,
            .colon = last->kind == CL_TOKEN_COLON,
            .mention = mention_of(f, text, frame),
            .cue = cue_of(f, text, frame),
            .name = f->name_of[i - 1]};
    }
}

/* A block that is marked up as a quotation can be followed by the line that says whose it is: "Ada Bach, mayor". */
static bool is_credit(const finding *f, uint32_t number) {
    if (number == 0 || !f->paragraphs[number - 1].whole || !f->paragraphs[number].whole)
        return false;
    const cl_slice text = f->paragraphs[number].text;
    const char last = text.size ? text.data[text.size - 1] : '.';
    return count_words(text.data, 0, (uint32_t)(text.size < 400 ? text.size : 400)) <= CREDIT_WORDS && last != '.' &&
           last != '!' && last != '?';
}

/* Bytes of a paragraph beside its one quotation at most: marks, a point. */
#define BESIDE_MAX 8u

/* "- Ada Bach": a line of its own below a paragraph that is nothing but a quotation. */
static bool is_signature(const finding *f, uint32_t number) {
    const cl_quotation *const last = f->found->count ? &f->found->at[f->found->count - 1] : NULL;
    if (!last || last->paragraph + 1 != number || last->start > BESIDE_MAX ||
        f->paragraphs[last->paragraph].text.size - last->end > BESIDE_MAX)
        return false;
    const cl_slice text = f->paragraphs[number].text;
    const bool dash = text.size > 4 && (text.data[0] == '-' || memcmp(text.data, "\xE2\x80\x93", 3) == 0 ||
                                           memcmp(text.data, "\xE2\x80\x94", 3) == 0);
    return dash && text.size < 200 && count_words(text.data, 0, (uint32_t)text.size) <= CREDIT_WORDS;
}

/* Gives the quotations of the blocks before a credit the speaker that it names. */
static void read_credit(finding *f, uint32_t number) {
    const cl_slice text = f->paragraphs[number].text;
    cl_quote_tokens_read(text, &f->spans, 0, 0, f->language, &f->tokens);
    if (!cl_quote_names_read(&f->names, text, &f->tokens, f->arena)) {
        f->failed = true;
        return;
    }
    uint32_t at = 0, first, last;
    while (at < f->tokens.count && f->tokens.at[at].kind != CL_TOKEN_WORD)
        at++;
    if (!cl_quote_phrase_after(&f->tokens, f->language, at, &first, &last))
        return;
    const bool signature = !f->paragraphs[number].whole;
    if (signature && !f->tokens.at[last].capital)
        return;
    const cl_quote_frame frame = {.first = first, .last = last, .mention = CL_MENTION_NAME};
    const uint32_t name = cl_quote_names_resolve(&f->names, text, &f->tokens, &frame, f->arena);
    for (size_t i = f->found->count; i > 0; i--) {
        cl_quotation *const q = &f->found->at[i - 1];
        if (q->paragraph + 1 < number && (signature || !f->paragraphs[q->paragraph + 1].whole))
            break;
        if (!signature && !f->paragraphs[q->paragraph].whole)
            break;
        number = q->paragraph;
        q->mention = tokens_slice(f, text, first, last);
        q->cue = CL_SLICE_NONE;
        f->speakers[i - 1] = name;
        if (signature)
            break;
    }
}

static void read_paragraph(finding *f, uint32_t number, size_t *span) {
    const cl_slice text = f->paragraphs[number].text;
    const size_t first = *span;
    while (*span < f->spans.count && f->spans.at[*span].paragraph == number)
        (*span)++;
    if (is_credit(f, number) || (first == *span && is_signature(f, number))) {
        read_credit(f, number);
        return;
    }
    for (size_t i = first; i < *span; i++)
        f->spans.at[i].words = count_words(text.data, f->spans.at[i].start, f->spans.at[i].end);
    cl_quote_tokens_read(text, &f->spans, first, *span, f->language, &f->tokens);
    cl_quote_frames_find(&f->tokens, f->language, &f->frames);
    if (!cl_quote_names_read(&f->names, text, &f->tokens, f->arena)) {
        f->failed = true;
        return;
    }
    for (size_t i = 0; i < f->frames.count; i++)
        f->name_of[i] = cl_quote_names_resolve(&f->names, text, &f->tokens, &f->frames.at[i], f->arena);
    uint32_t frame = 0;
    f->previous_token = f->previous_frame = UINT32_MAX;
    for (uint32_t i = 0; i < f->tokens.count; i++) {
        if (f->tokens.at[i].kind != CL_TOKEN_SPAN)
            continue;
        while (frame < f->frames.count && f->frames.at[frame].cue < i)
            frame++;
        judge_span(f, number, i, frame);
    }
    keep_leads(f, text);
}

static bool read_title(finding *f, cl_slice title) {
    cl_quote_tokens_read(title, &f->spans, 0, 0, f->language, &f->tokens);
    return cl_quote_names_read(&f->names, title, &f->tokens, f->arena);
}

bool cl_find_quotations_traced(const cl_quote_paragraph *paragraphs, size_t count, cl_slice title, cl_slice language,
    cl_arena *arena, cl_quotations *found, const cl_quote_trace *trace) {
    finding f = {.paragraphs = paragraphs, .count = count, .arena = arena, .trace = trace, .found = found};
    *found = (cl_quotations){0};
    f.language = cl_quote_language_of(paragraphs, count, cl_quote_language(language));
    if (!cl_quote_spans_find(paragraphs, count, f.language, arena, &f.spans))
        return false;
    if (!f.spans.count)
        return true;
    if (!make_room(&f) || !read_title(&f, title))
        return false;
    size_t span = 0;
    for (uint32_t i = 0; i < count && span < f.spans.count && !f.failed; i++)
        read_paragraph(&f, i, &span);
    if (f.language == CL_LANGUAGE_ARABIC)
        cl_quote_names_complete(&f.names, paragraphs, count);
    for (size_t i = 0; i < found->count; i++)
        if (f.speakers[i])
            found->at[i].speaker = cl_quote_names_full(&f.names, f.speakers[i]);
    return !f.failed;
}

bool cl_find_quotations(const cl_quote_paragraph *paragraphs, size_t count, cl_slice title, cl_slice language,
    cl_arena *arena, cl_quotations *found) {
    return cl_find_quotations_traced(paragraphs, count, title, language, arena, found, NULL);
}
