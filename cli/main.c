/* cutline: the program. One file a subcommand; this one finds which. */
#include "options.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const cli_command *const commands[] = {
    &cli_extract, &cli_tree, &cli_blocks, &cli_xray, &cli_explain, &cli_field, &cli_features};
#define COMMAND_COUNT (sizeof commands / sizeof *commands)

static const cli_command *find(const char *name) {
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        if (strcmp(commands[i]->name, name) == 0)
            return commands[i];
    return NULL;
}

static void print_help(FILE *to) {
    fputs("cutline: read news pages, get the article\n"
          "\n"
          "usage: cutline COMMAND [OPTION...] FILE...\n"
          "\n"
          "  cutline extract story.html               the article, as text\n"
          "  cutline extract -f json *.html           one JSON object a line and a page\n"
          "  cutline tree story.html                  what the parser makes of the page\n"
          "  cutline blocks story.html                every block of the page, and what it is\n"
          "  cutline xray story.html >out.html        the same as a page to look at\n"
          "  cutline explain story.html --text WORDS  why a line is in the article, or not\n"
          "\n"
          "Commands:\n",
        to);
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        fprintf(to, "  %-10s %s\n", commands[i]->name, commands[i]->summary);
    fputs("  help       this help; cutline help COMMAND tells of one command\n"
          "\n"
          "Options:\n"
          "  -h, --help     this help\n"
          "  -V, --version  the version\n",
        to);
}

static int unknown(const char *name) {
    const char *names[COMMAND_COUNT + 2] = {NULL};
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        names[i] = commands[i]->name;
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
    if (command)
        command->help();
    else
        print_help(stdout);
    return CLI_GOOD;
}

static int dispatch(int count, char **arguments) {
    if (count < 2) {
        print_help(stderr);
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
