#define _XOPEN_SOURCE 700 /* mkdtemp() */
#include "cmocka_all.h"
#include "packers.h"

#include "base/limits.h"
#include "base/memory.h"
#include "input/input.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* An allocator that counts what it has given, and fails from the n-th time on. */
typedef struct counting {
    size_t live; /* bytes */
    size_t peak; /* bytes */
    size_t left; /* allocations before it fails; SIZE_MAX: never */
} counting;

static void *count_reallocate(void *user, void *old, size_t old_size, size_t new_size) {
    counting *const c = user;
    if (c->left == 0)
        return NULL;
    c->left -= c->left != SIZE_MAX;
    void *const block = realloc(old, new_size);
    assert_non_null(block);
    c->live += new_size - old_size;
    c->peak = c->live > c->peak ? c->live : c->peak;
    return block;
}

static void count_release(void *user, void *block, size_t size) {
    counting *const c = user;
    c->live -= size;
    free(block);
}

typedef struct fixture {
    counting memory;
    cutline_allocator allocator;
    cl_input input;
    cutline_error error;
    cl_slice bytes;
} fixture;

static int set_up(void **state) {
    fixture *const f = calloc(1, sizeof *f);
    f->memory.left = SIZE_MAX;
    f->allocator = (cutline_allocator){count_reallocate, count_release, &f->memory};
    cl_input_init(&f->input, &f->allocator);
    *state = f;
    return 0;
}

static int tear_down(void **state) {
    fixture *const f = *state;
    cl_input_free(&f->input);
    const size_t live = f->memory.live;
    free(f);
    return live != 0; /* nothing is left behind */
}

static cutline_status read_named(fixture *f, const packed *p, const char *name, const cl_input_limits *limits) {
    FILE *const file = tmpfile();
    assert_non_null(file);
    if (p->size)
        assert_int_equal(fwrite(p->data, 1, p->size, file), p->size);
    rewind(file);
    assert_int_equal(lseek(fileno(file), 0, SEEK_SET), 0);
    const cutline_status status = cl_input_read(&f->input, fileno(file), name, limits, &f->bytes, &f->error);
    fclose(file);
    return status;
}

static cutline_status read_packed(fixture *f, const packed *p) {
    return read_named(f, p, "page", NULL);
}

static const char page[] = "<!doctype html><title>A page</title><p>Some text, some text, some text.";
#define PAGE_SIZE (sizeof page - 1)

static void is_page(const fixture *f, size_t times) {
    assert_int_equal(f->bytes.size, times * PAGE_SIZE);
    for (size_t i = 0; i < times; i++)
        assert_memory_equal(f->bytes.data + i * PAGE_SIZE, page, PAGE_SIZE);
}

static void plain_bytes_come_as_they_are(void **state) {
    packed p = {NULL, 0};
    pack_plain(&p, page, PAGE_SIZE);
    assert_int_equal(read_packed(*state, &p), CUTLINE_OK);
    is_page(*state, 1);
    packed_free(&p);
}

static void an_empty_file_has_no_bytes(void **state) {
    const packed p = {NULL, 0};
    assert_int_equal(read_packed(*state, &p), CUTLINE_OK);
    assert_int_equal(((fixture *)*state)->bytes.size, 0);
}

typedef void (*packer)(packed *, const char *, size_t);

static void members_follow_each_other(void **state) {
    static const packer packers[] = {pack_gzip, pack_zstd};
    for (size_t i = 0; i < 2; i++) {
        packed p = {NULL, 0};
        for (size_t n = 1; n <= 3; n++) {
            packers[i](&p, page, PAGE_SIZE);
            packers[i](&p, "", 0); /* an empty member changes nothing */
            assert_int_equal(read_packed(*state, &p), CUTLINE_OK);
            is_page(*state, n);
        }
        pack_plain(&p, "\0\0\0\0\0", 5); /* nor does padding */
        assert_int_equal(read_packed(*state, &p), CUTLINE_OK);
        is_page(*state, 3);
        packed_free(&p);
    }
}

static void a_skippable_frame_is_skipped(void **state) {
    packed p = {NULL, 0};
    pack_plain(&p, "\x50\x2a\x4d\x18\x03\0\0\0abc", 11);
    pack_zstd(&p, page, PAGE_SIZE);
    assert_int_equal(read_packed(*state, &p), CUTLINE_OK);
    is_page(*state, 1);
    packed_free(&p);
}

static void brotli_is_known_by_its_name_or_by_unpacking(void **state) {
    fixture *const f = *state;
    packed p = {NULL, 0}, random = {NULL, 0};
    for (size_t i = 0; i < 40; i++)
        pack_plain(&random, page, PAGE_SIZE);
    for (size_t i = 0; i < 20000; i++) { /* so that the packed bytes have all values */
        const char c = (char)('!' + (i * 7919 % 8191) % 90);
        pack_plain(&random, &c, 1);
    }
    pack_brotli(&p, random.data, random.size);
    assert_int_equal(read_named(f, &p, "a/page.html.BR", NULL), CUTLINE_OK);
    assert_int_equal(f->bytes.size, random.size);
    assert_memory_equal(f->bytes.data, random.data, random.size);
    assert_int_equal(read_named(f, &p, "page", NULL), CUTLINE_OK);
    assert_int_equal(f->bytes.size, random.size);
    /* Without the name, a truncated stream is binary data like any other. */
    p.size -= 10;
    assert_int_equal(read_named(f, &p, "page", NULL), CUTLINE_OK);
    assert_int_equal(f->bytes.size, p.size);
    assert_int_equal(read_named(f, &p, "page.br", NULL), CUTLINE_E_DAMAGED);
    assert_true(f->bytes.size > 0 && f->bytes.size < random.size);
    assert_memory_equal(f->bytes.data, random.data, f->bytes.size);
    packed_free(&p);
    packed_free(&random);
}

static void a_page_that_is_only_named_brotli_is_a_page(void **state) {
    packed p = {NULL, 0};
    pack_plain(&p, page, PAGE_SIZE);
    assert_int_equal(read_named(*state, &p, "page.br", NULL), CUTLINE_OK);
    is_page(*state, 1);
    packed_free(&p);
}

/* Every prefix of packed bytes: nothing but damage, and what came out is a prefix of the page. */
static void truncated_at_every_byte(void **state) {
    static const packer packers[] = {pack_gzip, pack_zstd, pack_brotli};
    static const char *const names[] = {"page", "page", "page.br"};
    fixture *const f = *state;
    for (size_t i = 0; i < 3; i++) {
        packed p = {NULL, 0};
        packers[i](&p, page, PAGE_SIZE);
        for (const size_t whole = p.size; p.size > 4; p.size--) {
            const cutline_status status = read_named(f, &p, names[i], NULL);
            assert_int_equal(status, p.size == whole ? CUTLINE_OK : CUTLINE_E_DAMAGED);
            assert_true(f->bytes.size <= PAGE_SIZE);
            assert_memory_equal(f->bytes.size ? f->bytes.data : "", page, f->bytes.size);
            if (status != CUTLINE_OK) {
                assert_int_equal(f->error.stage, CUTLINE_STAGE_INPUT);
                assert_int_equal(f->error.offset, p.size);
                assert_non_null(strstr(f->error.message, "end too soon"));
            }
        }
        packed_free(&p);
    }
}

static void what_came_before_the_damage_is_kept(void **state) {
    static const packer packers[] = {pack_gzip, pack_zstd};
    fixture *const f = *state;
    for (size_t i = 0; i < 2; i++) {
        packed p = {NULL, 0};
        packers[i](&p, page, PAGE_SIZE);
        const size_t first = p.size;
        packers[i](&p, page, PAGE_SIZE);
        memset(p.data + first + (i ? 5 : 12), 0x55, p.size - first - (i ? 5 : 12));
        assert_int_equal(read_packed(f, &p), CUTLINE_E_DAMAGED);
        assert_true(f->error.offset >= first);
        assert_true(f->bytes.size >= PAGE_SIZE);
        assert_memory_equal(f->bytes.data, page, PAGE_SIZE);
        p.size = first;
        pack_plain(&p, "and the rest", 12);
        assert_int_equal(read_packed(f, &p), CUTLINE_E_DAMAGED);
        assert_non_null(strstr(f->error.message, "followed by something else"));
        is_page(f, 1);
        packed_free(&p);
    }
}

static void a_wrong_checksum_is_damage(void **state) {
    fixture *const f = *state;
    packed p = {NULL, 0};
    pack_gzip(&p, page, PAGE_SIZE);
    p.data[p.size - 6] ^= 1;
    assert_int_equal(read_packed(f, &p), CUTLINE_E_DAMAGED);
    is_page(f, 1);
    packed_free(&p);
}

static void a_bomb_ends_at_sixteen_megabytes(void **state) {
    static const packer packers[] = {pack_gzip, pack_zstd, pack_brotli};
    fixture *const f = *state;
    for (size_t i = 0; i < 4; i++) {
        packed p = {NULL, 0}, zeros = {calloc(1, (size_t)32 << 20), (size_t)32 << 20};
        if (i < 3)
            packers[i](&p, zeros.data, zeros.size);
        else
            pack_zstd_bomb(&p, 2400); /* 10 kB for 300 MB */
        packed many = {NULL, 0};
        for (size_t n = 0; n < 100 && i < 2; n++) /* as many members as one likes: no more is unpacked */
            pack_plain(&many, p.data, p.size);
        packed_free(&zeros);
        const packed *const bomb = many.size ? &many : &p;
        assert_int_equal(read_named(f, bomb, i == 2 ? "page.br" : "page", NULL), CUTLINE_E_LIMIT);
        assert_non_null(strstr(f->error.message, "CUTLINE_LIMIT_UNPACK_RATIO"));
        assert_null(f->bytes.data);
        assert_true(f->input.unpacked.count < (size_t)24 << 20);
        assert_true(f->memory.peak < bomb->size * 6 + ((size_t)64 << 20));
        packed_free(&p);
        packed_free(&many);
    }
}

static void what_packs_well_is_no_bomb(void **state) {
    fixture *const f = *state;
    packed p = {NULL, 0}, zeros = {calloc(1, (size_t)32 << 20), (size_t)32 << 20};
    const cl_input_limits limits = {.unpack_ratio = 1100}; /* what deflate can do is 1032 */
    pack_gzip(&p, zeros.data, zeros.size);
    assert_int_equal(read_named(f, &p, "page", &limits), CUTLINE_OK);
    assert_int_equal(f->bytes.size, zeros.size);
    packed_free(&p);
    pack_gzip(&p, zeros.data, (size_t)16 << 20); /* the first 16 MiB are free */
    assert_int_equal(read_packed(f, &p), CUTLINE_OK);
    packed_free(&p);
    packed_free(&zeros);
}

static void the_limit_of_a_page_is_exact(void **state) {
    static const packer packers[] = {pack_plain, pack_gzip, pack_zstd, pack_brotli};
    fixture *const f = *state;
    for (size_t i = 0; i < 4; i++) {
        packed p = {NULL, 0};
        packers[i](&p, page, PAGE_SIZE);
        const cl_input_limits fits = {.page_bytes = PAGE_SIZE}, small = {.page_bytes = PAGE_SIZE - 1};
        const char *const name = i == 3 ? "page.br" : "page";
        if (p.size <= PAGE_SIZE)
            assert_int_equal(read_named(f, &p, name, &fits), CUTLINE_OK);
        assert_int_equal(read_named(f, &p, name, &small), CUTLINE_E_LIMIT);
        assert_non_null(strstr(f->error.message, "CUTLINE_LIMIT_PAGE_BYTES"));
        packed_free(&p);
    }
}

static void a_pipe_has_no_size(void **state) {
    fixture *const f = *state;
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], page, PAGE_SIZE), PAGE_SIZE);
    assert_int_equal(write(ends[1], page, PAGE_SIZE), PAGE_SIZE);
    close(ends[1]);
    assert_int_equal(cl_input_read(&f->input, ends[0], NULL, NULL, &f->bytes, &f->error), CUTLINE_OK);
    is_page(f, 2);
    close(ends[0]);
}

static void endless_input_meets_the_limit(void **state) {
    fixture *const f = *state;
    const cl_input_limits limits = {.page_bytes = 1 << 20};
    int fd;
    assert_int_equal(cl_input_open("/dev/zero", &fd, &f->error), CUTLINE_OK);
    assert_int_equal(cl_input_read(&f->input, fd, "/dev/zero", &limits, &f->bytes, &f->error), CUTLINE_E_LIMIT);
    assert_true(f->memory.peak < 4 << 20);
    close(fd);
}

static void what_can_not_be_opened_says_why(void **state) {
    fixture *const f = *state;
    int fd = -1;
    assert_int_equal(cl_input_open("/nowhere/page.html", &fd, &f->error), CUTLINE_E_IO);
    assert_int_equal(f->error.system_errno, ENOENT);
    assert_int_equal(cl_input_open("/dev/null/page.html", &fd, &f->error), CUTLINE_E_IO);
    assert_int_equal(f->error.system_errno, ENOTDIR);
    assert_int_equal(cl_input_open("/", &fd, &f->error), CUTLINE_E_IO);
    assert_int_equal(f->error.system_errno, EISDIR);
    assert_non_null(strstr(f->error.message, "directory"));
    assert_int_equal(fd, -1);
    char path[] = "/tmp/cutline-test-XXXXXX";
    const int made = mkstemp(path);
    assert_true(made >= 0);
    assert_int_equal(fchmod(made, 0), 0);
    close(made);
    if (geteuid() != 0) {
        assert_int_equal(cl_input_open(path, &fd, &f->error), CUTLINE_E_IO);
        assert_int_equal(f->error.system_errno, EACCES);
    }
    unlink(path);
    assert_int_equal(cl_input_read(&f->input, -1, NULL, NULL, &f->bytes, &f->error), CUTLINE_E_IO);
    assert_int_equal(f->error.system_errno, EBADF);
}

static void memory_of_a_big_page_is_not_kept_for_ever(void **state) {
    fixture *const f = *state;
    packed big = {calloc(1, (size_t)64 << 20), (size_t)64 << 20}, p = {NULL, 0};
    assert_int_equal(read_packed(f, &big), CUTLINE_OK);
    pack_plain(&p, page, PAGE_SIZE);
    assert_int_equal(read_packed(f, &p), CUTLINE_OK);
    assert_int_equal(read_packed(f, &p), CUTLINE_OK);
    assert_true(f->memory.live < (size_t)9 << 20);
    packed_free(&big);
    packed_free(&p);
}

/* Fail the first allocation, then the second, until all succeed. */
static void every_allocation_may_fail(void **state) {
    static const packer packers[] = {pack_plain, pack_gzip, pack_zstd, pack_brotli};
    (void)state;
    for (size_t i = 0; i < 4; i++) {
        packed p = {NULL, 0};
        packers[i](&p, page, PAGE_SIZE);
        cutline_status status = CUTLINE_E_NOMEM;
        size_t n = 0;
        for (; status == CUTLINE_E_NOMEM && n < 1000; n++) {
            void *own;
            set_up(&own);
            fixture *const f = own;
            f->memory.left = n;
            status = read_named(f, &p, i == 3 ? "page.br" : "page", NULL);
            if (status == CUTLINE_OK)
                is_page(f, 1);
            else
                assert_int_equal(f->error.status, CUTLINE_E_NOMEM);
            assert_int_equal(tear_down(&own), 0);
        }
        assert_int_equal(status, CUTLINE_OK);
        assert_true(n > (i ? 2 : 1));
        packed_free(&p);
    }
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(plain_bytes_come_as_they_are),
        TEST(an_empty_file_has_no_bytes),
        TEST(members_follow_each_other),
        TEST(a_skippable_frame_is_skipped),
        TEST(brotli_is_known_by_its_name_or_by_unpacking),
        TEST(a_page_that_is_only_named_brotli_is_a_page),
        TEST(truncated_at_every_byte),
        TEST(what_came_before_the_damage_is_kept),
        TEST(a_wrong_checksum_is_damage),
        TEST(a_bomb_ends_at_sixteen_megabytes),
        TEST(what_packs_well_is_no_bomb),
        TEST(the_limit_of_a_page_is_exact),
        TEST(a_pipe_has_no_size),
        TEST(endless_input_meets_the_limit),
        TEST(what_can_not_be_opened_says_why),
        TEST(memory_of_a_big_page_is_not_kept_for_ever),
        cmocka_unit_test(every_allocation_may_fail),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
