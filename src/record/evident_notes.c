/* Lists of literature and footnotes: what stands below "References" is of notes, not the story's text, whatever the
 * network said.
 *
 * On pages of sites that the network has not seen (5-fold cross-validation over roles) 72 items of the body stand below
 * such a line, on three pages, none of them in the gold. */
#include "record/fields.h"
#include "record/string.h"

#define LINE_MAX  48u /* bytes of the line that says so */
#define APART_MAX 2u  /* blocks between it and the first item */
#define ITEMS_MIN 2u

/* What such a line begins with; in letters that are not ASCII, as it is written there. */
static const char *const words[] = {"references", "reference list", "key references", "selected references",
    "article references", "bibliography", "works cited", "literature cited", "citations", "footnotes", "endnotes",
    "notes and references", "literatur", "quellenverzeichnis", "quellenangaben", "quellen und literatur",
    "einzelnachweise", "fußnoten", "fussnoten", "endnoten", "références", "Références", "bibliographie",
    "notes de bas de page", "notes et références", "ouvrages cités", "referencias", "bibliografía", "notas al pie",
    "notas de pie", "referências", "notas de rodapé", "bibliografia", "riferimenti bibliografici", "note a piè",
    "referenties", "literatuur", "voetnoten", "eindnoten", "referenser", "fotnoter", "referanser", "källförteckning",
    "litteraturliste", "litteratur", "kildehenvisninger", "lähdeluettelo", "lähteet", "alaviitteet", "przypisy",
    "literatura", "poznámky pod čarou", "irodalomjegyzék", "lábjegyzet", "referințe", "note de subsol", "kaynakça",
    "dipnot", "литература", "Литература", "список литературы", "Список литературы", "примечания", "Примечания",
    "сноски", "Сноски", "список літератури", "Список літератури", "Література", "Примітки", "Βιβλιογραφία",
    "Υποσημειώσεις", "المراجع", "قائمة المراجع", "الهوامش", "منابع", "پانویس", "ביבליוגרפיה", "הערות שוליים",
    "参考文献", "參考文獻", "参考资料", "參考資料", "脚注", "注釈", "참고문헌", "참고 문헌", "각주",
    "tài liệu tham khảo", "Tài liệu tham khảo", "daftar pustaka", "catatan kaki", "บรรณานุกรม", "เชิงอรรถ", "संदर्भ"};

/* "9. References:" without what stands before the word. */
static cl_slice without_number(cl_slice text) {
    size_t i = 0;
    while (i < text.size && (unsigned char)text.data[i] < 0x80 && !cl_is_ascii_letter(text.data[i]))
        i++;
    return cl_slice_of(text.data + i, text.size - i);
}

static bool is_said(const cl_block *b) {
    if (b->text.size > LINE_MAX || b->type == CL_BLOCK_ITEM || b->type == CL_BLOCK_CELL)
        return false;
    const cl_slice text = without_number(b->text);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (cl_begins(text, cl_slice_z(words[i])))
            return true;
    return false;
}

void cl_evident_notes(const cl_making *m, cl_labels *labels) {
    const cl_block *const blocks = m->blocks->list.at;
    const uint32_t count = (uint32_t)labels->list.count;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t begin = i + 1;
        while (begin < count && begin <= i + APART_MAX && blocks[begin].type != CL_BLOCK_ITEM)
            begin++;
        uint32_t end = begin, body = 0;
        if (begin == count || blocks[begin].type != CL_BLOCK_ITEM || !is_said(&blocks[i]))
            continue;
        for (; end < count && blocks[end].type == CL_BLOCK_ITEM; end++)
            body += labels->list.at[end].role == CL_ROLE_BODY;
        for (uint32_t k = i; body && end - begin >= ITEMS_MIN && k < end; k++)
            if (labels->list.at[k].role == CL_ROLE_BODY || labels->list.at[k].role == CL_ROLE_ASIDE ||
                labels->list.at[k].role == CL_ROLE_BYLINE)
                labels->list.at[k].role = CL_ROLE_NOTE;
        i = end - 1;
    }
}
