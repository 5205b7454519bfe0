/* What of a record is written: fields by name, and the parts of a document. */
#ifndef CL_OUTPUT_CHOICE_H
#define CL_OUTPUT_CHOICE_H

#include "record/record.h"

/* The fields of a record, in the order of JSON. Their places are bits of cl_record.choice.without_fields. */
typedef enum cl_field {
    CL_FIELD_SOURCE,
    CL_FIELD_TITLE,
    CL_FIELD_KICKER,
    CL_FIELD_DECK,
    CL_FIELD_SITE,
    CL_FIELD_LANGUAGE,
    CL_FIELD_DIRECTION,
    CL_FIELD_AUTHORS,
    CL_FIELD_CONTRIBUTORS,
    CL_FIELD_PUBLISHED,
    CL_FIELD_MODIFIED,
    CL_FIELD_DATELINE,
    CL_FIELD_SECTION,
    CL_FIELD_TOPICS,
    CL_FIELD_KEYWORDS,
    CL_FIELD_EDITIONS,
    CL_FIELD_ACCESS,
    CL_FIELD_TRUNCATED,
    CL_FIELD_PROBLEM,
    CL_FIELD_PAGES,
    CL_FIELD_IMAGES,
    CL_FIELD_BODY,
    CL_FIELD_TEXT,
    CL_FIELD_MEDIA,
    CL_FIELD_QUOTES,
    CL_FIELD_RELATED,
    CL_FIELD_COMMENTS,
    CL_FIELD_CONFIDENCE,
    CL_FIELD_FROM,
    CL_FIELD_DROPPED,
    CL_FIELD_COUNT
} cl_field;

/* "source", "title" and so on; a constant. The absent slice past the end. */
cl_slice cl_field_name(size_t field);
/* The bits of all fields that a list of names ("title,authors,text") leaves out; UINT64_MAX where it has a name that is
 * none, or no name at all. */
uint64_t cl_fields_without(cl_slice names);

static inline bool cl_has_field(const cl_record *r, cl_field field) {
    return !(r->choice.without_fields >> field & 1);
}

/* Whether a part is to be shown in a format that shows it unless told otherwise (`usual`), or does not. */
static inline bool cl_shows(const cl_record *r, cutline_part part, bool usual) {
    return r->choice.with >> part & 1 ? true : r->choice.without >> part & 1 ? false : usual;
}

/* Whether a block of the page is a reader's comment that is not in the body anyway. */
static inline bool cl_is_comment(const cl_record *r, size_t block) {
    return r->page_labels->list.at[block].role == CL_ROLE_COMMENT && !cl_record_keeps(r, block);
}

/* The next block of the page that is a comment, from one on; SIZE_MAX where there is none. */
static inline size_t cl_next_comment(const cl_record *r, size_t from) {
    for (size_t i = from; r->page_blocks && i < r->page_blocks->list.count; i++)
        if (cl_is_comment(r, i))
            return i;
    return SIZE_MAX;
}

#endif
