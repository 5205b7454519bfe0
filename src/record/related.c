/* Other stories that this one sends its readers to.
 *
 * Those within the run of the story, and after it those that the page itself calls related ("Mehr zum Thema"), or that
 * stand in the box of the story. What a site shows under all of its stories, the most read and the latest, is none. */
#include "block/words.h"
#include "record/fields.h"
#include "record/providers.h"
#include "record/string.h"

#define RELATED_MAX 24u  /* more are not given */
#define AFTER_MAX   60u  /* blocks after the story that are looked at */
#define LABEL_MAX   60u  /* bytes of a label */
#define HEAD_WORDS  5u   /* of a heading over related stories */
#define TITLE_MAX   300u /* of a title; a longer text is none */
#define TITLE_MIN   12u  /* letters of a title: "Read more" is none */
#define GAP_MAX     3u   /* blocks that are no links, after which a label is for others no more */

/* In labels of related stories, in small letters. */
static const char *const own_words[] = {"related", "read also", "also read", "see also", "read more",
    "read:", "read next", "watch:", "more on ", "more about", "more:", "further reading", "on this story",
    "on this topic", "background", "mehr zum thema", "zum thema", "lesen sie", "lies auch", "lesen:", "siehe auch",
    "mehr dazu", "mehr zu ", "hintergrund", "weiterführend", "auch interessant", "lire aussi", "à lire",
    "lire :", "sur le même sujet", "voir aussi", "en savoir plus", "lee también", "leer más", "lea también",
    "te puede interesar", "relacionad", "más información", "leia também", "leia mais", "saiba mais", "veja também",
    "leggi anche", "correlat", "approfond", "lees ook", "lees meer", "meer over", "gerelateerd", "läs också",
    "läs även", "läs mer", "les også", "les mer", "læs også", "læs mere", "lue myös", "aiheesta", "czytaj też",
    "czytaj także", "przeczytaj", "powiązane", "zobacz także", "zobacz też", "čtěte také", "související", "přečtěte",
    "súvisiace", "kapcsolódó", "olvassa", "citește și", "citeste si", "vezi și", "читайте также", "читайте:", "по теме",
    "смотрите также", "читайте також", "за темою", "свързани", "прочетете", "διαβάστε", "σχετικ", "ilgili",
    "oku:", "اقرأ", "ذات صلة", "مرتبط", "بیشتر بخوانید", "קראו גם", "עוד בנושא", "यह भी पढ़ें", "ये भी पढ़ें", "संबंधित",
    "আরও পড়ুন", "関連", "あわせて読", "相关", "相關", "延伸閱讀", "延伸阅读", "관련", "อ่านเพิ่มเติม", "เกี่ยวข้อง", "xem thêm",
    "đọc thêm", "liên quan", "baca juga", "terkait", "soma pia"};
/* In those of what all stories have. */
static const char *const site_words[] = {"most read", "most popular", "recent", "videos", "popular", "trending",
    "latest", "newest", "top stories", "editor", "recommended", "you may like", "around the web", "sponsored",
    "meistgelesen", "beliebt", "neueste", "aktuell", "más leíd", "lo más", "últimas", "les plus lus", "dernières",
    "più letti", "ultime", "mais lidas", "meest gelezen", "mest läst", "mest lest", "mest læst", "luetuimmat",
    "najczęściej", "популярн", "самое", "последние", "en çok", "son dakika", "الأكثر", "人気", "ランキング", "热门",
    "熱門", "인기"};

typedef struct making_related {
    cl_making *m;
    cutline_related *list;
    size_t count;
    cl_slice label;       /* of the group, absent where it has none */
    bool own;             /* the label says that they are of this story */
    bool site;            /* or of the site */
    uint32_t labelled;    /* the block that said so last, or was of the group */
    uint32_t group_end;   /* where the box around a heading that says "related" ends */
    uint32_t first, last; /* of the body */
    uint32_t story_box;   /* around the body's last block: an <article>, or what is its core */
} making_related;

/* Whether one of the words, which are in small letters, is in a text. */
static bool has_any(cl_slice s, const char *const *words, size_t count) {
    if (!s.size)
        return false;
    char low[2 * LABEL_MAX + 8];
    size_t size = 0;
    for (size_t i = 0; i < s.size && size + 4 < sizeof low;) {
        size_t n;
        const uint32_t c = cl_fold(cl_code_at(s.data + i, s.data + s.size, &n));
        size = (size_t)(cl_put_code_point(low + size, c) - low);
        i += n;
    }
    return cl_contains_any(cl_slice_of(low, size), words, count);
}
#define HAS_ANY(s, words) has_any((s), (words), sizeof(words) / sizeof *(words))

static cl_slice trim_label(cl_slice s) {
    s = cl_slice_trim(s);
    while (s.size && strchr(":-|>[(", s.data[s.size - 1]))
        s = cl_slice_trim(cl_slice_of(s.data, s.size - 1));
    return s.size && s.size <= LABEL_MAX ? s : CL_SLICE_NONE;
}

/* Where the text begins that stands behind a label and its colon: "READ: Ducks in the office"; 0 where there is no
 * label. */
static size_t behind_label(cl_slice s) {
    for (size_t i = 0; i < s.size && i <= LABEL_MAX / 2; i++) {
        if (s.data[i] != ':' && s.data[i] != '\xEF')
            continue;
        const bool wide = i + 3 <= s.size && memcmp(s.data + i, "：", 3) == 0;
        if (s.data[i] != ':' && !wide)
            continue;
        const cl_slice label = cl_slice_of(s.data, i + (wide ? 3 : 1));
        bool capitals = i > 2;
        for (size_t k = 0; k < i; k++)
            capitals &= (s.data[k] >= 'A' && s.data[k] <= 'Z') || s.data[k] == ' ';
        return capitals || HAS_ANY(label, own_words) ? label.size : 0;
    }
    return 0;
}

bool cl_is_reference(const cl_blocks *blocks, uint32_t block, bool marked_up) {
    const cl_block *const b = &blocks->list.at[block];
    const size_t behind = b->text.size <= TITLE_MAX ? behind_label(b->text) : 0;
    if (!behind || !HAS_ANY(cl_slice_of(b->text.data, behind), own_words))
        return false;
    const size_t title = cl_slice_trim(cl_slice_of(b->text.data + behind, b->text.size - behind)).size;
    size_t linked = 0, links = 0;
    for (size_t i = cl_blocks_first_span(blocks, block); i < blocks->spans.count && blocks->spans.at[i].block == block;
         i++)
        if (blocks->spans.at[i].type == CL_SPAN_LINK && blocks->spans.at[i].start < blocks->spans.at[i].end) {
            linked = blocks->spans.at[i].end - blocks->spans.at[i].start;
            links++;
        }
    return !marked_up || (links == 1 && linked >= title);
}

bool cl_heads_related(cl_slice text) {
    return text.size <= LABEL_MAX && cl_word_count(text) <= HEAD_WORDS && HAS_ANY(text, own_words);
}

static uint32_t letters(cl_slice s) {
    uint32_t count = 0;
    for (size_t i = 0; i < s.size; i++)
        count += ((unsigned char)s.data[i] & 0xC0) != 0x80 ? ((unsigned char)s.data[i] >= 0xE3 ? 3 : 1) : 0;
    return count;
}

static cl_slice clean(making_related *r, cl_slice s) {
    return s.size ? cl_clean(s, r->m->arena, false, &r->m->failed) : CL_SLICE_NONE;
}

static void add(making_related *r, cl_slice label, cl_slice title, cl_slice url, bool heading) {
    const cl_provider *const provider = cl_provider_of(url);
    title = cl_slice_trim(title);
    const size_t behind = label.size ? 0 : behind_label(title);
    if (behind) {
        label = trim_label(cl_slice_of(title.data, behind));
        title = cl_slice_trim(cl_slice_of(title.data + behind, title.size - behind));
    }
    if (!label.size)
        label = r->label;
    if (!title.size || title.size > TITLE_MAX || letters(title) < TITLE_MIN || (provider && !provider->name))
        return;
    for (size_t i = 0; i < r->count; i++) {
        cutline_related *const have = &r->list[i];
        const bool same_url = url.size && cl_slice_equal(have->url, url);
        if (same_url && heading && have->title.size > title.size)
            have->title = title; /* a teaser's text came before its heading */
        if (same_url || cl_slice_equal(have->title, title))
            return;
    }
    if (r->count < RELATED_MAX)
        r->list[r->count++] = (cutline_related){.label = clean(r, label), .title = clean(r, title), .url = url};
}

static bool in_box(const making_related *r, uint32_t block) {
    const cl_box *const box = &r->m->blocks->boxes.at[r->story_box];
    return r->story_box && block >= box->first_block && block < box->end_block;
}

/* The links of a block, or the label that it is. */
static void read_block(making_related *r, uint32_t block) {
    const cl_blocks *const blocks = r->m->blocks;
    const cl_slice text = blocks->list.at[block].text;
    const bool heading = blocks->list.at[block].type == CL_BLOCK_HEADING;
    const bool inside = block < r->last;
    bool links = false, own = false;
    cl_slice label = CL_SLICE_NONE;
    if (block > r->labelled + GAP_MAX)
        r->label = CL_SLICE_NONE, r->own = r->site = false;
    for (size_t i = cl_blocks_first_span(blocks, block); i < blocks->spans.count && blocks->spans.at[i].block == block;
         i++) {
        const cl_block_span *const span = &blocks->spans.at[i];
        if (span->type != CL_SPAN_LINK || span->start >= span->end || span->end > text.size)
            continue;
        if (!links) {
            label = trim_label(cl_slice_of(text.data, span->start));
            /* With its colon: "Read:" is a label, "Read" may be anything. */
            const cl_slice before = cl_slice_of(text.data, span->start < LABEL_MAX ? span->start : LABEL_MAX);
            own = !inside && !r->own && (HAS_ANY(before, own_words) || (label.size && behind_label(before)));
        }
        links = true;
        r->labelled = block;
        const bool wanted = inside || r->own || own || (r->label.size && in_box(r, block));
        if (wanted && !(r->site && !label.size))
            add(r, label, cl_slice_of(text.data + span->start, span->end - span->start), cl_link_url(r->m, span->node),
                heading);
    }
    if (!links && r->m->dom && text.size <= LABEL_MAX) {
        r->label = trim_label(text);
        r->own = HAS_ANY(text, own_words);
        r->site = !r->own && HAS_ANY(text, site_words);
        r->labelled = block;
    } else if (!links && !r->m->dom && behind_label(text)) {
        add(r, CL_SLICE_NONE, text, CL_SLICE_NONE, false);
    }
}

/* Whether a block after the story is a heading that says by its words what follows, whatever its role. */
static bool begins_group(making_related *r, uint32_t block) {
    const cl_block *const b = &r->m->blocks->list.at[block];
    if (b->type != CL_BLOCK_HEADING || b->links || b->text.size > LABEL_MAX || !HAS_ANY(b->text, own_words))
        return false;
    const cl_box *const box = &r->m->blocks->boxes.at[b->box];
    r->group_end = r->m->blocks->boxes.at[box->parent].end_block;
    return true;
}

/* Whether a block is one of the links under such a heading. */
static bool is_member(const making_related *r, uint32_t block) {
    const cl_block *const b = &r->m->blocks->list.at[block];
    return r->own && block < r->group_end && block <= r->labelled + 1 &&
           (uint64_t)b->links * 10 >= (uint64_t)b->chars * 8;
}

/* The innermost <article>, or else the box of the body's core, around the body's last block. */
static uint32_t story_box(const cl_making *m, uint32_t last) {
    const cl_blocks *const blocks = m->blocks;
    for (uint32_t box = blocks->list.at[last].box; box; box = blocks->boxes.at[box].parent)
        if (blocks->boxes.at[box].tag == CL_TAG_ARTICLE || box == m->labels->body_box)
            return blocks->boxes.at[box].tag == CL_TAG_BODY ? 0 : box;
    return 0;
}

void cl_make_related(cl_making *m) {
    making_related r = {.m = m};
    if (!m->record->body_count)
        return;
    r.first = m->record->body[0].block;
    r.last = m->record->body[m->record->body_count - 1].end_block - 1;
    r.story_box = story_box(m, r.last);
    r.list = cl_arena_array(m->arena, RELATED_MAX, sizeof *r.list);
    if (!r.list) {
        m->failed = true;
        return;
    }
    const size_t end = (size_t)r.last + 1 + AFTER_MAX;
    for (uint32_t i = r.first; i < m->labels->list.count && i < end; i++)
        if (m->labels->list.at[i].role == CL_ROLE_RELATED || (i > r.last && (begins_group(&r, i) || is_member(&r, i))))
            read_block(&r, i);
    if (!r.count)
        return;
    m->record->related.at = r.list;
    m->record->related.count = r.count;
    m->record->from.related = m->dom ? CL_FROM_VISIBLE : CL_FROM_TEXT;
}
