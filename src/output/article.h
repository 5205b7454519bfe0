/* The article as elements of HTML, for a page of its own and for a chapter of a book. */
#ifndef CL_OUTPUT_ARTICLE_H
#define CL_OUTPUT_ARTICLE_H

#include "output/markup.h"

typedef struct cl_article {
    bool xhtml;    /* a chapter: XML, and what is loaded from elsewhere is linked to */
    bool bare;     /* the body alone, without the header */
    size_t number; /* of several on one page, from 1 on: goes into the ids; 0: the only one */
} cl_article;

/* <article>: header, body with its figures, and the comments where they are wanted. Nothing active is in it: no script,
 * style, form, frame or handler, and no address but those that only lead somewhere. */
void cl_put_article(cl_writer *w, const cl_record *record, cl_article how);

/* Tells where the pictures and media of a body stand while it is written block by block. */
typedef struct cl_figures {
    size_t image, media;
} cl_figures;
/* The next image, or medium, that stands before block `block` of the body; SIZE_MAX where there is no more. At the end,
 * `block` is the number of blocks: those that stand before none are given too. Lead images that stand before no block
 * are for the beginning: `lead`. */
size_t cl_next_image(cl_figures *at, const cl_record *record, size_t block);
size_t cl_next_media(cl_figures *at, const cl_record *record, size_t block);
size_t cl_next_lead(size_t *at, const cl_record *record);

#endif
