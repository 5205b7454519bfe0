#!/usr/bin/env python3
"""Compares what a shared library exports with a list, so that no symbol comes or goes unseen.

usage: test_symbols.py LIST LIBRARY.so [--rewrite]
"""
import subprocess
import sys
from pathlib import Path


def main():
    listed, library = Path(sys.argv[1]), sys.argv[2]
    out = subprocess.run(['nm', '-D', '--defined-only', '-P', library], check=True, capture_output=True, text=True).stdout
    exported = sorted({line.split()[0].split('@')[0] for line in out.splitlines()})
    if '--rewrite' in sys.argv[3:]:
        listed.write_text('\n'.join(exported) + '\n')
    expected = listed.read_text().split()
    for name in exported:
        if name not in expected:
            print(f'{name}: exported, but not listed in {listed.name} (--rewrite puts it there, if it is meant to be public)')
    for name in expected:
        if name not in exported:
            print(f'{name}: listed in {listed.name}, but not exported: programs that use it would not link any more')
    return 0 if exported and exported == expected else 1


if __name__ == '__main__':
    sys.exit(main())
