#include "record/page_data.h"
#include "record/string.h"

/* Names that <meta> has in its name, property or itemprop; the order within a use is that of trust. */
typedef struct meta_name {
    const char *name;
    uint8_t use; /* cl_meta */
    uint8_t rank;
} meta_name;

static const meta_name meta_names[] = {{"og:title", CL_META_TITLE, 1}, {"twitter:title", CL_META_TITLE, 2},
    {"parsely-title", CL_META_TITLE, 3}, {"sailthru.title", CL_META_TITLE, 4}, {"dc.title", CL_META_TITLE, 5},
    {"dcterms.title", CL_META_TITLE, 5}, {"citation_title", CL_META_TITLE, 5}, {"title", CL_META_TITLE, 6},
    {"headline", CL_META_TITLE, 6}, {"og:site_name", CL_META_SITE, 1}, {"application-name", CL_META_SITE, 2},
    {"apple-mobile-web-app-title", CL_META_SITE, 3}, {"dc.publisher", CL_META_SITE, 4},
    {"dcterms.publisher", CL_META_SITE, 4}, {"article:published_time", CL_META_PUBLISHED, 1},
    {"og:article:published_time", CL_META_PUBLISHED, 2}, {"datepublished", CL_META_PUBLISHED, 3},
    {"parsely-pub-date", CL_META_PUBLISHED, 4}, {"article:published", CL_META_PUBLISHED, 4},
    {"article.published", CL_META_PUBLISHED, 4}, {"cxenseparse:recs:publishtime", CL_META_PUBLISHED, 5},
    {"cxenseparse:publishtime", CL_META_PUBLISHED, 5}, {"sailthru.date", CL_META_PUBLISHED, 6},
    {"dc.date.issued", CL_META_PUBLISHED, 6}, {"dcterms.issued", CL_META_PUBLISHED, 6},
    {"dcterms.created", CL_META_PUBLISHED, 6}, {"dc.date.created", CL_META_PUBLISHED, 6},
    {"dc.date", CL_META_PUBLISHED, 7}, {"dcterms.date", CL_META_PUBLISHED, 7},
    {"citation_publication_date", CL_META_PUBLISHED, 7}, {"citation_date", CL_META_PUBLISHED, 7},
    {"pubdate", CL_META_PUBLISHED, 7}, {"publishdate", CL_META_PUBLISHED, 7}, {"publish-date", CL_META_PUBLISHED, 7},
    {"publish_date", CL_META_PUBLISHED, 7}, {"publication_date", CL_META_PUBLISHED, 7},
    {"article_date_original", CL_META_PUBLISHED, 7}, {"og:pubdate", CL_META_PUBLISHED, 7},
    {"originalpublicationdate", CL_META_PUBLISHED, 7}, {"datecreated", CL_META_PUBLISHED, 8},
    {"date", CL_META_PUBLISHED, 9}, {"article:created_time", CL_META_PUBLISHED, 9}, {"dc:date", CL_META_PUBLISHED, 7},
    {"dc:created", CL_META_PUBLISHED, 7}, {"dc.created", CL_META_PUBLISHED, 7}, {"dc.issued", CL_META_PUBLISHED, 6},
    {"dcterms:created", CL_META_PUBLISHED, 6}, {"dcterms:issued", CL_META_PUBLISHED, 6},
    {"dcterms:date", CL_META_PUBLISHED, 7}, {"dc.date.published", CL_META_PUBLISHED, 6},
    {"bepress_citation_date", CL_META_PUBLISHED, 7}, {"citation_online_date", CL_META_PUBLISHED, 7},
    {"pub_date", CL_META_PUBLISHED, 7}, {"date_published", CL_META_PUBLISHED, 7},
    {"publisheddate", CL_META_PUBLISHED, 7}, {"published-date", CL_META_PUBLISHED, 7},
    {"published_date", CL_META_PUBLISHED, 7}, {"published_time", CL_META_PUBLISHED, 7},
    {"published_at", CL_META_PUBLISHED, 7}, {"published", CL_META_PUBLISHED, 8}, {"publish_time", CL_META_PUBLISHED, 7},
    {"publishtime", CL_META_PUBLISHED, 7}, {"article_publish_date", CL_META_PUBLISHED, 7},
    {"article_date", CL_META_PUBLISHED, 7}, {"article.created", CL_META_PUBLISHED, 8},
    {"release_date", CL_META_PUBLISHED, 8}, {"displaydate", CL_META_PUBLISHED, 8},
    {"rnews:datepublished", CL_META_PUBLISHED, 4}, {"schema:datepublished", CL_META_PUBLISHED, 4},
    {"created", CL_META_PUBLISHED, 9}, {"creation_date", CL_META_PUBLISHED, 9}, {"date.created", CL_META_PUBLISHED, 9},
    {"date_created", CL_META_PUBLISHED, 9}, {"article:published_at", CL_META_PUBLISHED, 4},
    {"dc.modified", CL_META_MODIFIED, 5}, {"dcterms:modified", CL_META_MODIFIED, 5}, {"modified", CL_META_MODIFIED, 6},
    {"date_modified", CL_META_MODIFIED, 6}, {"last_modified", CL_META_MODIFIED, 6}, {"moddate", CL_META_MODIFIED, 6},
    {"modified_time", CL_META_MODIFIED, 6}, {"article:modified", CL_META_MODIFIED, 4}, {"revised", CL_META_MODIFIED, 6},
    {"schema:datemodified", CL_META_MODIFIED, 4}, {"article.updated", CL_META_MODIFIED, 5},
    {"article:modified_time", CL_META_MODIFIED, 1}, {"og:article:modified_time", CL_META_MODIFIED, 2},
    {"datemodified", CL_META_MODIFIED, 3}, {"og:updated_time", CL_META_MODIFIED, 4},
    {"dcterms.modified", CL_META_MODIFIED, 5}, {"dc.date.modified", CL_META_MODIFIED, 5},
    {"last-modified", CL_META_MODIFIED, 6}, {"lastmod", CL_META_MODIFIED, 6},
    {"article:updated_time", CL_META_MODIFIED, 4}, {"last_updated_date", CL_META_MODIFIED, 6},
    {"author", CL_META_AUTHOR, 2}, {"authors", CL_META_AUTHOR, 3}, {"article:author", CL_META_AUTHOR, 3},
    {"parsely-author", CL_META_AUTHOR, 1}, {"sailthru.author", CL_META_AUTHOR, 1}, {"byl", CL_META_AUTHOR, 3},
    {"dc.creator", CL_META_AUTHOR, 4}, {"dcterms.creator", CL_META_AUTHOR, 4}, {"dc.contributor", CL_META_AUTHOR, 5},
    {"citation_author", CL_META_AUTHOR, 2}, {"og:article:author", CL_META_AUTHOR, 3},
    {"article:author_name", CL_META_AUTHOR, 3}, {"cxenseparse:author", CL_META_AUTHOR, 3},
    {"og:author", CL_META_AUTHOR, 4}, {"article.author", CL_META_AUTHOR, 4}, {"og:url", CL_META_URL, 1},
    {"content-language", CL_META_LANGUAGE, 2}, {"og:locale", CL_META_LANGUAGE, 1}, {"language", CL_META_LANGUAGE, 3},
    {"dc.language", CL_META_LANGUAGE, 3}, {"inlanguage", CL_META_LANGUAGE, 2}, {"og:type", CL_META_TYPE, 1},
    {"og:description", CL_META_DESCRIPTION, 1}, {"description", CL_META_DESCRIPTION, 2},
    {"article:section", CL_META_SECTION, 1}, {"og:article:section", CL_META_SECTION, 2},
    {"parsely-section", CL_META_SECTION, 2}, {"articlesection", CL_META_SECTION, 2},
    {"cxenseparse:section", CL_META_SECTION, 3}, {"dc.subject.section", CL_META_SECTION, 3},
    {"article:content_tier", CL_META_ACCESS, 1}, {"og:article:content_tier", CL_META_ACCESS, 1},
    {"lp:content_tier", CL_META_ACCESS, 2}, {"isaccessibleforfree", CL_META_ACCESS, 2}, {"section", CL_META_SECTION, 3},
    {"category", CL_META_SECTION, 4}, {"twitter:label1", CL_META_LABEL_1, 1}, {"twitter:data1", CL_META_DATA_1, 1},
    {"twitter:label2", CL_META_LABEL_2, 1}, {"twitter:data2", CL_META_DATA_2, 1}, {"og:image", CL_META_IMAGE, 1},
    {"og:image:url", CL_META_IMAGE, 1}, {"og:image:secure_url", CL_META_IMAGE, 1}, {"twitter:image", CL_META_IMAGE, 2},
    {"twitter:image:src", CL_META_IMAGE, 2}, {"parsely-image-url", CL_META_IMAGE, 3},
    {"sailthru.image.full", CL_META_IMAGE, 3}, {"image", CL_META_IMAGE, 4}, {"thumbnail", CL_META_IMAGE, 5},
    {"og:image:width", CL_META_IMAGE_WIDTH, 1}, {"og:image:height", CL_META_IMAGE_HEIGHT, 1},
    {"og:image:alt", CL_META_IMAGE_ALT, 1}, {"twitter:image:alt", CL_META_IMAGE_ALT, 2}};

/* Names of <meta> with keywords. */
static const struct {
    const char *name;
    uint8_t source;
} keyword_names[] = {{"article:tag", CL_KEYWORD_TAG}, {"og:article:tag", CL_KEYWORD_TAG}, {"video:tag", CL_KEYWORD_TAG},
    {"book:tag", CL_KEYWORD_TAG}, {"parsely-tags", CL_KEYWORD_PARSELY}, {"sailthru.tags", CL_KEYWORD_PARSELY},
    {"cxenseparse:keywords", CL_KEYWORD_PARSELY}, {"cxenseparse:tags", CL_KEYWORD_PARSELY},
    {"news_keywords", CL_KEYWORD_NEWS}, {"citation_keywords", CL_KEYWORD_NEWS}, {"dc.subject", CL_KEYWORD_NEWS},
    {"dcterms.subject", CL_KEYWORD_NEWS}, {"keywords", CL_KEYWORD_META}};

void cl_page_data_init(cl_page_data *data, const cutline_allocator *allocator) {
    memset(data, 0, sizeof *data);
    data->allocator = allocator;
}

void cl_page_data_free(cl_page_data *data) {
    cl_vector_free(data->allocator, &data->json);
}

void cl_page_data_clear(cl_page_data *data) {
    const cutline_allocator *const allocator = data->allocator;
    cl_json json = data->json;
    cl_vector_clear(allocator, &json);
    memset(data, 0, sizeof *data);
    data->allocator = allocator;
    data->json = json;
}

static void take_date(cl_page_data *data, cl_date_value value) {
    if (data->date_count < CL_DATES && value.value.size)
        data->dates[data->date_count++] = value;
}

static void take_meta(cl_page_data *data, cl_slice name, cl_slice value, bool item, uint32_t block) {
    for (size_t i = 0; name.size && i < sizeof meta_names / sizeof *meta_names; i++) {
        const meta_name *const m = &meta_names[i];
        if (cl_ascii_lower(*name.data) != *m->name || !cl_slice_equal_nocase(name, cl_slice_z(m->name)))
            continue;
        if (m->use == CL_META_PUBLISHED || m->use == CL_META_MODIFIED)
            take_date(data, (cl_date_value){value, block, m->rank, m->use == CL_META_MODIFIED, item});
        cl_meta_value *const have = &data->meta[m->use];
        if (have->value.data && have->rank < m->rank)
            return;
        if (m->use == CL_META_AUTHOR) {
            if (have->rank != m->rank)
                data->author_count = 0;
            if (data->author_count < CL_META_AUTHORS)
                data->authors[data->author_count++] = value;
        } else if (have->value.data && have->rank == m->rank) {
            return;
        }
        *have = (cl_meta_value){value, m->rank, item};
        return;
    }
}

static void take_keywords(cl_page_data *data, cl_slice name, cl_slice value) {
    for (size_t i = 0; i < sizeof keyword_names / sizeof *keyword_names; i++)
        if (cl_ascii_lower(*name.data) == *keyword_names[i].name && data->keyword_count < CL_KEYWORDS &&
            cl_slice_equal_nocase(name, cl_slice_z(keyword_names[i].name)))
            data->keywords[data->keyword_count++] = (cl_keyword){value, keyword_names[i].source};
}

static bool read_meta(cl_page_data *data, const cl_dom *dom, const cl_note *note, cl_arena *arena) {
    static const enum cl_attr_name names[] = {CL_ATTR_PROPERTY, CL_ATTR_NAME, CL_ATTR_ITEMPROP, CL_ATTR_HTTP_EQUIV};
    bool failed = false;
    const cl_slice value = cl_clean(cl_dom_attr(dom, note->node, CL_ATTR_CONTENT), arena, true, &failed);
    if (value.size)
        for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
            const cl_slice name = cl_slice_trim(cl_dom_attr(dom, note->node, names[i]));
            if (!name.size)
                continue;
            take_meta(data, name, value, names[i] == CL_ATTR_ITEMPROP, note->block);
            take_keywords(data, name, value);
        }
    return !failed;
}

#define SHORT_TEXT 300u
cl_slice cl_element_text(const cl_dom *dom, cl_node root, cl_arena *arena, bool *failed) {
    char text[SHORT_TEXT];
    size_t size = 0;
    unsigned nodes = 0;
    for (cl_node n = cl_dom_first_child(dom, root); n && nodes < 64; n = cl_dom_following(dom, root, n), nodes++) {
        const cl_slice data = cl_dom_type(dom, n) == CUTLINE_NODE_TEXT ? cl_dom_data(dom, n) : CL_SLICE_NONE;
        if (size + data.size + 1 > sizeof text)
            break;
        if (data.size)
            memcpy(text + size, data.data, data.size);
        size += data.size;
        if (cl_dom_type(dom, n) == CUTLINE_NODE_ELEMENT)
            text[size++] = ' ';
    }
    const cl_slice copy = cl_arena_copy(arena, cl_slice_of(text, size));
    if (!copy.data) {
        *failed = true;
        return CL_SLICE_NONE;
    }
    return cl_clean(copy, arena, false, failed);
}

static bool has_word(cl_slice list, const char *word) {
    return list.size && cl_contains(list, cl_slice_z(word));
}

static bool read_time(cl_page_data *data, const cl_dom *dom, const cl_note *note, cl_arena *arena) {
    if (data->time_count == CL_TIMES)
        return true;
    bool failed = false;
    cl_slice value = cl_slice_trim(cl_dom_attr(dom, note->node, CL_ATTR_DATETIME));
    if (!value.size)
        value = cl_slice_trim(cl_dom_attr(dom, note->node, CL_ATTR_CONTENT));
    const cl_slice text = cl_element_text(dom, note->node, arena, &failed);
    if (!value.size)
        value = text;
    const cl_slice item = cl_dom_attr(dom, note->node, CL_ATTR_ITEMPROP);
    const cl_slice class = cl_dom_attr(dom, note->node, CL_ATTR_CLASS);
    data->times[data->time_count++] = (cl_time_value){.value = value,
        .block = note->block,
        .empty = text.size == 0,
        .published = cl_dom_has_attr(dom, note->node, CL_ATTR_PUBDATE) || has_word(item, "datepublished") ||
                     has_word(class, "publish"),
        /* "entry-date updated" is what themes call the date of a story that has one date */
        .modified = has_word(item, "datemodified") ||
                    ((has_word(class, "updated") || has_word(class, "modified")) && !has_word(class, "entry-date"))};
    return !failed;
}

/* What an element says of an author: the name that is marked up in it, or else its text; and the first address. */
static bool add_author(cl_page_data *data, const cl_dom *dom, const cl_note *note, bool item, cl_arena *arena) {
    if (data->item_author_count == CL_ITEM_AUTHORS)
        return true;
    bool failed = false;
    cl_item_author author = {.url = cl_slice_trim(cl_dom_attr(dom, note->node, CL_ATTR_HREF)),
        .block = note->block,
        .box = note->box,
        .item = item};
    unsigned nodes = 0;
    for (cl_node n = cl_dom_first_child(dom, note->node); n && nodes < 64;
         n = cl_dom_following(dom, note->node, n), nodes++) {
        if (!author.url.size && cl_dom_is(dom, n, CL_TAG_A))
            author.url = cl_slice_trim(cl_dom_attr(dom, n, CL_ATTR_HREF));
        if (author.name.size || !cl_slice_equal_nocase(cl_dom_attr(dom, n, CL_ATTR_ITEMPROP), CL_SLICE("name")))
            continue;
        author.name = cl_clean(cl_dom_attr(dom, n, CL_ATTR_CONTENT), arena, true, &failed);
        if (!author.name.size)
            author.name = cl_element_text(dom, n, arena, &failed);
    }
    if (!author.name.size)
        author.name = cl_element_text(dom, note->node, arena, &failed);
    data->item_authors[data->item_author_count++] = author;
    return !failed;
}

/* RDFa: <span property="schema:dateCreated" content="2024-05-01">. */
static void read_property_date(cl_page_data *data, const cl_dom *dom, const cl_note *note) {
    const cl_slice property = cl_dom_attr(dom, note->node, CL_ATTR_PROPERTY);
    const bool created = has_word(property, "datecreated") || has_word(property, "datepublished");
    const bool modified = has_word(property, "datemodified");
    if ((created || modified) && !cl_dom_is(dom, note->node, CL_TAG_META))
        take_date(data, (cl_date_value){.value = cl_slice_trim(cl_dom_attr(dom, note->node, CL_ATTR_CONTENT)),
                            .block = note->block,
                            .rank = 3,
                            .modified = modified,
                            .item = true});
}

/* Microdata that is text: dates, authors, section, keywords. */
static bool read_item(cl_page_data *data, const cl_dom *dom, const cl_note *note, cl_arena *arena) {
    bool failed = false;
    read_property_date(data, dom, note);
    const cl_slice item = cl_slice_trim(cl_dom_attr(dom, note->node, CL_ATTR_ITEMPROP));
    if (cl_slice_equal_nocase(item, CL_SLICE("author")) || cl_slice_equal_nocase(item, CL_SLICE("creator")))
        return add_author(data, dom, note, true, arena);
    const bool date = cl_begins(item, CL_SLICE("date")) && !cl_dom_is(dom, note->node, CL_TAG_TIME);
    const bool keywords =
        cl_slice_equal_nocase(item, CL_SLICE("keywords")) && cl_dom_has_attr(dom, note->node, CL_ATTR_CONTENT);
    if (!date && !keywords && !cl_slice_equal_nocase(item, CL_SLICE("articleSection")))
        return true;
    cl_slice value = cl_slice_trim(cl_dom_attr(dom, note->node, CL_ATTR_CONTENT));
    if (!value.size)
        value = cl_slice_trim(cl_dom_attr(dom, note->node, CL_ATTR_DATETIME));
    if (!value.size)
        value = cl_element_text(dom, note->node, arena, &failed);
    if (!value.size)
        return !failed;
    take_meta(data, item, value, true, note->block);
    if (keywords)
        take_keywords(data, item, value);
    return !failed;
}

/* Elements with a class for dates that give one for machines: <abbr class="published" title="2024-05-01">. */
static void read_marked_date(cl_page_data *data, const cl_dom *dom, const cl_note *note) {
    const cl_slice class = cl_dom_attr(dom, note->node, CL_ATTR_CLASS);
    cl_date_value found = {.value = cl_slice_trim(cl_dom_attr(dom, note->node, CL_ATTR_DATETIME)),
        .block = note->block,
        .rank = CL_DATE_OF_CLASS,
        .modified = (has_word(class, "updated") || has_word(class, "modified")) && !has_word(class, "publish") &&
                    !has_word(class, "created") && !has_word(class, "entry-date")};
    if (!found.value.size)
        found.value = cl_slice_trim(cl_dom_attr(dom, note->node, CL_ATTR_TITLE));
    take_date(data, found);
}

static bool read_link(cl_page_data *data, const cl_dom *dom, cl_node n) {
    const cl_slice rel = cl_slice_trim(cl_dom_attr(dom, n, CL_ATTR_REL));
    const struct {
        const char *rel;
        cl_slice *to;
    } links[] = {{"canonical", &data->canonical}, {"amphtml", &data->amp}, {"prev", &data->previous},
        {"previous", &data->previous}, {"next", &data->next}};
    for (size_t i = 0; i < sizeof links / sizeof *links; i++)
        if (!links[i].to->data && cl_slice_equal_nocase(rel, cl_slice_z(links[i].rel)))
            *links[i].to = cl_slice_trim(cl_dom_attr(dom, n, CL_ATTR_HREF));
    if (!data->meta[CL_META_IMAGE].value.data && cl_slice_equal_nocase(rel, CL_SLICE("image_src")))
        data->meta[CL_META_IMAGE] = (cl_meta_value){cl_slice_trim(cl_dom_attr(dom, n, CL_ATTR_HREF)), 6, false};
    return true;
}

/* A link that says what it is: a tag, or a part of the same story. */
static bool read_rel(cl_page_data *data, const cl_dom *dom, const cl_note *note) {
    if (!cl_contains(cl_dom_attr(dom, note->node, CL_ATTR_REL), CL_SLICE("tag")))
        return read_link(data, dom, note->node);
    if (data->tag_count < CL_TAGS)
        data->tags[data->tag_count++] = (cl_tag_link){note->node, note->block};
    return true;
}

static bool read_json(cl_page_data *data, const cl_dom *dom, cl_node n, cl_arena *arena) {
    uint32_t first;
    bool failed = false;
    const cl_slice text = cl_json_undouble(cl_dom_data(dom, cl_dom_first_child(dom, n)), arena, &failed);
    return !failed && (!text.size || cl_json_read(data->allocator, &data->json, text, &first));
}

static bool read_note(cl_page_data *data, const cl_dom *dom, const cl_note *note, cl_arena *arena) {
    bool failed = false;
    switch ((cl_note_kind)note->kind) {
    case CL_NOTE_META:
        return read_meta(data, dom, note, arena);
    case CL_NOTE_LINK:
        return read_link(data, dom, note->node);
    case CL_NOTE_TITLE:
        data->title = cl_clean(cl_dom_data(dom, cl_dom_first_child(dom, note->node)), arena, false, &failed);
        return !failed;
    case CL_NOTE_JSON:
        return read_json(data, dom, note->node, arena);
    case CL_NOTE_TIME:
        return read_time(data, dom, note, arena);
    case CL_NOTE_ITEM:
        return read_item(data, dom, note, arena);
    case CL_NOTE_AUTHOR:
        return add_author(data, dom, note, false, arena);
    case CL_NOTE_TAG:
        return read_rel(data, dom, note);
    case CL_NOTE_SCRIPT:
        data->script_count++;
        return true;
    case CL_NOTE_DATE:
        read_marked_date(data, dom, note);
        return true;
    case CL_NOTE_BASE:
        if (!data->base.data)
            data->base = cl_slice_trim(cl_dom_attr(dom, note->node, CL_ATTR_HREF));
        return true;
    case CL_NOTE_IMAGE:
    case CL_NOTE_BACKGROUND:
    case CL_NOTE_NOSCRIPT:
    case CL_NOTE_MEDIA:
    case CL_NOTE_EMBED:
        break;
    }
    return true;
}

bool cl_page_data_read(cl_page_data *data, const cl_dom *dom, const cl_blocks *blocks, cl_slice url, cl_arena *arena) {
    cl_page_data_clear(data);
    for (size_t i = 0; i < blocks->notes.count; i++)
        if (!read_note(data, dom, &blocks->notes.at[i], arena))
            return false;
    cl_node html = cl_dom_first_child(dom, CL_NODE_DOCUMENT);
    while (html && !cl_dom_is(dom, html, CL_TAG_HTML))
        html = cl_dom_next(dom, html);
    if (html) {
        data->language = cl_slice_trim(cl_dom_attr(dom, html, CL_ATTR_LANG));
        if (!data->language.size)
            data->language = cl_slice_trim(cl_dom_attr(dom, html, CL_ATTR_XML_LANG));
        data->direction = cl_slice_trim(cl_dom_attr(dom, html, CL_ATTR_DIR));
        for (cl_node n = cl_dom_first_child(dom, html); n && !data->direction.size; n = cl_dom_next(dom, n))
            if (cl_dom_is(dom, n, CL_TAG_BODY))
                data->direction = cl_slice_trim(cl_dom_attr(dom, n, CL_ATTR_DIR));
    }
    return cl_page_data_items(data, dom, blocks, arena) && cl_page_data_choose(data, url, arena);
}
