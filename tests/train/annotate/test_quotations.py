#!/usr/bin/env python3
"""What train/annotate/quotations.py shows, keeps and counts, on a page of our own (usage: test_quotations.py CUTLINE)."""
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

TOOL = Path(__file__).resolve().parents[3] / 'train' / 'annotate' / 'quotations.py'
PROGRAM = None
PAGE = """<!DOCTYPE html><html lang="en"><head><title>Ferry returns to the lake</title></head><body><article>
<h1>Ferry returns to the lake</h1>
<p>The ferry will sail again from the old pier on Monday, the harbour office said, after two years on dry land.</p>
<p>“We have waited for two long years,” Ada Bach said on the pier. “Now the whole town can cross the lake again.”</p>
<p>The boat was painted in what the mayor calls “a quiet sort of green”, and it carries forty people and their bicycles.</p>
<p>“Nobody will have to drive around the lake any more,” said Emil Zahn, who lives on the other side of the water.</p>
</article></body></html>
"""


class Quotations(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        (self.root / 'own').mkdir()
        (self.root / 'own' / 'ferry.html').write_text(PAGE, encoding='utf-8')
        self.file = self.root / 'quotations.jsonl'

    def tool(self, *arguments, status=0):
        run = subprocess.run([sys.executable, str(TOOL), '--program', PROGRAM, '--pages', str(self.root), '--file', str(self.file),
                              *arguments], capture_output=True, text=True, check=False)
        self.assertEqual(run.returncode, status, run.stdout + run.stderr)
        return run.stdout + run.stderr

    def test_show_numbers_what_stands_between_marks(self):
        out = self.tool('show', 'own/ferry')
        self.assertIn('[[0: We have waited for two long years,]] Ada Bach', out)
        self.assertIn('[[2: a quiet sort of green]]', out)

    def test_take_keeps_places_and_no_text(self):
        self.tool('take', 'en', 'own/ferry', '0,1 Ada Bach; 3 Emil Zahn')
        entry = json.loads(self.file.read_text())
        self.assertEqual((entry['page'], entry['language'], len(entry['quotations'])), ('own/ferry', 'en', 3))
        self.assertNotIn('Bach', self.file.read_text())
        self.assertIn('nowhere on the page', self.tool('take', 'en', 'own/ferry', '0 Ines Holt', status=1))

    def test_score(self):
        self.tool('take', 'en', 'own/ferry', '0,1 Ada Bach; 2 the mayor; 3 Emil Zahn')
        self.assertIn('en  4 quotations  precision 100.0  recall 100.0  F1 100.0  speakers 100.0 of 4', self.tool('score'))
        self.tool('take', 'en', 'own/ferry', '0,1 Ada Bach; 2; 3 Ada Bach')
        self.assertIn('F1 100.0  speakers 66.7 of 3', self.tool('score'))
        self.tool('take', 'en', 'own/ferry', '0 Ada Bach')
        self.assertIn('precision 25.0  recall 100.0', self.tool('score'))

    def test_another_page(self):
        self.tool('take', 'en', 'own/ferry', '0 Ada Bach')
        (self.root / 'own' / 'ferry.html').write_text(PAGE + ' ', encoding='utf-8')
        self.assertIn('own/ferry is another page', self.tool('score', status=1))


if __name__ == '__main__':
    PROGRAM = sys.argv.pop(1)
    unittest.main()
