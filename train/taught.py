"""Roles of blocks as the networks for HTML tell them, on pages that nobody annotated: what the network for flattened text
learns from besides.

usage: taught.py PAGES CACHE NAME[,NAME...] [--all]

Reads what fit.py left for the networks (out of fold, or with --all fitted on everything; the mean where several names are
given) and writes CACHE/taught.gold.jsonl: a page a line, in the form of annotated gold.
"""
import json
import sys

import numpy as np

import fit
import judge
from net import KINDS, ROLES

SETS = ('wcxb', 'daniel', 'dates', 'snippets', 'meta', 'news')
UNSURE = 0.6  # below it the role that comes second is told as well


def names(p, role):
    if p[role] >= UNSURE:
        return ROLES[role]
    rest = p.copy()
    rest[role] = -1
    return f'{ROLES[role]}+{ROLES[int(rest.argmax())]}'


def read(cache, all_names, everything, pages):
    """The mean of what the networks say, by page."""
    found = {}
    for name in all_names:
        if everything:
            of = {f'{p.set}/{p.id}': r for p, r in zip(pages, fit.predict(fit.read_weights(f'{cache}/{name}'), pages))}
        else:
            of = {key: r for fold in range(5) for key, r in fit.load_predictions(f'{cache}/oof/{name}.{fold}.npz').items()}
        for key, r in of.items():
            found.setdefault(key, []).append(r)
    return {key: tuple(np.mean([r[k] for r in rs], axis=0) for k in (0, 1)) for key, rs in found.items()}


def main(folder, cache, all_names, everything):
    _, pages = fit.load(cache)
    pages = [p for p in pages if p.set in SETS and not p.twin]
    found = read(cache, all_names, everything, pages)
    count = 0
    with open(f'{cache}/taught.gold.jsonl', 'w', encoding='utf-8') as f:
        for p in pages:
            roles, kinds = found[f'{p.set}/{p.id}']
            texts = judge.texts(cache, p.set)[p.id]
            chosen = judge.decide(roles, kinds)
            blocks = [[names(roles[i], r), t] for i, (r, t) in enumerate(zip(chosen, texts)) if t.strip()]
            f.write(json.dumps({'id': f'{p.set}/{p.id}', 'kind': KINDS[int(kinds.argmax())], 'blocks': blocks}, ensure_ascii=False) + '\n')
            count += 1
    print(count, 'pages')


if __name__ == '__main__':
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], sys.argv[3].split(','), '--all' in sys.argv)
