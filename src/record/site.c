#include "base/url.h"
#include "record/fields.h"
#include "record/string.h"

/* Size of the origin of an absolute http address, "https://example.org"; 0 where it is none. */
static size_t origin_size(cl_slice url) {
    const size_t scheme = cl_begins(url, CL_SLICE("https://")) ? 8 : cl_begins(url, CL_SLICE("http://")) ? 7 : 0;
    size_t i = scheme;
    while (scheme && i < url.size && url.data[i] != '/' && url.data[i] != '?' && url.data[i] != '#')
        i++;
    return i > scheme ? i : 0;
}

/* An address of the page as a whole one: those without an origin get that of the address it was fetched from. */
static cl_slice whole(cl_making *m, cl_slice url) {
    if (origin_size(url))
        return url;
    const size_t base = origin_size(m->options->url);
    if (!base || url.size < 2 || url.data[0] != '/')
        return CL_SLICE_NONE;
    const size_t kept = url.data[1] == '/' ? (m->options->url.data[4] == 's' ? 6u : 5u) : base;
    return cl_join(cl_slice_of(m->options->url.data, kept), url, m->arena, &m->failed);
}

void cl_make_canonical(cl_making *m) {
    const struct {
        cl_slice url;
        cl_origin from;
    } found[] = {{m->data->canonical, CL_FROM_META}, {m->data->meta[CL_META_URL].value, CL_FROM_META},
        {cl_page_data_json(m->data, CL_SLICE("url"), m->arena, &m->failed), CL_FROM_JSON_LD}};
    for (size_t i = 0; i < sizeof found / sizeof *found; i++) {
        const cl_slice url = whole(m, found[i].url);
        if (url.size) {
            m->record->source.canonical = url;
            m->record->from.canonical = found[i].from;
            return;
        }
    }
}

/* HTML Standard, "document base URL"; where it is not known what the page was fetched from, its own word is taken. */
void cl_make_base(cl_making *m) {
    const cl_slice url = cl_url_whole(m->options->url) ? m->options->url : m->record->source.canonical;
    m->base = m->data->base.size ? cl_url_resolve(url, m->data->base, m->arena, &m->failed) : url;
    if (!cl_url_whole(m->base))
        m->base = CL_SLICE_NONE;
    const cl_slice amp = m->data->amp.size ? cl_url_resolve(m->base, m->data->amp, m->arena, &m->failed) : m->data->amp;
    if (cl_url_whole(amp))
        m->record->source.amp = amp;
}

void cl_make_site(cl_making *m) {
    cl_record *const record = m->record;
    const cl_slice address = record->source.canonical.size ? record->source.canonical : m->options->url;
    const size_t origin = origin_size(address);
    if (origin)
        record->site_url = cl_slice_of(address.data, origin);
    const cl_meta_value site = m->data->meta[CL_META_SITE];
    if (site.value.size) {
        record->site_name = site.value;
        record->from.site = CL_FROM_META;
        return;
    }
    const uint32_t name = cl_json_get(&m->data->json, m->data->publisher, CL_SLICE("name"));
    record->site_name = cl_json_string(&m->data->json, name, m->arena, &m->failed);
    if (record->site_name.size)
        record->from.site = CL_FROM_JSON_LD;
    else
        record->site_name = CL_SLICE_NONE;
}
