/* The tokenizer (HTML Standard, section 13.2.5).
 *
 * In: a page in valid UTF-8, all of it in memory. Out: one token a call. The standard's machine, which can stop after
 * any character, becomes functions that read a whole construct; sixteen bytes at a time where nothing happens. White
 * space is as the page has it: carriage returns count as line feeds wherever that matters and are normalised when text
 * is made (section 13.2.3.5, "Preprocessing the input stream"), so that offsets are those of the page.
 *
 * Attributes are put right into the tree's array; those of a token that makes no element are taken away again by the
 * next call. Parse errors that do not change the result are not reported. */
#ifndef CL_HTML_TOKENIZER_H
#define CL_HTML_TOKENIZER_H

#include "dom/dom.h"

typedef enum cl_token_type {
    CL_TOKEN_EOF,
    CL_TOKEN_TEXT,
    CL_TOKEN_START_TAG,
    CL_TOKEN_END_TAG,
    CL_TOKEN_COMMENT,
    CL_TOKEN_DOCTYPE
} cl_token_type;

/* What the bytes of a text token still hold. */
#define CL_TEXT_REFERENCES 1u /* "&": perhaps a character reference */
#define CL_TEXT_CR         2u /* a carriage return */
#define CL_TEXT_NUL        4u
#define CL_TEXT_UNRESOLVED (CL_TEXT_REFERENCES | CL_TEXT_CR | CL_TEXT_NUL)
#define CL_TEXT_SPACE      8u  /* nothing but white space */
#define CL_TEXT_POOLED     16u /* the bytes are in the pool */
#define CL_TEXT_RAW        32u /* of RCDATA, RAWTEXT, script data, PLAINTEXT: NUL becomes U+FFFD */

typedef struct cl_token {
    cl_token_type type;
    uint32_t tag;   /* start and end tags */
    uint32_t begin; /* where it stands in the source */
    uint32_t end;
    uint32_t attrs; /* start tag: its first attribute in dom->attrs, 0 none. Doctype: three records, name and value of
                       the first: name; values of the others: public and system identifier */
    uint32_t data;  /* text, comment: offset of the bytes */
    uint32_t size;
    uint32_t text; /* CL_TEXT_* of a text */
    bool self_closing;
    bool attrs_taken;  /* set by the tree builder: the attributes belong to an element now */
    bool force_quirks; /* doctype */
} cl_token;

typedef enum cl_tokenizer_state {
    CL_STATE_DATA,
    CL_STATE_RCDATA,
    CL_STATE_RAWTEXT,
    CL_STATE_SCRIPT_DATA,
    CL_STATE_PLAINTEXT,
    CL_STATE_CDATA
} cl_tokenizer_state;

/* A slot of the set of one element's attribute names. */
typedef struct cl_name_slot {
    uint32_t serial; /* of the element; others are empty slots */
    uint32_t attr;
} cl_name_slot;

typedef struct cl_tokenizer {
    cl_dom *dom;
    const char *start, *at, *end;
    cl_tokenizer_state state;
    uint32_t last_start_tag; /* of the last start tag: what makes an end tag an appropriate one */
    bool foreign;            /* the adjusted current node is not an HTML element: <![CDATA[ is one */
    /* names seen on the current element */
    uint32_t serial;
    uint32_t others; /* unknown names on it */
    uint32_t seen[CL_ATTR_KNOWN];
    CL_VECTOR(cl_name_slot) slots; /* a hash set, used from the 16th unknown name on; its size is a power of two */
} cl_tokenizer;

/* All zero before the first use; keeps its memory from page to page. */
void cl_tokenizer_start(cl_tokenizer *t, cl_dom *dom);
void cl_tokenizer_free(cl_tokenizer *t, const cutline_allocator *allocator);

/* The next token. After CL_TOKEN_EOF it is CL_TOKEN_EOF for ever. Where memory ran out, dom->failed is set. */
void cl_tokenizer_next(cl_tokenizer *t, cl_token *token);

typedef enum cl_nul_rule { CL_NUL_KEEP, CL_NUL_DROP, CL_NUL_REPLACE } cl_nul_rule;

/* Replaces the bytes of a text token by resolved ones in the pool: references, carriage returns and NULs done with.
 * Nothing happens where nothing is unresolved. */
void cl_token_resolve(cl_dom *dom, cl_token *token, cl_nul_rule nul);

static inline const char *cl_token_bytes(const cl_dom *dom, const cl_token *token) {
    return (token->text & CL_TEXT_POOLED ? dom->pool.at : dom->source.data) + token->data;
}

/* Interns a tag name (lower case), known or not; CL_TAG_NONE and dom->failed where there is no memory or no number. */
uint32_t cl_tag_intern(cl_dom *dom, const char *name, size_t size);
/* The same for a name at `offset` in the pool, which stays there where the name is new. */
uint32_t cl_tag_intern_pooled(cl_dom *dom, size_t offset, size_t size);

/* Reads a character reference (section 13.2.5.72 and on) at `p`, which points to "&". Returns the bytes it takes, 0
 * where it is none; the characters (at most 8 bytes of UTF-8) go to `out`, their size to *size. */
size_t cl_character_reference(const char *p, const char *end, bool in_attribute, char out[8], size_t *size);

#endif
