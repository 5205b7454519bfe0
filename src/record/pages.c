/* The other pages of a story in parts: the one before, the next, and the whole on one.
 *
 * rel=next and rel=prev are also said of the stories before and after in a blog; the parts of one story have addresses
 * that differ in a number alone. Where the page does not say so, a row of numbers behind the body does, if all of them
 * lead to such addresses with that number, but for the page's own. */
#include "base/url.h"
#include "record/fields.h"
#include "record/string.h"

#define NEAR_END 8u   /* blocks after the body in which a link to the whole is looked for */
#define NODES    500u /* that are looked at for it in a block */

#define PAGES_MAX    99u  /* pages of a story */
#define PAGER_BLOCKS 16u  /* blocks after the body in which a row of their numbers is looked for */
#define PAGER_MAX    200u /* letters of such a block */

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
    return text.size < 80 && CL_SAYS_ANY(text, words);
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
    const uint32_t end = cl_body_end(m->labels);
    cl_slice url = CL_SLICE_NONE;
    for (uint32_t i = end; i < m->labels->list.count && i < end + NEAR_END && !url.size; i++)
        if (m->blocks->list.at[i].anchors)
            url = single_in(m, own, &m->blocks->list.at[i]);
    return url;
}

/* ---- "1 2 3" */

/* The links of a row of numbers, and the number among them that is none. */
typedef struct pager {
    cl_slice urls[PAGES_MAX + 1]; /* by their numbers */
    unsigned own;                 /* 0: not found */
    bool foreign;                 /* one leads to something else */
} pager;

/* A number of a page and nothing else; 0 where it is none. */
static unsigned page_number(cl_slice text) {
    size_t end;
    text = cl_slice_trim(text);
    const uint32_t number = cl_leading_number(text, &end);
    return text.size && end == text.size && number <= PAGES_MAX ? number : 0;
}

/* Whether an address has a number in it. The first page need not. */
static bool has_number(cl_slice url, unsigned number) {
    for (size_t i = 0; i < url.size; i++) {
        size_t end = 0;
        if (!is_digit(url.data[i]) || (i && is_digit(url.data[i - 1])))
            continue;
        if (cl_leading_number(cl_slice_of(url.data + i, url.size - i), &end) == number)
            return true;
    }
    return number == 1;
}

static void read_numbers(cl_making *m, cl_slice own, const cl_block *b, pager *to) {
    const cl_node box = m->blocks->boxes.at[b->box].node;
    unsigned turns = 0;
    for (cl_node n = b->node; n && turns < NODES; n = n == b->last ? 0 : cl_dom_following(m->dom, box, n), turns++) {
        const unsigned number = page_number(cl_dom_data(m->dom, n));
        if (!number)
            continue;
        cl_node link = cl_dom_parent(m->dom, n);
        while (link && link != box && !cl_dom_is(m->dom, link, CL_TAG_A))
            link = cl_dom_parent(m->dom, link);
        const cl_slice url = cl_dom_is(m->dom, link, CL_TAG_A) ? cl_link_url(m, link) : CL_SLICE_NONE;
        if (!url.size || cl_slice_equal(url, own)) {
            to->foreign |= to->own && to->own != number;
            to->own = number;
        } else if (same_story(own, url) && has_number(url, number)) {
            to->urls[number] = url;
        } else {
            to->foreign = true;
        }
    }
}

/* The parts before and behind, by a row of numbers behind the body. */
static void read_pager(cl_making *m, cl_slice own) {
    pager p = {.own = 0};
    const uint32_t end = cl_body_end(m->labels);
    for (uint32_t i = end; i < m->labels->list.count && i - end < PAGER_BLOCKS; i++) {
        if (m->labels->list.at[i].role == CL_ROLE_COMMENT)
            break;
        if (m->blocks->list.at[i].chars <= PAGER_MAX)
            read_numbers(m, own, &m->blocks->list.at[i], &p);
    }
    if (p.foreign || !p.own)
        return;
    m->record->pages.previous = p.urls[p.own - 1];
    m->record->pages.next = p.own < PAGES_MAX ? p.urls[p.own + 1] : CL_SLICE_NONE;
}

void cl_make_pages(cl_making *m) {
    const cl_slice own = cl_url_whole(m->options->url) ? m->options->url : m->record->source.canonical;
    if (!m->dom || !own.size)
        return;
    m->record->pages.previous = part(m, own, m->data->previous);
    m->record->pages.next = part(m, own, m->data->next);
    if (!m->record->pages.previous.data && !m->record->pages.next.data)
        read_pager(m, own);
    if (m->record->pages.previous.data || m->record->pages.next.data)
        m->record->pages.single = find_single(m, own);
}
