#include "label/neighbours.h"

/* What the rules change on pages of sites that the network has not seen (5-fold cross-validation over roles, news, wcxb
 * and daniel, and the pages of articles): 530 cells, 485 of them in the gold text; 372 items of lists, 324 in it; 55
 * pulled sentences, by which exact pages rise by 0.2 of 100 on roles and by 0.9 on news. Linked paragraphs are rare
 * there (2, one of them right), named advertisements do not occur; of what stands between paragraphs, one table
 * (right); of paragraphs that go on, 37, 28 of them right. These are for small pages, where the network loses the last
 * paragraph and most tables (tests/hard). */
#define CELL_MAX      200u /* letters of a cell in a table that is one */
#define CELLS_MIN     4u   /* of a table */
#define ITEMS_MIN     3u   /* of a list that no sentence announces */
#define BESIDE_MIN    60u  /* letters of a paragraph beside a table or such a list */
#define ANNOUNCED_MIN 24u  /* bytes of a sentence that announces a list */
#define PARAGRAPH_MIN 120u /* letters of a linked paragraph that is no mere title */
#define APART_MAX     3u   /* blocks from it to the paragraph before, and to the one after */
#define SIBLING_MAX   40u  /* blocks from a paragraph of the story to one that goes on */
#define FOUND         0.3f /* probability of body; where no block has more, those are rescued that come near the best */
#define STORY_MIN     300u /* letters of a story that paragraphs alone tell of */
#define NEARLY        0.2f /* probability of body */
#define PULLED_NEAR   12u  /* blocks to either side in which a pulled sentence is looked for */
#define PULLED_MIN    24u  /* bytes of one */
#define PULLED_MAX    600u
#define ADVERT_MAX    160u /* letters */

static bool is_body(const cl_labels *labels, size_t block) {
    return labels->list.at[block].role == CL_ROLE_BODY;
}

static void give(cl_labels *labels, size_t block, cl_role role) {
    labels->list.at[block].role = (uint8_t)role;
}

static const cl_block *block_at(const cl_features *features, size_t block) {
    return &features->blocks->list.at[block];
}

static const cl_box *box_of(const cl_features *features, size_t block) {
    return &features->blocks->boxes.at[block_at(features, block)->box];
}

/* The table that a block is a cell of, unless the story itself stands in it; 0 where it is in none. */
static uint32_t table_of(const cl_features *features, size_t block) {
    const uint32_t table = box_of(features, block)->list;
    const cl_box *const box = &features->blocks->boxes.at[table];
    const bool around_story = table <= features->core && features->core < box->end_box;
    return box->tag == CL_TAG_TABLE && !around_story ? table : 0;
}

/* Whether two blocks are marked up alike, and so are the boxes around them. */
static bool alike(const cl_features *features, size_t block, size_t other) {
    const cl_box *const boxes = features->blocks->boxes.at;
    const cl_box *const a = box_of(features, block), *const b = box_of(features, other);
    return a->shape == b->shape && boxes[a->parent].shape == boxes[b->parent].shape && a->depth == b->depth &&
           features->boxes.at[block_at(features, block)->box].around ==
               features->boxes.at[block_at(features, other)->box].around;
}

/* Whether paragraphs of the story stand right before and behind a box, in the one around it. */
static bool is_between(const cl_labels *labels, const cl_features *features, size_t begin, size_t end, uint32_t box) {
    const uint32_t around = features->blocks->boxes.at[box].parent;
    if (begin == 0 || end >= labels->list.count)
        return false;
    const size_t beside[] = {begin - 1, end};
    for (size_t i = 0; i < 2; i++)
        if (!is_body(labels, beside[i]) || block_at(features, beside[i])->chars < BESIDE_MIN ||
            box_of(features, beside[i])->parent != around)
            return false;
    return true;
}

/* A table of short cells is the story's or is not: where two thirds of the cells are body, all are; likewise where it
 * stands between two paragraphs and is not of links. Where it ends. */
static size_t heed_table(cl_labels *labels, const cl_features *features, size_t begin) {
    const uint32_t table = table_of(features, begin);
    size_t end = begin, body = 0, rows = 0;
    uint32_t row = 0, chars = 0, links = 0;
    bool is_short = true;
    if (!table)
        return begin + 1;
    for (; end < labels->list.count && table_of(features, end) == table; end++) {
        const cl_block *const b = block_at(features, end);
        body += is_body(labels, end);
        is_short &= b->chars <= CELL_MAX;
        chars += b->chars;
        links += b->links;
        rows += box_of(features, end)->row != row;
        row = box_of(features, end)->row;
    }
    const size_t cells = end - begin;
    const bool is_table = is_short && rows > 1 && cells > rows && cells >= CELLS_MIN;
    if (is_table && (3 * body > 2 * cells || (links < chars / 3 && is_between(labels, features, begin, end, table))))
        for (size_t i = begin; i < end; i++)
            give(labels, i, CL_ROLE_BODY);
    return end;
}

/* So is a list without links between two paragraphs. Where it ends. */
static size_t heed_items(cl_labels *labels, const cl_features *features, size_t begin) {
    const uint32_t list = box_of(features, begin)->list;
    const uint32_t tag = features->blocks->boxes.at[list].tag;
    size_t end = begin;
    bool links = false;
    if (!list || (tag != CL_TAG_UL && tag != CL_TAG_OL && tag != CL_TAG_DL))
        return begin + 1;
    while (end < labels->list.count && box_of(features, end)->list == list)
        links |= block_at(features, end++)->anchors;
    if (end - begin >= ITEMS_MIN && !links && is_between(labels, features, begin, end, list))
        for (size_t i = begin; i < end; i++)
            give(labels, i, CL_ROLE_BODY);
    return end;
}

/* Whether the network has nearly taken a block for body, and not for what notes and captions of sentences are. */
static bool is_nearly(const cl_labels *labels, size_t block) {
    const cl_role role = (cl_role)labels->list.at[block].role;
    return block < labels->body.count && labels->body.at[block] >= NEARLY &&
           (role == CL_ROLE_OTHER || role == CL_ROLE_ASIDE || role == CL_ROLE_BIO || role == CL_ROLE_PROMOTION ||
               role == CL_ROLE_RELATED || role == CL_ROLE_NAVIGATION);
}

/* A paragraph that is nearly body stands behind those of the story, marked up as they are and in the same box: the
 * story goes on. */
static void heed_siblings(cl_labels *labels, const cl_features *features) {
    const size_t count = labels->list.count;
    for (size_t i = 0, before = count; i < count; i++) {
        const cl_block *const b = block_at(features, i);
        if (b->type != CL_BLOCK_PARAGRAPH || b->chars < BESIDE_MIN)
            continue;
        if (before != count && i - before <= SIBLING_MAX && is_nearly(labels, i) && !b->anchors &&
            2 * b->italic < b->chars && box_of(features, i)->parent == box_of(features, before)->parent &&
            alike(features, i, before))
            give(labels, i, CL_ROLE_BODY);
        before = is_body(labels, i) && b->chars >= PARAGRAPH_MIN ? i : before;
    }
}

static bool announces(const cl_features *features, size_t block) {
    static const cl_slice colons[] = {{":", 1}, {"：", 3}};
    const cl_slice text = block_at(features, block)->text;
    for (size_t i = 0; i < sizeof colons / sizeof *colons; i++)
        if (text.size >= ANNOUNCED_MIN &&
            memcmp(text.data + text.size - colons[i].size, colons[i].data, colons[i].size) == 0)
            return true;
    return false;
}

/* "The trail has four stops:", a list, and the story goes on: the list is the story's, though it be of links. Where it
 * ends. */
static size_t heed_list(cl_labels *labels, const cl_features *features, size_t begin) {
    const uint32_t list = box_of(features, begin)->list;
    const uint32_t tag = features->blocks->boxes.at[list].tag;
    if (!list || (tag != CL_TAG_UL && tag != CL_TAG_OL) || begin == 0 || !is_body(labels, begin - 1) ||
        box_of(features, begin - 1)->list == list || !announces(features, begin - 1))
        return begin + 1;
    size_t end = begin;
    while (end < labels->list.count && box_of(features, end)->list == list)
        end++;
    if (end - begin > 1 && end < labels->list.count && is_body(labels, end))
        for (size_t i = begin; i < end; i++)
            give(labels, i, CL_ROLE_BODY);
    return end;
}

static bool is_paragraph(const cl_labels *labels, const cl_features *features, size_t block) {
    return is_body(labels, block) && block_at(features, block)->chars >= PARAGRAPH_MIN;
}

static bool is_linked(const cl_labels *labels, const cl_features *features, size_t block) {
    const cl_block *const b = block_at(features, block);
    const cl_role role = (cl_role)labels->list.at[block].role;
    return role != CL_ROLE_BODY && role != CL_ROLE_COMMENT && role != CL_ROLE_NOTE && role != CL_ROLE_CONSENT &&
           role != CL_ROLE_DECK && b->type == CL_BLOCK_PARAGRAPH && b->chars >= PARAGRAPH_MIN && b->sentences &&
           b->links / 9 >= b->chars / 10;
}

/* A story goes on through paragraphs that are links from beginning to end. Ways to other stories do not look like its
 * paragraphs, or do not stand between them. */
static void heed_linked(cl_labels *labels, const cl_features *features) {
    const size_t count = labels->list.count;
    for (size_t i = 0, before = count; i < count; i++) {
        if (is_paragraph(labels, features, i))
            before = i;
        if (before == count || !is_linked(labels, features, i) || i - before > APART_MAX || !alike(features, i, before))
            continue;
        size_t after = i + 1;
        while (after < count && after - i <= APART_MAX &&
               !(is_paragraph(labels, features, after) && alike(features, i, after)))
            after++;
        if (after == count || after - i > APART_MAX)
            continue;
        give(labels, i, CL_ROLE_BODY);
        before = i;
    }
}

/* A sentence without the marks around it. */
static cl_slice without_marks(cl_slice text) {
    static const char *const marks[] = {"\"", "'", "“", "”", "„", "«", "»", "‘", "’", "‹", "›", "「", "」", "『", "』",
        "…", ".", ",", "–", "—", "-", "。", " "};
    for (bool more = true; more;) {
        more = false;
        for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
            const size_t size = strlen(marks[i]);
            const bool first = text.size >= size && memcmp(text.data, marks[i], size) == 0;
            if (first)
                text = cl_slice_of(text.data + size, text.size - size);
            const bool last = text.size >= size && memcmp(text.data + text.size - size, marks[i], size) == 0;
            text.size -= last ? size : 0;
            more |= first || last;
        }
    }
    return text;
}

/* A text to look for: `next[i]` is how many bytes of its beginning stand before byte i again (Knuth, Morris, Pratt). */
typedef struct sought {
    cl_slice text; /* PULLED_MAX bytes at most, not empty */
    uint16_t next[PULLED_MAX];
} sought;

static void seek(sought *s, cl_slice text) {
    s->text = text;
    s->next[0] = 0;
    for (size_t i = 1, same = 0; i < text.size; i++) {
        while (same && text.data[i] != text.data[same])
            same = s->next[same - 1];
        same += text.data[i] == text.data[same];
        s->next[i] = (uint16_t)same;
    }
}

static bool holds(cl_slice text, const sought *s) {
    for (size_t i = 0, same = 0; i < text.size; i++) {
        while (same && text.data[i] != s->text.data[same])
            same = s->next[same - 1];
        same += text.data[i] == s->text.data[same];
        if (same == s->text.size)
            return true;
    }
    return false;
}

/* Whether a block is set apart as pulled sentences are: as a quotation, or beside the story. */
static bool is_set_apart(const cl_features *features, size_t block) {
    const cl_block *const b = block_at(features, block);
    return b->type == CL_BLOCK_QUOTATION ||
           (features->boxes.at[b->box].inside | b->marks) & (CL_MARK_ASIDE | CL_MARK_QUOTATION);
}

/* Whether a paragraph nearby says the same, and more. */
static bool is_pulled(const cl_labels *labels, const cl_features *features, size_t block) {
    const cl_slice text = block_at(features, block)->text;
    if (text.size > PULLED_MAX || !is_set_apart(features, block))
        return false;
    const cl_slice said = without_marks(text);
    if (said.size < PULLED_MIN)
        return false;
    sought s;
    seek(&s, said);
    for (size_t i = block > PULLED_NEAR ? block - PULLED_NEAR : 0; i < labels->list.count && i <= block + PULLED_NEAR;
         i++) {
        const cl_block *const b = block_at(features, i);
        if (is_body(labels, i) && b->type == CL_BLOCK_PARAGRAPH && b->text.size > text.size && holds(b->text, &s))
            return true;
    }
    return false;
}

/* Running text does not repeat itself: a sentence set apart that a paragraph has too was pulled out of it. In a forum
 * it is what an answer quotes. */
static void heed_pulled(cl_labels *labels, const cl_features *features) {
    for (size_t i = 0; labels->kind != CL_PAGE_FORUM && i < labels->list.count; i++)
        if (is_body(labels, i) && is_pulled(labels, features, i))
            give(labels, i, CL_ROLE_ASIDE);
}

/* "Advertisement. Sleep better", in a box that is named one. Either alone is not enough: half of the short blocks of
 * the body that stand in a box so named are the story's. */
static void heed_adverts(cl_labels *labels, const cl_features *features) {
    for (size_t i = 0; i < labels->list.count; i++) {
        const cl_block *const b = block_at(features, i);
        if (is_body(labels, i) && b->chars <= ADVERT_MAX && features->list.at[i].begins & CL_PHRASE_PROMOTION &&
            (features->boxes.at[b->box].inside | b->marks) & CL_MARK_ADVERT)
            give(labels, i, CL_ROLE_PROMOTION);
    }
}

/* Whether a block is a long paragraph that a page shows, and nothing is said against. */
static bool is_running(const cl_features *features, size_t block) {
    const cl_block *const b = block_at(features, block);
    const uint32_t against = CL_MARK_HIDDEN | CL_MARK_CONSENT | CL_MARK_COMMENT | CL_MARK_NAVIGATION | CL_MARK_FOOTER |
                             CL_MARK_FORM | CL_MARK_ADVERT;
    return b->type == CL_BLOCK_PARAGRAPH && b->chars >= PARAGRAPH_MIN && b->sentences && !b->anchors &&
           !((features->boxes.at[b->box].around | b->marks) & against);
}

static bool is_hidden(const cl_features *features, size_t block) {
    const cl_block *const b = block_at(features, block);
    return (features->boxes.at[b->box].around | b->marks) & CL_MARK_HIDDEN;
}

/* Where the network has hardly found a story on a page that it takes for one, the longest row of paragraphs in a box is
 * it. */
static void find_story(cl_labels *labels, const cl_features *features) {
    size_t first = 0, last = 0, most = 0, begin = 0, previous = labels->list.count, chars = 0;
    for (size_t i = 0; i < labels->list.count; i++) {
        if (is_body(labels, i) && labels->body.at[i] >= FOUND)
            return;
        if (!is_running(features, i))
            continue;
        const bool goes_on = previous != labels->list.count && i - previous <= SIBLING_MAX &&
                             box_of(features, i)->parent == box_of(features, previous)->parent &&
                             alike(features, i, previous);
        begin = goes_on ? begin : i;
        chars = (goes_on ? chars : 0) + block_at(features, i)->chars;
        previous = i;
        if (i > begin && chars > most) {
            most = chars;
            first = begin;
            last = i;
        }
    }
    if (most < STORY_MIN)
        return;
    for (size_t i = 0; i < labels->list.count; i++) {
        if (is_body(labels, i) && is_hidden(features, i))
            give(labels, i, CL_ROLE_OTHER); /* the same for another screen, as a rule */
        if (i >= first && i <= last && is_running(features, i))
            give(labels, i, CL_ROLE_BODY);
    }
}

void cl_labels_heed_neighbours(cl_labels *labels, const cl_features *features) {
    if (labels->kind <= CL_PAGE_LIVE_BLOG || labels->kind == CL_PAGE_OPINION || labels->kind == CL_PAGE_INTERVIEW)
        find_story(labels, features);
    heed_siblings(labels, features);
    for (size_t i = 0; i < labels->list.count;)
        i = heed_table(labels, features, i);
    for (size_t i = 0; i < labels->list.count;)
        i = heed_list(labels, features, i);
    for (size_t i = 0; i < labels->list.count;)
        i = heed_items(labels, features, i);
    heed_linked(labels, features);
    heed_pulled(labels, features);
    heed_adverts(labels, features);
}
