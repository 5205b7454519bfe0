#!/usr/bin/env python3
"""tools/install installs what is missing and no more, and says what to do where it can't."""
import os
import re
import shutil
import stat
import subprocess
import tempfile
import unittest
from pathlib import Path

TOOL = Path(__file__).resolve().parents[2] / 'tools' / 'install'
# What the script itself and the programs that it looks for need; links to these make a PATH of its own.
TOOLS = ['bash', 'env', 'cat', 'id', 'mktemp', 'rm', 'sort', 'cc', 'gcc', 'as', 'ld', 'pkg-config', 'ninja', 'meson',
         'dpkg-architecture']


class Install(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.bin = Path(folder.name) / 'bin'
        self.calls = Path(folder.name) / 'calls'
        self.bin.mkdir()
        self.calls.touch()
        for name in TOOLS:
            (self.bin / name).symlink_to(shutil.which(name))

    def program(self, name, text):
        path = self.bin / name
        path.unlink(missing_ok=True)
        path.write_text(f'#!/bin/sh\n{text}\n')
        path.chmod(path.stat().st_mode | stat.S_IXUSR)

    def apt(self, text=''):
        self.program('apt-get', f'echo "$*" >>{self.calls}\n{text}')

    def run_tool(self, *groups):
        environment = {**os.environ, 'PATH': str(self.bin)}
        done = subprocess.run([str(TOOL), *groups], env=environment, capture_output=True, text=True, stdin=subprocess.DEVNULL)
        return done.returncode, done.stdout + done.stderr, self.calls.read_text().splitlines()

    def root(self, yes):
        self.program('id', f'echo {0 if yes else 1000}')

    def test_nothing_missing_nothing_called(self):
        self.apt()
        self.assertEqual(self.run_tool('build'), (0, '', []))

    def test_only_what_is_missing(self):
        self.apt()
        self.root(True)
        (self.bin / 'meson').unlink()
        status, said, calls = self.run_tool('build')
        self.assertEqual((status, said), (0, 'Installing what is missing: meson\n'))
        self.assertEqual(calls, ['-y -q update', '-y -q install --no-install-recommends meson'])

    def test_a_library_that_is_missing(self):
        self.apt()
        self.root(True)
        self.program('pkg-config', '[ "$2" != libzstd ]')
        self.assertEqual(self.run_tool('build')[2][-1], '-y -q install --no-install-recommends libzstd-dev')

    def test_sudo(self):
        self.apt()
        self.root(False)
        self.program('sudo', f'echo sudo >>{self.calls}\n[ "$1" = -n ] && exit 0\nexec "$@"')
        (self.bin / 'ninja').unlink()
        self.assertEqual(self.run_tool('build')[2],
                         ['sudo', 'sudo', '-y -q update', 'sudo', '-y -q install --no-install-recommends ninja-build'])

    def test_neither_root_nor_sudo(self):
        self.apt()
        self.root(False)
        (self.bin / 'meson').unlink()
        status, said, calls = self.run_tool('build')
        self.assertEqual((status, calls), (1, []))
        self.assertIn('neither root nor able to use sudo', said)
        self.assertIn('apt-get install --no-install-recommends meson', said)

    def test_no_apt(self):
        self.root(True)
        (self.bin / 'meson').unlink()
        status, said, _ = self.run_tool('build')
        self.assertEqual(status, 1)
        self.assertIn('There is no apt-get here', said)

    def test_old_lists_are_no_reason_to_give_up(self):
        self.apt('[ "$3" != update ]')
        self.root(True)
        (self.bin / 'meson').unlink()
        status, said, calls = self.run_tool('build')
        self.assertEqual((status, len(calls)), (0, 2))
        self.assertIn('apt-get update failed', said)

    def test_an_installation_that_fails_is_shown(self):
        self.apt('[ "$3" = update ] || { echo "no such thing"; exit 100; }')
        self.root(True)
        (self.bin / 'meson').unlink()
        status, said, _ = self.run_tool('build')
        self.assertEqual(status, 1)
        self.assertIn('no such thing', said)

    def test_the_groups_that_the_makefile_names(self):
        self.root(True)
        named = re.findall(r'tools/install (.*)', (TOOL.parents[1] / 'Makefile').read_text())
        self.assertGreater(len(named), 5)
        for groups in named:
            status, said, _ = self.run_tool(*groups.split())
            self.assertIn(status, (0, 1), said)

    def test_an_unknown_group(self):
        self.assertEqual(self.run_tool('everything')[0], 2)


if __name__ == '__main__':
    unittest.main()
