#!/usr/bin/env python3
"""Makes mark_data.inc: the words of class names, ids and item properties that say what a part of a page is for.

usage: generate_marks.py > mark_data.inc

The words are general ones, in the languages in which sites are written; none belongs to one site or one publisher's
system. A word of several parts ("article-body", "articleBody", "article_body") is written here as one: articlebody.
Standard library only.
"""
from word_hashes import fnv, print_bits

WORDS = {
    'NAVIGATION': '''nav navi navigation menu menus submenu navbar subnav topnav breadcrumb breadcrumbs pagination pager
        masthead toolbar topbar megamenu sitemap dropdown skip skiplink offcanvas hamburger burger sidenav login signin
        account search searchform searchbox flyout ticker weather wetter jumplinks toc mainmenu footernav headernav''',
    'HEADER': 'siteheader pageheader globalheader mainheader headerbar',
    'FOOTER': 'footer colophon bottombar pagefooter sitefooter fusszeile',
    'ASIDE': '''sidebar aside infobox factbox faktabox faktaboks fact facts factfile timeline widget widgets secondary
        rightcol rightcolumn rail complementary marginalie seitenleiste barralateral''',
    'COMMENT': '''comment comments kommentar kommentare commentaire commentaires comentario comentarios comentarii
        commento commenti komentarz komentarze kommentti kommentit reactie reacties disqus respond reply replies
        commentlist commentform livefyre discussion coral viafoura spotim yorum yorumlar komentar komentare''',
    'RELATED': '''related relatedposts relacionadas relacionados relacionada relacionado teaser teasers recommended
        recommendation recommendations recirc recirculation outbrain taboola popular trending mostread mostpopular
        meistgelesen morefrom morelike readmore readnext upnext similar suggested suggestions recent latest articles
        posts crosslink crosslinks interlink interlinks seealso lesen leia lea lire aussi weiterlesen czytaj powiazane
        onward linklist linkbox zergnet newslist headlines carousel swiper slider nextprev prev previous next lasmere
        laesogsaa leesook verwandt verwandte''',
    'SHARE': '''share sharing shares sharedaddy shariff addthis addtoany sharethis social socials socialmedia whatsapp
        teilen partager compartir compartilhar condividi delen readtime readingtime bookmark bookmarks print tools
        toolbox reactions rating ratings vote votes likes fontsize listen audioplayer''',
    'PROMOTION': '''newsletter newsletters subscribe subscription subscriptions abo abonnement abonnieren suscripcion
        signup promo promos promotion promotional cta donate donation donations spenden banner marketing paywall paid
        premium regwall subscriber app appstore follow followus membership offer offers shop advertorial inscription
        optin mailchimp''',
    'ADVERT': '''ad ads adv advert adverts advertisement advertising adbox adslot adsense anzeige anzeigen werbung
        publicidad publicidade pub pubblicita reklam reklama reklame annonce sponsor sponsored sponsors dfp gpt adunit
        adcontainer commercial''',
    'CONSENT': 'consent cookie cookies gdpr cookiebar cookiebanner cmp onetrust dsgvo privacy usercentrics didomi lgpd rgpd '
               'cookieconsent cookielaw cookienotice cookiebot cybot cmplz complianz borlabs klaro osano iubenda cky '
               'datenschutz cookiehinweis cookiefirst ccpa truste quantcast',
    'CAPTION': '''caption captions figcaption imagecaption imgcaption wpcaption bildunterschrift legende bildtext cutline
        subline didascalia imagetext piedefoto onderschrift bildetekst billedtekst kuvateksti podpis''',
    'CREDIT': 'credit credits copyright photocredit imagecredit photographer rights fotograf photoby',
    'BYLINE': '''byline bylines author authors autor autoren autore autores auteur auteurs redakteur writer contributor
        contributors firma vcard authorname''',
    'DATE': '''date datetime pubdate published publishdate postdate timestamp datum fecha data modified datepublished
        datemodified dtreviewed created time updated''',
    'TOPIC': 'tag tags tagcloud taglist keywords topics topic schlagworte schlagwort etiquetas temas themen sujets',
    'BIO': 'bio biography authorbio authorbox aboutauthor aboutautor authorinfo authordescription authorprofile',
    'DECK': '''deck dek standfirst subtitle subheadline lead lede excerpt summary intro vorspann chapo chapeau sommaire
        bajada entradilla sapo ingress anriss abstract articlelead articleintro''',
    'KICKER': 'kicker overline eyebrow dachzeile rubric rubrik antetitulo cintillo flag category categories',
    'HEADLINE': '''headline entrytitle posttitle articletitle articleheadline pagetitle storytitle newstitle''',
    'BODY': '''articlebody storybody entrycontent postcontent articlecontent storycontent articletext bodytext textbody
        copytext storytext richtext newsbody newstext newscontent maintext bodycopy postbody contentbody articlecopy''',
    'LEGAL': 'legal copyright copyrights disclaimer imprint impressum',
    'NOTE': 'correction corrections editornote editorsnote errata',
    'EMBED': 'tweet twitter instagram facebook tiktok youtube embed oembed',
    'FORM': 'modal dialog popup overlay lightbox tooltip captcha required',
    'EDITION': 'language languages lang langs langswitch langswitcher languageswitcher languageselector languagepicker locale '
               'locales sprache sprachen idioma idiomas langue langues lingua lingue translation translations translate '
               'multilingual wpml polylang hreflang edition editions',
    'QUOTATION': 'pullquote blockquote pullout zitat',
    # Hides from sight: for screen readers, or for print, or until a script says otherwise.
    'HIDDEN': '''sronly visuallyhidden hiddenvisually visuallyhide screenreader screenreadertext elementinvisible
        hidevisually ahidden showforsr printonly onlyprint visibleprint assistivetext offscreen skiplink''',
}


def main():
    marks = {}
    for mark, words in WORDS.items():
        for w in words.split():
            marks.setdefault(w, []).append(mark)
    size = 1
    while size < 4 * len(marks):
        size *= 2
    slots = [None] * size
    for w in sorted(marks):
        i = fnv(w.encode()) & (size - 1)
        while slots[i]:
            i = (i + 1) & (size - 1)
        slots[i] = w
    print('/* Generated by generate_marks.py. Do not edit. */\n')
    print(f'#define MARK_SLOTS {size}u')
    print(f'#define MARK_WORD_MAX {max(map(len, marks))}u\n')
    print('/* Bits: the hashes of the words below, by their lowest bits. */')
    print_bits('mark_hashes', 4 * size, [fnv(w.encode()) for w in marks])
    print('static const mark_word mark_words[] = {')
    for w in filter(None, slots):
        bits = ' | '.join('CL_MARK_' + m for m in marks[w])
        print(f'    {{"{w}", {len(w)}, 0x{fnv(w.encode()):08x}u, {bits}}},')
    print('};\n')
    print('/* By the lowest bits of the hash: 1 more than the number of a word; 0: free. */')
    print('static const uint16_t mark_slots[MARK_SLOTS] = {')
    for number, i in enumerate(i for i, w in enumerate(slots) if w):
        print(f'    [{i}] = {number + 1},')
    print('};')


if __name__ == '__main__':
    main()
