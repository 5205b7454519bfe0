/* cutline._core.Flag: set by one thread, looked at by others while they work without the interpreter. */
#include "core.h"

#include <stdatomic.h>

typedef struct flag_object {
    PyObject_HEAD atomic_bool set;
} flag_object;

bool core_flag_is_set(PyObject *object) {
    return atomic_load_explicit(&((flag_object *)object)->set, memory_order_relaxed);
}

static PyObject *flag_set(PyObject *self, PyObject *none) {
    (void)none;
    atomic_store(&((flag_object *)self)->set, true);
    Py_RETURN_NONE;
}

static void flag_dealloc(PyObject *self) {
    PyTypeObject *const type = Py_TYPE(self);
    ((freefunc)(uintptr_t)PyType_GetSlot(type, Py_tp_free))(self);
    Py_DECREF(type);
}

int core_add_flag(PyObject *module, core_state *state) {
    static PyMethodDef methods[] = {
        {"set", flag_set, METH_NOARGS, "Set it, for good."},
        {NULL, NULL, 0, NULL},
    };
    static PyType_Slot slots[] = {
        {Py_tp_new, (void *)(uintptr_t)PyType_GenericNew},
        {Py_tp_dealloc, (void *)(uintptr_t)flag_dealloc},
        {Py_tp_methods, methods},
        {0, NULL},
    };
    static PyType_Spec spec = {
        .name = "cutline._core.Flag", .basicsize = sizeof(flag_object), .flags = Py_TPFLAGS_DEFAULT, .slots = slots};
    state->flag_type = core_add_type(module, &spec);
    return state->flag_type ? 0 : -1;
}
