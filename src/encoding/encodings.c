/* The encodings and their labels (Encoding Standard, section 4.2). */
#include "encoding/decoders.h"

#include "single_byte_data.inc"

#define SINGLE(name, table)                                                                                            \
    { name, CL_KIND_SINGLE_BYTE, single_byte[table] }
#define OTHER(name, kind)                                                                                              \
    { name, kind, NULL }

const cl_encoding cl_encodings[CL_ENC_COUNT] = {
    [CL_ENC_UTF_8] = OTHER("utf-8", CL_KIND_UTF8),
    [CL_ENC_IBM866] = SINGLE("ibm866", 0),
    [CL_ENC_ISO_8859_2] = SINGLE("iso-8859-2", 1),
    [CL_ENC_ISO_8859_3] = SINGLE("iso-8859-3", 2),
    [CL_ENC_ISO_8859_4] = SINGLE("iso-8859-4", 3),
    [CL_ENC_ISO_8859_5] = SINGLE("iso-8859-5", 4),
    [CL_ENC_ISO_8859_6] = SINGLE("iso-8859-6", 5),
    [CL_ENC_ISO_8859_7] = SINGLE("iso-8859-7", 6),
    [CL_ENC_ISO_8859_8] = SINGLE("iso-8859-8", 7),
    [CL_ENC_ISO_8859_8_I] = SINGLE("iso-8859-8-i", 7), /* the bytes mean the same, their order does not */
    [CL_ENC_ISO_8859_10] = SINGLE("iso-8859-10", 8),
    [CL_ENC_ISO_8859_13] = SINGLE("iso-8859-13", 9),
    [CL_ENC_ISO_8859_14] = SINGLE("iso-8859-14", 10),
    [CL_ENC_ISO_8859_15] = SINGLE("iso-8859-15", 11),
    [CL_ENC_ISO_8859_16] = SINGLE("iso-8859-16", 12),
    [CL_ENC_KOI8_R] = SINGLE("koi8-r", 13),
    [CL_ENC_KOI8_U] = SINGLE("koi8-u", 14),
    [CL_ENC_MACINTOSH] = SINGLE("macintosh", 15),
    [CL_ENC_WINDOWS_874] = SINGLE("windows-874", 16),
    [CL_ENC_WINDOWS_1250] = SINGLE("windows-1250", 17),
    [CL_ENC_WINDOWS_1251] = SINGLE("windows-1251", 18),
    [CL_ENC_WINDOWS_1252] = SINGLE("windows-1252", 19),
    [CL_ENC_WINDOWS_1253] = SINGLE("windows-1253", 20),
    [CL_ENC_WINDOWS_1254] = SINGLE("windows-1254", 21),
    [CL_ENC_WINDOWS_1255] = SINGLE("windows-1255", 22),
    [CL_ENC_WINDOWS_1256] = SINGLE("windows-1256", 23),
    [CL_ENC_WINDOWS_1257] = SINGLE("windows-1257", 24),
    [CL_ENC_WINDOWS_1258] = SINGLE("windows-1258", 25),
    [CL_ENC_X_MAC_CYRILLIC] = SINGLE("x-mac-cyrillic", 26),
    [CL_ENC_GBK] = OTHER("gbk", CL_KIND_GB18030),
    [CL_ENC_GB18030] = OTHER("gb18030", CL_KIND_GB18030),
    [CL_ENC_BIG5] = OTHER("big5", CL_KIND_BIG5),
    [CL_ENC_EUC_JP] = OTHER("euc-jp", CL_KIND_EUC_JP),
    [CL_ENC_ISO_2022_JP] = OTHER("iso-2022-jp", CL_KIND_ISO_2022_JP),
    [CL_ENC_SHIFT_JIS] = OTHER("shift_jis", CL_KIND_SHIFT_JIS),
    [CL_ENC_EUC_KR] = OTHER("euc-kr", CL_KIND_EUC_KR),
    [CL_ENC_REPLACEMENT] = OTHER("replacement", CL_KIND_REPLACEMENT),
    [CL_ENC_UTF_16BE] = OTHER("utf-16be", CL_KIND_UTF16BE),
    [CL_ENC_UTF_16LE] = OTHER("utf-16le", CL_KIND_UTF16LE),
    [CL_ENC_X_USER_DEFINED] = OTHER("x-user-defined", CL_KIND_USER_DEFINED),
};

typedef struct label {
    const char *text;
    uint8_t size;
    uint8_t encoding;
} label;

/* Sorted by the bytes of the text. */
static const label labels[] = {
#include "labels_data.inc"
};

/* How the label compares with the slice, whose case does not matter. */
static int compare(const label *a, cl_slice b) {
    for (size_t i = 0; i < a->size && i < b.size; i++) {
        const int difference = (unsigned char)a->text[i] - (unsigned char)cl_ascii_lower(b.data[i]);
        if (difference)
            return difference;
    }
    return a->size < b.size ? -1 : a->size > b.size;
}

const cl_encoding *cl_encoding_for_label(cl_slice text) {
    const cl_slice wanted = cl_slice_trim(text);
    size_t low = 0, high = sizeof labels / sizeof labels[0];
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        const int order = compare(&labels[middle], wanted);
        if (order == 0)
            return &cl_encodings[labels[middle].encoding];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

cl_slice cl_encoding_name(const cl_encoding *encoding) {
    return encoding ? cl_slice_z(encoding->name) : CL_SLICE_NONE;
}
