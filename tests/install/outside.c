/* A project that knows of Cutline only what pkg-config says. */
#include <cutline.h>
#include <stdio.h>
#include <string.h>

int main(void) {
    static const char page[] =
        "<title>Outside</title><h1>Outside</h1><p>A page that is read by a program which found the library installed.";
    cutline_record *record;
    cutline_error error;
    if (cutline_extract(page, sizeof page - 1, &record, &error) != CUTLINE_OK) {
        fprintf(stderr, "%s\n", error.message);
        return 1;
    }
    const cutline_string title = cutline_record_title(record);
    printf("%s %.*s\n", cutline_version(), (int)title.size, title.data);
    cutline_record_free(record);
    return 0;
}
