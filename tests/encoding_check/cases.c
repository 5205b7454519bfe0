/* Decodes sequences of bytes in every encoding and writes what came out, for others to compare with.
 *
 * usage: encoding_cases index|random [COUNT [SEED]]
 *
 * index: every label; in every encoding every sequence of one and of two bytes; and of the longer ones all that mean
 *        something: the four bytes of gb18030, the three of EUC-JP, escaped pairs of ISO-2022-JP, surrogate pairs,
 *        and for UTF-8 every second, third and fourth byte at the bounds.
 * random: COUNT sequences of up to 64 bytes in every encoding (and a few that are longer than a decoder's step), made
 *        of the bytes that matter there, so that errors, bytes that are read again, and truncated ends are frequent.
 *
 * Written: a line with the names of the encodings; then records, all numbers with the low byte first:
 *   u8 encoding, u16 size and the bytes of the input, u16 size and the bytes of the output.
 * Encoding 255 is a label and the name it stands for. */
#include "encoding/decoders.h"

#include <stdio.h>
#include <stdlib.h>

enum { LABEL = 255, INPUT_MAX = 20000, SHORT_MAX = 64 };

static cl_decoder decoder;

static void put16(size_t n) {
    putchar((int)(n & 0xFF));
    putchar((int)(n >> 8 & 0xFF));
}

static void put_record(int encoding, const void *input, size_t size, cl_slice output) {
    putchar(encoding);
    put16(size);
    fwrite(input, 1, size, stdout);
    put16(output.size);
    fwrite(output.data, 1, output.size, stdout);
}

static void decode(int encoding, const unsigned char *input, size_t size) {
    cl_decoded decoded;
    const cutline_status status = cl_decode(
        &decoder, (const char *)input, size, &cl_encodings[encoding], CL_SLICE_NONE, UINT64_MAX, &decoded, NULL);
    if (status != CUTLINE_OK)
        exit(1);
    put_record(encoding, input, size, decoded.text);
}

static void put_label(const char *text, size_t size) {
    const cl_encoding *const e = cl_encoding_for_label(cl_slice_of(text, size));
    put_record(LABEL, text, size, e ? cl_encoding_name(e) : CL_SLICE(""));
}

static void put_labels(void) {
    static const struct {
        const char *text;
        size_t size, encoding;
    } labels[] = {
#include "encoding/labels_data.inc"
    };
    char changed[64];
    for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++) {
        const size_t size = labels[i].size;
        put_label(labels[i].text, size);
        put_label(labels[i].text, size - 1);
        put_label(labels[i].text + 1, size - 1);
        for (size_t at = 0; at < size; at++)
            for (int c = 0; c < 256; c++) {
                memcpy(changed, labels[i].text, size);
                changed[at] = (char)c;
                put_label(changed, size);
                if (at == 0 || at == size - 1) { /* one more byte at an end */
                    memcpy(changed + (at == 0), labels[i].text, size);
                    changed[at == 0 ? 0 : size] = (char)c;
                    put_label(changed, size + 1);
                }
            }
    }
}

/* Every sequence of the bytes from..to in each of `count` places. */
static void put_product(int encoding, const unsigned char (*ranges)[2], size_t count) {
    unsigned char bytes[8];
    for (size_t i = 0; i < count; i++)
        bytes[i] = ranges[i][0];
    for (;;) {
        decode(encoding, bytes, count);
        size_t i = count;
        while (i > 0 && bytes[i - 1] == ranges[i - 1][1]) {
            bytes[i - 1] = ranges[i - 1][0];
            i--;
        }
        if (i == 0)
            return;
        bytes[i - 1]++;
    }
}

/* UTF-8: a lead byte, then bytes of which each is at a bound of what may stand there. */
static void put_utf8(void) {
    static const unsigned char bounds[] = {
        0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xED, 0xF4, 0xFF};
    enum { COUNT = sizeof bounds };
    unsigned char bytes[5];
    for (int lead = 0xC0; lead < 0x100; lead++)
        for (int i = 0; i < COUNT * COUNT * COUNT * COUNT; i++) {
            bytes[0] = (unsigned char)lead;
            for (int j = 1, n = i; j < 5; j++, n /= COUNT)
                bytes[j] = bounds[n % COUNT];
            decode(CL_ENC_UTF_8, bytes, sizeof bytes);
        }
    decode(CL_ENC_UTF_8, bytes, 0);
    for (unsigned point = 0; point <= 0x10FFFF; point++) { /* the form of every code point, surrogates too */
        const char *const end = cl_put_point((char *)bytes, point);
        decode(CL_ENC_UTF_8, bytes, (size_t)(end - (char *)bytes));
    }
}

static void put_index(void) {
    static const unsigned char pair[2][2] = {{0, 255}, {0, 255}};
    static const unsigned char four[4][2] = {{0x81, 0xFE}, {0x30, 0x39}, {0x81, 0xFE}, {0x30, 0x39}};
    static const unsigned char three[3][2] = {{0x8F, 0x8F}, {0, 255}, {0, 255}};
    static const unsigned char escaped[5][2] = {{0x1B, 0x1B}, {0x24, 0x24}, {0x42, 0x42}, {0, 255}, {0, 255}};
    static const unsigned char escapes[5][2] = {{0x1B, 0x1B}, {0x23, 0x29}, {0x3F, 0x4B}, {0x00, 0x7F}, {0x1B, 0x30}};
    static const unsigned char surrogates[4][2] = {{0x00, 0xFF}, {0xD7, 0xE0}, {0x00, 0x10}, {0xD7, 0xE0}};
    static const unsigned char reversed[4][2] = {{0xD7, 0xE0}, {0x00, 0xFF}, {0xD7, 0xE0}, {0x00, 0x10}};
    put_labels();
    for (int e = 0; e < CL_ENC_COUNT; e++) {
        put_product(e, pair, 1);
        put_product(e, pair, 2);
    }
    put_product(CL_ENC_GB18030, four, 4);
    put_product(CL_ENC_GBK, four, 4);
    put_product(CL_ENC_EUC_JP, three, 3);
    put_product(CL_ENC_ISO_2022_JP, escaped, 5);
    put_product(CL_ENC_ISO_2022_JP, escapes, 5);
    put_product(CL_ENC_UTF_16LE, surrogates, 4);
    put_product(CL_ENC_UTF_16BE, reversed, 4);
    put_utf8();
}

static uint64_t seed = 1;

/* xorshift64* (Vigna 2016). */
static unsigned next_random(unsigned below) {
    seed ^= seed >> 12;
    seed ^= seed << 25;
    seed ^= seed >> 27;
    return (unsigned)((seed * UINT64_C(2685821657736338717)) >> 33) % below;
}

static void fill_random(int encoding, unsigned char *bytes, size_t size) {
    static const char *const escapes[] = {
        "\x1B(B", "\x1B(J", "\x1B(I", "\x1B$@", "\x1B$B", "\x1B$", "\x1B(", "\x1B", "\x0E"};
    const unsigned style = next_random(4); /* the share of ASCII, of digits, of anything */
    for (size_t i = 0; i < size; i++) {
        const unsigned dice = next_random(16);
        if (encoding == CL_ENC_ISO_2022_JP && dice < 3) {
            const char *const escape = escapes[next_random(sizeof escapes / sizeof escapes[0])];
            for (const char *p = escape; *p && i < size; p++)
                bytes[i++] = (unsigned char)*p;
            i--;
        } else if (encoding == CL_ENC_ISO_2022_JP || dice < style * 2) {
            bytes[i] = (unsigned char)next_random(0x80);
        } else if (dice < 6) {
            bytes[i] = (unsigned char)(0x30 + next_random(10));
        } else if (dice < 7) {
            bytes[i] = (unsigned char)(next_random(2) ? 0xD8 + next_random(8) : 0xE0 + next_random(32));
        } else if (style == 3 && dice < 10) {
            const char *const end =
                cl_put_point((char *)bytes + i, next_random(2) ? next_random(0x800) : next_random(0x110000));
            i = (size_t)(end - (char *)bytes) - 1;
        } else {
            bytes[i] = (unsigned char)(0x80 + next_random(0x80));
        }
    }
}

static void put_random(size_t count) {
    static unsigned char bytes[INPUT_MAX + 8];
    for (int e = 0; e < CL_ENC_COUNT; e++)
        for (size_t i = 0; i < count; i++) {
            const size_t size = i % 1000 == 999 ? INPUT_MAX : next_random(SHORT_MAX + 1);
            fill_random(e, bytes, size);
            decode(e, bytes, size);
        }
}

int main(int argc, char **argv) {
    if (argc < 2)
        return 2;
    static char buffer[1 << 20];
    setvbuf(stdout, buffer, _IOFBF, sizeof buffer);
    cl_decoder_init(&decoder, &cl_allocator_default);
    for (int e = 0; e < CL_ENC_COUNT; e++)
        printf("%s%s", e ? " " : "", cl_encodings[e].name);
    putchar('\n');
    if (argc > 3)
        seed = strtoull(argv[3], NULL, 10) | 1;
    if (strcmp(argv[1], "index") == 0)
        put_index();
    else
        put_random(argc > 2 ? strtoull(argv[2], NULL, 10) : 1000);
    cl_decoder_free(&decoder);
    return fflush(stdout) != 0 || ferror(stdout) != 0;
}
