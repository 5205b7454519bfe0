#include "record/fields.h"
#include "record/quotation.h"

typedef struct placing {
    const cl_record *record;
    size_t block; /* at hand */
    size_t at;    /* where it begins in the text, in bytes */
    size_t bytes; /* of the text that are counted */
    size_t codes; /* so many code points are these */
} placing;

static bool is_read(const cl_body_block *block) {
    return block->type == CUTLINE_BLOCK_PARAGRAPH || block->type == CUTLINE_BLOCK_LIST ||
           block->type == CUTLINE_BLOCK_QUOTATION;
}

/* Goes on to a block; those before it have their place in the text, but for notes. */
static void go_to(placing *p, size_t block) {
    for (; p->block < block; p->block++)
        if (p->record->body[p->block].type != CUTLINE_BLOCK_NOTE)
            p->at += p->record->body[p->block].text.size + 2;
}

static size_t codes_before(placing *p, size_t byte) {
    for (; p->bytes < byte; p->bytes++)
        p->codes += (p->record->text.data[p->bytes] & 0xC0) != 0x80;
    return p->codes;
}

void cl_make_quotes(cl_making *m) {
    cl_record *const record = m->record;
    if (!record->body_count || m->failed)
        return;
    cl_quote_paragraph *const paragraphs = cl_arena_array(m->arena, record->body_count, sizeof *paragraphs);
    cl_quotations found;
    if (!paragraphs) {
        m->failed = true;
        return;
    }
    for (size_t i = 0; i < record->body_count; i++)
        paragraphs[i] = (cl_quote_paragraph){.text = record->body[i].text,
            .heading = !is_read(&record->body[i]),
            .whole = record->body[i].type == CUTLINE_BLOCK_QUOTATION};
    if (!cl_find_quotations(paragraphs, record->body_count, record->title, record->language, m->arena, &found)) {
        m->failed = true;
        return;
    }
    if (!found.count)
        return;
    cutline_quote *const quotes = cl_arena_array(m->arena, found.count, sizeof *quotes);
    if (!quotes) {
        m->failed = true;
        return;
    }
    placing p = {.record = record};
    for (size_t i = 0; i < found.count; i++) {
        const cl_quotation *const q = &found.at[i];
        go_to(&p, q->paragraph);
        quotes[i] = (cutline_quote){.text = q->text,
            .mention = q->mention,
            .speaker = q->speaker,
            .cue = q->cue,
            .outlet = q->outlet,
            .block = q->paragraph};
        quotes[i].start = codes_before(&p, p.at + q->start);
        quotes[i].end = codes_before(&p, p.at + q->end);
    }
    record->quotes.at = quotes;
    record->quotes.count = found.count;
}
