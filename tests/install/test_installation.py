#!/usr/bin/env python3
"""Installs the build into a folder and builds a program outside of it, as somebody who uses the library would.

usage: test_installation.py --build DIRECTORY --meson MESON --compiler CC
"""
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
HEADER = HERE.parent.parent / 'include' / 'cutline.h'
OPTIONS = None


def run(*command, **more):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=100, **more)
    if done.returncode:
        raise AssertionError(f'{command}: status {done.returncode}\n{done.stdout}{done.stderr}')
    return done.stdout


def needed(program):
    """The shared libraries that a program asks for itself."""
    return set(re.findall(r'\(NEEDED\).*\[(.*)\]', run('readelf', '-d', program)))


class Installation(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.holder = tempfile.TemporaryDirectory()
        top = Path(cls.holder.name)
        run(OPTIONS.meson, 'install', '-C', OPTIONS.build, '--no-rebuild', '--quiet', '--destdir', top / 'root')
        cls.top = top
        cls.pc = next((top / 'root').rglob('pkgconfig/cutline.pc'))
        cls.prefix = next(p for p in cls.pc.parents if p.parent == top / 'root' or (p / 'include').is_dir())
        cls.version = '.'.join(re.findall(r'define CUTLINE_VERSION_(?:MAJOR|MINOR|PATCH) (\d+)', HEADER.read_text()))

    @classmethod
    def tearDownClass(cls):
        cls.holder.cleanup()

    def pkg_config(self, *arguments):
        environment = dict(os.environ)
        path = environment.get('PKG_CONFIG_PATH')
        environment['PKG_CONFIG_PATH'] = str(self.pc.parent) + (':' + path if path else '')
        return run('pkg-config', f'--define-variable=prefix={self.prefix}', *arguments, 'cutline', env=environment).split()

    def expect(self, program, **more):
        self.assertEqual(run(program, **more), f'{self.version} Outside\n')

    def test_pkg_config_and_the_header_agree(self):
        self.assertEqual(self.pkg_config('--modversion'), [self.version])

    def test_shared(self):
        program = self.top / 'shared'
        run(OPTIONS.compiler, '-Wall', '-Werror', *self.pkg_config('--cflags'), HERE / 'outside.c', '-o', program, *self.pkg_config('--libs'))
        self.assertIn('libcutline.so.0', needed(program))
        self.expect(program, env=dict(os.environ, LD_LIBRARY_PATH=str(next(self.prefix.rglob('libcutline.so.0')).parent)))

    def test_static(self):
        program = self.top / 'static'
        libraries = self.pkg_config('--static', '--libs')
        at = libraries.index('-lcutline')
        libraries[at:at + 1] = ['-Wl,-Bstatic', '-lcutline', '-Wl,-Bdynamic']
        run(OPTIONS.compiler, '-Wall', '-Werror', '-DCUTLINE_STATIC', *self.pkg_config('--cflags'), HERE / 'outside.c', '-o', program, *libraries)
        self.assertFalse([name for name in needed(program) if 'cutline' in name])
        self.expect(program)

    def test_the_header_is_c99_and_cplusplus(self):
        flags = ['-Wall', '-Wextra', '-Wpedantic', '-Werror', '-fsyntax-only', *self.pkg_config('--cflags')]
        run(OPTIONS.compiler, '-std=c99', *flags, HERE / 'outside.c')
        if not shutil.which('c++'):
            self.skipTest('no C++ compiler here')
        run('c++', '-std=c++11', '-x', 'c++', *flags, HERE / 'outside.c')

    def test_the_program_runs_from_its_place(self):
        self.assertEqual(run(self.prefix / 'bin' / 'cutline', '--version'), f'cutline {self.version}\n')

    def cmake(self, name, *options):
        """Builds outside.c by find_package(cutline)."""
        if not shutil.which('cmake'):
            self.skipTest('cmake is not here')
        build = self.top / name
        run('cmake', '-S', HERE, '-B', build, f'-DCMAKE_PREFIX_PATH={self.prefix}', f'-DCMAKE_C_COMPILER={OPTIONS.compiler}',
            f'-DVERSION={self.version}', *options)
        run('cmake', '--build', build)
        return build / 'outside'

    def test_cmake_shared(self):
        program = self.cmake('cmake-shared')
        self.assertIn('libcutline.so.0', needed(program))
        self.expect(program)

    def test_cmake_static(self):
        for name, options in (('cmake-static', ['-DLIBRARY=cutline::static']), ('cmake-no-shared', ['-DBUILD_SHARED_LIBS=OFF'])):
            program = self.cmake(name, *options)
            self.assertFalse([name for name in needed(program) if 'cutline' in name])
            self.expect(program)

    def test_cmake_of_another_version(self):
        for version in ('0.0', '0.2', '1', '99'):
            with self.assertRaisesRegex(AssertionError, 'compatible with requested version|requested version'):
                self.cmake(f'cmake-{version}', f'-DVERSION={version}')
            shutil.rmtree(self.top / f'cmake-{version}')

    def test_what_comes_with_the_program_is_there(self):
        share = self.prefix / 'share'
        for name in ('man/man1/cutline.1', 'man/man1/cutline-extract.1', 'man/man1/cutline-features.1',
                     'bash-completion/completions/cutline', 'zsh/site-functions/_cutline',
                     'fish/vendor_completions.d/cutline.fish'):
            self.assertTrue((share / name).is_file(), name)

    def test_nothing_else_is_installed(self):
        names = sorted(str(path.relative_to(self.prefix)) for path in self.prefix.rglob('*') if not path.is_dir())
        wanted = re.compile(r'bin/cutline|include/cutline\.h|lib.*/libcutline\.(a|so|so\.0|so\.[\d.]+)|lib.*/pkgconfig/cutline\.pc|'
                            r'lib.*/cmake/cutline/cutline-config(-version)?\.cmake|share/.*')
        self.assertEqual([name for name in names if not wanted.fullmatch(name)], [])


if __name__ == '__main__':
    parser = argparse.ArgumentParser()
    parser.add_argument('--build', required=True)
    parser.add_argument('--meson', required=True)
    parser.add_argument('--compiler', required=True)
    OPTIONS = parser.parse_args()
    unittest.main(argv=sys.argv[:1])
