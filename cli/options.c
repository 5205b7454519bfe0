#include "options.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WORD_MAX  32 /* longer ones are nobody's typing errors */
#define NAMES_MAX 48

/* Levenshtein's distance of two short words. */
static unsigned distance(const char *a, const char *b) {
    unsigned row[WORD_MAX + 1];
    const size_t size = strlen(b);
    for (unsigned j = 0; j <= size; j++)
        row[j] = j;
    for (unsigned i = 1; a[i - 1]; i++) {
        unsigned diagonal = row[0];
        row[0] = i;
        for (unsigned j = 1; j <= size; j++) {
            const unsigned above = row[j], changed = diagonal + (a[i - 1] != b[j - 1]);
            unsigned best = above < row[j - 1] ? above + 1 : row[j - 1] + 1;
            if (changed < best)
                best = changed;
            diagonal = above;
            row[j] = best;
        }
    }
    return row[size];
}

const char *cli_nearest(const char *word, const char *const *words) {
    const size_t size = strlen(word);
    const char *best = NULL;
    unsigned least = WORD_MAX;
    if (size > WORD_MAX || size < 2)
        return NULL;
    for (; *words; words++) {
        /* The beginning of a word counts as one error, however much is missing. */
        const unsigned far = strncmp(word, *words, size) == 0 ? 1 : distance(word, *words);
        if (far < least) {
            least = far;
            best = *words;
        }
    }
    return least <= 1 + size / 4 ? best : NULL;
}

int cli_usage(const char *command) {
    if (*command)
        fprintf(stderr, "See: cutline help %s\n", command);
    else
        fputs("See: cutline help\n", stderr);
    return CLI_USAGE;
}

static int unknown(const cli_arguments *a, const char *name) {
    const char *names[NAMES_MAX] = {NULL};
    size_t count = 0;
    for (const cli_option *o = a->options; o->id && count + 1 < NAMES_MAX; o++)
        names[count++] = o->name;
    const char *const near = cli_nearest(name, names);
    if (near)
        cli_say("%s: there is no option --%s; did you mean --%s?", a->command, name, near);
    else
        cli_say("%s: there is no option --%s", a->command, name);
    fputs("Options:", stderr);
    for (size_t i = 0; i < count; i++)
        fprintf(stderr, " --%s", names[i]);
    fputc('\n', stderr);
    return CLI_BAD;
}

static int take_value(cli_arguments *a, const cli_option *o, const char *attached) {
    a->value = attached;
    if (o->value && !attached) {
        if (a->next >= a->count) {
            cli_say("%s: --%s needs a value: --%s %s", a->command, o->name, o->name, o->value);
            return CLI_BAD;
        }
        a->value = a->at[a->next++];
    } else if (!o->value && attached) {
        cli_say("%s: --%s takes no value", a->command, o->name);
        return CLI_BAD;
    }
    return o->id;
}

static int long_option(cli_arguments *a, const char *text) {
    const char *const equals = strchr(text, '=');
    const size_t size = equals ? (size_t)(equals - text) : strlen(text);
    for (const cli_option *o = a->options; o->id; o++)
        if (strlen(o->name) == size && memcmp(o->name, text, size) == 0)
            return take_value(a, o, equals ? equals + 1 : NULL);
    char *const name = cli_copy(text, size);
    const int result = unknown(a, name);
    free(name);
    return result;
}

static int short_option(cli_arguments *a) {
    const char letter = *a->letters++;
    const char *const rest = *a->letters ? a->letters : NULL;
    if (!rest)
        a->letters = NULL;
    for (const cli_option *o = a->options; o->id; o++) {
        if (o->letter != letter)
            continue;
        if (!o->value)
            return take_value(a, o, NULL);
        a->letters = NULL;
        return take_value(a, o, rest);
    }
    cli_say("%s: there is no option -%c", a->command, letter);
    fputs("Options:", stderr);
    for (const cli_option *o = a->options; o->id; o++)
        if (o->letter)
            fprintf(stderr, " -%c (--%s)", o->letter, o->name);
    fputc('\n', stderr);
    return CLI_BAD;
}

int cli_next(cli_arguments *a) {
    if (a->letters)
        return short_option(a);
    if (a->next >= a->count)
        return CLI_END;
    const char *const text = a->at[a->next++];
    if (a->only_operands || text[0] != '-' || !text[1]) {
        a->value = text;
        return CLI_OPERAND;
    }
    if (text[1] != '-') {
        a->letters = text + 1;
        return short_option(a);
    }
    if (!text[2]) {
        a->only_operands = true;
        return cli_next(a);
    }
    return long_option(a, text + 2);
}

bool cli_choose(const char *command, const char *option, const char *name, const cli_choice *choices, int *value) {
    const char *names[NAMES_MAX] = {NULL};
    size_t count = 0;
    for (const cli_choice *c = choices; c->name && count + 1 < NAMES_MAX; c++) {
        if (strcmp(c->name, name) == 0) {
            *value = c->value;
            return true;
        }
        names[count++] = c->name;
    }
    const char *const near = cli_nearest(name, names);
    cli_say("%s: --%s has no '%s'%s%s%s", command, option, name, near ? "; did you mean '" : "", near ? near : "",
        near ? "'?" : "");
    fputs("There is:", stderr);
    for (size_t i = 0; i < count; i++)
        fprintf(stderr, " %s", names[i]);
    fputc('\n', stderr);
    return false;
}

/* A number with K, M or G (powers of 1024) after it. */
static bool number(const char *text, uint64_t *value) {
    static const char units[] = "KMG";
    char *end;
    errno = 0;
    *value = strtoull(text, &end, 10);
    if (errno || end == text || *text < '0' || *text > '9')
        return false;
    if (!*end)
        return true;
    const char *const unit = strchr(units, *end);
    const unsigned shift = unit ? 10u * (unsigned)(unit - units + 1) : 0;
    if (!unit || end[1] || *value > UINT64_MAX >> shift)
        return false;
    *value <<= shift;
    return true;
}

bool cli_set_limit(const char *command, const char *text, cutline_options *options) {
    static const cli_choice limits[] = {{"page-bytes", CUTLINE_LIMIT_PAGE_BYTES},
        {"unpack-ratio", CUTLINE_LIMIT_UNPACK_RATIO}, {"tree-depth", CUTLINE_LIMIT_TREE_DEPTH},
        {"tree-nodes", CUTLINE_LIMIT_TREE_NODES}, {NULL, 0}};
    const char *const equals = strchr(text, '=');
    uint64_t value;
    int limit;
    char *const name = cli_copy(text, equals ? (size_t)(equals - text) : strlen(text));
    const bool known = cli_choose(command, "limit", name, limits, &limit);
    free(name);
    if (!known)
        return false;
    if (!equals || !number(equals + 1, &value) ||
        cutline_options_set_limit(options, (cutline_limit)limit, value) != CUTLINE_OK) {
        cli_say("%s: --limit is NAME=NUMBER, like page-bytes=100M; '%s' is not, or is too much", command, text);
        return false;
    }
    return true;
}
