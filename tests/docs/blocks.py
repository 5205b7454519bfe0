"""The examples of the documentation: found, and run in a folder of their own. Standard library only.

An example is a fenced block of Markdown in one of the languages below. Comments of HTML right before it say more:

    <!-- not run: REASON -->   it can't be run in a test; it is counted
    <!-- file: NAME -->        it is the contents of a file, which later examples of the page use
    <!-- needs: NAME, NAME --> of Python: it is left out where one of these modules is not installed; that is told
    <!-- fragment -->          of C: the inside of a function that is given the page story.html as `bytes` and `size`
    <!-- output -->            a block in any language: what the example before it prints
    <!-- sample: ... -->       compared by tests/pages/shown.py (README.md); `record` likewise

sh       commands, which must all end well
console  lines with "$ " are commands; what is between them is what they print (both streams)
c        a program (file) or a fragment
python   code; the blocks of a page are run one after the other, as in one session (the tests of the package do that)

In an output "…" stands for anything: alone on a line for any lines. An output in JSON need only be a part of what is
printed; a string that ends in "…" may go on.
"""
import gzip
import json
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

EXAMPLES = ('sh', 'console', 'c', 'python')
FENCE = re.compile(r'((?:^<!-- (?!=).*? -->\n)*)^(`{3,})([^\n`]*)\n(.*?)^\2$', re.M | re.S)
COMMENT = re.compile(r'<!-- (.*?) -->')
TOTALS = re.compile(r'^cutline: \d+ pages?, \d+ failed, .*\n', re.M)  # times differ; pages don't show this line
INDENTED = re.compile(r'\n\n(    [^ \n].*)')
# A page in docs/ stands with what it needs: these files are in the folder that examples are run in.
PAGES = 'examples/pages'
COPIES = {'story.html': 'large-newsroom.html', 'page.html': 'wordpress-blocks.html', 'flattened.txt': 'flattened.txt',
          'saved-pages/ferry.html': 'wordpress-blocks.html', 'saved-pages/weather.html': 'large-newsroom.html',
          'saved-pages/tram.html': 'german-quotes.html', 'saved-pages/live.html': 'live-blog.html'}


@dataclass
class Block:
    page: str
    line: int
    language: str
    text: str
    notes: dict  # what its comments say
    output: 'Block | None' = None

    def __str__(self):
        return f'{self.page}:{self.line}'


def documents(root):
    return [root / 'README.md', root / 'bindings/python/README.md', *sorted((root / 'docs').glob('*.md'))]


def blocks_of(path, root):
    """The examples of a page, each with its output where that is shown, and the lines that are wrong."""
    text, found, wrong = path.read_text(encoding='utf-8'), [], []
    name = str(path.relative_to(root))
    outside, end = [], 0
    for match in FENCE.finditer(text):
        outside.append(text[end:match.start()])
        end = match.end()
        notes = {}
        for comment in COMMENT.findall(match[1]):
            key, _, value = comment.partition(':')
            notes[key.strip()] = value.strip()
        block = Block(name, text.count('\n', 0, match.start(2)) + 1, match[3].strip(), match[4], notes)
        if not block.language:
            wrong.append(f'{block}: say what language this is (text where it is none)')
        elif 'output' in notes:
            if not found or found[-1].output or text[text.rfind('```', 0, match.start()) + 3:match.start()].strip():
                wrong.append(f'{block}: the output of what? It stands right after an example')
            else:
                found[-1].output = block
        elif block.language in EXAMPLES or 'sample' in notes or 'record' in notes:
            found.append(block)
    outside.append(text[end:])
    for part in outside:
        indented = INDENTED.search(part)
        if indented and not re.search(r'^ *(\d+\.|[-*]) .*(\n {2,}.*)*\Z', part[:indented.start()], re.M):
            wrong.append(f'{name}: fence this, and say its language: {indented[1].strip()}')
    return found, wrong


def make_folder(root, folder, program):
    """What the examples find around them. Gives the environment that they are run in."""
    (folder / 'examples').mkdir()
    shutil.copytree(root / PAGES, folder / PAGES)
    for name, page in COPIES.items():
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copy(root / PAGES / page, folder / name)
    (folder / 'page.html.gz').write_bytes(gzip.compress((folder / 'page.html').read_bytes()))
    environment = {**os.environ, 'LC_ALL': 'C.UTF-8'}
    if program:
        programs = folder / '.bin'
        programs.mkdir()
        (programs / 'cutline').symlink_to(Path(program).resolve())
        environment['PATH'] = f'{programs}:{environment["PATH"]}'
    return environment


def is_part(shown, got):
    if isinstance(shown, dict):
        return isinstance(got, dict) and all(key in got and is_part(value, got[key]) for key, value in shown.items())
    if isinstance(shown, list):
        if shown and shown[-1] == '…':
            return isinstance(got, list) and len(got) >= len(shown) - 1 and all(map(is_part, shown[:-1], got))
        return isinstance(got, list) and len(shown) == len(got) and all(map(is_part, shown, got))
    if isinstance(shown, str) and shown.endswith('…'):
        return isinstance(got, str) and got.startswith(shown[:-1])
    return shown == got


def is_output(shown, got, language='text'):
    """Whether what was printed is what the page shows."""
    if language == 'json':
        try:
            return is_part(json.loads(shown), json.loads(got))
        except ValueError:
            return False
    pattern = ''
    for line in shown.rstrip('\n').split('\n'):
        if line.strip() == '…':
            pattern += r'(?:.*\n)*?'
        else:
            pattern += '.*'.join(re.escape(part) for part in line.rstrip().split('…')) + r'[ \t]*\n'
    return re.fullmatch(pattern, got.rstrip('\n') + '\n') is not None


def session(text):
    """The commands of a transcript, each with what it is shown to print; a command goes on after a backslash."""
    commands = []
    for line in text.splitlines():
        if line.startswith('$ '):
            commands.append([line[2:], []])
        elif commands and not commands[-1][1] and commands[-1][0].endswith('\\'):
            commands[-1][0] += '\n' + line
        elif commands:
            commands[-1][1].append(line)
    return [(command, '\n'.join(shown)) for command, shown in commands]


def shell(command, folder, environment):
    done = subprocess.run(['/bin/sh', '-ec', command], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)
    return done.returncode, TOTALS.sub('', done.stdout.decode('utf-8', 'replace').replace('\r\n', '\n'))


FRAGMENT = '''{includes}
#include <stdio.h>
#include <stdlib.h>
static void example(const void *bytes, size_t size) {{
{code}
}}
int main(void) {{
    FILE *const file = fopen("story.html", "rb");
    static char bytes[1 << 20];
    if (!file)
        return 1;
    const size_t size = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    example(bytes, size);
    return 0;
}}
'''


def fragment(text):
    """A program around the inside of a function."""
    lines = text.splitlines()
    return FRAGMENT.format(includes='\n'.join(line for line in lines if line.startswith('#include')),
                           code='\n'.join(line for line in lines if not line.startswith('#include')))
