/* HTML, or text that was flattened already. */
#include "api/context.h"

#define SAMPLE ((size_t)64 << 10)

/* Where the text does not begin with a tag: so many bytes for each tag of HTML at most. Of 840 flattened news texts,
 * none begins with a tag, and three hold tags that HTML has: 2 in some 3,000 bytes. Of 5,313 pages, all but three begin
 * with one, and these have one every 60 bytes or less. */
#define BYTES_A_TAG 256u

/* Whether "<" at text[at] begins a tag of a known element, or a comment, a doctype or an XML declaration. */
static bool is_tag(cl_slice text, size_t at) {
    char name[16];
    size_t i = at + 1, size = 0;
    if (i < text.size && (text.data[i] == '!' || text.data[i] == '?'))
        return i + 1 < text.size &&
               (cl_is_ascii_letter(text.data[i + 1]) || text.data[i + 1] == '-' || text.data[i + 1] == '[');
    if (i < text.size && text.data[i] == '/')
        i++;
    while (i < text.size && size < sizeof name &&
           (cl_is_ascii_letter(text.data[i]) || (text.data[i] >= '1' && text.data[i] <= '6')))
        name[size++] = cl_ascii_lower(text.data[i++]);
    if (i < text.size && text.data[i] != '>' && text.data[i] != '/' && !cl_is_space(text.data[i]))
        return false;
    return cl_tag_known(name, size) != CL_TAG_NONE;
}

cutline_kind cl_kind_of(cl_slice text) {
    const cl_slice sample = cl_slice_trim(cl_slice_of(text.data, text.size > SAMPLE ? SAMPLE : text.size));
    size_t tags = 0;
    for (const char *p = sample.data, *const end = p + sample.size; p < end; p++) {
        p = memchr(p, '<', (size_t)(end - p));
        if (!p)
            break;
        const size_t at = (size_t)(p - sample.data);
        if (is_tag(sample, at)) {
            if (at == 0)
                return CUTLINE_KIND_HTML;
            tags++;
        }
    }
    return tags * BYTES_A_TAG > sample.size ? CUTLINE_KIND_HTML : CUTLINE_KIND_TEXT;
}
