/* The day of publication as a page tells it to its scripts alone: "published_at": "2024-05-01". Looked for where
 * neither its data nor its words give any, and believed where all that is said there is one day. */
#include "record/date_script.h"
#include "record/string.h"

#define BYTES_MAX (8u << 20) /* of all scripts that are read */
#define KEY_MAX   32u
#define VALUE_MAX 40u

/* Names of members without marks and capitals; they may have more before them: "firstPublishedAt". */
static const char *const keys[] = {"publishedat", "publishat", "publishedon", "publisheddate", "publishdate",
    "publisheddatetime", "publishdatetime", "publishedtime", "publishtime", "publicationdate", "publicationtime",
    "pubdate", "datepublished", "firstpublished"};
/* But not these: "unpublishedAt". */
static const char *const others[] = {"un", "re", "last"};

/* Whether the member's name around `pub`, which is there as "pub", is one of publication; *end: where it ends. */
static bool is_key(cl_slice text, size_t pub, size_t *end) {
    char key[KEY_MAX];
    size_t size = 0, before = 0, begin = pub;
    while (begin && pub - begin < KEY_MAX && (cl_is_ascii_letter(text.data[begin - 1]) || text.data[begin - 1] == '_'))
        begin--;
    for (*end = begin; *end < text.size && size < KEY_MAX; ++*end) {
        const char c = text.data[*end];
        if (*end == pub)
            before = size;
        if (cl_is_ascii_letter(c))
            key[size++] = cl_ascii_lower(c);
        else if (c != '_' && c != '-')
            break;
    }
    const cl_slice all = cl_slice_of(key, size), first = cl_slice_of(key, before);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (cl_ends(first, cl_slice_z(others[i])))
            return false;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (cl_ends(all, cl_slice_z(keys[i])))
            return true;
    return false;
}

/* Passes quotation marks and white space, and marks before marks. */
static size_t pass(cl_slice text, size_t i) {
    while (i < text.size &&
           (text.data[i] == '"' || text.data[i] == '\\' || text.data[i] == '\'' || cl_is_space(text.data[i])))
        i++;
    return i;
}

/* The value of the member whose name ends at `i`; absent where it is none that begins with a figure. */
static cl_slice value_at(cl_slice text, size_t i) {
    i = pass(text, i);
    if (i >= text.size || text.data[i] != ':')
        return CL_SLICE_NONE;
    i = pass(text, i + 1);
    size_t end = i;
    while (end < text.size && end - i < VALUE_MAX && !strchr("\"'\\,}&", text.data[end]))
        end++;
    return end > i && text.data[i] >= '0' && text.data[i] <= '9' ? cl_slice_of(text.data + i, end - i) : CL_SLICE_NONE;
}

/* What one script says; false where it says another day than *date. */
static bool read_script(cl_slice text, cl_date *date, bool *found) {
    static const cl_date_known known = {.reference = NULL};
    for (size_t i = 2; i < text.size; i++) {
        if (text.data[i] != 'b' || text.data[i - 1] != 'u' || (text.data[i - 2] | 32) != 'p')
            continue;
        size_t end;
        cl_date read;
        const cl_slice value = is_key(text, i - 2, &end) ? value_at(text, end) : CL_SLICE_NONE;
        if (!value.size || !cl_date_read(value, &known, &read) || read.year < 1990)
            continue;
        if (*found && cl_date_days(read.year, read.month, read.day) != cl_date_days(date->year, date->month, date->day))
            return false;
        if (!*found)
            *date = read;
        *found = true;
    }
    return true;
}

bool cl_date_in_scripts(const cl_making *m, cl_date *date) {
    const cl_blocks *const blocks = m->blocks;
    bool found = false;
    size_t bytes = 0;
    for (size_t i = 0; m->dom && i < blocks->notes.count; i++) {
        if (blocks->notes.at[i].kind != CL_NOTE_SCRIPT)
            continue;
        const cl_slice text = cl_dom_data(m->dom, cl_dom_first_child(m->dom, blocks->notes.at[i].node));
        bytes += text.size;
        if (bytes > BYTES_MAX)
            break;
        if (text.size && !read_script(text, date, &found))
            return false;
    }
    return found;
}
