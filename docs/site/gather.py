#!/usr/bin/env python3
"""Gathers the pages of the site.

usage: gather.py PROGRAM FOLDER

Pages of docs/ come to the root of FOLDER, the others that are shown as they stand (PAGES) keep their place; links
between them are made to fit. To these come the pages that are made: the record's fields, the C header, the Python
package, the manual. Standard library only; the tests run it as well (tests/docs).
"""
import os
import re
import shutil
import sys
from pathlib import Path

import fields
import header
import package

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / 'cli/manual'))
import make  # noqa: E402 - which makes the manual's pages, and knows how to read their texts

PAGES = ['bench/README.md', 'train/README.md', 'train/RESULTS.md', 'examples/pages/README.md', 'bindings/python/README.md',
         'CONTRIBUTING.md', 'CHANGELOG.md']
LINK = re.compile(r'(?<!\!)\[([^\]\n]+(?:\n[^\]\n]+)?)\]\(([^)\s]+)\)')
FENCE = re.compile(r'(^```.*?^```$)', re.S | re.M)


def site_path(path):
    """Where a file of the repository stands in the site."""
    return fields.site_path(path)


class Gatherer:
    def __init__(self, folder):
        self.folder = folder
        self.copied = set()

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        # What has not changed keeps its time, so that Sphinx need not read it again.
        if not path.exists() or path.read_text(encoding='utf-8') != text:
            path.write_text(text, encoding='utf-8')
        self.copied.add(name)

    def take(self, path):
        """A file that pages link to."""
        name = site_path(path)
        if name not in self.copied:
            target = self.folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / path, target)
            self.copied.add(name)

    def page(self, path):
        text = (ROOT / path).read_text(encoding='utf-8')
        self.write(site_path(path), self.with_links(text, path, site_path(path)))

    def with_links(self, text, path, name):
        """The text of a page of the repository with links that fit where it stands in the site."""
        parts = FENCE.split(text)
        for i in range(0, len(parts), 2):
            parts[i] = LINK.sub(lambda found: self.link(found, path, name), parts[i])
        return ''.join(parts)

    def link(self, found, path, name):
        target, _, anchor = found[2].partition('#')
        if '://' in target or not target or target.startswith('mailto:'):
            return found[0]
        repository = os.path.normpath(os.path.join(os.path.dirname(path), target))
        made = any(repository == f'docs/{prefix}' or repository.startswith(f'docs/{prefix}') for prefix in MADE)
        if (ROOT / repository).is_file() and not made:
            if not repository.endswith('.md') or not (repository.startswith('docs/') or repository in PAGES):
                if repository.endswith('.md'):
                    return f'{found[1]} (`{repository}`)'
                self.take(repository)
        elif not made:  # a folder, or what is not in the site
            return found[1] if found[1].startswith('`') else f'{found[1]} (`{repository}`)'
        relative = os.path.relpath(site_path(repository), os.path.dirname(name) or '.')
        return f'[{found[1]}]({relative}{"#" + anchor if anchor else ""})'


MADE = ['fields/', 'c-api.md', 'python-api.md', 'manual.md', 'figures.md']


def figures():
    """What the README says of how Cutline compares, so that it stands in one place."""
    readme = (ROOT / 'README.md').read_text(encoding='utf-8')
    return readme[readme.index('## How it compares') + len('## How it compares'):readme.index('## Where to go next')].strip() + '\n'


def told(text):
    """A paragraph of the manual's texts as Markdown: options and what stands between ` are code."""
    parts = text.split('`')
    for i in range(0, len(parts), 2):
        parts[i] = re.sub(r'(?<![\w-])(--?[A-Za-z][\w-]*)', r'`\1`', parts[i].replace('<', '&lt;').replace('*', r'\*'))
    for i in range(1, len(parts), 2):
        parts[i] = f'`{parts[i]}`'
    return ''.join(parts)


def opened(text):
    return text[0].upper() + text[1:]


def listed(entries):
    out = []
    for entry in entries:
        first, *others = entry.paragraphs
        out += [f'`{entry.shown.strip()}`', f': {told(first)}', '']
        out += [line for paragraph in others for line in (f'  {told(paragraph)}', '')]
    return out


def manual():
    """What `man cutline` and `cutline help` show, of the texts that these are made of (cli/manual)."""
    out = ['# The command', '', 'What `man cutline` and `cutline help COMMAND` show.', '']
    for name in ['program', *make.COMMANDS]:
        page = make.Manual(name)
        out += [f'## {page.call}', '', f'{opened(told(page.summary))}.', '',
                '```text', f'{page.call} {page.usage}', '```', '']
        out += [line for paragraph in page.about + page.more for line in (told(paragraph), '')]
        for title, entries in page.lists.items():
            out += [f'### {title} of {page.call}', '', *listed(entries)]
        out += [f'### Options of {page.call}', '', *listed(page.options)]
        if page.status:
            out += ['The exit status is ' + ', '.join(f'{e.name} {told(e.paragraphs[0])}' for e in page.status) + '.', '']
        if page.examples:
            out += ['Examples:', '', '```sh', *page.examples, '```', '']
    return '\n'.join(out)


def gather(program, folder):
    gatherer = Gatherer(folder)
    declarations = (ROOT / 'include/cutline.h').read_text(encoding='utf-8')
    listed_pages = (ROOT / 'docs/index.md').read_text(encoding='utf-8').splitlines()
    for path in sorted((ROOT / 'docs').glob('*.md')):
        if path.stem not in listed_pages and path.stem != 'index':
            raise SystemExit(f'docs/index.md has no place for {path.name}: put {path.stem} into one of its lists')
        gatherer.page(f'docs/{path.name}')
    for path in PAGES:
        gatherer.page(path)
    for name, text in fields.pages(program, ROOT, header.functions(declarations)).items():
        gatherer.write(name, text)
    for example in fields.EXAMPLES.values():
        gatherer.take(example.page)
    for path in ['docs/record.schema.json', 'include/cutline.h', 'examples/article.c', 'examples/many.c', 'examples/links.c']:
        gatherer.take(path)
    gatherer.write('c-api.md', header.page(declarations).replace('../include/', 'include/'))
    gatherer.write('python-api.md', package.page(ROOT / 'bindings/python/cutline'))
    gatherer.write('manual.md', manual())
    gatherer.write('figures.md', gatherer.with_links(figures(), 'README.md', 'figures.md'))
    for path in folder.rglob('*'):  # of a page that is no more
        if path.is_file() and path.relative_to(folder).as_posix() not in gatherer.copied:
            path.unlink()
    return len(gatherer.copied)


if __name__ == '__main__':
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    print(f'{gather(os.path.abspath(sys.argv[1]), Path(sys.argv[2]))} files gathered')
