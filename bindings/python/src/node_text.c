#include "tree.h"
#include "work.h"

static bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

static cutline_string stripped(cutline_string s) {
    while (s.size && is_space(*s.data)) {
        s.data++;
        s.size--;
    }
    while (s.size && is_space(s.data[s.size - 1]))
        s.size--;
    return s;
}

/* The str that a buffer holds, which is freed. */
static PyObject *finish(buffer *out, bool good) {
    PyObject *const text =
        good ? PyUnicode_DecodeUTF8(out->at ? out->at : "", (Py_ssize_t)out->size, NULL) : PyErr_NoMemory();
    buffer_free(out);
    return text;
}

PyObject *node_text(const tree_object *owner, cutline_node node, PyObject *arguments, PyObject *keywords) {
    static const char *const names[] = {"deep", "separator", "strip", NULL};
    int deep = 1, strip = 0;
    const char *separator = "";
    Py_ssize_t separator_size = 0;
    if (!PyArg_ParseTupleAndKeywords(
            arguments, keywords, "|ps#p:text", (char **)(uintptr_t)names, &deep, &separator, &separator_size, &strip))
        return NULL;
    const cutline_tree *const tree = owner->tree;
    const bool is_text = cutline_node_get_type(tree, node) == CUTLINE_NODE_TEXT;
    buffer out = {.at = NULL};
    bool good = true, any = false;
    for (cutline_node n = deep || is_text ? node : cutline_node_first_child(tree, node); good;
         n = deep ? cutline_node_following(tree, node, n) : cutline_node_next(tree, n)) {
        if (cutline_node_get_type(tree, n) == CUTLINE_NODE_TEXT) {
            const cutline_string data = cutline_node_data(tree, n), piece = strip ? stripped(data) : data;
            if (piece.size || !strip) {
                good = (!any || buffer_write(&out, separator, (size_t)separator_size) == 0) &&
                       buffer_write(&out, piece.data, piece.size) == 0;
                any = true;
            }
        }
        if (is_text || !(deep ? cutline_node_following(tree, node, n) : cutline_node_next(tree, n)))
            break;
    }
    return finish(&out, good);
}

PyObject *node_html(const tree_object *owner, cutline_node node, bool with_itself) {
    const cutline_tree *const tree = owner->tree;
    buffer out = {.at = NULL};
    bool good = true;
    cutline_node n = with_itself ? node : cutline_node_first_child(tree, node);
    while (good && (n || with_itself)) {
        good = cutline_tree_write(tree, n, CUTLINE_TREE_HTML, buffer_write, &out, NULL) == CUTLINE_OK;
        if (with_itself)
            break;
        n = cutline_node_next(tree, n);
    }
    return finish(&out, good);
}
