/* The part of a page that is worth looking at, and what of it can be told by counting. */
#include "encoding/detect.h"

static bool is_high(char c) {
    return (unsigned char)c >= 0x80;
}

/* Past the tag (or comment, or script with all its text) that starts at `at`. */
static size_t skip_tag(const char *bytes, size_t size, size_t at) {
    static const struct {
        cl_slice start, end;
    } raw[] = {{{"<script", 7}, {"</script", 8}}, {{"<style", 6}, {"</style", 7}}, {{"<!--", 4}, {"-->", 3}}};
    for (size_t i = 0; i < sizeof raw / sizeof raw[0]; i++) {
        const cl_slice start = raw[i].start, end = raw[i].end;
        if (size - at < start.size || !cl_slice_equal_nocase(cl_slice_of(bytes + at, start.size), start))
            continue;
        for (at += start.size; at + end.size <= size; at++) {
            const char *const next = memchr(bytes + at, end.data[0], size - at);
            if (!next)
                return size;
            at = (size_t)(next - bytes);
            if (size - at >= end.size && cl_slice_equal_nocase(cl_slice_of(bytes + at, end.size), end))
                break;
        }
        break;
    }
    const char *const end = at < size ? memchr(bytes + at, '>', size - at) : NULL;
    return end ? (size_t)(end - bytes) + 1 : size;
}

bool cl_take_sample(const cutline_allocator *allocator, cl_buffer *sample, const char *bytes, size_t size) {
    sample->count = 0;
    for (size_t at = 0; at < size && sample->count < CL_SAMPLE_BYTES;) {
        if (bytes[at] == '<') {
            at = skip_tag(bytes, size, at);
            continue;
        }
        const char *const tag = memchr(bytes + at, '<', size - at);
        size_t end = tag ? (size_t)(tag - bytes) : size;
        if (end - at > CL_SAMPLE_BYTES - sample->count)
            end = at + (CL_SAMPLE_BYTES - sample->count);
        size_t i = at;
        while (i < end && !is_high(bytes[i]))
            i++;
        if (i < end &&
            (!cl_buffer_put(allocator, sample, bytes + at, end - at) || !cl_buffer_put(allocator, sample, "\n", 1)))
            return false;
        at = end;
    }
    if (sample->count)
        return true;
    /* All of it is in attributes and scripts: these have to do. */
    size_t start = 0;
    while (start < size && !is_high(bytes[start]))
        start++;
    return cl_buffer_put(
        allocator, sample, bytes + start, size - start < CL_SAMPLE_BYTES ? size - start : CL_SAMPLE_BYTES);
}

static bool is_latin_letter(unsigned char byte) {
    if (byte < 0x80)
        return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    if (byte >= 0xC0)
        return byte != 0xD7 && byte != 0xF7;
    return byte == 0x8A || byte == 0x8C || byte == 0x8E || byte == 0x9A || byte == 0x9C || byte == 0x9E || byte == 0x9F;
}

/* Marks that do stand between letters in windows-1252: quotation marks, dashes, soft hyphens, degrees and the like. */
static bool may_join_letters(unsigned char byte) {
    static const unsigned char marks[] = {0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0xA0, 0xAD, 0xB4, 0xB7, 0xAA,
        0xBA, 0xAB, 0xBB, 0xAE, 0xA9, 0x99, 0xB0};
    return memchr(marks, byte, sizeof marks) != NULL;
}

cl_high_bytes cl_count_high_bytes(cl_slice sample) {
    const unsigned char *const p = (const unsigned char *)sample.data;
    cl_high_bytes n = {0, 0, 0, 0, 0};
    for (size_t i = 0; i < sample.size; i++) {
        if (p[i] < 0x80)
            continue;
        const bool letter = is_latin_letter(p[i]);
        const bool after = i > 0 && is_latin_letter(p[i - 1]);
        const bool before = i + 1 < sample.size && is_latin_letter(p[i + 1]);
        n.count++;
        n.runs += i == 0 || p[i - 1] < 0x80;
        n.in_c1 += p[i] < 0xA0;
        n.letters += letter;
        n.odd += !letter && after && before && !may_join_letters(p[i]);
    }
    return n;
}

size_t cl_count_impossible(cl_slice sample, const cl_encoding *encoding) {
    size_t count = 0;
    for (size_t i = 0; i < sample.size; i++)
        if (is_high(sample.data[i])) {
            const uint16_t point = encoding->high[(unsigned char)sample.data[i] - 0x80];
            count += point == 0 || (point >= 0x80 && point < 0xA0);
        }
    return count;
}
