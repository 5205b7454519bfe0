/* Runs the encoding tests of html5lib-tests: pages, each with the encoding that a parser must come to.
 *
 * usage: test_encoding_html5lib FOLDER     exit status 77 where the folder is not there */
#include "encoding/encoding.h"

#include <stdio.h>
#include <stdlib.h>

static size_t total, failed;

static void run_test(const char *file, cl_slice data, cl_slice label) {
    const cl_encoding *const wanted = cl_encoding_for_label(label);
    cl_decoder decoder;
    cl_decoded decoded;
    cl_decoder_init(&decoder, &cl_allocator_default);
    const cutline_status status =
        cl_decode(&decoder, data.data, data.size, NULL, CL_SLICE_NONE, UINT64_MAX, &decoded, NULL);
    /* The tests ask what the page declares. Where its bytes are UTF-8 all the same, as those of one test are, that is
     * what we take, and keep what was declared. */
    const cl_encoding *const found = decoded.declared ? decoded.declared : decoded.encoding;
    total++;
    if (status != CUTLINE_OK || found != wanted || !wanted) {
        failed++;
        printf("%s, test %zu: %.*s instead of %.*s\n%.*s\n", file, total, (int)cl_encoding_name(found).size,
            cl_encoding_name(found).data, (int)label.size, label.data, (int)data.size, data.data);
    }
    cl_decoder_free(&decoder);
}

/* The first place of `text` in the bytes, which follows a line feed or is at their start. */
static const char *find_line(const char *bytes, const char *end, const char *text) {
    const size_t size = strlen(text);
    for (const char *p = bytes; (size_t)(end - p) >= size; p++)
        if ((p == bytes || p[-1] == '\n') && memcmp(p, text, size) == 0)
            return p;
    return NULL;
}

static void run_bytes(const char *file, const char *bytes, size_t size) {
    const char *const end = bytes + size;
    const char *p = find_line(bytes, end, "#data\n");
    while (p) {
        const char *const data = p + 6;
        const char *const middle = find_line(data, end, "#encoding\n");
        if (!middle)
            break;
        const char *const label = middle + 10;
        const char *line = label;
        while (line < end && *line != '\n')
            line++;
        const size_t data_size = middle > data ? (size_t)(middle - data) - 1 : 0; /* the line feed is not the page's */
        run_test(file, cl_slice_of(data, data_size), cl_slice_of(label, (size_t)(line - label)));
        p = find_line(line, end, "#data\n");
    }
}

static int run_file(const char *folder, const char *name) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *const f = fopen(path, "rb");
    if (!f)
        return 0;
    static char bytes[1 << 20];
    const size_t size = fread(bytes, 1, sizeof bytes, f);
    fclose(f);
    run_bytes(name, bytes, size);
    return 1;
}

int main(int argc, char **argv) {
    const char *const folder = argc > 1 ? argv[1] : "../shared/html5lib-tests/encoding";
    /* scripted/tests1.dat is left out: it needs a script that is run, and Cutline runs none. */
    static const char *const names[] = {"tests1.dat", "tests2.dat", "test-yahoo-jp.dat"};
    int files = 0;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        files += run_file(folder, names[i]);
    if (files == 0) {
        printf("skipped: %s is not there\n", folder);
        return 77;
    }
    printf("html5lib-tests, encoding: %zu of %zu pass (scripted/ left out: no script is run here)\n", total - failed,
        total);
    return failed != 0 || total == 0;
}
