/* The parser alone: every link of a page, with its text and where in the page it stands.
 *
 *   links FILE
 */
#include <cutline.h>
#include <stdio.h>
#include <string.h>

static int is_named(cutline_string name, const char *text) {
    return name.size == strlen(text) && memcmp(name.data, text, name.size) == 0;
}

/* Prints the text within an element. A walk needs no recursion: the next node is asked for. */
static void print_text(const cutline_tree *tree, cutline_node element) {
    for (cutline_node n = element; n; n = cutline_node_following(tree, element, n)) {
        const cutline_string text = cutline_node_data(tree, n);
        if (cutline_node_get_type(tree, n) == CUTLINE_NODE_TEXT)
            printf("%.*s", (int)text.size, text.data);
    }
}

static void print_links(const cutline_tree *tree) {
    const cutline_node root = cutline_tree_root(tree);
    for (cutline_node n = root; n; n = cutline_node_following(tree, root, n)) {
        const cutline_string href = cutline_node_attribute(tree, n, "href");
        if (!is_named(cutline_node_name(tree, n), "a") || !href.data)
            continue;
        printf("%llu\t%.*s\t", (unsigned long long)cutline_node_source_begin(tree, n), (int)href.size, href.data);
        print_text(tree, n);
        putchar('\n');
    }
}

int main(int count, char **arguments) {
    cutline_context *context = NULL;
    cutline_input *input = NULL;
    cutline_page page;
    const cutline_tree *tree;
    cutline_error error = {CUTLINE_OK, CUTLINE_STAGE_NONE, 0, "no memory", 0};
    const int good = count == 2 && cutline_context_new(NULL, &context) == CUTLINE_OK &&
                     cutline_input_open(context, arguments[1], NULL, &input, &error) == CUTLINE_OK &&
                     cutline_input_next(input, &page, &error) == CUTLINE_OK &&
                     cutline_parse(context, page.bytes, page.size, NULL, &tree, &error) == CUTLINE_OK;
    if (good)
        print_links(tree);
    else if (count == 2)
        fprintf(stderr, "links: %s: %s\n", arguments[1], error.message);
    else
        fputs("usage: links FILE\n", stderr);
    cutline_input_close(input);
    cutline_context_free(context);
    return good ? 0 : 1;
}
