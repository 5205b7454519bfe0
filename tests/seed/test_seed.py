#!/usr/bin/env python3
"""seed.py must see a difference where there is one, and the pages must hold what is expected."""
import unittest

from seed import compare
from shapes import SHAPES

WANT = {'title': 'Ducks in the office', 'editions': [{'language': 'pt', 'label': 'Portuguese'}], 'language': 'en',
        'images': [{'caption': 'A duck', 'credit': 'Ann One/Agency'}], 'text': 'It "quacked".\n\nTwice.',
        'quotes': [{'block': 0, 'text': 'quacked'}], 'related': [{'label': 'SEE', 'title': 'Geese on the roof'}],
        'topics': ['Ducks & geese', 'Offices'],
        'dropped': [{'text': 'Two comments'}, {'text': 'Buy our calendar'}, {'text': 'Two comments'}]}
RIGHT = {**WANT, 'images': [{'caption': 'A  duck', 'credit': 'Ann One/Agency', 'url': 'x', 'lead': True}],
         'dropped': [{'text': text, 'role': 'other'} for text in ('Menu', 'Two comments', 'Two comments', 'Buy our calendar')]}


def failed(known=None, **changes):
    return [name for verdict, name, _ in compare('p', {**RIGHT, **changes}, WANT, known or {}) if verdict == 'failed']


class Seed(unittest.TestCase):
    def test_right(self):
        self.assertEqual(failed(), [])

    def test_each_field_can_be_wrong(self):
        for name in WANT:
            self.assertEqual(failed(**{name: None if isinstance(WANT[name], str) else []}), [name])

    def test_details(self):
        self.assertEqual(failed(editions=[*WANT['editions'], {'language': 'es', 'url': 'x'}]), ['editions'])
        self.assertEqual(failed(images=[{'caption': 'A duck'}]), ['images'])
        self.assertEqual(failed(images=RIGHT['images'] * 2), ['images'])
        self.assertEqual(failed(quotes=[{'block': 1, 'text': 'quacked'}]), ['quotes'])
        self.assertEqual(failed(topics=['Offices', 'Ducks & geese']), ['topics'])
        self.assertEqual(failed(text='It "quacked". Twice.'), ['text'])
        self.assertEqual(failed(dropped=RIGHT['dropped'][:2] + RIGHT['dropped'][3:]), ['dropped'])

    def test_what_is_known_is_no_failure_until_it_is_right(self):
        known = {('p', 'title'): 'reason'}
        self.assertEqual(failed(known, title='Geese'), [])
        self.assertEqual(failed(known), ['title'])

    def test_pages_hold_what_is_expected(self):
        for shape in SHAPES.values():
            page = shape(WANT)
            for string in ('Ducks in the office', '>Portuguese<', '[Ann One/Agency]', 'It "quacked".', 'Twice.', 'SEE:',
                           'Geese on the roof', '>Ducks &amp; geese<', '>Offices<', 'Buy our calendar'):
                self.assertIn(string, page)
            self.assertEqual(page.count('Two comments'), 2)


if __name__ == '__main__':
    unittest.main()
