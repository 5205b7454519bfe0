"""Bodies in markup that does not say where a paragraph is, in scripts of all directions; text that is there twice."""
from case import case
from parts import html, joined, out, p, see

STORM_DE = ['Der Sturm hat in der Nacht zum Dienstag das Dach der alten Spinnerei abgedeckt und es, nahezu unversehrt, auf dem Parkplatz '
            'des Baumarkts abgelegt.',
            'Verletzt wurde niemand. Der Marktleiter Torben Kiel fand am Morgen drei Hühner vor, die unter dem Dach Schutz gesucht '
            'hatten und sich weigerten, den Platz zu räumen.',
            'Ein Kran soll das Dach am Wochenende zurückheben. Bis dahin parken die Kunden, wie der Markt mitteilte, erstmals '
            'überdacht.']
KO = ['푸른들 마을 주민들이 지난 주말 백 년 된 느티나무를 옆으로 열두 걸음 옮겼다. 새로 나는 길이 나무를 비켜 갈 수 없었기 때문이다.',
      '작업에는 꼬박 사흘이 걸렸다. 뿌리를 감싼 흙만 사십 톤이었고, 주민 이백여 명이 교대로 밧줄을 잡아당겼다.',
      '이장 남궁석 씨는 “나무가 자리를 옮긴 줄 모르도록 그늘의 방향까지 맞췄다”고 말했다.']
EL = ['Οι ψαράδες της Λιμνοχώρας έβγαλαν την Τρίτη από τη λίμνη ένα πιάνο, που κανείς δεν θυμάται πότε και γιατί βυθίστηκε.',
      'Το όργανο, από ξύλο καρυδιάς, διατηρήθηκε στη λάσπη σχεδόν ακέραιο, και η δασκάλα μουσικής Ευτέρπη Ράλλη λέει ότι έξι '
      'πλήκτρα παίζουν ακόμη.',
      'Ο δήμος θα το εκθέσει στο λιμανάκι. Όποιος γνωρίζει την ιστορία του καλείται να τη διηγηθεί, κατά προτίμηση τραγουδιστά.']
ZH_BR = ['青潭市郊的一座旧水塔上周被改成了旅馆，一共只有七间客房，一层一间，没有电梯。',
         '老板贺远山说，他原本想把水塔拆掉卖砖，后来在塔顶看了一次日出，就改了主意。',
         '最高的一间房要爬一百九十级台阶，房价却最便宜，因为早餐要客人自己提上去。']
VI_DIV = ['Một chiếc thuyền gỗ dài hai mươi mét vừa được tìm thấy dưới lớp phù sa ở bãi Cồn Sậy, khi người dân đào ao nuôi cá.',
          'Theo ông Phan Đình Khê, cán bộ bảo tàng, thân thuyền ghép bằng mộng gỗ, không dùng một chiếc đinh nào, và còn giữ được '
          'mái chèo dự phòng.',
          'Bảo tàng dự kiến trục vớt vào mùa khô. Chủ ao cho biết ông sẽ nuôi cá ở chỗ khác, miễn là được đặt tên cho thuyền.']
PL_CELLS = ['Na strychu plebanii w Podgórzu odnaleziono skrzynię z listami, których listonosz nie zdążył doręczyć przed zimą 1929 roku.',
            'Jest ich sto czternaście. Archiwistka Lidia Mroczek szuka teraz potomków adresatów i czyta im listy przez telefon, bo '
            'papier jest zbyt kruchy, by go wysłać.',
            'Dotąd odebrano dziewięć. W jednym z nich ktoś prosił o zwrot piły, i piła, jak się okazało, nadal wisi w tej samej '
            'stodole.']
TR_SPAN = ['Göldere’nin son kayıkçısı Rasim Usta, elli üç yıl boyunca insan taşıdığı kayığını cumartesi günü müzeye teslim etti.',
           'Törende konuşan usta, köprü yapıldığından beri haftada iki yolcu bulduğunu, bunlardan birinin de kendi torunu olduğunu '
           'söyledi.',
           'Müze müdürü Şebnem Altunay, kayığın yılda bir kez suya indirileceğini, küreklere ise kimsenin dokunmayacağını açıkladı.']
HI_BARE = ['सरोवर शहर की पुरानी घड़ी मीनार ने सोमवार को सत्ताईस साल बाद फिर से समय बताना शुरू कर दिया।',
           'घड़ी को ठीक करने वाली इंजीनियर रुक्मिणी वर्धन ने बताया कि उसके पहियों के बीच कबूतरों का एक पूरा मोहल्ला बसा हुआ था।',
           'नगर परिषद ने कबूतरों के लिए पास में ही लकड़ी का एक छोटा मकान बनवाया है, जिसकी घड़ी रुकी हुई है।']
FR_TWICE = ["Le conseil municipal de Valmont a voté lundi soir l'achat d'un second banc pour la place de l'Église, après onze ans de "
            "débats.",
            "Le premier banc, installé en 1962, regarde la fontaine. Le second regardera le premier, a précisé l'adjointe aux "
            "espaces verts, Solange Prévert.",
            "L'opposition, qui demandait une chaise, s'est abstenue."]

CLOCK = ['The clock on the corn exchange in Hollen has been running backwards since Sunday, and the market beneath it has begun to '
         'close before it opens.',
         'The clockmaker blames a swallow’s nest. He will not touch it until the young have flown, which by the clock was last week.',
         'Shopkeepers have taken it in good part. “I have never been so early,” said the butcher, Alwyn Strood.']
FERRY = ['The ferryman at Aldmoor has kept his timetable for three weeks although his boat is in the yard, walking down to the '
         'landing on the hour and back again ten minutes later.',
         'He says that people set their watches by him. Passengers are asked to wave from the other side, and many do, some of '
         'them with luggage.',
         'The boat is expected back on Friday, painted blue. The ferryman will then be allowed to sit down.']
HARBOUR = ("L'été prochain, il guidera les randonneurs égarés sur le plateau. « Il n'a jamais servi à rien, c'est donc "
           "qu'il est prêt », dit la gardienne, Zoé Ménard.")


def paragraphs(texts):
    return ''.join(f'<p>{text}</p>\n' for text in texts)


CASES = [
    case('twice-for-desk-and-phone', 'de', 'portal', 'Dach der Spinnerei landet auf dem Parkplatz', [
        html(f'<div class="visible-desktop hidden-mobile">{paragraphs(STORM_DE)}</div>\n<div class="visible-mobile hidden-desktop">'
             f'{paragraphs(STORM_DE)}</div>', *STORM_DE)]),
    case('twice-for-phone-and-desk-ko', 'ko', 'nextjs', '백 년 된 느티나무, 열두 걸음 옮기다', [
        html(f'<div class="Body_mobile__a8">{paragraphs(KO)}</div><div class="Body_desktop__b9">{paragraphs(KO)}</div>', *KO)]),
    case('twice-for-print', 'fr', 'wordpress', "Valmont s'offre un second banc", [
        html(paragraphs(FR_TWICE) + f'<div class="print-version" style="display:none">{paragraphs(FR_TWICE)}</div>', *FR_TWICE)]),
    case('breaks', 'el', 'table', 'Ένα πιάνο στον βυθό της λίμνης', [joined(EL)]),
    case('breaks-zh', 'zh', 'table', '旧水塔改成七间房的旅馆', [
        html('<br><br>\n'.join('　　' + text for text in ZH_BR), *ZH_BR)]),
    case('breaks-in-one-div', 'ru', 'portal', 'В Приозерье починили эхо', [
        joined(['Жители посёлка Каменка три года жаловались, что из ущелья пропало эхо. На прошлой неделе оно вернулось.',
                'Геолог Прохор Весёлкин объяснил, что звук гасила осыпь, которую весной смыло паводком. Теперь ущелье повторяет до '
                'семи слогов.',
                'Школьный хор уже отрепетировал в ущелье канон на два голоса, обходясь одним.'], around=('<div class="text">', '</div>'))]),
    case('divs', 'vi', 'portal', 'Phát hiện thuyền cổ dưới ao cá', [
        html(''.join(f'<div>{text}</div>\n' for text in VI_DIV), *VI_DIV)]),
    case('divs-nested', 'en', 'nextjs', 'Clock runs backwards, town follows', [
        html(''.join(f'<div class="Block_root__z1"><div class="Block_inner__z2"><div dir="auto">{text}</div></div></div>' for text in CLOCK), *CLOCK)]),
    case('cells', 'pl', 'table', 'Listy z plebanii trafiają do adresatów', [
        html('<table width="100%">' + ''.join(f'<tr><td>{text}</td></tr>\n' for text in PL_CELLS) + '</table>', *PL_CELLS)]),
    case('one-span', 'tr', 'wordpress', 'Son kayıkçı kayığını müzeye verdi', [
        joined(TR_SPAN, around=('<span style="font-size: 14pt; font-family: georgia">', '</span>'))]),
    case('fonts', 'es', 'table', 'La nevera que se llama Ramona', [
        joined(['En el bar de la estación de Ribaluz hay una nevera de 1958 que nunca se ha estropeado y a la que los clientes saludan '
                'por su nombre.',
                'La dueña, Consuelo Trigal, le celebra el cumpleaños cada catorce de mayo con una tarta que, por respeto, se '
                'guarda en otra.',
                'Un museo de la capital ha ofrecido por ella dos mil euros. «Antes vendo el bar», responde Trigal.'],
               around=('<font face="Verdana" size="2">', '</font>'))]),
    case('no-paragraphs', 'hi', 'nextjs', 'सत्ताईस साल बाद चली घड़ी मीनार', [
        html(''.join(f'<section>{text}</section>' for text in HI_BARE), *HI_BARE)]),
    case('loose-text', 'pt', 'wordpress', 'Padaria assa pão para cavalos', [
        html('A padaria Dois Irmãos, em Montesol, começou a assar um pão de aveia e cenoura para os cavalos da praça, que puxam as '
             'charretes dos turistas.<blockquote>O primeiro freguês comeu onze e não pagou.</blockquote>O padeiro Durval Lins diz '
             'que a receita leva pouco sal e nenhum fermento, a pedido do veterinário.<h2>Fila na porta</h2>No sábado, a fila tinha '
             'seis cavalos e dois adultos que também quiseram provar.',
             'A padaria Dois Irmãos, em Montesol, começou a assar um pão de aveia e cenoura para os cavalos da praça, que puxam as '
             'charretes dos turistas.', 'O primeiro freguês comeu onze e não pagou.',
             'O padeiro Durval Lins diz que a receita leva pouco sal e nenhum fermento, a pedido do veterinário.', 'Fila na porta',
             'No sábado, a fila tinha seis cavalos e dois adultos que também quiseram provar.')]),
    case('right-to-left', 'ar', 'nextjs', 'صياد يعثر على جرس سفينة في شباكه', [
        p('عثر الصياد يونس البحري صباح الثلاثاء على جرس نحاسي كبير في شباكه قبالة ساحل وادي النخيل، وعليه اسم سفينة غرقت قبل مئة عام.'),
        p('وقال البحري إنه ظن أول الأمر أن الشبكة علقت بصخرة، ثم سمع رنينا خافتا وهو يسحبها إلى القارب (Dhow-3) مع ابنه.'),
        p('وأكدت مديرة المتحف ليلى الشاذلي أن الجرس سيعرض بعد تنظيفه، وأنه سيقرع مرة واحدة في السنة، في 14 مايو.'),
        out('<p class="tags-inline">وسوم: <a href="/tag/1">البحر</a> <a href="/tag/2">آثار</a></p>', 'وسوم'),
    ]),
    case('right-to-left-fa', 'fa', 'portal', 'نانوای دشت آبی نان را با قایق می‌فرستد', [
        p('با بالا آمدن آب رودخانه و بسته شدن پل، نانوای دشت آبی هر صبح سیصد نان سنگک را با قایق به آن سوی رود می‌فرستد.'),
        p('غلامحسین تنوری می‌گوید: «نان تا آن طرف می‌رسد هنوز گرم است، چون رویش پتو می‌کشیم و کسی حق ندارد زیرش را نگاه کند.»'),
        see('<p>بیشتر بخوانید: <a href="/news/77">مدرسه‌ای که زنگش را خروس می‌زند</a></p>', 'مدرسه‌ای که زنگش را خروس می‌زند'),
        p('شهرداری قول داده است پل تا پایان هفته باز شود، هرچند بسیاری از اهالی از نانوا خواسته‌اند قایق را نگه دارد.'),
    ], topics=['دشت آبی', 'نان سنگک']),
    case('right-to-left-he', 'he', 'wordpress', 'הדוור שמכיר את כל הכלבים בשמם', [
        p('במשך שלושים ושתיים שנה חילק אליהו צברי את הדואר במושבי העמק, ובמחברת קטנה רשם את שמותיהם של כל הכלבים שפגש בדרך.'),
        p('"כלב שקוראים לו בשמו לא נושך", הוא אומר, "ומי שלא מאמין מוזמן לשאול את המחליף שלי, שננשך כבר ביום הראשון".'),
        p('המחברת, ובה 1,460 שמות, תוצג מיום חמישי בספרייה האזורית. הכניסה לכלבים חופשית.'),
    ]),
    case('without-spaces-zh', 'zh', 'portal', '渔民放生百岁大鲵', [
        p('青潭县渔民周水生上周在龙口潭撒网时，捞起一条长一米六的大鲵。专家鉴定后认为，它的年龄可能超过一百岁。'),
        p('周水生说，他把大鲵抱上船的时候，它“像婴儿一样叫了两声”，他当场就决定放它回去。'),
        see('<p>延伸阅读：<a href="/n/88">百年古桥下的守桥人</a></p>', '百年古桥下的守桥人'),
        p('当天傍晚，县渔政部门为大鲵做了体检并植入芯片，随后在同一个水潭将它放生。全村有两百多人到场送行。'),
    ], topics=['大鲵', '青潭']),
    case('without-spaces-ja', 'ja', 'wordpress', '廃線の駅に朝だけ開く食堂', [
        p('霧浜線の廃止から八年がたった旧・鴨ノ瀬駅の待合室で、朝の二時間だけ開く食堂が評判を呼んでいる。品書きは「始発定食」の一つきりだ。'),
        p('店主の倉知なつみさん（61）は元車掌。午前六時二分、かつての始発と同じ時刻に笛を吹くと、客は一斉に箸を取る。'),
        p('「遅れてきた人には冷めた味噌汁が出ます。汽車は待ってくれませんから」と倉知さんは笑う。'),
    ]),
    case('without-spaces-th', 'th', 'portal', 'ช้างเดินเข้าร้านขายเครื่องเขียน', [
        p('เมื่อเช้าวันอังคาร ช้างเพศเมียวัยสิบสองปีเดินเข้าไปในร้านขายเครื่องเขียนกลางตลาดทุ่งบัว ก่อนจะเดินออกมาพร้อมดินสอสีหนึ่งกล่องโดยไม่ทำของเสียหายแม้แต่ชิ้นเดียว'),
        p('นางประไพ ศรีเมฆ เจ้าของร้าน เล่าว่าช้างยืนดูชั้นวางของอยู่นานราวกับกำลังเลือกสี แล้วจึงใช้งวงหยิบกล่องที่มีสิบสองสี'),
        out('<p><a href="/news/91">อ่านเพิ่มเติม: ควายเผือกตัวแรกของอำเภอ</a></p>', 'ควายเผือกตัวแรก'),
        p('ควาญช้างจ่ายค่าดินสอในบ่ายวันเดียวกัน และบอกว่าจะซื้อสมุดวาดเขียนให้ช้างด้วย'),
    ]),
    case('only-in-noscript', 'en', 'table', 'Ferryman crosses without a ferry', [
        html('<div id="story"></div><script>document.getElementById("story").innerHTML = decode(window.story);</script>\n<noscript>'
             + '<br><br>'.join(FERRY) + '</noscript>', *FERRY)]),
    case('noscript-beside', 'en', 'portal', 'Village rents out its silence', [
        html('<p>The hamlet of Nether Pell has begun to rent out its silence by the hour, from two until four in the afternoon, when even '
             'the dogs are asleep.</p><p>Recording studios pay twelve crowns an hour. Poets pay half<img class="lazy" data-src="/img/pell.jpg" '
             'src="data:,"><noscript><img src="/img/pell.jpg" alt="A lane in Nether Pell"></noscript>, and whistling is charged extra.</p>'
             '<noscript><div class="no-js-message">Please switch on JavaScript to read our pages with all their features, comments and videos.</div></noscript>'
             '<p>The money goes to the upkeep of the bell, which is rung at one minute past four to let everyone breathe out.</p>',
             'The hamlet of Nether Pell has begun to rent out its silence by the hour, from two until four in the afternoon, when even '
             'the dogs are asleep.',
             'Recording studios pay twelve crowns an hour. Poets pay half, and whistling is charged extra.',
             'The money goes to the upkeep of the bell, which is rung at one minute past four to let everyone breathe out.')],
         said={'without': ['switch on JavaScript']}),
    case('encoded-twice', 'fr', 'portal', 'Le phare de Valmont reprend du service', [
        p("Éteint depuis vingt ans, le phare intérieur de Valmont, bâti loin de toute mer par un architecte distrait, a été rallumé "
          "samedi soir."),
        html(f'<p>{HARBOUR.encode().decode("cp1252")}</p>', HARBOUR),
        p("La commune n'a prévu qu'un éclat toutes les douze secondes, pour ménager les hiboux et la facture."),
    ]),
]
