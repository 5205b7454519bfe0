#include "record/image_objects.h"
#include "record/credit.h"
#include "record/image_source.h"
#include "record/string.h"

#define OBJECTS_MAX 128u /* more are not read */

static cl_slice string_of(cl_making *m, uint32_t object, const char *const *names, size_t count) {
    const cl_json *const json = &m->data->json;
    for (size_t i = 0; i < count; i++) {
        uint32_t value = cl_json_get(json, object, cl_slice_z(names[i]));
        if (value && json->at[value].type != CL_JSON_STRING)
            value = cl_json_get(json, cl_page_data_object(m->data, value), CL_SLICE("name"));
        const cl_slice s = cl_json_string(json, value, m->arena, &m->failed);
        if (s.size)
            return s;
    }
    return CL_SLICE_NONE;
}
#define STRING(m, object, names) string_of((m), (object), (names), sizeof(names) / sizeof *(names))

static uint32_t number_of(const cl_making *m, uint32_t object, const char *name) {
    const cl_json *const json = &m->data->json;
    return cl_leading_number(json->at[cl_json_get(json, object, cl_slice_z(name))].text, NULL);
}

static cl_slice address_of(cl_making *m, uint32_t object) {
    static const char *const names[] = {"url", "contentUrl", "@id"};
    return STRING(m, object, names);
}

static void add(cl_image_objects *to, cl_making *m, uint32_t object) {
    static const char *const captions[] = {"caption", "description"};
    static const char *const credits[] = {
        "creditText", "creator", "author", "copyrightNotice", "copyrightHolder", "credit"};
    const cl_slice url = address_of(m, object);
    if (!url.size)
        return;
    cl_image_object *const o = &to->at[to->count++];
    *o = (cl_image_object){.key = cl_image_key(url),
        .credit = cl_credit_clean(STRING(m, object, credits)),
        .width = number_of(m, object, "width"),
        .height = number_of(m, object, "height")};
    const cl_slice caption = STRING(m, object, captions);
    cl_slice credit = CL_SLICE_NONE;
    cl_caption_split(caption, &o->caption, &credit);
    if (!o->credit.size)
        o->credit = credit;
}

/* The address of the story's image: a string, an object, or the first of a list. */
static cl_slice lead_of(cl_making *m) {
    static const char *const names[] = {"image", "thumbnailUrl"};
    const cl_json *const json = &m->data->json;
    const uint32_t objects[] = {m->data->article, m->data->page};
    for (size_t i = 0; i < 4; i++) {
        uint32_t value = cl_json_get(json, objects[i / 2], cl_slice_z(names[i % 2]));
        if (value && json->at[value].type == CL_JSON_ARRAY)
            value = json->at[value].first;
        cl_slice url = cl_json_string(json, value, m->arena, &m->failed);
        if (!url.size && value)
            url = address_of(m, cl_page_data_object(m->data, value));
        if (url.size)
            return url;
    }
    return CL_SLICE_NONE;
}

bool cl_image_objects_read(cl_image_objects *objects, cl_making *m) {
    const cl_json *const json = &m->data->json;
    *objects = (cl_image_objects){.at = cl_arena_array(m->arena, OBJECTS_MAX, sizeof *objects->at)};
    if (!objects->at)
        return false;
    for (uint32_t i = 1; i < json->count && objects->count < OBJECTS_MAX; i++) {
        const uint32_t type = json->at[i].type == CL_JSON_OBJECT ? cl_json_get(json, i, CL_SLICE("@type")) : 0;
        if (type && cl_slice_equal(json->at[type].text, CL_SLICE("ImageObject")))
            add(objects, m, i);
    }
    objects->lead = lead_of(m);
    return !m->failed;
}

const cl_image_object *cl_image_objects_find(const cl_image_objects *objects, uint64_t key) {
    for (size_t i = 0; i < objects->count; i++)
        if (objects->at[i].key == key)
            return &objects->at[i];
    return NULL;
}
