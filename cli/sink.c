#define _XOPEN_SOURCE 700 /* realpath() */

#include "sink.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUFFER_SIZE ((size_t)256 << 10)

struct cli_identity {
    dev_t device;
    ino_t number;
};

static int by_identity(const void *a, const void *b) {
    const struct cli_identity *const x = a, *const y = b;
    if (x->device != y->device)
        return x->device < y->device ? -1 : 1;
    return x->number == y->number ? 0 : x->number < y->number ? -1 : 1;
}

/* Whether a file is one of the pages that are read. They are looked up when that is first asked. */
static bool is_input(cli_sink *sink, const struct stat *about) {
    if (!sink->inputs) {
        sink->inputs = cli_allocate(NULL, sink->pages->count * sizeof *sink->inputs);
        for (size_t i = 0; i < sink->pages->count; i++) {
            struct stat page;
            if (stat(sink->pages->at[i], &page) == 0)
                sink->inputs[sink->input_count++] = (struct cli_identity){page.st_dev, page.st_ino};
        }
        qsort(sink->inputs, sink->input_count, sizeof *sink->inputs, by_identity);
    }
    const struct cli_identity key = {about->st_dev, about->st_ino};
    return bsearch(&key, sink->inputs, sink->input_count, sizeof key, by_identity) != NULL;
}

static void say(const cli_sink *sink, int number) {
    const char *const name = sink->kind == CLI_TO_STDOUT ? "standard output" : sink->path;
    if (number == EPIPE)
        cli_say("%s: nobody reads it any more: stopped", name);
    else
        cli_say("%s: could not be written (%s)", name, strerror(number));
}

static bool flush(cli_sink *sink) {
    if (sink->error)
        return false;
    for (size_t done = 0; done < sink->used;) {
        const ssize_t wrote = write(sink->fd, sink->buffer + done, sink->used - done);
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote < 0) {
            sink->error = errno;
            return false;
        }
        done += (size_t)wrote;
    }
    sink->size += sink->used;
    sink->used = 0;
    return true;
}

int cli_sink_write(void *user, const char *data, size_t size) {
    cli_sink *const sink = user;
    while (size) {
        const size_t room = BUFFER_SIZE - sink->used, take = size < room ? size : room;
        memcpy(sink->buffer + sink->used, data, take);
        sink->used += take;
        data += take;
        size -= take;
        if (sink->used == BUFFER_SIZE && !flush(sink))
            return 1;
    }
    return 0;
}

/* "NAME.part"; with more of it where a page that is read is called so. */
static char *part_of(cli_sink *sink, const char *path) {
    const size_t size = strlen(path);
    char *part = cli_allocate(NULL, size + sizeof ".part");
    memcpy(part, path, size);
    memcpy(part + size, ".part", sizeof ".part");
    struct stat about;
    if (stat(part, &about) != 0 || !is_input(sink, &about))
        return part;
    char *const longer = part_of(sink, part); /* as deep as there are such pages */
    free(part);
    return longer;
}

/* Opens sink->path for writing, by way of a .part file. */
static bool open_file(cli_sink *sink) {
    struct stat about;
    mode_t mode = 0666;
    sink->size = sink->good = 0;
    sink->part = NULL;
    if (stat(sink->path, &about) == 0) {
        if (!S_ISREG(about.st_mode)) {
            sink->fd = open(sink->path, O_WRONLY | O_CLOEXEC);
            return sink->fd >= 0;
        }
        mode = about.st_mode & 0777;
        /* A link stays one: what it points to is replaced. */
        char *const real = realpath(sink->path, NULL);
        if (real) {
            free(sink->path);
            sink->path = real;
        }
    }
    sink->part = part_of(sink, sink->path);
    sink->fd = open(sink->part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode);
    return sink->fd >= 0;
}

/* Closes the file and puts it in its place. */
static bool finish_file(cli_sink *sink) {
    const bool closed = close(sink->fd) == 0;
    sink->fd = -1;
    return closed && (!sink->part || rename(sink->part, sink->path) == 0);
}

static bool open_directory(cli_sink *sink, const char *path) {
    size_t size = strlen(path);
    struct stat about;
    const bool is_there = stat(path, &about) == 0 && S_ISDIR(about.st_mode);
    if (!is_there && mkdir(path, 0777) != 0) {
        cli_say("-o %s: the directory could not be made (%s)", path, strerror(errno));
        return false;
    }
    while (size > 1 && path[size - 1] == '/')
        size--;
    sink->kind = CLI_TO_DIRECTORY;
    sink->directory = cli_copy(path, size);
    return true;
}

static bool open_one_file(cli_sink *sink, const char *path) {
    struct stat about;
    sink->kind = CLI_TO_FILE;
    sink->path = cli_copy(path, strlen(path));
    if (stat(path, &about) == 0 && S_ISREG(about.st_mode) && is_input(sink, &about)) {
        cli_say("-o %s: is one of the pages to be read, and would be overwritten", path);
        return false;
    }
    if (open_file(sink))
        return true;
    say(sink, errno);
    return false;
}

bool cli_is_directory(const char *path) {
    struct stat about;
    const size_t size = path ? strlen(path) : 0;
    return size && (path[size - 1] == '/' || (stat(path, &about) == 0 && S_ISDIR(about.st_mode)));
}

bool cli_sink_open(cli_sink *sink, const char *path, const char *ending, const cli_pages *pages) {
    *sink = (cli_sink){.kind = CLI_TO_STDOUT, .ending = ending, .pages = pages, .fd = STDOUT_FILENO};
    sink->buffer = cli_allocate(NULL, BUFFER_SIZE);
    if (!path || strcmp(path, "-") == 0)
        return true;
    return cli_is_directory(path) ? open_directory(sink, path) : open_one_file(sink, path);
}

static char *path_in(const cli_sink *sink, const char *name) {
    const size_t size = strlen(sink->directory) + strlen(name) + strlen(sink->ending) + 3;
    char *const path = cli_allocate(NULL, size);
    const bool is_root = strcmp(sink->directory, "/") == 0;
    snprintf(path, size, "%s%s%s.%s", sink->directory, is_root ? "" : "/", name, sink->ending);
    return path;
}

/* A page that stands in the directory under that very name is not overwritten: the next number is taken. */
static bool is_taken(void *user, const char *name) {
    cli_sink *const sink = user;
    char *const path = path_in(sink, name);
    struct stat about;
    const bool taken = stat(path, &about) == 0 && (!S_ISREG(about.st_mode) || is_input(sink, &about));
    free(path);
    return taken;
}

bool cli_sink_begin(cli_sink *sink, const char *page) {
    if (sink->kind != CLI_TO_DIRECTORY)
        return true;
    char *const name = cli_names_make(&sink->names, page, is_taken, sink);
    sink->path = path_in(sink, name);
    free(name);
    if (open_file(sink))
        return true;
    say(sink, errno);
    return false;
}

/* The file of a page in a directory is done with, well or not. */
static bool end_page_file(cli_sink *sink) {
    if (!sink->error && !finish_file(sink))
        sink->error = errno;
    const bool good = !sink->error;
    if (sink->fd >= 0)
        close(sink->fd);
    if (!good)
        say(sink, sink->error);
    if (!good && sink->part)
        unlink(sink->part);
    sink->fd = -1;
    sink->used = 0;
    free(sink->part);
    free(sink->path);
    sink->part = sink->path = NULL;
    return good;
}

bool cli_sink_end(cli_sink *sink) {
    const bool good = flush(sink);
    if (sink->kind == CLI_TO_DIRECTORY)
        return end_page_file(sink);
    if (good)
        sink->good = sink->size;
    else
        say(sink, sink->error);
    return good;
}

/* What was finished before a failed write stays in the .part file. */
static void keep_part(cli_sink *sink) {
    if (ftruncate(sink->fd, (off_t)sink->good) == 0 && sink->good)
        cli_say("%s: the pages that were finished are in %s", sink->path, sink->part);
    else
        unlink(sink->part);
    close(sink->fd);
    sink->fd = -1;
}

bool cli_sink_close(cli_sink *sink, bool failed) {
    bool good = true;
    if (sink->kind == CLI_TO_FILE && sink->fd >= 0) {
        if (failed && sink->part)
            keep_part(sink);
        else if (!finish_file(sink)) {
            say(sink, errno);
            good = false;
        }
    }
    cli_names_free(&sink->names);
    free(sink->buffer);
    free(sink->inputs);
    free(sink->directory);
    free(sink->path);
    free(sink->part);
    return good;
}
