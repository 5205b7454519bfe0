#include "label/page.h"

/* Words as hashes: runs of ASCII letters and digits and of bytes above; one letter is a word in scripts of three bytes
 * from U+3000 on, which have no spaces. */
#define TITLE_WORDS  64u
#define TITLE_SLOTS  256u
#define HEADLINE_MAX 300u /* letters */
#define ALIKE        0.6f /* over this they say the same: share of common words, and what follows */
#define MARKED_H1    0.5f
#define MARKED_H2    0.2f

typedef struct word_set {
    uint32_t slots[TITLE_SLOTS];
    uint32_t count;
} word_set;

/* The next word's hash, 0 at the end. */
static uint32_t next_word(const char **at, const char *end) {
    const unsigned char *p = (const unsigned char *)*at;
    const unsigned char *const stop = (const unsigned char *)end;
    uint32_t hash = 0x811c9dc5u;
    bool any = false;
    while (p < stop) {
        const unsigned char c = *p;
        if (c >= 0xE3 && c < 0xF0 && stop - p >= 3) {
            if (!any) {
                hash = (((hash ^ c) * 0x01000193u ^ p[1]) * 0x01000193u ^ p[2]) * 0x01000193u;
                any = true;
                p += 3;
            }
            break;
        }
        const unsigned char low = (unsigned char)cl_ascii_lower((char)c);
        const bool letter =
            (low >= 'a' && low <= 'z') || (c >= '0' && c <= '9') || (c >= 0x80 && c != 0xC2 && c != 0xE2);
        if (!letter) { /* C2 and E2 begin spaces, quotation marks and dashes */
            p += c == 0xC2 ? 2 : c == 0xE2 ? 3 : 1;
            if (any)
                break;
            continue;
        }
        hash = (hash ^ low) * 0x01000193u;
        any = true;
        p++;
    }
    *at = (const char *)(p < stop ? p : stop);
    return any ? hash | 1 : 0;
}

static bool has_word(const word_set *set, uint32_t hash) {
    for (uint32_t i = hash % TITLE_SLOTS; set->slots[i]; i = (i + 1) % TITLE_SLOTS)
        if (set->slots[i] == hash)
            return true;
    return false;
}

static void add_word(word_set *set, uint32_t hash) {
    if (has_word(set, hash))
        return;
    uint32_t i = hash % TITLE_SLOTS;
    while (set->slots[i])
        i = (i + 1) % TITLE_SLOTS;
    set->slots[i] = hash;
    set->count++;
}

static float likeness(const word_set *title, cl_slice text) {
    const char *p = text.data;
    const char *const end = p + text.size;
    word_set both = {.count = 0};
    uint32_t common = 0, others = 0;
    for (uint32_t hash; (hash = next_word(&p, end)) != 0;) {
        if (!has_word(title, hash)) {
            if (++others > 2 * TITLE_WORDS)
                return 0;
        } else if (!has_word(&both, hash)) {
            add_word(&both, hash);
            common++;
        }
    }
    return (float)common / (float)(title->count + others);
}

uint32_t cl_label_find_headline(const cl_blocks *blocks, cl_slice title) {
    word_set set = {.count = 0};
    const char *p = title.data;
    const char *const end = p ? p + title.size : NULL;
    for (uint32_t hash; set.count < TITLE_WORDS && p < end && (hash = next_word(&p, end)) != 0;)
        add_word(&set, hash);
    uint32_t found = CL_NO_BLOCK;
    float best = ALIKE;
    if (!set.count)
        return found;
    for (uint32_t i = 0; i < blocks->list.count; i++) {
        const cl_block *const b = &blocks->list.at[i];
        const bool heading = b->type == CL_BLOCK_HEADING;
        const float marked = heading && b->level == 1 ? MARKED_H1 : heading && b->level == 2 ? MARKED_H2 : 0;
        if (b->chars > HEADLINE_MAX || (!heading && b->text.size * 4 < title.size))
            continue;
        const float alike = likeness(&set, b->text);
        if (alike > 0 && alike + marked > best) {
            best = alike + marked;
            found = i;
        }
    }
    return found;
}
