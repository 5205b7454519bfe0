/* Names for the files of `-o DIRECTORY/`, one a page, none twice. */
#ifndef CLI_NAMES_H
#define CLI_NAMES_H

#include "cli.h"

typedef struct cli_names {
    struct cli_name *slots; /* hash table; its size is a power of two */
    size_t size;
    size_t count;
} cli_names;

void cli_names_free(cli_names *names);
/* A name, the caller's to free, after the page's: "story" of "a/story.html.gz"; "story-2" for the second page that is
 * called so. `taken` says that a name can't be used, whatever has been given out. */
char *cli_names_make(cli_names *names, const char *page, bool (*taken)(void *user, const char *name), void *user);

#endif
