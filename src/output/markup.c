#include "output/markup.h"

#define REPLACEMENT "\xef\xbf\xbd" /* U+FFFD */

static const char *entity(unsigned char c) {
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    case '\r':
        return "\n"; /* a parser would make that of it; as "&#13;" it is an error in HTML */
    default:
        return (c < ' ' && c != '\n' && c != '\t') || c == 0x7f ? REPLACEMENT : NULL;
    }
}

/* Size of the character at `p` where it is a control of C1 or a noncharacter, else 0. */
static size_t no_character(const unsigned char *p, size_t size) {
    if (p[0] == 0xC2)
        return size > 1 && p[1] < 0xA0 ? 2 : 0;
    if (p[0] == 0xEF && size > 2) {
        const bool end_of_plane = p[1] == 0xBF && p[2] >= 0xBE;           /* U+FFFE, U+FFFF */
        const bool arabic = p[1] == 0xB7 && p[2] >= 0x90 && p[2] <= 0xAF; /* U+FDD0 to U+FDEF */
        return end_of_plane || arabic ? 3 : 0;
    }
    if (p[0] >= 0xF0 && size > 3)
        return (p[1] & 0x0F) == 0x0F && p[2] == 0xBF && p[3] >= 0xBE ? 4 : 0; /* U+1FFFE and so on */
    return 0;
}

void cl_put_markup(cl_writer *w, cl_slice s) {
    const unsigned char *const p = (const unsigned char *)s.data;
    size_t begin = 0;
    for (size_t i = 0; i < s.size; i++) {
        const size_t none = p[i] < 0x80 ? 0 : no_character(p + i, s.size - i);
        const char *const instead = none ? REPLACEMENT : p[i] < 0x80 ? entity(p[i]) : NULL;
        if (!instead)
            continue;
        cl_put(w, s.data + begin, i - begin);
        cl_put_slice(w, cl_slice_z(instead));
        i += none ? none - 1 : 0;
        begin = i + 1;
    }
    if (s.size)
        cl_put(w, s.data + begin, s.size - begin);
}

/* The scheme of an address in lower case, as a browser reads it: its size, 0 where there is none; SIZE_MAX where it is
 * longer than any that leads somewhere. */
#define SCHEME_MAX 8u
static size_t scheme_of(cl_slice url, char scheme[SCHEME_MAX + 1]) {
    size_t size = 0, i = 0;
    while (i < url.size && (unsigned char)url.data[i] <= ' ')
        i++;
    for (; i < url.size; i++) {
        const char c = url.data[i];
        if (c == '\t' || c == '\n' || c == '\r')
            continue;
        if (c == ':')
            return size;
        const bool fits =
            cl_is_ascii_letter(c) || (size && ((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'));
        if (!fits)
            return 0;
        if (size == SCHEME_MAX)
            return SIZE_MAX;
        scheme[size++] = cl_ascii_lower(c);
    }
    return 0;
}

static bool is_web(const char *scheme, size_t size) {
    return (size == 4 && memcmp(scheme, "http", 4) == 0) || (size == 5 && memcmp(scheme, "https", 5) == 0);
}

bool cl_url_leads(cl_slice url) {
    char scheme[SCHEME_MAX + 1];
    const size_t size = url.size ? scheme_of(url, scheme) : SIZE_MAX;
    return size == 0 || (size != SIZE_MAX && (is_web(scheme, size) || (size == 6 && memcmp(scheme, "mailto", 6) == 0) ||
                                                 (size == 3 && memcmp(scheme, "tel", 3) == 0)));
}

bool cl_url_is_absolute(cl_slice url) {
    char scheme[SCHEME_MAX + 1];
    const size_t size = url.size ? scheme_of(url, scheme) : SIZE_MAX;
    return size != SIZE_MAX && is_web(scheme, size);
}

bool cl_url_is_whole(cl_slice url) {
    const cl_slice s = cl_slice_trim(url);
    if (!s.size)
        return false;
    const char *at = memchr(s.data, ':', s.size);
    const char *const end = s.data + s.size;
    if (!cl_url_is_absolute(s) || !at || end - at < 4 || at[1] != '/' || at[2] != '/' || memchr(s.data, '\n', s.size) ||
        memchr(s.data, '\t', s.size) || memchr(s.data, '\r', s.size))
        return false;
    at += 3;
    bool name = false; /* the host ends in a letter or a digit */
    for (; at < end && (cl_is_ascii_letter(*at) || (*at >= '0' && *at <= '9') || (name && (*at == '-' || *at == '.')));
         at++)
        name = *at != '-' && *at != '.';
    if (name && at + 1 < end && *at == ':' && at[1] >= '0' && at[1] <= '9')
        for (at++; at < end && *at >= '0' && *at <= '9';)
            at++;
    if (!name || (at < end && *at != '/' && *at != '?' && *at != '#'))
        return false;
    const char *const fragment = at < end ? memchr(at, '#', (size_t)(end - at)) : NULL;
    return !fragment || !memchr(fragment + 1, '#', (size_t)(end - fragment - 1));
}

static bool is_hex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/* Whether a percent sign begins an encoded byte. */
static bool is_encoded(cl_slice s, size_t i) {
    return s.size - i > 2 && is_hex(s.data[i + 1]) && is_hex(s.data[i + 2]);
}

void cl_put_url_by(cl_writer *w, cl_slice url, const char *also, void (*put)(cl_writer *w, cl_slice s)) {
    static const char digits[] = "0123456789ABCDEF";
    const cl_slice s = cl_slice_trim(url);
    size_t begin = 0;
    for (size_t i = 0; i < s.size; i++) {
        const unsigned char c = (unsigned char)s.data[i];
        if (c > ' ' && c != 0x7f && !strchr("\"<>\\^`{|}[]", c) && !strchr(also, c) && !(c == '%' && !is_encoded(s, i)))
            continue;
        put(w, cl_slice_of(s.data + begin, i - begin));
        begin = i + 1;
        if (c == '\t' || c == '\n' || c == '\r')
            continue;
        const char encoded[3] = {'%', digits[c >> 4], digits[c & 15]};
        cl_put(w, encoded, sizeof encoded);
    }
    put(w, cl_slice_of(s.data + begin, s.size - begin));
}

void cl_put_url(cl_writer *w, cl_slice url) {
    cl_put_url_by(w, url, "", cl_put_markup);
}

void cl_put_element(cl_writer *w, const char *tag, cl_slice text) {
    if (!text.size)
        return;
    cl_put_text(w, "<");
    cl_put_slice(w, cl_slice_z(tag));
    cl_put_text(w, ">");
    cl_put_markup(w, text);
    cl_put_text(w, "</");
    cl_put_slice(w, cl_slice_z(tag));
    cl_put_text(w, ">\n");
}

void cl_put_attribute(cl_writer *w, const char *name, cl_slice value) {
    if (!value.data)
        return;
    cl_put_text(w, " ");
    cl_put_slice(w, cl_slice_z(name));
    cl_put_text(w, "=\"");
    cl_put_markup(w, value);
    cl_put_text(w, "\"");
}
