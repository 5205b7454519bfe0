"""What a benchmark needs from elsewhere: peers from package registries and the pages, all kept in .cache/ and never in
the repository. Everything here is idempotent; what can't be had is None, and the caller says what it skips."""
import os
import shutil
import subprocess
import sys
import tarfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / '.cache'
SHARED = ROOT.parent / 'shared'
LEXBOR_FLAGS = ['-O3', '-std=c99', '-DLEXBOR_STATIC', '-DNDEBUG']  # as selectolax builds it, and as Meson builds us
LEXBOR_FOLDERS = ['core', 'dom', 'html', 'ns', 'tag', 'ports/posix']
# Versions are pinned: a ratio is one to a certain version. lxml_html_clean is what newspaper4k needs of lxml.
PYTHON_PEERS = ['turbohtml==1.15.4', 'resiliparse==2.0.1']
EXTRACTOR_PEERS = ['trafilatura==2.3.1', 'newspaper4k==0.9.6', 'lxml_html_clean==0.4.6']  # for bench/python alone


def say(text):
    print(text, file=sys.stderr, flush=True)


def run(*command, **options):
    return subprocess.run([str(c) for c in command], check=True, stdout=subprocess.PIPE, text=True, **options).stdout


def lexbor():
    """(the static library of lexbor, whether it is new): its C source
    stands in selectolax's source distribution."""
    peers = CACHE / 'peers'
    library = peers / 'liblexbor.a'
    try:
        found = sorted(peers.glob('selectolax-*.tar.gz'))
        if not found:
            say('fetching lexbor (in selectolax, from PyPI)')
            peers.mkdir(parents=True, exist_ok=True)
            run(environment(), '-m', 'pip', 'download', '-q', '--no-binary', 'selectolax', '--no-deps', 'selectolax',
                '-d', peers)
            found = sorted(peers.glob('selectolax-*.tar.gz'))
        folder = peers / found[-1].name.removesuffix('.tar.gz')
        if not folder.exists():
            with tarfile.open(found[-1]) as archive:
                archive.extractall(peers)
        source = peers / 'lexbor'  # a name without a version, for bench/meson.build
        source.unlink(missing_ok=True)
        source.symlink_to(folder / 'lexbor' / 'source')
        stamp = peers / 'lexbor.flags'
        flags = ' '.join([compiler(), *LEXBOR_FLAGS, folder.name])
        is_new = not library.exists() or not stamp.exists() or stamp.read_text() != flags
        if is_new:
            build_lexbor(source, library)
            stamp.write_text(flags)
        return library, is_new
    except (OSError, subprocess.CalledProcessError, IndexError) as error:
        say(f'lexbor is not to be had: {error}')
        return None, False


def compiler():
    return os.environ.get('CC', 'cc')


def build_lexbor(source, library):
    say('building lexbor ' + ' '.join(LEXBOR_FLAGS))
    objects = library.parent / 'lexbor.objects'
    shutil.rmtree(objects, ignore_errors=True)
    objects.mkdir()
    running, made = [], []
    for name in LEXBOR_FOLDERS:
        for file in sorted((source / 'lexbor' / name).rglob('*.c')):
            target = objects / (str(file.relative_to(source)).replace('/', '_') + '.o')
            made.append(target)
            running.append(subprocess.Popen([compiler(), *LEXBOR_FLAGS, '-w', f'-I{source}', '-c', file, '-o', target]))
            if len(running) >= (os.cpu_count() or 1):
                finish(running.pop(0))
    for process in running:
        finish(process)
    library.unlink(missing_ok=True)
    run('ar', 'rcs', library, *made)


def finish(process):
    if process.wait():
        raise subprocess.CalledProcessError(process.returncode, process.args)


def environment():
    """The interpreter of a virtual environment of our own: Debian's has no pip of its own to use."""
    python = CACHE / 'venv' / 'bin' / 'python'
    if not python.exists():
        say('making a virtual environment')
        venv.create(CACHE / 'venv', with_pip=True)
    return python


def python_peers(wanted=PYTHON_PEERS):
    """The interpreter of the environment, with the Python peers in it, or None."""
    try:
        python = environment()
        have = run(python, '-c', 'import importlib.metadata as m\n'
                   'print(*[f"{d.name.lower()}=={d.version}" for d in m.distributions()])').split()
        missing = [p for p in wanted if p not in have]
        if missing:
            say('installing ' + ' '.join(missing))
            pip = [python, '-m', 'pip', 'install', '-q', '--disable-pip-version-check']
            run(*pip, '--upgrade', 'pip')  # the one that comes with Python 3.11 stumbles over lxml's extras
            run(*pip, *missing)
        return python
    except (OSError, subprocess.CalledProcessError) as error:
        say(f'no Python peers: {error}')
        return None


def cutline_package(python):
    """Builds our own package, optimised as a release is, and installs it beside its peers."""
    run(python, '-m', 'pip', 'install', '-q', '--disable-pip-version-check', '--force-reinstall', '--no-deps',
        f'-Cbuilddir={ROOT / "build" / "bench-python"}', ROOT, cwd=CACHE)


def pages(name, given=None):
    """The page files of a collection, sorted: of a folder given, or unpacked from ../shared/data where that is there."""
    for base in [Path(given)] if given else [CACHE / 'pages']:
        if (base / name).is_dir():
            return sorted((base / name).glob('*.html'))
    archive = SHARED / 'data' / f'{name}.tar.xz'
    if given or not archive.exists():
        return []
    say(f'unpacking {archive.name}')
    target = CACHE / 'pages' / name
    partial = CACHE / 'pages' / f'.{name}.{os.getpid()}'
    partial.mkdir(parents=True, exist_ok=True)
    run('tar', '-xJf', archive, '-C', partial)
    partial.rename(target)
    return sorted(target.glob('*.html'))

