/* The story that was found in a page's state, written as HTML. */
#include "record/state.h"
#include "record/string.h"

#define VALUES    200u /* of an element that are looked at */
#define FIELD_MAX 2000u

static bool put(cl_state *s, cl_slice text) {
    return cl_buffer_put(s->allocator, &s->html, text.data, text.size);
}

static bool put_z(cl_state *s, const char *text) {
    return put(s, cl_slice_z(text));
}

/* A text that is no HTML, for it. */
static bool put_escaped(cl_state *s, cl_slice text) {
    for (size_t i = 0; i < text.size; i++) {
        const char c = text.data[i];
        const cl_slice out = c == '<'   ? CL_SLICE("&lt;")
                             : c == '&' ? CL_SLICE("&amp;")
                             : c == '"' ? CL_SLICE("&quot;")
                                        : cl_slice_of(&c, 1);
        if (!put(s, out))
            return false;
    }
    return true;
}

/* A text of one or more paragraphs in an element of that name. */
static bool put_text(cl_state *s, const char *tag, cl_slice text) {
    if (cl_state_is_html(text))
        return put_z(s, "<div>") && put(s, text) && put_z(s, "</div>");
    for (size_t begin = 0; begin <= text.size;) {
        const char *const found = begin < text.size ? memchr(text.data + begin, '\n', text.size - begin) : NULL;
        const size_t end = found ? (size_t)(found - text.data) : text.size;
        const cl_slice line = cl_slice_trim(cl_slice_of(text.data + begin, end - begin));
        begin = end + 1;
        if (line.size && !(put_z(s, "<") && put_z(s, tag) && put_z(s, ">") && put_escaped(s, line) && put_z(s, "</") &&
                             put_z(s, tag) && put_z(s, ">")))
            return false;
    }
    return true;
}

static uint32_t get_one_of(const cl_json *json, uint32_t object, const char *const *names, size_t count) {
    uint32_t value = 0;
    for (size_t i = 0; i < count && !value; i++)
        value = cl_json_get(json, object, cl_slice_z(names[i]));
    return value;
}
#define GET(json, object, names) get_one_of(json, object, names, sizeof(names) / sizeof *(names))

static const char *const type_names[] = {"type", "kind", "__typename", "_type", "component"};
static const char *const source_names[] = {"src", "url", "href", "originalUrl", "imageUrl", "source"};
static const char *const caption_names[] = {"caption", "description", "title"};
static const char *const credit_names[] = {"credit", "credits", "copyright", "photographer", "byline"};
static const char *const lead_names[] = {
    "lead", "deck", "dek", "standfirst", "subtitle", "subheadline", "summary", "excerpt", "description", "subheading"};
static const char *const author_names[] = {"authors", "author", "byline", "bylines", "creators"};
static const char *const date_names[] = {"published", "publishedAt", "publishDate", "publishedDate", "published_at",
    "datePublished", "firstPublished", "publicationDate", "first_publish_date", "publish_date", "date"};

static cl_slice type_of(const cl_json *json, uint32_t element) {
    const uint32_t type = GET(json, element, type_names);
    return type && json->at[type].type == CL_JSON_STRING ? json->at[type].text : CL_SLICE_NONE;
}

static const char *tag_of(cl_slice type) {
    static const struct {
        const char *word;
        const char *tag;
    } tags[] = {{"heading", "h2"}, {"header", "h2"}, {"subhead", "h2"}, {"h2", "h2"}, {"h3", "h3"}, {"title", "h2"},
        {"quote", "blockquote"}, {"list", "li"}};
    for (size_t i = 0; type.size && i < sizeof tags / sizeof *tags; i++)
        if (cl_contains(type, cl_slice_z(tags[i].word)))
            return tags[i].tag;
    return "p";
}

static bool is_image(cl_slice type) {
    return type.size && (cl_contains(type, CL_SLICE("image")) || cl_contains(type, CL_SLICE("photo")) ||
                            cl_contains(type, CL_SLICE("picture")) || cl_contains(type, CL_SLICE("figure")));
}

/* An image of the list; one level in, where the element only wraps it. */
static bool put_image(cl_state *s, uint32_t element, cl_arena *arena) {
    const cl_json *const json = &s->json;
    bool failed = false;
    uint32_t inner = element;
    for (uint32_t v = json->at[element].first; v && !GET(json, inner, source_names); v = json->at[v].next)
        if (json->at[v].type == CL_JSON_OBJECT)
            inner = v;
    const cl_slice source = cl_json_text(json, GET(json, inner, source_names), arena, &failed);
    const cl_slice caption = cl_json_text(json, GET(json, inner, caption_names), arena, &failed);
    const cl_slice credit = cl_json_text(json, GET(json, inner, credit_names), arena, &failed);
    if (failed || !source.size)
        return !failed;
    return put_z(s, "<figure><img src=\"") && put_escaped(s, source) && put_z(s, "\"><figcaption>") &&
           put_escaped(s, caption) && put_z(s, " <span class=\"credit\">") && put_escaped(s, credit) &&
           put_z(s, "</span></figcaption></figure>");
}

/* The texts of an element of the list that were found to be paragraphs, and short ones of headings. */
static bool put_element(cl_state *s, uint32_t element, cl_arena *arena) {
    const cl_json *const json = &s->json;
    bool failed = false;
    const cl_slice type = json->at[element].type == CL_JSON_OBJECT ? type_of(json, element) : CL_SLICE_NONE;
    const char *const tag = tag_of(type);
    if (is_image(type))
        return put_image(s, element, arena);
    if (json->at[element].type == CL_JSON_STRING)
        return !s->weights.at[element] || (put_text(s, tag, cl_state_text(json, element, arena, &failed)) && !failed);
    bool any = false;
    uint32_t longest = 0;
    const uint32_t next = json->at[element].next;
    for (uint32_t v = element + 1; v < json->count && v != next && v < element + VALUES; v++) {
        uint32_t p = v;
        while (p > element)
            p = json->at[p].parent;
        if (p != element)
            break; /* past its end */
        if (json->at[v].type != CL_JSON_STRING)
            continue;
        if (s->weights.at[v] && !put_text(s, tag, cl_state_text(json, v, arena, &failed)))
            return false;
        any |= s->weights.at[v] > 0;
        if (!longest || json->at[v].text.size > json->at[longest].text.size)
            longest = v;
    }
    if (!any && longest && tag[0] != 'p')
        return put_text(s, tag, cl_json_string(json, longest, arena, &failed)) && !failed;
    return !failed;
}

/* A field of the story in an element with a class that says what it is. */
static bool put_field(cl_state *s, const char *before, cl_slice text, const char *after) {
    return !text.size || text.size > FIELD_MAX || (put_z(s, before) && put_escaped(s, text) && put_z(s, after));
}

static bool put_authors(cl_state *s, uint32_t object, cl_arena *arena) {
    const cl_json *const json = &s->json;
    bool failed = false;
    const uint32_t value = GET(json, object, author_names);
    const bool list = value && json->at[value].type == CL_JSON_ARRAY;
    unsigned count = 0;
    for (uint32_t v = list ? json->at[value].first : value; v && count < 16; v = list ? json->at[v].next : 0, count++)
        if (!put_field(s, "<span class=\"byline\" rel=\"author\">", cl_json_text(json, v, arena, &failed), "</span> "))
            return false;
    return !failed;
}

static bool put_head(cl_state *s, uint32_t object, cl_slice title, cl_arena *arena) {
    const cl_json *const json = &s->json;
    bool failed = false;
    if (!put_field(s, "<h1>", title, "</h1>"))
        return false;
    if (!object)
        return true;
    const cl_slice lead = cl_json_string(json, GET(json, object, lead_names), arena, &failed);
    const cl_slice date = cl_json_string(json, GET(json, object, date_names), arena, &failed);
    if (!put_field(s, "<p class=\"standfirst\">", lead, "</p>") || !put_z(s, "<p>") || !put_authors(s, object, arena))
        return false;
    if (date.size && !(put_z(s, "<time class=\"published\" itemprop=\"datePublished\" datetime=\"") &&
                         put_escaped(s, date) && put_z(s, "\">") && put_escaped(s, date) && put_z(s, "</time>")))
        return false;
    return put_z(s, "</p>") && !failed;
}

bool cl_state_write(cl_state *s, uint32_t text, uint32_t object, cl_slice title, cl_arena *arena) {
    const cl_json *const json = &s->json;
    bool failed = false;
    if (!put_z(s, "<article class=\"article-body\">") || !put_head(s, object, title, arena))
        return false;
    if (json->at[text].type == CL_JSON_STRING) {
        if (!put_text(s, "p", cl_state_text(json, text, arena, &failed)))
            return false;
    } else {
        for (uint32_t v = json->at[text].first; v; v = json->at[v].next)
            if (!put_element(s, v, arena))
                return false;
    }
    return put_z(s, "</article>") && !failed;
}
