#!/usr/bin/env python3
"""Makes byline_data.inc: the words of bylines, and what each does there.

usage: generate_byline_words.py > byline_data.inc

Words of general use, in the languages in which bylines were seen; none belongs to one publisher. In small letters. A
word may do several things. Standard library only.
"""
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / 'block'))

from word_hashes import fnv  # noqa: E402

WORDS = {
    # Stands right before a name, wherever it is.
    'BY': '''by byby par por przez oleh bởi โดย द्वारा بقلم توسط كتب كتبت كتبه γράφει skrifar kirjoittanut napsal napsala
        napisał napisała napisali opracował opracowała подготовил подготовила записал записала беседовал беседовала
        беседовали napisao napisala লিখেছেন প্রতিবেদক piše escribe escriben scrive schrijft skriver skrev yazan által''',
    # So does this at the beginning and after a word of DID; inside of a name it may be part of that.
    'BY_FIRST': 'von vom di de da do del door av af od от from fra från 由 του της των από من euer eure',
    # What somebody did, before BY or a colon; alone it is no part of a name.
    'DID': '''written posted published story words reported reporting text texts texte texto textos testo tekst teksten
        teksti tekstas текст тексты teks created submitted uploaded authored contributed filed compiled article report
        analysis opinion interview interviews essay column commentary
        veröffentlicht geschrieben verfasst erstellt publiziert gepostet eingestellt artikel beitrag gastbeitrag bericht
        analyse kommentar kolumne gespräch protokoll aufgezeichnet reportage rezension porträt meinung
        publié écrit rédigé posté propos recueillis entretien chronique tribune billet
        publicado publicada escrito escrita redactado posteado enviado artículo artigo entrevista crónica opinión opinião
        scritto pubblicato cura articolo intervista redatto postato geplaatst geschreven gepubliceerd bijdrage
        skriven publicerad skrevet publisert publiceret udgivet kirjoitettu julkaistu opublikowany opublikował
        opublikowane dodał dodane publikacja autorstwa artykuł wywiad publikováno zveřejněno napsáno vložil přidal
        rozhovor článek ditulis dipublikasikan yayınlayan yazdı ekleyen haber haberi röportaj yayınlanma giriş
        опубликовано опубликовал опубликовала материал интервью опубліковано підготував підготувала
        publicat scris postat publicată írta közzétette bejegyezte objavio objavljeno objavil đăng viết
        reportaje cobertura''',
    # Who it was, as a label before the name.
    'LABEL': '''text texte texto testo tekst teksti текст words autor autora autorin autoren autores autori author authors
        автор авторы автори auteur auteurs autore autrice szerző szerzők kirjoittaja penulis forfatter författare
        autorius høfundur συντάκτης نویسنده الكاتب लेखक ผู้เขียน 作者 撰文 文 取材 執筆 글''',
    # What was done beside writing: who is named there has helped.
    'HELP': '''edited editing translated translation translator übersetzt übersetzung übersetzer übersetzerin reviewed
        illustrated illustration illustrations illustrationen illustrator bearbeitet bearbeitung traducción traducido
        tradução traduzido traduction traduit traduzione tradotto vertaling vertaald перевод edición edição edizione
        mitarbeit medewerking collaboration colaboración colaboração additional research researched produced producer
        produktion redigering redigeret redigerad fact-checked factchecked checked lektorat adaptation adaptierung curated
        moderation kamera camera schnitt montage grafik graphics infografik infographic infografía animation design
        layout medically 编辑 責任編輯 责任编辑 責編 责编 編輯 翻译 翻譯 编译 編譯 审核 校对 校對 翻訳 編集''',
    # Who took or gave the picture.
    'PHOTO': '''photo photos photograph photographs photography photographed foto fotos fotó fotografie fotografía
        fotografías fotografia fotografias bild bilder bildquelle titelbild titelfoto beitragsbild headerbild symbolbild
        image images imagen imágenes imagem imagens immagine immagini afbeelding video videos vidéo vídeo videó fotoğraf
        фото видео φωτογραφία kuva kuvat zdjęcia zdjęcie snímek picture pictures credit credits footage artwork header
        题图 题图来自 图片 摄影 攝影 撮影 写真 圖 图 사진 ảnh ภาพ صورة تصوير عکس''',
    # Where it comes from.
    'SOURCE': '''quelle quellen source sources fonte fuente fuentes bron kilde källa lähde źródło zdroj источник джерело
        kaynak sumber 来源 來源 出处 المصدر مصدر منبع πηγή forrás sursa izvor nguồn''',
    # The work of those who are named; QUALITY says more of it.
    'ROLE': '''editor editors reporter reporters writer writers correspondent correspondents columnist columnists
        contributor contributors journalist journalists photographer photographers photojournalist videographer producer
        producers director president founder co-founder cofounder ceo cto cfo coo cmo manager managers critic critics
        analyst analysts commentator blogger bloggers intern interns presenter strategist consultant researcher
        researchers professor lecturer economist attorney lawyer copywriter chief publisher specialist coordinator
        copyeditor subeditor sub-editor developer engineer designer author novelist gardener dietitian nutritionist physician therapist
        psychologist nurse scientist expert experts ambassador reviewer poster horticulturist horticulturalist winemaker
        astrologer educator chef coach trainer attorneys member members moderators vp essayist historian broadcaster
        moderator administrator singer songwriter musician actor actress poet
        redakteur redakteurin redakteure redakteurinnen redaktor redaktorin chefredakteur chefredakteurin chefredaktor
        korrespondent korrespondentin korrespondenten reporterin autor autorin autoren kolumnist kolumnistin volontär
        volontärin praktikant praktikantin journalistin journalisten kommentator kommentatorin herausgeber herausgeberin
        ressortleiter ressortleiterin fotograf fotografin mitarbeiter mitarbeiterin rechtsanwalt rechtsanwältin
        geschäftsführer geschäftsführerin gründer gründerin gastautor gastautorin gerichtsreporter sportredakteur
        nachrichtenredakteur politikredakteur wirtschaftsredakteur auslandskorrespondent parlamentskorrespondent
        hauptstadtkorrespondent studioleiter büroleiter redaktionsleiter redaktionsleiterin online-redakteur
        online-redakteurin
        journaliste journalistes rédacteur rédactrice rédacteurs correspondant correspondante correspondants envoyé
        envoyée envoyés chroniqueur chroniqueuse éditorialiste photographe directeur directrice auteur autrice pigiste
        stagiaire
        periodista periodistas redactor redactora redactores corresponsal corresponsales enviado enviada enviados
        columnista fotógrafo fotógrafa editora colaborador colaboradora directora subdirector
        jornalista jornalistas repórter repórteres redator redatora correspondente colunista estagiário estagiária
        giornalista giornalisti inviato inviata corrispondente redattore redattrice direttore caporedattore
        vicedirettore collaboratore
        redacteur redactrice verslaggever verslaggeefster verslaggevers hoofdredacteur medewerker eindredacteur
        redaktør redaktör utenrikskorrespondent medarbejder toimittaja toimittajat kirjeenvaihtaja päätoimittaja
        dziennikarz dziennikarka redaktorka korespondent korespondentka publicysta novinář novinářka komentátor
        zpravodaj zpravodajka šéfredaktor
        журналист журналистка корреспондент корреспондентка редактор обозреватель колумнист репортер репортёр
        фотокорреспондент спецкор собкор спецкорреспондент журналіст журналістка кореспондент оглядач
        muhabir muhabiri editör editörü yazarı gazeteci temsilcisi
        wartawan jurnalis kontributor újságíró szerkesztő főszerkesztő tudósító ziarist jurnalist
        δημοσιογράφος ανταποκριτής συντάκτης novinar novinarka urednik urednica dopisnik 기자 특파원 記者 记者
        مراسل مراسلة محرر صحفي صحفية صحافي خبرنگار''',
    'QUALITY': '''senior junior staff chief deputy assistant associate lead managing executive contributing freelance guest
        special general national international foreign political politics sports sport science scientific business health
        education media environment environmental arts art culture cultural city state local regional community crime
        courts court legal affairs defence defense security diplomatic economics economic economy finance financial money
        personal property transport technology tech consumer entertainment music film tv television fashion food travel
        lifestyle features feature news digital online web social video audio photo data investigative investigations
        religion royal europe european africa asia china russia us uk eu middle east west north south american
        washington westminster brexit weekend night copy page print opinion editorial head group team commercial market
        markets energy climate industry industrial retail labor labour motoring football cricket rugby golf tennis boxing
        chapter vice co principal master certified registered verified elite original fact former multimedia breaking trending enterprise audience engagement real estate in-house
        emerging consulting bureau
        leitender leitende stellvertretender stellvertretende freier freie freiberuflicher freiberufliche unser unsere
        unserem unseren verantwortlicher verantwortliche politischer politische wissenschaftlicher
        spécial spéciale permanent permanente adjoint adjointe chef notre nos politique especial especiales nuestro nuestra
        deportes deportivo nosso nossa esportivo speciale nostro nostra onze vores własny zvláštní
        специальный собственный главный наш шеф старший baş özel spor''',
    # An agency of news, whole.
    'AGENCY': '''afp ap dpa reuters efe ansa apa epd kna sid upi tass itar-tass interfax xinhua aap pti ani ians anadolu aa
        dha iha tt ntb ritzau stt bns elta pap čtk ctk tasr mti tanjug hina agerpres belga anp ats keystone-sda sda lusa
        europapress kyodo jiji yonhap bernama antara afp-relaxnews dpa-afx dpa-infocom apa-ots bloomberg cnn mena wam irna
        isna tasnim wafa sana ukrinform unian укринформ тасс интерфакс adnkronos askanews mediafax sda-ats notimex télam
        telam prensa-latina 新华社 新華社 中新社 中央社 共同通信 時事通信 연합뉴스 رويترز الأناضول''',
    # Makes of what it stands in a body, not a person.
    'ORG': '''agency agencies press news newspaper newspapers redaktion redactie redacción redaccion redação redazione
        rédaction redakcja redakce redakcia redakcija redaksi редакция редакція toimitus szerkesztőség desk newsdesk
        newsroom team teams staff service services wire wires network networks radio television tv magazine magazin
        magazines journal tribune herald ledger gazette chronicle examiner sentinel observer dispatch inquirer bulletin
        post times mail courier telegraph guardian mirror express independent globe star sun monitor register advertiser
        argus foundation institute institut instituto university universität université universidad college school
        association verband verein committee council commission ministry department office agence agencia agência agenzia
        agentur presse-agentur nachrichtenagentur pressemitteilung pressestelle агентство агенція ajansı ajans gmbh ag inc
        inc. llc ltd co. corp corporation company group gruppe groupe grupo gruppo studio studios productions center
        centre zentrum institution board contributors webdesk research zeitung tageblatt anzeiger rundschau nachrichten
        tagblatt kurier allgemeine presse volksblatt blog blogs wochenblatt online digital daily weekly media nyheter
        avisen aftonbladet gazeta pravda noviny deník diario diário periódico jornal giornale corriere prensa noticias
        notícias info infos nieuws krant dagblad gazetesi газета новости новини известия правда newswire community
        collective project partnership alliance federation union society trust partners solutions technologies systems
        bbc cnn abc nbc cbs pbs npr cbc itv zdf ard orf srf rtl tf1 nrk svt yle mdr ndr wdr swr hr rbb tvp rtve nos vrt
        rtbf rts rai mbc kbs sbs nhk tbs software marketing communications government polizei feuerwehr polizeipräsidium bundespolizei
        polizeiinspektion ministerium partei fraktion
        新聞 新闻 日報 日报 新聞網 编辑部 編輯部 通信 通訊社 通讯社 放送 뉴스 신문 وكالة صحيفة قناة خبرگزاری روزنامه''',
    # After a name: where somebody is, for whom, of what.
    'PREP': '''in at on for from aus bei für à fra iz z w v auf zur zum über about against during after before из для dari
        dans pour depuis chez sur nel dal per voor vanuit uit desde para në''',
    'AND': 'and und et y e och og ja ve и та en & + és şi și dan i a و και sowie',
    'WITH': 'with mit avec con com met med ile with',
    # A part of a name in small letters.
    'PARTICLE': '''van von vom der den dem de del della dello degli di da do dos das du des la le les lo los las el al ten
        ter te zu zum zur af av bin ibn bint ben abu of vander vanden ap ab d dalla dei y''',
    # After a name, part of it.
    'SUFFIX': '''jr jr. sr sr. ii iii iv v md m.d. phd ph.d ph.d. esq esq. mba cpa dds dvm rn cfp cfa j.d. jd mph rd rdn ms m.s. ldn fand faclm fnp np lcsw lmft facp faan facs pmp ma
        m.a. msc bsc m.sc. b.sc. ba b.a. llm obe mbe cbe qc kc dnp pharmd psyd edd ed.d. frcp cpp psp cepf vmd bvsc dacvb crnp pa-c edd.''',
    # Before a name, without being one.
    'TITLE': '''dr dr. prof prof. professor mr mr. mrs mrs. ms ms. herr frau rev rev. sir dame lord lady ing. dipl.-ing. mag.
        univ.-prof. dott. dott.ssa avv. dra. mme h.c. med. jur. phil. lic. dipl.''',
    'MONTH': '''january february march april may june july august september october november december jan jan. feb feb.
        mar mar. apr apr. jun jun. jul jul. aug aug. sep sep. sept sept. oct oct. nov nov. dec dec.
        januar jänner februar märz mai juni juli oktober dezember okt okt. dez dez. mär mär.
        janvier février mars avril juin juillet août septembre octobre novembre décembre janv. févr. avr. juil. déc.
        enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre ene. ene abr
        ago dic dic. janeiro fevereiro março maio junho julho setembro outubro novembro dezembro fev set out
        gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre januari februari maart mei augustus
        maj augusti desember marts tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta
        heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta stycznia lutego marca kwietnia maja czerwca lipca
        sierpnia września października listopada grudnia ledna února března dubna května června července srpna září
        října listopadu prosince января февраля марта апреля мая июня июля августа сентября октября ноября декабря
        січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
        ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
        ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου
        δεκεμβρίου ianuarie februarie martie aprilie iunie iulie septembrie octombrie noiembrie decembrie
        január február március április május június július augusztus szeptember október agustus oktober nopember
        янв янв. фев фев. мар апр апр. июн июл авг авг. сен сент сент. окт окт. ноя нояб дек дек.
        gen gen. mag mag. giu giu. lug lug. ott ott. may. mayo juin. sty lut kwi cze lip sie wrz paź lis gru
        sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio jaanuar veebruar
        märts aprill juuni juuli oktoober detsember janúar febrúar apríl maí júní júlí ágúst siječnja veljače ožujka travnja
        svibnja lipnja srpnja kolovoza rujna studenoga studenog prosinca януари февруари март април май юни юли август
        септември октомври ноември декември ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר
        فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर
        अक्टूबर नवंबर दिसंबर มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม
        يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
        জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর''',
    'DAY': '''monday tuesday wednesday thursday friday saturday sunday mon mon. tue tue. tues wed wed. thu thu. thur thurs
        fri fri. sat sat. sun. montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi
        mercredi jeudi vendredi samedi dimanche lun. mar. mer. jeu jeu. ven. sam. dim. lunes martes miércoles jueves viernes sábado domingo segunda-feira
        terça-feira quarta-feira quinta-feira sexta-feira lunedì martedì mercoledì giovedì venerdì sabato domenica
        maandag dinsdag woensdag donderdag vrijdag zaterdag zondag måndag tisdag onsdag torsdag fredag lördag söndag
        mandag tirsdag lørdag søndag poniedziałek wtorek środa czwartek piątek sobota niedziela понедельник вторник
        среда четверг пятница суббота воскресенье pazartesi salı çarşamba perşembe cuma cumartesi pazar today yesterday
        heute gestern hoy ayer hoje ontem oggi ieri aujourd'hui hier сегодня вчера bugün dün vandaag gisteren
        شنبه یکشنبه دوشنبه سه‌شنبه چهارشنبه پنجشنبه پنج‌شنبه جمعه الأحد الإثنين الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت
        senin selasa rabu kamis jumat sabtu minggu pondělí úterý čtvrtek pondelok utorok štvrtok понеділок вівторок п’ятниця
        luni marți miercuri vineri maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai सोमवार मंगलवार बुधवार
        गुरुवार शुक्रवार शनिवार रविवार সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার শনিবার রবিবার''',
    # Of times and counts, beside a number.
    'TIME': '''am pm a.m. p.m. a.m p.m utc gmt est edt pst pdt cst cdt mst mdt et pt cet cest bst ist uhr ago hours hour hrs
        minutes minute min mins min. sec seconds days day weeks week months month years heures minuten lesezeit lesedauer
        lecture lectura leitura lettura leestijd read saat dakika час минут мин kl kl. ore horas hora klo yr yrs''',
    # Belongs to the page around the byline: what comes from here on is no name.
    'NOISE': '''follow following stand viewed joined played released answered asked play embed badge badges thread topic starter
        follow following folgen twitter facebook instagram linkedin whatsapp youtube email e-mail contact kontakt
        share teilen partager compartir compartilhar condividi updated update aktualisiert actualizado atualizado
        actualisé aggiornato geactualiseerd uppdaterad opdateret oppdatert päivitetty zaktualizowano aktualizováno
        обновлено оновлено güncelleme güncellenme diperbarui frissítve actualizat last latest comments comment kommentare
        commentaires comentarios comentários commenti reacties views aufrufe vues vistas visualizações
        drucken reads more mehr website webseite homepage seite profile profil biography über posts articles archive
        archiv rss subscribe abonnieren abonnez newsletter newsletters login register registrieren likes tweet tweets
        speichern listen anhören bookmark copied click here aquí bearbeiten reply antworten zitieren http https www
        copyright © reserved erschienen gelesen category kategorie kategorien categories keine
        reading issue ausgabe since until publiziert datum fecha дата erstveröffentlichung exclusive exklusiv
        exclusif exclusiva advertisement anzeige werbung sponsored protected toggle menu avatar icon previous
        learn process policy policies 입력 수정 公開日 更新日 投稿日 view submit loading download affiliate disclosure disclaimer welcome skip pflichtlektüre''',
    # Is no name by itself.
    'EMPTY': '''admin administrator author authors unknown null none undefined webmaster user users n/a na anonymous anonym
        anonyme anónimo anonimo guest gast autor autorin auteur test default root sysadmin superuser wordpress adm site
        website various nobody nan unbekannt inconnu desconocido desconhecido sconosciuto member members contentadmin
        siteadmin webadmin wpadmin newsadmin bot api person organization name editor editors date national world home nachrichten news noticias actualités notizie nieuws''',
    # Says that the one before or after has written.
    'SAYS': '''reports report writes reported discovers finds investigates explains argues asks meets review reviews recalls
        examines speaks talks interviews berichtet berichten schreibt kommentiert analysiert erklärt informa relata''',
    # A place that often stands beside a name.
    'PLACE': '''berlin hamburg münchen frankfurt köln wien zürich bern basel genf stuttgart düsseldorf leipzig dresden
        hannover bremen brüssel london paris madrid rome roma rom mailand milano barcelona lisboa lisbon brasília
        washington moscow moskau москва kyiv kiew київ киев warsaw warszawa praha prag budapest vienna brussels bruxelles
        amsterdam stockholm oslo copenhagen københavn helsinki αθήνα istanbul ankara jerusalem beirut cairo kairo
        tehran baghdad dubai delhi mumbai beijing peking shanghai tokyo seoul singapore bangkok jakarta manila sydney
        melbourne canberra nairobi johannesburg lagos toronto ottawa montréal montreal chicago boston bogotá
        caracas lima santiago montevideo quito''',
}


def main():
    does = {}
    for name, words in WORDS.items():
        for w in words.lower().replace('ς', 'σ').split():
            if name not in does.setdefault(w, []):
                does[w].append(name)
    size = 1
    while size < 3 * len(does):
        size *= 2
    slots = [None] * size
    for w in sorted(does):
        i = fnv(w.encode()) & (size - 1)
        while slots[i]:
            i = (i + 1) & (size - 1)
        slots[i] = w
    print('/* Generated by generate_byline_words.py. Do not edit. */\n')
    print(f'#define WORD_SLOTS {size}u')
    print(f'#define WORD_MAX   {max(len(w.encode()) for w in does)}u\n')
    print('static const byline_word byline_words[WORD_SLOTS] = {')
    for i, w in enumerate(slots):
        if w:
            print(f'    [{i}] = {{"{w}", {" | ".join("CL_USE_" + d for d in does[w])}}},')
    print('};')


if __name__ == '__main__':
    main()
