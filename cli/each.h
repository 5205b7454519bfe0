/* One thing done for each page that a command line names: what `blocks` and `features` have in common. */
#ifndef CLI_EACH_H
#define CLI_EACH_H

#include "manual.h"
#include "options.h"
#include "pages.h"
#include "sink.h"

typedef struct cli_each {
    const cli_manual *manual;
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

/* Reads the command line and does it all; the exit status. */
int cli_each_run(cli_each *each, int count, char **arguments);

#endif
