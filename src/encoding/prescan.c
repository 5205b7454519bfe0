/* What a page says of its own encoding (HTML Standard, section 13.2.3.2, "prescan a byte stream to determine its
 * encoding"). Attribute names and values stay slices of the input: they are compared without case instead of being
 * lower-cased as in the standard, which comes to the same. */
#include "encoding/decoders.h"
#include "encoding/prescan.h"

#define PRESCAN_BYTES 1024u

/* The position pointer; `over` is set where it ran past the end, which ends the whole algorithm. */
typedef struct scan {
    const char *bytes;
    size_t size;
    size_t at;
    bool over;
} scan;

typedef struct attribute {
    cl_slice name;
    cl_slice value;
} attribute;

/* Advances to the next byte that `is` says yes (or, with `yes` false, no) to. */
static bool skip_until(scan *s, bool (*is)(char), bool yes) {
    while (s->at < s->size && is(s->bytes[s->at]) != yes)
        s->at++;
    s->over = s->over || s->at >= s->size;
    return !s->over;
}

static bool is_space_or_slash(char c) {
    return cl_is_space(c) || c == '/';
}

static bool is_space_or_end(char c) {
    return cl_is_space(c) || c == '>';
}

static bool is_name_end(char c) {
    return is_space_or_end(c) || c == '/' || c == '=';
}

static bool is_end(char c) {
    return c == '>';
}

/* "get an attribute", from the step named value on. */
static bool get_value(scan *s, attribute *a) {
    if (!skip_until(s, cl_is_space, false))
        return false;
    const char quote = s->bytes[s->at];
    if (quote == '"' || quote == '\'') {
        const char *const start = s->bytes + s->at + 1;
        const char *const end = memchr(start, quote, s->size - s->at - 1);
        if (!end) {
            s->over = true;
            return false;
        }
        a->value = cl_slice_of(start, (size_t)(end - start));
        s->at = (size_t)(end - s->bytes) + 1;
        return true;
    }
    const size_t start = s->at;
    if (!skip_until(s, is_space_or_end, true))
        return false;
    a->value = cl_slice_of(s->bytes + start, s->at - start);
    return true;
}

/* "get an attribute": false where there is none, or where the bytes ran out (s->over). */
static bool get_attribute(scan *s, attribute *a) {
    if (!skip_until(s, is_space_or_slash, false) || s->bytes[s->at] == '>')
        return false;
    const size_t start = s->at;
    s->at += s->bytes[start] == '='; /* at the start of a name it belongs to it */
    if (!skip_until(s, is_name_end, true))
        return false;
    a->name = cl_slice_of(s->bytes + start, s->at - start);
    a->value = CL_SLICE("");
    if (cl_is_space(s->bytes[s->at]) && !skip_until(s, cl_is_space, false))
        return false;
    if (s->bytes[s->at] != '=')
        return true;
    s->at++;
    return get_value(s, a);
}

/* "algorithm for extracting a character encoding from a meta element" (HTML Standard, section 2.5.4). */
static const cl_encoding *extract_from_content(cl_slice s) {
    static const size_t word = sizeof "charset" - 1;
    size_t at = 0;
    for (;;) {
        while (at + word <= s.size && !cl_slice_equal_nocase(cl_slice_of(s.data + at, word), CL_SLICE("charset")))
            at++;
        if (at + word > s.size)
            return NULL;
        at += word;
        while (at < s.size && cl_is_space(s.data[at]))
            at++;
        if (at < s.size && s.data[at] == '=')
            break;
    }
    at++;
    while (at < s.size && cl_is_space(s.data[at]))
        at++;
    if (at == s.size)
        return NULL;
    const char quote = s.data[at];
    if (quote == '"' || quote == '\'') {
        const char *const start = s.data + at + 1;
        const char *const end = memchr(start, quote, s.size - at - 1);
        return end ? cl_encoding_for_label(cl_slice_of(start, (size_t)(end - start))) : NULL;
    }
    const size_t start = at;
    while (at < s.size && !cl_is_space(s.data[at]) && s.data[at] != ';')
        at++;
    return cl_encoding_for_label(cl_slice_of(s.data + start, at - start));
}

/* What the attributes of a <meta> come to: its encoding, or NULL. */
static const cl_encoding *read_meta(scan *s) {
    bool seen_pragma = false, seen_content = false, seen_charset = false;
    bool got_pragma = false, need_pragma = false;
    const cl_encoding *charset = NULL;
    attribute a;
    while (get_attribute(s, &a)) {
        if (!seen_pragma && cl_slice_equal_nocase(a.name, CL_SLICE("http-equiv"))) {
            seen_pragma = true;
            got_pragma = cl_slice_equal_nocase(a.value, CL_SLICE("content-type"));
        } else if (!seen_content && cl_slice_equal_nocase(a.name, CL_SLICE("content"))) {
            seen_content = true;
            const cl_encoding *const found = seen_charset ? NULL : extract_from_content(a.value);
            if (found) {
                charset = found;
                need_pragma = true;
            }
        } else if (!seen_charset && cl_slice_equal_nocase(a.name, CL_SLICE("charset"))) {
            seen_charset = true;
            charset = cl_encoding_for_label(a.value);
            need_pragma = false;
        }
    }
    if (s->over || !charset || (need_pragma && !got_pragma))
        return NULL;
    if (charset == &cl_encodings[CL_ENC_UTF_16BE] || charset == &cl_encodings[CL_ENC_UTF_16LE])
        return &cl_encodings[CL_ENC_UTF_8];
    if (charset == &cl_encodings[CL_ENC_X_USER_DEFINED])
        return &cl_encodings[CL_ENC_WINDOWS_1252];
    return charset;
}

static bool starts(const scan *s, const char *text, size_t size) {
    return s->size - s->at >= size &&
           cl_slice_equal_nocase(cl_slice_of(s->bytes + s->at, size), cl_slice_of(text, size));
}

static bool is_alpha(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Whether a tag starts here, "<" or "</" and a letter. */
static bool starts_tag(const scan *s) {
    size_t letter = s->at + 1;
    if (letter < s->size && s->bytes[letter] == '/')
        letter++;
    return letter < s->size && is_alpha(s->bytes[letter]);
}

/* To the ">" of the "-->" that ends the comment which starts here; its dashes may be those of "<!--". */
static void skip_comment(scan *s) {
    for (s->at += 4; s->at < s->size; s->at++)
        if (s->bytes[s->at] == '>' && s->bytes[s->at - 1] == '-' && s->bytes[s->at - 2] == '-')
            return;
    s->over = true;
}

static void skip_attributes(scan *s) {
    attribute ignored;
    while (get_attribute(s, &ignored))
        continue;
}

/* Past the end of the element whose start tag ended here, where its content is no markup: up to its end tag. */
static void skip_raw_text(scan *s, cl_slice name) {
    while (!s->over) {
        const char *const next = memchr(s->bytes + s->at, '<', s->size - s->at);
        if (!next) {
            s->over = true;
            return;
        }
        s->at = (size_t)(next - s->bytes);
        if (s->size - s->at > name.size + 2 && s->bytes[s->at + 1] == '/' &&
            cl_slice_equal_nocase(cl_slice_of(s->bytes + s->at + 2, name.size), name) &&
            is_name_end(s->bytes[s->at + 2 + name.size]))
            return;
        s->at++;
    }
}

/* The element that starts here, where the parser takes its content as text; else the absent slice. */
static cl_slice raw_text_name(const scan *s) {
    static const cl_slice names[] = {{"script", 6}, {"style", 5}, {"title", 5}, {"textarea", 8}, {"noscript", 8},
        {"iframe", 6}, {"xmp", 3}, {"noembed", 7}, {"noframes", 8}};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const size_t end = s->at + 1 + names[i].size;
        if (end < s->size && is_name_end(s->bytes[end]) &&
            cl_slice_equal_nocase(cl_slice_of(s->bytes + s->at + 1, names[i].size), names[i]))
            return names[i];
    }
    return CL_SLICE_NONE;
}

/* The loop of the prescan. Without `skip_raw` scripts and the like are searched as well, as the standard has it. */
static const cl_encoding *scan_loop(scan *s, bool skip_raw) {
    for (; !s->over; s->at++) {
        const char *const next = s->at < s->size ? memchr(s->bytes + s->at, '<', s->size - s->at) : NULL;
        if (!next)
            break;
        s->at = (size_t)(next - s->bytes);
        if (starts(s, "<!--", 4)) {
            skip_comment(s);
        } else if (starts(s, "<meta", 5) && s->at + 5 < s->size && is_space_or_slash(s->bytes[s->at + 5])) {
            s->at += 5;
            const cl_encoding *const found = read_meta(s);
            if (found)
                return found;
        } else if (starts_tag(s)) {
            const cl_slice raw = skip_raw ? raw_text_name(s) : CL_SLICE_NONE;
            if (skip_until(s, is_space_or_end, true))
                skip_attributes(s);
            if (raw.size && !s->over)
                skip_raw_text(s, raw);
        } else if (starts(s, "<!", 2) || starts(s, "</", 2) || starts(s, "<?", 2)) {
            (void)skip_until(s, is_end, true);
        }
    }
    return NULL;
}

/* "get an XML encoding" (section 13.2.3.2). */
static const cl_encoding *xml_encoding(const char *bytes, size_t size) {
    static const cl_slice word = {"encoding", 8};
    if (size < 5 || memcmp(bytes, "<?xml", 5) != 0 || !memchr(bytes, '>', size))
        return NULL;
    size_t at = 0;
    while (at + word.size <= size && memcmp(bytes + at, word.data, word.size) != 0)
        at++;
    if (at + word.size > size)
        return NULL;
    at += word.size;
    while (at < size && (unsigned char)bytes[at] <= 0x20)
        at++;
    if (at == size || bytes[at] != '=')
        return NULL;
    for (at++; at < size && (unsigned char)bytes[at] <= 0x20;)
        at++;
    if (at == size || (bytes[at] != '"' && bytes[at] != '\''))
        return NULL;
    const char *const start = bytes + at + 1;
    const char *const end = memchr(start, bytes[at], size - at - 1);
    if (!end)
        return NULL;
    for (const char *p = start; p < end; p++)
        if ((unsigned char)*p <= 0x20)
            return NULL;
    const cl_encoding *const found = cl_encoding_for_label(cl_slice_of(start, (size_t)(end - start)));
    if (found == &cl_encodings[CL_ENC_UTF_16BE] || found == &cl_encodings[CL_ENC_UTF_16LE])
        return &cl_encodings[CL_ENC_UTF_8];
    return found;
}

const cl_encoding *cl_encoding_prescan(const char *bytes, size_t size) {
    scan s = {bytes, size < PRESCAN_BYTES ? size : PRESCAN_BYTES, 0, false};
    if (s.size >= 6 && memcmp(bytes, "<\0?\0x\0", 6) == 0)
        return &cl_encodings[CL_ENC_UTF_16LE];
    if (s.size >= 6 && memcmp(bytes, "\0<\0?\0x", 6) == 0)
        return &cl_encodings[CL_ENC_UTF_16BE];
    const cl_encoding *const found = scan_loop(&s, false);
    return found ? found : xml_encoding(bytes, s.size);
}

const cl_encoding *cl_encoding_late_meta(const char *bytes, size_t size) {
    scan s = {bytes, size < CL_LATE_META_BYTES ? size : CL_LATE_META_BYTES, 0, false};
    return scan_loop(&s, true);
}
