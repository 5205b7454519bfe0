#include "manual.h"

#include <stddef.h>

#include "manual_data.inc"

void cli_print_help(const cli_manual *manual, FILE *to) {
    for (const char *const *line = manual->help; *line; line++)
        fprintf(to, "%s\n", *line);
}
