/* What the parts of the search for quotations hand to each other (quotation.h tells the line). */
#ifndef CL_RECORD_QUOTATION_PARTS_H
#define CL_RECORD_QUOTATION_PARTS_H

#include "record/quotation.h"

/* Marks. */

typedef enum cl_quote_mark {
    CL_QUOTE_DOUBLE = 0, /* “ ” " „ « » 「 」 and the like */
    CL_QUOTE_SINGLE,     /* ‘ ’ ' ‹ › */
    CL_QUOTE_DASH,       /* a paragraph of dialogue */
    CL_QUOTE_BLOCK       /* no marks, but marked up as a quotation */
} cl_quote_mark;

/* What stands between two marks, outside of all others. Offsets in bytes of the paragraph. */
typedef struct cl_quote_span {
    uint32_t paragraph;
    uint32_t open;  /* of the opening mark */
    uint32_t start; /* of the text */
    uint32_t end;   /* of the text */
    uint32_t close; /* after the closing mark */
    uint16_t words; /* no more than 65535 */
    uint8_t mark;   /* cl_quote_mark */
    bool unclosed;
    bool continued; /* the next paragraph opens anew without the mark having been closed here */
    bool continues; /* the paragraph before is continued here */
    bool cue;       /* of dialogue: its speaker is named in the paragraph */
} cl_quote_span;

typedef struct cl_quote_spans {
    cl_quote_span *at;
    size_t count;
} cl_quote_spans;

/* All spans of the paragraphs, in order, none in another. False where there is no memory. `language` is a bit. */
bool cl_quote_spans_find(
    const cl_quote_paragraph *paragraphs, size_t count, uint16_t language, cl_arena *arena, cl_quote_spans *spans);

/* Words. */

enum cl_quote_class {      /* bits */
    CL_SAY = 1 << 0,       /* the plainest verbs of saying: said, told, dijo, sagte */
    CL_SPEECH = 1 << 1,    /* other verbs of speech and writing: added, argued, warned, schrieb */
    CL_WEAK = 1 << 2,      /* verbs that often govern words of somebody: called, described, praised, believes */
    CL_PRONOUN = 1 << 3,   /* can be a subject: he, she, they, ella, er */
    CL_SKIP = 1 << 4,      /* may stand between subject and verb: has, also, then, later */
    CL_DET = 1 << 5,       /* begins a noun phrase: the, a, his, one, der, el */
    CL_PREP = 1 << 6,      /* ends one: in, at, on, with */
    CL_OF = 1 << 7,        /* goes on with one: of, de, for, von, the particles of names */
    CL_JOIN = 1 << 8,      /* begins a clause: that, which, but, and, when */
    CL_ACCORDING = 1 << 9, /* according to, laut, selon, según */
    CL_TITLE = 1 << 10,    /* before a name, and no part of it: Mr, Dr, President, Senator; with or without a point */
    CL_DAY = 1 << 11,      /* days and months */
    CL_RELATIVE = 1 << 12, /* who, quien, qui */
    CL_ROLE = 1 << 13,     /* a person by office: minister, spokesman, coach */
    CL_TOLD = 1 << 14,     /* interview, statement: the words before "with", "to" and an outlet */
    CL_FEMALE = 1 << 15,   /* with a pronoun or a title: of a woman */
    CL_INVERTS = 1 << 16,  /* of verbs of saying: a name right behind it is its subject */
    CL_WORK = 1 << 17,     /* before the title of one: book, film */
    CL_BE = 1 << 18,       /* forms of to be, before the passive; English alone */
    CL_BODY = 1 << 19      /* ends the name of a body, or of what it publishes: Society, Times */
};

typedef enum cl_quote_token_kind {
    CL_TOKEN_WORD = 0,
    CL_TOKEN_SPAN,  /* a quotation, or something else between marks */
    CL_TOKEN_POINT, /* ends a sentence: . ! ? … */
    CL_TOKEN_COMMA,
    CL_TOKEN_COLON,
    CL_TOKEN_DASH,
    CL_TOKEN_BRACKET, /* ( [ ) ] */
    CL_TOKEN_OTHER
} cl_quote_token_kind;

typedef struct cl_quote_token {
    uint32_t start;
    uint32_t end;
    uint32_t hash;     /* of a word, whatever the case of its letters, without 's */
    uint32_t classes;  /* of a word: bits of cl_quote_class; of a span: its number; else the sign */
    uint32_t sentence; /* which of the paragraph it stands in */
    uint8_t kind;
    bool capital;  /* its first letter is one */
    bool genitive; /* ends in 's */
    bool past;     /* looks like a verb in the past: ends in -ed */
    bool adverb;   /* ends in -ly */
    bool present;  /* ends in -ing */
    bool plural;   /* ends in -s */
    bool by;       /* is "by" */
    bool article;  /* begins with one: l'imam */
    bool small;    /* of a span: no more than two words */
    bool comma;    /* of a span: ends in one */
} cl_quote_token;

typedef struct cl_quote_tokens {
    cl_quote_token *at;
    size_t count;
    size_t capacity;
} cl_quote_tokens;

#define CL_LANGUAGE_ANY        0xFFFFu
#define CL_LANGUAGE_ENGLISH    1u
#define CL_LANGUAGE_SPANISH    2u
#define CL_LANGUAGE_FRENCH     4u
#define CL_LANGUAGE_GERMAN     8u
#define CL_LANGUAGE_PORTUGUESE 16u
#define CL_LANGUAGE_ITALIAN    32u
#define CL_LANGUAGE_RUSSIAN    64u
#define CL_LANGUAGE_ARABIC     128u
#define CL_LANGUAGE_POLISH     512u
#define CL_LANGUAGE_TURKISH    1024u
/* Spanish, Portuguese, Italian, Russian, Arabic, Polish, Turkish: a verb of saying needs no subject. */
#define CL_LANGUAGE_DROPS (2u | 16u | 32u | 64u | 128u | 512u | 1024u)

/* The bit of a language that words are known of; CL_LANGUAGE_ANY for others. */
uint16_t cl_quote_language(cl_slice tag);

/* The word that begins at p: where it ends, and its classes. p where there is none. */
const char *cl_quote_word_at(const char *p, const char *end, uint16_t language, uint32_t *classes);

/* The language that most of the little words of some paragraphs are of; `claimed` where there are none. */
uint16_t cl_quote_language_of(const cl_quote_paragraph *paragraphs, size_t count, uint16_t claimed);

/* Reads a paragraph with spans `first` to `end` of it. Tokens are overwritten, up to their capacity. */
void cl_quote_tokens_read(
    cl_slice text, const cl_quote_spans *spans, size_t first, size_t end, uint16_t language, cl_quote_tokens *tokens);

static inline bool cl_token_is(const cl_quote_token *token, unsigned classes) {
    return token->kind == CL_TOKEN_WORD && token->classes & classes;
}

/* Frames: a verb of saying with its subject. */

typedef enum cl_frame_kind {
    CL_FRAME_SAY = 0,
    CL_FRAME_SPEECH,
    CL_FRAME_WEAK,
    CL_FRAME_ANY,       /* a name or a pronoun before some other verb */
    CL_FRAME_ACCORDING, /* according to */
    CL_FRAME_LABEL,     /* a name and a colon */
    CL_FRAME_KINDS
} cl_frame_kind;

typedef enum cl_mention_kind {
    CL_MENTION_NONE = 0, /* the subject is not there */
    CL_MENTION_PRONOUN,
    CL_MENTION_NAME,
    CL_MENTION_NOUN,
    CL_MENTION_RELATIVE, /* who */
    CL_MENTION_FIRST,    /* I, we */
    CL_MENTION_KINDS
} cl_mention_kind;

typedef struct cl_quote_frame {
    uint32_t cue;   /* token; of a label the colon */
    uint32_t first; /* tokens of the mention, both included; the cue itself where there is none */
    uint32_t last;
    uint32_t sentence;
    uint8_t kind;    /* cl_frame_kind */
    uint8_t mention; /* cl_mention_kind */
    bool after;      /* the mention follows the verb */
    uint8_t shape;   /* bit 0: said by another one; bit 1: between commas */
} cl_quote_frame;

typedef struct cl_quote_frames {
    cl_quote_frame *at;
    size_t count;
    size_t capacity;
} cl_quote_frames;

void cl_quote_frames_find(const cl_quote_tokens *tokens, uint16_t language, cl_quote_frames *frames);

/* The noun phrase that begins at a token, as frames have it: false where there is none. */
bool cl_quote_phrase_after(
    const cl_quote_tokens *tokens, uint16_t language, size_t at, uint32_t *first, uint32_t *last);

/* Names: every run of capitals of the text so far, under its first and its last word. */

#define CL_QUOTE_NAMES_MAX  4096u
#define CL_QUOTE_NAME_SLOTS 1024u

typedef enum cl_gender { CL_GENDER_UNKNOWN = 0, CL_GENDER_MALE, CL_GENDER_FEMALE } cl_gender;

typedef struct cl_quote_name {
    cl_slice text;
    uint32_t first_hash, last_hash;
    uint32_t next_first, next_last; /* names with the same first, last word: number + 1 */
    uint32_t count;
    uint32_t roles[2]; /* hashes of what it is called beside: "minister" */
    uint16_t words;
    uint8_t gender; /* cl_gender */
    bool thing;     /* "the White House", "CNN": not he or she */
    bool inside;    /* has stood within a sentence, where the capital is its own */
} cl_quote_name;

/* Persons that "he" and "she" can mean. */
#define CL_QUOTE_FOCUS 3u

typedef struct cl_quote_names {
    cl_quote_name *at;
    size_t count, capacity;
    uint32_t *by_first, *by_last; /* number + 1 of the newest */
    uint16_t language;
    uint32_t focus[CL_QUOTE_FOCUS]; /* the last persons that acted, number + 1, the newest first */
} cl_quote_names;

bool cl_quote_names_init(cl_quote_names *names, uint16_t language, cl_arena *arena);

/* Takes the names of a text in. False where there is no memory. */
bool cl_quote_names_read(cl_quote_names *names, cl_slice text, const cl_quote_tokens *tokens, cl_arena *arena);

/* The name that the mention of a frame means, number + 1; 0 where it is not known. Persons it finds come into focus. */
uint32_t cl_quote_names_resolve(
    cl_quote_names *names, cl_slice text, const cl_quote_tokens *tokens, const cl_quote_frame *frame, cl_arena *arena);

/* The one that something was told to in the sentence of a frame: "told Arabi21"; absent where there is none. */
cl_slice cl_quote_outlet(
    const cl_quote_names *names, cl_slice text, const cl_quote_tokens *tokens, const cl_quote_frame *frame);

/* Without capitals: gives names of one word the first name that stands before them somewhere in the text. */
void cl_quote_names_complete(cl_quote_names *names, const cl_quote_paragraph *paragraphs, size_t count);

/* Whether a run of words of the text is a name of somebody whose full name is known. */
bool cl_quote_names_knows(const cl_quote_names *names, const cl_quote_token *word);

/* The fullest name for a name. */
cl_slice cl_quote_names_full(const cl_quote_names *names, uint32_t name);

/* Scripts without spaces (quotation_wide.c). */

/* Whether most of a span is Chinese or Japanese. */
bool cl_quote_is_wide(const char *text, const cl_quote_span *span);

/* Judges such a span, and gives `q` its mention, cue and speaker; `previous` is the speaker before. */
bool cl_quote_judge_wide(const cl_quote_paragraph *paragraphs, const cl_quote_spans *spans, size_t number,
    cl_slice previous, cl_quotation *q);

/* Judging: what is seen of a span, and of a frame beside it, as numbers of weights (quotation_model_data.inc). */

/* Units of the network that weighs a candidate: a row of weights holds the plain one and one for each of them. */
#define CL_QUOTE_UNITS 8u
#define CL_QUOTE_ROW   (1u + CL_QUOTE_UNITS)

/* What was learned: weights for every number that can be seen, in 256ths. */
typedef struct cl_quote_model {
    const int16_t *candidate_weights; /* rows */
    const int16_t *units;             /* what each unit begins with, and then what it counts for */
    const int16_t *span_weights;
    int32_t bias; /* of a span */
} cl_quote_model;

extern const cl_quote_model cl_quote_model_learned;
/* Of the three tables. */
#define CL_QUOTE_TABLES 3u
extern const size_t cl_quote_model_sizes[CL_QUOTE_TABLES];

/* Numbers that one look gives at most. */
#define CL_QUOTE_SEEN_MAX 24u

typedef struct cl_quote_seen {
    uint16_t at[CL_QUOTE_SEEN_MAX];
    unsigned count;
} cl_quote_seen;

/* Who may be the speaker of a span. */
typedef enum cl_candidate_kind {
    CL_CANDIDATE_FRAME = 0, /* a frame of the paragraph */
    CL_CANDIDATE_PREVIOUS,  /* the one who speaks in the quotation before */
    CL_CANDIDATE_LEAD       /* a frame of the paragraph before */
} cl_candidate_kind;

#define CL_CANDIDATES_MAX 20u

typedef struct cl_candidate {
    uint8_t kind;   /* cl_candidate_kind */
    uint32_t frame; /* of the paragraph, or of the leads */
    cl_quote_seen seen;
    int32_t score;
} cl_candidate;

/* A frame of the paragraph before. */
typedef struct cl_quote_lead {
    cl_quote_frame frame;
    uint32_t sentences; /* from it to the end of the paragraph */
    bool colon;         /* the paragraph ends in a colon */
    cl_slice mention, cue;
    uint32_t name; /* that it means, number + 1 */
} cl_quote_lead;

#define CL_QUOTE_LEADS 3u

/* What the judgement of a span reads. */
typedef struct cl_quote_view {
    const cl_quote_model *model;
    cl_slice text; /* the paragraph */
    const cl_quote_spans *spans;
    const cl_quote_tokens *tokens;
    const cl_quote_frames *frames;
    uint32_t token; /* of the span */
    uint32_t frame; /* the first frame whose cue is not before the span */
    uint16_t language;
    const cl_quote_names *names;
    const uint32_t *name_of;    /* of each frame: the name it means, number + 1 */
    bool has_previous;          /* there is a quotation before */
    uint32_t previous_token;    /* where it stands in this paragraph, UINT32_MAX in another one */
    uint32_t previous_frame;    /* of the quotation before, in this paragraph; UINT32_MAX for none */
    uint32_t previous_name;     /* of its speaker, number + 1 */
    uint32_t previous_apart;    /* paragraphs from the span before to this one */
    const cl_quote_lead *leads; /* the last ones of the paragraph before, the last first */
    unsigned lead_count;
} cl_quote_view;

/* All candidates with their scores, in *count; the best one's number, or SIZE_MAX where there is none. */
size_t cl_quote_candidates(const cl_quote_view *view, cl_candidate candidates[CL_CANDIDATES_MAX], size_t *count);

/* What is seen of the span itself, with its best candidate (NULL where there is none). Above zero is a quotation. */
int32_t cl_quote_judge(const cl_quote_view *view, const cl_candidate *best, cl_quote_seen *seen);

/* For training (train/quotations.c): another model, and somebody who is told of every span that is judged. */
typedef struct cl_quote_trace {
    const cl_quote_model *model;
    void (*span)(void *data, const cl_quote_view *view, const cl_candidate *candidates, size_t count, size_t best,
        const cl_quote_seen *seen, int32_t score);
    void *data;
} cl_quote_trace;

bool cl_find_quotations_traced(const cl_quote_paragraph *paragraphs, size_t count, cl_slice title, cl_slice language,
    cl_arena *arena, cl_quotations *found, const cl_quote_trace *trace);

#endif
