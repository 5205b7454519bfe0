#include "each.h"

#include <stdio.h>

static const cli_option options[] = {CLI_EACH_OPTIONS};

static void help(void) {
    puts("cutline features: print what the model sees of each block of pages, for training\n"
         "\n"
         "usage: cutline features [OPTION...] FILE...      (- for standard input)\n"
         "\n"
         "  cutline features pages/*.html >features.jsonl\n"
         "\n"
         "One JSON object a line and page: \"columns\" names the numbers of \"x\", each of which stands for\n"
         "itself divided by 64; \"words\" and \"classes\" are hashes.\n"
         "\n"
         "Options:");
    cli_print_options(options);
    puts("\nExit status: 0 all good, 1 some pages failed, 2 wrong usage, 130 stopped by Ctrl-C.");
}

static bool take(cli_each *each, int id, const char *value) {
    (void)each;
    (void)id;
    (void)value;
    return false;
}

static int write_features(cli_each *each, const cutline_record *record) {
    return cutline_record_write(record, CUTLINE_FORMAT_FEATURES, cli_sink_write, &each->sink, NULL) != CUTLINE_OK;
}

static int run(int count, char **arguments) {
    cli_each each = {.command = "features",
        .options = options,
        .help = help,
        .take = take,
        .write = write_features,
        .features = true};
    return cli_each_run(&each, count, arguments);
}

const cli_command cli_features = {"features", "print what the model sees of each block of pages", run, help};
