/* Lists of literature and footnotes, which the network took for body. */
#include "making.h"

static void becomes(const char *html, cl_role role, const char *text, cl_role want) {
    making m;
    making_open(&m, html, NULL);
    for (size_t i = 0; i < m.labels.list.count; i++)
        m.labels.list.at[i].role = (uint8_t)role;
    cl_evident_notes(&m.m, &m.labels);
    const size_t i = (size_t)(page_block(&m.page, text) - m.page.blocks.list.at);
    assert_slice(cl_role_name(want).data, cl_role_name((cl_role)m.labels.list.at[i].role));
    making_close(&m);
}

#define LIST  "<ul><li>Ente, E.: Vom Schwimmen. 1987.<li>Gans, G.: Vom Fliegen. 1991.</ul>"
#define FIRST "Ente, E.: Vom Schwimmen. 1987."

static void a_list_of_literature(void **state) {
    (void)state;
    becomes("<h2>References</h2>" LIST, CL_ROLE_BODY, FIRST, CL_ROLE_NOTE);
    becomes("<h2>References</h2>" LIST, CL_ROLE_BODY, "References", CL_ROLE_NOTE);
    becomes("<p>9. KEY REFERENCES:</p><p>In order.</p>" LIST, CL_ROLE_BODY, FIRST, CL_ROLE_NOTE);
    becomes("<h3>Список литературы</h3>" LIST, CL_ROLE_BODY, FIRST, CL_ROLE_NOTE);
    becomes("<h3>参考文献</h3>" LIST, CL_ROLE_BODY, FIRST, CL_ROLE_NOTE);
    becomes("<p>Fußnoten (zurück)" LIST, CL_ROLE_BODY, FIRST, CL_ROLE_NOTE);
    becomes("<h2>References</h2>" LIST "<p>Ende.", CL_ROLE_BODY, "Ende.", CL_ROLE_BODY);
}

static void what_is_none(void **state) {
    (void)state;
    becomes("<h2>Preferences</h2>" LIST, CL_ROLE_BODY, FIRST, CL_ROLE_BODY);
    becomes("<p>References are what the office asks of ducks these days:</p>" LIST, CL_ROLE_BODY, FIRST, CL_ROLE_BODY);
    becomes("<h2>References</h2><ul><li>" FIRST "</ul>", CL_ROLE_BODY, FIRST, CL_ROLE_BODY);
    becomes("<h2>References</h2><p>Eins.<p>Zwei.<p>Drei." LIST, CL_ROLE_BODY, FIRST, CL_ROLE_BODY);
    becomes("<ul><li>References<li>Ente<li>Gans</ul>", CL_ROLE_BODY, "Gans", CL_ROLE_BODY);
    /* Links of a menu stay that. */
    becomes("<h2>References</h2>" LIST, CL_ROLE_NAVIGATION, FIRST, CL_ROLE_NAVIGATION);
    becomes("References", CL_ROLE_BODY, "References", CL_ROLE_BODY);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_list_of_literature),
        cmocka_unit_test(what_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
