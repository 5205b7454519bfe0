#!/usr/bin/env python3
"""Runs the C programs of examples/ and compares what they print.

usage: test_examples.py ARTICLE MANY LINKS
"""
import gzip
import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ARTICLE = MANY = LINKS = None

SENTENCE = 'The bridge over the Wold will be closed until Easter, because the stones of its middle arch have moved again.'
PAGE = (f'<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Bridge closed</title></head><body><article>'
        f'<h1>Bridge closed</h1>\n<p>{SENTENCE}</p>\n<p>{SENTENCE} <a href="/wold?a=1&amp;b">The <b>Wold</b></a> was high.</p>'
        f'\n<p>{SENTENCE}</p></article></body></html>\n').encode()


def run(*command, **more):
    return subprocess.run(command, capture_output=True, timeout=60, **more)


class Examples(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name)
        (self.folder / 'page.html').write_bytes(PAGE)
        (self.folder / 'page.html.gz').write_bytes(gzip.compress(PAGE))

    def test_article(self):
        done = run(ARTICLE, input=PAGE)
        self.assertEqual(done.stdout.decode(), f'title: Bridge closed\n\n{SENTENCE}\n\n{SENTENCE} The Wold was high.\n\n{SENTENCE}\n')
        self.assertEqual((done.returncode, done.stderr), (0, b''))

    def test_article_of_what_is_no_page(self):
        done = run(ARTICLE, input=b'%PDF-1.4\n' + bytes(100))
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stderr.decode(), 'article: the page is a PDF document, not a page: convert it to HTML or text first\n')

    def test_many(self):
        done = run(MANY, 'page.html', 'nowhere.html', 'page.html.gz', cwd=self.folder)
        lines = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual([line['source']['path'] for line in lines], ['page.html', 'page.html.gz'])
        self.assertEqual([line['title'] for line in lines], ['Bridge closed'] * 2)
        self.assertEqual(lines[0]['text'], lines[1]['text'])
        self.assertEqual(done.stderr.decode(), 'nowhere.html: there is no such file\n')
        self.assertEqual(done.returncode, 1)

    def test_links(self):
        done = run(LINKS, 'page.html', cwd=self.folder)
        self.assertEqual(done.stdout.decode(), f'{PAGE.index(b"<a ")}\t/wold?a=1&b\tThe Wold\n')
        self.assertEqual((done.returncode, done.stderr), (0, b''))


if __name__ == '__main__':
    ARTICLE, MANY, LINKS = map(os.path.abspath, sys.argv[1:4])
    unittest.main(argv=sys.argv[:1])
