/* What the subcommands share. The program uses the public header alone. */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include <cutline.h>
#include <stdbool.h>
#include <stddef.h>

/* Exit statuses. */
enum { CLI_GOOD = 0, CLI_SOME_FAILED = 1, CLI_USAGE = 2, CLI_INTERRUPTED = 128 /* plus the number of the signal */ };

/* A subcommand: its manual (manual.h), and main() of its own. */
typedef struct cli_command {
    const struct cli_manual *manual;
    int (*run)(int count, char **arguments);
} cli_command;

extern const cli_command cli_extract;
extern const cli_command cli_tree;
extern const cli_command cli_blocks;
extern const cli_command cli_xray;
extern const cli_command cli_explain;
extern const cli_command cli_field;
extern const cli_command cli_features;

/* One line to standard error, "cutline: " before it. */
void cli_say(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* The same with the message of an error of the library. */
void cli_say_error(const char *path, const cutline_error *error);
/* What is wrong with a page, for a user of this program. */
const char *cli_error_text(const cutline_error *error);

/* malloc and realloc that end the program, with a message, where there is no memory. */
void *cli_allocate(void *old, size_t size);
char *cli_copy(const char *text, size_t size);

/* From the first SIGINT or SIGTERM on: the number of the signal, else 0. A second one ends the program at once. */
void cli_catch_signals(void);
int cli_signal(void);

#endif
