/* What a run came to: progress while it goes on, on a terminal; a summary after it. */
#ifndef CLI_REPORT_H
#define CLI_REPORT_H

#include "cli.h"

typedef struct cli_report {
    size_t total; /* pages to read */
    size_t pages; /* pages read, failed ones included */
    size_t failed;
    uint64_t bytes; /* of the pages, unpacked */
    double begin;   /* seconds */
    double shown;   /* when progress was shown last; 0: never */
    bool progress;
} cli_report;

/* `progress`: may be shown, where standard error is a terminal and the pages are more than a few. */
void cli_report_begin(cli_report *report, size_t total, bool progress);
/* Shows how far it is, ten times a second at most. */
void cli_report_progress(cli_report *report);
/* Takes the line of progress away, so that something else can be said. */
void cli_report_clear(cli_report *report);
void cli_report_end(cli_report *report);

/* Writes the line of a page that failed: {"source":{"path":...},"error":{...}}. */
int cli_write_error(cutline_write_fn write, void *user, const char *path, const char *url, const cutline_error *error);
/* The same as a member of the record: puts "error" at the end of a line that a record wrote. */
int cli_write_with_error(cutline_write_fn write, void *user, const char *line, size_t size, const cutline_error *error);

#endif
