/* What HTML and XML have in common: text and attribute values that can't become markup, and addresses that do nothing.
 */
#ifndef CL_OUTPUT_MARKUP_H
#define CL_OUTPUT_MARKUP_H

#include "output/writer.h"

/* Text and attribute values. What the page says can't become markup, and characters that HTML and XML have no place for
 * (controls and noncharacters) are U+FFFD. */
void cl_put_markup(cl_writer *w, cl_slice s);

/* Whether an address may be linked to: it has no scheme, or one of those that only lead somewhere. Browsers drop
 * tabs and line feeds in a scheme and spaces before it; so does this. */
bool cl_url_leads(cl_slice url);
/* Whether it is whole: has one of the schemes of the web. */
bool cl_url_is_absolute(cl_slice url);
/* Whether it is so and every reader agrees on its host (RFC 3986, section 3.2.2, a name or an IPv4 address, maybe a
 * port; one fragment at most): what leads out of a book has to be. */
bool cl_url_is_whole(cl_slice url);
/* The address as an attribute value, what RFC 3986 has no place for percent-encoded (but for letters beyond ASCII). */
void cl_put_url(cl_writer *w, cl_slice url);
/* The same where other characters have to be encoded `also`, and what needs no encoding is written by `put`. */
void cl_put_url_by(cl_writer *w, cl_slice url, const char *also, void (*put)(cl_writer *w, cl_slice s));

/* "<tag>text</tag>" and a line feed; nothing where the text is empty. */
void cl_put_element(cl_writer *w, const char *tag, cl_slice text);
/* " name="value"" ; nothing where the value is absent. */
void cl_put_attribute(cl_writer *w, const char *name, cl_slice value);

#endif
