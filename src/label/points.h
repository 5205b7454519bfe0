/* What points are given for, and how many.
 *
 * Hundredths of log-odds: what is so of a block and the marks that it bears are added up, and over 0 it is body. They
 * were found by a logistic regression over the blocks of `roles` (weight 1) and of the articles of `wcxb` (0.3), a
 * block weighing 1 to 4 by its length, and rounded to 5; those of marks that pages bear for all sorts of reasons
 * (topic, main, consent) were then set by hand, and what came to nothing was taken out. Before that, by 3-fold
 * cross-validation by site, the regression has a text F1 of 93.7 on `roles`, 95.2 on wcxb's articles, 95.4 on `news`,
 * none of which it saw. A learned model takes the place of all this. */
#ifndef CL_LABEL_POINTS_H
#define CL_LABEL_POINTS_H

/* points.c says what each is. */
#define CL_POINTS(POINT)                                                                                               \
    POINT(ALWAYS, -10)                                                                                                 \
    POINT(IN_CORE, 165)                                                                                                \
    POINT(BETWEEN, 30)                                                                                                 \
    POINT(AFTER_LAST, -115)                                                                                            \
    POINT(TITLE_TO_FIRST, -85)                                                                                         \
    POINT(IN_BEFORE_TITLE, 290)                                                                                        \
    POINT(BEFORE_TITLE, -405)                                                                                          \
    POINT(OUT_AFTER_TITLE, -185)                                                                                       \
    POINT(TITLE, -305)                                                                                                 \
    POINT(CHARS_15, 25)                                                                                                \
    POINT(CHARS_40, -45)                                                                                               \
    POINT(CHARS_150, 60)                                                                                               \
    POINT(COLON, 50)                                                                                                   \
    POINT(QUESTION, 45)                                                                                                \
    POINT(DIGITS, -15)                                                                                                 \
    POINT(BOLD, -35)                                                                                                   \
    POINT(ITALIC, -160)                                                                                                \
    POINT(LINKS_30, -65)                                                                                               \
    POINT(LINKS_70, -75)                                                                                               \
    POINT(LINKS_95, -55)                                                                                               \
    POINT(AROUND_LINKS_30, -55)                                                                                        \
    POINT(AROUND_LINKS_60, -60)                                                                                        \
    POINT(SHAPE_2, 80)                                                                                                 \
    POINT(SHAPE_10, 25)                                                                                                \
    POINT(SHAPE_40, 55)                                                                                                \
    POINT(FRAME_2, 55)                                                                                                 \
    POINT(FRAME_10, -20)                                                                                               \
    POINT(DEEP, -65)                                                                                                   \
    POINT(P, -30)                                                                                                      \
    POINT(DIV, -90)                                                                                                    \
    POINT(HEADING, -20)                                                                                                \
    POINT(HEADING_1, -70)                                                                                              \
    POINT(HEADING_LOW, -105)                                                                                           \
    POINT(HEADING_NEXT, 130)                                                                                           \
    POINT(HEADING_BETWEEN, 80)                                                                                         \
    POINT(HEADING_AFTER, 45)                                                                                           \
    POINT(ITEM, -25)                                                                                                   \
    POINT(ITEM_BETWEEN, 25)                                                                                            \
    POINT(ITEM_FRAME, -60)                                                                                             \
    POINT(CELL, 75)                                                                                                    \
    POINT(CELL_BETWEEN, -15)                                                                                           \
    POINT(CAPTION, -200)                                                                                               \
    POINT(CONTROL, -210)                                                                                               \
    POINT(QUOTATION, -35)                                                                                              \
    POINT(BACK_3, -45)                                                                                                 \
    POINT(AHEAD_3, -20)                                                                                                \
    POINT(BETWEEN_SHORT, -15)                                                                                          \
    POINT(BETWEEN_NO_SENTENCE, -60)                                                                                    \
    POINT(BETWEEN_SENTENCE, -20)

#define CL_MARK_POINTS(MARK)                                                                                           \
    MARK(NAVIGATION, -130)                                                                                             \
    MARK(HEADER, -180)                                                                                                 \
    MARK(FOOTER, -245)                                                                                                 \
    MARK(ASIDE, -50)                                                                                                   \
    MARK(COMMENT, -165)                                                                                                \
    MARK(RELATED, -110)                                                                                                \
    MARK(SHARE, -135)                                                                                                  \
    MARK(PROMOTION, -110)                                                                                              \
    MARK(CONSENT, -150)                                                                                                \
    MARK(CAPTION, -260)                                                                                                \
    MARK(CREDIT, -130)                                                                                                 \
    MARK(BYLINE, -90)                                                                                                  \
    MARK(TOPIC, -25)                                                                                                   \
    MARK(BIO, -100)                                                                                                    \
    MARK(DECK, -60)                                                                                                    \
    MARK(HEADLINE, -150)                                                                                               \
    MARK(BODY, 40)                                                                                                     \
    MARK(MAIN, -60)                                                                                                    \
    MARK(ADVERT, -40)                                                                                                  \
    MARK(LEGAL, -360)                                                                                                  \
    MARK(FIGURE, 60)                                                                                                   \
    MARK(EMBED, 45)                                                                                                    \
    MARK(FORM, -350)                                                                                                   \
    MARK(QUOTATION, 30)                                                                                                \
    MARK(HIDDEN, -95)

enum {
#define POINT(name, value) POINT_##name,
    CL_POINTS(POINT)
#undef POINT
        POINT_COUNT
};

#endif
