/* The simple call: a page in, its article out.
 *
 *   article <story.html
 */
#include <cutline.h>
#include <stdio.h>
#include <stdlib.h>

/* Reads all of standard input; the caller frees it. */
static char *read_all(size_t *size) {
    char *bytes = NULL;
    size_t capacity = 0;
    *size = 0;
    do {
        if (*size == capacity) {
            capacity = capacity ? capacity * 2 : 65536;
            char *const more = realloc(bytes, capacity);
            if (!more) {
                free(bytes);
                return NULL;
            }
            bytes = more;
        }
        *size += fread(bytes + *size, 1, capacity - *size, stdin);
    } while (!feof(stdin) && !ferror(stdin));
    return bytes;
}

static void print(const char *name, cutline_string value) {
    if (value.data) /* absent: not known */
        printf("%s: %.*s\n", name, (int)value.size, value.data);
}

int main(void) {
    size_t size;
    char *const bytes = read_all(&size);
    cutline_record *record;
    cutline_error error;
    if (!bytes)
        return 1;
    const cutline_status status = cutline_extract(bytes, size, &record, &error);
    free(bytes); /* not needed any more, whatever came of it */
    if (status != CUTLINE_OK) {
        fprintf(stderr, "article: the page %s\n", error.message);
        return 1;
    }
    print("title", cutline_record_title(record));
    print("site", cutline_record_site_name(record));
    print("published", cutline_record_published(record));
    for (size_t i = 0; i < cutline_record_author_count(record); i++)
        print("author", cutline_record_author_name(record, i));
    const cutline_string text = cutline_record_text(record);
    printf("\n%.*s\n", (int)text.size, text.data ? text.data : "");
    cutline_record_free(record);
    return 0;
}
