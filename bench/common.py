"""What run, count, profile and python share: the driver, the made pages, tables."""
import os
import platform
import select
import subprocess
import tempfile
from pathlib import Path

import fetch

ROOT = fetch.ROOT
BUILD = ROOT / 'build' / 'bench'
DRIVE = BUILD / 'bench' / 'bench_drive'
MADE = fetch.CACHE / 'made'
KIB, MIB = 1 << 10, 1 << 20


def table(head, rows):
    rows = [[str(c) for c in r] for r in [head, *rows]]
    widths = [max(len(r[i]) for r in rows) for i in range(len(head))]
    for number, row in enumerate(rows):
        cells = [c.ljust(w) if i == 0 else c.rjust(w) for i, (c, w) in enumerate(zip(row, widths))]
        print('| ' + ' | '.join(cells) + ' |')
        if number == 0:
            print('|-' + '-|-'.join('-' * w for w in widths) + '-|')
    print(flush=True)


def made(name, make, size):
    """The file of a made page."""
    file = MADE / f'{name.replace(" ", "-")}-{size}.html'
    if not file.exists():
        MADE.mkdir(parents=True, exist_ok=True)
        file.write_bytes(make(size))
    return file


def build(lexbor_is_new=False):
    """Builds the driver: optimised as a release is, with names for profilers."""
    if lexbor_is_new and BUILD.exists():
        subprocess.run(['rm', '-rf', str(BUILD)], check=True)
    quiet = dict(check=True, stdout=subprocess.DEVNULL)
    if not (BUILD / 'build.ninja').exists():
        subprocess.run(['meson', 'setup', str(BUILD), str(ROOT), '-Dbench=true', '-Dtests=false', '-Ddebug=true'], **quiet)
    subprocess.run(['meson', 'compile', '-C', str(BUILD), 'bench_drive'], **quiet)


class Slow(Exception):
    pass


class Worker:
    """A driver that waits for commands: drive.c or drive.py."""

    def __init__(self, *command):
        self.command = [str(c) for c in command]
        self.start()

    def start(self):
        self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, *words, limit=None):
        print(*words, file=self.process.stdin, flush=True)
        if limit and not select.select([self.process.stdout], [], [], limit)[0]:
            self.process.kill()
            self.process.wait()
            self.start()
            raise Slow
        line = self.process.stdout.readline().strip()
        if not line.startswith('ok'):
            raise RuntimeError(f'{" ".join(map(str, words))}: {line or "the driver died"}')
        return line.split()[1:]

    def load(self, name, files):
        with tempfile.NamedTemporaryFile('w', suffix='.list') as listing:
            listing.write(''.join(f'{f}\n' for f in files))
            listing.flush()
            return [int(x) for x in self.ask('load', name, listing.name)]

    def time(self, peer, name, repeats=1, limit=None):
        seconds, failed = self.ask('time', peer, name, repeats, limit=limit)
        self.failed = int(failed) // repeats  # pages: they cost what it takes to find that out
        return float(seconds) / repeats

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def processor():
    lines = Path('/proc/cpuinfo').read_text().splitlines() if Path('/proc/cpuinfo').exists() else []
    facts = dict(line.split(':', 1) for line in reversed(lines) if ':' in line)
    facts = {k.strip(): v.strip() for k, v in facts.items()}
    kinds = [f for f in ['sse4_2', 'avx2', 'avx512bw', 'asimd'] if f in (facts.get('flags', '') + facts.get('Features', '')).split()]
    name = facts.get('model name', platform.processor() or platform.machine())
    return f'{name}, family {facts.get("cpu family", "?")} model {facts.get("model", "?")}, {" ".join(kinds)}, {os.cpu_count()} cores'
