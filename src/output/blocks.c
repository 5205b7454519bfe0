/* Every block of a page with its role, one JSON object on one line. */
#include "output/writer.h"

static void put_block(cl_writer *w, const cl_block *b, cl_label label) {
    cl_put_text(w, "{\"role\":");
    cl_put_json_string(w, cl_role_name((cl_role)label.role));
    cl_put_text(w, ",\"probability\":");
    cl_put_thousandths(w, (double)label.probability);
    cl_put_text(w, ",\"type\":");
    cl_put_json_string(w, cl_block_type_name(b->type));
    if (b->level) {
        cl_put_text(w, ",\"level\":");
        cl_put_number(w, b->level);
    }
    cl_put_text(w, ",\"text\":");
    cl_put_json_string(w, b->text);
    cl_put_text(w, ",\"offset\":");
    cl_put_number(w, b->offset);
    cl_put_text(w, "}");
}

void cl_output_blocks(cl_writer *w, const cl_record *record) {
    cl_put_text(w, "{");
    cl_put_source(w, record);
    cl_put_text(w, ",\"kind\":");
    cl_put_json_string(w, cl_page_kind_name(record->page_labels ? record->page_labels->kind : CL_PAGE_OTHER));
    cl_put_text(w, ",\"confidence\":");
    cl_put_thousandths(w, record->confidence);
    cl_put_text(w, ",\"blocks\":[");
    for (size_t i = 0; record->page_blocks && i < record->page_blocks->list.count; i++) {
        if (i)
            cl_put_text(w, ",");
        put_block(w, &record->page_blocks->list.at[i], record->page_labels->list.at[i]);
    }
    cl_put_text(w, "]}\n");
}
