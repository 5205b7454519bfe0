/* The images of the story.
 *
 * Which of the page's are its own is told by the roles of the blocks around them: an image in a box with a caption, or
 * in the run of the story, is; one in a box that leads elsewhere is not. */
#include "base/url.h"
#include "record/credit.h"
#include "record/fields.h"
#include "record/image_objects.h"
#include "record/image_source.h"
#include "record/place.h"
#include "record/string.h"

#define ICON_MAX      80u  /* pixels: what is shown no larger is no picture of the story */
#define LINKED_MIN    240u /* and what is a link and not in a figure, no smaller */
#define CREDIT_BEHIND 3u
#define CAPTION_MAX   8u /* blocks of a caption */
#define IMAGES_MAX    10000u
#define CREDIT_MAX    120u
#define SAID_MAX      1000u /* bytes of an attribute that is read for a caption or a credit */

/* An image that may be the story's. */
typedef struct candidate {
    const cl_note *note;
    cl_image_source source;
    uint64_t key;
    cl_place place;
} candidate;

typedef struct making_images {
    cl_making *m;
    candidate *found;
    size_t count;
    cl_image_objects objects;
} making_images;

/* ---- which images */

/* Whether `word` stands in `s`, with no letter before or after it but for an "s". */
static bool has_word(cl_slice s, const char *word) {
    const size_t n = strlen(word);
    for (size_t i = 0; i + n <= s.size; i++) {
        if (cl_ascii_lower(s.data[i]) != word[0] ||
            !cl_slice_equal_nocase(cl_slice_of(s.data + i, n), cl_slice_of(word, n)))
            continue;
        const size_t end = i + n + (i + n < s.size && s.data[i + n] == 's');
        const bool before = i && (unsigned char)((s.data[i - 1] | 32) - 'a') < 26;
        const bool after = end < s.size && (unsigned char)((s.data[end] | 32) - 'a') < 26;
        if (!before && !after)
            return true;
    }
    return false;
}

/* The same of one of many words; most strings have none of them even as a part. */
static bool has_one_of(cl_slice s, const char *const *words, size_t count) {
    if (!cl_contains_any(s, words, count))
        return false;
    for (size_t i = 0; i < count; i++)
        if (has_word(s, words[i]))
            return true;
    return false;
}

/* Whether a name in an address, or a class, is that of a sign and not of a picture. */
static bool names_sign(cl_slice url, cl_slice names) {
    static const char *const in_name[] = {"logo", "icon", "favicon", "avatar", "sprite", "emoji", "smiley", "badge",
        "button", "btn", "tracking", "arrow", "share", "facebook", "twitter", "whatsapp", "author", "paypal"};
    static const char *const in_address[] = {"gravatar.com", "/avatar", "/emoji", "/icons/", "doubleclick", "/pixel.",
        "/pixel/", "scorecardresearch", "facebook.com/tr", "google-analytics", "/count", "analytics.", "/stat.",
        "/smilies/", "/authors/", "/autoren/", "/author/", "/profiles/", "/agency/"};
    static const char *const in_class[] = {"avatar", "logo", "icon", "emoji", "smiley", "author", "byline"};
    const cl_slice name = cl_image_name(url), path = cl_image_path(url);
    if (name.size < 30 && has_one_of(name, in_name, sizeof in_name / sizeof *in_name))
        return true;
    if (path.size < 2000 && CL_CONTAINS_ANY(path, in_address))
        return true;
    if (names.size < 400 && has_one_of(names, in_class, sizeof in_class / sizeof *in_class))
        return true;
    return cl_ends(path, CL_SLICE(".svg"));
}

static bool is_small(const cl_image_source *s) {
    return (s->shown_width && s->shown_width <= ICON_MAX) || (s->shown_height && s->shown_height <= ICON_MAX) ||
           (s->width && s->width <= ICON_MAX);
}

/* Whether an image at a place of the story's is one of its pictures. */
static bool accept_source(const candidate *c) {
    return c->source.url.size && !is_small(&c->source) && !names_sign(c->source.url, c->source.names) &&
           !(c->note->linked && !c->place.figure && !c->place.captioned && c->source.shown_width < LINKED_MIN);
}

/* One that is here already: a larger or another cut of it, or a copy for browsers without scripts. */
static candidate *find_same(making_images *w, const candidate *c, uint32_t *slots, size_t mask) {
    size_t slot = (size_t)(c->key * UINT64_C(0x9e3779b97f4a7c15) >> 32) & mask;
    for (; slots[slot]; slot = (slot + 1) & mask)
        if (w->found[slots[slot] - 1].key == c->key)
            return &w->found[slots[slot] - 1];
    candidate *const last = w->count ? &w->found[w->count - 1] : NULL;
    if (last && last->note->block == c->note->block && last->source.url.size &&
        ((c->note->hidden && last->note->box == c->note->box) ||
            (c->source.alt.size && cl_slice_equal(c->source.alt, last->source.alt))))
        return last;
    slots[slot] = (uint32_t)w->count + 1;
    return NULL;
}

static void merge(candidate *into, const candidate *c) {
    if (c->source.width > into->source.width) {
        into->source.url = c->source.url;
        into->source.width = c->source.width;
        into->source.height = c->source.height;
    }
    if (!into->source.alt.size)
        into->source.alt = c->source.alt;
    if (c->place.captioned && !into->place.captioned) {
        into->note = c->note;
        into->place = c->place;
    }
}

static cl_image_source read_source(const making_images *w, const cl_note *note, cl_node *picture) {
    const cl_dom *const dom = w->m->dom;
    switch ((cl_note_kind)note->kind) {
    case CL_NOTE_IMAGE: {
        /* However many images a <picture> has, its sources are read once. */
        const cl_node parent = cl_dom_parent(dom, note->node);
        const bool sources = parent != *picture;
        *picture = parent;
        return cl_image_source_of(dom, note->node, sources);
    }
    case CL_NOTE_BACKGROUND:
        return cl_image_source_of_background(dom, note->node);
    case CL_NOTE_NOSCRIPT:
        return cl_image_source_of_markup(cl_dom_data(dom, cl_dom_first_child(dom, note->node)));
    default:
        return (cl_image_source){0};
    }
}

static bool collect(making_images *w) {
    const cl_blocks *const blocks = w->m->blocks;
    size_t most = 0, slot_count = 16;
    for (size_t i = 0; i < blocks->notes.count && most < IMAGES_MAX; i++)
        most += blocks->notes.at[i].kind == CL_NOTE_IMAGE || blocks->notes.at[i].kind == CL_NOTE_BACKGROUND ||
                blocks->notes.at[i].kind == CL_NOTE_NOSCRIPT;
    while (slot_count < 2 * most)
        slot_count *= 2;
    w->found = cl_arena_array(w->m->arena, most, sizeof *w->found);
    uint32_t *const slots = cl_arena_array(w->m->arena, slot_count, sizeof *slots);
    if (!w->found || !slots)
        return false;
    cl_node picture = CL_NODE_NONE;
    for (size_t i = 0; i < blocks->notes.count && w->count < most; i++) {
        const cl_note *const note = &blocks->notes.at[i];
        candidate c = {.note = note};
        if (note->kind != CL_NOTE_IMAGE && note->kind != CL_NOTE_BACKGROUND && note->kind != CL_NOTE_NOSCRIPT)
            continue;
        c.place = cl_place_of(w->m->places, note);
        if (!c.place.in_story)
            continue;
        c.source = read_source(w, note, &picture);
        if (!accept_source(&c))
            continue;
        c.key = cl_image_key(c.source.url);
        candidate *const same = find_same(w, &c, slots, slot_count - 1);
        if (same)
            merge(same, &c);
        else
            w->found[w->count++] = c;
    }
    return true;
}

/* ---- their captions */

typedef struct words {
    cl_slice caption, credit;
} words;

static cl_slice join(making_images *w, cl_slice a, cl_slice b) {
    if (!a.size || !b.size)
        return a.size ? a : b;
    if (cl_slice_equal(a, b) || (a.size > b.size && cl_ends(a, b)))
        return a;
    return cl_join(cl_join(a, CL_SLICE(" "), w->m->arena, &w->m->failed), b, w->m->arena, &w->m->failed);
}

/* A credit that an element of its own marks in a caption. */
static const cl_block_span *credit_span(const making_images *w, uint32_t block) {
    const cl_blocks *const blocks = w->m->blocks;
    for (size_t i = cl_blocks_first_span(blocks, block); i < blocks->spans.count && blocks->spans.at[i].block == block;
         i++)
        if (blocks->spans.at[i].type == CL_SPAN_CREDIT && blocks->spans.at[i].start < blocks->spans.at[i].end)
            return &blocks->spans.at[i];
    return NULL;
}

/* Where in a caption's text the last element begins that holds the end of it; its size where none does. */
static size_t last_element(making_images *w, const cl_block *b) {
    const cl_dom *const dom = w->m->dom;
    if (!dom)
        return b->text.size;
    const cl_node parent = cl_dom_parent(dom, b->last);
    if (b->last == b->node || cl_dom_first_child(dom, parent) != b->last || cl_dom_next(dom, b->last))
        return b->text.size;
    const cl_slice tail = cl_clean(cl_dom_data(dom, b->last), w->m->arena, false, &w->m->failed);
    return tail.size && cl_ends(b->text, tail) ? b->text.size - tail.size : b->text.size;
}

/* Whether the class of the element that a text stands in is that of a credit. */
static bool in_credit(const making_images *w, cl_node text) {
    static const char *const names[] = {"author", "autor", "auteur", "source", "fuente", "fonte", "quelle", "credit",
        "copyright", "photographer", "agency", "agencia", "rights"};
    const cl_slice class =
        w->m->dom ? cl_dom_attr(w->m->dom, cl_dom_parent(w->m->dom, text), CL_ATTR_CLASS) : CL_SLICE_NONE;
    return class.size < 400 && has_one_of(class, names, sizeof names / sizeof *names) && !has_word(class, "caption");
}

/* Where in a caption's text the element ends that is a credit and holds its beginning; 0 where none does. */
static size_t first_credit(making_images *w, const cl_block *b) {
    if (!in_credit(w, b->node) || cl_dom_next(w->m->dom, b->node))
        return 0;
    const cl_slice head = cl_clean(cl_dom_data(w->m->dom, b->node), w->m->arena, false, &w->m->failed);
    return head.size && head.size <= CREDIT_MAX && cl_begins(b->text, head) ? head.size : 0;
}

/* Whether the end of a caption that an element holds is its credit: by its words, by the element's class, or since
 * it is glued to the words before it. */
static bool is_credit(const making_images *w, const cl_block *b, size_t at) {
    static const char *const names[] = {"author", "autor", "auteur", "source", "fuente", "fonte", "quelle", "credit",
        "copyright", "photographer", "agency", "agencia", "foto", "photo", "rights", "signature", "firma"};
    const cl_slice tail = cl_slice_of(b->text.data + at, b->text.size - at);
    if (at == 0 || at >= b->text.size || tail.size > CREDIT_MAX)
        return false;
    const cl_slice class = cl_dom_attr(w->m->dom, cl_dom_parent(w->m->dom, b->last), CL_ATTR_CLASS);
    if (class.size < 400 && CL_CONTAINS_ANY(class, names))
        return true;
    const unsigned char before = (unsigned char)b->text.data[at - 1], first = (unsigned char)tail.data[0];
    const bool glued = before != ' ' && before != '\n' && before != '(' && first != '.' && first != ',' && first != ')';
    return glued || cl_looks_like_credit(tail);
}

static void add_block(making_images *w, uint32_t block, words *to) {
    const cl_block *const b = &w->m->blocks->list.at[block];
    const cl_role role = cl_block_role(w->m, block);
    const cl_block_span *const span = role == CL_ROLE_CREDIT ? NULL : credit_span(w, block);
    words own = {0};
    cl_slice more = CL_SLICE_NONE;
    size_t begin = b->text.size, end = b->text.size;
    if (span && span->end <= b->text.size) {
        begin = span->start;
        end = span->end;
    } else if (is_credit(w, b, last_element(w, b))) {
        begin = last_element(w, b);
    } else if (role != CL_ROLE_CREDIT && first_credit(w, b)) {
        begin = 0;
        end = first_credit(w, b);
    }
    if (begin < end && (begin > 0 || end < b->text.size)) {
        const cl_slice head = cl_slice_of(b->text.data, begin);
        const cl_slice tail = cl_slice_of(b->text.data + end, b->text.size - end);
        cl_caption_split(head.size >= tail.size ? cl_caption_trim(head) : tail, &own.caption, &more);
        own.credit = join(w, more, cl_slice_of(b->text.data + begin, end - begin));
    } else if (span || role == CL_ROLE_CREDIT || (!begin && end) ||
               w->m->blocks->boxes.at[b->box].marks & CL_MARK_CREDIT) {
        cl_credit_split(b->text, &own.caption, &own.credit);
    } else {
        cl_caption_split(b->text, &own.caption, &own.credit);
    }
    to->caption = join(w, to->caption, own.caption);
    to->credit = join(w, to->credit, own.credit);
}

/* The credit right behind the box of an image, where only the caption once more stands between. */
static void read_credit_behind(making_images *w, uint32_t from, size_t index, words *found) {
    const cl_blocks *const blocks = w->m->blocks;
    for (uint32_t i = from; i < blocks->list.count && i < from + CREDIT_BEHIND; i++) {
        if (index + 1 < w->count && w->found[index + 1].note->block <= i)
            return;
        if (cl_block_role(w->m, i) == CL_ROLE_CREDIT) {
            cl_slice caption = CL_SLICE_NONE;
            cl_credit_split(blocks->list.at[i].text, &caption, &found->credit);
            return;
        }
        if (!cl_slice_equal(blocks->list.at[i].text, found->caption))
            return;
    }
}

/* The blocks that belong to an image: in its box, up to the next image; without such a box those that follow it. */
static words read_caption(making_images *w, size_t index) {
    const candidate *const c = &w->found[index];
    const cl_blocks *const blocks = w->m->blocks;
    const cl_box *const box = &blocks->boxes.at[c->place.box];
    words found = {0};
    uint32_t begin = c->note->block, end = begin + CAPTION_MAX;
    if (c->place.captioned) {
        const bool first = index == 0 || w->found[index - 1].note->block <= box->first_block;
        if (begin >= box->end_block || (first && begin > box->first_block && begin - box->first_block < CAPTION_MAX))
            begin = box->first_block; /* a caption over its image */
        end = box->end_block < end ? box->end_block : end;
    }
    if (index + 1 < w->count && w->found[index + 1].note->block > c->note->block &&
        w->found[index + 1].note->block < end)
        end = w->found[index + 1].note->block;
    end = end > blocks->list.count ? (uint32_t)blocks->list.count : end;
    for (uint32_t i = begin; i < end; i++) {
        const bool is = cl_is_caption(cl_block_role(w->m, i)) ||
                        (blocks->list.at[i].type == CL_BLOCK_CAPTION && !cl_leads_away(cl_block_role(w->m, i)));
        if (is)
            add_block(w, i, &found);
        else if (!c->place.captioned)
            break;
    }
    if (c->place.captioned && found.caption.size && !found.credit.size)
        read_credit_behind(w, box->end_block, index, &found);
    return found;
}

/* ---- the list */

static cl_slice clean(making_images *w, cl_slice s) {
    const cl_slice text = cl_clean(s, w->m->arena, false, &w->m->failed);
    return text.size ? text : CL_SLICE_NONE;
}

static void set_words(making_images *w, cutline_image *to, words found, const candidate *c) {
    const cl_image_object *const object = cl_image_objects_find(&w->objects, c->key);
    /* What the element says is used for what no block does; its alternative text often ends in the credit. */
    const cl_slice said[] = {c->source.caption, c->source.credit, c->source.title, c->source.alt};
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        words own = {0};
        if ((found.credit.size && (i > 0 || found.caption.size)) || !said[i].size || said[i].size > SAID_MAX)
            continue;
        cl_caption_split(clean(w, said[i]), &own.caption, &own.credit);
        if (i == 0 && !found.caption.size)
            found.caption = own.caption;
        if (i == 1 && !own.credit.size)
            own.credit = own.caption;
        if (!found.credit.size)
            found.credit = own.credit;
    }
    if (object && !found.caption.size)
        found.caption = object->caption;
    if (object && !found.credit.size)
        found.credit = object->credit;
    to->caption = clean(w, cl_caption_trim(found.caption));
    to->credit = clean(w, cl_credit_clean(found.credit));
    if (object && !to->width && !to->height) {
        to->width = object->width;
        to->height = object->height;
    }
}

static void make(making_images *w, size_t index, cutline_image *to) {
    const candidate *const c = &w->found[index];
    *to = (cutline_image){.url = cl_url_resolve(w->m->base, c->source.url, w->m->arena, &w->m->failed),
        .alt = clean(w, c->source.alt),
        .width = c->source.width,
        .height = c->source.height,
        .block = cl_body_index(w->m, c->note->block)};
    set_words(w, to, read_caption(w, index), c);
}

/* Whether the image that a page names for itself is a picture: not its logo. */
static bool is_picture(const making_images *w, cl_slice url) {
    const cl_slice width = w->m->data->meta[CL_META_IMAGE_WIDTH].value;
    const bool small = width.size && (width.size < 2 || (width.size == 2 && width.data[0] <= '9'));
    return url.size && !small && !cl_image_placeholder(url) && !names_sign(url, CL_SLICE_NONE);
}

/* The image that a page names for itself is the lead; else the first before or at the beginning of the body. */
static void mark_lead(making_images *w, cutline_image *images, size_t *count) {
    const cl_slice said = w->m->data->meta[CL_META_IMAGE].value;
    const cl_slice url = said.size ? said : w->objects.lead;
    const bool picture = is_picture(w, url);
    const uint64_t key = picture ? cl_image_key(url) : 0;
    size_t same = 0;
    while (picture && same < w->count && w->found[same].key != key)
        same++;
    if (picture && same < w->count) {
        const uint32_t width = cl_leading_number(w->m->data->meta[CL_META_IMAGE_WIDTH].value, NULL);
        images[same].lead = 1;
        if (!width || width >= images[same].width) {
            images[same].url = cl_url_resolve(w->m->base, url, w->m->arena, &w->m->failed);
            images[same].width = width;
            images[same].height = width ? cl_leading_number(w->m->data->meta[CL_META_IMAGE_HEIGHT].value, NULL) : 0;
        }
        return;
    }
    if (picture) {
        memmove(images + 1, images, *count * sizeof *images);
        const candidate c = {.key = key};
        images[0] = (cutline_image){.url = cl_url_resolve(w->m->base, url, w->m->arena, &w->m->failed),
            .alt = said.size ? w->m->data->meta[CL_META_IMAGE_ALT].value : CL_SLICE_NONE,
            .lead = 1,
            .block = CUTLINE_NO_BLOCK};
        set_words(w, &images[0], (words){0}, &c);
        ++*count;
        return;
    }
    if (*count && images[0].block <= 1)
        images[0].lead = 1;
}

/* Flattened text has lost its images, but not their captions; many are there twice, as the alternative text and below
 * the image. */
static void make_of_lines(making_images *w) {
    const cl_making *const m = w->m;
    size_t most = 0, count = 0;
    for (size_t i = 0; i < m->labels->list.count && most < IMAGES_MAX; i++)
        most += cl_is_caption((cl_role)m->labels->list.at[i].role);
    cutline_image *const images = most ? cl_arena_array(m->arena, most, sizeof *images) : NULL;
    w->m->failed |= most && !images;
    bool after_caption = false; /* a credit on a line of its own is that of the caption before it */
    for (uint32_t i = 0; i < m->labels->list.count && count < most && !m->failed; i++) {
        const cl_role role = cl_block_role(w->m, i);
        words found = {0};
        if (cl_is_caption(role)) {
            add_block(w, i, &found);
            cutline_image *const last = count ? &images[count - 1] : NULL;
            const bool again = last && cl_slice_equal(last->caption, found.caption);
            if (last && after_caption && (again || !found.caption.size)) {
                if (!last->credit.size)
                    last->credit = clean(w, cl_credit_clean(found.credit));
            } else {
                images[count++] = (cutline_image){.caption = clean(w, cl_caption_trim(found.caption)),
                    .credit = clean(w, cl_credit_clean(found.credit)),
                    .block = cl_body_index(m, i)};
            }
        }
        after_caption = cl_is_caption(role);
    }
    if (!count)
        return;
    w->m->record->images.at = images;
    w->m->record->images.count = count;
    w->m->record->from.images = CL_FROM_TEXT;
}

void cl_make_images(cl_making *m) {
    making_images w = {.m = m};
    if (!m->dom) {
        make_of_lines(&w);
        return;
    }
    if (!m->places)
        return;
    if (!collect(&w) || !cl_image_objects_read(&w.objects, m)) {
        m->failed = true;
        return;
    }
    cutline_image *const images = cl_arena_array(m->arena, w.count + 1, sizeof *images);
    m->failed |= !images;
    for (size_t i = 0; i < w.count && !m->failed; i++)
        make(&w, i, &images[i]);
    size_t count = w.count;
    if (!m->failed)
        mark_lead(&w, images, &count);
    if (m->failed || !count)
        return;
    m->record->images.at = images;
    m->record->images.count = count;
    m->record->from.images = w.count ? CL_FROM_VISIBLE : CL_FROM_META;
}
