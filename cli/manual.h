/* What a command is called, the options it has, and its help. All of it is made of cli/manual/COMMAND.txt, as are the
 * manual pages and the completions of shells: an option is written down there, and nowhere else. */
#ifndef CLI_MANUAL_H
#define CLI_MANUAL_H

#include <stdio.h>

/* An option has the same id in every command that takes it. */
enum {
#include "option_ids.inc"
};

typedef struct cli_option {
    int id;            /* CLI_OPTION_NAME, > 0; 0 ends a list */
    char letter;       /* 0: none */
    const char *name;  /* long name */
    const char *value; /* what the help calls its value; NULL: takes none */
} cli_option;

typedef struct cli_manual {
    const char *command;
    const cli_option *options;
    const char *const *help; /* line by line, ended by NULL */
} cli_manual;

extern const cli_manual cli_manual_program; /* of all commands; has no options that a command would read */
extern const cli_manual cli_manual_extract;
extern const cli_manual cli_manual_tree;
extern const cli_manual cli_manual_blocks;
extern const cli_manual cli_manual_xray;
extern const cli_manual cli_manual_explain;
extern const cli_manual cli_manual_field;
extern const cli_manual cli_manual_features;

/* Writes it to standard output, or another stream. */
void cli_print_help(const cli_manual *manual, FILE *to);

#endif
