/* The X-ray: the frame, the legend that filters, and the article. */
#include "output/xray.h"

void cl_put_percent(cl_writer *w, double value) {
    cl_put_number(w, (uint64_t)(value * 100 + 0.5));
    cl_put_text(w, "\xc2\xa0%");
}

static const char *meaning(cl_role role) {
    static const char *const meanings[CL_ROLE_COUNT] = {[CL_ROLE_OTHER] = "anything else",
        [CL_ROLE_HEADLINE] = "the title",
        [CL_ROLE_KICKER] = "the line over it",
        [CL_ROLE_DECK] = "the summary below it",
        [CL_ROLE_BYLINE] = "who wrote it",
        [CL_ROLE_DATE] = "when",
        [CL_ROLE_BODY] = "the story itself",
        [CL_ROLE_ASIDE] = "fact boxes and the like",
        [CL_ROLE_NOTE] = "corrections, editor\xe2\x80\x99s notes",
        [CL_ROLE_BIO] = "about the author",
        [CL_ROLE_CAPTION] = "below pictures",
        [CL_ROLE_CREDIT] = "whose picture",
        [CL_ROLE_TOPIC] = "section, tags",
        [CL_ROLE_RELATED] = "other stories",
        [CL_ROLE_PROMOTION] = "newsletters, offers",
        [CL_ROLE_COMMENT] = "by readers",
        [CL_ROLE_SHARE] = "share, print, like",
        [CL_ROLE_NAVIGATION] = "menus, ways around",
        [CL_ROLE_CONSENT] = "cookies and so on",
        [CL_ROLE_LEGAL] = "copyright, terms",
        [CL_ROLE_EDITION] = "other languages"};
    return meanings[role];
}

/* The order of the legend: the article first, then what is nearest to it. */
static const uint8_t order[CL_ROLE_COUNT] = {CL_ROLE_KICKER, CL_ROLE_HEADLINE, CL_ROLE_DECK, CL_ROLE_BYLINE,
    CL_ROLE_DATE, CL_ROLE_BODY, CL_ROLE_ASIDE, CL_ROLE_NOTE, CL_ROLE_BIO, CL_ROLE_CAPTION, CL_ROLE_CREDIT,
    CL_ROLE_TOPIC, CL_ROLE_EDITION, CL_ROLE_RELATED, CL_ROLE_PROMOTION, CL_ROLE_COMMENT, CL_ROLE_SHARE,
    CL_ROLE_NAVIGATION, CL_ROLE_CONSENT, CL_ROLE_LEGAL, CL_ROLE_OTHER};

static void put_counted(cl_writer *w, uint64_t count, const char *noun) {
    cl_put_number(w, count);
    cl_put_text(w, " ");
    cl_put_slice(w, cl_slice_z(noun));
    if (count != 1)
        cl_put_text(w, "s");
}

static cl_slice name_of(const cl_record *r) {
    return r->title.size ? r->title : r->source.path.size ? r->source.path : CL_SLICE("a page");
}

static void put_head(cl_writer *w, const cl_record *r) {
    cl_put_text(w, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                   "'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                   "<meta name=\"color-scheme\" content=\"light dark\">\n<title>X-ray: ");
    cl_put_markup(w, name_of(r));
    cl_put_text(w, "</title>\n<style>\n");
    cl_put_xray_style(w);
    for (unsigned i = 0; i < CL_ROLE_COUNT; i++) {
        const cl_slice role = cl_role_name((cl_role)i);
        cl_put_text(w, "body:has(#show-");
        cl_put_slice(w, role);
        cl_put_text(w, ":not(:checked)) .blocks>.");
        cl_put_slice(w, role);
        cl_put_text(w, "{display:none}\n");
    }
    cl_put_text(w, "</style>\n</head>\n<body>\n<nav aria-label=\"On this page\">"
                   "<a class=\"skip\" href=\"#roles\">Roles</a> "
                   "<a class=\"skip\" href=\"#page\">The page, block by block</a> "
                   "<a class=\"skip\" href=\"#article\">The article</a></nav>\n");
}

static void put_summary(cl_writer *w, const cl_record *r, size_t blocks, size_t in_text) {
    cl_put_text(w, "<header>\n<h1>X-ray: <bdi>");
    cl_put_markup(w, name_of(r));
    cl_put_text(w, "</bdi></h1>\n<p>");
    if (r->source.path.size) {
        cl_put_text(w, "<bdi class=\"path\">");
        cl_put_markup(w, r->source.path);
        cl_put_text(w, "</bdi> \xc2\xb7 ");
    }
    cl_put_text(w, "kind: ");
    cl_put_slice(w, cl_page_kind_name(r->page_labels ? r->page_labels->kind : CL_PAGE_OTHER));
    cl_put_text(w, " \xc2\xb7 confidence ");
    cl_put_percent(w, r->confidence);
    cl_put_text(w, " \xc2\xb7 ");
    put_counted(w, blocks, "block");
    cl_put_text(w, ", ");
    cl_put_number(w, in_text);
    cl_put_text(w, " of them in the text");
    if (r->source.bytes) {
        cl_put_text(w, " \xc2\xb7 ");
        put_counted(w, r->source.bytes, "byte");
    }
    if (r->source.encoding.size) {
        cl_put_text(w, " in ");
        cl_put_markup(w, r->source.encoding);
    }
    cl_put_text(w, "</p>\n</header>\n");
}

static void put_legend(cl_writer *w, const size_t *counts) {
    cl_put_text(w,
        "<section id=\"roles\" aria-labelledby=\"h-roles\">\n<h2 id=\"h-roles\">Roles</h2>\n"
        "<p class=\"how\">Point at a block, or move to it with the Tab key, to see what is so of it. The stronger its "
        "colour and the firmer its edge, the surer the role; <b class=\"tick\">\xe2\x9c\x93</b> marks what is in the "
        "text.</p>\n<fieldset class=\"which\"><legend>Show</legend>\n"
        "<label><input type=\"radio\" name=\"which\" id=\"show-all\" checked> the whole page</label>\n"
        "<label><input type=\"radio\" name=\"which\" id=\"show-in\"> only what is in the text</label>\n"
        "<label><input type=\"radio\" name=\"which\" id=\"show-out\"> only what was left out</label>\n"
        "</fieldset>\n<fieldset class=\"legend\"><legend>Blocks of these roles</legend>\n");
    for (size_t i = 0; i < CL_ROLE_COUNT; i++) {
        const cl_slice role = cl_role_name((cl_role)order[i]);
        if (!counts[order[i]])
            continue;
        cl_put_text(w, "<label class=\"");
        cl_put_slice(w, role);
        cl_put_text(w, "\"><input type=\"checkbox\" id=\"show-");
        cl_put_slice(w, role);
        cl_put_text(w, "\" checked> <span class=\"chip\">");
        cl_put_slice(w, role);
        cl_put_text(w, "</span> <b>");
        cl_put_number(w, counts[order[i]]);
        cl_put_text(w, "</b> <small>");
        cl_put_slice(w, cl_slice_z(meaning((cl_role)order[i])));
        cl_put_text(w, "</small></label>\n");
    }
    cl_put_text(w, "</fieldset>\n</section>\n");
}

static void put_language(cl_writer *w, const cl_record *r) {
    if (r->language.size) {
        cl_put_text(w, " lang=\"");
        cl_put_markup(w, r->language);
        cl_put_text(w, "\"");
    }
    cl_put_text(w, " dir=\"");
    cl_put_markup(w, r->direction.size ? r->direction : CL_SLICE("auto"));
    cl_put_text(w, "\"");
}

static void put_tagged(cl_writer *w, cl_slice tag, cl_slice text) {
    cl_put_text(w, "<");
    cl_put_slice(w, tag);
    cl_put_text(w, " dir=\"auto\">");
    cl_put_markup(w, text);
    cl_put_text(w, "</");
    cl_put_slice(w, tag);
    cl_put_text(w, ">");
}

static void put_items(cl_writer *w, const cl_body_block *b) {
    cl_put_slice(w, b->ordered ? CL_SLICE("<ol>") : CL_SLICE("<ul>"));
    for (size_t i = 0; i < b->item_count; i++)
        put_tagged(w, CL_SLICE("li"), b->items[i]);
    cl_put_slice(w, b->ordered ? CL_SLICE("</ol>") : CL_SLICE("</ul>"));
}

static void put_rows(cl_writer *w, const cl_body_block *b) {
    cl_put_text(w, "<table>");
    for (size_t i = 0; i < b->row_count; i++) {
        cl_put_text(w, "<tr>");
        for (size_t k = 0; k < b->rows[i].count; k++)
            put_tagged(w, i < b->header_rows ? CL_SLICE("th") : CL_SLICE("td"), b->rows[i].cells[k]);
        cl_put_text(w, "</tr>\n");
    }
    cl_put_text(w, "</table>");
}

static void put_body_block(cl_writer *w, const cl_body_block *b) {
    static const char *const headings[] = {"h4", "h4", "h4", "h5", "h6", "h6", "h6"};
    switch (b->type) {
    case CUTLINE_BLOCK_HEADING:
        put_tagged(w, cl_slice_z(headings[b->level >= 0 && b->level <= 6 ? b->level : 0]), b->text);
        break;
    case CUTLINE_BLOCK_LIST:
        put_items(w, b);
        break;
    case CUTLINE_BLOCK_TABLE:
        put_rows(w, b);
        break;
    case CUTLINE_BLOCK_QUOTATION:
        put_tagged(w, CL_SLICE("blockquote"), b->text);
        break;
    case CUTLINE_BLOCK_PREFORMATTED:
        put_tagged(w, CL_SLICE("pre"), b->text);
        break;
    default:
        put_tagged(w, CL_SLICE("p"), b->text);
    }
}

/* The body, with the way from each of its blocks to where it stands in the page: both are in the same order. */
static void put_body(cl_writer *w, const cl_record *r) {
    size_t at = 0;
    for (size_t i = 0; i < r->body_count; i++) {
        while (at < r->page_blocks->list.count &&
               (!cl_record_keeps(r, at) || r->page_blocks->list.at[at].offset != r->body[i].offset))
            at++;
        cl_put_text(w, "<div class=\"row\">");
        put_body_block(w, &r->body[i]);
        if (at < r->page_blocks->list.count) {
            cl_put_text(w, "<a class=\"jump\" href=\"#b");
            cl_put_number(w, at + 1);
            cl_put_text(w, "\" aria-label=\"to block ");
            cl_put_number(w, at + 1);
            cl_put_text(w, " of the page\">");
            cl_put_number(w, at + 1);
            cl_put_text(w, "</a>");
            at++;
        }
        cl_put_text(w, "</div>\n");
    }
    if (!r->body_count)
        cl_put_text(w, "<p class=\"none\" lang=\"en\" dir=\"ltr\">No block of this page is in the text.</p>\n");
}

static void put_term(cl_writer *w, cl_slice name, cl_slice value) {
    if (!value.size)
        return;
    cl_put_text(w, "<dt>");
    cl_put_slice(w, name);
    cl_put_text(w, "</dt><dd><bdi>");
    cl_put_markup(w, value);
    cl_put_text(w, "</bdi></dd>\n");
}

static void put_article(cl_writer *w, const cl_record *r) {
    cl_put_text(w, "<article id=\"article\" tabindex=\"0\" aria-labelledby=\"h-article\">\n"
                   "<h2 id=\"h-article\">The article</h2>\n");
    if (r->title.size) {
        cl_put_text(w, "<h3");
        put_language(w, r);
        cl_put_text(w, ">");
        cl_put_markup(w, r->title);
        cl_put_text(w, "</h3>\n");
    }
    if (r->authors.count || r->published.size || r->modified.size || r->site_name.size) {
        cl_put_text(w, "<dl>\n");
        for (size_t i = 0; i < r->authors.count; i++)
            put_term(w, CL_SLICE("By"), r->authors.at[i].name);
        put_term(w, CL_SLICE("Published"), r->published);
        put_term(w, CL_SLICE("Modified"), r->modified);
        put_term(w, CL_SLICE("Site"), r->site_name);
        cl_put_text(w, "</dl>\n");
    }
    cl_put_text(w, "<div class=\"story\"");
    put_language(w, r);
    cl_put_text(w, ">\n");
    put_body(w, r);
    cl_put_text(w, "</div>\n</article>\n");
}

void cl_output_xray(cl_writer *w, const cl_record *r) {
    size_t counts[CL_ROLE_COUNT] = {0}, in_text = 0;
    const size_t blocks = r->page_blocks ? r->page_blocks->list.count : 0;
    for (size_t i = 0; i < blocks; i++) {
        counts[r->page_labels->list.at[i].role]++;
        in_text += cl_record_has(r, i);
    }
    put_head(w, r);
    put_summary(w, r, blocks, in_text);
    put_legend(w, counts);
    cl_put_text(w, "<main>\n<section id=\"page\" aria-labelledby=\"h-page\">\n"
                   "<h2 id=\"h-page\">The page, block by block</h2>\n<ol class=\"blocks\"");
    put_language(w, r);
    cl_put_text(w, ">\n");
    cl_put_xray_blocks(w, r);
    cl_put_text(w, "</ol>\n</section>\n");
    put_article(w, r);
    cl_put_text(w,
        "</main>\n<div class=\"panel\" aria-hidden=\"true\"><p>Point at a block, or move to it with the Tab key: what "
        "is "
        "so of it is told here.</p><span><i class=\"edge\"></i>80\xc2\xa0% sure or more</span><span><i class=\"edge "
        "fair\"></i>50 to 80\xc2\xa0%</span><span><i class=\"edge doubt\"></i>less</span></div>\n</body>\n</html>\n");
}
