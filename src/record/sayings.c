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

/* The kinds that a type of schema.org names: bits. */
static uint32_t kinds_of_type(cl_slice type) {
    static const struct {
        const char *ending;
        uint32_t kinds;
    } types[] = {{"LiveBlogPosting", 1u << CL_SAYS_LIVE}, {"Article", 1u << CL_SAYS_ARTICLE},
        {"BlogPosting", 1u << CL_SAYS_ARTICLE}, {"Reportage", 1u << CL_SAYS_ARTICLE}, {"Review", 1u << CL_SAYS_ARTICLE},
        {"Recipe", 1u << CL_SAYS_ARTICLE}, {"VideoObject", 1u << CL_SAYS_VIDEO}, {"Product", 1u << CL_SAYS_PRODUCT},
        {"ProductGroup", 1u << CL_SAYS_PRODUCT}, {"Offer", 1u << CL_SAYS_PRODUCT}, {"QAPage", 1u << CL_SAYS_FORUM},
        {"DiscussionForumPosting", 1u << CL_SAYS_FORUM}, {"CollectionPage", 1u << CL_SAYS_LISTING},
        {"ItemList", 1u << CL_SAYS_LISTING}, {"SearchResultsPage", 1u << CL_SAYS_LISTING},
        {"Blog", 1u << CL_SAYS_LISTING}};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (cl_ends(type, cl_slice_z(types[i].ending)))
            return types[i].kinds;
    return 0;
}

/* The types of the objects of JSON-LD that are the page's own: those that stand in no other, and main entities. */
static uint32_t json_kinds(const cl_json *json) {
    uint32_t kinds = 0;
    for (uint32_t i = 1; i < json->count; i++) {
        const cl_json_value *const v = &json->at[i];
        if (!cl_slice_equal(v->name, CL_SLICE("@type")) || !v->parent)
            continue;
        const cl_json_value *const object = &json->at[v->parent];
        const cl_slice around = object->parent ? json->at[object->parent].name : CL_SLICE_NONE;
        if (object->name.size ? !cl_slice_equal(object->name, CL_SLICE("mainEntity"))
                              : around.size && !cl_slice_equal(around, CL_SLICE("@graph")))
            continue;
        if (v->type == CL_JSON_STRING)
            kinds |= kinds_of_type(v->text);
        for (uint32_t k = v->type == CL_JSON_ARRAY ? v->first : 0; k; k = json->at[k].next)
            kinds |= kinds_of_type(json->at[k].text);
    }
    return kinds;
}

/* That of Open Graph. */
static uint32_t graph_kinds(cl_slice type) {
    if (cl_contains(type, CL_SLICE("article")))
        return 1u << CL_SAYS_ARTICLE;
    if (cl_contains(type, CL_SLICE("product")))
        return 1u << CL_SAYS_PRODUCT;
    if (cl_contains(type, CL_SLICE("video")))
        return 1u << CL_SAYS_VIDEO;
    return cl_slice_equal_nocase(type, CL_SLICE("website")) ? 1u << CL_SAYS_SITE : 0;
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
    says->url = data->canonical.size ? data->canonical : data->meta[CL_META_URL].value;
    says->kinds = json_kinds(&data->json) | graph_kinds(data->meta[CL_META_TYPE].value);
    return !failed;
}
