#include "page.h"

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

static bool set_known(cutline_options *options, PyObject *known) {
    PyObject *url, *path, *charset, *fetched;
    return PyArg_ParseTuple(known, "OOOO;what is known of a page", &url, &path, &charset, &fetched) &&
           core_set_text(options, url, cutline_options_set_url, "url", NULL) &&
           core_set_text(options, path, cutline_options_set_path, "path", NULL) &&
           core_set_text(options, charset, cutline_options_set_transport_charset, "charset", NULL) &&
           core_set_text(options, fetched, cutline_options_set_fetched, "fetched",
               "a time is like 2024-05-01 or 2024-05-01T10:00:00Z");
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
