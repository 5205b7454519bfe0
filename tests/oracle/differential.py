#!/usr/bin/env python3
"""Compare our trees with those of parse5 and html5ever (see README.md; run setup first).

usage: differential.py pages FOLDER|FILE...        every .html file, scripting on and off
       differential.py snippets [--seconds S] [--seed N] [--samples FOLDER]
       differential.py pairs                       every tag that is known to us with every other
       differential.py tests FOLDER                what each parser makes of .dat files

A difference is shown in its smallest form. Where only one of the others differs and the standard is known to be with us
it is counted (--all: shown). Exit status 1 where we differ in a way that is not known.
"""
import argparse
import collections
import os
import random
import re
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
CACHE = Path(os.environ.get('ORACLE_CACHE', HERE.parent.parent / '.cache' / 'oracle'))
sys.path.insert(0, str(HERE))
import generate  # noqa: E402

DEEPEST = 500  # levels: deeper trees are flattened by us, as in browsers, and not by the others


class Parser:
    def __init__(self, name, command):
        self.name, self.command = name, command
        self.start()

    def start(self):
        self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE if self.name != 'cutline' else None)

    def tree(self, context, scripting, page):
        data = page.encode()
        try:
            self.process.stdin.write(f'{context}\t{int(scripting)}\t{len(data)}\n'.encode() + data)
            self.process.stdin.flush()
            size = self.process.stdout.readline()
            return self.process.stdout.read(int(size)).decode()
        except (BrokenPipeError, ValueError):
            self.process.wait()
            status = self.process.returncode
            self.start()
            return f'{self.name} broke down, status {status}'


def parsers():
    return [Parser('cutline', [CACHE / 'build' / 'tests' / 'oracle' / 'dump']),
            Parser('html5ever', [CACHE / 'target' / 'release' / 'oracle-html5ever']),
            Parser('parse5', ['node', HERE / 'parse5.mjs', CACHE])]


def depth(tree):
    return max((len(indent) // 2 for indent in re.findall(r'^\|( +)', tree, re.M)), default=0)


def known(page, context, ours, theirs):
    """Why a difference from html5ever is no news, or None."""
    small = page.lower()
    if 'broke down' in theirs:
        return 'the other parser broke down'
    if depth(theirs) > DEEPEST:
        return 'deeper than our limit'
    if '<selectedcontent' in small or (context == 'select' and '<input' in small):
        return 'select where html5ever 0.40 fails html5lib-tests'
    return None


def known_small(page):
    """Why a difference in its smallest form is no news, or None."""
    if re.search(r'<template.*<(table|tbody|thead|tfoot|tr|t[dh]|col|colgroup|caption)\b.*(\s|&#13;?|&Tab;)$', page, re.I | re.S):
        # "in table": a character token, if the current node is table, tbody, template, tfoot, thead, or tr: the others
        # do not have template in this list, as an older standard had it not
        return 'white space in a template with parts of a table'
    if re.search(r'<search.*(</|<li|<d[dt])', page, re.I | re.S):
        return 'search, which is special in the standard and not in the others'
    if re.search(r'<(annotation-xml|m[inos]|mtext|desc|title|foreignobject)\b', page, re.I) and is_about_select(page):
        # the others have no end of a scope and no special element there, or know the older select
        return 'select or option around a point of integration'
    if re.search('<isindex.*</', page, re.I | re.S):
        return 'isindex, which html5ever still has for special'
    if page.startswith('\ufeff'):
        return 'byte-order mark'
    return None


def is_about_select(page):
    """Where parse5 8.1 follows an older standard, so that its agreement says little."""
    return re.search('<(select|option|optgroup)', page, re.I) is not None


class Comparison:
    def __init__(self, show_all):
        self.ours, self.rust, self.js = parsers()
        self.show_all = show_all
        self.count = collections.Counter()
        self.shown = 0

    def differs(self, other, context, scripting, page):
        ours = self.ours.tree(context, scripting, page)
        theirs = other.tree(context, scripting, page)
        return ours != theirs and not known(page, context, ours, theirs)

    def smallest(self, other, context, scripting, page):
        """Takes away pieces as long as the difference stays."""
        tokens = re.findall(r'<[^<>]*>|[^<]|<', page)
        size = max(len(tokens) // 2, 1)
        end = time.monotonic() + 60
        while size >= 1 and time.monotonic() < end:
            at, before = 0, len(tokens)
            while at < len(tokens) and time.monotonic() < end:
                fewer = tokens[:at] + tokens[at + size:]
                if self.differs(other, context, scripting, ''.join(fewer)):
                    tokens = fewer
                else:
                    at += size
            size = size // 2 if size > 1 or len(tokens) == before else 1
        return ''.join(tokens)

    def show(self, where, other, context, scripting, page):
        page = self.smallest(other, context, scripting, page)
        why = known_small(page)
        trees = [parser.tree(context, scripting, page) for parser in (self.ours, self.rust, self.js)]
        if not why and trees[0] == trees[2] and not is_about_select(page) and not self.show_all:
            why = 'html5ever alone in the smallest form'
        if why:
            self.count['of these: ' + why] += 1
            return
        print(f'{where}: context {context}, scripting {"on" if scripting else "off"}\n    {page!r}')
        for parser, tree in zip((self.ours, self.rust, self.js), trees):
            print(f'  {parser.name}')
            for line in tree.split('\n')[:60]:
                print(f'    {line}')
        sys.stdout.flush()
        self.shown += 1

    def compare(self, where, context, scripting, page):
        ours, rust = self.ours.tree(context, scripting, page), self.rust.tree(context, scripting, page)
        self.count['compared'] += 1
        if ours == rust and not self.show_all:
            self.count['same as html5ever'] += 1
            return
        js = self.js.tree(context, scripting, page)
        if ours == rust:
            self.count['same as html5ever' + (' and parse5' if ours == js else '')] += 1
            if ours != js and not known(page, context, ours, js):
                self.show(where + ' (parse5 alone)', self.js, context, scripting, page)
            return
        why = known(page, context, ours, rust)
        if why:
            self.count[why] += 1
            return
        self.count['html5ever alone' if ours == js else 'ours alone' if rust == js else 'all three differ'] += 1
        if ours == js and not is_about_select(page) and not self.show_all:
            return
        self.show(where, self.rust, context, scripting, page)

    def report(self):
        print(', '.join(f'{what}: {number}' for what, number in self.count.items()))
        return 1 if self.shown else 0


def run_pages(comparison, paths, limit):
    for path in paths:
        for file in sorted(path.rglob('*.html')) if path.is_dir() else [path]:
            page = file.read_bytes().decode('utf-8', 'replace').removeprefix('\ufeff')
            for scripting in (False, True):
                comparison.compare(str(file), '-', scripting, page)
            if comparison.shown >= limit:
                return


def dat_tests(folder):
    for file in sorted(Path(folder).glob('*.dat')):
        for text in file.read_bytes().decode().removeprefix('#data\n').split('\n\n#data\n'):
            head, _, document = text.partition('\n#document\n')
            data, _, rest = ('\n' + head).partition('\n#errors')
            context = re.search(r'\n#document-fragment\n(.*)', rest)
            flags = [False] if '\n#script-off' in rest else [True] if '\n#script-on' in rest else [False, True]
            for scripting in flags:
                yield file.name, data[1:], context.group(1) if context else '-', scripting, document.rstrip('\n')


def run_tests(folder):
    for parser in parsers():
        results = collections.Counter()
        for name, data, context, scripting, document in dat_tests(folder):
            good = parser.tree(context, scripting, data) == document
            results[good] += 1
            if not good:
                print(f'  {parser.name}: {name}: {data[:100]!r}')
        print(f'{parser.name}: {results[True]} of {sum(results.values())}')
    return 0


def run_snippets(comparison, seconds, seed, samples, limit):
    samples = [data for _, data, *_ in dat_tests(samples)] if samples else []
    end = time.monotonic() + seconds
    number = 0
    while time.monotonic() < end and comparison.shown < limit:
        source = random.Random(f'{seed}/{number}')
        page = generate.page(source, samples).removeprefix('\ufeff')
        comparison.compare(f'snippet {seed}/{number}', generate.context(source), source.random() < 0.5, page)
        number += 1


def known_names(kind):
    """The names that src/dom/names_data.inc has: 'tag' or 'attr'."""
    text = (HERE.parent.parent / 'src' / 'dom' / 'names_data.inc').read_text()
    table = re.search(rf'{kind}_names\[[^\n]*\n(.*?)\n}};', text, re.S).group(1)
    return sorted({name.lower() for name in re.findall(r'\{"([^"]+)", ', table)})


def run_pairs(comparison, limit):
    pages = list(generate.pairs(known_names('tag')))
    pages += [f'<{tag} {name}=1 b=2>' for name in known_names('attr') for tag in ('p', 'svg', 'math')]
    for page in pages:
        for scripting in (False, True) if 'noscript' in page else (False,):
            comparison.compare('pairs', '-', scripting, page)
        if comparison.shown >= limit:
            break


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument('what', choices=['pages', 'snippets', 'pairs', 'tests'])
    arguments.add_argument('paths', nargs='*', type=Path)
    arguments.add_argument('--seconds', type=float, default=60)
    arguments.add_argument('--seed', default='1')
    arguments.add_argument('--samples', type=Path, help='a folder of .dat files whose pages are cut up as well')
    arguments.add_argument('--limit', type=int, default=10, help='differences shown before it stops')
    arguments.add_argument('--all', action='store_true', help='show where parse5 alone differs, too')
    options = arguments.parse_args()
    if options.what == 'tests':
        return run_tests(options.paths[0])
    comparison = Comparison(options.all)
    if options.what == 'pages':
        run_pages(comparison, options.paths, options.limit)
    elif options.what == 'pairs':
        run_pairs(comparison, options.limit)
    else:
        run_snippets(comparison, options.seconds, options.seed, options.samples, options.limit)
    return comparison.report()


if __name__ == '__main__':
    sys.exit(main())
