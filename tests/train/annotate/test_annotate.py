#!/usr/bin/env python3
"""What train/annotate takes, refuses, warns of and builds: forms and spans by themselves, and a page of our own through the
program (usage: test_annotate.py CUTLINE)."""
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
TOOL = HERE.parents[2] / 'train' / 'annotate' / 'annotate.py'
sys.path.insert(0, str(TOOL.parent))
import spans  # noqa: E402

PROGRAM = None
FORM = '0-2 nav; 3 headline; 4 byline; 5 date; 6 caption+credit; 7,9 body; 8 related; 10-11 related; 12 legal'
ROLES = (['navigation'] * 3 + ['headline', 'byline', 'date', 'caption+credit', 'body', 'related', 'body', 'related', 'related',
                               'legal'])


class Form(unittest.TestCase):
    def refused(self, form, why, count=4):
        with self.assertRaisesRegex(spans.FormError, why):
            spans.read_form(form, count)

    def test_short_names_ranges_and_an_open_end(self):
        self.assertEqual(spans.read_form('0 nav; 1 head # the first\n2- byline + date', 4),
                         ['navigation', 'headline', 'byline+date', 'byline+date'])

    def test_what_is_no_form(self):
        self.refused('0-1 nav; 3 body', 'without a role: 2$')
        self.refused('0-2 nav; 2-3 body', 'block 2 has two roles, navigation and body')
        self.refused('0-4 nav', 'not within the page')
        self.refused('3-1 nav', 'not within the page')
        self.refused('0-3 menu', 'unknown role "menu"')
        self.refused('0-3 b', 'may mean')
        self.refused('0-3 body+body', 'not one role or two')
        self.refused('body', 'not block numbers and a role')
        self.refused('0--3 body', 'not a block number or a range')

    def test_written_and_read_again(self):
        self.assertEqual(spans.read_form(spans.write_form(ROLES), len(ROLES)), ROLES)


class Spans(unittest.TestCase):
    def test_one_where_the_role_changes(self):
        self.assertEqual(spans.spans_of([10, 20, 30, 40], ['body', 'body', 'note', 'note']), [[10, 'body'], [30, 'note']])

    def test_blocks_that_do_not_follow_the_source_or_share_an_offset(self):
        for offsets in ([10, 50, 20, 60], [60, 50, 40, 10], [10, 10, 10, 20], [10, 30, 30, 20]):
            roles = ['body', 'related', 'body', 'note']
            self.assertEqual(spans.roles_of(offsets, spans.spans_of(offsets, roles)), roles, offsets)

    def test_a_block_that_was_cut_in_two_later(self):
        self.assertEqual(spans.roles_of([10, 15, 30], [[10, 'body'], [30, 'note']]), ['body', 'body', 'note'])
        self.assertEqual(spans.roles_of([5, 10], [[10, 'body']]), [None, 'body'])


class Page(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        (self.root / 'own').mkdir()
        shutil.copy(HERE / 'page.html', self.root / 'own' / 'ferry.html')
        self.file = self.root / 'annotations.jsonl'

    def tool(self, *arguments, status=0):
        run = subprocess.run([sys.executable, str(TOOL), '--program', PROGRAM, '--pages', str(self.root), '--file', str(self.file),
                              *arguments], capture_output=True, text=True, check=False)
        self.assertEqual(run.returncode, status, run.stdout + run.stderr)
        return run.stdout + run.stderr

    def entry(self):
        return json.loads(self.file.read_text())

    def test_show(self):
        table = self.tool('show', 'own/ferry')
        self.assertIn('3\theading 1\tFerry returns to the lake\n', table)
        self.assertIn('… [', self.tool('show', 'own/ferry', '--width', '20'))
        self.assertIn('0 (item) Home |1 Town |2 Sport\n', self.tool('show', str(self.root / 'own' / 'ferry.html'), '--compact'))

    def test_take_and_gold(self):
        self.assertNotIn('warning', self.tool('take', 'own/ferry', FORM))
        page = (self.root / 'own' / 'ferry.html').read_bytes()
        entry = self.entry()
        self.assertEqual(entry['sha256'], hashlib.sha256(page).hexdigest())
        self.assertEqual((entry['page'], entry['kind'], entry['blocks']), ('own/ferry', 'article', 13))
        self.assertNotIn('ferry takes', self.file.read_text())
        self.assertIn('1 pages written', self.tool('gold', str(self.root / 'gold.jsonl')))
        line = json.loads((self.root / 'gold.jsonl').read_text())
        self.assertEqual((line['id'], line['page'], line['kind']), ('own_ferry', 'own/ferry.html', 'article'))
        self.assertEqual([role for role, _ in line['blocks']], ROLES)
        self.assertEqual(line['blocks'][3], ['headline', 'Ferry returns to the lake'])

    def test_take_again_replaces(self):
        self.tool('take', 'own/ferry', '0- body', '--kind', 'other')
        self.tool('take', 'own/ferry', FORM)
        self.assertEqual(self.entry()['kind'], 'article')
        self.assertIn('annotated as article', self.tool('show', 'own/ferry'))

    def test_a_bad_form_changes_nothing(self):
        self.tool('take', 'own/ferry', FORM)
        before = self.file.read_bytes()
        self.assertIn('without a role: 12', self.tool('take', 'own/ferry', FORM.replace('; 12 legal', ''), status=1))
        self.assertEqual(self.file.read_bytes(), before)

    def test_warnings(self):
        for change, warning in (
                (('7,9 body', '7 body; 9 deck'), 'deck (block 9) after the body began'),
                (('0-2 nav', '0 nav; 1-2 body'), 'body (block 1) before the headline'),
                (('3 headline', '3 nav'), 'no headline'),
                (('7,9 body', '7,9 aside'), 'no body'),
                (('7,9 body', '7 byline; 9 note'), 'no body')):
            self.assertIn(warning, self.tool('take', 'own/ferry', FORM.replace(*change)))

    def test_a_caption_without_a_picture(self):
        page = self.root / 'own' / 'ferry.html'
        text = page.read_text(encoding='utf-8').replace('<img src="ferry.jpg" alt="">', '')
        page.write_text(text.replace('<figure>', '<div>').replace('</figure>', '</div>').replace('figcaption', 'p'), encoding='utf-8')
        self.assertIn('caption (block 6) without a picture', self.tool('take', 'own/ferry', FORM))

    def test_a_page_that_changed_is_skipped_and_said(self):
        self.tool('take', 'own/ferry', FORM)
        page = self.root / 'own' / 'ferry.html'
        page.write_bytes(page.read_bytes() + b' ')
        self.assertIn('skipped own/ferry: the page is another', self.tool('gold', str(self.root / 'gold.jsonl'), status=1))
        self.assertEqual((self.root / 'gold.jsonl').read_text(), '')
        self.assertIn('1 wrong', self.tool('check', status=1))
        page.unlink()
        self.tool('gold', str(self.root / 'gold.jsonl'), '--allow-missing')
        self.assertIn('0 wrong, 1 not unpacked', self.tool('check'))

    def test_a_file_that_is_wrong_in_itself(self):
        self.tool('take', 'own/ferry', FORM)
        good = self.entry()
        for field, value in (('kind', 'story'), ('spans', [[0, 'menu']]), ('spans', [['0', 'body']]), ('sha256', ''), ('text', 'x')):
            self.file.write_text(json.dumps({**good, field: value}) + '\n')
            self.assertIn('1 wrong', self.tool('check', status=1), field)
        self.file.write_text(json.dumps(good) + '\n' + json.dumps(good) + '\n')
        self.assertIn(':2: own/ferry is there twice', self.tool('check', status=1))
        self.file.write_text('{}\n')
        self.assertIn(':1: not an annotation', self.tool('check', status=1))

    def test_a_page_that_is_not_there(self):
        self.assertIn('No such file', self.tool('show', 'own/none', status=1))


class Annotations(unittest.TestCase):
    """The annotations of this project, in form (their pages are not ours to keep)."""

    def test_form(self):
        empty = tempfile.TemporaryDirectory()
        self.addCleanup(empty.cleanup)
        run = subprocess.run([sys.executable, str(TOOL), '--program', PROGRAM, '--pages', empty.name, 'check'],
                             capture_output=True, text=True, check=False)
        self.assertEqual(run.returncode, 0, run.stdout + run.stderr)


if __name__ == '__main__':
    PROGRAM = sys.argv.pop(1)
    unittest.main()
