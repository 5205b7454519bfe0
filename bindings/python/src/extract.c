#include "page.h"
#include "work.h"

#include <stdlib.h>

static const cutline_error no_memory = {.status = CUTLINE_E_NOMEM};

static PyObject *bytes_of(const buffer *out) {
    return PyBytes_FromStringAndSize(out->at, (Py_ssize_t)out->size);
}

PyObject *core_extract(PyObject *module, PyObject *arguments) {
    core_state *const state = core_state_of(module);
    PyObject *html, *options, *known;
    int format;
    page p;
    if (!PyArg_ParseTuple(arguments, "OOOi:extract", &html, &options, &known, &format))
        return NULL;
    const cutline_options *const shared = core_options_of(state, options);
    if (!shared || !page_make(&p, html, shared, known))
        return NULL;
    buffer out = {.at = NULL};
    cutline_error error = no_memory;
    cutline_status status = CUTLINE_E_NOMEM;
    pool *const contexts = pool_hold(state->contexts);
    PyThreadState *const thread = PyEval_SaveThread(); /* from here on without the interpreter's lock */
    cutline_context *const context = pool_take(contexts);
    if (context) {
        status = work_on(context, p.bytes, p.size, p.options, (cutline_format)format, &out, &error);
        pool_give(contexts, context, p.size);
    }
    pool_release(contexts);
    PyEval_RestoreThread(thread);
    PyObject *const result = status == CUTLINE_OK ? bytes_of(&out) : core_raise(state, &error);
    buffer_free(&out);
    page_clear(&p);
    return result;
}

/* One page of several. */
typedef struct item {
    page page;
    buffer out;
    cutline_error error;
    PyObject *refused; /* the exception where it is no page at all */
    bool done;
} item;

/* The exception that is set, which is no longer set then. */
static PyObject *take_exception(void) {
    PyObject *type, *value, *traceback;
    PyErr_Fetch(&type, &value, &traceback);
    PyErr_NormalizeException(&type, &value, &traceback);
    Py_XDECREF(type);
    Py_XDECREF(traceback);
    return value;
}

/* Reads the pages until the flag is set; those that are left are not `done`. */
static void work_on_items(pool *contexts, item *items, size_t count, cutline_format format, PyObject *stop) {
    cutline_context *const context = pool_take(contexts);
    size_t longest = 0;
    for (size_t i = 0; i < count && !core_flag_is_set(stop); i++) {
        item *const it = &items[i];
        const page *const p = &it->page;
        it->done = true;
        it->error = no_memory;
        if (it->refused || !context)
            continue;
        work_on(context, p->bytes, p->size, p->options, format, &it->out, &it->error);
        longest = p->size > longest ? p->size : longest;
    }
    if (context)
        pool_give(contexts, context, longest);
}

/* What a page came to: bytes, an exception, or None where its turn did not come. A new reference. */
static PyObject *outcome(const core_state *state, const item *it) {
    PyObject *const plain = it->done ? it->refused : Py_None;
    if (plain) {
        Py_INCREF(plain);
        return plain;
    }
    return it->error.status == CUTLINE_OK ? bytes_of(&it->out) : core_make_error(state, &it->error);
}

static bool make_items(item *items, PyObject *pages, size_t count, const cutline_options *options) {
    for (size_t i = 0; i < count; i++) {
        PyObject *html, *known;
        PyObject *const pair = PyList_GetItem(pages, (Py_ssize_t)i);
        if (!pair || !PyArg_ParseTuple(pair, "OO;a page and what is known of it", &html, &known))
            return false;
        if (!page_make(&items[i].page, html, options, known))
            items[i].refused = take_exception();
    }
    return true;
}

static PyObject *outcomes(const core_state *state, const item *items, size_t count) {
    PyObject *const list = PyList_New((Py_ssize_t)count);
    for (size_t i = 0; list && i < count; i++) {
        PyObject *const one = outcome(state, &items[i]);
        if (!one || PyList_SetItem(list, (Py_ssize_t)i, one) < 0) {
            Py_DECREF(list);
            return NULL;
        }
    }
    return list;
}

PyObject *core_extract_many(PyObject *module, PyObject *arguments) {
    core_state *const state = core_state_of(module);
    PyObject *pages, *options, *stop;
    int format;
    if (!PyArg_ParseTuple(
            arguments, "O!OiO!:extract_many", &PyList_Type, &pages, &options, &format, state->flag_type, &stop))
        return NULL;
    const cutline_options *const shared = core_options_of(state, options);
    if (!shared)
        return NULL;
    const size_t count = (size_t)PyList_Size(pages);
    item *const items = calloc(count ? count : 1, sizeof *items);
    if (!items)
        return PyErr_NoMemory();
    PyObject *result = NULL;
    if (make_items(items, pages, count, shared)) {
        pool *const contexts = pool_hold(state->contexts);
        PyThreadState *const thread = PyEval_SaveThread();
        work_on_items(contexts, items, count, (cutline_format)format, stop);
        pool_release(contexts);
        PyEval_RestoreThread(thread);
        result = outcomes(state, items, count);
    }
    for (size_t i = 0; i < count; i++) {
        page_clear(&items[i].page);
        buffer_free(&items[i].out);
        Py_XDECREF(items[i].refused);
    }
    free(items);
    return result;
}
