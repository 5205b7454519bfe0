#!/usr/bin/env python3
"""Annotates quotations of pages with their speakers, and scores the program by that.

usage: quotations.py [--program P] [--pages DIR] [--file F] show PAGE ...        what stands between marks, numbered
       quotations.py [...] take LANGUAGE PAGE "0 Bach; 2,3 the mayor; 5"          the numbers that are quotations
       quotations.py [...] score                                                  the program's, by language

PAGE is SET/ID, as for annotate.py. A number that isn't named is no quotation (a term, a title, a scare quote). Behind
the numbers stands who speaks, as the page writes it anywhere: the nearest place before the quotation is kept, or else
the first one after it. The file (train/annotations_quotations.jsonl) holds no text of a page: a line a page with the
hash of its bytes, its language, and for each quotation [offset of its block, start, end, offset of the block of the
speaker, start, end], blocks by their offset in the page's UTF-8, the rest in characters of the block's text. `-1` is
for a speaker whom the page doesn't tell. Standard library only."""
import argparse
import hashlib
import json
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BETWEEN = re.compile('[“„"«「『][^“”„"«»「」『』]{3,}[”“"»」』]')
WORD = re.compile(r'[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+')


def words(text):
    return WORD.findall((text or '').lower())


def is_long(text):
    """Three words or more, as the program has it: two characters of Chinese are one."""
    found = words(text)
    wide = sum('\u3040' <= w <= '\u9fff' for w in found)
    return len(found) - wide + wide // 2 >= 3


def blocks_of(program, path):
    out = subprocess.run([program, 'blocks', '-f', 'json', str(path)], stdout=subprocess.PIPE, check=True).stdout
    return [(b['offset'], b['text']) for b in json.loads(out)['blocks'] if b['role'] in ('body', 'aside', 'note')]


def marked(blocks):
    return [(offset, m.start() + 1, m.end() - 1, text[m.start() + 1:m.end() - 1])
            for offset, text in blocks for m in BETWEEN.finditer(text) if is_long(m.group())]


def place(blocks, at, start, speaker):
    """Where a speaker is named: before `start` of the block at `at`, the nearest; or else after it, the first."""
    index = next(i for i, (offset, _) in enumerate(blocks) if offset == at)
    for i in range(index, -1, -1):
        found = blocks[i][1].rfind(speaker, 0, start if i == index else None)
        if found >= 0:
            return [blocks[i][0], found, found + len(speaker)]
    for i in range(index, len(blocks)):
        found = blocks[i][1].find(speaker, start if i == index else 0)
        if found >= 0:
            return [blocks[i][0], found, found + len(speaker)]
    raise SystemExit(f'"{speaker}" is nowhere on the page')


def load(path):
    return {e['page']: e for e in map(json.loads, path.read_text().splitlines())} if path.exists() else {}


def show(program, pages, names):
    for name in names:
        blocks = blocks_of(program, pages / f'{name}.html')
        at = {(m[0], m[1]): i for i, m in enumerate(marked(blocks))}
        print('=====', name)
        for offset, text in blocks:
            here = [(m.start(), m.end()) for m in BETWEEN.finditer(text) if (offset, m.start() + 1) in at]
            for start, end in reversed(here):
                inside = text[start + 1:end - 1]
                inside = inside if len(inside) < 60 else inside[:35] + '…' + inside[-15:]
                text = f'{text[:start]}[[{at[offset, start + 1]}: {inside}]]{text[end:]}'
            if here:
                print('  ', text)


def take(program, pages, file, language, name, entries):
    path = pages / f'{name}.html'
    blocks = blocks_of(program, path)
    spans, found = marked(blocks), []
    for entry in filter(None, (e.strip() for e in entries.split(';'))):
        numbers, _, speaker = entry.partition(' ')
        for number in map(int, numbers.split(',')):
            offset, start, end, _ = spans[number]
            found.append([offset, start, end] + (place(blocks, offset, start, speaker) if speaker else [-1, 0, 0]))
    lines = load(file)
    lines[name] = {'page': name, 'sha256': hashlib.sha256(path.read_bytes()).hexdigest(), 'language': language,
                   'quotations': sorted(found)}
    file.write_text(''.join(json.dumps(lines[k], separators=(',', ':')) + '\n' for k in sorted(lines)))


def same(pred, true):
    p, t = words(pred), words(true)
    return bool(p and t) and (p[-1] in t or t[-1] in p)


def shares(a, b):
    """The word F1 of two texts."""
    left, common = list(b), 0
    for word in a:
        if word in left:
            left.remove(word)
            common += 1
    return 2 * common / (len(a) + len(b)) if common else 0.0


def score(program, pages, file):
    """Of all quotations of a language: precision, recall, F1; of those found whose speaker is known: those right."""
    tally = defaultdict(lambda: [0, 0, 0, 0, 0])
    for name, entry in load(file).items():
        path = pages / f'{name}.html'
        if hashlib.sha256(path.read_bytes()).hexdigest() != entry['sha256']:
            raise SystemExit(f'{name} is another page')
        text = dict(blocks_of(program, path))
        out = subprocess.run([program, 'extract', '-f', 'json', str(path)], stdout=subprocess.PIPE, check=True).stdout
        left, t = json.loads(out).get('quotes') or [], tally[entry['language']]
        t[0] += len(left)
        t[1] += len(entry['quotations'])
        for offset, start, end, by, first, last in entry['quotations']:
            true = words(text[offset][start:end]) if offset in text else []
            best = max(left, key=lambda q: shares(words(q['text']), true), default=None)
            if best is None or shares(words(best['text']), true) < 0.8:
                continue
            left.remove(best)
            t[2] += 1
            if by >= 0:
                t[3] += 1
                t[4] += same(best.get('mention') or best.get('speaker'), text[by][first:last]) or \
                    same(best.get('speaker'), text[by][first:last])
    for language, (given, gold, hits, told, right) in sorted(tally.items()):
        p, r = hits / max(given, 1), hits / max(gold, 1)
        print(f'{language}  {gold} quotations  precision {100 * p:.1f}  recall {100 * r:.1f}  '
              f'F1 {200 * p * r / max(p + r, 1e-9):.1f}  speakers {100 * right / max(told, 1):.1f} of {told}')


def main():
    args = argparse.ArgumentParser(description=__doc__.split('\n', maxsplit=1)[0])
    args.add_argument('--program', default='build/release/cutline')
    args.add_argument('--pages', type=Path, default=Path('pages'))
    args.add_argument('--file', type=Path, default=ROOT / 'train' / 'annotations_quotations.jsonl')
    args.add_argument('command', choices=('show', 'take', 'score'))
    args.add_argument('rest', nargs='*')
    args = args.parse_args()
    if args.command == 'show':
        show(args.program, args.pages, args.rest)
    elif args.command == 'take':
        take(args.program, args.pages, args.file, *args.rest)
    else:
        score(args.program, args.pages, args.file)


if __name__ == '__main__':
    sys.exit(main())
