#!/usr/bin/env python3
"""Makes quotation_words_data.inc: the words by which quotations are given to their speakers, in many languages.

usage: generate_quotation_words.py > quotation_words_data.inc

A class of words is written once a language; quotation_parts.h says what the classes are. A word with a star stands for
all the endings given after its class. Standard library only.
"""
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / 'block'))

from word_hashes import fnv, print_bits  # noqa: E402

# The order is that of the bits; what is written here first is bit 0.
LANGUAGES = 'en es fr de pt it ru ar nl pl tr sv'.split()

WORDS = {
    'en': {
        'SAY INVERTS': 'said says',
        'SPEECH INVERTS': 'explained explains wrote writes added adds asked asks argued argues noted notes',
        'SAY': 'say saying told tells tell telling',
        'SPEECH': '''adding asking writing written tweeted tweets tweeting
            arguing noting explaining continued continues continuing replied replies
            replying responded responds responding declared declares declaring warned warns warning insisted insists
            insisting concluded concludes concluding stated states stating announced announces announcing
            acknowledged acknowledges acknowledging admitted admits admitting suggested suggests suggesting
            claimed claims claiming remarked remarks remarking commented comments observed observes observing
            recalled recalls recalling testified testifies quipped quips joked jokes joking shouted shouts shouting
            yelled yells screamed whispered muttered murmured exclaimed asserted asserts asserting alleged alleges
            contended contends maintained maintains maintaining stressed stresses stressing emphasized emphasizes
            emphasised reiterated reiterates reiterating repeated repeats repeating confirmed confirms confirming
            conceded concedes charged charges countered counters retorted protested demanded demands promised promises
            promising vowed vows vowing pledged pledges predicted predicts boasted boasts bragged lamented laments
            complained complains complaining joined mused muses opined opines posted posts posting reported reports
            reporting revealed reveals disclosed proclaimed proclaims pronounced urged urges urging advised pleaded
            pointed points pointing went reads read reading intoned interjected chimed cautioned cautions
            cracked snapped sneered fired shot tweeting blogged emailed e-mailed texted answered answers queried
            wondered wonders pondered thundered roared barked cried sighed gushed sniffed deadpanned offered
            reflected reflects recounted recounts reacted reacts elaborated clarified clarifies specified
            hinted quoted quotes quoting relayed puts put remembered remembers spoke speaking speaks related began begins opened closed finished
            write conclude affirmed affirms affirming fumed fumes vented riffed scoffed marveled chided proclaiming asserting assured assures
            assuring hinting confided groused enthused intoning summarized summarised summed''',
        'WEAK': '''called calls calling described describes describing dubbed labeled labelled branded blasted slammed
            denounced condemned criticized criticised mocked praised touted hailed characterized characterised
            depicted derided dismissed dismissed ridiculed decried bemoaned accused accuses accusing blamed
            believes believed thinks thought thinking hoped hopes felt feels feared fears considered considers knows
            knew heard hear hears saw labeling labelling blasting slamming denouncing criticizing mocking praising touting characterizing dismissing accusing thinks wants wanted learned signed titled headlined entitled chanted chants chanting
            sang sings singing referred refers referring cited cites citing invoked deemed proposed expressed expresses
            expressing discussed mentioned argue addressed agreed agrees agreeing disagreed denied denies denying
            defended defends likened compared ranted raged railed attacked attacks lashed ripped knocked
            found finds shows showed showing indicated indicates concluded ruled ordered decided defined voiced
            welcomed applauded lauded apologized apologised thanked thanks urging implied implies recognizing recognising recognized calls shouting screaming yelling wrote begging credited
            credits rejected rejects rejecting questioned talked talking mocks mocking stipulates defending depicting deriding decrying
            teased teases chastised scolded rebuked trashed panned lamenting portrayed portrays portraying dubbing hailing''',
        'PRONOUN': 'he they it i we you one both another others some many several neither',
        'PRONOUN FEMALE': 'she',
        'RELATIVE': 'who',
        'SKIP': '''has had have also then later once previously reportedly repeatedly recently further again even still just
            now already never always often himself herself themselves itself famously simply first soon
            did does do would will could might may can should not long only goes earlier ago yesterday today
            tonight afterward afterwards''',
        'SKIP BE': 'be was were is are been being',
        'DET': '''the a an his her their its our my your this these those some many several one two three four
            five six seven other another both each every any most few all no''',
        'PREP': '''in on at by with to from into about during over under against through between among
            without within upon toward towards via near outside inside across around behind beside
            below above regarding despite amid plus per unlike''',
        'PREP JOIN': 'after before since until than like as',
        'PREP OF': 'of for',
        'OF': 'de del la le van von der den bin al el da di du dos ibn',
        'JOIN': '''that which and but or nor so because when while where if though although whether whose what how why
            whom unless once yet however meanwhile instead indeed moreover nevertheless nonetheless
            additionally finally furthermore therefore thus perhaps ever here there besides similarly likewise''',
        'ACCORDING': 'according',
        'TITLE': '''mr dr prof sen rep gov gen col lt sgt capt maj adm rev hon pres st jr sr msgr fr sir lord dame
            president senator congressman governor mayor secretary minister prime chancellor judge justice
            general colonel captain sergeant officer chief professor pope bishop archbishop cardinal imam rabbi king prince
            speaker ambassador director chairman attorney sheriff commissioner vice former deputy spokesman coach
            foreign defense defence finance interior representative congresswoman councilman detective lieutenant major''',
        'TITLE FEMALE': 'mrs ms miss lady queen princess spokeswoman chairwoman',
        'DAY': '''monday tuesday wednesday thursday friday saturday sunday january february march april june july
            august september october november december hours hour days day minutes minute weeks week months month years
            year morning afternoon evening night weekend moments moment time jan feb mar apr jun jul aug sept sep oct nov dec''',
        'ROLE': '''spokesman spokesperson spokeswoman minister president senator governor mayor official officials
            officer secretary director chairman chairwoman chair leader candidate nominee critic analyst expert professor
            author writer reporter journalist editor lawyer attorney judge strategist adviser advisor aide manager
            coach player captain founder executive ceo head researcher scientist economist doctor teacher student
            activist ambassador diplomat congressman congresswoman representative lawmaker legislator witness
            resident voter mother father son daughter wife husband brother sister friend neighbor source sources
            businessman billionaire mogul investor host anchor moderator statement report newspaper email letter
            speaker commander general chief prosecutor''',
        'BODY': '''society association magazine university alliance group agency committee council ministry institute bank
            party union times post news corporation inc ltd company department office center centre commission foundation
            house court police school college hospital club league service board act street journal network authority
            organization organisation federation team fund trust day award city county state states kingdom republic
            parliament senate congress government project conference museum church republicans democrats media airlines''',
        'WORK': 'book film movie song album novel series episode documentary musical sitcom memoir',
        'TOLD': 'interview statement interviews remarks comments message email talk conversation speaking spoke',
    },
    'es': {
        'SAY': 'dijo dice decía dijeron dicen dicho diciendo decir',
        'SPEECH': '''afirmó afirma afirmado aseguró asegura asegurado señaló señala señalado explicó explica explicado
            añadió añade añadido agregó agrega agregado declaró declara declarado indicó indica indicado
            manifestó manifiesta manifestado sostuvo sostiene expresó expresa expresado comentó comenta comentado
            advirtió advierte advertido recordó recuerda destacó destaca subrayó subraya insistió insiste apuntó apunta
            precisó precisa reconoció reconoce admitió admite respondió responde preguntó pregunta concluyó concluye
            relató relata contó cuenta escribió escribe anunció anuncia denunció denuncia reiteró reitera remarcó remarca
            exclamó gritó confesó confiesa lamentó lamenta detalló detalla aclaró aclara argumentó argumenta enfatizó
            enfatiza puntualizó zanjó matizó recalcó recalca resaltó informó informa confirmó confirma opinó opina
            contestó replicó sentenció prometió celebró sugirió tuiteó''',
        'WEAK': 'llamó calificó califica describió describe criticó cree considera consideró definió tildó acusó pidió',
        'PRONOUN': 'él ellos yo nosotros',
        'PRONOUN FEMALE': 'ella ellas',
        'RELATIVE': 'quien quienes',
        'SKIP': 'ha han había habían también luego además después le les se lo ya así nos me ayer hoy',
        'DET': 'el la los las un una unos unas su sus este esta ese esa otro otra',
        'PREP': '''en a al con por para sobre tras ante desde durante entre según contra hasta sin vía''',
        'OF': 'de del',
        'JOIN': 'que y e pero o cuando mientras donde si aunque porque como cual',
        'ACCORDING': 'según',
        'TITLE': '''sr dr lic ing presidente ministro senador gobernador alcalde portavoz secretario director general
            doctor profesor juez fiscal papa rey don jefe líder diputado consejero exministro expresidente primer
            vicepresidente canciller entrenador''',
        'TITLE FEMALE': 'sra dra presidenta ministra senadora gobernadora alcaldesa secretaria directora doctora doña reina '
                        'diputada vicepresidenta consejera',
        'DAY': '''lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto
            septiembre octubre noviembre diciembre''',
        'ROLE': '''ingeniero ingeniera meteorólogo meteoróloga investigador investigadora científico científica economista médico médica vecino vecina presidente presidenta ministro ministra portavoz director directora alcalde alcaldesa líder jefe
            secretario secretaria senador senadora gobernador diputado entrenador autor autora experto experta abogado
            fiscal juez''',
        'TOLD': 'entrevista declaraciones conversación',
        'WORK': 'libro película canción disco serie novela obra documental exposición álbum título lema',
    },
    'fr': {
        'SAY': 'dit disait dire disent disant',
        'SPEECH': '''déclaré déclare déclarait affirmé affirme affirmait expliqué explique expliquait ajouté ajoute
            ajoutait assuré assure estimé estime estimait souligné souligne soulignait précisé précise indiqué indique
            annoncé annonce rappelé rappelle écrit écrivait raconté raconte racontait répondu répond demandé demande
            lancé lance martelé martèle insisté insiste reconnu reconnaît admis admet regretté regrette dénoncé dénonce
            confié confie conclu conclut poursuivi poursuit commenté commente résumé résume prévenu prévient averti
            soutenu soutient observé observe noté note détaillé détaille plaidé plaide promis promet justifié justifie
            réagi réagit témoigné témoigne glissé glisse tweeté tonné tonne ironisé ironise renchérit abondé
            reprend répète répété confirmé confirme argué argumente avancé avance fulmine soupire s'exclame s'interroge''',
        'WEAK': 'appelé appelle qualifié qualifie décrit jugé juge pense croit considère accusé parle évoque évoqué',
        'PRONOUN': 'il ils je nous on',
        'PRONOUN FEMALE': 'elle elles',
        'RELATIVE': 'qui',
        'SKIP': 'a ont avait avaient aussi ensuite encore également puis lui leur y hier toujours déjà a-t',
        'DET': 'le la les un une des son sa ses leur leurs ce cette ces cet l’ l\'',
        'PREP': 'dans à au aux en par pour sur après avant pendant entre selon contre sans vers chez lors depuis face devant',
        'OF': 'de du d’ d\'',
        'JOIN': 'que et mais ou quand lorsque où si car comme dont alors',
        'ACCORDING': 'selon',
        'TITLE': '''m dr me mgr pr président ministre sénateur gouverneur maire secrétaire directeur général docteur
            professeur juge procureur pape roi premier ancien chef député porte-parole''',
        'TITLE FEMALE': 'mme mlle présidente sénatrice directrice députée première ancienne reine',
        'DAY': '''lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août
            septembre octobre novembre décembre''',
        'ROLE': '''ingénieur ingénieure économiste médecin journaliste chercheur président présidente ministre porte-parole directeur directrice maire chef député députée sénateur
            secrétaire avocat avocate procureur entraîneur auteur professeur chercheur chercheuse responsable candidat
            candidate''',
        'TOLD': 'entretien interview déclaration auprès',
        'WORK': 'livre film chanson album roman série pièce documentaire exposition titre slogan',
    },
    'de': {
        'BODY': 'partei verband universität gesellschaft stiftung',
        'SAY': 'sagte sagt sagten sagen gesagt',
        'SPEECH': '''erklärte erklärt erklärten betonte betont teilte mitgeteilt teilten fügte ergänzte ergänzt meinte meint
            schrieb schreibt geschrieben fragte fragt antwortete antwortet warnte warnt forderte fordert gefordert
            kritisierte kritisiert berichtete berichtet erzählte erzählt kündigte kündigt behauptete behauptet
            unterstrich bekräftigte bekräftigt versicherte versichert räumte so lautet lautete hieß heißt erläuterte
            erläutert kommentierte kommentiert bemerkte verwies stellte resümierte mahnte mahnt sprach spricht rief
            äußerte äußert twitterte lobte lobt beklagte beklagt bestätigte bestätigt freute freut gab zitiert zitierte''',
        'WEAK': 'nannte nennt bezeichnete bezeichnet findet fand glaubt denkt hält sieht beschrieb beschreibt',
        'PRONOUN': 'er ich wir es man',
        'PRONOUN FEMALE': 'sie',
        'RELATIVE': '',
        'SKIP': 'hat haben hatte auch dann später dazu weiter zuvor bereits noch nun ihm ihr ihnen uns mir sich dabei gestern',
        'DET': 'der die das den dem des ein eine einer einem einen sein seine ihre dieser diese',
        'PREP': 'in im an am auf bei beim mit nach von vom vor zu zum zur aus über unter gegen für durch gegenüber während seit laut',
        'OF': 'von van zu',
        'JOIN': 'dass und aber oder wenn als weil während wo ob denn doch wie sondern',
        'ACCORDING': 'laut zufolge',
        'TITLE': '''herr dr prof präsident bundespräsident kanzler bundeskanzler minister außenminister innenminister
            finanzminister ministerpräsident bürgermeister oberbürgermeister sprecher regierungssprecher
            polizeisprecher chef parteichef vorsitzender direktor trainer papst könig generalsekretär
            verteidigungsminister gesundheitsminister professor''',
        'TITLE FEMALE': '''frau präsidentin kanzlerin bundeskanzlerin ministerin außenministerin innenministerin
            ministerpräsidentin bürgermeisterin sprecherin chefin direktorin königin''',
        'DAY': '''montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august
            september oktober november dezember''',
        'ROLE': 'ingenieur ingenieurin forscherin leiter leiterin vorsitzende ökonom ärztin arzt meteorologe präsident kanzler kanzlerin minister ministerin sprecher sprecherin chef chefin trainer experte '
                'bürgermeister anwalt autor forscher politiker politikerin',
        'TOLD': 'interview gespräch gegenüber',
        'WORK': 'buch film lied roman serie album stück ausstellung titel song reihe thriller drama',
    },
    'pt': {
        'SAY': 'disse diz dizia disseram dizem dito dizendo dizer',
        'SPEECH': '''afirmou afirma afirmado declarou declara explicou explica acrescentou acrescenta ressaltou ressalta
            destacou destaca contou conta escreveu escreve lembrou lembra avaliou avalia comentou comenta informou informa
            completou completa concluiu conclui alertou alerta garantiu garante perguntou pergunta respondeu responde
            reforçou reforça relatou relata revelou revela admitiu admite criticou critica defendeu defende observou
            observa pontuou salientou salienta sublinhou sublinha referiu refere assegurou frisou frisa adiantou anunciou
            anuncia confirmou confirma desabafou lamentou lamenta prometeu argumentou argumenta questionou publicou''',
        'WEAK': 'chamou classificou descreveu considera considerou acredita acusou pediu',
        'PRONOUN': 'ele eles eu nós',
        'PRONOUN FEMALE': 'ela elas',
        'RELATIVE': 'quem',
        'SKIP': 'tem têm tinha também depois ainda já lhe se nos me ontem hoje foi',
        'DET': 'o a os as um uma uns umas seu sua seus suas este esta esse essa outro outra',
        'PREP': 'em no na nos nas ao à aos às com por pelo pela para sobre após desde durante entre segundo contra até sem ante',
        'OF': 'de do da dos das',
        'JOIN': 'que e mas ou quando enquanto onde se embora porque como',
        'ACCORDING': 'segundo conforme',
        'TITLE': '''sr dr presidente ministro senador governador prefeito secretário diretor general doutor professor juiz
            papa rei dom deputado ex-presidente primeiro delegado vereador técnico''',
        'TITLE FEMALE': 'sra dra presidenta ministra senadora governadora prefeita secretária diretora doutora rainha deputada',
        'DAY': '''segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo janeiro fevereiro março
            abril maio junho julho agosto setembro outubro novembro dezembro''',
        'ROLE': 'engenheiro engenheira meteorologista pesquisador pesquisadora pescador economista médico médica moradora morador presidente ministro ministra porta-voz diretor diretora prefeito prefeita líder chefe secretário secretária '
                'senador deputado deputada treinador técnico autor autora advogado advogada delegado',
        'TOLD': 'entrevista declarações',
        'WORK': 'livro filme canção disco série romance obra documentário exposição álbum título',
    },
    'it': {
        'SAY': 'detto dice disse diceva dicono dire dicendo',
        'SPEECH': '''spiegato spiega spiegò aggiunto aggiunge affermato afferma dichiarato dichiara sottolineato sottolinea
            commentato commenta raccontato racconta scritto scrive ricordato ricorda osservato osserva concluso conclude
            risposto risponde chiesto chiede ammesso ammette annunciato annuncia assicurato assicura precisato precisa
            sostenuto sostiene ribadito ribadisce avvertito avverte denunciato denuncia rivelato rivela replicato replica
            confermato conferma confessato confessa evidenziato evidenzia riferito riferisce attaccato attacca
            twittato proseguito prosegue continua continuato esclamato promesso insistito insiste''',
        'WEAK': 'definito definisce chiamato chiama descritto crede ritiene pensa accusato parlato parla',
        'PRONOUN': 'lui egli loro io noi',
        'PRONOUN FEMALE': 'lei ella',
        'RELATIVE': 'chi',
        'SKIP': 'ha hanno aveva avevano anche poi inoltre ancora già gli le si ci mi è stato ieri oggi',
        'DET': 'il lo la i gli le un uno una suo sua suoi sue questo questa altro altra l’ l\'',
        'PREP': 'in nel nella nei nelle a al alla ai alle con per su sul sulla dopo durante tra fra secondo contro da dal dalla senza',
        'OF': 'di del della dello dei degli delle d’ d\'',
        'JOIN': 'che e ed ma o quando mentre dove se perché come cui',
        'ACCORDING': 'secondo',
        'TITLE': '''sig dott prof avv on presidente ministro senatore governatore sindaco segretario direttore generale
            dottore professore giudice papa re don premier capo deputato allenatore ex''',
        'TITLE FEMALE': 'sig.ra dott.ssa ministra senatrice sindaca segretaria direttrice dottoressa regina deputata',
        'DAY': '''lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio marzo aprile maggio giugno
            luglio agosto settembre ottobre novembre dicembre''',
        'ROLE': 'ingegnere ingegnera medico ricercatore ricercatrice economista pescatore presidente ministro ministra portavoce direttore direttrice sindaco sindaca leader capo segretario '
                'allenatore autore autrice avvocato procuratore',
        'TOLD': 'intervista dichiarazione colloquio',
        'WORK': 'libro film canzone romanzo serie album opera documentario mostra titolo',
    },
    'ru': {
        'SAY': 'сказал сказала сказали говорит говорил говорила говорят сообщил сообщила сообщили',
        'SPEECH': '''заявил заявила заявили заявляет отметил отметила отметили отмечает добавил добавила добавили добавляет
            подчеркнул подчеркнула подчеркивает подчёркивает пояснил пояснила поясняет объяснил объяснила объясняет
            рассказал рассказала рассказали рассказывает написал написала пишет считает ответил ответила отвечает
            спросил спросила указал указала указывает признал признала признался призналась утверждает уточнил уточнила
            напомнил напомнила предупредил предупредила предположил предположила заверил заверила заметил заметила
            цитирует приводит подтвердил подтвердила пообещал пообещала призвал призвала констатировал
            прокомментировал прокомментировала процитировал''',
        'WEAK': 'назвал назвала называет описал описала обвинил обвинила думает',
        'PRONOUN': 'он они я мы',
        'PRONOUN FEMALE': 'она',
        'RELATIVE': 'кто который которая',
        'SKIP': 'также затем ещё еще уже позже ранее потом вчера сегодня тогда при этом',
        'DET': 'этот эта один одна другой его её ее их',
        'PREP': 'в во на с со по о об для от из к ко при после до у за под над перед через без между про',
        'OF': '',
        'JOIN': 'что и а но или когда если где как чтобы потому хотя',
        'ACCORDING': 'словам мнению данным',
        'TITLE': '''президент премьер-министр министр губернатор мэр глава депутат сенатор директор генерал пресс-секретарь
            представитель председатель секретарь профессор руководитель начальник адвокат тренер эксперт аналитик
            президента министра главы лидер''',
        'DAY': '''понедельник вторник среду среда четверг пятницу пятница субботу суббота воскресенье января февраля марта
            апреля мая июня июля августа сентября октября ноября декабря''',
        'ROLE': 'инженер рыбак врач учёный ученый экономист житель жительница журналист президент министр губернатор мэр глава депутат сенатор директор представитель председатель руководитель '
                'эксперт адвокат тренер политик чиновник пресс-секретарь',
        'TOLD': 'интервью разговоре беседе',
        'WORK': 'книга книги фильм фильма фильме песня роман романа сериал альбом газета газете журнал спектакль',
    },
    'ar': {
        'SAY': 'قال قالت قالوا يقول تقول قائلا قائلاً قائلة',
        'SPEECH': '''أضاف أضافت أكد أكدت صرح صرحت أوضح أوضحت أشار أشارت ذكر ذكرت أعلن أعلنت كتب كتبت تابع تابعت شدد شددت
            بين بيّن لفت لفتت اعتبر اعتبرت رأى رأت حذر حذرت نوه زعم أردف استطرد واصل ختم مضيفا مضيفاً مؤكدا مؤكداً
            مشيرا مشيراً موضحا موضحاً يضيف تضيف يؤكد تؤكد يوضح''',
        'WEAK': 'وصف وصفت اتهم اتهمت انتقد',
        'PRONOUN': 'هو هم',
        'PRONOUN FEMALE': 'هي',
        'RELATIVE': 'الذي التي',
        'SKIP': 'قد لقد أيضا أيضاً كما',
        'DET': '',
        'PREP': 'في على من إلى عن مع بعد قبل خلال لـ عبر لدى حول ضد منذ حتى بين اليوم أمس يوم',
        'OF': '',
        'JOIN': 'إن أن إنه أنه إنها أنها بأن الذي التي حيث لكن عندما إذا ما',
        'ACCORDING': 'وفقا وفقاً بحسب حسب',
        'TITLE': '''المهندس المحامي الخبير الناشط الباحث المدرب اللاعب الرئيس رئيس الوزير وزير الدكتور دكتور السيد الشيخ الأمير الملك النائب السفير الجنرال اللواء العميد
            المتحدث الناطق باسم الخارجية الدفاع الداخلية الوزراء القيادي مدير عضو''',
        'TITLE FEMALE': 'المهندسة المحامية الباحثة الناشطة السيدة الدكتورة الوزيرة وزيرة الرئيسة',
        'DAY': 'الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد',
        'ROLE': 'رئيس الرئيس وزير الوزير المتحدث الناطق مدير المدير النائب السفير القيادي المسؤول',
        'TOLD': 'تصريح تصريحات مقابلة حديث حوار',
        'WORK': 'كتاب فيلم أغنية رواية مسلسل ألبوم',
    },
    'nl': {
        'SAY': 'zei zegt zeiden zeggen gezegd aldus',
        'SPEECH': '''verklaarde verklaart vertelde vertelt schreef schrijft vroeg vraagt antwoordde stelt stelde meldde meldt
            benadrukte benadrukt voegde vindt legt legde reageert reageerde waarschuwt waarschuwde liet laat''',
        'WEAK': 'noemde noemt beschreef denkt gelooft',
        'PRONOUN': 'hij ik wij we',
        'PRONOUN FEMALE': 'zij ze',
        'SKIP': 'heeft hebben had ook dan later toen eerder al nog gisteren',
        'DET': 'de het een zijn haar hun deze dit',
        'PREP': 'in op aan met van voor door naar over bij uit tegen tijdens na sinds volgens tot',
        'OF': 'van der den de ter',
        'JOIN': 'dat en maar of als toen omdat terwijl waar die',
        'ACCORDING': 'volgens',
        'TITLE': 'meneer dr prof minister president premier burgemeester koning staatssecretaris voorzitter directeur woordvoerder',
        'TITLE FEMALE': 'mevrouw koningin woordvoerster',
        'DAY': 'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus '
               'september oktober november december',
        'ROLE': 'minister president premier burgemeester voorzitter directeur woordvoerder woordvoerster trainer',
        'TOLD': 'interview gesprek tegenover',
        'WORK': 'boek film lied roman serie album',
    },
    'pl': {
        'SAY': 'powiedział powiedziała mówi mówił mówiła mówią powiedzieli',
        'SPEECH': '''dodał dodała dodaje stwierdził stwierdziła stwierdza podkreślił podkreśliła podkreśla zaznaczył
            zaznaczyła zaznacza wyjaśnił wyjaśniła wyjaśnia tłumaczy tłumaczył poinformował poinformowała informuje
            napisał napisała pisze zapytał zapytała pyta odpowiedział odpowiedziała odpowiada ocenił oceniła ocenia
            przyznał przyznała przyznaje oświadczył oświadczyła zapewnił zapewniła zapewnia przekonuje przekonywał
            opowiada opowiadał wspomina zauważył zauważa apeluje komentuje skomentował''',
        'WEAK': 'nazwał nazwała określił określiła uważa',
        'PRONOUN': 'on oni ja my',
        'PRONOUN FEMALE': 'ona',
        'RELATIVE': 'kto który która',
        'SKIP': 'też także potem później już jeszcze wczoraj',
        'DET': 'ten ta jego jej ich',
        'PREP': 'w we na z ze po o do od dla przy przez za pod nad przed między bez podczas',
        'JOIN': 'że i a ale lub gdy kiedy jeśli gdzie jak bo',
        'ACCORDING': 'według',
        'TITLE': 'pan dr prof prezydent premier minister burmistrz rzecznik szef poseł senator trener dyrektor prezes',
        'TITLE FEMALE': 'pani rzeczniczka posłanka dyrektorka',
        'DAY': 'poniedziałek wtorek środę czwartek piątek sobotę niedzielę',
        'ROLE': 'inżynier lekarz ekonomista mieszkaniec badacz prezydent premier minister burmistrz rzecznik rzeczniczka szef poseł trener dyrektor prezes',
        'TOLD': 'wywiadzie rozmowie',
        'WORK': 'książka film piosenka powieść serial album',
    },
    'tr': {
        'SAY': 'dedi diyor söyledi söylüyor demişti dediler diyen',
        'SPEECH': '''belirtti ifade açıkladı ekledi kaydetti vurguladı yazdı sordu cevapladı yanıtladı konuştu anlattı
            bildirdi duyurdu uyardı''',
        'PRONOUN': 'o onlar ben biz',
        'SKIP': 'da de ise şöyle şunları etti',
        'DET': 'bir bu',
        'PREP': 've ile için gibi kadar sonra önce',
        'JOIN': 've ama fakat veya',
        'ACCORDING': 'göre',
        'TITLE': 'cumhurbaşkanı bakan bakanı başkan başkanı sayın dr prof genel',
        'DAY': 'pazartesi salı çarşamba perşembe cuma cumartesi pazar',
        'ROLE': 'mühendis doktor uzman cumhurbaşkanı bakan bakanı başkan başkanı sözcü sözcüsü',
        'TOLD': 'röportajda',
        'WORK': 'kitap film şarkı roman dizi',
    },
    'sv': {
        'SAY': 'säger sade sa sagt sier sa siger sagde sanoo sanoi',
        'SPEECH': '''berättar berättade förklarar förklarade skriver skrev menar menade uppger uppgav tillägger tillade
            svarar svarade frågar konstaterar forteller fortalte mener forklarer skriver opplyser tilføyer svarer
            fortæller forklarer oplyser tilføjer kertoo toteaa''',
        'PRONOUN': 'han de jag vi jeg hän',
        'PRONOUN FEMALE': 'hon hun',
        'SKIP': 'har hade också sedan også til till',
        'DET': 'en ett et den det sin hans hennes',
        'PREP': 'i på av med för till från om vid efter under mot hos fra for ved etter efter',
        'JOIN': 'att at och og men eller när som om da',
        'ACCORDING': 'enligt ifølge',
        'TITLE': 'statsminister minister utrikesminister professor president kung statsministeren talsperson',
        'DAY': 'måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag',
        'ROLE': 'ingenjören ingenjör kommunalrådet forskaren läkaren ordföranden statsminister minister talesperson talsperson president ordförande',
        'TOLD': 'intervju interview',
        'WORK': 'boken filmen låten romanen serien albumet',
    },
}


def main():
    entries = {}
    for language, classes in WORDS.items():
        bit = 1 << LANGUAGES.index(language)
        for names, words in classes.items():
            for w in words.split():
                entries.setdefault((w.lower(), bit), set()).update(names.split())
    by_classes = {}
    for (word, bit), classes in entries.items():
        key = word, tuple(sorted(classes))
        by_classes[key] = by_classes.get(key, 0) | bit
    size = 1
    while size < 2 * len(by_classes):
        size *= 2
    slots = [None] * size
    for (word, classes), bits in sorted(by_classes.items()):
        i = fnv(word.encode()) & (size - 1)
        while slots[i]:
            i = (i + 1) & (size - 1)
        slots[i] = word, classes, bits
    print('/* Generated by generate_quotation_words.py. Do not edit. */\n')
    print(f'#define WORD_SLOTS {size}u')
    print(f'#define WORD_BYTES_MAX {max(len(w.encode()) for w, _ in by_classes)}u\n')
    print('static const char language_tags[][3] = {' + ', '.join(f'"{x}"' for x in LANGUAGES) + '};\n')
    print('/* Bits: the hashes of the words below, by their lowest bits. */')
    print_bits('word_hashes', 4 * size, [fnv(w.encode()) for w, _ in by_classes])
    print('static const known_word known_words[WORD_SLOTS] = {')
    for i, slot in enumerate(slots):
        if slot:
            word, classes, bits = slot
            print(f'    [{i}] = {{0x{fnv(word.encode()):08x}u, 0x{bits:04x}, {" | ".join("CL_" + c for c in classes)}}}, /* {word} */')
    print('};')


if __name__ == '__main__':
    main()
