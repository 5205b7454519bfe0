/* Prints which encoding each file is taken to be in, and why; to measure detection over folders of pages.
 *
 * usage: encoding_probe [--text] FILE...
 *
 * A line a file: encoding, source, confidence, what was declared and not followed (or -), times of U+FFFD, path.
 * --text writes the UTF-8 of the files instead. */
#include "encoding/encoding.h"

#include <stdio.h>
#include <stdlib.h>

static char bytes[64 << 20];

static size_t count_replacements(cl_slice text) {
    size_t count = 0;
    for (size_t i = 0; i + 3 <= text.size; i++)
        count += memcmp(text.data + i, "\xEF\xBF\xBD", 3) == 0;
    return count;
}

int main(int argc, char **argv) {
    static const char *const sources[] = {
        "none", "bom", "forced", "transport", "meta", "valid-utf8", "detected", "default"};
    const bool text = argc > 1 && strcmp(argv[1], "--text") == 0;
    cl_decoder decoder;
    cl_decoder_init(&decoder, &cl_allocator_default);
    for (int i = text ? 2 : 1; i < argc; i++) {
        FILE *const f = fopen(argv[i], "rb");
        if (!f) {
            perror(argv[i]);
            return 1;
        }
        const size_t size = fread(bytes, 1, sizeof bytes, f);
        fclose(f);
        cl_decoded d;
        if (cl_decode(&decoder, bytes, size, NULL, CL_SLICE_NONE, UINT64_MAX, &d, NULL) != CUTLINE_OK)
            return 1;
        if (text)
            fwrite(d.text.data, 1, d.text.size, stdout);
        else
            printf("%s %s %.2f %s %zu %s\n", cl_encoding_name(d.encoding).data, sources[d.source], d.confidence,
                d.declared ? cl_encoding_name(d.declared).data : "-", count_replacements(d.text), argv[i]);
    }
    cl_decoder_free(&decoder);
    return 0;
}
