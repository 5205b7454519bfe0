#include "manual.h"
#include "options.h"
#include "pages.h"
#include "report.h"
#include "roles.h"
#include "sink.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct format {
    const char *name;
    cutline_format format;
    const char *ending; /* of files in a directory */
    bool together;      /* several pages in one file are more than one after the other */
} format;

static const format formats[] = {
    {"text", CUTLINE_FORMAT_TEXT, "txt", false},
    {"json", CUTLINE_FORMAT_JSON, "json", false},
    {"jsonl", CUTLINE_FORMAT_JSON, "jsonl", false},
    {"markdown", CUTLINE_FORMAT_MARKDOWN, "md", false},
    {"html", CUTLINE_FORMAT_HTML, "html", true},
    {"csv", CUTLINE_FORMAT_CSV, "csv", true},
    {"tsv", CUTLINE_FORMAT_TSV, "tsv", true},
    {"xml", CUTLINE_FORMAT_XML, "xml", true},
    {"tei", CUTLINE_FORMAT_TEI, "xml", true},
    {"ninjs", CUTLINE_FORMAT_NINJS, "json", false},
    {"epub", CUTLINE_FORMAT_EPUB, "epub", true},
    {NULL, CUTLINE_FORMAT_TEXT, NULL, false},
};

typedef struct job {
    cutline_context *context;
    cutline_options *options;
    const format *format;
    const char *url;
    const char *output;
    bool recursive;
    bool quiet;
    bool input_is_list; /* standard input holds names */
    cli_pages pages;
    cli_sink sink;
    cli_report report;
    cutline_output *together; /* where several pages make one file that is more than one after the other */
    bool write_failed;
    bool front_matter;
    size_t written; /* pages in the sink */
} job;

static bool set_encoding(job *j, const char *label) {
    if (cutline_options_set_encoding(j->options, label) == CUTLINE_OK)
        return true;
    cli_say("extract: --encoding has no '%s': labels are those of the Encoding Standard, like utf-8, windows-1252, gbk",
        label);
    return false;
}

static bool choose_format(job *j, const char *name) {
    enum { COUNT = sizeof formats / sizeof *formats };
    cli_choice choices[COUNT];
    int chosen;
    for (int i = 0; i < COUNT; i++)
        choices[i] = (cli_choice){formats[i].name, i};
    if (!cli_choose("extract", "format", name, choices, &chosen))
        return false;
    j->format = &formats[chosen];
    return true;
}

static bool is_json(const job *j) {
    return j->format->format == CUTLINE_FORMAT_JSON;
}

/* Takes one option; false where it is wrong, and the user has been told. */
static bool take_option(job *j, int id, const char *value) {
    static const cli_choice kinds[] = {
        {"auto", CUTLINE_KIND_AUTO}, {"html", CUTLINE_KIND_HTML}, {"text", CUTLINE_KIND_TEXT}, {NULL, 0}};
    static const cli_choice favors[] = {{"balance", CUTLINE_FAVOR_BALANCE}, {"precision", CUTLINE_FAVOR_PRECISION},
        {"recall", CUTLINE_FAVOR_RECALL}, {NULL, 0}};
    int chosen;
    switch (id) {
    case CLI_OPTION_FORMAT:
        return choose_format(j, value);
    case CLI_OPTION_KIND:
        return cli_choose("extract", "kind", value, kinds, &chosen) &&
               cutline_options_set_kind(j->options, (cutline_kind)chosen) == CUTLINE_OK;
    case CLI_OPTION_OUTPUT:
        j->output = value;
        return true;
    case CLI_OPTION_URL:
        j->url = value;
        return cutline_options_set_url(j->options, value) == CUTLINE_OK;
    case CLI_OPTION_ENCODING:
        return set_encoding(j, value);
    case CLI_OPTION_FETCHED:
        if (cutline_options_set_fetched(j->options, value) == CUTLINE_OK)
            return true;
        cli_say("extract: --fetched is a time like 2024-05-01 or 2024-05-01T10:00:00Z; '%s' is not", value);
        return false;
    case CLI_OPTION_LIMIT:
        return cli_set_limit("extract", value, j->options);
    case CLI_OPTION_DROPPED:
        return cutline_options_set_dropped(j->options, 1) == CUTLINE_OK;
    case CLI_OPTION_FIELDS:
        return cli_set_fields("extract", value, j->options);
    case CLI_OPTION_WITH:
    case CLI_OPTION_WITHOUT:
        return cli_set_shown(
            "extract", id == CLI_OPTION_WITH ? "with" : "without", value, id == CLI_OPTION_WITH, j->options);
    case CLI_OPTION_LINKS:
        return cutline_options_set_part(j->options, CUTLINE_PART_LINKS, 1) == CUTLINE_OK;
    case CLI_OPTION_IMAGES:
        return cutline_options_set_part(j->options, CUTLINE_PART_IMAGES, 1) == CUTLINE_OK;
    case CLI_OPTION_NO_TABLES:
        return cutline_options_set_part(j->options, CUTLINE_PART_TABLES, 0) == CUTLINE_OK;
    case CLI_OPTION_INCLUDE_COMMENTS:
        return cutline_options_set_part(j->options, CUTLINE_PART_COMMENTS, 1) == CUTLINE_OK;
    case CLI_OPTION_FRONT_MATTER:
        j->front_matter = true;
        return cutline_options_set_part(j->options, CUTLINE_PART_FRONT_MATTER, 1) == CUTLINE_OK;
    case CLI_OPTION_FAVOR:
        return cli_choose("extract", "favor", value, favors, &chosen) &&
               cutline_options_set_favor(j->options, (cutline_favor)chosen) == CUTLINE_OK;
    case CLI_OPTION_RECURSIVE:
        j->recursive = true;
        return true;
    case CLI_OPTION_QUIET:
        j->quiet = true;
        return true;
    default:
        return false;
    }
}

/* What a page is written into: the sink, or, where its line is still to be changed, memory. */
typedef struct memory {
    char *at;
    size_t size, capacity;
} memory;

static int write_memory(void *user, const char *data, size_t size) {
    memory *const m = user;
    if (m->capacity - m->size < size) {
        m->capacity = m->size + size + m->capacity / 2;
        m->at = cli_allocate(m->at, m->capacity);
    }
    memcpy(m->at + m->size, data, size);
    m->size += size;
    return 0;
}

/* Tells pages apart where several go into one stream of text. */
static int write_heading(job *j, const char *path) {
    const bool text = j->format->format == CUTLINE_FORMAT_TEXT;
    if (j->sink.kind == CLI_TO_DIRECTORY || j->report.total < 2 ||
        (!text && j->format->format != CUTLINE_FORMAT_MARKDOWN))
        return 0;
    const char *const before = text ? "==> " : "<!-- ", *const after = text ? " <==\n" : " -->\n\n";
    int failed = j->written && cli_sink_write(&j->sink, "\n", 1);
    failed = failed || cli_sink_write(&j->sink, before, strlen(before));
    for (const char *at = path; *at && !failed; at++) {
        /* A comment can't end in a name. */
        const char *const put = *at == '>' && !text ? "&gt;" : at;
        failed = cli_sink_write(&j->sink, put, put == at ? 1 : 4);
    }
    return failed || cli_sink_write(&j->sink, after, strlen(after));
}

/* The record itself, with an error in it where the page was damaged. */
static int write_one(job *j, const cutline_record *record, const cutline_error *damage, cutline_error *error) {
    if (j->together)
        return cutline_output_add(j->together, record, error) != CUTLINE_OK;
    if (!damage || !is_json(j))
        return cutline_record_write(record, j->format->format, cli_sink_write, &j->sink, error) != CUTLINE_OK;
    memory line = {NULL, 0, 0};
    const int failed = cutline_record_write(record, j->format->format, write_memory, &line, error) != CUTLINE_OK ||
                       cli_write_with_error(cli_sink_write, &j->sink, line.at, line.size, damage);
    free(line.at);
    return failed;
}

static void write_record(job *j, const char *path, const cutline_record *record, const cutline_error *damage) {
    cutline_error error = {CUTLINE_OK, CUTLINE_STAGE_NONE, 0, NULL, 0};
    if (!cli_sink_begin(&j->sink, path)) {
        j->write_failed = true;
        return;
    }
    const int failed = write_heading(j, path) || write_one(j, record, damage, &error);
    if (failed && error.status != CUTLINE_OK && error.status != CUTLINE_E_WRITE)
        cli_say_error(path, &error);
    j->write_failed = !cli_sink_end(&j->sink) || failed;
    j->written++;
}

static void page_failed(job *j, const char *path, const cutline_error *error) {
    j->report.failed++;
    cli_report_clear(&j->report);
    cli_say_error(path, error);
    if (!is_json(j))
        return;
    if (!cli_sink_begin(&j->sink, path)) {
        j->write_failed = true;
        return;
    }
    const int failed = cli_write_error(cli_sink_write, &j->sink, path, j->url, error);
    j->write_failed = !cli_sink_end(&j->sink) || failed;
    j->written++;
}

/* One page of an input: `status` and `error` are what reading it came to. */
static void extract_page(
    job *j, const char *path, const cutline_page *page, cutline_status status, cutline_error *error) {
    const cutline_record *record = NULL;
    const bool damaged = status == CUTLINE_E_DAMAGED;
    const cutline_error damage = *error;
    j->report.pages++;
    j->report.bytes += page->size;
    if (status == CUTLINE_OK || (damaged && page->size))
        status = cutline_context_extract(j->context, page->bytes, page->size, j->options, &record, error);
    if (status != CUTLINE_OK) {
        page_failed(j, path, damaged ? &damage : error);
        return;
    }
    if (damaged) {
        j->report.failed++;
        cli_report_clear(&j->report);
        cli_say_error(path, &damage);
    }
    write_record(j, path, record, damaged ? &damage : NULL);
}

static void extract_input(job *j, const char *path) {
    cutline_error error = {CUTLINE_OK, CUTLINE_STAGE_NONE, 0, NULL, 0};
    cutline_input *input;
    cutline_status status = cutline_options_set_path(j->options, path);
    if (status == CUTLINE_OK)
        status = cutline_input_open(j->context, path, j->options, &input, &error);
    else
        error = (cutline_error){status, CUTLINE_STAGE_NONE, 0, cutline_status_message(status), 0};
    if (status != CUTLINE_OK) {
        j->report.pages++;
        page_failed(j, path, &error);
        return;
    }
    /* What was opened gives a page, even after a signal: it may have waited for it. */
    cutline_page page;
    do {
        status = cutline_input_next(input, &page, &error);
        if (status != CUTLINE_END)
            extract_page(j, path, &page, status, &error);
    } while (status != CUTLINE_END && !j->write_failed && !cli_signal());
    cutline_input_close(input);
}

/* What stands before the first page, and behind the last, where several make one file. */
static bool begin_file(job *j) {
    cutline_error error;
    if (!j->format->together || j->sink.kind == CLI_TO_DIRECTORY || j->pages.count < 2)
        return true;
    if (cutline_output_open(
            j->context, j->format->format, j->options, cli_sink_write, &j->sink, &j->together, &error) == CUTLINE_OK)
        return true;
    cli_say_error(j->output ? j->output : "standard output", &error);
    return false;
}

static void end_file(job *j) {
    cutline_error error = {CUTLINE_OK, CUTLINE_STAGE_NONE, 0, NULL, 0};
    if (!j->together)
        return;
    const bool failed = cutline_output_close(j->together, &error) != CUTLINE_OK;
    if (j->write_failed)
        return;
    if (failed && error.status != CUTLINE_E_WRITE)
        cli_say_error(j->output ? j->output : "standard output", &error);
    j->write_failed = !cli_sink_end(&j->sink) || failed;
}

static int extract_all(job *j) {
    if (!cli_sink_open(&j->sink, j->output, j->format->ending, &j->pages) || !begin_file(j)) {
        cli_sink_close(&j->sink, true);
        return CLI_SOME_FAILED;
    }
    cli_catch_signals();
    /* Not between the articles themselves, on the same terminal. */
    cli_report_begin(&j->report, j->pages.count, !j->quiet && (j->output || !isatty(STDOUT_FILENO)));
    j->report.failed = j->pages.failed;
    size_t at = 0;
    for (; at < j->pages.count && !j->write_failed && !cli_signal(); at++) {
        extract_input(j, j->pages.at[at]);
        cli_report_progress(&j->report);
    }
    cli_report_clear(&j->report);
    end_file(j);
    const bool closed = cli_sink_close(&j->sink, j->write_failed);
    const bool stopped = cli_signal() && at < j->pages.count;
    if (stopped)
        cli_say("stopped after %zu of %zu pages%s%s", at, j->pages.count,
            j->written && j->output ? ", which are in " : "", j->written && j->output ? j->output : "");
    if (!j->quiet)
        cli_report_end(&j->report);
    if (stopped)
        return CLI_INTERRUPTED + cli_signal();
    return j->report.failed || j->write_failed || !closed ? CLI_SOME_FAILED : CLI_GOOD;
}

static bool add_named(job *j, const char *name) {
    if (j->input_is_list && strcmp(name, "-") == 0) {
        cli_say("extract: standard input can't be a page and the list of --files-from as well");
        return false;
    }
    if (j->recursive)
        cli_pages_add_tree(&j->pages, name);
    else
        cli_pages_add(&j->pages, name);
    return true;
}

/* Reads the command line once: for its options, or (when these are known) for the names of pages, in their order.
 * CLI_GOOD, CLI_USAGE, or -1 where help was all that was wanted. */
static int read_once(job *j, int count, char **arguments, bool names) {
    cli_arguments a = {.command = "extract", .options = cli_manual_extract.options, .count = count, .at = arguments};
    for (int id; (id = cli_next(&a)) != CLI_END;) {
        bool good = id != CLI_BAD;
        if (id == CLI_OPTION_HELP) {
            cli_print_help(&cli_manual_extract, stdout);
            return -1;
        }
        if (id == CLI_OPERAND)
            good = !names || add_named(j, a.value);
        else if (id == CLI_OPTION_FILES_FROM && names)
            good = cli_pages_add_list(&j->pages, a.value);
        else if (id == CLI_OPTION_FILES_FROM)
            j->input_is_list |= strcmp(a.value, "-") == 0;
        else if (good && !names)
            good = take_option(j, id, a.value);
        if (!good)
            return cli_usage("extract");
    }
    return CLI_GOOD;
}

static int read_arguments(job *j, int count, char **arguments) {
    int status = read_once(j, count, arguments, false);
    if (status == CLI_GOOD)
        status = read_once(j, count, arguments, true);
    if (status == CLI_GOOD && j->front_matter && j->pages.count > 1 && !cli_is_directory(j->output)) {
        cli_say("extract: --front-matter is for the beginning of a file: of several pages, with -o DIR/");
        status = cli_usage("extract");
    }
    if (status == CLI_GOOD && j->format->format == CUTLINE_FORMAT_EPUB && !j->output && isatty(STDOUT_FILENO)) {
        cli_say("extract: a book is no text for a terminal: say -o book.epub");
        status = cli_usage("extract");
    }
    if (status == CLI_GOOD && !j->pages.count && !j->pages.failed) {
        cli_say("extract: no page given: name files, or - for standard input");
        status = cli_usage("extract");
    }
    return status;
}

static int run(int count, char **arguments) {
    job j = {.format = formats, .options = cutline_options_new()};
    int status = CLI_SOME_FAILED;
    if (j.options && cutline_context_new(NULL, &j.context) == CUTLINE_OK) {
        status = read_arguments(&j, count, arguments);
        if (status == CLI_GOOD)
            status = extract_all(&j);
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

const cli_command cli_extract = {&cli_manual_extract, run};
