#include "tree.h"
#include "page.h"

static const cutline_tree *tree_of(PyObject *self) {
    return ((tree_object *)self)->tree;
}

static PyObject *first_named(PyObject *self, const char *name) {
    const cutline_tree *const tree = tree_of(self);
    const cutline_node root = cutline_tree_root(tree);
    for (cutline_node n = root; n; n = cutline_node_following(tree, root, n)) {
        const cutline_string have = cutline_node_name(tree, n);
        if (cutline_node_get_type(tree, n) == CUTLINE_NODE_ELEMENT && have.size == strlen(name) &&
            memcmp(have.data, name, have.size) == 0)
            return node_new((tree_object *)self, n);
    }
    Py_RETURN_NONE;
}

static PyObject *get_document(PyObject *self, void *closure) {
    (void)closure;
    return node_new((tree_object *)self, cutline_tree_root(tree_of(self)));
}

static PyObject *get_root(PyObject *self, void *closure) {
    (void)closure;
    const cutline_tree *const tree = tree_of(self);
    cutline_node n = cutline_node_first_child(tree, cutline_tree_root(tree));
    while (n && cutline_node_get_type(tree, n) != CUTLINE_NODE_ELEMENT)
        n = cutline_node_next(tree, n);
    return node_new((tree_object *)self, n);
}

static PyObject *get_head(PyObject *self, void *closure) {
    (void)closure;
    return first_named(self, "head");
}

static PyObject *get_body(PyObject *self, void *closure) {
    (void)closure;
    return first_named(self, "body");
}

static PyObject *get_html(PyObject *self, void *closure) {
    (void)closure;
    return node_html((tree_object *)self, cutline_tree_root(tree_of(self)), true);
}

static PyObject *get_encoding(PyObject *self, void *closure) {
    (void)closure;
    return core_str(cutline_tree_encoding(tree_of(self)));
}

static PyObject *get_quirks(PyObject *self, void *closure) {
    (void)closure;
    return PyBool_FromLong(cutline_tree_quirks(tree_of(self)) == 1);
}

static PyObject *tree_text(PyObject *self, PyObject *arguments, PyObject *keywords) {
    return node_text((tree_object *)self, cutline_tree_root(tree_of(self)), arguments, keywords);
}

static PyObject *tree_css(PyObject *self, PyObject *query) {
    return node_css((tree_object *)self, cutline_tree_root(tree_of(self)), query);
}

static PyObject *tree_css_first(PyObject *self, PyObject *arguments, PyObject *keywords) {
    return node_css_first((tree_object *)self, cutline_tree_root(tree_of(self)), arguments, keywords);
}

static PyObject *tree_repr(PyObject *self) {
    return PyUnicode_FromFormat("<Tree, %zu nodes>", cutline_tree_node_count(tree_of(self)));
}

static void tree_dealloc(PyObject *self) {
    tree_object *const t = (tree_object *)self;
    PyTypeObject *const type = Py_TYPE(self);
    if (t->context)
        pool_give(t->contexts, t->context, t->size);
    pool_release(t->contexts);
    Py_XDECREF(t->page);
    Py_XDECREF(t->module);
    ((freefunc)(uintptr_t)PyType_GetSlot(type, Py_tp_free))(self);
    Py_DECREF(type);
}

/* An object with nothing in it yet. */
static tree_object *tree_new(PyObject *module) {
    PyTypeObject *const type = (PyTypeObject *)core_state_of(module)->tree_type;
    tree_object *const t = (tree_object *)((allocfunc)(uintptr_t)PyType_GetSlot(type, Py_tp_alloc))(type, 0);
    if (t) {
        Py_INCREF(module);
        t->module = module;
        t->contexts = pool_hold(core_state_of(module)->contexts);
    }
    return t;
}

PyObject *core_parse(PyObject *module, PyObject *arguments) {
    core_state *const state = core_state_of(module);
    PyObject *html, *options, *known;
    page p;
    if (!PyArg_ParseTuple(arguments, "OOO:parse", &html, &options, &known))
        return NULL;
    const cutline_options *const shared = core_options_of(state, options);
    tree_object *t = shared ? tree_new(module) : NULL;
    if (!t)
        return NULL;
    if (!page_make(&p, html, shared, known)) {
        Py_DECREF(t);
        return NULL;
    }
    cutline_error error = {.status = CUTLINE_E_NOMEM};
    cutline_status status = CUTLINE_E_NOMEM;
    PyThreadState *const thread = PyEval_SaveThread();
    t->context = pool_take(t->contexts);
    if (t->context)
        status = cutline_parse(t->context, p.bytes, p.size, p.options, &t->tree, &error);
    PyEval_RestoreThread(thread);
    Py_INCREF(p.holder);
    t->page = p.holder;
    t->size = p.size;
    page_clear(&p);
    if (status == CUTLINE_OK)
        return (PyObject *)t;
    Py_DECREF(t);
    return core_raise(state, &error);
}

int core_add_tree(PyObject *module, core_state *state) {
    static PyGetSetDef members[] = {
        {"document", get_document, NULL, "The document itself: the node above all others.", NULL},
        {"root", get_root, NULL, "The element at the top, <html>.", NULL},
        {"head", get_head, NULL, "The element <head>.", NULL},
        {"body", get_body, NULL, "The element <body>; None where the page has frames.", NULL},
        {"html", get_html, NULL, "The whole as HTML.", NULL},
        {"encoding", get_encoding, NULL, "The encoding that was used: \"utf-8\".", NULL},
        {"quirks", get_quirks, NULL, "Whether the document is in quirks mode.", NULL},
        {NULL, NULL, NULL, NULL, NULL},
    };
    static PyMethodDef methods[] = {
        {"css", tree_css, METH_O, "All elements that match a CSS selector, in the order of the page."},
        {"css_first", (PyCFunction)(uintptr_t)tree_css_first, METH_VARARGS | METH_KEYWORDS,
            "The first element that matches a CSS selector, or `default`. With `strict` ValueError where there are "
            "more."},
        {"text", (PyCFunction)(uintptr_t)tree_text, METH_VARARGS | METH_KEYWORDS,
            "The text of the page, scripts and styles too; see Node.text()."},
        {NULL, NULL, 0, NULL},
    };
    static PyType_Slot slots[] = {
        {Py_tp_new, (void *)(uintptr_t)core_not_made},
        {Py_tp_dealloc, (void *)(uintptr_t)tree_dealloc},
        {Py_tp_repr, (void *)(uintptr_t)tree_repr},
        {Py_tp_getset, members},
        {Py_tp_methods, methods},
        {Py_tp_doc, "A parsed page, read-only: cutline.parse() makes it."},
        {0, NULL},
    };
    static PyType_Spec spec = {
        .name = "cutline._core.Tree", .basicsize = sizeof(tree_object), .flags = Py_TPFLAGS_DEFAULT, .slots = slots};
    state->tree_type = core_add_type(module, &spec);
    return state->tree_type ? 0 : -1;
}
