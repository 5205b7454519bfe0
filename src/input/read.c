#include "base/checked.h"
#include "base/limits.h"
#include "base/status.h"
#include "input/unpack.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK ((size_t)64 << 10) /* first room for what has no size: pipes, terminals */

static const char page_bytes_message[] =
    "the page is over its limit of bytes, CUTLINE_LIMIT_PAGE_BYTES (2 GiB unless set): no news page is that long";
static const char unpack_ratio_message[] =
    "unpacks to far more than its size, as a bomb does: CUTLINE_LIMIT_UNPACK_RATIO (1000 unless set) was reached";

void cl_input_init(cl_input *input, const cutline_allocator *allocator) {
    *input = (cl_input){.allocator = allocator};
}

void cl_input_free(cl_input *input) {
    cl_vector_free(input->allocator, &input->file);
    cl_vector_free(input->allocator, &input->unpacked);
    cl_unpack_zstd_free(input->zstd);
    input->zstd = NULL;
}

static cutline_status fail_io(int number, const char *message, cutline_error *error) {
    const cutline_status status = cl_fail(error, CUTLINE_E_IO, CUTLINE_STAGE_INPUT, 0, message);
    if (error)
        error->system_errno = number;
    return status;
}

static cutline_status fail_open(int number, cutline_error *error) {
    switch (number) {
    case ENOENT:
        return fail_io(number, "there is no such file", error);
    case ENOTDIR:
        return fail_io(number, "there is no such file: a part of its path is not a directory", error);
    case EACCES:
    case EPERM:
        return fail_io(number, "may not be read: its permissions forbid it", error);
    case EISDIR:
        return fail_io(number, "is a directory, not a page: name the files in it", error);
    case EMFILE:
    case ENFILE:
        return fail_io(number, "could not be opened: too many files are open", error);
    default:
        return fail_io(number, "could not be opened", error);
    }
}

cutline_status cl_input_open(const char *path, int *fd, cutline_error *error) {
    int opened;
    do
        opened = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    while (opened < 0 && errno == EINTR);
    if (opened < 0)
        return fail_open(errno, error);
    struct stat about;
    if (fstat(opened, &about) == 0 && S_ISDIR(about.st_mode)) {
        close(opened);
        return fail_open(EISDIR, error);
    }
    *fd = opened;
    return CUTLINE_OK;
}

/* How much room to begin with: the file's size, and one byte more to see its end without growing. */
static size_t first_room(int fd, uint64_t limit) {
    struct stat about;
    if (fstat(fd, &about) != 0 || !S_ISREG(about.st_mode) || about.st_size <= 0)
        return CHUNK;
    const uint64_t size = (uint64_t)about.st_size;
    return (size_t)(size > limit ? limit : size) + 1;
}

/* A regular file over the limit is seen before a byte of it is read. */
static bool is_too_big(int fd, uint64_t limit) {
    struct stat about;
    return fstat(fd, &about) == 0 && S_ISREG(about.st_mode) && about.st_size > 0 && (uint64_t)about.st_size > limit;
}

static cutline_status read_all(cl_input *input, int fd, uint64_t limit, cutline_error *error) {
    cl_buffer *const b = &input->file;
    if (is_too_big(fd, limit))
        return cl_fail(error, CUTLINE_E_LIMIT, CUTLINE_STAGE_INPUT, 0, page_bytes_message);
    if (!cl_vector_reserve(input->allocator, b, first_room(fd, limit)))
        return cl_fail(error, CUTLINE_E_NOMEM, CUTLINE_STAGE_INPUT, 0, NULL);
    for (;;) {
        if (!cl_vector_room(input->allocator, b))
            return cl_fail(error, CUTLINE_E_NOMEM, CUTLINE_STAGE_INPUT, b->count, NULL);
        const ssize_t got = read(fd, b->at + b->count, b->capacity - b->count);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0 && errno == EISDIR)
            return fail_open(EISDIR, error);
        if (got < 0)
            return fail_io(errno, "could not be read to its end", error);
        if (got == 0)
            return CUTLINE_OK;
        b->count += (size_t)got;
        if (b->count > limit)
            return cl_fail(error, CUTLINE_E_LIMIT, CUTLINE_STAGE_INPUT, limit, page_bytes_message);
    }
}

static bool ends_in_br(const char *path) {
    const size_t size = path ? strlen(path) : 0;
    return size > 3 && cl_slice_equal_nocase(cl_slice_of(path + size - 3, 3), CL_SLICE(".br"));
}

/* Brotli has no magic bytes. Where the name says so, it is brotli unless nothing at all comes out and the bytes are
 * text. Where the name does not, binary bytes of no known kind are brotli if they unpack from the first to the last. */
static cutline_status unpack_maybe_brotli(
    cl_input *input, cl_unpack *u, const char *path, bool *packed, cutline_error *error) {
    const bool named = ends_in_br(path);
    const char *const binary = cl_sniff_binary(u->packed.data, u->packed.size, false);
    *packed = false;
    if (!u->packed.size || (!named && binary != cl_sniff_unknown))
        return CUTLINE_OK;
    cutline_error inner;
    const cutline_status status = cl_unpack_brotli(u, &inner);
    if (status == CUTLINE_E_DAMAGED && (named ? !binary && input->unpacked.count == 0 : true)) {
        input->unpacked.count = 0;
        return CUTLINE_OK;
    }
    *packed = true;
    if (status != CUTLINE_OK && error)
        *error = inner;
    return status;
}

cutline_status cl_input_read(
    cl_input *input, int fd, const char *path, const cl_input_limits *limits, cl_slice *bytes, cutline_error *error) {
    uint64_t page_bytes = limits && limits->page_bytes ? limits->page_bytes : CL_PAGE_BYTES_DEFAULT;
    const uint64_t ratio = limits && limits->unpack_ratio ? limits->unpack_ratio : CL_UNPACK_RATIO_DEFAULT;
    if (page_bytes > CL_PAGE_BYTES_MAX)
        page_bytes = CL_PAGE_BYTES_MAX;
    cl_vector_clear(input->allocator, &input->file);
    cl_vector_clear(input->allocator, &input->unpacked);
    *bytes = CL_SLICE_NONE;
    cutline_status status = read_all(input, fd, page_bytes, error);
    if (status != CUTLINE_OK)
        return status;
    const cl_slice file = cl_slice_of(input->file.at, input->file.count);
    cl_unpack u = {.allocator = input->allocator,
        .packed = file,
        .out = &input->unpacked,
        .page_bytes = page_bytes,
        .ratio = ratio,
        .page_message = page_bytes_message,
        .ratio_message = unpack_ratio_message};
    bool packed = true;
    if (cl_is_gzip(file))
        status = cl_unpack_gzip(&u, error);
    else if (cl_is_zstd(file))
        status = cl_unpack_zstd(&u, &input->zstd, error);
    else
        status = unpack_maybe_brotli(input, &u, path, &packed, error);
    if (status == CUTLINE_OK || status == CUTLINE_E_DAMAGED)
        *bytes = packed ? cl_slice_of(input->unpacked.at, input->unpacked.count) : file;
    return status;
}
