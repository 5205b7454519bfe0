#include "select.h"

#include <stdlib.h>
#include <string.h>

/* The children of one element, as far as the walk has come. */
typedef struct level {
    uint64_t parent, ancestors; /* bits at the element they are children of, and at all above and it */
    uint64_t last, earlier;     /* bits at the element before, and at all before */
    uint32_t index, total;      /* of the element at hand, from 1; of all, 0 where they were not counted yet */
} level;

/* How many elements of one type an element has as children, and how many of them were met. */
typedef struct type_count {
    cutline_node parent; /* 0: free */
    cutline_string name;
    uint32_t seen, total;
} type_count;

typedef struct matcher {
    const select_selector *selector;
    const cutline_tree *tree;
    bool quirks; /* the case of classes and ids does not matter */
    level *levels;
    size_t depth, capacity; /* the level at hand is levels[depth - 1] */
    type_count *counts;     /* open addressing */
    size_t count_used, count_capacity;
} matcher;

static bool push(matcher *m, uint64_t parent, uint64_t ancestors) {
    if (m->depth == m->capacity) {
        const size_t capacity = m->capacity ? 2 * m->capacity : 64; /* the depth of a tree is limited */
        level *const levels = realloc(m->levels, capacity * sizeof *levels);
        if (!levels)
            return false;
        m->levels = levels;
        m->capacity = capacity;
    }
    m->levels[m->depth++] = (level){.parent = parent, .ancestors = ancestors};
    return true;
}

static bool is_element(const matcher *m, cutline_node node) {
    return cutline_node_get_type(m->tree, node) == CUTLINE_NODE_ELEMENT;
}

static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

static bool equal(const char *a, const char *b, size_t size, bool fold) {
    if (!fold)
        return size == 0 || memcmp(a, b, size) == 0; /* memcmp() takes no NULL */
    for (size_t i = 0; i < size; i++)
        if (lower(a[i]) != lower(b[i]))
            return false;
    return true;
}

static bool same(cutline_string a, cutline_string b, bool fold) {
    return a.size == b.size && equal(a.data, b.data, a.size, fold);
}

/* Counts of types. */

static size_t slot_of(const matcher *m, cutline_node parent, cutline_string name) {
    uint64_t hash = UINT64_C(1469598103934665603) ^ parent; /* FNV-1a */
    for (size_t i = 0; i < name.size; i++)
        hash = (hash ^ (unsigned char)name.data[i]) * UINT64_C(1099511628211);
    size_t at = (size_t)(hash ^ (hash >> 29)) & (m->count_capacity - 1);
    while (m->counts[at].parent && (m->counts[at].parent != parent || !same(m->counts[at].name, name, false)))
        at = (at + 1) & (m->count_capacity - 1);
    return at;
}

static bool grow_counts(matcher *m) {
    type_count *const old = m->counts;
    const size_t old_capacity = m->count_capacity, capacity = old_capacity ? 2 * old_capacity : 64;
    type_count *const counts = calloc(capacity, sizeof *counts);
    if (!counts)
        return false;
    m->counts = counts;
    m->count_capacity = capacity;
    for (size_t i = 0; i < old_capacity; i++)
        if (old[i].parent)
            counts[slot_of(m, old[i].parent, old[i].name)] = old[i];
    free(old);
    return true;
}

/* The count of an element's type among its siblings; NULL where there is no memory. */
static type_count *count_of(matcher *m, cutline_node parent, cutline_node node) {
    if (2 * (m->count_used + 1) > m->count_capacity && !grow_counts(m))
        return NULL;
    const cutline_string name = cutline_node_name(m->tree, node);
    type_count *const count = &m->counts[slot_of(m, parent, name)];
    if (!count->parent) {
        *count = (type_count){.parent = parent, .name = name};
        m->count_used++;
    }
    return count;
}

/* Takes note of the next element of the level; the first one has all its siblings counted. */
static bool meet(matcher *m, cutline_node node) {
    level *const l = &m->levels[m->depth - 1];
    const cutline_node parent = cutline_node_parent(m->tree, node);
    if (!m->selector->siblings)
        return true;
    for (cutline_node n = l->total ? 0 : cutline_node_first_child(m->tree, parent); n;
         n = cutline_node_next(m->tree, n)) {
        if (!is_element(m, n))
            continue;
        l->total++;
        type_count *const count = m->selector->types ? count_of(m, parent, n) : NULL;
        if (m->selector->types && !count)
            return false;
        if (count)
            count->total++;
    }
    l->index++;
    type_count *const count = m->selector->types ? count_of(m, parent, node) : NULL;
    if (count)
        count->seen++;
    return count || !m->selector->types;
}

/* Simple selectors. */

static bool is_nth(matcher *m, const select_simple *s, cutline_node node) {
    const level *const l = &m->levels[m->depth - 1];
    long seen = l->index, total = l->total;
    if (s->of_type) { /* it was met: no memory is needed */
        const type_count *const count =
            &m->counts[slot_of(m, cutline_node_parent(m->tree, node), cutline_node_name(m->tree, node))];
        seen = count->seen;
        total = count->total;
    }
    const long steps = (s->last ? total - seen + 1 : seen) - s->b;
    return s->a ? steps % s->a == 0 && steps / s->a >= 0 : steps == 0;
}

static bool has_word(cutline_string list, cutline_string word, bool fold) {
    size_t at = 0;
    while (at < list.size) {
        const size_t begin = at;
        while (at < list.size && !strchr(" \t\n\r\f", list.data[at]))
            at++;
        if (at > begin && same((cutline_string){list.data + begin, at - begin}, word, fold))
            return true;
        at++;
    }
    return false;
}

static bool holds(cutline_string text, cutline_string part, bool fold) {
    for (size_t at = 0; at + part.size <= text.size; at++)
        if (equal(text.data + at, part.data, part.size, fold))
            return true;
    return false;
}

static bool is_attribute(const select_simple *s, cutline_string have) {
    const cutline_string want = s->value;
    if (!have.data)
        return false;
    if (!s->op)
        return true;
    const bool begins = have.size >= want.size && equal(have.data, want.data, want.size, s->fold);
    switch (s->op) {
    case '=':
        return same(have, want, s->fold);
    case '~':
        return has_word(have, want, s->fold);
    case '|':
        return begins && (have.size == want.size || have.data[want.size] == '-');
    case '^':
        return want.size && begins;
    case '$':
        return want.size && have.size >= want.size &&
               equal(have.data + have.size - want.size, want.data, want.size, s->fold);
    default:
        return want.size && holds(have, want, s->fold);
    }
}

static bool is_empty(const matcher *m, cutline_node node) {
    cutline_node n = cutline_node_first_child(m->tree, node);
    while (n && cutline_node_get_type(m->tree, n) == CUTLINE_NODE_COMMENT)
        n = cutline_node_next(m->tree, n);
    return !n;
}

static bool matches_simple(matcher *m, const select_simple *s, cutline_node node, uint64_t bits) {
    switch (s->kind) {
    case SELECT_TYPE:
        return same(cutline_node_name(m->tree, node), s->value, true);
    case SELECT_ID:
        return same(cutline_node_attribute(m->tree, node, "id"), s->value, m->quirks);
    case SELECT_CLASS:
        return has_word(cutline_node_attribute(m->tree, node, "class"), s->value, m->quirks);
    case SELECT_ATTRIBUTE:
        return is_attribute(s, cutline_node_attribute(m->tree, node, s->name));
    case SELECT_NTH:
        return is_nth(m, s, node);
    case SELECT_EMPTY:
        return is_empty(m, node);
    case SELECT_ROOT:
        return cutline_node_parent(m->tree, node) == cutline_tree_root(m->tree);
    case SELECT_IS:
        return (bits & s->bits) != 0;
    case SELECT_NOT:
        return (bits & s->bits) == 0;
    }
    return false;
}

/* Whether what stands before a compound matched where its combinator says. */
static bool may_follow(const level *l, const select_compound *c) {
    if (c->before < 0)
        return true;
    const uint64_t where = c->combinator == ' '   ? l->ancestors
                           : c->combinator == '>' ? l->parent
                           : c->combinator == '+' ? l->last
                                                  : l->earlier;
    return where >> c->before & 1;
}

/* The bits at the next element of the level. False where there is no memory. */
static bool match(matcher *m, cutline_node node, uint64_t *bits) {
    const select_selector *const s = m->selector;
    if (!meet(m, node))
        return false;
    level *const l = &m->levels[m->depth - 1];
    *bits = 0;
    for (size_t i = 0; i < s->compound_count; i++) {
        const select_compound *const c = &s->compounds[i];
        bool good = may_follow(l, c);
        for (size_t j = c->first; good && j < c->first + c->count; j++)
            good = matches_simple(m, &s->simples[j], node, *bits);
        *bits |= (uint64_t)good << i;
    }
    l->earlier |= *bits;
    l->last = *bits;
    return true;
}

/* Walks. */

/* Matches `node` after the elements before it, where these matter. Its level is the one at hand. */
static bool match_in_line(matcher *m, cutline_node node, uint64_t *bits) {
    cutline_node n =
        m->selector->siblings ? cutline_node_first_child(m->tree, cutline_node_parent(m->tree, node)) : node;
    for (; n != node; n = cutline_node_next(m->tree, n))
        if (is_element(m, n) && !match(m, n, bits))
            return false;
    return match(m, node, bits);
}

/* Pushes the levels from the root down to the one of `node`'s children, and gives the bits at `node`. */
static bool descend(matcher *m, cutline_node node, uint64_t *bits) {
    size_t count = 0, capacity = 0;
    cutline_node *path = NULL;
    bool good = true;
    for (cutline_node n = node; good && n; n = cutline_node_parent(m->tree, n)) {
        if (count == capacity) {
            capacity = capacity ? 2 * capacity : 64;
            cutline_node *const more = realloc(path, capacity * sizeof *path);
            good = more != NULL;
            path = good ? more : path;
        }
        if (good)
            path[count++] = n;
    }
    *bits = 0;
    uint64_t above = 0;
    good = good && push(m, 0, 0);
    while (good && count) {
        const cutline_node n = path[--count];
        uint64_t here = 0;
        if (is_element(m, n))
            good = match_in_line(m, n, &here);
        *bits = here;
        above |= here;
        good = good && push(m, here, above);
    }
    free(path);
    return good;
}

static void begin(matcher *m, const select_selector *selector, const cutline_tree *tree) {
    *m = (matcher){.selector = selector, .tree = tree, .quirks = cutline_tree_quirks(tree) == 1};
}

static void end(matcher *m) {
    free(m->levels);
    free(m->counts);
}

/* The children of a template are another document. */
static cutline_node child_of(const matcher *m, cutline_node node) {
    const cutline_node child = cutline_node_first_child(m->tree, node);
    return child && cutline_node_get_type(m->tree, child) != CUTLINE_NODE_CONTENT ? child : 0;
}

static bool walk(matcher *m, cutline_node scope, select_found found, void *user) {
    cutline_node node = child_of(m, scope);
    const size_t top = m->depth;
    while (node) {
        cutline_node child = 0;
        if (is_element(m, node)) {
            uint64_t bits;
            if (!match(m, node, &bits))
                return false;
            if (bits & m->selector->finals && !found(user, node))
                return true;
            child = child_of(m, node);
            if (child && !push(m, bits, m->levels[m->depth - 1].ancestors | bits))
                return false;
        }
        while (!child && !(child = cutline_node_next(m->tree, node)) && m->depth > top) {
            m->depth--;
            node = cutline_node_parent(m->tree, node);
        }
        node = child;
    }
    return true;
}

bool select_find(
    const select_selector *selector, const cutline_tree *tree, cutline_node scope, select_found found, void *user) {
    matcher m;
    uint64_t bits;
    begin(&m, selector, tree);
    const bool good = descend(&m, scope, &bits) && walk(&m, scope, found, user);
    end(&m);
    return good;
}

bool select_matches(const select_selector *selector, const cutline_tree *tree, cutline_node node, bool *matches) {
    matcher m;
    uint64_t bits = 0;
    begin(&m, selector, tree);
    const bool good = descend(&m, node, &bits);
    *matches = (bits & selector->finals) != 0;
    end(&m);
    return good;
}
