/* Why there is no good body: so that a failure never looks like a success. */
#include "record/fields.h"
#include "record/string.h"

#define BODY_SHORT 400u /* letters of a body that may be no story, but what a page says in place of one */
#define BODY_TINY  80u  /* and that is none at all */
#define LOOKED_AT  60u  /* blocks in which it is looked for what the page says */

static bool says_error(cl_slice title) {
    static const char *const words[] = {"404", "not found", "page not available", "no longer available",
        "403 forbidden", "access denied", "500 internal", "502 bad", "503 service", "error 4", "error 5",
        "nicht gefunden", "seite existiert nicht", "fehler 404", "page introuvable", "erreur 404", "no encontrada",
        "página no existe", "não encontrada", "pagina non trovata", "niet gevonden", "ikke fundet", "ikke funnet",
        "hittades inte", "sivua ei löy", "nie znaleziono", "nenalezena", "nem található", "не найдена", "не найдено",
        "bulunamadı", "الصفحة غير موجودة", "ページが見つかりません", "页面不存在", "頁面不存在", "페이지를 찾을 수"};
    return title.size < 200 && CL_SAYS_ANY(title, words);
}

static bool says_login(cl_slice text) {
    static const char *const words[] = {"log in", "login", "sign in", "anmelden", "einloggen", "se connecter",
        "connectez-vous", "iniciar sesión", "inicia sesión", "iniciar sessão", "accedi", "inloggen", "logg inn",
        "log ind", "logga in", "kirjaudu", "zaloguj", "přihlá", "bejelentkez", "войти", "giriş yap", "تسجيل الدخول",
        "ログイン", "登录", "登入", "로그인"};
    return text.size < 120 && CL_SAYS_ANY(text, words);
}

static bool says_consent(cl_slice text) {
    static const char *const words[] = {"before you continue", "we value your privacy", "we care about your privacy",
        "accept all", "accept cookies", "cookie consent", "consent to", "alle akzeptieren", "zustimmen", "einwilligung",
        "cookies zustimmen", "tout accepter", "accepter les cookies", "avec votre consentement", "aceptar todo",
        "aceptar cookies", "accetta tutto", "accetta i cookie", "alles accepteren", "alle cookies", "godta alle",
        "accepter alle", "godkänn alla", "hyväksy kaikki", "zaakceptuj", "přijmout vše", "принять все"};
    return CL_CONTAINS_ANY(text, words);
}

static bool says_scripts(cl_slice text) {
    static const char *const words[] = {"enable javascript", "javascript is required", "javascript is disabled",
        "turn on javascript", "need to enable javascript", "requires javascript", "without javascript",
        "javascript aktiv", "javascript einschalten", "activer javascript", "habilitar javascript", "activa javascript",
        "ative o javascript", "abilita javascript", "javascript in te schakelen", "включите javascript",
        "включить javascript"};
    return text.size < 600 && CL_SAYS_ANY(text, words);
}

/* How much of a story there is, in letters. */
static size_t body_size(const cl_making *m) {
    size_t size = 0;
    for (uint32_t i = 0; i < m->labels->list.count; i++)
        if (m->labels->list.at[i].role == CL_ROLE_BODY)
            size += m->blocks->list.at[i].chars;
    return size;
}

/* What the blocks say in place of a story. */
typedef struct said {
    bool scripts, login, error;
    uint32_t consent; /* letters */
    uint32_t others;  /* letters of what is not about consent */
} said;

static void look(const cl_making *m, said *s) {
    const uint32_t count = (uint32_t)m->blocks->list.count;
    for (uint32_t i = 0; i < count; i++) {
        const cl_block *const b = &m->blocks->list.at[i];
        const bool consent = m->labels->list.at[i].role == CL_ROLE_CONSENT || (i < LOOKED_AT && says_consent(b->text));
        if (consent)
            s->consent += b->chars;
        else
            s->others += b->chars;
        if (i >= LOOKED_AT)
            continue;
        s->scripts |= says_scripts(b->text);
        s->login |= b->type == CL_BLOCK_HEADING && says_login(b->text);
        s->error |= b->type == CL_BLOCK_HEADING && says_error(b->text);
    }
}

/* Whether something says that this page is a story after all. */
static bool is_story(const cl_making *m) {
    return m->data->article || m->record->published.data || m->record->authors.count;
}

static cl_slice find_problem(const cl_making *m) {
    const bool elsewhere = m->record->from.body == CL_FROM_STATE || m->record->from.body == CL_FROM_JSON_LD;
    const size_t size = body_size(m);
    said s = {.others = 0};
    if (elsewhere)
        return CL_SLICE_NONE;
    if (size >= BODY_SHORT)
        return (m->labels->kind == CL_PAGE_LISTING || m->labels->kind == CL_PAGE_ERROR) && !is_story(m)
                   ? CL_SLICE("not-an-article")
                   : CL_SLICE_NONE;
    look(m, &s);
    if (says_error(m->data->title) || s.error || m->labels->kind == CL_PAGE_ERROR)
        return CL_SLICE("error-page");
    if (s.consent > s.others)
        return CL_SLICE("consent-wall");
    if (says_login(m->data->title) || (s.login && size < BODY_TINY))
        return CL_SLICE("login");
    if (size >= BODY_TINY && m->record->body_count)
        return m->labels->kind == CL_PAGE_LISTING && !is_story(m) ? CL_SLICE("not-an-article") : CL_SLICE_NONE;
    /* A frame without a picture: scripts that are to fill it, and hardly a word. */
    if (s.scripts || (m->data->script_count && s.others < BODY_SHORT))
        return CL_SLICE("needs-rendering");
    return CL_SLICE("not-an-article");
}

void cl_make_problem(cl_making *m) {
    if (m->dom)
        m->record->problem = find_problem(m);
}
