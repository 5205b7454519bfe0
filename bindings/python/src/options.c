/* cutline._core.Options: a set of options that is never changed once it is made, so that threads may share it. */
#include "core.h"

typedef struct options_object {
    PyObject_HEAD cutline_options *options;
} options_object;

const cutline_options *core_options_of(const core_state *state, PyObject *object) {
    if (PyObject_TypeCheck(object, (PyTypeObject *)state->options_type))
        return ((options_object *)object)->options;
    PyErr_Format(PyExc_TypeError, "these are no options: %R", object);
    return NULL;
}

/* Texts. */

/* A str as a NUL-terminated string in `*holder`, a new reference that must outlive it; NULL with ValueError where it
 * holds a NUL, with TypeError where it is no str. */
static const char *text_of(PyObject *text, const char *what, PyObject **holder) {
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

bool core_set_text(
    cutline_options *options, PyObject *value, core_text_setter set, const char *what, const char *advice) {
    PyObject *holder = NULL;
    if (value == Py_None)
        return true;
    const char *const text = text_of(value, what, &holder);
    if (!text)
        return false;
    const cutline_status status = set(options, text);
    if (status == CUTLINE_E_NOMEM)
        PyErr_NoMemory();
    else if (status != CUTLINE_OK)
        PyErr_Format(
            PyExc_ValueError, "%s can't be %R: %s", what, value, advice ? advice : cutline_status_message(status));
    Py_DECREF(holder);
    return status == CUTLINE_OK;
}

/* Numbers: the package has made sure that they are in range, these are for those who call the module itself. */

static bool good(cutline_status status, const char *what) {
    if (status != CUTLINE_OK)
        PyErr_Format(PyExc_ValueError, "%s: no such value", what);
    return status == CUTLINE_OK;
}

typedef cutline_status (*pair_setter)(cutline_options *options, int name, long long value);

static cutline_status set_role(cutline_options *options, int role, long long on) {
    return cutline_options_set_role(options, (cutline_role)role, on != 0);
}

static cutline_status set_part(cutline_options *options, int part, long long on) {
    return cutline_options_set_part(options, (cutline_part)part, on != 0);
}

static cutline_status set_limit(cutline_options *options, int limit, long long value) {
    return value < 0 ? CUTLINE_E_ARGUMENT : cutline_options_set_limit(options, (cutline_limit)limit, (uint64_t)value);
}

/* A tuple of pairs (which, value). */
static bool set_pairs(cutline_options *o, PyObject *pairs, pair_setter set, const char *what) {
    const Py_ssize_t count = PyTuple_Size(pairs);
    bool all = count >= 0;
    for (Py_ssize_t i = 0; all && i < count; i++) {
        int name;
        long long value;
        PyObject *const pair = PyTuple_GetItem(pairs, i);
        all = pair && PyArg_ParseTuple(pair, "iL;a number and its value", &name, &value) &&
              good(set(o, name, value), what);
    }
    return all;
}

typedef struct settings {
    PyObject *encoding, *fields, *fragment; /* str or None */
    int kind, favor, scripting, features, dropped;
    PyObject *roles, *parts, *limits; /* tuples of pairs */
} settings;

static bool set_all(cutline_options *o, const settings *s) {
    return core_set_text(o, s->encoding, cutline_options_set_encoding, "encoding",
               "labels are those of the Encoding Standard, like utf-8, windows-1252, gbk") &&
           core_set_text(o, s->fields, cutline_options_set_fields, "fields", "cutline.FIELDS are those there are") &&
           core_set_text(o, s->fragment, cutline_options_set_fragment, "fragment", "it is an element like div") &&
           good(cutline_options_set_kind(o, (cutline_kind)s->kind), "kind") &&
           good(cutline_options_set_favor(o, (cutline_favor)s->favor), "favor") &&
           (s->scripting < 0 || good(cutline_options_set_scripting(o, s->scripting), "scripting")) &&
           good(cutline_options_set_features(o, s->features), "features") &&
           good(cutline_options_set_dropped(o, s->dropped), "dropped") && set_pairs(o, s->roles, set_role, "roles") &&
           set_pairs(o, s->parts, set_part, "parts") && set_pairs(o, s->limits, set_limit, "limits");
}

static PyObject *options_new(PyTypeObject *type, PyObject *arguments, PyObject *keywords) {
    static const char *const names[] = {"encoding", "fields", "fragment", "kind", "favor", "scripting", "features",
        "dropped", "roles", "parts", "limits", NULL};
    settings s = {.encoding = Py_None, .fields = Py_None, .fragment = Py_None, .scripting = -1};
    PyObject *const none = PyTuple_New(0);
    PyObject *self = NULL;
    s.roles = s.parts = s.limits = none;
    if (none && PyArg_ParseTupleAndKeywords(arguments, keywords, "|$OOOiiiiiO!O!O!:Options", (char **)(uintptr_t)names,
                    &s.encoding, &s.fields, &s.fragment, &s.kind, &s.favor, &s.scripting, &s.features, &s.dropped,
                    &PyTuple_Type, &s.roles, &PyTuple_Type, &s.parts, &PyTuple_Type, &s.limits)) {
        const allocfunc allocate = (allocfunc)(uintptr_t)PyType_GetSlot(type, Py_tp_alloc);
        self = allocate(type, 0);
        cutline_options *const made = self ? cutline_options_new() : NULL;
        if (self)
            ((options_object *)self)->options = made;
        if (self && !made)
            PyErr_NoMemory();
        if (self && (!made || !set_all(made, &s)))
            Py_CLEAR(self);
    }
    Py_XDECREF(none);
    return self;
}

static void options_dealloc(PyObject *self) {
    PyTypeObject *const type = Py_TYPE(self);
    cutline_options_free(((options_object *)self)->options);
    ((freefunc)(uintptr_t)PyType_GetSlot(type, Py_tp_free))(self);
    Py_DECREF(type);
}

int core_add_options(PyObject *module, core_state *state) {
    static PyType_Slot slots[] = {
        {Py_tp_new, (void *)(uintptr_t)options_new},
        {Py_tp_dealloc, (void *)(uintptr_t)options_dealloc},
        {0, NULL},
    };
    static PyType_Spec spec = {.name = "cutline._core.Options",
        .basicsize = sizeof(options_object),
        .flags = Py_TPFLAGS_DEFAULT,
        .slots = slots};
    state->options_type = core_add_type(module, &spec);
    return state->options_type ? 0 : -1;
}
