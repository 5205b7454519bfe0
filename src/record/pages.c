/* The other pages of a story in parts: the one before, the next, and the whole on one.
 *
 * rel=next and rel=prev are also said of the stories before and after in a blog; the parts of one story have addresses
 * that differ in a number alone. */
#include "base/url.h"
#include "record/fields.h"
#include "record/string.h"

#define NEAR_END 8u   /* blocks after the body in which a link to the whole is looked for */
#define NODES    500u /* that are looked at for it in a block */

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* A path without the number of a page at its end: "/heat/2", "/heat/page/2/", "/heat_2.html", "/heat,2". */
static cl_slice without_number(cl_slice path, cl_slice *ending) {
    static const char *const endings[] = {".html", ".htm", ".php", ".shtml", ".amp"};
    *ending = CL_SLICE_NONE;
    while (path.size && path.data[path.size - 1] == '/')
        path.size--;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (cl_ends(path, cl_slice_z(endings[i]))) {
            *ending = cl_slice_z(endings[i]);
            path.size -= ending->size;
            break;
        }
    cl_slice rest = path;
    while (rest.size && path.size - rest.size < 3 && is_digit(rest.data[rest.size - 1]))
        rest.size--;
    if (rest.size == path.size || !rest.size)
        return path;
    static const char *const before[] = {"/page/", "/page-", "/seite-", "/p", "/", "_", "-", ","};
    for (size_t i = 0; i < sizeof before / sizeof *before; i++)
        if (cl_ends(rest, cl_slice_z(before[i])))
            return cl_slice_of(rest.data, rest.size - strlen(before[i]));
    return path;
}

/* Whether two addresses are of parts of one story. */
static bool same_story(cl_slice a, cl_slice b) {
    const cl_url x = cl_url_parts(a), y = cl_url_parts(b);
    cl_slice x_ending, y_ending;
    const cl_slice x_path = without_number(x.path, &x_ending), y_path = without_number(y.path, &y_ending);
    return x_path.size > 1 && cl_slice_equal(x_path, y_path) && cl_slice_equal(x_ending, y_ending) &&
           !cl_slice_equal(a, b);
}

static cl_slice part(cl_making *m, cl_slice own, cl_slice href) {
    const cl_slice url = href.size ? cl_url_resolve(m->base, href, m->arena, &m->failed) : CL_SLICE_NONE;
    return url.size && cl_url_whole(url) && same_story(own, url) ? url : CL_SLICE_NONE;
}

static bool says_single(cl_slice text) {
    static const char *const words[] = {"one page", "single page", "single-page", "view all", "all pages",
        "full article", "auf einer seite", "auf 1 seite", "artikel auf einer", "une seule page", "une page",
        "una sola página", "una página", "uma página", "una pagina", "één pagina", "en side", "en sida",
        "yhdellä sivulla", "na jednej stronie", "na jedné stránce", "egy oldalon", "на одной странице", "tek sayfa",
        "في صفحة واحدة", "全文", "1ページ", "한 페이지"};
    return text.size < 80 && CL_CONTAINS_ANY(text, words);
}

/* The link in a block that leads to the whole story. */
static cl_slice single_in(cl_making *m, cl_slice own, const cl_block *b) {
    const cl_node box = m->blocks->boxes.at[b->box].node;
    unsigned turns = 0;
    for (cl_node n = b->node; n && turns < NODES; n = n == b->last ? 0 : cl_dom_following(m->dom, box, n), turns++) {
        const cl_node link = cl_dom_parent(m->dom, n);
        if (!cl_dom_is(m->dom, link, CL_TAG_A) || !says_single(cl_dom_data(m->dom, n)))
            continue;
        const cl_slice url = cl_link_url(m, link);
        if (same_story(own, url))
            return url;
    }
    return CL_SLICE_NONE;
}

static cl_slice find_single(cl_making *m, cl_slice own) {
    uint32_t end = 0;
    cl_slice url = CL_SLICE_NONE;
    for (uint32_t i = 0; i < m->labels->list.count; i++)
        if (m->labels->list.at[i].role == CL_ROLE_BODY)
            end = i + 1;
    for (uint32_t i = end; i < m->labels->list.count && i < end + NEAR_END && !url.size; i++)
        if (m->blocks->list.at[i].anchors)
            url = single_in(m, own, &m->blocks->list.at[i]);
    return url;
}

void cl_make_pages(cl_making *m) {
    const cl_slice own = cl_url_whole(m->options->url) ? m->options->url : m->record->source.canonical;
    if (!m->dom || !own.size)
        return;
    m->record->pages.previous = part(m, own, m->data->previous);
    m->record->pages.next = part(m, own, m->data->next);
    if (m->record->pages.previous.data || m->record->pages.next.data)
        m->record->pages.single = find_single(m, own);
}
