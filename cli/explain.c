#include "each.h"
#include "explain.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define REASONS_MAX 12
#define SHOWN_MAX   400 /* bytes of a block's text */

static bool take(cli_each *each, int id, const char *value) {
    if (id != CLI_OPTION_TEXT)
        return false;
    free(each->own);
    each->own = cli_fold(value, strlen(value));
    if (*(char *)each->own)
        return true;
    cli_say("explain: --text is empty: give words of the page");
    return false;
}

static bool check(const cli_each *each) {
    if (!each->own)
        cli_say("explain: no words given: say --text WORDS");
    return each->own != NULL;
}

static int put(cli_each *e, const char *text) {
    return cli_sink_write(&e->sink, text, strlen(text));
}

/* The text, on one line; of a long one the beginning. */
static int put_text(cli_each *e, cutline_string text) {
    char line[SHOWN_MAX + 8];
    size_t size = text.size < SHOWN_MAX ? text.size : SHOWN_MAX;
    while (size < text.size && size && ((unsigned char)text.data[size] & 0xc0) == 0x80)
        size--; /* a whole character */
    for (size_t i = 0; i < size; i++)
        line[i] = (unsigned char)text.data[i] < ' ' || text.data[i] == 0x7f ? ' ' : text.data[i];
    memcpy(line + size, size < text.size ? "\xe2\x80\xa6\n" : "\n", size < text.size ? 5 : 2);
    return put(e, "  ") || put(e, line);
}

static int put_reasons(cli_each *e, const cutline_reason *reasons, size_t count, bool against) {
    bool any = false;
    for (size_t i = 0; i < count; i++) {
        if ((reasons[i].weight < 0) != against)
            continue;
        if ((!any && put(e, against ? "  against the story's text\n" : "  for the story's text\n")) || put(e, "    ") ||
            put(e, reasons[i].text) || put(e, "\n"))
            return 1;
        any = true;
    }
    return 0;
}

static int put_place(cli_each *e, const cutline_record *record, size_t i) {
    char line[64];
    cutline_reason reasons[REASONS_MAX];
    snprintf(
        line, sizeof line, "  stands at byte %llu", (unsigned long long)cutline_record_page_block_offset(record, i));
    const size_t count = cutline_record_page_block_reasons(record, i, reasons, REASONS_MAX);
    return put(e, line) || (count && put(e, ", in ")) ||
           cutline_record_page_block_path(record, i, cli_sink_write, &e->sink, NULL) != CUTLINE_OK || put(e, "\n") ||
           (!count && put(e, "  nothing was measured: the page is text that was flattened already\n")) ||
           put_reasons(e, reasons, count, false) || put_reasons(e, reasons, count, true);
}

static int put_block(cli_each *e, const cutline_record *record, size_t i) {
    char line[160];
    const cutline_role role = cutline_record_page_block_role(record, i);
    const cutline_string type = cutline_record_page_block_type(record, i);
    snprintf(line, sizeof line, "\nblock %zu of %zu: %s\n", i + 1, cutline_record_page_block_count(record),
        role == CUTLINE_ROLE_BODY ? "in the article's text" : "left out of the article's text");
    if (put(e, line) || put_text(e, cutline_record_page_block_text(record, i)))
        return 1;
    snprintf(line, sizeof line, "  is %s, %.0f %% sure; marked up as %.*s\n", cutline_role_name(role).data,
        cutline_record_page_block_probability(record, i) * 100, (int)type.size, type.data);
    return put(e, line) || put_place(e, record, i);
}

static bool holds(const cutline_record *record, size_t i, const char *words) {
    const cutline_string text = cutline_record_page_block_text(record, i);
    char *const folded = cli_fold(text.data, text.size);
    const bool found = strstr(folded, words) != NULL;
    free(folded);
    return found;
}

static int write_explanation(cli_each *e, const cutline_record *record) {
    char line[64];
    size_t found = 0;
    const size_t count = cutline_record_page_block_count(record);
    for (size_t i = 0; i < count; i++)
        found += holds(record, i, e->own);
    const cutline_string path = cutline_record_path(record);
    if (!found) {
        cli_say(
            "%.*s: none of its %zu blocks holds these words, one after the other", (int)path.size, path.data, count);
        e->failed = true;
        return 0;
    }
    snprintf(line, sizeof line, ": %zu block%s these words\n", found, found == 1 ? " holds" : "s hold");
    if ((e->written && put(e, "\n")) || cli_sink_write(&e->sink, path.data, path.size) || put(e, line))
        return 1;
    for (size_t i = 0; i < count; i++)
        if (holds(record, i, e->own) && put_block(e, record, i))
            return 1;
    return 0;
}

static int run(int count, char **arguments) {
    cli_each each = {.manual = &cli_manual_explain,
        .take = take,
        .check = check,
        .write = write_explanation,
        .ending = "txt",
        .features = true};
    const int status = cli_each_run(&each, count, arguments);
    free(each.own);
    return status;
}

const cli_command cli_explain = {&cli_manual_explain, run};
