#!/usr/bin/env python3
"""layout.py must find what is wrong: bad trees and a bad library made here, and a good one that it lets pass."""
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

import layout

GOOD = {
    'include/cutline.h': 'CUTLINE_API int cutline_two(int a,\n    int b);\n',
    'src/base/arena.h': '#include <cutline.h>\n#include <stddef.h>\n',
    'src/html/parse.c': '#include "html/parse.h"\n#include "mode/text.inc"\n#include "dom/dom.h"\n',
    'src/html/parse.h': '#include "base/arena.h"\n',
    'src/html/mode/text.inc': '',
    'src/dom/dom.h': '#include "base/arena.h"\n',
    'src/html/names_data.inc': 'x\n' * 900,
    'cli/main.c': '#include <cutline.h>\n#include <stdio.h>\n#include "cli.h"\n',
    'cli/cli.h': '',
}


class Tree(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.root = Path(self.folder.name)
        for name, text in GOOD.items():
            self.write(name, text)

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def wrong(self, name, text):
        """The one complaint that this file gives rise to."""
        self.write(name, text)
        found = list(layout.check(self.root))
        self.assertEqual(len(found), 1, found)
        return found[0]

    def test_a_good_tree_passes(self):
        self.assertEqual(list(layout.check(self.root)), [])

    def test_a_stage_may_not_look_ahead(self):
        self.assertIn('html comes after', self.wrong('src/dom/early.c', '#include "html/parse.h"\n'))

    def test_nor_by_angle_brackets(self):
        self.assertIn('html comes after', self.wrong('src/dom/early.c', '  # include <html/parse.h>\n'))

    def test_nor_by_a_path_that_climbs(self):
        self.assertIn('climbing', self.wrong('src/dom/early.c', '#include "../html/parse.h"\n'))

    def test_nor_from_a_folder_below(self):
        self.write('src/label/model.h', '')
        self.assertIn('label comes after', self.wrong('src/html/mode/body.c', '#include "label/model.h"\n'))

    def test_a_folder_without_a_place(self):
        self.assertIn('no place in the order', self.wrong('src/misc/a.c', ''))

    def test_a_missing_header(self):
        self.assertIn('not under src/', self.wrong('src/dom/a.c', '#include "cli.h"\n'))

    def test_the_program_may_not_look_inside(self):
        self.assertIn('public headers', self.wrong('cli/extract.c', '#include "base/arena.h"\n'))

    def test_nor_by_climbing(self):
        self.assertIn('public headers', self.wrong('cli/extract.c', '#include "../src/base/arena.h"\n'))

    def test_nor_by_angle_brackets_either(self):
        self.assertIn('public headers', self.wrong('examples/one.c', '#include <base/arena.h>\n'))

    def test_a_long_file(self):
        self.assertIn('801 lines', self.wrong('src/dom/long.c', 'x\n' * 801))

    LONG = 'int one(void) {\n    return 1;\n}\n\nstatic int\ntwo(int a,\n    int b) {\n' + '    f(a);\n' * 60 + '}\n'

    def test_a_long_function(self):
        self.assertIn('src/dom/a.c:6: two has 63 lines', self.wrong('src/dom/a.c', self.LONG))

    def test_functions_that_just_fit(self):
        self.write('src/dom/a.c', 'int f(void);\nint a[] = {g(1)};\n' + 'int h(void) {\n' + '    f();\n' * 58 + '}\n' + '\n' * 90)
        self.assertEqual(list(layout.check(self.root)), [])

    def test_a_long_function_that_is_allowed(self):
        self.write('src/dom/a.c', self.LONG)
        self.assertEqual(list(layout.check(self.root, long={'src/dom/a.c two': ''})), [])

    def test_the_list_of_long_functions_holds_no_other(self):
        self.assertEqual(len(list(layout.check(self.root, long={'src/dom/a.c two': ''}))), 1)


class Library(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.root = Path(self.folder.name)
        self.compiler = os.environ.get('CC', 'cc').split()

    def static(self, source):
        (self.root / 'a.c').write_text(source)
        subprocess.run([*self.compiler, '-O1', '-fPIC', '-c', '-o', str(self.root / 'a.o'), str(self.root / 'a.c')], check=True)
        subprocess.run(['ar', 'rcs', str(self.root / 'liba.a'), str(self.root / 'a.o')], check=True)
        return self.root / 'liba.a'

    def variables(self, source):
        return [line.split(': ')[1].split()[0] for line in layout.check_variables(self.static(source))]

    def test_constants_are_let_pass(self):
        self.assertEqual(self.variables('static const int a[] = {1, 2}; const char *const b[] = {"x", "y"};\n'
                                        'int f(int i) { return a[i]; }\n'), [])

    def test_variables_are_found(self):
        found = self.variables('int a; static int b = 1; static _Thread_local int c; const char *d[] = {"x"};\n'
                               'int f(int i) { static int e; return a += b += c += e += i; }\n')
        self.assertEqual(sorted(name.split('.')[0] for name in found), ['a', 'b', 'c', 'd', 'e'])

    def test_forbidden_calls_are_found(self):
        static = self.static('#include <stdio.h>\n#include <stdlib.h>\n#include <stdarg.h>\n'
                             'void f(int i) { puts(getenv("HOME")); if (i > 2) abort(); if (i > 1) exit(i); }\n'
                             'int g(char *s, int i) { return snprintf(s, 9, "%d", i); }\n')
        found = sorted(line.split()[2].rstrip(',') for line in layout.check_calls(static))
        self.assertEqual(found, ['abort', 'exit', 'getenv', 'puts'])

    def test_exports(self):
        (self.root / 'include').mkdir()
        (self.root / 'include' / 'cutline.h').write_text(GOOD['include/cutline.h'])
        (self.root / 'a.c').write_text('int cutline_one(void) { return 1; }\n')
        shared = self.root / 'liba.so'
        subprocess.run([*self.compiler, '-shared', '-fPIC', '-o', str(shared), str(self.root / 'a.c')], check=True)
        self.assertEqual(list(layout.check_exports(self.root, shared, True)),
                         ['liba.so: exports cutline_one, which no public header declares',
                          'liba.so: does not export cutline_two, which a public header declares'])


if __name__ == '__main__':
    unittest.main()
