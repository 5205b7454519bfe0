#!/usr/bin/env python3
"""Give the blocks of pages their roles by hand, and make gold of them. See README.md beside this file."""
import argparse
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import checks  # noqa: E402
import spans as form  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
SHORT, LINE = 32, 180  # Characters of a block that may share a line, and of the line, in the compact list.


class Failure(Exception):
    """Said to whoever runs this, without a trace."""


def cut(program, path):
    """A page's blocks as `cutline blocks -f json` prints them."""
    run = subprocess.run([program, 'blocks', '-f', 'json', str(path)], capture_output=True, check=False)
    if run.returncode:
        raise Failure(f'{program} blocks {path}: {run.stderr.decode(errors="replace").strip() or run.returncode}')
    record = json.loads(run.stdout)
    if 'blocks' not in record:
        raise Failure(f'{program} blocks {path}: no blocks in what it printed')
    return record['blocks']


class Pages:
    """The pages as they were unpacked: SET/ID is SET/ID.html under the folder."""

    def __init__(self, folder, program):
        self.folder, self.program = Path(folder), program

    def path(self, name):
        return self.folder / f'{name}.html'

    def read(self, name):
        """The page's bytes, their hash and its blocks."""
        path = self.path(name)
        try:
            source = path.read_bytes()
        except OSError as error:
            raise Failure(f'{path}: {error.strerror}') from error
        return source, hashlib.sha256(source).hexdigest(), cut(self.program, path)

    def name(self, text):
        """SET/ID of what was given on the command line, a path under the folder included."""
        path = Path(text)
        if path.suffix == '.html' and path.exists():
            try:
                path = path.resolve().relative_to(self.folder.resolve())
            except ValueError as error:
                raise Failure(f'{text} is not under {self.folder}') from error
            return str(path.with_suffix(''))
        return text.removesuffix('.html')


def load(path):
    """The annotations in a file, by page; none where there is no file yet."""
    lines = {}
    if not Path(path).exists():
        return lines
    for number, line in enumerate(Path(path).read_text(encoding='utf-8').splitlines(), 1):
        try:
            entry = json.loads(line)
            name = entry['page']
        except (ValueError, KeyError, TypeError) as error:
            raise Failure(f'{path}:{number}: not an annotation ({error})') from error
        if name in lines:
            raise Failure(f'{path}:{number}: {name} is there twice')
        lines[name] = entry
    return lines


def save(path, lines):
    """Whole or not at all: what was annotated by hand is dear."""
    text = ''.join(json.dumps(lines[name], ensure_ascii=False, separators=(',', ':')) + '\n' for name in sorted(lines))
    beside = Path(f'{path}.new')
    beside.write_text(text, encoding='utf-8')
    os.replace(beside, path)


def problems(entry):
    """What is wrong with an annotation in itself, without its page."""
    if set(entry) != {'page', 'sha256', 'kind', 'blocks', 'spans'}:
        yield f'fields {sorted(entry)}'
        return
    if entry['kind'] not in form.KINDS:
        yield f'unknown kind "{entry["kind"]}"'
    if not isinstance(entry['sha256'], str) or len(entry['sha256']) != 64:
        yield 'no SHA-256'
    for span in entry['spans']:
        try:
            offset, role = span
            if not isinstance(offset, int) or form.full_role(role) != role:
                yield f'span {span}'
        except (ValueError, AttributeError, TypeError) as error:
            yield f'span {span}: {error}'


def resolve(entry, sha256, blocks):
    """The role of every block of an annotated page, or a Failure that says why not."""
    wrong = list(problems(entry))
    if wrong:
        raise Failure('; '.join(wrong))
    if sha256 != entry['sha256']:
        raise Failure('the page is another than the one annotated (hash)')
    roles = form.roles_of([block['offset'] for block in blocks], entry['spans'])
    if None in roles:
        raise Failure('a block comes before the first span')
    return roles


def show(options, pages):
    name = pages.name(options.page)
    _, _, blocks = pages.read(name)
    entry = load(options.file).get(name)
    roles = form.roles_of([block['offset'] for block in blocks], entry['spans']) if entry else [None] * len(blocks)
    print(f'# {name}: {len(blocks)} blocks' + (f', annotated as {entry["kind"]}' if entry else ''))
    if options.guess:
        roles = [role or block['role'] for role, block in zip(roles, blocks)]
    for line in (compact if options.compact else table)(blocks, roles, options.width):
        print(line)


def shown(block, width):
    """A block's text on one line, its length behind it where it was cut."""
    text = ' '.join(block['text'].split())
    return text if not width or len(text) <= width else f'{text[:width]}… [{len(text)}]'


def kind_of(block):
    return block['type'] + (f' {block["level"]}' if 'level' in block else '')


def table(blocks, roles, width):
    for number, block in enumerate(blocks):
        yield '\t'.join([str(number), kind_of(block)] + ([roles[number]] if roles[number] else []) + [shown(block, width)])


def compact(blocks, roles, width):
    """Short blocks of one type and role that follow each other on one line, as menus are."""
    line, last = '', None
    for number, block in enumerate(blocks):
        key = (kind_of(block), roles[number])
        text = shown(block, width)
        if line and key == last and len(text) < SHORT and len(line) < LINE:
            line += f' |{number} {text}'
            continue
        if line:
            yield line
        line = ' '.join([str(number), f'({key[0]})'] + ([roles[number]] if roles[number] else []) + [text])
        last = key if len(text) < SHORT else None
    if line:
        yield line


def take(options, pages):
    name = pages.name(options.page)
    text = sys.stdin.read() if options.form == '-' else options.form
    source, sha256, blocks = pages.read(name)
    try:
        roles = form.read_form(text, len(blocks))
    except form.FormError as error:
        raise Failure(f'{name}: {error}') from error
    lines = load(options.file)
    lines[name] = {'page': name, 'sha256': sha256, 'kind': options.kind, 'blocks': len(blocks),
                   'spans': form.spans_of([block['offset'] for block in blocks], roles)}
    save(options.file, lines)
    for warning in checks.warnings(roles, options.kind, blocks, source):
        print(f'{name}: warning: {warning}')
    print(f'{name}: {len(blocks)} blocks taken as {options.kind}, {len(lines)} pages in {options.file}')


def gold(options, pages):
    written, skipped = 0, []
    with open(options.output, 'w', encoding='utf-8') as out:
        for name, entry in load(options.file).items():
            try:
                _, sha256, blocks = pages.read(name)
                roles = resolve(entry, sha256, blocks)
            except Failure as error:
                skipped.append(f'{name}: {error}')
                continue
            line = {'id': name.replace('/', '_'), 'page': f'{name}.html', 'kind': entry['kind'],
                    'blocks': [[role, block['text']] for role, block in zip(roles, blocks)]}
            out.write(json.dumps(line, ensure_ascii=False) + '\n')
            written += 1
    for line in skipped:
        print(f'skipped {line}', file=sys.stderr)
    print(f'{written} pages written to {options.output}, {len(skipped)} skipped')
    return 1 if skipped and not options.allow_missing else 0


def check(options, pages):
    bad = missing = 0
    lines = load(options.file)
    for name, entry in lines.items():
        wrong, notes = list(problems(entry)), []
        if not wrong and not pages.path(name).exists():
            missing += 1
        elif not wrong:
            try:
                source, sha256, blocks = pages.read(name)
                roles = resolve(entry, sha256, blocks)
                if len(blocks) != entry['blocks']:
                    notes.append(f'cut into {len(blocks)} blocks, {entry["blocks"]} when it was annotated')
                if options.warnings:
                    notes += checks.warnings(roles, entry['kind'], blocks, source)
            except Failure as error:
                wrong.append(str(error))
        bad += bool(wrong)
        for line in wrong:
            print(f'{name}: {line}')
        for line in notes:
            print(f'{name}: warning: {line}')
    print(f'{len(lines)} pages, {bad} wrong, {missing} not unpacked and so checked in form alone')
    return 1 if bad else 0


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--program', default=str(ROOT / 'build' / 'release' / 'cutline'), help='the cutline that cuts pages into blocks')
    parser.add_argument('--pages', default=str(ROOT / 'pages'), help='folder of the unpacked pages, SET/ID.html')
    parser.add_argument('--file', default=str(ROOT / 'train' / 'annotations.jsonl'), help='the annotations')
    commands = parser.add_subparsers(required=True)
    one = commands.add_parser('show', help="print a page's blocks, numbered")
    one.add_argument('page', metavar='PAGE', help='SET/ID, or the path of an unpacked page')
    one.add_argument('--width', type=int, default=160, help='characters of each block (0: all)')
    one.add_argument('--compact', action='store_true', help='short blocks of one type share a line')
    one.add_argument('--guess', action='store_true', help="print the program's own guess of the role too")
    one.set_defaults(run=show)
    one = commands.add_parser('take', help='take the roles of a page')
    one.add_argument('page', metavar='PAGE')
    one.add_argument('form', metavar='FORM', help='"0-12 navigation; 13 headline; ...", or - for standard input')
    one.add_argument('--kind', choices=form.KINDS, default='article')
    one.set_defaults(run=take)
    one = commands.add_parser('gold', help='write the annotated blocks with their text')
    one.add_argument('output', metavar='FILE')
    one.add_argument('--allow-missing', action='store_true', help='exit with 0 even where pages were skipped')
    one.set_defaults(run=gold)
    one = commands.add_parser('check', help='check all annotations')
    one.add_argument('--warnings', action='store_true', help='print too what is seldom so')
    one.set_defaults(run=check)
    return parser.parse_args()


def main():
    options = arguments()
    try:
        return options.run(options, Pages(options.pages, options.program)) or 0
    except BrokenPipeError:  # Whoever reads the list has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Failure as error:
        print(f'annotate: {error}', file=sys.stderr)
        return 1


if __name__ == '__main__':
    sys.exit(main())
