#!/usr/bin/env python3
"""Makes dateline_data.inc: cities that stand in datelines without a country, agency or date beside them.

usage: generate_dateline_places.py > dateline_data.inc

Capitals, seats of international bodies, and large cities, as the languages write them that agencies write in. In small
letters. Standard library only.
"""

PLACES = '''
amsterdam|atlanta|baltimore|beijing|berlin|bogota|boston|brussels|chicago|cincinnati|cleveland|dallas|denver|detroit|djibouti
geneva|guatemala city|havana|helsinki|hong kong|honolulu|houston|indianapolis|islamabad|istanbul|jerusalem|johannesburg|kuwait
kuwait city|las vegas|london|los angeles|luxembourg|macau|madrid|mexico city|miami|milan|milwaukee|minneapolis|monaco|montreal
moscow|munich|new delhi|new orleans|new york|oklahoma city|ottawa|panama city|paris|philadelphia|phoenix|pittsburgh|prague
quebec city|rio de janeiro|rome|st. louis|salt lake city|san antonio|san diego|san francisco|san marino|santiago|sao paulo
seattle|shanghai|singapore|stockholm|sydney|tokyo|toronto|vatican city|vienna|washington|zurich|united nations|austin|nashville
charlotte|sacramento|tallahassee|albany|buffalo|orlando|tampa|jacksonville|memphis|louisville|richmond|raleigh|omaha|tucson
albuquerque|el paso|fort worth|san jose|oakland|anchorage|portland|kansas city|hartford|providence|brooklyn|manhattan|queens
vancouver|calgary|edmonton|winnipeg|halifax|melbourne|brisbane|perth|adelaide|canberra|hobart|darwin|auckland|wellington
christchurch|dublin|belfast|edinburgh|glasgow|cardiff|manchester|liverpool|birmingham|leeds|bristol|sheffield
athens|lisbon|warsaw|budapest|bucharest|sofia|belgrade|zagreb|ljubljana|sarajevo|skopje|tirana|pristina|podgorica|chisinau|kyiv
kiev|minsk|vilnius|riga|tallinn|oslo|copenhagen|reykjavik|bern|bratislava|nicosia|valletta|tbilisi|yerevan|baku|ankara|damascus
beirut|amman|baghdad|tehran|riyadh|doha|dubai|abu dhabi|manama|muscat|sanaa|aden|gaza|gaza city|ramallah|tel aviv|cairo
alexandria|tripoli|benghazi|tunis|algiers|rabat|casablanca|khartoum|addis ababa|asmara|nairobi|mombasa|kampala|kigali|bujumbura
kinshasa|brazzaville|luanda|lusaka|harare|maputo|gaborone|windhoek|pretoria|cape town|durban|lagos|abuja|accra|lome|cotonou
abidjan|bamako|dakar|conakry|freetown|monrovia|ouagadougou|niamey|n'djamena|bangui|yaounde|libreville|mogadishu|antananarivo
kabul|karachi|lahore|peshawar|mumbai|delhi|kolkata|chennai|bangalore|bengaluru|hyderabad|srinagar|dhaka|kathmandu|colombo|male
yangon|naypyitaw|bangkok|hanoi|ho chi minh city|phnom penh|vientiane|kuala lumpur|jakarta|manila|taipei|seoul|pyongyang|osaka
hiroshima|guangzhou|shenzhen|wuhan|urumqi|ulaanbaatar|ulan bator|astana|almaty|tashkent|bishkek|dushanbe|ashgabat
mexico|guatemala|tegucigalpa|managua|san salvador|panama|bogotá|caracas|quito|lima|la paz|sucre|asuncion|asunción|montevideo
buenos aires|brasilia|são paulo|brasília|belo horizonte|porto alegre|recife|salvador|fortaleza|curitiba|port-au-prince
santo domingo|kingston|bridgetown|san juan|nassau|georgetown|paramaribo
san josé|méxico|ciudad de méxico|ciudad de guatemala|panamá|la habana|washington d.c.|nueva york|madrid|barcelona|valencia|sevilla
bilbao|zaragoza|málaga|alicante|granada|murcia|pamplona|santander|valladolid|córdoba|toledo|oviedo|vitoria|la coruña|londres
parís|roma|berlín|bruselas|moscú|pekín|tokio|jerusalén|el cairo|ginebra|viena|lisboa|atenas|varsovia|estrasburgo
berlin|hamburg|münchen|köln|frankfurt|frankfurt/main|frankfurt am main|stuttgart|düsseldorf|leipzig|dortmund|essen|bremen|dresden
hannover|nürnberg|duisburg|bochum|wuppertal|bielefeld|bonn|münster|mannheim|karlsruhe|augsburg|wiesbaden|mainz|kassel|kiel|lübeck
erfurt|magdeburg|rostock|schwerin|potsdam|saarbrücken|freiburg|karlsruhe|halle|chemnitz|braunschweig|wolfsburg|wien|graz|linz
salzburg|innsbruck|klagenfurt|bregenz|zürich|genf|basel|bern|luzern|lausanne|brüssel|straßburg|rom|mailand|venedig|paris|moskau
kiew|warschau|prag|budapest|athen|lissabon|kopenhagen|peking|tokio|neu delhi|kairo|jerusalem|teheran|bagdad|damaskus|istanbul
washington|new york|london|den haag|luxemburg|tiflis|belgrad
marseille|lyon|toulouse|nice|nantes|strasbourg|montpellier|bordeaux|lille|rennes|reims|le havre|grenoble|dijon|genève|bruxelles
londres|moscou|pékin|vienne|varsovie|athènes|le caire|jérusalem|beyrouth|alger|québec|montréal|rome|berlin|madrid|lisbonne|la haye
milano|torino|napoli|palermo|genova|bologna|firenze|bari|venezia|verona|trieste|città del vaticano|londra|parigi|mosca|pechino
berlino|bruxelles|gerusalemme|il cairo
lisboa|porto|coimbra|braga|faro|luanda|maputo|rio|rio de janeiro|londres|moscovo|bruxelas|pequim
den haag|rotterdam|utrecht|eindhoven|groningen|brussel|antwerpen|gent|parijs|londen|moskou|berlijn
warszawa|kraków|łódź|wrocław|poznań|gdańsk|katowice|lublin|moskwa|kijów|bruksela|londyn|paryż|berlin|praha|brno|bratislava
oslo|bergen|stockholm|göteborg|malmö|københavn|aarhus|helsinki|tampere|turku
ankara|istanbul|izmir|antalya|bursa|adana|diyarbakır|gaziantep|lefkoşa|washington|moskova|brüksel|londra|kudüs|gazze
jakarta|bandung|surabaya|medan|semarang|yogyakarta|makassar|denpasar|hà nội|hanoi|tp.hcm|tp hcm
москва|санкт-петербург|киев|київ|минск|мінск|алма-ата|алматы|астана|ташкент|тбилиси|ереван|баку|кишинев|рига|вильнюс|таллин
вашингтон|нью-йорк|лондон|париж|берлин|брюссель|пекин|токио|женева|вена|рим|тегеран|анкара|стамбул|иерусалим|тель-авив|дели
новосибирск|екатеринбург|казань|нижний новгород|самара|омск|ростов-на-дону|уфа|красноярск|воронеж|пермь|волгоград|краснодар
владивосток|хабаровск|иркутск|харьков|харків|одесса|одеса|львов|львів|донецк|донецьк|софия|белград|варшава
αθήνα|θεσσαλονίκη|λευκωσία|βρυξέλλες|λονδίνο|παρίσι|βερολίνο|ουάσινγκτον|μόσχα
القاهرة|بيروت|دمشق|بغداد|عمان|الرياض|دبي|أبوظبي|أبو ظبي|الدوحة|الكويت|المنامة|مسقط|صنعاء|عدن|القدس|غزة|رام الله|تونس|الجزائر
الرباط|طرابلس|الخرطوم|نواكشوط|واشنطن|لندن|باريس|موسكو|برلين|بروكسل|جنيف|نيويورك|طهران|أنقرة|إسطنبول
'''


def main():
    names = sorted({n.strip().replace('ς', 'σ') for line in PLACES.split('\n') for n in line.split('|') if n.strip()},
                   key=lambda n: n.encode())
    print('/* Generated by generate_dateline_places.py. Do not edit. */\n')
    print('/* In the order of their bytes. */')
    print('static const char *const dateline_places[] = {')
    for n in names:
        print(f'    "{n}",')
    print('};')


if __name__ == '__main__':
    main()
