/* Options of a command line: a table, read one by one, files anywhere between them, "--" before files that begin so. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "cli.h"
#include "manual.h"

/* What cli_next() gives beside an option's id. */
enum { CLI_END = 0, CLI_BAD = -1, CLI_OPERAND = -2 };

typedef struct cli_arguments {
    const char *command;
    const cli_option *options; /* ended by one with id 0 */
    int count;
    char **at;
    int next;
    const char *letters; /* rest of "-abc" */
    bool only_operands;
    const char *value; /* of the option, or the operand itself */
} cli_arguments;

/* The next option or operand. CLI_BAD: it was wrong, and the user has been told. */
int cli_next(cli_arguments *arguments);

/* The word of the list (ended by NULL) that `word` may have been meant to be; NULL where none is near. */
const char *cli_nearest(const char *word, const char *const *words);

typedef struct cli_choice {
    const char *name;
    int value;
} cli_choice;

/* The value of a name in a list of choices (ended by a NULL name); tells the user where it is none. */
bool cli_choose(const char *command, const char *option, const char *name, const cli_choice *choices, int *value);
/* "page-bytes=100M" to the options. */
bool cli_set_limit(const char *command, const char *text, cutline_options *options);
/* Tells where to read on; gives CLI_USAGE. */
int cli_usage(const char *command);

#endif
