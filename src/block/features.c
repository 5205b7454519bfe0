#include "block/features.h"
#include "base/status.h"

#define GOOD_CHARS     80u /* as in the study of these pages: 80 letters, an end of a sentence, under 30 % in links */
#define GOOD_LINKS     0.3f
#define CORE_SHARE     0.6f /* of the mass that the core has to hold */
#define WRONG_SHARE    0.6f /* share of the mass with which a box's marks against the body can't be right */
#define LOUD_WEIGHT    0.1f /* of mass under CL_MARKS_OUT */
#define AGAINST_WEIGHT 0.3f
#define GRAND_WEIGHT   0.5f /* of the mass of a frame's children for the frame around it */

void cl_features_init(cl_features *features, const cutline_allocator *allocator) {
    memset(features, 0, sizeof *features);
    features->allocator = allocator;
}

void cl_features_free(cl_features *features) {
    const cutline_allocator *const a = features->allocator;
    cl_vector_free(a, &features->boxes);
    cl_vector_free(a, &features->list);
    cl_vector_free(a, &features->shapes);
    cl_vector_free(a, &features->texts);
    cl_vector_free(a, &features->grams);
    cl_free(a, features->around, sizeof *features->around);
    features->around = NULL;
}

/* Whether a box is a paragraph or the like, which others hold. */
static bool leaf(uint32_t tag) {
    switch (tag) {
    case CL_TAG_P:
    case CL_TAG_LI:
    case CL_TAG_H1:
    case CL_TAG_H2:
    case CL_TAG_H3:
    case CL_TAG_H4:
    case CL_TAG_H5:
    case CL_TAG_H6:
    case CL_TAG_DD:
    case CL_TAG_DT:
    case CL_TAG_PRE:
    case CL_TAG_TD:
    case CL_TAG_TH:
    case CL_TAG_BLOCKQUOTE:
    case CL_TAG_ADDRESS:
        return true;
    default:
        return false;
    }
}

uint32_t cl_features_frame(const cl_blocks *blocks, uint32_t box) {
    const cl_box *const b = &blocks->boxes.at[box];
    return leaf(b->tag) || b->end_block - b->first_block == 1 ? b->parent : box;
}

static bool is_good(const cl_block *b) {
    return b->chars >= GOOD_CHARS && b->sentences && (float)b->links < GOOD_LINKS * (float)b->chars;
}

static uint8_t one_more(uint8_t n, bool more) {
    return (uint8_t)(n + (more && n < UINT8_MAX));
}

/* Bits of cl_box_facts.tags follow the columns in_p and so on. */
static uint32_t tag_bits(const cl_box *box) {
#define IN(name) (1u << (CL_X_in_##name - CL_X_in_p))
    switch (box->tag) {
    case CL_TAG_P:
        return IN(p);
    case CL_TAG_LI:
        return IN(li);
    case CL_TAG_UL:
        return IN(ul);
    case CL_TAG_OL:
        return IN(ol);
    case CL_TAG_DL:
        return IN(dl);
    case CL_TAG_TABLE:
        return IN(table);
    case CL_TAG_FIGURE:
        return IN(figure);
    case CL_TAG_FIGCAPTION:
        return IN(figcaption);
    case CL_TAG_BLOCKQUOTE:
        return IN(blockquote);
    case CL_TAG_ASIDE:
        return IN(aside);
    case CL_TAG_HEADER:
        return IN(header);
    case CL_TAG_FOOTER:
        return IN(footer);
    case CL_TAG_NAV:
        return IN(nav);
    case CL_TAG_MAIN:
        return IN(main);
    case CL_TAG_ARTICLE:
        return IN(article);
    case CL_TAG_SECTION:
        return IN(section);
    case CL_TAG_FORM:
        return IN(form);
    case CL_TAG_BUTTON:
    case CL_TAG_LABEL:
        return IN(button);
    case CL_TAG_DETAILS:
    case CL_TAG_SUMMARY:
        return IN(details);
    case CL_TAG_ADDRESS:
        return IN(address);
    default:
        if (box->tag >= CL_TAG_H1 && box->tag <= CL_TAG_H6)
            return IN(heading);
        return box->tag >= CL_TAG_KNOWN ? IN(own) : 0;
    }
#undef IN
}

/* What comes down to each box from those around it; a box comes before those inside it. */
static void inherit(cl_features *f) {
    const cl_blocks *const blocks = f->blocks;
    for (uint32_t i = 0; i < blocks->boxes.count; i++) {
        const cl_box *const box = &blocks->boxes.at[i];
        cl_box_facts *const to = &f->boxes.at[i];
        if (i)
            *to = f->boxes.at[box->parent];
        to->mass = to->weighed = to->direct = 0;
        to->around |= box->marks;
        to->tags |= tag_bits(box);
        to->lists = one_more(to->lists, box->tag == CL_TAG_UL || box->tag == CL_TAG_OL || box->tag == CL_TAG_DL);
        to->tables = one_more(to->tables, box->tag == CL_TAG_TABLE);
        to->articles = one_more(to->articles, box->tag == CL_TAG_ARTICLE);
        to->sections = one_more(to->sections, box->tag == CL_TAG_SECTION);
    }
}

/* Mass of good texts, summed up over the boxes around them. */
static void weigh(cl_features *f) {
    const cl_blocks *const blocks = f->blocks;
    for (uint32_t i = 0; i < blocks->list.count; i++) {
        const cl_block *const b = &blocks->list.at[i];
        f->list.at[i].good = is_good(b);
        if (!f->list.at[i].good)
            continue;
        f->boxes.at[b->box].mass += (float)b->chars;
        f->boxes.at[cl_features_frame(blocks, b->box)].direct += (float)b->chars;
    }
    for (size_t i = blocks->boxes.count; i-- > 1;)
        f->boxes.at[blocks->boxes.at[i].parent].mass += f->boxes.at[i].mass;
    f->mass = f->boxes.at[0].mass;
}

/* Weighed mass: marks as they come down, without those against the body on boxes that hold most of the text. */
static void weigh_marked(cl_features *f) {
    const cl_blocks *const blocks = f->blocks;
    for (size_t i = 0; i < blocks->boxes.count; i++) {
        const cl_box *const box = &blocks->boxes.at[i];
        const bool wrong = f->boxes.at[i].mass >= WRONG_SHARE * f->mass;
        const uint32_t own = wrong ? box->marks & ~(uint32_t)CL_MARKS_AGAINST : box->marks;
        f->boxes.at[i].inside = i ? f->boxes.at[box->parent].inside | own : 0; /* so far: replaced by find_core() */
    }
    for (size_t i = 0; i < blocks->list.count; i++) {
        const cl_block *const b = &blocks->list.at[i];
        cl_box_facts *const box = &f->boxes.at[b->box];
        const uint32_t marks = box->inside | b->marks;
        if (f->list.at[i].good)
            box->weighed += (float)b->chars * (marks & CL_MARKS_OUT          ? LOUD_WEIGHT
                                                  : marks & CL_MARKS_AGAINST ? AGAINST_WEIGHT
                                                                             : 1);
    }
    for (size_t i = blocks->boxes.count; i-- > 1;)
        f->boxes.at[blocks->boxes.at[i].parent].weighed += f->boxes.at[i].weighed;
    f->weighed = f->boxes.at[0].weighed;
}

static void find_core(cl_features *f) {
    const cl_blocks *const blocks = f->blocks;
    f->core = 0;
    /* More than half: the boxes that hold so much are inside one another, so the last is the deepest. */
    if (f->weighed > 0)
        for (uint32_t i = 0; i < blocks->boxes.count; i++)
            if (f->boxes.at[i].weighed >= CORE_SHARE * f->weighed)
                f->core = i;
    while (f->core && leaf(blocks->boxes.at[f->core].tag))
        f->core = blocks->boxes.at[f->core].parent;
    for (uint32_t i = 0; i < blocks->boxes.count; i++) {
        const cl_box *const box = &blocks->boxes.at[i];
        const bool around = i <= f->core && f->core < box->end_box;
        f->boxes.at[i].inside = (i ? f->boxes.at[box->parent].inside : 0) | (around ? 0 : box->marks);
    }
}

/* A frame's score: the mass that stands in it directly, and half of that in frames one level down. The best of a box
 * and those around it comes down to it. */
static void score(cl_features *f) {
    const cl_blocks *const blocks = f->blocks;
    for (uint32_t i = 0; i < blocks->boxes.count; i++)
        f->boxes.at[i].best = f->boxes.at[i].direct;
    for (uint32_t i = (uint32_t)blocks->boxes.count; i-- > 1;)
        f->boxes.at[blocks->boxes.at[i].parent].best += GRAND_WEIGHT * f->boxes.at[i].direct;
    f->best = 0;
    f->best_box = 0;
    for (uint32_t i = 0; i < blocks->boxes.count; i++) {
        cl_box_facts *const box = &f->boxes.at[i];
        const cl_box_facts *const around = &f->boxes.at[blocks->boxes.at[i].parent];
        if (box->best > f->best) {
            f->best = box->best;
            f->best_box = i;
        }
        if (i && around->best > box->best)
            box->best = around->best;
    }
}

static uint32_t shape_of(const cl_blocks *blocks, uint32_t i) {
    const cl_box *const box = &blocks->boxes.at[i];
    const cl_box *const around = &blocks->boxes.at[box->parent];
    return ((box->shape * 31u) ^ around->shape) * 31u ^ blocks->boxes.at[around->parent].shape;
}

static uint32_t shape_slot(const cl_features *f, uint32_t key) {
    key |= 1;
    uint32_t i = (key ^ key >> 15) & (uint32_t)(f->shapes.count - 1);
    while (f->shapes.at[i].key && f->shapes.at[i].key != key)
        i = (i + 1) & (uint32_t)(f->shapes.count - 1);
    f->shapes.at[i].key = key;
    return i;
}

/* Shapes: how many boxes there are of each, and what stands in them. */
static void count_shapes(cl_features *f) {
    const cl_blocks *const blocks = f->blocks;
    for (uint32_t i = 0; i < blocks->boxes.count; i++) {
        const cl_box *const box = &blocks->boxes.at[i];
        const uint32_t slot = shape_slot(f, shape_of(blocks, i));
        cl_shape *const shape = &f->shapes.at[slot];
        f->boxes.at[i].shape = slot;
        shape->count++;
        shape->mass += f->boxes.at[i].mass;
        shape->chars += (float)box->chars;
        shape->links += (float)box->links;
    }
}

static uint32_t text_hash(cl_slice text) {
    uint64_t h = text.size * UINT64_C(0x9e3779b97f4a7c15);
    const char *p = text.data;
    size_t left = text.size;
    for (; left >= 8; p += 8, left -= 8) {
        uint64_t x;
        memcpy(&x, p, 8);
        h = (h ^ x) * UINT64_C(0xff51afd7ed558ccd);
        h ^= h >> 32;
    }
    for (; left; p++, left--)
        h = (h ^ (unsigned char)*p) * UINT64_C(0x100000001b3);
    return (uint32_t)(h ^ h >> 29) | 1;
}

/* Equal texts, taken as equal where their hashes are. */
static void count_texts(cl_features *f) {
    const uint32_t mask = (uint32_t)(f->texts.count - 1);
    for (size_t i = 0; i < f->blocks->list.count; i++) {
        const uint32_t key = text_hash(f->blocks->list.at[i].text);
        uint32_t slot = (key ^ key >> 15) & mask;
        while (f->texts.at[slot].key && f->texts.at[slot].key != key)
            slot = (slot + 1) & mask;
        f->texts.at[slot].key = key;
        f->list.at[i].same = slot;
        f->list.at[i].first = f->texts.at[slot].texts++ == 0;
    }
}

/* Distances to good texts of the core. */
static void measure_places(cl_features *f) {
    const cl_blocks *const blocks = f->blocks;
    const cl_box *const core = &blocks->boxes.at[f->core];
    uint32_t distance = UINT32_MAX, chars = 0;
    f->first_good = 1;
    f->last_good = 0;
    for (uint32_t i = 0; i < blocks->list.count; i++) {
        cl_block_facts *const b = &f->list.at[i];
        const bool good = b->good && i >= core->first_block && i < core->end_block;
        b->back = distance;
        b->before = chars;
        chars += blocks->list.at[i].chars;
        if (good) {
            f->first_good = f->first_good > f->last_good ? i : f->first_good;
            f->last_good = i;
        }
        distance = good ? 1 : distance < UINT32_MAX - 1 ? distance + 1 : distance;
    }
    distance = UINT32_MAX;
    for (size_t i = blocks->list.count; i-- > 0;) {
        const bool good = f->list.at[i].good && i >= core->first_block && i < core->end_block;
        distance = good ? 0 : distance < UINT32_MAX - 1 ? distance + 1 : distance;
        f->list.at[i].ahead = distance;
    }
}

/* The innermost box that holds more than this block. */
static uint32_t scope_of(const cl_blocks *blocks, uint32_t block) {
    uint32_t box = blocks->list.at[block].box;
    while (box && blocks->boxes.at[box].end_block - blocks->boxes.at[box].first_block == 1)
        box = blocks->boxes.at[box].parent;
    return box;
}

/* What headings, and short lines that are a phrase and no more, say of the blocks after them: to the end of the box
 * that they stand in, or until a heading beside them that is as high. */
static void read_phrases(cl_features *f) {
    const cl_blocks *const blocks = f->blocks;
    uint32_t under = 0, scope = 0, level = 0;
    for (uint32_t i = 0; i < blocks->list.count; i++) {
        cl_block_facts *const b = &f->list.at[i];
        const bool heading = blocks->list.at[i].type == CL_BLOCK_HEADING;
        b->begins = (uint16_t)cl_phrase_of(cl_words_of_block(blocks->list.at[i].text));
        if (i >= blocks->boxes.at[scope].end_block)
            under = 0;
        b->under = (uint16_t)under;
        const bool says = b->begins & ~CL_PHRASES_LINES && (heading || b->begins & CL_PHRASE_WHOLE);
        if (!says && !(under && heading))
            continue;
        const uint32_t around = scope_of(blocks, i);
        if (says || (around == scope && (!level || blocks->list.at[i].level <= level))) {
            under = says ? b->begins : 0;
            scope = around;
            level = blocks->list.at[i].level;
        }
    }
}

static bool make_room(cl_features *f, const cl_blocks *blocks) {
    const size_t n = blocks->list.count, m = blocks->boxes.count;
    size_t shapes = 16, texts = 16;
    while (shapes < 2 * m)
        shapes *= 2;
    while (texts < 2 * n)
        texts *= 2;
    cl_vector_clear(f->allocator, &f->boxes);
    cl_vector_clear(f->allocator, &f->list);
    cl_vector_clear(f->allocator, &f->shapes);
    cl_vector_clear(f->allocator, &f->texts);
    if (!cl_vector_reserve(f->allocator, &f->boxes, m) || !cl_vector_reserve(f->allocator, &f->list, n) ||
        !cl_vector_reserve(f->allocator, &f->shapes, shapes) || !cl_vector_reserve(f->allocator, &f->texts, texts))
        return false;
    if (!f->around && !(f->around = cl_realloc(f->allocator, NULL, 0, sizeof *f->around)))
        return false;
    f->around->box = UINT32_MAX;
    f->boxes.count = m;
    f->list.count = n;
    f->shapes.count = shapes;
    f->texts.count = texts;
    memset(f->boxes.at, 0, sizeof *f->boxes.at); /* that of the page: the others begin as what is around them */
    memset(f->shapes.at, 0, shapes * sizeof *f->shapes.at);
    memset(f->texts.at, 0, texts * sizeof *f->texts.at);
    return true;
}

cutline_status cl_features_measure(
    cl_features *features, const cl_dom *dom, const cl_blocks *blocks, const cl_page_says *says, cutline_error *error) {
    features->blocks = blocks;
    features->dom = dom;
    if (!make_room(features, blocks) || !cl_features_read_sayings(features, says))
        return cl_fail(error, CUTLINE_E_NOMEM, CUTLINE_STAGE_BLOCK, 0, NULL);
    inherit(features);
    weigh(features);
    weigh_marked(features);
    find_core(features);
    score(features);
    count_shapes(features);
    count_texts(features);
    cl_features_find_headline(features);
    read_phrases(features);
    measure_places(features);
    cl_features_page(features);
    return CUTLINE_OK;
}

cutline_status cl_features_measure_lines(
    cl_features *features, const cl_blocks *blocks, const cl_page_says *says, cutline_error *error) {
    features->blocks = blocks;
    features->dom = NULL;
    features->core = 0;
    if (!make_room(features, blocks) || !cl_features_read_sayings(features, says))
        return cl_fail(error, CUTLINE_E_NOMEM, CUTLINE_STAGE_BLOCK, 0, NULL);
    weigh(features);
    count_texts(features);
    cl_features_find_headline(features);
    measure_places(features);
    cl_features_page(features);
    return CUTLINE_OK;
}
