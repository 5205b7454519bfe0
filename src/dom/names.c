/* Known names of tags and attributes, and how foreign content changes them. */
#include "dom/name_lookup.h"

#include "dom/adjust.h"
#include "dom/dom.h"

#include "names_data.inc"

/* FNV-1a, the halves folded; generate_names.py computes the same. */
uint32_t cl_name_hash(const char *name, size_t size) {
    uint32_t h = 2166136261u;
    for (size_t i = 0; i < size; i++)
        h = (h ^ (unsigned char)name[i]) * 16777619u;
    return h ^ h >> 15;
}

uint32_t cl_tag_known(const char *name, size_t size) {
    for (uint32_t h = cl_name_hash(name, size) & (TAG_SLOTS - 1); tag_slots[h]; h = (h + 1) & (TAG_SLOTS - 1))
        if (cl_slice_equal(tag_names[tag_slots[h]], cl_slice_of(name, size)))
            return tag_slots[h];
    return CL_TAG_NONE;
}

uint32_t cl_attr_known(const char *name, size_t size) {
    for (uint32_t h = cl_name_hash(name, size) & (ATTR_SLOTS - 1); attr_slots[h]; h = (h + 1) & (ATTR_SLOTS - 1))
        if (cl_slice_equal(attr_names[attr_slots[h]], cl_slice_of(name, size)))
            return attr_slots[h];
    return CL_ATTR_OTHER;
}

cl_slice cl_dom_tag_name(const cl_dom *dom, uint32_t tag) {
    if (tag < CL_TAG_KNOWN)
        return tag_names[tag];
    if (tag - CL_TAG_KNOWN >= dom->names.count)
        return CL_SLICE_NONE;
    const cl_tag_name *const n = &dom->names.at[tag - CL_TAG_KNOWN];
    return (cl_slice){dom->pool.at + n->offset, n->size};
}

cl_slice cl_attr_name(const cl_dom *dom, const cl_attr *attr) {
    if (attr->name != CL_ATTR_OTHER)
        return attr_names[attr->name];
    return (cl_slice){
        (attr->flags & CL_ATTR_NAME_POOLED ? dom->pool.at : dom->source.data) + attr->name_offset, attr->name_size};
}

#define COUNT(table) (sizeof(table) / sizeof *(table))

uint32_t cl_tag_adjust_svg(uint32_t tag) {
    return tag < COUNT(svg_tags) && svg_tags[tag] ? svg_tags[tag] : tag;
}

uint32_t cl_attr_adjust_svg(uint32_t name) {
    return name < COUNT(svg_attrs) && svg_attrs[name] ? svg_attrs[name] : name;
}

uint32_t cl_attr_adjust_mathml(uint32_t name) {
    return name < COUNT(mathml_attrs) && mathml_attrs[name] ? mathml_attrs[name] : name;
}

bool cl_attr_is_foreign(uint32_t name) {
    return name < COUNT(foreign_attrs) && foreign_attrs[name];
}
