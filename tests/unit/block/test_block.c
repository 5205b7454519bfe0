#include "page.h"

#include <stdio.h>

/* The texts of all blocks with | between. */
static void assert_blocks(const char *html, const char *want) {
    test_page page;
    char have[2048];
    size_t size = 0;
    page_open(&page, html);
    for (size_t i = 0; i < page.blocks.list.count; i++) {
        const cl_slice s = page.blocks.list.at[i].text;
        assert_true(size + s.size + 2 < sizeof have);
        if (i)
            have[size++] = '|';
        memcpy(have + size, s.data, s.size);
        size += s.size;
    }
    have[size] = '\0';
    assert_string_equal(want, have);
    page_close(&page);
}

static void blocks_end_at_block_elements(void **state) {
    (void)state;
    assert_blocks("<div>Eins<p>Zwei</p>Drei</div>", "Eins|Zwei|Drei");
    assert_blocks("<ul><li>а<li>б</ul><dl><dt>в<dd>г</dl>", "а|б|в|г");
    assert_blocks("<table><tr><td>1<td>2<tr><th>3</table>", "1|2|3");
    assert_blocks("<figure><img><figcaption>Bild</figcaption></figure><button>OK</button>", "Bild|OK");
    assert_blocks("<x-teaser>eigen</x-teaser>Text<unbekannt>es</unbekannt>", "eigen|Textes");
    assert_blocks("one<hr>two", "one|two");
}

static void nothing_is_glued_and_no_word_split(void **state) {
    (void)state;
    assert_blocks("<p>ein <b>fettes</b> Wort, halb<i>kursiv</i>es</p>", "ein fettes Wort, halbkursives");
    assert_blocks("<p>said.</p>\"Next", "said.|\"Next");
    assert_blocks("<p>a<!-- x -->b</p>", "ab");
    assert_blocks("<p>a <a href=x> b </a> c</p>", "a b c");
    assert_blocks("<h1><span class=kicker>Am Markt</span><span class=title>Wer kommt</span><span class=x>?</span></h1>",
        "Am Markt Wer kommt?");
    assert_blocks("<h1>Das W<em>ort</em></h1>", "Das Wort");
}

static void white_space_is_as_shown(void **state) {
    (void)state;
    assert_blocks("<p>  a \n\t b&nbsp;&nbsp;c&#x2003;d </p>", "a b c d");
    assert_blocks("<p>Wort&shy;teil&#x200B;e\xEF\xBB\xBF!</p>", "Wortteile!");
    assert_blocks("<p>می\xE2\x80\x8Cخواهم</p>", "می\xE2\x80\x8Cخواهم"); /* the joiner that Persian needs */
    assert_blocks("<p>日本\xE3\x80\x80語</p>", "日本 語");
    assert_blocks("<pre>a\n  b\tc\n</pre>", "a\n  b\tc");
    assert_blocks("<p>\n</p><p>&nbsp;</p>", "");
}

/* Words are copied sixteen bytes at a time: whatever stands wherever in those, texts and measures are the same. */
static void white_space_at_any_place(void **state) {
    static const char *const pieces[] = {" ", "  ", "\n", "\t ", "&nbsp;", "ü", ".", "7"};
    static const char *const shown[] = {" ", " ", " ", " ", " ", "ü", ".", "7"};
    static const uint32_t chars[] = {0, 0, 0, 0, 0, 1, 1, 1};
    (void)state;
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++)
        for (int before = 1; before < 36; before++) {
            static const char letters[] = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz";
            char html[128], want[128];
            snprintf(html, sizeof html, "<p>%.*s%s%s</p>", before, letters, pieces[i], letters);
            snprintf(want, sizeof want, "%.*s%s%s", before, letters, shown[i], letters);
            test_page page;
            page_open(&page, html);
            const cl_block *const b = page_block(&page, want);
            assert_int_equal(b->chars, (size_t)before + sizeof letters - 1 + chars[i]);
            assert_int_equal(b->sentences, i == 6);
            assert_int_equal(b->digits, i == 7);
            page_close(&page);
        }
}

static void line_breaks(void **state) {
    (void)state;
    assert_blocks("<p>a<br>b <br/> c</p>", "a\nb\nc");
    assert_blocks("<p>a<br><br>b<br> <br>&nbsp;<br>c<br></p>", "a|b|c");
    assert_blocks("<br><br>a<br>", "a");
}

static void what_is_not_text_is_left_out(void **state) {
    (void)state;
    assert_blocks("<script>x</script><style>y</style><template>z</template><p>a<svg><text>s</text></svg></p>"
                  "<select><option>o</select><textarea>t</textarea><iframe>f</iframe><video>v</video>",
        "a");
    assert_blocks("<p>link <span class=sr-only>(opens a window)</span>here</p>", "link here");
    assert_blocks(
        "<p>a<span style='color:red; DISPLAY : none'>x</span><span style='display:inline'>b</span></p>", "ab");
    assert_blocks("<ruby>東<rp>(</rp><rt>とう</rt><rp>)</rp></ruby>", "東");
}

static uint32_t marks_around(const test_page *page, const cl_block *block) {
    uint32_t marks = 0;
    for (uint32_t box = block->box; box; box = page->blocks.boxes.at[box].parent)
        marks |= page->blocks.boxes.at[box].marks;
    return marks;
}

static void hidden_boxes_are_blocks_that_say_so(void **state) {
    (void)state;
    test_page page;
    page_open(&page,
        "<p>shown<p hidden>one<div style='visibility: hidden'><p>two</div><div aria-hidden=true>three</div>"
        "<noscript><p>four</p></noscript><p class='no-display'>five");
    assert_false(marks_around(&page, page_block(&page, "shown")) & CL_MARK_HIDDEN);
    assert_true(marks_around(&page, page_block(&page, "one")) & CL_MARK_HIDDEN);
    assert_true(marks_around(&page, page_block(&page, "two")) & CL_MARK_HIDDEN);
    assert_true(marks_around(&page, page_block(&page, "three")) & CL_MARK_HIDDEN);
    assert_true(marks_around(&page, page_block(&page, "four")) & CL_MARK_HIDDEN);
    assert_false(marks_around(&page, page_block(&page, "five")) & CL_MARK_HIDDEN);
    page_close(&page);
}

/* A page whose story stands in <noscript> alone, between <br>s. */
static void a_story_in_noscript_is_seen(void **state) {
    (void)state;
#define SENTENCE "The lock was opened at six, a little earlier than the timetable would have had it. "
#define STORY    SENTENCE SENTENCE SENTENCE
    test_page page;
    page_open(&page, "<p>before<noscript>" STORY "<br><br>" STORY "<b>Bold</b></noscript>after");
    assert_int_equal(4, page.blocks.list.count);
    assert_slice("before", page.blocks.list.at[0].text);
    const cl_block *const b = &page.blocks.list.at[2];
    assert_slice(STORY "Bold", b->text);
    assert_false(marks_around(&page, b) & CL_MARK_HIDDEN);
    assert_slice("after", page.blocks.list.at[3].text);
    page_close(&page);
    /* A message, or a picture once more, is not of the paragraph and does not split it. */
    assert_blocks("<p>one <noscript>Please switch on scripts.</noscript>two<noscript>&lt;img alt='" STORY STORY
                  "'&gt;</noscript> three",
        "one two three");
}

static void text_encoded_twice_is_mended(void **state) {
    (void)state;
    test_page page;
    page_open(&page, "<p>Le <b>cafÃ©</b> de l’été<p>cafÃ© de l’Ã©tÃ©");
    assert_slice("Le café de l’été", page.blocks.list.at[0].text);
    assert_int_equal(4, page.blocks.list.at[0].bold);
    assert_int_equal(3, page.blocks.spans.at[0].start);
    assert_int_equal(8, page.blocks.spans.at[0].end);
    assert_slice("cafÃ© de l’Ã©tÃ©", page.blocks.list.at[1].text); /* of two minds: left alone */
    page_close(&page);
}

static void types_and_levels(void **state) {
    (void)state;
    test_page page;
    page_open(&page, "<h3>kop</h3><ul><li><p>punt</p></li></ul><blockquote><p>citaat</p></blockquote><table><td>cel"
                     "</table><figure><figcaption>bij</figcaption></figure><pre>code</pre><label>veld</label><p>tekst");
    assert_int_equal(CL_BLOCK_HEADING, page_block(&page, "kop")->type);
    assert_int_equal(3, page_block(&page, "kop")->level);
    assert_int_equal(CL_BLOCK_ITEM, page_block(&page, "punt")->type);
    assert_int_equal(CL_BLOCK_QUOTATION, page_block(&page, "citaat")->type);
    assert_int_equal(CL_BLOCK_CELL, page_block(&page, "cel")->type);
    assert_int_equal(CL_BLOCK_CAPTION, page_block(&page, "bij")->type);
    assert_int_equal(CL_BLOCK_PREFORMATTED, page_block(&page, "code")->type);
    assert_int_equal(CL_BLOCK_CONTROL, page_block(&page, "veld")->type);
    assert_int_equal(CL_BLOCK_PARAGRAPH, page_block(&page, "tekst")->type);
    assert_int_equal(0, page_block(&page, "tekst")->level);
    page_close(&page);
}

static void measures(void **state) {
    (void)state;
    test_page page;
    const char *const html =
        "<p>Il dit : « 12 ans ». <a href=/>Lire</a><a>non</a> <b>gras</b></p><p>日本語。</p><p>한국어";
    page_open(&page, html);
    const cl_block *const b = &page.blocks.list.at[0];
    assert_int_equal(25, b->chars); /* Ildit:«12ans».Lirenongras */
    assert_int_equal(4, b->links);
    assert_int_equal(4, b->bold);
    assert_int_equal(2, b->digits);
    assert_int_equal(1, b->sentences);
    assert_int_equal(3, b->offset);
    assert_int_equal(10, page.blocks.list.at[1].chars); /* three letters that count three times and a full stop */
    assert_int_equal(1, page.blocks.list.at[1].sentences);
    assert_int_equal(6, page.blocks.list.at[2].chars);
    assert_int_equal(41, page.blocks.chars);
    assert_memory_equal("日本語", html + page.blocks.list.at[1].offset, 9);
    page_close(&page);
}

static void boxes_hold_their_blocks(void **state) {
    (void)state;
    test_page page;
    page_open(&page, "<body><div class=a><div></div><p>1<p>2</div><ol><li>3<li>4</ol>");
    const cl_block *const last = page_block(&page, "4");
    const cl_box *const item = &page.blocks.boxes.at[last->box];
    const cl_box *const list = &page.blocks.boxes.at[item->list];
    assert_int_equal(CL_TAG_LI, item->tag);
    assert_int_equal(last->box, item->row);
    assert_int_equal(CL_TAG_OL, list->tag);
    assert_int_equal(2, list->first_block);
    assert_int_equal(4, list->end_block);
    assert_int_equal(4, page.blocks.boxes.at[0].end_block);
    assert_int_equal(page.blocks.boxes.count, page.blocks.boxes.at[0].end_box);
    /* page, html, body, div, p, p, ol, li, li: the empty div is none */
    assert_int_equal(9, page.blocks.boxes.count);
    for (size_t i = 1; i < page.blocks.boxes.count; i++)
        assert_true(page.blocks.boxes.at[i].parent < i);
    page_close(&page);
}

static void marks_of_inline_elements_that_hold_it_all(void **state) {
    (void)state;
    test_page page;
    page_open(&page,
        "<p><span class=byline>Von Ada Bach</span></p><p>Ein Satz mit <span class=author>Ada</span> darin.</p>"
        "<p><time>3. Mai</time></p>");
    assert_true(page_block(&page, "Von Ada Bach")->marks & CL_MARK_BYLINE);
    assert_false(page_block(&page, "Ein Satz mit Ada darin.")->marks & CL_MARK_BYLINE);
    assert_true(page_block(&page, "3. Mai")->marks & CL_MARK_DATE);
    page_close(&page);
}

static void notes_are_taken(void **state) {
    (void)state;
    static const cl_note_kind want[] = {CL_NOTE_TITLE, CL_NOTE_META, CL_NOTE_LINK, CL_NOTE_SCRIPT, CL_NOTE_JSON,
        CL_NOTE_TIME, CL_NOTE_AUTHOR, CL_NOTE_ITEM};
    test_page page;
    page_open(&page, "<title>t</title><meta name=a content=b><link rel=canonical href=c><script>no</script>"
                     "<script type='application/LD+json; charset=utf-8'>{}</script><body><p>a<time>b</time>"
                     "<a rel=author href=d>c</a><span itemprop=x>e</span>");
    assert_int_equal(sizeof want / sizeof *want, page.blocks.notes.count);
    for (size_t i = 0; i < page.blocks.notes.count; i++)
        assert_int_equal(want[i], page.blocks.notes.at[i].kind);
    page_close(&page);
}

/* Images and their like; those in boxes without text are noted at the box around, with the marks on the way. */
static void media_is_noted(void **state) {
    (void)state;
    static const struct {
        cl_note_kind kind;
        uint32_t block;
        bool linked, hidden;
    } want[] = {{CL_NOTE_BASE, 0, false, false}, {CL_NOTE_IMAGE, 1, true, false}, {CL_NOTE_IMAGE, 1, false, true},
        {CL_NOTE_NOSCRIPT, 1, false, false}, {CL_NOTE_MEDIA, 1, false, false}, {CL_NOTE_BACKGROUND, 1, false, false},
        {CL_NOTE_BACKGROUND, 1, false, false}, {CL_NOTE_EMBED, 1, false, false}, {CL_NOTE_MEDIA, 2, false, false}};
    test_page page;
    page_open(&page,
        "<base href=/x><main><p>one</p><figure class=ad><div class=byline><a href=b><img src=c></a></div></figure>"
        "<noscript><img src=d></noscript><noscript>&lt;img src=e&gt;</noscript><iframe src=f></iframe>"
        "<div style='color: red; background: url(g)'></div><div data-bg=h style='background: red'></div>"
        "<blockquote class=tweet>two</blockquote><video><source src=i></video></main>");
    assert_int_equal(sizeof want / sizeof *want, page.blocks.notes.count);
    const uint32_t main = page.blocks.boxes.at[page_block(&page, "one")->box].parent;
    for (size_t i = 0; i < page.blocks.notes.count; i++) {
        const cl_note *const note = &page.blocks.notes.at[i];
        assert_int_equal(want[i].kind, note->kind);
        assert_int_equal(want[i].block, note->block);
        assert_int_equal(want[i].linked, note->linked);
        assert_int_equal(want[i].hidden, note->hidden);
        assert_int_equal(i ? main : 1, note->box); /* 1: <html> */
    }
    assert_true(page.blocks.notes.at[1].marks & CL_MARK_FIGURE);
    assert_true(page.blocks.notes.at[1].marks & CL_MARK_BYLINE);
    assert_true(page.blocks.notes.at[1].marks & CL_MARK_ADVERT);
    assert_int_equal(0, page.blocks.notes.at[2].marks);
    page_close(&page);
}

/* Spans as "block type text", parted by a bar. */
static void assert_spans(const char *html, const char *want) {
    static const char *const types[CL_SPAN_TYPES] = {"", "a", "i", "b", "credit"};
    test_page page;
    char have[400] = "";
    size_t size = 0;
    page_open(&page, html);
    for (size_t i = 0; i < page.blocks.spans.count; i++) {
        const cl_block_span *const s = &page.blocks.spans.at[i];
        if (s->start >= s->end)
            continue;
        const cl_slice text = page.blocks.list.at[s->block].text;
        assert_true(s->end <= text.size);
        size += (size_t)snprintf(have + size, sizeof have - size, "%s%u %s %.*s", size ? "|" : "", s->block,
            types[s->type], (int)(s->end - s->start), text.data + s->start);
    }
    if (strcmp(want, have) != 0)
        fail_msg("%s: want \"%s\", have \"%s\"", html, want, have);
    page_close(&page);
}

static void spans_are_kept(void **state) {
    (void)state;
    assert_spans("<p>one <a href=x> two </a> three <b>four</b>.</p>", "0 a two|0 b four");
    assert_spans("<p>one <b><i>two </i> </b> three</p>", "0 b two|0 i two");
    assert_spans("<p>one <b>two <b>three</b> four</b></p>", "0 b two three four");
    assert_spans("<p>one<a>two</a><a href=x><img></a><i> </i></p>", "");
    assert_spans("<a href=x><h3>one</h3><p>two</p></a> three", "0 a one|1 a two");
    assert_spans("<p><b>one<br><br>two</b> three", "0 b one|1 b two");
    assert_spans("<p>one <span class=credit>two</span></p><p class=credit>three</p>", "0 credit two");
    assert_spans("<p>one <a href=x>two<span hidden>three</span></a></p>", "0 a two");
    test_page page;
    page_open(&page, "<p>0<p><b>1</b><p>2<p><b>3</b> and <i>3</i>");
    assert_int_equal(0, cl_blocks_first_span(&page.blocks, 1));
    assert_int_equal(1, cl_blocks_first_span(&page.blocks, 2));
    assert_int_equal(1, cl_blocks_first_span(&page.blocks, 3));
    assert_int_equal(3, cl_blocks_first_span(&page.blocks, 4));
    page_close(&page);
}

/* One buffer after the other: what the page before left must not show. */
static void memory_is_reused(void **state) {
    (void)state;
    test_page page;
    page_open(&page, "<p class=comment-list>one<p>two<p>three");
    assert_int_equal(CUTLINE_OK, cl_blocks_of_tree(&page.blocks, &page.dom, NULL));
    assert_int_equal(3, page.blocks.list.count);
    assert_slice("three", page.blocks.list.at[2].text);
    page_close(&page);
}

static void empty_pages(void **state) {
    (void)state;
    assert_blocks("", "");
    assert_blocks("<!doctype html><html><head></head><body></body></html>", "");
    assert_blocks("plain", "plain");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_end_at_block_elements),
        cmocka_unit_test(nothing_is_glued_and_no_word_split),
        cmocka_unit_test(white_space_is_as_shown),
        cmocka_unit_test(white_space_at_any_place),
        cmocka_unit_test(line_breaks),
        cmocka_unit_test(what_is_not_text_is_left_out),
        cmocka_unit_test(hidden_boxes_are_blocks_that_say_so),
        cmocka_unit_test(a_story_in_noscript_is_seen),
        cmocka_unit_test(text_encoded_twice_is_mended),
        cmocka_unit_test(types_and_levels),
        cmocka_unit_test(measures),
        cmocka_unit_test(boxes_hold_their_blocks),
        cmocka_unit_test(marks_of_inline_elements_that_hold_it_all),
        cmocka_unit_test(notes_are_taken),
        cmocka_unit_test(media_is_noted),
        cmocka_unit_test(spans_are_kept),
        cmocka_unit_test(memory_is_reused),
        cmocka_unit_test(empty_pages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
