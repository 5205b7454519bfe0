/* Who has written the story: the choice between the places that name authors (docs/record.md has the measurements).
 *
 * Persons are believed before bodies, and bodies before the site itself, which many systems fill in where nobody is
 * named. Among places with persons the order is that of `orders`; what the page announces ("By Ada Bach") is believed
 * before what only stands where a byline might. */
#include "record/authors.h"
#include "base/url.h"
#include "block/words.h"
#include "record/string.h"

#define KEY_MAX     96u /* bytes of a name that are compared */
#define ENDING_MAX  5u  /* letters of what a host ends in: "com", "co.uk" */
#define LINKS_APART 4u  /* blocks from one element that names an author to the next */

/* A name as it is compared with others: letters and figures, small. */
typedef struct key {
    char text[KEY_MAX + 4];
    size_t size;
} key;

static key key_of(cl_slice name) {
    key k = {.size = 0};
    if (!name.size)
        return k;
    const char *const end = name.data + name.size;
    for (const char *p = name.data; p < end && k.size < KEY_MAX;) {
        size_t size;
        const uint32_t c = cl_code_at(p, end, &size);
        p += size;
        if ((c >= '0' && c <= '9') || (c | 32) - 'a' < 26 || c >= 0xC0)
            k.size = (size_t)(cl_put_code_point(k.text + k.size, cl_fold(c)) - k.text);
    }
    return k;
}

static bool key_in(const key *part, const key *whole) {
    return part->size >= 4 && part->size * 2 >= whole->size &&
           cl_contains(cl_slice_of(whole->text, whole->size), cl_slice_of(part->text, part->size));
}

/* What the site is called: by itself, as publisher, and as a host. */
typedef struct site_names {
    key at[3];
} site_names;

static cl_slice host_of(cl_slice origin) {
    for (size_t i = 0; i + 2 < origin.size; i++)
        if (origin.data[i] == '/' && origin.data[i + 1] == '/') {
            cl_slice host = cl_slice_of(origin.data + i + 2, origin.size - i - 2);
            if (cl_begins(host, CL_SLICE("www.")))
                host = cl_slice_of(host.data + 4, host.size - 4);
            return host;
        }
    return CL_SLICE_NONE;
}

static site_names names_of_site(cl_making *m) {
    const uint32_t publisher = cl_json_get(&m->data->json, m->data->publisher, CL_SLICE("name"));
    return (site_names){{key_of(m->record->site_name),
        key_of(cl_json_string(&m->data->json, publisher, m->arena, &m->failed)), key_of(host_of(m->record->site_url))}};
}

static bool is_site(const site_names *site, const cl_name *name) {
    const key k = key_of(name->text);
    for (size_t i = 0; i < sizeof site->at / sizeof *site->at; i++) {
        const key *const s = &site->at[i];
        const bool same = k.size == s->size && memcmp(k.text, s->text, k.size) == 0;
        if (s->size && (same || (i < 2 && (key_in(&k, s) || key_in(s, &k)))))
            return true;
        /* "Harbour Press" at harbourpress.co.uk; of persons' own sites that says nothing. */
        if (i == 2 && name->organization && k.size >= 4 && s->size > k.size && s->size - k.size <= ENDING_MAX &&
            memcmp(k.text, s->text, k.size) == 0)
            return true;
    }
    return false;
}

/* The name of an account rather than of somebody: "ada.bach", "user92". */
static bool is_login(const cl_name *name) {
    bool mark = false;
    for (size_t i = 0; i < name->text.size; i++) {
        const char c = name->text.data[i];
        if (c == ' ' || (c >= 'A' && c <= 'Z'))
            return false;
        mark |= c == '.' || (c >= '0' && c <= '9');
    }
    return mark;
}

static bool is_full(const cl_name *name) {
    return name->plain && name->words >= 2;
}

/* ---- what of each place counts */

/* Whether a name that the page shows at `place` can be an author's; `before`: those of the place so far. */
static bool counts(cl_author_place place, const cl_name *name, const cl_names *before) {
    if (name->task != CL_TASK_WROTE)
        return false;
    if (place < CL_PLACE_LINK || name->announced)
        return true;
    if (!name->plain && !name->organization)
        return false;
    if ((place == CL_PLACE_DATE && !is_full(name)) || (place == CL_PLACE_END && !(is_full(name) && name->whole)))
        return false;
    if (!before->count)
        return true;
    /* Behind a name, what is not announced is whom somebody works for, a place, a link. */
    if (place == CL_PLACE_LINK)
        return !name->organization && (name->words >= 2 || !is_full(&before->at[0])) &&
               name->block <= before->at[before->count - 1].block + LINKS_APART;
    for (size_t i = 0; i < before->count; i++)
        if (place == CL_PLACE_BYLINE && before->at[i].announced && before->at[i].block != name->block)
            return false;
    return place != CL_PLACE_BYLINE || (name->words >= 2 && !name->organization);
}

/* A word alone beside full names is something else: initials in a picture, the name of an account. */
static void drop_single(cl_names *names) {
    bool full = false;
    for (size_t i = 0; i < names->count; i++)
        full |= is_full(&names->at[i]);
    size_t kept = 0;
    for (size_t i = 0; i < names->count; i++)
        if (!full || names->at[i].words >= 2 || names->at[i].announced || names->at[i].organization)
            names->at[kept++] = names->at[i];
    names->count = kept;
}

static void keep_counting(cl_author_sources *sources) {
    for (size_t place = 0; place < CL_PLACE_COUNT; place++) {
        cl_names *const names = &sources->names[place];
        const size_t count = names->count;
        names->count = 0;
        for (size_t i = 0; i < count; i++)
            if (counts((cl_author_place)place, &names->at[i], names))
                names->at[names->count++] = names->at[i];
        if (place >= CL_PLACE_LINK)
            drop_single(names);
    }
}

/* ---- the choice */

/* Which names of a place make it the one that is chosen. */
typedef enum demand { ANY, ANNOUNCED, PLAIN, FULL } demand;

static bool meets(const cl_name *name, demand d) {
    return d == ANY || (d == ANNOUNCED && name->announced) || (d == PLAIN && (name->announced || name->plain)) ||
           (d == FULL && is_full(name));
}

static bool has_person(const cl_names *names, const site_names *site, demand d) {
    for (size_t i = 0; i < names->count; i++) {
        const cl_name *const name = &names->at[i];
        if (!name->organization && meets(name, d) && !is_login(name) && !is_site(site, name))
            return true;
    }
    return false;
}

static bool has_other_than_site(const cl_names *names, const site_names *site) {
    for (size_t i = 0; i < names->count; i++)
        if (!is_site(site, &names->at[i]))
            return true;
    return false;
}

static bool named(const cl_names *names, cl_slice name) {
    for (size_t i = 0; i < names->count; i++)
        if (cl_names_same(names->at[i].text, name))
            return true;
    return false;
}

/* Whether JSON-LD has no more than a word, the name of an account, where the byline announces a full name. */
static bool says_fully(const cl_names *shown, const cl_names *json) {
    if (!shown->count || !shown->at[0].announced || !is_full(&shown->at[0]) || shown->at[0].organization)
        return false;
    const key full = key_of(shown->at[0].text);
    for (size_t i = 0; i < json->count; i++) {
        const key k = key_of(json->at[i].text);
        if (json->at[i].words >= 2 || cl_contains(cl_slice_of(full.text, full.size), cl_slice_of(k.text, k.size)))
            return false;
    }
    return true;
}

/* Whether a byline names all whom JSON-LD names, and more: systems keep one account a text. */
static bool says_more(const cl_names *shown, const cl_names *json) {
    if (shown->count <= json->count)
        return false;
    for (size_t i = 0; i < shown->count; i++)
        if (!shown->at[i].announced || !is_full(&shown->at[i]) || shown->at[i].organization ||
            shown->at[i].block != shown->at[0].block)
            return false;
    for (size_t i = 0; i < json->count; i++)
        if (!named(shown, json->at[i].text))
            return false;
    return true;
}

static cl_author_place choose(const cl_author_sources *s, const site_names *site) {
    static const struct {
        cl_author_place place;
        demand demand;
        bool without_json; /* only where JSON-LD names nobody at all */
    } orders[] = {{CL_PLACE_CREATOR, ANY, false}, {CL_PLACE_ITEM, ANY, false}, {CL_PLACE_BYLINE, ANNOUNCED, false},
        {CL_PLACE_LINK, PLAIN, false}, {CL_PLACE_DATE, ANNOUNCED, false}, {CL_PLACE_CARD, ANY, false},
        {CL_PLACE_META, ANY, false}, {CL_PLACE_BYLINE, FULL, false}, {CL_PLACE_BYLINE, PLAIN, true},
        {CL_PLACE_DATE, FULL, true}};
    static const cl_author_place bodies[] = {
        CL_PLACE_JSON, CL_PLACE_BYLINE, CL_PLACE_LINK, CL_PLACE_ITEM, CL_PLACE_CREATOR, CL_PLACE_CARD, CL_PLACE_META};
    const size_t body_count = sizeof bodies / sizeof *bodies;
    const cl_names *const json = &s->names[CL_PLACE_JSON];
    if (has_person(json, site, ANY)) {
        const cl_names *const byline = &s->names[CL_PLACE_BYLINE];
        if (says_more(byline, json) || says_fully(byline, json))
            return CL_PLACE_BYLINE;
        return says_more(&s->names[CL_PLACE_LINK], json) ? CL_PLACE_LINK : CL_PLACE_JSON;
    }
    for (size_t i = 0; i < sizeof orders / sizeof *orders; i++)
        if (!(orders[i].without_json && json->count) && has_person(&s->names[orders[i].place], site, orders[i].demand))
            return orders[i].place;
    for (size_t i = 0; i < body_count; i++)
        if (has_other_than_site(&s->names[bodies[i]], site))
            return bodies[i];
    if (has_person(&s->names[CL_PLACE_END], site, FULL))
        return CL_PLACE_END;
    for (size_t i = 0; i < body_count; i++)
        if (s->names[bodies[i]].count)
            return bodies[i];
    return CL_PLACE_END;
}

/* ---- the record */

static cl_slice url_of(cl_making *m, const cl_author_sources *sources, const cl_name *name) {
    cl_slice url = name->url;
    for (size_t place = 0; place < CL_PLACE_COUNT && !url.size; place++)
        for (size_t i = 0; i < sources->names[place].count && !url.size; i++)
            if (cl_names_same(sources->names[place].at[i].text, name->text))
                url = sources->names[place].at[i].url;
    url = url.size ? cl_url_resolve(m->base, url, m->arena, &m->failed) : CL_SLICE_NONE;
    return cl_begins(url, CL_SLICE("http")) && cl_url_whole(url) ? url : CL_SLICE_NONE;
}

/* People of the record; those of `without` are left out. */
static cutline_person *people(
    cl_making *m, const cl_author_sources *sources, const cl_names *names, const cl_names *without, size_t *count) {
    *count = 0;
    if (!names->count)
        return NULL;
    cutline_person *const list = cl_arena_array(m->arena, names->count, sizeof *list);
    if (!list) {
        m->failed = true;
        return NULL;
    }
    for (size_t i = 0; i < names->count; i++) {
        const cl_name *const name = &names->at[i];
        if (without && named(without, name->text))
            continue;
        list[(*count)++] = (cutline_person){
            .name = name->text, .url = url_of(m, sources, name), .organization = name->organization ? 1 : 0};
    }
    return list;
}

/* The site itself is a body, where its name is one word or the page says that its publisher is one; the site of
 * somebody who writes alone bears their name. */
static void mark_site(const cl_making *m, cl_names *names, const site_names *site) {
    const cl_json *const json = &m->data->json;
    const uint32_t type = cl_json_get(json, m->data->publisher, CL_SLICE("@type"));
    const bool body =
        type && json->at[type].type == CL_JSON_STRING && cl_ends(json->at[type].text, CL_SLICE("Organization"));
    for (size_t i = 0; i < names->count; i++) {
        cl_name *const name = &names->at[i];
        const key k = key_of(name->text);
        const key *const publisher = &site->at[1];
        const bool published = k.size && k.size == publisher->size && memcmp(k.text, publisher->text, k.size) == 0;
        name->organization |= (published && body) || (name->words < 2 && is_site(site, name));
    }
}

/* The site is no author where a person is. */
static void drop_site(cl_names *names, const site_names *site) {
    if (!has_person(names, site, ANY))
        return;
    size_t kept = 0;
    for (size_t i = 0; i < names->count; i++)
        if (!is_site(site, &names->at[i]))
            names->at[kept++] = names->at[i];
    names->count = kept;
}

/* Those whom the byline names for something else than writing, or as the source of the text. */
static void of_task(const cl_author_sources *sources, bool source, cl_names *to) {
    static const cl_author_place places[] = {
        CL_PLACE_ITEM, CL_PLACE_LINK, CL_PLACE_BYLINE, CL_PLACE_DATE, CL_PLACE_END};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        for (size_t k = 0; k < sources->names[places[i]].count; k++) {
            const cl_name *const name = &sources->names[places[i]].at[k];
            const bool helped = name->task == CL_TASK_HELPED || (name->task == CL_TASK_PHOTOGRAPHED && is_full(name));
            if (source ? name->task == CL_TASK_SOURCE && name->organization : helped && !name->organization)
                cl_names_add(to, *name);
        }
}

static cl_origin origin_of(const cl_making *m, cl_author_place place) {
    if (m->record->source.kind == CUTLINE_KIND_TEXT)
        return CL_FROM_TEXT;
    return place <= CL_PLACE_CREATOR ? CL_FROM_JSON_LD
           : place <= CL_PLACE_CARD  ? CL_FROM_META
           : place == CL_PLACE_ITEM  ? CL_FROM_MICRODATA
                                     : CL_FROM_VISIBLE;
}

void cl_make_authors(cl_making *m) {
    cl_author_sources *const sources = cl_arena_alloc(m->arena, sizeof *sources);
    if (!sources) {
        m->failed = true;
        return;
    }
    cl_author_sources_read(m, sources);
    cl_names agencies = {.count = 0};
    of_task(sources, false, &sources->helpers);
    of_task(sources, true, &agencies);
    keep_counting(sources);
    const site_names site = names_of_site(m);
    const cl_author_place place = choose(sources, &site);
    cl_names *names = &sources->names[place];
    drop_site(names, &site);
    mark_site(m, names, &site);
    if (!names->count)
        names = &agencies;
    m->record->authors.at = people(m, sources, names, NULL, &m->record->authors.count);
    if (m->record->authors.count)
        m->record->from.authors = names == &agencies ? origin_of(m, CL_PLACE_BYLINE) : origin_of(m, place);
    m->record->contributors.at = people(m, sources, &sources->helpers, names, &m->record->contributors.count);
}
