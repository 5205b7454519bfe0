/* Where the picture of an element is: the best address behind srcset, <picture>, the attributes that scripts load
 * images from, backgrounds and <noscript>. */
#ifndef CL_RECORD_IMAGE_SOURCE_H
#define CL_RECORD_IMAGE_SOURCE_H

#include "dom/dom.h"

#include <stdint.h>

typedef struct cl_image_source {
    cl_slice url;     /* as it stands on the page; absent where there is none, or a placeholder alone */
    cl_slice alt;     /* absent where the element has none */
    cl_slice caption; /* of attributes such as data-caption */
    cl_slice credit;  /* likewise */
    cl_slice title;   /* the attribute */
    cl_slice names;   /* its class */
    uint32_t width;   /* of that address, in pixels; 0 where not known */
    uint32_t height;
    uint32_t shown_width; /* the attributes of the element */
    uint32_t shown_height;
} cl_image_source;

/* Of an <img>, an <amp-img> or an element of the page's own making; `sources` says whether the <source> elements of the
 * <picture> around it are read. */
cl_image_source cl_image_source_of(const cl_dom *dom, cl_node image, bool sources);
/* Of an element with a background. */
cl_image_source cl_image_source_of_background(const cl_dom *dom, cl_node n);
/* Of the first <img> in a text. */
cl_image_source cl_image_source_of_markup(cl_slice text);

/* An address without its query and fragment, and the part of that behind the last slash. */
cl_slice cl_image_path(cl_slice url);
cl_slice cl_image_name(cl_slice url);
/* Whether an address is that of a stand-in: "data:", "spacer.gif" and so on. */
bool cl_image_placeholder(cl_slice url);
/* A number for what names a picture in its address: the same where one is a larger or another cut of the other, as far
 * as addresses tell: of "photo-300x200.jpg" and of "photo.jpg?w=800". */
uint64_t cl_image_key(cl_slice url);

#endif
