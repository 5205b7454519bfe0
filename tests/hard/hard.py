#!/usr/bin/env python3
"""Run `cutline extract` on pages with a difficulty each, and compare with what an editor would cut out.

usage: hard.py PROGRAM [--only CASE] [--write FOLDER] [--rewrite-known]

The cases (cases_*.py) are stories that we wrote, in 18 languages; frames.py puts each into a page as sites make them. All
pages go through one run of the program. What it is known not to reach stands in known.json, with what is wrong; an entry
that has become right is a failure too. After the network or a rule has changed, `--rewrite-known` writes the list anew:
entries that are right now go, and each says by itself what is missing and what is too much: look at the difference
before you commit. `--only` runs one case and shows its differences, `--write` keeps the pages, for `cutline blocks` or `xray`.
Standard library only.
"""
import argparse
import json
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / 'pages'))

import cases_among
import cases_forms
import cases_inside
import cases_markup
import cases_small
from frames import page
from sample_pages import blocks, differences, extract, fold

CASES = [*cases_inside.CASES, *cases_among.CASES, *cases_forms.CASES, *cases_markup.CASES, *cases_small.CASES]
KNOWN = Path(__file__).with_name('known.json')
SHOWN = 60  # characters of a block in a reason


def spread(record):
    """All strings of a record in one, for what only has to be kept somewhere."""
    places = [record.get('text') or '', record.get('deck') or '']
    places += [image.get('caption', '') for image in record.get('images', [])]
    places += [block.get('text', '') for block in record.get('body', [])]
    return fold('\n'.join(places))


def got_and_wanted(want, record):
    """(expectation, what the record has, what it should have) for each expectation of a case."""
    text = record.get('text') or ''
    free = {fold(block) for block in [*want.get('optional', ()), *want.get('kept', ())]}
    for key, value in want.items():
        if key == 'text':
            yield key, [block for block in blocks(text) if block not in free], [fold(block) for block in value]
        elif key == 'without':
            yield key, [string for string in value if fold(string) in fold(text)], []
        elif key == 'kept':
            everything = spread(record)
            yield key, [string for string in value if fold(string) in everything], value
        elif key == 'notes':
            yield key, [fold(block['text']) for block in record.get('body', []) if block['type'] == 'note'], value
        elif key == 'related':
            titles = [fold(entry.get('title', '')) for entry in record.get('related', [])]
            yield key, [title for title in value if title in titles], value
        elif key in ('access', 'truncated', 'problem'):
            yield key, record.get(key), value
        elif key != 'optional':
            raise ValueError(f'no such expectation: {key}')


def reason(key, got, want):
    """What is wrong, in short: to stand in known.json."""
    if not isinstance(want, list):
        return f'{key} is {got!r}, not {want!r}'
    def short(block):
        return block if len(block) <= SHOWN else block[:SHOWN - 1] + '…'
    if key == 'without':
        return '; '.join(f'let in: {short(block)}' for block in got)
    missing, more = Counter(want) - Counter(got), Counter(got) - Counter(want)
    parts = [f'left out: {short(block)}' for block in missing] + [f'let in: {short(block)}' for block in more]
    return '; '.join(parts) or 'not in this order'


def compare(case, record, known):
    """Yields (verdict, expectation, line, reason); the verdict is passed, failed or known."""
    for key, got, want in got_and_wanted(case['want'], record):
        where, told = f'{case["id"]} {key}', known.get(case['id'], {}).get(key)
        if got == want:
            yield ('passed', key, '', None) if told is None else (
                'failed', key, f'  {where}: right now; take it off known.json (--rewrite-known)', None)
            continue
        lines = differences('text' if isinstance(want, list) else key, got, want)
        head = f'  {where}: wrong' if told is None else f'  {where}: known'
        yield 'failed' if told is None else 'known', key, '\n'.join([head, *lines]), reason(key, got, want)


def write_pages(folder, cases):
    paths = [Path(folder) / f'{case["id"]}.html' for case in cases]
    for path, case in zip(paths, cases):
        path.write_text(page(case), encoding='utf-8')
    return paths


def rewrite(results):
    """known.json as the program is now."""
    wrong = {}
    for case, verdicts in results:
        entries = {key: told for _, key, _, told in verdicts if told is not None}
        if entries:
            wrong[case['id']] = entries
    KNOWN.write_text(json.dumps(wrong, ensure_ascii=False, indent=2) + '\n', encoding='utf-8')


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('program')
    parser.add_argument('--only', help='run this case alone')
    parser.add_argument('--write', help='keep the pages in this folder')
    parser.add_argument('--rewrite-known', action='store_true', help='write known.json anew')
    options = parser.parse_args()
    cases = [case for case in CASES if options.only in (None, case['id'])]
    known = json.loads(KNOWN.read_text(encoding='utf-8')) if KNOWN.exists() else {}
    if len({case['id'] for case in CASES}) < len(CASES) or not cases:
        sys.exit('a case is there twice, or there is no such case')
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.write or temporary
        Path(folder).mkdir(parents=True, exist_ok=True)
        records = extract(options.program, write_pages(folder, cases))
    results = [(case, list(compare(case, record, known))) for case, record in zip(cases, records)]
    counts = Counter(verdict for _, verdicts in results for verdict, _, _, _ in verdicts)
    for _, verdicts in results:
        for _, _, line, _ in verdicts:
            if line:
                print(line)
    wanted = {(case['id'], key) for case in CASES for key in case['want']}
    for entry in sorted({(name, key) for name, keys in known.items() for key in keys} - wanted):
        print(f'  {entry}: known, but there is no such case or expectation')
        counts['failed'] += 1
    whole = sum(all(verdict == 'passed' for verdict, _, _, _ in verdicts) for _, verdicts in results)
    print(f'{whole} of {len(cases)} cases right in all; text of '
          f'{sum(key == "text" and verdict == "passed" for _, verdicts in results for verdict, key, _, _ in verdicts)}')
    print(f'{counts["passed"]} passed, {counts["failed"]} failed, {counts["known"]} skipped')
    if options.rewrite_known:
        if options.only:
            sys.exit('--rewrite-known needs all cases')
        rewrite(results)
        return 0
    return 1 if counts['failed'] else 0


if __name__ == '__main__':
    sys.exit(main())
