#!/usr/bin/env python3
"""Run html5lib's tokenizer tests.

usage: tokenizer.py TOKENIZE FOLDER [--only FILE]

TOKENIZE is the program that runs the tokenizer alone (tokenize.c). Each test runs once for each of its initial states;
tokens are compared, lists of parse errors are not: our tokenizer reports none.

Two things are the driver's, since the tokenizer does not do them: the input of some tests holds lone surrogates, which
no UTF-8 can say, so these are counted as not run; and xmlViolation.test wants what comes out to be coerced to what XML
may hold ("Coercing an HTML DOM into an infoset"), which a tree of ours never is: the driver does that part.

Exit status: 0 all passed, 1 not all, 2 nothing was run, 77 the folder is not there (skipped).
"""
import argparse
import json
import re
import subprocess
import sys
from pathlib import Path

# The order of enum cl_tokenizer_state.
STATES = ['Data state', 'RCDATA state', 'RAWTEXT state', 'Script data state', 'PLAINTEXT state', 'CDATA section state']
ESCAPE = re.compile(r'\\u([0-9A-Fa-f]{4})')
SURROGATE = re.compile('[\ud800-\udfff]')


def pair_surrogates(text):
    """A high and a low surrogate, each escaped on its own, are one character."""
    return text.encode('utf-16-le', 'surrogatepass').decode('utf-16-le', 'surrogatepass')


def unescape(value):
    if isinstance(value, str):
        return pair_surrogates(ESCAPE.sub(lambda m: chr(int(m.group(1), 16)), value))
    if isinstance(value, list):
        return [unescape(item) for item in value]
    if isinstance(value, dict):
        return {unescape(key): unescape(item) for key, item in value.items()}
    return value


def coerce(token):
    """What of "coercing an HTML DOM into an infoset" shows in a token."""
    if token[0] == 'Comment':
        return ['Comment', re.sub('-(?=-)', '- ', token[1])]
    if token[0] == 'Character':
        return ['Character', token[1].replace('\f', ' ').replace('\uffff', '\ufffd')]
    return token


def join_characters(tokens):
    joined = []
    for token in tokens:
        if joined and token[0] == joined[-1][0] == 'Character':
            joined[-1] = ['Character', joined[-1][1] + token[1]]
        elif token != ['Character', '']:
            joined.append(token)
    return joined


def no_twins(pairs):
    if len(dict(pairs)) < len(pairs):
        raise ValueError(f'an attribute twice: {pairs}')
    return dict(pairs)


class Run:
    def __init__(self, path, test, state, is_xml):
        escaped = test.get('doubleEscaped', False)
        self.name = f'{path.name}: {test["description"]!r} in {state}'
        self.state = state
        self.input = unescape(test['input']) if escaped else test['input']
        self.expected = join_characters(unescape(test['output']) if escaped else test['output'])
        self.last = test.get('lastStartTag', '')
        self.is_xml = is_xml

    def can_be_said(self):
        return not SURROGATE.search(self.input)

    def line(self):
        words = [str(STATES.index(self.state)), self.last.encode().hex() or '-', self.input.encode().hex() or '-']
        return ' '.join(words)

    def check(self, answer):
        tokens = join_characters(json.loads(answer, object_pairs_hook=no_twins))
        if self.is_xml:
            tokens = [coerce(token) for token in tokens]
        if tokens == self.expected:
            return True
        print(f'{self.name}\n    input    {self.input!r}\n    expected {self.expected}\n    got      {tokens}')
        return False


def runs_of(path):
    content = json.loads(path.read_text(encoding='utf-8'))
    for key, is_xml in (('tests', False), ('xmlViolationTests', True)):
        for test in content.get(key, []):
            for state in test.get('initialStates', ['Data state']):
                yield Run(path, test, state, is_xml)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('tokenize', type=Path)
    parser.add_argument('folder', type=Path)
    parser.add_argument('--only', help='a file of the folder')
    options = parser.parse_args()
    if not options.folder.is_dir():
        print(f'{options.folder} is not there: its tests are skipped')
        return 77
    passed = failed = unsayable = 0
    for path in sorted(options.folder.glob('*.test')):
        if options.only and path.name != options.only:
            continue
        runs = list(runs_of(path))
        said = [run for run in runs if run.can_be_said()]
        unsayable += len(runs) - len(said)
        lines = ''.join(run.line() + '\n' for run in said).encode()
        done = subprocess.run([options.tokenize], input=lines, stdout=subprocess.PIPE)
        answers = done.stdout.decode('utf-8').splitlines()
        good = sum(run.check(answer) for run, answer in zip(said, answers))
        if done.returncode or len(answers) != len(said):
            print(f'{path.name}: the tokenizer ended with status {done.returncode} after {len(answers)} of {len(said)} runs')
        passed += good
        failed += len(said) - good
        if good < len(said):
            print(f'{path.name}: {good} of {len(said)}')
    print(f'tokenizer: {passed}/{passed + failed}; {unsayable} more hold lone surrogates, which UTF-8 can not say; '
          'tokens are compared, lists of parse errors are not')
    print(f'{passed} passed, {failed} failed, {unsayable} skipped')
    return 2 if passed + failed == 0 else 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
