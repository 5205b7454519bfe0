/* Tests in the format of html5lib's tree-construction tests (README.md there). Lines between #errors and the next
 * section may say anything: ours tell there what a test is about. */
#ifndef TESTS_HTML5LIB_DAT_H
#define TESTS_HTML5LIB_DAT_H

#include "base/slice.h"

typedef enum dat_scripting { DAT_BOTH, DAT_OFF, DAT_ON } dat_scripting;

typedef struct dat_test {
    size_t line;   /* of its "#data", from 1 */
    size_t number; /* in its file, from 1 */
    cl_slice data;
    cl_slice fragment; /* absent: a document */
    cl_slice document; /* without the line feed at its end */
    dat_scripting scripting;
} dat_test;

typedef struct dat_file {
    char *bytes;
    size_t size;
    size_t at, line, number; /* of what is read next */
} dat_file;

/* False where the file can't be read. */
bool dat_open(dat_file *file, const char *path);
void dat_close(dat_file *file);
/* False after the last test. A test that is cut short has a document that is absent. */
bool dat_next(dat_file *file, dat_test *test);

#endif
