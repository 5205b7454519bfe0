#!/usr/bin/env python3
"""The law of the folders, checked.

usage: layout.py --root DIRECTORY [--static LIBRARY.a] [--shared LIBRARY.so [--incomplete]]

In the sources
- a folder under src/ includes only itself and the folders before it in ORDER;
- cli/, examples/, reader/ and bindings/ include the public headers, their own files and those of the system;
- no file is over 800 lines, but for tables (*_data.inc) and tests;
- no function of C is over 60 lines, but for those of LONG.
In the built library
- no object holds a variable that could change: nothing in .data, .bss or their thread-local kin;
- nothing that prints, aborts, exits, reads the environment or keeps a state of its own behind our back is called;
- what the shared library exports is what the public header declares (--incomplete: and maybe not yet all of it).

Prints what is wrong, one line each; status 1 where anything is. Standard library and binutils only.
"""
import argparse
import re
import subprocess
import sys
from pathlib import Path

ORDER = ['base', 'input', 'encoding', 'dom', 'html', 'text', 'block', 'label', 'record', 'output', 'api']
PUBLIC_ONLY = ['cli', 'examples', 'reader', 'bindings']
PUBLIC_HEADERS = {'cutline.h', 'cutline_archive.h'}
LINES_MAX = 800
FUNCTION_MAX = 60

# Functions that may be long, by path and name, and why. One that is long no more has to go.
LONG = {
    'src/block/block.c shape_box': 'one switch over the tags',
    'src/html/mode/in_body_start.c other_start_tag': 'one switch over the tags, in the order of the standard',
    'src/html/mode/in_body_start.c cl_in_body_start_tag': 'one switch over the tags, in the order of the standard',
    'src/html/mode/in_body_end.c cl_in_body_end_tag': 'one switch over the tags, in the order of the standard',
}

# Functions that a library has no business to call, by what they would do.
FORBIDDEN = {
    'ends the program': {'abort', 'exit', '_exit', '_Exit', 'quick_exit', '__assert_fail', 'raise', 'kill'},
    'prints': {'printf', 'fprintf', 'vprintf', 'vfprintf', 'dprintf', 'puts', 'putchar', 'putc', 'fputs', 'fputc',
               'fwrite', 'perror', 'psignal', 'syslog', '__printf_chk', '__fprintf_chk', '__vprintf_chk',
               '__vfprintf_chk', '__dprintf_chk', 'stdout', 'stderr', 'write'},
    'reads or writes the environment': {'getenv', 'secure_getenv', 'setenv', 'putenv', 'unsetenv', 'environ'},
    'keeps a state for the whole program': {'setlocale', 'strtok', 'localtime', 'gmtime', 'asctime', 'ctime', 'mktime',
                                            'rand', 'srand', 'random', 'srandom', 'signal', 'sigaction', 'atexit',
                                            'chdir', 'umask', 'dlopen'},
}

INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)')
DECLARED = re.compile(r'CUTLINE_API\s[^;{]*?\b(cutline_\w+)\s*\(')


def c_files(folder):
    return sorted(p for p in folder.rglob('*') if p.suffix in ('.c', '.h', '.inc') and p.is_file())


def includes(path):
    """(line number, name, in angle brackets) for each #include."""
    text = path.read_text(encoding='utf-8', errors='replace')
    for number, line in enumerate(text.splitlines(), 1):
        match = INCLUDE.match(line)
        if match:
            yield number, match.group(1) or match.group(2), match.group(2) is not None


def stage_of(src, path, name):
    """The folder of src/ that an included name belongs to; None for a name of the system or the public header."""
    if (src / name).is_file():
        return Path(name).parts[0]
    beside = (path.parent / name).resolve()
    if beside.is_file() and src.resolve() in beside.parents:
        return beside.relative_to(src.resolve()).parts[0]
    return None


def check_stages(root):
    src = root / 'src'
    for folder in sorted(p for p in src.iterdir() if p.is_dir()):
        if folder.name not in ORDER:
            yield f'src/{folder.name}: no place in the order of stages (ORDER in tests/layout/layout.py)'
            continue
        allowed = ORDER[:ORDER.index(folder.name) + 1]
        for path in c_files(folder):
            for number, name, angle in includes(path):
                where = f'{path.relative_to(root)}:{number}'
                stage = stage_of(src, path, name)
                if '..' in Path(name).parts:
                    yield f'{where}: includes {name}: no climbing out of a folder'
                elif stage is not None and stage not in allowed:
                    yield f'{where}: {folder.name} includes {name}: {stage} comes after it in the line of stages'
                elif stage is None and not angle:
                    yield f'{where}: includes "{name}", which is not under src/'
                elif stage is not None and angle:
                    yield f'{where}: includes <{name}>: ours are written in quotes'


def check_public_only(root):
    src = root / 'src'
    for top in PUBLIC_ONLY:
        folder = root / top
        for path in c_files(folder) if folder.is_dir() else []:
            for number, name, angle in includes(path):
                where = f'{path.relative_to(root)}:{number}'
                if angle:
                    if name not in PUBLIC_HEADERS and (src / name).is_file():
                        yield f'{where}: includes <{name}>: {top}/ uses the public headers alone'
                    continue
                targets = [(base / name).resolve() for base in (path.parent, folder)]
                if not any(target.is_file() and folder.resolve() in target.parents for target in targets):
                    yield f'{where}: includes "{name}": {top}/ uses the public headers (in angle brackets) and its own files alone'


def check_lines(root):
    tops = ['include', 'src', 'train', 'bench', 'fuzz', 'tools'] + PUBLIC_ONLY
    for top in tops:
        folder = root / top
        for path in sorted(folder.rglob('*')) if folder.is_dir() else []:
            if not path.is_file() or path.suffix not in ('.c', '.h', '.inc', '.py', '') or path.name.endswith('_data.inc'):
                continue
            count = len(path.read_bytes().splitlines())
            if count > LINES_MAX:
                yield f'{path.relative_to(root)}: {count} lines; a file has {LINES_MAX} at most'


def functions(text):
    """(name, first line, number of lines) of each function; the layout of .clang-format is taken for granted."""
    name, begun = None, 0
    for number, line in enumerate(text.splitlines(), 1):
        if name is None or (line[:1].isalpha() and '(' in line):
            head = re.match(r'^(?:[A-Za-z_][^=;#(]*\b)?(\w+)\(', line)
            if head and not line.rstrip().endswith(';'):
                name, begun = head.group(1), number
        elif line.startswith('}'):
            yield name, begun, number - begun + 1
            name = None
        elif line[:1] not in ('', ' ', '\t', '#', '/') and line.rstrip().endswith(';'):
            name = None


def check_functions(root, long):
    used = set()
    for top in ['src', 'bench', 'fuzz'] + PUBLIC_ONLY:
        folder = root / top
        for path in c_files(folder) if folder.is_dir() else []:
            if path.name.endswith('_data.inc'):
                continue
            where = path.relative_to(root)
            for name, begun, count in functions(path.read_text(encoding='utf-8')):
                if count > FUNCTION_MAX and f'{where} {name}' in long:
                    used.add(f'{where} {name}')
                elif count > FUNCTION_MAX:
                    yield f'{where}:{begun}: {name} has {count} lines; a function has {FUNCTION_MAX} at most'
    for entry in sorted(set(long) - used):
        yield f'{entry}: not long, or not there; take it off LONG in tests/layout/layout.py'


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def is_mutable(section):
    if section == '*COM*':
        return True
    if section.startswith('.data.rel.ro'):
        return False
    return section.startswith(('.data', '.bss', '.tdata', '.tbss', '.sdata', '.sbss', '.ldata', '.lbss'))


def check_variables(static):
    """objdump -t: value, flags (7 characters), section, size, name."""
    member = ''
    for line in run('objdump', '-t', str(static)).splitlines():
        header = re.match(r'^(\S+):\s+file format', line)
        if header:
            member = header.group(1)
        symbol = re.match(r'^[0-9a-f]+ (.{7}) (\S+)\s+([0-9a-f]+)\s+(?:\.hidden |\.internal |\.protected )?(\S+)$', line)
        if symbol and is_mutable(symbol.group(2)) and 'd' not in symbol.group(1) and int(symbol.group(3), 16) > 0:
            yield f'{member}: {symbol.group(4)} is a variable that can change (in {symbol.group(2)})'


def check_calls(static):
    member = ''
    for line in run('nm', '-u', str(static)).splitlines():
        if line.endswith(':'):
            member = line[:-1]
        fields = line.split()
        if len(fields) == 2 and fields[0] in 'Uvw':
            for what, names in FORBIDDEN.items():
                if fields[1].split('@')[0] in names:
                    yield f'{member}: uses {fields[1]}, which {what}'


def check_exports(root, shared, complete):
    declared = set()
    for header in sorted((root / 'include').glob('*.h')):
        declared |= set(DECLARED.findall(header.read_text(encoding='utf-8')))
    exported = {line.split()[0].split('@')[0] for line in run('nm', '-D', '--defined-only', '-P', str(shared)).splitlines()}
    for name in sorted(exported - declared):
        yield f'{shared.name}: exports {name}, which no public header declares'
    for name in sorted(declared - exported) if complete else []:
        yield f'{shared.name}: does not export {name}, which a public header declares'


def check(root, static=None, shared=None, complete=True, long=()):
    yield from check_stages(root)
    yield from check_public_only(root)
    yield from check_lines(root)
    yield from check_functions(root, long)
    if static:
        yield from check_variables(static)
        yield from check_calls(static)
    if shared:
        yield from check_exports(root, shared, complete)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--root', type=Path, required=True)
    parser.add_argument('--static', type=Path)
    parser.add_argument('--shared', type=Path)
    parser.add_argument('--incomplete', action='store_true', help='not all that the header declares is there yet')
    options = parser.parse_args()
    wrong = list(check(options.root, options.static, options.shared, not options.incomplete, LONG))
    print('\n'.join(wrong) if wrong else 'The folders keep the law.')
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main())
