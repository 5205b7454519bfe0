#include "record/fields.h"
#include "record/string.h"

/* What parts a headline from a site's name in a title. */
static const char *const separators[] = {
    " | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " / ", " :", " |"};

/* Whether a part of a title is the site's name: the name in it, or it in the name. */
static bool names_site(cl_slice part, cl_slice site) {
    return site.size >= 2 && part.size >= 2 && (cl_contains(part, site) || cl_contains(site, part)) &&
           part.size <= site.size + 24;
}

static size_t words(cl_slice s) {
    size_t n = s.size > 0;
    for (size_t i = 0; i < s.size; i++)
        n += s.data[i] == ' ';
    return n;
}

/* The last place at which a separator stands; false where none does. */
static bool last_separator(cl_slice s, size_t *at, size_t *size) {
    bool found = false;
    for (size_t k = 0; k < sizeof separators / sizeof *separators; k++) {
        const size_t n = strlen(separators[k]);
        if (separators[k][n - 1] != ' ')
            continue;
        for (size_t i = s.size; i-- > 0;)
            if (i + n <= s.size && memcmp(s.data + i, separators[k], n) == 0) {
                if (!found || i > *at) {
                    *at = i;
                    *size = n;
                }
                found = true;
                break;
            }
    }
    return found;
}

static bool first_separator(cl_slice s, size_t *at, size_t *size) {
    for (size_t i = 1; i < s.size; i++)
        for (size_t k = 0; k < sizeof separators / sizeof *separators; k++) {
            const size_t n = strlen(separators[k]);
            if (i + n <= s.size && memcmp(s.data + i, separators[k], n) == 0) {
                *at = i;
                *size = n;
                return true;
            }
        }
    return false;
}

cl_slice cl_title_without_site(cl_slice title, cl_slice site) {
    size_t at = 0, size = 0;
    for (int turns = 0; turns < 3 && last_separator(title, &at, &size); turns++) {
        const cl_slice head = cl_slice_trim(cl_slice_of(title.data, at));
        const cl_slice tail = cl_slice_trim(cl_slice_of(title.data + at + size, title.size - at - size));
        /* A short part after a bar is the site's name whatever that is; after a dash only where it is known. */
        const bool bar = memchr(title.data + at, '|', size) != NULL;
        if (!head.size || !(names_site(tail, site) || (bar && words(tail) <= 3 && words(head) > words(tail))))
            break;
        title = head;
    }
    if (site.size && first_separator(title, &at, &size) && names_site(cl_slice_of(title.data, at), site) &&
        title.size - at - size >= at)
        title = cl_slice_trim(cl_slice_of(title.data + at + size, title.size - at - size));
    return title;
}

/* The first <h1> that is no link, at or after which the body begins. */
static cl_slice first_h1(const cl_making *m) {
    for (uint32_t i = 0; i < m->blocks->list.count; i++) {
        const cl_block *const b = &m->blocks->list.at[i];
        if (b->type == CL_BLOCK_HEADING && b->level == 1 && b->links * 2 <= b->chars && b->chars >= 10)
            return b->text;
    }
    return CL_SLICE_NONE;
}

static bool set(cl_making *m, cl_slice title, cl_origin from) {
    title = cl_clean(title, m->arena, false, &m->failed);
    if (!title.size)
        return false;
    m->record->title = title;
    m->record->from.title = from;
    return true;
}

/* As the page shows it, where it does; the machines' titles are often others, written for search. */
void cl_make_title(cl_making *m) {
    if (m->labels->headline != CL_NO_BLOCK && set(m, cl_block_text(m, m->labels->headline), CL_FROM_VISIBLE))
        return;
    if (set(m, cl_page_data_json(m->data, CL_SLICE("headline"), m->arena, &m->failed), CL_FROM_JSON_LD))
        return;
    const cl_slice site = m->record->site_name;
    if (set(m, cl_title_without_site(m->data->meta[CL_META_TITLE].value, site), CL_FROM_META) ||
        set(m, cl_title_without_site(m->data->title, site), CL_FROM_META))
        return;
    (void)set(m, first_h1(m), CL_FROM_VISIBLE);
}
