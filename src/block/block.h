/* A page cut into blocks, and what is measured of each.
 *
 * In: a tree (or the lines of a flattened text). Out: an array of blocks in page order, and an array of the boxes they
 * stand in, both with their measures. Nothing is judged here and nothing is left out: hidden text is a block too.
 *
 *   boxes   [0: the page][1][2]...     every element that can hold blocks; a box comes before those inside it
 *   blocks  [0][1][2]...               the blocks of a box stand together: [first_block, end_block)
 *   text    the texts of all blocks, one after the other, white space as a browser would show it
 *
 * A block is a run of inline content between two block boundaries: block-level tags, list items, table cells, headings,
 * captions, buttons, elements of the page's own making (with a hyphen in their name), and two <br> in a row. */
#ifndef CL_BLOCK_BLOCK_H
#define CL_BLOCK_BLOCK_H

#include "base/vector.h"
#include "dom/dom.h"
#include "text/text.h"

/* What a block is marked up as; what it is for is its role (label/). */
typedef enum cl_block_type {
    CL_BLOCK_PARAGRAPH = 1,
    CL_BLOCK_HEADING = 2,
    CL_BLOCK_ITEM = 3,         /* of a list; the term or the definition of a <dl> */
    CL_BLOCK_QUOTATION = 4,    /* in a <blockquote> */
    CL_BLOCK_PREFORMATTED = 5, /* its white space is kept */
    CL_BLOCK_CELL = 6,         /* of a table */
    CL_BLOCK_CAPTION = 7,      /* in a <figcaption> or a table's <caption> */
    CL_BLOCK_CONTROL = 8       /* in a button, a label, an option */
} cl_block_type;

/* What the tag, the role, the class and the id of an element say of it, one bit each: a word list of general use
 * (mark_data.inc), no site's own. Their order is that of columns of features.h: new ones go to the end. */
#define CL_MARKS(MARK)                                                                                                 \
    MARK(NAVIGATION)                                                                                                   \
    MARK(HEADER)                                                                                                       \
    MARK(FOOTER)                                                                                                       \
    MARK(ASIDE)                                                                                                        \
    MARK(COMMENT)                                                                                                      \
    MARK(RELATED)                                                                                                      \
    MARK(SHARE)                                                                                                        \
    MARK(PROMOTION)                                                                                                    \
    MARK(CONSENT)                                                                                                      \
    MARK(CAPTION)                                                                                                      \
    MARK(CREDIT)                                                                                                       \
    MARK(BYLINE)                                                                                                       \
    MARK(DATE)                                                                                                         \
    MARK(TOPIC)                                                                                                        \
    MARK(BIO)                                                                                                          \
    MARK(DECK)                                                                                                         \
    MARK(KICKER)                                                                                                       \
    MARK(HEADLINE)                                                                                                     \
    MARK(BODY)                                                                                                         \
    MARK(ARTICLE)                                                                                                      \
    MARK(MAIN)                                                                                                         \
    MARK(ADVERT)                                                                                                       \
    MARK(LEGAL)                                                                                                        \
    MARK(NOTE)                                                                                                         \
    MARK(FIGURE)                                                                                                       \
    MARK(EMBED)                                                                                                        \
    MARK(FORM)                                                                                                         \
    MARK(QUOTATION)                                                                                                    \
    MARK(EDITION)                                                                                                      \
    MARK(TABLE)                                                                                                        \
    MARK(HIDDEN)

enum {
#define MARK(name) CL_MARK_##name##_BIT,
    CL_MARKS(MARK)
#undef MARK
        CL_MARK_COUNT
};
enum cl_mark {
#define MARK(name) CL_MARK_##name = 1u << CL_MARK_##name##_BIT,
    CL_MARKS(MARK)
#undef MARK
};

/* Marks that speak against the body; CL_MARKS_OUT the loudest of them. */
#define CL_MARKS_AGAINST                                                                                               \
    (CL_MARK_NAVIGATION | CL_MARK_FOOTER | CL_MARK_ASIDE | CL_MARK_COMMENT | CL_MARK_RELATED | CL_MARK_SHARE |         \
        CL_MARK_PROMOTION | CL_MARK_ADVERT | CL_MARK_CONSENT | CL_MARK_CAPTION | CL_MARK_CREDIT | CL_MARK_BIO |        \
        CL_MARK_LEGAL | CL_MARK_FORM | CL_MARK_HIDDEN)
#define CL_MARKS_OUT (CL_MARK_NAVIGATION | CL_MARK_FOOTER | CL_MARK_COMMENT | CL_MARK_CONSENT)

/* An element that holds blocks. */
typedef struct cl_box {
    uint32_t parent;      /* number of the box around it; of box 0: 0 */
    uint32_t first_block; /* its blocks, those of boxes inside included: up to end_block */
    uint32_t end_block;
    uint32_t end_box; /* the boxes inside are those after it, up to here */
    cl_node node;
    uint32_t tag;   /* as in the tree; 0 for box 0 */
    uint32_t marks; /* its own, enum cl_mark */
    uint32_t shape; /* hash of tag and class */
    uint32_t list;  /* the innermost list or table that it is or is in; 0: none */
    uint32_t row;   /* the innermost list item or table row that it is or is in; 0: none */
    uint32_t chars; /* of its blocks, as in cl_block */
    uint32_t links;
    uint16_t depth; /* boxes around it; 65535 where more */
    uint8_t type;   /* cl_block_type of the blocks in it */
    uint8_t level;
    uint8_t class_count;  /* words of its tag, class, id, role and item property, hashes in cl_blocks.classes, */
    uint32_t first_class; /* from here on */
} cl_box;

#define CL_TEXT_PAD 16u

/* Lengths count code points without white space; those of scripts that write many letters' worth with one, and of
 * scripts without spaces, count three times. */
typedef struct cl_block {
    cl_slice text;   /* not empty; a single <br> is a line feed in it; CL_TEXT_PAD bytes may be read behind it */
    uint32_t box;    /* the innermost box */
    cl_node node;    /* its first text */
    cl_node last;    /* its last */
    uint32_t offset; /* where that begins in the source */
    uint32_t marks;  /* of inline elements that hold nearly all of it: enum cl_mark */
    uint32_t chars;
    uint32_t links;     /* chars in <a href> */
    uint32_t bold;      /* chars in <b>, <strong> */
    uint32_t italic;    /* chars in <i>, <em> */
    uint16_t sentences; /* ends of sentences: . ! ? … and so on; 65535 where more */
    uint16_t digits;    /* ASCII digits, likewise */
    uint8_t type;       /* cl_block_type */
    uint8_t level;      /* of a heading: 1 to 6 */
    uint8_t anchors;    /* <a href> that begin in it; 255 where more, as below */
    uint8_t media;      /* images, videos and frames between the end of the block before and its own */
} cl_block;

/* What record/ reads of the tree besides blocks, noted while it was walked. */
typedef enum cl_note_kind {
    CL_NOTE_META = 1,   /* <meta> */
    CL_NOTE_LINK,       /* <link> */
    CL_NOTE_TITLE,      /* the first <title> */
    CL_NOTE_JSON,       /* <script type="application/ld+json"> */
    CL_NOTE_TIME,       /* <time> */
    CL_NOTE_ITEM,       /* one with itemprop, itemscope, property or typeof */
    CL_NOTE_AUTHOR,     /* an element with rel=author, or marked CL_MARK_BYLINE and inline */
    CL_NOTE_TAG,        /* one with rel=tag, next or prev */
    CL_NOTE_BASE,       /* <base> */
    CL_NOTE_IMAGE,      /* <img>, <amp-img>, and elements of the page's own making that have a src */
    CL_NOTE_BACKGROUND, /* an element with a background that is an image, or is to get one */
    CL_NOTE_NOSCRIPT,   /* a <noscript> that has an image as escaped text */
    CL_NOTE_MEDIA,      /* <video>, <audio>, <iframe>, <embed>, <object> and those of AMP */
    CL_NOTE_EMBED,      /* a box marked CL_MARK_EMBED */
    CL_NOTE_DATE,       /* one marked CL_MARK_DATE that has a title or a datetime, and no property */
    CL_NOTE_SCRIPT      /* a script that is no JSON-LD */
} cl_note_kind;

typedef struct cl_note {
    cl_node node;
    uint32_t block; /* number of the next block, or of the one that it stands in */
    uint32_t box;   /* the innermost that has a block */
    uint32_t marks; /* of inline elements around it, and of boxes without a block */
    uint8_t kind;
    bool linked; /* in an <a href> */
    bool hidden; /* in an inline element that hides, as <noscript> is */
} cl_note;

/* Inline elements whose place in a block's text is kept. */
typedef enum cl_span_type {
    CL_SPAN_LINK = CUTLINE_SPAN_LINK,
    CL_SPAN_EMPHASIS = CUTLINE_SPAN_EMPHASIS,
    CL_SPAN_STRONG = CUTLINE_SPAN_STRONG,
    CL_SPAN_CREDIT, /* marked CL_MARK_CREDIT */
    CL_SPAN_TYPES
} cl_span_type;

typedef struct cl_block_span {
    uint32_t block;
    uint32_t start; /* bytes of its text */
    uint32_t end;
    cl_node node; /* the element */
    uint8_t type; /* cl_span_type */
} cl_block_span;

typedef CL_VECTOR(uint32_t) cl_numbers;

struct cl_open; /* an open element: block.c */

/* Blocks and the memory to make them in, reused from page to page. */
typedef struct cl_blocks {
    const cutline_allocator *allocator;
    CL_VECTOR(cl_block) list;
    CL_VECTOR(cl_box) boxes;
    CL_VECTOR(cl_note) notes;
    CL_VECTOR(cl_block_span) spans; /* by block, then by start; those of one type do not overlap */
    cl_buffer text;
    cl_buffer mended; /* a text node that was encoded twice */
    cl_numbers classes;
    struct cl_class_cache *class_cache; /* of the page */
    cl_numbers offsets;                 /* of each block's text in `text`, while that may still move */
    CL_VECTOR(struct cl_open) open;
    uint32_t chars; /* of the whole page */
} cl_blocks;

/* "paragraph", "heading" and so on; a constant. */
cl_slice cl_block_type_name(uint8_t type);

void cl_blocks_init(cl_blocks *blocks, const cutline_allocator *allocator);
void cl_blocks_free(cl_blocks *blocks);

/* The number of the first span of a block, or of one after it; spans.count where there is none. */
size_t cl_blocks_first_span(const cl_blocks *blocks, uint32_t block);

/* Cuts a tree. The blocks are good as long as the tree is and until the next call. CUTLINE_E_NOMEM or _E_LIMIT. */
cutline_status cl_blocks_of_tree(cl_blocks *blocks, const cl_dom *dom, cutline_error *error);
/* Makes blocks of the units of a flattened text, one of each, all in box 0; units in which there is nothing are taken
 * out of `text`. Where two units may turn out to be one, their texts stand so that both and what is between are theirs.
 */
cutline_status cl_blocks_of_text(cl_blocks *blocks, cl_text *text, cutline_error *error);

#endif
