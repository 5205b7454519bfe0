#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

#include "text/chars.h"
#include "text/text.h"

typedef struct taken_apart {
    cl_text text;
    char units[8192]; /* the text of each on a line, "*" before an item, "#" for each level of a heading */
} taken_apart;

/* Takes a text apart; the texts of its units are to be `want`, one a line. */
static void assert_units(const char *source, const char *want) {
    taken_apart *const t = calloc(1, sizeof *t);
    assert_non_null(t);
    cl_text_init(&t->text, &cl_allocator_default);
    assert_true(cl_text_read(&t->text, cl_slice_z(source)));
    size_t size = 0;
    for (size_t i = 0; i < t->text.units.count; i++) {
        const cl_text_unit *const unit = &t->text.units.at[i];
        if (i)
            t->units[size++] = '\n';
        for (int k = 0; k < unit->level; k++)
            t->units[size++] = '#';
        if (unit->item)
            t->units[size++] = '*';
        for (uint32_t k = unit->first_part; k < unit->end_part; k++) {
            const cl_text_part *const part = &t->text.parts.at[k];
            if (part->how & CL_PART_OUT)
                continue;
            assert_true(size + part->size + 8 < sizeof t->units);
            memcpy(t->units + size, part->data, part->size);
            size += part->size;
        }
    }
    assert_string_equal(want, t->units);
    cl_text_free(&t->text);
    free(t);
}

static void lines_are_trimmed_and_blank_ones_counted(void **state) {
    (void)state;
    cl_text text;
    cl_text_init(&text, &cl_allocator_default);
    const cl_slice source = CL_SLICE("\n  Überschrift \r\n\r\n \t\nErster Absatz.\nZweiter");
    assert_true(cl_text_read(&text, source));
    assert_int_equal(3, text.units.count);
    assert_int_equal(1, text.units.at[0].blanks);
    assert_int_equal(3, text.units.at[0].offset);
    assert_int_equal(2, text.units.at[0].indent);
    assert_true(text.units.at[0].space_before);
    assert_true(text.units.at[0].space_after);
    assert_int_equal(2, text.units.at[1].blanks);
    assert_false(text.units.at[1].space_before);
    assert_int_equal(0, text.units.at[2].blanks);
    assert_memory_equal("Zweiter", source.data + text.units.at[2].offset, 7);
    cl_text_free(&text);
    assert_units("\n  Überschrift \r\n\r\n \t\nErster Absatz.\nZweiter", "Überschrift\nErster Absatz.\nZweiter");
}

static void nothing_gives_no_units(void **state) {
    (void)state;
    static const char *const sources[] = {"", "\n", " \n\t\r\n"};
    for (size_t i = 0; i < 3; i++)
        assert_units(sources[i], "");
}

#define WRAPPED                                                                                                        \
    "The harbour was quiet when the two boats came in on Monday\n"                                                     \
    "morning, and nobody on the quay had thought that they would\n"                                                    \
    "bring home more herring than the whole fleet had landed in a\n"                                                   \
    "month.\n"
#define WRAPPED_JOINED                                                                                                 \
    "The harbour was quiet when the two boats came in on Monday morning, and nobody on the quay had thought that "     \
    "they would bring home more herring than the whole fleet had landed in a month."

static void hard_wraps_are_joined(void **state) {
    (void)state;
    assert_units("News\nSport\n\n" WRAPPED "\n" WRAPPED "\nContact",
        "News\nSport\n" WRAPPED_JOINED "\n" WRAPPED_JOINED "\nContact");
}

static void lines_that_had_room_for_more_are_not_joined(void **state) {
    (void)state;
    /* Each line is short of the width by more than the next word. */
    assert_units("Boats come home\nThe mayor of the harbour town speaks\nHerring\nPrices of nets rise again this year\n"
                 "Storm warning for the northern coast\nMarket",
        "Boats come home\nThe mayor of the harbour town speaks\nHerring\nPrices of nets rise again this year\n"
        "Storm warning for the northern coast\nMarket");
}

static void an_item_begins_anew_after_a_full_line(void **state) {
    (void)state;
    assert_units(WRAPPED "\n"
                         "  * The harbour was quiet when the two boats came in on this\n"
                         "  * Herring\n",
        WRAPPED_JOINED "\n*The harbour was quiet when the two boats came in on this\n*Herring");
}

static void hyphenation_is_undone(void **state) {
    (void)state;
    assert_units("Die Stadt hat am Montag nach langem Streit beschlossen, die Brü-\n"
                 "cke über den alten Fluss zu erneuern und den Bürgern neue Fahr-\n"
                 "räder zu geben, damit sie nicht mehr um den Hafen herum gehen\n"
                 "müssen. Die Verwaltung rechnet mit hohen Kosten und einer lan-\n"
                 "gen Zeit.\n",
        "Die Stadt hat am Montag nach langem Streit beschlossen, die Brücke über den alten Fluss zu erneuern und den "
        "Bürgern neue Fahrräder zu geben, damit sie nicht mehr um den Hafen herum gehen müssen. Die Verwaltung rechnet "
        "mit hohen Kosten und einer langen Zeit.");
}

static void a_compound_that_was_broken_at_its_hyphen_keeps_it(void **state) {
    (void)state;
    char source[4096] = "", want[4096] = "";
    for (int i = 0; i < 8; i++) {
        strcat(source, WRAPPED "\n");
        strcat(want, WRAPPED_JOINED "\n");
    }
    strcat(source, "The harbour was quiet when the two boats came in at a well-\nknown hour.");
    strcat(want, "The harbour was quiet when the two boats came in at a well-known hour.");
    assert_units(source, want);
}

static void wide_characters_are_joined_without_a_space(void **state) {
    (void)state;
    assert_units("港の町では月曜日の朝に二隻の船が静かに入ってきたが誰も知らなかった。岸壁\n"
                 "にいた人々はその船が一か月分の魚を持って帰るとは思っていなかったという。市\n"
                 "長は会見で今年の漁は例年になく良いと述べて関係者に感謝の言葉を伝えた。さら\n"
                 "に市は新しい市場を建てる計画を進めており来年の春には工事が始まるという。市\n"
                 "民の声は分かれている。\n",
        "港の町では月曜日の朝に二隻の船が静かに入ってきたが誰も知らなかった。岸壁にいた人々はその船が一か月分の魚を"
        "持って帰るとは思っていなかったという。市長は会見で今年の漁は例年になく良いと述べて関係者に感謝の言葉を伝えた"
        "。さらに市は新しい市場を建てる計画を進めており来年の春には工事が始まるという。市民の声は分かれている。");
}

static void glued_sentences_are_taken_apart(void **state) {
    (void)state;
    assert_units("It \"won [all] in 2006.\"Abu Said noted it.", "It \"won [all] in 2006.\"\nAbu Said noted it.");
    assert_units("The boats came home.Nobody knew why.", "The boats came home.\nNobody knew why.");
    assert_units("He told them.\"We knew,\" she said.", "He told them.\n\"We knew,\" she said.");
    assert_units("„Das war gut.“Der Bürgermeister ging.", "„Das war gut.“\nDer Bürgermeister ging.");
    assert_units("Он сказал это.Потом он ушёл.", "Он сказал это.\nПотом он ушёл.");
}

static void abbreviations_and_addresses_stay_whole(void **state) {
    (void)state;
    static const char *const sources[] = {"Das gilt z.B. hier.", "The U.S.Army said so.", "See www.Example.Com for it.",
        "Write to John.Smith@Example.org now.", "Der 1.FC siegte 3.5 zu 2.", "It was built with Node.js in May."};
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++)
        assert_units(sources[i], sources[i]);
}

static void glued_words_are_taken_apart_where_the_text_is_glued(void **state) {
    (void)state;
    assert_units(
        "Asia & AmericasIsraelMiddle EastNewsPalestineUS", "Asia & Americas\nIsrael\nMiddle East\nNews\nPalestine\nUS");
    assert_units(
        "PolitikWirtschaftSportAnna Muster12.03.2024 Uhr", "Politik\nWirtschaft\nSport\nAnna Muster\n12.03.2024 Uhr");
    /* One such word may be a name. */
    assert_units("He watched it on YouTube, and then he went home to sleep.",
        "He watched it on YouTube, and then he went home to sleep.");
    /* And so may what stands in brackets. */
    assert_units(
        "NewsSportWeatherMarket [Jane Doe/HarbourImages]", "News\nSport\nWeather\nMarket [Jane Doe/HarbourImages]");
}

static void columns_in_a_line_are_taken_apart(void **state) {
    (void)state;
    assert_units("Weather   Sport", "Weather   \nSport");
    assert_units("Weather Sport", "Weather Sport");
}

static void a_long_line_is_cut_at_its_sentences(void **state) {
    (void)state;
    char source[4096] = "", want[4096] = "";
    for (int i = 0; i < 20; i++) {
        const char *const sentence = "The harbour was quiet when Dr. Moss came in on Monday morning to see the boats.";
        sprintf(source + strlen(source), "%s%s", i ? " " : "", sentence);
        sprintf(want + strlen(want), "%s%s", sentence, i < 19 ? " \n" : "");
    }
    assert_units(source, want);
}

static void code_stays_whole(void **state) {
    (void)state;
    assert_units("News\nSport\nvar getElement=function(a){return a.querySelector(\"p\");};window.dataLayer=[];a.Bc=1;",
        "News\nSport\nvar getElement=function(a){return a.querySelector(\"p\");};window.dataLayer=[];a.Bc=1;");
}

static void markdown_is_read(void **state) {
    (void)state;
    assert_units(
        "# Boats come home\n\n[News](/news) [Sport](https://a.example/sport_\\(old\\) \"Sport\")\n\n"
        "  * [Weather](/w)\n\n* * *\n\nThe **two** boats _came_ home, said [Jane\nDoe](/jane) of file_name at 3\\.\n\n"
        "> So it is\n\n![a boat](/boat.jpg)The boat \\[left\\] <https://a.example/>",
        "#Boats come home\nNews Sport\n*Weather\nThe two boats came home, said Jane Doe of file_name at 3.\n"
        "So it is\nThe boat [left] https://a.example/");
}

static void links_of_markdown_are_links(void **state) {
    (void)state;
    cl_text text;
    cl_text_init(&text, &cl_allocator_default);
    assert_true(cl_text_read(&text, CL_SLICE("[One](/1) and [two](/2), [three](/3)")));
    size_t links = 0, anchors = 0;
    for (size_t i = 0; i < text.parts.count; i++) {
        links += text.parts.at[i].how == (CL_PART_LINK | CL_PART_ANCHOR);
        anchors += text.parts.at[i].how & CL_PART_ANCHOR ? 1 : 0;
    }
    assert_int_equal(3, links);
    assert_int_equal(3, anchors);
    cl_text_free(&text);
}

static void brackets_that_are_no_links_are_text(void **state) {
    (void)state;
    assert_units(
        "[a](/1) [b](/2) [c](/3)\n\nHe said [sic] that [it](never ends", "a b c\nHe said [sic] that [it](never ends");
}

static void footnotes_of_lynx_are_left_out(void **state) {
    (void)state;
    assert_units(
        "   [1]News\n   [2]Sport\n\n   The [3]harbour [master] spoke.\n\nReferences\n\n   1. https://a.example/1\n"
        "   2. https://a.example/2\n   3. https://a.example/3\n",
        "News\nSport\nThe harbour [master] spoke.\nReferences\n1. https://a.example/1\n2. https://a.example/2\n"
        "3. https://a.example/3");
    /* Without the list they may be the text's own. */
    assert_units("It was so [1] in 1990 [2].", "It was so [1] in 1990 [2].");
}

static void pieces_of_a_sentence_stand_close(void **state) {
    (void)state;
    static const struct {
        const char *before, *after;
        bool tight;
    } cases[] = {{"word", ", but", true}, {"word", ".", true}, {"word", "word", false}, {"(", "word", true},
        {"word", ") and", true}, {"he said \"", "yes", true}, {"yes", "\", he said", true},
        {"word", "\"quoted\"", false}, {"NRW", "-Regierung", true}, {"word", "- so", false}, {"漢字", "漢字", true},
        {"漢字", "。", true}, {"a", ".5", false}, {"«", "mot", false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (cl_text_tight(cl_slice_z(cases[i].before), cl_slice_z(cases[i].after)) != cases[i].tight)
            fail_msg("\"%s\" and \"%s\"", cases[i].before, cases[i].after);
}

/* Cuts and parts are limited, so that a page needs memory by its size. */
static void hostile_texts_are_bounded(void **state) {
    (void)state;
    static const char *const pieces[] = {"Abcdef", "[", "](", "\\*", "a.Bc", "_a_", "[1]", "  A", "<http"};
    const size_t size = (size_t)4 << 20;
    char *const source = malloc(size);
    assert_non_null(source);
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        const char *const head = "[a](b) [c](d) [e](f) NewsSportWeatherMarket\n";
        const size_t n = strlen(pieces[i]), from = strlen(head);
        memcpy(source, head, from);
        for (size_t at = from; at < size; at++)
            source[at] = pieces[i][(at - from) % n];
        cl_text text;
        cl_text_init(&text, &cl_allocator_default);
        assert_true(cl_text_read(&text, cl_slice_of(source, size)));
        assert_true(text.units.count < (1u << 20) && text.parts.count < (3u << 20));
        cl_text_free(&text);
    }
    free(source);
}

static void nul_bytes_are_a_text(void **state) {
    (void)state;
    static const char nuls[4096];
    cl_text text;
    cl_text_init(&text, &cl_allocator_default);
    assert_true(cl_text_read(&text, cl_slice_of(nuls, sizeof nuls)));
    assert_int_equal(1, text.units.count);
    cl_text_free(&text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_trimmed_and_blank_ones_counted),
        cmocka_unit_test(nothing_gives_no_units),
        cmocka_unit_test(hard_wraps_are_joined),
        cmocka_unit_test(lines_that_had_room_for_more_are_not_joined),
        cmocka_unit_test(an_item_begins_anew_after_a_full_line),
        cmocka_unit_test(hyphenation_is_undone),
        cmocka_unit_test(a_compound_that_was_broken_at_its_hyphen_keeps_it),
        cmocka_unit_test(wide_characters_are_joined_without_a_space),
        cmocka_unit_test(glued_sentences_are_taken_apart),
        cmocka_unit_test(abbreviations_and_addresses_stay_whole),
        cmocka_unit_test(glued_words_are_taken_apart_where_the_text_is_glued),
        cmocka_unit_test(columns_in_a_line_are_taken_apart),
        cmocka_unit_test(a_long_line_is_cut_at_its_sentences),
        cmocka_unit_test(code_stays_whole),
        cmocka_unit_test(markdown_is_read),
        cmocka_unit_test(links_of_markdown_are_links),
        cmocka_unit_test(brackets_that_are_no_links_are_text),
        cmocka_unit_test(footnotes_of_lynx_are_left_out),
        cmocka_unit_test(pieces_of_a_sentence_stand_close),
        cmocka_unit_test(hostile_texts_are_bounded),
        cmocka_unit_test(nul_bytes_are_a_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
