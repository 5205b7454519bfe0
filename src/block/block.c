#include "block/block.h"
#include "base/status.h"
#include "block/attributes.h"
#include "block/double_encoded.h"
#include "block/run.h"
#include "text/chars.h"

/* Bytes of text directly in a <noscript> from which on it is a story and no message. */
#define NOSCRIPT_STORY 400u

/* What an element is to the walk. The rest are boxes. */
enum kind {
    BOX,
    INLINE,
    LINK,
    BOLD,
    ITALIC,
    TIME,
    BREAK,
    RULE,
    SKIP,
    NOTHING,
    NOTE_META,
    NOTE_LINK,
    NOTE_TITLE,
    NOTE_BASE,
    SCRIPT
};

static const uint8_t kinds[CL_TAG_KNOWN] = {
    [CL_TAG_A] = LINK,
    [CL_TAG_B] = BOLD,
    [CL_TAG_STRONG] = BOLD,
    [CL_TAG_I] = ITALIC,
    [CL_TAG_EM] = ITALIC,
    [CL_TAG_TIME] = TIME,
    [CL_TAG_BR] = BREAK,
    [CL_TAG_HR] = RULE,
    [CL_TAG_META] = NOTE_META,
    [CL_TAG_LINK] = NOTE_LINK,
    [CL_TAG_TITLE] = NOTE_TITLE,
    [CL_TAG_SCRIPT] = SCRIPT,
    [CL_TAG_ABBR] = INLINE,
    [CL_TAG_ACRONYM] = INLINE,
    [CL_TAG_BDI] = INLINE,
    [CL_TAG_BDO] = INLINE,
    [CL_TAG_BIG] = INLINE,
    [CL_TAG_BLINK] = INLINE,
    [CL_TAG_CITE] = INLINE,
    [CL_TAG_CODE] = INLINE,
    [CL_TAG_DATA] = INLINE,
    [CL_TAG_DEL] = INLINE,
    [CL_TAG_DFN] = INLINE,
    [CL_TAG_FONT] = INLINE,
    [CL_TAG_INS] = INLINE,
    [CL_TAG_KBD] = INLINE,
    [CL_TAG_MAP] = INLINE,
    [CL_TAG_NOSCRIPT] = INLINE, /* hidden: see enter() */
    [CL_TAG_MARK] = INLINE,
    [CL_TAG_NOBR] = INLINE,
    [CL_TAG_PICTURE] = INLINE,
    [CL_TAG_Q] = INLINE,
    [CL_TAG_RB] = INLINE,
    [CL_TAG_RUBY] = INLINE,
    [CL_TAG_S] = INLINE,
    [CL_TAG_SAMP] = INLINE,
    [CL_TAG_SMALL] = INLINE,
    [CL_TAG_SPAN] = INLINE,
    [CL_TAG_STRIKE] = INLINE,
    [CL_TAG_SUB] = INLINE,
    [CL_TAG_SUP] = INLINE,
    [CL_TAG_TT] = INLINE,
    [CL_TAG_U] = INLINE,
    [CL_TAG_VAR] = INLINE,
    /* ruby annotations say the word again */
    [CL_TAG_RP] = SKIP,
    [CL_TAG_RT] = SKIP,
    [CL_TAG_RTC] = SKIP,
    [CL_TAG_AREA] = NOTHING,
    [CL_TAG_BASE] = NOTE_BASE,
    [CL_TAG_BASEFONT] = NOTHING,
    [CL_TAG_COL] = NOTHING,
    [CL_TAG_EMBED] = NOTHING,
    [CL_TAG_IMG] = NOTHING,
    [CL_TAG_INPUT] = NOTHING,
    [CL_TAG_PARAM] = NOTHING,
    [CL_TAG_SOURCE] = NOTHING,
    [CL_TAG_TRACK] = NOTHING,
    [CL_TAG_WBR] = NOTHING,
    [CL_TAG_AUDIO] = SKIP,
    [CL_TAG_CANVAS] = SKIP,
    [CL_TAG_DATALIST] = SKIP,
    [CL_TAG_FRAMESET] = SKIP,
    [CL_TAG_IFRAME] = SKIP,
    [CL_TAG_METER] = SKIP,
    [CL_TAG_NOEMBED] = SKIP,
    [CL_TAG_NOFRAMES] = SKIP,
    [CL_TAG_OBJECT] = SKIP,
    [CL_TAG_PROGRESS] = SKIP,
    [CL_TAG_SELECT] = SKIP,
    [CL_TAG_STYLE] = SKIP,
    [CL_TAG_TEMPLATE] = SKIP,
    [CL_TAG_TEXTAREA] = SKIP,
    [CL_TAG_VIDEO] = SKIP,
};

/* An element that was entered and not left yet. */
typedef struct cl_open {
    uint32_t box;           /* of a box its number, of inline content 0 */
    uint32_t marks;         /* own */
    uint32_t chars;         /* of inline content: chars of the run when it began */
    uint32_t runs;          /* and which run that was */
    uint32_t inside_before; /* walk.inside and walk.how outside */
    uint8_t how_before;
    uint8_t spans; /* bit 1 << type: those that it began */
} open_element;

typedef struct walk {
    cl_blocks *to;
    const cl_dom *dom;
    cl_run run;
    uint32_t runs;   /* number of runs so far */
    uint32_t box;    /* the innermost */
    uint32_t inside; /* marks of inline elements that are open */
    unsigned how;    /* CL_RUN_ flags */
    uint8_t media;   /* passed since the last block began */
    bool titled;
    uint32_t spans[CL_SPAN_TYPES]; /* of each type the one that is open: its number and one, 0: none */
} walk;

cl_slice cl_block_type_name(uint8_t type) {
    static const char *const names[] = {
        "", "paragraph", "heading", "item", "quotation", "preformatted", "cell", "caption", "control"};
    return cl_slice_z(type < sizeof names / sizeof *names ? names[type] : names[0]);
}

void cl_blocks_init(cl_blocks *blocks, const cutline_allocator *allocator) {
    memset(blocks, 0, sizeof *blocks);
    blocks->allocator = allocator;
}

void cl_blocks_free(cl_blocks *blocks) {
    cl_vector_free(blocks->allocator, &blocks->list);
    cl_vector_free(blocks->allocator, &blocks->boxes);
    cl_vector_free(blocks->allocator, &blocks->notes);
    cl_vector_free(blocks->allocator, &blocks->spans);
    cl_vector_free(blocks->allocator, &blocks->text);
    cl_vector_free(blocks->allocator, &blocks->mended);
    cl_vector_free(blocks->allocator, &blocks->classes);
    cl_free(blocks->allocator, blocks->class_cache, sizeof *blocks->class_cache);
    blocks->class_cache = NULL;
    cl_vector_free(blocks->allocator, &blocks->offsets);
    cl_vector_free(blocks->allocator, &blocks->open);
}

static uint8_t one_more(uint8_t n) {
    return n < UINT8_MAX ? (uint8_t)(n + 1) : n;
}

/* Begins a span where the run is. */
static bool open_span(walk *w, cl_node n, uint8_t type) {
    cl_blocks *const to = w->to;
    if (!cl_vector_room(to->allocator, &to->spans))
        return false;
    const uint32_t at = (uint32_t)(to->text.count - w->run.begin);
    to->spans.at[to->spans.count++] = (cl_block_span){(uint32_t)to->list.count, at, at, n, type};
    w->spans[type] = (uint32_t)to->spans.count;
    return true;
}

/* Ends it there. The white space that stood before its first word is not of it. */
static void close_span(walk *w, uint8_t type) {
    cl_blocks *const to = w->to;
    cl_block_span *const span = &to->spans.at[w->spans[type] - 1];
    w->spans[type] = 0;
    span->end = (uint32_t)(to->text.count - w->run.begin);
    while (span->start < span->end && cl_is_space(to->text.at[w->run.begin + span->start]))
        span->start++;
    if (span->start >= span->end && span == &to->spans.at[to->spans.count - 1])
        to->spans.count--;
}

/* Ends the run; what there is of it becomes a block. */
static bool end_run(walk *w) {
    cl_blocks *const to = w->to;
    if (cl_run_empty(&w->run, &to->text)) {
        w->run.breaks = 0;
        w->run.space = false;
        w->run.block.anchors = 0;
        return true;
    }
    if (!cl_vector_room(to->allocator, &to->list) || !cl_vector_room(to->allocator, &to->offsets))
        return false;
    while (to->text.count > w->run.begin && cl_is_space(to->text.at[to->text.count - 1]))
        to->text.count--;
    const size_t size = to->text.count - w->run.begin;
    /* Spans that are open go on in the next run. */
    cl_node open[CL_SPAN_TYPES] = {0};
    for (uint8_t type = CL_SPAN_LINK; type < CL_SPAN_TYPES; type++) {
        if (!w->spans[type])
            continue;
        open[type] = to->spans.at[w->spans[type] - 1].node;
        close_span(w, type);
    }
    if (size) {
        const cl_box *const box = &to->boxes.at[w->box];
        cl_block b = w->run.block;
        b.text.size = size;
        b.box = w->box;
        b.type = box->type;
        b.level = box->level;
        b.marks = w->inside;
        b.media = w->media;
        w->media = 0;
        if ((uint64_t)w->run.covered * 10 >= (uint64_t)b.chars * 8)
            b.marks |= w->run.covers;
        to->boxes.at[w->box].chars += b.chars;
        to->boxes.at[w->box].links += b.links;
        to->offsets.at[to->offsets.count++] = (uint32_t)w->run.begin;
        to->list.at[to->list.count++] = b;
    }
    cl_run_start(&w->run, &to->text);
    w->runs++;
    for (uint8_t type = CL_SPAN_LINK; type < CL_SPAN_TYPES; type++)
        if (open[type] && !open_span(w, open[type], type))
            return false;
    return true;
}

/* Adds a text that was encoded twice, as it was before. */
static bool add_mended(walk *w, cl_slice data) {
    cl_blocks *const to = w->to;
    to->mended.count = 0;
    if (!cl_vector_reserve(to->allocator, &to->mended, data.size))
        return false;
    const size_t size = cl_undo_double_encoding(data, to->mended.at);
    return cl_run_add(to->allocator, &to->text, &w->run, cl_slice_of(to->mended.at, size), w->how);
}

static bool add_text(walk *w, cl_node n) {
    const cl_node_data *const d = cl_dom_at(w->dom, n);
    if (d->flags & CL_NODE_SPACE && !(w->how & CL_RUN_PRE)) {
        w->run.space = true;
        return true;
    }
    if (w->how & CL_RUN_HIDDEN)
        return true;
    if (!w->run.block.node) {
        w->run.block.node = n;
        w->run.block.offset = d->c;
    }
    w->run.block.last = n;
    const cl_slice data = cl_dom_data(w->dom, n);
    return cl_double_encoded(data) ? add_mended(w, data)
                                   : cl_run_add(w->to->allocator, &w->to->text, &w->run, data, w->how);
}

/* A second <br> in a row ends a block. */
static bool line_break(walk *w) {
    if (cl_run_empty(&w->run, &w->to->text))
        return true;
    if (w->how & CL_RUN_PRE)
        return cl_run_add(w->to->allocator, &w->to->text, &w->run, CL_SLICE("\n"), w->how);
    if (w->run.breaks)
        return end_run(w);
    w->run.breaks = 1;
    return true;
}

static bool note(walk *w, cl_node n, cl_note_kind kind) {
    cl_blocks *const to = w->to;
    if (!cl_vector_room(to->allocator, &to->notes))
        return false;
    to->notes.at[to->notes.count++] = (cl_note){n, (uint32_t)to->list.count, w->box, w->inside, (uint8_t)kind,
        (w->how & CL_RUN_LINK) != 0, (w->how & CL_RUN_HIDDEN) != 0};
    return true;
}

/* Marks of tags, and the type of blocks in a box. */
static void shape_box(cl_box *box, uint32_t tag, uint32_t number) {
    switch (tag) {
    case CL_TAG_NAV:
    case CL_TAG_MENU:
        box->marks |= CL_MARK_NAVIGATION;
        break;
    case CL_TAG_FOOTER:
        box->marks |= CL_MARK_FOOTER;
        break;
    case CL_TAG_HEADER:
        box->marks |= CL_MARK_HEADER;
        break;
    case CL_TAG_ASIDE:
        box->marks |= CL_MARK_ASIDE;
        break;
    case CL_TAG_MAIN:
        box->marks |= CL_MARK_MAIN;
        break;
    case CL_TAG_ARTICLE:
        box->marks |= CL_MARK_ARTICLE;
        break;
    case CL_TAG_FORM:
    case CL_TAG_DIALOG:
    case CL_TAG_FIELDSET:
        box->marks |= CL_MARK_FORM;
        break;
    case CL_TAG_FIGURE:
        box->marks |= CL_MARK_FIGURE;
        break;
    case CL_TAG_FIGCAPTION:
    case CL_TAG_CAPTION:
        box->marks |= CL_MARK_CAPTION;
        box->type = CL_BLOCK_CAPTION;
        break;
    case CL_TAG_BUTTON:
    case CL_TAG_LABEL:
    case CL_TAG_LEGEND:
    case CL_TAG_OPTION:
        box->type = CL_BLOCK_CONTROL;
        break;
    case CL_TAG_BLOCKQUOTE:
        box->marks |= CL_MARK_QUOTATION;
        box->type = CL_BLOCK_QUOTATION;
        break;
    case CL_TAG_PRE:
    case CL_TAG_LISTING:
    case CL_TAG_XMP:
    case CL_TAG_PLAINTEXT:
        box->type = CL_BLOCK_PREFORMATTED;
        break;
    case CL_TAG_UL:
    case CL_TAG_OL:
    case CL_TAG_DL:
    case CL_TAG_TABLE:
        box->list = number;
        box->row = 0;
        break;
    case CL_TAG_LI:
    case CL_TAG_DT:
    case CL_TAG_DD:
        box->row = number;
        box->type = CL_BLOCK_ITEM;
        break;
    case CL_TAG_TR:
        box->row = number;
        break;
    case CL_TAG_TD:
    case CL_TAG_TH:
        box->type = CL_BLOCK_CELL;
        break;
    case CL_TAG_H1:
    case CL_TAG_H2:
    case CL_TAG_H3:
    case CL_TAG_H4:
    case CL_TAG_H5:
    case CL_TAG_H6:
        box->type = CL_BLOCK_HEADING;
        box->level = (uint8_t)(tag - CL_TAG_H1 + 1);
        break;
    default:
        break;
    }
}

static bool open_box(walk *w, cl_node n, uint32_t tag, const cl_attributes *said) {
    cl_blocks *const to = w->to;
    if (!end_run(w) || !cl_vector_room(to->allocator, &to->boxes))
        return false;
    const uint32_t number = (uint32_t)to->boxes.count++;
    const cl_box *const around = &to->boxes.at[w->box];
    cl_box *const box = &to->boxes.at[number];
    *box = (cl_box){.parent = w->box,
        .first_block = (uint32_t)to->list.count,
        .node = n,
        .tag = tag,
        /* A page's own class names say what kind of page it is, not what a part of it is for. */
        .marks = tag == CL_TAG_HTML || tag == CL_TAG_BODY ? 0 : said->marks,
        .shape = (said->hash ^ tag) * 0x9e3779b1u,
        .list = around->list,
        .row = around->row,
        .depth = (uint16_t)(around->depth + (around->depth < UINT16_MAX)),
        .type = around->type,
        .level = around->level};
    if (said->hidden || said->aria_hidden || w->how & CL_RUN_HIDDEN)
        box->marks |= CL_MARK_HIDDEN;
    shape_box(box, tag, number);
    w->how &= ~CL_RUN_HIDDEN;
    if (box->type == CL_BLOCK_PREFORMATTED)
        w->how |= CL_RUN_PRE;
    w->box = number;
    return cl_attributes_keep(to, w->dom, box, &said->words);
}

/* Leaves a box. Where nothing was in it, it never was. */
static bool close_box(walk *w) {
    cl_blocks *const to = w->to;
    if (!end_run(w))
        return false;
    cl_box *const box = &to->boxes.at[w->box];
    box->end_block = (uint32_t)to->list.count;
    box->end_box = (uint32_t)to->boxes.count;
    const uint32_t parent = box->parent;
    if (w->box) {
        to->boxes.at[parent].chars += box->chars;
        to->boxes.at[parent].links += box->links;
        if (box->first_block == box->end_block) {
            to->boxes.count = w->box;
            to->classes.count = box->first_class;
            for (size_t i = to->notes.count; i > 0 && to->notes.at[i - 1].box == w->box; i--) {
                to->notes.at[i - 1].box = parent;
                to->notes.at[i - 1].marks |= box->marks;
            }
        }
    }
    w->box = parent;
    return true;
}

/* Parts of a heading that are elements with classes of their own are lines of their own to the eye, as a kicker in it
 * is: they are not glued. */
static void part_heading(walk *w, const cl_attributes *said) {
    if (said->hash && w->to->boxes.at[w->box].type == CL_BLOCK_HEADING)
        w->run.part = true;
}

/* The spans that an inline element begins; none within one of its type. */
static bool begin_spans(walk *w, cl_node n, open_element *e) {
    const unsigned how = w->how & ~(unsigned)e->how_before;
    const bool begins[CL_SPAN_TYPES] = {[CL_SPAN_LINK] = how & CL_RUN_LINK,
        [CL_SPAN_EMPHASIS] = how & CL_RUN_ITALIC,
        [CL_SPAN_STRONG] = how & CL_RUN_BOLD,
        [CL_SPAN_CREDIT] = (w->inside & ~e->inside_before & CL_MARK_CREDIT) != 0};
    for (uint8_t type = CL_SPAN_LINK; type < CL_SPAN_TYPES; type++) {
        if (!begins[type])
            continue;
        e->spans |= (uint8_t)(1u << type);
        if (!open_span(w, n, type))
            return false;
    }
    return true;
}

static void open_inline(walk *w, enum kind kind, const cl_attributes *said) {
    if (kind == LINK && said->href) {
        w->how |= CL_RUN_LINK;
        w->run.block.anchors = one_more(w->run.block.anchors);
    } else if (kind == BOLD) {
        w->how |= CL_RUN_BOLD;
    } else if (kind == ITALIC) {
        w->how |= CL_RUN_ITALIC;
    }
    if (said->hidden || said->marks & CL_MARK_HIDDEN)
        w->how |= CL_RUN_HIDDEN;
    part_heading(w, said);
    w->inside |= said->marks;
}

/* Leaves an inline element: whether it held nearly all of the run so far. */
static void close_inline(walk *w, const open_element *e) {
    for (uint8_t type = CL_SPAN_LINK; e->spans && type < CL_SPAN_TYPES; type++)
        if (e->spans >> type & 1)
            close_span(w, type);
    if (!e->marks || !w->run.block.chars)
        return;
    const uint32_t began = e->runs == w->runs ? e->chars : 0;
    const uint32_t chars = w->run.block.chars - began;
    if ((uint64_t)chars * 10 < (uint64_t)w->run.block.chars * 8)
        return;
    w->run.covers |= e->marks;
    w->run.covered = chars;
}

/* Whether an element of no known name is a box: those of the page's own making are (they have a hyphen). */
static enum kind kind_of(const cl_dom *dom, const cl_node_data *d) {
    if (d->ns == CUTLINE_NS_SVG)
        return SKIP;
    if (d->ns == CUTLINE_NS_MATHML)
        return d->tag == CL_TAG_ANNOTATION || d->tag == CL_TAG_ANNOTATION_XML ? SKIP : INLINE;
    if (d->tag < CL_TAG_KNOWN)
        return (enum kind)kinds[d->tag];
    const cl_slice name = cl_dom_tag_name(dom, d->tag);
    return name.size && memchr(name.data, '-', name.size) ? BOX : INLINE;
}

static bool note_script(walk *w, cl_node n) {
    const cl_slice type = cl_slice_trim(cl_dom_attr(w->dom, n, CL_ATTR_TYPE));
    const bool linked_data =
        cl_slice_equal_nocase(cl_slice_of(type.data, type.size < 19 ? type.size : 19), CL_SLICE("application/ld+json"));
    return note(w, n, linked_data ? CL_NOTE_JSON : CL_NOTE_SCRIPT);
}

/* An element without content for a block; false where there is no memory. */
static bool pass(walk *w, cl_node n, enum kind kind) {
    switch (kind) {
    case BREAK:
        return line_break(w);
    case RULE:
        return end_run(w);
    case NOTE_META:
        return note(w, n, CL_NOTE_META);
    case NOTE_LINK:
        return note(w, n, CL_NOTE_LINK);
    case NOTE_TITLE:
        if (w->titled)
            return true;
        w->titled = true;
        return note(w, n, CL_NOTE_TITLE);
    case NOTE_BASE:
        return note(w, n, CL_NOTE_BASE);
    case SCRIPT:
        return note_script(w, n);
    default:
        return true;
    }
}

/* Whether text stands in a <noscript> directly that is more than a word about scripts or a picture once more. */
static bool tells_without_scripts(const cl_dom *dom, cl_node noscript) {
    size_t size = 0;
    for (cl_node n = cl_dom_first_child(dom, noscript); n; n = cl_dom_next(dom, n)) {
        const cl_node_data *const d = cl_dom_at(dom, n);
        if (d->type == CUTLINE_NODE_TEXT && !(d->flags & CL_NODE_SPACE) &&
            !cl_attributes_have(cl_dom_data(dom, n), "<img"))
            size += cl_dom_data(dom, n).size;
    }
    return size >= NOSCRIPT_STORY;
}

static bool enter(walk *w, cl_node n, enum kind kind) {
    cl_blocks *const to = w->to;
    cl_attributes said;
    cl_attributes_read(w->dom, to->class_cache, n, &said);
    if ((said.item && !note(w, n, CL_NOTE_ITEM)) || (kind == TIME && !note(w, n, CL_NOTE_TIME)) ||
        ((said.author || (kind != BOX && said.marks & CL_MARK_BYLINE)) && !note(w, n, CL_NOTE_AUTHOR)) ||
        (said.tag && !note(w, n, CL_NOTE_TAG)) ||
        (kind != TIME && !said.item && said.titled && said.marks & CL_MARK_DATE && !note(w, n, CL_NOTE_DATE)))
        return false;
    if (kind == TIME)
        said.marks |= CL_MARK_DATE;
    const bool own = kind == BOX && cl_dom_at(w->dom, n)->tag >= CL_TAG_KNOWN;
    if ((said.background && !note(w, n, CL_NOTE_BACKGROUND)) || (own && said.source && !note(w, n, CL_NOTE_IMAGE)) ||
        (kind == BOX && said.marks & CL_MARK_EMBED && !note(w, n, CL_NOTE_EMBED)))
        return false;
    /* Not seen where scripts run; on some pages it is the only place where the story is. */
    if (cl_dom_at(w->dom, n)->tag == CL_TAG_NOSCRIPT) {
        if (tells_without_scripts(w->dom, n))
            kind = BOX;
        else
            said.hidden = true;
    }
    if (said.author)
        said.marks |= CL_MARK_BYLINE;
    if (!cl_vector_room(to->allocator, &to->open))
        return false;
    open_element *const e = &to->open.at[to->open.count++];
    *e = (open_element){.marks = said.marks,
        .chars = w->run.block.chars,
        .runs = w->runs,
        .how_before = (uint8_t)w->how,
        .inside_before = w->inside};
    if (kind != BOX) {
        open_inline(w, kind, &said);
        return begin_spans(w, n, e);
    }
    if (!open_box(w, n, cl_dom_at(w->dom, n)->tag, &said))
        return false;
    e->box = w->box;
    return true;
}

static bool leave(walk *w) {
    const open_element *const e = &w->to->open.at[--w->to->open.count];
    if (e->box) {
        if (!close_box(w))
            return false;
    } else {
        close_inline(w, e);
    }
    w->how = e->how_before;
    w->inside = e->inside_before;
    return true;
}

static bool is_media(const cl_node_data *d) {
    return d->ns == CUTLINE_NS_HTML && (d->tag == CL_TAG_IMG || d->tag == CL_TAG_VIDEO || d->tag == CL_TAG_IFRAME ||
                                           d->tag == CL_TAG_AUDIO || d->tag == CL_TAG_OBJECT);
}

/* Notes an element that shows something else than text. */
static bool note_media(walk *w, cl_node n, const cl_node_data *d) {
    if (d->ns != CUTLINE_NS_HTML)
        return true;
    switch (d->tag) {
    case CL_TAG_IMG:
    case CL_TAG_AMP_IMG:
        return note(w, n, CL_NOTE_IMAGE);
    case CL_TAG_VIDEO:
    case CL_TAG_AUDIO:
    case CL_TAG_IFRAME:
    case CL_TAG_EMBED:
    case CL_TAG_OBJECT:
    case CL_TAG_AMP_IFRAME:
    case CL_TAG_AMP_INSTAGRAM:
    case CL_TAG_AMP_TWITTER:
    case CL_TAG_AMP_VIDEO:
    case CL_TAG_AMP_YOUTUBE:
        return note(w, n, CL_NOTE_MEDIA);
    case CL_TAG_NOSCRIPT:
        return !cl_attributes_have(cl_dom_data(w->dom, d->first_child), "<img") || note(w, n, CL_NOTE_NOSCRIPT);
    default:
        return true;
    }
}

/* Document order, each element entered and left once. */
static bool walk_tree(walk *w) {
    const cl_dom *const dom = w->dom;
    cl_node n = cl_dom_first_child(dom, CL_NODE_DOCUMENT);
    while (n) {
        const cl_node_data *const d = cl_dom_at(dom, n);
        if (d->type == CUTLINE_NODE_TEXT) {
            if (!add_text(w, n))
                return false;
        } else if (d->type == CUTLINE_NODE_ELEMENT) {
            const enum kind kind = kind_of(dom, d);
            if (is_media(d))
                w->media = one_more(w->media);
            if (!note_media(w, n, d))
                return false;
            if (kind >= BREAK) {
                if (!pass(w, n, kind))
                    return false;
            } else {
                if (!enter(w, n, kind))
                    return false;
                if (d->first_child) {
                    n = d->first_child;
                    continue;
                }
                if (!leave(w))
                    return false;
            }
        }
        while (n && !cl_dom_next(dom, n)) {
            n = cl_dom_parent(dom, n);
            if (n <= CL_NODE_DOCUMENT)
                return true;
            if (!leave(w))
                return false;
        }
        n = cl_dom_next(dom, n);
    }
    return true;
}

static void clear(cl_blocks *blocks) {
    cl_vector_clear(blocks->allocator, &blocks->list);
    cl_vector_clear(blocks->allocator, &blocks->boxes);
    cl_vector_clear(blocks->allocator, &blocks->notes);
    cl_vector_clear(blocks->allocator, &blocks->spans);
    cl_vector_clear(blocks->allocator, &blocks->text);
    cl_vector_clear(blocks->allocator, &blocks->mended);
    cl_vector_clear(blocks->allocator, &blocks->classes);
    cl_vector_clear(blocks->allocator, &blocks->offsets);
    cl_vector_clear(blocks->allocator, &blocks->open);
}

static bool start(cl_blocks *blocks) {
    clear(blocks);
    if (!cl_vector_room(blocks->allocator, &blocks->boxes))
        return false;
    blocks->boxes.at[blocks->boxes.count++] = (cl_box){.node = CL_NODE_DOCUMENT, .type = CL_BLOCK_PARAGRAPH};
    return true;
}

/* The texts stay where they are from now on, with CL_TEXT_PAD bytes behind the last. */
static bool settle(cl_blocks *blocks) {
    if (blocks->text.capacity - blocks->text.count < CL_TEXT_PAD &&
        !cl_vector_grow(blocks->allocator, &blocks->text, CL_TEXT_PAD))
        return false;
    memset(blocks->text.at + blocks->text.count, 0, CL_TEXT_PAD);
    for (size_t i = 0; i < blocks->list.count; i++)
        blocks->list.at[i].text.data = blocks->text.at + blocks->offsets.at[i];
    cl_box *const page = &blocks->boxes.at[0];
    page->end_block = (uint32_t)blocks->list.count;
    page->end_box = (uint32_t)blocks->boxes.count;
    blocks->chars = page->chars;
    return true;
}

size_t cl_blocks_first_span(const cl_blocks *blocks, uint32_t block) {
    size_t low = 0, high = blocks->spans.count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (blocks->spans.at[middle].block < block)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* A cache in which nothing is. */
static bool start_cache(cl_blocks *blocks) {
    cl_class_cache *const cache =
        blocks->class_cache ? blocks->class_cache : cl_realloc(blocks->allocator, NULL, 0, sizeof *cache);
    blocks->class_cache = cache;
    if (cache)
        memset(cache, 0, sizeof *cache);
    return cache != NULL;
}

static cutline_status no_memory(cutline_error *error) {
    return cl_fail(error, CUTLINE_E_NOMEM, CUTLINE_STAGE_BLOCK, 0, NULL);
}

cutline_status cl_blocks_of_tree(cl_blocks *blocks, const cl_dom *dom, cutline_error *error) {
    if (!start(blocks) || !start_cache(blocks))
        return no_memory(error);
    walk w = {.to = blocks, .dom = dom};
    cl_run_start(&w.run, &blocks->text);
    return walk_tree(&w) && end_run(&w) && settle(blocks) ? CUTLINE_OK : no_memory(error);
}

/* What parts a unit from the one before stands between their texts, so that both can be made one (label/lines.c). */
static bool add_gap(cl_blocks *to, const cl_text *text, const cl_text_unit *unit) {
    if (!to->list.count || unit->cut == CL_CUT_NONE)
        return true;
    const cl_text_part *const part = &text->parts.at[unit->first_part];
    const cl_slice before = cl_slice_of(to->text.at, to->text.count);
    const char gap = ' ';
    return (unit->cut == CL_CUT_LINE && cl_text_tight(before, cl_slice_of(part->data, part->size))) ||
           cl_buffer_put(to->allocator, &to->text, &gap, 1);
}

/* A unit's parts become a block, where there is anything in them. */
static bool add_unit(walk *w, const cl_text *text, const cl_text_unit *unit) {
    cl_blocks *const to = w->to;
    const size_t before = to->list.count, end = to->text.count;
    if (unit->first_part == unit->end_part)
        return true;
    if (!add_gap(to, text, unit))
        return false;
    cl_run_start(&w->run, &to->text);
    w->run.block.offset = unit->offset;
    for (uint32_t i = unit->first_part; i < unit->end_part; i++) {
        const cl_text_part *const part = &text->parts.at[i];
        if (part->how & CL_PART_ANCHOR)
            w->run.block.anchors = one_more(w->run.block.anchors);
        const unsigned how = (part->how & CL_PART_LINK ? CL_RUN_LINK : 0) |
                             (part->how & CL_PART_BOLD ? CL_RUN_BOLD : 0) |
                             (part->how & CL_PART_ITALIC ? CL_RUN_ITALIC : 0);
        if (!(part->how & CL_PART_OUT) &&
            !cl_run_add(to->allocator, &to->text, &w->run, cl_slice_of(part->data, part->size), how))
            return false;
    }
    if (!end_run(w))
        return false;
    if (to->list.count == before) {
        to->text.count = end;
        return true;
    }
    cl_block *const block = &to->list.at[before];
    block->level = unit->level;
    block->type = unit->level       ? CL_BLOCK_HEADING
                  : unit->item      ? CL_BLOCK_ITEM
                  : unit->quotation ? CL_BLOCK_QUOTATION
                                    : CL_BLOCK_PARAGRAPH;
    return true;
}

cutline_status cl_blocks_of_text(cl_blocks *blocks, cl_text *text, cutline_error *error) {
    if (!start(blocks))
        return no_memory(error);
    walk w = {.to = blocks};
    cl_run_start(&w.run, &blocks->text);
    size_t kept = 0;
    for (size_t i = 0; i < text->units.count; i++) {
        const cl_text_unit unit = text->units.at[i];
        if (!add_unit(&w, text, &unit))
            return no_memory(error);
        if (blocks->list.count > kept)
            text->units.at[kept++] = unit;
    }
    text->units.count = kept;
    return settle(blocks) ? CUTLINE_OK : no_memory(error);
}
