/* cutline._core: the C behind the Python package. What its files share.
 *
 *     page.c     Python objects -> bytes of a page and options for it
 *     work.c     bytes -> record -> bytes of a format, without the interpreter
 *     extract.c  the functions of the module that do so
 *     tree*.c, node*.c  parsed pages, read-only; select*.c finds nodes by CSS selectors
 *     arrow*.c   columns in and out by the Arrow C data interface
 *
 * The module is built for the stable ABI of CPython 3.9 (abi3), on a free-threaded CPython for that version alone.
 * It has no mutable globals: what it keeps is in core_state, one for each interpreter.
 */
#ifndef CUTLINE_PYTHON_CORE_H
#define CUTLINE_PYTHON_CORE_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <cutline.h>
#include <stdbool.h>

#include "pool.h"

typedef struct core_state {
    pool *contexts;
    PyObject *make_error;     /* cutline._errors.make_error */
    PyObject *selector_error; /* cutline._errors.SelectorError */
    PyObject *options_type;
    PyObject *flag_type;
    PyObject *tree_type;
    PyObject *node_type;
    PyObject *reader_type;
} core_state;

static inline core_state *core_state_of(PyObject *module) {
    return PyModule_GetState(module);
}

/* The exception for a failure, a new reference; NULL where another was raised instead. */
PyObject *core_make_error(const core_state *state, const cutline_error *error);
/* Raises it. NULL, always. */
PyObject *core_raise(const core_state *state, const cutline_error *error);

/* Each adds its types to the module; 0 or -1. */
int core_add_options(PyObject *module, core_state *state);
int core_add_flag(PyObject *module, core_state *state);
/* A type from its specification, added to the module under the name behind the last dot; a new reference. */
PyObject *core_add_type(PyObject *module, PyType_Spec *spec);

/* The options in a cutline._core.Options; NULL with TypeError where it is none. */
const cutline_options *core_options_of(const core_state *state, PyObject *object);
/* Sets a text of a set of options that is in the making: a str, or None for what it is. False with an exception where
 * it can't be that; `what` names it there, and `advice` (NULL: what the library says) tells what it can be. */
typedef cutline_status (*core_text_setter)(cutline_options *options, const char *value);
bool core_set_text(
    cutline_options *options, PyObject *value, core_text_setter set, const char *what, const char *advice);
/* Whether a cutline._core.Flag was set; `object` must be one. */
bool core_flag_is_set(PyObject *object);

/* Functions of the module. */
PyObject *core_extract(PyObject *module, PyObject *arguments);
PyObject *core_extract_many(PyObject *module, PyObject *arguments);
PyObject *core_members(PyObject *module, PyObject *json);

#endif
