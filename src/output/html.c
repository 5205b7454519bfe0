/* One HTML page: the article as elements that say what they are, and nothing active. With several, one after the other.
 */
#include "output/article.h"
#include "output/choice.h"

static void put_meta(cl_writer *w, const char *name, cl_slice content) {
    if (!content.size)
        return;
    cl_put_text(w, "<meta");
    cl_put_attribute(w, "name", cl_slice_z(name));
    cl_put_attribute(w, "content", content);
    cl_put_text(w, ">\n");
}

static void put_head(cl_writer *w, cl_slice title, bool images) {
    cl_put_text(
        w, "<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ");
    if (images)
        cl_put_text(w, "img-src http: https: file: 'self'; ");
    cl_put_text(w, "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    cl_put_markup(w, title);
    cl_put_text(w, "</title>\n<style>body{max-width:42em;margin:2em auto;padding:0 1em;line-height:1.5}"
                   "img{max-width:100%;height:auto}figure{margin:1em 0}figcaption,.byline,.time,.kicker{font-size:.9em}"
                   ".deck{font-size:1.15em}.credit{opacity:.7}table{border-collapse:collapse}"
                   "td,th{border:1px solid;padding:.2em .5em}.note{border-left:3px solid;padding-left:1em}</style>\n");
}

static cl_slice name_of(const cl_record *r) {
    return r->title.size ? r->title : r->source.path.size ? r->source.path : CL_SLICE("An article");
}

void cl_output_html(cl_writer *w, const cl_record *r) {
    cl_put_text(w, "<!DOCTYPE html>\n<html");
    if (r->language.size)
        cl_put_attribute(w, "lang", r->language);
    cl_put_text(w, ">\n<head>\n");
    put_head(w, name_of(r), cl_shows(r, CUTLINE_PART_IMAGES, true));
    for (size_t i = 0; i < r->authors.count; i++)
        put_meta(w, "author", r->authors.at[i].name);
    put_meta(w, "description", r->deck);
    const cl_slice canonical = r->source.canonical.size ? r->source.canonical : r->source.url;
    if (cl_url_is_absolute(canonical)) {
        cl_put_text(w, "<link rel=\"canonical\" href=\"");
        cl_put_url(w, canonical);
        cl_put_text(w, "\">\n");
    }
    cl_put_text(w, "</head>\n<body>\n");
    cl_put_article(w, r, (cl_article){.number = 0});
    cl_put_text(w, "</body>\n</html>\n");
}

void cl_html_begin(cl_writer *w) {
    cl_put_text(w, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n");
    put_head(w, CL_SLICE("Articles"), true);
    cl_put_text(w, "</head>\n<body>\n");
}

void cl_html_add(cl_writer *w, const cl_record *r, size_t number) {
    cl_put_article(w, r, (cl_article){.number = number});
}

void cl_html_end(cl_writer *w) {
    cl_put_text(w, "</body>\n</html>\n");
}
