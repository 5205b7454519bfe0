/* Where the members of a JSON object stand, so that one of them can be read without the others. The object is the
 * library's own: what is wrong in it is a broken pickle. */
#include "core.h"

#include <string.h>

/* Behind the string that begins at `at`, NULL where it does not end. */
static const char *string_end(const char *at, const char *end) {
    for (at++; at < end; at++) {
        const char *const quote = memchr(at, '"', (size_t)(end - at));
        if (!quote)
            return NULL;
        /* A quotation mark behind an odd number of backslashes is part of the string. */
        const char *before = quote;
        while (before > at && before[-1] == '\\')
            before--;
        at = quote;
        if ((quote - before) % 2 == 0)
            return quote + 1;
    }
    return NULL;
}

/* Behind the value that begins at `at`: where the comma or the brace that ends it stands. */
static const char *value_end(const char *at, const char *end) {
    size_t depth = 0;
    while (at && at < end) {
        if (*at == '"') {
            at = string_end(at, end);
            continue;
        }
        if (depth == 0 && (*at == ',' || *at == '}'))
            return at;
        if (*at == '{' || *at == '[')
            depth++;
        else if ((*at == '}' || *at == ']') && depth)
            depth--;
        at++;
    }
    return NULL;
}

static bool put_member(PyObject *members, const char *name, const char *name_end, Py_ssize_t from, Py_ssize_t to) {
    PyObject *const key = PyUnicode_FromStringAndSize(name + 1, name_end - name - 2);
    PyObject *const place = key ? Py_BuildValue("(nn)", from, to) : NULL;
    const bool good = place && PyDict_SetItem(members, key, place) == 0;
    Py_XDECREF(key);
    Py_XDECREF(place);
    return good;
}

PyObject *core_members(PyObject *module, PyObject *json) {
    (void)module;
    char *begin;
    Py_ssize_t size;
    if (PyBytes_AsStringAndSize(json, &begin, &size) < 0)
        return NULL;
    PyObject *const members = PyDict_New();
    const char *const end = begin + size;
    const char *at = begin;
    bool good = members && at < end && *at == '{';
    while (good && at + 1 < end && at[1] == '"') {
        const char *const name = at + 1;
        const char *const name_end = string_end(name, end);
        at = name_end && name_end < end && *name_end == ':' ? value_end(name_end + 1, end) : NULL;
        good = at && put_member(members, name, name_end, name_end + 1 - begin, at - begin);
    }
    if (good && (*at == '}' || (at == begin && at + 1 < end && at[1] == '}')))
        return members;
    Py_XDECREF(members);
    if (!PyErr_Occurred())
        PyErr_SetString(PyExc_ValueError, "this is no record: its JSON is damaged");
    return NULL;
}
