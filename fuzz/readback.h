/* Cheap readers of what the formats write: enough to see that no text has become structure. */
#ifndef FUZZ_READBACK_H
#define FUZZ_READBACK_H

#include <cutline.h>
#include <stdbool.h>
#include <string.h>

/* JSON, one object a line: strings end, brackets are in pairs. */
static inline bool cl_reads_as_json(const char *p, size_t size) {
    enum { DEEPEST = 16 };
    char open[DEEPEST];
    size_t depth = 0;
    for (size_t i = 0; i < size; i++) {
        if (p[i] == '"') {
            for (i++; i < size && p[i] != '"'; i++) {
                if ((unsigned char)p[i] < ' ')
                    return false;
                i += p[i] == '\\';
            }
            if (i >= size)
                return false;
        } else if (p[i] == '{' || p[i] == '[') {
            if (depth == DEEPEST)
                return false;
            open[depth++] = p[i] == '{' ? '}' : ']';
        } else if (p[i] == '}' || p[i] == ']') {
            if (!depth || open[--depth] != p[i])
                return false;
        }
    }
    return depth == 0;
}

/* XML of the kind that is written here: elements are in pairs, "&" is one of the five, attributes are in quotation
 * marks. */
static inline bool cl_reads_as_xml(const char *p, size_t size) {
    enum { DEEPEST = 64 };
    struct {
        const char *at;
        size_t size;
    } open[DEEPEST];
    size_t depth = 0;
    for (size_t i = 0; i < size; i++) {
        const unsigned char c = (unsigned char)p[i];
        if ((c < ' ' && c != '\n' && c != '\t') || c == '>')
            return false;
        if (c == '&' && memcmp(p + i, "&amp;", 5) != 0 && memcmp(p + i, "&lt;", 4) != 0 &&
            memcmp(p + i, "&gt;", 4) != 0 && memcmp(p + i, "&quot;", 6) != 0 && memcmp(p + i, "&#39;", 5) != 0)
            return false;
        if (c != '<')
            continue;
        size_t end = i + 1;
        for (bool quoted = false; end < size && (quoted || p[end] != '>'); end++) {
            quoted ^= p[end] == '"';
            if (p[end] == '<')
                return false;
        }
        if (end >= size)
            return false;
        const bool closes = p[i + 1] == '/', alone = p[end - 1] == '/' || p[i + 1] == '?';
        const char *const name = p + i + 1 + closes;
        const size_t length = strcspn(name, " />");
        if (closes && (!depth || open[--depth].size != length || memcmp(open[depth].at, name, length) != 0))
            return false;
        if (!closes && !alone) {
            if (depth == DEEPEST)
                return false;
            open[depth].at = name;
            open[depth++].size = length;
        }
        i = end;
    }
    return depth == 0;
}

/* A table: as many cells in each row, no mark within a cell that is not in marks. */
static inline bool cl_reads_as_table(const char *p, size_t size, char separator) {
    size_t columns = 0, cells = 1, rows = 0;
    for (size_t i = 0; i < size; i++) {
        if (p[i] == '"') {
            for (i++; i < size && (p[i] != '"' || (i + 1 < size && p[i + 1] == '"')); i++)
                i += p[i] == '"';
            if (i >= size)
                return false;
        } else if (p[i] == separator) {
            cells++;
        } else if (p[i] == '\r' || p[i] == '\n') {
            if (p[i] != '\r' || i + 1 >= size || p[i + 1] != '\n' || (rows && cells != columns))
                return false;
            columns = cells;
            cells = 1;
            rows++;
            i++;
        }
    }
    return rows == 2 && cells == 1;
}

static inline bool cl_reads_back(cutline_format format, const char *p, size_t size) {
    switch (format) {
    case CUTLINE_FORMAT_JSON:
    case CUTLINE_FORMAT_BLOCKS:
    case CUTLINE_FORMAT_FEATURES:
    case CUTLINE_FORMAT_NINJS:
        return cl_reads_as_json(p, size);
    case CUTLINE_FORMAT_XML:
    case CUTLINE_FORMAT_TEI:
        return cl_reads_as_xml(p, size);
    case CUTLINE_FORMAT_CSV:
        return cl_reads_as_table(p, size, ',');
    case CUTLINE_FORMAT_TSV:
        return cl_reads_as_table(p, size, '\t');
    default:
        return true;
    }
}

#endif
