#include "names.h"

#include "pages.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Longer names are cut, so that an ending and a number still fit into the 255 bytes of a file's name. */
#define STEM_MAX 200

struct cli_name {
    char *text;
    size_t used; /* how many pages were called so */
};

static size_t hash(const char *text) {
    uint64_t h = 14695981039346656037u; /* FNV-1a */
    for (; *text; text++)
        h = (h ^ (unsigned char)*text) * 1099511628211u;
    return (size_t)(h ^ h >> 32);
}

static struct cli_name *slot(const cli_names *names, const char *text) {
    size_t i = hash(text) & (names->size - 1);
    while (names->slots[i].text && strcmp(names->slots[i].text, text) != 0)
        i = (i + 1) & (names->size - 1);
    return &names->slots[i];
}

static void grow(cli_names *names) {
    if (names->count * 2 < names->size)
        return;
    const cli_names old = *names;
    names->size = old.size ? old.size * 2 : 1024;
    names->slots = cli_allocate(NULL, names->size * sizeof *names->slots);
    memset(names->slots, 0, names->size * sizeof *names->slots);
    for (size_t i = 0; i < old.size; i++)
        if (old.slots[i].text)
            *slot(names, old.slots[i].text) = old.slots[i];
    free(old.slots);
}

/* The entry of a name, made where there is none. It moves with the next call. */
static struct cli_name *entry(cli_names *names, const char *text) {
    grow(names);
    struct cli_name *const found = slot(names, text);
    if (!found->text) {
        found->text = cli_copy(text, strlen(text));
        names->count++;
    }
    return found;
}

void cli_names_free(cli_names *names) {
    for (size_t i = 0; i < names->size; i++)
        free(names->slots[i].text);
    free(names->slots);
    *names = (cli_names){.slots = NULL};
}

static char *stem_of(const char *page) {
    if (strcmp(page, "-") == 0)
        return cli_copy("stdin", 5);
    const char *const slash = strrchr(page, '/');
    const char *const name = slash ? slash + 1 : page;
    size_t size = cli_stem_size(name);
    if (size == 0)
        return cli_copy("page", 4);
    if (size > STEM_MAX) {
        size = STEM_MAX;
        while (size > 1 && ((unsigned char)name[size] & 0xc0u) == 0x80u) /* not within a UTF-8 character */
            size--;
    }
    return cli_copy(name, size);
}

char *cli_names_make(cli_names *names, const char *page, bool (*taken)(void *user, const char *name), void *user) {
    char *const stem = stem_of(page);
    const size_t room = strlen(stem) + 24;
    char *const name = cli_allocate(NULL, room);
    for (;;) {
        const size_t number = ++entry(names, stem)->used;
        if (number == 1)
            snprintf(name, room, "%s", stem);
        else
            snprintf(name, room, "%s-%zu", stem, number);
        struct cli_name *const e = entry(names, name);
        const bool is_new = number == 1 || e->used == 0;
        if (number > 1 && is_new)
            e->used = 1;
        if (is_new && !taken(user, name))
            break;
    }
    free(stem);
    return name;
}
