/* One thing done for each page that a command line names: what `blocks` and `features` have in common. */
#ifndef CLI_EACH_H
#define CLI_EACH_H

#include "options.h"
#include "pages.h"
#include "sink.h"

typedef struct cli_each {
    const char *command;
    const cli_option *options;
    void (*help)(void);
    /* Takes an option of the command's own; false where it is wrong, and the user has been told. */
    bool (*take)(struct cli_each *each, int id, const char *value);
    /* Writes what there is of a record to the sink; not 0 where it could not be written. */
    int (*write)(struct cli_each *each, const cutline_record *record);
    /* Looks at the command line when it is read; false where it is wrong, and the user has been told. NULL: no need. */
    bool (*check)(const struct cli_each *each);
    const char *ending; /* of files in a directory; NULL: "json" */
    bool features;      /* records keep them */
    int chosen;         /* by the command's own options */
    void *own;          /* whatever else they say */

    cutline_context *context;
    cutline_options *settings;
    const char *output;
    cli_pages pages;
    cli_sink sink;
    size_t written;
    bool input_is_list;
    bool failed, write_failed;
} cli_each;

/* Options that all of them have; those of a command's own are from CLI_EACH_OWN on. */
enum { CLI_EACH_HELP = 1, CLI_EACH_OUTPUT, CLI_EACH_FILES_FROM, CLI_EACH_ENCODING, CLI_EACH_KIND, CLI_EACH_OWN };

#define CLI_EACH_OPTIONS                                                                                               \
    {CLI_EACH_OUTPUT, 'o', "output", "FILE", "write to a file"},                                                       \
        {CLI_EACH_FILES_FROM, 0, "files-from", "FILE",                                                                 \
            "read the names of pages from a file (- for standard input), one a\n"                                      \
            "line, or parted by NULs as find -print0 does"},                                                           \
        {CLI_EACH_KIND, 0, "kind", "KIND", "html, text (a page flattened to text already) or auto (the default)"},     \
        {CLI_EACH_ENCODING, 0, "encoding", "LABEL", "the encoding of the pages, whatever they say themselves"},        \
        {CLI_EACH_HELP, 'h', "help", NULL, "this help"}, {                                                             \
        0, 0, NULL, NULL, NULL                                                                                         \
    }

/* Reads the command line and does it all; the exit status. */
int cli_each_run(cli_each *each, int count, char **arguments);

#endif
