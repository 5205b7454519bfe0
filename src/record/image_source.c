#include "record/image_source.h"
#include "record/string.h"

#define SOURCES_MAX 64u /* of a <picture>; more are not read */

/* How good an address is by the attribute that it stands in. */
enum { OTHER_DATA = 1, PLAIN_SRC, LAZY_SRC, SET };

typedef struct best {
    cl_image_source *to;
    int kind;     /* of the address so far, 0: none */
    double width; /* by its descriptor */
} best;

static uint32_t number(cl_slice s) {
    size_t i;
    s = cl_slice_trim(s);
    const uint32_t value = cl_leading_number(s, &i);
    /* "640", "640px", "640.0"; not "100%" */
    return i < s.size && s.data[i] == '%' ? 0 : value;
}

cl_slice cl_image_path(cl_slice url) {
    size_t end = 0;
    while (end < url.size && url.data[end] != '?' && url.data[end] != '#')
        end++;
    return cl_slice_of(url.data, end);
}

cl_slice cl_image_name(cl_slice url) {
    const cl_slice path = cl_image_path(url);
    size_t begin = path.size;
    while (begin && path.data[begin - 1] != '/')
        begin--;
    return path.size ? cl_slice_of(path.data + begin, path.size - begin) : path;
}

#define NAME_MAX     40u /* bytes of the name of what stands in for a picture */
#define NAME_MAX_GIF 80u

bool cl_image_placeholder(cl_slice url) {
    static const char *const words[] = {"placeholder", "blank", "spacer", "transparent", "lazy", "loading", "loader",
        "1x1", "pixel.", "empty", "dummy", "preload", "noimage", "no-image", "no_image", "grey.", "gray."};
    url = cl_slice_trim(url);
    if (url.size < 4 || cl_begins(url, CL_SLICE("data:")) || cl_begins(url, CL_SLICE("about:")) ||
        cl_begins(url, CL_SLICE("blob:")) || cl_begins(url, CL_SLICE("if(")) ||
        cl_begins(url, CL_SLICE("javascript:")) || memchr(url.data, '{', url.size < 2000 ? url.size : 2000))
        return true;
    const cl_slice name = cl_image_name(url);
    const size_t most = cl_ends(cl_image_path(url), CL_SLICE(".gif")) ? NAME_MAX_GIF : NAME_MAX; /* of such a name */
    return name.size <= most && CL_CONTAINS_ANY(name, words);
}

static void offer(best *b, cl_slice url, int kind, double width, uint32_t pixels) {
    url = cl_slice_trim(url);
    if (kind < b->kind || (kind == b->kind && width <= b->width) || cl_image_placeholder(url))
        return;
    b->kind = kind;
    b->width = width;
    b->to->url = url;
    b->to->width = pixels;
    b->to->height = 0;
}

/* HTML Standard, "parse a srcset attribute", less what it asks of descriptors. `unit` is the width that 1x stands for.
 */
static void offer_set(best *b, cl_slice set, double unit) {
    if (!set.size)
        return;
    const char *p = set.data;
    const char *const end = p + set.size;
    while (p < end) {
        while (p < end && (cl_is_space(*p) || *p == ','))
            p++;
        const char *const begin = p;
        while (p < end && !cl_is_space(*p))
            p++;
        const char *stop = p;
        while (stop > begin && stop[-1] == ',')
            stop--;
        double width = unit;
        uint32_t pixels = 0;
        if (stop == p) {
            while (p < end && cl_is_space(*p))
                p++;
            const char *const descriptor = p;
            while (p < end && *p != ',')
                p++;
            const cl_slice text = cl_slice_trim(cl_slice_of(descriptor, (size_t)(p - descriptor)));
            const uint32_t n = number(text);
            if (text.size && cl_contains(text, CL_SLICE("x")))
                width = unit * (n ? n : 1);
            else if (n)
                width = pixels = n;
        }
        if (stop > begin)
            offer(b, cl_slice_of(begin, (size_t)(stop - begin)), SET, width, pixels);
    }
}

/* Whether a value is the address of an image by its ending. */
static bool image_address(cl_slice s) {
    static const char *const endings[] = {".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif"};
    size_t end = 0;
    while (end < s.size && end < 2000 && s.data[end] != '?' && s.data[end] != '#' && !cl_is_space(s.data[end]))
        end++;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (cl_ends(cl_slice_of(s.data, end), cl_slice_z(endings[i])))
            return true;
    return false;
}

static bool is_any(cl_slice name, const char *const *names, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (cl_slice_equal(name, cl_slice_z(names[i])))
            return true;
    return false;
}

static const char *const lazy_names[] = {"data-src", "data-original", "data-lazy-src", "data-lazy", "data-lazyload",
    "data-orig-src", "data-img-src", "data-image-src", "data-real-src", "data-defer-src", "data-echo", "data-url",
    "data-flickity-lazyload", "data-actualsrc", "data-original-src", "data-ezsrc", "data-cfsrc", "data-bg",
    "data-background", "data-background-image", "data-lazy-bg", "data-bg-image", "data-src-background"};
#define ANY(name, names) is_any((name), (names), sizeof(names) / sizeof *(names))

static void take_data(best *b, cl_slice name, cl_slice value) {
    if (cl_ends(name, CL_SLICE("srcset")) || cl_ends(name, CL_SLICE("bgset")) ||
        cl_slice_equal(name, CL_SLICE("data-sources")))
        offer_set(b, value, 1);
    else if (ANY(name, lazy_names))
        offer(b, value, LAZY_SRC, 1, 0);
    else if (cl_ends(name, CL_SLICE("caption")))
        b->to->caption = value;
    else if (cl_ends(name, CL_SLICE("credit")) || cl_ends(name, CL_SLICE("copyright")) ||
             (cl_slice_equal(name, CL_SLICE("data-source")) && !memchr(value.data, ':', value.size)))
        b->to->credit = value;
    else if (image_address(value))
        offer(b, value, OTHER_DATA, 1, 0);
}

static void take(best *b, cl_slice name, cl_slice value) {
    cl_image_source *const to = b->to;
    if (cl_begins(name, CL_SLICE("data-")))
        take_data(b, name, value);
    else if (cl_slice_equal(name, CL_SLICE("src")))
        offer(b, value, PLAIN_SRC, 1, 0);
    else if (cl_slice_equal(name, CL_SLICE("srcset")))
        offer_set(b, value, 1);
    else if (cl_slice_equal(name, CL_SLICE("alt")))
        to->alt = value;
    else if (cl_slice_equal(name, CL_SLICE("title")))
        to->title = value;
    else if (cl_slice_equal(name, CL_SLICE("class")))
        to->names = value;
    else if (cl_slice_equal(name, CL_SLICE("width")))
        to->shown_width = number(value);
    else if (cl_slice_equal(name, CL_SLICE("height")))
        to->shown_height = number(value);
}

/* The size of what was found, from the attributes: those of an <img> are its own size, or of its shape. */
static void settle_size(cl_image_source *to) {
    if (!to->width) {
        to->width = to->shown_width;
        to->height = to->shown_height;
    } else if (to->shown_width && to->shown_height) {
        const uint64_t height = ((uint64_t)to->width * to->shown_height + to->shown_width / 2) / to->shown_width;
        to->height = height < UINT32_MAX ? (uint32_t)height : 0;
    }
}

/* The width from which on a <source> is used: what stands behind "min-width:". */
static uint32_t least_width(cl_slice media) {
    for (size_t i = 0; i + 10 < media.size; i++)
        if (cl_begins(cl_slice_of(media.data + i, media.size - i), CL_SLICE("min-width:")))
            return number(cl_slice_of(media.data + i + 10, media.size - i - 10));
    return 0;
}

static void take_sources(best *b, const cl_dom *dom, cl_node picture) {
    unsigned turns = 0;
    for (cl_node n = cl_dom_first_child(dom, picture); n && turns < SOURCES_MAX; n = cl_dom_next(dom, n), turns++) {
        if (!cl_dom_is(dom, n, CL_TAG_SOURCE))
            continue;
        const uint32_t least = least_width(cl_dom_attr(dom, n, CL_ATTR_MEDIA));
        const double unit = least ? least : 1;
        offer_set(b, cl_dom_attr(dom, n, CL_ATTR_SRCSET), unit);
        offer_set(b, cl_dom_attr(dom, n, CL_ATTR_DATA_SRCSET), unit);
        offer_set(b, cl_dom_attr(dom, n, CL_ATTR_DATA_LAZY_SRCSET), unit);
    }
}

cl_image_source cl_image_source_of(const cl_dom *dom, cl_node image, bool sources) {
    cl_image_source found = {0};
    best b = {.to = &found};
    for (const cl_attr *a = cl_dom_attrs(dom, image); a; a = cl_attr_next(a))
        take(&b, cl_attr_name(dom, a), cl_attr_value(dom, a));
    const cl_node parent = cl_dom_parent(dom, image);
    if (sources && parent && cl_dom_is(dom, parent, CL_TAG_PICTURE))
        take_sources(&b, dom, parent);
    /* An element of the page's own making may have anything for its source. */
    if (cl_dom_html_tag(dom, image) >= CL_TAG_KNOWN && !image_address(found.url))
        found.url = CL_SLICE_NONE;
    settle_size(&found);
    return found;
}

/* What stands in the first "url(" of a style that is a background's. */
static cl_slice style_url(cl_slice style) {
    for (size_t i = 0; i + 4 < style.size; i++) {
        if (!cl_begins(cl_slice_of(style.data + i, style.size - i), CL_SLICE("url(")))
            continue;
        size_t begin = i + 4, end = begin;
        while (end < style.size && style.data[end] != ')')
            end++;
        cl_slice url = cl_slice_trim(cl_slice_of(style.data + begin, end - begin));
        if (url.size && (url.data[0] == '"' || url.data[0] == '\'')) {
            const char *const close = memchr(url.data + 1, url.data[0], url.size - 1);
            url = cl_slice_of(url.data + 1, close ? (size_t)(close - url.data) - 1 : url.size - 1);
        }
        return url;
    }
    return CL_SLICE_NONE;
}

cl_image_source cl_image_source_of_background(const cl_dom *dom, cl_node n) {
    cl_image_source found = {0};
    best b = {.to = &found};
    for (const cl_attr *a = cl_dom_attrs(dom, n); a; a = cl_attr_next(a)) {
        const cl_slice name = cl_attr_name(dom, a), value = cl_attr_value(dom, a);
        if (a->name == CL_ATTR_STYLE)
            offer(&b, style_url(value), PLAIN_SRC, 1, 0);
        else if (cl_begins(name, CL_SLICE("data-")))
            take_data(&b, name, cl_contains(value, CL_SLICE("url(")) ? style_url(value) : value);
        else if (a->name == CL_ATTR_ARIA_LABEL || a->name == CL_ATTR_TITLE)
            found.alt = value;
        else if (a->name == CL_ATTR_CLASS)
            found.names = value;
    }
    return found;
}

/* HTML Standard, "get an attribute", near enough: from `*p` on in a tag. */
static bool next_attribute(const char **p, const char *end, cl_slice *name, cl_slice *value) {
    const char *at = *p;
    while (at < end && (cl_is_space(*at) || *at == '/'))
        at++;
    const char *const begin = at;
    while (at < end && !cl_is_space(*at) && *at != '=' && *at != '>' && *at != '/')
        at++;
    *name = cl_slice_of(begin, (size_t)(at - begin));
    *value = CL_SLICE_NONE;
    while (at < end && cl_is_space(*at))
        at++;
    if (at < end && *at == '=') {
        at++;
        while (at < end && cl_is_space(*at))
            at++;
        const char quote = at < end && (*at == '"' || *at == '\'') ? *at++ : 0;
        const char *const from = at;
        while (at < end && (quote ? *at != quote : !cl_is_space(*at) && *at != '>'))
            at++;
        *value = cl_slice_of(from, (size_t)(at - from));
        at += quote && at < end;
    }
    *p = at;
    return name->size > 0;
}

cl_image_source cl_image_source_of_markup(cl_slice text) {
    cl_image_source found = {0};
    best b = {.to = &found};
    for (size_t i = 0; i + 4 < text.size; i++) {
        if (text.data[i] != '<' || !cl_begins(cl_slice_of(text.data + i, text.size - i), CL_SLICE("<img")))
            continue;
        const char *p = text.data + i + 4;
        cl_slice name, value;
        while (next_attribute(&p, text.data + text.size, &name, &value))
            take(&b, name, value);
        break;
    }
    settle_size(&found);
    return found;
}

/* ---- keys */

static bool digit(char c) {
    return c >= '0' && c <= '9';
}

/* Where a size at the end of a name begins: "-300x200", "_640", "@2x", "-scaled"; the name's end where there is none.
 */
static size_t without_size(const char *name, size_t size) {
    static const char *const words[] = {"-scaled", "@2x", "@3x", "-large", "-medium", "-small", "-thumb", "_large",
        "_medium", "_small", "_thumb", "-original", "_original"};
    static const char *const resized[] = {"_resize", "-resize", "_resized", "-resized"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (cl_ends(cl_slice_of(name, size), cl_slice_z(words[i])) && size > strlen(words[i]) + 3)
            return size - strlen(words[i]);
    size_t i = size;
    for (size_t k = 0; k < sizeof resized / sizeof *resized; k++)
        if (cl_ends(cl_slice_of(name, size), cl_slice_z(resized[k])) && size > strlen(resized[k]) + 3) {
            size -= strlen(resized[k]);
            for (i = size; i && digit(name[i - 1]); i--)
                ;
            return i < size && i > 4 && strchr("-_", name[i - 1]) ? i - 1 : size; /* "photo_600_resize" */
        }
    while (i && digit(name[i - 1]))
        i--;
    if (i == size || i < 2 || name[i - 1] != 'x')
        return size;
    size_t k = i - 1;
    while (k && digit(name[k - 1]))
        k--;
    return k == i - 1 || k < 4 || !strchr("-_~.", name[k - 1]) ? size : k - 1;
}

/* Size of a size that a name begins with: "1200x675_". */
static size_t leading_size(cl_slice name) {
    size_t i = 0, k;
    while (i < name.size && digit(name.data[i]))
        i++;
    for (k = i + 1; i && i < name.size && name.data[i] == 'x' && k < name.size && digit(name.data[k]); k++)
        ;
    return k > i + 1 && k < name.size && (name.data[k] == '_' || name.data[k] == '-') ? k + 1 : 0;
}

/* Size of the slash that ends at `i`: "/", or "%2F" as in an address within an address; 0 for none. */
static size_t slash_before(cl_slice url, size_t i) {
    if (i >= 1 && url.data[i - 1] == '/')
        return 1;
    return i >= 3 && url.data[i - 3] == '%' && url.data[i - 2] == '2' && (url.data[i - 1] | 32) == 'f' ? 3 : 0;
}

/* Whether a part of a path is a size: "500x0", "w_640", "320w". */
static bool is_size(cl_slice part) {
    bool digits = false, letters = false;
    for (size_t i = 0; i < part.size; i++) {
        if (!strchr("0123456789xwh_-,", part.data[i]))
            return false;
        digits |= digit(part.data[i]);
        letters |= (part.data[i] | 32) >= 'h' && part.data[i] != '_';
    }
    return digits && letters;
}

/* Whether a name is one that any picture may have. */
static bool says_nothing(cl_slice name) {
    static const char *const names[] = {"original", "default", "thumbnail", "featured", "header", "medium", "master",
        "standard", "landscape", "portrait", "hqdefault", "sddefault", "mqdefault", "maxresdefault", "picture",
        "poster", "teaser", "unnamed", "screenshot", "social", "facebook", "twitter", "wide__", "preview"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (cl_slice_equal_nocase(name, cl_slice_z(names[i])))
            return true;
    /* "image1", "photo-2" */
    size_t digits = name.size;
    while (digits && digit(name.data[digits - 1]))
        digits--;
    return digits && (cl_begins(name, CL_SLICE("image")) || cl_begins(name, CL_SLICE("photo"))) && digits <= 6;
}

/* The address of a picture that an address is made of: "/_next/image?url=%2Fphoto.jpg&w=640". */
static cl_slice inner_address(cl_slice url) {
    static const char *const names[] = {"url=", "src=", "image=", "u="};
    for (size_t i = 0; i < url.size && i < 2000; i++)
        for (size_t k = 0; (url.data[i] == '?' || url.data[i] == '&') && k < sizeof names / sizeof *names; k++) {
            const size_t from = i + 1 + strlen(names[k]);
            if (!cl_begins(cl_slice_of(url.data + i + 1, url.size - i - 1), cl_slice_z(names[k])))
                continue;
            size_t to = from;
            while (to < url.size && url.data[to] != '&' && url.data[to] != '#')
                to++;
            if (image_address(cl_slice_of(url.data + from, to - from)))
                return cl_slice_of(url.data + from, to - from);
        }
    return url;
}

#define KEY_LETTERS 6u /* from which on a name is taken to be one picture's alone; shorter ones with what is before */

uint64_t cl_image_key(cl_slice url) {
    url = inner_address(url);
    size_t end = 0;
    while (end < url.size && url.data[end] != '?' && url.data[end] != '#')
        end++;
    while (end && url.data[end - 1] == '/')
        end--;
    uint64_t key = UINT64_C(0xcbf29ce484222325); /* FNV-1a */
    size_t letters = 0;
    for (bool last = true; end && letters < KEY_LETTERS; last = false) {
        size_t begin = end, stop = end;
        while (begin && !slash_before(url, begin))
            begin--;
        if (last) {
            size_t dot = end;
            while (dot > begin && url.data[dot - 1] != '.' && end - dot < 5)
                dot--;
            if (dot > begin + 1 && url.data[dot - 1] == '.')
                stop = dot - 1;
            stop = begin + without_size(url.data + begin, stop - begin);
        }
        const size_t from = begin + (last ? leading_size(cl_slice_of(url.data + begin, stop - begin)) : 0);
        if (!is_size(cl_slice_of(url.data + from, stop - from))) {
            for (size_t i = from; i < stop; i++)
                key = (key ^ (unsigned char)cl_ascii_lower(url.data[i])) * UINT64_C(0x100000001b3);
            key = (key ^ '/') * UINT64_C(0x100000001b3);
            letters += says_nothing(cl_slice_of(url.data + from, stop - from)) ? 0 : stop - from;
        }
        end = begin - slash_before(url, begin);
    }
    return key;
}
