/* Roles that follow from what stands around a block. The network is not asked: the test says what it said. */
#include "told.h"
#include "label/neighbours.h"

typedef struct others {
    const char *const *texts;
    cl_role role;
} others;

/* All blocks are body, but those. */
static cl_role role_of(cl_slice text, const void *user) {
    const others *const o = user;
    for (const char *const *other = o->texts; *other; other++)
        if (cl_slice_equal(text, cl_slice_z(*other)))
            return o->role;
    return CL_ROLE_BODY;
}

static void becomes(
    const char *html, const char *const *texts, cl_role role, const char *text, cl_page_kind kind, cl_role want) {
    told t;
    told_open(&t, html, role_of, &(others){texts, role});
    t.labels.kind = kind;
    cl_labels_heed_neighbours(&t.labels, &t.features);
    assert_string_equal(cl_role_name(want).data, told_role(&t, text));
    told_close(&t);
}

static const char *const none[] = {NULL};

#define LONG                                                                                                           \
    "Gegen Mittag stand das Wasser so hoch, dass die Enten ins Büro schauen konnten, und zwei von ihnen taten das "   \
    "auch. Niemand beschwerte sich, am wenigsten der Hafenmeister."
#define LONG2                                                                                                          \
    "Der Hafenmeister öffnete die Schleuse um sechs, ein wenig früher als der Fahrplan es wollte, denn die Flut "    \
    "hatte "                                                                                                           \
    "es eilig. Elf Boote fuhren hindurch, noch ehe die Sonne über dem Dach stand."
#define AROUND(inner) "<article><div><p>" LONG2 "</p>" inner "<p>" LONG2 "</p></div></article>"

static void a_cell_follows_its_table(void **state) {
    (void)state;
    static const char *const lost[] = {"19:42", NULL};
#define ROWS "<tr><td>Barca<td>Tempo<tr><td>Alba<td>19:42<tr><td>Stella<td>20:04"
    becomes(AROUND("<table>" ROWS "</table>"), lost, CL_ROLE_ASIDE, "19:42", CL_PAGE_ARTICLE, CL_ROLE_BODY);
    /* Not where half of the cells are none, nor in a table that the story is in, nor in a single row. */
    static const char *const half[] = {"Barca", "Tempo", "19:42", NULL};
    becomes(AROUND("<div><table>" ROWS "</table></div>"), half, CL_ROLE_ASIDE, "19:42", CL_PAGE_ARTICLE, CL_ROLE_ASIDE);
    becomes("<table><tr><td><p>" LONG2 "<p>" LONG "<td>19:42<tr><td>Alba<td>Stella</table>", lost, CL_ROLE_ASIDE,
        "19:42", CL_PAGE_ARTICLE, CL_ROLE_ASIDE);
    becomes(AROUND("<table><tr><td>Barca<td>Tempo<td>Alba<td>Stella<td>19:42</table>"), lost, CL_ROLE_ASIDE, "19:42",
        CL_PAGE_ARTICLE, CL_ROLE_ASIDE);
    becomes(AROUND("<table>" ROWS "<tr><td>" LONG " " LONG2 "<td>3</table>"), lost, CL_ROLE_ASIDE, "19:42",
        CL_PAGE_ARTICLE, CL_ROLE_ASIDE);
}

static void a_list_follows_what_announces_it(void **state) {
    (void)state;
    static const char *const links[] = {"Le quai", "La chapelle", NULL};
#define LIST "<ul><li><a href=/q>Le quai</a><li><a href=/c>La chapelle</a></ul>"
#define SAID "Le sentier passe par deux endroits"
    becomes(AROUND("<p>" SAID " :</p>" LIST), links, CL_ROLE_RELATED, "La chapelle", CL_PAGE_ARTICLE, CL_ROLE_BODY);
    becomes(AROUND("<p>小さな道は二つの場所を通っている：</p>" LIST), links, CL_ROLE_RELATED, "Le quai",
        CL_PAGE_ARTICLE, CL_ROLE_BODY);
    /* Not without a colon, after a short label, or where the story is over. */
    becomes(AROUND("<p>" SAID ".</p>" LIST), links, CL_ROLE_RELATED, "Le quai", CL_PAGE_ARTICLE, CL_ROLE_RELATED);
    becomes(AROUND("<p>À lire aussi :</p>" LIST), links, CL_ROLE_RELATED, "Le quai", CL_PAGE_ARTICLE, CL_ROLE_RELATED);
    becomes("<article><p>" LONG "</p><p>" SAID " :</p>" LIST "</article>", links, CL_ROLE_RELATED, "Le quai",
        CL_PAGE_ARTICLE, CL_ROLE_RELATED);
    /* What announces it is no story. */
    static const char *const more[] = {SAID " :", "Le quai", "La chapelle", NULL};
    becomes(AROUND("<p>" SAID " :</p>" LIST), more, CL_ROLE_RELATED, "Le quai", CL_PAGE_ARTICLE, CL_ROLE_RELATED);
}

static void a_table_between_paragraphs_is_the_story_s(void **state) {
    (void)state;
    static const char *const all[] = {"Barca", "Tempo", "Alba", "19:42", "Stella", "20:04", NULL};
    becomes(AROUND("<table>" ROWS "</table>"), all, CL_ROLE_ASIDE, "19:42", CL_PAGE_ARTICLE, CL_ROLE_BODY);
    /* Not where a short line stands between, at the end, or where it is of links. */
    becomes(AROUND("<table>" ROWS "</table><p>Fonte"), all, CL_ROLE_ASIDE, "19:42", CL_PAGE_ARTICLE, CL_ROLE_ASIDE);
    becomes("<article><p>" LONG2 "</p><table>" ROWS "</table></article>", all, CL_ROLE_ASIDE, "19:42", CL_PAGE_ARTICLE,
        CL_ROLE_ASIDE);
    becomes(AROUND("<table><tr><td><a href=/b>Barca</a><td>Tempo<tr><td><a href=/a>Alba</a><td>19:42</table>"), all,
        CL_ROLE_ASIDE, "19:42", CL_PAGE_ARTICLE, CL_ROLE_ASIDE);
}

static void a_list_between_paragraphs_is_the_story_s(void **state) {
    (void)state;
    static const char *const all[] = {"Flügel", "Aus Lärche.", "Stein", NULL};
#define TERMS "<dl><dt>Flügel<dd>Aus Lärche.<dt>Stein</dl>"
    becomes(AROUND(TERMS), all, CL_ROLE_NOTE, "Aus Lärche.", CL_PAGE_ARTICLE, CL_ROLE_BODY);
    becomes(AROUND("<ul><li>Flügel<li>Aus Lärche.<li>Stein</ul>"), all, CL_ROLE_NOTE, "Stein", CL_PAGE_ARTICLE,
        CL_ROLE_BODY);
    /* Not two items alone, links, or what stands in a box of its own. */
    becomes(AROUND("<ul><li>Flügel<li>Stein</ul>"), all, CL_ROLE_NOTE, "Stein", CL_PAGE_ARTICLE, CL_ROLE_NOTE);
    becomes(AROUND("<ul><li>Flügel<li><a href=/l>Aus Lärche.</a><li>Stein</ul>"), all, CL_ROLE_NOTE, "Stein",
        CL_PAGE_ARTICLE, CL_ROLE_NOTE);
    becomes(AROUND("<div>" TERMS "</div>"), all, CL_ROLE_NOTE, "Stein", CL_PAGE_ARTICLE, CL_ROLE_NOTE);
}

static void goes_on(const char *html, cl_role is, float body, cl_role want) {
    static const char *const last[] = {LONG, NULL};
    told t;
    told_open(&t, html, role_of, &(others){last, is});
    const size_t i = (size_t)(page_block(&t.page, LONG) - t.page.blocks.list.at);
    t.labels.body.at[i] = body;
    cl_labels_heed_neighbours(&t.labels, &t.features);
    assert_string_equal(cl_role_name(want).data, told_role(&t, LONG));
    told_close(&t);
}

static void a_story_goes_on(void **state) {
    (void)state;
#define STORY(last) "<article><p>" LONG2 "</p>" last "</article>"
    goes_on(STORY("<p>" LONG "</p>"), CL_ROLE_PROMOTION, 0.3f, CL_ROLE_BODY);
    goes_on(STORY("<h2>Anzeige</h2><p>" LONG "</p>"), CL_ROLE_OTHER, 0.3f, CL_ROLE_BODY);
    /* The network is sure, it is a note, it looks another way, it stands elsewhere, it has a link. */
    goes_on(STORY("<p>" LONG "</p>"), CL_ROLE_PROMOTION, 0.1f, CL_ROLE_PROMOTION);
    goes_on(STORY("<p>" LONG "</p>"), CL_ROLE_NOTE, 0.3f, CL_ROLE_NOTE);
    goes_on(STORY("<p class=x>" LONG "</p>"), CL_ROLE_OTHER, 0.3f, CL_ROLE_OTHER);
    goes_on(STORY("<p><i>" LONG "</i></p>"), CL_ROLE_BIO, 0.3f, CL_ROLE_BIO);
    goes_on(STORY("<div><p>" LONG "</p></div>"), CL_ROLE_OTHER, 0.3f, CL_ROLE_OTHER);
    goes_on(STORY("<p><a href=/x>" LONG "</a></p>"), CL_ROLE_OTHER, 0.3f, CL_ROLE_OTHER);
}

static void a_row_of_paragraphs_is_a_story(void **state) {
    (void)state;
    static const char *const all[] = {LONG, LONG2, "Titel", NULL};
#define ROW(more) "<h1>Titel</h1><div " more "><p>" LONG2 "</p><p>" LONG "</p></div>"
    becomes(ROW(""), all, CL_ROLE_OTHER, LONG, CL_PAGE_ARTICLE, CL_ROLE_BODY);
    becomes("<div><p>" LONG2 "</p></div>" ROW(""), all, CL_ROLE_OTHER, "Titel", CL_PAGE_ARTICLE, CL_ROLE_OTHER);
    /* Not where the network has found a body, on a page that is none, where it is hidden, or one paragraph alone. */
    becomes(ROW("") "<p>Ente", all, CL_ROLE_OTHER, LONG, CL_PAGE_ARTICLE, CL_ROLE_OTHER);
    becomes(ROW(""), all, CL_ROLE_OTHER, LONG, CL_PAGE_ERROR, CL_ROLE_OTHER);
    becomes(ROW("hidden"), all, CL_ROLE_OTHER, LONG, CL_PAGE_ARTICLE, CL_ROLE_OTHER);
    becomes(ROW("class=cookie-consent"), all, CL_ROLE_OTHER, LONG, CL_PAGE_ARTICLE, CL_ROLE_OTHER);
    becomes("<h1>Titel</h1><p>" LONG "</p>", all, CL_ROLE_OTHER, LONG, CL_PAGE_ARTICLE, CL_ROLE_OTHER);
}

/* The network was near to taking a hidden copy for the story. */
static void a_shown_story_is_taken_before_a_hidden_one(void **state) {
    (void)state;
    static const char *const all[] = {LONG, LONG2, "Titel", NULL};
    told t;
    told_open(&t, "<div hidden><p>Kopie " LONG2 "</p></div>" ROW(""), role_of, &(others){all, CL_ROLE_OTHER});
    const size_t hidden = (size_t)(page_block(&t.page, "Kopie " LONG2) - t.page.blocks.list.at);
    const size_t shown = (size_t)(page_block(&t.page, LONG) - t.page.blocks.list.at);
    cl_labels_heed_neighbours(&t.labels, &t.features);
    assert_int_equal(CL_ROLE_BODY, t.labels.list.at[hidden].role); /* it is sure */
    assert_int_equal(CL_ROLE_OTHER, t.labels.list.at[shown].role);
    t.labels.body.at[hidden] = 0.1f;
    cl_labels_heed_neighbours(&t.labels, &t.features);
    assert_int_equal(CL_ROLE_OTHER, t.labels.list.at[hidden].role);
    assert_int_equal(CL_ROLE_BODY, t.labels.list.at[shown].role);
    told_close(&t);
}

static void a_linked_paragraph_is_one(void **state) {
    (void)state;
    static const char *const linked[] = {LONG, NULL};
    becomes(AROUND("<p><a href=/x>" LONG "</a></p>"), linked, CL_ROLE_RELATED, LONG, CL_PAGE_ARTICLE, CL_ROLE_BODY);
    becomes(AROUND("<p>" LONG "</p>"), linked, CL_ROLE_NOTE, LONG, CL_PAGE_ARTICLE, CL_ROLE_NOTE);
    becomes(AROUND("<p class=x><a href=/x>" LONG "</a></p>"), linked, CL_ROLE_RELATED, LONG, CL_PAGE_ARTICLE,
        CL_ROLE_RELATED);
    becomes(AROUND("<p><a href=/x>" LONG "</a></p>"), linked, CL_ROLE_COMMENT, LONG, CL_PAGE_ARTICLE, CL_ROLE_COMMENT);
    becomes("<article><p>" LONG2 "</p><p><a href=/x>" LONG "</a></p></article>", linked, CL_ROLE_RELATED, LONG,
        CL_PAGE_ARTICLE, CL_ROLE_RELATED);
}

static void a_pulled_sentence_is_beside_the_story(void **state) {
    (void)state;
#define PULLED "es wollte, denn die Flut hatte es eilig"
    becomes(AROUND("<aside><p>" PULLED "</p></aside>"), none, CL_ROLE_ASIDE, PULLED, CL_PAGE_ARTICLE, CL_ROLE_ASIDE);
    becomes(AROUND("<blockquote>„" PULLED "“</blockquote>"), none, CL_ROLE_ASIDE, "„" PULLED "“", CL_PAGE_ARTICLE,
        CL_ROLE_ASIDE);
    /* Not what is no quotation, what the paragraph does not say, and what answers in a forum quote. */
    becomes(AROUND("<p>" PULLED "</p>"), none, CL_ROLE_ASIDE, PULLED, CL_PAGE_ARTICLE, CL_ROLE_BODY);
    becomes(AROUND("<blockquote>" PULLED " und mehr</blockquote>"), none, CL_ROLE_ASIDE, PULLED " und mehr",
        CL_PAGE_ARTICLE, CL_ROLE_BODY);
    becomes(AROUND("<blockquote>" PULLED "</blockquote>"), none, CL_ROLE_ASIDE, PULLED, CL_PAGE_FORUM, CL_ROLE_BODY);
    becomes(AROUND("<blockquote>" LONG2 "</blockquote>"), none, CL_ROLE_ASIDE, LONG2, CL_PAGE_ARTICLE, CL_ROLE_BODY);
}

/* A beginning that comes again before the whole does. */
static void a_pulled_sentence_is_found_behind_a_false_start(void **state) {
    (void)state;
#define AGAIN "Ente, Ente, Ente, Ente, Gans im Büro"
    becomes("<article><p>Er zählte: Ente, Ente, " AGAIN ", so war es.</p><blockquote>" AGAIN "</blockquote></article>",
        none, CL_ROLE_ASIDE, AGAIN, CL_PAGE_ARTICLE, CL_ROLE_ASIDE);
}

static void an_advertisement_says_so_twice(void **state) {
    (void)state;
#define AD "Werbung: Schlafen Sie besser"
    becomes(AROUND("<div class='ad-slot'><p>" AD "</p></div>"), none, CL_ROLE_ASIDE, AD, CL_PAGE_ARTICLE,
        CL_ROLE_PROMOTION);
    becomes(AROUND("<div><p>" AD "</p></div>"), none, CL_ROLE_ASIDE, AD, CL_PAGE_ARTICLE, CL_ROLE_BODY);
    becomes(AROUND("<div class='ad-slot'><p>Sie schlafen besser</p></div>"), none, CL_ROLE_ASIDE, "Sie schlafen besser",
        CL_PAGE_ARTICLE, CL_ROLE_BODY);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_cell_follows_its_table),
        cmocka_unit_test(a_list_follows_what_announces_it),
        cmocka_unit_test(a_table_between_paragraphs_is_the_story_s),
        cmocka_unit_test(a_list_between_paragraphs_is_the_story_s),
        cmocka_unit_test(a_story_goes_on),
        cmocka_unit_test(a_row_of_paragraphs_is_a_story),
        cmocka_unit_test(a_shown_story_is_taken_before_a_hidden_one),
        cmocka_unit_test(a_linked_paragraph_is_one),
        cmocka_unit_test(a_pulled_sentence_is_beside_the_story),
        cmocka_unit_test(a_pulled_sentence_is_found_behind_a_false_start),
        cmocka_unit_test(an_advertisement_says_so_twice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
