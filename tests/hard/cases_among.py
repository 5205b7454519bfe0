"""What belongs to the story, or does not, by what stands around it: links in its run, lists it announces, tables, sentences
pulled out of it, advertisements, answers of forms, and what ends a page."""
from case import case
from parts import html, items, out, p, rows

CASES = [
    case('linked-paragraphs', 'pt', 'portal', 'O pescador que devolveu um anel ao mar', [
        p('Um pescador de Vila Garça encontrou na segunda-feira, dentro de um robalo de quatro quilos, o anel de casamento que a sua '
          'mulher tinha perdido na praia havia vinte e três anos, numa tarde de vento.'),
        html('<p><a href="/mar/anel-perdido">Joaquim Serrano contou que reconheceu a joia pela data gravada no interior, que correu '
             'para casa com o peixe ainda nos braços e que a mulher, depois de rir durante meia hora, lhe pediu que o devolvesse ao '
             'mar.</a></p>',
             'Joaquim Serrano contou que reconheceu a joia pela data gravada no interior, que correu para casa com o peixe ainda nos '
             'braços e que a mulher, depois de rir durante meia hora, lhe pediu que o devolvesse ao mar.'),
        html('<p><strong><a href="/mar/superstições">Entre os pescadores da vila acredita-se que o que o mar traz de volta pertence a '
             'quem não o procurou, e por isso ninguém estranhou que o casal saísse no barco ao fim da tarde com uma garrafa de vinho '
             'e dois copos.</a></strong></p>',
             'Entre os pescadores da vila acredita-se que o que o mar traz de volta pertence a quem não o procurou, e por isso ninguém '
             'estranhou que o casal saísse no barco ao fim da tarde com uma garrafa de vinho e dois copos.'),
        p('O robalo foi assado no domingo para a família inteira. O anel, segundo as testemunhas, afundou-se sem ruído a duas milhas '
          'do farol, no lugar onde o avô de Serrano costumava lançar as redes.'),
    ]),
    case('announced-links', 'fr', 'wordpress', 'Quatre bancs pour lire au bord du canal', [
        p("La commune de Valmont a installé le long du canal quatre bancs dont le dossier porte une page de roman gravée, choisie par "
          "les élèves de l'école au terme d'un vote à bulletins secrets."),
        p("Chacun des bancs a été fabriqué par un menuisier du plateau, avec le bois des peupliers abattus l'hiver dernier, et huilé "
          "par les lecteurs de la bibliothèque eux-mêmes."),
        p('On les trouve, en descendant depuis la gare, aux endroits suivants :'),
        html('<ul class="liste"><li><a href="/lieux/ecluse">Au pied de la deuxième écluse</a></li><li><a href="/lieux/lavoir">Devant '
             'le vieux lavoir</a></li><li><a href="/lieux/pont">Sous le pont des Tanneurs</a></li></ul>',
             'Au pied de la deuxième écluse\nDevant le vieux lavoir\nSous le pont des Tanneurs'),
        p("Le quatrième n'a pas encore de place, car la page qu'il porte décrit une forêt, et qu'il n'y en a pas au bord du canal. Le "
          "conseil municipal en débattra le mois prochain."),
    ]),
    case('advertisements-named', 'de', 'wordpress', 'Der Zug nach Hallbach hält wieder auf Zuruf', [
        p('Seit Montag hält der Abendzug nach Hallbach wieder dort, wo jemand am Gleis steht und winkt. Die Strecke hatte diese '
          'Übung vor vierzig Jahren aufgegeben, angeblich wegen der Fahrpläne.'),
        out('<div class="ad-slot ad-slot-mid"><p>Anzeige. Matratzen für müde Füße.</p></div>', 'Matratzen für müde Füße'),
        p('Lokführerin Wiebke Storm hat in der ersten Woche elfmal gehalten, davon zweimal für Hunde und einmal für einen Mann, der '
          'nur die Uhrzeit wissen wollte.'),
        out('<div class="ad-slot ad-slot-mid"><p>Anzeige. Matratzen für müde Füße.</p></div>', 'Matratzen für müde Füße'),
        p('Die Verspätung beträgt im Mittel neun Minuten. Beschwert hat sich bisher niemand, denn wer im Zug sitzt, wurde ja selbst '
          'irgendwo aufgelesen.'),
    ]),
    case('pulled-between-marks', 'es', 'nextjs', 'La mujer que afina los ascensores de Ribaluz', [
        p('En Ribaluz los ascensores cantan. Lo consigue desde hace nueve años Amparo Lindes, organista de la parroquia, que lima las '
          'poleas hasta que cada edificio da su nota.'),
        p('El primero fue el de su casa, que chirriaba en un si bemol insoportable. «Si un edificio tiene que quejarse, al menos que lo '
          'haga afinado», dice mientras guarda las limas en el estuche de un violín.'),
        out('<blockquote class="destacado"><p>“Si un edificio tiene que quejarse, al menos que lo haga afinado”</p></blockquote>', '“Si un edificio'),
        p('Hoy atiende treinta y dos portales. La comunidad de la plaza Mayor le ha encargado un acorde completo, uno por escalera, '
          'para las fiestas de agosto.'),
    ]),
    case('table-of-numbers', 'pl', 'wordpress', 'Jeden głos zdecydował o nowej sołtysce', [
        p('W sobotę mieszkańcy Podgórza wybrali sołtyskę różnicą jednego głosu. Kartka, która przesądziła sprawę, leżała przez dwa dni '
          'za kaloryferem i znalazła ją sprzątaczka.'),
        rows('Kandydatka|Sobota|Po przeliczeniu', 'Maria Lasota|118|119', 'Ewa Trzcińska|118|118', 'Głosy nieważne|3|2'),
        p('Przegrana pogratulowała rywalce tortem, który zamówiła na własne zwycięstwo. Napis przerobiono lukrem, jedna litera '
          'została ze starego nazwiska.'),
    ]),
    case('wall-at-the-end', 'fr', 'wordpress', 'Le moulin de Valmont moud à nouveau', [
        p("Arrêté depuis soixante ans, le moulin de Valmont a recommencé à moudre samedi, sous les yeux de quatre cents curieux et "
          "d'un meunier de vingt-deux ans qui n'avait jamais vu tourner une meule."),
        p("La première farine, un peu grise, a été partagée en sachets de cent grammes. Elle sentait, selon le maire, « la pierre et la "
          "patience »."),
        out('<div class="suite"><p>Il vous reste 74 % de cet article à lire.</p><p>Déjà abonnée ? Identifiez-vous pour lire la suite.</p>'
            '</div>', 'Il vous reste', 'Déjà abonnée'),
    ], data={'isAccessibleForFree': False}, access='paywalled', truncated=True),
    case('answers-of-a-form', 'tr', 'wordpress', 'Göldere’de tramvay tartışması sürüyor', [
        p('Göldere belediye meclisi salı gecesi tramvayın ikinci hattını çarşıdan geçirmeye karar verdi. Oylama on dokuza karşı '
          'yirmi altı oyla sonuçlandı ve gece yarısına kadar sürdü.'),
        out('<div class="satir-ici"><p>Tramvay haberleri her gün e-postanıza gelsin!</p><p>Kaydınız alındı.</p><p>Kayıt sırasında bir '
            'hata oluştu.</p></div>', 'bir hata oluştu'),
        p('Esnaf, iki yıl sürecek kazının dükkânları boş bırakacağından korkuyor. Terzi Nimet Akça vitrinine, “Önce ölçü, sonra kazı” '
          'yazan bir pankart astı.'),
        p('Belediye her kaldırımın en az bir yanının açık kalacağına söz verdi. Kedilerin geçişi için ayrıca bir tünel '
          'düşünülüyor.'),
    ]),
    case('rights-in-the-text', 'ru', 'table', 'В Лужине заработала плавучая библиотека', [
        p('В субботу от пристани Лужина отошла первая в области плавучая библиотека: бывший паром, на котором вместо машин стоят '
          'одиннадцать шкафов с книгами.'),
        p('Капитан Егор Ставский сам выбирал книги и признаётся, что начал с романов о море, а закончил справочником по '
          'пчеловодству.'),
        p('Маршрут занимает четыре дня. В деревнях, где причала нет, книги передают на берег в ведре, и пока ни одна не '
          'утонула.'),
        out('<p>Правовая информация газеты «Лужинский вестник». Все права защищены.</p>', 'Все права защищены'),
    ]),
]
