/* A story to put things into, and the record of a page that has it. */
#ifndef TEST_HARBOUR_H
#define TEST_HARBOUR_H

#include "page.h"
#include "record/record.h"

#define ONE                                                                                                            \
    "<p>Der Hafenmeister öffnete die Schleuse um sechs, ein wenig früher als der Fahrplan es wollte, denn die Flut " \
    "hatte es eilig, und wer auf ihn wartete, der kannte ihn schon lange genug.</p>"
#define TWO                                                                                                            \
    "<p>Niemand beschwerte sich. Elf Boote fuhren hindurch, noch ehe die Sonne über dem Dach des alten Zollhauses "   \
    "stand, und auf dem letzten saß ein Kind mit einer Trommel, das keiner kannte.</p>"
#define THREE                                                                                                           \
    "<p>Gegen Mittag stand das Wasser so hoch, dass die Enten ins Büro schauen konnten, und zwei von ihnen taten das " \
    "auch, bis der Hafenmeister das Fenster schloss und sich wieder an seine Listen setzte.</p>"

typedef struct made {
    test_page page;
    cl_record_maker *maker;
    cl_record record;
} made;

static inline void make(made *m, const char *html) {
    page_open(&m->page, html);
    m->maker = cl_record_maker_new(&cl_allocator_default);
    assert_non_null(m->maker);
    const cl_record_options options = {.url = CL_SLICE("https://bote.example/hafen/enten")};
    assert_int_equal(CUTLINE_OK, cl_record_make(m->maker, &m->page.dom, &options, &m->record, NULL));
}

static inline void done(made *m) {
    cl_record_maker_free(m->maker);
    page_close(&m->page);
}

#endif
