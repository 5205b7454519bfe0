"""Fits the network for flattened text, and judges it on sites that it has not seen.

usage: flat_fit.py PAGES CACHE NAME WAY[,WAY...] [--judge WAY,...] [--folds 0,1,2,3,4 | --all] [--SETTING VALUE ...]

CACHE holds flat_WAY.pkl (flat_labels.py). Without --all: for each fold a network fitted on the other folds, and the
figures of its decisions on that fold, by way. With --all: one fitted on everything, to CACHE/NAME.npz.

The network is that of net.py with one number more for each unit: whether it goes on what the unit before began.
"""
import os

os.environ['OPENBLAS_NUM_THREADS'] = '1'

import json
import pickle
import sys
import time
from dataclasses import dataclass
from statistics import mean

import numpy as np

import fit
import judge
import net
from net import BODY, KINDS, ROLES

JOIN = len(ROLES)  # its place behind the roles
DECK, HEADLINE = ROLES.index('deck'), ROLES.index('headline')
JOIN_THRESHOLD = 0.5


class Shape(net.Shape):
    def parameters(self):
        for name, shape in super().parameters():
            if name in ('Wo', 'bo'):
                shape = shape[:-1] + (JOIN + 1,)
            yield name, shape


@dataclass
class Settings:
    width: int = 64
    embedding: int = 24
    epochs: int = 30
    weak_pages: int = 80
    taught_pages: int = 400  # in an epoch, of those that the networks for HTML labelled
    weak_weight: float = 0.5
    rate: float = 3e-3
    decay: float = 0.02
    batch: int = 1400
    crop: int = 250
    drop_words: float = 0.3
    drop_classes: float = 0.2
    drop_columns: float = 0.1
    drop_out: float = 0.15
    smooth: float = 0.04
    kind_weight: float = 0.15
    join_weight: float = 0.5
    mean: float = 0.99
    ways: int = 1           # of each page in an epoch
    seed: int = 1
    start: str = ''         # name of a network to begin with


def load(cache, ways):
    columns, pages = None, []
    for way in ways:
        with open(f'{cache}/flat_{way}.pkl', 'rb') as f:
            columns, more = pickle.load(f)
        pages += more
    for p in pages:
        p.loss_weight = fit.block_weight(p)
    return columns, pages


def draw(pages, settings, rng):
    """Some ways of each page for which every role is known by reading, and some pages of the others."""
    by_page = {}
    weak, taught = [], []
    for p in pages:
        if p.set == 'taught':
            taught.append(p)
        elif p.weak:
            if p.worth > 0 and not p.twin:
                weak.append(p)
        else:
            by_page.setdefault((p.set, p.id), []).append(p)
    chosen = []
    for of in by_page.values():
        chosen += [of[k] for k in rng.choice(len(of), min(len(of), settings.ways), False)]
    for of, most in ((weak, settings.weak_pages), (taught, settings.taught_pages)):
        chosen += [of[k] for k in rng.choice(len(of), min(len(of), most), False)]
    return chosen


def learn(pages, columns, settings, log=print, start=None):
    rng = np.random.default_rng(settings.seed)
    shape = Shape(len(columns), settings.width, settings.embedding)
    w, grad = start or net.Weights(shape).start(rng), net.Weights(shape)
    adam = net.Adam(w, settings.decay, settings.mean)
    step = 0
    for epoch in range(settings.epochs):
        began, total = time.time(), np.zeros(2)
        work = list(fit.batches(draw(pages, settings, rng), settings, rng))
        for k, b in enumerate(work):
            done = (epoch + k / len(work)) / settings.epochs
            rate = settings.rate * min(1, step / 50) * (0.02 + 0.98 * 0.5 * (1 + np.cos(np.pi * done)))
            total += one_step(w, grad, adam, b, settings, rng, rate)
            step += 1
        log(f'epoch {epoch + 1} of {settings.epochs}: loss {total[0] / len(work):.4f}, of joins {total[1] / len(work):.4f}, '
            f'{len(work)} steps, {time.time() - began:.1f} s')
    w.flat[:] = adam.average
    return w


def read_weights(path):
    with np.load(path + '.npz') as a:
        return net.Weights(Shape(len(a['columns']), int(a['width']), int(a['embedding'])), a['flat'].copy())


def sigmoid(z):
    return 1 / (1 + np.exp(-np.clip(z, -30, 30)))


def one_step(w, grad, adam, b, settings, rng, rate):
    batch = net.Batch([c for _, c, _ in b], rng, (settings.drop_words, settings.drop_classes, settings.drop_columns))
    z, zk, keep = net.forward(w, batch, rng, settings.drop_out)
    p, pk, pj = net.softmax(z[:, :JOIN]), net.softmax(zk), sigmoid(z[:, JOIN])
    q, weight = np.zeros_like(p), np.zeros(batch.n, np.float32)
    qj, wj = np.zeros_like(pj), np.zeros_like(pj)
    qk, wk = np.zeros_like(pk), np.zeros((len(b), 1), np.float32)
    for k, ((page, _, s), at, c) in enumerate(zip(b, batch.starts, batch.counts)):
        rows = slice(at, at + c)
        t = page.target[s]
        if page.weak:
            t = t * p[rows]
            t /= np.maximum(t.sum(1, keepdims=True), 1e-9)
            q[rows] = t * 0.98 + p[rows] * 0.02
        else:
            q[rows] = t * (1 - settings.smooth) + settings.smooth / len(ROLES)
        weight[rows] = page.loss_weight[s] * (settings.weak_weight if page.weak else 1)
        qj[rows], wj[rows] = page.joins[s], page.join_weight[s] * page.worth
        t = pk[k] * page.kinds
        qk[k] = 0.95 * t / max(float(t.sum()), 1e-9) + 0.05 * (pk[k] if page.weak else 1 / len(KINDS))
        wk[k] = 0.5 if page.weak else 1
    scale = weight[:, None] / max(float(weight.sum()), 1)
    scale_j = wj * np.float32(settings.join_weight / max(float(wj.sum()), 1))
    d = np.concatenate([(p - q) * scale, ((pj - qj) * scale_j)[:, None]], 1)
    loss = float(-(q * np.log(p + 1e-9) * scale).sum())
    loss_j = float(-((qj * np.log(pj + 1e-9) + (1 - qj) * np.log(1 - pj + 1e-9)) * scale_j).sum())
    net.backward(w, grad, batch, keep, d, (pk - qk) * wk * np.float32(settings.kind_weight / len(b)))
    adam.step(grad, rate)
    return loss, loss_j


def predict(w, pages):
    """For each page: probabilities of roles, of going on, of kinds."""
    out, k = [], 0
    while k < len(pages):
        rows, e = 0, k
        while e < len(pages) and (e == k or rows + len(pages[e].x) < 4000):
            rows += len(pages[e].x)
            e += 1
        batch = net.Batch(pages[k:e])
        z, zk, _ = net.forward(w, batch)
        p, pj, pk = net.softmax(z[:, :JOIN]), sigmoid(z[:, JOIN]), net.softmax(zk)
        out += [(p[s:s + c], pj[s:s + c], pk[i]) for i, (s, c) in enumerate(zip(batch.starts, batch.counts))]
        k = e
    return out


def decide(page, p, joins, kinds, column, thresholds=judge.THRESHOLDS['balance'], join_threshold=JOIN_THRESHOLD):
    """(role, text) of the blocks that the units become, as src/label/lines.c does."""
    n = len(page.texts)
    story = float(kinds[judge.STORIES].sum())
    threshold = thresholds[0] * story + thresholds[1] * (1 - story)
    chars = np.exp(page.x[:, column['chars']] / 64 * 4)
    rest = p.copy()
    rest[:, BODY] = -1
    other = rest.argmax(1)
    begins = np.flatnonzero((joins < join_threshold) | (np.arange(n) == 0))
    groups = list(zip(begins, np.append(begins[1:], n)))
    body = np.array([(p[a:b, BODY] * chars[a:b]).sum() / chars[a:b].sum() for a, b in groups])
    role = np.array([BODY if q >= threshold else other[a + int((chars[a:b] * rest[np.arange(a, b), other[a:b]]).argmax())]
                     for q, (a, b) in zip(body, groups)])
    if not (role == BODY).any() and n and body.max() >= judge.RESCUE_LEAST:
        role[body >= judge.RESCUE_SHARE * body.max()] = BODY
    texts = []
    for a, b in groups:
        t = page.texts[a]
        for i in range(a + 1, b):
            t += (' ' if page.gaps[i] else '') + page.texts[i]
        texts.append(t)
    return role, texts


def scores(folder, pages, found, columns):
    """Figures by (set, way)."""
    score = judge.scorer()
    column = {c: k for k, c in enumerate(columns)}
    out = {}
    for page, (p, joins, pk) in zip(pages, found):
        if page.set not in ('news', 'roles'):
            continue
        role, texts = decide(page, p, joins, pk, column)
        take = lambda *roles: '\n\n'.join(t for r, t in zip(role, texts) if r in roles)
        r = {'text': take(BODY), 'deck': take(DECK) or None}
        if page.set == 'news' and r['deck'] and r['text'] and not score.fold(r['text']).startswith(score.fold(r['deck'])):
            r['text'] = r['deck'] + '\n\n' + r['text']
        g = judge.gold(folder, page.set)[page.id]
        s = score.score_page({k: v for k, v in g.items() if k not in ('images', 'quotes')}, r)
        s = {k: s[k] for k in ('text f1', 'paragraphs', 'exact') if k in s}
        heads = [(q, t) for q, t, k in zip(range(len(texts)), texts, role) if k == HEADLINE]
        if g.get('title'):
            s['title'] = float(any(score.fold(t) == score.fold(g['title']) for _, t in heads[:1]))
        m = page.join_weight > 0
        s['joins right'] = float(((joins[m] >= JOIN_THRESHOLD) == (page.joins[m] > 0)).mean()) if m.any() else 1
        if page.set == 'roles':
            s['kind'] = float(page.kinds[pk.argmax()] > 0)
        for k, v in s.items():
            out.setdefault((page.set, page.way), {}).setdefault(k, []).append(v)
        out[page.set, page.way].setdefault('worst', []).append((s.get('text f1', 0), s.get('paragraphs', 0), page.id))
    return out


def table(of):
    names = ('text f1', 'paragraphs', 'exact', 'title', 'joins right', 'kind')
    ways = sorted({w for _, w in of})
    lines, rows = [], {}
    for way in ways:
        row = []
        for s in ('news', 'roles'):
            v = of.get((s, way), {})
            row += [100 * mean(v[k]) if k in v else float('nan') for k in names]
        rows[way] = row
        lines.append(f'{way:12}' + ' '.join(f'{x:6.1f}' for x in row))
    if rows:
        lines.append(f'{"mean":12}' + ' '.join(f'{np.mean(c):6.1f}' for c in zip(*rows.values())))
    return '\n'.join(lines)


def main(argv):
    folder, cache, name, ways = argv[0], argv[1], argv[2], argv[3].split(',')
    settings, folds, everything, more = fit.arguments(argv[4:], Settings(), ('judge',))
    judged = more['judge'].split(',') if 'judge' in more else None
    columns, pages = load(cache, ways)
    also = load(cache, [w for w in judged or [] if w not in ways])[1]
    print(settings, len(pages), 'pages', flush=True)
    log = lambda s: print(s, flush=True)
    if everything:
        w = learn(pages, columns, settings, log, read_weights(f'{cache}/{settings.start}') if settings.start else None)
        fit.save(f'{cache}/{name}.npz', flat=w.flat, columns=np.array(columns), width=settings.width, embedding=settings.embedding)
        return
    of = {}
    for fold in folds:
        start = read_weights(f'{cache}/{settings.start}.{fold}') if settings.start else None
        w = learn([p for p in pages if p.fold != fold], columns, settings, log, start)
        fit.save(f'{cache}/{name}.{fold}.npz', flat=w.flat, columns=np.array(columns), width=settings.width, embedding=settings.embedding)
        held = [p for p in pages + also if p.fold == fold and p.set in ('news', 'roles') and (not judged or p.way in judged)]
        for k, v in scores(folder, held, predict(w, held), columns).items():
            for name_, values in v.items():
                of.setdefault(k, {}).setdefault(name_, []).extend(values)
        print('fold', fold, '\n' + table(of), flush=True)
    with open(f'{cache}/{name}.worst.json', 'w', encoding='utf-8') as f:
        json.dump({f'{s}/{w}': sorted(v['worst']) for (s, w), v in of.items()}, f)


if __name__ == '__main__':
    if len(sys.argv) < 5:
        sys.exit(__doc__)
    main(sys.argv[1:])
