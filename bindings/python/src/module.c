#include "core.h"
#include "arrow.h"
#include "tree.h"

#include <string.h>

PyObject *core_add_type(PyObject *module, PyType_Spec *spec) {
    PyObject *const type = PyType_FromSpec(spec);
    if (!type)
        return NULL;
    Py_INCREF(type); /* one for the module, one for the caller */
    if (PyModule_AddObject(module, strrchr(spec->name, '.') + 1, type) == 0)
        return type;
    Py_DECREF(type);
    Py_DECREF(type);
    return NULL;
}

PyObject *core_not_made(PyTypeObject *type, PyObject *arguments, PyObject *keywords) {
    (void)arguments, (void)keywords;
    return PyErr_Format(PyExc_TypeError, "%R is made by cutline.parse()", (PyObject *)type);
}

/* Adds a tuple of names, in the order of their numbers. */
static int add_names(PyObject *module, const char *name, cutline_string (*get)(size_t)) {
    PyObject *const list = PyList_New(0);
    bool good = list != NULL;
    for (size_t i = 0; good; i++) {
        const cutline_string s = get(i);
        if (!s.data)
            break;
        PyObject *const text = PyUnicode_FromStringAndSize(s.data, (Py_ssize_t)s.size);
        good = text && PyList_Append(list, text) == 0;
        Py_XDECREF(text);
    }
    PyObject *const tuple = good ? PyList_AsTuple(list) : NULL;
    Py_XDECREF(list);
    if (tuple && PyModule_AddObject(module, name, tuple) == 0)
        return 0;
    Py_XDECREF(tuple);
    return -1;
}

static cutline_string role_name(size_t role) {
    return role <= CUTLINE_ROLE_EDITION ? cutline_role_name((cutline_role)role) : (cutline_string){NULL, 0};
}

static int execute(PyObject *module) {
    core_state *const state = core_state_of(module);
    PyObject *const errors = PyImport_ImportModule("cutline._errors");
    state->make_error = errors ? PyObject_GetAttrString(errors, "make_error") : NULL;
    state->selector_error = errors ? PyObject_GetAttrString(errors, "SelectorError") : NULL;
    Py_XDECREF(errors);
    if (!state->selector_error)
        return -1;
    if (state->make_error && !(state->contexts = pool_new()))
        PyErr_NoMemory();
    if (!state->contexts || core_add_options(module, state) < 0 || core_add_flag(module, state) < 0 ||
        core_add_tree(module, state) < 0 || core_add_node(module, state) < 0 ||
        core_add_arrow_reader(module, state) < 0 || add_names(module, "FIELDS", cutline_field_name) < 0 ||
        add_names(module, "ROLES", role_name) < 0 ||
        PyModule_AddStringConstant(module, "VERSION", cutline_version()) < 0)
        return -1;
    return 0;
}

static int traverse(PyObject *module, visitproc visit, void *arg) {
    const core_state *const state = core_state_of(module);
    if (!state)
        return 0;
    Py_VISIT(state->make_error);
    Py_VISIT(state->selector_error);
    Py_VISIT(state->options_type);
    Py_VISIT(state->flag_type);
    Py_VISIT(state->tree_type);
    Py_VISIT(state->node_type);
    Py_VISIT(state->reader_type);
    return 0;
}

static int clear(PyObject *module) {
    core_state *const state = core_state_of(module);
    if (!state)
        return 0;
    Py_CLEAR(state->make_error);
    Py_CLEAR(state->selector_error);
    Py_CLEAR(state->options_type);
    Py_CLEAR(state->flag_type);
    Py_CLEAR(state->tree_type);
    Py_CLEAR(state->node_type);
    Py_CLEAR(state->reader_type);
    return 0;
}

static void release(void *module) {
    core_state *const state = core_state_of(module);
    clear(module);
    if (state)
        pool_release(state->contexts);
}

PyMODINIT_FUNC PyInit__core(void);

PyMODINIT_FUNC PyInit__core(void) {
    static PyMethodDef functions[] = {
        {"extract", core_extract, METH_VARARGS,
            "extract(html, options, known, format) -> bytes\n\nRead a page, write its record in a format."},
        {"extract_many", core_extract_many, METH_VARARGS,
            "extract_many(pages, options, format, stop) -> list\n\nThe same for several; where one fails its exception "
            "stands in its place, and None where the flag was set before its turn."},
        {"parse", core_parse, METH_VARARGS, "parse(html, options, known) -> Tree"},
        {"arrow_schema", core_arrow_schema, METH_O, "arrow_schema(kind) -> capsule"},
        {"arrow_stream", core_arrow_stream, METH_VARARGS, "arrow_stream(kind, arrays) -> capsule"},
        {"members", core_members, METH_O,
            "members(json) -> dict\n\nFor each member of a JSON object where its value begins and ends."},
        {NULL, NULL, 0, NULL},
    };
    static PyModuleDef_Slot slots[] = {
        {Py_mod_exec, (void *)(uintptr_t)execute},
#ifdef Py_GIL_DISABLED
        {Py_mod_gil, Py_MOD_GIL_NOT_USED},
        {Py_mod_multiple_interpreters, Py_MOD_PER_INTERPRETER_GIL_SUPPORTED},
#endif
        {0, NULL},
    };
    static PyModuleDef definition = {
        .m_base = PyModuleDef_HEAD_INIT,
        .m_name = "cutline._core",
        .m_doc = "The C behind the package cutline. Call that instead.",
        .m_size = sizeof(core_state),
        .m_methods = functions,
        .m_slots = slots,
        .m_traverse = traverse,
        .m_clear = clear,
        .m_free = release,
    };
    return PyModuleDef_Init(&definition);
}
