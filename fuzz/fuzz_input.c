/* Reading and unpacking: any file gives bytes or a clean status, and never more bytes than the limit allows.
 *
 * First byte: bit 0 the name ends in ".br", bit 1 small limits, bit 2 memory runs out once; second byte: at which
 * allocation. The rest is the file. */
#include "common.h"
#include "input/input.h"

#include <fcntl.h>
#include <unistd.h>

/* The bytes as a file that can be read from its start; -1 where that does not work. */
static int file_of(const uint8_t *data, size_t size) {
    char path[] = "/tmp/fuzz_input_XXXXXX";
    const int fd = mkstemp(path);
    if (fd < 0)
        return -1;
    unlink(path);
    size_t done = 0;
    while (done < size) {
        const ssize_t n = write(fd, data + done, size - done);
        if (n <= 0) {
            close(fd);
            return -1;
        }
        done += (size_t)n;
    }
    return lseek(fd, 0, SEEK_SET) == 0 ? fd : -1;
}

/* Reads every byte, so that a sanitizer sees those that are not there. */
static unsigned sum(cl_slice bytes) {
    unsigned total = 0;
    for (size_t i = 0; i < bytes.size; i++)
        total += (unsigned char)bytes.data[i];
    return total;
}

static void read_file(cl_input *input, int fd, uint8_t flags, const fuzz_memory *memory) {
    const cl_input_limits limits = {
        .page_bytes = (flags & 2) ? 1000 : 8u << 20, .unpack_ratio = (flags & 2) ? 10 : 1000};
    cutline_error error = {.message = NULL};
    cl_slice bytes = CL_SLICE_NONE;
    const cutline_status status = cl_input_read(input, fd, (flags & 1) ? "x.br" : "x", &limits, &bytes, &error);
    FUZZ_CHECK(status == CUTLINE_OK || status == CUTLINE_E_DAMAGED || status == CUTLINE_E_LIMIT ||
                   (status == CUTLINE_E_NOMEM && memory->failed),
        "a status that can't be");
    FUZZ_CHECK(status == CUTLINE_OK || (error.status == status && error.message), "no message");
    if (status != CUTLINE_OK && status != CUTLINE_E_DAMAGED)
        return;
    FUZZ_CHECK(bytes.size <= limits.page_bytes, "over the limit");
    static volatile unsigned sink;
    sink = sum(bytes);
    (void)sink;
    (void)cl_sniff_binary(bytes.data ? bytes.data : "", bytes.size, false);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    const uint8_t flags = fuzz_choice(&data, &size), fail_at = fuzz_choice(&data, &size);
    fuzz_memory memory = {.fail_at = (flags & 4) ? fail_at : 0};
    const cutline_allocator allocator = fuzz_allocator(&memory);
    const int fd = file_of(data, size);
    FUZZ_CHECK(fd >= 0, "no temporary file");
    cl_input input;
    cl_input_init(&input, &allocator);
    read_file(&input, fd, flags, &memory);
    FUZZ_CHECK(lseek(fd, 0, SEEK_SET) == 0, "no temporary file");
    read_file(&input, fd, flags, &memory);
    cl_input_free(&input);
    close(fd);
    FUZZ_CHECK(memory.live == 0, "memory is left");
    return 0;
}
