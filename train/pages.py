"""What the C code sees of the pages, parsed once and kept as arrays.

usage: pages.py FEATURES.jsonl OUT.npz

FEATURES.jsonl is what `cutline features PAGE...` prints.
"""
import json
import os
import re
import sys
import types

import numpy as np


def parse(path):
    x, words, classes, texts, ids, counts, headlines = [], [], [], [], [], [], []
    types_, word_counts, class_counts, columns = [], [], [], None
    with open(path, encoding='utf-8', errors='replace') as f:
        for line in f:
            page = json.loads(line)
            if columns is None:
                columns = page['columns']
            assert columns == page['columns']
            blocks = page['blocks']
            ids.append(re.sub(r'\.html?$', '', page['source']['path'].rsplit('/', 1)[-1]))
            counts.append(len(blocks))
            if not blocks:
                continue
            x.append(np.array([b['x'] for b in blocks], np.uint8))
            for b in blocks:
                words += b['words']
                classes += b['classes']
                word_counts.append(len(b['words']))
                class_counts.append(len(b['classes']))
                texts.append(b['text'])
                types_.append(b['type'])
    return {
        'x': np.concatenate(x), 'counts': np.array(counts), 'words': np.array(words, np.uint16),
        'word_counts': np.array(word_counts, np.int32), 'classes': np.array(classes, np.uint16),
        'class_counts': np.array(class_counts, np.int32), 'ids': np.array(ids), 'columns': np.array(columns),
        'types': np.array(types_), 'texts': np.array(json.dumps(texts)),
    }


def load(path):
    """The pages of a set, as objects with id, x, words, word_ptr, classes, class_ptr, texts, types; and the columns."""
    with np.load(path) as a:
        a = {k: a[k] for k in a.files}
    texts = json.loads(str(a['texts']))
    starts = np.concatenate([[0], np.cumsum(a['counts'])])
    word_at = np.concatenate([[0], np.cumsum(a['word_counts'], dtype=np.int64)])
    class_at = np.concatenate([[0], np.cumsum(a['class_counts'], dtype=np.int64)])
    out = []
    for i, name in enumerate(a['ids']):
        s, e = starts[i], starts[i + 1]
        if s == e:
            continue
        out.append(types.SimpleNamespace(
            id=str(name), x=a['x'][s:e], texts=texts[s:e], types=a['types'][s:e],
            words=a['words'][word_at[s]:word_at[e]], word_ptr=word_at[s:e + 1] - word_at[s],
            classes=a['classes'][class_at[s]:class_at[e]], class_ptr=class_at[s:e + 1] - class_at[s]))
    return out, [str(c) for c in a['columns']]


if __name__ == '__main__':
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    np.savez(sys.argv[2] + '.tmp.npz', **parse(sys.argv[1]))
    os.replace(sys.argv[2] + '.tmp.npz', sys.argv[2])
