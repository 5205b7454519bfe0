#include "each.h"
#include "roles.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

static bool take(cli_each *each, int id, const char *value) {
    return id == CLI_OPTION_WITH && cli_set_roles("xray", value, each->settings);
}

static bool is_directory(const char *path) {
    struct stat about;
    const size_t size = path ? strlen(path) : 0;
    return size && (path[size - 1] == '/' || (stat(path, &about) == 0 && S_ISDIR(about.st_mode)));
}

static bool check(const cli_each *each) {
    if (each->pages.count < 2 || is_directory(each->output))
        return true;
    cli_say("xray: several pages make several files: say -o DIRECTORY/");
    return false;
}

static int write_xray(cli_each *each, const cutline_record *record) {
    return cutline_record_write(record, CUTLINE_FORMAT_XRAY, cli_sink_write, &each->sink, NULL) != CUTLINE_OK;
}

static int run(int count, char **arguments) {
    cli_each each = {.manual = &cli_manual_xray,
        .take = take,
        .check = check,
        .write = write_xray,
        .ending = "html",
        .features = true};
    return cli_each_run(&each, count, arguments);
}

const cli_command cli_xray = {&cli_manual_xray, run};
