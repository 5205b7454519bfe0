"""Makes bare pages of annotated ones: a story with little or nothing around it, as print views, newsletters, reader views
and tests are. Real pages have hundreds of blocks; without these, a network takes three paragraphs in a <div> for anything.

usage: bare.py FOLDER GOLD.jsonl...

GOLD holds pages with the role of each block. Writes FOLDER/ID.html and FOLDER.gold.jsonl, the same each time.
"""
import html
import json
import os
import random
import re
import sys

PAGES = 2  # of each page
STORY = {'article', 'opinion', 'interview', 'live-blog'}
HEAD = {'headline', 'kicker', 'deck', 'byline', 'date'}
NAMES = {'navigation': ('menu', 'nav', 'breadcrumb'), 'related': ('related', 'more', 'teaser'), 'comment': ('comments', 'discussion'),
         'promotion': ('newsletter', 'promo', 'subscribe'), 'share': ('share', 'social'), 'topic': ('tags', 'topics'),
         'bio': ('author', 'bio'), 'caption': ('caption',), 'byline': ('byline', 'author'), 'date': ('date', 'published'),
         'deck': ('lead', 'summary', 'teaser'), 'legal': ('footer', 'copyright'), 'body': ('content', 'text', 'article-body', 'story')}


def choose(rng, blocks):
    """Blocks of the story, in page order, and a few of the others."""
    body = [i for i, (r, t) in enumerate(blocks) if r == 'body' and t.strip()]
    most = len(body) if rng.random() < 0.4 else rng.randint(1, 10)
    kept = set(body[:most])
    last = max(kept)
    head, rest = rng.random() < 0.85, rng.choice((0, 0, 0.05, 0.15, 0.3))
    ends = rng.random() < 0.5
    for i, (r, t) in enumerate(blocks):
        first = r.split('+')[0]
        if first == 'body' or not t.strip() or (i > last and not ends and first not in HEAD):
            continue
        if first in HEAD:
            p = (0.9 if first == 'headline' else 0.6) if head else 0
        else:
            p = rest * (0.6 if first in ('navigation', 'related') else 2)
        if rng.random() < p:
            kept.add(i)
    return [blocks[i] for i in sorted(kept)]


def tagged(rng, tag, text, name=None, inner=None):
    body = html.escape(text, False).replace('\n', '<br>')
    if inner:
        body = f'<{inner}>{body}</{inner}>'
    return f'<{tag}' + (f' class="{name}"' if name else '') + f'>{body}</{tag}>'


def run_of(rng, role, texts, named, plain):
    """The markup of blocks of one role that follow one another."""
    name = rng.choice(NAMES[role]) if named and role in NAMES else None
    link = lambda t: f'<a href="/{rng.randint(1, 9999)}">{html.escape(t, False)}</a>'
    if role == 'headline':
        return [tagged(rng, rng.choice(('h1', 'h1', 'h1', 'h2')), t, name) for t in texts]
    if role == 'body':
        out = []
        for t in texts:
            short = len(t) < 90 and not re.search(r'[.!?…:;。！？"”»]\s*$', t.strip())
            out.append(tagged(rng, rng.choice(('h2', 'h2', 'h3', 'p')) if short and rng.random() < 0.8 else plain, t))
        return out
    if role in ('navigation', 'share', 'topic', 'edition', 'related'):
        outer = {'navigation': ('nav', 'div'), 'related': ('aside', 'div', 'section')}.get(role, ('div', 'p'))
        tag = rng.choice(outer)
        items = ''.join(f'<li>{link(t)}</li>' for t in texts) if tag != 'p' else None
        inner = f'<ul>{items}</ul>' if items and rng.random() < 0.7 else '\n'.join(f'<div>{link(t)}</div>' if tag != 'p' else link(t) + '<br><br>' for t in texts)
        return [f'<{tag}' + (f' class="{name}"' if name else '') + f'>{inner}</{tag}>']
    if role in ('caption', 'credit'):
        if rng.random() < 0.75:
            return [f'<figure><img src="/{rng.randint(1, 999)}.jpg">{tagged(rng, "figcaption", t)}</figure>' for t in texts]
        return ['<img src="/a.jpg">' + tagged(rng, 'p', t, name) for t in texts]
    if role == 'comment':
        return [f'<section id="{name or "comments"}">' + '\n'.join(tagged(rng, 'p', t) for t in texts) + '</section>']
    if role in ('legal', 'consent'):
        return ['<footer>' + '\n'.join(tagged(rng, 'p', t) for t in texts) + '</footer>']
    if role in ('aside', 'promotion', 'bio', 'note', 'other') and rng.random() < 0.6:
        tag = rng.choice(('aside', 'div'))
        return [f'<{tag}' + (f' class="{name}"' if name else '') + '>' + '\n'.join(tagged(rng, 'p', t) for t in texts) + f'</{tag}>']
    inner = {'date': 'time', 'byline': 'span'}.get(role) if rng.random() < 0.4 else rng.choice((None, None, 'em', 'strong')) if role == 'deck' else None
    return [tagged(rng, rng.choice(('p', 'p', 'div')), t, name, inner) for t in texts]


def page(rng, blocks):
    named, plain = rng.random() < 0.5, rng.choice(('p', 'p', 'p', 'p', 'div'))
    parts, k = [], 0
    while k < len(blocks):
        role, e = blocks[k][0].split('+')[0], k
        while e < len(blocks) and blocks[e][0].split('+')[0] == role:
            e += 1
        parts += run_of(rng, role, [t for _, t in blocks[k:e]], named, plain)
        k = e
    inner = '\n'.join(parts)
    for tag in rng.choice(((), (), ('article',), ('main',), ('div',), ('article', 'main'), ('div', 'div'))):
        name = rng.choice(NAMES['body']) if named and rng.random() < 0.5 else None
        inner = f'<{tag}' + (f' class="{name}"' if name else '') + f'>\n{inner}\n</{tag}>'
    head = next((t for r, t in blocks if r.startswith('headline')), None)
    title = f'<title>{html.escape(head, False)}</title>' if head and rng.random() < 0.7 else ''
    return f'<!DOCTYPE html>\n<meta charset="utf-8">{title}\n<body>\n{inner}\n'


def main(folder, files):
    os.makedirs(folder, exist_ok=True)
    with open(f'{folder}.gold.jsonl', 'w', encoding='utf-8') as gold:
        for path in files:
            with open(path, encoding='utf-8') as f:
                for line in f:
                    g = json.loads(line)
                    if g['kind'] not in STORY or sum(r == 'body' for r, _ in g['blocks']) < 3:
                        continue
                    for k in range(PAGES):
                        name = f'bare_{g["id"]}_{k}'
                        rng = random.Random(name)
                        blocks = choose(rng, g['blocks'])
                        with open(f'{folder}/{name}.html', 'w', encoding='utf-8') as out:
                            out.write(page(rng, blocks))
                        gold.write(json.dumps({'id': name, 'of': g['id'], 'kind': g['kind'], 'blocks': blocks}, ensure_ascii=False) + '\n')


if __name__ == '__main__':
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2:])
