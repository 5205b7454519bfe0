#include "record/json.h"
#include "base/simd.h"
#include "record/string.h"

typedef struct reader {
    const cutline_allocator *allocator;
    cl_json *json;
    const char *p;
    const char *end;
    uint32_t open; /* the object or array being read, 0 at the top */
    uint32_t last; /* the value read last in it, 0: none yet */
    uint32_t depth;
    uint32_t first; /* the first at the top */
    cl_slice name;  /* of the value to come */
    bool named;
} reader;

static const char *skip_space(const char *p, const char *end) {
    while (p < end && cl_is_space(*p))
        p++;
    return p;
}

static bool name_begins(char c) {
    return c == '"' || c == '\'' || c == '_' || c == '$' || (c | 32) >= 'a';
}

/* Whether a quotation mark ends its string: what follows is what may follow one. In an object that is, after a comma,
 * another name; so the bare marks in {"a":"He said "no" to it", ...} are seen to be part of the text. */
static bool ends_string(const reader *r, const char *mark) {
    const char *const p = skip_space(mark + 1, r->end);
    if (p == r->end || *p == '}' || *p == ']' || *p == ':' || *p == '/' || *p == ';' || *p == '\0')
        return true;
    if (*p != ',')
        return p > mark + 1 ? name_begins(*p) && (*p == '"' || *p == '\'') : false;
    const bool object = r->open && r->json->at[r->open].type == CL_JSON_OBJECT;
    const char *const q = skip_space(p + 1, r->end);
    return !object || q == r->end || *q == '}' || *q == ',' || *q == '/' || name_begins(*q);
}

/* The first mark or backslash from p on, or near the end where neither is before. */
static const char *find_mark(const char *p, const char *end, char mark) {
    for (; end - p >= 16; p += 16) {
        const cl_bytes16 b = cl_load(p);
        const uint32_t found = cl_mask(cl_or(cl_eq(b, mark), cl_eq(b, '\\')));
        if (found)
            return p + cl_first(found);
    }
    return p;
}

/* A string in quotation marks, from the mark on; its raw contents. One that is not closed goes to the end. */
static cl_slice raw_string(reader *r, char mark) {
    const char *const begin = ++r->p;
    for (;;) {
        r->p = find_mark(r->p, r->end, mark);
        if (r->p >= r->end || (*r->p == mark && ends_string(r, r->p)))
            break;
        if (*r->p == '\\' && r->end - r->p > 1)
            r->p++;
        r->p++;
    }
    const cl_slice s = cl_slice_of(begin, (size_t)(r->p - begin));
    if (r->p < r->end)
        r->p++;
    return s;
}

static bool word_byte(char c) {
    return !cl_is_space(c) && !strchr("{}[],:\"'/", c);
}

/* A number, true, false, null, or a name without quotation marks. */
static cl_slice raw_word(reader *r) {
    const char *const begin = r->p;
    while (r->p < r->end && *r->p && word_byte(*r->p))
        r->p++;
    if (r->p == begin)
        r->p++;
    return cl_slice_of(begin, (size_t)(r->p - begin));
}

/* Passes over a comment, if one begins here. */
static bool comment(reader *r) {
    const size_t left = (size_t)(r->end - r->p);
    if (left < 2 || *r->p != '/')
        return false;
    if (r->p[1] == '/') {
        const char *const stop = memchr(r->p, '\n', left);
        r->p = stop ? stop : r->end;
        return true;
    }
    if (r->p[1] != '*')
        return false;
    for (r->p += 2; r->end - r->p >= 2; r->p++)
        if (r->p[0] == '*' && r->p[1] == '/') {
            r->p += 2;
            return true;
        }
    r->p = r->end;
    return true;
}

/* "schema:headline", "http://schema.org/headline": a name of schema.org, whatever prefix it has. */
static cl_slice without_prefix(cl_slice name) {
    static const char *const prefixes[] = {"schema:", "http://schema.org/", "https://schema.org/"};
    for (size_t i = 0; name.size > 7 && (name.data[0] == 's' || name.data[0] == 'h') && i < 3; i++) {
        const size_t n = strlen(prefixes[i]);
        if (name.size > n && memcmp(name.data, prefixes[i], n) == 0)
            return cl_slice_of(name.data + n, name.size - n);
    }
    return name;
}

static bool add(reader *r, cl_json_type type, cl_slice text) {
    if (!cl_vector_room(r->allocator, r->json))
        return false;
    const uint32_t number = (uint32_t)r->json->count++;
    r->json->at[number] = (cl_json_value){.text = text, .parent = r->open, .type = (uint8_t)type};
    if (r->named)
        r->json->at[number].name = without_prefix(r->name);
    r->named = false;
    if (r->last)
        r->json->at[r->last].next = number;
    else if (r->open)
        r->json->at[r->open].first = number;
    else
        r->first = number;
    r->last = number;
    return true;
}

/* Reads on to the end of an object or array that is too deep. */
static void pass_over(reader *r) {
    size_t depth = 0;
    while (r->p < r->end) {
        const char c = *r->p;
        if (c == '"') {
            (void)raw_string(r, '"');
            continue;
        }
        r->p++;
        if (c == '{' || c == '[')
            depth++;
        else if ((c == '}' || c == ']') && --depth == 0)
            return;
    }
}

static bool open_value(reader *r) {
    if (r->depth >= CL_JSON_DEPTH) {
        r->named = false;
        pass_over(r);
        return true;
    }
    if (!add(r, *r->p == '{' ? CL_JSON_OBJECT : CL_JSON_ARRAY, CL_SLICE_NONE))
        return false;
    r->open = r->last;
    r->last = 0;
    r->depth++;
    r->p++;
    return true;
}

static void close_value(reader *r) {
    r->p++;
    if (!r->open)
        return;
    r->last = r->open;
    r->open = r->json->at[r->open].parent;
    r->depth--;
    r->named = false;
}

/* A string or a word: the name of what follows, where a colon does, else a value. */
static bool scalar(reader *r, cl_json_type type, cl_slice text) {
    const char *q = r->p;
    while (q < r->end && cl_is_space(*q))
        q++;
    if (!r->named && q < r->end && *q == ':' && r->open && r->json->at[r->open].type == CL_JSON_OBJECT) {
        r->p = q + 1;
        r->name = text;
        r->named = true;
        return true;
    }
    /* Outside of everything only objects and arrays matter: CDATA marks and the like are words there. */
    return !r->open || add(r, type, text);
}

/* Whether a bracket is of "<![CDATA[". */
static bool of_cdata(const reader *r, const char *begin) {
    static const char mark[] = "<![CDATA[";
    for (size_t back = 2; back <= 8; back += 6)
        if ((size_t)(r->p - begin) >= back && (size_t)(r->end - r->p) >= 9 - back && memcmp(r->p - back, mark, 9) == 0)
            return true;
    return false;
}

bool cl_json_read(const cutline_allocator *allocator, cl_json *json, cl_slice text, uint32_t *first) {
    reader r = {.allocator = allocator, .json = json, .p = text.data, .end = text.data};
    if (text.size)
        r.end += text.size;
    *first = 0;
    if (!json->count) {
        if (!cl_vector_room(allocator, json))
            return false;
        json->at[json->count++] = (cl_json_value){.type = CL_JSON_NONE};
    }
    while (r.p < r.end && json->count < CL_JSON_VALUES) {
        const char c = *r.p;
        bool good = true;
        if (c == '{' || c == '[')
            good = !r.open && c == '[' && of_cdata(&r, text.data) ? (r.p++, true) : open_value(&r);
        else if (c == '}' || c == ']')
            close_value(&r);
        else if (c == '"')
            good = scalar(&r, CL_JSON_STRING, raw_string(&r, '"'));
        else if (c == '\'' && r.open)
            good = scalar(&r, CL_JSON_STRING, raw_string(&r, '\''));
        else if (c == '/' && comment(&r))
            continue;
        else if (cl_is_space(c) || c == ',' || c == ':' || !word_byte(c))
            r.p++;
        else
            good = scalar(&r, CL_JSON_OTHER, raw_word(&r));
        if (!good)
            return false;
    }
    *first = r.first;
    return true;
}

uint32_t cl_json_get(const cl_json *json, uint32_t object, cl_slice name) {
    if (!object || json->at[object].type != CL_JSON_OBJECT)
        return 0;
    for (uint32_t i = json->at[object].first; i; i = json->at[i].next)
        if (cl_slice_equal(json->at[i].name, name))
            return i;
    return 0;
}

static int hex(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    c = cl_ascii_lower(c);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static int32_t four_digits(const char *p, const char *end) {
    if (end - p < 4)
        return -1;
    int32_t value = 0;
    for (int i = 0; i < 4; i++) {
        const int digit = hex(p[i]);
        if (digit < 0)
            return -1;
        value = value << 4 | digit;
    }
    return value;
}

/* An escape, from the backslash on; its end. */
static const char *unescape(const char *p, const char *end, char **out) {
    static const char letters[] = "ntrbf", meanings[] = "\n\t\r\b\f";
    if (end - p < 2)
        return end;
    const char c = p[1];
    if (c != 'u') {
        const char *const letter = c ? strchr(letters, c) : NULL;
        *(*out)++ = letter ? meanings[letter - letters] : c;
        return p + 2;
    }
    const int32_t high = four_digits(p + 2, end);
    if (high < 0)
        return p + 2;
    p += 6;
    uint32_t code = (uint32_t)high;
    if (high >= 0xD800 && high < 0xDC00 && end - p >= 6 && p[0] == '\\' && p[1] == 'u') {
        const int32_t low = four_digits(p + 2, end);
        if (low >= 0xDC00 && low < 0xE000) {
            code = 0x10000u + ((uint32_t)(high - 0xD800) << 10) + (uint32_t)(low - 0xDC00);
            p += 6;
        }
    }
    *out = cl_put_code_point(*out, code);
    return p;
}

cl_slice cl_json_unescape(cl_slice raw, cl_arena *arena, bool *failed) {
    if (!raw.size || !memchr(raw.data, '\\', raw.size))
        return raw;
    char *const copy = cl_arena_alloc(arena, raw.size); /* no escape is longer undone */
    if (!copy) {
        *failed = true;
        return CL_SLICE_NONE;
    }
    char *out = copy;
    const char *p = raw.data;
    const char *const end = p + raw.size;
    while (p < end) {
        if (*p == '\\')
            p = unescape(p, end, &out);
        else
            *out++ = *p++;
    }
    return cl_slice_of(copy, (size_t)(out - copy));
}

/* "By <a href=...>Ada Bach</a>": what is said, without the markup; in place, in a copy. */
static cl_slice without_tags(cl_slice s, cl_arena *arena, bool *failed) {
    const cl_slice copy = cl_arena_copy(arena, s);
    if (!copy.data) {
        *failed = true;
        return CL_SLICE_NONE;
    }
    char *const text = (char *)(uintptr_t)copy.data;
    size_t size = 0;
    bool open = true; /* there may be another '>': looked for once in vain, never again */
    for (size_t i = 0; i < s.size; i++) {
        const char next = i + 1 < s.size ? s.data[i + 1] : ' ';
        const bool tag = open && s.data[i] == '<' && (next == '/' || ((next | 32) >= 'a' && (next | 32) <= 'z'));
        const char *const stop = tag ? memchr(s.data + i, '>', s.size - i) : NULL;
        open &= !tag || stop;
        if (stop)
            i = (size_t)(stop - s.data);
        else
            text[size++] = s.data[i];
    }
    return cl_slice_of(text, size);
}

cl_slice cl_json_string(const cl_json *json, uint32_t value, cl_arena *arena, bool *failed) {
    if (!value || json->at[value].type != CL_JSON_STRING)
        return CL_SLICE_NONE;
    const cl_slice raw = json->at[value].text;
    if (json->at[value].plain)
        return raw;
    cl_slice s = cl_json_unescape(raw, arena, failed);
    if (s.size && memchr(s.data, '<', s.size) && memchr(s.data, '>', s.size))
        s = without_tags(s, arena, failed);
    s = cl_clean(s, arena, true, failed);
    /* "&amp;quot;": encoded once by the text's software and once more by that of the page. */
    return s.size && memchr(s.data, '&', s.size) ? cl_clean(s, arena, true, failed) : s;
}

cl_slice cl_json_text(const cl_json *json, uint32_t value, cl_arena *arena, bool *failed) {
    for (unsigned turns = 0; value && turns < 4; turns++) {
        const uint8_t type = json->at[value].type;
        if (type != CL_JSON_ARRAY && type != CL_JSON_OBJECT)
            break;
        uint32_t inner = type == CL_JSON_ARRAY ? json->at[value].first : cl_json_get(json, value, CL_SLICE("@value"));
        if (!inner && type == CL_JSON_OBJECT)
            inner = cl_json_get(json, value, CL_SLICE("name"));
        value = inner;
    }
    return cl_json_string(json, value, arena, failed);
}

/* Where the first object or array begins, within the first bytes. */
#define LOOK 200u
static size_t first_bracket(cl_slice text) {
    for (size_t i = 0; i < text.size && i < LOOK; i++)
        if (text.data[i] == '{' ||
            (text.data[i] == '[' && (i + 6 > text.size || memcmp(text.data + i, "[CDATA", 6) != 0)))
            return i;
    return text.size;
}

cl_slice cl_json_undouble(cl_slice text, cl_arena *arena, bool *failed) {
    const size_t at = first_bracket(text);
    size_t i = at;
    if (at == text.size)
        return text;
    while (i < text.size && (cl_is_space(text.data[i]) || text.data[i] == '{' || text.data[i] == '['))
        i++;
    const cl_slice rest = cl_slice_of(text.data + i, text.size - i);
    if (!rest.size)
        return text;
    if (rest.data[0] == '&' && (cl_begins(rest, CL_SLICE("&quot;")) || cl_begins(rest, CL_SLICE("&#34;")) ||
                                   cl_begins(rest, CL_SLICE("&#x22;"))))
        return cl_clean(text, arena, true, failed);
    /* In a string the brackets stand before marks with a backslash: {\"a\":1}, or line feeds that are escapes. */
    if (rest.size > 1 && rest.data[0] == '\\' && (rest.data[1] == '"' || rest.data[1] == 'n' || rest.data[1] == 'u'))
        return cl_json_unescape(cl_slice_of(text.data + at, text.size - at), arena, failed);
    return text;
}
