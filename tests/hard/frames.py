"""Sites of several shapes around a story: the page that a browser would get.

A story is what cases.py makes: language, title, names, date, parts of the body as markup. The rest of the page (head,
menu, share bar, teasers, newsletter, comments, footer, cookies) is the frame's, in the story's language (words.py).
"""
import json
from html import escape

from words import words

RIGHT_TO_LEFT = {'ar', 'fa', 'he'}


def slug(number):
    return f'/2024/05/{number:02}/item-{4100 + 7 * number}'


def links(texts, before='<li>', after='</li>', style=''):
    return ''.join(f'{before}<a{style} href="{slug(i)}">{escape(text)}</a>{after}' for i, text in enumerate(texts, 1))


def html_tag(story, more=''):
    direction = 'rtl' if story['language'] in RIGHT_TO_LEFT else 'ltr'
    return f'<!DOCTYPE html>\n<html lang="{story["language"]}" dir="{direction}"{more}>\n'


def address(story):
    return f'https://www.{story["frame"]}.example/2024/05/{story["id"]}'


def head(story, w, data=True, more=''):
    title = escape(story['title'])
    lines = ['<meta charset="utf-8">', '<meta name="viewport" content="width=device-width, initial-scale=1">',
             f'<title>{title} - {escape(w["site"])}</title>', f'<link rel="canonical" href="{address(story)}">',
             f'<meta property="og:title" content="{title}">', '<meta property="og:type" content="article">',
             f'<meta property="og:site_name" content="{escape(w["site"])}">',
             f'<meta property="og:image" content="{address(story)}/lead-1200x630.jpg">',
             f'<meta name="description" content="{escape(story["deck"] or story["title"])}">',
             f'<meta property="article:published_time" content="{story["date"]}">',
             '<link rel="stylesheet" href="/assets/main.4f1c.css">']
    if data:
        said = {'@context': 'https://schema.org', '@type': 'NewsArticle', 'headline': story['title'],
                'datePublished': story['date'], 'author': [{'@type': 'Person', 'name': story['author']}],
                'publisher': {'@type': 'NewsMediaOrganization', 'name': w['site']}, 'mainEntityOfPage': address(story),
                **story['said']}
        lines.append(f'<script type="application/ld+json">{json.dumps(said, ensure_ascii=False)}</script>')
    return '<head>\n' + '\n'.join(lines) + more + '\n</head>\n'


def teasers(w, name, heading='h3', repeat=1):
    boxes = [f'<article class="{name}__item"><a href="{slug(i)}"><img src="/thumb/{i}.jpg" alt="" width="160" height="90">'
             f'<{heading} class="{name}__title">{escape(text)}</{heading}></a></article>'
             for i, text in enumerate(w['teasers'] * repeat, 1)]
    return '\n'.join(boxes)


def wordpress(story):
    w = words(story['language'])
    comments = story['comments'] or ''
    return (html_tag(story) + head(story, w, data=False, more='<link rel="alternate" type="application/rss+xml" href="/feed/">')
        + f'''<body class="post-template-default single single-post postid-4711 wp-custom-logo">
<div id="page" class="site"><a class="skip-link screen-reader-text" href="#content">{w['menu'][0]}</a>
<header id="masthead" class="site-header"><div class="site-branding"><p class="site-title"><a href="/" rel="home">{w['site']}</a></p></div>
<nav id="site-navigation" class="main-navigation"><ul id="primary-menu" class="menu">{links(w['menu'], '<li class="menu-item">')}</ul></nav></header>
<div id="content" class="site-content"><div id="primary" class="content-area"><main id="main" class="site-main">
{story['before']}
<article id="post-4711" class="post-4711 post type-post status-publish format-standard has-post-thumbnail hentry category-local">
<header class="entry-header"><div class="cat-links"><a href="/category/local/" rel="category tag">{w['menu'][1]}</a></div>
<h1 class="entry-title">{escape(story['title'])}</h1>
<div class="entry-meta"><span class="byline">{w['by']} <span class="author vcard"><a class="url fn n" href="/author/x/">{story['author']}</a></span></span>
<span class="posted-on"><time class="entry-date published" datetime="{story['date']}">{story['date'][:10]}</time></span></div></header>
{story['image']}
<div class="entry-content">
{story['body']}
<div class="sharedaddy sd-sharing-enabled"><div class="robots-nocontent sd-block sd-social"><h3 class="sd-title">{w['share']}:</h3><ul><li><a href="?share=facebook">Facebook</a></li><li><a href="?share=x">X</a></li><li><a href="?share=email">E-Mail</a></li></ul></div></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3 class="jp-relatedposts-headline"><em>{w['related']}</em></h3>{links(w['teasers'][:3], '<p class="jp-relatedposts-post-title">', '</p>')}</div>
</div>
<footer class="entry-footer"><span class="tags-links">{w['tags']}: {links(story['topics'], '', ' ', ' rel="tag"')}</span></footer>
</article>
{story['after']}
<nav class="navigation post-navigation"><div class="nav-links"><div class="nav-previous"><a href="{slug(3)}" rel="prev">{w['teasers'][3]}</a></div><div class="nav-next"><a href="{slug(4)}" rel="next">{w['teasers'][4]}</a></div></div></nav>
<div id="comments" class="comments-area"><h2 class="comments-title">{w['comments']}</h2>{comments}</div>
</main></div>
<aside id="secondary" class="widget-area"><section class="widget widget_search"><form role="search"><input type="search"><button>OK</button></form></section>
<section class="widget widget_recent_entries"><h2 class="widget-title">{w['most_read']}</h2><ul>{links(w['teasers'])}</ul></section>
<section class="widget widget_mc4wp_form_widget"><h2 class="widget-title">{w['newsletter']}</h2><p>{w['sell']}</p></section></aside></div>
<footer id="colophon" class="site-footer"><div class="site-info">{links(w['footer'], '', ' | ')}<p>{w['rights']}</p></div></footer></div>
</body></html>''')


def portal(story):
    w = words(story['language'])
    comments = f'<section class="article-comments" id="comments"><h2>{w["comments"]}</h2>{story["comments"]}</section>' if story['comments'] else ''
    deck = f'<p class="article-header__standfirst">{escape(story["deck"])}</p>' if story['deck'] else ''
    return (html_tag(story) + head(story, w) + f'''<body>
<div class="cookie-banner" id="cmp" role="dialog"><p>{w['cookies'][0]}</p><button class="cookie-banner__accept">{w['cookies'][1]}</button><button>{w['cookies'][2]}</button></div>
<header class="page-header"><a class="page-header__logo" href="/"><img src="/logo.svg" alt="{w['site']}"></a>
<nav class="page-nav"><ul class="page-nav__list">{links(w['menu'], '<li class="page-nav__item">')}</ul></nav><a class="page-header__login" href="/login">Login</a></header>
{story['before']}
<main class="page-main"><ol class="breadcrumb"><li><a href="/">{w['menu'][0]}</a></li><li><a href="/local">{w['menu'][1]}</a></li></ol>
<article class="article">
<header class="article-header"><span class="article-header__kicker">{w['menu'][1]}</span>
<h1 class="article-header__title">{escape(story['title'])}</h1>{deck}
<div class="article-meta"><span class="article-meta__author">{w['by']} <a href="/people/x" rel="author">{story['author']}</a></span> <time datetime="{story['date']}">{story['date'][:10]} {story['date'][11:16]}</time></div>
<ul class="share-bar"><li><button>{w['share']}</button></li><li><a href="https://facebook.example/sharer">Facebook</a></li><li><a href="https://x.example/intent">X</a></li><li><a href="mailto:?body=x">E-Mail</a></li></ul></header>
{story['image']}
<div class="article__body">
{story['body']}
</div>
<div class="article__tags"><span>{w['tags']}</span><ul>{links(story['topics'], '<li>', '</li>', ' rel="tag"')}</ul></div>
{story['after']}
</article>
{comments}
<section class="related-teasers"><h2 class="related-teasers__heading">{w['related']}</h2>
{teasers(w, 'teaser')}
</section></main>
<aside class="sidebar"><div class="most-read"><h2>{w['most_read']}</h2><ol>{links(w['teasers'])}</ol></div>
<div class="ad-slot"><span>{w['advert']}</span></div>
<div class="newsletter-box"><h2>{w['newsletter']}</h2><p>{w['sell']}</p><form><input type="email"><button>OK</button></form></div></aside>
<footer class="page-footer"><nav><ul>{links(w['footer'])}</ul></nav><p class="page-footer__copyright">{w['rights']}</p></footer>
<script src="/assets/app.9e2b.js" defer></script></body></html>''')


def table(story):
    w = words(story['language'])
    return (html_tag(story).replace('<!DOCTYPE html>', '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">')
        + f'''<head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>{w['site']}: {escape(story['title'])}</title>
<link rel="stylesheet" type="text/css" href="/style.css"></head>
<body bgcolor="#ffffff" topmargin="0"><table width="780" border="0" cellpadding="0" cellspacing="0" align="center">
<tr><td colspan="3"><a href="/"><img src="/img/top.gif" width="780" height="90" border="0" alt="{w['site']}"></a></td></tr>
<tr bgcolor="#003366"><td colspan="3"><font color="#ffffff" size="2">{links(w['menu'], '&nbsp;', ' |', ' class="menu"')}</font></td></tr>
<tr valign="top"><td width="150" bgcolor="#eeeeee"><table width="150" cellpadding="3">
<tr><td><b>{w['most_read']}</b></td></tr>{links(w['teasers'], '<tr><td><font size="1">&raquo; ', '</font></td></tr>')}
<tr><td><b>{w['newsletter']}</b><br><font size="1">{w['sell']}</font></td></tr></table></td>
<td width="480"><table width="480" cellpadding="8"><tr><td>{story['before']}
<font size="1" color="#666666">{story['date'][8:10]}.{story['date'][5:7]}.{story['date'][:4]}</font><br>
<font size="5"><b>{escape(story['title'])}</b></font><br><font size="2"><i>{w['by']} {story['author']}</i></font></td></tr>
<tr><td>{story['image']}{story['body']}</td></tr>
<tr><td><hr><font size="1"><a href="javascript:print()">Print</a> | <a href="mailto:x@table.example">E-Mail</a></font>{story['after']}{story['comments']}</td></tr></table></td>
<td width="150"><img src="/ads/120x600.gif" width="120" height="600" alt="{w['advert']}"></td></tr>
<tr><td colspan="3" align="center"><hr><font size="1">{links(w['footer'], '', ' | ')}<br>{w['rights']}</font></td></tr></table></body></html>''')


def amp(story):
    w = words(story['language'])
    deck = f'<p class="lead-in">{escape(story["deck"])}</p>' if story['deck'] else ''
    return (html_tag(story, ' amp') + head(story, w, more='<script async src="https://cdn.ampproject.example/v0.js"></script>')
        + f'''<body><amp-sidebar id="menu" layout="nodisplay"><button on="tap:menu.close">×</button><ul>{links(w['menu'])}</ul></amp-sidebar>
<header class="amp-header"><button on="tap:menu.toggle">☰</button><a href="/"><amp-img src="/logo.png" width="200" height="40" alt="{w['site']}"></amp-img></a></header>
<amp-consent id="consent" layout="nodisplay"><div id="consent-ui"><p>{w['cookies'][0]}</p><button>{w['cookies'][1]}</button></div></amp-consent>
{story['before']}
<main><article class="amp-article"><h1>{escape(story['title'])}</h1>{deck}
<div class="amp-byline">{w['by']} {story['author']}</div><time class="amp-date" datetime="{story['date']}">{story['date'][:10]}</time>
<div class="amp-share"><amp-social-share type="facebook"></amp-social-share><amp-social-share type="email"></amp-social-share></div>
{story['image']}
<section class="amp-content">{story['body']}</section>
<amp-ad width="300" height="250" type="doubleclick"><div overflow>{w['advert']}</div></amp-ad>
{story['after']}</article>{story['comments']}
<section class="amp-related"><h2>{w['related']}</h2><ul>{links(w['teasers'])}</ul></section></main>
<footer class="amp-footer"><ul>{links(w['footer'])}</ul><p>{w['rights']}</p></footer></body></html>''')


def nextjs(story):
    w = words(story['language'])
    deck = f'<p class="Standfirst_root__9sQ1c">{escape(story["deck"])}</p>' if story['deck'] else ''
    cards = ''.join(f'<li class="Card_root__Yb2kd"><a class="Card_link__0mWq" href="{slug(i)}"><span class="Card_section__k1">{w["menu"][i % 6 + 1]}</span><h3>{t}</h3></a></li>'
                    for i, t in enumerate(w['teasers']))
    props = json.dumps({'props': {'pageProps': {'id': 4711, 'slug': story['id']}}, 'page': '/[...slug]', 'buildId': 'x7Kq2'})
    return (html_tag(story) + head(story, w) + f'''<body><div id="__next"><div class="Layout_root__3fGhe">
<header class="Header_root__xY12a"><a aria-label="{w['site']}" href="/"><svg viewBox="0 0 10 10"><title>Logo</title></svg></a>
<nav aria-label="Main" class="Nav_root__pp0"><ul>{links(w['menu'])}</ul></nav><button>Login</button></header>
{story['before']}
<main id="main"><article class="Article_root__Kd93f"><div class="Article_header__1aBcd"><a class="Article_section__u8" href="/local">{w['menu'][1]}</a>
<h1 class="Headline_root__zZ3">{escape(story['title'])}</h1>{deck}
<div class="Byline_root__2Qw">{w['by']} <a href="/authors/x">{story['author']}</a></div><time datetime="{story['date']}">{story['date'][:10]}, {story['date'][11:16]}</time>
<div class="ShareTools_root__77"><button>{w['share']}</button><button aria-label="Facebook"></button></div></div>
{story['image']}
<div class="Article_body__x7f3a">{story['body']}</div>
<ul class="Topics_root__qq">{links(story['topics'])}</ul>{story['after']}</article>{story['comments']}
<section class="Newsletter_root__m4"><h2>{w['newsletter']}</h2><p>{w['sell']}</p><button>OK</button></section>
<section class="MoreStories_root__v5"><h2>{w['related']}</h2><ul>{cards}</ul></section></main>
<footer class="Footer_root__aa1"><ul>{links(w['footer'])}</ul><small>{w['rights']}</small></footer></div></div>
<script id="__NEXT_DATA__" type="application/json">{props}</script></body></html>''')


def consent_wall(story):
    """The page that a site gives to those who have not agreed yet: no story at all."""
    w = words(story['language'])
    return (html_tag(story) + f'''<head><meta charset="utf-8"><title>{w['site']}</title></head><body class="cmp-wall">
<div class="cmp-wall__dialog consent-dialog" role="dialog"><h1>{w['site']}</h1><p>{w['cookies'][0]}</p>{story['body']}
<button class="consent-accept">{w['cookies'][1]}</button><button class="consent-settings">{w['cookies'][2]}</button>
<p>{links(w['footer'][3:5], '', ' ')}</p></div></body></html>''')


def small(story):
    """Hardly more than the story."""
    w = words(story['language'])
    said = f'<script type="application/ld+json">{json.dumps(story["said"])}</script>' if story['said'] else ''
    return (html_tag(story) + f'''<head><meta charset="utf-8"><title>{escape(story['title'])} | {w['site']}</title>{said}</head><body>
<header class="site-header"><a class="logo" href="/">{w['site']}</a><nav><ul>{links(w['menu'])}</ul></nav></header>
{story['before']}
<main><article><h1>{escape(story['title'])}</h1>
{story['body']}</article>
{story['comments']}</main>
<footer class="site-footer"><ul>{links(w['menu'])}</ul><p>{w['rights']}</p></footer></body></html>''')


FRAMES = {frame.__name__: frame for frame in (wordpress, portal, table, amp, nextjs, consent_wall, small)}


def page(story):
    return FRAMES[story['frame']](story)
