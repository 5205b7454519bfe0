/* The "initial" insertion mode (HTML Standard, section 13.2.6.4.1): doctype and quirks. */
#include "html/builder.h"

/* Public identifiers that begin so mean quirks. */
static const char *const quirky[] = {"+//silmaril//dtd html pro v0r11 19970101//",
    "-//as//dtd html 3.0 aswedit + extensions//", "-//advasoft ltd//dtd html 3.0 aswedit + extensions//",
    "-//ietf//dtd html 2.0 level 1//", "-//ietf//dtd html 2.0 level 2//", "-//ietf//dtd html 2.0 strict level 1//",
    "-//ietf//dtd html 2.0 strict level 2//", "-//ietf//dtd html 2.0 strict//", "-//ietf//dtd html 2.0//",
    "-//ietf//dtd html 2.1e//", "-//ietf//dtd html 3.0//", "-//ietf//dtd html 3.2 final//", "-//ietf//dtd html 3.2//",
    "-//ietf//dtd html 3//", "-//ietf//dtd html level 0//", "-//ietf//dtd html level 1//",
    "-//ietf//dtd html level 2//", "-//ietf//dtd html level 3//", "-//ietf//dtd html strict level 0//",
    "-//ietf//dtd html strict level 1//", "-//ietf//dtd html strict level 2//", "-//ietf//dtd html strict level 3//",
    "-//ietf//dtd html strict//", "-//ietf//dtd html//", "-//metrius//dtd metrius presentational//",
    "-//microsoft//dtd internet explorer 2.0 html strict//", "-//microsoft//dtd internet explorer 2.0 html//",
    "-//microsoft//dtd internet explorer 2.0 tables//", "-//microsoft//dtd internet explorer 3.0 html strict//",
    "-//microsoft//dtd internet explorer 3.0 html//", "-//microsoft//dtd internet explorer 3.0 tables//",
    "-//netscape comm. corp.//dtd html//", "-//netscape comm. corp.//dtd strict html//",
    "-//o'reilly and associates//dtd html 2.0//", "-//o'reilly and associates//dtd html extended 1.0//",
    "-//o'reilly and associates//dtd html extended relaxed 1.0//", "-//sq//dtd html 2.0 hotmetal + extensions//",
    "-//softquad software//dtd hotmetal pro 6.0::19990601::extensions to html 4.0//",
    "-//softquad//dtd hotmetal pro 4.0::19971010::extensions to html 4.0//", "-//spyglass//dtd html 2.0 extended//",
    "-//sun microsystems corp.//dtd hotjava html//", "-//sun microsystems corp.//dtd hotjava strict html//",
    "-//w3c//dtd html 3 1995-03-24//", "-//w3c//dtd html 3.2 draft//", "-//w3c//dtd html 3.2 final//",
    "-//w3c//dtd html 3.2//", "-//w3c//dtd html 3.2s draft//", "-//w3c//dtd html 4.0 frameset//",
    "-//w3c//dtd html 4.0 transitional//", "-//w3c//dtd html experimental 19960712//",
    "-//w3c//dtd html experimental 970421//", "-//w3c//dtd w3 html//", "-//w3o//dtd w3 html 3.0//",
    "-//webtechs//dtd mozilla html 2.0//", "-//webtechs//dtd mozilla html//"};

static bool begins(cl_slice s, const char *with) {
    const cl_slice w = cl_slice_z(with);
    return s.size >= w.size && cl_slice_equal_nocase(cl_slice_of(s.data, w.size), w);
}

static bool is(cl_slice s, const char *what) {
    return s.data && cl_slice_equal_nocase(s, cl_slice_z(what));
}

static int quirks(const cl_token *token, cl_slice name, cl_slice public, cl_slice system) {
    if (token->force_quirks || !cl_slice_equal(name, CL_SLICE("html")) ||
        is(public, "-//w3o//dtd w3 html strict 3.0//en//") || is(public, "-/w3c/dtd html 4.0 transitional/en") ||
        is(public, "html") || is(system, "http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd"))
        return 1;
    for (size_t i = 0; i < sizeof quirky / sizeof *quirky; i++)
        if (begins(public, quirky[i]))
            return 1;
    const bool html401 =
        begins(public, "-//w3c//dtd html 4.01 frameset//") || begins(public, "-//w3c//dtd html 4.01 transitional//");
    if (html401)
        return system.data ? 2 : 1;
    return begins(public, "-//w3c//dtd xhtml 1.0 frameset//") || begins(public, "-//w3c//dtd xhtml 1.0 transitional//")
               ? 2
               : 0;
}

static void doctype(cl_builder *b, cl_token *token) {
    cl_dom *const dom = b->dom;
    if (!token->attrs)
        return; /* no memory for it */
    token->attrs_taken = true;
    const cl_attr *const parts = &dom->attrs.at[token->attrs];
    dom->quirks =
        quirks(token, cl_attr_value(dom, &parts[0]), cl_attr_value(dom, &parts[1]), cl_attr_value(dom, &parts[2]));
    const cl_node node = cl_dom_new_node(dom);
    dom->nodes.at[node] =
        (cl_node_data){.type = CUTLINE_NODE_DOCTYPE, .a = token->attrs, .b = token->begin, .c = token->end};
    cl_dom_append(dom, CL_NODE_DOCUMENT, node);
    b->mode = CL_MODE_BEFORE_HTML;
}

bool cl_mode_initial(cl_builder *b, cl_token *token) {
    cl_token space;
    switch (token->type) {
    case CL_TOKEN_TEXT:
        cl_split_space(b, token, &space);
        if (!token->size)
            return false;
        break;
    case CL_TOKEN_COMMENT:
        cl_insert_comment(b, token, CL_NODE_DOCUMENT);
        return false;
    case CL_TOKEN_DOCTYPE:
        doctype(b, token);
        return false;
    default:
        break;
    }
    b->dom->quirks = 1;
    b->mode = CL_MODE_BEFORE_HTML;
    return true;
}
