#include "output/measures.h"

#include <stdio.h>

typedef struct measure {
    uint16_t column;
    uint8_t low, high; /* of the column's value */
    int16_t weight;    /* hundredths of log-odds */
    const char *text;  /* # stands for the value in percent */
} measure;

static const measure measures[] = {
#define MEASURE(column, low, high, weight, text) {column, low, high, weight, text},
#include "output/measures_data.inc"
#undef MEASURE
};
#define MEASURE_COUNT (sizeof measures / sizeof *measures)

/* What the element itself says is not said again of those around it, though its own are counted there, too. */
static bool is_said(const cl_feature_row *row, unsigned column) {
    return column >= CL_X_AROUND && column < CL_X_INSIDE && row->x[column - CL_X_AROUND + CL_X_OWN];
}

static void say(const measure *m, unsigned value, cutline_reason *reason) {
    const char *const mark = strchr(m->text, '#');
    const unsigned percent = (value * 100 + CL_FEATURE_ONE / 2) / CL_FEATURE_ONE;
    reason->weight = m->weight / 100.0;
    if (mark)
        (void)snprintf(reason->text, sizeof reason->text, "%.*s%u%s", (int)(mark - m->text), m->text,
            percent > 100 ? 100 : percent, mark + 1);
    else
        (void)snprintf(reason->text, sizeof reason->text, "%s", m->text);
}

static int strength(size_t i) {
    return measures[i].weight < 0 ? -measures[i].weight : measures[i].weight;
}

size_t cl_measures(const cl_features *features, uint32_t block, cutline_reason *reasons, size_t size) {
    cl_feature_row row;
    uint16_t found[MEASURE_COUNT];
    size_t count = 0;
    cl_features_row(features, block, &row);
    for (size_t i = 0; i < MEASURE_COUNT; i++) {
        const unsigned value = row.x[measures[i].column];
        if (value < measures[i].low || value > measures[i].high || is_said(&row, measures[i].column))
            continue;
        size_t at = count++;
        for (; at && strength(found[at - 1]) < strength(i); at--)
            found[at] = found[at - 1];
        found[at] = (uint16_t)i;
    }
    count = count < size ? count : size;
    for (size_t i = 0; i < count; i++)
        say(&measures[found[i]], row.x[measures[found[i]].column], &reasons[i]);
    return count;
}

/* A page can nest and name as it likes: so much of it is looked at and shown, for every block alike. */
#define LEVELS_MAX  12u
#define CLASSES_MAX 3u
#define NAME_MAX    40u
#define VALUE_MAX   256u

typedef struct path_writer {
    cl_writer *w;
    void (*put)(cl_writer *w, cl_slice piece);
} path_writer;

/* The first bytes of a string: whole characters. */
static cl_slice head(cl_slice s, size_t size) {
    if (s.size <= size)
        return s;
    while (size && ((unsigned char)s.data[size] & 0xc0) == 0x80)
        size--;
    return cl_slice_of(s.data, size);
}

static void put_name(const path_writer *to, const char *before, cl_slice name) {
    const cl_slice shown = head(name, NAME_MAX);
    to->put(to->w, cl_slice_z(before));
    to->put(to->w, shown);
    if (shown.size < name.size)
        to->put(to->w, CL_SLICE("\xe2\x80\xa6"));
}

static void put_element(const path_writer *to, const cl_dom *dom, cl_node n, bool first) {
    const cl_slice id = cl_slice_trim(head(cl_dom_attr(dom, n, CL_ATTR_ID), VALUE_MAX));
    const cl_slice classes = head(cl_dom_attr(dom, n, CL_ATTR_CLASS), VALUE_MAX);
    put_name(to, first ? "" : " > ", cl_dom_name(dom, n));
    if (id.size)
        put_name(to, "#", id);
    size_t at = 0;
    for (unsigned shown = 0; shown < CLASSES_MAX; shown++) {
        while (at < classes.size && cl_is_space(classes.data[at]))
            at++;
        const size_t begin = at;
        while (at < classes.size && !cl_is_space(classes.data[at]))
            at++;
        if (at > begin)
            put_name(to, ".", cl_slice_of(classes.data + begin, at - begin));
    }
}

void cl_put_path(cl_writer *w, const cl_features *features, uint32_t block, void (*put)(cl_writer *w, cl_slice piece)) {
    const path_writer to = {w, put};
    const cl_dom *const dom = features->dom;
    cl_node around[LEVELS_MAX];
    unsigned count = 0;
    cl_node n = cl_dom_parent(dom, features->blocks->list.at[block].node);
    for (; n && count < LEVELS_MAX; n = cl_dom_parent(dom, n))
        if (cl_dom_type(dom, n) == CUTLINE_NODE_ELEMENT)
            around[count++] = n;
    const bool cut = n && cl_dom_type(dom, n) == CUTLINE_NODE_ELEMENT;
    if (cut)
        put(w, CL_SLICE("\xe2\x80\xa6 > "));
    for (unsigned i = count; i-- > 0;)
        put_element(&to, dom, around[i], i + 1 == count);
}
