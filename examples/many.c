/* Many pages in one context, whose memory is used again for each: a line of JSON for every page.
 *
 *   many FILE...      packed with gzip, zstd or brotli, or not
 */
#include <cutline.h>
#include <stdio.h>

static int print(void *user, const char *data, size_t size) {
    return fwrite(data, 1, size, user) != size;
}

/* One file: a page, or (an archive, later) several. Returns how many failed. */
static int read_file(cutline_context *context, cutline_options *options, const char *path) {
    cutline_input *input;
    cutline_error error;
    if (cutline_input_open(context, path, options, &input, &error) != CUTLINE_OK) {
        fprintf(stderr, "%s: %s\n", path, error.message);
        return 1;
    }
    cutline_page page;
    cutline_status status;
    int failed = 0;
    while ((status = cutline_input_next(input, &page, &error)) != CUTLINE_END) {
        const cutline_record *record; /* the context's: good until the next page */
        if (status == CUTLINE_OK)
            status = cutline_context_extract(context, page.bytes, page.size, options, &record, &error);
        if (status == CUTLINE_OK)
            status = cutline_record_write(record, CUTLINE_FORMAT_JSON, print, stdout, &error);
        if (status != CUTLINE_OK) {
            fprintf(stderr, "%s: %s\n", path, error.message);
            failed++;
        }
    }
    cutline_input_close(input);
    return failed;
}

int main(int count, char **arguments) {
    cutline_options *const options = cutline_options_new();
    cutline_context *context = NULL;
    int failed = !options || cutline_context_new(NULL, &context) != CUTLINE_OK;
    for (int i = 1; i < count && context; i++)
        failed += cutline_options_set_path(options, arguments[i]) != CUTLINE_OK ||
                  read_file(context, options, arguments[i]) != 0;
    cutline_context_free(context);
    cutline_options_free(options);
    return failed ? 1 : 0;
}
