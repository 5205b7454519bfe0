/* Microdata (HTML Standard, section 5) and RDFa Lite as objects like those of JSON-LD.
 *
 * Elements that say something were noted in document order. One with itemscope or typeof begins an object; one with
 * itemprop or property is a value of the object around it. What stands elsewhere, in an element that an object refers
 * to (itemref), is read into it after that. References of RDFa (resource) are not followed. */
#include "record/page_data.h"
#include "record/string.h"

#define ITEM_NOTES 4096u /* more elements are not read */
#define ITEM_DEPTH 16u   /* nor objects nested deeper */
#define CLIMB      512u  /* elements between a value and its object */
#define REFERENCES 8u    /* ids that objects refer to */
#define REF_CLIMB  64u   /* elements between a value and the element of such an id */

typedef struct open_item {
    cl_node node;
    uint32_t object;
    uint32_t last; /* the value read last in it */
} open_item;

/* An element that an object refers to by its id. */
typedef struct reference {
    cl_slice id;
    cl_node item;    /* the element of the object */
    uint32_t object; /* 0 until that is read */
    cl_node root;    /* the element of the id; 0: there is none */
} reference;

typedef struct items {
    cl_page_data *data;
    const cl_dom *dom;
    cl_arena *arena;
    open_item open[ITEM_DEPTH];
    unsigned depth;
    reference references[REFERENCES];
    size_t reference_count;
    bool failed;
} items;

/* The name after a vocabulary's: "schema:headline", "http://schema.org/headline", "og:title". */
static cl_slice local_name(cl_slice name) {
    for (size_t i = name.size; i > 0; i--)
        if (name.data[i - 1] == ':' || name.data[i - 1] == '/' || name.data[i - 1] == '#')
            return cl_slice_of(name.data + i, name.size - i);
    return name;
}

/* The first of several names. */
static cl_slice first_word(cl_slice s) {
    s = cl_slice_trim(s);
    size_t i = 0;
    while (i < s.size && !cl_is_space(s.data[i]))
        i++;
    return cl_slice_of(s.data, i);
}

static uint32_t add(items *t, open_item *to, cl_slice name, cl_json_type type, cl_slice text) {
    cl_json *const json = &t->data->json;
    if (json->count >= CL_JSON_VALUES)
        return 0;
    if (!cl_vector_room(t->data->allocator, json)) {
        t->failed = true;
        return 0;
    }
    const uint32_t number = (uint32_t)json->count++;
    json->at[number] = (cl_json_value){
        .name = name, .text = text, .parent = to ? to->object : 0, .type = (uint8_t)type, .plain = true};
    if (to && to->last)
        json->at[to->last].next = number;
    else if (to)
        json->at[to->object].first = number;
    if (to)
        to->last = number;
    return number;
}

/* HTML Standard, section 5.2.4: what a property's element gives. */
static cl_slice value_of(items *t, cl_node n) {
    static const enum cl_attr_name attrs[] = {
        CL_ATTR_CONTENT, CL_ATTR_DATETIME, CL_ATTR_RESOURCE, CL_ATTR_HREF, CL_ATTR_SRC, CL_ATTR_VALUE};
    for (size_t i = 0; i < sizeof attrs / sizeof *attrs; i++)
        if (cl_dom_has_attr(t->dom, n, attrs[i]))
            return cl_clean(cl_dom_attr(t->dom, n, attrs[i]), t->arena, true, &t->failed);
    return cl_element_text(t->dom, n, t->arena, &t->failed);
}

/* Leaves the objects that an element is not in. */
static void leave(items *t, cl_node n) {
    unsigned turns = 0;
    for (cl_node p = cl_dom_parent(t->dom, n); t->depth && p && turns < CLIMB; p = cl_dom_parent(t->dom, p), turns++)
        for (unsigned i = t->depth; i > 0; i--)
            if (t->open[i - 1].node == p) {
                t->depth = i;
                return;
            }
    t->depth = 0;
}

static void read_element(items *t, cl_node n) {
    const cl_dom *const dom = t->dom;
    cl_slice name = first_word(cl_dom_attr(dom, n, CL_ATTR_ITEMPROP));
    if (!name.size)
        name = first_word(cl_dom_attr(dom, n, CL_ATTR_PROPERTY));
    const bool micro = cl_dom_has_attr(dom, n, CL_ATTR_ITEMSCOPE);
    const bool object = micro || cl_dom_has_attr(dom, n, CL_ATTR_TYPEOF);
    leave(t, n);
    open_item *const around = t->depth && name.size ? &t->open[t->depth - 1] : NULL;
    if (!object) {
        if (around)
            (void)add(t, around, local_name(name), CL_JSON_STRING, value_of(t, n));
        return;
    }
    const uint32_t number = t->depth < ITEM_DEPTH ? add(t, around, local_name(name), CL_JSON_OBJECT, CL_SLICE_NONE) : 0;
    if (!number)
        return;
    open_item *const item = &t->open[t->depth++];
    *item = (open_item){.node = n, .object = number};
    for (size_t i = 0; i < t->reference_count; i++)
        if (t->references[i].item == n)
            t->references[i].object = number;
    const cl_slice type = first_word(cl_dom_attr(dom, n, micro ? CL_ATTR_ITEMTYPE : CL_ATTR_TYPEOF));
    if (type.size)
        (void)add(t, item, CL_SLICE("@type"), CL_JSON_STRING, type);
    cl_slice id = cl_slice_trim(cl_dom_attr(dom, n, micro ? CL_ATTR_ITEMID : CL_ATTR_RESOURCE));
    if (!id.size && !micro)
        id = cl_slice_trim(cl_dom_attr(dom, n, CL_ATTR_ABOUT));
    if (id.size)
        (void)add(t, item, CL_SLICE("@id"), CL_JSON_STRING, id);
}

/* ---- references */

/* The ids in the itemref of an element with itemscope. */
static void collect_references(items *t, cl_node n) {
    cl_slice rest =
        cl_dom_has_attr(t->dom, n, CL_ATTR_ITEMSCOPE) ? cl_dom_attr(t->dom, n, CL_ATTR_ITEMREF) : CL_SLICE_NONE;
    while (rest.size && t->reference_count < REFERENCES) {
        const cl_slice id = first_word(rest);
        if (!id.size)
            return;
        t->references[t->reference_count++] = (reference){.id = id, .item = n};
        const size_t used = (size_t)(id.data + id.size - rest.data);
        rest = cl_slice_of(rest.data + used, rest.size - used);
    }
}

/* Whether `n` is `outer` or stands in it. */
static bool is_within(const items *t, cl_node n, cl_node outer) {
    unsigned turns = 0;
    while (n && n != outer && turns++ < CLIMB)
        n = cl_dom_parent(t->dom, n);
    return n == outer;
}

/* Finds the elements of the ids: the first of each. One that the object itself stands in gives nothing. */
static void find_roots(items *t) {
    size_t found = 0;
    for (cl_node n = CL_NODE_DOCUMENT; n && found < t->reference_count;
         n = cl_dom_following(t->dom, CL_NODE_DOCUMENT, n)) {
        const cl_slice id = cl_slice_trim(cl_dom_attr(t->dom, n, CL_ATTR_ID));
        for (size_t i = 0; id.size && i < t->reference_count; i++)
            if (!t->references[i].root && cl_slice_equal(id, t->references[i].id)) {
                t->references[i].root = n;
                found++;
            }
    }
    for (size_t i = 0; i < t->reference_count; i++)
        if (t->references[i].root && is_within(t, t->references[i].item, t->references[i].root))
            t->references[i].root = 0;
}

/* The reference whose element an element is or is in; NULL where there is none. */
static const reference *reference_around(const items *t, cl_node n) {
    unsigned turns = 0;
    for (cl_node p = n; p && turns < REF_CLIMB; p = cl_dom_parent(t->dom, p), turns++)
        for (size_t i = 0; i < t->reference_count; i++)
            if (t->references[i].root == p)
                return &t->references[i];
    return NULL;
}

static uint32_t last_of(const cl_json *json, uint32_t object) {
    uint32_t last = json->at[object].first;
    while (last && json->at[last].next)
        last = json->at[last].next;
    return last;
}

/* What stands in the element of a reference, into the object that refers to it. */
static void read_reference(items *t, const cl_blocks *blocks, const reference *r) {
    unsigned seen = 0;
    t->depth = 1;
    t->open[0] = (open_item){
        .node = cl_dom_parent(t->dom, r->root), .object = r->object, .last = last_of(&t->data->json, r->object)};
    for (size_t i = 0; i < blocks->notes.count && seen < ITEM_NOTES && !t->failed; i++) {
        const cl_note *const note = &blocks->notes.at[i];
        if (note->kind != CL_NOTE_ITEM)
            continue;
        seen++;
        if (reference_around(t, note->node) == r)
            read_element(t, note->node);
    }
}

bool cl_page_data_items(cl_page_data *data, const cl_dom *dom, const cl_blocks *blocks, cl_arena *arena) {
    items t = {.data = data, .dom = dom, .arena = arena};
    unsigned seen = 0;
    if (!data->json.count) {
        if (!cl_vector_room(data->allocator, &data->json))
            return false;
        data->json.at[data->json.count++] = (cl_json_value){.type = CL_JSON_NONE};
    }
    data->item_begin = (uint32_t)data->json.count;
    for (size_t i = 0; i < blocks->notes.count && t.reference_count < REFERENCES; i++)
        if (blocks->notes.at[i].kind == CL_NOTE_ITEM)
            collect_references(&t, blocks->notes.at[i].node);
    if (t.reference_count)
        find_roots(&t);
    for (size_t i = 0; i < blocks->notes.count && seen < ITEM_NOTES && !t.failed; i++) {
        const cl_note *const note = &blocks->notes.at[i];
        const bool outside = note->kind == CL_NOTE_META || note->kind == CL_NOTE_LINK;
        if (note->kind != CL_NOTE_ITEM && !(outside && t.depth))
            continue;
        seen++;
        if (!t.reference_count || !reference_around(&t, note->node))
            read_element(&t, note->node);
    }
    for (size_t i = 0; i < t.reference_count && !t.failed; i++)
        if (t.references[i].root && t.references[i].object)
            read_reference(&t, blocks, &t.references[i]);
    return !t.failed;
}
