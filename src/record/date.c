#include "record/date.h"
#include "record/fields.h"

cl_slice cl_date_iso(cl_slice text, cl_arena *arena, bool *failed) {
    static const cl_date_known known = {.reference = NULL};
    cl_date date;
    return text.size && cl_date_read(text, &known, &date) ? cl_date_write(&date, arena, failed) : CL_SLICE_NONE;
}

/* The <time> that stands nearest after the headline, or before the body where there is none. */
static cl_slice visible_time(cl_making *m, bool modified) {
    const uint32_t headline = m->labels->headline;
    cl_slice best = CL_SLICE_NONE;
    uint32_t best_distance = UINT32_MAX;
    for (size_t i = 0; i < m->data->time_count; i++) {
        const cl_time_value *const t = &m->data->times[i];
        if (t->modified != modified && !(t->published && !modified))
            continue;
        const cl_box *const core = &m->blocks->boxes.at[m->labels->body_box];
        const uint32_t from = headline != CL_NO_BLOCK ? headline : core->first_block;
        uint32_t distance = t->block >= from ? t->block - from : 2 * (from - t->block) + 4;
        if (t->published)
            distance /= 4;
        if (distance > 60 || distance >= best_distance)
            continue;
        const cl_slice iso = cl_date_iso(t->value, m->arena, &m->failed);
        if (!iso.size)
            continue;
        best = iso;
        best_distance = distance;
    }
    return best;
}

/* A block that is marked as the date and holds one in a way of writing that machines have. */
static cl_slice visible_date(cl_making *m) {
    const uint32_t from =
        m->labels->headline != CL_NO_BLOCK ? m->labels->headline : m->blocks->boxes.at[m->labels->body_box].first_block;
    for (uint32_t i = from; i < m->labels->list.count && i < from + 20; i++) {
        const cl_block *const b = &m->blocks->list.at[i];
        const cl_slice iso = m->labels->list.at[i].role == CL_ROLE_DATE && b->text.size < 80
                                 ? cl_date_iso(b->text, m->arena, &m->failed)
                                 : CL_SLICE_NONE;
        if (iso.size)
            return iso;
    }
    return CL_SLICE_NONE;
}

static void make_date(cl_making *m, cl_slice json_name, cl_meta meta, bool modified, cl_slice *to, cl_origin *from) {
    const cl_meta_value said = m->data->meta[meta];
    const struct {
        cl_slice date;
        cl_origin from;
    } found[] = {{cl_date_iso(cl_page_data_json(m->data, json_name, m->arena, &m->failed), m->arena, &m->failed),
                     CL_FROM_JSON_LD},
        {cl_date_iso(said.value, m->arena, &m->failed), said.item ? CL_FROM_MICRODATA : CL_FROM_META},
        {visible_time(m, modified), CL_FROM_VISIBLE}, {modified ? CL_SLICE_NONE : visible_date(m), CL_FROM_VISIBLE}};
    for (size_t i = 0; i < sizeof found / sizeof *found; i++)
        if (found[i].date.size) {
            *to = found[i].date;
            *from = found[i].from;
            return;
        }
}

void cl_make_dates(cl_making *m) {
    cl_record *const r = m->record;
    make_date(m, CL_SLICE("datePublished"), CL_META_PUBLISHED, false, &r->published, &r->from.published);
    if (!r->published.size)
        make_date(m, CL_SLICE("dateCreated"), CL_META_PUBLISHED, false, &r->published, &r->from.published);
    make_date(m, CL_SLICE("dateModified"), CL_META_MODIFIED, true, &r->modified, &r->from.modified);
}
