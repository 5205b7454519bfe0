/* A slice: a pointer and a length into bytes that somebody else keeps alive. */
#ifndef CL_BASE_SLICE_H
#define CL_BASE_SLICE_H

#include <cutline.h>
#include <stdbool.h>
#include <string.h>

/* The public string is the slice that is used everywhere inside. */
typedef cutline_string cl_slice;

#define CL_SLICE(literal) ((cl_slice){(literal), sizeof(literal) - 1})
#define CL_SLICE_NONE     ((cl_slice){NULL, 0})

static inline cl_slice cl_slice_of(const char *data, size_t size) {
    return (cl_slice){data, size};
}

static inline cl_slice cl_slice_z(const char *text) {
    return text ? (cl_slice){text, strlen(text)} : CL_SLICE_NONE;
}

static inline bool cl_slice_equal(cl_slice a, cl_slice b) {
    return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}

static inline char cl_ascii_lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static inline bool cl_is_ascii_letter(char c) {
    return (unsigned char)((c | 32) - 'a') < 26;
}

/* Equal but for the case of ASCII letters. */
static inline bool cl_slice_equal_nocase(cl_slice a, cl_slice b) {
    if (a.size != b.size)
        return false;
    for (size_t i = 0; i < a.size; i++)
        if (cl_ascii_lower(a.data[i]) != cl_ascii_lower(b.data[i]))
            return false;
    return true;
}

/* ASCII white space as the Infra and HTML standards have it: tab, LF, FF, CR, space. */
static inline bool cl_is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

/* Without the ASCII white space at both ends. */
static inline cl_slice cl_slice_trim(cl_slice s) {
    while (s.size && cl_is_space(s.data[0])) {
        s.data++;
        s.size--;
    }
    while (s.size && cl_is_space(s.data[s.size - 1]))
        s.size--;
    return s;
}

#endif
