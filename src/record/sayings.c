/* What the page says of itself, for comparing its blocks with. */
#include "record/fields.h"
#include "record/string.h"

#define NAMES_MAX 8u

/* Adds a name to those so far. */
static void add(cl_slice *names, cl_slice name, cl_arena *arena, bool *failed) {
    if (!name.size)
        return;
    if (!names->size) {
        *names = name;
        return;
    }
    *names = cl_join(cl_join(*names, CL_SLICE(", "), arena, failed), name, arena, failed);
}

static cl_slice author_names(const cl_page_data *data, cl_arena *arena, bool *failed) {
    const cl_json *const json = &data->json;
    cl_slice names = CL_SLICE_NONE;
    const uint32_t author = cl_json_get(json, data->article, CL_SLICE("author"));
    const bool list = author && json->at[author].type == CL_JSON_ARRAY;
    unsigned count = 0;
    for (uint32_t i = list ? json->at[author].first : author; i && count < NAMES_MAX; i = list ? json->at[i].next : 0) {
        uint32_t name = i;
        if (json->at[i].type != CL_JSON_STRING)
            name = cl_json_get(json, cl_page_data_object(data, i), CL_SLICE("name"));
        add(&names, cl_json_string(json, name, arena, failed), arena, failed);
        count++;
    }
    for (size_t i = 0; i < data->author_count && count < NAMES_MAX; i++, count++)
        add(&names, data->authors[i], arena, failed);
    for (size_t i = 0; i < data->item_author_count && !names.size; i++)
        add(&names, data->item_authors[i].name, arena, failed);
    return names;
}

bool cl_page_data_sayings(const cl_page_data *data, cl_arena *arena, cl_page_says *says) {
    bool failed = false;
    *says = (cl_page_says){.title = data->title};
    says->headline = data->meta[CL_META_TITLE].value;
    if (!says->headline.size)
        says->headline = cl_page_data_json(data, CL_SLICE("headline"), arena, &failed);
    says->description = data->meta[CL_META_DESCRIPTION].value;
    if (!says->description.size)
        says->description = cl_page_data_json(data, CL_SLICE("description"), arena, &failed);
    says->author = author_names(data, arena, &failed);
    says->site = data->meta[CL_META_SITE].value;
    if (!says->site.size)
        says->site =
            cl_json_string(&data->json, cl_json_get(&data->json, data->publisher, CL_SLICE("name")), arena, &failed);
    cl_slice date = cl_page_data_json(data, CL_SLICE("datePublished"), arena, &failed);
    if (!date.size)
        date = data->meta[CL_META_PUBLISHED].value;
    if (!date.size && data->time_count)
        date = data->times[0].value;
    if (date.size)
        says->date = cl_date_iso(date, arena, &failed);
    says->body = cl_page_data_json(data, CL_SLICE("articleBody"), arena, &failed);
    return !failed;
}
