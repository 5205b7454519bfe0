/* What the model sees of a page, one JSON object on one line: for training. */
#include "output/writer.h"

static void put_ids(cl_writer *w, const uint16_t *ids, uint32_t count) {
    cl_put_text(w, "[");
    for (uint32_t i = 0; i < count; i++) {
        if (i)
            cl_put_text(w, ",");
        cl_put_number(w, ids[i]);
    }
    cl_put_text(w, "]");
}

static void put_columns(cl_writer *w, bool text) {
    char room[32];
    cl_put_text(w, ",\"columns\":[");
    for (size_t i = 0; i < (text ? (size_t)CL_LINE_COUNT : (size_t)CL_FEATURE_COUNT); i++) {
        if (i)
            cl_put_text(w, ",");
        cl_put_json_string(w, text ? cl_line_name(i) : cl_feature_name(i, room, sizeof room));
    }
    cl_put_text(w, "]");
}

/* `gap`: of a flattened text, whether white space would stand before the block if it went on what the one before began.
 */
static void put_block(cl_writer *w, const cl_block *b, const cl_feature_row *row, size_t columns, const bool *gap) {
    cl_put_text(w, "{");
    if (gap && *gap)
        cl_put_text(w, "\"gap\":true,");
    else if (gap)
        cl_put_text(w, "\"gap\":false,");
    cl_put_text(w, "\"text\":");
    cl_put_json_string(w, b->text);
    cl_put_text(w, ",\"type\":");
    cl_put_json_string(w, cl_block_type_name(b->type));
    cl_put_text(w, ",\"level\":");
    cl_put_number(w, b->level);
    cl_put_text(w, ",\"offset\":");
    cl_put_number(w, b->offset);
    cl_put_text(w, ",\"x\":[");
    for (size_t k = 0; k < columns; k++) {
        if (k)
            cl_put_text(w, ",");
        cl_put_number(w, row->x[k]);
    }
    cl_put_text(w, "],\"words\":");
    put_ids(w, row->words, row->word_count);
    cl_put_text(w, ",\"classes\":");
    put_ids(w, row->classes, row->class_count);
    cl_put_text(w, "}");
}

void cl_output_features(cl_writer *w, const cl_record *record) {
    const cl_lines *const lines = record->page_lines;
    const cl_features *const features = lines ? lines->features : record->page_features;
    cl_put_text(w, "{");
    cl_put_source(w, record);
    put_columns(w, lines != NULL);
    cl_put_text(w, ",\"blocks\":[");
    for (uint32_t i = 0; features && i < features->blocks->list.count; i++) {
        cl_feature_row row;
        const cl_block *const b = &features->blocks->list.at[i];
        const bool gap = i && b[-1].text.data + b[-1].text.size != b->text.data;
        if (i)
            cl_put_text(w, ",");
        if (lines)
            cl_lines_row(lines, i, &row);
        else
            cl_features_row(features, i, &row);
        put_block(w, b, &row, lines ? (size_t)CL_LINE_COUNT : (size_t)CL_FEATURE_COUNT, lines ? &gap : NULL);
    }
    cl_put_text(w, "]}\n");
}
