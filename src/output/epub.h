/* EPUB 3.2: a book of articles, a chapter each. */
#ifndef CL_OUTPUT_EPUB_H
#define CL_OUTPUT_EPUB_H

#include "base/arena.h"
#include "output/uuid.h"
#include "output/zip.h"
#include "record/date.h"

#define CL_BOOK_NAMES     64u /* creators that are named; those of more articles are left out */
#define CL_BOOK_LANGUAGES 16u

typedef struct cl_book {
    cl_zip zip;
    cl_arena arena;
    cl_buffer chapter;  /* the one that is written */
    cl_buffer contents; /* list items */
    cl_uuid uuid;
    size_t count;
    cl_slice title, site; /* of the first article */
    cl_slice creators[CL_BOOK_NAMES];
    cl_slice languages[CL_BOOK_LANGUAGES];
    size_t creator_count, language_count;
    cl_date published, changed; /* the last days, in Greenwich; year 0: none */
    bool leftward;              /* all articles are of a script that runs to the left */
    cutline_status status;      /* the first failure but for those of `w` */
} cl_book;

/* `w` and `allocator` must live as long as the book. */
void cl_book_begin(cl_book *book, const cutline_allocator *allocator, cl_writer *w);
void cl_book_add(cl_book *book, const cl_record *record);
void cl_book_end(cl_book *book);
void cl_book_free(cl_book *book);

#endif
