/* Measures the kernels and the decoders on files, in memory.
 *
 * usage: encoding_speed [--as LABEL] FILE...
 *
 * Prints, for all files put one after the other (and repeated up to 64 MiB): GB/s of each kernel on this processor, and
 * of decoding by LABEL, or as the files say. The best of seven runs. */
#include "encoding/decoders.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { RUNS = 7 };

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static char *read_files(char **paths, int count, size_t room, size_t *size) {
    char *const bytes = malloc(room);
    *size = 0;
    for (int i = 0; bytes && i < count; i++) {
        FILE *const f = fopen(paths[i], "rb");
        if (f) {
            *size += fread(bytes + *size, 1, room - *size, f);
            fclose(f);
        }
    }
    return bytes;
}

static void time_kernel(const char *set, const char *what, size_t (*kernel)(const unsigned char *, size_t),
    const char *bytes, size_t size) {
    double best = 1e9;
    size_t prefix = 0;
    for (int run = 0; run < RUNS; run++) {
        const double start = now();
        prefix = kernel((const unsigned char *)bytes, size);
        const double took = now() - start;
        best = took < best ? took : best;
    }
    printf("%-6s %-6s %7.2f GB/s over %zu bytes\n", set, what, (double)prefix / best / 1e9, prefix);
}

static void time_decode(const char *bytes, size_t size, const char *label) {
    const cl_encoding *const forced = label ? cl_encoding_for_label(cl_slice_z(label)) : NULL;
    cl_decoder decoder;
    cl_decoded decoded = {{NULL, 0}, NULL, CUTLINE_ENCODING_NONE, 0, NULL};
    cl_decoder_init(&decoder, &cl_allocator_default);
    double best = 1e9;
    for (int run = 0; run < RUNS; run++) {
        const double start = now();
        if (cl_decode(&decoder, bytes, size, forced, CL_SLICE_NONE, UINT64_MAX, &decoded, NULL) != CUTLINE_OK)
            exit(1);
        const double took = now() - start;
        best = took < best ? took : best;
    }
    printf("decode %-14s %7.3f GB/s of %zu bytes, %zu bytes of UTF-8\n", cl_encoding_name(decoded.encoding).data,
        (double)size / best / 1e9, size, decoded.text.size);
    cl_decoder_free(&decoder);
}

int main(int argc, char **argv) {
    const char *const label = argc > 2 && strcmp(argv[1], "--as") == 0 ? argv[2] : NULL;
    const int first = label ? 3 : 1;
    const size_t room = (size_t)64 << 20;
    size_t size;
    char *const bytes = read_files(argv + first, argc - first, room, &size);
    if (!bytes || size == 0)
        return 2;
    for (const size_t once = size; size + once <= room; size += once)
        memcpy(bytes + size, bytes, once);
    if (!label)
        for (size_t i = 0; cl_kernels_at(i); i++) {
            time_kernel(cl_kernels_at(i)->name, "ascii", cl_kernels_at(i)->ascii, bytes, size);
            time_kernel(cl_kernels_at(i)->name, "utf8", cl_kernels_at(i)->utf8, bytes, size);
        }
    time_decode(bytes, size, label);
    free(bytes);
    return 0;
}
