#!/usr/bin/env python3
"""Looks into the X-ray of pages: nothing active or loaded, well formed, every block there, in order and readable.

usage: test_xray.py PROGRAM
"""
import colorsys
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
from html.parser import HTMLParser
from pathlib import Path

import fixtures

PROGRAM = None
PAGES = sorted((Path(__file__).parents[2] / 'examples' / 'pages').glob('*.html')) + \
    sorted((Path(__file__).parents[2] / 'examples' / 'pages').glob('*.txt'))
VOID = {'meta', 'input'}
ELEMENTS = VOID | set('html head title style body nav a header h1 h2 h3 h4 h5 h6 p bdi b i section fieldset legend label span '
                      'small main ol ul li div article dl dt dd table tr td th blockquote pre'.split())
ATTRIBUTES = set('lang dir charset http-equiv content name class href aria-label aria-labelledby aria-describedby aria-hidden '
                 'type id checked style tabindex role'.split())
SCHEMES = ('light', 'dark')


class Page(HTMLParser):
    """A page as a list of elements, each with its attributes and the text in it. Fails where tags do not match; <tbody>,
    which a browser adds, does not matter here."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.elements, self.open, self.style = [], [], ''
        self.feed(text)
        self.close()
        assert not self.open, self.open[-1]['tag']

    def handle_starttag(self, tag, attributes):
        element = {'tag': tag, 'attributes': dict(attributes), 'text': '', 'up': self.open[-1] if self.open else None}
        assert len(element['attributes']) == len(attributes), attributes
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag):
        assert self.open.pop()['tag'] == tag, tag

    def handle_data(self, data):
        for element in self.open:
            element['text'] += data
        if self.open and self.open[-1]['tag'] == 'style':
            self.style += data

    def handle_comment(self, data):
        raise AssertionError('a comment: ' + data)

    def of_class(self, name):
        return [e for e in self.elements if name in e['attributes'].get('class', '').split()]

    def blocks(self):
        return [e for e in self.elements if e['tag'] == 'li' and re.fullmatch(r'b\d+', e['attributes'].get('id', ''))]

    def inside(self, element, name):
        return [e for e in self.of_class(name) if e['up'] is element or (e['up'] and e['up']['up'] is element)]


def run(*arguments, **more):
    return subprocess.run([PROGRAM, *map(str, arguments)], check=True, capture_output=True, **more).stdout.decode('utf-8')


class Xray(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        holder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(holder.cleanup)
        cls.folder = Path(holder.name)
        fixtures.make(cls.folder)
        cls.paths = PAGES + [cls.folder / 'hostile.html', cls.folder / 'harbour.html', cls.folder / 'row.html']
        assert len(PAGES) >= 14
        cls.pages = {path: Page(run('xray', path)) for path in cls.paths}

    def test_nothing_is_active_and_nothing_is_loaded(self):
        for path, page in self.pages.items():
            for element in page.elements:
                with self.subTest(path=path.name, element=element['tag']):
                    self.assertIn(element['tag'], ELEMENTS)
                    self.assertLessEqual(set(element['attributes']), ATTRIBUTES)
                    self.assertRegex(element['attributes'].get('href', '#'), '^#')
                    self.assertRegex(element['attributes'].get('style', '--p:0'), r'^--[pw]:[01](\.[0-9]{3})?$')
            self.assertNotRegex(page.style, r'url\(|@import|expression|</')
            policy = [e['attributes']['content'] for e in page.elements if 'http-equiv' in e['attributes']]
            self.assertEqual(len(policy), 1)
            self.assertIn("default-src 'none'", policy[0])

    def test_hostile_text_is_shown_as_it_is(self):
        page = self.pages[self.folder / 'hostile.html']
        text = ' '.join(e['text'] for e in page.of_class('text'))
        for piece in ('<script>alert(4)</script> <img src=x onerror="alert(5)"> &lt;b>', '</style></p></li><!-- -->',
                      '<svg onload=alert(7)>', '\ufffd\ufffd[31m'):
            self.assertIn(piece, text)
        paths = ' '.join(e['text'] for e in page.of_class('path'))
        self.assertIn('"><script>alert(2)</script>', paths)

    def test_every_block_is_there(self):
        for path, page in self.pages.items():
            told = json.loads(run('blocks', '-f', 'json', path))['blocks']
            shown = page.blocks()
            self.assertEqual(len(shown), len(told), path)
            legend = {}
            for number, (block, element) in enumerate(zip(told, shown), 1):
                classes = element['attributes']['class'].split()
                legend[block['role']] = legend.get(block['role'], 0) + 1
                self.assertEqual(classes[0], block['role'])
                self.assertEqual('in' in classes, block['role'] == 'body')
                self.assertEqual(element['attributes']['id'], f'b{number}')
                self.assertEqual(element['attributes']['style'], f'--p:{block["probability"]:.3f}')
                text = page.inside(element, 'text')
                self.assertEqual([re.sub('[\0-\x08\x0b-\x1f\x7f]', '\ufffd', block['text'])], [e['text'] for e in text])
                self.assertIn(f'byte {block["offset"]}', element['text'])
            labels = [e for e in page.elements if e['tag'] == 'label' and 'class' in e['attributes']]
            counted = {e['attributes']['class']: int(re.search(r'\d+', e['text']).group()) for e in labels}
            self.assertEqual(counted, legend)
            for role in counted:
                self.assertIn(f'body:has(#show-{role}:not(:checked)) .blocks>.{role}{{display:none}}', page.style)

    def test_the_article_is_beside_it_and_leads_to_its_blocks(self):
        for path, page in self.pages.items():
            record = json.loads(run('extract', '-q', '-f', 'json', path))
            article = next(e for e in page.elements if e['tag'] == 'article')
            for value in [record.get('title'), record.get('published')] + [a['name'] for a in record.get('authors', [])]:
                self.assertIn(value or '', article['text'])
            rows = page.of_class('row')
            self.assertEqual(len(rows), len(record.get('body', [])))
            shown = {e['attributes']['id']: page.inside(e, 'text')[0]['text'] for e in page.blocks()}
            for row, body in zip(rows, record.get('body', [])):
                jump = next(e for e in page.of_class('jump') if e['up'] is row)
                first = body.get('text') or (body.get('items') or body['rows'][0])[0]
                self.assertEqual(shown[jump['attributes']['href'][1:]], re.sub('[\0-\x08\x0b-\x1f\x7f]', '\ufffd', first))

    def test_for_keyboard_and_screen_reader(self):
        for path, page in self.pages.items():
            ids = [e['attributes']['id'] for e in page.elements if 'id' in e['attributes']]
            self.assertEqual(len(ids), len(set(ids)))
            for element in page.elements:
                for name in ('aria-labelledby', 'aria-describedby'):
                    self.assertIn(element['attributes'].get(name, ids[0]), ids)
                if 'href' in element['attributes']:
                    self.assertIn(element['attributes']['href'][1:], ids)
            groups = page.of_class('block')
            self.assertEqual(len(groups), len(page.blocks()))
            for group in groups:
                self.assertEqual((group['attributes']['tabindex'], group['attributes']['role']), ('0', 'group'))
                self.assertRegex(group['attributes']['aria-label'], '^[a-z]+, [0-9]+\u00a0%, (in the text|left out)$')
            self.assertEqual({e['attributes']['tabindex'] for e in page.of_class('why')} - {'-1'}, set())
            for tag in ('main', 'nav', 'header', 'h1'):
                self.assertEqual(len([e for e in page.elements if e['tag'] == tag]), 1)
            levels = [int(e['tag'][1]) for e in page.elements if re.fullmatch('h[1-3]', e['tag'])]
            self.assertTrue(levels[:4] == [1, 2, 2, 2] and all(b - a <= 1 for a, b in zip(levels, levels[1:])))

    def test_reasons_are_told_where_there_is_a_tree(self):
        for path, page in self.pages.items():
            for why in page.of_class('why'):
                self.assertEqual('the story\u2019s text' in why['text'], path.suffix == '.html', path)

    def test_languages_and_directions(self):
        page = self.pages[next(p for p in PAGES if p.stem == 'arabic')]
        blocks = page.of_class('blocks')[0]['attributes']
        self.assertEqual((blocks['lang'], blocks['dir']), ('ar', 'rtl'))
        self.assertTrue(all(e['attributes']['dir'] == 'auto' for e in page.of_class('text')))
        self.assertTrue(all(e['attributes']['dir'] == 'ltr' for e in page.of_class('why')))

    def test_roles_may_be_added_to_the_text(self):
        path = self.folder / 'harbour.html'
        role = self.pages[path].blocks()[0]['attributes']['class'].split()[0]
        self.assertNotEqual(role, 'body')
        page = Page(run('xray', '--with', role, path))
        self.assertEqual(page.blocks()[0]['attributes']['class'].split()[:2], [role, 'in'])


def srgb(text):
    text = text.lstrip('#')
    text = ''.join(c * 2 for c in text) if len(text) == 3 else text
    return tuple(int(text[i:i + 2], 16) / 255 for i in (0, 2, 4))


def luminance(colour):
    """WCAG 2.2, relative luminance."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a, b):
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


class Contrast(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        fixtures.make(holder.name)
        self.style = Page(run('xray', Path(holder.name) / 'ferry.html')).style
        found = re.findall(r':root\{(.*?)\}', self.style, re.S)
        self.assertEqual(len(found), 2)
        light, dark = (dict(re.findall(r'--([\w-]+):([^;]+)', text.replace('\n', ''))) for text in found)
        self.values = {'light': light, 'dark': light | dark}
        self.roles = re.findall(r'\.(\w+)\{--h:(\d+);--s:(\d+)%\}', self.style)

    def test_text_can_be_read(self):
        names = run('blocks', '-f', 'json', '-', input=b'<p>a').count('role')
        self.assertEqual((names, len(self.roles)), (1, 21))
        for scheme in SCHEMES:
            value = self.values[scheme]
            paper, page, ink, dim = (srgb(value[name]) for name in ('paper', 'page', 'ink', 'dim'))
            for a, b in ((ink, paper), (ink, page), (dim, paper), (dim, page), (srgb(value['focus']), page)):
                self.assertGreaterEqual(contrast(a, b), 4.5)
            for role, hue, saturation in self.roles:
                colour = colorsys.hls_to_rgb(int(hue) / 360, int(value['light'].rstrip('%')) / 100, int(saturation) / 100)
                with self.subTest(scheme=scheme, role=role):
                    self.assertGreaterEqual(contrast(srgb(value['on-chip']), colour), 4.5)
                    for tint in ('tint-in', 'tint-out'):
                        share = int(value[tint].rstrip('%')) / 100
                        mixed = [share * c + (1 - share) * p for c, p in zip(colour, paper)]
                        self.assertGreaterEqual(contrast(ink, mixed), 4.5)


if __name__ == '__main__':
    PROGRAM = os.path.abspath(sys.argv[1])
    unittest.main(argv=sys.argv[:1])
