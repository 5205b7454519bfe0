/* Roles of a flattened text: what the network says of each unit, and which units are one block. */
#include "base/status.h"
#include "label/lines_model.h"
#include "label/story.h"

#define GLUED_SURE  3.0f /* a glued sentence belongs to the one before where that is so likely (as a logit) */
#define TITLE_CHARS 40u  /* headlines are mostly this long: shorter lines are rather of menus */

static void row_of(const void *user, uint32_t unit, cl_feature_row *row) {
    cl_lines_row(user, unit, row);
}

typedef struct taker {
    cl_labels *labels;
    const cl_lines *lines;
} taker;

/* Whether a unit was cut off behind the end of a sentence that nothing stood behind. */
static bool was_glued(const cl_lines *lines, uint32_t unit) {
    if (!unit || lines->text->units.at[unit].cut != CL_CUT_NONE)
        return false;
    const cl_slice before = lines->features->blocks->list.at[unit - 1].text;
    return memchr(".!?\"", before.data[before.size - 1], 4) != NULL;
}

static void take(void *user, uint32_t unit, const float *logits) {
    const taker *const t = user;
    cl_labels_take(t->labels, unit, logits);
    t->labels->goes_on.at[unit] = logits[CL_LINES_JOIN] >= (was_glued(t->lines, unit) ? GLUED_SURE : 0);
}

/* Units [first, end) as one block. Their texts stand one after the other, with what parts them in between. */
static cl_block join(const cl_block *units, size_t first, size_t end) {
    cl_block block = units[first];
    const cl_slice last = units[end - 1].text;
    block.text.size = (size_t)(last.data + last.size - block.text.data);
    for (size_t i = first + 1; i < end; i++) {
        block.chars += units[i].chars;
        block.links += units[i].links;
        block.bold += units[i].bold;
        block.italic += units[i].italic;
        block.sentences =
            (uint16_t)(block.sentences + units[i].sentences < UINT16_MAX ? block.sentences + units[i].sentences
                                                                         : UINT16_MAX);
        block.digits =
            (uint16_t)(block.digits + units[i].digits < UINT16_MAX ? block.digits + units[i].digits : UINT16_MAX);
        block.anchors =
            (uint8_t)(block.anchors + units[i].anchors < UINT8_MAX ? block.anchors + units[i].anchors : UINT8_MAX);
    }
    return block;
}

/* What units [first, end) are likeliest to be besides body: what the most letters are. *body: how likely it is that
 * they are that. */
static cl_label label_of(const cl_labels *labels, const cl_block *units, size_t first, size_t end, float *body) {
    float sum = 0, chars = 0, best = -1;
    cl_label label = labels->list.at[first];
    for (size_t i = first; i < end; i++) {
        const float n = (float)units[i].chars, other = n * labels->list.at[i].probability;
        chars += n;
        sum += n * labels->body.at[i];
        if (other > best) {
            best = other;
            label = labels->list.at[i];
        }
    }
    *body = chars > 0 ? sum / chars : labels->body.at[first];
    return label;
}

static void join_units(cl_labels *labels, cl_blocks *blocks, bool apart) {
    const size_t count = blocks->list.count;
    size_t kept = 0;
    for (size_t first = 0, end; first < count; first = end) {
        for (end = first + 1; !apart && end < count && labels->goes_on.at[end]; end++) {
        }
        float body;
        labels->list.at[kept] = label_of(labels, blocks->list.at, first, end, &body);
        labels->body.at[kept] = body;
        blocks->list.at[kept++] = join(blocks->list.at, first, end);
    }
    blocks->list.count = labels->list.count = labels->body.count = kept;
    blocks->boxes.at[0].end_block = (uint32_t)kept;
}

static uint32_t find_headline(const cl_labels *labels, const cl_blocks *blocks) {
    uint32_t found = CL_NO_BLOCK;
    float best = 0;
    for (uint32_t i = 0; i < labels->list.count; i++) {
        const uint32_t chars = blocks->list.at[i].chars;
        const float sure =
            labels->list.at[i].probability * (chars < TITLE_CHARS ? (float)chars / (float)TITLE_CHARS : 1);
        if (labels->list.at[i].role == CL_ROLE_HEADLINE && sure > best) {
            best = sure;
            found = i;
        }
    }
    return found;
}

static bool may_be_caption(cl_role role) {
    return role == CL_ROLE_HEADLINE || role == CL_ROLE_BYLINE || role == CL_ROLE_CAPTION || role == CL_ROLE_CREDIT;
}

static bool ends_in_bracket(cl_slice text) {
    return text.data[text.size - 1] == ']' || text.data[text.size - 1] == ')';
}

/* A line with something in brackets at its end that is there twice in a row is a caption with its credit: of a picture
 * and of its enlargement. */
static void find_doubled_captions(cl_labels *labels, const cl_blocks *blocks) {
    for (size_t i = 0; i + 1 < labels->list.count; i++)
        if (may_be_caption((cl_role)labels->list.at[i].role) && may_be_caption((cl_role)labels->list.at[i + 1].role) &&
            blocks->list.at[i].chars >= TITLE_CHARS && ends_in_bracket(blocks->list.at[i].text) &&
            cl_slice_equal(blocks->list.at[i].text, blocks->list.at[i + 1].text))
            labels->list.at[i].role = labels->list.at[i + 1].role = CL_ROLE_CAPTION;
}

cutline_status cl_label_lines(cl_labels *labels, const cl_lines *lines, cl_blocks *blocks, cutline_favor favor,
    bool apart, cutline_error *error) {
    const size_t count = blocks->list.count;
    float kinds[CL_PAGE_KIND_COUNT];
    taker t = {labels, lines};
    labels->goes_on.count = 0;
    if (!cl_labels_reserve(labels, count) || !cl_vector_reserve(labels->allocator, &labels->goes_on, count) ||
        !cl_network_run(&labels->network, &cl_lines_model, (uint32_t)count, row_of, lines, take, &t, kinds))
        return cl_fail(error, CUTLINE_E_NOMEM, CUTLINE_STAGE_LABEL, 0, NULL);
    labels->goes_on.count = count;
    join_units(labels, blocks, apart);
    const float story = cl_labels_take_kinds(labels, kinds);
    cl_labels_find_body(labels, &cl_lines_favor[favor], story);
    cl_labels_rescue(labels, cl_lines_rescue_least, cl_lines_rescue_share);
    cl_labels_keep_story_lines(labels, blocks, story);
    labels->body_box = 0;
    find_doubled_captions(labels, blocks);
    labels->headline = find_headline(labels, blocks);
    labels->confidence = cl_labels_confidence(labels, blocks);
    return CUTLINE_OK;
}
