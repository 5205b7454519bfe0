#include "record/string.h"
#include "record/table.h"

#define CELL_MAX    200u   /* letters: a table is one, and not a way to lay out a page, while its cells are short */
#define NESTED_MAX  16u    /* boxes between a cell and what it says */
#define COLUMNS_MAX 256u   /* more stand as they come, as do those of a table that is mostly holes */
#define HOLES_MAX   4u     /* places in the grid for each cell of the page */
#define HOLES_FREE  64u    /* such places that no table is too small for */
#define SPAN_MAX    65534u /* HTML, 4.9.11: the largest rowspan */

/* A cell of the page that says something. */
typedef struct said {
    uint32_t first; /* blocks */
    uint32_t end;
    uint32_t row; /* box */
    cl_node node; /* <td>, <th> */
    cl_slice text;
} said;

/* A place of the grid: number of a cell, counted from 1; 0 for none. */
typedef struct place {
    uint32_t cell;
    bool begins; /* else the cell reaches here */
} place;

typedef struct making_table {
    cl_making *m;
    uint32_t begin, end; /* blocks */
    said *cells;
    uint32_t count;
    uint32_t *rows; /* the first cell of each, and `count` at the end */
    uint32_t row_count;
    uint32_t columns;
    place *grid; /* columns * row_count; NULL where cells stand as they come */
    uint32_t header_rows;
} making_table;

static void *room(cl_making *m, size_t count, size_t size) {
    void *const p = cl_arena_array(m->arena, count, size);
    m->failed |= p == NULL;
    return p;
}

static const cl_block *block_at(const cl_making *m, uint32_t i) {
    return &m->blocks->list.at[i];
}

/* ---- which blocks make a table */

/* The box of the cell that a block stands in; 0 for none. An item of a list of one level is of its cell. */
static uint32_t cell_of(const cl_making *m, uint32_t i) {
    const cl_block *const block = block_at(m, i);
    const cl_box *const boxes = m->blocks->boxes.at, *const own = &boxes[block->box];
    const bool item = block->type == CL_BLOCK_ITEM && own->list;
    if (!item && (block->type != CL_BLOCK_CELL ||
                     (own->tag != CL_TAG_TD && own->tag != CL_TAG_TH && own->end_block - own->first_block != 1)))
        return 0;
    uint32_t box = item ? boxes[own->list].parent : block->box;
    for (unsigned up = 0; up < (item ? 1 : NESTED_MAX); up++, box = boxes[box].parent)
        if (boxes[box].tag == CL_TAG_TD || boxes[box].tag == CL_TAG_TH)
            return box;
    return 0;
}

/* Whether a block is of a cell of a table that is one: not the one that the whole story stands in. */
static bool is_cell(const cl_making *m, uint32_t i) {
    if (!(m->record->roles >> m->labels->list.at[i].role & 1) || block_at(m, i)->chars > CELL_MAX)
        return false;
    const uint32_t cell = cell_of(m, i), list = m->blocks->boxes.at[cell].list;
    const cl_box *const table = &m->blocks->boxes.at[list];
    const bool around_body = list <= m->labels->body_box && m->labels->body_box < table->end_box;
    return cell && list && m->blocks->boxes.at[cell].row && table->tag == CL_TAG_TABLE && !around_body;
}

/* Counts the cells from a block on; whether they are a table: rows, columns, and not all of it lists. */
static bool measure(making_table *t) {
    const cl_making *const m = t->m;
    const cl_box *const boxes = m->blocks->boxes.at;
    const uint32_t list = boxes[cell_of(m, t->begin)].list;
    uint32_t row = 0, cell = 0, cells = 0;
    bool any = false;
    for (t->end = t->begin; t->end < m->labels->list.count && is_cell(m, t->end); t->end++) {
        const uint32_t before = cell;
        cell = cell_of(m, t->end);
        if (boxes[cell].list != list)
            break;
        cells = boxes[cell].row == row ? cells : 0;
        t->row_count += boxes[cell].row != row;
        row = boxes[cell].row;
        cells += cell != before;
        t->count += cell != before;
        t->columns = cells > t->columns ? cells : t->columns;
        any |= block_at(m, t->end)->type == CL_BLOCK_CELL;
    }
    return any && t->row_count > 1 && t->columns > 1;
}

/* ---- the cells */

/* What the blocks of a cell say, with a space between. */
static cl_slice text_of(cl_making *m, uint32_t first, uint32_t end) {
    if (end - first == 1)
        return block_at(m, first)->text;
    cl_slice *const parts = room(m, end - first, sizeof *parts);
    for (uint32_t i = first; parts && i < end; i++)
        parts[i - first] = block_at(m, i)->text;
    return parts ? cl_join_all(parts, end - first, CL_SLICE(" "), m->arena, &m->failed) : CL_SLICE_NONE;
}

static bool collect(making_table *t) {
    cl_making *const m = t->m;
    const cl_box *const boxes = m->blocks->boxes.at;
    t->cells = room(m, t->count, sizeof *t->cells);
    t->rows = room(m, t->row_count + 1, sizeof *t->rows);
    if (!t->cells || !t->rows)
        return false;
    uint32_t count = 0, rows = 0;
    for (uint32_t i = t->begin, end; i < t->end; i = end) {
        const uint32_t box = cell_of(m, i);
        for (end = i + 1; end < t->end && cell_of(m, end) == box;)
            end++;
        if (!count || t->cells[count - 1].row != boxes[box].row)
            t->rows[rows++] = count;
        t->cells[count++] = (said){i, end, boxes[box].row, boxes[box].node, text_of(m, i, end)};
    }
    t->rows[rows] = count;
    return !m->failed;
}

/* ---- the grid (HTML, 4.9.12.1) */

/* Where cells that began in rows before reach down to. */
typedef struct reach {
    uint32_t until[COLUMNS_MAX]; /* the row after the last */
    uint32_t cell[COLUMNS_MAX];
} reach;

static uint32_t span_of(const cl_dom *dom, cl_node cell, enum cl_attr_name name, uint32_t most) {
    const cl_slice value = cl_slice_trim(cl_dom_attr(dom, cell, name));
    uint32_t span = 0;
    for (size_t i = 0; i < value.size && value.data[i] >= '0' && value.data[i] <= '9' && span <= most; i++)
        span = 10 * span + (uint32_t)(value.data[i] - '0');
    return span < 1 ? 1 : span > most ? most : span;
}

/* Puts the cells of a row into their columns, and into the grid where there is one already; false where there are too
 * many, or a cell is not one of the row. */
static bool lay_row(making_table *t, uint32_t row, reach *down) {
    const cl_dom *const dom = t->m->dom;
    const cl_node node = t->m->blocks->boxes.at[t->cells[t->rows[row]].row].node;
    place *const to = t->grid ? &t->grid[(size_t)row * t->columns] : NULL;
    uint32_t next = t->rows[row], column = 0;
    for (uint32_t i = 0; to && i < t->columns; i++)
        to[i].cell = down->until[i] > row ? down->cell[i] : 0;
    for (cl_node n = cl_dom_first_child(dom, node); n; n = cl_dom_next(dom, n)) {
        if (!cl_dom_is(dom, n, CL_TAG_TD) && !cl_dom_is(dom, n, CL_TAG_TH))
            continue;
        while (column < COLUMNS_MAX && down->until[column] > row)
            column++;
        if (column == COLUMNS_MAX)
            return false;
        const bool says = next < t->rows[row + 1] && t->cells[next].node == n;
        next += says;
        const uint32_t end = column + span_of(dom, n, CL_ATTR_COLSPAN, COLUMNS_MAX - column);
        const uint32_t until = row + span_of(dom, n, CL_ATTR_ROWSPAN, SPAN_MAX);
        if (to && column < t->columns)
            to[column] = (place){says ? next : 0, true};
        t->columns = to || t->columns > column ? t->columns : column + 1;
        for (uint32_t i = column; i < end; i++) {
            if (to && i > column && i < t->columns)
                to[i].cell = says ? next : 0;
            down->until[i] = until;
            down->cell[i] = says ? next : 0;
        }
        column = end;
    }
    return next == t->rows[row + 1];
}

static bool lay_rows(making_table *t) {
    const cl_dom *const dom = t->m->dom;
    const cl_box *const boxes = t->m->blocks->boxes.at;
    reach down;
    for (uint32_t row = 0; row < t->row_count; row++) {
        const cl_node group = cl_dom_parent(dom, boxes[t->cells[t->rows[row]].row].node);
        if (row == 0 || group != cl_dom_parent(dom, boxes[t->cells[t->rows[row - 1]].row].node))
            memset(&down, 0, sizeof down); /* no cell reaches out of its group */
        if (!lay_row(t, row, &down))
            return false;
    }
    return true;
}

/* A column that begins nowhere, or in no row says anything, is none. */
static void drop_columns(making_table *t) {
    uint32_t kept = 0, column[COLUMNS_MAX];
    for (uint32_t i = 0; i < t->columns; i++) {
        bool says = false;
        for (uint32_t row = 0; row < t->row_count && !says; row++) {
            const place *const p = &t->grid[(size_t)row * t->columns + i];
            says = p->cell && p->begins;
        }
        if (says)
            column[kept++] = i;
    }
    for (uint32_t row = 0; row < t->row_count; row++)
        for (uint32_t i = 0; i < kept; i++)
            t->grid[(size_t)row * kept + i] = t->grid[(size_t)row * t->columns + column[i]];
    t->columns = kept;
}

static void lay(making_table *t) {
    const uint32_t as_they_come = t->columns;
    t->columns = 0;
    const bool fits = lay_rows(t);
    const size_t places = (size_t)t->columns * t->row_count;
    if (fits && places <= (size_t)HOLES_MAX * t->count + HOLES_FREE) {
        t->grid = room(t->m, places, sizeof *t->grid);
        if (!t->grid)
            return;
        memset(t->grid, 0, places * sizeof *t->grid);
        lay_rows(t);
        drop_columns(t);
    } else {
        t->columns = as_they_come;
    }
}

/* ---- the header */

/* Whether a row is all <th>, or in a <thead>. */
static bool is_named_header(const making_table *t, uint32_t row) {
    const cl_dom *const dom = t->m->dom;
    const cl_node node = t->m->blocks->boxes.at[t->cells[t->rows[row]].row].node;
    if (cl_dom_is(dom, cl_dom_parent(dom, node), CL_TAG_THEAD))
        return true;
    for (cl_node n = cl_dom_first_child(dom, node); n; n = cl_dom_next(dom, n))
        if (cl_dom_is(dom, n, CL_TAG_TD))
            return false;
    return true;
}

static bool is_bold(const making_table *t, uint32_t row) {
    for (uint32_t i = t->cells[t->rows[row]].first; i < t->cells[t->rows[row + 1] - 1].end; i++)
        if (block_at(t->m, i)->bold < block_at(t->m, i)->chars)
            return false;
    return true;
}

/* Rows on top that name the columns: all up to the last that says something of two. A table has more than a header. */
static void find_header(making_table *t) {
    for (uint32_t row = 0; row + 1 < t->row_count && is_named_header(t, row); row++)
        if (t->rows[row + 1] - t->rows[row] > 1)
            t->header_rows = row + 1;
    if (!t->header_rows && t->rows[1] - t->rows[0] > 1 && is_bold(t, 0) && !is_bold(t, 1))
        t->header_rows = 1;
}

/* What a column is called: what the rows of the header say of it, one after the other. */
static cl_slice name_of(making_table *t, uint32_t column) {
    cl_slice parts[8];
    uint32_t count = 0, last = 0;
    for (uint32_t row = 0; row < t->header_rows && count < sizeof parts / sizeof *parts; row++) {
        const uint32_t cell = t->grid[(size_t)row * t->columns + column].cell;
        const bool title = t->rows[row + 1] - t->rows[row] == 1; /* of the table */
        if (!cell || title || cell == last)
            continue;
        parts[count++] = t->cells[cell - 1].text;
        last = cell;
    }
    if (count < 2)
        return count ? parts[0] : CL_SLICE("");
    return cl_join_all(parts, count, CL_SLICE(" "), t->m->arena, &t->m->failed);
}

static const cl_slice *name_columns(making_table *t) {
    if (!t->header_rows)
        return NULL;
    cl_slice *const names = room(t->m, t->columns, sizeof *names);
    for (uint32_t i = 0; names && i < t->columns; i++)
        names[i] = name_of(t, i);
    return names;
}

/* ---- the block of the body */

/* The cell at a place of a row; NULL for an empty one. */
static const said *cell_at(const making_table *t, uint32_t row, uint32_t i) {
    if (!t->grid)
        return &t->cells[t->rows[row] + i];
    const place *const p = &t->grid[(size_t)row * t->columns + i];
    return p->cell && p->begins ? &t->cells[p->cell - 1] : NULL;
}

static uint32_t cells_of_row(const making_table *t, uint32_t row) {
    return t->grid ? t->columns : t->rows[row + 1] - t->rows[row];
}

/* Rows with a line feed between, cells with a tab; a line feed of a cell is a space. Tells each block where it begins.
 */
static cl_slice whole_text(making_table *t, size_t places, uint32_t *starts) {
    size_t size = places, at = 0;
    for (uint32_t i = 0; i < t->count; i++)
        size += t->cells[i].text.size;
    char *const text = room(t->m, size, 1);
    if (!text)
        return CL_SLICE_NONE;
    for (uint32_t row = 0; row < t->row_count; row++)
        for (uint32_t i = 0; i < cells_of_row(t, row); i++) {
            const said *const cell = cell_at(t, row, i);
            if (row || i)
                text[at++] = i ? '\t' : '\n';
            size_t inside = at;
            for (uint32_t b = cell ? cell->first : 0; cell && b < cell->end; b++) {
                starts[b - t->begin] = (uint32_t)inside;
                inside += block_at(t->m, b)->text.size + 1;
            }
            for (size_t k = 0; cell && k < cell->text.size; k++)
                text[at++] = cell->text.data[k] == '\n' ? ' ' : cell->text.data[k];
        }
    return cl_slice_of(text, at);
}

static void write_table(making_table *t, cl_body_block *to) {
    cl_making *const m = t->m;
    const size_t places = t->grid ? (size_t)t->columns * t->row_count : t->count;
    cl_slice *const cells = room(m, places, sizeof *cells);
    cl_table_row *const rows = room(m, t->row_count, sizeof *rows);
    uint32_t *const starts = room(m, t->end - t->begin, sizeof *starts);
    if (!cells || !rows || !starts)
        return;
    size_t next = 0;
    for (uint32_t row = 0; row < t->row_count; row++) {
        rows[row] = (cl_table_row){.cells = &cells[next], .count = cells_of_row(t, row)};
        for (uint32_t i = 0; i < rows[row].count; i++) {
            const said *const cell = cell_at(t, row, i);
            cells[next++] = cell ? cell->text : CL_SLICE("");
        }
    }
    *to = (cl_body_block){.type = CUTLINE_BLOCK_TABLE,
        .text = whole_text(t, places, starts),
        .rows = rows,
        .row_count = t->row_count,
        .columns = t->columns,
        .header = name_columns(t),
        .header_rows = t->header_rows,
        .starts = starts,
        .offset = block_at(m, t->begin)->offset,
        .block = t->begin,
        .end_block = t->end};
}

bool cl_make_table(cl_making *m, uint32_t begin, cl_body_block *to, uint32_t *end) {
    making_table t = {.m = m, .begin = begin, .end = begin};
    const bool table = m->dom && is_cell(m, begin) && measure(&t);
    *end = t.end;
    if (!table || !collect(&t))
        return false;
    lay(&t);
    if (t.grid)
        find_header(&t);
    if (!m->failed)
        write_table(&t, to);
    return !m->failed;
}
