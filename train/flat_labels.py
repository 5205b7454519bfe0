"""What each unit of flattened pages is, and whether it goes on what the unit before began.

usage: flat_labels.py PAGES FLAT CACHE PROGRAM WAY[,WAY...]
       flat_labels.py --list PAGES CACHE NUMBER     the pages to flatten before in the way of this number (from 0), one a line

PAGES is the folder with SET.gold.jsonl and SET/ID.html, FLAT the one that flatten.py filled, CACHE holds
annotated.gold.jsonl, taught.gold.jsonl (taught.py) and bare.gold.jsonl, with bare/ID.html (bare.py). Runs PROGRAM (cutline features) over FLAT/WAY/SET/*.txt and writes CACHE/flat_WAY.pkl each.
The folds are those of the pages that were flattened (labels.py).
"""
import hashlib
import json
import os
import pickle
import re
import subprocess
import sys
import threading
import types

import numpy as np

import labels
from align import align, words
from net import BODY, KINDS, ROLES

OTHER = ROLES.index('other')
SETS = ('roles', 'annotated', 'news', 'taught', 'bare')
DRAWN = {'taught': (2, 5), 'bare': (1, 6)}  # of these so many of so many, others for each way


def read_gold(folder, cache):
    """Gold by (set, id), and the fold of each."""
    groups, seen, gold, site = labels.Groups(), {}, {}, {}
    with open(f'{cache}/annotated.gold.jsonl', encoding='utf-8') as f:
        ours = {g['page'].removesuffix('.html'): g for g in map(json.loads, f)}
    for name in labels.SETS + labels.WITHOUT_BODY:
        with open(f'{folder}/{name}.gold.jsonl', encoding='utf-8') as f:
            for g in map(json.loads, f):
                path = f'{folder}/{name}/{g["id"]}.html'
                if g.get('terms') == 'judge' or not os.path.exists(path):
                    continue
                at = labels.site(g.get('url'), g['id'])
                groups.join(at, seen.setdefault(labels.digest(path), at))
                gold[name, g['id']], site[name, g['id']] = g, at
                if f'{name}/{g["id"]}' in ours:
                    g = ours[f'{name}/{g["id"]}']
                    gold['annotated', g['page']], site['annotated', g['page']] = g, at
    with open(f'{cache}/bare.gold.jsonl', encoding='utf-8') as f:
        of = {g['id']: (s, i) for (s, i), g in gold.items() if s in ('roles', 'annotated')}
        for g in map(json.loads, f):
            if g['of'] in of:
                gold['bare', g['id']], site['bare', g['id']] = g, site[of[g['of']]]
    with open(f'{cache}/taught.gold.jsonl', encoding='utf-8') as f:
        for g in map(json.loads, f):
            gold['taught', g['id']], site['taught', g['id']] = g, site[tuple(g['id'].split('/', 1))]
    fold = {k: int(hashlib.sha1(groups.find(s).encode()).hexdigest()[:8], 16) % labels.FOLDS for k, s in site.items()}
    return gold, fold


def read_units(program, paths):
    """The pages of these files as the program sees them, one after the other."""
    done = subprocess.Popen([program, 'features', '--kind', 'text', '--files-from', '-'], stdin=subprocess.PIPE,
                            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    feed = threading.Thread(target=lambda: (done.stdin.write('\n'.join(paths + ['']).encode()), done.stdin.close()))
    feed.start()
    for line in done.stdout:
        page = json.loads(line)
        blocks = page['blocks']
        if not blocks:
            continue
        ptr = lambda k: np.concatenate([[0], np.cumsum([len(b[k]) for b in blocks])])
        ids = lambda k: np.array([i for b in blocks for i in b[k]], np.uint16)
        yield page['columns'], types.SimpleNamespace(
            path=page['source']['path'], x=np.array([b['x'] for b in blocks], np.uint8), texts=[b['text'] for b in blocks],
            gaps=np.array([b['gap'] for b in blocks]),
            words=ids('words'), word_ptr=ptr('words'), classes=ids('classes'), class_ptr=ptr('classes'))
    feed.join()
    done.wait()


def gold_lines(g, name):
    """(roles, text) of each line of gold that is a paragraph, a headline and so on, in page order; whether it is all there is."""
    if 'blocks' in g:
        return [(r.split('+'), line) for r, t in g['blocks'] for line in t.split('\n') if line.strip()], True
    if name == 'news':
        head = [(['deck', 'body'], t) for t in g['body'].get('summary') or []]
        return head + [(['body'], line) for s in g['body']['sections'] for t in s['headline'] + s['paragraphs']
                       for line in t.split('\n') if line.strip()], False
    return [(['body'], line) for line in (g.get('text') or '').split('\n') if line.strip()], False


def label(page, g, name, column):
    n = len(page.texts)
    lines, whole = gold_lines(g, name)
    gw, of = [], []
    for k, (_, text) in enumerate(lines):
        w = words(text)
        gw += w
        of += [k] * len(w)
    code = page.x[:, column['code']] > 0
    pw, at = [], []
    for i, t in enumerate(page.texts):
        if not code[i]:
            w = words(t)
            pw += w
            at += [i] * len(w)
    to = align(gw, pw)
    total = np.bincount(np.array(at, int), minlength=n)
    first, last = np.full(n, -1), np.full(n, -1)
    aligned = np.zeros(n)
    page.target = np.zeros((n, len(ROLES)), np.float32)
    names = [[ROLES.index(r) for r in roles] for roles, _ in lines]
    for i, j in enumerate(to):
        if j < 0:
            continue
        b = at[j]
        if first[b] < 0:
            first[b] = of[i]
        last[b] = of[i]
        aligned[b] += 1
        r = names[of[i]]
        share = (1.0,) if len(r) == 1 else (0.65,) + (0.35 / (len(r) - 1),) * (len(r) - 1)
        for k, s in zip(r, share):
            page.target[b, k] += s
    has = aligned > 0
    part = aligned / np.maximum(1, total)
    page.weak = not whole
    page.weight = np.where(has, np.where(part >= 0.9, 1, np.where(part >= 0.5, 0.7, 0.2)), 0).astype(np.float32)
    page.recall = sum(j >= 0 for j in to) / max(1, len(gw))
    page.worth = {'bare': 0.6, 'taught': 0.7}.get(name, 1.0)
    if whole:
        page.target[has] /= page.target[has].sum(1, keepdims=True)
        # what is in no block of the page: code, alternative texts, lists of addresses
        strange = (part < 0.2) & ((total > 0) | code)
        page.target[strange] = 0
        page.target[strange, OTHER] = 1
        page.weight[strange] = np.where(code, 0.1, 0.3)[strange]
    else:
        body = part > 0.5
        page.target[~body] = 1
        page.target[~body, BODY] = 0
        page.target[body] = [r in ('body', 'deck') for r in ROLES] if name == 'news' else page.target[body] > 0
        after = np.maximum.accumulate(np.where(body & (total >= 15), np.arange(n), -1))
        head = body & (after < 0)
        page.target[head] = np.maximum(page.target[head], [r in ('body', 'deck', 'headline', 'kicker', 'byline', 'date') for r in ROLES])
        page.weight = np.where((part > 0.1) & (part < 0.9), 0.3, 1.0).astype(np.float32)
        page.weight[(total == 0) | code] = 0
        page.worth = 0 if page.recall < 0.6 else 0.3 if page.recall < 0.9 else 1
    # whether a unit goes on: the same line of gold as the one before. What has no words is in between, or not known.
    page.joins, page.join_weight = np.zeros(n, np.float32), np.zeros(n, np.float32)
    known = np.flatnonzero(has & (part >= 0.3))
    for a, b in zip(known, known[1:]):
        same = last[a] == first[b]
        between = slice(a + 1, b + 1)
        if same and (total[a + 1:b] == 0).all():
            page.joins[between], page.join_weight[between] = 1, 1
        elif b == a + 1 and not same:
            page.join_weight[b] = 1
    for i in range(1, n):
        if not page.join_weight[i] and not total[i] and page.texts[i][0] in ',.;:!?)]»”…。、，！？）」':
            page.joins[i], page.join_weight[i] = 1, 0.5
    page.kinds = np.zeros(len(KINDS), np.float32)
    if 'kind' in g:
        page.kinds[KINDS.index(g['kind'])] = 1
    else:
        for k in labels.STORY:
            page.kinds[KINDS.index(k)] = 1


def choose(gold):
    """(set, id, path without its ending) of the pages to learn from and to judge on, in order."""
    for name in SETS:
        for s, i in sorted(k for k in gold if k[0] == name):
            yield s, i, i.removesuffix('.html') if name == 'annotated' else i if name == 'taught' else f'{name}/{i}'


def drawn(name, i, number):
    """Whether a page is learned from as the way of this number flattens it."""
    some, of = DRAWN.get(name, (1, 1))
    return (int(hashlib.sha1(i.encode()).hexdigest()[:8], 16) + number) % of < some


def main(folder, flat, cache, program, ways):
    gold, fold = read_gold(folder, cache)
    in_roles = {i for s, i in gold if s == 'roles'}
    ours = {k[1].removesuffix('.html') for k in gold if k[0] == 'annotated'}
    for number, way in enumerate(ways.split(',')):
        paths, pages, columns = {}, [], None
        for s, i, page in choose(gold):
            if not drawn(s, i, number):
                continue
            path = f'{flat}/{way}/{page}.txt'
            if os.path.exists(path):
                paths.setdefault(path, []).append((s, i))
        for columns, page in read_units(program, list(paths)):
            column = {c: k for k, c in enumerate(columns)}
            for s, i in paths[page.path]:
                p = types.SimpleNamespace(**vars(page))
                p.set, p.id, p.fold, p.way = s, i, fold[s, i], way
                p.twin = s == 'news' and ('news_' + i in in_roles or 'news/' + i in ours)
                label(p, gold[s, i], s, column)
                pages.append(p)
        with open(f'{cache}/flat_{way}.pkl.tmp', 'wb') as f:
            pickle.dump((columns, pages), f)
        os.replace(f'{cache}/flat_{way}.pkl.tmp', f'{cache}/flat_{way}.pkl')
        mean = lambda v: round(float(np.mean(list(v))), 3)
        print(way, len(pages), 'pages', sum(len(p.x) for p in pages), 'units; found of gold',
              {s: mean(p.recall for p in pages if p.set == s) for s in SETS if any(p.set == s for p in pages)},
              'known joins', sum(int(p.join_weight.sum()) for p in pages), 'of these yes', sum(int(p.joins.sum()) for p in pages), flush=True)


def show_list(folder, cache, number):
    chosen = (c for c in choose(read_gold(folder, cache)[0]) if drawn(c[0], c[1], number))
    for path in sorted({f'{cache if s == "bare" else folder}/{page}.html' for s, _, page in chosen}):
        print(path)


if __name__ == '__main__':
    if sys.argv[1:2] == ['--list'] and len(sys.argv) == 5:
        show_list(*sys.argv[2:4], int(sys.argv[4]))
    elif len(sys.argv) == 6:
        main(*sys.argv[1:])
    else:
        sys.exit(__doc__)
