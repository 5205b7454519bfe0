/* What the model sees of a block.
 *
 * In: blocks, their tree, and what the page says of itself. Out, block by block: numbers from 0 to 127 that stand for
 * q/64 (logarithms, shares, flags; features_data.inc names them and says what each is), and hashes of the words of its
 * text and of the classes and tags around it. One walk over boxes and blocks measures the page; then any block can be
 * asked for, so that a page of a million blocks needs no room for a million rows. All of it is linear in the page. */
#ifndef CL_BLOCK_FEATURES_H
#define CL_BLOCK_FEATURES_H

#include "block/block.h"
#include "block/phrase.h"

/* Numbers of the columns. */
enum {
#define FEATURE(name) CL_X_##name,
#include "block/features_data.inc"
#undef FEATURE
    CL_X_OWN,                                  /* marks of the block and its box, one column each */
    CL_X_AROUND = CL_X_OWN + CL_MARK_COUNT,    /* of the boxes around it, however far */
    CL_X_INSIDE = CL_X_AROUND + CL_MARK_COUNT, /* of those between it and the box that holds most of the text */
    CL_FEATURE_COUNT = CL_X_INSIDE + CL_MARK_COUNT
};

#define CL_FEATURE_ONE 64 /* what 1 is in a column */
#define CL_FEATURE_MAX 127

#define CL_WORD_IDS  (1u << 14) /* ids of words are below this */
#define CL_CLASS_IDS (1u << 13)

/* Words read at both ends of a text; a word gives two ids at most (itself and, without spaces, the pair that it ends).
 */
#define CL_FIRST_WORDS 22u
#define CL_LAST_WORDS  10u
#define CL_WORDS_MAX   (2 * (CL_FIRST_WORDS + CL_LAST_WORDS) + 3)
#define CL_CLASSES_MAX 40u

/* The name of a column, a constant; absent from CL_FEATURE_COUNT on. Marks have a bit's name behind a point:
 * "own.share". */
cl_slice cl_feature_name(size_t column, char *room, size_t room_size);

/* Kinds of page that its metadata name; their order is that of columns. */
typedef enum cl_says_kind {
    CL_SAYS_ARTICLE,
    CL_SAYS_LIVE,
    CL_SAYS_VIDEO,
    CL_SAYS_PRODUCT,
    CL_SAYS_FORUM,
    CL_SAYS_LISTING,
    CL_SAYS_SITE,
    CL_SAYS_KIND_COUNT
} cl_says_kind;

/* What the page says of itself; absent where it says nothing. */
typedef struct cl_page_says {
    cl_slice title;       /* <title> */
    cl_slice headline;    /* of its metadata */
    cl_slice description; /* likewise */
    cl_slice author;
    cl_slice site;
    cl_slice date;  /* ISO 8601 */
    cl_slice body;  /* articleBody of JSON-LD */
    cl_slice url;   /* what the page calls its own address */
    uint32_t kinds; /* bits 1 << cl_says_kind */
} cl_page_says;

/* What is measured of a box beyond cl_box. */
typedef struct cl_box_facts {
    float mass;                                /* chars of good texts in it */
    float weighed;                             /* the same, those under marks against the body counted less */
    float direct;                              /* of the blocks for which it is the frame */
    float best;                                /* the best score of it and the boxes around it */
    uint32_t around;                           /* its marks and those of the boxes around it */
    uint32_t inside;                           /* those below the core alone */
    uint32_t tags;                             /* tags of it and of the boxes around it */
    uint32_t shape;                            /* slot of its shape */
    uint8_t lists, tables, articles, sections; /* around it, itself too; 255 where more */
} cl_box_facts;

typedef struct cl_block_facts {
    uint32_t back;   /* blocks since the last good one in the core; UINT32_MAX: none */
    uint32_t ahead;  /* blocks to the next; 0: it is one */
    uint32_t before; /* chars of the blocks before it */
    uint32_t same;   /* slot of its text */
    uint16_t begins; /* bits of enum cl_phrase: of its own text, */
    uint16_t under;  /* and of the last heading or short line before it that has any */
    bool first;      /* of those with the same text */
    bool good;
} cl_block_facts;

typedef struct cl_shape {
    uint32_t key; /* 0: free */
    uint32_t count;
    float mass, chars, links;
} cl_shape;

typedef struct cl_gram {
    uint32_t key;   /* 0: free */
    uint32_t texts; /* bits: which of the page's sayings it is in */
} cl_gram;

/* Ids of the classes of a box and of those around it. */
typedef struct cl_class_ids {
    uint32_t box; /* UINT32_MAX: none */
    uint32_t count;
    uint16_t at[CL_CLASSES_MAX];
} cl_class_ids;

/* The memory is reused from page to page. */
typedef struct cl_features {
    const cutline_allocator *allocator;
    const cl_blocks *blocks;
    const cl_dom *dom;
    CL_VECTOR(cl_box_facts) boxes;
    CL_VECTOR(cl_block_facts) list;
    CL_VECTOR(cl_shape) shapes; /* a hash table, as are the next two; count is a power of two */
    CL_VECTOR(cl_gram) texts;   /* of texts: `texts` counts them */
    CL_VECTOR(cl_gram) grams;
    cl_class_ids *around; /* of the row that was made last */
    uint32_t said[8];     /* words in each saying; see features_text.c */
    uint32_t year, day;
    uint32_t kinds; /* of cl_page_says */
    uint32_t steps; /* of the path of its address, 1 more; 0: not known */
    uint32_t core;
    uint32_t best_box;
    uint32_t headline;              /* block; UINT32_MAX: none */
    uint32_t first_good, last_good; /* in the core; first > last: none */
    uint32_t scripts;               /* blocks of scripts without spaces */
    float mass, best, weighed;
    uint8_t page[CL_FEATURE_COUNT]; /* the columns that are the same for all blocks; the others 0 */
} cl_features;

/* A block as the model sees it. */
typedef struct cl_feature_row {
    uint8_t x[CL_FEATURE_COUNT];
    uint16_t words[CL_WORDS_MAX];
    uint16_t classes[CL_CLASSES_MAX];
    uint32_t word_count;
    uint32_t class_count;
} cl_feature_row;

void cl_features_init(cl_features *features, const cutline_allocator *allocator);
void cl_features_free(cl_features *features);

/* Measures a page. What it was given must stay as it is while rows are asked for. CUTLINE_E_NOMEM. */
cutline_status cl_features_measure(
    cl_features *features, const cl_dom *dom, const cl_blocks *blocks, const cl_page_says *says, cutline_error *error);
/* The same for blocks that are units of a flattened text, without a tree: rows are made by lines.h. */
cutline_status cl_features_measure_lines(
    cl_features *features, const cl_blocks *blocks, const cl_page_says *says, cutline_error *error);
/* Fills the row of a block. */
void cl_features_row(const cl_features *features, uint32_t block, cl_feature_row *row);

/* ---- between the files of this stage */

/* Makes the columns that are the same for all blocks, the last of what is measured (features_row.c). */
void cl_features_page(cl_features *features);
/* Begins a row with them. */
static inline void cl_features_begin(const cl_features *features, cl_feature_row *row) {
    memcpy(row->x, features->page, sizeof row->x);
}

/* The box around a block that it shares with its like. */
uint32_t cl_features_frame(const cl_blocks *blocks, uint32_t box);
/* Reads the page's sayings into the table of grams (features_text.c). */
bool cl_features_read_sayings(cl_features *features, const cl_page_says *says);
/* The columns of what the page says, for cl_features_page(). */
void cl_features_page_says(cl_features *features);
/* The block that says what the title says. */
void cl_features_find_headline(cl_features *features);
/* The columns, and the ids, that come of a block's text. */
void cl_features_text(const cl_features *features, uint32_t block, cl_feature_row *row);
/* The columns that come of its place on the page (features_row.c). */
void cl_features_place(const cl_features *features, uint32_t block, cl_feature_row *row);
/* Words of the classes of boxes around a block, and of its inline elements (features_class.c). */
void cl_features_classes(const cl_features *features, uint32_t block, cl_feature_row *row);

/* A value as a column has it. */
static inline uint8_t cl_x_of(float value) {
    const float q = value * CL_FEATURE_ONE + 0.5f;
    const float most = q < CL_FEATURE_MAX ? q : CL_FEATURE_MAX;
    return (uint8_t)(int)(most > 0 ? most : 0);
}
static inline void cl_x(cl_feature_row *row, unsigned column, float value) {
    row->x[column] = cl_x_of(value);
}
static inline void cl_x_flag(cl_feature_row *row, unsigned column, bool is) {
    row->x[column] = is ? CL_FEATURE_ONE : 0;
}
/* log(1 + n), near enough (0.0 to 0.06 below), the same on every machine, and quick. */
static inline float cl_x_log(uint32_t n) {
    const uint64_t m = (uint64_t)n + 1;
    const int e = 63 - __builtin_clzll(m);
    const float mantissa = (float)m / (float)(UINT64_C(1) << e);
    return 0.69314718f * ((float)e + mantissa - 1);
}

#endif
