/* Where the output goes: standard output, one file, or a directory of files, one a page.
 *
 * A file is written beside its place, as NAME.part, and put there when it is whole: nobody sees half a file, and what
 * stood there before stays until then. */
#ifndef CLI_SINK_H
#define CLI_SINK_H

#include "names.h"
#include "pages.h"

typedef struct cli_sink {
    enum { CLI_TO_STDOUT, CLI_TO_FILE, CLI_TO_DIRECTORY } kind;
    const char *ending;     /* of the files in a directory: "json" */
    const cli_pages *pages; /* that no output may overwrite */
    char *directory;
    char *path; /* of the file that is written */
    char *part; /* that file while it is written; NULL: written in place (a device, a pipe) */
    int fd;
    char *buffer;
    size_t used;
    int error;     /* errno of the first write that failed: the output is at its end then */
    uint64_t good; /* bytes of the finished pages */
    uint64_t size; /* bytes written in all */
    cli_names names;
    struct cli_identity *inputs; /* what the pages are on disk, sorted */
    size_t input_count;
} cli_sink;

/* `path` NULL: standard output; an existing directory, or one that ends in "/": a directory, made where there is none;
 * else a file. false where that can't be; the user has been told. */
bool cli_sink_open(cli_sink *sink, const char *path, const char *ending, const cli_pages *pages);
/* Whether `path` (may be NULL) would be a directory then. */
bool cli_is_directory(const char *path);
/* Before and after each page. false: the output is at its end (no space, nobody reads); the user has been told. */
bool cli_sink_begin(cli_sink *sink, const char *page);
bool cli_sink_end(cli_sink *sink);
/* As cutline_write_fn; `user` is the sink. */
int cli_sink_write(void *user, const char *data, size_t size);
/* Puts the file in its place. `failed`: a write has failed; finished pages are left in the .part file. */
bool cli_sink_close(cli_sink *sink, bool failed);

#endif
