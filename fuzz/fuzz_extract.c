/* The whole: any bytes give a record or a clean status, and a record can be written in every format.
 *
 * First byte: bits 0 and 1 the kind, bit 2 scripting, bit 3 a charset of the transport, bit 4 memory runs out once;
 * second byte: at which allocation. The rest is the page. */
#include "common.h"
#include "invariants.h"
#include "readback.h"

static void check_string(cutline_string s) {
    FUZZ_CHECK(s.data || !s.size, "an absent string with a size");
    FUZZ_CHECK(cl_is_valid_utf8(s.data ? s.data : "", s.size), "a string is not UTF-8");
}

static void check_record(const cutline_record *record) {
    check_string(cutline_record_title(record));
    check_string(cutline_record_site_name(record));
    check_string(cutline_record_language(record));
    check_string(cutline_record_published(record));
    check_string(cutline_record_modified(record));
    check_string(cutline_record_canonical(record));
    check_string(cutline_record_text(record));
    check_string(cutline_record_encoding(record));
    for (size_t i = 0; i <= cutline_record_author_count(record); i++)
        check_string(cutline_record_author_name(record, i));
    for (size_t i = 0; i <= cutline_record_block_count(record); i++) {
        const int level = cutline_record_block_level(record, i);
        check_string(cutline_record_block_text(record, i));
        FUZZ_CHECK(level >= 0 && level <= 6, "a level that is none");
    }
    const double confidence = cutline_record_confidence(record);
    FUZZ_CHECK(confidence >= 0 && confidence <= 1, "a confidence that is none");
}

static void check_reasons(const cutline_record *record) {
    cutline_reason reasons[4];
    for (size_t i = 0; i <= cutline_record_page_block_count(record); i++) {
        const size_t count = cutline_record_page_block_reasons(record, i, reasons, 4);
        FUZZ_CHECK(count <= 4, "more reasons than there is room");
        for (size_t k = 0; k < count; k++)
            FUZZ_CHECK(memchr(reasons[k].text, '\0', sizeof reasons[k].text), "a reason without an end");
    }
}

static void write_all(const cutline_record *record, const fuzz_memory *memory) {
    static const cutline_format formats[] = {CUTLINE_FORMAT_TEXT, CUTLINE_FORMAT_JSON, CUTLINE_FORMAT_MARKDOWN,
        CUTLINE_FORMAT_BLOCKS, CUTLINE_FORMAT_FEATURES, CUTLINE_FORMAT_XRAY, CUTLINE_FORMAT_HTML, CUTLINE_FORMAT_CSV,
        CUTLINE_FORMAT_TSV, CUTLINE_FORMAT_XML, CUTLINE_FORMAT_TEI, CUTLINE_FORMAT_NINJS, CUTLINE_FORMAT_EPUB};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        cl_buffer out = {0};
        const cutline_status status = cutline_record_write(record, formats[i], fuzz_append, &out, NULL);
        FUZZ_CHECK(status == CUTLINE_OK || (status == CUTLINE_E_NOMEM && memory->failed), "not written");
        FUZZ_CHECK(formats[i] == CUTLINE_FORMAT_EPUB || cl_is_valid_utf8(out.at ? out.at : "", out.count),
            "what was written is not UTF-8");
        FUZZ_CHECK(status != CUTLINE_OK || cl_reads_back(formats[i], out.at ? out.at : "", out.count),
            "it does not read back");
        if (formats[i] == CUTLINE_FORMAT_JSON && status == CUTLINE_OK)
            FUZZ_CHECK(
                out.count > 2 && memchr(out.at, '\n', out.count) == out.at + out.count - 1, "JSON is not one line");
        cl_vector_free(&cl_allocator_default, &out);
    }
}

static void extract(cutline_context *context, const uint8_t *data, size_t size, const cutline_options *options,
    const fuzz_memory *memory) {
    const cutline_record *record;
    cutline_error error = {.message = NULL};
    const cutline_status status = cutline_context_extract(context, data, size, options, &record, &error);
    if (status == CUTLINE_OK) {
        check_record(record);
        check_reasons(record);
        write_all(record, memory);
        return;
    }
    FUZZ_CHECK(
        status == CUTLINE_E_EMPTY || status == CUTLINE_E_NOT_A_PAGE || (status == CUTLINE_E_NOMEM && memory->failed),
        "a status that can't be");
    FUZZ_CHECK(!record && error.status == status && error.message, "no message");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    const uint8_t flags = fuzz_choice(&data, &size), fail_at = fuzz_choice(&data, &size);
    fuzz_memory memory = {.fail_at = (flags & 16) ? fail_at : 0};
    const cutline_allocator allocator = fuzz_allocator(&memory);
    cutline_options *const options = cutline_options_new();
    cutline_context *context = NULL;
    FUZZ_CHECK(options, "no memory");
    cutline_options_set_features(options, 1);
    cutline_options_set_dropped(options, 1);
    cutline_options_set_role(options, CUTLINE_ROLE_NOTE, flags & 8);
    if ((flags & 3) < 3)
        cutline_options_set_kind(options, (cutline_kind)(flags & 3));
    cutline_options_set_scripting(options, (flags & 4) != 0);
    cutline_options_set_transport_charset(options, (flags & 8) ? "windows-1251" : NULL);
    if (cutline_context_new(&allocator, &context) == CUTLINE_OK) {
        extract(context, data, size, options, &memory);
        extract(context, data, size, options, &memory);
    }
    cutline_context_free(context);
    cutline_options_free(options);
    FUZZ_CHECK(memory.live == 0, "memory is left");
    return 0;
}
