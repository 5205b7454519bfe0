#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "record/quotation_parts.h"

#include <stdio.h>
#include <stdlib.h>

static cl_arena arena;

#define PARAGRAPHS_MAX 16u

/* The quotations of a text with a paragraph a line, the first of which is its title. */
static cl_quotations find(const char *text, const char *language) {
    static cl_quote_paragraph paragraphs[PARAGRAPHS_MAX];
    size_t count = 0;
    for (const char *p = text; *p && count < PARAGRAPHS_MAX;) {
        const size_t n = strcspn(p, "\n");
        paragraphs[count++] = (cl_quote_paragraph){.text = cl_slice_of(p, n)};
        p += n + (p[n] == '\n');
    }
    cl_quotations found;
    assert_true(
        cl_find_quotations(paragraphs + 1, count - 1, paragraphs[0].text, cl_slice_z(language), &arena, &found));
    for (size_t i = 0; i < found.count; i++) {
        const cl_quotation *const q = &found.at[i];
        assert_true(q->text.data == paragraphs[1 + q->paragraph].text.data + q->start);
        assert_int_equal(q->text.size, q->end - q->start);
    }
    return found;
}

static void put(char **out, const char *end, cl_slice s) {
    *out += snprintf(*out, (size_t)(end - *out), "%.*s", (int)s.size, s.data ? s.data : "");
}

/* The quotations of a text, one a line: "text | mention | speaker | outlet". */
static void assert_quotations(const char *language, const char *text, const char *want) {
    static char have[16384];
    char *out = have;
    const char *const end = have + sizeof have;
    const cl_quotations found = find(text, language);
    *out = '\0';
    for (size_t i = 0; i < found.count; i++) {
        const cl_quotation *const q = &found.at[i];
        const cl_slice parts[] = {q->text, q->mention, q->speaker, q->outlet};
        for (size_t k = 0; k < 4; k++) {
            put(&out, end, parts[k]);
            put(&out, end, cl_slice_z(k < 3 ? " | " : "\n"));
        }
    }
    if (strcmp(have, want) != 0)
        fail_msg("want:\n%shave:\n%s", want, have);
}

/* The texts alone, one a line. */
static void assert_texts(const char *language, const char *text, const char *want) {
    char have[4096] = "";
    char *out = have;
    const cl_quotations found = find(text, language);
    for (size_t i = 0; i < found.count; i++) {
        put(&out, have + sizeof have, found.at[i].text);
        put(&out, have + sizeof have, CL_SLICE("\n"));
    }
    if (strcmp(have, want) != 0)
        fail_msg("want:\n%shave:\n%s", want, have);
}

static void english(void **state) {
    (void)state;
    assert_quotations("en",
        "Ducks close the bridge at Elmsford\n"
        "Mayor Ada Bach closed the bridge on Monday. \"We will not run over a single duckling,\" Bach said in an "
        "interview "
        "with the Elmsford Herald. \"They were here before us.\"\n"
        "\"It is the right thing to do,\" said Emil Zahn, a spokesman for the harbour, who has three ducks of his "
        "own.\n"
        "He added that the harbour “would wait for as long as it takes.”\n"
        "According to Bach, “the bridge will open again in June.”\n",
        "We will not run over a single duckling, | Bach | Ada Bach | Elmsford Herald\n"
        "They were here before us. | Bach | Ada Bach | Elmsford Herald\n"
        "It is the right thing to do, | Emil Zahn | Emil Zahn | \n"
        "would wait for as long as it takes. | He | Emil Zahn | \n"
        "the bridge will open again in June. | Bach | Ada Bach | \n");
    assert_quotations("en",
        "Frost\n"
        "\"The plums are gone for this year,\" the head of the growers' union told Orchard News on Friday.\n"
        "Ines Holt, who picked plums for thirty years, said: \"Nobody here has seen the like of it.\"\n",
        "The plums are gone for this year, | the head of the growers' union |  | Orchard News\n"
        "Nobody here has seen the like of it. | Ines Holt | Ines Holt | \n");
}

/* Where the subject of a verb of saying stands apart from it, or behind it. */
static void subjects(void **state) {
    (void)state;
    assert_quotations("en",
        "Storm\n"
        "HARBOUR TOWN, Dec. 8 (UPI) — Sen. Ada Bach (D-Ohio.), who has lived here since 1970, called the storm \"a "
        "once in "
        "a lifetime event.\"\n"
        "\"We are closed until spring, I am afraid,\" a notice on the door of the inn reads.\n"
        "The lights were \"on the whole night,\" with the ferry still at sea, said harbour authority director Emil "
        "Zahn.\n"
        "One of the oldest captains, Ines Holt, repeatedly warned that \"nobody should sail today.\"\n"
        "The letter goes on to say: \"There is no money left for a new pier.\"\n"
        "Bach however said the town \"will rebuild the old pier.\"\n"
        "Still, Holt defended \"the old ways of the harbour,\" saying the town had forgotten them.\n",
        "a once in a lifetime event. | Sen. Ada Bach | Ada Bach | \n"
        "We are closed until spring, I am afraid, | a notice on the door of the inn |  | \n"
        "on the whole night, | harbour authority director Emil Zahn | Emil Zahn | \n"
        "nobody should sail today. | Ines Holt | Ines Holt | \n"
        "There is no money left for a new pier. | The letter |  | \n"
        "will rebuild the old pier. | Bach | Ada Bach | \n"
        "the old ways of the harbour, | Holt | Ines Holt | \n");
}

/* Whom a mention can mean: persons before firms, the name behind an office, no number, no noun of German. */
static void speakers(void **state) {
    (void)state;
    assert_quotations("en",
        "Pipes\n"
        "Ada Bach, the minister, signed the contract for Transpipe. Transpipe has a long history, and Transpipe will "
        "build it.\n"
        "\"We have waited for ten years,\" she said in a speech in Gettysburg.\n"
        "Lake Society president Emil Zahn said: \"We are against all of it.\"\n"
        "\"It will be cold,\" said a spokesman for Emil Zahn.\n"
        "\"The lake is too small,\" the chairman of the Lake Alliance, Ines Holt, told The Harbour newspaper.\n"
        "A woman of 35 said \"the lake is all we have.\"\n",
        "We have waited for ten years, | she | Ada Bach | \n"
        "We are against all of it. | Lake Society president Emil Zahn | Emil Zahn | \n"
        "It will be cold, | a spokesman for Emil Zahn |  | \n"
        "The lake is too small, | the chairman of the Lake Alliance | Ines Holt | The Harbour\n"
        "the lake is all we have. | A woman of 35 |  | \n");
    assert_quotations("de",
        "Leitung\n"
        "Der Minister sagte am Montag: „Wir haben zehn Jahre lang gewartet.“\n"
        "„Das sind wir dem See schuldig“, sagte Ada Bach in einer Pressemitteilung.\n",
        "Wir haben zehn Jahre lang gewartet. | Der Minister |  | \n"
        "Das sind wir dem See schuldig | Ada Bach | Ada Bach | \n");
}

/* Subjects behind what is put in, names behind offices, and terms that are no quotations. */
static void subjects_elsewhere(void **state) {
    (void)state;
    assert_quotations("es",
        "El puerto\n"
        "«Esto ya no es un puerto», lamenta, por su parte, Ada Ferrán, patrona del Estrella.\n"
        "Ese mismo día, el presidente del sindicato portuario, Emilio Rey, señaló que «el muelle está cerrado».\n"
        "El barco pertenece a la llamada «flota de la ría» desde el año pasado.\n",
        "Esto ya no es un puerto | Ada Ferrán | Ada Ferrán | \n"
        "el muelle está cerrado | Emilio Rey | Emilio Rey | \n");
    assert_quotations("fr",
        "Le port\n"
        "« Nous attendons depuis dix ans », a déclaré à cette occasion le maire de Varelle.\n"
        "« Une erreur dans la précipitation », plaide l'imam.\n"
        "Le collectif « Les voix du port » sera reçu lundi.\n",
        "Nous attendons depuis dix ans | le maire de Varelle |  | \n"
        "Une erreur dans la précipitation | l'imam |  | \n");
    assert_texts("zh", "标题\n港口的“海上安全训练管理系统”已经启用。\n经理王明说：“船员都很高兴，明天开船。”\n",
        "船员都很高兴，明天开船。\n");
}

/* A line below a quotation that says whose it is. */
static void signatures(void **state) {
    (void)state;
    assert_quotations("en",
        "Checked\n"
        "Ada Bach said \"the bridge is safe\" on Monday.\n"
        "\"Nobody has ever drowned in this harbour.\"\n"
        "- Emil Zahn, mayor.\n"
        "Two people have.\n"
        "\"The ferry sails every day of the year.\"\n"
        "– not on Sundays.\n",
        "the bridge is safe | Ada Bach | Ada Bach | \n"
        "Nobody has ever drowned in this harbour. | Emil Zahn | Emil Zahn | \n"
        "The ferry sails every day of the year. | Ada Bach | Ada Bach | \n");
}

static void spanish(void **state) {
    (void)state;
    assert_quotations("es",
        "El puerto de Almena cierra por el temporal\n"
        "La alcaldesa de Almena, Lucía Ferrán Soto, cerró el puerto el lunes por la mañana. «No podemos arriesgar la "
        "vida "
        "de nadie por unas sardinas», dijo Ferrán.\n"
        "Según el meteorólogo Andrés Vidal, “las olas superarán los nueve metros durante la noche”.\n"
        "—Yo he salido con mar peor —dijo Tomás Rey, patrón del Estrella—. Pero hoy no salgo.\n"
        "En una entrevista con Radio Almena, la alcaldesa añadió: “El pueblo tiene memoria y sabe esperar”.\n"
        "El libro «Memorias de un faro» se presentará otro día.\n",
        "No podemos arriesgar la vida de nadie por unas sardinas | Ferrán | Lucía Ferrán Soto | \n"
        "las olas superarán los nueve metros durante la noche | el meteorólogo Andrés Vidal | Andrés Vidal | \n"
        "Yo he salido con mar peor | Tomás Rey | Tomás Rey | \n"
        "Pero hoy no salgo. | Tomás Rey | Tomás Rey | \n"
        "El pueblo tiene memoria y sabe esperar | la alcaldesa | Lucía Ferrán Soto | Radio Almena\n");
}

static void french(void **state) {
    (void)state;
    assert_quotations("fr",
        "Le pont de Varelle fermé\n"
        "Le maire de Varelle, Étienne Maurois, a fermé le pont lundi. « Nous ne pouvons pas prendre ce risque, a "
        "déclaré "
        "M. Maurois. Les enfants passent ici chaque matin. »\n"
        "« Le câble est rongé jusqu’au cœur », explique l’ingénieure Claire Dubreuil.\n"
        "Selon elle, « il faudra deux ans pour le remplacer ».\n"
        "« C’est une catastrophe pour les commerçants », a-t-il ajouté dans un entretien au Courrier de Varelle.\n"
        "— Je n’y crois pas, dit Paul Lenoir. On nous ment.\n",
        "Nous ne pouvons pas prendre ce risque | M. Maurois | Étienne Maurois | \n"
        "Les enfants passent ici chaque matin. | M. Maurois | Étienne Maurois | \n"
        "Le câble est rongé jusqu’au cœur | l’ingénieure Claire Dubreuil | Claire Dubreuil | \n"
        "il faudra deux ans pour le remplacer | elle | Claire Dubreuil | \n"
        "C’est une catastrophe pour les commerçants | il | Étienne Maurois | Courrier de Varelle\n"
        "Je n’y crois pas | Paul Lenoir | Paul Lenoir | \n"
        "On nous ment. | Paul Lenoir | Paul Lenoir | \n");
}

static void german(void **state) {
    (void)state;
    assert_quotations("de",
        "Die Brücke in Falkenrode bleibt gesperrt\n"
        "Bürgermeisterin Hanna Keller hat die Brücke am Montag gesperrt. „Wir können dieses Risiko nicht eingehen“, "
        "sagte "
        "Keller der Falkenroder Zeitung.\n"
        "Der Ingenieur Otto Brandt erklärte: „Das Seil ist bis auf den Kern verrostet.“\n"
        "Gegenüber der dpa sagte er, die Reparatur werde „mindestens zwei Jahre dauern“.\n"
        "»Das ist eine Katastrophe für die Händler«, sagte sie am Abend.\n"
        "Der Film „Das Boot im Nebel“ läuft nicht.\n",
        "Wir können dieses Risiko nicht eingehen | Keller | Hanna Keller | Falkenroder Zeitung\n"
        "Das Seil ist bis auf den Kern verrostet. | Der Ingenieur Otto Brandt | Otto Brandt | \n"
        "mindestens zwei Jahre dauern | er | Otto Brandt | dpa\n"
        "Das ist eine Katastrophe für die Händler | sie | Hanna Keller | \n");
}

static void portuguese(void **state) {
    (void)state;
    assert_quotations("pt",
        "Porto de Sarela fecha\n"
        "O prefeito de Sarela, João Batista Mendes, fechou o porto na segunda-feira. “Não podemos arriscar a vida de "
        "ninguém por causa do peixe”, disse Mendes em entrevista ao Jornal de Sarela.\n"
        "“As ondas vão passar de nove metros durante a noite”, afirmou a meteorologista Rita Amaral.\n"
        "Segundo ela, “o pior ainda está por vir”.\n"
        "— Já saí com mar pior — disse o pescador Zé Tavares. — Mas hoje não saio.\n",
        "Não podemos arriscar a vida de ninguém por causa do peixe | Mendes | João Batista Mendes | Jornal de Sarela\n"
        "As ondas vão passar de nove metros durante a noite | a meteorologista Rita Amaral | Rita Amaral | \n"
        "o pior ainda está por vir | ela | Rita Amaral | \n"
        "Já saí com mar pior | o pescador Zé Tavares | Zé Tavares | \n"
        "Mas hoje não saio. | o pescador Zé Tavares | Zé Tavares | \n");
}

static void italian(void **state) {
    (void)state;
    assert_quotations("it",
        "Chiuso il ponte di Varena\n"
        "Il sindaco di Varena, Marco Bellini, ha chiuso il ponte lunedì. «Non possiamo correre questo rischio», ha "
        "detto "
        "Bellini.\n"
        "«Il cavo è arrugginito fino al cuore - spiega l’ingegnere Carla Donati - e ci vorranno due anni».\n"
        "Secondo Donati, “servono almeno dieci milioni di euro”.\n",
        "Non possiamo correre questo rischio | Bellini | Marco Bellini | \n"
        "Il cavo è arrugginito fino al cuore | l’ingegnere Carla Donati | Carla Donati | \n"
        "e ci vorranno due anni | l’ingegnere Carla Donati | Carla Donati | \n"
        "servono almeno dieci milioni di euro | Donati | Carla Donati | \n");
}

static void russian(void **state) {
    (void)state;
    assert_quotations("ru",
        "В Вересове закрыли мост\n"
        "Мэр Вересова Анна Белова закрыла мост в понедельник. «Мы не можем рисковать жизнью людей», — сказала Белова.\n"
        "«Трос проржавел насквозь, — пояснил инженер Олег Сидоров, — и ремонт займёт два года».\n"
        "— Я в это не верю, — сказал рыбак Пётр Лунин. — Нас опять все обманывают.\n"
        "В интервью газете «Вересовский вестник» она добавила: «Мост откроют не раньше осени».\n",
        "Мы не можем рисковать жизнью людей | Белова | Анна Белова | \n"
        "Трос проржавел насквозь | инженер Олег Сидоров | Олег Сидоров | \n"
        "и ремонт займёт два года | инженер Олег Сидоров | Олег Сидоров | \n"
        "Я в это не верю | рыбак Пётр Лунин | Пётр Лунин | \n"
        "Нас опять все обманывают. | рыбак Пётр Лунин | Пётр Лунин | \n"
        "Мост откроют не раньше осени | она | Анна Белова | \n");
}

static void arabic(void **state) {
    (void)state;
    assert_quotations("ar",
        "إغلاق جسر المدينة القديمة\n"
        "أغلق رئيس بلدية النخيل سامر الحداد الجسر يوم الاثنين. وقال الحداد: \"لا يمكننا أن نخاطر بحياة الناس\".\n"
        "وأضاف في تصريح لصحيفة الصباح أن \"إصلاح الجسر سيستغرق عامين على الأقل\".\n"
        "وأكدت المهندسة ليلى منصور أن «الكابل متآكل حتى القلب ولا يمكن إصلاحه بسرعة».\n",
        "لا يمكننا أن نخاطر بحياة الناس | الحداد | سامر الحداد | \n"
        "إصلاح الجسر سيستغرق عامين على الأقل |  | سامر الحداد | الصباح\n"
        "الكابل متآكل حتى القلب ولا يمكن إصلاحه بسرعة | المهندسة ليلى منصور | ليلى منصور | \n");
}

static void chinese_and_japanese(void **state) {
    (void)state;
    assert_quotations("zh",
        "大桥关闭\n"
        "市长王建国周一宣布关闭大桥。王建国在记者会上表示：“我们不能拿市民的生命去冒险，这是最基本的原则。”\n"
        "“主缆已经锈蚀到核心，修复至少需要两年时间。”工程师李晓梅说。\n"
        "她还指出，“现在封闭是唯一的选择，没有其他办法”。\n"
        "“一带一路”倡议与此无关。\n",
        "我们不能拿市民的生命去冒险，这是最基本的原则。 | 王建国 | 王建国 | \n"
        "主缆已经锈蚀到核心，修复至少需要两年时间。 | 工程师李晓梅 | 李晓梅 | \n"
        "现在封闭是唯一的选择，没有其他办法 | 她 | 李晓梅 | \n");
    assert_quotations("ja",
        "橋が閉鎖\n"
        "田中一郎市長は月曜日、橋を閉鎖した。田中市長は記者会見で「市民の命を危険にさらすことはできない」と述べた。\n"
        "「ケーブルは芯まで錆びており、修理には二年かかる」と技術者の佐藤花子さんは説明した。\n",
        "市民の命を危険にさらすことはできない | 田中市長 | 田中一郎 | \n"
        "ケーブルは芯まで錆びており、修理には二年かかる | 技術者の佐藤花子さん | 佐藤花子 | \n");
}

static void other_languages(void **state) {
    (void)state;
    assert_quotations("pl",
        "Most w Zawierce zamknięty\n"
        "Burmistrz Zawierki Jan Kowalik zamknął most w poniedziałek. – Nie możemy tak ryzykować – powiedział Kowalik.\n"
        "– Lina jest przerdzewiała do rdzenia – wyjaśnia inżynier Anna Nowak. – Naprawa potrwa dwa lata.\n"
        "„To jest katastrofa dla kupców” – dodała Nowak.\n",
        "Nie możemy tak ryzykować | Kowalik | Jan Kowalik | \n"
        "Lina jest przerdzewiała do rdzenia | inżynier Anna Nowak | Anna Nowak | \n"
        "Naprawa potrwa dwa lata. | inżynier Anna Nowak | Anna Nowak | \n"
        "To jest katastrofa dla kupców | Nowak | Anna Nowak | \n");
    assert_quotations("sv",
        "Bron i Lundvik stängd\n"
        "Kommunalrådet Karin Ahlberg stängde bron i måndags.\n"
        "– Vi kan inte ta den risken, säger Karin Ahlberg. Barnen går här varje morgon.\n"
        "\"Kabeln är rostig in i kärnan\", säger ingenjören Olle Berg till Lundviks Tidning.\n",
        "Vi kan inte ta den risken | Karin Ahlberg | Karin Ahlberg | \n"
        "Barnen går här varje morgon. | Karin Ahlberg | Karin Ahlberg | \n"
        "Kabeln är rostig in i kärnan | ingenjören Olle Berg | Olle Berg | Lundviks Tidning\n");
    assert_quotations("tr",
        "Köprü kapandı\n"
        "Belediye Başkanı Ayşe Demir köprüyü kapattı. Demir, \"Bu riski alamayız, çocuklar her sabah buradan geçiyor\" "
        "dedi.\n",
        "Bu riski alamayız, çocuklar her sabah buradan geçiyor | Demir | Ayşe Demir | \n");
}

static void marks(void **state) {
    (void)state;
    static const char *const pairs[][2] = {{"“", "”"}, {"\"", "\""}, {"„", "“"}, {"„", "”"}, {"«", "»"}, {"« ", " »"},
        {"»", "«"}, {"”", "”"}, {"''", "''"}, {"``", "''"}, {"“", "\""}, {"「", "」"}, {"『", "』"}, {"‘", "’"},
        {"‹", "›"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        char text[256];
        snprintf(text, sizeof text, "Title\nAda Bach said: %sWe don't like the new bridge at all.%s\n", pairs[i][0],
            pairs[i][1]);
        assert_texts("en", text, "We don't like the new bridge at all.\n");
    }
    /* One within another. */
    assert_texts("en", "Title\n“He told us ‘never come back here’ and left,” Bach said.\n",
        "He told us ‘never come back here’ and left,\n");
    assert_texts("en", "Title\n\"He told us \"never come back here\" and left,\" Bach said.\n",
        "He told us \"never come back here\" and left,\n");
    /* One that is never closed does not swallow the next. */
    assert_texts("en", "Title\nBach said, “We will see. Then she added, “The bridge is closed for good.”\n",
        "The bridge is closed for good.\n");
}

static void over_several_paragraphs(void **state) {
    (void)state;
    assert_quotations("en",
        "Title\n"
        "“We waited on the bridge for the whole night,” said Ada Bach. “It was cold and nobody came.\n"
        "“In the morning the ducks were there again.\n"
        "“So we went home and had breakfast.”\n"
        "The bridge is old.\n",
        "We waited on the bridge for the whole night, | Ada Bach | Ada Bach | \n"
        "It was cold and nobody came. | Ada Bach | Ada Bach | \n"
        "In the morning the ducks were there again. | Ada Bach | Ada Bach | \n"
        "So we went home and had breakfast. | Ada Bach | Ada Bach | \n");
    assert_texts("es",
        "Título\n"
        "Ferrán dijo: «No podemos arriesgar la vida de nadie.\n"
        "»Mañana veremos si el viento ha bajado».\n",
        "No podemos arriesgar la vida de nadie.\nMañana veremos si el viento ha bajado\n");
}

static void what_is_none(void **state) {
    (void)state;
    assert_texts("en", "Title\nThe so-called \"free\" bridge costs two pounds, and its \"quick lane\" is slow.\n", "");
    assert_texts("en", "Title\nThe band played its album \"The Last Ferry Home\" at the fair.\n", "");
    assert_texts("fr", "Titre\n– du pain et du beurre\n– des œufs frais\n– une livre de farine\n", "");
    assert_texts(
        "en", "Title\nIt is 5' 10\" high and 3' 2\" wide, the fishermen's union and the sailors' club say.\n", "");
    assert_texts("en", "Title\n", "");
}

static void blocks_that_are_quotations(void **state) {
    (void)state;
    const cl_quote_paragraph paragraphs[] = {
        {.text = CL_SLICE("Linnea Osterby won on Sunday.")},
        {.text = CL_SLICE("I only looked at the clock once, and it was looking at me."), .whole = true},
        {.text = CL_SLICE("Linnea Osterby, champion"), .whole = true},
        {.text = CL_SLICE("“This heading quotes somebody, says Osterby.”"), .heading = true},
    };
    cl_quotations found;
    assert_true(cl_find_quotations(paragraphs, 4, CL_SLICE_NONE, CL_SLICE("en"), &arena, &found));
    assert_int_equal(found.count, 1);
    assert_true(cl_slice_equal(found.at[0].text, paragraphs[1].text));
    assert_true(cl_slice_equal(found.at[0].speaker, CL_SLICE("Linnea Osterby")));
}

/* Marks by the million: linear in time, bounded in number. */
static void hostile(void **state) {
    (void)state;
    static const char *const pieces[] = {"“", "\"", "“a ", "‘a ", "« ", "\"a\" ", "“said he did it” he said ", "said ",
        ", ", "— сказал ", ", a dit ", "a's ", "「", "说"};
    const size_t size = 1u << 20;
    char *const text = malloc(size);
    assert_non_null(text);
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        const size_t n = strlen(pieces[i]);
        size_t at = 0;
        for (; at + n <= size; at += n)
            memcpy(text + at, pieces[i], n);
        static const char *const languages[] = {"en", "fr", "ru", "zh"};
        for (size_t k = 0; k < 4; k++) {
            const cl_quote_paragraph paragraph = {.text = cl_slice_of(text, at)};
            cl_quotations found;
            cl_arena_reset(&arena);
            assert_true(cl_find_quotations(&paragraph, 1, CL_SLICE_NONE, cl_slice_z(languages[k]), &arena, &found));
            assert_true(found.count <= CL_QUOTES_MAX);
        }
    }
    free(text);
}

static void languages(void **state) {
    (void)state;
    assert_int_equal(cl_quote_language(CL_SLICE("en-GB")), CL_LANGUAGE_ENGLISH);
    assert_int_equal(cl_quote_language(CL_SLICE("fa")), CL_LANGUAGE_ARABIC);
    assert_int_equal(cl_quote_language(CL_SLICE("xx")), CL_LANGUAGE_ANY);
    assert_int_equal(cl_quote_language(CL_SLICE_NONE), CL_LANGUAGE_ANY);
    const cl_quote_paragraph german = {
        .text = CL_SLICE("Die Brücke ist seit Montag gesperrt, und das bleibt auch so.")};
    assert_int_equal(cl_quote_language_of(&german, 1, CL_LANGUAGE_ANY), CL_LANGUAGE_GERMAN);
    assert_int_equal(cl_quote_language_of(&german, 1, CL_LANGUAGE_ENGLISH), CL_LANGUAGE_GERMAN);
    const cl_quote_paragraph none = {.text = CL_SLICE("1234")};
    assert_int_equal(cl_quote_language_of(&none, 1, CL_LANGUAGE_FRENCH), CL_LANGUAGE_FRENCH);
}

static int set_up(void **state) {
    (void)state;
    cl_arena_init(&arena, &cl_allocator_default);
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    cl_arena_free(&arena);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(english),
        cmocka_unit_test(subjects),
        cmocka_unit_test(subjects_elsewhere),
        cmocka_unit_test(signatures),
        cmocka_unit_test(speakers),
        cmocka_unit_test(spanish),
        cmocka_unit_test(french),
        cmocka_unit_test(german),
        cmocka_unit_test(portuguese),
        cmocka_unit_test(italian),
        cmocka_unit_test(russian),
        cmocka_unit_test(arabic),
        cmocka_unit_test(chinese_and_japanese),
        cmocka_unit_test(other_languages),
        cmocka_unit_test(marks),
        cmocka_unit_test(over_several_paragraphs),
        cmocka_unit_test(what_is_none),
        cmocka_unit_test(blocks_that_are_quotations),
        cmocka_unit_test(hostile),
        cmocka_unit_test(languages),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
