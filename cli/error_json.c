/* The JSON of a page that failed. A record writes its own. */
#include "report.h"

#include <stdio.h>
#include <string.h>

typedef struct out {
    cutline_write_fn write;
    void *user;
    int failed;
} out;

static void put(out *o, const char *data, size_t size) {
    if (!o->failed)
        o->failed = o->write(o->user, data, size);
}

static void put_text(out *o, const char *text) {
    put(o, text, strlen(text));
}

/* Size of the UTF-8 character at `s` (The Unicode Standard, table 3-7); 0 where it is none. */
static size_t character(const unsigned char *s) {
    const unsigned char a = s[0], b = a ? s[1] : 0;
    const size_t size = a < 0x80                ? 1
                        : a >= 0xc2 && a < 0xe0 ? 2
                        : a >= 0xe0 && a < 0xf0 ? 3
                        : a >= 0xf0 && a < 0xf5 ? 4
                                                : 0;
    for (size_t i = 1; i < size; i++)
        if ((s[i] & 0xc0u) != 0x80u)
            return 0;
    if ((a == 0xe0 && b < 0xa0) || (a == 0xed && b > 0x9f) || (a == 0xf0 && b < 0x90) || (a == 0xf4 && b > 0x8f))
        return 0;
    return size;
}

/* A string with its quotes. Bytes that are no UTF-8, as names of files may have, become U+FFFD. */
static void put_string(out *o, const char *text) {
    put_text(o, "\"");
    for (const unsigned char *s = (const unsigned char *)text; *s;) {
        const size_t size = character(s);
        char escape[8];
        if (size == 0) {
            put_text(o, "\xef\xbf\xbd");
        } else if (*s < 0x20 || *s == '"' || *s == '\\' || *s == 0x7f) {
            snprintf(escape, sizeof escape, *s == '"' || *s == '\\' ? "\\%c" : "\\u%04x", *s);
            put_text(o, escape);
        } else {
            put(o, (const char *)s, size);
        }
        s += size ? size : 1;
    }
    put_text(o, "\"");
}

static void put_member(out *o, const char *name, const char *value) {
    put_string(o, name);
    put_text(o, ":");
    put_string(o, value);
}

static const char *status_name(cutline_status status) {
    switch (status) {
    case CUTLINE_OK:
    case CUTLINE_END:
        break;
    case CUTLINE_E_NOMEM:
        return "no-memory";
    case CUTLINE_E_ARGUMENT:
        return "argument";
    case CUTLINE_E_LIMIT:
        return "limit";
    case CUTLINE_E_IO:
        return "io";
    case CUTLINE_E_DAMAGED:
        return "damaged";
    case CUTLINE_E_NOT_A_PAGE:
        return "not-a-page";
    case CUTLINE_E_EMPTY:
        return "empty";
    case CUTLINE_E_WRITE:
        return "write";
    }
    return "unknown";
}

static void put_error(out *o, const cutline_error *error) {
    const char *const stage = cutline_stage_name(error->stage);
    put_text(o, "\"error\":{");
    put_member(o, "status", status_name(error->status));
    put_text(o, ",");
    put_member(o, "message", cli_error_text(error));
    if (*stage) {
        put_text(o, ",");
        put_member(o, "stage", stage);
    }
    if (error->offset) {
        char offset[40];
        snprintf(offset, sizeof offset, ",\"offset\":%llu", (unsigned long long)error->offset);
        put_text(o, offset);
    }
    put_text(o, "}}\n");
}

int cli_write_error(cutline_write_fn write, void *user, const char *path, const char *url, const cutline_error *error) {
    out o = {write, user, 0};
    put_text(&o, "{\"source\":{");
    put_member(&o, "path", path);
    if (url) {
        put_text(&o, ",");
        put_member(&o, "url", url);
    }
    put_text(&o, "},");
    put_error(&o, error);
    return o.failed;
}

int cli_write_with_error(
    cutline_write_fn write, void *user, const char *line, size_t size, const cutline_error *error) {
    out o = {write, user, 0};
    while (size && line[size - 1] != '}')
        size--;
    put(&o, line, size ? size - 1 : 0);
    if (size > 2) /* not "{}" */
        put_text(&o, ",");
    put_error(&o, error);
    return o.failed;
}
