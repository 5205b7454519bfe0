/* Pages as Python has them. */
#ifndef CUTLINE_PYTHON_PAGE_H
#define CUTLINE_PYTHON_PAGE_H

#include "core.h"

/* A page that is ready to be read without the interpreter: nothing in it is a Python object that could change. */
typedef struct page {
    PyObject *holder; /* the bytes object that `bytes` points into */
    const char *bytes;
    size_t size;
    const cutline_options *options; /* `own`, or the set that all pages share */
    cutline_options *own;
} page;

/* Makes a page of str (which is UTF-8 then, whatever its markup says), bytes or any object with a buffer, which is
 * copied. `known` is None or a tuple (url, path, charset, fetched), each str or None. On failure an exception is set,
 * and there is nothing to clear. */
bool page_make(page *p, PyObject *html, const cutline_options *options, PyObject *known);
void page_clear(page *p);

#endif
