/* Whose picture it is, taken off the end (or the beginning) of a caption.
 *
 * A credit is known by a word for it ("Photo:", "Foto:", "©"), by brackets around a name, or by a name that agencies
 * have, after the caption's last sentence. The words are those of newsrooms in many languages; no publisher's own. */
#include "record/credit.h"
#include "block/words.h"
#include "record/string.h"

#define CREDIT_MAX 160u /* bytes; longer ones are captions */
#define NAME_WORDS 5u
#define TAIL_MAX   80u /* of a credit without a word for it */
#define WORDS_MAX  12u /* of a text that is a credit whole: "Photo: The mayor opens ..." is a caption */

/* Words before a credit; a space before ":" and "=" is passed over. Those that are also everyday words have a colon, a
 * dash or the like. By their first letter, those of ASCII in its order. */
static const char *const ascii_markers[] = {"&copy;", "(c)", "beeld:", "bild:", "bilde:", "bilder:", "bildnachweis:",
    "bildquelle:", "bildrechte:", "billede:", "bron:", "collage:", "copyright ", "copyright:", "cortesía de ",
    "courtesy of ", "credit/", "credit:", "crediti:", "credito:", "credits:", "crédit :", "crédit photo :",
    "crédit photo:", "crédit:", "crédito:", "créditos:", "crédits :", "crédits photo :", "crédits:", "divulgação/",
    "fonte:", "forrás:", "fot. ", "fot.:", "foto :", "foto cedida por ", "foto door ", "foto ©", "foto/",
    "foto:", "fotograf:", "fotografia:", "fotografie:", "fotografin:", "fotografía:", "fotomontaje:", "fotos:",
    "fotoğraf:", "fotó:", "fotógrafo:", "fuente:", "grafik:", "graphic:", "illustration :", "illustration by ",
    "illustration:", "illustrations:", "image courtesy of ", "image credit:", "image credits:", "image source:",
    "image:", "imagem:", "imagen:", "imagens:", "images:", "immagine:", "imágenes:", "isithombe:", "kaynak:", "kuva:",
    "kuvat:", "montage:", "montaje:", "nguồn:", "photo :", "photo by ", "photo by:", "photo courtesy of ",
    "photo credit:", "photo credits:", "photo/", "photo:", "photograph by ", "photograph:", "photographed by ",
    "photographer:", "photographs by ", "photography by ", "photography:", "photos :", "photos by ",
    "photos:", "pic:", "picha:", "picture by ", "picture:", "pictures:", "quelle:", "reprodução/",
    "source:", "sursa foto:", "sursa:", "sursă foto:", "sursă:", "symbolbild:", "symbolfoto:", "zdjęcie:", "zdroj:"};
static const char *const other_markers[] = {"коллаж:", "（ｃ）", "ⓒ", "©",
    "źródło:", "φωτογραφία:", "φωτο:", "φωτό:", "πηγή:", "фото:", "фото :", "фото ©",
    "источник:", "иллюстрация:", "джерело:", "снимка:", "صورة:", "الصورة:", "المصدر:", "تصوير:", "مصدر:", "عکس:",
    "منبع:", "تصویر:", "צילום:", "תמונה:", "फोटो:", "फोटो साभार:", "ছবি:", "ảnh:", "ภาพ:", "ภาพจาก ", "写真:", "写真：",
    "写真＝", "写真=", "撮影:", "撮影：", "撮影＝", "撮影=", "提供:", "提供：", "提供＝", "提供=", "出典:", "出典：",
    "图片来源:", "图片来源：", "圖片來源:", "圖片來源：", "图源:", "图源：", "图:", "图：", "圖:", "圖：", "图／",
    "圖／", "图/", "圖/", "摄影:", "摄影：", "攝影:", "攝影：", "来源:", "来源：", "來源:", "來源：",
    "사진:", "사진=", "사진 =", "사진 ", "사진ㅣ", "출처:", "출처="};

/* Words that make what is in brackets, or what ends a caption, a credit. */
static const char *const agencies[] = {"reuters", "getty", "afp", "ap photo", "ap images", "associated press", "dpa",
    "picture alliance", "picture-alliance", "imago", "shutterstock", "alamy", "istock", "adobe stock", "unsplash",
    "pexels", "pixabay", "epa", "efe", "ansa", "lusa", "keystone", "belga", "anp", "ntb", "ritzau", "scanpix",
    "tt nyhetsbyrån", "lehtikuva", "apa", "pa wire", "pa images", "pa media", "press association", "xinhua", "kyodo",
    "jiji", "yonhap", "anadolu", "sputnik", "тасс", "риа новости", "рбк", "укрінформ", "уніан", "zuma", "sipa", "abaca",
    "europa press", "bloomberg", "wikimedia", "wikipedia", "creative commons", "flickr", "nasa", "handout",
    "file photo", "archiv", "archivo", "archives", "dreamstime", "depositphotos", "123rf", "rex features", "splash",
    "canadian press", "press trust of india", "pti", "ani photo", "via ap", "freepik", "screenshot", "supplied",
    "courtesy", "divulgação", "reprodução", "agência brasil", "共同", "时事", "時事", "新华社", "新華社", "中新社",
    "视觉中国", "視覺中國", "路透", "法新社", "美联社", "美聯社", "연합뉴스", "뉴스1", "뉴시스", "로이터", "ロイター",
    "رويترز", "أ ف ب", "أ.ف.ب", "فرانس برس", "الأناضول", "أسوشيتد برس", "رویترز", "ایسنا", "ایرنا", "רויטרס",
    "אי-אף-פי", "eurokinissi", "रॉयटर्स", "एएफपी", "पीटीआई", "รอยเตอร์"};

/* What stands behind a name in wide brackets: "（倉田美咲撮影）". */
static const char *const behind_names[] = {"撮影", "提供", "摄影", "攝影", "摄", "攝", "供图", "供圖"};

static bool name_part(unsigned char c) {
    return c >= 0x80 || (unsigned char)((c | 32) - 'a') < 26 || (c >= '0' && c <= '9');
}

/* Whether an agency's name stands in a text as a word. */
static bool names_agency(cl_slice s) {
    for (size_t i = 0; i < s.size; i++) {
        const unsigned char c = (unsigned char)s.data[i];
        const bool ascii = c < 0x80;
        if ((ascii && i && name_part((unsigned char)s.data[i - 1])) || (c & 0xC0) == 0x80)
            continue;
        for (size_t k = 0; k < sizeof agencies / sizeof *agencies; k++) {
            if (cl_ascii_lower((char)c) != agencies[k][0])
                continue;
            const cl_slice name = cl_slice_z(agencies[k]);
            if (i + name.size > s.size || !cl_slice_equal_nocase(cl_slice_of(s.data + i, name.size), name))
                continue;
            if (!ascii || i + name.size == s.size || !name_part((unsigned char)s.data[i + name.size]))
                return true;
        }
        /* "AP" alone is a credit in capitals only. */
        if (i + 2 <= s.size && memcmp(s.data + i, "AP", 2) == 0 &&
            (i + 2 == s.size || !name_part((unsigned char)s.data[i + 2])))
            return true;
    }
    return false;
}

/* Size in `s` of `word`, with which it begins, whatever the case of letters; 0 where it does not. */
static size_t begins(cl_slice s, const char *word) {
    size_t i = 0;
    while (*word) {
        size_t size = 1, own = 1;
        /* "Foto :", "출처 = " */
        if ((*word == ':' || *word == '=') && i && i + 1 < s.size && s.data[i] == ' ')
            i++;
        if (i >= s.size)
            return 0;
        if ((unsigned char)*word < 0x80 && (unsigned char)s.data[i] < 0x80) {
            if (cl_ascii_lower(s.data[i]) != *word)
                return 0;
        } else if (cl_fold(cl_code_at(s.data + i, s.data + s.size, &size)) != cl_code_at(word, word + 4, &own)) {
            return 0;
        }
        i += size;
        word += own;
    }
    return i;
}

/* Size of the word for a credit with which `s` begins, 0 for none. */
static size_t marker_size(cl_slice s) {
    if (!s.size)
        return 0;
    const char first = cl_ascii_lower(s.data[0]);
    const bool ascii = (unsigned char)first < 0x80;
    const char *const *const markers = ascii ? ascii_markers : other_markers;
    const size_t count =
        ascii ? sizeof ascii_markers / sizeof *ascii_markers : sizeof other_markers / sizeof *other_markers;
    size_t low = 0, high = ascii ? count : 0, longest = 0;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (markers[middle][0] < first)
            low = middle + 1;
        else
            high = middle;
    }
    for (size_t k = low; k < count && (!ascii || markers[k][0] == first); k++) {
        const size_t size = begins(s, markers[k]);
        longest = size > longest && size < s.size ? size : longest;
    }
    return longest;
}

/* Whether `s` is a word for a credit, and nothing else. */
static bool is_marker(cl_slice s) {
    char room[40];
    if (!s.size || s.size + 2 > sizeof room)
        return false;
    memcpy(room, s.data, s.size);
    memcpy(room + s.size, " -", 2);
    const size_t size = marker_size(cl_slice_of(room, s.size + 2));
    return size == s.size || size == s.size + 1;
}

static cl_slice trim_marks(cl_slice s) {
    static const char *const marks[] = {
        " ", "\n", "|", "-", "–", "—", ",", ";", "/", "·", "•", "►", "▲", "▶", "↑", ":"};
    for (bool more = true; more;) {
        more = false;
        s = cl_slice_trim(s);
        if (s.size && cl_is_ascii_word(s.data[0]) && cl_is_ascii_word(s.data[s.size - 1]))
            break; /* as most are */
        for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
            const size_t n = strlen(marks[i]);
            if (s.size >= n && memcmp(s.data, marks[i], n) == 0)
                more = true, s = cl_slice_of(s.data + n, s.size - n);
            if (s.size >= n && memcmp(s.data + s.size - n, marks[i], n) == 0)
                more = true, s.size -= n;
        }
    }
    return s;
}

/* Where the bracket is opened that the last character closes; s.size where there is none. */
static size_t opening(cl_slice s, char open, char close) {
    size_t depth = 0;
    for (size_t i = s.size; i-- > 0 && s.size - i <= CREDIT_MAX;) {
        depth += s.data[i] == close;
        if (s.data[i] == open && --depth == 0)
            return i;
    }
    return s.size;
}

cl_slice cl_credit_clean(cl_slice credit) {
    if (!credit.size)
        return credit;
    for (unsigned turns = 0; turns < 4; turns++) {
        const cl_slice before = credit;
        credit = trim_marks(credit);
        const size_t marker = marker_size(credit);
        credit = cl_slice_of(credit.data + marker, credit.size - marker);
        const char last = credit.size ? credit.data[credit.size - 1] : 0;
        if ((last == ')' && opening(credit, '(', ')') == 0) || (last == ']' && opening(credit, '[', ']') == 0))
            credit = cl_slice_of(credit.data + 1, credit.size - 2);
        if (credit.size == before.size)
            break;
    }
    if (cl_ends(credit, CL_SLICE(" 기자")))
        credit.size -= CL_SLICE(" 기자").size;
    const char *const bar = credit.size ? memchr(credit.data, '|', credit.size) : NULL;
    if (bar) { /* "Ada Bach | Ada Bach" */
        const size_t at = (size_t)(bar - credit.data);
        const cl_slice left = cl_slice_trim(cl_slice_of(credit.data, at));
        if (cl_slice_equal(left, cl_slice_trim(cl_slice_of(bar + 1, credit.size - at - 1))))
            credit = left;
    }
    if (credit.size > 2 && credit.data[credit.size - 1] == '.' && credit.data[credit.size - 2] >= 'a')
        credit.size--;
    return credit.size ? credit : CL_SLICE_NONE;
}

/* Whether a place in a text is one where a credit may begin: after what ends a word. */
static bool boundary(cl_slice s, size_t i) {
    if (i == 0)
        return true;
    const unsigned char c = (unsigned char)s.data[i - 1];
    /* "in the studioPhoto: Ada Bach" */
    if (c >= 'a' && c <= 'z' && s.data[i] >= 'A' && s.data[i] <= 'Z')
        return true;
    /* Scripts without spaces: after any mark of theirs. */
    return !name_part(c) ||
           (c >= 0x80 && i >= 3 && (unsigned char)s.data[i - 3] >= 0xE3 && (unsigned char)s.data[i] >= 0x80);
}

/* Whether what is in brackets stands after a sentence, and looks like a name. */
static bool stands_alone(cl_slice s, size_t begin, cl_slice inner) {
    const cl_slice head = cl_slice_trim(cl_slice_of(s.data, begin));
    const char last = head.size ? head.data[head.size - 1] : 0;
    const unsigned char first = inner.size ? (unsigned char)inner.data[0] : 0;
    return (last == '.' || last == '!' || last == '?') && ((first >= 'A' && first <= 'Z') || first >= 0x80) &&
           cl_word_count(inner) <= NAME_WORDS;
}

/* "... in June. [Ada Bach/Agency]" */
static bool split_brackets(cl_slice s, cl_slice *caption, cl_slice *credit) {
    cl_slice head = s;
    if (head.size && head.data[head.size - 1] == '.')
        head.size--;
    const char last = head.size ? head.data[head.size - 1] : 0;
    if (last != ')' && last != ']')
        return false;
    const size_t begin = opening(head, last == ')' ? '(' : '[', last);
    if (begin >= head.size)
        return false;
    const cl_slice inner = cl_slice_of(head.data + begin + 1, head.size - begin - 2);
    const bool sure = last == ']' || marker_size(inner) || names_agency(inner) || stands_alone(s, begin, inner);
    const char *const slash = inner.size ? memchr(inner.data, '/', inner.size) : NULL;
    if (!inner.size || inner.size > CREDIT_MAX || !(sure || slash))
        return false;
    /* A date, "(2023/24)", is none. */
    if (inner.data[0] >= '0' && inner.data[0] <= '9')
        return false;
    *caption = trim_marks(cl_slice_of(s.data, begin));
    *credit = cl_credit_clean(inner);
    return true;
}

/* "…鐘（倉田美咲撮影）", "…（共同）" */
static bool split_wide_brackets(cl_slice s, cl_slice *caption, cl_slice *credit) {
    static const char open[] = "（", close[] = "）";
    const size_t size = sizeof open - 1;
    if (!cl_ends(s, cl_slice_z(close)))
        return false;
    size_t begin = s.size - size;
    while (begin > 0 && s.size - begin <= CREDIT_MAX && memcmp(s.data + begin, open, size) != 0)
        begin--;
    if (memcmp(s.data + begin, open, size) != 0)
        return false;
    cl_slice inner = cl_slice_of(s.data + begin + size, s.size - begin - 2 * size);
    bool sure = marker_size(inner) || names_agency(inner);
    for (size_t i = 0; !sure && i < sizeof behind_names / sizeof *behind_names; i++)
        if (cl_ends(inner, cl_slice_z(behind_names[i]))) {
            inner.size -= strlen(behind_names[i]);
            sure = true;
        }
    if (!sure || !inner.size)
        return false;
    *caption = trim_marks(cl_slice_of(s.data, begin));
    *credit = cl_credit_clean(inner);
    return true;
}

/* "... in June. Photo: Ada Bach / Agency" */
static bool split_marker(cl_slice s, cl_slice *caption, cl_slice *credit) {
    for (size_t i = s.size; i-- > 0;) {
        if (s.size - i > CREDIT_MAX + 24)
            return false;
        if (((unsigned char)s.data[i] & 0xC0) == 0x80 || !boundary(s, i))
            continue;
        const cl_slice tail = cl_slice_of(s.data + i, s.size - i);
        const size_t marker = marker_size(tail);
        const bool closed = marker && memchr(tail.data, ')', tail.size) && !memchr(tail.data, '(', tail.size);
        if (!marker || closed)
            continue;
        /* A word before the word: "Foto: © A. Bach", "AP Photo/A. Bach". */
        size_t begin = i;
        for (size_t k = i; k-- > 0 && i - k < 24;)
            if (boundary(s, k) && marker_size(cl_slice_of(s.data + k, s.size - k)) >= i - k - 1)
                begin = k;
        if (i >= 3 && cl_begins(tail, CL_SLICE("photo/")) && memcmp(s.data + i - 3, "AP ", 3) == 0) {
            *caption = trim_marks(cl_slice_of(s.data, i - 3));
            *credit = trim_marks(cl_slice_of(s.data + i - 3, s.size - i + 3));
            return true;
        }
        const cl_slice head = trim_marks(cl_slice_of(s.data, begin));
        const cl_slice found = cl_credit_clean(cl_slice_of(s.data + begin, s.size - begin));
        if (!found.size || (!head.size && cl_word_count(found) > WORDS_MAX))
            return false;
        *caption = head;
        *credit = found;
        return true;
    }
    return false;
}

/* Where the last sentence, or what stands for one, begins; 0 where there is but one. */
static size_t last_part(cl_slice s) {
    static const char *const ends[] = {
        ". ", "\n", "! ", "? ", " | ", " – ", " — ", " - ", ".\" ", "。", ".” ", ".’ ", ".» ", " • ", " · "};
    for (size_t i = s.size; i-- > 1 && s.size - i <= TAIL_MAX;)
        for (size_t k = 0; k < sizeof ends / sizeof *ends; k++) {
            if (*ends[k] != s.data[i])
                continue;
            const size_t n = strlen(ends[k]);
            /* "A. Bach" is no end of a sentence. */
            const bool initial = ends[k][0] == '.' && i >= 2 && !name_part((unsigned char)s.data[i - 2]);
            if (i + n < s.size && !initial && memcmp(s.data + i, ends[k], n) == 0)
                return i + n;
        }
    return 0;
}

/* Whether a text is made of names: no word of it begins with a small letter, but for those that stand within names. */
static bool only_names(cl_slice s) {
    static const char *const small[] = {"via", "for", "de", "del", "der", "von", "of", "the", "and", "di", "da", "do",
        "dos", "du", "des", "la", "le", "y", "e", "et", "und", "av", "van", "dpa", "epa", "imago", "file", "pool"};
    for (size_t i = 0; i < s.size;) {
        size_t end = i;
        while (end < s.size && s.data[end] != ' ' && s.data[end] != '/')
            end++;
        bool known = i == end || !(s.data[i] >= 'a' && s.data[i] <= 'z');
        for (size_t k = 0; !known && k < sizeof small / sizeof *small; k++)
            known = cl_slice_equal(cl_slice_of(s.data + i, end - i), cl_slice_z(small[k]));
        if (!known)
            return false;
        i = end + 1;
    }
    return true;
}

/* "... in June. Ada Bach/Agency" */
static bool split_tail(cl_slice s, cl_slice *caption, cl_slice *credit) {
    const size_t begin = last_part(s);
    const cl_slice tail = cl_slice_trim(cl_slice_of(s.data + begin, s.size - begin));
    if (!begin || !tail.size || tail.size > TAIL_MAX)
        return false;
    const size_t count = cl_word_count(tail);
    const bool slash = memchr(tail.data, '/', tail.size) != NULL;
    const bool reporter = cl_ends(tail, CL_SLICE(" 기자")) && count <= 3;
    if (count > 8 || !(names_agency(tail) || reporter || (slash && count <= 6 && only_names(tail))))
        return false;
    *caption = trim_marks(cl_slice_of(s.data, begin));
    *credit = cl_credit_clean(tail);
    return credit->size > 0;
}

void cl_caption_split(cl_slice text, cl_slice *caption, cl_slice *credit) {
    const cl_slice s = cl_slice_trim(text);
    *caption = s.size ? s : CL_SLICE_NONE;
    *credit = CL_SLICE_NONE;
    if (s.size && !split_brackets(s, caption, credit) && !split_wide_brackets(s, caption, credit) &&
        !split_marker(s, caption, credit))
        (void)split_tail(s, caption, credit);
    if (!caption->size)
        *caption = CL_SLICE_NONE;
}

void cl_credit_split(cl_slice text, cl_slice *caption, cl_slice *credit) {
    const cl_slice s = cl_slice_trim(text);
    *caption = *credit = CL_SLICE_NONE;
    if (s.size &&
        (split_brackets(s, caption, credit) || split_wide_brackets(s, caption, credit) ||
            split_marker(s, caption, credit)) &&
        cl_word_count(*caption) >= 3)
        return;
    if (cl_word_count(s) > WORDS_MAX) {
        cl_caption_split(s, caption, credit);
        return;
    }
    *caption = CL_SLICE_NONE;
    *credit = s;
}

cl_slice cl_caption_trim(cl_slice caption) {
    caption = cl_slice_trim(caption);
    if (is_marker(caption))
        return CL_SLICE_NONE;
    for (size_t size = 1; size < caption.size && size < 24; size++) {
        const size_t at = caption.size - size;
        if (boundary(caption, at) && is_marker(cl_slice_of(caption.data + at, size))) {
            caption.size = at;
            break;
        }
    }
    caption = trim_marks(caption);
    return caption.size ? caption : CL_SLICE_NONE;
}

bool cl_begins_with_credit(cl_slice text) {
    return marker_size(text) > 0;
}

bool cl_looks_like_credit(cl_slice text) {
    return text.size && text.size <= CREDIT_MAX && cl_word_count(text) <= WORDS_MAX &&
           (marker_size(text) || names_agency(text) || memchr(text.data, '/', text.size));
}
