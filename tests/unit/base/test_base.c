/* The ground: arena, vectors, slices, checked arithmetic, status codes. */
#include "base/arena.h"
#include "base/checked.h"
#include "base/limits.h"
#include "base/simd.h"
#include "base/status.h"
#include "base/vector.h"

#include "../encoding/cmocka_all.h"

#include <stdlib.h>

/* ---- an allocator that counts, and gives nothing when told so */

typedef struct counting {
    size_t live, calls;
    bool empty;
} counting;

static void *reallocate(void *user, void *old, size_t old_size, size_t new_size) {
    counting *const c = user;
    (void)old_size;
    c->calls++;
    if (c->empty)
        return NULL;
    void *const p = realloc(old, new_size);
    c->live += p && !old;
    return p;
}

static void release(void *user, void *block, size_t size) {
    counting *const c = user;
    (void)size;
    c->live--;
    free(block);
}

static cutline_allocator allocator_of(counting *c) {
    return (cutline_allocator){reallocate, release, c};
}

/* ---- arena */

static void test_arena_alignment(void **state) {
    counting c = {0};
    const cutline_allocator a = allocator_of(&c);
    cl_arena arena;
    (void)state;
    cl_arena_init(&arena, &a);
    for (size_t size = 0; size < 3000; size += 7) {
        char *const p = cl_arena_alloc(&arena, size);
        assert_non_null(p);
        assert_int_equal((uintptr_t)p % 16, 0);
        memset(p, 0x5A, size);
    }
    cl_arena_free(&arena);
    assert_int_equal(c.live, 0);
}

/* Nothing moves, nothing overlaps, whatever the sizes. */
static void test_arena_blocks(void **state) {
    static const size_t sizes[] = {1, 65536, 3, 1000000, 65519, 65520, 65521, 16, 5000000, 0, 100};
    enum { COUNT = sizeof sizes / sizeof *sizes };
    counting c = {0};
    const cutline_allocator a = allocator_of(&c);
    cl_arena arena;
    (void)state;
    cl_arena_init(&arena, &a);
    for (int page = 0; page < 3; page++) {
        unsigned char *p[COUNT];
        for (size_t i = 0; i < COUNT; i++) {
            p[i] = cl_arena_alloc(&arena, sizes[i]);
            assert_non_null(p[i]);
            memset(p[i], (int)i, sizes[i]);
        }
        for (size_t i = 0; i < COUNT; i++)
            for (size_t k = 0; k < sizes[i]; k++)
                assert_int_equal(p[i][k], i);
        cl_arena_reset(&arena);
    }
    cl_arena_free(&arena);
    assert_int_equal(c.live, 0);
}

/* The next page of the same size allocates nothing. */
static void test_arena_is_reused(void **state) {
    counting c = {0};
    const cutline_allocator a = allocator_of(&c);
    cl_arena arena;
    (void)state;
    cl_arena_init(&arena, &a);
    for (int page = 0; page < 10; page++) {
        const size_t before = c.calls;
        for (int i = 0; i < 1000; i++)
            assert_non_null(cl_arena_alloc(&arena, 300));
        assert_true(page == 0 || c.calls == before);
        cl_arena_reset(&arena);
    }
    cl_arena_free(&arena);
    assert_int_equal(c.live, 0);
}

static void test_arena_without_memory(void **state) {
    counting c = {.empty = true};
    const cutline_allocator a = allocator_of(&c);
    cl_arena arena;
    (void)state;
    cl_arena_init(&arena, &a);
    assert_null(cl_arena_alloc(&arena, 1));
    assert_null(cl_arena_copy(&arena, CL_SLICE("x")).data);
    assert_null(cl_arena_alloc(&arena, SIZE_MAX));
    assert_null(cl_arena_alloc(&arena, SIZE_MAX - 20));
    assert_null(cl_arena_array(&arena, SIZE_MAX / 2, 3));
    c.empty = false;
    assert_non_null(cl_arena_alloc(&arena, 1));
    cl_arena_free(&arena);
    assert_int_equal(c.live, 0);
}

static void test_arena_copies(void **state) {
    cl_arena arena;
    (void)state;
    cl_arena_init(&arena, &cl_allocator_default);
    const cl_slice copy = cl_arena_copy(&arena, CL_SLICE("some text"));
    assert_true(cl_slice_equal(copy, CL_SLICE("some text")));
    const cl_slice empty = cl_arena_copy(&arena, CL_SLICE(""));
    assert_int_equal(empty.size, 0);
    assert_non_null(empty.data); /* empty is not absent */
    const uint64_t *const zeros = cl_arena_array(&arena, 100, sizeof *zeros);
    for (int i = 0; i < 100; i++)
        assert_int_equal(zeros[i], 0);
    cl_arena_free(&arena);
}

/* ---- vectors */

static void test_vector_grows(void **state) {
    counting c = {0};
    const cutline_allocator a = allocator_of(&c);
    CL_VECTOR(uint32_t) v = {NULL, 0, 0};
    (void)state;
    for (uint32_t i = 0; i < 100000; i++) {
        assert_true(cl_vector_room(&a, &v));
        v.at[v.count++] = i;
    }
    for (uint32_t i = 0; i < 100000; i++)
        assert_int_equal(v.at[i], i);
    assert_true(c.calls < 40); /* by half each time */
    assert_true(v.capacity < 150001);
    cl_vector_free(&a, &v);
    assert_null(v.at);
    assert_int_equal(v.count + v.capacity, 0);
    assert_int_equal(c.live, 0);
}

static void test_vector_without_memory(void **state) {
    counting c = {0};
    const cutline_allocator a = allocator_of(&c);
    CL_VECTOR(uint32_t) v = {NULL, 0, 0};
    (void)state;
    assert_true(cl_vector_grow(&a, &v, 10));
    v.at[0] = 7;
    v.count = 1;
    const size_t capacity = v.capacity;
    c.empty = true;
    assert_false(cl_vector_grow(&a, &v, 1000));
    assert_int_equal(v.capacity, capacity);
    assert_int_equal(v.at[0], 7);
    c.empty = false;
    assert_false(cl_vector_grow(&a, &v, SIZE_MAX));     /* count + more overflows */
    assert_false(cl_vector_grow(&a, &v, SIZE_MAX - 1)); /* bytes overflow */
    assert_false(cl_vector_reserve(&a, &v, SIZE_MAX / 2));
    assert_int_equal(v.at[0], 7);
    cl_vector_free(&a, &v);
    assert_int_equal(c.live, 0);
}

/* What an unusually big page needed is given back; what is used is kept. */
static void test_vector_is_trimmed(void **state) {
    counting c = {0};
    const cutline_allocator a = allocator_of(&c);
    cl_buffer b = {NULL, 0, 0};
    (void)state;
    assert_true(cl_vector_reserve(&a, &b, (size_t)64 << 20));
    b.count = (size_t)40 << 20;
    cl_vector_clear(&a, &b);
    assert_int_equal(b.capacity, (size_t)64 << 20);
    b.count = 100;
    cl_vector_clear(&a, &b);
    assert_int_equal(b.capacity, 0);
    assert_null(b.at);
    assert_true(cl_vector_reserve(&a, &b, 1000));
    cl_vector_clear(&a, &b);
    assert_int_equal(b.capacity, 1000);
    cl_vector_free(&a, &b);
    assert_int_equal(c.live, 0);
}

static void test_buffer(void **state) {
    cl_buffer b = {NULL, 0, 0};
    (void)state;
    assert_true(cl_buffer_put(&cl_allocator_default, &b, NULL, 0));
    assert_int_equal(b.count, 0);
    for (int i = 0; i < 1000; i++)
        assert_true(cl_buffer_put(&cl_allocator_default, &b, "abc", 3));
    assert_int_equal(b.count, 3000);
    assert_memory_equal(b.at + 2997, "abc", 3);
    cl_vector_free(&cl_allocator_default, &b);
}

/* ---- small things */

static void test_checked(void **state) {
    size_t r;
    (void)state;
    assert_true(cl_add(1, 2, &r) && r == 3);
    assert_true(cl_add(SIZE_MAX, 0, &r) && r == SIZE_MAX);
    assert_false(cl_add(SIZE_MAX, 1, &r));
    assert_true(cl_mul(SIZE_MAX, 1, &r) && r == SIZE_MAX);
    assert_true(cl_mul(0, SIZE_MAX, &r) && r == 0);
    assert_false(cl_mul(SIZE_MAX / 2, 3, &r));
}

static void test_slices(void **state) {
    (void)state;
    assert_true(cl_slice_equal(CL_SLICE("ab"), CL_SLICE("ab")));
    assert_false(cl_slice_equal(CL_SLICE("ab"), CL_SLICE("aB")));
    assert_true(cl_slice_equal(CL_SLICE(""), CL_SLICE_NONE));
    assert_true(cl_slice_equal_nocase(CL_SLICE("aZ[`"), CL_SLICE("Az[`")));
    assert_false(cl_slice_equal_nocase(CL_SLICE("[`"), CL_SLICE("{@")));
    assert_false(cl_slice_equal_nocase(CL_SLICE("\xC3\x84"), CL_SLICE("\xC3\xA4"))); /* ASCII letters only */
    assert_true(cl_slice_equal(cl_slice_trim(CL_SLICE(" \t\r\n\fa b\f ")), CL_SLICE("a b")));
    assert_int_equal(cl_slice_trim(CL_SLICE(" \n ")).size, 0);
    assert_int_equal(cl_slice_trim(CL_SLICE("\v")).size, 1); /* no white space in HTML */
    assert_null(cl_slice_z(NULL).data);
    assert_non_null(cl_slice_z("").data);
}

/* The values are pinned: a program compiled against an older header must read them as they were. */
static void test_status_values(void **state) {
    static const int values[] = {CUTLINE_OK, 0, CUTLINE_END, 1, CUTLINE_E_NOMEM, 10, CUTLINE_E_ARGUMENT, 11,
        CUTLINE_E_LIMIT, 12, CUTLINE_E_IO, 20, CUTLINE_E_DAMAGED, 21, CUTLINE_E_NOT_A_PAGE, 22, CUTLINE_E_EMPTY, 23,
        CUTLINE_E_WRITE, 24};
    (void)state;
    for (size_t i = 0; i < sizeof values / sizeof *values; i += 2) {
        assert_int_equal(values[i], values[i + 1]);
        assert_true(strlen(cutline_status_message((cutline_status)values[i])) > 3);
        assert_string_not_equal(cutline_status_message((cutline_status)values[i]), "unknown status");
    }
    assert_string_equal(cutline_status_message((cutline_status)9999), "unknown status");
    for (int i = CUTLINE_STAGE_INPUT; i <= CUTLINE_STAGE_OUTPUT; i++)
        assert_true(strlen(cutline_stage_name((cutline_stage)i)) > 3);
    assert_string_equal(cutline_stage_name(CUTLINE_STAGE_NONE), "");
    assert_string_equal(cutline_stage_name((cutline_stage)9999), "");
}

static void test_fail(void **state) {
    cutline_error error;
    (void)state;
    memset(&error, 0xFF, sizeof error);
    assert_int_equal(cl_fail(&error, CUTLINE_E_LIMIT, CUTLINE_STAGE_HTML, 77, "why"), CUTLINE_E_LIMIT);
    assert_int_equal(error.status, CUTLINE_E_LIMIT);
    assert_int_equal(error.stage, CUTLINE_STAGE_HTML);
    assert_int_equal(error.offset, 77);
    assert_string_equal(error.message, "why");
    assert_int_equal(error.system_errno, 0);
    cl_fail(&error, CUTLINE_E_NOMEM, CUTLINE_STAGE_NONE, 0, NULL);
    assert_string_equal(error.message, cutline_status_message(CUTLINE_E_NOMEM));
    assert_int_equal(cl_fail(NULL, CUTLINE_E_IO, CUTLINE_STAGE_INPUT, 0, NULL), CUTLINE_E_IO);
}

/* Whichever form of it was compiled, sixteen bytes at a time give what one at a time gives. */
static void test_vectors_of_bytes(void **state) {
    char bytes[16];
    uint32_t random = 12345;
    (void)state;
    for (int round = 0; round < 20000; round++) {
        uint32_t equal = 0, low = 0, digits = 0, letters = 0;
        for (int i = 0; i < 16; i++) {
            random = random * 1664525u + 1013904223u;
            bytes[i] = (char)(random >> 24 & (round % 2 ? 0xFF : round % 4 ? 0x27 : 0x7F));
            equal |= (uint32_t)(bytes[i] == '&') << i;
            low |= (uint32_t)((unsigned char)bytes[i] <= ' ') << i;
            digits |= (uint32_t)(bytes[i] >= '0' && bytes[i] <= '9') << i;
            letters |= (uint32_t)((bytes[i] >= 'a' && bytes[i] <= 'z') || (bytes[i] >= 'A' && bytes[i] <= 'Z')) << i;
        }
        const cl_bytes16 b = cl_load(bytes);
        assert_int_equal(cl_mask(cl_eq(b, '&')), equal);
        assert_int_equal(cl_mask(cl_le(b, ' ')), low);
        assert_int_equal(cl_mask(cl_or(cl_eq(b, '&'), cl_le(b, ' '))), equal | low);
        assert_int_equal(cl_mask(cl_between(b, '0', '9')), digits);
        assert_int_equal(cl_mask(cl_ascii_letters(b)), letters);
        if (low)
            assert_int_equal(cl_first(low), __builtin_ctz(low));
    }
}

static void test_lower_case(void **state) {
    (void)state;
    for (unsigned c = 0; c < 256; c++) {
        const char byte = (char)c;
        const char all[8] = {byte, byte, 'A', byte, 'z', byte, '@', byte};
        const uint64_t low = cl_lower64(cl_load64(all));
        for (unsigned i = 0; i < 8; i++)
            assert_int_equal((char)(low >> 8 * i & 0xFF), cl_ascii_lower(all[i]));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arena_alignment),
        cmocka_unit_test(test_arena_blocks),
        cmocka_unit_test(test_arena_is_reused),
        cmocka_unit_test(test_arena_without_memory),
        cmocka_unit_test(test_arena_copies),
        cmocka_unit_test(test_vector_grows),
        cmocka_unit_test(test_vector_without_memory),
        cmocka_unit_test(test_vector_is_trimmed),
        cmocka_unit_test(test_buffer),
        cmocka_unit_test(test_checked),
        cmocka_unit_test(test_slices),
        cmocka_unit_test(test_status_values),
        cmocka_unit_test(test_fail),
        cmocka_unit_test(test_vectors_of_bytes),
        cmocka_unit_test(test_lower_case),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
