"""The first page as HTML, in three shapes as sites make them. All that is of the story comes from its expectations.

Each function takes what expected.json holds and gives a page. The editions but the last lead elsewhere, the image's
credit stands in brackets behind its caption, twice, and what is to be dropped stands around the story.
"""
import json
from html import escape
from urllib.parse import quote


def slug(text):
    return '-'.join(quote(word.lower(), safe='') for word in text.split()[:6])


def paragraphs(want):
    return [escape(block, quote=False) for block in want['text'].split('\n\n')]


def captions(want):
    return [f'{escape(image["caption"])} [{escape(image["credit"])}]' for image in want['images']]


def editions(want, before, after, between='\n'):
    """The switcher: a link each."""
    hosts = [f'https://{entry["language"]}.story.example/' for entry in want['editions']]
    return between.join(f'{before}<a href="{host}">{escape(entry["label"])}</a>{after}'
                        for host, entry in zip(hosts, want['editions']))


def topics(want, before, after, rel=''):
    return ''.join(f'{before}<a href="/topics/{slug(topic)}/"{rel}>{escape(topic)}</a>{after}' for topic in want['topics'])


def related(want):
    """(label, link) for each story that this one leads to."""
    return [(escape(entry['label']), f'<a href="/2021/06/{slug(entry["title"])}/">{escape(entry["title"])}</a>')
            for entry in want['related']]


def wordpress(want):
    """A theme of WordPress: a featured image over the text, and the same again in it."""
    title, caption = escape(want['title']), captions(want)[0]
    comments, promotion, more_comments = [escape(entry['text']) for entry in want['dropped']]
    text = ''.join(f'<p>{block}</p>\n' for block in paragraphs(want))
    see = ''.join(f'<p><strong>{label}: {link}</strong></p>\n' for label, link in related(want))
    return f'''<!DOCTYPE html>
<html lang="{want['language']}"><head><meta charset="utf-8"><title>{title} &#8211; Harbour Monitor</title>
<meta property="og:title" content="{title}"><meta property="og:site_name" content="Harbour Monitor">
<meta property="og:image" content="https://story.example/wp-content/uploads/2021/06/lead.jpg">
<link rel="stylesheet" href="/wp-content/themes/paper/style.css"></head>
<body class="post-template-default single single-post postid-812">
<div id="page" class="site"><header id="masthead" class="site-header">
<div class="languages"><ul class="language-switcher">{editions(want, '<li>', '</li>')}</ul></div>
<p class="site-title"><a href="/" rel="home">Harbour Monitor</a></p>
<nav class="main-navigation"><ul class="menu"><li><a href="/">Home</a></li><li><a href="/opinion/">Opinion</a></li>
<li><a href="/reviews/">Reviews</a></li><li><a href="/about/">About us</a></li></ul></nav></header>
<main id="main" class="site-main"><article id="post-812" class="post-812 post type-post status-publish hentry">
<header class="entry-header"><h1 class="entry-title">{title}</h1></header>
<figure class="post-thumbnail wp-caption"><img class="wp-post-image" width="1200" height="800" alt="{caption}"
src="/wp-content/uploads/2021/06/lead-1200x800.jpg"><figcaption class="wp-caption-text">{caption}</figcaption></figure>
<div class="entry-content">
<div class="wp-caption aligncenter"><img width="600" height="400" alt="{caption}"
src="/wp-content/uploads/2021/06/lead-600x400.jpg"><p class="wp-caption-text">{caption}</p></div>
{text}{see}</div>
<footer class="entry-footer"><span class="tags-links">{topics(want, '', ' ', ' rel="tag"')}</span></footer></article>
<div id="comments" class="comments-area"><a class="comments-toggle" href="#respond">{comments}</a></div></main>
<aside class="widget-area"><section class="widget widget_text"><p><a href="/shop/">{promotion}</a></p></section></aside>
<div class="comments-area"><a class="comments-toggle" href="#respond">{more_comments}</a></div>
<footer id="colophon" class="site-footer"><div class="site-info">&copy; Harbour Monitor. All rights reserved.</div></footer>
</div></body></html>
'''


def table(want):
    """Tables, <font> and two <br> between paragraphs; nothing for machines."""
    title, caption = escape(want['title']), captions(want)[0]
    comments, promotion, more_comments = [escape(entry['text']) for entry in want['dropped']]
    see = ''.join(f'<b>{label}:</b> {link}<br><br>\n' for label, link in related(want))
    return f'''<HTML><HEAD><TITLE>Harbour Monitor: {title}</TITLE>
<META http-equiv="Content-Type" content="text/html; charset=utf-8"></HEAD>
<BODY bgcolor="#ffffff"><TABLE width="760" align="center" cellpadding="4">
<TR><TD colspan="2" align="right"><FONT size="1">{editions(want, '', '', ' / ')}</FONT></TD></TR>
<TR><TD colspan="2"><A href="/"><IMG src="/img/top.gif" width="468" height="60" border="0" alt="Harbour Monitor"></A></TD></TR>
<TR valign="top"><TD width="140" bgcolor="#eeeeee"><A href="/">Home</A><BR><A href="/opinion.html">Opinion</A><BR>
<A href="/reviews.html">Reviews</A><BR><A href="/about.html">About us</A></TD>
<TD width="620"><FONT size="5"><B>{title}</B></FONT><BR><BR>
<TABLE align="center" width="420"><TR><TD><IMG src="/pictures/lead.jpg" width="420" height="280" alt="{caption}"></TD></TR>
<TR><TD align="center"><FONT size="1" color="#666666">{caption}</FONT></TD></TR></TABLE><BR>
<FONT size="2">
{'<BR><BR>'.join(block + chr(10) for block in paragraphs(want))}<BR><BR>
{see}</FONT>
<FONT size="1">{topics(want, '', '', '').replace('</a><a', '</a>&nbsp;| <a')}</FONT><BR><BR>
<FONT size="1"><A href="javascript:comments()">{comments}</A></FONT><HR>
<A href="/shop.html"><FONT size="1">{promotion}</FONT></A><BR><BR>
<FONT size="1"><A href="javascript:comments()">{more_comments}</A></FONT></TD></TR>
<TR><TD colspan="2" align="center"><HR><FONT size="1">Copyright Harbour Monitor. All rights reserved.</FONT></TD></TR>
</TABLE></BODY></HTML>
'''


def portal(want):
    """A portal of today: JSON-LD, links to the editions for machines, boxes inside the story, buttons."""
    title, image = escape(want['title']), want['images'][0]
    comments, promotion, more_comments = [escape(entry['text']) for entry in want['dropped']]
    blocks = [f'<p>{block}</p>' for block in paragraphs(want)]
    see = ''.join(f'<div class="article-promo"><span class="article-promo__label">{label}:</span> {link}</div>'
                  for label, link in related(want))
    links = ''.join(f'<link rel="alternate" hreflang="{entry["language"]}" href="https://{entry["language"]}.story.example/">'
                    for entry in want['editions'])
    said = {'@context': 'https://schema.org', '@type': 'NewsArticle', 'headline': want['title'], 'inLanguage': want['language'],
            'mainEntityOfPage': 'https://story.example/2021/06/story/',
            'image': {'@type': 'ImageObject', 'url': 'https://story.example/media/lead.jpg?w=1600', 'width': 1600,
                      'height': 1067},
            'publisher': {'@type': 'NewsMediaOrganization', 'name': 'Harbour Monitor'}}
    data = json.dumps(said, ensure_ascii=False).replace('</', '<\\/')
    return f'''<!DOCTYPE html>
<html lang="{want['language']}"><head><meta charset="utf-8"><title>{title} | Harbour Monitor</title>
<link rel="canonical" href="https://story.example/2021/06/story/">{links}
<script type="application/ld+json">{data}</script></head>
<body><div class="cookie-banner" role="dialog"><p>We and our partners use cookies to measure how this site is read.</p>
<button>Accept all</button><button>Settings</button></div>
<header class="page-header"><a class="page-header__logo" href="/"><img src="/logo.svg" alt="Harbour Monitor"></a>
<nav class="page-nav"><ul><li><a href="/">Home</a></li><li><a href="/opinion">Opinion</a></li><li><a href="/about">About us</a></li></ul></nav>
<div class="lang-switch" aria-label="Language">{editions(want, '<span class="lang-switch__item">', '</span>')}</div></header>
<main><article class="article"><header class="article-header"><h1 class="article-header__title">{title}</h1></header>
<figure class="article-media"><picture><source srcset="/media/lead.jpg?w=800 800w, /media/lead.jpg?w=1600 1600w">
<img src="/media/lead.jpg?w=400" alt="{escape(image['caption'])}" loading="lazy"></picture>
<figcaption><span class="article-media__caption">{escape(image['caption'])}</span>
<span class="article-media__credit">[{escape(image['credit'])}]</span></figcaption></figure>
<div class="article__body">
{chr(10).join(blocks)}
{see}
</div>
<ul class="article__tags">{topics(want, '<li class="tag">', '</li>')}</ul>
<button class="comments-button">{comments}</button></article>
<div class="banner banner--promo"><a href="/shop"><span>{promotion}</span></a></div>
<section class="comments"><button class="comments-button">{more_comments}</button></section></main>
<footer class="page-footer"><p>© Harbour Monitor. All rights reserved.</p></footer></body></html>
'''


SHAPES = {'wordpress': wordpress, 'table': table, 'portal': portal}
