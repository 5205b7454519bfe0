/* Runs tests in html5lib's tree-construction format: parses #data, writes the tree, compares it with #document.
 *
 * usage: tree_construction [-q] [--only FILE[:N]] FOLDER|FILE.dat...
 *
 * A test that does not say runs with scripting off and on. --only: files whose path ends with FILE, and the Nth test
 * of them. -q: no differences, the totals only. Every tree is also asked for what holds for all trees
 * (fuzz/invariants.h). Exit status: 0 all passed, 1 not all, 2 usage or nothing to run, 77 what was named first is not
 * there (skipped). */
#include "dat.h"

#include "base/memory.h"
#include "html/html.h"
#include "../../fuzz/invariants.h"

#include <dirent.h>
#include <stdio.h>
#include <sys/stat.h>

typedef struct tally {
    size_t passed, total;
} tally;

typedef struct run {
    cl_parser *parser;
    cl_dom dom;
    cl_buffer tree;
    const char *only;   /* a file's ending; NULL: all */
    size_t only_number; /* 0: all */
    bool quiet;
    tally documents[2], fragments[2]; /* by the scripting flag */
    size_t skipped;                   /* in scripted/ */
    size_t files;
} run;

static int append(void *user, const char *data, size_t size) {
    return !cl_buffer_put(&cl_allocator_default, user, data, size);
}

/* The tree of the test as bytes, without the line feed at the end. */
static cutline_status write_tree(run *r) {
    r->tree.count = 0;
    const cutline_status status = cl_dom_write(&r->dom, CL_NODE_DOCUMENT, CUTLINE_TREE_TEST, append, &r->tree, NULL);
    if (r->tree.count && r->tree.at[r->tree.count - 1] == '\n')
        r->tree.count--;
    return status;
}

static void print_lines(char mark, cl_slice s) {
    for (size_t at = 0; at < s.size;) {
        const char *const feed = memchr(s.data + at, '\n', s.size - at);
        const size_t size = feed ? (size_t)(feed - s.data) - at : s.size - at;
        printf("    %c", mark);
        fwrite(s.data + at, 1, size, stdout); /* there may be a NUL in it */
        printf("\n");
        at += size + 1;
    }
}

static void print_difference(const run *r, const char *path, const dat_test *t, bool scripting, const char *why) {
    printf("%s:%zu: test %zu, scripting %s%s%.*s: %s\n", path, t->line, t->number, scripting ? "on" : "off",
        t->fragment.data ? ", in " : "", (int)t->fragment.size, t->fragment.data ? t->fragment.data : "", why);
    print_lines(' ', t->data);
    printf("  expected\n");
    print_lines('-', t->document);
    printf("  got\n");
    print_lines('+', cl_slice_of(r->tree.at, r->tree.count));
}

static const char *check(run *r, const dat_test *t, cl_slice source, bool scripting) {
    const cl_parse_options options = {.scripting = scripting, .fragment = t->fragment};
    cutline_error error = {.message = "failed"};
    r->tree.count = 0;
    if (cl_html_parse(r->parser, &r->dom, source, &options, &error) != CUTLINE_OK)
        return error.message;
    const char *const broken = cl_broken_invariant(&r->dom, 0, NULL);
    if (broken)
        return broken;
    if (write_tree(r) != CUTLINE_OK)
        return "the tree could not be written";
    if (!t->document.data)
        return "the test has no #document";
    return cl_slice_equal(t->document, cl_slice_of(r->tree.at, r->tree.count)) ? NULL : "another tree";
}

static void run_test(run *r, const char *path, const dat_test *t, bool scripting) {
    tally *const count = &(t->fragment.data ? r->fragments : r->documents)[scripting];
    /* a copy of just its size, so that a sanitizer sees a read beyond it */
    char *const copy = malloc(t->data.size ? t->data.size : 1);
    const char *why = "no memory";
    if (copy) {
        memcpy(copy, t->data.data, t->data.size);
        why = check(r, t, cl_slice_of(copy, t->data.size), scripting);
    }
    count->total++;
    if (!why)
        count->passed++;
    else if (!r->quiet)
        print_difference(r, path, t, scripting, why);
    free(copy);
}

static bool ends_with(const char *text, const char *ending) {
    const size_t n = strlen(text), m = strlen(ending);
    return n >= m && memcmp(text + n - m, ending, m) == 0;
}

static void run_file(run *r, const char *path) {
    dat_file file;
    dat_test test;
    if (r->only && !ends_with(path, r->only))
        return;
    if (!dat_open(&file, path)) {
        printf("%s: can't be read\n", path);
        r->documents[0].total++;
        return;
    }
    r->files++;
    /* These need a script to be run between two tokens, which a parser alone does not do. */
    const bool scripted = strstr(path, "/scripted/") != NULL;
    while (dat_next(&file, &test)) {
        if (r->only_number && r->only_number != test.number)
            continue;
        if (scripted) {
            r->skipped++;
            continue;
        }
        if (test.scripting != DAT_ON)
            run_test(r, path, &test, false);
        if (test.scripting != DAT_OFF)
            run_test(r, path, &test, true);
    }
    dat_close(&file);
}

static int is_test_file(const struct dirent *entry) {
    return ends_with(entry->d_name, ".dat") || strcmp(entry->d_name, "scripted") == 0;
}

static bool is_folder(const char *path) {
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

/* The .dat files of a folder, and of scripted/ in it. */
static void run_folder(run *r, const char *path) {
    struct dirent **names = NULL;
    const int count = scandir(path, &names, is_test_file, alphasort);
    for (int i = 0; i < count; i++) {
        char inside[4096];
        snprintf(inside, sizeof inside, "%s/%s", path, names[i]->d_name);
        if (!is_folder(inside))
            run_file(r, inside);
        else if (ends_with(inside, "/scripted"))
            run_folder(r, inside);
        free(names[i]);
    }
    free(names);
}

static void print_tally(const char *what, const tally *count, tally *sum) {
    printf("  %-10s scripting off %zu/%zu, on %zu/%zu\n", what, count[0].passed, count[0].total, count[1].passed,
        count[1].total);
    sum->passed += count[0].passed + count[1].passed;
    sum->total += count[0].total + count[1].total;
}

static int report(const run *r) {
    tally sum = {0};
    printf("tree construction, %zu files\n", r->files);
    print_tally("documents", r->documents, &sum);
    print_tally("fragments", r->fragments, &sum);
    if (r->skipped)
        printf(
            "  not run: %zu of scripted/, which need a script to be executed while the page is parsed\n", r->skipped);
    printf("%zu passed, %zu failed, %zu skipped\n", sum.passed, sum.total - sum.passed, r->skipped);
    if (!sum.total)
        return 2;
    return sum.passed == sum.total ? 0 : 1;
}

/* --only FILE or FILE:N */
static void set_only(run *r, char *text) {
    char *const colon = strrchr(text, ':');
    if (colon) {
        *colon = '\0';
        r->only_number = (size_t)strtoul(colon + 1, NULL, 10);
    }
    r->only = text;
}

int main(int argc, char **argv) {
    run r = {0};
    int i = 1;
    for (; i < argc && argv[i][0] == '-'; i++) {
        if (strcmp(argv[i], "-q") == 0)
            r.quiet = true;
        else if (strcmp(argv[i], "--only") == 0 && i + 1 < argc)
            set_only(&r, argv[++i]);
        else
            break;
    }
    if (i == argc || argv[i][0] == '-') {
        fprintf(stderr, "usage: tree_construction [-q] [--only FILE[:N]] FOLDER|FILE.dat...\n");
        return 2;
    }
    struct stat info;
    if (stat(argv[i], &info) != 0) {
        printf("%s is not there: its tests are skipped\n", argv[i]);
        return 77;
    }
    cl_dom_init(&r.dom, &cl_allocator_default);
    r.parser = cl_parser_new(&cl_allocator_default);
    for (; i < argc && r.parser; i++) {
        if (is_folder(argv[i]))
            run_folder(&r, argv[i]);
        else
            run_file(&r, argv[i]);
    }
    const int status = report(&r);
    cl_parser_free(r.parser);
    cl_dom_free(&r.dom);
    cl_vector_free(&cl_allocator_default, &r.tree);
    return status;
}
