#include "record/fields.h"
#include "record/string.h"

#define AUTHORS_MAX 32u
#define BYLINE_MAX  4096u /* bytes of one that are read */

/* What stands before names, in the languages in which bylines were seen; taken away at the beginning. Those that end in
 * a space must be followed by a capital or a letter without case. */
static const char *const prefixes[] = {"by ", "by: ", "von ", "von: ", "par ", "por ", "di ", "door ", "av ", "af ",
    "av: ", "text ", "text: ", "text by ", "words by ", "words: ", "written by ", "written by: ", "posted by ",
    "posted by: ", "published by ", "story by ", "reported by ", "reporting by ", "author: ", "author ",
    "authors: ", "autor: ", "autor ", "autorin: ", "autores: ", "auteur: ", "auteur ",
    "autore: ", "redactie: ", "tekst: ", "tekst ", "scritto da ", "a cura di ", "escrito por ", "publicado por ",
    "publié par ", "geschrieben von ", "ein artikel von ", "eine analyse von ", "ein kommentar von ",
    "ein gastbeitrag von ", "interview von ", "interview: ", "foto: ", "автор: ", "Автор: ", "автор ", "Автор ",
    "текст: ", "Текст: ", "oleh ", "oleh: ", "yazan: ", "szerző: ", "szerző ", "kirjoittaja: ", "skrevet av ",
    "skrevet af ", "skriven av ", "napisał ", "napisała ", "bởi ", "بقلم ", "بقلم: ", "كتب ", "مؤلف: ", "文/", "文：",
    "記者", "记者", "por: ", "par: "};

/* What parts names. */
static const char *const partings[] = {", ", ",", "; ", ";", " and ", " und ", " et ", " y ", " & ", " og ", " och ",
    " ja ", " ve ", " и ", " | ", "|", " / ", " · ", " • ", " – ", " - ", "\n", "、", "،", " with ", " mit ", " avec ",
    " con "};

static bool letter_begins(cl_slice s) {
    const char c = s.size ? s.data[0] : ' ';
    return (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

static cl_slice without_prefixes(cl_slice s) {
    for (bool again = true; again;) {
        again = false;
        for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
            const cl_slice p = cl_slice_z(prefixes[i]);
            if (s.size <= p.size || !cl_begins(s, p))
                continue;
            const cl_slice rest = cl_slice_trim(cl_slice_of(s.data + p.size, s.size - p.size));
            if (!letter_begins(rest))
                continue;
            s = rest;
            again = true;
        }
    }
    return s;
}

/* The first place at which names are parted; s.size where none is. */
static size_t parting(cl_slice s, size_t *size) {
    for (size_t i = 0; i < s.size; i++)
        for (size_t k = 0; k < sizeof partings / sizeof *partings; k++) {
            const size_t n = strlen(partings[k]);
            if (partings[k][0] == s.data[i] && i + n <= s.size &&
                cl_slice_equal_nocase(cl_slice_of(s.data + i, n), cl_slice_of(partings[k], n))) {
                *size = n;
                return i;
            }
        }
    *size = 0;
    return s.size;
}

static bool has(cl_slice s, char c) {
    return s.size && memchr(s.data, c, s.size) != NULL;
}

static bool has_digit(cl_slice s) {
    for (size_t i = 0; i < s.size; i++)
        if (s.data[i] >= '0' && s.data[i] <= '9')
            return true;
    return false;
}

/* A name that says nothing. */
static bool empty_name(cl_slice s) {
    static const char *const names[] = {"admin", "administrator", "author", "unknown", "null", "none", "undefined",
        "webmaster", "redaktion", "user", "n/a", "anonymous", "guest", "autor", "by", "von", "por", "par", "di", "door",
        "written by", "text"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (cl_slice_equal_nocase(s, cl_slice_z(names[i])))
            return true;
    return false;
}

static size_t words(cl_slice s) {
    size_t n = s.size > 0;
    for (size_t i = 0; i < s.size; i++)
        n += s.data[i] == ' ';
    return n;
}

static cl_slice without_marks(cl_slice s) {
    static const char marks[] = " \t\n,;:|/*-\"'";
    while (s.size && s.data[0] && strchr(marks, s.data[0])) {
        s.data++;
        s.size--;
    }
    while (s.size && s.data[s.size - 1] && strchr(marks, s.data[s.size - 1]))
        s.size--;
    /* An address after the name, in brackets or not. */
    const char *const bracket = s.size ? memchr(s.data, '(', s.size) : NULL;
    if (bracket && bracket > s.data + 2)
        s = cl_slice_trim(cl_slice_of(s.data, (size_t)(bracket - s.data)));
    if (has(s, '@')) {
        const char *const at = memchr(s.data, '@', s.size);
        const char *begin = at;
        while (begin > s.data && !cl_is_space(begin[-1]))
            begin--;
        s = cl_slice_trim(cl_slice_of(s.data, (size_t)(begin - s.data)));
    }
    return s;
}

static bool name_like(cl_slice s) {
    return s.size >= 2 && s.size <= 120 && words(s) <= 7 && !cl_begins(s, CL_SLICE("http")) && !has_digit(s) &&
           letter_begins(s) && !empty_name(s);
}

static void add(cl_slice name, cl_slice *names, size_t *count, size_t max) {
    for (size_t i = 0; i < *count; i++)
        if (cl_slice_equal_nocase(names[i], name))
            return;
    if (*count < max)
        names[(*count)++] = name;
}

/* No more of a byline than is read, cut where one name may end: after a comma. */
static cl_slice bounded(cl_slice byline) {
    if (byline.size <= BYLINE_MAX)
        return byline;
    byline.size = BYLINE_MAX;
    while (byline.size && byline.data[byline.size - 1] != ',')
        byline.size--;
    return byline;
}

void cl_byline_names(cl_slice byline, cl_slice *names, size_t *count, size_t max) {
    byline = without_prefixes(bounded(cl_slice_trim(byline)));
    const size_t before = *count;
    while (byline.size) {
        size_t size;
        const size_t at = parting(byline, &size);
        const cl_slice part = without_marks(without_prefixes(without_marks(cl_slice_of(byline.data, at))));
        /* After the first name, one word alone is a place, a paper or a task rather than a person. */
        if (name_like(part) && (*count == before || words(part) >= 2 || (unsigned char)part.data[0] >= 0xE3))
            add(part, names, count, max);
        byline.data += at + size;
        byline.size -= at + size;
        byline = cl_slice_trim(byline);
    }
}

/* Names from a value of JSON-LD: a string, an object with a name, or a list of them. */
static void json_names(cl_making *m, uint32_t value, cl_slice *names, size_t *count) {
    const cl_json *const json = &m->data->json;
    if (!value)
        return;
    const bool list = json->at[value].type == CL_JSON_ARRAY;
    unsigned turns = 0;
    for (uint32_t v = list ? json->at[value].first : value; v && turns < AUTHORS_MAX;
         v = list ? json->at[v].next : 0, turns++) {
        uint32_t name = v;
        if (json->at[v].type == CL_JSON_OBJECT)
            name = cl_json_get(json, cl_page_data_object(m->data, v), CL_SLICE("name"));
        const bool inner = name && json->at[name].type == CL_JSON_ARRAY;
        unsigned inner_turns = 0;
        for (uint32_t n = inner ? json->at[name].first : name; n && inner_turns < AUTHORS_MAX;
             n = inner ? json->at[n].next : 0, inner_turns++)
            cl_byline_names(cl_json_string(json, n, m->arena, &m->failed), names, count, AUTHORS_MAX);
    }
}

static void meta_names(const cl_making *m, cl_slice *names, size_t *count) {
    for (size_t i = 0; i < m->data->author_count; i++)
        cl_byline_names(m->data->authors[i], names, count, AUTHORS_MAX);
}

/* Whether a block is near enough to the headline or within the story to be its byline. */
static bool near_story(const cl_making *m, uint32_t block) {
    const cl_box *const core = &m->blocks->boxes.at[m->labels->body_box];
    const uint32_t headline = m->labels->headline;
    const uint32_t from = headline != CL_NO_BLOCK && headline < core->first_block ? headline : core->first_block;
    return block + 12 >= from && block <= core->end_block + 6;
}

/* Elements that say they hold an author's name. */
static void item_names(const cl_making *m, bool item, cl_slice *names, size_t *count) {
    for (size_t i = 0; i < m->data->item_author_count; i++) {
        const cl_item_author *const a = &m->data->item_authors[i];
        if (a->item != item || a->name.size > 100 || !near_story(m, a->block))
            continue;
        uint32_t marks = 0;
        for (uint32_t box = a->box; box; box = m->blocks->boxes.at[box].parent)
            marks |= m->blocks->boxes.at[box].marks;
        if (!(marks & (CL_MARK_COMMENT | CL_MARK_RELATED)))
            cl_byline_names(a->name, names, count, AUTHORS_MAX);
    }
}

/* Blocks that are the byline. */
static void visible_names(const cl_making *m, cl_slice *names, size_t *count) {
    for (uint32_t i = 0; i < m->labels->list.count && !*count; i++)
        if (m->labels->list.at[i].role == CL_ROLE_BYLINE && near_story(m, i) && m->blocks->list.at[i].text.size <= 120)
            cl_byline_names(m->blocks->list.at[i].text, names, count, AUTHORS_MAX);
}

/* Whether the only name is the site's own: there may be a better one elsewhere. */
static bool only_site(const cl_making *m, const cl_slice *names, size_t count) {
    const cl_slice site = m->record->site_name;
    return count == 1 && site.size && (cl_contains(names[0], site) || cl_contains(site, names[0]));
}

/* The site itself is no author where there is another. */
static void drop_site(const cl_making *m, cl_slice *names, size_t *count) {
    size_t kept = 0;
    for (size_t i = 0; i < *count; i++)
        if (*count == 1 || !cl_slice_equal_nocase(names[i], m->record->site_name))
            names[kept++] = names[i];
    *count = kept ? kept : *count;
}

/* The names that one source gives, in the order of trust; false where there is no such source. */
static bool read_source(cl_making *m, unsigned source, cl_slice *names, size_t *count, cl_origin *from) {
    const uint32_t article = m->data->article;
    static const cl_origin origins[] = {
        CL_FROM_JSON_LD, CL_FROM_JSON_LD, CL_FROM_META, CL_FROM_MICRODATA, CL_FROM_VISIBLE, CL_FROM_VISIBLE};
    if (source >= sizeof origins / sizeof *origins)
        return false;
    *from = origins[source];
    *count = 0;
    switch (source) {
    case 0:
        json_names(m, cl_json_get(&m->data->json, article, CL_SLICE("author")), names, count);
        break;
    case 1:
        json_names(m, cl_json_get(&m->data->json, article, CL_SLICE("creator")), names, count);
        break;
    case 2:
        meta_names(m, names, count);
        break;
    case 3:
        item_names(m, true, names, count);
        break;
    case 4:
        item_names(m, false, names, count);
        break;
    default:
        visible_names(m, names, count);
        break;
    }
    return true;
}

void cl_make_authors(cl_making *m) {
    cl_slice names[AUTHORS_MAX], site = CL_SLICE_NONE;
    size_t count = 0;
    cl_origin from = CL_FROM_NOWHERE, site_from = CL_FROM_NOWHERE;
    for (unsigned source = 0; read_source(m, source, names, &count, &from); source++) {
        if (count && !only_site(m, names, count))
            break;
        if (count && !site.size) {
            site = names[0];
            site_from = from;
        }
        count = 0;
    }
    if (!count && site.size) {
        names[count++] = site;
        from = site_from;
    }
    if (!count)
        return;
    drop_site(m, names, &count);
    cutline_person *const authors = cl_arena_array(m->arena, count, sizeof *authors);
    if (!authors) {
        m->failed = true;
        return;
    }
    for (size_t i = 0; i < count; i++)
        authors[i].name = cl_clean(names[i], m->arena, false, &m->failed);
    m->record->authors.at = authors;
    m->record->authors.count = count;
    m->record->from.authors = from;
}
