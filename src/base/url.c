#include "base/url.h"
#include "base/checked.h"

static bool letter(char c) {
    const char low = cl_ascii_lower(c);
    return low >= 'a' && low <= 'z';
}

/* Size of the scheme at the beginning, without its colon; 0 for none. */
static size_t scheme_size(cl_slice s) {
    if (!s.size || !letter(s.data[0]))
        return 0;
    for (size_t i = 1; i < s.size; i++) {
        const char c = s.data[i];
        if (c == ':')
            return i;
        if (!letter(c) && !(c >= '0' && c <= '9') && c != '+' && c != '-' && c != '.')
            return 0;
    }
    return 0;
}

/* Cuts `s` at the first of three marks; what is before it is given, `s` is what begins with it. */
static cl_slice before(cl_slice *s, const char marks[3]) {
    size_t i = 0;
    while (i < s->size && s->data[i] != marks[0] && s->data[i] != marks[1] && s->data[i] != marks[2])
        i++;
    const cl_slice head = cl_slice_of(s->data, i);
    *s = cl_slice_of(s->data + i, s->size - i);
    return head;
}

static void skip(cl_slice *s, size_t n) {
    *s = cl_slice_of(s->data + n, s->size - n);
}

cl_url cl_url_parts(cl_slice text) {
    cl_url url = {0};
    if (!text.data)
        return url;
    const size_t scheme = scheme_size(text);
    if (scheme) {
        url.scheme = cl_slice_of(text.data, scheme);
        skip(&text, scheme + 1);
    }
    if (text.size >= 2 && text.data[0] == '/' && text.data[1] == '/') {
        skip(&text, 2);
        url.authority = before(&text, "/?#");
    }
    url.path = before(&text, "??#");
    if (text.size && text.data[0] == '?') {
        skip(&text, 1);
        url.query = before(&text, "###");
    }
    if (text.size)
        url.fragment = cl_slice_of(text.data + 1, text.size - 1);
    return url;
}

bool cl_url_whole(cl_slice text) {
    const cl_url url = cl_url_parts(text);
    return url.scheme.size && url.authority.size;
}

/* What stands for a byte that an address can't have, or 0 where it can: a digit of "%20" and so on. */
static bool must_encode(unsigned char c) {
    return c <= ' ' || c == '"' || c == '<' || c == '>' || c == '`' || c == 0x7F;
}

/* A reference without what browsers pass over. `out` has room for three times its size. */
static cl_slice clean(cl_slice s, char *out) {
    static const char digits[] = "0123456789ABCDEF";
    char *const begin = out;
    const cl_slice scheme = cl_slice_of(s.data, scheme_size(s));
    bool slashes = !scheme.size || cl_slice_equal_nocase(scheme, CL_SLICE("http")) ||
                   cl_slice_equal_nocase(scheme, CL_SLICE("https"));
    for (size_t i = 0; i < s.size; i++) {
        const char c = s.data[i];
        if (c == '\t' || c == '\n' || c == '\r')
            continue;
        slashes &= c != '?' && c != '#';
        if (must_encode((unsigned char)c)) {
            *out++ = '%';
            *out++ = digits[(unsigned char)c >> 4];
            *out++ = digits[c & 15];
        } else {
            *out++ = c == '\\' && slashes ? '/' : c;
        }
    }
    return cl_slice_of(begin, (size_t)(out - begin));
}

static char *put(char *out, cl_slice s) {
    if (s.size)
        memcpy(out, s.data, s.size);
    return out + s.size;
}

/* RFC 3986, section 5.2.4, on the path from `begin` on that ends at `end`, in place; where it ends then. */
static char *remove_dot_segments(char *begin, char *end) {
    char *out = begin;
    const char *in = begin;
    while (in < end) {
        const char *stop = in + (*in == '/');
        while (stop < end && *stop != '/')
            stop++;
        const size_t lead = *in == '/';
        const cl_slice segment = cl_slice_of(in + lead, (size_t)(stop - in) - lead);
        const bool one = cl_slice_equal(segment, CL_SLICE("."));
        const bool two = cl_slice_equal(segment, CL_SLICE(".."));
        if (two)
            while (out > begin && *--out != '/')
                ;
        if (one || two) {
            /* "/a/." is "/a/" */
            if (stop == end && (lead || out > begin))
                *out++ = '/';
        } else {
            memmove(out, in, (size_t)(stop - in));
            out += stop - in;
        }
        in = stop;
    }
    return out;
}

/* Where the last segment of a path begins. */
static size_t last_segment(cl_slice path) {
    size_t i = path.size;
    while (i && path.data[i - 1] != '/')
        i--;
    return i;
}

/* RFC 3986, sections 5.2.2 and 5.3. */
static cl_slice put_together(const cl_url *base, const cl_url *r, char *out) {
    char *const begin = out;
    const bool own = r->scheme.data != NULL;
    out = put(out, own ? r->scheme : base->scheme);
    *out++ = ':';
    const cl_slice authority = own || r->authority.data ? r->authority : base->authority;
    if (authority.data) {
        out = put(put(out, CL_SLICE("//")), authority);
    }
    char *const path = out;
    cl_slice query = r->query;
    if (own || r->authority.data || (r->path.size && r->path.data[0] == '/')) {
        out = put(out, r->path);
    } else if (!r->path.size) {
        out = put(out, base->path);
        query = r->query.data ? r->query : base->query;
    } else {
        const size_t kept = last_segment(base->path);
        if (!kept && authority.data)
            *out++ = '/'; /* section 5.2.3 */
        out = put(put(out, cl_slice_of(base->path.data, kept)), r->path);
    }
    if (authority.data)
        out = remove_dot_segments(path, out);
    if (query.data)
        out = put(put(out, CL_SLICE("?")), query);
    if (r->fragment.data)
        out = put(put(out, CL_SLICE("#")), r->fragment);
    return cl_slice_of(begin, (size_t)(out - begin));
}

cl_slice cl_url_resolve(cl_slice base, cl_slice reference, cl_arena *arena, bool *failed) {
    while (reference.size && (unsigned char)reference.data[0] <= ' ')
        skip(&reference, 1);
    while (reference.size && (unsigned char)reference.data[reference.size - 1] <= ' ')
        reference.size--;
    const cl_url from = cl_url_parts(base);
    size_t size;
    char *cleaned = NULL, *whole = NULL;
    if (cl_mul(reference.size, 3, &size) && cl_add(size, 4, &size))
        cleaned = cl_arena_alloc(arena, size);
    if (cleaned) {
        reference = clean(reference, cleaned);
        const cl_url url = cl_url_parts(reference);
        if (!url.scheme.data && !(from.scheme.size && from.authority.data))
            return reference;
        if (cl_add(base.size, reference.size, &size) && cl_add(size, 8, &size))
            whole = cl_arena_alloc(arena, size);
        if (whole)
            return put_together(&from, &url, whole);
    }
    *failed = true;
    return CL_SLICE_NONE;
}
