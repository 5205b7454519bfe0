#include "arrow.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static char *copy_text(const char *text) {
    char *const copy = malloc(strlen(text) + 1);
    return copy ? strcpy(copy, text) : NULL;
}

/* Schemas. */

static void release_schema(arrow_schema *s) {
    for (int64_t i = 0; i < s->n_children; i++) {
        if (s->children[i] && s->children[i]->release)
            s->children[i]->release(s->children[i]);
        free(s->children[i]);
    }
    free(s->children);
    free((char *)(uintptr_t)s->format);
    free((char *)(uintptr_t)s->name);
    s->release = NULL;
}

/* Fills a schema as a kind says. Kinds are the package's own, and nest a few levels. */
static bool make_schema(arrow_schema *s, PyObject *kind) {
    const char *format, *name;
    int nullable;
    PyObject *children;
    *s = (arrow_schema){.release = release_schema};
    if (!PyArg_ParseTuple(kind, "sspO!;a kind", &format, &name, &nullable, &PyTuple_Type, &children))
        return false;
    const Py_ssize_t count = PyTuple_Size(children);
    s->format = copy_text(format);
    s->name = copy_text(name);
    s->flags = nullable ? ARROW_NULLABLE : 0;
    s->children = calloc(count ? (size_t)count : 1, sizeof *s->children);
    bool good = s->format && s->name && s->children;
    for (; good && s->n_children < count; s->n_children++) {
        arrow_schema *const child = s->children[s->n_children] = malloc(sizeof *child);
        if (!child)
            good = false;
        else if (!make_schema(child, PyTuple_GetItem(children, s->n_children))) {
            s->n_children++;
            return false;
        }
    }
    if (!good)
        PyErr_NoMemory();
    return good;
}

static void schema_capsule_end(PyObject *capsule) {
    arrow_schema *const s = PyCapsule_GetPointer(capsule, "arrow_schema");
    if (s && s->release)
        s->release(s);
    free(s);
}

PyObject *core_arrow_schema(PyObject *module, PyObject *kind) {
    (void)module;
    arrow_schema *const s = calloc(1, sizeof *s);
    if (!s)
        return PyErr_NoMemory();
    PyObject *const capsule = make_schema(s, kind) ? PyCapsule_New(s, "arrow_schema", schema_capsule_end) : NULL;
    if (!capsule) {
        if (s->release)
            s->release(s);
        free(s);
    }
    return capsule;
}

/* Arrays. Their buffers are copies, so that whoever frees them needs no interpreter. */

static void release_array(arrow_array *a) {
    for (int64_t i = 0; i < a->n_children; i++) {
        if (a->children[i] && a->children[i]->release)
            a->children[i]->release(a->children[i]);
        free(a->children[i]);
    }
    for (int64_t i = 0; i < a->n_buffers; i++)
        free((void *)(uintptr_t)a->buffers[i]);
    free(a->children);
    free(a->buffers);
    a->release = NULL;
}

static bool copy_buffers(arrow_array *a, PyObject *buffers) {
    const Py_ssize_t count = PyTuple_Size(buffers);
    a->buffers = calloc(count ? (size_t)count : 1, sizeof *a->buffers);
    for (; a->buffers && a->n_buffers < count; a->n_buffers++) {
        PyObject *const buffer = PyTuple_GetItem(buffers, a->n_buffers);
        char *bytes;
        Py_ssize_t size;
        if (buffer == Py_None)
            continue;
        if (PyBytes_AsStringAndSize(buffer, &bytes, &size) < 0)
            return false;
        void *const copy = malloc(size ? (size_t)size : 1);
        if (!copy)
            break;
        a->buffers[a->n_buffers] = memcpy(copy, bytes, (size_t)size);
    }
    if (a->buffers && a->n_buffers == count)
        return true;
    PyErr_NoMemory();
    return false;
}

static bool make_array(arrow_array *a, PyObject *array) {
    long long length, nulls;
    PyObject *buffers, *children;
    *a = (arrow_array){.release = release_array};
    if (!PyArg_ParseTuple(array, "LLO!O!;an array", &length, &nulls, &PyTuple_Type, &buffers, &PyTuple_Type, &children))
        return false;
    a->length = length;
    a->null_count = nulls;
    if (!copy_buffers(a, buffers))
        return false;
    const Py_ssize_t count = PyTuple_Size(children);
    a->children = calloc(count ? (size_t)count : 1, sizeof *a->children);
    while (a->children && a->n_children < count) {
        arrow_array *const child = malloc(sizeof *child);
        if (!child)
            break;
        a->children[a->n_children++] = child;
        if (!make_array(child, PyTuple_GetItem(children, a->n_children - 1)))
            return false;
    }
    if (a->children && a->n_children == count)
        return true;
    PyErr_NoMemory();
    return false;
}

/* Streams. They are asked by threads that may not have the interpreter's lock. */

typedef struct source {
    PyObject *kind, *arrays;
    char *message;
} source;

/* Keeps what the exception that is set says, and gives the errno for it. */
static int told(source *from) {
    PyObject *type, *value, *traceback;
    const int code = PyErr_ExceptionMatches(PyExc_MemoryError)         ? ENOMEM
                     : PyErr_ExceptionMatches(PyExc_KeyboardInterrupt) ? EINTR
                                                                       : EIO;
    PyErr_Fetch(&type, &value, &traceback);
    PyErr_NormalizeException(&type, &value, &traceback);
    PyObject *const text = PyUnicode_FromFormat("%R", value);
    PyObject *const bytes = text ? PyUnicode_AsUTF8String(text) : NULL;
    const char *const message = bytes ? PyBytes_AsString(bytes) : NULL;
    free(from->message);
    from->message = copy_text(message ? message : "out of memory");
    PyErr_Clear();
    Py_XDECREF(bytes);
    Py_XDECREF(text);
    Py_XDECREF(type);
    Py_XDECREF(value);
    Py_XDECREF(traceback);
    return code;
}

static int get_schema(arrow_stream *stream, arrow_schema *out) {
    source *const from = stream->private_data;
    const PyGILState_STATE lock = PyGILState_Ensure();
    int code = 0;
    if (!make_schema(out, from->kind)) {
        out->release(out);
        code = told(from);
    }
    PyGILState_Release(lock);
    return code;
}

static int get_next(arrow_stream *stream, arrow_array *out) {
    source *const from = stream->private_data;
    const PyGILState_STATE lock = PyGILState_Ensure();
    int code = 0;
    *out = (arrow_array){.release = NULL}; /* the end */
    PyObject *const array = PyIter_Next(from->arrays);
    if (array && !make_array(out, array))
        out->release(out);
    if (PyErr_Occurred())
        code = told(from);
    Py_XDECREF(array);
    PyGILState_Release(lock);
    return code;
}

static const char *get_last_error(arrow_stream *stream) {
    return ((source *)stream->private_data)->message;
}

static void release_stream(arrow_stream *stream) {
    source *const from = stream->private_data;
    if (Py_IsInitialized()) {
        const PyGILState_STATE lock = PyGILState_Ensure();
        Py_XDECREF(from->kind);
        Py_XDECREF(from->arrays);
        PyGILState_Release(lock);
    }
    free(from->message);
    free(from);
    stream->release = NULL;
}

static void stream_capsule_end(PyObject *capsule) {
    arrow_stream *const stream = PyCapsule_GetPointer(capsule, "arrow_array_stream");
    if (stream && stream->release)
        stream->release(stream);
    free(stream);
}

PyObject *core_arrow_stream(PyObject *module, PyObject *arguments) {
    PyObject *kind, *arrays;
    (void)module;
    if (!PyArg_ParseTuple(arguments, "O!O:arrow_stream", &PyTuple_Type, &kind, &arrays))
        return NULL;
    arrow_stream *const stream = calloc(1, sizeof *stream);
    source *const from = calloc(1, sizeof *from);
    PyObject *const capsule =
        stream && from ? PyCapsule_New(stream, "arrow_array_stream", stream_capsule_end) : PyErr_NoMemory();
    if (!capsule) {
        free(stream);
        free(from);
        return NULL;
    }
    Py_INCREF(kind);
    Py_INCREF(arrays);
    *from = (source){.kind = kind, .arrays = arrays};
    *stream = (arrow_stream){get_schema, get_next, get_last_error, release_stream, from};
    return capsule;
}
