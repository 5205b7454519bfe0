/* How many strings of a table are read as the dates that they mean: date_strings FILE [LEAST] [-v].
 *
 * The table is JSON, an object a line: text, expected (absent or null: no date), and what is known of it beforehand,
 * language, reference and order. A string is right where its day is. Fails below LEAST percent; -v lists what is
 * wrong. Where there is no such file, it says that it skipped, by the exit status 77. */
#include "record/date.h"
#include "record/json.h"

#include <stdio.h>
#include <stdlib.h>

static cl_json json;
static cl_arena arena;

static cl_slice field(uint32_t object, const char *name) {
    bool failed = false;
    return cl_json_string(&json, cl_json_get(&json, object, cl_slice_z(name)), &arena, &failed);
}

/* In Greenwich, where the table has it there. */
static void to_utc(cl_date *d) {
    if (d->zone == CL_NO_ZONE || d->hour == CL_NO_HOUR)
        return;
    const int64_t minutes = cl_date_days(d->year, d->month, d->day) * 1440 + d->hour * 60 + d->minute - d->zone;
    cl_date_of_days(minutes / 1440, d);
}

static bool right(uint32_t row, char *have, size_t room) {
    static const cl_date_known plain = {.reference = NULL};
    cl_date_known known = {.language = field(row, "language"), .partial = true};
    cl_date reference, date;
    const cl_slice said = field(row, "reference"), order = field(row, "order"), want = field(row, "expected");
    if (said.size && cl_date_read(said, &plain, &reference))
        known.reference = &reference;
    known.order = !order.size            ? CL_ORDER_UNKNOWN
                  : order.data[0] == 'D' ? CL_ORDER_DMY
                  : order.data[0] == 'M' ? CL_ORDER_MDY
                                         : CL_ORDER_YMD;
    const bool found = cl_date_read(field(row, "text"), &known, &date);
    if (found && want.size && want.data[want.size - 1] == 'Z')
        to_utc(&date);
    if (found)
        snprintf(have, room, "%04d-%02d-%02d", date.year, date.month, date.day);
    else
        snprintf(have, room, "none");
    return found ? want.size >= 10 && memcmp(have, want.data, 10) == 0 : want.size == 0;
}

int main(int count, char **arguments) {
    FILE *const file = count > 1 ? fopen(arguments[1], "r") : NULL;
    if (!file) {
        puts("no table of dates there: skipped");
        return 77;
    }
    const double least = count > 2 ? atof(arguments[2]) : 0;
    char line[4096], have[64];
    int good = 0, all = 0;
    cl_arena_init(&arena, &cl_allocator_default);
    while (fgets(line, sizeof line, file)) {
        uint32_t row = 0;
        json.count = 0;
        if (!cl_json_read(&cl_allocator_default, &json, cl_slice_z(line), &row) || !row)
            continue;
        const bool is_right = right(row, have, sizeof have);
        good += is_right;
        all++;
        if (!is_right && count > 3)
            printf("have %s: %s", have, line);
    }
    fclose(file);
    cl_vector_free(&cl_allocator_default, &json);
    cl_arena_free(&arena);
    printf("%d of %d strings are right: %.1f %%\n", good, all, all ? 100.0 * good / all : 0);
    return all && 100.0 * good / all >= least ? 0 : 1;
}
