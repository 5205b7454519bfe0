/* Reading a tree: nothing here fails, whatever number a node is. */
#include "base/status.h"
#include "dom/dom.h"

/* The node of that number, NULL where there is none. */
static const cl_node_data *at(const cutline_tree *tree, cutline_node node) {
    return tree && node != CL_NODE_NONE && node < tree->nodes.count ? &tree->nodes.at[node] : NULL;
}

static bool is_element(const cl_node_data *data) {
    return data && data->type == CUTLINE_NODE_ELEMENT;
}

cutline_node cutline_tree_root(const cutline_tree *tree) {
    return at(tree, CL_NODE_DOCUMENT) ? CL_NODE_DOCUMENT : CL_NODE_NONE;
}

size_t cutline_tree_node_count(const cutline_tree *tree) {
    return tree && tree->nodes.count ? tree->nodes.count - 1 : 0; /* number 0 is none */
}

cutline_node_type cutline_node_get_type(const cutline_tree *tree, cutline_node node) {
    return at(tree, node) ? cl_dom_type(tree, node) : CUTLINE_NODE_NONE;
}

cutline_node cutline_node_parent(const cutline_tree *tree, cutline_node node) {
    return at(tree, node) ? cl_dom_parent(tree, node) : CL_NODE_NONE;
}

cutline_node cutline_node_first_child(const cutline_tree *tree, cutline_node node) {
    return at(tree, node) ? cl_dom_first_child(tree, node) : CL_NODE_NONE;
}

cutline_node cutline_node_last_child(const cutline_tree *tree, cutline_node node) {
    return at(tree, node) ? cl_dom_last_child(tree, node) : CL_NODE_NONE;
}

cutline_node cutline_node_next(const cutline_tree *tree, cutline_node node) {
    return at(tree, node) ? cl_dom_next(tree, node) : CL_NODE_NONE;
}

cutline_node cutline_node_previous(const cutline_tree *tree, cutline_node node) {
    return at(tree, node) ? cl_dom_previous(tree, node) : CL_NODE_NONE;
}

cutline_node cutline_node_following(const cutline_tree *tree, cutline_node root, cutline_node node) {
    return at(tree, root) && at(tree, node) ? cl_dom_following(tree, root, node) : CL_NODE_NONE;
}

cutline_string cutline_node_name(const cutline_tree *tree, cutline_node node) {
    const cutline_node_type type = cutline_node_get_type(tree, node);
    return type == CUTLINE_NODE_ELEMENT || type == CUTLINE_NODE_DOCTYPE ? cl_dom_name(tree, node) : CL_SLICE_NONE;
}

cutline_namespace cutline_node_namespace(const cutline_tree *tree, cutline_node node) {
    const cl_node_data *const data = at(tree, node);
    return is_element(data) ? (cutline_namespace)data->ns : CUTLINE_NS_HTML;
}

cutline_string cutline_node_data(const cutline_tree *tree, cutline_node node) {
    return at(tree, node) ? cl_dom_data(tree, node) : CL_SLICE_NONE;
}

cutline_attribute cutline_node_first_attribute(const cutline_tree *tree, cutline_node node) {
    return is_element(at(tree, node)) ? at(tree, node)->a : 0;
}

/* The attribute of that number, NULL where there is none. */
static const cl_attr *attribute_at(const cutline_tree *tree, cutline_attribute attribute) {
    return tree && attribute && attribute < tree->attrs.count ? &tree->attrs.at[attribute] : NULL;
}

cutline_attribute cutline_attribute_next(const cutline_tree *tree, cutline_attribute attribute) {
    const cl_attr *const a = attribute_at(tree, attribute);
    return a && cl_attr_next(a) ? attribute + 1 : 0;
}

cutline_string cutline_attribute_name(const cutline_tree *tree, cutline_attribute attribute) {
    const cl_attr *const a = attribute_at(tree, attribute);
    return a ? cl_attr_name(tree, a) : CL_SLICE_NONE;
}

cutline_string cutline_attribute_value(const cutline_tree *tree, cutline_attribute attribute) {
    const cl_attr *const a = attribute_at(tree, attribute);
    return a ? cl_attr_value(tree, a) : CL_SLICE_NONE;
}

cutline_string cutline_node_attribute(const cutline_tree *tree, cutline_node node, const char *name) {
    return name && is_element(at(tree, node)) ? cl_dom_attr_named(tree, node, cl_slice_z(name)) : CL_SLICE_NONE;
}

uint64_t cutline_node_source_begin(const cutline_tree *tree, cutline_node node) {
    const cl_node_data *const data = at(tree, node);
    return is_element(data) ? data->b : 0;
}

uint64_t cutline_node_source_end(const cutline_tree *tree, cutline_node node) {
    const cl_node_data *const data = at(tree, node);
    return is_element(data) ? data->c : 0;
}

int cutline_tree_quirks(const cutline_tree *tree) {
    return tree ? tree->quirks : 0;
}

cutline_status cutline_tree_write(const cutline_tree *tree, cutline_node root, cutline_tree_format format,
    cutline_write_fn write, void *user, cutline_error *error) {
    if (!write || (format != CUTLINE_TREE_HTML && format != CUTLINE_TREE_TEST))
        return cl_fail(error, CUTLINE_E_ARGUMENT, CUTLINE_STAGE_OUTPUT, 0,
            "cutline_tree_write: a format and a write function are needed");
    return at(tree, root) ? cl_dom_write(tree, root, format, write, user, error) : CUTLINE_OK;
}

cutline_string cutline_tree_encoding(const cutline_tree *tree) {
    return tree ? tree->encoding : CL_SLICE_NONE;
}

cutline_encoding_source cutline_tree_encoding_source(const cutline_tree *tree) {
    return tree ? tree->encoding_source : CUTLINE_ENCODING_NONE;
}
