/* A tree as bytes: in the format of html5lib's tree-construction tests, and as HTML (HTML Standard, section 13.3). */
#include "dom/dom.h"

#include "base/checked.h"
#include "base/status.h"

/* Gathers small pieces, so that the caller's function is called seldom. */
typedef struct out {
    cutline_write_fn write;
    void *user;
    bool refused;
    size_t count;
    char bytes[4096];
} out;

static void flush(out *o) {
    if (o->count && !o->refused)
        o->refused = o->write(o->user, o->bytes, o->count) != 0;
    o->count = 0;
}

static void put(out *o, cl_slice s) {
    if (s.size > sizeof o->bytes - o->count)
        flush(o);
    if (s.size > sizeof o->bytes) {
        if (!o->refused)
            o->refused = o->write(o->user, s.data, s.size) != 0;
        return;
    }
    if (s.size)
        memcpy(o->bytes + o->count, s.data, s.size);
    o->count += s.size;
}

static void put_z(out *o, const char *text) {
    put(o, cl_slice_z(text));
}

/* ---- the format of the tests -------------------------------------------------------------------------------- */

static void indent(out *o, size_t depth) {
    put_z(o, "| ");
    for (size_t i = 0; i < depth; i++)
        put_z(o, "  ");
}

/* An attribute's name as the tests write it, but with a colon where a space is shown. */
static cl_slice shown_name(const cl_dom *dom, const cl_attr *attr) {
    return attr->name == CL_ATTR_XMLNS && (attr->flags & CL_ATTR_FOREIGN) ? CL_SLICE("xmlns:xmlns")
                                                                          : cl_attr_name(dom, attr);
}

/* "sorted lexicographically by UTF-16 code unit": as bytes, but that U+E000 to U+FFFF come after what has surrogates.
 */
static unsigned rank(const cl_attr *attr, char c) {
    if (c == ':' && (attr->flags & CL_ATTR_FOREIGN))
        return ' '; /* as it is shown */
    const unsigned byte = (unsigned char)c;
    return byte == 0xEE || byte == 0xEF ? byte + 0x10 : byte;
}

static bool before(const cl_dom *dom, const cl_attr *a, const cl_attr *b) {
    const cl_slice x = shown_name(dom, a), y = shown_name(dom, b);
    const size_t n = x.size < y.size ? x.size : y.size;
    for (size_t i = 0; i < n; i++) {
        const unsigned s = rank(a, x.data[i]), t = rank(b, y.data[i]);
        if (s != t)
            return s < t;
    }
    return x.size < y.size;
}

static void sift(const cl_dom *dom, const cl_attr **heap, size_t i, size_t n) {
    for (size_t child; (child = 2 * i + 1) < n; i = child) {
        if (child + 1 < n && before(dom, heap[child], heap[child + 1]))
            child++;
        if (!before(dom, heap[i], heap[child]))
            return;
        const cl_attr *const t = heap[i];
        heap[i] = heap[child];
        heap[child] = t;
    }
}

/* Heapsort: as many attributes as a page likes, in place. */
static void sort_attrs(const cl_dom *dom, const cl_attr **attrs, size_t n) {
    for (size_t i = n / 2; i-- > 0;)
        sift(dom, attrs, i, n);
    for (size_t i = n; i-- > 1;) {
        const cl_attr *const t = attrs[0];
        attrs[0] = attrs[i];
        attrs[i] = t;
        sift(dom, attrs, 0, i);
    }
}

/* The name with a space for the colon of a namespace's prefix. */
static void put_attr_name(out *o, const cl_dom *dom, const cl_attr *attr) {
    const cl_slice name = shown_name(dom, attr);
    const char *const colon = attr->flags & CL_ATTR_FOREIGN ? memchr(name.data, ':', name.size) : NULL;
    if (!colon) {
        put(o, name);
        return;
    }
    const size_t prefix = (size_t)(colon - name.data);
    put(o, cl_slice_of(name.data, prefix));
    put_z(o, " ");
    put(o, cl_slice_of(colon + 1, name.size - prefix - 1));
}

static bool test_attributes(out *o, const cl_dom *dom, cl_node n, size_t depth) {
    const cl_attr *few[32], **attrs = few;
    size_t count = 0, bytes;
    for (const cl_attr *a = cl_dom_attrs(dom, n); a; a = cl_attr_next(a))
        count++;
    if (!cl_mul(count, sizeof *attrs, &bytes))
        return false;
    if (count > 32 && !(attrs = cl_realloc(dom->allocator, NULL, 0, bytes)))
        return false;
    size_t i = 0;
    for (const cl_attr *a = cl_dom_attrs(dom, n); a; a = cl_attr_next(a))
        attrs[i++] = a;
    sort_attrs(dom, attrs, count);
    for (i = 0; i < count; i++) {
        indent(o, depth + 1);
        put_attr_name(o, dom, attrs[i]);
        put_z(o, "=\"");
        put(o, cl_attr_value(dom, attrs[i]));
        put_z(o, "\"\n");
    }
    if (attrs != few)
        cl_free(dom->allocator, attrs, bytes);
    return true;
}

static void test_doctype(out *o, const cl_dom *dom, cl_node n) {
    const cl_attr *const parts = &dom->attrs.at[dom->nodes.at[n].a];
    const cl_slice public = cl_attr_value(dom, &parts[1]), system = cl_attr_value(dom, &parts[2]);
    put_z(o, "<!DOCTYPE ");
    put(o, cl_attr_value(dom, &parts[0]));
    if (public.data || system.data) {
        put_z(o, " \"");
        put(o, public);
        put_z(o, "\" \"");
        put(o, system);
        put_z(o, "\"");
    }
    put_z(o, ">\n");
}

static bool test_node(out *o, const cl_dom *dom, cl_node n, size_t depth) {
    indent(o, depth);
    switch (cl_dom_type(dom, n)) {
    case CUTLINE_NODE_DOCTYPE:
        test_doctype(o, dom, n);
        break;
    case CUTLINE_NODE_ELEMENT:
        put_z(o, dom->nodes.at[n].ns == CUTLINE_NS_SVG      ? "<svg "
                 : dom->nodes.at[n].ns == CUTLINE_NS_MATHML ? "<math "
                                                            : "<");
        put(o, cl_dom_name(dom, n));
        put_z(o, ">\n");
        return test_attributes(o, dom, n, depth);
    case CUTLINE_NODE_TEXT:
        put_z(o, "\"");
        put(o, cl_dom_data(dom, n));
        put_z(o, "\"\n");
        break;
    case CUTLINE_NODE_COMMENT:
        put_z(o, "<!-- ");
        put(o, cl_dom_data(dom, n));
        put_z(o, " -->\n");
        break;
    case CUTLINE_NODE_CONTENT:
        put_z(o, "content\n");
        break;
    default:
        break;
    }
    return true;
}

/* ---- HTML ------------------------------------------------------------------------------------------------------ */

static void put_escaped(out *o, cl_slice s, bool attribute) {
    size_t from = 0;
    for (size_t i = 0; i < s.size; i++) {
        const char *as = NULL;
        size_t taken = 1;
        switch (s.data[i]) {
        case '&':
            as = "&amp;";
            break;
        case '<':
            as = "&lt;";
            break;
        case '>':
            as = "&gt;";
            break;
        case '"':
            as = attribute ? "&quot;" : NULL;
            break;
        case '\xC2':
            if (i + 1 < s.size && s.data[i + 1] == '\xA0') {
                as = "&nbsp;";
                taken = 2;
            }
            break;
        default:
            break;
        }
        if (!as)
            continue;
        put(o, cl_slice_of(s.data + from, i - from));
        put_z(o, as);
        i += taken - 1;
        from = i + 1;
    }
    put(o, cl_slice_of(s.data + from, s.size - from));
}

/* "serializes as void" */
static bool is_void(uint32_t tag) {
    switch (tag) {
    case CL_TAG_AREA:
    case CL_TAG_BASE:
    case CL_TAG_BASEFONT:
    case CL_TAG_BGSOUND:
    case CL_TAG_BR:
    case CL_TAG_COL:
    case CL_TAG_EMBED:
    case CL_TAG_FRAME:
    case CL_TAG_HR:
    case CL_TAG_IMG:
    case CL_TAG_INPUT:
    case CL_TAG_KEYGEN:
    case CL_TAG_LINK:
    case CL_TAG_META:
    case CL_TAG_PARAM:
    case CL_TAG_SOURCE:
    case CL_TAG_TRACK:
    case CL_TAG_WBR:
        return true;
    default:
        return false;
    }
}

/* Elements whose text is written as it is. A <noscript> that was parsed with scripting has nothing but text. */
static bool is_raw(const cl_dom *dom, cl_node n) {
    switch (cl_dom_html_tag(dom, n)) {
    case CL_TAG_STYLE:
    case CL_TAG_SCRIPT:
    case CL_TAG_XMP:
    case CL_TAG_IFRAME:
    case CL_TAG_NOEMBED:
    case CL_TAG_NOFRAMES:
    case CL_TAG_PLAINTEXT:
        return true;
    case CL_TAG_NOSCRIPT:
        return dom->scripting;
    default:
        return false;
    }
}

static void html_begin(out *o, const cl_dom *dom, cl_node n) {
    switch (cl_dom_type(dom, n)) {
    case CUTLINE_NODE_DOCTYPE:
        put_z(o, "<!DOCTYPE ");
        put(o, cl_dom_name(dom, n));
        put_z(o, ">");
        break;
    case CUTLINE_NODE_ELEMENT:
        put_z(o, "<");
        put(o, cl_dom_name(dom, n));
        for (const cl_attr *a = cl_dom_attrs(dom, n); a; a = cl_attr_next(a)) {
            put_z(o, " ");
            put(o, cl_attr_name(dom, a));
            put_z(o, "=\"");
            put_escaped(o, cl_attr_value(dom, a), true);
            put_z(o, "\"");
        }
        put_z(o, ">");
        break;
    case CUTLINE_NODE_TEXT:
        if (is_raw(dom, cl_dom_parent(dom, n)))
            put(o, cl_dom_data(dom, n));
        else
            put_escaped(o, cl_dom_data(dom, n), false);
        break;
    case CUTLINE_NODE_COMMENT:
        put_z(o, "<!--");
        put(o, cl_dom_data(dom, n));
        put_z(o, "-->");
        break;
    default:
        break;
    }
}

static void html_end(out *o, const cl_dom *dom, cl_node n) {
    if (cl_dom_type(dom, n) != CUTLINE_NODE_ELEMENT || is_void(cl_dom_html_tag(dom, n)))
        return;
    put_z(o, "</");
    put(o, cl_dom_name(dom, n));
    put_z(o, ">");
}

/* ---- the walk --------------------------------------------------------------------------------------------------- */

cutline_status cl_dom_write(const cl_dom *dom, cl_node root, cutline_tree_format format, cutline_write_fn write,
    void *user, cutline_error *error) {
    if (!write || root >= dom->nodes.count || (format != CUTLINE_TREE_HTML && format != CUTLINE_TREE_TEST))
        return cl_fail(error, CUTLINE_E_ARGUMENT, CUTLINE_STAGE_OUTPUT, 0, NULL);
    out o = {.write = write, .user = user};
    const bool html = format == CUTLINE_TREE_HTML;
    size_t depth = 0;
    bool ok = true;
    const bool whole = root != CL_NODE_DOCUMENT; /* the document itself is not written */
    for (cl_node n = whole ? root : cl_dom_first_child(dom, root); n && ok && !o.refused;) {
        if (html)
            html_begin(&o, dom, n);
        else
            ok = test_node(&o, dom, n, depth);
        const cl_node child = html && is_void(cl_dom_html_tag(dom, n)) ? CL_NODE_NONE : cl_dom_first_child(dom, n);
        if (child) {
            n = child;
            depth++;
            continue;
        }
        for (;;) {
            if (html)
                html_end(&o, dom, n);
            if (n == root || cl_dom_next(dom, n))
                break;
            n = cl_dom_parent(dom, n);
            depth--;
            if (n == root && !whole)
                break;
        }
        n = n == root ? CL_NODE_NONE : cl_dom_next(dom, n);
    }
    flush(&o);
    if (!ok)
        return cl_fail(error, CUTLINE_E_NOMEM, CUTLINE_STAGE_OUTPUT, 0, NULL);
    return o.refused ? cl_fail(error, CUTLINE_E_WRITE, CUTLINE_STAGE_OUTPUT, 0, NULL) : CUTLINE_OK;
}
