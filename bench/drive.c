/* Times parsers on pages in memory, for bench/run, which tells it what to do.
 *
 *   drive serve                     reads commands from standard input, answers each with one line:
 *     load SET LIST                   reads the files that LIST names, one a line:       ok PAGES BYTES
 *     drop SET                        forgets them:                                      ok
 *     time PEER SET REPEATS           parses all of SET, REPEATS times:                  ok SECONDS FAILED
 *     count PEER SET                  what stands in the trees:                          ok ELEMENTS ATTRIBUTES ...
 *     version PEER                                                                       ok VERSION
 *   drive peak PEER PAGES FILE...   parses the files in turn until PAGES are done, prints its peak of memory in bytes
 *   drive once PEER REPEATS FILE... parses each, for a profiler
 *
 * Seconds are of processor time (user and system) of this process: other work on the machine disturbs them less than it
 * disturbs a clock, and none of the peers starts threads. */
#include "peer.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const bench_peer *const peers[] = {
    &peer_cutline,
    &peer_cutline_html,
#ifdef BENCH_EXTRACT
    &peer_cutline_extract,
#endif
#ifdef BENCH_LEXBOR
    &peer_lexbor,
    &peer_lexbor_reused,
#endif
#ifdef BENCH_LIBXML2
    &peer_libxml2,
#endif
};

#define PEER_COUNT (sizeof peers / sizeof peers[0])
#define SET_COUNT  64

typedef struct page {
    char *bytes;
    size_t size;
} page;

typedef struct set {
    char name[64];
    page *pages;
    size_t count;
    size_t bytes;
} set;

typedef struct driver {
    void *state[PEER_COUNT];
    set sets[SET_COUNT];
} driver;

static bool read_page(const char *path, page *out) {
    FILE *const file = fopen(path, "rb");
    if (!file)
        return false;
    bool ok = fseek(file, 0, SEEK_END) == 0;
    const long size = ok ? ftell(file) : -1;
    ok = size >= 0 && fseek(file, 0, SEEK_SET) == 0;
    out->size = ok ? (size_t)size : 0;
    out->bytes = ok ? malloc(out->size + 1) : NULL;
    ok = out->bytes && fread(out->bytes, 1, out->size, file) == out->size;
    fclose(file);
    return ok;
}

static size_t find_peer(const char *name) {
    for (size_t i = 0; i < PEER_COUNT; i++)
        if (strcmp(peers[i]->name, name) == 0)
            return i;
    return PEER_COUNT;
}

static set *find_set(driver *d, const char *name) {
    for (size_t i = 0; i < SET_COUNT; i++)
        if (strcmp(d->sets[i].name, name) == 0)
            return &d->sets[i];
    return NULL;
}

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* The part that is measured, by itself and not static: profilers are told its name. */
size_t bench_timed(const bench_peer *peer, void *state, const page *pages, size_t count);

__attribute__((noinline)) size_t bench_timed(const bench_peer *peer, void *state, const page *pages, size_t count) {
    size_t failed = 0;
    for (size_t i = 0; i < count; i++)
        failed += !peer->parse(state, pages[i].bytes, pages[i].size);
    return failed;
}

static void drop_set(set *s) {
    for (size_t i = 0; i < s->count; i++)
        free(s->pages[i].bytes);
    free(s->pages);
    *s = (set){{0}, NULL, 0, 0};
}

static bool add_page(set *s, const char *path) {
    page *const pages = realloc(s->pages, (s->count + 1) * sizeof *pages);
    if (!pages)
        return false;
    s->pages = pages;
    if (!read_page(path, &pages[s->count]))
        return false;
    s->bytes += pages[s->count++].size;
    return true;
}

static void answer_load(driver *d, const char *name, const char *list_path) {
    set *const s = find_set(d, name) ? find_set(d, name) : find_set(d, "");
    FILE *const list = fopen(list_path, "r");
    if (!s || !list || strlen(name) >= sizeof s->name) {
        printf("error no room for %s, or no list %s\n", name, list_path);
        if (list)
            fclose(list);
        return;
    }
    drop_set(s);
    memcpy(s->name, name, strlen(name) + 1);
    char path[4096];
    bool ok = true;
    while (ok && fgets(path, sizeof path, list)) {
        path[strcspn(path, "\n")] = 0;
        ok = add_page(s, path);
        if (!ok)
            printf("error %s: %s\n", path, strerror(errno));
    }
    fclose(list);
    if (ok)
        printf("ok %zu %zu\n", s->count, s->bytes);
}

static void answer_time(driver *d, size_t peer, const set *s, int repeats) {
    size_t failed = 0;
    const double begin = now();
    for (int i = 0; i < repeats; i++)
        failed += bench_timed(peers[peer], d->state[peer], s->pages, s->count);
    printf("ok %.9f %zu\n", now() - begin, failed);
}

static void answer_count(driver *d, size_t peer, const set *s) {
    bench_count sum = {0};
    for (size_t i = 0; i < s->count; i++)
        if (peers[peer]->parse(d->state[peer], s->pages[i].bytes, s->pages[i].size) && peers[peer]->count)
            peers[peer]->count(d->state[peer], &sum);
    printf("ok %" PRIu64 " %" PRIu64 " %" PRIu64 " %" PRIu64 " %" PRIu64 " %" PRIu64 "\n", sum.elements, sum.attributes,
        sum.value_bytes, sum.text_bytes, sum.script_bytes, sum.comment_bytes);
}

static void answer(driver *d, char *line) {
    char *word[4] = {NULL};
    size_t words = 0;
    for (char *w = strtok(line, " \n"); w && words < 4; w = strtok(NULL, " \n"))
        word[words++] = w;
    const char *const verb = words ? word[0] : "";
    set *s;
    if (words == 3 && strcmp(verb, "load") == 0) {
        answer_load(d, word[1], word[2]);
        return;
    }
    if (words == 2 && strcmp(verb, "drop") == 0 && (s = find_set(d, word[1]))) {
        drop_set(s);
        printf("ok\n");
        return;
    }
    const size_t peer = words >= 2 ? find_peer(word[1]) : PEER_COUNT;
    if (peer == PEER_COUNT) {
        printf("error unknown peer or command\n");
        return;
    }
    if (!d->state[peer])
        d->state[peer] = peers[peer]->open();
    s = words >= 3 ? find_set(d, word[2]) : NULL;
    if (strcmp(verb, "version") == 0)
        printf("ok %s\n", peers[peer]->version());
    else if (words == 4 && s && strcmp(verb, "time") == 0)
        answer_time(d, peer, s, atoi(word[3]));
    else if (s && strcmp(verb, "count") == 0)
        answer_count(d, peer, s);
    else
        printf("error unknown command or set\n");
}

static int serve(void) {
    static driver d;
    char line[8192];
    while (fgets(line, sizeof line, stdin)) {
        answer(&d, line);
        fflush(stdout);
    }
    for (size_t i = 0; i < PEER_COUNT; i++)
        if (d.state[i])
            peers[i]->close(d.state[i]);
    for (size_t i = 0; i < SET_COUNT; i++)
        drop_set(&d.sets[i]);
    return 0;
}

/* VmHWM of this process, in bytes; 0 where the system does not say. */
static unsigned long long peak_bytes(void) {
    FILE *const status = fopen("/proc/self/status", "r");
    char line[256];
    unsigned long long kib = 0;
    while (status && fgets(line, sizeof line, status))
        if (sscanf(line, "VmHWM: %llu", &kib) == 1)
            break;
    if (status)
        fclose(status);
    return kib * 1024;
}

static int peak(const bench_peer *peer, size_t pages, char **paths, size_t count) {
    void *const state = peer->open();
    for (size_t i = 0; i < pages; i++) {
        page p;
        if (!read_page(paths[i % count], &p)) {
            fprintf(stderr, "drive: %s: %s\n", paths[i % count], strerror(errno));
            return 1;
        }
        const bool ok = bench_timed(peer, state, &p, 1) == 0;
        if (!ok)
            fprintf(stderr, "drive: %s: %s fails\n", paths[i % count], peer->name);
        if (i + 1 < pages)
            free(p.bytes);
    }
    printf("%llu\n", peak_bytes());
    return 0; /* the tree and its page are left to the system */
}

static int once(const bench_peer *peer, int repeats, char **paths, size_t count) {
    void *const state = peer->open();
    set s = {{0}, NULL, 0, 0};
    for (size_t i = 0; i < count; i++) {
        if (!add_page(&s, paths[i])) {
            fprintf(stderr, "drive: %s: %s\n", paths[i], strerror(errno));
            return 1;
        }
    }
    size_t failed = 0;
    for (int i = 0; i < repeats; i++)
        failed += bench_timed(peer, state, s.pages, s.count);
    printf("%zu %zu\n", s.bytes, failed);
    peer->close(state);
    drop_set(&s);
    return 0;
}

int main(int argc, char **argv) {
    if (argc == 2 && strcmp(argv[1], "serve") == 0)
        return serve();
    const size_t peer = argc >= 5 ? find_peer(argv[2]) : PEER_COUNT;
    if (peer < PEER_COUNT && strcmp(argv[1], "peak") == 0)
        return peak(peers[peer], (size_t)strtoull(argv[3], NULL, 10), argv + 4, (size_t)argc - 4);
    if (peer < PEER_COUNT && strcmp(argv[1], "once") == 0)
        return once(peers[peer], atoi(argv[3]), argv + 4, (size_t)argc - 4);
    fprintf(stderr, "usage: drive serve | peak PEER PAGES FILE... | once PEER REPEATS FILE...\n");
    return 2;
}
