/* cutline._core.ArrowReader: rows of pages out of a stream of batches, or out of one batch. */
#include "arrow.h"

#include <string.h>

enum { COLUMNS_MAX = 8 };

typedef struct reader_object {
    PyObject_HEAD arrow_stream
        stream; /* ours: moved out of its capsule; without release where the source is one batch */
    arrow_schema schema;
    arrow_array batch;            /* the one at hand */
    bool ended;                   /* nothing follows the batch at hand */
    int64_t next;                 /* its next row */
    int64_t columns[COLUMNS_MAX]; /* child of each name that was asked for; -1 where there is none */
    Py_ssize_t column_count;
    bool whole; /* the source is one column, not a table */
} reader_object;

/* One value. */

static bool is_null(const arrow_array *a, int64_t row) {
    const unsigned char *const bits = a->n_buffers > 0 ? a->buffers[0] : NULL;
    return bits && a->null_count != 0 && !(bits[row / 8] >> (row % 8) & 1);
}

/* The view of a string that stands in one: 12 bytes inline, or a place in a buffer. */
static const char *view_of(const arrow_array *a, int64_t row, int64_t *size) {
    const char *const view = (const char *)a->buffers[1] + 16 * row;
    int32_t length, where[2];
    memcpy(&length, view, sizeof length);
    *size = length;
    if (length <= 12)
        return view + 4;
    memcpy(where, view + 8, sizeof where);
    return (const char *)a->buffers[2 + where[0]] + where[1];
}

static const char *place_of(const char *format, const arrow_array *a, int64_t row, int64_t *size) {
    if (*format == 'v')
        return view_of(a, row, size);
    if (*format == 'U' || *format == 'Z') {
        const int64_t *const offsets = (const int64_t *)a->buffers[1] + row;
        *size = offsets[1] - offsets[0];
        return *size ? (const char *)a->buffers[2] + offsets[0] : "";
    }
    const int32_t *const offsets = (const int32_t *)a->buffers[1] + row;
    *size = offsets[1] - offsets[0];
    return *size ? (const char *)a->buffers[2] + offsets[0] : "";
}

static bool is_known(const char *format) {
    static const char *const formats[] = {"u", "U", "z", "Z", "vu", "vz", "n"};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (strcmp(format, formats[i]) == 0)
            return true;
    return false;
}

static PyObject *value_of(const arrow_schema *s, const arrow_array *a, int64_t row) {
    row += a->offset;
    if (*s->format == 'n' || is_null(a, row))
        Py_RETURN_NONE;
    int64_t size;
    const char *const at = place_of(s->format, a, row, &size);
    const bool text = strchr(s->format, 'u') || strchr(s->format, 'U');
    return text ? PyUnicode_DecodeUTF8(at, (Py_ssize_t)size, "replace")
                : PyBytes_FromStringAndSize(at, (Py_ssize_t)size);
}

/* The schema. */

static bool check_column(const arrow_schema *s) {
    if (is_known(s->format) && !s->dictionary)
        return true;
    PyErr_Format(PyExc_TypeError, "the column '%s' holds %s: cast it to strings or to binary", s->name ? s->name : "",
        s->dictionary ? "a dictionary" : s->format);
    return false;
}

static PyObject *names_of(const arrow_schema *s) {
    PyObject *const names = PyList_New(0);
    for (int64_t i = 0; names && i < s->n_children; i++) {
        PyObject *const name = PyUnicode_FromString(s->children[i]->name);
        if (!name || PyList_Append(names, name) < 0)
            PyErr_Clear();
        Py_XDECREF(name);
    }
    return names;
}

static bool find_column(reader_object *r, PyObject *name, Py_ssize_t at) {
    r->columns[at] = -1;
    for (int64_t i = 0; i < r->schema.n_children; i++)
        if (PyUnicode_CompareWithASCIIString(name, r->schema.children[i]->name) == 0)
            r->columns[at] = i;
    if (r->columns[at] >= 0)
        return check_column(r->schema.children[r->columns[at]]);
    if (at > 0)
        return true;
    PyObject *const names = names_of(&r->schema);
    PyErr_Format(PyExc_ValueError, "the table has no column %R; there are %S. Name it: column=...", name, names);
    Py_XDECREF(names);
    return false;
}

static bool find_columns(reader_object *r, PyObject *names) {
    r->column_count = PyTuple_Size(names);
    r->whole = strcmp(r->schema.format, "+s") != 0;
    if (r->column_count < 1 || r->column_count > COLUMNS_MAX) {
        PyErr_SetString(PyExc_ValueError, "one to eight columns");
        return false;
    }
    if (r->whole)
        return check_column(&r->schema);
    for (Py_ssize_t i = 0; i < r->column_count; i++)
        if (!find_column(r, PyTuple_GetItem(names, i), i))
            return false;
    return true;
}

static PyObject *stream_failed(reader_object *r) {
    const char *const message = r->stream.get_last_error(&r->stream);
    return PyErr_Format(PyExc_ValueError, "the table could not be read: %s", message ? message : "no reason is given");
}

/* Takes the source over: a capsule of a stream, or a tuple of those of a schema and an array. */
static bool take_source(reader_object *r, PyObject *from) {
    if (PyTuple_Check(from)) {
        PyObject *schema, *array;
        if (!PyArg_ParseTuple(from, "OO;a schema and an array", &schema, &array))
            return false;
        arrow_schema *const s = PyCapsule_GetPointer(schema, "arrow_schema");
        arrow_array *const a = s ? PyCapsule_GetPointer(array, "arrow_array") : NULL;
        if (!a)
            return false;
        r->schema = *s;
        r->batch = *a;
        s->release = NULL;
        a->release = NULL;
        r->ended = true;
        return true;
    }
    arrow_stream *const stream = PyCapsule_GetPointer(from, "arrow_array_stream");
    if (!stream)
        return false;
    r->stream = *stream;
    stream->release = NULL;
    if (!r->stream.release) {
        PyErr_SetString(PyExc_ValueError, "the stream was read already");
        return false;
    }
    PyThreadState *const thread = PyEval_SaveThread();
    const int code = r->stream.get_schema(&r->stream, &r->schema);
    PyEval_RestoreThread(thread);
    if (code)
        stream_failed(r);
    return code == 0;
}

static PyObject *reader_new(PyTypeObject *type, PyObject *arguments, PyObject *keywords) {
    PyObject *from, *names;
    (void)keywords;
    if (!PyArg_ParseTuple(arguments, "OO!:ArrowReader", &from, &PyTuple_Type, &names))
        return NULL;
    PyObject *const self = ((allocfunc)(uintptr_t)PyType_GetSlot(type, Py_tp_alloc))(type, 0);
    if (!self || (take_source((reader_object *)self, from) && find_columns((reader_object *)self, names)))
        return self;
    Py_DECREF(self);
    return NULL;
}

static void reader_dealloc(PyObject *self) {
    reader_object *const r = (reader_object *)self;
    PyTypeObject *const type = Py_TYPE(self);
    if (r->batch.release)
        r->batch.release(&r->batch);
    if (r->schema.release)
        r->schema.release(&r->schema);
    if (r->stream.release)
        r->stream.release(&r->stream);
    ((freefunc)(uintptr_t)PyType_GetSlot(type, Py_tp_free))(self);
    Py_DECREF(type);
}

/* Makes the next batch with rows the one at hand: 1, 0 at the end, -1 with an exception. */
static int advance(reader_object *r) {
    while (!r->batch.release || r->next >= r->batch.length) {
        if (r->ended)
            return 0;
        if (r->batch.release)
            r->batch.release(&r->batch);
        r->batch = (arrow_array){.release = NULL};
        r->next = 0;
        PyThreadState *const thread = PyEval_SaveThread(); /* whoever gives it may need the lock in another thread */
        const int code = r->stream.get_next(&r->stream, &r->batch);
        PyEval_RestoreThread(thread);
        if (code) {
            r->ended = true;
            stream_failed(r);
            return -1;
        }
        r->ended = !r->batch.release;
    }
    return 1;
}

static PyObject *reader_next(PyObject *self) {
    reader_object *const r = (reader_object *)self;
    if (advance(r) <= 0)
        return NULL;
    const int64_t row = r->next++;
    PyObject *const values = PyTuple_New(r->column_count);
    for (Py_ssize_t i = 0; values && i < r->column_count; i++) {
        const int64_t column = r->whole ? -1 : r->columns[i];
        PyObject *value = Py_None;
        if (r->whole && i == 0)
            value = value_of(&r->schema, &r->batch, row);
        else if (column >= 0)
            value = value_of(r->schema.children[column], r->batch.children[column], r->batch.offset + row);
        else
            Py_INCREF(value);
        if (!value || PyTuple_SetItem(values, i, value) < 0) {
            Py_DECREF(values);
            return NULL;
        }
    }
    return values;
}

static PyObject *reader_iter(PyObject *self) {
    Py_INCREF(self);
    return self;
}

int core_add_arrow_reader(PyObject *module, core_state *state) {
    static PyType_Slot slots[] = {
        {Py_tp_new, (void *)(uintptr_t)reader_new},
        {Py_tp_dealloc, (void *)(uintptr_t)reader_dealloc},
        {Py_tp_iter, (void *)(uintptr_t)reader_iter},
        {Py_tp_iternext, (void *)(uintptr_t)reader_next},
        {0, NULL},
    };
    static PyType_Spec spec = {.name = "cutline._core.ArrowReader",
        .basicsize = sizeof(reader_object),
        .flags = Py_TPFLAGS_DEFAULT,
        .slots = slots};
    state->reader_type = core_add_type(module, &spec);
    return state->reader_type ? 0 : -1;
}
