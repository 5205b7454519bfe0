/* Parsed pages as Python objects. */
#ifndef CUTLINE_PYTHON_TREE_H
#define CUTLINE_PYTHON_TREE_H

#include "core.h"

#include <string.h>

/* cutline._core.Tree. It is read-only, so that threads may share it; what it holds goes when nothing refers to it or to
 * one of its nodes. */
typedef struct tree_object {
    PyObject_HEAD PyObject *module; /* whose state it needs */
    PyObject *page;                 /* the bytes that the tree points into */
    size_t size;
    pool *contexts;
    cutline_context *context;
    const cutline_tree *tree;
} tree_object;

/* cutline._core.Node. */
typedef struct node_object {
    PyObject_HEAD tree_object *owner;
    cutline_node node;
} node_object;

/* The Python object of a node, a new reference; None where `node` is none. */
PyObject *node_new(tree_object *owner, cutline_node node);

/* The parts of nodes and trees that have to do with text and with selectors. `node` is where they begin. */
PyObject *node_text(const tree_object *owner, cutline_node node, PyObject *arguments, PyObject *keywords);
PyObject *node_html(const tree_object *owner, cutline_node node, bool with_itself);
PyObject *node_css(tree_object *owner, cutline_node node, PyObject *query);
PyObject *node_css_first(tree_object *owner, cutline_node node, PyObject *arguments, PyObject *keywords);
PyObject *node_css_matches(tree_object *owner, cutline_node node, PyObject *query);

/* The tp_new of types that have no objects but those of the module: TypeError. */
PyObject *core_not_made(PyTypeObject *type, PyObject *arguments, PyObject *keywords);

int core_add_tree(PyObject *module, core_state *state);
int core_add_node(PyObject *module, core_state *state);
PyObject *core_parse(PyObject *module, PyObject *arguments);

/* A string of the library as str. */
static inline PyObject *core_str(cutline_string s) {
    return PyUnicode_FromStringAndSize(s.data ? s.data : "", (Py_ssize_t)s.size);
}

#endif
