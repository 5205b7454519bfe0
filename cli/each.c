#include "each.h"

#include <stdio.h>
#include <string.h>

static bool take_option(cli_each *e, int id, const char *value) {
    static const cli_choice kinds[] = {
        {"auto", CUTLINE_KIND_AUTO}, {"html", CUTLINE_KIND_HTML}, {"text", CUTLINE_KIND_TEXT}, {NULL, 0}};
    int chosen;
    switch (id) {
    case CLI_OPTION_OUTPUT:
        e->output = value;
        return true;
    case CLI_OPTION_FILES_FROM:
        e->input_is_list |= strcmp(value, "-") == 0;
        return cli_pages_add_list(&e->pages, value);
    case CLI_OPTION_KIND:
        return cli_choose(e->manual->command, "kind", value, kinds, &chosen) &&
               cutline_options_set_kind(e->settings, (cutline_kind)chosen) == CUTLINE_OK;
    case CLI_OPTION_ENCODING:
        if (cutline_options_set_encoding(e->settings, value) == CUTLINE_OK)
            return true;
        cli_say("%s: --encoding has no '%s': labels are those of the Encoding Standard, like utf-8, gbk",
            e->manual->command, value);
        return false;
    default:
        return e->take(e, id, value);
    }
}

/* CLI_GOOD, CLI_USAGE, or -1 where help was all that was wanted. */
static int read_arguments(cli_each *e, int count, char **arguments) {
    cli_arguments a = {.command = e->manual->command, .options = e->manual->options, .count = count, .at = arguments};
    bool named = false, input_is_page = false;
    for (int id; (id = cli_next(&a)) != CLI_END;) {
        if (id == CLI_OPTION_HELP) {
            cli_print_help(e->manual, stdout);
            return -1;
        }
        if (id == CLI_OPERAND) {
            input_is_page |= strcmp(a.value, "-") == 0;
            cli_pages_add(&e->pages, a.value);
        } else if (id == CLI_BAD || !take_option(e, id, a.value)) {
            return cli_usage(e->manual->command);
        }
        named |= id == CLI_OPTION_FILES_FROM;
    }
    if (e->input_is_list && input_is_page) {
        cli_say("%s: standard input can't be a page and the list of --files-from as well", e->manual->command);
        return cli_usage(e->manual->command);
    }
    if (e->pages.count)
        return !e->check || e->check(e) ? CLI_GOOD : cli_usage(e->manual->command);
    cli_say(
        named ? "%s: no page to read" : "%s: no page given: name files, or - for standard input", e->manual->command);
    return cli_usage(e->manual->command);
}

static void page_failed(cli_each *e, const char *path, const cutline_error *error) {
    cli_say_error(path, error);
    e->failed = true;
}

static void do_page(
    cli_each *e, const char *path, const cutline_page *page, cutline_status status, cutline_error *error) {
    const cutline_record *record = NULL;
    if (status != CUTLINE_OK)
        page_failed(e, path, error);
    if (status != CUTLINE_OK && (status != CUTLINE_E_DAMAGED || !page->size))
        return;
    if (cutline_context_extract(e->context, page->bytes, page->size, e->settings, &record, error) != CUTLINE_OK) {
        page_failed(e, path, error);
        return;
    }
    const bool failed = !cli_sink_begin(&e->sink, path) || e->write(e, record) != 0;
    e->written++;
    e->write_failed = !cli_sink_end(&e->sink) || failed;
}

static void do_input(cli_each *e, const char *path) {
    cutline_error error = {CUTLINE_OK, CUTLINE_STAGE_NONE, 0, NULL, 0};
    cutline_input *input;
    if (cutline_options_set_path(e->settings, path) != CUTLINE_OK) {
        cli_say("out of memory");
        e->failed = true;
        return;
    }
    if (cutline_input_open(e->context, path, e->settings, &input, &error) != CUTLINE_OK) {
        page_failed(e, path, &error);
        return;
    }
    cutline_page page;
    cutline_status status;
    while (!e->write_failed && !cli_signal() && (status = cutline_input_next(input, &page, &error)) != CUTLINE_END)
        do_page(e, path, &page, status, &error);
    cutline_input_close(input);
}

static int do_all(cli_each *e) {
    if (!cli_sink_open(&e->sink, e->output, e->ending ? e->ending : "json", &e->pages)) {
        cli_sink_close(&e->sink, true);
        return CLI_SOME_FAILED;
    }
    cli_catch_signals();
    size_t at = 0;
    for (; at < e->pages.count && !e->write_failed && !cli_signal(); at++)
        do_input(e, e->pages.at[at]);
    const bool closed = cli_sink_close(&e->sink, e->write_failed);
    if (cli_signal() && at < e->pages.count)
        return CLI_INTERRUPTED + cli_signal();
    return e->failed || e->pages.failed || e->write_failed || !closed ? CLI_SOME_FAILED : CLI_GOOD;
}

int cli_each_run(cli_each *e, int count, char **arguments) {
    int status = CLI_SOME_FAILED;
    e->settings = cutline_options_new();
    if (e->settings && cutline_context_new(NULL, &e->context) == CUTLINE_OK) {
        cutline_options_set_features(e->settings, e->features);
        status = read_arguments(e, count, arguments);
        status = status == CLI_GOOD ? do_all(e) : status < 0 ? CLI_GOOD : status;
    } else {
        cli_say("out of memory");
    }
    cli_pages_free(&e->pages);
    cutline_context_free(e->context);
    cutline_options_free(e->settings);
    return status;
}
