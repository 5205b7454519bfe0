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

static void put_columns(cl_writer *w) {
    char room[32];
    cl_put_text(w, ",\"columns\":[");
    for (size_t i = 0; i < CL_FEATURE_COUNT; i++) {
        if (i)
            cl_put_text(w, ",");
        cl_put_json_string(w, cl_feature_name(i, room, sizeof room));
    }
    cl_put_text(w, "]");
}

static void put_block(cl_writer *w, const cl_features *features, uint32_t i) {
    const cl_block *const b = &features->blocks->list.at[i];
    cl_feature_row row;
    cl_features_row(features, i, &row);
    cl_put_text(w, "{\"text\":");
    cl_put_json_string(w, b->text);
    cl_put_text(w, ",\"type\":");
    cl_put_json_string(w, cl_block_type_name(b->type));
    cl_put_text(w, ",\"level\":");
    cl_put_number(w, b->level);
    cl_put_text(w, ",\"offset\":");
    cl_put_number(w, b->offset);
    cl_put_text(w, ",\"x\":[");
    for (size_t k = 0; k < CL_FEATURE_COUNT; k++) {
        if (k)
            cl_put_text(w, ",");
        cl_put_number(w, row.x[k]);
    }
    cl_put_text(w, "],\"words\":");
    put_ids(w, row.words, row.word_count);
    cl_put_text(w, ",\"classes\":");
    put_ids(w, row.classes, row.class_count);
    cl_put_text(w, "}");
}

void cl_output_features(cl_writer *w, const cl_record *record) {
    const cl_features *const features = record->page_features;
    cl_put_text(w, "{");
    cl_put_source(w, record);
    put_columns(w);
    cl_put_text(w, ",\"blocks\":[");
    for (uint32_t i = 0; features && i < features->blocks->list.count; i++) {
        if (i)
            cl_put_text(w, ",");
        put_block(w, features, i);
    }
    cl_put_text(w, "]}\n");
}
