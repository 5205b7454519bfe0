#include "record/fields.h"
#include "record/language_detect.h"
#include "record/string.h"

#define TEXT_MIN 40u /* letters of a block that is read where there is no body */

static bool alphanumeric(char c) {
    const char low = cl_ascii_lower(c);
    return (low >= 'a' && low <= 'z') || (c >= '0' && c <= '9');
}

cl_slice cl_language_tag(cl_slice text, cl_arena *arena, bool *failed) {
    text = cl_slice_trim(text);
    char tag[36];
    size_t size = 0, part = 0;
    for (size_t i = 0; i < text.size && size < sizeof tag - 1; i++) {
        const char c = text.data[i];
        if (c == ',' || c == ';' || c == '.' || cl_is_space(c))
            break; /* a list, or "en_US.UTF-8": the first */
        if (c == '-' || c == '_') {
            tag[size++] = '-';
            part = size;
            continue;
        }
        if (!alphanumeric(c))
            return CL_SLICE_NONE;
        tag[size++] = cl_ascii_lower(c);
    }
    while (size && tag[size - 1] == '-')
        size--;
    /* RFC 5646, section 2.1.1: regions in capitals, scripts with one. */
    for (size_t i = 0, begin = 0; i <= size; i++) {
        if (i < size && tag[i] != '-')
            continue;
        part = i - begin;
        if (begin == 0 && (part < 2 || part > 3))
            return CL_SLICE_NONE;
        if (begin && (part == 2 || part == 4))
            for (size_t k = begin; k < (part == 2 ? i : begin + 1); k++)
                tag[k] = tag[k] >= 'a' && tag[k] <= 'z' ? (char)(tag[k] - 32) : tag[k];
        begin = i + 1;
    }
    const cl_slice copy = cl_arena_copy(arena, cl_slice_of(tag, size));
    *failed |= copy.data == NULL;
    return copy;
}

static bool right_to_left(cl_slice tag) {
    static const char *const languages[] = {
        "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "ug", "ur", "yi"};
    const char *const dash = tag.size ? memchr(tag.data, '-', tag.size) : NULL;
    const cl_slice language = cl_slice_of(tag.data, dash ? (size_t)(dash - tag.data) : tag.size);
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
        if (cl_slice_equal(language, cl_slice_z(languages[i])))
            return true;
    return false;
}

/* What the body says; without one, whatever runs of text there are. */
static cl_language_guess guess_of(const cl_making *m) {
    cl_language_counts counts;
    memset(&counts, 0, sizeof counts);
    for (unsigned turn = 0; turn < 2 && !counts.read; turn++)
        for (uint32_t i = 0; i < m->labels->list.count && counts.read < CL_LANGUAGE_SAMPLE; i++)
            if (turn == 0 ? m->labels->list.at[i].role == CL_ROLE_BODY : m->blocks->list.at[i].chars >= TEXT_MIN)
                cl_language_read(&counts, m->blocks->list.at[i].text);
    if (!counts.read)
        cl_language_read(&counts, m->data->title);
    return cl_language_guess_of(&counts);
}

/* The page's own word, where its text does not say otherwise; that is where the region is known. */
void cl_make_language(cl_making *m) {
    cl_record *const record = m->record;
    const cl_language_guess guess = guess_of(m);
    const struct {
        cl_slice tag;
        cl_origin from;
    } found[] = {{m->data->language, CL_FROM_META},
        {cl_page_data_json(m->data, CL_SLICE("inLanguage"), m->arena, &m->failed), CL_FROM_JSON_LD},
        {m->data->meta[CL_META_LANGUAGE].value, CL_FROM_META}};
    for (size_t i = 0; i < sizeof found / sizeof *found && !record->language.size; i++) {
        const cl_slice tag = cl_language_tag(found[i].tag, m->arena, &m->failed);
        if (!tag.size || (guess.sure && !cl_language_alike(tag, guess.tag)))
            continue;
        record->language = tag;
        record->from.language = found[i].from;
    }
    if (!record->language.size) {
        record->language = guess.tag;
        record->from.language = guess.tag.size ? CL_FROM_TEXT : CL_FROM_NOWHERE;
    }
    if (guess.letters)
        record->direction = guess.rightward ? CL_SLICE("rtl") : CL_SLICE("ltr");
    else if (cl_slice_equal_nocase(m->data->direction, CL_SLICE("rtl")))
        record->direction = CL_SLICE("rtl");
    else if (cl_slice_equal_nocase(m->data->direction, CL_SLICE("ltr")))
        record->direction = CL_SLICE("ltr");
    else if (record->language.size)
        record->direction = right_to_left(record->language) ? CL_SLICE("rtl") : CL_SLICE("ltr");
}
