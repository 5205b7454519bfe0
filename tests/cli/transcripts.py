#!/usr/bin/env python3
"""Runs transcripts of the command line and compares, to the byte.

usage: transcripts.py PROGRAM [--rewrite] [CASE.txt...]

A case is what a user would see. Lines that begin with "$ " are commands for sh, run in a folder of their own with the
files of fixtures.py, `cutline` and `fields` being there; what follows is standard output, then standard error, its lines
after "! ", then the exit status after "? " where it is not 0. Lines that begin with "% " are comments (so no output may); a line feed
that is missing at the end of the output is shown as "\\".

Figures of time and speed are replaced by N. --rewrite writes what came out into the cases: look at the difference before
you commit it.
"""
import argparse
import difflib
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import fixtures

HERE = Path(__file__).resolve().parent
FIGURES = re.compile(r'[0-9.]+ MB, [0-9.]+ MB/s, [0-9.]+ s$', re.M)


def prefixed(prefix, text):
    if not text:
        return []
    lines = text.split('\n')
    if lines[-1] == '':
        lines.pop()
    else:
        lines[-1] += '\\'
    return [prefix + line if prefix else line for line in lines]


def run(command, folder, bin_folder):
    environment = dict(os.environ, PATH=f'{bin_folder}:{os.environ["PATH"]}', LC_ALL='C')
    done = subprocess.run(['/bin/sh', '-c', command], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                          capture_output=True, timeout=120)
    out, err = (FIGURES.sub('N MB, N MB/s, N s', stream.decode('utf-8', 'backslashreplace'))
                for stream in (done.stdout, done.stderr))
    status = [f'? {done.returncode}'] if done.returncode else []
    return prefixed('', out) + prefixed('! ', err) + status


def replay(text, folder, bin_folder):
    """The transcript as it comes out now: its comments and its commands, with what they print."""
    result = []
    for line in text.splitlines():
        if line.startswith('% '):
            result.append(line)
        elif line.startswith('$ '):
            result += [line] + run(line[2:], folder, bin_folder)
    return '\n'.join(result) + '\n'


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('program', type=Path)
    parser.add_argument('cases', type=Path, nargs='*')
    parser.add_argument('--rewrite', action='store_true')
    options = parser.parse_args()
    passed = failed = 0
    for case in options.cases or sorted((HERE / 'cases').glob('*.txt')):
        with tempfile.TemporaryDirectory() as top:
            bin_folder, folder = Path(top) / 'bin', Path(top) / 'files'
            bin_folder.mkdir()
            os.symlink(options.program.resolve(), bin_folder / 'cutline')
            os.symlink(HERE / 'fields.py', bin_folder / 'fields')
            fixtures.make(folder)
            expected = case.read_text(encoding='utf-8')
            got = replay(expected, folder, bin_folder)
        if got == expected:
            passed += 1
        elif options.rewrite:
            case.write_text(got, encoding='utf-8')
            print(f'{case.name}: rewritten')
        else:
            failed += 1
            sys.stdout.writelines(difflib.unified_diff(expected.splitlines(True), got.splitlines(True),
                                                       f'{case.name}, expected', f'{case.name}, got'))
    print(f'{passed} passed, {failed} failed')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
