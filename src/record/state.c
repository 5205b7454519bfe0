#include "record/state.h"
#include "record/string.h"

#define SCRIPT_MIN 200u        /* bytes of a script that may hold a story */
#define BYTES_MAX  (16u << 20) /* of all scripts that are read */
#define LEVELS     6u          /* from a paragraph up to the list of them, and from there to the headline */
#define STORY_MIN  300u        /* letters */
#define PARAGRAPH  40u         /* bytes of a string that may be one */
#define AGREES     0.6f        /* a headline and the page's title: see page_json.c */
#define ALMOST     7u          /* of ten: a list inside another that has so much of its text is the story itself */

void cl_state_init(cl_state *state, const cutline_allocator *allocator) {
    memset(state, 0, sizeof *state);
    state->allocator = allocator;
}

void cl_state_free(cl_state *state) {
    cl_vector_free(state->allocator, &state->json);
    cl_vector_free(state->allocator, &state->weights);
    cl_vector_free(state->allocator, &state->html);
}

/* ---- JSON out of scripts */

/* Angular's transfer state: &q; for a quotation mark and so on. */
static cl_slice without_transfer_escapes(cl_slice text, cl_arena *arena, bool *failed) {
    static const struct {
        const char *escape;
        char c;
    } escapes[] = {{"&q;", '"'}, {"&s;", '\''}, {"&l;", '<'}, {"&g;", '>'}, {"&a;", '&'}};
    char *const copy = cl_arena_alloc(arena, text.size + 1);
    *failed |= !copy;
    if (!copy)
        return CL_SLICE_NONE;
    size_t size = 0;
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i];
        for (size_t k = 0; c == '&' && i + 3 <= text.size && k < 5; k++)
            if (memcmp(text.data + i, escapes[k].escape, 3) == 0) {
                c = escapes[k].c;
                i += 2;
                break;
            }
        copy[size++] = c;
    }
    return cl_slice_of(copy, size);
}

static size_t find(cl_slice text, const char *what, size_t from, size_t to) {
    const size_t n = strlen(what);
    for (size_t i = from; i + n <= text.size && i < to; i++)
        if (text.data[i] == what[0] && memcmp(text.data + i, what, n) == 0)
            return i;
    return text.size;
}

/* A value that stands alone: what React streams as a text is no JSON. */
static bool add_text(cl_state *s, cl_slice text) {
    if (!s->json.count) {
        if (!cl_vector_room(s->allocator, &s->json))
            return false;
        s->json.at[s->json.count++] = (cl_json_value){.type = CL_JSON_NONE};
    }
    if (!cl_vector_room(s->allocator, &s->json))
        return false;
    s->json.at[s->json.count++] = (cl_json_value){.text = text, .type = CL_JSON_STRING, .plain = true};
    return true;
}

static bool read_script(cl_state *s, cl_slice text, cl_arena *arena) {
    bool failed = false;
    uint32_t first;
    const size_t push = find(text, "__next_f.push([1,\"", 0, 40);
    if (push < text.size) {
        const size_t begin = push + sizeof "__next_f.push([1,\"" - 1;
        size_t end = text.size;
        while (end > begin && text.data[end - 1] != '"')
            end--;
        const cl_slice piece =
            cl_json_unescape(cl_slice_of(text.data + begin, end > begin ? end - 1 - begin : 0), arena, &failed);
        const cl_slice trimmed = cl_slice_trim(piece);
        if (failed || (trimmed.size && trimmed.data[0] == '<'))
            return !failed && add_text(s, trimmed);
        return cl_json_read(s->allocator, &s->json, piece, &first);
    }
    if (find(text, "{&q;", 0, 200) < text.size)
        text = without_transfer_escapes(text, arena, &failed);
    else
        text = cl_json_undouble(text, arena, &failed);
    size_t begin = 0;
    while (begin < text.size && text.data[begin] != '{' && text.data[begin] != '[')
        begin++;
    return !failed && cl_json_read(s->allocator, &s->json, cl_slice_of(text.data + begin, text.size - begin), &first);
}

/* ---- which text it is */

bool cl_state_is_html(cl_slice text) {
    return text.size && (find(text, "<p", 0, text.size) < text.size || find(text, "<br", 0, text.size) < text.size ||
                            find(text, "</", 0, text.size) < text.size);
}

cl_slice cl_state_text(const cl_json *json, uint32_t value, cl_arena *arena, bool *failed) {
    const cl_json_value *const v = &json->at[value];
    const cl_slice text = v->plain ? v->text : cl_json_unescape(v->text, arena, failed);
    if (!text.size || memchr(text.data, '<', text.size) || !memchr(text.data, '&', text.size))
        return text;
    return cl_clean(text, arena, true, failed);
}

size_t cl_state_letters(cl_slice text) {
    size_t letters = 0, spaces = 0, wide = 0, thai = 0;
    bool open = true; /* as in json.c */
    if (text.size < PARAGRAPH || cl_begins(text, CL_SLICE("http")) || text.data[0] == '{' || text.data[0] == '[')
        return 0;
    for (size_t i = 0; i < text.size; i++) {
        const unsigned char c = (unsigned char)text.data[i];
        const char *const stop = open && c == '<' ? memchr(text.data + i, '>', text.size - i) : NULL;
        open &= c != '<' || stop;
        if (stop) {
            i = (size_t)(stop - text.data);
            continue;
        }
        spaces += c == ' ';
        letters += c > ' ' && (c & 0xC0) != 0x80;
        wide += c >= 0xE3 && c <= 0xED;
        thai += c == 0xE0 && i + 1 < text.size && (unsigned char)text.data[i + 1] >= 0xB8; /* Lao too */
    }
    /* Words: a space in every dozen letters, but for scripts that have none. A letter that is a word counts as many, as
     * in blocks. */
    return spaces * 16 >= letters || (wide + thai) * 2 > letters ? letters + 2 * wide : 0;
}

/* The value of that name among the first members of an object: what says of it what it is stands early, and objects
 * with thousands of members would be searched for each of these. */
#define MEMBERS 64u
static uint32_t get_early(const cl_json *json, uint32_t object, const char *name) {
    if (json->at[object].type != CL_JSON_OBJECT)
        return 0;
    unsigned seen = 0;
    for (uint32_t i = json->at[object].first; i && seen < MEMBERS; i = json->at[i].next, seen++)
        if (cl_slice_equal(json->at[i].name, cl_slice_z(name)))
            return i;
    return 0;
}

/* Names and types of what stands beside a story. */
static bool is_beside(cl_slice s) {
    static const char *const words[] = {"related", "recommend", "promo", "newsletter", "advert", "comment", "teaser",
        "trending", "popular", "footer", "navigation", "consent", "privacy", "translations", "messages", "caption",
        "credit"};
    return s.size < 60 && CL_CONTAINS_ANY(s, words);
}

static bool stands_beside(const cl_json *json, uint32_t value) {
    static const char *const kinds[] = {"type", "kind", "__typename", "@type", "component", "_type"};
    for (unsigned level = 0; value && level < LEVELS; value = json->at[value].parent, level++) {
        if (is_beside(json->at[value].name))
            return true;
        for (size_t i = 0; json->at[value].type == CL_JSON_OBJECT && i < sizeof kinds / sizeof *kinds; i++) {
            const uint32_t kind = get_early(json, value, kinds[i]);
            if (kind && is_beside(json->at[kind].text))
                return true;
        }
    }
    return false;
}

/* Gives each paragraph's letters to the lists that it is in. */
static bool weigh(cl_state *s, cl_arena *arena) {
    bool failed = false;
    s->weights.count = 0;
    if (!s->json.count)
        return true;
    if (!cl_vector_reserve(s->allocator, &s->weights, s->json.count))
        return false;
    s->weights.count = s->json.count;
    memset(s->weights.at, 0, s->json.count * sizeof *s->weights.at);
    for (uint32_t i = 1; i < s->json.count; i++) {
        if (s->json.at[i].type != CL_JSON_STRING || s->json.at[i].text.size < PARAGRAPH)
            continue;
        const size_t letters = cl_state_letters(cl_state_text(&s->json, i, arena, &failed));
        if (!letters || stands_beside(&s->json, i))
            continue;
        s->weights.at[i] = (uint32_t)letters;
        uint32_t p = s->json.at[i].parent;
        for (unsigned level = 0; p && level < LEVELS; p = s->json.at[p].parent, level++)
            if (s->json.at[p].type == CL_JSON_ARRAY)
                s->weights.at[p] += (uint32_t)letters;
    }
    return !failed;
}

typedef struct titles {
    uint32_t words[3][CL_TITLE_WORDS];
    size_t sizes[3];
} titles;

static bool is_title(const titles *t, cl_slice text) {
    uint32_t words[CL_TITLE_WORDS];
    const size_t count = cl_title_words(text, words);
    for (size_t i = 0; i < 3; i++)
        if (t->sizes[i] && cl_agreement(words, count, t->words[i], t->sizes[i]) >= AGREES)
            return true;
    return false;
}

/* The value that is an object's headline, where that is the page's; 0 where it is not. */
static uint32_t title_in(const cl_json *json, uint32_t object, const titles *t, cl_arena *arena, bool *failed) {
    static const char *const names[] = {"title", "headline", "headlines", "name", "heading", "hed", "subject"};
    for (size_t i = 0; json->at[object].type == CL_JSON_OBJECT && i < sizeof names / sizeof *names; i++) {
        uint32_t title = get_early(json, object, names[i]);
        if (title && json->at[title].type == CL_JSON_OBJECT)
            title = json->at[title].first;
        const cl_slice text = cl_json_string(json, title, arena, failed);
        if (text.size && is_title(t, text))
            return title;
    }
    return 0;
}

/* The object around a value that has the page's headline; 0 where there is none. */
static uint32_t titled_object(const cl_json *json, uint32_t value, const titles *t, cl_arena *arena, bool *failed) {
    uint32_t p = json->at[value].parent;
    for (unsigned level = 0; p && level < LEVELS; p = json->at[p].parent, level++)
        if (title_in(json, p, t, arena, failed))
            return p;
    return 0;
}

/* The first object anywhere that has it: a text that stands alone belongs to that one. */
static uint32_t any_titled_object(const cl_json *json, const titles *t, cl_arena *arena, bool *failed) {
    for (uint32_t i = 1; i < json->count; i++)
        if (json->at[i].type == CL_JSON_OBJECT && title_in(json, i, t, arena, failed))
            return i;
    return 0;
}

/* The list inside of a list that has nearly all of its text. */
static uint32_t innermost(const cl_state *s, uint32_t list) {
    uint32_t best = list;
    for (uint32_t i = list + 1; i < s->json.count; i++) {
        if (s->json.at[i].type != CL_JSON_ARRAY ||
            (uint64_t)s->weights.at[i] * 10 < (uint64_t)s->weights.at[best] * ALMOST)
            continue;
        uint32_t p = i;
        for (unsigned level = 0; p && p != best && level < LEVELS; level++)
            p = s->json.at[p].parent;
        if (p == best)
            best = i;
    }
    return best;
}

/* The heaviest text whose object has the page's headline; where there is no such, the heaviest that stands alone. */
static uint32_t choose(
    const cl_state *s, const titles *t, size_t least, uint32_t *object, cl_arena *arena, bool *failed) {
    uint32_t best = 0, alone = 0;
    for (uint32_t i = 1; i < s->json.count; i++) {
        if (s->weights.at[i] < STORY_MIN || s->weights.at[i] <= least)
            continue;
        if (s->json.at[i].plain && (!alone || s->weights.at[i] > s->weights.at[alone]))
            alone = i;
        if (best && s->weights.at[i] <= s->weights.at[best])
            continue;
        const uint32_t titled = titled_object(&s->json, i, t, arena, failed);
        if (!titled)
            continue;
        best = i;
        *object = titled;
    }
    if (best)
        return s->json.at[best].type == CL_JSON_ARRAY ? innermost(s, best) : best;
    *object = alone ? any_titled_object(&s->json, t, arena, failed) : 0;
    return alone;
}

/* "articleBody", read as if it were a script's. */
static bool find_in_json_ld(cl_state *s, const cl_page_data *data, size_t least, cl_arena *arena) {
    bool failed = false;
    const uint32_t body = cl_json_get(&data->json, data->article, CL_SLICE("articleBody"));
    if (!body || data->json.at[body].type != CL_JSON_STRING)
        return true;
    const cl_slice text = cl_state_text(&data->json, body, arena, &failed);
    const size_t letters = cl_state_letters(text);
    if (failed || letters < STORY_MIN || letters <= least)
        return !failed;
    const cl_slice headline =
        cl_json_string(&data->json, cl_json_get(&data->json, data->article, CL_SLICE("headline")), arena, &failed);
    s->json.count = 0;
    return add_text(s, text) && cl_state_write(s, (uint32_t)s->json.count - 1, 0, headline, arena);
}

bool cl_state_find(
    cl_state *s, const cl_dom *dom, const cl_blocks *blocks, const cl_page_data *data, cl_arena *arena, size_t least) {
    bool failed = false;
    size_t bytes = 0;
    titles t;
    cl_vector_clear(s->allocator, &s->json);
    cl_vector_clear(s->allocator, &s->html);
    s->script = CL_NODE_NONE;
    if (!find_in_json_ld(s, data, least, arena))
        return false;
    if (s->html.count || least >= 2 * CL_STATE_BODY)
        return true;
    t.sizes[0] = cl_title_words(cl_page_data_json(data, CL_SLICE("headline"), arena, &failed), t.words[0]);
    t.sizes[1] = cl_title_words(data->meta[CL_META_TITLE].value, t.words[1]);
    t.sizes[2] = cl_title_words(data->title, t.words[2]);
    for (size_t i = 0; i < blocks->notes.count; i++) {
        const cl_node n = blocks->notes.at[i].node;
        const cl_slice text =
            blocks->notes.at[i].kind == CL_NOTE_SCRIPT ? cl_dom_data(dom, cl_dom_first_child(dom, n)) : CL_SLICE_NONE;
        bytes += text.size;
        if (text.size < SCRIPT_MIN || bytes > BYTES_MAX)
            continue;
        if (!read_script(s, text, arena))
            return false;
        s->script = n;
    }
    uint32_t object = 0;
    if (!weigh(s, arena))
        return false;
    const uint32_t best = choose(s, &t, least, &object, arena, &failed);
    const uint32_t own = object ? title_in(&s->json, object, &t, arena, &failed) : 0;
    const cl_slice headline = cl_json_string(&s->json, own, arena, &failed);
    return !failed && (!best || cl_state_write(s, best, object, headline, arena));
}
