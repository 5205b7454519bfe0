#!/usr/bin/env python3
"""Makes date_words_data.inc: the words that dates are written with, in the languages of CLDR, and what each means.

usage: generate_date_words.py FOLDER > date_words_data.inc

FOLDER is package/main of the npm package cldr-dates-full (Unicode License v3: date_words_license.txt). Months, days of
the week, parts of the day and relative times come from there; date_words.txt beside this file has what CLDR lacks:
other calendars, everyday abbreviations, numbers and ordinals in words, and the words that say what a date is of.
Words are folded as date_words.c folds them and stand here as hashes. Standard library only.
"""
import json
import re
import sys
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / 'block'))

from word_hashes import fnv, print_bits  # noqa: E402

KINDS = '''MONTH PERSIAN HIJRI WEEKDAY UNIT DIRECTION UNIT_DIRECTION DAY_OFFSET UNIT_OFFSET NUMBER ORDINAL HALF TURN
    MARK ERA WHICH SAID BASE SKIP'''.split()
UNITS = ['second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year', 'decade']
DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
PAST, FUTURE = 1, 2
SIZE_MAX = 63  # bytes of a folded word; date_words.c has it too

LATIN = (0xC0, 0x250)  # letters with marks that have a table: without them
MORE = (0x1E00, 0x1F00)
LETTERS = {'ß': 's', 'æ': 'a', 'ø': 'o', 'œ': 'o', 'þ': 't', 'ð': 'd', 'đ': 'd', 'ł': 'l', 'ı': 'i', 'ħ': 'h'}
ARABIC = {'ي': 'ی', 'ى': 'ی', 'ك': 'ک', 'أ': 'ا', 'إ': 'ا', 'آ': 'ا', 'ة': 'ه', 'ۀ': 'ه'}
NUKTA = {0x958: 'क', 0x959: 'ख', 0x95A: 'ग', 0x95B: 'ज', 0x95C: 'ड', 0x95D: 'ढ', 0x95E: 'फ', 0x95F: 'य',
         0x9DC: 'ড', 0x9DD: 'ঢ', 0x9DF: 'য'}


def lower(c):
    """As cl_fold() in block/words.c does it: capitals of Latin, Greek, Cyrillic and Armenian."""
    low = c.lower()
    code = ord(c)
    if len(low) == 1 and (code < 0x180 or 0x386 <= code < 0x3D0 or 0x400 <= code < 0x590 or 0x1E00 <= code <= 0x1EFF):
        return low
    return 'i' if c == 'İ' else c


def fold_letter(c):
    c = 'σ' if c == 'ς' else lower(c)
    code = ord(c)
    if c in LETTERS:
        return LETTERS[c]
    if c in ARABIC:
        return ARABIC[c]
    if code in NUKTA:
        return NUKTA[code]
    if c == 'ё':
        return 'е'
    if LATIN[0] <= code < LATIN[1] or MORE[0] <= code < MORE[1] or 0x3AC <= code < 0x3CF:
        base = lower(unicodedata.normalize('NFD', c)[0])
        return base if base.isalpha() and (base.isascii() or code < LATIN[0] or 0x3AC <= code < 0x3CF) else c
    if 0x300 <= code < 0x370 or code in (0x640, 0x93C, 0x9BC, 0xAD, 0xFEFF) or 0x64B <= code <= 0x65F:
        return ''
    if 0x200B <= code <= 0x200F or 0x202A <= code <= 0x202E or 0x2060 <= code <= 0x2069:
        return ''
    return c


def fold(s):
    s = unicodedata.normalize('NFC', s)
    s = re.sub("['’ʼʻꞌ‵`´‘]", '', s)
    s = re.sub(r'[-‐‑]', ' ', s)
    s = ''.join(map(fold_letter, s))
    s = re.sub(r'(?<![^\W\d_])([^\W\d_])\.', r'\1', s)  # p.m.: one letter before a full stop
    return ' '.join(s.replace('.', ' ').replace('\u200b', ' ').replace('\xa0', ' ').split())


class Words:
    def __init__(self):
        self.meanings = defaultdict(lambda: defaultdict(set))  # word -> (kind, value) -> languages

    def add(self, word, language, kind, value):
        word = fold(word)
        if not word or re.search(r'\d|\{|^[^\w]*$', word) or len(word.encode()) > SIZE_MAX:
            return
        if len(word) == 1 and word.isascii() and kind in ('MONTH', 'WEEKDAY'):
            return
        self.meanings[word][kind, value].add(language)


def unit_value(unit):
    return UNITS.index(unit) + 1


def relative_patterns(fields):
    """(unit, direction, before, after) of each way to say a number of units ago, or from now."""
    for unit in UNITS:
        for form in ('', '-short', '-narrow'):
            field = fields.get(unit + form, {})
            for direction, key in ((PAST, 'past'), (FUTURE, 'future')):
                for pattern in field.get('relativeTime-type-' + key, {}).values():
                    if pattern.count('{0}') == 1 and not re.match(r'[-+]\{0\}', pattern):
                        yield (unit, direction, *map(fold, pattern.split('{0}')))


def common(lists):
    """The words that most of these lists begin with alike."""
    lists = [l for l in lists if l]
    if not lists:
        return []
    best = []
    for size in (1, 2, 3, 4):
        heads = defaultdict(int)
        for l in lists:
            heads[tuple(l[:size])] += len(l) >= size
        head, count = max(heads.items(), key=lambda x: x[1])
        if count * 2 > len(lists):
            best = list(head)
    return best


def add_relative(words, language, fields):
    patterns = list(relative_patterns(fields))
    for direction in (PAST, FUTURE):
        mine = [(u, b.split(), a.split()) for u, d, b, a in patterns if d == direction]
        only_after = [p for p in mine if not p[1]]
        only_before = [p for p in mine if not p[2]]
        both = [p for p in mine if p[1] and p[2]]
        heads = common([p[1] for p in only_before])
        tails = common([p[2][::-1] for p in only_after])[::-1]

        def word(parts, kind, value):
            words.add(' '.join(parts), language, kind, value)

        for unit, before, after in only_after:
            word(after, 'UNIT_DIRECTION', unit_value(unit) + 16 * direction)
            if tails and after[-len(tails):] == tails and len(after) > len(tails):
                word(after[:-len(tails)], 'UNIT', unit_value(unit))
                word(tails, 'DIRECTION', direction)
        for unit, before, after in only_before:
            word(before, 'UNIT_DIRECTION', unit_value(unit) + 16 * direction)
            if heads and before[:len(heads)] == heads and len(before) > len(heads):
                word(before[len(heads):], 'UNIT', unit_value(unit))
                word(heads, 'DIRECTION', direction)
        befores = defaultdict(set)
        afters = defaultdict(set)
        for unit, before, after in both:
            befores[' '.join(before)].add(unit)
            afters[' '.join(after)].add(unit)
        ends = common([p[2][::-1] for p in both])[::-1]
        for unit, before, after in both:
            if len(befores[' '.join(before)]) >= len(afters[' '.join(after)]):
                word(before, 'DIRECTION', direction)
                word(after, 'UNIT', unit_value(unit))
                if ends and after[-len(ends):] == ends and len(after) > len(ends):
                    word(after[:-len(ends)], 'UNIT', unit_value(unit))
                    word(ends, 'DIRECTION', direction)
            else:
                word(before, 'UNIT', unit_value(unit))
                word(after, 'DIRECTION', direction)
                head = common([p[1] for p in both])
                if head and len(before) > len(head) and before[:len(head)] == head:
                    word(before[len(head):], 'UNIT', unit_value(unit))
                    word(head, 'SKIP', 1)
    for unit in UNITS:
        for form in ('', '-short', '-narrow'):
            field = fields.get(unit + form, {})
            if 'displayName' in field:
                words.add(field['displayName'], language, 'UNIT', unit_value(unit))
            for offset in (-2, -1, 0, 1, 2):
                text = field.get(f'relative-type-{offset}')
                if text and unit == 'day':
                    words.add(text, language, 'DAY_OFFSET', offset + 10)
                elif text:
                    words.add(text, language, 'UNIT_OFFSET', unit_value(unit) + 16 * (offset + 2))


def add_calendar(words, language, gregorian):
    for context in ('format', 'stand-alone'):
        for width in ('wide', 'abbreviated'):
            for number, name in gregorian['months'][context][width].items():
                words.add(name, language, 'MONTH', int(number))
        for width in ('wide', 'abbreviated', 'short'):
            for number, name in gregorian['days'][context][width].items():
                name = fold({'mon': '', 'sun': ''}.get(name, name))
                if len(name) > 1 or ord(name[:1] or 'a') > 0x2E80:
                    words.add(name, language, 'WEEKDAY', (DAYS + [0]).index(number) + 1)
        for width in ('wide', 'abbreviated'):
            periods = gregorian['dayPeriods'][context][width]
            for half, value in (('am', 1), ('pm', 2)):
                if half in periods:
                    words.add(periods[half], language, 'HALF', value)


def read_cldr(words, folder):
    languages = set()
    for path in sorted(Path(folder).iterdir()):
        locale = path.name
        language = locale.split('-')[0]
        with open(path / 'ca-gregorian.json', encoding='utf-8') as f:
            gregorian = json.load(f)['main'][locale]['dates']['calendars']['gregorian']
        with open(path / 'dateFields.json', encoding='utf-8') as f:
            fields = json.load(f)['main'][locale]['dates']['fields']
        if gregorian['months']['format']['wide']['1'] == 'M01':
            continue  # nothing is known of this language
        add_calendar(words, language, gregorian)
        add_relative(words, language, fields)
        languages.add(language)
    return languages


def read_own(words, path):
    """Lines "KIND VALUE LANGUAGE: word, word"; MONTHS and the like give the values 1, 2, 3 to words parted by ;."""
    for line in path.read_text(encoding='utf-8').splitlines():
        if not line.strip() or line.startswith('#'):
            continue
        head, rest = line.split(':', 1)
        parts = head.split()
        languages = parts[-1].split(',')
        if len(parts) == 2:
            pairs = [(i + 1, w) for i, group in enumerate(rest.split(';')) for w in group.split(',')]
        else:
            pairs = [(int(parts[1]), w) for w in rest.split(',')]
        for value, word in pairs:
            for language in languages:
                words.add(word, language, parts[0], value)


# Where a word means several things, the meaning in the language that most is written in goes first.
LARGE = '''en es de ru fr ja pt tr it fa nl pl zh vi id cs ko uk ar el he sv ro hu th da fi sk bg hr nb no sr lt ca sl
    et lv hi bn'''.split()


def rows(values, form, per_line):
    values = [form.format(v) for v in values]
    for i in range(0, len(values), per_line):
        print('    ' + ' '.join(v + ',' for v in values[i:i + per_line]))


def letters(name, block):
    plain = [fold_letter(chr(c)) for c in range(*block)]
    text = ''.join(p if p.isascii() and len(p) == 1 else '.' for p in plain)
    print(f'\n/* U+{block[0]:04X} to U+{block[1] - 1:04X} as letters without marks; a full stop: no such. */')
    print(f'static const char {name}[{len(text) + 1}] =')
    lines = [text[i:i + 100] for i in range(0, len(text), 100)]
    print('\n'.join(f'    "{line}"' for line in lines) + ';')


def main():
    words = Words()
    read_cldr(words, sys.argv[1])
    read_own(words, Path(__file__).with_name('date_words.txt'))
    languages = sorted({l for m in words.meanings.values() for s in m.values() for l in s if l != '*'})
    sets, meanings, entries = {}, [], []
    for word, means in words.meanings.items():
        data = word.encode()
        order = sorted(means.items(), key=lambda x: (min((LARGE + ['']).index(l) if l in LARGE else 99 for l in x[1]), -len(x[1]), x[0]))
        entries.append((fnv(data), len(data), len(meanings), len(order)))
        for (kind, value), spoken in order:
            key = () if '*' in spoken else tuple(sorted(languages.index(l) for l in spoken))
            meanings.append((kind, value, sets.setdefault(key, len(sets))))
    entries.sort()
    assert len({(h, n) for h, n, _, _ in entries}) == len(entries)
    print('/* Generated by generate_date_words.py. Do not edit. Months, days and relative times are of CLDR, (C) Unicode,')
    print(' * Inc., under the licence in date_words_license.txt. */')
    print(f'#define WORD_COUNT {len(entries)}u\n#define WORD_SIZE_MAX {SIZE_MAX}u\n#define LANGUAGE_COUNT {len(languages)}u\n')
    print('static const char date_languages[LANGUAGE_COUNT][4] = {')
    rows(languages, '"{}"', 16)
    print('};\n\n/* Sets of languages, each ended by 0: numbers of languages, from 1 on. The empty set: all. */')
    starts, flat = [], []
    for key in sorted(sets, key=sets.get):
        starts.append(len(flat))
        flat += [i + 1 for i in key] + [0]
    assert len(flat) < 65536 and len(languages) < 65535 and len(meanings) < 65536
    print(f'static const uint16_t date_language_sets[{len(flat)}] = {{')
    rows(flat, '{}', 24)
    print(f'}};\n\nstatic const struct {{\n    uint8_t kind, value;\n    uint16_t languages; /* where its set begins */\n}} date_meanings[{len(meanings)}] = {{')
    rows([f'{{{KINDS.index(k) + 1}, {v}, {starts[s]}}}' for k, v, s in meanings], '{}', 8)
    print('};\n\n/* Words by their hashes, FNV-1a of the folded word. */\nstatic const struct {\n    uint32_t hash;\n    uint8_t size, count;\n    uint16_t first; /* of its meanings */\n} date_words[WORD_COUNT] = {')
    rows([f'{{0x{h:08x}u, {n}, {c}, {f}}}' for h, n, f, c in entries], '{}', 5)
    print('};')
    letters('date_letters', LATIN)
    letters('date_letters_more', MORE)
    hashes = [h for h, *_ in entries]
    print('\n/* Bits: the hashes of the words, by their lowest bits. */')
    print_bits('date_word_hashes', 1 << 17, hashes)
    print('/* Words whose hash has these twelve highest bits begin here. */\nstatic const uint16_t date_word_index[4097] = {')
    rows([bisect_left(hashes, i << 20) for i in range(4097)], '{}', 20)
    print('};')


if __name__ == '__main__':
    main()
