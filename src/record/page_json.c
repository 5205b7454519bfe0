/* JSON-LD: which of the objects on a page is its story, and what that one says. */
#include "record/page_data.h"
#include "record/string.h"

/* How much of a story an object is by its @type: 3 an article, 2 another thing with an author and a date, 1 the page.
 */
static int type_rank(cl_slice type) {
    static const struct {
        const char *ending;
        int rank;
    } types[] = {{"JobPosting", 0}, {"Article", 3}, {"Posting", 3}, {"Report", 3}, {"Review", 2}, {"Recipe", 2},
        {"VideoObject", 2}, {"Book", 2}, {"CreativeWork", 2}, {"WebPage", 1}, {"ItemPage", 1}};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (cl_ends(type, cl_slice_z(types[i].ending)))
            return types[i].rank;
    return 0;
}

static int object_rank(const cl_json *json, uint32_t object) {
    const uint32_t type = cl_json_get(json, object, CL_SLICE("@type"));
    if (!type)
        return 0;
    if (json->at[type].type == CL_JSON_STRING)
        return type_rank(json->at[type].text);
    int best = 0;
    if (json->at[type].type == CL_JSON_ARRAY)
        for (uint32_t i = json->at[type].first; i; i = json->at[i].next) {
            const int rank = json->at[i].type == CL_JSON_STRING ? type_rank(json->at[i].text) : 0;
            best = rank > best ? rank : best;
        }
    return best;
}

/* Whether an object stands where only other things than the page's own story do: in lists, parts, comments. */
static bool foreign(const cl_json *json, uint32_t object) {
    static const char *const names[] = {"itemListElement", "isPartOf", "hasPart", "citation", "mentions", "comment",
        "review", "relatedLink", "about", "subjectOf", "isBasedOn", "liveBlogUpdate", "video", "associatedMedia",
        "workExample", "blogPost", "blogPosts", "relatedArticle", "significantLink", "sharedContent", "hasVariant"};
    for (uint32_t i = object; i; i = json->at[i].parent)
        for (size_t k = 0; k < sizeof names / sizeof *names; k++)
            if (json->at[i].name.size && *json->at[i].name.data == *names[k] &&
                cl_slice_equal(json->at[i].name, cl_slice_z(names[k])))
                return true;
    return false;
}

/* An address without what the same page may be reached with and without: scheme, "www.", query, last slash. */
static cl_slice bare_url(cl_slice url) {
    url = cl_slice_trim(url);
    const char *const scheme = url.size > 8 ? memchr(url.data, ':', 8) : NULL;
    if (scheme && (size_t)(scheme - url.data) + 3 <= url.size && memcmp(scheme, "://", 3) == 0)
        url = cl_slice_of(scheme + 3, url.size - (size_t)(scheme + 3 - url.data));
    if (cl_begins(url, CL_SLICE("www.")))
        url = cl_slice_of(url.data + 4, url.size - 4);
    for (size_t i = 0; i < url.size; i++)
        if (url.data[i] == '?' || url.data[i] == '#')
            url.size = i;
    while (url.size && url.data[url.size - 1] == '/')
        url.size--;
    return url;
}

/* What the page says elsewhere of its story. */
typedef struct known {
    cl_slice urls[4];
    uint32_t titles[2][CL_TITLE_WORDS];
    size_t title_sizes[2];
    cl_arena *arena;
    bool failed;
} known;

static bool is_page_url(const known *k, cl_slice url) {
    url = bare_url(url);
    for (size_t i = 0; i < sizeof k->urls / sizeof *k->urls; i++)
        if (url.size && cl_slice_equal_nocase(url, k->urls[i]))
            return true;
    return false;
}

/* The addresses that an object gives itself: "url", "@id", "mainEntityOfPage", which may be an object with an "@id".
 * 1 one of them is the page's, -1 there are some and none is, 0 there are none. */
static int url_agrees(known *k, const cl_json *json, uint32_t object) {
    static const char *const names[] = {"url", "mainEntityOfPage", "@id"};
    int agrees = 0;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        uint32_t value = cl_json_get(json, object, cl_slice_z(names[i]));
        if (value && json->at[value].type == CL_JSON_OBJECT)
            value = cl_json_get(json, value, CL_SLICE("@id"));
        const cl_slice url = cl_json_string(json, value, k->arena, &k->failed);
        if (is_page_url(k, url))
            return 1;
        /* An @id need be no address, and a fragment is of this page. */
        if (url.size && i < 2 && url.data[0] != '#')
            agrees = -1;
    }
    return agrees;
}

/* How far a headline is the page's title: 0 to 1; -1 where there is none. */
static float title_agrees(known *k, const cl_json *json, uint32_t object) {
    uint32_t words[CL_TITLE_WORDS];
    const size_t count = cl_title_words(
        cl_json_string(json, cl_json_get(json, object, CL_SLICE("headline")), k->arena, &k->failed), words);
    float best = -1;
    for (size_t i = 0; count && i < 2; i++) {
        const float a = cl_agreement(words, count, k->titles[i], k->title_sizes[i]);
        if (k->title_sizes[i] && a > best)
            best = a;
    }
    return best;
}

#define OTHER_TITLE 0.2f /* a headline that has less in common with the page's title is another story's */

/* The higher, the more it is the page's own story; INT32_MIN where it is another's: by its address and its headline. */
static int score_of(known *k, const cl_json *json, uint32_t object, int rank) {
    const int url = url_agrees(k, json, object);
    const float title = title_agrees(k, json, object);
    if (url < 0 && title >= 0 && title < OTHER_TITLE)
        return INT32_MIN;
    return rank * 4 + url * 6 + (title > 0 ? (int)(8 * title) : 0) +
           (cl_json_get(json, object, CL_SLICE("headline")) ? 2 : 0) +
           (cl_json_get(json, object, CL_SLICE("datePublished")) ? 1 : 0);
}

/* Objects that are compared; more are not: each is a few searches. */
#define CANDIDATES 512u

static void find_article(cl_page_data *data, known *k) {
    const cl_json *const json = &data->json;
    int best = INT32_MIN, best_page = INT32_MIN;
    unsigned seen = 0;
    for (uint32_t i = 1; i < data->item_begin && seen < CANDIDATES; i++) {
        const int rank = json->at[i].type == CL_JSON_OBJECT ? object_rank(json, i) : 0;
        if (!rank || foreign(json, i))
            continue;
        seen++;
        const int score = score_of(k, json, i, rank);
        if (rank > 1 && score > best) {
            best = score;
            data->article = i;
        } else if (rank == 1 && score > best_page) {
            best_page = score;
            data->page = i;
        }
    }
    best = INT32_MIN;
    for (uint32_t i = data->item_begin; i < json->count && seen < 2 * CANDIDATES; i++) {
        const int rank = json->at[i].type == CL_JSON_OBJECT ? object_rank(json, i) : 0;
        if (rank < 2 || foreign(json, i))
            continue;
        seen++;
        const int score = score_of(k, json, i, rank);
        if (score > best) {
            best = score;
            data->item = i;
        }
    }
}

/* References are followed while a page has few enough objects: each is a search. */
#define JSON_SEARCH_MAX 20000u

uint32_t cl_page_data_object(const cl_page_data *data, uint32_t value) {
    const cl_json *const json = &data->json;
    if (value && json->at[value].type == CL_JSON_ARRAY)
        value = json->at[value].first;
    if (!value || json->at[value].type != CL_JSON_OBJECT)
        return 0;
    const uint32_t id = cl_json_get(json, value, CL_SLICE("@id"));
    if (!id || cl_json_get(json, value, CL_SLICE("name")) || json->count > JSON_SEARCH_MAX)
        return value;
    for (uint32_t i = 1; i < json->count; i++)
        if (i != id && json->at[i].type == CL_JSON_STRING && cl_slice_equal(json->at[i].name, CL_SLICE("@id")) &&
            cl_slice_equal(json->at[i].text, json->at[id].text) &&
            cl_json_get(json, json->at[i].parent, CL_SLICE("name")))
            return json->at[i].parent;
    return value;
}

cl_slice cl_page_data_json(const cl_page_data *data, cl_slice name, cl_arena *arena, bool *failed) {
    const uint32_t objects[] = {data->article, data->page};
    for (size_t i = 0; i < 2; i++) {
        const cl_slice s = cl_json_text(&data->json, cl_json_get(&data->json, objects[i], name), arena, failed);
        if (s.size)
            return s;
    }
    return CL_SLICE_NONE;
}

cl_slice cl_page_data_item(const cl_page_data *data, cl_slice name, cl_arena *arena, bool *failed) {
    return cl_json_text(&data->json, cl_json_get(&data->json, data->item, name), arena, failed);
}

/* Whether an object says whose the site is: 2 the site itself, 1 a publisher; not those who stand in other objects, as
 * employers and brands do. */
static int site_rank(const cl_json *json, uint32_t object) {
    const uint32_t parent = json->at[object].parent;
    const bool inside =
        parent && !cl_slice_equal(json->at[parent].name, CL_SLICE("@graph")) && json->at[parent].type != CL_JSON_ARRAY;
    uint32_t type = inside ? 0 : cl_json_get(json, object, CL_SLICE("@type"));
    if (type && json->at[type].type == CL_JSON_ARRAY)
        type = json->at[type].first;
    if (!type || !cl_json_get(json, object, CL_SLICE("name")))
        return 0;
    const cl_slice text = json->at[type].text;
    return cl_ends(text, CL_SLICE("WebSite")) ? 2 : cl_ends(text, CL_SLICE("Organization")) ? 1 : 0;
}

static void find_publisher(cl_page_data *data) {
    const cl_json *const json = &data->json;
    const uint32_t objects[] = {data->article, data->page, data->item};
    for (size_t i = 0; i < 3 && !data->publisher; i++)
        data->publisher = cl_page_data_object(data, cl_json_get(json, objects[i], CL_SLICE("publisher")));
    int best = 0;
    for (uint32_t i = 1; i < json->count && (!data->publisher || best == 1) && best < 2; i++) {
        const int rank = json->at[i].type == CL_JSON_OBJECT ? site_rank(json, i) : 0;
        if (rank <= best)
            continue;
        best = rank;
        data->publisher = i;
    }
}

bool cl_page_data_choose(cl_page_data *data, cl_slice url, cl_arena *arena) {
    known k = {.urls = {bare_url(data->canonical), bare_url(data->meta[CL_META_URL].value), bare_url(url),
                   bare_url(data->amp)},
        .arena = arena};
    k.title_sizes[0] = cl_title_words(data->title, k.titles[0]);
    k.title_sizes[1] = cl_title_words(data->meta[CL_META_TITLE].value, k.titles[1]);
    find_article(data, &k);
    find_publisher(data);
    return !k.failed;
}
