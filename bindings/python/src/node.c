#include "tree.h"

static tree_object *owner_of(PyObject *self) {
    return ((node_object *)self)->owner;
}

static const cutline_tree *tree_of(PyObject *self) {
    return owner_of(self)->tree;
}

static cutline_node number_of(PyObject *self) {
    return ((node_object *)self)->node;
}

PyObject *node_new(tree_object *owner, cutline_node node) {
    if (!node && node != cutline_tree_root(owner->tree))
        Py_RETURN_NONE;
    PyTypeObject *const type = (PyTypeObject *)core_state_of(owner->module)->node_type;
    node_object *const n = (node_object *)((allocfunc)(uintptr_t)PyType_GetSlot(type, Py_tp_alloc))(type, 0);
    if (!n)
        return NULL;
    Py_INCREF(owner);
    n->owner = owner;
    n->node = node;
    return (PyObject *)n;
}

static void node_dealloc(PyObject *self) {
    PyTypeObject *const type = Py_TYPE(self);
    Py_XDECREF(owner_of(self));
    ((freefunc)(uintptr_t)PyType_GetSlot(type, Py_tp_free))(self);
    Py_DECREF(type);
}

/* What it is. */

static bool is_element(const cutline_tree *tree, cutline_node node) {
    return cutline_node_get_type(tree, node) == CUTLINE_NODE_ELEMENT;
}

static PyObject *get_tag(PyObject *self, void *closure) {
    static const char *const others[] = {[CUTLINE_NODE_NONE] = "-none",
        [CUTLINE_NODE_DOCUMENT] = "-document",
        [CUTLINE_NODE_DOCTYPE] = "-doctype",
        [CUTLINE_NODE_TEXT] = "-text",
        [CUTLINE_NODE_COMMENT] = "-comment",
        [CUTLINE_NODE_CONTENT] = "-content",
        [CUTLINE_NODE_PI] = "-pi"};
    (void)closure;
    const cutline_node_type type = cutline_node_get_type(tree_of(self), number_of(self));
    return type == CUTLINE_NODE_ELEMENT ? core_str(cutline_node_name(tree_of(self), number_of(self)))
                                        : PyUnicode_FromString(others[type]);
}

static PyObject *get_is_type(PyObject *self, void *closure) {
    const cutline_node_type *const wanted = closure;
    return PyBool_FromLong(cutline_node_get_type(tree_of(self), number_of(self)) == *wanted);
}

static PyObject *get_attributes(PyObject *self, void *closure) {
    (void)closure;
    const cutline_tree *const tree = tree_of(self);
    PyObject *const made = PyDict_New();
    bool good = made != NULL;
    for (cutline_attribute a = cutline_node_first_attribute(tree, number_of(self)); good && a;
         a = cutline_attribute_next(tree, a)) {
        PyObject *const name = core_str(cutline_attribute_name(tree, a));
        PyObject *const value = name ? core_str(cutline_attribute_value(tree, a)) : NULL;
        good = value && PyDict_SetItem(made, name, value) == 0;
        Py_XDECREF(name);
        Py_XDECREF(value);
    }
    if (good)
        return made;
    Py_XDECREF(made);
    return NULL;
}

static PyObject *get_id(PyObject *self, void *closure) {
    (void)closure;
    const cutline_string id = cutline_node_attribute(tree_of(self), number_of(self), "id");
    if (!id.data)
        Py_RETURN_NONE;
    return core_str(id);
}

static PyObject *get_source(PyObject *self, void *closure) {
    (void)closure;
    return Py_BuildValue("(KK)", (unsigned long long)cutline_node_source_begin(tree_of(self), number_of(self)),
        (unsigned long long)cutline_node_source_end(tree_of(self), number_of(self)));
}

static PyObject *get_text_content(PyObject *self, void *closure) {
    (void)closure;
    const cutline_node_type type = cutline_node_get_type(tree_of(self), number_of(self));
    if (type != CUTLINE_NODE_TEXT && type != CUTLINE_NODE_COMMENT)
        Py_RETURN_NONE;
    return core_str(cutline_node_data(tree_of(self), number_of(self)));
}

static PyObject *get_html(PyObject *self, void *closure) {
    return node_html(owner_of(self), number_of(self), !closure);
}

/* Where it stands. */

typedef cutline_node (*step)(const cutline_tree *tree, cutline_node node);

typedef struct way {
    step first;
} way;

static PyObject *get_relative(PyObject *self, void *closure) {
    return node_new(owner_of(self), ((const way *)closure)->first(tree_of(self), number_of(self)));
}

static PyObject *get_parent(PyObject *self, void *closure) {
    (void)closure;
    const cutline_tree *const tree = tree_of(self);
    if (number_of(self) == cutline_tree_root(tree))
        Py_RETURN_NONE;
    return node_new(owner_of(self), cutline_node_parent(tree, number_of(self)));
}

static bool append(PyObject *list, tree_object *owner, cutline_node node) {
    PyObject *const object = node_new(owner, node);
    const bool good = object && PyList_Append(list, object) == 0;
    Py_XDECREF(object);
    return good;
}

/* The nodes of one walk, elements alone or texts too, as a list. */
static PyObject *listed(PyObject *self, bool deep, bool with_text) {
    const cutline_tree *const tree = tree_of(self);
    const cutline_node root = number_of(self);
    PyObject *const list = PyList_New(0);
    cutline_node n = deep ? root : cutline_node_first_child(tree, root);
    bool good = list != NULL;
    while (good && n) {
        if (is_element(tree, n) || (with_text && cutline_node_get_type(tree, n) == CUTLINE_NODE_TEXT))
            good = append(list, owner_of(self), n);
        n = deep ? cutline_node_following(tree, root, n) : cutline_node_next(tree, n);
    }
    if (good)
        return list;
    Py_XDECREF(list);
    return NULL;
}

static PyObject *get_children(PyObject *self, void *closure) {
    (void)closure;
    return listed(self, false, false);
}

/* iter() and traverse(): an iterator, as users of other parsers expect, over nodes that can't change meanwhile. */
static PyObject *walked(PyObject *self, PyObject *arguments, PyObject *keywords, bool deep) {
    static const char *const names[] = {"include_text", NULL};
    int with_text = 0;
    if (!PyArg_ParseTupleAndKeywords(arguments, keywords, "|p", (char **)(uintptr_t)names, &with_text))
        return NULL;
    PyObject *const list = listed(self, deep, with_text);
    PyObject *const iterator = list ? PyObject_GetIter(list) : NULL;
    Py_XDECREF(list);
    return iterator;
}

static PyObject *node_iter(PyObject *self, PyObject *arguments, PyObject *keywords) {
    return walked(self, arguments, keywords, false);
}

static PyObject *node_traverse(PyObject *self, PyObject *arguments, PyObject *keywords) {
    return walked(self, arguments, keywords, true);
}

static PyObject *node_text_method(PyObject *self, PyObject *arguments, PyObject *keywords) {
    return node_text(owner_of(self), number_of(self), arguments, keywords);
}

static PyObject *node_css_method(PyObject *self, PyObject *query) {
    return node_css(owner_of(self), number_of(self), query);
}

static PyObject *node_css_first_method(PyObject *self, PyObject *arguments, PyObject *keywords) {
    return node_css_first(owner_of(self), number_of(self), arguments, keywords);
}

static PyObject *node_css_matches_method(PyObject *self, PyObject *query) {
    return node_css_matches(owner_of(self), number_of(self), query);
}

/* As a Python object. */

static PyObject *node_compare(PyObject *self, PyObject *other, int operation) {
    if ((operation != Py_EQ && operation != Py_NE) || Py_TYPE(self) != Py_TYPE(other)) {
        Py_INCREF(Py_NotImplemented);
        return Py_NotImplemented;
    }
    const bool same = owner_of(self) == owner_of(other) && number_of(self) == number_of(other);
    return PyBool_FromLong(same == (operation == Py_EQ));
}

static Py_hash_t node_hash(PyObject *self) {
    const uintptr_t owner = (uintptr_t)owner_of(self) >> 4;
    const Py_hash_t hash = (Py_hash_t)(owner ^ (uintptr_t)number_of(self) * 0x9e3779b1u);
    return hash == -1 ? -2 : hash;
}

static PyObject *node_repr(PyObject *self) {
    PyObject *const tag = get_tag(self, NULL);
    PyObject *const repr = tag ? PyUnicode_FromFormat("<Node %U>", tag) : NULL;
    Py_XDECREF(tag);
    return repr;
}

static const PyMethodDef node_methods[] = {
    {"iter", (PyCFunction)(uintptr_t)node_iter, METH_VARARGS | METH_KEYWORDS,
        "Iterate over the elements in it, with `include_text` over texts too."},
    {"traverse", (PyCFunction)(uintptr_t)node_traverse, METH_VARARGS | METH_KEYWORDS,
        "Iterate over it and all elements below, in the order of the page."},
    {"text", (PyCFunction)(uintptr_t)node_text_method, METH_VARARGS | METH_KEYWORDS,
        "The texts in it with `separator` between; `deep`: of all below; `strip`: without white space around each, "
        "and without those that are nothing else."},
    {"css", node_css_method, METH_O, "All elements below that match a CSS selector, in the order of the page."},
    {"css_first", (PyCFunction)(uintptr_t)node_css_first_method, METH_VARARGS | METH_KEYWORDS,
        "The first element below that matches a CSS selector, or `default`. With `strict` ValueError where there "
        "are more."},
    {"css_matches", node_css_matches_method, METH_O, "Whether the element itself matches a CSS selector."},
    {NULL, NULL, 0, NULL},
};

int core_add_node(PyObject *module, core_state *state) {
    static const cutline_node_type element = CUTLINE_NODE_ELEMENT, text = CUTLINE_NODE_TEXT,
                                   comment = CUTLINE_NODE_COMMENT;
    static const way next = {cutline_node_next}, previous = {cutline_node_previous}, first = {cutline_node_first_child},
                     last = {cutline_node_last_child};
    static const char inner = 1;
#define CLOSURE(variable) (void *)(uintptr_t) & (variable)
    static PyGetSetDef members[] = {
        {"tag", get_tag, NULL, "The name of an element; \"-text\", \"-comment\" and so on for others.", NULL},
        {"is_element_node", get_is_type, NULL, NULL, CLOSURE(element)},
        {"is_text_node", get_is_type, NULL, NULL, CLOSURE(text)},
        {"is_comment_node", get_is_type, NULL, NULL, CLOSURE(comment)},
        {"attributes", get_attributes, NULL, "Names and values, a new dict.", NULL},
        {"attrs", get_attributes, NULL, "The same as attributes.", NULL},
        {"id", get_id, NULL, "The value of the attribute id, or None.", NULL},
        {"source", get_source, NULL, "Where its start tag begins and its end tag ends, in bytes of the page as UTF-8.",
            NULL},
        {"text_content", get_text_content, NULL, "The data of a text or a comment; None of others.", NULL},
        {"html", get_html, NULL, "The node as HTML.", NULL},
        {"inner_html", get_html, NULL, "What is in it as HTML.", CLOSURE(inner)},
        {"parent", get_parent, NULL, "The node that it is in, or None.", NULL},
        {"children", get_children, NULL, "The elements in it, a list.", NULL},
        {"child", get_relative, NULL, "The first node in it, or None.", CLOSURE(first)},
        {"first_child", get_relative, NULL, "The first node in it, or None.", CLOSURE(first)},
        {"last_child", get_relative, NULL, "The last node in it, or None.", CLOSURE(last)},
        {"next", get_relative, NULL, "The node after it with the same parent, or None.", CLOSURE(next)},
        {"prev", get_relative, NULL, "The node before it with the same parent, or None.", CLOSURE(previous)},
        {NULL, NULL, NULL, NULL, NULL},
    };
#undef CLOSURE
    static PyType_Slot slots[] = {
        {Py_tp_new, (void *)(uintptr_t)core_not_made},
        {Py_tp_dealloc, (void *)(uintptr_t)node_dealloc},
        {Py_tp_repr, (void *)(uintptr_t)node_repr},
        {Py_tp_richcompare, (void *)(uintptr_t)node_compare},
        {Py_tp_hash, (void *)(uintptr_t)node_hash},
        {Py_tp_getset, members},
        {Py_tp_methods, (void *)(uintptr_t)node_methods},
        {Py_tp_doc, "A node of a parsed page, read-only."},
        {0, NULL},
    };
    static PyType_Spec spec = {
        .name = "cutline._core.Node", .basicsize = sizeof(node_object), .flags = Py_TPFLAGS_DEFAULT, .slots = slots};
    state->node_type = core_add_type(module, &spec);
    return state->node_type ? 0 : -1;
}
