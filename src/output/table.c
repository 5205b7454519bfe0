/* A table: one row a page, one header row. Comma-separated as in RFC 4180, or with tabs between, quoted alike.
 *
 * A spreadsheet takes a cell that begins with "=", "+", "-", "@", a tab or a carriage return for a formula, which can
 * send what is in the sheet elsewhere. What pages say is not to be trusted, so such a cell has an apostrophe before it
 * (OWASP, "CSV Injection"). Nothing else of a cell is changed but NUL, for which there is no place: U+FFFD. */
#include "output/json.h"

typedef struct table {
    cl_writer *w;
    char separator;
} table;

/* Fields with columns of their own are those that are short, and the text; the others are JSON in a cell, and only
 * where they were asked for by their names. */
typedef cl_slice (*column_fn)(const cl_record *r);
#define COLUMN(name, member)                                                                                           \
    static cl_slice name##_of(const cl_record *r) {                                                                    \
        return r->member;                                                                                              \
    }
COLUMN(path, source.path)
COLUMN(url, source.url)
COLUMN(canonical, source.canonical)
COLUMN(encoding, source.encoding)
COLUMN(title, title)
COLUMN(kicker, kicker)
COLUMN(deck, deck)
COLUMN(site, site_name)
COLUMN(site_url, site_url)
COLUMN(language, language)
COLUMN(direction, direction)
COLUMN(published, published)
COLUMN(modified, modified)
COLUMN(dateline, dateline)
COLUMN(section, section)
COLUMN(access, access)
COLUMN(problem, problem)
COLUMN(text, text)

static cl_slice truncated_of(const cl_record *r) {
    return r->truncated ? CL_SLICE("true") : CL_SLICE("false");
}

/* In the order of the fields. Where `of` is NULL, the column is a list, a number or JSON. */
static const struct {
    cl_field field;
    const char *name;
    column_fn of;
    bool asked; /* only where it was asked for */
} columns[] = {{CL_FIELD_SOURCE, "path", path_of, false}, {CL_FIELD_SOURCE, "url", url_of, false},
    {CL_FIELD_SOURCE, "canonical", canonical_of, false}, {CL_FIELD_SOURCE, "encoding", encoding_of, false},
    {CL_FIELD_TITLE, "title", title_of, false}, {CL_FIELD_KICKER, "kicker", kicker_of, false},
    {CL_FIELD_DECK, "deck", deck_of, false}, {CL_FIELD_SITE, "site", site_of, false},
    {CL_FIELD_SITE, "site_url", site_url_of, false}, {CL_FIELD_LANGUAGE, "language", language_of, false},
    {CL_FIELD_DIRECTION, "direction", direction_of, false}, {CL_FIELD_AUTHORS, "authors", NULL, false},
    {CL_FIELD_CONTRIBUTORS, "contributors", NULL, false}, {CL_FIELD_PUBLISHED, "published", published_of, false},
    {CL_FIELD_MODIFIED, "modified", modified_of, false}, {CL_FIELD_DATELINE, "dateline", dateline_of, false},
    {CL_FIELD_SECTION, "section", section_of, false}, {CL_FIELD_TOPICS, "topics", NULL, false},
    {CL_FIELD_KEYWORDS, "keywords", NULL, false}, {CL_FIELD_EDITIONS, "editions", NULL, true},
    {CL_FIELD_ACCESS, "access", access_of, false}, {CL_FIELD_TRUNCATED, "truncated", truncated_of, false},
    {CL_FIELD_PROBLEM, "problem", problem_of, false}, {CL_FIELD_PAGES, "pages", NULL, true},
    {CL_FIELD_IMAGES, "images", NULL, true}, {CL_FIELD_BODY, "body", NULL, true},
    {CL_FIELD_TEXT, "text", text_of, false}, {CL_FIELD_MEDIA, "media", NULL, true},
    {CL_FIELD_QUOTES, "quotes", NULL, true}, {CL_FIELD_RELATED, "related", NULL, true},
    {CL_FIELD_COMMENTS, "comments", NULL, true}, {CL_FIELD_CONFIDENCE, "confidence", NULL, false},
    {CL_FIELD_FROM, "from", NULL, true}, {CL_FIELD_DROPPED, "dropped", NULL, true}};
#define COLUMN_COUNT (sizeof columns / sizeof *columns)

static bool has_column(size_t i, uint64_t without_fields) {
    return !(without_fields >> columns[i].field & 1) && (without_fields || !columns[i].asked);
}

/* What is within quotation marks. */
static int put_quoted(void *user, const char *data, size_t size) {
    cl_writer *const w = user;
    size_t begin = 0;
    for (size_t i = 0; i < size; i++) {
        if (data[i] != '"' && data[i] != '\0')
            continue;
        cl_put(w, data + begin, i - begin);
        cl_put_slice(w, data[i] ? CL_SLICE("\"\"") : CL_SLICE("\xef\xbf\xbd"));
        begin = i + 1;
    }
    cl_put(w, data + begin, size - begin);
    return w->failed;
}

/* The full-width forms of "=", "+", "-" and "@" are formulas in Japanese spreadsheets. */
static bool is_formula(cl_slice s) {
    if (s.size && strchr("=+-@\t\r", s.data[0]) && s.data[0])
        return true;
    return s.size > 2 && memcmp(s.data, "\xef\xbc", 2) == 0 && strchr("\x9d\x8b\x8d\xa0", s.data[2]) && s.data[2];
}

static bool needs_quotes(const table *t, cl_slice s) {
    for (size_t i = 0; i < s.size; i++)
        if (s.data[i] == '"' || s.data[i] == '\n' || s.data[i] == '\r' || s.data[i] == '\0' ||
            s.data[i] == t->separator)
            return true;
    return s.size && (s.data[0] == ' ' || s.data[s.size - 1] == ' ');
}

static void put_cell(const table *t, cl_slice s) {
    const bool quotes = needs_quotes(t, s);
    if (quotes)
        cl_put_text(t->w, "\"");
    if (is_formula(s))
        cl_put_text(t->w, "'");
    if (quotes)
        put_quoted(t->w, s.data, s.size);
    else
        cl_put_slice(t->w, s);
    if (quotes)
        cl_put_text(t->w, "\"");
}

/* One item of a list, "; " before it unless it is the first; a ";" of its own is a comma. */
static void put_item(const table *t, size_t index, cl_slice s) {
    if (index)
        cl_put_text(t->w, "; ");
    else if (is_formula(s))
        cl_put_text(t->w, "'");
    for (size_t begin = 0, i = 0; i <= s.size; i++) {
        if (i < s.size && s.data[i] != ';')
            continue;
        put_quoted(t->w, s.data + begin, i - begin);
        if (i < s.size)
            cl_put_text(t->w, ",");
        begin = i + 1;
    }
}

static void put_people(const table *t, const cutline_person *people, size_t count) {
    cl_put_text(t->w, "\"");
    for (size_t i = 0; i < count; i++)
        put_item(t, i, people[i].name);
    cl_put_text(t->w, "\"");
}

static void put_strings(const table *t, const cl_slice *strings, size_t count) {
    cl_put_text(t->w, "\"");
    for (size_t i = 0; i < count; i++)
        put_item(t, i, strings[i]);
    cl_put_text(t->w, "\"");
}

/* The member's value alone. */
typedef struct value {
    cl_writer *w;
    size_t skip; /* bytes of its name */
} value;

static int put_value(void *user, const char *data, size_t size) {
    value *const v = user;
    const size_t skipped = v->skip < size ? v->skip : size;
    v->skip -= skipped;
    return put_quoted(v->w, data + skipped, size - skipped);
}

static void put_json(const table *t, const cl_record *r, cl_field field) {
    bool any = false;
    value v = {t->w, cl_field_name(field).size + 3};
    cl_writer inner = {.write = put_value, .user = &v};
    cl_put_text(t->w, "\"");
    cl_put_json_field(&inner, &any, r, field);
    cl_writer_flush(&inner);
    cl_put_text(t->w, "\"");
}

static void put_column(const table *t, const cl_record *r, size_t i) {
    if (columns[i].of)
        put_cell(t, columns[i].of(r));
    else if (columns[i].field == CL_FIELD_AUTHORS)
        put_people(t, r->authors.at, r->authors.count);
    else if (columns[i].field == CL_FIELD_CONTRIBUTORS)
        put_people(t, r->contributors.at, r->contributors.count);
    else if (columns[i].field == CL_FIELD_TOPICS)
        put_strings(t, r->topics.at, r->topics.count);
    else if (columns[i].field == CL_FIELD_KEYWORDS)
        put_strings(t, r->keywords.at, r->keywords.count);
    else if (columns[i].field == CL_FIELD_CONFIDENCE)
        cl_put_thousandths(t->w, r->confidence);
    else
        put_json(t, r, columns[i].field);
}

void cl_table_begin(cl_writer *w, char separator, uint64_t without_fields) {
    bool any = false;
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        if (!has_column(i, without_fields))
            continue;
        if (any)
            cl_put(w, &separator, 1);
        any = true;
        cl_put_slice(w, cl_slice_z(columns[i].name));
    }
    cl_put_text(w, "\r\n");
}

void cl_table_add(cl_writer *w, char separator, const cl_record *r) {
    const table t = {w, separator};
    bool any = false;
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        if (!has_column(i, r->choice.without_fields))
            continue;
        if (any)
            cl_put(w, &separator, 1);
        any = true;
        put_column(&t, r, i);
    }
    cl_put_text(w, "\r\n");
}

void cl_output_csv(cl_writer *w, const cl_record *r) {
    cl_table_begin(w, ',', r->choice.without_fields);
    cl_table_add(w, ',', r);
}

void cl_output_tsv(cl_writer *w, const cl_record *r) {
    cl_table_begin(w, '\t', r->choice.without_fields);
    cl_table_add(w, '\t', r);
}
