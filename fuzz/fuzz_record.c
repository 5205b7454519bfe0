/* The record with every choice there is: what it holds hangs together, and what is written of it reads back.
 *
 * First byte: bits 0 and 1 the kind, bits 2 and 3 what is favored, bit 4 the address is known, bit 5 the time is, bit 6
 * memory runs out once; second: roles that go into the text; third: parts that are shown, fourth: parts that are not;
 * fifth: which fields; sixth: at which allocation memory runs out. The rest is the page. */
#include "common.h"
#include "readback.h"
#include "record/json.h"

static void check_string(cutline_string s) {
    FUZZ_CHECK(s.data || !s.size, "an absent string with a size");
    FUZZ_CHECK(cl_is_valid_utf8(s.data, s.size), "a string is not UTF-8");
}

/* ---- what a record holds */

static void check_person(const cutline_person *p) {
    FUZZ_CHECK(p->name.size, "somebody without a name");
    check_string(p->name);
    check_string(p->url);
}

static void check_images(const cutline_record *r) {
    const size_t blocks = cutline_record_block_count(r);
    for (size_t i = 0; i < cutline_record_image_count(r); i++) {
        const cutline_image *const image = cutline_record_image(r, i);
        check_string(image->url);
        check_string(image->alt);
        check_string(image->caption);
        check_string(image->credit);
        FUZZ_CHECK(image->block < blocks || image->block == CUTLINE_NO_BLOCK, "an image is before no block");
    }
    for (size_t i = 0; i < cutline_record_media_count(r); i++) {
        const cutline_media *const media = cutline_record_media(r, i);
        check_string(media->type);
        check_string(media->url);
        check_string(media->provider);
        check_string(media->caption);
        FUZZ_CHECK(media->block < blocks || media->block == CUTLINE_NO_BLOCK, "a medium is before no block");
    }
}

static size_t code_points(const char *p, size_t size) {
    size_t count = 0;
    for (size_t i = 0; i < size; i++)
        count += ((unsigned char)p[i] & 0xC0) != 0x80;
    return count;
}

static void check_quotes(const cutline_record *r) {
    const cutline_string text = cutline_record_text(r);
    const size_t length = code_points(text.data, text.size);
    for (size_t i = 0; i < cutline_record_quote_count(r); i++) {
        const cutline_quote *const quote = cutline_record_quote(r, i);
        check_string(quote->text);
        check_string(quote->mention);
        check_string(quote->speaker);
        check_string(quote->cue);
        check_string(quote->outlet);
        FUZZ_CHECK(quote->start < quote->end && quote->end <= length, "a quotation is not in the text");
        FUZZ_CHECK(quote->block < cutline_record_block_count(r), "a quotation is in no block");
    }
}

static bool on_boundary(cutline_string text, size_t at) {
    return at <= text.size && (at == text.size || ((unsigned char)text.data[at] & 0xC0) != 0x80);
}

static void check_blocks(const cutline_record *r) {
    for (size_t i = 0; i < cutline_record_block_count(r); i++) {
        const cutline_string text = cutline_record_block_text(r, i);
        size_t before = 0;
        check_string(text);
        check_string(cutline_record_block_time(r, i));
        for (size_t k = 0; k < cutline_record_block_column_count(r, i); k++)
            check_string(cutline_record_block_column(r, i, k));
        for (size_t k = 0; k < cutline_record_block_span_count(r, i); k++) {
            const cutline_span *const span = cutline_record_block_span(r, i, k);
            FUZZ_CHECK(span->start >= before && span->start < span->end, "spans are out of order");
            FUZZ_CHECK(on_boundary(text, span->start) && on_boundary(text, span->end), "a span cuts a letter");
            check_string(span->url);
            before = span->start;
        }
    }
}

static void check_lists(const cutline_record *r) {
    for (size_t i = 0; i < cutline_record_author_count(r); i++)
        check_person(cutline_record_author(r, i));
    for (size_t i = 0; i < cutline_record_contributor_count(r); i++)
        check_person(cutline_record_contributor(r, i));
    for (size_t i = 0; i < cutline_record_topic_count(r); i++)
        check_string(cutline_record_topic(r, i));
    for (size_t i = 0; i < cutline_record_keyword_count(r); i++)
        check_string(cutline_record_keyword(r, i));
    for (size_t i = 0; i < cutline_record_edition_count(r); i++) {
        check_string(cutline_record_edition(r, i)->label);
        check_string(cutline_record_edition(r, i)->language);
        check_string(cutline_record_edition(r, i)->url);
    }
    for (size_t i = 0; i < cutline_record_related_count(r); i++) {
        check_string(cutline_record_related(r, i)->label);
        check_string(cutline_record_related(r, i)->title);
        check_string(cutline_record_related(r, i)->url);
    }
}

static void check_record(const cutline_record *r) {
    cutline_string (*const strings[])(const cutline_record *) = {cutline_record_title, cutline_record_kicker,
        cutline_record_deck, cutline_record_dateline, cutline_record_section, cutline_record_site_name,
        cutline_record_language, cutline_record_direction, cutline_record_published, cutline_record_modified,
        cutline_record_access, cutline_record_problem, cutline_record_canonical, cutline_record_amp,
        cutline_record_previous_page, cutline_record_next_page, cutline_record_single_page, cutline_record_page_kind,
        cutline_record_text};
    for (size_t i = 0; i < sizeof strings / sizeof *strings; i++)
        check_string(strings[i](r));
    check_lists(r);
    check_images(r);
    check_blocks(r);
    check_quotes(r);
}

/* ---- what is written of it */

static bool begins(cutline_string s, const char *with) {
    const size_t n = strlen(with);
    size_t i = 0;
    while (i < s.size && (unsigned char)s.data[i] <= ' ')
        i++;
    return s.size - i >= n && cl_slice_equal_nocase(cl_slice_of(s.data + i, n), cl_slice_of(with, n));
}

static void check_element(const cutline_tree *tree, cutline_node n) {
    static const char *const active[] = {
        "script", "style", "iframe", "object", "embed", "form", "input", "button", "svg", "math", "base", "template"};
    const cutline_string name = cutline_node_name(tree, n);
    /* the style that every page of ours has */
    const bool in_head = cl_slice_equal(name, CL_SLICE("style")) &&
                         cl_slice_equal(cutline_node_name(tree, cutline_node_parent(tree, n)), CL_SLICE("head"));
    for (size_t i = 0; i < sizeof active / sizeof *active; i++)
        FUZZ_CHECK(!cl_slice_equal(name, cl_slice_z(active[i])) || in_head, "an element is active");
    for (cutline_attribute a = cutline_node_first_attribute(tree, n); a; a = cutline_attribute_next(tree, a)) {
        const cutline_string value = cutline_attribute_value(tree, a);
        FUZZ_CHECK(!begins(cutline_attribute_name(tree, a), "on"), "an attribute is a handler");
        FUZZ_CHECK(!begins(cutline_attribute_name(tree, a), "style"), "an attribute is a style");
        FUZZ_CHECK(!begins(value, "javascript:") && !begins(value, "vbscript:") && !begins(value, "data:text"),
            "an address is a script");
    }
}

/* Nothing of what is written as an article acts. */
static void check_html(const cl_buffer *out) {
    cutline_context *context;
    const cutline_tree *tree;
    FUZZ_CHECK(cutline_context_new(NULL, &context) == CUTLINE_OK &&
                   cutline_parse(context, out->at, out->count, NULL, &tree, NULL) == CUTLINE_OK,
        "what was written can't be parsed");
    const cutline_node root = cutline_tree_root(tree);
    for (cutline_node n = root; n; n = cutline_node_following(tree, root, n))
        if (cutline_node_get_type(tree, n) == CUTLINE_NODE_ELEMENT)
            check_element(tree, n);
    cutline_context_free(context);
}

/* The title in JSON is the record's. */
static void check_json(const cutline_record *r, const cl_buffer *out) {
    cl_json json = {0};
    cl_arena arena;
    uint32_t first;
    bool failed = false;
    cl_arena_init(&arena, &cl_allocator_default);
    FUZZ_CHECK(cl_json_read(&cl_allocator_default, &json, cl_slice_of(out->at, out->count), &first) && first,
        "JSON can't be read");
    const uint32_t title = cl_json_get(&json, first, CL_SLICE("title"));
    if (title && json.at[title].type == CL_JSON_STRING)
        FUZZ_CHECK(cl_slice_equal(cl_json_unescape(json.at[title].text, &arena, &failed), cutline_record_title(r)),
            "a title reads back another");
    cl_vector_free(&cl_allocator_default, &json);
    cl_arena_free(&arena);
}

static void write_all(const cutline_record *r, const fuzz_memory *memory) {
    for (cutline_format format = CUTLINE_FORMAT_TEXT; format <= CUTLINE_FORMAT_EPUB; format++) {
        cl_buffer out = {0};
        const cutline_status status = cutline_record_write(r, format, fuzz_append, &out, NULL);
        FUZZ_CHECK(status == CUTLINE_OK || (status == CUTLINE_E_NOMEM && memory->failed), "not written");
        FUZZ_CHECK(
            format == CUTLINE_FORMAT_EPUB || cl_is_valid_utf8(out.at, out.count), "what was written is not UTF-8");
        if (status == CUTLINE_OK) {
            FUZZ_CHECK(cl_reads_back(format, out.at ? out.at : "", out.count), "it does not read back");
            if (format == CUTLINE_FORMAT_HTML)
                check_html(&out);
            if (format == CUTLINE_FORMAT_JSON)
                check_json(r, &out);
        }
        cl_vector_free(&cl_allocator_default, &out);
    }
}

/* The same record twice, as one file. */
static void write_file(
    cutline_context *context, cutline_format format, const cutline_record *r, const fuzz_memory *memory) {
    cl_buffer out = {0};
    cutline_output *output;
    cutline_status status = cutline_output_open(context, format, NULL, fuzz_append, &out, &output, NULL);
    if (status == CUTLINE_OK) {
        status = cutline_output_add(output, r, NULL);
        if (status == CUTLINE_OK)
            status = cutline_output_add(output, r, NULL);
        const cutline_status end = cutline_output_close(output, NULL);
        status = status == CUTLINE_OK ? end : status;
    }
    FUZZ_CHECK(status == CUTLINE_OK || (status == CUTLINE_E_NOMEM && memory->failed), "a file is not written");
    FUZZ_CHECK(format == CUTLINE_FORMAT_EPUB || cl_is_valid_utf8(out.at, out.count), "a file is not UTF-8");
    if (status == CUTLINE_OK &&
        (format == CUTLINE_FORMAT_XML || format == CUTLINE_FORMAT_TEI || format == CUTLINE_FORMAT_EPUB))
        FUZZ_CHECK(cl_reads_back(format, out.at ? out.at : "", out.count), "a file does not read back");
    cl_vector_free(&cl_allocator_default, &out);
}

/* ---- the choices */

static void choose_fields(cutline_options *options, uint8_t choice) {
    char names[128] = "";
    size_t size = 0;
    for (size_t i = 0; choice && i < 3; i++) {
        const cutline_string name = cutline_field_name((choice * (i + 1)) % 32);
        if (name.data)
            size += (size_t)snprintf(names + size, sizeof names - size, "%s%s", size ? "," : "", name.data);
    }
    FUZZ_CHECK(cutline_options_set_fields(options, size ? names : NULL) == CUTLINE_OK, "a name is none");
}

static cutline_options *choose(const uint8_t **data, size_t *size, fuzz_memory *memory) {
    const uint8_t flags = fuzz_choice(data, size), roles = fuzz_choice(data, size), with = fuzz_choice(data, size);
    const uint8_t without = fuzz_choice(data, size), fields = fuzz_choice(data, size), fail = fuzz_choice(data, size);
    cutline_options *const options = cutline_options_new();
    FUZZ_CHECK(options, "no memory");
    if ((flags & 3) < 3)
        cutline_options_set_kind(options, (cutline_kind)(flags & 3));
    if ((flags >> 2 & 3) < 3)
        cutline_options_set_favor(options, (cutline_favor)(flags >> 2 & 3));
    cutline_options_set_url(options, (flags & 16) ? "https://www.example.org/2024/05/01/a-headline" : NULL);
    cutline_options_set_fetched(options, (flags & 32) ? "2024-05-02T10:00:00Z" : NULL);
    cutline_options_set_features(options, flags & 128);
    cutline_options_set_dropped(options, flags & 128);
    cutline_options_set_role(options, CUTLINE_ROLE_OTHER, roles & 1);
    cutline_options_set_role(options, CUTLINE_ROLE_HEADLINE, roles & 2);
    cutline_options_set_role(options, CUTLINE_ROLE_CAPTION, roles & 4);
    cutline_options_set_role(options, CUTLINE_ROLE_COMMENT, roles & 8);
    cutline_options_set_role(options, CUTLINE_ROLE_NOTE, roles & 16);
    cutline_options_set_role(options, CUTLINE_ROLE_NAVIGATION, roles & 32);
    for (int part = CUTLINE_PART_LINKS; part <= CUTLINE_PART_FRONT_MATTER; part++)
        cutline_options_set_part(options, (cutline_part)part, with >> part & 1 ? 1 : without >> part & 1 ? 0 : -1);
    choose_fields(options, fields);
    memory->fail_at = (flags & 64) ? fail * 8u : 0;
    return options;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    fuzz_memory memory = {.fail_at = 0};
    cutline_options *const options = choose(&data, &size, &memory);
    const cutline_allocator allocator = fuzz_allocator(&memory);
    cutline_context *context = NULL;
    const cutline_record *record;
    if (cutline_context_new(&allocator, &context) == CUTLINE_OK &&
        cutline_context_extract(context, data, size, options, &record, NULL) == CUTLINE_OK) {
        check_record(record);
        write_all(record, &memory);
        write_file(context, CUTLINE_FORMAT_HTML, record, &memory);
        write_file(context, CUTLINE_FORMAT_CSV, record, &memory);
        write_file(context, CUTLINE_FORMAT_XML, record, &memory);
        write_file(context, CUTLINE_FORMAT_TEI, record, &memory);
        write_file(context, CUTLINE_FORMAT_EPUB, record, &memory);
    }
    cutline_context_free(context);
    cutline_options_free(options);
    FUZZ_CHECK(memory.live == 0, "memory is left");
    return 0;
}
