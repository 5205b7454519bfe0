/* What by its place is no body, though the network said so. */
#include "making.h"

static void becomes(const char *html, const char *text, cl_role want) {
    making m;
    making_open(&m, html, NULL);
    for (size_t i = 0; i < m.labels.list.count; i++) {
        const cl_block *const b = &m.page.blocks.list.at[i];
        const bool time = b->text.size == 5 && b->text.data[2] == ':';
        m.labels.list.at[i].role = time ? CL_ROLE_DATE : CL_ROLE_BODY;
        if (b->type == CL_BLOCK_HEADING && b->level == 1) {
            m.labels.list.at[i].role = CL_ROLE_HEADLINE;
            m.labels.headline = (uint32_t)i;
        }
    }
    cl_evident_places(&m.m, &m.labels);
    const size_t i = (size_t)(page_block(&m.page, text) - m.page.blocks.list.at);
    assert_slice(cl_role_name(want).data, cl_role_name((cl_role)m.labels.list.at[i].role));
    making_close(&m);
}

#define LONG                                                                                                           \
    "<p>The harbour master opened the lock at six, a little earlier than the timetable would have it, for the tide "   \
    "was in a hurry, and whoever waited for him had known him long enough not to mind.</p>"
#define HEAD  "<h1>Ducks in the office</h1>"
#define VOICE "<section><p>The best paper.</p></section>"

static void lines_behind_the_article(void **state) {
    (void)state;
    becomes("<main><article>" HEAD LONG LONG "</article>" VOICE "</main>", "The best paper.", CL_ROLE_OTHER);
    /* It stands in it, the headline or a paragraph outside of it, it is hardly a story, or there is none. */
    becomes("<main><article>" HEAD LONG LONG VOICE "</article></main>", "The best paper.", CL_ROLE_BODY);
    becomes("<main>" HEAD "<article>" LONG LONG "</article>" VOICE "</main>", "The best paper.", CL_ROLE_BODY);
    becomes("<main><article>" HEAD LONG LONG "</article>" VOICE LONG "</main>", "The best paper.", CL_ROLE_BODY);
    becomes("<main><article>" HEAD LONG "</article>" VOICE "</main>", "The best paper.", CL_ROLE_BODY);
    becomes("<main><div>" HEAD LONG LONG "</div>" VOICE "</main>", "The best paper.", CL_ROLE_BODY);
}

#define FIGURE "<figure><img src=a><figcaption>A duck.</figcaption></figure>"

static void captions_beside_the_story(void **state) {
    (void)state;
    becomes(HEAD LONG FIGURE LONG, "A duck.", CL_ROLE_CAPTION);
    /* A table's, or where they are most of the story. */
    becomes(HEAD LONG LONG "<table><caption>A duck.<tr><td>1</table>", "A duck.", CL_ROLE_BODY);
    becomes(HEAD LONG FIGURE, "A duck.", CL_ROLE_BODY);
    becomes(HEAD LONG LONG FIGURE "<figure><figcaption>" LONG LONG "</figcaption></figure>", "A duck.", CL_ROLE_BODY);
}

#define LETTER(input) "<div><h3>Our letter</h3><p>Every morning.</p><form>" input "<button>Go</button></form></div>"

static void the_box_of_a_form(void **state) {
    (void)state;
    becomes(HEAD LONG LETTER("<input type=email>") LONG, "Every morning.", CL_ROLE_PROMOTION);
    becomes(HEAD LONG LETTER("<input type=email>") LONG, "Our letter", CL_ROLE_PROMOTION);
    becomes(HEAD LONG LETTER("<label>To</label><input name=your-mail>"), "Every morning.", CL_ROLE_PROMOTION);
    /* A form for something else, or one that the story stands in. */
    becomes(HEAD LONG LETTER("<input type=search>") LONG, "Every morning.", CL_ROLE_BODY);
    becomes("<div><p>Ducks.</p><form><input type=email><button>Go</button></form></div>", "Ducks.", CL_ROLE_BODY);
    becomes("<form><input type=email>" HEAD LONG LONG "<p>Ducks.</form>", "Ducks.", CL_ROLE_BODY);
}

#define LIVE              "<script type=application/ld+json>{\"@type\":\"LiveBlogPosting\"}</script>"
#define POST(class, time) "<div class=" class "><time>" time "</time><p>A duck came in.</p></div>"
#define LOAD              "Posts load by themselves"

static void what_a_live_blog_says_before_its_posts(void **state) {
    (void)state;
    becomes(
        LIVE "<div>" HEAD LONG "<p>" LOAD "</p>" POST("a", "21:30") POST("a", "20:10") "</div>", LOAD, CL_ROLE_OTHER);
    /* What stands there is long, the posts are not alike or but one, or it is no live blog. */
    becomes(
        LIVE "<div>" HEAD "<p>" LOAD "</p>" LONG POST("a", "21:30") POST("a", "20:10") "</div>", LOAD, CL_ROLE_BODY);
    becomes(LIVE "<div>" HEAD "<p>" LOAD "</p>" POST("a", "21:30") POST("b", "20:10") "</div>", LOAD, CL_ROLE_BODY);
    becomes(LIVE "<div>" HEAD "<p>" LOAD "</p>" POST("a", "21:30") "</div>", LOAD, CL_ROLE_BODY);
    becomes("<div>" HEAD "<p>" LOAD "</p>" POST("a", "21:30") POST("a", "20:10") "</div>", LOAD, CL_ROLE_BODY);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_behind_the_article),
        cmocka_unit_test(captions_beside_the_story),
        cmocka_unit_test(the_box_of_a_form),
        cmocka_unit_test(what_a_live_blog_says_before_its_posts),
    };
    return cmocka_run_group_tests_name("evident_place", tests, NULL, NULL);
}
