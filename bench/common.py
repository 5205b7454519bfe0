"""What run, count and profile share: the driver, the made pages, tables."""
import subprocess

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
