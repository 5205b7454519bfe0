#!/usr/bin/env python3
"""sample_pages.py must see a difference where there is one."""
import unittest

from sample_pages import compare, moment, word_f1

WANT = {'title': 'A title', 'authors': ['Ann One'], 'published': '2024-05-01T10:00:00+02:00', 'encoding': 'gbk',
        'text': ['One paragraph.', 'a list\nof two']}
RIGHT = {'title': 'A  title', 'authors': [{'name': 'Ann One'}], 'published': '2024-05-01T10:00:00.000+0200',
         'source': {'encoding': 'gbk'}, 'text': 'One\u00a0paragraph.\n\na list\nof two\n'}


def failed(known=None, **changes):
    verdicts = compare('p.html', WANT, {**RIGHT, **changes}, known or {})
    return [line.split(':')[0].split()[1] for verdict, line in verdicts if verdict == 'failed']


class Compare(unittest.TestCase):
    def test_right(self):
        self.assertEqual(failed(), [])

    def test_each_field_can_be_wrong(self):
        self.assertEqual(failed(title='A title | Site'), ['title'])
        self.assertEqual(failed(authors=[]), ['authors'])
        self.assertEqual(failed(published='2024-05-01'), ['published'])
        self.assertEqual(failed(published='2024-05-01T10:00:00Z'), ['published'])
        self.assertEqual(failed(source={}), ['encoding'])

    def test_text(self):
        self.assertEqual(failed(text='One paragraph. a list of two'), ['text'])
        self.assertEqual(failed(text='One paragraph.\n\na list\nof two\n\nRead more'), ['text'])
        self.assertEqual(failed(text=None), ['text'])

    def test_what_is_known_is_no_failure_until_it_is_right(self):
        known = {('p.html', 'title'): 'reason'}
        self.assertEqual(failed(known, title='Wrong'), [])
        self.assertEqual(failed(known), ['title'])

    def test_moment(self):
        self.assertEqual(moment('2024-05-01T10:00:00Z'), moment('2024-05-01T10:00:00.000+00:00'))
        self.assertNotEqual(moment('2024-05-01T10:00'), moment('2024-05-01T10:00:00+00:00'))
        self.assertEqual(moment('2024-05-01'), '2024-05-01')

    def test_word_f1(self):
        self.assertEqual(word_f1('a b', 'a b'), 1.0)
        self.assertEqual(word_f1('', 'a b'), 0.0)
        self.assertAlmostEqual(word_f1('古井 a', '古 a b'), 2 * 2 / 6)


if __name__ == '__main__':
    unittest.main()
