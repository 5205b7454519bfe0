#!/usr/bin/env python3
"""Fits the two small models by which quotations are found and given to their speakers.

usage: quotations.py PROGRAM PAGES [--judge] [--out FILE.inc]

PROGRAM is build/check/train/quotations, PAGES a folder that holds quotes/*.txt and quotes.gold.jsonl. With --judge,
cross-validates by document (five folds) and scores with ../shared/score.py; with --out, fits on everything and writes
the tables of weights. Needs numpy.
"""
import argparse
import importlib.util
import json
import os
import subprocess
import sys
import zlib
from pathlib import Path

import numpy as np

FOLDS = 5
SCALE = 256  # of a weight as an integer
ROUNDS = 2
EPOCHS, BATCH, RATE, DROP = 12, 256, 0.01, 0.1
CANDIDATE_L2, SPAN_L2 = 1e-3, 2e-4
shared = Path(os.environ.get('CUTLINE_SHARED', Path(__file__).resolve().parents[2] / 'shared'))
spec = importlib.util.spec_from_file_location('score', shared / 'score.py')
score = importlib.util.module_from_spec(spec)
spec.loader.exec_module(score)


def same_mention(pred, true):
    p, t = score.words(pred), score.words(true)
    return bool(p and t) and (p[-1] in t or t[-1] in p)


def align(doc, gold):
    """Gives every span the gold quotation that it is, as score.py pairs them."""
    left = list(doc['spans'])
    for s in doc['spans']:
        s['gold'] = None
    for q in gold['quotes']:
        t = score.words(q['text'])
        best = max(left, key=lambda s: score.bag_prf(score.words(s['text']), t)[2], default=None)
        if best is not None and score.bag_prf(score.words(best['text']), t)[2] >= 0.8:
            best['gold'] = q
            left.remove(best)


def mark_right(doc):
    """Marks the candidates that name the right speaker."""
    previous = None
    for s in doc['spans']:
        g = s['gold']
        for c in s['candidates']:
            if c['kind'] == 1:
                c['right'] = bool(g and previous and g.get('mention') and same_mention(previous, g['mention']))
            else:
                c['right'] = bool(g and g.get('mention') and same_mention(c['mention'], g['mention']))
        if g:
            previous = g.get('mention') or previous


def adam(gradient, size, steps, rate=0.05):
    """Minimises; `gradient` gives that of all weights."""
    w, m, v = np.zeros(size), np.zeros(size), np.zeros(size)
    for i in range(1, steps + 1):
        g = gradient(w)
        m = 0.9 * m + 0.1 * g
        v = 0.999 * v + 0.001 * g * g
        w -= rate * (1 - i / (steps + 1)) * (m / (1 - 0.9 ** i)) / (np.sqrt(v / (1 - 0.999 ** i)) + 1e-8)
    return w


def rows_of(seens):
    """Rows of numbers as indices of entries: (row, column) of every one that is set."""
    lengths = [len(s) for s in seens]
    return np.repeat(np.arange(len(seens)), lengths), np.concatenate([np.asarray(s, dtype=np.int64) for s in seens])


def batch_gradient(p, x, group, right, n):
    """Of the mean over groups of -log(share of the right candidates), by all parameters."""
    h = p['rows'][x].sum(1) + p['begin']
    a = np.maximum(h, 0)
    z = p['plain'][x].sum(1) + a @ p['counts']
    top = np.full(n, -np.inf)
    np.maximum.at(top, group, z)
    e = np.exp(z - top[group])
    share = e / np.bincount(group, e, n)[group]
    good = e * right
    good /= np.bincount(group, good, n)[group]
    d = (share - good) / n
    dh = np.outer(d, p['counts']) * (h > 0)
    size, wide = len(p['plain']), x.shape[1]
    return {
        'plain': np.bincount(x.ravel(), np.repeat(d, wide), size),
        'counts': a.T @ d,
        'begin': dh.sum(0),
        'rows': np.stack([np.bincount(x.ravel(), np.repeat(dh[:, k], wide), size) for k in range(dh.shape[1])], 1),
    }


def fit_candidates(docs, size, units):
    """A plain sum and a layer of units over it, so that the right candidates of each span come out on top."""
    rng = np.random.default_rng(0)
    spans = [s['candidates'] for d in docs for s in d['spans']
             if s['gold'] and len(s['candidates']) > 1 and any(c['right'] for c in s['candidates'])]
    wide = max(len(c['seen']) for s in spans for c in s)
    x_all = np.asarray([c['seen'] + [size] * (wide - len(c['seen'])) for s in spans for c in s])  # `size`: nothing
    right_all = np.asarray([c['right'] for s in spans for c in s], dtype=float)
    begins = np.concatenate([[0], np.cumsum([len(s) for s in spans])])
    p = {'plain': np.zeros(size + 1), 'rows': rng.normal(0, 0.15, (size + 1, units)), 'begin': np.zeros(units),
         'counts': rng.normal(0, 0.3, units)}
    m, v = ({k: np.zeros_like(a) for k, a in p.items()} for _ in range(2))
    step, steps = 0, EPOCHS * -(-len(spans) // BATCH)
    for _ in range(EPOCHS):
        order = rng.permutation(len(spans))
        for at in range(0, len(order), BATCH):
            some = order[at:at + BATCH]
            rows = np.concatenate([np.arange(begins[i], begins[i + 1]) for i in some])
            group = np.repeat(np.arange(len(some)), begins[some + 1] - begins[some])
            x = np.where(rng.random((len(rows), wide)) < DROP, size, x_all[rows])
            p['plain'][size] = 0
            p['rows'][size] = 0
            gradient = batch_gradient(p, x, group, right_all[rows], len(some))
            step += 1
            for k in p:
                g = gradient[k] + (CANDIDATE_L2 * p[k] if k in ('plain', 'rows') else 0)
                m[k] = 0.9 * m[k] + 0.1 * g
                v[k] = 0.999 * v[k] + 0.001 * g * g
                p[k] -= RATE * (1 - step / (steps + 1)) * (m[k] / (1 - 0.9 ** step)) / (
                    np.sqrt(v[k] / (1 - 0.999 ** step)) + 1e-8)
    table = np.concatenate([p['plain'][:size, None], p['rows'][:size]], 1).ravel()
    return integers(table), integers(np.concatenate([p['begin'], p['counts']]))


def fit_spans(docs, size, steps=600):
    spans = [s for d in docs if d['has_gold'] for s in d['spans']]
    row, column = rows_of([s['seen'] for s in spans])
    y = np.asarray([s['gold'] is not None for s in spans], dtype=float)

    def gradient(wb):
        z = np.bincount(row, wb[column], len(spans)) + wb[size]
        p = 1 / (1 + np.exp(-z))
        g = np.append(np.bincount(column, (p - y)[row], size), (p - y).sum()) / len(spans)
        g[:size] += SPAN_L2 * wb[:size]
        return g
    return adam(gradient, size + 1, steps)


def run(program, files, model=None):
    """The program's output; `model` is a file of weights that it reads instead of its own."""
    command = [program] + (['--model', model] if model else []) + [str(f) for f in files]
    out = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout
    return [json.loads(line) for line in out.splitlines()]


def write_weights(path, tables, bias):
    Path(path).write_text(' '.join(str(int(x)) for t in tables for x in t) + f' {bias}\n')


def integers(w):
    return np.clip(np.rint(w * SCALE), -32768, 32767).astype(int)


def prepare(docs, gold):
    for d in docs:
        align(d, gold[d['id']])
        d['has_gold'] = bool(gold[d['id']]['quotes'])
        mark_right(d)


def fit(program, files, sizes, gold, scratch):
    """Rounds of: whom a span belongs to; then, on what the program sees with that, whether it is a quotation. What is
    seen of a candidate depends on the quotation before, so the first round knows less than the others."""
    write_weights(scratch, [np.zeros(n) for n in (sizes[0] * (1 + sizes[1]), 2 * sizes[1], sizes[2])], 1)
    for _ in range(ROUNDS):
        docs = run(program, files, scratch)
        prepare(docs, gold)
        candidates, units = fit_candidates(docs, sizes[0], sizes[1])
        write_weights(scratch, (candidates, units, np.zeros(sizes[2])), 1)
        docs = run(program, files, scratch)
        prepare(docs, gold)
        spans = integers(fit_spans(docs, sizes[2]))
        tables, bias = (candidates, units, spans[:-1]), int(spans[-1])
        write_weights(scratch, tables, bias)
    return tables, bias


def judge(program, docs, files, sizes, gold, scratch):
    out = []
    fold = {d['id']: zlib.crc32(d['id'].encode()) % FOLDS for d in docs}
    for k in range(FOLDS):
        fit(program, [f for f in files if fold[f.stem] != k], sizes, gold, scratch)
        out += run(program, [f for f in files if fold[f.stem] == k], scratch)
    by_id = {o['id']: o for o in out}
    _, means = score.score([gold[d['id']] for d in docs], by_id)
    print('  '.join(f'{k} {v[0]:.2f}' for k, v in sorted(means.items())))
    hits = n_pred = n_true = said = right = 0
    for d in docs:
        g, o = gold[d['id']], by_id[d['id']]
        left = list(o['quotes'])
        n_pred += len(left)
        n_true += len(g['quotes'])
        for q in g['quotes']:
            t = score.words(q['text'])
            best = max(left, key=lambda x: score.bag_prf(score.words(x['text']), t)[2], default=None)
            if best is not None and score.bag_prf(score.words(best['text']), t)[2] >= 0.8:
                left.remove(best)
                hits += 1
                if q.get('mention'):
                    said += 1
                    right += same_mention(best.get('mention') or '', q['mention'])
    print(f'all together: precision {100 * hits / n_pred:.2f}, recall {100 * hits / n_true:.2f}, mentions {100 * right / said:.2f}')
    return out


def table(name, numbers):
    lines, line = [], '   '
    for x in numbers:
        if len(line) + len(str(x)) + 2 > 120:
            lines.append(line)
            line = '   '
        line += f' {x},'
    return f'static const int16_t {name}[{len(numbers)}] = {{\n' + '\n'.join(lines + [line]) + '\n};\n'


def main():
    args = argparse.ArgumentParser()
    args.add_argument('program')
    args.add_argument('pages')
    args.add_argument('--judge', action='store_true')
    args.add_argument('--out')
    args.add_argument('--judged', help='write what was judged, as lines of JSON')
    args = args.parse_args()
    gold = {g['id']: g for g in score.load(Path(args.pages) / 'quotes.gold.jsonl')}
    files = sorted((Path(args.pages) / 'quotes').glob('*.txt'))
    docs = run(args.program, files)
    prepare(docs, gold)
    sizes = [int(x) for x in subprocess.run([args.program, '--sizes'], stdout=subprocess.PIPE, check=True).stdout.split()]
    scratch = Path(args.out or '/tmp/quotations').with_suffix('.weights')
    if args.judge:
        out = judge(args.program, docs, files, sizes, gold, scratch)
        if args.judged:
            Path(args.judged).write_text('\n'.join(json.dumps(o) for o in out) + '\n')
    if args.out:
        tables, bias = fit(args.program, files, sizes, gold, scratch)
        Path(args.out).write_text(
            '/* Generated by train/quotations.py. Do not edit. */\n\n' +
            '\n'.join(table(n, t.tolist()) for n, t in zip(('candidate_weights', 'units', 'span_weights'), tables)) +
            f'\n#define SPAN_BIAS {bias}\n')
    scratch.unlink(missing_ok=True)


if __name__ == '__main__':
    sys.exit(main())
