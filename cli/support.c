#include "cli.h"

#include <errno.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void cli_say(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    fputs("cutline: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
}

const char *cli_error_text(const cutline_error *error) {
    if (error->status == CUTLINE_E_IO && error->system_errno == EISDIR)
        return "is a directory: read the pages in it with -r, or name files";
    return error->message;
}

/* A name of a file for a terminal: no control characters, which could be commands to it. */
static void say_name(const char *path) {
    for (const char *p = path; *p; p++)
        fputc((unsigned char)*p < 0x20 || *p == 0x7f ? '?' : *p, stderr);
}

void cli_say_error(const char *path, const cutline_error *error) {
    fputs("cutline: ", stderr);
    say_name(strcmp(path, "-") == 0 ? "standard input" : path);
    fprintf(stderr, ": %s", cli_error_text(error));
    if (error->status == CUTLINE_E_IO && error->system_errno && error->system_errno != EISDIR)
        fprintf(stderr, " (%s)", strerror(error->system_errno));
    if (error->status == CUTLINE_E_LIMIT)
        fputs(" (--limit sets it)", stderr);
    fputc('\n', stderr);
}

void *cli_allocate(void *old, size_t size) {
    void *const block = realloc(old, size ? size : 1);
    if (!block) {
        cli_say("out of memory");
        exit(CLI_SOME_FAILED);
    }
    return block;
}

char *cli_copy(const char *text, size_t size) {
    char *const copy = cli_allocate(NULL, size + 1);
    memcpy(copy, text, size);
    copy[size] = '\0';
    return copy;
}

static volatile sig_atomic_t caught;

static void on_signal(int number) {
    static const char hint[] = "\ncutline: stopping after this page; once more stops at once\n";
    caught = number;
    if (isatty(STDERR_FILENO) && write(STDERR_FILENO, hint, sizeof hint - 1) < 0)
        return; /* nobody to tell */
}

void cli_catch_signals(void) {
    struct sigaction action = {.sa_handler = on_signal, .sa_flags = (int)SA_RESETHAND};
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    /* A reader that goes away is an error of writing, with a message, and not a silent death. */
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    sigemptyset(&ignore.sa_mask);
    sigaction(SIGPIPE, &ignore, NULL);
}

int cli_signal(void) {
    return caught;
}
