#!/usr/bin/env python3
"""Makes phrase_data.inc: what short lines of pages begin with that tells what they, or the lines below them, are for.

usage: generate_phrases.py > phrase_data.inc

Everyday phrases of the web in the languages in which news is written; none belongs to one site. They are compared word by
word, without case and punctuation; a character of a script that is written without spaces is a word. Standard library only.
"""
from word_hashes import mix, print_bits, words

MOST = 20  # words of a phrase
FIRSTS = 1 << 13  # bits of the set of first words
KEYS = 1 << 15  # and of whole phrases

PHRASES = {
    'NOTE': '''correction|corrections|clarification|editor's note|editors note|editorial note|author's note|disclosure|
        full disclosure|disclaimer|update|updated to|this article was amended|this story was amended|this article has been updated|
        this story has been updated|this article has been corrected|this post has been updated|an earlier version of this|
        a previous version of this|this article was originally|this article first appeared|this article originally appeared|
        this story was originally|this story first appeared|originally published|first published|reprinted|
        references|footnotes|notes|endnotes|sources|source|bibliography|further reading|works cited|literature|to be continued|
        korrektur|richtigstellung|anmerkung der redaktion|anm d red|hinweis der redaktion|redaktioneller hinweis|
        hinweis in einer früheren version|in einer früheren version|transparenzhinweis|dieser artikel erschien zuerst|
        dieser text erschien zuerst|dieser beitrag erschien zuerst|zuerst erschienen|literatur|literaturverzeichnis|quellen|quelle|
        quellenangaben|fußnoten|anmerkungen|einzelnachweise|fortsetzung folgt|nachtrag|offenlegung|
        nota del editor|nota de la redacción|nota de redacción|fe de errores|fe de erratas|corrección|rectificación|referencias|
        bibliografía|fuentes|fuente|notas|este artículo fue publicado originalmente|publicado originalmente|
        ndlr|note de la rédaction|rectificatif|correctif|erratum|mise à jour|références|bibliographie|notes de bas de page|
        cet article a été publié|cet article est paru|à suivre|
        nota da redação|correção|errata|referências|bibliografia|fontes|fonte|este artigo foi publicado originalmente|
        nota della redazione|errata corrige|rettifica|riferimenti|note|fonti|
        noot van de redactie|correctie|rectificatie|bronnen|bron|voetnoten|
        sprostowanie|od redakcji|przypisy|źródła|źródło|bibliografia|literatura|
        rättelse|fotnot|källor|källa|rettelse|kilder|kilde|oikaisu|lähteet|lähde|leiðrétting|heimildir|
        oprava|poznámka redakce|zdroje|zdroj|helyesbítés|források|forrás|notă|erată|surse|sursa|
        düzeltme|editörün notu|kaynaklar|kaynak|kaynakça|
        примечание|примечания|примечание редакции|от редакции|исправление|источники|источник|литература|сноски|продолжение следует|
        від редакції|виправлення|джерела|джерело|примітки|бележки|източници|източник|
        διόρθωση|σημείωση|πηγές|πηγή|βιβλιογραφία|
        تصحيح|تنويه|ملاحظة|المصادر|المصدر|المراجع|توضیح|منابع|منبع|תיקון|הערת המערכת|מקורות|
        更正|更正啟事|编者按|編者按|编者注|編者註|注释|註釋|参考文献|參考資料|参考资料|来源|來源|訂正|編集部注|出典|脚注|
        정정|편집자 주|편집자주|출처|참고문헌|đính chính|nguồn|tài liệu tham khảo|catatan redaksi|ralat|sumber|संपादकीय नोट|स्रोत|
        marekebisho|chanzo''',
    'RELATED': '''read|read more|read also|read next|also read|see also|see more|more on|more from|more about|more in|more stories|
        more news|related|related articles|related stories|related posts|related topics|related content|related news|related links|
        related video|related coverage|recommended|recommended for you|recommended stories|you may also like|you might also like|
        you may like|you might like|don't miss|dont miss|most read|most popular|most viewed|trending|trending now|top stories|
        latest|latest news|latest stories|recent posts|recent articles|popular posts|popular|up next|next article|previous article|
        next post|previous post|watch|watch also|watch more|listen|keep reading|in case you missed it|what to read next|
        suggested|sponsored stories|from around the web|elsewhere|in pictures|live updates|
        mehr zum thema|mehr dazu|mehr lesen|mehr aus|mehr von|mehr über|mehr zu|lesen sie auch|lesen sie mehr|lesen sie hier|
        lesen sie dazu|lies auch|lies mehr|lesetipp|auch interessant|auch lesenswert|das könnte sie auch interessieren|
        das könnte dich auch interessieren|das könnte ihnen auch gefallen|weitere artikel|weitere beiträge|weitere meldungen|
        weitere themen|weitere nachrichten|weitere infos|weiterlesen|siehe auch|ähnliche artikel|ähnliche beiträge|passend dazu|
        passend zum thema|zum thema|verwandte artikel|verwandte themen|meistgelesen|meistgelesene artikel|beliebte artikel|
        neueste artikel|neueste beiträge|aktuelle beiträge|aktuelle nachrichten|empfehlungen der redaktion|empfohlen|
        unsere empfehlungen|nächster artikel|vorheriger artikel|nächster beitrag|vorheriger beitrag|hintergrund|top themen|
        lea también|lee también|leer también|lea más|leer más|ver también|ver más|más noticias|más sobre|más en|más información|
        noticias relacionadas|artículos relacionados|relacionado|relacionados|relacionadas|te puede interesar|te puede gustar|
        te recomendamos|también te puede interesar|lo más leído|lo más visto|lo último|últimas noticias|no te pierdas|mira también|
        lire aussi|à lire aussi|à lire|lire la suite|lire plus|voir aussi|en savoir plus|sur le même sujet|dans la même rubrique|
        articles liés|articles similaires|à voir aussi|les plus lus|vous aimerez aussi|plus d'articles|à découvrir|
        leia também|leia mais|veja também|saiba mais|veja mais|notícias relacionadas|relacionadas|mais lidas|últimas notícias|
        mais notícias|artigos relacionados|recomendado|
        leggi anche|leggi tutto|leggi di più|vedi anche|articoli correlati|potrebbe interessarti|ti potrebbe interessare|
        notizie correlate|più letti|ultime notizie|guarda anche|
        lees ook|lees meer|lees verder|meer over|zie ook|gerelateerd|gerelateerde artikelen|meest gelezen|
        czytaj także|czytaj też|czytaj również|czytaj więcej|czytaj dalej|zobacz także|zobacz też|zobacz również|zobacz więcej|
        przeczytaj także|przeczytaj również|polecamy|powiązane|podobne artykuły|najczęściej czytane|najnowsze|więcej o|
        läs också|läs även|läs mer|läs vidare|mer om|relaterat|mest läst|les også|les mer|relaterte saker|mest lest|læs også|
        læs mere|relaterede artikler|mest læste|lue myös|lue lisää|luetuimmat|lesa meira|lestu meira|mest lesið|
        čtěte také|čtěte více|přečtěte si|související|související články|nejčtenější|prečítajte si|súvisiace|
        olvassa el|kapcsolódó|kapcsolódó cikkek|további cikkek|legolvasottabb|citește și|citește mai mult|vezi și|articole similare|
        pročitajte|povezano|preberite tudi|skaityk daugiau|skaitykite taip pat|susiję|lasi arī|loe ka|loe lisaks|
        ilgili haberler|ilginizi çekebilir|ayrıca okuyun|devamını oku|çok okunanlar|son haberler|bunlar da ilginizi çekebilir|
        читайте также|читать также|читайте ещё|читайте далее|читать далее|смотрите также|по теме|материалы по теме|похожие|
        похожие статьи|похожие новости|другие новости|самое читаемое|популярное|последние новости|новости по теме|ранее|
        читайте також|дивіться також|за темою|популярні|останні новини|прочетете още|вижте също|још|прочитајте|
        διαβάστε επίσης|διαβάστε ακόμα|διαβάστε περισσότερα|δείτε επίσης|δείτε ακόμα|σχετικά άρθρα|δημοφιλή|
        اقرأ أيضا|اقرأ أيضاً|اقرأ المزيد|إقرأ أيضا|شاهد أيضا|مواضيع ذات صلة|ذات صلة|أخبار ذات صلة|الأكثر قراءة|المزيد|
        بیشتر بخوانید|مطالب مرتبط|اخبار مرتبط|همچنین بخوانید|پربازدیدترین|مزید پڑھیں|
        קראו גם|קרא עוד|עוד בנושא|כתבות נוספות|ראו גם|
        相关阅读|相关新闻|相关文章|延伸阅读|延伸閱讀|相關新聞|相關文章|推荐阅读|推薦閱讀|热门|熱門|热点|更多|下一篇|上一篇|看更多|
        関連記事|関連ニュース|あわせて読みたい|合わせて読みたい|おすすめ|人気記事|続きを読む|ランキング|次の記事|前の記事|
        관련기사|관련 기사|관련뉴스|많이 본|추천|인기기사|더보기|
        xem thêm|đọc thêm|tin liên quan|bài viết liên quan|tin mới|xem nhiều|baca juga|berita terkait|artikel terkait|terpopuler|
        baca selengkapnya|यह भी पढ़ें|ये भी पढ़ें|और पढ़ें|संबंधित|संबंधित खबरें|আরও পড়ুন|மேலும் படிக்க|อ่านเพิ่มเติม|ข่าวที่เกี่ยวข้อง|
        soma pia|habari zinazohusiana|lees ook|funda futhi|lees meer''',
    'COMMENT': '''comment|comments|leave a comment|leave a reply|add a comment|post a comment|join the conversation|
        join the discussion|show comments|view comments|read comments|write a comment|no comments|discussion|your comment|reply|
        responses|cancel reply|be the first to comment|please log in to comment|log in to comment|reader comments|
        kommentar|kommentare|kommentieren|kommentar schreiben|kommentar verfassen|kommentar hinterlassen|kommentare anzeigen|
        schreibe einen kommentar|schreiben sie einen kommentar|hinterlasse einen kommentar|hinterlasse eine antwort|diskutieren sie mit|
        antwort hinterlassen|antworten|leserkommentare|ihr kommentar|ihre meinung|keine kommentare|diskussion|lesermeinungen|
        comentarios|comentario|deja un comentario|dejar un comentario|deja una respuesta|escribe un comentario|comentar|sin comentarios|
        commentaires|commentaire|laisser un commentaire|laissez un commentaire|ajouter un commentaire|réagir|vos réactions|
        comentários|deixe um comentário|deixe o seu comentário|comente|commenti|commento|lascia un commento|lascia una risposta|
        reacties|reactie|plaats een reactie|reageer|geef een reactie|komentarze|komentarz|dodaj komentarz|skomentuj|
        kommentarer|lämna en kommentar|skriv en kommentar|legg igjen en kommentar|kommentit|kommentti|jätä kommentti|
        komentáře|komentář|přidat komentář|diskuse|diskusia|hozzászólások|hozzászólás|comentarii|lasă un comentariu|lasă un răspuns|
        yorum|yorumlar|yorum yaz|yorum yap|bir yorum yapın|комментарии|комментарий|комментировать|добавить комментарий|
        оставить комментарий|ваш комментарий|обсуждение|коментарі|коментар|додати коментар|коментари|
        σχόλια|σχόλιο|αφήστε ένα σχόλιο|γράψτε το σχόλιό σας|تعليقات|تعليق|التعليقات|اترك تعليقا|أضف تعليقا|نظرات|ارسال نظر|
        دیدگاه|תגובות|תגובה|הוסף תגובה|评论|評論|发表评论|留言|网友评论|コメント|コメントを書く|댓글|댓글쓰기|bình luận|ý kiến|komentar|
        tinggalkan komentar|टिप्पणी|टिप्पणियां|แสดงความคิดเห็น|ความคิดเห็น|maoni''',
    'PROMOTION': '''subscribe|subscribe now|sign up|sign up for|newsletter|newsletters|our newsletter|get the|get our|join our|join us|follow us|follow us on|
        like us on|find us on|download the app|download our app|get the app|support us|support our|donate|become a member|
        advertisement|advertising|advert|sponsored|sponsored content|story continues below|article continues below|
        continue reading below|scroll to continue|buy your copy|buy now|shop now|enter your email|your email|already a subscriber|
        register for free|start your free trial|stay up to date|don't want to miss|
        anzeige|werbung|abonnieren|abonnieren sie|jetzt abonnieren|newsletter abonnieren|newsletter bestellen|jetzt anmelden|
        jetzt kostenlos|folgen sie uns|folge uns|folgt uns|unterstützen sie|unterstütze uns|jetzt spenden|spenden|mitglied werden|
        abo|abo abschließen|jetzt testen|hier klicken|jetzt kaufen|zum shop|zum angebot|jetzt bestellen|app herunterladen|
        melden sie sich|bleiben sie informiert|verpassen sie|der artikel wird unten fortgesetzt|
        suscríbete|suscríbase|suscribirse|boletín|síguenos|síguenos en|publicidad|anuncio|regístrate|apóyanos|descarga la app|únete|
        abonnez vous|s'abonner|je m'abonne|inscrivez vous|inscription|suivez nous|publicité|soutenez|soutenez nous|faire un don|
        assine|assinar|inscreva se|siga nos|siga|publicidade|anúncio|cadastre se|participe|apoie|receba|
        abbonati|iscriviti|iscriviti alla|seguici|seguici su|pubblicità|sostieni|scarica l'app|
        abonneer|schrijf je in|aanmelden|meld je aan|volg ons|advertentie|steun|reklama|subskrybuj|zapisz się|obserwuj|dołącz do|
        wesprzyj|wesprzyj nas|prenumerera|följ oss|annons|reklam|abonner|følg oss|annonse|følg os|annonce|tilaa|mainos|seuraa|
        předplatné|odebírat|sledujte nás|hirdetés|feliratkozás|kövess minket|abonează te|urmărește ne|publicitate|
        abone ol|bizi takip edin|takip et|подписаться|подписывайтесь|подпишитесь|подписка|реклама|следите за|поддержите|
        підписатися|підписуйтесь|підтримайте|абонирайте се|εγγραφή|εγγραφείτε|ακολουθήστε|διαφήμιση|
        اشترك|اشترك الآن|تابعونا|تابعنا|إعلان|النشرة|عضویت|تبلیغات|הירשמו|פרסומת|עקבו אחרינו|
        订阅|訂閱|关注|關注|广告|廣告|下载|下載|扫码|登録|会員登録|フォロー|広告|無料|구독|광고|팔로우|앱 다운로드|
        đăng ký|quảng cáo|theo dõi|langganan|berlangganan|ikuti|iklan|सब्सक्राइब|विज्ञापन|फॉलो|สมัคร|ติดตาม|โฆษณา|jiandikishe|tangazo''',
    'SHARE': '''share|share this|share on|share via|share article|share this article|share story|tweet|tweet this|print|print article|email|e mail|
        email this|save|bookmark|copy link|listen to this|listen to article|font size|text size|min read|minutes read|reading time|
        views|shares|likes|pin it|whatsapp|facebook|twitter|linkedin|telegram|pinterest|reddit|instagram|youtube|xing|flipboard|
        teilen|teilen auf|artikel teilen|beitrag teilen|diesen artikel teilen|per e mail|drucken|merken|link kopieren|vorlesen|
        artikel anhören|lesezeit|lesedauer|twittern|mailen|weiterempfehlen|schriftgröße|
        compartir|compartir en|comparte|imprimir|guardar|copiar enlace|escuchar|tiempo de lectura|
        partager|partager sur|partagez|imprimer|enregistrer|copier le lien|écouter|temps de lecture|
        compartilhar|compartilhe|partilhar|salvar|ouvir|tempo de leitura|condividi|condividi su|stampa|salva|ascolta|tempo di lettura|
        deel|delen|deel dit|afdrukken|bewaren|leestijd|udostępnij|drukuj|wydrukuj|zapisz|poleć|
        dela|skriv ut|spara|lästid|del|skriv ut|jaa|tulosta|tallenna|sdílet|tisk|uložit|zdieľať|megosztás|nyomtatás|
        distribuie|printează|paylaş|yazdır|поделиться|поделитесь|распечатать|печать|сохранить|время чтения|
        поширити|поділитися|друк|сподели|κοινοποίηση|μοιραστείτε|εκτύπωση|مشاركة|شارك|طباعة|اشتراک گذاری|چاپ|שתף|שתפו|הדפסה|
        分享|分享到|打印|收藏|列印|シェア|シェアする|ツイート|印刷|保存|공유|공유하기|인쇄|스크랩|글자크기|
        chia sẻ|in bài|bagikan|cetak|शेयर|साझा करें|แชร์|shiriki''',
    'BIO': '''about the author|about the authors|about author|about the writer|written by|more by|more from this author|the author is|
        the writer is|author bio|contact the author|über den autor|über die autorin|über die autoren|zum autor|zur autorin|zur person|
        der autor|die autorin|der autor ist|die autorin ist|autor|autorin|autoreninfo|sobre el autor|sobre la autora|acerca del autor|
        à propos de l'auteur|l'auteur|sobre o autor|sobre a autora|l'autore|informazioni sull'autore|sull'autore|over de auteur|
        o autorze|o autorce|autor|om författaren|om forfatteren|kirjoittaja|o autorovi|o autorce|a szerzőről|despre autor|
        yazar hakkında|об авторе|автор|про автора|за автора|σχετικά με τον συγγραφέα|عن الكاتب|الكاتب|درباره نویسنده|על המחבר|
        关于作者|關於作者|作者简介|作者簡介|著者プロフィール|プロフィール|筆者|기자|기자 소개|về tác giả|tentang penulis''',
    'TOPIC': '''tags|tag|topics|topic|filed under|posted in|categories|category|keywords|more on this topic|in this article|related topics|
        schlagworte|schlagwörter|themen|thema|stichworte|stichwörter|kategorien|kategorie|abgelegt unter|
        etiquetas|temas|categorías|categoría|archivado en|mots clés|mots clefs|thèmes|sujets|catégories|étiquettes|
        tópicos|assuntos|categorias|tag|argomenti|categorie|etichette|onderwerpen|trefwoorden|tagi|tematy|słowa kluczowe|kategorie|
        ämnen|taggar|emner|stikkord|aiheet|avainsanat|štítky|témata|címkék|témák|etichete|etiketler|konular|etiket|
        теги|тэги|метки|темы|рубрики|рубрика|ключевые слова|теми|ετικέτες|θέματα|الوسوم|كلمات مفتاحية|الكلمات المفتاحية|برچسب ها|
        برچسب|תגיות|נושאים|标签|標籤|关键词|關鍵字|タグ|キーワード|カテゴリー|태그|키워드|từ khóa|chủ đề|topik|kata kunci''',
    'EDITION': '''english|deutsch|german|français|francais|french|español|espanol|spanish|castellano|português|portugues|portuguese|italiano|
        italian|nederlands|dutch|polski|polish|svenska|swedish|norsk|norwegian|dansk|danish|suomi|finnish|íslenska|čeština|czech|
        slovenčina|slovenščina|magyar|hungarian|română|romanian|hrvatski|bosanski|srpski|shqip|eesti|latviešu|lietuvių|türkçe|turkish|
        русский|russian|українська|ukrainian|беларуская|български|српски|македонски|ελληνικά|greek|
        العربية|arabic|فارسی|persian|farsi|اردو|urdu|עברית|hebrew|中文|简体中文|繁體中文|简体|繁體|chinese|日本語|japanese|한국어|korean|
        tiếng việt|vietnamese|bahasa indonesia|indonesian|bahasa melayu|हिन्दी|हिंदी|hindi|বাংলা|bengali|தமிழ்|tamil|తెలుగు|मराठी|ไทย|thai|
        kiswahili|swahili|afrikaans|català|catalan|euskara|galego|cymraeg|gaeilge|esperanto|հայերեն|ქართული|қазақша|azərbaycan|
        kurdî|in english|auf deutsch|en español|en français|em português|in italiano|po polsku|på svenska|read in|read this in|
        read this article in|also available in|available in|this article in|lesen sie diesen artikel auf|auch verfügbar in|
        leer en|lire en|leia em|language|languages|sprache|sprache wählen|idioma|idiomas|langue|langues|lingua|language selection|
        select language|choose language|edition|editions''',
    'LEGAL': '''copyright|all rights reserved|alle rechte vorbehalten|todos los derechos reservados|tous droits réservés|
        todos os direitos reservados|tutti i diritti riservati|alle rechten voorbehouden|wszelkie prawa zastrzeżone|
        alla rättigheter förbehållna|tüm hakları saklıdır|her hakkı saklıdır|все права защищены|всі права захищені|
        με επιφύλαξη παντός δικαιώματος|جميع الحقوق محفوظة|حقوق النشر|版权所有|版權所有|转载请注明|無断転載|무단전재|저작권자|
        bản quyền|hak cipta|terms of use|privacy policy|impressum|imprint|aviso legal|mentions légales|disclaimer''',
    'CONSENT': '''we use cookies|this site uses cookies|this website uses cookies|we and our partners|we value your privacy|cookie settings|
        manage cookies|accept all|reject all|accept cookies|wir verwenden cookies|wir nutzen cookies|diese website verwendet cookies|
        diese website benutzt cookies|cookie einstellungen|alle akzeptieren|alle ablehnen|wir und unsere partner|datenschutzeinstellungen|
        wir benötigen ihre zustimmung|ihre zustimmung|empfohlener externer inhalt|externer inhalt|an dieser stelle|mit ihrer zustimmung|
        utilizamos cookies|este sitio utiliza cookies|usamos cookies|aceptar todo|configuración de cookies|
        nous utilisons des cookies|ce site utilise des cookies|tout accepter|tout refuser|gestion des cookies|nos partenaires et nous|
        este site utiliza cookies|nós usamos cookies|aceitar todos|questo sito utilizza cookie|utilizziamo i cookie|accetta tutti|
        wij gebruiken cookies|deze website gebruikt cookies|używamy plików cookie|ta strona używa|vi använder cookies|
        vi bruker informasjonskapsler|vi bruger cookies|käytämme evästeitä|používáme cookies|tyto stránky používají|
        мы используем cookie|мы используем файлы cookie|χρησιμοποιούμε cookies|çerez|bu site çerezleri''',
    'CAPTION': '''photo|photos|photograph|photo by|photo courtesy|photo credit|image|image credit|image caption|picture|pictures|file photo|
        pictured|video|video caption|graphic|illustration|illustration by|getty images|media caption|
        foto|fotos|bild|bilder|symbolbild|archivfoto|archivbild|grafik|bildquelle|quelle bild|bildrechte|imagen|fotografía|crédito|
        crédit photo|crédits|légende|crédito da foto|imagem|reprodução|divulgação|foto di|immagine|afbeelding|zdjęcie|fot|ilustracja|
        bild|arkivbild|illustrasjon|foto|kuva|fotó|fotografie|fotoğraf|фото|фотография|иллюстрация|скриншот|видео|світлина|снимка|
        φωτογραφία|φωτο|صورة|الصورة|عکس|צילום|图|圖|图片|图为|圖為|图源|資料圖|写真|画像|사진|ảnh|minh họa|foto ilustrasi|फोटो|ภาพ|picha''',
    'DATE': '''published|published on|published at|posted|posted on|posted by|updated|last updated|last modified|created|date|first published|
        veröffentlicht|veröffentlicht am|erstellt am|aktualisiert|aktualisiert am|zuletzt aktualisiert|stand|datum|
        publicado|publicado el|actualizado|fecha|publié|publié le|mis à jour|mis à jour le|modifié|publicado em|atualizado|atualizado em|
        pubblicato|pubblicato il|aggiornato|gepubliceerd|bijgewerkt|opublikowano|aktualizacja|data publikacji|publicerad|uppdaterad|
        publisert|oppdatert|publiceret|opdateret|julkaistu|päivitetty|publikováno|aktualizováno|publikované|közzétéve|frissítve|publicat|
        actualizat|yayınlanma|güncelleme|yayın tarihi|опубликовано|обновлено|дата публикации|опубліковано|оновлено|публикувано|
        δημοσίευση|δημοσιεύθηκε|ενημέρωση|تاريخ النشر|نشر في|آخر تحديث|تاریخ انتشار|פורסם|עודכן|发布时间|发布|更新|公開|更新日|掲載|
        입력|수정|등록|cập nhật|đăng|dipublikasikan|diperbarui|प्रकाशित|अपडेटेड|เผยแพร่''',
}


def key(hashes):
    h = 0
    for w in hashes:
        h = mix((h * 31 + w) & 0xffffffff)
    return h | 1


def main():
    bits, kinds, firsts = {}, list(PHRASES), set()
    for number, (kind, text) in enumerate(PHRASES.items()):
        for phrase in text.replace('\n', ' ').split('|'):
            phrase = ' '.join(phrase.split())
            if phrase:
                hashes = words(phrase)
                assert 0 < len(hashes) <= MOST, phrase
                k = key(hashes)
                firsts.add(key(hashes[:1]) >> 1)
                bits[k] = bits.get(k, 0) | 1 << number
    slots = 1
    while slots < 2 * len(bits):
        slots *= 2
    table = [(0, 0)] * slots
    for k, b in sorted(bits.items()):
        i = k >> 1 & slots - 1
        while table[i][0]:
            i = i + 1 & slots - 1
        table[i] = (k, b)
    print('/* Generated by generate_phrases.py. Do not edit. */\n')
    print(f'#define PHRASE_SLOTS {slots}u')
    print(f'#define PHRASE_MOST {MOST}u /* words of a phrase */\n')
    print('/* Bits: the key of the first word of a phrase, by its bits from the second on. */')
    print_bits('phrase_firsts', FIRSTS, firsts)
    print('/* The same of whole phrases: the table is seldom in the cache. */')
    print_bits('phrase_keys', KEYS, {k >> 1 for k in bits})
    print('static const struct {\n    uint32_t key; /* 0: free */\n    uint32_t kinds;\n} phrases[PHRASE_SLOTS] = {')
    for i, (k, b) in enumerate(table):
        if k:
            print(f'    [{i}] = {{0x{k:08x}u, {" | ".join("CL_PHRASE_" + n for j, n in enumerate(kinds) if b >> j & 1)}}},')
    print('};')


if __name__ == '__main__':
    main()
