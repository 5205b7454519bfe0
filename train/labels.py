"""What each block is, as far as the gold of its page tells; and the fold of each page.

usage: labels.py PAGES CACHE

PAGES is the folder with SET.gold.jsonl and SET/ID.html, CACHE the one with SET.npz (pages.py) annotated.gold.jsonl
(annotate/annotate.py gold), bare.gold.jsonl (bare.py); writes CACHE/labels.pkl.

`roles`, and the pages annotated here, tell the role of every block. Of the other sets only the body is known, and on some blocks their idea of it is
not ours (docs/model-card.md): there a block's target is a set of roles it may have, or it has no weight at all.
Rows whose terms allow judging alone are never read.
"""
import copy
import hashlib
import json
import pickle
import re
import sys
from collections import Counter, defaultdict
from urllib.parse import urlparse

import numpy as np

import pages
from align import align, words
from net import BODY, KINDS, ROLES

FOLDS = 5
SETS = ('roles', 'news', 'wcxb', 'daniel', 'snippets')
WITHOUT_BODY = ('dates', 'meta')  # of the others of these only a teacher can tell something
# Second-level labels under which names are registered in many countries.
SECOND = set('co com org net ac gov edu gob go or ne gen k12 nom web in info mod nhs police sch asso gouv'.split())
STORY = ('article', 'opinion', 'interview', 'live-blog', 'gallery', 'video')
WCXB_KINDS = {'article': STORY, 'forum': ('forum',), 'product': ('product',), 'service': ('service', 'product', 'other'),
              'documentation': ('documentation', 'other'), 'listing': ('listing',), 'collection': ('listing',)}


def site(url, name):
    host = (urlparse(url or '').hostname or '').strip('.').lower()
    if not host:
        return 'page ' + name
    if re.fullmatch(r'[\d.]+', host):
        return host
    parts = host.split('.')
    n = 3 if len(parts) > 2 and parts[-2] in SECOND and len(parts[-1]) == 2 else 2
    return '.'.join(parts[-n:])


class Groups:
    """Which sites must stay together: those that share a page."""

    def __init__(self):
        self.up = {}

    def find(self, a):
        self.up.setdefault(a, a)
        while self.up[a] != a:
            self.up[a] = self.up[self.up[a]]
            a = self.up[a]
        return a

    def join(self, a, b):
        a, b = sorted((self.find(a), self.find(b)))
        self.up[b] = a


def block_words(page):
    """The words of all blocks, and the block of each."""
    w, at = [], []
    for i, t in enumerate(page.texts):
        x = words(t)
        w += x
        at += [i] * len(x)
    return w, np.array(at, np.int32)


def target(page):
    n = len(page.texts)
    page.target = np.zeros((n, len(ROLES)), np.float32)
    page.weak = False
    page.weight = np.zeros(n, np.float32)
    page.kinds = np.zeros(len(KINDS), np.float32)


def label_roles(page, gold):
    """Every block's role. Keeps for scoring the role and the block of each word of gold (`gold_words`)."""
    target(page)
    names, gw, grole = [], [], []
    for k, (role, text) in enumerate(gold['blocks']):
        x = words(text)
        gw += x
        grole += [k] * len(x)
        names.append([ROLES.index(r) for r in role.split('+')])
    w, at = block_words(page)
    to = align(gw, w)
    total = np.bincount(at, minlength=len(page.texts)) if len(at) else np.zeros(len(page.texts), int)
    block_of = np.full(len(gw), -1, np.int32)
    aligned = np.zeros(len(page.texts))
    for i, j in enumerate(to):
        if j < 0:
            continue
        b = block_of[i] = at[j]
        aligned[b] += 1
        r = names[grole[i]]
        share = (1.0,) if len(r) == 1 else (0.65,) + (0.35 / (len(r) - 1),) * (len(r) - 1)
        for k, s in zip(r, share):
            page.target[b, k] += s
    has = aligned > 0
    page.target[has] /= page.target[has].sum(1, keepdims=True)
    part = aligned / np.maximum(1, total)
    page.weight = np.where(has, np.where(part >= 0.9, 1, np.where(part >= 0.5, 0.7, 0.2)), 0).astype(np.float32)
    page.kinds[KINDS.index(gold['kind'])] = 1
    page.gold_words = [names[k] for k in grole], block_of
    page.recall = float((block_of >= 0).mean()) if len(gw) else 1.0
    page.worth = 1.0


def body_share(page, text):
    """Share of each block's words that are in the text, in order; of the text's words, those found; words of each."""
    w, at = block_words(page)
    n = len(page.texts)
    total = np.bincount(at, minlength=n) if len(at) else np.zeros(n, int)
    gw = words(text)
    got = np.zeros(n)
    to = align(gw, w)
    for j in to:
        if j >= 0:
            got[at[j]] += 1
    return got / np.maximum(1, total), sum(j >= 0 for j in to) / max(1, len(gw)), total


def may(page, blocks, roles):
    """These blocks have one of these roles, who knows which."""
    page.target[blocks] = [r in roles.split() for r in ROLES]


def label_body(page, gold, set_name, column):
    target(page)
    page.weak = True
    body, summary = gold.get('text') or '', []
    if set_name == 'news':
        summary = gold['body'].get('summary') or []
        body = '\n\n'.join(t for s in gold['body']['sections'] for t in s['headline'] + s['paragraphs'])
    share, page.recall, total = body_share(page, body)
    is_body = share > 0.5
    x = page.x
    weight = np.where((share > 0.1) & (share < 0.9), 0.3, 1.0)
    weight[total == 0] = 0
    not_body = np.ones(len(ROLES), np.float32)
    not_body[BODY] = 0
    page.target[~is_body] = not_body
    page.target[is_body, BODY] = 1
    flag = lambda *names: np.any([x[:, column[n]] > 0 for n in names], axis=0)
    caption = flag('in_figure', 'in_figcaption', 'is_caption')
    long_body = np.flatnonzero(is_body & (total >= 15))
    first, last = (long_body[0], long_body[-1]) if len(long_body) else (len(total), -1)
    at = np.arange(len(total))
    inside = (at > first) & (at < last)
    if set_name == 'news':
        for text in summary:
            deck, _, _ = body_share(page, text)
            may(page, (deck > 0.5) & ~is_body & (at <= first), 'body deck')
        may(page, is_body & caption, 'body caption credit')
        weight[inside & ~is_body & flag('is_item') & ~flag('one_link')] = 0
        worth = 1.0
    else:
        may(page, is_body & (at > last), 'body note bio byline')
        may(page, is_body & flag('in_table', 'is_cell', 'in_aside'), 'body aside note')
        may(page, is_body & (at < first), 'body deck headline kicker byline date')
        may(page, is_body & (at == first), 'body deck')
        may(page, is_body & caption, 'body caption credit')
        weight[is_body & (total <= 3)] *= 0.3
        worth = 0.5 if set_name == 'daniel' else 1.0 if gold['type'] == 'article' else 0.7
    may(page, is_body & (x[:, column['description_grams']] > 48) & (at <= first), 'body deck')
    page.weight = weight.astype(np.float32)
    page.worth = worth * (0 if page.recall < 0.6 or not len(long_body) else 0.3 if page.recall < 0.9 else 1)
    for k in STORY if set_name != 'wcxb' else WCXB_KINDS[gold['type']]:
        page.kinds[KINDS.index(k)] = 1


def label_snippets(page, gold):
    """Blocks with a snippet that must be there are body, and those with one that must not are none."""
    target(page)
    page.weak, page.recall, page.worth = True, 1.0, 0.5
    folded = [' '.join(t.lower().split()) for t in page.texts]
    fold = lambda s: ' '.join(s.lower().split())
    for snippets, good in ((gold.get('with') or [], True), (gold.get('without') or [], False)):
        for s in map(fold, snippets):
            hit = [i for i, t in enumerate(folded) if s and s in t]
            if len(hit) != 1 or (len(words(s)) < 6 if good else len(folded[hit[0]]) > 3 * len(s) + 40):
                continue
            page.target[hit[0]] = 0 if good else 1
            page.target[hit[0], BODY] = 1 if good else 0
            page.weight[hit[0]] = 1


def label_nothing(page):
    """Of these pages no gold says what they hold: only a teacher can."""
    target(page)
    page.weak, page.recall, page.worth = True, 0.0, 1.0
    page.target[:] = 1


def digest(path):
    with open(path, 'rb') as f:
        return hashlib.sha1(f.read()).hexdigest()


def main(folder, cache):
    all_pages, groups, seen = [], Groups(), {}
    in_roles, in_roles_too = set(), set()  # names, and digests
    with open(f'{cache}/annotated.gold.jsonl', encoding='utf-8') as f:
        annotated = {g['page'].removesuffix('.html'): g for g in map(json.loads, f)}
    for name in SETS + WITHOUT_BODY:
        with open(f'{folder}/{name}.gold.jsonl', encoding='utf-8') as f:
            gold = {g['id']: g for g in map(json.loads, f) if g.get('terms') != 'judge'}
        if name == 'roles':
            in_roles = set(gold)
        rows, columns = pages.load(f'{cache}/{name}.npz')
        column = {c: i for i, c in enumerate(columns)}
        for p in rows:
            g = gold.get(p.id)
            if g is None:
                continue
            p.set, p.site, p.url = name, site(g.get('url'), p.id), g.get('url')
            p.lang, p.type = g.get('lang'), g.get('type')
            p.twin = f'{name}_{p.id}' in in_roles
            key = digest(f'{folder}/{name}/{p.id}.html')
            groups.join(p.site, seen.setdefault(key, p.site))
            if name == 'roles':
                in_roles_too.add(key)
            ours = annotated.pop(f'{name}/{p.id}', None)
            if ours:
                twin = copy.copy(p)
                twin.set, twin.id, twin.twin = 'annotated', ours['id'], False
                label_roles(twin, ours)
                del twin.texts
                all_pages.append(twin)
                p.twin = True
            if name in WITHOUT_BODY:
                p.twin |= key in in_roles_too
                label_nothing(p)
            elif name == 'roles':
                label_roles(p, g)
            elif name == 'snippets':
                label_snippets(p, g)
            else:
                label_body(p, g, name, column)
            del p.texts
            all_pages.append(p)
    site_of = {p.id: p.site for p in all_pages if p.set in ('roles', 'annotated')}
    with open(f'{cache}/bare.gold.jsonl', encoding='utf-8') as f:
        made = {g['id']: g for g in map(json.loads, f)}
    for p in pages.load(f'{cache}/bare.npz')[0]:
        g = made[p.id]
        p.set, p.site, p.url, p.lang, p.type, p.twin = 'bare', site_of[g['of']], None, None, None, False
        label_roles(p, g)
        del p.texts
        p.worth = 0.3
        all_pages.append(p)
    for p in all_pages:
        p.group = groups.find(p.site)
        p.fold = int(hashlib.sha1(p.group.encode()).hexdigest()[:8], 16) % FOLDS
    with open(f'{cache}/labels.pkl', 'wb') as f:
        pickle.dump((columns, all_pages), f)
    if annotated:
        print('annotated, but not in these sets (left out):', *annotated)
    for name in SETS + WITHOUT_BODY + ('annotated', 'bare'):
        of = [p for p in all_pages if p.set == name]
        print(name, len(of), 'pages', sum(len(p.x) for p in of), 'blocks; found of gold',
              round(100 * float(np.mean([p.recall for p in of])), 2), '; left out', sum(p.worth == 0 for p in of),
              '; also in roles', sum(p.twin for p in of), '; a fold', [sum(p.fold == k for p in of) for k in range(FOLDS)])
    count = Counter()
    for p in all_pages:
        if not p.weak:
            count.update(p.target[p.weight > 0].argmax(1).tolist())
    print({ROLES[k]: n for k, n in count.most_common()})


if __name__ == '__main__':
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
