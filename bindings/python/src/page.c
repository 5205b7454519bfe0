#include "page.h"

#include <string.h>

const char *page_text(PyObject *text, const char *what, PyObject **holder) {
    *holder = NULL;
    if (!PyUnicode_Check(text)) {
        PyErr_Format(PyExc_TypeError, "%s is str or None, not %R", what, (PyObject *)Py_TYPE(text));
        return NULL;
    }
    /* Names of files that are no UTF-8 come with surrogates: they go out as the bytes they came from. */
    PyObject *const bytes = PyUnicode_AsEncodedString(text, "utf-8", "surrogateescape");
    char *at = NULL;
    if (bytes && PyBytes_AsStringAndSize(bytes, &at, NULL) == 0) {
        *holder = bytes;
        return at;
    }
    if (bytes) {
        PyErr_Format(PyExc_ValueError, "%s holds a NUL character, which no such name does", what);
        Py_DECREF(bytes);
    }
    return NULL;
}

static PyObject *bytes_of(PyObject *html) {
    if (PyUnicode_Check(html))
        /* Lone surrogates are no characters; the decoder replaces what they come to. */
        return PyUnicode_AsEncodedString(html, "utf-8", "surrogatepass");
    if (PyBytes_Check(html)) {
        Py_INCREF(html);
        return html;
    }
    PyObject *const view = PyMemoryView_FromObject(html);
    if (view) {
        PyObject *const copy = PyBytes_FromObject(view); /* others may write into it meanwhile */
        Py_DECREF(view);
        return copy;
    }
    if (PyErr_ExceptionMatches(PyExc_TypeError))
        PyErr_Format(PyExc_TypeError, "a page is bytes or str, not %R%s", (PyObject *)Py_TYPE(html),
            html == Py_None ? ": was it fetched?" : "");
    return NULL;
}

typedef cutline_status (*text_setter)(cutline_options *options, const char *value);

static bool set_one(cutline_options *options, PyObject *value, text_setter set, const char *what) {
    PyObject *holder = NULL;
    if (value == Py_None)
        return true;
    const char *const text = page_text(value, what, &holder);
    if (!text)
        return false;
    const cutline_status status = set(options, text);
    if (status == CUTLINE_E_NOMEM)
        PyErr_NoMemory();
    else if (status != CUTLINE_OK)
        PyErr_Format(PyExc_ValueError, "%s can't be %R: %s", what, value,
            set == cutline_options_set_fetched ? "a time is like 2024-05-01 or 2024-05-01T10:00:00Z"
                                               : cutline_status_message(status));
    Py_DECREF(holder);
    return status == CUTLINE_OK;
}

static bool set_known(cutline_options *options, PyObject *known) {
    PyObject *url, *path, *charset, *fetched;
    return PyArg_ParseTuple(known, "OOOO;what is known of a page", &url, &path, &charset, &fetched) &&
           set_one(options, url, cutline_options_set_url, "url") &&
           set_one(options, path, cutline_options_set_path, "path") &&
           set_one(options, charset, cutline_options_set_transport_charset, "charset") &&
           set_one(options, fetched, cutline_options_set_fetched, "fetched");
}

bool page_make(page *p, PyObject *html, const cutline_options *options, PyObject *known) {
    *p = (page){.options = options};
    char *at = NULL;
    Py_ssize_t size = 0;
    p->holder = bytes_of(html);
    if (!p->holder || PyBytes_AsStringAndSize(p->holder, &at, &size) < 0) {
        page_clear(p);
        return false;
    }
    p->bytes = at;
    p->size = (size_t)size;
    const bool is_text = PyUnicode_Check(html);
    if (!is_text && known == Py_None)
        return true;
    p->options = p->own = cutline_options_copy(options);
    if (!p->own || (is_text && cutline_options_set_encoding(p->own, "utf-8") != CUTLINE_OK))
        PyErr_NoMemory();
    else if (known == Py_None || set_known(p->own, known))
        return true;
    page_clear(p);
    return false;
}

void page_clear(page *p) {
    cutline_options_free(p->own);
    Py_CLEAR(p->holder);
    *p = (page){.holder = NULL};
}
