#!/usr/bin/env python3
"""Makes language_words_data.inc: everyday words by which the language of a text is told, and letters that few have.

usage: generate_language_words.py > language_words_data.inc

The words were written down for this project: articles, pronouns, prepositions, conjunctions, everyday verbs and the words that
news has most. Standard library only.
"""
import sys
from bisect import bisect_left
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / 'block'))

from word_hashes import fnv, fold, mix  # noqa: E402

# Of scripts that one language alone has there are none here: the script tells (language_detect.c).
WORDS = {
    'en': '''the of and to in is that for was on with as it he be by are his at have this from not had they were which but
        has their been said who will would its more about after when there what out she her than could''',
    'de': '''der die und den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass
        sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch''',
    'fr': '''de la le et les des en un du une que est pour qui dans par plus pas au sur ne se ce il sont avec son aux ont
        mais ou cette été être comme nous elle leur ses fait deux selon aussi''',
    'es': '''de la que el en y los del se las por un para con una su al es lo como más pero sus le ha este sobre también
        fue entre cuando muy sin desde según hasta años está donde han''',
    'pt': '''de que o do da em um para com não uma os no se na por mais as dos como mas ao das foi à seu sua ou quando muito
        nos já também pelo pela até isso são entre depois sem mesmo aos segundo''',
    'it': '''di che il la e in un per è una del con non si le dei da al sono della ha nel alla anche come più gli dal delle
        ma lo nella questo essere stato dopo anni loro suo ai''',
    'nl': '''de van het een en in is dat op te zijn met voor niet aan er om ook als dan maar bij uit door naar heeft hij ze wordt
        nog werd over hebben meer deze kan geen tot haar''',
    'af': '''die van en het is in nie om te vir wat op met dat aan sy hy word deur ook maar as by was hulle sal ons kan uit
        sê daar ’n hom haar nog oor''',
    'sv': '''och att det som en på är av för med den till har de inte om ett men var jag sig från vi så kan när han under också
        efter eller nu sin där vid mot ska skulle säger''',
    'da': '''og at det er en til på af for der med den i de ikke som har et var han om fra jeg så blev men kan også efter ved
        eller hun nogle mere bliver kun hvad noget sig siger blive skal hvor over''',
    'nb': '''og det i er en på til som for at med av den har de ikke var han om et fra jeg så men kan også etter ved ble eller
        hun noen mer blir bare hva noe seg sier være skal hvor over opp''',
    'nn': '''og det i er ein på til som for at med av den har dei ikkje var han om eit frå eg så men kan også etter ved vart
        eller ho nokon meir blir berre kva noko seg seier vere skal kor''',
    'is': '''og að í á sem er það til við um með en var ekki hann fyrir af þess hefur því hún eru þá segir frá ég þeir eftir
        verið var hafi sé voru þetta upp''',
    'fo': 'og at í á sum er tað til við um ikki hann fyri av hevur hon eru tá sigur frá teir eftir verið ein eisini',
    'fi': '''ja on ei se että oli hän joka mutta ovat myös kun mukaan sen ole jos olla vain voi kuin niin tai nyt vuonna sekä
        mitä hänen jälkeen ollut kanssa''',
    'et': '''ja on ei et see oli ta ka kui aga mis oma kes mida või selle siis ning nii ole veel seda üle pärast aastal mille
        olid tema eesti''',
    'lv': '''un ir ka no par ar uz tas kas arī bet vai to viņš nav pēc gada lai tā bija tiek kā šo līdz savu pie kad ļoti''',
    'lt': '''ir kad yra į su iš buvo kaip tai ne už jis apie bet dar nuo per ar jau kurie lietuvos taip bei po metų sakė bus
        dėl savo gali''',
    'pl': '''w i na z się nie do to że jest o od za po jak przez co dla ale tym jego był czy tego być tak już ich które oraz
        tylko jako może są przed także roku''',
    'cs': '''a se v na je že s z do o to i za ve jsem si by jako po pro jeho ale co od tak které jsou nebo podle také který
        bylo může než při už však byl kde jen''',
    'sk': '''a sa v na je že s z do o to aj za vo som si by ako po pre jeho ale čo od tak ktoré sú alebo podľa tiež ktorý bolo
        môže pri už však bol kde len až''',
    'sl': '''in je v na se za da so z pa ki ne tudi po s kot bi od pri še iz ga ali bil tem lahko kaj bolj zaradi med ter bilo
        kar samo biti že''',
    'hr': '''i u je da se na za su od s a koji o ne to će kao iz do bi što sam nije te koja samo godine ili nakon biti može
        rekao još već uz koje kako zbog''',
    'sr': '''и у је да се на за су од са а који о не то ће као из до би што сам није те која само године или након бити може
        рекао још већ уз које како због''',
    'hu': '''a az és hogy nem is egy van meg csak de volt ez már el ha mint még azt én kell lesz ki szerint sem most lehet
        vagy után majd aki ezt minden''',
    'ro': '''și de la în a cu pe din că nu o un se care pentru mai este au fost prin după ce sau să al ale lui dar sunt fi
        acest către fi până său când''',
    'sq': '''të e në dhe i se për që një me nga është u ka ai nuk do kjo si më ky janë kanë por ishte edhe tha pas duke''',
    'tr': '''ve bir bu da de için ile olarak çok daha olan gibi ne kadar sonra en ama ise her o mi var olduğunu dedi göre
        yeni diye değil oldu ya ancak''',
    'az': '''və bir bu da də üçün ilə olaraq çox daha olan kimi nə qədər sonra ən amma isə hər o var edib bildirib görə yeni
        deyil olub ki haqqında azərbaycan''',
    'uz': '''va bir bu uchun bilan ham boʻlgan deb bo'lgan edi qilish kerak yil yilda haqida bo'lib emas oʻzbekiston uning
        lekin keyin''',
    'id': '''yang dan di dengan untuk ini dari dalam tidak akan pada itu juga ke karena ada telah oleh saat kata bisa sebagai
        mereka para lebih sudah tersebut adalah kepada bahwa ujar''',
    'ms': '''yang dan di dengan untuk ini dari dalam tidak akan pada itu juga ke kerana ada telah oleh ketika kata boleh sebagai
        mereka para lebih sudah tersebut adalah kepada bahawa berkata beliau''',
    'vi': '''của và là có được cho trong không một những người với các đã để này khi đến từ về ở như tại cũng sẽ sau ra năm
        nhiều theo vào đó''',
    'tl': '''ang ng sa na mga ay at si ni para niya kay hindi ito may nang siya ko ayon kanyang isang mula pero kung dahil
        lang rin namin''',
    'sw': '''ya na wa kwa ni katika za la kuwa hiyo huo huyo wake alisema pia kama hii yake hayo cha vya hilo baada lakini
        zaidi watu hivyo kwamba ili mwaka''',
    'so': 'oo ka ee iyo ku in waa uu ay la ayaa soo si waxaa lagu sheegay kale isaga kuwa dadka waxay ahaa',
    'ha': 'da ya na a wannan cewa ta ne ba kuma don shi zuwa su daga suka yi an amma wanda ce',
    'yo': 'ní ti àti náà tí ó láti pé sí fún wọn àwọn ìjọba bí kan kò ṣe',
    'ig': 'na nke ka ya ndị bụ n’ ọ ga maka onye ahụ ma nwere kwuru si',
    'zu': '''ngu kwa abo leli izinto bonke okwamanje njengoba lesi ngalesi nxa uthi emuva ekhaya kuyo ezweni ukuthi futhi uma kodwa ngoba lapho kanye nje wathi uthe khona kakhulu abantu ngesikhathi emva ukuze lokhu
        ngaphandle ngenxa iminyaka kuthiwa ukuba kule le uthi esikhathini ngokusho kusho sekuyisikhathi wakhe yakhe lo la''',
    'xh': '''kwi kwa ngu esi ezi elo eyona zabo lakhe wabo kweli ngamnye onke kanti oko ngaphezu xesha abo lwe lo wa nge ukuba kunye xa okanye kwaye kuba apho abantu phantsi kakhulu ngokuba nto loo kule yaye ukuze kodwa uthe mhla eli
        olu le uthi ngelixa oku ndaweni kwakhona ngomhla emva bantu nje''',
    'st': 'ya le ho ba o e hore ka ha mme wa ke bona sa tsa ne batho empa tla',
    'tn': 'ya le go ba o e gore ka ga mme wa ke bone sa tsa ne batho fela tla mo',
    'ca': '''de la que i el en a les els del per un amb una és ha no es al més com pel aquest dels ja també seva són seu però
        aquesta entre han fins sobre perquè''',
    'gl': '''de que e a o en do da os un para con non unha as no na por máis se como pero dos ao das foi súa seu tamén pola
        polo ata son entre sen dende segundo''',
    'eu': 'eta da ez du ere bat izan dute zuen egin dira baina hori izango dela arabera beste baino den hau duen',
    'cy': 'yn y i a o ar yr ei wedi am bod ac mae fod gan oedd ond eu fel hefyd gyda mwy',
    'ga': 'an na agus a ar i go le is sa tá ag don bhí nach chun atá seo leis mar ach bhfuil',
    'eo': 'la de kaj en al estas ne ke por kun li pri el sed ili kiu estis tiu sur ankaŭ',
    'lb': 'an de d’ déi vun den ass dat op fir mat sech net eng ze och gouf si vum am iwwer awer',
    'la': 'et in est non ad ut cum sed qui quod ex ab aut quae sunt esse atque enim',
    'ku': 'û ji ku li bi di de ya ew vê ên jî bo wî ne re hat kir',
    'ru': '''и в не на что с по он как это из но за к у от то о так для его при все была было были после также который года
        если уже только может до сообщил''',
    'uk': '''і в не на що з та за до як це у про від для його але він після також або при року було був ми й вже якщо які
        цього повідомив щоб''',
    'be': '''і ў не на што з да як гэта у пра ад для яго але ён пасля таксама або пры года было быў мы ўжо якія каб паводле
        гэтага''',
    'bg': '''на и в за да от се с е не че по са като ще до това но при има бе или след той които през му съобщи още само към
        най беше както''',
    'mk': '''на и во за да од се со е не дека по ќе како до тоа но при има или по тој кои бил уште само кон најмногу што
        го ги беше македонија''',
    'kk': '''және мен бұл үшін бір да де болып деп еді туралы қазақстан оның бойынша кейін осы бар болды жылы дейін''',
    'ky': '''жана менен бул үчүн бир да деп болуп кыргызстан анын боюнча кийин ошол бар болгон жылы эле эмес''',
    'mn': '''нь байна энэ болон юм гэж байсан он монгол тэр бол улсын хийх өөр дээр''',
    'tg': '''ва дар ба аз ки ин бо барои аст буд тоҷикистон низ ҳам кард шудааст он то''',
    'ar': '''في من على إلى أن عن مع التي الذي هذا هذه كما بعد وقد لا ما كان ذلك قال بين قبل إن أو حيث خلال لم كل غير أنه''',
    'fa': '''و در به از که این را با است برای آن یک خود تا کرد بر هم نیز شد ها می شده گفت دارد بود اما او وی کند''',
    'ur': '''کے میں کی ہے اور سے کا کو نے پر ہیں کہ یہ اس کر بھی تھا ایک نہیں تھی ہو گیا جا ان کہا لیے تک''',
    'ps': 'د په او کې چې ته له دا سره دی هم یې کړي شوي وي دي نه خو باندې افغانستان',
    'ckb': 'لە و بۆ بە کە ئەو ئەم دەکات لەگەڵ هەروەها یان سەر نییە کرد کوردستان هەر دوای',
    'sd': '۾ جي ۽ جو کي آهي ته کان تي سان اهو به هن جا ڪيو',
    'ug': 'ۋە بىلەن بۇ ئۈچۈن دەپ بولۇپ ئۇيغۇر خىتاي كېيىن ھەم',
    'he': 'של את על לא הוא עם זה גם כי או היא אבל יש אל אני מה כל היה אם בין אמר לאחר הם',
    'yi': 'און די פון אין איז דער צו האט מיט אויף ער נישט אז זיך וואס',
    'hi': 'के में की है और से का को ने पर हैं कि यह इस कर भी था एक नहीं हो गया लिए तक साथ कहा',
    'mr': 'आणि आहे या ते ही मध्ये असे आहेत केली केले होते नाही त्यांनी यांनी करण्यात मात्र हा व',
    'ne': 'छ र को मा लागि भएको गर्ने पनि छन् यो गरेको नेपाल भने उनले छैन हुन गरी',
    'am': 'ነው እና ላይ ወደ እንደ ጋር ውስጥ ነበር ግን ይህ የ',
    'ti': 'እዩ ኣብ ካብ ናብ ምስ እዚ ከም ግን ናይ',
}

# A letter tells less than a word: a name of another language may have it.
LETTERS = {
    'de': 'ßäöü', 'fr': 'œçèêëûîïàâ', 'es': 'ñ¿¡', 'pt': 'ãõçâê', 'it': 'ìòù', 'sv': 'åäö', 'da': 'æøå', 'nb': 'æøå', 'nn': 'æøå',
    'is': 'þðæý', 'fo': 'ðøæ', 'fi': 'ä', 'et': 'õäü', 'lv': 'āēīķļņģ', 'lt': 'ėįųūąęčšž', 'pl': 'łąęśźżćń', 'cs': 'ěřůčšžý',
    'sk': 'ľĺŕôčšžý', 'sl': 'čšž', 'hr': 'đćčšž', 'hu': 'őűáé', 'ro': 'ățșîâţş', 'sq': 'ëç', 'tr': 'ğışçöü', 'az': 'əğışç',
    'vi': 'ơưđạảấầậắếềệọộờợụủứừữ', 'ca': 'ŀç', 'sr': 'јљњџћђ', 'mk': 'јљњџѓќѕ', 'ru': 'ыэё', 'uk': 'іїєґ', 'be': 'ўыі', 'bg': 'ъщ',
    'kk': 'әғқңұһі', 'ky': 'үңө', 'mn': 'өү', 'tg': 'ҷҳқӯӣғ', 'fa': 'پچژگکی', 'ur': 'ٹڈڑےںہگکی', 'ps': 'ښځڅېړ', 'ckb': 'ێۆەڕڵ',
    'sd': 'ڪڻ۾۽ٿ', 'ug': 'ۇېۈۋ', 'ar': 'ةيك', 'yo': 'ọẹṣ', 'ig': 'ọụị', 'eo': 'ĉĝŝŭ',
}


def script(c):
    for name, low, high in (('CYRILLIC', 0x400, 0x52F), ('HEBREW', 0x590, 0x5FF), ('ARABIC', 0x600, 0x77F),
                            ('DEVANAGARI', 0x900, 0x97F), ('ETHIOPIC', 0x1200, 0x139F)):
        if low <= ord(c) <= high:
            return name
    return 'LATIN'


def main():
    order = list(WORDS)
    rows = sorted({(mix(fnv(ord(fold(c)) for c in w)), order.index(lang)) for lang, words in WORDS.items() for w in words.split()})
    letters = sorted({(ord(c), order.index(lang)) for lang, cs in LETTERS.items() for c in cs})
    print('/* Generated by generate_language_words.py. Do not edit. */\n')
    print('static const char word_languages[][4] = {' + ', '.join(f'"{lang}"' for lang in order) + '};\n')
    print('/* enum script of language_detect.c */')
    print('static const uint8_t word_scripts[] = {' + ', '.join(script(WORDS[lang].split()[0][0]) for lang in order) + '};\n')
    print('static const language_entry language_words[] = {')
    for h, i in rows:
        print(f'    {{0x{h:08x}u, {i}}},')
    print('};\n')
    print('/* Words whose hash has these ten highest bits begin here. */')
    print('static const uint16_t language_word_index[1025] = {')
    begins = [str(bisect_left(rows, (i << 22, 0))) for i in range(1025)]
    for i in range(0, len(begins), 20):
        print('    ' + ' '.join(b + ',' for b in begins[i:i + 20]))
    print('};\n')
    print('static const language_entry language_letters[] = {')
    for c, i in letters:
        print(f'    {{0x{c:04x}u, {i}}},')
    print('};')


if __name__ == '__main__':
    main()
