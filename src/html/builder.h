/* The tree builder: what all insertion modes share (HTML Standard, section 13.2.4 and 13.2.6.1).
 *
 * In: tokens. Out: a tree. Each insertion mode is a function in mode/, named as the standard names it, which takes a
 * token and says whether it is to be reprocessed (in the mode that the builder has by then).
 *
 * The stack of open elements answers "is there such an element in scope" without a walk: every entry knows the entry
 * below with the same tag, `top` knows the highest of each tag, and the positions of elements that end a scope or are
 * special are kept in stacks of their own. */
#ifndef CL_HTML_BUILDER_H
#define CL_HTML_BUILDER_H

#include "base/limits.h"
#include "dom/adjust.h"
#include "dom/build.h"
#include "html/html.h"
#include "html/tokenizer.h"

/* Insertion modes, section 13.2.4.1. */
typedef enum cl_mode {
    CL_MODE_INITIAL,
    CL_MODE_BEFORE_HTML,
    CL_MODE_BEFORE_HEAD,
    CL_MODE_IN_HEAD,
    CL_MODE_IN_HEAD_NOSCRIPT,
    CL_MODE_AFTER_HEAD,
    CL_MODE_IN_BODY,
    CL_MODE_TEXT,
    CL_MODE_IN_TABLE,
    CL_MODE_IN_TABLE_TEXT,
    CL_MODE_IN_CAPTION,
    CL_MODE_IN_COLUMN_GROUP,
    CL_MODE_IN_TABLE_BODY,
    CL_MODE_IN_ROW,
    CL_MODE_IN_CELL,
    CL_MODE_IN_TEMPLATE,
    CL_MODE_AFTER_BODY,
    CL_MODE_IN_FRAMESET,
    CL_MODE_AFTER_FRAMESET,
    CL_MODE_AFTER_AFTER_BODY,
    CL_MODE_AFTER_AFTER_FRAMESET
} cl_mode;

/* What an element is, as bits (tables in tag_class.c). */
#define CL_CLASS_SPECIAL    1u  /* "special" */
#define CL_CLASS_HARD       2u  /* special, but not address, div or p: ends the search for an open li, dd, dt */
#define CL_CLASS_SCOPE      4u  /* ends "in scope" */
#define CL_CLASS_IMPLIED    8u  /* "generate implied end tags" pops it */
#define CL_CLASS_THOROUGHLY 16u /* "generate all implied end tags thoroughly" pops it as well */
#define CL_CLASS_HEADING    32u
#define CL_CLASS_FORMATTING 64u
uint32_t cl_tag_class(uint32_t tag, uint32_t ns);

#define CL_NOWHERE UINT32_MAX

typedef struct cl_open {
    cl_node node;
    uint32_t tag;
    uint32_t same; /* HTML element: position of the entry below with this tag, CL_NOWHERE where there is none. Foreign
                      element: position of the nearest HTML element below */
    uint16_t ns;
    uint16_t class;
} cl_open;

/* An entry of the list of active formatting elements; node 0 is a marker. */
typedef struct cl_formatting {
    cl_node node;
    uint32_t tag;
    uint32_t attrs; /* how many */
    uint32_t hash;  /* of their names and values, whatever their order; 0: not asked for yet */
} cl_formatting;

typedef struct cl_positions {
    uint16_t at[CL_OPEN_ELEMENTS_MAX + 64];
    uint32_t count;
} cl_positions;

typedef struct cl_builder cl_builder;
struct cl_builder {
    cl_dom *dom;
    const cutline_allocator *allocator;
    cl_tokenizer tokenizer;
    cl_mode mode;
    cl_mode original_mode; /* of "text" and "in table text" */
    CL_VECTOR(cl_mode) template_modes;
    /* the stack of open elements */
    cl_open open[CL_OPEN_ELEMENTS_MAX + 64];
    uint32_t depth;
    CL_VECTOR(uint32_t) top;     /* by tag: position of the highest open HTML element, CL_NOWHERE where there is none */
    CL_VECTOR(uint32_t) foreign; /* by tag: how many open elements are foreign ones; as long as `top` */
    cl_positions special, hard, scope;
    /* the list of active formatting elements */
    cl_formatting formatting[CL_FORMATTING_ENTRIES];
    uint32_t formatting_count;
    CL_VECTOR(cl_token) pending; /* "pending table character tokens" */
    cl_node head, form;
    cl_node context; /* fragment case: the context element, which hangs nowhere; else none */
    uint32_t context_tag, context_ns;
    uint32_t max_depth;
    uint64_t clones_left; /* of formatting elements */
    bool scripting, frameset_ok, foster_parenting, skip_line_feed, fragment, stopped;
    bool has_selectedcontent;
};

/* ---- the stack of open elements */

static inline const cl_open *cl_current(const cl_builder *b) {
    return &b->open[b->depth - 1];
}
/* Whether the current node is an HTML element with that tag. */
static inline bool cl_current_is(const cl_builder *b, uint32_t tag) {
    const cl_open *const top = cl_current(b);
    return top->tag == tag && top->ns == CUTLINE_NS_HTML;
}
static inline uint32_t cl_top(const cl_builder *b, uint32_t tag) {
    return tag < b->top.count ? b->top.at[tag] : CL_NOWHERE;
}
static inline bool cl_is_open(const cl_builder *b, uint32_t tag) {
    return cl_top(b, tag) != CL_NOWHERE;
}

void cl_push(cl_builder *b, cl_node node, uint32_t tag, uint32_t ns);
/* Pops the current node, which ends at `end` in the source. */
void cl_pop(cl_builder *b, uint32_t end);
/* Pops up to and including the HTML element at `position`, which the token ends. */
void cl_pop_to(cl_builder *b, uint32_t position, const cl_token *token);
/* Pops until an element with that tag, which is open, has been popped. */
void cl_pop_until(cl_builder *b, uint32_t tag, const cl_token *token);
/* Takes an entry out of the middle. */
void cl_open_remove(cl_builder *b, uint32_t position);
/* Makes what is known by tag and the stacks of positions anew after entries were moved about; those that are gone were
 * given to cl_open_forget(). */
void cl_open_reindex(cl_builder *b);
void cl_open_forget(cl_builder *b, const cl_open *e);
/* Position of a node, CL_NOWHERE where it is not open. */
uint32_t cl_open_find(const cl_builder *b, cl_node node);

/* "has an element in the specific scope" (section 13.2.4.2). */
bool cl_in_scope(const cl_builder *b, uint32_t tag);
bool cl_in_button_scope(const cl_builder *b, uint32_t tag);
bool cl_in_list_item_scope(const cl_builder *b, uint32_t tag);
bool cl_in_table_scope(const cl_builder *b, uint32_t tag);
/* Position of the highest h1 to h6, CL_NOWHERE where none is in scope. */
uint32_t cl_heading_in_scope(const cl_builder *b);

/* "generate implied end tags", except for elements with that tag (CL_TAG_NONE: all). */
void cl_generate_implied_end_tags(cl_builder *b, uint32_t except, const cl_token *token);
void cl_generate_all_implied_end_tags(cl_builder *b, const cl_token *token);
/* "close a p element": there is one in button scope. */
void cl_close_p(cl_builder *b, const cl_token *token);
static inline void cl_close_p_in_button_scope(cl_builder *b, const cl_token *token) {
    if (cl_in_button_scope(b, CL_TAG_P))
        cl_close_p(b, token);
}

/* ---- the list of active formatting elements (section 13.2.4.3) */

void cl_formatting_push(cl_builder *b, cl_node node, uint32_t tag);
void cl_formatting_marker(cl_builder *b);
void cl_formatting_clear_to_marker(cl_builder *b);
void cl_formatting_remove(cl_builder *b, uint32_t index);
/* Index of a node in the list, CL_NOWHERE where it is not there. */
uint32_t cl_formatting_find(const cl_builder *b, cl_node node);
/* Index of the last entry with that tag after the last marker. */
uint32_t cl_formatting_find_tag(const cl_builder *b, uint32_t tag);
void cl_reconstruct_slow(cl_builder *b, const cl_token *token);
/* "reconstruct the active formatting elements" */
static inline void cl_reconstruct(cl_builder *b, const cl_token *token) {
    if (b->formatting_count && b->formatting[b->formatting_count - 1].node)
        cl_reconstruct_slow(b, token);
}

/* ---- inserting (section 13.2.6.1) */

typedef struct cl_place {
    cl_node parent;
    cl_node before; /* none: as the last child */
} cl_place;

/* "appropriate place for inserting a node", with the position in the stack of an override target or the current node.
 */
cl_place cl_appropriate_place(const cl_builder *b, uint32_t target);
void cl_insert_at(cl_builder *b, cl_place place, cl_node node);

/* "create an element for the token": hung up nowhere. */
cl_node cl_create_element(cl_builder *b, cl_token *token, uint32_t tag, uint32_t ns);
/* A clone of an element, without children. */
cl_node cl_clone_element(cl_builder *b, cl_node node, uint32_t begin);
/* "insert an HTML element" for the token; pushed. */
cl_node cl_insert_html(cl_builder *b, cl_token *token);
/* The same, popped at once: void elements. */
void cl_insert_void(cl_builder *b, cl_token *token);
/* An element without a token, where the page should have one. */
cl_node cl_insert_implied(cl_builder *b, uint32_t tag, const cl_token *token);
/* "insert a comment", at the current node, or as the last child of `parent` where that is one. */
void cl_insert_comment(cl_builder *b, const cl_token *token, cl_node parent);
/* "insert a character" for each of a text; the token is resolved. */
void cl_insert_text(cl_builder *b, const cl_token *token);

/* "generic raw text element parsing algorithm" and its like: the tokenizer goes to `state`, the mode to "text". */
void cl_insert_raw_text(cl_builder *b, cl_token *token, cl_tokenizer_state state);
void cl_reset_insertion_mode(cl_builder *b);
/* Pops and reports for the end of the page. */
void cl_stop_parsing(cl_builder *b, const cl_token *token);

/* Cuts the white space at the beginning off a text: it becomes *space (its size may be 0), resolved; `token` is the
 * rest, which may be unresolved. A NUL is no white space. */
void cl_split_space(cl_builder *b, cl_token *token, cl_token *space);

/* Takes everything but white space out of a text, which is resolved then. */
void cl_keep_spaces(cl_builder *b, cl_token *token);

/* ---- the insertion modes: true, the token is to be processed again */

bool cl_process(cl_builder *b, cl_token *token); /* in the builder's mode */
bool cl_mode_initial(cl_builder *b, cl_token *token);
bool cl_mode_before_html(cl_builder *b, cl_token *token);
bool cl_mode_before_head(cl_builder *b, cl_token *token);
bool cl_mode_in_head(cl_builder *b, cl_token *token);
bool cl_mode_in_head_noscript(cl_builder *b, cl_token *token);
bool cl_mode_after_head(cl_builder *b, cl_token *token);
bool cl_mode_in_body(cl_builder *b, cl_token *token);
bool cl_mode_text(cl_builder *b, cl_token *token);
bool cl_mode_in_table(cl_builder *b, cl_token *token);
bool cl_mode_in_table_text(cl_builder *b, cl_token *token);
bool cl_mode_in_caption(cl_builder *b, cl_token *token);
bool cl_mode_in_column_group(cl_builder *b, cl_token *token);
bool cl_mode_in_table_body(cl_builder *b, cl_token *token);
bool cl_mode_in_row(cl_builder *b, cl_token *token);
bool cl_mode_in_cell(cl_builder *b, cl_token *token);
bool cl_mode_in_template(cl_builder *b, cl_token *token);
bool cl_mode_after_body(cl_builder *b, cl_token *token);
bool cl_mode_in_frameset(cl_builder *b, cl_token *token);
bool cl_mode_after_frameset(cl_builder *b, cl_token *token);
bool cl_mode_after_after_body(cl_builder *b, cl_token *token);
bool cl_mode_after_after_frameset(cl_builder *b, cl_token *token);
bool cl_mode_foreign(cl_builder *b, cl_token *token); /* "parsing tokens in foreign content" */

/* Parts of "in body" that are files of their own. */
bool cl_in_body_start_tag(cl_builder *b, cl_token *token);
bool cl_in_body_end_tag(cl_builder *b, cl_token *token);
void cl_in_body_text(cl_builder *b, cl_token *token);
void cl_any_other_end_tag(cl_builder *b, const cl_token *token);
/* "adoption agency algorithm" for an end tag, or an <a>, <nobr> that closes one. */
void cl_adoption_agency(cl_builder *b, const cl_token *token, uint32_t tag);
/* "clear the stack back to a table (row, table body) context" */
void cl_clear_to_table(cl_builder *b, const cl_token *token);
void cl_clear_to_table_body(cl_builder *b, const cl_token *token);
void cl_clear_to_row(cl_builder *b, const cl_token *token);
/* The line feed that a <pre>, <listing> or <textarea> may begin with is not part of it. */
void cl_skip_line_feed(cl_builder *b, cl_token *token);
/* "adjusted current node" (section 13.2.4.2): in the fragment case the context element stands for the root. */
cl_open cl_adjusted_current(const cl_builder *b);
/* "MathML text integration point" and "HTML integration point" (section 13.2.6.5). */
bool cl_is_text_point(uint32_t tag, uint32_t ns);
bool cl_is_html_point(const cl_builder *b, cl_node node, uint32_t tag, uint32_t ns);
/* "adjust MathML attributes", "adjust SVG attributes", "adjust foreign attributes" of a start tag. */
void cl_adjust_attributes(cl_dom *dom, const cl_token *token, uint32_t ns);
/* "insert a foreign element" for the token; popped at once where it is self-closing. */
void cl_insert_foreign(cl_builder *b, cl_token *token, uint32_t tag, uint32_t ns);
/* <selectedcontent> of a finished tree. */
void cl_fill_selectedcontent(cl_builder *b);

#endif
