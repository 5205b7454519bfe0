"""What stands inside or around a body and is not of it, or is in doubt."""
from case import case
from parts import h, html, items, kept, note, out, p, picture, see

CASES = [
    case('promotion-inside', 'en', 'portal', 'Harbour light goes dark for the first time in a century', [
        p('The lamp in the old lighthouse at Tarnholm was switched off on Monday evening, a hundred and four years after it first '
          'swept the bay, because nobody could be found who still makes the bulbs.'),
        p('The harbour board said that a lamp of a modern kind had been ordered and would be lit before the autumn storms, though '
          'it will flash white where the old one glowed faintly yellow.'),
        out('<p><em>Sign up for our Sunday letter and never miss a story from the coast. <a href="/newsletters">Subscribe here</a>.</em></p>',
            'Sign up for our Sunday letter'),
        p('“My grandfather could tell the hour by it,” said Edda Brack, who keeps the tearoom below the tower. “He never owned a '
          'watch in his life and was never late for supper.”'),
        out('<div class="ad-slot ad-slot--inline"><span>Advertisement</span></div>', 'Advertisement'),
        out('<p><strong>Download the Courier app for breaking news on your phone.</strong></p>', 'Download the Courier app'),
        p('Ships have steered by satellite for decades, and the board admits that only the two remaining herring boats look up at '
          'the tower at all when they come home.'),
    ], deck='The bulbs for the Tarnholm lamp are no longer made anywhere'),
    case('read-inside', 'en', 'wordpress', 'Brewery finds lost recipe behind a wall', [
        p('Workers who were moving a pipe at the Aldmoor brewery on Thursday found a tin box in the brickwork, and in it the recipe '
          'for a black beer that the town last drank in 1911.'),
        see('<p><strong>READ: <a href="/2024/04/hop-pickers">Hop pickers return to the fields after forty years</a></strong></p>',
            'Hop pickers return to the fields after forty years'),
        p('The sheet, in the hand of the head brewer Josiah Penn, calls for smoked malt, heather tips and “as much patience as the '
          'season allows”, and gives the quantities in measures that nobody has used since.'),
        see('<p>MORE: <a href="/2024/03/water-tower">Water tower sold to a bell ringer for one pound</a></p>',
            'Water tower sold to a bell ringer for one pound'),
        p('A first barrel is to be opened on midsummer day. The brewery has asked people who remember what their grandparents said '
          'about the taste to come forward, and eleven have done so.'),
    ]),
    case('read-inside-es', 'es', 'portal', 'El pueblo que vende su niebla en botellas', [
        p('Los vecinos de Ribaluz la Alta han empezado a vender a los turistas botellas llenas de la niebla que cada mañana sube '
          'del embalse, a tres euros la pequeña y a cinco la grande.'),
        p('La idea fue de la maestra Nieves Cordel, que necesitaba dinero para arreglar el tejado de la escuela y no encontró otra '
          'cosa que sobrara en el pueblo.'),
        see('<p class="lea-tambien"><b>LEA TAMBIÉN: </b><a href="/2024/04/campanas">Las campanas que suenan solas los jueves</a></p>',
            'Las campanas que suenan solas los jueves'),
        p('En dos meses se han vendido cuatro mil unidades, según el ayuntamiento, que ahora estudia si la niebla debe pagar el '
          'impuesto del agua o el del aire.'),
        p('«Nadie se ha quejado de que la botella parezca vacía», afirma Cordel. «La gente sabe muy bien lo que compra.»'),
    ], topics=['Ribaluz la Alta', 'turismo rural']),
    case('read-inside-ar', 'ar', 'portal', 'قرية جبلية تعيد فتح مدرستها بعد ثلاثين عاما', [
        p('أعادت قرية عين الصفصاف الجبلية فتح مدرستها يوم الأحد بعد ثلاثين عاما من إغلاقها، واستقبلت في يومها الأول أحد عشر '
          'تلميذا جاء بعضهم على ظهور الحمير من المزارع البعيدة.'),
        see('<p><a href="/2024/04/library">اقرأ أيضا: مكتبة متنقلة تجوب قرى الوادي كل أسبوع</a></p>', 'مكتبة متنقلة تجوب قرى الوادي كل أسبوع'),
        p('وقالت المعلمة هدى الراوي إن الأهالي رمموا السقف بأيديهم خلال الشتاء، وإن نجار القرية صنع المقاعد من خشب الجوز من دون '
          'أن يطلب أجرا.'),
        p('ومن المقرر أن ترسل وزارة التعليم معلما ثانيا في الخريف، وأن توصل الكهرباء إلى المبنى قبل نهاية العام.'),
    ]),
    case('newsletter-box', 'de', 'nextjs', 'Die Glocke von Sankt Veit schlägt wieder falsch', [
        p('Seit Sonntag schlägt die große Glocke von Sankt Veit wieder dreizehnmal zur Mittagsstunde, obwohl der Uhrmacher das '
          'Werk erst im März für achttausend Euro überholt hatte.'),
        p('Pfarrerin Almut Sieger vermutet, dass die Glocke sich an den alten Zustand gewöhnt habe. Der Uhrmacher spricht von '
          'einem Zahnrad, das zu gut geölt wurde.'),
        out('<div class="NewsletterBox_root__1kd"><h3>Täglich gut informiert</h3><p>Unser Morgenbrief bringt Ihnen die Nachrichten der '
            'Region pünktlich zum Frühstück in Ihr Postfach.</p><form><input type="email" placeholder="E-Mail-Adresse"><button>Anmelden'
            '</button></form><p>Mit der Anmeldung akzeptieren Sie die Datenschutzerklärung.</p></div>',
            'Täglich gut informiert', 'Unser Morgenbrief', 'Mit der Anmeldung'),
        p('Im Gemeinderat will man nun abstimmen, ob der dreizehnte Schlag bleiben darf. Die Wirte am Markt sind dafür, denn seit '
          'Sonntag kommen Gäste, die mitzählen wollen.'),
        p('Entschieden wird am Donnerstag, und zwar, wie die Bürgermeisterin sagte, „Punkt zwölf, was immer das heißt“.'),
    ], deck='Der Uhrmacher war da, geholfen hat es nichts'),
    case('newsletter-box-fr', 'fr', 'wordpress', 'À Valmont, le facteur livre aussi le pain', [
        p("Depuis que la dernière boulangerie du plateau a fermé ses portes, le facteur de Valmont distribue chaque matin "
          "quatre-vingts baguettes en même temps que le courrier."),
        out('<div class="mc4wp-form newsletter-inline"><p class="nl-title">La lettre du plateau</p><p>Chaque vendredi, nos meilleures '
            'histoires dans votre boîte mail.</p><input type="submit" value="Je m\'inscris"></div>',
            'La lettre du plateau', 'nos meilleures histoires'),
        p("« On me demande maintenant des croissants », raconte Anselme Vidal, trente ans de tournée, qui a dû faire agrandir "
          "les sacoches de son vélo par le cordonnier."),
        p("La direction régionale ferme les yeux. Elle a toutefois rappelé par lettre, arrivée avec des miettes, que les miches "
          "de plus de deux kilos doivent voyager au tarif des colis."),
    ]),
    case('pull-quote', 'fr', 'portal', 'La dernière dentellière forme un forgeron', [
        p("Pendant quarante ans, Odette Lanvers a cherché une élève à qui transmettre le point de Valmont. Celui qui a fini par "
          "frapper à sa porte est forgeron, mesure deux mètres et s'appelle Bruno."),
        p("« Ses mains sont énormes, mais elles savent attendre, et c'est tout ce que demande la dentelle », dit-elle en comptant "
          "les fuseaux sur le carreau bleu de sa mère."),
        out('<aside class="pullquote"><p>Ses mains sont énormes, mais elles savent attendre</p></aside>'),
        p("Bruno Castel vient le mardi et le jeudi après la forge. Il a déjà cassé onze fuseaux et en a retourné douze, de buis, "
          "qu'il a tournés lui-même."),
        p("La commune leur a prêté une salle au-dessus de la mairie, où l'on entend, les soirs de conseil, le bruit des fuseaux "
          "par-dessus les discours."),
    ]),
    case('pull-quote-pl', 'pl', 'wordpress', 'Szkoła na Podgórzu uczy ciszy', [
        p('W szkole podstawowej na Podgórzu od września pierwsza lekcja w poniedziałek jest lekcją ciszy. Dzieci siedzą, patrzą '
          'w okno i przez czterdzieści pięć minut nic nie mówią.'),
        out('<blockquote class="wp-block-pullquote"><p>Po miesiącu usłyszeliśmy, że w ścianie mieszka mysz</p></blockquote>'),
        p('– Po miesiącu usłyszeliśmy, że w ścianie mieszka mysz, a po dwóch, że ma młode – opowiada dyrektorka Bogna Sarnecka, '
          'która sama przychodzi na te zajęcia.'),
        p('Rodzice byli początkowo przeciwni. Dziś proszą, żeby podobne lekcje zorganizować także dla nich, najlepiej w piątki '
          'po południu.'),
    ]),
    case('biography-inside', 'en', 'wordpress', 'What a river owes the people who named it', [
        p('Every river that I have followed to its end has had more names than mouths. The Tarn, which I walked in March, is called '
          'five different things before it reaches the sea, and answers to none of them.'),
        p('Names are how a valley keeps its accounts. A ford that is called after a drowned miller tells the next miller something, '
          'and costs less than a sign.'),
        p('When the map makers came they chose one name and wrote it in blue. It was tidy, and the five others went on living in '
          'the kitchens, where no map is needed.'),
        p('I should like to see a map with all five on it, even if there were no room left for the water.'),
        out('<p><em>Rowena Ashby is a geographer and the author of “Wet Feet”, a history of fords. She lives in Tarnholm with two dogs. '
            'Follow her on Mastodon.</em></p>', 'Rowena Ashby is a geographer', 'Follow her on Mastodon'),
    ]),
    case('biography-box', 'pt', 'portal', 'A orquestra que ensaia dentro do ônibus', [
        p('Os vinte e dois músicos da orquestra juvenil de Montesol moram em bairros tão distantes que ensaiam na linha 403, entre '
          'o terminal e a última parada, todas as terças e quintas.'),
        p('O motorista Genivaldo Prates conhece o programa de cor e freia, segundo a maestrina, “sempre no compasso certo”. Os '
          'passageiros já não descem antes do fim da peça.'),
        p('No sábado o grupo toca pela primeira vez num teatro. A maestrina teme que os músicos estranhem um chão que não balança.'),
    ], after=[out('<div class="author-box"><img src="/img/tv.jpg" alt=""><h4>Tiago Varejão</h4><p>Jornalista formado pela Universidade de '
                  'Montesol, cobre cultura e transportes há quinze anos. É autor de dois livros de crônicas.</p></div>',
                  'Jornalista formado pela Universidade', 'É autor de dois livros')]),
    case('correction', 'en', 'portal', 'Goats take over the golf course at Hollen', [
        p('A herd of thirty-one goats has lived on the golf course at Hollen since Saturday, when the greenkeeper opened a gate to '
          'let out a fox and forgot that gates work both ways.'),
        p('The club has suspended the spring tournament. Its secretary, Lionel Gask, said that the goats had eaten four flags, a '
          'scorecard and the rules of the game in the order in which they lay on the bench.'),
        p('Their owner, who farms the hill above the ninth hole, has offered to take them back as soon as they wish to come.'),
        note('<p><em>Correction, 15 May: An earlier version of this article said that there were thirty-three goats. Two of them '
             'were sheep.</em></p>',
             'Correction, 15 May: An earlier version of this article said that there were thirty-three goats. Two of them were sheep.'),
    ]),
    case('correction-de', 'de', 'wordpress', 'Museum stellt verlorene Handschuhe aus', [
        p('Das Heimatmuseum zeigt von Freitag an 412 einzelne Handschuhe, die seit 1962 in der Stadt gefunden und nie abgeholt '
          'wurden. Der älteste ist aus Kalbsleder, der jüngste leuchtet im Dunkeln.'),
        p('„Jeder von ihnen hat irgendwo einen Bruder“, sagt Kuratorin Wiebke Thoma. Wer einen erkennt, darf ihn mitnehmen, '
          'wenn er den zweiten vorlegt.'),
        p('Am Eröffnungsabend hat das schon einmal geklappt: Ein Ehepaar aus dem Nachbarort erkannte einen roten Fäustling von '
          'seiner Hochzeitsreise.'),
        note('<p class="redaktionshinweis"><em>Anmerkung der Redaktion: In einer früheren Fassung hieß es, die Ausstellung sei '
             'kostenlos. Der Eintritt beträgt drei Euro.</em></p>',
             'Anmerkung der Redaktion: In einer früheren Fassung hieß es, die Ausstellung sei kostenlos. Der Eintritt beträgt drei Euro.'),
    ]),
    case('summary-on-top', 'en', 'nextjs', 'Night trains come back to the northern line', [
        kept('<ul class="KeyPoints_list__a1"><li>Three sleepers a week from September</li><li>Berths from forty crowns</li>'
             '<li>Bicycles travel free until the end of the year</li></ul>',
             'Three sleepers a week from September', 'Berths from forty crowns', 'Bicycles travel free until the end of the year'),
        p('Passengers will again be able to go to bed in Tarnholm and wake up at the border when the northern line reopens its night '
          'service in September, eleven years after the last sleeping car was sold for scrap.'),
        p('The railway has bought fourteen used carriages and had them repainted in the dark green of the old company. The washbasins '
          'fold out of the wall, as they did, and the reading lamps are still shaped like tulips.'),
        p('“We asked people what they missed,” said the line’s director, Ottilie Voss. “Nobody said speed. They said the sound of the '
          'points at three in the morning.”'),
    ]),
    case('summary-on-top-vi', 'vi', 'portal', 'Làng gốm ven sông mở lò nung đêm đón khách', [
        kept('<ul class="article__summary"><li>Lò nung mở cửa từ 19 giờ thứ Bảy hằng tuần</li><li>Khách được tự tay vẽ một chiếc bát</li></ul>',
             'Lò nung mở cửa từ 19 giờ thứ Bảy hằng tuần', 'Khách được tự tay vẽ một chiếc bát'),
        p('Từ cuối tuần này, làng gốm Bến Đò ở hạ lưu sông Lam sẽ mở chiếc lò nung cổ vào ban đêm để du khách xem thợ gốm vào lửa '
          'và chờ mẻ gốm đầu tiên ra lò lúc bình minh.'),
        p('Nghệ nhân Trần Văn Lụa cho biết lò đã nguội suốt mười bảy năm, và con trai ông phải học lại cách xếp củi từ một cuốn sổ '
          'tay của ông nội.'),
        p('Mỗi đêm lò chỉ nhận bốn mươi khách. Tiền vé được dùng để sửa con đường đất dẫn ra bến, nơi thuyền chở đất sét vẫn cập '
          'vào mỗi sáng.'),
    ]),
    case('continue-reading', 'en', 'portal', 'The town that lost its shadow for a day', [
        out('<div class="article__teaser"><p>Nobody in Carrow noticed at first, because nobody looks down at noon. It was a child who '
            'asked where… <a class="continue-reading" href="#full">Continue reading</a></p></div>', 'Continue reading'),
        p('Nobody in Carrow noticed at first, because nobody looks down at noon. It was a child who asked where all the shadows had '
          'gone, and by then the baker had already called the police.'),
        p('The cause, according to the observatory on Mount Hessel, was a cloud of dust so fine and so high that it spread the '
          'sunlight evenly over the whole valley for nearly seven hours.'),
        p('By evening the shadows were back, a little longer than people remembered them. The baker says that his own has a limp.'),
    ]),
    case('continue-reading-fr', 'fr', 'amp', 'Les abeilles du tribunal ont changé de robe', [
        p("Les trois ruches installées sur le toit du tribunal de Valmont ont essaimé mardi en pleine audience, obligeant la "
          "présidente à suspendre un procès pour vol de miel."),
        out('<p><a class="read-more" href="/suite">Lire la suite</a></p>', 'Lire la suite'),
        p("L'essaim s'est posé sur la robe de l'avocat de la défense, qui est resté immobile pendant quarante minutes et a, selon "
          "le greffier, plaidé ensuite comme jamais."),
        p("L'apicultrice municipale a recueilli les insectes dans un carton d'archives. Le prévenu a été relaxé, faute d'abeilles "
          "capables de témoigner."),
    ]),
    case('comments-longer', 'en', 'wordpress', 'Swimming pool to stay open all winter', [
        p('The open-air pool at Tarnholm will stay open all winter for the first time, the council decided on Wednesday evening by '
          'eleven votes to ten.'),
        p('The water will be kept at fourteen degrees with heat from the bakery next door. Bathers have to bring their own courage, '
          'the mayor said.'),
        p('A season ticket costs thirty crowns, and children under twelve pay nothing.'),
    ], comments=out('<ol class="comment-list">' + ''.join(
        f'<li class="comment"><article class="comment-body"><footer class="comment-meta"><b class="fn">{who}</b> <span class="says">says:</span> '
        f'<a href="#c{i}"><time>May {14 + i % 3}, 2024 at {8 + i}:12 am</time></a></footer><div class="comment-content"><p>{text}</p></div>'
        f'<div class="reply"><a href="#r">Reply</a></div></article></li>' for i, (who, text) in enumerate([
            ('otterfan', 'I have been swimming in the river every winter since I was nineteen and I can tell you that fourteen degrees is '
             'practically soup. People who complain about that should try the weir in January, when you have to break the ice with your elbow first.'),
            ('Gladys P.', 'Who is going to pay for this? The bakery will not give away its heat for nothing, and last time the council promised '
             'something would be free we ended up with a new tax on window boxes. I voted against and I would do it again.'),
            ('thermos', 'Lovely news. My late husband proposed to me at that pool in 1971, on the middle board, and then fell in. I shall be '
             'there on the first morning with a flask and his old dressing gown, whatever the weather decides to do.'),
            ('Gladys P.', 'That is a very nice story but it does not answer the question about the money, which I notice nobody on the council '
             'has answered either, although I have written to them four times and once in verse.'),
            ('lane4', 'Could the lanes be kept for people who actually swim, please? Last summer there was a man in lane four who stood there '
             'for forty minutes reading a newspaper in a plastic bag. I do not make this up. It was even this newspaper.'),
        ])) + '</ol>', 'practically soup', 'Who is going to pay', 'on the middle board', 'lane four')),
    case('comments-longer-ru', 'ru', 'portal', 'В Приозерье открыли библиотеку под открытым небом', [
        p('В городском саду Приозерья в субботу открылась библиотека под открытым небом: сорок шкафов стоят прямо под липами, и '
          'книгу можно взять без билета и без срока.'),
        p('На случай дождя к каждому шкафу привязан зонт. По словам смотрительницы Аглаи Тумановой, за первые выходные пропали '
          'два зонта и ни одной книги.'),
    ], comments=out(''.join(f'<div class="comment"><span class="comment__author">{who}</span><span class="comment__date">15.05.2024 {10 + i}:41</span>'
                            f'<p class="comment__text">{text}</p><button>Ответить</button></div>' for i, (who, text) in enumerate([
        ('липа44', 'Ходила вчера с внуком, просидели до темноты. Внук сначала просил телефон, а потом нашёл атлас морских рыб и забыл обо всём. '
         'Жаль только, что скамеек мало, многие читали стоя, прислонившись к деревьям.'),
        ('Егор', 'А зимой что будет? Книги отсыреют, шкафы развалятся, и через год скажут, что денег на ремонт нет. Видел я уже такие затеи, '
         'помните шахматные столы у вокзала, где теперь продают рассаду?'),
        ('читатель', 'Егор, зимой книги обещали перевозить в старую баню, там сухо. Об этом говорили на открытии, но кто же слушает речи, когда '
         'рядом раздают пироги с капустой.'),
        ('М. П.', 'Передаю привет тому, кто оставил в третьем томе закладку с телефоном и подписью «позвоните, если дочитали». Дочитал, позвонил, '
         'проговорили два часа. Спасибо библиотеке.'),
    ])), 'Ходила вчера с внуком', 'А зимой что будет', 'зимой книги обещали', 'Передаю привет')),
    case('short-under-teasers', 'en', 'portal', 'Bus 12 will not stop at the mill', [
        p('Bus 12 will not stop at the old mill from Tuesday to Friday while the bridge behind it is being painted.'),
        p('Passengers are asked to walk to the stop at the school, which is four minutes away, or six with shopping.'),
        p('The bridge will be green again, the council said, as it was before 1988.'),
    ], before='<section class="top-stories"><h2>Top stories</h2>' + ''.join(
        f'<div class="top-stories__item"><a href="/2024/05/{i:02}/story"><h3>{head}</h3></a><p>{text}</p><span>{i + 1} hours ago</span></div>'
        for i, (head, text) in enumerate([
            ('Storm takes the roof off the fish market', 'Nobody was hurt, but four hundredweight of mackerel were found in the park.'),
            ('Mayor denies having seen the letter', 'The letter, which hangs framed in her office, calls for her to step down.'),
            ('Teachers to strike for shorter corridors', 'The union says that its members walk eleven miles a day between lessons.'),
            ('Rescued seal returns to the same beach', 'It is the fourth time this year, and the keepers have begun to charge it rent.'),
            ('New tram line opens without trams', 'The vehicles have been delivered to a town of the same name in another country.'),
            ('Choir sings through power cut', 'The audience noticed only when the organist asked for a candle.'),
            ('Farmers count the cost of late frost', 'Half of the plums and all of the apricots are lost in the upper valley.'),
            ('Museum buys back its own door', 'It was sold by mistake in 1974 and had been used as a table since.'),
            ('Postwoman retires after a million letters', 'She counted them, she says, because the road was long.'),
            ('River to be measured again', 'The last survey found it two miles longer than the map allows.'),
        ])) + '</section>', said={'without': ['hundredweight of mackerel', 'calls for her to step down', 'charge it rent', 'The last survey']}),
    case('short-under-teasers-zh', 'zh', 'portal', '青潭图书馆周末延长开放时间', [
        p('青潭市图书馆今天宣布，从本周六起，周末开放时间延长至晚上十点，自习室增加一百二十个座位。'),
        p('馆长沈若兰说，去年冬天有读者在门口台阶上借路灯看书，工作人员看了不忍心。'),
        p('延长开放期间，馆内茶水免费，但请读者自带杯子。'),
    ], before='<div class="news-list"><ul>' + ''.join(f'<li><a href="/2024/05/{i:02}/a"><h3>{head}</h3><p>{text}</p></a></li>' for i, (head, text) in enumerate([
        ('台风前夕渔船提前回港', '港务局表示，三百多艘渔船已在傍晚前全部靠岸，最后一艘带回了两只海龟。'),
        ('老茶厂改建为剧场', '设计师保留了烘茶的砖炉，观众入场时仍能闻到茶香。'),
        ('山路塌方三个村庄断电', '抢修人员连夜步行进山，预计明天中午恢复供电。'),
        ('百岁老人学会游泳', '她说以前没有时间，现在终于不忙了。'),
        ('稻田里发现古代石桥', '考古队认为这座桥已经埋在地下八百年。'),
        ('学生发明会唱歌的雨伞', '雨越大，歌声越响，目前只会唱三首。'),
    ])) + '</ul></div>', said={'without': ['三百多艘渔船', '烘茶的砖炉', '抢修人员']}),
    case('captions-outside', 'es', 'wordpress', 'El relojero que para el tiempo los domingos', [
        p('Cada domingo a mediodía, Eladio Bermejo sube a la torre de Ribaluz y detiene el reloj durante una hora exacta, como '
          'hicieron su padre y su abuelo antes que él.'),
        picture('Eladio Bermejo, junto a la maquinaria del reloj de la torre.', 'Foto: Alba Ortuño'),
        p('Nadie sabe a ciencia cierta por qué. El archivo municipal guarda un acuerdo de 1831 que ordena la pausa «para descanso '
          'del mecanismo y de los vecinos», pero falta la página siguiente.'),
        p('El ayuntamiento propuso en marzo acabar con la costumbre. La protesta duró una hora, durante la cual, naturalmente, no '
          'pasó el tiempo.'),
    ], image=picture('La torre del reloj, vista desde la plaza.', 'Alba Ortuño')),
    case('footnotes', 'el', 'wordpress', 'Το νησί που μετρούσε τα κύματα', [
        html('<p>Για πενήντα χρόνια οι φαροφύλακες της Αλυκής κατέγραφαν κάθε μέρα τα κύματα που έσπαγαν στον βράχο της Κυράς, σε '
             'τετράδια που γέμισαν ολόκληρο δωμάτιο.<sup><a href="#fn1" id="r1">[1]</a></sup></p>',
             'Για πενήντα χρόνια οι φαροφύλακες της Αλυκής κατέγραφαν κάθε μέρα τα κύματα που έσπαγαν στον βράχο της Κυράς, σε '
             'τετράδια που γέμισαν ολόκληρο δωμάτιο.[1]'),
        p('Κανείς δεν θυμάται ποιος το ζήτησε. Η υπηρεσία λέει ότι δεν υπήρξε ποτέ τέτοια εντολή, και οι φαροφύλακες απαντούν ότι '
          'δεν υπήρξε ποτέ εντολή να σταματήσουν.'),
        html('<p>Σήμερα τα τετράδια μελετά η ωκεανογράφος Δανάη Κορρέ, που βρήκε σε αυτά το πιο μακρύ ημερολόγιο καιρού της '
             'περιοχής.<sup><a href="#fn2" id="r2">[2]</a></sup></p>',
             'Σήμερα τα τετράδια μελετά η ωκεανογράφος Δανάη Κορρέ, που βρήκε σε αυτά το πιο μακρύ ημερολόγιο καιρού της περιοχής.[2]'),
        note('<hr><ol class="footnotes"><li id="fn1">Αρχείο Φάρου Αλυκής, φάκελοι 3 έως 41. <a href="#r1">↩</a></li></ol>',
             'Αρχείο Φάρου Αλυκής, φάκελοι 3 έως 41. ↩'),
        note('<ol class="footnotes" start="2"><li id="fn2">Δ. Κορρέ, «Κύματα και τετράδια», Λιμναία Χρονικά 7 (2023). <a href="#r2">↩</a></li></ol>',
             'Δ. Κορρέ, «Κύματα και τετράδια», Λιμναία Χρονικά 7 (2023). ↩'),
    ]),
    case('paywall', 'de', 'portal', 'Warum der Stausee jeden Herbst blau wird', [
        p('Jedes Jahr in der zweiten Oktoberwoche färbt sich der Hollensee so blau, dass Segler behaupten, sie könnten darin den '
          'Himmel vom nächsten Tag sehen.'),
        p('Die Biologin Friederike Amsel hat nun drei Jahre lang Proben genommen, und ihre Erklärung beginnt mit einem Krebs, der '
          'kleiner ist als ein Reiskorn.'),
        out('<div class="paywall"><h3>Weiterlesen mit LT+</h3><p>Diesen Artikel lesen Sie mit unserem Digitalabo. Jetzt vier Wochen für '
            'einen Euro testen.</p><a class="paywall__button" href="/abo">Jetzt testen</a><p>Sie sind schon Abonnent? <a href="/login">Hier '
            'anmelden</a></p></div>', 'Weiterlesen mit LT+', 'Digitalabo', 'schon Abonnent'),
    ], data={'isAccessibleForFree': False}, access='paywalled', truncated=True),
    case('paywall-es', 'es', 'amp', 'La biblioteca que solo abre cuando llueve', [
        p('En la calle de los Aljibes hay una biblioteca sin horario: abre cuando empieza a llover y cierra media hora después de '
          'la última gota.'),
        out('<section amp-access="NOT subscriber" class="paywall-message"><h2>Este contenido es exclusivo para suscriptores</h2><p>Suscríbase por '
            'un euro al mes y lea todos los artículos sin límites.</p><a href="/suscripcion">Ver ofertas</a></section>',
            'exclusivo para suscriptores', 'Suscríbase por un euro'),
    ], data={'isAccessibleForFree': 'False'}, access='paywalled', truncated=True),
    case('consent-wall', 'fr', 'consent_wall', 'Le Courrier de Valmont', [
        out('<p>Pour continuer sans accepter, abonnez-vous à partir de deux euros par mois. Votre choix sera conservé pendant six mois '
            'et concerne l\'ensemble de nos sites et applications.</p>', 'Pour continuer sans accepter', 'nos partenaires'),
    ], problem='consent-wall'),
    case('consent-longer', 'es', 'portal', 'Suspendida la carrera de caracoles', [
        p('La carrera de caracoles de Ribaluz, prevista para el domingo, queda suspendida por exceso de sol, según ha comunicado '
          'la peña organizadora.'),
        p('Los treinta y ocho participantes han vuelto a sus huertos. La prueba se celebrará, si llueve, el primer fin de semana '
          'de junio.'),
    ], before='<div id="consent-dialog" class="cmp-consent consent-layer" role="dialog" aria-modal="true"><h2>Valoramos su privacidad</h2>'
       + ''.join(f'<p>{text}</p>' for text in [
           'Nosotros y nuestros 412 socios almacenamos o accedemos a información en un dispositivo, como identificadores únicos, y '
           'tratamos datos personales para ofrecerle anuncios y contenidos personalizados, medir su rendimiento y conocer a la audiencia.',
           'Con su permiso, podemos utilizar datos de geolocalización precisa e identificarle mediante el análisis de su dispositivo. '
           'Puede hacer clic para otorgarnos su consentimiento o acceder a información más detallada y cambiar sus preferencias.',
           'Tenga en cuenta que algunos tratamientos no requieren su consentimiento, pero usted tiene derecho a oponerse. Sus '
           'preferencias se aplicarán solo a este sitio web y podrá modificarlas en cualquier momento en la política de privacidad.'])
       + '<button>Aceptar y cerrar</button><button>Más opciones</button></div>',
       said={'without': ['412 socios', 'geolocalización', 'derecho a oponerse']}),
    case('list-inside', 'pl', 'portal', 'Bocian z Podgórza wrócił z czterema młodymi', [
        p('Bocian Franek, który od dziewięciu lat gniazduje na kominie starej gorzelni, wrócił w tym roku z opóźnieniem, ale za to '
          'wychował cztery młode.'),
        p('Według leśniczego Kajetana Brzozy to najlepszy wynik w powiecie od czasu, gdy zaczęto prowadzić zapiski.'),
        h('Gniazdo waży już pół tony', 2),
        p('Konserwator zabytków obawia się o komin, więc jesienią gniazdo zostanie odchudzone. Prace mają potrwać dwa dni.'),
        items(['pierwszego dnia zdjęte będą gałęzie z wierzchu', 'drugiego dnia komin dostanie stalowy kosz']),
    ], deck='Leśnicy mówią o najlepszym sezonie od lat'),
]
