#!/usr/bin/env python3
"""Reads every format of pages back, with parsers that are not ours.

usage: test_formats.py PROGRAM [PAGE...]       (the sample pages, where none is named)

A reader that is not installed (cmark-gfm, jsonschema, pandas, html5lib, jing, epubcheck) is skipped, and said so: their
names are in READERS below. What the standard library reads is always read.
"""
import json
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
skipped = {}


def run(program, page, *options, **more):
    return subprocess.run([program, 'extract', '-q', *options, '--', str(page)], stdout=subprocess.PIPE, check=True,
                          **more).stdout.decode('utf-8')


def need(name):
    if shutil.which(name):
        return True
    skipped[name] = skipped.get(name, 0) + 1
    return False


def module(name):
    try:
        return __import__(name)
    except ImportError:
        skipped[name] = skipped.get(name, 0) + 1
        return None


def squeezed(text):
    """Without what Markdown does not keep: more than one space, and lines."""
    return re.sub(r'[ \t\n\r\f]+', ' ', text).strip(' ')


# ---- Markdown

CM = '{http://commonmark.org/xml/1.0}'


def text_of(node):
    if node.tag in (CM + 'softbreak', CM + 'linebreak'):
        return ' '
    inner = node.text or '' if node.tag in (CM + 'text', CM + 'code', CM + 'code_block') else ''
    return inner + ''.join(text_of(child) for child in node)


def blocks_of_markdown(source):
    done = subprocess.run(['cmark-gfm', '-e', 'table', '-t', 'xml', '--unsafe'], input=source.encode(),
                          stdout=subprocess.PIPE, check=True)
    tree = ET.fromstring(re.sub('[\x00-\x08\x0b\x0c\x0e-\x1f]', '\ufffd', done.stdout.decode()))
    for node in tree.iter():
        assert node.tag not in (CM + 'html_block', CM + 'html_inline', CM + 'thematic_break', CM + 'image', CM + 'code'), \
            f'{node.tag} by accident: {text_of(node)[:80]!r}'
    found = []
    for node in tree:
        kind = node.tag[len(CM):]
        if kind == 'list':
            found += [('item', squeezed(text_of(item))) for item in node]
        elif kind == 'table':
            found += [('row', [squeezed(text_of(cell)) for cell in row]) for row in node]
        else:
            found.append((kind + node.get('level', ''), squeezed(text_of(node))))
    links = [node.get('destination') for node in tree.iter(CM + 'link')]
    return found, links


def expected_blocks(record):
    for name, kind in (('title', 'heading1'), ('deck', 'paragraph')):
        if record.get(name):
            yield kind, squeezed(record[name])
    for block in record.get('body', []):
        if block.get('time'):
            yield 'paragraph', block['time']
        kind = block['type']
        if kind == 'list':
            yield from (('item', squeezed(item)) for item in block['items'])
        elif kind == 'table':
            columns = min(256, max(len(row) for row in block['rows']))
            for row in block['rows']:
                yield 'row', [squeezed(cell) for cell in row[:columns]] + [''] * (columns - len(row))
        elif kind == 'heading':
            yield f'heading{max(2, block["level"])}', squeezed(block['text'])
        else:
            yield {'quotation': 'block_quote', 'preformatted': 'code_block'}.get(kind, 'paragraph'), squeezed(block['text'])


def check_markdown(program, page, record):
    if not need('cmark-gfm'):
        return
    source = run(program, page, '-f', 'markdown', '--without', 'images,media')
    found, links = blocks_of_markdown(source)
    wanted = list(expected_blocks(record))
    for got, want in zip(found, wanted):
        assert got == want, f'markdown: {got} is not {want}'
    assert len(found) == len(wanted), f'markdown: {len(found)} blocks, not {len(wanted)}'
    for link in links:
        assert re.match(r'(https?:|mailto:|tel:|[^:]*([/?#]|$))', link, re.I), f'markdown: a link to {link!r}'


CHECKS = [check_markdown]


def main():
    program, pages = sys.argv[1], [Path(name) for name in sys.argv[2:]]
    pages = pages or [p for p in sorted((ROOT / 'examples/pages').iterdir()) if p.suffix in ('.html', '.txt')]
    passed = failed = 0
    for page in pages:
        record = json.loads(run(program, page, '-f', 'json'))
        for check in CHECKS:
            try:
                check(program, page, record)
                passed += 1
            except (AssertionError, ET.ParseError, ValueError, subprocess.CalledProcessError) as problem:
                failed += 1
                print(f'{page.name}: {check.__name__}: {problem}')
    for name, count in skipped.items():
        print(f'{name} is not installed: {count} readings skipped')
    print(f'{passed} passed, {failed} failed')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
