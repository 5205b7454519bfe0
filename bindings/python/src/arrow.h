/* Columns in and out of Python without a copy of anybody's library.
 *
 * The structures are those of the Arrow C data interface and the Arrow C stream interface
 * (https://arrow.apache.org/docs/format/CDataInterface.html), and travel in capsules (the Arrow PyCapsule interface).
 */
#ifndef CUTLINE_PYTHON_ARROW_H
#define CUTLINE_PYTHON_ARROW_H

#include "core.h"

typedef struct arrow_schema {
    const char *format;
    const char *name;
    const char *metadata;
    int64_t flags;
    int64_t n_children;
    struct arrow_schema **children;
    struct arrow_schema *dictionary;
    void (*release)(struct arrow_schema *);
    void *private_data;
} arrow_schema;

typedef struct arrow_array {
    int64_t length;
    int64_t null_count;
    int64_t offset;
    int64_t n_buffers;
    int64_t n_children;
    const void **buffers;
    struct arrow_array **children;
    struct arrow_array *dictionary;
    void (*release)(struct arrow_array *);
    void *private_data;
} arrow_array;

typedef struct arrow_stream {
    int (*get_schema)(struct arrow_stream *, arrow_schema *out);
    int (*get_next)(struct arrow_stream *, arrow_array *out);
    const char *(*get_last_error)(struct arrow_stream *);
    void (*release)(struct arrow_stream *);
    void *private_data;
} arrow_stream;

enum { ARROW_NULLABLE = 2 };

/* arrow_schema(kind) -> capsule. A kind is a tuple (format, name, nullable, kinds of children). */
PyObject *core_arrow_schema(PyObject *module, PyObject *kind);
/* arrow_stream(kind, arrays) -> capsule. An array is a tuple (length, nulls, buffers, arrays of children), a buffer
 * bytes or None; `arrays` is an iterator of these, which is asked for each when the consumer wants it. */
PyObject *core_arrow_stream(PyObject *module, PyObject *arguments);

/* ArrowReader(source, names): an iterator over rows, tuples of what the columns of these names hold (None for those
 * that are not there; the first must be). A source is a capsule of a stream, or those of a schema and an array. */
int core_add_arrow_reader(PyObject *module, core_state *state);

#endif
