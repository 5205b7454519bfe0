/* Reads the bylines of a table and counts those whose names come out right.
 *
 * usage: test_byline_table [TABLE.jsonl]
 *
 * A line has "text" and "names". Fails below 95 in a hundred; without the table the test is skipped. */
#include "base/arena.h"
#include "block/words.h"
#include "record/byline.h"
#include "record/json.h"

#include <stdio.h>
#include <stdlib.h>

#define SKIPPED 77 /* what Meson takes for it */
#define GOAL    95u

static bool same(cl_slice a, cl_slice b) {
    size_t i = 0, k = 0;
    while (i < a.size && k < b.size) {
        size_t n, o;
        if (cl_fold(cl_code_at(a.data + i, a.data + a.size, &n)) !=
            cl_fold(cl_code_at(b.data + k, b.data + b.size, &o)))
            return false;
        i += n;
        k += o;
    }
    return i == a.size && k == b.size;
}

/* Whether the names of a row are those that are read, whatever their order and case. */
static bool row_is_right(const cl_json *json, uint32_t row, cl_arena *arena) {
    bool failed = false;
    static cl_names names;
    names.count = 0;
    cl_byline_read(
        cl_json_string(json, cl_json_get(json, row, CL_SLICE("text")), arena, &failed), arena, &names, &failed);
    size_t have = 0, want = 0, hit = 0;
    for (size_t i = 0; i < names.count; i++)
        have += names.at[i].task == CL_TASK_WROTE;
    const uint32_t list = cl_json_get(json, row, CL_SLICE("names"));
    for (uint32_t v = json->at[list].first; v; v = json->at[v].next) {
        const cl_slice name = cl_json_string(json, v, arena, &failed);
        want++;
        for (size_t i = 0; i < names.count; i++)
            hit += names.at[i].task == CL_TASK_WROTE && same(names.at[i].text, name);
    }
    const bool right = !failed && have == want && hit == want;
    if (!right) {
        const cl_slice text = json->at[cl_json_get(json, row, CL_SLICE("text"))].text;
        printf("wrong: %.*s\n", (int)text.size, text.data);
    }
    return right;
}

int main(int argc, char **argv) {
    const char *const path = argc > 1 ? argv[1] : "../shared/data/bylines.jsonl";
    FILE *const file = fopen(path, "r");
    if (!file) {
        printf("skipped: there is no %s\n", path);
        return SKIPPED;
    }
    static char line[65536];
    size_t rows = 0, right = 0;
    cl_arena arena;
    cl_arena_init(&arena, &cl_allocator_default);
    while (fgets(line, sizeof line, file)) {
        cl_json json = {.at = NULL};
        uint32_t first;
        if (!cl_json_read(&cl_allocator_default, &json, cl_slice_z(line), &first))
            return EXIT_FAILURE;
        rows++;
        right += row_is_right(&json, first, &arena);
        cl_vector_free(&cl_allocator_default, &json);
        cl_arena_reset(&arena);
    }
    fclose(file);
    cl_arena_free(&arena);
    printf("%zu of %zu bylines right\n", right, rows);
    return rows && right * 100 >= rows * GOAL ? EXIT_SUCCESS : EXIT_FAILURE;
}
