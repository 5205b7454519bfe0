"""Flattens pages in the ways that people do it.

usage: flatten.py OUT WAY[,WAY...] LIST

LIST is a file with the path of a page (FOLDER/SET/ID.html) on each line; `-` reads it from standard input. Writes
OUT/WAY/SET/ID.txt. What is there already is left as it is. `pypi` stands for all ways that need no program of the system,
`all` for those and the two text browsers, w3m and lynx, with which figures are made but no model.
"""
import os
import re
import subprocess
import sys
from html.parser import HTMLParser

import bs4
import html2text
import inscriptis
import lxml.html
from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.encoding import bytes_to_str, detect_encoding

SECONDS = 20  # for a text browser
# What Common Crawl's WET extractor ends a line for.
LINES = set('address article aside blockquote body br canvas caption center dd details dialog dir div dl dt fieldset figcaption '
            'figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main menu nav noscript ol optgroup option p pre '
            'section select summary table tbody td textarea tfoot th thead title tr ul video'.split())
UNSEEN = {'script', 'style', 'template', 'noscript', 'svg'}


class Wet(HTMLParser):
    """A line for each block, white space folded, the title first, no blank lines."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts, self.unseen = [], None

    def handle_starttag(self, tag, attrs):
        if tag in LINES:
            self.parts.append('\n')
        if tag in UNSEEN and self.unseen is None:
            self.unseen = tag

    def handle_startendtag(self, tag, attrs):
        if tag in LINES:
            self.parts.append('\n')

    def handle_endtag(self, tag):
        if tag == self.unseen:
            self.unseen = None
        if tag in LINES:
            self.parts.append('\n')

    def handle_data(self, data):
        if self.unseen is None:
            self.parts.append(re.sub(r'\s+', ' ', data))


def wet(page):
    parser = Wet()
    parser.feed(page)
    parser.close()
    lines = (' '.join(line.split()) for line in ''.join(parser.parts).split('\n'))
    return '\n'.join(line for line in lines if line) + '\n'


def browser(*command):
    def run(page):
        page = re.sub(r'''(?i)(charset\s*=\s*["']?)[\w-]+''', r'\1utf-8', page)
        done = subprocess.run(command, input=page.encode('utf-8', 'replace'), stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, timeout=SECONDS, check=True)
        return done.stdout.decode('utf-8', 'replace')
    return run


def soup(page):
    return bs4.BeautifulSoup(page, 'lxml')


def lxml_content(page):
    # a declaration of the encoding is an error where the page is text already
    return lxml.html.fromstring(re.sub(r'^\s*<\?xml[^>]*\?>', '', page)).text_content()


WAYS = {
    'resiliparse': lambda page: extract_plain_text(page, main_content=False),
    'inscriptis': inscriptis.get_text,
    'soup': lambda page: soup(page).get_text(),
    'soup-line': lambda page: soup(page).get_text('\n', strip=True),
    'soup-space': lambda page: soup(page).get_text(' ', strip=True),
    'soup-open': lambda page: soup(page).get_text('\n'),
    'lxml': lxml_content,
    'html2text': html2text.html2text,
    'wet': wet,
    'w3m': browser('w3m', '-dump', '-cols', '80', '-T', 'text/html', '-I', 'UTF-8', '-O', 'UTF-8'),
    'lynx': browser('lynx', '-dump', '-stdin', '-force_html', '-assume_charset=utf-8', '-display_charset=utf-8'),
}
PYPI = [w for w in WAYS if w not in ('w3m', 'lynx')]


def main(out, ways, paths):
    ways = PYPI if ways == 'pypi' else list(WAYS) if ways == 'all' else ways.split(',')
    failed = 0
    for path in paths:
        folder, name = os.path.split(path)
        name = f'{os.path.basename(folder)}/{re.sub(r"[.]html?$", "", name)}.txt'
        todo = [w for w in ways if not os.path.exists(f'{out}/{w}/{name}')]
        if not todo:
            continue
        with open(path, 'rb') as f:
            data = f.read()
        page = bytes_to_str(data, detect_encoding(data))
        for way in todo:
            try:
                text = WAYS[way](page)
            except (ValueError, RecursionError, AssertionError, KeyError, TypeError, IndexError, lxml.etree.ParserError,
                    subprocess.SubprocessError) as e:  # some pages are too much for some of them
                print(f'{way} {name}: {type(e).__name__}', file=sys.stderr)
                failed += 1
                continue
            to = f'{out}/{way}/{name}'
            os.makedirs(os.path.dirname(to), exist_ok=True)
            with open(to, 'w', encoding='utf-8', errors='replace', newline='') as f:
                f.write(text)
    print(failed, 'times a page was too much for one of them')


if __name__ == '__main__':
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    listed = sys.stdin if sys.argv[3] == '-' else open(sys.argv[3], encoding='utf-8')
    with listed:
        main(sys.argv[1], sys.argv[2], listed.read().split('\n')[:-1])
