#include "each.h"
#include "roles.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

enum { WITH = CLI_EACH_OWN };

static const cli_option options[] = {
    {WITH, 0, "with", "ROLES", "roles that go into the text besides the body: aside,note,caption"}, CLI_EACH_OPTIONS};

static void help(void) {
    puts("cutline xray: show a page with every block painted by its role, as HTML\n"
         "\n"
         "usage: cutline xray [OPTION...] FILE...      (- for standard input)\n"
         "\n"
         "  cutline xray story.html >xray.html            look at it in any browser\n"
         "  cutline xray -o xray/ saved-pages/*.html      xray/NAME.html for each page\n"
         "\n"
         "The page's blocks in their order, with role and probability, and the article beside them. It is\n"
         "one file without scripts that loads nothing. Several pages need -o DIRECTORY/.\n"
         "\n"
         "Options:");
    cli_print_options(options);
    puts("\nExit status: 0 all good, 1 some pages failed, 2 wrong usage, 130 stopped by Ctrl-C.");
}

static bool take(cli_each *each, int id, const char *value) {
    return id == WITH && cli_set_roles("xray", value, each->settings);
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
    cli_each each = {.command = "xray",
        .options = options,
        .help = help,
        .take = take,
        .check = check,
        .write = write_xray,
        .ending = "html",
        .features = true};
    return cli_each_run(&each, count, arguments);
}

const cli_command cli_xray = {"xray", "show a page with every block painted by its role, as HTML", run, help};
