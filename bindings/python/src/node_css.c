#include "select.h"
#include "tree.h"

/* Reads a selector, which the caller frees; NULL with an exception. */
static select_selector *read_query(const tree_object *owner, PyObject *query) {
    if (!PyUnicode_Check(query)) {
        PyErr_Format(PyExc_TypeError, "a selector is str, not %R", (PyObject *)Py_TYPE(query));
        return NULL;
    }
    PyObject *const bytes = PyUnicode_AsUTF8String(query);
    char *text;
    Py_ssize_t size;
    if (!bytes || PyBytes_AsStringAndSize(bytes, &text, &size) < 0) {
        Py_XDECREF(bytes);
        return NULL;
    }
    select_error error;
    select_selector *const selector = select_parse(text, (size_t)size, &error);
    if (!selector && !error.message)
        PyErr_NoMemory();
    if (!selector && error.message) {
        PyObject *const type = core_state_of(owner->module)->selector_error;
        PyObject *const exception =
            PyObject_CallFunction(type, "sssn", "selector", error.message, "", (Py_ssize_t)error.offset);
        if (exception)
            PyErr_SetObject(type, exception);
        Py_XDECREF(exception);
    }
    Py_DECREF(bytes);
    return selector;
}

typedef struct found_list {
    tree_object *owner;
    PyObject *list;
    bool failed;
} found_list;

static bool keep_all(void *user, cutline_node node) {
    found_list *const f = user;
    PyObject *const object = node_new(f->owner, node);
    f->failed = !object || PyList_Append(f->list, object) < 0;
    Py_XDECREF(object);
    return !f->failed;
}

PyObject *node_css(tree_object *owner, cutline_node node, PyObject *query) {
    select_selector *const selector = read_query(owner, query);
    if (!selector)
        return NULL;
    found_list found = {.owner = owner, .list = PyList_New(0)};
    found.failed = !found.list;
    if (found.list && !select_find(selector, owner->tree, node, keep_all, &found)) {
        found.failed = true;
        PyErr_NoMemory();
    }
    select_free(selector);
    if (found.failed) {
        Py_XDECREF(found.list);
        return NULL;
    }
    return found.list;
}

typedef struct found_first {
    cutline_node node;
    size_t count, wanted;
} found_first;

static bool keep_first(void *user, cutline_node node) {
    found_first *const f = user;
    if (!f->count++)
        f->node = node;
    return f->count < f->wanted;
}

PyObject *node_css_first(tree_object *owner, cutline_node node, PyObject *arguments, PyObject *keywords) {
    static const char *const names[] = {"query", "default", "strict", NULL};
    PyObject *query, *otherwise = Py_None;
    int strict = 0;
    if (!PyArg_ParseTupleAndKeywords(
            arguments, keywords, "O|Op:css_first", (char **)(uintptr_t)names, &query, &otherwise, &strict))
        return NULL;
    select_selector *const selector = read_query(owner, query);
    if (!selector)
        return NULL;
    found_first found = {.wanted = strict ? 2 : 1};
    const bool good = select_find(selector, owner->tree, node, keep_first, &found);
    select_free(selector);
    if (!good)
        return PyErr_NoMemory();
    if (found.count > 1)
        return PyErr_Format(PyExc_ValueError, "more than one element matches %R", query);
    if (found.count)
        return node_new(owner, found.node);
    Py_INCREF(otherwise);
    return otherwise;
}

PyObject *node_css_matches(tree_object *owner, cutline_node node, PyObject *query) {
    select_selector *const selector = read_query(owner, query);
    if (!selector)
        return NULL;
    bool matches = false;
    const bool good = select_matches(selector, owner->tree, node, &matches);
    select_free(selector);
    return good ? PyBool_FromLong(matches) : PyErr_NoMemory();
}
