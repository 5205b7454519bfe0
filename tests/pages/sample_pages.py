#!/usr/bin/env python3
"""Run `cutline extract` on the sample pages and compare with what a careful reader made of them.

usage: sample_pages.py PROGRAM FOLDER

Every field of NAME.expected.json must come out: text block by block, title, names and dates exactly (white space is
folded, a time compared as a time). What the program is known not to reach stands in KNOWN, with the reason; an entry
that has become true is a failure too, so that the list only ever says what is so. Prints differences, and the word F1
of each text. Standard library only.
"""
import difflib
import json
import re
import subprocess
import sys
from collections import Counter
from datetime import datetime
from pathlib import Path

# (page, field): what the network and the first fields do not do yet.
KNOWN = {
    ('windows-1252.html', 'text'): 'the last paragraph is taken for a note, by little',
    ('table-windows-1251.html', 'text'): 'the caption of a picture in a layout table, which nothing marks, is taken for the body',
}

# A word, or one CJK character.
WORD = re.compile(r'[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+')


def fold(text):
    return ' '.join(str(text).split())


def blocks(text):
    return [fold(block) for block in re.split(r'\n\s*\n', text or '') if block.strip()]


def word_f1(got, want):
    got, want = Counter(WORD.findall(got.lower())), Counter(WORD.findall(want.lower()))
    both = sum((got & want).values())
    return 2 * both / (sum(got.values()) + sum(want.values())) if both else 0.0


def moment(text):
    """A date or a time of ISO 8601 in one form: fractions of a second and the way to write UTC do not matter."""
    text = re.sub(r'Z$', '+00:00', text)
    text = re.sub(r'\.\d+', '', text)
    text = re.sub(r'([+-]\d\d)(\d\d)$', r'\1:\2', text)
    try:
        return datetime.fromisoformat(text).isoformat() if 'T' in text else text
    except ValueError:
        return text


def field(record, name):
    """A field of a record, as the expectations have it."""
    if name == 'text':
        return blocks(record.get('text'))
    if name == 'authors':
        return [fold(author['name'] if isinstance(author, dict) else author) for author in record.get('authors', [])]
    if name == 'published':
        return moment(record.get('published', ''))
    if name == 'encoding':
        return record.get('source', {}).get('encoding', '')
    if name == 'site':
        site = record.get('site', '')
        return fold(site.get('name', '') if isinstance(site, dict) else site)
    return fold(record.get(name, ''))


def expected(record, name):
    if name == 'text':
        return [fold(block) for block in record['text']]
    if name == 'authors':
        return record['authors']
    return moment(record[name]) if name == 'published' else fold(record[name])


def differences(name, got, want):
    if name != 'text':
        return [f'    {name}: got {got!r}', f'    {name}: not {want!r}']
    lines = []
    for line in difflib.ndiff(want, got):
        if line[0] in '+-':
            lines.append(f'    {"too much" if line[0] == "+" else "missing "} {line[2:]}')
    return lines


def compare(page, want, got, known=None):
    """Yields (verdict, line) for each expected field; the verdict is passed, failed or known."""
    known = KNOWN if known is None else known
    for name in want:
        right = field(got, name) == expected(want, name)
        reason = known.get((page, name))
        if right and reason is None:
            yield 'passed', ''
        elif right:
            yield 'failed', f'  {page} {name}: right now; take it off the list of what is known to be wrong'
        elif reason is not None:
            lines = differences(name, field(got, name), expected(want, name))
            yield 'known', '\n'.join([f'  {page} {name}: known ({reason})', *lines])
        else:
            lines = differences(name, field(got, name), expected(want, name))
            yield 'failed', '\n'.join([f'  {page} {name}: wrong', *lines])


def extract(program, pages):
    done = subprocess.run([program, 'extract', '-f', 'json', *map(str, pages)], capture_output=True)
    sys.stdout.write(done.stderr.decode('utf-8', 'replace'))
    records = [json.loads(line) for line in done.stdout.decode('utf-8').splitlines()]
    if done.returncode != 0 or len(records) != len(pages):
        sys.exit(f'extract ended with status {done.returncode} and gave {len(records)} records for {len(pages)} pages')
    return records


def main(program, folder):
    expectations = sorted(Path(folder).glob('*.expected.json'))
    pages = []
    for path in expectations:
        stem = path.name[:-len('.expected.json')]
        pages.append(next(page for page in (path.with_name(stem + '.html'), path.with_name(stem + '.txt')) if page.exists()))
    if not pages:
        sys.exit(f'{folder}: no sample pages')
    verdicts = Counter()
    unused = set(KNOWN)
    for page, path, got in zip(pages, expectations, extract(program, pages)):
        want = json.loads(path.read_text(encoding='utf-8'))
        unused -= {(page.name, name) for name in want}
        f1 = word_f1(got.get('text') or '', '\n'.join(want['text']))
        print(f'{page.name}: text F1 {100 * f1:.1f}')
        for verdict, line in compare(page.name, want, got):
            verdicts[verdict] += 1
            if line:
                print(line)
    for entry in sorted(unused):
        print(f'  {entry}: known, but there is no such page or field')
        verdicts['failed'] += 1
    print(f'{verdicts["passed"]} passed, {verdicts["failed"]} failed, {verdicts["known"]} skipped')
    return 1 if verdicts['failed'] else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:3]))
