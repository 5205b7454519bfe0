/* The pages that a command line names: files, lists of files, directories. */
#ifndef CLI_PAGES_H
#define CLI_PAGES_H

#include "cli.h"

typedef struct cli_pages {
    char **at; /* paths, in the order given */
    size_t count;
    size_t capacity;
    size_t failed; /* arguments that gave no page; the user has been told */
} cli_pages;

void cli_pages_free(cli_pages *pages);
void cli_pages_add(cli_pages *pages, const char *path);
/* All pages under a directory, however deep: level by level, in the order of their names (by bytes). Links to
 * directories are not followed. A path that is no directory is added as it is. */
void cli_pages_add_tree(cli_pages *pages, const char *path);
/* The paths in a list ("-": standard input), one a line, or parted by NULs where there is one. false, and the user has
 * been told, where it can't be read. */
bool cli_pages_add_list(cli_pages *pages, const char *path);

/* Size of a file name without the endings that a page has: "a.html.gz" is 1. */
size_t cli_stem_size(const char *name);

#endif
