/* Videos, sound, embedded posts, maps and documents of the story. */
#include "base/url.h"
#include "record/fields.h"
#include "record/place.h"
#include "record/providers.h"
#include "record/string.h"

#define MEDIA_MAX    500u /* more are not read */
#define CHILDREN_MAX 16u  /* of a <video>, an <object> */
#define CAPTION_MAX  8u   /* blocks of a caption */

typedef struct medium {
    cl_slice url; /* as it stands on the page */
    cl_slice title;
    const char *type; /* NULL: by its provider */
} medium;

static cl_slice first_of(const cl_dom *dom, cl_node n, const char *const *names, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const cl_slice value = cl_slice_trim(cl_dom_attr_named(dom, n, cl_slice_z(names[i])));
        if (value.size && !cl_begins(value, CL_SLICE("about:")) && !cl_begins(value, CL_SLICE("data:")) &&
            !cl_begins(value, CL_SLICE("javascript:")) && !cl_begins(value, CL_SLICE("blob:")))
            return value;
    }
    return CL_SLICE_NONE;
}
#define FIRST(dom, n, names) first_of((dom), (n), (names), sizeof(names) / sizeof *(names))

/* The address of a <video>, an <audio> or an <object>: its own, or that of the first source in it. */
static cl_slice source_of(const cl_dom *dom, cl_node n) {
    static const char *const own[] = {"src", "data-src", "data", "data-video-src", "data-url", "data-mp4", "data-file"};
    const cl_slice url = FIRST(dom, n, own);
    unsigned turns = 0;
    if (url.size)
        return url;
    for (cl_node c = cl_dom_first_child(dom, n); c && turns < CHILDREN_MAX; c = cl_dom_next(dom, c), turns++) {
        const cl_slice inner =
            cl_dom_is(dom, c, CL_TAG_SOURCE) || cl_dom_is(dom, c, CL_TAG_EMBED) ? FIRST(dom, c, own) : CL_SLICE_NONE;
        if (inner.size)
            return inner;
    }
    return CL_SLICE_NONE;
}

/* An element of AMP names what it shows by a number alone. */
static cl_slice amp_url(cl_making *m, cl_node n, uint32_t tag) {
    static const struct {
        uint32_t tag;
        const char *attribute, *before, *after;
    } kinds[] = {{CL_TAG_AMP_YOUTUBE, "data-videoid", "https://www.youtube.com/watch?v=", ""},
        {CL_TAG_AMP_TWITTER, "data-tweetid", "https://twitter.com/i/status/", ""},
        {CL_TAG_AMP_INSTAGRAM, "data-shortcode", "https://www.instagram.com/p/", "/"}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const cl_slice id = cl_dom_attr_named(m->dom, n, cl_slice_z(kinds[i].attribute));
        if (tag == kinds[i].tag && cl_url_whole(id))
            return id;
        if (tag == kinds[i].tag && id.size)
            return cl_join(cl_join(cl_slice_z(kinds[i].before), id, m->arena, &m->failed), cl_slice_z(kinds[i].after),
                m->arena, &m->failed);
    }
    return source_of(m->dom, n);
}

static medium read_element(cl_making *m, const cl_note *note) {
    static const char *const frames[] = {"src", "data-src", "data-lazy-src", "data-url", "data-iframe-src"};
    const cl_dom *const dom = m->dom;
    const uint32_t tag = cl_dom_html_tag(dom, note->node);
    medium found = {.title = cl_dom_attr(dom, note->node, CL_ATTR_TITLE)};
    if (tag == CL_TAG_VIDEO || tag == CL_TAG_AMP_VIDEO)
        found.type = "video";
    else if (tag == CL_TAG_AUDIO)
        found.type = "audio";
    if (tag == CL_TAG_IFRAME || tag == CL_TAG_AMP_IFRAME) {
        const cl_slice width = cl_dom_attr(dom, note->node, CL_ATTR_WIDTH);
        const cl_slice height = cl_dom_attr(dom, note->node, CL_ATTR_HEIGHT);
        if ((width.size && width.data[width.size - 1] != '%' && cl_leading_number(width, NULL) <= 1) ||
            (height.size && height.data[height.size - 1] != '%' && cl_leading_number(height, NULL) <= 1))
            return found; /* a counter */
        found.url = FIRST(dom, note->node, frames);
    } else {
        found.url = amp_url(m, note->node, tag);
    }
    return found;
}

/* The address of an embedded post: said by its box, or its last link, which is that of its date. */
static medium read_post(cl_making *m, const cl_note *note, uint32_t end_block) {
    static const char *const names[] = {"data-instgrm-permalink", "data-href", "data-url", "cite", "data-embed-url"};
    medium found = {.url = FIRST(m->dom, note->node, names)};
    const cl_blocks *const blocks = m->blocks;
    const bool quotation = cl_dom_is(m->dom, note->node, CL_TAG_BLOCKQUOTE);
    for (size_t i = cl_blocks_first_span(blocks, note->block);
         quotation && !found.url.size && i < blocks->spans.count && blocks->spans.at[i].block < end_block; i++)
        if (blocks->spans.at[i].type == CL_SPAN_LINK)
            found.title = cl_dom_attr(m->dom, blocks->spans.at[i].node, CL_ATTR_HREF);
    if (!found.url.size)
        found.url = found.title;
    found.title = CL_SLICE_NONE;
    found.type = quotation ? "post" : NULL;
    return found;
}

/* Where the box of an element ends: the first after its place whose node it is. */
static uint32_t end_of(const cl_making *m, const cl_note *note) {
    const cl_blocks *const blocks = m->blocks;
    if (note->block >= blocks->list.count)
        return note->block;
    uint32_t box = blocks->list.at[note->block].box;
    while (box && blocks->boxes.at[box].node != note->node)
        box = blocks->boxes.at[box].parent;
    return box ? blocks->boxes.at[box].end_block : note->block;
}

/* A title that players and scripts give to any frame. */
static bool says_nothing(cl_slice title) {
    static const char *const words[] = {
        "player", "iframe", "embed", "advert", "frame", "post message", "widget", "youtube"};
    return !title.size || (title.size < 40 && CL_CONTAINS_ANY(title, words));
}

static cl_slice caption_of(cl_making *m, const cl_note *note, const cl_place *place, cl_slice title) {
    const cl_box *const box = &m->blocks->boxes.at[place->box];
    const uint32_t begin = note->block < box->end_block ? note->block : box->first_block;
    for (uint32_t i = begin; place->captioned && i < box->end_block && i < begin + CAPTION_MAX; i++)
        if (m->labels->list.at[i].role == CL_ROLE_CAPTION)
            return m->blocks->list.at[i].text;
    title = cl_clean(title, m->arena, false, &m->failed);
    return says_nothing(title) ? CL_SLICE_NONE : title;
}

static bool is_document(cl_slice url) {
    const cl_url parts = cl_url_parts(url);
    return cl_ends(parts.path, CL_SLICE(".pdf"));
}

/* What is at a place, if it is of the story; false where it is not. */
static bool make(cl_making *m, const cl_note *note, cutline_media *to) {
    const cl_place place = cl_place_of(m->places, note);
    const bool post = note->kind == CL_NOTE_EMBED;
    if (!place.in_story && !(post && note->block >= m->places->first && note->block <= m->places->last))
        return false;
    const medium found = post ? read_post(m, note, end_of(m, note)) : read_element(m, note);
    if (!found.url.size)
        return false;
    const cl_slice url = cl_url_resolve(m->base, found.url, m->arena, &m->failed);
    const cl_provider *const provider = cl_provider_of(url);
    if (provider && !provider->name)
        return false;
    const char *const type = is_document(url)          ? "document"
                             : found.type && !provider ? found.type
                             : provider                ? provider->type
                                                       : "embed";
    /* A quotation that a known host does not serve is one only by its class; so is a box that is none. */
    if (post && !found.type && !provider)
        return false;
    *to = (cutline_media){.type = cl_slice_z(type),
        .url = url,
        .provider = provider ? cl_slice_z(provider->name) : CL_SLICE_NONE,
        .caption = post ? CL_SLICE_NONE : caption_of(m, note, &place, found.title),
        .block = cl_body_index(m, note->block)};
    return true;
}

void cl_make_media(cl_making *m) {
    size_t most = 0, count = 0;
    if (!m->dom || !m->places || m->places->first == CL_NO_BLOCK)
        return;
    for (size_t i = 0; i < m->blocks->notes.count && most < MEDIA_MAX; i++)
        most += m->blocks->notes.at[i].kind == CL_NOTE_MEDIA || m->blocks->notes.at[i].kind == CL_NOTE_EMBED;
    cutline_media *const media = most ? cl_arena_array(m->arena, most, sizeof *media) : NULL;
    m->failed |= most && !media;
    for (size_t i = 0; i < m->blocks->notes.count && count < most && !m->failed; i++) {
        const cl_note *const note = &m->blocks->notes.at[i];
        if ((note->kind != CL_NOTE_MEDIA && note->kind != CL_NOTE_EMBED) || !make(m, note, &media[count]))
            continue;
        bool again = false;
        for (size_t k = 0; k < count && !again; k++)
            again = cl_slice_equal(media[k].url, media[count].url);
        count += !again;
    }
    if (m->failed || !count)
        return;
    m->record->media.at = media;
    m->record->media.count = count;
}
