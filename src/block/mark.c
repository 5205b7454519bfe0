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

static uint32_t looked_up(const char *text, const char *end, uint32_t hash, size_t size) {
    const uint32_t bit = hash & (64 * (sizeof mark_hashes / sizeof *mark_hashes) - 1);
    if (size < 2 || size > MARK_WORD_MAX || !(mark_hashes[bit / 64] >> bit % 64 & 1))
        return 0;
    for (uint32_t i = hash & (MARK_SLOTS - 1); mark_words[i].size; i = (i + 1) & (MARK_SLOTS - 1))
        if (mark_words[i].hash == hash && mark_words[i].size == size && spells(text, end, mark_words[i].word, size))
            return mark_words[i].marks;
    return 0;
}

cl_class cl_class_read(cl_slice value) {
    cl_class read = {0, HASH_START};
    const char *const end = value.data + value.size;
    uint32_t before = HASH_START; /* hash of the word before */
    size_t before_size = 0;
    const char *p = value.data;
    while (p < end) {
        uint32_t word = HASH_START;
        uint32_t both = before;
        const char *const begin = p;
        while (p < end && (unsigned char)((*p | 32) - 'a') < 26) {
            const bool capital = *p < 'a';
            if (capital && p > begin && p[-1] >= 'a')
                break;
            const uint32_t c = (unsigned char)(*p | 32);
            word = (word ^ c) * HASH_PRIME;
            both = (both ^ c) * HASH_PRIME;
            p++;
        }
        const size_t size = (size_t)(p - begin);
        if (size) {
            read.marks |= looked_up(begin, p, word, size);
            if (before_size)
                read.marks |= looked_up(value.data, p, both, before_size + size);
            read.hash = (read.hash ^ word) * HASH_PRIME;
            before = word;
            before_size = size;
        }
        while (p < end && !((unsigned char)((*p | 32) - 'a') < 26)) {
            if (cl_is_space(*p)) { /* another class: no word goes on */
                before = HASH_START;
                before_size = 0;
            } else {
                read.hash = (read.hash ^ (unsigned char)*p) * HASH_PRIME;
            }
            p++;
        }
    }
    return read;
}

cl_class cl_class_cached(cl_class_cache *cache, cl_slice value) {
    if (value.size < 8)
        return cl_class_read(value);
    uint64_t head, tail;
    memcpy(&head, value.data, 8);
    memcpy(&tail, value.data + value.size - 8, 8);
    const uint64_t key = (head ^ (tail << 7 | tail >> 57) ^ value.size) * UINT64_C(0x9e3779b97f4a7c15);
    const size_t i = (size_t)(key >> 56);
    if (!cl_slice_equal(cache->at[i].value, value)) {
        cache->at[i].value = value;
        cache->at[i].read = cl_class_read(value);
    }
    return cache->at[i].read;
}
