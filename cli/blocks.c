#include "each.h"

#include <stdio.h>

enum { TEXT = 1, JSON };

static bool take(cli_each *each, int id, const char *value) {
    static const cli_choice formats[] = {{"text", TEXT}, {"json", JSON}, {NULL, 0}};
    return id == CLI_OPTION_FORMAT && cli_choose("blocks", "format", value, formats, &each->chosen);
}

static int put(cli_each *each, cutline_string s) {
    return s.size ? cli_sink_write(&each->sink, s.data, s.size) : 0;
}

/* A text on one line: line feeds and tabs as \n and \t, and a backslash as two. */
static int put_line(cli_each *each, cutline_string s) {
    size_t begin = 0;
    int failed = 0;
    for (size_t i = 0; i < s.size && !failed; i++) {
        const char c = s.data[i];
        if (c != '\n' && c != '\t' && c != '\\')
            continue;
        const char escape[2] = {'\\', c == '\n' ? 'n' : c == '\t' ? 't' : '\\'};
        failed = put(each, (cutline_string){s.data + begin, i - begin}) || cli_sink_write(&each->sink, escape, 2);
        begin = i + 1;
    }
    return failed || put(each, (cutline_string){s.data + begin, s.size - begin}) ||
           cli_sink_write(&each->sink, "\n", 1);
}

static int put_block(cli_each *each, const cutline_record *record, size_t i) {
    char number[64];
    const unsigned p = (unsigned)(cutline_record_page_block_probability(record, i) * 1000 + 0.5);
    const int before = snprintf(number, sizeof number, "\t%u.%03u\t", p / 1000, p % 1000);
    if (put(each, cutline_role_name(cutline_record_page_block_role(record, i))) ||
        cli_sink_write(&each->sink, number, (size_t)before) || put(each, cutline_record_page_block_type(record, i)))
        return 1;
    const int after =
        snprintf(number, sizeof number, "\t%llu\t", (unsigned long long)cutline_record_page_block_offset(record, i));
    return cli_sink_write(&each->sink, number, (size_t)after) ||
           put_line(each, cutline_record_page_block_text(record, i));
}

static int write_text(cli_each *each, const cutline_record *record) {
    if ((each->written && cli_sink_write(&each->sink, "\n", 1)) || cli_sink_write(&each->sink, "# ", 2) ||
        put(each, cutline_record_page_kind(record)) || cli_sink_write(&each->sink, " ", 1) ||
        put_line(each, cutline_record_path(record)))
        return 1;
    for (size_t i = 0; i < cutline_record_page_block_count(record); i++)
        if (put_block(each, record, i))
            return 1;
    return 0;
}

static int write_blocks(cli_each *each, const cutline_record *record) {
    if (each->chosen == TEXT)
        return write_text(each, record);
    return cutline_record_write(record, CUTLINE_FORMAT_BLOCKS, cli_sink_write, &each->sink, NULL) != CUTLINE_OK;
}

static int run(int count, char **arguments) {
    cli_each each = {.manual = &cli_manual_blocks, .take = take, .write = write_blocks, .chosen = TEXT};
    return cli_each_run(&each, count, arguments);
}

const cli_command cli_blocks = {&cli_manual_blocks, run};
