#include "record/record.h"
#include "base/status.h"
#include "record/fields.h"
#include "record/second_look.h"
#include "text/text.h"

struct cl_record_maker {
    const cutline_allocator *allocator;
    cl_arena arena;
    cl_text text;
    cl_blocks blocks;
    cl_features features;
    cl_lines text_lines;
    cl_labels labels;
    cl_page_data data;
    cl_second_look look;
};

cl_slice cl_origin_name(cl_origin origin) {
    static const char *const names[] = {"", "json-ld", "meta", "microdata", "visible", "text", "state"};
    return cl_slice_z((unsigned)origin < sizeof names / sizeof *names ? names[origin] : names[0]);
}

cl_record_maker *cl_record_maker_new(const cutline_allocator *allocator) {
    cl_record_maker *const maker = cl_realloc(allocator, NULL, 0, sizeof *maker);
    if (!maker)
        return NULL;
    memset(maker, 0, sizeof *maker);
    maker->allocator = allocator;
    cl_arena_init(&maker->arena, allocator);
    cl_text_init(&maker->text, allocator);
    cl_blocks_init(&maker->blocks, allocator);
    cl_features_init(&maker->features, allocator);
    cl_labels_init(&maker->labels, allocator);
    cl_page_data_init(&maker->data, allocator);
    cl_second_look_init(&maker->look, allocator);
    return maker;
}

void cl_record_maker_free(cl_record_maker *maker) {
    if (!maker)
        return;
    const cutline_allocator *const allocator = maker->allocator;
    cl_text_free(&maker->text);
    cl_blocks_free(&maker->blocks);
    cl_features_free(&maker->features);
    cl_labels_free(&maker->labels);
    cl_page_data_free(&maker->data);
    cl_second_look_free(&maker->look);
    cl_arena_free(&maker->arena);
    cl_free(allocator, maker, sizeof *maker);
}

static void begin(cl_record *record, cutline_kind kind, const cl_record_options *options) {
    memset(record, 0, sizeof *record);
    record->source.kind = kind;
    record->roles = UINT32_C(1) << CL_ROLE_BODY;
    if (!options)
        return;
    record->roles |= options->roles;
    record->dropped = options->dropped;
    record->source.path = options->path;
    record->source.url = options->url;
    record->source.encoding = options->encoding;
    record->source.bytes = options->bytes;
}

/* What stages have made becomes fields. */
static cutline_status make_fields(cl_record_maker *maker, const cl_dom *dom, const cl_record_options *options,
    cl_record *record, cutline_error *error) {
    static const cl_record_options none = {.measure = false};
    cl_making m = {.dom = dom,
        .blocks = &maker->blocks,
        .labels = &maker->labels,
        .data = &maker->data,
        .options = options ? options : &none,
        .arena = &maker->arena,
        .record = record};
    cl_evident_roles(&m, &maker->labels);
    cl_evident_endings(&m, &maker->labels);
    cl_evident_places(&m, &maker->labels);
    cl_evident_notes(&m, &maker->labels);
    cl_evident_headline(&m, &maker->labels);
    cl_make_canonical(&m);
    cl_make_base(&m);
    cl_make_site(&m);
    cl_make_title(&m);
    cl_make_deck(&m);
    cl_make_language(&m);
    cl_make_dates(&m);
    cl_make_authors(&m);
    cl_make_section(&m);
    cl_make_topics(&m);
    cl_make_body(&m);
    cl_make_spans(&m);
    cl_make_places(&m);
    cl_make_images(&m);
    cl_make_media(&m);
    cl_make_related(&m);
    cl_make_editions(&m);
    cl_make_dateline(&m);
    cl_make_posts(&m);
    if (record->body_count && !record->from.body)
        record->from.body = dom ? CL_FROM_VISIBLE : CL_FROM_TEXT;
    cl_make_access(&m);
    cl_make_pages(&m);
    cl_make_quotes(&m);
    cl_make_problem(&m);
    record->page_blocks = &maker->blocks;
    record->page_labels = &maker->labels;
    record->confidence = maker->labels.confidence;
    if (m.failed)
        return cl_fail(error, CUTLINE_E_NOMEM, CUTLINE_STAGE_RECORD, 0, NULL);
    if (record->source.kind == CUTLINE_KIND_TEXT && record->title.data)
        record->from.title = CL_FROM_TEXT;
    return CUTLINE_OK;
}

static cutline_status measure(cl_record_maker *maker, const cl_dom *dom, cutline_error *error) {
    cl_page_says says;
    if (!cl_page_data_sayings(&maker->data, &maker->arena, &says))
        return cl_fail(error, CUTLINE_E_NOMEM, CUTLINE_STAGE_RECORD, 0, NULL);
    return cl_features_measure(&maker->features, dom, &maker->blocks, &says, error);
}

/* Everything up to the roles of blocks. */
static cutline_status make_labels(
    cl_record_maker *maker, const cl_dom *dom, const cl_record_options *options, cutline_error *error) {
    cutline_status status = cl_blocks_of_tree(&maker->blocks, dom, error);
    if (status != CUTLINE_OK)
        return status;
    if (!cl_page_data_read(&maker->data, dom, &maker->blocks, options ? options->url : CL_SLICE_NONE, &maker->arena))
        return cl_fail(error, CUTLINE_E_NOMEM, CUTLINE_STAGE_RECORD, 0, NULL);
    status = measure(maker, dom, error);
    if (status != CUTLINE_OK)
        return status;
    return cl_label_blocks(&maker->labels, &maker->features, options ? options->favor : CUTLINE_FAVOR_BALANCE, error);
}

/* Where the page's own HTML holds no body, or clearly less than its data do, the story comes from there. `*dom` becomes
 * that of the page with it, `*from` where it was. */
static cutline_status look_again(cl_record_maker *maker, const cl_dom **dom, const cl_record_options *options,
    cl_origin *from, cutline_error *error) {
    const size_t letters = cl_body_letters(&maker->blocks, &maker->labels);
    bool found;
    const bool told = cl_json_get(&maker->data.json, maker->data.article, CL_SLICE("articleBody")) != 0;
    if (letters >= (told ? CL_STATE_TEASER : CL_STATE_BODY))
        return CUTLINE_OK;
    cutline_status status =
        cl_second_look_parse(&maker->look, *dom, &maker->blocks, &maker->data, &maker->arena, letters, &found, error);
    if (status != CUTLINE_OK || !found)
        return status;
    status = make_labels(maker, &maker->look.dom, options, error);
    if (status != CUTLINE_OK)
        return status;
    if (!cl_second_look_take(&maker->look, &maker->blocks, &maker->labels, letters))
        return make_labels(maker, *dom, options, error);
    *dom = &maker->look.dom;
    *from = maker->look.state.script ? CL_FROM_STATE : CL_FROM_JSON_LD;
    return CUTLINE_OK;
}

/* Fields that were read off blocks which are from elsewhere. */
static void move_origins(cl_record *record, cl_origin from) {
    cl_origin *const fields[] = {&record->from.title, &record->from.deck, &record->from.authors,
        &record->from.published, &record->from.images, &record->from.dateline};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (*fields[i] == CL_FROM_VISIBLE || *fields[i] == CL_FROM_MICRODATA)
            *fields[i] = from;
}

cutline_status cl_record_make(cl_record_maker *maker, const cl_dom *dom, const cl_record_options *options,
    cl_record *record, cutline_error *error) {
    cl_arena_reset(&maker->arena);
    begin(record, CUTLINE_KIND_HTML, options);
    cutline_status status = make_labels(maker, dom, options, error);
    if (status != CUTLINE_OK)
        return status;
    status = look_again(maker, &dom, options, &record->from.body, error);
    if (status != CUTLINE_OK)
        return status;
    record->page_features = options && options->measure ? &maker->features : NULL;
    const cl_origin from = record->from.body;
    status = make_fields(maker, dom, options, record, error);
    if (from)
        move_origins(record, from);
    return status;
}

cutline_status cl_record_make_text(
    cl_record_maker *maker, cl_slice text, const cl_record_options *options, cl_record *record, cutline_error *error) {
    cl_arena_reset(&maker->arena);
    cl_page_data_clear(&maker->data);
    begin(record, CUTLINE_KIND_TEXT, options);
    if (!cl_text_read(&maker->text, text))
        return cl_fail(error, CUTLINE_E_NOMEM, CUTLINE_STAGE_BLOCK, 0, NULL);
    cutline_status status = cl_blocks_of_text(&maker->blocks, &maker->text, error);
    if (status != CUTLINE_OK)
        return status;
    status = cl_lines_measure(&maker->text_lines, &maker->features, &maker->text, &maker->blocks, error);
    if (status != CUTLINE_OK)
        return status;
    record->page_lines = options && options->measure ? &maker->text_lines : NULL;
    status = cl_label_lines(&maker->labels, &maker->text_lines, &maker->blocks,
        options ? options->favor : CUTLINE_FAVOR_BALANCE, record->page_lines != NULL, error);
    return status != CUTLINE_OK ? status : make_fields(maker, NULL, options, record, error);
}
