/* What the files that make one field each have in common. */
#ifndef CL_RECORD_FIELDS_H
#define CL_RECORD_FIELDS_H

#include "label/label.h"
#include "record/page_data.h"
#include "record/record.h"

typedef struct cl_making {
    const cl_dom *dom; /* NULL for a flattened text */
    const cl_blocks *blocks;
    const cl_labels *labels;
    const cl_page_data *data;
    const cl_record_options *options;
    cl_arena *arena;
    cl_record *record;
    cl_body_block *body;            /* the record's */
    const struct cl_places *places; /* what stands where (place.h) */
    cl_slice base;                  /* what addresses on the page are relative to; absent where it is not known */
    bool failed;                    /* there was no memory */
} cl_making;

void cl_make_canonical(cl_making *m);
void cl_make_base(cl_making *m);  /* after canonical; the address of the AMP page too */
void cl_make_site(cl_making *m);  /* after canonical */
void cl_make_title(cl_making *m); /* after site; the kicker too */
void cl_make_deck(cl_making *m);
void cl_make_section(cl_making *m);
void cl_make_topics(cl_making *m);
void cl_make_language(cl_making *m);
void cl_make_dates(cl_making *m);
void cl_make_authors(cl_making *m); /* after site */
void cl_make_body(cl_making *m);
void cl_make_spans(cl_making *m); /* after body and base */
void cl_make_places(cl_making *m);
void cl_make_editions(cl_making *m); /* after canonical and base */
void cl_make_related(cl_making *m);  /* after body */
void cl_make_media(cl_making *m);    /* after places and body */
void cl_make_images(cl_making *m);   /* after canonical and body */
void cl_make_dateline(cl_making *m); /* after body */
void cl_make_posts(cl_making *m);    /* after body and dates */
void cl_make_access(cl_making *m);   /* after body: truncated too */
void cl_make_pages(cl_making *m);    /* after base */
void cl_make_problem(cl_making *m);  /* after all others */
void cl_make_quotes(cl_making *m);   /* after body, title and language */

/* Text of a block; the absent slice where there is no such block. */
static inline cl_slice cl_block_text(const cl_making *m, uint32_t block) {
    return block < m->blocks->list.count ? m->blocks->list.at[block].text : CL_SLICE_NONE;
}

/* Its role; CL_ROLE_OTHER where there is no such block. */
static inline cl_role cl_block_role(const cl_making *m, uint32_t block) {
    return block < m->labels->list.count ? (cl_role)m->labels->list.at[block].role : CL_ROLE_OTHER;
}

/* Whether a box holds both headline and body: what it is marked as is the page's, and says nothing of a part of it. */
static inline bool cl_holds_story(const cl_making *m, uint32_t box) {
    const cl_box *const outer = &m->blocks->boxes.at[box], *const core = &m->blocks->boxes.at[m->labels->body_box];
    const uint32_t headline = m->labels->headline;
    return outer->first_block <= core->first_block && outer->end_block >= core->end_block &&
           core->end_block > core->first_block &&
           (headline == CL_NO_BLOCK || (outer->first_block <= headline && headline < outer->end_block));
}

/* Where a link leads, made whole; absent where it leads nowhere, or does something (spans.c). */
cl_slice cl_link_url(cl_making *m, cl_node n);

/* The block of the body that follows a place in the page, or holds it; CUTLINE_NO_BLOCK where none does (body.c). */
size_t cl_body_index(const cl_making *m, uint32_t block);

/* The first block of the page that is body, as many as there are blocks where none is; and the one behind the last, 0
 * where none is (body.c). */
uint32_t cl_body_begin(const cl_labels *labels);
uint32_t cl_body_end(const cl_labels *labels);

#define CL_TITLE_MAX 2000u /* bytes of a title; what is longer is cut there */

/* A title without the site's name at either end (title.c). */
cl_slice cl_title_without_site(cl_slice title, cl_slice site);

/* A date in any of the machines' ways of writing, as ISO 8601 (date.c); absent where it is none. */
cl_slice cl_date_iso(cl_slice text, cl_arena *arena, bool *failed);

/* The place at the beginning of a story's first paragraph, as a slice of it (dateline.c); absent where there is clearly
 * none. `text`: the whole story, in which a place in capitals is looked for. */
cl_slice cl_dateline_place(cl_slice paragraph, cl_slice text);

/* The tag of a language by its name in a switcher, "Español" or "Spanish" (editions.c); absent where it is none's. */
cl_slice cl_language_named(cl_slice name);

/* How many names of languages a block is made up of; 0 where there is anything else in it (editions.c). */
unsigned cl_languages_only(const cl_blocks *blocks, uint32_t block);

/* Whether a block by its words sends its readers to one other story: "READ: Ducks in the office", the title a link
 * where there is markup (related.c). */
bool cl_is_reference(const cl_blocks *blocks, uint32_t block, bool marked_up);

/* Whether a text is a heading over related stories: "See also", "Mehr zum Thema" (related.c). */
bool cl_heads_related(cl_slice text);

/* Gives blocks roles that their words leave no doubt of, whatever the network said (evident.c). Before all fields. */
void cl_evident_roles(cl_making *m, cl_labels *labels);

/* Takes from the body what by its words does not belong to it (evident_body.c). After that. */
void cl_evident_endings(const cl_making *m, cl_labels *labels);

/* Takes from it what by where it stands does not belong to it (evident_place.c). */
void cl_evident_places(const cl_making *m, cl_labels *labels);

/* Takes lists of literature and footnotes from it (evident_notes.c). */
void cl_evident_notes(const cl_making *m, cl_labels *labels);

/* Finds the headline and the byline of a flattened text that has none yet, or some that are none (evident_headline.c).
 */
void cl_evident_headline(cl_making *m, cl_labels *labels);

/* Whether a block says that the rest is for those who pay, and whether the page's data say so (access.c). */
bool cl_says_wall(cl_slice text);
bool cl_says_closed(const cl_making *m);

/* Whether a page is a live blog, by its kind or its data (posts.c). */
bool cl_is_live(const cl_making *m);

/* A language tag as BCP 47 writes it (language.c): "de_at" becomes "de-AT"; absent where it is none. */
cl_slice cl_language_tag(cl_slice text, cl_arena *arena, bool *failed);

#endif
