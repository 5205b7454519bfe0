/* Strings, numbers and members of JSON (RFC 8259). */
#include "base/simd.h"
#include "output/writer.h"

#include <stdio.h>

/* The first byte from `i` on that needs an escape; s.size where none does. */
static size_t find_escaped(cl_slice s, size_t i) {
    for (; i + 16 <= s.size; i += 16) {
        const cl_bytes16 b = cl_load(s.data + i);
        const uint32_t escaped = cl_mask(cl_or(cl_or(cl_eq(b, '"'), cl_eq(b, '\\')), cl_le(b, ' ' - 1)));
        if (escaped)
            return i + cl_first(escaped);
    }
    while (i < s.size && (unsigned char)s.data[i] >= ' ' && s.data[i] != '"' && s.data[i] != '\\')
        i++;
    return i;
}

/* A string in quotation marks: what needs no escape in one piece. */
void cl_put_json_string(cl_writer *w, cl_slice s) {
    static const char digits[] = "0123456789abcdef";
    cl_put_text(w, "\"");
    size_t begin = 0;
    for (size_t i = find_escaped(s, 0); i < s.size; i = find_escaped(s, i + 1)) {
        const unsigned char c = (unsigned char)s.data[i];
        cl_put(w, s.data + begin, i - begin);
        begin = i + 1;
        switch (c) {
        case '"':
            cl_put_text(w, "\\\"");
            break;
        case '\\':
            cl_put_text(w, "\\\\");
            break;
        case '\n':
            cl_put_text(w, "\\n");
            break;
        case '\t':
            cl_put_text(w, "\\t");
            break;
        case '\r':
            cl_put_text(w, "\\r");
            break;
        default: {
            const char escape[6] = {'\\', 'u', '0', '0', digits[c >> 4], digits[c & 15]};
            cl_put(w, escape, sizeof escape);
        }
        }
    }
    cl_put(w, s.data + begin, s.size - begin);
    cl_put_text(w, "\"");
}

/* A comma where the object or list has something in it, then the name. */
void cl_put_name(cl_writer *w, bool *any, cl_slice name) {
    if (*any)
        cl_put_text(w, ",");
    *any = true;
    cl_put_json_string(w, name);
    cl_put_text(w, ":");
}

void cl_put_field(cl_writer *w, bool *any, cl_slice name, cl_slice value) {
    if (!value.data)
        return;
    cl_put_name(w, any, name);
    cl_put_json_string(w, value);
}

void cl_put_number(cl_writer *w, uint64_t value) {
    char digits[24];
    char *at = digits + sizeof digits;
    do {
        *--at = (char)('0' + value % 10);
        value /= 10;
    } while (value);
    cl_put(w, at, (size_t)(digits + sizeof digits - at));
}

void cl_put_thousandths(cl_writer *w, double value) {
    /* Without the locale's decimal point. */
    char digits[16];
    const unsigned thousandths = (unsigned)(value * 1000 + 0.5);
    const int size = snprintf(digits, sizeof digits, "%u.%03u", thousandths / 1000, thousandths % 1000);
    cl_put(w, digits, (size_t)size);
}
