/* A text as the words and numbers that dates are made of; see date.h. */
#ifndef CL_RECORD_DATE_WORDS_H
#define CL_RECORD_DATE_WORDS_H

#include "record/date.h"

/* What a word may mean; the values are those of generate_date_words.py and date_words.txt. */
typedef enum cl_word_means {
    CL_MEANS_MONTH = 1, /* 1 to 12, as in the next two */
    CL_MEANS_PERSIAN,
    CL_MEANS_HIJRI,
    CL_MEANS_WEEKDAY,        /* 1 Monday to 7 */
    CL_MEANS_UNIT,           /* cl_date_unit */
    CL_MEANS_DIRECTION,      /* 1 past, 2 future */
    CL_MEANS_UNIT_DIRECTION, /* both: unit + 16 * direction */
    CL_MEANS_DAY_OFFSET,     /* days from today, + 10 */
    CL_MEANS_UNIT_OFFSET,    /* "last month": unit + 16 * (units from now + 2) */
    CL_MEANS_NUMBER,
    CL_MEANS_ORDINAL,
    CL_MEANS_HALF,  /* of the day: 1 before noon, 2 after */
    CL_MEANS_TURN,  /* of the day: its hour + 1 */
    CL_MEANS_MARK,  /* of a number: cl_date_mark */
    CL_MEANS_ERA,   /* cl_date_era */
    CL_MEANS_WHICH, /* 1 last, 2 this, 3 next */
    CL_MEANS_SAID,  /* cl_date_said */
    CL_MEANS_BASE,  /* 1 before, 2 after, 3 now */
    CL_MEANS_SKIP,
    CL_MEANS_COUNT
} cl_word_means;

typedef enum cl_date_unit {
    CL_UNIT_SECOND = 1,
    CL_UNIT_MINUTE,
    CL_UNIT_HOUR,
    CL_UNIT_DAY,
    CL_UNIT_WEEK,
    CL_UNIT_MONTH,
    CL_UNIT_QUARTER,
    CL_UNIT_YEAR,
    CL_UNIT_DECADE
} cl_date_unit;

typedef enum cl_date_mark {
    CL_MARKS_YEAR = 1,
    CL_MARKS_MONTH,
    CL_MARKS_DAY,
    CL_MARKS_HOUR,
    CL_MARKS_MINUTE,
    CL_MARKS_SECOND
} cl_date_mark;

typedef enum cl_date_era {
    CL_ERA_COMMON = 1,
    CL_ERA_BUDDHIST,
    CL_ERA_HIJRI,
    CL_ERA_PERSIAN,
    CL_ERA_REIWA,
    CL_ERA_HEISEI,
    CL_ERA_SHOWA,
    CL_ERA_MINGUO,
    CL_ERA_TAISHO,
    CL_ERA_MEIJI
} cl_date_era;

typedef enum cl_token_kind { CL_TOKEN_END = 0, CL_TOKEN_NUMBER, CL_TOKEN_WORD, CL_TOKEN_SIGN } cl_token_kind;

typedef struct cl_token {
    uint8_t kind;
    uint8_t digits; /* of a number */
    bool glued;     /* no space before it */
    bool quoted;    /* of a number: an apostrophe before it, as in '24 */
    bool used;      /* part of a time or of a date that was read */
    char sign;      /* ASCII; '|' for those that part things */
    uint16_t begin; /* its text in cl_tokens.text */
    uint16_t size;
    int32_t number;                /* -1: of more digits than a number has */
    uint8_t value[CL_MEANS_COUNT]; /* of a word: 0 where it does not mean that */
} cl_token;

#define CL_TOKENS_MAX 96u

typedef struct cl_tokens {
    char text[CL_DATE_TEXT_MAX * 2 + 8]; /* folded */
    size_t size;
    cl_token at[CL_TOKENS_MAX + 1]; /* ends with CL_TOKEN_END */
    size_t count;
    unsigned unknown; /* words that mean nothing here */
} cl_tokens;

/* Reads a text, of which the first CL_DATE_TEXT_MAX bytes. */
void cl_tokens_read(cl_tokens *tokens, cl_slice text, cl_slice language);

static inline cl_slice cl_token_text(const cl_tokens *tokens, size_t i) {
    return cl_slice_of(tokens->text + tokens->at[i].begin, tokens->at[i].size);
}

static inline bool cl_token_is(const cl_tokens *tokens, size_t i, char sign) {
    return tokens->at[i].kind == CL_TOKEN_SIGN && tokens->at[i].sign == sign;
}

#endif
