/* Who may read a story, and whether the body that is there breaks off. */
#include "record/fields.h"
#include "record/string.h"

#define WALL_NEAR 8u   /* blocks after the body in which a wall stands */
#define WALL_MAX  600u /* bytes of a block that is one */

/* What a wall says, in small letters: the rest is for those who pay. */
static const char *const walls[] = {"to continue reading", "to keep reading", "subscribe to read", "to read the full",
    "subscribers only", "only for subscribers", "for subscribers", "exclusive to subscribers", "already a subscriber",
    "this article is for", "this content is for", "subscribe to unlock", "unlock this article", "members only",
    "become a member to", "to read this article", "to access this article", "you have reached your limit",
    "weiterlesen mit", "jetzt weiterlesen", "diesen artikel weiterlesen", "nur für abonnenten", "für abonnenten",
    "mit einem abo", "exklusiv für abonn", "lesen sie weiter mit", "artikel freischalten", "sie haben bereits ein abo",
    "bereits abonnent", "um weiterzulesen", "réservé aux abonnés", "réservée aux abonnés", "réservés aux abonnés",
    "il vous reste", "déjà abonné", "abonnez-vous pour", "pour lire la suite", "lire la suite de",
    "para seguir leyendo", "para continuar leyendo", "sigue leyendo con", "solo para suscriptores",
    "sólo para suscriptores", "exclusivo para suscriptores", "contenido exclusivo", "ya eres suscriptor",
    "suscríbete para", "para continuar lendo", "para continuar a ler", "exclusivo para assinantes",
    "conteúdo exclusivo", "já é assinante", "per continuare a leggere", "riservato agli abbonati",
    "contenuto riservato", "sei già abbonato", "om verder te lezen", "verder lezen", "alleen voor abonnees",
    "exclusief voor abonnees", "al abonnee", "for å lese videre", "kun for abonnenter", "for at læse videre",
    "för att läsa vidare", "endast för prenumeranter", "jatka lukemista", "vain tilaajille", "aby czytać dalej",
    "czytaj dalej z", "dla prenumeratorów", "pro předplatitele", "pre predplatiteľov", "előfizetőknek",
    "pentru abonați", "για συνδρομητές", "для подписчиков", "по подписке", "чтобы читать дальше", "для передплатників",
    "aboneler için", "okumaya devam etmek için", "للمشتركين فقط", "会員限定", "有料会員", "続きを読むには",
    "この記事は有料", "付费阅读", "订阅后", "訂閱", "구독자 전용", "유료회원"};

bool cl_says_wall(cl_slice text) {
    return text.size <= WALL_MAX && CL_SAYS_ANY(text, walls);
}

/* Whether a wall stands where the body ends. */
static bool stands_wall(const cl_making *m) {
    const cl_label *const labels = m->labels->list.at;
    const uint32_t count = (uint32_t)m->labels->list.count;
    const uint32_t end = cl_body_end(m->labels);
    for (uint32_t i = end, seen = 0; end && i < count && seen < WALL_NEAR; i++, seen++) {
        if (labels[i].role == CL_ROLE_COMMENT)
            break;
        if (cl_says_wall(m->blocks->list.at[i].text))
            return true;
        if (labels[i].role == CL_ROLE_RELATED)
            break;
    }
    return false;
}

/* 1 yes, 0 no, -1 it does not say: true, "True", "http://schema.org/True", 1. */
static int truth(const cl_json *json, uint32_t value) {
    const cl_slice text = value ? json->at[value].text : CL_SLICE_NONE;
    if (!text.size)
        return -1;
    if (cl_ends(text, CL_SLICE("false")) || cl_slice_equal(text, CL_SLICE("0")))
        return 0;
    return cl_ends(text, CL_SLICE("true")) || cl_slice_equal(text, CL_SLICE("1")) ? 1 : -1;
}

/* "isAccessibleForFree" of an object, or of a part of it. */
static int free_object(const cl_json *json, uint32_t object) {
    static const char *const names[] = {"isAccessibleForFree", "isAccesibleForFree", "isAccessibleforFree"};
    int is_free = -1;
    for (size_t i = 0; i < 3 && is_free < 0; i++)
        is_free = truth(json, cl_json_get(json, object, cl_slice_z(names[i])));
    if (is_free >= 0)
        return is_free;
    uint32_t part = cl_json_get(json, object, CL_SLICE("hasPart"));
    if (part && json->at[part].type == CL_JSON_ARRAY)
        part = json->at[part].first;
    for (unsigned turns = 0; part && turns < 16; part = json->at[part].next, turns++)
        if (truth(json, cl_json_get(json, part, CL_SLICE("isAccessibleForFree"))) == 0)
            return 0;
    return -1;
}

/* "article:content_tier" and its like; absent where it says nothing known. */
static cl_slice tier(const cl_making *m) {
    static const struct {
        const char *says;
        const char *access;
    } tiers[] = {{"free", "free"}, {"metered", "metered"}, {"locked", "paywalled"}, {"paid", "paywalled"},
        {"premium", "paywalled"}, {"subscriber", "paywalled"}, {"true", "free"}, {"false", "paywalled"}};
    const cl_slice said = m->data->meta[CL_META_ACCESS].value;
    for (size_t i = 0; i < sizeof tiers / sizeof *tiers; i++)
        if (cl_slice_equal_nocase(said, cl_slice_z(tiers[i].says)))
            return cl_slice_z(tiers[i].access);
    return CL_SLICE_NONE;
}

bool cl_says_closed(const cl_making *m) {
    const uint32_t objects[] = {m->data->article, m->data->page, m->data->item};
    for (size_t i = 0; i < sizeof objects / sizeof *objects; i++) {
        const int is_free = free_object(&m->data->json, objects[i]);
        if (is_free >= 0)
            return !is_free;
    }
    const cl_slice told = tier(m);
    return told.data && !cl_slice_equal(told, CL_SLICE("free"));
}

static void set(cl_making *m, cl_slice access, cl_origin from) {
    m->record->access = access;
    m->record->from.access = from;
}

/* Whether the last words of the body are those of a beginning: "... the mayor said that he would…". */
static bool breaks_off(const cl_making *m) {
    static const char *const endings[] = {"…", "...", "[…]", "(…)", "[...]"};
    if (!m->record->body_count)
        return false;
    const cl_slice text = m->record->body[m->record->body_count - 1].text;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (cl_ends(text, cl_slice_z(endings[i])))
            return true;
    return false;
}

void cl_make_access(cl_making *m) {
    const cl_json *const json = &m->data->json;
    const struct {
        uint32_t object;
        cl_origin from;
    } said[] = {
        {m->data->article, CL_FROM_JSON_LD}, {m->data->page, CL_FROM_JSON_LD}, {m->data->item, CL_FROM_MICRODATA}};
    for (size_t i = 0; i < 3 && !m->record->access.data; i++) {
        const int is_free = free_object(json, said[i].object);
        if (is_free >= 0)
            set(m, is_free ? CL_SLICE("free") : CL_SLICE("paywalled"), said[i].from);
    }
    const cl_slice told = tier(m);
    /* A tier says more than yes or no does. */
    if (told.data && (!m->record->access.data || cl_slice_equal(told, CL_SLICE("metered"))))
        set(m, told, CL_FROM_META);
    const bool read = m->record->from.body == CL_FROM_VISIBLE || m->record->from.body == CL_FROM_TEXT;
    const bool wall = read && stands_wall(m);
    if (wall && !m->record->access.data)
        set(m, CL_SLICE("paywalled"), m->dom ? CL_FROM_VISIBLE : CL_FROM_TEXT);
    const bool closed = m->record->access.data && !cl_slice_equal(m->record->access, CL_SLICE("free"));
    m->record->truncated = (wall && closed) || (read && closed && breaks_off(m));
}
