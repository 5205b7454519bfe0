#include "manual.h"
#include "options.h"
#include "pages.h"
#include "sink.h"

#include <stdio.h>
#include <string.h>

typedef struct job {
    cutline_context *context;
    cutline_options *options;
    cutline_tree_format format;
    bool quiet;
    cli_pages pages;
    cli_sink sink;
    size_t written;
    bool failed, write_failed;
} job;

static bool take_option(job *j, int id, const char *value) {
    static const cli_choice formats[] = {{"test", CUTLINE_TREE_TEST}, {"html", CUTLINE_TREE_HTML}, {NULL, 0}};
    int chosen;
    switch (id) {
    case CLI_OPTION_FORMAT:
        if (!cli_choose("tree", "format", value, formats, &chosen))
            return false;
        j->format = (cutline_tree_format)chosen;
        return true;
    case CLI_OPTION_FRAGMENT:
        return cutline_options_set_fragment(j->options, value) == CUTLINE_OK;
    case CLI_OPTION_NO_SCRIPTING:
        return cutline_options_set_scripting(j->options, 0) == CUTLINE_OK;
    case CLI_OPTION_ENCODING:
        if (cutline_options_set_encoding(j->options, value) == CUTLINE_OK)
            return true;
        cli_say("tree: --encoding has no '%s': labels are those of the Encoding Standard, like utf-8, gbk", value);
        return false;
    case CLI_OPTION_LIMIT:
        return cli_set_limit("tree", value, j->options);
    case CLI_OPTION_QUIET:
        j->quiet = true;
        return true;
    default:
        return false;
    }
}

static void write_tree(job *j, const char *path, const cutline_tree *tree) {
    cutline_error error = {CUTLINE_OK, CUTLINE_STAGE_NONE, 0, NULL, 0};
    const int parted = j->written++ ? cli_sink_write(&j->sink, "\n", 1) : 0;
    const cutline_status status =
        cutline_tree_write(tree, cutline_tree_root(tree), j->format, cli_sink_write, &j->sink, &error);
    if (status != CUTLINE_OK && status != CUTLINE_E_WRITE)
        cli_say_error(path, &error);
    const bool ended = cli_sink_end(&j->sink);
    j->failed |= status != CUTLINE_OK;
    j->write_failed |= !ended || parted || status == CUTLINE_E_WRITE;
}

static void parse_input(job *j, const char *path) {
    cutline_error error = {CUTLINE_OK, CUTLINE_STAGE_NONE, 0, NULL, 0};
    cutline_input *input;
    if (cutline_input_open(j->context, path, j->options, &input, &error) != CUTLINE_OK) {
        cli_say_error(path, &error);
        j->failed = true;
        return;
    }
    cutline_page page;
    cutline_status status;
    while (!j->write_failed && (status = cutline_input_next(input, &page, &error)) != CUTLINE_END) {
        const cutline_tree *tree;
        if (status != CUTLINE_OK) {
            cli_say_error(path, &error);
            j->failed = true;
        }
        if (status != CUTLINE_OK && status != CUTLINE_E_DAMAGED)
            continue;
        if (cutline_parse(j->context, page.bytes, page.size, j->options, &tree, &error) != CUTLINE_OK) {
            cli_say_error(path, &error);
            j->failed = true;
        } else if (!j->quiet) {
            write_tree(j, path, tree);
        }
    }
    cutline_input_close(input);
}

static int parse_all(job *j) {
    if (!cli_sink_open(&j->sink, NULL, "", &j->pages))
        return CLI_SOME_FAILED;
    cli_catch_signals();
    size_t at = 0;
    for (; at < j->pages.count && !j->write_failed && !cli_signal(); at++)
        parse_input(j, j->pages.at[at]);
    const bool closed = cli_sink_close(&j->sink, j->write_failed);
    if (cli_signal() && at < j->pages.count)
        return CLI_INTERRUPTED + cli_signal();
    return j->failed || j->write_failed || !closed ? CLI_SOME_FAILED : CLI_GOOD;
}

static int read_arguments(job *j, int count, char **arguments) {
    cli_arguments a = {.command = "tree", .options = cli_manual_tree.options, .count = count, .at = arguments};
    for (int id; (id = cli_next(&a)) != CLI_END;) {
        if (id == CLI_OPTION_HELP) {
            cli_print_help(&cli_manual_tree, stdout);
            return -1;
        }
        if (id == CLI_OPERAND)
            cli_pages_add(&j->pages, a.value);
        else if (id == CLI_BAD || !take_option(j, id, a.value))
            return cli_usage("tree");
    }
    if (j->pages.count)
        return CLI_GOOD;
    cli_say("tree: no page given: name files, or - for standard input");
    return cli_usage("tree");
}

static int run(int count, char **arguments) {
    job j = {.format = CUTLINE_TREE_TEST, .options = cutline_options_new()};
    int status = CLI_SOME_FAILED;
    if (j.options && cutline_context_new(NULL, &j.context) == CUTLINE_OK) {
        status = read_arguments(&j, count, arguments);
        if (status == CLI_GOOD)
            status = parse_all(&j);
        else if (status < 0)
            status = CLI_GOOD;
    } else {
        cli_say("out of memory");
    }
    cli_pages_free(&j.pages);
    cutline_context_free(j.context);
    cutline_options_free(j.options);
    return status;
}

const cli_command cli_tree = {&cli_manual_tree, run};
