"""What a site says around a story, in the languages of the cases. All sites and stories are invented.

Each line of a language: the site's name; menu; share, related, most read, comments, tags, by; teasers; newsletter (label and
sell); footer; copyright; cookies (sell and buttons); the mark of an advertisement.
"""

LINES = {
'en': '''Tarnholm Courier
Home|Local|Politics|Business|Sport|Culture|Weather|Obituaries
Share|Related stories|Most read|Comments|Tags|By
Ferry fares to rise from Monday|Swimmers rescue a calf from the weir|Why the old cinema may open again|Council splits over parking at the green|Three arrested after lorry chase on the coast road|The baker who never sleeps
Newsletter|Get the best of the Courier in your inbox every morning. Sign up for free.
About us|Contact|Advertise|Privacy policy|Terms of use|Jobs
© 2024 Tarnholm Courier Ltd. All rights reserved.
We and our partners use cookies to store and read information on your device, to measure the audience and to show you advertising that fits your interests. You can change your choice at any time.|Accept all|Manage settings
Advertisement''',
'de': '''Lindauer Tagblatt
Startseite|Region|Politik|Wirtschaft|Sport|Kultur|Wetter|Traueranzeigen
Teilen|Mehr zum Thema|Meistgelesen|Kommentare|Schlagwörter|Von
Stadtrat streitet über neue Buslinie|Feuerwehr rettet Dackel aus Lüftungsschacht|Warum das Freibad später öffnet|Brauerei schließt nach 140 Jahren|Unfall auf der B 31: zwei Verletzte|Die letzte Weberin im Tal
Newsletter|Das Wichtigste vom Tage jeden Morgen in Ihrem Postfach. Jetzt kostenlos anmelden.
Impressum|Datenschutz|AGB|Kontakt|Mediadaten|Abo kündigen
© 2024 Lindauer Tagblatt Verlagsgesellschaft mbH. Alle Rechte vorbehalten.
Wir und unsere Partner verwenden Cookies, um Informationen auf Ihrem Gerät zu speichern, die Nutzung zu messen und Ihnen passende Werbung zu zeigen. Ihre Einwilligung können Sie jederzeit widerrufen.|Alle akzeptieren|Einstellungen
Anzeige''',
'fr': '''Le Courrier de Valmont
Accueil|Région|Politique|Économie|Sports|Culture|Météo|Avis de décès
Partager|Sur le même sujet|Les plus lus|Commentaires|Mots-clés|Par
Le marché couvert fermé jusqu'à mardi|Un loup aperçu près de l'école|Pourquoi la gare change de nom|La patronne du café prend sa retraite|Grève des éboueurs : le point|Un pont provisoire avant l'été
Newsletter|Recevez chaque matin l'essentiel de l'actualité dans votre boîte mail. Inscrivez-vous gratuitement.
Mentions légales|Contact|Publicité|Confidentialité|CGU|Recrutement
© 2024 Le Courrier de Valmont. Tous droits réservés.
Avec votre accord, nos partenaires et nous utilisons des cookies pour stocker des informations sur votre appareil, mesurer l'audience et vous proposer une publicité adaptée. Vous pouvez retirer votre consentement à tout moment.|Tout accepter|Paramétrer
Publicité''',
'es': '''El Faro de Ribaluz
Inicio|Local|Política|Economía|Deportes|Cultura|El tiempo|Esquelas
Compartir|Noticias relacionadas|Lo más leído|Comentarios|Etiquetas|Por
El puerto reabre tras el temporal|Una vecina de 101 años publica su primer libro|Qué calles se cortan el domingo|La lonja vende el atún más caro|Detenidos dos hombres por robar un autobús|El último afilador del valle
Boletín|Reciba cada mañana las noticias más importantes en su correo. Suscríbase gratis.
Aviso legal|Contacto|Publicidad|Privacidad|Condiciones|Trabaje con nosotros
© 2024 El Faro de Ribaluz, S. L. Todos los derechos reservados.
Nosotros y nuestros socios utilizamos cookies para almacenar información en su dispositivo, medir la audiencia y mostrarle publicidad de su interés. Puede retirar su consentimiento en cualquier momento.|Aceptar todo|Configurar
Publicidad''',
'pt': '''Gazeta de Montesol
Início|Cidade|Política|Economia|Esportes|Cultura|Tempo|Classificados
Compartilhar|Leia mais|Mais lidas|Comentários|Tags|Por
Ônibus muda de rota a partir de segunda|Capivara interrompe jogo de futebol|Por que a água ficou mais cara|Biblioteca ganha livros de um doador anônimo|Dois feridos em acidente na serra|A doceira que virou vereadora
Newsletter|Receba as principais notícias no seu e-mail todas as manhãs. Inscreva-se de graça.
Quem somos|Fale conosco|Anuncie|Privacidade|Termos de uso|Expediente
© 2024 Gazeta de Montesol. Todos os direitos reservados.
Nós e nossos parceiros usamos cookies para armazenar informações no seu aparelho, medir a audiência e exibir publicidade do seu interesse. Você pode mudar sua escolha a qualquer momento.|Aceitar tudo|Configurações
Publicidade''',
'pl': '''Głos Podgórza
Strona główna|Region|Polityka|Gospodarka|Sport|Kultura|Pogoda|Nekrologi
Udostępnij|Zobacz także|Najczęściej czytane|Komentarze|Tagi|Autor:
Most zamknięty do piątku|Strażacy zdjęli bociana z komina|Dlaczego zdrożały bilety|Rada miasta podzielona w sprawie parku|Dwie osoby zatrzymane po pościgu|Ostatni zegarmistrz na rynku
Newsletter|Najważniejsze wiadomości co rano w Twojej skrzynce. Zapisz się za darmo.
O nas|Kontakt|Reklama|Polityka prywatności|Regulamin|Praca
© 2024 Głos Podgórza sp. z o.o. Wszelkie prawa zastrzeżone.
My i nasi partnerzy używamy plików cookie, aby przechowywać informacje na Twoim urządzeniu, mierzyć oglądalność i wyświetlać dopasowane reklamy. Zgodę możesz wycofać w każdej chwili.|Akceptuję wszystko|Ustawienia
Reklama''',
'ru': '''Вестник Приозерья
Главная|Город|Политика|Экономика|Спорт|Культура|Погода|Объявления
Поделиться|Читайте также|Самое читаемое|Комментарии|Теги|Автор:
Мост закроют на ремонт до осени|Лось зашёл в школьный двор|Почему подорожал проезд|Депутаты поспорили о парке|Задержаны двое после погони|Последний мастер колоколов
Рассылка|Главные новости каждое утро в вашей почте. Подпишитесь бесплатно.
О редакции|Контакты|Реклама|Конфиденциальность|Условия|Вакансии
© 2024 «Вестник Приозерья». Все права защищены.
Мы и наши партнёры используем файлы cookie, чтобы хранить данные на вашем устройстве, измерять аудиторию и показывать подходящую рекламу. Согласие можно отозвать в любое время.|Принять все|Настройки
Реклама''',
'el': '''Η Φωνή της Λίμνης
Αρχική|Τοπικά|Πολιτική|Οικονομία|Αθλητικά|Πολιτισμός|Καιρός|Αγγελίες
Κοινοποίηση|Διαβάστε επίσης|Δημοφιλή|Σχόλια|Ετικέτες|Του
Κλειστή η γέφυρα έως την Παρασκευή|Έσωσαν γάτα από την καμινάδα|Γιατί ακρίβυναν τα εισιτήρια|Διχασμένο το συμβούλιο για το πάρκο|Δύο συλλήψεις μετά από καταδίωξη|Ο τελευταίος ωρολογοποιός
Ενημερωτικό δελτίο|Οι σημαντικότερες ειδήσεις κάθε πρωί στο email σας. Εγγραφείτε δωρεάν.
Ταυτότητα|Επικοινωνία|Διαφήμιση|Απόρρητο|Όροι χρήσης|Θέσεις εργασίας
© 2024 Η Φωνή της Λίμνης. Με την επιφύλαξη παντός δικαιώματος.
Εμείς και οι συνεργάτες μας χρησιμοποιούμε cookies για να αποθηκεύουμε πληροφορίες στη συσκευή σας, να μετράμε την επισκεψιμότητα και να προβάλλουμε διαφημίσεις. Μπορείτε να ανακαλέσετε τη συγκατάθεσή σας οποτεδήποτε.|Αποδοχή όλων|Ρυθμίσεις
Διαφήμιση''',
'tr': '''Göldere Postası
Ana Sayfa|Yerel|Siyaset|Ekonomi|Spor|Kültür|Hava Durumu|İlanlar
Paylaş|İlgili haberler|Çok okunanlar|Yorumlar|Etiketler|Yazan:
Köprü cumaya kadar kapalı|İtfaiye bacadaki leyleği kurtardı|Biletler neden zamlandı|Mecliste park tartışması|Kovalamaca sonrası iki gözaltı|Çarşının son saatçisi
Bülten|Günün en önemli haberleri her sabah e-postanızda. Ücretsiz kaydolun.
Künye|İletişim|Reklam|Gizlilik|Kullanım koşulları|Kariyer
© 2024 Göldere Postası. Tüm hakları saklıdır.
Biz ve ortaklarımız, cihazınızda bilgi saklamak, izleyiciyi ölçmek ve ilginize uygun reklam göstermek için çerez kullanıyoruz. Onayınızı istediğiniz zaman geri alabilirsiniz.|Tümünü kabul et|Ayarlar
Reklam''',
'ar': '''صحيفة وادي النخيل
الرئيسية|محليات|سياسة|اقتصاد|رياضة|ثقافة|الطقس|وفيات
شارك|مواضيع ذات صلة|الأكثر قراءة|التعليقات|وسوم|بقلم
إغلاق الجسر حتى يوم الجمعة|رجال الإطفاء ينقذون قطة من البئر|لماذا ارتفعت أسعار التذاكر|المجلس البلدي ينقسم حول الحديقة|توقيف شخصين بعد مطاردة|آخر صانع ساعات في السوق
النشرة البريدية|أهم الأخبار كل صباح في بريدك. اشترك مجانا.
من نحن|اتصل بنا|أعلن معنا|سياسة الخصوصية|شروط الاستخدام|وظائف
© 2024 صحيفة وادي النخيل. جميع الحقوق محفوظة.
نستخدم نحن وشركاؤنا ملفات تعريف الارتباط لتخزين المعلومات على جهازك وقياس عدد الزوار وعرض إعلانات تناسب اهتماماتك. يمكنك سحب موافقتك في أي وقت.|قبول الكل|الإعدادات
إعلان''',
'fa': '''روزنامه دشت آبی
خانه|شهر|سیاست|اقتصاد|ورزش|فرهنگ|آب و هوا|آگهی
اشتراک‌گذاری|مطالب مرتبط|پربازدیدترین‌ها|دیدگاه‌ها|برچسب‌ها|نویسنده:
پل تا جمعه بسته است|نجات گربه از چاه قدیمی|چرا بلیت‌ها گران شد|اختلاف شورا بر سر بوستان|بازداشت دو نفر پس از تعقیب|آخرین ساعت‌ساز بازار
خبرنامه|مهم‌ترین خبرها هر صبح در ایمیل شما. رایگان عضو شوید.
درباره ما|تماس|تبلیغات|حریم خصوصی|شرایط استفاده|فرصت‌های شغلی
© ۱۴۰۳ روزنامه دشت آبی. همه حقوق محفوظ است.
ما و شرکای ما برای ذخیره اطلاعات در دستگاه شما، سنجش بازدید و نمایش تبلیغات مناسب از کوکی استفاده می‌کنیم. هر زمان می‌توانید رضایت خود را پس بگیرید.|پذیرش همه|تنظیمات
آگهی''',
'he': '''קול העמק
ראשי|מקומי|פוליטיקה|כלכלה|ספורט|תרבות|מזג אוויר|מודעות
שיתוף|כתבות נוספות|הנקראות ביותר|תגובות|תגיות|מאת
הגשר סגור עד יום שישי|כבאים חילצו חתול מהבאר|למה התייקרו הכרטיסים|המועצה חלוקה בעניין הפארק|שני עצורים אחרי מרדף|השען האחרון בשוק
ניוזלטר|החדשות החשובות בכל בוקר אצלכם במייל. הירשמו בחינם.
אודות|צור קשר|פרסמו אצלנו|מדיניות פרטיות|תנאי שימוש|דרושים
© 2024 קול העמק. כל הזכויות שמורות.
אנחנו והשותפים שלנו משתמשים בעוגיות כדי לשמור מידע במכשיר שלכם, למדוד את התנועה ולהציג פרסום מתאים. אפשר לבטל את ההסכמה בכל עת.|אישור הכול|הגדרות
פרסומת''',
'hi': '''सरोवर समाचार
होम|शहर|राजनीति|कारोबार|खेल|संस्कृति|मौसम|विज्ञापन
शेयर करें|संबंधित खबरें|सबसे ज्यादा पढ़ी गई|टिप्पणियां|टैग|लेखक:
शुक्रवार तक बंद रहेगा पुल|कुएं से निकाली गई बिल्ली|टिकट क्यों हुए महंगे|पार्क को लेकर परिषद में मतभेद|पीछा करने के बाद दो गिरफ्तार|बाजार का आखिरी घड़ीसाज
न्यूज़लेटर|हर सुबह सबसे जरूरी खबरें अपने ईमेल पर पाएं। मुफ्त में सदस्य बनें।
हमारे बारे में|संपर्क करें|विज्ञापन दें|गोपनीयता नीति|उपयोग की शर्तें|नौकरियां
© 2024 सरोवर समाचार। सर्वाधिकार सुरक्षित।
हम और हमारे साझेदार आपके डिवाइस पर जानकारी रखने, दर्शकों को मापने और आपकी रुचि के विज्ञापन दिखाने के लिए कुकीज़ का उपयोग करते हैं। आप अपनी सहमति कभी भी वापस ले सकते हैं।|सभी स्वीकार करें|सेटिंग्स
विज्ञापन''',
'zh': '''青潭日报
首页|本地|时政|财经|体育|文化|天气|公告
分享|相关新闻|热门文章|评论|标签|作者：
大桥封闭至周五|消防员从井中救出小猫|票价为什么上涨|议会就公园问题分歧严重|警方追车后拘捕两人|老街最后的钟表匠
订阅|每天早上把最重要的新闻送到您的邮箱。免费订阅。
关于我们|联系我们|广告服务|隐私政策|使用条款|招聘
© 2024 青潭日报社 版权所有
我们和合作伙伴使用Cookie在您的设备上存储信息、统计访问量并展示您感兴趣的广告。您可以随时撤回同意。|全部接受|设置
广告''',
'ja': '''霧浜新聞
トップ|地域|政治|経済|スポーツ|文化|天気|お悔やみ
シェア|関連記事|アクセスランキング|コメント|タグ|文・
大橋、金曜まで通行止め|井戸に落ちた子猫を救助|運賃はなぜ上がるのか|公園計画、市議会で意見割れる|追跡の末に二人逮捕|商店街最後の時計職人
メールマガジン|毎朝、主なニュースをメールでお届けします。登録は無料です。
会社概要|お問い合わせ|広告掲載|個人情報保護方針|利用規約|採用情報
© 2024 霧浜新聞社 無断転載を禁じます
当社とパートナーは、お使いの端末に情報を保存し、利用状況を測定し、関心に合った広告を表示するためにクッキーを使用します。同意はいつでも取り消せます。|すべて同意する|設定
広告''',
'ko': '''푸른들신문
홈|지역|정치|경제|스포츠|문화|날씨|부고
공유하기|관련 기사|많이 본 뉴스|댓글|태그|글
다리 금요일까지 통제|우물에 빠진 고양이 구조|요금은 왜 올랐나|공원 놓고 의견 갈린 시의회|추격 끝에 두 명 체포|시장의 마지막 시계공
뉴스레터|매일 아침 주요 뉴스를 이메일로 보내 드립니다. 무료로 구독하세요.
회사 소개|문의|광고 안내|개인정보처리방침|이용약관|채용
© 2024 푸른들신문. 무단 전재 및 재배포 금지.
당사와 협력사는 기기에 정보를 저장하고 이용 현황을 측정하며 관심에 맞는 광고를 보여 드리기 위해 쿠키를 사용합니다. 동의는 언제든지 철회할 수 있습니다.|모두 동의|설정
광고''',
'th': '''ข่าวทุ่งบัว
หน้าแรก|ท้องถิ่น|การเมือง|เศรษฐกิจ|กีฬา|วัฒนธรรม|อากาศ|ประกาศ
แชร์|ข่าวที่เกี่ยวข้อง|อ่านมากที่สุด|ความคิดเห็น|แท็ก|โดย
ปิดสะพานถึงวันศุกร์|ช่วยแมวตกบ่อน้ำ|ทำไมค่าโดยสารจึงแพงขึ้น|สภาเสียงแตกเรื่องสวนสาธารณะ|จับสองคนหลังไล่ล่า|ช่างนาฬิกาคนสุดท้ายในตลาด
จดหมายข่าว|รับข่าวสำคัญทุกเช้าทางอีเมลของคุณ สมัครฟรี
เกี่ยวกับเรา|ติดต่อ|ลงโฆษณา|นโยบายความเป็นส่วนตัว|ข้อกำหนดการใช้งาน|ร่วมงานกับเรา
© 2024 ข่าวทุ่งบัว สงวนลิขสิทธิ์
เราและพันธมิตรใช้คุกกี้เพื่อเก็บข้อมูลในอุปกรณ์ของคุณ วัดจำนวนผู้ชม และแสดงโฆษณาที่เหมาะกับคุณ คุณถอนความยินยอมได้ทุกเมื่อ|ยอมรับทั้งหมด|ตั้งค่า
โฆษณา''',
'vi': '''Báo Sông Lam Hạ
Trang chủ|Địa phương|Chính trị|Kinh tế|Thể thao|Văn hóa|Thời tiết|Rao vặt
Chia sẻ|Tin liên quan|Đọc nhiều|Bình luận|Từ khóa|Tác giả:
Cầu đóng cửa đến thứ Sáu|Cứu mèo con khỏi giếng cạn|Vì sao giá vé tăng|Hội đồng chia rẽ vì công viên|Bắt hai người sau cuộc rượt đuổi|Người thợ đồng hồ cuối cùng ở chợ
Bản tin|Nhận tin quan trọng mỗi sáng qua email của bạn. Đăng ký miễn phí.
Giới thiệu|Liên hệ|Quảng cáo|Chính sách bảo mật|Điều khoản sử dụng|Tuyển dụng
© 2024 Báo Sông Lam Hạ. Giữ bản quyền nội dung.
Chúng tôi và đối tác dùng cookie để lưu thông tin trên thiết bị của bạn, đo lượng truy cập và hiển thị quảng cáo phù hợp. Bạn có thể rút lại sự đồng ý bất cứ lúc nào.|Chấp nhận tất cả|Cài đặt
Quảng cáo''',
}


def words(language):
    site, menu, labels, teasers, newsletter, footer, rights, cookies, advert = LINES[language].split('\n')
    share, related, most_read, comments, tags, by = labels.split('|')
    label, sell = newsletter.split('|')
    return {'site': site, 'menu': menu.split('|'), 'share': share, 'related': related, 'most_read': most_read,
            'comments': comments, 'tags': tags, 'by': by, 'teasers': teasers.split('|'), 'newsletter': label, 'sell': sell,
            'footer': footer.split('|'), 'rights': rights, 'cookies': cookies.split('|'), 'advert': advert}
