#include "select.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

typedef struct parser {
    const char *begin, *at, *end;
    select_selector *selector;
    char *names; /* where the next one goes */
    int nesting;
    select_error *error;
} parser;

static bool fail(parser *p, const char *message) {
    if (!p->error->message)
        *p->error = (select_error){message, (size_t)(p->at - p->begin)};
    return false;
}

static bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static void skip_space(parser *p) {
    while (p->at < p->end && is_space(*p->at))
        p->at++;
}

static char peek(const parser *p) {
    return p->at < p->end ? *p->at : '\0';
}

static bool take(parser *p, char c) {
    if (peek(p) != c || p->at == p->end)
        return false;
    p->at++;
    return true;
}

static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

static bool is_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           (unsigned char)c >= 0x80;
}

static int hex(char c) {
    const char l = lower(c);
    return l >= '0' && l <= '9' ? l - '0' : l >= 'a' && l <= 'f' ? l - 'a' + 10 : -1;
}

static void put_character(parser *p, unsigned long c) {
    if (c == 0 || c > 0x10ffff || (c >= 0xd800 && c < 0xe000))
        c = 0xfffd;
    const int more = c < 0x80 ? 0 : c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    static const unsigned char leads[] = {0, 0xc0, 0xe0, 0xf0};
    *p->names++ = (char)(leads[more] | (c >> (6 * more)));
    for (int i = more - 1; i >= 0; i--)
        *p->names++ = (char)(0x80 | ((c >> (6 * i)) & 0x3f));
}

/* CSS Syntax, "Consume an escaped code point": behind the backslash. */
static void put_escaped(parser *p) {
    unsigned long c = 0;
    int digits = 0;
    for (; digits < 6 && p->at < p->end && hex(*p->at) >= 0; digits++)
        c = c * 16 + (unsigned long)hex(*p->at++);
    if (!digits) {
        if (p->at < p->end)
            *p->names++ = *p->at++;
        return;
    }
    if (p->at < p->end && is_space(*p->at))
        p->at++;
    put_character(p, c);
}

/* A name, ended by a NUL; absent with an error where there is none. */
static cutline_string read_name(parser *p) {
    char *const begin = p->names;
    while (p->at < p->end && (is_name(*p->at) || *p->at == '\\')) {
        if (*p->at != '\\')
            *p->names++ = *p->at++;
        else if (p->at++, true)
            put_escaped(p);
    }
    if (p->names == begin) {
        fail(p, "a name is missing");
        return (cutline_string){NULL, 0};
    }
    *p->names++ = '\0';
    return (cutline_string){begin, (size_t)(p->names - begin) - 1};
}

static cutline_string read_quoted(parser *p) {
    char *const begin = p->names;
    const char quote = *p->at++;
    while (p->at < p->end && *p->at != quote) {
        if (*p->at != '\\')
            *p->names++ = *p->at++;
        else if (p->at++, true)
            put_escaped(p);
    }
    if (!take(p, quote)) {
        fail(p, "a quotation mark is never closed");
        return (cutline_string){NULL, 0};
    }
    *p->names++ = '\0';
    return (cutline_string){begin, (size_t)(p->names - begin) - 1};
}

static void make_lower(cutline_string s) {
    char *const at = (char *)(uintptr_t)s.data; /* a copy of ours */
    for (size_t i = 0; i < s.size; i++)
        at[i] = lower(at[i]);
}

/* Behind "[". */
static bool read_attribute(parser *p, select_simple *s) {
    s->kind = SELECT_ATTRIBUTE;
    skip_space(p);
    const cutline_string name = read_name(p);
    if (!name.data)
        return false;
    make_lower(name);
    s->name = name.data;
    skip_space(p);
    if (take(p, ']'))
        return true;
    if (peek(p) && strchr("~|^$*", peek(p)))
        s->op = *p->at++;
    if (!take(p, '='))
        return fail(p, "an attribute is [name], [name=value] or one of ~= |= ^= $= *=");
    s->op = s->op ? s->op : '=';
    skip_space(p);
    s->value = peek(p) == '"' || peek(p) == '\'' ? read_quoted(p) : read_name(p);
    if (!s->value.data)
        return false;
    skip_space(p);
    if (lower(peek(p)) == 'i' || lower(peek(p)) == 's') {
        s->fold = lower(*p->at++) == 'i';
        skip_space(p);
    }
    return take(p, ']') || fail(p, "a ] is missing");
}

static bool read_number(parser *p, long *value) {
    const char *const begin = p->at;
    *value = 0;
    while (p->at < p->end && *p->at >= '0' && *p->at <= '9') {
        *value = *value > INT_MAX / 10 ? INT_MAX / 10 : *value * 10 + (*p->at - '0');
        p->at++;
    }
    return p->at > begin;
}

static bool take_word(parser *p, const char *word) {
    const size_t size = strlen(word);
    if ((size_t)(p->end - p->at) < size)
        return false;
    for (size_t i = 0; i < size; i++)
        if (lower(p->at[i]) != word[i])
            return false;
    p->at += size;
    return true;
}

/* CSS Syntax, "The An+B microsyntax", and the bracket behind it. */
static bool read_nth(parser *p, select_simple *s) {
    static const char wrong[] = "in the brackets stands a number, odd, even, or something like 2n+1";
    skip_space(p);
    if (take_word(p, "odd") || take_word(p, "even")) {
        s->a = 2;
        s->b = lower(p->at[-1]) == 'd';
    } else {
        const long sign = take(p, '-') ? -1 : (take(p, '+'), 1);
        const bool number = read_number(p, &s->b);
        if (lower(peek(p)) == 'n') {
            p->at++;
            s->a = sign * (number ? s->b : 1);
            s->b = 0;
            skip_space(p);
            const char second = peek(p);
            if (second == '+' || second == '-') {
                p->at++;
                skip_space(p);
                if (!read_number(p, &s->b))
                    return fail(p, wrong);
                s->b *= second == '-' ? -1 : 1;
            }
        } else if (number) {
            s->b *= sign;
        } else {
            return fail(p, wrong);
        }
    }
    skip_space(p);
    return take(p, ')') || fail(p, wrong);
}

static bool read_list(parser *p, uint64_t *finals, char closing);

static bool read_inner(parser *p, select_simple *s, select_kind kind) {
    s->kind = kind;
    if (p->nesting == SELECT_NESTING)
        return fail(p, "too many brackets in one another");
    p->nesting++;
    const bool good = read_list(p, &s->bits, ')');
    p->nesting--;
    return good && (take(p, ')') || fail(p, "a ) is missing"));
}

/* Pseudo-classes without brackets that are :nth-...() of something. */
static bool set_first(const char *name, select_simple *s) {
    static const struct {
        const char *name;
        bool last, of_type;
    } names[] = {{"first-child", false, false}, {"last-child", true, false}, {"first-of-type", false, true},
        {"last-of-type", true, true}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(name, names[i].name) == 0) {
            *s = (select_simple){.kind = SELECT_NTH, .b = 1, .last = names[i].last, .of_type = names[i].of_type};
            return true;
        }
    return false;
}

static bool set_nth(const char *name, select_simple *s) {
    if (strncmp(name, "nth-", 4) != 0)
        return false;
    name += 4;
    *s = (select_simple){.kind = SELECT_NTH, .last = strncmp(name, "last-", 5) == 0};
    name += s->last ? 5 : 0;
    s->of_type = strcmp(name, "of-type") == 0;
    return s->of_type || strcmp(name, "child") == 0;
}

/* Behind ":". One pseudo-class may be two simples: those with "only". */
static bool read_pseudo(parser *p, select_simple *s, size_t *count) {
    const char *const begin = p->at;
    const cutline_string given = read_name(p);
    if (!given.data)
        return false;
    make_lower(given);
    const char *const name = given.data;
    const bool brackets = take(p, '(');
    *count = 1;
    if (brackets && (strcmp(name, "is") == 0 || strcmp(name, "where") == 0))
        return read_inner(p, s, SELECT_IS);
    if (brackets && strcmp(name, "not") == 0)
        return read_inner(p, s, SELECT_NOT);
    if (brackets && set_nth(name, s))
        return read_nth(p, s);
    if (!brackets && set_first(name, s))
        return true;
    if (!brackets && (strcmp(name, "only-child") == 0 || strcmp(name, "only-of-type") == 0)) {
        s[0] = (select_simple){.kind = SELECT_NTH, .b = 1, .of_type = name[5] == 'o'};
        s[1] = (select_simple){.kind = SELECT_NTH, .b = 1, .of_type = name[5] == 'o', .last = true};
        *count = 2;
        return true;
    }
    if (!brackets && (strcmp(name, "empty") == 0 || strcmp(name, "root") == 0)) {
        s->kind = *name == 'e' ? SELECT_EMPTY : SELECT_ROOT;
        return true;
    }
    p->at = begin;
    return fail(p, "there is no such pseudo-class here: there are is, where, not, nth-child and its like, first-child "
                   "and its like, empty, root");
}

/* One simple selector, or two; `*count` 0 where none begins here. */
static bool read_simple(parser *p, select_simple *s, size_t *count, bool is_first) {
    memset(s, 0, 2 * sizeof *s);
    *count = 1;
    if (is_first && take(p, '*')) {
        *count = 0;
        return true;
    }
    if (take(p, '#') || take(p, '.')) {
        s->kind = p->at[-1] == '#' ? SELECT_ID : SELECT_CLASS;
        s->value = read_name(p);
        return s->value.data != NULL;
    }
    if (take(p, '['))
        return read_attribute(p, s);
    if (take(p, ':'))
        return read_pseudo(p, s, count);
    if (is_first && (is_name(peek(p)) || peek(p) == '\\')) {
        s->kind = SELECT_TYPE;
        s->value = read_name(p);
        return s->value.data != NULL;
    }
    return fail(p, "a selector is missing");
}

/* A compound, whose number comes back; -1 with an error. */
static int read_compound(parser *p, int before, char combinator) {
    enum { HERE = 32 };
    select_simple here[HERE + 2];
    select_selector *const s = p->selector;
    size_t count = 0;
    bool is_first = true;
    do {
        size_t more;
        if (!read_simple(p, here + count, &more, is_first))
            return -1;
        count += more;
        is_first = false;
    } while (count < HERE && peek(p) && strchr("#.[:", peek(p)));
    if (count >= HERE || s->compound_count == SELECT_COMPOUNDS || s->simple_count + count > SELECT_SIMPLES) {
        fail(p, "the selector is too long");
        return -1;
    }
    for (size_t i = 0; i < count; i++) {
        s->siblings |= here[i].kind == SELECT_NTH;
        s->types |= here[i].of_type;
    }
    s->siblings |= combinator == '+' || combinator == '~';
    if (count)
        memcpy(s->simples + s->simple_count, here, count * sizeof *here);
    s->compounds[s->compound_count] = (select_compound){s->simple_count, count, before, combinator};
    s->simple_count += count;
    return (int)s->compound_count++;
}

/* Compounds with combinators between, up to a comma, the closing bracket or the end. */
static bool read_complex(parser *p, uint64_t *finals, char closing) {
    int last = -1;
    char combinator = ' ';
    skip_space(p);
    do {
        last = read_compound(p, last, combinator);
        if (last < 0)
            return false;
        const char *const end = p->at;
        skip_space(p);
        combinator = ' ';
        if (peek(p) && strchr(">+~", peek(p))) {
            combinator = *p->at++;
            skip_space(p);
        } else if (p->at == end && p->at < p->end && peek(p) != ',' && peek(p) != closing) {
            return fail(p, "this can't stand here");
        }
    } while (combinator != ' ' || (p->at < p->end && peek(p) != ',' && peek(p) != closing));
    *finals |= UINT64_C(1) << last;
    return true;
}

static bool read_list(parser *p, uint64_t *finals, char closing) {
    do {
        if (!read_complex(p, finals, closing))
            return false;
    } while (take(p, ','));
    return true;
}

select_selector *select_parse(const char *text, size_t size, select_error *error) {
    *error = (select_error){NULL, 0};
    select_selector *const selector = calloc(1, sizeof *selector);
    /* No name is longer than what it is written as, but for its NUL and for U+FFFD, which a "\0" becomes. */
    char *const names = selector && size < SIZE_MAX / 4 ? malloc(3 * size + 1) : NULL;
    if (!names) {
        free(selector);
        return NULL;
    }
    selector->names = names;
    parser p = {.begin = text, .at = text, .end = text + size, .selector = selector, .names = names, .error = error};
    if (read_list(&p, &selector->finals, '\0') && (p.at == p.end || fail(&p, "this can't stand here")))
        return selector;
    select_free(selector);
    return NULL;
}

void select_free(select_selector *selector) {
    if (selector)
        free(selector->names);
    free(selector);
}
