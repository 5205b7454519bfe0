#include "record/authors.h"
#include "record/byline_tokens.h"
#include "record/string.h"

#define LIST_MAX      48u  /* of a list of authors, more are not read */
#define BYLINE_LONG   320u /* a block of more bytes is no byline */
#define HEADLINE_NEAR 12u  /* blocks between a headline and a byline */
#define END_NEAR      12u  /* blocks between the end of a story and a byline */
#define NOTE_NEAR     3u   /* blocks between the end of a story and a note that says who has written it */
#define CONTACT_NEAR  3u   /* blocks between what announces somebody to ask and the name */
#define NAME_LONG     80u  /* a block of more bytes is no name */
#define BYLINES_APART 4u   /* blocks from one of a byline to the next */

/* ---- JSON-LD */

static cl_slice json_text(cl_making *m, uint32_t object, const char *name) {
    const cl_json *const json = &m->data->json;
    uint32_t value = cl_json_get(json, object, cl_slice_z(name));
    if (value && json->at[value].type == CL_JSON_ARRAY)
        value = json->at[value].first;
    return cl_json_string(json, value, m->arena, &m->failed);
}

/* The name of an object, or what its parts make. */
static cl_slice json_name(cl_making *m, uint32_t object) {
    const cl_slice name = json_text(m, object, "name");
    if (name.size)
        return name;
    const cl_slice given = json_text(m, object, "givenName"), family = json_text(m, object, "familyName");
    if (!given.size || !family.size)
        return given.size ? given : family;
    return cl_join(cl_join(given, CL_SLICE(" "), m->arena, &m->failed), family, m->arena, &m->failed);
}

static bool json_organization(cl_making *m, uint32_t object) {
    const cl_slice type = json_text(m, object, "@type");
    return cl_ends(type, CL_SLICE("Organization")) || cl_ends(type, CL_SLICE("Corporation"));
}

/* Reads what a field for an author holds. A name that is not written as names are is taken as it stands, where it is
 * short and not made of words that bylines use otherwise: "ada B", "ducks and boats". */
static void read_field(cl_making *m, cl_slice text, cl_names *names) {
    const size_t before = names->count;
    cl_byline_read(text, m->arena, names, &m->failed);
    if (names->count > before || text.size > NAME_LONG || !text.size || cl_name_is_empty(text))
        return;
    cl_token tokens[CL_TOKENS_MAX];
    const size_t count = cl_byline_tokens(text, tokens);
    bool plain = count > 0 && count <= 4;
    size_t unused = 0;
    for (size_t i = 0; i < count && plain; i++) {
        plain = !tokens[i].number && !tokens[i].domain && (i == 0 || tokens[i].gap == CL_GAP_SPACE);
        unused += !tokens[i].uses && tokens[i].size > 1;
    }
    if (plain && unused)
        cl_names_add(names, (cl_name){.text = text, .whole = true, .words = (uint8_t)count});
}

/* One author: a string, or an object. */
static void json_author(cl_making *m, uint32_t value, cl_names *names) {
    const cl_json *const json = &m->data->json;
    if (json->at[value].type == CL_JSON_STRING) {
        read_field(m, cl_json_string(json, value, m->arena, &m->failed), names);
        return;
    }
    const uint32_t object = cl_page_data_object(m->data, value);
    /* Names in a list of their own, as some systems write them. */
    const uint32_t list = cl_json_get(json, object, CL_SLICE("name"));
    if (list && json->at[list].type == CL_JSON_ARRAY) {
        unsigned turns = 0;
        for (uint32_t i = json->at[list].first; i && turns < LIST_MAX; i = json->at[i].next, turns++)
            read_field(m, cl_json_string(json, i, m->arena, &m->failed), names);
        return;
    }
    const cl_slice name = json_name(m, object);
    const size_t before = names->count;
    if (json_organization(m, object)) {
        if (name.size && name.size < 120 && !cl_name_is_empty(name))
            cl_names_add(names, (cl_name){.text = name, .organization = true, .whole = true});
    } else {
        read_field(m, name, names);
    }
    if (names->count == before + 1)
        names->at[before].url = json_text(m, object, "url");
}

static void json_authors(cl_making *m, uint32_t value, cl_names *names) {
    const cl_json *const json = &m->data->json;
    if (!value)
        return;
    const bool list = json->at[value].type == CL_JSON_ARRAY;
    unsigned turns = 0;
    for (uint32_t v = list ? json->at[value].first : value; v && turns < LIST_MAX;
         v = list ? json->at[v].next : 0, turns++)
        json_author(m, v, names);
}

/* ---- what the page shows */

static uint32_t marks_around(const cl_making *m, uint32_t box) {
    uint32_t marks = 0;
    for (; box && !cl_holds_story(m, box); box = m->blocks->boxes.at[box].parent)
        marks |= m->blocks->boxes.at[box].marks;
    return marks;
}

/* Whether a block is near enough to the headline, or in the story, to name its author. */
static bool near_story(const cl_making *m, uint32_t block) {
    const cl_box *const core = &m->blocks->boxes.at[m->labels->body_box];
    const uint32_t headline = m->labels->headline;
    const uint32_t from = headline != CL_NO_BLOCK && headline < core->first_block ? headline : core->first_block;
    return block + HEADLINE_NEAR >= from && block <= core->end_block + END_NEAR;
}

/* Whether what stands in a block of this role is of somebody else than the story's author. */
static bool foreign_role(cl_role role) {
    return role == CL_ROLE_COMMENT || role == CL_ROLE_RELATED || role == CL_ROLE_CAPTION || role == CL_ROLE_CREDIT ||
           role == CL_ROLE_PROMOTION || role == CL_ROLE_NAVIGATION || role == CL_ROLE_LEGAL || role == CL_ROLE_CONSENT;
}

/* Whether a block is right behind the headline, where whoever is named is the author, whatever its role. */
static bool at_headline(const cl_making *m, uint32_t block) {
    const uint32_t headline = m->labels->headline;
    const cl_role role = cl_block_role(m, block);
    return headline != CL_NO_BLOCK && block >= headline && block <= headline + 3 && role != CL_ROLE_CAPTION &&
           role != CL_ROLE_CREDIT;
}

/* The last block of the story; CL_NO_BLOCK where it has hardly any. */
static uint32_t last_body(const cl_making *m) {
    uint32_t last = CL_NO_BLOCK, bodies = 0;
    for (uint32_t i = 0; i < m->labels->list.count; i++)
        if (cl_block_role(m, i) == CL_ROLE_BODY) {
            last = i;
            bodies++;
        }
    return bodies > 2 ? last : CL_NO_BLOCK;
}

/* Elements that say they hold an author's name. */
static void read_items(cl_making *m, cl_author_sources *sources) {
    const uint32_t behind = last_body(m);
    cl_names late = {.count = 0};
    for (size_t i = 0; i < m->data->item_author_count; i++) {
        const cl_item_author *const a = &m->data->item_authors[i];
        if (a->name.size > BYLINE_LONG || !near_story(m, a->block) ||
            (foreign_role(cl_block_role(m, a->block)) && !at_headline(m, a->block)) ||
            marks_around(m, a->box) & (CL_MARK_COMMENT | CL_MARK_RELATED))
            continue;
        cl_names *const names = a->item                                      ? &sources->names[CL_PLACE_ITEM]
                                : behind != CL_NO_BLOCK && a->block > behind ? &late
                                                                             : &sources->names[CL_PLACE_LINK];
        const size_t before = names->count;
        cl_byline_read(a->name, m->arena, names, &m->failed);
        if (names->count == before + 1)
            names->at[before].url = a->url;
        for (size_t k = before; k < names->count; k++)
            names->at[k].block = a->block;
    }
    /* One who is named behind the story is its author; several are those of other things. */
    cl_names *const names = &sources->names[late.count == 1 ? CL_PLACE_LINK : CL_PLACE_END];
    for (size_t i = 0; i < late.count; i++)
        cl_names_add(names, late.at[i]);
}

/* Whether a text is an announcement and nothing else: "By", "Written by:". */
static bool only_announces(cl_slice text) {
    if (text.size > 32)
        return false;
    cl_token tokens[CL_TOKENS_MAX];
    const size_t count = cl_byline_tokens(text, tokens);
    bool announces = false;
    for (size_t i = 0; i < count; i++) {
        announces |= (tokens[i].uses & (CL_USE_BY | CL_USE_BY_FIRST | CL_USE_LABEL)) != 0;
        if (!(tokens[i].uses & (CL_USE_BY | CL_USE_BY_FIRST | CL_USE_LABEL | CL_USE_DID)))
            return false;
    }
    return announces;
}

/* One block of the byline. Where it only announces a name, that is in the block after it. */
static void read_byline(cl_making *m, uint32_t block, cl_names *names) {
    const cl_slice text = cl_block_text(m, block);
    const cl_slice next = cl_block_text(m, block + 1);
    const size_t before = names->count;
    const bool announces = only_announces(text);
    if (!announces)
        cl_byline_read(text, m->arena, names, &m->failed);
    else if (next.size && next.size <= NAME_LONG && cl_block_role(m, block + 1) != CL_ROLE_BODY)
        cl_byline_read(next, m->arena, names, &m->failed);
    for (size_t i = before; i < names->count; i++) {
        names->at[i].announced |= announces;
        names->at[i].block = block;
    }
}

/* Whether a name behind the story is of somebody to ask, as the blocks before it say. */
static bool is_contact(const cl_making *m, uint32_t block) {
    static const char *const words[] = {
        "contact", "kontakt", "ansprechpart", "rückfragen", "contatt", "contato", "inquiries", "enquiries"};
    for (uint32_t i = block > CONTACT_NEAR ? block - CONTACT_NEAR : 0; i < block; i++) {
        const cl_slice text = m->blocks->list.at[i].text;
        for (size_t k = 0; text.size <= NAME_LONG && k < sizeof words / sizeof *words; k++)
            if (cl_contains(text, cl_slice_z(words[k])))
                return true;
    }
    return false;
}

/* Of the names from `before` on, those that are announced and are all that stands there. */
static void keep_announced(cl_names *names, size_t before) {
    size_t kept = before;
    for (size_t i = before; i < names->count; i++)
        if (names->at[i].announced && names->at[i].whole && names->at[i].plain)
            names->at[kept++] = names->at[i];
    names->count = kept;
}

/* Blocks that are the byline, at the headline or behind the story. Those at the headline stand together. */
static void read_bylines(cl_making *m, cl_author_sources *sources) {
    const uint32_t behind = last_body(m);
    uint32_t last = CL_NO_BLOCK;
    for (uint32_t i = 0; i < m->labels->list.count; i++) {
        const cl_role role = cl_block_role(m, i);
        const bool end = behind != CL_NO_BLOCK && i > behind;
        const size_t size = m->blocks->list.at[i].text.size;
        const bool named_there = role == CL_ROLE_BIO && end && size <= NAME_LONG && !is_contact(m, i);
        const bool maybe_there = end && i <= behind + NOTE_NEAR && size <= NAME_LONG &&
                                 (role == CL_ROLE_OTHER || role == CL_ROLE_NOTE || role == CL_ROLE_CREDIT);
        if (!named_there && !maybe_there && (role != CL_ROLE_BYLINE || size > BYLINE_LONG))
            continue;
        if (end && marks_around(m, m->blocks->list.at[i].box) & CL_MARK_COMMENT)
            continue; /* of a comment */
        cl_names *const names = &sources->names[end ? CL_PLACE_END : CL_PLACE_BYLINE];
        if (!near_story(m, i) || (!end && names->count && last != CL_NO_BLOCK && i > last + BYLINES_APART))
            continue;
        const size_t before = names->count;
        read_byline(m, i, names);
        if (maybe_there)
            keep_announced(names, before);
        last = end ? last : i;
    }
}

static bool has_figure(cl_slice s) {
    for (size_t i = 0; i < s.size; i++)
        if (s.data[i] >= '0' && s.data[i] <= '9')
            return true;
    return false;
}

/* Whether a line that is not labelled as a byline may announce an author all the same. */
static bool may_announce(cl_role role) {
    return role == CL_ROLE_OTHER || role == CL_ROLE_KICKER || role == CL_ROLE_ASIDE || role == CL_ROLE_BIO ||
           role == CL_ROLE_SHARE || role == CL_ROLE_TOPIC || role == CL_ROLE_NOTE || role == CL_ROLE_PROMOTION ||
           role == CL_ROLE_NAVIGATION || role == CL_ROLE_CREDIT;
}

/* Lines at the headline that have a date and name somebody as well, or announce an author. */
static void read_lines(cl_making *m, cl_author_sources *sources) {
    const uint32_t headline = m->labels->headline;
    cl_names *const names = &sources->names[CL_PLACE_DATE];
    if (headline == CL_NO_BLOCK)
        return;
    for (uint32_t i = headline > 3 ? headline - 3 : 0; i < headline + 8 && i < m->labels->list.count; i++) {
        const cl_slice text = m->blocks->list.at[i].text;
        const cl_role role = cl_block_role(m, i);
        const size_t before = names->count;
        if (role == CL_ROLE_DATE && text.size <= BYLINE_LONG && has_figure(text)) {
            cl_byline_read(text, m->arena, names, &m->failed);
        } else if (i > headline && may_announce(role) && text.size <= NAME_LONG) {
            cl_byline_read(text, m->arena, names, &m->failed);
            size_t kept = before;
            for (size_t k = before; k < names->count; k++)
                if (names->at[k].announced && names->at[k].plain && names->at[k].words >= 2)
                    names->at[kept++] = names->at[k];
            names->count = kept;
        }
    }
}

/* A pair of label and name that is to be shown with the page's address. */
static void read_card(cl_making *m, cl_meta label, cl_meta data, cl_names *names) {
    const cl_slice name = m->data->meta[data].value;
    if (only_announces(m->data->meta[label].value) && name.size <= NAME_LONG)
        cl_byline_read(name, m->arena, names, &m->failed);
}

void cl_author_sources_read(cl_making *m, cl_author_sources *sources) {
    const cl_json *const json = &m->data->json;
    const uint32_t article = m->data->article;
    for (size_t i = 0; i < CL_PLACE_COUNT; i++)
        sources->names[i].count = 0;
    sources->helpers.count = 0;
    json_authors(m, cl_json_get(json, article, CL_SLICE("author")), &sources->names[CL_PLACE_JSON]);
    json_authors(m, cl_json_get(json, article, CL_SLICE("creator")), &sources->names[CL_PLACE_CREATOR]);
    json_authors(m, cl_json_get(json, article, CL_SLICE("contributor")), &sources->helpers);
    json_authors(m, cl_json_get(json, article, CL_SLICE("editor")), &sources->helpers);
    for (size_t i = 0; i < m->data->author_count; i++)
        read_field(m, m->data->authors[i], &sources->names[CL_PLACE_META]);
    read_card(m, CL_META_LABEL_1, CL_META_DATA_1, &sources->names[CL_PLACE_CARD]);
    read_card(m, CL_META_LABEL_2, CL_META_DATA_2, &sources->names[CL_PLACE_CARD]);
    read_items(m, sources);
    if (!sources->names[CL_PLACE_ITEM].count) /* RDFa, and microdata that stand elsewhere */
        json_authors(m, cl_json_get(json, m->data->item, CL_SLICE("author")), &sources->names[CL_PLACE_CARD]);
    read_bylines(m, sources);
    read_lines(m, sources);
}
