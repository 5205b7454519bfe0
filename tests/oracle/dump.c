/* A page in, the tree as html5lib's tests write it out, by us. The protocol: README.md. Every tree is also asked for
 * what holds for all trees; where something does not, that is the answer. */
#include "base/memory.h"
#include "html/html.h"
#include "../../fuzz/invariants.h"

#include <stdio.h>

static int append(void *user, const char *data, size_t size) {
    return !cl_buffer_put(&cl_allocator_default, user, data, size);
}

static bool say(cl_buffer *out, const char *text) {
    out->count = 0;
    return cl_buffer_put(&cl_allocator_default, out, text, strlen(text));
}

static bool answer(cl_parser *parser, cl_dom *dom, cl_slice page, const cl_parse_options *options, cl_buffer *out) {
    cutline_error error = {.message = ""};
    out->count = 0;
    if (cl_html_parse(parser, dom, page, options, &error) != CUTLINE_OK)
        return say(out, error.message);
    const char *const broken = cl_broken_invariant(dom, 0, NULL);
    if (broken)
        return say(out, broken);
    if (cl_dom_write(dom, CL_NODE_DOCUMENT, CUTLINE_TREE_TEST, append, out, NULL) != CUTLINE_OK)
        return false;
    out->count -= out->count != 0; /* the line feed at the end */
    return true;
}

int main(void) {
    cl_dom dom;
    cl_buffer out = {0}, page = {0};
    char *line = NULL;
    size_t capacity = 0;
    bool ok = true;
    cl_parser *const parser = cl_parser_new(&cl_allocator_default);
    cl_dom_init(&dom, &cl_allocator_default);
    while (parser && ok && getline(&line, &capacity, stdin) > 0) {
        char *rest = NULL;
        const char *const fragment = strtok_r(line, "\t\n", &rest);
        const char *const scripting = strtok_r(NULL, "\t\n", &rest), *const size = strtok_r(NULL, "\t\n", &rest);
        if (!fragment || !scripting || !size)
            break;
        cl_vector_free(&cl_allocator_default, &page);
        const size_t bytes = (size_t)strtoull(size, NULL, 10);
        /* a room of just its size, so that a sanitizer sees a read beyond it */
        if (!cl_vector_reserve(&cl_allocator_default, &page, bytes) || fread(page.at, 1, bytes, stdin) != bytes)
            break;
        const cl_parse_options options = {.scripting = *scripting == '1',
            .fragment = strcmp(fragment, "-") == 0 ? CL_SLICE_NONE : cl_slice_z(fragment)};
        ok = answer(parser, &dom, cl_slice_of(page.at, bytes), &options, &out);
        printf("%zu\n", out.count);
        fwrite(out.at, 1, out.count, stdout);
        fflush(stdout);
    }
    free(line);
    cl_vector_free(&cl_allocator_default, &page);
    cl_vector_free(&cl_allocator_default, &out);
    cl_parser_free(parser);
    cl_dom_free(&dom);
    return ok && feof(stdin) ? 0 : 2;
}
