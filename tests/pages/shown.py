#!/usr/bin/env python3
"""What README.md and examples/demo show must be what the program gives.

usage: shown.py PROGRAM ROOT

In README.md, a block after <!-- sample: COMMAND --> must be what the command prints, and the JSON after
<!-- record: COMMAND --> must be a part of the record that it prints; a string that ends in … may go on. Commands are
run in the root, with `cutline` standing for the program. Standard library only.
"""
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

BLOCK = re.compile(r'<!-- (sample|record): (.*?) -->\n```\w*\n(.*?)```\n', re.S)


def is_part(shown, got):
    if isinstance(shown, dict):
        return isinstance(got, dict) and all(key in got and is_part(value, got[key]) for key, value in shown.items())
    if isinstance(shown, list):
        return isinstance(got, list) and len(shown) == len(got) and all(map(is_part, shown, got))
    if isinstance(shown, str) and shown.endswith('…'):
        return isinstance(got, str) and got.startswith(shown[:-1])
    return shown == got


def readme(program, root):
    """(what, whether it is true, what was got) for each block."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / 'cutline').symlink_to(Path(program).resolve())
        environment = {**os.environ, 'PATH': f'{folder}:{os.environ["PATH"]}', 'LC_ALL': 'C.UTF-8'}
        for kind, command, shown in BLOCK.findall((root / 'README.md').read_text(encoding='utf-8')):
            got = subprocess.run(command, shell=True, cwd=root, env=environment, capture_output=True, encoding='utf-8').stdout
            if kind == 'record':
                yield command, is_part(json.loads(shown), json.loads(got)), got
            else:
                yield command, re.sub(r'\A\$ .*\n', '', shown) == got, got


def demo(program, root):
    """The demo takes its records apart in the shell: what it shows of each page must be what is in the record."""
    folder = root / 'examples' / 'pages'
    pages = sorted(map(str, [*folder.glob('*.html'), *folder.glob('*.txt')]))
    extracted = subprocess.run([program, 'extract', '-q', '-f', 'json', *pages], capture_output=True, encoding='utf-8').stdout
    records = {record['source']['path']: record for record in map(json.loads, extracted.splitlines())}
    done = subprocess.run([str(root / 'examples' / 'demo'), program, str(folder)], capture_output=True, encoding='utf-8')
    yield 'the demo ends well', done.returncode == 0, done.stdout + done.stderr
    parts = {part.splitlines()[0]: part for part in done.stdout.strip('\n').split('\n\n')}
    for page in pages:
        record, part = records[page], parts.get(page, '')
        lines = part.splitlines()
        names = ', '.join(author['name'] for author in record.get('authors', [])) or 'no author found'
        words = record['text'].replace('\n\n', ' ').replace('\n', ' ').replace('\t', ' ')
        yield page, len(lines) == 5 and (
            lines[1] == '  ' + record.get('title', '')
            and lines[2] == '  ' + names + (' · ' + record['published'] if 'published' in record else '')
            and words.startswith(lines[3].strip().rstrip('…'))
            and lines[4].startswith(f'  {len(record["text"])} characters of text ')), part


def main(program, root):
    passed = failed = 0
    for what, is_true, got in [*readme(program, Path(root)), *demo(program, Path(root))]:
        passed, failed = passed + is_true, failed + (not is_true)
        if not is_true:
            print(f'not so: {what}\n{got}')
    if passed + failed < 4:
        sys.exit('README.md or the sample pages show nothing to compare')
    print(f'{passed} passed, {failed} failed')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:3]))
