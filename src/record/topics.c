/* Topics: the tags that the page shows, one by one; where it shows none, the best list that it tells machines. What
 * machines alone are told, beyond the topics, are keywords. */
#include "block/words.h"
#include "record/fields.h"
#include "record/string.h"

#define TOPICS_MAX  100u
#define TOPIC_MAX   100u  /* bytes of one; longer ones are no tags */
#define WORDS_MAX   8u    /* nor those of more words: titles of other stories, keywords without commas */
#define SURE        0.5f  /* of a block that is topics, where there are such */
#define NEARLY      0.6f  /* of the surest blocks: those less sure are none beside them */
#define PART_MAX    5u    /* topics that may be a part of a list; more are one themselves */
#define AFTER_MAX   8u    /* blocks after the story in which topics may be that no role names so */
#define TEXT_MAX    4096u /* bytes of a list that are taken apart */
#define TYPE_MAX    24u   /* bytes of what a keyword is said to be: "NLP Entity Tokens" */
#define GLUED_MIN   3u    /* words of a keyword that may be a list without commas */
#define ADDRESS_MAX 64u   /* words of an address that are looked at */
#define SLUG_MIN    4u    /* words of a list that may be taken out of the page's address */

typedef struct topics {
    cl_making *m;
    bool tags_only; /* of links: rel=tag, and not rel="category tag" */
    cl_slice at[TOPICS_MAX];
    uint32_t hash[TOPICS_MAX];
    size_t count;
} topics;

/* The lists that machines are told, the most trusted first. */
typedef enum told_list { TOLD_TAG, TOLD_JSON, TOLD_PARSELY, TOLD_NEWS, TOLD_META, TOLD_COUNT } told_list;

typedef struct told_lists {
    topics at[TOLD_COUNT];
} told_lists;

/* A hash that sees neither case nor punctuation: "Covid-19" and "COVID 19" are one topic. */
static uint32_t hash_of(cl_slice s) {
    cl_word_reader words = cl_words_of(s);
    uint32_t hash = 0;
    for (cl_word w = cl_word_next(&words); w.kind != CL_WORD_NONE; w = cl_word_next(&words)) {
        /* Numbers are told apart by their value here, where they have one. */
        hash = cl_mix(hash * 31 + w.hash + (w.kind == CL_WORD_NUMBER ? w.number * 2654435761u : 0));
    }
    return hash;
}

static cl_slice without_marks(cl_slice s) {
    static const char *const marks[] = {
        " ", "#", ",", ";", ".", ":", "|", "\"", "/", "›", "»", "«", "„", "“", "”", "·", "•", "،", "、", "，", "-"};
    for (bool again = true; again;) {
        again = false;
        s = cl_slice_trim(s);
        if (s.size && cl_is_ascii_word(s.data[0]) && cl_is_ascii_word(s.data[s.size - 1]))
            break; /* as most are */
        for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
            const cl_slice mark = cl_slice_z(marks[i]);
            /* A full stop is part of what ends in one: "Warner Bros.", "Jr.". */
            if (s.size >= mark.size && memcmp(s.data, mark.data, mark.size) == 0) {
                s = cl_slice_of(s.data + mark.size, s.size - mark.size);
                again = true;
            } else if (mark.data[0] != '.' && s.size >= mark.size &&
                       memcmp(s.data + s.size - mark.size, mark.data, mark.size) == 0) {
                s.size -= mark.size;
                again = true;
            }
        }
    }
    return s;
}

static bool is_one_of(cl_slice s, const char *const *list, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (cl_ascii_lower(*s.data) == *list[i] && cl_slice_equal_nocase(s, cl_slice_z(list[i])))
            return true;
    return false;
}

/* What stands over, before and beside topics and is none. */
static bool is_label(cl_slice s) {
    static const char *const labels[] = {"tag", "tags", "topic", "topics", "keywords", "themes", "subjects", "more",
        "more on", "more about", "related topics", "all topics", "explore topics", "read more about",
        "more on this story", "thema", "themen", "alle themen", "mehr", "mehr zum thema", "schlagworte", "schlagwörter",
        "schlagwort", "weiter", "weitere themen", "tema", "temas", "más temas", "etiquetas", "palabras clave",
        "ver más", "assuntos", "mots clés", "mots-clés", "sujets", "thèmes", "sur le même sujet", "argomenti", "temi",
        "onderwerpen", "trefwoorden", "meer over", "emner", "emne", "ämnen", "ämne", "avainsanat", "aiheet", "tagi",
        "tematy", "témata", "témy", "címkék", "etiketler", "konular", "теги", "темы", "тема", "метки",
        "теги:", "الوسوم", "كلمات مفتاحية", "مواضيع", "برچسب‌ها", "タグ", "キーワード", "关键词", "标签",
        "태그", "permalink", "category", "categories", "kategorie", "kategorien", "comments", "kommentare",
        "uncategorised"};
    return is_one_of(s, labels, sizeof labels / sizeof *labels);
}

static bool has(const topics *t, uint32_t hash) {
    for (size_t i = 0; i < t->count; i++)
        if (t->hash[i] == hash)
            return true;
    return false;
}

static void put(topics *t, cl_slice s, uint32_t hash) {
    if (t->count == TOPICS_MAX || has(t, hash))
        return;
    t->at[t->count] = s;
    t->hash[t->count++] = hash;
}

static void put_all(topics *t, const topics *from) {
    for (size_t i = 0; i < from->count; i++)
        put(t, from->at[i], from->hash[i]);
}

/* Names for machines: "editors_pick", a number of 32 hexadecimal figures with hyphens (RFC 4122). */
static bool is_for_machines(cl_slice s) {
    return memchr(s.data, '_', s.size) ||
           (s.size == 36 && s.data[8] == '-' && s.data[13] == '-' && s.data[18] == '-' && s.data[23] == '-');
}

static void add(topics *t, cl_slice s) {
    s = cl_slice_trim(cl_clean(s, t->m->arena, true, &t->m->failed));
    if (cl_ends(s, CL_SLICE(">")) || cl_ends(s, CL_SLICE("→"))) /* leads on to something */
        return;
    s = without_marks(s);
    if (!s.size || s.size > TOPIC_MAX || cl_begins(s, CL_SLICE("http")) || is_for_machines(s))
        return;
    const uint32_t hash = hash_of(s);
    if (hash && cl_word_count(s) <= WORDS_MAX && !is_label(s))
        put(t, s, hash);
}

/* Size of the separator that begins here, 0 where none does. */
static size_t separator(const char *p, const char *end) {
    static const char *const marks[] = {",", ";", "|", "\n", "·", "•", "،", "、", "，", "；", " / ", " #"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (*p != *marks[i])
            continue;
        const size_t n = strlen(marks[i]);
        if ((size_t)(end - p) >= n && memcmp(p, marks[i], n) == 0)
            return n;
    }
    return 0;
}

/* A list in one string: "Tags: ducks, harbour". */
static void add_list(topics *t, cl_slice s) {
    if (!s.size)
        return;
    if (s.size > TEXT_MAX)
        s.size = TEXT_MAX;
    const char *begin = s.data;
    const char *const end = s.data + s.size;
    for (const char *p = s.data; p < end;) {
        const size_t n = separator(p, end);
        if (!n) {
            p++;
            continue;
        }
        add(t, cl_slice_of(begin, (size_t)(p - begin)));
        p += n;
        begin = p;
    }
    if (begin < end)
        add(t, cl_slice_of(begin, (size_t)(end - begin)));
}

/* ---- as the page shows them */

/* The link around a node; CL_NODE_NONE where there is none up to the block's box. */
static cl_node link_around(const cl_dom *dom, cl_node n, cl_node box) {
    for (; n && n != box; n = cl_dom_parent(dom, n))
        if (cl_dom_is(dom, n, CL_TAG_A))
            return n;
    return cl_dom_is(dom, box, CL_TAG_A) ? box : CL_NODE_NONE;
}

/* What a text between links says of those after it: 1 categories, 0 topics, -1 nothing. */
static int announces(cl_slice text) {
    static const char *const categories[] = {"categor", "kategori", "catégor", "filed under", "posted in", "rubrik",
        "rubriek", "ressort", "abgelegt unter", "veröffentlicht in", "publié dans", "publicado en", "рубрик",
        "категори"};
    text = cl_slice_trim(text);
    for (size_t i = 0; i < sizeof categories / sizeof *categories; i++)
        if (cl_begins(text, cl_slice_z(categories[i])))
            return 1;
    return text.size && memchr(text.data, ':', text.size) ? 0 : -1;
}

/* Whether a link is of a category rather than a topic where a page tells the two apart. */
static bool is_category(const cl_dom *dom, cl_node link) {
    return cl_contains(cl_dom_attr(dom, link, CL_ATTR_REL), CL_SLICE("category"));
}

static bool is_tag(const cl_dom *dom, cl_node link) {
    const cl_slice rel = cl_dom_attr(dom, link, CL_ATTR_REL);
    return rel.size && rel.size < 40 && cl_contains(rel, CL_SLICE("tag")) && !is_category(dom, link);
}

/* Each link of a block is a topic. */
static void add_links(topics *t, const cl_block *b) {
    const cl_dom *const dom = t->m->dom;
    const cl_node box = t->m->blocks->boxes.at[b->box].node;
    cl_node last = CL_NODE_NONE;
    bool categories = false;
    unsigned turns = 0;
    for (cl_node n = b->node; n && turns < TEXT_MAX; n = n == b->last ? 0 : cl_dom_following(dom, box, n), turns++) {
        if (cl_dom_type(dom, n) != CUTLINE_NODE_TEXT)
            continue;
        const cl_node link = link_around(dom, n, box);
        const int says = link ? -1 : announces(cl_dom_data(dom, n));
        categories = says < 0 ? categories : says;
        if (!link || link == last)
            continue;
        last = link;
        if (t->tags_only ? is_tag(dom, link) : !categories)
            add(t, cl_element_text(dom, link, t->m->arena, &t->m->failed));
    }
}

/* The links that say they are tags, wherever they stand about the story. */
static void add_tags(topics *t) {
    const cl_making *const m = t->m;
    for (size_t i = 0; i < m->data->tag_count; i++) {
        const uint32_t block = m->data->tags[i].block;
        const uint8_t role = block < m->labels->list.count ? m->labels->list.at[block].role : CL_ROLE_OTHER;
        if (role != CL_ROLE_RELATED && role != CL_ROLE_NAVIGATION && role != CL_ROLE_COMMENT &&
            role != CL_ROLE_PROMOTION && is_tag(m->dom, m->data->tags[i].node))
            add(t, cl_element_text(m->dom, m->data->tags[i].node, m->arena, &t->m->failed));
    }
}

/* Whether an address is that of a topic by one of its parts: /topics/harbour, /tag/ducks. */
static bool is_topic_address(cl_slice url) {
    static const char *const parts[] = {"/tag/", "/tags/", "/topic/", "/topics/", "/thema/", "/themen/", "/tema/",
        "/temas/", "/keyword/", "/keywords/", "/etiqueta/", "/etiquetas/", "/schlagwort/", "/sujet/", "/mot-cle/",
        "/onderwerp/", "/tagi/", "/etiket/"};
    return url.size < 2000 && CL_CONTAINS_ANY(url, parts);
}

/* Blocks soon after the story that are nothing but links to topics. */
static void add_addressed(topics *t) {
    const cl_making *const m = t->m;
    const cl_blocks *const blocks = m->blocks;
    const uint32_t end = cl_body_end(m->labels);
    for (uint32_t i = end; end && i < m->labels->list.count && i < end + AFTER_MAX; i++) {
        size_t links = 0, addressed = 0;
        for (size_t s = cl_blocks_first_span(blocks, i); s < blocks->spans.count && blocks->spans.at[s].block == i; s++)
            if (blocks->spans.at[s].type == CL_SPAN_LINK) {
                links++;
                addressed += is_topic_address(cl_dom_attr(m->dom, blocks->spans.at[s].node, CL_ATTR_HREF));
            }
        if (links >= 2 && addressed == links && blocks->list.at[i].links * 10 >= blocks->list.at[i].chars * 7)
            add_links(t, &blocks->list.at[i]);
    }
}

/* What stands before the topics: "Tags:", "Mehr zum Thema:"; the text without it. */
static cl_slice without_label(cl_slice s) {
    const char *const colon = s.size ? memchr(s.data, ':', s.size < 40 ? s.size : 40) : NULL;
    return colon ? cl_slice_of(colon + 1, s.size - (size_t)(colon + 1 - s.data)) : s;
}

/* Blocks from `from` to `to`, which stand together and are all topics. */
static void add_run(topics *t, uint32_t from, uint32_t to) {
    const cl_block *const blocks = t->m->blocks->list.at;
    bool linked = false, plain = false;
    for (uint32_t i = from; i < to; i++) {
        linked |= blocks[i].anchors > 0 && t->m->dom;
        plain |= blocks[i].type != CL_BLOCK_HEADING;
    }
    for (uint32_t i = from; i < to; i++) {
        if (linked) {
            add_links(t, &blocks[i]);
            continue;
        }
        const cl_slice rest = without_label(blocks[i].text);
        /* A heading over the list, or a label alone. */
        if ((plain && blocks[i].type == CL_BLOCK_HEADING) || !cl_slice_trim(rest).size)
            continue;
        add_list(t, rest);
    }
}

/* Size of a topic without the number of stories behind it: "Harbour 398"; 0 where there is none, or a year. */
static size_t uncounted(cl_slice s) {
    size_t n = s.size;
    while (n && s.data[n - 1] >= '0' && s.data[n - 1] <= '9')
        n--;
    return n > 1 && n < s.size && s.data[n - 1] == ' ' ? n - 1 : 0;
}

/* Takes such numbers off, where all of several have one. */
static void drop_counts(topics *t) {
    for (size_t i = 0; i < t->count; i++)
        if (!uncounted(t->at[i]))
            return;
    for (size_t i = 0; t->count > 1 && i < t->count; i++) {
        t->at[i] = cl_slice_trim(cl_slice_of(t->at[i].data, uncounted(t->at[i])));
        t->hash[i] = hash_of(t->at[i]);
    }
}

static size_t in_common(const topics *a, const topics *b) {
    size_t common = 0;
    for (size_t i = 0; i < a->count; i++)
        common += has(b, a->hash[i]);
    return common;
}

static bool is_told(const topics *t, const told_lists *told) {
    for (size_t i = 0; i < TOLD_COUNT; i++)
        if (in_common(t, &told->at[i]))
            return true;
    return false;
}

/* Adds what stands in runs of blocks that are topics. Where some of it is told machines as well, runs of which nothing
 * is are of something else. */
static void find_blocks(topics *t, const told_lists *told, bool sure) {
    const cl_label *const labels = t->m->labels->list.at;
    const uint32_t count = (uint32_t)t->m->labels->list.count;
    bool known = false;
    float most = 0;
    for (unsigned turn = 0; turn < 2; turn++)
        for (uint32_t i = 0, end; i < count; i = end) {
            float best = 0;
            for (end = i; end < count && labels[end].role == CL_ROLE_TOPIC; end++)
                best = labels[end].probability > best ? labels[end].probability : best;
            if (end == i) {
                end++;
                continue;
            }
            topics run = {.m = t->m, .tags_only = t->tags_only};
            add_run(&run, i, end);
            drop_counts(&run);
            const bool agrees = is_told(&run, told);
            known |= agrees;
            most = best > most ? best : most;
            if (turn && (!sure || (best >= SURE && best >= most * NEARLY)) && (agrees || !known))
                put_all(t, &run);
        }
}

/* A line over the headline that links to where more of its like is. */
static void add_kickers(topics *t) {
    const cl_making *const m = t->m;
    for (uint32_t i = 0; i < m->labels->list.count && m->dom; i++)
        if (m->labels->list.at[i].role == CL_ROLE_KICKER && m->blocks->list.at[i].anchors)
            add_links(t, &m->blocks->list.at[i]);
}

/* ---- as it tells machines */

static cl_slice json_keyword(const topics *t, uint32_t value) {
    const cl_json *const json = &t->m->data->json;
    if (json->at[value].type == CL_JSON_OBJECT)
        value = cl_json_get(json, value, CL_SLICE("name"));
    return cl_json_string(json, value, t->m->arena, &t->m->failed);
}

/* What a keyword says it is: "Tag:Ducks", "NLP Entity Tokens: Ducks"; size 0 where it says nothing. */
static cl_slice type_of(cl_slice s) {
    const char *const colon = s.size ? memchr(s.data, ':', s.size < TYPE_MAX ? s.size : TYPE_MAX) : NULL;
    return colon ? cl_slice_of(s.data, (size_t)(colon - s.data)) : CL_SLICE_NONE;
}

/* The topic of a keyword that says it is one; absent where it is something else. */
static cl_slice typed_topic(cl_slice s) {
    static const char *const types[] = {"topic", "entity", "entities"};
    const cl_slice type = type_of(s);
    if (!type.size || !(cl_slice_equal_nocase(type, CL_SLICE("tag")) || CL_CONTAINS_ANY(type, types)))
        return CL_SLICE_NONE;
    return cl_slice_trim(cl_slice_of(s.data + type.size + 1, s.size - type.size - 1));
}

/* Keywords of JSON-LD. In a list of which several say what they are, and some that they are topics, no others are. */
static void add_json(topics *t, uint32_t value) {
    const cl_json *const json = &t->m->data->json;
    const bool array = value && json->at[value].type == CL_JSON_ARRAY;
    unsigned types = 0, tags = 0, turns = 0;
    for (uint32_t v = array ? json->at[value].first : 0; v && turns < TOPICS_MAX; v = json->at[v].next, turns++) {
        const cl_slice keyword = json_keyword(t, v);
        types += type_of(keyword).size > 0;
        tags += typed_topic(keyword).size > 0;
    }
    const bool typed = types >= 2 && tags > 0;
    turns = 0;
    for (uint32_t v = array ? json->at[value].first : value; v && turns < TOPICS_MAX;
         v = array ? json->at[v].next : 0, turns++) {
        const cl_slice keyword = json_keyword(t, v);
        add_list(t, typed ? typed_topic(keyword) : keyword);
    }
}

static void add_meta(topics *t, cl_keyword_source source) {
    const cl_page_data *const data = t->m->data;
    for (size_t i = 0; i < data->keyword_count; i++)
        if (data->keywords[i].source == source)
            add_list(t, data->keywords[i].value);
}

/* The site's own name is no topic of a story, unless it is the only one. */
static void drop_site(topics *t) {
    size_t kept = 0;
    for (size_t i = 0; t->count > 1 && i < t->count; i++)
        if (!cl_slice_equal_nocase(t->at[i], t->m->record->site_name)) {
            t->at[kept] = t->at[i];
            t->hash[kept++] = t->hash[i];
        }
    t->count = t->count > 1 ? kept : t->count;
}

/* Whether one keyword is all of another list, glued: "ducks harbour flood" beside "ducks, harbour, flood". */
static bool is_glued(const topics *t, const topics *other) {
    if (t->count != 1 || other->count < 2 || cl_word_count(t->at[0]) < GLUED_MIN)
        return false;
    for (size_t i = 0; i < other->count; i++)
        if (!cl_contains(t->at[0], other->at[i]))
            return false;
    return true;
}

/* The hashes of an address's words. */
static size_t address_words(cl_slice address, uint32_t *hashes) {
    cl_word_reader words = cl_words_of(address);
    size_t count = 0;
    for (cl_word w = cl_word_next(&words); w.kind != CL_WORD_NONE && count < ADDRESS_MAX; w = cl_word_next(&words))
        hashes[count++] = w.hash;
    return count;
}

/* Whether all words of a list are in the page's address: it was made of that, or both of a headline. */
static bool is_slug(const topics *t, const uint32_t *address, size_t address_count) {
    size_t count = 0;
    for (size_t i = 0; i < t->count; i++) {
        cl_word_reader words = cl_words_of(t->at[i]);
        for (cl_word w = cl_word_next(&words); w.kind != CL_WORD_NONE; w = cl_word_next(&words), count++) {
            size_t k = 0;
            while (k < address_count && address[k] != w.hash)
                k++;
            if (k == address_count)
                return false;
        }
    }
    return count >= SLUG_MIN;
}

static void read_told(cl_making *m, told_lists *to) {
    static const cl_keyword_source sources[TOLD_COUNT] = {[TOLD_TAG] = CL_KEYWORD_TAG,
        [TOLD_PARSELY] = CL_KEYWORD_PARSELY,
        [TOLD_NEWS] = CL_KEYWORD_NEWS,
        [TOLD_META] = CL_KEYWORD_META};
    uint32_t address[ADDRESS_MAX];
    const size_t address_count = address_words(m->record->source.canonical, address);
    for (size_t i = 0; i < TOLD_COUNT; i++) {
        topics *const t = &to->at[i];
        t->m = m;
        t->tags_only = false;
        t->count = 0;
        if (i == TOLD_JSON)
            add_json(t, cl_json_get(&m->data->json, m->data->article, CL_SLICE("keywords")));
        else
            add_meta(t, sources[i]);
        drop_site(t);
        if (is_slug(t, address, address_count))
            t->count = 0;
    }
    for (size_t i = 0; i < TOLD_COUNT; i++)
        for (size_t k = 0; k < TOLD_COUNT; k++)
            if (is_glued(&to->at[i], &to->at[k]))
                to->at[i].count = 0;
}

/* ---- the choice */

static void find_shown(topics *t, const told_lists *told) {
    t->tags_only = t->m->dom && t->m->data->tag_count;
    if (t->tags_only)
        find_blocks(t, told, false);
    const bool tags = t->count > 0;
    t->tags_only = false;
    if (!t->count)
        find_blocks(t, told, true);
    if (!t->count)
        find_blocks(t, told, false);
    /* Where the page tells machines its tags, links of which it tells none are of something else. */
    if (!tags && told->at[TOLD_TAG].count && !is_told(t, told))
        t->count = 0;
    if (!t->count)
        add_tags(t);
    if (!t->count && t->m->dom)
        add_addressed(t);
}

static void keep(cl_making *m, const topics *t, const cl_slice **at, size_t *count) {
    cl_slice *const copy = t->count ? cl_arena_array(m->arena, t->count, sizeof *copy) : NULL;
    m->failed |= t->count && !copy;
    if (!copy)
        return;
    memcpy(copy, t->at, t->count * sizeof *copy);
    *at = copy;
    *count = t->count;
}

/* Whether a list is a small part of another one that machines are told whole: most of it is in that, and that is twice
 * as long. (A few more in it are the section and words for search engines.) */
static bool is_part(const topics *t, const topics *whole) {
    const size_t common = in_common(t, whole);
    return common && t->count <= PART_MAX && common * 3 >= t->count * 2 && whole->count >= common * 2;
}

void cl_make_topics(cl_making *m) {
    told_lists *const told = cl_arena_alloc(m->arena, sizeof *told);
    if (!told) {
        m->failed = true;
        return;
    }
    topics found = {.m = m}, rest = {.m = m};
    cl_origin from = CL_FROM_VISIBLE;
    read_told(m, told);
    find_shown(&found, told);
    bool whole = !found.count;
    for (size_t i = 0; !whole && i < TOLD_COUNT; i++) {
        whole = is_part(&found, &told->at[i]);
        if (whole)
            put_all(&found, &told->at[i]);
    }
    for (size_t i = 0; !found.count && i < TOLD_COUNT; i++)
        if (told->at[i].count) {
            put_all(&found, &told->at[i]);
            from = i == TOLD_JSON ? CL_FROM_JSON_LD : CL_FROM_META;
        }
    for (size_t i = 0; i < TOLD_COUNT; i++)
        for (size_t k = 0; k < told->at[i].count; k++)
            if (!has(&found, told->at[i].hash[k]))
                put(&rest, told->at[i].at[k], told->at[i].hash[k]);
    if (!found.count)
        add_kickers(&found);
    keep(m, &found, &m->record->topics.at, &m->record->topics.count);
    keep(m, &rest, &m->record->keywords.at, &m->record->keywords.count);
    if (found.count)
        m->record->from.topics = from;
}
