#!/usr/bin/env python3
"""What debian/ says again of what is said elsewhere is the same."""
import re
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def read(name):
    return (ROOT / name).read_text(encoding='utf-8')


class Debian(unittest.TestCase):
    def test_the_version(self):
        version = re.search(r"^  version: '(.*?)'", read('meson.build'), re.M).group(1)
        self.assertEqual(re.match(r'cutline \(([^)-]+)(?:-\d+)?\) ', read('debian/changelog')).group(1), version)

    def test_the_symbols(self):
        listed = re.findall(r'^ (\w+)@Base [\d.]+$', read('debian/libcutline0.symbols'), re.M)
        self.assertEqual(listed, read('tests/exported_symbols.txt').split(),
                         'debian/libcutline0.symbols is to have every exported symbol, with the version that first had it')

    def test_the_name_of_the_library(self):
        major = re.search(r"soversion: '(\d+)'", read('src/meson.build')).group(1)
        self.assertIn(f'\nPackage: libcutline{major}\n', read('debian/control'))

    def test_the_build_needs_what_meson_looks_for(self):
        needed = re.search(r'^Build-Depends: (.*(?:\n .*)*)', read('debian/control'), re.M).group(1)
        for library in re.findall(r"^dep_\w+ = dependency\('(?:lib)?([a-z]+?)(?:dec)?'\)", read('meson.build'), re.M):
            self.assertRegex(needed, f'(lib)?{library}(1g)?-dev')


if __name__ == '__main__':
    unittest.main()
