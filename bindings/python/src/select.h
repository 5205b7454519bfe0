/* CSS selectors (W3C Selectors Level 4) over parsed pages.
 *
 * In: a selector and a tree. Out: the elements that match, in the order of the page. Nothing here needs the
 * interpreter.
 *
 * A selector is a list of compounds ("a.b:not(.c)") with combinators between. Each compound is a bit: at an element the
 * bit is set where the compound matches there and what stands before it matched where its combinator says. One walk
 * from the root hands down which bits were set at ancestors and at elements before, so that nothing is tried twice:
 * the time is the number of elements times that of compounds. What stands in :is() and :not() has bits of its own. */
#ifndef CUTLINE_PYTHON_SELECT_H
#define CUTLINE_PYTHON_SELECT_H

#include <cutline.h>
#include <stdbool.h>

enum {
    SELECT_COMPOUNDS = 64, /* the bits there are */
    SELECT_SIMPLES = 256,  /* parts of all compounds together */
    SELECT_NESTING = 8     /* of :is() and :not() in one another */
};

typedef enum select_kind {
    SELECT_TYPE,
    SELECT_ID,
    SELECT_CLASS,
    SELECT_ATTRIBUTE,
    SELECT_NTH, /* :nth-child() and its like, :first-child and so on */
    SELECT_EMPTY,
    SELECT_ROOT,
    SELECT_IS,
    SELECT_NOT
} select_kind;

typedef struct select_simple {
    select_kind kind;
    const char *name; /* ended by a NUL, as cutline_node_attribute() wants it */
    cutline_string value;
    char op;   /* of an attribute: 0 (is there), '=', '~', '|', '^', '$', '*' */
    bool fold; /* the case of ASCII letters does not matter */
    bool last, of_type;
    long a, b;     /* of SELECT_NTH: an+b */
    uint64_t bits; /* of SELECT_IS and _NOT: any of these */
} select_simple;

typedef struct select_compound {
    size_t first, count; /* of its simples */
    int before;          /* the compound that its combinator leads to; -1 where it begins a selector */
    char combinator;     /* ' ', '>', '+', '~' */
} select_compound;

typedef struct select_selector {
    size_t compound_count, simple_count;
    select_compound compounds[SELECT_COMPOUNDS]; /* inner ones before those that they stand in */
    select_simple simples[SELECT_SIMPLES];
    uint64_t finals; /* the bits that stand for the whole */
    bool siblings;   /* it matters what stands before or behind an element */
    bool types;      /* and of which type that is */
    char *names;     /* what the strings point into */
} select_selector;

/* What is wrong with a selector, and at which byte. */
typedef struct select_error {
    const char *message;
    size_t offset;
} select_error;

/* Reads a selector; NULL with `error` filled in, whose message is NULL where there is no memory. */
select_selector *select_parse(const char *text, size_t size, select_error *error);
void select_free(select_selector *selector);

/* Called for each element that matches; false stops the walk. */
typedef bool (*select_found)(void *user, cutline_node node);

/* Finds the elements below `scope` that match. False where there is no memory. */
bool select_find(
    const select_selector *selector, const cutline_tree *tree, cutline_node scope, select_found found, void *user);
/* Whether the element itself matches, in `*matches`. False where there is no memory. */
bool select_matches(const select_selector *selector, const cutline_tree *tree, cutline_node node, bool *matches);

#endif
