/* libxml2's HTML parser, which is not the standard's (its trees differ) but is what lxml users have. */
#include "../peer.h"

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <limits.h>
#include <stdlib.h>

static const char *version(void) {
    return LIBXML_DOTTED_VERSION;
}

static void *open_state(void) {
    xmlInitParser();
    return calloc(1, sizeof(htmlDocPtr));
}

static void close_state(void *state) {
    htmlDocPtr *const document = state;
    if (*document)
        xmlFreeDoc(*document);
    free(document);
}

static bool parse(void *state, const char *bytes, size_t size) {
    htmlDocPtr *const document = state;
    if (*document)
        xmlFreeDoc(*document);
    *document = NULL;
    if (size > INT_MAX)
        return false;
    const int options =
        HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | XML_PARSE_HUGE;
    *document = htmlReadMemory(bytes, (int)size, NULL, NULL, options);
    return *document != NULL;
}

static uint64_t value_size(const xmlAttr *attribute) {
    uint64_t size = 0;
    for (const xmlNode *v = attribute->children; v; v = v->next)
        size += v->content ? (uint64_t)xmlStrlen(v->content) : 0;
    return size;
}

static void count_node(const xmlNode *node, bench_count *sum) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
        const uint64_t size = node->content ? (uint64_t)xmlStrlen(node->content) : 0;
        if (node->parent && node->parent->name && xmlStrEqual(node->parent->name, BAD_CAST "script"))
            sum->script_bytes += size;
        else
            sum->text_bytes += size;
    } else if (node->type == XML_COMMENT_NODE) {
        sum->comment_bytes += node->content ? (uint64_t)xmlStrlen(node->content) : 0;
    } else if (node->type == XML_ELEMENT_NODE) {
        sum->elements++;
        for (const xmlAttr *a = node->properties; a; a = a->next) {
            sum->attributes++;
            sum->value_bytes += value_size(a);
        }
    }
}

static void count(void *state, bench_count *sum) {
    const xmlNode *node = (const xmlNode *)*(htmlDocPtr *)state;
    while (node) {
        const bool inside = node->type == XML_ELEMENT_NODE || node->type == XML_HTML_DOCUMENT_NODE;
        if (node->type != XML_HTML_DOCUMENT_NODE)
            count_node(node, sum);
        if (inside && node->children) {
            node = node->children;
            continue;
        }
        while (node && !node->next)
            node = node->parent;
        if (node)
            node = node->next;
    }
}

const bench_peer peer_libxml2 = {"libxml2", version, open_state, parse, count, close_state};
