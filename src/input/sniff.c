/* Bytes that are no page, by their first bytes. */
#include "input/input.h"

typedef struct magic {
    const char *bytes;
    uint8_t size;
    uint16_t offset;
    bool binary; /* its bytes are printable, so that a text may begin with them: only where control bytes follow */
    const char *message;
} magic;

#define MAGIC(literal, offset, binary, message)                                                                        \
    { literal, sizeof(literal) - 1, offset, binary, message }

static const magic magics[] = {
    MAGIC("%PDF-", 0, false, "is a PDF document, not a page: convert it to HTML or text first"),
    MAGIC("%!PS", 0, false, "is a PostScript document, not a page: convert it to HTML or text first"),
    MAGIC("{\\rtf", 0, false, "is an RTF document, not a page: convert it to HTML or text first"),
    MAGIC("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0, false,
        "is an old Office document, not a page: convert it to HTML or text first"),
    MAGIC("PK\x03\x04", 0, false,
        "is a ZIP archive (or an Office document or e-book, which are ZIP archives), not a page: unpack it first"),
    MAGIC("PK\x05\x06", 0, false, "is an empty ZIP archive, not a page"),
    MAGIC("7z\xbc\xaf\x27\x1c", 0, false, "is a 7z archive, not a page: unpack it first"),
    MAGIC("Rar!\x1a\x07", 0, false, "is a RAR archive, not a page: unpack it first"),
    MAGIC("\xfd"
          "7zXZ\0",
        0, false, "is packed with xz, which is not read here: unpack it first (xz -d)"),
    MAGIC("\x04\x22\x4d\x18", 0, false, "is packed with lz4, which is not read here: unpack it first (lz4 -d)"),
    MAGIC("BZh", 0, true, "is packed with bzip2, which is not read here: unpack it first (bzip2 -d)"),
    MAGIC("\x1f\x8b\x08", 0, false, "is packed with gzip twice: unpack it once first (gzip -d)"),
    MAGIC("\x28\xb5\x2f\xfd", 0, false, "is packed with zstd twice: unpack it once first (zstd -d)"),
    MAGIC("ustar", 257, true, "is a tar archive, not a page: unpack it first (tar -x)"),
    MAGIC("WARC/1.", 0, false, "is a WARC archive, not a page: this version reads single pages only"),
    MAGIC("\x89PNG\r\n\x1a\n", 0, false, "is a PNG picture, not a page"),
    MAGIC("\xff\xd8\xff", 0, false, "is a JPEG picture, not a page"),
    MAGIC("GIF87a", 0, false, "is a GIF picture, not a page"),
    MAGIC("GIF89a", 0, false, "is a GIF picture, not a page"),
    MAGIC("WEBPVP8", 8, false, "is a WebP picture, not a page"),
    MAGIC("ftypavif", 4, false, "is an AVIF picture, not a page"),
    MAGIC("ftyp", 4, true, "is an MP4 video (or of its kin), not a page"),
    MAGIC("II*\0", 0, false, "is a TIFF picture, not a page"),
    MAGIC("MM\0*", 0, false, "is a TIFF picture, not a page"),
    MAGIC("BM", 0, true, "is a BMP picture, not a page"),
    MAGIC("\0\0\1\0", 0, false, "is an icon, not a page"),
    MAGIC("ID3", 0, true, "is an MP3 recording, not a page"),
    MAGIC("OggS\0", 0, false, "is an Ogg recording, not a page"),
    MAGIC("\x1a\x45\xdf\xa3", 0, false, "is a Matroska or WebM video, not a page"),
    MAGIC("wOFF", 0, true, "is a web font, not a page"),
    MAGIC("wOF2", 0, true, "is a web font, not a page"),
    MAGIC("SQLite format 3\0", 0, false, "is an SQLite database, not a page"),
    MAGIC("\x7f"
          "ELF",
        0, false, "is a program (ELF), not a page"),
    MAGIC("MZ", 0, true, "is a program for Windows, not a page"),
    MAGIC("\xca\xfe\xba\xbe", 0, false, "is a program (Java class or Mach-O), not a page"),
    MAGIC("\xcf\xfa\xed\xfe", 0, false, "is a program (Mach-O), not a page"),
    MAGIC("\0asm", 0, false, "is a program (WebAssembly), not a page"),
};

const char cl_sniff_unknown[] = "is binary data, not a page: neither HTML nor text";

#define SAMPLE 4096u /* bytes that are looked at for control bytes */

/* MIME Sniffing Standard, section 3, "binary data byte". ESC (1B) is one of ISO-2022-JP's. */
static bool is_control(unsigned char c) {
    return c < 0x20 && c != '\t' && c != '\n' && c != '\f' && c != '\r' && c != 0x1b;
}

/* UTF-16 without a byte-order mark: half of the bytes of markup are NUL, all at even or all at odd places. */
static bool is_utf16(const unsigned char *bytes, size_t size) {
    size_t nul[2] = {0, 0}, other = 0;
    for (size_t i = 0; i < size; i++) {
        nul[i & 1] += bytes[i] == 0;
        other += bytes[i] && is_control(bytes[i]);
    }
    const size_t more = nul[0] > nul[1] ? nul[0] : nul[1], fewer = nul[0] > nul[1] ? nul[1] : nul[0];
    return more * 4 > size && fewer * 16 < more && other * 16 < size;
}

/* One control byte in sixteen of the sample. Of the 6,153 pages at hand none has any in its first 4,096 bytes; packed
 * data, where each byte value is as likely as another, have 1 in 10. */
static bool is_mostly_control(const unsigned char *bytes, size_t size) {
    size_t control = 0;
    for (size_t i = 0; i < size; i++)
        control += is_control(bytes[i]);
    return control * 16 > size && !is_utf16(bytes, size);
}

/* Whether a tag begins here: "<", then a letter, "!", "/" or "?". */
static bool is_tag_open(const char *at, const char *end) {
    if (end - at < 2 || *at != '<')
        return false;
    const char c = cl_ascii_lower(at[1]);
    return (c >= 'a' && c <= 'z') || c == '!' || c == '/' || c == '?';
}

const char *cl_sniff_binary(const char *bytes, size_t size, bool encoded) {
    const cl_slice sample = cl_slice_of(bytes, size > SAMPLE ? SAMPLE : size);
    const unsigned char *const raw = (const unsigned char *)bytes;
    const bool marked = size >= 2 && ((raw[0] == 0xff && raw[1] == 0xfe) || (raw[0] == 0xfe && raw[1] == 0xff));
    const bool control = !encoded && !marked && is_mostly_control(raw, sample.size);
    for (size_t i = 0; i < sizeof magics / sizeof *magics; i++) {
        const magic *const m = &magics[i];
        const size_t end = (size_t)m->offset + m->size;
        if (size >= end && memcmp(bytes + m->offset, m->bytes, m->size) == 0 && (control || !m->binary))
            return m->message;
    }
    /* A page that begins as one is read, whatever stands in it. */
    const cl_slice start = cl_slice_trim(sample);
    if (!control || is_tag_open(start.data, start.data + start.size))
        return NULL;
    return cl_sniff_unknown;
}
