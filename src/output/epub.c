/* EPUB 3.2 (W3C, https://www.w3.org/publishing/epub32/). A book's bytes tell nothing but its articles: no time, no
 * chance. Its pictures stay where they are, and are linked to. */
#include "output/epub.h"
#include "output/article.h"

#include <stdio.h>

#define XML_BEGIN "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define HTML_BEGIN                                                                                                     \
    XML_BEGIN "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" "                                         \
              "xmlns:epub=\"http://www.idpf.org/2007/ops\">\n<head>\n<title>"
#define HTML_BODY "</title>\n<link rel=\"stylesheet\" type=\"text/css\" href=\"style.css\"/>\n</head>\n<body>\n"
#define HTML_END  "</body>\n</html>\n"

/* ---- one file of the archive */

typedef struct part {
    cl_book *book;
    cl_buffer *to;
    cl_writer w;
} part;

static int append(void *user, const char *data, size_t size) {
    const part *const p = user;
    return !cl_buffer_put(p->book->zip.allocator, p->to, data, size);
}

static void begin(part *p, cl_book *b, cl_buffer *to) {
    p->book = b;
    p->to = to;
    p->w.write = append;
    p->w.user = p;
    p->w.count = 0;
    p->w.failed = false;
}

static void fail(cl_book *b, cutline_status status) {
    if (b->status == CUTLINE_OK)
        b->status = status;
}

static void end(part *p) {
    cl_writer_flush(&p->w);
    if (p->w.failed)
        fail(p->book, CUTLINE_E_NOMEM);
}

static void add_file(cl_book *b, const char *name, cl_slice data, bool deflated) {
    if (b->status == CUTLINE_OK)
        fail(b, cl_zip_add(&b->zip, name, data, deflated));
}

/* Ends a part that is a file of its own. */
static void add_part(part *p, const char *name) {
    end(p);
    add_file(p->book, name, cl_slice_of(p->to->at, p->to->count), true);
    p->to->count = 0;
}

/* ---- what the articles tell of the book */

static cl_slice keep(cl_book *b, cl_slice s) {
    if (!s.size)
        return CL_SLICE_NONE;
    const cl_slice copy = cl_arena_copy(&b->arena, s);
    if (!copy.data)
        fail(b, CUTLINE_E_NOMEM);
    return copy;
}

static void add_name(cl_book *b, cl_slice *list, size_t *count, size_t max, cl_slice name) {
    for (size_t i = 0; i < *count; i++)
        if (cl_slice_equal(list[i], name))
            return;
    if (!name.size || *count == max)
        return;
    const cl_slice kept = keep(b, name);
    if (kept.size)
        list[(*count)++] = kept;
}

static bool is_later(const cl_date *a, const cl_date *b) {
    const int x[] = {a->year, a->month, a->day, a->hour, a->minute, a->second};
    const int y[] = {b->year, b->month, b->day, b->hour, b->minute, b->second};
    for (size_t i = 0; i < sizeof x / sizeof *x; i++)
        if (x[i] != y[i])
            return x[i] > y[i];
    return false;
}

/* Takes a date where it is later, in Greenwich; midnight where no time is known. */
static void take_date(cl_date *last, cl_slice text) {
    static const cl_date_known known = {.reference = NULL};
    cl_date d;
    if (!text.size || !cl_date_read(text, &known, &d))
        return;
    if (d.hour == CL_NO_HOUR)
        d.hour = d.minute = d.second = 0;
    else if (d.zone != CL_NO_ZONE) {
        const int64_t minutes = cl_date_days(d.year, d.month, d.day) * 1440 + d.hour * 60 + d.minute - d.zone;
        const int64_t days = (minutes - (minutes % 1440 + 1440) % 1440) / 1440;
        const int rest = (int)(minutes - days * 1440), second = d.second;
        cl_date_of_days(days, &d);
        d.hour = rest / 60;
        d.minute = rest % 60;
        d.second = second;
    }
    if (is_later(&d, last))
        *last = d;
}

static cl_slice name_of(const cl_record *r) {
    return r->title.size ? r->title : r->source.path.size ? r->source.path : CL_SLICE("An article");
}

static void learn(cl_book *b, const cl_record *r) {
    if (b->count == 1) {
        b->title = keep(b, name_of(r));
        b->site = keep(b, r->site_name);
    } else if (b->site.size && !cl_slice_equal(b->site, r->site_name)) {
        b->site = CL_SLICE_NONE;
    }
    for (size_t i = 0; i < r->authors.count; i++)
        add_name(b, b->creators, &b->creator_count, CL_BOOK_NAMES, r->authors.at[i].name);
    add_name(b, b->languages, &b->language_count, CL_BOOK_LANGUAGES, r->language);
    take_date(&b->published, r->published);
    take_date(&b->changed, r->published);
    take_date(&b->changed, r->modified);
    b->leftward = b->leftward && cl_slice_equal(r->direction, CL_SLICE("rtl"));
    cl_uuid_add(&b->uuid, r);
}

/* ---- the files */

static void put_language(cl_writer *w, cl_slice language) {
    if (!language.size)
        return;
    cl_put_attribute(w, "lang", language);
    cl_put_attribute(w, "xml:lang", language);
}

static void add_chapter(cl_book *b, const cl_record *r) {
    char name[40];
    part p;
    snprintf(name, sizeof name, "EPUB/a%zu.xhtml", b->count);
    begin(&p, b, &b->chapter);
    cl_put_text(&p.w, HTML_BEGIN);
    cl_put_markup(&p.w, name_of(r));
    cl_put_text(&p.w, HTML_BODY);
    cl_put_article(&p.w, r, (cl_article){.xhtml = true});
    cl_put_text(&p.w, HTML_END);
    add_part(&p, name);
    begin(&p, b, &b->contents);
    cl_put_text(&p.w, "<li");
    put_language(&p.w, r->language);
    cl_put_text(&p.w, "><a href=\"a");
    cl_put_number(&p.w, b->count);
    cl_put_text(&p.w, ".xhtml\">");
    cl_put_markup(&p.w, name_of(r));
    cl_put_text(&p.w, "</a></li>\n");
    end(&p);
}

static void add_contents(cl_book *b) {
    part p;
    begin(&p, b, &b->chapter);
    cl_put_text(&p.w, HTML_BEGIN "Contents" HTML_BODY "<nav epub:type=\"toc\" id=\"toc\">\n<h1>Contents</h1>\n<ol>\n");
    cl_put(&p.w, b->contents.at, b->contents.count);
    if (!b->count) /* a list of contents can't be empty */
        cl_put_text(&p.w, "<li><a href=\"nav.xhtml\">No article</a></li>\n");
    cl_put_text(&p.w, "</ol>\n</nav>\n" HTML_END);
    add_part(&p, "EPUB/nav.xhtml");
}

static void put_date(cl_writer *w, const cl_date *d, bool time) {
    char text[80];
    const int size = snprintf(text, sizeof text, time ? "%04d-%02d-%02dT%02d:%02d:%02dZ" : "%04d-%02d-%02d", d->year,
        d->month, d->day, d->hour, d->minute, d->second);
    cl_put(w, text, (size_t)size);
}

static void put_metadata(cl_writer *w, const cl_book *b) {
    static const cl_date none = {.year = 1980, .month = 1, .day = 1};
    cl_put_text(w, "<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<dc:identifier id=\"id\">");
    cl_put_uuid(w, b->uuid);
    cl_put_text(w, "</dc:identifier>\n");
    cl_put_element(w, "dc:title", b->count == 1 ? b->title : CL_SLICE("Articles"));
    for (size_t i = 0; i < b->language_count; i++)
        cl_put_element(w, "dc:language", b->languages[i]);
    if (!b->language_count)
        cl_put_text(w, "<dc:language>und</dc:language>\n");
    for (size_t i = 0; i < b->creator_count; i++)
        cl_put_element(w, "dc:creator", b->creators[i]);
    cl_put_element(w, "dc:publisher", b->site);
    if (b->published.year) {
        cl_put_text(w, "<dc:date>");
        put_date(w, &b->published, false);
        cl_put_text(w, "</dc:date>\n");
    }
    cl_put_text(w, "<meta property=\"dcterms:modified\">");
    put_date(w, b->changed.year ? &b->changed : &none, true);
    cl_put_text(w, "</meta>\n</metadata>\n");
}

static void add_package(cl_book *b) {
    part p;
    begin(&p, b, &b->chapter);
    cl_put_text(
        &p.w, XML_BEGIN "<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"id\">\n");
    put_metadata(&p.w, b);
    cl_put_text(&p.w, "<manifest>\n<item id=\"nav\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" "
                      "properties=\"nav\"/>\n<item id=\"style\" href=\"style.css\" media-type=\"text/css\"/>\n");
    for (size_t i = 1; i <= b->count; i++) {
        cl_put_text(&p.w, "<item id=\"a");
        cl_put_number(&p.w, i);
        cl_put_text(&p.w, "\" href=\"a");
        cl_put_number(&p.w, i);
        cl_put_text(&p.w, ".xhtml\" media-type=\"application/xhtml+xml\"/>\n");
    }
    cl_put_text(&p.w, "</manifest>\n<spine");
    if (b->leftward && b->count)
        cl_put_text(&p.w, " page-progression-direction=\"rtl\"");
    cl_put_text(&p.w, ">\n");
    if (b->count != 1)
        cl_put_text(&p.w, "<itemref idref=\"nav\"/>\n");
    for (size_t i = 1; i <= b->count; i++) {
        cl_put_text(&p.w, "<itemref idref=\"a");
        cl_put_number(&p.w, i);
        cl_put_text(&p.w, "\"/>\n");
    }
    cl_put_text(&p.w, "</spine>\n</package>\n");
    add_part(&p, "EPUB/content.opf");
}

void cl_book_begin(cl_book *b, const cutline_allocator *allocator, cl_writer *w) {
    *b = (cl_book){.zip = {.allocator = allocator, .w = w}, .leftward = true, .status = CUTLINE_OK};
    cl_arena_init(&b->arena, allocator);
    /* OCF 3.2, section 4.3: the first file, stored. */
    add_file(b, "mimetype", CL_SLICE("application/epub+zip"), false);
    add_file(b, "META-INF/container.xml",
        CL_SLICE(XML_BEGIN "<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\n"
                           "<rootfiles>\n<rootfile full-path=\"EPUB/content.opf\" "
                           "media-type=\"application/oebps-package+xml\"/>\n</rootfiles>\n</container>\n"),
        true);
    add_file(b, "EPUB/style.css",
        CL_SLICE("figure{margin:1em 0}\nfigcaption,.byline,.time,.kicker{font-size:.9em}\n.deck{font-size:1.15em}\n"
                 "table{border-collapse:collapse}\ntd,th{border:1px solid;padding:.2em .5em}\n"
                 ".note{border-left:3px solid;padding-left:1em}\n"),
        true);
}

void cl_book_add(cl_book *b, const cl_record *r) {
    b->count++;
    learn(b, r);
    add_chapter(b, r);
}

void cl_book_end(cl_book *b) {
    add_contents(b);
    add_package(b);
    if (b->status == CUTLINE_OK)
        cl_zip_end(&b->zip);
}

void cl_book_free(cl_book *b) {
    const cutline_allocator *const a = b->zip.allocator;
    cl_zip_free(&b->zip);
    cl_arena_free(&b->arena);
    cl_vector_free(a, &b->chapter);
    cl_vector_free(a, &b->contents);
}
