/* Tables of the body: cells in their columns, and what these are called. */
#include "making.h"
#include "record/table.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct tried {
    making m;
    cl_body_block table;
    uint32_t end;
    bool is_table;
} tried;

/* All blocks are body; the table is asked for at the first cell. */
static void try(tried *t, const char *html) {
    making_open(&t->m, html, NULL);
    uint32_t first = 0;
    for (size_t i = 0; i < t->m.labels.list.count; i++)
        t->m.labels.list.at[i].role = CL_ROLE_BODY;
    while (first + 1 < t->m.labels.list.count && t->m.page.blocks.list.at[first].type != CL_BLOCK_CELL)
        first++;
    t->table = (cl_body_block){.type = CUTLINE_BLOCK_NONE};
    t->is_table = cl_make_table(&t->m.m, first, &t->table, &t->end);
}

/* Cells with | between, rows with /; then the header. */
static void assert_table(const tried *t, const char *rows, const char *header) {
    char have[1024] = "";
    size_t size = 0;
    assert_true(t->is_table);
    for (size_t i = 0; i < t->table.row_count; i++)
        for (size_t k = 0; k < t->table.rows[i].count; k++) {
            const cl_slice cell = t->table.rows[i].cells[k];
            size += (size_t)snprintf(have + size, sizeof have - size, "%s%.*s",
                k   ? "|"
                : i ? "/"
                    : "",
                (int)cell.size, cell.data);
        }
    assert_string_equal(rows, have);
    assert_strings(header, t->table.header, t->table.header ? t->table.columns : 0);
}

static void reads(const char *html, const char *rows, const char *header) {
    tried t;
    try(&t, html);
    assert_table(&t, rows, header);
    making_close(&t.m);
}

static void headers(void **state) {
    (void)state;
    reads("<table><tr><th>Boat<th>Time<tr><td>Duck<td>9<tr><td>Swan<td>8</table>", "Boat|Time/Duck|9/Swan|8",
        "Boat+Time");
    reads("<table><thead><tr><td>Boat<td>Time<tbody><tr><td>Duck<td>9</table>", "Boat|Time/Duck|9", "Boat+Time");
    /* the first column has <th>, the first row has none of its own */
    reads("<table><tr><th>Boat<td>Duck<tr><th>Time<td>9</table>", "Boat|Duck/Time|9", "");
    reads("<table><tr><td><b>Boat</b><td><strong>Time</strong><tr><td>Duck<td>9</table>", "Boat|Time/Duck|9",
        "Boat+Time");
    reads("<table><tr><td><b>Boat</b><td><b>Time</b><tr><td><b>Duck</b><td><b>9</b></table>", "Boat|Time/Duck|9", "");
    reads("<table><tr><td>Boat<td>Time<tr><td>Duck<td>9</table>", "Boat|Time/Duck|9", "");
    /* a table of nothing else has none */
    reads("<table><tr><th>Boat<th>Time<tr><th>Duck<th>9</table>", "Boat|Time/Duck|9", "Boat+Time");
}

static void headers_of_several_rows(void **state) {
    (void)state;
    tried t;
    try(&t, "<table><tr><th rowspan=2>Boat<th colspan=2>Time<tr><th>1911<th>1912<tr><td>Duck<td>9<td>8</table>");
    assert_table(&t, "Boat|Time|/|1911|1912/Duck|9|8", "Boat+Time 1911+Time 1912");
    assert_int_equal(2, t.table.header_rows);
    making_close(&t.m);
    /* the table's title names no column */
    try(&t, "<table><tr><th colspan=2>Regatta<tr><th>Boat<th>Time<tr><td>Duck<td>9</table>");
    assert_table(&t, "Regatta|/Boat|Time/Duck|9", "Boat+Time");
    assert_int_equal(2, t.table.header_rows);
    making_close(&t.m);
}

static void spans_and_holes(void **state) {
    (void)state;
    reads("<table><tr><td>a<td>b<td>c<tr><td colspan=2>d<td>e<tr><td>f<td><td>g</table>", "a|b|c/d||e/f||g", "");
    reads("<table><tr><td rowspan=2>a<td>b<tr><td>c<tr><td>d<td>e</table>", "a|b/|c/d|e", "");
    /* no cell reaches out of its part of the table */
    reads("<table><tbody><tr><td rowspan=9>a<td>b<tbody><tr><td>c<td>d</table>", "a|b/c|d", "");
    /* columns that nothing is in are none: spans that reach too far, and columns that keep others apart */
    reads("<table><tr><td>a<td><td>b<tr><td colspan=99>c<tr><td>d<td><td>e</table>", "a|b/c|/d|e", "");
    reads("<table><tr><th>Time<th><tr><td>1<td>2</table>", "Time|/1|2", "");
    reads("<table><tr><th><th>1911<th>1912<tr><td>Duck<td>9<td>8</table>", "|1911|1912/Duck|9|8", "+1911+1912");
    reads("<table><tr><td colspan=x rowspan=-1>a<td colspan=0>b<tr><td>c<td>d</table>", "a|b/c|d", "");
}

static void several_blocks_in_a_cell(void **state) {
    (void)state;
    tried t;
    try(&t, "<table><tr><td><p>a</p><p>b <a href=/x>link</a></p><td>c<br>d<tr><td>e<td><a href=/y>f</a></table>");
    assert_table(&t, "a b link|c\nd/e|f", "");
    assert_slice("a b link\tc d\ne\tf", t.table.text); /* a row a line */
    t.m.m.body = &t.table;
    t.m.record.body = &t.table;
    t.m.record.body_count = 1;
    t.m.m.base = CL_SLICE("https://bote.example/");
    cl_make_spans(&t.m.m);
    assert_int_equal(2, t.table.span_count);
    assert_slice("link", cl_slice_of(t.table.text.data + t.table.spans[0].start, 4));
    assert_slice("f", cl_slice_of(t.table.text.data + t.table.spans[1].start, 1));
    making_close(&t.m);
}

static void no_tables(void **state) {
    (void)state;
    static const char *const pages[] = {"<table><tr><td>a<tr><td>b</table>", "<table><tr><td>a<td>b</table>", "<p>a",
        "<table><tr><td><ul><li>a<li>b</ul><td><ul><li>c</ul><tr><td><ul><li>d</ul></table>"};
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        tried t;
        try(&t, pages[i]);
        assert_false(t.is_table);
        making_close(&t.m);
    }
}

/* What a page could make large: rows that are far apart in length, and more columns than are laid out. */
static void uneven_rows_stand_as_they_come(void **state) {
    (void)state;
    static char html[40000];
    tried t;
    size_t size = (size_t)snprintf(html, sizeof html, "<table><tr>");
    for (int i = 0; i < 100; i++)
        size += (size_t)snprintf(html + size, sizeof html - size, "<td>%d", i);
    for (int i = 0; i < 100; i++)
        size += (size_t)snprintf(html + size, sizeof html - size, "<tr><td>%d", i);
    try(&t, html);
    assert_true(t.is_table);
    assert_int_equal(100, t.table.columns);
    assert_int_equal(1, t.table.rows[50].count);
    making_close(&t.m);
    size = (size_t)snprintf(html, sizeof html, "<table>");
    for (int i = 0; i < 600; i++)
        size += (size_t)snprintf(html + size, sizeof html - size, "%s<td>%d", i % 300 ? "" : "<tr>", i);
    try(&t, html);
    assert_int_equal(300, t.table.columns);
    assert_slice("599", t.table.rows[1].cells[299]);
    making_close(&t.m);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(headers),
        cmocka_unit_test(headers_of_several_rows),
        cmocka_unit_test(spans_and_holes),
        cmocka_unit_test(several_blocks_in_a_cell),
        cmocka_unit_test(no_tables),
        cmocka_unit_test(uneven_rows_stand_as_they_come),
    };
    return cmocka_run_group_tests_name("table", tests, NULL, NULL);
}
