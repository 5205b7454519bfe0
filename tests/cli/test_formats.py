#!/usr/bin/env python3
"""Reads every format of pages back, with parsers that are not ours.

usage: test_formats.py PROGRAM [PAGE...]       (the sample pages, where none is named)

A reader that is not installed (cmark-gfm, jsonschema, pandas, html5lib, epubcheck) is skipped, and that is said. What the standard
library reads is always read. Neither IPTC's schema of ninjs nor that of TEI is in a package that we may rely on: what is
said there of what we use is written down here.
"""
import csv
import io
import json
import os
import pty
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

csv.field_size_limit(1 << 30)
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
    """Without what Markdown does not keep (more than one space, and lines), and what XML has no place for."""
    text = re.sub('[\x00-\x08\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]', '\ufffd', text)
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


# ---- JSON


def fault(value, schema, root, path='$'):
    """What is wrong with a value, or None: of JSON Schema 2020-12, what record.schema.json uses. An unknown keyword is a
    fault as well, so that none is passed over."""
    known = {'$ref', '$defs', '$schema', '$id', 'title', 'description', 'version', 'type', 'properties', 'required',
             'additionalProperties', 'items', 'minItems', 'enum', 'const', 'pattern', 'minimum', 'maximum'}
    if set(schema) - known:
        return f'the schema has {set(schema) - known}'
    if '$ref' in schema:
        return fault(value, root['$defs'][schema['$ref'].rpartition('/')[2]], root, path)
    types = {'object': dict, 'array': list, 'string': str, 'integer': int, 'number': (int, float), 'boolean': bool}
    kind = schema.get('type')
    if kind and (not isinstance(value, types[kind]) or (isinstance(value, bool) and kind != 'boolean')):
        return f'{path} is no {kind}'
    if ('enum' in schema and value not in schema['enum']) or ('const' in schema and value != schema['const']):
        return f'{path} is {value!r}'
    if 'pattern' in schema and not re.search(schema['pattern'], value):
        return f'{path} is {value!r}'
    if not schema.get('minimum', float('-inf')) <= (value if kind in ('integer', 'number') else 0) <= schema.get('maximum', float('inf')):
        return f'{path} is {value!r}'
    if isinstance(value, list):
        if len(value) < schema.get('minItems', 0):
            return f'{path} is empty'
        inner = [fault(v, schema.get('items', {}), root, f'{path}[{i}]') for i, v in enumerate(value)]
    elif isinstance(value, dict):
        inner = [f'{path}.{name} is missing' for name in schema.get('required', []) if name not in value]
        for name, v in value.items():
            other = schema.get('additionalProperties', {})
            inner.append(f'{path}.{name} is unknown' if name not in schema.get('properties', {}) and other is False else
                         fault(v, schema.get('properties', {}).get(name, other), root, f'{path}.{name}'))
    else:
        inner = []
    return next((f for f in inner if f), None)


SCHEMA = json.loads((ROOT / 'docs/record.schema.json').read_text(encoding='utf-8'))


def check_json(program, page, record):
    full = json.loads(run(program, page, '-f', 'json', '--dropped', '--include-comments'))
    for r in (record, full):
        wrong = fault(r, SCHEMA, SCHEMA)
        assert not wrong, f'json: {wrong}'
    jsonschema = module('jsonschema')
    if jsonschema:
        jsonschema.Draft202012Validator(SCHEMA).validate(full)
    plain = record.get('text', '').encode()
    for quote in record.get('quotes', []):
        assert quote['start'] < quote['end'] <= len(plain.decode()), 'json: a quotation outside the text'
    for block in record.get('body', []):
        whole = block.get('text', '\n'.join(block.get('items', ['\t'.join(row) for row in block.get('rows', [])]))).encode()
        for span in block.get('spans', []):
            assert span['start'] < span['end'] <= len(whole), 'json: a span outside its block'
            whole[span['start']:span['end']].decode()


# ---- Tables

def check_tables(program, page, record):
    for name, separator in (('csv', ','), ('tsv', '\t')):
        rows = list(csv.reader(io.StringIO(run(program, page, '-f', name), newline=''), delimiter=separator, strict=True))
        assert len(rows) == 2 and len(rows[0]) == len(rows[1]), f'{name}: {len(rows)} rows'
        got = dict(zip(*rows))
        for field in ('title', 'kicker', 'deck', 'language', 'published', 'modified', 'section', 'text'):
            value = record.get(field, '')
            safe = "'" + value if value[:1] in ('=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠') and value else value
            assert got[field] == safe, f'{name}: {field} is {got[field][:60]!r}'
        assert got['authors'] == '; '.join(a['name'].replace(';', ',') for a in record.get('authors', [])), name
        asked = run(program, page, '-f', name, '--fields', 'body,quotes')
        cells = list(csv.reader(io.StringIO(asked, newline=''), delimiter=separator, strict=True))[1]
        assert [json.loads(c) if c else None for c in cells] == [record.get('body'), record.get('quotes')], f'{name}: JSON'
    pandas = module('pandas')
    if pandas:
        frame = pandas.read_csv(io.StringIO(run(program, page, '-f', 'csv')), keep_default_na=False)
        assert frame.shape[0] == 1 and frame['text'][0] in (record.get('text', ''), "'" + record.get('text', ''))


# ---- XML and its kin

TEI = '{http://www.tei-c.org/ns/1.0}'
# The elements that are used, and what may stand in each, after TEI P5 4.8 (a part of what it allows).
INLINE = {'ref', 'emph', 'hi', 'lb'}
TEI_CONTENT = {
    'teiCorpus': {'teiHeader', 'TEI'}, 'TEI': {'teiHeader', 'text'},
    'teiHeader': {'fileDesc', 'encodingDesc', 'profileDesc'}, 'fileDesc': {'titleStmt', 'publicationStmt', 'sourceDesc'},
    'titleStmt': {'title', 'author'}, 'author': {'persName', 'orgName'}, 'publicationStmt': {'p'}, 'sourceDesc': {'bibl', 'p'},
    'bibl': {'title', 'author', 'publisher', 'date', 'ptr'}, 'encodingDesc': {'p'}, 'profileDesc': {'abstract', 'textClass'},
    'abstract': {'p'}, 'textClass': {'keywords'}, 'keywords': {'term'}, 'text': {'body'}, 'body': {'div'},
    'div': {'head', 'p', 'list', 'table', 'quote', 'note', 'figure'}, 'figure': {'graphic', 'p', 'figDesc'},
    'list': {'item'}, 'table': {'row'}, 'row': {'cell'}, 'p': INLINE, 'item': INLINE, 'cell': INLINE, 'quote': INLINE,
    'note': INLINE, 'ref': INLINE, 'emph': INLINE, 'hi': INLINE}
TEI_ATTRIBUTES = {'ref': {'target'}, 'ptr': {'target'}, 'graphic': {'url'}, 'date': {'when'}, 'p': {'rend'}, 'list': {'rend'}, 'row': {'role'},
                  'TEI': {'{http://www.w3.org/XML/1998/namespace}lang'}}


def check_tei(program, page, record):
    root = ET.fromstring(run(program, page, '-f', 'tei').encode())
    for node in root.iter():
        name = node.tag.removeprefix(TEI)
        children = {child.tag.removeprefix(TEI) for child in node}
        assert children <= TEI_CONTENT.get(name, set()), f'tei: {children} in {name}'
        assert set(node.attrib) <= TEI_ATTRIBUTES.get(name, set()), f'tei: {set(node.attrib)} at {name}'
    paragraphs = [squeezed(''.join(p.itertext())) for p in root.find(f'{TEI}text').iter(f'{TEI}p')]
    for block in record.get('body', []):
        if block['type'] == 'paragraph':
            assert squeezed(block['text']) in paragraphs, f'tei: {block["text"][:60]!r} is missing'


def check_xml(program, page, record):
    root = ET.fromstring(run(program, page, '-f', 'xml').encode())
    assert root.tag == 'record' and (root.findtext('title') or '') == record.get('title', '').replace('\r', '\n'), 'xml: title'
    blocks = [squeezed(''.join(b.itertext())) for b in root.find('body') or [] if b.tag not in ('list', 'table')]
    wanted = [squeezed(b['text']) for b in record.get('body', []) if 'text' in b]
    assert blocks == wanted, f'xml: {next((p for p in zip(blocks, wanted) if p[0] != p[1]), "a block is missing")}'


URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2}|[^\x00-\x7f])+$")
DATE_TIME = re.compile(r'\d{4}-(0\d|1[0-2])-[0-3]\d[Tt]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$')
LANGUAGE = re.compile(r'[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$')
# What IPTC's ninjs 2.1 (2.1.1 of its schema) says of the members that may be used: a pattern or a set of values of a string,
# a type, an object as a pair of its members and those that it must have, a list as a list of what is in it. No object may have
# others. The whole of it is in http://www.iptc.org/std/ninjs/ninjs-schema_2.1.json.
VALUED = ({'role': str, 'contenttype': str, 'value': str}, {'value'})
NAMED = {'name': str, 'rel': str, 'uri': URI, 'literal': str}
NINJS = ({
    'uri': URI, 'type': {'text', 'audio', 'video', 'picture', 'graphic', 'composite', 'component'},
    'representationtype': {'full', 'partial'}, 'pubstatus': {'usable', 'withheld', 'canceled'},
    'profile': str, 'version': str, 'language': LANGUAGE, 'title': str, 'by': str, 'slugline': str, 'located': str,
    'copyrightholder': str, 'copyrightnotice': str, 'usageterms': str, 'ednote': str,
    'firstcreated': DATE_TIME, 'versioncreated': DATE_TIME, 'contentcreated': DATE_TIME, 'embargoed': DATE_TIME,
    'expires': DATE_TIME,
    'standard': ({'name': str, 'version': str, 'schema': URI}, set()),
    'headlines': [VALUED], 'descriptions': [VALUED],
    'bodies': [({**VALUED[0], 'charcount': (int, float), 'wordcount': (int, float)}, {'value'})],
    'people': [(NAMED, set())], 'organisations': [(NAMED, set())], 'places': [(NAMED, set())],
    'subjects': [({**NAMED, 'creator': str}, set())],
    'infosources': [({'name': str, 'role': str, 'uri': URI, 'literal': str}, set())],
    'genres': [({'name': str, 'uri': str, 'literal': str}, set())],
    'altids': [({'role': str, 'value': str}, set())],
    'renditions': [({'name': str, 'href': URI, 'contenttype': str, 'title': str, 'format': str, 'width': (int, float),
                     'height': (int, float), 'duration': (int, float), 'sizeinbytes': (int, float)}, {'name'})],
}, {'uri'})
# An associated object is one of these with a name.
NINJS[0]['associations'] = [({**NINJS[0], 'name': str}, {'name', 'uri'})]


def ninjs_fault(value, rule, path='ninjs'):
    """What of a value is not as the rule says, or None."""
    if isinstance(rule, re.Pattern):
        return None if isinstance(value, str) and rule.match(value) else f'{path} is {value!r}'
    if isinstance(rule, set):
        return None if value in rule else f'{path} is {value!r}'
    if isinstance(rule, list):
        if not isinstance(value, list):
            return f'{path} is no list'
        return next((f for i, v in enumerate(value) if (f := ninjs_fault(v, rule[0], f'{path}[{i}]'))), None)
    if isinstance(rule, tuple) and isinstance(rule[0], dict):
        members, needed = rule
        if not isinstance(value, dict) or needed - set(value) or set(value) - set(members):
            return f'{path} is {value!r:.200}'
        return next((f for k, v in value.items() if (f := ninjs_fault(v, members[k], f'{path}.{k}'))), None)
    return None if isinstance(value, rule) and not isinstance(value, bool) else f'{path} is {value!r}'


def check_ninjs(program, page, record):
    item = json.loads(run(program, page, '-f', 'ninjs'))
    wrong = ninjs_fault(item, NINJS)
    assert not wrong, wrong
    assert item['type'] == 'text' and item['standard']['version'] == '2.1', f'ninjs: {item["type"]}, {item["standard"]}'
    assert [b['value'] for b in item.get('bodies', [])] == [t for t in [record.get('text')] if t], 'ninjs: body'
    for name, wanted in (('people', False), ('organisations', True)):
        names = [a['name'] for a in record.get('authors', []) if (a.get('kind') == 'organization') == wanted]
        assert [p['name'] for p in item.get(name, [])] == names, f'ninjs: {name}'


def check_ninjs_rules():
    """The rules find what is wrong: else they would find nothing wrong with what we write either."""
    good = {'uri': 'https://example.org/a', 'type': 'text', 'firstcreated': '2024-05-01T10:00:00+02:00',
            'associations': [{'name': 'image1', 'uri': 'https://example.org/a.jpg', 'renditions': [{'name': 'original'}]}]}
    assert not ninjs_fault(good, NINJS)
    for change in ({'uri': 'example.org/a'}, {'uri': 'https://example.org/a b'}, {'type': 'article'},
                   {'firstcreated': '2024-05-01'}, {'firstcreated': '2024-05-01T10:00:00'}, {'headline': 'A'},
                   {'headlines': [{'role': 'main'}]}, {'bodies': [{'value': 1}]}, {'subjects': {'name': 'A'}},
                   {'associations': [{'uri': 'https://example.org/a.jpg'}]}, {'standard': {'name': 'ninjs', 'uri': 'a:b'}},
                   {'associations': [{'name': 'image1', 'uri': 'https://example.org/a', 'renditions': [{'href': 'a:b'}]}]},
                   {'people': [{'name': 'Ada', 'uri': '/ada'}]}, {'language': 'de_DE'}):
        assert ninjs_fault({**good, **change}, NINJS), f'ninjs: {change} is let through'
    assert ninjs_fault({'type': 'text'}, NINJS), 'ninjs: an object without a uri is let through'


# ---- HTML

def check_html(program, page, record):
    source = run(program, page, '-f', 'html')
    assert not re.search(r'<(script|iframe|object|embed|form|svg|link rel="?(style|pre))|<[^>]*\son\w+\s*=', source, re.I), 'html: active'
    for address in re.findall(r'(?:href|src)="([^"]*)"', source):
        assert re.match(r'(https?:|mailto:|tel:|[^:]*([/?#]|$))', address, re.I), f'html: leads to {address!r}'
    html5lib = module('html5lib')
    if html5lib:
        parser = html5lib.HTMLParser()
        parser.parse(source)
        assert not parser.errors, f'html: {parser.errors[:2]}'
    # Our own parser gives what was written: no element was moved or closed by another.
    again = subprocess.run([program, 'tree', '-f', 'html', '-'], input=source.encode(), stdout=subprocess.PIPE,
                           check=True).stdout.decode()
    tags = [re.findall(r'<(/?\w+)', s) for s in (source, again)]
    assert [t for t in tags[0] if t != '/tbody'] == [t for t in tags[1] if t not in ('tbody', '/tbody')], 'html: another tree'


# ---- EPUB

XHTML = '{http://www.w3.org/1999/xhtml}'
OPF = {'opf': 'http://www.idpf.org/2007/opf', 'dc': 'http://purl.org/dc/elements/1.1/'}


def book_of(program, *pages):
    """The files of a book by name; the same pages have made the same bytes."""
    command = [program, 'extract', '-q', '-f', 'epub', '--', *map(str, pages)]
    made = [subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout for _ in range(2)]
    assert made[0] == made[1], 'epub: other bytes'
    book = zipfile.ZipFile(io.BytesIO(made[0]))
    assert book.testzip() is None, 'epub: damaged'
    first = book.infolist()[0]
    assert first.filename == 'mimetype' and first.compress_type == zipfile.ZIP_STORED, 'epub: mimetype'
    assert made[0][30:58] == b'mimetypeapplication/epub+zip', 'epub: mimetype'
    return {name: book.read(name) for name in book.namelist()}, made[0]


def check_epub(program, page, record):
    files, _ = book_of(program, page)
    package = ET.fromstring(files['EPUB/content.opf'])
    said = {name: [e.text for e in package.iterfind(f'.//dc:{name}', OPF)] for name in ('title', 'creator', 'language', 'date')}
    assert said['title'] == [squeezed(record['title'])] if 'title' in record else said['title'], f'epub: {said}'
    assert said['creator'] == [a['name'] for a in record.get('authors', [])], f'epub: {said}'
    assert said['language'] == [record.get('language', 'und')], f'epub: {said}'
    assert len(said['date']) == ('published' in record), f'epub: {said}'
    assert [i.get('idref') for i in package.iterfind('.//opf:itemref', OPF)] == ['a1'], 'epub: spine'
    chapter = ET.fromstring(files['EPUB/a1.xhtml'])
    text = squeezed(''.join(chapter.find(XHTML + 'body').itertext()))
    for block in record.get('body', []):
        if block['type'] in ('paragraph', 'heading'):
            assert squeezed(block['text']) in text, f'epub: lost {block["text"][:60]!r}'
    assert not list(chapter.iter(XHTML + 'img')), 'epub: a picture that is not in the book'
    for link in chapter.iter(XHTML + 'a'):
        place = link.get('href').partition('#')[2]
        known = any(node.get('id') == place for node in chapter.iter())
        assert re.match('https?://', link.get('href')) or known, f'epub: leads to {link.get("href")!r}'


def check_book(program, pages):
    """All pages in one book, and none at all; what a terminal gets."""
    files, book = book_of(program, *pages)
    contents = ET.fromstring(files['EPUB/nav.xhtml'])
    links = [a.get('href') for a in contents.iter(XHTML + 'a')]
    assert links == [f'a{i + 1}.xhtml' for i in range(len(pages))], f'epub: {links}'
    master, terminal = pty.openpty()
    done = subprocess.run([program, 'extract', '-f', 'epub', '--', str(pages[0])], stdout=terminal, stderr=subprocess.PIPE)
    os.close(terminal)
    os.close(master)
    assert done.returncode == 2 and b'say -o book.epub' in done.stderr, f'epub: on a terminal {done}'
    if not need('epubcheck'):
        return
    checker = os.path.realpath(shutil.which('epubcheck'))
    with tempfile.TemporaryDirectory() as folder:
        for name in ('all', 'none'):
            path = Path(folder, name + '.epub')
            if name == 'all':
                path.write_bytes(book)
            else: # pages that are none
                subprocess.run([program, 'extract', '-q', '-f', 'epub', '-o', path, '/dev/null', '/dev/null'],
                               stderr=subprocess.DEVNULL)
            done = subprocess.run([*(['java', '-jar'] if checker.endswith('.jar') else []), checker, path],
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            assert done.returncode == 0 and b'No errors or warnings' in done.stdout, f'epub: {done.stdout.decode()[:800]}'


CHECKS = [check_json, check_markdown, check_tables, check_tei, check_xml, check_ninjs, check_html, check_epub]


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
    for check, arguments in ((check_ninjs_rules, ()), (check_book, (program, pages))):
        try:
            check(*arguments)
            passed += 1
        except (AssertionError, ET.ParseError, subprocess.CalledProcessError) as problem:
            failed += 1
            print(f'{check.__name__}: {problem}')
    for name, count in skipped.items():
        print(f'{name} is not installed: {count} readings skipped')
    print(f'{passed} passed, {failed} failed')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
