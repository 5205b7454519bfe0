"""Small pages: three or four paragraphs under a menu. The network has little to go by there, so that what stands among the
paragraphs or behind them is told by its place."""
from case import case
from parts import html, out, note, p, rows, see

LIVE = '<div class="post"><time datetime="2024-05-14T{0}:00+02:00">{0}</time><h2>{1}</h2><p>{2}</p><div class="share">{3}</div></div>'


def letter(heading, sell):
    """The box of a form that asks for an address."""
    return out(f'<div class="box"><h3>{heading}</h3><p>{sell}</p><form><input type="email"><button>OK</button></form></div>', heading, sell)


def live(time, title, text, share):
    return html(LIVE.format(time, title, text, share), title, text)


STORY = ['Ένα παλιό σφουγγαράδικο που σάπιζε στο λιμάνι της Αγριόνησου έγινε από την Παρασκευή θερινός '
         'κινηματογράφος, με εξήντα καρέκλες στο κατάστρωμα και το πανί του για οθόνη.',
         'Ο καπετάν Μανώλης Χαρκιάς λέει πως η ιδέα ήταν της εγγονής του. «Μου είπε ότι το σκαρί ξέρει '
         'περισσότερες ιστορίες από την τηλεόραση», θυμάται, «και δεν είχα τι να απαντήσω».',
         'Οι προβολές αρχίζουν όταν πέφτει ο άνεμος, γιατί αλλιώς φουσκώνει η εικόνα. Τα εισιτήρια κοστίζουν δύο '
         'ευρώ και όποιος φέρει δικό του μαξιλάρι πληρώνει τα μισά.',
         'Ο δήμος σκέφτεται να δώσει ρεύμα από την προβλήτα, ώστε να μη χρειάζεται γεννήτρια. Ως τότε οι θεατές '
         'ακούνε μαζί με την ταινία και τη μηχανή, που βήχει στα συγκινητικά σημεία.']
TWICE = ''.join(f'<p>{text}</p>' for text in STORY)

CASES = [
    case('small-table-ja', 'ja', 'small', '閉校した小学校の鐘、漁協の屋根で再び鳴る', [
        p('三年前に閉校した潮見東小学校の鐘が十二日の朝、漁協の屋根の上で再び鳴らされた。港に集まったおよそ八十人の住民は、'
          'かつて登校を急いだ音に耳を澄ませた。'),
        p('鐘を引き取ったのは組合長の浜口徹さん。「市場の始まりを知らせる笛が壊れてしまい、代わりを探していた」と話す。取り'
          '付けには卒業生の船大工が三日をかけた。'),
        p('鐘は一九三一年に町の有志が贈ったもので、戦時中は砂浜に埋めて守られたという。表面には今も細かい砂の跡が残り、雨の'
          '日には少し低い音になる。'),
        rows('年|卒業生|教員', '1990|42人|9人', '2005|17人|6人', '2022|3人|4人'),
        p('今後は毎朝五時半と、競りの終わる九時に鳴らされる。近くの保育園では昼寝の時間に重ならないことを確かめたうえで、園'
          '児が月に一度ひもを引くことになった。'),
    ]),
    case('small-table-ar', 'ar', 'small', 'صياد يعيد فتح مكتبة جده بعد نصف قرن', [
        p('أعاد صياد في بلدة رأس النخيل فتح مكتبة جده التي ظلت مغلقة نصف قرن، وذلك بعدما عثر على مفتاحها داخل '
          'صندوق للطعوم كان يستخدمه كل صباح من دون أن ينتبه إلى قاعه المزدوج.'),
        p('وقال يونس البحري إنه وجد الكتب سليمة لأن الجد دهن الرفوف بزيت السمك. وأضاف: «الرائحة قوية في البداية، '
          'لكن القارئ الجيد ينساها بعد الصفحة العاشرة»، ثم ضحك طويلا.'),
        p('وتضم المكتبة نحو ألفي كتاب بينها دفاتر سجل فيها الجد أحوال الطقس يوما بيوم طوال ثلاثين عاما. ويعمل '
          'باحثان من الجامعة على نسخ هذه الدفاتر قبل أن تبهت حروفها.'),
        rows('الرف|عدد الكتب', 'التاريخ|٤٢٠', 'الملاحة|٣١٠', 'الشعر|٩٥٠'),
        p('ويفتح الصياد المكتبة مساء كل خميس بعد عودته من البحر. أما الاستعارة فمجانية، غير أنه يطلب من كل '
          'مستعير أن يحضر معه شبكة ممزقة ويساعده في رتقها.'),
    ]),
    case('small-table-bold', 'de', 'small', 'Bäckerei backt nach Rezept von 1742', [
        p('Die Bäckerei Ohlendorf in Wiesenburg backt seit dieser Woche wieder ein Brot, dessen Rezept die '
          'Großmutter des Inhabers in einer Bibel aufbewahrt hatte und das zuletzt vor gut achtzig Jahren '
          'verkauft worden ist.'),
        p('Das Papier war so oft gefaltet, dass die Menge des Salzes nicht mehr zu lesen war. „Wir haben elf '
          'Versuche gebraucht, und zwei davon hat der Hund gefressen“, sagte Bäckermeister Arnulf Ohlendorf am '
          'Dienstag.'),
        p('Das Brot besteht aus Roggen, Buttermilch und getrockneten Birnen und hält sich nach Angaben der '
          'Familie drei Wochen. Eine Schnitte, die ein Lehrer zur Probe im Pult liegen ließ, war auch nach '
          'vierzig Tagen noch genießbar.'),
        html('<table><tr><td><b>Zutat</b></td><td><b>Menge</b></td></tr><tr><td>Roggenmehl</td><td>800 g</td></tr><tr><td>Buttermilch</td>'
             '<td>350 ml</td></tr></table>', 'Zutat Menge Roggenmehl 800 g Buttermilch 350 ml'),
        p('Gebacken wird nur donnerstags, weil der alte Ofen zwei Tage zum Aufheizen braucht. Die ersten sechzig '
          'Laibe waren um sieben Uhr morgens ausverkauft, und vor der Tür standen danach noch einmal so viele '
          'Leute.'),
    ]),
    case('small-terms', 'fr', 'small', 'Le facteur à cheval de Valmorte prend sa retraite', [
        p('Après trente-deux années de tournées, le dernier facteur à cheval de la vallée de Valmorte a remis '
          'mercredi sa sacoche au receveur, qui ne savait pas où la ranger puisque le bureau n’a plus d’armoire '
          'depuis la réforme.'),
        p('Gaspard Lentier a usé quatre juments et, selon ses propres calculs, parcouru cinq fois le tour de la '
          'Terre sans jamais quitter le canton. « Le courrier attend, mais le cheval non », aime-t-il répéter.'),
        p('La commune a proposé de remplacer la jument par un vélo électrique, mais les essais de février ont '
          'montré que la batterie s’épuise au deuxième col, tandis que la bête s’arrête au troisième seulement, '
          'et pour brouter.'),
        html('<dl><dt>Sacoche</dt><dd>Cuir de bœuf, douze kilos.</dd><dt>Jument</dt><dd>La quatrième, née au village.</dd></dl>',
             'Sacoche\nCuir de bœuf, douze kilos.\nJument\nLa quatrième, née au village.'),
        p('Une souscription a été ouverte pour offrir à la jument un pré de deux hectares. Elle a déjà réuni six '
          'mille euros, dont une enveloppe anonyme glissée, comme il se doit, dans la boîte aux lettres.'),
    ]),
    case('small-letter-ko', 'ko', 'small', '폐역에 들어선 라면 도서관', [
        p('열차가 서지 않은 지 십 년이 된 솔개역에 지난 토요일 작은 도서관이 문을 열었다. 이곳에서는 책 한 권을 다 읽은 사람에게 역장이 직접 라면 한 그릇을 끓여 준다.'),
        p('도서관을 만든 이는 마지막 역장이었던 마동출 씨다. 그는 “기차를 기다리던 사람들은 늘 배가 고팠다”며 “이제 기차 대신 다음 장을 기다리면 된다”고 말했다.'),
        p('대합실에는 주민들이 모은 책 천이백 권이 꽂혔다. 매표소는 대출 창구가 되었고, 낡은 시간표에는 열차 대신 동화 읽어 주는 시간이 적혀 있다.'),
        letter('뉴스레터 구독하기', '매일 아침 주요 소식을 보내 드립니다.'),
        p('첫 주에 팔려 나간 라면은 모두 아흔일곱 그릇이다. 군청은 예산을 지원하기로 했지만 국물에 쓰는 멸치만은 마을 사람들이 계속 대겠다고 한다.'),
    ]),
    case('small-letter-vi', 'vi', 'small', 'Cụ bà tám mươi tuổi mở lớp dạy chèo đò', [
        p('Một cụ bà tám mươi tuổi ở xã Bến Sông vừa mở lớp dạy chèo đò miễn phí cho trẻ em trong vùng, sau khi '
          'cây cầu duy nhất bị lũ cuốn trôi và con đường vòng đến trường dài thêm mười bốn cây số.'),
        p('Cụ Lương Thị Mận cho biết bà đã chèo đò từ năm lên chín. “Con nước cũng có tính nết như con người, '
          'phải hỏi thăm nó trước khi xuống bến”, cụ nói rồi chỉ cho học trò cách nhìn bọt nước.'),
        p('Lớp học mở vào sáng thứ bảy, đến nay có ba mươi mốt em tham gia. Mỗi em phải bơi được một trăm mét và '
          'thuộc tên năm khúc sông nguy hiểm trước khi được cầm mái chèo.'),
        letter('Đăng ký nhận bản tin', 'Tin nổi bật mỗi sáng trong hộp thư của bạn.'),
        p('Huyện hứa sẽ xây cầu mới vào cuối năm. Dù vậy, nhiều phụ huynh mong lớp học vẫn tiếp tục, vì từ khi '
          'biết chèo đò con họ không còn đi học muộn nữa.'),
    ]),
    case('small-letter-hi', 'hi', 'small', 'पहाड़ी गाँव में डाकिया बना पुस्तकालय', [
        p('उत्तरी घाटी के छोटे से गाँव देवरीधार में डाकिया हर मंगलवार चिट्ठियों के साथ किताबें भी बाँटता है, और '
          'पिछले एक साल में उसके थैले से सात सौ से ज़्यादा किताबें घर-घर पहुँच चुकी हैं।'),
        p('डाकिया गिरधारी रावत ने बताया कि शुरुआत एक भूल से हुई। “किसी ने पुरानी किताब पार्सल में लौटा दी थी, '
          'मैंने सोचा रास्ते में किसी को पढ़ने दे दूँ,” उन्होंने मुस्कराते हुए कहा।'),
        p('अब शहर के तीन स्कूल उन्हें किताबें भेजते हैं। हर किताब के पहले पन्ने पर पाठक अपना नाम और मौसम का हाल '
          'लिखता है, इसलिए किताबें गाँव की डायरी भी बन गई हैं।'),
        letter('हमारे न्यूज़लेटर की सदस्यता लें', 'हर सुबह ताज़ा ख़बरें आपके इनबॉक्स में।'),
        p('डाक विभाग ने इस काम के लिए उन्हें एक खच्चर देने का वादा किया है। रावत चाहते हैं कि खच्चर का नाम वही '
          'बच्चे रखें जिन्होंने सबसे ज़्यादा किताबें लौटाई हैं।'),
    ]),
    case('small-letter-pl', 'pl', 'small', 'Dzwonnik z Zalesia uczy gry na czterdziestu wiadrach', [
        p('Po pożarze dzwonnicy mieszkańcy Zalesia zostali bez dzwonów, więc kościelny zawiesił na rusztowaniu '
          'czterdzieści wiader i od niedzieli wygrywa na nich godziny, a w święta także proste melodie.'),
        p('Kazimierz Drozd stroił wiadra przez całą zimę, dolewając do nich wody. „Mróz psuje mi ton, bo lód '
          'śpiewa wyżej”, mówi i pokazuje zeszyt, w którym zapisał ponad trzysta pomiarów.'),
        p('Parafia zbiera pieniądze na nowe dzwony, lecz część wiernych woli, żeby zostało tak, jak jest. Na '
          'ostatnim zebraniu za wiadrami głosowały pięćdziesiąt dwie osoby, a przeciw było dziewiętnaście.'),
        letter('Zapisz się do newslettera', 'Podaj adres e-mail i bądź na bieżąco.'),
        p('Lekcje odbywają się w czwartki po południu. Zapisało się już czternaścioro dzieci i jeden emerytowany '
          'strażak, który zna się na wiadrach lepiej niż wszyscy pozostali.'),
    ]),
    case('small-see', 'tr', 'small', 'Kayıkçı amca yirmi yıl sonra karşı kıyıya geçti', [
        p('Gölyazı’da yolcu taşıyan seksen yaşındaki kayıkçı Rıza Demirel, yirmi yıldır uğramadığı karşı kıyıya '
          'pazartesi sabahı yeniden geçti ve iskelede kendisini bekleyen kalabalığı görünce kürekleri suya '
          'düşürdü.'),
        p('Köprü açıldığında kayığını boyayıp bahçeye çeken Demirel, geçen hafta köprünün bakıma alınmasıyla '
          'yeniden denize indi. “Kayık unutmaz, kol unutur” diyen kayıkçı, ilk seferi kırk dakikada tamamladı.'),
        see('<div class="inline-related"><span>İlgili haber:</span> <a href="/x/991">Kıyıda yeni park açıldı</a></div>', 'Kıyıda yeni park açıldı'),
        p('Belediye, bakım bitene kadar öğrencileri ücretsiz taşıması için kayıkçıyla anlaştı. Kayığa can '
          'yelekleri konuldu, kıç tarafına da küçük bir kitaplık yerleştirildi ve çocuklar ilk gün on iki kitap '
          'ödünç aldı.'),
        p('Bakımın eylül sonunda bitmesi bekleniyor. Köylülerin bir kısmı ise köprünün biraz daha beklemesini '
          'istiyor, çünkü kayıkta sohbet etmek otobüste mümkün olmuyormuş.'),
    ]),
    case('small-last-th', 'th', 'small', 'ครูเกษียณเปิดห้องเรียนบนแพกลางแม่น้ำ', [
        p('ครูเกษียณวัยหกสิบแปดปีในอำเภอปากน้ำเปิดห้องเรียนบนแพกลาง'
          'แม่น้ำ เพื่อสอนหนังสือให้ลูกหลานชาวประมงที่ต้องออกเรือตั'
          '้งแต่เช้ามืดและกลับถึงฝั่งเมื่อโรงเรียนเลิกแล้ว'),
        p('ครูสมหมาย ใจเย็น บอกว่าแพลำนี้สร้างจากถังน้ำมันเก่าสิบสอ'
          'งใบ “เด็กมาหาโรงเรียนไม่ได้ โรงเรียนก็ต้องลอยไปหาเด็ก” เ'
          'ขากล่าวพร้อมหัวเราะ ก่อนจะผูกเชือกให้แน่นขึ้นอีกหนึ่งรอบ'),
        p('ปัจจุบันมีนักเรียนยี่สิบสี่คน อายุตั้งแต่หกขวบถึงสิบห้าป'
          'ี ทุกคนเรียนวันละสองชั่วโมงหลังขายปลาเสร็จ และมีการบ้านค'
          'ือจดชื่อปลาที่จับได้พร้อมน้ำหนักของแต่ละตัว'),
        p('เทศบาลเตรียมมอบแผงโซลาร์เซลล์ให้แพลำนี้ในเดือนหน้า ส่วนช'
          'าวบ้านช่วยกันทำหลังคาใบจาก เพื่อให้ห้องเรียนเปิดสอนได้ตล'
          'อดฤดูฝนโดยไม่ต้องหยุดเรียน'),
    ]),
    case('small-correction', 'ru', 'small', 'Трамвай из Заречного нашли в соседней области', [
        p('Трамвай, который пропал из депо Заречного сорок лет назад, нашли в огороде пенсионера из соседней '
          'области: он держал в вагоне рассаду и исправно протирал стёкла каждую субботу.'),
        p('По словам хозяина, вагон достался ему вместе с участком. «Я думал, это такая теплица, только со '
          'звонком», — рассказал Фёдор Кузьмич Лапшин корреспонденту и трижды позвонил.'),
        p('Музей городского транспорта предложил обменять трамвай на три настоящие теплицы. Переговоры '
          'осложнились, когда выяснилось, что в кабине водителя живёт кошка с пятью котятами.'),
        p('Стороны договорились подождать до осени. За это время рельсы в городе обещают отремонтировать, а '
          'котят раздать, причём двоих уже записали за собой вагоновожатые.'),
        note('<p><em>Исправление: в первой версии статьи говорилось о трёх котятах.</em></p>',
             'Исправление: в первой версии статьи говорилось о трёх котятах.'),
    ]),
    case('small-gallery', 'zh', 'small', '老渔民用旧船票换来一座图书室', [
        p('江湾镇七十三岁的老渔民陆阿根上周用一箱旧船票，换来了镇上第一座图书室。这些船票是他四十年来一张一张攒下的，最早的'
          '一张印着一九五八年的红色戳记。'),
        p('收藏者是省城的一位工程师，他在渡口避雨时看见墙上贴满了船票。“我只是怕墙漏风，”陆阿根说，“没想到糊墙的纸也有人'
          '要。”两人在雨里谈了一个下午。'),
        out('<ul class="gallery"><li><figure><img src="/g/1.jpg" alt=""><figcaption>旧候船厅</figcaption></figure></li><li><figure>'
            '<img src="/g/2.jpg" alt=""><figcaption>船板书架</figcaption></figure></li></ul>', '旧候船厅', '船板书架'),
        p('图书室设在废弃的候船厅里，书架由船板改成，至今还能闻到桐油味。首批三千册图书由工程师和他的同学捐出，其中有一半是'
          '关于河流和桥梁的。'),
        p('镇里决定每逢赶集日开放，由中学生轮流值班。陆阿根每天来得最早，他不识几个字，却坚持给每一本书包上用渔网线缝好的书皮。'),
    ]),
    case('small-voices', 'pt', 'small', 'Relógio da matriz volta a bater depois de meio século', [
        p('O relógio da igreja matriz de Rio Manso voltou a dar horas na quinta-feira, cinquenta e um anos '
          'depois de um raio ter parado os ponteiros às quatro e dezassete, e metade da vila saiu à rua para '
          'confirmar.'),
        p('O conserto foi feito por Amadeu Fialho, relojoeiro reformado, que subiu à torre todos os dias durante '
          'o inverno. «A peça que faltava estava no bolso do sacristão», contou, «e o sacristão não sabia de que '
          'era.»'),
        p('Nem todos estão contentes. Os donos da pensão em frente pediram que o sino se calasse entre a '
          'meia-noite e as seis, e a junta prometeu estudar uma alavanca que o próprio hóspede possa puxar.'),
        p('Por agora o relógio adianta-se dois minutos por semana. O padre diz que não se importa, porque pela '
          'primeira vez em muitos anos ninguém chega atrasado à missa.'),
    ], comments=out('<section class="voices"><div class="quote"><p>O melhor jornal do distrito.</p><span class="author">Evaristo Pimenta, leitor'
                    '</span></div><div class="quote"><p>Leio-o ao pequeno-almoço.</p><span class="author">Graça Nobre, professora</span></div>'
                    '</section>', 'O melhor jornal do distrito', 'Leio-o ao pequeno-almoço')),
    case('small-twice', 'el', 'small', 'Το καΐκι που έγινε κινηματογράφος', [
        html('<div class="mobile-only" style="display:none">' + TWICE + '</div><div class="desktop-only">' + TWICE + '</div>', *STORY),
    ]),
    case('small-live', 'es', 'small', 'Una biblioteca flotante recorre el embalse de Almadraba', [
        p('Una antigua barcaza de arena recorre desde el lunes las once orillas del embalse de Almadraba con '
          'cuatro mil libros a bordo y una bibliotecaria que aprendió a manejar el timón en un curso de dos '
          'fines de semana.'),
        out('<p>La página se actualiza sola</p>', 'se actualiza sola'),
        live('20:15', 'Vuelta al muelle',
             'El ayuntamiento paga el combustible y los lectores, las reparaciones. La primera avería, un remo '
             'perdido, se resolvió en una tarde con la puerta de un armario y dos bisagras.', 'Compartir'),
        live('19:15', 'Primera orilla',
             'Los pueblos perdieron su biblioteca cuando el agua cubrió la carretera vieja hace cuarenta años. '
             'Entonces se prometió otra, y los vecinos guardan todavía el recorte del periódico donde lo decía '
             'el gobernador.', 'Compartir'),
        live('18:15', 'Zarpa la barcaza',
             'El préstamo dura tres semanas, que es lo que tarda la barcaza en dar la vuelta completa. «Si '
             'alguien se retrasa, lo espero tomando café», explicó Remedios Pardal, que ha repartido ya '
             'doscientos carnés.', 'Compartir'),
    ], data={'@type': 'LiveBlogPosting'}, optional=['20:15', '19:15', '18:15']),
]
