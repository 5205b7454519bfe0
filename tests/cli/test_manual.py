#!/usr/bin/env python3
"""The help texts, manual pages and completions are what cli/manual/make.py makes, and true of the program.

usage: test_manual.py PROGRAM
"""
import os
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / 'cli' / 'manual'))
import make

PROGRAM = None
COMPLETIONS = ROOT / 'cli' / 'completions'


def needs(program):
    return unittest.skipUnless(shutil.which(program), f'{program} is not here')


def offered(*arguments):
    """What the program says there is, to a value that is none."""
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True)
    return re.search(r'^There is: (.*)', done.stderr, re.M).group(1).split()


class Manual(unittest.TestCase):
    def test_what_is_made_is_what_is_there(self):
        for name, text in make.made().items():
            self.assertEqual((ROOT / name).read_text(encoding='utf-8'), text, f'{name}: run `make manual`')

    def test_nothing_else_is_there(self):
        there = {str(path.relative_to(ROOT)) for folder in ('docs/man', 'cli/completions') for path in (ROOT / folder).iterdir()}
        self.assertEqual(there - set(make.made()), set())

    def test_the_words_are_those_of_the_program(self):
        for name in make.COMMANDS:
            manual = make.Manual(name)
            for option in manual.options:
                values, several = manual.values(option)
                if option.name in ('fragment', 'encoding') or not values:
                    continue
                with self.subTest(command=name, option=option.name):
                    words = [] if name == 'explain' else ['page']
                    said = offered(name, f'--{option.name}', 'no-such', *words)
                    self.assertEqual(sorted(said), sorted(value.rstrip('=') for value in values))

    def test_an_encoding_that_is_offered_is_taken(self):
        labels = make.shared()[0]['encoding'].words
        self.assertGreater(len(labels), 5)
        for label in labels:
            self.assertEqual(subprocess.run([PROGRAM, 'tree', '--encoding', label, '/dev/null'], capture_output=True).returncode, 0, label)

    @needs('mandoc')
    def test_manual_pages_have_no_errors(self):
        for page in sorted((ROOT / 'docs/man').iterdir()):
            done = subprocess.run(['mandoc', '-Tlint', '-Wstyle', page], capture_output=True, text=True)
            self.assertEqual((done.returncode, done.stdout), (0, ''))


class Bash(unittest.TestCase):
    """COMPREPLY for a line, the cursor at its end; words are parted as readline does, at = as well."""

    def complete(self, line):
        words = [word for part in line.split(' ') for word in (re.split(r'(=)', part) if '=' in part else [part])]
        words = [word for number, word in enumerate(words) if word or number == len(words) - 1]
        script = f'''compopt() {{ :; }}; . {COMPLETIONS / 'cutline.bash'}
            COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _cutline; printf '%s\\n' "${{COMPREPLY[@]}}"'''
        done = subprocess.run(['bash', '-uc', script, 'bash', *words], capture_output=True, text=True, timeout=60)
        self.assertEqual(done.stderr, '')
        return done.stdout.split('\n')[:-1]

    def setUp(self):
        if not shutil.which('bash'):
            self.skipTest('bash is not here')

    def test_commands(self):
        self.assertEqual(self.complete('cutline ex'), ['extract', 'explain'])
        self.assertEqual(self.complete('cutline help fi'), ['field'])

    def test_options(self):
        self.assertEqual(self.complete('cutline extract --with'), ['--with', '--without'])
        self.assertEqual(self.complete('cutline tree --no'), ['--no-scripting'])

    def test_values(self):
        self.assertEqual(self.complete('cutline extract -f '), 'text json jsonl markdown html csv tsv xml tei ninjs epub'.split())
        self.assertEqual(self.complete('cutline extract --format=j'), ['json', 'jsonl'])
        self.assertEqual(self.complete('cutline tree -f '), ['test', 'html'])
        self.assertEqual(self.complete('cutline extract --limit p'), ['page-bytes='])
        self.assertEqual(self.complete('cutline field c'), ['caption'])

    def test_lists(self):
        self.assertEqual(self.complete('cutline extract --fields title,publ'), ['title,published'])
        self.assertEqual(self.complete('cutline extract --without im'), ['images'])
        self.assertEqual(self.complete('cutline xray --with note,asi'), ['note,aside'])

    def test_files(self):
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, 'story.html').touch()
            for before in ('', '-o ', '--files-from '):
                self.assertEqual(self.complete(f'cutline extract {before}{folder}/st'), [f'{folder}/story.html'])


@needs('fish')
class Fish(unittest.TestCase):
    def complete(self, line):
        done = subprocess.run(['fish', '--no-config', '-c', f'source {COMPLETIONS / "cutline.fish"}; complete -C "{line}"'],
                              capture_output=True, text=True, timeout=60)
        self.assertEqual(done.stderr, '')
        return [line.split('\t')[0] for line in done.stdout.splitlines()]

    def test_all(self):
        self.assertEqual(self.complete('cutline ex'), ['explain', 'extract'])
        self.assertEqual(sorted(self.complete('cutline extract --with')), ['--with', '--without'])
        self.assertEqual(self.complete('cutline extract -f js'), ['json', 'jsonl'])
        self.assertEqual(self.complete('cutline tree -f '), ['html', 'test'])
        self.assertEqual(self.complete('cutline extract --fields title,publ'), ['title,published'])
        self.assertEqual(self.complete('cutline extract --without=im'), ['--without=images'])
        self.assertEqual(self.complete('cutline field cap'), ['caption'])
        self.assertEqual(self.complete('cutline help fi'), ['field'])


@needs('zsh')
class Zsh(unittest.TestCase):
    """In a terminal, as zsh completes nowhere else: TAB is typed, and what the line has become is read."""

    def complete(self, line, *wanted):
        child, terminal = pty.fork()
        if child == 0:
            os.environ.update(TERM='dumb', PS1='> ')
            os.execvp('zsh', ['zsh', '-f'])
        seen = b''

        def read(until, seconds=30):
            nonlocal seen
            end = time.monotonic() + seconds
            while not until(seen) and time.monotonic() < end:
                if select.select([terminal], [], [], 0.2)[0]:
                    seen += os.read(terminal, 4096)
            return seen.decode('utf-8', 'replace')

        try:
            setup = f'fpath=({COMPLETIONS} $fpath); autoload -U compinit; compinit -D -u; stty -echo; PS1=; LISTMAX=0; print re""ady\n'
            os.write(terminal, setup.encode())
            read(lambda text: b'ready' in text.replace(b're""ady', b''))
            seen = b''
            os.write(terminal, line.encode() + b'\t')
            text = read(lambda text: all(word.encode() in text for word in wanted))
            for word in wanted:
                self.assertIn(word, text)
        finally:
            os.kill(child, 9)
            os.waitpid(child, 0)
            os.close(terminal)

    def test_all(self):
        self.complete('cutline extr', 'cutline extract')
        self.complete('cutline extract --rec', '--recursive')
        self.complete('cutline extract -f mar', 'markdown')
        self.complete('cutline tree -f ', 'html', 'test')
        self.complete('cutline extract --fields title,publ', 'title,published')
        self.complete('cutline field cap', 'caption')
        self.complete('cutline explain --te', '--text=')


if __name__ == '__main__':
    PROGRAM = os.path.abspath(sys.argv[1])
    unittest.main(argv=sys.argv[:1] + sys.argv[2:])
