#include "output/choice.h"

static const char *const names[CL_FIELD_COUNT] = {[CL_FIELD_SOURCE] = "source",
    [CL_FIELD_TITLE] = "title",
    [CL_FIELD_KICKER] = "kicker",
    [CL_FIELD_DECK] = "deck",
    [CL_FIELD_SITE] = "site",
    [CL_FIELD_LANGUAGE] = "language",
    [CL_FIELD_DIRECTION] = "direction",
    [CL_FIELD_AUTHORS] = "authors",
    [CL_FIELD_CONTRIBUTORS] = "contributors",
    [CL_FIELD_PUBLISHED] = "published",
    [CL_FIELD_MODIFIED] = "modified",
    [CL_FIELD_DATELINE] = "dateline",
    [CL_FIELD_SECTION] = "section",
    [CL_FIELD_TOPICS] = "topics",
    [CL_FIELD_KEYWORDS] = "keywords",
    [CL_FIELD_EDITIONS] = "editions",
    [CL_FIELD_ACCESS] = "access",
    [CL_FIELD_TRUNCATED] = "truncated",
    [CL_FIELD_PROBLEM] = "problem",
    [CL_FIELD_PAGES] = "pages",
    [CL_FIELD_IMAGES] = "images",
    [CL_FIELD_BODY] = "body",
    [CL_FIELD_TEXT] = "text",
    [CL_FIELD_MEDIA] = "media",
    [CL_FIELD_QUOTES] = "quotes",
    [CL_FIELD_RELATED] = "related",
    [CL_FIELD_COMMENTS] = "comments",
    [CL_FIELD_CONFIDENCE] = "confidence",
    [CL_FIELD_FROM] = "from",
    [CL_FIELD_DROPPED] = "dropped"};

cl_slice cl_field_name(size_t field) {
    return field < CL_FIELD_COUNT ? cl_slice_z(names[field]) : CL_SLICE_NONE;
}

static uint64_t bit_of(cl_slice name) {
    for (size_t i = 0; i < CL_FIELD_COUNT; i++)
        if (cl_slice_equal(name, cl_slice_z(names[i])))
            return UINT64_C(1) << i;
    return 0;
}

uint64_t cl_fields_without(cl_slice list) {
    uint64_t with = 0;
    for (size_t begin = 0, i = 0; i <= list.size; i++) {
        if (i < list.size && list.data[i] != ',')
            continue;
        const uint64_t bit = bit_of(cl_slice_trim(cl_slice_of(list.data + begin, i - begin)));
        if (!bit)
            return UINT64_MAX;
        with |= bit;
        begin = i + 1;
    }
    return ~with & ((UINT64_C(1) << CL_FIELD_COUNT) - 1);
}
