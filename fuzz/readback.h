/* Cheap readers of what the formats write: enough to see that no text has become structure. */
#ifndef FUZZ_READBACK_H
#define FUZZ_READBACK_H

#include <cutline.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

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
        const bool closes = p[i + 1] == '/', alone = p[end - 1] == '/' || p[i + 1] == '?' || p[i + 1] == '!';
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

/* A number of so many bytes, as ZIP has them. */
static inline size_t cl_read_number(const char *p, unsigned bytes) {
    size_t n = 0;
    while (bytes--)
        n = n << 8 | (unsigned char)p[bytes];
    return n;
}

/* The bytes of a file in an archive by RFC 1951; NULL where they are not as many as is said. To be freed. */
static inline char *cl_inflated(const char *p, size_t packed, size_t size) {
    char *const out = malloc(size + 1);
    z_stream s = {.next_in = (unsigned char *)(uintptr_t)p, .avail_in = (uInt)packed};
    if (!out || inflateInit2(&s, -MAX_WBITS) != Z_OK) {
        free(out);
        return NULL;
    }
    s.next_out = (unsigned char *)out;
    s.avail_out = (uInt)size + 1;
    const bool whole = inflate(&s, Z_FINISH) == Z_STREAM_END && s.total_out == size && !s.avail_in;
    inflateEnd(&s);
    if (!whole) {
        free(out);
        return NULL;
    }
    return out;
}

/* A file of a book: what its name says that it is. */
static inline bool cl_reads_as_chapter(const char *name, size_t name_size, const char *p, size_t size) {
    static const char style[] = ".css", type[] = "mimetype";
    if (name_size == sizeof type - 1 && memcmp(name, type, name_size) == 0)
        return size == 20 && memcmp(p, "application/epub+zip", size) == 0;
    if (name_size >= sizeof style && memcmp(name + name_size - (sizeof style - 1), style, sizeof style - 1) == 0)
        return true;
    return cl_reads_as_xml(p, size);
}

/* An archive of files that all read back, the first of which says what it is: entries of the directory and what stands
 * before each file say the same, and files follow one another without a gap. */
static inline bool cl_reads_as_book(const char *p, size_t size) {
    if (size < 22 || cl_read_number(p + size - 22, 4) != 0x06054b50)
        return false;
    const char *const end = p + size - 22;
    const size_t files = cl_read_number(end + 10, 2), length = cl_read_number(end + 12, 4);
    const size_t begin = cl_read_number(end + 16, 4);
    if (files < 4 || begin + length + 22 != size)
        return false;
    const char *entry = p + begin;
    size_t at = 0;
    for (size_t i = 0; i < files; i++) {
        if (end - entry < 46 || cl_read_number(entry, 4) != 0x02014b50 || cl_read_number(entry + 42, 4) != at ||
            begin - at < 30 || cl_read_number(p + at, 4) != 0x04034b50 || memcmp(entry + 6, p + at + 4, 26) != 0)
            return false;
        const size_t packed = cl_read_number(entry + 20, 4), whole = cl_read_number(entry + 24, 4);
        const size_t name_size = cl_read_number(entry + 28, 2);
        if ((size_t)(end - entry) < 46 + name_size || begin - at < 30 + name_size + packed ||
            memcmp(entry + 46, p + at + 30, name_size) != 0 || (!i && name_size != sizeof "mimetype" - 1))
            return false;
        const char *const data = p + at + 30 + name_size;
        const bool deflated = cl_read_number(entry + 10, 2) == 8;
        char *const out = deflated ? cl_inflated(data, packed, whole) : NULL;
        const char *const file = deflated ? out : data;
        const bool good = file && (deflated || packed == whole) &&
                          crc32(0, (const unsigned char *)file, (uInt)whole) == cl_read_number(entry + 16, 4) &&
                          cl_reads_as_chapter(entry + 46, name_size, file, whole);
        free(out);
        if (!good)
            return false;
        at += 30 + name_size + packed;
        entry += 46 + name_size;
    }
    return at == begin && entry == end;
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
    case CUTLINE_FORMAT_EPUB:
        return cl_reads_as_book(p, size);
    default:
        return true;
    }
}

#endif
