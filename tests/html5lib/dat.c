#include "dat.h"

#include <stdio.h>
#include <stdlib.h>

bool dat_open(dat_file *file, const char *path) {
    *file = (dat_file){.line = 1};
    FILE *const f = fopen(path, "rb");
    if (!f)
        return false;
    bool ok = fseek(f, 0, SEEK_END) == 0;
    const long size = ok ? ftell(f) : -1;
    ok = size >= 0 && fseek(f, 0, SEEK_SET) == 0 && (file->bytes = malloc((size_t)size + 1)) != NULL &&
         fread(file->bytes, 1, (size_t)size, f) == (size_t)size;
    fclose(f);
    file->size = ok ? (size_t)size : 0;
    if (!ok)
        dat_close(file);
    return ok;
}

void dat_close(dat_file *file) {
    free(file->bytes);
    file->bytes = NULL;
}

/* The next line, without its line feed; false at the end. */
static bool next_line(dat_file *file, cl_slice *line) {
    if (file->at >= file->size)
        return false;
    const char *const p = file->bytes + file->at;
    const char *const feed = memchr(p, '\n', file->size - file->at);
    *line = cl_slice_of(p, feed ? (size_t)(feed - p) : file->size - file->at);
    file->at += line->size + 1;
    file->line++;
    return true;
}

static bool is(cl_slice line, const char *text) {
    return cl_slice_equal(line, cl_slice_z(text));
}

/* What stands between `from` and the line that has just been read, without the last line feed. */
static cl_slice up_to(const dat_file *file, size_t from, cl_slice line) {
    const size_t end = (size_t)(line.data - file->bytes);
    return cl_slice_of(file->bytes + from, end > from ? end - from - 1 : 0);
}

static bool is_next_test(const dat_file *file) {
    return file->at >= file->size || (file->size - file->at >= 6 && memcmp(file->bytes + file->at, "#data\n", 6) == 0);
}

/* The tree goes on to an empty line behind which a test begins. */
static void read_document(dat_file *file, dat_test *test) {
    const size_t from = file->at;
    size_t end = from;
    cl_slice line;
    while (next_line(file, &line)) {
        if (line.size == 0 && is_next_test(file))
            break;
        end = (size_t)(line.data - file->bytes) + line.size;
    }
    test->document = cl_slice_of(file->bytes + from, end - from);
}

bool dat_next(dat_file *file, dat_test *test) {
    cl_slice line;
    *test = (dat_test){.number = file->number + 1};
    do {
        test->line = file->line;
        if (!next_line(file, &line))
            return false;
    } while (!is(line, "#data"));
    file->number++;
    const size_t from = file->at;
    while (next_line(file, &line) && !is(line, "#errors"))
        continue;
    test->data = up_to(file, from, line);
    while (next_line(file, &line)) {
        if (is(line, "#document-fragment") && next_line(file, &line))
            test->fragment = line;
        else if (is(line, "#script-off"))
            test->scripting = DAT_OFF;
        else if (is(line, "#script-on"))
            test->scripting = DAT_ON;
        else if (is(line, "#document")) {
            read_document(file, test);
            break;
        }
    }
    return true;
}
