#!/usr/bin/env python3
"""hard.py must see a difference where there is one, and the pages must be whole."""
import unittest
from html.parser import HTMLParser

from frames import FRAMES, page
from hard import CASES, compare, reason
from words import LINES

WANT = {'text': ['One.', 'Two.'], 'without': ['Sign up'], 'notes': ['Correction.'], 'kept': ['A caption.'],
        'related': ['Another'], 'optional': ['19:42'], 'access': 'paywalled'}
RIGHT = {'text': 'One.\n\n19:42\n\nTwo.', 'access': 'paywalled', 'related': [{'title': 'Another'}],
         'images': [{'caption': 'A caption.'}], 'body': [{'type': 'note', 'text': 'Correction.'}]}


def failed(known=None, **changes):
    verdicts = compare({'id': 'a', 'want': WANT}, {**RIGHT, **changes}, {'a': known or {}})
    return [key for verdict, key, _, _ in verdicts if verdict == 'failed']


class Tags(HTMLParser):
    """Whether <div> and <article> are closed as often as they are opened."""
    def __init__(self):
        super().__init__()
        self.open = {'div': 0, 'article': 0, 'table': 0, 'section': 0}

    def handle_starttag(self, tag, attrs):
        if tag in self.open:
            self.open[tag] += 1

    def handle_endtag(self, tag):
        if tag in self.open:
            self.open[tag] -= 1


class Hard(unittest.TestCase):
    def test_right(self):
        self.assertEqual(failed(), [])

    def test_each_expectation_can_fail(self):
        self.assertEqual(failed(text='Two.\n\nOne.'), ['text'])
        self.assertEqual(failed(text='One. Two.'), ['text'])
        self.assertEqual(failed(text='One.\n\nTwo.\n\nSign up'), ['text', 'without'])
        self.assertEqual(failed(body=[]), ['notes'])
        self.assertEqual(failed(images=[]), ['kept'])
        self.assertEqual(failed(related=[]), ['related'])
        self.assertEqual(failed(access='free'), ['access'])

    def test_what_is_known_is_no_failure_until_it_is_right(self):
        self.assertEqual(failed({'related': 'reason'}, related=[]), [])
        self.assertEqual(failed({'related': 'reason'}), ['related'])

    def test_reason(self):
        self.assertEqual(reason('text', ['a', 'b'], ['b', 'c']), 'left out: c; let in: a')
        self.assertEqual(reason('text', ['a', 'b'], ['b', 'a']), 'not in this order')

    def test_pages_are_whole(self):
        for case in CASES:
            tags = Tags()
            tags.feed(page(case))
            self.assertEqual(set(tags.open.values()), {0}, case['id'])

    def test_languages_and_frames_are_all_used(self):
        self.assertEqual({case['language'] for case in CASES}, set(LINES))
        self.assertEqual({case['frame'] for case in CASES}, set(FRAMES))


if __name__ == '__main__':
    unittest.main()
