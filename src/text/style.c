/* What a text as a whole is like. */
#include "text/parts.h"

#define LINKS_MIN     3u    /* "](" of a text in Markdown */
#define FOOTNOTES_MIN 3u    /* lines of a list of addresses, as lynx writes it */
#define GLUED_MIN     3u    /* places at which blocks seem to be glued */
#define GLUED_BYTES   1200u /* of text for each such place at most */

uint32_t cl_text_count_links(cl_slice line) {
    uint32_t n = 0;
    for (const char *p = line.data, *const end = p + line.size; (p = memchr(p, ']', (size_t)(end - p))) != NULL; p++)
        n += p + 2 < end && p[1] == '(';
    return n;
}

/* "  12. https://…" */
static bool is_footnote(cl_slice line) {
    size_t i = 0;
    while (i < line.size && line.data[i] >= '0' && line.data[i] <= '9')
        i++;
    if (!i || i > 5 || line.size < i + 6 || line.data[i] != '.' || line.data[i + 1] != ' ')
        return false;
    const cl_slice rest = cl_slice_of(line.data + i + 2, line.size - i - 2);
    return cl_text_begins(rest, CL_SLICE("http")) || cl_text_begins(rest, CL_SLICE("file:")) ||
           cl_text_begins(rest, CL_SLICE("mailto:")) || cl_text_begins(rest, CL_SLICE("javascript:"));
}

static bool is_hash_heading(cl_slice line) {
    size_t i = 0;
    while (i < line.size && line.data[i] == '#')
        i++;
    return i && i <= 6 && i + 1 < line.size && line.data[i] == ' ';
}

void cl_text_find_style(cl_text *text) {
    uint32_t links = 0, footnotes = 0, headings = 0, glued = 0;
    uint64_t bytes = 0;
    for (size_t i = 0; i < text->lines.count; i++) {
        const cl_slice line = text->lines.at[i].text;
        links += cl_text_count_links(line);
        footnotes += is_footnote(line);
        headings += is_hash_heading(line);
        if (cl_text_is_code(line))
            continue;
        glued += cl_text_count_glued(line);
        bytes += line.size;
    }
    text->style = (cl_text_style){.markdown = links >= LINKS_MIN || (links && headings),
        .footnoted = footnotes >= FOOTNOTES_MIN,
        .glued = glued >= GLUED_MIN && (uint64_t)glued * GLUED_BYTES >= bytes};
}
