"""Stories of other forms than paragraphs in a row."""
from case import case
from parts import h, html, items, kept, p, rows


def speaker(name, text):
    """A turn of a talk, the name in bold."""
    return html(f'<p><strong>{name}:</strong> {text}</p>', f'{name}: {text}')


def question(text):
    return html(f'<p><strong>{text}</strong></p>', text)


def post(time, title, *texts):
    """A post of a live blog; the time may stand in the text or beside it."""
    markup = (f'<div class="live-post" id="p{time.replace(":", "")}"><time class="live-post__time" datetime="2024-05-14T{time}:00+02:00">{time}</time>'
              f'<h3 class="live-post__title">{title}</h3>' + ''.join(f'<p>{text}</p>' for text in texts)
              + '<ul class="live-post__share"><li><a href="#fb">Facebook</a></li><li><a href="#x">X</a></li></ul></div>\n')
    return markup, {'text': [title, *texts], 'optional': [time]}


def live(*posts):
    return [(markup, {'text': told['text']}) for markup, told in posts], [time for _, told in posts for time in told['optional']]


BLOG_EN, TIMES_EN = live(
    post('19:42', 'The gate is open', 'The sluice at Hollen has been opened by hand, since the motor is under water. Six men turned the wheel for '
         'eleven minutes while a seventh counted aloud.', 'The level in the upper basin is falling, slowly.'),
    post('18:15', 'School becomes a shelter', 'Forty people from Mill Lane are spending the evening in the gymnasium. The kitchen is serving the '
         'pancakes that were meant for the end of term.'),
    post('17:03', 'What we know so far', 'The Tarn left its bed a little after four in the afternoon. The low road is closed, and the railway '
         'runs as far as the junction. Nobody has been hurt.'))
BLOG_TR, TIMES_TR = live(
    post('21:10', 'Son otobüs de geldi', 'Yayladan inen son otobüs az önce Göldere meydanına vardı. Yolcular, karın diz boyunu geçtiğini ve '
         'şoförün yolu ezbere bulduğunu anlattı.'),
    post('20:25', 'Belediye çorba dağıtıyor', 'Belediye ekipleri meydanda bekleyenlere mercimek çorbası dağıtıyor. Kazanın başındaki aşçı, '
         'gece yarısına kadar dört yüz kâse çıkaracağını söyledi.'),
    post('19:40', 'Geçit trafiğe kapandı', 'Yoğun kar nedeniyle Akgedik geçidi iki yönde de trafiğe kapatıldı. Mahsur kalan on yedi aracın '
         'sürücüleri dağ evine yerleştirildi.'))

CASES = [
    case('interview', 'de', 'wordpress', '„Ein Tunnel ist nie fertig“', [
        p('Gerlinde Mohr hat dreißig Jahre lang Tunnel gebaut. Nun geht die Ingenieurin in den Ruhestand, und zwar, wie sie sagt, '
          'ans Licht.'),
        question('Frau Mohr, wie viele Kilometer Dunkelheit haben Sie in Ihrem Leben geschaffen?'),
        p('Einundvierzig, wenn man die Rettungsstollen mitzählt. Mein Mann sagt, ich hätte in der Zeit auch ein Haus mit Fenstern '
          'bauen können.'),
        question('Wann ist ein Tunnel fertig?'),
        p('Nie. Der Berg arbeitet weiter, er hat ja sonst nichts zu tun. Man kommt alle zehn Jahre wieder und sieht nach, was er '
          'sich hat einfallen lassen.'),
        question('Haben Sie sich einmal gefürchtet?'),
        p('Einmal, im Advent. Da hörten wir hinter der Ortsbrust ein Klopfen. Es war die Mannschaft der Gegenseite, die drei Wochen '
          'zu früh war.'),
    ]),
    case('interview-ja', 'ja', 'nextjs', '「雪の音を聞き分けられる」霧浜の除雪名人', [
        p('霧浜町で四十年にわたり除雪車を運転してきた真壁惣一さんが、この春で引退する。最後の冬を終えた真壁さんに、車庫で話を聞いた。'),
        question('――雪の音が分かるというのは本当ですか。'),
        p('本当です。乾いた雪は紙を裂くような音がして、湿った雪は布団をたたくような音がします。運転席で目をつぶっていても、どこを走っているか分かりますよ。'),
        question('――いちばん大変だった冬はいつでしょう。'),
        p('十二年前ですね。三日間、家に帰れませんでした。妻が車庫まで弁当を届けに来て、そのまま助手席で一緒に朝を迎えました。'),
        question('――引退後は何をなさいますか。'),
        p('南の島へ行こうと思っています。ただ、雪のない静けさに耐えられるかどうか、少し心配です。'),
    ]),
    case('live-blog', 'en', 'portal', 'Flood on the Tarn: as it happened', BLOG_EN, data={'@type': 'LiveBlogPosting'},
         optional=TIMES_EN),
    case('live-blog-tr', 'tr', 'amp', 'Göldere’de kar: dakika dakika gelişmeler', BLOG_TR, optional=TIMES_TR),
    case('listicle', 'en', 'wordpress', 'Five benches worth a detour', [
        p('A good bench is an argument for sitting down. We have walked the county from end to end and tried two hundred and six of '
          'them. These are the five that we should go back to.'),
        h('1. The drover’s seat, Aldmoor'),
        p('Cut from one oak in 1790 and too heavy to steal. From its left end you see the sea, from its right end your car.'),
        h('2. Platform three, Hollen junction'),
        p('No train has stopped here since the war, which is what makes it so restful. The station cat will join you.'),
        h('3. The poet’s corner, Carrow'),
        p('Nobody knows which poet. The brass plate was polished until it went blank, and the view rhymes with itself.'),
        h('4. Mill pond, Tarnholm'),
        p('Bring bread for the ducks and a second loaf for the goose, who does not queue.'),
        h('5. Saint Audrey’s churchyard'),
        p('Facing west, warm until ten in summer, and surrounded by people who never talk on the telephone.'),
    ]),
    case('listicle-th', 'th', 'wordpress', '4 ร้านก๋วยเตี๋ยวริมคลองที่ต้องลองสักครั้ง', [
        p('คลองบัวแดงมีร้านก๋วยเตี๋ยวเรียงรายอยู่กว่าสามสิบร้าน เราพายเรือชิมมาแล้วทุกร้าน และเลือกมาเพียงสี่ร้านที่อยากกลับไปอีก'),
        h('1. ร้านป้าสมใจ'),
        p('น้ำซุปเคี่ยวจากกระดูกหมูตั้งแต่ตีสาม หอมกระเทียมเจียว ใครมาถึงหลังเที่ยงมักจะเหลือแต่หม้อเปล่า'),
        h('2. เรือลุงหมึก'),
        p('ขายบนเรือลำเดียวมาสี่สิบปี ลุงจำได้ว่าลูกค้าคนไหนไม่กินผักชี และไม่เคยจดเลยสักครั้ง'),
        h('3. ศาลาท่าน้ำ'),
        p('เส้นทำเองทุกเช้า นุ่มแต่ไม่เละ กินไปฟังเสียงระฆังวัดไป ราคาชามละสามสิบห้าบาท'),
        h('4. ครัวใต้สะพาน'),
        p('ที่นั่งมีแค่หกที่ ต้องรอกันนาน แต่เจ้าของร้านจะเล่าเรื่องปลาในคลองให้ฟังระหว่างรอ'),
    ]),
    case('recipe', 'fr', 'wordpress', 'La tourte aux poireaux de la mère Lanvers', [
        p("On la servait autrefois aux moissonneurs du plateau, froide et coupée en losanges. La recette nous vient d'Odette Lanvers, "
          "qui la tient d'un cahier taché de beurre."),
        h('Ingrédients'),
        items(['600 g de poireaux', '250 g de farine', '125 g de beurre', '3 œufs', '20 cl de crème', 'une pincée de muscade']),
        h('Préparation'),
        items(['Travaillez la farine, le beurre et un peu d\'eau froide ; laissez reposer la pâte une heure.',
               'Faites fondre les poireaux émincés à feu doux, sans les laisser dorer.',
               'Battez les œufs avec la crème et la muscade, ajoutez les poireaux, versez sur la pâte.',
               'Couvrez, dorez et faites cuire quarante minutes à four chaud.'], 'ol'),
        p("Attendez le lendemain pour la couper. « Chaude, elle est bonne ; froide, elle est juste », disait la mère Lanvers."),
    ]),
    case('recipe-hi', 'hi', 'portal', 'बरसात में बनाएं बाजरे की मीठी टिकिया', [
        p('सरोवर के आसपास के गांवों में पहली बारिश पर बाजरे की मीठी टिकिया बनाने का रिवाज है। यह विधि हमें कमला देवी ने बताई, जो साठ साल से इसे बना रही हैं।'),
        h('सामग्री'),
        items(['दो कप बाजरे का आटा', 'एक कप गुड़', 'आधा कप तिल', 'चार चम्मच घी']),
        h('बनाने की विधि'),
        items(['गुड़ को थोड़े पानी में गलाकर छान लें।', 'आटे में तिल और घी मिलाएं और गुड़ के पानी से गूंथ लें।',
               'छोटी टिकिया बनाकर धीमी आंच पर दोनों ओर से सेंकें।'], 'ol'),
        p('ठंडी होने पर टिकिया को डिब्बे में रखें। कमला देवी कहती हैं कि यह एक महीने तक खराब नहीं होती, बशर्ते बच्चे इसे ढूंढ न लें।'),
    ]),
    case('letters', 'en', 'table', 'Letters to the editor', [
        h('Bells and sleepers', 3),
        p('Sir, your correspondent complains that the bells of Saint Audrey wake him at seven. I have lived under them for sixty years '
          'and am woken only when they fail to ring.'),
        p('Winifred Oake, Tarnholm'),
        h('The price of eels', 3),
        p('Madam, it is not true that nobody eats eels any more. My household gets through nine a week and would eat more if the man at '
          'the market did not look so sad when he sells them.'),
        p('Dr. Caspar Lund, Hollen'),
        h('A correction to the sunset', 3),
        p('Sir, on Tuesday you gave the time of sunset as 20:14. From my kitchen it was 20:11. I should be glad to know whom to believe.'),
        p('“Early Riser”, Carrow'),
    ]),
    case('poem', 'ru', 'wordpress', '«Лодка у порога»: новое стихотворение Арсения Дымова', [
        p('Мы публикуем новое стихотворение приозерского поэта Арсения Дымова, написанное этой весной, когда вода впервые за сорок '
          'лет поднялась до самых крылец.'),
        html('<p class="verse">У порога качается лодка,<br>в лодке спит позапрошлый туман.<br>Мать глядит на крыльцо из-под локтя<br>и '
             'кладёт мне краюху в карман.</p>',
             'У порога качается лодка, в лодке спит позапрошлый туман. Мать глядит на крыльцо из-под локтя и кладёт мне краюху в карман.'),
        html('<p class="verse">Я отчалю, не скрипнув уключиной,<br>мимо бани, где светит окно,<br>и вода, никому не поручена,<br>унесёт, '
             'что давно решено.</p>',
             'Я отчалю, не скрипнув уключиной, мимо бани, где светит окно, и вода, никому не поручена, унесёт, что давно решено.'),
    ]),
    case('poem-fa', 'fa', 'wordpress', 'شعری تازه از بهرام کوهیار', [
        p('بهرام کوهیار، شاعر دشت آبی، شعر تازه‌ای را که پس از باران‌های بهاری سروده است برای انتشار به روزنامه سپرده است.'),
        html('<div class="poem">باران که آمد، کوچه زبان باز کرد<br>دیوار کهنه قصه‌ای آغاز کرد<br>مادر کنار پنجره خاموش ماند<br>گنجشک خیس از شانه‌اش پرواز کرد</div>',
             'باران که آمد، کوچه زبان باز کرد دیوار کهنه قصه‌ای آغاز کرد مادر کنار پنجره خاموش ماند گنجشک خیس از شانه‌اش پرواز کرد'),
        p('کوهیار می‌گوید این شعر را در صف نانوایی نوشته و کاغذش را نانوا به او داده است.'),
    ]),
    case('results', 'es', 'portal', 'Resultados de la regata de Ribaluz', [
        p('La trainera de Puerto Sardina ganó ayer la regata de Ribaluz por cuarto año consecutivo, con viento de popa y una ventaja '
          'de once segundos sobre la tripulación local.'),
        rows('Puesto|Embarcación|Tiempo', '1|Puerto Sardina|19:42,3', '2|Ribaluz|19:53,6', '3|Cabo Hueco|20:04,1', '4|San Telmo|20:30,8'),
        p('La próxima prueba se disputará el día 26 en Cabo Hueco, siempre que se encuentre el remo que se llevó la corriente.'),
    ]),
    case('results-tr', 'tr', 'wordpress', 'Amatör ligde haftanın sonuçları', [
        p('Göldere amatör liginde yirmi ikinci hafta maçları pazar günü çamurlu sahalarda oynandı. Lider Çınarspor son dakikada '
          'bulduğu golle üç puanı aldı.'),
        rows('Ev sahibi|Konuk|Skor', 'Çınarspor|Değirmen Gücü|2-1', 'Yayla Birlik|Göldere Gençlik|0-0', 'Akgedik|Taşköprüspor|3-4'),
        p('Akgedik maçında hakem, sahaya giren iki koyun nedeniyle ikinci yarıyı dokuz dakika geç başlattı.'),
    ]),
    case('transcript', 'en', 'nextjs', 'Transcript: the council debates the goose', [
        p('The following is a transcript of the debate in Tarnholm town council on 13 May. It has been lightly edited for length.'),
        speaker('MAYOR BRACK', 'We come to item nine, the goose at the mill pond. I remind members that the goose is not present and '
                'cannot reply.'),
        speaker('COUNCILLOR GASK', 'Thank you. I was bitten on the second of May, on the public footpath, while carrying the minutes of this '
                'council.'),
        speaker('COUNCILLOR OAKE', 'May I ask what the councillor had done to the goose?'),
        speaker('COUNCILLOR GASK', 'I had wished it a good morning.'),
        speaker('MAYOR BRACK', 'I propose that we refer the matter to the committee for open spaces. Those in favour? Thank you. The goose '
                'stays for now.'),
    ]),
    case('flash', 'he', 'portal', 'רכבת העמק תחזור לפעול ביום ראשון', [
        p('רכבת העמק תחזור לפעול ביום ראשון בבוקר לאחר שלושה שבועות של עבודות על המסילה.'),
        p('הרכבת הראשונה תצא בשש ועשרים מתחנת עין השקד, והנסיעה בה תהיה ללא תשלום.'),
        p('העבודות התעכבו בגלל קן של דוכיפת שהתגלה מתחת לאחד האדנים.'),
    ]),
    case('flash-ko', 'ko', 'amp', '푸른들 시장 화재, 인명 피해 없이 진화', [
        p('14일 새벽 3시께 푸른들 시장의 한 국숫집에서 불이 나 40분 만에 꺼졌다.'),
        p('새벽 장사를 준비하던 상인 열두 명이 급히 대피했으며 다친 사람은 없었다.'),
        p('소방 당국은 난로 위에 놓인 양은 냄비에서 불이 시작된 것으로 보고 있다.'),
    ]),
    case('gallery', 'en', 'portal', 'In pictures: the market that sets up before dawn', [
        p('Every Friday at three in the morning, sixty traders build a town of canvas on the quay at Tarnholm. Our photographer stayed '
          'until it was gone.'),
        *[kept(f'<figure class="gallery__item"><img src="/gallery/{i}.jpg" width="1600" height="1067" alt=""><figcaption class="gallery__caption">'
               f'{text}</figcaption></figure>', text) for i, text in enumerate([
                   'Ropes first: Harald Quist has tied the same eleven knots every Friday since 1986.',
                   'By four the fishmonger’s lamp is the brightest thing in the county, and every cat knows it.',
                   'A girl asleep among the cabbages while her mother counts change by touch.',
                   'At nine the first customers who have slept arrive, and the traders begin to yawn.'], 1)],
    ], topics=['markets', 'photography']),
    case('gallery-ja', 'ja', 'portal', '【写真特集】霧浜の灯台、百年の一日', [
        *[kept(f'<div class="photo"><img src="/photo/{i}.jpg" width="1200" height="800" alt=""><p class="photo__caption">{text}</p></div>', text)
          for i, text in enumerate(['夜明け前、灯台守の榊原さんがらせん階段を上る。段数は百三十七段。',
                                    '磨き上げられたレンズ。布は三十年間同じものを使っているという。',
                                    '霧が晴れた正午、沖を行く定期船が汽笛で灯台にあいさつした。',
                                    '日没とともに灯がともる。榊原さんは「おかえり」とつぶやいた。'], 1)],
    ]),
    case('letter', 'pt', 'table', 'Carta aberta aos que ouvem o rio', [
        p('Caros vizinhos,'),
        p('Escrevo porque o rio Montesol, que passa atrás das nossas casas, parou de fazer barulho na noite de domingo, e desde então '
          'ninguém da rua consegue dormir.'),
        p('Fui ver. As pedras da corredeira foram retiradas por uma máquina, sem aviso, para que os barcos da represa pudessem subir '
          'até o porto novo. Peço que cada um de nós devolva uma pedra, a que puder carregar.'),
        p('Com estima,'),
        p('Zulmira Barreto, rua das Lavadeiras, 18'),
    ]),
    case('questions-of-readers', 'vi', 'wordpress', 'Hỏi đáp: Chuyển chợ nổi, bà con được gì?', [
        p('Trước việc chợ nổi Bến Đò sẽ dời về khúc sông mới vào tháng bảy, tòa soạn đã chuyển câu hỏi của bạn đọc tới ban quản lý chợ.'),
        question('Ghe nhỏ có phải đóng thêm phí neo đậu không?'),
        p('Không. Ghe dưới năm tấn được miễn phí trong hai năm đầu, sau đó đóng bằng mức hiện nay.'),
        question('Chợ mới có họp vào buổi chiều không?'),
        p('Có. Từ tháng chín, chợ họp thêm phiên chiều thứ Bảy, có đèn dọc hai bờ và bến riêng cho thuyền chở khách.'),
    ]),
]
