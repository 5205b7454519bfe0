/* Reading a record: nothing here fails. */
#include "base/status.h"
#include "output/measures.h"

#define FIELD(name, member)                                                                                            \
    cutline_string cutline_record_##name(const cutline_record *record) {                                               \
        return record ? record->member : CL_SLICE_NONE;                                                                \
    }

FIELD(path, source.path)
FIELD(title, title)
FIELD(kicker, kicker)
FIELD(deck, deck)
FIELD(dateline, dateline)
FIELD(section, section)
FIELD(direction, direction)
FIELD(access, access)
FIELD(problem, problem)
FIELD(previous_page, pages.previous)
FIELD(next_page, pages.next)
FIELD(single_page, pages.single)
FIELD(site_name, site_name)
FIELD(language, language)
FIELD(published, published)
FIELD(modified, modified)
FIELD(canonical, source.canonical)
FIELD(amp, source.amp)
FIELD(text, text)
FIELD(encoding, source.encoding)

double cutline_record_confidence(const cutline_record *record) {
    return record ? record->confidence : 0;
}

int cutline_record_truncated(const cutline_record *record) {
    return record && record->truncated;
}

/* How many a list has, and the one at an index. */
#define LIST(name, list, type)                                                                                         \
    size_t cutline_record_##name##_count(const cutline_record *record) {                                               \
        return record ? record->list.count : 0;                                                                        \
    }                                                                                                                  \
    const type *cutline_record_##name(const cutline_record *record, size_t index) {                                    \
        return record && index < record->list.count ? &record->list.at[index] : NULL;                                  \
    }

LIST(author, authors, cutline_person)
LIST(contributor, contributors, cutline_person)
LIST(edition, editions, cutline_edition)
LIST(related, related, cutline_related)
LIST(image, images, cutline_image)
LIST(media, media, cutline_media)
LIST(quote, quotes, cutline_quote)

cutline_string cutline_record_author_name(const cutline_record *record, size_t index) {
    const cutline_person *const author = cutline_record_author(record, index);
    return author ? author->name : CL_SLICE_NONE;
}

size_t cutline_record_topic_count(const cutline_record *record) {
    return record ? record->topics.count : 0;
}

cutline_string cutline_record_topic(const cutline_record *record, size_t index) {
    return record && index < record->topics.count ? record->topics.at[index] : CL_SLICE_NONE;
}

size_t cutline_record_keyword_count(const cutline_record *record) {
    return record ? record->keywords.count : 0;
}

cutline_string cutline_record_keyword(const cutline_record *record, size_t index) {
    return record && index < record->keywords.count ? record->keywords.at[index] : CL_SLICE_NONE;
}

size_t cutline_record_block_count(const cutline_record *record) {
    return record ? record->body_count : 0;
}

static const cl_body_block *block_at(const cutline_record *record, size_t index) {
    return record && index < record->body_count ? &record->body[index] : NULL;
}

cutline_block_type cutline_record_block_type(const cutline_record *record, size_t index) {
    const cl_body_block *const block = block_at(record, index);
    return block ? block->type : CUTLINE_BLOCK_NONE;
}

cutline_string cutline_record_block_text(const cutline_record *record, size_t index) {
    const cl_body_block *const block = block_at(record, index);
    return block ? block->text : CL_SLICE_NONE;
}

int cutline_record_block_level(const cutline_record *record, size_t index) {
    const cl_body_block *const block = block_at(record, index);
    return block ? block->level : 0;
}

size_t cutline_record_block_column_count(const cutline_record *record, size_t index) {
    const cl_body_block *const block = block_at(record, index);
    return block ? block->columns : 0;
}

cutline_string cutline_record_block_column(const cutline_record *record, size_t index, size_t column) {
    const cl_body_block *const block = block_at(record, index);
    return block && block->header && column < block->columns ? block->header[column] : CL_SLICE_NONE;
}

size_t cutline_record_block_header_row_count(const cutline_record *record, size_t index) {
    const cl_body_block *const block = block_at(record, index);
    return block ? block->header_rows : 0;
}

cutline_string cutline_record_block_time(const cutline_record *record, size_t index) {
    const cl_body_block *const block = block_at(record, index);
    return block ? block->time : CL_SLICE_NONE;
}

size_t cutline_record_block_span_count(const cutline_record *record, size_t index) {
    const cl_body_block *const block = block_at(record, index);
    return block ? block->span_count : 0;
}

const cutline_span *cutline_record_block_span(const cutline_record *record, size_t index, size_t span) {
    const cl_body_block *const block = block_at(record, index);
    return block && span < block->span_count ? &block->spans[span] : NULL;
}

cutline_status cutline_record_write(
    const cutline_record *record, cutline_format format, cutline_write_fn write, void *user, cutline_error *error) {
    static const cl_record empty = {.confidence = 0};
    if (!write)
        return cl_fail(
            error, CUTLINE_E_ARGUMENT, CUTLINE_STAGE_OUTPUT, 0, "cutline_record_write: a write function is needed");
    return cl_output_write(record ? record : &empty, format, write, user, error);
}

/* ---- all blocks of the page */

static const cl_block *page_block(const cutline_record *record, size_t index) {
    return record && record->page_blocks && index < record->page_blocks->list.count
               ? &record->page_blocks->list.at[index]
               : NULL;
}

size_t cutline_record_page_block_count(const cutline_record *record) {
    return record && record->page_blocks ? record->page_blocks->list.count : 0;
}

cutline_role cutline_record_page_block_role(const cutline_record *record, size_t index) {
    return page_block(record, index) ? (cutline_role)record->page_labels->list.at[index].role : CUTLINE_ROLE_OTHER;
}

double cutline_record_page_block_probability(const cutline_record *record, size_t index) {
    return page_block(record, index) ? (double)record->page_labels->list.at[index].probability : 0;
}

cutline_string cutline_record_page_block_type(const cutline_record *record, size_t index) {
    const cl_block *const block = page_block(record, index);
    return block ? cl_block_type_name(block->type) : CL_SLICE_NONE;
}

cutline_string cutline_record_page_block_text(const cutline_record *record, size_t index) {
    const cl_block *const block = page_block(record, index);
    return block ? block->text : CL_SLICE_NONE;
}

uint64_t cutline_record_page_block_offset(const cutline_record *record, size_t index) {
    const cl_block *const block = page_block(record, index);
    return block ? block->offset : 0;
}

size_t cutline_record_page_block_reasons(
    const cutline_record *record, size_t index, cutline_reason *reasons, size_t size) {
    return page_block(record, index) && record->page_features && reasons
               ? cl_measures(record->page_features, (uint32_t)index, reasons, size)
               : 0;
}

cutline_status cutline_record_page_block_path(
    const cutline_record *record, size_t index, cutline_write_fn write, void *user, cutline_error *error) {
    cl_writer w = {.write = write, .user = user, .count = 0, .failed = false};
    if (!write)
        return cl_fail(error, CUTLINE_E_ARGUMENT, CUTLINE_STAGE_OUTPUT, 0,
            "cutline_record_page_block_path: a write function is needed");
    if (page_block(record, index) && record->page_features)
        cl_put_path(&w, record->page_features, (uint32_t)index, cl_put_slice);
    cl_writer_flush(&w);
    return w.failed ? cl_fail(error, CUTLINE_E_WRITE, CUTLINE_STAGE_OUTPUT, 0, NULL) : CUTLINE_OK;
}

cutline_string cutline_record_page_kind(const cutline_record *record) {
    return record && record->page_labels ? cl_page_kind_name(record->page_labels->kind) : CL_SLICE_NONE;
}

_Static_assert((int)CL_ROLE_EDITION == (int)CUTLINE_ROLE_EDITION && (int)CL_ROLE_BODY == (int)CUTLINE_ROLE_BODY,
    "the roles of the labels are those of the API");

cutline_string cutline_role_name(cutline_role role) {
    return cl_role_name((cl_role)role);
}
