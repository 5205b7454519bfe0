/* cutline: the program. One file a subcommand; this one finds which. */
#include "manual.h"
#include "options.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const cli_command *const commands[] = {
    &cli_extract, &cli_tree, &cli_blocks, &cli_xray, &cli_explain, &cli_field, &cli_features};
#define COMMAND_COUNT (sizeof commands / sizeof *commands)

static const cli_command *find(const char *name) {
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        if (strcmp(commands[i]->manual->command, name) == 0)
            return commands[i];
    return NULL;
}

static int unknown(const char *name) {
    const char *names[COMMAND_COUNT + 2] = {NULL};
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        names[i] = commands[i]->manual->command;
    names[COMMAND_COUNT] = "help";
    const char *const near = cli_nearest(name, names);
    if (name[0] == '-' && name[1])
        cli_say("there is no option %s before the command; there is: --help --version", name);
    else if (near)
        cli_say("there is no command '%s'; did you mean '%s'?", name, near);
    else if (name[0] == '-' || access(name, F_OK) == 0)
        cli_say("there is no command '%s'; did you mean: cutline extract %s", name, name);
    else
        cli_say("there is no command '%s'", name);
    fputs("Commands:", stderr);
    for (size_t i = 0; names[i]; i++)
        fprintf(stderr, " %s", names[i]);
    fputc('\n', stderr);
    return cli_usage("");
}

static int help(const char *about) {
    const cli_command *const command = about ? find(about) : NULL;
    if (about && !command)
        return unknown(about);
    cli_print_help(command ? command->manual : &cli_manual_program, stdout);
    return CLI_GOOD;
}

static int dispatch(int count, char **arguments) {
    if (count < 2) {
        cli_print_help(&cli_manual_program, stderr);
        return CLI_USAGE;
    }
    const char *const name = arguments[1];
    if (strcmp(name, "help") == 0 || strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0)
        return help(count > 2 ? arguments[2] : NULL);
    if (strcmp(name, "--version") == 0 || strcmp(name, "-V") == 0) {
        printf("cutline %s\n", cutline_version());
        return CLI_GOOD;
    }
    const cli_command *const command = find(name);
    return command ? command->run(count - 2, arguments + 2) : unknown(name);
}

int main(int count, char **arguments) {
    const int status = dispatch(count, arguments);
    /* Help and version are printed through stdio; pages are not. */
    if (fflush(stdout) != 0 && status == CLI_GOOD) {
        cli_say("standard output could not be written");
        return CLI_SOME_FAILED;
    }
    return status;
}
