/* The tokenizer alone, for tokenizer.py: reads runs, prints tokens.
 *
 * In: a run a line, three words: the number of the initial state (enum cl_tokenizer_state), the name of the last start
 * tag ("-": none) and the page, both in hexadecimal ("-": empty). Out: a line each, the tokens as html5lib's tests have
 * them, in JSON. Character tokens are as the tokenizer gives them: the reader puts neighbours together. */
#include "html/tokenizer.h"

#include "base/limits.h"
#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>

static void print_string(cl_slice s) {
    if (!s.data) {
        printf("null");
        return;
    }
    putchar('"');
    for (size_t i = 0; i < s.size; i++) {
        const unsigned char c = (unsigned char)s.data[i];
        if (c < 0x20 || c == '"' || c == '\\' || c == 0x7F)
            printf("\\u%04x", c);
        else
            putchar(c);
    }
    putchar('"');
}

static void print_start_tag(const cl_dom *dom, const cl_token *token) {
    printf("[\"StartTag\",");
    print_string(cl_dom_tag_name(dom, token->tag));
    printf(",{");
    for (const cl_attr *a = token->attrs ? &dom->attrs.at[token->attrs] : NULL; a; a = cl_attr_next(a)) {
        print_string(cl_attr_name(dom, a));
        putchar(':');
        print_string(cl_attr_value(dom, a));
        if (cl_attr_next(a))
            putchar(',');
    }
    printf(token->self_closing ? "},true]" : "}]");
}

static void print_doctype(const cl_dom *dom, const cl_token *token) {
    const cl_attr *const parts = &dom->attrs.at[token->attrs];
    cl_slice name = cl_attr_value(dom, &parts[0]);
    if (!name.size) /* the tree has no use for the difference between a name that is missing and an empty one */
        name = CL_SLICE_NONE;
    printf("[\"DOCTYPE\",");
    print_string(name);
    putchar(',');
    print_string(cl_attr_value(dom, &parts[1]));
    putchar(',');
    print_string(cl_attr_value(dom, &parts[2]));
    printf(token->force_quirks ? ",false]" : ",true]");
}

static void print_token(cl_dom *dom, cl_token *token) {
    switch (token->type) {
    case CL_TOKEN_TEXT:
        cl_token_resolve(dom, token, CL_NUL_KEEP);
        printf("[\"Character\",");
        print_string(cl_slice_of(cl_token_bytes(dom, token), token->size));
        putchar(']');
        break;
    case CL_TOKEN_START_TAG:
        print_start_tag(dom, token);
        break;
    case CL_TOKEN_END_TAG:
        printf("[\"EndTag\",");
        print_string(cl_dom_tag_name(dom, token->tag));
        putchar(']');
        break;
    case CL_TOKEN_COMMENT:
        printf("[\"Comment\",");
        print_string(cl_slice_of(cl_token_bytes(dom, token), token->size));
        putchar(']');
        break;
    case CL_TOKEN_DOCTYPE:
        print_doctype(dom, token);
        break;
    case CL_TOKEN_EOF:
        break;
    }
}

static bool run(cl_tokenizer *tokenizer, cl_dom *dom, int state, cl_slice last, cl_slice page) {
    if (!cl_dom_reset(dom, page, CL_TREE_NODES_DEFAULT))
        return false;
    cl_tokenizer_start(tokenizer, dom);
    tokenizer->state = (cl_tokenizer_state)state;
    if (last.size)
        tokenizer->last_start_tag = cl_tag_intern(dom, last.data, last.size);
    cl_token token = {0};
    bool first = true;
    putchar('[');
    do {
        cl_tokenizer_next(tokenizer, &token);
        if (!first && token.type != CL_TOKEN_EOF)
            putchar(',');
        first = false;
        print_token(dom, &token);
    } while (token.type != CL_TOKEN_EOF && !dom->failed);
    puts("]");
    return !dom->failed;
}

static int digit(char c) {
    return c >= 'a' ? c - 'a' + 10 : c - '0';
}

/* The bytes of a word in hexadecimal, in a room of just their size, so that a sanitizer sees a read beyond it. */
static cl_slice bytes_of(const char *word) {
    const size_t size = strcmp(word, "-") == 0 ? 0 : strlen(word) / 2;
    char *const bytes = malloc(size ? size : 1);
    if (!bytes)
        exit(2);
    for (size_t i = 0; i < size; i++)
        bytes[i] = (char)(digit(word[2 * i]) * 16 + digit(word[2 * i + 1]));
    return cl_slice_of(bytes, size);
}

int main(void) {
    cl_tokenizer tokenizer;
    cl_dom dom;
    char *line = NULL;
    size_t capacity = 0;
    bool ok = true;
    memset(&tokenizer, 0, sizeof tokenizer);
    cl_dom_init(&dom, &cl_allocator_default);
    while (ok && getline(&line, &capacity, stdin) > 0) {
        char *rest = NULL;
        const char *const state = strtok_r(line, " \n", &rest);
        const char *const last = strtok_r(NULL, " \n", &rest), *const page = strtok_r(NULL, " \n", &rest);
        if (!state || !last || !page)
            break;
        const cl_slice last_bytes = bytes_of(last), page_bytes = bytes_of(page);
        ok = run(&tokenizer, &dom, atoi(state), last_bytes, page_bytes);
        free((char *)(uintptr_t)last_bytes.data);
        free((char *)(uintptr_t)page_bytes.data);
    }
    free(line);
    cl_tokenizer_free(&tokenizer, &cl_allocator_default);
    cl_dom_free(&dom);
    return ok && feof(stdin) ? 0 : 2;
}
