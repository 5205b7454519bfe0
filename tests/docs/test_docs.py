#!/usr/bin/env python3
"""Runs the examples of the documentation in the shell and in C (blocks.py says which they are and how), and makes the
pages of the site that are made.

usage: test_docs.py PROGRAM BUILD-FOLDER COMPILER

The examples in Python are run by the tests of the package (bindings/python/tests/test_docs.py). Standard library only.
"""
import os
import shlex
import sys
import tempfile
from collections import Counter
from pathlib import Path

import blocks

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / 'docs/site'))


class Examples:
    def __init__(self, program, build, compiler):
        self.program, self.build, self.compiler = program, build, compiler
        self.passed, self.failures, self.not_run, self.elsewhere = 0, [], Counter(), 0

    def check(self, block, is_right, got=''):
        if is_right:
            self.passed += 1
        else:
            self.failures.append(f'{block} ({block.language}): it does not come out so. It gave:\n{got}')

    def run(self, block, folder, environment):
        if 'not run' in block.notes:
            self.not_run[block.notes['not run']] += 1
            if not block.notes['not run']:
                self.failures.append(f'{block}: say why it is not run')
        elif 'file' in block.notes:
            (folder / block.notes['file']).write_text(block.text, encoding='utf-8')
            self.files[block.notes['file']] = block
        elif block.language == 'python' or 'sample' in block.notes or 'record' in block.notes:
            self.elsewhere += 1
        elif block.language == 'c':
            self.run_c(block, folder, environment)
        elif block.language == 'console':
            self.run_session(block, folder, environment)
        else:
            self.used(block.text)
            status, got = blocks.shell(block.text, folder, environment)
            self.check(block, status == 0 and self.is_shown(block, got), got)

    def is_shown(self, block, got):
        return not block.output or blocks.is_output(block.output.text, got, block.output.language)

    def run_session(self, block, folder, environment):
        for command, shown in blocks.session(block.text):
            self.used(command)
            status, got = blocks.shell(command, folder, environment)
            right = blocks.is_output(shown, got) if shown else status == 0
            if not right or (block.output and not self.is_shown(block, got)):
                self.check(block, False, f'$ {command}\n{got}')
                return
        self.check(block, True)

    def run_c(self, block, folder, environment):
        if 'fragment' not in block.notes:
            self.failures.append(f'{block}: C is a file or a fragment')
            return
        (folder / 'fragment.c').write_text(blocks.fragment(block.text), encoding='utf-8')
        status, got = blocks.shell(f'{self.compiler} -std=c17 -Wall -Werror -o fragment fragment.c $(pkg-config --cflags --libs cutline)'
                                   ' && ./fragment', folder, environment)
        self.check(block, status == 0 and self.is_shown(block, got), got)

    def used(self, command):
        for name in [name for name in self.files if name in command]:
            del self.files[name]

    def page(self, path):
        found, wrong = blocks.blocks_of(path, ROOT)
        self.failures += wrong
        self.files = {}
        with tempfile.TemporaryDirectory() as top:
            folder = Path(top)
            environment = blocks.make_folder(ROOT, folder, self.program)
            # As if the library were installed.
            (folder / '.bin/cutline.pc').write_text(
                f'Name: cutline\nDescription: as it was built\nVersion: 0\nCflags: -I{ROOT}/include\n'
                f'Libs: -L{self.build}/src -lcutline -Wl,-rpath,{self.build}/src\n', encoding='utf-8')
            environment['PKG_CONFIG_PATH'] = str(folder / '.bin')
            environment['CC'] = self.compiler
            for block in found:
                self.run(block, folder, environment)
        for name, block in self.files.items():
            self.failures.append(f'{block}: no example uses {name}')


def site(program):
    """The pages that are made say so themselves where something of theirs is not there."""
    import gather
    with tempfile.TemporaryDirectory() as folder:
        return gather.gather(program, Path(folder)) > 60


def main(program, build, *compiler):
    examples = Examples(os.path.abspath(program), Path(build).resolve(), shlex.join(compiler))
    for path in blocks.documents(ROOT):
        examples.page(path)
    failures = examples.failures + ([] if site(examples.program) else ['the site has lost pages'])
    for failure in failures:
        print(failure)
    print(f'Examples run here: {examples.passed}; run by other tests (Python, README): {examples.elsewhere}; '
          f'not run: {sum(examples.not_run.values())}')
    for reason, count in sorted(examples.not_run.items()):
        print(f'  {count} not run: {reason}')
    print(f'{examples.passed + 1} passed, {len(failures)} failed, {sum(examples.not_run.values())} skipped')
    return 1 if failures else 0


if __name__ == '__main__':
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
