/* Plain text: the headline, then the body, paragraphs parted by a blank line. */
#include "output/writer.h"

void cl_output_text(cl_writer *w, const cl_record *record) {
    if (record->title.size) {
        cl_put_slice(w, record->title);
        cl_put_text(w, "\n");
        if (record->text.size)
            cl_put_text(w, "\n");
    }
    if (record->text.size) {
        cl_put_slice(w, record->text);
        cl_put_text(w, "\n");
    }
}
