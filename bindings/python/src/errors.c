#include "core.h"

PyObject *core_make_error(const core_state *state, const cutline_error *error) {
    return PyObject_CallFunction(state->make_error, "isKs", (int)error->status, cutline_stage_name(error->stage),
        (unsigned long long)error->offset, error->message ? error->message : cutline_status_message(error->status));
}

PyObject *core_raise(const core_state *state, const cutline_error *error) {
    if (error->status == CUTLINE_E_NOMEM)
        return PyErr_NoMemory();
    PyObject *const exception = core_make_error(state, error);
    if (exception)
        PyErr_SetObject((PyObject *)Py_TYPE(exception), exception);
    Py_XDECREF(exception);
    return NULL;
}
