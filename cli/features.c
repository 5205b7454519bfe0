#include "each.h"

#include <stdio.h>

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
    cli_each each = {.manual = &cli_manual_features, .take = take, .write = write_features, .features = true};
    return cli_each_run(&each, count, arguments);
}

const cli_command cli_features = {&cli_manual_features, run};
