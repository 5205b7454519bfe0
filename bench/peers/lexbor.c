/* lexbor, with a document a page and with one document that is cleaned and used again. */
#include "../peer.h"

#include <lexbor/dom/interfaces/comment.h>
#include <lexbor/dom/interfaces/text.h>
#include <lexbor/html/html.h>
#include <lexbor/html/interfaces/template_element.h>
#include <stdlib.h>

static const char *version(void) {
    return LEXBOR_VERSION_STRING;
}

static void *open_document(void) {
    lxb_html_document_t **const state = calloc(1, sizeof(lxb_html_document_t *));
    return state;
}

static void close_document(void *state) {
    lxb_html_document_t **const document = state;
    if (*document)
        lxb_html_document_destroy(*document);
    free(document);
}

static bool parse_fresh(void *state, const char *bytes, size_t size) {
    lxb_html_document_t **const document = state;
    if (*document)
        lxb_html_document_destroy(*document);
    *document = lxb_html_document_create();
    return *document && lxb_html_document_parse(*document, (const lxb_char_t *)bytes, size) == LXB_STATUS_OK;
}

static bool parse_reused(void *state, const char *bytes, size_t size) {
    lxb_html_document_t **const document = state;
    if (*document)
        lxb_html_document_clean(*document);
    else
        *document = lxb_html_document_create();
    return *document && lxb_html_document_parse(*document, (const lxb_char_t *)bytes, size) == LXB_STATUS_OK;
}

static void count_node(const lxb_dom_node_t *node, bench_count *sum) {
    if (node->type == LXB_DOM_NODE_TYPE_TEXT) {
        const size_t size = lxb_dom_interface_text(node)->char_data.data.length;
        if (node->parent && node->parent->local_name == LXB_TAG_SCRIPT)
            sum->script_bytes += size;
        else
            sum->text_bytes += size;
    } else if (node->type == LXB_DOM_NODE_TYPE_COMMENT) {
        sum->comment_bytes += lxb_dom_interface_comment(node)->char_data.data.length;
    } else if (node->type == LXB_DOM_NODE_TYPE_ELEMENT) {
        sum->elements++;
        const lxb_dom_attr_t *a = lxb_dom_element_first_attribute(lxb_dom_interface_element(node));
        for (; a; a = a->next) {
            sum->attributes++;
            sum->value_bytes += a->value ? a->value->length : 0;
        }
    }
}

static const lxb_dom_node_t *template_content(const lxb_dom_node_t *node) {
    if (node->type != LXB_DOM_NODE_TYPE_ELEMENT || node->local_name != LXB_TAG_TEMPLATE || node->ns != LXB_NS_HTML)
        return NULL;
    return lxb_dom_interface_node(((const lxb_html_template_element_t *)node)->content);
}

/* A stack holds where to go on after the contents of a template. */
static void count(void *state, bench_count *sum) {
    const lxb_dom_node_t *stack[512];
    size_t depth = 0;
    const lxb_dom_node_t *root = lxb_dom_interface_node(*(lxb_html_document_t **)state);
    const lxb_dom_node_t *node = root;
    for (;;) {
        count_node(node, sum);
        const lxb_dom_node_t *const content = template_content(node);
        if (content && depth < 512) {
            stack[depth++] = node;
            node = content;
            continue;
        }
        if (node->first_child) {
            node = node->first_child;
            continue;
        }
        while (!node->next) {
            if (node == root)
                return;
            if (node->parent)
                node = node->parent;
            else if (depth)
                node = stack[--depth]; /* out of a template's contents, to the template, whose children are none */
            else
                return;
        }
        node = node->next;
    }
}

const bench_peer peer_lexbor = {"lexbor", version, open_document, parse_fresh, count, close_document};
const bench_peer peer_lexbor_reused = {"lexbor-reused", version, open_document, parse_reused, count, close_document};
