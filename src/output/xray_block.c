/* The X-ray: the page, block by block. */
#include "output/measures.h"
#include "output/xray.h"

#define REASONS_MAX 10u

static void put_facts(cl_writer *w, const cl_record *r, uint32_t i) {
    const cl_block *const b = &r->page_blocks->list.at[i];
    const cl_label label = r->page_labels->list.at[i];
    cl_put_text(w, "<p><b>Block ");
    cl_put_number(w, (uint64_t)i + 1);
    cl_put_text(w, "</b>: ");
    cl_put_slice(w, cl_role_name((cl_role)label.role));
    cl_put_text(w, ", ");
    cl_put_percent(w, (double)label.probability);
    cl_put_text(w, " sure \xc2\xb7 ");
    cl_put_slice(w, cl_record_has(r, i) ? CL_SLICE("in the text") : CL_SLICE("left out of the text"));
    cl_put_text(w, " \xc2\xb7 ");
    cl_put_slice(w, cl_block_type_name(b->type));
    if (b->level) {
        cl_put_text(w, " of level ");
        cl_put_number(w, b->level);
    }
    cl_put_text(w, " \xc2\xb7 byte ");
    cl_put_number(w, b->offset);
    cl_put_text(w, "</p>");
}

static void put_reasons(cl_writer *w, const cutline_reason *reasons, size_t count, bool against) {
    bool any = false;
    for (size_t i = 0; i < count; i++) {
        if ((reasons[i].weight < 0) != against)
            continue;
        if (!any)
            cl_put_slice(w, against ? CL_SLICE("<div class=\"against\"><p>Against the story\xe2\x80\x99s text</p><ul>")
                                    : CL_SLICE("<div class=\"for\"><p>For the story\xe2\x80\x99s text</p><ul>"));
        any = true;
        const double weight = against ? -reasons[i].weight : reasons[i].weight;
        cl_put_text(w, "<li style=\"--w:");
        cl_put_thousandths(w, weight > 5 ? 1 : weight / 5);
        cl_put_text(w, "\">");
        cl_put_markup(w, cl_slice_z(reasons[i].text));
        cl_put_text(w, "</li>");
    }
    if (any)
        cl_put_text(w, "</ul></div>");
}

static void put_why(cl_writer *w, const cl_record *r, uint32_t i) {
    cutline_reason reasons[REASONS_MAX];
    cl_put_text(w, "<div class=\"why\" id=\"w");
    cl_put_number(w, (uint64_t)i + 1);
    /* Not a stop of the Tab key of its own, which what can be scrolled is in some browsers. */
    cl_put_text(w, "\" tabindex=\"-1\" lang=\"en\" dir=\"ltr\">");
    put_facts(w, r, i);
    if (r->page_features) {
        cl_put_text(w, "<p class=\"path\"><bdi>");
        cl_put_path(w, r->page_features, i, cl_put_markup);
        cl_put_text(w, "</bdi></p><div class=\"reasons\">");
        const size_t count = cl_measures(r->page_features, i, reasons, REASONS_MAX);
        put_reasons(w, reasons, count, false);
        put_reasons(w, reasons, count, true);
        cl_put_text(w, "</div>");
    }
    cl_put_text(w, "</div>");
}

/* How firm its edge is: sure, fairly sure, hardly. */
static cl_slice surety(double probability) {
    return probability >= 0.8 ? CL_SLICE("sure") : probability >= 0.5 ? CL_SLICE("fair") : CL_SLICE("doubt");
}

static void put_block(cl_writer *w, const cl_record *r, uint32_t i) {
    const cl_block *const b = &r->page_blocks->list.at[i];
    const cl_label label = r->page_labels->list.at[i];
    const cl_slice role = cl_role_name((cl_role)label.role);
    const bool in = cl_record_has(r, i);
    cl_put_text(w, "<li class=\"");
    cl_put_slice(w, role);
    cl_put_slice(w, in ? CL_SLICE(" in ") : CL_SLICE(" out "));
    cl_put_slice(w, surety((double)label.probability));
    cl_put_text(w, "\" id=\"b");
    cl_put_number(w, (uint64_t)i + 1);
    cl_put_text(w, "\" style=\"--p:");
    cl_put_thousandths(w, (double)label.probability);
    cl_put_text(w, "\"><div class=\"block\" tabindex=\"0\" role=\"group\" aria-label=\"");
    cl_put_slice(w, role);
    cl_put_text(w, ", ");
    cl_put_percent(w, (double)label.probability);
    cl_put_slice(w, in ? CL_SLICE(", in the text\"") : CL_SLICE(", left out\""));
    cl_put_text(w, " aria-describedby=\"w");
    cl_put_number(w, (uint64_t)i + 1);
    cl_put_text(w, "\"><p class=\"label\" lang=\"en\" dir=\"ltr\" aria-hidden=\"true\"><span class=\"chip\">");
    cl_put_slice(w, role);
    cl_put_text(w, "</span> ");
    cl_put_percent(w, (double)label.probability);
    if (in)
        cl_put_text(w, " <b class=\"tick\">\xe2\x9c\x93</b>");
    cl_put_text(w, "</p><p class=\"text ");
    cl_put_slice(w, cl_block_type_name(b->type));
    cl_put_text(w, "\" dir=\"auto\">");
    cl_put_markup(w, b->text);
    cl_put_text(w, "</p></div>");
    put_why(w, r, i);
    cl_put_text(w, "</li>\n");
}

void cl_put_xray_blocks(cl_writer *w, const cl_record *record) {
    for (uint32_t i = 0; record->page_blocks && i < record->page_blocks->list.count; i++)
        put_block(w, record, i);
}
