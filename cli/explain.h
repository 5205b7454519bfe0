/* Texts folded for looking words up in them. */
#ifndef CLI_EXPLAIN_H
#define CLI_EXPLAIN_H

#include "cli.h"

/* A copy, ended by a NUL and the caller's to free, in which runs of white space are one space (none at the ends),
 * letters of the Latin, Greek, Cyrillic and Armenian scripts are small, and quotation marks and dashes plain. */
char *cli_fold(const char *text, size_t size);

#endif
