#include "label/label.h"
#include "base/status.h"
#include "label/page.h"

void cl_labels_init(cl_labels *labels, const cutline_allocator *allocator) {
    memset(labels, 0, sizeof *labels);
    labels->allocator = allocator;
}

void cl_labels_free(cl_labels *labels) {
    cl_vector_free(labels->allocator, &labels->list);
    cl_vector_free(labels->allocator, &labels->numbers);
    cl_vector_free(labels->allocator, &labels->floats);
}

cl_slice cl_role_name(cl_role role) {
    static const char *const names[CL_ROLE_COUNT] = {"other", "headline", "kicker", "deck", "byline", "date", "body",
        "aside", "note", "bio", "caption", "credit", "topic", "related", "promotion", "comment", "share", "navigation",
        "consent", "legal", "edition"};
    return cl_slice_z((unsigned)role < CL_ROLE_COUNT ? names[role] : names[0]);
}

cl_slice cl_page_kind_name(cl_page_kind kind) {
    static const char *const names[CL_PAGE_KIND_COUNT] = {"article", "live-blog", "gallery", "video", "opinion",
        "interview", "listing", "forum", "product", "service", "documentation", "error", "other"};
    return cl_slice_z((unsigned)kind < CL_PAGE_KIND_COUNT ? names[kind] : names[CL_PAGE_OTHER]);
}

/* Carves the page's arrays out of two pieces of memory. */
static bool make_room(cl_labels *labels, const cl_blocks *blocks, cl_label_page *page) {
    const size_t n = blocks->list.count, m = blocks->boxes.count;
    size_t slots = 16;
    while (slots < 2 * n)
        slots *= 2;
    labels->list.count = labels->numbers.count = labels->floats.count = 0;
    if (slots > UINT32_MAX / 2 || !cl_vector_reserve(labels->allocator, &labels->list, n) ||
        !cl_vector_reserve(labels->allocator, &labels->numbers, n + m + slots) ||
        !cl_vector_reserve(labels->allocator, &labels->floats, n + 3 * m + slots))
        return false;
    labels->list.count = n;
    labels->numbers.count = n + m + slots;
    labels->floats.count = n + 3 * m + slots;
    *page = (cl_label_page){.blocks = blocks,
        .mass = labels->floats.at,
        .raw = labels->floats.at + n,
        .weighed = labels->floats.at + n + m,
        .direct = labels->floats.at + n + 2 * m,
        .shape_mass = labels->floats.at + n + 3 * m,
        .next_good = labels->numbers.at,
        .marks = labels->numbers.at + n,
        .shapes = labels->numbers.at + n + m,
        .shape_slots = (uint32_t)slots};
    return true;
}

/* The role of a block that is not body, by its marks; the first that is borne decides. */
static cl_role other_role(const cl_label_page *page, uint32_t i) {
    static const struct {
        uint32_t mark;
        cl_role role;
    } roles[] = {{CL_MARK_CONSENT, CL_ROLE_CONSENT}, {CL_MARK_COMMENT, CL_ROLE_COMMENT},
        {CL_MARK_CAPTION, CL_ROLE_CAPTION}, {CL_MARK_CREDIT, CL_ROLE_CREDIT}, {CL_MARK_SHARE, CL_ROLE_SHARE},
        {CL_MARK_BIO, CL_ROLE_BIO}, {CL_MARK_RELATED, CL_ROLE_RELATED}, {CL_MARK_PROMOTION, CL_ROLE_PROMOTION},
        {CL_MARK_ADVERT, CL_ROLE_PROMOTION}, {CL_MARK_LEGAL, CL_ROLE_LEGAL}, {CL_MARK_NAVIGATION, CL_ROLE_NAVIGATION},
        {CL_MARK_BYLINE, CL_ROLE_BYLINE}, {CL_MARK_DATE, CL_ROLE_DATE}, {CL_MARK_TOPIC, CL_ROLE_TOPIC},
        {CL_MARK_DECK, CL_ROLE_DECK}, {CL_MARK_KICKER, CL_ROLE_KICKER}, {CL_MARK_NOTE, CL_ROLE_NOTE},
        {CL_MARK_FOOTER, CL_ROLE_NAVIGATION}, {CL_MARK_HEADER, CL_ROLE_NAVIGATION}, {CL_MARK_ASIDE, CL_ROLE_ASIDE}};
    const cl_block *const b = &page->blocks->list.at[i];
    if (i == page->headline)
        return CL_ROLE_HEADLINE;
    const uint32_t marks = page->marks[b->box] | b->marks;
    for (size_t k = 0; k < sizeof roles / sizeof *roles; k++)
        if (marks & roles[k].mark)
            return roles[k].role;
    if (b->type == CL_BLOCK_CAPTION)
        return CL_ROLE_CAPTION;
    if (b->links * 2 <= b->chars)
        return CL_ROLE_OTHER;
    return page->headline != CL_NO_BLOCK && i > page->headline ? CL_ROLE_RELATED : CL_ROLE_NAVIGATION;
}

/* How sure: by the probabilities of the letters taken and of the long texts left, and by how much text there is. */
static double page_confidence(const cl_labels *labels, const cl_label_page *page) {
    double taken = 0, sure = 0, left = 0;
    for (uint32_t i = 0; i < labels->list.count; i++) {
        const cl_label l = labels->list.at[i];
        const double chars = page->blocks->list.at[i].chars;
        if (l.role == CL_ROLE_BODY) {
            taken += chars;
            sure += chars * (double)l.probability;
        } else if (page->mass[i] > 0) {
            left += (double)page->mass[i] * (1 - (double)l.probability);
        }
    }
    if (taken <= 0)
        return 0;
    return sure / (taken + left) * (taken / (taken + 300));
}

/* The logistic function, e^x as (1 + x/256)^256: within 0.01, and the same on every machine. */
static float logistic(float x) {
    double e = 1 - (double)x / 256;
    for (int i = 0; i < 8; i++)
        e *= e;
    return (float)(1 / (1 + e));
}

/* Where next to nothing of the core's long texts was taken, what its boxes are called is wrong: a page that is one menu
 * or one form by its class names. 0.02 to 0.3 are within 0.2 on `roles` and `wcxb`. */
#define RESCUE_BELOW     0.15
#define HEEDED_IN_RESCUE (CL_MARK_CONSENT | CL_MARK_COMMENT | CL_MARK_CAPTION | CL_MARK_RELATED)

/* Gives every block its role; how many letters of body there are. */
static double decide(cl_labels *labels, const cl_label_page *page) {
    double taken = 0;
    uint32_t back = 99;
    for (uint32_t i = 0; i < labels->list.count; i++) {
        const float points = cl_label_points(page, i, back);
        const float p = logistic(points);
        const bool body = points > 0;
        labels->list.at[i] = (cl_label){body ? p : 1 - p, (uint8_t)(body ? CL_ROLE_BODY : other_role(page, i))};
        taken += body ? (double)page->blocks->list.at[i].chars : 0;
        back = page->next_good[i] == 0 ? 1 : back < 99 ? back + 1 : 99;
    }
    return taken;
}

cutline_status cl_label_blocks(
    cl_labels *labels, const cl_blocks *blocks, const cl_page_hints *hints, cutline_error *error) {
    cl_label_page page;
    if (!make_room(labels, blocks, &page))
        return cl_fail(error, CUTLINE_E_NOMEM, CUTLINE_STAGE_LABEL, 0, NULL);
    cl_label_weigh(&page);
    page.headline = cl_label_find_headline(blocks, hints ? hints->title : CL_SLICE_NONE);
    cl_label_find_core(&page);
    cl_label_measure(&page);
    page.heeded = UINT32_MAX;
    const double taken = decide(labels, &page);
    if (taken < RESCUE_BELOW * (double)page.raw[page.core]) {
        page.heeded = HEEDED_IN_RESCUE;
        (void)decide(labels, &page);
    }
    labels->body_box = page.core;
    labels->headline = page.headline;
    labels->confidence = page_confidence(labels, &page);
    labels->kind = labels->confidence > 0 ? CL_PAGE_ARTICLE : CL_PAGE_OTHER;
    return CUTLINE_OK;
}
