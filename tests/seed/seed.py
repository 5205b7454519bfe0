#!/usr/bin/env python3
"""Run `cutline extract` on the page that the project started from, and on the same as HTML, and compare with expected.json.

usage: seed.py PROGRAM FOLDER [--write FOLDER]

FOLDER holds flattened-news-page.txt and expected.json; without it the test is skipped. No word of that story stands
here: its pages are made when the test is run (shapes.py). Every field that expected.json names must come out of each
page, and of each entry of a list what it names of it; what is dropped must be among what was dropped. What is known not to
come out stands in KNOWN, with the reason; an entry that has become right is a failure too. Standard library only.
"""
import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / 'pages'))

from sample_pages import blocks, differences, fold
from shapes import SHAPES

FLAT = 'flattened-news-page.txt'
SKIPPED = 77  # Meson's

# (page, field): why it does not come out yet.
KNOWN = {}


def folded(value):
    if isinstance(value, dict):
        return {key: folded(inner) for key, inner in value.items()}
    return fold(value) if isinstance(value, str) else value


def got_and_wanted(name, record, want):
    """What the record has of a field and what it should have, of what is expected alone."""
    if name == 'text':
        return blocks(record.get(name)), blocks(want)
    if not isinstance(want, list):
        return folded(record.get(name)), folded(want)
    got, want = [folded(entry) for entry in record.get(name, [])], [folded(entry) for entry in want]
    if name == 'dropped':
        left = Counter(entry['text'] for entry in got)
        texts = [entry['text'] for entry in want]
        have = list((left & Counter(texts)).elements())
        return sorted(have), sorted(texts)
    # Of an entry what is expected of one at its place; of more entries than expected, what is of any.
    names = {key for entry in want if isinstance(entry, dict) for key in entry}
    keys = [set(entry) if isinstance(entry, dict) else names for entry in want] + [names] * len(got)
    return [{key: entry[key] for key in sorted(entry) if key in wanted} if isinstance(entry, dict) else entry
            for entry, wanted in zip(got, keys)], want


def compare(page, record, want, known=None):
    """Yields (verdict, field, lines) for each field that is expected; the verdict is passed, failed or known."""
    known = KNOWN if known is None else known
    for name in want:
        got, wanted = got_and_wanted(name, record, want[name])
        reason = known.get((page, name))
        if got == wanted:
            yield ('passed', name, '') if reason is None else (
                'failed', name, f'  {page} {name}: right now; take it off the list of what is known to be wrong')
            continue
        if isinstance(wanted, list):
            lines = differences('text', *[[entry if isinstance(entry, str) else json.dumps(entry, ensure_ascii=False, sort_keys=True)
                                           for entry in entries] for entries in (got, wanted)])
        else:
            lines = differences(name, got, wanted)
        head = f'  {page} {name}: wrong' if reason is None else f'  {page} {name}: known ({reason})'
        yield 'failed' if reason is None else 'known', name, '\n'.join([head, *lines])


def extract(program, paths):
    command = [program, 'extract', '-f', 'json', '--dropped', *map(str, paths)]
    done = subprocess.run(command, capture_output=True)
    records = [json.loads(line) for line in done.stdout.decode('utf-8').splitlines()]
    if done.returncode != 0 or len(records) != len(paths):
        sys.exit(f'{done.stderr.decode()}extract ended with status {done.returncode}, {len(records)} records of {len(paths)}')
    return records


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('program')
    parser.add_argument('folder', type=Path)
    parser.add_argument('--write', type=Path, help='keep the pages in this folder')
    options = parser.parse_args()
    if not (options.folder / 'expected.json').exists():
        print(f'skipped: no {options.folder}/expected.json')
        return SKIPPED
    want = json.loads((options.folder / 'expected.json').read_text(encoding='utf-8'))
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.write or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        pages = {FLAT: options.folder / FLAT}
        for name, shape in SHAPES.items():
            pages[name] = folder / f'{name}.html'
            pages[name].write_text(shape(want), encoding='utf-8')
        records = extract(options.program, list(pages.values()))
    counts = Counter()
    for page, record in zip(pages, records):
        verdicts = list(compare(page, record, want))
        counts.update(verdict for verdict, _, _ in verdicts)
        right = [name for verdict, name, lines in verdicts if verdict == 'passed']
        print(f'{page}: {len(right)} of {len(want)} fields right ({", ".join(right)})')
        print(''.join(f'{lines}\n' for _, _, lines in verdicts if lines), end='')
    for entry in sorted(entry for entry in KNOWN if entry[0] not in pages or entry[1] not in want):
        print(f'  {entry}: known, but there is no such page or field')
        counts['failed'] += 1
    print(f'{counts["passed"]} passed, {counts["failed"]} failed, {counts["known"]} skipped')
    return 1 if counts['failed'] else 0


if __name__ == '__main__':
    sys.exit(main())
