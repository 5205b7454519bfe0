"""Figures of labelled pages, quick (labels' own alignment) and by the scorers beside the project.

usage: judge.py PAGES CACHE NAME[,NAME...] [--write FOLDER]

Reads the probabilities that fit.py left out of fold (the mean where several names are given) and prints the figures of
each set; --write leaves outputs that ../shared/score.py and score_roles.py read.
"""
import importlib.util
import json
import os
import sys
from collections import Counter
from pathlib import Path
from statistics import mean

import numpy as np

from net import BODY, KINDS, ROLES

# probabilities of body from which a block is that, on pages that are a story for sure and on those that are none
THRESHOLDS = {'balance': (0.5, 0.2), 'precision': (0.8, 0.5), 'recall': (0.15, 0.1)}
# how often a block really has the role that it was given, for probabilities of 0, 0.1 … 1: what --calibrate printed
CALIBRATION = {'body': (0.0, 0.1, 0.399, 0.458, 0.519, 0.565, 0.626, 0.645, 0.707, 0.858, 1.0),
               'other': (0.0, 0.133, 0.209, 0.276, 0.361, 0.449, 0.518, 0.587, 0.666, 0.869, 0.999)}
# how sure it is that the text has a word F1 of 0.9: weights of sureness(), in log-odds, likewise
CONFIDENCE = (-0.86, 1.88, -1.86, -4.46, 0.69, 0.15, 0.8, -0.94, 1.37)
STORIES = [KINDS.index(k) for k in ('article', 'live-blog', 'opinion', 'interview')]
RESCUE_LEAST, RESCUE_SHARE = 0.1, 0.35  # where no block passes; figures in RESULTS.md
DECK, HEADLINE = ROLES.index('deck'), ROLES.index('headline')
_texts, _gold = {}, {}


def scorer():
    here = os.path.dirname(os.path.abspath(__file__))
    path = os.environ.get('CUTLINE_SHARED') or os.path.join(here, '../../shared')
    spec = importlib.util.spec_from_file_location('score', os.path.join(path, 'score.py'))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def texts(cache, name):
    if name not in _texts:
        import pages
        _texts[name] = {p.id: p.texts for p in pages.load(f'{cache}/{name}.npz')[0]}
    return _texts[name]


def gold(folder, name):
    if name not in _gold:
        with open(f'{folder}/{name}.gold.jsonl', encoding='utf-8') as f:
            _gold[name] = {g['id']: g for g in map(json.loads, f)}
    return _gold[name]


def decide(p, kinds, thresholds=THRESHOLDS['balance']):
    """A role for each block: body where its probability is over the threshold, else the likeliest other."""
    story = float(kinds[STORIES].sum())
    threshold = thresholds[0] * story + thresholds[1] * (1 - story)
    rest = p.copy()
    rest[:, BODY] = -1
    role = np.where(p[:, BODY] >= threshold, BODY, rest.argmax(1))
    if not (role == BODY).any() and len(p):
        # a rescue, where nothing passes: what comes near the best there is
        best = p[:, BODY].max()
        if best >= RESCUE_LEAST:
            role = np.where(p[:, BODY] >= RESCUE_SHARE * best, BODY, role)
    return role


def join(page_texts, role, *wanted):
    return '\n\n'.join(t for t, r in zip(page_texts, role) if r in wanted and t.strip())


def record(page, page_texts, p, kinds, thresholds=THRESHOLDS['balance']):
    role = decide(p, kinds, thresholds)
    head = join(page_texts, role, HEADLINE)
    return {'id': page.id, 'text': join(page_texts, role, BODY), 'deck': join(page_texts, role, DECK) or None,
            'title': head or None}, role


def judge(cache, pages, results, folder=None, thresholds=THRESHOLDS['balance']):
    """Figures for the pages (percent)."""
    score = scorer()
    folder = folder or os.environ.get('CUTLINE_PAGES') or Path(__file__).resolve().parent.parent / '.cache/train/pages'
    out = {}
    tp, fp, fn, right, total, kinds = Counter(), Counter(), Counter(), 0, 0, []
    losses, body_losses = [], []
    columns = {}
    for page in pages:
        p, pk = results[f'{page.set}/{page.id}']
        if page.set not in ('roles', 'news', 'wcxb', 'daniel'):
            continue
        r, role = record(page, texts(cache, page.set)[page.id], p, pk, thresholds)
        g = gold(folder, page.set)[page.id]
        for flag in {'news': ('deck',), 'daniel': ('deck', 'title')}.get(page.set, ()):
            if r[flag] and r['text'] and not score.fold(r['text']).startswith(score.fold(r[flag])):
                r['text'] = r[flag] + '\n\n' + r['text']
        s = score.score_page({k: v for k, v in g.items() if k not in ('images', 'quotes')}, r)
        for name in (page.set,) + ((page.set + ' articles',) if page.set == 'wcxb' and page.type == 'article' else ()):
            for k in ('text f1', 'exact', 'paragraphs'):
                if k in s:
                    columns.setdefault((name, k.replace('text f1', 'text')), []).append(s[k])
        if page.set == 'roles':
            w = page.loss_weight
            losses.append((float(-(w[:, None] * page.target * np.log(np.maximum(p, 1e-4))).sum()), float(w.sum())))
            body_losses.append(float(-(w * (page.target[:, BODY] * np.log(np.maximum(p[:, BODY], 1e-4))
                                            + (1 - page.target[:, BODY]) * np.log(np.maximum(1 - p[:, BODY], 1e-4)))).sum()))
            names, block_of = page.gold_words
            for want, b in zip(names, block_of):
                total += 1
                have = role[b] if b >= 0 else None
                if have in want:
                    right += 1
                    tp[have] += 1
                else:
                    fn[want[0]] += 1
                    if have is not None:
                        fp[have] += 1
            kinds.append(KINDS[int(pk.argmax())] == g['kind'])
    for (name, k), v in columns.items():
        out[f'{name} {k}'] = 100 * mean(v)
    if total:
        f1 = {r: 2 * tp[r] / (2 * tp[r] + fp[r] + fn[r]) for r in set(tp) | set(fn)}
        out['words'] = 100 * right / total
        out['macro'] = 100 * mean(f1.values())
        out['loss'] = sum(a for a, _ in losses) / sum(b for _, b in losses)
        out['body loss'] = sum(body_losses) / sum(b for _, b in losses)
        out['kind'] = 100 * mean(kinds)
        out['f1'] = {ROLES[r]: round(100 * v, 1) for r, v in sorted(f1.items())}
    return out


def sureness(p, kinds, role, chars):
    """What tells how sure the text of a page is; src/label/decode.c has the same."""
    body, taken = p[:, BODY], role == BODY
    letters, sure, left = chars[taken].sum(), (chars * body)[taken].sum(), (chars * body)[~taken].sum()
    unsure = (chars * np.minimum(body, 1 - body)).sum()
    whole = letters + left + 1
    return [1, sure / (letters + 1), left / whole, unsure / whole, kinds[STORIES].sum(), np.log(letters + 1) / 8,
            float((role == HEADLINE).any()), np.log(taken.sum() + 1) / 4, kinds.max()]


def logistic(x, t, decay=1e-3):
    w = np.zeros(x.shape[1])
    for _ in range(100):
        z = 1 / (1 + np.exp(-x @ w))
        hessian = (x * (z * (1 - z))[:, None]).T @ x / len(x) + decay * np.eye(len(w))
        w -= np.linalg.solve(hessian, x.T @ (z - t) / len(x) + decay * w)
    return w


def calibrate(cache, pages, results, folder):
    """How often roles are right, for probabilities of 0, 0.1 … 1: body, and all others; the weights of CONFIDENCE, and how
    well it parts good texts from others (area under the curve, fitted on four folds, judged on the fifth)."""
    score = scorer()
    found = {'body': ([], []), 'other': ([], [])}
    x, good, fold = [], [], []
    for page in pages:
        if page.set not in ('roles', 'news'):
            continue
        p, pk = results[f'{page.set}/{page.id}']
        lines = texts(cache, page.set)[page.id]
        r, role = record(page, lines, p, pk)
        g = gold(folder, page.set)[page.id]
        x.append(sureness(p, pk, role, np.array([len(t) - t.count(' ') for t in lines], float)))
        good.append(score.score_page({'id': page.id, 'text': g.get('text'), 'type': 'article'}, r)['text f1'] >= 0.9)
        fold.append(page.fold)
        if page.set == 'news':
            continue
        for i in np.flatnonzero(page.weight > 0):
            at, right = found['body' if role[i] == BODY else 'other']
            at.append(p[i, role[i]])
            right.append(page.target[i].argmax() == role[i])
    for name, (at, right) in found.items():
        at, right = np.array(at), np.array(right, float)
        knots = []
        for k in range(11):
            weight = np.clip(1 - np.abs(at - k / 10) / 0.1, 0, None)  # a tent over each knot
            centre = (at * weight).sum() / max(weight.sum(), 1e-9)
            knots.append((right * weight).sum() / weight.sum() + k / 10 - centre if weight.sum() > 20 else k / 10)
        yield name, tuple(round(float(v), 3) for v in np.clip(np.maximum.accumulate(knots), 0, 1))
    x, good, fold = np.array(x, float), np.array(good, float), np.array(fold)
    said = np.zeros(len(good))
    for k in set(fold):
        said[fold == k] = x[fold == k] @ logistic(x[fold != k], good[fold != k])
    order = np.argsort(np.argsort(said))
    ones, zeros = good.sum(), (1 - good).sum()
    yield 'confidence', tuple(round(float(v), 2) for v in logistic(x, good))
    yield 'area', round(float((order[good == 1].sum() - ones * (ones - 1) / 2) / (ones * zeros)), 3)
    for part in np.array_split(np.argsort(said), 6):
        p = 1 / (1 + np.exp(-said[part]))
        yield f'confidence {p.min():.2f} to {p.max():.2f}', f'good in truth {good[part].mean():.2f}'


def line(m):
    g = lambda k: f'{m[k]:.1f}' if k in m else '-'
    return (f"roles {g('roles text')} / {g('roles paragraphs')} / {g('roles exact')}  words {g('words')} macro {g('macro')} "
            f"kind {g('kind')} loss {m.get('loss', 0):.3f} {m.get('body loss', 0):.4f} | news {g('news text')} / {g('news paragraphs')} / {g('news exact')} | wcxb {g('wcxb text')} "
            f"articles {g('wcxb articles text')} | daniel {g('daniel text')}")


def main(argv):
    import fit
    folder, cache, names = argv[:3]
    _, pages = fit.load(cache)
    results = fit.read_predictions(cache, names.split(','))
    pages = [p for p in pages if f'{p.set}/{p.id}' in results]
    if '--write' in argv:
        to = argv[argv.index('--write') + 1]
        os.makedirs(to, exist_ok=True)
        for name in ('roles', 'news', 'wcxb', 'daniel', 'snippets'):
            with open(f'{to}/{name}.jsonl', 'w', encoding='utf-8') as f:
                for p in pages:
                    if p.set == name:
                        t = texts(cache, name)[p.id]
                        r, role = record(p, t, *results[f'{name}/{p.id}'])
                        r['kind'] = KINDS[int(results[f'{name}/{p.id}'][1].argmax())]
                        r['blocks'] = [{'role': ROLES[k], 'text': x} for k, x in zip(role, t)]
                        f.write(json.dumps(r, ensure_ascii=False) + '\n')
        return
    if '--folds' in argv:
        some = set(map(int, argv[argv.index('--folds') + 1].split(',')))
        pages = [p for p in pages if p.fold in some]
    for name, thresholds in THRESHOLDS.items() if '--thresholds' in argv else [('', THRESHOLDS['balance'])]:
        m = judge(cache, pages, results, folder, thresholds)
        print(name, line(m))
    print(m.get('f1'))
    if '--calibrate' in argv:
        print(*calibrate(cache, pages, results, folder), sep='\n')


if __name__ == '__main__':
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(sys.argv[1:])
