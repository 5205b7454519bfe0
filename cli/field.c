/* Strings that stand alone, read as one field of a record. */
#include "manual.h"
#include "options.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct job {
    cutline_context *context;
    int field; /* cutline_reading; 0: not known yet */
    cutline_known known;
    char **strings; /* of the command line */
    size_t count;
    bool lines; /* of standard input, too */
} job;

static int write_out(void *user, const char *data, size_t size) {
    return fwrite(data, 1, size, user) != size;
}

/* Prints what one string holds; false where that can't be, and the user has been told. */
static bool put(const job *j, const char *text, size_t size) {
    cutline_error error = {CUTLINE_OK, CUTLINE_STAGE_NONE, 0, NULL, 0};
    const cutline_string string = {text, size};
    if (cutline_read_string(j->context, (cutline_reading)j->field, string, &j->known, write_out, stdout, &error) ==
        CUTLINE_OK)
        return true;
    if (error.status == CUTLINE_E_WRITE)
        cli_say("field: standard output could not be written");
    else
        cli_say("field: %s", cli_error_text(&error));
    return false;
}

static bool put_lines(const job *j) {
    char *line = NULL;
    size_t room = 0;
    bool good = true;
    ssize_t size;
    while (good && (errno = 0, size = getline(&line, &room, stdin)) >= 0) {
        while (size && (line[size - 1] == '\n' || line[size - 1] == '\r'))
            size--;
        good = put(j, line, (size_t)size);
    }
    if (good && !feof(stdin)) {
        cli_say("field: standard input could not be read (%s)", strerror(errno));
        good = false;
    }
    free(line);
    return good;
}

static bool choose_field(job *j, const char *name) {
    static const cli_choice fields[] = {{"byline", CUTLINE_READ_BYLINE}, {"date", CUTLINE_READ_DATE},
        {"caption", CUTLINE_READ_CAPTION}, {"headline", CUTLINE_READ_HEADLINE}, {NULL, 0}};
    const char *names[sizeof fields / sizeof *fields] = {NULL};
    for (size_t i = 0; fields[i].name; i++) {
        names[i] = fields[i].name;
        if (strcmp(name, names[i]) == 0)
            j->field = fields[i].value;
    }
    if (j->field)
        return true;
    const char *const near = cli_nearest(name, names);
    cli_say("field: there is no field '%s'%s%s%s", name, near ? "; did you mean '" : "", near ? near : "",
        near ? "'?" : "");
    fputs("There is:", stderr);
    for (size_t i = 0; names[i]; i++)
        fprintf(stderr, " %s", names[i]);
    fputc('\n', stderr);
    return false;
}

static bool take(job *j, int id, const char *value) {
    const cutline_string string = {value, strlen(value)};
    if (id == CLI_OPERAND && !j->field)
        return choose_field(j, value);
    if (id == CLI_OPERAND && strcmp(value, "-") == 0)
        j->lines = true;
    else if (id == CLI_OPERAND)
        j->strings[j->count++] = (char *)value;
    else if (id == CLI_OPTION_LANGUAGE)
        j->known.language = string;
    else if (id == CLI_OPTION_REFERENCE)
        j->known.reference = string;
    else
        j->known.site = string;
    return true;
}

/* Whether the reference is one, told before anything is read. */
static bool check(const job *j) {
    cutline_options *const settings = cutline_options_new();
    const bool good = settings && (!j->known.reference.data ||
                                      cutline_options_set_fetched(settings, j->known.reference.data) == CUTLINE_OK);
    if (!j->field)
        cli_say("field: no field given: byline, date, caption or headline");
    else if (!good)
        cli_say("field: --reference is a time like 2024-05-01 or 2024-05-01T10:00:00Z; '%s' is not",
            j->known.reference.data);
    cutline_options_free(settings);
    return j->field && good;
}

static int run_job(job *j) {
    bool good = true;
    for (size_t i = 0; i < j->count && good; i++)
        good = put(j, j->strings[i], strlen(j->strings[i]));
    if (good && (j->lines || !j->count))
        good = put_lines(j);
    return good ? CLI_GOOD : CLI_SOME_FAILED;
}

static int run(int count, char **arguments) {
    job j = {.field = 0};
    cli_arguments a = {.command = "field", .options = cli_manual_field.options, .count = count, .at = arguments};
    int id, status = CLI_GOOD;
    j.strings = cli_allocate(NULL, (size_t)count * sizeof *j.strings);
    while ((id = cli_next(&a)) != CLI_END && id != CLI_OPTION_HELP && status == CLI_GOOD)
        status = id != CLI_BAD && take(&j, id, a.value) ? CLI_GOOD : cli_usage("field");
    if (status == CLI_GOOD && id == CLI_OPTION_HELP)
        cli_print_help(&cli_manual_field, stdout);
    else if (status == CLI_GOOD && !check(&j))
        status = cli_usage("field");
    else if (status == CLI_GOOD && cutline_context_new(NULL, &j.context) != CUTLINE_OK) {
        cli_say("out of memory");
        status = CLI_SOME_FAILED;
    } else if (status == CLI_GOOD)
        status = run_job(&j);
    cutline_context_free(j.context);
    free(j.strings);
    return status;
}

const cli_command cli_field = {&cli_manual_field, run};
