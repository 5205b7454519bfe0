#include "pages.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

void cli_pages_free(cli_pages *pages) {
    for (size_t i = 0; i < pages->count; i++)
        free(pages->at[i]);
    free(pages->at);
    *pages = (cli_pages){.at = NULL};
}

static void take(cli_pages *pages, char *path) {
    if (pages->count == pages->capacity) {
        pages->capacity = pages->capacity ? pages->capacity * 2 : 64;
        pages->at = cli_allocate(pages->at, pages->capacity * sizeof *pages->at);
    }
    pages->at[pages->count++] = path;
}

void cli_pages_add(cli_pages *pages, const char *path) {
    take(pages, cli_copy(path, strlen(path)));
}

/* Cuts one of the endings (a list ended by NULL) off. */
static size_t without(const char *name, size_t size, const char *const *endings) {
    for (; *endings; endings++) {
        const size_t ending = strlen(*endings);
        if (size > ending && strncasecmp(name + size - ending, *endings, ending) == 0)
            return size - ending;
    }
    return size;
}

static const char *const packed[] = {".gz", ".zst", ".br", NULL};
static const char *const page[] = {".html", ".htm", ".xhtml", ".xht", ".txt", NULL};

size_t cli_stem_size(const char *name) {
    return without(name, without(name, strlen(name), packed), page);
}

static bool is_page_name(const char *name) {
    const size_t size = without(name, strlen(name), packed);
    return name[0] != '.' && without(name, size, page) != size;
}

static char *join(const char *directory, const char *name) {
    const size_t a = strlen(directory), b = strlen(name);
    const bool slash = a && directory[a - 1] != '/';
    char *const path = cli_allocate(NULL, a + b + 2);
    memcpy(path, directory, a);
    if (slash)
        path[a] = '/';
    memcpy(path + a + slash, name, b + 1);
    return path;
}

static int by_name(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Adds the pages of one directory, and its directories to `todo`. */
static void read_directory(cli_pages *pages, const char *directory, cli_pages *todo) {
    DIR *const handle = opendir(directory);
    if (!handle) {
        cli_say("%s: the directory could not be read (%s)", directory, strerror(errno));
        pages->failed++;
        return;
    }
    const size_t first_page = pages->count, first_todo = todo->count;
    for (const struct dirent *entry; (entry = readdir(handle));) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        char *const path = join(directory, entry->d_name);
        struct stat about;
        if (lstat(path, &about) == 0 && S_ISDIR(about.st_mode))
            take(todo, path);
        else if (is_page_name(entry->d_name) && stat(path, &about) == 0 && S_ISREG(about.st_mode))
            take(pages, path);
        else
            free(path);
    }
    closedir(handle);
    if (pages->count > first_page)
        qsort(pages->at + first_page, pages->count - first_page, sizeof *pages->at, by_name);
    if (todo->count > first_todo)
        qsort(todo->at + first_todo, todo->count - first_todo, sizeof *todo->at, by_name);
}

void cli_pages_add_tree(cli_pages *pages, const char *path) {
    struct stat about;
    if (stat(path, &about) != 0 || !S_ISDIR(about.st_mode)) {
        cli_pages_add(pages, path);
        return;
    }
    const size_t before = pages->count, failed = pages->failed;
    cli_pages todo = {.at = NULL};
    cli_pages_add(&todo, path);
    for (size_t i = 0; i < todo.count; i++)
        read_directory(pages, todo.at[i], &todo);
    cli_pages_free(&todo);
    if (pages->count == before && pages->failed == failed) {
        cli_say(
            "%s: no pages in it (files named *.html, *.htm, *.xhtml, *.txt, and these with .gz, .zst or .br)", path);
        pages->failed++;
    }
}

/* All of a list; NULL, and errno, where it can't be read. */
static char *read_list(FILE *file, size_t *size) {
    char *text = NULL;
    size_t capacity = 0;
    *size = 0;
    do {
        if (*size + 1 >= capacity) {
            capacity = capacity ? capacity * 2 : 65536;
            text = cli_allocate(text, capacity);
        }
        *size += fread(text + *size, 1, capacity - *size - 1, file);
    } while (!feof(file) && !ferror(file));
    if (ferror(file)) {
        free(text);
        return NULL;
    }
    text[*size] = '\n';
    return text;
}

bool cli_pages_add_list(cli_pages *pages, const char *path) {
    const bool is_input = strcmp(path, "-") == 0;
    FILE *const file = is_input ? stdin : fopen(path, "r");
    size_t size;
    char *const text = file ? read_list(file, &size) : NULL;
    if (!text)
        cli_say("--files-from: %s: could not be read (%s)", is_input ? "standard input" : path, strerror(errno));
    if (file && !is_input)
        fclose(file);
    if (!text)
        return false;
    const char separator = memchr(text, '\0', size) ? '\0' : '\n';
    for (size_t at = 0; at < size;) {
        const char *const end = memchr(text + at, separator, size - at);
        size_t length = end ? (size_t)(end - text) - at : size - at;
        const size_t next = at + length + 1;
        if (separator == '\n' && length && text[at + length - 1] == '\r')
            length--;
        if (length)
            take(pages, cli_copy(text + at, length));
        at = next;
    }
    free(text);
    return true;
}
