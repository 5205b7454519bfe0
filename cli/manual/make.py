#!/usr/bin/env python3
"""Makes all that says what the program's options are from one text a command: cli/manual/*.txt.

usage: make.py            writes the files below anew (`make manual`)
       make.py --check    says which of them are not what it would write; status 1 where any is

    cli/option_ids.inc     the ids of options
    cli/manual_data.inc    the options that the program reads, and what `cutline help` prints
    docs/man/*.1           a manual page a command, and one of all
    cli/completions/*      for bash, zsh and fish

A text begins with "summary:" and "usage:". "operand:" has the words that may be the first operand, where these are not
names of files. Then come sections, each headed by "== NAME".

Examples    lines for the shell, what they do after "  # "
About       paragraphs
More        paragraphs for the manual page alone
Options     entries: "-f, --format FORMAT = WORDS", and below, indented, paragraphs. The first is the help's; the manual
            page has all. WORDS, for completion, are the values there are; "NAME," for a list with commas of the words
            NAME of shared.txt (of "fields", the record's); "[Formats]" for the names of that section; "path" for files,
            which is what a value without WORDS is not. "word=" is one that something is to follow.
others      lists, as Formats: "name   what it is", and below, indented, paragraphs for the manual page.

"@NAME" is an entry of shared.txt. `x` is x, set in bold by the manual page.
"""
import argparse
import json
import re
import sys
import textwrap
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
COMMANDS = ['extract', 'tree', 'blocks', 'xray', 'explain', 'field', 'features']
WIDTH = 100
COLUMN = 32  # where descriptions of options begin


class Entry:
    """An option, or a line of a list."""

    def __init__(self, head, paragraphs):
        self.head, self.paragraphs = head, paragraphs
        option = re.fullmatch(r'(?:-(\w), )?--([\w-]+)(?: ([^ ]+))?(?: = (.*))?', head)
        if option:
            self.letter, self.name, self.value, self.words = option.groups()
            self.words = (self.words or '').split()
            self.shown = f'{f"-{self.letter}, " if self.letter else "    "}--{self.name}{f" {self.value}" if self.value else ""}'
        else:
            self.name, first = re.split(r' +', head, maxsplit=1)
            self.shown, self.paragraphs = self.name, [first] + paragraphs

    def id(self):
        return 'CLI_OPTION_' + self.name.upper().replace('-', '_')


def paragraphs_of(text):
    return [' '.join(part.split()) for part in re.split(r'\n\s*\n', text) if part.strip()]


def entries_of(text, shared):
    entries = []
    for block in re.findall(r'^\S.*\n?(?:^(?:[ \t].*)?\n?)*', text, re.M):
        head, _, rest = block.partition('\n')
        if not head.startswith('@'):
            entries.append(Entry(head.rstrip(), paragraphs_of(rest)))
        elif head != '@commands':
            entries.append(shared[head[1:]])
        else:
            entries += [Entry(f'{name}  {Manual(name).summary}', []) for name in COMMANDS]
    return entries


def sections_of(path):
    head, *rest = re.split(r'^== (.*)\n', path.read_text(encoding='utf-8'), flags=re.M)
    return head, dict(zip(rest[::2], rest[1::2]))


def shared():
    _, sections = sections_of(HERE / 'shared.txt')
    words = {name: rest.split() for name, rest in re.findall(r'^(\w+): (.*)', sections['Words'], re.M)}
    schema = json.loads((ROOT / 'docs/record.schema.json').read_text(encoding='utf-8'))
    words['fields'] = [name for name in schema['properties'] if name != 'error']  # which can't be chosen
    entries = entries_of(sections['Options'], {}) + entries_of(sections['Exit status'], {})
    return {entry.name: entry for entry in entries}, words


class Manual:
    def __init__(self, name):
        self.name = name
        self.call = 'cutline' if name == 'program' else f'cutline {name}'
        head, sections = sections_of(HERE / f'{name}.txt')
        values = dict(re.findall(r'^(\w+): (.*)', head, re.M))
        self.summary, self.usage, self.date = values['summary'], values['usage'], values.get('date')
        self.operands = values.get('operand', '').split()
        entries, self.words = shared()
        self.examples = sections.pop('Examples').strip().splitlines()
        self.about = paragraphs_of(sections.pop('About', ''))
        self.more = paragraphs_of(sections.pop('More', ''))
        self.options = entries_of(sections.pop('Options'), entries)
        self.status = entries_of(sections.pop('Exit status', ''), entries)
        self.standards = paragraphs_of(sections.pop('Standards', ''))
        self.lists = {title: entries_of(text, entries) for title, text in sections.items()}

    def values(self, option):
        """(values, whether several stand in it with commas); the values are None where files are meant."""
        if option.words == ['path']:
            return None, False
        if option.words[:1] and option.words[0].startswith('['):
            return [entry.name for entry in self.lists[option.words[0][1:-1]]], False
        if option.words and option.words[0].endswith(','):
            return [word for name in option.words[0].strip(',').split(',') for word in self.words[name]], True
        return option.words, False


def plain(text):
    return text.replace('`', '')


def wrapped(text, width):
    return textwrap.wrap(plain(text), width, break_long_words=False, break_on_hyphens=False)


def beside(left, text, column):
    lines = wrapped(text, WIDTH - column)
    if len(left) > column - 2:
        return [left] + [' ' * column + line for line in lines]
    return [(left.ljust(column) + lines[0])] + [' ' * column + line for line in lines[1:]]


def help_of(manual):
    """The lines of `cutline help COMMAND`."""
    lines = [f'{manual.call}: {manual.summary}', '', f'usage: {manual.call} {manual.usage}', '']
    lines += [re.sub(r'  # ', '  ', f'  {line}') if line else '' for line in manual.examples]
    for title, entries in manual.lists.items():
        lines += ['', f'{title}:']
        for entry in entries:
            lines += beside(f'  {entry.name}', entry.paragraphs[0], 13)
    for paragraph in manual.about:
        lines += [''] + wrapped(paragraph, WIDTH)
    lines += ['', 'Options:']
    for option in manual.options:
        lines += beside(f'  {option.shown}', option.paragraphs[0], COLUMN)
    if manual.status:
        text = 'Exit status: ' + ', '.join(f'{entry.name} {entry.paragraphs[0]}' for entry in manual.status) + '.'
        lines += [''] + wrapped(text, WIDTH)
    return lines


def quoted(text):
    return '"' + text.replace('\\', '\\\\').replace('"', '\\"') + '"'


MADE = 'Made by cli/manual/make.py of the texts beside it: change these, and run `make manual`.'


def c_ids(manuals):
    names = sorted({option.id() for manual in manuals for option in manual.options if manual.name != 'program'})
    return f'/* {MADE} */\n' + ',\n'.join([f'{names[0]} = 1'] + names[1:]) + '\n'


def c_data(manuals):
    out = [f'/* {MADE} */']
    for m in manuals:
        out.append(f'\nstatic const char *const {m.name}_help[] = {{')
        out += [f'    {quoted(line)},' for line in help_of(m)] + ['    NULL};']
        if m.name == 'program':
            continue
        out.append(f'static const cli_option {m.name}_options[] = {{')
        for o in m.options:
            letter, value = f"'{o.letter}'" if o.letter else 0, quoted(o.value) if o.value else 'NULL'
            out.append(f'    {{{o.id()}, {letter}, "{o.name}", {value}}},')
        out.append('    {0, 0, NULL, NULL}};')
    out.append('\nconst cli_manual cli_manual_program = {"help", NULL, program_help};')
    for m in manuals[1:]:
        out.append(f'const cli_manual cli_manual_{m.name} = {{"{m.name}", {m.name}_options, {m.name}_help}};')
    return '\n'.join(out) + '\n'


# The manual pages, in the macros of man(7).

def roff(text):
    text = text.replace('\\', '\\e').replace('-', '\\-').replace("'", '\\(aq')
    return '\\&' + text if text[:1] in ('.', "'") else text


def prose(text):
    """A paragraph: `x` and options in bold; a hyphen within a word stays one."""
    out = []
    for number, part in enumerate(text.split('`')):
        if number % 2:
            out.append(f'\\fB{roff(part)}\\fP')
            continue
        for piece in re.split(r'((?<![\w-])--?[A-Za-z][\w-]*)', part):
            option = re.fullmatch(r'--?[A-Za-z][\w-]*', piece)
            out.append(f'\\fB{roff(piece)}\\fP' if option else piece.replace('\\', '\\e').replace("'", '\\(aq'))
    text = ''.join(out)
    text = re.sub(r'"([^"]*)"', r'\\(lq\1\\(rq', text)
    lines = textwrap.wrap(text, 78, break_long_words=False, break_on_hyphens=False)
    return '\n'.join('\\&' + line if line[:1] in ('.', "'") else line for line in lines)


def option_roff(option, brackets=False):
    value = f' \\fI{roff(option.value)}\\fP' if option.value else ''
    long = f'\\fB\\-\\-{roff(option.name)}\\fP'
    if brackets:
        return f'[\\fB\\-{option.letter}\\fP{value}]' if option.letter else f'[{long}{value}]'
    return (f'\\fB\\-{option.letter}\\fP, ' if option.letter else '') + long + value


def synopsis(m):
    operands = re.sub(r'\s+\(.*\)$', '', m.usage)
    before, _, after = operands.partition('[OPTION...]')
    flags = ''.join(sorted(o.letter for o in m.options if o.letter and not o.value and o.name != 'help'))
    out = ['.nh', '.ad l', f'.B {roff(m.call)}']
    out += [re.sub(r'[A-Z]{3,}', r'\\fI\g<0>\\fP', roff(before.strip()))] if before.strip() else []
    out += [f'[\\fB\\-{flags}\\fP]'] if flags else []
    for option in m.options:
        if option.name != 'help' and not (option.letter and not option.value) and f'--{option.name}' not in before:
            out.append(option_roff(option, brackets=True))
    return out + [re.sub(r'[A-Z]{3,}', r'\\fI\g<0>\\fP', after.strip()), '.ad', '.hy']


def tagged(entries, head):
    out = []
    for entry in entries:
        first, *others = entry.paragraphs
        out += ['.TP', head(entry), prose(first)]
        for paragraph in others:
            out += ['.IP', prose(paragraph)]
    return out


def man_page(m, manuals, version, date):
    title = 'cutline' if m.name == 'program' else f'cutline-{m.name}'
    out = [f'.\\" {MADE}', f'.TH {title.upper()} 1 "{date}" "Cutline {version}" "Cutline"',
           '.SH NAME', f'{title.replace("-", chr(92) + "-")} \\- {m.summary}', '.SH SYNOPSIS']
    out += synopsis(m) if m.name != 'program' else [
        '.B cutline', '\\fICOMMAND\\fP [\\fIOPTION\\fP...] \\fIFILE\\fP...', '.br',
        '.B cutline help', '[\\fICOMMAND\\fP]', '.br', '.B cutline \\-\\-version']
    body = m.about + m.more
    opening = f'.B {roff(m.call)}\n{third_person(m.summary)}.'
    out += ['.SH DESCRIPTION', opening] if m.name != 'program' else ['.SH DESCRIPTION']
    for number, paragraph in enumerate(body):
        out += (['.PP'] if number or m.name != 'program' else []) + [prose(paragraph)]
    for heading, entries in m.lists.items():
        out += [f'.SH {heading.upper()}'] + tagged(entries, lambda e: f'\\fB{roff(e.name)}\\fP')
    out += ['.SH OPTIONS'] + tagged(m.options, option_roff)
    if m.status:
        out += ['.SH EXIT STATUS'] + tagged(m.status, lambda e: f'\\fB{e.name}\\fP')
    out += ['.SH EXAMPLES']
    for line in m.examples:
        command, _, comment = line.partition('  # ')
        if not command:
            continue
        out += ([prose(comment[:1].upper() + comment[1:]) + ':'] if comment else []) + ['.RS 4', '.EX', roff(command.rstrip()), '.EE', '.RE', '.PP']
    out.pop()
    if m.standards:
        out += ['.SH STANDARDS'] + '\n.PP\n'.join(prose(text) for text in m.standards).splitlines()
    others = ['cutline'] + [f'cutline-{o.name}' for o in manuals if o.name != 'program']
    others.remove(title)
    out += ['.SH SEE ALSO', '.nh', '.ad l'] + [f'.BR {roff(name)} (1){"," if name != others[-1] else ""}' for name in others]
    return '\n'.join(out) + '\n'


def third_person(summary):
    """"give back the articles of pages" of a command: "gives back the articles of pages"."""
    verb, _, rest = summary.partition(' ')
    return f'{verb}s {rest}'


# Completions.

def flag_words(m):
    return [f'--{o.name}' for o in m.options] + [f'-{o.letter}' for o in m.options if o.letter]


def bash(manuals):
    cases, operands = [], []
    for m in manuals[1:]:
        inner = []
        for o in (o for o in m.options if o.value):
            values, several = m.values(o)
            names = f'--{o.name}' + (f' | -{o.letter}' if o.letter else '')
            if values is None:
                does = '_cutline_files'
            elif several:
                does = f'_cutline_list "{" ".join(values)}"'
            else:
                does = f'_cutline_words "{" ".join(values)}"' if values else ':'
            inner.append(f'            {names}) {does} ;;')
        otherwise = f'_cutline_words "{" ".join(m.operands)}"' if m.operands else '_cutline_files'
        own = f'_cutline_words "{" ".join(flag_words(m))}"'
        cases.append(f'    {m.name})\n        case $before in\n' + '\n'.join(inner) +
                     f'\n            *) case $word in\n                -*) {own} ;;\n                *) {otherwise} ;;\n            esac ;;\n        esac ;;')
    top = flag_words(manuals[0])
    names = [m.name for m in manuals[1:]] + ['help']
    return f'''# bash completion for cutline
# {MADE}

_cutline_words() {{
    mapfile -t COMPREPLY < <(compgen -W "$1" -- "$word")
    # After "page-bytes=" a number is to come.
    [[ ${{COMPREPLY[0]-}} == *= ]] && compopt -o nospace
}}

# Words with commas between: the last one is completed.
_cutline_list() {{
    local before=
    [[ $word == *,* ]] && before=${{word%,*}},
    mapfile -t COMPREPLY < <(compgen -P "$before" -W "$1" -- "${{word##*,}}")
    compopt -o nospace
}}

_cutline_files() {{
    compopt -o filenames
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
}}

_cutline() {{
    local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD - 1]}}
    COMPREPLY=()
    # "--format=json" comes as three words.
    if [[ $word == = ]]; then
        word=
    elif [[ $before == = && $COMP_CWORD -gt 2 ]]; then
        before=${{COMP_WORDS[COMP_CWORD - 2]}}
    fi
    if [[ $COMP_CWORD -eq 1 ]]; then
        _cutline_words "{' '.join(names + top)}"
        return
    fi
    case ${{COMP_WORDS[1]}} in
    help) [[ $COMP_CWORD -eq 2 ]] && _cutline_words "{' '.join(names[:-1])}" ;;
''' + '\n'.join(cases) + '''
    esac
}

complete -F _cutline cutline
'''


def zsh_text(text):
    return plain(text).replace("'", "'\\''").replace('[', '\\[').replace(']', '\\]').replace(':', '\\:')


def zsh(manuals):
    out = [f'#compdef cutline\n# {MADE}\n\nlocal curcontext="$curcontext" state line\n_arguments -C \\',
           *[f"    '({' '.join([f'--{o.name}'] + ([f'-{o.letter}'] if o.letter else []))})'{{--{o.name},-{o.letter}}}'[{zsh_text(o.paragraphs[0])}]' \\"
             for o in manuals[0].options],
           "    '1: :->command' '*:: :->rest' && return\n",
           'local -a commands=(']
    out += [f"    '{m.name}:{zsh_text(m.summary)}'" for m in manuals[1:]] + ["    'help:tell of one command')"]
    out.append('''
if [[ $state == command ]]; then
    _describe command commands
    return
fi
case $line[1] in
help) _describe command commands ;;''')
    for m in manuals[1:]:
        out.append(f'{m.name})\n    _arguments -s \\')
        for o in m.options:
            names = f"'({'-' + o.letter} --{o.name})'{{-{o.letter}{'+' if o.value else ''},--{o.name}{'=' if o.value else ''}}}" if o.letter else f"--{o.name}{'=' if o.value else ''}"
            text = zsh_text(o.paragraphs[0])
            action = ''
            if o.value:
                values, several = m.values(o)
                if values is None:
                    action = f':{zsh_text(o.value)}:_files'
                elif several:
                    action = f':{zsh_text(o.value)}:_values -s , {o.value.lower()} {" ".join(values)}'
                elif any(value.endswith('=') for value in values):
                    action = f':{zsh_text(o.value)}:compadd -S = -- {" ".join(value[:-1] for value in values)}'
                else:
                    action = f':{zsh_text(o.value)}:' + (f'({" ".join(values)})' if values else ' ')
            out.append(f"        {names}'[{text}]{action}' \\")
        out.append((f"        '1:field:({' '.join(m.operands)})' '*:string: '" if m.operands else "        '*:page:_files'") + ' ;;')
    return '\n'.join(out) + '\nesac\n'


def fish_text(text):
    return "'" + plain(text).replace('\\', '\\\\').replace("'", "\\'") + "'"


def fish(manuals):
    names = ' '.join(m.name for m in manuals[1:])
    out = [f'# fish completion for cutline\n# {MADE}\n',
           f"set -l commands {names} help\n",
           '''# Words with commas between: the last one is completed.
function __cutline_list
    set -l before (string match -r '^(?:.*,)?' -- (string replace -r '^--[^=]*=' '' -- (commandline -ct)))
    printf '%s\\n' $before$argv
end
''']
    for m in manuals[1:]:
        out.append(f'complete -c cutline -f -n "not __fish_seen_subcommand_from $commands" -a {m.name} -d {fish_text(m.summary)}')
    out.append('complete -c cutline -f -n "not __fish_seen_subcommand_from $commands" -a help -d \'tell of one command\'')
    for o in manuals[0].options:
        out.append(f'complete -c cutline -f -n "not __fish_seen_subcommand_from $commands" -s {o.letter} -l {o.name} -d {fish_text(o.paragraphs[0])}')
    out.append(f'complete -c cutline -f -n "__fish_seen_subcommand_from help" -a "{names}"')
    for m in manuals[1:]:
        out.append('')
        condition = f'-n "__fish_seen_subcommand_from {m.name}"'
        for o in m.options:
            line = f'complete -c cutline {condition} -l {o.name}' + (f' -s {o.letter}' if o.letter else '')
            if o.value:
                values, several = m.values(o)
                if values is None:
                    line += ' -r -F'
                elif several:
                    line += f" -x -a '(__cutline_list {' '.join(values)})'"
                else:
                    line += ' -x' + (f" -a '{' '.join(values)}'" if values else '')
            out.append(line + f' -d {fish_text(o.paragraphs[0])}')
        if m.operands:
            out.append(f"complete -c cutline -f {condition} -a '{' '.join(m.operands)}'")
    return '\n'.join(out) + '\n'


def made():
    """The text of every file, by path."""
    manuals = [Manual(name) for name in ['program'] + COMMANDS]
    version = re.search(r"version: '([\d.]+)'", (ROOT / 'meson.build').read_text(encoding='utf-8')).group(1)
    files = {'cli/option_ids.inc': c_ids(manuals), 'cli/manual_data.inc': c_data(manuals),
             'cli/completions/cutline.bash': bash(manuals), 'cli/completions/_cutline': zsh(manuals),
             'cli/completions/cutline.fish': fish(manuals)}
    for m in manuals:
        name = 'cutline' if m.name == 'program' else f'cutline-{m.name}'
        files[f'docs/man/{name}.1'] = man_page(m, manuals, version, manuals[0].date)
    return files


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument('--check', action='store_true')
    check = parser.parse_args().check
    status = 0
    for name, text in made().items():
        path = ROOT / name
        if not check:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding='utf-8')
        elif not path.exists() or path.read_text(encoding='utf-8') != text:
            print(f'{name}: is not what cli/manual/make.py makes of cli/manual/*.txt; run `make manual`')
            status = 1
    return status


if __name__ == '__main__':
    sys.exit(main())
