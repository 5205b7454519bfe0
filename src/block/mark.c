#include "block/mark.h"
#include "block/block.h"

typedef struct mark_word {
    char word[20];
    uint32_t size;
    uint32_t hash;
    uint32_t marks;
} mark_word;

#include "block/mark_data.inc"

#define HASH_START 0x811c9dc5u /* FNV-1a, as in generate_marks.py */
#define HASH_PRIME 0x01000193u

/* Whether the `size` letters that end at `end` in `text`, those that are none left out, spell `word`. */
static bool spells(const char *text, const char *end, const char *word, size_t size) {
    while (size) {
        do {
            if (end == text)
                return false;
            end--;
        } while (!((unsigned char)((*end | 32) - 'a') < 26));
        if ((*end | 32) != word[--size])
            return false;
    }
    return true;
}

static uint32_t find(const char *text, const char *end, uint32_t hash, size_t size) {
    for (uint32_t i = hash & (MARK_SLOTS - 1); mark_slots[i]; i = (i + 1) & (MARK_SLOTS - 1)) {
        const mark_word *const w = &mark_words[mark_slots[i] - 1];
        if (w->hash == hash && w->size == size && spells(text, end, w->word, size))
            return w->marks;
    }
    return 0;
}

static inline uint32_t looked_up(const char *text, const char *end, uint32_t hash, size_t size) {
    const uint32_t bit = hash & (64 * (sizeof mark_hashes / sizeof *mark_hashes) - 1);
    const bool may_be = mark_hashes[bit / 64] >> bit % 64 & 1;
    return may_be && size >= 2 && size <= MARK_WORD_MAX ? find(text, end, hash, size) : 0;
}

static inline bool is_letter(unsigned char c) {
    return (unsigned char)((c | 32) - 'a') < 26;
}

/* Adds the words of a value in which bytes that are no ASCII count as letters. */
static void add_words(cl_class_words *words, cl_slice value) {
    const char *p = value.data;
    const char *const end = p ? p + value.size : NULL;
    while (p < end && words->count < CL_CLASS_WORDS) {
        const char *const begin = p;
        uint32_t hash = HASH_START;
        for (; p < end; p++) {
            const unsigned char c = (unsigned char)*p;
            if (c < 0x80 && !is_letter(c))
                break;
            if (c < 'a' && p > begin && (unsigned char)p[-1] >= 'a')
                break;
            hash = (hash ^ (c < 0x80 ? c | 32u : c)) * HASH_PRIME;
        }
        if (p - begin > 1)
            cl_class_add_word(words, hash);
        while (p < end && (unsigned char)*p < 0x80 && !is_letter((unsigned char)*p))
            p++;
    }
}

cl_class cl_class_read(cl_slice value) {
    cl_class read = {.hash = HASH_START};
    const char *const end = value.data + value.size;
    uint32_t before = HASH_START; /* hash of the word before */
    size_t before_size = 0;
    const char *p = value.data;
    unsigned char others = 0; /* all bits of what is no letter */
    while (p < end) {
        uint32_t word = HASH_START;
        uint32_t both = before;
        const char *const begin = p;
        for (unsigned char c, last = 0; p < end && is_letter(c = (unsigned char)*p); p++) {
            if (c < 'a' && last >= 'a')
                break;
            last = c;
            word = (word ^ (c | 32u)) * HASH_PRIME;
            both = (both ^ (c | 32u)) * HASH_PRIME;
        }
        const size_t size = (size_t)(p - begin);
        if (size) {
            read.marks |= looked_up(begin, p, word, size);
            if (before_size)
                read.marks |= looked_up(value.data, p, both, before_size + size);
            read.hash = (read.hash ^ word) * HASH_PRIME;
            if (size > 1) {
                read.more |= read.words.count == CL_CLASS_WORDS;
                cl_class_add_word(&read.words, word);
            }
            before = word;
            before_size = size;
        }
        for (unsigned char c; p < end && !is_letter(c = (unsigned char)*p); p++) {
            others |= c;
            if (cl_is_space((char)c)) { /* another class: no word goes on */
                before = HASH_START;
                before_size = 0;
            } else {
                read.hash = (read.hash ^ c) * HASH_PRIME;
            }
        }
    }
    if (others & 0x80) {
        read.words.count = 0;
        add_words(&read.words, value);
        read.more = read.words.count == CL_CLASS_WORDS;
    }
    return read;
}

static uint64_t key_of(cl_slice value) {
    const char *const p = value.data;
    const size_t n = value.size;
    if (n >= 8) {
        uint64_t head, tail;
        memcpy(&head, p, 8);
        memcpy(&tail, p + n - 8, 8);
        return head ^ (tail << 7 | tail >> 57) ^ n;
    }
    if (n >= 4) {
        uint32_t head, tail;
        memcpy(&head, p, 4);
        memcpy(&tail, p + n - 4, 4);
        return (uint64_t)head << 32 | tail;
    }
    return n ? (uint64_t)(unsigned char)p[0] << 16 | (uint64_t)(unsigned char)p[n / 2] << 8 | (unsigned char)p[n - 1]
             : 0;
}

const cl_class *cl_class_cached(cl_class_cache *cache, cl_slice value) {
    const size_t i = (size_t)(key_of(value) * UINT64_C(0x9e3779b97f4a7c15) >> 56);
    if (!cache->at[i].value.data || !cl_slice_equal(cache->at[i].value, value)) {
        cache->at[i].value = value;
        cache->at[i].read = cl_class_read(value);
    }
    return &cache->at[i].read;
}

const cl_class *cl_class_add_words(cl_class_cache *cache, cl_slice value, cl_class_words *words) {
    const cl_class *const read = cl_class_cached(cache, value);
    if (!words->count) {
        *words = read->words;
        return read;
    }
    for (uint32_t i = 0; i < read->words.count; i++)
        cl_class_add_word(words, read->words.at[i]);
    if (read->more && words->count < CL_CLASS_WORDS)
        add_words(words, value);
    return read;
}
