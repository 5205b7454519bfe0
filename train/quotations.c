/* What the search for quotations sees in texts, for train/quotations.py to learn from: a line of JSON a text.
 *
 *   quotations [--language TAG] [--model WEIGHTS] FILE.txt ...
 *   quotations --sizes    numbers that can be seen of a candidate, units, numbers that can be seen of a span
 *
 * A text has a paragraph a line, the first of which is its headline. A line of output holds "id", the "quotes" that the
 * library finds, and the "spans" between marks: "quote" (judged so), "seen" (numbers of weights), "score", "best", and
 * the "candidates" for its speaker with what is seen of each. */
#include "record/quotation_parts.h"

#include <stdio.h>
#include <stdlib.h>

static void put_string(cl_slice s) {
    putchar('"');
    for (size_t i = 0; i < s.size; i++) {
        const unsigned char c = (unsigned char)s.data[i];
        if (c == '"' || c == '\\')
            printf("\\%c", c);
        else if (c < ' ')
            printf("\\u%04x", c);
        else
            putchar(c);
    }
    putchar('"');
}

static void put_seen(const cl_quote_seen *seen) {
    printf("\"seen\":[");
    for (unsigned i = 0; i < seen->count; i++)
        printf("%s%d", i ? "," : "", seen->at[i]);
    printf("]");
}

typedef struct telling {
    bool begun;
} telling;

static void tell(void *data, const cl_quote_view *view, const cl_candidate *candidates, size_t count, size_t best,
    const cl_quote_seen *seen, int32_t score) {
    telling *const t = data;
    const cl_quote_token *const token = &view->tokens->at[view->token];
    const cl_quote_span *const span = &view->spans->at[token->classes];
    printf("%s{\"paragraph\":%u,\"text\":", t->begun ? "," : "", span->paragraph);
    t->begun = true;
    put_string(cl_slice_of(view->text.data + span->start, span->end - span->start));
    printf(",\"score\":%d,\"best\":%d,", score, best == SIZE_MAX ? -1 : (int)best);
    put_seen(seen);
    printf(",\"candidates\":[");
    for (size_t i = 0; i < count; i++) {
        const cl_candidate *const c = &candidates[i];
        printf("%s{\"kind\":%d,\"score\":%d,", i ? "," : "", c->kind, c->score);
        put_seen(&c->seen);
        printf(",\"mention\":");
        const cl_quote_frame *const frame = c->kind == CL_CANDIDATE_FRAME ? &view->frames->at[c->frame] : NULL;
        if (frame && frame->mention != CL_MENTION_NONE) {
            const uint32_t start = view->tokens->at[frame->first].start;
            put_string(cl_slice_of(view->text.data + start, view->tokens->at[frame->last].end - start));
        } else if (c->kind == CL_CANDIDATE_LEAD) {
            put_string(view->leads[c->frame].mention);
        } else {
            printf("\"\"");
        }
        printf("}");
    }
    printf("]}");
}

static bool read_file(const char *path, cl_slice *text) {
    FILE *const file = fopen(path, "rb");
    if (!file)
        return false;
    size_t size = 0, room = 1 << 16;
    char *data = malloc(room);
    for (size_t n; data && (n = fread(data + size, 1, room - size, file)) > 0;) {
        size += n;
        if (size == room)
            data = realloc(data, room *= 2);
    }
    fclose(file);
    *text = cl_slice_of(data, size);
    return data != NULL;
}

static size_t split(cl_slice text, cl_quote_paragraph *paragraphs) {
    size_t count = 0;
    for (size_t at = 0; at < text.size;) {
        const char *const end = memchr(text.data + at, '\n', text.size - at);
        const size_t next = end ? (size_t)(end - text.data) : text.size;
        const cl_slice line = cl_slice_trim(cl_slice_of(text.data + at, next - at));
        if (line.size) {
            if (paragraphs)
                paragraphs[count] = (cl_quote_paragraph){.text = line};
            count++;
        }
        at = next + 1;
    }
    return count;
}

static void put_field(const char *name, cl_slice s) {
    if (!s.data)
        return;
    printf(",\"%s\":", name);
    put_string(s);
}

/* Weights as quotations.py writes them: the tables and the bias. */
static bool read_model(const char *path, cl_quote_model *model) {
    const size_t *const sizes = cl_quote_model_sizes;
    const size_t count = sizes[0] + sizes[1] + sizes[2];
    FILE *const file = fopen(path, "r");
    int16_t *const weights = calloc(count, sizeof *weights);
    bool good = file && weights;
    for (size_t i = 0; good && i < count; i++)
        good = fscanf(file, "%hd", &weights[i]) == 1;
    good = good && fscanf(file, "%d", &model->bias) == 1;
    model->candidate_weights = weights;
    model->units = weights + sizes[0];
    model->span_weights = model->units + sizes[1];
    if (file)
        fclose(file);
    return good;
}

static bool tell_text(const char *path, cl_slice language, const cl_quote_model *model, cl_arena *arena) {
    cl_slice text;
    if (!read_file(path, &text))
        return false;
    const size_t count = split(text, NULL);
    cl_quote_paragraph *const paragraphs = calloc(count + 1, sizeof *paragraphs);
    const char *const slash = strrchr(path, '/');
    const char *const name = slash ? slash + 1 : path;
    const char *const dot = strrchr(name, '.');
    cl_quotations found = {0};
    telling t = {.begun = false};
    const cl_quote_trace trace = {.model = model, .span = tell, .data = &t};
    bool good = paragraphs != NULL;
    if (good) {
        split(text, paragraphs);
        paragraphs[0].heading = true;
        printf("{\"id\":");
        put_string(cl_slice_of(name, dot ? (size_t)(dot - name) : strlen(name)));
        printf(",\"spans\":[");
        good = cl_find_quotations_traced(paragraphs, count, paragraphs[0].text, language, arena, &found, &trace);
        printf("],\"quotes\":[");
    }
    for (size_t i = 0; i < found.count; i++) {
        const cl_quotation *const q = &found.at[i];
        printf("%s{\"block\":%u,\"start\":%u,\"end\":%u", i ? "," : "", q->paragraph, q->start, q->end);
        put_field("text", q->text);
        put_field("mention", q->mention);
        put_field("speaker", q->speaker);
        put_field("cue", q->cue);
        put_field("outlet", q->outlet);
        printf("}");
    }
    printf("]}\n");
    free(paragraphs);
    free((char *)(uintptr_t)text.data);
    return good;
}

int main(int argc, char **argv) {
    cl_slice language = CL_SLICE("en");
    cl_quote_model model = cl_quote_model_learned;
    cl_arena arena;
    cl_arena_init(&arena, &cl_allocator_default);
    bool good = true;
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--sizes") == 0) {
            printf("%zu %zu %zu\n", cl_quote_model_sizes[0] / CL_QUOTE_ROW, cl_quote_model_sizes[1] / 2,
                cl_quote_model_sizes[2]);
            return 0;
        }
        if (strcmp(argv[i], "--model") == 0 && i + 1 < argc) {
            if (!read_model(argv[++i], &model))
                return 1;
            continue;
        }
        if (strcmp(argv[i], "--language") == 0 && i + 1 < argc) {
            language = cl_slice_z(argv[++i]);
            continue;
        }
        cl_arena_reset(&arena);
        good &= tell_text(argv[i], language, &model, &arena);
    }
    cl_arena_free(&arena);
    return good ? 0 : 1;
}
