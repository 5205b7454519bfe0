"""Made pages: the same bytes on every machine, from a seed. No text of anybody else's stands in them.

`MADE` maps a name to a function of a size in bytes; `news` is a mixture like that of real news pages (nearly a third each
of script, text and attribute values, over 200 bytes an element), the others are all of one thing."""
import random

WORDS = 3000
HEAD = ('<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta property="og:title" content="{title}">\n<link rel="stylesheet" href="/static/site.{n}.css">\n'
        '<script type="application/ld+json">{{"@context":"https://schema.org","@type":"NewsArticle","headline":"{title}"}}'
        '</script>\n<style>.story{{margin:0 auto}} .story > p {{ line-height: 1.5 }}</style>\n</head>\n<body class="page">\n')
TAIL = '</body>\n</html>\n'


class Writer:
    """Words and sentences from a seed."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        words = random.Random(1)
        parts = 'a be ci do fu gra hel in ka lo mi no or pe qua ra si ter un ve wo ya zen é ü ß ó å ñ'.split()
        self.words = [''.join(words.choices(parts[:-6] * 12 + parts[-6:], k=words.randint(1, 4))) for _ in range(WORDS)]
        total, self.weights = 0.0, []
        for rank in range(1, WORDS + 1):  # as frequent as words are: Zipf
            total += 1 / rank
            self.weights.append(total)

    def some(self, count):
        return self.random.choices(self.words, cum_weights=self.weights, k=count)

    def text(self, count):
        return ' '.join(self.some(count))

    def slug(self):
        return '-'.join(self.some(5)).encode('ascii', 'ignore').decode()

    def hexadecimal(self, digits):
        return f'{self.random.getrandbits(4 * digits):0{digits}x}'


def inline(w):
    """A stretch of a paragraph, at times within an element, at times with character references."""
    kind = w.random.random()
    if kind < 0.15:
        return f'<a href="https://news.example/{w.slug()}-{w.hexadecimal(6)}.html" class="link">{w.text(4)}</a>'
    if kind < 0.2:
        return f'<em>{w.text(3)}</em>'
    if kind < 0.35:
        return f'&ldquo;{w.text(9)},&rdquo;&nbsp;{w.text(2)} &amp; {w.text(2)}'
    if kind < 0.4:
        return f'<strong>{w.text(2)}</strong>&#8212;{w.text(5)}'
    return w.text(24) + '.'


def paragraph(w):
    return '<p>' + ' '.join(inline(w) for _ in range(w.random.randint(2, 5))) + '</p>\n'


def picture(w):
    path = f'https://img.example/{w.hexadecimal(8)}/{w.slug()}'
    srcset = ', '.join(f'{path}-{width}.jpg?quality=80&amp;auto=webp {width}w' for width in (320, 640, 960, 1280))
    return (f'<figure class="figure figure--wide" data-component="image" data-id="{w.hexadecimal(12)}">\n<picture>'
            f'<source type="image/webp" srcset="{srcset}" sizes="(min-width: 960px) 620px, 100vw">'
            f'<img src="{path}.jpg" alt="{w.text(8)}" width="640" height="360" loading="lazy"></picture>\n'
            f'<figcaption>{w.text(12)} <span class="credit">{w.text(2)}</span></figcaption>\n</figure>\n')


def card(w):
    return (f'    <li class="card card--{w.hexadecimal(1)} card--wide js-card" data-track="{w.slug()}:{w.slug()}:{w.hexadecimal(16)}">\n'
            f'      <div class="card__inner">\n'
            f'        <a class="card__link" href="https://news.example/{w.slug()}/{w.slug()}-{w.hexadecimal(8)}" title="{w.text(6)}">'
            f'<h3 class="card__title">{w.text(7)}</h3></a>\n        <time datetime="2024-05-01T10:00:00Z">1 May</time>\n'
            f'      </div>\n    </li>\n')


def icon(w):
    d = ' '.join(f'{c}{w.random.randint(0, 240) / 10}' for c in 'MLHVCSQTMLHV' * 4)
    return (f'<button type="button" class="share" aria-label="{w.text(2)}"><svg viewBox="0 0 24 24" width="24" height="24">'
            f'<path fill-rule="evenodd" d="{d}"/></svg></button>\n')


def script(w, size):
    """What looks like the state and the code that pages carry, `size` bytes or a little more."""
    out, have = ['<script>window.__state=window.__state||[];'], 0
    while have < size:
        out.append(f'window.__state.push({{"id":"{w.hexadecimal(16)}","slug":"{w.slug()}","html":"<p>{w.text(6)}<\\/p>",'
                   f'"rank":{w.random.randint(0, 999)},"ok":true}});for(var i=0;i<{w.random.randint(2, 99)};i++)'
                   f'{{if(a[i]<b[i]&&!c){{f(a[i],"{w.slug()}")}}}}\n')
        have += len(out[-1])
    return ''.join(out) + '</script>\n'


def story(w):
    parts = ['<!-- story -->\n<article class="story" id="s', w.hexadecimal(8), '">\n<header><h1 class="headline">', w.text(9),
             '</h1>\n<p class="deck">', w.text(20), '</p></header>\n', icon(w), icon(w), picture(w)]
    for _ in range(w.random.randint(5, 9)):
        parts.append('<div class="block" data-block="text">\n' + paragraph(w) + '</div>\n')
    parts.append('</article>\n<aside class="related"><ul class="cards">\n')
    parts.extend(card(w) for _ in range(w.random.randint(5, 9)))
    parts.append('</ul></aside>\n')
    parts.append(script(w, w.random.randint(3000, 8000)))
    return ''.join(parts)


def framed(size, seed, make):
    """Pieces that `make` gives, between a head and a tail, cut at `size` bytes, though not within a character: then the
    page would not be UTF-8, and the time another."""
    w = Writer(seed)
    out = [HEAD.format(title=w.text(8), n=w.hexadecimal(8)).encode()]
    have = len(out[0])
    while have < size:
        out.append(make(w).encode())
        have += len(out[-1])
    cut = b''.join(out)[:max(0, size - len(TAIL))]
    return cut.decode('utf-8', 'ignore').encode() + TAIL.encode()


def news(size, seed=1):
    return framed(size, seed, story)


def text(size):
    return framed(size, 2, lambda w: w.text(15) + '\n')


def tags(size):
    names = 'div span p ul li a section b em h2 figure i strong small article'.split()

    def make(w):
        chosen = [n for n in w.random.sample(names, 5) if n != 'p'] + ['p']
        return ''.join(f'<{n}>' for n in chosen) + '<br><img>' + ''.join(f'</{n}>' for n in reversed(chosen))
    return framed(size, 3, make)


def attributes(size):
    def make(w):
        return (f'<div id="n{w.hexadecimal(6)}" class="{w.slug()} wide" style="width:{w.random.randint(1, 99)}%" '
                f'data-{w.hexadecimal(2)}="{w.slug()}" data-track=\'{w.hexadecimal(8)}\' title="{w.text(3)}" hidden '
                f'tabindex=0 aria-label="{w.text(2)}" onclick="go({w.random.randint(0, 9)})"></div>')
    return framed(size, 4, make)


def scripts(size):
    return framed(size, 5, lambda w: script(w, 20000))


def entities(size):
    known = 'amp lt gt quot nbsp eacute uuml rsquo ldquo rdquo mdash hellip euro copy NotEqualTilde'.split()

    def make(w):
        named = ''.join(f'&{n};' for n in w.random.choices(known, k=8))
        return f'{named}&#{w.random.randint(160, 9000)};&#x{w.random.randint(160, 9000):x};&eacute &notit;\n'
    return framed(size, 6, make)


def comments(size):
    return framed(size, 7, lambda w: f'<!-- {w.text(12)} - {w.text(3)} -->\n')


def wide_text(size):
    """Text of three bytes a character, in paragraphs."""
    def make(w):
        return '<p>' + ''.join(chr(w.random.randint(0x4e00, 0x8fff)) for _ in range(120)) + '</p>\n'
    return framed(size, 8, make)


def crlf(size):
    """Lines that end as on Windows: each must be changed, so that no text is a slice of the page."""
    return framed(size, 9, lambda w: f'<p class="x">\r\n{w.text(12)}\r\n{w.text(12)}\r\n</p>\r\n')


def cells(size):
    def make(w):
        row = ''.join(f'<td>{w.random.randint(0, 9999)}</td>' for _ in range(8))
        return f'<table><tbody><tr>{row}</tr>\n<tr>{row}</tr>\n</tbody></table>\n'
    return framed(size, 10, make)


MADE = {'text': text, 'tags': tags, 'attributes': attributes, 'script': scripts, 'entities': entities,
        'comments': comments, 'wide text': wide_text, 'CR LF': crlf, 'cells': cells}
