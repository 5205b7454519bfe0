/* Blocks that are no body by their words, whatever the network said: what stands at the end of a page and says that all
 * rights are reserved, how to leave a newsletter, or that the rest is paid for; what corrects the story; and what a
 * form answers.
 *
 * On pages of sites that the network has not seen (5-fold cross-validation) nothing of the body says so: these words
 * are for pages unlike those, bare ones and flattened ones above all. */
#include "block/words.h"
#include "record/fields.h"
#include "record/string.h"

#define ENDING_MAX      400u /* bytes of a block that ends a page and not a story */
#define ENDINGS_MAX     8u   /* such blocks in a row */
#define CORRECTION_DATE 40u  /* bytes from the word to its colon, a date between */
#define CORRECTION_NEAR 3u   /* blocks from the body to what corrects it */
#define CORRECTED_MIN   3u   /* blocks of such a body */
#define FORM_BLOCKS     8u   /* in a form that a page shows */
#define FORM_MAX        300u /* letters */
#define SURE            0.9f /* of body: a story may tell how to leave a newsletter */

/* All in small letters. All rights are reserved. */
static const char *const rights[] = {"all rights reserved", "rights reserved.", "alle rechte vorbehalten",
    "todos los derechos reservados", "tous droits réservés", "todos os direitos reservados",
    "tutti i diritti riservati", "alle rechten voorbehouden", "wszelkie prawa zastrzeżone", "rättigheter förbehållna",
    "alle rettigheter forbeholdt", "med ensamrätt", "kaikki oikeudet pidätetään", "öll réttindi áskilin",
    "všechna práva vyhrazena", "všetky práva vyhradené", "minden jog fenntartva", "toate drepturile rezervate",
    "sva prava pridržana", "sva prava zadržana", "tüm hakları saklıdır", "her hakkı saklıdır", "права защищены",
    "права захищені", "права запазени", "με επιφύλαξη παντός δικαιώματος", "جميع الحقوق محفوظة", "تمامی حقوق",
    "כל הזכויות שמורות", "版权所有", "版權所有", "無断転載", "無断複製", "무단전재", "무단 전재", "สงวนลิขสิทธิ์",
    "bản quyền thuộc về", "giữ bản quyền", "সর্বস্বত্ব", "hak cipta dilindungi", "सर्वाधिकार सुरक्षित"};

/* How to get no more of the letters. */
static const char *const leaving[] = {"unsubscribe", "newsletter abbestellen", "newsletter abmelden",
    "vom newsletter abmelden", "se désabonner", "se désinscrire", "désabonnez-vous", "darse de baja", "darte de baja",
    "cancelar la suscripción", "cancelar a subscrição", "cancelar a inscrição", "cancelar inscrição", "disiscriviti",
    "annulla l'iscrizione", "cancella l'iscrizione", "uitschrijven", "afmelden voor", "avprenumerera",
    "avregistrera dig", "meld deg av", "afmeld nyhedsbrev", "peruuta tilaus", "wypisz się", "zrezygnuj z subskrypcji",
    "odhlásit se z odběru", "leiratkozás", "dezabonare", "отписаться", "відписатися", "отпишете се", "απεγγραφή",
    "abonelikten çık", "إلغاء الاشتراك", "لغو اشتراک", "退订", "取消订阅", "取消訂閱", "配信停止", "購読を解除",
    "구독 취소", "수신거부", "수신 거부", "hủy đăng ký", "berhenti berlangganan", "ยกเลิกการรับ"};

/* What a form says that was sent, or could not be. */
static const char *const answers[] = {"there was a problem", "there was an error", "an error occurred",
    "an error has occurred", "has been saved.", "please enter a valid", "enter a valid email", "invalid email",
    "something went wrong", "thank you for subscribing", "thanks for subscribing", "thank you for signing up",
    "thanks for signing up", "ist ein fehler aufgetreten", "gültige e-mail", "vielen dank für ihre anmeldung",
    "wurde gespeichert.", "une erreur est survenue", "une erreur s'est produite", "adresse e-mail valide",
    "adresse email valide", "merci de votre inscription", "merci pour votre inscription", "se ha producido un error",
    "ha ocurrido un error", "correo electrónico válido", "gracias por suscribir", "ocorreu um erro", "e-mail válido",
    "obrigado por se inscrever", "si è verificato un errore", "email valido", "grazie per esserti iscritto",
    "er is een fout opgetreden", "geldig e-mailadres", "wystąpił błąd", "prawidłowy adres", "ett fel uppstod",
    "något gick fel", "der opstod en fejl", "det oppstod en feil", "tapahtui virhe", "došlo k chybě", "hiba történt",
    "a apărut o eroare", "произошла ошибка", "виникла помилка", "παρουσιάστηκε σφάλμα", "bir hata oluştu", "حدث خطأ",
    "خطایی رخ", "אירעה שגיאה", "エラーが発生しました", "发生错误", "發生錯誤", "오류가 발생", "đã xảy ra lỗi",
    "terjadi kesalahan"};

/* What begins a note that corrects the story; a colon, a full stop, a dash or a bracket follows. */
static const char *const corrections[] = {"correction", "corrections", "clarification", "editor's note",
    "editor’s note", "korrektur", "berichtigung", "richtigstellung", "anmerkung der redaktion", "rectificatif",
    "correctif", "erratum", "note de la rédaction", "corrección", "rectificación", "fe de errores", "fe de erratas",
    "nota de la redacción", "correção", "errata", "nota da redação", "correzione", "errata corrige", "rettifica",
    "correctie", "rectificatie", "sprostowanie", "oprava", "helyreigazítás", "rättelse", "rettelse", "korreksjon",
    "oikaisu", "düzeltme", "исправление", "поправка", "уточнение", "виправлення", "уточнення", "διόρθωση", "تصحيح",
    "تصویب", "اصلاحیه", "תיקון", "תיקון טעות", "सुधार", "শুদ্ধি", "সংশোধনী", "更正", "勘误", "勘誤", "訂正",
    "お詫びと訂正", "정정", "바로잡습니다", "đính chính", "ralat", "koreksi", "แก้ไขข่าว"};

static bool is_body(const cl_labels *labels, size_t block) {
    return labels->list.at[block].role == CL_ROLE_BODY;
}

/* Whether a text begins with whose it is: "© Harbour Ledger", "(c) 2024". */
static bool begins_with_owner(cl_slice text) {
    static const char *const marks[] = {"©", "(c) ", "copyright ©", "copyright (c) "};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (cl_begins(text, cl_slice_of(marks[i], strlen(marks[i]))))
            return true;
    return false;
}

/* What a block at the end of the body is; body where it says nothing of the kind. */
static cl_role read_ending(cl_slice text, bool sure, bool closed) {
    if (text.size > ENDING_MAX)
        return CL_ROLE_BODY;
    if (begins_with_owner(text) || CL_SAYS_ANY(text, rights))
        return CL_ROLE_LEGAL;
    return (!sure && CL_SAYS_ANY(text, leaving)) || (closed && cl_says_wall(text)) ? CL_ROLE_PROMOTION : CL_ROLE_BODY;
}

/* Bytes of a text that say the word, whatever the case of letters; 0 where it does not begin with it. */
static size_t begins_with(cl_slice text, cl_slice word) {
    size_t at = 0;
    for (size_t i = 0, size, own; i < word.size; i += own, at += size)
        if (at >= text.size || cl_fold(cl_code_at(text.data + at, text.data + text.size, &size)) !=
                                   cl_code_at(word.data + i, word.data + word.size, &own))
            return 0;
    return at;
}

/* "Correction, 5 March: an earlier version", "Korrektur: …". */
static bool is_correction(cl_slice text) {
    for (size_t i = 0; i < sizeof corrections / sizeof *corrections; i++) {
        const size_t size = begins_with(text, cl_slice_z(corrections[i]));
        const cl_slice rest = cl_slice_of(text.data + size, text.size - size);
        if (!size || !rest.size ||
            !(strchr(" ,.:;-(\n", rest.data[0]) || cl_begins(rest, CL_SLICE("：")) ||
                cl_begins(rest, CL_SLICE("\u00a0"))))
            continue;
        const cl_slice near = cl_slice_of(rest.data, rest.size < CORRECTION_DATE ? rest.size : CORRECTION_DATE);
        if (rest.data[0] == '.' || rest.data[0] == '\n' || memchr(near.data, ':', near.size) ||
            cl_contains(near, CL_SLICE("：")))
            return true;
    }
    return false;
}

/* A note that corrects the story, before or behind all of it. */
static void read_corrections(const cl_making *m, cl_labels *labels) {
    const uint32_t count = (uint32_t)labels->list.count;
    uint32_t first = count, last = 0, body = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (!is_body(labels, i))
            continue;
        first = body++ ? first : i;
        last = i;
    }
    if (body < CORRECTED_MIN)
        return;
    const uint32_t begin = first > CORRECTION_NEAR ? first - CORRECTION_NEAR : 0;
    for (uint32_t i = begin; i < count && i <= last + CORRECTION_NEAR; i++)
        if ((i <= first || i >= last) && i != labels->headline && m->blocks->list.at[i].sentences &&
            m->blocks->list.at[i].type != CL_BLOCK_HEADING && is_correction(m->blocks->list.at[i].text))
            labels->list.at[i].role = CL_ROLE_NOTE;
}

/* From the end of the body back to the first block of it that is the story. A page of nothing else stays as it is. */
static void read_endings(const cl_making *m, cl_labels *labels) {
    const bool closed = cl_says_closed(m);
    cl_role roles[ENDINGS_MAX];
    uint32_t found[ENDINGS_MAX];
    size_t count = 0;
    bool story = false;
    for (uint32_t i = (uint32_t)labels->list.count; i-- && !story;) {
        if (!is_body(labels, i))
            continue;
        const bool sure = labels->list.at[i].probability >= SURE;
        const cl_role role = count < ENDINGS_MAX ? read_ending(m->blocks->list.at[i].text, sure, closed) : CL_ROLE_BODY;
        story = role == CL_ROLE_BODY;
        if (story)
            break;
        roles[count] = role;
        found[count++] = i;
    }
    for (size_t i = 0; story && i < count; i++)
        labels->list.at[found[i]].role = (uint8_t)roles[i];
}

/* Whether a box is of few lines, and the body goes on outside of it. */
static bool is_form(const cl_box *box, uint32_t first_body, uint32_t last_body) {
    return box->end_block - box->first_block <= FORM_BLOCKS && box->chars <= FORM_MAX &&
           (first_body < box->first_block || last_body >= box->end_block);
}

/* Forms hold what they will answer ready, good and bad: "Your address has been saved", "There was a problem". Where
 * such a line stands all is the form's. */
static void read_answers(const cl_making *m, cl_labels *labels) {
    const uint32_t first = cl_body_begin(labels), end = cl_body_end(labels);
    for (uint32_t i = first; m->dom && i < end; i++) {
        const cl_block *const b = &m->blocks->list.at[i];
        const cl_box *const around = &m->blocks->boxes.at[m->blocks->boxes.at[b->box].parent];
        if (!is_body(labels, i) || !is_form(around, first, end - 1) || !CL_SAYS_ANY(b->text, answers))
            continue;
        for (uint32_t k = around->first_block; k < around->end_block; k++)
            if (is_body(labels, k))
                labels->list.at[k].role = CL_ROLE_PROMOTION;
    }
}

void cl_evident_endings(const cl_making *m, cl_labels *labels) {
    read_endings(m, labels);
    read_corrections(m, labels);
    read_answers(m, labels);
}
