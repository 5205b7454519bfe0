#include "text/text.h"

bool cl_text_split(const cutline_allocator *allocator, cl_slice source, cl_text_lines *lines) {
    cl_vector_clear(allocator, lines);
    uint32_t blanks = 0;
    size_t at = 0;
    while (at < source.size) {
        const char *const begin = source.data + at;
        const char *const found = memchr(begin, '\n', source.size - at);
        const size_t size = found ? (size_t)(found - begin) : source.size - at;
        const cl_slice line = cl_slice_trim(cl_slice_of(begin, size));
        at += size + 1;
        if (!line.size) {
            blanks++;
            continue;
        }
        if (!cl_vector_room(allocator, lines))
            return false;
        lines->at[lines->count++] =
            (cl_text_line){.text = line, .offset = (uint32_t)(line.data - source.data), .blanks = blanks};
        blanks = 0;
    }
    return true;
}
