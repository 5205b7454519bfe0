"""Roles of blocks as the networks for HTML tell them, on pages that nobody annotated: what the network for flattened text
learns from besides.

usage: taught.py PAGES CACHE NAME[,NAME...] [--all]

Reads what fit.py left for the networks (out of fold, or with --all fitted on everything; the mean where several names are
given) and writes CACHE/taught.gold.jsonl: a page a line, in the form of annotated gold.
"""
import json
import sys

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


def predict_all(cache, all_names, pages):
    """What networks that were fitted on everything say of each page, the mean of them."""
    of = [fit.predict(fit.read_weights(f'{cache}/{name}'), pages) for name in all_names]
    return {f'{p.set}/{p.id}': fit.mean_prediction(rs) for p, *rs in zip(pages, *of)}


def main(folder, cache, all_names, everything):
    _, pages = fit.load(cache)
    pages = [p for p in pages if p.set in SETS and not p.twin]
    found = predict_all(cache, all_names, pages) if everything else fit.read_predictions(cache, all_names)
    with open(f'{cache}/taught.gold.jsonl', 'w', encoding='utf-8') as f:
        for p in pages:
            roles, kinds = found[f'{p.set}/{p.id}']
            texts = judge.texts(cache, p.set)[p.id]
            chosen = judge.decide(roles, kinds)
            blocks = [[names(roles[i], r), t] for i, (r, t) in enumerate(zip(chosen, texts)) if t.strip()]
            f.write(json.dumps({'id': f'{p.set}/{p.id}', 'kind': KINDS[int(kinds.argmax())], 'blocks': blocks}, ensure_ascii=False) + '\n')
    print(len(pages), 'pages')


if __name__ == '__main__':
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], sys.argv[3].split(','), '--all' in sys.argv)
