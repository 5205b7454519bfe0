#!/usr/bin/env python3
"""Makes measures_data.inc: what can be said of a block in plain words, and how much it speaks for the body.

usage: measures.py FEATURES.jsonl GOLD.jsonl >measures_data.inc

FEATURES is what `cutline features` printed of annotated pages (named ID.html), GOLD their annotations: lines with "id" and
"blocks", a list of [role, text]. A weight is how much more often, in log-odds (hundredths), something is so of blocks of
the body than of others; every page counts alike, and one occurrence on either side is granted. What tells little (under
0.35) is left out.
"""
import json
import math
import re
import sys
from pathlib import Path

LEAST = 35  # hundredths

# Column, lowest and highest value (64 is 1), sentence about the block; # stands for the value in percent.
SAYINGS = [
    ('chars', 0, 43, 'it is very short: under 15 letters'),
    ('chars', 44, 58, 'it is short: under 40 letters'),
    ('chars', 80, 127, 'it is long: 150 letters or more'),
    ('sentences', 35, 127, 'it has several sentences'),
    ('no_sentence', 1, 127, 'no sentence ends in it'),
    ('last_stop', 1, 127, 'it ends in a full stop'),
    ('last_colon', 1, 127, 'it ends in a colon'),
    ('last_ellipsis', 1, 127, 'it ends in an ellipsis'),
    ('last_letter', 1, 127, 'it ends without any mark'),
    ('last_number', 1, 127, 'it ends in a number'),
    ('digits', 13, 127, '# % of it is digits'),
    ('capitals', 38, 127, 'most of its letters are capitals'),
    ('parting', 1, 127, 'it has signs that part lists, like | or ·'),
    ('quotes', 16, 127, 'it has quotation marks'),
    ('links', 0, 0, 'no link is in it'),
    ('links', 32, 63, '# % of it is links'),
    ('links', 64, 127, 'all of it is links'),
    ('bold', 58, 127, 'all of it is bold'),
    ('italic', 58, 127, 'all of it is italic'),
    ('date', 1, 127, 'it has a date in figures'),
    ('time', 1, 127, 'it has a time of day'),
    ('at_sign', 1, 127, 'it has an @'),
    ('address', 1, 127, 'it has an address of the web or of mail'),
    ('copyright', 1, 127, 'it has a copyright sign'),
    ('credit_word', 1, 127, 'it has a word of picture credits'),
    ('byline_word', 1, 127, 'it begins as bylines do'),
    ('title_cover', 48, 127, "it has most words of the page's title"),
    ('description_grams', 48, 127, "it repeats the page's description"),
    ('body_grams', 48, 127, "it stands in the article body of the page's own data"),
    ('author_cover', 48, 127, "it has the author's name of the page's own data"),
    ('is_heading', 1, 127, 'it is a heading'),
    ('is_item', 1, 127, 'it is an item of a list'),
    ('is_cell', 1, 127, 'it is a cell of a table'),
    ('is_caption', 1, 127, 'it is marked up as a caption'),
    ('is_control', 1, 127, 'it is a button or a label of a form'),
    ('is_quotation', 1, 127, 'it is marked up as a quotation'),
    ('box_p', 1, 127, 'it stands in a <p>'),
    ('box_div', 1, 127, 'it stands in a <div> directly'),
    ('box_own', 1, 127, "it stands in an element of the page's own making"),
    ('wrap_time', 1, 127, 'it is marked up as a time'),
    ('in_nav', 1, 127, 'it stands in a <nav>'),
    ('in_footer', 1, 127, 'it stands in a <footer>'),
    ('in_header', 1, 127, 'it stands in a <header>'),
    ('in_aside', 1, 127, 'it stands in an <aside>'),
    ('in_form', 1, 127, 'it stands in a <form>'),
    ('in_figure', 1, 127, 'it stands in a <figure>'),
    ('in_details', 1, 127, 'it stands in a <details>'),
    ('in_blockquote', 1, 127, 'it stands in a <blockquote>'),
    ('in_main', 1, 127, 'it stands in the <main> element'),
    ('in_article', 1, 127, 'it stands in an <article>'),
    ('box1_links', 32, 127, '# % of what stands in the element around is links'),
    ('direct', 0, 0, 'no running text stands beside it'),
    ('direct', 26, 127, "# % of the page's running text stands beside it"),
    ('shape_mass', 0, 1, 'elements like its own hold no running text'),
    ('shape_mass', 26, 127, "# % of the page's running text stands in elements like its own"),
    ('in_core', 1, 127, 'it stands in the part of the page that holds most of the running text'),
    ('before_core', 1, 127, 'it stands before the part of the page that holds most of the running text'),
    ('after_core', 1, 127, 'it stands after the part of the page that holds most of the running text'),
    ('is_good', 1, 127, 'it looks like running text: long enough, with sentences, with few links'),
    ('back', 1, 15, 'running text comes right before it'),
    ('ahead', 1, 15, 'running text comes right after it'),
    ('between', 1, 127, 'it stands between the first and the last running text'),
    ('before_good', 1, 127, 'it stands before all running text'),
    ('after_good', 1, 127, 'it stands after all running text'),
    ('repeats', 1, 127, 'its text is on the page more than once'),
    ('again', 1, 127, 'its text stood on the page before'),
    ('is_headline', 1, 127, "it says what the page's title says"),
    ('before_headline', 1, 127, 'it stands before the headline'),
]
MARKS = ['navigation', 'header', 'footer', 'aside', 'comment', 'related', 'share', 'promotion', 'consent', 'caption', 'credit',
         'byline', 'date', 'topic', 'bio', 'deck', 'kicker', 'headline', 'body', 'article', 'main', 'advert', 'legal', 'note',
         'figure', 'embed', 'form', 'edition', 'quotation', 'hidden']
BEGINS = {'note': 'notes of the editors, or sources,', 'related': 'ways to other stories', 'comment': 'comments', 'promotion': 'offers',
          'share': 'buttons for sharing', 'bio': 'lines about the author', 'topic': 'lists of tags', 'edition': 'names of languages',
          'legal': 'copyright lines', 'consent': 'dialogues about cookies', 'caption': 'captions', 'date': 'dates of publication'}
SAYINGS += [('begins_' + name, 1, 127, f'it begins as {what} do') for name, what in BEGINS.items()]
SAYINGS += [('under_' + name, 1, 127, f'the heading over it begins as {BEGINS[name]} do')
            for name in ('note', 'related', 'comment', 'promotion', 'share', 'bio', 'topic')]
SAYINGS += [('own.' + mark, 1, 127, f'its tag, class or id says: {mark}') for mark in MARKS]
SAYINGS += [('around.' + mark, 1, 127, f'the tag, class or id of an element around it says: {mark}') for mark in MARKS]


def folded(text):
    return re.sub(r'\W+', '', text).lower()


def aligned(blocks, gold):
    """Pairs of a block and its annotated role: those whose texts are the same, in page order."""
    at = 0
    texts = [folded(text) for _, text in gold]
    for block in blocks:
        text = folded(block['text'])
        found = next((i for i in range(at, min(at + 60, len(gold))) if texts[i] == text), None)
        if found is not None and text:
            at = found + 1
            yield block, gold[found][0]


def main():
    features, gold = sys.argv[1:]
    annotated = {}
    for line in open(gold, encoding='utf-8'):
        page = json.loads(line)
        if page.get('terms') != 'judge':  # those are for judging only
            annotated[page['id']] = page['blocks']
    seen = {(i, side): 0.0 for i in range(len(SAYINGS)) for side in (True, False)}
    all_of = {True: 0.0, False: 0.0}
    pages = blocks_used = 0
    for line in open(features, encoding='utf-8'):
        page = json.loads(line)
        blocks = annotated.get(Path(page['source']['path']).stem)
        if blocks is None:
            continue
        columns = {name: i for i, name in enumerate(page['columns'])}
        pairs = list(aligned(page['blocks'], blocks))
        pages += bool(pairs)
        blocks_used += len(pairs)
        for side in (True, False):
            here = [block['x'] for block, role in pairs if (role == 'body') == side]
            if not here:
                continue
            all_of[side] += 1
            for i, (column, low, high, _) in enumerate(SAYINGS):
                k = columns[column]
                seen[i, side] += sum(low <= x[k] <= high for x in here) / len(here)
    print(f'/* Made by measures.py of {pages} annotated pages, {blocks_used} blocks: column, lowest and highest value, weight for the body\n'
          ' * in hundredths of log-odds, sentence (# stands for the value in percent). */')
    for i, (column, low, high, text) in enumerate(SAYINGS):
        share = {side: (seen[i, side] + 1) / (all_of[side] + 2) for side in (True, False)}
        weight = round(100 * math.log(share[True] / share[False]))
        if abs(weight) < LEAST:
            continue
        if '.' in column:
            group, mark = column.split('.')
            column = f'CL_X_{group.upper()} + {MARKS_IN_ORDER.index(mark)}'
        else:
            column = 'CL_X_' + column
        print(f'MEASURE({column}, {low}, {high}, {weight}, "{text}")')


# As the columns have them (block/features_row.c).
MARKS_IN_ORDER = MARKS[:-1] + ['list', 'table', 'hidden']

if __name__ == '__main__':
    main()
